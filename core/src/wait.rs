//! Waiting for one socket.

use std::time::{Duration, Instant};

use crate::c::{POLLIN, POLLNVAL, POLLOUT, c_short, pollfd};
use crate::sys::EdgePoll;
use crate::{Error, Outcome, Result, Seconds, Shared, Socket, c, sys, was_interrupted};

/// What a call waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// There is something to receive or accept, or the peer has closed.
    Recv,
    /// There is room to send, or a connection is made or has failed.
    Send,
}

impl Readiness {
    fn events(self) -> c_short {
        match self {
            Self::Recv => POLLIN,
            Self::Send => POLLOUT,
        }
    }
}

impl Socket {
    /// Waits until there is something to receive or accept, or the peer has closed.
    ///
    /// ppoll(2), for `sec` seconds, by default without a limit; 0 does not wait. Returns `again`
    /// when the time has expired or, in Lua, a signal has arrived. EDOM for a negative, infinite or
    /// undefined number. A socket whose error queue (recverr) is not empty is ready.
    pub fn recvable(&self, sec: Option<Seconds>) -> Outcome<()> {
        self.wait(Readiness::Recv, sec)
    }

    /// Waits until there is room to send, or a connection is established or has failed.
    ///
    /// ppoll(2), for `sec` seconds, by default without a limit; 0 does not wait. Returns `again`
    /// when the time has expired or, in Lua, a signal has arrived. EDOM for a negative, infinite or
    /// undefined number. A unix datagram socket without a peer is always ready, even if the
    /// receiver's queue is full.
    pub fn sendable(&self, sec: Option<Seconds>) -> Outcome<()> {
        self.wait(Readiness::Send, sec)
    }

    fn wait(&self, readiness: Readiness, sec: Option<Seconds>) -> Outcome<()> {
        let time = match self.duration(sec) {
            Ok(time) => time,
            Err(error) => return Outcome::Failed(error),
        };
        match poll(self, readiness.events(), None, time) {
            Polled::Ready => Outcome::Done(()),
            Polled::TimedOut | Polled::Interrupted => Outcome::Again,
            Polled::Failed(error) => Outcome::Failed(error),
        }
    }

    /// Whether the receiving side is shut down, so that a receive does not wait.
    pub fn is_recv_shutdown(&self) -> bool {
        let events = sys::POLLRDHUP;
        let mut entry = [pollfd { fd: self.fd(), events, revents: 0 }];
        sys::poll(&mut entry, Some(Duration::ZERO)) > 0 && entry[0].revents & events != 0
    }

    /// Whether a receive of `size` bytes has to wait for more than is there, by rcvlowat.
    pub fn is_below_lowat(&self, size: usize) -> bool {
        let lowat = self.rcvlowat(None).map_or(0, |lowat| usize::try_from(lowat.0).unwrap_or(0));
        self.available() < lowat.min(size) && !self.is_hung_up()
    }

    /// Whether nothing more will come than what is there to receive.
    pub fn is_hung_up(&self) -> bool {
        let events = sys::POLLRDHUP;
        let mut entry = [pollfd { fd: self.fd(), events, revents: 0 }];
        sys::poll(&mut entry, Some(Duration::ZERO)) > 0
    }

    /// How long a call may wait, by rcvtimeo or sndtimeo.
    fn limit(&self, readiness: Readiness) -> Result<Option<Duration>> {
        let limit = match readiness {
            Readiness::Recv => self.rcvtimeo(None),
            Readiness::Send => self.sndtimeo(None),
        }?;
        Ok(if limit.0 > 0.0 { limit.to_duration() } else { None })
    }

    /// Whether a call that began at `started` has waited for as long as it may.
    pub(crate) fn time_is_up(&self, started: Instant, readiness: Readiness) -> bool {
        // A socket that does not tell is gone.
        self.limit(readiness)
            .map_or(true, |limit| limit.is_some_and(|limit| started.elapsed() >= limit))
    }

