//! Addresses of every family: what bind, connect and sendto take, ready for the kernel.

use std::ffi::CStr;
use std::fmt::{self, Write as _};
use std::hash::{Hash, Hasher};
use std::mem::{offset_of, size_of};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use libc::{
    c_int, sa_family_t, sockaddr, sockaddr_in, sockaddr_in6, sockaddr_storage, sockaddr_un,
};
use libc::{in_addr, in6_addr, socklen_t};

use crate::{Error, Interface, Result, Text, UNIXPATH_MAX, sys};

/// A `sockaddr` of any family, with its exact length.
#[derive(Clone, Copy)]
pub struct Addr {
    storage: sockaddr_storage,
    len: socklen_t,
}

/// The bytes that there is room for in the address of any family.
const ROOM: usize = size_of::<sockaddr_storage>();

/// An address, and the kind of socket that it is for (`struct addrinfo`).
///
/// Two of them are equal when their addresses are.
#[derive(Clone, Copy)]
pub struct AddrInfo {
    /// The address.
    pub addr: Addr,
    /// The type of socket that it is for, `SOCK_*`; 0 for any.
    pub socktype: i32,
    /// The protocol of the socket that it is for, `IPPROTO_*`; 0 for any.
    pub protocol: i32,
}

/// What a unix address says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unix<'a> {
    /// Nothing: the socket was never bound.
    Unnamed,
    /// A path in the file system.
    Path(&'a [u8]),
    /// A name outside the file system (Linux); the leading NUL is included.
    Abstract(&'a [u8]),
}

impl Addr {
    /// An address of no family, for the kernel to write to.
    pub(crate) fn empty() -> Self {
        Self { storage: zeroed(), len: 0 }
    }

    /// The address in `raw`, a `sockaddr` of some family; EINVAL where it is longer than any.
    pub fn from_raw(raw: &[u8]) -> Result<Self> {
        let mut addr = Self::empty();
        let room = addr.bytes_mut().get_mut(..raw.len());
        room.ok_or(Error::new("sockaddr", libc::EINVAL))?.copy_from_slice(raw);
        addr.len = raw.len() as socklen_t;
        Ok(addr)
    }

    /// The address of an IPv4 or IPv6 endpoint.
    pub fn from_ip(ip: IpAddr, port: u16, scope: u32) -> Self {
        match ip {
            IpAddr::V4(ip) => Self::of(&sockaddr_in {
                sin_family: libc::AF_INET as sa_family_t,
                sin_port: port.to_be(),
                sin_addr: in_addr { s_addr: u32::from_ne_bytes(ip.octets()) },
                ..zeroed()
            }),
            IpAddr::V6(ip) => Self::of(&sockaddr_in6 {
                sin6_family: libc::AF_INET6 as sa_family_t,
                sin6_port: port.to_be(),
                sin6_addr: in6_addr { s6_addr: ip.octets() },
                sin6_scope_id: scope,
                ..zeroed()
            }),
        }
    }

    /// The address that `text` says in numbers, `fe80::1%eth0` included; EINVAL for anything else.
    pub fn parse(text: &[u8], port: u16) -> Result<Self> {
        let junk = Error::new("inet_pton", libc::EINVAL);
        let text = str::from_utf8(text).map_err(|_| junk)?;
        let (digits, zone) = match text.split_once('%') {
            Some((digits, zone)) => (digits, Some(zone)),
            None => (text, None),
        };
        let ip: IpAddr = digits.parse().map_err(|_| junk)?;
        match zone {
            None => Ok(Self::from_ip(ip, port, 0)),
            Some(zone) if ip.is_ipv6() => {
                let scope = match zone.parse() {
                    Ok(index) => index,
                    Err(_) => crate::device::index(zone.as_bytes())?,
                };
                Ok(Self::from_ip(ip, port, scope))
            }
            Some(_) => Err(junk),
        }
    }

    /// The unix address of `path`: empty is unnamed, a leading NUL makes an abstract name.
    ///
    /// ENAMETOOLONG above [`UNIXPATH_MAX`] bytes; EINVAL for a path with a NUL inside.
    pub fn unix(path: &[u8]) -> Result<Self> {
        if path.len() > UNIXPATH_MAX {
            return Err(Error::new("sockaddr_un", libc::ENAMETOOLONG));
        }
        let is_abstract = sys::ABSTRACT_NAMES && path.first() == Some(&0);
        if !is_abstract && path.contains(&0) {
            return Err(Error::new("sockaddr_un", libc::EINVAL));
        }
        let mut addr =
            Self::of(&sockaddr_un { sun_family: libc::AF_UNIX as sa_family_t, ..zeroed() });
        let start = offset_of!(sockaddr_un, sun_path);
        addr.bytes_mut()[start..start + path.len()].copy_from_slice(path);
        addr.set_path_len(path.len());
        Ok(addr)
    }

    /// The address in a C structure that starts with a family.
    pub(crate) fn of<T: Copy>(raw: &T) -> Self {
        const { assert!(size_of::<T>() <= ROOM) };
        let mut addr = Self::empty();
        // SAFETY: a `sockaddr_storage` is aligned for every address, and as large by the assertion;
        // `T` is one of the C structures above, whose every byte was zeroed first.
        unsafe { (&raw mut addr.storage).cast::<T>().write(*raw) };
        addr.len = size_of::<T>() as socklen_t;
        sys::set_sockaddr_len(&mut addr.storage, addr.len);
        addr
    }

    /// The address as the C structure of its family, if it is long enough to be one.
    pub(crate) fn view<T: Copy>(&self, family: c_int) -> Option<&T> {
        self.padded(family).filter(|_| self.len as usize >= size_of::<T>())
    }

    /// The address as the C structure of its family, with zeros for what is not there.
    pub(crate) fn padded<T: Copy>(&self, family: c_int) -> Option<&T> {
        const { assert!(size_of::<T>() <= ROOM) };
        if self.family() != family {
            return None;
        }
        // SAFETY: as large by the assertion, aligned for every address, and any bytes make one.
        Some(unsafe { &*(&raw const self.storage).cast::<T>() })
    }

    /// The address family, `AF_*`; AF_UNSPEC for an address too short to say one.
    pub fn family(&self) -> i32 {
        let end = offset_of!(sockaddr, sa_family) + size_of::<sa_family_t>();
        if (self.len as usize) < end {
            return libc::AF_UNSPEC;
        }
        self.storage.ss_family.into()
    }

    /// The bytes of the `sockaddr`, as long as it is.
    pub fn as_bytes(&self) -> &[u8] {
        // SAFETY: plain bytes all, written or zeroed.
        let bytes: &[u8; ROOM] = unsafe { &*(&raw const self.storage).cast() };
        &bytes[..self.len as usize]
    }

    fn bytes_mut(&mut self) -> &mut [u8; ROOM] {
        // SAFETY: plain bytes all, and any bytes make a `sockaddr_storage`.
        unsafe { &mut *(&raw mut self.storage).cast() }
    }

    /// The IPv4 or IPv6 address.
    pub fn ip(&self) -> Option<IpAddr> {
        if let Some(v4) = self.view::<sockaddr_in>(libc::AF_INET) {
            return Some(Ipv4Addr::from(v4.sin_addr.s_addr.to_ne_bytes()).into());
        }
        self.inet6().map(|v6| Ipv6Addr::from(v6.sin6_addr.s6_addr).into())
    }

    /// The port, where the family has one: of IP and vsock the port, of netlink the port's pid.
    pub fn port(&self) -> Option<u32> {
        match (self.view::<sockaddr_in>(libc::AF_INET), self.inet6()) {
            (Some(v4), _) => Some(u16::from_be(v4.sin_port).into()),
            (_, Some(v6)) => Some(u16::from_be(v6.sin6_port).into()),
            _ => sys::port(self),
        }
    }

    /// The scope of an IPv6 address: the index of an interface, or 0.
    pub fn scopeid(&self) -> Option<u32> {
        self.inet6().map(|v6| v6.sin6_scope_id)
    }

    /// The traffic class and flow label of an IPv6 address.
    pub fn flowinfo(&self) -> Option<u32> {
        self.inet6().map(|v6| u32::from_be(v6.sin6_flowinfo))
    }

    fn inet6(&self) -> Option<&sockaddr_in6> {
        self.view(libc::AF_INET6)
    }

    /// What a unix address says.
    pub fn as_unix(&self) -> Option<Unix<'_>> {
        if self.family() != libc::AF_UNIX {
            return None;
        }
        let path = &self.as_bytes()[offset_of!(sockaddr_un, sun_path)..];
        Some(match path {
            [] => Unix::Unnamed,
            [0, ..] if sys::ABSTRACT_NAMES => Unix::Abstract(path),
            // The kernel counts the NUL that ends a path, where it fits.
            _ => match path.split(|&byte| byte == 0).next() {
                None | Some([]) => Unix::Unnamed,
                Some(path) => Unix::Path(path),
            },
        })
    }

    /// The address in words: numbers for IP, the path (or `\0name`) for unix, for a link the
    /// hardware address; empty for a family that has no words.
    pub fn text(&self) -> Text {
        let mut text = Text::new();
        match self.as_unix() {
            Some(Unix::Path(name) | Unix::Abstract(name)) => text.push(name),
            Some(Unix::Unnamed) => {}
            None => {
                if let Some(ip) = self.ip() {
                    let _ = write!(text, "{ip}");
                } else if let Some(host) = sys::host(self) {
                    let _ = write!(text, "{host}");
                } else if let Some(mac) = sys::hardware(self) {
                    let mut separator = "";
                    for byte in mac {
                        let _ = write!(text, "{separator}{byte:02x}");
                        separator = ":";
                    }
                }
            }
        }
        text
    }

    pub(crate) fn as_ptr(&self) -> *const sockaddr {
        (&raw const self.storage).cast()
    }

    pub(crate) fn len(&self) -> socklen_t {
        self.len
    }

    /// The address that `fill` writes as the kernel does: into a place of a given size, with the
    /// true length, which may be more than the place, or nothing at all.
    pub(crate) fn filled<R>(
        fill: impl FnOnce(*mut sockaddr, &mut socklen_t) -> R,
    ) -> (R, Option<Self>) {
        let mut addr = Self::empty();
        let mut len = ROOM as socklen_t;
        let answer = fill((&raw mut addr.storage).cast(), &mut len);
        addr.len = len.min(ROOM as socklen_t);
        addr.trim();
        (answer, (addr.len > 0).then_some(addr))
    }

    /// Cuts the NUL after a unix path, so that an address equals itself as the kernel tells it.
    fn trim(&mut self) {
        match self.as_unix() {
            Some(Unix::Path(path)) => self.set_path_len(path.len()),
            Some(Unix::Unnamed) => self.set_path_len(0),
            _ => {}
        }
    }

    fn set_path_len(&mut self, len: usize) {
        self.len = (offset_of!(sockaddr_un, sun_path) + len) as socklen_t;
        sys::set_sockaddr_len(&mut self.storage, self.len);
    }

    /// This netmask in the family and the length of `addr`: some systems cut what is zero off.
    pub(crate) fn as_mask_of(mut self, addr: &Self) -> Self {
        self.storage.ss_family = addr.storage.ss_family;
        self.len = addr.len;
        sys::set_sockaddr_len(&mut self.storage, self.len);
        self
    }

    /// The address at `raw`, as a list of the C library holds it.
    ///
    /// # Safety
    /// `raw` is readable for `len` bytes.
    pub(crate) unsafe fn copied(raw: *const sockaddr, len: socklen_t) -> Self {
        let mut addr = Self::empty();
        addr.len = len.min(ROOM as socklen_t);
        // SAFETY: the caller's promise for the source; the target is as large by the line above.
        unsafe {
            let target = addr.bytes_mut().as_mut_ptr();
            raw.cast::<u8>().copy_to_nonoverlapping(target, addr.len as usize);
        }
        addr.trim();
        addr
    }

    /// The address in a structure that has room for any.
    pub(crate) fn to_storage(self) -> sockaddr_storage {
        self.storage
    }
}

