//! Names and numbers: addresses as bytes, byte order, services, protocols, hosts, errors.

use std::net::IpAddr;

use crate::c::c_char;
use crate::constants::CONSTANTS;
use crate::{Addr, AddrInfo, Error, Reason, Result, Text, c, getaddrinfo, sys};

/// The well-known addresses of IPv6, in words: what C has as structures is no number.
pub static TEXTS: &[(&str, &str)] = &[("IN6ADDR_ANY", "::"), ("IN6ADDR_LOOPBACK", "::1")];

/// The bytes of an IPv4 or IPv6 address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddrBytes(IpAddr);

impl AddrBytes {
    /// The bytes, in network order: 4 or 16.
    pub fn to_text(self) -> Text<16> {
        match self.0 {
            IpAddr::V4(ip) => ip.octets()[..].into(),
            IpAddr::V6(ip) => ip.octets()[..].into(),
        }
    }
}

/// Converts a numeric address to bytes, in network byte order.
///
/// inet_pton(3); `family` is AF_INET or AF_INET6. EINVAL for any other text, EAFNOSUPPORT for any
/// other family.
pub fn pton(family: i32, text: &[u8]) -> Result<AddrBytes> {
    if family != c::AF_INET && family != c::AF_INET6 {
        return Err(Error::new("inet_pton", c::EAFNOSUPPORT));
    }
    let junk = Error::new("inet_pton", c::EINVAL);
    let ip = str::from_utf8(text).ok().and_then(|text| text.parse().ok()).ok_or(junk)?;
    let addr = Addr::from_ip(ip, 0, 0);
    if addr.family() == family { Ok(AddrBytes(ip)) } else { Err(junk) }
}

/// Converts the bytes of an address, in network byte order, to text.
///
/// inet_ntop(3); `family` is AF_INET or AF_INET6. EINVAL for bytes of another length, EAFNOSUPPORT
/// for any other family.
pub fn ntop(family: i32, bytes: &[u8]) -> Result<Text> {
    let length = |_| Error::new("inet_ntop", c::EINVAL);
    let ip = match family {
        c::AF_INET => IpAddr::from(<[u8; 4]>::try_from(bytes).map_err(length)?),
        c::AF_INET6 => IpAddr::from(<[u8; 16]>::try_from(bytes).map_err(length)?),
        _ => return Err(Error::new("inet_ntop", c::EAFNOSUPPORT)),
    };
    Ok(Addr::from_ip(ip, 0, 0).text())
}

/// Converts a 16-bit number between host and network byte order.
///
/// htons(3), ntohs(3).
pub fn htons(number: u16) -> u16 {
    number.to_be()
}

/// Converts a 32-bit number between host and network byte order.
///
/// htonl(3), ntohl(3).
pub fn htonl(number: u32) -> u32 {
    number.to_be()
}

/// Returns the description of an errno, in the C locale.
///
/// strerror(3).
pub fn strerror(errno: i32) -> Text {
    sys::describe(Reason::Errno(errno))
}

/// Returns the description of an `EAI_*` number, in the C locale.
///
/// gai_strerror(3).
pub fn gaistrerror(code: i32) -> Text {
    sys::describe(Reason::Resolver(code))
}

/// Finds the port of a service.
///
/// services(5), by getaddrinfo(3), which any thread may call; `protocol` is `tcp` (the default) or
/// `udp`. EAI_SERVICE for an unknown name.
pub fn getservbyname(name: &[u8], protocol: Option<&[u8]>) -> Result<u16> {
    let unknown = Error::resolver("getaddrinfo", c::EAI_SERVICE);
    if name.is_empty() || name.iter().all(u8::is_ascii_digit) {
        return Err(unknown);
    }
    let socktype = socktype_of(protocol).ok_or(unknown)?;
    let found = getaddrinfo(None, Some(name), c::AF_UNSPEC, socktype, 0, c::AI_PASSIVE)?;
    let port = found.list.first().and_then(|info| info.addr.port());
    port.and_then(|port| port.try_into().ok()).ok_or(unknown)
}

/// Finds the service of a port.
///
/// services(5), by getnameinfo(3), which any thread may call; `protocol` is `tcp` (the default) or
/// `udp`. EAI_SERVICE for a port without a name.
pub fn getservbyport(port: u16, protocol: Option<&[u8]>) -> Result<Text> {
    let unknown = Error::resolver("getnameinfo", c::EAI_SERVICE);
    let socktype = socktype_of(protocol).ok_or(unknown)?;
    let info = AddrInfo::inet(b"0.0.0.0", port, socktype, 0)?;
    let datagram = if socktype == c::SOCK_DGRAM { c::NI_DGRAM } else { 0 };
    let serv = info.nameinfo(c::NI_NUMERICHOST | datagram)?.serv;
    let unnamed = serv.as_bytes().iter().all(u8::is_ascii_digit);
    if unnamed { Err(unknown) } else { Ok(serv) }
}

fn socktype_of(protocol: Option<&[u8]>) -> Option<i32> {
    match protocol {
        None | Some(b"tcp") => Some(c::SOCK_STREAM),
        Some(b"udp") => Some(c::SOCK_DGRAM),
        Some(_) => None,
    }
}

/// Finds the number of a protocol of IP, by its name in protocols(5): `tcp`, `udp`, `icmp` ...
///
/// The names are those of the `IPPROTO_*` constants; the file itself is not read. ENOENT for any
/// other.
pub fn getprotobyname(name: &[u8]) -> Result<i32> {
    let wanted = match name {
        b"ipv6-icmp" => b"icmpv6",
        b"ipv6-nonxt" => &b"none"[..],
        b"ipv6-route" => b"routing",
        b"ipv6-frag" => b"fragment",
        b"ipv6-opts" => b"dstopts",
        name => name,
    };
    CONSTANTS
        .iter()
        .find(|(constant, _)| {
            constant.strip_prefix("IPPROTO_").is_some_and(|usual| {
                usual.as_bytes().eq_ignore_ascii_case(wanted) && !wanted.is_empty()
            })
        })
        .map(|&(_, number)| number as i32)
        .ok_or(Error::new("getprotobyname", c::ENOENT))
}

/// Returns the name of this host.
///
/// gethostname(2).
pub fn gethostname() -> Result<Text> {
    let mut room = [0u8; 256];
    // SAFETY: `room` is writable for its length, and stays ended with a NUL.
    let status = unsafe { c::gethostname(room.as_mut_ptr().cast::<c_char>(), room.len() - 1) };
    crate::error::check("gethostname", status)?;
    Ok(room.split(|&byte| byte == 0).next().unwrap_or_default().into())
}
