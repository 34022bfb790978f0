//! The differences between platforms: the only code that depends on which one it is.
//!
//! Each system's file defines the same names: the options that have another name there than on most
//! systems, and the calls that differ between systems. Code that several systems have in common is
//! in a file that they share. An option that the table of constants does not name for this system
//! is absent, which the caller sees as EOPNOTSUPP.

#[cfg(any(target_os = "linux", target_os = "android"))]
#[path = "linux.rs"]
mod imp;

#[cfg(any(
    target_vendor = "apple",
    target_os = "dragonfly",
    target_os = "freebsd",
    target_os = "netbsd",
    target_os = "openbsd"
))]
#[path = "bsd.rs"]
mod imp;

#[cfg(not(unix))]
compile_error!("llsocket needs a Unix system: Windows' sockets are not BSD sockets");

pub(crate) use imp::*;

use std::env;
use std::ffi::CStr;
use std::os::fd::RawFd;
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

use libc::{c_char, c_int, c_void, socklen_t};

use crate::constants::CONSTANTS;
use crate::error;
use crate::{Addr, Reason, Text};

/// The operating system's name: `linux`, `macos`, `freebsd` ...
pub const OS: &str = env::consts::OS;

/// The most bytes that the path of a unix address has room for.
pub const UNIXPATH_MAX: usize =
    size_of::<libc::sockaddr_un>() - std::mem::offset_of!(libc::sockaddr_un, sun_path);

/// A random number that is unpredictable outside of this process. Allocates no memory.
///
/// Where the kernel has no random bytes (early at boot, under a seccomp filter), it is made of the time and of where
/// the process lies in memory.
pub fn random_word() -> u64 {
    let mut bytes = [0; 8];
    if imp::random(&mut bytes) {
        return u64::from_ne_bytes(bytes);
    }
    let mut now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: `now` is writable.
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &raw mut now) };
    let places = (&raw const bytes as u64) ^ (random_word as *const () as u64).rotate_left(32);
    // The finalizer of SplitMix64.
    let word = places ^ (now.tv_sec as u64).rotate_left(30) ^ now.tv_nsec as u64;
    let word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

/// An option's number, or `None` where the platform has no such option.
pub(crate) type OptName = Option<c_int>;

/// The number of an option or a level by its usual C name, as this platform has or calls it.
///
/// Computed when the crate is compiled, from the table of constants.
pub(crate) const fn number(name: &str) -> OptName {
    let mut index = 0;
    while index < ALIASES.len() {
        if same(ALIASES[index].0, name) {
            return constant(ALIASES[index].1);
        }
        index += 1;
    }
    constant(name)
}

const fn constant(name: &str) -> OptName {
    let mut index = 0;
    while index < CONSTANTS.len() {
        if same(CONSTANTS[index].0, name) {
            return Some(CONSTANTS[index].1 as c_int);
        }
        index += 1;
    }
    None
}

const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// `struct group_req` of RFC 3678. Apple's netinet/in.h packs it.
#[repr(C)]
#[cfg_attr(target_vendor = "apple", repr(packed(4)))]
pub(crate) struct GroupReq {
    pub(crate) interface: u32,
    pub(crate) group: libc::sockaddr_storage,
}

/// `struct group_source_req` of RFC 3678, packed like the former.
#[repr(C)]
#[cfg_attr(target_vendor = "apple", repr(packed(4)))]
pub(crate) struct GroupSourceReq {
    pub(crate) interface: u32,
    pub(crate) group: libc::sockaddr_storage,
    pub(crate) source: libc::sockaddr_storage,
}

/// The address family of `fd`, `AF_*`; -1 with errno set for what is no socket.
pub(crate) fn domain(fd: RawFd) -> c_int {
    if let Some(name) = const { number("SO_DOMAIN") } {
        return int_option(fd, name);
    }
    // SAFETY: `filled` hands over a place and its length.
    let (status, addr) = Addr::filled(|addr, len| unsafe { libc::getsockname(fd, addr, len) });
    if status < 0 { status } else { addr.map_or(libc::AF_UNSPEC, |addr| addr.family()) }
}

