//! How large a message may be, and what a buffer holds that is larger or smaller.

mod common;

use std::thread;

use libc::{MSG_PEEK, MSG_TRUNC, MSG_WAITALL, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM};
use llsocket_core::{Outcome, Seconds, Size};

use common::{alone, done, pairs, recv};

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
