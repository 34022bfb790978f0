//! Talking: what sends and receives say, to the edges.

mod common;

use std::os::fd::IntoRawFd;
use std::time::{Duration, Instant};

use libc::{
    MSG_DONTWAIT, MSG_PEEK, MSG_TRUNC, MSG_WAITALL, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM,
};
use llsocket_core::{AddrInfo, LARGEST_IP, Outcome, Seconds, Socket};

use common::{Directory, alone, done, failed, interrupted, pairs, recv, refused};

#[test]
fn bufsize_is_one_at_least_and_no_more_than_one_call_can_bring() {
    for (name, [one, _two]) in pairs() {
        let is_stream = one.socktype() == SOCK_STREAM;
        let most = if name == "udp" { LARGEST_IP } else { 0x7fff_f000 };
        let usual = if is_stream { 4096 } else { LARGEST_IP };
        assert_eq!(one.bufsize(None), Ok(usual), "{name}");
        assert_eq!((one.bufsize(Some(1)), one.bufsize(Some(65_535))), (Ok(1), Ok(65_535)));
        assert_eq!(one.bufsize(Some(i64::MAX)), Ok(most), "{name}");
        for size in [0, -1, i64::MIN] {
            assert_eq!(refused(one.bufsize(Some(size))), libc::EINVAL);
        }
    }
    assert_eq!(refused(Socket::closed().bufsize(Some(0))), libc::EBADF);
}

#[test]
fn what_is_sent_arrives() {
    for (name, [one, two]) in pairs() {
        assert_eq!(one.send(b"hello", 0), Outcome::Done(5), "{name}");
        assert_eq!(two.recv_vec(5, MSG_PEEK), Outcome::Done(b"hello".to_vec()), "{name}");
        assert_eq!(recv(&two, 99, 0), Outcome::Done(b"hello".to_vec()), "{name}");
        assert_eq!(recv(&two, 99, MSG_DONTWAIT), Outcome::Again, "{name}");
        assert_eq!(two.recv_vec(99, MSG_DONTWAIT), Outcome::Again, "{name}");
        assert_eq!(two.recvfrom_vec(99, MSG_DONTWAIT), Outcome::Again, "{name}");
    }
}

#[test]
fn an_empty_message_is_a_datagram_and_no_stream_has_one() {
    for (name, [one, two]) in pairs() {
        let info = two.getsockname().unwrap();
        if one.socktype() == SOCK_STREAM {
            assert_eq!(failed(one.send(b"", 0)), libc::EINVAL, "{name}");
            assert_eq!(failed(one.sendto(b"", &info, 0)), libc::EINVAL, "{name}");
            assert_eq!(recv(&two, 9, MSG_DONTWAIT), Outcome::Again, "{name}");
        } else {
            assert_eq!(one.send(b"", 0), Outcome::Done(0), "{name}");
            done(one.send(b"next", 0));
            let empty = recv(&two, 9, MSG_DONTWAIT);
            if one.socktype() == SOCK_DGRAM {
                assert_eq!(empty, Outcome::Done(vec![]), "{name}");
            } else {
                assert_eq!(empty, Outcome::Closed, "{name}");
            }
            assert_eq!(recv(&two, 9, MSG_DONTWAIT), Outcome::Done(b"next".to_vec()), "{name}");
        }
    }
}

#[test]
fn empty_datagrams_arrive_by_every_receive() {
    for [one, two] in [common::udp(), common::unix(SOCK_DGRAM)] {
        for _ in 0..4 {
            done(one.send(b"", 0));
        }
        assert_eq!(two.recv_vec(9, 0), Outcome::Done(vec![]));
        assert_eq!(two.recv_vec(usize::MAX, 0), Outcome::Done(vec![]));
        assert_eq!(done(two.recvfrom_vec(usize::MAX, 0)).0, b"");
        assert_eq!(done(two.recvfrom_vec(9, 0)).0, b"");
        assert_eq!(two.recv_vec(9, MSG_DONTWAIT), Outcome::Again);
    }
}

#[test]
fn an_empty_buffer_is_not_the_end() {
    for [one, two] in [common::tcp(), common::unix(SOCK_STREAM)] {
        done(one.send(b"x", 0));
        done(two.recvable(Some(Seconds(5.0))));
        assert_eq!(recv(&two, 0, 0), Outcome::Done(vec![]));
        assert_eq!(recv(&two, 1, 0), Outcome::Done(b"x".to_vec()));
    }
}

