//! The values of options in C; the only calls of getsockopt and setsockopt.

use std::mem::{MaybeUninit, size_of};
use std::time::Duration;

use libc::{c_int, socklen_t, timeval};

use crate::sys::{self, OptName};
use crate::{Error, Interface, Result, SockFilter, Socket, Text};

/// Room for a name and its NUL: IFNAMSIZ, TCP_CA_NAME_MAX, TCP_ULP_NAME_MAX.
const NAME_ROOM: usize = 16;

/// What an option carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionKind {
    /// On or off.
    Bool,
    /// A whole number.
    Int,
    /// A number of bytes, never negative.
    Size,
    /// A span of time, in seconds and fractions.
    Seconds,
    /// A short name.
    Name,
    /// An interface: its name, its index, or an address of it.
    Interface,
}

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

/// A number of bytes. The kernel takes a negative one for the largest there is; we refuse it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(pub i32);

/// A span of time in seconds; 0 is no limit.
///
/// A time of less than a microsecond becomes a microsecond, because 0 is no limit. Negative, NaN
/// and infinite ones are refused with EDOM.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seconds(pub f64);

/// A short name, such as an interface's or an algorithm's: up to 15 bytes, ENAMETOOLONG above.
pub type Name = Text<32>;

/// A number of 64 bits. One beyond a signed number's reach, as "no limit" is, is -1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsigned64(pub i64);

/// A traffic class, or type of service: 0 to 255; -1 is the default of 0 (RFC 3542, section 6.5).
///
/// IPv4 would cut other numbers to eight bits; they are refused with EINVAL, as IPv6 does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrafficClass(pub i32);

/// Where the kernel keeps an option: level and number, absent where the platform has no such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OptionId(OptName, OptName);

impl OptionId {
    /// Nowhere: the answer is EOPNOTSUPP.
    pub(crate) const NONE: Self = Self(None, None);

    /// The place that C calls `level` and `name`.
    pub(crate) const fn of(level: &str, name: &str) -> Self {
        Self(sys::number(level), sys::number(name))
    }

    /// The place with these numbers.
    pub(crate) const fn at(level: c_int, name: c_int) -> Self {
        Self(Some(level), Some(name))
    }

