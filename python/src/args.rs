//! Arguments of exactly the type asked for: nothing is coerced, and an error names its argument.
//!
//! This is [`Argument`], and not PyO3's `FromPyObject`, because that is implemented for Rust's own types already,
//! and otherwise than here: an integer is taken from a bool and from any object with `__index__`. It does not
//! know the argument's name, either; PyO3 adds it to a TypeError alone, in memory whose lack is a panic.

mod number;
mod object;
mod sequence;
mod text;

use std::fmt::Write as _;

use llsocket_core::{Backlog, BpfProgram, Interface, Sources, Text};
use pyo3::exceptions::{PyIndexError, PyOverflowError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::ffi;

pub(crate) use number::Port;
pub(crate) use object::{Descriptor, Group, Info, OptionValue};
pub(crate) use text::{Chars, Path};

/// An argument as it came.
pub(crate) type Arg<'a, 'py> = &'a Bound<'py, PyAny>;

/// What is wrong with an argument.
pub(crate) enum ArgError {
    /// It is none of these.
    WrongType(&'static str),
    /// It is an integer, but not one of these.
    OutOfRange(i64, i64),
    /// It is of the right type, but not like this.
    WrongValue(&'static str),
    /// Python has something to say itself.
    Raised(PyErr),
}

/// An argument that may be left out, but for whose absence None does not stand.
#[derive(Clone, Copy)]
pub(crate) struct Given<'a, 'py>(Option<Borrowed<'a, 'py, PyAny>>);

impl Given<'_, '_> {
    /// One that was left out.
    pub(crate) const NOT: Self = Self(None);
}

impl<'a, 'py> FromPyObject<'a, 'py> for Given<'a, 'py> {
    type Error = std::convert::Infallible;

    #[inline]
    fn extract(arg: Borrowed<'a, 'py, PyAny>) -> Result<Self, Self::Error> {
        Ok(Self(Some(arg)))
    }
}

/// A type that an argument can have.
pub(crate) trait Argument<'a, 'py>: Sized {
    /// Reads the argument.
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError>;
}

/// An argument that was read, as the core takes it.
pub(crate) trait Lend {
    /// What the core takes.
    type Lent<'l>
    where
        Self: 'l;
    /// Lends it for a call.
    fn lend(&mut self) -> Self::Lent<'_>;
}

impl<T: Lend> Lend for Option<T> {
    type Lent<'l>
        = Option<T::Lent<'l>>
    where
        T: 'l;

    fn lend(&mut self) -> Self::Lent<'_> {
        self.as_mut().map(Lend::lend)
    }
}

/// Types that the core takes as they are.
macro_rules! lend_copies {
    ($($ty:ty),+) => {
        $(
            impl Lend for $ty {
                type Lent<'l> = Self;

                fn lend(&mut self) -> Self {
                    *self
                }
            }
        )+
    };
}

lend_copies!(bool, i32, i64, u16, u32, [u16; 2], Backlog, Interface);

/// Lists that the core takes for itself.
macro_rules! lend_lists {
    ($($ty:ty),+) => {
        $(
            impl Lend for $ty {
                type Lent<'l> = Self;

                fn lend(&mut self) -> Self {
                    std::mem::take(self)
                }
            }
        )+
    };
}

lend_lists!(BpfProgram, Sources);

impl Lend for ffi::Buffer<'_, '_> {
    type Lent<'l>
        = &'l [u8]
    where
        Self: 'l;

    fn lend(&mut self) -> Self::Lent<'_> {
        self
    }
}

/// Reads the argument called `name`.
#[inline]
pub(crate) fn required<'a, 'py, T: Argument<'a, 'py>>(
    name: &str,
    arg: Arg<'a, 'py>,
) -> PyResult<T> {
    T::read(arg).map_err(|error| error.of(name, arg))
}

/// One that has to be given, and may be None.
impl<'a, 'py, T: Argument<'a, 'py>> Argument<'a, 'py> for Option<T> {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        if arg.is_none() { Ok(None) } else { T::read(arg).map(Some) }
    }
}

/// Reads the argument called `name`, for which None stands as for none.
#[inline]
pub(crate) fn optional<'a, 'py, T: Argument<'a, 'py>>(
    name: &str,
    arg: Option<Arg<'a, 'py>>,
) -> PyResult<Option<T>> {
    arg.map(|arg| required(name, arg)).transpose()
}

/// Reads the argument called `name`, if it is given.
#[inline]
pub(crate) fn given<'a, 'py, T: Argument<'a, 'py>>(
    name: &str,
    arg: &'a Given<'_, 'py>,
) -> PyResult<Option<T>> {
    arg.0.as_ref().map(|arg| required(name, arg)).transpose()
}

/// All of the flags together.
#[inline]
pub(crate) fn flags<'py>(more: &Bound<'py, PyTuple>, flags: Option<Arg<'_, 'py>>) -> PyResult<i32> {
    let mut all = optional::<i32>("flags", flags)?.unwrap_or(0);
    for flag in more.iter_borrowed() {
        if !flag.is_none() {
            all |= required::<i32>("flags", &flag)?;
        }
    }
    Ok(all)
}

impl ArgError {
    #[cold]
    fn of(self, name: &str, arg: Arg<'_, '_>) -> PyErr {
        let class = match self {
            Self::WrongType(_) => arg.py().get_type::<PyTypeError>(),
            Self::OutOfRange(..) => arg.py().get_type::<PyOverflowError>(),
            Self::WrongValue(_) => arg.py().get_type::<PyValueError>(),
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
            Self::OutOfRange(low, high) => {
                write!(text, "argument '{name}' must be from {low} to {high}, not ")
            }
            Self::WrongType(expected) | Self::WrongValue(expected) => {
                write!(text, "argument '{name}' must be {expected}, not ")
            }
            Self::Raised(_) => Ok(()),
        };
        match self {
            Self::WrongType(_) if arg.is_none() => text.push(b"None"),
            Self::WrongType(_) => text.push(ffi::class_name(arg)?.to_str()?.as_bytes()),
            // Its digits could be any number of them, each of which takes longer than the one before.
            Self::OutOfRange(..) => {
                let _ = match arg.extract::<i64>() {
                    Ok(number) => write!(text, "{number}"),
                    Err(_) => text.write_str("an integer beyond 64 bits"),
                };
            }
            Self::WrongValue(_) => {
                let repr = arg.repr()?;
                let (repr, shown) = (repr.to_str()?, Text::<200>::from(repr.to_str()?.as_bytes()));
                let cut = if repr.len() > shown.as_bytes().len() { "..." } else { "" };
                let _ = write!(text, "{shown}{cut}");
            }
            Self::Raised(_) => {}
        }
        Ok(text)
    }

    /// The error that an exception means which came while an argument was read: that it is no such thing
    /// is said by a TypeError or an IndexError; everything else is raised as it is.
    fn from_reading(error: PyErr, py: Python<'_>, expected: &'static str) -> Self {
        if error.is_instance_of::<PyTypeError>(py) || error.is_instance_of::<PyIndexError>(py) {
            Self::WrongType(expected)
        } else {
            Self::Raised(error)
        }
    }

    /// The same error of what the argument should be as a whole; what Python raised stays.
    fn or_not(self, expected: &'static str) -> Self {
        match self {
            Self::Raised(error) => Self::Raised(error),
            _ => Self::WrongType(expected),
        }
    }
}

impl From<PyErr> for ArgError {
    fn from(error: PyErr) -> Self {
        Self::Raised(error)
    }
}