/// The type of `fd`, `SOCK_*`; -1 with errno set for what is no socket.
pub(crate) fn socktype(fd: RawFd) -> c_int {
    int_option(fd, libc::SO_TYPE)
}

/// The protocol of `fd`, `IPPROTO_*`; 0, the type's usual one, where the system does not tell.
pub(crate) fn protocol(fd: RawFd) -> c_int {
    const { number("SO_PROTOCOL") }.map_or(0, |name| int_option(fd, name))
}

fn int_option(fd: RawFd, name: c_int) -> c_int {
    let mut value: c_int = 0;
    let mut len = size_of::<c_int>() as socklen_t;
    let target = (&raw mut value).cast();
    // SAFETY: `target` has room for `len` bytes.
    let status = unsafe { libc::getsockopt(fd, libc::SOL_SOCKET, name, target, &raw mut len) };
    if status < 0 { status } else { value }
}

/// Closes a descriptor that nobody else uses, whatever the answer.
pub(crate) fn close_quietly(fd: RawFd) {
    // SAFETY: the caller's to close.
    unsafe { libc::close(fd) };
}

/// The calling thread's errno.
#[inline]
pub(crate) fn errno() -> c_int {
    // SAFETY: the thread's own errno is always readable.
    unsafe { *imp::errno_location() }
}

/// Sets the calling thread's errno.
pub(crate) fn set_errno(errno: c_int) {
    // SAFETY: the thread's own errno is always writable.
    unsafe { *imp::errno_location() = errno };
}

/// The description of an error number, in the C locale.
pub(crate) fn describe(reason: Reason) -> Text {
    in_c_locale(|| match reason {
        Reason::Errno(errno) => {
            let mut buffer: [c_char; 128] = [0; 128];
            // SAFETY: `buffer` is writable for its whole length, and ends with a NUL after the call.
            let status = unsafe { libc::strerror_r(errno, buffer.as_mut_ptr(), buffer.len()) };
            // SAFETY: as above; zeroed before, so that even a refused call leaves a string.
            let text = unsafe { CStr::from_ptr(buffer.as_ptr()) };
            if status == 0 || !text.is_empty() {
                text.to_bytes().into()
            } else {
                error::unknown(errno)
            }
        }
        Reason::Resolver(code) => {
            // SAFETY: takes and gives a number's static description.
            let text = unsafe { libc::gai_strerror(code) };
            if text.is_null() {
                error::unknown(code)
            } else {
                // SAFETY: not null, so a static string that ends with a NUL.
                unsafe { CStr::from_ptr(text) }.to_bytes().into()
            }
        }
        Reason::Memory => b"not enough memory"[..].into(),
    })
}

/// Runs `describe` while the calling thread, and it alone, is in the C locale.
fn in_c_locale(describe: impl FnOnce() -> Text) -> Text {
    static C: AtomicPtr<c_void> = AtomicPtr::new(ptr::null_mut());
    let mut c = C.load(Ordering::Acquire);
    if c.is_null() {
        // What is not asked for comes from the C locale too.
        let mask = libc::LC_CTYPE_MASK | libc::LC_MESSAGES_MASK;
        // SAFETY: a valid mask and name, and no locale to modify.
        let new = unsafe { libc::newlocale(mask, c"C".as_ptr(), ptr::null_mut()) };
        if new.is_null() {
            // For lack of memory: the host's locale must do, until the next call.
            return describe();
        }
        // Threads that meet here make one each, of which the last stays.
        C.store(new.cast(), Ordering::Release);
        c = new.cast();
    }
    // SAFETY: `c` came from `newlocale` and is never freed.
    let host = unsafe { imp::uselocale(c.cast()) };
    let text = describe();
    // SAFETY: `host` is what the thread used a moment ago.
    unsafe { imp::uselocale(host) };
    text
}
