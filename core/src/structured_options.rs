//! Options whose value has another form in C than any type of the table of options.

use std::mem::MaybeUninit;

use crate::option::{self, OptionId, Places};
use crate::raw_option::set_bytes;
use crate::{Addr, Interface, IpArg, Result, Socket, c, memory};

/// The bytes of an option's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionBytes(pub Vec<u8>);

/// By which clock, and how, the times of sent packets are meant (`struct sock_txtime`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct TxTime {
    /// The clock, `CLOCK_*`.
    pub clockid: i32,
    /// `SOF_TXTIME_*`.
    pub flags: u32,
}

/// A group of packet sockets that share what is received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fanout {
    /// The group's number.
    pub id: u16,
    /// How the socket of a packet is chosen, `PACKET_FANOUT_*`.
    pub mode: u16,
    /// `PACKET_FANOUT_FLAG_*`.
    pub flags: u16,
}

/// The longest key of TCP's signatures, `TCP_MD5SIG_MAXKEYLEN` of linux/tcp.h.
const MD5_KEY_MAX: usize = 80;

/// `struct tcp_md5sig` of linux/tcp.h.
#[repr(C)]
struct Md5Sig {
    addr: c::sockaddr_storage,
    flags: u8,
    prefixlen: u8,
    keylen: u16,
    ifindex: u32,
    key: [u8; MD5_KEY_MAX],
}

impl Socket {
    /// Says how long close waits for unsent data: seconds, or -1 to not wait.
    ///
    /// `SO_LINGER`, socket(7). 0 throws unsent data away and resets the connection. Asked, answers
    /// the seconds, or -1 when off. EINVAL below -1.
    pub fn linger(&self, sec: Option<i32>) -> Result<i32> {
        let place = const { OptionId::of("SOL_SOCKET", "SO_LINGER") };
        let Some(sec) = sec else {
            let mut linger = MaybeUninit::<c::linger>::zeroed();
            option::get_raw(self, place, &mut linger)?;
            // SAFETY: two integers, zeroed before the kernel wrote them.
            let linger = unsafe { linger.assume_init() };
            return Ok(if linger.l_onoff == 0 { -1 } else { linger.l_linger });
        };
        if sec < -1 {
            return Err(self.refusal("setsockopt", c::EINVAL));
        }
        let linger = c::linger { l_onoff: (sec >= 0).into(), l_linger: sec.max(0) };
        option::set_raw(self, place, &linger).map(|()| sec)
    }

    /// The clock by which the times of sent packets are meant, and how: with them a packet waits for its
    /// time in the queue of the interface.
    ///
    /// `SO_TXTIME`. The control key `txtime` of sent messages needs it. `clockid` is a clock of
    /// clock_gettime(2): 0 is CLOCK_REALTIME, 1 CLOCK_MONOTONIC, 11 CLOCK_TAI. `flags` are `SOF_TXTIME_*`,
    /// by default none. EINVAL for other flags, EPERM for clocks but 1 without CAP_NET_ADMIN. Since Linux
    /// 4.19.
    pub fn txtime(&self, clockid: Option<i32>, flags: Option<u32>) -> Result<TxTime> {
        let place = const { OptionId::of("SOL_SOCKET", "SO_TXTIME") };
        if let Some(clockid) = clockid {
            // The kernel keeps eight bits of it.
            if !(0..=0xff).contains(&clockid) {
                return Err(self.refusal("setsockopt", c::EINVAL));
            }
            let txtime = TxTime { clockid, flags: flags.unwrap_or(0) };
            return option::set_raw(self, place, &txtime).map(|()| txtime);
        }
        let mut txtime = TxTime { clockid: 0, flags: 0 };
        option::exchange_raw(self, place, option::Exchange::Get, &mut txtime)?;
        Ok(txtime)
    }

    /// Chooses the interface that what is sent leaves by, given by its name, its index or an address
    /// of it, past the routes.
    ///
    /// `IP_UNICAST_IF`, ip(7), since Linux 3.4; `IPV6_UNICAST_IF`; both on an IPv6 socket that is not
    /// v6only. `""`, `0.0.0.0` and `::` leave the choice to the routing table again. Asked, answers
    /// the name, or the index where there is no such interface any more, and `""` where none was
    /// chosen. ENODEV or EADDRNOTAVAIL for an unknown interface.
    pub fn unicastif(&self, interface: Option<Interface>) -> Result<Interface> {
        const V4: OptionId = OptionId::of("IPPROTO_IP", "IP_UNICAST_IF");
        const PLACES: Places = Places::all(V4).and(OptionId::of("IPPROTO_IPV6", "IPV6_UNICAST_IF"));
        // The kernel keeps this one in network byte order.
        let new =
            interface.map(|interface| interface.index_or_none().map(u32::to_be)).transpose()?;
        let raw = option::exchange_at(self, PLACES, new)?;
        Ok(interface.unwrap_or_else(|| Interface::with_index(u32::from_be(raw))))
    }

