//! Numbers: bool, integers, seconds, ports.

use llsocket_core::{Backlog, Seconds, Size, TrafficClass, Unsigned64};
use pyo3::exceptions::PyOverflowError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString};

use super::{Arg, ArgError, Argument};

impl<'a, 'py> Argument<'a, 'py> for bool {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        match arg.cast_exact::<PyBool>() {
            Ok(arg) => Ok(arg.is_true()),
            Err(_) => Err(ArgError::WrongType("bool")),
        }
    }
}

/// An integer, which a bool is not, between two bounds.
pub(super) fn integer(
    arg: Arg<'_, '_>,
    low: i64,
    high: i64,
    expected: &'static str,
) -> Result<i64, ArgError> {
    if !arg.is_instance_of::<PyInt>() || arg.is_exact_instance_of::<PyBool>() {
        return Err(ArgError::WrongType(expected));
    }
    match arg.extract::<i64>() {
        Ok(number) if (low..=high).contains(&number) => Ok(number),
        Err(error) if !error.is_instance_of::<PyOverflowError>(arg.py()) => Err(error.into()),
        _ => Err(ArgError::OutOfRange(low, high)),
    }
}

macro_rules! integers {
    ($($type:ty)+) => {
        $(
            impl<'a, 'py> Argument<'a, 'py> for $type {
                #[inline]
                fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
                    integer(arg, Self::MIN.into(), Self::MAX.into(), "int")
                        .map(|number| number as Self)
                }
            }
        )+
    };
}

integers! { i32 i64 u16 u32 }

impl<'a, 'py> Argument<'a, 'py> for Size {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        i32::read(arg).map(Self)
    }
}

impl<'a, 'py> Argument<'a, 'py> for TrafficClass {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        i32::read(arg).map(Self)
    }
}

impl<'a, 'py> Argument<'a, 'py> for Unsigned64 {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        i64::read(arg).map(Self)
    }
}

impl<'a, 'py> Argument<'a, 'py> for Seconds {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        if let Ok(sec) = arg.cast::<PyFloat>() {
            return Ok(Self(sec.value()));
        }
        integer(arg, i64::MIN, i64::MAX, "int or float").map(|sec| Self(sec as f64))
    }
}

impl<'a, 'py> Argument<'a, 'py> for Backlog {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        Self::new(i32::read(arg)?).ok_or(ArgError::WrongValue("1 or more"))
    }
}

/// A port in numbers: an integer, or its decimal digits in a string.
pub(crate) struct Port(pub(crate) u16);

impl<'a, 'py> Argument<'a, 'py> for Port {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        if let Ok(digits) = arg.cast::<PyString>() {
            // `parse` takes a sign, too.
            let digits =
                digits.to_str().ok().filter(|text| text.bytes().all(|b| b.is_ascii_digit()));
            let port = digits.and_then(|digits| digits.parse().ok());
            return port.map(Self).ok_or(ArgError::WrongValue("a port from 0 to 65535"));
        }
        integer(arg, 0, u16::MAX.into(), "int or str").map(|port| Self(port as u16))
    }
}
