//! The upvalues that every function of ours has, which save it look-ups in the registry.
//!
//! A script changes them by `debug.setupvalue`. So a metatable is used only while its address is the one that
//! [`Originals`] tells, and those are known by their magic word, which no script can forge.

use std::ffi::{CStr, c_int, c_void};

use llsocket_core::{AddrInfo, Socket};
use mlua::ffi;

use super::object::{Magic, Tagged, address, allocate};
use super::{Function, State, protect};

/// Where a function has the [`Originals`].
const ORIGINALS: c_int = 1;
/// Where it has the metatable of sockets.
pub(super) const SOCKET: c_int = 2;
/// Where it has the metatable of addrinfos.
pub(super) const ADDRINFO: c_int = 3;
/// Where it has the table of each socket's last sender.
pub(super) const SENDERS: c_int = 4;
/// Where it has the function that runs what [`State::protect`] is given.
pub(super) const PROTECTED: c_int = 5;

/// The name of the metatable of Lua's files, in the registry.
const FILES: &CStr = c"FILE*";

/// The addresses of the metatables, as they were when the module was loaded. They are compared, and never followed.
#[derive(Clone, Copy)]
pub(super) struct Originals {
    files: *const c_void,
    socket: *const c_void,
    addrinfo: *const c_void,
}

impl Tagged for Originals {
    #[inline]
    fn magic() -> &'static Magic {
        static MAGIC: Magic = Magic::new();
        &MAGIC
    }
}

/// The values on the stack that become the upvalues of functions.
#[derive(Clone, Copy)]
pub(crate) struct Upvalues {
    first: c_int,
}

impl Upvalues {
    /// Pushes them; the metatables are still empty. May raise.
    pub(crate) fn make(state: State<'_>) -> Self {
        Socket::magic().draw();
        AddrInfo::magic().draw();
        Originals::magic().draw();
        let first = state.top() + 1;
        state.push_registered(FILES);
        let files = address(state, -1);
        state.pop(1);
        state.push_table(0, 12);
        let socket = address(state, -1);
        state.push_table(0, 12);
        let addrinfo = address(state, -1);
        allocate(state, Originals { files, socket, addrinfo }, &[]);
        // SAFETY: a live state, with what was just pushed on top.
        unsafe { ffi::lua_insert(state.raw, first) };
        push_weak_table(state);
        for value in ORIGINALS..PROTECTED {
            state.push_copy(first + value - 1);
        }
        state.push_closure(protect::run_pending, PROTECTED - 1);
        Self { first }
    }

    /// Pushes the metatable of sockets.
    pub(crate) fn push_socket_metatable(self, state: State<'_>) {
        self.push(state, SOCKET);
    }

    /// Pushes the metatable of addrinfos.
    pub(crate) fn push_addrinfo_metatable(self, state: State<'_>) {
        self.push(state, ADDRINFO);
    }

    fn push(self, state: State<'_>, upvalue: c_int) {
        state.push_copy(self.first + upvalue - 1);
    }

    /// Pushes `function`, which has them. May raise.
    pub(super) fn push_function(self, state: State<'_>, function: Function) {
        for upvalue in ORIGINALS..=PROTECTED {
            self.push(state, upvalue);
        }
        state.push_closure(function, PROTECTED);
    }
}

/// Pushes a table from which a key that nothing else refers to is collected. May raise.
fn push_weak_table(state: State<'_>) {
    state.push_table(0, 0);
    state.push_table(0, 1);
    state.push_bytes(b"k");
    state.set_field(c"__mode");
    // SAFETY: a live state, with two tables on top.
    unsafe { ffi::lua_setmetatable(state.raw, -2) };
}

/// Gives the userdata on top the metatable of its type. May raise, also where a script has replaced that.
#[inline]
pub(super) fn set_metatable(state: State<'_>, upvalue: c_int) {
    let original = originals(state).map(|originals| match upvalue {
        SOCKET => originals.socket,
        _ => originals.addrinfo,
    });
    push(state, upvalue);
    if original != Some(address(state, -1)) {
        state.raise(b"llsocket: a metatable of this module was replaced");
    }
    // SAFETY: a live state, with a table over the userdata: no address but a table's is equal to an original.
    unsafe { ffi::lua_setmetatable(state.raw, -2) };
}

/// Pushes an upvalue of the running function, or whatever a script has put there.
#[inline]
pub(super) fn push(state: State<'_>, upvalue: c_int) {
    // SAFETY: a live state; a function that lacks the upvalue has nil there.
    unsafe { ffi::lua_pushvalue(state.raw, ffi::lua_upvalueindex(upvalue)) };
}

/// Pushes a value that no other module has.
pub(super) fn push_mark(state: State<'_>) {
    push(state, ORIGINALS);
}

/// Whether the value on top is that of [`push_mark`].
pub(super) fn is_mark(state: State<'_>) -> bool {
    Originals::at(state, -1).is_some()
}

/// Whether the table on top is the metatable of Lua's files.
pub(super) fn is_metatable_of_files(state: State<'_>) -> bool {
    let metatable = address(state, -1);
    !metatable.is_null() && originals(state).is_some_and(|originals| originals.files == metatable)
}

#[inline]
fn originals(state: State<'_>) -> Option<&Originals> {
    Originals::at(state, ffi::lua_upvalueindex(ORIGINALS))
}
