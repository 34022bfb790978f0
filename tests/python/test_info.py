"""What the kernel tells of a peer: its process, by credentials and by a descriptor that polls."""

import collections.abc
import mmap
import select
import subprocess
import sys

import llsocket
import pytest
from llsocket import addrinfo, socket
from support import bound, fails_v, ok, run

PEER = """
import sys
from llsocket import addrinfo, socket
sock, err = socket.new(addrinfo.unix(sys.argv[1])[0])
assert not err and not sock.connect()
sock.recv()
sock.close()
"""


@pytest.fixture
def peer(tmp_path):
    """A connection, and the process at its other end, which ends when it is sent something."""
    info, err = addrinfo.unix(str(tmp_path / "peer"))
    assert not err
    listener, err = socket.new(info)
    assert not err
    with listener:
        assert not listener.bind()
        assert not listener.listen()
        process = subprocess.Popen([sys.executable, "-c", PEER, info.addr()])
        listener.rcvtimeo(30)
        connection, err, _again = listener.accept()
        assert not err
        with connection:
            yield connection, process
            process.kill()
            process.wait()


def test_a_peer_is_known_by_its_process(peer):
    connection, process = peer
    credentials, err = connection.peercred()
    assert not err
    assert credentials["pid"] == process.pid


def test_a_pidfd_is_readable_once_the_peer_has_ended(peer):
    connection, process = peer
    pidfd, err = connection.peerpidfd()
    if err and err.errno == llsocket.ENOPROTOOPT:
        pytest.skip("this kernel has no SO_PEERPIDFD")
    assert not err
    try:
        poll = select.poll()
        poll.register(pidfd, select.POLLIN)
        assert poll.poll(0) == []
        assert connection.send(b"go") == (2, None, False)
        assert poll.poll(30_000) == [(pidfd, select.POLLIN)]
        assert process.wait(30) == 0
    finally:
        assert not socket.close(pidfd)


def untouched(size):
    """So much memory that is never written, and so costs nothing."""
    noreserve = 0x4000
    return mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | noreserve)


def test_a_buffer_beyond_all_options_does_not_kill_the_process():
    # In a process of its own, which aborted.
    told = run("""
        import mmap
        import llsocket as ll
        big = mmap.mmap(-1, 4 << 40, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x4000)
        sock, _ = ll.socket.new(ll.addrinfo.inet("127.0.0.1", 0)[0])
        with sock:
            print(sock.setsockopt(ll.SOL_SOCKET, ll.SO_KEEPALIVE, big).errno == ll.EINVAL)
    """)
    assert told.stdout == "True\n"


def test_a_length_beyond_an_int_is_not_cut():
    with bound() as sock, untouched((1 << 32) + 4) as value:
        ok(sock.reuseaddr(True))
        err = sock.setsockopt(llsocket.SOL_SOCKET, llsocket.SO_REUSEADDR, value)
        assert err.errno == llsocket.EINVAL
        assert ok(sock.reuseaddr()) is True


PASS = (6, 0, 0, 0xFFFF)


@pytest.mark.parametrize("count", [1, 5, 1000, 4096])
def test_a_filter_read_by_its_number_does_not_overrun_the_size(count):
    place = llsocket.SOL_SOCKET, llsocket.SO_ATTACH_FILTER
    with bound() as sock:
        ok(sock.attachfilter([PASS] * count))
        for size in (0, 1, 7, count * 8 - 1):
            assert fails_v(sock.getsockopt(*place, size), llsocket.EINVAL)
        assert fails_v(sock.getsockopt(*place), llsocket.EINVAL)
        for size in (count * 8, count * 8 + 1, 1 << 20):
            assert len(ok(sock.getsockopt(*place, size))) == count * 8


def test_a_program_that_claims_to_be_endless_is_read_no_further_than_to_the_limit():
    class Endless(collections.abc.Sequence):
        read = 0

        def __len__(self):
            return 1 << 60

        def __getitem__(self, index):
            self.read += 1
            return PASS

    with bound() as sock:
        for attach in (sock.attachfilter, sock.reuseportcbpf):
            program = Endless()
            assert fails_v(attach(program), llsocket.EINVAL)
            assert program.read <= 4097


def test_a_size_that_memory_lacks_is_a_memory_error():
    told = run("""
        import resource
        import llsocket as ll
        sock, _ = ll.socket.new(ll.addrinfo.inet("127.0.0.1", 0)[0])
        with open("/proc/self/statm") as file:
            size = int(file.read().split()[0]) * resource.getpagesize()
        kept = []
        resource.setrlimit(resource.RLIMIT_AS, (size + (8 << 20),) * 2)
        for step in (1 << 20, 1 << 16, 1 << 12):
            try:
                while True:
                    kept.append(bytearray(step))
            except MemoryError:
                pass
        with sock:
            try:
                sock.getsockopt(ll.IPPROTO_TCP, ll.TCP_INFO, 1 << 20)
            except MemoryError:
                del kept
                print("told")
            assert len(sock.getsockopt(ll.IPPROTO_TCP, ll.TCP_INFO, 1 << 20)[0]) > 100
    """)
    assert told.stdout == "told\n"
