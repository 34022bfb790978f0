//! Wake-up descriptors: what a wait polls beside its socket, so that a close in another thread ends it.

use crate::fd::RawFd;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::sys::{self, fork};

/// The wake-up descriptor of one socket, which exists only while a thread waits for that socket.
///
/// One word holds it all, so that no lock can be left behind by a fork: the generation of the process
/// (16 bits), whether it was signalled (1 bit), how many use it (15 bits), and the descriptor (32 bits).
#[derive(Debug)]
pub(crate) struct Wakeup(AtomicU64);

/// A [`Wakeup`]'s word, taken apart.
#[derive(Clone, Copy, PartialEq, Eq)]
struct State {
    generation: u16,
    signalled: bool,
    users: u16,
    fd: RawFd,
}

const MAX_USERS: u16 = 0x7fff;

impl State {
    fn unpack(word: u64) -> Self {
        Self {
            generation: (word >> 48) as u16,
            signalled: word & 1 << 47 != 0,
            users: (word >> 32) as u16 & MAX_USERS,
            fd: word as RawFd,
        }
    }

    fn pack(self) -> u64 {
        u64::from(self.generation) << 48
            | u64::from(self.signalled) << 47
            | u64::from(self.users) << 32
            | u64::from(self.fd.cast_unsigned())
    }

    /// Whether the descriptor can be used: somebody of this very process does.
    fn is_live(self) -> bool {
        self.users > 0 && self.generation == fork::generation()
    }
}

/// The use of a wake-up descriptor by one thread.
pub(crate) struct WakeupUse<'a> {
    wakeup: &'a Wakeup,
    /// The descriptor; it is readable once the socket is closed.
    pub(crate) fd: RawFd,
}

impl Wakeup {
    pub(crate) const fn new() -> Self {
        Self(AtomicU64::new(0))
    }

    /// Begins a use of the socket's wake-up descriptor, which the first user opens; nothing if the
    /// process can open none.
    pub(crate) fn acquire(&self) -> Option<WakeupUse<'_>> {
        loop {
            let word = self.0.load(Ordering::SeqCst);
            let state = State::unpack(word);
            if state.is_live() {
                if state.users == MAX_USERS {
                    return None;
                }
                let next = State { users: state.users + 1, ..state };
                if self.replace(word, next) {
                    return Some(WakeupUse { wakeup: self, fd: state.fd });
                }
                continue;
            }
            let fd = pool::take()?;
            let generation = fork::generation();
            if self.replace(word, State { generation, signalled: false, users: 1, fd }) {
                if state.users > 0 && sys::is_wakeup(state.fd) {
                    // The parent's, of which a child of fork has a copy.
                    sys::close_quietly(state.fd);
                }
                return Some(WakeupUse { wakeup: self, fd });
            }
            pool::put(fd);
        }
    }

    /// Makes the descriptor readable, for all who use it.
    pub(crate) fn wake(&self) {
        loop {
            let word = self.0.load(Ordering::SeqCst);
            let state = State::unpack(word);
            if !state.is_live() || state.users == MAX_USERS {
                return;
            }
            // As a user, so that the descriptor is nobody else's when it is written to.
            let next = State { signalled: true, users: state.users + 1, ..state };
            if self.replace(word, next) {
                if sys::is_wakeup(state.fd) {
                    sys::signal_wakeup(state.fd);
                }
                self.release();
                return;
            }
        }
    }

    fn release(&self) {
        loop {
            let word = self.0.load(Ordering::SeqCst);
            let state = State::unpack(word);
            if !state.is_live() {
                // Acquired before a fork, in whose child this is.
                return;
            }
            if state.users > 1 {
                if self.replace(word, State { users: state.users - 1, ..state }) {
                    return;
                }
            } else if self.replace(word, State { signalled: false, users: 0, fd: 0, ..state }) {
                if sys::is_wakeup(state.fd) {
                    if state.signalled {
                        sys::drain_wakeup(state.fd);
                    }
                    pool::put(state.fd);
                }
                return;
            }
        }
    }

    fn replace(&self, word: u64, next: State) -> bool {
        self.0.compare_exchange(word, next.pack(), Ordering::SeqCst, Ordering::Relaxed).is_ok()
    }
}

/// Opens a wake-up descriptor for the first wait to come, which then needs none even where the process can have
/// no more.
pub fn reserve_wakeup() {
    if let Some(fd) = sys::new_wakeup() {
        pool::put(fd);
    }
}

impl Drop for WakeupUse<'_> {
    fn drop(&mut self) {
        self.wakeup.release();
    }
}

/// The descriptors that wait for their next use.
mod pool {
    use crate::fd::RawFd;
    use std::sync::atomic::{AtomicU64, Ordering};

    use crate::sys::{self, fork};

    /// Each holds a descriptor and, above it, its process's generation; 0 is an empty slot.
    static SLOTS: [AtomicU64; 8] = [const { AtomicU64::new(0) }; 8];

    /// A descriptor that is not readable.
    pub(super) fn take() -> Option<RawFd> {
        for slot in &SLOTS {
            if slot.load(Ordering::Relaxed) == 0 {
                continue;
            }
            let word = slot.swap(0, Ordering::AcqRel);
            let fd = word as RawFd;
            if word == 0 {
                continue;
            }
            if !sys::is_wakeup(fd) {
                continue;
            }
            if (word >> 32) as u16 == fork::generation() {
                return Some(fd);
            }
            // The parent's: what is written to it would wake the parent.
            sys::close_quietly(fd);
        }
        sys::new_wakeup()
    }

    /// Keeps `fd`, or closes it where enough are kept.
    pub(super) fn put(fd: RawFd) {
        let word = u64::from(fork::generation()) << 32 | u64::from(fd.cast_unsigned());
        for slot in &SLOTS {
            if slot.compare_exchange(0, word, Ordering::AcqRel, Ordering::Relaxed).is_ok() {
                return;
            }
        }
        sys::close_quietly(fd);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{MAX_USERS, State, Wakeup};
    use crate::{c, sys};

    #[test]
    fn a_state_survives_its_word() {
        let states = [
            State { generation: 0xffff, signalled: true, users: MAX_USERS, fd: i32::MAX },
            State { generation: 1, signalled: false, users: 0, fd: 0 },
            State { generation: 0, signalled: true, users: 1, fd: 77 },
        ];
        for state in states {
            assert!(State::unpack(state.pack()) == state);
        }
    }

    #[test]
    fn users_share_one_descriptor_and_the_next_one_gets_it_silent() {
        let (one, other) = (Wakeup::new(), Wakeup::new());
        let (first, second) = (one.acquire().unwrap(), one.acquire().unwrap());
        assert_eq!(first.fd, second.fd);
        assert_ne!(first.fd, other.acquire().unwrap().fd);
        one.wake();
        assert!(is_readable(first.fd));
        drop((first, second));
        // The next user from the pool is not woken by the signal for another one.
        let all: Vec<_> = (0..10).map(|_| other.acquire().unwrap()).collect();
        assert!(!is_readable(all[0].fd));
    }

    fn is_readable(fd: i32) -> bool {
        let mut entry = [c::pollfd { fd, events: c::POLLIN, revents: 0 }];
        sys::poll(&mut entry, Some(Duration::ZERO)) == 1
    }
}
