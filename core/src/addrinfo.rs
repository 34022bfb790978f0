//! Addresses with the kind of socket that they are for, and how they print.

use std::fmt::{self, Write as _};
use std::hash::{Hash, Hasher};
use std::net::IpAddr;

use crate::{Addr, Error, Interface, Result, Text, Unix, c, sys};

/// An address, and the kind of socket that it is for (`struct addrinfo`).
///
/// Two of them are equal if their address, port, zone, path and interface are equal. The kind of
/// socket and the flow information of IPv6 are not compared.
#[derive(Clone, Copy)]
pub struct AddrInfo {
    /// The address.
    pub addr: Addr,
    /// The type of socket that it is for, `SOCK_*`; 0 for any.
    pub socktype: i32,
    /// The protocol of the socket that it is for, `IPPROTO_*`; 0 for any.
    pub protocol: i32,
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
    /// No address, for a receive to write the sender's to.
    #[inline]
    pub fn empty() -> Self {
        Self { addr: Addr::empty(), socktype: 0, protocol: 0 }
    }

    /// Whether `other` is the same to the last byte, and not only equal.
    #[inline]
    pub fn is_same(&self, other: &Self) -> bool {
        (self.socktype, self.protocol) == (other.socktype, other.protocol)
            && self.addr.as_bytes() == other.addr.as_bytes()
    }

    /// This, if it has an address.
    pub fn into_option(self) -> Option<Self> {
        (!self.addr.is_empty()).then_some(self)
    }

    /// Makes the address of an IPv4 endpoint from a numeric address and a port.
    ///
    /// ip(7); `socktype` is `SOCK_*`, `protocol` is `IPPROTO_*`, 0 any. EINVAL for any other text;
    /// inet.getaddrinfo asks the resolver for the addresses of a name.
    pub fn inet(text: &[u8], port: u16, socktype: i32, protocol: i32) -> Result<Self> {
        Self::ip(c::AF_INET, text, port, socktype, protocol)
    }

    /// Makes the address of an IPv6 endpoint from a numeric address and a port.
    ///
    /// ipv6(7); the address may name its interface, `fe80::1%eth0`. `socktype` is `SOCK_*`,
    /// `protocol` is `IPPROTO_*`, 0 any. EINVAL for any other text; inet.getaddrinfo asks the resolver for
    /// the addresses of a name. ENODEV for an unknown interface.
    pub fn inet6(text: &[u8], port: u16, socktype: i32, protocol: i32) -> Result<Self> {
        Self::ip(c::AF_INET6, text, port, socktype, protocol)
    }

    fn ip(family: i32, text: &[u8], port: u16, socktype: i32, protocol: i32) -> Result<Self> {
        let addr = Addr::parse(text, port).map_err(|error| match error.number() {
            c::EINVAL if is_name(text) => Error::not_numeric("inet_pton"),
            _ => error,
        })?;
        if addr.family() != family {
            return Err(Error::new("inet_pton", c::EINVAL));
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
        let socktype = if socktype == 0 { c::SOCK_RAW } else { socktype };
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
    /// byte order as packet sockets have it. `addr` is the hardware address to which a socket of type
    /// SOCK_DGRAM sends, as `00:00:5e:00:53:01`. EINVAL for any other text, ENODEV for an unknown
    /// interface, EAFNOSUPPORT on systems without packet sockets.
    pub fn packet(
        interface: Interface,
        ethertype: u16,
        socktype: i32,
        addr: Option<&[u8]>,
    ) -> Result<Self> {
        let hardware = HardwareAddr::parse(addr.unwrap_or_default())?;
        let socktype = if socktype == 0 { c::SOCK_RAW } else { socktype };
        let addr = sys::packet(interface.index_or_none()?, ethertype, hardware.as_bytes())?;
        Ok(Self { addr, socktype, protocol: ethertype.to_be().into() })
    }

    /// Makes an address of any family from the bytes of its `sockaddr`.
    ///
    /// The first two bytes contain the family, as on this system. EINVAL for too many bytes.
    pub fn raw(bytes: &[u8], socktype: i32, protocol: i32) -> Result<Self> {
        Ok(Self { addr: Addr::from_raw(bytes)?, socktype, protocol })
    }

    /// The IPv4 address in an IPv6 address of the form `::ffff:a.b.c.d`, with its port and kind of
    /// socket; none in any other address.
    ///
    /// RFC 4291, section 2.5.5.2. An IPv6 socket that is not v6only has IPv4 peers with such
    /// addresses.
    pub fn ipv4mapped(&self) -> Option<Self> {
        self.addr.ipv4mapped().map(|addr| Self { addr, ..*self })
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

/// The most bytes of a hardware address, MAX_ADDR_LEN of linux/netdevice.h.
const HARDWARE_MAX: usize = 32;

/// A hardware address.
struct HardwareAddr(Text<HARDWARE_MAX>);

impl HardwareAddr {
    /// The address that `text` says in pairs of hexadecimal digits with colons between; empty for
    /// none.
    fn parse(text: &[u8]) -> Result<Self> {
        let mut bytes = Text::new();
        if text.is_empty() {
            return Ok(Self(bytes));
        }
        for (at, pair) in text.split(|&byte| byte == b':').enumerate() {
            let is_pair = pair.len() == 2 && pair.iter().all(u8::is_ascii_hexdigit);
            let byte = str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok());
            match byte.filter(|_| is_pair && at < HARDWARE_MAX) {
                Some(byte) => bytes.push(&[byte]),
                None => return Err(Error::new("sockaddr_ll", c::EINVAL)),
            }
        }
        Ok(Self(bytes))
    }

    fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
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

/// Whether `text` is the name of a host, for which only a resolver knows addresses, as far as its look tells.
fn is_name(text: &[u8]) -> bool {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._".contains(byte);
    let last = text.rsplit(|&byte| byte == b'.').next().unwrap_or_default();
    let has_domain = last.len() < text.len() && last.len() > 1;
    text == b"localhost"
        || has_domain && last.iter().all(u8::is_ascii_alphabetic) && text.iter().all(is_part)
}

impl Addr {
    /// The address and the port, as an error shows them: `127.0.0.1:80`, `[::1]:80`, `/path` or `@name`.
    pub fn shown(&self) -> Text {
        let mut text = Text::new();
        push_endpoint(&mut text, self);
        text.as_bytes().get(1..).unwrap_or_default().into()
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
                let _ = write!(text, " ({} bytes)", addr.as_bytes().len());
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
        c::AF_UNSPEC => "unspec",
        c::AF_UNIX => "unix",
        c::AF_INET => "inet",
        c::AF_INET6 => "inet6",
        other => return sys::family_name(other),
    })
}

pub(crate) fn socktype_name(socktype: i32) -> Option<&'static str> {
    Some(match socktype {
        c::SOCK_STREAM => "stream",
        c::SOCK_DGRAM => "dgram",
        c::SOCK_RAW => "raw",
        c::SOCK_SEQPACKET => "seqpacket",
        c::SOCK_RDM => "rdm",
        _ => return None,
    })
}

fn protocol_name(protocol: i32) -> Option<&'static str> {
    Some(match protocol {
        c::IPPROTO_TCP => "tcp",
        c::IPPROTO_UDP => "udp",
        c::IPPROTO_ICMP => "icmp",
        c::IPPROTO_ICMPV6 => "icmpv6",
        _ => return None,
    })
}
