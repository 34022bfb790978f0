//! Waiting for one socket.

use std::time::Duration;

use libc::{POLLIN, POLLNVAL, POLLOUT, c_int, c_short};

use crate::{Error, Outcome, Seconds, Socket};

impl Socket {
    /// Waits until there is something to receive or accept, or the peer has closed.
    ///
    /// poll(2), for `sec` seconds, by default for ever; 0 asks at once. Says again when the time ran
    /// out or a signal came in. EDOM for a negative, infinite or undefined number.
    pub fn recvable(&self, sec: Option<Seconds>) -> Outcome<()> {
        self.wait(POLLIN, sec)
    }

    /// Waits until there is room to send, or a connection is made or has failed.
    ///
    /// poll(2), for `sec` seconds, by default for ever; 0 asks at once. Says again when the time ran
    /// out or a signal came in. EDOM for a negative, infinite or undefined number.
    pub fn sendable(&self, sec: Option<Seconds>) -> Outcome<()> {
        self.wait(POLLOUT, sec)
    }

    fn wait(&self, events: c_short, sec: Option<Seconds>) -> Outcome<()> {
        let timeout = match sec.map(Seconds::to_duration) {
            None => -1,
            Some(Some(span)) => millis(span),
            Some(None) => return Outcome::Failed(self.refusal("poll", libc::EDOM)),
        };
        let fd = self.fd();
        if fd < 0 {
            // poll(2) would pass over a negative descriptor, and wait for nothing.
            return Outcome::Failed(Error::new("poll", libc::EBADF));
        }
        let mut poll = libc::pollfd { fd, events, revents: 0 };
        // SAFETY: one entry, which outlives the call.
        match unsafe { libc::poll(&raw mut poll, 1, timeout) } {
            -1 => Outcome::refused("poll"),
            0 => Outcome::Again,
            // Closed before the call, or by another thread meanwhile.
            _ if poll.revents & POLLNVAL != 0 || self.fd() < 0 => {
                Outcome::Failed(Error::new("poll", libc::EBADF))
            }
            _ => Outcome::Done(()),
        }
    }
}

/// Whole milliseconds, rounded up so that a wait never ends early, and at most what poll takes.
fn millis(span: Duration) -> c_int {
    c_int::try_from(span.as_nanos().div_ceil(1_000_000)).unwrap_or(c_int::MAX)
}
