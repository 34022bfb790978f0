"""Threads: they go on while one waits, and whoever closes a socket pulls it from under nobody."""

import collections
import contextlib
import errno
import gc
import os
import socket as stdlib
import sys
import threading
import time
import weakref

import llsocket as ll
import pytest
from support import ok, pair
from waiting import BLOCKED, Call, bounded, closing, door, err_of, opened

PATIENCE = 20

blocked = pytest.mark.parametrize("name", BLOCKED)

#: The kernel wakes nobody from these: there is no connection yet to shut down.
UNWAKEABLE = {"connect"}


@pytest.fixture
def hasty():
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@blocked
def test_others_run_while_one_waits(name, stack):
    _, wait = BLOCKED[name](stack, 0.4)
    call = Call(wait)
    turns, begin = 0, time.monotonic()
    while call.is_alive() and time.monotonic() - begin < PATIENCE:
        turns += 1
        time.sleep(0.005)
    call.ends()
    # A call that kept the others from running would leave time for one or two.
    assert turns >= 10


@pytest.mark.parametrize("name", sorted(set(BLOCKED) - UNWAKEABLE))
def test_close_wakes_who_waits(name, stack):
    sock, wait = BLOCKED[name](stack, PATIENCE)
    fd = sock.fd()
    call = Call(wait)
    assert sock.close() is None
    assert sock.fd() == -1
    result = call.ends(PATIENCE / 2)
    # Shut down, it can be received from and sent on: that is what these two have waited for.
    if not (name in ("recvable", "sendable") and result == (True, None, False)):
        assert err_of(result).errno == errno.EBADF
    assert err_of(wait()).errno == errno.EBADF
    # The last one who left has closed it.
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(fd)


def test_close_wakes_all_who_wait(stack):
    sock, _ = opened(stack)
    bounded(sock, PATIENCE)
    calls = [Call(sock.recv) for _ in range(5)]
    assert sock.close() is None
    assert [err_of(call.ends(PATIENCE / 2)).errno for call in calls] == [errno.EBADF] * 5


def test_a_peer_that_closes_wakes_who_receives(stack):
    one, two = opened(stack)
    bounded(one, PATIENCE)
    call = Call(one.recv)
    two.close()
    assert call.ends() == (None, None, False)


def test_many_close_at_once_and_one_does(hasty):
    for _ in range(200):
        one, two = pair()
        with closing(one, two):
            start = threading.Barrier(4)

            def close(sock=one, start=start):
                start.wait()
                return sock.close()

            threads = [threading.Thread(target=close) for _ in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            assert one.fd() == -1
            assert two.recv() == (None, None, False)


def test_a_closed_number_is_never_reached_again(hasty):
    """One thread sends on a socket, another closes it, and a third opens descriptors in its place.

    Whatever a call brought to a number that is not its socket's any more, the third would read.
    """
    rounds, limit = 100_000, time.monotonic() + 30
    poison, current, ended, wrong = b"\xbd" * 70_000, [None], threading.Event(), []

    def use():
        while not ended.is_set():
            sock = current[0]
            if sock is not None:
                _, err, _ = sock.send(poison)
                if err is not None and err.errno != errno.EBADF:
                    wrong.append(err)

    def take():
        held = collections.deque()
        while not ended.is_set() or held:
            if not ended.is_set():
                held.append(stdlib.socketpair())
                time.sleep(0)
            if len(held) > 8 or ended.is_set():
                for sock in held.popleft():
                    sock.setblocking(False)
                    with sock, contextlib.suppress(BlockingIOError):
                        # Without a byte it is the end: the other one of the two is closed already.
                        wrong.extend(sock.recv(1))

    threads = [threading.Thread(target=use), threading.Thread(target=take)]
    for thread in threads:
        thread.start()
    try:
        done = 0
        while done < rounds and time.monotonic() < limit and not wrong:
            one, two = pair(ll.SOCK_STREAM, True)
            current[0] = one
            if done % 4 == 0:
                time.sleep(0)
            if one.close() is not None or two.close() is not None:
                wrong.append("close")
            done += 1
    finally:
        ended.set()
        for thread in threads:
            thread.join()
    assert not wrong
    assert done > rounds / 20


def test_unwrap_closes_for_nobody(stack):
    sock, peer = opened(stack)
    bounded(sock, PATIENCE)
    call = Call(sock.recv)
    fd = sock.fd()
    assert ok(sock.unwrap()) == fd
    assert sock.fd() == -1
    assert err_of(sock.recv()).errno == errno.EBADF
    with stdlib.socket(fileno=fd) as given:
        # It has been given away, not closed: the one inside still receives.
        peer.send(b"x")
        assert call.ends() == (b"x", None, False)
        assert given.fileno() == fd


def test_each_datagram_goes_to_one(stack):
    one, two = opened(stack, ll.SOCK_DGRAM)
    bounded(one, PATIENCE)
    count, readers = 4000, 4

    def receive():
        found = []
        while True:
            msg = ok(one.recv(100))
            if not msg:
                return found
            found.append(int(msg))

    calls = [Call(receive) for _ in range(readers)]
    for number in range(count):
        assert ok(two.send(b"%d" % number)) > 0
    for _ in range(readers):
        assert two.send(b"") == (0, None, False)
    found = [number for call in calls for number in call.ends()]
    assert sorted(found) == list(range(count))


def test_many_send_at_once(stack, hasty):
    one, two = opened(stack, ll.SOCK_SEQPACKET)
    for sock in (one, two):
        bounded(sock, PATIENCE)

    def send(mark):
        for _ in range(500):
            assert ok(one.send(bytes([mark]) * 2000)) == 2000

    calls = [Call(lambda mark=mark: send(mark)) for mark in range(4)]
    for _ in range(2000):
        msg = ok(two.recv())
        assert msg == msg[:1] * 2000
    for call in calls:
        call.ends()


def test_options_and_names_while_another_waits(stack):
    server, ai = door(stack)
    bounded(server, PATIENCE)
    call = Call(server.accept)
    assert ok(server.getsockname()) == ai
    assert ok(server.acceptconn()) is True
    assert ok(server.rcvtimeo()) == PATIENCE
    assert repr(server)
    with ok(ll.socket.new(ai)) as client:
        assert client.connect() is None
        with ok(call.ends()) as accepted:
            assert ok(client.send(b"x")) == 1
            assert ok(accepted.recv()) == b"x"


def test_what_waits_keeps_its_socket(stack):
    one, two = opened(stack)
    copies = [bounded(ok(one.dup()), PATIENCE)]
    alive = weakref.ref(copies[0])
    call = Call(lambda: copies.pop().recv())
    gc.collect()
    assert not copies
    # Nobody else refers to it by now.
    with alive():
        assert ok(two.send(b"still there")) == 11
        assert call.ends() == (b"still there", None, False)


def test_an_exported_buffer_cannot_be_resized_meanwhile(stack):
    one, _ = BLOCKED["send"](stack, PATIENCE)
    data = bytearray(1_000_000)
    call = Call(lambda: one.send(data))
    with pytest.raises(BufferError):
        data.append(0)
    assert one.close() is None
    assert err_of(call.ends()).errno == errno.EBADF
    data.append(0)
