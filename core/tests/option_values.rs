//! The values that options take and tell, and what they do.

mod common;

use libc::{EINVAL, IPPROTO_IP, IPPROTO_TCP, SOCK_DGRAM, SOL_SOCKET, c_int};
use llsocket_core::{Interface, Name, Result, Seconds, Size, Socket, TrafficClass, Unsigned64};

use common::{ip, is_forbidden, kernel_value, refused};

type Method<T> = fn(&Socket, Option<T>) -> Result<T>;

#[test]
fn switches_switch_what_they_are_named_after() {
    let methods: &[(Method<bool>, c_int, c_int)] = &[
        (Socket::broadcast, SOL_SOCKET, libc::SO_BROADCAST),
        (Socket::dontroute, SOL_SOCKET, libc::SO_DONTROUTE),
        (Socket::keepalive, SOL_SOCKET, libc::SO_KEEPALIVE),
        (Socket::oobinline, SOL_SOCKET, libc::SO_OOBINLINE),
        (Socket::reuseaddr, SOL_SOCKET, libc::SO_REUSEADDR),
        (Socket::reuseport, SOL_SOCKET, libc::SO_REUSEPORT),
        (Socket::timestamp, SOL_SOCKET, libc::SO_TIMESTAMP),
        (Socket::tcpnodelay, IPPROTO_TCP, libc::TCP_NODELAY),
        #[cfg(target_os = "linux")]
        (Socket::tcpcork, IPPROTO_TCP, libc::TCP_CORK),
    ];
    for (method, level, name) in methods {
        let [sock, _peer] = common::tcp();
        for enable in [true, false, true, true] {
            assert_eq!(method(&sock, Some(enable)), Ok(enable));
            assert_eq!(method(&sock, None), Ok(enable));
            assert_eq!(kernel_value(&sock, *level, *name) != 0, enable, "{level} {name}");
        }
    }
    let sock = Socket::new(&ip("127.0.0.1", 0, SOCK_DGRAM), false).unwrap();
    sock.mcastloop(Some(false)).unwrap();
    assert_eq!(kernel_value(&sock, IPPROTO_IP, libc::IP_MULTICAST_LOOP), 0);
    let sock = Socket::new(&ip("::1", 0, SOCK_DGRAM), false).unwrap();
    sock.mcastloop(Some(false)).unwrap();
    assert_eq!(kernel_value(&sock, libc::IPPROTO_IPV6, libc::IPV6_MULTICAST_LOOP), 0);
}

#[test]
#[cfg(target_os = "linux")]
fn numbers_set_what_they_are_named_after() {
    let methods: &[(Method<i32>, c_int, i32)] = &[
        (Socket::tcpkeepalive, libc::TCP_KEEPIDLE, 32767),
        (Socket::tcpkeepidle, libc::TCP_KEEPIDLE, 32767),
        (Socket::tcpkeepintvl, libc::TCP_KEEPINTVL, 32767),
        (Socket::tcpkeepcnt, libc::TCP_KEEPCNT, 127),
    ];
    for (method, name, most) in methods {
        let [sock, _peer] = common::tcp();
        for number in [1, 17, *most] {
            assert_eq!(method(&sock, Some(number)), Ok(number));
            assert_eq!(method(&sock, None), Ok(number));
            assert_eq!(kernel_value(&sock, IPPROTO_TCP, *name), number);
        }
        for number in [0, -1, most + 1, i32::MIN, i32::MAX] {
            assert_eq!(refused(method(&sock, Some(number))), EINVAL, "{number}");
        }
    }
    for text in ["127.0.0.1", "::1"] {
        let sock = Socket::new(&ip(text, 0, SOCK_DGRAM), false).unwrap();
        for ttl in [0, 1, 128, 255] {
            assert_eq!((sock.mcastttl(Some(ttl)), sock.mcastttl(None)), (Ok(ttl), Ok(ttl)));
        }
        assert_eq!((sock.mcastttl(Some(-1)), sock.mcastttl(None)), (Ok(-1), Ok(1)));
        for ttl in [-2, 256, i32::MAX] {
            assert_eq!(refused(sock.mcastttl(Some(ttl))), EINVAL, "{ttl}");
        }
    }
}

