//! The lifecycle of a socket: new, pair, wrap, dup, shutdown, close.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};

use llsocket_core::{self as core, Shared, Text};
use pyo3::exceptions::{PyResourceWarning, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

use crate::address::LastSender;
use crate::args::Info;
use crate::audit;
use crate::ffi;
use crate::gil;
use crate::results::{self, IntoPyResult, Plain, PyResultAny};

#[doc = doc!(Socket)]
#[pyclass(frozen, module = "llsocket", weakref)]
pub(crate) struct Socket {
    pub(crate) shared: Shared,
    /// Who has sent what recvfrom received last.
    pub(crate) last_sender: LastSender,
    /// Whether Python ever had it, and so is to blame when it is never closed.
    taken: AtomicBool,
}

impl Socket {
    /// Hands `socket` over to Python; where there is no room for it, it is closed.
    pub(crate) fn hand_over(py: Python<'_>, socket: core::Socket) -> PyResultAny<'_> {
        let this = Self {
            shared: Shared::new(socket),
            last_sender: LastSender::default(),
            taken: AtomicBool::new(false),
        };
        let this = Bound::new(py, this)?;
        audit::opened(&this)?;
        this.get().taken.store(true, Ordering::Relaxed);
        Ok(this.into_any())
    }
}

methods! { Socket {
    dup([ai: Info<'_>]) = |socket| socket.dup(ai.as_ref().map(Info::get));
    unwrap() => |this, py| this.shared.unwrap().into_py_result(py);
    close([flag: i32]) => |this, py| gil::detached(py, || this.shared.close(flag));
    fd() => |this, py| Plain(this.shared.inner().fd()).into_py_result(py);
    fileno() => |this, py| Plain(this.shared.inner().fd()).into_py_result(py);
    family() => |this, py| Plain(this.shared.inner().family()).into_py_result(py);
    socktype() => |this, py| Plain(this.shared.inner().socktype()).into_py_result(py);
    protocol() => |this, py| Plain(this.shared.inner().protocol()).into_py_result(py);
} }

#[pymethods]
impl Socket {
    #[doc = doc!(Socket::__enter__)]
    fn __enter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    #[doc = doc!(Socket::__exit__)]
    #[pyo3(signature = (*exc))]
    fn __exit__(&self, py: Python<'_>, exc: &Bound<'_, PyTuple>) -> PyResult<()> {
        let _ = exc;
        gil::guard(py, || gil::detached(py, || self.shared.close(None)).map(drop))
    }

    #[doc = doc!(Socket::__repr__)]
    fn __repr__<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        gil::guard(py, || results::shown(py, "Socket", &self.shared.acquire().describe()))
    }

    /// Refuses: a descriptor is of use to its own process alone.
    fn __reduce__(this: &Bound<'_, Self>) -> PyResult<()> {
        Err(ffi::exception(
            &this.py().get_type::<PyTypeError>(),
            &Text::<256>::from(
                &b"a Socket cannot be pickled or copied; dup() opens a second one"[..],
            ),
        ))
    }
}

/// A socket that was not closed explicitly is closed, with a ResourceWarning.
///
/// Closing may wait, by linger, and so lets other threads run.
impl Drop for Socket {
    fn drop(&mut self) {
        if self.shared.inner().fd() < 0 {
            return;
        }
        let attached = Python::try_attach(|py| {
            if self.taken.load(Ordering::Relaxed) {
                self.warn(py);
            }
            let _ = py.detach(|| self.shared.close(None));
        });
        if attached.is_none() {
            let _ = self.shared.close(None);
        }
    }
}

impl Socket {
    /// Warns that this socket was never closed, unless the interpreter is on its way out.
    #[cold]
    fn warn(&self, py: Python<'_>) {
        // An exception may be under way, which a destructor has no part in.
        let pending = PyErr::take(py);
        if !ffi::is_finalizing(py) {
            let mut message = Text::<512>::new();
            let described = self.shared.acquire().describe();
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

functions! { add_functions: socket {
    new(ai: Info<'_> [, nonblock: bool = false]) = core::Socket::new(ai.get(), nonblock);
    open(family: i32, socktype: i32 [, protocol: i32 = 0, nonblock: bool = false]) =
        core::Socket::open(family, socktype, protocol, nonblock);
    pair(socktype: i32 [, nonblock: bool = false, protocol: i32 = 0]) =
        core::Socket::pair(socktype, nonblock, protocol);
    wrap(fd: i32 [, nonblock: bool]) = core::Socket::wrap(fd, nonblock);
    listenfds() => |py| listenfds_impl(py);
    shutdown(fd: i32 [, flag: i32]) = core::shutdown(fd, flag);
    close(fd: i32 [, flag: i32]) => |py| gil::detached(py, || core::close(fd, flag));
} }

/// The sockets that were handed over; the variables that tell of them are taken out of `os.environ`, too.
fn listenfds_impl(py: Python<'_>) -> PyResultAny<'_> {
    let text = |text: &str| -> PyResult<Bound<'_, PyString>> {
        Ok(ffi::text(py, text.as_bytes())?.cast_into()?)
    };
    let environ = py.import(text("os")?)?.getattr(text("environ")?)?;
    let pop = environ.getattr(text("pop")?)?;
    let handed = core::listenfds();
    if handed.is_ok() {
        // Python has a copy of the environment, which the programs that it starts are given.
        for variable in core::LISTEN_VARIABLES {
            let args = ffi::tuple2(text(variable)?.as_any(), &results::none(py))?;
            pop.call1(args.cast_into::<PyTuple>()?)?;
        }
    }
    handed.into_py_result(py)
}
