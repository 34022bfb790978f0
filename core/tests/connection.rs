//! Connections: bind, listen, accept, connect, and the addresses of both ends.

mod common;

use std::os::fd::IntoRawFd as _;
use std::time::{Duration, Instant};

use libc::{SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM};
use llsocket_core::{AddrInfo, Backlog, Outcome, Seconds, Socket};

use common::{
    Directory, alone, done, failed, interrupted, ip, is_cloexec, is_nonblock, listener, refused,
};

#[test]
fn bind_goes_where_it_is_told_or_where_new_was() {
    let sock = Socket::new(&ip("127.0.0.1", 0, SOCK_STREAM), false).unwrap();
    sock.bind(None).unwrap();
    assert_eq!(sock.getsockname().unwrap().addr.ip(), ip("127.0.0.1", 0, 0).addr.ip());

    let sock = Socket::new(&ip("192.0.2.77", 0, SOCK_STREAM), false).unwrap();
    assert_eq!(refused(sock.bind(None)), libc::EADDRNOTAVAIL);
    sock.bind(Some(&ip("127.0.0.1", 0, 0))).unwrap();
    assert_eq!(refused(sock.bind(Some(&ip("127.0.0.1", 0, 0)))), libc::EINVAL, "bound already");
}

#[test]
fn bind_says_who_was_there_first() {
    let (_first, info) = listener("127.0.0.1");
    let sock = Socket::new(&info, false).unwrap();
    let error = sock.bind(None).unwrap_err();
    assert_eq!((error.number(), error.call), (libc::EADDRINUSE, "bind"));
    let wrong = Socket::new(&ip("127.0.0.1", 0, SOCK_STREAM), false).unwrap();
    assert!(wrong.bind(Some(&ip("::1", 0, 0))).is_err());
}

#[test]
fn without_any_address_one_is_required() {
    let [one, _two] = common::unix(SOCK_STREAM);
    assert_eq!(refused(one.bind(None)), libc::EDESTADDRREQ);
    assert_eq!(refused(one.connect(None)), libc::EDESTADDRREQ);
    let (listener, info) = listener("127.0.0.1");
    let client = Socket::new(&info, false).unwrap();
    client.connect(None).unwrap();
    let accepted = done(listener.accept());
    assert_eq!(refused(accepted.connect(None)), libc::EDESTADDRREQ);
    assert_eq!(refused(accepted.dup(None).unwrap().bind(None)), libc::EDESTADDRREQ);
}

#[test]
fn backlog_is_one_at_least() {
    for (count, good) in [(i32::MIN, false), (-1, false), (0, false), (1, true), (i32::MAX, true)] {
        assert_eq!(Backlog::new(count).is_some(), good, "{count}");
    }
    let (sock, _) = common::bound("127.0.0.1", SOCK_STREAM);
    assert_eq!(sock.acceptconn(), Ok(false));
    sock.listen(Backlog::new(1)).unwrap();
    assert_eq!(sock.acceptconn(), Ok(true));
    sock.listen(None).unwrap();
    let (sock, _) = common::bound("127.0.0.1", SOCK_DGRAM);
    assert_eq!(refused(sock.listen(None)), libc::EOPNOTSUPP);
}

#[test]
fn accept_takes_one_connection_each() {
    for text in ["127.0.0.1", "::1"] {
        let (listener, info) = listener(text);
        let clients = [(); 2].map(|()| {
            let client = Socket::new(&info, false).unwrap();
            client.connect(None).unwrap();
            client
        });
        let [one, other] = [(); 2].map(|()| done(listener.accept()));
        for sock in [&one, &other] {
            assert_eq!((sock.family(), sock.socktype()), (listener.family(), SOCK_STREAM));
            assert!(is_cloexec(sock.fd()) && !is_nonblock(sock.fd()));
            assert_eq!(sock.getsockname().unwrap(), info);
        }
        assert_eq!(one.getpeername().unwrap(), clients[0].getsockname().unwrap());
        assert_eq!(other.getpeername().unwrap(), clients[1].getsockname().unwrap());
        assert_eq!(clients[0].getpeername().unwrap(), info);
        listener.nonblock(Some(true)).unwrap();
        assert!(matches!(listener.accept(), Outcome::Again));
        assert!(matches!(listener.accept_from(), Outcome::Again));
        assert!(matches!(listener.acceptfd(), Outcome::Again));
    }
}

