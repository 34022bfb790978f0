"""Event loops: select, poll, epoll, selectors and asyncio take a socket as it is."""

import asyncio
import contextlib
import select
import selectors
import socket as stdlib

import llsocket as ll
import pytest
from support import ok, tcp
from waiting import closing, opened, with_full_buffer

SELECTORS = ["SelectSelector", "PollSelector", "EpollSelector", "DefaultSelector"]


def test_select(stack):
    one, two = opened(stack)
    assert select.select([one], [], [], 0) == ([], [], [])
    assert two.send(b"x") == (1, None, False)
    assert select.select([one, two], [one], [one], 5) == ([one], [one], [])
    with_full_buffer(two)
    assert select.select([], [two], [], 0) == ([], [], [])


def test_poll(stack):
    one, two = opened(stack)
    poll = select.poll()
    poll.register(one, select.POLLIN)
    assert poll.poll(0) == []
    two.close()
    ((fd, events),) = poll.poll(5000)
    assert fd == one.fileno()
    assert events & select.POLLIN
    assert events & select.POLLHUP
    poll.unregister(one)


@pytest.mark.skipif(not hasattr(select, "epoll"), reason="only Linux has epoll")
def test_epoll(stack):
    one, two = opened(stack, nonblock=True)
    with select.epoll() as epoll:
        epoll.register(one, select.EPOLLIN | select.EPOLLET)
        assert epoll.poll(0) == []
        assert two.send(b"x") == (1, None, False)
        assert epoll.poll(5) == [(one.fileno(), select.EPOLLIN)]
        # Edge-triggered: nothing new, nothing told.
        assert epoll.poll(0) == []
        assert one.recv() == (b"x", None, False)
        epoll.modify(one, select.EPOLLOUT)
        assert epoll.poll(5) == [(one.fileno(), select.EPOLLOUT)]
        epoll.unregister(one)


@pytest.mark.parametrize("name", SELECTORS)
def test_selectors(name, stack):
    one, two = opened(stack)
    with getattr(selectors, name)() as selector:
        key = selector.register(one, selectors.EVENT_READ, "data")
        assert key.fileobj is one
        assert key.fd == one.fileno()
        assert selector.select(0) == []
        assert two.send(b"x") == (1, None, False)
        assert selector.select(5) == [(key, selectors.EVENT_READ)]
        key = selector.modify(one, selectors.EVENT_READ | selectors.EVENT_WRITE)
        assert selector.select(5) == [(key, selectors.EVENT_READ | selectors.EVENT_WRITE)]
        assert selector.unregister(one) == key


def test_a_closed_one_is_refused(stack):
    one, _ = opened(stack)
    one.close()
    assert one.fileno() == -1
    with pytest.raises(ValueError, match="-1"):
        select.select([one], [], [], 0)
    with selectors.DefaultSelector() as selector, pytest.raises(ValueError, match="-1"):
        selector.register(one, selectors.EVENT_READ)


def test_a_selector_forgets_one_that_was_closed_meanwhile(stack):
    one, _ = opened(stack)
    with selectors.DefaultSelector() as selector:
        selector.register(one, selectors.EVENT_READ)
        one.close()
        assert selector.unregister(one).fileobj is one


def test_the_standard_library_takes_the_descriptor(stack):
    one, two = opened(stack)
    with stdlib.fromfd(one.fileno(), one.family(), one.socktype()) as copy:
        copy.sendall(b"over there")
    assert two.recv() == (b"over there", None, False)
    with stdlib.socket(fileno=ok(one.unwrap())) as given:
        given.sendall(b"given")
    assert two.recv() == (b"given", None, False)
    assert two.recv() == (None, None, False)


async def readable(sock):
    loop, ready = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(sock, ready.set)
    try:
        await asyncio.wait_for(ready.wait(), 10)
    finally:
        assert loop.remove_reader(sock)


async def writable(sock):
    loop, ready = asyncio.get_running_loop(), asyncio.Event()
    loop.add_writer(sock, ready.set)
    try:
        await asyncio.wait_for(ready.wait(), 10)
    finally:
        assert loop.remove_writer(sock)


async def receive(sock):
    """Receives, and lets others run while there is nothing."""
    while True:
        msg, err, again = sock.recv(65536)
        if err:
            raise err
        if not again:
            return msg
        await readable(sock)


async def send(sock, data):
    rest = memoryview(data)
    while rest:
        sent, err, again = sock.send(rest)
        if err:
            raise err
        rest = rest[sent:]
        if again:
            await writable(sock)


def test_asyncio(stack):
    one, two = opened(stack, nonblock=True)
    data = bytes(range(256)) * 16384

    async def echo():
        while (msg := await receive(two)) is not None:
            await send(two, msg)
        assert two.shutdown(ll.SHUT_WR) is None

    async def talk():
        echoing = asyncio.ensure_future(echo())
        sending = asyncio.ensure_future(send(one, data))
        found = bytearray()
        while len(found) < len(data):
            found += await receive(one)
        await sending
        assert one.shutdown(ll.SHUT_WR) is None
        assert await receive(one) is None
        await echoing
        return bytes(found)

    assert asyncio.run(asyncio.wait_for(talk(), 60)) == data


def test_asyncio_accepts_and_connects(stack):
    server = stack.enter_context(ok(ll.socket.new(ok(ll.addrinfo.inet("127.0.0.1", 0, 1)), True)))
    assert server.bind() is None
    assert server.listen() is None
    client = stack.enter_context(ok(ll.socket.new(ok(server.getsockname()), True)))

    async def meet():
        assert client.connect() is None
        await writable(client)
        assert client.error() == (0, None)
        await readable(server)
        with ok(server.accept()) as peer:
            assert ok(peer.nonblock()) is True
            await send(client, b"hello")
            return await receive(peer)

    assert asyncio.run(meet()) == b"hello"


def test_asyncio_makes_a_transport_of_the_descriptor():
    async def talk(one, two):
        reader, writer = await asyncio.open_connection(
            sock=stdlib.socket(fileno=ok(one.unwrap())), limit=4096
        )
        with contextlib.closing(writer):
            assert two.send(b"line\n") == (5, None, False)
            assert await reader.readline() == b"line\n"
        await writer.wait_closed()
        return two.recv()

    one, two = tcp()
    with closing(one, two):
        ok(one.nonblock(True))
        assert asyncio.run(talk(one, two)) == (None, None, False)
