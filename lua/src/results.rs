//! The shapes of results: what each outcome of the core looks like in Lua, written once.
//!
//! | shape | what comes back | from the core |
//! |---|---|---|
//! | E | `err` | `Result<()>` |
//! | V | `value, err` | `Result<T>` |
//! | A | `value, err, again` | `Outcome<T>` |
//! | F | `msg, ai, err, again` | `Outcome` of a [`Receive`](crate::ffi::Receive) from someone |
//!
//! Behind an error stands its number, as one more result. Results that are `nil` or `false` to the end
//! are left out.

use std::convert::Infallible;
use std::ffi::c_int;
use std::mem::{needs_drop, replace};

use llsocket_core::fd::RawFd;
use llsocket_core::value::{ListVisitor, RecordVisitor, Visitor};
use llsocket_core::{AddrInfo, Error, Outcome, Result, Socket, Value};

use crate::ffi::{Results, Slot, State};

/// What becomes the values of a call that succeeded.
pub(crate) trait Values<'s>: Sized {
    /// What the prepare phase allocates for it.
    type Prepared: Copy;
    /// Whether there are none: shape E.
    const IS_UNIT: bool = false;
    /// The prepare phase. May raise.
    fn prepare(state: State<'s>) -> Self::Prepared;
    /// The push phase: pushes the values, and tells how many there are. May raise.
    fn push(self, state: State<'s>, slot: Self::Prepared) -> c_int;
}

/// Shapes E and V.
impl<'s, T: Values<'s>> Results<'s> for Result<T> {
    type Prepared = T::Prepared;

    fn prepare(state: State<'s>) -> T::Prepared {
        T::prepare(state)
    }

    fn push(self, state: State<'s>, slot: T::Prepared) -> c_int {
        match self {
            Ok(value) => value.push(state, slot),
            Err(error) => {
                error.note();
                if !T::IS_UNIT {
                    state.push_nil();
                }
                c_int::from(!T::IS_UNIT) + state.push_error(&error)
            }
        }
    }
}

/// Shape A.
impl<'s, T: Values<'s>> Results<'s> for Outcome<T> {
    type Prepared = T::Prepared;

    #[inline]
    fn prepare(state: State<'s>) -> T::Prepared {
        T::prepare(state)
    }

    #[expect(clippy::inline_always, reason = "measured: a call and a copy of the outcome less")]
    #[inline(always)]
    fn push(self, state: State<'s>, slot: T::Prepared) -> c_int {
        push_outcome(state, self, 1, |value| value.push(state, slot))
    }
}

/// Pushes an outcome whose error is preceded by `values` values.
#[expect(clippy::inline_always, reason = "measured: a call and a move of the outcome less")]
#[inline(always)]
pub(crate) fn push_outcome<T>(
    state: State<'_>,
    outcome: Outcome<T>,
    values: c_int,
    push: impl FnOnce(T) -> c_int,
) -> c_int {
    match outcome {
        Outcome::Done(value) => push(value),
        Outcome::Part(value) => {
            let count = push(value);
            state.push_nil();
            state.push_bool(true);
            count + 2
        }
        Outcome::Again => {
            (0..=values).for_each(|_| state.push_nil());
            state.push_bool(true);
            values + 2
        }
        Outcome::Closed => {
            (0..=values).for_each(|_| state.push_nil());
            state.push_bool(false);
            values + 2
        }
        Outcome::Failed(error) => {
            (0..values).for_each(|_| state.push_nil());
            values + push_failed(state, &error)
        }
        Outcome::Broken(value, error) => push(value) + push_failed(state, &error),
    }
}

#[cold]
fn push_failed(state: State<'_>, error: &Error) -> c_int {
    error.note();
    state.push_bytes(error.message().as_bytes());
    state.push_bool(false);
    state.push_integer(error.number().into());
    3
}

/// Every value of the core.
impl<'s, T: Value> Values<'s> for T {
    type Prepared = ();
    const IS_UNIT: bool = T::IS_UNIT;

    #[inline]
    fn prepare(_: State<'s>) {}

    #[inline]
    fn push(mut self, state: State<'s>, (): ()) -> c_int {
        if const { needs_drop::<T>() && !T::IS_SCALAR } {
            return state
                .push_owned(0, self, Value::release, |state, value| push_value(state, value));
        }
        // It owns nothing, or is a number, of which the push raises nothing.
        let count = push_value(state, &mut self);
        self.release();
        count
    }
}

/// A value that stands alone, of a call that cannot fail.
pub(crate) struct Plain<T>(pub(crate) T);

impl<'s, T: Value> Results<'s> for Plain<T> {
    type Prepared = ();

