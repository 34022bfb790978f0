//! Classic BPF: programs that select the packets that a socket receives.

use llsocket_core::{Result, SockFilter, Socket};

use crate::ffi::{ArgResult, Args, Entry, functions};

/// The methods of a socket.
pub(crate) const METHODS: &[Entry] = functions!(Method: attachfilter, detachfilter, reuseportcbpf);

fn attachfilter(args: &mut Args<'_>) -> ArgResult<Result<Vec<SockFilter>>> {
    Ok(args.this::<Socket>()?.attachfilter(args.get()?))
}

fn detachfilter(args: &mut Args<'_>) -> ArgResult<Result<bool>> {
    Ok(args.this::<Socket>()?.detachfilter())
}

fn reuseportcbpf(args: &mut Args<'_>) -> ArgResult<Result<Vec<SockFilter>>> {
    Ok(args.this::<Socket>()?.reuseportcbpf(args.get()?))
}
