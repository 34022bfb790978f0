//! Connections: bind, listen, accept, connect, and the addresses of both ends.

use llsocket_core::{self as core, Connect};

use crate::args::Info;
use crate::results::{Accepted, IntoPyResult};
use crate::socket::Socket;

methods! { Socket {
    connect([ai: Info<'_>]) => |this, py| {
        let mut connect = Connect::new(&this.shared, ai.as_ref().map(|ai| *ai.get()));
        this.wait_until_done(py, |_| connect.run())?.result().into_py_result(py)
    };
    tryconnect([ai: Info<'_>]) => |this, py| {
        let mut connect = Connect::tried(&this.shared, ai.as_ref().map(|ai| *ai.get()));
        this.wait_until_done(py, |_| connect.run())?.map(|()| true).into_py_result(py)
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