    /// The span of `sec`; EDOM where it is none.
    fn duration(&self, sec: Option<Seconds>) -> Result<Option<Duration>> {
        sec.map(|sec| sec.to_duration().ok_or_else(|| self.refusal("poll", c::EDOM))).transpose()
    }
}

/// What a poll came to.
enum Polled {
    Ready,
    TimedOut,
    Interrupted,
    Failed(Error),
}

/// The error of a wait for a socket that is closed.
fn closed() -> Error {
    Error::new("poll", c::EBADF)
}

/// Polls `socket`, and beside it `wakeup`, for at most `time`.
fn poll(socket: &Socket, events: c_short, wakeup: Option<i32>, time: Option<Duration>) -> Polled {
    let fd = socket.fd();
    if fd < 0 {
        // poll(2) would pass over a negative descriptor, and wait for nothing.
        return Polled::Failed(closed());
    }
    let mut entries = [
        pollfd { fd, events, revents: 0 },
        pollfd { fd: wakeup.unwrap_or(-1), events: POLLIN, revents: 0 },
    ];
    let count = if wakeup.is_some() { 2 } else { 1 };
    let status = sys::poll(&mut entries[..count], time);
    polled(status, socket, entries[0].revents & POLLNVAL != 0)
}

fn polled(status: i32, socket: &Socket, is_invalid: bool) -> Polled {
    match status {
        -1 if was_interrupted() => Polled::Interrupted,
        -1 => Polled::Failed(Error::last("poll")),
        // Closed before the call, or by another thread meanwhile.
        _ if is_invalid || socket.fd() < 0 => Polled::Failed(closed()),
        0 => Polled::TimedOut,
        _ => Polled::Ready,
    }
}

/// What one attempt of a call came to, on a socket that must not block in the kernel.
#[derive(Debug)]
pub enum Attempt<T> {
    /// The call has ended.
    Ended(Outcome<T>),
    /// A part is done, and the rest would block.
    Progressed,
    /// It would block.
    WouldBlock,
    /// A signal came in.
    Interrupted,
}

impl<T> From<Outcome<T>> for Attempt<T> {
    fn from(outcome: Outcome<T>) -> Self {
        match outcome {
            Outcome::Again => Self::WouldBlock,
            outcome => Self::Ended(outcome),
        }
    }
}

/// How far a [`Blocking`] call has come.
#[derive(Debug)]
pub enum Progress<T> {
    /// The call has ended.
    Ended(Outcome<T>),
    /// A signal came in: its handlers run, and then the call goes on.
    Interrupted,
}

/// A call on a blocking socket that waits outside the kernel's call, so that close can wake it.
///
/// The wait is ppoll(2) over the socket and a wake-up descriptor; the call itself is then made with
/// MSG_DONTWAIT. It ends in time: the socket's rcvtimeo or sndtimeo count from its beginning.
pub struct Blocking<'a> {
    owner: Owner<'a>,
    events: c_short,
    deadline: Option<Instant>,
    /// The time that each wait has anew after a part was done; else all have `deadline` together.
    each: Option<Duration>,
}