/// A C structure of zeros.
pub(crate) fn zeroed<T: Copy>() -> T {
    // SAFETY: used for the socket interface's plain C structures alone, in which zeros are valid.
    unsafe { std::mem::zeroed() }
}

impl PartialEq for Addr {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for Addr {}

impl Hash for Addr {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_bytes().hash(state);
    }
}

impl PartialEq for AddrInfo {
    fn eq(&self, other: &Self) -> bool {
        self.addr == other.addr
    }
}

impl Eq for AddrInfo {}

impl Hash for AddrInfo {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.addr.hash(state);
    }
}

impl AddrInfo {
    /// Makes the address of an IPv4 endpoint of an address in numbers and a port.
    ///
    /// ip(7); `socktype` is `SOCK_*`, `protocol` is `IPPROTO_*`, 0 any. EINVAL for any other text.
    pub fn inet(text: &[u8], port: u16, socktype: i32, protocol: i32) -> Result<Self> {
        Self::ip(libc::AF_INET, text, port, socktype, protocol)
    }

    /// Makes the address of an IPv6 endpoint of an address in numbers and a port.
    ///
    /// ipv6(7); the address may name its interface, `fe80::1%eth0`. `socktype` is `SOCK_*`,
    /// `protocol` is `IPPROTO_*`, 0 any. EINVAL for any other text, ENODEV for an unknown interface.
    pub fn inet6(text: &[u8], port: u16, socktype: i32, protocol: i32) -> Result<Self> {
        Self::ip(libc::AF_INET6, text, port, socktype, protocol)
    }

