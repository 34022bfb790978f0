//! Descriptors that travel with a message.

mod common;

use std::os::fd::{IntoRawFd as _, RawFd};
use std::ptr;

use libc::{SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM, c_void};
use llsocket_core::{AddrInfo, Outcome, Socket, close};

use common::{Directory, alone, descriptors, done, failed, interrupted, is_cloexec, pipe};

/// Sends all the descriptors at once, in control messages of `each`, with `data`.
fn send_all(sock: &Socket, fds: &[RawFd], each: usize, data: &[u8]) {
    let mut control = vec![0u64; 128];
    let mut part = libc::iovec { iov_base: data.as_ptr().cast_mut().cast(), iov_len: data.len() };
    // SAFETY: a C structure of integers and pointers, for which zeros are valid.
    let mut message: libc::msghdr = unsafe { std::mem::zeroed() };
    message.msg_iov = &raw mut part;
    message.msg_iovlen = 1;
    message.msg_control = control.as_mut_ptr().cast();
    message.msg_controllen = (control.len() * size_of::<u64>()) as _;
    // SAFETY: there is room for many more headers and descriptors than tests send.
    unsafe {
        let mut header = libc::CMSG_FIRSTHDR(&raw const message);
        let mut end = 0;
        for fds in fds.chunks(each) {
            let size = size_of_val(fds) as u32;
            (*header).cmsg_level = libc::SOL_SOCKET;
            (*header).cmsg_type = libc::SCM_RIGHTS;
            (*header).cmsg_len = libc::CMSG_LEN(size) as _;
            let target: *mut c_void = libc::CMSG_DATA(header).cast();
            ptr::copy_nonoverlapping(fds.as_ptr().cast(), target, size as usize);
            end += libc::CMSG_SPACE(size);
            header = libc::CMSG_NXTHDR(&raw const message, header);
        }
        message.msg_controllen = end as _;
        assert_eq!(libc::sendmsg(sock.fd(), &raw const message, 0), data.len() as isize);
    }
}

/// Whether all descriptors of the pipe's other end are closed, in every process.
///
/// That may take a moment: a child that another test starts has copies until it executes its program.
fn is_abandoned(read_end: RawFd) -> bool {
    hangs_up(read_end, 5000)
}

fn is_in_use(read_end: RawFd) -> bool {
    !hangs_up(read_end, 0)
}

fn hangs_up(read_end: RawFd, milliseconds: libc::c_int) -> bool {
    let mut poll = libc::pollfd { fd: read_end, events: libc::POLLIN, revents: 0 };
    // SAFETY: one entry, which outlives the call.
    assert!(unsafe { libc::poll(&raw mut poll, 1, milliseconds) } >= 0);
    poll.revents & libc::POLLHUP != 0
}

#[test]
fn a_descriptor_arrives_as_a_copy() {
    for socktype in [SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET] {
        let [one, two] = common::unix(socktype);
        let [read_end, write_end] = pipe();
        assert_eq!(done(one.sendfd(write_end, None, 0)), 1);
        let copy = done(two.recvfd(0)).into_raw_fd();
        assert!(copy != write_end && is_cloexec(copy));
        close(write_end, None).expect("it stayed open");
        assert!(is_in_use(read_end), "the copy is open");
        close(copy, None).expect("it came");
        assert!(is_abandoned(read_end), "and it was the only one");
        close(read_end, None).unwrap();
    }
}

#[test]
fn a_descriptor_goes_where_it_is_addressed() {
    let directory = Directory::new();
    let info = AddrInfo::unix(directory.path("here").as_bytes(), SOCK_DGRAM, 0).unwrap();
    let here = common::patient(Socket::new(&info, false).unwrap());
    here.bind(None).unwrap();
    let sender = Socket::new(&info, false).unwrap();
    assert_eq!(failed(sender.sendfd(sender.fd(), None, 0)), libc::ENOTCONN);
    done(sender.sendfd(sender.fd(), Some(&info), 0));
    let copy = Socket::wrap(done(here.recvfd(0)).into_raw_fd(), None).unwrap();
    assert_eq!(copy.socktype(), SOCK_DGRAM);
}

