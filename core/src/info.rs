//! Structures that the kernel returns for a socket: TCP's state, memory, who the peer is.

use crate::fd::{FromRawFd, OwnedFd};

use crate::option::{self, OptionId};
use crate::{Addr, AddrInfo, OptionBytes, Result, Socket, c, memory};

/// Named numbers, in the kernel's order; as many as the kernel knows.
///
/// A number of 64 bits beyond a signed one's reach, as "no limit" is, is -1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields(pub Vec<(&'static str, i64)>);

/// A security context as a security module writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityContext(pub Vec<u8>);

/// The MTU of a path (`struct ip6_mtuinfo`).
#[derive(Clone, Copy, Debug)]
pub struct MtuInfo {
    /// The MTU, in bytes.
    pub mtu: u32,
    /// The address that the path leads to, where the kernel tells it; Linux does not.
    pub addr: Option<AddrInfo>,
}

/// The place of a number in a structure of the kernel's.
#[derive(Clone, Copy)]
pub(crate) enum Width {
    /// So many bytes, aligned to their own width.
    Bytes(usize),
    /// Eight bytes of which each bit counts: beyond a signed number's reach they come out negative.
    Wrapping,
    /// So many bits of the byte that the field before it began, from this one on.
    Bits { from: u32, count: u32 },
    /// So many bits of a new byte, from its first on.
    FirstBits(u32),
}

use Width::{Bits, Bytes, FirstBits, Wrapping};

pub(crate) const U8: Width = Bytes(1);
pub(crate) const U16: Width = Bytes(2);
pub(crate) const U32: Width = Bytes(4);
pub(crate) const U64: Width = Bytes(8);

/// A structure as the kernel's headers lay it out.
pub(crate) type Layout = &'static [(&'static str, Width)];

/// `struct tcp_info` of linux/tcp.h, without its prefix.
pub(crate) const TCP_INFO: Layout = &[
    ("state", U8),
    ("ca_state", U8),
    ("retransmits", U8),
    ("probes", U8),
    ("backoff", U8),
    ("options", U8),
    ("snd_wscale", FirstBits(4)),
    ("rcv_wscale", Bits { from: 4, count: 4 }),
    ("delivery_rate_app_limited", FirstBits(1)),
    ("fastopen_client_fail", Bits { from: 1, count: 2 }),
    ("rto", U32),
    ("ato", U32),
    ("snd_mss", U32),
    ("rcv_mss", U32),
    ("unacked", U32),
    ("sacked", U32),
    ("lost", U32),
    ("retrans", U32),
    ("fackets", U32),
    ("last_data_sent", U32),
    ("last_ack_sent", U32),
    ("last_data_recv", U32),
    ("last_ack_recv", U32),
    ("pmtu", U32),
    ("rcv_ssthresh", U32),
    ("rtt", U32),
    ("rttvar", U32),
    ("snd_ssthresh", U32),
    ("snd_cwnd", U32),
    ("advmss", U32),
    ("reordering", U32),
    ("rcv_rtt", U32),
    ("rcv_space", U32),
    ("total_retrans", U32),
    ("pacing_rate", U64),
    ("max_pacing_rate", U64),
    ("bytes_acked", U64),
    ("bytes_received", U64),
    ("segs_out", U32),
    ("segs_in", U32),
    ("notsent_bytes", U32),
    ("min_rtt", U32),
    ("data_segs_in", U32),
    ("data_segs_out", U32),
    ("delivery_rate", U64),
    ("busy_time", U64),
    ("rwnd_limited", U64),
    ("sndbuf_limited", U64),
    ("delivered", U32),
    ("delivered_ce", U32),
    ("bytes_sent", U64),
    ("bytes_retrans", U64),
    ("dsack_dups", U32),
    ("reord_seen", U32),
    ("rcv_ooopack", U32),
    ("snd_wnd", U32),
    // Since Linux 6.2.
    ("rcv_wnd", U32),
    ("rehash", U32),
    // Since Linux 6.7.
    ("total_rto", U16),
    ("total_rto_recoveries", U16),
    ("total_rto_time", U32),
];

