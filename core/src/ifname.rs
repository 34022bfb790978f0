//! Interfaces' names and indices, and the zones of IPv6 addresses, which are interfaces.

use std::ffi::CStr;
use std::fmt::Write as _;

use crate::error;
use crate::text::c_string;
use crate::{Error, Name, Result, c, sys};

/// An interface: its index and its name (`struct if_nameindex`).
#[derive(Clone, Copy, Debug)]
pub struct NameIndex {
    /// The index.
    pub index: u32,
    /// The name.
    pub name: Name,
}

/// Lists all interfaces: their indices and names.
///
/// if_nameindex(3).
pub fn nameindex() -> Result<Vec<NameIndex>> {
    let list = List::new()?;
    let mut entries = Vec::new();
    for entry in list.iter() {
        entries.try_reserve(1).map_err(|_| Error::memory("if_nameindex"))?;
        // SAFETY: the list lives, and every entry of it has a name that ends with a NUL.
        let name = unsafe { CStr::from_ptr(entry.if_name) };
        entries.push(NameIndex { index: entry.if_index, name: name.to_bytes().into() });
    }
    Ok(entries)
}

/// The C library's list, freed on every path.
struct List(*mut c::if_nameindex);

impl List {
    fn new() -> Result<Self> {
        // SAFETY: takes nothing.
        let list = unsafe { c::if_nameindex() };
        if list.is_null() { Err(Error::last("if_nameindex")) } else { Ok(Self(list)) }
    }

    fn iter(&self) -> impl Iterator<Item = &c::if_nameindex> {
        // SAFETY: the list ends with an entry of zeros, and lives as long as `self`.
        (0..).map(|at| unsafe { &*self.0.add(at) }).take_while(|entry| entry.if_index != 0)
    }
}

impl Drop for List {
    fn drop(&mut self) {
        // SAFETY: from `if_nameindex`, and freed once.
        unsafe { c::if_freenameindex(self.0) };
    }
}

/// The index of the interface called `name`; ENODEV where there is none.
///
/// if_nametoindex(3).
pub fn nametoindex(name: &[u8]) -> Result<u32> {
    let mut room = [0; c::IFNAMSIZ];
    let unknown = Error::new("if_nametoindex", c::ENODEV);
    let name = c_string(name, &mut room).ok_or(unknown)?;
    match sys::nametoindex(name) {
        0 => Err(no_such("if_nametoindex")),
        index => Ok(index),
    }
}

/// The name of the interface with `index`; ENODEV where there is none.
///
/// if_indextoname(3).
pub fn indextoname(index: u32) -> Result<Name> {
    let mut room = [0; c::IFNAMSIZ];
    match sys::indextoname(index, &mut room) {
        Some(name) => Ok(name.to_bytes().into()),
        None => Err(no_such("if_indextoname")),
    }
}

/// Why a look-up found nothing: whatever the system calls it, there is no such interface, unless
/// it could not even look.
fn no_such(call: &'static str) -> Error {
    match error::errno() {
        c::ENODEV | c::ENXIO | c::EINVAL | c::ENOENT | 0 => Error::new(call, c::ENODEV),
        errno => Error::new(call, errno),
    }
}

/// The zone with `index` as text (RFC 4007, section 11): its interface's name, or the index where
/// there is no such interface, or none whose name [`zone_index`] would take for one.
pub(crate) fn zone_text(index: u32) -> Name {
    match indextoname(index) {
        Ok(name) if decimal(name.as_bytes()).is_none() => name,
        _ => {
            let mut digits = Name::new();
            let _ = write!(digits, "{index}");
            digits
        }
    }
}

/// The index of a zone that is written as an interface's index or name; ENODEV for an unknown name.
pub(crate) fn zone_index(zone: &[u8]) -> Result<u32> {
    decimal(zone).map_or_else(|| nametoindex(zone), Ok)
}

/// The number that `text` is in decimal digits, which are all there is.
pub(crate) fn decimal(text: &[u8]) -> Option<u32> {
    let digits = str::from_utf8(text).ok().filter(|text| text.bytes().all(|b| b.is_ascii_digit()));
    digits?.parse().ok()
}
