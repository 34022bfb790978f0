//! The lifecycle of a socket: new, pair, wrap, dup, shutdown, close.

use llsocket_core::fd::{OwnedFd, RawFd};
use llsocket_core::{self as core, ActivatedSocket, Result, Socket, Text};

use crate::ffi::{ArgResult, Args, Entry, addgcfn, collect, delgcfn, functions};
use crate::results::{InSlot, PairInSlots, Plain};

/// The functions of the module `socket`.
pub(crate) const FUNCTIONS: &[Entry] = functions!(Function:
    new, open, pair, wrap, listenfds, shutdown = shutdown_fd, close = close_fd,
);

/// The methods of a socket's lifecycle.
pub(crate) const METHODS: &[Entry] = functions!(Method:
    dup, unwrap, close, fd, family, socktype, protocol,
    dirty, events, timeout,
);

/// The methods that keep a script's functions.
pub(crate) const FINALIZERS: &[Entry] = &[(c"addgcfn", addgcfn), (c"delgcfn", delgcfn)];

/// What Lua does with a socket by itself.
pub(crate) const METAMETHODS: &[&[Entry]] =
    &[functions!(Method: __tostring = tostring, __close = close_scope), &[(c"__gc", collect)]];

fn new(args: &mut Args<'_>) -> ArgResult<Result<InSlot>> {
    Ok(Socket::new(args.get()?, args.get::<Option<_>>()?.unwrap_or(false)).map(InSlot))
}

fn open(args: &mut Args<'_>) -> ArgResult<Result<InSlot>> {
    let (family, socktype) = (args.get()?, args.get()?);
    let protocol = args.get::<Option<_>>()?.unwrap_or(0);
    let nonblock = args.get::<Option<_>>()?.unwrap_or(false);
    Ok(Socket::open(family, socktype, protocol, nonblock).map(InSlot))
}

fn pair(args: &mut Args<'_>) -> ArgResult<Result<PairInSlots>> {
    let socktype = args.get()?;
    let nonblock = args.get::<Option<_>>()?.unwrap_or(false);
    Ok(Socket::pair(socktype, nonblock, args.get::<Option<_>>()?.unwrap_or(0)).map(PairInSlots))
}

fn wrap(args: &mut Args<'_>) -> ArgResult<Result<InSlot>> {
    Ok(Socket::wrap(args.get()?, args.get()?).map(InSlot))
}

fn listenfds(_: &mut Args<'_>) -> ArgResult<Result<Vec<ActivatedSocket>>> {
    Ok(core::listenfds())
}

fn shutdown_fd(args: &mut Args<'_>) -> ArgResult<Result<()>> {
    Ok(core::shutdown(args.get()?, args.get()?))
}

fn close_fd(args: &mut Args<'_>) -> ArgResult<Result<()>> {
    Ok(core::close(args.get()?, args.get()?))
}

fn dup(args: &mut Args<'_>) -> ArgResult<Result<InSlot>> {
    Ok(args.this::<Socket>()?.dup(args.get()?).map(InSlot))
}

fn unwrap(args: &mut Args<'_>) -> ArgResult<Result<OwnedFd>> {
    Ok(args.this::<Socket>()?.unwrap())
}

fn close(args: &mut Args<'_>) -> ArgResult<Result<()>> {
    Ok(args.this::<Socket>()?.close(args.get()?))
}

fn fd(args: &mut Args<'_>) -> ArgResult<Plain<RawFd>> {
    Ok(Plain(args.this::<Socket>()?.fd()))
}

fn family(args: &mut Args<'_>) -> ArgResult<Plain<i32>> {
    Ok(Plain(args.this::<Socket>()?.family()))
}

fn socktype(args: &mut Args<'_>) -> ArgResult<Plain<i32>> {
    Ok(Plain(args.this::<Socket>()?.socktype()))
}

fn protocol(args: &mut Args<'_>) -> ArgResult<Plain<i32>> {
    Ok(Plain(args.this::<Socket>()?.protocol()))
}

/// For LuaSocket's `select`: nothing that was received waits outside the kernel.
fn dirty(args: &mut Args<'_>) -> ArgResult<Plain<bool>> {
    args.this::<Socket>().map(|_| Plain(false))
}

/// For cqueues: what to wait for.
fn events(args: &mut Args<'_>) -> ArgResult<Plain<&'static str>> {
    args.this::<Socket>().map(|_| Plain("r"))
}

/// For cqueues: how long to wait; there is no limit.
fn timeout(args: &mut Args<'_>) -> ArgResult<Plain<Option<i64>>> {
    args.this::<Socket>().map(|_| Plain(None))
}

fn tostring(args: &mut Args<'_>) -> ArgResult<Plain<Text>> {
    let socket = args.this::<Socket>()?;
    let mut text = Text::from(&b"llsocket.socket: "[..]);
    text.push(socket.describe().as_bytes());
    Ok(Plain(text))
}

/// The end of the scope of a `<close>` variable; an error cannot be returned.
fn close_scope(args: &mut Args<'_>) -> ArgResult<Plain<Option<i64>>> {
    let _ = args.this::<Socket>()?.close(None);
    Ok(Plain(None))
}
