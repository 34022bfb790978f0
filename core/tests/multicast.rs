//! Multicast over the loopback.

mod common;

use std::fs;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use libc::{SOCK_DGRAM, SOCK_STREAM};
use llsocket_core::{Interface, IpArg, Outcome, Seconds, Socket, device};

use common::{done, ip, refused};

fn named(name: &str) -> Interface {
    Interface::Name(name.as_bytes().into())
}

fn name_of(interface: Interface) -> String {
    match interface {
        Interface::Name(name) => name.to_string_lossy().into_owned(),
        Interface::Index(index) => panic!("asked, it is a name, not {index}"),
    }
}

/// A place where multicast works, and three groups there that no other test has.
struct World {
    interface: String,
    sources: Vec<String>,
    wildcard: &'static str,
    any: String,
    other: String,
    ssm: String,
}

fn worlds() -> Vec<World> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed) % 256;
    let own = process::id() % 65536;
    let tail = format!("{}.{}.{number}", own / 256, own % 256);
    let lo = if cfg!(target_os = "linux") { "lo" } else { "lo0" };
    let mut worlds = vec![World {
        interface: lo.to_owned(),
        sources: vec!["127.0.0.1".to_owned(), "127.0.0.2".to_owned()],
        wildcard: "0.0.0.0",
        any: format!("239.{tail}"),
        other: format!("238.{tail}"),
        ssm: format!("232.{tail}"),
    }];
    if let Some((interface, sources)) = place6() {
        worlds.push(World {
            interface,
            sources,
            wildcard: "::",
            any: format!("ff11::1:{own:x}:{number:x}"),
            other: format!("ff11::2:{own:x}:{number:x}"),
            ssm: format!("ff31::8000:{own:x}:{number:x}"),
        });
    } else {
        eprintln!("not tested: no interface has an IPv6 multicast route");
    }
    worlds
}

/// An interface that IPv6 multicast is routed to, with its addresses. What the tests send has no hops
/// to go and an interface-local group, so that it stays on this machine.
fn place6() -> Option<(String, Vec<String>)> {
    let routes = fs::read_to_string("/proc/net/ipv6_route").ok()?;
    let leads_to = |name: &[u8]| {
        routes.lines().any(|line| {
            line.starts_with("ff000000000000000000000000000000 08")
                && line.rsplit(' ').next().is_some_and(|device| device.as_bytes() == name)
        })
    };
    let all = device::getifaddrs().ok()?;
    let up = libc::IFF_UP as u32;
    let of = |name: &[u8]| {
        let six = all.iter().filter(|entry| entry.name.as_bytes() == name && entry.flags & up != 0);
        let addrs =
            six.filter_map(|entry| entry.addr).filter(|addr| addr.family() == libc::AF_INET6);
        addrs.map(|addr| addr.text().to_string_lossy().into_owned()).collect::<Vec<_>>()
    };
    let found = all
        .iter()
        .find(|entry| leads_to(entry.name.as_bytes()) && !of(entry.name.as_bytes()).is_empty())?;
    Some((found.name.to_string_lossy().into_owned(), of(found.name.as_bytes())))
}

impl World {
    fn receiver(&self) -> (Socket, u16) {
        let (sock, info) = common::bound(self.wildcard, SOCK_DGRAM);
        (sock, common::port(&info))
    }

    fn place(&self) -> Interface {
        named(&self.interface)
    }

    fn is_six(&self) -> bool {
        self.wildcard == "::"
    }

    /// Sends to the group; whether the receiver, on that port, hears it from that source.
    fn hears(
        &self,
        (sock, port): &(Socket, u16),
        group: &str,
        source: &str,
        expected: bool,
    ) -> bool {
        let (sender, from) = common::bound(source, SOCK_DGRAM);
        assert_eq!(name_of(sender.mcastif(Some(self.place())).unwrap()), self.interface);
        if self.is_six() {
            sender.mcastttl(Some(0)).unwrap();
        }
        done(sender.sendto(source.as_bytes(), &ip(group, *port, SOCK_DGRAM), 0));
        sock.rcvtimeo(Some(Seconds(if expected { 10.0 } else { 0.05 }))).unwrap();
        match sock.recvfrom_vec(99, 0) {
            Outcome::Done((msg, info)) => {
                assert_eq!((msg, info), (source.as_bytes().to_vec(), Some(from)));
                true
            }
            Outcome::Again => false,
            other => panic!("{other:?}"),
        }
    }
}

