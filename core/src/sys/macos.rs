//! macOS and the other systems of Apple: their differences from the BSDs.
//!
//! Nothing is opened close-on-exec here: a program that another thread executes in the moment
//! between the two calls inherits the descriptor.

use crate::fd::RawFd;
use std::ptr;

use libc::{c_int, off_t, sockaddr, socklen_t};
use socket2::{Domain, Socket};

use crate::error;
use crate::sys::{Ioctl, opened, opened_pair, set_errno};

pub(crate) use libc::{__error as errno_location, uselocale};

/// Options that go by another name here; an empty one where the usual name means something else.
pub(crate) const ALIASES: &[(&str, &str)] = &[
    ("SO_LINGER", "SO_LINGER_SEC"),
    ("TCP_CORK", "TCP_NOPUSH"),
    ("TCP_KEEPIDLE", "TCP_KEEPALIVE"),
];

/// Asks how many bytes wait to be sent.
pub(crate) const OUTQ: Option<Ioctl> = None;

/// Flags that make received descriptors close-on-exec: none do, [`adopt`] does.
pub(crate) const RECV_DESCRIPTOR_FLAGS: c_int = 0;

/// A new socket, made close-on-exec right after it is opened.
pub(crate) fn socket(family: c_int, socktype: c_int, protocol: c_int, nonblock: bool) -> c_int {
    let made = Socket::new(family.into(), socktype.into(), Some(protocol.into()));
    opened(made.and_then(|socket| socket.set_nonblocking(nonblock).map(|()| socket)))
}

/// Two connected sockets, made close-on-exec right after it is opened.
pub(crate) fn socketpair(
    socktype: c_int,
    protocol: c_int,
    nonblock: bool,
    pair: &mut [RawFd; 2],
) -> c_int {
    let made = Socket::pair(Domain::UNIX, socktype.into(), Some(protocol.into()));
    let made = made.and_then(|(one, other)| {
        one.set_nonblocking(nonblock)?;
        other.set_nonblocking(nonblock)?;
        Ok((one, other))
    });
    opened_pair(made, pair)
}

/// The next connection of `fd`, made close-on-exec right after it is opened. It inherits
/// O_NONBLOCK.
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
    let accepted = unsafe { libc::accept(fd, addr, len) };
    // socket2's own accept is not used: it fails where SO_NOSIGPIPE is refused, as of a connection that is over.
    if accepted < 0 || raise(accepted, nonblock) {
        return accepted;
    }
    let errno = error::errno();
    crate::sys::close_quietly(accepted);
    set_errno(errno);
    -1
}

/// Makes a descriptor what it is from birth elsewhere, and tells whether that was possible.
fn raise(fd: RawFd, nonblock: bool) -> bool {
    let mut nonblock = c_int::from(nonblock);
    silence(fd);
    // SAFETY: the first request takes no argument, the second reads one int.
    unsafe {
        libc::ioctl(fd, libc::FIOCLEX) == 0
            && libc::ioctl(fd, libc::FIONBIO, &raw mut nonblock) == 0
    }
}

/// Makes up for what a descriptor that came from elsewhere lacks.
pub(crate) fn set_cloexec_nosigpipe(fd: RawFd) {
    silence(fd);
    // SAFETY: the request takes no argument.
    unsafe { libc::ioctl(fd, libc::FIOCLEX) };
}

/// Keeps SIGPIPE away, for kernels so old that they pass over MSG_NOSIGNAL.
///
/// What is no socket refuses it, and has no need of it; a connection that is over refuses it, and
/// has it from the socket that accepted it.
fn silence(fd: RawFd) {
    let on: c_int = 1;
    let len = size_of::<c_int>() as socklen_t;
    // SAFETY: `on` is readable for `len` bytes.
    unsafe {
        libc::setsockopt(fd, libc::SOL_SOCKET, libc::SO_NOSIGPIPE, (&raw const on).cast(), len)
    };
}

/// sendfile(2) as this system has it: `sent` is what was sent, also when the call fails.
pub(super) fn send_file(
    fd: RawFd,
    file: RawFd,
    offset: off_t,
    count: off_t,
    sent: &mut off_t,
) -> c_int {
    *sent = count;
    // SAFETY: `sent` is ours to write to; nothing is sent before or after the file.
    unsafe { libc::sendfile(file, fd, offset, sent, ptr::null_mut(), 0) }
}
