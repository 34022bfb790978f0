//! The interfaces and their addresses, by rtnetlink(7).
//!
//! getifaddrs(3) of the C library has one place for a broadcast address and a peer's, puts the address
//! itself there where neither is configured, and calls an interface by the label of its address.

use crate::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::mem::size_of;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use libc::{c_int, c_ushort, sockaddr_nl};

use super::link_addr;
use crate::address::zeroed;
use crate::device::InterfaceAddr;
use crate::error::{check, errno};
use crate::{Addr, Error, Name, Result};

/// Attributes of linux/if_link.h.
const IFLA_ADDRESS: c_ushort = 1;
const IFLA_BROADCAST: c_ushort = 2;
const IFLA_IFNAME: c_ushort = 3;
const IFLA_MTU: c_ushort = 4;

/// Attributes of linux/if_addr.h.
const IFA_ADDRESS: c_ushort = 1;
const IFA_LOCAL: c_ushort = 2;
const IFA_LABEL: c_ushort = 3;
const IFA_BROADCAST: c_ushort = 4;

/// The bytes of `struct nlmsghdr`, `struct ifinfomsg` and `struct ifaddrmsg`.
const HEADER: usize = 16;
const LINK: usize = 16;
const ADDRESS: usize = 8;

/// The most that the kernel puts into one datagram of a dump.
const BUFFER: usize = 32 * 1024;

/// How often a dump is begun anew that changes of the interfaces have interrupted.
const ATTEMPTS: usize = 8;

/// Every interface, and then every address of one.
pub(crate) fn interface_addrs() -> Result<Vec<InterfaceAddr>> {
    let mut list = Vec::new();
    for _ in 0..ATTEMPTS {
        list.clear();
        let links = dump(libc::RTM_GETLINK, &mut |kind, body| match kind {
            libc::RTM_NEWLINK => add(&mut list, link(body).as_ref()),
            _ => Ok(()),
        })?;
        let count = list.len();
        let addresses = dump(libc::RTM_GETADDR, &mut |kind, body| match kind {
            // An interface that came after the first dump is left out whole.
            libc::RTM_NEWADDR => {
                let entry = address(body, &list[..count]);
                add(&mut list, entry.as_ref())
            }
            _ => Ok(()),
        })?;
        if links.is_consistent && addresses.is_consistent {
            break;
        }
    }
    Ok(list)
}

fn add(list: &mut Vec<InterfaceAddr>, entry: Option<&InterfaceAddr>) -> Result<()> {
    if let Some(entry) = entry {
        list.try_reserve(1).map_err(|_| Error::memory("getifaddrs"))?;
        list.push(*entry);
    }
    Ok(())
}

/// The interface that an RTM_NEWLINK message describes.
fn link(body: &[u8]) -> Option<InterfaceAddr> {
    let (header, attributes) = body.split_at_checked(LINK)?;
    let hatype = u16::from_ne_bytes(array(header, 2)?);
    let index = u32::from_ne_bytes(array(header, 4)?);
    let flags = u32::from_ne_bytes(array(header, 8)?);
    let of_link = |bytes: &[u8]| link_addr(index, 0, hatype, bytes).ok();
    let (mut name, mut mtu, mut addr, mut far) = (Name::new(), None, of_link(&[]), None);
    for (kind, value) in Attributes(attributes) {
        match kind {
            IFLA_IFNAME => name = text(value),
            IFLA_MTU => mtu = array(value, 0).map(u32::from_ne_bytes),
            IFLA_ADDRESS => addr = of_link(value),
            IFLA_BROADCAST => far = of_link(value),
            _ => {}
        }
    }
    let has = |flag: c_int| flags & flag as u32 != 0;
    Some(InterfaceAddr {
        name,
        index,
        flags,
        mtu,
        label: None,
        addr,
        netmask: None,
        broadaddr: far.filter(|_| has(libc::IFF_BROADCAST)),
        dstaddr: far.filter(|_| has(libc::IFF_POINTOPOINT)),
    })
}

