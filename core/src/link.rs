//! Linking up: bind, listen, accept, connect, and the names of both ends.

use std::os::fd::{FromRawFd, OwnedFd, RawFd};
use std::ptr;

use libc::{sockaddr, socklen_t};

use crate::error::{self, check};
use crate::{Addr, AddrInfo, Error, Outcome, Result, Socket, sys};

/// How many connections may wait to be accepted: at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backlog(i32);

impl Backlog {
    /// The backlog of `count` connections, if that is one or more.
    pub fn new(count: i32) -> Option<Self> {
        (count >= 1).then_some(Self(count))
    }
}

impl Socket {
    /// Gives the socket its own address: that of an addrinfo, or the one that it was made for.
    ///
    /// bind(2). EADDRINUSE, EADDRNOTAVAIL, EACCES and the like; EDESTADDRREQ without any address.
    pub fn bind(&self, info: Option<&AddrInfo>) -> Result<()> {
        let addr = self.target("bind", info)?;
        // SAFETY: the address is readable for its length.
        check("bind", unsafe { libc::bind(self.fd(), addr.as_ptr(), addr.len()) }).map(drop)
    }

    /// Connects with the peer at an addrinfo, or at the address that the socket was made for.
    ///
    /// connect(2). On a non-blocking socket, success means that the connection is on its way: it is
    /// made when the socket becomes sendable and its pending error is 0. On a blocking socket
    /// EINPROGRESS says that sndtimeo ran out; after EINTR the connection goes on being made.
    /// ECONNREFUSED, ETIMEDOUT, ENETUNREACH and the like; EDESTADDRREQ without any address.
    pub fn connect(&self, info: Option<&AddrInfo>) -> Result<()> {
        let addr = self.target("connect", info)?;
        // SAFETY: the address is readable for its length.
        match unsafe { libc::connect(self.fd(), addr.as_ptr(), addr.len()) } {
            0 => Ok(()),
            _ => match error::errno() {
                libc::EINPROGRESS if self.nonblock(None).unwrap_or(false) => Ok(()),
                errno => Err(Error::new("connect", errno)),
            },
        }
    }

    fn target<'a>(&'a self, call: &'static str, info: Option<&'a AddrInfo>) -> Result<&'a Addr> {
        info.map_or_else(|| self.default_addr(call), |info| Ok(&info.addr))
    }

    /// Listens for connections, of which `backlog` may wait to be accepted.
    ///
    /// listen(2). At least 1, by default the system's most, SOMAXCONN. EOPNOTSUPP for a socket of
    /// a type that knows no connections.
    pub fn listen(&self, backlog: Option<Backlog>) -> Result<()> {
        let Backlog(backlog) = backlog.unwrap_or(Backlog(libc::SOMAXCONN));
        // SAFETY: takes no pointers.
        check("listen", unsafe { libc::listen(self.fd(), backlog) }).map(drop)
    }

    /// Accepts a connection; the new socket waits if, and only if, this one does.
    ///
    /// accept4(2). A connection that is gone already says again. EMFILE leaves it waiting.
    pub fn accept(&self) -> Outcome<Self> {
        let nonblock = self.is_nonblock();
        accept(self.fd(), ptr::null_mut(), ptr::null_mut(), nonblock)
            .map(|fd| self.accepted(fd, nonblock))
    }

    /// Accepts a connection, and tells the peer's address with it.
    ///
    /// accept4(2), as [`accept`](Self::accept).
    pub fn accept_from(&self) -> Outcome<(Self, Option<AddrInfo>)> {
        let nonblock = self.is_nonblock();
        let (outcome, addr) = Addr::filled(|addr, len| accept(self.fd(), addr, len, nonblock));
        outcome.map(|fd| (self.accepted(fd, nonblock), addr.map(|addr| self.info(addr))))
    }

    /// Accepts a connection as a bare descriptor, close-on-exec, which is the caller's to close.
    ///
    /// accept4(2), as [`accept`](Self::accept).
    pub fn acceptfd(&self) -> Outcome<OwnedFd> {
        let accepted = accept(self.fd(), ptr::null_mut(), ptr::null_mut(), self.is_nonblock());
        // SAFETY: the kernel has opened it for this call, and nobody else knows it.
        accepted.map(|fd| unsafe { OwnedFd::from_raw_fd(fd) })
    }

    fn accepted(&self, fd: RawFd, nonblock: bool) -> Self {
        Self::from_parts(fd, nonblock, self.family(), self.socktype(), self.protocol(), None)
    }

    /// Asks the kernel for the socket's own address.
    ///
    /// getsockname(2). A socket that was never bound has the wildcard's, or an unnamed one.
    pub fn getsockname(&self) -> Result<AddrInfo> {
        // SAFETY: `filled` hands over a place and its length.
        self.name("getsockname", |fd, addr, len| unsafe { libc::getsockname(fd, addr, len) })
    }

    /// Asks the kernel for the peer's address.
    ///
    /// getpeername(2). ENOTCONN where there is no peer.
    pub fn getpeername(&self) -> Result<AddrInfo> {
        // SAFETY: `filled` hands over a place and its length.
        self.name("getpeername", |fd, addr, len| unsafe { libc::getpeername(fd, addr, len) })
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

fn accept(fd: RawFd, addr: *mut sockaddr, len: *mut socklen_t, nonblock: bool) -> Outcome<RawFd> {
    // SAFETY: null, or a place and its length from `Addr::filled`.
    match unsafe { sys::accept(fd, addr, len, nonblock) } {
        -1 if error::errno() == libc::ECONNABORTED => Outcome::Again,
        -1 => Outcome::refused("accept"),
        fd => Outcome::Done(fd),
    }
}
