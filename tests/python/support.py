"""What the tests share: sockets over loopback, and the shapes of results."""

import errno
import os
import subprocess
import sys
import textwrap

import llsocket

LOOPBACK = "127.0.0.1"


def ok(result):
    """The value of a result of shape V or A that went well."""
    value, err, *again = result
    assert err is None, err
    assert again in ([], [False])
    return value


def is_error(err, number):
    """Whether this is the error instance of a number, and of the class that Python gives it."""
    assert isinstance(err, OSError), err
    assert type(err) is type(OSError(number, "")), type(err)
    assert err.errno == number, err
    assert err.strerror == os.strerror(number)
    return True


def fails_v(result, number):
    value, err = result
    assert value is None
    return is_error(err, number)


def fails_a(result, number):
    value, err, again = result
    assert value is None
    assert again is False
    return is_error(err, number)


AGAIN = (None, None, True)
CLOSED = (None, None, False)


def pair(socktype=llsocket.SOCK_STREAM, nonblock=False):
    return ok(llsocket.socket.pair(socktype, nonblock))


def inet(port=0, socktype=llsocket.SOCK_STREAM):
    return ok(llsocket.addrinfo.inet(LOOPBACK, port, socktype))


def bound(socktype=llsocket.SOCK_DGRAM, nonblock=False):
    sock = ok(llsocket.socket.new(inet(0, socktype), nonblock))
    assert sock.bind() is None
    return sock


def listener(nonblock=False):
    sock = bound(llsocket.SOCK_STREAM, nonblock)
    assert sock.listen() is None
    return sock


def tcp(nonblock=False):
    """A connection's two ends."""
    with listener() as server:
        client = ok(llsocket.socket.new(ok(server.getsockname())))
        assert client.connect() is None
        peer = ok(server.accept())
    for sock in (client, peer):
        ok(sock.nonblock(nonblock))
    return client, peer


def fill(sock):
    """Sends until no more fits; gives the number of bytes."""
    sent = 0
    while True:
        count, err, again = sock.send(b"x" * 65536, llsocket.MSG_DONTWAIT)
        assert err is None
        sent += count
        if again and count == 0:
            return sent


def run(code, *args, **kwargs):
    """Runs code in an interpreter of its own, which must end well; gives what it prints."""
    done = subprocess.run(
        [sys.executable, *args, "-c", textwrap.dedent(code)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        **kwargs,
    )
    assert done.returncode == 0, (done.returncode, done.stdout, done.stderr)
    return done


def descriptors():
    """The open descriptors of this process, and what they are."""
    found = {}
    for fd in os.listdir("/proc/self/fd"):
        try:
            found[int(fd)] = os.readlink(f"/proc/self/fd/{fd}")
        except OSError as err:
            assert err.errno == errno.ENOENT  # noqa: PT017
    return found
