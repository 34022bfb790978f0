//! The interfaces of this host.

use llsocket_core::device::{self, HardwareAddrs, InterfaceAddr, NameIndex};
use llsocket_core::{Name, Result};

use crate::ffi::{ArgResult, Args, Entry, functions};

/// The functions of the module `device`.
pub(crate) const FUNCTIONS: &[Entry] = functions!(Function:
    getifaddrs, macaddrs, nametoindex, indextoname, nameindex,
);

fn getifaddrs(_: &mut Args<'_>) -> ArgResult<Result<Vec<InterfaceAddr>>> {
    Ok(device::getifaddrs())
}

fn macaddrs(_: &mut Args<'_>) -> ArgResult<Result<HardwareAddrs>> {
    Ok(device::macaddrs())
}

fn nametoindex(args: &mut Args<'_>) -> ArgResult<Result<u32>> {
    Ok(device::nametoindex(args.get()?))
}

fn indextoname(args: &mut Args<'_>) -> ArgResult<Result<Name>> {
    Ok(device::indextoname(args.get()?))
}

fn nameindex(_: &mut Args<'_>) -> ArgResult<Result<Vec<NameIndex>>> {
    Ok(device::nameindex())
}
