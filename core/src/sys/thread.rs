//! Threads whose start can fail: `std::thread` aborts the process where there is no memory for one.

use std::ffi::c_void;
use std::mem::MaybeUninit;

/// Starts a thread that nobody joins, and that no signal is delivered to: they belong to the threads of the host.
/// False where there can be none. The library is never unloaded under it.
pub(crate) fn start_thread(
    run: extern "C" fn(*mut c_void) -> *mut c_void,
    argument: *mut c_void,
) -> bool {
    /// As much as the standard library gives its threads; resolvers load modules that want some.
    const STACK: usize = 2 << 20;
    let mut attributes = MaybeUninit::<libc::pthread_attr_t>::uninit();
    let mut thread = MaybeUninit::<libc::pthread_t>::uninit();
    let mut all = MaybeUninit::<libc::sigset_t>::uninit();
    let mut before = MaybeUninit::<libc::sigset_t>::uninit();
    // SAFETY: the sets are filled, and the attributes initialised, before they are used; the attributes are destroyed
    // once; `argument` is what `run` takes.
    unsafe {
        if libc::pthread_attr_init(attributes.as_mut_ptr()) != 0 {
            return false;
        }
        libc::pthread_attr_setdetachstate(attributes.as_mut_ptr(), libc::PTHREAD_CREATE_DETACHED);
        libc::pthread_attr_setstacksize(attributes.as_mut_ptr(), STACK);
        libc::sigfillset(all.as_mut_ptr());
        // The thread inherits the mask.
        libc::pthread_sigmask(libc::SIG_SETMASK, all.as_ptr(), before.as_mut_ptr());
        let status = libc::pthread_create(thread.as_mut_ptr(), attributes.as_ptr(), run, argument);
        libc::pthread_sigmask(libc::SIG_SETMASK, before.as_ptr(), std::ptr::null_mut());
        libc::pthread_attr_destroy(attributes.as_mut_ptr());
        status == 0
    }
}
