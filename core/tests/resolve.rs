//! Names to addresses and back, without asking anyone on the network.

mod common;

use libc::{
    AF_INET, AF_INET6, AF_UNSPEC, AI_NUMERICHOST, AI_NUMERICSERV, AI_PASSIVE, IPPROTO_TCP,
    NI_NUMERICHOST, NI_NUMERICSERV, SOCK_DGRAM, SOCK_STREAM,
};
use llsocket_core::{AddrInfo, AddrInfoList, Error, Reason, Result, getaddrinfo};

use common::{alone, ip};

fn find(host: Option<&str>, port: Option<&str>, flags: i32) -> Result<AddrInfoList> {
    let [host, port] = [host, port].map(|text| text.map(str::as_bytes));
    getaddrinfo(host, port, AF_UNSPEC, SOCK_STREAM, 0, flags)
}

#[track_caller]
fn unresolved(result: Result<AddrInfoList>) -> Reason {
    result.expect_err("an error was expected").reason
}

#[test]
fn numbers_are_found_without_asking() {
    let found = find(Some("127.0.0.1"), Some("80"), AI_NUMERICHOST | AI_NUMERICSERV).unwrap();
    let [info] = found.list[..] else { panic!("{found:?}") };
    assert_eq!(info, ip("127.0.0.1", 80, 0));
    assert_eq!((info.socktype, info.protocol), (SOCK_STREAM, IPPROTO_TCP));
    assert!(found.canonname.is_none());
    let found = find(Some("::1"), Some("80"), AI_NUMERICHOST).unwrap();
    assert_eq!(found.list, [ip("::1", 80, 0)]);
    assert_eq!(find(Some("::1"), None, AI_NUMERICHOST).unwrap().list, [ip("::1", 0, 0)]);
}

#[test]
fn type_zero_is_one_address_for_each_type() {
    let found = getaddrinfo(Some(b"127.0.0.1"), Some(b"80"), AF_INET, 0, 0, 0).unwrap();
    let types: Vec<_> = found.list.iter().map(|info| info.socktype).collect();
    assert!(types.contains(&SOCK_STREAM) && types.contains(&SOCK_DGRAM), "{types:?}");
    let found = getaddrinfo(Some(b"127.0.0.1"), None, AF_INET, 0, IPPROTO_TCP, 0).unwrap();
    assert_eq!(found.list.iter().map(|info| info.protocol).collect::<Vec<_>>(), [IPPROTO_TCP]);
}

#[test]
fn no_host_is_the_wildcard_or_the_loopback() {
    let of =
        |family, flags| getaddrinfo(None, Some(b"7"), family, SOCK_STREAM, 0, flags).unwrap().list;
    assert_eq!(of(AF_INET, AI_PASSIVE), [ip("0.0.0.0", 7, 0)]);
    assert_eq!(of(AF_INET6, AI_PASSIVE), [ip("::", 7, 0)]);
    assert_eq!(of(AF_INET, 0), [ip("127.0.0.1", 7, 0)]);
    assert_eq!(of(AF_INET6, 0), [ip("::1", 7, 0)]);
}

#[test]
fn the_canonical_name_comes_where_asked() {
    let found = find(Some("127.0.0.1"), None, libc::AI_CANONNAME).unwrap();
    assert_eq!(found.canonname.as_deref(), Some(&b"127.0.0.1"[..]));
}

#[test]
fn scopes_are_kept() {
    let scope = if cfg!(target_os = "linux") { "fe80::1%lo" } else { "fe80::1%lo0" };
    let found = find(Some(scope), Some("7"), AI_NUMERICHOST).unwrap();
    assert_eq!(found.list, [ip(scope, 7, 0)]);
    assert_ne!(found.list[0].addr.scopeid(), Some(0));
}

#[test]
fn errors_are_the_resolvers() {
    let resolver = Reason::Resolver;
    let numeric = AI_NUMERICHOST;
    assert_eq!(unresolved(find(Some("junk"), None, numeric)), resolver(libc::EAI_NONAME));
    assert_eq!(unresolved(find(Some("127.0.0.1"), None, -1)), resolver(libc::EAI_BADFLAGS));
    let family = getaddrinfo(Some(b"127.0.0.1"), None, 99, SOCK_STREAM, 0, numeric);
    assert_eq!(unresolved(family), resolver(libc::EAI_FAMILY));
    let mixed = getaddrinfo(Some(b"127.0.0.1"), None, AF_INET, SOCK_DGRAM, IPPROTO_TCP, numeric);
    assert!(matches!(unresolved(mixed), Reason::Resolver(_)));
    let service = find(Some("127.0.0.1"), Some("no-such-service"), numeric);
    assert!(matches!(unresolved(service), Reason::Resolver(_)));
    assert_eq!(unresolved(find(None, None, 0)), resolver(libc::EAI_NONAME));
    assert_eq!(find(None, None, 0).expect_err("nothing").call, "getaddrinfo");
}

