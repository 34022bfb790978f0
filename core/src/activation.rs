//! Socket activation: the sockets that a service manager opened before this process began.

use crate::fd::RawFd;
use std::env;
use std::sync::Mutex;

use crate::{Error, Result, Socket, Text, sys};

/// The first descriptor that a service manager passes, SD_LISTEN_FDS_START.
const FIRST: RawFd = 3;

/// The maximum number of descriptors that are accepted, whatever the environment says.
const MAX: RawFd = 1024;

/// The environment variables of a service manager: process, number of descriptors, and names.
pub const LISTEN_VARIABLES: [&str; 3] = ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"];

/// A socket that was passed by a service manager, and its name.
#[derive(Debug)]
pub struct ActivatedSocket {
    /// The socket.
    pub socket: Socket,
    /// Its name; `unknown` if it has none.
    pub name: Text,
}

/// Returns the sockets that a service manager passed to this process, with their names.
///
/// sd_listen_fds_with_names(3): LISTEN_PID must be this process's id; LISTEN_FDS is the number of
/// descriptors, LISTEN_FDNAMES their names. The three variables are removed from the environment,
/// so that child processes do not use them; further calls return an empty list. All descriptors
/// become close-on-exec; those that are not sockets are not changed otherwise. Call this before
/// threads are started that read or change the environment.
pub fn listenfds() -> Result<Vec<ActivatedSocket>> {
    static LOCK: Mutex<()> = Mutex::new(());
    let _guard = LOCK.lock();
    let [pid, fds, names] = LISTEN_VARIABLES;
    let is_ours = number(pid) == Some(std::process::id().cast_signed());
    let count = number(fds).filter(|&count| is_ours && count > 0).unwrap_or(0).min(MAX);
    let names = env::var_os(names).unwrap_or_default();
    // Nothing is taken before there is memory for all of it.
    let range = FIRST..FIRST + count;
    let mut handed = Vec::new();
    let open = range.clone().filter(|&fd| sys::is_cloexec(fd).is_ok()).count();
    handed.try_reserve_exact(open).map_err(|_| Error::memory("listenfds"))?;
    for variable in LISTEN_VARIABLES {
        // SAFETY: no other thread is in here. Of other code the documentation asks that it leaves the
        // environment alone meanwhile, as sd_listen_fds(3) does; what the service manager has put
        // there is memory of the process's beginning, which stays valid for who reads it still.
        unsafe { env::remove_var(variable) };
    }
    let names = names.into_encoded_bytes();
    let mut names = names.split(|&byte| byte == b':');
    for fd in range {
        let name = names.next().filter(|name| !name.is_empty()).unwrap_or(b"unknown");
        match Socket::wrap(fd, None) {
            Ok(socket) if handed.len() < handed.capacity() => {
                handed.push(ActivatedSocket { socket, name: name.into() });
            }
            // What is not open refuses it.
            _ => drop(sys::set_cloexec(fd, true)),
        }
    }
    Ok(handed)
}

fn number(variable: &str) -> Option<i32> {
    env::var_os(variable)?.to_str()?.parse().ok()
}
