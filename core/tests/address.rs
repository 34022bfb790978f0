//! Addresses: built, told by the kernel, and of any bytes at all.

mod common;

use std::collections::HashSet;
use std::ffi::CString;
use std::mem::offset_of;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use libc::{AF_INET, AF_INET6, AF_UNIX, SOCK_DGRAM, SOCK_STREAM};
use llsocket_core::{Addr, AddrInfo, Socket, UNIXPATH_MAX, Unix};

use common::{Directory, done, ip, refused};

/// Where a unix address has its path.
const PATH: usize = offset_of!(libc::sockaddr_un, sun_path);

#[test]
fn parse_takes_numbers_alone() {
    for (text, back) in [
        ("127.0.0.1", "127.0.0.1"),
        ("0.0.0.0", "0.0.0.0"),
        ("255.255.255.255", "255.255.255.255"),
        ("::", "::"),
        ("::1", "::1"),
        ("2001:DB8:0::0:7", "2001:db8::7"),
        ("::ffff:1.2.3.4", "::ffff:1.2.3.4"),
        ("fe80::1%1000007", "fe80::1%1000007"),
    ] {
        let addr = Addr::parse(text.as_bytes(), 80).expect(text);
        assert_eq!((addr.text().to_string_lossy().as_ref(), addr.port()), (back, Some(80)));
    }
    for junk in [
        "",
        " ",
        "localhost",
        "1",
        "127.1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "01.2.3.4",
        "0x7f.0.0.1",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1.2.3.4\0",
        "1.2.3.4:80",
        "[::1]",
        ":::",
        "::1::",
        "1.2.3.4%1",
        "%1",
        "::1 ",
        "::1\0",
        "12345::",
        "1:2:3:4:5:6:7:8:9",
    ] {
        assert_eq!(refused(Addr::parse(junk.as_bytes(), 80)), libc::EINVAL, "{junk:?}");
    }
    assert_eq!(refused(Addr::parse(b"127.0.0.1\xff", 80)), libc::EINVAL);
}

#[test]
fn parse_takes_a_scope_by_name_and_by_number() {
    let lo = if cfg!(target_os = "linux") { "lo" } else { "lo0" };
    let name = CString::new(lo).unwrap();
    // SAFETY: a string that ends with a NUL.
    let index = unsafe { libc::if_nametoindex(name.as_ptr()) };
    assert_ne!(index, 0);
    let named = Addr::parse(format!("fe80::1%{lo}").as_bytes(), 7).unwrap();
    assert_eq!((named.scopeid(), named.port()), (Some(index), Some(7)));
    let numbered = Addr::parse(format!("fe80::1%{index}").as_bytes(), 7).unwrap();
    assert_eq!(numbered, named);
    assert_eq!(Addr::parse(b"fe80::1", 7).unwrap().scopeid(), Some(0));
    assert_ne!(Addr::parse(b"fe80::1", 7).unwrap(), named);
    for unknown in ["fe80::1%", "fe80::1%no-such-device", "fe80::1%a-name-that-is-far-too-long"] {
        assert_eq!(refused(Addr::parse(unknown.as_bytes(), 7)), libc::ENODEV, "{unknown}");
    }
}

#[test]
fn ip_addresses_have_parts() {
    let four = Addr::from_ip(Ipv4Addr::new(192, 0, 2, 1).into(), 65535, 0);
    assert_eq!((four.family(), four.port()), (AF_INET, Some(65535)));
    assert_eq!(four.ip(), Some(IpAddr::from([192, 0, 2, 1])));
    assert_eq!((four.scopeid(), four.flowinfo(), four.as_unix()), (None, None, None));
    assert_eq!(four.as_bytes().len(), size_of::<libc::sockaddr_in>());

    let six = Addr::from_ip(Ipv6Addr::LOCALHOST.into(), 1, 3);
    assert_eq!((six.family(), six.port()), (AF_INET6, Some(1)));
    assert_eq!((six.scopeid(), six.flowinfo()), (Some(3), Some(0)));
    assert_eq!(six.as_bytes().len(), size_of::<libc::sockaddr_in6>());
    let mut raw = six.as_bytes().to_vec();
    let flow = offset_of!(libc::sockaddr_in6, sin6_flowinfo);
    raw[flow..flow + 4].copy_from_slice(&[0x01, 0x23, 0x45, 0x67]);
    assert_eq!(Addr::from_raw(&raw).unwrap().flowinfo(), Some(0x0123_4567), "in network order");
}

