//! Socket activation: the sockets that a service manager opened before this process began.

use std::env;
use std::os::fd::RawFd;
use std::os::unix::ffi::OsStrExt;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::{Result, Socket};

/// The first descriptor that a service manager hands over, SD_LISTEN_FDS_START.
const FIRST: RawFd = 3;

/// The most descriptors that a process can be handed, whatever the environment claims.
const MOST: RawFd = 1024;

/// A socket that was handed over, and its name there.
#[derive(Debug)]
pub struct Handed {
    /// The socket.
    pub socket: Socket,
    /// Its name, `unknown` where it was given none.
    pub name: Box<[u8]>,
}

/// Adopts the sockets that a service manager handed over, with their names.
///
/// sd_listen_fds_with_names(3): LISTEN_PID must name this process; LISTEN_FDS says how many,
/// LISTEN_FDNAMES what they are called. An empty list where there are none, and for every call but
/// the first, since each descriptor has one owner. What is not a socket is left alone.
pub fn listenfds() -> Result<Vec<Handed>> {
    static TAKEN: AtomicBool = AtomicBool::new(false);
    let addressed = number("LISTEN_PID") == Some(std::process::id().cast_signed());
    let Some(count) = number("LISTEN_FDS").filter(|&count| addressed && count > 0) else {
        return Ok(Vec::new());
    };
    if TAKEN.swap(true, Ordering::AcqRel) {
        return Ok(Vec::new());
    }
    let names = env::var_os("LISTEN_FDNAMES").unwrap_or_default();
    let mut names = names.as_bytes().split(|&byte| byte == b':');
    let mut handed = Vec::new();
    for fd in FIRST..FIRST.saturating_add(count.min(MOST)) {
        let name = names.next().filter(|name| !name.is_empty()).unwrap_or(b"unknown");
        match Socket::wrap(fd, None) {
            Ok(socket) => handed.push(Handed { socket, name: name.into() }),
            Err(error) if matches!(error.number(), libc::ENOTSOCK | libc::EBADF) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(handed)
}

fn number(variable: &str) -> Option<i32> {
    env::var(variable).ok()?.parse().ok()
}
