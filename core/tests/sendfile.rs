//! Files sent without a copy, and the signal that this must never bring.
#![cfg(any(target_os = "linux", target_os = "android"))]

mod common;

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::os::fd::AsRawFd;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{ptr, thread};

use libc::{SOCK_DGRAM, SOCK_STREAM};
use llsocket_core::{Outcome, Socket};

use common::{Directory, alone, done, failed};

/// A file with `text` in it, open for reading and writing.
fn file(text: &[u8]) -> File {
    let directory = Directory::new();
    let path = directory.path("file");
    let mut file = File::options().create_new(true).read(true).write(true).open(path).unwrap();
    file.write_all(text).unwrap();
    file.rewind().unwrap();
    file
}

#[test]
fn a_file_is_sent_from_its_offset() {
    for [one, two] in [common::tcp(), common::unix(SOCK_STREAM)] {
        let file = file(b"0123456789");
        let fd = file.as_raw_fd();
        assert_eq!(one.sendfile(fd, 10, 0), Outcome::Done(10));
        assert_eq!(done(two.recv_vec(10, libc::MSG_WAITALL)), b"0123456789");
        assert_eq!(one.sendfile(fd, 3, 4), Outcome::Done(3));
        assert_eq!(done(two.recv_vec(3, libc::MSG_WAITALL)), b"456");
        assert_eq!(one.sendfile(fd, 99, 8), Outcome::Part(2), "the file ends");
        assert_eq!(done(two.recv_vec(2, libc::MSG_WAITALL)), b"89");
    }
}

#[test]
fn the_end_of_the_file_is_zero_bytes() {
    let [one, two] = common::tcp();
    let file = file(b"0123456789");
    let empty = self::file(b"");
    for outcome in [
        one.sendfile(file.as_raw_fd(), 5, 10),
        one.sendfile(file.as_raw_fd(), 5, 1 << 40),
        one.sendfile(file.as_raw_fd(), 0, 0),
        one.sendfile(empty.as_raw_fd(), 5, 0),
    ] {
        assert_eq!(outcome, Outcome::Done(0));
    }
    assert_eq!(two.recv_vec(9, libc::MSG_DONTWAIT), Outcome::Again);
}

#[test]
fn the_files_own_position_is_left_alone() {
    let [one, two] = common::unix(SOCK_STREAM);
    let mut file = file(b"0123456789");
    file.seek(SeekFrom::Start(7)).unwrap();
    done(one.sendfile(file.as_raw_fd(), 5, 1));
    assert_eq!(done(two.recv_vec(9, 0)), b"12345");
    let mut rest = String::new();
    file.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "789");
}

#[test]
fn what_cannot_be_sent_is_an_error() {
    let [one, _two] = common::tcp();
    let file = file(b"0123456789");
    let fd = file.as_raw_fd();
    for (bytes, offset) in [(-1, 0), (5, -1), (i64::MIN, i64::MIN)] {
        assert_eq!(failed(one.sendfile(fd, bytes, offset)), libc::EINVAL);
    }
    assert_eq!(failed(one.sendfile(-1, 5, 0)), libc::EBADF);
    assert_eq!(failed(one.sendfile(1_000_000_000, 5, 0)), libc::EBADF);
    let [pipe, other] = common::pipe();
    assert_eq!(failed(one.sendfile(pipe, 5, 0)), libc::ESPIPE);
    for fd in [pipe, other] {
        llsocket_core::close(fd, None).unwrap();
    }
    let [datagram, _other] = common::unix(SOCK_DGRAM);
    assert_eq!(datagram.sendfile(fd, 5, 0), Outcome::Done(5));
    let alone = Socket::new(&common::ip("127.0.0.1", 0, SOCK_DGRAM), false).unwrap();
    assert_eq!(failed(alone.sendfile(fd, 5, 0)), libc::EDESTADDRREQ);
    assert_eq!(failed(Socket::closed().sendfile(fd, -1, 0)), libc::EBADF);
}

