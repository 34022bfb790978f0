//! Functions that panic, for the test that no panic gets out. Builds for users do not have them.

use pyo3::prelude::*;

use crate::gil;
use crate::results::PyResultAny;

/// Panics with the interpreter attached.
#[pyfunction]
fn attached(py: Python<'_>) -> PyResultAny<'_> {
    gil::guard(py, || panic!("as the test asked for"))
}

/// Panics while other threads run.
#[pyfunction]
fn detached(py: Python<'_>) -> PyResultAny<'_> {
    gil::guard(py, || {
        gil::detached(py, || -> llsocket_core::Result<()> { panic!("as the test asked for") })
    })
}

pub(crate) fn add_functions(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.setattr("_panic_attached", wrap_pyfunction!(attached, module)?)?;
    module.setattr("_panic_detached", wrap_pyfunction!(detached, module)?)
}
