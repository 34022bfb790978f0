//! Talking: send and receive bytes, datagrams and files.
//!
//! What need not wait is done at once, while other threads stand still: that is cheaper than to let
//! them run. What would have to wait, and what copies much, lets them run.

use std::mem::MaybeUninit;

use libc::{EINPROGRESS, MSG_DONTWAIT, MSG_FASTOPEN, MSG_WAITALL};
use llsocket_core::{self as core, Outcome, TRUSTED_BUFSIZE, bufsize};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple};

use crate::args::{Arg, Descriptor, Info, flags, optional, required};
use crate::border::{self, Buffer, Fresh};
use crate::results::{Answer, From, Shape};
use crate::socket::Socket;

/// The bytes for which a receive has room in its own frame.
const SCRATCH: usize = 4096;

/// The bytes from which on copying takes longer than to let other threads run.
const LARGE: usize = 64 * 1024;

#[pymethods]
impl Socket {
    #[doc = doc!(Socket::send)]
    #[pyo3(signature = (msg, *flags))]
    fn send<'py>(
        &self,
        py: Python<'py>,
        msg: Arg<'_, 'py>,
        flags: &Bound<'py, PyTuple>,
    ) -> Answer<'py> {
        let msg: Buffer<'_, '_> = required("msg", msg)?;
        self.say(py, &msg, self::flags(flags)?, core::Socket::send)
    }

    #[doc = doc!(Socket::sendto)]
    #[pyo3(signature = (msg, ai, *flags))]
    fn sendto<'py>(
        &self,
        py: Python<'py>,
        msg: Arg<'_, 'py>,
        ai: Arg<'_, 'py>,
        flags: &Bound<'py, PyTuple>,
    ) -> Answer<'py> {
        let (msg, ai): (Buffer<'_, '_>, Info<'_>) = (required("msg", msg)?, required("ai", ai)?);
        let info = ai.get();
        self.say(py, &msg, self::flags(flags)?, |socket, msg, flags| {
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
    ) -> Answer<'py> {
        let (file, bytes): (Descriptor<'_, '_>, _) =
            (required("file", file)?, required("bytes", bytes)?);
        let offset = optional("offset", offset)?.unwrap_or(0);
        file.lend(|file| self.block(py, |socket| socket.sendfile(file, bytes, offset)))?.shape(py)
    }

    #[doc = doc!(Socket::write)]
    fn write<'py>(&self, py: Python<'py>, msg: Arg<'_, 'py>) -> Answer<'py> {
        let msg: Buffer<'_, '_> = required("msg", msg)?;
        self.say(py, &msg, 0, core::Socket::send)
    }

    #[doc = doc!(Socket::recv)]
    #[pyo3(signature = (bufsize=None, *flags), text_signature = "($self, bufsize=4096, *flags)")]
    fn recv<'py>(
        &self,
        py: Python<'py>,
        bufsize: Option<Arg<'_, 'py>>,
        flags: &Bound<'py, PyTuple>,
    ) -> Answer<'py> {
        let flags = self::flags(flags)?;
        self.hear(py, optional("bufsize", bufsize)?, flags, Bytes)?.map(|(msg, ())| msg).shape(py)
    }

    #[doc = doc!(Socket::recvfrom)]
    #[pyo3(signature = (bufsize=None, *flags), text_signature = "($self, bufsize=4096, *flags)")]
    fn recvfrom<'py>(
        &self,
        py: Python<'py>,
        bufsize: Option<Arg<'_, 'py>>,
        flags: &Bound<'py, PyTuple>,
    ) -> Answer<'py> {
        let (size, flags) = (optional("bufsize", bufsize)?, self::flags(flags)?);
        self.hear(py, size, flags, Datagram)?.map(|(msg, info)| From(msg, info)).shape(py)
    }

    #[doc = doc!(Socket::read)]
    #[pyo3(signature = (bufsize=None), text_signature = "($self, bufsize=4096)")]
    fn read<'py>(&self, py: Python<'py>, bufsize: Option<Arg<'_, 'py>>) -> Answer<'py> {
        let size = optional("bufsize", bufsize)?;
        self.hear(py, size, 0, Bytes)?.map(|(msg, ())| msg).shape(py)
    }

    #[doc = doc!(Socket::atmark)]
    fn atmark<'py>(&self, py: Python<'py>) -> Answer<'py> {
        self.call(py, core::Socket::atmark)
    }

    #[doc = doc!(Socket::inq)]
    fn inq<'py>(&self, py: Python<'py>) -> Answer<'py> {
        self.call(py, core::Socket::inq)
    }

    #[doc = doc!(Socket::outq)]
    fn outq<'py>(&self, py: Python<'py>) -> Answer<'py> {
        self.call(py, core::Socket::outq)
    }
}

