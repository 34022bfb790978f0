//! Addresses of every family.

use llsocket_core::{AddrInfo, Result, Text};

use crate::ffi::{ArgResult, Args, Entry, Port, canonname as canonname_of, functions};
use crate::results::Plain;

/// The functions of the module `addrinfo` that build an address without the resolver.
pub(crate) const FUNCTIONS: &[Entry] =
    functions!(Function: inet, inet6, unix, netlink, vsock, packet, raw);

/// The methods of an addrinfo.
pub(crate) const METHODS: &[Entry] = functions!(Method:
    family, socktype, protocol, canonname, addr, port, scopeid, flowinfo, ifindex, ethertype, pkttype,
    ipv4mapped, raw = bytes,
);

/// What Lua does with an addrinfo by itself.
pub(crate) const METAMETHODS: &[&[Entry]] =
    &[functions!(Function: __tostring = tostring, __eq = equal)];

fn inet(args: &mut Args<'_>) -> ArgResult<Result<AddrInfo>> {
    let (text, Port(port)) = (args.get()?, args.get()?);
    Ok(AddrInfo::inet(text, port, number(args)?, number(args)?))
}

fn inet6(args: &mut Args<'_>) -> ArgResult<Result<AddrInfo>> {
    let (text, Port(port)) = (args.get()?, args.get()?);
    Ok(AddrInfo::inet6(text, port, number(args)?, number(args)?))
}

fn unix(args: &mut Args<'_>) -> ArgResult<Result<AddrInfo>> {
    Ok(AddrInfo::unix(args.get()?, number(args)?, number(args)?))
}

fn netlink(args: &mut Args<'_>) -> ArgResult<Result<AddrInfo>> {
    Ok(AddrInfo::netlink(args.get()?, args.get()?, number(args)?, number(args)?))
}

fn vsock(args: &mut Args<'_>) -> ArgResult<Result<AddrInfo>> {
    Ok(AddrInfo::vsock(args.get()?, args.get()?, number(args)?, number(args)?))
}

fn packet(args: &mut Args<'_>) -> ArgResult<Result<AddrInfo>> {
    Ok(AddrInfo::packet(args.get()?, args.get()?, number(args)?, args.get()?))
}

fn raw(args: &mut Args<'_>) -> ArgResult<Result<AddrInfo>> {
    Ok(AddrInfo::raw(args.get()?, number(args)?, number(args)?))
}

/// A number that is 0 where it is absent.
pub(crate) fn number(args: &mut Args<'_>) -> ArgResult<i32> {
    Ok(args.get::<Option<_>>()?.unwrap_or(0))
}

fn family(args: &mut Args<'_>) -> ArgResult<Plain<i32>> {
    Ok(Plain(args.this::<AddrInfo>()?.addr.family()))
}

fn socktype(args: &mut Args<'_>) -> ArgResult<Plain<i32>> {
    Ok(Plain(args.this::<AddrInfo>()?.socktype))
}

fn protocol(args: &mut Args<'_>) -> ArgResult<Plain<i32>> {
    Ok(Plain(args.this::<AddrInfo>()?.protocol))
}

fn canonname<'s>(args: &mut Args<'s>) -> ArgResult<Plain<Option<&'s [u8]>>> {
    Ok(Plain(Some(canonname_of(args)?).filter(|name| !name.is_empty())))
}

fn addr(args: &mut Args<'_>) -> ArgResult<Plain<Text>> {
    Ok(Plain(args.this::<AddrInfo>()?.addr.text()))
}

fn port(args: &mut Args<'_>) -> ArgResult<Plain<Option<i64>>> {
    Ok(Plain(args.this::<AddrInfo>()?.addr.port().map(i64::from)))
}

fn scopeid(args: &mut Args<'_>) -> ArgResult<Plain<Option<i64>>> {
    Ok(Plain(args.this::<AddrInfo>()?.addr.scopeid().map(i64::from)))
}

fn flowinfo(args: &mut Args<'_>) -> ArgResult<Plain<Option<i64>>> {
    Ok(Plain(args.this::<AddrInfo>()?.addr.flowinfo().map(i64::from)))
}

fn ifindex(args: &mut Args<'_>) -> ArgResult<Plain<Option<i64>>> {
    Ok(Plain(args.this::<AddrInfo>()?.addr.ifindex().map(i64::from)))
}

fn ethertype(args: &mut Args<'_>) -> ArgResult<Plain<Option<i64>>> {
    Ok(Plain(args.this::<AddrInfo>()?.addr.ethertype().map(i64::from)))
}

fn pkttype(args: &mut Args<'_>) -> ArgResult<Plain<Option<i64>>> {
    Ok(Plain(args.this::<AddrInfo>()?.addr.pkttype().map(i64::from)))
}

fn ipv4mapped(args: &mut Args<'_>) -> ArgResult<Plain<Option<AddrInfo>>> {
    Ok(Plain(args.this::<AddrInfo>()?.ipv4mapped()))
}

fn bytes<'s>(args: &mut Args<'s>) -> ArgResult<Plain<Option<&'s [u8]>>> {
    Ok(Plain(Some(args.this::<AddrInfo>()?.addr.as_bytes())))
}

fn tostring(args: &mut Args<'_>) -> ArgResult<Plain<Text>> {
    let mut text = Text::from(&b"llsocket.addrinfo: "[..]);
    text.push(args.get::<&AddrInfo>()?.describe().as_bytes());
    Ok(Plain(text))
}

/// Lua asks when either of the two is an addrinfo.
fn equal(args: &mut Args<'_>) -> ArgResult<Plain<bool>> {
    let (one, other) = (args.object::<AddrInfo>(), args.object::<AddrInfo>());
    Ok(Plain(one.is_some() && one == other))
}
