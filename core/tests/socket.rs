//! The descriptor's life: new, pair, wrap, dup, unwrap, shutdown, close.

mod common;

use std::ffi::CString;
use std::os::fd::{IntoRawFd, RawFd};

use libc::{AF_INET, AF_INET6, AF_UNIX, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM};
use llsocket_core::{Addr, AddrInfo, Outcome, Seconds, Socket, close, shutdown};

use common::{alone, descriptors, done, failed, ip, is_cloexec, is_nonblock, refused, unix_info};

/// A descriptor number that is surely not open.
const NOWHERE: RawFd = 1_000_000_000;

#[test]
fn new_opens_what_the_addrinfo_says() {
    for (info, family, socktype) in [
        (ip("127.0.0.1", 0, SOCK_STREAM), AF_INET, SOCK_STREAM),
        (ip("127.0.0.1", 0, SOCK_DGRAM), AF_INET, SOCK_DGRAM),
        (ip("127.0.0.1", 0, 0), AF_INET, SOCK_STREAM),
        (ip("::1", 0, SOCK_STREAM), AF_INET6, SOCK_STREAM),
        (unix_info(SOCK_STREAM), AF_UNIX, SOCK_STREAM),
        (unix_info(SOCK_DGRAM), AF_UNIX, SOCK_DGRAM),
        (unix_info(SOCK_SEQPACKET), AF_UNIX, SOCK_SEQPACKET),
    ] {
        for nonblock in [false, true] {
            let sock = Socket::new(&info, nonblock).expect("a socket");
            assert_eq!((sock.family(), sock.socktype(), sock.protocol()), (family, socktype, 0));
            assert!(is_cloexec(sock.fd()), "{sock:?}");
            assert_eq!(is_nonblock(sock.fd()), nonblock, "{sock:?}");
            assert_eq!(sock.nonblock(None).unwrap(), nonblock, "{sock:?}");
            let asked = Socket::wrap(sock.dup(None).unwrap().unwrap().unwrap().into_raw_fd(), None)
                .unwrap();
            assert_eq!((asked.family(), asked.socktype()), (family, socktype), "the kernel agrees");
        }
    }
}

#[test]
fn new_says_what_the_kernel_cannot_do() {
    let unspec = AddrInfo { addr: Addr::from_raw(&[]).unwrap(), socktype: 0, protocol: 0 };
    assert_eq!(refused(Socket::new(&unspec, false)), libc::EAFNOSUPPORT);
    let info = AddrInfo { protocol: libc::IPPROTO_UDP, ..ip("127.0.0.1", 0, SOCK_STREAM) };
    let error = Socket::new(&info, false).expect_err("UDP is no stream");
    assert_eq!((error.number(), error.call), (libc::EPROTONOSUPPORT, "socket"));
}

/// The constants have SOCK_NONBLOCK and SOCK_CLOEXEC: with one of them, a stream was no stream any
/// more, and its end looked like an empty datagram, again and again.
#[test]
#[cfg(not(any(target_os = "macos", target_os = "ios")))]
fn flags_in_the_type_are_not_taken_for_another_type() {
    let flags = SOCK_STREAM | libc::SOCK_NONBLOCK | libc::SOCK_CLOEXEC;
    let sock = Socket::new(&ip("127.0.0.1", 0, flags), false).unwrap();
    assert_eq!(sock.socktype(), SOCK_STREAM);
    assert!(is_nonblock(sock.fd()) && sock.nonblock(None).unwrap());

    let [one, two] = Socket::pair(flags, false, 0).unwrap();
    assert_eq!((one.socktype(), two.socktype()), (SOCK_STREAM, SOCK_STREAM));
    assert!(one.nonblock(None).unwrap() && two.nonblock(None).unwrap());
    assert_eq!(failed(one.send(b"", 0)), libc::EINVAL);
    one.close(None).unwrap();
    assert_eq!(two.recv_vec(1, 0), Outcome::Closed);

    let [one, _two] = Socket::pair(SOCK_DGRAM | libc::SOCK_CLOEXEC, false, 0).unwrap();
    assert_eq!((one.socktype(), one.nonblock(None).unwrap()), (SOCK_DGRAM, false));
}

