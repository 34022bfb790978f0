//! The resolver: from names to addresses, and from addresses to names.

use std::ffi::CStr;
use std::fmt::Write as _;
use std::ptr;

use crate::c::{addrinfo, c_char};
use crate::ifname::decimal;
use crate::text::c_string;
use crate::{Addr, AddrInfo, Error, Result, Text, Unix, c, memory, sys};

/// The longest host name with its NUL, NI_MAXHOST of netdb.h.
pub const HOST_MAX: usize = 1025;

/// What the resolver found.
#[derive(Debug)]
pub struct AddrInfoList {
    /// The addresses, in the order in which to try them.
    pub list: Vec<AddrInfo>,
    /// The host's canonical name, where AI_CANONNAME asked for it; the first address of a list has it.
    pub canonname: Option<Box<[u8]>>,
}

/// A service: its name, or a port in decimal, as the resolver takes it.
#[derive(Clone, Copy, Debug)]
pub struct Service(Text<HOST_MAX>);

impl Service {
    /// The text of the service. What is cut off is of a name too long to be known all the same.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl From<&[u8]> for Service {
    fn from(text: &[u8]) -> Self {
        Self(text.into())
    }
}

impl From<u16> for Service {
    fn from(port: u16) -> Self {
        let mut text = Text::new();
        let _ = write!(text, "{port}");
        Self(text)
    }
}

/// The names of an address.
#[derive(Clone, Copy, Debug)]
pub struct NameInfo {
    /// The host's name, or its address in numbers.
    pub host: Text<HOST_MAX>,
    /// The service's name, or its port in decimal.
    pub serv: Text,
}

/// Finds the addresses of a host and a service.
///
/// getaddrinfo(3), RFC 3493. Without `host` the address is the wildcard address with AI_PASSIVE,
/// else the loopback address. `port` is a decimal number up to 65535 or a name of services(5),
/// without blanks or a sign; EAI_SERVICE otherwise. Errors are `EAI_*` numbers; in place of
/// EAI_SYSTEM the errno is returned. The call may wait for name servers.
pub fn getaddrinfo(
    host: Option<&[u8]>,
    port: Option<&[u8]>,
    family: i32,
    socktype: i32,
    protocol: i32,
    flags: i32,
) -> Result<AddrInfoList> {
    // No name is longer, and none holds a NUL: what does not fit is a name that nobody knows.
    let unknown = Error::resolver("getaddrinfo", c::EAI_NONAME);
    let (mut host_room, mut port_room) = ([0; HOST_MAX], [0; HOST_MAX]);
    let host = host.map(|host| c_string(host, &mut host_room).ok_or(unknown)).transpose()?;
    let no_service = Error::resolver("getaddrinfo", c::EAI_SERVICE);
    let port = match port {
        Some(port) if is_service(port) => Some(c_string(port, &mut port_room).ok_or(no_service)?),
        Some(_) => return Err(no_service),
        None => None,
    };

    // SAFETY: a C structure of integers and pointers, for which zeros are valid.
    let mut hints: addrinfo = unsafe { std::mem::zeroed() };
    hints.ai_family = family;
    hints.ai_socktype = socktype;
    hints.ai_protocol = protocol;
    hints.ai_flags = flags;
    let mut head = ptr::null_mut();
    sys::set_errno(0);
    // SAFETY: strings that end with a NUL, or null; all of them outlive the call.
    let status = unsafe {
        c::getaddrinfo(
            host.map_or(ptr::null(), CStr::as_ptr),
            port.map_or(ptr::null(), CStr::as_ptr),
            &raw const hints,
            &raw mut head,
        )
    };
    check("getaddrinfo", status)?;
    List(head).collect()
}