#[test]
fn several_descriptors_are_refused_and_none_leaks() {
    // Messages with room for all, with more than there is room for, and in several headers.
    for (count, each) in [(2, 2), (3, 3), (5, 1), (12, 12), (13, 13), (30, 30), (200, 200)] {
        let [one, two] = common::unix(SOCK_STREAM);
        let [read_end, write_end] = pipe();
        send_all(&one, &vec![write_end; count], each, b"x");
        close(write_end, None).unwrap();
        assert_eq!(failed(two.recvfd(0)), libc::EMSGSIZE);
        assert!(is_abandoned(read_end), "{count} were sent, and some are open");
        assert_eq!(two.recv_vec(1, libc::MSG_DONTWAIT), Outcome::Again, "it took the byte");
        close(read_end, None).unwrap();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_senders_pidfd_and_credentials_neither_leak_nor_disturb() {
    alone("the_senders_pidfd_and_credentials_neither_leak_nor_disturb", || {
        let [one, two] = common::unix(SOCK_STREAM);
        two.passcred(Some(true)).expect("anyone may");
        if two.passpidfd(Some(true)).is_err() {
            eprintln!("skipped: this kernel has no SO_PASSPIDFD");
            return;
        }
        let before = descriptors();
        for _ in 0..10 {
            assert_eq!(done(one.sendfd(two.fd(), None, 0)), 1);
            close(done(two.recvfd(0)).into_raw_fd(), None).expect("it came");
            assert_eq!(done(one.send(b"x", 0)), 1);
            assert_eq!(failed(two.recvfd(0)), libc::ENOMSG);
        }
        assert_eq!(descriptors(), before);
    });
}

#[test]
fn a_message_without_a_descriptor_is_an_error() {
    for socktype in [SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET] {
        let [one, two] = common::unix(socktype);
        done(one.send(b"x", 0));
        assert_eq!(failed(two.recvfd(0)), libc::ENOMSG);
        assert_eq!(two.recv_vec(1, libc::MSG_DONTWAIT), Outcome::Again, "it took the byte");
    }
    let [one, two] = common::unix(SOCK_DGRAM);
    done(one.send(b"", 0));
    assert_eq!(failed(two.recvfd(0)), libc::ENOMSG);
    let [one, two] = common::tcp();
    done(one.send(b"x", 0));
    assert_eq!(failed(two.recvfd(0)), libc::ENOMSG);
}

#[test]
fn the_descriptor_is_behind_the_byte_that_it_came_with() {
    let [one, two] = common::unix(SOCK_STREAM);
    done(one.send(b"ab", 0));
    done(one.sendfd(one.fd(), None, 0));
    done(one.send(b"c", 0));
    assert_eq!(done(two.recv_vec(2, 0)), b"ab");
    close(done(two.recvfd(0)).into_raw_fd(), None).unwrap();
    assert_eq!(done(two.recv_vec(9, 0)), b"c");
}

#[test]
fn a_plain_receive_leaks_no_descriptor() {
    let [one, two] = common::unix(SOCK_STREAM);
    let [read_end, write_end] = pipe();
    done(one.sendfd(write_end, None, 0));
    close(write_end, None).unwrap();
    assert_eq!(done(two.recv_vec(9, 0)), b"\0");
    assert!(is_abandoned(read_end));
    close(read_end, None).unwrap();
}

#[test]
fn recvfd_waits_ends_and_is_interrupted() {
    for socktype in [SOCK_STREAM, SOCK_SEQPACKET] {
        let [one, two] = common::unix(socktype);
        assert!(matches!(two.recvfd(libc::MSG_DONTWAIT), Outcome::Again));
        assert!(matches!(interrupted(|| two.recvfd(0)), Outcome::Again));
        one.close(None).unwrap();
        assert!(matches!(two.recvfd(0), Outcome::Closed));
        assert_eq!(two.sendfd(two.fd(), None, 0), Outcome::Closed);
    }
}

#[test]
fn sendfd_says_what_it_cannot_send() {
    let [one, _two] = common::unix(SOCK_STREAM);
    assert_eq!(failed(one.sendfd(-1, None, 0)), libc::EBADF);
    assert_eq!(failed(one.sendfd(1_000_000_000, None, 0)), libc::EBADF);
    // Linux would send the byte alone.
    let [tcp, peer] = common::tcp();
    assert_eq!(failed(tcp.sendfd(tcp.fd(), None, 0)), libc::EINVAL);
    assert_eq!(peer.recv_vec(1, libc::MSG_DONTWAIT), Outcome::Again);
    one.nonblock(Some(true)).unwrap();
    let mut sent = 0;
    let full = loop {
        match one.send(&[0; 16384], 0) {
            Outcome::Done(_) => sent += 1,
            other => break other,
        }
    };
    assert!(sent < 10_000 && matches!(full, Outcome::Part(_)), "{sent} {full:?}");
    while one.send(b"x", 0) == Outcome::Done(1) {}
    assert_eq!(one.sendfd(one.fd(), None, 0), Outcome::Part(0));
}

#[test]
fn recvfd_at_the_limit_of_descriptors_is_emfile() {
    alone("recvfd_at_the_limit_of_descriptors_is_emfile", || {
        let [one, two] = common::unix(SOCK_DGRAM);
        let before = descriptors();
        for _ in 0..2 {
            done(one.sendfd(one.fd(), None, 0));
        }
        send_all(&one, &[one.fd(); 4], 4, b"x");
        let lowest = Socket::pair(SOCK_DGRAM, false, 0).unwrap()[0].fd();
        common::limit_descriptors(lowest as usize);
        assert_eq!(failed(two.recvfd(0)), libc::EMFILE);
        common::limit_descriptors(lowest as usize + 1);
        let fd = done(two.recvfd(0)).into_raw_fd();
        close(fd, None).unwrap();
        // Of four, there is room for one.
        assert_eq!(failed(two.recvfd(0)), libc::EMSGSIZE);
        common::limit_descriptors(1000);
        assert_eq!(descriptors(), before);
    });
}