    fn ip(family: i32, text: &[u8], port: u16, socktype: i32, protocol: i32) -> Result<Self> {
        let addr = Addr::parse(text, port)?;
        if addr.family() != family {
            return Err(Error::new("inet_pton", libc::EINVAL));
        }
        Ok(Self { addr, socktype, protocol })
    }

    /// Makes the unix address of `path`: empty is unnamed, a leading NUL makes an abstract name.
    ///
    /// unix(7); `socktype` is `SOCK_*`. ENAMETOOLONG above [`UNIXPATH_MAX`] bytes; EINVAL for a path
    /// with a NUL inside.
    pub fn unix(path: &[u8], socktype: i32, protocol: i32) -> Result<Self> {
        Ok(Self { addr: Addr::unix(path)?, socktype, protocol })
    }

    /// Makes the netlink address of the port `pid` and the group mask `groups`, both 0 for the kernel's.
    ///
    /// netlink(7). A type of 0 stands for SOCK_RAW. EAFNOSUPPORT on systems without netlink.
    pub fn netlink(pid: u32, groups: u32, socktype: i32, protocol: i32) -> Result<Self> {
        let socktype = if socktype == 0 { libc::SOCK_RAW } else { socktype };
        Ok(Self { addr: sys::netlink(pid, groups)?, socktype, protocol })
    }

