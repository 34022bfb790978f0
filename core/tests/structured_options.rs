//! Options with structures: linger, and interfaces.

mod common;

use std::os::fd::IntoRawFd;

use libc::{SOCK_DGRAM, SOCK_STREAM};
use llsocket_core::{Interface, IpArg, Result, Socket, device};

use common::{ip, refused};

fn named(name: &str) -> Interface {
    Interface::Name(name.as_bytes().into())
}

fn name_of(interface: Interface) -> String {
    match interface {
        Interface::Name(name) => name.to_string_lossy().into_owned(),
        Interface::Index(index) => panic!("asked, it is a name, not {index}"),
    }
}

fn chosen(sock: &Socket) -> Result<String> {
    sock.mcastif(None).map(name_of)
}

#[test]
fn mcastif_is_set_by_name_or_index_and_asked_by_name() {
    for wildcard in ["0.0.0.0", "::"] {
        let (sock, _) = common::bound(wildcard, SOCK_DGRAM);
        assert_eq!(chosen(&sock), Ok(String::new()), "{wildcard}: nothing is chosen");
        let all = device::getifaddrs().unwrap();
        let family = sock.family();
        let up = libc::IFF_UP as u32;
        for entry in all.iter().filter(|entry| {
            entry.addr.is_some_and(|addr| addr.family() == family) && entry.flags & up != 0
        }) {
            let name = entry.name.to_string_lossy().into_owned();
            assert_eq!(
                name_of(sock.mcastif(Some(named(&name))).unwrap()),
                name,
                "it is given back"
            );
            assert_eq!(chosen(&sock).unwrap(), name);
            sock.mcastif(Some(named(""))).unwrap();
            assert_eq!(chosen(&sock), Ok(String::new()));
            let by_index = sock.mcastif(Some(Interface::Index(entry.index))).unwrap();
            assert!(matches!(by_index, Interface::Index(index) if index == entry.index));
            assert_eq!(chosen(&sock).unwrap(), name);
            sock.mcastif(Some(Interface::Index(0))).unwrap();
            assert_eq!(chosen(&sock), Ok(String::new()));
        }
        for unknown in
            [named("no-such-device"), Interface::Index(1_000_000), Interface::Index(u32::MAX)]
        {
            assert_eq!(refused(sock.mcastif(Some(unknown))), libc::ENODEV, "{unknown:?}");
        }
    }
}

#[test]
fn linger_is_seconds_or_off() {
    for sock in [common::tcp(), common::udp(), common::unix(SOCK_STREAM)].map(|[one, _two]| one) {
        assert_eq!(sock.linger(None), Ok(-1));
        for sec in [0, 1, 3600] {
            assert_eq!((sock.linger(Some(sec)), sock.linger(None)), (Ok(sec), Ok(sec)));
        }
        assert_eq!((sock.linger(Some(-1)), sock.linger(None)), (Ok(-1), Ok(-1)));
        for sec in [-2, i32::MIN] {
            assert_eq!(refused(sock.linger(Some(sec))), libc::EINVAL);
        }
        assert_eq!(sock.linger(None), Ok(-1));
    }
}

#[test]
fn linger_0_resets_the_connection() {
    let [one, two] = common::tcp();
    one.linger(Some(0)).unwrap();
    one.close(None).unwrap();
    assert_eq!(common::failed(two.recv_vec(1, 0)), libc::ECONNRESET);
}

#[test]
#[cfg(target_os = "linux")]
fn unicastif_is_set_by_name_or_index_and_asked_by_name() {
    for wildcard in ["0.0.0.0", "::"] {
        let sock = Socket::new(&ip(wildcard, 0, SOCK_DGRAM), false).unwrap();
        let asked = || sock.unicastif(None).map(name_of);
        assert_eq!(asked(), Ok(String::new()));
        sock.unicastif(Some(named("lo"))).unwrap();
        assert_eq!(asked(), Ok("lo".to_owned()));
        sock.unicastif(Some(named(""))).unwrap();
        assert_eq!(asked(), Ok(String::new()));
        sock.unicastif(Some(Interface::Index(device::nametoindex(b"lo").unwrap()))).unwrap();
        assert_eq!(asked(), Ok("lo".to_owned()));
        assert_eq!(refused(sock.unicastif(Some(named("no-such-device")))), libc::ENODEV);
        assert!(sock.unicastif(Some(Interface::Index(1_000_000))).is_err());
    }
    let info = llsocket_core::AddrInfo::unix(b"", SOCK_DGRAM, 0).unwrap();
    let unix = Socket::new(&info, false).unwrap();
    assert_eq!(refused(unix.unicastif(None)), libc::EOPNOTSUPP);
    unix.close(None).unwrap();
    assert_eq!(refused(unix.unicastif(None)), libc::EBADF);
}

#[test]
#[cfg(target_os = "linux")]
fn interfaces_are_given_by_an_address_of_theirs() {
    let group = IpArg::Text(b"239.1.2.9");
    let (sock, _) = common::bound("0.0.0.0", SOCK_DGRAM);
    sock.mcastjoin(group, Some(named("127.0.0.1"))).unwrap();
    assert_eq!(refused(sock.mcastjoin(group, Some(named("lo")))), libc::EADDRINUSE);
    sock.mcastleave(group, Some(named("::ffff:127.0.0.1"))).unwrap();
    for method in [Socket::mcastif, Socket::unicastif] {
        assert_eq!(
            name_of(method(&sock, Some(named("127.0.0.1"))).unwrap()),
            "127.0.0.1",
            "given back"
        );
        assert_eq!(method(&sock, None).map(name_of), Ok("lo".to_owned()));
        assert_eq!(refused(method(&sock, Some(named("192.0.2.99")))), libc::ENODEV);
        for any in ["::", "0.0.0.0"] {
            method(&sock, Some(named("lo"))).unwrap();
            method(&sock, Some(named(any))).unwrap();
            assert_eq!(method(&sock, None).map(name_of), Ok(String::new()), "{any}");
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn the_interface_of_ipv4_multicast_is_told_as_it_was_chosen() {
    let (sock, _) = common::bound("0.0.0.0", SOCK_DGRAM);
    sock.mcastif(Some(named("lo"))).unwrap();
    let copy = sock.dup(None).unwrap();
    assert_eq!(chosen(&copy), Ok("lo".to_owned()), "a dup is a true copy");
    // Whoever has not chosen it can be told an address alone, and the kernel has none.
    let other =
        Socket::wrap(sock.dup(None).unwrap().unwrap().unwrap().into_raw_fd(), None).unwrap();
    assert_eq!(chosen(&other), Ok(String::new()));
    let by_address = llsocket_core::RawValue::Bytes([127, 0, 0, 1][..].into());
    sock.setsockopt(libc::IPPROTO_IP, libc::IP_MULTICAST_IF, by_address).unwrap();
    assert_eq!(chosen(&sock), Ok("lo".to_owned()), "by the address");
    assert_eq!(chosen(&other), Ok("lo".to_owned()));
    let none = llsocket_core::RawValue::Bytes([0; 12][..].into());
    sock.setsockopt(libc::IPPROTO_IP, libc::IP_MULTICAST_IF, none).unwrap();
    assert_eq!(chosen(&sock), Ok(String::new()), "what was remembered is no more");
}
