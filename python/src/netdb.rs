//! Names and numbers: addresses as bytes, byte order, services, protocols, hosts, errors.

use llsocket_core::constants::errno_name;
use llsocket_core::netdb;

use crate::args::Chars;
use crate::ffi::{self, Buffer};
use crate::results::{IntoPyResult, Plain};
use crate::{audit, gil};

functions! { add_functions: llsocket {
    pton(family: i32, text: Chars<'_>) = netdb::pton(family, &text);
    ntop(family: i32, bytes: Buffer<'_, '_>) = netdb::ntop(family, &bytes);
    htons(number: u16) = Plain(netdb::htons(number));
    htonl(number: u32) = Plain(netdb::htonl(number));
    ntohs(number: u16) = Plain(netdb::htons(number));
    ntohl(number: u32) = Plain(netdb::htonl(number));
    strerror(errno: i32) = Plain(netdb::strerror(errno));
    gaistrerror(code: i32) = Plain(netdb::gaistrerror(code));
    errname(number: i32) = Plain(errno_name(number));
    getservbyname(name: Chars<'_> [, protocol: Chars<'_>]) =>
        |py| {
            let event = c"socket.getservbyname";
            audit::service(py, event, &ffi::text(py, &name)?, protocol.as_deref())?;
            gil::detached(py, || netdb::getservbyname(&name, protocol.as_deref()))
        };
    getservbyport(port: u16 [, protocol: Chars<'_>]) =>
        |py| {
            let event = c"socket.getservbyport";
            audit::service(py, event, &ffi::integer(py, port.into())?, protocol.as_deref())?;
            gil::detached(py, || netdb::getservbyport(port, protocol.as_deref()))
        };
    getprotobyname(name: Chars<'_>) = netdb::getprotobyname(&name);
    gethostname() => |py| {
        audit::gethostname(py)?;
        netdb::gethostname().into_py_result(py)
    };
} }
