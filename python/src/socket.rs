//! The lifecycle of a socket: new, pair, wrap, dup, shutdown, close.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};

use llsocket_core::{self as core, Shared, Text};
use pyo3::exceptions::{PyResourceWarning, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

use crate::args::{Arg, Info, optional, required};
use crate::ffi;
use crate::gil;
use crate::results::{self, IntoPyResult, Plain, PyResultAny};

#[doc = doc!(Socket)]
#[pyclass(frozen, module = "llsocket", weakref)]
pub(crate) struct Socket {
    pub(crate) shared: Shared,
    /// Whether Python ever had it, and so is to blame when it is never closed.
    taken: AtomicBool,
}

impl Socket {
    /// Hands `socket` over to Python; where there is no room for it, it is closed.
    pub(crate) fn hand_over(py: Python<'_>, socket: core::Socket) -> PyResultAny<'_> {
        let this = Self { shared: Shared::new(socket), taken: AtomicBool::new(false) };
        let this = Bound::new(py, this)?;
        this.get().taken.store(true, Ordering::Relaxed);
        Ok(this.into_any())
    }
}

#[pymethods]
impl Socket {
    #[doc = doc!(Socket::dup)]
    #[pyo3(signature = (ai=None))]
    fn dup<'py>(&self, py: Python<'py>, ai: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
        let ai: Option<Info<'_>> = optional("ai", ai)?;
        self.call(py, |socket| socket.dup(ai.as_ref().map(Info::get)))
    }

    #[doc = doc!(Socket::unwrap)]
    fn unwrap<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.shared.unwrap().into_py_result(py)
    }

    #[doc = doc!(Socket::shutdown)]
    #[pyo3(signature = (flag=None))]
    fn shutdown<'py>(&self, py: Python<'py>, flag: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
        let flag = optional("flag", flag)?;
        self.call(py, |socket| socket.shutdown(flag))
    }

    #[doc = doc!(Socket::close)]
    #[pyo3(signature = (flag=None))]
    fn close<'py>(&self, py: Python<'py>, flag: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
        let flag = optional("flag", flag)?;
        gil::detached(py, || self.shared.close(flag))
    }

    #[doc = doc!(Socket::fd)]
    fn fd<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.shared.inner().fd()).into_py_result(py)
    }

    #[doc = doc!(Socket::fileno)]
    fn fileno<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.shared.inner().fd()).into_py_result(py)
    }

    #[doc = doc!(Socket::family)]
    fn family<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.shared.inner().family()).into_py_result(py)
    }

    #[doc = doc!(Socket::socktype)]
    fn socktype<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.shared.inner().socktype()).into_py_result(py)
    }

    #[doc = doc!(Socket::protocol)]
    fn protocol<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.shared.inner().protocol()).into_py_result(py)
    }

    #[doc = doc!(Socket::cloexec)]
    #[pyo3(signature = (enable=None))]
    fn cloexec<'py>(&self, py: Python<'py>, enable: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
        let enable = optional("enable", enable)?;
        self.call(py, |socket| socket.cloexec(enable))
    }

    #[doc = doc!(Socket::nonblock)]
    #[pyo3(signature = (enable=None))]
    fn nonblock<'py>(&self, py: Python<'py>, enable: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
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
        gil::detached(py, || self.shared.close(None)).map(drop)
    }

    #[doc = doc!(Socket::__repr__)]
    fn __repr__<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        results::shown(py, "Socket", || self.shared.acquire().describe())
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

#[doc = doc!(socket::new)]
#[pyfunction]
#[pyo3(signature = (ai, nonblock=None), text_signature = "(ai, nonblock=False)")]
pub(crate) fn new<'py>(
    py: Python<'py>,
    ai: Arg<'_, 'py>,
    nonblock: Option<Arg<'_, 'py>>,
) -> PyResultAny<'py> {
    let ai: Info<'_> = required("ai", ai)?;
    let nonblock = optional("nonblock", nonblock)?.unwrap_or(false);
    gil::call(py, || core::Socket::new(ai.get(), nonblock))
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
) -> PyResultAny<'py> {
    let socktype = required("socktype", socktype)?;
    let nonblock = optional("nonblock", nonblock)?.unwrap_or(false);
    let protocol = optional("protocol", protocol)?.unwrap_or(0);
    gil::call(py, || core::Socket::pair(socktype, nonblock, protocol))
}

#[doc = doc!(socket::wrap)]
#[pyfunction]
#[pyo3(signature = (fd, nonblock=None))]
pub(crate) fn wrap<'py>(
    py: Python<'py>,
    fd: Arg<'_, 'py>,
    nonblock: Option<Arg<'_, 'py>>,
) -> PyResultAny<'py> {
    let (fd, nonblock) = (required("fd", fd)?, optional("nonblock", nonblock)?);
    gil::call(py, || core::Socket::wrap(fd, nonblock))
}

#[doc = doc!(socket::listenfds)]
#[pyfunction]
pub(crate) fn listenfds(py: Python<'_>) -> PyResultAny<'_> {
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

#[doc = doc!(socket::shutdown)]
#[pyfunction]
#[pyo3(signature = (fd, flag=None))]
pub(crate) fn shutdown<'py>(
    py: Python<'py>,
    fd: Arg<'_, 'py>,
    flag: Option<Arg<'_, 'py>>,
) -> PyResultAny<'py> {
    let (fd, flag) = (required("fd", fd)?, optional("flag", flag)?);
    gil::call(py, || core::shutdown(fd, flag))
}

#[doc = doc!(socket::close)]
#[pyfunction]
#[pyo3(signature = (fd, flag=None))]
pub(crate) fn close<'py>(
    py: Python<'py>,
    fd: Arg<'_, 'py>,
    flag: Option<Arg<'_, 'py>>,
) -> PyResultAny<'py> {
    let (fd, flag) = (required("fd", fd)?, optional("flag", flag)?);
    gil::detached(py, || core::close(fd, flag))
}
