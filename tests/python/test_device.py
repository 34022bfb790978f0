"""The machine's interfaces, names and numbers, and what the module says of its system."""

import errno
import os
import socket as stdlib
import sys

import llsocket as ll
import pytest
from support import fails_v, ok

ALWAYS = {"name", "index", "flags"}
SOMETIMES = {"mtu", "label", "family", "addr", "netmask", "broadaddr", "dstaddr"}


def test_getifaddrs():
    entries = ok(ll.device.getifaddrs())
    assert all(ALWAYS <= set(entry) <= ALWAYS | SOMETIMES for entry in entries)
    assert all(value is not None for entry in entries for value in entry.values())
    loopback = [e for e in entries if e["name"] == "lo" and e.get("family") == ll.AF_INET]
    assert [entry["addr"].addr() for entry in loopback] == ["127.0.0.1"]
    assert loopback[0]["netmask"].addr() == "255.0.0.0"
    assert "dstaddr" not in loopback[0]
    assert loopback[0]["flags"] & ll.IFF_LOOPBACK
    assert {entry["name"] for entry in entries} <= {name for _, name in stdlib.if_nameindex()}


def test_macaddrs():
    addrs = ok(ll.device.macaddrs())
    assert "lo" not in addrs
    for name, addr in addrs.items():
        with open(f"/sys/class/net/{name}/address") as file:
            assert file.read().strip() == addr


def test_indices():
    assert ll.device.nametoindex("lo") == (1, None)
    assert ll.device.indextoname(1) == ("lo", None)
    assert [(e["index"], e["name"]) for e in ok(ll.device.nameindex())] == stdlib.if_nameindex()
    for name in ("nowhere", "", "x" * 100, "with\0nul"):
        assert fails_v(ll.device.nametoindex(name), errno.ENODEV)
    assert fails_v(ll.device.indextoname(0), errno.ENODEV)
    assert fails_v(ll.device.indextoname(4_000_000_000), errno.ENODEV)


def test_env():
    assert ll.env.os == sys.platform
    assert ll.env.unixpath_max == 108
    assert ll.env.somaxconn == stdlib.SOMAXCONN


def test_addresses_as_bytes():
    for family, text in ((ll.AF_INET, "127.0.0.1"), (ll.AF_INET6, "fe80::1")):
        packed = ok(ll.pton(family, text))
        assert packed == stdlib.inet_pton(family, text)
        assert ll.ntop(family, packed) == (text, None)
        assert fails_v(ll.pton(family, "junk"), errno.EINVAL)
        assert fails_v(ll.ntop(family, b"x"), errno.EINVAL)
    assert fails_v(ll.pton(99, "127.0.0.1"), errno.EAFNOSUPPORT)


def test_byte_order():
    assert ll.htons(0x1234) == stdlib.htons(0x1234)
    assert ll.ntohs(0x1234) == stdlib.ntohs(0x1234)
    assert ll.htonl(0x12345678) == stdlib.htonl(0x12345678)
    assert ll.ntohl(0x12345678) == stdlib.ntohl(0x12345678)


def test_texts():
    assert ll.strerror(errno.EBADF) == os.strerror(errno.EBADF)
    assert ll.gaistrerror(ll.EAI_NONAME) == "Name or service not known"
    assert "12345" in ll.strerror(12345)


def test_services_and_protocols():
    port, err = ll.getservbyname("http", "tcp")
    if err is None:
        assert port == 80
        assert ll.getservbyport(80) == ("http", None)
    assert ll.getservbyname("no such service")[1].errno == ll.EAI_SERVICE
    assert ll.getservbyport(65533, "udp")[1].errno == ll.EAI_SERVICE
    assert ll.getprotobyname("udp") == (17, None)
    assert fails_v(ll.getprotobyname("none such"), errno.ENOENT)
    assert ll.gethostname() == (stdlib.gethostname(), None)


@pytest.mark.parametrize("prefix", ["AF_", "AI_", "NI_", "IPPROTO_", "SOCK_", "SHUT_", "MSG_"])
def test_constants_equal_those_of_the_standard_library(prefix):
    ours = [name for name in dir(ll) if name.startswith(prefix)]
    assert ours
    same = [name for name in ours if hasattr(stdlib, name)]
    assert same
    for name in same:
        assert getattr(ll, name) == getattr(stdlib, name), name
        assert type(getattr(ll, name)) is int


def test_constants_that_are_not_there():
    assert not hasattr(ll, "AF_NATM")
    with pytest.raises(AttributeError):
        ll.AF_NOTHING  # noqa: B018


def test_errno_names():
    for name, number in vars(errno).items():
        if name.startswith("E") and hasattr(ll, name):
            assert getattr(ll, name) == number
