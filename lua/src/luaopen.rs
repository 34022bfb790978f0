//! What Lua calls for `require`: one C function for each module.

use std::ffi::{CStr, c_int};

use mlua::ffi::lua_State;

use crate::ffi::State;
use crate::modules;

macro_rules! entry {
    ($($name:ident = $module:expr;)+) => {
        $(
            #[doc = concat!("`", stringify!($name), "`: pushes the module, and returns 1.")]
            ///
            /// # Safety
            ///
            /// `state` is a live Lua state with 20 free places on its stack, as Lua calls a C function.
            #[unsafe(no_mangle)]
            pub unsafe extern "C-unwind" fn $name(state: *mut lua_State) -> c_int {
                // SAFETY: the caller's promise.
                push(unsafe { State::from_raw(state) }, $module)
            }
        )+

        /// Each module's name, and the C function that makes it.
        const ENTRIES: &[(&str, mlua::ffi::lua_CFunction)] =
            &[$((stringify!($name), $name)),+];
    };
}

entry! {
    luaopen_llsocket = None;
    luaopen_llsocket_inet = Some(c"inet");
    luaopen_llsocket_unix = Some(c"unix");
    luaopen_llsocket_addrinfo = Some(c"addrinfo");
    luaopen_llsocket_socket = Some(c"socket");
    luaopen_llsocket_device = Some(c"device");
    luaopen_llsocket_poll = Some(c"poll");
    luaopen_llsocket_env = Some(c"env");
}

fn push(state: State<'_>, module: Option<&CStr>) -> c_int {
    match module {
        Some(name) => modules::push_module(state, name),
        None => modules::push_root(state),
    }
    1
}

/// Makes `require "llsocket"` and its modules work in a Lua that a Rust program embeds.
///
/// # Errors
///
/// Lua's own, out of memory.
pub fn preload(lua: &mlua::Lua) -> mlua::Result<()> {
    let preload: mlua::Table = lua.globals().get::<mlua::Table>("package")?.get("preload")?;
    for &(symbol, entry) in ENTRIES {
        // SAFETY: a C function of Lua's, for the Lua that this crate was built for.
        let entry = unsafe { lua.create_c_function(entry)? };
        preload.set(symbol["luaopen_".len()..].replace('_', "."), entry)?;
    }
    Ok(())
}
