//! Options by their numbers: getsockopt and setsockopt of any level and name.

use crate::c::{c_int, socklen_t};
use crate::error::check;
use crate::option::{self, OptionId};
use crate::option_value::Value as _;
use crate::{Error, Result, SockFilter, Socket, c, memory, sys};

/// An option's value as it is, without a name: a number, or bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RawValue<'a> {
    /// A C `int`.
    Int(i32),
    /// The bytes of any C structure.
    Bytes(std::borrow::Cow<'a, [u8]>),
}

/// The longest value that is asked of the kernel on a caller's word.
const RAW_MAX: i64 = 1 << 20;

/// The longest one that is received on the stack.
const STACK_MAX: usize = 1024;

impl Socket {
    /// Asks for any option by its numbers: as an integer, or, given a `size`, as up to so many bytes.
    ///
    /// getsockopt(2). EINVAL for a size below 0 or above 1048576. The program of `SO_GET_FILTER`, whose
    /// length getsockopt(2) counts in instructions, is counted in bytes here, too: EINVAL where it is
    /// longer than the size, or than an integer. A structure in which the kernel looks for a request
    /// comes to it as zeros.
    pub fn getsockopt(
        &self,
        level: i32,
        name: i32,
        size: Option<i64>,
    ) -> Result<RawValue<'static>> {
        let place = (level, name);
        match size {
            None => {
                let mut room = [0; guarded(size_of::<i32>())];
                let len = get_any(self, place, size_of::<i32>(), &mut room)?;
                let int = i32::from_ne_bytes([room[0], room[1], room[2], room[3]]);
                Ok(RawValue::Int(i32::from_raw(int, len as socklen_t)))
            }
            Some(size @ 0..=RAW_MAX) if size as usize <= STACK_MAX => {
                let mut room = [0; guarded(STACK_MAX)];
                let len = get_any(self, place, size as usize, &mut room)?;
                Ok(RawValue::Bytes(memory::copied("getsockopt", &room[..len])?.into_vec().into()))
            }
            Some(size @ 0..=RAW_MAX) => {
                let mut room = memory::zeros("getsockopt", guarded(size as usize))?;
                let len = get_any(self, place, size as usize, &mut room)?;
                room.truncate(len);
                Ok(RawValue::Bytes(room.into()))
            }
            Some(_) => Err(self.refusal("getsockopt", c::EINVAL)),
        }
    }

    /// Sets any option by its numbers: to an integer, or to the bytes of a C structure.
    ///
    /// setsockopt(2). EINVAL for more bytes than an `int` can count.
    pub fn setsockopt(&self, level: i32, name: i32, value: RawValue<'_>) -> Result<()> {
        match value {
            RawValue::Int(value) => option::set(self, OptionId::at(level, name), value),
            RawValue::Bytes(bytes) => set_bytes(self, OptionId::at(level, name), &bytes),
        }?;
        self.note_option(level, name);
        Ok(())
    }
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
    let status =
        unsafe { c::getsockopt(socket.fd(), level, name, room.as_mut_ptr().cast(), &raw mut len) };
    check("getsockopt", status)?;
    let told = (len as usize).saturating_mul(unit);
    if unit > 1 && told > size {
        // Told no length that is enough for one unit, the kernel tells how many there are.
        return Err(Error::new("getsockopt", c::EINVAL));
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
    let filter = const { (Some(c::SOL_SOCKET), sys::number("SO_ATTACH_FILTER")) };
    if (Some(level), Some(name)) == filter { size_of::<SockFilter>() } else { 1 }
}