#[test]
fn accept_from_tells_the_peer() {
    let (tcp, info) = listener("127.0.0.1");
    let client = Socket::new(&info, false).unwrap();
    client.connect(None).unwrap();
    let (accepted, peer) = done(tcp.accept_from());
    let peer = peer.expect("TCP has peers with addresses");
    assert_eq!(peer, client.getsockname().unwrap());
    assert_eq!(peer, accepted.getpeername().unwrap());
    assert_eq!(peer.socktype, SOCK_STREAM);

    let directory = Directory::new();
    for socktype in [SOCK_STREAM, SOCK_SEQPACKET] {
        let path = directory.path(&format!("listener-{socktype}"));
        let info = AddrInfo::unix(path.as_bytes(), socktype, 0).unwrap();
        let unix = Socket::new(&info, false).unwrap();
        unix.bind(None).unwrap();
        unix.listen(None).unwrap();
        let client = Socket::new(&info, false).unwrap();
        client.connect(None).unwrap();
        let (accepted, peer) = done(unix.accept_from());
        // A peer without a name is told so by its length, 2.
        assert_eq!(peer, accepted.getpeername().ok());
        assert_eq!((accepted.getsockname(), client.getpeername()), (Ok(info), Ok(info)));
    }
}

#[test]
fn acceptfd_gives_a_bare_descriptor() {
    let (listener, info) = listener("127.0.0.1");
    let client = Socket::new(&info, false).unwrap();
    client.connect(None).unwrap();
    let fd = done(listener.acceptfd()).into_raw_fd();
    assert!(is_cloexec(fd) && !is_nonblock(fd));
    let sock = Socket::wrap(fd, None).unwrap();
    done(client.send(b"x", 0));
    assert_eq!(done(sock.recv_vec(1, 0)), b"x");
}

#[test]
fn accept_inherits_nonblock() {
    let (one, info) = listener("127.0.0.1");
    let copy = one.dup(None).unwrap();
    let adopted =
        Socket::wrap(one.dup(None).unwrap().unwrap().unwrap().into_raw_fd(), None).unwrap();
    let mut clients = Vec::new();
    let mut connect = || {
        let client = Socket::new(&info, false).unwrap();
        client.connect(None).unwrap();
        clients.push(client);
    };
    // Whoever of the three switches it, it holds for all.
    for switch in [&one, &copy, &adopted] {
        for nonblock in [true, false] {
            switch.nonblock(Some(nonblock)).unwrap();
            for sock in [&one, &copy, &adopted] {
                connect();
                let accepted = done(sock.accept());
                assert_eq!(
                    (is_nonblock(accepted.fd()), accepted.nonblock(None).unwrap()),
                    (nonblock, nonblock)
                );
                connect();
                let (accepted, _) = done(sock.accept_from());
                assert_eq!(
                    (is_nonblock(accepted.fd()), accepted.nonblock(None).unwrap()),
                    (nonblock, nonblock)
                );
                connect();
                let fd = done(sock.acceptfd()).into_raw_fd();
                assert_eq!(is_nonblock(fd), nonblock);
                llsocket_core::close(fd, None).unwrap();
            }
        }
    }
    let (fresh, info) = listener("127.0.0.1");
    fresh.nonblock(Some(true)).unwrap();
    let client = Socket::new(&info, false).unwrap();
    client.connect(None).unwrap();
    assert!(is_nonblock(done(fresh.accept()).fd()), "without a copy, too");
}

#[test]
fn accept_waits_as_long_as_rcvtimeo() {
    let (listener, _) = listener("127.0.0.1");
    listener.rcvtimeo(Some(Seconds(0.02))).unwrap();
    let start = Instant::now();
    assert!(matches!(listener.accept(), Outcome::Again));
    assert!(start.elapsed() >= Duration::from_millis(20));
}

#[test]
fn accept_is_interrupted_by_a_signal() {
    let (listener, _) = listener("127.0.0.1");
    assert!(matches!(interrupted(|| listener.accept()), Outcome::Again));
    assert!(matches!(interrupted(|| listener.accept_from()), Outcome::Again));
    assert!(matches!(interrupted(|| listener.acceptfd()), Outcome::Again));
}