/// Who has the socket that a call waits for.
#[derive(Clone, Copy)]
enum Owner<'a> {
    /// Several threads, one of which may close it.
    Shared(&'a Shared),
    /// The calling thread.
    Alone(&'a Socket),
}

/// The maximum time of one wait without a wake-up descriptor, which close cannot end.
const UNWAKEABLE: Duration = Duration::from_millis(50);

/// The maximum time of one wait for something of which the system reports no event.
const UNTOLD: Duration = Duration::from_millis(10);

impl Shared<Socket> {
    /// Begins a call that waits, if the socket is one whose calls wait (not O_NONBLOCK).
    pub fn blocking(&self, readiness: Readiness) -> Result<Option<Blocking<'_>>> {
        let socket = self.acquire();
        if socket.nonblock(None)? {
            return Ok(None);
        }
        Ok(Some(self.until(readiness, socket.limit(readiness)?, Instant::now())))
    }

    /// Begins to wait for `sec` seconds at most; EDOM where that is no span.
    pub fn waiting(&self, readiness: Readiness, sec: Option<Seconds>) -> Result<Blocking<'_>> {
        Ok(self.until(readiness, self.acquire().duration(sec)?, Instant::now()))
    }

    /// Goes on with a call that began at `started`, for the rest of the socket's own limit.
    pub(crate) fn resumed(&self, readiness: Readiness, started: Instant) -> Blocking<'_> {
        // Without a descriptor there is no limit, and poll(2) says why.
        self.until(readiness, self.acquire().limit(readiness).unwrap_or(None), started)
    }

    fn until(
        &self,
        readiness: Readiness,
        limit: Option<Duration>,
        started: Instant,
    ) -> Blocking<'_> {
        Blocking::new(Owner::Shared(self), readiness, limit, started)
    }

    /// Begins a call that goes on until all is done, on sockets that wait and on those that do not: for
    /// `sec` seconds at most in all, EDOM where that is no span. Without `sec`, each of its waits lasts as
    /// long as those of other calls of a blocking socket may; of a non-blocking one, for ever.
    pub fn all(&self, readiness: Readiness, sec: Option<Seconds>) -> Result<Blocking<'_>> {
        let limit = self.acquire().limit_of_all(readiness, sec)?;
        Ok(limit.of(Owner::Shared(self), readiness))
    }
}

impl Socket {
    /// Begins a call as [`Shared::all`] does, on a socket that no other thread can close meanwhile.
    pub(crate) fn all(&self, readiness: Readiness, sec: Option<Seconds>) -> Result<Blocking<'_>> {
        Ok(self.limit_of_all(readiness, sec)?.of(Owner::Alone(self), readiness))
    }

    fn limit_of_all(&self, readiness: Readiness, sec: Option<Seconds>) -> Result<Limit> {
        if sec.is_some() {
            return Ok(Limit::InAll(self.duration(sec)?));
        }
        let each = if self.nonblock(None)? { None } else { self.limit(readiness)? };
        Ok(Limit::Each(each))
    }
}

/// How long a call may wait that goes on until all is done.
enum Limit {
    InAll(Option<Duration>),
    Each(Option<Duration>),
}

impl Limit {
    fn of(self, owner: Owner<'_>, readiness: Readiness) -> Blocking<'_> {
        let (Self::InAll(limit) | Self::Each(limit)) = self;
        let mut blocking = Blocking::new(owner, readiness, limit, Instant::now());
        if let Self::Each(each) = self {
            blocking.each = each;
        }
        blocking
    }
}

impl<'a> Blocking<'a> {
    fn new(
        owner: Owner<'a>,
        readiness: Readiness,
        limit: Option<Duration>,
        started: Instant,
    ) -> Self {
        // A span beyond all clocks is for ever.
        let deadline = limit.and_then(|limit| started.checked_add(limit));
        Self { owner, events: readiness.events(), deadline, each: None }
    }
}

impl Blocking<'_> {
    /// Waits until the socket is ready.
    pub fn wait(&mut self) -> Progress<()> {
        self.run(|_| Attempt::Ended(Outcome::Done(())))
    }