/// `struct tcpvegas_info` of linux/inet_diag.h.
const VEGAS_INFO: Layout = &[("enabled", U32), ("rttcnt", U32), ("rtt", U32), ("minrtt", U32)];

/// `struct tcp_dctcp_info` of linux/inet_diag.h.
const DCTCP_INFO: Layout =
    &[("enabled", U16), ("ce_state", U16), ("alpha", U32), ("ab_ecn", U32), ("ab_tot", U32)];

/// `struct tcp_bbr_info` of linux/inet_diag.h.
const BBR_INFO: Layout =
    &[("bw_lo", U32), ("bw_hi", U32), ("min_rtt", U32), ("pacing_gain", U32), ("cwnd_gain", U32)];

/// The numbers of SO_MEMINFO, `SK_MEMINFO_*` of linux/sock_diag.h.
const MEMINFO: Layout = &[
    ("rmem_alloc", U32),
    ("rcvbuf", U32),
    ("wmem_alloc", U32),
    ("sndbuf", U32),
    ("fwd_alloc", U32),
    ("wmem_queued", U32),
    ("optmem", U32),
    ("backlog", U32),
    ("drops", U32),
];

/// `struct tpacket_stats_v3` of linux/if_packet.h, without its prefix.
const TPACKET_STATS: Layout = &[("packets", U32), ("drops", U32), ("freeze_q_cnt", U32)];

/// `struct ucred` of unix(7).
const UCRED: Layout = &[("pid", U32), ("uid", U32), ("gid", U32)];

impl Socket {
    /// Returns the state of a TCP connection, by the names of `struct tcp_info`.
    ///
    /// `TCP_INFO`, tcp(7). Times are in microseconds, but for last_data_sent, last_data_recv and
    /// last_ack_recv, in milliseconds; windows are in segments, sizes in bytes, rates in bytes per
    /// second. There are as many fields as the running kernel has.
    pub fn tcpinfo(&self) -> Result<Fields> {
        self.fields(const { OptionId::of("IPPROTO_TCP", "TCP_INFO") }, TCP_INFO)
    }

    /// Returns what the connection's congestion control tells of itself, by the names of the kernel's
    /// structures.
    ///
    /// `TCP_CC_INFO`, `struct tcpvegas_info`, `struct tcp_dctcp_info` and `struct tcp_bbr_info` of
    /// linux/inet_diag.h. Empty for one that tells nothing, as cubic and reno. Asks for the name of the
    /// congestion control first, in a call of its own. Since Linux 4.1.
    pub fn tcpccinfo(&self) -> Result<Fields> {
        let name = self.tcpcongestion(None)?;
        let layout = match name.as_bytes() {
            b"dctcp" => DCTCP_INFO,
            b"bbr" => BBR_INFO,
            _ => VEGAS_INFO,
        };
        self.fields(const { OptionId::of("IPPROTO_TCP", "TCP_CC_INFO") }, layout)
    }

    /// Returns the first segment of an accepted connection, and forgets it.
    ///
    /// `TCP_SAVED_SYN`. From the IP header on, or the link's, as tcpsavesyn of the listening socket said;
    /// empty where none was kept. Since Linux 4.3.
    pub fn tcpsavedsyn(&self) -> Result<OptionBytes> {
        let place = const { OptionId::of("IPPROTO_TCP", "TCP_SAVED_SYN") };
        self.long_value(place, c::EINVAL).map(OptionBytes)
    }

    /// Returns how much memory the socket's queues use and may use, in bytes, and how many packets
    /// were dropped.
    ///
    /// `SO_MEMINFO`, linux/sock_diag.h. Since Linux 4.12.
    pub fn meminfo(&self) -> Result<Fields> {
        self.fields(const { OptionId::of("SOL_SOCKET", "SO_MEMINFO") }, MEMINFO)
    }

    /// Returns the process, user and group of the peer, as they were when it connected.
    ///
    /// `SO_PEERCRED`, unix(7). Unix sockets; without a peer, pid is 0, and uid and gid are
    /// 4294967295.
    pub fn peercred(&self) -> Result<Fields> {
        self.fields(const { OptionId::of("SOL_SOCKET", "SO_PEERCRED") }, UCRED)
    }

