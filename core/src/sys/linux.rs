//! Linux: what it has, lacks, and calls otherwise.

use std::mem::offset_of;
use std::net::Ipv4Addr;
use std::os::fd::RawFd;

use libc::{c_int, c_void, off_t, size_t, sockaddr, socklen_t, ssize_t};

use crate::Addr;

/// Options that this platform calls by another name than most: the usual name, and this one's.
pub(crate) const ALIASES: &[(&str, &str)] = &[];

/// Flags that every send carries: a broken connection is an answer, never a signal.
pub(crate) const SEND_FLAGS: c_int = libc::MSG_NOSIGNAL;

/// Flags that make received descriptors close-on-exec from birth.
pub(crate) const RECV_DESCRIPTOR_FLAGS: c_int = libc::MSG_CMSG_CLOEXEC;

/// A new socket, close-on-exec from birth.
pub(crate) fn socket(family: c_int, socktype: c_int, protocol: c_int, nonblock: bool) -> c_int {
    // SAFETY: takes no pointers.
    unsafe { libc::socket(family, socktype | birth_flags(nonblock), protocol) }
}

/// Two connected sockets, close-on-exec from birth.
pub(crate) fn socketpair(
    socktype: c_int,
    protocol: c_int,
    nonblock: bool,
    pair: &mut [RawFd; 2],
) -> c_int {
    let socktype = socktype | birth_flags(nonblock);
    // SAFETY: `pair` has room for the two descriptors.
    unsafe { libc::socketpair(libc::AF_UNIX, socktype, protocol, pair.as_mut_ptr()) }
}

/// The next connection of `fd`, close-on-exec from birth.
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
    unsafe { libc::accept4(fd, addr, len, birth_flags(nonblock)) }
}

fn birth_flags(nonblock: bool) -> c_int {
    if nonblock { libc::SOCK_CLOEXEC | libc::SOCK_NONBLOCK } else { libc::SOCK_CLOEXEC }
}

/// What kind of address `fd` takes, and which protocol it speaks; -1 with errno set otherwise.
pub(crate) fn domain(fd: RawFd) -> c_int {
    int_option(fd, libc::SO_DOMAIN)
}

/// The protocol that `fd` speaks.
pub(crate) fn protocol(fd: RawFd) -> c_int {
    int_option(fd, libc::SO_PROTOCOL)
}

fn int_option(fd: RawFd, name: c_int) -> c_int {
    let mut value: c_int = 0;
    let mut len = size_of::<c_int>() as socklen_t;
    let target: *mut c_void = (&raw mut value).cast();
    // SAFETY: `target` has room for `len` bytes.
    let status = unsafe { libc::getsockopt(fd, libc::SOL_SOCKET, name, target, &raw mut len) };
    if status < 0 { status } else { value }
}

/// Sends up to `count` bytes of `file` from `offset` on; the file's own position stays.
pub(crate) fn sendfile(fd: RawFd, file: RawFd, mut offset: off_t, count: size_t) -> ssize_t {
    // SAFETY: `offset` is ours to write to.
    unsafe { libc::sendfile(fd, file, &raw mut offset, count) }
}

/// Takes a pending SIGPIPE away from the calling thread, which has it blocked.
pub(crate) fn drain_sigpipe(set: &libc::sigset_t) {
    let now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: `set` and `now` outlive the call; no information about the signal is asked for.
    while unsafe { libc::sigtimedwait(set, std::ptr::null_mut(), &raw const now) } < 0
        && crate::error::errno() == libc::EINTR
    {}
}

/// Whether a unix address that begins with a NUL is a name outside the file system.
pub(crate) const ABSTRACT_NAMES: bool = true;

/// Writes a `sockaddr`'s own length into it, where it has a place for that. Linux has none.
pub(crate) fn set_sockaddr_len(_: &mut libc::sockaddr_storage, _: socklen_t) {}

/// The name of a family that not every system has.
pub(crate) fn family_name(family: c_int) -> Option<&'static str> {
    Some(match family {
        libc::AF_NETLINK => "netlink",
        libc::AF_PACKET => "packet",
        libc::AF_VSOCK => "vsock",
        _ => return None,
    })
}

/// The hardware address in a link's address.
pub(crate) fn hardware(addr: &Addr) -> Option<&[u8]> {
    let bytes = addr.as_bytes();
    let start = offset_of!(libc::sockaddr_ll, sll_addr);
    (addr.family() == libc::AF_PACKET && bytes.len() >= start).then_some(())?;
    let len = usize::from(bytes[offset_of!(libc::sockaddr_ll, sll_halen)]);
    bytes.get(start..start + len)
}

/// What IP_MULTICAST_IF takes.
pub(crate) fn interface_request(address: Ipv4Addr, index: u32) -> libc::ip_mreqn {
    libc::ip_mreqn {
        imr_multiaddr: libc::in_addr { s_addr: 0 },
        imr_address: libc::in_addr { s_addr: u32::from_ne_bytes(address.octets()) },
        imr_ifindex: index as c_int,
    }
}

/// The broadcast address, or the other end's, of an interface.
pub(crate) fn far_address(entry: &libc::ifaddrs) -> *const sockaddr {
    entry.ifa_ifu
}

/// How long the address at `addr` is, which getifaddrs does not tell.
///
/// # Safety
/// `addr` points to an address as getifaddrs lists them.
pub(crate) unsafe fn sockaddr_len(addr: *const sockaddr) -> socklen_t {
    // SAFETY: the caller's promise.
    let len = match c_int::from(unsafe { (*addr).sa_family }) {
        libc::AF_INET => size_of::<libc::sockaddr_in>(),
        libc::AF_INET6 => size_of::<libc::sockaddr_in6>(),
        libc::AF_PACKET => size_of::<libc::sockaddr_ll>(),
        _ => size_of::<libc::sa_family_t>(),
    };
    len as socklen_t
}

/// The type of `fd`, `SOCK_*`; -1 with errno set for what is no socket.
pub(crate) fn socktype(fd: RawFd) -> c_int {
    int_option(fd, libc::SO_TYPE)
}

/// Sets the calling thread's errno.
pub(crate) fn set_errno(errno: c_int) {
    // SAFETY: the thread's own errno is always writable.
    unsafe { *libc::__errno_location() = errno };
}

/// Asks whether the read position is at the urgent mark. The libc crate names it on some systems.
pub(crate) const SIOCATMARK: libc::Ioctl = 0x8905; // asm-generic/sockios.h
