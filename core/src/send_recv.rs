//! Send and receive: bytes and datagrams.

use std::mem::MaybeUninit;

use crate::c::{MSG_PEEK, MSG_TRUNC, MSG_WAITALL, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM, c_int};
use crate::outcome::Meaning;
use crate::{Addr, AddrInfo, Error, Outcome, Result, Socket, c, error, memory, sys};

/// The default size of a receive from a stream, in bytes.
const STREAM_BUFSIZE: usize = 4096;

/// The maximum size of an IP packet, and the default size of a receive from sockets other than
/// streams.
pub const LARGEST_IP: usize = 65_536;

/// The maximum that Linux transfers in one call: INT_MAX, rounded down to a page.
const LARGEST_CALL: usize = 0x7fff_f000;

/// The bytes of a stream for which a receive makes room on the caller's word.
const STREAM_ROOM: usize = 256 * 1024;

/// The flag for the queue of errors, where there is one.
const ERRQUEUE: c_int = match sys::number("MSG_ERRQUEUE") {
    Some(flag) => flag,
    None => 0,
};

/// The `flags` of a call that says again instead of waiting (MSG_DONTWAIT).
#[inline]
pub const fn nowait(flags: i32) -> i32 {
    flags | sys::NOWAIT
}

/// Whether a call with `flags` says again instead of waiting, as one for the queue of errors always does.
#[inline]
pub const fn is_nowait(flags: i32) -> bool {
    flags & (sys::NOWAIT | ERRQUEUE) != 0
}

impl Socket {
    /// Sends `msg`, and returns the number of bytes that were accepted.
    ///
    /// send(2); `flags` are `MSG_*`, to which MSG_NOSIGNAL is always added. An empty message is a
    /// valid datagram; on a stream it is EINVAL. EMSGSIZE for a datagram that is too long. If the
    /// peer has closed, EPIPE is returned as the outcome closed; after the socket's own SHUT_WR it
    /// is an error; if there never was a peer, it becomes ENOTCONN. MSG_ZEROCOPY is EOPNOTSUPP.
    #[inline]
    pub fn send(&self, msg: &[u8], flags: i32) -> Outcome<usize> {
        if let Some(error) = self.refuse_send("send", msg, flags) {
            return Outcome::Failed(error);
        }
        let flags = flags | sys::SEND_FLAGS;
        // SAFETY: `msg` is readable for its length.
        let sent = unsafe { c::send(self.fd(), msg.as_ptr().cast(), msg.len(), flags) };
        self.sent("send", sent, msg.len(), flags)
    }

    /// Sends `msg` to the address of an addrinfo, and returns the number of bytes that were
    /// accepted.
    ///
    /// sendto(2); `flags` are `MSG_*`, to which MSG_NOSIGNAL is always added. An empty message is a
    /// valid datagram; on a stream it is EINVAL. On a connected stream the call fails with EISCONN,
    /// or sends to the peer. With MSG_FASTOPEN it returns `again` and 0 bytes while the connection
    /// is in progress. MSG_ZEROCOPY is EOPNOTSUPP.
    pub fn sendto(&self, msg: &[u8], info: &AddrInfo, flags: i32) -> Outcome<usize> {
        if let Some(error) = self.refuse_send("sendto", msg, flags) {
            return Outcome::Failed(error);
        }
        let (flags, addr) = (flags | sys::SEND_FLAGS, &info.addr);
        // SAFETY: `msg` and `addr` are readable for their lengths.
        let sent = unsafe {
            c::sendto(self.fd(), msg.as_ptr().cast(), msg.len(), flags, addr.as_ptr(), addr.len())
        };
        self.sent("sendto", sent, msg.len(), flags)
    }

    /// Why a send is not even tried: an empty message on a stream, flags that are not safe.
    #[inline]
    fn refuse_send(&self, call: &'static str, msg: &[u8], flags: i32) -> Option<Error> {
        if flags & sys::REFUSED_FLAGS != 0 {
            return Some(self.refusal(call, c::EOPNOTSUPP));
        }
        (msg.is_empty() && self.socktype() == SOCK_STREAM).then(|| self.refusal(call, c::EINVAL))
    }

