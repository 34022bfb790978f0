//! Multipath TCP: what the kernel tells of a connection, and of each of its subflows.

use crate::info::{self, Layout, TCP_INFO, U8, U32, U64, Width};
use crate::option::{self, OptionId, word};
use crate::{Addr, AddrInfo, Error, Fields, Result, Socket, c, memory};

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
    ("write_seq", Width::Wrapping),
    ("snd_una", Width::Wrapping),
    ("rcv_nxt", Width::Wrapping),
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

/// The ends of a subflow (`struct mptcp_subflow_addrs`).
#[derive(Clone, Copy, Debug)]
pub struct SubflowAddrs {
    /// The address on this host.
    pub sockname: AddrInfo,
    /// The peer's address.
    pub peername: AddrInfo,
}

/// A subflow, and all that is known about it.
#[derive(Clone, Debug)]
pub struct Subflow {
    /// Its number (`struct mptcp_subflow_info`).
    pub id: u32,
    /// The address on this host.
    pub sockname: AddrInfo,
    /// The peer's address.
    pub peername: AddrInfo,
    /// Its state as a connection of TCP.
    pub tcpinfo: Fields,
}

/// A connection and its subflows (`struct mptcp_full_info`).
#[derive(Clone, Debug)]
pub struct MptcpFullInfo {
    /// The state of the connection.
    pub mptcpinfo: Fields,
    /// Its subflows.
    pub subflows: Vec<Subflow>,
}

/// Room for an element of `struct tcp_info`, which grows with the kernel.
const TCP_INFO_ROOM: usize = 512;

/// The bytes of one address in `struct mptcp_subflow_addrs`, and of that structure.
const STORAGE: usize = size_of::<c::sockaddr_storage>();
const ADDRS: usize = 2 * STORAGE;

/// The bytes of `struct mptcp_subflow_info`: a number, and the addresses, aligned.
const SUBFLOW_ADDRS_AT: usize = align_of::<c::sockaddr_storage>();
const SUBFLOW: usize = SUBFLOW_ADDRS_AT + ADDRS;

/// As many subflows as are asked for at first, and at most.
const FEW: usize = 8;
const MANY: usize = 4096;

/// `struct mptcp_subflow_data` of linux/mptcp.h, which stands before an array.
const HEAD: usize = 4 * size_of::<u32>();

/// `struct mptcp_full_info` of linux/mptcp.h, without the `struct mptcp_info` at its end.
#[repr(C)]
#[derive(Clone, Copy)]
struct FullInfo {
    size_tcpinfo_kernel: u32,
    size_tcpinfo_user: u32,
    size_sfinfo_kernel: u32,
    size_sfinfo_user: u32,
    num_subflows: u32,
    size_arrays_user: u32,
    subflow_info: u64,
    tcp_info: u64,
}

impl FullInfo {
    const ROOM: usize = size_of::<Self>();

    fn to_bytes(self) -> [u8; Self::ROOM] {
        let words = [
            self.size_tcpinfo_kernel,
            self.size_tcpinfo_user,
            self.size_sfinfo_kernel,
            self.size_sfinfo_user,
            self.num_subflows,
            self.size_arrays_user,
        ];
        let mut bytes = [0; Self::ROOM];
        for (place, word) in bytes.chunks_exact_mut(4).zip(words) {
            place.copy_from_slice(&word.to_ne_bytes());
        }
        bytes[24..32].copy_from_slice(&self.subflow_info.to_ne_bytes());
        bytes[32..40].copy_from_slice(&self.tcp_info.to_ne_bytes());
        bytes
    }
}

impl Socket {
    /// Returns the state of a Multipath TCP connection, by the names of `struct mptcp_info`.
    ///
    /// `MPTCP_INFO`, RFC 8684. EOPNOTSUPP where the connection fell back to TCP. Since Linux 5.16.
    pub fn mptcpinfo(&self) -> Result<Fields> {
        self.fields(const { OptionId::of("SOL_MPTCP", "MPTCP_INFO") }, MPTCP_INFO)
    }

    /// Returns the state of each subflow of a Multipath TCP connection, as tcpinfo does.
    ///
    /// `MPTCP_TCPINFO`. EOPNOTSUPP where the connection fell back to TCP. Since Linux 5.16.
    pub fn mptcptcpinfo(&self) -> Result<Vec<Fields>> {
        let place = const { OptionId::of("SOL_MPTCP", "MPTCP_TCPINFO") };
        self.per_subflow(place, TCP_INFO_ROOM, |raw| info::decode(TCP_INFO, raw).map(Fields))
    }