    /// Waits and tries, until `attempt` has ended, the time ran out (again), or a signal came in.
    pub fn run<T>(&mut self, mut attempt: impl FnMut(&Socket) -> Attempt<T>) -> Progress<T> {
        let (in_use, wakeup);
        let (socket, wakeup) = match self.owner {
            Owner::Alone(socket) => (socket, None),
            Owner::Shared(shared) => {
                in_use = shared.acquire();
                // Joined before the socket is looked at: a close from now on is seen there, or wakes us.
                wakeup = shared.wakeup.acquire();
                (&*in_use, wakeup.as_ref().map(|wakeup| wakeup.fd))
            }
        };
        let is_wakeable = wakeup.is_some() || matches!(self.owner, Owner::Alone(_));
        let mut events = Events { socket, wanted: self.events, wakeup, is_wakeable, edges: None };
        let mut told_in_vain = false;
        loop {
            match self.next(&mut events, told_in_vain) {
                Polled::Ready => {}
                Polled::TimedOut => return Progress::Ended(Outcome::Again),
                Polled::Interrupted => return Progress::Interrupted,
                Polled::Failed(error) => return Progress::Ended(Outcome::Failed(error)),
            }
            match attempt(socket) {
                Attempt::Ended(outcome) => return Progress::Ended(unless_closed(socket, outcome)),
                Attempt::Progressed => {
                    told_in_vain = false;
                    let now = Instant::now();
                    if self.each.is_some() {
                        self.deadline = self.each.and_then(|each| now.checked_add(each));
                    } else if self.deadline.is_some_and(|deadline| deadline <= now) {
                        return Progress::Ended(Outcome::Again);
                    }
                }
                Attempt::WouldBlock => told_in_vain = true,
                Attempt::Interrupted => return Progress::Interrupted,
            }
        }
    }

    /// Waits for the socket's next event, in pieces where a piece is all that can be waited for.
    fn next(&self, events: &mut Events<'_>, told_in_vain: bool) -> Polled {
        loop {
            let left = self.deadline.map(|at| at.saturating_duration_since(Instant::now()));
            let (piece, is_try) = events.longest(told_in_vain);
            let time = piece.map_or(left, |piece| Some(left.map_or(piece, |left| left.min(piece))));
            match events.wait(told_in_vain, time) {
                // Not the whole time: only a piece of it.
                Polled::TimedOut if time != left => {
                    if is_try {
                        return Polled::Ready;
                    }
                }
                polled => return polled,
            }
        }
    }
}

/// The outcome of a call, which is EBADF if it was not done and the socket has been closed
/// meanwhile.
fn unless_closed<T>(socket: &Socket, outcome: Outcome<T>) -> Outcome<T> {
    match outcome {
        Outcome::Again | Outcome::Closed | Outcome::Failed(_) if socket.fd() < 0 => {
            Outcome::Failed(closed())
        }
        outcome => outcome,
    }
}

/// The events of a socket, and of the wake-up descriptor beside it.
struct Events<'a> {
    socket: &'a Socket,
    wanted: c_short,
    wakeup: Option<i32>,
    /// Whether nobody else can close the socket, or whoever does wakes this wait.
    is_wakeable: bool,
    /// Made when poll(2) has reported readiness although the call would block: with a peek beyond
    /// what is there, an error queue that nobody reads, or a datagram with a wrong checksum.
    edges: Option<EdgePoll>,
}

impl Events<'_> {
    /// The maximum time of the next wait, and whether the call is to be tried after it.
    fn longest(&mut self, told_in_vain: bool) -> (Option<Duration>, bool) {
        if told_in_vain {
            if self.edges.is_none() && self.wanted == POLLIN {
                self.edges = EdgePoll::new(self.socket.fd(), self.wanted, self.wakeup);
            }
            // The room in another socket's queue is no event of this one.
            if self.edges.is_none() {
                return (Some(UNTOLD), true);
            }
        }
        ((!self.is_wakeable).then_some(UNWAKEABLE), false)
    }

    fn wait(&self, told_in_vain: bool, time: Option<Duration>) -> Polled {
        if !told_in_vain {
            return poll(self.socket, self.wanted, self.wakeup, time);
        }
        if self.socket.fd() < 0 {
            return Polled::Failed(closed());
        }
        let status = if let Some(edges) = &self.edges {
            edges.wait(time)
        } else {
            let fd = self.wakeup.unwrap_or(-1);
            sys::poll(&mut [pollfd { fd, events: POLLIN, revents: 0 }], time)
        };
        polled(status, self.socket, false)
    }
}