macro_rules! heard {
    ($world:ident, $receiver:ident, $group:expr, $source:expr) => {
        assert!($world.hears(&$receiver, $group, $source, true), "{} {}", $group, $source)
    };
    (not $world:ident, $receiver:ident, $group:expr, $source:expr) => {
        assert!(!$world.hears(&$receiver, $group, $source, false), "{} {}", $group, $source)
    };
}

fn text(text: &str) -> IpArg<'_> {
    IpArg::Text(text.as_bytes())
}

#[test]
fn a_group_is_heard_from_join_to_leave() {
    for world in worlds() {
        let receiver = world.receiver();
        let (sock, source) = (&receiver.0, &world.sources[0]);
        heard!(not world, receiver, &world.any, source);
        sock.mcastjoin(text(&world.any), Some(world.place())).unwrap();
        heard!(world, receiver, &world.any, source);
        heard!(not world, receiver, &world.other, source);
        assert_eq!(
            refused(sock.mcastjoin(text(&world.any), Some(world.place()))),
            libc::EADDRINUSE
        );
        sock.mcastleave(text(&world.any), Some(world.place())).unwrap();
        heard!(not world, receiver, &world.any, source);
        assert_eq!(
            refused(sock.mcastleave(text(&world.any), Some(world.place()))),
            libc::EADDRNOTAVAIL
        );
    }
}

#[test]
fn groups_and_interfaces_are_given_by_any_name() {
    for world in worlds() {
        let receiver = world.receiver();
        let (sock, source) = (&receiver.0, &world.sources[0]);
        let by_index =
            Some(Interface::Index(device::nametoindex(world.interface.as_bytes()).unwrap()));
        let [any, ssm, from] =
            [&world.any, &world.ssm, source].map(|text| ip(text, 99, SOCK_STREAM));
        sock.mcastjoin(IpArg::Info(&any), by_index).unwrap();
        heard!(world, receiver, &world.any, source);
        sock.mcastleave(text(&world.any), Some(world.place())).unwrap();
        heard!(not world, receiver, &world.any, source);
        sock.mcastjoinsrc(IpArg::Info(&ssm), IpArg::Info(&from), by_index).unwrap();
        heard!(world, receiver, &world.ssm, source);
        sock.mcastleavesrc(text(&world.ssm), text(source), Some(world.place())).unwrap();
        heard!(not world, receiver, &world.ssm, source);
    }
}

#[test]
fn a_source_is_heard_alone() {
    for world in worlds() {
        let receiver = world.receiver();
        let (sock, one) = (&receiver.0, &world.sources[0]);
        let group = text(&world.ssm);
        sock.mcastjoinsrc(group, text(one), Some(world.place())).unwrap();
        heard!(world, receiver, &world.ssm, one);
        if let Some(two) = world.sources.get(1) {
            heard!(not world, receiver, &world.ssm, two);
            sock.mcastjoinsrc(group, text(two), Some(world.place())).unwrap();
            heard!(world, receiver, &world.ssm, two);
            heard!(world, receiver, &world.ssm, one);
            sock.mcastleavesrc(group, text(two), Some(world.place())).unwrap();
            heard!(not world, receiver, &world.ssm, two);
            let again = sock.mcastleavesrc(group, text(two), Some(world.place()));
            assert_eq!(refused(again), libc::EADDRNOTAVAIL);
        }
        heard!(world, receiver, &world.ssm, one);
        sock.mcastleavesrc(group, text(one), Some(world.place())).unwrap();
        heard!(not world, receiver, &world.ssm, one);
        // With its last source, the group was left.
        assert_eq!(
            refused(sock.mcastleavesrc(group, text(one), Some(world.place()))),
            libc::EINVAL
        );
    }
}

