//! The interpreter's lock: which call gives it up, and for how long.
//!
//! | call | the lock | for |
//! |---|---|---|
//! | a function by default, [`Socket::call`] | held | what never waits: options, names, bind, listen |
//! | [`detached`], [`Socket::detached`] | given up for the one call | what the kernel may make wait: close, look-ups |
//! | [`Socket::try_now`], [`Socket::try_then_wait`] | held for a first attempt with MSG_DONTWAIT, if little is copied | send and receive |
//! | [`Socket::wait_to`] | given up to wait, and for each attempt | send and receive |
//! | [`Socket::accept_impl`] | given up to wait, and for the call | accept |
//! | [`Socket::wait_until_done`] | given up for the call, which waits in the kernel | connect, sendfile |
//!
//! A call that waits goes on after the handlers of a signal have run, for the rest of its time (PEP 475);
//! what a handler raises ends it. Nothing here trusts a remembered O_NONBLOCK: others may have switched it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use llsocket_core::{
    self as core, Attempt, Blocking, Error, Outcome, Progress, Readiness, Shared, Text, c,
    is_nowait, was_interrupted,
};
use pyo3::exceptions::PySystemError;
use pyo3::prelude::*;

use crate::ffi;
use crate::results::{IntoPyResult, PyResultAny};
use crate::socket::Socket;

/// Runs a method or a function. A panic in it, a mistake of this library's own, is a SystemError, which is what
/// Python says of an extension that is broken; PyO3 would raise an exception that `except Exception` lets pass.
#[inline]
pub(crate) fn guard<R>(py: Python<'_>, run: impl FnOnce() -> PyResult<R>) -> PyResult<R> {
    // What a panic leaves half done is dropped by unwinding, and sockets change atomically.
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|payload| {
        // Dropping it could panic anew.
        std::mem::forget(payload);
        Err(internal_error(py))
    })
}

#[cold]
fn internal_error(py: Python<'_>) -> PyErr {
    let message = &b"llsocket: internal error (a panic; please report it)"[..];
    ffi::exception(&py.get_type::<PySystemError>(), &Text::<64>::from(message))
}

/// What a function comes to that may block: other threads run, and then the handlers of signals.
pub(crate) fn detached<'py, R: IntoPyResult<'py> + Send>(
    py: Python<'py>,
    call: impl FnOnce() -> R + Send,
) -> PyResultAny<'py> {
    let result = py.detach(call);
    py.check_signals()?;
    result.into_py_result(py)
}

impl Socket {
    /// What a call comes to that cannot block.
    #[inline]
    pub(crate) fn call<'py, R: IntoPyResult<'py>>(
        &self,
        py: Python<'py>,
        call: impl FnOnce(&core::Socket) -> R,
    ) -> PyResultAny<'py> {
        let result = call(&self.shared.acquire());
        result.into_py_result(py)
    }

    /// What a call comes to that would rather not block, but may where others have switched O_NONBLOCK.
    pub(crate) fn detached<T: Send>(
        &self,
        py: Python<'_>,
        call: impl FnOnce(&core::Socket) -> T + Send,
    ) -> T {
        py.detach(|| call(&self.shared.acquire()))
    }

    /// Makes a call that never waits: with the lock held, unless it copies so much that other threads should run.
    #[inline]
    pub(crate) fn try_now<T: Send>(
        &self,
        py: Python<'_>,
        copies_much: bool,
        call: impl FnOnce(&core::Socket) -> T + Send,
    ) -> T {
        if copies_much { self.detached(py, call) } else { call(&self.shared.acquire()) }
    }

    /// Makes a call that never waits by itself; where it would have to, and this socket waits, waits to make it.
    #[inline]
    pub(crate) fn try_then_wait<T: Send>(
        &self,
        py: Python<'_>,
        readiness: Readiness,
        copies_much: bool,
        flags: i32,
        mut call: impl FnMut(&core::Socket) -> Outcome<T> + Send,
    ) -> PyResult<Outcome<T>> {
        match self.try_now(py, copies_much, &mut call) {
            Outcome::Again => self.wait_to(py, readiness, flags, |socket| call(socket).into()),
            outcome => Ok(outcome),
        }
    }

    /// Waits to make a call that would have had to wait, unless the flags or this socket say not to.
    #[cold]
    pub(crate) fn wait_to<T: Send>(
        &self,
        py: Python<'_>,
        readiness: Readiness,
        flags: i32,
        attempt: impl FnMut(&core::Socket) -> Attempt<T> + Send,
    ) -> PyResult<Outcome<T>> {
        if is_nowait(flags) {
            return Ok(Outcome::Again);
        }
        match self.shared.blocking(readiness) {
            Ok(None) => Ok(Outcome::Again),
            Ok(Some(blocking)) => wait(py, blocking, attempt),
            Err(error) => Ok(Outcome::Failed(error)),
        }
    }

    /// Waits for a connection, and accepts it.
    ///
    /// accept(2) has no MSG_DONTWAIT: it is made when poll(2) has told of a connection. A socket that does not
    /// listen has none to wait for, and the kernel says so at once.
    pub(crate) fn accept_impl<T: Send>(
        &self,
        py: Python<'_>,
        accept: impl Fn(&core::Socket) -> Outcome<T> + Send + Sync,
    ) -> PyResult<Outcome<T>> {
        let listens = self.shared.acquire().acceptconn().unwrap_or(false);
        if !listens {
            return Ok(self.detached(py, accept));
        }
        match self.shared.blocking(Readiness::Recv) {
            Err(error) => Ok(Outcome::Failed(error)),
            Ok(None) => Ok(self.detached(py, accept)),
            Ok(Some(blocking)) => wait(py, blocking, |socket| match accept(socket) {
                Outcome::Again if was_interrupted() => Attempt::Interrupted,
                outcome => Attempt::Ended(outcome),
            }),
        }
    }

    /// Makes a call that waits in the kernel, again and again while signals interrupt it.
    ///
    /// Closing does not wake it; when it ends, a closed socket is its answer.
    pub(crate) fn wait_until_done<T: Send>(
        &self,
        py: Python<'_>,
        mut call: impl FnMut(&Shared) -> Progress<T> + Send,
    ) -> PyResult<Outcome<T>> {
        loop {
            match py.detach(|| call(&self.shared)) {
                Progress::Ended(Outcome::Done(value)) => return Ok(Outcome::Done(value)),
                Progress::Ended(Outcome::Part(value)) => return Ok(Outcome::Part(value)),
                Progress::Ended(_) if self.shared.inner().fd() < 0 => {
                    return Ok(Outcome::Failed(Error::new("close", c::EBADF)));
                }
                Progress::Ended(outcome) => return Ok(outcome),
                Progress::Interrupted => py.check_signals()?,
            }
        }
    }
}

/// Runs a call that waits, again and again while signals interrupt it, whose handlers run in between.
pub(crate) fn run<T: Send>(
    py: Python<'_>,
    mut call: impl FnMut() -> Progress<T> + Send,
) -> PyResult<Outcome<T>> {
    loop {
        match py.detach(&mut call) {
            Progress::Ended(outcome) => return Ok(outcome),
            Progress::Interrupted => py.check_signals()?,
        }
    }
}

/// Waits and tries, and runs the handlers of signals in between.
pub(crate) fn wait<T: Send>(
    py: Python<'_>,
    mut blocking: Blocking<'_>,
    mut attempt: impl FnMut(&core::Socket) -> Attempt<T> + Send,
) -> PyResult<Outcome<T>> {
    run(py, || blocking.run(&mut attempt))
}
