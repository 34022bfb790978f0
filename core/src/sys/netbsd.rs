//! NetBSD: what it has, lacks, and calls otherwise than the other BSDs.

use crate::fd::RawFd;

use libc::{c_int, locale_t, off_t};

use crate::sys::{Ioctl, set_errno};

mod cloexec;

pub(crate) use cloexec::*;
pub(crate) use libc::__errno as errno_location;

/// Options that go by another name here; an empty one where the usual name means something else.
pub(crate) const ALIASES: &[(&str, &str)] = &[("TCP_INFO", "")];

/// Asks how many bytes wait to be sent.
pub(crate) const OUTQ: Option<Ioctl> = Some(libc::FIONWRITE);

/// There is no sendfile(2).
pub(super) fn send_file(_: RawFd, _: RawFd, _: off_t, _: off_t, _: &mut off_t) -> c_int {
    set_errno(libc::EOPNOTSUPP);
    -1
}

/// No thread has a locale of its own: descriptions are in the host's.
///
/// # Safety
/// None: it is unsafe as the function that it stands for.
pub(crate) unsafe fn uselocale(locale: locale_t) -> locale_t {
    locale
}
