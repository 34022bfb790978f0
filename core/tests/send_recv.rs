//! Talking: what sends and receives say, to the edges.

mod common;

use std::os::fd::IntoRawFd;
use std::thread;
use std::time::{Duration, Instant};

use libc::{
    MSG_DONTWAIT, MSG_PEEK, MSG_TRUNC, MSG_WAITALL, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM,
};
use llsocket_core::{AddrInfo, LARGEST_IP, Outcome, Seconds, Size, Socket};

use common::{Directory, alone, done, failed, interrupted, recv, refused};

/// Connected sockets of every type that a test can have, with the type's name.
fn pairs() -> [(&'static str, [Socket; 2]); 5] {
    [
        ("tcp", common::tcp()),
        ("udp", common::udp()),
        ("unix stream", common::unix(SOCK_STREAM)),
        ("unix dgram", common::unix(SOCK_DGRAM)),
        ("unix seqpacket", common::unix(SOCK_SEQPACKET)),
    ]
}

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

#[test]
fn a_datagram_that_is_cut_shows_no_foreign_bytes() {
    for [one, two] in [common::udp(), common::unix(SOCK_DGRAM), common::unix(SOCK_SEQPACKET)] {
        for _ in 0..4 {
            done(one.send(&[b'x'; 1000], 0));
        }
        for flags in [MSG_TRUNC | MSG_PEEK, MSG_TRUNC, 0] {
            assert_eq!(recv(&two, 10, flags), Outcome::Done(vec![b'x'; 10]));
        }
        assert_eq!(two.recv_vec(10, MSG_TRUNC), Outcome::Done(vec![b'x'; 10]));
        assert_eq!(done(two.recvfrom_vec(10, MSG_TRUNC)).0, [b'x'; 10]);
    }
}

/// On TCP, MSG_TRUNC throws the bytes away: not one of them was received.
#[test]
#[cfg(target_os = "linux")]
fn a_stream_that_throws_bytes_away_receives_none() {
    let [one, two] = common::tcp();
    for receive in [
        &(|| recv(&two, 4, MSG_TRUNC)) as &dyn Fn() -> Outcome<Vec<u8>>,
        &|| two.recv_vec(4, MSG_TRUNC),
        &|| two.recv_vec(4, MSG_TRUNC | MSG_WAITALL),
        &|| two.recvfrom_vec(4, MSG_TRUNC).map(|(msg, _)| msg),
    ] {
        done(one.send(b"goneleft", 0));
        done(two.recvable(Some(Seconds(5.0))));
        assert_eq!(receive(), Outcome::Done(vec![]));
        assert_eq!(
            recv(&two, 9, 0),
            Outcome::Done(b"left".to_vec()),
            "four bytes were thrown away"
        );
    }
    // A unix stream knows no MSG_TRUNC: what it receives is there.
    let [one, two] = common::unix(SOCK_STREAM);
    done(one.send(b"heretoo", 0));
    assert_eq!(recv(&two, 4, MSG_TRUNC), Outcome::Done(b"here".to_vec()));
    assert_eq!(two.recv_vec(9, MSG_TRUNC), Outcome::Done(b"too".to_vec()));
}

#[test]
fn a_size_that_only_an_argument_claims_takes_no_memory() {
    let before = resident();
    for (name, [one, two]) in pairs() {
        for size in [usize::MAX, 1 << 40, i64::MAX as usize] {
            for flags in [0, MSG_TRUNC] {
                done(one.send(b"hello", 0));
                let (msg, (other, _)) = match () {
                    () if name == "tcp" && flags != 0 => {
                        (done(two.recv_vec(size, 0)), Default::default())
                    }
                    () => {
                        let msg = done(two.recv_vec(size, flags));
                        done(one.send(b"hello", 0));
                        (msg, done(two.recvfrom_vec(size, flags)))
                    }
                };
                assert_eq!(msg, b"hello", "{name}");
                assert!(other.is_empty() || other == b"hello", "{name}");
                assert!(resident() < before + (64 << 20), "{name} {size} {flags}");
            }
        }
    }
    // A stream that goes on until all is there, and ends before.
    let [one, two] = common::unix(SOCK_STREAM);
    done(one.send(b"hello", 0));
    one.close(None).unwrap();
    let msg = done(two.recv_vec(usize::MAX, MSG_WAITALL));
    assert_eq!(msg, b"hello");
    assert!(msg.capacity() <= 1 << 18);
}

/// The bytes of memory that this process uses.
fn resident() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    pages.split(' ').nth(1).and_then(|pages| pages.parse::<usize>().ok()).unwrap_or(0) * 4096
}

