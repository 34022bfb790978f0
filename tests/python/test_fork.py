"""Fork: a child has the sockets, too, and what it does to its own is no harm to its parent's."""

import errno
import os
import signal
import sys
import time
import traceback
import warnings

import llsocket as ll
from support import ok, tcp
from waiting import BLOCKED, Call, bounded, closing, err_of, opened

PATIENCE = 10


def fork(child):
    """Runs a function in a child, and gives its process; it ends with 0 if all was well."""
    sys.stdout.flush()
    sys.stderr.flush()
    with warnings.catch_warnings():
        # From 3.12 on Python warns where there are threads; that is what is tested.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        code = 1
        try:
            signal.alarm(PATIENCE)
            child()
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    return pid


def ends(pid):
    _, status = os.waitpid(pid, 0)
    return os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)


def test_a_child_that_closes_does_not_disturb_its_parent(stack):
    one, two = opened(stack)

    def child():
        assert one.close() is None
        assert one.fd() == -1
        assert two.close() is None

    assert ends(fork(child)) == 0
    assert one.send(b"still here") == (10, None, False)
    assert two.recv() == (b"still here", None, False)


def test_parent_and_child_talk():
    one, two = tcp()
    with closing(one, two):
        bounded(one, PATIENCE)

        def child():
            one.close()
            msg = ok(two.recv())
            assert ok(two.send(msg.upper())) == len(msg)

        pid = fork(child)
        two.close()
        assert ok(one.send(b"hello")) == 5
        assert ok(one.recv()) == b"HELLO"
        assert one.recv() == (None, None, False)
        assert ends(pid) == 0


def test_a_child_uses_a_socket_that_another_thread_waits_on(stack):
    one, two = opened(stack)
    bounded(one, PATIENCE)
    call = Call(one.recv)

    def child():
        assert ok(one.send(b"from the child")) == 14
        assert two.recv() == (b"from the child", None, False)

    assert ends(fork(child)) == 0
    assert ok(two.send(b"x")) == 1
    assert call.ends() == (b"x", None, False)


def test_a_child_that_closes_does_not_wake_a_thread_of_its_parent(stack):
    one, two = opened(stack)
    bounded(one, PATIENCE)
    call = Call(one.recv)

    def child():
        fd = one.fd()
        assert one.close() is None
        assert one.fd() == -1
        # Nobody waits in this process: the descriptor is closed, not kept for anyone.
        try:
            os.fstat(fd)
        except OSError as err:
            assert err.errno == errno.EBADF  # noqa: PT017
        else:
            raise AssertionError("the descriptor is still open in the child")

    status = ends(fork(child))
    time.sleep(0.05)
    waits = call.is_alive()
    if waits:
        assert ok(two.send(b"x")) == 1
    result = call.ends()
    assert waits, f"the parent's connection was shut down: {result}"
    assert result == (b"x", None, False)
    assert status == 0


def test_every_wait_goes_on_in_the_parent(stack):
    for name, make in BLOCKED.items():
        sock, wait = make(stack, 0.3)
        call = Call(wait)
        assert ends(fork(lambda sock=sock: sock.close() and None)) == 0
        result = call.ends()
        if name != "connect":
            assert err_of(result) is None, (name, result)


def test_a_childs_end_warns_of_nothing(stack):
    one, _ = opened(stack)
    assert ends(fork(lambda: repr(one))) == 0
    assert ok(one.error()) == 0


def test_a_child_makes_its_own(stack):
    def child():
        one, two = ok(ll.socket.pair(ll.SOCK_STREAM))
        assert ok(one.send(b"x")) == 1
        assert ok(two.recv()) == b"x"
        assert ok(ll.inet.getaddrinfo("127.0.0.1", "1"))
        one.close()
        two.close()

    opened(stack)
    assert ends(fork(child)) == 0
