//! llsocket for Python: each file translates the core's file of the same name; this one defines the
//! native module.
//!
//! The module is flat: what belongs to a module of the package has that module's name before its
//! own, as `_inet_getaddrinfo`; `python/llsocket` puts everything where it belongs.

#![deny(unsafe_code)]
#![expect(
    clippy::too_many_arguments,
    reason = "a row has as many as the function of the language, the interpreter, and the flags twice"
)]
#![expect(
    clippy::elidable_lifetime_names,
    reason = "a row without arguments has the lifetime of the rows that have some"
)]

#[macro_use]
#[rustfmt::skip]
mod doc;
#[macro_use]
mod macros;

mod address;
mod args;
mod audit;
mod connection;
mod control;
mod device;
mod ffi;
mod gil;
mod inet;
mod methods;
mod must;
mod netdb;
mod options;
#[cfg(debug_assertions)]
mod panic;
mod poll;
mod resolve;
mod results;
mod send_recv;
mod socket;
mod unix;
mod wait;
mod whole;

use std::sync::atomic::{AtomicI64, Ordering};

use llsocket_core::constants::CONSTANTS;
use llsocket_core::netdb::TEXTS;
use llsocket_core::{OS, ReserveAllocator, Text, UNIXPATH_MAX};
use pyo3::exceptions::PyImportError;
use pyo3::prelude::*;
use pyo3::types::PyCFunction;

/// PyO3 makes its exceptions by allocations that may not fail.
#[global_allocator]
static ALLOCATOR: ReserveAllocator = ReserveAllocator;

/// The operating system's socket interface, as `llsocket` has it.
// Its classes are frozen, and what they change is atomic: it needs no lock around it.
#[pymodule(gil_used = false)]
fn _llsocket(module: &Bound<'_, PyModule>) -> PyResult<()> {
    require_single_interpreter(module.py())?;
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
    module.setattr("_env_somaxconn", llsocket_core::c::SOMAXCONN)?;
    module.add_class::<socket::Socket>()?;
    module.add_class::<address::AddrInfo>()?;
    netdb::add_functions(module)?;
    must::add_functions(module)?;
    resolve::add_inet(module)?;
    resolve::add_unix(module)?;
    resolve::add_addrinfo(module)?;
    address::add_functions(module)?;
    socket::add_functions(module)?;
    inet::add_functions(module)?;
    unix::add_functions(module)?;
    device::add_functions(module)?;
    poll::add_functions(module)?;
    #[cfg(debug_assertions)]
    panic::add_functions(module)?;
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
    if package == "llsocket" {
        function.setattr("__module__", package)?;
        return module.add(name, function);
    }
    function.setattr("__module__", format!("llsocket.{package}"))?;
    module.setattr(format!("_{package}_{name}"), function)
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
