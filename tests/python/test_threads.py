"""Threads: other threads run while one waits, and can close a socket that is in use."""

import collections
import contextlib
import errno
import gc
import os
import socket as stdlib
import sys
import threading
import time
import warnings
import weakref

import llsocket as ll
import pytest
from support import bound, fill, ok, pair, tcp
from waiting import BLOCKED, Call, bounded, closing, err_of, opened, unix_listener

PATIENCE = 20

blocked = pytest.mark.parametrize("name", BLOCKED)

#: In these the kernel itself waits, and nothing wakes it but what it waits for.
UNWAKEABLE = {"connect", "sendfile"}


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
    before = time.process_time()
    time.sleep(0.1)
    assert time.process_time() - before < 0.08, "it spins"
    begin = time.monotonic()
    assert sock.close() is None
    assert sock.fd() == -1
    result = call.ends(PATIENCE / 2)
    assert time.monotonic() - begin < 1, "it was not woken at once"
    assert err_of(result).errno == errno.EBADF
    assert err_of(wait()).errno == errno.EBADF
    # The last one who left has closed it.
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(fd)


@pytest.mark.parametrize("name", sorted(UNWAKEABLE))
def test_a_call_that_waits_in_the_kernel_says_that_the_socket_was_closed(name, stack):
    sock, wait = BLOCKED[name](stack, 0.4)
    call = Call(wait)
    assert sock.close() is None
    assert err_of(call.ends()).errno == errno.EBADF


@pytest.mark.parametrize("name", sorted(set(BLOCKED) - UNWAKEABLE))
def test_close_leaves_the_connection_to_duplicates_and_children(name, stack):
    """A close that met another thread in a call, even in a getter, shut the connection down."""
    sock, wait = BLOCKED[name](stack, PATIENCE)
    copy = stack.enter_context(ok(sock.dup()))
    # What is shut down can be received from and sent to at once: that is its end.
    before = (copy.recvable(0), copy.sendable(0))
    call = Call(wait)
    assert sock.close() is None
    call.ends(PATIENCE / 2)
    assert (copy.recvable(0), copy.sendable(0)) == before


def test_close_beside_a_getter_keeps_the_connection(hasty):
    ended, current = threading.Event(), [None]

    def look():
        while not ended.is_set():
            sock = current[0]
            if sock is not None:
                sock.rcvtimeo()
                sock.getsockname()
                sock.recv(1, ll.MSG_DONTWAIT)

    threads = [threading.Thread(target=look) for _ in range(2)]
    for thread in threads:
        thread.start()
    lost = 0
    try:
        for _ in range(400):
            one, two = pair()
            copy = ok(one.dup())
            with closing(one, two, copy):
                current[0] = one
                time.sleep(0)
                one.close()
                lost += copy.send(b"x") != (1, None, False)
    finally:
        ended.set()
        for thread in threads:
            thread.join()
    assert lost == 0


def test_close_with_shut_rdwr_takes_the_connection_from_all(stack):
    sock, peer = opened(stack)
    copy = stack.enter_context(ok(sock.dup()))
    call = Call(sock.recv)
    assert sock.close(ll.SHUT_RDWR) is None
    assert err_of(call.ends()).errno == errno.EBADF
    assert peer.recv() == (None, None, False)
    assert copy.send(b"x") == (None, None, False)


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


def test_unwrap_leaves_the_number_to_who_is_inside_a_call(stack):
    sock, peer = opened(stack)
    bounded(sock, PATIENCE)
    call = Call(sock.recv)
    old, fd = sock.fd(), ok(sock.unwrap())
    assert fd != old
    assert sock.fd() == -1
    assert err_of(call.ends()).errno == errno.EBADF
    assert err_of(sock.recv()).errno == errno.EBADF
    with stdlib.socket(fileno=fd) as given:
        # It has been given away, not closed.
        peer.send(b"x")
        assert given.recv(9) == b"x"
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(old)


def others_run(call):
    """Whether other threads run while a call is made; gives what it says, too."""
    turns, ended = [0], threading.Event()

    def count():
        while not ended.is_set():
            turns[0] += 1
            time.sleep(0.002)

    thread = threading.Thread(target=count)
    thread.start()
    time.sleep(0.02)
    begin, before = time.monotonic(), turns[0]
    result = call()
    took, after = time.monotonic() - begin, turns[0]
    ended.set()
    thread.join()
    return after - before > took / 0.02, took, result


def test_accept_on_a_descriptor_that_was_switched_elsewhere_lets_others_run(stack):
    """It was remembered as non-blocking, and stood still with the interpreter's lock."""
    sock = stack.enter_context(ok(ll.socket.new(ok(ll.addrinfo.inet("127.0.0.1", 0)), True)))
    assert sock.bind() is None
    assert sock.listen() is None
    ok(sock.rcvtimeo(0.3))
    os.set_blocking(sock.fd(), True)
    for call in (sock.accept, sock.acceptfd, lambda: sock.accept(True)):
        run, took, result = others_run(call)
        assert run
        assert took > 0.2
        assert result[:3] == (None, None, True)


@pytest.mark.parametrize("switched", [True, False])
def test_nonblock_tells_what_the_kernel_says(stack, switched):
    """An accepted socket's remembered flag was wrong after the listener was switched elsewhere."""
    server, ai = unix_listener(stack)
    ok(server.nonblock(not switched))
    os.set_blocking(server.fd(), not switched)
    client = stack.enter_context(ok(ll.socket.new(ai)))
    assert client.connect() is None
    peer = stack.enter_context(ok(server.accept()))
    assert ok(peer.nonblock()) is switched
    assert os.get_blocking(peer.fd()) is not switched
    os.set_blocking(peer.fd(), switched)
    assert ok(peer.nonblock()) is not switched
    copy = stack.enter_context(ok(peer.dup()))
    assert ok(copy.nonblock()) is not switched


def test_a_collected_socket_that_lingers_lets_others_run(stack):
    """close(2) waits for what was not taken yet, and did with the interpreter's lock."""
    one, two = tcp()
    stack.enter_context(two)
    ok(two.rcvbuf(4096))
    ok(one.linger(1))
    fill(one)
    holder = [one]
    del one
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        run, took, _ = others_run(holder.clear)
    assert run
    assert took > 0.5


def test_a_peek_beyond_what_is_there_waits_for_more(stack):
    one, peer = stack.enter_context(bound()), stack.enter_context(bound())
    bounded(one, PATIENCE)
    ai = ok(one.getsockname())
    assert ok(peer.sendto(b"short", ai)) == 5
    assert one.recvable(5) == (True, None, False)
    ok(one.peekoff(100))
    call = Call(lambda: one.recv(10, ll.MSG_PEEK))
    before = time.process_time()
    time.sleep(0.1)
    assert time.process_time() - before < 0.08, "it spins"
    assert ok(peer.sendto(bytes(150), ai)) == 150
    assert call.ends() == (bytes(10), None, False)


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
    server, ai = unix_listener(stack)
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
