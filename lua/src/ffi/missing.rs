//! Names that the root module has not.

use std::ffi::c_int;

use llsocket_core::{Missing, Text, missing_constant};
use mlua::ffi;

use super::State;

/// `__index` of the root module: a name that is written as constants are, and is the name of none, is raised, with
/// the nearest one; what another platform has, and all else, is `nil`. May raise.
pub(crate) extern "C-unwind" fn missing(state: State<'_>) -> c_int {
    // SAFETY: a live state; what is behind the top is of no type. Lua gives the bytes of its own string, which is an
    // argument.
    let name = unsafe {
        if ffi::lua_type(state.raw, 2) != ffi::LUA_TSTRING {
            return 0;
        }
        let mut len = 0;
        let start = ffi::lua_tolstring(state.raw, 2, &raw mut len);
        std::slice::from_raw_parts(start.cast::<u8>(), len)
    };
    // Classes of Python's begin with a capital, too.
    let is_constant = name.len() > 1 && name[..2].iter().all(|byte| !byte.is_ascii_lowercase());
    if is_constant
        && name[0].is_ascii_uppercase()
        && let Missing::Unknown(nearest) = state.guard(|| missing_constant(name))
    {
        let mut message = Text::<256>::from(&b"llsocket has no constant "[..]);
        message.push_printable(&name[..name.len().min(100)]);
        if let Some(nearest) = nearest {
            message.push(b"; did you mean ");
            message.push(nearest.as_bytes());
            message.push(b"?");
        }
        state.raise(message.as_bytes());
    }
    0
}
