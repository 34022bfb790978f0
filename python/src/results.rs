//! The shapes of results: what each outcome of the core looks like in Python, written once.
//!
//! | shape | what comes back | from the core |
//! |---|---|---|
//! | E | `err` | `Result<()>` |
//! | V | `(value, err)` | `Result<T>` |
//! | A | `(value, err, again)` | `Outcome<T>` |
//! | F | `(msg, ai, err, again)` | [`message`]: `Outcome` of a message and its sender |

use std::fmt::Write as _;
use std::os::fd::{AsRawFd, IntoRawFd, OwnedFd};

use llsocket_core::device::{HardwareAddrs, InterfaceAddr, NameIndex};
use llsocket_core::netdb::AddrBytes;
use llsocket_core::{
    self as core, ActivatedSocket, AddrInfoList, Error, Fields, Interface, NameInfo, Outcome,
    RawValue, Reason, Result, Seconds, Size, SockFilter, Text, TrafficClass, Unsigned64,
};
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyBytes, PyDict, PyNone, PyTuple, PyType};

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
pub(crate) trait Value<'py> {
    /// Makes the value.
    fn value(self, py: Python<'py>) -> PyResultAny<'py>;
}

/// Shape E.
impl<'py> IntoPyResult<'py> for Result<()> {
    fn into_py_result(self, py: Python<'py>) -> PyResultAny<'py> {
        match self {
            Ok(()) => Ok(none(py)),
            Err(error) => instance(py, &error),
        }
    }
}

/// Shape V.
impl<'py, T: Value<'py>> IntoPyResult<'py> for Result<T> {
    fn into_py_result(self, py: Python<'py>) -> PyResultAny<'py> {
        match self {
            Ok(value) => ffi::tuple2(&value.value(py)?, &none(py)),
            Err(error) => ffi::tuple2(&none(py), &instance(py, &error)?),
        }
    }
}

/// Shape A.
impl<'py, T: Value<'py>> IntoPyResult<'py> for Outcome<T> {
    #[inline]
    fn into_py_result(self, py: Python<'py>) -> PyResultAny<'py> {
        outcome(py, self, |value| value.value(py))
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

/// A descriptor that is the caller's to close, shape V. Where Python has no memory for the result, it is closed.
impl<'py> IntoPyResult<'py> for Result<OwnedFd> {
    fn into_py_result(self, py: Python<'py>) -> PyResultAny<'py> {
        match self {
            Ok(fd) => hand_over(fd, |fd| Ok::<_, Error>(fd).into_py_result(py)),
            Err(error) => Err::<i32, _>(error).into_py_result(py),
        }
    }
}

/// The same, shape A.
impl<'py> IntoPyResult<'py> for Outcome<OwnedFd> {
    fn into_py_result(self, py: Python<'py>) -> PyResultAny<'py> {
        match self {
            Self::Done(fd) | Self::Part(fd) => {
                hand_over(fd, |fd| Outcome::Done(fd).into_py_result(py))
            }
            Self::Again => Outcome::<i32>::Again.into_py_result(py),
            Self::Closed => Outcome::<i32>::Closed.into_py_result(py),
            Self::Failed(error) => Outcome::<i32>::Failed(error).into_py_result(py),
        }
    }
}

/// Gives the descriptor up once `make` has made a result of its number; until then it is closed with its owner.
fn hand_over<'py>(fd: OwnedFd, make: impl FnOnce(i32) -> PyResultAny<'py>) -> PyResultAny<'py> {
    let result = make(fd.as_raw_fd())?;
    let _ = fd.into_raw_fd();
    Ok(result)
}

/// Shape F, of a message that `make` makes.
#[inline]
pub(crate) fn message<'py, T>(
    py: Python<'py>,
    outcome: Outcome<(T, Option<core::AddrInfo>)>,
    make: impl FnOnce(T) -> PyResultAny<'py>,
) -> PyResultAny<'py> {
    let (msg, info, err, again) = match outcome {
        Outcome::Done((msg, info)) | Outcome::Part((msg, info)) => {
            (make(msg)?, optional(py, info)?, none(py), false)
        }
        Outcome::Again => (none(py), none(py), none(py), true),
        Outcome::Closed => (none(py), none(py), none(py), false),
        Outcome::Failed(error) => (none(py), none(py), instance(py, &error)?, false),
    };
    ffi::tuple4([msg, info, err, PyBool::new(py, again).to_owned().into_any()])
}

/// An accepted socket with its peer's address, which stands last, behind err and again.
pub(crate) struct Accepted(pub(crate) Outcome<(core::Socket, Option<core::AddrInfo>)>);

impl<'py> IntoPyResult<'py> for Accepted {
    fn into_py_result(self, py: Python<'py>) -> PyResultAny<'py> {
        let (socket, err, again, info) = match self.0 {
            Outcome::Done((socket, info)) | Outcome::Part((socket, info)) => {
                (socket.value(py)?, none(py), false, optional(py, info)?)
            }
            Outcome::Again => (none(py), none(py), true, none(py)),
            Outcome::Closed => (none(py), none(py), false, none(py)),
            Outcome::Failed(error) => (none(py), instance(py, &error)?, false, none(py)),
        };
        ffi::tuple4([socket, err, again.value(py)?, info])
    }
}

/// The exception that says the error: the subclass of OSError that its number chooses. A lack of memory in
/// this process is raised, as Python's own is.
#[cold]
fn instance<'py>(py: Python<'py>, error: &Error) -> PyResultAny<'py> {
    if error.reason == Reason::Memory {
        return Err(ffi::no_memory(py));
    }
    let (number, message) = (error.number().value(py)?, error.message().value(py)?);
    let args = ffi::tuple2(&number, &message)?.cast_into::<PyTuple>()?;
    match error.reason {
        Reason::Errno(_) | Reason::Memory => py.get_type::<PyOSError>().call1(args),
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

/// None.
#[inline]
pub(crate) fn none(py: Python<'_>) -> Bound<'_, PyAny> {
    PyNone::get(py).to_owned().into_any()
}

fn optional<'py, T: Value<'py>>(py: Python<'py>, value: Option<T>) -> PyResultAny<'py> {
    value.map_or_else(|| Ok(none(py)), |value| value.value(py))
}

fn list<'py, T>(
    py: Python<'py>,
    items: impl IntoIterator<Item = T>,
    mut make: impl FnMut(T) -> PyResultAny<'py>,
) -> PyResultAny<'py> {
    let list = ffi::list(py)?;
    for item in items {
        list.append(make(item)?)?;
    }
    Ok(list.into_any())
}

/// Sets an entry of a dict.
fn set<'py>(dict: &Bound<'py, PyDict>, name: &str, value: impl Value<'py>) -> PyResult<()> {
    let py = dict.py();
    dict.set_item(ffi::text(py, name.as_bytes())?, value.value(py)?)
}

macro_rules! values {
    ($($(#[$doc:meta])* $type:ty: |$py:ident, $value:pat_param| $make:expr;)+) => {
        $(
            $(#[$doc])*
            impl<'py> Value<'py> for $type {
                #[inline]
                fn value(self, $py: Python<'py>) -> PyResultAny<'py> {
                    let $value = self;
                    $make
                }
            }
        )+
    };
}

values! {
    bool: |py, value| Ok(PyBool::new(py, value).to_owned().into_any());
    i32: |py, value| ffi::integer(py, value.into());
    u16: |py, value| ffi::integer(py, value.into());
    u32: |py, value| ffi::integer(py, value.into());
    i64: |py, value| ffi::integer(py, value);
    usize: |py, value| ffi::integer(py, value as i64);
    Unsigned64: |py, Self(value)| ffi::integer(py, value);
    Size: |py, Self(value)| value.value(py);
    TrafficClass: |py, Self(value)| value.value(py);
    Seconds: |py, Self(value)| ffi::float(py, value);
    Box<[u8]>: |py, value| ffi::text(py, &value);
    AddrBytes: |py, value| value.to_text().as_bytes().value(py);
    &[u8]: |py, value| ffi::bytes(py, value).map(Bound::into_any);
    Bound<'py, PyBytes>: |_py, value| Ok(value.into_any());
    core::AddrInfo: |py, info| Ok(Bound::new(py, AddrInfo::from(info))?.into_any());
    /// An interface by its name, or by the number that it was given by.
    Interface: |py, value| match value {
        Interface::Name(name) => ffi::text(py, name.as_bytes()),
        Interface::Index(index) => index.value(py),
    };
    /// The names of an address, by name.
    NameInfo: |py, value| {
        let names = ffi::dict(py)?;
        set(&names, "host", value.host)?;
        set(&names, "serv", value.serv)?;
        Ok(names.into_any())
    };
    core::Socket: |py, value| Socket::hand_over(py, value);
    [core::Socket; 2]: |py, [one, two]| {
        // Both belong to Python before anything more is asked of it.
        let (one, two) = (one.value(py)?, two.value(py)?);
        list(py, [one, two], Ok)
    };
    /// A list of addresses; the canonical name goes with the first.
    AddrInfoList: |py, AddrInfoList { list: infos, mut canonname }| list(py, infos, |info| {
        let info = AddrInfo { info, canonname: canonname.take() };
        Ok(Bound::new(py, info)?.into_any())
    });
    /// A list of one.
    [core::AddrInfo; 1]: |py, infos| list(py, infos, |info| info.value(py));
    /// Two ports, the lowest and the highest.
    [u16; 2]: |py, range| list(py, range, |port| port.value(py));
    Vec<u32>: |py, numbers| list(py, numbers, |number| number.value(py));
    /// Named numbers.
    Fields: |py, Self(fields)| {
        let numbers = ffi::dict(py)?;
        for (name, number) in fields {
            set(&numbers, name, number)?;
        }
        Ok(numbers.into_any())
    };
    /// A program: a list of `[code, jt, jf, k]`.
    Vec<SockFilter>: |py, program| list(py, program, |SockFilter { code, jt, jf, k }| {
        list(py, [code.into(), jt.into(), jf.into(), k], |number| number.value(py))
    });
    /// An option's value as it is.
    RawValue<'static>: |py, value| match value {
        RawValue::Int(value) => value.value(py),
        RawValue::Bytes(bytes) => (&*bytes).value(py),
    };
    NameIndex: |py, names| list(py, names, |(index, name)| {
        let entry = ffi::dict(py)?;
        set(&entry, "index", index)?;
        set(&entry, "name", name)?;
        Ok(entry.into_any())
    });
    Vec<ActivatedSocket>: |py, handed| list(py, handed, |ActivatedSocket { socket, name }| {
        let entry = ffi::dict(py)?;
        set(&entry, "socket", socket)?;
        set(&entry, "name", name)?;
        Ok(entry.into_any())
    });
    Vec<InterfaceAddr>: |py, interfaces| list(py, interfaces, |interface| interface.value(py));
    InterfaceAddr: |py, interface| {
        let entry = ffi::dict(py)?;
        set(&entry, "name", interface.name)?;
        set(&entry, "index", interface.index)?;
        set(&entry, "flags", interface.flags)?;
        if let Some(mtu) = interface.mtu {
            set(&entry, "mtu", mtu)?;
        }
        if let Some(label) = interface.label {
            set(&entry, "label", label)?;
        }
        if let Some(addr) = interface.addr {
            set(&entry, "family", addr.family())?;
        }
        let addrs = [
            ("addr", interface.addr),
            ("netmask", interface.netmask),
            ("broadaddr", interface.broadaddr),
            ("dstaddr", interface.dstaddr),
        ];
        for (name, addr) in addrs {
            if let Some(addr) = addr {
                set(&entry, name, core::AddrInfo { addr, socktype: 0, protocol: 0 })?;
            }
        }
        Ok(entry.into_any())
    };
    /// Hardware addresses by the interface's name.
    HardwareAddrs: |py, hardware| {
        let addrs = ffi::dict(py)?;
        for (name, addr) in hardware {
            addrs.set_item(name.value(py)?, addr.text().value(py)?)?;
        }
        Ok(addrs.into_any())
    };
}

impl<'py, const N: usize> Value<'py> for Text<N> {
    fn value(self, py: Python<'py>) -> PyResultAny<'py> {
        ffi::text(py, self.as_bytes())
    }
}

/// A value that stands alone, of a call that cannot fail.
pub(crate) struct Plain<T>(pub(crate) T);

impl<'py, T: Value<'py>> IntoPyResult<'py> for Plain<T> {
    fn into_py_result(self, py: Python<'py>) -> PyResultAny<'py> {
        self.0.value(py)
    }
}

impl<'py, T: Value<'py>> Value<'py> for Option<T> {
    fn value(self, py: Python<'py>) -> PyResultAny<'py> {
        optional(py, self)
    }
}
