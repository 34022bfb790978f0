//! The options: every row of the table, on sockets that it fits, on others, and on closed ones.

mod common;

use std::fmt::Debug;

use libc::{EINVAL, SOCK_DGRAM, SOCK_STREAM};
use llsocket_core::constants::{CONSTANTS, errno_name};
use llsocket_core::{
    Interface, Name, OPTIONS, OptionAccess, OptionKind, Result, Seconds, Size, Socket,
    TrafficClass, Unsigned64, for_each_option,
};

use common::{ip, is_forbidden, kernel_value, number_of, refused};

/// What can be done with a row, whatever type it carries.
struct Row {
    name: &'static str,
    /// The levels that it is kept on: one, or two where the family decides.
    levels: &'static [&'static str],
    /// Whether an IPv6 socket that takes IPv4, too, is set at both levels.
    is_dual: bool,
    /// Whether sockets of SOCK_STREAM lack it.
    is_datagram: bool,
    /// Reads the value, as text.
    read: fn(&Socket) -> Result<String>,
    /// How to set it, where that is possible.
    write: Option<Write>,
}

struct Write {
    /// Sets what was just read, and gives that and what is read then.
    back: fn(&Socket) -> Result<(String, String)>,
    /// Sets some value.
    any: fn(&Socket) -> Result<String>,
}

fn text(value: impl Debug) -> String {
    format!("{value:?}")
}

macro_rules! write {
    ($name:ident) => {
        None
    };
    ($name:ident $new:ty) => {
        Some(Write {
            back: |sock| {
                let value = sock.$name(None)?;
                let given = sock.$name(Some(value))?;
                assert_eq!(text(given), text(value), "the value that was set is given back");
                Ok((text(value), text(sock.$name(None)?)))
            },
            any: |sock| sock.$name(Some(<$new as Sample>::sample())).map(text),
        })
    };
}

/// One value of a type that options carry.
trait Sample {
    fn sample() -> Self;
}

macro_rules! samples {
    ($($ty:ty = $value:expr;)+) => {
        $(impl Sample for $ty {
            fn sample() -> Self {
                $value
            }
        })+
    };
}

samples! {
    bool = true;
    i32 = 1;
    u32 = 1;
    Size = Size(4096);
    Seconds = Seconds(1.0);
    Unsigned64 = Unsigned64(1 << 20);
    Name = Name::from(&b"lo"[..]);
    Interface = Interface::Name(b"lo"[..].into());
    TrafficClass = TrafficClass(8);
}

macro_rules! rows {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident($($arg:ident: $new:ty)?) -> $ty:ty = $level:ident / $optname:ident
            $(| $level6:ident / $optname6:ident)? $(& $both6:ident / $bothname6:ident)?
            $(if $datagram:ident)? $(, $access:ident)?;
    )+) => {
        &[$(Row {
            name: stringify!($name),
            levels: &[
                stringify!($level) $(, stringify!($level6))? $(, stringify!($both6))?
            ],
            is_dual: [$(stringify!($both6),)? ""].len() > 1,
            is_datagram: [$(stringify!($datagram),)? ""].len() > 1,
            read: |sock| sock.$name($(None::<$new>)?).map(text),
            write: write!($name $($new)?),
        }),+]
    };
}

const ROWS: &[Row] = for_each_option!(rows);

/// The rows that are there since the beginning, and work on every system.
const FIRST: &[&str] = &[
    "acceptconn",
    "broadcast",
    "debug",
    "dontroute",
    "error",
    "keepalive",
    "oobinline",
    "rcvbuf",
    "rcvlowat",
    "rcvtimeo",
    "reuseaddr",
    "reuseport",
    "sndbuf",
    "sndlowat",
    "sndtimeo",
    "timestamp",
    "mcastloop",
    "mcastttl",
    "tcpcork",
    "tcpkeepalive",
    "tcpkeepcnt",
    "tcpkeepidle",
    "tcpkeepintvl",
    "tcpnodelay",
];

/// What else setting back what was read says, and why.
const REFUSALS: &[(&str, i32)] = &[
    ("sndlowat", libc::ENOPROTOOPT), // Linux has it for reading alone.
    ("hdrincl", libc::ENOPROTOOPT),  // For raw sockets.
    ("mtu", libc::ENOPROTOOPT),      // IPv4 has it for reading alone, IPv6 for limiting it.
    ("mtu", EINVAL),
    ("tcpulp", libc::ENOENT), // There is none, and none cannot be set.
    ("tcpfastopen", EINVAL),  // Only before the connection is made.
    ("tcpfastopenconnect", EINVAL),
    ("tcpmaxseg", EINVAL), // What the loopback carries is more than can be set.
    ("v6only", EINVAL),    // Only before bind.
    ("zerocopy", libc::EOPNOTSUPP), // For IP sockets.
    ("reservemem", libc::EOPNOTSUPP), // In a memory control group.
    ("nodefrag", libc::ENOPROTOOPT), // For raw sockets.
    ("routeralert", EINVAL), // For raw sockets, of IPv4 and
    ("routeralert", libc::ENOPROTOOPT), // of IPv6.
    ("udpliterecvcscov", libc::ENOPROTOOPT), // For UDP-Lite; UDP has it for reading alone.
    ("udplitesendcscov", libc::ENOPROTOOPT),
    ("tcptimestamp", libc::EPERM),   // In repair mode.
    ("tcpfastopennocookie", EINVAL), // Only before the connection is made.
    ("reuseport", libc::EOPNOTSUPP), // For IP sockets, since Linux 6.14.
];

