"""One end of a conversation between two programs, of which the other may be peer.lua.

    python3 peer.py serve KIND [PATH]     prints "at ADDRESS" when it can be asked
    python3 peer.py ask KIND ADDRESS

KIND is tcp, multicast, stream, datagram or descriptors; ADDRESS is a port of this machine or, for
the last three, a path. At its end each says what it sent and received, so that the two can be
compared.
"""

from __future__ import annotations

import sys
import tempfile
from typing import Callable, TypeVar

import llsocket
from llsocket import AddrInfo, Socket, addrinfo, device, must, socket

LIMIT = 10  # seconds that anything may wait
MESSAGES = 40
ANY_SOURCE, SOURCE_SPECIFIC = "239.255.77.78", "232.77.77.78"

T = TypeVar("T")


class Counter:
    """What went one way: how many messages and bytes, and a sum in which their order counts."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.count = self.bytes = self.sum = 0

    def add(self, data: bytes) -> None:
        self.count += 1
        self.bytes += len(data)
        for byte in data:
            self.sum = (self.sum * 31 + byte) % 4294967296

    def say(self, messages: bool = False) -> None:
        """A stream has no messages, so that their number says nothing there."""
        count = f"{self.count} messages, " if messages else ""
        print(f"{self.name} {count}{self.bytes} bytes, sum {self.sum}")


sent, received = Counter("sent"), Counter("received")


def done(result: tuple[T | None, OSError | None, bool]) -> T:
    """The value of a result that may have to wait. To wait too long is a failure here."""
    if result[2]:
        raise TimeoutError("waited for too long")
    value: T = must(result)
    return value


def noise(length: int, seed: int) -> bytes:
    """`length` bytes in which each of the 256 comes up."""
    return bytes((i * 31 + i // 256 + seed) % 256 for i in range(length))


def limited(sock: Socket) -> Socket:
    must(sock.rcvtimeo(LIMIT))
    must(sock.sndtimeo(LIMIT))
    return sock


def opened(ai: AddrInfo) -> Socket:
    return limited(must(socket.new(ai)))


# Streams -----------------------------------------------------------------------------------------


def accepted(ai: AddrInfo) -> Socket:
    """Listens, says where, and gives the first one who connects."""
    with opened(ai) as listener:
        must(listener.bind() or listener.listen())
        address = must(listener.getsockname())
        print("at", address.port() or address.addr(), flush=True)
        return limited(done(listener.accept()))


def connected(ai: AddrInfo) -> Socket:
    sock = opened(ai)
    must(sock.connect())
    return sock


def send_all(sock: Socket, data: bytes) -> None:
    sent.add(data)
    rest = memoryview(data)
    while rest:
        length, err, _ = sock.send(rest)
        rest = rest[must((length, err)) :]


def recv_all(sock: Socket) -> None:
    while True:
        data, err, again = sock.recv(65536)
        if data is None and not err and not again:
            return
        received.add(done((data, err, again)))


def serve_stream(ai: AddrInfo) -> None:
    with accepted(ai) as sock:
        recv_all(sock)
        send_all(sock, noise(200000, 7))
    received.say()
    sent.say()


def ask_stream(ai: AddrInfo) -> None:
    with connected(ai) as sock:
        send_all(sock, noise(300000, 3))
        must(sock.shutdown(llsocket.SHUT_WR))
        recv_all(sock)
    sent.say()
    received.say()


# Datagrams ---------------------------------------------------------------------------------------


def message(n: int) -> bytes:
    """Message number `n`; the first is empty."""
    return noise((n - 1) * 25, n)


def heard(sock: Socket) -> tuple[bytes, AddrInfo | None]:
    data, sender, err, again = sock.recvfrom(65536)
    data = done((data, err, again))
    received.add(data)
    return data, sender


def say_to(sock: Socket, data: bytes, ai: AddrInfo) -> None:
    assert done(sock.sendto(data, ai)) == len(data)
    sent.add(data)


def serve_datagrams(sock: Socket) -> None:
    """Answers each message with itself, turned around."""
    with sock:
        for _ in range(MESSAGES):
            data, sender = heard(sock)
            assert sender
            say_to(sock, data[::-1], sender)
    received.say(messages=True)
    sent.say(messages=True)


def ask_datagrams(sock: Socket, addresses: list[AddrInfo]) -> None:
    """Sends the messages to the addresses in turn."""
    with sock:
        for n in range(1, MESSAGES + 1):
            say_to(sock, message(n), addresses[n % len(addresses)])
            assert heard(sock)[0] == message(n)[::-1], "a wrong answer"
    sent.say(messages=True)
    received.say(messages=True)


def loopback() -> str:
    """The name of the interface that has 127.0.0.1."""
    for entry in must(device.getifaddrs()):
        if "addr" in entry and entry["addr"].addr() == "127.0.0.1":
            return entry["name"]
    raise LookupError("no interface has 127.0.0.1")


# Descriptors -------------------------------------------------------------------------------------


def serve_descriptors(ai: AddrInfo) -> None:
    """Gets a socket and talks through it; gets a file and sends what is in it."""
    with accepted(ai) as sock:
        with must(socket.wrap(done(sock.recvfd()))) as given:
            data = done(given.recv())
            received.add(data)
            done(given.send(data[::-1]))
            sent.add(data[::-1])

        file = done(sock.recvfd())
        assert done(sock.sendfile(file, 3000, 1000)) == 3000
        sent.add(noise(4000, 9)[1000:])
        must(socket.close(file))
    received.say()
    sent.say()


def ask_descriptors(ai: AddrInfo) -> None:
    with connected(ai) as sock:
        mine, given = must(socket.pair(llsocket.SOCK_STREAM))
        with limited(mine):
            with given:
                done(sock.sendfd(given))
            done(mine.send(b"through a socket that was given away"))
            sent.add(b"through a socket that was given away")
            received.add(done(mine.recv()))

        with tempfile.TemporaryFile() as file:
            file.write(noise(4000, 9))
            file.flush()
            done(sock.sendfd(file))
        recv_all(sock)
    sent.say()
    received.say()


# The command line --------------------------------------------------------------------------------


def inet(port: int, socktype: int, addr: str = "127.0.0.1") -> AddrInfo:
    return must(addrinfo.inet(addr, port, socktype))


def unix(path: str, socktype: int) -> AddrInfo:
    return must(addrinfo.unix(path, socktype))


def serve_multicast(_: str) -> None:
    sock = opened(inet(0, llsocket.SOCK_DGRAM, "0.0.0.0"))
    must(
        sock.bind()
        or sock.mcastjoin(ANY_SOURCE, loopback())
        or sock.mcastjoinsrc(SOURCE_SPECIFIC, "127.0.0.1", loopback())
    )
    print("at", must(sock.getsockname()).port(), flush=True)
    serve_datagrams(sock)


def ask_multicast(port: str) -> None:
    sock = opened(inet(0, llsocket.SOCK_DGRAM))
    must(sock.bind())
    must(sock.mcastif(loopback()))
    groups = [ANY_SOURCE, SOURCE_SPECIFIC]
    ask_datagrams(sock, [inet(int(port), llsocket.SOCK_DGRAM, group) for group in groups])


def serve_datagram(path: str) -> None:
    sock = opened(unix(path, llsocket.SOCK_DGRAM))
    must(sock.bind())
    print("at", path, flush=True)
    serve_datagrams(sock)


def ask_datagram(path: str) -> None:
    sock = opened(unix(path + ".asker", llsocket.SOCK_DGRAM))
    must(sock.bind())
    ask_datagrams(sock, [unix(path, llsocket.SOCK_DGRAM)])


KINDS: dict[tuple[str, str], Callable[[str], None]] = {
    ("serve", "tcp"): lambda _: serve_stream(inet(0, llsocket.SOCK_STREAM)),
    ("ask", "tcp"): lambda port: ask_stream(inet(int(port), llsocket.SOCK_STREAM)),
    ("serve", "multicast"): serve_multicast,
    ("ask", "multicast"): ask_multicast,
    ("serve", "stream"): lambda path: serve_stream(unix(path, llsocket.SOCK_STREAM)),
    ("ask", "stream"): lambda path: ask_stream(unix(path, llsocket.SOCK_STREAM)),
    ("serve", "datagram"): serve_datagram,
    ("ask", "datagram"): ask_datagram,
    ("serve", "descriptors"): lambda path: serve_descriptors(unix(path, llsocket.SOCK_STREAM)),
    ("ask", "descriptors"): lambda path: ask_descriptors(unix(path, llsocket.SOCK_STREAM)),
}

role, kind, *address = sys.argv[1:]
KINDS[role, kind](address[0] if address else "")
