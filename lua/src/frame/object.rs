//! Objects of ours in Lua's memory: sockets, addresses, and whatever a result owns until Lua has it.

use std::any::Any;
use std::cell::Cell;
use std::ffi::{CStr, c_int};
use std::mem::size_of;
use std::ptr::NonNull;

use llsocket_core::{AddrInfo, Socket};
use mlua::ffi;

use super::args::{Args, Called};
use super::{Entry, State};

/// A type whose values are userdata.
pub(crate) trait Object: Sized + 'static {
    /// The word that begins every userdata of this type, and no other.
    const MAGIC: u64;
    /// The type's name, under which the registry keeps its metatable.
    const NAME: &'static CStr;
    /// What it is called in errors.
    const KIND: &'static str;

    /// The object of this type at `index`, if there is one.
    #[inline]
    fn at(state: State<'_>, index: c_int) -> Option<&Self> {
        // SAFETY: a live state and an index below its top. A userdata that is large enough is read
        // as far as the magic word, and beyond only where the word is right: only `allocate` writes
        // it. Lua keeps the userdata where it is while it is an argument. A light userdata has
        // no length.
        unsafe {
            let userdata = ffi::lua_touserdata(state.raw, index).cast::<Userdata<Self>>();
            if userdata.is_null()
                || ffi::lua_rawlen(state.raw, index) < size_of::<Userdata<Self>>()
                || (*userdata).magic != Self::MAGIC
            {
                return None;
            }
            Some(&(*userdata).value)
        }
    }
}

#[repr(C)]
struct Userdata<T> {
    magic: u64,
    value: T,
}

impl Object for Socket {
    const MAGIC: u64 = u64::from_be_bytes(*b"llsocket");
    const NAME: &'static CStr = c"llsocket.socket";
    const KIND: &'static str = "socket";
}

impl Object for AddrInfo {
    const MAGIC: u64 = u64::from_be_bytes(*b"addrinfo");
    const NAME: &'static CStr = c"llsocket.addrinfo";
    const KIND: &'static str = "addrinfo";
}

/// What a result owns while it is being pushed.
pub(crate) struct Held(Cell<Option<Box<dyn Any>>>);

impl Object for Held {
    const MAGIC: u64 = u64::from_be_bytes(*b"ll::held");
    const NAME: &'static CStr = c"llsocket.held";
    const KIND: &'static str = "result";
}

/// A userdata on the stack that waits for its value.
pub(crate) struct Vacant<'s, T> {
    value: NonNull<T>,
    index: c_int,
    state: State<'s>,
}

impl<T> Clone for Vacant<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Vacant<'_, T> {}

/// Pushes a userdata around `value`, with `extra` bytes behind it, and its metatable. May raise.
fn allocate<T: Object>(state: State<'_>, value: T, extra: &[u8]) -> NonNull<T> {
    // SAFETY: Lua gives memory of the size that is asked for, aligned for any C type. It is filled
    // before it gets its metatable, and so before anything can collect it as one of ours. Looking up
    // the metatable may raise: `value` must own nothing, as this file's callers see to.
    unsafe {
        let size = size_of::<Userdata<T>>();
        let userdata = ffi::lua_newuserdata(state.raw, size + extra.len()).cast::<Userdata<T>>();
        userdata.write(Userdata { magic: T::MAGIC, value });
        userdata.cast::<u8>().add(size).copy_from_nonoverlapping(extra.as_ptr(), extra.len());
        if state.push_registered(T::NAME) {
            ffi::lua_setmetatable(state.raw, -2);
        } else {
            state.pop(1);
        }
        NonNull::from(&mut (*userdata).value)
    }
}

impl<'s> Vacant<'s, Socket> {
    /// Pushes a closed socket, to become an open one. May raise.
    pub(crate) fn socket(state: State<'s>) -> Self {
        let value = allocate(state, Socket::vacant(), &[]);
        Self { value, index: state.top(), state }
    }

