//! What closed sockets answer.

mod common;

use libc::{SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM};
use llsocket_core::{Backlog, Interface, IpArg, Seconds, Socket};

use common::{failed, ip, refused, unix_info};

#[test]
fn vacant_is_closed() {
    let sock = Socket::closed();
    assert_eq!((sock.fd(), sock.family(), sock.socktype(), sock.protocol()), (-1, 0, 0, 0));
    assert_closed(&sock);
}

#[test]
fn closed_sockets_answer_every_call_with_ebadf() {
    for info in [
        ip("127.0.0.1", 9, SOCK_STREAM),
        ip("127.0.0.1", 9, SOCK_DGRAM),
        ip("::1", 9, SOCK_STREAM),
        unix_info(SOCK_STREAM),
        unix_info(SOCK_SEQPACKET),
    ] {
        for nonblock in [false, true] {
            let sock = Socket::new(&info, nonblock).unwrap();
            let kind = (sock.family(), sock.socktype(), sock.protocol());
            sock.close(None).unwrap();
            assert_eq!((sock.family(), sock.socktype(), sock.protocol()), kind);
            assert_closed(&sock);
        }
    }
}

/// The options have the like in `options.rs`.
fn assert_closed(sock: &Socket) {
    let info = ip("127.0.0.1", 9, SOCK_STREAM);
    assert_eq!(sock.fd(), -1);
    assert_eq!(sock.close(None), Ok(()));
    assert!(sock.describe().to_string_lossy().ends_with(" closed"), "{:?}", sock.describe());

    let group = IpArg::Text(b"224.0.0.251");
    let source = IpArg::Text(b"127.0.0.1");
    for number in [
        refused(sock.dup(None)),
        refused(sock.unwrap()),
        refused(sock.shutdown(None)),
        refused(sock.cloexec(None)),
        refused(sock.cloexec(Some(true))),
        refused(sock.nonblock(None)),
        refused(sock.nonblock(Some(true))),
        refused(sock.atmark()),
        refused(sock.bind(None)),
        refused(sock.bind(Some(&info))),
        refused(sock.listen(None)),
        refused(sock.listen(Backlog::new(1))),
        failed(sock.accept()),
        failed(sock.accept_from()),
        failed(sock.acceptfd()),
        refused(sock.connect(None)),
        refused(sock.connect(Some(&info))),
        refused(sock.getsockname()),
        refused(sock.getpeername()),
        failed(sock.send(b"", 0)),
        failed(sock.send(b"x", 0)),
        failed(sock.sendto(b"", &info, 0)),
        failed(sock.sendto(b"x", &info, 0)),
        failed(sock.sendfile(0, 1, 0)),
        failed(sock.recv(&mut [], 0)),
        failed(sock.recvfrom(&mut [], 0)),
        failed(sock.recv_vec(1, 0)),
        failed(sock.recv_vec(usize::MAX, 0)),
        failed(sock.recv_vec(usize::MAX, libc::MSG_WAITALL)),
        failed(sock.recvfrom_vec(1, 0)),
        failed(sock.recvfrom_vec(usize::MAX, 0)),
        failed(sock.sendfd(0, None, 0)),
        failed(sock.recvfd(0)),
        failed(sock.recvable(None)),
        failed(sock.recvable(Some(Seconds(0.0)))),
        failed(sock.sendable(None)),
        refused(sock.linger(None)),
        refused(sock.linger(Some(1))),
        refused(sock.mcastif(None)),
        refused(sock.mcastif(Some(Interface::Index(1)))),
        refused(sock.mcastjoin(group, None)),
        refused(sock.mcastleave(group, None)),
        refused(sock.mcastjoinsrc(group, source, None)),
        refused(sock.mcastleavesrc(group, source, None)),
        refused(sock.mcastblocksrc(group, source, None)),
        refused(sock.mcastunblocksrc(group, source, None)),
    ] {
        assert_eq!(number, libc::EBADF);
    }
}
