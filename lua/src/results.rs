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

use std::ffi::c_int;

use llsocket_core::device::{HardwareAddrs, InterfaceAddr, NameIndex};
use llsocket_core::fd::{IntoRawFd as _, OwnedFd};
use llsocket_core::netdb::AddrBytes;
use llsocket_core::{
    ActivatedSocket, AddrInfo, AddrInfoList, Error, Fields, Interface, NameInfo, Outcome, RawValue,
    Result, Seconds, Size, SockFilter, Socket, Text, TrafficClass, Unsigned64,
};

use crate::ffi::{Results, Slot, State};

/// What becomes a value in Lua.
pub(crate) trait Value<'s>: Sized {
    /// What the prepare phase allocates for it.
    type Prepared: Copy;
    /// The prepare phase. May raise.
    fn prepare(state: State<'s>) -> Self::Prepared;
    /// The push phase: pushes the value, and tells how many results it is. May raise.
    fn push(self, state: State<'s>, slot: Self::Prepared) -> c_int;
}

/// Shape E.
impl<'s> Results<'s> for Result<()> {
    type Prepared = ();

    fn prepare(_: State<'s>) {}

    fn push(self, state: State<'s>, (): ()) -> c_int {
        match self {
            Ok(()) => {
                state.push_nil();
                1
            }
            Err(error) => state.push_error(&error),
        }
    }
}

/// Shape V.
impl<'s, T: Value<'s>> Results<'s> for Result<T> {
    type Prepared = T::Prepared;

    fn prepare(state: State<'s>) -> T::Prepared {
        T::prepare(state)
    }

    fn push(self, state: State<'s>, slot: T::Prepared) -> c_int {
        match self {
            Ok(value) => value.push(state, slot),
            Err(error) => failed(state, &error),
        }
    }
}

/// `nil`, the error and its number: the failure of shape V.
fn failed(state: State<'_>, error: &Error) -> c_int {
    state.push_nil();
    1 + state.push_error(error)
}

/// Shape A.
impl<'s, T: Value<'s>> Results<'s> for Outcome<T> {
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
            state.push_nil();
            1
        }
        Outcome::Failed(error) => push_failed(state, values, &error),
    }
}

#[cold]
fn push_failed(state: State<'_>, values: c_int, error: &Error) -> c_int {
    (0..values).for_each(|_| state.push_nil());
    state.push_bytes(error.message().as_bytes());
    state.push_bool(false);
    state.push_integer(error.number().into());
    values + 3
}

