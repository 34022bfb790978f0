//! Keeping SIGPIPE away from a call that has no flag for it.

use std::mem::MaybeUninit;
use std::ptr;

use super::{drain_sigpipe, errno, set_errno};

/// Runs `call`, which sends `count` bytes and has no flag to keep SIGPIPE away, with the signal blocked
/// for this thread.
///
/// If the call raised it, it is taken back; one that was pending before stays pending.
pub(crate) fn without_sigpipe(count: usize, call: impl FnOnce() -> isize) -> isize {
    let mut sigpipe = MaybeUninit::<libc::sigset_t>::uninit();
    let mut before = MaybeUninit::<libc::sigset_t>::uninit();
    let mut pending = MaybeUninit::<libc::sigset_t>::uninit();
    // SAFETY: three sets that each call fills whole before it is read.
    let (sigpipe, before, blocked, was_pending) = unsafe {
        libc::sigemptyset(sigpipe.as_mut_ptr());
        libc::sigaddset(sigpipe.as_mut_ptr(), libc::SIGPIPE);
        libc::pthread_sigmask(libc::SIG_BLOCK, sigpipe.as_ptr(), before.as_mut_ptr());
        let blocked = libc::sigismember(before.as_ptr(), libc::SIGPIPE) == 1;
        // Nothing that is not blocked can be pending.
        let was_pending = blocked
            && libc::sigpending(pending.as_mut_ptr()) == 0
            && libc::sigismember(pending.as_ptr(), libc::SIGPIPE) == 1;
        (sigpipe.assume_init(), before.assume_init(), blocked, was_pending)
    };
    let answer = call();
    let errno = errno();
    // A peer that goes while a part is sent raises it, too, and the answer is the part.
    let raised = usize::try_from(answer).map_or(errno == libc::EPIPE, |sent| sent < count);
    if raised && !was_pending {
        drain_sigpipe(&sigpipe);
    }
    if !blocked {
        // SAFETY: `before` is the mask that the thread had.
        unsafe { libc::pthread_sigmask(libc::SIG_SETMASK, &raw const before, ptr::null_mut()) };
    }
    set_errno(errno);
    answer
}
