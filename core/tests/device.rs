//! The interfaces of this host: names, numbers, flags, addresses.

mod common;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use llsocket_core::device::{NameIndex, getifaddrs, indextoname, macaddrs, nameindex, nametoindex};

use common::{alone, descriptors, refused};

const LO: &str = if cfg!(target_os = "linux") { "lo" } else { "lo0" };

#[test]
fn names_and_indices_belong_together() {
    let number = nametoindex(LO.as_bytes()).expect("every machine has a loopback");
    assert_eq!(indextoname(number).unwrap().as_bytes(), LO.as_bytes());
    let all = nameindex().unwrap();
    assert!(
        all.iter().any(|entry| (entry.index, entry.name.as_bytes()) == (number, LO.as_bytes()))
    );
    for NameIndex { index, name } in all {
        assert_eq!(nametoindex(name.as_bytes()), Ok(index));
        assert_eq!(indextoname(index).unwrap().as_bytes(), name.as_bytes());
    }
}

#[test]
fn unknown_interfaces_are_enodev() {
    let long = [b'x'; 100];
    for text in
        [&b""[..], b"no-such-device", b"lo\0", b"\0", b" lo", &long[..15], &long[..16], &long]
    {
        let error = nametoindex(text).unwrap_err();
        assert_eq!((error.number(), error.call), (libc::ENODEV, "if_nametoindex"), "{text:?}");
    }
    for number in [0, 1_000_000, i32::MAX as u32, u32::MAX] {
        assert_eq!(refused(indextoname(number)), libc::ENODEV, "{number}");
    }
}

#[test]
fn the_loopback_has_its_addresses() {
    let all = getifaddrs().unwrap();
    let lo: Vec<_> = all.iter().filter(|entry| entry.name.as_bytes() == LO.as_bytes()).collect();
    assert!(!lo.is_empty());
    for entry in &lo {
        assert_eq!(entry.index, nametoindex(LO.as_bytes()).unwrap());
        assert_ne!(entry.flags & libc::IFF_LOOPBACK as u32, 0);
        assert!(entry.broadaddr.is_none(), "a loopback has no broadcast address");
    }
    let of =
        |ip: IpAddr| lo.iter().find(|entry| entry.addr.is_some_and(|addr| addr.ip() == Some(ip)));
    let four = of(Ipv4Addr::LOCALHOST.into()).expect("127.0.0.1");
    assert_eq!(four.netmask.unwrap().ip(), Some(Ipv4Addr::new(255, 0, 0, 0).into()));
    assert_eq!(four.addr.unwrap().port(), Some(0));
    if let Some(six) = of(Ipv6Addr::LOCALHOST.into()) {
        assert_eq!(six.netmask.unwrap().ip(), Some(Ipv6Addr::from([0xff; 16]).into()));
    }
}

#[test]
fn addresses_are_whole() {
    for entry in getifaddrs().unwrap() {
        assert_eq!(entry.index, nametoindex(entry.name.as_bytes()).unwrap_or(0));
        assert!(entry.broadaddr.is_none() || entry.dstaddr.is_none(), "{entry:?}");
        let Some(addr) = entry.addr else { continue };
        if let Some(IpAddr::V6(ip)) = addr.ip()
            && ip.is_unicast_link_local()
        {
            assert_eq!(addr.scopeid(), Some(entry.index), "{entry:?}");
        }
        if matches!(addr.family(), libc::AF_INET | libc::AF_INET6) {
            assert_eq!(entry.netmask.expect("every address has one").family(), addr.family());
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn hardware_addresses_are_those_of_the_kernel() {
    let all = macaddrs().unwrap().0;
    for (interface, addr) in &all {
        let interface = interface.to_string_lossy();
        let path = format!("/sys/class/net/{interface}/address");
        let Ok(expected) = std::fs::read_to_string(&path) else { continue };
        assert_eq!(addr.text().to_string_lossy(), expected.trim(), "{interface}");
    }
    assert!(all.iter().all(|(interface, _)| interface.as_bytes() != b"lo"));
    let with_address = getifaddrs().unwrap().iter().any(|entry| {
        entry.flags & libc::IFF_LOOPBACK as u32 == 0
            && entry.addr.is_some_and(|addr| {
                addr.family() == libc::AF_PACKET && !addr.text().as_bytes().is_empty()
            })
    });
    assert_eq!(!all.is_empty(), with_address);
}

#[test]
fn asking_leaves_no_descriptor_and_says_when_there_is_none() {
    alone("asking_leaves_no_descriptor_and_says_when_there_is_none", || {
        let before = descriptors();
        let _ = (
            getifaddrs(),
            macaddrs(),
            nameindex(),
            nametoindex(LO.as_bytes()),
            nametoindex(b"junk"),
            indextoname(1),
        );
        assert_eq!(descriptors(), before);
        common::limit_descriptors(0);
        if cfg!(target_os = "linux") {
            // Which error it is, glibc does not tell of these two.
            assert!(nametoindex(LO.as_bytes()).is_err() && indextoname(1).is_err());
            assert_eq!(refused(getifaddrs()), libc::EMFILE);
            assert_eq!(refused(nameindex()), libc::EMFILE);
        }
    });
}