/// Fresh sockets of every kind: connected ones first, then such as were just opened.
fn sockets() -> Vec<Socket> {
    let [tcp, _] = common::tcp();
    let [udp, _] = common::udp();
    let mut sockets = vec![tcp, udp];
    sockets.extend([SOCK_STREAM, SOCK_DGRAM].map(|socktype| {
        let [one, _] = common::unix(socktype);
        one
    }));
    for text in ["127.0.0.1", "::1"] {
        for socktype in [SOCK_STREAM, SOCK_DGRAM] {
            sockets.push(Socket::new(&ip(text, 0, socktype), false).expect("a socket"));
        }
    }
    #[cfg(target_os = "linux")]
    {
        let netlink = llsocket_core::AddrInfo::netlink(0, 0, 0, 0).expect("an address");
        sockets.push(Socket::new(&netlink, false).expect("a socket"));
        // UDP-Lite is not in every kernel, and packets are not for everybody.
        let udplite = Socket::open(libc::AF_INET, SOCK_DGRAM, libc::IPPROTO_UDPLITE, false);
        let packet = Socket::open(libc::AF_PACKET, libc::SOCK_RAW, 0, false);
        sockets.extend(udplite.ok().into_iter().chain(packet.ok()));
    }
    sockets
}

impl Row {
    /// Whether the table says that it can be read and set.
    fn access(&self) -> OptionAccess {
        let spec = OPTIONS.iter().find(|spec| spec.name == self.name);
        spec.expect("every row has a specification").access
    }

    /// Whether sockets of this kind have the option's level.
    fn fits(&self, sock: &Socket) -> bool {
        if self.is_datagram && sock.socktype() == SOCK_STREAM {
            return false;
        }
        let is_ip = [libc::AF_INET, libc::AF_INET6].contains(&sock.family());
        // Where there are two levels, every IP socket has one of them.
        let is_twofold = self.levels.len() == 2;
        self.levels.iter().any(|level| match *level {
            _ if is_twofold => is_ip,
            "SOL_SOCKET" => true,
            "IPPROTO_IP" => sock.family() == libc::AF_INET,
            "IPPROTO_IPV6" => sock.family() == libc::AF_INET6,
            "IPPROTO_TCP" => is_ip && sock.socktype() == SOCK_STREAM,
            "IPPROTO_UDP" | "IPPROTO_UDPLITE" => is_ip && sock.socktype() == SOCK_DGRAM,
            "SOL_NETLINK" => sock.family() == number_of("AF_NETLINK"),
            "SOL_PACKET" => sock.family() == number_of("AF_PACKET"),
            other => panic!("{}: {other} is new here", self.name),
        })
    }
}

/// Whether that is how a system, or a protocol, says that it lacks the option.
fn is_lacking(errno: i32) -> bool {
    [libc::EOPNOTSUPP, libc::ENOPROTOOPT].contains(&errno)
}

#[test]
fn every_row_is_read_and_set_back() {
    for row in ROWS {
        let (mut reads, mut writes) = (0, 0);
        for sock in sockets().iter().filter(|sock| row.fits(sock)) {
            let name = row.name;
            match (row.read)(sock) {
                Ok(_) if row.access() == OptionAccess::Write => panic!("{name} can be read"),
                Ok(_) => reads += 1,
                // Not every socket has a path to a peer.
                Err(error) if name == "mtu" => {
                    let number = error.number();
                    let known = errno_name(number) == Some("ENOTCONN") || is_lacking(number);
                    assert!(known, "{name} {sock:?}: {error}");
                }
                Err(error) => assert!(is_lacking(error.number()), "{name} {sock:?}: {error}"),
            }
            let Some(write) = &row.write else { continue };
            match (write.back)(sock) {
                Ok((before, after)) => {
                    writes += 1;
                    // Linux doubles these two, each time.
                    if !["rcvbuf", "sndbuf"].contains(&name) {
                        assert_eq!(before, after, "{name} {sock:?}");
                    }
                }
                Err(error) => {
                    let number = error.number();
                    let known = REFUSALS.contains(&(name, number)) || is_forbidden(number);
                    let unread = (row.read)(sock).is_err_and(|again| again.number() == number);
                    assert!(known || unread, "{name} {sock:?}: {error}");
                }
            }
        }
        if reads == 0 && row.access() != OptionAccess::Write {
            assert!(!FIRST.contains(&row.name), "{} is nowhere", row.name);
            eprintln!("not here: {}", row.name);
        }
        let settable = row.write.is_some() && !["sndlowat", "debug"].contains(&row.name);
        assert!(
            writes > 0 || !settable || !FIRST.contains(&row.name),
            "{} cannot be set",
            row.name
        );
    }
    assert!(FIRST.iter().all(|name| ROWS.iter().any(|row| row.name == *name)));
}

