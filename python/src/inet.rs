//! Connections by name, and listeners: what a client and a server of TCP begin with.

use llsocket_core::c::{AF_UNSPEC, IPPROTO_TCP, SOCK_STREAM};
use llsocket_core::{self as core, Backlog, InetConnect, Outcome, Resolved, Seconds, Service};
use pyo3::prelude::*;

use crate::args::{Chars, Info};
use crate::resolve::TICK;
use crate::results::{self, IntoPyResult, PyResultAny};
use crate::{audit, ffi, gil};

functions! { add_functions: inet {
    connect(host: Option<Chars<'_>>, port: Service [, sec: Seconds, localai: Info<'_>]) =>
        |py| connect_impl(py, host.as_deref(), &port, sec, localai.as_ref());
    listen(
        host: Option<Chars<'_>>, port: Service [, backlog: Backlog, reuseport: bool = false]
    ) => |py| listen_impl(py, host.as_deref(), &port, backlog, reuseport);
} }

/// The family, the type and the protocol of what is looked up.
const TCP: [i32; 3] = [AF_UNSPEC, SOCK_STREAM, IPPROTO_TCP];

fn connect_impl<'py>(
    py: Python<'py>,
    host: Option<&[u8]>,
    port: &Service,
    sec: Option<Seconds>,
    local: Option<&Info<'_>>,
) -> PyResultAny<'py> {
    audit::getaddrinfo(py, host, Some(port.as_bytes()), TCP)?;
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
    for info in connect.addresses() {
        audit::unopened(py, c"socket.connect", &info.addr)?;
    }
    let outcome = gil::run(py, || connect.run())?;
    results::named(outcome.into_py_result(py)?, connect.failed())
}

fn listen_impl<'py>(
    py: Python<'py>,
    host: Option<&[u8]>,
    port: &Service,
    backlog: Option<Backlog>,
    reuseport: bool,
) -> PyResultAny<'py> {
    audit::getaddrinfo(py, host, Some(port.as_bytes()), TCP)?;
    ffi::audit(py, c"socket.bind", || {
        let [host, port] = [host.unwrap_or_default(), port.as_bytes()];
        let address = ffi::tuple2(&ffi::text(py, host)?, &ffi::text(py, port)?)?;
        ffi::tuple2(&results::none(py), &address)
    })?;
    gil::detached(py, || core::inet_listen(host, port.as_bytes(), backlog, reuseport))
}
