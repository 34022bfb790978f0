//! What the kernel tells of a socket in structures, and options without a name.

use llsocket_core::fd::OwnedFd;
use llsocket_core::{Fields, RawValue, Result, Socket};

use crate::ffi::{ArgResult, Args, Entry, functions};

/// The methods of a socket.
pub(crate) const METHODS: &[Entry] = functions!(Method:
    tcpinfo, mptcpinfo, meminfo, peercred, peergroups, peerpidfd, getsockopt, setsockopt,
);

fn tcpinfo(args: &mut Args<'_>) -> ArgResult<Result<Fields>> {
    Ok(args.this::<Socket>()?.tcpinfo())
}

fn mptcpinfo(args: &mut Args<'_>) -> ArgResult<Result<Fields>> {
    Ok(args.this::<Socket>()?.mptcpinfo())
}

fn meminfo(args: &mut Args<'_>) -> ArgResult<Result<Fields>> {
    Ok(args.this::<Socket>()?.meminfo())
}

fn peercred(args: &mut Args<'_>) -> ArgResult<Result<Fields>> {
    Ok(args.this::<Socket>()?.peercred())
}

fn peergroups(args: &mut Args<'_>) -> ArgResult<Result<Vec<u32>>> {
    Ok(args.this::<Socket>()?.peergroups())
}

fn peerpidfd(args: &mut Args<'_>) -> ArgResult<Result<OwnedFd>> {
    Ok(args.this::<Socket>()?.peerpidfd())
}

fn getsockopt(args: &mut Args<'_>) -> ArgResult<Result<RawValue<'static>>> {
    Ok(args.this::<Socket>()?.getsockopt(args.get()?, args.get()?, args.get()?))
}

fn setsockopt(args: &mut Args<'_>) -> ArgResult<Result<()>> {
    Ok(args.this::<Socket>()?.setsockopt(args.get()?, args.get()?, &args.get()?))
}