    /// Returns the addresses of each subflow of a Multipath TCP connection.
    ///
    /// `MPTCP_SUBFLOW_ADDRS`. EOPNOTSUPP where the connection fell back to TCP. Since Linux 5.16.
    pub fn mptcpsubflowaddrs(&self) -> Result<Vec<SubflowAddrs>> {
        let place = const { OptionId::of("SOL_MPTCP", "MPTCP_SUBFLOW_ADDRS") };
        self.per_subflow(place, ADDRS, |raw| self.ends(raw))
    }

    /// Returns the state of a Multipath TCP connection, and the addresses and the state of each subflow.
    ///
    /// `MPTCP_FULL_INFO`. EOPNOTSUPP where the connection fell back to TCP. Since Linux 6.5.
    pub fn mptcpfullinfo(&self) -> Result<MptcpFullInfo> {
        const INFO_ROOM: usize = 512;
        let place = const { OptionId::of("SOL_MPTCP", "MPTCP_FULL_INFO") };
        let mut count = FEW;
        loop {
            let mut infos = memory::zeros("getsockopt", count * TCP_INFO_ROOM)?;
            let mut flows = memory::zeros("getsockopt", count * SUBFLOW)?;
            let head = FullInfo {
                size_tcpinfo_kernel: 0,
                size_tcpinfo_user: TCP_INFO_ROOM as u32,
                size_sfinfo_kernel: 0,
                size_sfinfo_user: SUBFLOW as u32,
                num_subflows: 0,
                size_arrays_user: count as u32,
                // The kernel writes as many elements as `size_arrays_user` to these, which live on.
                subflow_info: flows.as_mut_ptr().expose_provenance() as u64,
                tcp_info: infos.as_mut_ptr().expose_provenance() as u64,
            };
            let mut room = [0; FullInfo::ROOM + INFO_ROOM];
            room[..FullInfo::ROOM].copy_from_slice(&head.to_bytes());
            let (status, len) = option::get_bytes(self, place, &mut room);
            status?;
            let told = word(&room, 16) as usize;
            if told > count && told <= MANY {
                count = told;
                continue;
            }
            let info = room.get(FullInfo::ROOM..len.min(room.len())).unwrap_or_default();
            let mptcpinfo = info::decode(MPTCP_INFO, info).map(Fields)?;
            let width = TCP_INFO_ROOM.min(word(&room, 0) as usize);
            let pairs = flows.chunks_exact(SUBFLOW).zip(infos.chunks_exact(TCP_INFO_ROOM));
            let subflows = pairs.take(told).map(|(flow, info)| {
                let SubflowAddrs { sockname, peername } = self.ends(&flow[SUBFLOW_ADDRS_AT..])?;
                let tcpinfo = info::decode(TCP_INFO, &info[..width]).map(Fields)?;
                Ok(Subflow { id: word(flow, 0), sockname, peername, tcpinfo })
            });
            let subflows = memory::collect("getsockopt", subflows)?;
            return Ok(MptcpFullInfo { mptcpinfo, subflows });
        }
    }

    /// What `read` makes of the element of each subflow, of at most `size` bytes.
    fn per_subflow<T>(
        &self,
        place: OptionId,
        size: usize,
        read: impl Fn(&[u8]) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut count = FEW;
        loop {
            let mut room = memory::zeros("getsockopt", HEAD + count * size)?;
            room[..4].copy_from_slice(&(HEAD as u32).to_ne_bytes());
            room[12..16].copy_from_slice(&(size as u32).to_ne_bytes());
            option::get_bytes(self, place, &mut room).0?;
            let (told, width) = (word(&room, 4) as usize, size.min(word(&room, 8) as usize));
            if told > count && told <= MANY {
                count = told;
                continue;
            }
            let elements = room[HEAD..].chunks_exact(size).take(told);
            return memory::collect("getsockopt", elements.map(|raw| read(&raw[..width])));
        }
    }

    /// The addresses in a `struct mptcp_subflow_addrs`.
    fn ends(&self, raw: &[u8]) -> Result<SubflowAddrs> {
        let short = Error::new("getsockopt", c::EINVAL);
        let (sockname, peername) = raw.split_at_checked(STORAGE).ok_or(short)?;
        let addr = |raw: &[u8]| Addr::from_storage(raw).map(|addr| self.info(addr));
        Ok(SubflowAddrs { sockname: addr(sockname)?, peername: addr(peername)? })
    }
}
