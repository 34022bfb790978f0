//! Sends and receives that go on until the whole is done.

use crate::c::SOCK_STREAM;
use crate::send_recv::next_room;
use crate::{Attempt, Error, Outcome, Progress, Readiness, Seconds, Socket, c, nowait};

/// A send of a whole message, by as many calls as it takes.
#[derive(Debug, Default)]
pub struct SendAll {
    sent: usize,
}

impl SendAll {
    /// Begins to send `msg` on `socket`, or says that there is nothing to do.
    pub fn new(socket: &Socket, msg: &[u8]) -> std::result::Result<Self, Outcome<usize>> {
        if socket.socktype() != SOCK_STREAM {
            return Err(Outcome::Failed(socket.refusal("send", c::EOPNOTSUPP)));
        }
        if msg.is_empty() {
            return Err(if socket.fd() < 0 {
                Outcome::Failed(Error::new("send", c::EBADF))
            } else {
                Outcome::Done(0)
            });
        }
        Ok(Self::default())
    }

    /// Sends as much of what is left of `msg` as goes at once.
    pub fn attempt(&mut self, socket: &Socket, msg: &[u8]) -> Attempt<()> {
        match socket.send(&msg[self.sent..], nowait(0)) {
            Outcome::Done(count) => {
                self.sent += count;
                Attempt::Ended(Outcome::Done(()))
            }
            Outcome::Part(0) => Attempt::WouldBlock,
            Outcome::Part(count) => {
                self.sent += count;
                Attempt::Progressed
            }
            outcome => Attempt::Ended(outcome.map(drop)),
        }
    }

    /// The outcome of the whole, of which the last attempt or wait came to `outcome`.
    pub fn end(self, outcome: Outcome<()>) -> Outcome<usize> {
        match outcome {
            Outcome::Again => Outcome::Part(self.sent),
            Outcome::Failed(error) if self.sent > 0 => Outcome::Broken(self.sent, error),
            outcome => outcome.map(|()| self.sent),
        }
    }
}

/// A receive of an exact number of bytes, by as many calls as it takes.
#[derive(Debug)]
pub struct RecvExactly {
    msg: Vec<u8>,
    size: usize,
}

impl RecvExactly {
    /// Begins to receive `size` bytes from `socket`, or says that there is nothing to do.
    pub fn new(socket: &Socket, size: i64) -> std::result::Result<Self, Outcome<Vec<u8>>> {
        let refused = |errno| Err(Outcome::Failed(socket.refusal("recv", errno)));
        if socket.socktype() != SOCK_STREAM {
            return refused(c::EOPNOTSUPP);
        }
        match usize::try_from(size) {
            Ok(0) if socket.fd() >= 0 => Err(Outcome::Done(Vec::new())),
            Ok(0) => refused(c::EBADF),
            Ok(size) => Ok(Self { msg: Vec::new(), size }),
            Err(_) => refused(c::EINVAL),
        }
    }

    /// Receives as much of what is missing as is there.
    pub fn attempt(&mut self, socket: &Socket) -> Attempt<()> {
        let before = self.msg.len();
        loop {
            let room = next_room(&self.msg, self.size);
            match socket.append(&mut self.msg, room, nowait(0)) {
                Outcome::Done(_) if self.msg.len() == self.size => {
                    return Attempt::Ended(Outcome::Done(()));
                }
                // The room was filled, and there may be more.
                Outcome::Done(count) if count == room => {}
                Outcome::Done(_) => return Attempt::Progressed,
                Outcome::Again if self.msg.len() > before => return Attempt::Progressed,
                Outcome::Again => return Attempt::WouldBlock,
                outcome => return Attempt::Ended(outcome.map(drop)),
            }
        }
    }