#[test]
fn a_full_socket_takes_a_part() {
    let [one, two] = common::tcp();
    one.nonblock(Some(true)).unwrap();
    let text: Vec<u8> = (0..16 << 20).map(|index: u32| (index % 251) as u8).collect();
    let file = file(&text);
    let mut sent = 0;
    let mut received = Vec::new();
    let mut parts = 0;
    while sent < text.len() {
        match one.sendfile(file.as_raw_fd(), (text.len() - sent) as i64, sent as i64) {
            Outcome::Done(len) => sent += len,
            Outcome::Part(len) => {
                parts += 1;
                sent += len;
                received.extend(done(two.recv_vec(1 << 20, 0)));
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(parts > 0);
    one.close(None).unwrap();
    while let Outcome::Done(msg) = two.recv_vec(1 << 20, 0) {
        received.extend(msg);
    }
    assert!(received == text);
}

static SIGPIPES: AtomicU32 = AtomicU32::new(0);

extern "C" fn count(_: i32) {
    SIGPIPES.fetch_add(1, Ordering::SeqCst);
}

fn sigpipe() -> libc::sigset_t {
    // SAFETY: a set that is made empty before it is used.
    unsafe {
        let mut set = std::mem::zeroed();
        libc::sigemptyset(&raw mut set);
        libc::sigaddset(&raw mut set, libc::SIGPIPE);
        set
    }
}

/// Whether this thread has SIGPIPE blocked, and whether one is pending.
fn state() -> (bool, bool) {
    // SAFETY: both sets are filled by their calls before they are read.
    unsafe {
        let (mut mask, mut pending) = (std::mem::zeroed(), std::mem::zeroed());
        libc::pthread_sigmask(libc::SIG_BLOCK, ptr::null(), &raw mut mask);
        libc::sigpending(&raw mut pending);
        let has = |set| libc::sigismember(set, libc::SIGPIPE) == 1;
        (has(&raw const mask), has(&raw const pending))
    }
}

fn switch(how: i32) {
    let set = sigpipe();
    // SAFETY: `set` outlives the call.
    assert_eq!(unsafe { libc::pthread_sigmask(how, &raw const set, ptr::null_mut()) }, 0);
}

/// Sockets that can send no more, and a file.
fn dead() -> (Vec<Socket>, File) {
    let ends = [common::tcp(), common::unix(SOCK_STREAM)].map(|[one, _two]| {
        one.shutdown(Some(libc::SHUT_WR)).unwrap();
        one
    });
    (ends.into(), file(b"0123456789"))
}

#[test]
fn a_dead_peer_brings_no_signal() {
    alone("a_dead_peer_brings_no_signal", || {
        let (ends, file) = dead();
        common::handle(libc::SIGPIPE, count as *const () as usize);
        for sock in &ends {
            // The plain call does bring one: else this test would show nothing.
            let before = SIGPIPES.load(Ordering::SeqCst);
            // SAFETY: no offset is handed over.
            let sent = unsafe { libc::sendfile(sock.fd(), file.as_raw_fd(), ptr::null_mut(), 5) };
            assert_eq!((sent, SIGPIPES.load(Ordering::SeqCst)), (-1, before + 1));

            assert_eq!(failed(sock.sendfile(file.as_raw_fd(), 5, 0)), libc::EPIPE);
            assert_eq!(SIGPIPES.load(Ordering::SeqCst), before + 1);
            assert_eq!(state(), (false, false), "the mask is what it was");
        }
        common::handle(libc::SIGPIPE, libc::SIG_DFL);
        assert_eq!(failed(ends[0].sendfile(file.as_raw_fd(), 5, 0)), libc::EPIPE);
    });
}

#[test]
fn a_blocked_signal_stays_blocked_and_none_appears() {
    let (ends, file) = dead();
    for sock in ends {
        thread::scope(|scope| {
            scope.spawn(|| {
                switch(libc::SIG_BLOCK);
                assert_eq!(failed(sock.sendfile(file.as_raw_fd(), 5, 0)), libc::EPIPE);
                assert_eq!(state(), (true, false));
            });
        });
    }
}

#[test]
fn a_pending_signal_stays_pending() {
    alone("a_pending_signal_stays_pending", || {
        let (ends, file) = dead();
        common::handle(libc::SIGPIPE, count as *const () as usize);
        switch(libc::SIG_BLOCK);
        // SAFETY: the calling thread is alive.
        unsafe { libc::pthread_kill(libc::pthread_self(), libc::SIGPIPE) };
        assert_eq!(state(), (true, true));
        for sock in ends {
            assert_eq!(failed(sock.sendfile(file.as_raw_fd(), 5, 0)), libc::EPIPE);
            assert_eq!(state(), (true, true));
        }
        assert_eq!(SIGPIPES.load(Ordering::SeqCst), 0);
        switch(libc::SIG_UNBLOCK);
        assert_eq!((SIGPIPES.load(Ordering::SeqCst), state()), (1, (false, false)));
    });
}

/// The kernel sends a part, waits for room, finds the peer gone, raises the signal, and answers with
/// the part: the signal was left over, and killed the process.
#[test]
fn a_peer_that_goes_in_the_middle_brings_no_signal() {
    alone("a_peer_that_goes_in_the_middle_brings_no_signal", || {
        common::handle(libc::SIGPIPE, count as *const () as usize);
        let file = file(&vec![b'x'; 32 << 20]);
        for [one, two] in [common::tcp(), common::unix(SOCK_STREAM)] {
            thread::scope(|scope| {
                let sender = scope.spawn(|| {
                    let outcome = one.sendfile(file.as_raw_fd(), 32 << 20, 0);
                    (outcome, state())
                });
                done(two.recv_vec(100_000, libc::MSG_WAITALL));
                while one.sendable(Some(llsocket_core::Seconds(0.05))) != Outcome::Again {}
                two.close(Some(libc::SHUT_RDWR)).unwrap();
                let (outcome, state) = sender.join().unwrap();
                assert!(matches!(outcome, Outcome::Part(1..) | Outcome::Closed), "{outcome:?}");
                assert_eq!(state, (false, false));
            });
            assert_eq!(SIGPIPES.load(Ordering::SeqCst), 0);
            assert_eq!(one.sendfile(file.as_raw_fd(), 5, 0), Outcome::Closed);
        }
    });
}

#[test]
fn errno_is_that_of_the_call() {
    thread::scope(|scope| {
        scope.spawn(|| {
            let (ends, file) = dead();
            switch(libc::SIG_BLOCK);
            assert_eq!(failed(ends[0].sendfile(file.as_raw_fd(), 5, 0)), libc::EPIPE);
            let errno = std::io::Error::last_os_error().raw_os_error();
            assert_eq!(errno, Some(libc::EPIPE), "not that of taking the signal back");
        });
    });
}
