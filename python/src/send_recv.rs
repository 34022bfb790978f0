//! Send and receive: bytes, datagrams and files.
//!
//! Calls that do not wait are made with the interpreter's lock held, which is faster than to
//! release it. Calls that would wait, and those that copy much, release it.

use std::mem::MaybeUninit;

use llsocket_core::c::{
    MSG_ERRQUEUE, MSG_FASTOPEN, MSG_OOB, MSG_PEEK, MSG_TRUNC, MSG_WAITALL, SOCK_STREAM,
};
use llsocket_core::{
    self as core, Attempt, Error, LARGEST_IP, Outcome, Readiness, Scratch, SendFile, is_nowait,
    nowait,
};
use pyo3::prelude::*;

use crate::address::LastSender;
use crate::args::{Descriptor, Info};
use crate::audit;
use crate::ffi::{self, Buffer, UninitBytes};
use crate::gil;
use crate::results::{self, IntoPyResult, PyResultAny};
use crate::socket::Socket;

/// The bytes for which a receive has room on the stack.
const SMALL: usize = 4096;

/// The bytes from which on copying takes longer than to let other threads run.
pub(crate) const LARGE: usize = LARGEST_IP;

methods! { Socket {
    send(msg: Buffer<'_, '_>, *flags) =>
        |this, py| this.send_impl(py, &msg, flags, core::Socket::send);
    sendto(msg: Buffer<'_, '_>, ai: Info<'_>, *flags) => |this, py, object| {
        let (msg, info) = (&*msg, ai.get());
        audit::socket(c"socket.sendto", object, Some(&info.addr))?;
        let sent = this.send_whole(py, msg.len() > LARGE, flags, |socket, before, flags| {
            socket.sendto(&msg[before..], info, flags)
        })?;
        match sent {
            Outcome::Failed(_) => results::named(sent.into_py_result(py)?, Some(&info.addr)),
            sent => sent.into_py_result(py),
        }
    };
    sendfile(file: Descriptor<'_, '_>, bytes: i64 [, offset: i64 = 0]) => |this, py| {
        file.lend(|file| {
            let mut sending = SendFile::new(file, bytes, offset);
            this.wait_until_done(py, |shared| sending.run(shared))
        })?
        .into_py_result(py)
    };
    write(msg: Buffer<'_, '_>) => |this, py| this.send_impl(py, &msg, 0, core::Socket::send);
    recv([bufsize: i64], *flags) => |this, py| this.recv_impl(py, bufsize, flags, Bytes);
    recvfrom([bufsize: i64], *flags) => |this, py| this.recv_impl(py, bufsize, flags, Datagram(&this.last_sender));
    read([bufsize: i64]) => |this, py| this.recv_impl(py, bufsize, 0, Bytes);
} }

/// One of the ways to receive.
trait Source: Copy + Send + Sync {
    /// What comes with the bytes.
    type Rest: Default + Send;
    /// Receives into a buffer.
    fn recv(
        self,
        socket: &core::Socket,
        buf: &mut [MaybeUninit<u8>],
        flags: i32,
    ) -> Outcome<(usize, Self::Rest)>;
    /// Receives into new memory.
    fn recv_vec(
        self,
        socket: &core::Socket,
        size: usize,
        flags: i32,
    ) -> Outcome<(Vec<u8>, Self::Rest)>;
    /// The result, of bytes that `make` makes.
    fn result<'py, T>(
        self,
        py: Python<'py>,
        outcome: Outcome<(T, Self::Rest)>,
        make: impl FnOnce(T) -> PyResultAny<'py>,
    ) -> PyResultAny<'py>;
}

/// Bytes, from whom it may be.
#[derive(Clone, Copy)]
struct Bytes;

impl Source for Bytes {
    type Rest = ();

    #[expect(clippy::inline_always, reason = "a call costs 15 instructions of each receive")]
    #[inline(always)]
    fn recv(
        self,
        socket: &core::Socket,
        buf: &mut [MaybeUninit<u8>],
        flags: i32,
    ) -> Outcome<(usize, ())> {
        socket.recv(buf, flags).map(|len| (len, ()))
    }

    fn recv_vec(self, socket: &core::Socket, size: usize, flags: i32) -> Outcome<(Vec<u8>, ())> {
        socket.recv_vec(size, flags).map(|msg| (msg, ()))
    }

    #[inline]
    fn result<'py, T>(
        self,
        py: Python<'py>,
        outcome: Outcome<(T, ())>,
        make: impl FnOnce(T) -> PyResultAny<'py>,
    ) -> PyResultAny<'py> {
        results::outcome(py, outcome, |(msg, ())| make(msg))
    }
}

/// Bytes and their sender.
#[derive(Clone, Copy)]
struct Datagram<'s>(&'s LastSender);

