//! Connections by name, and listeners: what a client and a server of TCP begin with.

use std::time::{Duration, Instant};

use crate::c::{AF_INET, AF_INET6, AF_UNSPEC, IPPROTO_TCP, POLLOUT, SOCK_STREAM, pollfd};
use crate::connection::Begun;
use crate::lookup::Waited;
use crate::poll::deadline;
use crate::{
    Addr, AddrInfo, AddrInfoList, Backlog, Error, HOST_MAX, Lookup, Outcome, Progress, Result,
    Seconds, Socket, Text, c, getaddrinfo, memory, sys, was_interrupted,
};

/// The time from the beginning of one attempt to that of the next: the "Connection Attempt Delay" that RFC 8305
/// recommends in its section 5.
const ATTEMPT_DELAY: Duration = Duration::from_millis(250);

/// The longest wait for the resolver; what has no end is made of several.
const LONG: Duration = Duration::from_secs(3600);

type Question = Box<dyn FnOnce() -> Result<AddrInfoList> + Send>;

/// A connection to a host and a port that is being made: the addresses are found, and then tried by RFC 8305.
pub struct InetConnect {
    deadline: Option<Instant>,
    local: Option<AddrInfo>,
    /// The question to the resolver, in a thread of its own.
    lookup: Option<Lookup<Question, AddrInfoList>>,
    /// The addresses, in the order in which they are tried, and how many were.
    addresses: Vec<AddrInfo>,
    tried: usize,
    /// The sockets whose connections are in progress, and what is polled for them.
    racing: Vec<Socket>,
    entries: Vec<pollfd>,
    /// When the next address is tried, though none has failed.
    next: Instant,
    /// Why the last attempt that failed did, and where it went.
    error: Error,
    failed: Option<Addr>,
}

/// Connects to a TCP service by the name of its host.
///
/// getaddrinfo(3) and connect(2). Each of the host's addresses is tried in the order of RFC 6724, with IPv6
/// and IPv4 taking turns; the next attempt begins 250 ms after the one before, or at once when that has
/// failed, and the first to succeed ends the others (happy eyeballs, RFC 8305). `port` is a number or the
/// name of a service. `sec` limits the time in all, the look-up included; EDOM for a negative, infinite or
/// undefined number. Without it the times of the resolver and the kernel hold. Returns `again` when the
/// time has expired. `localai` is the address that the socket is bound to, and selects the family. Errors
/// are the resolver's `EAI_*`, or that of the attempt that failed last; EAFNOSUPPORT if the host has no
/// address of the family of `localai`. The socket is blocking. In Lua a signal ends the call as an expired
/// time does.
pub fn inet_connect(
    host: Option<&[u8]>,
    port: &[u8],
    sec: Option<Seconds>,
    local: Option<&AddrInfo>,
) -> Outcome<Socket> {
    let mut connect = match InetConnect::new(host, port, sec, local) {
        Ok(connect) => connect,
        Err(error) => return Outcome::Failed(error),
    };
    loop {
        match connect.resolve(LONG) {
            Resolved::Found => break,
            Resolved::Failed(error) => return Outcome::Failed(error),
            Resolved::Interrupted => return Outcome::Again,
            Resolved::Expired if connect.is_late() => return Outcome::Again,
            Resolved::Expired => {}
        }
    }
    match connect.run() {
        Progress::Ended(outcome) => outcome,
        Progress::Interrupted => Outcome::Again,
    }
}

/// What a wait for the addresses came to.
#[derive(Debug)]
pub enum Resolved {
    /// They are there.
    Found,
    /// They were not found.
    Failed(Error),
    /// They were not there in this time.
    Expired,
    /// A signal arrived.
    Interrupted,
}

impl InetConnect {
    /// Begins to connect. What has to be asked of other hosts is asked by another thread.
    pub fn new(
        host: Option<&[u8]>,
        port: &[u8],
        sec: Option<Seconds>,
        local: Option<&AddrInfo>,
    ) -> Result<Self> {
        let mut connect = Self {
            deadline: deadline("connect", sec)?,
            local: local.copied(),
            lookup: None,
            addresses: Vec::new(),
            tried: 0,
            racing: Vec::new(),
            entries: Vec::new(),
            next: Instant::now(),
            error: Error::resolver("getaddrinfo", c::EAI_NONAME),
            failed: None,
        };
        let asks = host.is_some_and(|host| Addr::parse(host, 0).is_err());
        if !asks {
            connect.order(&tcp(host, port, 0)?)?;
            return Ok(connect);
        }
        // What is cut off here is a name too long to be known all the same.
        let [host, port] = [host.unwrap_or_default(), port].map(Text::<{ HOST_MAX + 1 }>::from);
        let question =
            memory::boxed("getaddrinfo", move || tcp(Some(host.as_bytes()), port.as_bytes(), 0))?;
        connect.lookup = Some(Lookup::start("getaddrinfo", question as Question)?);
        Ok(connect)
    }

