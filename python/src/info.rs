//! What the kernel tells of a socket in structures, and options without a name.

use llsocket_core as core;
use pyo3::prelude::*;

use crate::args::{Arg, OptionValue, optional, required};
use crate::results::PyResultAny;
use crate::socket::Socket;

#[pymethods]
impl Socket {
    #[doc = doc!(Socket::tcpinfo)]
    fn tcpinfo<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.call(py, core::Socket::tcpinfo)
    }

    #[doc = doc!(Socket::mptcpinfo)]
    fn mptcpinfo<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.call(py, core::Socket::mptcpinfo)
    }

    #[doc = doc!(Socket::meminfo)]
    fn meminfo<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.call(py, core::Socket::meminfo)
    }

    #[doc = doc!(Socket::peercred)]
    fn peercred<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.call(py, core::Socket::peercred)
    }

    #[doc = doc!(Socket::peergroups)]
    fn peergroups<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.call(py, core::Socket::peergroups)
    }

    #[doc = doc!(Socket::peerpidfd)]
    fn peerpidfd<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.call(py, core::Socket::peerpidfd)
    }

    #[doc = doc!(Socket::getsockopt)]
    #[pyo3(signature = (level, name, size=None))]
    fn getsockopt<'py>(
        &self,
        py: Python<'py>,
        level: Arg<'_, 'py>,
        name: Arg<'_, 'py>,
        size: Option<Arg<'_, 'py>>,
    ) -> PyResultAny<'py> {
        let (level, name) = (required("level", level)?, required("name", name)?);
        let size = optional("size", size)?;
        self.call(py, |socket| socket.getsockopt(level, name, size))
    }

    #[doc = doc!(Socket::setsockopt)]
    fn setsockopt<'py>(
        &self,
        py: Python<'py>,
        level: Arg<'_, 'py>,
        name: Arg<'_, 'py>,
        value: Arg<'_, 'py>,
    ) -> PyResultAny<'py> {
        let (level, name) = (required("level", level)?, required("name", name)?);
        let value: OptionValue<'_, '_> = required("value", value)?;
        self.call(py, |socket| socket.setsockopt(level, name, &value.get()))
    }
}
