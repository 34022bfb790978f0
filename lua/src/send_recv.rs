//! Send and receive: bytes, datagrams, files and descriptors.

use std::ffi::c_int;
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;

use llsocket_core::{AddrInfo, Outcome, Result, Socket};

use crate::ffi::{ArgResult, Args, Descriptor, Entry, Receive, Received, State, functions};
use crate::results;

/// The methods of a socket.
pub(crate) const METHODS: &[Entry] = functions!(Method:
    send, sendto, sendfile, sendfd, write, recv, recvfrom, recvfd, read, inq, outq,
);

fn send(args: &mut Args<'_>) -> ArgResult<Outcome<usize>> {
    Ok(args.this::<Socket>()?.send(args.get()?, args.flags()?))
}

fn sendto(args: &mut Args<'_>) -> ArgResult<Outcome<usize>> {
    Ok(args.this::<Socket>()?.sendto(args.get()?, args.get()?, args.flags()?))
}

fn sendfile(args: &mut Args<'_>) -> ArgResult<Outcome<usize>> {
    let (socket, Descriptor(file), bytes) = (args.this::<Socket>()?, args.get()?, args.get()?);
    Ok(socket.sendfile(file, bytes, args.get::<Option<_>>()?.unwrap_or(0)))
}

fn sendfd(args: &mut Args<'_>) -> ArgResult<Outcome<usize>> {
    let (socket, Descriptor(fd)) = (args.this::<Socket>()?, args.get()?);
    Ok(socket.sendfd(fd, args.get()?, args.flags()?))
}

fn write(args: &mut Args<'_>) -> ArgResult<Outcome<usize>> {
    Ok(args.this::<Socket>()?.send(args.get()?, 0))
}

fn recv<'s>(args: &mut Args<'s>) -> ArgResult<Received<Bytes<'s>>> {
    let socket = args.this()?;
    let size = bufsize(args, socket)?;
    Ok(Received(size, Bytes { socket, flags: args.flags()? }))
}

fn recvfrom<'s>(args: &mut Args<'s>) -> ArgResult<Received<Datagram<'s>>> {
    let socket = args.this()?;
    let size = bufsize(args, socket)?;
    Ok(Received(size, Datagram { socket, flags: args.flags()? }))
}

fn recvfd(args: &mut Args<'_>) -> ArgResult<Outcome<OwnedFd>> {
    Ok(args.this::<Socket>()?.recvfd(args.flags()?))
}

fn read<'s>(args: &mut Args<'s>) -> ArgResult<Received<Bytes<'s>>> {
    let socket = args.this()?;
    let size = bufsize(args, socket)?;
    Ok(Received(size, Bytes { socket, flags: 0 }))
}

fn inq(args: &mut Args<'_>) -> ArgResult<Result<i32>> {
    Ok(args.this::<Socket>()?.inq())
}

fn outq(args: &mut Args<'_>) -> ArgResult<Result<i32>> {
    Ok(args.this::<Socket>()?.outq())
}

/// The size of a receive, in bytes.
#[inline]
fn bufsize(args: &mut Args<'_>, socket: &Socket) -> ArgResult<i64> {
    Ok(match args.get()? {
        Some(size) => size,
        None => socket.default_bufsize() as i64,
    })
}

/// Bytes from whom it may be.
struct Bytes<'s> {
    socket: &'s Socket,
    flags: i32,
}

impl Receive for Bytes<'_> {
    type Rest = ();

    #[inline]
    fn receive(&self, buf: &mut [MaybeUninit<u8>]) -> Outcome<(usize, ())> {
        self.socket.recv(buf, self.flags).map(|len| (len, ()))
    }

    fn receive_vec(&self, size: i64) -> Outcome<(Vec<u8>, ())> {
        match self.socket.bufsize(Some(size)) {
            Ok(size) => self.socket.recv_vec(size, self.flags).map(|msg| (msg, ())),
            Err(error) => Outcome::Failed(error),
        }
    }

    #[expect(clippy::inline_always, reason = "measured: a call and a copy of the outcome less")]
    #[inline(always)]
    fn push(state: State<'_>, outcome: Outcome<(&[u8], ())>) -> c_int {
        results::push_outcome(state, outcome, 1, |(msg, ())| {
            state.push_bytes(msg);
            1
        })
    }
}

/// Bytes and their sender: shape F.
struct Datagram<'s> {
    socket: &'s Socket,
    flags: i32,
}

impl Receive for Datagram<'_> {
    type Rest = Option<AddrInfo>;

    #[inline]
    fn receive(&self, buf: &mut [MaybeUninit<u8>]) -> Outcome<(usize, Option<AddrInfo>)> {
        self.socket.recvfrom(buf, self.flags)
    }

    fn receive_vec(&self, size: i64) -> Outcome<(Vec<u8>, Option<AddrInfo>)> {
        match self.socket.bufsize(Some(size)) {
            Ok(size) => self.socket.recvfrom_vec(size, self.flags),
            Err(error) => Outcome::Failed(error),
        }
    }

    #[inline]
    fn push(state: State<'_>, outcome: Outcome<(&[u8], Option<AddrInfo>)>) -> c_int {
        results::push_outcome(state, outcome, 2, |(msg, info)| {
            state.push_bytes(msg);
            match info {
                Some(info) => state.push_addrinfo(info, &[]),
                None => state.push_nil(),
            }
            2
        })
    }
}