    /// Lists the groups of the peer's user, as they were when it connected.
    ///
    /// `SO_PEERGROUPS`, unix(7). ENODATA without a peer. Since Linux 4.13.
    pub fn peergroups(&self) -> Result<Vec<u32>> {
        const GID: usize = size_of::<c::gid_t>();
        /// The most groups of one user, `NGROUPS_MAX` of linux/limits.h.
        const MAX: usize = 65536;
        let place = const { OptionId::of("SOL_SOCKET", "SO_PEERGROUPS") };
        let mut few = [0; 64 * GID];
        let mut many;
        let mut room = &mut few[..];
        let mut answer = option::get_bytes(self, place, room);
        if let (Err(error), needed) = answer
            && error.number() == c::ERANGE
        {
            many = memory::zeros("getsockopt", needed.min(MAX * GID))?;
            room = &mut many;
            answer = option::get_bytes(self, place, room);
        }
        let (status, len) = answer;
        status?;
        let groups = room[..len.min(room.len())].chunks_exact(GID);
        memory::collect("getsockopt", groups.map(|gid| Ok(number(gid) as u32)))
    }

    /// Returns the security context of the peer, such as a label of SELinux.
    ///
    /// `SO_PEERSEC`, unix(7). Unix sockets that are connected; also of TCP, where labels are carried over
    /// the network. ENOPROTOOPT where no security module has labels.
    pub fn peersec(&self) -> Result<SecurityContext> {
        let place = const { OptionId::of("SOL_SOCKET", "SO_PEERSEC") };
        let mut context = self.long_value(place, c::ERANGE)?;
        if context.last() == Some(&0) {
            context.pop();
        }
        Ok(SecurityContext(context))
    }

    /// Opens a descriptor of the peer's process, which the caller has to close.
    ///
    /// `SO_PEERPIDFD`. It is close-on-exec, and readable once the process has ended. Unix sockets; ENODATA
    /// where there is no peer. Since Linux 6.5.
    pub fn peerpidfd(&self) -> Result<OwnedFd> {
        let place = const { OptionId::of("SOL_SOCKET", "SO_PEERPIDFD") };
        let fd = option::get::<i32>(self, place)?;
        // SAFETY: the kernel has opened it for this call; no other code uses it.
        Ok(unsafe { OwnedFd::from_raw_fd(fd) })
    }

    /// Returns the address to which a connection was made before the firewall redirected it to this host.
    ///
    /// `SO_ORIGINAL_DST`, linux/netfilter_ipv4.h; `IP6T_SO_ORIGINAL_DST`. Connections that the packet
    /// filter tracks: ENOENT for others, ENOPROTOOPT without its module. On an IPv6 socket that is not
    /// v6only asks for the socket's own address first, in a call of its own.
    pub fn originaldst(&self) -> Result<AddrInfo> {
        const V4: OptionId = OptionId::of("IPPROTO_IP", "SO_ORIGINAL_DST");
        // IP6T_SO_ORIGINAL_DST of linux/netfilter_ipv6/ip6_tables.h is the same number.
        const V6: OptionId = OptionId::of("IPPROTO_IPV6", "SO_ORIGINAL_DST");
        let mut place = self.by_family(V4, V6);
        if self.is_dual_stack() && self.getsockname()?.ipv4mapped().is_some() {
            place = V4;
        }
        let mut room = [0; size_of::<c::sockaddr_in6>()];
        // The kernel of IPv4 takes no other size than that of its address.
        let size = if place == V4 { size_of::<c::sockaddr_in>() } else { room.len() };
        let (status, len) = option::get_bytes(self, place, &mut room[..size]);
        status?;
        Ok(self.info(Addr::from_raw(&room[..len.min(size)])?))
    }

