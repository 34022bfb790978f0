//! Connections: bind, listen, accept, connect, and the addresses of both ends.

use crate::fd::{FromRawFd, OwnedFd, RawFd};
use std::ptr;
use std::time::Instant;

use crate::c::{sockaddr, socklen_t};
use crate::error::{self, check};
use crate::outcome::{Meaning, is_interrupted, was_interrupted};
use crate::{
    Addr, AddrInfo, Attempt, Error, Outcome, Progress, Readiness, Result, Shared, Socket, c, sys,
};

/// How many connections may wait to be accepted: at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backlog(i32);

impl Backlog {
    /// The backlog of `count` connections, if that is one or more.
    pub fn new(count: i32) -> Option<Self> {
        (count >= 1).then_some(Self(count))
    }
}

/// What connect(2) comes to.
pub(crate) enum Begun {
    Connected,
    /// It goes on by itself; with the errno that says so.
    InProgress(i32),
}

impl Socket {
    /// Binds the socket to the address of an addrinfo, or to the one that it was made for.
    ///
    /// bind(2). EADDRINUSE, EADDRNOTAVAIL, EACCES and the like; EDESTADDRREQ if there is no
    /// address.
    pub fn bind(&self, info: Option<&AddrInfo>) -> Result<()> {
        let addr = self.target("bind", info)?;
        // SAFETY: the address is readable for its length.
        check("bind", unsafe { c::bind(self.fd(), addr.as_ptr(), addr.len()) }).map(drop)
    }

    /// Connects to the address of an addrinfo, or to the one that the socket was made for.
    ///
    /// connect(2). On a non-blocking socket, success means that the connection is in progress: it
    /// is established when the socket becomes sendable and its pending error is 0. On a blocking
    /// socket, ETIMEDOUT means also that sndtimeo has expired; the connection then stays in progress.
    /// In Lua a signal ends the call with
    /// EINTR, and the connection stays in progress; in Python the call continues. On a unix stream
    /// socket, EAGAIN means that the listener's backlog is full and that no connection is in
    /// progress; since the socket counts as sendable all the same, connect has to be called again
    /// after a while. ECONNREFUSED, ETIMEDOUT, ENETUNREACH and the like; EDESTADDRREQ if there is
    /// no address.
    pub fn connect(&self, info: Option<&AddrInfo>) -> Result<()> {
        match self.begin_connect(info)? {
            Begun::Connected => Ok(()),
            Begun::InProgress(errno) => match self.nonblock(None) {
                Ok(true) => Ok(()),
                Ok(false) => Err(Error::new("connect", c::ETIMEDOUT)),
                Err(_) => Err(Error::new("connect", errno)),
            },
        }
    }

    /// Connects as [`connect`](Self::connect) does, and returns whether the connection is established;
    /// to be called again when the socket is sendable.
    ///
    /// connect(2). Returns `again` while the connection is in progress, and on a blocking socket when
    /// sndtimeo has expired. After the connection is established the result stays `true`. After a
    /// failure the next call begins a new attempt. On a unix stream socket, EAGAIN means that the
    /// listener's backlog is full: the call has to be made again after a while, for the socket counts
    /// as sendable. ECONNREFUSED, ETIMEDOUT, ENETUNREACH and the like; EDESTADDRREQ if there is no
    /// address.
    pub fn tryconnect(&self, info: Option<&AddrInfo>) -> Outcome<()> {
        match self.begin_connect(info) {
            Ok(Begun::Connected) => Outcome::Done(()),
            Ok(Begun::InProgress(_)) => Outcome::Again,
            Err(error) => match Meaning::of(error.number()) {
                Meaning::Connected => {
                    self.note_peer();
                    Outcome::Done(())
                }
                Meaning::Already | Meaning::Interrupted => Outcome::Again,
                _ => Outcome::Failed(error),
            },
        }
    }

    pub(crate) fn begin_connect(&self, info: Option<&AddrInfo>) -> Result<Begun> {
        let addr = self.target("connect", info)?;
        // SAFETY: the address is readable for its length.
        if unsafe { c::connect(self.fd(), addr.as_ptr(), addr.len()) } == 0 {
            self.note_peer();
            return Ok(Begun::Connected);
        }
        let errno = error::errno();
        if Meaning::of(errno) == Meaning::InProgress {
            Ok(Begun::InProgress(errno))
        } else {
            Err(Error::new("connect", errno))
        }
    }

