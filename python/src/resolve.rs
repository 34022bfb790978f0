//! The resolver: from names to addresses, and from addresses to names.

use std::time::Duration;

use libc::{AF_INET6, AF_UNSPEC};
use llsocket_core::{self as core, AddrInfoList, HOST_MAX, Lookup, Result, Text};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::address::{AddrInfo, number};
use crate::args::{Arg, Chars, Path, flags, optional, required};
use crate::gil;
use crate::results::{IntoPyResult, PyResultAny};

#[pymethods]
impl AddrInfo {
    #[doc = doc!(AddrInfo::nameinfo)]
    #[pyo3(signature = (*flags))]
    fn nameinfo<'py>(&self, py: Python<'py>, flags: &Bound<'py, PyTuple>) -> PyResultAny<'py> {
        let (info, flags) = (self.info, self::flags(flags)?);
        patiently(py, info.addr.ip().is_some() && !is(flags, libc::NI_NUMERICHOST), move || {
            info.nameinfo(flags)
        })
    }

    #[doc = doc!(AddrInfo::getnameinfo)]
    #[pyo3(signature = (*flags))]
    fn getnameinfo<'py>(&self, py: Python<'py>, flags: &Bound<'py, PyTuple>) -> PyResultAny<'py> {
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
            ) -> PyResultAny<'py> {
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
) -> PyResultAny<'py> {
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
) -> PyResultAny<'py> {
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
) -> PyResultAny<'py> {
    let flags = self::flags(flags)?;
    // What is cut off here is a name too long to be known all the same.
    let owned = |text: Option<Chars<'_>>| text.map(|Chars(text)| Text::<HOST_MAX>::from(&*text));
    let (host, port) = (owned(host), owned(port));
    let asks = host.is_some_and(|host| core::Addr::parse(host.as_bytes(), 0).is_err());
    let find = move || -> Result<AddrInfoList> {
        let (host, port) = (host.as_ref().map(Text::as_bytes), port.as_ref().map(Text::as_bytes));
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
) -> PyResultAny<'py>
where
    Result<T>: IntoPyResult<'py>,
{
    if !asks {
        return gil::detached(py, find);
    }
    let mut lookup = match Lookup::start("getaddrinfo", find) {
        Ok(lookup) => lookup,
        Err(error) => return Err::<T, _>(error).into_py_result(py),
    };
    loop {
        let lookup = &mut lookup;
        let answer = py.detach(move || lookup.wait(TICK));
        py.check_signals()?;
        if let Some(result) = answer {
            return result.into_py_result(py);
        }
    }
}