#[test]
fn pair_is_connected() {
    for socktype in [SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET] {
        for nonblock in [false, true] {
            let [one, two] = Socket::pair(socktype, nonblock, 0).expect("a pair");
            for sock in [&one, &two] {
                assert_eq!((sock.family(), sock.socktype()), (AF_UNIX, socktype));
                assert!(is_cloexec(sock.fd()));
                assert_eq!(is_nonblock(sock.fd()), nonblock);
            }
            assert_eq!(done(one.send(b"to", 0)), 2);
            assert_eq!(done(two.send(b"fro", 0)), 3);
            assert_eq!(done(two.recv_vec(9, 0)), b"to");
            assert_eq!(done(one.recv_vec(9, 0)), b"fro");
        }
    }
    assert_eq!(refused(Socket::pair(SOCK_STREAM, false, 77)), libc::EPROTONOSUPPORT);
    assert!(Socket::pair(15, false, 0).is_err());
}

#[test]
fn wrap_asks_the_kernel_what_it_adopts() {
    for socktype in [SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET] {
        let [one, _two] = common::unix(socktype);
        let sock = Socket::wrap(one.unwrap().unwrap().into_raw_fd(), None).expect("a socket");
        assert_eq!((sock.family(), sock.socktype(), sock.protocol()), (AF_UNIX, socktype, 0));
    }
    let [tcp, _peer] = common::tcp();
    let sock = Socket::wrap(tcp.unwrap().unwrap().into_raw_fd(), None).expect("a socket");
    let kind = (sock.family(), sock.socktype(), sock.protocol());
    assert_eq!(kind, (AF_INET, SOCK_STREAM, libc::IPPROTO_TCP));
    assert!(sock.getpeername().is_ok());
    assert_eq!(refused(sock.connect(None)), libc::EDESTADDRREQ);
}

#[test]
fn wrap_makes_close_on_exec_and_switches_nonblock_where_told() {
    for (before, told, after) in [
        (false, None, false),
        (true, None, true),
        (false, Some(true), true),
        (true, Some(false), false),
        (true, Some(true), true),
    ] {
        let [one, _two] = Socket::pair(SOCK_STREAM, before, 0).unwrap();
        one.cloexec(Some(false)).unwrap();
        let sock = Socket::wrap(one.unwrap().unwrap().into_raw_fd(), told).unwrap();
        assert!(is_cloexec(sock.fd()));
        assert_eq!((is_nonblock(sock.fd()), sock.nonblock(None).unwrap()), (after, after));
    }
}

#[test]
fn wrap_leaves_what_it_refuses() {
    let [one, two] = common::pipe();
    for fd in [one, two] {
        let error = Socket::wrap(fd, Some(true)).expect_err("a pipe is no socket");
        assert_eq!(error.number(), libc::ENOTSOCK);
        assert!(!is_cloexec(fd) && !is_nonblock(fd), "it stays what it was");
        close(fd, None).expect("it stays open");
    }
    assert_eq!(refused(Socket::wrap(-1, None)), libc::EBADF);
    assert_eq!(refused(Socket::wrap(NOWHERE, None)), libc::EBADF);
}

#[test]
fn unwrap_gives_the_descriptor_up() {
    let [one, two] = common::unix(SOCK_STREAM);
    let fd = one.fd();
    assert_eq!(one.unwrap().map(IntoRawFd::into_raw_fd), Ok(fd));
    assert_eq!((one.fd(), refused(one.unwrap())), (-1, libc::EBADF));
    drop(one);
    let again = Socket::wrap(fd, None).expect("it is still open");
    done(again.send(b"x", 0));
    assert_eq!(done(two.recv_vec(1, 0)), b"x");
}

#[test]
fn dup_is_a_true_copy() {
    let [one, two] = common::tcp();
    let copy = one.dup(None).expect("a copy");
    assert_ne!(copy.fd(), one.fd());
    assert!(is_cloexec(copy.fd()));
    assert_eq!((copy.family(), copy.socktype()), (AF_INET, SOCK_STREAM));
    assert_eq!(copy.getsockname().unwrap(), one.getsockname().unwrap());
    one.close(None).unwrap();
    done(copy.send(b"still", 0));
    assert_eq!(done(two.recv_vec(9, 0)), b"still");
    assert_eq!(refused(one.dup(None)), libc::EBADF);
}

