//! The values of options in C; the only calls of getsockopt and setsockopt.

use std::mem::{MaybeUninit, size_of};

use crate::c::{c_int, socklen_t};
use crate::error::check;
use crate::option_value::{OptionKind, Value};
use crate::sys::{self, OptName};
use crate::{Result, Socket, c};

/// Whether an option can be read and set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionAccess {
    /// It can only be read.
    Read,
    /// It can only be set.
    Write,
    /// It can be read and set.
    ReadWrite,
}

/// A row of the table, as data: for references, type files and tests.
#[derive(Clone, Copy, Debug)]
pub struct OptionSpec {
    /// The method's name.
    pub name: &'static str,
    /// The names of its arguments: one, or none where the option can only be read.
    pub args: &'static [&'static str],
    /// What it carries.
    pub kind: OptionKind,
    /// Whether it can be read and set.
    pub access: OptionAccess,
    /// The C names, as `level/option`; two of them where the socket's family decides.
    pub source: &'static [&'static str],
    /// Whether it is set in both places on an IPv6 socket that takes IPv4, too.
    pub is_dual: bool,
    /// Whether sockets of SOCK_STREAM and SOCK_SEQPACKET lack it.
    pub is_datagram: bool,
    /// Its documentation, as written.
    pub doc: &'static str,
}

/// Where the kernel keeps an option: level and number, absent where the platform has no such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OptionId(OptName, OptName);

impl OptionId {
    /// Nowhere: the answer is EOPNOTSUPP.
    pub(crate) const NONE: Self = Self(None, None);

    /// The place that C calls `level` and `name`.
    pub(crate) const fn of(level: &str, name: &str) -> Self {
        Self(sys::option_number(level), sys::option_number(name))
    }

    /// The place with these numbers.
    pub(crate) const fn at(level: c_int, name: c_int) -> Self {
        Self(Some(level), Some(name))
    }

    pub(crate) fn numbers(self, socket: &Socket, call: &'static str) -> Result<(c_int, c_int)> {
        self.0.zip(self.1).ok_or_else(|| socket.refusal(call, c::EOPNOTSUPP))
    }
}

/// Where the kernel keeps the option of a row of the table, by the socket's family.
#[derive(Clone, Copy)]
pub(crate) struct Places {
    v4: OptionId,
    /// Where IPv6 keeps it; absent where it is one place for all families.
    v6: Option<OptionId>,
    /// Whether an IPv6 socket that takes IPv4, too, is to be set in both places.
    pub(crate) is_dual: bool,
    /// Whether sockets that are made of connections lack it.
    pub(crate) is_datagram: bool,
}

impl Places {
    /// The one place for all families.
    pub(crate) const fn all(place: OptionId) -> Self {
        Self { v4: place, v6: None, is_dual: false, is_datagram: false }
    }

    /// IPv6 sockets have it at `v6`.
    pub(crate) const fn or(self, v6: OptionId) -> Self {
        Self { v6: Some(v6), ..self }
    }

    /// IPv6 sockets have it at `v6`, and those that take IPv4, too, in both places.
    pub(crate) const fn and(self, v6: OptionId) -> Self {
        Self { v6: Some(v6), is_dual: true, ..self }
    }

    /// Only sockets that keep datagrams apart have it.
    pub(crate) const fn datagram(self) -> Self {
        Self { is_datagram: true, ..self }
    }

    /// The place where this socket is asked for it.
    fn of(self, socket: &Socket) -> OptionId {
        match self.v6 {
            _ if self.is_datagram && socket.is_connection_oriented() => OptionId::NONE,
            None => self.v4,
            Some(v6) => socket.by_family(self.v4, v6),
        }
    }
}

/// Sets the option of a row to `new` and gives it back; without one, asks the kernel.
pub(crate) fn exchange_at<T: Value>(socket: &Socket, places: Places, new: Option<T>) -> Result<T> {
    let place = places.of(socket);
    match new {
        Some(new) if places.is_dual && socket.is_dual_stack() => {
            set_both(socket, [place, places.v4], new).map(|()| new)
        }
        new => get_or_set(socket, place, new),
    }
}

/// Sets the option of an IPv6 socket that takes IPv4, too: the first place is IPv6's, the second IPv4's.
pub(crate) fn set_both<T: Value>(socket: &Socket, places: [OptionId; 2], new: T) -> Result<()> {
    set(socket, places[0], new)?;
    match set(socket, places[1], new) {
        // A value that IPv6 alone has, such as a hop limit of 0.
        Err(error) if error.number() == c::EINVAL => Ok(()),
        answer => answer,
    }
}

impl Socket {
    /// Whether it is an IPv6 socket that takes IPv4, too, and has the options of both.
    ///
    /// Raw sockets of IPv6 see no IPv4.
    pub(crate) fn is_dual_stack(&self) -> bool {
        const V6ONLY: OptionId = OptionId::of("IPPROTO_IPV6", "IPV6_V6ONLY");
        sys::DUAL_STACK_OPTIONS
            && self.family() == c::AF_INET6
            && self.socktype() != c::SOCK_RAW
            && get::<bool>(self, V6ONLY) == Ok(false)
    }

