//! Results that have to be good ones: what failed is raised.

use llsocket_core::c::ECONNRESET;
use pyo3::exceptions::{PyConnectionResetError, PyOSError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyTuple};

use crate::results::PyResultAny;
use crate::{ffi, gil};

/// Adds the function to the module.
pub(crate) fn add_functions(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let function = pyo3::wrap_pyfunction!(must, module)?;
    crate::add_function(module, "llsocket", "must", &function)
}

#[doc = doc!(llsocket::must)]
#[pyfunction]
#[pyo3(signature = (*results), text_signature = None)]
fn must<'py>(py: Python<'py>, results: &Bound<'py, PyTuple>) -> PyResultAny<'py> {
    gil::guard(py, || {
        if results.len() != 1 {
            return value(results);
        }
        let result = results.get_item(0)?;
        if result.is_none() {
            return Ok(result);
        }
        match result.cast::<PyTuple>() {
            Ok(results) => value(results),
            Err(_) if result.is_instance_of::<PyOSError>() => Err(PyErr::from_value(result)),
            Err(_) => Err(no_results(py)),
        }
    })
}

/// The value of the results of shapes V, A and F.
fn value<'py>(results: &Bound<'py, PyTuple>) -> PyResultAny<'py> {
    let py = results.py();
    let at = |index| results.get_item(index);
    let is_bool = |index| at(index).map(|item| item.is_instance_of::<PyBool>());
    // Where the error stands, and again behind it.
    let (err, has_again) = match results.len() {
        2 => (1, false),
        4 if is_bool(3)? => (2, true),
        3 | 4 if is_bool(2)? => (1, true),
        _ => return Err(no_results(py)),
    };
    let (value, error) = (at(0)?, at(err)?);
    if !error.is_none() {
        if error.is_instance_of::<PyOSError>() {
            return Err(PyErr::from_value(error));
        }
        return Err(no_results(py));
    }
    if has_again && value.is_none() && !at(err + 1)?.is_truthy()? {
        return Err(closed(py)?);
    }
    match results.len() {
        4 if err == 2 => ffi::tuple2(&value, &at(1)?),
        4 => ffi::tuple2(&value, &at(3)?),
        _ => Ok(value),
    }
}

/// The exception that says that the peer has closed.
#[cold]
fn closed(py: Python<'_>) -> PyResult<PyErr> {
    let args =
        ffi::tuple2(&ffi::integer(py, ECONNRESET.into())?, &ffi::text(py, b"closed by peer")?)?;
    let class = py.get_type::<PyConnectionResetError>();
    Ok(PyErr::from_value(class.call1(args.cast_into::<PyTuple>()?)?))
}

#[cold]
fn no_results(py: Python<'_>) -> PyErr {
    let message =
        &b"must() takes the result of a call: an OSError or None, or a tuple with one in it"[..];
    ffi::exception(&py.get_type::<PyTypeError>(), &llsocket_core::Text::<128>::from(message))
}
