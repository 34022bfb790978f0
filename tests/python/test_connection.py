"""Linking up: bind, listen, accept, connect, and the names of both ends."""

import errno
import os

import llsocket as ll
import pytest
from support import AGAIN, bound, fails_v, inet, is_error, listener, ok, pair, tcp


def test_bind_to_the_default_and_to_another():
    with ok(ll.socket.new(inet())) as sock:
        assert sock.bind() is None
    with ok(ll.socket.new(inet(1))) as sock:
        assert sock.bind(inet(0)) is None
        assert ok(sock.getsockname()).port() != 1
        assert is_error(sock.bind([inet(0)]), errno.EINVAL)


def test_bind_fails():
    with bound(ll.SOCK_STREAM) as sock, ok(ll.socket.new(inet())) as other:
        assert is_error(other.bind(ok(sock.getsockname())), errno.EADDRINUSE)
        nowhere = ok(ll.addrinfo.inet("203.0.113.1", 0))
        assert is_error(other.bind(nowhere), errno.EADDRNOTAVAIL)


@pytest.mark.parametrize("backlog", [None, 1, 2**31 - 1])
def test_listen(backlog):
    with bound(ll.SOCK_STREAM) as sock:
        assert sock.acceptconn() == (False, None)
        assert sock.listen(backlog) is None
        assert sock.acceptconn() == (True, None)


def test_listen_fails():
    with bound() as sock:
        assert is_error(sock.listen(), errno.EOPNOTSUPP)


def test_accept():
    with listener() as server, ok(ll.socket.new(ok(server.getsockname()))) as client:
        assert client.connect() is None
        result = server.accept()
        assert len(result) == 3
        with ok(result) as peer:
            assert isinstance(peer, ll.Socket)
            assert (peer.family(), peer.socktype()) == (ll.AF_INET, ll.SOCK_STREAM)
            assert peer.cloexec() == (True, None)
            assert peer.nonblock() == (False, None)
            assert ok(peer.getpeername()) == ok(client.getsockname())


def test_accept_with_the_peer():
    with listener(nonblock=True) as server:
        assert server.accept(True) == (None, None, True, None)
        assert server.accept(peer=False) == AGAIN
        with ok(ll.socket.new(ok(server.getsockname()))) as client:
            assert client.connect() is None
            ok(server.recvable(5))
            sock, err, again, ai = server.accept(peer=True)
            with sock:
                assert (err, again) == (None, False)
                assert ai == ok(client.getsockname())
                assert sock.nonblock() == (True, None)


def test_accept_on_unix_names_nobody(tmp_path):
    ai = ok(ll.addrinfo.unix(tmp_path / "s"))
    with ok(ll.socket.new(ai)) as server, ok(ll.socket.new(ai)) as client:
        assert server.bind() is None
        assert server.listen() is None
        assert client.connect() is None
        sock, err, again, peer = server.accept(True)
        with sock:
            assert (err, again) == (None, False)
            assert peer is None or peer.addr() == ""


def test_acceptfd():
    with listener() as server, ok(ll.socket.new(ok(server.getsockname()))) as client:
        assert client.connect() is None
        fd = ok(server.acceptfd())
        assert type(fd) is int
        assert not os.get_inheritable(fd)
        os.close(fd)


def test_accept_times_out():
    with listener() as server:
        ok(server.rcvtimeo(0.02))
        assert server.accept() == AGAIN
        assert server.accept(True) == (None, None, True, None)


def test_accept_fails():
    with bound(ll.SOCK_STREAM) as sock:
        value, err, again = sock.accept()
        assert (value, again) == (None, False)
        assert is_error(err, errno.EINVAL)


def test_connect_refused():
    with bound(ll.SOCK_STREAM) as unused, ok(ll.socket.new(ok(unused.getsockname()))) as sock:
        assert is_error(sock.connect(), errno.ECONNREFUSED)


def test_connect_of_a_nonblocking_socket_tells_its_end_by_error():
    with bound(ll.SOCK_STREAM) as unused, ok(ll.socket.new(ok(unused.getsockname()), True)) as sock:
        err = sock.connect()
        if err is None:
            ok(sock.sendable(5))
            assert sock.error() == (errno.ECONNREFUSED, None)
            assert sock.error() == (0, None)
        else:
            assert is_error(err, errno.ECONNREFUSED)


def test_connect_times_out():
    # A queue of one that is full takes no more.
    with bound(ll.SOCK_STREAM) as server:
        assert server.listen(1) is None
        info = ok(server.getsockname())
        clients = [ok(ll.socket.new(info, True)) for _ in range(4)]
        for client in clients:
            assert client.connect() is None
        with ok(ll.socket.new(info)) as sock:
            ok(sock.sndtimeo(0.05))
            assert is_error(sock.connect(), errno.ETIMEDOUT)
        for client in clients:
            client.close()


def test_connect_twice():
    one, two = tcp()
    with one, two:
        assert is_error(one.connect(ok(two.getsockname())), errno.EISCONN)


def test_names():
    one, two = tcp()
    with one, two:
        assert ok(one.getsockname()) == ok(two.getpeername())
        assert ok(two.getsockname()) == ok(one.getpeername())
    one, two = pair()
    with one, two:
        assert ok(one.getpeername()).family() == ll.AF_UNIX
    with bound() as sock:
        assert fails_v(sock.getpeername(), errno.ENOTCONN)


def test_inet6():
    ai = ok(ll.addrinfo.inet6("::1", 0, ll.SOCK_STREAM))
    with ok(ll.socket.new(ai)) as server:
        assert server.bind() is None
        assert server.listen() is None
        with ok(ll.socket.new(ok(server.getsockname()))) as client:
            assert client.connect() is None
            with ok(server.accept()) as peer:
                assert ok(peer.getpeername()).addr() == "::1"