#[test]
fn addrinfo_is_of_the_family_that_was_asked_for() {
    assert!(AddrInfo::inet(b"127.0.0.1", 0, 0, 0).is_ok());
    assert!(AddrInfo::inet6(b"::1", 0, 0, 0).is_ok());
    assert_eq!(refused(AddrInfo::inet(b"::1", 0, 0, 0)), libc::EINVAL);
    assert_eq!(refused(AddrInfo::inet6(b"127.0.0.1", 0, 0, 0)), libc::EINVAL);
}

#[test]
fn unix_addresses_say_what_they_are() {
    let addr = Addr::unix(b"").unwrap();
    assert_eq!((addr.as_unix(), addr.as_bytes().len()), (Some(Unix::Unnamed), PATH));
    assert_eq!((addr.family(), addr.text().as_bytes(), addr.port()), (AF_UNIX, &b""[..], None));

    let addr = Addr::unix(b"/tmp/\xff").unwrap();
    assert_eq!(
        (addr.as_unix(), addr.text().as_bytes()),
        (Some(Unix::Path(b"/tmp/\xff")), &b"/tmp/\xff"[..])
    );

    for length in [UNIXPATH_MAX - 1, UNIXPATH_MAX] {
        let path = vec![b'x'; length];
        assert_eq!(Addr::unix(&path).unwrap().as_unix(), Some(Unix::Path(&path)));
    }
    for long in [vec![b'x'; UNIXPATH_MAX + 1], vec![0; UNIXPATH_MAX + 1], vec![0; 70_000]] {
        assert_eq!(refused(Addr::unix(&long)), libc::ENAMETOOLONG);
    }
    assert_eq!(refused(Addr::unix(b"/a\0b")), libc::EINVAL);
    assert_eq!(refused(Addr::unix(b"/a\0")), libc::EINVAL);
}

#[test]
#[cfg(target_os = "linux")]
fn abstract_names_are_of_exact_length() {
    for name in [&b"\0"[..], b"\0\0", b"\0name", b"\0name\0", b"\0na\0me", &[0; UNIXPATH_MAX]] {
        let addr = Addr::unix(name).unwrap();
        assert_eq!(addr.as_unix(), Some(Unix::Abstract(name)));
        assert_eq!((addr.text().as_bytes(), addr.as_bytes().len()), (name, PATH + name.len()));
    }
    assert_ne!(Addr::unix(b"\0name"), Addr::unix(b"\0name\0"));
    assert_ne!(Addr::unix(b""), Addr::unix(b"\0"));
}

/// Binds to `addr`; gives what the kernel says that it is.
fn told(addr: Addr) -> Addr {
    let info = AddrInfo { addr, socktype: SOCK_DGRAM, protocol: 0 };
    let sock = Socket::new(&info, false).unwrap();
    sock.bind(None).unwrap_or_else(|error| panic!("{addr:?}: {error}"));
    sock.getsockname().unwrap().addr
}

#[test]
fn an_address_equals_itself_as_the_kernel_tells_it() {
    for text in ["127.0.0.1", "::1"] {
        let (_sock, info) = common::bound(text, SOCK_STREAM);
        assert_eq!(info.addr, Addr::parse(text.as_bytes(), common::port(&info)).unwrap());
    }

    let directory = Directory::new();
    let mut path = directory.path("");
    path.extend(std::iter::repeat_n('x', UNIXPATH_MAX - path.len()));
    for path in [directory.path("short"), path[..UNIXPATH_MAX - 1].to_owned(), path] {
        let addr = Addr::unix(path.as_bytes()).unwrap();
        assert_eq!(told(addr), addr, "{path}");
        assert!(std::fs::exists(&path).unwrap());
    }
}

