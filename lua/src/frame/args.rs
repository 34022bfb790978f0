//! Arguments of exactly the type asked for: nothing is coerced, and nothing here can raise.

use std::ffi::c_int;
use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::os::fd::RawFd;
use std::slice;

use llsocket_core::{
    AddrInfo, Backlog, Instruction, Interface, Name, Numeric, RawValue, Seconds, Size, Socket,
    Text, Unsigned64,
};
use mlua::ffi;

use super::{FILE, Kind, Object, State};

/// A call's arguments, read one after the other.
pub(crate) struct Args<'s> {
    state: State<'s>,
    next: c_int,
    last: c_int,
}

/// What a function comes to, if it was called well.
pub(crate) type Called<T> = Result<T, Misuse>;

/// An argument that is not what it should be.
#[derive(Clone, Copy)]
pub(crate) struct Misuse {
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
    fn from_arg(value: Value<'s>) -> Called<Self>;
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
    pub(crate) fn this<T: Object>(&self) -> Called<&'s T> {
        let value = Value { state: self.state, index: 1, absent: self.last == 0 };
        value.object().ok_or_else(|| value.misuse(Expected::A(T::KIND)))
    }

    /// The next argument, if it is an object of this type.
    pub(crate) fn object<T: Object>(&mut self) -> Option<&'s T> {
        self.next += 1;
        Value { state: self.state, index: self.next - 1, absent: self.next > self.last + 1 }
            .object()
    }

    /// The next argument.
    #[inline]
    pub(crate) fn get<T: FromArg<'s>>(&mut self) -> Called<T> {
        let index = self.next;
        self.next += 1;
        T::from_arg(Value { state: self.state, index, absent: index > self.last })
    }

    /// All further arguments, as flags that are combined; `nil` is none.
    #[inline]
    pub(crate) fn flags(&mut self) -> Called<i32> {
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
    fn misuse(self, expected: Expected) -> Misuse {
        Misuse { index: self.index, absent: self.absent, expected }
    }

    #[cold]
    fn no<T>(self, expected: &'static str) -> Called<T> {
        Err(self.misuse(Expected::A(expected)))
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
    fn integer_in(self, range: RangeInclusive<i64>) -> Called<i64> {
        match self.integer() {
            Some(number) if range.contains(&number) => Ok(number),
            Some(_) => Err(self.misuse(Expected::Between(*range.start(), *range.end()))),
            None => self.no("integer"),
        }
    }

    /// The descriptor of the file of Lua's that it is; -1 for one that is closed.
    fn file(self) -> Option<RawFd> {
        if self.kind() != ffi::LUA_TUSERDATA {
            return None;
        }
        // SAFETY: a userdata, whose metatable is compared with the one of files, which is this
        // function's upvalue; one that is large enough for a file is read as such.
        unsafe {
            if ffi::lua_getmetatable(self.state.raw, self.index) == 0 {
                return None;
            }
            let files = ffi::lua_upvalueindex(FILE);
            let is_file = ffi::lua_type(self.state.raw, files) == ffi::LUA_TTABLE
                && ffi::lua_rawequal(self.state.raw, -1, files) != 0
                && ffi::lua_rawlen(self.state.raw, self.index) >= size_of::<File>();
            self.state.pop(1);
            is_file.then(|| {
                let file = &*ffi::lua_touserdata(self.state.raw, self.index).cast::<File>();
                if file.is_closed() { -1 } else { libc::fileno(file.stream) }
            })
        }
    }
}

/// A file of Lua's, as `luaL_Stream` of lauxlib.h lays it out since Lua 5.2.
#[cfg(not(any(feature = "lua51", feature = "luajit")))]
#[repr(C)]
struct File {
    stream: *mut libc::FILE,
    close: Option<ffi::lua_CFunction>,
}

/// A file of Lua's.
#[cfg(any(feature = "lua51", feature = "luajit"))]
#[repr(C)]
struct File {
    stream: *mut libc::FILE,
}

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

impl<'s, T: FromArg<'s>> FromArg<'s> for Option<T> {
    #[inline]
    fn from_arg(value: Value<'s>) -> Called<Self> {
        if value.is_none() { Ok(None) } else { T::from_arg(value).map(Some) }
    }
}

impl<'s> FromArg<'s> for &'s [u8] {
    #[inline]
    fn from_arg(value: Value<'s>) -> Called<Self> {
        value.bytes().map_or_else(|| value.no("string"), Ok)
    }
}

impl<'s> FromArg<'s> for bool {
    #[inline]
    fn from_arg(value: Value<'s>) -> Called<Self> {
        if value.kind() != ffi::LUA_TBOOLEAN {
            return value.no("boolean");
        }
        // SAFETY: a boolean, and an index below the top.
        Ok(unsafe { ffi::lua_toboolean(value.state.raw, value.index) } != 0)
    }
}

