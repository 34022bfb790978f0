//! Waiting on Linux: ppoll, wake-up descriptors, and edge-triggered epoll.

use crate::fd::{AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::ptr;
use std::time::Duration;

use libc::{c_int, c_short, pollfd};

/// The event of a peer that sends no more.
pub(crate) const POLLRDHUP: c_short = libc::POLLRDHUP;

/// poll(2) with a time of nanoseconds; none is for ever.
pub(crate) fn poll(entries: &mut [pollfd], time: Option<Duration>) -> c_int {
    let span = time.map(timespec);
    let span = span.as_ref().map_or(ptr::null(), ptr::from_ref);
    // SAFETY: as many entries as are told, and a time; both outlive the call.
    unsafe { libc::ppoll(entries.as_mut_ptr(), entries.len() as _, span, ptr::null()) }
}

fn timespec(time: Duration) -> libc::timespec {
    libc::timespec {
        tv_sec: time.as_secs().try_into().unwrap_or(libc::time_t::MAX),
        tv_nsec: libc::c_long::from(time.subsec_nanos().cast_signed()),
    }
}

/// A new wake-up descriptor, which is not readable; nothing where the process can have none.
pub(crate) fn new_wakeup() -> Option<RawFd> {
    // SAFETY: takes no pointers.
    let fd = unsafe { libc::eventfd(0, libc::EFD_CLOEXEC | libc::EFD_NONBLOCK) };
    (fd >= 0).then_some(fd)
}

/// Whether `fd` can still be a wake-up descriptor: others may have closed it by its number, which then is
/// another file's. Of the files that a program has, few have no type, as an eventfd has none.
pub(crate) fn is_wakeup(fd: RawFd) -> bool {
    let mut stat = std::mem::MaybeUninit::<libc::stat>::zeroed();
    // SAFETY: the structure is ours to write to, and plain numbers, zeroed before.
    unsafe {
        libc::fstat(fd, stat.as_mut_ptr()) == 0 && stat.assume_init().st_mode & libc::S_IFMT == 0
    }
}

/// Makes a wake-up descriptor readable.
pub(crate) fn signal_wakeup(fd: RawFd) {
    let one = 1u64;
    // SAFETY: eight readable bytes.
    unsafe { libc::write(fd, (&raw const one).cast(), size_of::<u64>()) };
}

/// Makes a wake-up descriptor not readable again.
pub(crate) fn drain_wakeup(fd: RawFd) {
    let mut count = 0u64;
    // SAFETY: eight writable bytes; the descriptor does not block.
    unsafe { libc::read(fd, (&raw mut count).cast(), size_of::<u64>()) };
}

/// Tells each event of a descriptor once, also where poll(2) would tell it for as long as it lasts.
pub(crate) struct EdgePoll(OwnedFd);

impl EdgePoll {
    /// Watches `fd` for `events`, and `wakeup` for being readable; nothing where the system refuses.
    pub(crate) fn new(fd: RawFd, events: c_short, wakeup: Option<RawFd>) -> Option<Self> {
        // SAFETY: takes no pointers.
        let epoll = unsafe { libc::epoll_create1(libc::EPOLL_CLOEXEC) };
        // SAFETY: new, and nobody else's.
        let this = (epoll >= 0).then(|| Self(unsafe { OwnedFd::from_raw_fd(epoll) }))?;
        this.watch(fd, events as u32 | libc::EPOLLET as u32)?;
        if let Some(wakeup) = wakeup {
            this.watch(wakeup, libc::EPOLLIN as u32)?;
        }
        Some(this)
    }

    fn watch(&self, fd: RawFd, events: u32) -> Option<()> {
        let mut event = libc::epoll_event { events, u64: 0 };
        // SAFETY: the event outlives the call.
        let status =
            unsafe { libc::epoll_ctl(self.0.as_raw_fd(), libc::EPOLL_CTL_ADD, fd, &raw mut event) };
        (status == 0).then_some(())
    }

    /// Waits for the next event, as poll(2) does: how many there are, or -1 with errno set.
    pub(crate) fn wait(&self, time: Option<Duration>) -> c_int {
        let mut entry = [pollfd { fd: self.0.as_raw_fd(), events: libc::POLLIN, revents: 0 }];
        let status = poll(&mut entry, time);
        if status > 0 {
            let mut events = [libc::epoll_event { events: 0, u64: 0 }; 2];
            // SAFETY: room for two; what is there is only taken, to be told once.
            unsafe { libc::epoll_wait(self.0.as_raw_fd(), events.as_mut_ptr(), 2, 0) };
        }
        status
    }
}