    pub(crate) fn numbers(self, socket: &Socket, call: &'static str) -> Result<(c_int, c_int)> {
        self.0.zip(self.1).ok_or_else(|| socket.refusal(call, libc::EOPNOTSUPP))
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

/// A type that an option can carry, and its form in C.
pub(crate) trait Value: Copy {
    /// The form that the kernel reads and writes: plain numbers, in which all zeros are valid.
    type Raw: Copy;
    const KIND: OptionKind;
    /// The value in the `len` bytes that the kernel wrote.
    fn from_raw(raw: Self::Raw, len: socklen_t) -> Self;
    /// The form for the kernel, or the errno of a value that it would misunderstand.
    fn into_raw(self) -> std::result::Result<Self::Raw, c_int>;
}

impl Value for i32 {
    type Raw = c_int;
    const KIND: OptionKind = OptionKind::Int;
    fn from_raw(raw: c_int, len: socklen_t) -> Self {
        // Some options answer with a single byte, whichever end of an int that is.
        if len == 1 { i32::from(raw.to_ne_bytes()[0]) } else { raw }
    }
    fn into_raw(self) -> std::result::Result<c_int, c_int> {
        Ok(self)
    }
}

impl Value for bool {
    type Raw = c_int;
    const KIND: OptionKind = OptionKind::Bool;
    fn from_raw(raw: c_int, _: socklen_t) -> Self {
        raw != 0
    }
    fn into_raw(self) -> std::result::Result<c_int, c_int> {
        Ok(self.into())
    }
}

impl Value for Size {
    type Raw = c_int;
    const KIND: OptionKind = OptionKind::Size;
    fn from_raw(raw: c_int, _: socklen_t) -> Self {
        Self(raw)
    }
    fn into_raw(self) -> std::result::Result<c_int, c_int> {
        if self.0 < 0 { Err(libc::EINVAL) } else { Ok(self.0) }
    }
}

impl Value for TrafficClass {
    type Raw = c_int;
    const KIND: OptionKind = OptionKind::Int;
    fn from_raw(raw: c_int, len: socklen_t) -> Self {
        Self(i32::from_raw(raw, len))
    }
    fn into_raw(self) -> std::result::Result<c_int, c_int> {
        if (-1..=255).contains(&self.0) { Ok(self.0.max(0)) } else { Err(libc::EINVAL) }
    }
}

impl Value for u32 {
    type Raw = u32;
    const KIND: OptionKind = OptionKind::Int;
    fn from_raw(raw: u32, _: socklen_t) -> Self {
        raw
    }
    fn into_raw(self) -> std::result::Result<u32, c_int> {
        Ok(self)
    }
}

impl Value for Unsigned64 {
    type Raw = u64;
    const KIND: OptionKind = OptionKind::Int;
    fn from_raw(raw: u64, len: socklen_t) -> Self {
        // An old kernel answers with 32 bits, of which all set means no limit, too.
        let narrow = u64::from(u32::from_ne_bytes([0, 1, 2, 3].map(|at| raw.to_ne_bytes()[at])));
        let raw = if len == 4 { narrow } else { raw };
        Self(i64::try_from(raw).unwrap_or(-1))
    }
    fn into_raw(self) -> std::result::Result<u64, c_int> {
        if self.0 < -1 { Err(libc::EINVAL) } else { Ok(self.0 as u64) }
    }
}

impl Value for Name {
    type Raw = [u8; NAME_ROOM];
    const KIND: OptionKind = OptionKind::Name;
    fn from_raw(raw: Self::Raw, len: socklen_t) -> Self {
        let told = &raw[..NAME_ROOM.min(len as usize)];
        told.split(|&byte| byte == 0).next().unwrap_or_default().into()
    }
    fn into_raw(self) -> std::result::Result<Self::Raw, c_int> {
        let name = self.as_bytes();
        if name.contains(&0) {
            return Err(libc::EINVAL);
        }
        let mut raw = [0; NAME_ROOM];
        // The kernel would cut off what is too long, and take the rest for the name.
        if name.len() >= NAME_ROOM {
            return Err(libc::ENAMETOOLONG);
        }
        raw[..name.len()].copy_from_slice(name);
        Ok(raw)
    }
}

impl Value for Interface {
    type Raw = [u8; NAME_ROOM];
    const KIND: OptionKind = OptionKind::Interface;
    fn from_raw(raw: Self::Raw, len: socklen_t) -> Self {
        Self::Name(Name::from_raw(raw, len).as_bytes().into())
    }
    fn into_raw(self) -> std::result::Result<Self::Raw, c_int> {
        self.name().map_err(|error| error.number())?.into_raw()
    }
}

impl Value for Seconds {
    type Raw = timeval;
    const KIND: OptionKind = OptionKind::Seconds;
    fn from_raw(raw: timeval, _: socklen_t) -> Self {
        let micros: i32 = raw.tv_usec as _;
        Self(raw.tv_sec as f64 + f64::from(micros) / 1e6)
    }
    fn into_raw(self) -> std::result::Result<timeval, c_int> {
        let micros = self.to_duration().ok_or(libc::EDOM)?.as_micros();
        let micros = if self.0 > 0.0 { micros.max(1) } else { micros };
        let tv_sec = (micros / 1_000_000).try_into().map_err(|_| libc::EDOM)?;
        Ok(timeval { tv_sec, tv_usec: (micros % 1_000_000) as _ })
    }
}

impl Seconds {
    /// The span, unless it is negative, NaN or infinite; one beyond all clocks is the longest.
    pub(crate) fn to_duration(self) -> Option<Duration> {
        let span = self.0.is_finite() && self.0 >= 0.0;
        span.then(|| Duration::try_from_secs_f64(self.0).unwrap_or(Duration::MAX))
    }
}

/// Sets the option of a row to `new` and returns it; without `new`, returns the kernel's value.
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
        Err(error) if error.number() == libc::EINVAL => Ok(()),
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
            && self.family() == libc::AF_INET6
            && self.socktype() != libc::SOCK_RAW
            && get::<bool>(self, V6ONLY) == Ok(false)
    }

