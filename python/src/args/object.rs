//! Objects: addresses, descriptors, and what has more than one type.

use llsocket_core::fd::RawFd;
use std::borrow::Cow;

use llsocket_core::{self as core, IpArg, RawValue};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyInt, PyString};

use super::sequence::is_sequence;
use super::{Arg, ArgError, Argument, Chars, Lend};
use crate::address::AddrInfo;
use crate::ffi::{self, Buffer};
use crate::socket::Socket;

/// An addrinfo, or the first one of a list.
#[derive(Clone)]
pub(crate) struct Info<'py>(Bound<'py, AddrInfo>);

impl Info<'_> {
    /// The addrinfo.
    #[inline]
    pub(crate) fn get(&self) -> &core::AddrInfo {
        &self.0.get().info
    }
}

impl Lend for Info<'_> {
    type Lent<'l>
        = &'l core::AddrInfo
    where
        Self: 'l;

    fn lend(&mut self) -> Self::Lent<'_> {
        self.get()
    }
}

impl<'a, 'py> Argument<'a, 'py> for Info<'py> {
    #[inline]
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        const EXPECTED: &str = "an AddrInfo or a sequence of them";
        if let Ok(info) = arg.cast::<AddrInfo>() {
            return Ok(Self(info.clone()));
        }
        if !is_sequence(arg)? {
            return Err(ArgError::WrongType(EXPECTED));
        }
        let first = arg.get_item(0);
        let first = first.map_err(|error| ArgError::from_reading(error, arg.py(), EXPECTED))?;
        first.cast_into().map(Self).map_err(|_| ArgError::WrongType(EXPECTED))
    }
}

/// A multicast group or a source: an address in numbers, or an addrinfo.
pub(crate) enum Group<'a, 'py> {
    Chars(Chars<'a>),
    Info(Info<'py>),
}

impl Lend for Group<'_, '_> {
    type Lent<'l>
        = IpArg<'l>
    where
        Self: 'l;

    fn lend(&mut self) -> Self::Lent<'_> {
        match self {
            Self::Chars(text) => IpArg::Text(&text.0),
            Self::Info(info) => IpArg::Info(info.get()),
        }
    }
}

impl<'a, 'py> Argument<'a, 'py> for Group<'a, 'py> {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        if arg.is_instance_of::<PyString>() {
            return Chars::read(arg).map(Self::Chars);
        }
        let read = Info::read(arg).map(Self::Info);
        read.map_err(|error| error.or_not("str, an AddrInfo or a sequence of them"))
    }
}

/// A descriptor: its number, a socket, or an object with `fileno()`.
pub(crate) enum Descriptor<'a, 'py> {
    Number(RawFd),
    Socket(&'a Bound<'py, Socket>),
}

impl Descriptor<'_, '_> {
    /// Has the descriptor used; nobody closes a socket meanwhile. Of a closed one it is -1.
    pub(crate) fn lend<T>(&self, call: impl FnOnce(RawFd) -> T) -> T {
        match self {
            Self::Number(fd) => call(*fd),
            Self::Socket(socket) => call(socket.get().shared.acquire().fd()),
        }
    }
}

impl<'a, 'py> Argument<'a, 'py> for Descriptor<'a, 'py> {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        const EXPECTED: &str = "int or an object with fileno()";
        if let Ok(socket) = arg.cast::<Socket>() {
            return Ok(Self::Socket(socket));
        }
        if arg.is_instance_of::<PyInt>() {
            return i32::read(arg).map(Self::Number).map_err(|error| match error {
                ArgError::WrongType(_) => ArgError::WrongType(EXPECTED),
                error => error,
            });
        }
        let Some(fileno) = ffi::optional_attribute(arg, c"fileno")? else {
            return Err(ArgError::WrongType(EXPECTED));
        };
        let fd = fileno.call0()?;
        i32::read(&fd).map(Self::Number).map_err(|error| error.or_not(EXPECTED))
    }
}

/// The value of an option: an integer, or bytes that an object lends.
pub(crate) enum OptionValue<'a, 'py> {
    Int(i32),
    Bytes(Buffer<'a, 'py>),
}

impl Lend for OptionValue<'_, '_> {
    type Lent<'l>
        = RawValue<'l>
    where
        Self: 'l;

    fn lend(&mut self) -> Self::Lent<'_> {
        match self {
            Self::Int(value) => RawValue::Int(*value),
            Self::Bytes(bytes) => RawValue::Bytes(Cow::Borrowed(bytes)),
        }
    }
}

impl<'a, 'py> Argument<'a, 'py> for OptionValue<'a, 'py> {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        if arg.is_instance_of::<PyInt>() && !arg.is_instance_of::<PyBool>() {
            return i32::read(arg).map(Self::Int);
        }
        Buffer::read(arg).map(Self::Bytes).map_err(|error| match error {
            ArgError::WrongType(_) => ArgError::WrongType("int or a bytes-like object"),
            error => error,
        })
    }
}
