//! Connections: bind, listen, accept, connect, and the addresses of both ends.

use llsocket_core::{self as core, Backlog, Connect};

use crate::args::Info;
use crate::results::{Accepted, IntoPyResult};
use crate::socket::Socket;

methods! { Socket {
    bind([ai: Info<'_>]) = |socket| socket.bind(ai.as_ref().map(Info::get));
    connect([ai: Info<'_>]) => |this, py| {
        let mut connect = Connect::new(&this.shared, ai.as_ref().map(|ai| *ai.get()));
        this.wait_until_done(py, |_| connect.run())?.result().into_py_result(py)
    };
    disconnect() = |socket| socket.disconnect();
    listen([backlog: Backlog]) = |socket| socket.listen(backlog);
    accept([peer: bool = false]) => |this, py| {
        if peer {
            Accepted(this.accept_impl(py, core::Socket::accept_from)?).into_py_result(py)
        } else {
            this.accept_impl(py, core::Socket::accept)?.into_py_result(py)
        }
    };
    acceptfd() => |this, py| this.accept_impl(py, core::Socket::acceptfd)?.into_py_result(py);
    getsockname() = |socket| socket.getsockname();
    getpeername() = |socket| socket.getpeername();
} }
