//! Connections by name, and listeners: what a client and a server of TCP begin with.

use std::time::Duration;

use llsocket_core::{self as core, Backlog, InetConnect, Outcome, Resolved, Seconds, Service};
use pyo3::prelude::*;

use crate::args::{Chars, Info};
use crate::gil;
use crate::results::{IntoPyResult, PyResultAny};

functions! { add_functions: inet {
    connect(host: Option<Chars<'_>>, port: Service [, sec: Seconds, localai: Info<'_>]) =>
        |py| connect_impl(py, host.as_deref(), &port, sec, localai.as_ref());
    listen(
        host: Option<Chars<'_>>, port: Service [, backlog: Backlog, reuseport: bool = false]
    ) => |py| gil::detached(py, || core::inet_listen(host.as_deref(), port.as_bytes(), backlog, reuseport));
} }

/// How long a signal may wait for its handler while a resolver is asked, where it does not end the wait.
const TICK: Duration = Duration::from_millis(50);

fn connect_impl<'py>(
    py: Python<'py>,
    host: Option<&[u8]>,
    port: &Service,
    sec: Option<Seconds>,
    local: Option<&Info<'_>>,
) -> PyResultAny<'py> {
    let local = local.map(Info::get);
    let begun = py.detach(|| InetConnect::new(host, port.as_bytes(), sec, local));
    let mut connect = match begun {
        Ok(connect) => connect,
        Err(error) => return Outcome::<core::Socket>::Failed(error).into_py_result(py),
    };
    loop {
        let resolved = py.detach(|| connect.resolve(TICK));
        py.check_signals()?;
        match resolved {
            Resolved::Found => break,
            Resolved::Failed(error) => {
                return Outcome::<core::Socket>::Failed(error).into_py_result(py);
            }
            Resolved::Expired if connect.is_late() => {
                return Outcome::<core::Socket>::Again.into_py_result(py);
            }
            Resolved::Expired | Resolved::Interrupted => {}
        }
    }
    gil::run(py, || connect.run())?.into_py_result(py)
}
