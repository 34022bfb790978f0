//! The machine's interfaces: their names, numbers, flags and addresses.

use std::ffi::CStr;
use std::net::{IpAddr, Ipv4Addr};
use std::ptr;

use libc::{ifaddrs, sockaddr};

use crate::address::c_string;
use crate::error::{self, check};
use crate::{Addr, Error, Result, Text, memory, sys};

/// An interface, as a caller names it.
#[derive(Clone, Copy, Debug)]
pub enum Interface {
    /// By its name, of which more than fits is as unknown as the whole.
    Name(Text<32>),
    /// By its index.
    Index(u32),
}

impl Interface {
    /// No interface: the kernel chooses.
    pub(crate) const NONE: Self = Self::Name(Text::new());

    /// The interface with `index`, by its name.
    pub(crate) fn named(index: u32) -> Result<Self> {
        name(index).map(|name| Self::Name(name[..].into()))
    }

    /// Its index; ENODEV for an unknown name.
    pub(crate) fn index(self) -> Result<u32> {
        match self {
            Self::Name(name) => index(name.as_bytes()),
            Self::Index(index) => Ok(index),
        }
    }

    /// Its index, or 0 for the empty name.
    pub(crate) fn index_or_none(self) -> Result<u32> {
        match self {
            Self::Name(name) if name.as_bytes().is_empty() => Ok(0),
            interface => interface.index(),
        }
    }
}

/// One address of one interface.
#[derive(Clone, Debug)]
pub struct InterfaceAddr {
    /// The interface's name.
    pub name: Box<[u8]>,
    /// Its index; 0 where it vanished meanwhile.
    pub index: u32,
    /// Its `IFF_*` flags.
    pub flags: u32,
    /// The largest packet that it carries, in bytes, where the system tells it so.
    pub mtu: Option<u32>,
    /// The address; an interface without one is listed all the same.
    pub addr: Option<Addr>,
    /// Which part of the address is the network's.
    pub netmask: Option<Addr>,
    /// The broadcast address, where the interface has one.
    pub broadaddr: Option<Addr>,
    /// The other end's address, where the interface is point-to-point.
    pub dstaddr: Option<Addr>,
}

/// Hardware addresses, each with its interface's name.
pub type HardwareAddrs = Vec<(Box<[u8]>, Addr)>;

/// Lists the addresses of all interfaces.
///
/// getifaddrs(3).
pub fn getifaddrs() -> Result<Vec<InterfaceAddr>> {
    let list = List::new()?;
    memory::collect("getifaddrs", list.iter().map(interface))
}

/// Lists the hardware addresses of all interfaces that have one, by name.
///
/// getifaddrs(3); as `00:00:5e:00:53:01`. Loopback interfaces have none.
pub fn macaddrs() -> Result<HardwareAddrs> {
    let loopback = libc::IFF_LOOPBACK as u32;
    let interfaces = getifaddrs()?.into_iter().filter(|interface| interface.flags & loopback == 0);
    memory::collect(
        "getifaddrs",
        interfaces.filter_map(|InterfaceAddr { name, addr, .. }| {
            let addr = addr?;
            sys::hardware(&addr).is_some_and(|mac| !mac.is_empty()).then_some(Ok((name, addr)))
        }),
    )
}

/// Interfaces, each with its index and its name.
pub type NameIndex = Vec<(u32, Box<[u8]>)>;

/// Lists all interfaces: their indices and names.
///
/// if_nameindex(3).
pub fn nameindex() -> Result<NameIndex> {
    // SAFETY: takes nothing.
    let list = unsafe { libc::if_nameindex() };
    if list.is_null() {
        return Err(Error::last("if_nameindex"));
    }
    let mut next = list;
    let entries = std::iter::from_fn(|| {
        // SAFETY: the list ends with an entry of zeros, every other one has a name that ends with a NUL.
        unsafe {
            if (*next).if_index == 0 {
                return None;
            }
            let name = CStr::from_ptr((*next).if_name).to_bytes();
            let entry = memory::copied("if_nameindex", name).map(|name| ((*next).if_index, name));
            next = next.add(1);
            Some(entry)
        }
    });
    let entries = memory::collect("if_nameindex", entries);
    // SAFETY: from `if_nameindex`, and freed once.
    unsafe { libc::if_freenameindex(list) };
    entries
}