    /// Waits for the addresses, for `time` at most.
    pub fn resolve(&mut self, time: Duration) -> Resolved {
        let Some(lookup) = &mut self.lookup else { return Resolved::Found };
        let left = self.deadline.map(|at| at.saturating_duration_since(Instant::now()));
        match lookup.wait(left.map_or(time, |left| left.min(time))) {
            Waited::Expired => Resolved::Expired,
            Waited::Interrupted => Resolved::Interrupted,
            Waited::Answered(found) => {
                self.lookup = None;
                match found.and_then(|found| self.order(&found)) {
                    Ok(()) => Resolved::Found,
                    Err(error) => Resolved::Failed(error),
                }
            }
        }
    }

    /// The addresses that are tried, in this order, once they are there.
    pub fn addresses(&self) -> &[AddrInfo] {
        &self.addresses
    }

    /// The address of the attempt that failed last.
    pub fn failed(&self) -> Option<&Addr> {
        self.failed.as_ref()
    }

    /// Whether every attempt has been made, and none is in progress.
    fn has_failed(&self) -> bool {
        self.racing.is_empty() && self.tried == self.addresses.len()
    }

    fn fail(&mut self, addr: Addr, error: Error) {
        (self.error, self.failed) = (error, Some(addr));
    }

    /// Whether the time has expired.
    pub fn is_late(&self) -> bool {
        self.deadline.is_some_and(|deadline| deadline <= Instant::now())
    }

    /// Puts the addresses that were found into the order in which they are tried: the families take turns
    /// (RFC 8305, section 4), and what the local address cannot reach is left out.
    fn order(&mut self, found: &AddrInfoList) -> Result<()> {
        let is_usable = |info: &AddrInfo| {
            self.local.is_none_or(|local| local.addr.family() == info.addr.family())
        };
        let mut list: Vec<AddrInfo> = memory::list("getaddrinfo", found.list.len())?;
        for info in found.list.iter().filter(|info| is_usable(info)) {
            if !list.iter().any(|other| other.addr == info.addr) {
                list.push(*info);
            }
        }
        let Some(first) = list.first().map(|info| info.addr.family()) else {
            return Err(Error::new("connect", c::EAFNOSUPPORT));
        };
        self.addresses = memory::list("getaddrinfo", list.len())?;
        let mut one = list.iter().filter(|info| info.addr.family() == first);
        let mut other = list.iter().filter(|info| info.addr.family() != first);
        loop {
            let pair = [one.next(), other.next()];
            if pair == [None, None] {
                return Ok(());
            }
            self.addresses.extend(pair.into_iter().flatten());
        }
    }

    /// Tries the addresses until one is connected, all have failed, the time has expired, or a signal has
    /// arrived. The addresses are there.
    pub fn run(&mut self) -> Progress<Socket> {
        loop {
            if let Some(outcome) = self.begin().transpose() {
                return Progress::Ended(outcome.into());
            }
            if self.racing.is_empty() {
                return Progress::Ended(Outcome::Failed(self.error));
            }
            match self.wait() {
                Ok(Some(socket)) => return Progress::Ended(Outcome::Done(socket)),
                Ok(None) if self.is_late() && !self.has_failed() => {
                    return Progress::Ended(Outcome::Again);
                }
                Ok(None) => {}
                Err(_) if was_interrupted() => return Progress::Interrupted,
                Err(error) => return Progress::Ended(Outcome::Failed(error)),
            }
        }
    }

    /// Begins the attempts whose time has come. The socket of one that is connected at once.
    fn begin(&mut self) -> Result<Option<Socket>> {
        while let Some(&info) = self.addresses.get(self.tried) {
            let now = Instant::now();
            if !self.racing.is_empty() && now < self.next {
                break;
            }
            self.tried += 1;
            match attempt(&info, self.local.as_ref()) {
                Ok((socket, true)) => match self.won(socket) {
                    Ok(socket) => return Ok(Some(socket)),
                    Err(error) => self.fail(info.addr, error),
                },
                Ok((socket, false)) => {
                    self.next = now + ATTEMPT_DELAY;
                    memory::push("connect", &mut self.racing, socket)?;
                }
                Err(error) => self.fail(info.addr, error),
            }
        }
        Ok(None)
    }