impl Socket {
    /// Sends, and if all must go and did not at once, waits until it has.
    #[inline]
    fn say<'py>(
        &self,
        py: Python<'py>,
        msg: &[u8],
        flags: i32,
        send: impl Fn(&core::Socket, &[u8], i32) -> Outcome<usize> + Send + Sync,
    ) -> Answer<'py> {
        if msg.len() > LARGE || flags & MSG_FASTOPEN != 0 {
            return self.block(py, |socket| send(socket, msg, flags))?.shape(py);
        }
        let waits = |socket: &core::Socket| flags & MSG_DONTWAIT == 0 && !socket.is_nonblock();
        let socket = self.shared.enter();
        let tried = send(&socket, msg, flags | MSG_DONTWAIT);
        let waits = !matches!(tried, Outcome::Done(_)) && waits(&socket);
        drop(socket);
        let done = match tried {
            Outcome::Part(done) if waits => done,
            // A connection that is made by what is sent over it.
            Outcome::Failed(error) if waits && error.number() == EINPROGRESS => 0,
            outcome => return outcome.shape(py),
        };
        match self.block(py, |socket| send(socket, &msg[done..], flags))? {
            Outcome::Done(rest) => Outcome::Done(done + rest),
            Outcome::Part(rest) => Outcome::Part(done + rest),
            // The next call will say what has happened.
            _ if done > 0 => Outcome::Part(done),
            outcome => outcome,
        }
        .shape(py)
    }

    /// Does what need not wait at once; and if that is nothing, and this socket waits, waits.
    #[inline]
    pub(crate) fn attempt<T: Send>(
        &self,
        py: Python<'_>,
        flags: i32,
        mut call: impl FnMut(&core::Socket, i32) -> Outcome<T> + Send,
    ) -> PyResult<Outcome<T>> {
        if flags & MSG_WAITALL == 0 {
            let socket = self.shared.enter();
            let tried = call(&socket, flags | MSG_DONTWAIT);
            let again = matches!(tried, Outcome::Again) && flags & MSG_DONTWAIT == 0;
            if !again || socket.is_nonblock() {
                return Ok(tried);
            }
        }
        self.block(py, |socket| call(socket, flags))
    }

    /// Receives up to `size` bytes.
    #[inline]
    fn hear<'py, R: Receive>(
        &self,
        py: Python<'py>,
        size: Option<i64>,
        flags: i32,
        receive: R,
    ) -> Heard<'py, R::Rest> {
        match bufsize(size) {
            Ok(size @ ..=SCRATCH) => self.hear_little(py, size, flags, receive),
            Ok(size @ ..=TRUSTED_BUFSIZE) => self.hear_much(py, size, flags, receive),
            Ok(size) if flags & MSG_WAITALL != 0 => {
                let outcome = self.block(py, |socket| receive.receive_vec(socket, size, flags))?;
                with(outcome, |msg| border::bytes(py, &msg))
            }
            Ok(size) => match self.attempt(py, flags, |socket, flags| socket.room(size, flags))? {
                Outcome::Done(room) => self.hear_much(py, room, flags, receive),
                Outcome::Failed(error) => Ok(Outcome::Failed(error)),
                _ => Ok(Outcome::Again),
            },
            Err(error) => Ok(Outcome::Failed(error)),
        }
    }

    /// Receives into this very frame, for bytes that are copied in no time.
    fn hear_little<'py, R: Receive>(
        &self,
        py: Python<'py>,
        size: usize,
        flags: i32,
        receive: R,
    ) -> Heard<'py, R::Rest> {
        let mut scratch = [MaybeUninit::<u8>::uninit(); SCRATCH];
        let room = &mut scratch[..size];
        let outcome = self.attempt(py, flags, |socket, flags| {
            heard(socket, receive.receive(socket, room, flags))
        })?;
        with(outcome, |len| border::bytes(py, border::received(&scratch, len)))
    }

    /// Receives into what becomes the bytes.
    fn hear_much<'py, R: Receive>(
        &self,
        py: Python<'py>,
        size: usize,
        flags: i32,
        receive: R,
    ) -> Heard<'py, R::Rest> {
        let mut fresh = Fresh::new(py, size)?;
        let room = fresh.room();
        let outcome = if size > LARGE {
            self.block(py, |socket| heard(socket, receive.receive(socket, room, flags)))
        } else {
            self.attempt(py, flags, |socket, flags| {
                heard(socket, receive.receive(socket, room, flags))
            })
        };
        with(outcome?, |len| fresh.finish(len))
    }
}

