//! FreeBSD: what it has, lacks, and calls otherwise than the other BSDs.

use crate::fd::RawFd;
use std::ptr;

use libc::{c_int, off_t};

use crate::sys::Ioctl;

mod cloexec;

pub(crate) use cloexec::*;
pub(crate) use libc::{__error as errno_location, uselocale};

/// Options that go by another name here; an empty one where the usual name means something else.
pub(crate) const ALIASES: &[(&str, &str)] = &[("TCP_CORK", "TCP_NOPUSH"), ("TCP_INFO", "")];

/// Asks how many bytes wait to be sent.
pub(crate) const OUTQ: Option<Ioctl> = Some(libc::FIONWRITE);

/// sendfile(2) as this system has it: `sent` is what was sent, also when the call fails.
pub(super) fn send_file(
    fd: RawFd,
    file: RawFd,
    offset: off_t,
    count: off_t,
    sent: &mut off_t,
) -> c_int {
    // SAFETY: `sent` is ours to write to; nothing is sent before or after the file.
    unsafe { libc::sendfile(file, fd, offset, count as usize, ptr::null_mut(), sent, 0) }
}