    /// Makes it the open `socket`.
    pub(crate) fn fill(self, socket: Socket) {
        // SAFETY: the userdata is still on the stack, and holds a closed socket, which owns nothing.
        unsafe { self.value.write(socket) };
    }

    /// Pushes it once more.
    pub(crate) fn push(self) {
        self.state.push_copy(self.index);
    }
}

/// A place, prepared in act one, in which Lua owns what a result owns.
#[derive(Clone, Copy)]
pub(crate) struct Hold<'s>(Vacant<'s, Held>);

impl<'s> Hold<'s> {
    /// Pushes an empty one. May raise.
    pub(crate) fn new(state: State<'s>) -> Self {
        let value = allocate(state, Held(Cell::new(None)), &[]);
        Self(Vacant { value, index: state.top(), state })
    }

    /// Gives `value` to Lua while `push` pushes it, and drops it then. `push` may raise.
    pub(crate) fn lend<T: 'static>(
        self,
        value: T,
        push: impl FnOnce(State<'s>, &mut T) -> c_int,
    ) -> c_int {
        // SAFETY: the userdata is still on the stack, and its value is only ever used here.
        let held = unsafe { self.0.value.as_ref() };
        let mut boxed = Box::new(value);
        let lent: *mut T = &raw mut *boxed;
        held.0.set(Some(boxed));
        // SAFETY: the box stays where it is until it is taken below, or by the collector, after
        // `push` has raised.
        let count = push(self.0.state, unsafe { &mut *lent });
        drop(held.0.take());
        count
    }
}

impl State<'_> {
    /// Pushes an address. `canonname` is the canonical name of its host. May raise.
    pub(crate) fn push_addrinfo(self, info: AddrInfo, canonname: &[u8]) {
        allocate(self, info, canonname);
    }

    /// Makes the metatable of `T`, with `methods` in it, and what Lua calls by itself. May raise.
    pub(crate) fn make_type<T: Object>(
        self,
        aliases: &[(&CStr, &CStr)],
        methods: &[&[Entry]],
        metamethods: &[&[Entry]],
    ) {
        let name = T::NAME.to_bytes();
        self.push_table(0, 12);
        self.push_bytes(name);
        self.set_field(c"__name");
        // What getmetatable answers, so that a script can neither see nor change the table.
        self.push_bytes(name);
        self.set_field(c"__metatable");
        self.push_table(0, methods.iter().map(|methods| methods.len()).sum());
        for methods in methods {
            self.set_functions(methods);
        }
        for &(alias, name) in aliases {
            self.push_field(name);
            self.set_field(alias);
        }
        self.set_field(c"__index");
        for metamethods in metamethods {
            self.set_functions(metamethods);
        }
        self.register(T::NAME);
        self.pop(1);
    }

    /// Makes the type of what results own. May raise.
    pub(crate) fn make_held(self) {
        self.make_type::<Held>(&[], &[], &[&[(c"__gc", collect_held)]]);
    }
}

/// The canonical name behind the address that is the first argument.
pub(crate) fn canonname<'s>(args: &Args<'s>) -> Called<&'s [u8]> {
    let info = args.this::<AddrInfo>()?;
    let size = size_of::<Userdata<AddrInfo>>();
    // SAFETY: the userdata is as long as Lua says, and `info` lies at a known place in it; all of
    // what is behind was written when it was made.
    unsafe {
        let len = ffi::lua_rawlen(args.state().raw, 1) - size;
        let start = std::ptr::from_ref(info)
            .cast::<u8>()
            .sub(std::mem::offset_of!(Userdata<AddrInfo>, value));
        Ok(std::slice::from_raw_parts(start.add(size), len))
    }
}

extern "C-unwind" fn collect_held(state: State<'_>) -> c_int {
    if let Some(held) = Held::at(state, 1) {
        // A panic while dropping is caught, and what is left then leaks.
        state.guard(|| drop(held.0.take()));
    }
    0
}
