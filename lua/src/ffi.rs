//! How a typed Rust function becomes a C function of Lua: with its parts in `ffi/` and the entry points
//! in `luaopen.rs`, all of this crate that is not safe Rust.
//!
//! Lua raises an error by jumping over the stack frames between the raise and the nearest `pcall`. A Rust
//! frame may be jumped over only while it owns nothing. So every call has three phases:
//!
//! 1. *Prepare*: objects for descriptors are allocated in Lua's memory. This may raise; nothing is owned.
//! 2. *Call*: arguments are read, with Lua calls that cannot raise, and the core is called. Panics are
//!    caught here, and Lua is not asked for memory.
//! 3. *Push*: the result goes to Lua. This may raise. A descriptor has been moved into an object of the
//!    prepare phase, which Lua collects whatever happens; everything else that is owned is pushed in
//!    a protected call ([`State::push_owned`]), and dropped after it.
//!
//! Nothing that a script can reach is trusted, and with the `debug` library a script reaches every table,
//! environment, user value, metatable and upvalue, and the registry. None of them holds a pointer of
//! this module's, and what is read back from them is checked each time:
//!
//! - An object of this module is a userdata that begins with a magic word, which is drawn at random when the
//!   module is loaded. A metatable would be no proof of type, for a script can set it; the word, together with
//!   the size, is.
//! - A metatable is used while its address is the one that such a userdata holds (`upvalues.rs`).
//! - A socket's list of functions for the collector is read as if a script had written it (`finalizer.rs`).
//!
//! Two things are left, to which Lua's own library is open as well. A finalizer that takes values off the stack
//! of a running C function by `debug.setlocal` may free an argument while it is read. And a foreign userdata
//! that has exactly the size of a file of Lua's, and to which `debug.setmetatable` has given the metatable of files,
//! is read as a file.

mod args;
mod finalizer;
mod missing;
mod must;
mod object;
mod protect;
mod receive;
mod upvalues;

pub(crate) use args::{ArgResult, Args, Descriptor, Port};
pub(crate) use finalizer::{addgcfn, collect, delgcfn};
pub(crate) use missing::missing;
pub(crate) use must::must;
pub(crate) use object::{Object, Slot, canonname};
pub(crate) use receive::{Receive, Received};
pub(crate) use upvalues::Upvalues;

use args::ArgError;

use std::ffi::{CStr, c_char, c_int};
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind};

use llsocket_core::{Error, Text};
use mlua::ffi;
#[cfg(not(any(feature = "lua51", feature = "luajit")))]
use mlua::ffi::lua_pushlstring;
// What mlua calls lua_pushlstring there also asks for the string that it has just made.
#[cfg(any(feature = "lua51", feature = "luajit"))]
use mlua::ffi::lua_pushlstring_ as lua_pushlstring;

/// A Lua state, for the length of one call into it.
///
/// Its methods are safe to call for code that keeps the rule of this file: those that may raise
/// (they say so) are called only while no frame owns anything.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub(crate) struct State<'s> {
    raw: *mut ffi::lua_State,
    call: PhantomData<&'s ()>,
}

/// A C function of Lua, as this file makes them.
pub(crate) type Function = for<'s> extern "C-unwind" fn(State<'s>) -> c_int;

