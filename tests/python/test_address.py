"""Addresses of every family: made without the resolver, shown, compared, taken apart."""

import errno
import os
import pathlib
import random
import socket as stdlib

import llsocket as ll
import pytest
from support import bound, fails_v, inet, is_error, ok, pair, run


def test_inet():
    ai = ok(ll.addrinfo.inet("127.0.0.1", 80, ll.SOCK_STREAM, ll.IPPROTO_TCP))
    assert (ai.family(), ai.socktype(), ai.protocol()) == (ll.AF_INET, 1, 6)
    assert (ai.addr(), ai.port()) == ("127.0.0.1", 80)
    assert (ai.scopeid(), ai.flowinfo(), ai.canonname()) == (None, None, None)


@pytest.mark.parametrize("port", [0, 65535, "0", "65535", "080"])
def test_ports(port):
    assert ok(ll.addrinfo.inet("1.2.3.4", port)).port() == int(port)


@pytest.mark.parametrize("junk", ["", "1.2.3", "256.0.0.1", "1.2.3.4 ", "::1", "\0", "\udc80"])
def test_inet_of_junk(junk):
    assert fails_v(ll.addrinfo.inet(junk, 0), errno.EINVAL)


def test_inet6():
    ai = ok(ll.addrinfo.inet6("::1", 80, ll.SOCK_DGRAM))
    assert (ai.family(), ai.addr(), ai.port()) == (ll.AF_INET6, "::1", 80)
    assert (ai.scopeid(), ai.flowinfo()) == (0, 0)
    scoped = ok(ll.addrinfo.inet6("fe80::1%1", 0))
    assert scoped.scopeid() == 1
    assert ok(ll.addrinfo.inet6("fe80::1%lo", 0)) == scoped
    assert fails_v(ll.addrinfo.inet6("fe80::1%nowhere", 0), errno.ENODEV)
    assert fails_v(ll.addrinfo.inet6("127.0.0.1", 0), errno.EINVAL)


@pytest.mark.parametrize(
    "path",
    ["/tmp/x", b"/tmp/x", pathlib.Path("/tmp/x"), pathlib.PurePosixPath("/tmp/x")],
)
def test_unix_paths(path):
    ai = ok(ll.addrinfo.unix(path, ll.SOCK_DGRAM))
    assert (ai.family(), ai.socktype(), ai.addr(), ai.port()) == (ll.AF_UNIX, 2, "/tmp/x", None)
    assert ok(ll.unix.getaddrinfo(path)) == [ai]


def test_unix_bytes_beyond_utf8():
    name = b"/tmp/\xff\xfe"
    ai = ok(ll.addrinfo.unix(name))
    assert os.fsencode(ai.addr()) == name
    assert ok(ll.addrinfo.unix(ai.addr())) == ai


def test_unix_lengths():
    assert ok(ll.addrinfo.unix("x" * 108)).addr() == "x" * 108
    assert fails_v(ll.addrinfo.unix("x" * 109), errno.ENAMETOOLONG)
    assert fails_v(ll.addrinfo.unix("a\0b"), errno.EINVAL)
    assert ok(ll.addrinfo.unix("")).addr() == ""


def test_unix_abstract():
    ai = ok(ll.addrinfo.unix("\0name\0with nul"))
    assert ai.addr() == "\0name\0with nul"
    with ok(ll.socket.new(ai)) as sock:
        assert sock.bind() is None
        assert ok(sock.getsockname()) == ai
        assert ok(sock.getsockname()).addr() == "\0name\0with nul"


