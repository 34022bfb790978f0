//! The clock, and waiting for it.

use llsocket_core::poll::{self, Sleep};
use llsocket_core::{Outcome, Seconds};
use pyo3::prelude::*;

use crate::gil;
use crate::results::{IntoPyResult, Plain, PyResultAny};

functions! { add_functions: poll {
    monotonic() = Plain(poll::monotonic());
    sleep(sec: Seconds) => |py| sleep_impl(py, sec);
} }

fn sleep_impl(py: Python<'_>, sec: Seconds) -> PyResultAny<'_> {
    match Sleep::new(sec) {
        Ok(mut sleep) => gil::run(py, || sleep.run())?,
        Err(error) => Outcome::Failed(error),
    }
    .map(|()| true)
    .into_py_result(py)
}
