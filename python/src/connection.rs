//! Connections: bind, listen, accept, connect, and the addresses of both ends.

use llsocket_core::{self as core, Connect};
use pyo3::prelude::*;

use crate::args::{Arg, Info, optional};
use crate::results::{Accepted, IntoPyResult, PyResultAny};
use crate::socket::Socket;

#[pymethods]
impl Socket {
    #[doc = doc!(Socket::bind)]
    #[pyo3(signature = (ai=None))]
    fn bind<'py>(&self, py: Python<'py>, ai: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
        let ai: Option<Info<'_>> = optional("ai", ai)?;
        self.call(py, |socket| socket.bind(ai.as_ref().map(Info::get)))
    }

    #[doc = doc!(Socket::connect)]
    #[pyo3(signature = (ai=None))]
    fn connect<'py>(&self, py: Python<'py>, ai: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
        let ai: Option<Info<'_>> = optional("ai", ai)?;
        let mut connect = Connect::new(&self.shared, ai.as_ref().map(|ai| *ai.get()));
        self.wait_until_done(py, |_| connect.run())?.result().into_py_result(py)
    }

    #[doc = doc!(Socket::disconnect)]
    fn disconnect<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.call(py, core::Socket::disconnect)
    }

    #[doc = doc!(Socket::listen)]
    #[pyo3(signature = (backlog=None))]
    fn listen<'py>(&self, py: Python<'py>, backlog: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
        let backlog = optional("backlog", backlog)?;
        self.call(py, |socket| socket.listen(backlog))
    }

    #[doc = doc!(Socket::accept)]
    #[pyo3(signature = (peer=None), text_signature = "($self, peer=False)")]
    fn accept<'py>(&self, py: Python<'py>, peer: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
        match optional("peer", peer)? {
            Some(true) => {
                Accepted(self.accept_impl(py, core::Socket::accept_from)?).into_py_result(py)
            }
            _ => self.accept_impl(py, core::Socket::accept)?.into_py_result(py),
        }
    }

    #[doc = doc!(Socket::acceptfd)]
    fn acceptfd<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.accept_impl(py, core::Socket::acceptfd)?.into_py_result(py)
    }

    #[doc = doc!(Socket::getsockname)]
    fn getsockname<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.call(py, core::Socket::getsockname)
    }

    #[doc = doc!(Socket::getpeername)]
    fn getpeername<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.call(py, core::Socket::getpeername)
    }
}