#[test]
fn accept_fails_on_what_does_not_listen() {
    let (sock, _) = common::bound("127.0.0.1", SOCK_STREAM);
    assert_eq!(failed(sock.accept()), libc::EINVAL);
    let (sock, _) = common::bound("127.0.0.1", SOCK_DGRAM);
    assert_eq!(failed(sock.accept_from()), libc::EOPNOTSUPP);
}

#[test]
fn accept_without_a_descriptor_leaves_the_connection() {
    alone("accept_without_a_descriptor_leaves_the_connection", || {
        let (listener, info) = listener("127.0.0.1");
        let client = Socket::new(&info, false).unwrap();
        client.connect(None).unwrap();
        let lowest = Socket::new(&info, false).unwrap().fd();
        common::limit_descriptors(lowest as usize);
        assert_eq!(failed(listener.accept()), libc::EMFILE);
        assert_eq!(failed(listener.accept_from()), libc::EMFILE);
        common::limit_descriptors(lowest as usize + 1);
        let accepted = done(listener.accept());
        assert_eq!(accepted.getpeername(), client.getsockname());
    });
}

#[test]
fn connect_goes_where_it_is_told_or_where_new_was() {
    let (_one, first) = listener("127.0.0.1");
    let (_two, second) = listener("127.0.0.1");
    let sock = Socket::new(&first, false).unwrap();
    sock.connect(None).unwrap();
    assert_eq!(sock.getpeername(), Ok(first));
    assert_eq!(refused(sock.connect(None)), libc::EISCONN);
    let sock = Socket::new(&first, false).unwrap();
    sock.connect(Some(&second)).unwrap();
    assert_eq!(sock.getpeername(), Ok(second));
}

#[test]
fn connect_is_refused_where_nobody_listens() {
    let (sock, info) = common::bound("127.0.0.1", SOCK_STREAM);
    let client = Socket::new(&info, false).unwrap();
    let error = client.connect(None).unwrap_err();
    assert_eq!((error.number(), error.call), (libc::ECONNREFUSED, "connect"));
    drop(sock);
    let directory = Directory::new();
    let info = AddrInfo::unix(directory.path("nobody").as_bytes(), SOCK_STREAM, 0).unwrap();
    assert_eq!(refused(Socket::new(&info, false).unwrap().connect(None)), libc::ENOENT);
}

#[test]
fn connect_of_a_nonblocking_socket_is_on_its_way() {
    for copied in [false, true] {
        let (listener, info) = listener("127.0.0.1");
        let client = Socket::new(&info, !copied).unwrap();
        let copy = copied.then(|| client.dup(None).unwrap());
        if let Some(copy) = &copy {
            copy.nonblock(Some(true)).unwrap();
        }
        assert_eq!(client.connect(None), Ok(()), "EINPROGRESS is no error");
        done(client.sendable(Some(Seconds(5.0))));
        assert_eq!(client.error(), Ok(0));
        assert_eq!(done(listener.accept()).getpeername(), client.getsockname());
    }

    // One that fails says so once, when it has become sendable.
    let (nobody, info) = common::bound("127.0.0.1", SOCK_STREAM);
    let client = Socket::new(&info, true).unwrap();
    match client.connect(None) {
        Ok(()) => {
            done(client.sendable(Some(Seconds(5.0))));
            assert_eq!((client.error(), client.error()), (Ok(libc::ECONNREFUSED), Ok(0)));
        }
        Err(error) => assert_eq!(error.number(), libc::ECONNREFUSED),
    }
    drop(nobody);
}

