//! A socket of several threads or processes: who closes its descriptor, and when.

mod common;

use std::os::fd::{AsRawFd, IntoRawFd};
use std::thread;
use std::time::Duration;

use libc::{MSG_DONTWAIT, SOCK_DGRAM, SOCK_STREAM};
use llsocket_core::{Outcome, Seconds, Shared, Socket};

use common::{alone, descriptors, done, failed, refused, to_recv};

/// A child has its parent's sockets, and none of the threads that are inside them.
#[test]
fn a_child_does_not_wait_for_its_parents_threads() {
    alone("a_child_does_not_wait_for_its_parents_threads", || {
        let [one, two] = Socket::pair(SOCK_STREAM, false, 0).unwrap();
        let (fd, shared) = (one.fd(), Shared::new(one));
        thread::scope(|scope| {
            let waits = scope.spawn(|| to_recv(&shared));
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
            assert_eq!(waits.join().unwrap(), Outcome::Done(()));
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
        let (first, second) = (shared.acquire(), shared.acquire());
        shared.close(None).unwrap();
        assert_eq!((first.fd(), shared.inner().fd(), descriptors()), (-1, -1, before));
        assert_eq!(two.recv_vec(1, MSG_DONTWAIT), Outcome::Again, "the connection is there");
        assert_ne!(Socket::pair(SOCK_STREAM, false, 0).unwrap()[0].fd(), fd, "the number is taken");
        drop(first);
        let late = shared.acquire();
        assert_eq!(failed(late.send(b"x", 0)), libc::EBADF);
        drop(second);
        assert_eq!(descriptors(), before, "someone is inside");
        drop(late);
        assert_eq!(descriptors(), before - 1);
        assert_eq!(two.recv_vec(1, 0), Outcome::Closed);
        // It is closed once, not again when others own the number.
        let other = Socket::pair(SOCK_STREAM, false, 0).unwrap();
        assert_eq!(other[0].fd(), fd);
        drop(shared.acquire());
        assert_eq!(shared.close(None), Ok(()));
        drop(shared);
        assert!(other[0].getsockname().is_ok());
    });
}

/// A close that met another thread inside a call, even a getter, shut the connection down for everybody.
#[test]
fn close_leaves_the_connection_to_its_duplicates() {
    for is_inside in [false, true] {
        let [one, two] = common::unix(SOCK_STREAM);
        let copy = one.dup(None).unwrap();
        let shared = Shared::new(one);
        let in_use = is_inside.then(|| shared.acquire());
        shared.close(None).unwrap();
        drop(in_use);
        done(copy.send(b"x", 0));
        assert_eq!(done(two.recv_vec(1, 0)), b"x");
    }
    // While another thread waits.
    let [one, two] = common::tcp();
    let copy = one.dup(None).unwrap();
    let shared = Shared::new(one);
    thread::scope(|scope| {
        let waits = scope.spawn(|| to_recv(&shared));
        thread::sleep(Duration::from_millis(30));
        shared.close(None).unwrap();
        assert_eq!(failed(waits.join().unwrap()), libc::EBADF);
    });
    done(copy.send(b"x", 0));
    assert_eq!(done(two.recv_vec(1, 0)), b"x");
    // Only who asks for it takes it from everybody.
    let [one, two] = common::unix(SOCK_STREAM);
    let copy = one.dup(None).unwrap();
    let shared = Shared::new(one);
    let in_use = shared.acquire();
    shared.close(Some(libc::SHUT_RDWR)).unwrap();
    drop(in_use);
    assert_eq!((copy.send(b"x", 0), two.recv_vec(1, 0)), (Outcome::Closed, Outcome::Closed));
}

/// The thread that was to close it was the parent's, and the descriptor stayed open in the child for ever.
#[test]
fn a_child_closes_what_its_parents_thread_had_in_use() {
    alone("a_child_closes_what_its_parents_thread_had_in_use", || {
        for closes_again in [true, false] {
            let [one, _two] = common::unix(SOCK_STREAM);
            let (fd, shared) = (one.fd(), Shared::new(one));
            let in_use = shared.acquire();
            shared.close(None).unwrap();
            // SAFETY: the child makes no call but such as are allowed there, and ends by _exit.
            let child = unsafe { libc::fork() };
            if child == 0 {
                if closes_again {
                    let _ = shared.close(None);
                } else {
                    std::mem::forget(in_use);
                    drop(shared);
                }
                // SAFETY: takes no pointers.
                let gone = unsafe { libc::fcntl(fd, libc::F_GETFD) } < 0;
                // SAFETY: ends the child at once.
                unsafe { libc::_exit(i32::from(!gone)) };
            }
            let mut status = -1;
            // SAFETY: `status` is ours to write to.
            unsafe { libc::waitpid(child, &raw mut status, 0) };
            assert_eq!(status, 0, "closed in the child; again: {closes_again}");
            drop(in_use);
        }
    });
}

#[test]
fn close_says_what_its_shutdown_said() {
    for inside in [false, true] {
        let [one, _two] = common::unix(SOCK_STREAM);
        let shared = Shared::new(one);
        let user = inside.then(|| shared.acquire());
        assert_eq!(refused(shared.close(Some(99))), libc::EINVAL);
        assert_eq!((shared.inner().fd(), shared.close(Some(99))), (-1, Ok(())));
        drop(user);
        // Not connected, and so what.
        let shared = Shared::new(common::bound("127.0.0.1", SOCK_STREAM).0);
        let user = inside.then(|| shared.acquire());
        assert_eq!(shared.close(Some(libc::SHUT_RDWR)), Ok(()));
        drop(user);
        let shared = Shared::new(common::bound("127.0.0.1", SOCK_DGRAM).0);
        let _user = inside.then(|| shared.acquire());
        assert_eq!(shared.close(None), Ok(()));
    }
}

#[test]
fn unwrap_gives_the_descriptor_up() {
    let [one, two] = common::unix(SOCK_STREAM);
    let fd = one.fd();
    let shared = Shared::new(one);
    assert_eq!(shared.unwrap().unwrap().into_raw_fd(), fd);
    assert_eq!((refused(shared.unwrap()), shared.close(None)), (libc::EBADF, Ok(())));
    drop(shared);
    let again = Socket::wrap(fd.into_raw_fd(), None).expect("it stays open");
    done(again.send(b"x", 0));
    assert_eq!(done(two.recv_vec(1, 0)), b"x");
}

/// A thread inside a call had the number in hand while its new owner could close it.
#[test]
fn unwrap_leaves_the_number_to_who_is_inside_a_call() {
    let [one, two] = common::unix(SOCK_STREAM);
    one.rcvtimeo(Some(Seconds(0.0))).unwrap();
    let (old, shared) = (one.fd(), Shared::new(one));
    thread::scope(|scope| {
        let waits = scope.spawn(|| to_recv(&shared));
        thread::sleep(Duration::from_millis(30));
        let given = shared.unwrap().unwrap();
        assert_ne!(given.as_raw_fd(), old);
        assert_eq!(failed(waits.join().unwrap()), libc::EBADF, "it is woken");
        let given = Socket::wrap(given.into_raw_fd(), None).unwrap();
        done(given.send(b"x", 0));
        assert_eq!(done(two.recv_vec(1, 0)), b"x");
    });
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
                    let user = shared.acquire();
                    shared.close(None).expect("closing succeeds");
                    drop(user);
                });
            }
        });
        assert_eq!(two.recv_vec(1, 0), Outcome::Closed);
    }
}
