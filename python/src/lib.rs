//! llsocket for Python: each file translates the core's file of the same name; this one defines the
//! native module.
//!
//! The module is flat: what belongs to a module of the package has that module's name before its
//! own, as `_inet_getaddrinfo`; `python/llsocket` puts everything where it belongs.

include!(concat!(env!("OUT_DIR"), "/doc.rs"));

mod address;
mod args;
mod bpf;
mod connection;
mod control;
mod device;
mod ffi;
mod gil;
mod info;
mod multicast;
mod netdb;
mod options;
mod resolve;
mod results;
mod send_recv;
mod socket;
mod wait;

use std::sync::atomic::{AtomicI64, Ordering};

use llsocket_core::constants::CONSTANTS;
use llsocket_core::netdb::TEXTS;
use llsocket_core::{OS, ReserveAllocator, Text, UNIXPATH_MAX};
use pyo3::exceptions::{PyImportError, PySystemError};
use pyo3::panic::PanicException;
use pyo3::prelude::*;
use pyo3::types::PyCFunction;

/// PyO3 makes its exceptions by allocations that may not fail.
#[global_allocator]
static ALLOCATOR: ReserveAllocator = ReserveAllocator;

/// The functions of each module of the package.
macro_rules! functions {
    ($module:ident: $($package:literal { $($name:literal = $function:path;)+ })+) => {
        $(
            for (name, function) in [$(($name, wrap_pyfunction!($function, $module)?)),+] {
                add_function($module, $package, name, &function)?;
            }
        )+
    };
}

/// The operating system's socket interface, as `llsocket` has it.
// Its classes are frozen, and what they change is atomic: it needs no lock around it.
#[pymodule(gil_used = false)]
fn _llsocket(module: &Bound<'_, PyModule>) -> PyResult<()> {
    require_single_interpreter(module.py())?;
    panics_as_system_error(module.py())?;
    llsocket_core::reserve_wakeup();
    for &(name, value) in CONSTANTS {
        module.add(name, value)?;
    }
    for &(name, text) in TEXTS {
        module.add(name, text)?;
    }
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.setattr("_env_os", OS)?;
    module.setattr("_env_unixpath_max", UNIXPATH_MAX)?;
    module.setattr("_env_somaxconn", libc::SOMAXCONN)?;
    module.add_class::<socket::Socket>()?;
    module.add_class::<address::AddrInfo>()?;
    functions! { module:
        "" {
            "pton" = netdb::pton;
            "ntop" = netdb::ntop;
            "htons" = netdb::htons;
            "htonl" = netdb::htonl;
            "ntohs" = netdb::ntohs;
            "ntohl" = netdb::ntohl;
            "strerror" = netdb::strerror;
            "gaistrerror" = netdb::gaistrerror;
            "getservbyname" = netdb::getservbyname;
            "getservbyport" = netdb::getservbyport;
            "getprotobyname" = netdb::getprotobyname;
            "gethostname" = netdb::gethostname;
        }
        "inet" {
            "getaddrinfo" = resolve::getaddrinfo;
            "getaddrinfo6" = resolve::getaddrinfo6;
        }
        "unix" {
            "getaddrinfo" = resolve::of_path;
        }
        "addrinfo" {
            "getaddrinfo" = resolve::of_family;
            "inet" = address::inet;
            "inet6" = address::inet6;
            "unix" = address::unix;
            "netlink" = address::netlink;
            "vsock" = address::vsock;
            "packet" = address::packet;
            "raw" = address::raw;
        }
        "socket" {
            "new" = socket::new;
            "pair" = socket::pair;
            "wrap" = socket::wrap;
            "listenfds" = socket::listenfds;
            "shutdown" = socket::shutdown;
            "close" = socket::close;
        }
        "device" {
            "getifaddrs" = device::getifaddrs;
            "macaddrs" = device::macaddrs;
            "nametoindex" = device::nametoindex;
            "indextoname" = device::indextoname;
            "nameindex" = device::nameindex;
        }
    }
    module.setattr("_panic", wrap_pyfunction!(results::panic, module)?)?;
    // What begins with an underscore is in no `import *`, so that there is no need of a list.
    module.delattr("__all__")
}

/// Adds a function, and tells it the module that shows it.
fn add_function(
    module: &Bound<'_, PyModule>,
    package: &str,
    name: &str,
    function: &Bound<'_, PyCFunction>,
) -> PyResult<()> {
    if package.is_empty() {
        function.setattr("__module__", "llsocket")?;
        return module.add(name, function);
    }
    function.setattr("__module__", format!("llsocket.{package}"))?;
    module.setattr(format!("_{package}_{name}"), function)
}

/// A panic is raised as an exception by pyo3, of a class that `except Exception` does not catch. From
/// here on it is a SystemError, which is what Python says of an extension that is broken.
fn panics_as_system_error(py: Python<'_>) -> PyResult<()> {
    py.get_type::<PanicException>().setattr("__bases__", (py.get_type::<PySystemError>(),))
}

/// Who has the classes of this module: nobody yet.
const NOBODY: i64 = -1;

/// Who had them: an interpreter of a Python that has ended.
const ENDED: i64 = -2;

/// The number of the one interpreter that has the classes of this module.
static OWNER: AtomicI64 = AtomicI64::new(NOBODY);

/// Lets the interpreter that comes first have the classes of this module, which cannot go from one to
/// another: every other one is told so. So is one of a Python that begins anew after Py_FinalizeEx,
/// whose interpreters have the same numbers again.
fn require_single_interpreter(py: Python<'_>) -> PyResult<()> {
    extern "C" fn end() {
        OWNER.store(ENDED, Ordering::Release);
    }
    let this = ffi::interpreter(py);
    let message: &[u8] = match OWNER.compare_exchange(NOBODY, this, Ordering::AcqRel, Ordering::Acquire) {
        Ok(_) if ffi::at_exit(py, end) => return Ok(()),
        Ok(_) => {
            OWNER.store(NOBODY, Ordering::Release);
            b"llsocket cannot learn when Python ends: too many extensions use Py_AtExit"
        }
        Err(owner) if owner == this => return Ok(()),
        Err(ENDED) => {
            b"llsocket was imported before Py_FinalizeEx, and cannot be imported again in this process"
        }
        Err(_) => b"llsocket was first imported by another interpreter of this process, and works in that one alone",
    };
    Err(ffi::exception(&py.get_type::<PyImportError>(), &Text::<256>::from(message)))
}
