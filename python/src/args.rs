//! Arguments of exactly the type asked for: nothing is coerced, and an error names the argument.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::os::fd::RawFd;

use llsocket_core::{
    self as core, Backlog, BpfProgram, Interface, IpArg, Name, RawValue, Seconds, Size, SockFilter,
    Text, TrafficClass, Unsigned64,
};
use pyo3::exceptions::{PyBufferError, PyIndexError, PyOverflowError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyBytes, PyFloat, PyInt, PyList, PyString, PyTuple, PyType};

use crate::address::AddrInfo;
use crate::ffi::{self, Buffer};
use crate::socket::Socket;

/// An argument as it came.
pub(crate) type Arg<'a, 'py> = &'a Bound<'py, PyAny>;

/// What is wrong with an argument.
pub(crate) enum Misuse {
    /// It is none of these.
    Not(&'static str),
    /// It is an integer, but not one of these.
    Beyond(i64, i64),
    /// It is of the right type, but not like this.
    Unlike(&'static str),
    /// Python has something to say itself.
    Raised(PyErr),
}

/// A type that an argument can have.
pub(crate) trait Argument<'a, 'py>: Sized {
    /// Reads the argument.
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse>;
}

/// Reads the argument called `name`.
#[inline]
pub(crate) fn required<'a, 'py, T: Argument<'a, 'py>>(
    name: &str,
    arg: Arg<'a, 'py>,
) -> PyResult<T> {
    T::read(arg).map_err(|misuse| misuse.of(name, arg))
}

/// Reads the argument called `name`, for which None stands as for none.
#[inline]
pub(crate) fn optional<'a, 'py, T: Argument<'a, 'py>>(
    name: &str,
    arg: Option<Arg<'a, 'py>>,
) -> PyResult<Option<T>> {
    arg.map(|arg| required(name, arg)).transpose()
}

/// All of the flags together.
#[inline]
pub(crate) fn flags(flags: &Bound<'_, PyTuple>) -> PyResult<i32> {
    let mut all = 0;
    for flag in flags.iter_borrowed() {
        all |= required::<i32>("flags", &flag)?;
    }
    Ok(all)
}

impl Misuse {
    #[cold]
    fn of(self, name: &str, arg: Arg<'_, '_>) -> PyErr {
        let class = match self {
            Self::Not(_) => arg.py().get_type::<PyTypeError>(),
            Self::Beyond(..) => arg.py().get_type::<PyOverflowError>(),
            Self::Unlike(_) => arg.py().get_type::<PyValueError>(),
            Self::Raised(error) => return error,
        };
        match self.message(name, arg) {
            Ok(message) => ffi::exception(&class, &message),
            Err(error) => error,
        }
    }

    /// What is wrong, in words: on the stack, and of no more length than tells an argument apart.
    fn message(&self, name: &str, arg: Arg<'_, '_>) -> PyResult<Text<512>> {
        let mut text = Text::new();
        let _ = match self {
            Self::Beyond(low, high) => {
                write!(text, "argument '{name}' must be from {low} to {high}, not ")
            }
            Self::Not(expected) | Self::Unlike(expected) => {
                write!(text, "argument '{name}' must be {expected}, not ")
            }
            Self::Raised(_) => Ok(()),
        };
        match self {
            Self::Not(_) if arg.is_none() => text.push(b"None"),
            Self::Not(_) => text.push(ffi::class_name(arg)?.to_str()?.as_bytes()),
            // Its digits could be any number of them, each of which takes longer than the one before.
            Self::Beyond(..) => {
                let _ = match arg.extract::<i64>() {
                    Ok(number) => write!(text, "{number}"),
                    Err(_) => text.write_str("an integer beyond 64 bits"),
                };
            }
            Self::Unlike(_) => {
                let repr = arg.repr()?;
                let (repr, shown) = (repr.to_str()?, Text::<200>::from(repr.to_str()?.as_bytes()));
                let cut = if repr.len() > shown.as_bytes().len() { "..." } else { "" };
                let _ = write!(text, "{shown}{cut}");
            }
            Self::Raised(_) => {}
        }
        Ok(text)
    }

    /// The misuse that an exception means which came while an argument was read: that it is no such thing
    /// is said by a TypeError or an IndexError; everything else is raised as it is.
    fn from_reading(error: PyErr, py: Python<'_>, expected: &'static str) -> Self {
        if error.is_instance_of::<PyTypeError>(py) || error.is_instance_of::<PyIndexError>(py) {
            Self::Not(expected)
        } else {
            Self::Raised(error)
        }
    }

    /// The same misuse of what the argument should be as a whole; what Python raised stays.
    fn or_not(self, expected: &'static str) -> Self {
        match self {
            Self::Raised(error) => Self::Raised(error),
            _ => Self::Not(expected),
        }
    }
}

impl From<PyErr> for Misuse {
    fn from(error: PyErr) -> Self {
        Self::Raised(error)
    }
}

impl<'a, 'py> Argument<'a, 'py> for bool {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        match arg.cast_exact::<PyBool>() {
            Ok(arg) => Ok(arg.is_true()),
            Err(_) => Err(Misuse::Not("bool")),
        }
    }
}

/// An integer, which a bool is not, between two bounds.
fn integer(arg: Arg<'_, '_>, low: i64, high: i64, expected: &'static str) -> Result<i64, Misuse> {
    if !arg.is_instance_of::<PyInt>() || arg.is_exact_instance_of::<PyBool>() {
        return Err(Misuse::Not(expected));
    }
    match arg.extract::<i64>() {
        Ok(number) if (low..=high).contains(&number) => Ok(number),
        Err(error) if !error.is_instance_of::<PyOverflowError>(arg.py()) => Err(error.into()),
        _ => Err(Misuse::Beyond(low, high)),
    }
}

macro_rules! integers {
    ($($type:ty)+) => {
        $(
            impl<'a, 'py> Argument<'a, 'py> for $type {
                #[inline]
                fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
                    integer(arg, Self::MIN.into(), Self::MAX.into(), "int")
                        .map(|number| number as Self)
                }
            }
        )+
    };
}

