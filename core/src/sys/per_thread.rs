//! Thread-local values.

use std::ffi::c_void;
use std::marker::PhantomData;
use std::ptr;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A pointer that each thread has for itself: null at first.
///
/// `thread_local!` would end the process where the C library has no memory for it. This tells.
pub struct PerThread<T> {
    /// The key and 1, or 0 while there is none.
    key: AtomicUsize,
    /// Gets what the thread has at its end, if that is not null.
    destructor: Option<unsafe extern "C" fn(*mut c_void)>,
    pointer: PhantomData<fn(*mut T) -> *mut T>,
}

impl<T> PerThread<T> {
    /// One that gives what a thread has at its end to `destructor`, if that is not null.
    pub const fn new(destructor: Option<unsafe extern "C" fn(*mut c_void)>) -> Self {
        Self { key: AtomicUsize::new(0), destructor, pointer: PhantomData }
    }

    /// The key, if it has been made. It is never deleted, and says nothing of other memory.
    #[inline]
    fn key(&self) -> Option<libc::pthread_key_t> {
        let key = self.key.load(Ordering::Relaxed).checked_sub(1)?;
        Some(key as libc::pthread_key_t)
    }

    /// Makes the key, unless another thread is faster.
    #[cold]
    fn make_key(&self) -> Option<libc::pthread_key_t> {
        let mut key = 0;
        // SAFETY: `key` is writable; the destructor stays mapped, since the library is never unloaded.
        if unsafe { libc::pthread_key_create(&raw mut key, self.destructor) } != 0 {
            return None;
        }
        let made = key as usize + 1;
        if self.key.compare_exchange(0, made, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
            return Some(key);
        }
        // SAFETY: nobody knows of it.
        unsafe { libc::pthread_key_delete(key) };
        self.key()
    }

    /// What the calling thread has.
    #[inline]
    pub fn get(&self) -> *mut T {
        match self.key() {
            // SAFETY: a key of ours, which is never deleted.
            Some(key) => unsafe { libc::pthread_getspecific(key) }.cast(),
            None => ptr::null_mut(),
        }
    }

    /// Gives the calling thread `pointer`, and tells whether that was possible. Null always is.
    pub fn set(&self, pointer: *mut T) -> bool {
        let Some(key) = self.key().or_else(|| self.make_key()) else { return pointer.is_null() };
        // SAFETY: a key of ours, which is never deleted.
        unsafe { libc::pthread_setspecific(key, pointer.cast()) == 0 }
    }
}
