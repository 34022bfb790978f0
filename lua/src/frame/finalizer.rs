//! What a socket does when Lua collects it: the functions that a script asked for, then close.

use std::ffi::c_int;

use llsocket_core::{Error, Socket};
use mlua::ffi;

use super::args::{Args, Callable, Called};
use super::{Kind, Object, State};
use crate::results;

/// What element 0 of our list of functions holds, to tell it from a table that Lua put in its place.
///
/// A number under a number, for `__gc` must know it without asking Lua for memory.
const MARK: i64 = 0x6c6c_736f_636b;

/// `sock:addgcfn(fn, ...)`: has `fn(...)` called when the socket is collected.
///
/// The functions and their arguments live in a list that is the userdata's user value (in Lua 5.1 its
/// environment), and so are collected with it.
pub(crate) extern "C-unwind" fn addgcfn(state: State<'_>) -> c_int {
    let last = state.top();
    let mut args = Args::new(state, Kind::Method);
    let wanted = args.this::<Socket>().and_then(|socket| args.get::<Callable>().map(|_| socket));
    let socket = match wanted {
        Ok(socket) => socket,
        Err(misuse) => misuse.raise(state, "addgcfn", Kind::Method),
    };
    if socket.fd() < 0 {
        return closed(state);
    }
    // SAFETY: a live state; the indices are those of arguments that are there.
    unsafe {
        push_list(state);
        if !is_list(state) {
            state.pop(1);
            state.push_table(1, 1);
            state.push_integer(MARK);
            state.set_element(0);
            state.push_copy(-1);
            ffi::lua_setuservalue(state.raw, 1);
        }
        state.push_table(last as usize - 1, 0);
        for index in 2..=last {
            state.push_copy(index);
            state.set_element(index as usize - 1);
        }
        // How many there are, for the last ones may be nil.
        state.push_integer(i64::from(last) - 1);
        state.set_element(0);
        let count = ffi::lua_rawlen(state.raw, -2);
        state.set_element(count + 1);
    }
    state.push_bool(true);
    1
}

/// `sock:delgcfn([fn])`: forgets `fn`, or all; tells whether there was any.
pub(crate) extern "C-unwind" fn delgcfn(state: State<'_>) -> c_int {
    let mut args = Args::new(state, Kind::Method);
    let wanted: Called<_> = args
        .this::<Socket>()
        .and_then(|socket| args.get::<Option<Callable>>().map(|function| (socket, function)));
    let (socket, function) = match wanted {
        Ok(wanted) => wanted,
        Err(misuse) => misuse.raise(state, "delgcfn", Kind::Method),
    };
    if socket.fd() < 0 {
        return closed(state);
    }
    let mut removed = false;
    // SAFETY: a live state; the list is ours, and holds tables of ours alone.
    unsafe {
        push_list(state);
        if is_list(state) {
            let count = ffi::lua_rawlen(state.raw, -1);
            let mut kept = 0;
            for index in 1..=count {
                ffi::lua_rawgeti(state.raw, -1, index as _);
                ffi::lua_rawgeti(state.raw, -1, 1);
                let goes = function.is_none() || ffi::lua_rawequal(state.raw, -1, 2) != 0;
                state.pop(1);
                removed |= goes;
                if goes {
                    state.pop(1);
                } else {
                    kept += 1;
                    state.set_element(kept);
                }
            }
            for index in kept + 1..=count {
                state.push_nil();
                state.set_element(index);
            }
        }
    }
    state.push_bool(removed);
    1
}

/// `__gc`: calls the functions, in the order in which they were added, and closes the socket.
pub(crate) extern "C-unwind" fn dispose(state: State<'_>) -> c_int {
    let Some(socket) = Socket::at(state, 1) else { return 0 };
    // SAFETY: a live state with the socket at 1. Everything up to the calls is without allocation;
    // the calls are protected. `checkstack` answers, and does not raise.
    unsafe {
        push_list(state);
        if is_list(state) {
            // Called by hand or by the collector: once.
            state.push_bool(false);
            state.set_element(0);
            let list = state.top();
            for index in 1..=ffi::lua_rawlen(state.raw, list) {
                ffi::lua_rawgeti(state.raw, list, index as _);
                ffi::lua_rawgeti(state.raw, -1, 0);
                let count = ffi::lua_tonumber(state.raw, -1) as c_int;
                state.pop(1);
                if ffi::lua_checkstack(state.raw, count + 4) != 0 {
                    for field in 1..=count as usize {
                        ffi::lua_rawgeti(state.raw, list + 1, field as _);
                    }
                    // Nobody is there to be told of an error.
                    ffi::lua_pcall(state.raw, count - 1, 0, 0);
                }
                ffi::lua_settop(state.raw, list);
            }
        }
    }
    state.guard(|| {
        let _ = socket.close(None);
    });
    0
}

/// Pushes the user value of the userdata at 1.
unsafe fn push_list(state: State<'_>) {
    // SAFETY: the caller has seen that a socket is there.
    unsafe { ffi::lua_getuservalue(state.raw, 1) };
}

/// Whether the value on top is a list of functions that are still to be called.
unsafe fn is_list(state: State<'_>) -> bool {
    // SAFETY: a table is read without metamethods, for it may be the globals, guarded by some.
    unsafe {
        if ffi::lua_type(state.raw, -1) != ffi::LUA_TTABLE {
            return false;
        }
        ffi::lua_rawgeti(state.raw, -1, 0);
        let marked = ffi::lua_type(state.raw, -1) == ffi::LUA_TNUMBER
            && ffi::lua_tonumber(state.raw, -1) as i64 == MARK;
        state.pop(1);
        marked
    }
}

fn closed(state: State<'_>) -> c_int {
    results::failed(state, &Error::new("gcfn", libc::EBADF))
}
