"""Every call that may wait, each with something to wait for."""

import contextlib
import errno
import os
import tempfile
import threading
import time

import llsocket as ll
from support import bound, ok, pair


def until(condition, seconds=10.0):
    """Waits until the condition holds, and says whether it does."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.005)
    return True


class Call(threading.Thread):
    """A call in a thread of its own."""

    def __init__(self, call):
        super().__init__(daemon=True)
        self.call, self.result, self.raised = call, None, None
        self.begun = threading.Event()
        self.start()
        assert self.begun.wait(10)
        # Nothing tells that the kernel has put it to sleep; this is time enough.
        time.sleep(0.05)

    def run(self):
        self.begun.set()
        try:
            self.result = self.call()
        except BaseException as raised:  # the test's to judge
            self.raised = raised

    def ends(self, seconds=10.0):
        """Waits for the result."""
        self.join(seconds)
        assert not self.is_alive(), "the call still waits"
        if self.raised is not None:
            raise self.raised
        return self.result


def opened(stack, socktype=ll.SOCK_STREAM, nonblock=False):
    """Two connected sockets, closed with the stack."""
    return [stack.enter_context(sock) for sock in pair(socktype, nonblock)]


def unix_listener(stack, backlog=5):
    """A unix socket that listens, and its address."""
    name = f"\0llsocket-{os.getpid()}-{time.monotonic_ns()}"
    ai = ok(ll.addrinfo.unix(name, ll.SOCK_STREAM))
    sock = stack.enter_context(ok(ll.socket.new(ai)))
    assert sock.bind() is None
    assert sock.listen(backlog) is None
    return sock, ai


def with_full_buffer(sock):
    """The socket, after as much has been sent as fits, to the byte."""
    for size in (65536, 1024, 1):
        again = False
        while not again:
            _, err, again = sock.send(bytes(size), ll.MSG_DONTWAIT)
            assert err is None, err
    return sock


def with_full_backlog(stack):
    """A socket for an address at which no more connections fit."""
    _, ai = unix_listener(stack, 1)
    while True:
        err = stack.enter_context(ok(ll.socket.new(ai, True))).connect()
        if err is not None:
            assert err.errno == errno.EAGAIN, err
            return stack.enter_context(ok(ll.socket.new(ai)))


def bounded(sock, seconds):
    """The socket, with waits that end by themselves, so that no test has to end them."""
    ok(sock.rcvtimeo(seconds))
    ok(sock.sndtimeo(seconds))
    return sock


def _receives(socktype, call):
    def make(stack, seconds):
        sock = bounded(opened(stack, socktype)[0], seconds)
        return sock, lambda: call(sock)

    return make


def _receives_udp(stack, seconds):
    sock = bounded(stack.enter_context(bound()), seconds)
    return sock, sock.recvfrom


def _receives_with(prepare, call):
    """A receive on a UDP socket that poll(2) calls ready although there is nothing to receive."""

    def make(stack, seconds):
        one, two = stack.enter_context(bound()), stack.enter_context(bound())
        bounded(one, seconds)
        assert one.connect(ok(two.getsockname())) is None
        prepare(one, two)
        return one, lambda: call(one)

    return make


def _peeks_beyond(one, two):
    assert two.sendto(b"short", ok(one.getsockname())) == (5, None, False)
    assert one.recvable(5) == (True, None, False)
    ok(one.peekoff(100))


def _leaves_an_error(one, two):
    ok(one.recverr(True))
    two.close()
    ok(one.send(b"lost"))
    assert one.recvable(5) == (True, None, False)
    assert one.recv(9, ll.MSG_DONTWAIT)[1].errno == errno.ECONNREFUSED


def _receives_netlink(stack, seconds):
    sock = stack.enter_context(ok(ll.socket.new(ok(ll.addrinfo.netlink(0, 0)))))
    return bounded(sock, seconds), sock.recv


def _receives_packets(stack, seconds):
    # An ethertype that nobody sends.
    ai = ok(ll.addrinfo.packet("lo", 0x88B5, ll.SOCK_DGRAM))
    sock = stack.enter_context(ok(ll.socket.new(ai)))
    return bounded(sock, seconds), sock.recvfrom


def _may(make):
    """Whether this kernel lets this process open the socket."""
    with contextlib.ExitStack() as stack:
        try:
            make(stack, 1)
        except AssertionError:
            return False
        return True


def _accepts(call):
    def make(stack, seconds):
        sock = bounded(unix_listener(stack)[0], seconds)
        return sock, lambda: call(sock)

    return make


def _accepts_tcp(stack, seconds):
    sock = bounded(stack.enter_context(bound(ll.SOCK_STREAM)), seconds)
    assert sock.listen() is None
    return sock, sock.accept


def _sends(call):
    def make(stack, seconds):
        sock = bounded(with_full_buffer(opened(stack)[0]), seconds)
        return sock, lambda: call(sock)

    return make


def _connects(stack, seconds):
    sock = bounded(with_full_backlog(stack), seconds)
    return sock, sock.connect


def _polls(name, prepare):
    def make(stack, seconds):
        sock = prepare(opened(stack)[0])
        return sock, lambda: getattr(sock, name)(seconds)

    return make


def _sends_file(sock):
    with tempfile.TemporaryFile() as file:
        file.write(b"x" * 1000)
        file.flush()
        return sock.sendfile(file, 1000)


_STREAM, _DGRAM, _SEQ = ll.SOCK_STREAM, ll.SOCK_DGRAM, ll.SOCK_SEQPACKET

#: By name: makes the socket and the call, which waits for so many seconds at most.
BLOCKED = {
    "recv": _receives(_STREAM, lambda sock: sock.recv()),
    "recv-much": _receives(_STREAM, lambda sock: sock.recv(100_000)),
    "recv-whole-datagram": _receives(_DGRAM, lambda sock: sock.recv(10**9)),
    "recv-waitall": _receives(_STREAM, lambda sock: sock.recv(100, ll.MSG_WAITALL)),
    "recv-waitall-peek": _receives(
        _STREAM, lambda sock: sock.recv(100, ll.MSG_WAITALL, ll.MSG_PEEK)
    ),
    "recv-peek-beyond": _receives_with(_peeks_beyond, lambda sock: sock.recv(9, ll.MSG_PEEK)),
    "recv-unread-error": _receives_with(_leaves_an_error, lambda sock: sock.recv()),
    "recv-datagram": _receives(_DGRAM, lambda sock: sock.recv()),
    "recv-seqpacket": _receives(_SEQ, lambda sock: sock.recv()),
    "recvfrom": _receives(_DGRAM, lambda sock: sock.recvfrom()),
    "recvfrom-udp": _receives_udp,
    "read": _receives(_STREAM, lambda sock: sock.read()),
    "recvexactly": _receives(_STREAM, lambda sock: sock.recvexactly(5)),
    "recvfd": _receives(_STREAM, lambda sock: sock.recvfd()),
    "accept": _accepts(lambda sock: sock.accept()),
    "accept-peer": _accepts(lambda sock: sock.accept(True)),
    "accept-tcp": _accepts_tcp,
    "acceptfd": _accepts(lambda sock: sock.acceptfd()),
    "connect": _connects,
    "send": _sends(lambda sock: sock.send(b"x")),
    "send-much": _sends(lambda sock: sock.send(bytes(1_000_000))),
    "sendall": _sends(lambda sock: sock.sendall(b"x")),
    "sendall-much": _sends(lambda sock: sock.sendall(bytes(1_000_000))),
    "write": _sends(lambda sock: sock.write(b"x")),
    "sendfile": _sends(_sends_file),
    "sendfd": _sends(lambda sock: sock.sendfd(0)),
    "recvable": _polls("recvable", lambda sock: sock),
    "sendable": _polls("sendable", with_full_buffer),
}
BLOCKED.update(
    (name, make)
    for name, make in [("recv-netlink", _receives_netlink), ("recvfrom-packet", _receives_packets)]
    if _may(make)
)


def err_of(result):
    """The error in a result of shape E, A or F, or with a peer's address behind it."""
    if not isinstance(result, tuple):
        return result
    errs = [part for part in result if isinstance(part, OSError)]
    return errs[0] if errs else None


def is_again(result):
    """Whether a result of shape A or F says again, and nothing else."""
    return True in result and all(part in (None, 0) or part is True for part in result)


@contextlib.contextmanager
def closing(*socks):
    """Closes the sockets at the end, whoever has closed them meanwhile."""
    try:
        yield
    finally:
        for sock in socks:
            sock.close()