#[test]
fn sizes_are_never_negative() {
    let [sock, _peer] = common::udp();
    for method in [Socket::rcvbuf, Socket::rcvlowat, Socket::sndbuf, Socket::sndlowat] {
        let before = method(&sock, None);
        for size in [-1, i32::MIN] {
            assert_eq!(refused(method(&sock, Some(Size(size)))), EINVAL);
        }
        assert_eq!(method(&sock, None), before, "the kernel was not asked");
    }
    for method in [Socket::rcvbuf, Socket::sndbuf] {
        assert_eq!(
            method(&sock, Some(Size(10_000))),
            Ok(Size(10_000)),
            "what was set is given back"
        );
        let booked = if cfg!(target_os = "linux") { 20_000 } else { 10_000 };
        assert_eq!(method(&sock, None), Ok(Size(booked)));
    }
    if cfg!(target_os = "linux") {
        sock.rcvbuf(Some(Size(0))).unwrap();
        sock.sndbuf(Some(Size(0))).unwrap();
        assert_eq!((sock.rcvbuf(None), sock.sndbuf(None)), (Ok(Size(2304)), Ok(Size(4608))));
        assert_eq!((sock.rcvlowat(Some(Size(7))), sock.rcvlowat(None)), (Ok(Size(7)), Ok(Size(7))));
    }
}

#[test]
fn spans_are_finite_and_not_negative() {
    let [sock, _peer] = common::udp();
    for method in [Socket::rcvtimeo, Socket::sndtimeo] {
        for sec in [0.0, 1.0, 2.5, 0.5, 3600.0] {
            assert_eq!(method(&sock, Some(Seconds(sec))), Ok(Seconds(sec)));
            assert_eq!(method(&sock, None), Ok(Seconds(sec)));
        }
        method(&sock, Some(Seconds(3.0))).unwrap();
        for sec in [-1.0, -1e-9, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(refused(method(&sock, Some(Seconds(sec)))), libc::EDOM, "{sec}");
        }
        assert_eq!(method(&sock, None), Ok(Seconds(3.0)), "the kernel was not asked");
        // For ever would be 0: the least wait is a tick.
        for sec in [1e-300, 1e-9, 1e-6, 0.000_001_9] {
            assert_eq!(
                method(&sock, Some(Seconds(sec))),
                Ok(Seconds(sec)),
                "what was set is given back"
            );
            let Seconds(least) = method(&sock, None).unwrap();
            assert!(least > 0.0 && least < 0.05, "{sec}: {least}");
        }
        assert_eq!(method(&sock, Some(Seconds(-0.0))), Ok(Seconds(0.0)));
        assert_eq!(method(&sock, None), Ok(Seconds(0.0)));
        assert!(method(&sock, Some(Seconds(1e15))).is_ok());
    }
}

#[test]
#[cfg(target_os = "linux")]
fn names_are_short_and_without_nul() {
    let name = |text: &str| Some(Name::from(text.as_bytes()));
    let told = |result: Result<Name>| result.map(|name| name.to_string_lossy().into_owned());
    let [sock, _peer] = common::tcp();
    let before = told(sock.tcpcongestion(None)).unwrap();
    assert!(!before.is_empty());
    assert_eq!(told(sock.tcpcongestion(name("reno"))), Ok("reno".to_owned()));
    assert_eq!(told(sock.tcpcongestion(None)), Ok("reno".to_owned()));
    assert_eq!(refused(sock.tcpcongestion(name("no-such-one"))), libc::ENOENT);
    assert_eq!(refused(sock.tcpcongestion(name("reno\0"))), EINVAL);
    for long in ["sixteen-letters!", &"x".repeat(31), &"x".repeat(32), &"x".repeat(300)] {
        assert_eq!(refused(sock.tcpcongestion(name(long))), libc::ENAMETOOLONG);
    }
    assert_eq!(told(sock.tcpcongestion(None)), Ok("reno".to_owned()));
}

