//! A socket of several threads, one of which closes it.

mod common;

use std::hint;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, RwLock};
use std::thread;
use std::time::{Duration, Instant};

use libc::{MSG_DONTWAIT, MSG_PEEK, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM};
use llsocket_core::{AddrInfo, Attempt, Interface, Outcome, Readiness, Seconds, Shared, Socket};

use common::{Directory, alone, descriptors, done, ended, failed, refused, run, to_recv};

/// How often a socket is made, used, and closed while in use.
const ROUNDS: u32 = 100_000;

/// Two threads send through whatever socket there is at the time; this one keeps closing it, and
/// opens others, to which the old number then belongs. Not a byte may get into those.
#[test]
fn no_stale_descriptor_is_used() {
    let fresh = || {
        let [one, two] = Socket::pair(SOCK_DGRAM, true, 0).expect("a pair");
        (Arc::new(Shared::new(one)), two)
    };
    let (first, mut peer) = fresh();
    let current = RwLock::new(first);
    let (stop, sent) = (AtomicBool::new(false), AtomicU64::new(0));
    let untouched = |[one, two]: [Socket; 2]| {
        for sock in [one, two] {
            assert_eq!(sock.recv_vec(9, 0), Outcome::Again, "someone else's bytes arrived here");
        }
    };
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let shared = Arc::clone(&current.read().unwrap());
                    loop {
                        match shared.acquire().send(b"stray", 0) {
                            Outcome::Done(_) => sent.fetch_add(1, Ordering::Relaxed),
                            Outcome::Part(0) if !stop.load(Ordering::Relaxed) => continue,
                            Outcome::Part(0) | Outcome::Closed => break,
                            Outcome::Failed(error) => {
                                let number = error.number();
                                let known = [libc::EBADF, libc::ECONNREFUSED, libc::ENOTCONN];
                                assert!(known.contains(&number), "{error}");
                                break;
                            }
                            other => panic!("{other:?}"),
                        };
                    }
                }
            });
        }
        // An adversary, who takes every number that becomes free.
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                let decoys = [(); 4].map(|()| Socket::pair(SOCK_DGRAM, true, 0).expect("a pair"));
                thread::yield_now();
                decoys.into_iter().for_each(untouched);
            }
        });
        let guard = Stop(&stop);
        for round in 0..ROUNDS {
            let (next, next_peer) = fresh();
            let shared = std::mem::replace(&mut *current.write().unwrap(), Arc::clone(&next));
            for _ in 0..round % 64 {
                hint::spin_loop();
            }
            next.close(None).expect("closing succeeds");
            let decoy = Socket::pair(SOCK_DGRAM, true, 0).expect("a pair");
            shared.close(None).expect("a second close is quiet");
            drop(std::mem::replace(&mut peer, next_peer));
            untouched(decoy);
        }
        drop(guard);
    });
    assert!(sent.load(Ordering::Relaxed) > 100, "the threads did use it: {sent:?}");
}

