//! Unix sockets by their paths: what a client and a server begin with.

use std::ffi::CStr;
use std::mem::MaybeUninit;
use std::time::{Duration, Instant};

use crate::c::{SOCK_DGRAM, SOCK_STREAM};
use crate::error::check;
use crate::fd::{AsRawFd, FromRawFd, OwnedFd};
use crate::outcome::is_interrupted;
use crate::poll::{deadline, sleep};
use crate::text::c_string;
use crate::{
    AddrInfo, Backlog, Error, Outcome, Progress, Result, Seconds, Socket, UNIXPATH_MAX, Unix, c,
    sys,
};

/// How long a listener waits for another one that takes the place of a stale file in the same directory.
const LOCK_TIME: Duration = Duration::from_secs(2);

/// The time between two attempts to lock the directory.
const LOCK_TICK: Seconds = Seconds(0.01);

/// A connection to a unix socket that is being made.
pub struct UnixConnect {
    socket: Socket,
    deadline: Option<Instant>,
}

/// Opens a unix socket that is connected to the socket at `path`.
///
/// socket(2), connect(2), unix(7). `path` may be an abstract name (`"\0name"`, Linux). `socktype` is
/// `SOCK_*`, by default SOCK_STREAM. If the listener's backlog is full, the call waits: for `sec` seconds,
/// ETIMEDOUT when they have expired, by default without a limit; EDOM for a negative, infinite or undefined
/// number. ENOENT if there is no such file, ECONNREFUSED if nobody listens, EPROTOTYPE for a socket of
/// another type. The socket is blocking. In Lua a signal ends the wait with EINTR.
pub fn unix_connect(path: &[u8], socktype: Option<i32>, sec: Option<Seconds>) -> Result<Socket> {
    let mut connect = UnixConnect::new(path, socktype, sec)?;
    match connect.run() {
        Progress::Ended(outcome) => outcome.result().and_then(|()| connect.into_socket()),
        Progress::Interrupted => Err(Error::new("connect", c::EINTR)),
    }
}

impl UnixConnect {
    /// Opens a socket to connect.
    pub fn new(path: &[u8], socktype: Option<i32>, sec: Option<Seconds>) -> Result<Self> {
        let deadline = deadline("connect", sec)?;
        let info = AddrInfo::unix(path, socktype.unwrap_or(SOCK_STREAM), 0)?;
        Ok(Self { socket: Socket::new(&info, false)?, deadline })
    }

    /// Connects, or goes on after a signal.
    pub fn run(&mut self) -> Progress<()> {
        loop {
            let left = self.deadline.map(|at| at.saturating_duration_since(Instant::now()));
            if let Err(error) = self.limit(left) {
                return Progress::Ended(Outcome::Failed(error));
            }
            let error = match self.socket.connect(None) {
                Ok(()) => return Progress::Ended(Outcome::Done(())),
                Err(error) if is_interrupted(error.number()) => return Progress::Interrupted,
                Err(error) => error,
            };
            if error.number() != c::EAGAIN {
                return Progress::Ended(Outcome::Failed(error));
            }
            // The listener's backlog was full for as long as connect(2) has waited.
            if self.deadline.is_some_and(|deadline| deadline <= Instant::now()) {
                return Progress::Ended(Outcome::Failed(Error::new("connect", c::ETIMEDOUT)));
            }
        }
    }

    /// Lets connect(2) wait for the listener for as long as is left; without time, not at all.
    fn limit(&self, left: Option<Duration>) -> Result<()> {
        match left {
            None => Ok(()),
            Some(Duration::ZERO) => self.socket.nonblock(Some(true)).map(drop),
            Some(left) => self.socket.sndtimeo(Some(Seconds(left.as_secs_f64()))).map(drop),
        }
    }

    /// The socket, which is connected, without what limited its connect(2).
    pub fn into_socket(self) -> Result<Socket> {
        if self.deadline.is_some() {
            self.socket.sndtimeo(Some(Seconds(0.0)))?;
            self.socket.nonblock(Some(false))?;
        }
        Ok(self.socket)
    }
}

/// Opens a unix socket that listens at `path`; a file that a socket has left there is replaced.
///
/// socket(2), bind(2), listen(2), unix(7). `path` may be an abstract name (`"\0name"`, Linux). `socktype`
/// is `SOCK_*`, by default SOCK_STREAM; a SOCK_DGRAM socket is bound, and receives. `backlog` is at least 1,
/// by default SOMAXCONN. `mode` is the permissions of the file, 0 to 0o777 (in Lua `tonumber("660", 8)`),
/// whatever umask(2) is; the file never has more. Abstract names have none: EINVAL. A file is replaced only
/// if it is a socket to which nobody listens; of several callers that replace it at the same time, one
/// succeeds. EADDRINUSE for anything else. Closing the socket leaves the file. The socket is blocking.
pub fn unix_listen(
    path: &[u8],
    socktype: Option<i32>,
    backlog: Option<Backlog>,
    mode: Option<i32>,
) -> Result<Socket> {
    let info = AddrInfo::unix(path, socktype.unwrap_or(SOCK_STREAM), 0)?;
    let file = match info.addr.as_unix() {
        Some(Unix::Path(path)) => Some(File::new(path)?),
        _ => None,
    };
    if mode.is_some_and(|mode| file.is_none() || !(0..=0o777).contains(&mode)) {
        return Err(Error::new("bind", c::EINVAL));
    }
    let socket = Socket::new(&info, false)?;
    match (bind(&socket, mode), &file) {
        (Err(error), Some(file)) if error.number() == c::EADDRINUSE => {
            file.replace(&socket, mode)?;
        }
        (bound, _) => bound?,
    }
    let listens = finish(&socket, file.as_ref(), mode, backlog);
    if let (Err(_), Some(file)) = (&listens, &file) {
        file.remove();
    }
    listens.map(|()| socket)
}

