//! Unix sockets by their paths: what a client and a server begin with.

use llsocket_core::{self as core, Result};

use crate::ffi::{ArgResult, Args, Entry, functions};
use crate::results::InSlot;

/// The functions of the module `unix` that open sockets.
pub(crate) const FUNCTIONS: &[Entry] = functions!(Function: connect, listen);

fn connect(args: &mut Args<'_>) -> ArgResult<Result<InSlot>> {
    Ok(core::unix_connect(args.get()?, args.get()?, args.get()?).map(InSlot))
}

fn listen(args: &mut Args<'_>) -> ArgResult<Result<InSlot>> {
    Ok(core::unix_listen(args.get()?, args.get()?, args.get()?, args.get()?).map(InSlot))
}
