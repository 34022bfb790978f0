//! Multicast: the groups that are joined, and the interface that what is sent leaves by.

use std::mem::MaybeUninit;
use std::net::{IpAddr, Ipv4Addr};

use crate::option::{self, OptionId};
use crate::sys::{GroupReq, GroupSourceReq};
use crate::{Addr, AddrInfo, Error, Interface, Result, Socket, c, device, sys};

/// The address of a group or a source: numbers in a text, or an addrinfo.
#[derive(Clone, Copy, Debug)]
pub enum IpArg<'a> {
    /// Numbers in a text.
    Text(&'a [u8]),
    /// An address that is ready.
    Info(&'a AddrInfo),
}

impl IpArg<'_> {
    pub(crate) fn addr(self) -> Result<Addr> {
        match self {
            Self::Text(text) => Addr::parse(text, 0),
            Self::Info(info) => Ok(info.addr),
        }
    }
}

/// The places of a membership option of RFC 3678, which both families have by one name.
const fn both(name: &str) -> [OptionId; 2] {
    [OptionId::of("IPPROTO_IP", name), OptionId::of("IPPROTO_IPV6", name)]
}

const MCAST_JOIN_GROUP: [OptionId; 2] = both("MCAST_JOIN_GROUP");
const MCAST_LEAVE_GROUP: [OptionId; 2] = both("MCAST_LEAVE_GROUP");
const MCAST_JOIN_SOURCE_GROUP: [OptionId; 2] = both("MCAST_JOIN_SOURCE_GROUP");
const MCAST_LEAVE_SOURCE_GROUP: [OptionId; 2] = both("MCAST_LEAVE_SOURCE_GROUP");
const MCAST_BLOCK_SOURCE: [OptionId; 2] = both("MCAST_BLOCK_SOURCE");
const MCAST_UNBLOCK_SOURCE: [OptionId; 2] = both("MCAST_UNBLOCK_SOURCE");

const MULTICAST_IF_V4: OptionId = OptionId::of("IPPROTO_IP", "IP_MULTICAST_IF");
const MULTICAST_IF_V6: OptionId = OptionId::of("IPPROTO_IPV6", "IPV6_MULTICAST_IF");

impl Socket {
    /// Selects the interface for sending multicast datagrams, given by its name, its index or one
    /// of its addresses.
    ///
    /// `IP_MULTICAST_IF`, ip(7); `IPV6_MULTICAST_IF`, ipv6(7); both on an IPv6 socket that is not
    /// v6only. `""`, `0.0.0.0` and `::` restore the kernel's choice. Without an argument, returns
    /// the name, or the index where there is no such interface any more, and `""` where none was
    /// chosen. An IPv4 socket keeps only the index, which the kernel does not return: without an
    /// argument, returns what was set through this object, else the interface with the address that
    /// the kernel returns. ENODEV for an unknown interface, EOPNOTSUPP on sockets of SOCK_STREAM
    /// and SOCK_SEQPACKET.
    pub fn mcastif(&self, interface: Option<Interface>) -> Result<Interface> {
        let family = if self.is_connection_oriented() { c::AF_UNSPEC } else { self.family() };
        let Some(interface) = interface else {
            let index = match family {
                c::AF_INET => self.mcastif_v4()?,
                c::AF_INET6 => option::get::<i32>(self, MULTICAST_IF_V6)? as u32,
                _ => return Err(self.refusal("getsockopt", c::EOPNOTSUPP)),
            };
            return Ok(Interface::with_index(index));
        };
        match family {
            c::AF_INET => self.set_mcastif_v4(interface.index_or_none()?)?,
            c::AF_INET6 => {
                let index = interface.index_or_none()?;
                option::set(self, MULTICAST_IF_V6, index as i32)?;
                if self.is_dual_stack() {
                    self.set_mcastif_v4(index)?;
                }
            }
            _ => return Err(self.refusal("setsockopt", c::EOPNOTSUPP)),
        }
        Ok(interface)
    }

    fn set_mcastif_v4(&self, index: u32) -> Result<()> {
        let request = sys::multicast_interface(index)?;
        option::set_raw(self, MULTICAST_IF_V4, &request).map_err(|error| match error.number() {
            // An index without an interface: there is no address that could be meant.
            c::EADDRNOTAVAIL => Error::new("setsockopt", c::ENODEV),
            _ => error,
        })?;
        self.remember_multicast_index(index);
        Ok(())
    }

    fn mcastif_v4(&self) -> Result<u32> {
        let mut address = MaybeUninit::<c::in_addr>::zeroed();
        option::get_raw(self, MULTICAST_IF_V4, &mut address)?;
        // SAFETY: one integer, zeroed before the kernel wrote it.
        let address = Ipv4Addr::from(unsafe { address.assume_init() }.s_addr.to_ne_bytes());
        if address.is_unspecified() {
            // The kernel was given an index, or nothing.
            return Ok(self.multicast_index());
        }
        let list = device::getifaddrs()?;
        let found = list
            .iter()
            .find(|entry| entry.addr.and_then(|addr| addr.ip()) == Some(IpAddr::V4(address)));
        Ok(found.map_or(0, |entry| entry.index))
    }

    /// Takes note that an option was set by its numbers, which may have been the interface of multicast.
    pub(crate) fn note_option(&self, level: i32, name: i32) {
        if MULTICAST_IF_V4 == OptionId::at(level, name) {
            self.remember_multicast_index(0);
        }
    }