    /// The outcome of the whole, of which the last attempt or wait came to `outcome`.
    pub fn end(self, outcome: Outcome<()>) -> Outcome<Vec<u8>> {
        let Self { msg, .. } = self;
        match outcome {
            _ if msg.is_empty() => outcome.map(|()| msg),
            Outcome::Again => Outcome::Part(msg),
            // What came is shorter than what was asked for, which tells of the end.
            Outcome::Closed => Outcome::Done(msg),
            Outcome::Failed(error) => Outcome::Broken(msg, error),
            outcome => outcome.map(|()| msg),
        }
    }
}

impl Socket {
    /// Sends the whole of `msg`, on blocking and non-blocking sockets, and returns its length.
    ///
    /// send(2) and ppoll(2), for stream sockets; EOPNOTSUPP on others. `sec` limits the time in all, EDOM
    /// for a negative, infinite or undefined number. Without `sec`, each wait of a blocking socket lasts as
    /// long as sndtimeo says, and a non-blocking one waits for ever. When the time has expired the result
    /// is the number of bytes that were sent, and `again`. If the call fails after bytes were sent, the
    /// result is their number, and the error. Nothing is kept for a later call. In Lua a signal ends the
    /// call as an expired time does.
    pub fn sendall(&self, msg: &[u8], sec: Option<Seconds>) -> Outcome<usize> {
        let mut sending = match SendAll::new(self, msg) {
            Ok(sending) => sending,
            Err(outcome) => return outcome,
        };
        let outcome = self.whole(Readiness::Send, sec, |socket| sending.attempt(socket, msg));
        sending.end(outcome)
    }

    /// Receives exactly `size` bytes of a stream, on blocking and non-blocking sockets.
    ///
    /// recv(2) and ppoll(2), for stream sockets; EOPNOTSUPP on others. A negative size is EINVAL, and 0
    /// bytes are received without a call. Memory is used only for the bytes that arrive. `sec` limits the
    /// time in all, EDOM for a negative, infinite or undefined number. Without `sec`, each wait of a
    /// blocking socket lasts as long as rcvtimeo says, and a non-blocking one waits for ever. When the time
    /// has expired the result is what came, if anything, and `again`. If the peer closes before the last
    /// byte, the result is shorter than `size`; before the first byte it is the end. If the call fails
    /// after bytes came, the result is these bytes, and the error. The bytes are the caller's: nothing is
    /// kept for a later call. In Lua a signal ends the call as an expired time does; in Python, if a
    /// signal handler raises an exception, what had come is lost.
    pub fn recvexactly(&self, size: i64, sec: Option<Seconds>) -> Outcome<Vec<u8>> {
        let mut receiving = match RecvExactly::new(self, size) {
            Ok(receiving) => receiving,
            Err(outcome) => return outcome,
        };
        let outcome = self.whole(Readiness::Recv, sec, |socket| receiving.attempt(socket));
        receiving.end(outcome)
    }

    /// Tries at once, and then waits and tries until `attempt` has ended. No other thread closes the socket
    /// meanwhile.
    fn whole(
        &self,
        readiness: Readiness,
        sec: Option<Seconds>,
        mut attempt: impl FnMut(&Self) -> Attempt<()>,
    ) -> Outcome<()> {
        let mut blocking = match self.all(readiness, sec) {
            Ok(blocking) => blocking,
            Err(error) => return Outcome::Failed(error),
        };
        if let Attempt::Ended(outcome) = attempt(self) {
            return outcome;
        }
        match blocking.run(attempt) {
            Progress::Ended(outcome) => outcome,
            Progress::Interrupted => Outcome::Again,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_before_an_error_stays() -> crate::Result<()> {
        let [one, other] = Socket::pair(SOCK_STREAM, true, 0)?;
        other.send(b"abc", 0);
        let Ok(mut receiving) = RecvExactly::new(&one, 5) else {
            panic!("there is something to do")
        };
        assert!(matches!(receiving.attempt(&one), Attempt::Progressed));
        let reset = Error::new("recv", c::ECONNRESET);
        assert_eq!(receiving.end(Outcome::Failed(reset)), Outcome::Broken(b"abc".to_vec(), reset));
        Ok(())
    }
}
