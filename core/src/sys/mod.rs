//! What the platform has, lacks, and calls otherwise: the only place that asks which one it is.
//!
//! Each system's file gives the same names: the option numbers (an absent one is `None`, which
//! the caller sees as EOPNOTSUPP), and the calls that differ between systems.

#[cfg(any(target_os = "linux", target_os = "android"))]
#[path = "linux.rs"]
mod imp;

#[cfg(any(
    target_os = "macos",
    target_os = "ios",
    target_os = "freebsd",
    target_os = "dragonfly",
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
use std::sync::OnceLock;

use libc::{c_char, c_int};

use crate::error;
use crate::{Reason, Text};

/// The operating system's name, as Rust spells it: `linux`, `macos`, `freebsd` ...
pub const OS: &str = env::consts::OS;

/// The most bytes that the path of a unix address has room for.
pub const UNIXPATH_MAX: usize =
    size_of::<libc::sockaddr_un>() - std::mem::offset_of!(libc::sockaddr_un, sun_path);

/// An option's number, or `None` where the platform has no such option.
pub(crate) type OptName = Option<c_int>;

/// Names of options, as this platform has them, calls them otherwise (`NAME as THE_USUAL_NAME`), or
/// lacks them.
macro_rules! names {
    (has $($has:ident $(as $alias:ident)?),* ; lacks $($lacks:ident),* $(,)?) => {
        $( names!(@has $has $($alias)?); )*
        $( pub(crate) const $lacks: $crate::sys::OptName = None; )*
    };
    (@has $name:ident) => { pub(crate) const $name: $crate::sys::OptName = Some(libc::$name); };
    (@has $name:ident $alias:ident) => {
        pub(crate) const $alias: $crate::sys::OptName = Some(libc::$name);
    };
}
use names;

/// `struct group_req` of RFC 3678, laid out alike on every system that has it.
#[repr(C)]
pub(crate) struct GroupReq {
    pub(crate) interface: u32,
    pub(crate) group: libc::sockaddr_storage,
}

/// `struct group_source_req` of RFC 3678.
#[repr(C)]
pub(crate) struct GroupSourceReq {
    pub(crate) interface: u32,
    pub(crate) group: libc::sockaddr_storage,
    pub(crate) source: libc::sockaddr_storage,
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
    })
}

/// Runs `describe` while the calling thread, and it alone, is in the C locale.
fn in_c_locale(describe: impl FnOnce() -> Text) -> Text {
    static C: OnceLock<usize> = OnceLock::new();
    let c = *C.get_or_init(|| {
        // SAFETY: a valid mask and name, and no locale to modify.
        unsafe { libc::newlocale(libc::LC_ALL_MASK, c"C".as_ptr(), std::ptr::null_mut()) as usize }
    });
    if c == 0 {
        return describe();
    }
    // SAFETY: `c` came from `newlocale` and is never freed.
    let host = unsafe { libc::uselocale(c as libc::locale_t) };
    let text = describe();
    // SAFETY: `host` is what the thread used a moment ago.
    unsafe { libc::uselocale(host) };
    text
}
