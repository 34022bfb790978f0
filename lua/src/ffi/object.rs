//! Objects of ours in Lua's memory: sockets and addresses.

use std::ffi::{CStr, c_int, c_void};
use std::marker::PhantomData;
use std::mem::size_of;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicU64, Ordering};

use llsocket_core::{AddrInfo, Socket, random_word};
use mlua::ffi;

use super::args::{ArgResult, Args};
use super::upvalues::{self, Upvalues};
use super::{Entry, State};

/// What lies in userdata that only this module makes.
pub(crate) trait Tagged: Sized + 'static {
    /// The word that begins every userdata of this type, and no other.
    fn magic() -> &'static Magic;

    /// The value of this type at `index`, if there is one.
    #[inline]
    fn at(state: State<'_>, index: c_int) -> Option<&Self> {
        // SAFETY: Lua keeps the userdata where it is while it is a value of the running call.
        pointer::<Self>(state, index).map(|value| unsafe { value.as_ref() })
    }
}

/// A type whose values are objects for scripts.
pub(crate) trait Object: Tagged {
    /// The type's name, which its metatable bears.
    const NAME: &'static CStr;
    /// What it is called in errors.
    const KIND: &'static str;
}

/// Where the value of type `T` at `index` is, if there is one.
#[inline]
fn pointer<T: Tagged>(state: State<'_>, index: c_int) -> Option<NonNull<T>> {
    // SAFETY: a live state, and an index below its top or an upvalue's. A userdata that is large enough is read
    // as far as the magic word, which only `allocate` writes. A light userdata has no length.
    unsafe {
        let userdata = ffi::lua_touserdata(state.raw, index).cast::<Userdata<T>>();
        if userdata.is_null()
            || ffi::lua_rawlen(state.raw, index) < size_of::<Userdata<T>>()
            || (*userdata).magic != T::magic().get()
        {
            return None;
        }
        Some(NonNull::new_unchecked(&raw mut (*userdata).value))
    }
}

/// A word that is drawn at random when the module is loaded, so that no other module's userdata, whatever bytes
/// a script has put into it, begins with it.
pub(crate) struct Magic(AtomicU64);

impl Magic {
    /// A word that is still to be drawn.
    pub(super) const fn new() -> Self {
        Self(AtomicU64::new(0))
    }

    /// Draws the word, unless that was done before: it is one for all states of the process.
    pub(super) fn draw(&self) {
        // Never 0, which is what a userdata that nobody has written to may begin with.
        let word = random_word() | 1;
        let _ = self.0.compare_exchange(0, word, Ordering::Relaxed, Ordering::Relaxed);
    }

    #[inline]
    fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

#[repr(C)]
struct Userdata<T> {
    magic: u64,
    value: T,
}

impl Tagged for Socket {
    #[inline]
    fn magic() -> &'static Magic {
        static MAGIC: Magic = Magic::new();
        &MAGIC
    }
}

impl Object for Socket {
    const NAME: &'static CStr = c"llsocket.socket";
    const KIND: &'static str = "socket";
}

impl Tagged for AddrInfo {
    #[inline]
    fn magic() -> &'static Magic {
        static MAGIC: Magic = Magic::new();
        &MAGIC
    }
}

impl Object for AddrInfo {
    const NAME: &'static CStr = c"llsocket.addrinfo";
    const KIND: &'static str = "addrinfo";
}

/// An object that owns something, such as a descriptor, until it is closed.
pub(crate) trait Closable: Object {
    /// Where a function has the metatable, among its upvalues.
    const METATABLE: c_int;

    /// A closed one, which owns nothing.
    fn closed() -> Self;

    /// Whether it is closed.
    fn is_closed(&self) -> bool;
}

impl Closable for Socket {
    const METATABLE: c_int = upvalues::SOCKET;

    fn closed() -> Self {
        Self::closed()
    }

    fn is_closed(&self) -> bool {
        self.fd() < 0
    }
}

/// A closed object on the stack, allocated in the prepare phase, that waits for what it is to own.
pub(crate) struct Slot<'s, T> {
    state: State<'s>,
    index: c_int,
    object: PhantomData<T>,
}

impl<T> Clone for Slot<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Slot<'_, T> {}