#[test]
fn dup_keeps_or_replaces_the_default_address() {
    let (_one, first) = common::listener("127.0.0.1");
    let (_two, second) = common::listener("127.0.0.1");
    let sock = Socket::new(&first, false).unwrap();
    let kept = sock.dup(None).unwrap();
    kept.connect(None).unwrap();
    assert_eq!(sock.getpeername().unwrap(), first, "the connection belongs to both");
    let sock = Socket::new(&first, false).unwrap();
    let replaced = sock.dup(Some(&second)).unwrap();
    replaced.connect(None).unwrap();
    assert_eq!(sock.getpeername().unwrap(), second);
}

#[test]
fn nonblock_is_one_for_all_copies() {
    let [one, _two] = common::unix(SOCK_STREAM);
    assert_eq!(one.nonblock(None), Ok(false));
    let copy = one.dup(None).unwrap();
    assert_eq!(copy.nonblock(Some(true)), Ok(true));
    assert_eq!((one.nonblock(None), one.nonblock(None).unwrap()), (Ok(true), true));
    assert_eq!(one.nonblock(Some(false)), Ok(false));
    assert_eq!((copy.nonblock(None).unwrap(), is_nonblock(copy.fd())), (false, false));
}

#[test]
fn cloexec_is_switched() {
    let [one, _two] = common::unix(SOCK_STREAM);
    assert_eq!(one.cloexec(None), Ok(true));
    for enable in [false, true] {
        assert_eq!(one.cloexec(Some(enable)), Ok(enable));
        assert_eq!((one.cloexec(None), is_cloexec(one.fd())), (Ok(enable), enable));
    }
}

#[test]
fn shutdown_ends_one_direction_or_both() {
    let [one, two] = common::tcp();
    one.shutdown(Some(libc::SHUT_WR)).unwrap();
    assert_eq!(two.recv_vec(9, 0), Outcome::Closed);
    assert_eq!(failed(one.send(b"x", 0)), libc::EPIPE, "the peer is there");
    done(two.send(b"back", 0));
    assert_eq!(done(one.recv_vec(9, 0)), b"back");
    two.shutdown(None).unwrap();
    assert_eq!(failed(two.send(b"x", 0)), libc::EPIPE);
    assert_eq!(one.recv_vec(9, 0), Outcome::Closed);

    let [one, two] = common::unix(SOCK_STREAM);
    shutdown(one.fd(), None).unwrap();
    assert_eq!((one.recv_vec(1, 0), two.recv_vec(1, 0)), (Outcome::Closed, Outcome::Closed));
    assert_eq!(two.send(b"x", 0), Outcome::Closed);
    assert_eq!(refused(shutdown(one.fd(), Some(99))), libc::EINVAL);
    assert_eq!(refused(shutdown(-1, None)), libc::EBADF);

    let sock = Socket::new(&ip("127.0.0.1", 0, SOCK_STREAM), false).unwrap();
    assert_eq!(refused(sock.shutdown(None)), libc::ENOTCONN);
}

#[test]
fn close_closes_whatever_the_shutdown_says() {
    // Nothing is connected: no error.
    let sock = Socket::new(&ip("127.0.0.1", 0, SOCK_STREAM), false).unwrap();
    assert_eq!(sock.close(Some(libc::SHUT_RDWR)), Ok(()));
    assert_eq!((sock.fd(), sock.close(None), sock.close(Some(99))), (-1, Ok(()), Ok(())));

    // A shutdown that the kernel refuses: an error, and yet closed.
    let [one, two] = common::unix(SOCK_STREAM);
    assert_eq!(refused(one.close(Some(99))), libc::EINVAL);
    assert_eq!((one.fd(), two.recv_vec(1, 0)), (-1, Outcome::Closed));

    // A copy keeps the connection open, unless it was shut down.
    let [one, two] = common::unix(SOCK_STREAM);
    let copy = one.dup(None).unwrap();
    one.close(None).unwrap();
    done(copy.send(b"x", 0));
    assert_eq!(done(two.recv_vec(1, 0)), b"x");
    let other = copy.dup(None).unwrap();
    other.close(Some(libc::SHUT_WR)).unwrap();
    assert_eq!((two.recv_vec(1, 0), copy.send(b"x", 0)), (Outcome::Closed, Outcome::Closed));

    let [one, two] = common::unix(SOCK_STREAM);
    assert_eq!(close(one.unwrap().unwrap().into_raw_fd(), Some(libc::SHUT_RDWR)), Ok(()));
    assert_eq!(two.recv_vec(1, 0), Outcome::Closed);
    assert_eq!(
        (refused(close(-1, None)), refused(close(NOWHERE, Some(0)))),
        (libc::EBADF, libc::EBADF)
    );
}

