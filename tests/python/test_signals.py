"""Signals: they interrupt what waits, their handlers run, and nothing of them is changed."""

import errno
import hashlib
import os
import signal
import tempfile
import threading
import time

import llsocket as ll
import pytest
from support import listener, ok, pair, run
from waiting import BLOCKED, Call, err_of, is_again, opened

#: Long enough to tell a call that was interrupted from one whose time ran out.
PATIENCE = 20

blocked = pytest.mark.parametrize("name", BLOCKED)


@pytest.fixture
def alarm():
    """Sets off SIGALRM every so often, and calls a handler, until the test is over."""
    before = signal.getsignal(signal.SIGALRM)

    def start(handler, seconds=0.05):
        signal.signal(signal.SIGALRM, handler)
        signal.setitimer(signal.ITIMER_REAL, seconds, seconds)

    yield start
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@blocked
def test_ctrl_c_interrupts(name, stack):
    _, call = BLOCKED[name](stack, PATIENCE)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    timer = threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT))
    begin = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):  # noqa: PT012
            timer.start()
            call()
            pytest.fail("the call has come back")
    finally:
        timer.join()
        signal.signal(signal.SIGINT, before)
    assert time.monotonic() - begin < PATIENCE / 2


@blocked
def test_a_call_goes_on_after_handlers_that_return(name, stack, alarm):
    """It said again, as if its time had run out (PEP 475)."""
    seconds = 0.5
    _, call = BLOCKED[name](stack, seconds)
    handled = []
    alarm(lambda *_: handled.append(time.monotonic()), 0.03)
    begin = time.monotonic()
    result = call()
    took = time.monotonic() - begin
    assert len(handled) > 3
    assert seconds * 0.9 <= took < seconds * 3, result
    if name == "connect":
        assert isinstance(result, BlockingIOError)
    else:
        assert is_again(result), result


@blocked
def test_a_handler_may_close_the_socket(name, stack, alarm):
    sock, call = BLOCKED[name](stack, PATIENCE)
    alarm(lambda *_: sock.close(), 0.1)
    begin = time.monotonic()
    assert err_of(call()).errno == errno.EBADF
    assert time.monotonic() - begin < PATIENCE / 2
    assert sock.fileno() == -1
    assert err_of(call()).errno == errno.EBADF


def test_a_connect_goes_on_after_handlers_that_return(stack, alarm):
    """A TCP connection that a signal interrupts is made by the kernel, and connect waits for it."""
    server = stack.enter_context(listener())
    assert server.listen(1) is None
    ai, socks = ok(server.getsockname()), []
    # A full queue of a listener swallows what asks for a connection.
    for _ in range(4):
        sock = stack.enter_context(ok(ll.socket.new(ai, True)))
        assert sock.connect() is None
        socks.append(sock)
    sock = stack.enter_context(ok(ll.socket.new(ai)))
    ok(sock.sndtimeo(0.5))
    handled = []
    alarm(lambda *_: handled.append(None), 0.03)
    begin = time.monotonic()
    err = sock.connect()
    assert len(handled) > 3
    assert 0.4 < time.monotonic() - begin < 3
    assert type(err) is TimeoutError
    assert err.errno == errno.ETIMEDOUT
    # Made, when the kernel asks again, and the queue has room.
    other = stack.enter_context(ok(ll.socket.new(ai)))
    ok(other.sndtimeo(PATIENCE))
    ok(server.nonblock(True))

    def make_room():
        for _ in range(300):
            accepted, _, _ = server.accept()
            if accepted is not None:
                accepted.close()
            time.sleep(0.02)

    room = Call(make_room)
    assert other.connect() is None
    room.ends(20)


def test_a_handlers_exception_is_the_one_that_is_raised(stack, alarm):
    class MineError(Exception):
        pass

    def handler(*_):
        raise MineError

    one, two = opened(stack)
    alarm(handler)
    with pytest.raises(MineError):
        one.recv()
    signal.setitimer(signal.ITIMER_REAL, 0)
    # The socket is none the worse for it.
    assert two.send(b"x") == (1, None, False)
    assert one.recv() == (b"x", None, False)


@blocked
def test_the_signal_mask_stays_as_it_was(name, stack):
    _, call = BLOCKED[name](stack, 0.05)
    mine = {signal.SIGUSR1, signal.SIGPIPE}
    for mask in (set(), mine):
        before = signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        try:
            call()
            assert signal.pthread_sigmask(signal.SIG_BLOCK, []) == mask
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def test_dispositions_stay_as_they_were():
    told = run("""
        import signal
        before = {number: signal.getsignal(number) for number in signal.valid_signals()}
        import llsocket
        (one, two), err = llsocket.socket.pair(llsocket.SOCK_STREAM)
        two.close()
        with open("/proc/self/exe", "rb") as file:
            assert one.sendfile(file, 10) == (None, None, False)
        one.send(b"x")
        one.close()
        assert before == {number: signal.getsignal(number) for number in signal.valid_signals()}
        print("the same")
    """)
    assert told.stdout == "the same\n"