/// Pushes a userdata around `value`, which owns nothing, with `extra` bytes behind it. May raise.
pub(super) fn allocate<T: Tagged>(state: State<'_>, value: T, extra: &[u8]) {
    // SAFETY: Lua gives memory of the size that is asked for, aligned for any C type. It is filled before it
    // gets a metatable, and so before anything can collect it as one of ours.
    unsafe {
        let size = size_of::<Userdata<T>>();
        let userdata = ffi::lua_newuserdata(state.raw, size + extra.len()).cast::<Userdata<T>>();
        userdata.write(Userdata { magic: T::magic().get(), value });
        userdata.cast::<u8>().add(size).copy_from_nonoverlapping(extra.as_ptr(), extra.len());
    }
}

impl<'s, T: Closable> Slot<'s, T> {
    /// Pushes a closed object. May raise.
    pub(crate) fn new(state: State<'s>) -> Self {
        allocate(state, T::closed(), &[]);
        upvalues::set_metatable(state, T::METATABLE);
        Self { state, index: state.top(), object: PhantomData }
    }

    /// Makes it the open `object`.
    ///
    /// The value is looked for anew: a finalizer that ran since, with the debug library, may have put another
    /// one into its place. `object` is dropped then.
    pub(crate) fn init(self, object: T) {
        match pointer::<T>(self.state, self.index) {
            // SAFETY: the userdata is on the stack, and holds a closed object, which owns nothing; nobody else
            // refers to it, for it has not been handed out yet.
            Some(closed) if unsafe { closed.as_ref() }.is_closed() => unsafe {
                closed.write(object);
            },
            _ => drop(object),
        }
    }

    /// Pushes it once more.
    pub(crate) fn push(self) {
        self.state.push_copy(self.index);
    }
}

impl State<'_> {
    /// Pushes an address. `canonname` is the canonical name of its host. May raise.
    pub(crate) fn push_addrinfo(self, info: AddrInfo, canonname: &[u8]) {
        allocate(self, info, canonname);
        upvalues::set_metatable(self, upvalues::ADDRINFO);
    }

    /// Pushes the address of who has sent something to the socket at 1: the object of the last time, where that is the
    /// same sender. May raise.
    pub(crate) fn push_sender(self, sender: &AddrInfo) {
        upvalues::push(self, upvalues::SENDERS);
        if !self.is_table(-1) {
            // A script has put something else there.
            self.pop(1);
            return self.push_addrinfo(*sender, &[]);
        }
        self.push_copy(1);
        // SAFETY: a live state, with a table under the key.
        unsafe { ffi::lua_rawget(self.raw, -2) };
        if !AddrInfo::at(self, -1).is_some_and(|last| last.is_same(sender)) {
            self.pop(1);
            self.push_addrinfo(*sender, &[]);
            self.push_copy(1);
            self.push_copy(-2);
            // SAFETY: a live state, with the table under three values; the key is the socket of the running call.
            unsafe { ffi::lua_rawset(self.raw, -4) };
        }
        // SAFETY: a live state, with the table under the address.
        unsafe { ffi::lua_remove(self.raw, -2) };
    }

    /// Puts into the table on top, a metatable, the `methods`, and what Lua calls by itself. May raise.
    pub(crate) fn make_type<T: Object>(
        self,
        upvalues: Upvalues,
        aliases: &[(&CStr, &CStr)],
        methods: &[&[Entry]],
        metamethods: &[&[Entry]],
    ) {
        let name = T::NAME.to_bytes();
        self.push_bytes(name);
        self.set_field(c"__name");
        // What getmetatable answers, so that a script can neither see nor change the table.
        self.push_bytes(name);
        self.set_field(c"__metatable");
        self.push_table(0, methods.iter().map(|methods| methods.len()).sum());
        for methods in methods {
            self.set_functions(upvalues, methods);
        }
        for &(alias, name) in aliases {
            self.push_field(name);
            self.set_field(alias);
        }
        self.set_field(c"__index");
        for metamethods in metamethods {
            self.set_functions(upvalues, metamethods);
        }
    }
}

/// What identifies the value at `index` among those that live: a table's address. Null for what has none.
pub(super) fn address(state: State<'_>, index: c_int) -> *const c_void {
    // SAFETY: a live state, and an index below its top or an upvalue's. The address is never followed.
    unsafe {
        if state.is_table(index) { ffi::lua_topointer(state.raw, index) } else { std::ptr::null() }
    }
}

/// The canonical name behind the address that is the first argument.
pub(crate) fn canonname<'s>(args: &Args<'s>) -> ArgResult<&'s [u8]> {
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
