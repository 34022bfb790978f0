//! Unix sockets by their paths: what a client and a server begin with.

use llsocket_core::{self as core, Backlog, Seconds, UnixConnect};
use pyo3::prelude::*;

use crate::args::Path;
use crate::results::{self, IntoPyResult, PyResultAny};
use crate::{audit, gil};

functions! { add_functions: unix {
    connect(path: Path [, socktype: i32, sec: Seconds]) =>
        |py| connect_impl(py, &path, socktype, sec);
    listen(path: Path [, socktype: i32, backlog: Backlog, mode: i32]) =>
        |py| listen_impl(py, &path, socktype, backlog, mode);
} }

fn connect_impl<'py>(
    py: Python<'py>,
    path: &Path,
    socktype: Option<i32>,
    sec: Option<Seconds>,
) -> PyResultAny<'py> {
    let addr = core::Addr::unix(&path.0).ok();
    if let Some(addr) = &addr {
        audit::unopened(py, c"socket.connect", addr)?;
    }
    let mut connect = match UnixConnect::new(&path.0, socktype, sec) {
        Ok(connect) => connect,
        Err(error) => return Err::<core::Socket, _>(error).into_py_result(py),
    };
    let outcome = gil::run(py, || connect.run())?;
    let result = outcome.result().and_then(|()| connect.into_socket()).into_py_result(py)?;
    results::named(result, addr.as_ref())
}

fn listen_impl<'py>(
    py: Python<'py>,
    path: &Path,
    socktype: Option<i32>,
    backlog: Option<Backlog>,
    mode: Option<i32>,
) -> PyResultAny<'py> {
    let addr = core::Addr::unix(&path.0).ok();
    if let Some(addr) = &addr {
        audit::unopened(py, c"socket.bind", addr)?;
    }
    let result = gil::detached(py, || core::unix_listen(&path.0, socktype, backlog, mode))?;
    results::named(result, addr.as_ref())
}
