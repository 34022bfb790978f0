//! Receiving: where the bytes lie until they are a Lua string.
//!
//! | size of the receive | where |
//! |---|---|
//! | up to 4096 | on the C stack |
//! | up to 65,536 | in a buffer of the thread's, which is allocated when it is first needed |
//! | more | in memory of its own, which is reserved and takes no more than what arrives |
//!
//! Making a string may run the collector, and so finalizers that receive in the same thread. From Lua 5.3 on that is after
//! the bytes have been copied. Before, nothing is in the thread's buffer while Lua is asked for memory: a few bytes are
//! copied to the C stack, and for many the buffer is taken away from the thread meanwhile.

use std::alloc::{Layout, alloc, dealloc};
use std::ffi::{c_int, c_void};
use std::mem::MaybeUninit;
use std::ptr::{self, NonNull};
use std::slice;

use llsocket_core::{Outcome, PerThread};

use super::{Results, State};

/// A receive that is still to be made, in the push phase: it needs memory, and the bytes in it must become a Lua string
/// before that is gone.
pub(crate) trait Receive {
    /// Who sent the bytes, where that is asked for.
    type Sender: 'static;
    /// The place for the sender.
    fn nobody() -> Self::Sender;
    /// Receives into `buf`.
    fn receive(&self, buf: &mut [MaybeUninit<u8>], sender: &mut Self::Sender) -> Outcome<usize>;
    /// Receives up to `size` bytes into memory that grows with what arrives, or says what is wrong with `size`.
    fn receive_vec(&self, size: usize, sender: &mut Self::Sender) -> Outcome<Vec<u8>>;
    /// Pushes what came to the socket at 1. May raise.
    fn push(state: State<'_>, outcome: Outcome<&[u8]>, sender: &Self::Sender) -> c_int;
}

/// A receive of so many bytes.
pub(crate) struct Received<R>(pub(crate) usize, pub(crate) R);

/// What fits on the C stack, also in a host's thread with a small stack.
const STACK_SIZE: usize = 4096;
const ABOVE_STACK_SIZE: usize = STACK_SIZE + 1;

/// The largest datagram of IP, and a usual piece of a stream.
const BUFFER_SIZE: usize = 65536;

/// A buffer of a thread's.
type Buffer = [MaybeUninit<u8>; BUFFER_SIZE];

/// The calling thread's buffer, or null while it has none.
static BUFFER: PerThread<Buffer> = PerThread::new(Some(free));

/// # Safety
/// `buffer` is from [`allocate`], and nobody uses it any more.
unsafe extern "C" fn free(buffer: *mut c_void) {
    // SAFETY: the caller's promise.
    unsafe { dealloc(buffer.cast(), Layout::new::<Buffer>()) };
}

impl<'s, R: Receive> Results<'s> for Received<R> {
    type Prepared = ();

    #[inline]
    fn prepare(_: State<'s>) {}

    #[expect(clippy::inline_always, reason = "measured: a call and a copy of the outcome less")]
    #[inline(always)]
    fn push(self, state: State<'s>, (): ()) -> c_int {
        let Self(size, receive) = self;
        let mut stack = [MaybeUninit::<u8>::uninit(); STACK_SIZE];
        let start = match size {
            1..=STACK_SIZE => stack.as_mut_ptr(),
            ABOVE_STACK_SIZE..=BUFFER_SIZE => match buffer() {
                Some(buffer) => buffer.as_ptr().cast(),
                None => return recv_heap(state, &receive, size),
            },
            _ => return recv_heap(state, &receive, size),
        };
        // SAFETY: either has so much room; nobody else uses the thread's buffer before Lua is asked for memory.
        let buf = unsafe { slice::from_raw_parts_mut(start, size) };
        let mut sender = R::nobody();
        let outcome = state.guard(|| receive.receive(buf, &mut sender));
        let mut start = start.cast_const();
        if COLLECTS_FIRST && size > STACK_SIZE {
            // Nothing stays in the thread's buffer while Lua is asked for memory.
            if let Outcome::Done(len) = outcome {
                if len > STACK_SIZE {
                    return push_64k::<R>(state, len, &sender);
                }
                // SAFETY: the core has received so many bytes, and they are not on the stack.
                unsafe { start.copy_to_nonoverlapping(stack.as_mut_ptr(), len) };
                start = stack.as_ptr();
            }
        }
        // SAFETY: the core has received so many bytes.
        R::push(state, outcome.map(|len| unsafe { received(start, len) }), &sender)
    }
}

/// Whether Lua may run the collector before it copies the bytes of a new string.
const COLLECTS_FIRST: bool = cfg!(any(feature = "lua51", feature = "lua52", feature = "luajit"));

/// Pushes what is in the thread's buffer, which the thread has not meanwhile.
#[inline(never)]
fn push_64k<R: Receive>(state: State<'_>, len: usize, sender: &R::Sender) -> c_int {
    let buffer = BUFFER.get();
    BUFFER.set(ptr::null_mut());
    state.push_copy(1);
    let pushed = state.protect(1, |state| {
        // SAFETY: the core has received so many bytes into it, and it is nobody's but ours.
        let msg = unsafe { received((*buffer).as_ptr(), len) };
        R::push(state, Outcome::Done(msg), sender)
    });
    if BUFFER.get().is_null() {
        BUFFER.set(buffer);
    } else {
        // SAFETY: a finalizer has made the thread another one, and nobody uses this one any more.
        unsafe { free(buffer.cast()) };
    }
    state.raise_again(pushed)
}

/// The bytes that were received.
///
/// # Safety
/// They are so many, from `start` on, for as long as they are used.
#[inline]
unsafe fn received<'b>(start: *const MaybeUninit<u8>, len: usize) -> &'b [u8] {
    // SAFETY: the caller's promise.
    unsafe { slice::from_raw_parts(start.cast(), len) }
}

/// The thread's buffer, if there is memory for it.
#[inline]
fn buffer() -> Option<NonNull<Buffer>> {
    NonNull::new(BUFFER.get()).or_else(allocate)
}

#[cold]
fn allocate() -> Option<NonNull<Buffer>> {
    // SAFETY: the layout has a size.
    let buffer = NonNull::new(unsafe { alloc(Layout::new::<Buffer>()) }.cast::<Buffer>())?;
    if BUFFER.set(buffer.as_ptr()) {
        return Some(buffer);
    }
    // SAFETY: nobody knows of it.
    unsafe { free(buffer.as_ptr().cast()) };
    None
}

/// Receives into memory of its own, or says what is wrong with `size`.
#[cold]
fn recv_heap<R: Receive>(state: State<'_>, receive: &R, size: usize) -> c_int {
    let mut sender = R::nobody();
    match state.guard(|| receive.receive_vec(size, &mut sender)) {
        Outcome::Done(msg) | Outcome::Part(msg) => {
            state.push_copy(1);
            state.push_owned(1, msg, drop, |state, msg| R::push(state, Outcome::Done(msg), &sender))
        }
        Outcome::Again => R::push(state, Outcome::Again, &sender),
        Outcome::Closed => R::push(state, Outcome::Closed, &sender),
        Outcome::Failed(error) | Outcome::Broken(_, error) => {
            R::push(state, Outcome::Failed(error), &sender)
        }
    }
}
