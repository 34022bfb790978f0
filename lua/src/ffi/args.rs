//! Arguments of exactly the type asked for: nothing is coerced, and nothing here can raise.

use std::ffi::c_int;
use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::slice;

use llsocket_core::fd::RawFd;
use llsocket_core::{AddrInfo, Socket, Text, c};
use mlua::ffi;

use super::{Kind, Object, State, upvalues};

mod types;

pub(super) use types::Callable;
pub(crate) use types::{Descriptor, Port};

/// A call's arguments, read one after the other.
pub(crate) struct Args<'s> {
    state: State<'s>,
    next: c_int,
    last: c_int,
}

/// What a function comes to, if it was called well.
pub(crate) type ArgResult<T> = Result<T, ArgError>;

/// An argument that is not what it should be.
#[derive(Clone, Copy)]
pub(crate) struct ArgError {
    index: c_int,
    absent: bool,
    expected: Expected,
}

/// What an argument should have been.
#[derive(Clone, Copy)]
enum Expected {
    A(&'static str),
    Between(i64, i64),
}

/// An argument as it came, or its absence.
#[derive(Clone, Copy)]
pub(crate) struct Value<'s> {
    state: State<'s>,
    index: c_int,
    absent: bool,
}

/// A type that an argument can have.
pub(crate) trait FromArg<'s>: Sized {
    /// Reads the argument.
    fn from_arg(value: Value<'s>) -> ArgResult<Self>;
}

impl<'s> Args<'s> {
    #[inline]
    pub(super) fn new(state: State<'s>, kind: Kind) -> Self {
        Self { state, next: if kind == Kind::Method { 2 } else { 1 }, last: state.top() }
    }

    /// The state of the call.
    pub(super) fn state(&self) -> State<'s> {
        self.state
    }

    /// The object whose method this is.
    #[inline]
    pub(crate) fn this<T: Object>(&self) -> ArgResult<&'s T> {
        let value = Value { state: self.state, index: 1, absent: self.last == 0 };
        value.object().ok_or_else(|| value.error(Expected::A(T::KIND)))
    }

    /// The next argument, if it is an object of this type.
    pub(crate) fn object<T: Object>(&mut self) -> Option<&'s T> {
        self.next += 1;
        Value { state: self.state, index: self.next - 1, absent: self.next > self.last + 1 }
            .object()
    }

    /// The next argument.
    #[inline]
    pub(crate) fn get<T: FromArg<'s>>(&mut self) -> ArgResult<T> {
        let index = self.next;
        self.next += 1;
        T::from_arg(Value { state: self.state, index, absent: index > self.last })
    }

    /// The next argument, which may be left out, but is not `nil`: what an option is set to.
    #[inline]
    pub(crate) fn setting<T: FromArg<'s>>(&mut self) -> ArgResult<Option<T>> {
        if self.next > self.last {
            return Ok(None);
        }
        self.get().map(Some)
    }

    /// All further arguments, as flags that are combined; `nil` is none.
    #[inline]
    pub(crate) fn flags(&mut self) -> ArgResult<i32> {
        let mut flags = 0;
        while self.next <= self.last {
            flags |= self.get::<Option<i32>>()?.unwrap_or(0);
        }
        Ok(flags)
    }
}

impl<'s> Value<'s> {
    /// Its type, `LUA_T*`.
    #[inline]
    fn kind(self) -> c_int {
        if self.absent {
            return ffi::LUA_TNONE;
        }
        // SAFETY: a live state, and an index below its top.
        unsafe { ffi::lua_type(self.state.raw, self.index) }
    }

    /// Whether it is absent or `nil`.
    #[inline]
    fn is_none(self) -> bool {
        matches!(self.kind(), ffi::LUA_TNONE | ffi::LUA_TNIL)
    }

    #[cold]
    fn error(self, expected: Expected) -> ArgError {
        ArgError { index: self.index, absent: self.absent, expected }
    }

    #[cold]
    fn no<T>(self, expected: &'static str) -> ArgResult<T> {
        Err(self.error(Expected::A(expected)))
    }

