//! Options that carry structures: linger, multicast groups and interfaces.

use std::mem::MaybeUninit;
use std::net::Ipv4Addr;

use crate::option::{self, Place};
use crate::sys::{GroupReq, GroupSourceReq};
use crate::{Addr, AddrInfo, Interface, Result, Socket, device, sys};

/// The address of a group or a source: numbers in a text, or an addrinfo.
#[derive(Clone, Copy, Debug)]
pub enum Numeric<'a> {
    /// Numbers in a text.
    Text(&'a [u8]),
    /// An address that is ready.
    Info(&'a AddrInfo),
}

impl Numeric<'_> {
    fn addr(self) -> Result<Addr> {
        match self {
            Self::Text(text) => Addr::parse(text, 0),
            Self::Info(info) => Ok(info.addr),
        }
    }
}

/// The places of a membership option of RFC 3678, which both families have by one name.
const fn both(name: &str) -> [Place; 2] {
    [Place::of("IPPROTO_IP", name), Place::of("IPPROTO_IPV6", name)]
}

const MCAST_JOIN_GROUP: [Place; 2] = both("MCAST_JOIN_GROUP");
const MCAST_LEAVE_GROUP: [Place; 2] = both("MCAST_LEAVE_GROUP");
const MCAST_JOIN_SOURCE_GROUP: [Place; 2] = both("MCAST_JOIN_SOURCE_GROUP");
const MCAST_LEAVE_SOURCE_GROUP: [Place; 2] = both("MCAST_LEAVE_SOURCE_GROUP");
const MCAST_BLOCK_SOURCE: [Place; 2] = both("MCAST_BLOCK_SOURCE");
const MCAST_UNBLOCK_SOURCE: [Place; 2] = both("MCAST_UNBLOCK_SOURCE");

const MULTICAST_IF_V4: Place = Place::of("IPPROTO_IP", "IP_MULTICAST_IF");
const MULTICAST_IF_V6: Place = Place::of("IPPROTO_IPV6", "IPV6_MULTICAST_IF");

impl Socket {
    /// Says how long close waits for unsent data: seconds, or -1 to not wait.
    ///
    /// `SO_LINGER`, socket(7). 0 throws unsent data away and resets the connection. Asked, answers
    /// the seconds, or -1 when off. EINVAL below -1.
    pub fn linger(&self, sec: Option<i32>) -> Result<i32> {
        let place = Place::of("SOL_SOCKET", "SO_LINGER");
        let Some(sec) = sec else {
            let mut linger = MaybeUninit::<libc::linger>::zeroed();
            option::get_raw(self, place, &mut linger)?;
            // SAFETY: two integers, zeroed before the kernel wrote them.
            let linger = unsafe { linger.assume_init() };
            return Ok(if linger.l_onoff == 0 { -1 } else { linger.l_linger });
        };
        if sec < -1 {
            return Err(self.refusal("setsockopt", libc::EINVAL));
        }
        let linger = libc::linger { l_onoff: (sec >= 0).into(), l_linger: sec.max(0) };
        option::set_raw(self, place, &linger).map(|()| sec)
    }

    /// Chooses the interface that multicast datagrams leave by, given by name or index.
    ///
    /// `IP_MULTICAST_IF`, ip(7); `IPV6_MULTICAST_IF`, ipv6(7). `""` leaves the choice to the
    /// kernel again. Asked, answers the name, `""` where none was chosen. IPv4 keeps not the
    /// interface but its address, so that asking looks the name up among the interfaces. ENODEV for
    /// an unknown name.
    pub fn mcastif(&self, interface: Option<Interface>) -> Result<Interface> {
        let Some(interface) = interface else {
            let index = match self.family() {
                libc::AF_INET => self.mcastif_v4()?,
                libc::AF_INET6 => option::get::<i32>(self, MULTICAST_IF_V6)? as u32,
                _ => return Err(self.refusal("getsockopt", libc::EOPNOTSUPP)),
            };
            return if index == 0 { Ok(Interface::NONE) } else { Interface::named(index) };
        };
        match self.family() {
            libc::AF_INET => self.set_mcastif_v4(interface.index_or_none()?)?,
            libc::AF_INET6 => {
                option::set(self, MULTICAST_IF_V6, interface.index_or_none()? as i32)?;
            }
            _ => return Err(self.refusal("setsockopt", libc::EOPNOTSUPP)),
        }
        Ok(interface)
    }

    fn set_mcastif_v4(&self, index: u32) -> Result<()> {
        let address = match index {
            0 => Ipv4Addr::UNSPECIFIED,
            // Without its address the kernel would forget which interface it was, when asked.
            _ => device::first_ipv4(index)?.unwrap_or(Ipv4Addr::UNSPECIFIED),
        };
        option::set_raw(self, MULTICAST_IF_V4, &sys::interface_request(address, index))
    }

    fn mcastif_v4(&self) -> Result<u32> {
        let mut address = MaybeUninit::<libc::in_addr>::zeroed();
        option::get_raw(self, MULTICAST_IF_V4, &mut address)?;
        // SAFETY: one integer, zeroed before the kernel wrote it.
        let address = Ipv4Addr::from(unsafe { address.assume_init() }.s_addr.to_ne_bytes());
        if address.is_unspecified() { Ok(0) } else { device::with_ipv4(address) }
    }

