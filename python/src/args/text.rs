//! Text, paths, names and bytes.

use std::borrow::Cow;
use std::ops::Deref;

use llsocket_core::{Interface, Name, Service};
use pyo3::exceptions::{PyBufferError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

use super::number::integer;
use super::{Arg, ArgError, Argument};
use crate::ffi::{self, Buffer};

/// Text as the kernel takes it.
#[derive(Clone)]
pub(crate) struct Chars<'a>(pub(crate) Cow<'a, [u8]>);

impl Deref for Chars<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl<'a, 'py> Argument<'a, 'py> for Chars<'a> {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        let text = arg.cast::<PyString>().map_err(|_| ArgError::WrongType("str"))?;
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
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        let is_path = arg.is_instance_of::<PyString>()
            || arg.is_instance_of::<PyBytes>()
            || ffi::optional_attribute(arg, c"__fspath__")?.is_some();
        if !is_path {
            return Err(ArgError::WrongType("str, bytes or os.PathLike"));
        }
        let path = ffi::fspath(arg)?;
        if let Ok(path) = path.cast::<PyBytes>() {
            return Ok(Self(ffi::copied(path)?));
        }
        let path = path
            .cast::<PyString>()
            .map_err(|_| ArgError::WrongType("str, bytes or os.PathLike"))?;
        Ok(Self(ffi::copied(&ffi::fs_encoded(path)?)?))
    }
}

/// A port as an integer, or the name of a service.
impl<'a, 'py> Argument<'a, 'py> for Service {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        if arg.is_instance_of::<PyString>() {
            return Chars::read(arg).map(|text| Self::from(&*text.0));
        }
        integer(arg, 0, u16::MAX.into(), "str or int").map(|port| Self::from(port as u16))
    }
}

impl<'a, 'py> Argument<'a, 'py> for Name {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        Chars::read(arg).map(|name| Self::from(&*name.0))
    }
}

impl<'a, 'py> Argument<'a, 'py> for Buffer<'a, 'py> {
    #[inline]
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        Self::new(arg).map_err(|error| {
            if error.is_instance_of::<PyBufferError>(arg.py()) {
                ArgError::WrongValue("contiguous in memory")
            } else if error.is_instance_of::<PyTypeError>(arg.py()) {
                ArgError::WrongType("a bytes-like object")
            } else {
                ArgError::Raised(error)
            }
        })
    }
}

impl<'a, 'py> Argument<'a, 'py> for Interface {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        if arg.is_instance_of::<PyString>() {
            return Chars::read(arg).map(|name| Self::Name(name.0[..].into()));
        }
        integer(arg, 0, i32::MAX.into(), "str or int").map(|index| Self::Index(index as u32))
    }
}
