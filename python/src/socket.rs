//! The socket and its life: new, pair, wrap, dup, shutdown, close.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};

use llsocket_core::{self as core, Outcome, Shared, Text};
use pyo3::exceptions::{PyResourceWarning, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::args::{Arg, Info, optional, required};
use crate::border;
use crate::results::{self, Answer, Plain, Shape};

#[doc = doc!(Socket)]
#[pyclass(frozen, module = "llsocket", weakref)]
pub(crate) struct Socket {
    pub(crate) shared: Shared,
    /// Whether Python ever had it, and so is to blame when it is never closed.
    taken: AtomicBool,
}

impl Socket {
    /// Hands `socket` over to Python; where there is no room for it, it is closed.
    pub(crate) fn hand_over(py: Python<'_>, socket: core::Socket) -> Answer<'_> {
        let this = Self { shared: Shared::new(socket), taken: AtomicBool::new(false) };
        let this = Bound::new(py, this)?;
        this.get().taken.store(true, Ordering::Relaxed);
        Ok(this.into_any())
    }

    /// What a call comes to that cannot block.
    #[inline]
    pub(crate) fn call<'py, R: Shape<'py>>(
        &self,
        py: Python<'py>,
        call: impl FnOnce(&core::Socket) -> R,
    ) -> Answer<'py> {
        let result = call(&self.shared.enter());
        result.shape(py)
    }

    /// What a call comes to that may wait: other threads run, and then the handlers of signals. If this
    /// socket was closed meanwhile, that is the answer, whatever woke the call.
    pub(crate) fn block<T: Send>(
        &self,
        py: Python<'_>,
        call: impl FnOnce(&core::Socket) -> Outcome<T> + Send,
    ) -> PyResult<Outcome<T>> {
        let outcome = py.detach(|| self.shared.block(call));
        if !matches!(outcome, Outcome::Done(_)) {
            py.check_signals()?;
        }
        Ok(outcome)
    }

    /// What a call comes to that waits if, and only if, this socket does.
    pub(crate) fn promptly<T: Send>(
        &self,
        py: Python<'_>,
        call: impl FnOnce(&core::Socket) -> Outcome<T> + Send,
    ) -> PyResult<Outcome<T>> {
        let socket = self.shared.enter();
        if socket.is_nonblock() {
            return Ok(call(&socket));
        }
        drop(socket);
        self.block(py, call)
    }
}

#[pymethods]
impl Socket {
    #[doc = doc!(Socket::dup)]
    #[pyo3(signature = (ai=None))]
    fn dup<'py>(&self, py: Python<'py>, ai: Option<Arg<'_, 'py>>) -> Answer<'py> {
        let ai: Option<Info<'_>> = optional("ai", ai)?;
        self.call(py, |socket| socket.dup(ai.as_ref().map(Info::get)))
    }

    #[doc = doc!(Socket::unwrap)]
    fn unwrap<'py>(&self, py: Python<'py>) -> Answer<'py> {
        self.shared.unwrap().shape(py)
    }

    #[doc = doc!(Socket::shutdown)]
    #[pyo3(signature = (flag=None))]
    fn shutdown<'py>(&self, py: Python<'py>, flag: Option<Arg<'_, 'py>>) -> Answer<'py> {
        let flag = optional("flag", flag)?;
        self.call(py, |socket| socket.shutdown(flag))
    }

    #[doc = doc!(Socket::close)]
    #[pyo3(signature = (flag=None))]
    fn close<'py>(&self, py: Python<'py>, flag: Option<Arg<'_, 'py>>) -> Answer<'py> {
        let flag = optional("flag", flag)?;
        results::wait(py, || self.shared.close(flag))
    }

    #[doc = doc!(Socket::fd)]
    fn fd<'py>(&self, py: Python<'py>) -> Answer<'py> {
        Plain(self.shared.peek().fd()).shape(py)
    }

    #[doc = doc!(Socket::fileno)]
    fn fileno<'py>(&self, py: Python<'py>) -> Answer<'py> {
        Plain(self.shared.peek().fd()).shape(py)
    }

    #[doc = doc!(Socket::family)]
    fn family<'py>(&self, py: Python<'py>) -> Answer<'py> {
        Plain(self.shared.peek().family()).shape(py)
    }

    #[doc = doc!(Socket::socktype)]
    fn socktype<'py>(&self, py: Python<'py>) -> Answer<'py> {
        Plain(self.shared.peek().socktype()).shape(py)
    }

    #[doc = doc!(Socket::protocol)]
    fn protocol<'py>(&self, py: Python<'py>) -> Answer<'py> {
        Plain(self.shared.peek().protocol()).shape(py)
    }

    #[doc = doc!(Socket::cloexec)]
    #[pyo3(signature = (enable=None))]
    fn cloexec<'py>(&self, py: Python<'py>, enable: Option<Arg<'_, 'py>>) -> Answer<'py> {
        let enable = optional("enable", enable)?;
        self.call(py, |socket| socket.cloexec(enable))
    }

    #[doc = doc!(Socket::nonblock)]
    #[pyo3(signature = (enable=None))]
    fn nonblock<'py>(&self, py: Python<'py>, enable: Option<Arg<'_, 'py>>) -> Answer<'py> {
        let enable = optional("enable", enable)?;
        self.call(py, |socket| socket.nonblock(enable))
    }

    #[doc = doc!(Socket::__enter__)]
    fn __enter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    #[doc = doc!(Socket::__exit__)]
    #[pyo3(signature = (*exc))]
    fn __exit__(&self, py: Python<'_>, exc: &Bound<'_, PyTuple>) -> PyResult<()> {
        let _ = exc;
        results::wait(py, || self.shared.close(None)).map(drop)
    }

    #[doc = doc!(Socket::__repr__)]
    fn __repr__<'py>(&self, py: Python<'py>) -> Answer<'py> {
        results::shown(py, "Socket", || self.shared.enter().describe())
    }

    /// Refuses: a descriptor is of use to its own process alone.
    fn __reduce__(this: &Bound<'_, Self>) -> PyResult<()> {
        Err(border::exception(
            &this.py().get_type::<PyTypeError>(),
            &Text::<256>::from(
                &b"a Socket cannot be pickled or copied; dup() opens a second one"[..],
            ),
        ))
    }
}

