//! Control messages: descriptors that are passed with a message.

use llsocket_core::{Readiness, nowait};

use crate::args::{Descriptor, Info};
use crate::audit;
use crate::results::IntoPyResult;
use crate::socket::Socket;

methods! { Socket {
    sendfd(fd: Descriptor<'_, '_> [, ai: Info<'_>], *flags) => |this, py, object| {
        let info = ai.as_ref().map(Info::get);
        audit::socket(c"socket.sendmsg", object, info.map(|info| &info.addr))?;
        fd.lend(|fd| {
            this.send_whole(py, false, flags, |socket, _, flags| socket.sendfd(fd, info, flags))
        })?
        .into_py_result(py)
    };
    recvfd(*flags) => |this, py| {
        this.try_then_wait(py, Readiness::Recv, false, flags, |socket| {
            socket.recvfd(nowait(flags))
        })?
        .into_py_result(py)
    };
} }