integers! { i32 i64 u16 u32 }

impl<'a, 'py> Argument<'a, 'py> for Size {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        i32::read(arg).map(Self)
    }
}

impl<'a, 'py> Argument<'a, 'py> for TrafficClass {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        i32::read(arg).map(Self)
    }
}

impl<'a, 'py> Argument<'a, 'py> for Unsigned64 {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        i64::read(arg).map(Self)
    }
}

impl<'a, 'py> Argument<'a, 'py> for Seconds {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        if let Ok(sec) = arg.cast::<PyFloat>() {
            return Ok(Self(sec.value()));
        }
        integer(arg, i64::MIN, i64::MAX, "int or float").map(|sec| Self(sec as f64))
    }
}

impl<'a, 'py> Argument<'a, 'py> for Backlog {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        Self::new(i32::read(arg)?).ok_or(Misuse::Unlike("1 or more"))
    }
}

/// Text as the kernel takes it.
#[derive(Clone)]
pub(crate) struct Chars<'a>(pub(crate) Cow<'a, [u8]>);

impl<'a, 'py> Argument<'a, 'py> for Chars<'a> {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        let text = arg.cast::<PyString>().map_err(|_| Misuse::Not("str"))?;
        match text.to_str() {
            Ok(text) => Ok(Self(Cow::Borrowed(text.as_bytes()))),
            // What came from the kernel and is no UTF-8 goes back as it came.
            Err(_) => Ok(Self(Cow::Owned(ffi::copied(&ffi::fs_encoded(text)?)?))),
        }
    }
}

/// The bytes of a path: of a `str`, `bytes`, or an object that stands for a path.
pub(crate) struct Path(pub(crate) Vec<u8>);

