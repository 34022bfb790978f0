"""Descriptors that travel with a message."""

import array
import errno
import os
import resource
import socket

import llsocket as ll
import pytest
from support import AGAIN, CLOSED, bound, fails_a, ok, pair, tcp


def test_a_descriptor_travels(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"content")
    one, two = pair()
    with one, two, open(path, "rb") as file:
        for what in (file, file.fileno()):
            assert one.sendfd(what) == (1, None, False)
            fd = ok(two.recvfd())
            assert fd != file.fileno()
            assert not os.get_inheritable(fd)
            assert os.pread(fd, 10, 0) == b"content"
            os.close(fd)


def test_a_socket_travels():
    one, two = pair()
    first, second = pair()
    with one, two, first, second:
        assert one.sendfd(first) == (1, None, False)
        with ok(ll.socket.wrap(ok(two.recvfd()))) as copied:
            first.close()
            ok(copied.send(b"x"))
            assert second.recv() == (b"x", None, False)


def test_to_an_address(tmp_path):
    ai = ok(ll.addrinfo.unix(tmp_path / "s", ll.SOCK_DGRAM))
    with ok(ll.socket.new(ai)) as server, ok(ll.socket.new(ai)) as client:
        assert server.bind() is None
        assert client.sendfd(server, ai, ll.MSG_DONTWAIT) == (1, None, False)
        os.close(ok(server.recvfd()))


def test_nothing_yet_and_no_more():
    one, two = pair(nonblock=True)
    with one, two:
        assert two.recvfd() == AGAIN
        assert two.recvfd(ll.MSG_DONTWAIT) == AGAIN
        one.close()
        assert two.recvfd() == CLOSED
        assert two.sendfd(0) == CLOSED


def test_no_descriptor_in_the_message():
    one, two = pair()
    with one, two:
        ok(one.send(b"x"))
        assert fails_a(two.recvfd(), errno.ENOMSG)


def test_what_cannot_be_sent():
    one, two = pair()
    with one, two:
        assert fails_a(one.sendfd(10**6), errno.EBADF)
        closed = bound()
        closed.close()
        assert fails_a(one.sendfd(closed), errno.EBADF)
    one, two = tcp()
    with one, two:
        assert fails_a(one.sendfd(0), errno.EINVAL)


def test_no_room_for_a_descriptor():
    one, two = pair()
    with one, two:
        ok(one.sendfd(0))
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        taken = os.dup(0)
        os.close(taken)
        resource.setrlimit(resource.RLIMIT_NOFILE, (taken, hard))
        try:
            assert fails_a(two.recvfd(), errno.EMFILE)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.parametrize("count", [2, 3, 100, 253])
@pytest.mark.parametrize("socktype", [socket.SOCK_STREAM, socket.SOCK_SEQPACKET])
def test_a_message_of_several_descriptors_is_an_error_and_all_are_closed(count, socktype):
    ours, theirs = socket.socketpair(socket.AF_UNIX, socktype)
    read_end, write_end = os.pipe()
    with ours, theirs, ok(ll.socket.wrap(os.dup(theirs.fileno()))) as sock:
        rights = array.array("i", [write_end] * count)
        ours.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
        os.close(write_end)
        assert fails_a(sock.recvfd(), errno.EMSGSIZE)
        assert os.read(read_end, 1) == b"", "a descriptor of the other end is open still"
        assert sock.recvfd(ll.MSG_DONTWAIT) == AGAIN
    os.close(read_end)


def test_an_object_whose_fileno_is_wrong():
    class Wrong:
        def __init__(self, fd):
            self.fd = fd

        def fileno(self):
            return self.fd

    one, two = pair()
    with one, two:
        for fd in ("1", 1.0, True, None):
            with pytest.raises(TypeError, match="argument 'fd' must be int or an object with"):
                one.sendfd(Wrong(fd))
        assert fails_a(one.sendfd(Wrong(-1)), errno.EBADF)
        assert one.sendfd(Wrong(0)) == (1, None, False)
        os.close(ok(two.recvfd()))