/// The address that an RTM_NEWADDR message describes, of one of `links`.
fn address(body: &[u8], links: &[InterfaceAddr]) -> Option<InterfaceAddr> {
    let (header, attributes) = body.split_at_checked(ADDRESS)?;
    let [family, prefix] = array(header, 0)?;
    let index = u32::from_ne_bytes(array(header, 4)?);
    let link = links.iter().find(|link| link.index == index)?;
    let (mut local, mut far, mut broadaddr, mut label) = (None, None, None, None);
    for (kind, value) in Attributes(attributes) {
        match kind {
            IFA_LOCAL => local = ip(family, value),
            IFA_ADDRESS => far = ip(family, value),
            IFA_BROADCAST => broadaddr = ip(family, value),
            IFA_LABEL => label = Some(text(value)),
            _ => {}
        }
    }
    // With a peer, its address stands where the local one does otherwise.
    let addr = local.or(far)?;
    let scoped = |ip: IpAddr| {
        let is_scoped = matches!(ip, IpAddr::V6(ip) if is_link_local(ip));
        Addr::from_ip(ip, 0, if is_scoped { index } else { 0 })
    };
    Some(InterfaceAddr {
        label: label.filter(|label| label.as_bytes() != link.name.as_bytes()),
        addr: Some(scoped(addr)),
        netmask: Some(Addr::from_ip(netmask(addr, prefix), 0, 0)),
        broadaddr: broadaddr.map(scoped),
        dstaddr: far.filter(|&far| far != addr).map(scoped),
        ..*link
    })
}

fn is_link_local(ip: Ipv6Addr) -> bool {
    ip.is_unicast_link_local() || (ip.is_multicast() && ip.octets()[1] & 0xf == 2)
}

fn ip(family: u8, bytes: &[u8]) -> Option<IpAddr> {
    match family.into() {
        libc::AF_INET => Some(Ipv4Addr::from(array::<4>(bytes, 0)?).into()),
        libc::AF_INET6 => Some(Ipv6Addr::from(array::<16>(bytes, 0)?).into()),
        _ => None,
    }
}

/// The mask of the first `prefix` bits, of the same family as `ip`.
fn netmask(ip: IpAddr, prefix: u8) -> IpAddr {
    match ip {
        IpAddr::V4(_) => {
            Ipv4Addr::from_bits(!u32::MAX.checked_shr(prefix.into()).unwrap_or(0)).into()
        }
        IpAddr::V6(_) => {
            Ipv6Addr::from_bits(!u128::MAX.checked_shr(prefix.into()).unwrap_or(0)).into()
        }
    }
}

/// A text that ends with a NUL.
fn text(value: &[u8]) -> Name {
    value.split(|&byte| byte == 0).next().unwrap_or_default().into()
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at + N)?.try_into().ok()
}

/// The attributes of a message (`struct rtattr`): their types and values.
struct Attributes<'a>(&'a [u8]);

impl<'a> Iterator for Attributes<'a> {
    type Item = (c_ushort, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let len = usize::from(u16::from_ne_bytes(array(self.0, 0)?));
        let kind = u16::from_ne_bytes(array(self.0, 2)?);
        let value = self.0.get(4..len)?;
        self.0 = self.0.get(len.next_multiple_of(4)..).unwrap_or_default();
        Some((kind, value))
    }
}

/// What a dump that went well says of itself.
struct Dumped {
    /// Whether nothing has changed while the kernel went through its list.
    is_consistent: bool,
}

