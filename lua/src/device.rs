//! The machine's interfaces.

use llsocket_core::Result;
use llsocket_core::device::{self, HardwareAddrs, InterfaceAddr};

use crate::frame::{Args, Called, Entry, functions};

/// The functions of the module `device`.
pub(crate) const FUNCTIONS: &[Entry] = functions!(Function: getifaddrs, macaddrs);

fn getifaddrs(_: &mut Args<'_>) -> Called<Result<Vec<InterfaceAddr>>> {
    Ok(device::getifaddrs())
}

fn macaddrs(_: &mut Args<'_>) -> Called<Result<HardwareAddrs>> {
    Ok(device::macaddrs())
}
