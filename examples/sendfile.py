"""A large file over TCP with sendfile: the kernel moves it, Python never sees its bytes.

The receiver writes what arrives into a second file, and the checksums of the two are compared.

    python3 sendfile.py [megabytes]
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import time
import zlib
from typing import BinaryIO

from llsocket import Socket, inet, must

MEGABYTE = 1000000
SIZE = (int(sys.argv[1]) if len(sys.argv) > 1 else 100) * MEGABYTE
PIECE = 1024 * 1024


def fill(file: BinaryIO, size: int) -> None:
    """Writes `size` bytes, no two megabytes of which are alike."""
    noise = os.urandom(4096) * (MEGABYTE // 4096 + 1)
    for n in range(size // MEGABYTE):
        file.write(b"%016d" % n + noise[: MEGABYTE - 16])
    file.flush()


def checksum(file: BinaryIO) -> str:
    """The checksum and the length of a file."""
    file.seek(0)
    crc = length = 0
    while piece := file.read(PIECE):
        crc = zlib.crc32(piece, crc)
        length += len(piece)
    return f"{crc} {length}"


def connected() -> tuple[Socket, Socket]:
    """Two connected ends of a TCP connection on the loopback interface, both non-blocking."""
    with must(inet.listen("127.0.0.1", 0)) as listener:
        port = must(listener.getsockname()).port() or 0
        client = must(inet.connect("127.0.0.1", port))
        server = must(listener.accept())
    must(client.nonblock(True))
    must(server.nonblock(True))
    return server, client


def carry(source: BinaryIO, target: BinaryIO) -> tuple[int, int]:
    """Sends one file and writes the other: the bytes that went out, and the calls it took."""
    offset = received = calls = 0
    server, client = connected()
    with server, client:
        # The two ends take turns: each does what it can until the kernel says `again`.
        while received < SIZE:
            while offset < SIZE:
                sent, err, again = server.sendfile(source, SIZE - offset, offset)
                if err:
                    raise err
                assert sent is not None, "closed by the peer"
                calls += 1
                offset += sent
                if again:
                    break
            while received < SIZE:
                data, err, again = client.recv(PIECE)
                if err:
                    raise err
                if again:
                    break
                assert data is not None, "closed by the peer"
                received += len(data)
                target.write(data)
    return offset, calls


with contextlib.ExitStack() as stack:
    source = stack.enter_context(tempfile.TemporaryFile())
    target = stack.enter_context(tempfile.TemporaryFile())
    fill(source, SIZE)

    began = time.process_time()
    sent, calls = carry(source, target)
    seconds = time.process_time() - began

    there, here = checksum(source), checksum(target)

rate = SIZE / MEGABYTE / seconds
print(f"{sent} bytes went out in {calls} calls of sendfile and came in")
print(f"{seconds:.2f} s of processor time for both ends, {rate:.0f} MB/s")
print(f"checksum and length sent:     {there}")
print(f"checksum and length received: {here}")
assert there == here, "the file was damaged"
print("they are the same")
