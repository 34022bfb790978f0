"""Memory: a lack of it that lasts is an exception, and none is taken on a caller's word alone."""

import gc
import os
import resource
import sys
import tracemalloc

import llsocket as ll
import pytest
from support import ok, run
from waiting import Call, opened

try:
    import _testcapi
except ImportError:
    _testcapi = None

needs_testcapi = pytest.mark.skipif(
    not hasattr(_testcapi, "set_nomemory"), reason="this CPython has no _testcapi.set_nomemory"
)

#: Refuses a call all memory from its n-th request on, and the n-th alone, for every n.
TORTURE = """
    import gc, os, sys, warnings
    import _testcapi
    import llsocket as ll
    warnings.simplefilter("ignore")
    sys.unraisablehook = lambda *_: None

    def fds():
        return len(os.listdir("/proc/self/fd"))

    def refused(call, start, stop):
        result = failed = None
        try:
            _testcapi.set_nomemory(start, stop)
            result = call()
            _testcapi.remove_mem_hooks()
        except BaseException as caught:
            _testcapi.remove_mem_hooks()
            failed = type(caught)
        return result, failed

    def drop(result, own):
        for part in result if isinstance(result, (tuple, list)) else [result]:
            if isinstance(part, (tuple, list)):
                drop(part, own)
            elif isinstance(part, ll.Socket):
                part.close()
            elif own and type(part) is int:
                os.close(part)

    def torture(call, prepare=lambda: None, own=False, allowed=()):
        missed = 0
        prepare()
        before = fds()
        for alone in (False, True):
            for start in range(60):
                prepare()
                now = fds()
                result, failed = refused(call, start, start + 1 if alone else 0)
                if failed not in (None, MemoryError, *allowed):
                    sys.exit(f"{failed.__mro__} at {start}")
                missed += failed is MemoryError
                drop(result, own)
                result = None
                gc.collect()
                if fds() > now:
                    sys.exit(f"{fds() - now} descriptors left at {start}")
        assert missed, "nothing was refused"

    inet, _ = ll.addrinfo.inet("127.0.0.1", 0, ll.SOCK_STREAM)
    server, _ = ll.socket.new(inet, True)
    server.bind(), server.listen()
    address, _ = server.getsockname()
    (one, two), _ = ll.socket.pair(ll.SOCK_STREAM, True)
    clients = []

    def come():
        # One connection waits, and no more.
        while clients:
            clients.pop().close()
        while True:
            sock, err, again = server.accept()
            if sock is None:
                break
            sock.close()
        client, _ = ll.socket.new(address)
        client.connect()
        clients.append(client)

    def give():
        while one.recv(100000)[0]:
            pass
        two.sendfd(0)

    def some():
        two.send(b"x" * 10000)
"""

#: Where there is no memory for the words of a misuse, CPython may find no exception at all.
TORTURED = {
    "new": "lambda: ll.socket.new(inet)",
    "pair": "lambda: ll.socket.pair(ll.SOCK_STREAM)",
    "dup": "lambda: server.dup()",
    "accept": "lambda: server.accept(), come",
    "accept-peer": "lambda: server.accept(True), come",
    "getaddrinfo": "lambda: ll.inet.getaddrinfo('127.0.0.1', '80')",
    "inet": "lambda: ll.addrinfo.inet('127.0.0.1', 80)",
    "unix": "lambda: ll.unix.getaddrinfo('/a/path')",
    "getsockname": "lambda: server.getsockname()",
    "getifaddrs": "lambda: ll.device.getifaddrs()",
    "repr-socket": "lambda: repr(server)",
    "repr-addrinfo": "lambda: repr(inet)",
    "recv": "lambda: one.recv(100), some",
    "recv-much": "lambda: one.recv(10000), some",
    "recv-beyond": "lambda: one.recv(10**9), some",
    "recvfrom": "lambda: one.recvfrom(), some",
    "refused": "lambda: one.connect(inet)",
    "option": "lambda: one.rcvtimeo(1.5) and one.rcvbuf()",
    "nameinfo": "lambda: inet.nameinfo(ll.NI_NUMERICHOST, ll.NI_NUMERICSERV)",
    "not-bytes": "lambda: one.send('x'), allowed=[TypeError, SystemError]",
    "not-int": "lambda: one.recv('x'), allowed=[TypeError, SystemError]",
    "too-large": "lambda: one.recv(2**70), allowed=[OverflowError, SystemError]",
    "too-small": "lambda: one.listen(0), allowed=[ValueError, SystemError]",
    "pickled": "lambda: one.__reduce__(), allowed=[TypeError, SystemError]",
}

#: Closes what it has opened itself.
END = """
    for sock in [server, one, two, *clients]:
        sock.close()
"""


@needs_testcapi
@pytest.mark.parametrize("name", TORTURED)
def test_a_lack_of_memory_that_lasts(name):
    assert run(f"{TORTURE}\n    torture({TORTURED[name]})\n{END}").stderr == ""


