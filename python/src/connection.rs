//! Connections: bind, listen, accept, connect, and the addresses of both ends.

use llsocket_core::{self as core, Connect};
use pyo3::prelude::*;

use crate::args::Info;
use crate::audit;
use crate::results::{self, Accepted, IntoPyResult, PyResultAny};
use crate::socket::Socket;

methods! { Socket {
    bind([ai: Info<'_>]) => |this, py, object| {
        let info = ai.as_ref().map(Info::get);
        audit::socket(c"socket.bind", object, this.shared.inner().target_addr(info))?;
        match this.shared.acquire().bind(info) {
            Ok(()) => Ok(results::none(py)),
            error => this.named(info, error.into_py_result(py)?),
        }
    };
    connect([ai: Info<'_>]) => |this, py, object| {
        let info = ai.as_ref().map(Info::get);
        audit::socket(c"socket.connect", object, this.shared.inner().target_addr(info))?;
        let mut connect = Connect::new(&this.shared, info.copied());
        match this.wait_until_done(py, |_| connect.run())?.result() {
            Ok(()) => Ok(results::none(py)),
            error => this.named(info, error.into_py_result(py)?),
        }
    };
    tryconnect([ai: Info<'_>]) => |this, py, object| {
        let info = ai.as_ref().map(Info::get);
        audit::socket(c"socket.connect", object, this.shared.inner().target_addr(info))?;
        let mut connect = Connect::tried(&this.shared, info.copied());
        let outcome = this.wait_until_done(py, |_| connect.run())?.map(|()| true);
        this.named(info, outcome.into_py_result(py)?)
    };
    accept([peer: bool = false]) => |this, py| {
        if peer {
            Accepted(this.accept_impl(py, core::Socket::accept_from)?).into_py_result(py)
        } else {
            this.accept_impl(py, core::Socket::accept)?.into_py_result(py)
        }
    };
    acceptfd() => |this, py| this.accept_impl(py, core::Socket::acceptfd)?.into_py_result(py);
} }

impl Socket {
    /// The result of a call for an address, which its error tells.
    fn named<'py>(
        &self,
        info: Option<&core::AddrInfo>,
        result: Bound<'py, PyAny>,
    ) -> PyResultAny<'py> {
        results::named(result, self.shared.inner().target_addr(info))
    }
}