#[test]
fn sockets_of_another_kind_lack_the_option() {
    for row in ROWS {
        for sock in sockets().iter().filter(|sock| !row.fits(sock)) {
            let number = refused((row.read)(sock));
            assert!(is_lacking(number), "{} {sock:?}: {number}", row.name);
            if let Some(write) = &row.write {
                let number = refused((write.any)(sock));
                assert!(is_lacking(number), "{} {sock:?}: {number}", row.name);
            }
        }
    }
}

#[test]
fn closed_sockets_have_no_options() {
    let sockets = sockets();
    for sock in sockets.iter().chain([&Socket::closed()]) {
        sock.close(None).unwrap();
        for row in ROWS {
            assert_eq!(refused((row.read)(sock)), libc::EBADF, "{}", row.name);
            if let Some(write) = &row.write {
                assert_eq!(refused((write.any)(sock)), libc::EBADF, "{}", row.name);
            }
        }
        assert_eq!(refused(sock.rcvbuf(Some(Size(-1)))), libc::EBADF);
        assert_eq!(refused(sock.rcvtimeo(Some(Seconds(-1.0)))), libc::EBADF);
    }
}

#[test]
fn the_table_tells_what_the_methods_do() {
    assert_eq!(OPTIONS.len(), ROWS.len());
    for (spec, row) in OPTIONS.iter().zip(ROWS) {
        assert_eq!(spec.name, row.name, "they stand in the same order");
        assert_eq!(spec.args.len(), usize::from(row.write.is_some()), "{}", spec.name);
        assert_eq!(spec.source.len(), row.levels.len(), "{}", spec.name);
        for (source, level) in spec.source.iter().zip(row.levels) {
            let (found, name) = source.split_once('/').expect("a level and a name");
            assert_eq!(found, *level);
            for constant in [found, name] {
                let known = CONSTANTS.iter().any(|(known, _)| *known == constant);
                assert!(known || !cfg!(target_os = "linux"), "{constant} is no constant");
            }
        }
        let (_, first) = spec.source[0].split_once('/').unwrap();
        assert!(spec.doc.contains(&format!("`{first}`")), "{}: the C name is told", spec.name);
        assert_eq!(OPTIONS.iter().filter(|other| other.name == spec.name).count(), 1);
    }
    let kind = |name| OPTIONS.iter().find(|spec| spec.name == name).map(|spec| spec.kind);
    assert_eq!(kind("keepalive"), Some(OptionKind::Bool));
    assert_eq!(kind("mcastttl"), Some(OptionKind::Int));
    assert_eq!(kind("rcvbuf"), Some(OptionKind::Size));
    assert_eq!(kind("sndtimeo"), Some(OptionKind::Seconds));
}

#[test]
#[cfg(target_os = "linux")]
fn sockets_that_take_both_versions_are_set_at_both_levels() {
    // The names of IPv4's options, by which C asks for them here.
    let level = number_of("IPPROTO_IP");
    for socktype in [SOCK_STREAM, SOCK_DGRAM] {
        for row in ROWS.iter().filter(|row| row.is_dual) {
            if row.is_datagram && socktype == SOCK_STREAM {
                continue;
            }
            let spec = OPTIONS.iter().find(|spec| spec.name == row.name).unwrap();
            let name = number_of(spec.source[0].split_once('/').unwrap().1);
            let write = row.write.as_ref().expect("every one of them can be set");
            for v6only in [false, true] {
                let sock = Socket::new(&ip("::", 0, socktype), false).unwrap();
                sock.v6only(Some(v6only)).unwrap();
                let before = kernel_value(&sock, level, name);
                // Some are on by default, and set by hand below; two the kernel keeps for both levels.
                let is_shared = ["freebind", "transparent"].contains(&row.name);
                if before == 1 || (v6only && is_shared) {
                    continue;
                }
                match (write.any)(&sock) {
                    Ok(_) => {
                        let is_as_before = kernel_value(&sock, level, name) == before;
                        assert_eq!(is_as_before, v6only, "{}", row.name);
                    }
                    Err(error) => assert!(is_forbidden(error.number()), "{}: {error}", row.name),
                }
            }
        }
    }
    let sock = Socket::new(&ip("::", 0, SOCK_DGRAM), false).unwrap();
    sock.v6only(Some(false)).unwrap();
    for (method, name) in [
        (Socket::mcastloop as fn(&Socket, Option<bool>) -> Result<bool>, libc::IP_MULTICAST_LOOP),
        (Socket::mcastall, libc::IP_MULTICAST_ALL),
    ] {
        method(&sock, Some(false)).unwrap();
        assert_eq!(kernel_value(&sock, level, name), 0);
    }
    sock.mcastttl(Some(7)).unwrap();
    assert_eq!(kernel_value(&sock, level, libc::IP_MULTICAST_TTL), 7);
}
