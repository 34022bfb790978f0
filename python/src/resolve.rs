//! Names to addresses and back.

use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use libc::{AF_INET6, AF_UNSPEC};
use llsocket_core::{self as core, Error, Resolved, Result};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::address::{AddrInfo, number};
use crate::args::{Arg, Chars, Path, flags, optional, required};
use crate::gil;
use crate::results::{Answer, Shape};

#[pymethods]
impl AddrInfo {
    #[doc = doc!(AddrInfo::nameinfo)]
    #[pyo3(signature = (*flags))]
    fn nameinfo<'py>(&self, py: Python<'py>, flags: &Bound<'py, PyTuple>) -> Answer<'py> {
        let (info, flags) = (self.info, self::flags(flags)?);
        patiently(py, info.addr.ip().is_some() && !is(flags, libc::NI_NUMERICHOST), move || {
            info.nameinfo(flags)
        })
    }

    #[doc = doc!(AddrInfo::getnameinfo)]
    #[pyo3(signature = (*flags))]
    fn getnameinfo<'py>(&self, py: Python<'py>, flags: &Bound<'py, PyTuple>) -> Answer<'py> {
        self.nameinfo(py, flags)
    }
}

macro_rules! internet {
    ($($name:ident: $family:expr;)+) => {
        $(
            #[doc = doc!(inet::$name)]
            #[pyfunction]
            #[pyo3(
                signature = (host=None, port=None, socktype=None, protocol=None, *flags),
                text_signature = "(host=None, port=None, socktype=0, protocol=0, *flags)"
            )]
            pub(crate) fn $name<'py>(
                py: Python<'py>,
                host: Option<Arg<'_, 'py>>,
                port: Option<Arg<'_, 'py>>,
                socktype: Option<Arg<'_, 'py>>,
                protocol: Option<Arg<'_, 'py>>,
                flags: &Bound<'py, PyTuple>,
            ) -> Answer<'py> {
                let kind = [$family, number("socktype", socktype)?, number("protocol", protocol)?];
                resolve(py, optional("host", host)?, optional("port", port)?, kind, flags)
            }
        )+
    };
}

internet! {
    getaddrinfo: AF_UNSPEC;
    getaddrinfo6: AF_INET6;
}

#[doc = doc!(addrinfo::getaddrinfo)]
#[pyfunction]
#[pyo3(
    name = "getaddrinfo",
    signature = (host=None, port=None, family=None, socktype=None, protocol=None, *flags),
    text_signature = "(host=None, port=None, family=0, socktype=0, protocol=0, *flags)"
)]
pub(crate) fn of_family<'py>(
    py: Python<'py>,
    host: Option<Arg<'_, 'py>>,
    port: Option<Arg<'_, 'py>>,
    family: Option<Arg<'_, 'py>>,
    socktype: Option<Arg<'_, 'py>>,
    protocol: Option<Arg<'_, 'py>>,
    flags: &Bound<'py, PyTuple>,
) -> Answer<'py> {
    let (family, socktype) = (number("family", family)?, number("socktype", socktype)?);
    let kind = [family, socktype, number("protocol", protocol)?];
    resolve(py, optional("host", host)?, optional("port", port)?, kind, flags)
}

#[doc = doc!(unix::getaddrinfo)]
#[pyfunction]
#[pyo3(
    name = "getaddrinfo",
    signature = (path, socktype=None, protocol=None, *flags),
    text_signature = "(path, socktype=0, protocol=0, *flags)"
)]
pub(crate) fn of_path<'py>(
    py: Python<'py>,
    path: Arg<'_, 'py>,
    socktype: Option<Arg<'_, 'py>>,
    protocol: Option<Arg<'_, 'py>>,
    flags: &Bound<'py, PyTuple>,
) -> Answer<'py> {
    let Path(path) = required("path", path)?;
    let (socktype, protocol) = (number("socktype", socktype)?, number("protocol", protocol)?);
    // They are checked, and mean nothing to a path.
    self::flags(flags)?;
    gil::call(py, || core::AddrInfo::unix(&path, socktype, protocol).map(|info| [info]))
}

fn resolve<'py>(
    py: Python<'py>,
    host: Option<Chars<'_>>,
    port: Option<Chars<'_>>,
    [family, socktype, protocol]: [i32; 3],
    flags: &Bound<'py, PyTuple>,
) -> Answer<'py> {
    let flags = self::flags(flags)?;
    let owned = |text: Option<Chars<'_>>| text.map(|Chars(text)| text.into_owned());
    let (host, port) = (owned(host), owned(port));
    let asks = host.as_deref().is_some_and(|host| core::Addr::parse(host, 0).is_err());
    let find = move || -> Result<Resolved> {
        let (host, port) = (host.as_deref(), port.as_deref());
        core::getaddrinfo(host, port, family, socktype, protocol, flags)
    };
    patiently(py, asks && !is(flags, libc::AI_NUMERICHOST), find)
}

fn is(flags: i32, flag: i32) -> bool {
    flags & flag != 0
}

/// How long a signal may wait for its handler while a resolver is asked.
const TICK: Duration = Duration::from_millis(50);

/// Asks the system's resolver, which cannot be interrupted. Where it may go and `asks` other hosts, a
/// thread of its own does that, and is left alone with the question when a handler raises.
fn patiently<'py, T: Send + 'static>(
    py: Python<'py>,
    asks: bool,
    find: impl FnOnce() -> Result<T> + Send + 'static,
) -> Answer<'py>
where
    Result<T>: Shape<'py>,
{
    if !asks {
        return gil::detached(py, find);
    }
    let (answer, mut question) = sync_channel(1);
    let thread = thread::Builder::new().spawn(move || {
        let _ = answer.send(find());
    });
    if thread.is_err() {
        return Err::<T, _>(Error::new("getaddrinfo", libc::EAGAIN)).shape(py);
    }
    loop {
        let question = &mut question;
        let answer = py.detach(move || question.recv_timeout(TICK));
        py.check_signals()?;
        match answer {
            Ok(result) => return result.shape(py),
            Err(RecvTimeoutError::Timeout) => {}
            // The thread is gone without an answer, which only a panic brings about.
            Err(RecvTimeoutError::Disconnected) => {
                return Err::<T, _>(Error::new("getaddrinfo", libc::EIO)).shape(py);
            }
        }
    }
}