#[test]
#[cfg(target_os = "linux")]
fn an_abstract_address_equals_itself_as_the_kernel_tells_it() {
    let own = std::process::id().to_string();
    let mut full = format!("\0llsocket-{own}-").into_bytes();
    full.resize(UNIXPATH_MAX, b'y');
    for name in
        [format!("\0llsocket-{own}").into_bytes(), format!("\0llsocket-{own}\0").into_bytes(), full]
    {
        let addr = Addr::unix(&name).unwrap();
        assert_eq!(told(addr), addr);
    }
    let chosen = told(Addr::unix(b"").unwrap());
    let Some(Unix::Abstract(name)) = chosen.as_unix() else { panic!("{chosen:?} was chosen") };
    assert_eq!((name.len(), name[0]), (6, 0), "a name of five digits, autobind");
}

#[test]
fn senders_and_peers_equal_their_addresses() {
    let (one, here) = common::bound("127.0.0.1", SOCK_DGRAM);
    let (two, there) = common::bound("127.0.0.1", SOCK_DGRAM);
    done(one.sendto(b"x", &there, 0));
    assert_eq!(done(two.recvfrom_vec(1, 0)).1, Some(here));
    one.connect(Some(&there)).unwrap();
    assert_eq!(one.getpeername().unwrap(), there);

    let directory = Directory::new();
    let [here, there] = ["here", "there"]
        .map(|name| AddrInfo::unix(directory.path(name).as_bytes(), SOCK_DGRAM, 0).unwrap());
    let [one, two] = [here, there].map(|info| {
        let sock = Socket::new(&info, false).unwrap();
        sock.bind(None).unwrap();
        sock
    });
    done(one.sendto(b"x", &there, 0));
    assert_eq!(done(two.recvfrom_vec(1, 0)).1, Some(here));

    // Who has no name sends none.
    let nobody = Socket::new(&there, false).unwrap();
    done(nobody.sendto(b"x", &there, 0));
    assert_eq!(done(two.recvfrom_vec(1, 0)).1, None);
}

#[test]
fn an_unbound_unix_socket_is_unnamed() {
    let [one, _two] = common::unix(SOCK_STREAM);
    for info in [one.getsockname().unwrap(), one.getpeername().unwrap()] {
        assert_eq!((info.addr.as_unix(), info.socktype), (Some(Unix::Unnamed), SOCK_STREAM));
        assert_eq!(info.addr, Addr::unix(b"").unwrap());
    }
}

#[test]
fn equal_addrinfos_are_one_key() {
    let one = ip("127.0.0.1", 80, SOCK_STREAM);
    let same = ip("127.0.0.1", 80, SOCK_DGRAM);
    let other = ip("127.0.0.1", 81, SOCK_STREAM);
    assert_eq!(one, same);
    assert_ne!(one, other);
    assert_eq!([one, same, other].into_iter().collect::<HashSet<_>>().len(), 2);
}

#[test]
fn describe_says_family_type_protocol_and_address() {
    let info = |text: &[u8], protocol| AddrInfo {
        addr: Addr::parse(text, 80).unwrap(),
        socktype: SOCK_STREAM,
        protocol,
    };
    let unix = |path: &[u8]| AddrInfo::unix(path, SOCK_DGRAM, 0).unwrap();
    for (info, words) in [
        (info(b"127.0.0.1", libc::IPPROTO_TCP), "inet stream tcp 127.0.0.1:80"),
        (info(b"::1", 0), "inet6 stream [::1]:80"),
        (info(b"fe80::1%3", 99), "inet6 stream protocol 99 [fe80::1%3]:80"),
        (AddrInfo { socktype: 77, ..ip("0.0.0.0", 0, 0) }, "inet type 77 0.0.0.0:0"),
        (unix(b"/a/b"), "unix dgram /a/b"),
        (unix(b""), "unix dgram"),
        #[cfg(target_os = "linux")]
        (unix(b"\0name"), "unix dgram @name"),
    ] {
        assert_eq!(info.describe().to_string_lossy(), words);
        assert_eq!(format!("{info:?}"), words);
    }
}

#[test]
fn raw_addresses_are_as_long_as_any_and_no_longer() {
    let room = size_of::<libc::sockaddr_storage>();
    let addr = Addr::from_raw(&vec![0xff; room]).unwrap();
    assert_eq!(addr.as_bytes(), vec![0xff; room]);
    for long in [room + 1, 4096] {
        assert_eq!(refused(Addr::from_raw(&vec![0; long])), libc::EINVAL);
    }
    let six = Addr::parse(b"::1", 80).unwrap();
    assert_eq!(Addr::from_raw(six.as_bytes()).unwrap(), six);
    // Too short for what its family says: no address, no port.
    let short = Addr::from_raw(&six.as_bytes()[..20]).unwrap();
    assert_eq!((short.family(), short.ip(), short.port()), (AF_INET6, None, None));
    assert_eq!(Addr::from_raw(&[]).unwrap().family(), libc::AF_UNSPEC);
    assert_eq!(Addr::from_raw(&[1]).unwrap().family(), libc::AF_UNSPEC);
}

