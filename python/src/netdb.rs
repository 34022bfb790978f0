//! Names and numbers: addresses as bytes, byte order, services, protocols, hosts, errors.

use llsocket_core::netdb;
use pyo3::prelude::*;

use crate::args::{Arg, Chars, optional, required};
use crate::ffi::Buffer;
use crate::gil;
use crate::results::{Plain, PyResultAny};

#[doc = doc!(llsocket::pton)]
#[pyfunction]
pub(crate) fn pton<'py>(
    py: Python<'py>,
    family: Arg<'_, 'py>,
    text: Arg<'_, 'py>,
) -> PyResultAny<'py> {
    let (family, Chars(text)) = (required("family", family)?, required("text", text)?);
    gil::call(py, || netdb::pton(family, &text))
}

#[doc = doc!(llsocket::ntop)]
#[pyfunction]
pub(crate) fn ntop<'py>(
    py: Python<'py>,
    family: Arg<'_, 'py>,
    bytes: Arg<'_, 'py>,
) -> PyResultAny<'py> {
    let family = required("family", family)?;
    let bytes: Buffer<'_, '_> = required("bytes", bytes)?;
    gil::call(py, || netdb::ntop(family, &bytes))
}

macro_rules! numbers {
    ($($name:ident = $core:ident;)+) => {
        $(
            #[doc = doc!(llsocket::$name)]
            #[pyfunction]
            pub(crate) fn $name<'py>(py: Python<'py>, number: Arg<'_, 'py>) -> PyResultAny<'py> {
                let number = required("number", number)?;
                gil::call(py, || Plain(netdb::$core(number)))
            }
        )+
    };
}

numbers! {
    htons = htons;
    htonl = htonl;
    ntohs = htons;
    ntohl = htonl;
}

#[doc = doc!(llsocket::strerror)]
#[pyfunction]
pub(crate) fn strerror<'py>(py: Python<'py>, errno: Arg<'_, 'py>) -> PyResultAny<'py> {
    let errno = required("errno", errno)?;
    gil::call(py, || Plain(netdb::strerror(errno)))
}

#[doc = doc!(llsocket::gaistrerror)]
#[pyfunction]
pub(crate) fn gaistrerror<'py>(py: Python<'py>, code: Arg<'_, 'py>) -> PyResultAny<'py> {
    let code = required("code", code)?;
    gil::call(py, || Plain(netdb::gaistrerror(code)))
}

#[doc = doc!(llsocket::getservbyname)]
#[pyfunction]
#[pyo3(signature = (name, protocol=None))]
pub(crate) fn getservbyname<'py>(
    py: Python<'py>,
    name: Arg<'_, 'py>,
    protocol: Option<Arg<'_, 'py>>,
) -> PyResultAny<'py> {
    let Chars(name) = required("name", name)?;
    let protocol: Option<Chars<'_>> = optional("protocol", protocol)?;
    gil::detached(py, || {
        netdb::getservbyname(&name, protocol.as_ref().map(|Chars(protocol)| &**protocol))
    })
}

#[doc = doc!(llsocket::getservbyport)]
#[pyfunction]
#[pyo3(signature = (port, protocol=None))]
pub(crate) fn getservbyport<'py>(
    py: Python<'py>,
    port: Arg<'_, 'py>,
    protocol: Option<Arg<'_, 'py>>,
) -> PyResultAny<'py> {
    let port = required("port", port)?;
    let protocol: Option<Chars<'_>> = optional("protocol", protocol)?;
    gil::detached(py, || {
        netdb::getservbyport(port, protocol.as_ref().map(|Chars(protocol)| &**protocol))
    })
}

#[doc = doc!(llsocket::getprotobyname)]
#[pyfunction]
pub(crate) fn getprotobyname<'py>(py: Python<'py>, name: Arg<'_, 'py>) -> PyResultAny<'py> {
    let Chars(name) = required("name", name)?;
    gil::call(py, || netdb::getprotobyname(&name))
}

#[doc = doc!(llsocket::gethostname)]
#[pyfunction]
pub(crate) fn gethostname(py: Python<'_>) -> PyResultAny<'_> {
    gil::call(py, netdb::gethostname)
}