    /// Chooses the interface that what is sent leaves by, given by name or index, past the routes.
    ///
    /// `IP_UNICAST_IF`, ip(7), since Linux 3.4; `IPV6_UNICAST_IF`. `""` leaves the choice to the
    /// routing table again. Asked, answers the name, `""` where none was chosen. ENODEV or
    /// EADDRNOTAVAIL for an unknown interface.
    pub fn unicastif(&self, interface: Option<Interface>) -> Result<Interface> {
        let place = self.by_family(
            const { Place::of("IPPROTO_IP", "IP_UNICAST_IF") },
            const { Place::of("IPPROTO_IPV6", "IPV6_UNICAST_IF") },
        );
        let Some(interface) = interface else {
            // The kernel keeps this one in network byte order.
            return match u32::from_be(option::get::<u32>(self, place)?) {
                0 => Ok(Interface::NONE),
                index => Interface::named(index),
            };
        };
        option::set(self, place, interface.index_or_none()?.to_be()).map(|()| interface)
    }

    /// The ports among which bind and connect choose, as a list of the lowest and the highest.
    ///
    /// `IP_LOCAL_PORT_RANGE`, ip(7). A 0 stands for the system's own bound. EINVAL where the lowest
    /// is above the highest. Since Linux 6.3.
    pub fn localportrange(&self, range: Option<[u16; 2]>) -> Result<[u16; 2]> {
        let place = const { Place::of("IPPROTO_IP", "IP_LOCAL_PORT_RANGE") };
        let place = self.by_family(place, place);
        let new = range.map(|[low, high]| u32::from(low) | u32::from(high) << 16);
        let raw = option::exchange(self, place, new)?;
        Ok([(raw & 0xffff) as u16, (raw >> 16) as u16])
    }

    /// Joins a multicast group, to hear whoever sends to it.
    ///
    /// `MCAST_JOIN_GROUP`, RFC 3678; the same as `IP_ADD_MEMBERSHIP`, ip(7), and
    /// `IPV6_JOIN_GROUP`, ipv6(7). Without an interface the routing table chooses. EINVAL for
    /// what is not a group, EADDRINUSE where it is joined already, ENODEV for an unknown interface,
    /// ENOBUFS for the 21st group of an IPv4 socket.
    pub fn mcastjoin(&self, group: Numeric<'_>, interface: Option<Interface>) -> Result<()> {
        self.member(MCAST_JOIN_GROUP, group, interface)
    }

    /// Leaves a multicast group.
    ///
    /// `MCAST_LEAVE_GROUP`, RFC 3678; the same as `IP_DROP_MEMBERSHIP`, ip(7), and
    /// `IPV6_LEAVE_GROUP`, ipv6(7). EADDRNOTAVAIL where it is not joined.
    pub fn mcastleave(&self, group: Numeric<'_>, interface: Option<Interface>) -> Result<()> {
        self.member(MCAST_LEAVE_GROUP, group, interface)
    }

    /// Joins a multicast group, to hear one source alone; more sources may be added.
    ///
    /// `MCAST_JOIN_SOURCE_GROUP`, RFC 3678; for IPv4 the same as `IP_ADD_SOURCE_MEMBERSHIP`, ip(7).
    pub fn mcastjoinsrc(
        &self,
        group: Numeric<'_>,
        source: Numeric<'_>,
        interface: Option<Interface>,
    ) -> Result<()> {
        self.source(MCAST_JOIN_SOURCE_GROUP, group, source, interface)
    }

    /// Stops hearing one source of a multicast group.
    ///
    /// `MCAST_LEAVE_SOURCE_GROUP`, RFC 3678; for IPv4 the same as `IP_DROP_SOURCE_MEMBERSHIP`,
    /// ip(7). EADDRNOTAVAIL where the source is not joined, EINVAL where the group is not. With the
    /// last source the group is left.
    pub fn mcastleavesrc(
        &self,
        group: Numeric<'_>,
        source: Numeric<'_>,
        interface: Option<Interface>,
    ) -> Result<()> {
        self.source(MCAST_LEAVE_SOURCE_GROUP, group, source, interface)
    }

    /// Shuts one source of a joined multicast group out.
    ///
    /// `MCAST_BLOCK_SOURCE`, RFC 3678; for IPv4 the same as `IP_BLOCK_SOURCE`, ip(7).
    pub fn mcastblocksrc(
        &self,
        group: Numeric<'_>,
        source: Numeric<'_>,
        interface: Option<Interface>,
    ) -> Result<()> {
        self.source(MCAST_BLOCK_SOURCE, group, source, interface)
    }

    /// Lets a source of a multicast group be heard that was shut out.
    ///
    /// `MCAST_UNBLOCK_SOURCE`, RFC 3678; for IPv4 the same as `IP_UNBLOCK_SOURCE`, ip(7).
    /// EADDRNOTAVAIL where it was not blocked.
    pub fn mcastunblocksrc(
        &self,
        group: Numeric<'_>,
        source: Numeric<'_>,
        interface: Option<Interface>,
    ) -> Result<()> {
        self.source(MCAST_UNBLOCK_SOURCE, group, source, interface)
    }

    fn member(
        &self,
        [v4, v6]: [Place; 2],
        group: Numeric<'_>,
        interface: Option<Interface>,
    ) -> Result<()> {
        let place = self.by_family(v4, v6);
        let request = GroupReq {
            interface: interface.map_or(Ok(0), Interface::index)?,
            group: group.addr()?.to_storage(),
        };
        option::set_raw(self, place, &request)
    }

    fn source(
        &self,
        [v4, v6]: [Place; 2],
        group: Numeric<'_>,
        source: Numeric<'_>,
        interface: Option<Interface>,
    ) -> Result<()> {
        let place = self.by_family(v4, v6);
        let request = GroupSourceReq {
            interface: interface.map_or(Ok(0), Interface::index)?,
            group: group.addr()?.to_storage(),
            source: source.addr()?.to_storage(),
        };
        option::set_raw(self, place, &request)
    }
}
