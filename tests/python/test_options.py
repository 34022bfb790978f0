"""Options: every one of the table, set and asked, and those that have a story."""

import errno
import inspect
import math
import os
import struct
import threading

import llsocket as ll
import pytest
from support import bound, fails_v, is_error, listener, ok, pair, tcp

# What can be called without argument and is no option.
OTHERS = {
    "accept", "acceptfd", "atmark", "bind", "close", "connect", "disconnect", "dup", "family", "fd",
    "fileno", "getpeername", "getsockname", "listen", "protocol", "read", "recv", "recvable",
    "recvfd", "recvfrom", "sendable", "shutdown", "socktype", "tryconnect", "unwrap",
}  # fmt: skip


def options():
    """The methods that ask, and whether each takes a value to set."""
    for name, method in vars(ll.Socket).items():
        if name.startswith("_") or name in OTHERS:
            continue
        parameters = list(inspect.signature(method).parameters.values())[1:]
        if (
            all(parameter.default in (None, ...) for parameter in parameters)
            and len(parameters) <= 1
        ):
            yield name, bool(parameters)


@pytest.fixture(scope="module")
def kinds():
    made = {
        "tcp": ok(ll.socket.new(ok(ll.addrinfo.inet("127.0.0.1", 0)))),
        "udp": ok(ll.socket.new(ok(ll.addrinfo.inet("127.0.0.1", 0, ll.SOCK_DGRAM)))),
        "tcp6": ok(ll.socket.new(ok(ll.addrinfo.inet6("::1", 0)))),
        "udp6": ok(ll.socket.new(ok(ll.addrinfo.inet6("::1", 0, ll.SOCK_DGRAM)))),
    }
    made["unix"], made["peer"] = pair()
    yield made
    for sock in made.values():
        sock.close()


@pytest.mark.parametrize(("name", "settable"), list(options()))
def test_every_option_answers(kinds, name, settable):
    """Whatever the kernel says, it is a value or an error, and a value set is a value given."""
    for sock in kinds.values():
        value, err = getattr(sock, name)()
        assert (value is None) != (err is None)
        if err is not None:
            assert is_error(err, err.errno)
            continue
        if settable and not isinstance(value, list):
            again, err = getattr(sock, name)(value)
            assert again == value or err is not None


def test_there_are_many():
    assert len(dict(options())) > 100


BOOLS = ["broadcast", "dontroute", "keepalive", "oobinline", "reuseaddr", "reuseport", "timestamp"]


@pytest.mark.parametrize("name", BOOLS)
def test_switches(name):
    with bound() as sock:
        for enable in (True, False):
            assert getattr(sock, name)(enable) == (enable, None)
            assert getattr(sock, name)() == (enable, None)


@pytest.mark.parametrize("name", ["tcpnodelay", "tcpcork"])
def test_switches_of_tcp(name):
    one, two = tcp()
    with one, two:
        for enable in (True, False):
            assert getattr(one, name)(enable) == (enable, None)
            assert getattr(one, name)() == (enable, None)
    with bound() as sock:
        assert fails_v(getattr(sock, name)(), errno.EOPNOTSUPP)


@pytest.mark.parametrize("name", ["tcpkeepidle", "tcpkeepalive", "tcpkeepintvl", "tcpkeepcnt"])
def test_keepalive(name):
    one, two = tcp()
    with one, two:
        assert getattr(one, name)(7) == (7, None)
        assert getattr(one, name)() == (7, None)
        assert fails_v(getattr(one, name)(0), errno.EINVAL)


def test_sizes():
    with bound() as sock:
        for name in ("rcvbuf", "sndbuf"):
            assert getattr(sock, name)(10_000) == (10_000, None)
            assert getattr(sock, name)() == (20_000, None)
            assert fails_v(getattr(sock, name)(-1), errno.EINVAL)
        assert sock.rcvlowat(5) == (5, None)
        assert sock.rcvlowat() == (5, None)
        assert fails_v(sock.sndlowat(5), errno.ENOPROTOOPT)


