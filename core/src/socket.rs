//! The lifecycle of a socket: new, pair, wrap, dup, shutdown, close.

use crate::fd::{FromRawFd, OwnedFd, RawFd};
use crate::sys::fd::AtomicRawFd;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use crate::addrinfo::{family_name, push_endpoint, push_name, socktype_name};
use crate::c::c_int;
use crate::error::check;
use crate::outcome::{Meaning, was_interrupted};
use crate::{Addr, AddrInfo, Error, Outcome, Result, Text, c, sys};

/// The number that stands for no descriptor; the kernel answers it with EBADF.
const CLOSED: RawFd = -1;

/// The bits of a socket's type. Where socket(2) takes flags with it, they are above these.
const SOCKTYPES: i32 = 0xf;

/// A socket: a descriptor, what kind of socket it is, and the address that it was made for.
///
/// All methods take `&self`, closing included: a closed socket has no descriptor, and all its calls
/// fail with EBADF. [`Shared`](crate::Shared) makes closing safe while other threads are inside a
/// call.
#[derive(Debug)]
pub struct Socket {
    fd: AtomicRawFd,
    /// Whether this object has shut its sending side down, so that EPIPE is no news of the peer.
    send_shutdown: AtomicBool,
    /// Whether it is known to have had a peer, which getpeername forgets when the connection breaks.
    had_peer: AtomicBool,
    /// Whether its receives may have to wait for more than a byte (rcvlowat).
    has_lowat: AtomicBool,
    family: i32,
    socktype: i32,
    protocol: i32,
    /// The default address of bind and connect.
    addr: Option<Addr>,
    /// The index of the interface by which IPv4's multicast leaves, where this object has chosen one;
    /// else 0.
    multicast_index: AtomicU32,
}

impl Socket {
    /// Opens a socket of the kind that an addrinfo describes; it is close-on-exec.
    ///
    /// socket(2). The addrinfo is also the default address of bind and connect; its type 0 stands
    /// for SOCK_STREAM. With `nonblock`, calls that would block return `again`.
    pub fn new(info: &AddrInfo, nonblock: bool) -> Result<Self> {
        let socktype = if info.socktype == 0 { c::SOCK_STREAM } else { info.socktype };
        let family = info.addr.family();
        let fd = check("socket", sys::socket(family, socktype, info.protocol, nonblock))?;
        Ok(Self::from_parts(fd, family, socktype & SOCKTYPES, info.protocol, Some(info.addr)))
    }

    /// Opens a socket of a family, a type and a protocol; it is close-on-exec.
    ///
    /// socket(2); `family` is `AF_*`, `socktype` is `SOCK_*`, `protocol` is `IPPROTO_*` or 0 for the
    /// usual one. It has no default address: bind and connect need one. With `nonblock`, calls that
    /// would block return `again`. EAFNOSUPPORT, EPROTONOSUPPORT and the like for a combination that
    /// the system lacks.
    pub fn open(family: i32, socktype: i32, protocol: i32, nonblock: bool) -> Result<Self> {
        let fd = check("socket", sys::socket(family, socktype, protocol, nonblock))?;
        Ok(Self::from_parts(fd, family, socktype & SOCKTYPES, protocol, None))
    }

    /// Opens two unix sockets that are connected to each other.
    ///
    /// socketpair(2); `socktype` is `SOCK_STREAM`, `SOCK_DGRAM` or `SOCK_SEQPACKET`.
    pub fn pair(socktype: i32, nonblock: bool, protocol: i32) -> Result<[Self; 2]> {
        let mut pair = [CLOSED; 2];
        check("socketpair", sys::socketpair(socktype, protocol, nonblock, &mut pair))?;
        let socktype = socktype & SOCKTYPES;
        Ok(pair.map(|fd| Self::from_parts(fd, c::AF_UNIX, socktype, protocol, None).with_peer()))
    }

