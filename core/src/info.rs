//! Structures that the kernel returns for a socket: TCP's state, memory, who the peer is.

use crate::fd::{FromRawFd, OwnedFd};

use crate::option::{self, OptionId};
use crate::{Result, Socket, c, memory};

/// Named numbers, in the kernel's order; as many as the kernel knows.
///
/// A number of 64 bits beyond a signed one's reach, as "no limit" is, is -1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields(pub Vec<(&'static str, i64)>);

/// The place of a number in a structure of the kernel's.
#[derive(Clone, Copy)]
enum Width {
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

const U8: Width = Bytes(1);
const U16: Width = Bytes(2);
const U32: Width = Bytes(4);
const U64: Width = Bytes(8);

/// A structure as the kernel's headers lay it out.
type Layout = &'static [(&'static str, Width)];

/// `struct tcp_info` of linux/tcp.h, without its prefix.
const TCP_INFO: Layout = &[
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

/// `struct mptcp_info` of linux/mptcp.h, without its prefix.
const MPTCP_INFO: Layout = &[
    ("subflows", U8),
    ("add_addr_signal", U8),
    ("add_addr_accepted", U8),
    ("subflows_max", U8),
    ("add_addr_signal_max", U8),
    ("add_addr_accepted_max", U8),
    ("flags", U32),
    ("token", U32),
    ("write_seq", Wrapping),
    ("snd_una", Wrapping),
    ("rcv_nxt", Wrapping),
    ("local_addr_used", U8),
    ("local_addr_max", U8),
    ("csum_enabled", U8),
    // Since Linux 6.5.
    ("retransmits", U32),
    ("bytes_retrans", U64),
    ("bytes_sent", U64),
    ("bytes_received", U64),
    ("bytes_acked", U64),
];

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

    /// Returns the state of a Multipath TCP connection, by the names of `struct mptcp_info`.
    ///
    /// `MPTCP_INFO`, RFC 8684. EOPNOTSUPP where the connection fell back to TCP. Since Linux 5.16.
    pub fn mptcpinfo(&self) -> Result<Fields> {
        self.fields(const { OptionId::of("SOL_MPTCP", "MPTCP_INFO") }, MPTCP_INFO)
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

    fn fields(&self, place: OptionId, layout: Layout) -> Result<Fields> {
        let mut room = [0; 1024];
        match option::get_bytes(self, place, &mut room) {
            (Ok(()), len) => decode(layout, &room[..len.min(room.len())]).map(Fields),
            (Err(error), _) => Err(error),
        }
    }
}

/// The fields of `layout` that lie wholly within `raw`.
fn decode(layout: Layout, raw: &[u8]) -> Result<Vec<(&'static str, i64)>> {
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
