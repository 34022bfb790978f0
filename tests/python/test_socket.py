"""The socket and its life: new, pair, wrap, dup, shutdown, close."""

import array
import errno
import fcntl
import os
import socket as stdlib

import llsocket as ll
import pytest
from support import (
    AGAIN,
    CLOSED,
    bound,
    fails_v,
    inet,
    is_error,
    ok,
    pair,
    run,
    tcp,
)


def is_cloexec(fd):
    return bool(fcntl.fcntl(fd, fcntl.F_GETFD) & fcntl.FD_CLOEXEC)


def is_nonblock(fd):
    return bool(fcntl.fcntl(fd, fcntl.F_GETFL) & os.O_NONBLOCK)


@pytest.mark.parametrize("nonblock", [False, True, None])
def test_new(nonblock):
    with ok(ll.socket.new(inet(), nonblock)) as sock:
        assert isinstance(sock, ll.Socket)
        assert is_cloexec(sock.fd())
        assert is_nonblock(sock.fd()) is bool(nonblock)
        assert (sock.family(), sock.socktype()) == (ll.AF_INET, ll.SOCK_STREAM)


def test_new_of_a_list_takes_the_first():
    infos = ok(ll.inet.getaddrinfo("127.0.0.1", "0", ll.SOCK_DGRAM))
    for some in (infos, tuple(infos), [infos[0], None]):
        with ok(ll.socket.new(some)) as sock:
            assert sock.socktype() == ll.SOCK_DGRAM


def test_new_fails():
    wrong = ok(ll.addrinfo.inet("127.0.0.1", 0, ll.SOCK_STREAM, ll.IPPROTO_UDP))
    assert fails_v(ll.socket.new(wrong), errno.EPROTONOSUPPORT)
    assert fails_v(ll.socket.new(inet(socktype=12345)), errno.EINVAL)


@pytest.mark.parametrize("socktype", [ll.SOCK_STREAM, ll.SOCK_DGRAM, ll.SOCK_SEQPACKET])
def test_pair(socktype):
    socks = ok(ll.socket.pair(socktype, True))
    assert type(socks) is list
    one, two = socks
    with one, two:
        assert all(is_cloexec(sock.fd()) and is_nonblock(sock.fd()) for sock in socks)
        assert one.family() == ll.AF_UNIX
        assert one.socktype() == socktype
        assert one.send(b"x") == (1, None, False)
        assert two.recv() == (b"x", None, False)


def test_pair_fails():
    assert fails_v(ll.socket.pair(ll.SOCK_STREAM, False, 99), errno.EPROTONOSUPPORT)


def test_wrap_asks_the_kernel():
    theirs = stdlib.socket(stdlib.AF_INET6, stdlib.SOCK_DGRAM)
    os.set_inheritable(theirs.fileno(), True)
    with ok(ll.socket.wrap(theirs.detach(), True)) as sock:
        kind = (sock.family(), sock.socktype(), sock.protocol())
        assert kind == (ll.AF_INET6, ll.SOCK_DGRAM, ll.IPPROTO_UDP)
        assert is_cloexec(sock.fd())
        assert is_nonblock(sock.fd())


def test_wrap_refuses_what_is_no_socket(tmp_path):
    with open(tmp_path / "file", "w") as file:
        assert fails_v(ll.socket.wrap(file.fileno()), errno.ENOTSOCK)
        assert not file.closed
        file.write("still mine")
    assert fails_v(ll.socket.wrap(10**6), errno.EBADF)
    assert fails_v(ll.socket.wrap(-1), errno.EBADF)


def test_unwrap_gives_the_descriptor_up():
    one, two = pair()
    fd = ok(one.unwrap())
    assert one.fd() == -1
    assert fails_v(one.unwrap(), errno.EBADF)
    with two, stdlib.socket(fileno=fd) as theirs:
        theirs.sendall(b"x")
        assert two.recv() == (b"x", None, False)


def test_functions_on_descriptors():
    one, two = pair()
    fd = ok(one.unwrap())
    assert ll.socket.shutdown(fd, ll.SHUT_WR) is None
    assert two.recv() == CLOSED
    assert ll.socket.close(fd) is None
    assert is_error(ll.socket.close(fd), errno.EBADF)
    assert is_error(ll.socket.shutdown(fd), errno.EBADF)
    assert ll.socket.close(ok(two.unwrap()), ll.SHUT_RDWR) is None


def test_dup_is_a_true_copy():
    one, two = pair()
    with one, two, ok(one.dup()) as copied:
        assert copied.fd() != one.fd()
        assert is_cloexec(copied.fd())
        one.close()
        assert copied.send(b"x") == (1, None, False)
        assert two.recv() == (b"x", None, False)


def test_dup_replaces_only_the_default_address():
    with bound() as target, ok(ll.socket.new(inet(1, ll.SOCK_DGRAM))) as sock:
        there = ok(target.getsockname())
        with ok(sock.dup(there)) as copied:
            assert copied.connect() is None
            assert ok(copied.getpeername()) == there


def test_dup_shares_nonblock():
    one, two = pair()
    with one, two, ok(one.dup()) as copied:
        assert copied.nonblock(True) == (True, None)
        assert one.nonblock() == (True, None)
        assert one.recv() == AGAIN


def test_shutdown():
    one, two = tcp()
    with one, two:
        assert one.shutdown(ll.SHUT_WR) is None
        assert two.recv() == CLOSED
        assert two.send(b"x") == (1, None, False)
        assert one.recv() == (b"x", None, False)
        assert is_error(one.shutdown(77), errno.EINVAL)


def test_close_with_a_flag():
    one, two = pair()
    with ok(one.dup()) as copied, two:
        assert one.close(ll.SHUT_RDWR) is None
        assert two.recv() == CLOSED
        assert copied.close(77) is not None
        assert copied.fd() == -1
    unconnected = bound()
    assert unconnected.close(ll.SHUT_RDWR) is None


def test_flags():
    one, two = pair()
    with one, two:
        assert one.cloexec() == (True, None)
        assert one.cloexec(False) == (False, None)
        assert not is_cloexec(one.fd())
        assert one.nonblock() == (False, None)
        assert one.nonblock(True) == (True, None)
        assert is_nonblock(one.fd())
        assert one.recv() == AGAIN


def test_not_inherited():
    one, two = pair()
    with one, two:
        paths = [f"/proc/self/fd/{sock.fd()}" for sock in (one, two)]
        code = f"import os; print([os.path.exists(path) for path in {paths}])"
        assert run(code, close_fds=False).stdout == "[False, False]\n"


def test_as_a_file_of_the_standard_library():
    one, two = pair()
    with one, two:
        assert one.fileno() == one.fd()
        theirs = stdlib.socket(fileno=os.dup(one.fileno()))
        with theirs:
            theirs.send(b"y")
        assert two.recv() == (b"y", None, False)
        assert fcntl.fcntl(one, fcntl.F_GETFD) == fcntl.FD_CLOEXEC
        ready = array.array("i", [0])
        fcntl.ioctl(one, 0x541B, ready)
        assert ready[0] == 0
