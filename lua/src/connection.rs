//! Connections: bind, listen, accept, connect, and the addresses of both ends.

use llsocket_core::fd::OwnedFd;
use llsocket_core::{Outcome, Result, Socket};

use crate::ffi::{ArgResult, Args, Entry, functions};
use crate::results::Accepted;

/// The methods of a socket.
pub(crate) const METHODS: &[Entry] = functions!(Method:
    bind, connect, tryconnect, accept, acceptfd,
);

fn bind(args: &mut Args<'_>) -> ArgResult<Result<()>> {
    Ok(args.this::<Socket>()?.bind(args.get()?))
}

fn connect(args: &mut Args<'_>) -> ArgResult<Result<()>> {
    Ok(args.this::<Socket>()?.connect(args.get()?))
}

fn tryconnect(args: &mut Args<'_>) -> ArgResult<Outcome<bool>> {
    Ok(args.this::<Socket>()?.tryconnect(args.get()?).map(|()| true))
}

fn accept(args: &mut Args<'_>) -> ArgResult<Outcome<Accepted>> {
    let socket = args.this::<Socket>()?;
    Ok(match args.get()? {
        Some(true) => socket.accept_from().map(|(socket, info)| Accepted::From(socket, info)),
        _ => socket.accept().map(Accepted::Alone),
    })
}

fn acceptfd(args: &mut Args<'_>) -> ArgResult<Outcome<OwnedFd>> {
    Ok(args.this::<Socket>()?.acceptfd())
}