#[test]
fn a_blocked_source_is_not_heard() {
    for world in worlds() {
        let receiver = world.receiver();
        let (sock, one) = (&receiver.0, &world.sources[0]);
        let group = text(&world.any);
        sock.mcastjoin(group, Some(world.place())).unwrap();
        heard!(world, receiver, &world.any, one);
        sock.mcastblocksrc(group, text(one), Some(world.place())).unwrap();
        heard!(not world, receiver, &world.any, one);
        if let Some(two) = world.sources.get(1) {
            heard!(world, receiver, &world.any, two);
        }
        sock.mcastunblocksrc(group, text(one), Some(world.place())).unwrap();
        heard!(world, receiver, &world.any, one);
        assert_eq!(
            refused(sock.mcastunblocksrc(group, text(one), Some(world.place()))),
            libc::EADDRNOTAVAIL
        );
    }
}

#[test]
fn junk_is_refused() {
    for world in worlds() {
        let (sock, _) = world.receiver();
        let source = text(&world.sources[0]);
        let stranger = if world.is_six() { "::ffff:127.0.0.1" } else { "ff02::1" };
        for junk in ["", "junk", &world.sources[0], stranger] {
            assert!(sock.mcastjoin(text(junk), Some(world.place())).is_err(), "{junk}");
            assert!(sock.mcastjoinsrc(text(junk), source, Some(world.place())).is_err(), "{junk}");
        }
        assert_eq!(refused(sock.mcastjoin(text("junk"), None)), libc::EINVAL);
        assert!(sock.mcastjoinsrc(text(&world.ssm), text("junk"), Some(world.place())).is_err());
        for unknown in [named("no-such-device"), named(""), Interface::Index(1_000_000)] {
            assert_eq!(refused(sock.mcastjoin(text(&world.any), Some(unknown))), libc::ENODEV);
        }
    }
}

