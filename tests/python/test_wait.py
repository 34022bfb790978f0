"""Waiting for one socket."""

import errno
import math
import os
import resource
import threading
import time

import llsocket as ll
import pytest
from support import AGAIN, CLOSED, fails_a, fill, ok, pair, tcp


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
