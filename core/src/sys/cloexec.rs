//! Opening descriptors close-on-exec, by flags, on Linux and the BSDs; macOS has no such flags.

use crate::fd::RawFd;
use crate::sys::{opened, opened_pair};

use libc::{c_int, sockaddr, socklen_t};
use socket2::{Domain, Socket, Type};

/// Flags that make received descriptors opened close-on-exec.
pub(crate) const RECV_DESCRIPTOR_FLAGS: c_int = libc::MSG_CMSG_CLOEXEC;

/// A new socket, opened close-on-exec.
pub(crate) fn socket(family: c_int, socktype: c_int, protocol: c_int, nonblock: bool) -> c_int {
    let socktype = Type::from(socktype | cloexec_flags(nonblock));
    opened(Socket::new_raw(family.into(), socktype, Some(protocol.into())))
}

/// Two connected sockets, opened close-on-exec.
pub(crate) fn socketpair(
    socktype: c_int,
    protocol: c_int,
    nonblock: bool,
    pair: &mut [RawFd; 2],
) -> c_int {
    let socktype = Type::from(socktype | cloexec_flags(nonblock));
    opened_pair(Socket::pair_raw(Domain::UNIX, socktype, Some(protocol.into())), pair)
}

/// The next connection of `fd`, opened close-on-exec. It inherits no O_NONBLOCK.
///
/// # Safety
/// `addr` is null, or writable for `*len` bytes.
pub(crate) unsafe fn accept(
    fd: RawFd,
    addr: *mut sockaddr,
    len: *mut socklen_t,
    nonblock: bool,
) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { libc::accept4(fd, addr, len, cloexec_flags(nonblock)) }
}

fn cloexec_flags(nonblock: bool) -> c_int {
    if nonblock { libc::SOCK_CLOEXEC | libc::SOCK_NONBLOCK } else { libc::SOCK_CLOEXEC }
}

/// Makes up for what a descriptor that came from elsewhere lacks: nothing, where flags do it all.
pub(crate) fn set_cloexec_nosigpipe(_: RawFd) {}
