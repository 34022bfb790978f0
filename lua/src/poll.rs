//! The clock, and waiting for it.

use llsocket_core::{Outcome, poll};

use crate::ffi::{ArgResult, Args, Entry, functions};
use crate::results::Plain;

/// The functions of the module `poll`.
pub(crate) const FUNCTIONS: &[Entry] = functions!(Function: monotonic, sleep);

fn monotonic(_: &mut Args<'_>) -> ArgResult<Plain<f64>> {
    Ok(Plain(poll::monotonic()))
}

fn sleep(args: &mut Args<'_>) -> ArgResult<Outcome<bool>> {
    Ok(poll::sleep(args.get()?).map(|()| true))
}
