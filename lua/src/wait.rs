//! Waiting for one socket.

use llsocket_core::{Outcome, Socket};

use crate::ffi::{ArgResult, Args, Entry, functions};

/// The methods of a socket.
pub(crate) const METHODS: &[Entry] = functions!(Method: recvable, sendable);

fn recvable(args: &mut Args<'_>) -> ArgResult<Outcome<bool>> {
    Ok(args.this::<Socket>()?.recvable(args.get()?).map(|()| true))
}

fn sendable(args: &mut Args<'_>) -> ArgResult<Outcome<bool>> {
    Ok(args.this::<Socket>()?.sendable(args.get()?).map(|()| true))
}