    /// The outcome of `call`, which was to send `len` bytes and answered `sent`.
    #[inline]
    pub(crate) fn sent(
        &self,
        call: &'static str,
        sent: isize,
        len: usize,
        flags: i32,
    ) -> Outcome<usize> {
        match usize::try_from(sent) {
            Ok(sent) if sent < len => Outcome::Part(sent),
            Ok(sent) => Outcome::Done(sent),
            Err(_) => self.not_sent(call, flags),
        }
    }

    #[cold]
    fn not_sent(&self, call: &'static str, flags: i32) -> Outcome<usize> {
        let errno = error::errno();
        match Meaning::of(errno) {
            Meaning::WouldBlock | Meaning::Interrupted => Outcome::Part(0),
            // Nothing went, and the connection is on its way.
            Meaning::InProgress if flags & sys::FASTOPEN != 0 => Outcome::Part(0),
            Meaning::BrokenPipe => self.broken_pipe(call),
            Meaning::Reset => Outcome::Closed,
            _ => Outcome::Failed(Error::new(call, errno)),
        }
    }

    /// The bytes that a receive of `size` needs room for: by default 4096 on a stream, 65,536 on any
    /// other socket; EINVAL below 1.
    ///
    /// No more than the kernel can hand over in one call, however much is asked for.
    #[inline]
    pub fn bufsize(&self, size: Option<i64>) -> Result<usize> {
        match size {
            None => Ok(self.default_bufsize()),
            Some(size) => self.checked_bufsize(usize::try_from(size.max(0)).unwrap_or(usize::MAX)),
        }
    }

    /// The bytes that a receive of `size` needs room for, as [`bufsize`](Self::bufsize) says.
    #[inline]
    pub fn checked_bufsize(&self, size: usize) -> Result<usize> {
        match size {
            1..=0xffff => Ok(size),
            0x10000.. => Ok(size.min(self.largest())),
            0 => Err(self.refusal("recv", c::EINVAL)),
        }
    }

    /// The default size of a receive.
    #[inline]
    pub fn default_bufsize(&self) -> usize {
        if self.socktype() == SOCK_STREAM { STREAM_BUFSIZE } else { LARGEST_IP }
    }

    /// The most that one receive can bring.
    fn largest(&self) -> usize {
        let is_ip = matches!(self.family(), c::AF_INET | c::AF_INET6);
        if is_ip && self.socktype() == SOCK_DGRAM { LARGEST_IP } else { LARGEST_CALL }
    }

    /// Receives into `buf`, and returns the number of bytes in it.
    ///
    /// recv(2); `flags` are `MSG_*`. MSG_TRUNC never counts bytes that were not received: on a TCP
    /// stream, where it discards them, it receives none.
    #[inline]
    pub fn recv(&self, buf: &mut [MaybeUninit<u8>], flags: i32) -> Outcome<usize> {
        if flags & (MSG_TRUNC | sys::REFUSED_FLAGS) != 0 {
            return self.recv_special(buf, flags);
        }
        // SAFETY: `buf` is writable for its length.
        let received = unsafe { c::recv(self.fd(), buf.as_mut_ptr().cast(), buf.len(), flags) };
        self.received("recv", received, buf.len(), flags)
    }

    /// A receive with flags that need care.
    #[cold]
    fn recv_special(&self, buf: &mut [MaybeUninit<u8>], flags: i32) -> Outcome<usize> {
        clear_for(flags, buf);
        self.recv_cleared(buf, flags)
    }

    /// Receives into `buf`, and returns the number of bytes in it and the sender's address.
    ///
    /// recvfrom(2), otherwise as [`recv`](Self::recv). On a connected stream there is no sender's
    /// address.
    pub fn recvfrom(
        &self,
        buf: &mut [MaybeUninit<u8>],
        flags: i32,
    ) -> Outcome<(usize, Option<AddrInfo>)> {
        let mut sender = AddrInfo::empty();
        let received = self.recvfrom_into(buf, flags, &mut sender);
        received.map(|len| (len, sender.into_option()))
    }