/// A socket that nobody closed is closed all the same, and said to be so.
impl Drop for Socket {
    fn drop(&mut self) {
        if self.shared.peek().fd() >= 0 && self.taken.load(Ordering::Relaxed) {
            let _ = Python::try_attach(|py| self.warn(py));
        }
    }
}

impl Socket {
    /// Warns that this socket was never closed, unless the interpreter is on its way out.
    #[cold]
    fn warn(&self, py: Python<'_>) {
        // An exception may be under way, which a destructor has no part in.
        let pending = PyErr::take(py);
        if !border::is_finalizing(py) {
            let mut message = Text::<512>::new();
            let described = self.shared.enter().describe();
            let _ = write!(message, "unclosed {}", results::description("Socket", &described));
            let category = py.get_type::<PyResourceWarning>();
            let warned = PyErr::warn(py, &category, message.as_c_str(), 1);
            if let Err(error) = warned {
                error.write_unraisable(py, None);
            }
        }
        if let Some(pending) = pending {
            pending.restore(py);
        }
    }
}

#[doc = doc!(socket::new)]
#[pyfunction]
#[pyo3(signature = (ai, nonblock=None), text_signature = "(ai, nonblock=False)")]
pub(crate) fn new<'py>(
    py: Python<'py>,
    ai: Arg<'_, 'py>,
    nonblock: Option<Arg<'_, 'py>>,
) -> Answer<'py> {
    let ai: Info<'_> = required("ai", ai)?;
    let nonblock = optional("nonblock", nonblock)?.unwrap_or(false);
    results::call(py, || core::Socket::new(ai.get(), nonblock))
}

#[doc = doc!(socket::pair)]
#[pyfunction]
#[pyo3(
    signature = (socktype, nonblock=None, protocol=None),
    text_signature = "(socktype, nonblock=False, protocol=0)"
)]
pub(crate) fn pair<'py>(
    py: Python<'py>,
    socktype: Arg<'_, 'py>,
    nonblock: Option<Arg<'_, 'py>>,
    protocol: Option<Arg<'_, 'py>>,
) -> Answer<'py> {
    let socktype = required("socktype", socktype)?;
    let nonblock = optional("nonblock", nonblock)?.unwrap_or(false);
    let protocol = optional("protocol", protocol)?.unwrap_or(0);
    results::call(py, || core::Socket::pair(socktype, nonblock, protocol))
}

#[doc = doc!(socket::wrap)]
#[pyfunction]
#[pyo3(signature = (fd, nonblock=None))]
pub(crate) fn wrap<'py>(
    py: Python<'py>,
    fd: Arg<'_, 'py>,
    nonblock: Option<Arg<'_, 'py>>,
) -> Answer<'py> {
    let (fd, nonblock) = (required("fd", fd)?, optional("nonblock", nonblock)?);
    results::call(py, || core::Socket::wrap(fd, nonblock))
}

#[doc = doc!(socket::listenfds)]
#[pyfunction]
pub(crate) fn listenfds(py: Python<'_>) -> Answer<'_> {
    results::call(py, core::listenfds)
}

#[doc = doc!(socket::shutdown)]
#[pyfunction]
#[pyo3(signature = (fd, flag=None))]
pub(crate) fn shutdown<'py>(
    py: Python<'py>,
    fd: Arg<'_, 'py>,
    flag: Option<Arg<'_, 'py>>,
) -> Answer<'py> {
    let (fd, flag) = (required("fd", fd)?, optional("flag", flag)?);
    results::call(py, || core::shutdown(fd, flag))
}

#[doc = doc!(socket::close)]
#[pyfunction]
#[pyo3(signature = (fd, flag=None))]
pub(crate) fn close<'py>(
    py: Python<'py>,
    fd: Arg<'_, 'py>,
    flag: Option<Arg<'_, 'py>>,
) -> Answer<'py> {
    let (fd, flag) = (required("fd", fd)?, optional("flag", flag)?);
    results::wait(py, || core::close(fd, flag))
}
