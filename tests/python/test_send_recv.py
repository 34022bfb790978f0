"""Send and receive: bytes, datagrams and files."""

import errno
import gc
import os
import resource
import threading
import weakref

import llsocket as ll
import pytest
from support import AGAIN, CLOSED, bound, fails_a, fill, is_error, ok, pair, run, tcp


def test_send_and_receive():
    one, two = pair()
    with one, two:
        assert one.send(b"hello") == (5, None, False)
        assert two.recv(2) == (b"he", None, False)
        assert two.recv() == (b"llo", None, False)
        assert one.write(b"x" * 5000) == (5000, None, False)
        assert two.read() == (b"x" * 4096, None, False)
        assert two.read(10**6) == (b"x" * 904, None, False)


@pytest.mark.parametrize("size", [1, 4095, 4096, 4097, 65536, 65537, 262144, 262145, 1 << 20])
@pytest.mark.parametrize("nonblock", [False, True])
def test_every_way_to_receive(size, nonblock):
    message = os.urandom(size)
    one, two = pair(nonblock=nonblock)
    with one, two:
        sender = threading.Thread(target=send_all, args=(one, message))
        sender.start()
        received = b""
        while len(received) < size:
            msg, err, again = two.recv(size - len(received))
            assert err is None
            if again:
                ok(two.recvable(5))
            else:
                received += msg
        sender.join()
        assert received == message


def send_all(sock, message):
    view = memoryview(message)
    while view:
        count, err, again = sock.send(view)
        assert err is None
        view = view[count:]
        if again:
            ok(sock.sendable(5))


def test_a_blocking_send_sends_all():
    message = os.urandom(5_000_000)
    one, two = tcp()
    with one, two:
        received = []

        def receive():
            while sum(map(len, received)) < len(message):
                received.append(ok(two.recv(1 << 20)))

        receiver = threading.Thread(target=receive)
        receiver.start()
        # Small enough to be tried at once, too much for the queue that is left.
        for start in range(0, len(message), 50_000):
            part = message[start : start + 50_000]
            assert one.send(part) == (len(part), None, False)
        receiver.join()
        assert b"".join(received) == message


def test_a_blocking_send_sends_a_part_when_time_runs_out():
    one, two = tcp()
    with one, two:
        ok(one.sndtimeo(0.05))
        fill(one)
        assert one.send(b"x" * 60_000) == (0, None, True)
        ok(two.recv(200_000, ll.MSG_WAITALL))
        count, err, again = one.send(b"x" * 10_000_000)
        assert 0 < count < 10_000_000
        assert (err, again) == (None, True)


def test_a_blocking_receive_waits():
    one, two = pair()
    with one, two:
        timer = threading.Timer(0.05, one.send, (b"late",))
        timer.start()
        assert two.recv(10**15) == (b"late", None, False)
        timer.join()


def test_waitall():
    one, two = pair()
    with one, two:
        ok(one.send(b"abc"))
        timer = threading.Timer(0.05, one.send, (b"def",))
        timer.start()
        assert two.recv(6, ll.MSG_WAITALL) == (b"abcdef", None, False)
        timer.join()
        ok(one.send(b"abc"))
        one.close()
        assert two.recv(10**12, ll.MSG_WAITALL) == (b"abc", None, False)
        assert two.recv(10**12, ll.MSG_WAITALL) == CLOSED


def test_peek_and_dontwait():
    one, two = pair()
    with one, two:
        assert two.recv(10, ll.MSG_DONTWAIT) == AGAIN
        assert two.recvfrom(10, ll.MSG_DONTWAIT) == (None, None, None, True)
        ok(one.send(b"abc"))
        assert two.recv(10, ll.MSG_PEEK, ll.MSG_DONTWAIT) == (b"abc", None, False)
        assert two.recv(10) == (b"abc", None, False)


