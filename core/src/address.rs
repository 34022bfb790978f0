//! Addresses of every family, as the `sockaddr` that bind, connect and sendto take.

use std::fmt::Write as _;
use std::hash::{Hash, Hasher};
use std::mem::{offset_of, size_of};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::c::{
    c_int, sa_family_t, sockaddr, sockaddr_in, sockaddr_in6, sockaddr_storage, sockaddr_un,
};
use crate::c::{in_addr, in6_addr, socklen_t};
use crate::{Error, Result, Text, UNIXPATH_MAX, c, ifname, sys};

/// A `sockaddr` of any family, with its exact length.
#[derive(Clone, Copy)]
pub struct Addr {
    storage: sockaddr_storage,
    len: socklen_t,
}

/// The bytes that there is room for in the address of any family.
const ROOM: usize = size_of::<sockaddr_storage>();

/// The kinds of unix addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unix<'a> {
    /// Nothing: the socket was never bound.
    Unnamed,
    /// A path in the file system.
    Path(&'a [u8]),
    /// A name outside the file system (Linux); the leading NUL is included.
    Abstract(&'a [u8]),
}

/// The part of an address that is compared.
///
/// It excludes padding, the flow information of IPv6, and the kernel's data about a received
/// packet.
#[derive(PartialEq, Eq, Hash)]
enum Endpoint<'a> {
    Ip(IpAddr, u32, Option<u32>),
    Unix(Unix<'a>),
    Packet(Option<u32>, u32, &'a [u8]),
    Other(&'a [u8]),
}

impl Addr {
    /// An address of no family, for the kernel to write to.
    pub fn empty() -> Self {
        Self { storage: zeroed(), len: 0 }
    }

    /// The address in `raw`, a `sockaddr` of some family; EINVAL where it is longer than any.
    pub fn from_raw(raw: &[u8]) -> Result<Self> {
        let mut addr = Self::empty();
        let room = addr.bytes_mut().get_mut(..raw.len());
        room.ok_or(Error::new("sockaddr", c::EINVAL))?.copy_from_slice(raw);
        addr.len = raw.len() as socklen_t;
        Ok(addr)
    }

    /// The address in the bytes of a `sockaddr_storage`, with the length of its family.
    pub(crate) fn from_storage(raw: &[u8]) -> Result<Self> {
        let mut addr = Self::from_raw(raw)?;
        let len = match addr.family() {
            c::AF_INET => size_of::<sockaddr_in>(),
            c::AF_INET6 => size_of::<sockaddr_in6>(),
            _ => raw.len(),
        };
        addr.len = addr.len.min(len as socklen_t);
        Ok(addr)
    }

    /// The address of an IPv4 or IPv6 endpoint.
    pub fn from_ip(ip: IpAddr, port: u16, scope: u32) -> Self {
        match ip {
            IpAddr::V4(ip) => Self::of(&sockaddr_in {
                sin_family: c::AF_INET as sa_family_t,
                sin_port: port.to_be(),
                sin_addr: in_addr { s_addr: u32::from_ne_bytes(ip.octets()) },
                ..zeroed()
            }),
            IpAddr::V6(ip) => Self::of(&sockaddr_in6 {
                sin6_family: c::AF_INET6 as sa_family_t,
                sin6_port: port.to_be(),
                sin6_addr: in6_addr { s6_addr: ip.octets() },
                sin6_scope_id: scope,
                ..zeroed()
            }),
        }
    }

    /// The address that `text` says in numbers, `fe80::1%eth0` included; EINVAL for anything else.
    pub fn parse(text: &[u8], port: u16) -> Result<Self> {
        let junk = Error::new("inet_pton", c::EINVAL);
        let mut parts = text.splitn(2, |&byte| byte == b'%');
        let digits = parts.next().and_then(|digits| str::from_utf8(digits).ok()).ok_or(junk)?;
        let ip: IpAddr = digits.parse().map_err(|_| junk)?;
        match parts.next() {
            None => Ok(Self::from_ip(ip, port, 0)),
            Some(zone) if ip.is_ipv6() => Ok(Self::from_ip(ip, port, ifname::zone_index(zone)?)),
            Some(_) => Err(junk),
        }
    }

    /// The unix address of `path`: empty is unnamed, a leading NUL makes an abstract name.
    ///
    /// ENAMETOOLONG above [`UNIXPATH_MAX`] bytes; EINVAL for a path with a NUL inside.
    pub fn unix(path: &[u8]) -> Result<Self> {
        if path.len() > UNIXPATH_MAX {
            return Err(Error::new("sockaddr_un", c::ENAMETOOLONG));
        }
        let is_abstract = sys::ABSTRACT_NAMES && path.first() == Some(&0);
        if !is_abstract && path.contains(&0) {
            return Err(Error::new("sockaddr_un", c::EINVAL));
        }
        let mut addr = Self::of(&sockaddr_un { sun_family: c::AF_UNIX as sa_family_t, ..zeroed() });
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
            return c::AF_UNSPEC;
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
        if let Some(v4) = self.view::<sockaddr_in>(c::AF_INET) {
            return Some(Ipv4Addr::from(v4.sin_addr.s_addr.to_ne_bytes()).into());
        }
        self.inet6().map(|v6| Ipv6Addr::from(v6.sin6_addr.s6_addr).into())
    }

    /// The port, where the family has one: of IP and vsock the port, of netlink the port's pid.
    pub fn port(&self) -> Option<u32> {
        match (self.view::<sockaddr_in>(c::AF_INET), self.inet6()) {
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
        self.view(c::AF_INET6)
    }

    /// The kinds of unix addresses.
    pub fn as_unix(&self) -> Option<Unix<'_>> {
        if self.family() != c::AF_UNIX {
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

    /// The IPv4 address in an IPv6 address of the form `::ffff:a.b.c.d`, with its port.
    pub(crate) fn ipv4mapped(&self) -> Option<Self> {
        let ip = Ipv6Addr::from(self.inet6()?.sin6_addr.s6_addr).to_ipv4_mapped()?;
        Some(Self::from_ip(ip.into(), self.port()? as u16, 0))
    }

    /// The index of the interface in the address of a packet socket, or of a link; 0 for all.
    pub fn ifindex(&self) -> Option<u32> {
        sys::ifindex(self)
    }

    /// The `ETH_P_*` protocol in the address of a packet socket.
    ///
    /// packet(7), `sll_protocol`, in the byte order of the host.
    pub fn ethertype(&self) -> Option<u32> {
        sys::ethertype(self)
    }

    /// The direction of a packet in the address that was received with it: `PACKET_HOST`,
    /// `PACKET_OUTGOING` and so on.
    ///
    /// packet(7), `sll_pkttype`.
    pub fn pkttype(&self) -> Option<u32> {
        sys::pkttype(self)
    }

    fn endpoint(&self) -> Endpoint<'_> {
        if let Some(ip) = self.ip() {
            return Endpoint::Ip(ip, self.port().unwrap_or(0), self.scopeid());
        }
        match (self.as_unix(), self.ethertype(), sys::hardware(self)) {
            (Some(unix), ..) => Endpoint::Unix(unix),
            (_, Some(ethertype), Some(hardware)) => {
                Endpoint::Packet(self.ifindex(), ethertype, hardware)
            }
            _ => Endpoint::Other(self.as_bytes()),
        }
    }

    /// The address as text: numeric for IP, the path (or `\0name`) for unix, the hardware address
    /// for a packet socket or a link, the groups for netlink, the machine for vsock; empty for
    /// other families.
    ///
    /// The zone of an IPv6 address follows a `%`, as the interface's name, or as its index if the
    /// interface no longer exists. The same address can be made from text and port.
    pub fn text(&self) -> Text {
        let mut text = Text::new();
        match self.as_unix() {
            Some(Unix::Path(name) | Unix::Abstract(name)) => text.push(name),
            Some(Unix::Unnamed) => {}
            None => {
                if let Some(ip) = self.ip() {
                    let _ = write!(text, "{ip}");
                    if let Some(zone @ 1..) = self.scopeid() {
                        text.push(b"%");
                        text.push(ifname::zone_text(zone).as_bytes());
                    }
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
        let answer = addr.fill(fill);
        (answer, (!addr.is_empty()).then_some(addr))
    }

    /// Lets `fill` write this address, which is empty, as the kernel does.
    #[inline]
    pub(crate) fn fill<R>(&mut self, fill: impl FnOnce(*mut sockaddr, &mut socklen_t) -> R) -> R {
        let mut len = ROOM as socklen_t;
        let answer = fill((&raw mut self.storage).cast(), &mut len);
        self.len = len.min(ROOM as socklen_t);
        self.trim();
        answer
    }

    /// Whether there is no address: the kernel told none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len == 0
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
        self.endpoint() == other.endpoint()
    }
}

impl Eq for Addr {}

impl Hash for Addr {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.endpoint().hash(state);
    }
}