fn bind(socket: &Socket, mode: Option<i32>) -> Result<()> {
    match mode {
        None => socket.bind(None),
        Some(mode) => sys::with_file_mode(socket.fd(), mode as c::mode_t, || socket.bind(None)),
    }
}

/// What follows after bind: the permissions that umask(2) has taken away, and listen.
fn finish(
    socket: &Socket,
    file: Option<&File>,
    mode: Option<i32>,
    backlog: Option<Backlog>,
) -> Result<()> {
    if let (Some(file), Some(mode)) = (file, mode) {
        file.widen(mode as c::mode_t)?;
    }
    // Sockets without connections have nothing to listen for.
    if socket.socktype() == SOCK_DGRAM { Ok(()) } else { socket.listen(backlog) }
}

/// A file of a unix socket.
struct File {
    path: [u8; UNIXPATH_MAX + 1],
}

impl File {
    fn new(path: &[u8]) -> Result<Self> {
        let mut file = Self { path: [0; UNIXPATH_MAX + 1] };
        c_string(path, &mut file.path).ok_or(Error::new("bind", c::EINVAL))?;
        Ok(file)
    }

    fn path(&self) -> &CStr {
        CStr::from_bytes_until_nul(&self.path).unwrap_or_default()
    }

    /// The kind, the permissions and the identity of what is there now. A link is not followed.
    fn stat(&self) -> Result<c::stat> {
        let mut stat = MaybeUninit::<c::stat>::zeroed();
        // SAFETY: a string that ends with a NUL, and a structure of numbers to write to.
        check("lstat", unsafe { c::lstat(self.path().as_ptr(), stat.as_mut_ptr()) })?;
        // SAFETY: zeroed, and then written to.
        Ok(unsafe { stat.assume_init() })
    }

    fn remove(&self) {
        // SAFETY: a string that ends with a NUL.
        unsafe { c::unlink(self.path().as_ptr()) };
    }

    /// Binds `socket` in place of the one whose file this is, if nobody has that any more. All who do so in
    /// one directory take turns.
    fn replace(&self, socket: &Socket, mode: Option<i32>) -> Result<()> {
        let in_use = Error::new("bind", c::EADDRINUSE);
        let before = self.stat().map_err(|_| in_use)?;
        if before.st_mode & c::S_IFMT != c::S_IFSOCK {
            return Err(in_use);
        }
        let _lock = self.lock()?;
        if !self.is_stale()? {
            return Err(in_use);
        }
        match self.stat() {
            Ok(now) if (now.st_dev, now.st_ino) == (before.st_dev, before.st_ino) => self.remove(),
            // Somebody else has removed it, and may have bound another.
            _ => {}
        }
        bind(socket, mode)
    }

    /// Whether nobody has a socket that is bound to this file.
    ///
    /// A datagram socket is connected to it: that disturbs no listener, to which it is of a wrong type, and
    /// tells a socket that is bound but does not listen yet from one that is gone.
    fn is_stale(&self) -> Result<bool> {
        let info = AddrInfo::unix(self.path().to_bytes(), SOCK_DGRAM, 0)?;
        let probe = Socket::new(&info, true)?;
        Ok(probe.connect(None).is_err_and(|error| error.number() == c::ECONNREFUSED))
    }

    /// Locks the directory against others that replace a file in it.
    fn lock(&self) -> Result<OwnedFd> {
        let mut room = [0; UNIXPATH_MAX + 1];
        let path = self.path().to_bytes();
        let directory: &[u8] = match path.iter().rposition(|&byte| byte == b'/') {
            None => b".",
            Some(0) => b"/",
            Some(end) => &path[..end],
        };
        let directory = c_string(directory, &mut room).ok_or(Error::new("open", c::EINVAL))?;
        let flags = c::O_RDONLY | c::O_DIRECTORY | c::O_CLOEXEC;
        // SAFETY: a string that ends with a NUL.
        let fd = check("open", unsafe { c::open(directory.as_ptr(), flags) })?;
        // SAFETY: it was opened for this, and nobody else has it.
        let lock = unsafe { OwnedFd::from_raw_fd(fd) };
        let deadline = Instant::now() + LOCK_TIME;
        loop {
            // SAFETY: takes no pointers.
            match check("flock", unsafe { c::flock(lock.as_raw_fd(), c::LOCK_EX | c::LOCK_NB) }) {
                Ok(_) => return Ok(lock),
                Err(error) if error.number() != c::EWOULDBLOCK => return Err(error),
                Err(_) if Instant::now() >= deadline => {
                    return Err(Error::new("bind", c::EADDRINUSE));
                }
                Err(_) => {
                    sleep(LOCK_TICK);
                }
            }
        }
    }

    /// Gives the file the permissions `mode`, of which it has a part.
    fn widen(&self, mode: c::mode_t) -> Result<()> {
        if self.stat()?.st_mode & 0o777 == mode {
            return Ok(());
        }
        check("chmod", sys::set_file_mode(self.path(), mode)).map(drop)
    }
}
