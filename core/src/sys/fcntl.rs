//! The flags of a descriptor, and its duplicate.

use libc::c_int;

use crate::Result;
use crate::error::check;
use crate::fd::RawFd;

/// Whether `fd` is close-on-exec (`FD_CLOEXEC`).
pub(crate) fn is_cloexec(fd: RawFd) -> Result<bool> {
    // SAFETY: takes no pointers.
    let flags = check("fcntl", unsafe { libc::fcntl(fd, libc::F_GETFD) })?;
    Ok(flags & libc::FD_CLOEXEC != 0)
}

/// Makes `fd` close-on-exec, or not.
pub(crate) fn set_cloexec(fd: RawFd, enable: bool) -> Result<()> {
    let request = if enable { libc::FIOCLEX } else { libc::FIONCLEX };
    // SAFETY: these two requests take no argument.
    check("ioctl", unsafe { libc::ioctl(fd, request) }).map(drop)
}

/// Whether calls of `fd` do not wait (`O_NONBLOCK`).
pub(crate) fn is_nonblock(fd: RawFd) -> Result<bool> {
    // SAFETY: takes no pointers.
    let flags = check("fcntl", unsafe { libc::fcntl(fd, libc::F_GETFL) })?;
    Ok(flags & libc::O_NONBLOCK != 0)
}

/// Makes calls of `fd` not wait, or wait again.
pub(crate) fn set_nonblock(fd: RawFd, enable: bool) -> Result<()> {
    let mut value = c_int::from(enable);
    // SAFETY: the request reads one int.
    check("ioctl", unsafe { libc::ioctl(fd, libc::FIONBIO, &raw mut value) }).map(drop)
}

/// A second descriptor of the same socket, close-on-exec from the moment that it is opened.
pub(crate) fn dup(fd: RawFd) -> Result<RawFd> {
    // SAFETY: takes no pointers.
    check("fcntl", unsafe { libc::fcntl(fd, libc::F_DUPFD_CLOEXEC, 0) })
}