impl Source for Datagram<'_> {
    type Rest = Option<core::AddrInfo>;

    #[inline]
    fn recv(
        self,
        socket: &core::Socket,
        buf: &mut [MaybeUninit<u8>],
        flags: i32,
    ) -> Outcome<(usize, Self::Rest)> {
        socket.recvfrom(buf, flags)
    }

    fn recv_vec(
        self,
        socket: &core::Socket,
        size: usize,
        flags: i32,
    ) -> Outcome<(Vec<u8>, Self::Rest)> {
        socket.recvfrom_vec(size, flags)
    }

    #[inline]
    fn result<'py, T>(
        self,
        py: Python<'py>,
        outcome: Outcome<(T, Self::Rest)>,
        make: impl FnOnce(T) -> PyResultAny<'py>,
    ) -> PyResultAny<'py> {
        results::message(py, outcome, make, |sender| self.0.object(py, sender))
    }
}

impl Socket {
    /// Sends, and if not all went at once, waits until it has.
    #[expect(clippy::inline_always, reason = "a call costs 15 instructions of each send")]
    #[inline(always)]
    fn send_impl<'py>(
        &self,
        py: Python<'py>,
        msg: &[u8],
        flags: i32,
        send: impl Fn(&core::Socket, &[u8], i32) -> Outcome<usize> + Send + Sync,
    ) -> PyResultAny<'py> {
        self.send_whole(py, msg.len() > LARGE, flags, |socket, before, flags| {
            send(socket, &msg[before..], flags)
        })?
        .into_py_result(py)
    }

    /// Sends piece by piece, by a call that is told how many bytes went before.
    #[expect(clippy::inline_always, reason = "a call costs 15 instructions of each send")]
    #[inline(always)]
    pub(crate) fn send_whole(
        &self,
        py: Python<'_>,
        copies_much: bool,
        flags: i32,
        send: impl Fn(&core::Socket, usize, i32) -> Outcome<usize> + Send + Sync,
    ) -> PyResult<Outcome<usize>> {
        match self.try_now(py, copies_much, |socket| send(socket, 0, nowait(flags))) {
            Outcome::Part(before) => self.send_rest(py, before, flags, send),
            outcome => Ok(outcome),
        }
    }

    /// Waits to send what did not go at once.
    #[cold]
    fn send_rest(
        &self,
        py: Python<'_>,
        mut before: usize,
        mut flags: i32,
        send: impl Fn(&core::Socket, usize, i32) -> Outcome<usize> + Send + Sync,
    ) -> PyResult<Outcome<usize>> {
        if before == 0 {
            // The connection is on its way, and what is left follows when it is made.
            flags &= !MSG_FASTOPEN;
        }
        let outcome = self.wait_to(py, Readiness::Send, flags, |socket| {
            match send(socket, before, nowait(flags)) {
                Outcome::Done(count) => Attempt::Ended(Outcome::Done(before + count)),
                Outcome::Part(0) => Attempt::WouldBlock,
                Outcome::Part(count) => {
                    before += count;
                    Attempt::Progressed
                }
                outcome => Attempt::Ended(outcome),
            }
        })?;
        Ok(match outcome {
            Outcome::Again => Outcome::Part(before),
            // The next call says what has happened.
            Outcome::Closed | Outcome::Failed(_) if before > 0 => Outcome::Part(before),
            outcome => outcome,
        })
    }

    /// Receives up to `size` bytes.
    #[expect(clippy::inline_always, reason = "a call costs 15 instructions of each receive")]
    #[inline(always)]
    fn recv_impl<'py, S: Source>(
        &self,
        py: Python<'py>,
        size: Option<i64>,
        flags: i32,
        source: S,
    ) -> PyResultAny<'py> {
        let socket = self.shared.inner();
        let is_stream = socket.socktype() == SOCK_STREAM;
        if is_stream && socket.has_lowat() && !is_nowait(flags) {
            self.wait_for_lowat(py, socket.bufsize(size).unwrap_or(0))?;
        }
        match socket.bufsize(size) {
            Err(error) => failed(py, error, source),
            Ok(size) if is_stream && flags & MSG_WAITALL != 0 => {
                self.recv_all(py, size, flags, source)
            }
            Ok(size @ ..=SMALL) => {
                let mut buf = [MaybeUninit::uninit(); SMALL];
                self.recv_into(py, &mut buf[..size], flags, source)
            }
            Ok(size) if is_stream => self.recv_stream(py, size, flags, source),
            Ok(size @ ..=LARGEST_IP) => self.recv_scratch(py, size, flags, source),
            Ok(size) => self.recv_heap(py, size, flags, source),
        }
    }

    /// Waits, on a socket that does, until there are as many bytes as rcvlowat says, no more will come, or the
    /// time ran out: a receive that does not wait takes any.
    #[cold]
    fn wait_for_lowat(&self, py: Python<'_>, size: usize) -> PyResult<()> {
        if !self.shared.acquire().is_below_lowat(size) {
            return Ok(());
        }
        let Ok(Some(blocking)) = self.shared.blocking(Readiness::Recv) else { return Ok(()) };
        // Whatever ended the wait, the receive says what there is.
        gil::wait(py, blocking, |socket| {
            if socket.is_below_lowat(size) {
                Attempt::WouldBlock
            } else {
                Attempt::Ended(Outcome::Done(()))
            }
        })
        .map(drop)
    }

    /// Receives into a buffer from which the bytes are copied.
    #[inline]
    fn recv_into<'py, S: Source>(
        &self,
        py: Python<'py>,
        buf: &mut [MaybeUninit<u8>],
        flags: i32,
        source: S,
    ) -> PyResultAny<'py> {
        let mut has_tried = false;
        let outcome = self.try_then_wait(py, Readiness::Recv, false, flags, |socket| {
            let received = source.recv(socket, buf, nowait(flags));
            if has_tried && matches!(received, Outcome::Again) && socket.is_recv_shutdown() {
                // With MSG_DONTWAIT a datagram socket does not say that nothing will come any more.
                return source.recv(socket, buf, flags);
            }
            has_tried = true;
            received
        })?;
        source
            .result(py, outcome, |len| ffi::bytes(py, ffi::received(buf, len)).map(Bound::into_any))
    }

    /// Receives into the thread's scratch memory.
    #[inline]
    fn recv_scratch<'py, S: Source>(
        &self,
        py: Python<'py>,
        size: usize,
        flags: i32,
        source: S,
    ) -> PyResultAny<'py> {
        match Scratch::take() {
            Ok(mut scratch) => self.recv_into(py, &mut scratch[..size], flags, source),
            Err(error) => failed(py, error, source),
        }
    }

    /// Receives much that waits in a stream straight into what becomes the bytes, and else what comes.
    fn recv_stream<'py, S: Source>(
        &self,
        py: Python<'py>,
        size: usize,
        flags: i32,
        source: S,
    ) -> PyResultAny<'py> {
        let available = self.shared.acquire().available().min(size);
        // What is out of band, an error, or counted without being there, is small.
        if available > LARGE && flags & (MSG_OOB | MSG_ERRQUEUE | MSG_TRUNC) == 0 {
            let mut uninit = UninitBytes::new(py, available)?;
            let room = uninit.room();
            let received = self.detached(py, |socket| source.recv(socket, room, nowait(flags)));
            if !matches!(received, Outcome::Again) {
                let finish = |len| uninit.finish(len).map(Bound::into_any);
                return source.result(py, received, finish);
            }
            // Another reader was faster.
        }
        self.recv_scratch(py, size.min(LARGE), flags, source)
    }

    /// Receives a message that may be larger than any of IP.
    fn recv_heap<'py, S: Source>(
        &self,
        py: Python<'py>,
        size: usize,
        flags: i32,
        source: S,
    ) -> PyResultAny<'py> {
        let outcome = self.try_then_wait(py, Readiness::Recv, true, flags, |socket| {
            source.recv_vec(socket, size, nowait(flags))
        })?;
        source.result(py, outcome, |msg| ffi::bytes(py, &msg).map(Bound::into_any))
    }

    /// Receives from a stream until all of `size` is there, the peer has closed, or the time ran out.
    fn recv_all<'py, S: Source>(
        &self,
        py: Python<'py>,
        size: usize,
        flags: i32,
        source: S,
    ) -> PyResultAny<'py> {
        let (mut msg, flags) = (Vec::new(), flags & !MSG_WAITALL);
        let mut attempt = |socket: &core::Socket| {
            if flags & MSG_PEEK != 0 {
                msg.clear();
            }
            match socket.collect(&mut msg, size, nowait(flags)) {
                Outcome::Done(_) if msg.len() == size => Attempt::Ended(Outcome::Done(())),
                // MSG_TRUNC: what came was thrown away.
                Outcome::Done(0) => Attempt::Ended(Outcome::Done(())),
                // What is peeked at stays, and does not make the socket less ready.
                Outcome::Done(_) if flags & MSG_PEEK == 0 => Attempt::Progressed,
                Outcome::Done(_) if socket.is_hung_up() => Attempt::Ended(Outcome::Done(())),
                Outcome::Done(_) | Outcome::Again => Attempt::WouldBlock,
                outcome => Attempt::Ended(outcome.map(drop)),
            }
        };
        let outcome = match self.try_now(py, size > LARGE, &mut attempt) {
            Attempt::Ended(outcome) => outcome,
            _ => self.wait_to(py, Readiness::Recv, flags, attempt)?,
        };
        let outcome = match outcome {
            // What has arrived is the answer; the next call says why there is no more.
            _ if !msg.is_empty() => Outcome::Done(()),
            outcome => outcome,
        };
        let outcome = outcome.map(|()| ((), S::Rest::default()));
        source.result(py, outcome, |()| ffi::bytes(py, &msg).map(Bound::into_any))
    }
}

/// The result of a receive that was not made.
#[cold]
fn failed<S: Source>(py: Python<'_>, error: Error, source: S) -> PyResultAny<'_> {
    source.result(py, Outcome::<((), _)>::Failed(error), |()| Ok(results::none(py)))
}
