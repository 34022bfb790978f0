//! Errors: the number, and the call that failed.

use std::ffi::c_void;
use std::fmt::{self, Write as _};

use crate::{PerThread, Text, c, memory, sys};

/// The result of a call that cannot block.
pub type Result<T> = std::result::Result<T, Error>;

/// An error number, and the call that answered with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Error {
    /// The failing call, as its manual page is named.
    pub call: &'static str,
    /// The number, and whose it is.
    pub reason: Reason,
}

/// An error number of one of the two kinds that the socket interface knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// An `errno`.
    Errno(i32),
    /// An `EAI_*` number of the resolver.
    Resolver(i32),
    /// What is to be an address in numbers is a name. Its number is EINVAL.
    NotNumeric,
    /// This process has no memory for the call. Its number is ENOMEM; the kernel's own ENOMEM is an
    /// [`Errno`](Self::Errno).
    Memory,
}

/// The error that a call failed with last.
static NOTED: PerThread<Error> = PerThread::new(Some(free));

/// # Safety
/// `noted` is from a box, and nobody uses it any more.
unsafe extern "C" fn free(noted: *mut c_void) {
    // SAFETY: the caller's promise.
    drop(unsafe { Box::from_raw(noted.cast::<Error>()) });
}

impl Error {
    /// The error `errno` of `call`.
    pub const fn new(call: &'static str, errno: i32) -> Self {
        Self { call, reason: Reason::Errno(errno) }
    }

    /// The resolver's error `code` of `call`.
    pub const fn resolver(call: &'static str, code: i32) -> Self {
        Self { call, reason: Reason::Resolver(code) }
    }

    /// `call` takes addresses in numbers, and has got a name.
    pub const fn not_numeric(call: &'static str) -> Self {
        Self { call, reason: Reason::NotNumeric }
    }

    /// `call` found no memory in this process.
    pub const fn memory(call: &'static str) -> Self {
        Self { call, reason: Reason::Memory }
    }

    /// What `errno` holds now, as `call` left it.
    pub(crate) fn last(call: &'static str) -> Self {
        Self::new(call, errno())
    }

    /// Remembers this error as the one that a call of this thread failed with last, if there is memory for it.
    #[cold]
    pub fn note(&self) {
        let noted = NOTED.get();
        // SAFETY: null, or this thread's alone.
        if let Some(noted) = unsafe { noted.as_mut() } {
            *noted = *self;
            return;
        }
        let Ok(noted) = memory::boxed("error", *self) else { return };
        let noted = Box::into_raw(noted);
        if !NOTED.set(noted) {
            // SAFETY: from a box, and nobody has it.
            drop(unsafe { Box::from_raw(noted) });
        }
    }

    /// The error that a call of this thread failed with last, where its number is `number` and its message `message`.
    pub fn noted(number: i32, message: &[u8]) -> Option<Self> {
        // SAFETY: null, or this thread's alone.
        let noted = *unsafe { NOTED.get().as_ref() }?;
        (noted.number() == number && noted.message().as_bytes() == message).then_some(noted)
    }

    /// The number: an `errno`, or `EAI_*`.
    pub const fn number(&self) -> i32 {
        match self.reason {
            Reason::Errno(number) | Reason::Resolver(number) => number,
            Reason::NotNumeric => c::EINVAL,
            Reason::Memory => c::ENOMEM,
        }
    }

    /// The number's description in the C locale, whatever locale the host has set; `not enough memory`
    /// where this process has none.
    pub fn message(&self) -> Text {
        sys::describe(self.reason)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.call, self.message())
    }
}

impl std::error::Error for Error {}

/// The calling thread's `errno`.
#[inline]
pub(crate) fn errno() -> i32 {
    sys::errno()
}

/// `status` of `call`, or the error where it is negative.
pub(crate) fn check(call: &'static str, status: i32) -> Result<i32> {
    if status < 0 { Err(Error::last(call)) } else { Ok(status) }
}

/// A description for a number that the system has none for.
pub(crate) fn unknown(number: i32) -> Text {
    let mut text = Text::new();
    let _ = write!(text, "Unknown error {number}");
    text
}