#[test]
fn drop_closes() {
    let [one, two] = common::unix(SOCK_STREAM);
    drop(one);
    assert_eq!(two.recv_vec(1, 0), Outcome::Closed);
}

#[test]
fn no_descriptor_is_left_over() {
    alone("no_descriptor_is_left_over", || {
        let before = descriptors();
        let [pipe, other] = common::pipe();
        for _ in 0..10 {
            let [one, two] = common::tcp();
            drop(one.dup(None));
            drop(Socket::wrap(two.unwrap().unwrap().into_raw_fd(), Some(true)));
            common::udp();
            common::unix(SOCK_SEQPACKET);
            let junk = AddrInfo { protocol: 99, ..ip("::1", 0, SOCK_STREAM) };
            assert!(Socket::new(&junk, true).is_err());
            assert!(Socket::wrap(pipe, Some(true)).is_err());
        }
        assert_eq!(descriptors(), before + 2);
        for fd in [pipe, other] {
            close(fd, None).unwrap();
        }
        // Where one number is left, there is none for a pair.
        let lowest = Socket::new(&unix_info(SOCK_STREAM), false).unwrap().fd();
        common::limit_descriptors(lowest as usize + 1);
        assert_eq!(refused(Socket::pair(SOCK_STREAM, false, 0)), libc::EMFILE);
        let one = Socket::new(&unix_info(SOCK_STREAM), false).expect("one is left");
        assert_eq!(refused(Socket::new(&unix_info(SOCK_STREAM), false)), libc::EMFILE);
        assert_eq!(refused(one.dup(None)), libc::EMFILE);
    });
}

#[test]
fn close_on_exec_reaches_a_program() {
    let [kept, gone] = common::unix(SOCK_STREAM);
    kept.cloexec(Some(false)).unwrap();
    let list = if cfg!(target_os = "linux") { "/proc/self/fd" } else { "/dev/fd" };
    let program = |fd: RawFd| {
        let path = CString::new(format!("{list}/{fd}")).unwrap();
        let path = path.to_str().unwrap();
        std::process::Command::new("test").args(["-e", path]).status().unwrap().success()
    };
    assert!(program(kept.fd()));
    assert!(!program(gone.fd()));
}

#[test]
fn atmark_says_where_the_urgent_byte_was() {
    let [one, two] = common::tcp();
    assert_eq!(two.atmark(), Ok(false));
    done(one.send(b"ab", 0));
    done(one.send(b"!", libc::MSG_OOB));
    done(one.send(b"cd", 0));
    assert_eq!(done(two.recv_vec(2, libc::MSG_WAITALL)), b"ab");
    while two.atmark() != Ok(true) {
        done(two.recvable(Some(Seconds(5.0))));
    }
    assert_eq!(done(two.recv_vec(9, 0)), b"cd");
    assert_eq!(two.atmark(), Ok(false));
}

#[test]
fn describe_says_family_type_descriptor_and_address() {
    let (sock, info) = common::bound("127.0.0.1", SOCK_DGRAM);
    let words = format!("inet dgram fd {} 127.0.0.1:{}", sock.fd(), info.addr.port().unwrap());
    assert_eq!(sock.describe().to_string_lossy(), words);
    let (sock, info) = common::bound("::1", SOCK_STREAM);
    let words = format!("inet6 stream fd {} [::1]:{}", sock.fd(), info.addr.port().unwrap());
    assert_eq!(sock.describe().to_string_lossy(), words);
    let [one, _two] = common::unix(SOCK_SEQPACKET);
    assert_eq!(one.describe().to_string_lossy(), format!("unix seqpacket fd {}", one.fd()));
    one.close(None).unwrap();
    assert_eq!(one.describe().to_string_lossy(), "unix seqpacket closed");
}