    /// Whether it is of a type that knows connections alone.
    pub(crate) fn is_connection_oriented(&self) -> bool {
        matches!(self.socktype(), libc::SOCK_STREAM | libc::SOCK_SEQPACKET)
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
    let status = unsafe {
        libc::getsockopt(socket.fd(), level, name, raw.as_mut_ptr().cast(), &raw mut len)
    };
    crate::error::check("getsockopt", status).map(|_| len)
}

/// The only call of setsockopt: sets a C structure.
pub(crate) fn set_raw<T>(socket: &Socket, place: OptionId, raw: &T) -> Result<()> {
    let (level, name) = place.numbers(socket, "setsockopt")?;
    let len = size_of::<T>() as socklen_t;
    // SAFETY: `raw` is readable for `len` bytes, and outlives the call.
    let status =
        unsafe { libc::setsockopt(socket.fd(), level, name, (&raw const *raw).cast(), len) };
    crate::error::check("setsockopt", status).map(drop)
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
    let status = unsafe {
        libc::getsockopt(socket.fd(), level, name, room.as_mut_ptr().cast(), &raw mut len)
    };
    (crate::error::check("getsockopt", status).map(drop), len as usize)
}

/// Asks for up to `size` bytes of an option of any level and name, and tells how many there are now at
/// the beginning of `room`.
///
/// What lies in `room` behind `size` is guard memory. The kernel honours a length that it counts in
/// bytes; but it counts instructions for `SO_GET_FILTER`, which [`unit`] knows, and some protocols
/// write a small structure of theirs whatever the length.
///
/// # Panics
/// Where `room` is shorter than [`guarded`] of `size`.
pub(crate) fn get_any(
    socket: &Socket,
    (level, name): (c_int, c_int),
    size: usize,
    room: &mut [u8],
) -> Result<usize> {
    assert!(room.len() >= guarded(size), "there is guard memory behind the size");
    let unit = unit(level, name);
    let mut len = (size / unit) as socklen_t;
    // SAFETY: `room` is writable for `len` units, and for any structure that the kernel writes without
    // regard to the length; both outlive the call.
    let status = unsafe {
        libc::getsockopt(socket.fd(), level, name, room.as_mut_ptr().cast(), &raw mut len)
    };
    crate::error::check("getsockopt", status)?;
    let told = (len as usize).saturating_mul(unit);
    if unit > 1 && told > size {
        // Told no length that is enough for one unit, the kernel tells how many there are.
        return Err(Error::new("getsockopt", libc::EINVAL));
    }
    Ok(told.min(size))
}

/// The memory that [`get_any`] needs for `size` bytes.
pub(crate) const fn guarded(size: usize) -> usize {
    size + GUARD
}

/// More than any structure of the socket interface takes, those with lists of the caller's length apart.
const GUARD: usize = 4096;

/// The bytes of one unit in which the kernel counts an option's length.
fn unit(level: c_int, name: c_int) -> usize {
    // SO_GET_FILTER has the number of SO_ATTACH_FILTER.
    let filter = const { (Some(libc::SOL_SOCKET), sys::number("SO_ATTACH_FILTER")) };
    if (Some(level), Some(name)) == filter { size_of::<SockFilter>() } else { 1 }
}

/// Hands over bytes. EINVAL for more than the kernel can count.
pub(crate) fn set_bytes(socket: &Socket, place: OptionId, bytes: &[u8]) -> Result<()> {
    let (level, name) = place.numbers(socket, "setsockopt")?;
    // The kernel's length is an int.
    let Ok(len) = c_int::try_from(bytes.len()) else {
        return Err(socket.refusal("setsockopt", libc::EINVAL));
    };
    // SAFETY: `bytes` is readable for its length.
    let status = unsafe {
        libc::setsockopt(socket.fd(), level, name, bytes.as_ptr().cast(), len as socklen_t)
    };
    crate::error::check("setsockopt", status).map(drop)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::{AddrInfo, BpfProgram};

    /// What lies behind the size before a call, and must lie there after it.
    const PATTERN: u8 = 0xa5;

    /// More than the longest program of a filter takes, 4096 instructions.
    const ROOM: usize = 48 * 1024;

    static UNTOUCHED: [u8; ROOM] = [PATTERN; ROOM];

    const SIZES: [usize; 8] = [0, 1, 4, 8, 64, 1000, 4096, 8192];

    /// The socket of `family` and so on, where this host has such.
    fn socket(family: c_int, socktype: c_int, protocol: c_int) -> Option<Socket> {
        let fd = sys::socket(family, socktype, protocol, true);
        (fd >= 0).then(|| Socket::wrap(fd, None).expect("a socket of ours"))
    }

    fn sockets() -> Vec<(&'static str, Socket)> {
        let kinds = [
            ("TCP", libc::AF_INET, libc::SOCK_STREAM, 0),
            ("TCP over IPv6", libc::AF_INET6, libc::SOCK_STREAM, 0),
            ("MPTCP", libc::AF_INET, libc::SOCK_STREAM, 262),
            ("SCTP", libc::AF_INET, libc::SOCK_STREAM, 132),
            ("UDP", libc::AF_INET, libc::SOCK_DGRAM, 0),
            ("UDP over IPv6", libc::AF_INET6, libc::SOCK_DGRAM, 0),
            ("UDP-Lite", libc::AF_INET, libc::SOCK_DGRAM, 136),
            ("ping", libc::AF_INET, libc::SOCK_DGRAM, libc::IPPROTO_ICMP),
            ("raw", libc::AF_INET, libc::SOCK_RAW, libc::IPPROTO_RAW),
            ("raw IPv6", libc::AF_INET6, libc::SOCK_RAW, libc::IPPROTO_ICMPV6),
            ("unix datagram", libc::AF_UNIX, libc::SOCK_DGRAM, 0),
            ("unix seqpacket", libc::AF_UNIX, libc::SOCK_SEQPACKET, 0),
            #[cfg(target_os = "linux")]
            ("netlink", libc::AF_NETLINK, libc::SOCK_RAW, 0),
            #[cfg(target_os = "linux")]
            ("packet", libc::AF_PACKET, libc::SOCK_RAW, 0),
            #[cfg(target_os = "linux")]
            ("vsock", libc::AF_VSOCK, libc::SOCK_STREAM, 0),
        ];
        let mut sockets: Vec<_> = kinds
            .into_iter()
            .filter_map(|(kind, family, socktype, protocol)| {
                Some((kind, socket(family, socktype, protocol)?))
            })
            .collect();
        let [one, two] = Socket::pair(libc::SOCK_STREAM, true, 0).expect("a pair");
        sockets.extend([("unix stream", one), ("its peer", two)]);
        sockets.extend(connection().map(|end| ("TCP connection", end)));
        for instructions in [1, 7, 1000, 4096] {
            let sock = socket(libc::AF_INET, libc::SOCK_DGRAM, 0).expect("a socket");
            let pass = SockFilter { code: 0x06, jt: 0, jf: 0, k: 0xffff };
            let program: BpfProgram = std::iter::repeat_n(pass, instructions).collect();
            if sock.attachfilter(Some(program)).is_ok() {
                sockets.push(("UDP with a filter", sock));
            }
        }
        sockets
    }

    fn connection() -> [Socket; 3] {
        let info = AddrInfo::inet(b"127.0.0.1", 0, libc::SOCK_STREAM, 0).expect("an address");
        let listener = Socket::new(&info, false).expect("a socket");
        listener.bind(None).and_then(|()| listener.listen(None)).expect("it listens");
        let here = listener.getsockname().expect("it has a name");
        let client = Socket::new(&here, false).expect("a socket");
        client.connect(None).expect("the listener is there");
        let accepted = listener.accept().done().expect("a connection");
        [listener, client, accepted]
    }

    /// What changed behind `size` when the option was asked for, if anything did; and whether there is
    /// such an option.
    fn overrun(
        socket: &Socket,
        place: (c_int, c_int),
        size: usize,
        room: &mut [u8],
    ) -> (bool, bool) {
        room[..size].fill(0);
        let answer = get_any(socket, place, size, room);
        let intact = room[size..] == UNTOUCHED[size..];
        if !intact {
            room[size..].fill(PATTERN);
        }
        room[..size].fill(PATTERN);
        let absent = [libc::ENOPROTOOPT, libc::EOPNOTSUPP, libc::EAFNOSUPPORT];
        let exists = !answer.is_err_and(|error| absent.contains(&error.number()));
        (!intact, exists)
    }

    #[test]
    fn no_level_and_name_writes_beyond_the_size() {
        let mut room = UNTOUCHED.to_vec();
        let (mut asked, mut found, mut overruns) = (0, 0, String::new());
        for (kind, socket) in sockets() {
            for level in (0..=300).chain([0xffff]) {
                for name in 0..=150 {
                    let mut ask = |size| {
                        asked += 1;
                        let (overrun, exists) = overrun(&socket, (level, name), size, &mut room);
                        if overrun {
                            let _ = writeln!(overruns, "{kind} {level} {name}: {size} bytes");
                        }
                        exists
                    };
                    // An option that is not there is not there for any size.
                    if ask(SIZES[2]) {
                        found += 1;
                        let _ = SIZES.map(ask);
                    }
                }
            }
        }
        assert_eq!(overruns, "");
        assert!(found > 500 && asked > 500_000, "{found} options in {asked} calls");
    }

    #[test]
    fn a_filter_is_counted_in_bytes() {
        let sock = socket(libc::AF_INET, libc::SOCK_DGRAM, 0).expect("a socket");
        let Some(filter) = sys::number("SO_ATTACH_FILTER") else { return };
        let mut ask = |size: usize| {
            let mut room = vec![PATTERN; guarded(size)];
            get_any(&sock, (libc::SOL_SOCKET, filter), size, &mut room)
        };
        assert_eq!([0, 4, 8, 1000].map(&mut ask), [Ok(0); 4]);
        let pass = SockFilter { code: 0x06, jt: 0, jf: 0, k: 0xffff };
        sock.attachfilter(Some(std::iter::repeat_n(pass, 100).collect())).expect("a filter");
        let short = Err(Error::new("getsockopt", libc::EINVAL));
        assert_eq!([0, 1, 4, 8, 100, 799].map(&mut ask), [short; 6]);
        assert_eq!([800, 807, 1000, 40_000].map(&mut ask), [Ok(800); 4]);
    }

    #[test]
    fn lengths_beyond_an_int_are_refused() {
        const LEN: usize = (1 << 32) + 4;
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
        // SAFETY: a mapping of its own, which is never written, and lives to the end of the test.
        let bytes = unsafe {
            let start = libc::mmap(std::ptr::null_mut(), LEN, libc::PROT_READ, flags, -1, 0);
            assert_ne!(start, libc::MAP_FAILED, "there are addresses enough");
            std::slice::from_raw_parts(start.cast::<u8>(), LEN)
        };
        let sock = socket(libc::AF_INET, libc::SOCK_STREAM, 0).expect("a socket");
        let place = OptionId::at(libc::SOL_SOCKET, libc::SO_KEEPALIVE);
        sock.keepalive(Some(true)).expect("an option");
        let refused = Err(Error::new("setsockopt", libc::EINVAL));
        assert_eq!(set_bytes(&sock, place, bytes), refused);
        assert_eq!(sock.keepalive(None), Ok(true));
        assert_eq!(set_bytes(&sock, place, &bytes[..4]), Ok(()));
        assert_eq!(sock.keepalive(None), Ok(false));
    }
}
