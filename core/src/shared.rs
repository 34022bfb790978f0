//! A socket that several threads use: its descriptor is closed when no call uses it any more.

use std::ops::Deref;
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicI32, AtomicU64, Ordering};

use crate::wakeup::Wakeup;
use crate::{Error, Result, Socket, close, fork};

/// A [`Socket`] whose descriptor is really closed by the last thread that uses it.
///
/// Closing takes the number away at once, so that new calls see a closed socket, and wakes those that
/// wait. While other threads are inside a call, the number itself stays reserved until the last of them
/// has left: no call ever reaches a descriptor that was opened anew under the old number.
#[derive(Debug)]
pub struct Shared {
    socket: Socket,
    /// How many threads are inside a call, and above that, in which process.
    users: AtomicU64,
    /// A descriptor that was closed while in use, for the last user to close.
    deferred_close: AtomicI32,
    pub(crate) wakeup: Wakeup,
}

/// The place of a process's generation in `users`.
const GENERATION: u32 = 32;

fn generation() -> u64 {
    u64::from(fork::generation()) << GENERATION
}

/// A thread's use of a [`Shared`] socket, for the length of a call.
pub struct InUse<'a>(&'a Shared);

impl Shared {
    /// Shares `socket`.
    pub fn new(socket: Socket) -> Self {
        fork::watch();
        Self {
            socket,
            users: AtomicU64::new(generation()),
            deferred_close: AtomicI32::new(-1),
            wakeup: Wakeup::new(),
        }
    }

    /// Enters a call.
    #[inline]
    pub fn acquire(&self) -> InUse<'_> {
        let generation = generation();
        let mut users = self.users.load(Ordering::Relaxed);
        while users >> GENERATION != generation >> GENERATION {
            // A child of fork: its parent's threads are not here, and never leave.
            match self.users.compare_exchange(
                users,
                generation,
                Ordering::SeqCst,
                Ordering::Relaxed,
            ) {
                Ok(_) => break,
                Err(now) => users = now,
            }
        }
        // Sequentially consistent with `take`: either we see the number gone, or it sees us.
        self.users.fetch_add(1, Ordering::SeqCst);
        InUse(self)
    }

    /// The socket, for what asks nothing of the descriptor.
    pub fn inner(&self) -> &Socket {
        &self.socket
    }

    /// Closes the socket; with `how`, shuts the connection down first, for all who hold it.
    ///
    /// Threads that wait for it in [`Blocking`](crate::Blocking) are woken. Duplicates and forked
    /// children keep the connection.
    pub fn close(&self, how: Option<i32>) -> Result<()> {
        let Some(fd) = self.socket.take() else {
            if !self.is_used() {
                self.finish_close();
            }
            return Ok(());
        };
        if !self.is_used() {
            return close(fd, how);
        }
        let shut = crate::socket::shutdown_to_close(fd, how);
        self.deferred_close.store(fd, Ordering::SeqCst);
        self.wakeup.wake();
        if !self.is_used() {
            self.finish_close();
        }
        shut
    }

    /// Releases the descriptor without closing it: the caller owns it, and this socket is closed.
    ///
    /// While other threads are inside a call, those that wait are woken, and the caller gets a
    /// duplicate: the number itself stays in use until they have returned.
    pub fn unwrap(&self) -> Result<OwnedFd> {
        if !self.is_used() {
            return self.socket.unwrap();
        }
        let copy = self.acquire().dup(None)?;
        let Some(old) = self.socket.take() else {
            // Another thread was faster.
            return Err(Error::new("fcntl", libc::EBADF));
        };
        self.deferred_close.store(old, Ordering::SeqCst);
        self.wakeup.wake();
        copy.unwrap()
    }

    fn is_used(&self) -> bool {
        let users = self.users.load(Ordering::SeqCst);
        users as u32 > 0 && users >> GENERATION == generation() >> GENERATION
    }

    fn finish_close(&self) {
        match self.deferred_close.swap(-1, Ordering::SeqCst) {
            -1 => {}
            fd => {
                let _ = close(fd, None);
            }
        }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        // In a child of fork, the parent's user who was to do it is not there.
        self.finish_close();
    }
}

impl Deref for InUse<'_> {
    type Target = Socket;

    fn deref(&self) -> &Socket {
        &self.0.socket
    }
}

impl Drop for InUse<'_> {
    #[inline]
    fn drop(&mut self) {
        if self.0.users.fetch_sub(1, Ordering::SeqCst) as u32 == 1
            && self.0.deferred_close.load(Ordering::SeqCst) >= 0
        {
            self.0.finish_close();
        }
    }
}
