//! The filter of a multicast group: from which sources it is received.

use std::mem::offset_of;

use crate::option::{self, OptionId, word};
use crate::raw_option::set_bytes;
use crate::sys::GroupFilter;
use crate::{Addr, AddrInfo, Error, Interface, IpArg, Result, Socket, c, memory};

const MSFILTER: [OptionId; 2] =
    [OptionId::of("IPPROTO_IP", "MCAST_MSFILTER"), OptionId::of("IPPROTO_IPV6", "MCAST_MSFILTER")];

/// The bytes of the structure before its sources, and of each of them.
const HEAD: usize = size_of::<GroupFilter>();
const STORAGE: usize = size_of::<c::sockaddr_storage>();

/// The most sources that are read from a caller: the kernel takes fewer still.
const MAX: usize = 4096;

/// The sources of a group (`struct group_filter`).
#[derive(Clone, Debug)]
pub struct MsFilter {
    /// Whether the sources are received or blocked: `MCAST_INCLUDE`, `MCAST_EXCLUDE`.
    pub mode: i32,
    /// The sources.
    pub sources: Vec<AddrInfo>,
}

/// A list of sources, as it comes from a caller one by one.
///
/// It takes any number of them, and keeps no more than the kernel takes: what is no address, too many,
/// or finds no memory, is refused when the list is used.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    addrs: Vec<Addr>,
    refusal: Option<Error>,
}

impl Sources {
    /// An empty list.
    pub const fn new() -> Self {
        Self { addrs: Vec::new(), refusal: None }
    }

    /// Appends a source. False once the list will be refused, whatever follows.
    pub fn push(&mut self, source: IpArg<'_>) -> bool {
        if self.refusal.is_none() {
            let pushed = if self.addrs.len() < MAX {
                source.addr().and_then(|addr| memory::push("setsockopt", &mut self.addrs, addr))
            } else {
                Err(Error::new("setsockopt", c::ENOBUFS))
            };
            self.refusal = pushed.err();
        }
        self.refusal.is_none()
    }
}

impl Socket {
    /// The sources from which a multicast group that is joined is received.
    ///
    /// `MCAST_MSFILTER`, RFC 3678. With a `mode`, sets the filter: with `MCAST_INCLUDE` the `sources`
    /// alone are received, with `MCAST_EXCLUDE` all others; without, returns it. The interface is given
    /// as for mcastjoin, and is that of the membership. Including no source leaves the group. EINVAL
    /// where the group is not joined, for another mode, and for a source of another family;
    /// EADDRNOTAVAIL for returning the filter of a group that is not joined; ENOBUFS for more sources
    /// than the system allows (net.ipv4.igmp_max_msf, net.ipv6.mld_max_msf).
    pub fn msfilter(
        &self,
        group: IpArg<'_>,
        interface: Option<Interface>,
        mode: Option<i32>,
        sources: Option<Sources>,
    ) -> Result<MsFilter> {
        let (place, [group]) = self.groups(MSFILTER, [group])?;
        let interface = self.zone(interface, &[group])?;
        match mode {
            Some(mode) => {
                let Sources { addrs, refusal } = sources.unwrap_or_default();
                refusal.map_or(Ok(()), Err)?;
                self.set_msfilter(place, interface, &group, mode, &addrs)
            }
            None => self.get_msfilter(place, interface, &group),
        }
    }

    fn set_msfilter(
        &self,
        place: OptionId,
        interface: u32,
        group: &Addr,
        mode: i32,
        sources: &[Addr],
    ) -> Result<MsFilter> {
        let mut raw = filter(interface, group, mode, sources.len())?;
        let mut given = memory::list("setsockopt", sources.len())?;
        for (slot, &source) in raw[HEAD..].chunks_exact_mut(STORAGE).zip(sources) {
            let plain = source.ipv4mapped().filter(|_| group.family() == c::AF_INET);
            let plain = plain.unwrap_or(source);
            // The kernel would take the bytes of one for the other.
            if plain.family() != group.family() {
                return Err(self.refusal("setsockopt", c::EINVAL));
            }
            let bytes = plain.as_bytes();
            slot[..bytes.len()].copy_from_slice(bytes);
            given.push(self.info(source));
        }
        set_bytes(self, place, &raw)?;
        Ok(MsFilter { mode, sources: given })
    }

    fn get_msfilter(&self, place: OptionId, interface: u32, group: &Addr) -> Result<MsFilter> {
        const FEW: usize = 16;
        let mut count = FEW;
        loop {
            let mut raw = filter(interface, group, 0, count)?;
            option::get_bytes(self, place, &mut raw).0?;
            let told = word(&raw, offset_of!(GroupFilter, count)) as usize;
            if told > count && told <= MAX {
                count = told;
                continue;
            }
            let sources = raw[HEAD..].chunks_exact(STORAGE).take(told);
            let sources = sources.map(|slot| Ok(self.info(Addr::from_storage(slot)?)));
            return Ok(MsFilter {
                mode: word(&raw, offset_of!(GroupFilter, mode)).cast_signed(),
                sources: memory::collect("getsockopt", sources)?,
            });
        }
    }
}

/// A `struct group_filter` with room for `count` sources.
fn filter(interface: u32, group: &Addr, mode: i32, count: usize) -> Result<Vec<u8>> {
    let mut raw = memory::zeros("setsockopt", HEAD + count * STORAGE)?;
    let mut put = |at: usize, bytes: &[u8]| raw[at..at + bytes.len()].copy_from_slice(bytes);
    put(offset_of!(GroupFilter, interface), &interface.to_ne_bytes());
    put(offset_of!(GroupFilter, group), group.as_bytes());
    put(offset_of!(GroupFilter, mode), &mode.to_ne_bytes());
    put(offset_of!(GroupFilter, count), &(count as u32).to_ne_bytes());
    Ok(raw)
}
