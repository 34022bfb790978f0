//! Pushing what Rust owns: in a protected call, which raises nothing over the frame that owns it.

use std::cell::Cell;
use std::ffi::{c_int, c_void};
use std::ptr;

use llsocket_core::PerThread;
use mlua::ffi;

use super::State;
use super::upvalues::{self, PROTECTED};

/// Why a protected call has no results.
#[derive(Clone, Copy)]
pub(super) enum Failure {
    /// It raised an error, which is the value on top.
    Raised,
    /// The C library had no memory to remember it for this thread.
    NoMemory,
    /// A script has put another function into the upvalue of the one that makes such calls, or has called it itself.
    Replaced,
}

/// What a protected call is to run.
struct Pending {
    /// Calls `function` as the type that it has.
    call: unsafe fn(function: *mut c_void, state: State<'_>) -> c_int,
    function: *mut c_void,
    /// How many results it had, once it has run.
    results: Cell<Option<c_int>>,
}

/// What the calling thread's [`run_pending`] is to run. No value of Lua's holds this pointer, which a script could
/// keep beyond the call, or make up.
static PENDING: PerThread<Pending> = PerThread::new(None);

/// The function of Lua's that runs what is pending. Called by a script, it runs nothing.
pub(super) extern "C-unwind" fn run_pending(state: State<'_>) -> c_int {
    let pending = PENDING.get();
    // SAFETY: not null, it is the variable of a `protect` that is waiting for this call, further down this
    // thread's stack. Once taken, nobody finds it again.
    match unsafe { pending.as_ref() } {
        Some(pending) => {
            PENDING.set(ptr::null_mut());
            // SAFETY: `function` is of the type that `call` was made for.
            let count = unsafe { (pending.call)(pending.function, state) };
            pending.results.set(Some(count));
            count
        }
        None => 0,
    }
}

/// # Safety
/// `function` points to an `F`.
unsafe fn call<F: FnMut(State<'_>) -> c_int>(function: *mut c_void, state: State<'_>) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { (*function.cast::<F>())(state) }
}

impl State<'_> {
    /// Calls `function` protected, with the `args` values on top in their place as its arguments, and leaves its
    /// results. Raises nothing.
    ///
    /// `function` gets a state whose stack has only the arguments, and returns how many results it has pushed. It
    /// may raise, and so owns nothing; but it may refer to what its caller owns.
    pub(super) fn protect<F: FnMut(State<'_>) -> c_int>(
        self,
        args: c_int,
        mut function: F,
    ) -> Result<c_int, Failure> {
        let base = self.top() - args;
        let function = (&raw mut function).cast();
        let pending = Pending { call: call::<F>, function, results: Cell::new(None) };
        let outer = PENDING.get();
        if !PENDING.set((&raw const pending).cast_mut()) {
            return Err(Failure::NoMemory);
        }
        // SAFETY: a live state with `args` values on top and room for one more.
        let status = unsafe {
            upvalues::push(self, PROTECTED);
            ffi::lua_insert(self.raw, base + 1);
            ffi::lua_pcall(self.raw, args, ffi::LUA_MULTRET, 0)
        };
        // Where a hook made a call like this one meanwhile, that has put back what it found.
        PENDING.set(outer);
        let count = self.top() - base;
        match status {
            ffi::LUA_OK if pending.results.get() == Some(count) => Ok(count),
            ffi::LUA_OK => Err(Failure::Replaced),
            _ => Err(Failure::Raised),
        }
    }

    /// Has `push` push `value`, which is released then, or dropped where `push` raises. May raise.
    ///
    /// `push` gets the `args` values on top in their place as its arguments.
    pub(crate) fn push_owned<T>(
        self,
        args: c_int,
        mut value: T,
        release: impl FnOnce(T),
        mut push: impl FnMut(State<'_>, &mut T) -> c_int,
    ) -> c_int {
        let pushed = self.protect(args, |state| push(state, &mut value));
        self.guard(|| if pushed.is_ok() { release(value) } else { drop(value) });
        self.raise_again(pushed)
    }

    /// Raises the error of a protected call, if there is one.
    pub(super) fn raise_again(self, pushed: Result<c_int, Failure>) -> c_int {
        match pushed {
            Ok(count) => count,
            // SAFETY: a live state with the error on top.
            Err(Failure::Raised) => unsafe { ffi::lua_error(self.raw) },
            Err(Failure::NoMemory) => self.raise(b"not enough memory"),
            Err(Failure::Replaced) => {
                self.raise(b"llsocket: a function of this module was replaced")
            }
        }
    }
}