    /// What a connection has come to that was in progress until the socket became sendable.
    pub(crate) fn connected(&self) -> Result<()> {
        match self.error()? {
            0 => {
                self.note_peer();
                Ok(())
            }
            errno => Err(Error::new("connect", errno)),
        }
    }

    /// The address that a bind or a connect with `info` is for.
    pub fn target_addr<'a>(&'a self, info: Option<&'a AddrInfo>) -> Option<&'a Addr> {
        self.target("connect", info).ok()
    }

    fn target<'a>(&'a self, call: &'static str, info: Option<&'a AddrInfo>) -> Result<&'a Addr> {
        info.map_or_else(|| self.default_addr(call), |info| Ok(&info.addr))
    }

    /// Listens for connections; up to `backlog` of them wait to be accepted.
    ///
    /// listen(2). `backlog` is at least 1, by default the system's maximum, SOMAXCONN. EOPNOTSUPP
    /// for a type of socket without connections.
    pub fn listen(&self, backlog: Option<Backlog>) -> Result<()> {
        let Backlog(backlog) = backlog.unwrap_or(Backlog(c::SOMAXCONN));
        // SAFETY: takes no pointers.
        check("listen", unsafe { c::listen(self.fd(), backlog) }).map(drop)
    }

    /// Accepts a connection; the new socket is non-blocking if this one is.
    ///
    /// accept4(2). Returns `again` if the connection was aborted before it was accepted. With
    /// EMFILE the connection stays in the queue. On Linux the new socket inherits options of this
    /// one, among them rcvtimeo, sndtimeo, linger, keepalive and the sizes of the buffers: the time
    /// limit of a listener's accept is also that of its connections.
    pub fn accept(&self) -> Outcome<Self> {
        accept(self.fd(), ptr::null_mut(), ptr::null_mut(), self.inherited())
            .map(|fd| self.accepted(fd))
    }

    /// Accepts a connection, and returns the peer's address, too.
    ///
    /// accept4(2), as [`accept`](Self::accept).
    pub fn accept_from(&self) -> Outcome<(Self, Option<AddrInfo>)> {
        let nonblock = self.inherited();
        let (outcome, addr) = Addr::filled(|addr, len| accept(self.fd(), addr, len, nonblock));
        outcome.map(|fd| (self.accepted(fd), addr.map(|addr| self.info(addr))))
    }

    /// Accepts a connection, and returns its descriptor, which is close-on-exec and has to be
    /// closed by the caller.
    ///
    /// accept4(2), as [`accept`](Self::accept).
    pub fn acceptfd(&self) -> Outcome<OwnedFd> {
        let accepted = accept(self.fd(), ptr::null_mut(), ptr::null_mut(), self.inherited());
        // SAFETY: the kernel has opened it for this call; no other code uses it.
        accepted.map(|fd| unsafe { OwnedFd::from_raw_fd(fd) })
    }

    /// The O_NONBLOCK that an accepted socket gets: this socket's present one, which other owners
    /// of the descriptor may have changed.
    fn inherited(&self) -> bool {
        self.nonblock(None).unwrap_or(false)
    }

    fn accepted(&self, fd: RawFd) -> Self {
        let socket = Self::from_parts(fd, self.family(), self.socktype(), self.protocol(), None);
        // On Linux it has the listener's options.
        socket.note_lowat(self.has_lowat());
        socket.with_peer()
    }

    /// Returns the socket's own address.
    ///
    /// getsockname(2). For a socket that is not bound it is the wildcard address, or an unnamed
    /// one.
    pub fn getsockname(&self) -> Result<AddrInfo> {
        // SAFETY: `filled` hands over a place and its length.
        self.name("getsockname", |fd, addr, len| unsafe { c::getsockname(fd, addr, len) })
    }

    /// Returns the peer's address.
    ///
    /// getpeername(2). ENOTCONN if there is no peer.
    pub fn getpeername(&self) -> Result<AddrInfo> {
        // SAFETY: `filled` hands over a place and its length.
        self.name("getpeername", |fd, addr, len| unsafe { c::getpeername(fd, addr, len) })
    }

    fn name(
        &self,
        call: &'static str,
        ask: impl FnOnce(RawFd, *mut sockaddr, &mut socklen_t) -> i32,
    ) -> Result<AddrInfo> {
        let (status, addr) = Addr::filled(|addr, len| ask(self.fd(), addr, len));
        check(call, status)?;
        Ok(self.info(addr.unwrap_or(Addr::empty())))
    }

    /// `addr`, for sockets of this one's kind.
    pub(crate) fn info(&self, addr: Addr) -> AddrInfo {
        AddrInfo { addr, socktype: self.socktype(), protocol: self.protocol() }
    }
}