/// Values that need nothing prepared.
macro_rules! copied {
    ($($(#[$doc:meta])* $type:ty: |$state:ident, $value:ident| $push:expr;)+) => {
        $(
            $(#[$doc])*
            impl<'s> Value<'s> for $type {
                type Prepared = ();

                #[inline]
                fn prepare(_: State<'s>) {}

                #[inline]
                fn push(self, $state: State<'s>, (): ()) -> c_int {
                    let $value = self;
                    $push;
                    1
                }
            }

            impl<'s> Results<'s> for Plain<$type> {
                type Prepared = ();

                #[inline]
                fn prepare(_: State<'s>) {}

                #[inline]
                fn push(self, state: State<'s>, (): ()) -> c_int {
                    Value::push(self.0, state, ())
                }
            }
        )+
    };
}

/// A value that stands alone, of a call that cannot fail.
pub(crate) struct Plain<T>(pub(crate) T);

copied! {
    bool: |state, value| state.push_bool(value);
    i32: |state, value| state.push_integer(value.into());
    usize: |state, value| state.push_integer(value as i64);
    u16: |state, value| state.push_integer(value.into());
    u32: |state, value| state.push_integer(value.into());
    Unsigned64: |state, value| state.push_integer(value.0);
    Size: |state, value| state.push_integer(value.0.into());
    TrafficClass: |state, value| state.push_integer(value.0.into());
    Seconds: |state, value| state.push_number(value.0);
    /// A descriptor, the script's to close: nothing can raise before it has the number.
    OwnedFd: |state, value| state.push_integer(value.into_raw_fd().into());
    &'static str: |state, value| state.push_bytes(value.as_bytes());
    AddrInfo: |state, value| state.push_addrinfo(value, &[]);
    /// An interface by its name, or by the number that it was given by.
    Interface: |state, value| match value {
        Interface::Name(name) => state.push_bytes(name.as_bytes()),
        Interface::Index(index) => state.push_integer(index.into()),
    };
    /// The names of an address: `{ host =, serv = }`.
    NameInfo: |state, value| {
        state.push_table(0, 2);
        state.push_bytes(value.host.as_bytes());
        state.set_field(c"host");
        state.push_bytes(value.serv.as_bytes());
        state.set_field(c"serv");
    };
    /// Two ports, the lowest and the highest.
    [u16; 2]: |state, range| push_numbers(state, &range.map(i64::from));
    /// An address's bytes.
    AddrBytes: |state, bytes| state.push_bytes(bytes.to_text().as_bytes());
    /// An address that may be there or not.
    Option<AddrInfo>: |state, value| match value {
        Some(info) => state.push_addrinfo(info, &[]),
        None => state.push_nil(),
    };
    /// What may be there or not.
    Option<i64>: |state, value| match value {
        Some(value) => state.push_integer(value),
        None => state.push_nil(),
    };
}

/// A text of any length.
impl<'s, const N: usize> Value<'s> for Text<N> {
    type Prepared = ();

    #[inline]
    fn prepare(_: State<'s>) {}

    #[inline]
    fn push(self, state: State<'s>, (): ()) -> c_int {
        state.push_bytes(self.as_bytes());
        1
    }
}

impl<'s, const N: usize> Results<'s> for Plain<Text<N>> {
    type Prepared = ();

    #[inline]
    fn prepare(_: State<'s>) {}

    #[inline]
    fn push(self, state: State<'s>, (): ()) -> c_int {
        Value::push(self.0, state, ())
    }
}

impl<'s> Value<'s> for Socket {
    type Prepared = Slot<'s, Socket>;

    fn prepare(state: State<'s>) -> Self::Prepared {
        Slot::<Socket>::new(state)
    }

    fn push(self, _: State<'s>, slot: Self::Prepared) -> c_int {
        slot.init(self);
        slot.push();
        1
    }
}

/// An accepted socket, alone or with its peer's address.
pub(crate) enum Accepted {
    Alone(Socket),
    From(Socket, Option<AddrInfo>),
}

/// The address stands last, behind err and again.
impl<'s> Value<'s> for Accepted {
    type Prepared = Slot<'s, Socket>;

    fn prepare(state: State<'s>) -> Self::Prepared {
        Slot::<Socket>::new(state)
    }

    fn push(self, state: State<'s>, slot: Self::Prepared) -> c_int {
        match self {
            Self::Alone(socket) => socket.push(state, slot),
            Self::From(socket, info) => {
                let count = socket.push(state, slot);
                state.push_nil();
                state.push_bool(false);
                match info {
                    Some(info) => state.push_addrinfo(info, &[]),
                    None => state.push_nil(),
                }
                count + 3
            }
        }
    }
}

/// A list of two.
impl<'s> Value<'s> for [Socket; 2] {
    type Prepared = [Slot<'s, Socket>; 2];

    fn prepare(state: State<'s>) -> Self::Prepared {
        [Slot::<Socket>::new(state), Slot::<Socket>::new(state)]
    }

    fn push(self, state: State<'s>, slots: Self::Prepared) -> c_int {
        // Lua owns both before anything is asked of it.
        for (socket, slot) in self.into_iter().zip(slots) {
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

/// Values that own memory.
macro_rules! owned {
    ($($(#[$doc:meta])* $type:ty: |$state:ident, $value:ident| $push:expr;)+) => {
        $(
            $(#[$doc])*
            impl<'s> Value<'s> for $type {
                type Prepared = ();

                fn prepare(_: State<'s>) {}

                fn push(self, state: State<'s>, (): ()) -> c_int {
                    state.push_owned(self, |$state, $value| {
                        $push;
                        1
                    })
                }
            }
        )+
    };
}

owned! {
    /// A list of addresses; the canonical name goes with the first.
    AddrInfoList: |state, resolved| {
        state.push_table(resolved.list.len(), 0);
        let mut canonname = resolved.canonname.as_deref();
        for (&info, index) in resolved.list.iter().zip(1..) {
            state.push_addrinfo(info, canonname.take().unwrap_or_default());
            state.set_element(index);
        }
    };
    /// Named numbers, as a table.
    Fields: |state, fields| {
        state.push_table(0, fields.0.len());
        for &(name, value) in &fields.0 {
            state.push_integer(value);
            state.set_field_bytes(name.as_bytes());
        }
    };
    /// A list of numbers.
    Vec<u32>: |state, list| {
        state.push_table(list.len(), 0);
        for (&number, index) in list.iter().zip(1..) {
            state.push_integer(number.into());
            state.set_element(index);
        }
    };
    /// A program: a list of `{code, jt, jf, k}`.
    Vec<SockFilter>: |state, program| {
        state.push_table(program.len(), 0);
        for (instruction, index) in program.iter().zip(1..) {
            let &SockFilter { code, jt, jf, k } = instruction;
            push_numbers(state, &[code.into(), jt.into(), jf.into(), k.into()]);
            state.set_element(index);
        }
    };
    /// An option's value as it is.
    RawValue<'static>: |state, value| match value {
        RawValue::Int(value) => state.push_integer((*value).into()),
        RawValue::Bytes(bytes) => state.push_bytes(bytes),
    };
    /// A list of `{ index =, name = }`.
    NameIndex: |state, list| {
        state.push_table(list.len(), 0);
        for ((index, name), place) in list.iter().zip(1..) {
            state.push_table(0, 2);
            state.push_integer((*index).into());
            state.set_field(c"index");
            state.push_bytes(name.as_bytes());
            state.set_field(c"name");
            state.set_element(place);
        }
    };
    /// A list of `{ socket =, name = }`.
    Vec<ActivatedSocket>: |state, list| {
        state.push_table(list.len(), 0);
        for (handed, index) in list.iter_mut().zip(1..) {
            state.push_table(0, 2);
            let slot = Slot::<Socket>::new(state);
            slot.init(std::mem::replace(&mut handed.socket, Socket::closed()));
            state.set_field(c"socket");
            state.push_bytes(handed.name.as_bytes());
            state.set_field(c"name");
            state.set_element(index);
        }
    };
    /// A list of interfaces' addresses.
    Vec<InterfaceAddr>: |state, list| {
        state.push_table(list.len(), 0);
        for (entry, index) in list.iter().zip(1..) {
            push_interface(state, entry);
            state.set_element(index);
        }
    };
    /// Hardware addresses by the interface's name.
    HardwareAddrs: |state, list| {
        state.push_table(0, list.len());
        for (name, addr) in list {
            state.push_bytes(addr.text().as_bytes());
            state.set_field_bytes(name.as_bytes());
        }
    };
}

fn push_interface(state: State<'_>, entry: &InterfaceAddr) {
    state.push_table(0, 10);
    state.push_bytes(entry.name.as_bytes());
    state.set_field(c"name");
    state.push_integer(entry.index.into());
    state.set_field(c"index");
    state.push_integer(entry.flags.into());
    state.set_field(c"flags");
    if let Some(mtu) = entry.mtu {
        state.push_integer(mtu.into());
        state.set_field(c"mtu");
    }
    if let Some(label) = entry.label {
        state.push_bytes(label.as_bytes());
        state.set_field(c"label");
    }
    if let Some(addr) = entry.addr {
        state.push_integer(addr.family().into());
        state.set_field(c"family");
    }
    let addrs = [
        (c"addr", entry.addr),
        (c"netmask", entry.netmask),
        (c"broadaddr", entry.broadaddr),
        (c"dstaddr", entry.dstaddr),
    ];
    for (name, addr) in addrs {
        if let Some(addr) = addr {
            state.push_addrinfo(AddrInfo { addr, socktype: 0, protocol: 0 }, &[]);
            state.set_field(name);
        }
    }
}

fn push_numbers(state: State<'_>, numbers: &[i64]) {
    state.push_table(numbers.len(), 0);
    for (&number, index) in numbers.iter().zip(1..) {
        state.push_integer(number);
        state.set_element(index);
    }
}

/// A list of one.
impl<'s> Value<'s> for [AddrInfo; 1] {
    type Prepared = ();

    fn prepare(_: State<'s>) {}

    fn push(self, state: State<'s>, (): ()) -> c_int {
        let [info] = self;
        state.push_table(1, 0);
        state.push_addrinfo(info, &[]);
        state.set_element(1);
        1
    }
}

/// A name that may be there or not.
impl<'s> Results<'s> for Plain<Option<&'s [u8]>> {
    type Prepared = ();

    fn prepare(_: State<'s>) {}

    fn push(self, state: State<'s>, (): ()) -> c_int {
        match self.0 {
            Some(name) => state.push_bytes(name),
            None => state.push_nil(),
        }
        1
    }
}
