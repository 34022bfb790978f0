//! Waiting for one socket.

use llsocket_core::{Attempt, Outcome, Readiness, Seconds};
use pyo3::prelude::*;

use crate::args::{Arg, optional};
use crate::gil;
use crate::results::{IntoPyResult, PyResultAny};
use crate::socket::Socket;

#[pymethods]
impl Socket {
    #[doc = doc!(Socket::recvable)]
    #[pyo3(signature = (sec=None))]
    fn recvable<'py>(&self, py: Python<'py>, sec: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
        self.wait_for(py, Readiness::Recv, sec)
    }

    #[doc = doc!(Socket::sendable)]
    #[pyo3(signature = (sec=None))]
    fn sendable<'py>(&self, py: Python<'py>, sec: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
        self.wait_for(py, Readiness::Send, sec)
    }
}

impl Socket {
    fn wait_for<'py>(
        &self,
        py: Python<'py>,
        readiness: Readiness,
        sec: Option<Arg<'_, 'py>>,
    ) -> PyResultAny<'py> {
        let sec: Option<Seconds> = optional("sec", sec)?;
        match self.shared.waiting(readiness, sec) {
            Ok(blocking) => gil::wait(py, blocking, |_| Attempt::Ended(Outcome::Done(true)))?,
            Err(error) => Outcome::Failed(error),
        }
        .into_py_result(py)
    }
}
