//! Addresses of every family.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::OnceLock;

use llsocket_core::{self as core, Text};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyNotImplemented;

use crate::args::{Arg, Chars, Path, Port, optional, required};
use crate::ffi::{self, Buffer};
use crate::gil;
use crate::results::{self, IntoPyResult, Plain, PyResultAny};

#[doc = doc!(AddrInfo)]
#[pyclass(frozen, module = "llsocket", weakref)]
pub(crate) struct AddrInfo {
    pub(crate) info: core::AddrInfo,
    pub(crate) canonname: Option<Box<[u8]>>,
}

impl From<core::AddrInfo> for AddrInfo {
    fn from(info: core::AddrInfo) -> Self {
        Self { info, canonname: None }
    }
}

#[pymethods]
impl AddrInfo {
    #[doc = doc!(AddrInfo::family)]
    fn family<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.info.addr.family()).into_py_result(py)
    }

    #[doc = doc!(AddrInfo::socktype)]
    fn socktype<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.info.socktype).into_py_result(py)
    }

    #[doc = doc!(AddrInfo::protocol)]
    fn protocol<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.info.protocol).into_py_result(py)
    }

    #[doc = doc!(AddrInfo::canonname)]
    fn canonname<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        match &self.canonname {
            Some(name) => ffi::text(py, name),
            None => Ok(results::none(py)),
        }
    }

    #[doc = doc!(AddrInfo::addr)]
    fn addr<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.info.addr.text()).into_py_result(py)
    }

    #[doc = doc!(AddrInfo::port)]
    fn port<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.info.addr.port()).into_py_result(py)
    }

    #[doc = doc!(AddrInfo::scopeid)]
    fn scopeid<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.info.addr.scopeid()).into_py_result(py)
    }

    #[doc = doc!(AddrInfo::flowinfo)]
    fn flowinfo<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.info.addr.flowinfo()).into_py_result(py)
    }

    #[doc = doc!(AddrInfo::ifindex)]
    fn ifindex<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.info.addr.ifindex()).into_py_result(py)
    }

    #[doc = doc!(AddrInfo::ethertype)]
    fn ethertype<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.info.addr.ethertype()).into_py_result(py)
    }

    #[doc = doc!(AddrInfo::pkttype)]
    fn pkttype<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.info.addr.pkttype()).into_py_result(py)
    }

    #[doc = doc!(AddrInfo::ipv4mapped)]
    fn ipv4mapped<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.info.ipv4mapped()).into_py_result(py)
    }

    #[doc = doc!(AddrInfo::raw)]
    fn raw<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        Plain(self.info.addr.as_bytes()).into_py_result(py)
    }

    #[doc = doc!(AddrInfo::__repr__)]
    fn __repr__<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        results::shown(py, "AddrInfo", || self.info.describe())
    }

    // Told `other` as what it is, PyO3 would make an exception for what is none, only to drop it.
    fn __eq__<'py>(&self, py: Python<'py>, other: Arg<'_, 'py>) -> PyResultAny<'py> {
        match other.cast::<Self>() {
            Ok(other) => Plain(self.info == other.get().info).into_py_result(py),
            Err(_) => Ok(PyNotImplemented::get(py).to_owned().into_any()),
        }
    }

    fn __hash__(&self) -> u64 {
        static KEY: OnceLock<RandomState> = OnceLock::new();
        // Peers choose their addresses, and must not choose which ones collide.
        KEY.get_or_init(RandomState::new).hash_one(self.info)
    }

    /// Refuses: an address is of use to its own host alone.
    fn __reduce__(this: &Bound<'_, Self>) -> PyResult<()> {
        Err(ffi::exception(
            &this.py().get_type::<PyTypeError>(),
            &Text::<256>::from(&b"an AddrInfo cannot be pickled or copied; it never changes"[..]),
        ))
    }
}

/// A number that is 0 where it is absent.
pub(crate) fn number(name: &str, arg: Option<Arg<'_, '_>>) -> PyResult<i32> {
    Ok(optional(name, arg)?.unwrap_or(0))
}