    /// Makes the address of `port` of the virtual machine or host `cid` (`VMADDR_CID_*`).
    ///
    /// vsock(7). EAFNOSUPPORT on systems without vsock.
    pub fn vsock(cid: u32, port: u32, socktype: i32, protocol: i32) -> Result<Self> {
        Ok(Self { addr: sys::vsock(cid, port)?, socktype, protocol })
    }

    /// Makes the packet address of an interface, `""` for all, and an `ETH_P_*` protocol.
    ///
    /// packet(7). A type of 0 stands for SOCK_RAW; the protocol is that of the address, in network
    /// byte order as packet sockets have it. ENODEV for an unknown interface, EAFNOSUPPORT on systems
    /// without packet sockets.
    pub fn packet(interface: Interface, ethertype: u16, socktype: i32) -> Result<Self> {
        let socktype = if socktype == 0 { libc::SOCK_RAW } else { socktype };
        let addr = sys::packet(interface.index_or_none()?, ethertype)?;
        Ok(Self { addr, socktype, protocol: ethertype.to_be().into() })
    }

    /// Makes an address of any family of the bytes of its `sockaddr`.
    ///
    /// The family stands in the first two bytes, as the system has it. EINVAL where they are too many.
    pub fn raw(bytes: &[u8], socktype: i32, protocol: i32) -> Result<Self> {
        Ok(Self { addr: Addr::from_raw(bytes)?, socktype, protocol })
    }