impl<'a, 'py> Argument<'a, 'py> for Path {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        let is_path = arg.is_instance_of::<PyString>()
            || arg.is_instance_of::<PyBytes>()
            || ffi::optional_attribute(arg, c"__fspath__")?.is_some();
        if !is_path {
            return Err(Misuse::Not("str, bytes or os.PathLike"));
        }
        let path = ffi::fspath(arg)?;
        if let Ok(path) = path.cast::<PyBytes>() {
            return Ok(Self(ffi::copied(path)?));
        }
        let path = path.cast::<PyString>().map_err(|_| Misuse::Not("str, bytes or os.PathLike"))?;
        Ok(Self(ffi::copied(&ffi::fs_encoded(path)?)?))
    }
}

impl<'a, 'py> Argument<'a, 'py> for Name {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        Chars::read(arg).map(|name| Self::from(&*name.0))
    }
}

impl<'a, 'py> Argument<'a, 'py> for Buffer<'a, 'py> {
    #[inline]
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        Self::new(arg).map_err(|error| {
            if error.is_instance_of::<PyBufferError>(arg.py()) {
                Misuse::Unlike("contiguous in memory")
            } else if error.is_instance_of::<PyTypeError>(arg.py()) {
                Misuse::Not("a bytes-like object")
            } else {
                Misuse::Raised(error)
            }
        })
    }
}

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

impl<'a, 'py> Argument<'a, 'py> for Info<'py> {
    #[inline]
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        const EXPECTED: &str = "an AddrInfo or a sequence of them";
        if let Ok(info) = arg.cast::<AddrInfo>() {
            return Ok(Self(info.clone()));
        }
        if !is_sequence(arg)? {
            return Err(Misuse::Not(EXPECTED));
        }
        let first = arg.get_item(0);
        let first = first.map_err(|error| Misuse::from_reading(error, arg.py(), EXPECTED))?;
        first.cast_into().map(Self).map_err(|_| Misuse::Not(EXPECTED))
    }
}

/// Whether the argument is a sequence, as `collections.abc` says.
fn is_sequence(arg: Arg<'_, '_>) -> PyResult<bool> {
    static SEQUENCE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    if arg.is_instance_of::<PyList>() || arg.is_instance_of::<PyTuple>() {
        return Ok(true);
    }
    let py = arg.py();
    let sequence = SEQUENCE.get_or_try_init(py, || {
        ffi::imported(py, c"collections.abc", c"Sequence").map(Bound::unbind)
    })?;
    arg.is_instance(sequence.bind(py))
}

/// A multicast group or a source: an address in numbers, or an addrinfo.
pub(crate) enum Group<'a, 'py> {
    Chars(Chars<'a>),
    Info(Info<'py>),
}

impl Group<'_, '_> {
    /// As the core takes it.
    pub(crate) fn get(&self) -> IpArg<'_> {
        match self {
            Self::Chars(text) => IpArg::Text(&text.0),
            Self::Info(info) => IpArg::Info(info.get()),
        }
    }
}

impl<'a, 'py> Argument<'a, 'py> for Group<'a, 'py> {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        if arg.is_instance_of::<PyString>() {
            return Chars::read(arg).map(Self::Chars);
        }
        let read = Info::read(arg).map(Self::Info);
        read.map_err(|misuse| misuse.or_not("str, an AddrInfo or a sequence of them"))
    }
}

impl<'a, 'py> Argument<'a, 'py> for Interface {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        if arg.is_instance_of::<PyString>() {
            return Chars::read(arg).map(|name| Self::Name(name.0[..].into()));
        }
        integer(arg, 0, i32::MAX.into(), "str or int").map(|index| Self::Index(index as u32))
    }
}

/// A port in numbers: an integer, or its decimal digits in a string.
pub(crate) struct Port(pub(crate) u16);