def test_sigpipe_never_kills():
    told = run("""
        import errno
        import signal
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        import llsocket
        from llsocket import socket
        CLOSED = (None, None, False)
        file = open("/proc/self/exe", "rb")
        calls = [
            lambda sock: sock.send(b"x"),
            lambda sock: sock.send(bytes(1_000_000)),
            lambda sock: sock.write(b"x"),
            lambda sock: sock.sendfd(0),
            lambda sock: sock.sendfile(file, 1000),
        ]
        for call in calls:
            for nonblock in (False, True):
                for kind in (llsocket.SOCK_STREAM, llsocket.SOCK_SEQPACKET):
                    (one, two), err = socket.pair(kind, nonblock)
                    two.close()
                    value, err, again = call(one)
                    assert (value, again) == (None, False), (value, err, again)
                    assert err is None or kind == llsocket.SOCK_SEQPACKET, err
                    one.close()
        (one, two), err = socket.pair(llsocket.SOCK_STREAM)
        one.shutdown(llsocket.SHUT_WR)
        assert one.send(b"x")[1].errno == errno.EPIPE
        assert one.sendfile(file, 10)[1].errno == errno.EPIPE
        assert signal.getsignal(signal.SIGPIPE) is signal.SIG_DFL
        assert signal.SIGPIPE not in signal.sigpending()
        one.close(), two.close(), file.close()
        print("alive")
    """)
    assert told.stdout == "alive\n"


def test_a_sigpipe_of_someone_else_stays_pending():
    one, two = pair()
    two.close()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGPIPE])
    try:
        with one, tempfile.TemporaryFile() as file:
            file.write(b"x" * 100)
            file.flush()
            assert one.sendfile(file, 100) == (None, None, False)
            assert signal.SIGPIPE not in signal.sigpending()
            signal.pthread_kill(threading.get_ident(), signal.SIGPIPE)
            assert one.sendfile(file, 100) == (None, None, False)
            assert signal.SIGPIPE in signal.sigpending()
            assert signal.sigtimedwait([signal.SIGPIPE], 0) is not None
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@pytest.mark.parametrize("main_sends", [True, False])
def test_a_storm_of_signals_loses_no_byte(main_sends, stack, alarm):
    one, two = opened(stack)
    data = os.urandom(1 << 16) * 128
    handled = []

    def send():
        rest = memoryview(data)
        while rest:
            sent, err, again = one.send(rest[:300_000])
            assert err is None
            assert sent or again
            rest = rest[sent:]
        assert one.shutdown(ll.SHUT_WR) is None

    def receive():
        digest, size = hashlib.sha256(), 0
        while True:
            msg, err, again = two.recv(10_000)
            assert err is None
            if msg is None and not again:
                return digest.digest(), size
            digest.update(msg or b"")
            size += len(msg or b"")

    other = Call(receive if main_sends else send)
    alarm(lambda *_: handled.append(None), 0.0005)
    mine = (send if main_sends else receive)()
    signal.setitimer(signal.ITIMER_REAL, 0)
    theirs = other.ends(60)
    assert (theirs if main_sends else mine) == (hashlib.sha256(data).digest(), len(data))
    assert len(handled) > 3


def test_a_part_that_was_sent_is_told_when_the_time_runs_out(stack, alarm):
    one, _ = opened(stack)
    ok(one.sndtimeo(0.3))
    alarm(lambda *_: None)
    sent, err, again = one.send(bytes(10_000_000))
    assert (err, again) == (None, True)
    assert 0 < sent < 10_000_000


def test_a_signal_is_handled_while_calls_never_wait(stack, alarm):
    one, _ = opened(stack, nonblock=True)
    handled = []
    alarm(lambda *_: handled.append(None))
    end = time.monotonic() + 10
    while not handled and time.monotonic() < end:
        assert one.recv() == (None, None, True)
    assert handled


def _unix_connect(tmp_path, stack, seconds):
    path = tmp_path / "socket"
    stack.enter_context(ok(ll.unix.listen(path, backlog=1)))
    for _ in range(2):
        stack.enter_context(ok(ll.unix.connect(path)))
    return lambda: ll.unix.connect(path, sec=seconds)


def _inet_connect(tmp_path, stack, seconds):
    server = stack.enter_context(ok(ll.inet.listen("127.0.0.1", 0, 1)))
    here = ok(server.getsockname())
    # A full backlog swallows who comes next.
    while True:
        sock = stack.enter_context(ok(ll.socket.new(here, True)))
        assert sock.connect() is None
        if sock.sendable(0.2)[0] is None:
            return lambda: ll.inet.connect("127.0.0.1", here.port(), seconds)


#: Calls that wait and have no socket yet, and what they say when the time has run out.
UNOPENED = {
    "sleep": (lambda tmp_path, stack, seconds: lambda: ll.poll.sleep(seconds), True),
    "inet-connect": (_inet_connect, None),
    "unix-connect": (_unix_connect, None),
}


@pytest.mark.parametrize("name", UNOPENED)
def test_what_has_no_socket_goes_on_and_ends_with_what_is_raised(name, tmp_path, stack, alarm):
    make, value = UNOPENED[name]
    call, handled = make(tmp_path, stack, 0.5), []
    alarm(lambda *_: handled.append(1), 0.03)
    begin = time.monotonic()
    assert call()[0] is value
    assert 0.5 <= time.monotonic() - begin < PATIENCE
    assert len(handled) > 3

    def raises(*_):
        raise KeyError(name)

    alarm(raises, 0.05)
    begin = time.monotonic()
    with pytest.raises(KeyError, match=name):
        call()
    assert time.monotonic() - begin < 0.4