/// Stops the other threads, however this one ends.
struct Stop<'a>(&'a AtomicBool);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A kind of wait: its name, a socket on which it waits for ever, and the call.
type Wait = (&'static str, Socket, fn(&Shared) -> Outcome<()>);

fn to_recv_from(shared: &Shared) -> Outcome<()> {
    run(shared, Readiness::Recv, |socket| socket.recvfrom_vec(9, MSG_DONTWAIT).map(drop).into())
}

fn to_peek_beyond(shared: &Shared) -> Outcome<()> {
    run(shared, Readiness::Recv, |socket| {
        socket.recv_vec(9, MSG_DONTWAIT | MSG_PEEK).map(drop).into()
    })
}

fn to_recv_fd(shared: &Shared) -> Outcome<()> {
    run(shared, Readiness::Recv, |socket| socket.recvfd(MSG_DONTWAIT).map(drop).into())
}

fn to_accept(shared: &Shared) -> Outcome<()> {
    run(shared, Readiness::Recv, |socket| socket.accept().map(drop).into())
}

fn to_send(shared: &Shared) -> Outcome<()> {
    run(shared, Readiness::Send, |socket| match socket.send(&[0; 16_384], MSG_DONTWAIT) {
        Outcome::Part(_) => Attempt::WouldBlock,
        outcome => outcome.map(drop).into(),
    })
}

fn to_be_recvable(shared: &Shared) -> Outcome<()> {
    ended(shared.waiting(Readiness::Recv, Some(Seconds(30.0))).unwrap().wait())
}

fn to_be_sendable(shared: &Shared) -> Outcome<()> {
    ended(shared.waiting(Readiness::Send, None).unwrap().wait())
}

/// A socket whose queue to its peer is full.
fn full([one, two]: [Socket; 2]) -> Socket {
    while matches!(one.send(&[0; 16_384], MSG_DONTWAIT), Outcome::Done(1..)) {}
    while matches!(one.send(b"x", MSG_DONTWAIT), Outcome::Done(1..)) {}
    std::mem::forget(two);
    one
}

fn first([one, two]: [Socket; 2]) -> Socket {
    std::mem::forget(two);
    one
}

/// A UDP socket with a datagram that a peek looks beyond.
fn peeking() -> Socket {
    let [one, two] = common::udp();
    done(two.send(b"short", 0));
    done(one.recvable(Some(Seconds(5.0))));
    one.peekoff(Some(100)).unwrap();
    std::mem::forget(two);
    one
}

/// A UDP socket with an error in its queue that nobody reads, so that poll(2) always calls it ready.
fn with_an_unread_error() -> Socket {
    let [one, two] = common::udp();
    one.recverr(Some(true)).unwrap();
    two.close(None).unwrap();
    done(one.send(b"lost", 0));
    done(one.recvable(Some(Seconds(5.0))));
    assert_eq!(failed(one.recv_vec(9, MSG_DONTWAIT)), libc::ECONNREFUSED);
    assert_eq!(one.recv_vec(9, MSG_DONTWAIT), Outcome::Again);
    one
}

fn opened(info: llsocket_core::Result<AddrInfo>) -> Option<Socket> {
    Socket::new(&info.ok()?, false).ok()
}

/// Every kind of wait, on every kind of socket: what waits in the kernel itself (connect, sendfile, and an
/// accept that another reader got ahead of) is not among them.
fn waits() -> Vec<Wait> {
    let bound = |socktype| common::bound("127.0.0.1", socktype).0;
    let mut waits: Vec<Wait> = vec![
        ("recv, TCP", first(common::tcp()), to_recv),
        ("recv, UDP", first(common::udp()), to_recv),
        ("recv, UDP without a peer", bound(SOCK_DGRAM), to_recv),
        ("recv, unix stream", first(common::unix(SOCK_STREAM)), to_recv),
        ("recv, unix datagram", first(common::unix(SOCK_DGRAM)), to_recv),
        ("recv, unix seqpacket", first(common::unix(SOCK_SEQPACKET)), to_recv),
        ("recvfrom, UDP", bound(SOCK_DGRAM), to_recv_from),
        ("recv, beyond what is there to peek at", peeking(), to_peek_beyond),
        ("recv, an unread error queue", with_an_unread_error(), to_recv),
        ("recvfd, unix stream", first(common::unix(SOCK_STREAM)), to_recv_fd),
        ("accept, TCP", common::listener("127.0.0.1").0, to_accept),
        ("send, TCP", full(common::tcp()), to_send),
        ("send, unix stream", full(common::unix(SOCK_STREAM)), to_send),
        ("send, unix datagram", full(common::unix(SOCK_DGRAM)), to_send),
        ("send, unix seqpacket", full(common::unix(SOCK_SEQPACKET)), to_send),
        ("recvable, TCP", first(common::tcp()), to_be_recvable),
        ("recvable, UDP", bound(SOCK_DGRAM), to_be_recvable),
        ("recvable, listener", common::listener("127.0.0.1").0, to_be_recvable),
        ("sendable, TCP", full(common::tcp()), to_be_sendable),
    ];
    let netlink = AddrInfo::netlink(0, 0, 0, 0);
    waits.extend(opened(netlink).map(|sock| ("recv, netlink", sock, to_recv as _)));
    let loopback = Interface::Name(b"lo"[..].into());
    // An ethertype that nobody sends.
    let packet = AddrInfo::packet(loopback, 0x88b5, SOCK_DGRAM, None);
    waits.extend(opened(packet).map(|sock| ("recv, packet", sock, to_recv as _)));
    waits
}

/// Close shut the connection down for everybody, and could not wake what waited on netlink and packet
/// sockets.
#[test]
fn close_wakes_every_kind_of_wait_at_once() {
    alone("close_wakes_every_kind_of_wait_at_once", || {
        let mut slowest = Duration::ZERO;
        for (name, sock, wait) in waits() {
            sock.rcvtimeo(Some(Seconds(0.0))).unwrap();
            sock.sndtimeo(Some(Seconds(0.0))).unwrap();
            let shared = Shared::new(sock);
            let (outcome, took) = thread::scope(|scope| {
                let waits = scope.spawn(|| (wait(&shared), Instant::now()));
                thread::sleep(Duration::from_millis(40));
                let (is_waiting, cpu) = (!waits.is_finished(), cpu_time());
                thread::sleep(Duration::from_millis(40));
                let spun = cpu_time().saturating_sub(cpu);
                let start = Instant::now();
                shared.close(None).unwrap();
                let (outcome, woken) = waits.join().unwrap();
                assert!(is_waiting, "{name}: it waits");
                assert!(spun < Duration::from_millis(30), "{name}: it spins");
                (outcome, woken.saturating_duration_since(start))
            });
            eprintln!("{name:40} woken after {took:?}");
            assert_eq!(failed(outcome), libc::EBADF, "{name}");
            slowest = slowest.max(took);
        }
        assert!(slowest < Duration::from_secs(2), "{slowest:?}");
    });
}

/// The processor time that this process has used.
fn cpu_time() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the time is ours to write to.
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &raw mut time) };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// What waits is told of what comes, also where poll(2) calls the socket ready all the time.
#[test]
fn a_wait_that_was_told_in_vain_hears_of_what_comes() {
    let [one, two] = common::udp();
    let peer = two.getsockname().unwrap();
    one.recverr(Some(true)).unwrap();
    two.close(None).unwrap();
    done(one.send(b"lost", 0));
    done(one.recvable(Some(Seconds(5.0))));
    assert_eq!(failed(one.recv_vec(9, MSG_DONTWAIT)), libc::ECONNREFUSED);
    let here = one.getsockname().unwrap();
    let shared = Shared::new(one);
    thread::scope(|scope| {
        let waits = scope.spawn(|| to_recv(&shared));
        thread::sleep(Duration::from_millis(30));
        let again = Socket::new(&peer, false).unwrap();
        again.bind(None).unwrap();
        done(again.sendto(b"x", &here, 0));
        assert_eq!(waits.join().unwrap(), Outcome::Done(()));
    });
}

