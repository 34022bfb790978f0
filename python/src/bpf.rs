//! Classic BPF: programs that select the packets that a socket receives.

use llsocket_core::BpfProgram;

use crate::socket::Socket;

methods! { Socket {
    attachfilter([program: BpfProgram]) = |socket| socket.attachfilter(program);
    detachfilter() = |socket| socket.detachfilter();
    reuseportcbpf(program: BpfProgram) = |socket| socket.reuseportcbpf(program);
} }
