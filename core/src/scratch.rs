//! Memory of each thread to receive into, before the bytes are copied to where they belong.

use std::alloc::{Layout, alloc, dealloc};
use std::ffi::c_void;
use std::mem::MaybeUninit;
use std::ops::{Deref, DerefMut};
use std::ptr::{self, NonNull};

use crate::{Error, LARGEST_IP, PerThread, Result};

type Room = [MaybeUninit<u8>; LARGEST_IP];

/// Room for the largest packet of IP. What is not written to uses no memory.
///
/// A thread keeps one for its next receive. Whoever takes it while it is in use, from a finalizer or a signal
/// handler, gets another one.
pub struct Scratch(NonNull<Room>);

// SAFETY: plain memory, which nobody else refers to.
unsafe impl Send for Scratch {}

/// What the thread keeps, or null.
static KEPT: PerThread<Room> = PerThread::new(Some(free));

/// # Safety
/// `room` is from [`Scratch::take`], and nobody uses it any more.
unsafe extern "C" fn free(room: *mut c_void) {
    // SAFETY: the caller's promise.
    unsafe { dealloc(room.cast(), Layout::new::<Room>()) };
}

impl Scratch {
    /// The thread's; ENOMEM where there is no memory for it.
    #[inline]
    pub fn take() -> Result<Self> {
        match NonNull::new(KEPT.get()) {
            Some(kept) => {
                KEPT.set(ptr::null_mut());
                Ok(Self(kept))
            }
            None => Self::allocate(),
        }
    }

    #[cold]
    fn allocate() -> Result<Self> {
        // SAFETY: the layout has a size.
        let room = NonNull::new(unsafe { alloc(Layout::new::<Room>()) }.cast());
        room.map(Self).ok_or(Error::memory("recv"))
    }
}

impl Deref for Scratch {
    type Target = [MaybeUninit<u8>];

    fn deref(&self) -> &Self::Target {
        // SAFETY: ours alone, and as large as that.
        unsafe { self.0.as_ref() }
    }
}

impl DerefMut for Scratch {
    fn deref_mut(&mut self) -> &mut Self::Target {
        // SAFETY: ours alone, and as large as that.
        unsafe { self.0.as_mut() }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Another one may have been put back meanwhile; and there may be no memory to keep any.
        if !KEPT.get().is_null() || !KEPT.set(self.0.as_ptr()) {
            // SAFETY: nobody uses it any more.
            unsafe { free(self.0.as_ptr().cast()) };
        }
    }
}
