//! Options that carry structures: linger, multicast groups and interfaces.

use llsocket_core::{Interface, Result, Socket};

use crate::ffi::{ArgResult, Args, Entry, functions};

/// The methods of a socket.
pub(crate) const METHODS: &[Entry] = functions!(Method:
    linger, unicastif, localportrange, mcastif, mcastjoin, mcastleave, mcastjoinsrc, mcastleavesrc, mcastblocksrc,
    mcastunblocksrc,
);

fn linger(args: &mut Args<'_>) -> ArgResult<Result<i32>> {
    Ok(args.this::<Socket>()?.linger(args.get()?))
}

fn unicastif(args: &mut Args<'_>) -> ArgResult<Result<Interface>> {
    Ok(args.this::<Socket>()?.unicastif(args.get()?))
}

fn localportrange(args: &mut Args<'_>) -> ArgResult<Result<[u16; 2]>> {
    Ok(args.this::<Socket>()?.localportrange(args.get()?))
}

fn mcastif(args: &mut Args<'_>) -> ArgResult<Result<Interface>> {
    Ok(args.this::<Socket>()?.mcastif(args.get()?))
}

fn mcastjoin(args: &mut Args<'_>) -> ArgResult<Result<()>> {
    Ok(args.this::<Socket>()?.mcastjoin(args.get()?, args.get()?))
}

fn mcastleave(args: &mut Args<'_>) -> ArgResult<Result<()>> {
    Ok(args.this::<Socket>()?.mcastleave(args.get()?, args.get()?))
}

fn mcastjoinsrc(args: &mut Args<'_>) -> ArgResult<Result<()>> {
    Ok(args.this::<Socket>()?.mcastjoinsrc(args.get()?, args.get()?, args.get()?))
}

fn mcastleavesrc(args: &mut Args<'_>) -> ArgResult<Result<()>> {
    Ok(args.this::<Socket>()?.mcastleavesrc(args.get()?, args.get()?, args.get()?))
}

fn mcastblocksrc(args: &mut Args<'_>) -> ArgResult<Result<()>> {
    Ok(args.this::<Socket>()?.mcastblocksrc(args.get()?, args.get()?, args.get()?))
}

fn mcastunblocksrc(args: &mut Args<'_>) -> ArgResult<Result<()>> {
    Ok(args.this::<Socket>()?.mcastunblocksrc(args.get()?, args.get()?, args.get()?))
}