/// A listener whose queue is full, and what fills it: connections to it are not made.
#[cfg(target_os = "linux")]
fn full_listener() -> (Socket, AddrInfo, Vec<Socket>) {
    let (sock, info) = common::bound("127.0.0.1", SOCK_STREAM);
    sock.listen(Backlog::new(1)).unwrap();
    let mut queue = Vec::new();
    loop {
        let client = Socket::new(&info, true).unwrap();
        client.connect(None).unwrap();
        let made = client.sendable(Some(Seconds(0.2)));
        queue.push(client);
        if made == Outcome::Again {
            return (sock, info, queue);
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn connect_of_a_blocking_socket_says_when_its_time_ran_out() {
    let (_listener, info, _queue) = full_listener();
    let client = Socket::new(&info, false).unwrap();
    client.sndtimeo(Some(Seconds(0.02))).unwrap();
    let start = Instant::now();
    assert_eq!(refused(client.connect(None)), libc::ETIMEDOUT);
    assert!(start.elapsed() >= Duration::from_millis(20));
}

#[test]
#[cfg(target_os = "linux")]
fn connect_is_interrupted_by_a_signal_and_goes_on() {
    let (listener, info, queue) = full_listener();
    let client = Socket::new(&info, false).unwrap();
    assert_eq!(refused(interrupted(|| client.connect(None))), libc::EINTR);
    assert_eq!(client.sendable(Some(Seconds(0.0))), Outcome::Again, "it is on its way");
    for _ in &queue[1..] {
        done(listener.accept());
    }
    done(client.sendable(Some(Seconds(9.0))));
    assert_eq!(client.error(), Ok(0));
    assert!(client.getpeername().is_ok());
}

#[test]
fn names_are_the_kernels() {
    let sock = Socket::new(&ip("127.0.0.1", 9, SOCK_STREAM), false).unwrap();
    let name = sock.getsockname().unwrap();
    assert_eq!(name, ip("0.0.0.0", 0, 0), "not what it was made for");
    assert_eq!((name.socktype, name.protocol), (SOCK_STREAM, 0));
    assert_eq!(refused(sock.getpeername()), libc::ENOTCONN);
    let [one, two] = common::udp();
    assert_eq!(one.getpeername(), two.getsockname());
    assert_eq!(two.getpeername(), one.getsockname());
}

#[test]
fn disconnect_dissolves_the_association_of_a_datagram_socket() {
    let (two, there) = common::bound("127.0.0.1", SOCK_DGRAM);
    let stranger = common::bound("127.0.0.1", SOCK_DGRAM).0;
    let (probe, here) = common::bound("127.0.0.1", SOCK_DGRAM);
    probe.close(None).unwrap();
    let one = common::patient(Socket::new(&here, false).unwrap());
    one.bind(None).expect("nobody has taken the port meanwhile");
    one.connect(Some(&there)).unwrap();
    done(stranger.sendto(b"unheard", &here, 0));
    assert_eq!(one.recv_vec(9, libc::MSG_DONTWAIT), Outcome::Again);
    one.disconnect().unwrap();
    assert_eq!(refused(one.getpeername()), libc::ENOTCONN);
    assert_eq!(one.getsockname(), Ok(here), "the port was bound, and stays");
    done(stranger.sendto(b"heard", &here, 0));
    assert_eq!(done(one.recv_vec(9, 0)), b"heard");
    assert_eq!(common::failed(one.send(b"x", 0)), libc::EDESTADDRREQ);
    one.connect(Some(&two.getsockname().unwrap())).expect("it connects anew");
    one.disconnect().unwrap();
    one.disconnect().expect("nothing to dissolve is no error");
    let unbound = Socket::new(&there, false).unwrap();
    unbound.connect(None).unwrap();
    unbound.disconnect().unwrap();
    assert_eq!(
        unbound.getsockname().unwrap(),
        ip("0.0.0.0", 0, 0),
        "the kernel's choice is given back"
    );
    one.close(None).unwrap();
    assert_eq!(refused(one.disconnect()), libc::EBADF);
    let [unix, _peer] = common::unix(SOCK_STREAM);
    assert_eq!(refused(unix.disconnect()), libc::EINVAL);
    let [unix, _peer] = common::unix(SOCK_DGRAM);
    unix.disconnect().unwrap();
    assert_eq!(common::failed(unix.send(b"x", 0)), libc::ENOTCONN);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_backlog_of_a_unix_stream_is_an_error() {
    let directory = common::Directory::new();
    let info = AddrInfo::unix(directory.path("full").as_bytes(), SOCK_STREAM, 0).unwrap();
    let listener = Socket::new(&info, false).unwrap();
    listener.bind(None).unwrap();
    listener.listen(Backlog::new(1)).unwrap();
    let mut waiting = Vec::new();
    let refusal = loop {
        let client = Socket::new(&info, true).unwrap();
        match client.connect(None) {
            Ok(()) => waiting.push(client),
            Err(error) => break error,
        }
        assert!(waiting.len() < 10);
    };
    assert_eq!((refusal.number(), refusal.call), (libc::EAGAIN, "connect"));
}