/// What a receive came to, with what came besides the bytes.
type Heard<'py, T> = PyResult<Outcome<(Bound<'py, PyBytes>, T)>>;

/// The outcome, with bytes made of what was received.
fn with<'py, A, T>(
    outcome: Outcome<(A, T)>,
    make: impl FnOnce(A) -> PyResult<Bound<'py, PyBytes>>,
) -> Heard<'py, T> {
    Ok(match outcome {
        Outcome::Done((msg, rest)) => Outcome::Done((make(msg)?, rest)),
        Outcome::Part((msg, rest)) => Outcome::Part((make(msg)?, rest)),
        Outcome::Again => Outcome::Again,
        Outcome::Closed => Outcome::Closed,
        Outcome::Failed(error) => Outcome::Failed(error),
    })
}

/// The outcome, unless it is the nothing that a datagram socket says when it is closed meanwhile.
#[inline]
fn heard<T>(socket: &core::Socket, outcome: Outcome<(usize, T)>) -> Outcome<(usize, T)> {
    match outcome {
        Outcome::Done((0, _)) if socket.fd() < 0 => Outcome::Closed,
        outcome => outcome,
    }
}

/// One of the ways to receive.
trait Receive: Copy + Send + Sync {
    /// What comes with the bytes.
    type Rest: Send;
    /// Receives into `room`.
    fn receive(
        self,
        socket: &core::Socket,
        room: &mut [MaybeUninit<u8>],
        flags: i32,
    ) -> Outcome<(usize, Self::Rest)>;
    /// Receives up to `size` bytes into memory that grows with what arrives.
    fn receive_vec(
        self,
        socket: &core::Socket,
        size: usize,
        flags: i32,
    ) -> Outcome<(Vec<u8>, Self::Rest)>;
}

/// Bytes, from whom it may be.
#[derive(Clone, Copy)]
struct Bytes;

impl Receive for Bytes {
    type Rest = ();

    #[inline]
    fn receive(
        self,
        socket: &core::Socket,
        room: &mut [MaybeUninit<u8>],
        flags: i32,
    ) -> Outcome<(usize, ())> {
        socket.recv(room, flags).map(|len| (len, ()))
    }

    fn receive_vec(self, socket: &core::Socket, size: usize, flags: i32) -> Outcome<(Vec<u8>, ())> {
        socket.recv_vec(size, flags).map(|msg| (msg, ()))
    }
}

/// Bytes and their sender.
#[derive(Clone, Copy)]
struct Datagram;

impl Receive for Datagram {
    type Rest = Option<core::AddrInfo>;

    #[inline]
    fn receive(
        self,
        socket: &core::Socket,
        room: &mut [MaybeUninit<u8>],
        flags: i32,
    ) -> Outcome<(usize, Self::Rest)> {
        socket.recvfrom(room, flags)
    }

    fn receive_vec(
        self,
        socket: &core::Socket,
        size: usize,
        flags: i32,
    ) -> Outcome<(Vec<u8>, Self::Rest)> {
        socket.recvfrom_vec(size, flags)
    }
}