/// The kernel was asked first how long the next message is; another reader took that one, and the next,
/// longer one was cut.
#[test]
fn a_message_that_fits_is_never_cut_however_many_read() {
    let [one, two] = common::unix(SOCK_SEQPACKET);
    let (short, long) = (vec![b's'; 10], vec![b'l'; 150_000]);
    one.sndbuf(Some(Size(1 << 20))).unwrap();
    let two = &two;
    thread::scope(|scope| {
        let read = || {
            let mut seen = 0;
            while let Outcome::Done(msg) = two.recv_vec(300_000, 0) {
                assert!(msg == short || msg == long, "a message of {} bytes", msg.len());
                seen += 1;
            }
            seen
        };
        let readers = [scope.spawn(read), scope.spawn(read)];
        for _ in 0..1_000 {
            for msg in [&short, &long] {
                assert_eq!(one.send(msg, 0), Outcome::Done(msg.len()));
            }
        }
        one.shutdown(Some(libc::SHUT_WR)).unwrap();
        let seen = readers.map(|reader| reader.join().unwrap());
        assert_eq!(seen.iter().sum::<i32>(), 2_000);
    });
}

#[test]
fn a_large_datagram_comes_whole() {
    for size in [200_000, 272_000] {
        for socktype in [SOCK_DGRAM, SOCK_SEQPACKET] {
            let [one, two] = common::unix(socktype);
            if one.sndbuf(Some(Size(size as i32))).and_then(|_| one.sndbuf(None)).unwrap().0
                <= size as i32
            {
                eprintln!("net.core.wmem_max is too low for {size} bytes");
                continue;
            }
            let big: Vec<u8> = (0..size).map(|index| index as u8).collect();
            for _ in 0..2 {
                assert_eq!(one.send(&big, 0), Outcome::Done(size));
                assert!(done(two.recv_vec(usize::MAX, 0)) == big);
                done(one.send(&big, 0));
                assert!(done(two.recvfrom_vec(size, 0)).0 == big);
            }
            done(one.send(&big, 0));
            done(one.send(b"next", 0));
            assert_eq!(done(two.recv_vec(4096, 0)), big[..4096]);
            assert_eq!(done(two.recv_vec(usize::MAX, 0)), b"next", "the rest is discarded");
        }
    }
}

/// What the kernel counted and never wrote came out: memory of others.
#[test]
fn msg_trunc_gives_no_foreign_bytes_when_the_number_changed_hands() {
    alone("msg_trunc_gives_no_foreign_bytes_when_the_number_changed_hands", || {
        let [victim, _peer] = common::unix(SOCK_STREAM);
        let [one, two] = common::tcp();
        // SAFETY: takes no pointers; the number is the victim's, who does not know what it is now.
        assert!(unsafe { libc::dup2(two.fd(), victim.fd()) } >= 0);
        for receive in [
            &(|| victim.recv_vec(2_000, MSG_TRUNC)) as &dyn Fn() -> Outcome<Vec<u8>>,
            &|| recv(&victim, 2_000, MSG_TRUNC),
            &|| victim.recvfrom_vec(2_000, MSG_TRUNC).map(|(msg, _)| msg),
        ] {
            done(one.send(&[7; 1_000], 0));
            done(two.recvable(Some(Seconds(5.0))));
            assert_eq!(receive(), Outcome::Done(vec![]));
        }
    });
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

#[test]
fn waitall_gives_all_of_a_megabyte() {
    for [one, two] in [common::tcp(), common::unix(SOCK_STREAM)] {
        let big: Vec<u8> = (0..1 << 20).map(|index: u32| (index % 251) as u8).collect();
        thread::scope(|scope| {
            scope.spawn(|| {
                for part in big.chunks(100_000).chain(big.chunks(1 << 18)) {
                    assert_eq!(one.send(part, 0), Outcome::Done(part.len()));
                }
            });
            assert!(done(two.recv_vec(1 << 20, MSG_WAITALL)) == big);
            assert!(done(two.recvfrom_vec(1 << 20, MSG_WAITALL)).0 == big);
        });
        // What is there when the time runs out, is the answer.
        done(one.send(b"short", 0));
        done(two.recvable(Some(Seconds(5.0))));
        two.rcvtimeo(Some(Seconds(0.02))).unwrap();
        assert_eq!(done(two.recv_vec(1 << 20, MSG_WAITALL)), b"short");
        assert_eq!(two.recv_vec(1 << 20, MSG_WAITALL), Outcome::Again);
    }
    // What is there when the peer closes, too, be it as much as one turn takes, or more.
    for len in [1 << 18, 300_000] {
        for [one, two] in [common::tcp(), common::unix(SOCK_STREAM)] {
            let big = vec![b'x'; len];
            thread::scope(|scope| {
                scope.spawn(|| {
                    done(one.send(&big, 0));
                    one.close(None).unwrap();
                });
                assert!(done(two.recv_vec(1 << 20, MSG_WAITALL)) == big);
                assert_eq!(two.recv_vec(1 << 20, MSG_WAITALL), Outcome::Closed);
            });
        }
    }
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
