//! The modules: `llsocket`, and `inet`, `unix`, `addrinfo`, `socket`, `device`, `poll`, `env` in it.

use std::ffi::CStr;

use llsocket_core::constants::CONSTANTS;
use llsocket_core::netdb::TEXTS;
use llsocket_core::{AddrInfo, OS, Socket, UNIXPATH_MAX, c};

use crate::ffi::{Entry, State, Upvalues, missing, must};
use crate::{
    address, connection, device, inet, methods, netdb, options, poll, resolve, send_recv, socket,
    unix, wait, whole,
};

/// Where the registry keeps the root module, so that every way to it leads to the same one.
const ROOT: &CStr = c"llsocket";

/// The modules in the root, and the functions in them.
const MODULES: &[(&CStr, &[&[Entry]])] = &[
    (c"inet", &[resolve::INET, inet::FUNCTIONS]),
    (c"unix", &[resolve::UNIX, unix::FUNCTIONS]),
    (c"addrinfo", &[resolve::ADDRINFO, address::FUNCTIONS]),
    (c"socket", &[socket::FUNCTIONS]),
    (c"device", &[device::FUNCTIONS]),
    (c"poll", &[poll::FUNCTIONS]),
    (c"env", &[]),
];

/// The methods of a socket, in the order in which one is used.
const SOCKET: &[&[Entry]] = &[
    socket::METHODS,
    socket::FINALIZERS,
    connection::METHODS,
    send_recv::METHODS,
    whole::METHODS,
    wait::METHODS,
    methods::METHODS,
    options::METHODS,
];

/// Second names of methods: LuaSocket's and cqueues' for the descriptor.
const SOCKET_ALIASES: &[(&CStr, &CStr)] = &[(c"getfd", c"fd"), (c"pollfd", c"fd")];

/// The methods of an addrinfo.
const ADDRINFO: &[&[Entry]] = &[address::METHODS, resolve::METHODS];

/// Second names of methods: C's for nameinfo.
const ADDRINFO_ALIASES: &[(&CStr, &CStr)] = &[(c"getnameinfo", c"nameinfo")];

/// Pushes the root module, which is made where it is not there yet. May raise.
pub(crate) fn push_root(state: State<'_>) {
    if state.push_registered(ROOT) {
        return;
    }
    state.pop(1);
    let upvalues = Upvalues::make(state);
    upvalues.push_socket_metatable(state);
    state.make_type::<Socket>(upvalues, SOCKET_ALIASES, SOCKET, socket::METAMETHODS);
    upvalues.push_addrinfo_metatable(state);
    state.make_type::<AddrInfo>(upvalues, ADDRINFO_ALIASES, ADDRINFO, address::METAMETHODS);
    state.pop(2);
    state.push_table(0, CONSTANTS.len() + netdb::FUNCTIONS.len() + MODULES.len() + 2);
    for &(name, value) in CONSTANTS {
        state.push_integer(value);
        state.set_field_bytes(name.as_bytes());
    }
    for &(name, text) in TEXTS {
        state.push_bytes(text.as_bytes());
        state.set_field_bytes(name.as_bytes());
    }
    state.push_bytes(env!("CARGO_PKG_VERSION").as_bytes());
    state.set_field(c"_VERSION");
    state.set_functions(upvalues, netdb::FUNCTIONS);
    state.set_functions(upvalues, &[(c"must", must)]);
    for &(name, functions) in MODULES {
        state.push_table(0, functions.iter().map(|functions| functions.len()).sum());
        for functions in functions {
            state.set_functions(upvalues, functions);
        }
        state.set_field(name);
    }
    set_environment(state);
    state.set_metafunctions(ROOT, &[(c"__index", missing)]);
    state.register(ROOT);
}

/// Pushes a module of the root. May raise.
pub(crate) fn push_module(state: State<'_>, name: &CStr) {
    push_root(state);
    state.push_field(name);
}

/// What `env` says of the system. May raise.
fn set_environment(state: State<'_>) {
    state.push_field(c"env");
    state.push_bytes(OS.as_bytes());
    state.set_field(c"os");
    state.push_integer(UNIXPATH_MAX as i64);
    state.set_field(c"unixpath_max");
    state.push_integer(c::SOMAXCONN.into());
    state.set_field(c"somaxconn");
    state.pop(1);
}
