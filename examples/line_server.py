"""A line server and its clients over TCP, all in one process and one thread.

Every socket is non-blocking and every conversation is a coroutine of asyncio, which takes the
sockets as they are: where the kernel has nothing yet, `again` is True and the coroutine awaits.

    python3 line_server.py [clients [lines]]
"""

from __future__ import annotations

import asyncio
import sys
import time

import llsocket
from llsocket import AddrInfo, Socket, inet, must, socket

CLIENTS = int(sys.argv[1]) if len(sys.argv) > 1 else 50
LINES = int(sys.argv[2]) if len(sys.argv) > 2 else 400
LONGEST_LINE = 8192


# Waiting -----------------------------------------------------------------------------------------


async def readable(sock: Socket) -> None:
    ready = asyncio.Event()
    asyncio.get_running_loop().add_reader(sock, ready.set)
    try:
        await ready.wait()
    finally:
        asyncio.get_running_loop().remove_reader(sock)


async def writable(sock: Socket) -> None:
    ready = asyncio.Event()
    asyncio.get_running_loop().add_writer(sock, ready.set)
    try:
        await ready.wait()
    finally:
        asyncio.get_running_loop().remove_writer(sock)


# Talking in lines --------------------------------------------------------------------------------


async def send_all(sock: Socket, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        sent, err, again = sock.send(rest)
        if err:
            raise err
        if sent is None:
            raise ConnectionError("closed by the peer")
        rest = rest[sent:]
        if again:
            await writable(sock)


class Reader:
    """Reads a socket in lines."""

    def __init__(self, sock: Socket) -> None:
        self.sock = sock
        self.buffer = b""

    async def next_line(self) -> bytes | None:
        """The next line that arrives, or None when the peer has closed."""
        while True:
            line, end, rest = self.buffer.partition(b"\n")
            if end:
                self.buffer = rest
                return line
            assert len(self.buffer) <= LONGEST_LINE, "the line is too long"
            data, err, again = self.sock.recv()
            if err:
                raise err
            if again:
                await readable(self.sock)
            elif data is None:
                return None
            else:
                self.buffer += data


# The server --------------------------------------------------------------------------------------


class Server:
    def __init__(self, listener: Socket) -> None:
        self.listener = listener
        self.connections = 0
        self.lines = 0
        self.bytes = 0

    async def converse(self, sock: Socket) -> None:
        with sock:
            reader = Reader(sock)
            while (line := await reader.next_line()) is not None:
                self.lines += 1
                self.bytes += len(line) + 1
                await send_all(sock, line.upper() + b"\n")

    async def serve(self, connections: int) -> None:
        conversations = []
        while self.connections < connections:
            sock, err, again = self.listener.accept()
            if sock:
                self.connections += 1
                conversations.append(asyncio.ensure_future(self.converse(sock)))
            elif again:
                await readable(self.listener)
            elif err:
                raise err
        await asyncio.gather(*conversations)


# The clients -------------------------------------------------------------------------------------


async def ask(address: AddrInfo, number: int) -> None:
    with must(socket.new(address, nonblock=True)) as sock:
        must(sock.tcpnodelay(True))

        # On a non-blocking socket, connecting only begins.
        while not must(sock.tryconnect()):
            await writable(sock)

        reader = Reader(sock)
        for n in range(1, LINES + 1):
            line = b"client %d says line %d" % (number, n)
            await send_all(sock, line + b"\n")
            assert await reader.next_line() == line.upper(), "a wrong answer"
        sock.shutdown(llsocket.SHUT_WR)
        assert await reader.next_line() is None, "more answers than questions"


# All of it ---------------------------------------------------------------------------------------


async def main() -> None:
    with must(inet.listen("127.0.0.1", 0)) as listener:
        must(listener.nonblock(True))
        address = must(listener.getsockname())
        print(f"listening on {address.addr()} port {address.port()}")

        began = time.process_time()
        server = Server(listener)
        await asyncio.gather(server.serve(CLIENTS), *(ask(address, n + 1) for n in range(CLIENTS)))
        seconds = time.process_time() - began

    print(
        f"{server.connections} clients sent {server.lines} lines, {server.bytes} bytes, "
        "and each was answered in capitals"
    )
    rate = server.lines / seconds
    print(f"{seconds:.2f} s of processor time for both ends, {rate:.0f} lines/s")


asyncio.run(main())
