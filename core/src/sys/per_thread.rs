//! Thread-local values.

use std::ffi::c_void;
use std::marker::PhantomData;
use std::ptr;
use std::sync::OnceLock;

/// A pointer that each thread has for itself: null at first.
///
/// `thread_local!` would end the process where the C library has no memory for it. This tells.
pub struct PerThread<T> {
    key: OnceLock<Option<libc::pthread_key_t>>,
    /// Gets what the thread has at its end, if that is not null.
    destructor: Option<unsafe extern "C" fn(*mut c_void)>,
    pointer: PhantomData<fn(*mut T) -> *mut T>,
}

impl<T> PerThread<T> {
    /// One that gives what a thread has at its end to `destructor`, if that is not null.
    pub const fn new(destructor: Option<unsafe extern "C" fn(*mut c_void)>) -> Self {
        Self { key: OnceLock::new(), destructor, pointer: PhantomData }
    }

    #[inline]
    fn key(&self) -> Option<libc::pthread_key_t> {
        *self.key.get_or_init(|| {
            let mut key = 0;
            // SAFETY: `key` is writable; the destructor stays mapped, since the library is never unloaded.
            (unsafe { libc::pthread_key_create(&raw mut key, self.destructor) } == 0).then_some(key)
        })
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
        // SAFETY: a key of ours, which is never deleted.
        self.key().is_some_and(|key| unsafe { libc::pthread_setspecific(key, pointer.cast()) } == 0)
    }
}
