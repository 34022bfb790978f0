//! The interfaces of this host.

use llsocket_core::device;
use pyo3::prelude::*;

use crate::args::{Arg, Chars, required};
use crate::gil;
use crate::results::PyResultAny;

#[doc = doc!(device::getifaddrs)]
#[pyfunction]
pub(crate) fn getifaddrs(py: Python<'_>) -> PyResultAny<'_> {
    gil::call(py, device::getifaddrs)
}

#[doc = doc!(device::macaddrs)]
#[pyfunction]
pub(crate) fn macaddrs(py: Python<'_>) -> PyResultAny<'_> {
    gil::call(py, device::macaddrs)
}

#[doc = doc!(device::nametoindex)]
#[pyfunction]
pub(crate) fn nametoindex<'py>(py: Python<'py>, name: Arg<'_, 'py>) -> PyResultAny<'py> {
    let Chars(name) = required("name", name)?;
    gil::call(py, || device::nametoindex(&name))
}

#[doc = doc!(device::indextoname)]
#[pyfunction]
pub(crate) fn indextoname<'py>(py: Python<'py>, index: Arg<'_, 'py>) -> PyResultAny<'py> {
    let index = required("index", index)?;
    gil::call(py, || device::indextoname(index))
}

#[doc = doc!(device::nameindex)]
#[pyfunction]
pub(crate) fn nameindex(py: Python<'_>) -> PyResultAny<'_> {
    gil::call(py, device::nameindex)
}
