//! Talking: send and receive bytes, datagrams and files.

use std::mem::MaybeUninit;
use std::os::fd::RawFd;
use std::ptr;

use libc::{MSG_PEEK, MSG_TRUNC, MSG_WAITALL, SOCK_SEQPACKET, SOCK_STREAM, c_int};

use crate::{Addr, AddrInfo, Error, Outcome, Result, Socket, error, sys};

/// The bytes that a receive takes where it is not told.
pub const DEFAULT_BUFSIZE: usize = 4096;

/// The bytes that a receive takes where it is not told: a usual piece of a stream, or, since what does not
/// fit of a message is lost, the largest datagram of IP.
pub const fn default_bufsize(socktype: i32) -> usize {
    if socktype == SOCK_STREAM { DEFAULT_BUFSIZE } else { 65536 }
}

/// The bytes for which a receive makes room on the caller's word; for more, it asks the kernel what
/// there is.
pub const TRUSTED_BUFSIZE: usize = 256 * 1024;

/// The flag for the queue of errors, where there is one.
const ERRQUEUE: c_int = match sys::number("MSG_ERRQUEUE") {
    Some(flag) => flag,
    None => 0,
};

/// The buffer size that a caller asks for: EINVAL below 1.
pub fn bufsize(size: Option<i64>) -> Result<usize> {
    match size {
        None => Ok(DEFAULT_BUFSIZE),
        Some(size @ 1..) => Ok(usize::try_from(size).unwrap_or(usize::MAX)),
        Some(_) => Err(Error::new("recv", libc::EINVAL)),
    }
}

impl Socket {
    /// Sends `msg`, and gives the number of bytes that the kernel took.
    ///
    /// send(2); `flags` are `MSG_*`, with MSG_NOSIGNAL always among them. An empty message is
    /// a datagram like others; on a stream it is EINVAL. EMSGSIZE for a datagram that is too long.
    #[inline]
    pub fn send(&self, msg: &[u8], flags: i32) -> Outcome<usize> {
        if msg.is_empty() && self.socktype() == SOCK_STREAM {
            return self.refuse_empty("send");
        }
        let flags = flags | sys::SEND_FLAGS;
        // SAFETY: `msg` is readable for its length.
        let sent = unsafe { libc::send(self.fd(), msg.as_ptr().cast(), msg.len(), flags) };
        Outcome::of_send("send", sent, msg.len())
    }

    /// Sends `msg` to the address of an addrinfo, and gives the number of bytes that the kernel took.
    ///
    /// sendto(2); `flags` are `MSG_*`, with MSG_NOSIGNAL always among them. An empty message is
    /// a datagram like others; on a stream it is EINVAL. A connected
    /// stream answers EISCONN, or sends to its peer all the same.
    pub fn sendto(&self, msg: &[u8], info: &AddrInfo, flags: i32) -> Outcome<usize> {
        if msg.is_empty() && self.socktype() == SOCK_STREAM {
            return self.refuse_empty("sendto");
        }
        let (flags, addr) = (flags | sys::SEND_FLAGS, &info.addr);
        // SAFETY: `msg` and `addr` are readable for their lengths.
        let sent = unsafe {
            libc::sendto(
                self.fd(),
                msg.as_ptr().cast(),
                msg.len(),
                flags,
                addr.as_ptr(),
                addr.len(),
            )
        };
        Outcome::of_send("sendto", sent, msg.len())
    }

    fn refuse_empty<T>(&self, call: &'static str) -> Outcome<T> {
        Outcome::Failed(self.refusal(call, libc::EINVAL))
    }

    /// Sends up to `bytes` bytes of `file` from `offset` on, without a copy in user space.
    ///
    /// sendfile(2). Gives the number of bytes that the kernel took, 0 at the end of the file. The
    /// file's own position is left alone. EINVAL for a negative number.
    pub fn sendfile(&self, file: RawFd, bytes: i64, offset: i64) -> Outcome<usize> {
        let (Ok(count), Ok(offset @ 0..)) = (usize::try_from(bytes), libc::off_t::try_from(offset))
        else {
            return Outcome::Failed(self.refusal("sendfile", libc::EINVAL));
        };
        let sent = without_sigpipe(count, || sys::sendfile(self.fd(), file, offset, count));
        match Outcome::of_send("sendfile", sent, count) {
            // A file that ends is no socket that is full.
            Outcome::Part(0) if sent == 0 => Outcome::Done(0),
            outcome => outcome,
        }
    }

    /// Receives into `buf`, and gives the number of bytes that are there now.
    ///
    /// recv(2); `flags` are `MSG_*`. MSG_TRUNC never counts bytes that were not received: on a TCP
    /// stream, where it throws them away, it receives none.
    #[inline]
    pub fn recv(&self, buf: &mut [MaybeUninit<u8>], flags: i32) -> Outcome<usize> {
        // SAFETY: `buf` is writable for its length.
        let received = unsafe { libc::recv(self.fd(), buf.as_mut_ptr().cast(), buf.len(), flags) };
        self.received("recv", received, buf.len(), flags)
    }

