//! Classic BPF: programs that select the packets that a socket receives.

use llsocket_core::{self as core, BpfProgram};
use pyo3::prelude::*;

use crate::args::{Arg, optional, required};
use crate::results::PyResultAny;
use crate::socket::Socket;

#[pymethods]
impl Socket {
    #[doc = doc!(Socket::attachfilter)]
    #[pyo3(signature = (program=None))]
    fn attachfilter<'py>(
        &self,
        py: Python<'py>,
        program: Option<Arg<'_, 'py>>,
    ) -> PyResultAny<'py> {
        let program: Option<BpfProgram> = optional("program", program)?;
        self.call(py, |socket| socket.attachfilter(program))
    }

    #[doc = doc!(Socket::detachfilter)]
    fn detachfilter<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.call(py, core::Socket::detachfilter)
    }

    #[doc = doc!(Socket::reuseportcbpf)]
    fn reuseportcbpf<'py>(&self, py: Python<'py>, program: Arg<'_, 'py>) -> PyResultAny<'py> {
        let program: BpfProgram = required("program", program)?;
        self.call(py, |socket| socket.reuseportcbpf(program))
    }
}