    /// Makes a socket from a descriptor, and queries its kind.
    ///
    /// The descriptor becomes close-on-exec; `nonblock` sets O_NONBLOCK, by default it does not
    /// change. ENOTSOCK for a descriptor that is not a socket, EBADF for a number that is not a
    /// descriptor; the caller then still owns it.
    pub fn wrap(fd: RawFd, nonblock: Option<bool>) -> Result<Self> {
        let socktype = check("getsockopt", sys::socktype(fd))?;
        let family = check("getsockopt", sys::domain(fd))?;
        let protocol = check("getsockopt", sys::protocol(fd))?;
        let socket = Self::from_parts(fd, family, socktype, protocol, None);
        sys::set_cloexec_nosigpipe(fd);
        let adopted = socket.cloexec(Some(true)).and_then(|_| match nonblock {
            Some(_) => socket.nonblock(nonblock),
            None => Ok(false),
        });
        if adopted.is_err() {
            socket.take();
        }
        if socket.getpeername().is_ok() {
            socket.note_peer();
        }
        socket.note_lowat(socket.rcvlowat(None).is_ok_and(|lowat| lowat.0 > 1));
        adopted.map(|_| socket)
    }

    /// A closed socket, to be replaced by an open one.
    pub const fn closed() -> Self {
        Self {
            fd: AtomicRawFd::new(CLOSED),
            send_shutdown: AtomicBool::new(false),
            had_peer: AtomicBool::new(false),
            has_lowat: AtomicBool::new(false),
            family: c::AF_UNSPEC,
            socktype: 0,
            protocol: 0,
            addr: None,
            multicast_index: AtomicU32::new(0),
        }
    }

    /// A socket around `fd`, which is the caller's to give away.
    pub(crate) fn from_parts(
        fd: RawFd,
        family: i32,
        socktype: i32,
        protocol: i32,
        addr: Option<Addr>,
    ) -> Self {
        Self {
            fd: AtomicRawFd::new(fd),
            send_shutdown: AtomicBool::new(false),
            had_peer: AtomicBool::new(false),
            has_lowat: AtomicBool::new(false),
            family,
            socktype,
            protocol,
            addr,
            multicast_index: AtomicU32::new(0),
        }
    }

    /// This socket, which is connected.
    pub(crate) fn with_peer(self) -> Self {
        self.had_peer.store(true, Ordering::Relaxed);
        self
    }

    /// Whether a receive may have to wait for more than a byte, as far as this object knows.
    #[inline]
    pub fn has_lowat(&self) -> bool {
        self.has_lowat.load(Ordering::Relaxed)
    }

    /// Notes whether a receive may have to wait for more than a byte.
    pub(crate) fn note_lowat(&self, has_lowat: bool) {
        self.has_lowat.store(has_lowat, Ordering::Relaxed);
    }

    /// Notes that the socket is connected.
    pub(crate) fn note_peer(&self) {
        self.send_shutdown.store(false, Ordering::Relaxed);
        self.had_peer.store(true, Ordering::Relaxed);
    }

    /// Notes that the socket has no connection any more, and may get another one.
    pub(crate) fn forget_connection(&self) {
        self.send_shutdown.store(false, Ordering::Relaxed);
        self.had_peer.store(false, Ordering::Relaxed);
    }

    /// Duplicates the descriptor of the socket; it is close-on-exec.
    ///
    /// fcntl(2), `F_DUPFD_CLOEXEC`. Both share the connection and its options. An addrinfo, if
    /// given, is the default address of bind and connect of the second one.
    pub fn dup(&self, info: Option<&AddrInfo>) -> Result<Self> {
        let fd = sys::dup(self.fd())?;
        let addr = info.map(|info| info.addr).or(self.addr);
        let copy = Self::from_parts(fd, self.family, self.socktype, self.protocol, addr);
        copy.send_shutdown.store(self.send_shutdown.load(Ordering::Relaxed), Ordering::Relaxed);
        copy.had_peer.store(self.had_peer.load(Ordering::Relaxed), Ordering::Relaxed);
        copy.note_lowat(self.has_lowat());
        copy.remember_multicast_index(self.multicast_index());
        Ok(copy)
    }

    /// Releases the descriptor without closing it: the caller owns it, and this socket is closed.
    ///
    /// EBADF if it is closed already. While other threads are inside a call of the socket (Python),
    /// the caller gets a duplicate, because the number itself stays in use until they have
    /// returned.
    pub fn unwrap(&self) -> Result<OwnedFd> {
        let fd = self.take().ok_or(Error::new("fcntl", c::EBADF))?;
        // SAFETY: it was this socket's alone, which does not have it any more.
        Ok(unsafe { OwnedFd::from_raw_fd(fd) })
    }