#[test]
fn the_end_of_a_connection_is_closed() {
    for (name, [one, two]) in pairs() {
        if one.socktype() == SOCK_DGRAM {
            continue;
        }
        done(one.send(b"last", 0));
        one.close(None).unwrap();
        assert_eq!(two.recv_vec(9, 0), Outcome::Done(b"last".to_vec()), "{name}");
        for _ in 0..2 {
            assert_eq!(recv(&two, 9, 0), Outcome::Closed, "{name}");
            assert_eq!(two.recv_vec(9, MSG_TRUNC), Outcome::Closed, "{name}");
            assert_eq!(two.recv_vec(usize::MAX, 0), Outcome::Closed, "{name}");
            assert_eq!(two.recvfrom_vec(9, 0), Outcome::Closed, "{name}");
            assert_eq!(two.recvfrom_vec(usize::MAX, MSG_WAITALL), Outcome::Closed, "{name}");
        }
    }
}

#[test]
fn a_send_to_who_has_gone_is_closed() {
    for [one, two] in [common::tcp(), common::unix(SOCK_STREAM), common::unix(SOCK_SEQPACKET)] {
        one.close(None).unwrap();
        // The first segment only draws the reset.
        let _ = two.send(b"x", 0);
        assert_eq!(recv(&two, 9, 0), Outcome::Closed);
        let start = Instant::now();
        while two.send(b"x", 0) != Outcome::Closed {
            assert!(start.elapsed() < Duration::from_secs(5), "the reset arrives");
        }
        assert_eq!(two.send(b"x", 0), Outcome::Closed);
    }
}

#[test]
fn a_reset_is_an_error_to_who_receives() {
    let [one, two] = common::tcp();
    two.linger(Some(0)).unwrap();
    two.close(None).unwrap();
    let error = recv(&one, 9, 0);
    assert!(
        matches!(error, Outcome::Failed(error) if error.number() == libc::ECONNRESET && error.call == "recv")
    );
    let [one, two] = common::tcp();
    two.linger(Some(0)).unwrap();
    two.close(None).unwrap();
    done(one.recvable(Some(Seconds(5.0))));
    assert_eq!(one.send(b"x", 0), Outcome::Closed, "ECONNRESET or EPIPE");
}

#[test]
fn a_refused_datagram_is_an_error_once() {
    let [one, two] = common::udp();
    two.close(None).unwrap();
    done(one.send(b"x", 0));
    assert_eq!(failed(recv(&one, 9, 0)), libc::ECONNREFUSED);
    assert_eq!(recv(&one, 9, MSG_DONTWAIT), Outcome::Again);
}

#[test]
fn a_full_socket_sends_a_part() {
    for [one, two] in [common::tcp(), common::unix(SOCK_STREAM)] {
        one.nonblock(Some(true)).unwrap();
        let big = vec![b'x'; 1 << 24];
        let Outcome::Part(mut sent @ 1..) = one.send(&big, 0) else { panic!("no room for all") };
        loop {
            match one.send(&big, 0) {
                Outcome::Part(0) => break,
                Outcome::Done(len) | Outcome::Part(len) => sent += len,
                other => panic!("{other:?}"),
            }
            assert!(sent < 1 << 30);
        }
        assert_eq!(one.sendable(Some(Seconds(0.0))), Outcome::Again);
        let mut received = 0;
        while let Outcome::Done(msg) = two.recv_vec(1 << 20, MSG_DONTWAIT) {
            received += msg.len();
        }
        assert!(received > 0 && received <= sent);
        assert_eq!(one.sendable(Some(Seconds(5.0))), Outcome::Done(()));
    }
}

#[test]
fn a_full_datagram_socket_sends_nothing() {
    let [one, _two] = common::unix(SOCK_DGRAM);
    one.nonblock(Some(true)).unwrap();
    let full = loop {
        match one.send(b"xyz", 0) {
            Outcome::Done(3) => {}
            other => break other,
        }
    };
    assert_eq!(full, Outcome::Part(0));
    one.nonblock(Some(false)).unwrap();
    one.sndtimeo(Some(Seconds(0.02))).unwrap();
    assert_eq!(one.send(b"xyz", 0), Outcome::Part(0), "its time ran out");
    assert_eq!(
        interrupted(|| {
            one.sndtimeo(Some(Seconds(10.0))).unwrap();
            one.send(b"xyz", 0)
        }),
        Outcome::Part(0)
    );
}