/// The index of the interface called `name`; ENODEV where there is none.
///
/// if_nametoindex(3).
pub fn index(name: &[u8]) -> Result<u32> {
    let mut room = [0; libc::IFNAMSIZ];
    let unknown = Error::new("if_nametoindex", libc::ENODEV);
    let name = c_string(name, &mut room).ok_or(unknown)?;
    match sys::nametoindex(name) {
        0 => Err(no_such("if_nametoindex")),
        index => Ok(index),
    }
}

/// The name of the interface with `index`; ENODEV where there is none.
///
/// if_indextoname(3).
pub fn name(index: u32) -> Result<Box<[u8]>> {
    let mut room = [0; libc::IFNAMSIZ];
    match sys::indextoname(index, &mut room) {
        Some(name) => memory::copied("if_indextoname", name.to_bytes()),
        None => Err(no_such("if_indextoname")),
    }
}

/// Why a look-up found nothing: whatever the system calls it, there is no such interface, unless
/// it could not even look.
fn no_such(call: &'static str) -> Error {
    match error::errno() {
        errno @ (libc::EMFILE | libc::ENFILE | libc::ENOMEM | libc::ENOBUFS) => {
            Error::new(call, errno)
        }
        _ => Error::new(call, libc::ENODEV),
    }
}

/// The first IPv4 address of the interface with `index`; ENODEV where there is no such interface.
pub(crate) fn first_ipv4(index: u32) -> Result<Option<Ipv4Addr>> {
    let name = name(index)?;
    let list = List::new()?;
    Ok(list.iter().filter(|entry| name_of(entry) == &*name).find_map(ipv4))
}

/// The index of the interface that has `address`; 0 where none has it any more.
pub(crate) fn with_ipv4(address: Ipv4Addr) -> Result<u32> {
    let list = List::new()?;
    let found = list.iter().find(|entry| ipv4(entry) == Some(address));
    found.map_or(Ok(0), |entry| index(name_of(entry)))
}

/// The C library's list, freed on every path.
struct List(*mut ifaddrs);

impl List {
    fn new() -> Result<Self> {
        let mut head = ptr::null_mut();
        // SAFETY: `head` is ours to write to.
        check("getifaddrs", unsafe { libc::getifaddrs(&raw mut head) })?;
        Ok(Self(head))
    }

    fn iter(&self) -> impl Iterator<Item = &ifaddrs> {
        // SAFETY: the list is whole, ends with null, and lives as long as `self`.
        std::iter::successors(unsafe { self.0.as_ref() }, |entry| unsafe {
            entry.ifa_next.as_ref()
        })
    }
}

impl Drop for List {
    fn drop(&mut self) {
        // SAFETY: from `getifaddrs`, and freed once.
        unsafe { libc::freeifaddrs(self.0) };
    }
}

fn interface(entry: &ifaddrs) -> Result<InterfaceAddr> {
    let flags = entry.ifa_flags;
    let (addr, mask) = (copy(entry.ifa_addr), copy(entry.ifa_netmask));
    let far = copy(sys::far_address(entry));
    let point_to_point = flags & libc::IFF_POINTOPOINT as u32 != 0;
    Ok(InterfaceAddr {
        name: memory::copied("getifaddrs", name_of(entry))?,
        index: index(name_of(entry)).unwrap_or(0),
        flags,
        mtu: sys::mtu(name_of(entry)),
        addr,
        netmask: addr.zip(mask).map(|(addr, mask)| mask.as_mask_of(&addr)),
        broadaddr: far.filter(|_| flags & libc::IFF_BROADCAST as u32 != 0),
        dstaddr: far.filter(|_| point_to_point),
    })
}

fn name_of(entry: &ifaddrs) -> &[u8] {
    // SAFETY: every entry has a name that ends with a NUL, and lives as long as the entry.
    unsafe { CStr::from_ptr(entry.ifa_name) }.to_bytes()
}

fn ipv4(entry: &ifaddrs) -> Option<Ipv4Addr> {
    match copy(entry.ifa_addr)?.ip()? {
        IpAddr::V4(ip) => Some(ip),
        IpAddr::V6(_) => None,
    }
}

fn copy(addr: *const sockaddr) -> Option<Addr> {
    // SAFETY: null, or an address of the list, which is as long as its family says.
    (!addr.is_null()).then(|| unsafe { Addr::copied(addr, sys::sockaddr_len(addr)) })
}