def test_unix_path_of_full_length(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ai = ok(ll.addrinfo.unix("p" * 108))
    with ok(ll.socket.new(ai)) as sock:
        assert sock.bind() is None
        assert ok(sock.getsockname()) == ai
        assert os.path.exists("p" * 108)


def test_unix_unnamed_and_autobind():
    one, two = pair(ll.SOCK_DGRAM)
    with one, two:
        assert ok(one.getsockname()).addr() == ""
    with ok(ll.socket.new(ok(ll.addrinfo.unix("")))) as sock:
        assert sock.bind() is None
        assert len(ok(sock.getsockname()).addr()) == 6


def test_netlink_vsock_packet_and_raw():
    netlink = ok(ll.addrinfo.netlink(0, 1))
    assert netlink.family() == ll.AF_NETLINK
    vsock = ok(ll.addrinfo.vsock(ll.VMADDR_CID_LOCAL, 1234, ll.SOCK_STREAM))
    assert vsock.family() == ll.AF_VSOCK
    packet = ok(ll.addrinfo.packet("lo", ll.ETH_P_ALL))
    assert packet.family() == ll.AF_PACKET
    assert ok(ll.addrinfo.packet(1, ll.ETH_P_ALL)) == packet
    for ai in (netlink, vsock, packet, inet(80), ok(ll.addrinfo.unix("/x"))):
        assert isinstance(ai.raw(), bytes)
        assert ok(ll.addrinfo.raw(ai.raw())) == ai
        assert ok(ll.addrinfo.raw(bytearray(ai.raw()))) == ai
    assert fails_v(ll.addrinfo.raw(b"x" * 1000), errno.EINVAL)


def test_hashes_are_other_ones_in_another_process():
    code = "import llsocket; print(hash(llsocket.addrinfo.inet('127.0.0.1', 80)[0]))"
    assert len({run(code).stdout for _ in range(3)}) > 1


def test_equality_and_hash():
    one, same, other = inet(80), inet(80, ll.SOCK_DGRAM), inet(81)
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert not one == other  # noqa: SIM201
    assert one != "127.0.0.1"
    assert one != None  # noqa: E711
    assert {one: 1}[same] == 1
    assert len({one, same, other}) == 2
    with pytest.raises(TypeError):
        assert one < other


def test_as_keys_of_datagrams():
    with bound() as server, bound() as client:
        peers = {ok(client.getsockname()): "client"}
        ok(client.sendto(b"x", ok(server.getsockname())))
        _, ai, _, _ = server.recvfrom()
        assert peers[ai] == "client"


def test_repr():
    assert repr(inet(80)) == "<llsocket.AddrInfo inet stream 127.0.0.1:80>"
    ai = ok(ll.addrinfo.inet6("fe80::1%1", 80, ll.SOCK_DGRAM, ll.IPPROTO_UDP))
    assert repr(ai) == "<llsocket.AddrInfo inet6 dgram udp [fe80::1%1]:80>"
    assert repr(ok(ll.addrinfo.unix("/a b"))) == "<llsocket.AddrInfo unix /a b>"
    assert repr(ok(ll.addrinfo.unix("\0name"))) == "<llsocket.AddrInfo unix @name>"


def test_attributes_do_not_change():
    ai = inet(80)
    with pytest.raises(AttributeError):
        ai.port = 81
    with pytest.raises(AttributeError):
        ai.anything = 1


def test_names():
    ai = inet(80)
    assert ok(ai.nameinfo(ll.NI_NUMERICHOST, ll.NI_NUMERICSERV)) == {
        "host": "127.0.0.1",
        "serv": "80",
    }
    assert ok(ai.getnameinfo(ll.NI_NUMERICHOST | ll.NI_NUMERICSERV))["serv"] == "80"
    assert ok(ok(ll.addrinfo.unix("/x")).nameinfo()) == {"host": "localhost", "serv": "/x"}


def test_names_that_fail():
    unknown = ok(ll.addrinfo.inet("203.0.113.1", 1))
    value, err = ok(ll.addrinfo.netlink(0, 0)).nameinfo()
    assert value is None
    assert type(err) is stdlib.gaierror
    assert err.errno == ll.EAI_FAMILY
    value, err = unknown.nameinfo(0x10000000)
    assert err.errno == ll.EAI_BADFLAGS


def test_an_address_of_another_family():
    with bound() as sock:
        assert is_error(sock.connect(ok(ll.addrinfo.unix("/x"))), errno.EINVAL)


def random_addresses():
    """Addresses of every family, each with a function that makes it again of what it tells."""
    numbers = random.Random(20201)
    make = ll.addrinfo
    zones = ["", *(f"%{entry['name']}" for entry in ok(ll.device.nameindex()))]
    for _ in range(300):
        port = numbers.randrange(65536)
        four = ".".join(str(numbers.randrange(256)) for _ in range(4))
        yield make.inet(four, port), lambda ai: make.inet(ai.addr(), ai.port())
        words = [numbers.choice(["0", f"{numbers.randrange(65536):x}"]) for _ in range(8)]
        words[:4] = numbers.choice([words[:4], ["fe80", "0", "0", "0"]])
        zone = numbers.choice([*zones, f"%{numbers.randrange(1 << 32)}"])
        six = ":".join(words) + zone
        yield make.inet6(six, port), lambda ai: make.inet6(ai.addr(), ai.port())
        name = bytes(numbers.randrange(1, 256) for _ in range(numbers.randrange(108)))
        for path in (name, b"\0" + name[::-1]):
            yield make.unix(path), lambda ai: make.unix(ai.addr())
        one, other = numbers.randrange(1 << 32), numbers.randrange(1 << 32)
        yield make.netlink(one, other), lambda ai: make.netlink(ai.port(), int(ai.addr()))
        yield make.vsock(one, other), lambda ai: make.vsock(int(ai.addr()), ai.port())
        link = ":".join(f"{numbers.randrange(256):02x}" for _ in range(numbers.randrange(33)))
        yield (
            make.packet(one >> 1, other >> 16, 0, link),
            lambda ai: make.packet(ai.ifindex(), ai.ethertype(), addr=ai.addr()),
        )


def test_what_an_address_tells_makes_it_again():
    for made, again in random_addresses():
        ai = ok(made)
        for other in (ok(again(ai)), ok(ll.addrinfo.raw(ai.raw()))):
            assert other == ai, (ai, other)
            assert hash(other) == hash(ai)


def test_what_the_kernel_told_makes_it_again():
    again = {
        ll.AF_INET: lambda ai: ll.addrinfo.inet(ai.addr(), ai.port()),
        ll.AF_INET6: lambda ai: ll.addrinfo.inet6(ai.addr(), ai.port()),
        ll.AF_PACKET: lambda ai: ll.addrinfo.packet(ai.ifindex(), ai.ethertype(), 0, ai.addr()),
    }
    for entry in ok(ll.device.getifaddrs()):
        ai = entry["addr"]
        assert ok(again[entry["family"]](ai)) == ai


@pytest.mark.parametrize("port", ["+80", " 80", "80 ", "8_0", "\u0663", ""])
def test_a_sign_or_a_blank_is_no_port(port):
    with pytest.raises(ValueError, match="port"):
        ll.addrinfo.inet("127.0.0.1", port)


@pytest.mark.parametrize("make", [ll.addrinfo.inet, ll.addrinfo.inet6])
@pytest.mark.parametrize("name", ["localhost", "www.example.com", "a-b_c.org"])
def test_a_name_is_told_to_ask_the_resolver(make, name):
    ai, err = make(name, 80)
    assert ai is None
    assert err.errno == errno.EINVAL
    assert err.strerror.startswith("Invalid argument (not a numeric address; inet.getaddrinfo ")
