//! Send and receive: bytes, datagrams and files.
//!
//! Calls that do not wait are made with the interpreter's lock held, which is faster than to
//! release it. Calls that would wait, and those that copy much, release it.

use std::mem::MaybeUninit;

use libc::{
    MSG_DONTWAIT, MSG_ERRQUEUE, MSG_FASTOPEN, MSG_OOB, MSG_PEEK, MSG_TRUNC, MSG_WAITALL,
    SOCK_STREAM,
};
use llsocket_core::{self as core, Attempt, LARGEST_IP, Outcome, Readiness, Scratch, SendFile};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple};

use crate::args::{Arg, Descriptor, Info, flags, optional, required};
use crate::ffi::{self, Buffer, UninitBytes};
use crate::results::{From, IntoPyResult, PyResultAny};
use crate::socket::Socket;

/// The bytes for which a receive has room on the stack.
const SMALL: usize = 4096;

/// The bytes from which on copying takes longer than to let other threads run.
const LARGE: usize = LARGEST_IP;

#[pymethods]
impl Socket {
    #[doc = doc!(Socket::send)]
    #[pyo3(signature = (msg, *flags))]
    fn send<'py>(
        &self,
        py: Python<'py>,
        msg: Arg<'_, 'py>,
        flags: &Bound<'py, PyTuple>,
    ) -> PyResultAny<'py> {
        let msg: Buffer<'_, '_> = required("msg", msg)?;
        self.send_impl(py, &msg, self::flags(flags)?, core::Socket::send)
    }

    #[doc = doc!(Socket::sendto)]
    #[pyo3(signature = (msg, ai, *flags))]
    fn sendto<'py>(
        &self,
        py: Python<'py>,
        msg: Arg<'_, 'py>,
        ai: Arg<'_, 'py>,
        flags: &Bound<'py, PyTuple>,
    ) -> PyResultAny<'py> {
        let (msg, ai): (Buffer<'_, '_>, Info<'_>) = (required("msg", msg)?, required("ai", ai)?);
        let info = ai.get();
        self.send_impl(py, &msg, self::flags(flags)?, |socket, msg, flags| {
            socket.sendto(msg, info, flags)
        })
    }

    #[doc = doc!(Socket::sendfile)]
    #[pyo3(signature = (file, bytes, offset=None), text_signature = "($self, file, bytes, offset=0)")]
    fn sendfile<'py>(
        &self,
        py: Python<'py>,
        file: Arg<'_, 'py>,
        bytes: Arg<'_, 'py>,
        offset: Option<Arg<'_, 'py>>,
    ) -> PyResultAny<'py> {
        let (file, bytes): (Descriptor<'_, '_>, _) =
            (required("file", file)?, required("bytes", bytes)?);
        let offset = optional("offset", offset)?.unwrap_or(0);
        file.lend(|file| {
            let mut sending = SendFile::new(file, bytes, offset);
            self.wait_until_done(py, |shared| sending.run(shared))
        })?
        .into_py_result(py)
    }

    #[doc = doc!(Socket::write)]
    fn write<'py>(&self, py: Python<'py>, msg: Arg<'_, 'py>) -> PyResultAny<'py> {
        let msg: Buffer<'_, '_> = required("msg", msg)?;
        self.send_impl(py, &msg, 0, core::Socket::send)
    }

    #[doc = doc!(Socket::recv)]
    #[pyo3(signature = (bufsize=None, *flags))]
    fn recv<'py>(
        &self,
        py: Python<'py>,
        bufsize: Option<Arg<'_, 'py>>,
        flags: &Bound<'py, PyTuple>,
    ) -> PyResultAny<'py> {
        let flags = self::flags(flags)?;
        self.recv_impl(py, optional("bufsize", bufsize)?, flags, Bytes)?
            .map(|(msg, ())| msg)
            .into_py_result(py)
    }

    #[doc = doc!(Socket::recvfrom)]
    #[pyo3(signature = (bufsize=None, *flags))]
    fn recvfrom<'py>(
        &self,
        py: Python<'py>,
        bufsize: Option<Arg<'_, 'py>>,
        flags: &Bound<'py, PyTuple>,
    ) -> PyResultAny<'py> {
        let (size, flags) = (optional("bufsize", bufsize)?, self::flags(flags)?);
        self.recv_impl(py, size, flags, Datagram)?
            .map(|(msg, info)| From(msg, info))
            .into_py_result(py)
    }

    #[doc = doc!(Socket::read)]
    #[pyo3(signature = (bufsize=None))]
    fn read<'py>(&self, py: Python<'py>, bufsize: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
        let size = optional("bufsize", bufsize)?;
        self.recv_impl(py, size, 0, Bytes)?.map(|(msg, ())| msg).into_py_result(py)
    }

    #[doc = doc!(Socket::atmark)]
    fn atmark<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.call(py, core::Socket::atmark)
    }

    #[doc = doc!(Socket::inq)]
    fn inq<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.call(py, core::Socket::inq)
    }

    #[doc = doc!(Socket::outq)]
    fn outq<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        self.call(py, core::Socket::outq)
    }
}

/// What a receive came to, with what came besides the bytes.
type Received<'py, T> = PyResult<Outcome<(Bound<'py, PyBytes>, T)>>;

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
}

/// Bytes, from whom it may be.
#[derive(Clone, Copy)]
struct Bytes;

impl Source for Bytes {
    type Rest = ();

    #[inline]
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
}

/// Bytes and their sender.
#[derive(Clone, Copy)]
struct Datagram;

impl Source for Datagram {
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
}

