//! The types that an argument can have.

use llsocket_core::fd::RawFd;
use llsocket_core::{
    AddrInfo, Backlog, BpfProgram, Interface, IpArg, Name, RawValue, Seconds, Service, Size,
    SockFilter, Socket, Sources, TrafficClass, Unsigned64,
};
use mlua::ffi;

use super::{ArgResult, FromArg, Value};
use crate::ffi::Object;
use crate::ffi::object::Tagged;

impl<'s, T: FromArg<'s>> FromArg<'s> for Option<T> {
    #[inline]
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        if value.is_none() { Ok(None) } else { T::from_arg(value).map(Some) }
    }
}

impl<'s> FromArg<'s> for &'s [u8] {
    #[inline]
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        value.bytes().map_or_else(|| value.no("string"), Ok)
    }
}

impl<'s> FromArg<'s> for bool {
    #[inline]
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        if value.kind() != ffi::LUA_TBOOLEAN {
            return value.no("boolean");
        }
        // SAFETY: a boolean, and an index below the top.
        Ok(unsafe { ffi::lua_toboolean(value.state.raw, value.index) } != 0)
    }
}

impl<'s> FromArg<'s> for i64 {
    #[inline]
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        value.integer().map_or_else(|| value.no("integer"), Ok)
    }
}

impl<'s> FromArg<'s> for i32 {
    #[inline]
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        value.integer_in(i32::MIN.into()..=i32::MAX.into()).map(|number| number as i32)
    }
}

impl<'s> FromArg<'s> for u16 {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        value.integer_in(0..=u16::MAX.into()).map(|number| number as u16)
    }
}

impl<'s> FromArg<'s> for u32 {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        value.integer_in(0..=u32::MAX.into()).map(|number| number as u32)
    }
}

impl<'s> FromArg<'s> for Unsigned64 {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        i64::from_arg(value).map(Self)
    }
}

impl<'s> FromArg<'s> for Name {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        value.bytes().map_or_else(|| value.no("string"), |name| Ok(name.into()))
    }
}

impl<'s> FromArg<'s> for Size {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        i32::from_arg(value).map(Size)
    }
}

impl<'s> FromArg<'s> for TrafficClass {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        i32::from_arg(value).map(Self)
    }
}

impl<'s> FromArg<'s> for Seconds {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        value.number().map_or_else(|| value.no("number"), |sec| Ok(Self(sec)))
    }
}

impl<'s> FromArg<'s> for Backlog {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        let count = value.integer_in(1..=i32::MAX.into())?;
        Self::new(count as i32).map_or_else(|| value.no("integer"), Ok)
    }
}

impl<'s> FromArg<'s> for &'s AddrInfo {
    /// A list of them stands for its first one.
    #[inline]
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        if let Some(info) = value.object() {
            return Ok(info);
        }
        if value.kind() != ffi::LUA_TTABLE {
            return value.no(AddrInfo::KIND);
        }
        // SAFETY: a table, read without metamethods. What it holds takes its place among the
        // arguments, and so stays alive as long as they.
        unsafe {
            ffi::lua_rawgeti(value.state.raw, value.index, 1);
            if let Some(info) = AddrInfo::at(value.state, -1) {
                ffi::lua_replace(value.state.raw, value.index);
                return Ok(info);
            }
            value.state.pop(1);
            value.no(AddrInfo::KIND)
        }
    }
}

impl<'s> FromArg<'s> for IpArg<'s> {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        match value.bytes() {
            Some(text) => Ok(Self::Text(text)),
            None => match <&AddrInfo>::from_arg(value) {
                Ok(info) => Ok(Self::Info(info)),
                Err(_) => value.no("string or addrinfo"),
            },
        }
    }
}

impl<'s> FromArg<'s> for Interface {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        match value.bytes() {
            Some(name) => Ok(Self::Name(name.into())),
            None if value.kind() == ffi::LUA_TNUMBER => {
                value.integer_in(0..=i32::MAX.into()).map(|index| Self::Index(index as u32))
            }
            None => value.no("interface's name or index"),
        }
    }
}

/// A list of numbers or of other lists, read without metamethods.
struct List<'s>(Value<'s>);

impl<'s> List<'s> {
    /// The list that the argument is, if it has no more than `most` elements.
    fn new(value: Value<'s>, most: usize) -> Option<Self> {
        let list = value.kind() == ffi::LUA_TTABLE;
        // SAFETY: a table, and an index below the top.
        (list && unsafe { ffi::lua_rawlen(value.state.raw, value.index) } <= most)
            .then_some(Self(value))
    }

