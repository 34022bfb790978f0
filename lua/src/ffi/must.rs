//! Results that have to be good ones: what failed is raised.

use std::ffi::c_int;

use llsocket_core::Error;
use mlua::ffi;

use super::State;

/// What the results of a call say, of whichever shape they are.
enum Verdict {
    /// There is a value, or the call has to be made again.
    Good,
    /// The peer has closed.
    Closed,
    /// The call failed; where the text of the error is, and its number.
    Failed { text: c_int, number: c_int },
}

/// `must(...)`: gives its arguments, the results of a call, or raises what they say has failed. May raise.
pub(crate) extern "C-unwind" fn must(state: State<'_>) -> c_int {
    match verdict(state) {
        Verdict::Good => state.top(),
        Verdict::Closed => state.raise(b"closed by peer"),
        Verdict::Failed { text, number } => raise(state, text, number),
    }
}

fn verdict(state: State<'_>) -> Verdict {
    let count = state.top();
    // SAFETY: a live state; what is behind the top is of no type.
    let kind = |index| unsafe { ffi::lua_type(state.raw, index) };
    let is_false = |index| {
        // SAFETY: as above.
        kind(index) == ffi::LUA_TBOOLEAN && unsafe { ffi::lua_toboolean(state.raw, index) } == 0
    };
    let is_nil = |index| kind(index) == ffi::LUA_TNIL;
    let is_text = |index| kind(index) == ffi::LUA_TSTRING;
    match count {
        // Shape E, which a string and a number that are values do not pass for.
        2 if is_text(1) && describes(state, 1, 2) => Verdict::Failed { text: 1, number: 2 },
        // Shape V has the number behind the text; in shape A, again stands between them.
        2.. if is_nil(1) && is_text(2) => {
            Verdict::Failed { text: 2, number: if is_false(3) { 4 } else { 3 } }
        }
        // A part was done before the call failed.
        4 if is_text(2) && is_false(3) => Verdict::Failed { text: 2, number: 4 },
        // Shape F.
        3.. if is_nil(1) && is_nil(2) && is_text(3) => {
            Verdict::Failed { text: 3, number: if is_false(4) { 5 } else { 4 } }
        }
        3 if is_nil(1) && is_nil(2) && is_false(3) => Verdict::Closed,
        4 if is_nil(1) && is_nil(2) && is_nil(3) && is_false(4) => Verdict::Closed,
        _ => Verdict::Good,
    }
}

/// The string at `index`.
fn text(state: State<'_>, index: c_int) -> &[u8] {
    let mut len = 0;
    // SAFETY: a string, as the caller has seen, of which Lua gives its own bytes.
    unsafe {
        let start = ffi::lua_tolstring(state.raw, index, &raw mut len);
        std::slice::from_raw_parts(start.cast(), len)
    }
}

/// The number of an error at `index`, if there is one.
fn number(state: State<'_>, index: c_int) -> Option<i32> {
    // SAFETY: a live state; what is behind the top is no number.
    let number = unsafe {
        (ffi::lua_type(state.raw, index) == ffi::LUA_TNUMBER)
            .then(|| ffi::lua_tonumber(state.raw, index))
    }?;
    (number % 1.0 == 0.0).then_some(number as i32)
}

/// Whether the text is that of the error's number.
fn describes(state: State<'_>, text_at: c_int, number_at: c_int) -> bool {
    let text = text(state, text_at);
    number(state, number_at).is_some_and(|number| {
        [Error::new("", number), Error::resolver("", number)]
            .iter()
            .any(|error| error.message().as_bytes() == text)
    })
}

/// Raises the text of the error: behind the place in the script, and the name of the call that failed, where that
/// is the last one of this thread.
#[cold]
fn raise(state: State<'_>, text_at: c_int, number_at: c_int) -> ! {
    let text = text(state, text_at);
    let failed = number(state, number_at).and_then(|number| Error::noted(number, text));
    // SAFETY: a live state with room for a few values; raising is what is wanted.
    unsafe {
        ffi::luaL_where(state.raw, 1);
        if let Some(Error { call, .. }) = failed {
            state.push_bytes(call.as_bytes());
            state.push_bytes(b": ");
        }
        ffi::lua_pushvalue(state.raw, text_at);
        ffi::lua_concat(state.raw, if failed.is_some() { 4 } else { 2 });
        ffi::lua_error(state.raw)
    }
}
