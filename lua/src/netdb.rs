//! Names and numbers: addresses as bytes, byte order, services, protocols, hosts, errors.

use llsocket_core::constants::errno_name;
use llsocket_core::netdb::{self, AddrBytes};
use llsocket_core::{Result, Text};

use crate::ffi::{ArgResult, Args, Entry, functions};
use crate::results::Plain;

/// The functions of the root module.
pub(crate) const FUNCTIONS: &[Entry] = functions!(Function:
    pton, ntop, htons, htonl, ntohs = htons, ntohl = htonl, strerror, gaistrerror, errname, getservbyname,
    getservbyport, getprotobyname, gethostname,
);

fn pton(args: &mut Args<'_>) -> ArgResult<Result<AddrBytes>> {
    Ok(netdb::pton(args.get()?, args.get()?))
}

fn ntop(args: &mut Args<'_>) -> ArgResult<Result<Text>> {
    Ok(netdb::ntop(args.get()?, args.get()?))
}

fn htons(args: &mut Args<'_>) -> ArgResult<Plain<u16>> {
    Ok(Plain(netdb::htons(args.get()?)))
}

fn htonl(args: &mut Args<'_>) -> ArgResult<Plain<u32>> {
    Ok(Plain(netdb::htonl(args.get()?)))
}

fn strerror(args: &mut Args<'_>) -> ArgResult<Plain<Text>> {
    Ok(Plain(netdb::strerror(args.get()?)))
}

fn errname(args: &mut Args<'_>) -> ArgResult<Plain<Option<&'static str>>> {
    Ok(Plain(errno_name(args.get()?)))
}

fn gaistrerror(args: &mut Args<'_>) -> ArgResult<Plain<Text>> {
    Ok(Plain(netdb::gaistrerror(args.get()?)))
}

fn getservbyname(args: &mut Args<'_>) -> ArgResult<Result<u16>> {
    Ok(netdb::getservbyname(args.get()?, args.get()?))
}

fn getservbyport(args: &mut Args<'_>) -> ArgResult<Result<Text>> {
    Ok(netdb::getservbyport(args.get()?, args.get()?))
}

fn getprotobyname(args: &mut Args<'_>) -> ArgResult<Result<i32>> {
    Ok(netdb::getprotobyname(args.get()?))
}

fn gethostname(_: &mut Args<'_>) -> ArgResult<Result<Text>> {
    Ok(netdb::gethostname())
}