    /// Receives as [`recvfrom`](Self::recvfrom) does, and writes who sent it to `sender`, which is empty.
    #[inline]
    pub fn recvfrom_into(
        &self,
        buf: &mut [MaybeUninit<u8>],
        flags: i32,
        sender: &mut AddrInfo,
    ) -> Outcome<usize> {
        clear_for(flags, buf);
        self.recvfrom_cleared(buf, flags, sender)
    }

    #[inline]
    fn recv_cleared(&self, buf: &mut [MaybeUninit<u8>], flags: i32) -> Outcome<usize> {
        if flags & sys::REFUSED_FLAGS != 0 {
            return Outcome::Failed(self.refusal("recv", c::EOPNOTSUPP));
        }
        // SAFETY: `buf` is writable for its length.
        let received = unsafe { c::recv(self.fd(), buf.as_mut_ptr().cast(), buf.len(), flags) };
        self.received("recv", received, buf.len(), flags)
    }

    #[inline]
    fn recvfrom_cleared(
        &self,
        buf: &mut [MaybeUninit<u8>],
        flags: i32,
        sender: &mut AddrInfo,
    ) -> Outcome<usize> {
        if flags & sys::REFUSED_FLAGS != 0 {
            return Outcome::Failed(self.refusal("recvfrom", c::EOPNOTSUPP));
        }
        // SAFETY: `buf` is writable for its length; `fill` hands over a place and its length.
        let received = sender.addr.fill(|addr, len| unsafe {
            c::recvfrom(self.fd(), buf.as_mut_ptr().cast(), buf.len(), flags, addr, len)
        });
        if self.socktype() == SOCK_STREAM {
            // A unix stream tells the peer's name again, where it has one.
            sender.addr = Addr::empty();
        }
        (sender.socktype, sender.protocol) = (self.socktype(), self.protocol());
        self.received("recvfrom", received, buf.len(), flags)
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
        if received > 0 && flags & MSG_TRUNC == 0 {
            return Outcome::Done(received as usize);
        }
        self.received_otherwise(call, received, room, flags)
    }