    /// The object of ours that it is.
    #[inline]
    fn object<T: Object>(self) -> Option<&'s T> {
        if self.absent { None } else { T::at(self.state, self.index) }
    }

    /// The bytes of the string that it is.
    #[inline]
    fn bytes(self) -> Option<&'s [u8]> {
        if self.kind() != ffi::LUA_TSTRING {
            return None;
        }
        let mut len = 0;
        // SAFETY: a string, of which Lua gives its own bytes; they stay where they are while the
        // string is an argument.
        Some(unsafe {
            let start = ffi::lua_tolstring(self.state.raw, self.index, &raw mut len);
            slice::from_raw_parts(start.cast(), len)
        })
    }

    /// The number that it is.
    #[inline]
    fn number(self) -> Option<f64> {
        // SAFETY: a number, and an index below the top.
        (self.kind() == ffi::LUA_TNUMBER)
            .then(|| unsafe { ffi::lua_tonumber(self.state.raw, self.index) })
    }

    /// The whole number that it is; a number with a fraction is none.
    #[inline]
    fn integer(self) -> Option<i64> {
        #[cfg(any(feature = "lua53", feature = "lua54", feature = "lua55"))]
        {
            let mut whole = 0;
            if self.kind() != ffi::LUA_TNUMBER {
                return None;
            }
            // SAFETY: a number, and an index below the top.
            let integer =
                unsafe { ffi::lua_tointegerx(self.state.raw, self.index, &raw mut whole) };
            (whole != 0).then_some(integer)
        }
        #[cfg(not(any(feature = "lua53", feature = "lua54", feature = "lua55")))]
        {
            /// 2 to the 63rd: the first number beyond all integers.
            const BEYOND: f64 = 9_223_372_036_854_775_808.0;
            let number = self.number()?;
            let whole = (-BEYOND..BEYOND).contains(&number) && number % 1.0 == 0.0;
            whole.then_some(number as i64)
        }
    }

    /// The whole number that it is, if it lies within `range`.
    #[inline]
    fn integer_in(self, range: RangeInclusive<i64>) -> ArgResult<i64> {
        match self.integer() {
            Some(number) if range.contains(&number) => Ok(number),
            Some(_) => Err(self.error(Expected::Between(*range.start(), *range.end()))),
            None => self.no("integer"),
        }
    }

    /// The descriptor of the file of Lua's that it is; -1 for one that is closed.
    fn file(self) -> Option<RawFd> {
        if self.kind() != ffi::LUA_TUSERDATA {
            return None;
        }
        // SAFETY: a userdata that has the metatable of files and their exact size, by which it is none of ours, is
        // read as a file.
        unsafe {
            if ffi::lua_getmetatable(self.state.raw, self.index) == 0 {
                return None;
            }
            let is_file = upvalues::is_metatable_of_files(self.state)
                && FILE_SIZES.contains(&ffi::lua_rawlen(self.state.raw, self.index));
            self.state.pop(1);
            let file = ffi::lua_touserdata(self.state.raw, self.index).cast::<File>();
            if !is_file || !(*file).stream.cast::<usize>().is_aligned() {
                return None;
            }
            Some(if (*file).is_closed() { -1 } else { c::fileno((*file).stream) })
        }
    }
}

/// A file of Lua's, as `luaL_Stream` of lauxlib.h lays it out since Lua 5.2.
#[cfg(not(any(feature = "lua51", feature = "luajit")))]
#[repr(C)]
struct File {
    stream: *mut c::FILE,
    close: Option<ffi::lua_CFunction>,
}

/// A file of Lua's.
#[cfg(any(feature = "lua51", feature = "luajit"))]
#[repr(C)]
struct File {
    stream: *mut c::FILE,
}

/// How large a file of Lua's is. In LuaJIT, which also loads what was built for Lua 5.1, its kind stands behind.
#[cfg(not(any(feature = "lua51", feature = "luajit")))]
const FILE_SIZES: [usize; 1] = [size_of::<File>()];
#[cfg(any(feature = "lua51", feature = "luajit"))]
const FILE_SIZES: [usize; 2] = [size_of::<File>(), 2 * size_of::<File>()];

// No object of ours is as small, with its magic word.
const _: () = assert!(size_of::<Socket>() >= 2 * size_of::<*const ()>());
const _: () = assert!(size_of::<AddrInfo>() >= 2 * size_of::<*const ()>());

impl File {
    /// Lua 5.1 forgets the stream of a closed file, later ones how to close it.
    fn is_closed(&self) -> bool {
        #[cfg(not(any(feature = "lua51", feature = "luajit")))]
        if self.close.is_none() {
            return true;
        }
        self.stream.is_null()
    }
}

impl ArgError {
    /// Says it as Lua does: `bad argument #n to 'name' (x expected, got y)`.
    pub(super) fn describe(&self, state: State<'_>, name: &str, kind: Kind) -> Text {
        let mut text = Text::new();
        let _ = match (kind, self.index) {
            (Kind::Method, 1) => write!(text, "calling '{name}' on bad self ("),
            (Kind::Method, index) => write!(text, "bad argument #{} to '{name}' (", index - 1),
            (Kind::Function, index) => write!(text, "bad argument #{index} to '{name}' ("),
        };
        let _ = match self.expected {
            Expected::A(what) => write!(text, "{what} expected, got "),
            Expected::Between(low, high) => {
                write!(text, "integer from {low} to {high} expected, got ")
            }
        };
        self.push_got(state, &mut text);
        text.push(b")");
        text
    }

    /// Appends what the argument is: its type, or the number where a number of a kind was wanted.
    fn push_got(&self, state: State<'_>, text: &mut Text) {
        let value = Value { state, index: self.index, absent: self.absent };
        let number = value.number().filter(|_| self.wants_number());
        if let Some(integer) = value.integer().filter(|_| number.is_some()) {
            let _ = write!(text, "{integer}");
        } else if let Some(number) = number {
            let _ = match number.abs() {
                nan if nan.is_nan() => write!(text, "nan"),
                0.0 | 1e-5..1e15 => write!(text, "{number}"),
                _ => write!(text, "{number:e}"),
            };
        } else if value.object::<Socket>().is_some() {
            text.push(Socket::KIND.as_bytes());
        } else if value.object::<AddrInfo>().is_some() {
            text.push(AddrInfo::KIND.as_bytes());
        } else {
            text.push(match value.kind() {
                ffi::LUA_TNONE => &b"no value"[..],
                ffi::LUA_TNIL => b"nil",
                ffi::LUA_TBOOLEAN => b"boolean",
                ffi::LUA_TNUMBER => b"number",
                ffi::LUA_TSTRING => b"string",
                ffi::LUA_TTABLE => b"table",
                ffi::LUA_TFUNCTION => b"function",
                ffi::LUA_TTHREAD => b"thread",
                ffi::LUA_TUSERDATA | ffi::LUA_TLIGHTUSERDATA => b"userdata",
                _ => b"value of another kind",
            });
        }
    }

    fn wants_number(&self) -> bool {
        match self.expected {
            Expected::A(what) => what.contains("integer") || what.contains("port"),
            Expected::Between(..) => true,
        }
    }
}
