//! The BSDs, macOS among them: what they have in common. Each one's own file has the rest.

use std::ffi::{CStr, c_char};
use std::mem::{MaybeUninit, offset_of};
use std::net::Ipv4Addr;
use std::os::fd::RawFd;
use std::time::Duration;

use libc::{c_int, in_addr, off_t, size_t, sockaddr, sockaddr_dl, socklen_t, ssize_t};

use crate::{Addr, Error, Result, Text, error, sys};

#[cfg_attr(target_vendor = "apple", path = "macos.rs")]
#[cfg_attr(target_os = "dragonfly", path = "dragonfly.rs")]
#[cfg_attr(target_os = "freebsd", path = "freebsd.rs")]
#[cfg_attr(target_os = "netbsd", path = "netbsd.rs")]
#[cfg_attr(target_os = "openbsd", path = "openbsd.rs")]
mod system;

pub(crate) use system::*;

/// poll(2) with whole milliseconds, rounded up so that a wait never ends early; none is for ever.
pub(crate) fn poll(entries: &mut [libc::pollfd], time: Option<Duration>) -> c_int {
    let millis = |time: Duration| time.as_nanos().div_ceil(1_000_000);
    let time = time.map_or(-1, |time| c_int::try_from(millis(time)).unwrap_or(c_int::MAX));
    // SAFETY: as many entries as are told, which outlive the call.
    unsafe { libc::poll(entries.as_mut_ptr(), entries.len() as _, time) }
}

/// The event of a peer that sends no more: POLLHUP, which is always told.
pub(crate) const POLLRDHUP: libc::c_short = 0;

/// A wake-up descriptor: none here, so that who waits looks up from time to time.
pub(crate) fn new_wakeup() -> Option<RawFd> {
    None
}

/// Makes a wake-up descriptor readable.
pub(crate) fn signal_wakeup(_: RawFd) {}

/// Makes a wake-up descriptor not readable again.
pub(crate) fn drain_wakeup(_: RawFd) {}

/// Tells each event once: not here.
pub(crate) struct EdgePoll;

impl EdgePoll {
    /// Nothing, so that who waits tries again from time to time.
    pub(crate) fn new(_: RawFd, _: libc::c_short, _: Option<RawFd>) -> Option<Self> {
        None
    }

    /// Never called, for there is none.
    pub(crate) fn wait(&self, _: Option<Duration>) -> c_int {
        0
    }
}

/// Flags that every send carries: a broken connection is an answer, never a signal.
pub(crate) const SEND_FLAGS: c_int = libc::MSG_NOSIGNAL;

/// Flags that no call takes.
pub(crate) const REFUSED_FLAGS: c_int = 0;

/// The flag of a send that makes its connection, too.
pub(crate) const FASTOPEN: c_int = 0;

/// Sends up to `count` bytes of `file` from `offset` on; the file's own position stays.
///
/// EOPNOTSUPP where the system has no sendfile.
pub(crate) fn sendfile(fd: RawFd, file: RawFd, offset: off_t, count: size_t) -> ssize_t {
    let Some(count @ 1..) = off_t::try_from(count).ok() else {
        // To these kernels no bytes are all bytes: only ask whether `fd` is a socket.
        return sys::domain(fd).min(0) as ssize_t;
    };
    let mut sent = 0;
    let status = system::send_file(fd, file, offset, count, &mut sent);
    // What was sent before the call had to stop is sent, unless it stopped for good.
    let is_lost = sent == 0 || error::errno() == libc::EPIPE;
    if status < 0 && is_lost { -1 } else { sent as ssize_t }
}

/// Fills `bytes` with random ones, and tells whether there were any.
pub(crate) fn random(bytes: &mut [u8]) -> bool {
    // SAFETY: `bytes` is writable for its length.
    unsafe { libc::arc4random_buf(bytes.as_mut_ptr().cast(), bytes.len()) };
    true
}

/// Takes a pending SIGPIPE away from the calling thread, which has it blocked.
///
/// macOS and OpenBSD have no sigtimedwait: this waits only for what is there already.
pub(crate) fn drain_sigpipe(set: &libc::sigset_t) {
    let mut pending = MaybeUninit::<libc::sigset_t>::uninit();
    let mut signal: c_int = 0;
    // SAFETY: `pending` is filled before it is read; all outlive the calls.
    unsafe {
        if libc::sigpending(pending.as_mut_ptr()) == 0
            && libc::sigismember(pending.as_ptr(), libc::SIGPIPE) == 1
        {
            libc::sigwait(set, &raw mut signal);
        }
    }
}

