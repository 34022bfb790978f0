//! What the kernel tells of a socket in structures, and options without a name.

use crate::args::OptionValue;
use crate::socket::Socket;

methods! { Socket {
    tcpinfo() = |socket| socket.tcpinfo();
    mptcpinfo() = |socket| socket.mptcpinfo();
    meminfo() = |socket| socket.meminfo();
    peercred() = |socket| socket.peercred();
    peergroups() = |socket| socket.peergroups();
    peerpidfd() = |socket| socket.peerpidfd();
    getsockopt(level: i32, name: i32 [, size: i64]) = |socket| socket.getsockopt(level, name, size);
    setsockopt(level: i32, name: i32, value: OptionValue<'_, '_>) =
        |socket| socket.setsockopt(level, name, &value.get());
} }
