//! Waiting for one socket.

mod common;

use std::thread;
use std::time::{Duration, Instant};

use libc::{SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM};
use llsocket_core::{Outcome, Seconds, Socket};

use common::{alone, done, failed, interrupted};

const NOW: Option<Seconds> = Some(Seconds(0.0));
const SOON: Option<Seconds> = Some(Seconds(10.0));

#[test]
fn what_arrives_makes_receivable() {
    for [one, two] in [
        common::tcp(),
        common::udp(),
        common::unix(SOCK_STREAM),
        common::unix(SOCK_DGRAM),
        common::unix(SOCK_SEQPACKET),
    ] {
        assert_eq!(two.recvable(NOW), Outcome::Again);
        assert_eq!(two.sendable(None), Outcome::Done(()));
        done(one.send(b"x", 0));
        assert_eq!(two.recvable(SOON), Outcome::Done(()));
        assert_eq!(two.recvable(None), Outcome::Done(()));
        done(two.recv_vec(9, 0));
        assert_eq!(two.recvable(NOW), Outcome::Again);
    }
}

#[test]
fn a_wait_ends_when_something_comes() {
    let [one, two] = common::unix(SOCK_STREAM);
    thread::scope(|scope| {
        let waits = scope.spawn(|| two.recvable(None));
        thread::sleep(Duration::from_millis(10));
        done(one.send(b"x", 0));
        assert_eq!(waits.join().unwrap(), Outcome::Done(()));
    });
}

#[test]
fn a_connection_and_its_end_make_receivable() {
    let (listener, info) = common::listener("127.0.0.1");
    assert_eq!(listener.recvable(NOW), Outcome::Again);
    let client = Socket::new(&info, false).unwrap();
    client.connect(None).unwrap();
    assert_eq!(listener.recvable(SOON), Outcome::Done(()));
    let server = done(listener.accept());
    assert_eq!(client.recvable(NOW), Outcome::Again);
    server.close(None).unwrap();
    assert_eq!(client.recvable(SOON), Outcome::Done(()));
}

#[test]
fn what_can_only_fail_is_not_waited_for() {
    let sock = Socket::new(&common::ip("127.0.0.1", 9, SOCK_STREAM), false).unwrap();
    assert_eq!(sock.recvable(SOON), Outcome::Done(()), "there is no connection to wait for");
    let [one, two] = common::unix(SOCK_STREAM);
    two.close(None).unwrap();
    assert_eq!(one.sendable(SOON), Outcome::Done(()));
    assert_eq!(one.send(b"x", 0), Outcome::Closed);
}

#[test]
fn a_full_socket_is_not_sendable() {
    let [one, _two] = common::unix(SOCK_STREAM);
    one.nonblock(Some(true)).unwrap();
    while one.send(&[0; 4096], 0) == Outcome::Done(4096) {}
    assert_eq!(one.sendable(NOW), Outcome::Again);
    assert_eq!(one.sendable(Some(Seconds(0.001))), Outcome::Again);
}

#[test]
fn a_wait_never_ends_early() {
    let [one, _two] = common::unix(SOCK_STREAM);
    for sec in [0.000_001, 0.000_4, 0.001_5, 0.002, 0.010_001] {
        let start = Instant::now();
        assert_eq!(one.recvable(Some(Seconds(sec))), Outcome::Again);
        assert!(start.elapsed() >= Duration::from_secs_f64(sec), "{sec}: {:?}", start.elapsed());
    }
    let start = Instant::now();
    assert_eq!(one.recvable(NOW), Outcome::Again);
    assert_eq!(one.recvable(Some(Seconds(-0.0))), Outcome::Again);
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_span_is_finite_and_not_negative() {
    let [one, two] = common::unix(SOCK_STREAM);
    for sec in [-1.0, -1e-9, f64::NEG_INFINITY, f64::INFINITY, f64::NAN] {
        assert_eq!(failed(one.recvable(Some(Seconds(sec)))), libc::EDOM, "{sec}");
        assert_eq!(failed(one.sendable(Some(Seconds(sec)))), libc::EDOM, "{sec}");
    }
    // What poll cannot count is the longest that it can.
    done(two.send(b"x", 0));
    for sec in [1e7, 1e15, 1e19, 1e300] {
        assert_eq!(one.recvable(Some(Seconds(sec))), Outcome::Done(()), "{sec}");
    }
}

#[test]
fn a_very_long_wait_does_wait() {
    let [one, two] = common::unix(SOCK_STREAM);
    for sec in [2_147_483.648, 4_294_967.296, 1e19, 1e300] {
        thread::scope(|scope| {
            let waits = scope.spawn(|| one.recvable(Some(Seconds(sec))));
            thread::sleep(Duration::from_millis(10));
            assert!(!waits.is_finished(), "{sec}");
            done(two.send(b"x", 0));
            assert_eq!(waits.join().unwrap(), Outcome::Done(()));
            done(one.recv_vec(9, 0));
        });
    }
}

#[test]
fn a_signal_is_again() {
    let [one, _two] = common::unix(SOCK_STREAM);
    assert_eq!(interrupted(|| one.recvable(None)), Outcome::Again);
    assert_eq!(interrupted(|| one.recvable(SOON)), Outcome::Again);
}

#[test]
fn closed_sockets_are_not_waited_for() {
    let [one, _two] = common::unix(SOCK_STREAM);
    one.close(None).unwrap();
    for sec in [None, NOW, SOON, Some(Seconds(-1.0))] {
        assert_eq!(failed(one.recvable(sec)), libc::EBADF);
        assert_eq!(failed(one.sendable(sec)), libc::EBADF);
    }
    // Closed behind its back, too.
    alone("closed_sockets_are_not_waited_for", || {
        let [one, _two] = common::unix(SOCK_STREAM);
        llsocket_core::close(one.fd(), None).unwrap();
        assert_eq!(failed(one.recvable(None)), libc::EBADF);
    });
}

#[test]
fn descriptors_above_1024_work() {
    alone("descriptors_above_1024_work", || {
        common::limit_descriptors(3000);
        let [one, two] = common::unix(SOCK_STREAM);
        // SAFETY: takes no pointers.
        let fd = unsafe { libc::fcntl(one.fd(), libc::F_DUPFD, 2000) };
        assert!(fd >= 2000);
        let one = Socket::wrap(fd, None).unwrap();
        assert_eq!((one.recvable(NOW), one.sendable(NOW)), (Outcome::Again, Outcome::Done(())));
        done(two.send(b"x", 0));
        assert_eq!(one.recvable(SOON), Outcome::Done(()));
    });
}
