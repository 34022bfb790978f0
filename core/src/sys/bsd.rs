//! The BSDs, macOS among them: what they have in common. The rest is in a file for each of them.

use crate::fd::RawFd;
use std::ffi::{CStr, c_char};
use std::mem::{MaybeUninit, offset_of};
use std::net::{IpAddr, Ipv4Addr};
use std::ptr;
use std::time::Duration;

use libc::{c_int, ifaddrs, in_addr, off_t, size_t, sockaddr, sockaddr_dl, socklen_t, ssize_t};

use crate::address::zeroed;
use crate::device::InterfaceAddr;
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

/// Binds a unix socket by `bind`, to a file that has no other permissions than `mode`. umask(2) is the process's: what
/// other threads create meanwhile gets no more than these permissions either.
pub(crate) fn with_file_mode<T>(
    _: RawFd,
    mode: libc::mode_t,
    bind: impl FnOnce() -> Result<T>,
) -> Result<T> {
    // SAFETY: takes no pointers.
    let before = unsafe { libc::umask(!mode & 0o777) };
    let bound = bind();
    // SAFETY: as above.
    unsafe { libc::umask(before) };
    bound
}

/// Gives the file `path`, which is no link, the permissions `mode`: 0, or -1 with errno.
pub(crate) fn set_file_mode(path: &CStr, mode: libc::mode_t) -> c_int {
    // SAFETY: a string that ends with a NUL.
    unsafe { libc::fchmodat(libc::AT_FDCWD, path.as_ptr(), mode, libc::AT_SYMLINK_NOFOLLOW) }
}

/// The event of a peer that sends no more: POLLHUP, which is always told.
pub(crate) const POLLRDHUP: libc::c_short = 0;

/// A wake-up descriptor: none here, so that who waits looks up from time to time.
pub(crate) fn new_wakeup() -> Option<RawFd> {
    None
}

/// Whether `fd` can still be a wake-up descriptor.
pub(crate) fn is_wakeup(_: RawFd) -> bool {
    false
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

/// The names of options that the table of constants has not for this platform: they are not listed.
pub(crate) const LACKING: Option<&[&str]> = None;

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

/// Whether an IPv6 socket that takes IPv4, too, has the options of IPv4 beside its own: these systems
/// refuse most of them.
pub(crate) const DUAL_STACK_OPTIONS: bool = false;

/// What IP_MULTICAST_IF takes for the interface with `index`: its first address; 0 for none.
///
/// For an interface without one it is 0.0.0.index (RFC 1724, section 3.3); the systems that know
/// no such address answer EADDRNOTAVAIL.
pub(crate) fn multicast_interface(index: u32) -> Result<in_addr> {
    let list = if index == 0 { Vec::new() } else { interface_addrs()? };
    let of_it = list.iter().filter(|entry| entry.index == index).filter_map(|entry| entry.addr);
    let first = of_it.filter_map(|addr| addr.ip()).find_map(|ip| match ip {
        IpAddr::V4(ip) => Some(ip),
        IpAddr::V6(_) => None,
    });
    let address = first.unwrap_or(Ipv4Addr::from_bits(index));
    Ok(in_addr { s_addr: u32::from_ne_bytes(address.octets()) })
}

/// Dissolves the association of a socket with its peer.
pub(crate) fn disconnect(fd: RawFd) -> c_int {
    let unspecified: sockaddr = zeroed();
    let len = size_of::<sockaddr>() as socklen_t;
    // SAFETY: the address, AF_UNSPEC and zeros, is readable for `len` bytes.
    match unsafe { libc::connect(fd, &raw const unspecified, len) } {
        // Having dissolved the association, these systems refuse the address.
        -1 if error::errno() == libc::EAFNOSUPPORT => 0,
        status => status,
    }
}

/// Every interface's addresses.
pub(crate) fn interface_addrs() -> Result<Vec<InterfaceAddr>> {
    let list = List::new()?;
    let mut addrs = Vec::new();
    for entry in list.iter() {
        addrs.try_reserve(1).map_err(|_| Error::memory("getifaddrs"))?;
        addrs.push(interface_addr(entry));
    }
    Ok(addrs)
}

/// The C library's list, freed on every path.
struct List(*mut ifaddrs);

impl List {
    fn new() -> Result<Self> {
        let mut head = ptr::null_mut();
        // SAFETY: `head` is ours to write to.
        error::check("getifaddrs", unsafe { libc::getifaddrs(&raw mut head) })?;
        Ok(Self(head))
    }

    fn iter(&self) -> impl Iterator<Item = &ifaddrs> {
        // SAFETY: the list is whole, ends with null, and lives as long as `self`.
        std::iter::successors(unsafe { self.0.as_ref() }, |entry| unsafe {
            entry.ifa_next.as_ref()
        })
    }
}

impl Drop for List {
    fn drop(&mut self) {
        // SAFETY: from `getifaddrs`, and freed once.
        unsafe { libc::freeifaddrs(self.0) };
    }
}

fn interface_addr(entry: &ifaddrs) -> InterfaceAddr {
    // SAFETY: every entry has a name that ends with a NUL, and lives as long as the entry.
    let name = unsafe { CStr::from_ptr(entry.ifa_name) };
    let has = |flag: c_int| entry.ifa_flags & flag as u32 != 0;
    let (addr, mask) = (copy(entry.ifa_addr), copy(entry.ifa_netmask));
    let far = copy(entry.ifa_dstaddr);
    InterfaceAddr {
        name: name.to_bytes().into(),
        index: nametoindex(name),
        flags: entry.ifa_flags,
        mtu: None,
        label: None,
        addr,
        netmask: addr.zip(mask).and_then(|(addr, mask)| mask_of(&addr, &mask)),
        broadaddr: far.filter(|_| has(libc::IFF_BROADCAST)),
        dstaddr: far.filter(|_| has(libc::IFF_POINTOPOINT)),
    }
}

/// The netmask in the family and the length of `addr`: some systems cut what is zero off.
fn mask_of(addr: &Addr, mask: &Addr) -> Option<Addr> {
    let mut bytes = [0; size_of::<libc::sockaddr_storage>()];
    bytes[..mask.as_bytes().len()].copy_from_slice(mask.as_bytes());
    // Where the length and the family stand.
    bytes[..2].copy_from_slice(addr.as_bytes().get(..2)?);
    Addr::from_raw(&bytes[..addr.as_bytes().len()]).ok()
}

fn copy(addr: *const sockaddr) -> Option<Addr> {
    // SAFETY: null, or an address of the list, which says itself how long it is.
    (!addr.is_null()).then(|| unsafe { Addr::copied(addr, (*addr).sa_len.into()) })
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
pub(crate) fn packet(_: u32, _: u16, _: &[u8]) -> Result<Addr> {
    Err(Error::new("sockaddr_ll", libc::EAFNOSUPPORT))
}

/// The index of the interface in a link's address.
pub(crate) fn ifindex(addr: &Addr) -> Option<u32> {
    let is_whole = addr.as_bytes().len() >= offset_of!(sockaddr_dl, sdl_data);
    let link = addr.padded::<sockaddr_dl>(libc::AF_LINK).filter(|_| is_whole);
    link.map(|link| link.sdl_index.into())
}

/// The protocol in a packet address: no BSD has one.
pub(crate) fn ethertype(_: &Addr) -> Option<u32> {
    None
}

/// The type of the packet in a packet address: no BSD has one.
pub(crate) fn pkttype(_: &Addr) -> Option<u32> {
    None
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