macro_rules! internet {
    ($($name:ident)+) => {
        $(
            #[doc = doc!(addrinfo::$name)]
            #[pyfunction]
            #[pyo3(
                signature = (addr, port, socktype=None, protocol=None),
                text_signature = "(addr, port, socktype=0, protocol=0)"
            )]
            pub(crate) fn $name<'py>(
                py: Python<'py>,
                addr: Arg<'_, 'py>,
                port: Arg<'_, 'py>,
                socktype: Option<Arg<'_, 'py>>,
                protocol: Option<Arg<'_, 'py>>,
            ) -> PyResultAny<'py> {
                let (Chars(addr), Port(port)) = (required("addr", addr)?, required("port", port)?);
                let socktype = number("socktype", socktype)?;
                let protocol = number("protocol", protocol)?;
                gil::call(py, || core::AddrInfo::$name(&addr, port, socktype, protocol))
            }
        )+
    };
}

internet! { inet inet6 }

#[doc = doc!(addrinfo::unix)]
#[pyfunction]
#[pyo3(
    signature = (path, socktype=None, protocol=None),
    text_signature = "(path, socktype=0, protocol=0)"
)]
pub(crate) fn unix<'py>(
    py: Python<'py>,
    path: Arg<'_, 'py>,
    socktype: Option<Arg<'_, 'py>>,
    protocol: Option<Arg<'_, 'py>>,
) -> PyResultAny<'py> {
    let Path(path) = required("path", path)?;
    let (socktype, protocol) = (number("socktype", socktype)?, number("protocol", protocol)?);
    gil::call(py, || core::AddrInfo::unix(&path, socktype, protocol))
}

#[doc = doc!(addrinfo::netlink)]
#[pyfunction]
#[pyo3(
    signature = (pid, groups, socktype=None, protocol=None),
    text_signature = "(pid, groups, socktype=0, protocol=0)"
)]
pub(crate) fn netlink<'py>(
    py: Python<'py>,
    pid: Arg<'_, 'py>,
    groups: Arg<'_, 'py>,
    socktype: Option<Arg<'_, 'py>>,
    protocol: Option<Arg<'_, 'py>>,
) -> PyResultAny<'py> {
    let (pid, groups) = (required("pid", pid)?, required("groups", groups)?);
    let (socktype, protocol) = (number("socktype", socktype)?, number("protocol", protocol)?);
    gil::call(py, || core::AddrInfo::netlink(pid, groups, socktype, protocol))
}

#[doc = doc!(addrinfo::vsock)]
#[pyfunction]
#[pyo3(
    signature = (cid, port, socktype=None, protocol=None),
    text_signature = "(cid, port, socktype=0, protocol=0)"
)]
pub(crate) fn vsock<'py>(
    py: Python<'py>,
    cid: Arg<'_, 'py>,
    port: Arg<'_, 'py>,
    socktype: Option<Arg<'_, 'py>>,
    protocol: Option<Arg<'_, 'py>>,
) -> PyResultAny<'py> {
    let (cid, port) = (required("cid", cid)?, required("port", port)?);
    let (socktype, protocol) = (number("socktype", socktype)?, number("protocol", protocol)?);
    gil::call(py, || core::AddrInfo::vsock(cid, port, socktype, protocol))
}

#[doc = doc!(addrinfo::packet)]
#[pyfunction]
#[pyo3(
    signature = (interface, ethertype, socktype=None, addr=None),
    text_signature = "(interface, ethertype, socktype=0, addr=None)"
)]
pub(crate) fn packet<'py>(
    py: Python<'py>,
    interface: Arg<'_, 'py>,
    ethertype: Arg<'_, 'py>,
    socktype: Option<Arg<'_, 'py>>,
    addr: Option<Arg<'_, 'py>>,
) -> PyResultAny<'py> {
    let interface = required("interface", interface)?;
    let (ethertype, socktype) = (required("ethertype", ethertype)?, number("socktype", socktype)?);
    let addr: Option<Chars<'_>> = optional("addr", addr)?;
    gil::call(py, || {
        let addr = addr.as_ref().map(|Chars(addr)| &**addr);
        core::AddrInfo::packet(interface, ethertype, socktype, addr)
    })
}

#[doc = doc!(addrinfo::raw)]
#[pyfunction]
#[pyo3(
    signature = (bytes, socktype=None, protocol=None),
    text_signature = "(bytes, socktype=0, protocol=0)"
)]
pub(crate) fn raw<'py>(
    py: Python<'py>,
    bytes: Arg<'_, 'py>,
    socktype: Option<Arg<'_, 'py>>,
    protocol: Option<Arg<'_, 'py>>,
) -> PyResultAny<'py> {
    let bytes: Buffer<'_, '_> = required("bytes", bytes)?;
    let (socktype, protocol) = (number("socktype", socktype)?, number("protocol", protocol)?);
    gil::call(py, || core::AddrInfo::raw(&bytes, socktype, protocol))
}
