//! The law of addresses: what one tells makes the same one again, in every family.

mod common;

use std::collections::HashSet;
use std::mem::offset_of;

use llsocket_core::{Addr, AddrInfo, UNIXPATH_MAX};

use common::{ip, refused};

/// Numbers that look random, and are the same each time (xorshift, Marsaglia 2003).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.next() as u8)
    }

    /// One of the first `count` numbers.
    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }
}

/// Asserts that both are equal, and one key.
#[track_caller]
fn assert_same(one: AddrInfo, other: AddrInfo) {
    assert_eq!(one, other);
    assert_eq!(HashSet::from([one, other]).len(), 1, "{one:?}");
}

#[test]
fn text_and_port_make_the_same_address_again() {
    let mut random = Random(0x5eed);
    for _ in 0..2000 {
        let port = random.next() as u16;
        let four = Addr::from_ip(random.bytes::<4>().into(), port, 0);
        let back = AddrInfo::inet(four.text().as_bytes(), four.port().unwrap() as u16, 0, 0);
        assert_same(back.unwrap(), AddrInfo { addr: four, socktype: 0, protocol: 0 });

        let mut bytes = random.bytes::<16>();
        match random.below(4) {
            0 => bytes[..8].copy_from_slice(&[0xfe, 0x80, 0, 0, 0, 0, 0, 0]),
            1 => bytes[..12].copy_from_slice(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]),
            2 => bytes[random.below(16)..].fill(0),
            _ => {}
        }
        // Interfaces that there are, and others.
        let scope = [0, 1, 2, 3, random.next() as u32][random.below(5)];
        let six = Addr::from_ip(bytes.into(), port, scope);
        let back = AddrInfo::inet6(six.text().as_bytes(), six.port().unwrap() as u16, 0, 0);
        assert_same(back.unwrap(), AddrInfo { addr: six, socktype: 0, protocol: 0 });

        let mut path: Vec<u8> =
            (0..random.below(UNIXPATH_MAX + 1)).map(|_| random.next() as u8).collect();
        let is_abstract = cfg!(target_os = "linux") && random.below(2) == 0;
        match path.first_mut() {
            Some(first) if is_abstract => *first = 0,
            _ => path.retain(|&byte| byte != 0),
        }
        let unix = AddrInfo::unix(&path, 0, 0).unwrap();
        assert_same(AddrInfo::unix(unix.addr.text().as_bytes(), 0, 0).unwrap(), unix);

        for info in [back_of(four), back_of(six), unix] {
            assert_same(AddrInfo::raw(info.addr.as_bytes(), 0, 0).unwrap(), info);
        }
    }
}

fn back_of(addr: Addr) -> AddrInfo {
    AddrInfo { addr, socktype: 0, protocol: 0 }
}

#[test]
#[cfg(target_os = "linux")]
fn what_the_families_of_linux_tell_makes_the_same_address_again() {
    use llsocket_core::Interface;
    let mut random = Random(0x11_5eed);
    for _ in 0..2000 {
        let (one, other) = (random.next() as u32, random.next() as u32);
        let number = |text: llsocket_core::Text| text.to_string_lossy().parse().unwrap();
        let netlink = AddrInfo::netlink(one, other, 0, 0).unwrap();
        let (pid, groups) = (netlink.addr.port().unwrap(), number(netlink.addr.text()));
        assert_same(AddrInfo::netlink(pid, groups, 0, 0).unwrap(), netlink);
        let vsock = AddrInfo::vsock(one, other, 0, 0).unwrap();
        let (cid, port) = (number(vsock.addr.text()), vsock.addr.port().unwrap());
        assert_same(AddrInfo::vsock(cid, port, 0, 0).unwrap(), vsock);

        let hardware: Vec<_> =
            (0..random.below(33)).map(|_| format!("{:02x}", random.next() as u8)).collect();
        let interface = Interface::Index(one >> 1);
        let packet =
            AddrInfo::packet(interface, other as u16, 0, Some(hardware.join(":").as_bytes()))
                .unwrap();
        assert_eq!(packet.addr.text().to_string_lossy(), hardware.join(":"));
        let index = Interface::Index(packet.addr.ifindex().unwrap());
        let ethertype = packet.addr.ethertype().unwrap() as u16;
        let back = AddrInfo::packet(index, ethertype, 0, Some(packet.addr.text().as_bytes()));
        assert_same(back.unwrap(), packet);
        for info in [netlink, vsock, packet] {
            assert_same(AddrInfo::raw(info.addr.as_bytes(), 0, 0).unwrap(), info);
        }
    }
}

#[test]
fn bytes_that_lead_nowhere_make_no_other_address() {
    let four = ip("192.0.2.1", 80, 0);
    let mut raw = four.addr.as_bytes().to_vec();
    raw[12] = 7;
    assert_same(AddrInfo::raw(&raw, 0, 0).unwrap(), four);
    let six = ip("2001:db8::1", 80, 0);
    let mut raw = six.addr.as_bytes().to_vec();
    raw[offset_of!(libc::sockaddr_in6, sin6_flowinfo)] = 7;
    let flow = AddrInfo::raw(&raw, 0, 0).unwrap();
    assert_ne!(flow.addr.flowinfo(), Some(0));
    assert_same(flow, six);
    assert_ne!(ip("2001:db8::1", 81, 0), six);
    assert_ne!(ip("2001:db8::1%1", 80, 0), six);
}

#[test]
fn the_zone_is_told_by_name_or_by_index_where_the_interface_is_gone() {
    let lo = if cfg!(target_os = "linux") { "lo" } else { "lo0" };
    let text = |text: &str| ip(text, 0, 0).addr.text().to_string_lossy().into_owned();
    assert_eq!(text(&format!("fe80::1%{lo}")), format!("fe80::1%{lo}"));
    assert_eq!(text("fe80::1%1000007"), "fe80::1%1000007");
    assert_eq!(text("fe80::1%0"), "fe80::1");
    assert_eq!(refused(AddrInfo::inet6(b"fe80::1%+1", 0, 0, 0)), libc::ENODEV, "no name, no index");
}
