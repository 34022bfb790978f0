//! Descriptors of sockets and of files, by the names that the rest of this crate and the bindings use.

use std::sync::atomic::AtomicI32;

pub use std::os::fd::{AsRawFd, FromRawFd, IntoRawFd, OwnedFd};

/// The descriptor of a socket; -1 stands for none.
pub type RawFd = std::os::fd::RawFd;

/// The descriptor of a file. Where sockets are not files, it is of another type.
pub type RawFile = std::os::fd::RawFd;

/// A descriptor of a socket that threads share.
pub(crate) type AtomicRawFd = AtomicI32;