    /// Returns the MTU of the connection's path.
    ///
    /// `IPV6_PATHMTU`, RFC 3542, section 11.4. IPv6; ENOTCONN without a connection. mtu is for both.
    pub fn pathmtu(&self) -> Result<MtuInfo> {
        const ADDR: usize = size_of::<c::sockaddr_in6>();
        let place = const { OptionId::of("IPPROTO_IPV6", "IPV6_PATHMTU") };
        let mut room = [0; ADDR + 4];
        option::get_bytes(self, self.by_family(OptionId::NONE, place), &mut room).0?;
        let addr = Addr::from_raw(&room[..ADDR])?;
        let addr = (addr.family() == c::AF_INET6).then(|| self.info(addr));
        Ok(MtuInfo { mtu: number(&room[ADDR..]) as u32, addr })
    }

    /// Returns how many packets the socket received, and how many were dropped because its queue was full,
    /// and begins to count anew.
    ///
    /// `PACKET_STATISTICS`, packet(7). packets has those that were dropped, too. freeze_q_cnt, with
    /// packetversion 2, is how often the ring was full. Packet sockets.
    pub fn packetstatistics(&self) -> Result<Fields> {
        self.fields(const { OptionId::of("SOL_PACKET", "PACKET_STATISTICS") }, TPACKET_STATS)
    }

    /// A value of any length: where `too_short` says that the room did not do, as long as the kernel says.
    fn long_value(&self, place: OptionId, too_short: i32) -> Result<Vec<u8>> {
        /// What fits into most of them.
        const ROOM: usize = 512;
        /// More than any of them has.
        const MAX: usize = 1 << 20;
        let mut room = memory::zeros("getsockopt", ROOM)?;
        let mut answer = option::get_bytes(self, place, &mut room);
        if let (Err(error), needed @ ..=MAX) = answer
            && error.number() == too_short
            && needed > ROOM
        {
            room = memory::zeros("getsockopt", needed)?;
            answer = option::get_bytes(self, place, &mut room);
        }
        let (status, len) = answer;
        status?;
        room.truncate(len);
        Ok(room)
    }

    pub(crate) fn fields(&self, place: OptionId, layout: Layout) -> Result<Fields> {
        let mut room = [0; 1024];
        match option::get_bytes(self, place, &mut room) {
            (Ok(()), len) => decode(layout, &room[..len.min(room.len())]).map(Fields),
            (Err(error), _) => Err(error),
        }
    }
}

/// The fields of `layout` that lie wholly within `raw`.
pub(crate) fn decode(layout: Layout, raw: &[u8]) -> Result<Vec<(&'static str, i64)>> {
    let mut next = 0;
    let mut fields = memory::list("getsockopt", layout.len())?;
    for &(name, width) in layout {
        let value = match width {
            Bytes(size) => {
                let start = next_multiple(next, size);
                next = start + size;
                raw.get(start..next).map(number)
            }
            Wrapping => {
                let start = next_multiple(next, 8);
                next = start + 8;
                raw.get(start..next).map(|raw| unsigned(raw).cast_signed())
            }
            FirstBits(count) => {
                next += 1;
                raw.get(next - 1).map(|&byte| bits(byte, 0, count))
            }
            Bits { from, count } => raw.get(next - 1).map(|&byte| bits(byte, from, count)),
        };
        match value {
            Some(value) => fields.push((name, value)),
            None => break,
        }
    }
    Ok(fields)
}

fn next_multiple(offset: usize, of: usize) -> usize {
    offset.div_ceil(of) * of
}

/// Bits of a byte as C lays bit fields out: from the low end up, or from the high end down.
fn bits(byte: u8, from: u32, count: u32) -> i64 {
    let shift = if cfg!(target_endian = "little") { from } else { 8 - from - count };
    i64::from(byte >> shift) & ((1 << count) - 1)
}

/// An unsigned number of one to eight bytes; -1 for one beyond a signed number's reach.
fn number(raw: &[u8]) -> i64 {
    i64::try_from(unsigned(raw)).unwrap_or(-1)
}

fn unsigned(raw: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    let start = if cfg!(target_endian = "little") { 0 } else { 8 - raw.len() };
    bytes[start..start + raw.len()].copy_from_slice(raw);
    u64::from_ne_bytes(bytes)
}

impl Fields {
    /// The number called `name`.
    pub fn get(&self, name: &str) -> Option<i64> {
        self.0.iter().find(|(field, _)| *field == name).map(|&(_, value)| value)
    }
}