@needs_testcapi
@pytest.mark.parametrize("call", ["acceptfd", "recvfd", "unwrap", "peerpidfd"])
def test_bare_descriptors_are_not_lost_to_a_lack_of_memory(call):
    source, prepare = {
        "acceptfd": ("server", "come"),
        "recvfd": ("one", "give"),
        "unwrap": ("copies[-1]", "lambda: copies.append(server.dup()[0])"),
        "peerpidfd": ("one", "int"),
    }[call]
    code = f"""
    copies = []
    for held in range(4):
        for start in range(10):
            ({prepare})()
            call, result = {source}.{call}, None
            now = fds()
            # Python keeps a few pairs for later; they are taken, so that one needs memory.
            try:
                _testcapi.set_nomemory(start, 0)
                pair1 = (start, now) if held > 0 else None
                pair2 = (start, now) if held > 1 else None
                pair3 = (start, now) if held > 2 else None
                result = call()
                _testcapi.remove_mem_hooks()
            except MemoryError:
                _testcapi.remove_mem_hooks()
            if result is not None and result[0] is not None:
                os.close(result[0])
            call = result = None
            if fds() > now:
                sys.exit(f"descriptor lost at {{start}}, {{held}} held")
    """
    assert run(TORTURE + code + END).stderr == ""


#: Makes every call with Python's memory refused, from each request on and at it alone. A wrong
#: number of arguments is PyO3's to raise, which panics where Python has no memory for the words.
EVERY_CALL = """
    import gc, os, sys, warnings
    import _testcapi
    import socket  # which Python loads for the class of resolver errors
    sys.path.insert(0, {directory!r})
    import every_call
    gc.freeze()  # Each call collects, and need not go through all that is there.
    warnings.simplefilter("ignore")
    sys.unraisablehook = lambda *_: None

    def tried(name, call):
        every_call.attempt(name, call, int, int)
        usual, _ = every_call.attempt(name, call, int, int)
        # Where there is no memory for the words of a misuse, there may be no exception at all.
        # Nor may there be one where os.environ, which is Python's own, has no memory.
        is_vague = usual or name == "socket.listenfds"
        allowed = (usual, MemoryError, *([SystemError] if is_vague else []))
        for alone in (False, True):
            unharmed = 0
            for start in range(100):
                refuse = lambda: _testcapi.set_nomemory(start, start + 1 if alone else 0)
                raised, _ = every_call.attempt(name, call, refuse, _testcapi.remove_mem_hooks)
                if raised not in allowed:
                    sys.exit(f"{{name}}: {{raised.__mro__}} at {{start}}")
                unharmed = 0 if raised is MemoryError else unharmed + 1
                if unharmed > 2:
                    break

    beyond_us = "a missing argument", "too many arguments", "an unknown keyword"
    for index, (name, call) in enumerate(every_call.calls().items()):
        if index % {parts} != {part} or name in beyond_us:
            continue
        pid = os.fork()
        if pid == 0:
            tried(name, call)
            os._exit(0)
        if os.waitpid(pid, 0)[1]:
            sys.exit(f"{{name}} failed")
"""


@needs_testcapi
@pytest.mark.parametrize("part", range(4))
def test_a_lack_of_memory_in_every_call(part):
    directory = os.path.dirname(__file__)
    assert run(EVERY_CALL.format(directory=directory, part=part, parts=4)).stderr == ""


SIZES = [10**6, 2**31 - 1, 2**31, 10**15, 2**62, 2**63 - 1]


@pytest.mark.parametrize("name", ["recv", "recvfrom", "read"])
@pytest.mark.parametrize("socktype", [ll.SOCK_STREAM, ll.SOCK_DGRAM, ll.SOCK_SEQPACKET])
@pytest.mark.parametrize("size", SIZES)
def test_a_size_is_not_allocated_because_it_is_said(name, socktype, size, stack):
    one, two = opened(stack, socktype)
    assert ok(one.send(b"small")) == 5
    tracemalloc.start()
    try:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        msg, *_ = getattr(two, name)(size)
        _, peak = tracemalloc.get_traced_memory()
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    finally:
        tracemalloc.stop()
    assert msg == b"small"
    assert peak < 2**20
    assert after - before < 8192  # KiB


def test_a_size_beyond_all_is_an_overflow(stack):
    one, _ = opened(stack)
    for size in (2**63, 2**64, 10**30, -(2**63) - 1):
        with pytest.raises(OverflowError, match="bufsize"):
            one.recv(size)


def test_little_memory_is_enough_for_a_large_size():
    told = run("""
        import resource
        import llsocket as ll
        with open("/proc/self/statm") as file:
            size = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (size + (16 << 20),) * 2)
        for kind in (ll.SOCK_STREAM, ll.SOCK_DGRAM, ll.SOCK_SEQPACKET):
            for size in (10**9, 10**15, 2**63 - 1):
                for flags in ((), (ll.MSG_WAITALL,), (ll.MSG_TRUNC,)):
                    (one, two), err = ll.socket.pair(kind)
                    with one, two:
                        one.send(b"small")
                        # Where all is waited for, this is all.
                        one.shutdown(ll.SHUT_WR)
                        assert two.recv(size, *flags) == (b"small", None, False)
        try:
            bytearray(64 << 20)
        except MemoryError:
            print("enough")
    """)
    assert told.stdout == "enough\n"