/// A name and what Lua finds under it.
pub(crate) type Entry = (&'static CStr, Function);

/// What a function gives back to Lua.
pub(crate) trait Results<'s> {
    /// What the prepare phase allocates for it.
    type Prepared: Copy;
    /// The prepare phase. May raise.
    fn prepare(state: State<'s>) -> Self::Prepared;
    /// The push phase: pushes the results, and tells how many there are. May raise.
    fn push(self, state: State<'s>, slot: Self::Prepared) -> c_int;
}

/// Lists Rust functions as functions of Lua, or as methods, which have a `self`.
///
/// `name` is the Rust function of that name; `name = function` is another one.
macro_rules! functions {
    ($kind:ident: $($name:ident $(= $function:path)?),* $(,)?) => {
        &[$($crate::ffi::function!($kind $name $($function)?)),*]
    };
}
pub(crate) use functions;

/// One Rust function as a function of Lua.
macro_rules! function {
    ($kind:ident $name:ident) => { $crate::ffi::function!($kind $name $name) };
    ($kind:ident $name:ident $function:path) => {{
        extern "C-unwind" fn c_function(state: $crate::ffi::State<'_>) -> ::std::ffi::c_int {
            let kind = $crate::ffi::Kind::$kind;
            $crate::ffi::run(state, stringify!($name), kind, $function)
        }
        ($crate::ffi::c_name(concat!(stringify!($name), "\0")), c_function as $crate::ffi::Function)
    }};
}
pub(crate) use function;

/// A literal that ends with a NUL, as C wants it.
pub(crate) const fn c_name(name: &'static str) -> &'static CStr {
    match CStr::from_bytes_with_nul(name.as_bytes()) {
        Ok(name) => name,
        Err(_) => panic!("a name has one NUL, at its end"),
    }
}

/// How the arguments of a function are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// From the first one.
    Function,
    /// From the one behind `self`.
    Method,
}

/// Runs `function` for Lua, in the three phases.
#[inline]
pub(crate) fn run<'s, R: Results<'s>>(
    state: State<'s>,
    name: &'static str,
    kind: Kind,
    function: impl FnOnce(&mut Args<'s>) -> ArgResult<R>,
) -> c_int {
    let mut args = Args::new(state, kind);
    let slot = R::prepare(state);
    match state.guard(|| function(&mut args)) {
        Ok(results) => results.push(state, slot),
        Err(error) => error.raise(state, name, kind),
    }
}

impl State<'_> {
    /// The handle around what a host gives.
    ///
    /// # Safety
    /// `raw` is a live state, for as long as the handle is used.
    pub(crate) unsafe fn from_raw(raw: *mut ffi::lua_State) -> Self {
        Self { raw, call: PhantomData }
    }

    /// The call phase: runs `call`; a panic in it becomes a Lua error.
    #[expect(clippy::inline_always, reason = "measured: a call and the moves of its closure less")]
    #[inline(always)]
    pub(crate) fn guard<R>(self, call: impl FnOnce() -> R) -> R {
        match catch_unwind(AssertUnwindSafe(call)) {
            Ok(result) => result,
            Err(payload) => {
                // Dropping it could panic anew.
                std::mem::forget(payload);
                self.raise(b"llsocket: internal error (a panic; please report it)")
            }
        }
    }

    /// Raises an error: the place in the script, and `message`.
    #[cold]
    pub(crate) fn raise(self, message: &[u8]) -> ! {
        // SAFETY: a live state; raising is what is wanted.
        unsafe {
            ffi::luaL_where(self.raw, 1);
            self.push_bytes(message);
            ffi::lua_concat(self.raw, 2);
            ffi::lua_error(self.raw)
        }
    }

    /// How many values are on the stack.
    #[inline]
    pub(crate) fn top(self) -> c_int {
        // SAFETY: a live state.
        unsafe { ffi::lua_gettop(self.raw) }
    }

    /// Pushes `nil`.
    #[inline]
    pub(crate) fn push_nil(self) {
        // SAFETY: a live state, and Lua keeps 20 places free for a function.
        unsafe { ffi::lua_pushnil(self.raw) }
    }

    /// Pushes a boolean.
    #[inline]
    pub(crate) fn push_bool(self, value: bool) {
        // SAFETY: as above.
        unsafe { ffi::lua_pushboolean(self.raw, value.into()) }
    }

    /// Pushes an integer: of the integer type where Lua has one.
    #[inline]
    pub(crate) fn push_integer(self, value: i64) {
        // SAFETY: as above.
        unsafe {
            #[cfg(any(feature = "lua53", feature = "lua54", feature = "lua55"))]
            ffi::lua_pushinteger(self.raw, value);
            #[cfg(not(any(feature = "lua53", feature = "lua54", feature = "lua55")))]
            ffi::lua_pushnumber(self.raw, value as f64);
        }
    }

    /// Pushes a number.
    #[inline]
    pub(crate) fn push_number(self, value: f64) {
        // SAFETY: as above.
        unsafe { ffi::lua_pushnumber(self.raw, value) }
    }

    /// Pushes a string. May raise.
    #[inline]
    pub(crate) fn push_bytes(self, bytes: &[u8]) {
        // SAFETY: as above; `bytes` is readable for its length.
        unsafe { lua_pushlstring(self.raw, bytes.as_ptr().cast::<c_char>(), bytes.len()) };
    }

    /// Pushes the text of an error and its number, and tells how many values that is. May raise.
    pub(crate) fn push_error(self, error: &Error) -> c_int {
        self.push_bytes(error.message().as_bytes());
        self.push_integer(error.number().into());
        2
    }

    /// Pushes a copy of the value at `index`.
    #[inline]
    pub(crate) fn push_copy(self, index: c_int) {
        // SAFETY: as above; `index` is one that a caller has seen.
        unsafe { ffi::lua_pushvalue(self.raw, index) }
    }

    /// Pushes a table with room for so many elements and fields. May raise.
    pub(crate) fn push_table(self, elements: usize, fields: usize) {
        let (elements, fields) = (c_int::try_from(elements), c_int::try_from(fields));
        // SAFETY: as above.
        unsafe { ffi::lua_createtable(self.raw, elements.unwrap_or(0), fields.unwrap_or(0)) }
    }

    /// Takes the value on top as element `index` of the table under it. May raise.
    pub(crate) fn set_element(self, index: usize) {
        // SAFETY: a table is under the top, as the caller knows.
        unsafe { ffi::lua_rawseti(self.raw, -2, index as _) }
    }

    /// Takes the value on top as field `name` of the table under it. May raise.
    pub(crate) fn set_field(self, name: &CStr) {
        // SAFETY: a table of ours, without metamethods, is under the top, as the caller knows.
        unsafe { ffi::lua_setfield(self.raw, -2, name.as_ptr()) }
    }

    /// Takes the value on top as field `name` of the table under it. May raise.
    pub(crate) fn set_field_bytes(self, name: &[u8]) {
        self.push_bytes(name);
        // SAFETY: a table of ours is under the value, as the caller knows.
        unsafe {
            ffi::lua_insert(self.raw, -2);
            ffi::lua_rawset(self.raw, -3);
        }
    }

    /// Pushes a function with the `upvalues` values on top, which it takes. May raise.
    fn push_closure(self, function: Function, upvalues: c_int) {
        // SAFETY: `State` is a transparent pointer to a live state, which is all that Lua hands over; as many values
        // are there, as the caller knows.
        unsafe {
            let function = std::mem::transmute::<Function, ffi::lua_CFunction>(function);
            ffi::lua_pushcclosure(self.raw, function, upvalues);
        }
    }

    /// Sets functions as fields of the table on top. May raise.
    pub(crate) fn set_functions(self, upvalues: Upvalues, entries: &[Entry]) {
        for &(name, function) in entries {
            upvalues.push_function(self, function);
            self.set_field(name);
        }
    }

    /// Pushes what the registry holds under `name`, and tells whether that is a table. May raise.
    pub(crate) fn push_registered(self, name: &CStr) -> bool {
        // SAFETY: a live state.
        unsafe {
            ffi::lua_getfield(self.raw, ffi::LUA_REGISTRYINDEX, name.as_ptr());
            ffi::lua_type(self.raw, -1) == ffi::LUA_TTABLE
        }
    }

    /// Gives the table on top a metatable of these functions, which a script neither sees nor changes. May raise.
    pub(crate) fn set_metafunctions(self, name: &CStr, entries: &[Entry]) {
        self.push_table(0, entries.len() + 1);
        for &(name, function) in entries {
            self.push_closure(function, 0);
            self.set_field(name);
        }
        self.push_bytes(name.to_bytes());
        self.set_field(c"__metatable");
        // SAFETY: a live state, with a table under the metatable.
        unsafe { ffi::lua_setmetatable(self.raw, -2) };
    }

    /// Puts a copy of the value on top into the registry under `name`. May raise.
    pub(crate) fn register(self, name: &CStr) {
        self.push_copy(-1);
        // SAFETY: a live state with the value on top.
        unsafe { ffi::lua_setfield(self.raw, ffi::LUA_REGISTRYINDEX, name.as_ptr()) }
    }

    /// Pushes the field `name` of the table on top. May raise.
    pub(crate) fn push_field(self, name: &CStr) {
        // SAFETY: a table of ours is on top, as the caller knows.
        unsafe { ffi::lua_getfield(self.raw, -1, name.as_ptr()) };
    }

    /// Whether the value at `index` is a table.
    #[inline]
    fn is_table(self, index: c_int) -> bool {
        // SAFETY: a live state, and an index below its top or an upvalue's.
        unsafe { ffi::lua_type(self.raw, index) == ffi::LUA_TTABLE }
    }

    /// Drops the values above `index`.
    fn set_top(self, index: c_int) {
        // SAFETY: a live state, with `index` not above its top, as the caller knows.
        unsafe { ffi::lua_settop(self.raw, index) }
    }

    /// Drops values from the top.
    pub(crate) fn pop(self, count: c_int) {
        // SAFETY: as many are there, as the caller knows.
        unsafe { ffi::lua_pop(self.raw, count) }
    }
}

impl ArgError {
    /// Raises `bad argument #n to 'name' (x expected, got y)`.
    #[cold]
    fn raise(self, state: State<'_>, name: &str, kind: Kind) -> ! {
        let message: Text = self.describe(state, name, kind);
        state.raise(message.as_bytes())
    }
}
