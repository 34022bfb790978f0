//! The interfaces of this host: their names, indices, flags and addresses.

use crate::c::{c_int, socklen_t};
use crate::option_value::{OptionKind, Value};
use crate::{Addr, Error, Name, Result, Text, c, sys};

pub use crate::ifname::{NameIndex, indextoname, nameindex, nametoindex};

/// An interface, as a caller names it.
#[derive(Clone, Copy, Debug)]
pub enum Interface {
    /// By its name or one of its addresses, of which more than fits is as unknown as the whole.
    Name(Text<64>),
    /// By its index.
    Index(u32),
}

impl Interface {
    /// The interface with `index`, by its name, or by the index where there is no such interface any
    /// more; 0 is none.
    pub(crate) fn with_index(index: u32) -> Self {
        match index {
            0 => Self::Name(Text::new()),
            _ => indextoname(index)
                .map_or(Self::Index(index), |name| Self::Name(name.as_bytes().into())),
        }
    }

    /// Its name, as the kernel looks it up itself, or none for any; ENODEV for an unknown index or
    /// address, ENAMETOOLONG for more than a name can be.
    pub(crate) fn name(self) -> Result<Name> {
        match &self {
            Self::Name(name) if Addr::parse(name.as_bytes(), 0).is_err() => {
                Ok(name.as_bytes().into())
            }
            _ => match self.index()? {
                0 => Ok(Name::new()),
                index => indextoname(index),
            },
        }
    }

    /// Its index, or 0 for any: for 0, `0.0.0.0` and `::`. ENODEV for an unknown name or address.
    pub(crate) fn index(self) -> Result<u32> {
        let name = match &self {
            Self::Index(index) => return Ok(*index),
            Self::Name(name) => name.as_bytes(),
        };
        match Addr::parse(name, 0) {
            Ok(addr) => index_with_addr(&addr),
            Err(_) => nametoindex(name),
        }
    }

    /// Its index, or 0 for any, for which the empty name stands, too.
    pub(crate) fn index_or_none(self) -> Result<u32> {
        match self {
            Self::Name(name) if name.as_bytes().is_empty() => Ok(0),
            interface => interface.index(),
        }
    }
}

impl Value for Interface {
    type Raw = <Name as Value>::Raw;
    const KIND: OptionKind = OptionKind::Interface;
    fn from_raw(raw: Self::Raw, len: socklen_t) -> Self {
        Self::Name(Name::from_raw(raw, len).as_bytes().into())
    }
    fn into_raw(self) -> std::result::Result<Self::Raw, c_int> {
        self.name().map_err(|error| error.number())?.into_raw()
    }
}

/// The index of the interface that has the address; 0 for the unspecified one.
fn index_with_addr(wanted: &Addr) -> Result<u32> {
    let ip = wanted.ip().map(|ip| ip.to_canonical());
    if ip.is_some_and(|ip| ip.is_unspecified()) {
        return Ok(0);
    }
    let zone = wanted.scopeid().unwrap_or(0);
    let list = getifaddrs()?;
    let found = list.iter().find(|entry| {
        let addr = entry.addr.and_then(|addr| addr.ip());
        addr == ip && (zone == 0 || zone == entry.index)
    });
    found.map(|entry| entry.index).ok_or(Error::new("getifaddrs", c::ENODEV))
}

/// One address of one interface.
#[derive(Clone, Copy, Debug)]
pub struct InterfaceAddr {
    /// The interface's name.
    pub name: Name,
    /// Its index.
    pub index: u32,
    /// Its `IFF_*` flags.
    pub flags: u32,
    /// Its MTU, in bytes, if the system returns it with the address.
    pub mtu: Option<u32>,
    /// The label of the address, if it differs from the interface's name (`eth0:1`, Linux).
    pub label: Option<Name>,
    /// The address; absent for an interface without one.
    pub addr: Option<Addr>,
    /// The network mask.
    pub netmask: Option<Addr>,
    /// The broadcast address, if one is configured.
    pub broadaddr: Option<Addr>,
    /// The peer's address, on a point-to-point interface.
    pub dstaddr: Option<Addr>,
}

/// Hardware addresses, each with its interface's name.
#[derive(Clone, Debug)]
pub struct HardwareAddrs(pub Vec<(Name, Addr)>);

/// Lists the addresses of all interfaces.
///
/// getifaddrs(3); on Linux by rtnetlink(7), which distinguishes a broadcast address from a peer's.
pub fn getifaddrs() -> Result<Vec<InterfaceAddr>> {
    sys::interface_addrs()
}

/// Lists the hardware addresses of all interfaces that have one, by name.
///
/// getifaddrs(3); as `00:00:5e:00:53:01`. Loopback interfaces have none.
pub fn macaddrs() -> Result<HardwareAddrs> {
    let loopback = c::IFF_LOOPBACK as u32;
    let mut addrs = Vec::new();
    for InterfaceAddr { name, flags, addr, .. } in getifaddrs()? {
        let hardware = addr.filter(|addr| sys::hardware(addr).is_some_and(|mac| !mac.is_empty()));
        if let Some(addr) = hardware.filter(|_| flags & loopback == 0) {
            addrs.try_reserve(1).map_err(|_| Error::memory("getifaddrs"))?;
            addrs.push((name, addr));
        }
    }
    Ok(HardwareAddrs(addrs))
}
