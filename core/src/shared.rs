//! A socket that several threads use: whoever closes it never pulls a descriptor from under a call.

use std::ops::Deref;
use std::os::fd::OwnedFd;
use std::sync::Once;
use std::sync::atomic::{AtomicI32, AtomicU64, Ordering};

use crate::{Error, Outcome, Result, Socket, close};

/// A [`Socket`] whose descriptor is really closed by the last thread that uses it.
///
/// Closing takes the number away at once, so that new calls see a closed socket. While other threads
/// are inside a call, the number itself stays reserved until the last of them has left: no call
/// ever reaches a descriptor that was opened anew under the old number.
#[derive(Debug)]
pub struct Shared {
    socket: Socket,
    /// How many threads are inside a call, and above them, in which process: see [`FORKS`].
    users: AtomicU64,
    /// A descriptor that was closed while in use, for the last user to close.
    left: AtomicI32,
}

/// How many forks lie between this process and the first one, in the upper half of a `users`.
///
/// A child has none of its parent's threads: those that were inside a call when it was born will
/// never leave it there, and count no more.
static FORKS: AtomicU64 = AtomicU64::new(0);

const FORK: u64 = 1 << 32;

extern "C" fn count_fork() {
    FORKS.fetch_add(FORK, Ordering::Relaxed);
}

/// A thread's permission to use a [`Shared`] socket.
pub struct User<'a>(&'a Shared);

impl Shared {
    /// Shares `socket`.
    pub fn new(socket: Socket) -> Self {
        static COUNTED: Once = Once::new();
        // SAFETY: the function lives as long as this code, and does nothing that a child may not.
        COUNTED.call_once(|| unsafe {
            libc::pthread_atfork(None, None, Some(count_fork));
        });
        let users = AtomicU64::new(FORKS.load(Ordering::Relaxed));
        Self { socket, users, left: AtomicI32::new(-1) }
    }

    /// Enters a call.
    #[inline]
    pub fn enter(&self) -> User<'_> {
        let forks = FORKS.load(Ordering::Relaxed);
        let mut users = self.users.load(Ordering::Relaxed);
        while users / FORK != forks / FORK {
            // Born of a fork: start anew.
            match self.users.compare_exchange(users, forks, Ordering::SeqCst, Ordering::Relaxed) {
                Ok(_) => break,
                Err(now) => users = now,
            }
        }
        // Sequentially consistent with `take`: either we see the number gone, or it sees us.
        self.users.fetch_add(1, Ordering::SeqCst);
        User(self)
    }

    /// Makes a call that may wait. If the socket was closed meanwhile, that is the outcome, whatever
    /// the call was woken with: EBADF, unless it had done its work.
    pub fn block<T>(&self, call: impl FnOnce(&Socket) -> Outcome<T>) -> Outcome<T> {
        let user = self.enter();
        match call(&user) {
            Outcome::Again | Outcome::Closed | Outcome::Failed(_) if user.fd() < 0 => {
                Outcome::Failed(Error::new("close", libc::EBADF))
            }
            outcome => outcome,
        }
    }

    /// The socket, for what asks nothing of the descriptor.
    pub fn peek(&self) -> &Socket {
        &self.socket
    }

    /// Closes the socket; with `how`, shuts the connection down first.
    ///
    /// Threads that wait inside a call are woken by shutting the connection down, wherever the kernel
    /// does that. The socket's other descriptors, by dup or fork, lose the connection then, too.
    pub fn close(&self, how: Option<i32>) -> Result<()> {
        let Some(fd) = self.socket.take() else { return Ok(()) };
        if !self.is_used() {
            return close(fd, how);
        }
        let shut = crate::shutdown(fd, Some(how.unwrap_or(libc::SHUT_RDWR)));
        self.left.store(fd, Ordering::SeqCst);
        if !self.is_used() {
            self.close_left();
        }
        match shut {
            Err(error) if how.is_some() && error.number() != libc::ENOTCONN => Err(error),
            _ => Ok(()),
        }
    }

    /// Gives the descriptor up: it stays open and is the caller's; this socket is then closed.
    pub fn unwrap(&self) -> Result<OwnedFd> {
        self.socket.unwrap()
    }

    fn is_used(&self) -> bool {
        let users = self.users.load(Ordering::SeqCst);
        !users.is_multiple_of(FORK) && users / FORK == FORKS.load(Ordering::Relaxed) / FORK
    }

    fn close_left(&self) {
        match self.left.swap(-1, Ordering::SeqCst) {
            -1 => {}
            fd => {
                let _ = close(fd, None);
            }
        }
    }
}

impl Deref for User<'_> {
    type Target = Socket;

    fn deref(&self) -> &Socket {
        &self.0.socket
    }
}

impl Drop for User<'_> {
    #[inline]
    fn drop(&mut self) {
        if self.0.users.fetch_sub(1, Ordering::SeqCst) % FORK == 1
            && self.0.left.load(Ordering::SeqCst) >= 0
        {
            self.0.close_left();
        }
    }
}
