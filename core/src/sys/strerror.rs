//! Error numbers, and their descriptions.

use std::ffi::CStr;
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

use libc::{c_char, c_int, c_void};

use super::imp;
use crate::error;
use crate::{Reason, Text};

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
        Reason::NotNumeric => {
            b"Invalid argument (not a numeric address; inet.getaddrinfo asks the resolver)"[..]
                .into()
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