    /// The ports among which bind and connect choose, as a list of the lowest and the highest.
    ///
    /// `IP_LOCAL_PORT_RANGE`, ip(7). A 0 stands for the system's own bound. EINVAL where the lowest
    /// is above the highest. Since Linux 6.3.
    pub fn localportrange(&self, range: Option<[u16; 2]>) -> Result<[u16; 2]> {
        let place = const { OptionId::of("IPPROTO_IP", "IP_LOCAL_PORT_RANGE") };
        let place = self.by_family(place, place);
        let new = range.map(|[low, high]| u32::from(low) | u32::from(high) << 16);
        let raw = option::get_or_set(self, place, new)?;
        Ok([(raw & 0xffff) as u16, (raw >> 16) as u16])
    }

    /// The IP options of sent packets, as bytes; `""` is none.
    ///
    /// `IP_OPTIONS`, ip(7), RFC 791. At most 40 bytes, to which Linux appends so that they are a multiple
    /// of four; EINVAL for more, and for what is malformed. A connection that was accepted returns those
    /// of the peer's first segment, turned round. IPv4.
    pub fn options(&self, options: Option<&[u8]>) -> Result<OptionBytes> {
        let place = const { OptionId::of("IPPROTO_IP", "IP_OPTIONS") };
        self.bytes(self.by_family(place, place), options)
    }

    /// The hop-by-hop options of sent packets: the bytes of an extension header, whose first is of no
    /// consequence; `""` is none.
    ///
    /// `IPV6_HOPOPTS`, RFC 3542, section 8; RFC 8200, section 4.3. EINVAL for a length that is not the
    /// header's own, EPERM without CAP_NET_RAW. IPv6.
    pub fn hopopts(&self, header: Option<&[u8]>) -> Result<OptionBytes> {
        let place = const { OptionId::of("IPPROTO_IPV6", "IPV6_HOPOPTS") };
        self.bytes(self.by_family(OptionId::NONE, place), header)
    }

    /// The destination options of sent packets, for the last destination; as hopopts otherwise.
    ///
    /// `IPV6_DSTOPTS`, RFC 3542, section 9; RFC 8200, section 4.6. IPv6.
    pub fn dstopts(&self, header: Option<&[u8]>) -> Result<OptionBytes> {
        let place = const { OptionId::of("IPPROTO_IPV6", "IPV6_DSTOPTS") };
        self.bytes(self.by_family(OptionId::NONE, place), header)
    }

    /// The routing header of sent packets: the bytes of an extension header, whose first is of no
    /// consequence; `""` is none.
    ///
    /// `IPV6_RTHDR`, RFC 3542, section 7; RFC 8200, section 4.4. Linux takes those of type 2 (RFC 6275) and
    /// of segment routing (RFC 8754), as far as it has them; EINVAL for others. IPv6.
    pub fn rthdr(&self, header: Option<&[u8]>) -> Result<OptionBytes> {
        let place = const { OptionId::of("IPPROTO_IPV6", "IPV6_RTHDR") };
        self.bytes(self.by_family(OptionId::NONE, place), header)
    }

    /// The destination options of sent packets for every destination of their routing header; as hopopts
    /// otherwise.
    ///
    /// `IPV6_RTHDRDSTOPTS`, RFC 3542, section 9.1. They are sent together with a routing header only. IPv6.
    pub fn rthdrdstopts(&self, header: Option<&[u8]>) -> Result<OptionBytes> {
        let place = const { OptionId::of("IPPROTO_IPV6", "IPV6_RTHDRDSTOPTS") };
        self.bytes(self.by_family(OptionId::NONE, place), header)
    }

    /// The key by which TCP makes its cookies for data in the first segment (RFC 7413): 16 bytes, or 32
    /// for a new and an old one.
    ///
    /// `TCP_FASTOPEN_KEY`. A socket without one of its own has the system's; empty where that has
    /// none yet. EINVAL for other lengths. Since Linux 4.15; two since 5.3.
    pub fn tcpfastopenkey(&self, key: Option<&[u8]>) -> Result<OptionBytes> {
        self.bytes(const { OptionId::of("IPPROTO_TCP", "TCP_FASTOPEN_KEY") }, key)
    }

