//! What several threads use: whoever closes it never takes a descriptor away during a call.

use crate::fd::{OwnedFd, RawFd};
use std::ops::Deref;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::sys::fd::AtomicRawFd;
use crate::sys::fork;
use crate::wakeup::Wakeup;
use crate::{Error, Result, Socket, c, close, sys};

/// An owner of a descriptor, which can be taken from it while other threads have a reference to it.
pub trait TakeFd {
    /// Takes the descriptor, which is from now on the caller's to close; nothing where it was taken before.
    fn take_fd(&self) -> Option<RawFd>;
}

impl TakeFd for Socket {
    fn take_fd(&self) -> Option<RawFd> {
        self.take()
    }
}

/// An owner of a descriptor, a [`Socket`] by default, whose descriptor is really closed by the last thread that uses it.
///
/// Closing takes the number away at once, so that new calls find none, and wakes those that
/// wait. While other threads are inside a call, the number itself stays reserved until the last of them
/// has left: no call ever reaches a descriptor that was opened anew under the old number.
#[derive(Debug)]
pub struct Shared<T = Socket> {
    inner: T,
    /// How many threads are inside a call, and above that, in which process.
    users: AtomicU64,
    /// A descriptor that was closed while in use, for the last user to close.
    deferred_close: AtomicRawFd,
    pub(crate) wakeup: Wakeup,
}

/// The place of a process's generation in `users`.
const GENERATION: u32 = 32;

fn generation() -> u64 {
    u64::from(fork::generation()) << GENERATION
}

/// A thread's use of what is [`Shared`], for the length of a call.
pub struct InUse<'a, T = Socket>(&'a Shared<T>);

/// A descriptor that was taken from what is shared.
enum Taken {
    /// No other thread is inside a call: it can be closed.
    Unused(RawFd),
    /// Other threads are inside a call: it is to be closed by [`Shared::close_later`].
    InUse(RawFd),
}

impl<T> Shared<T> {
    /// Shares `inner`.
    pub fn new(inner: T) -> Self {
        fork::watch();
        Self {
            inner,
            users: AtomicU64::new(generation()),
            deferred_close: AtomicRawFd::new(-1),
            wakeup: Wakeup::new(),
        }
    }

    /// Enters a call.
    #[inline]
    pub fn acquire(&self) -> InUse<'_, T> {
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

    /// What is shared, for what asks nothing of the descriptor.
    pub fn inner(&self) -> &T {
        &self.inner
    }

    fn is_used(&self) -> bool {
        let users = self.users.load(Ordering::SeqCst);
        users as u32 > 0 && users >> GENERATION == generation() >> GENERATION
    }

    /// Leaves `fd`, which was taken while in use, to the last user, and wakes those that wait.
    fn close_later(&self, fd: RawFd) {
        self.deferred_close.store(fd, Ordering::SeqCst);
        self.wakeup.wake();
        // Where the last user left just before, it has not seen the descriptor.
        if !self.is_used() {
            self.finish_close();
        }
    }

    fn finish_close(&self) {
        match self.deferred_close.swap(-1, Ordering::SeqCst) {
            -1 => {}
            fd => sys::close_quietly(fd),
        }
    }
}

impl<T: TakeFd> Shared<T> {
    /// Takes the descriptor, which new calls do not find any more; nothing where it was taken before.
    fn take(&self) -> Option<Taken> {
        let taken = self.inner.take_fd();
        match (taken, self.is_used()) {
            (Some(fd), false) => Some(Taken::Unused(fd)),
            (Some(fd), true) => Some(Taken::InUse(fd)),
            (None, false) => {
                self.finish_close();
                None
            }
            (None, true) => None,
        }
    }
}

impl Shared<Socket> {
    /// Closes the socket; with `how`, shuts the connection down first, for all who hold it.
    ///
    /// Threads that wait for it in [`Blocking`](crate::Blocking) are woken. Duplicates and forked
    /// children keep the connection.
    pub fn close(&self, how: Option<i32>) -> Result<()> {
        match self.take() {
            None => Ok(()),
            Some(Taken::Unused(fd)) => close(fd, how),
            Some(Taken::InUse(fd)) => {
                let shut = crate::socket::shutdown_to_close(fd, how);
                self.close_later(fd);
                shut
            }
        }
    }

    /// Releases the descriptor without closing it: the caller owns it, and this socket is closed.
    ///
    /// While other threads are inside a call, those that wait are woken, and the caller gets a
    /// duplicate: the number itself stays in use until they have returned.
    pub fn unwrap(&self) -> Result<OwnedFd> {
        if !self.is_used() {
            return self.inner.unwrap();
        }
        let copy = self.acquire().dup(None)?;
        let Some(old) = self.inner.take_fd() else {
            // Another thread was faster.
            return Err(Error::new("fcntl", c::EBADF));
        };
        self.close_later(old);
        copy.unwrap()
    }
}

impl<T> Drop for Shared<T> {
    fn drop(&mut self) {
        // In a child of fork, the parent's user who was to do it is not there.
        self.finish_close();
    }
}

impl<T> Deref for InUse<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.inner
    }
}

impl<T> Drop for InUse<'_, T> {
    #[inline]
    fn drop(&mut self) {
        if self.0.users.fetch_sub(1, Ordering::SeqCst) as u32 == 1
            && self.0.deferred_close.load(Ordering::SeqCst) >= 0
        {
            self.0.finish_close();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fd::{AsRawFd, IntoRawFd};

    /// Any descriptor.
    struct File(AtomicRawFd);

    impl TakeFd for File {
        fn take_fd(&self) -> Option<RawFd> {
            Some(self.0.swap(-1, Ordering::SeqCst)).filter(|&fd| fd >= 0)
        }
    }

    impl Shared<File> {
        fn close(&self) {
            match self.take() {
                None => {}
                Some(Taken::Unused(fd)) => sys::close_quietly(fd),
                Some(Taken::InUse(fd)) => self.close_later(fd),
            }
        }
    }

    #[test]
    fn a_descriptor_whose_last_user_left_before_it_was_deferred_is_closed() {
        let [one, other] = Socket::pair(c::SOCK_STREAM, true, 0).expect("a pair");
        let shared = Shared::new(File(AtomicRawFd::new(-1)));
        shared.close_later(one.unwrap().expect("open").into_raw_fd());
        assert!(other.is_hung_up());
    }

    #[test]
    fn a_descriptor_that_is_no_socket_stays_open_for_its_last_user() {
        // A pair's second end tells whether the first one is open.
        let [one, other] = Socket::pair(c::SOCK_STREAM, true, 0).expect("a pair");
        let fd = one.unwrap().expect("open").into_raw_fd();
        let shared = Shared::new(File(AtomicRawFd::new(fd)));
        let (first, second) = (shared.acquire(), shared.acquire());
        shared.close();
        shared.close();
        assert_eq!((*first).0.load(Ordering::SeqCst), -1);
        drop(first);
        assert!(!other.is_hung_up());
        drop(second);
        assert!(other.is_hung_up());
        let kept = other.unwrap().expect("open");
        let unused = Shared::new(File(AtomicRawFd::new(kept.as_raw_fd())));
        let _ = kept.into_raw_fd();
        unused.close();
        assert!(unused.take().is_none());
    }
}