#[test]
fn other_families_have_no_groups() {
    let [one, _two] = common::unix(SOCK_DGRAM);
    let (group, source) = (text("239.1.2.3"), text("127.0.0.1"));
    for result in [
        one.mcastjoin(group, None),
        one.mcastleave(group, None),
        one.mcastjoinsrc(group, source, None),
        one.mcastleavesrc(group, source, None),
        one.mcastblocksrc(group, source, None),
        one.mcastunblocksrc(group, source, None),
        one.mcastif(None).map(drop),
        one.mcastif(Some(named("lo"))).map(drop),
    ] {
        assert_eq!(refused(result), libc::EOPNOTSUPP);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn the_21st_group_finds_no_room() {
    let (sock, _) = common::bound("0.0.0.0", SOCK_DGRAM);
    let limit: u32 = fs::read_to_string("/proc/sys/net/ipv4/igmp_max_memberships")
        .map_or(20, |text| text.trim().parse().unwrap());
    let join = |number: u32| {
        let group = format!("239.255.{}.{}", number / 256, number % 256);
        sock.mcastjoin(text(&group), Some(named("lo")))
    };
    for number in 0..limit {
        join(number).unwrap();
    }
    assert_eq!(refused(join(limit)), libc::ENOBUFS);
}

#[test]
fn streams_have_no_multicast() {
    let sockets =
        ["127.0.0.1", "::1"].map(|text| Socket::new(&ip(text, 0, SOCK_STREAM), false).unwrap());
    let (group, source) = (text("239.1.2.3"), text("127.0.0.1"));
    for one in sockets {
        for result in [
            one.mcastjoin(group, None),
            one.mcastleave(group, None),
            one.mcastjoinsrc(group, source, None),
            one.mcastleavesrc(group, source, None),
            one.mcastblocksrc(group, source, None),
            one.mcastunblocksrc(group, source, None),
            one.mcastif(None).map(drop),
            one.mcastif(Some(named(""))).map(drop),
            one.mcastall(None).map(drop),
            one.mcastloop(Some(true)).map(drop),
            one.mcastttl(None).map(drop),
            one.mcastttl(Some(1)).map(drop),
        ] {
            assert_eq!(refused(result), libc::EOPNOTSUPP);
        }
        one.close(None).unwrap();
        assert_eq!(refused(one.mcastjoin(group, None)), libc::EBADF);
        assert_eq!(refused(one.mcastif(None)), libc::EBADF);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_zone_is_the_interface_where_none_is_given() {
    let (sock, _) = common::bound("::", SOCK_DGRAM);
    let (group, zoned, source) = (text("ff02::1:9"), text("ff02::1:9%lo"), text("fe80::7%lo"));
    let other = Some(Interface::Index(1_000_007));
    sock.mcastjoin(zoned, None).unwrap();
    assert_eq!(refused(sock.mcastjoin(group, Some(named("lo")))), libc::EADDRINUSE);
    assert_eq!(refused(sock.mcastjoin(zoned, other)), libc::EINVAL);
    sock.mcastblocksrc(group, source, None).unwrap();
    assert_eq!(refused(sock.mcastblocksrc(group, source, other)), libc::EINVAL);
    assert_eq!(refused(sock.mcastblocksrc(text("ff02::1:9%1000007"), source, None)), libc::EINVAL);
    assert_eq!(refused(sock.mcastunblocksrc(zoned, text("fe80::7"), other)), libc::EINVAL);
    sock.mcastunblocksrc(zoned, text("fe80::7"), None).unwrap();
    assert_eq!(refused(sock.mcastleave(zoned, other)), libc::EINVAL);
    sock.mcastleave(zoned, Some(named("::"))).unwrap();
    sock.mcastjoinsrc(zoned, source, Some(named("lo"))).unwrap();
    assert_eq!(refused(sock.mcastleavesrc(zoned, source, other)), libc::EINVAL);
    sock.mcastleavesrc(zoned, source, None).unwrap();
    assert_eq!(refused(sock.mcastjoinsrc(group, source, other)), libc::EINVAL);
}

#[test]
#[cfg(target_os = "linux")]
fn a_socket_that_takes_both_versions_joins_ipv4_groups() {
    let sock = Socket::new(&ip("::", 0, SOCK_DGRAM), false).unwrap();
    sock.v6only(Some(false)).unwrap();
    sock.bind(None).unwrap();
    sock.rcvtimeo(Some(Seconds(10.0))).unwrap();
    let port = common::port(&sock.getsockname().unwrap());
    let (group, source) = (text("239.1.2.11"), text("127.0.0.1"));
    sock.mcastjoin(group, Some(named("lo"))).unwrap();
    let (sender, from) = common::bound("127.0.0.1", SOCK_DGRAM);
    sender.mcastif(Some(named("lo"))).unwrap();
    done(sender.sendto(b"heard", &ip("239.1.2.11", port, SOCK_DGRAM), 0));
    let Outcome::Done((msg, info)) = sock.recvfrom_vec(99, 0) else { panic!("nothing came") };
    assert_eq!((msg, info.unwrap().ipv4mapped()), (b"heard".to_vec(), Some(from)));
    sock.mcastblocksrc(group, source, Some(named("lo"))).unwrap();
    sock.mcastunblocksrc(group, text("::ffff:127.0.0.1"), Some(named("lo"))).unwrap();
    sock.mcastleave(group, Some(named("lo"))).unwrap();
    sock.mcastjoinsrc(group, source, Some(named("lo"))).unwrap();
    sock.mcastleavesrc(group, source, Some(named("lo"))).unwrap();
    // Its other half, and what it sends.
    sock.mcastif(Some(named("lo"))).unwrap();
    done(sock.sendto(b"x", &ip("::ffff:239.1.2.11", port, SOCK_DGRAM), 0));
    let only6 = Socket::new(&ip("::", 0, SOCK_DGRAM), false).unwrap();
    only6.v6only(Some(true)).unwrap();
    assert_eq!(refused(only6.mcastjoin(group, Some(named("lo")))), libc::EADDRNOTAVAIL);
}