/// The room in the queue of a datagram socket that is not connected is no event of the sender's.
#[test]
fn a_send_to_a_full_queue_goes_on_when_there_is_room() {
    let directory = Directory::new();
    let info = AddrInfo::unix(directory.path("full").as_bytes(), SOCK_DGRAM, 0).unwrap();
    let reader = Socket::new(&info, false).unwrap();
    reader.bind(None).unwrap();
    let other = Socket::new(&info, false).unwrap();
    while other.sendto(b"other", &info, MSG_DONTWAIT) == Outcome::Done(5) {}
    let shared = Shared::new(Socket::new(&info, false).unwrap());
    thread::scope(|scope| {
        let waits = scope.spawn(|| {
            let mut blocking = shared.blocking(Readiness::Send).unwrap().unwrap();
            ended(blocking.run(|socket| match socket.sendto(b"mine", &info, MSG_DONTWAIT) {
                Outcome::Part(_) => Attempt::WouldBlock,
                outcome => outcome.into(),
            }))
        });
        thread::sleep(Duration::from_millis(30));
        assert!(!waits.is_finished());
        assert_eq!(done(reader.recv_vec(9, 0)), b"other");
        assert_eq!(waits.join().unwrap(), Outcome::Done(4));
    });
}

#[test]
fn a_wait_ends_in_time_and_says_again() {
    let [one, _two] = common::unix(SOCK_STREAM);
    one.rcvtimeo(Some(Seconds(0.05))).unwrap();
    let shared = Shared::new(one);
    let start = Instant::now();
    assert_eq!(to_recv(&shared), Outcome::Again);
    assert!((50..2_000).contains(&start.elapsed().as_millis()));
    let mut waiting = shared.waiting(Readiness::Recv, Some(Seconds(0.0))).unwrap();
    assert_eq!(ended(waiting.wait()), Outcome::Again);
    assert_eq!(refused(shared.waiting(Readiness::Recv, Some(Seconds(-1.0))).map(drop)), libc::EDOM);
    shared.inner().nonblock(Some(true)).unwrap();
    assert!(shared.blocking(Readiness::Recv).unwrap().is_none(), "it does not wait");
    shared.close(None).unwrap();
    assert_eq!(refused(shared.blocking(Readiness::Recv).map(drop)), libc::EBADF);
}

/// Without a descriptor to spare there is none to wake with: who waits looks up from time to time.
#[test]
fn close_wakes_who_waits_without_a_descriptor_to_spare() {
    alone("close_wakes_who_waits_without_a_descriptor_to_spare", || {
        let [one, _two] = common::unix(SOCK_STREAM);
        one.rcvtimeo(Some(Seconds(0.0))).unwrap();
        let shared = Shared::new(one);
        common::limit_descriptors(descriptors());
        thread::scope(|scope| {
            let waits = scope.spawn(|| to_recv(&shared));
            thread::sleep(Duration::from_millis(80));
            assert!(!waits.is_finished());
            shared.close(None).unwrap();
            assert_eq!(failed(waits.join().unwrap()), libc::EBADF);
        });
    });
}
