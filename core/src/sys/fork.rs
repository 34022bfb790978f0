//! The generation of this process: the number of forks since the library was loaded.

use std::sync::Once;
use std::sync::atomic::{AtomicU16, Ordering};

static GENERATION: AtomicU16 = AtomicU16::new(0);

extern "C" fn count_fork() {
    GENERATION.fetch_add(1, Ordering::Relaxed);
}

/// Begins to count forks. A child has none of its parent's threads: what those were about to do will
/// never be done there.
pub(crate) fn watch() {
    static WATCHED: Once = Once::new();
    // SAFETY: the function lives as long as this code, and does nothing that a child may not.
    WATCHED.call_once(|| unsafe {
        libc::pthread_atfork(None, None, Some(count_fork));
    });
}

/// The number of forks that lead to this process.
#[inline]
pub(crate) fn generation() -> u16 {
    GENERATION.load(Ordering::Relaxed)
}
