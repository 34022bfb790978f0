//! The shapes of results: what each outcome of the core looks like in Python, written once.
//!
//! | shape | what comes back | from the core |
//! |---|---|---|
//! | E | `err` | `Result<()>` |
//! | V | `(value, err)` | `Result<T>` |
//! | A | `(value, err, again)` | `Outcome<T>` |
//! | F | `(msg, ai, err, again)` | [`message`]: `Outcome` of a message and its sender |

use std::fmt::Write as _;
use std::mem::{replace, take};

use llsocket_core::fd::RawFd;
use llsocket_core::value::{ListVisitor, RecordVisitor, Visitor};
use llsocket_core::{self as core, Error, Outcome, Reason, Result, Text, Value};
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyList, PyNone, PyString, PyTuple, PyType};

use crate::address::AddrInfo;
use crate::ffi;
use crate::socket::Socket;

/// What a method gives back to Python; an exception is misuse, a signal's, or lack of memory.
pub(crate) type PyResultAny<'py> = PyResult<Bound<'py, PyAny>>;

/// How an object shows itself: its class, and what the core says of it.
pub(crate) fn shown<'py>(py: Python<'py>, class: &str, described: &Text) -> PyResultAny<'py> {
    ffi::text(py, description(class, described).as_bytes())
}

/// What an object shows itself as.
pub(crate) fn description(class: &str, described: &Text) -> Text<512> {
    let mut text = Text::new();
    let _ = write!(text, "<llsocket.{class} {described}>");
    text
}

/// What becomes a result of one of the shapes.
pub(crate) trait IntoPyResult<'py> {
    /// Makes the result.
    fn into_py_result(self, py: Python<'py>) -> PyResultAny<'py>;
}

/// What becomes a value in Python.
pub(crate) trait IntoPyValue<'py>: Sized {
    /// Whether it is no value, so that an error stands alone: shape E.
    const IS_UNIT: bool = false;

    /// Makes the value and, by `wrap`, the result with it. What the value owns is closed unless both succeed.
    fn wrapped(
        self,
        py: Python<'py>,
        wrap: impl FnOnce(&Bound<'py, PyAny>) -> PyResultAny<'py>,
    ) -> PyResultAny<'py>;
}

/// Every value of the core.
impl<'py, T: Value> IntoPyValue<'py> for T {
    const IS_UNIT: bool = T::IS_UNIT;

    #[expect(
        clippy::inline_always,
        reason = "measured: 7 instructions less for a send and a receive"
    )]
    #[inline(always)]
    fn wrapped(
        mut self,
        py: Python<'py>,
        wrap: impl FnOnce(&Bound<'py, PyAny>) -> PyResultAny<'py>,
    ) -> PyResultAny<'py> {
        let result = wrap(&self.visit(ObjectMaker(py))?)?;
        self.release();
        Ok(result)
    }
}

/// Shapes E and V.
impl<'py, T: IntoPyValue<'py>> IntoPyResult<'py> for Result<T> {
    fn into_py_result(self, py: Python<'py>) -> PyResultAny<'py> {
        match self {
            Ok(value) if T::IS_UNIT => value.wrapped(py, |none| Ok(none.clone())),
            Ok(value) => value.wrapped(py, |value| ffi::tuple2(value, &none(py))),
            Err(error) if T::IS_UNIT => instance(py, &error),
            Err(error) => ffi::tuple2(&none(py), &instance(py, &error)?),
        }
    }
}

/// Shape A.
impl<'py, T: IntoPyValue<'py>> IntoPyResult<'py> for Outcome<T> {
    #[inline]
    fn into_py_result(self, py: Python<'py>) -> PyResultAny<'py> {
        match self {
            Self::Done(value) => value.wrapped(py, |value| shape_a(value, &none(py), false)),
            Self::Part(value) => value.wrapped(py, |value| shape_a(value, &none(py), true)),
            Self::Again => again(py),
            Self::Closed => closed(py),
            Self::Failed(error) => shape_a(&none(py), &instance(py, &error)?, false),
            Self::Broken(value, error) => {
                let error = instance(py, &error)?;
                value.wrapped(py, |value| shape_a(value, &error, false))
            }
        }
    }
}