    #[inline]
    fn prepare(_: State<'s>) {}

    #[inline]
    fn push(self, state: State<'s>, (): ()) -> c_int {
        self.0.push(state, ())
    }
}

#[inline]
fn push_value(state: State<'_>, value: &mut impl Value) -> c_int {
    let Ok(()) = value.visit(Pusher(state));
    1
}

/// What a push comes to: done, for it fails by raising.
type Pushed<T = ()> = std::result::Result<T, Infallible>;

/// Pushes values. Its methods may raise, except for numbers and booleans.
///
/// A list or record takes two places on the stack while its items are pushed, and an object takes two, so that values
/// may be nested eight deep in the places that Lua keeps free for a function.
#[derive(Clone, Copy)]
struct Pusher<'s>(State<'s>);

impl<'s> Visitor for Pusher<'s> {
    type Made = ();
    type Error = Infallible;
    type List = ListPusher<'s>;
    type Record = Self;

    #[inline]
    fn absent(self) -> Pushed {
        self.0.push_nil();
        Ok(())
    }

    #[inline]
    fn boolean(self, value: bool) -> Pushed {
        self.0.push_bool(value);
        Ok(())
    }

    #[inline]
    fn integer(self, value: i64) -> Pushed {
        self.0.push_integer(value);
        Ok(())
    }

    fn float(self, value: f64) -> Pushed {
        self.0.push_number(value);
        Ok(())
    }

    #[inline]
    fn bytes(self, bytes: &[u8]) -> Pushed {
        self.0.push_bytes(bytes);
        Ok(())
    }

    #[inline]
    fn text(self, text: &[u8]) -> Pushed {
        self.bytes(text)
    }

    fn address(self, info: AddrInfo, canonname: Option<&mut Box<[u8]>>) -> Pushed {
        self.0.push_addrinfo(info, canonname.map_or(&[], |name| name));
        Ok(())
    }

    fn socket(self, socket: &mut Socket) -> Pushed {
        Slot::<Socket>::new(self.0).init(replace(socket, Socket::closed()));
        Ok(())
    }

    fn descriptor(self, fd: RawFd) -> Pushed {
        self.integer(fd.into())
    }

    fn list(self, len: usize) -> Pushed<ListPusher<'s>> {
        self.0.push_table(len, 0);
        Ok(ListPusher { state: self.0, len: 0 })
    }

    fn record(self, len: usize) -> Pushed<Self> {
        self.0.push_table(0, len);
        Ok(self)
    }
}

/// Fills the table on top with items.
struct ListPusher<'s> {
    state: State<'s>,
    len: usize,
}

impl ListVisitor for ListPusher<'_> {
    type Made = ();
    type Error = Infallible;

    fn item(&mut self, item: &mut impl Value) -> Pushed {
        item.visit(Pusher(self.state))?;
        self.len += 1;
        self.state.set_element(self.len);
        Ok(())
    }

    fn end(self) -> Pushed {
        Ok(())
    }
}

/// Fills the table on top with fields.
impl RecordVisitor for Pusher<'_> {
    type Made = ();
    type Error = Infallible;

    fn set(&mut self, name: &[u8], value: &mut impl Value) -> Pushed {
        value.visit(*self)?;
        self.0.set_field_bytes(name);
        Ok(())
    }

    fn end(self) -> Pushed {
        Ok(())
    }
}

/// A socket in an object that the prepare phase allocates: where there is no memory for that, the call is not made.
pub(crate) struct InSlot(pub(crate) Socket);

impl<'s> Values<'s> for InSlot {
    type Prepared = Slot<'s, Socket>;

    fn prepare(state: State<'s>) -> Self::Prepared {
        Slot::<Socket>::new(state)
    }

    fn push(self, _: State<'s>, slot: Self::Prepared) -> c_int {
        slot.init(self.0);
        slot.push();
        1
    }
}

/// Two such sockets, as a list.
pub(crate) struct PairInSlots(pub(crate) [Socket; 2]);

impl<'s> Values<'s> for PairInSlots {
    type Prepared = [Slot<'s, Socket>; 2];

    fn prepare(state: State<'s>) -> Self::Prepared {
        [Slot::<Socket>::new(state), Slot::<Socket>::new(state)]
    }

    fn push(self, state: State<'s>, slots: Self::Prepared) -> c_int {
        // Lua owns both before anything is asked of it.
        for (socket, slot) in self.0.into_iter().zip(slots) {
            slot.init(socket);
        }
        state.push_table(2, 0);
        for (slot, index) in slots.into_iter().zip(1..) {
            slot.push();
            state.set_element(index);
        }
        1
    }
}

/// An accepted socket, alone or with its peer's address.
pub(crate) enum Accepted {
    Alone(Socket),
    From(Socket, Option<AddrInfo>),
}

/// The address stands last, behind err and again.
impl<'s> Values<'s> for Accepted {
    type Prepared = Slot<'s, Socket>;

    fn prepare(state: State<'s>) -> Self::Prepared {
        Slot::<Socket>::new(state)
    }

    fn push(self, state: State<'s>, slot: Self::Prepared) -> c_int {
        match self {
            Self::Alone(socket) => InSlot(socket).push(state, slot),
            Self::From(socket, info) => {
                let count = InSlot(socket).push(state, slot);
                state.push_nil();
                state.push_bool(false);
                count + 2 + info.push(state, ())
            }
        }
    }
}
