//! Send and receive: bytes, datagrams, files and descriptors.

use std::ffi::c_int;
use std::mem::MaybeUninit;

use llsocket_core::fd::OwnedFd;
use llsocket_core::{AddrInfo, Outcome, Socket};

use crate::ffi::{ArgResult, Args, Descriptor, Entry, Receive, Received, State, functions};
use crate::results;

/// The methods of a socket.
pub(crate) const METHODS: &[Entry] = functions!(Method:
    send, sendto, sendfile, sendfd, write, recv, recvfrom, recvfd, read,
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

/// The size of a receive, in bytes. One that is none, which the core refuses, becomes 0.
#[inline]
fn bufsize(args: &mut Args<'_>, socket: &Socket) -> ArgResult<usize> {
    Ok(match args.get::<Option<i64>>()? {
        Some(size) => usize::try_from(size.max(0)).unwrap_or(usize::MAX),
        None => socket.default_bufsize(),
    })
}

/// Bytes from whom it may be.
struct Bytes<'s> {
    socket: &'s Socket,
    flags: i32,
}

impl Receive for Bytes<'_> {
    type Sender = ();

    #[inline]
    fn nobody() {}

    #[inline]
    fn receive(&self, buf: &mut [MaybeUninit<u8>], (): &mut ()) -> Outcome<usize> {
        self.socket.recv(buf, self.flags)
    }

    fn receive_vec(&self, size: usize, (): &mut ()) -> Outcome<Vec<u8>> {
        match self.socket.checked_bufsize(size) {
            Ok(size) => self.socket.recv_vec(size, self.flags),
            Err(error) => Outcome::Failed(error),
        }
    }

    #[expect(clippy::inline_always, reason = "measured: a call and a copy of the outcome less")]
    #[inline(always)]
    fn push(state: State<'_>, outcome: Outcome<&[u8]>, (): &()) -> c_int {
        results::push_outcome(state, outcome, 1, |msg| {
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
    type Sender = AddrInfo;

    #[inline]
    fn nobody() -> AddrInfo {
        AddrInfo::empty()
    }

    #[inline]
    fn receive(&self, buf: &mut [MaybeUninit<u8>], sender: &mut AddrInfo) -> Outcome<usize> {
        self.socket.recvfrom_into(buf, self.flags, sender)
    }

    fn receive_vec(&self, size: usize, sender: &mut AddrInfo) -> Outcome<Vec<u8>> {
        match self.socket.checked_bufsize(size) {
            Ok(size) => self.socket.recvfrom_vec_into(size, self.flags, sender),
            Err(error) => Outcome::Failed(error),
        }
    }

    #[inline]
    fn push(state: State<'_>, outcome: Outcome<&[u8]>, sender: &AddrInfo) -> c_int {
        results::push_outcome(state, outcome, 2, |msg| {
            state.push_bytes(msg);
            if sender.addr.is_empty() {
                state.push_nil();
            } else {
                state.push_sender(sender);
            }
            2
        })
    }
}