    /// Waits for the attempts that are in progress. The socket of one that is connected.
    fn wait(&mut self) -> Result<Option<Socket>> {
        let now = Instant::now();
        let next = (self.tried < self.addresses.len()).then_some(self.next);
        let until = [self.deadline, next].into_iter().flatten().min();
        self.entries.clear();
        for socket in &self.racing {
            let entry = pollfd { fd: socket.fd(), events: POLLOUT, revents: 0 };
            memory::push("connect", &mut self.entries, entry)?;
        }
        let left = until.map(|until| until.saturating_duration_since(now));
        if sys::poll(&mut self.entries, left) < 0 {
            return Err(Error::last("poll"));
        }
        // Of several that are connected, the one that began first.
        let mut kept = 0;
        for index in 0..self.entries.len() {
            if self.entries[index].revents == 0 {
                kept += 1;
                continue;
            }
            let socket = self.racing.remove(kept);
            let addr = socket.target_addr(None).copied();
            match socket.connected().and_then(|()| self.won(socket)) {
                Ok(socket) => return Ok(Some(socket)),
                Err(error) => {
                    (self.error, self.failed) = (error, addr);
                    self.next = now;
                }
            }
        }
        Ok(None)
    }

    /// The connected `socket` as the caller gets it, unless it is connected to itself.
    fn won(&self, socket: Socket) -> Result<Socket> {
        // Where nobody listens at a port of this host, the kernel may give the socket that very port, and its
        // own segments for an answer. The peer of any other socket is not asked for.
        let here = socket.getsockname()?.addr;
        let there = socket.target_addr(None);
        let is_same_port = here.port() == there.and_then(Addr::port);
        if is_same_port
            && self.local.is_none()
            && socket.getpeername().is_ok_and(|peer| peer.addr == here)
        {
            return Err(Error::new("connect", c::ECONNREFUSED));
        }
        socket.nonblock(Some(false))?;
        Ok(socket)
    }
}

/// A socket that is connected to `info`, or about to be.
fn attempt(info: &AddrInfo, local: Option<&AddrInfo>) -> Result<(Socket, bool)> {
    let socket = Socket::new(info, true)?;
    if let Some(local) = local {
        if local.addr.port() != Some(0) {
            // Several attempts have the port together.
            socket.reuseaddr(Some(true))?;
        }
        socket.bind(Some(local))?;
    }
    let begun = socket.begin_connect(None)?;
    Ok((socket, matches!(begun, Begun::Connected)))
}

/// The addresses of TCP.
fn tcp(host: Option<&[u8]>, port: &[u8], flags: i32) -> Result<AddrInfoList> {
    getaddrinfo(host, Some(port), AF_UNSPEC, SOCK_STREAM, IPPROTO_TCP, flags)
}

/// Opens a TCP socket that listens at an address of a host, with SO_REUSEADDR.
///
/// getaddrinfo(3), bind(2), listen(2). `port` is a number or the name of a service; 0 selects a free port.
/// Without `host`, or with `*`, the socket listens at all addresses: of IPv6 and IPv4 where the system has
/// IPv6, of IPv4 elsewhere. IPv4 peers of such a socket have addresses of the form `::ffff:192.0.2.1`, of
/// which ipv4mapped returns the IPv4 address. If the host has several addresses, the first that can be
/// bound is used. `backlog` is at least 1, by default SOMAXCONN. With `reuseport` several sockets share the
/// port (SO_REUSEPORT). Errors are the resolver's `EAI_*`, or EADDRINUSE, EADDRNOTAVAIL, EACCES and the
/// like. The socket is blocking.
pub fn inet_listen(
    host: Option<&[u8]>,
    port: &[u8],
    backlog: Option<Backlog>,
    reuseport: bool,
) -> Result<Socket> {
    let host = host.filter(|&host| host != b"*");
    let mut failed = Error::resolver("getaddrinfo", c::EAI_NONAME);
    let list = tcp(host, port, c::AI_PASSIVE)?.list;
    if host.is_none() {
        for info in list.iter().filter(|info| info.addr.family() == AF_INET6) {
            match listen_at(info, true, backlog, reuseport) {
                // The machine lacks IPv6, or IPv4 in its sockets.
                Err(error) if is_lack(error) => {}
                result => return result,
            }
        }
    }
    for info in &list {
        if host.is_none() && info.addr.family() != AF_INET {
            continue;
        }
        match listen_at(info, false, backlog, reuseport) {
            Ok(socket) => return Ok(socket),
            Err(error) => failed = error,
        }
    }
    Err(failed)
}

/// Whether an error says that the machine has no addresses of a kind.
fn is_lack(error: Error) -> bool {
    matches!(
        error.number(),
        c::EAFNOSUPPORT | c::EADDRNOTAVAIL | c::EPROTONOSUPPORT | c::EINVAL | c::ENOPROTOOPT
    )
}

fn listen_at(
    info: &AddrInfo,
    is_dual: bool,
    backlog: Option<Backlog>,
    reuseport: bool,
) -> Result<Socket> {
    let socket = Socket::new(info, false)?;
    socket.reuseaddr(Some(true))?;
    if reuseport {
        socket.reuseport(Some(true))?;
    }
    if is_dual {
        socket.v6only(Some(false))?;
    }
    socket.bind(None)?;
    socket.listen(backlog)?;
    Ok(socket)
}