    /// Joins a multicast group for all sources.
    ///
    /// `MCAST_JOIN_GROUP`, RFC 3678; the same as `IP_ADD_MEMBERSHIP`, ip(7), and `IPV6_JOIN_GROUP`,
    /// ipv6(7). The interface is given by its name, its index or one of its addresses. By default
    /// it is the zone of the group (`ff02::1%eth0`), else the routing table selects it. An IPv6
    /// socket that is not v6only joins IPv4 groups, too. EINVAL for an address that is not a group,
    /// and for an interface that is not the group's zone; EADDRINUSE if the group is joined
    /// already, ENODEV for an unknown interface, ENOBUFS for the 21st group of an IPv4 socket,
    /// EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.
    pub fn mcastjoin(&self, group: IpArg<'_>, interface: Option<Interface>) -> Result<()> {
        self.member(MCAST_JOIN_GROUP, group, interface)
    }

    /// Leaves a multicast group.
    ///
    /// `MCAST_LEAVE_GROUP`, RFC 3678; the same as `IP_DROP_MEMBERSHIP`, ip(7), and
    /// `IPV6_LEAVE_GROUP`, ipv6(7). EADDRNOTAVAIL where it is not joined.
    pub fn mcastleave(&self, group: IpArg<'_>, interface: Option<Interface>) -> Result<()> {
        self.member(MCAST_LEAVE_GROUP, group, interface)
    }

    /// Joins a multicast group for one source; more sources can be added.
    ///
    /// `MCAST_JOIN_SOURCE_GROUP`, RFC 3678; for IPv4 the same as `IP_ADD_SOURCE_MEMBERSHIP`, ip(7).
    /// The interface is given as for mcastjoin, and can be the zone of the source, too.
    pub fn mcastjoinsrc(
        &self,
        group: IpArg<'_>,
        source: IpArg<'_>,
        interface: Option<Interface>,
    ) -> Result<()> {
        self.source(MCAST_JOIN_SOURCE_GROUP, group, source, interface)
    }

    /// Leaves a multicast group for one source.
    ///
    /// `MCAST_LEAVE_SOURCE_GROUP`, RFC 3678; for IPv4 the same as `IP_DROP_SOURCE_MEMBERSHIP`,
    /// ip(7). EADDRNOTAVAIL where the source is not joined, EINVAL where the group is not. When the
    /// last source is left, so is the group.
    pub fn mcastleavesrc(
        &self,
        group: IpArg<'_>,
        source: IpArg<'_>,
        interface: Option<Interface>,
    ) -> Result<()> {
        self.source(MCAST_LEAVE_SOURCE_GROUP, group, source, interface)
    }

    /// Blocks a source of a joined multicast group.
    ///
    /// `MCAST_BLOCK_SOURCE`, RFC 3678; for IPv4 the same as `IP_BLOCK_SOURCE`, ip(7).
    pub fn mcastblocksrc(
        &self,
        group: IpArg<'_>,
        source: IpArg<'_>,
        interface: Option<Interface>,
    ) -> Result<()> {
        self.source(MCAST_BLOCK_SOURCE, group, source, interface)
    }

    /// Unblocks a source of a multicast group.
    ///
    /// `MCAST_UNBLOCK_SOURCE`, RFC 3678; for IPv4 the same as `IP_UNBLOCK_SOURCE`, ip(7).
    /// EADDRNOTAVAIL where it was not blocked.
    pub fn mcastunblocksrc(
        &self,
        group: IpArg<'_>,
        source: IpArg<'_>,
        interface: Option<Interface>,
    ) -> Result<()> {
        self.source(MCAST_UNBLOCK_SOURCE, group, source, interface)
    }

    fn member(
        &self,
        places: [OptionId; 2],
        group: IpArg<'_>,
        interface: Option<Interface>,
    ) -> Result<()> {
        let (place, [group]) = self.groups(places, [group])?;
        let interface = self.zone(interface, &[group])?;
        option::set_raw(self, place, &GroupReq { interface, group: group.to_storage() })
    }

    fn source(
        &self,
        places: [OptionId; 2],
        group: IpArg<'_>,
        source: IpArg<'_>,
        interface: Option<Interface>,
    ) -> Result<()> {
        let (place, [group, source]) = self.groups(places, [group, source])?;
        let interface = self.zone(interface, &[group, source])?;
        let (group, source) = (group.to_storage(), source.to_storage());
        option::set_raw(self, place, &GroupSourceReq { interface, group, source })
    }

    /// Where a membership of a group, the first of `addrs`, is set, and the addresses as they are there.
    pub(crate) fn groups<const N: usize>(
        &self,
        [v4, v6]: [OptionId; 2],
        addrs: [IpArg<'_>; N],
    ) -> Result<(OptionId, [Addr; N])> {
        if self.is_connection_oriented() {
            return Err(self.refusal("setsockopt", c::EOPNOTSUPP));
        }
        let mut found = [Addr::empty(); N];
        for (target, addr) in found.iter_mut().zip(addrs) {
            *target = addr.addr()?;
        }
        // The IPv4 half of an IPv6 socket keeps its groups itself.
        let plain = found.map(|addr| addr.ipv4mapped().unwrap_or(addr));
        if plain.first().map(Addr::family) == Some(c::AF_INET) && self.is_dual_stack() {
            return Ok((v4, plain));
        }
        Ok((self.by_family(v4, v6), found))
    }

    /// The index of the interface of a membership: the one that is given, else the zone of `addrs`; 0
    /// where there is neither. EINVAL where they differ, for the kernel passes over the zones.
    pub(crate) fn zone(&self, interface: Option<Interface>, addrs: &[Addr]) -> Result<u32> {
        let mut index = interface.map_or(Ok(0), Interface::index)?;
        for zone in addrs.iter().filter_map(Addr::scopeid).filter(|&zone| zone != 0) {
            if index != 0 && index != zone {
                return Err(self.refusal("setsockopt", c::EINVAL));
            }
            index = zone;
        }
        Ok(index)
    }
}