    /// The first of two places for an IPv4 socket, the second for an IPv6 socket, else none.
    pub(crate) fn by_family(&self, v4: OptionId, v6: OptionId) -> OptionId {
        match self.family() {
            c::AF_INET => v4,
            c::AF_INET6 => v6,
            _ => OptionId::NONE,
        }
    }

    /// Whether it is of a type that knows connections alone.
    pub(crate) fn is_connection_oriented(&self) -> bool {
        matches!(self.socktype(), c::SOCK_STREAM | c::SOCK_SEQPACKET)
    }
}

/// Sets the option to `new` and returns it; without `new`, returns the kernel's value.
pub(crate) fn get_or_set<T: Value>(socket: &Socket, place: OptionId, new: Option<T>) -> Result<T> {
    match new {
        Some(new) => set(socket, place, new).map(|()| new),
        None => get(socket, place),
    }
}

/// Asks the kernel for the option.
pub(crate) fn get<T: Value>(socket: &Socket, place: OptionId) -> Result<T> {
    let mut raw = MaybeUninit::<T::Raw>::zeroed();
    let len = get_raw(socket, place, &mut raw)?;
    // SAFETY: zeros are a valid `Raw`, and what the kernel wrote over them are plain numbers.
    Ok(T::from_raw(unsafe { raw.assume_init() }, len))
}

/// Sets the option.
pub(crate) fn set<T: Value>(socket: &Socket, place: OptionId, new: T) -> Result<()> {
    let raw = new.into_raw().map_err(|errno| socket.refusal("setsockopt", errno))?;
    set_raw(socket, place, &raw)
}

/// The only call of getsockopt: gets a C structure, and returns how many bytes of it were written.
pub(crate) fn get_raw<T>(
    socket: &Socket,
    place: OptionId,
    raw: &mut MaybeUninit<T>,
) -> Result<socklen_t> {
    let (level, name) = place.numbers(socket, "getsockopt")?;
    let mut len = size_of::<T>() as socklen_t;
    // SAFETY: `raw` has room for `len` bytes, and both outlive the call.
    let status =
        unsafe { c::getsockopt(socket.fd(), level, name, raw.as_mut_ptr().cast(), &raw mut len) };
    check("getsockopt", status).map(|_| len)
}

/// The only call of setsockopt: sets a C structure.
pub(crate) fn set_raw<T>(socket: &Socket, place: OptionId, raw: &T) -> Result<()> {
    let (level, name) = place.numbers(socket, "setsockopt")?;
    let len = size_of::<T>() as socklen_t;
    // SAFETY: `raw` is readable for `len` bytes, and outlives the call.
    let status = unsafe { c::setsockopt(socket.fd(), level, name, (&raw const *raw).cast(), len) };
    check("setsockopt", status)?;
    if (level, name) == (c::SOL_SOCKET, c::SO_RCVLOWAT) {
        socket.note_lowat(true);
    }
    Ok(())
}

/// The direction of a call whose structure the kernel reads and writes.
#[derive(Clone, Copy)]
pub(crate) enum Exchange {
    /// getsockopt(2).
    Get,
    /// setsockopt(2).
    Set,
}

/// Hands over a C structure of plain numbers, which the kernel may write to, whichever the call is.
pub(crate) fn exchange_raw<T: Copy>(
    socket: &Socket,
    place: OptionId,
    exchange: Exchange,
    raw: &mut T,
) -> Result<()> {
    let call = match exchange {
        Exchange::Get => "getsockopt",
        Exchange::Set => "setsockopt",
    };
    let (level, name) = place.numbers(socket, call)?;
    let mut len = size_of::<T>() as socklen_t;
    let raw = (&raw mut *raw).cast();
    // SAFETY: `raw` is readable and writable for `len` bytes, and both outlive the call.
    let status = unsafe {
        match exchange {
            Exchange::Get => c::getsockopt(socket.fd(), level, name, raw, &raw mut len),
            Exchange::Set => c::setsockopt(socket.fd(), level, name, raw, len),
        }
    };
    check(call, status).map(drop)
}

/// The number of 32 bits at a place of a structure's bytes.
pub(crate) fn word(raw: &[u8], at: usize) -> u32 {
    u32::from_ne_bytes([raw[at], raw[at + 1], raw[at + 2], raw[at + 3]])
}

/// Asks for as many bytes as there is room for. Tells the length that the kernel names, which may be
/// more than the room where it answers ERANGE.
pub(crate) fn get_bytes(socket: &Socket, place: OptionId, room: &mut [u8]) -> (Result<()>, usize) {
    let (level, name) = match place.numbers(socket, "getsockopt") {
        Ok(numbers) => numbers,
        Err(error) => return (Err(error), 0),
    };
    let mut len = room.len() as socklen_t;
    // SAFETY: `room` has room for `len` bytes, and both outlive the call.
    let status =
        unsafe { c::getsockopt(socket.fd(), level, name, room.as_mut_ptr().cast(), &raw mut len) };
    (check("getsockopt", status).map(drop), len as usize)
}