#[test]
#[cfg(target_os = "linux")]
fn bindtodevice_takes_a_name_an_index_or_an_address() {
    let device = |text: &str| Some(Interface::Name(text.as_bytes().into()));
    let open = || Socket::new(&ip("127.0.0.1", 0, SOCK_DGRAM), false).unwrap();
    let told = |sock: &Socket| match sock.bindtodevice(None).unwrap() {
        Interface::Name(name) => name.to_string_lossy().into_owned(),
        Interface::Index(index) => panic!("asked, it is a name, not {index}"),
    };
    assert_eq!(told(&open()), "");
    for long in ["sixteen-letters!", &"x".repeat(31), &"x".repeat(32), &"x".repeat(300)] {
        assert_eq!(refused(open().bindtodevice(device(long))), libc::ENAMETOOLONG);
    }
    for (unknown, errno) in
        [("no-such-device", libc::ENODEV), ("192.0.2.99", libc::ENODEV), ("lo\0", EINVAL)]
    {
        assert_eq!(refused(open().bindtodevice(device(unknown))), errno, "{unknown}");
    }
    let index = llsocket_core::device::nametoindex(b"lo").unwrap();
    for given in [device("lo").unwrap(), device("127.0.0.1").unwrap(), Interface::Index(index)] {
        let sock = open();
        sock.bindtodevice(Some(given)).unwrap();
        assert_eq!((told(&sock), sock.bindtoifindex(None)), ("lo".to_owned(), Ok(index as i32)));
    }
    let sock = open();
    sock.bindtodevice(device("0.0.0.0")).expect("any is what it has");
    assert_eq!(told(&sock), "");
}

#[test]
#[cfg(target_os = "linux")]
fn a_hop_limit_of_0_is_ipv6s_alone() {
    let sock = Socket::new(&ip("::", 0, SOCK_DGRAM), false).unwrap();
    sock.v6only(Some(false)).unwrap();
    let before = kernel_value(&sock, libc::IPPROTO_IP, libc::IP_TTL);
    assert_eq!((sock.ttl(Some(0)), sock.ttl(None)), (Ok(0), Ok(0)));
    assert_eq!(kernel_value(&sock, libc::IPPROTO_IP, libc::IP_TTL), before);
    assert_eq!(refused(sock.ttl(Some(256))), EINVAL);
}

#[test]
fn a_type_of_service_of_minus_1_is_not_255() {
    for text in ["0.0.0.0", "::"] {
        let sock = Socket::new(&ip(text, 0, SOCK_DGRAM), false).unwrap();
        sock.tos(Some(TrafficClass(16))).unwrap();
        assert_eq!(sock.tos(Some(TrafficClass(-1))), Ok(TrafficClass(-1)), "it is given back");
        assert_eq!(sock.tos(None), Ok(TrafficClass(0)), "{text}");
        for beyond in [-2, 256, i32::MAX] {
            assert_eq!(refused(sock.tos(Some(TrafficClass(beyond)))), EINVAL, "{text} {beyond}");
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn wide_numbers_are_whole() {
    let [one, two] = common::tcp();
    assert_eq!(one.maxpacingrate(None), Ok(Unsigned64(-1)), "no limit");
    for rate in [1 << 20, 1 << 40, -1] {
        let rate = Unsigned64(rate);
        assert_eq!((one.maxpacingrate(Some(rate)), one.maxpacingrate(None)), (Ok(rate), Ok(rate)));
    }
    assert_eq!(refused(one.maxpacingrate(Some(Unsigned64(-2)))), EINVAL);
    assert_eq!(one.cookie(), one.dup(None).unwrap().cookie());
    assert_ne!(one.cookie(), two.cookie());
    match one.mark(Some(u32::MAX)) {
        Ok(_) => assert_eq!(one.mark(None), Ok(u32::MAX)),
        Err(error) => assert!(is_forbidden(error.number()), "{error}"),
    }
}

#[test]
#[cfg(target_os = "linux")]
fn options_that_can_only_be_set_are_set() {
    let [sock, _peer] = common::udp();
    match sock.rcvbufforce(Some(Size(1 << 24))) {
        Ok(_) => assert_eq!(sock.rcvbuf(None), Ok(Size(1 << 25))),
        Err(error) => assert!(is_forbidden(error.number()), "{error}"),
    }
    for number in [refused(sock.attachbpf(Some(-1))), refused(sock.reuseportebpf(Some(-1)))] {
        assert!([libc::EBADF, EINVAL].contains(&number) || is_forbidden(number), "{number}");
    }
    let netlink = llsocket_core::AddrInfo::netlink(0, 0, 0, 0).unwrap();
    let sock = Socket::new(&netlink, false).unwrap();
    assert_eq!(sock.netlinkjoin(Some(1)), Ok(1));
    assert_eq!(sock.netlinkleave(Some(1)), Ok(1));
    assert_eq!(refused(sock.netlinkjoin(Some(1_000_000))), EINVAL);
}