    /// Signs the segments to a peer, and accepts from it only such with the signature of the key (RFC
    /// 2385); an empty key ends that.
    ///
    /// `TCP_MD5SIG`, tcp(7). To be set before connect, and on a listening socket for those who will connect.
    /// With `prefixlen` the key is for all addresses that begin with so many bits of `addr`, with
    /// `interface` for those of a VRF (`TCP_MD5SIG_EXT`, since Linux 4.13 and 5.6). EINVAL for a key of
    /// more than 80 bytes, and for an address of another family; ENOENT for taking away one that is not
    /// there.
    pub fn tcpmd5sig(
        &self,
        addr: IpArg<'_>,
        key: &[u8],
        prefixlen: Option<i32>,
        interface: Option<Interface>,
    ) -> Result<()> {
        /// `TCP_MD5SIG_FLAG_*` of linux/tcp.h.
        const PREFIX: u8 = 1;
        const IFINDEX: u8 = 2;
        let place = if prefixlen.is_none() && interface.is_none() {
            const { OptionId::of("IPPROTO_TCP", "TCP_MD5SIG") }
        } else {
            const { OptionId::of("IPPROTO_TCP", "TCP_MD5SIG_EXT") }
        };
        place.numbers(self, "setsockopt")?;
        let invalid = || self.refusal("setsockopt", c::EINVAL);
        let addr = addr.addr()?;
        let addr = match addr.ip() {
            // An IPv6 socket has IPv4 peers by these addresses.
            Some(std::net::IpAddr::V4(ip)) if self.family() == c::AF_INET6 => {
                Addr::from_ip(ip.to_ipv6_mapped().into(), 0, 0)
            }
            _ => addr,
        };
        let mut raw = Md5Sig {
            addr: addr.to_storage(),
            flags: 0,
            prefixlen: 0,
            keylen: key.len() as u16,
            ifindex: 0,
            key: [0; MD5_KEY_MAX],
        };
        raw.key.get_mut(..key.len()).ok_or_else(invalid)?.copy_from_slice(key);
        if let Some(prefixlen) = prefixlen {
            raw.flags |= PREFIX;
            raw.prefixlen = prefixlen.try_into().map_err(|_| invalid())?;
        }
        if let Some(interface) = interface {
            raw.flags |= IFINDEX;
            raw.ifindex = interface.index()?;
        }
        option::set_raw(self, place, &raw)
    }

    /// Shares what is received with the packet sockets of a group, so that each packet goes to one of them.
    ///
    /// `PACKET_FANOUT`, packet(7). With an `id` joins the group of that number: `mode` says how the socket
    /// is chosen, by default `PACKET_FANOUT_HASH`; `flags` are `PACKET_FANOUT_FLAG_*`. Without, returns the
    /// group; all 0 stands for none, too. With `PACKET_FANOUT_FLAG_UNIQUEID` the kernel chooses the number, for an `id`
    /// of 0. EINVAL for a socket that does not receive yet, and for another mode than
    /// that of the group; EALREADY for a second group.
    pub fn packetfanout(
        &self,
        id: Option<u16>,
        mode: Option<u16>,
        flags: Option<u16>,
    ) -> Result<Fanout> {
        let place = const { OptionId::of("SOL_PACKET", "PACKET_FANOUT") };
        if let Some(id) = id {
            let fanout = Fanout { id, mode: mode.unwrap_or(0), flags: flags.unwrap_or(0) };
            let kind = u32::from(fanout.mode | fanout.flags);
            // One number has both, in a byte each.
            if fanout.mode > 0xff || fanout.flags & 0xff != 0 {
                return Err(self.refusal("setsockopt", c::EINVAL));
            }
            return option::set(self, place, u32::from(id) | kind << 16).map(|()| fanout);
        }
        let raw = option::get::<u32>(self, place)?;
        let kind = (raw >> 16) as u16;
        Ok(Fanout { id: raw as u16, mode: kind & 0xff, flags: kind & 0xff00 })
    }

    /// Sets an option to bytes and gives a copy of them; without, asks for them.
    fn bytes(&self, place: OptionId, new: Option<&[u8]>) -> Result<OptionBytes> {
        /// More than any of these has: the longest extension header.
        const ROOM: usize = 256 * 8;
        if let Some(new) = new {
            let copy = memory::copied("setsockopt", new)?.into_vec();
            return set_bytes(self, place, new).map(|()| OptionBytes(copy));
        }
        let mut room = [0; ROOM];
        let (status, len) = option::get_bytes(self, place, &mut room);
        status?;
        Ok(OptionBytes(memory::copied("getsockopt", &room[..len.min(ROOM)])?.into_vec()))
    }
}
