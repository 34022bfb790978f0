//! Control messages: descriptors that are passed with a message.

use libc::MSG_DONTWAIT;
use llsocket_core::Readiness;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::args::{Arg, Descriptor, Info, flags, optional, required};
use crate::results::{IntoPyResult, PyResultAny};
use crate::socket::Socket;

#[pymethods]
impl Socket {
    #[doc = doc!(Socket::sendfd)]
    #[pyo3(signature = (fd, ai=None, *flags))]
    fn sendfd<'py>(
        &self,
        py: Python<'py>,
        fd: Arg<'_, 'py>,
        ai: Option<Arg<'_, 'py>>,
        flags: &Bound<'py, PyTuple>,
    ) -> PyResultAny<'py> {
        let (fd, flags): (Descriptor<'_, '_>, _) = (required("fd", fd)?, self::flags(flags)?);
        let ai: Option<Info<'_>> = optional("ai", ai)?;
        let info = ai.as_ref().map(Info::get);
        fd.lend(|fd| {
            self.send_whole(py, false, flags, |socket, _, flags| socket.sendfd(fd, info, flags))
        })?
        .into_py_result(py)
    }

    #[doc = doc!(Socket::recvfd)]
    #[pyo3(signature = (*flags))]
    fn recvfd<'py>(&self, py: Python<'py>, flags: &Bound<'py, PyTuple>) -> PyResultAny<'py> {
        let flags = self::flags(flags)?;
        self.try_then_wait(py, Readiness::Recv, false, flags, |socket| {
            socket.recvfd(flags | MSG_DONTWAIT).into()
        })?
        .into_py_result(py)
    }
}