#[test]
fn a_datagram_that_is_too_long_is_an_error() {
    let [one, _two] = common::udp();
    assert_eq!(failed(one.send(&vec![0; 65_536], 0)), libc::EMSGSIZE);
}

#[test]
fn a_signal_or_the_end_of_the_time_is_again() {
    for (name, [one, _two]) in pairs() {
        assert_eq!(interrupted(|| recv(&one, 9, 0)), Outcome::Again, "{name}");
        assert_eq!(interrupted(|| one.recv_vec(9, 0)), Outcome::Again, "{name}");
        assert_eq!(interrupted(|| one.recv_vec(usize::MAX, 0)), Outcome::Again, "{name}");
        assert_eq!(interrupted(|| one.recvfrom_vec(9, MSG_WAITALL)), Outcome::Again, "{name}");
        one.rcvtimeo(Some(Seconds(0.01))).unwrap();
        assert_eq!(recv(&one, 9, 0), Outcome::Again, "{name}");
        assert_eq!(one.recvfrom_vec(usize::MAX, 0), Outcome::Again, "{name}");
    }
}

/// With zerocopy(true) the kernel read, and sent, memory that had been given back.
#[test]
#[cfg(target_os = "linux")]
fn msg_zerocopy_is_refused_by_every_call_that_takes_flags() {
    for (name, [one, two]) in pairs() {
        let info = two.getsockname().unwrap();
        let flags = libc::MSG_ZEROCOPY | MSG_DONTWAIT;
        let refusals = [
            failed(one.send(b"x", flags)),
            failed(one.sendto(b"x", &info, flags)),
            failed(one.recv_vec(9, flags)),
            failed(one.recvfrom_vec(9, flags)),
            failed(one.recvfd(flags)),
        ];
        assert_eq!(refusals, [libc::EOPNOTSUPP; 5], "{name}");
        if one.family() == libc::AF_UNIX {
            assert_eq!(failed(one.sendfd(0, None, flags)), libc::EOPNOTSUPP);
        }
        assert_eq!(two.recv_vec(9, MSG_DONTWAIT), Outcome::Again, "nothing went");
    }
    assert_eq!(failed(Socket::closed().send(b"x", libc::MSG_ZEROCOPY)), libc::EBADF);
}

/// EPIPE was always told as the peer's end.
#[test]
fn the_peer_has_closed_only_where_a_peer_has_closed() {
    let (listener, info) = common::listener("127.0.0.1");
    // Never connected.
    let forgotten = Socket::new(&info, false).unwrap();
    assert_eq!(failed(forgotten.send(b"x", 0)), libc::ENOTCONN);
    // Refused, and nobody looked.
    let refused_one = Socket::new(&info, true).unwrap();
    drop(listener);
    refused_one.connect(None).unwrap();
    done(refused_one.sendable(Some(Seconds(5.0))));
    assert_eq!(refused_one.error(), Ok(libc::ECONNREFUSED));
    assert_eq!(failed(refused_one.send(b"x", 0)), libc::ENOTCONN);
    for [one, two] in [common::tcp(), common::unix(SOCK_STREAM)] {
        // Its own end, while the peer talks.
        one.shutdown(Some(libc::SHUT_WR)).unwrap();
        assert_eq!(failed(one.send(b"x", 0)), libc::EPIPE);
        let copy = one.dup(None).unwrap();
        assert_eq!(failed(copy.send(b"x", 0)), libc::EPIPE);
        done(two.send(b"x", 0));
        assert_eq!(done(one.recv_vec(9, 0)), b"x");
    }
    for [one, two] in [common::tcp(), common::unix(SOCK_STREAM)] {
        // The peer's end, be it told once or more often, and by a reset or not.
        done(one.send(b"unread", 0));
        two.close(None).unwrap();
        let start = Instant::now();
        while one.send(b"x", 0) != Outcome::Closed {
            assert!(start.elapsed() < Duration::from_secs(5));
        }
        for _ in 0..3 {
            assert_eq!(one.send(b"x", 0), Outcome::Closed);
        }
        // Another object for the same socket, which has seen nothing of all this.
        let other =
            Socket::wrap(one.dup(None).unwrap().unwrap().unwrap().into_raw_fd(), None).unwrap();
        assert_eq!(other.send(b"x", 0), Outcome::Closed);
    }
}