/// Shape A, of a value that `make` makes.
#[expect(clippy::inline_always, reason = "a call costs 15 instructions of each send and receive")]
#[inline(always)]
pub(crate) fn outcome<'py, T>(
    py: Python<'py>,
    outcome: Outcome<T>,
    make: impl FnOnce(T) -> PyResultAny<'py>,
) -> PyResultAny<'py> {
    let (value, again) = match outcome {
        Outcome::Done(value) => (value, false),
        Outcome::Part(value) => (value, true),
        Outcome::Again => return self::again(py),
        Outcome::Closed => return closed(py),
        Outcome::Failed(error) => {
            return shape_a(PyNone::get(py).as_any(), &instance(py, &error)?, false);
        }
        Outcome::Broken(value, error) => {
            return shape_a(&make(value)?, &instance(py, &error)?, false);
        }
    };
    shape_a(&make(value)?, PyNone::get(py).as_any(), again)
}

#[inline]
fn shape_a<'py>(
    value: &Bound<'py, PyAny>,
    err: &Bound<'py, PyAny>,
    again: bool,
) -> PyResultAny<'py> {
    ffi::tuple3(value, err, &PyBool::new(value.py(), again))
}

/// `(None, None, True)`, of which there is one for all.
fn again(py: Python<'_>) -> PyResultAny<'_> {
    static AGAIN: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    AGAIN
        .get_or_try_init(py, || shape_a(&none(py), &none(py), true).map(Bound::unbind))
        .map(|tuple| tuple.bind(py).clone())
}

/// `(None, None, False)`, of which there is one for all.
fn closed(py: Python<'_>) -> PyResultAny<'_> {
    static CLOSED: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    CLOSED
        .get_or_try_init(py, || shape_a(&none(py), &none(py), false).map(Bound::unbind))
        .map(|tuple| tuple.bind(py).clone())
}

/// Shape F, of a message that `make` makes and an address that `address` makes.
#[inline]
pub(crate) fn message<'py, T>(
    py: Python<'py>,
    outcome: Outcome<(T, Option<core::AddrInfo>)>,
    make: impl FnOnce(T) -> PyResultAny<'py>,
    address: impl FnOnce(core::AddrInfo) -> PyResultAny<'py>,
) -> PyResultAny<'py> {
    let (msg, info, err, again) = match outcome {
        Outcome::Done((msg, info)) | Outcome::Part((msg, info)) => {
            (make(msg)?, info.map_or_else(|| Ok(none(py)), address)?, none(py), false)
        }
        Outcome::Again => (none(py), none(py), none(py), true),
        Outcome::Closed => (none(py), none(py), none(py), false),
        Outcome::Failed(error) => (none(py), none(py), instance(py, &error)?, false),
        Outcome::Broken((msg, info), error) => {
            let info = info.map_or_else(|| Ok(none(py)), address)?;
            (make(msg)?, info, instance(py, &error)?, false)
        }
    };
    ffi::tuple4([msg, info, err, boolean(py, again)])
}

/// An accepted socket with its peer's address, which stands last, behind err and again.
pub(crate) struct Accepted(pub(crate) Outcome<(core::Socket, Option<core::AddrInfo>)>);

impl<'py> IntoPyResult<'py> for Accepted {
    fn into_py_result(self, py: Python<'py>) -> PyResultAny<'py> {
        let (socket, err, again, info) = match self.0 {
            Outcome::Done((socket, info)) | Outcome::Part((socket, info)) => {
                (object(py, socket)?, none(py), false, object(py, info)?)
            }
            Outcome::Again => (none(py), none(py), true, none(py)),
            Outcome::Closed => (none(py), none(py), false, none(py)),
            Outcome::Failed(error) | Outcome::Broken(_, error) => {
                (none(py), instance(py, &error)?, false, none(py))
            }
        };
        ffi::tuple4([socket, err, boolean(py, again), info])
    }
}

/// The exception that says the error: the subclass of OSError that its number chooses. A lack of memory in
/// this process is raised, as Python's own is.
#[cold]
fn instance<'py>(py: Python<'py>, error: &Error) -> PyResultAny<'py> {
    if error.reason == Reason::Memory {
        return Err(ffi::no_memory(py));
    }
    let (number, message) = (object(py, error.number())?, object(py, error.message())?);
    let args = ffi::tuple2(&number, &message)?.cast_into::<PyTuple>()?;
    match error.reason {
        Reason::Errno(_) | Reason::NotNumeric | Reason::Memory => {
            py.get_type::<PyOSError>().call1(args)
        }
        Reason::Resolver(_) => {
            // Only who meets such an error needs Python's own module.
            static GAIERROR: PyOnceLock<Py<PyType>> = PyOnceLock::new();
            let class = GAIERROR.get_or_try_init(py, || {
                ffi::imported(py, c"socket", c"gaierror").map(Bound::unbind)
            })?;
            class.bind(py).call1(args)
        }
    }
}

