//! Waiting for one socket.

use llsocket_core::{Attempt, Outcome, Readiness, Seconds};
use pyo3::prelude::*;

use crate::gil;
use crate::results::{IntoPyResult, PyResultAny};
use crate::socket::Socket;

methods! { Socket {
    recvable([sec: Seconds]) => |this, py| this.wait_for(py, Readiness::Recv, sec);
    sendable([sec: Seconds]) => |this, py| this.wait_for(py, Readiness::Send, sec);
} }

impl Socket {
    fn wait_for<'py>(
        &self,
        py: Python<'py>,
        readiness: Readiness,
        sec: Option<Seconds>,
    ) -> PyResultAny<'py> {
        match self.shared.waiting(readiness, sec) {
            Ok(blocking) => gil::wait(py, blocking, |_| Attempt::Ended(Outcome::Done(true)))?,
            Err(error) => Outcome::Failed(error),
        }
        .into_py_result(py)
    }
}