/// Asks for a dump, and gives every message of it to `take`: its type, and what is behind its header.
fn dump(request: u16, take: &mut dyn FnMut(u16, &[u8]) -> Result<()>) -> Result<Dumped> {
    let fd = check(
        "socket",
        super::socket(libc::AF_NETLINK, libc::SOCK_RAW, libc::NETLINK_ROUTE, false),
    )?;
    // SAFETY: just opened, and nobody else's.
    let socket = unsafe { OwnedFd::from_raw_fd(fd) };
    let mut buffer = Vec::new();
    buffer.try_reserve_exact(BUFFER).map_err(|_| Error::memory("getifaddrs"))?;
    buffer.resize(BUFFER, 0);
    ask(&socket, request)?;
    let mut dumped = Dumped { is_consistent: true };
    loop {
        let mut rest = receive(&socket, &mut buffer)?;
        while let Some(message) = Message::first(rest) {
            dumped.is_consistent &= message.flags & libc::NLM_F_DUMP_INTR as u16 == 0;
            match message.kind.into() {
                libc::NLMSG_DONE => return Ok(dumped),
                libc::NLMSG_ERROR => {
                    let errno = array(message.body, 0).map_or(libc::EIO, i32::from_ne_bytes);
                    return Err(Error::new("getifaddrs", errno.saturating_neg()));
                }
                _ => take(message.kind, message.body)?,
            }
            rest = message.rest;
        }
    }
}

/// Sends the request for a dump.
fn ask(socket: &OwnedFd, request: u16) -> Result<()> {
    const FLAGS: u16 = (libc::NLM_F_REQUEST | libc::NLM_F_DUMP) as u16;
    // A `struct nlmsghdr`, and behind it a `struct ifinfomsg` or `struct ifaddrmsg` of zeros: all.
    let mut message = [0u8; HEADER + LINK];
    message[..4].copy_from_slice(&((HEADER + LINK) as u32).to_ne_bytes());
    message[4..6].copy_from_slice(&request.to_ne_bytes());
    message[6..8].copy_from_slice(&FLAGS.to_ne_bytes());
    // SAFETY: the message is readable for its length.
    let sent = unsafe {
        libc::send(socket.as_raw_fd(), message.as_ptr().cast(), message.len(), libc::MSG_NOSIGNAL)
    };
    check("send", sent as c_int).map(drop)
}

/// The next datagram of the kernel's.
fn receive<'a>(socket: &OwnedFd, buffer: &'a mut [u8]) -> Result<&'a [u8]> {
    loop {
        let mut from: sockaddr_nl = zeroed();
        let mut len = size_of::<sockaddr_nl>() as libc::socklen_t;
        // SAFETY: the buffer and the address are writable for their lengths.
        let received = unsafe {
            let (start, from) = (buffer.as_mut_ptr().cast(), (&raw mut from).cast());
            let flags = libc::MSG_TRUNC;
            libc::recvfrom(socket.as_raw_fd(), start, buffer.len(), flags, from, &raw mut len)
        };
        match usize::try_from(received) {
            // Another process may send to this socket, too.
            Ok(_) if from.nl_pid != 0 => {}
            Ok(count) if count > buffer.len() => return Err(Error::new("recvfrom", libc::ENOBUFS)),
            Ok(count) => return Ok(&buffer[..count]),
            // The kernel answers at once, so that a signal delays this by a moment alone.
            Err(_) if errno() == libc::EINTR => {}
            Err(_) => return Err(Error::last("recvfrom")),
        }
    }
}

/// A message of a datagram (`struct nlmsghdr`).
struct Message<'a> {
    kind: u16,
    flags: u16,
    body: &'a [u8],
    rest: &'a [u8],
}

impl<'a> Message<'a> {
    fn first(datagram: &'a [u8]) -> Option<Self> {
        let len = u32::from_ne_bytes(array(datagram, 0)?) as usize;
        Some(Self {
            kind: u16::from_ne_bytes(array(datagram, 4)?),
            flags: u16::from_ne_bytes(array(datagram, 6)?),
            body: datagram.get(HEADER..len)?,
            rest: datagram.get(len.next_multiple_of(4)..).unwrap_or_default(),
        })
    }
}