/// A result whose error, if it has one, tells the address that the call was for, as `filename` of an OSError tells a
/// file.
pub(crate) fn named<'py>(result: Bound<'py, PyAny>, addr: Option<&core::Addr>) -> PyResultAny<'py> {
    let py = result.py();
    let error = match result.cast::<PyTuple>() {
        Ok(results) => results.get_item(1)?,
        Err(_) => result.clone(),
    };
    let Some(addr) = addr.filter(|_| error.is_instance_of::<PyOSError>()) else {
        return Ok(result);
    };
    let endpoint = addr.shown();
    if !endpoint.as_bytes().is_empty() {
        let name = ffi::text(py, b"filename")?.cast_into::<PyString>()?;
        error.setattr(name, ffi::text(py, endpoint.as_bytes())?)?;
    }
    Ok(result)
}

/// None.
#[inline]
pub(crate) fn none(py: Python<'_>) -> Bound<'_, PyAny> {
    PyNone::get(py).to_owned().into_any()
}

/// True or False.
#[inline]
fn boolean(py: Python<'_>, value: bool) -> Bound<'_, PyAny> {
    PyBool::new(py, value).to_owned().into_any()
}

/// A value by itself.
fn object(py: Python<'_>, value: impl Value) -> PyResultAny<'_> {
    value.wrapped(py, |value| Ok(value.clone()))
}

/// A value that stands alone, of a call that cannot fail.
pub(crate) struct Plain<T>(pub(crate) T);

impl<'py, T: Value> IntoPyResult<'py> for Plain<T> {
    fn into_py_result(self, py: Python<'py>) -> PyResultAny<'py> {
        object(py, self.0)
    }
}

/// Makes Python's objects. Where it cannot, that is Python's exception, which is MemoryError.
#[derive(Clone, Copy)]
struct ObjectMaker<'py>(Python<'py>);

impl<'py> Visitor for ObjectMaker<'py> {
    type Made = Bound<'py, PyAny>;
    type Error = PyErr;
    type List = ListMaker<'py>;
    type Record = DictMaker<'py>;

    #[inline]
    fn absent(self) -> PyResultAny<'py> {
        Ok(none(self.0))
    }

    #[inline]
    fn boolean(self, value: bool) -> PyResultAny<'py> {
        Ok(boolean(self.0, value))
    }

    #[inline]
    fn integer(self, value: i64) -> PyResultAny<'py> {
        ffi::integer(self.0, value)
    }

    fn float(self, value: f64) -> PyResultAny<'py> {
        ffi::float(self.0, value)
    }

    fn bytes(self, bytes: &[u8]) -> PyResultAny<'py> {
        ffi::bytes(self.0, bytes).map(Bound::into_any)
    }

    fn text(self, text: &[u8]) -> PyResultAny<'py> {
        ffi::text(self.0, text)
    }

    fn address(self, info: core::AddrInfo, canonname: Option<&mut Box<[u8]>>) -> PyResultAny<'py> {
        let info = AddrInfo { info, canonname: canonname.map(take) };
        Ok(Bound::new(self.0, info)?.into_any())
    }

    fn socket(self, socket: &mut core::Socket) -> PyResultAny<'py> {
        Socket::hand_over(self.0, replace(socket, core::Socket::closed()))
    }

    fn descriptor(self, fd: RawFd) -> PyResultAny<'py> {
        self.integer(fd.into())
    }

    fn list(self, _: usize) -> PyResult<ListMaker<'py>> {
        ffi::list(self.0).map(ListMaker)
    }

    fn record(self, _: usize) -> PyResult<DictMaker<'py>> {
        ffi::dict(self.0).map(DictMaker)
    }
}

/// Makes a list.
struct ListMaker<'py>(Bound<'py, PyList>);

impl<'py> ListVisitor for ListMaker<'py> {
    type Made = Bound<'py, PyAny>;
    type Error = PyErr;

    fn item(&mut self, item: &mut impl Value) -> PyResult<()> {
        self.0.append(item.visit(ObjectMaker(self.0.py()))?)
    }

    fn end(self) -> PyResultAny<'py> {
        Ok(self.0.into_any())
    }
}

/// Makes a dict.
struct DictMaker<'py>(Bound<'py, PyDict>);

impl<'py> RecordVisitor for DictMaker<'py> {
    type Made = Bound<'py, PyAny>;
    type Error = PyErr;

    fn set(&mut self, name: &[u8], value: &mut impl Value) -> PyResult<()> {
        let py = self.0.py();
        self.0.set_item(ffi::text(py, name)?, value.visit(ObjectMaker(py))?)
    }

    fn end(self) -> PyResultAny<'py> {
        Ok(self.0.into_any())
    }
}
