//! The outcome of a call that may block: done, again, closed or failed.

use crate::{Error, c, error};

/// The outcome of a call that may block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    /// All that was asked for.
    Done(T),
    /// A part of it; the rest is for the next call. A send that would block has sent 0 bytes.
    Part(T),
    /// Nothing yet: the call would block, its time ran out, or a signal came in.
    Again,
    /// Nothing more: the peer has closed.
    Closed,
    /// Nothing, and this is why.
    Failed(Error),
    /// A part of it, and why there is no more.
    Broken(T, Error),
}

impl<T> Outcome<T> {
    /// The same outcome of another value.
    pub fn map<U>(self, convert: impl FnOnce(T) -> U) -> Outcome<U> {
        match self {
            Self::Done(value) => Outcome::Done(convert(value)),
            Self::Part(value) => Outcome::Part(convert(value)),
            Self::Again => Outcome::Again,
            Self::Closed => Outcome::Closed,
            Self::Failed(error) => Outcome::Failed(error),
            Self::Broken(value, error) => Outcome::Broken(convert(value), error),
        }
    }

    /// The same outcome of another value, unless making that fails.
    pub fn try_map<U, E>(
        self,
        convert: impl FnOnce(T) -> std::result::Result<U, E>,
    ) -> std::result::Result<Outcome<U>, E> {
        Ok(match self {
            Self::Done(value) => Outcome::Done(convert(value)?),
            Self::Part(value) => Outcome::Part(convert(value)?),
            Self::Again => Outcome::Again,
            Self::Closed => Outcome::Closed,
            Self::Failed(error) => Outcome::Failed(error),
            Self::Broken(value, error) => Outcome::Broken(convert(value)?, error),
        })
    }

    /// The value, if there is one.
    pub fn done(self) -> Option<T> {
        match self {
            Self::Done(value) | Self::Part(value) | Self::Broken(value, _) => Some(value),
            Self::Again | Self::Closed | Self::Failed(_) => None,
        }
    }

    /// The outcome of `call` after it answered -1 to someone who waits or receives.
    #[inline]
    pub(crate) fn refused(call: &'static str) -> Self {
        let errno = error::errno();
        match Meaning::of(errno) {
            Meaning::WouldBlock | Meaning::Interrupted => Self::Again,
            _ => Self::Failed(Error::new(call, errno)),
        }
    }
}

impl Outcome<()> {
    /// The result of a call that, when it has waited, has nothing to say but whether it failed.
    pub fn result(self) -> crate::Result<()> {
        match self {
            Self::Failed(error) => Err(error),
            _ => Ok(()),
        }
    }
}

/// Whether the call that this thread made last was interrupted by a signal.
pub fn was_interrupted() -> bool {
    is_interrupted(error::errno())
}

impl<T> From<crate::Result<T>> for Outcome<T> {
    fn from(result: crate::Result<T>) -> Self {
        match result {
            Ok(value) => Self::Done(value),
            Err(error) => Self::Failed(error),
        }
    }
}

/// Whether `errno` says that a signal came in.
pub(crate) fn is_interrupted(errno: i32) -> bool {
    Meaning::of(errno) == Meaning::Interrupted
}

/// What an error number means to a call that may block. Only this says which number means what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// The call would block, or has blocked for as long as rcvtimeo or sndtimeo allow.
    WouldBlock,
    /// A signal came in.
    Interrupted,
    /// A connection is being made (connect, and a send with MSG_FASTOPEN).
    InProgress,
    /// A connection is being made by an earlier call.
    Already,
    /// There is a connection.
    Connected,
    /// A connection was gone before it was accepted.
    Aborted,
    /// The sending side is shut down, or the connection is.
    BrokenPipe,
    /// The peer has reset the connection.
    Reset,
    /// There is no connection.
    NotConnected,
    /// The call has failed.
    Failure,
}

impl Meaning {
    /// What `errno` means.
    #[inline]
    pub(crate) const fn of(errno: i32) -> Self {
        match errno {
            // One number on most systems.
            _ if errno == c::EAGAIN || errno == c::EWOULDBLOCK => Self::WouldBlock,
            c::EINTR => Self::Interrupted,
            c::EINPROGRESS => Self::InProgress,
            c::EALREADY => Self::Already,
            c::EISCONN => Self::Connected,
            c::ECONNABORTED => Self::Aborted,
            c::EPIPE => Self::BrokenPipe,
            c::ECONNRESET => Self::Reset,
            c::ENOTCONN => Self::NotConnected,
            _ => Self::Failure,
        }
    }
}
