//! Memory of each thread to receive into, before the bytes are copied to where they belong.

use std::cell::Cell;
use std::mem::MaybeUninit;
use std::ops::{Deref, DerefMut};

use crate::{Error, LARGEST_IP, Result};

/// Room for the largest packet of IP. What is not written to uses no memory.
///
/// A thread keeps one for its next receive. Who takes it while it is in use, from a finalizer or a signal
/// handler, gets another one.
pub struct Scratch(Vec<MaybeUninit<u8>>);

thread_local! {
    static KEPT: Cell<Option<Vec<MaybeUninit<u8>>>> = const { Cell::new(None) };
}

impl Scratch {
    /// The thread's; ENOMEM where there is no memory for it.
    pub fn take() -> Result<Self> {
        if let Some(kept) = KEPT.try_with(Cell::take).ok().flatten() {
            return Ok(Self(kept));
        }
        let mut room = Vec::new();
        room.try_reserve_exact(LARGEST_IP).map_err(|_| Error::new("recv", libc::ENOMEM))?;
        // SAFETY: the room is there, and need not be initialized.
        unsafe { room.set_len(LARGEST_IP) };
        Ok(Self(room))
    }
}

impl Deref for Scratch {
    type Target = [MaybeUninit<u8>];

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Scratch {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let room = std::mem::take(&mut self.0);
        // At the end of the thread there is nothing to keep it in.
        let _ = KEPT.try_with(|kept| kept.set(Some(room)));
    }
}