    /// What an answer means that may not be the number of bytes in the buffer.
    #[inline(never)]
    fn received_otherwise(
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
            // No empty datagram came: another thread has shut the socket down to close it.
            Ok(0) if self.fd() < 0 => Outcome::Failed(Error::new(call, c::EBADF)),
            Ok(_) if flags & MSG_TRUNC != 0 && self.trunc_discards() => Outcome::Done(0),
            Ok(received) => Outcome::Done(received.min(room)),
            Err(_) => Outcome::refused(call),
        }
    }

    /// Whether MSG_TRUNC may make this socket count data that it discards instead of copying.
    ///
    /// The kernel is asked, because the number may refer to another socket by now. Streams of unix
    /// and vsock are known to copy; on any other stream the buffer is assumed not to be written.
    fn trunc_discards(&self) -> bool {
        let family = sys::domain(self.fd());
        let copies = family == c::AF_UNIX || Some(family) == const { sys::number("AF_VSOCK") };
        // One that does not tell what it is may be a stream.
        matches!(sys::socktype(self.fd()), SOCK_STREAM | -1) && !copies
    }

    /// Receives up to `bufsize` bytes of a stream, or one message.
    ///
    /// recv(2); `flags` are `MSG_*`. The size is by default 4096 on a stream and 65,536 on any
    /// other socket. A longer message is truncated, and the rest of it is discarded. A size below 1
    /// is EINVAL; memory is used only for the bytes that arrive, however large the size is. With
    /// MSG_WAITALL the call waits for `bufsize` bytes. MSG_TRUNC never returns bytes that were not
    /// received: on a TCP stream, where it discards them, it returns none. MSG_ZEROCOPY is
    /// EOPNOTSUPP.
    pub fn recv_vec(&self, size: usize, flags: i32) -> Outcome<Vec<u8>> {
        if self.is_waitall(flags) {
            return self.recv_all(size, flags);
        }
        self.recv_heap(size, flags, |buf| self.recv_cleared(buf, flags))
    }

    /// Receives as [`recv`](Self::recv_vec) does, and returns the sender's address, too.
    ///
    /// recvfrom(2); `flags` are `MSG_*`. On a connected stream there is no sender's address.
    pub fn recvfrom_vec(&self, size: usize, flags: i32) -> Outcome<(Vec<u8>, Option<AddrInfo>)> {
        let mut sender = AddrInfo::empty();
        let received = self.recvfrom_vec_into(size, flags, &mut sender);
        received.map(|msg| (msg, sender.into_option()))
    }

    /// Receives as [`recvfrom_vec`](Self::recvfrom_vec) does, and writes who sent it to `sender`, which is
    /// empty.
    pub fn recvfrom_vec_into(
        &self,
        size: usize,
        flags: i32,
        sender: &mut AddrInfo,
    ) -> Outcome<Vec<u8>> {
        if self.is_waitall(flags) {
            return self.recv_all(size, flags);
        }
        self.recv_heap(size, flags, |buf| self.recvfrom_cleared(buf, flags, sender))
    }

    /// Whether a receive goes on until all is there, however much that is.
    pub fn is_waitall(&self, flags: i32) -> bool {
        flags & (MSG_WAITALL | MSG_PEEK) == MSG_WAITALL && self.socktype() == SOCK_STREAM
    }

    /// Receives into new memory, of which what is never written to is never used.
    fn recv_heap(
        &self,
        size: usize,
        flags: i32,
        receive: impl FnOnce(&mut [MaybeUninit<u8>]) -> Outcome<usize>,
    ) -> Outcome<Vec<u8>> {
        let size = if self.socktype() == SOCK_STREAM {
            // What does not fit stays in the stream.
            size.min(STREAM_ROOM.max(self.available()))
        } else {
            size.min(self.largest())
        };
        let Some((mut msg, size)) = memory::room(size, LARGEST_IP, flags & MSG_TRUNC != 0) else {
            return Outcome::Failed(Error::memory("recv"));
        };
        receive(&mut msg.spare_capacity_mut()[..size]).map(|len| {
            // SAFETY: the kernel has written `len` bytes.
            unsafe { msg.set_len(len) };
            msg
        })
    }

    fn recv_all(&self, size: usize, flags: i32) -> Outcome<Vec<u8>> {
        let mut msg = Vec::new();
        loop {
            let room = next_room(&msg, size);
            match self.append(&mut msg, room, flags) {
                Outcome::Done(len) if len < room || msg.len() == size => return Outcome::Done(msg),
                Outcome::Done(_) | Outcome::Part(_) => {}
                // What has arrived is the answer; the next call says why there is no more.
                _ if !msg.is_empty() => return Outcome::Done(msg),
                nothing => return nothing.map(|_| msg),
            }
        }
    }

    /// Receives up to `size` bytes in all behind those that `msg` holds: as many as can be had at once.
    pub fn collect(&self, msg: &mut Vec<u8>, size: usize, flags: i32) -> Outcome<usize> {
        let room = next_room(msg, size);
        self.append(msg, room, flags)
    }

    /// Receives up to `room` bytes behind those that `msg` holds.
    pub(crate) fn append(&self, msg: &mut Vec<u8>, room: usize, flags: i32) -> Outcome<usize> {
        if msg.try_reserve(room).is_err() {
            return Outcome::Failed(Error::memory("recv"));
        }
        let received = self.recv(&mut msg.spare_capacity_mut()[..room], flags);
        if let Outcome::Done(len) = received {
            // SAFETY: the kernel has written `len` bytes.
            unsafe { msg.set_len(msg.len() + len) };
        }
        received
    }
}

/// How much to receive next behind `msg`, which is to hold `size` bytes: memory grows with what came.
pub(crate) fn next_room(msg: &[u8], size: usize) -> usize {
    (size - msg.len()).min(STREAM_ROOM.max(msg.len()))
}

/// Zeroes a buffer for a receive whose answer may count bytes that were not written (MSG_TRUNC).
#[inline]
fn clear_for(flags: i32, buf: &mut [MaybeUninit<u8>]) {
    if flags & MSG_TRUNC != 0 {
        buf.fill(MaybeUninit::new(0));
    }
}
