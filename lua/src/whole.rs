//! Sends and receives that go on until the whole is done.

use llsocket_core::value::Bytes;
use llsocket_core::{Outcome, Socket};

use crate::ffi::{ArgResult, Args, Entry, functions};

/// The methods of a socket.
pub(crate) const METHODS: &[Entry] = functions!(Method: sendall, recvexactly);

fn sendall(args: &mut Args<'_>) -> ArgResult<Outcome<usize>> {
    Ok(args.this::<Socket>()?.sendall(args.get()?, args.get()?))
}

fn recvexactly(args: &mut Args<'_>) -> ArgResult<Outcome<Bytes>> {
    Ok(args.this::<Socket>()?.recvexactly(args.get()?, args.get()?).map(Bytes))
}