def test_nothing_to_send():
    one, two = pair()
    with one, two:
        assert fails_a(one.send(b""), errno.EINVAL)
        assert fails_a(one.send(bytearray()), errno.EINVAL)
    one, two = pair(ll.SOCK_DGRAM)
    with one, two:
        assert one.send(b"") == (0, None, False)
        assert two.recv() == (b"", None, False)
    one, two = pair(ll.SOCK_SEQPACKET)
    with one, two:
        one.close()
        assert two.recv() == CLOSED


@pytest.mark.parametrize("size", [0, -1, -(2**40)])
def test_no_room(size):
    one, two = pair()
    with one, two:
        assert fails_a(two.recv(size), errno.EINVAL)
        assert is_error(two.recvfrom(size)[2], errno.EINVAL)


@pytest.mark.parametrize("size", [10**6, 10**9, 10**15, 2**63 - 1])
@pytest.mark.parametrize("socktype", [ll.SOCK_STREAM, ll.SOCK_DGRAM])
def test_a_claim_takes_no_memory(size, socktype):
    one, two = pair(socktype)
    with one, two:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert two.recv(size, ll.MSG_DONTWAIT) == AGAIN
        for _ in range(10):
            ok(one.send(b"x"))
            assert two.recv(size) == (b"x", None, False)
            ok(one.send(b"x"))
            assert two.recvfrom(size)[0] == b"x"
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


def test_what_is_kept_is_what_came():
    # Many small messages in large rooms: the rooms must not stay.
    done = run(
        """
        import llsocket as ll, resource
        (one, two), err = ll.socket.pair(ll.SOCK_DGRAM)
        kept = []
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for _ in range(5000):
            one.send(b"x" * 100)
            kept.append(two.recv(60000)[0])
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
        one.close(), two.close()
        """
    )
    assert int(done.stdout) < 30_000


def test_datagrams_are_cut():
    one, two = pair(ll.SOCK_DGRAM)
    with one, two:
        ok(one.send(b"abcdef"))
        assert two.recv(3) == (b"abc", None, False)
        assert two.recv(3, ll.MSG_DONTWAIT) == AGAIN


@pytest.mark.parametrize("size", [3, 5000, 100_000, 10**9])
def test_trunc_returns_no_foreign_bytes(size):
    with bound() as sock, bound() as other:
        ok(other.sendto(b"y" * 20_000, ok(sock.getsockname())))
        assert sock.recv(size, ll.MSG_TRUNC) == (b"y" * min(size, 20_000), None, False)
        ok(other.sendto(b"y" * 20_000, ok(sock.getsockname())))
        assert sock.recvfrom(size, ll.MSG_TRUNC)[0] == b"y" * min(size, 20_000)


def test_trunc_on_tcp_discards():
    one, two = tcp()
    with one, two:
        ok(one.send(b"abcdef"))
        ok(two.recvable(5))
        assert two.recv(3, ll.MSG_TRUNC) == (b"", None, False)
        assert two.recv(3) == (b"def", None, False)


def test_sendto_and_recvfrom():
    with bound() as one, bound() as two:
        here, there = ok(one.getsockname()), ok(two.getsockname())
        assert one.sendto(b"x", there) == (1, None, False)
        assert two.recvfrom() == (b"x", here, None, False)
        assert two.sendto(b"y", [here], ll.MSG_DONTWAIT) == (1, None, False)
        assert one.recvfrom(10, ll.MSG_DONTWAIT) == (b"y", there, None, False)
        assert fails_a(one.sendto(b"x" * 70_000, there), errno.EMSGSIZE)


def test_one_sender_is_one_object():
    a, b, c = (
        ok(ll.socket.new(ok(ll.addrinfo.inet("127.0.0.1", 0, ll.SOCK_DGRAM)))) for _ in "abc"
    )
    with a, b, c:
        for sock in (a, b, c):
            assert sock.bind() is None

        def received(sender, receiver, size):
            ok(sender.sendto(b"x" * 5000, ok(receiver.getsockname())))
            message, ai, err, again = receiver.recvfrom(size)
            assert (message, err, again) == (b"x" * 5000, None, False)
            return ai

        of_b, of_a = received(b, a, None), received(a, b, None)
        for size in (5000, 65536, 100_000):
            assert received(b, a, size) is of_b
            assert received(a, b, size) is of_a
        of_c = received(c, a, None)
        assert of_c is not of_b
        assert of_c == ok(c.getsockname())
        assert received(c, a, None) is of_c
        assert received(b, a, None) == of_b