/// Hands over bytes. EINVAL for more than the kernel can count.
pub(crate) fn set_bytes(socket: &Socket, place: OptionId, bytes: &[u8]) -> Result<()> {
    let (level, name) = place.numbers(socket, "setsockopt")?;
    // The kernel's length is an int.
    let Ok(len) = c_int::try_from(bytes.len()) else {
        return Err(socket.refusal("setsockopt", c::EINVAL));
    };
    // SAFETY: `bytes` is readable for its length.
    let status =
        unsafe { c::setsockopt(socket.fd(), level, name, bytes.as_ptr().cast(), len as socklen_t) };
    check("setsockopt", status).map(drop)
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
            ("TCP", c::AF_INET, c::SOCK_STREAM, 0),
            ("TCP over IPv6", c::AF_INET6, c::SOCK_STREAM, 0),
            ("MPTCP", c::AF_INET, c::SOCK_STREAM, 262),
            ("SCTP", c::AF_INET, c::SOCK_STREAM, 132),
            ("UDP", c::AF_INET, c::SOCK_DGRAM, 0),
            ("UDP over IPv6", c::AF_INET6, c::SOCK_DGRAM, 0),
            ("UDP-Lite", c::AF_INET, c::SOCK_DGRAM, 136),
            ("ping", c::AF_INET, c::SOCK_DGRAM, c::IPPROTO_ICMP),
            ("raw", c::AF_INET, c::SOCK_RAW, c::IPPROTO_RAW),
            ("raw IPv6", c::AF_INET6, c::SOCK_RAW, c::IPPROTO_ICMPV6),
            ("unix datagram", c::AF_UNIX, c::SOCK_DGRAM, 0),
            ("unix seqpacket", c::AF_UNIX, c::SOCK_SEQPACKET, 0),
            #[cfg(target_os = "linux")]
            ("netlink", c::AF_NETLINK, c::SOCK_RAW, 0),
            #[cfg(target_os = "linux")]
            ("packet", c::AF_PACKET, c::SOCK_RAW, 0),
            #[cfg(target_os = "linux")]
            ("vsock", c::AF_VSOCK, c::SOCK_STREAM, 0),
        ];
        let mut sockets: Vec<_> = kinds
            .into_iter()
            .filter_map(|(kind, family, socktype, protocol)| {
                Some((kind, socket(family, socktype, protocol)?))
            })
            .collect();
        let [one, two] = Socket::pair(c::SOCK_STREAM, true, 0).expect("a pair");
        sockets.extend([("unix stream", one), ("its peer", two)]);
        sockets.extend(connection().map(|end| ("TCP connection", end)));
        for instructions in [1, 7, 1000, 4096] {
            let sock = socket(c::AF_INET, c::SOCK_DGRAM, 0).expect("a socket");
            let pass = SockFilter { code: 0x06, jt: 0, jf: 0, k: 0xffff };
            let program: BpfProgram = std::iter::repeat_n(pass, instructions).collect();
            if sock.attachfilter(Some(program)).is_ok() {
                sockets.push(("UDP with a filter", sock));
            }
        }
        sockets
    }

    fn connection() -> [Socket; 3] {
        let info = AddrInfo::inet(b"127.0.0.1", 0, c::SOCK_STREAM, 0).expect("an address");
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
        let absent = [c::ENOPROTOOPT, c::EOPNOTSUPP, c::EAFNOSUPPORT];
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
        let sock = socket(c::AF_INET, c::SOCK_DGRAM, 0).expect("a socket");
        let Some(filter) = sys::number("SO_ATTACH_FILTER") else { return };
        let mut ask = |size: usize| {
            let mut room = vec![PATTERN; guarded(size)];
            get_any(&sock, (c::SOL_SOCKET, filter), size, &mut room)
        };
        assert_eq!([0, 4, 8, 1000].map(&mut ask), [Ok(0); 4]);
        let pass = SockFilter { code: 0x06, jt: 0, jf: 0, k: 0xffff };
        sock.attachfilter(Some(std::iter::repeat_n(pass, 100).collect())).expect("a filter");
        let short = Err(Error::new("getsockopt", c::EINVAL));
        assert_eq!([0, 1, 4, 8, 100, 799].map(&mut ask), [short; 6]);
        assert_eq!([800, 807, 1000, 40_000].map(&mut ask), [Ok(800); 4]);
    }

    #[test]
    fn lengths_beyond_an_int_are_refused() {
        const LEN: usize = (1 << 32) + 4;
        let flags = c::MAP_PRIVATE | c::MAP_ANONYMOUS | c::MAP_NORESERVE;
        // SAFETY: a mapping of its own, which is never written, and lives to the end of the test.
        let bytes = unsafe {
            let start = c::mmap(std::ptr::null_mut(), LEN, c::PROT_READ, flags, -1, 0);
            assert_ne!(start, c::MAP_FAILED, "there are addresses enough");
            std::slice::from_raw_parts(start.cast::<u8>(), LEN)
        };
        let sock = socket(c::AF_INET, c::SOCK_STREAM, 0).expect("a socket");
        let place = OptionId::at(c::SOL_SOCKET, c::SO_KEEPALIVE);
        sock.keepalive(Some(true)).expect("an option");
        let refused = Err(Error::new("setsockopt", c::EINVAL));
        assert_eq!(set_bytes(&sock, place, bytes), refused);
        assert_eq!(sock.keepalive(None), Ok(true));
        assert_eq!(set_bytes(&sock, place, &bytes[..4]), Ok(()));
        assert_eq!(sock.keepalive(None), Ok(false));
    }
}
