//! Arguments of exactly the type asked for: nothing is coerced, and whoever errs is told which one.

use std::borrow::Cow;
use std::os::fd::RawFd;
use std::os::unix::ffi::OsStringExt;

use llsocket_core::{
    self as core, Backlog, Instruction, Interface, Name, Numeric, RawValue, Seconds, Size,
    TrafficClass, Unsigned64,
};
use pyo3::exceptions::{PyBufferError, PyOverflowError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyBytes, PyFloat, PyInt, PySequence, PyString, PyTuple};

use crate::address::AddrInfo;
use crate::border::{self, Buffer};
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
        let py = arg.py();
        let (class, expected, got) = match self {
            Self::Not(expected) if arg.is_none() => {
                (py.get_type::<PyTypeError>(), expected.into(), Ok(String::from("None")))
            }
            Self::Not(expected) => {
                (py.get_type::<PyTypeError>(), expected.into(), border::class_name(arg))
            }
            Self::Beyond(low, high) => (
                py.get_type::<PyOverflowError>(),
                format!("from {low} to {high}"),
                border::repr(arg),
            ),
            Self::Unlike(expected) => {
                (py.get_type::<PyValueError>(), expected.into(), border::repr(arg))
            }
            Self::Raised(error) => return error,
        };
        match got {
            Ok(got) => {
                let message = format!("argument '{name}' must be {expected}, not {got}");
                border::exception(&class, &message)
            }
            Err(error) => error,
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
            Err(_) => Ok(Self(Cow::Owned(text.extract::<std::ffi::OsString>()?.into_vec()))),
        }
    }
}

/// The bytes of a path: of a `str`, `bytes`, or an object that stands for a path.
pub(crate) struct Path(pub(crate) Vec<u8>);

impl<'a, 'py> Argument<'a, 'py> for Path {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        let is_path = arg.is_instance_of::<PyString>()
            || arg.is_instance_of::<PyBytes>()
            || arg.hasattr("__fspath__")?;
        if !is_path {
            return Err(Misuse::Not("str, bytes or os.PathLike"));
        }
        let path = border::fspath(arg)?;
        if let Ok(path) = path.cast::<PyBytes>() {
            return Ok(Self(path.as_bytes().to_vec()));
        }
        Chars::read(&path).map(|path| Self(path.0.into_owned()))
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
        if let Ok(info) = arg.cast::<AddrInfo>() {
            return Ok(Self(info.clone()));
        }
        let first = arg.cast::<PySequence>().ok().and_then(|list| list.get_item(0).ok());
        match first.map(Bound::cast_into) {
            Some(Ok(info)) => Ok(Self(info)),
            _ => Err(Misuse::Not("an AddrInfo or a sequence of them")),
        }
    }
}

/// A multicast group or a source: an address in numbers, or an addrinfo.
pub(crate) enum Group<'a, 'py> {
    Chars(Chars<'a>),
    Info(Info<'py>),
}

impl Group<'_, '_> {
    /// As the core takes it.
    pub(crate) fn get(&self) -> Numeric<'_> {
        match self {
            Self::Chars(text) => Numeric::Text(&text.0),
            Self::Info(info) => Numeric::Info(info.get()),
        }
    }
}

impl<'a, 'py> Argument<'a, 'py> for Group<'a, 'py> {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        if arg.is_instance_of::<PyString>() {
            return Chars::read(arg).map(Self::Chars);
        }
        let expected = Misuse::Not("str, an AddrInfo or a sequence of them");
        Info::read(arg).map(Self::Info).map_err(|_| expected)
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
        if let Ok(socket) = arg.cast::<Socket>() {
            return Ok(Self::Socket(socket));
        }
        let expected = Misuse::Not("int or an object with fileno()");
        if arg.is_instance_of::<PyInt>() {
            return i32::read(arg).map(Self::Number).map_err(|misuse| match misuse {
                Misuse::Not(_) => expected,
                misuse => misuse,
            });
        }
        let Some(fileno) = arg.getattr_opt("fileno")? else { return Err(expected) };
        let fd = fileno.call0()?;
        i32::read(&fd).map(Self::Number).map_err(|_| expected)
    }
}

impl<'a, 'py> Argument<'a, 'py> for RawValue<'a> {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        if arg.is_instance_of::<PyInt>() && !arg.is_instance_of::<PyBool>() {
            return i32::read(arg).map(Self::Int);
        }
        let bytes = Buffer::read(arg).map_err(|misuse| match misuse {
            Misuse::Not(_) => Misuse::Not("int or a bytes-like object"),
            misuse => misuse,
        })?;
        Ok(Self::Bytes(bytes.to_vec().into()))
    }
}

/// So many integers.
fn integers<const N: usize>(list: Arg<'_, '_>) -> Option<[i64; N]> {
    let list = list.cast::<PySequence>().ok()?;
    let mut numbers = [0; N];
    if list.len().ok()? != N {
        return None;
    }
    for (index, number) in numbers.iter_mut().enumerate() {
        *number = i64::read(&list.get_item(index).ok()?).ok()?;
    }
    Some(numbers)
}

impl<'a, 'py> Argument<'a, 'py> for [u16; 2] {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        let ports = integers::<2>(arg).map(|numbers| numbers.map(u16::try_from));
        match ports {
            Some([Ok(low), Ok(high)]) => Ok([low, high]),
            _ => Err(Misuse::Not("a sequence of two ports")),
        }
    }
}

impl<'a, 'py> Argument<'a, 'py> for Vec<Instruction> {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, Misuse> {
        let expected = || Misuse::Not("a sequence of (code, jt, jf, k)");
        let list = arg.cast::<PySequence>().map_err(|_| expected())?;
        let instructions = list.try_iter()?.map(|item| {
            let numbers = integers::<4>(&item?).ok_or_else(expected)?;
            let [code, jt, jf, k] = numbers;
            Instruction::new(code, jt, jf, k).ok_or_else(expected)
        });
        instructions.collect()
    }
}