    /// Shuts down a part of the connection: `SHUT_RD`, `SHUT_WR`, or by default `SHUT_RDWR`.
    ///
    /// shutdown(2). ENOTCONN if there is no connection.
    pub fn shutdown(&self, how: Option<i32>) -> Result<()> {
        shutdown(self.fd(), how)?;
        if matches!(how, None | Some(c::SHUT_WR | c::SHUT_RDWR)) {
            self.send_shutdown.store(true, Ordering::Relaxed);
        }
        Ok(())
    }

    /// Closes the socket; with a `SHUT_*` flag, shuts the connection down first.
    ///
    /// close(2). The descriptor is closed even if an error is returned. Closing a socket that is
    /// not connected, or is closed already, is not an error. The connection stays open for
    /// duplicates and for child processes, unless a flag shuts it down for all of them. In Python,
    /// calls of other threads that wait for the socket return EBADF at once; connect, sendfile, and
    /// an accept whose connection another process took, return when the kernel does.
    pub fn close(&self, how: Option<i32>) -> Result<()> {
        self.take().map_or(Ok(()), |fd| close(fd, how))
    }

    /// The descriptor, or -1 when closed.
    #[inline]
    pub fn fd(&self) -> RawFd {
        self.fd.load(Ordering::SeqCst)
    }

    /// The descriptor, which is from now on the caller's to close.
    pub(crate) fn take(&self) -> Option<RawFd> {
        match self.fd.swap(CLOSED, Ordering::SeqCst) {
            CLOSED => None,
            fd => Some(fd),
        }
    }

    /// The address family, `AF_*`.
    pub fn family(&self) -> i32 {
        self.family
    }

    /// The socket's type, `SOCK_*`.
    pub fn socktype(&self) -> i32 {
        self.socktype
    }

    /// The protocol, `IPPROTO_*`; 0 for the type's usual one.
    pub fn protocol(&self) -> i32 {
        self.protocol
    }

    /// What a send that answers EPIPE comes to: the peer's end only where a peer has closed.
    #[cold]
    pub(crate) fn broken_pipe(&self, call: &'static str) -> Outcome<usize> {
        if self.send_shutdown.load(Ordering::Relaxed) || self.has_sent_fin() {
            return Outcome::Failed(Error::new(call, c::EPIPE));
        }
        let is_connected = matches!(self.socktype, c::SOCK_STREAM | c::SOCK_SEQPACKET);
        if !is_connected || self.had_peer.load(Ordering::Relaxed) {
            return Outcome::Closed;
        }
        match self.getpeername().map_err(|error| error.number()) {
            // macOS says EINVAL of a connection that is over.
            Ok(_) | Err(c::EINVAL) => Outcome::Closed,
            Err(errno) if Meaning::of(errno) != Meaning::NotConnected => {
                Outcome::Failed(Error::new(call, errno))
            }
            // Of a connection that was reset, only TCP's own state tells that it was there.
            Err(_) if self.was_established() => Outcome::Closed,
            Err(_) => Outcome::Failed(Error::new(call, c::ENOTCONN)),
        }
    }

    /// Whether TCP says that the sending side was shut down, be it by another object or process.
    fn has_sent_fin(&self) -> bool {
        /// TCP_FIN_WAIT1, TCP_FIN_WAIT2, TCP_TIME_WAIT, TCP_LAST_ACK and TCP_CLOSING of linux/tcp_states.h.
        const AFTER_FIN: [i64; 5] = [4, 5, 6, 9, 11];
        self.tcpinfo().is_ok_and(|info| info.get("state").is_some_and(|at| AFTER_FIN.contains(&at)))
    }

    /// Whether TCP has ever measured a round trip to a peer.
    fn was_established(&self) -> bool {
        self.tcpinfo().is_ok_and(|info| info.get("rtt").is_some_and(|rtt| rtt > 0))
    }

    /// The error `errno` of a call that is refused unasked; EBADF where the socket is closed.
    pub(crate) fn refusal(&self, call: &'static str, errno: i32) -> Error {
        Error::new(call, if self.fd() < 0 { c::EBADF } else { errno })
    }

