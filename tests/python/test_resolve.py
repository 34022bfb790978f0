"""Names to addresses and back."""

import socket

import llsocket as ll
import pytest
from support import listener, ok


def fails_gai(result, number):
    value, err = result
    assert value is None
    assert type(err) is socket.gaierror
    assert err.errno == number
    assert err.strerror
    return True


def test_numbers():
    infos = ok(ll.inet.getaddrinfo("127.0.0.1", "80", ll.SOCK_STREAM))
    assert type(infos) is list
    (ai,) = infos
    assert (ai.addr(), ai.port(), ai.socktype(), ai.protocol()) == ("127.0.0.1", 80, 1, 6)


def test_every_type_without_one():
    infos = ok(ll.inet.getaddrinfo("127.0.0.1", "80"))
    assert {ai.socktype() for ai in infos} >= {ll.SOCK_STREAM, ll.SOCK_DGRAM}


def test_nobody_is_this_host():
    (ai,) = ok(ll.inet.getaddrinfo(None, "80", ll.SOCK_STREAM, 0, ll.AI_PASSIVE))[:1]
    assert ai.addr() in ("0.0.0.0", "::")
    local = ok(ll.inet.getaddrinfo(None, "80", ll.SOCK_STREAM))
    assert {ai.addr() for ai in local} <= {"127.0.0.1", "::1"}


def test_inet6_alone():
    infos = ok(ll.inet.getaddrinfo6("::1", "80", ll.SOCK_STREAM))
    assert [ai.family() for ai in infos] == [ll.AF_INET6]
    assert fails_gai(
        ll.inet.getaddrinfo6("127.0.0.1", "80", 0, 0, ll.AI_NUMERICHOST), ll.EAI_ADDRFAMILY
    )


def test_of_a_family():
    infos = ok(ll.addrinfo.getaddrinfo("127.0.0.1", "80", ll.AF_INET, ll.SOCK_DGRAM))
    assert [(ai.addr(), ai.socktype()) for ai in infos] == [("127.0.0.1", 2)]


def test_canonical_name_goes_with_the_first():
    infos = ok(ll.inet.getaddrinfo("127.0.0.1", "80", 0, 0, ll.AI_CANONNAME))
    assert infos[0].canonname() == "127.0.0.1"
    assert {ai.canonname() for ai in infos[1:]} == {None}


def test_flags_are_many_or_one():
    flags = (ll.AI_NUMERICHOST, ll.AI_NUMERICSERV)
    one = ll.inet.getaddrinfo("127.0.0.1", "80", None, None, *flags)
    assert ok(one) == ok(ll.inet.getaddrinfo("127.0.0.1", "80", 0, 0, flags[0] | flags[1]))


@pytest.mark.parametrize("name", ["localhost", "no such host.invalid"])
def test_numbers_alone(name):
    assert fails_gai(ll.inet.getaddrinfo(name, "80", 0, 0, ll.AI_NUMERICHOST), ll.EAI_NONAME)


@pytest.mark.parametrize("host", ["with\0nul", "x" * 5000, "\udcff", ""])
def test_names_that_cannot_be(host):
    value, err = ll.inet.getaddrinfo(host, "80")
    assert value is None
    assert type(err) is socket.gaierror


def test_names_unknown():
    value, err = ll.inet.getaddrinfo("name.invalid", "80")
    assert value is None
    assert type(err) is socket.gaierror
    assert err.errno in (ll.EAI_NONAME, ll.EAI_AGAIN)


def test_failures_are_told_as_the_resolver_does():
    assert fails_gai(ll.inet.getaddrinfo(), ll.EAI_NONAME)
    assert fails_gai(ll.inet.getaddrinfo("127.0.0.1", "no service"), ll.EAI_SERVICE)
    assert fails_gai(ll.inet.getaddrinfo("127.0.0.1", "80", 77), ll.EAI_SOCKTYPE)
    assert fails_gai(ll.inet.getaddrinfo("127.0.0.1", "80", 0, 0, 0x10000000), ll.EAI_BADFLAGS)
    assert fails_gai(ll.addrinfo.getaddrinfo("127.0.0.1", "80", 12345), ll.EAI_FAMILY)


def test_what_is_found_connects():
    with listener() as server:
        port = ok(server.getsockname()).port()
        infos = ok(ll.inet.getaddrinfo("127.0.0.1", str(port), ll.SOCK_STREAM))
        with ok(ll.socket.new(infos)) as client:
            assert client.connect(infos) is None
            with ok(server.accept()) as peer:
                assert ok(peer.getpeername()) == ok(client.getsockname())


def test_localhost():
    infos = ok(ll.inet.getaddrinfo("localhost", "80", ll.SOCK_STREAM))
    assert {ai.addr() for ai in infos} <= {"127.0.0.1", "::1"}
