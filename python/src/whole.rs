//! Sends and receives that go on until the whole is done.

use llsocket_core::value::Bytes;
use llsocket_core::{self as core, Attempt, Outcome, Readiness, RecvExactly, Seconds, SendAll};
use pyo3::prelude::*;

use crate::ffi::Buffer;
use crate::gil;
use crate::results::{IntoPyResult, PyResultAny};
use crate::send_recv::LARGE;
use crate::socket::Socket;

methods! { Socket {
    sendall(msg: Buffer<'_, '_> [, sec: Seconds]) => |this, py| this.sendall_impl(py, &msg, sec);
    recvexactly(size: i64 [, sec: Seconds]) => |this, py| this.recvexactly_impl(py, size, sec);
} }

impl Socket {
    fn sendall_impl<'py>(
        &self,
        py: Python<'py>,
        msg: &[u8],
        sec: Option<Seconds>,
    ) -> PyResultAny<'py> {
        let sending = SendAll::new(&self.shared.acquire(), msg);
        let mut sending = match sending {
            Ok(sending) => sending,
            Err(outcome) => return outcome.into_py_result(py),
        };
        let outcome = self.whole(py, Readiness::Send, sec, msg.len() > LARGE, |socket| {
            sending.attempt(socket, msg)
        })?;
        sending.end(outcome).into_py_result(py)
    }

    fn recvexactly_impl<'py>(
        &self,
        py: Python<'py>,
        size: i64,
        sec: Option<Seconds>,
    ) -> PyResultAny<'py> {
        let receiving = RecvExactly::new(&self.shared.acquire(), size);
        let mut receiving = match receiving {
            Ok(receiving) => receiving,
            Err(outcome) => return outcome.map(Bytes).into_py_result(py),
        };
        let copies_much = usize::try_from(size).is_ok_and(|size| size > LARGE);
        let outcome =
            self.whole(py, Readiness::Recv, sec, copies_much, |socket| receiving.attempt(socket))?;
        receiving.end(outcome).map(Bytes).into_py_result(py)
    }

    /// Tries at once, and then waits and tries until `attempt` has ended.
    fn whole(
        &self,
        py: Python<'_>,
        readiness: Readiness,
        sec: Option<Seconds>,
        copies_much: bool,
        mut attempt: impl FnMut(&core::Socket) -> Attempt<()> + Send,
    ) -> PyResult<Outcome<()>> {
        let blocking = match self.shared.all(readiness, sec) {
            Ok(blocking) => blocking,
            Err(error) => return Ok(Outcome::Failed(error)),
        };
        match self.try_now(py, copies_much, &mut attempt) {
            Attempt::Ended(outcome) => Ok(outcome),
            _ => gil::wait(py, blocking, attempt),
        }
    }
}
