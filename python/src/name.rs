//! Names and numbers: addresses as bytes, byte order, services, protocols, hosts, errors.

use llsocket_core::name;
use pyo3::prelude::*;

use crate::args::{Arg, Chars, optional, required};
use crate::border::Buffer;
use crate::gil;
use crate::results::{Answer, Plain};

#[doc = doc!(llsocket::pton)]
#[pyfunction]
pub(crate) fn pton<'py>(py: Python<'py>, family: Arg<'_, 'py>, text: Arg<'_, 'py>) -> Answer<'py> {
    let (family, Chars(text)) = (required("family", family)?, required("text", text)?);
    gil::call(py, || name::pton(family, &text))
}

#[doc = doc!(llsocket::ntop)]
#[pyfunction]
pub(crate) fn ntop<'py>(py: Python<'py>, family: Arg<'_, 'py>, bytes: Arg<'_, 'py>) -> Answer<'py> {
    let family = required("family", family)?;
    let bytes: Buffer<'_, '_> = required("bytes", bytes)?;
    gil::call(py, || name::ntop(family, &bytes))
}

macro_rules! numbers {
    ($($name:ident = $core:ident;)+) => {
        $(
            #[doc = doc!(llsocket::$name)]
            #[pyfunction]
            pub(crate) fn $name<'py>(py: Python<'py>, number: Arg<'_, 'py>) -> Answer<'py> {
                let number = required("number", number)?;
                gil::call(py, || Plain(name::$core(number)))
            }
        )+
    };
}

numbers! {
    htons = swap_short;
    htonl = swap_long;
    ntohs = swap_short;
    ntohl = swap_long;
}

#[doc = doc!(llsocket::strerror)]
#[pyfunction]
pub(crate) fn strerror<'py>(py: Python<'py>, errno: Arg<'_, 'py>) -> Answer<'py> {
    let errno = required("errno", errno)?;
    gil::call(py, || Plain(name::strerror(errno)))
}

#[doc = doc!(llsocket::gaistrerror)]
#[pyfunction]
pub(crate) fn gaistrerror<'py>(py: Python<'py>, code: Arg<'_, 'py>) -> Answer<'py> {
    let code = required("code", code)?;
    gil::call(py, || Plain(name::gaistrerror(code)))
}

#[doc = doc!(llsocket::getservbyname)]
#[pyfunction]
#[pyo3(signature = (name, protocol=None))]
pub(crate) fn getservbyname<'py>(
    py: Python<'py>,
    name: Arg<'_, 'py>,
    protocol: Option<Arg<'_, 'py>>,
) -> Answer<'py> {
    let Chars(name) = required("name", name)?;
    let protocol: Option<Chars<'_>> = optional("protocol", protocol)?;
    gil::detached(py, || {
        name::getservbyname(&name, protocol.as_ref().map(|Chars(protocol)| &**protocol))
    })
}

#[doc = doc!(llsocket::getservbyport)]
#[pyfunction]
#[pyo3(signature = (port, protocol=None))]
pub(crate) fn getservbyport<'py>(
    py: Python<'py>,
    port: Arg<'_, 'py>,
    protocol: Option<Arg<'_, 'py>>,
) -> Answer<'py> {
    let port = required("port", port)?;
    let protocol: Option<Chars<'_>> = optional("protocol", protocol)?;
    gil::detached(py, || {
        name::getservbyport(port, protocol.as_ref().map(|Chars(protocol)| &**protocol))
    })
}

#[doc = doc!(llsocket::getprotobyname)]
#[pyfunction]
pub(crate) fn getprotobyname<'py>(py: Python<'py>, name: Arg<'_, 'py>) -> Answer<'py> {
    let Chars(name) = required("name", name)?;
    gil::call(py, || name::getprotobyname(&name))
}

#[doc = doc!(llsocket::gethostname)]
#[pyfunction]
pub(crate) fn gethostname(py: Python<'_>) -> Answer<'_> {
    gil::call(py, name::gethostname)
}
