//! A socket of several threads, one of which closes it.

mod common;

use std::hint;
use std::os::fd::IntoRawFd as _;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, RwLock};
use std::thread;
use std::time::{Duration, Instant};

use libc::{MSG_DONTWAIT, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM};
use llsocket_core::{Outcome, Seconds, Shared, Socket};

use common::{alone, descriptors, done, failed, refused};

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
                        match shared.enter().send(b"stray", 0) {
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

/// Runs `call` in a thread, closes the socket when it surely waits, and gives what it said.
fn woken<T: Send>(sock: Socket, call: impl FnOnce(&Socket) -> T + Send) -> T {
    woken_from(sock, |shared| call(&shared.enter()))
}

/// The same for a call that enters by itself.
fn woken_from<T: Send>(sock: Socket, call: impl FnOnce(&Shared) -> T + Send) -> T {
    sock.rcvtimeo(Some(Seconds(0.0))).unwrap();
    sock.sndtimeo(Some(Seconds(0.0))).unwrap();
    let rescue = sock.dup(None).unwrap();
    let shared = Shared::new(sock);
    thread::scope(|scope| {
        let waits = scope.spawn(|| call(&shared));
        thread::sleep(Duration::from_millis(30));
        assert!(!waits.is_finished(), "it waits");
        shared.close(None).unwrap();
        let start = Instant::now();
        while !waits.is_finished() {
            if start.elapsed() > Duration::from_secs(10) {
                let _ = rescue.shutdown(None);
                panic!("close does not wake it");
            }
            thread::sleep(Duration::from_millis(1));
        }
        waits.join().unwrap()
    })
}

#[test]
fn close_wakes_who_receives() {
    let recv = |sock: &Socket| sock.recv_vec(9, 0);
    for [one, _two] in [common::tcp(), common::unix(SOCK_STREAM), common::unix(SOCK_SEQPACKET)] {
        assert_eq!(woken(one, recv), Outcome::Closed);
    }
}

/// A datagram socket that was shut down receives 0 bytes, as if an empty datagram had come.
#[test]
fn close_makes_no_empty_datagram() {
    let alone = common::bound("127.0.0.1", SOCK_DGRAM).0;
    let [udp, _two] = common::udp();
    let [unix, _three] = common::unix(SOCK_DGRAM);
    for sock in [alone, udp, unix] {
        assert_eq!(failed(woken(sock, |sock| sock.recv_vec(9, 0))), libc::EBADF);
    }
}

#[test]
fn close_wakes_who_sends() {
    let [one, _two] = common::unix(SOCK_STREAM);
    while one.send(&[0; 16384], MSG_DONTWAIT) == Outcome::Done(16384) {}
    assert!(matches!(
        woken(one, |sock| sock.send(&vec![0; 1 << 20], 0)),
        Outcome::Closed | Outcome::Part(_)
    ));
}

#[test]
fn close_wakes_who_accepts() {
    let (listener, _) = common::listener("127.0.0.1");
    assert!(matches!(woken(listener, Socket::accept), Outcome::Failed(_)));
}

#[test]
fn close_wakes_who_waits() {
    let ([tcp, _two], [udp, _three]) = (common::tcp(), common::udp());
    let alone = common::bound("127.0.0.1", SOCK_DGRAM).0;
    for sock in [tcp, udp, alone, common::listener("127.0.0.1").0] {
        let wait = |sock: &Socket| sock.recvable(Some(Seconds(30.0)));
        assert_eq!(failed(woken(sock, wait)), libc::EBADF);
    }
}

#[test]
fn block_says_that_the_socket_was_closed_meanwhile() {
    let [one, two] = common::unix(SOCK_STREAM);
    let shared = Shared::new(two);
    done(one.send(b"x", 0));
    assert_eq!(shared.block(|sock| sock.recv_vec(9, 0)), Outcome::Done(b"x".to_vec()));
    assert_eq!(shared.block(|sock| sock.recv_vec(9, MSG_DONTWAIT)), Outcome::Again);
    one.close(None).unwrap();
    assert_eq!(shared.block(|sock| sock.recv_vec(9, 0)), Outcome::Closed, "by the peer");
    shared.close(None).unwrap();
    assert_eq!(failed(shared.block(|sock| sock.recv_vec(9, 0))), libc::EBADF);

    let recv = |shared: &Shared| shared.block(|sock| sock.recv_vec(9, 0));
    let [tcp, _two] = common::tcp();
    assert_eq!(failed(woken_from(tcp, recv)), libc::EBADF);
    let (listener, _) = common::listener("127.0.0.1");
    assert_eq!(failed(woken_from(listener, |shared| shared.block(Socket::accept))), libc::EBADF);
}

/// A child has its parent's sockets, and none of the threads that are inside them.
#[test]
fn a_child_does_not_wait_for_its_parents_threads() {
    alone("a_child_does_not_wait_for_its_parents_threads", || {
        let [one, two] = Socket::pair(SOCK_STREAM, false, 0).unwrap();
        let (fd, shared) = (one.fd(), Shared::new(one));
        thread::scope(|scope| {
            let waits = scope.spawn(|| shared.block(|sock| sock.recv_vec(9, 0)));
            thread::sleep(Duration::from_millis(30));
            // SAFETY: the child makes no call but such as are allowed there, and ends by _exit.
            let child = unsafe { libc::fork() };
            if child == 0 {
                let closed = shared.close(None).is_ok();
                // SAFETY: takes no pointers.
                let gone = unsafe { libc::fcntl(fd, libc::F_GETFD) } < 0;
                // SAFETY: ends the child without more ado.
                unsafe { libc::_exit(i32::from(!(closed && gone))) };
            }
            let mut status = -1;
            // SAFETY: `status` is ours to write to.
            unsafe { libc::waitpid(child, &raw mut status, 0) };
            assert_eq!(status, 0, "closed in the child, and at once");
            assert!(!waits.is_finished(), "the parent's connection was not shut down");
            done(two.send(b"x", 0));
            assert_eq!(waits.join().unwrap(), Outcome::Done(b"x".to_vec()));
        });
        assert_eq!(shared.close(None), Ok(()));
        assert_eq!(two.recv_vec(1, 0), Outcome::Closed);
    });
}

#[test]
fn the_number_is_reserved_until_the_last_user_leaves() {
    alone("the_number_is_reserved_until_the_last_user_leaves", || {
        let [one, two] = Socket::pair(SOCK_STREAM, false, 0).unwrap();
        let fd = one.fd();
        let before = descriptors();
        let shared = Shared::new(one);
        let (first, second) = (shared.enter(), shared.enter());
        shared.close(None).unwrap();
        assert_eq!((first.fd(), shared.peek().fd(), descriptors()), (-1, -1, before));
        assert_eq!(two.recv_vec(1, 0), Outcome::Closed, "the connection is gone at once");
        assert_ne!(Socket::pair(SOCK_STREAM, false, 0).unwrap()[0].fd(), fd, "the number is taken");
        drop(first);
        let late = shared.enter();
        assert_eq!(failed(late.send(b"x", 0)), libc::EBADF);
        drop(second);
        assert_eq!(descriptors(), before, "someone is inside");
        drop(late);
        assert_eq!(descriptors(), before - 1);
        // It is closed once, not again when others own the number.
        let other = Socket::pair(SOCK_STREAM, false, 0).unwrap();
        assert_eq!(other[0].fd(), fd);
        drop(shared.enter());
        assert_eq!(shared.close(None), Ok(()));
        drop(shared);
        assert!(other[0].getsockname().is_ok());
    });
}

#[test]
fn close_with_nobody_inside_shuts_nothing_down() {
    let [one, two] = common::unix(SOCK_STREAM);
    let copy = one.dup(None).unwrap();
    let shared = Shared::new(one);
    drop(shared.enter());
    shared.close(None).unwrap();
    done(copy.send(b"x", 0));
    assert_eq!(done(two.recv_vec(1, 0)), b"x");
    // With someone inside it must, for else he would wait on.
    let shared = Shared::new(copy.dup(None).unwrap());
    let user = shared.enter();
    shared.close(None).unwrap();
    drop(user);
    assert_eq!((copy.send(b"x", 0), two.recv_vec(1, 0)), (Outcome::Closed, Outcome::Closed));
}

#[test]
fn close_says_what_its_shutdown_said() {
    for inside in [false, true] {
        let [one, _two] = common::unix(SOCK_STREAM);
        let shared = Shared::new(one);
        let user = inside.then(|| shared.enter());
        assert_eq!(refused(shared.close(Some(99))), libc::EINVAL);
        assert_eq!((shared.peek().fd(), shared.close(Some(99))), (-1, Ok(())));
        drop(user);
        // Not connected, and so what.
        let shared = Shared::new(common::bound("127.0.0.1", SOCK_STREAM).0);
        let user = inside.then(|| shared.enter());
        assert_eq!(shared.close(Some(libc::SHUT_RDWR)), Ok(()));
        drop(user);
        let shared = Shared::new(common::bound("127.0.0.1", SOCK_DGRAM).0);
        let _user = inside.then(|| shared.enter());
        assert_eq!(shared.close(None), Ok(()));
    }
}

#[test]
fn unwrap_gives_the_descriptor_up() {
    let [one, two] = common::unix(SOCK_STREAM);
    let shared = Shared::new(one);
    let user = shared.enter();
    let fd = shared.unwrap().unwrap();
    assert_eq!(
        (refused(shared.unwrap()), user.fd(), shared.close(None)),
        (libc::EBADF, -1, Ok(()))
    );
    drop(user);
    drop(shared);
    let again = Socket::wrap(fd.into_raw_fd(), None).expect("it stays open");
    done(again.send(b"x", 0));
    assert_eq!(done(two.recv_vec(1, 0)), b"x");
}

#[test]
fn a_shared_socket_that_is_dropped_is_closed() {
    let [one, two] = common::unix(SOCK_STREAM);
    drop(Shared::new(one));
    assert_eq!(two.recv_vec(1, 0), Outcome::Closed);
}

#[test]
fn threads_that_close_at_once_close_once() {
    for _ in 0..2_000 {
        let [one, two] = common::unix(SOCK_STREAM);
        let shared = Shared::new(one);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let user = shared.enter();
                    shared.close(None).expect("closing succeeds");
                    drop(user);
                });
            }
        });
        assert_eq!(two.recv_vec(1, 0), Outcome::Closed);
    }
}