/// Whether `port` is a decimal number up to 65535, or can be the name of a service.
///
/// The C library would read blanks and signs before a number, take nothing for 0, and cut what is too
/// large to 16 bits.
fn is_service(port: &[u8]) -> bool {
    let is_blank = |byte: &u8| byte.is_ascii_whitespace() || byte.is_ascii_control();
    match port {
        [] | [b'+' | b'-', ..] => false,
        _ if port.iter().all(u8::is_ascii_digit) => {
            decimal(port).is_some_and(|port| u16::try_from(port).is_ok())
        }
        _ => !port.iter().any(is_blank),
    }
}

/// The C library's list, freed on every path.
struct List(*mut addrinfo);

impl List {
    fn iter(&self) -> impl Iterator<Item = &addrinfo> {
        // SAFETY: the list is whole, ends with null, and lives as long as `self`.
        std::iter::successors(unsafe { self.0.as_ref() }, |entry| unsafe { entry.ai_next.as_ref() })
    }

    fn collect(&self) -> Result<AddrInfoList> {
        let list = self.iter().map(|entry| {
            Ok(AddrInfo {
                // SAFETY: an entry's address is readable for its length.
                addr: unsafe { Addr::copied(entry.ai_addr, entry.ai_addrlen) },
                socktype: entry.ai_socktype,
                protocol: entry.ai_protocol,
            })
        });
        let list = memory::collect("getaddrinfo", list)?;
        let canonname = self.iter().find(|entry| !entry.ai_canonname.is_null()).map(|entry| {
            // SAFETY: not null, so a string that ends with a NUL and lives as long as the list.
            let name = unsafe { CStr::from_ptr(entry.ai_canonname) };
            memory::copied("getaddrinfo", name.to_bytes())
        });
        Ok(AddrInfoList { list, canonname: canonname.transpose()? })
    }
}

impl Drop for List {
    fn drop(&mut self) {
        if !self.0.is_null() {
            // SAFETY: from `getaddrinfo`, and freed once.
            unsafe { c::freeaddrinfo(self.0) };
        }
    }
}

/// The error of the resolver's `status`; for EAI_SYSTEM, the errno.
fn check(call: &'static str, status: i32) -> Result<()> {
    match status {
        0 => Ok(()),
        // glibc loses the errno where it ran out of descriptors on the way.
        c::EAI_SYSTEM if sys::errno() == 0 => Err(Error::resolver(call, c::EAI_AGAIN)),
        c::EAI_SYSTEM => Err(Error::last(call)),
        code => Err(Error::resolver(call, code)),
    }
}

impl AddrInfo {
    /// Finds the names of the address.
    ///
    /// getnameinfo(3); `flags` are `NI_*`. The host of a unix address is `localhost`, its service
    /// is its path. Errors are `EAI_*`: EAI_NONAME if NI_NAMEREQD finds no name, EAI_FAMILY for a
    /// family without names.
    pub fn nameinfo(&self, flags: i32) -> Result<NameInfo> {
        if let Some(unix) = self.addr.as_unix() {
            let path = match unix {
                Unix::Path(path) | Unix::Abstract(path) => path,
                Unix::Unnamed => &[],
            };
            return Ok(NameInfo { host: b"localhost"[..].into(), serv: path.into() });
        }
        let mut host: [c_char; HOST_MAX] = [0; HOST_MAX];
        let mut serv: [c_char; 64] = [0; 64];
        sys::set_errno(0);
        // SAFETY: the address is readable for its length, both rooms are writable for theirs.
        let status = unsafe {
            c::getnameinfo(
                self.addr.as_ptr(),
                self.addr.len(),
                host.as_mut_ptr(),
                host.len() as _,
                serv.as_mut_ptr(),
                serv.len() as _,
                flags,
            )
        };
        check("getnameinfo", status)?;
        // SAFETY: both were zeroed, and end with a NUL after the call.
        let [host, serv] =
            unsafe { [CStr::from_ptr(host.as_ptr()), CStr::from_ptr(serv.as_ptr())] };
        Ok(NameInfo { host: host.to_bytes().into(), serv: serv.to_bytes().into() })
    }
}
