//! What a socket does when Lua collects it: the functions that a script asked for, then close.
//!
//! The functions and their arguments live in a list that is the userdata's user value (in Lua 5.1 its
//! environment), and so are collected with it:
//!
//! ```text
//! { [0] = the mark, { [0] = count, function, argument, ... }, ... }
//! ```
//!
//! A script can reach and change it, and in Lua 5.1 a userdata begins with an environment that is not ours. The mark tells that
//! a table is our list; that it is as we left it, nothing tells. Every element is read as what it is, up to the
//! first that is nil.

use std::ffi::c_int;

use llsocket_core::{Error, Socket, c};
use mlua::ffi;

use super::args::{ArgResult, Args, Callable};
use super::object::Tagged;
use super::{Kind, State, upvalues};

/// More elements than any table has.
const END: usize = i32::MAX as usize;

/// `sock:addgcfn(fn, ...)`: has `fn(...)` called when the socket is collected.
pub(crate) extern "C-unwind" fn addgcfn(state: State<'_>) -> c_int {
    let top = state.top();
    let mut args = Args::new(state, Kind::Method);
    let wanted = args.this::<Socket>().and_then(|socket| args.get::<Callable>().map(|_| socket));
    let socket = match wanted {
        Ok(socket) => socket,
        Err(error) => error.raise(state, "addgcfn", Kind::Method),
    };
    if socket.fd() < 0 {
        return closed(state);
    }
    if !push_list(state) {
        state.push_table(1, 1);
        upvalues::push_mark(state);
        state.set_element(0);
        state.push_copy(-1);
        // SAFETY: a live state with a socket at 1 and a table on top.
        unsafe { ffi::lua_setuservalue(state.raw, 1) };
    }
    let list = state.top();
    state.push_table(top as usize - 1, 1);
    for index in 2..=top {
        state.push_copy(index);
        state.set_element(index as usize - 1);
    }
    // How many there are, for the last ones may be nil.
    state.push_integer(i64::from(top) - 1);
    state.set_element(0);
    let end = (1..END).find(|&index| !has_element(state, list, index));
    state.set_element(end.unwrap_or(END));
    state.push_bool(true);
    1
}

/// `sock:delgcfn([fn])`: forgets `fn`, or all; tells whether there was any.
pub(crate) extern "C-unwind" fn delgcfn(state: State<'_>) -> c_int {
    let mut args = Args::new(state, Kind::Method);
    let wanted: ArgResult<_> = args
        .this::<Socket>()
        .and_then(|socket| args.get::<Option<Callable>>().map(|function| (socket, function)));
    let (socket, function) = match wanted {
        Ok(wanted) => wanted,
        Err(error) => error.raise(state, "delgcfn", Kind::Method),
    };
    if socket.fd() < 0 {
        return closed(state);
    }
    let mut kept = 0;
    let mut count = 0;
    if push_list(state) {
        let list = state.top();
        while push_element(state, list, count + 1) {
            count += 1;
            let entry = state.top();
            push_element(state, entry, 1);
            // SAFETY: a live state; where there is a function, it is the argument behind `self`.
            let goes = function.is_none() || unsafe { ffi::lua_rawequal(state.raw, -1, 2) } != 0;
            state.pop(1);
            if goes {
                state.pop(1);
            } else {
                kept += 1;
                state.set_element(kept);
            }
        }
        state.pop(1);
        for index in kept + 1..=count {
            state.push_nil();
            state.set_element(index);
        }
    }
    state.push_bool(kept < count);
    1
}

/// `__gc`: calls the functions, in the order in which they were added, and closes the socket.
///
/// Asks Lua for memory in protected calls alone: without any, the functions are not called, and the socket is closed.
pub(crate) extern "C-unwind" fn collect(state: State<'_>) -> c_int {
    if Socket::at(state, 1).is_none() {
        return 0;
    }
    if push_list(state) {
        // Called by hand or by the collector: once. The element is there, and so setting it takes no memory.
        state.push_bool(false);
        state.set_element(0);
        let list = state.top();
        let mut index = 1;
        while push_element(state, list, index) {
            // Nobody is there to be told of an error.
            let _ = state.protect(1, call_entry);
            state.set_top(list);
            index += 1;
        }
    }
    // Looked for anew: the functions may have changed what is on the stack, with the debug library.
    if let Some(socket) = Socket::at(state, 1) {
        state.guard(|| {
            let _ = socket.close(None);
        });
    }
    0
}

/// Calls the function of the element at 1. May raise.
fn call_entry(state: State<'_>) -> c_int {
    push_element(state, 1, 0);
    // SAFETY: a live state; what is no number counts nothing. So many arguments are asked for as there is room for;
    // in Lua 5.1 asking may raise.
    unsafe {
        let count = ffi::lua_tonumber(state.raw, -1) as c_int;
        if !(1..END as c_int / 2).contains(&count) || ffi::lua_checkstack(state.raw, count + 4) == 0
        {
            return 0;
        }
        for index in 1..=count {
            push_element(state, 1, index as usize);
        }
        ffi::lua_call(state.raw, count - 1, 0);
    }
    0
}

/// Pushes the list of the socket at 1, if that has one whose functions are still to be called.
fn push_list(state: State<'_>) -> bool {
    // SAFETY: a live state with a userdata at 1.
    unsafe { ffi::lua_getuservalue(state.raw, 1) };
    push_element(state, state.top(), 0);
    let found = upvalues::is_mark(state);
    state.pop(if found { 1 } else { 2 });
    found
}

/// Pushes an element of what is at `list`, read without metamethods, and tells whether there is one. If not, or if it
/// is no table, nil is pushed.
fn push_element(state: State<'_>, list: c_int, index: usize) -> bool {
    // SAFETY: a live state, and an index below its top.
    unsafe {
        if ffi::lua_type(state.raw, list) == ffi::LUA_TTABLE {
            ffi::lua_rawgeti(state.raw, list, index as _);
        } else {
            state.push_nil();
        }
        ffi::lua_type(state.raw, -1) != ffi::LUA_TNIL
    }
}

fn has_element(state: State<'_>, list: c_int, index: usize) -> bool {
    let found = push_element(state, list, index);
    state.pop(1);
    found
}

fn closed(state: State<'_>) -> c_int {
    state.push_nil();
    1 + state.push_error(&Error::new("gcfn", c::EBADF))
}
