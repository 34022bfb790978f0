"""originaldst: where a connection was to go before the packet filter redirected it."""

import subprocess

import pytest
from support import run

#: Requests of nf_tables, by which all connections of IPv4 or IPv6 go to one port of this host.
REDIRECT = """
import ctypes, itertools, os, socket, struct, subprocess
import llsocket as ll

assert ctypes.CDLL(None).unshare(0x40000000) == 0
subprocess.run("ip link set lo up".split(), check=True)
numbers = itertools.count()

def attr(kind, *data):
    data = b"".join(data)
    return struct.pack("HH", 4 + len(data), kind) + data + bytes(-len(data) % 4)

def nest(kind, *data):
    return attr(kind | 0x8000, *data)

def be32(kind, number):
    return attr(kind, struct.pack(">i", number))

def request(kind, family, resource, flags, *attrs):
    body = struct.pack(">BBH", family, 0, resource) + b"".join(attrs)
    return struct.pack("IHHII", 16 + len(body), kind, flags, next(numbers), 0) + body

def expression(name, *data):
    return nest(1, attr(1, name, bytes(1)), nest(2, *data))

def redirect(family, port):
    table, chain = b"llsocket\\0", b"out\\0"
    hook = nest(4, be32(1, 3), be32(2, -100))  # of what this host sends
    value = nest(2, attr(1, struct.pack(">H", port)))
    steps = (expression(b"immediate", be32(1, 1), value), expression(b"redir", be32(1, 1)))
    batch = [
        request(0x10, 0, 10, 1),
        request(0xA00, family, 0, 0x405, attr(1, table)),
        request(0xA03, family, 0, 0x405, attr(1, table), attr(3, chain), hook, attr(7, b"nat\\0")),
        request(0xA06, family, 0, 0xC05, attr(1, table), attr(2, chain), nest(4, *steps)),
        request(0x11, 0, 10, 1),
    ]
    try:
        with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 12) as link:
            link.settimeout(5)
            link.send(b"".join(batch))
            for _ in range(3):
                errno = -struct.unpack_from("i", link.recv(65536), 16)[0]
                if errno:
                    raise OSError(errno, os.strerror(errno))
    except OSError as error:
        print("skip", error)
        raise SystemExit

def redirected(wildcard, to):
    server, _ = ll.socket.new(ll.inet.getaddrinfo(wildcard, "0", ll.SOCK_STREAM)[0])
    assert not server.bind() and not server.listen()
    place, _ = ll.inet.getaddrinfo(to, "4242", ll.SOCK_STREAM)
    redirect(place[0].family(), server.getsockname()[0].port())
    client, _ = ll.socket.new(place)
    client.sndtimeo(5)
    server.rcvtimeo(5)
    assert client.connect() is None
    with server, client, server.accept()[0] as accepted:
        for sock in (accepted, client):
            told, err = sock.originaldst()
            print(err or (told.addr(), told.port()) == (to, 4242))
"""


@pytest.mark.parametrize(
    ("wildcard", "to"), [("0.0.0.0", "127.9.9.9"), ("::", "::1"), ("::", "127.9.9.9")]
)
def test_the_first_destination_is_told(wildcard, to):
    if subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False).returncode:
        pytest.skip("no network namespaces")
    told = run(f"{REDIRECT}\nredirected({wildcard!r}, {to!r})\n").stdout
    if told.startswith("skip"):
        pytest.skip(f"no nf_tables: {told}")
    assert told == "True\nTrue\n"
