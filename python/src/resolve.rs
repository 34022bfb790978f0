//! The resolver: from names to addresses, and from addresses to names.

use std::time::Duration;

use llsocket_core::c::{AF_INET6, AF_UNSPEC, AI_NUMERICHOST, NI_NUMERICHOST};
use llsocket_core::{self as core, AddrInfoList, HOST_MAX, Lookup, Result, Service, Text, Waited};
use pyo3::prelude::*;

use crate::address::AddrInfo;
use crate::args::{Chars, Path};
use crate::results::{IntoPyResult, PyResultAny};
use crate::{audit, gil};

methods! { AddrInfo {
    nameinfo(*flags) => |this, py| this.nameinfo_impl(py, flags);
    getnameinfo(*flags) => |this, py| this.nameinfo_impl(py, flags);
} }

impl AddrInfo {
    fn nameinfo_impl<'py>(&self, py: Python<'py>, flags: i32) -> PyResultAny<'py> {
        let info = self.info;
        audit::getnameinfo(py, &info)?;
        let asks = info.addr.ip().is_some() && !is(flags, NI_NUMERICHOST);
        on_thread(py, asks, move || info.nameinfo(flags))
    }
}

functions! { add_inet: inet {
    getaddrinfo([
        host: Chars<'_>, port: Service, socktype: i32 = 0, protocol: i32 = 0
    ], *flags) => |py| resolve(py, host, port.as_ref(), [AF_UNSPEC, socktype, protocol], flags);
    getaddrinfo6([
        host: Chars<'_>, port: Service, socktype: i32 = 0, protocol: i32 = 0
    ], *flags) => |py| resolve(py, host, port.as_ref(), [AF_INET6, socktype, protocol], flags);
} }

functions! { add_unix: unix {
    getaddrinfo(path: Path [, socktype: i32 = 0, protocol: i32 = 0], *flags) = {
        // They are checked, and mean nothing to a path.
        let _ = flags;
        core::AddrInfo::unix(&path.0, socktype, protocol).map(|info| [info])
    };
} }

functions! { add_addrinfo: addrinfo {
    getaddrinfo([
        host: Chars<'_>, port: Service, family: i32 = 0, socktype: i32 = 0, protocol: i32 = 0
    ], *flags) => |py| resolve(py, host, port.as_ref(), [family, socktype, protocol], flags);
} }

fn resolve<'py>(
    py: Python<'py>,
    host: Option<Chars<'_>>,
    port: Option<&Service>,
    [family, socktype, protocol]: [i32; 3],
    flags: i32,
) -> PyResultAny<'py> {
    // What is cut off here is a name too long to be known all the same.
    audit::getaddrinfo(
        py,
        host.as_deref(),
        port.map(Service::as_bytes),
        [family, socktype, protocol],
    )?;
    let host = host.map(|host| Text::<HOST_MAX>::from(&*host));
    let port = port.copied();
    let asks = host.is_some_and(|host| core::Addr::parse(host.as_bytes(), 0).is_err());
    let find = move || -> Result<AddrInfoList> {
        let (host, port) =
            (host.as_ref().map(Text::as_bytes), port.as_ref().map(Service::as_bytes));
        core::getaddrinfo(host, port, family, socktype, protocol, flags)
    };
    on_thread(py, asks && !is(flags, AI_NUMERICHOST), find)
}

fn is(flags: i32, flag: i32) -> bool {
    flags & flag != 0
}

/// How long a signal may wait for its handler while a resolver is asked, where it does not end the wait.
pub(crate) const TICK: Duration = Duration::from_millis(50);

/// Asks the system's resolver, which cannot be interrupted. Where it may go and `asks` other hosts, a
/// thread of its own does that, and is left alone with the question when a handler raises.
fn on_thread<'py, T: Send + 'static>(
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
        if let Waited::Answered(result) = answer {
            return result.into_py_result(py);
        }
    }
}
