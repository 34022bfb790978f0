"""Buffers: every contiguous one is sent as it lies in memory, and no other byte goes out."""

import array
import ctypes
import errno
import mmap
import os
import struct
import sys
import tempfile

import llsocket as ll
import pytest
from support import bound, ok
from waiting import opened

DATA = bytes(range(256)) * 4


class Record(ctypes.Structure):
    _fields_ = (("one", ctypes.c_uint32), ("two", ctypes.c_uint16), ("three", ctypes.c_uint16))


def mapped():
    memory = mmap.mmap(-1, len(DATA))
    memory.write(DATA)
    return memory


BUFFERS = {
    "bytes": lambda: DATA,
    "a subclass of bytes": lambda: type("Bytes", (bytes,), {})(DATA),
    "bytearray": lambda: bytearray(DATA),
    "memoryview": lambda: memoryview(DATA),
    "memoryview of a bytearray": lambda: memoryview(bytearray(DATA)),
    "read-only memoryview": lambda: memoryview(bytearray(DATA)).toreadonly(),
    "a slice": lambda: memoryview(b"before" + DATA + b"behind")[6:-6],
    "two dimensions": lambda: memoryview(DATA).cast("B", (32, 32)),
    "foreign items": lambda: memoryview(DATA).cast("d"),
    "array of bytes": lambda: array.array("B", DATA),
    "array of doubles": lambda: array.array("d", DATA),
    "array of signed shorts": lambda: array.array("h", DATA),
    "ctypes array": lambda: (ctypes.c_ubyte * len(DATA)).from_buffer_copy(DATA),
    "ctypes records": lambda: (Record * (len(DATA) // 8)).from_buffer_copy(DATA),
    "mmap": mapped,
}


def sends_with(call):
    def make(stack):
        one, two = opened(stack, ll.SOCK_SEQPACKET)
        return lambda msg: call(one, msg), two

    return make


def sends_to(stack):
    one, two = (stack.enter_context(bound()) for _ in range(2))
    ai = ok(two.getsockname())
    return lambda msg: one.sendto(msg, ai), two


#: Makes what sends, and the socket that receives it.
SENDS = {
    "send": sends_with(lambda sock, msg: sock.send(msg)),
    "send with a flag": sends_with(lambda sock, msg: sock.send(msg, ll.MSG_DONTWAIT)),
    "write": sends_with(lambda sock, msg: sock.write(msg)),
    "sendto": sends_to,
}

STRIDED = {
    "every second": lambda: memoryview(DATA)[::2],
    "backwards": lambda: memoryview(DATA)[::-1],
    "the last backwards": lambda: memoryview(b"secret" + b"x" * 10)[:5:-1],
    "every second of a bytearray": lambda: memoryview(bytearray(DATA))[::2],
    "every third of doubles": lambda: memoryview(array.array("d", DATA))[::3],
}


@pytest.fixture(params=SENDS.values(), ids=SENDS)
def talk(request, stack):
    return request.param(stack)


@pytest.mark.parametrize("make", BUFFERS.values(), ids=BUFFERS)
def test_contiguous_buffers(make, talk):
    send, two = talk
    assert send(make()) == (len(DATA), None, False)
    assert two.recv() == (DATA, None, False)


@pytest.mark.parametrize("make", STRIDED.values(), ids=STRIDED)
def test_strided_views_are_refused(make, talk):
    send, two = talk
    with pytest.raises((BufferError, TypeError, ValueError), match="msg"):
        send(make())
    # Not a byte of theirs, or of their neighbours', has gone out.
    assert two.recv(4096, ll.MSG_DONTWAIT) == (None, None, True)


@pytest.mark.parametrize("msg", ["text", "", 1, 1.5, None, True, [1, 2], (b"x",), {}, object()])
def test_what_is_no_buffer_is_refused(msg, talk):
    send, two = talk
    with pytest.raises(TypeError, match="msg"):
        send(msg)
    assert two.recv(4096, ll.MSG_DONTWAIT) == (None, None, True)


@pytest.mark.parametrize("make", [bytes, bytearray, lambda: memoryview(b"")])
def test_empty_ones(make, stack):
    one, two = opened(stack, ll.SOCK_DGRAM)
    assert one.send(make()) == (0, None, False)
    assert two.recv() == (b"", None, False)
    one, _ = opened(stack)
    value, err, again = one.send(make())
    assert (value, again) == (None, False)
    assert err.strerror == "Invalid argument"


def test_a_released_memoryview_is_refused(talk):
    send, _ = talk
    view = memoryview(DATA)
    view.release()
    with pytest.raises((ValueError, TypeError)):
        send(view)


def test_a_buffer_is_given_back(talk):
    send, two = talk
    data = bytearray(b"x" * 100)
    assert ok(send(data)) == 100
    data.extend(b"more")
    assert ok(send(memoryview(data)[100:])) == 4
    data.clear()
    assert ok(two.recv()) == b"x" * 100
    assert ok(two.recv()) == b"more"


def test_a_buffer_is_given_back_by_a_call_that_fails(stack):
    one, _ = opened(stack)
    one.close()
    data = bytearray(b"x")
    assert one.send(data)[1].errno == errno.EBADF
    data.clear()


def test_a_buffer_is_given_back_where_another_argument_is_wrong(stack):
    one, _ = opened(stack)
    data = bytearray(b"x")
    with pytest.raises(TypeError):
        one.send(data, "flag")
    with pytest.raises(TypeError):
        one.sendto(data, None)
    data.append(0)


def test_a_closed_mmap_is_refused(stack):
    one, _ = opened(stack)
    memory = mapped()
    memory.close()
    with pytest.raises((ValueError, TypeError)):
        one.send(memory)


def test_a_mapped_file_is_sent(stack):
    one, two = opened(stack)
    with tempfile.TemporaryFile() as file:
        file.write(DATA)
        file.flush()
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as memory:
            assert one.send(memory) == (len(DATA), None, False)
    assert two.recv() == (DATA, None, False)


def test_memory_that_the_kernel_cannot_read_is_an_error(stack):
    # Mapped past the end of its file: there is nothing to read, and no signal for asking.
    one, _ = opened(stack)
    with tempfile.TemporaryFile() as file:
        file.truncate(mmap.PAGESIZE)
        memory = mmap.mmap(file.fileno(), mmap.PAGESIZE, access=mmap.ACCESS_READ)
        os.ftruncate(file.fileno(), 0)
        value, err, again = one.send(memory)
        memory.close()
    assert (value, again) == (None, False)
    assert err.strerror == "Bad address"


@pytest.mark.skipif(sys.version_info < (3, 12), reason="classes have buffers from Python 3.12 on")
def test_an_exporters_own_exception_is_not_hidden_as_success(stack):
    class Exporter:
        def __buffer__(self, flags):
            raise ZeroDivisionError

    one, two = opened(stack)
    with pytest.raises((ZeroDivisionError, TypeError)):
        one.send(Exporter())
    assert two.recv(1, ll.MSG_DONTWAIT) == (None, None, True)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="classes have buffers from Python 3.12 on")
def test_an_exporter_that_closes_the_socket(stack):
    one, _ = opened(stack)

    class Exporter:
        def __buffer__(self, flags):
            one.close()
            return memoryview(b"x")

    value, err, again = one.send(Exporter())
    assert (value, again) == (None, False)
    assert err.strerror == "Bad file descriptor"


def test_other_arguments_that_are_bytes(stack):
    one, _ = opened(stack)
    on = struct.pack("i", 1)
    for value in (on, bytearray(on), memoryview(on), array.array("i", [1])):
        assert one.setsockopt(ll.SOL_SOCKET, ll.SO_KEEPALIVE, 0) is None
        assert one.setsockopt(ll.SOL_SOCKET, ll.SO_KEEPALIVE, value) is None
        assert ok(one.getsockopt(ll.SOL_SOCKET, ll.SO_KEEPALIVE)) == 1
    with pytest.raises((BufferError, TypeError, ValueError)):
        one.setsockopt(ll.SOL_SOCKET, ll.SO_KEEPALIVE, memoryview(on * 2)[::2])
    raw = ok(ll.addrinfo.inet("127.0.0.1", 80)).raw()
    assert ok(ll.addrinfo.raw(memoryview(raw))) == ok(ll.addrinfo.raw(raw))
    with pytest.raises((BufferError, TypeError, ValueError)):
        ll.addrinfo.raw(memoryview(raw * 2)[::2])


@pytest.mark.parametrize("socktype", [ll.SOCK_DGRAM, ll.SOCK_SEQPACKET, ll.SOCK_STREAM])
@pytest.mark.parametrize("size", [1, 3, 4096, 5000, 70_000, 300_000])
@pytest.mark.parametrize("flags", [(), (ll.MSG_TRUNC,), (ll.MSG_TRUNC, ll.MSG_PEEK)])
def test_msg_trunc_gives_no_foreign_bytes(socktype, size, flags, stack):
    sent = bytes(range(1, 251)) * 80
    for name in ("recv", "recvfrom"):
        one, two = opened(stack, socktype)
        assert ok(one.send(sent)) == len(sent)
        msg, *_, err, again = getattr(two, name)(size, *flags)
        assert (err, again) == (None, False)
        assert msg == sent[: min(size, len(sent))]


@pytest.mark.parametrize("size", [1, 100, 5000, 300_000])
def test_msg_trunc_gives_no_foreign_bytes_on_udp(size, stack):
    sent = bytes(range(1, 251)) * 80
    for name in ("recv", "recvfrom"):
        two = stack.enter_context(ok(ll.socket.new(ok(ll.addrinfo.inet("127.0.0.1", 0, 2)))))
        assert two.bind() is None
        one = stack.enter_context(ok(ll.socket.new(ok(two.getsockname()))))
        assert one.connect() is None
        assert ok(one.send(sent)) == len(sent)
        msg, *_, err, again = getattr(two, name)(size, ll.MSG_TRUNC)
        assert (err, again) == (None, False)
        assert msg == sent[:size]


def test_msg_trunc_gives_none_on_tcp_where_it_discards(stack):
    server = stack.enter_context(ok(ll.socket.new(ok(ll.addrinfo.inet("127.0.0.1", 0, 1)))))
    assert server.bind() is None
    assert server.listen() is None
    one = stack.enter_context(ok(ll.socket.new(ok(server.getsockname()))))
    assert one.connect() is None
    two = stack.enter_context(ok(server.accept()))
    assert ok(one.send(b"x" * 100)) == 100
    assert ok(two.recvable(10)) is True
    for size in (10, 5000, 300_000):
        msg, err, again = two.recv(size, ll.MSG_TRUNC, ll.MSG_DONTWAIT)
        assert err is None
        assert again or msg == b""
