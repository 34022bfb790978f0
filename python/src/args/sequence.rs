//! Sequences: port ranges, programs of classic BPF, and addresses.

use llsocket_core::{BpfProgram, SockFilter, Sources};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyList, PyString, PyTuple, PyType};

use super::{Arg, ArgError, Argument, Group, Lend};
use crate::ffi;

/// Whether the argument is a sequence, as `collections.abc` says.
pub(super) fn is_sequence(arg: Arg<'_, '_>) -> PyResult<bool> {
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

/// So many integers.
fn integers<const N: usize>(
    list: Arg<'_, '_>,
    expected: &'static str,
) -> Result<[i64; N], ArgError> {
    let py = list.py();
    if !is_sequence(list)? {
        return Err(ArgError::WrongType(expected));
    }
    if list.len().map_err(|error| ArgError::from_reading(error, py, expected))? != N {
        return Err(ArgError::WrongType(expected));
    }
    let mut numbers = [0; N];
    for (index, number) in numbers.iter_mut().enumerate() {
        let item = list.get_item(index);
        let item = item.map_err(|error| ArgError::from_reading(error, py, expected))?;
        *number = i64::read(&item).map_err(|error| error.or_not(expected))?;
    }
    Ok(numbers)
}

impl<'a, 'py> Argument<'a, 'py> for [u16; 2] {
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        const EXPECTED: &str = "a sequence of two ports";
        match integers::<2>(arg, EXPECTED)?.map(u16::try_from) {
            [Ok(low), Ok(high)] => Ok([low, high]),
            _ => Err(ArgError::WrongType(EXPECTED)),
        }
    }
}

impl<'a, 'py> Argument<'a, 'py> for BpfProgram {
    /// Reads no further than to the first instruction that is too many, whatever the sequence claims.
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        const EXPECTED: &str = "a sequence of (code, jt, jf, k)";
        if !is_sequence(arg)? {
            return Err(ArgError::WrongType(EXPECTED));
        }
        let items = arg.try_iter();
        let items = items.map_err(|error| ArgError::from_reading(error, arg.py(), EXPECTED))?;
        let mut program = Self::new();
        for item in items {
            let item = item.map_err(|error| ArgError::from_reading(error, arg.py(), EXPECTED))?;
            let [code, jt, jf, k] = integers::<4>(&item, EXPECTED)?;
            let instruction =
                SockFilter::new(code, jt, jf, k).ok_or(ArgError::WrongType(EXPECTED))?;
            if !program.push(instruction) {
                break;
            }
        }
        Ok(program)
    }
}

impl<'a, 'py> Argument<'a, 'py> for Sources {
    /// Reads no further than to the first source that is refused, whatever the sequence claims.
    fn read(arg: Arg<'a, 'py>) -> Result<Self, ArgError> {
        const EXPECTED: &str = "a sequence of addresses";
        // A text is one of characters.
        if arg.is_instance_of::<PyString>() || !is_sequence(arg)? {
            return Err(ArgError::WrongType(EXPECTED));
        }
        let items = arg.try_iter();
        let items = items.map_err(|error| ArgError::from_reading(error, arg.py(), EXPECTED))?;
        let mut sources = Self::new();
        for item in items {
            let item = item.map_err(|error| ArgError::from_reading(error, arg.py(), EXPECTED))?;
            let mut source = Group::read(&item).map_err(|error| error.or_not(EXPECTED))?;
            if !sources.push(source.lend()) {
                break;
            }
        }
        Ok(sources)
    }
}
