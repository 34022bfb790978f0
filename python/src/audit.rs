//! The audit events of PEP 578: those that Python's own `socket` raises, with the arguments that they have there.
//!
//! Nothing is made for them unless somebody listens. What a listener raises ends the call before it has done anything.

use std::ffi::CStr;

use llsocket_core::{Addr, AddrInfo, Unix, c};
use pyo3::prelude::*;

use crate::ffi;
use crate::results::{self, PyResultAny};
use crate::socket::Socket;

/// `event` of a socket and an address: `socket.connect`, `socket.bind`, `socket.sendto`, `socket.sendmsg`.
#[inline]
pub(crate) fn socket<'py>(
    event: &CStr,
    socket: &Bound<'py, Socket>,
    addr: Option<&Addr>,
) -> PyResult<()> {
    let py = socket.py();
    ffi::audit(py, event, || {
        let addr = addr.map_or_else(|| Ok(results::none(py)), |addr| address(py, addr))?;
        ffi::tuple2(socket.as_any(), &addr)
    })
}

/// `event` of an address for which there is no socket yet.
pub(crate) fn unopened(py: Python<'_>, event: &CStr, addr: &Addr) -> PyResult<()> {
    ffi::audit(py, event, || ffi::tuple2(&results::none(py), &address(py, addr)?))
}

/// `socket.__new__` of a socket: the object, its family, its type, its protocol.
pub(crate) fn opened(socket: &Bound<'_, Socket>) -> PyResult<()> {
    let (py, inner) = (socket.py(), socket.get().shared.inner());
    ffi::audit(py, c"socket.__new__", || {
        let number = |number: i32| ffi::integer(py, number.into());
        ffi::tuple4([
            socket.as_any().clone(),
            number(inner.family())?,
            number(inner.socktype())?,
            number(inner.protocol())?,
        ])
    })
}

/// `socket.getaddrinfo`: the host, the port, the family, the type, the protocol.
pub(crate) fn getaddrinfo(
    py: Python<'_>,
    host: Option<&[u8]>,
    port: Option<&[u8]>,
    numbers: [i32; 3],
) -> PyResult<()> {
    ffi::audit(py, c"socket.getaddrinfo", || {
        let arguments = ffi::list(py)?;
        for text in [host, port] {
            arguments
                .append(text.map_or_else(|| Ok(results::none(py)), |text| ffi::text(py, text))?)?;
        }
        for number in numbers {
            arguments.append(ffi::integer(py, number.into())?)?;
        }
        ffi::tuple(&arguments)
    })
}

/// `socket.getnameinfo`: the address.
pub(crate) fn getnameinfo(py: Python<'_>, info: &AddrInfo) -> PyResult<()> {
    ffi::audit(py, c"socket.getnameinfo", || {
        let arguments = ffi::list(py)?;
        arguments.append(address(py, &info.addr)?)?;
        ffi::tuple(&arguments)
    })
}

/// `socket.getservbyname` or `socket.getservbyport`: the name or the port, and the protocol.
pub(crate) fn service(
    py: Python<'_>,
    event: &CStr,
    what: &Bound<'_, PyAny>,
    protocol: Option<&[u8]>,
) -> PyResult<()> {
    ffi::audit(py, event, || {
        let protocol =
            protocol.map_or_else(|| Ok(results::none(py)), |text| ffi::text(py, text))?;
        ffi::tuple2(what, &protocol)
    })
}

/// `socket.gethostname`, which has no arguments.
pub(crate) fn gethostname(py: Python<'_>) -> PyResult<()> {
    ffi::audit(py, c"socket.gethostname", || ffi::tuple(&ffi::list(py)?))
}

/// An address as Python's `socket` has it: a host and a port, a path, or bytes.
fn address<'py>(py: Python<'py>, addr: &Addr) -> PyResultAny<'py> {
    let number = |number: Option<u32>| ffi::integer(py, number.unwrap_or(0).into());
    match (addr.family(), addr.as_unix()) {
        (c::AF_INET, _) => {
            ffi::tuple2(&ffi::text(py, addr.text().as_bytes())?, &number(addr.port())?)
        }
        (c::AF_INET6, _) => ffi::tuple4([
            ffi::text(py, addr.text().as_bytes())?,
            number(addr.port())?,
            number(addr.flowinfo())?,
            number(addr.scopeid())?,
        ]),
        (_, Some(Unix::Path(path))) => ffi::text(py, path),
        (_, Some(Unix::Unnamed)) => ffi::text(py, b""),
        (_, Some(Unix::Abstract(name))) => ffi::bytes(py, name).map(Bound::into_any),
        _ => ffi::bytes(py, addr.as_bytes()).map(Bound::into_any),
    }
}