    /// Receives into `buf`, and gives the number of bytes that are there now, and who sent them.
    ///
    /// recvfrom(2), otherwise as [`recv`](Self::recv). A connected stream names no sender.
    pub fn recvfrom(
        &self,
        buf: &mut [MaybeUninit<u8>],
        flags: i32,
    ) -> Outcome<(usize, Option<AddrInfo>)> {
        // SAFETY: `buf` is writable for its length; `filled` hands over a place and its length.
        let (received, addr) = Addr::filled(|addr, len| unsafe {
            libc::recvfrom(self.fd(), buf.as_mut_ptr().cast(), buf.len(), flags, addr, len)
        });
        self.received("recvfrom", received, buf.len(), flags)
            // A unix stream tells the peer's name again, where it has one.
            .map(|received| (received, addr.filter(|_| self.socktype() != SOCK_STREAM)))
            .map(|(received, addr)| (received, addr.map(|addr| self.info(addr))))
    }

    /// What the kernel's answer to a receive into `room` bytes means.
    #[inline]
    fn received(
        &self,
        call: &'static str,
        received: isize,
        room: usize,
        flags: i32,
    ) -> Outcome<usize> {
        let ends = matches!(self.socktype(), SOCK_STREAM | SOCK_SEQPACKET);
        match usize::try_from(received) {
            // Nothing, where nothing was asked for, and an error without data, are no end.
            Ok(0) if ends && room > 0 && flags & ERRQUEUE == 0 => Outcome::Closed,
            // No empty datagram came: another thread has closed the socket, and so woken this one.
            Ok(0) if self.fd() < 0 => Outcome::Failed(Error::new(call, libc::EBADF)),
            Ok(_) if flags & MSG_TRUNC != 0 && self.discards() => Outcome::Done(0),
            Ok(received) => Outcome::Done(received.min(room)),
            Err(_) => Outcome::refused(call),
        }
    }

    /// Whether MSG_TRUNC may make this socket count data that it throws away instead of handing over.
    ///
    /// Streams of unix and vsock are known to copy. Of any other the bytes in the buffer are nobody's,
    /// unless proven otherwise.
    fn discards(&self) -> bool {
        let copies = self.family() == libc::AF_UNIX
            || Some(self.family()) == const { sys::number("AF_VSOCK") };
        self.socktype() == SOCK_STREAM && !copies
    }

    /// How many bytes a receive of `size` needs room for: no more than the kernel can hand over.
    ///
    /// Up to [`TRUSTED_BUFSIZE`] that is `size`. For more, a second system call asks how much
    /// waits in the stream, or how long the next datagram is; the latter waits as a receive would.
    pub fn room(&self, size: usize, flags: i32) -> Outcome<usize> {
        if size <= TRUSTED_BUFSIZE {
            return Outcome::Done(size);
        }
        if flags & ERRQUEUE != 0 {
            // Asking would take the error; none holds more than a packet.
            return Outcome::Done(TRUSTED_BUFSIZE);
        }
        if self.socktype() == SOCK_STREAM {
            let waiting = self.inq().map_or(0, |bytes| usize::try_from(bytes).unwrap_or(0));
            return Outcome::Done(size.min(TRUSTED_BUFSIZE.max(waiting)));
        }
        let flags = flags | MSG_PEEK | MSG_TRUNC;
        // SAFETY: no byte may be written.
        match unsafe { libc::recv(self.fd(), ptr::null_mut(), 0, flags) } {
            -1 => Outcome::refused("recv"),
            len => Outcome::Done(size.min((len.unsigned_abs()).max(TRUSTED_BUFSIZE))),
        }
    }

    /// Tells how many bytes wait to be received: of a datagram socket, those of the next datagram.
    ///
    /// ioctl(2), `SIOCINQ` of tcp(7), udp(7) and unix(7). EINVAL on a socket that listens.
    pub fn inq(&self) -> Result<i32> {
        self.queue(Some(libc::FIONREAD))
    }

    /// Tells how many bytes wait to be sent, or to be acknowledged.
    ///
    /// ioctl(2), `SIOCOUTQ` of tcp(7) and unix(7). EINVAL on a socket that listens.
    pub fn outq(&self) -> Result<i32> {
        self.queue(sys::OUTQ)
    }

    fn queue(&self, request: Option<sys::Ioctl>) -> Result<i32> {
        let request = request.ok_or(Error::new("ioctl", libc::EOPNOTSUPP))?;
        let mut bytes: c_int = 0;
        // SAFETY: both requests write one int.
        let status = unsafe { libc::ioctl(self.fd(), request, &raw mut bytes) };
        error::check("ioctl", status).map(|_| bytes)
    }

