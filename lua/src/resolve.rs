//! The resolver: from names to addresses, and from addresses to names.

use llsocket_core::{self as core, AddrInfo, AddrInfoList, NameInfo, Result, Service, c};

use crate::address::number;
use crate::ffi::{ArgResult, Args, Entry, functions};

/// The functions of the module `inet`.
pub(crate) const INET: &[Entry] = functions!(Function: getaddrinfo = inet, getaddrinfo6 = inet6);

/// The functions of the module `unix`.
pub(crate) const UNIX: &[Entry] = functions!(Function: getaddrinfo = unix);

/// The functions of the module `addrinfo` that ask the resolver.
pub(crate) const ADDRINFO: &[Entry] = functions!(Function: getaddrinfo);

/// The methods of an addrinfo that ask the resolver; nameinfo has its C name, too.
pub(crate) const METHODS: &[Entry] = functions!(Method: nameinfo);

fn inet(args: &mut Args<'_>) -> ArgResult<Result<AddrInfoList>> {
    let (host, port) = (args.get()?, args.get::<Option<Service>>()?);
    let port = port.as_ref().map(Service::as_bytes);
    let (socktype, protocol) = (number(args)?, number(args)?);
    Ok(core::getaddrinfo(host, port, c::AF_UNSPEC, socktype, protocol, args.flags()?))
}

fn inet6(args: &mut Args<'_>) -> ArgResult<Result<AddrInfoList>> {
    let (host, port) = (args.get()?, args.get::<Option<Service>>()?);
    let port = port.as_ref().map(Service::as_bytes);
    let (socktype, protocol) = (number(args)?, number(args)?);
    Ok(core::getaddrinfo(host, port, c::AF_INET6, socktype, protocol, args.flags()?))
}

fn getaddrinfo(args: &mut Args<'_>) -> ArgResult<Result<AddrInfoList>> {
    let (host, port) = (args.get()?, args.get::<Option<Service>>()?);
    let family = number(args)?;
    let port = port.as_ref().map(Service::as_bytes);
    let (socktype, protocol) = (number(args)?, number(args)?);
    Ok(core::getaddrinfo(host, port, family, socktype, protocol, args.flags()?))
}

/// A list of one. The flags are checked, and mean nothing to a path.
fn unix(args: &mut Args<'_>) -> ArgResult<Result<[AddrInfo; 1]>> {
    let (path, socktype, protocol) = (args.get()?, number(args)?, number(args)?);
    args.flags()?;
    Ok(AddrInfo::unix(path, socktype, protocol).map(|info| [info]))
}

fn nameinfo(args: &mut Args<'_>) -> ArgResult<Result<NameInfo>> {
    Ok(args.this::<AddrInfo>()?.nameinfo(args.flags()?))
}