impl<'a, 'py> Argument<'a, 'py> for Port {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        if let Ok(digits) = arg.cast::<PyString>() {
            // `parse` takes a sign, too.
            let digits =
                digits.to_str().ok().filter(|text| text.bytes().all(|b| b.is_ascii_digit()));
            let port = digits.and_then(|digits| digits.parse().ok());
            return port.map(Self).ok_or(Misuse::Unlike("a port from 0 to 65535"));
        }
        integer(arg, 0, u16::MAX.into(), "int or str").map(|port| Self(port as u16))
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
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        const EXPECTED: &str = "int or an object with fileno()";
        if let Ok(socket) = arg.cast::<Socket>() {
            return Ok(Self::Socket(socket));
        }
        if arg.is_instance_of::<PyInt>() {
            return i32::read(arg).map(Self::Number).map_err(|misuse| match misuse {
                Misuse::Not(_) => Misuse::Not(EXPECTED),
                misuse => misuse,
            });
        }
        let Some(fileno) = ffi::optional_attribute(arg, c"fileno")? else {
            return Err(Misuse::Not(EXPECTED));
        };
        let fd = fileno.call0()?;
        i32::read(&fd).map(Self::Number).map_err(|misuse| misuse.or_not(EXPECTED))
    }
}

/// The value of an option: an integer, or bytes that an object lends.
pub(crate) enum OptionValue<'a, 'py> {
    Int(i32),
    Bytes(Buffer<'a, 'py>),
}

impl OptionValue<'_, '_> {
    /// As the core takes it.
    pub(crate) fn get(&self) -> RawValue<'_> {
        match self {
            Self::Int(value) => RawValue::Int(*value),
            Self::Bytes(bytes) => RawValue::Bytes(Cow::Borrowed(bytes)),
        }
    }
}

impl<'a, 'py> Argument<'a, 'py> for OptionValue<'a, 'py> {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        if arg.is_instance_of::<PyInt>() && !arg.is_instance_of::<PyBool>() {
            return i32::read(arg).map(Self::Int);
        }
        Buffer::read(arg).map(Self::Bytes).map_err(|misuse| match misuse {
            Misuse::Not(_) => Misuse::Not("int or a bytes-like object"),
            misuse => misuse,
        })
    }
}

/// So many integers.
fn integers<const N: usize>(list: Arg<'_, '_>, expected: &'static str) -> Result<[i64; N], Misuse> {
    let py = list.py();
    if !is_sequence(list)? {
        return Err(Misuse::Not(expected));
    }
    if list.len().map_err(|error| Misuse::from_reading(error, py, expected))? != N {
        return Err(Misuse::Not(expected));
    }
    let mut numbers = [0; N];
    for (index, number) in numbers.iter_mut().enumerate() {
        let item = list.get_item(index);
        let item = item.map_err(|error| Misuse::from_reading(error, py, expected))?;
        *number = i64::read(&item).map_err(|misuse| misuse.or_not(expected))?;
    }
    Ok(numbers)
}

impl<'a, 'py> Argument<'a, 'py> for [u16; 2] {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        const EXPECTED: &str = "a sequence of two ports";
        match integers::<2>(arg, EXPECTED)?.map(u16::try_from) {
            [Ok(low), Ok(high)] => Ok([low, high]),
            _ => Err(Misuse::Not(EXPECTED)),
        }
    }
}

impl<'a, 'py> Argument<'a, 'py> for BpfProgram {
    /// Reads no further than to the first instruction that is too many, whatever the sequence claims.
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        const EXPECTED: &str = "a sequence of (code, jt, jf, k)";
        if !is_sequence(arg)? {
            return Err(Misuse::Not(EXPECTED));
        }
        let items = arg.try_iter();
        let items = items.map_err(|error| Misuse::from_reading(error, arg.py(), EXPECTED))?;
        let mut program = Self::new();
        for item in items {
            let item = item.map_err(|error| Misuse::from_reading(error, arg.py(), EXPECTED))?;
            let [code, jt, jf, k] = integers::<4>(&item, EXPECTED)?;
            let instruction = SockFilter::new(code, jt, jf, k).ok_or(Misuse::Not(EXPECTED))?;
            if !program.push(instruction) {
                break;
            }
        }
        Ok(program)
    }
}
