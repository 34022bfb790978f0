"""Waiting for one socket."""

import errno
import math
import os
import resource
import threading
import time

import llsocket as ll
import pytest
from support import AGAIN, CLOSED, bound, fails_a, fill, ok, pair, run, tcp


def test_ready():
    one, two = pair()
    with one, two:
        assert one.sendable() == (True, None, False)
        ok(one.send(b"x"))
        assert two.recvable() == (True, None, False)
        assert two.recvable(sec=0) == (True, None, False)


def test_time_runs_out():
    one, two = pair()
    with one, two:
        start = time.monotonic()
        assert two.recvable(0.05) == AGAIN
        assert two.recvable(0) == AGAIN
        assert 0.05 <= time.monotonic() - start < 1
        fill(one)
        assert one.sendable(0.01) == AGAIN


def test_the_end_is_receivable():
    one, two = pair()
    with two:
        one.close()
        assert two.recvable() == (True, None, False)
        assert two.recv() == CLOSED


@pytest.mark.parametrize("sec", [-1, -0.001, math.nan, math.inf, -math.inf])
def test_times_that_are_none(sec):
    one, two = pair()
    with one, two:
        assert fails_a(one.recvable(sec), errno.EDOM)
        assert fails_a(one.sendable(sec), errno.EDOM)


@pytest.mark.parametrize("sec", [1e300, 2**62, 1e9])
def test_times_beyond_reach(sec):
    one, two = pair()
    with one, two:
        ok(one.send(b"x"))
        assert two.recvable(sec)[2] is False


def test_descriptors_above_1024():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < 2000:
        pytest.skip("the limit on descriptors is below 2000")
    resource.setrlimit(resource.RLIMIT_NOFILE, (2000, hard))
    one, two = pair()
    high = 1500
    try:
        os.dup2(two.fd(), high, inheritable=False)
        with one, two, ok(ll.socket.wrap(high)) as sock:
            assert sock.recvable(0) == AGAIN
            ok(one.send(b"x"))
            assert sock.recvable(0) == (True, None, False)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.parametrize("make", [tcp, pair])
def test_a_receive_waits_for_as_many_bytes_as_rcvlowat_says(make):
    """A receive that does not wait takes what there is, and the wait was for a byte."""
    one, two = make()
    with one, two:
        assert two.rcvlowat(5) == (5, None)
        ok(one.send(b"ab"))
        later = threading.Timer(0.2, one.send, (b"cde",))
        later.start()
        begin = time.monotonic()
        assert two.recv() == (b"abcde", None, False)
        assert time.monotonic() - begin > 0.1
        later.join()
        # A small size is enough, and so is the end, or the time; else what there is.
        ok(one.send(b"xyz"))
        assert two.recvable(0.05) in (AGAIN, (True, None, False))
        assert two.recv(2) == (b"xy", None, False)
        assert two.recv(9, ll.MSG_DONTWAIT) == (b"z", None, False)
        ok(one.send(b"t"))
        ok(two.rcvtimeo(0.1))
        begin = time.monotonic()
        value, err, again = two.recv()
        assert (value, err, again) == (b"t", None, False)
        assert time.monotonic() - begin > 0.05
        ok(one.send(b"e"))
        one.shutdown(ll.SHUT_WR)
        assert two.recv() == (b"e", None, False)
        assert two.recv() == CLOSED


def test_a_send_to_a_full_queue_ends_in_time_and_does_not_spin(tmp_path):
    """An unconnected unix datagram socket always counts as sendable; a failed send is an event."""
    ai = ok(ll.addrinfo.unix(str(tmp_path / "full"), ll.SOCK_DGRAM))
    with ok(ll.socket.new(ai)) as reader, ok(ll.socket.new(ai)) as sender:
        assert reader.bind() is None
        while sender.sendto(b"x", ai, ll.MSG_DONTWAIT)[0]:
            pass
        ok(sender.sndtimeo(0.3))
        begin, cpu = time.monotonic(), time.process_time()
        assert sender.sendto(b"x", ai) == (0, None, True)
        assert 0.25 < time.monotonic() - begin < 3
        assert time.process_time() - cpu < 0.1


@pytest.mark.parametrize("first", [True, False])
def test_a_datagram_socket_that_is_shut_down_receives_no_more(first):
    """The kernel's own wait ends there, and MSG_DONTWAIT does not tell."""
    one, two = pair(ll.SOCK_DGRAM)
    with one, two:
        ok(one.rcvtimeo(10))
        shut = threading.Timer(0 if first else 0.1, one.shutdown, (ll.SHUT_RD,))
        shut.start()
        if first:
            shut.join()
        begin = time.monotonic()
        assert one.recv() == (b"", None, False)
        assert time.monotonic() - begin < 5
        shut.join()


def test_the_error_queue_is_never_waited_for():
    with bound() as sock:
        assert sock.recv(9, ll.MSG_ERRQUEUE) == AGAIN


def test_a_wakeup_number_that_changed_hands_is_left_alone():
    """Whoever closes all descriptors closes those that waits are woken by, too."""
    told = run("""
        import os, socket, threading, time, llsocket as ll
        (a, b), _ = ll.socket.pair(ll.SOCK_STREAM)
        a.recvable(0.01)
        (wakeup,) = [
            int(fd) for fd in os.listdir("/proc/self/fd")
            if os.path.exists(f"/proc/self/fd/{fd}")
            and os.readlink(f"/proc/self/fd/{fd}") == "anon_inode:[eventfd]"
        ]
        os.close(wakeup)
        x, y = socket.socketpair()
        assert wakeup in (x.fileno(), y.fileno())
        thread = threading.Thread(target=a.recv)
        thread.start()
        time.sleep(0.1)
        a.close()
        thread.join(5)
        assert not thread.is_alive()
        for end in (x, y):
            end.setblocking(False)
            try:
                raise AssertionError(end.recv(9))
            except BlockingIOError:
                pass
        b.close()
        print("untouched")
    """)
    assert told.stdout == "untouched\n"


def test_none_among_flags_is_skipped():
    one, two = pair(ll.SOCK_DGRAM)
    with one, two:
        assert one.send(b"x", None, ll.MSG_DONTWAIT) == (1, None, False)
        assert two.recv(9, None) == (b"x", None, False)
        assert two.recv(9, ll.MSG_DONTWAIT, None) == AGAIN


def test_own_shutdown_is_told_by_whatever_object():
    for shut in (
        lambda sock: ll.socket.shutdown(sock.fd(), ll.SHUT_WR),
        lambda sock: ok(sock.dup()).close(ll.SHUT_WR),
    ):
        one, two = tcp()
        with one, two:
            assert shut(one) is None
            assert one.send(b"x")[1].errno == errno.EPIPE
            assert ok(two.send(b"alive")) == 5
            assert ok(one.recv()) == b"alive"
