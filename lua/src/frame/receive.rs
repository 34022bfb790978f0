//! Receiving: where the bytes lie until they are a Lua string.

use std::ffi::c_int;
use std::mem::MaybeUninit;
use std::slice;

use llsocket_core::{Outcome, Result};

use super::{Hold, Results, State};

/// A receive that is still to be made, in act three: it needs scratch memory, and the bytes in it
/// must become a Lua string before that is gone.
pub(crate) trait Receive {
    /// What comes with the bytes.
    type Rest: Copy + 'static;
    /// Receives into `buf`.
    fn receive(&self, buf: &mut [MaybeUninit<u8>]) -> Outcome<(usize, Self::Rest)>;
    /// Receives up to `size` bytes into memory that grows with what arrives.
    fn receive_vec(&self, size: usize) -> Outcome<(Vec<u8>, Self::Rest)>;
    /// Pushes what came. May raise.
    fn push(state: State<'_>, outcome: Outcome<(&[u8], Self::Rest)>) -> c_int;
}

/// A receive of so many bytes, or the error of asking for so many.
pub(crate) struct Received<R>(pub(crate) Result<usize>, pub(crate) R);

/// What fits into a function's frame without a thought.
const SMALL: usize = 4096;

/// What fits into a function's frame: the largest datagram of IP, and a usual piece of a stream.
const LARGE: usize = 65536;

impl<'s, R: Receive> Results<'s> for Received<R> {
    type Slot = ();

    #[inline]
    fn prepare(_: State<'s>) {}

    #[expect(clippy::inline_always, reason = "measured: a call and a copy of the outcome less")]
    #[inline(always)]
    fn push(self, state: State<'s>, (): ()) -> c_int {
        let Self(size, receive) = self;
        match size {
            Ok(size @ ..=SMALL) => scratch::<SMALL, R>(state, &receive, size),
            Ok(size @ ..=LARGE) => large(state, &receive, size),
            Ok(size) => huge(state, &receive, size),
            Err(error) => R::push(state, Outcome::Failed(error)),
        }
    }
}

#[inline]
fn scratch<const N: usize, R: Receive>(state: State<'_>, receive: &R, size: usize) -> c_int {
    let mut scratch = [MaybeUninit::<u8>::uninit(); N];
    let outcome = state.guard(|| receive.receive(&mut scratch[..size]));
    let outcome = outcome.map(|(len, rest)| {
        // SAFETY: the core has received so many bytes into it.
        (unsafe { slice::from_raw_parts(scratch.as_ptr().cast(), len) }, rest)
    });
    R::push(state, outcome)
}

/// Kept out of its caller, which would else have this much of a frame for a few bytes.
#[inline(never)]
fn large<R: Receive>(state: State<'_>, receive: &R, size: usize) -> c_int {
    scratch::<LARGE, R>(state, receive, size)
}

#[cold]
fn huge<R: Receive>(state: State<'_>, receive: &R, size: usize) -> c_int {
    let hold = Hold::new(state);
    match state.guard(|| receive.receive_vec(size)) {
        Outcome::Done(received) | Outcome::Part(received) => {
            hold.lend(received, |state, (msg, rest)| R::push(state, Outcome::Done((msg, *rest))))
        }
        Outcome::Again => R::push(state, Outcome::Again),
        Outcome::Closed => R::push(state, Outcome::Closed),
        Outcome::Failed(error) => R::push(state, Outcome::Failed(error)),
    }
}
