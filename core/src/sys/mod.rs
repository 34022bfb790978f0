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

mod fcntl;
pub mod fd;
pub(crate) mod fork;
mod per_thread;
mod scm_rights;
mod sigpipe;
mod strerror;
mod thread;

/// What the C headers of this platform declare: types, constants and functions, by their C names.
///
/// The rest of this crate and the bindings name it by this path, so that what a platform means by these names is
/// decided here.
pub use libc as c;

pub use per_thread::PerThread;

pub(crate) use fcntl::*;
pub(crate) use imp::*;
pub(crate) use scm_rights::{recv_rights, send_rights};
pub(crate) use sigpipe::without_sigpipe;
pub(crate) use strerror::{describe, errno, set_errno};
pub(crate) use thread::start_thread;

use std::env;
use std::io;

use libc::{c_int, socklen_t};

use crate::Addr;
use crate::constants::{CONSTANTS, NAMES_OF_ALL_SYSTEMS};
use crate::fd::{IntoRawFd, RawFd};

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
/// Computed when the crate is compiled, from the table of constants. A name that is in no system's part of the table
/// does not compile.
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
    if name.is_empty() {
        return None;
    }
    let mut index = 0;
    while index < CONSTANTS.len() {
        if same(CONSTANTS[index].0, name) {
            return Some(CONSTANTS[index].1 as c_int);
        }
        index += 1;
    }
    assert!(contains(NAMES_OF_ALL_SYSTEMS, name), "no system has a constant of this name");
    None
}

/// The number of an option or a level of which the platform's part of the table is to have the name.
///
/// As [`number`]; but what the platform lacks is named in its list [`LACKING`], so that a name of another system's does
/// not pass for one of its own.
pub(crate) const fn option_number(name: &str) -> OptName {
    let number = number(name);
    if let Some(lacking) = imp::LACKING {
        assert!(
            number.is_some() != contains(lacking, name),
            "not in the table, or in LACKING without need"
        );
    }
    number
}

const fn contains(names: &[&str], name: &str) -> bool {
    let mut index = 0;
    while index < names.len() {
        if same(names[index], name) {
            return true;
        }
        index += 1;
    }
    false
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

/// `struct group_filter` of RFC 3678, packed like the former; its sources follow.
#[repr(C)]
#[cfg_attr(target_vendor = "apple", repr(packed(4)))]
pub(crate) struct GroupFilter {
    pub(crate) interface: u32,
    pub(crate) group: libc::sockaddr_storage,
    pub(crate) mode: u32,
    pub(crate) count: u32,
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

/// The flag of a send or a receive that says again instead of waiting.
pub(crate) const NOWAIT: c_int = libc::MSG_DONTWAIT;

/// The descriptor of a socket that was made, or -1: errno is as the call left it.
fn opened(made: io::Result<socket2::Socket>) -> c_int {
    made.map_or(-1, IntoRawFd::into_raw_fd)
}

/// Gives `pair` the descriptors of two sockets that were made: 0, or -1 with errno as the call left it.
fn opened_pair(
    made: io::Result<(socket2::Socket, socket2::Socket)>,
    pair: &mut [RawFd; 2],
) -> c_int {
    let Ok((one, other)) = made else { return -1 };
    *pair = [one.into_raw_fd(), other.into_raw_fd()];
    0
}

/// Closes a descriptor that nobody else uses, whatever the answer.
pub(crate) fn close_quietly(fd: RawFd) {
    // SAFETY: the caller's to close.
    unsafe { libc::close(fd) };
}

#[cfg(test)]
mod tests {
    use super::{number, option_number};

    #[test]
    #[should_panic(expected = "no system has a constant of this name")]
    fn a_misspelt_name_does_not_pass_for_an_absent_option() {
        number("SO_REUSADDR");
    }

    #[test]
    #[cfg(target_os = "linux")]
    #[should_panic(expected = "not in the table")]
    fn an_option_of_another_system_does_not_pass_for_one_of_linux() {
        option_number("SO_RTABLE");
    }
}
