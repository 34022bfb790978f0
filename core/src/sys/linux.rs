//! Linux: what it has, lacks, and calls otherwise.

use crate::fd::RawFd;
use std::ffi::{CStr, c_char};
use std::fmt::Write as _;
use std::mem::offset_of;

use libc::{c_int, off_t, size_t, sockaddr, socklen_t, ssize_t};

use crate::address::zeroed;
use crate::error::check;
use crate::{Addr, Error, Result, Text};

mod cloexec;
mod eventfd;
mod rtnetlink;

pub(crate) use cloexec::*;
pub(crate) use eventfd::*;
pub(crate) use libc::{__errno_location as errno_location, Ioctl, uselocale};
pub(crate) use rtnetlink::interface_addrs;

/// Options that this platform calls by another name than most: the usual name, and this one's.
pub(crate) const ALIASES: &[(&str, &str)] = &[];

/// The names of options that the table of constants has not for this platform: none.
pub(crate) const LACKING: Option<&[&str]> =
    if cfg!(target_os = "linux") { Some(&[]) } else { None };

/// Flags that every send carries: a broken connection is an answer, never a signal.
pub(crate) const SEND_FLAGS: c_int = libc::MSG_NOSIGNAL;

/// Flags that no call takes: MSG_ZEROCOPY lets the kernel read memory after it was given back, and
/// MSG_SOCK_DEVMEM (linux/socket.h) counts bytes that lie in a device's memory.
pub(crate) const REFUSED_FLAGS: c_int = libc::MSG_ZEROCOPY | 0x200_0000;

/// The flag of a send that makes its connection, too.
pub(crate) const FASTOPEN: c_int = libc::MSG_FASTOPEN;

/// Sends up to `count` bytes of `file` from `offset` on; the file's own position stays.
pub(crate) fn sendfile(fd: RawFd, file: RawFd, mut offset: off_t, count: size_t) -> ssize_t {
    // SAFETY: `offset` is ours to write to.
    unsafe { libc::sendfile(fd, file, &raw mut offset, count) }
}

/// Fills `bytes` with random ones, and tells whether the kernel had them.
pub(crate) fn random(bytes: &mut [u8]) -> bool {
    // SAFETY: `bytes` is writable for its length.
    let filled =
        unsafe { libc::getrandom(bytes.as_mut_ptr().cast(), bytes.len(), libc::GRND_NONBLOCK) };
    usize::try_from(filled) == Ok(bytes.len())
}

/// Binds the unix socket `fd` by `bind`, to a file that has no other permissions than `mode`, less those that
/// umask(2) takes away.
pub(crate) fn with_file_mode<T>(
    fd: RawFd,
    mode: libc::mode_t,
    bind: impl FnOnce() -> Result<T>,
) -> Result<T> {
    // The file gets the permissions that the socket itself has.
    // SAFETY: takes no pointers.
    check("fchmod", unsafe { libc::fchmod(fd, mode) })?;
    bind()
}