@pytest.mark.parametrize("name", ["rcvtimeo", "sndtimeo"])
def test_times(name):
    with bound() as sock:
        option = getattr(sock, name)
        assert option() == (0.0, None)
        assert option(1) == (1.0, None)
        assert option() == (1.0, None)
        assert option(0.25)[0] == 0.25
        assert abs(ok(option()) - 0.25) < 0.01
        ok(option(1e-9))
        assert 0 < ok(option()) < 0.02
        for sec in (-1, -1e-9, math.nan, math.inf, 1e300):
            assert fails_v(option(sec), errno.EDOM)


def test_multicast_numbers():
    with bound() as sock:
        assert sock.mcastttl(200) == (200, None)
        assert sock.mcastttl() == (200, None)
        assert fails_v(sock.mcastttl(256), errno.EINVAL)
        assert sock.mcastloop(False) == (False, None)
        assert sock.mcastloop() == (False, None)


def test_read_only():
    with listener() as server:
        assert server.acceptconn() == (True, None)
        assert server.domain() == (ll.AF_INET, None)
        with pytest.raises(TypeError):
            server.acceptconn(True)


def test_names():
    one, two = tcp()
    with one, two:
        algorithm = ok(one.tcpcongestion())
        assert one.tcpcongestion(algorithm) == (algorithm, None)
        assert fails_v(one.tcpcongestion("no such thing"), errno.ENOENT)


def test_structures():
    one, two = tcp()
    with one, two:
        info = ok(one.tcpinfo())
        assert info["state"] == 1
        assert all(isinstance(number, int) for number in info.values())
        assert ok(one.meminfo())["rcvbuf"] > 0
    one, two = pair()
    with one, two:
        assert ok(one.peercred()) == {"pid": os.getpid(), "uid": os.getuid(), "gid": os.getgid()}
        assert isinstance(ok(one.peergroups()), list)


def test_raw_options():
    with bound() as sock:
        assert sock.getsockopt(ll.SOL_SOCKET, ll.SO_TYPE) == (ll.SOCK_DGRAM, None)
        value = ok(sock.getsockopt(level=ll.SOL_SOCKET, name=ll.SO_RCVTIMEO, size=16))
        assert value == struct.pack("ll", 0, 0)
        assert sock.setsockopt(ll.SOL_SOCKET, ll.SO_RCVTIMEO, struct.pack("ll", 2, 0)) is None
        assert sock.rcvtimeo() == (2.0, None)
        assert sock.setsockopt(ll.SOL_SOCKET, ll.SO_KEEPALIVE, value=1) is None
        assert sock.keepalive() == (True, None)
        assert is_error(sock.setsockopt(ll.SOL_SOCKET, 9999, 1), errno.ENOPROTOOPT)
        assert fails_v(sock.getsockopt(ll.SOL_SOCKET, ll.SO_TYPE, -1), errno.EINVAL)
        assert fails_v(sock.getsockopt(ll.SOL_SOCKET, ll.SO_TYPE, 10**15), errno.EINVAL)


def test_filters():
    keep = [[0x06, 0, 0, 3]]
    with bound() as one, bound() as two:
        assert one.attachfilter(keep) == (keep, None)
        assert ok(one.attachfilter(program=[tuple(keep[0])])) == keep
        assert one.detachfilter() == (True, None)
        assert fails_v(one.detachfilter(), errno.ENOENT)
        assert fails_v(two.attachfilter([]), errno.EINVAL)
        ok(one.attachfilter([[0x06, 0, 0, 0]]))
        ok(two.sendto(b"x", ok(one.getsockname())))
        assert one.recvable(0.02)[2] is True


def test_options_from_many_threads():
    with bound() as sock:
        failures = []

        def work():
            for _ in range(500):
                for result in (sock.reuseaddr(True), sock.rcvbuf(), sock.getsockname()):
                    if result[1] is not None:
                        failures.append(result)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not failures