/// A connection that was on its way was told as a failure.
#[test]
#[cfg(target_os = "linux")]
fn a_fast_open_that_must_wait_says_again() {
    let (listener, info) = common::listener("127.0.0.1");
    let sock = Socket::new(&info, true).unwrap();
    match sock.sendto(b"early", &info, libc::MSG_FASTOPEN) {
        Outcome::Part(0) => {}
        // With a cookie from an earlier test, or in a kernel that needs none.
        Outcome::Done(5) => return,
        other => panic!("{other:?}"),
    }
    done(sock.sendable(Some(Seconds(5.0))));
    assert_eq!((sock.error(), sock.send(b"early", 0)), (Ok(0), Outcome::Done(5)));
    let peer = done(listener.accept());
    assert_eq!(done(peer.recv_vec(9, 0)), b"early");
}

/// Asking how long the next message is took the error out of the queue, as MSG_PEEK does not hold there.
#[test]
#[cfg(target_os = "linux")]
fn an_error_in_the_queue_is_not_lost() {
    for size in [4096, usize::MAX] {
        let [one, two] = common::udp();
        assert_eq!(one.recverr(Some(true)), Ok(true));
        two.close(None).unwrap();
        done(one.send(b"lost", 0));
        assert_eq!(one.recvable(Some(Seconds(5.0))), Outcome::Done(()));
        assert_eq!(one.recv_vec(size, libc::MSG_ERRQUEUE), Outcome::Done(b"lost".to_vec()));
    }
}

#[test]
fn recvfrom_tells_who_sent() {
    let (here, here_info) = common::bound("127.0.0.1", SOCK_DGRAM);
    for text in ["127.0.0.1", "127.0.0.2"] {
        let (there, there_info) = common::bound(text, SOCK_DGRAM);
        assert_eq!(there.sendto(b"hello", &here_info, 0), Outcome::Done(5));
        let (msg, info) = done(here.recvfrom_vec(99, 0));
        assert_eq!((msg, info), (b"hello".to_vec(), Some(there_info)));
        assert_eq!(info.unwrap().socktype, SOCK_DGRAM);
        assert_eq!(here.sendto(b"back", &info.unwrap(), 0), Outcome::Done(4));
        assert_eq!(done(there.recvfrom_vec(99, 0)), (b"back".to_vec(), Some(here_info)));
    }
    assert_eq!(failed(here.send(b"x", 0)), libc::EDESTADDRREQ);
}

/// A unix stream names the sender, if the peer has a name; TCP never does.
#[test]
fn recvfrom_on_a_connected_stream_names_no_sender() {
    let [one, two] = common::tcp();
    done(one.send(b"x", 0));
    assert_eq!(done(two.recvfrom_vec(9, 0)), (b"x".to_vec(), None));

    let directory = Directory::new();
    let info = AddrInfo::unix(directory.path("stream").as_bytes(), SOCK_STREAM, 0).unwrap();
    let listener = Socket::new(&info, false).unwrap();
    listener.bind(None).unwrap();
    listener.listen(None).unwrap();
    let client = common::patient(Socket::new(&info, false).unwrap());
    client.connect(None).unwrap();
    let server = done(listener.accept());
    for _ in 0..3 {
        done(server.send(b"x", 0));
    }
    assert_eq!(client.getpeername(), Ok(info));
    assert_eq!(done(client.recvfrom_vec(1, 0)), (b"x".to_vec(), None));
    assert_eq!(done(client.recvfrom_vec(usize::MAX, MSG_PEEK)), (b"xx".to_vec(), None));
    assert_eq!(done(client.recvfrom_vec(2, MSG_WAITALL)), (b"xx".to_vec(), None));
}

#[test]
fn no_send_brings_a_signal() {
    alone("no_send_brings_a_signal", || {
        // Whoever gets the signal, dies.
        common::handle(libc::SIGPIPE, libc::SIG_DFL);
        for [one, two] in [common::tcp(), common::unix(SOCK_STREAM), common::unix(SOCK_SEQPACKET)] {
            one.shutdown(Some(libc::SHUT_WR)).unwrap();
            assert_eq!(failed(one.send(b"x", 0)), libc::EPIPE);
            if one.family() == libc::AF_INET {
                assert_eq!(failed(one.sendto(b"x", &two.getsockname().unwrap(), 0)), libc::EPIPE);
            } else {
                assert_eq!(failed(one.sendfd(one.fd(), None, 0)), libc::EPIPE);
            }
        }
    });
}