/// Whether a unix address that begins with a NUL is a name outside the file system.
pub(crate) const ABSTRACT_NAMES: bool = false;

/// Writes a `sockaddr`'s own length into it.
pub(crate) fn set_sockaddr_len(storage: &mut libc::sockaddr_storage, len: socklen_t) {
    storage.ss_len = len as u8;
}

/// The name of a family that not every system has.
pub(crate) fn family_name(family: c_int) -> Option<&'static str> {
    Some(match family {
        libc::AF_LINK => "link",
        libc::AF_ROUTE => "route",
        _ => return None,
    })
}

/// The hardware address in a link's address, where it stands behind the interface's name.
pub(crate) fn hardware(addr: &Addr) -> Option<&[u8]> {
    let bytes = addr.as_bytes();
    let data = offset_of!(sockaddr_dl, sdl_data);
    (addr.family() == libc::AF_LINK && bytes.len() >= data).then_some(())?;
    let start = data + usize::from(bytes[offset_of!(sockaddr_dl, sdl_nlen)]);
    let len = usize::from(bytes[offset_of!(sockaddr_dl, sdl_alen)]);
    bytes.get(start..start + len)
}

/// What IP_MULTICAST_IF takes: the interface's address.
///
/// For an interface without one it is 0.0.0.index (RFC 1724, section 3.3); the systems that know
/// no such address answer EADDRNOTAVAIL.
pub(crate) fn interface_request(address: Ipv4Addr, index: u32) -> in_addr {
    let address = if address.is_unspecified() { Ipv4Addr::from_bits(index) } else { address };
    in_addr { s_addr: u32::from_ne_bytes(address.octets()) }
}

/// The broadcast address, or the other end's, of an interface.
pub(crate) fn far_address(entry: &libc::ifaddrs) -> *const sockaddr {
    entry.ifa_dstaddr
}

/// How long the address at `addr` is, as it says itself.
///
/// # Safety
/// `addr` points to an address as getifaddrs lists them.
pub(crate) unsafe fn sockaddr_len(addr: *const sockaddr) -> socklen_t {
    // SAFETY: the caller's promise.
    unsafe { (*addr).sa_len }.into()
}

/// The type of an ioctl's number.
pub(crate) type Ioctl = libc::c_ulong;

/// Asks whether the read position is at the urgent mark. The libc crate does not name it.
pub(crate) const SIOCATMARK: Ioctl = 0x4004_7307; // sys/sockio.h, _IOR('s', 7, int)

/// No BSD has netlink addresses as Linux has them.
pub(crate) fn netlink(_: u32, _: u32) -> Result<Addr> {
    Err(Error::new("sockaddr_nl", libc::EAFNOSUPPORT))
}

/// No BSD has vsock addresses as Linux has them.
pub(crate) fn vsock(_: u32, _: u32) -> Result<Addr> {
    Err(Error::new("sockaddr_vm", libc::EAFNOSUPPORT))
}

/// No BSD has packet addresses.
pub(crate) fn packet(_: u32, _: u16) -> Result<Addr> {
    Err(Error::new("sockaddr_ll", libc::EAFNOSUPPORT))
}

/// The endpoint of a family that this platform alone has, in words.
pub(crate) fn endpoint(_: &Addr) -> Option<Text> {
    None
}

/// The port of a family that this platform alone has.
pub(crate) fn port(_: &Addr) -> Option<u32> {
    None
}

/// Where in its family an address of this platform alone is.
pub(crate) fn host(_: &Addr) -> Option<u32> {
    None
}

/// The largest packet that the interface called `name` carries: not asked here.
pub(crate) fn mtu(_: &[u8]) -> Option<u32> {
    None
}

/// The index of the interface called `name`; 0 with errno set where there is none.
pub(crate) fn nametoindex(name: &CStr) -> u32 {
    // SAFETY: a string that ends with a NUL.
    unsafe { libc::if_nametoindex(name.as_ptr()) }
}

/// The name of the interface with `index`; nothing with errno set where there is none.
pub(crate) fn indextoname(index: u32, room: &mut [c_char; libc::IFNAMSIZ]) -> Option<&CStr> {
    // SAFETY: the room is as large as the longest name, with its NUL, which the call writes.
    unsafe {
        let name = libc::if_indextoname(index, room.as_mut_ptr());
        (!name.is_null()).then(|| CStr::from_ptr(name))
    }
}