@pytest.mark.parametrize("size", [1, 100, 4096, 4097, 10_000, 65_536, 300_000, 10**9])
@pytest.mark.parametrize("sent", [0, 1, 3, 100, 5000])
def test_a_result_is_no_larger_than_what_it_holds(size, sent, stack):
    one, two = opened(stack, ll.SOCK_DGRAM)
    data = bytes(range(250)) * (sent // 250 + 1)
    assert ok(one.send(data[:sent])) == sent
    msg = ok(two.recv(size))
    assert msg == data[: min(size, sent)]
    assert sys.getsizeof(msg) == sys.getsizeof(b"") + len(msg)


def test_kept_results_take_no_more_than_they_hold(stack):
    one, two = opened(stack, ll.SOCK_DGRAM)
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        kept = []
        for _ in range(1000):
            one.send(b"x" * 100)
            kept.append(ok(two.recv(200_000)))
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(kept) == 1000
    assert after - before < 1000 * 300


@pytest.mark.parametrize("size", [100, 5000, 100_000, 250_000, 10**7])
def test_bytes_that_come_while_a_thread_waits(size, stack):
    # Received into what becomes the result, which is then cut, or whole.
    one, two = opened(stack)
    ok(one.sndtimeo(10))
    data = bytes(range(250)) * 1000
    rest = data[: min(size, len(data))]
    call = Call(lambda: two.recv(size, ll.MSG_WAITALL))
    for start in range(0, len(rest), 50_000):
        assert ok(one.send(rest[start : start + 50_000])) > 0
    assert one.shutdown(ll.SHUT_WR) is None
    assert call.ends() == (rest, None, False)


#: How many blocks calls may leave: the interpreter's caches, which do not grow with the calls.
FEW_BLOCKS = 200


def grown(call, count=100_000):
    """By how many blocks calls leave more than before, in the best of three rounds."""
    for times in (100, count, count, count):
        gc.collect()
        before = sys.getallocatedblocks()
        for _ in range(times):
            call()
        gc.collect()
        left = sys.getallocatedblocks() - before
        if times == count and left <= FEW_BLOCKS:
            break
    return left


def test_calls_keep_nothing(stack):
    one, two = opened(stack, ll.SOCK_DGRAM, True)
    ai = ok(ll.addrinfo.inet("127.0.0.1", 80))
    closed = ok(one.dup())
    closed.close()
    calls = {
        "send": lambda: (one.send(b"x"), two.recv()),
        "recvfrom": lambda: (one.send(bytearray(b"x")), two.recvfrom(10_000)),
        "nothing": lambda: (one.recv(), one.recvfrom()),
        "failed": lambda: closed.send(b"x"),
        "waits": lambda: (one.recvable(0), one.sendable(0)),
        "option": lambda: (one.rcvbuf(), one.rcvtimeo(1.5), one.reuseaddr(True)),
        "addrinfo": lambda: ll.addrinfo.inet("127.0.0.1", 1, 1, 1),
        "attributes": lambda: (ai.addr(), ai.port(), ai.family(), hash(ai), ai.raw()),
        "names": lambda: (one.getsockname(), one.getpeername(), repr(one), repr(ai)),
        "dup": lambda: ok(one.dup()).close(),
        "life": lambda: [sock.close() for sock in ok(ll.socket.pair(ll.SOCK_STREAM))],
        "getaddrinfo": lambda: ll.inet.getaddrinfo("127.0.0.1", "80"),
        "nameinfo": lambda: ai.nameinfo(ll.NI_NUMERICHOST, ll.NI_NUMERICSERV),
    }
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    left = {name: grown(call) for name, call in calls.items()}
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert {name: count for name, count in left.items() if count > FEW_BLOCKS} == {}
    assert after - before < 16384  # KiB


def test_misuse_keeps_nothing(stack):
    one, _ = opened(stack)

    def misuse():
        for call in (lambda: one.send("x"), lambda: one.recv("x"), lambda: one.bind(1)):
            with pytest.raises(TypeError):
                call()

    assert grown(misuse, 2000) <= FEW_BLOCKS


def test_one_block_for_each_call_is_seen():
    kept = []
    assert grown(lambda: kept.append(bytes(100)), 2000) > FEW_BLOCKS


def test_every_option_keeps_nothing(stack):
    one, _ = opened(stack)
    others = {"close", "unwrap", "accept", "acceptfd", "recv", "recvfrom", "recvfd", "read"}
    others |= {"recvable", "sendable", "shutdown", "detachfilter", "dup", "peerpidfd"}
    left = {}
    for name in sorted(set(dir(ll.Socket)) - others):
        method = getattr(one, name)
        if name.startswith("_"):
            continue
        try:
            method()
        except TypeError:
            continue
        left[name] = grown(method, 2000)
    assert len(left) > 80
    assert {name: count for name, count in left.items() if count > FEW_BLOCKS} == {}