def test_the_last_sender_goes_with_its_socket():
    with bound() as sock:
        ok(sock.sendto(b"x", ok(sock.getsockname())))
        last = weakref.ref(sock.recvfrom()[1])
        assert last() is not None
    del sock
    gc.collect()
    assert last() is None


def test_no_sigpipe():
    run(
        """
        import llsocket as ll, os, signal, tempfile
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        (one, two), err = ll.socket.pair(ll.SOCK_STREAM)
        two.close()
        assert one.send(b"x") == one.write(b"x") == (None, None, False)
        with tempfile.TemporaryFile() as file:
            file.write(b"x" * 100)
            file.flush()
            assert one.sendfile(file, 100) == (None, None, False)
        assert one.sendfd(0) == (None, None, False)
        assert signal.getsignal(signal.SIGPIPE) == signal.SIG_DFL
        one.close()
        """
    )


def test_sendfile(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")
    one, two = pair()
    with one, two, open(path, "rb") as file:
        assert one.sendfile(file, 4) == (4, None, False)
        assert one.sendfile(file.fileno(), 4, 6) == (4, None, False)
        assert two.recv() == (b"01236789", None, False)
        assert file.tell() == 0
        assert one.sendfile(file, bytes=4, offset=10) == (0, None, False)
        assert one.sendfile(file, 0) == (0, None, False)
        assert one.sendfile(file, 100) == (10, None, True)
        assert fails_a(one.sendfile(file, -1), errno.EINVAL)
        assert fails_a(one.sendfile(file, 1, -1), errno.EINVAL)
        assert fails_a(one.sendfile(10**6, 1), errno.EBADF)
        assert fails_a(one.sendfile(-1, 1), errno.EBADF)
    with pytest.raises(ValueError, match="closed file"):
        one.sendfile(file, 1)


def test_out_of_band():
    one, two = tcp()
    with one, two:
        ok(two.oobinline(True))
        ok(one.send(b"a"))
        ok(one.send(b"!", ll.MSG_OOB))
        ok(two.recvable(5))
        assert ok(two.recv(10)) == b"a"
        assert two.atmark() == (True, None)
        assert ok(two.recv(10)) == b"!"


def test_queues():
    one, two = tcp()
    with one, two:
        assert two.inq() == (0, None)
        ok(one.send(b"abc"))
        ok(two.recvable(5))
        assert two.inq() == (3, None)
        assert ok(one.outq()) >= 0


def test_fast_open_of_a_blocking_socket():
    with bound(ll.SOCK_STREAM) as server:
        assert server.listen() is None
        info = ok(server.getsockname())
        with ok(ll.socket.new(info)) as client:
            count, err, again = client.sendto(b"fast", info, ll.MSG_FASTOPEN)
            if err is not None:
                assert is_error(err, errno.EOPNOTSUPP)
                return
            assert (count, again) == (4, False)
            with ok(server.accept()) as peer:
                assert ok(peer.recv()) == b"fast"
        with ok(ll.socket.new(info)) as client:
            ok(client.tcpfastopenconnect(True))
            assert client.connect() is None
            assert client.send(b"fast") == (4, None, False)
            with ok(server.accept()) as peer:
                assert ok(peer.recv()) == b"fast"


def test_received_bytes_are_exact_and_ours():
    one, two = pair(ll.SOCK_DGRAM)
    with one, two:
        for size in (1, 4096, 4097, 65536, 10**6):
            ok(one.send(b"a"))
            msg = ok(two.recv(size))
            assert type(msg) is bytes
            assert (msg, len(msg), hash(msg)) == (b"a", 1, hash(b"a"))
        ok(one.send(b""))
        assert ok(two.recv(100_000)) == b""
