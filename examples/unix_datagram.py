"""Datagrams between unix sockets: by path, by abstract name (Linux), and over a ready-made pair.

python3 unix_datagram.py [exchanges]
"""

from __future__ import annotations

import os
import sys
import tempfile
import time

import llsocket
from llsocket import AddrInfo, Socket, addrinfo, env, must, socket

EXCHANGES = int(sys.argv[1]) if len(sys.argv) > 1 else 20000


def bound(path: str) -> Socket:
    sock = must(socket.new(must(addrinfo.unix(path, llsocket.SOCK_DGRAM))))
    must(sock.bind())
    return sock


def shown(ai: AddrInfo) -> str:
    """A printable form: an abstract name begins with a NUL."""
    name = ai.addr()
    return "@" + name[1:] if name.startswith("\0") else name


def exchange(asker: Socket, answerer: Socket, address: AddrInfo, question: bytes) -> AddrInfo:
    """A question and its answer; the answerer learns from recvfrom whom to answer."""
    must(asker.sendto(question, address))
    message, sender = must(answerer.recvfrom())
    assert message == question
    must(answerer.sendto(message[::-1], sender))
    answer, answered_by = must(asker.recvfrom())
    assert (answer, answered_by) == (question[::-1], address), "a wrong answer"
    return sender


def between(one: str, other: str) -> None:
    with bound(one) as asker, bound(other) as answerer:
        address = must(answerer.getsockname())
        sender = exchange(asker, answerer, address, b"who are you?")
        print(f"{shown(sender)} asked {shown(address)} and was answered")


# By path: bind makes a file, and whoever made it removes it.
with tempfile.TemporaryDirectory() as folder:
    one, other = os.path.join(folder, "one"), os.path.join(folder, "other")
    between(one, other)

# By abstract name: no file, gone with the last socket.
if env.os == "linux":
    between("\0llsocket.example.one" + one, "\0llsocket.example.other" + other)

# A pair needs no names at all. A datagram is a whole message, also when it is empty.
left, right = must(socket.pair(llsocket.SOCK_DGRAM))
with left, right:
    message = b"x" * 64
    began = time.process_time()
    for _ in range(EXCHANGES):
        left.send(message)
        assert right.recv()[0] == message
    each = (time.process_time() - began) / EXCHANGES * 1e6
    print(
        f"{EXCHANGES} messages of {len(message)} bytes through a pair, "
        f"{each:.2f} us of processor time for each send and recv"
    )

    assert left.send(b"") == (0, None, False)
    assert right.recv() == (b"", None, False)
    print("an empty datagram arrived as empty bytes")