    /// Receives what has come, up to the buffer's size: some bytes of a stream, or one message.
    ///
    /// recv(2); `flags` are `MSG_*`. What of a message does not fit is lost. A size below 1 is EINVAL;
    /// however large it is, memory is taken only for what arrives. With MSG_WAITALL it goes on until
    /// all of the size is there. MSG_TRUNC never gives bytes that were not received: on a TCP stream,
    /// where it throws them away, it gives none.
    pub fn recv_vec(&self, size: usize, flags: i32) -> Outcome<Vec<u8>> {
        if self.is_grown(flags) {
            return self.recv_all(size, flags);
        }
        self.roomy(size, flags, |buf| self.recv(buf, flags).map(|len| (len, ())))
            .map(|(msg, ())| msg)
    }

    /// Receives as [`recv`](Self::recv_vec) does, and tells who has sent it.
    ///
    /// recvfrom(2); `flags` are `MSG_*`. A connected stream names no sender.
    pub fn recvfrom_vec(&self, size: usize, flags: i32) -> Outcome<(Vec<u8>, Option<AddrInfo>)> {
        if self.is_grown(flags) {
            return self.recv_all(size, flags).map(|msg| (msg, None));
        }
        self.roomy(size, flags, |buf| self.recvfrom(buf, flags))
    }

    /// Whether a receive goes on until all is there, however much that is.
    fn is_grown(&self, flags: i32) -> bool {
        flags & (MSG_WAITALL | MSG_PEEK) == MSG_WAITALL && self.socktype() == SOCK_STREAM
    }

    fn roomy<T>(
        &self,
        size: usize,
        flags: i32,
        receive: impl FnOnce(&mut [MaybeUninit<u8>]) -> Outcome<(usize, T)>,
    ) -> Outcome<(Vec<u8>, T)> {
        let mut msg = Vec::new();
        let room = match self.room(size, flags) {
            Outcome::Done(room) => room,
            refused => return refused.map(|_| unreachable!("room is all or nothing")),
        };
        if msg.try_reserve_exact(room).is_err() {
            return Outcome::Failed(Error::new("recv", libc::ENOMEM));
        }
        receive(&mut msg.spare_capacity_mut()[..room]).map(|(len, rest)| {
            // SAFETY: the kernel has written `len` bytes.
            unsafe { msg.set_len(len) };
            (msg, rest)
        })
    }

    fn recv_all(&self, size: usize, flags: i32) -> Outcome<Vec<u8>> {
        let mut msg = Vec::new();
        loop {
            let room = (size - msg.len()).min(TRUSTED_BUFSIZE.max(msg.len()));
            if msg.try_reserve(room).is_err() {
                return Outcome::Failed(Error::new("recv", libc::ENOMEM));
            }
            match self.recv(&mut msg.spare_capacity_mut()[..room], flags) {
                Outcome::Done(len) | Outcome::Part(len) => {
                    // SAFETY: the kernel has written `len` bytes.
                    unsafe { msg.set_len(msg.len() + len) };
                    if len < room || msg.len() == size {
                        return Outcome::Done(msg);
                    }
                }
                // What has arrived is the answer; the next call says why there is no more.
                _ if !msg.is_empty() => return Outcome::Done(msg),
                nothing => return nothing.map(|_| msg),
            }
        }
    }
}

/// Runs `call`, which sends `count` bytes and has no flag to keep SIGPIPE away, with the signal blocked
/// for this thread.
///
/// If the call raised it, it is taken back; one that was pending before stays pending.
fn without_sigpipe(count: usize, call: impl FnOnce() -> isize) -> isize {
    let mut sigpipe = MaybeUninit::<libc::sigset_t>::uninit();
    let mut before = MaybeUninit::<libc::sigset_t>::uninit();
    let mut pending = MaybeUninit::<libc::sigset_t>::uninit();
    // SAFETY: three sets that each call fills whole before it is read.
    let (sigpipe, before, blocked, was_pending) = unsafe {
        libc::sigemptyset(sigpipe.as_mut_ptr());
        libc::sigaddset(sigpipe.as_mut_ptr(), libc::SIGPIPE);
        libc::pthread_sigmask(libc::SIG_BLOCK, sigpipe.as_ptr(), before.as_mut_ptr());
        let blocked = libc::sigismember(before.as_ptr(), libc::SIGPIPE) == 1;
        // Nothing that is not blocked can be pending.
        let was_pending = blocked
            && libc::sigpending(pending.as_mut_ptr()) == 0
            && libc::sigismember(pending.as_ptr(), libc::SIGPIPE) == 1;
        (sigpipe.assume_init(), before.assume_init(), blocked, was_pending)
    };
    let answer = call();
    let errno = error::errno();
    // A peer that goes while a part is sent raises it, too, and the answer is the part.
    let raised = usize::try_from(answer).map_or(errno == libc::EPIPE, |sent| sent < count);
    if raised && !was_pending {
        sys::drain_sigpipe(&sigpipe);
    }
    if !blocked {
        // SAFETY: `before` is the mask that the thread had.
        unsafe { libc::pthread_sigmask(libc::SIG_SETMASK, &raw const before, ptr::null_mut()) };
    }
    sys::set_errno(errno);
    answer
}
