//! Sending files, from the page cache to the socket.

use crate::fd::RawFile;
use std::time::Instant;

use crate::{Error, Outcome, Progress, Readiness, Shared, Socket, c, sys, was_interrupted};

impl Socket {
    /// Sends up to `bytes` bytes of `file` from `offset` on, without copying them into the process.
    ///
    /// sendfile(2). Returns the number of bytes that were accepted, 0 at the end of the file. The
    /// file's own position does not change. EINVAL for a negative number.
    pub fn sendfile(&self, file: RawFile, bytes: i64, offset: i64) -> Outcome<usize> {
        let (Ok(count), Ok(offset @ 0..)) = (usize::try_from(bytes), c::off_t::try_from(offset))
        else {
            return Outcome::Failed(self.refusal("sendfile", c::EINVAL));
        };
        let sent = sys::without_sigpipe(count, || sys::sendfile(self.fd(), file, offset, count));
        match self.sent("sendfile", sent, count, 0) {
            // A file that ends is no socket that is full.
            Outcome::Part(0) if sent == 0 => Outcome::Done(0),
            outcome => outcome,
        }
    }
}

/// A sendfile(2) that goes on after signals, for the rest of the socket's sndtimeo.
pub struct SendFile {
    file: RawFile,
    bytes: i64,
    offset: i64,
    sent: usize,
    started: Instant,
}

impl SendFile {
    /// Begins to send up to `bytes` bytes of `file` from `offset` on.
    pub fn new(file: RawFile, bytes: i64, offset: i64) -> Self {
        Self { file, bytes, offset, sent: 0, started: Instant::now() }
    }

    /// Sends on, and gives the number of bytes that went in all.
    pub fn run(&mut self, shared: &Shared) -> Progress<usize> {
        let socket = shared.acquire();
        // No more went than was asked for, which fits.
        let sent = self.sent as i64;
        let offset = self.offset.saturating_add(sent);
        match socket.sendfile(self.file, self.bytes - sent, offset) {
            // The end of the file.
            Outcome::Done(0) if self.sent > 0 => self.end(&socket),
            Outcome::Done(count) => Progress::Ended(Outcome::Done(self.sent + count)),
            Outcome::Part(0) if !was_interrupted() => self.end(&socket),
            Outcome::Part(count) => {
                self.sent += count;
                if self.is_over(&socket) { self.end(&socket) } else { Progress::Interrupted }
            }
            _ if self.sent > 0 => self.end(&socket),
            outcome => Progress::Ended(outcome),
        }
    }

    fn end(&self, socket: &Socket) -> Progress<usize> {
        Progress::Ended(if self.sent == 0 && socket.fd() < 0 {
            Outcome::Failed(Error::new("sendfile", c::EBADF))
        } else {
            Outcome::Part(self.sent)
        })
    }

    /// Whether the socket does not wait, or has waited for long enough.
    fn is_over(&self, socket: &Socket) -> bool {
        socket.nonblock(None).unwrap_or(true) || socket.time_is_up(self.started, Readiness::Send)
    }
}
