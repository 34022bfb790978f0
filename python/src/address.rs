//! Addresses of every family.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::{Mutex, OnceLock};

use llsocket_core::{self as core, Interface, Text};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyNotImplemented;

use crate::args::{Arg, Chars, Path, Port};
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

/// The object of the last sender, which is given again for the same one.
#[derive(Default)]
pub(crate) struct LastSender(Mutex<Option<Py<AddrInfo>>>);

impl LastSender {
    /// An object of `sender`: that of the last time, where it is the same to the last byte.
    pub(crate) fn object<'py>(&self, py: Python<'py>, sender: core::AddrInfo) -> PyResultAny<'py> {
        // Nobody waits: while another thread has it, and in a callback of the collector, there is a new one.
        let Ok(mut last) = self.0.try_lock() else {
            return Ok(Bound::new(py, AddrInfo::from(sender))?.into_any());
        };
        if let Some(known) = &*last
            && known.get().info.is_same(&sender)
        {
            return Ok(known.bind(py).clone().into_any());
        }
        let made = Bound::new(py, AddrInfo::from(sender))?;
        let before = last.replace(made.clone().unbind());
        // What refers weakly to the one before may be called when that goes.
        drop(last);
        drop(before);
        Ok(made.into_any())
    }
}

impl AddrInfo {
    /// What a call on the address comes to, which cannot block.
    fn call<'py, R: IntoPyResult<'py>>(
        &self,
        py: Python<'py>,
        call: impl FnOnce(&core::AddrInfo) -> R,
    ) -> PyResultAny<'py> {
        call(&self.info).into_py_result(py)
    }
}

methods! { AddrInfo {
    family() = |ai| Plain(ai.addr.family());
    socktype() = |ai| Plain(ai.socktype);
    protocol() = |ai| Plain(ai.protocol);
    canonname() => |this, py| match &this.canonname {
        Some(name) => ffi::text(py, name),
        None => Ok(results::none(py)),
    };
    addr() = |ai| Plain(ai.addr.text());
    port() = |ai| Plain(ai.addr.port());
    scopeid() = |ai| Plain(ai.addr.scopeid());
    flowinfo() = |ai| Plain(ai.addr.flowinfo());
    ifindex() = |ai| Plain(ai.addr.ifindex());
    ethertype() = |ai| Plain(ai.addr.ethertype());
    pkttype() = |ai| Plain(ai.addr.pkttype());
    ipv4mapped() = |ai| Plain(ai.ipv4mapped());
    raw() => |this, py| Plain(this.info.addr.as_bytes()).into_py_result(py);
} }

#[pymethods]
impl AddrInfo {
    #[doc = doc!(AddrInfo::__repr__)]
    fn __repr__<'py>(&self, py: Python<'py>) -> PyResultAny<'py> {
        gil::guard(py, || results::shown(py, "AddrInfo", &self.info.describe()))
    }

    // Told `other` as what it is, PyO3 would make an exception for what is none, only to drop it.
    fn __eq__<'py>(&self, py: Python<'py>, other: Arg<'_, 'py>) -> PyResultAny<'py> {
        gil::guard(py, || match other.cast::<Self>() {
            Ok(other) => Plain(self.info == other.get().info).into_py_result(py),
            Err(_) => Ok(PyNotImplemented::get(py).to_owned().into_any()),
        })
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<u64> {
        static KEY: OnceLock<RandomState> = OnceLock::new();
        // Peers choose their addresses, and must not choose which ones collide.
        gil::guard(py, || Ok(KEY.get_or_init(RandomState::new).hash_one(self.info)))
    }

    /// Refuses: an address is of use to its own host alone.
    fn __reduce__(this: &Bound<'_, Self>) -> PyResult<()> {
        Err(ffi::exception(
            &this.py().get_type::<PyTypeError>(),
            &Text::<256>::from(&b"an AddrInfo cannot be pickled or copied; it never changes"[..]),
        ))
    }
}

functions! { add_functions: addrinfo {
    inet(addr: Chars<'_>, port: Port [, socktype: i32 = 0, protocol: i32 = 0]) =
        core::AddrInfo::inet(&addr, port.0, socktype, protocol);
    inet6(addr: Chars<'_>, port: Port [, socktype: i32 = 0, protocol: i32 = 0]) =
        core::AddrInfo::inet6(&addr, port.0, socktype, protocol);
    unix(path: Path [, socktype: i32 = 0, protocol: i32 = 0]) =
        core::AddrInfo::unix(&path.0, socktype, protocol);
    netlink(pid: u32, groups: u32 [, socktype: i32 = 0, protocol: i32 = 0]) =
        core::AddrInfo::netlink(pid, groups, socktype, protocol);
    vsock(cid: u32, port: u32 [, socktype: i32 = 0, protocol: i32 = 0]) =
        core::AddrInfo::vsock(cid, port, socktype, protocol);
    packet(interface: Interface, ethertype: u16 [, socktype: i32 = 0, addr: Chars<'_>]) =
        core::AddrInfo::packet(interface, ethertype, socktype, addr.as_deref());
    raw(bytes: Buffer<'_, '_> [, socktype: i32 = 0, protocol: i32 = 0]) =
        core::AddrInfo::raw(&bytes, socktype, protocol);
} }
