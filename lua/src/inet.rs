//! Connections by name, and listeners: what a client and a server of TCP begin with.

use llsocket_core::{self as core, Outcome, Result, Service};

use crate::ffi::{ArgResult, Args, Entry, functions};
use crate::results::InSlot;

/// The functions of the module `inet` that open sockets.
pub(crate) const FUNCTIONS: &[Entry] = functions!(Function: connect, listen);

fn connect(args: &mut Args<'_>) -> ArgResult<Outcome<InSlot>> {
    let (host, port) = (args.get()?, args.get::<Service>()?);
    Ok(core::inet_connect(host, port.as_bytes(), args.get()?, args.get()?).map(InSlot))
}

fn listen(args: &mut Args<'_>) -> ArgResult<Result<InSlot>> {
    let (host, port, backlog) = (args.get()?, args.get::<Service>()?, args.get()?);
    let reuseport = args.get::<Option<_>>()?.unwrap_or(false);
    Ok(core::inet_listen(host, port.as_bytes(), backlog, reuseport).map(InSlot))
}