impl<'s> FromArg<'s> for i64 {
    #[inline]
    fn from_arg(value: Value<'s>) -> Called<Self> {
        value.integer().map_or_else(|| value.no("integer"), Ok)
    }
}

impl<'s> FromArg<'s> for i32 {
    #[inline]
    fn from_arg(value: Value<'s>) -> Called<Self> {
        value.integer_in(i32::MIN.into()..=i32::MAX.into()).map(|number| number as i32)
    }
}

impl<'s> FromArg<'s> for u16 {
    fn from_arg(value: Value<'s>) -> Called<Self> {
        value.integer_in(0..=u16::MAX.into()).map(|number| number as u16)
    }
}

impl<'s> FromArg<'s> for u32 {
    fn from_arg(value: Value<'s>) -> Called<Self> {
        value.integer_in(0..=u32::MAX.into()).map(|number| number as u32)
    }
}

impl<'s> FromArg<'s> for Unsigned64 {
    fn from_arg(value: Value<'s>) -> Called<Self> {
        i64::from_arg(value).map(Self)
    }
}

impl<'s> FromArg<'s> for Name {
    fn from_arg(value: Value<'s>) -> Called<Self> {
        value.bytes().map_or_else(|| value.no("string"), |name| Ok(name.into()))
    }
}

impl<'s> FromArg<'s> for Size {
    fn from_arg(value: Value<'s>) -> Called<Self> {
        i32::from_arg(value).map(Size)
    }
}

impl<'s> FromArg<'s> for Seconds {
    fn from_arg(value: Value<'s>) -> Called<Self> {
        value.number().map_or_else(|| value.no("number"), |sec| Ok(Self(sec)))
    }
}

impl<'s> FromArg<'s> for Backlog {
    fn from_arg(value: Value<'s>) -> Called<Self> {
        let count = value.integer_in(1..=i32::MAX.into())?;
        Self::new(count as i32).map_or_else(|| value.no("integer"), Ok)
    }
}

impl<'s> FromArg<'s> for &'s AddrInfo {
    /// A list of them stands for its first one.
    #[inline]
    fn from_arg(value: Value<'s>) -> Called<Self> {
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

impl<'s> FromArg<'s> for Numeric<'s> {
    fn from_arg(value: Value<'s>) -> Called<Self> {
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
    fn from_arg(value: Value<'s>) -> Called<Self> {
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
    fn element<T>(&self, index: usize, read: impl FnOnce(Value<'s>) -> Called<T>) -> Called<T> {
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
    fn from_arg(value: Value<'s>) -> Called<Self> {
        let range = List::new(value, 2).and_then(|list| list.numbers::<2>()).and_then(|numbers| {
            let [low, high] = numbers.map(u16::try_from);
            Some([low.ok()?, high.ok()?])
        });
        range.map_or_else(|| value.no("list of two ports"), Ok)
    }
}

impl<'s> FromArg<'s> for Vec<Instruction> {
    fn from_arg(value: Value<'s>) -> Called<Self> {
        let wanted = "list of {code, jt, jf, k}";
        // A table claims no more memory here than it takes itself.
        let Some(list) = List::new(value, usize::MAX) else { return value.no(wanted) };
        let mut program = Self::new();
        for index in 1..=list.len() {
            let instruction = list.element(index, |element| {
                let numbers = List::new(element, 4).and_then(|list| list.numbers::<4>());
                Ok(numbers.and_then(|[code, jt, jf, k]| Instruction::new(code, jt, jf, k)))
            })?;
            match instruction {
                Some(instruction) => program.push(instruction),
                None => return value.no(wanted),
            }
        }
        Ok(program)
    }
}

impl<'s> FromArg<'s> for RawValue<'s> {
    fn from_arg(value: Value<'s>) -> Called<Self> {
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
    fn from_arg(value: Value<'s>) -> Called<Self> {
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
pub(super) struct Callable;

impl<'s> FromArg<'s> for Callable {
    fn from_arg(value: Value<'s>) -> Called<Self> {
        if value.kind() == ffi::LUA_TFUNCTION { Ok(Self) } else { value.no("function") }
    }
}

/// A port in numbers: an integer, or its decimal digits in a string.
#[derive(Clone, Copy)]
pub(crate) struct Port(pub(crate) u16);

impl<'s> FromArg<'s> for Port {
    fn from_arg(value: Value<'s>) -> Called<Self> {
        match value.bytes() {
            None => u16::from_arg(value).map(Self),
            Some(digits) => match str::from_utf8(digits).map(str::parse) {
                Ok(Ok(port)) if digits[0].is_ascii_digit() => Ok(Self(port)),
                _ => value.no("port from 0 to 65535"),
            },
        }
    }
}

impl Misuse {
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
                0.0..1e15 => write!(text, "{number}"),
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