#[test]
fn no_bytes_make_an_address_that_panics() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let families = [0, 1, 2, 10, 16, 17, 18, 28, 30, 38, 40, 255];
    for round in 0..200 {
        for length in 0..=size_of::<libc::sockaddr_storage>() {
            let mut raw: Vec<u8> = (0..length).map(|_| random() as u8).collect();
            if round % 4 == 3 {
                raw.fill(if round % 8 == 3 { 0 } else { 0xff });
            }
            if round % 2 == 1 {
                let family = families[random() as usize % families.len()];
                let bytes = (family as libc::sa_family_t).to_ne_bytes();
                let start = offset_of!(libc::sockaddr, sa_family);
                if let Some(place) = raw.get_mut(start..start + bytes.len()) {
                    place.copy_from_slice(&bytes);
                }
            }
            all_of(&raw);
        }
    }
}

/// Asks all that an address can be asked.
fn all_of(raw: &[u8]) {
    let addr = Addr::from_raw(raw).expect("no longer than any");
    assert_eq!(addr.as_bytes(), raw);
    assert_eq!(addr, Addr::from_raw(raw).unwrap());
    let info = AddrInfo { addr, socktype: 0, protocol: 0 };
    assert!(!info.describe().as_bytes().is_empty());
    assert!(addr.ip().is_none() || addr.port().is_some_and(|port| port <= 0xffff));
    let inside = |path: &[u8]| path.len() <= raw.len().saturating_sub(PATH);
    match addr.as_unix() {
        Some(Unix::Path(path)) => assert!(inside(path) && !path.contains(&0) && !path.is_empty()),
        Some(Unix::Abstract(name)) => assert!(inside(name) && name[0] == 0),
        Some(Unix::Unnamed) | None => {}
    }
    let _ = (addr.text(), addr.scopeid(), addr.flowinfo(), addr.family());
    let _ = info.nameinfo(libc::NI_NUMERICHOST | libc::NI_NUMERICSERV);
}

#[test]
fn the_ipv4_address_inside_an_ipv6_address() {
    let mapped = ip("::ffff:192.0.2.7", 80, SOCK_DGRAM).ipv4mapped().unwrap();
    assert_eq!((mapped, mapped.socktype), (ip("192.0.2.7", 80, 0), SOCK_DGRAM));
    for other in ["::192.0.2.7", "::1", "192.0.2.7", "64:ff9b::192.0.2.7"] {
        assert_eq!(ip(other, 80, 0).ipv4mapped(), None, "{other}");
    }
    assert_eq!(AddrInfo::unix(b"/tmp/x", 0, 0).unwrap().ipv4mapped(), None);
}

#[test]
#[cfg(target_os = "linux")]
fn hardware_addresses_are_pairs_of_digits() {
    let packet = |addr: &str| {
        AddrInfo::packet(llsocket_core::Interface::Index(1), 0x800, 0, Some(addr.as_bytes()))
    };
    for (given, told) in [("", ""), ("02:00:00:00:00:01", "02:00:00:00:00:01"), ("FF", "ff")] {
        assert_eq!(packet(given).unwrap().addr.text().to_string_lossy(), told);
    }
    for junk in [":", "0", "000", "0g", "+1", "01:", ":01", "01::02", "01-02", " 01", "01:2"] {
        assert_eq!(refused(packet(junk)), libc::EINVAL, "{junk}");
    }
    assert_eq!(refused(packet(&["00"; 33].join(":"))), libc::EINVAL);
    let addr = packet("02:00:00:00:00:01").unwrap().addr;
    assert_eq!((addr.ifindex(), addr.ethertype(), addr.pkttype()), (Some(1), Some(0x800), Some(0)));
    let other = ip("127.0.0.1", 0, 0).addr;
    assert_eq!((other.ifindex(), other.ethertype(), other.pkttype()), (None, None, None));
}