/// Gives the file `path`, which is no link, the permissions `mode`: 0, or -1 with errno.
pub(crate) fn set_file_mode(path: &CStr, mode: libc::mode_t) -> c_int {
    let flags = libc::O_PATH | libc::O_NOFOLLOW | libc::O_CLOEXEC;
    // SAFETY: a string that ends with a NUL.
    let fd = unsafe { libc::open(path.as_ptr(), flags) };
    if fd < 0 {
        return fd;
    }
    // chmod(2) would follow a link, and fchmodat(2) refuses AT_SYMLINK_NOFOLLOW before Linux 6.6.
    let mut opened = Text::<64>::new();
    let _ = write!(opened, "/proc/self/fd/{fd}");
    // SAFETY: a string that ends with a NUL.
    let status = unsafe { libc::chmod(opened.as_c_str().as_ptr(), mode) };
    let errno = crate::error::errno();
    crate::sys::close_quietly(fd);
    crate::sys::set_errno(errno);
    status
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

/// Whether an IPv6 socket that takes IPv4, too, has the options of IPv4 beside its own.
pub(crate) const DUAL_STACK_OPTIONS: bool = true;

/// What IP_MULTICAST_IF takes for the interface with `index`; 0 for none.
#[expect(clippy::unnecessary_wraps, reason = "other systems have to look for an address")]
pub(crate) fn multicast_interface(index: u32) -> Result<libc::ip_mreqn> {
    Ok(libc::ip_mreqn { imr_ifindex: index.cast_signed(), ..zeroed() })
}

/// Dissolves the association of a socket with its peer.
pub(crate) fn disconnect(fd: RawFd) -> c_int {
    let unspecified: sockaddr = zeroed();
    let len = size_of::<sockaddr>() as socklen_t;
    // SAFETY: the address, AF_UNSPEC and zeros, is readable for `len` bytes.
    unsafe { libc::connect(fd, &raw const unspecified, len) }
}

/// The index of the interface called `name`; 0 with errno set where there is none.
///
/// The C library's own hides that no descriptor was left to ask with.
pub(crate) fn nametoindex(name: &CStr) -> u32 {
    let mut request: libc::ifreq = zeroed();
    set_name(&mut request, name.to_bytes());
    let found = asked(libc::SIOCGIFINDEX, &mut request);
    // SAFETY: a number is what the request has written, or zeros.
    if found { unsafe { request.ifr_ifru.ifru_ifindex }.cast_unsigned() } else { 0 }
}

/// The name of the interface with `index`; nothing with errno set where there is none.
pub(crate) fn indextoname(index: u32, room: &mut [c_char; libc::IFNAMSIZ]) -> Option<&CStr> {
    let mut request: libc::ifreq = zeroed();
    request.ifr_ifru.ifru_ifindex = index.cast_signed();
    if !asked(libc::SIOCGIFNAME, &mut request) {
        return None;
    }
    *room = request.ifr_name;
    // SAFETY: the kernel's names are shorter than the room, which was zeroed.
    Some(unsafe { CStr::from_ptr(room.as_ptr()) })
}

fn set_name(request: &mut libc::ifreq, name: &[u8]) {
    for (target, &byte) in request.ifr_name.iter_mut().take(libc::IFNAMSIZ - 1).zip(name) {
        *target = byte as c_char;
    }
}

/// Whether the kernel answered a request about an interface; errno says why not.
fn asked(name: libc::c_ulong, request: &mut libc::ifreq) -> bool {
    let fd = super::socket(libc::AF_UNIX, libc::SOCK_DGRAM, 0, false);
    if fd < 0 {
        return false;
    }
    // SAFETY: these requests read and write an `ifreq`; the socket is ours to close.
    unsafe {
        let status = libc::ioctl(fd, name as Ioctl, &raw mut *request);
        let errno = super::errno();
        libc::close(fd);
        super::set_errno(errno);
        status == 0
    }
}

/// Asks whether the read position is at the urgent mark. The libc crate names it on some systems.
pub(crate) const SIOCATMARK: Ioctl = 0x8905; // asm-generic/sockios.h

/// Asks how many bytes wait to be sent.
pub(crate) const OUTQ: Option<Ioctl> = Some(libc::TIOCOUTQ);

/// The netlink address of a port and a group mask.
#[expect(clippy::unnecessary_wraps, reason = "other systems lack the family")]
pub(crate) fn netlink(pid: u32, groups: u32) -> Result<Addr> {
    let mut raw: libc::sockaddr_nl = zeroed();
    raw.nl_family = libc::AF_NETLINK as libc::sa_family_t;
    raw.nl_pid = pid;
    raw.nl_groups = groups;
    Ok(Addr::of(&raw))
}

/// The vsock address of a machine's port.
#[expect(clippy::unnecessary_wraps, reason = "other systems lack the family")]
pub(crate) fn vsock(cid: u32, port: u32) -> Result<Addr> {
    let mut raw: libc::sockaddr_vm = zeroed();
    raw.svm_family = libc::AF_VSOCK as libc::sa_family_t;
    raw.svm_port = port;
    raw.svm_cid = cid;
    Ok(Addr::of(&raw))
}

/// The packet address of an interface, an ethertype and a hardware address; EINVAL for one that is
/// longer than any.
pub(crate) fn packet(index: u32, ethertype: u16, hardware: &[u8]) -> Result<Addr> {
    link_addr(index, ethertype, 0, hardware)
}

/// The packet address of an interface of the hardware type `ARPHRD_*`.
fn link_addr(index: u32, ethertype: u16, hatype: u16, hardware: &[u8]) -> Result<Addr> {
    /// Where the hardware address begins, and the most bytes of one, MAX_ADDR_LEN.
    const START: usize = offset_of!(libc::sockaddr_ll, sll_addr);
    const MAX: usize = 32;
    let mut raw: libc::sockaddr_ll = zeroed();
    raw.sll_family = libc::AF_PACKET as libc::sa_family_t;
    raw.sll_protocol = ethertype.to_be();
    raw.sll_ifindex = index.cast_signed();
    raw.sll_hatype = hatype;
    raw.sll_halen = hardware.len() as u8;
    let end = START + hardware.len();
    let mut bytes = [0; START + MAX];
    bytes[..size_of::<libc::sockaddr_ll>()].copy_from_slice(Addr::of(&raw).as_bytes());
    let target = bytes.get_mut(START..end).ok_or(Error::new("sockaddr_ll", libc::EINVAL))?;
    target.copy_from_slice(hardware);
    Addr::from_raw(&bytes[..end.max(size_of::<libc::sockaddr_ll>())])
}

/// A packet address, if it is long enough to be one; the kernel leaves out what is behind the hardware
/// address.
fn sockaddr_ll(addr: &Addr) -> Option<&libc::sockaddr_ll> {
    let is_whole = addr.as_bytes().len() >= offset_of!(libc::sockaddr_ll, sll_addr);
    addr.padded(libc::AF_PACKET).filter(|_| is_whole)
}

/// The index of the interface in a packet address.
pub(crate) fn ifindex(addr: &Addr) -> Option<u32> {
    sockaddr_ll(addr).map(|link| link.sll_ifindex.cast_unsigned())
}

/// The protocol in a packet address, in the byte order of the host.
pub(crate) fn ethertype(addr: &Addr) -> Option<u32> {
    sockaddr_ll(addr).map(|link| u16::from_be(link.sll_protocol).into())
}

/// The type of the packet in a packet address, `PACKET_*`.
pub(crate) fn pkttype(addr: &Addr) -> Option<u32> {
    sockaddr_ll(addr).map(|link| link.sll_pkttype.into())
}

/// The port of a family that Linux alone has.
pub(crate) fn port(addr: &Addr) -> Option<u32> {
    match addr.view::<libc::sockaddr_nl>(libc::AF_NETLINK) {
        Some(netlink) => Some(netlink.nl_pid),
        None => addr.view::<libc::sockaddr_vm>(libc::AF_VSOCK).map(|vsock| vsock.svm_port),
    }
}

/// Where in its family an address of Linux alone is: a machine, or a mask of groups.
pub(crate) fn host(addr: &Addr) -> Option<u32> {
    match addr.view::<libc::sockaddr_nl>(libc::AF_NETLINK) {
        Some(netlink) => Some(netlink.nl_groups),
        None => addr.view::<libc::sockaddr_vm>(libc::AF_VSOCK).map(|vsock| vsock.svm_cid),
    }
}

/// The endpoint of a family that Linux alone has, in words.
pub(crate) fn endpoint(addr: &Addr) -> Option<Text> {
    let mut text = Text::new();
    if let Some(netlink) = addr.view::<libc::sockaddr_nl>(libc::AF_NETLINK) {
        let _ = write!(text, "pid {} groups {:#x}", netlink.nl_pid, netlink.nl_groups);
    } else if let Some(vsock) = addr.view::<libc::sockaddr_vm>(libc::AF_VSOCK) {
        let _ = write!(text, "{}:{}", vsock.svm_cid as i32, vsock.svm_port);
    } else {
        let link = sockaddr_ll(addr)?;
        let _ = write!(text, "if {}", link.sll_ifindex);
        if link.sll_protocol != 0 {
            let _ = write!(text, " {:#06x}", u16::from_be(link.sll_protocol));
        }
        let hardware = addr.text();
        if !hardware.as_bytes().is_empty() {
            text.push(b" ");
            text.push(hardware.as_bytes());
        }
    }
    Some(text)
}