/// A connect(2) that goes on after signals, for the rest of the socket's sndtimeo.
pub struct Connect<'a> {
    shared: &'a Shared,
    info: Option<AddrInfo>,
    started: Instant,
    /// Whether the kernel continues by itself a call that a signal interrupted.
    is_under_way: bool,
    /// Whether a connection that is in progress is an outcome: again.
    is_try: bool,
}

impl<'a> Connect<'a> {
    /// Begins to connect to the address of an addrinfo, or to the one that the socket was made for.
    pub fn new(shared: &'a Shared, info: Option<AddrInfo>) -> Self {
        Self { shared, info, started: Instant::now(), is_under_way: false, is_try: false }
    }

    /// Begins, or begins again, to connect as [`Socket::tryconnect`] does.
    pub fn tried(shared: &'a Shared, info: Option<AddrInfo>) -> Self {
        Self { is_try: true, ..Self::new(shared, info) }
    }

    /// Connects, or waits on for the connection.
    pub fn run(&mut self) -> Progress<()> {
        if self.is_under_way {
            return self.wait();
        }
        let socket = self.shared.acquire();
        let outcome = if self.is_try {
            socket.tryconnect(self.info.as_ref())
        } else {
            socket.connect(self.info.as_ref()).into()
        };
        let was_interrupted = match &outcome {
            Outcome::Again => was_interrupted(),
            Outcome::Failed(error) => is_interrupted(error.number()),
            _ => false,
        };
        if !was_interrupted {
            return Progress::Ended(outcome);
        }
        // Of a unix or vsock connect that was interrupted nothing is left.
        self.is_under_way = matches!(socket.family(), c::AF_INET | c::AF_INET6);
        if !self.is_under_way && socket.time_is_up(self.started, Readiness::Send) {
            return Progress::Ended(Outcome::Failed(Error::new("connect", c::EAGAIN)));
        }
        Progress::Interrupted
    }

    fn wait(&self) -> Progress<()> {
        let mut blocking = self.shared.resumed(Readiness::Send, self.started);
        let progress = blocking.run(|socket| Attempt::Ended(socket.connected().into()));
        match progress {
            Progress::Ended(Outcome::Again) if !self.is_try => {
                Progress::Ended(Outcome::Failed(Error::new("connect", c::ETIMEDOUT)))
            }
            progress => progress,
        }
    }
}

fn accept(fd: RawFd, addr: *mut sockaddr, len: *mut socklen_t, nonblock: bool) -> Outcome<RawFd> {
    // SAFETY: null, or a place and its length from `Addr::filled`.
    match unsafe { sys::accept(fd, addr, len, nonblock) } {
        -1 if Meaning::of(error::errno()) == Meaning::Aborted => Outcome::Again,
        -1 => Outcome::refused("accept"),
        fd => Outcome::Done(fd),
    }
}

impl Socket {
    /// Dissolves the association of a datagram socket with its peer, so that it receives from all
    /// senders again.
    ///
    /// connect(2) with AF_UNSPEC. A port that the kernel selected is released; a port set by bind
    /// is kept. On a TCP socket Linux resets the connection; EINVAL on a unix stream socket.
    pub fn disconnect(&self) -> Result<()> {
        check("connect", sys::disconnect(self.fd()))?;
        self.forget_connection();
        Ok(())
    }
}