    /// The address that the socket was made for.
    pub(crate) fn default_addr(&self, call: &'static str) -> Result<&Addr> {
        self.addr.as_ref().ok_or_else(|| self.refusal(call, c::EDESTADDRREQ))
    }

    /// Closes the descriptor when a program is executed in this process (`FD_CLOEXEC`).
    ///
    /// ioctl(2), `FIOCLEX`; fcntl(2), `F_GETFD`.
    pub fn cloexec(&self, enable: Option<bool>) -> Result<bool> {
        match enable {
            None => sys::is_cloexec(self.fd()),
            Some(enable) => sys::set_cloexec(self.fd(), enable).map(|()| enable),
        }
    }

    /// Makes calls that would block return `again` (`O_NONBLOCK`).
    ///
    /// ioctl(2), `FIONBIO`; fcntl(2), `F_GETFL`. The flag belongs to all descriptors of the socket.
    pub fn nonblock(&self, enable: Option<bool>) -> Result<bool> {
        match enable {
            None => sys::is_nonblock(self.fd()),
            Some(enable) => sys::set_nonblock(self.fd(), enable).map(|()| enable),
        }
    }

    /// Returns whether the next byte to be received follows the urgent mark.
    ///
    /// sockatmark(3), by ioctl(2), `SIOCATMARK`.
    pub fn atmark(&self) -> Result<bool> {
        let mut mark: c_int = 0;
        // SAFETY: the request writes one int.
        let status = unsafe { c::ioctl(self.fd(), sys::SIOCATMARK, &raw mut mark) };
        check("sockatmark", status).map(|_| mark != 0)
    }

    /// The index of the interface by which IPv4's multicast leaves, as far as this object knows.
    pub(crate) fn multicast_index(&self) -> u32 {
        self.multicast_index.load(Ordering::Relaxed)
    }

    /// Keeps the index of the interface by which IPv4's multicast leaves; the kernel does not tell it.
    pub(crate) fn remember_multicast_index(&self, index: u32) {
        self.multicast_index.store(index, Ordering::Relaxed);
    }

    /// How an interpreter shows it: family, type, descriptor, and the address that it is bound to.
    pub fn describe(&self) -> Text {
        use std::fmt::Write as _;
        let mut text = Text::new();
        push_name(&mut text, family_name(self.family), "family", self.family);
        text.push(b" ");
        push_name(&mut text, socktype_name(self.socktype), "type", self.socktype);
        match self.fd() {
            CLOSED => text.push(b" closed"),
            fd => {
                let _ = write!(text, " fd {fd}");
                if let Ok(info) = self.getsockname() {
                    push_endpoint(&mut text, &info.addr);
                }
            }
        }
        text
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        let _ = self.close(None);
    }
}

/// Shuts down a part of the connection of `fd`: `SHUT_RD`, `SHUT_WR`, or by default `SHUT_RDWR`.
///
/// shutdown(2). ENOTCONN if there is no connection, ENOTSOCK for a descriptor that is not a socket.
pub fn shutdown(fd: RawFd, how: Option<i32>) -> Result<()> {
    // SAFETY: takes no pointers.
    check("shutdown", unsafe { c::shutdown(fd, how.unwrap_or(c::SHUT_RDWR)) }).map(drop)
}

/// Closes `fd`; with a `SHUT_*` flag, shuts the connection down first.
///
/// close(2). The descriptor is closed even if an error is returned; it is not an error if there is
/// no connection. EBADF for a number that is not a descriptor.
pub fn close(fd: RawFd, how: Option<i32>) -> Result<()> {
    let shut = shutdown_to_close(fd, how);
    // SAFETY: the descriptor is the caller's to close.
    let closed = match unsafe { c::close(fd) } {
        // Interrupted or not, Linux and the BSDs have let the descriptor go: never close it again.
        -1 if !was_interrupted() => Err(Error::last("close")),
        _ => Ok(()),
    };
    shut.and(closed)
}

/// The shutdown before a close, if `how` asks for one. It is not an error if there is no
/// connection.
pub(crate) fn shutdown_to_close(fd: RawFd, how: Option<i32>) -> Result<()> {
    match how.map(|how| shutdown(fd, Some(how))) {
        Some(Err(error)) if Meaning::of(error.number()) != Meaning::NotConnected => Err(error),
        _ => Ok(()),
    }
}