    fn len(&self) -> usize {
        // SAFETY: a table, and an index below the top.
        unsafe { ffi::lua_rawlen(self.0.state.raw, self.0.index) }
    }

    /// What `read` makes of the element at `index`, from 1 on.
    fn element<T>(
        &self,
        index: usize,
        read: impl FnOnce(Value<'s>) -> ArgResult<T>,
    ) -> ArgResult<T> {
        let state = self.0.state;
        // SAFETY: a table, and room on the stack for one more value.
        unsafe { ffi::lua_rawgeti(state.raw, self.0.index, index as _) };
        let element = read(Value { state, index: state.top(), absent: false });
        state.pop(1);
        element
    }

    /// Its numbers, if they are so many.
    fn numbers<const N: usize>(&self) -> Option<[i64; N]> {
        let mut numbers = [0; N];
        if self.len() != N {
            return None;
        }
        for (number, index) in numbers.iter_mut().zip(1..) {
            *number = self.element(index, i64::from_arg).ok()?;
        }
        Some(numbers)
    }
}

impl<'s> FromArg<'s> for [u16; 2] {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        let range = List::new(value, 2).and_then(|list| list.numbers::<2>()).and_then(|numbers| {
            let [low, high] = numbers.map(u16::try_from);
            Some([low.ok()?, high.ok()?])
        });
        range.map_or_else(|| value.no("list of two ports"), Ok)
    }
}

impl<'s> FromArg<'s> for BpfProgram {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        let wanted = "list of {code, jt, jf, k}";
        let Some(list) = List::new(value, usize::MAX) else { return value.no(wanted) };
        let mut program = Self::new();
        for index in 1..=list.len() {
            let instruction = list.element(index, |element| {
                let numbers = List::new(element, 4).and_then(|list| list.numbers::<4>());
                Ok(numbers.and_then(|[code, jt, jf, k]| SockFilter::new(code, jt, jf, k)))
            })?;
            match instruction {
                Some(instruction) if program.push(instruction) => {}
                Some(_) => break,
                None => return value.no(wanted),
            }
        }
        Ok(program)
    }
}

impl<'s> FromArg<'s> for Sources {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        let wanted = "list of addresses";
        let Some(list) = List::new(value, usize::MAX) else { return value.no(wanted) };
        let mut sources = Self::new();
        for index in 1..=list.len() {
            let pushed = list.element(index, |element| {
                Ok(IpArg::from_arg(element).ok().map(|source| sources.push(source)))
            })?;
            match pushed {
                Some(true) => {}
                Some(false) => break,
                None => return value.no(wanted),
            }
        }
        Ok(sources)
    }
}

impl<'s> FromArg<'s> for RawValue<'s> {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        match value.bytes() {
            Some(bytes) => Ok(Self::Bytes(bytes.into())),
            None if value.kind() == ffi::LUA_TNUMBER => i32::from_arg(value).map(Self::Int),
            None => value.no("integer or string"),
        }
    }
}

/// A descriptor: its number, a socket, or a file of Lua's. A closed one is -1.
#[derive(Clone, Copy)]
pub(crate) struct Descriptor(pub(crate) RawFd);

impl<'s> FromArg<'s> for Descriptor {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        if value.kind() == ffi::LUA_TNUMBER {
            return i32::from_arg(value).map(Self);
        }
        match value.object::<Socket>() {
            Some(socket) => Ok(Self(socket.fd())),
            None => value
                .file()
                .map_or_else(|| value.no("descriptor, socket or file"), |fd| Ok(Self(fd))),
        }
    }
}

/// A function of Lua's.
pub(in crate::ffi) struct Callable;

impl<'s> FromArg<'s> for Callable {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        if value.kind() == ffi::LUA_TFUNCTION { Ok(Self) } else { value.no("function") }
    }
}

/// A port as an integer, or the name of a service.
impl<'s> FromArg<'s> for Service {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        match value.bytes() {
            Some(text) => Ok(text.into()),
            None if value.kind() == ffi::LUA_TNUMBER => u16::from_arg(value).map(Self::from),
            None => value.no("port or service's name"),
        }
    }
}

/// A port in numbers: an integer, or its decimal digits in a string.
#[derive(Clone, Copy)]
pub(crate) struct Port(pub(crate) u16);

impl<'s> FromArg<'s> for Port {
    fn from_arg(value: Value<'s>) -> ArgResult<Self> {
        match value.bytes() {
            None => u16::from_arg(value).map(Self),
            Some(digits) => match str::from_utf8(digits).map(str::parse) {
                Ok(Ok(port)) if digits[0].is_ascii_digit() => Ok(Self(port)),
                _ => value.no("port from 0 to 65535"),
            },
        }
    }
}