#[test]
fn what_no_name_can_be_is_unknown() {
    let long = "x".repeat(1024);
    let longer = "x".repeat(1025);
    let endless = "1".repeat(1_000_000);
    for host in ["127.0.0.1\0", "\0", "local\0host", &longer, &endless] {
        let error = unresolved(find(Some(host), None, 0));
        assert_eq!(error, Reason::Resolver(libc::EAI_NONAME), "{} bytes", host.len());
    }
    assert!(find(Some(&long), None, AI_NUMERICHOST).is_err());
    for port in ["80\0", "\0", &endless] {
        let error = unresolved(find(Some("127.0.0.1"), Some(port), 0));
        assert_eq!(error, Reason::Resolver(libc::EAI_SERVICE));
    }
}

/// EAI_SYSTEM says nothing: behind it is the errno.
#[test]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn behind_eai_system_is_an_errno() {
    alone("behind_eai_system_is_an_errno", || {
        common::limit_descriptors(0);
        let found = getaddrinfo(Some(b"localhost"), Some(b"80"), AF_INET, SOCK_STREAM, 0, 0);
        let error = found.expect_err("no descriptor is left to read a file with");
        assert_eq!(error, Error::new("getaddrinfo", libc::EMFILE));
    });
}

#[test]
fn no_descriptor_is_left_over() {
    alone("no_descriptor_is_left_over", || {
        let before = common::descriptors();
        for host in ["127.0.0.1", "::1", "junk", "1.2.3.4.5"] {
            let _ = find(Some(host), Some("80"), AI_NUMERICHOST);
        }
        let _ = ip("127.0.0.1", 80, SOCK_STREAM).nameinfo(NI_NUMERICHOST | NI_NUMERICSERV);
        assert_eq!(common::descriptors(), before);
    });
}

#[test]
fn nameinfo_tells_numbers() {
    let numbers = NI_NUMERICHOST | NI_NUMERICSERV;
    for (info, host, serv) in [
        (ip("127.0.0.1", 80, SOCK_STREAM), "127.0.0.1", "80"),
        (ip("::1", 65535, SOCK_STREAM), "::1", "65535"),
        (ip("0.0.0.0", 0, SOCK_DGRAM), "0.0.0.0", "0"),
    ] {
        let names = info.nameinfo(numbers).unwrap();
        assert_eq!(names.host.to_string_lossy(), host);
        assert_eq!(names.serv.to_string_lossy(), serv);
    }
    let lo = if cfg!(target_os = "linux") { "fe80::1%lo" } else { "fe80::1%lo0" };
    let names = ip(lo, 7, 0).nameinfo(numbers).unwrap();
    assert_eq!(names.host.to_string_lossy(), lo);
}

#[test]
fn nameinfo_of_a_unix_address_is_its_path() {
    for path in [&b"/a/b"[..], b""] {
        let names = AddrInfo::unix(path, SOCK_STREAM, 0).unwrap().nameinfo(0).unwrap();
        assert_eq!(names.host.to_string_lossy(), "localhost");
        assert_eq!(names.serv.as_bytes(), path);
    }
}

#[test]
fn nameinfo_fails_with_the_resolvers_number() {
    // Of a number that is to stay one there is no name.
    let error = ip("127.0.0.1", 80, 0).nameinfo(NI_NUMERICHOST | libc::NI_NAMEREQD).unwrap_err();
    assert_eq!(error, Error::resolver("getnameinfo", libc::EAI_NONAME));
    let nothing = llsocket_core::Addr::from_raw(&[]).unwrap();
    let error = AddrInfo { addr: nothing, socktype: 0, protocol: 0 }.nameinfo(0).unwrap_err();
    assert_eq!(error, Error::resolver("getnameinfo", libc::EAI_FAMILY));
    let error = ip("127.0.0.1", 80, 0).nameinfo(-1).unwrap_err();
    assert_eq!(error, Error::resolver("getnameinfo", libc::EAI_BADFLAGS));
}

#[test]
fn a_port_is_digits_or_the_name_of_a_service() {
    let service = Reason::Resolver(libc::EAI_SERVICE);
    for (text, port) in [("0", 0), ("80", 80), ("65535", 65535), ("00080", 80)] {
        let found = find(Some("127.0.0.1"), Some(text), AI_NUMERICHOST).unwrap();
        assert_eq!(found.list[0].addr.port(), Some(port), "{text}");
    }
    for junk in [
        "",
        " ",
        "+80",
        "-80",
        "-1",
        " 80",
        "80 ",
        "\t80",
        "80\n",
        "8 0",
        "+ 80",
        "65536",
        "0x50",
        "99999999999999999999",
        "80\0",
        "no-such-service",
        "8080x",
        "+",
        "-",
    ] {
        for flags in [0, AI_PASSIVE] {
            let found = find(Some("127.0.0.1"), Some(junk), flags);
            assert_eq!(unresolved(found), service, "{junk:?}");
        }
        let name = llsocket_core::netdb::getservbyname(junk.as_bytes(), None);
        assert_eq!(name.expect_err("no service").reason, service, "{junk:?}");
    }
}
