"""Options that carry structures: linger, multicast groups and interfaces."""

import errno

import llsocket as ll
import pytest
from support import CLOSED, bound, fails_a, fails_v, is_error, ok, pair, tcp

GROUP = "239.1.2.3"
GROUP6 = "ff12::1234"


@pytest.fixture
def udp():
    with ok(ll.socket.new(ok(ll.addrinfo.inet("0.0.0.0", 0, ll.SOCK_DGRAM)))) as sock:
        assert sock.bind() is None
        yield sock


@pytest.fixture
def udp6():
    with ok(ll.socket.new(ok(ll.addrinfo.inet6("::", 0, ll.SOCK_DGRAM)))) as sock:
        assert sock.bind() is None
        yield sock


def test_linger():
    one, two = tcp()
    with one, two:
        assert one.linger() == (-1, None)
        assert one.linger(5) == (5, None)
        assert one.linger() == (5, None)
        assert one.linger(sec=-1) == (-1, None)
        assert one.linger() == (-1, None)
        assert fails_v(one.linger(-2), errno.EINVAL)
        ok(one.linger(0))
        assert one.close() is None
        assert fails_a(two.recv(), errno.ECONNRESET)
        assert two.send(b"x") == CLOSED


def test_interface_of_multicast(udp, udp6):
    for sock in (udp, udp6):
        assert sock.mcastif() == ("", None)
        assert sock.mcastif("lo") == ("lo", None)
        assert sock.mcastif() == ("lo", None)
        assert sock.mcastif("") == ("", None)
        assert sock.mcastif(1) == (1, None)
        assert sock.mcastif() == ("lo", None)
        assert fails_v(sock.mcastif("nowhere"), errno.ENODEV)
    one, two = pair()
    with one, two:
        assert fails_v(one.mcastif(), errno.EOPNOTSUPP)


def test_interface_of_unicast(udp):
    assert udp.unicastif("lo") == ("lo", None)
    assert udp.unicastif() == ("lo", None)
    assert udp.unicastif("") == ("", None)


def test_port_range(udp):
    value, err = udp.localportrange([40000, 50000])
    if err is not None:
        pytest.skip(f"the kernel lacks IP_LOCAL_PORT_RANGE: {err}")
    assert value == [40000, 50000]
    assert udp.localportrange() == ([40000, 50000], None)
    assert fails_v(udp.localportrange((5, 4)), errno.EINVAL)


def group_of(sock):
    return GROUP if sock.family() == ll.AF_INET else GROUP6


@pytest.mark.parametrize("name", ["udp", "udp6"])
def test_join_and_leave(name, request):
    sock = request.getfixturevalue(name)
    group = group_of(sock)
    assert sock.mcastjoin(group, "lo") is None
    assert is_error(sock.mcastjoin(group, 1), errno.EADDRINUSE)
    assert sock.mcastleave(group, "lo") is None
    assert is_error(sock.mcastleave(group, "lo"), errno.EADDRNOTAVAIL)
    assert is_error(sock.mcastjoin(group, "nowhere"), errno.ENODEV)
    assert is_error(sock.mcastjoin("junk", "lo"), errno.EINVAL)
    make = ll.addrinfo.inet if name == "udp" else ll.addrinfo.inet6
    info = ok(make(group, 0))
    assert sock.mcastjoin(info, "lo") is None
    assert sock.mcastleave(group=[info], interface="lo") is None


@pytest.mark.parametrize("name", ["udp", "udp6"])
def test_sources(name, request):
    sock = request.getfixturevalue(name)
    group, source = group_of(sock), "127.0.0.1" if name == "udp" else "::1"
    assert sock.mcastjoinsrc(group, source, "lo") is None
    assert sock.mcastleavesrc(group, source, "lo") is None
    assert sock.mcastjoin(group, "lo") is None
    assert sock.mcastblocksrc(group, source, "lo") is None
    assert sock.mcastunblocksrc(group, source, "lo") is None
    assert is_error(sock.mcastunblocksrc(group, source, "lo"), errno.EADDRNOTAVAIL)


def test_heard_and_shut_out(udp):
    port = ok(udp.getsockname()).port()
    group = ok(ll.addrinfo.inet(GROUP, port, ll.SOCK_DGRAM))
    with bound() as sender:
        ok(sender.mcastif("lo"))
        ok(sender.mcastloop(True))
        here = ok(sender.getsockname())
        assert udp.mcastjoin(group, "lo") is None
        ok(sender.sendto(b"one", group))
        assert ok(udp.recvable(5)) is True
        assert udp.recv() == (b"one", None, False)
        assert udp.mcastblocksrc(group, here, "lo") is None
        ok(sender.sendto(b"two", group))
        assert udp.recvable(0.05)[2] is True
        assert udp.mcastunblocksrc(group, here, "lo") is None
        ok(sender.sendto(b"three", group))
        assert udp.recv() == (b"three", None, False)


def test_other_sockets_have_no_groups():
    one, two = pair(ll.SOCK_DGRAM)
    with one, two:
        assert is_error(one.mcastjoin(GROUP), errno.EOPNOTSUPP)
        assert is_error(one.mcastjoinsrc(GROUP, "127.0.0.1"), errno.EOPNOTSUPP)