    /// How an interpreter shows it: family, type, protocol, and the address.
    pub fn describe(&self) -> Text {
        let mut text = Text::new();
        push_name(&mut text, family_name(self.addr.family()), "family", self.addr.family());
        if self.socktype != 0 {
            text.push(b" ");
            push_name(&mut text, socktype_name(self.socktype), "type", self.socktype);
        }
        if self.protocol != 0 && self.addr.ip().is_some() {
            text.push(b" ");
            push_name(&mut text, protocol_name(self.protocol), "protocol", self.protocol);
        }
        push_endpoint(&mut text, &self.addr);
        text
    }
}

impl fmt::Debug for AddrInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe().to_string_lossy())
    }
}

impl fmt::Debug for Addr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        AddrInfo { addr: *self, socktype: 0, protocol: 0 }.fmt(f)
    }
}

/// Appends ` 127.0.0.1:80`, ` [fe80::1%2]:80`, ` /path` or ` @name`; nothing for an unnamed end.
pub(crate) fn push_endpoint(text: &mut Text, addr: &Addr) {
    match (addr.as_unix(), addr.ip()) {
        (Some(Unix::Path(path)), _) => {
            text.push(b" ");
            text.push_printable(path);
        }
        (Some(Unix::Abstract(name)), _) => {
            text.push(b" @");
            text.push_printable(&name[1..]);
        }
        (Some(Unix::Unnamed), _) => {}
        (_, Some(IpAddr::V4(ip))) => {
            let _ = write!(text, " {ip}:{}", addr.port().unwrap_or(0));
        }
        (_, Some(IpAddr::V6(ip))) => {
            let _ = write!(text, " [{ip}");
            if let Some(scope @ 1..) = addr.scopeid() {
                let _ = write!(text, "%{scope}");
            }
            let _ = write!(text, "]:{}", addr.port().unwrap_or(0));
        }
        (None, None) => {
            let words = sys::endpoint(addr).unwrap_or_else(|| addr.text());
            if words.as_bytes().is_empty() {
                let _ = write!(text, " ({} bytes)", addr.len);
            } else {
                text.push(b" ");
                text.push(words.as_bytes());
            }
        }
    }
}

/// Appends a number's name, or what it numbers and the number.
pub(crate) fn push_name(text: &mut Text, name: Option<&str>, what: &str, number: i32) {
    let _ = match name {
        Some(name) => text.write_str(name),
        None => write!(text, "{what} {number}"),
    };
}

pub(crate) fn family_name(family: i32) -> Option<&'static str> {
    Some(match family {
        libc::AF_UNSPEC => "unspec",
        libc::AF_UNIX => "unix",
        libc::AF_INET => "inet",
        libc::AF_INET6 => "inet6",
        other => return sys::family_name(other),
    })
}

pub(crate) fn socktype_name(socktype: i32) -> Option<&'static str> {
    Some(match socktype {
        libc::SOCK_STREAM => "stream",
        libc::SOCK_DGRAM => "dgram",
        libc::SOCK_RAW => "raw",
        libc::SOCK_SEQPACKET => "seqpacket",
        libc::SOCK_RDM => "rdm",
        _ => return None,
    })
}

fn protocol_name(protocol: i32) -> Option<&'static str> {
    Some(match protocol {
        libc::IPPROTO_TCP => "tcp",
        libc::IPPROTO_UDP => "udp",
        libc::IPPROTO_ICMP => "icmp",
        libc::IPPROTO_ICMPV6 => "icmpv6",
        _ => return None,
    })
}

/// `text` as C wants it; `None` where it holds a NUL.
pub(crate) fn c_string<'a>(text: &[u8], room: &'a mut [u8]) -> Option<&'a CStr> {
    let end = room.get_mut(..=text.len())?;
    end[..text.len()].copy_from_slice(text);
    end[text.len()] = 0;
    CStr::from_bytes_with_nul(end).ok()
}