impl Socket {
    /// Sends, and if not all went at once, waits until it has.
    #[inline]
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
    #[inline]
    pub(crate) fn send_whole(
        &self,
        py: Python<'_>,
        copies_much: bool,
        mut flags: i32,
        send: impl Fn(&core::Socket, usize, i32) -> Outcome<usize> + Send + Sync,
    ) -> PyResult<Outcome<usize>> {
        let mut before = 0;
        let outcome = self.try_then_wait(py, Readiness::Send, copies_much, flags, |socket| {
            match send(socket, before, flags | MSG_DONTWAIT) {
                Outcome::Done(count) => Attempt::Ended(Outcome::Done(before + count)),
                Outcome::Part(0) => {
                    // The connection is on its way, and what is left follows when it is made.
                    flags &= !MSG_FASTOPEN;
                    Attempt::WouldBlock
                }
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
    #[inline]
    fn recv_impl<'py, S: Source>(
        &self,
        py: Python<'py>,
        size: Option<i64>,
        flags: i32,
        source: S,
    ) -> Received<'py, S::Rest> {
        let socket = self.shared.inner();
        let is_stream = socket.socktype() == SOCK_STREAM;
        match socket.bufsize(size) {
            Err(error) => Ok(Outcome::Failed(error)),
            Ok(size) if is_stream && flags & MSG_WAITALL != 0 => self.recv_all(py, size, flags),
            Ok(size @ ..=SMALL) => {
                let mut room = [MaybeUninit::uninit(); SMALL];
                self.recv_into(py, &mut room[..size], flags, source)
            }
            Ok(size) if is_stream => self.recv_stream(py, size, flags, source),
            Ok(size @ ..=LARGEST_IP) => self.recv_scratch(py, size, flags, source),
            Ok(size) => self.recv_heap(py, size, flags, source),
        }
    }

    /// Receives into a buffer from which the bytes are copied.
    #[inline]
    fn recv_into<'py, S: Source>(
        &self,
        py: Python<'py>,
        buf: &mut [MaybeUninit<u8>],
        flags: i32,
        source: S,
    ) -> Received<'py, S::Rest> {
        self.try_then_wait(py, Readiness::Recv, false, flags, |socket| {
            source.recv(socket, buf, flags | MSG_DONTWAIT).into()
        })?
        .try_map(|(len, rest)| Ok((ffi::bytes(py, ffi::received(buf, len))?, rest)))
    }

    /// Receives into the thread's scratch memory.
    fn recv_scratch<'py, S: Source>(
        &self,
        py: Python<'py>,
        size: usize,
        flags: i32,
        source: S,
    ) -> Received<'py, S::Rest> {
        match Scratch::take() {
            Ok(mut scratch) => self.recv_into(py, &mut scratch[..size], flags, source),
            Err(error) => Ok(Outcome::Failed(error)),
        }
    }

    /// Receives much that waits in a stream straight into what becomes the bytes, and else what comes.
    fn recv_stream<'py, S: Source>(
        &self,
        py: Python<'py>,
        size: usize,
        flags: i32,
        source: S,
    ) -> Received<'py, S::Rest> {
        let available = self.shared.acquire().available().min(size);
        // What is out of band, an error, or counted without being there, is small.
        if available > LARGE && flags & (MSG_OOB | MSG_ERRQUEUE | MSG_TRUNC) == 0 {
            let mut uninit = UninitBytes::new(py, available)?;
            let room = uninit.room();
            let received =
                py.detach(|| source.recv(&self.shared.acquire(), room, flags | MSG_DONTWAIT));
            if !matches!(received, Outcome::Again) {
                return received.try_map(|(len, rest)| Ok((uninit.finish(len)?, rest)));
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
    ) -> Received<'py, S::Rest> {
        self.try_then_wait(py, Readiness::Recv, true, flags, |socket| {
            source.recv_vec(socket, size, flags | MSG_DONTWAIT).into()
        })?
        .try_map(|(msg, rest)| Ok((ffi::bytes(py, &msg)?, rest)))
    }

    /// Receives from a stream until all of `size` is there, the peer has closed, or the time ran out.
    fn recv_all<'py, T: Default + Send>(
        &self,
        py: Python<'py>,
        size: usize,
        flags: i32,
    ) -> Received<'py, T> {
        let (mut msg, flags) = (Vec::new(), flags & !MSG_WAITALL);
        let outcome = self.try_then_wait(py, Readiness::Recv, size > LARGE, flags, |socket| {
            if flags & MSG_PEEK != 0 {
                msg.clear();
            }
            match socket.collect(&mut msg, size, flags | MSG_DONTWAIT) {
                Outcome::Done(_) if msg.len() == size => Attempt::Ended(Outcome::Done(())),
                // MSG_TRUNC: what came was thrown away.
                Outcome::Done(0) => Attempt::Ended(Outcome::Done(())),
                // What is peeked at stays, and does not make the socket less ready.
                Outcome::Done(_) if flags & MSG_PEEK == 0 => Attempt::Progressed,
                Outcome::Done(_) if socket.is_hung_up() => Attempt::Ended(Outcome::Done(())),
                Outcome::Done(_) | Outcome::Again => Attempt::WouldBlock,
                outcome => Attempt::Ended(outcome.map(drop)),
            }
        })?;
        match outcome {
            // What has arrived is the answer; the next call says why there is no more.
            _ if !msg.is_empty() => Outcome::Done(()),
            outcome => outcome,
        }
        .try_map(|()| Ok((ffi::bytes(py, &msg)?, T::default())))
    }
}
