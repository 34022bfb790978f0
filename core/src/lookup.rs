//! Look-ups in a thread of their own, so that the caller can stop waiting for the result: the
//! system's resolver cannot be interrupted.

use std::cell::UnsafeCell;
use std::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use crate::c::{POLLIN, pollfd};
use crate::fd::RawFd;
use crate::{Error, Result, c, memory, sys, was_interrupted};

/// A look-up in progress, and later its result.
///
/// The thread is started by pthread_create(3), since the standard library's aborts the process
/// where it finds no memory for its own records of a thread.
pub struct Lookup<Q, T> {
    shared: NonNull<Shared<Q, T>>,
}

/// The state that the thread and the waiting caller share. The last of the two frees it.
struct Shared<Q, T> {
    question: UnsafeCell<Option<Q>>,
    answer: Mutex<Answer<T>>,
    answered: Condvar,
    left: AtomicBool,
}

/// The answer, once there is one.
struct Answer<T> {
    result: Option<Result<T>>,
    /// A wake-up descriptor, so that a signal can end the wait; nothing where there is none to be had, or nobody waits.
    ready: Option<RawFd>,
}

impl<T> Answer<T> {
    /// Closes the descriptor: nobody waits any more.
    fn close(&mut self) {
        if let Some(fd) = self.ready.take() {
            sys::close_quietly(fd);
        }
    }
}

impl<T> Drop for Answer<T> {
    fn drop(&mut self) {
        self.close();
    }
}

/// What a wait for an answer came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Waited<T> {
    /// The answer, which is given once.
    Answered(Result<T>),
    /// There was none in this time.
    Expired,
    /// A signal arrived.
    Interrupted,
}

// SAFETY: the question is given to the thread whole, the answer lies behind a lock, and both may go
// from thread to thread.
unsafe impl<Q: Send, T: Send> Send for Lookup<Q, T> {}

impl<Q, T> Lookup<Q, T>
where
    Q: FnOnce() -> Result<T> + Send + 'static,
    T: Send + 'static,
{
    /// Starts a thread that runs `question`. If none can be started, the error is EAGAIN of `call`.
    pub fn start(call: &'static str, question: Q) -> Result<Self> {
        let shared = memory::boxed(
            call,
            Shared {
                question: UnsafeCell::new(Some(question)),
                answer: Mutex::new(Answer { result: None, ready: sys::new_wakeup() }),
                answered: Condvar::new(),
                left: AtomicBool::new(false),
            },
        )?;
        let shared = NonNull::from(Box::leak(shared));
        if sys::start_thread(answer::<Q, T>, shared.as_ptr().cast()) {
            return Ok(Self { shared });
        }
        // SAFETY: from a box, and no thread has it.
        drop(unsafe { Box::from_raw(shared.as_ptr()) });
        Err(Error::new(call, c::EAGAIN))
    }
}

impl<Q, T> Lookup<Q, T> {
    /// Waits for the result, for `span` at most.
    pub fn wait(&self, span: Duration) -> Waited<T> {
        // SAFETY: alive until both have left.
        let shared = unsafe { self.shared.as_ref() };
        let mut answer = shared.answer.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(fd) = answer.ready {
            drop(answer);
            let mut entry = [pollfd { fd, events: POLLIN, revents: 0 }];
            if sys::poll(&mut entry, Some(span)) < 0 && was_interrupted() {
                return Waited::Interrupted;
            }
            answer = shared.answer.lock().unwrap_or_else(PoisonError::into_inner);
        } else {
            let waited =
                shared.answered.wait_timeout_while(answer, span, |answer| answer.result.is_none());
            answer = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        answer.result.take().map_or(Waited::Expired, Waited::Answered)
    }
}

impl<Q, T> Drop for Lookup<Q, T> {
    fn drop(&mut self) {
        // SAFETY: alive until both have left.
        let shared = unsafe { self.shared.as_ref() };
        shared.answer.lock().unwrap_or_else(PoisonError::into_inner).close();
        // SAFETY: this one leaves once.
        unsafe { leave(self.shared) };
    }
}

/// Drops one reference to the shared state, and frees it if it was the last.
///
/// # Safety
/// `shared` is from a box, and each of the two owners calls this once.
unsafe fn leave<Q, T>(shared: NonNull<Shared<Q, T>>) {
    // SAFETY: the caller's promise; the last one to leave sees all that the other has done.
    unsafe {
        if shared.as_ref().left.swap(true, Ordering::AcqRel) {
            drop(Box::from_raw(shared.as_ptr()));
        }
    }
}

/// Runs in the thread: makes the call, and stores the result.
extern "C" fn answer<Q: FnOnce() -> Result<T>, T>(shared: *mut c_void) -> *mut c_void {
    let Some(pointer) = NonNull::new(shared.cast::<Shared<Q, T>>()) else { return ptr::null_mut() };
    // SAFETY: alive until both have left.
    let shared = unsafe { pointer.as_ref() };
    // SAFETY: the question is this thread's alone.
    let question = unsafe { (*shared.question.get()).take() };
    let asked = catch_unwind(AssertUnwindSafe(|| question.map(|question| question())));
    let answer = asked.ok().flatten();
    // Without an answer the thread has panicked.
    let answer = answer.unwrap_or(Err(Error::new("getaddrinfo", c::EIO)));
    let mut place = shared.answer.lock().unwrap_or_else(PoisonError::into_inner);
    place.result = Some(answer);
    if let Some(fd) = place.ready {
        sys::signal_wakeup(fd);
    }
    drop(place);
    shared.answered.notify_one();
    // SAFETY: this thread leaves once.
    unsafe { leave(pointer) };
    ptr::null_mut()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc::channel;

    use super::*;

    const SOON: Duration = Duration::from_millis(10);
    const LONG: Duration = Duration::from_secs(10);

    #[test]
    fn an_answer_comes_once() {
        let lookup = Lookup::start("test", || Ok(42)).expect("a thread");
        assert_eq!(lookup.wait(LONG), Waited::Answered(Ok(42)));
        assert_eq!(lookup.wait(SOON), Waited::Expired);
    }

    #[test]
    fn whoever_asks_need_not_wait_for_the_answer() {
        let (go, gate) = channel::<()>();
        let kept = Arc::new(());
        let held = Arc::clone(&kept);
        let lookup = Lookup::start("test", move || {
            let _ = gate.recv();
            Ok(held)
        })
        .expect("a thread");
        assert!(matches!(lookup.wait(SOON), Waited::Expired));
        drop(lookup);
        drop(go);
        // The thread frees the result if the caller has stopped waiting.
        while Arc::strong_count(&kept) > 1 {
            std::thread::sleep(SOON);
        }
    }

    #[test]
    fn a_panic_is_an_error() {
        let lookup = Lookup::start("test", || -> Result<()> { panic!("as the test wants") });
        let answer = lookup.expect("a thread").wait(LONG);
        assert_eq!(answer, Waited::Answered(Err(Error::new("getaddrinfo", c::EIO))));
    }
}
