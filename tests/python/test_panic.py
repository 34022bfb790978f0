"""Panics: nothing that a caller can hand in brings one about, whatever it does when it is asked."""

import array
import ctypes
import decimal
import enum
import fractions
import io

import llsocket as ll
import pytest
from support import ok
from waiting import opened

MISUSE = (TypeError, ValueError, OverflowError, BufferError)


class Spite(Exception):  # noqa: N818
    pass


class Spiteful:
    """Whatever it is asked, it raises."""

    def spite(self, *_):
        raise Spite

    __index__ = __int__ = __float__ = __fspath__ = __len__ = __getitem__ = fileno = spite
    __buffer__ = __bool__ = __str__ = __repr__ = __hash__ = __eq__ = __iter__ = spite


class Wrong:
    """Whatever it is asked, the answer is of a wrong type."""

    def wrong(self, *_):
        return self

    __index__ = __float__ = __fspath__ = __len__ = __getitem__ = fileno = wrong


class Huge(enum.IntEnum):
    ONE = 2**63 - 1


class Int(int):
    __index__ = __int__ = Spiteful.spite
    __repr__ = __str__ = Spiteful.spite


class Str(str):
    __slots__ = ()
    __str__ = __repr__ = encode = Spiteful.spite


ODD = [
    *(None, True, False, 0, 1, -1, 2**31 - 1, 2**31, -(2**31), 2**63 - 1, 2**63, -(2**63), 10**40),
    *(0.0, -0.0, 1.5, -1.5, float("nan"), float("inf"), -float("inf"), 1e300, 5e-324, 2.0**63),
    *("", "\0", "a\0b", "\udc80", "x" * 100_000, "1", "-1", "65536", "\U0001f40d", "lo", "::1"),
    *(b"", b"\0", b"x" * 200, bytearray(b"x"), memoryview(b"abc")[::2], memoryview(b"")),
    *((), [], {}, [[]], [None], (1, 2), ((0, 0, 0, 0),), [[6, 0, 0, 0]], [[6, 0, 0, 2**40]] * 5000),
    *(object(), object, int, ..., Spiteful(), Wrong(), Huge.ONE, Int(5), Str("1"), 1j),
    *(fractions.Fraction(1, 2), decimal.Decimal(1), array.array("d", [1.0]), ctypes.c_int(1)),
    *(io.StringIO(), io.BytesIO(), range(3), iter([]), ll, lambda: 1),
]

#: They give descriptors away or wait, or close what is not this test's.
APART = {"close", "shutdown", "wrap", "unwrap", "recvfd", "acceptfd", "peerpidfd", "attachbpf"}
APART |= {"reuseportebpf", "sendfile", "sendfd", "recvable", "sendable"}


def functions():
    modules = (ll, ll.inet, ll.unix, ll.addrinfo, ll.socket, ll.device)
    for module in modules:
        for name in module.__all__ if module is not ll else dir(ll):
            value = getattr(module, name)
            if callable(value) and not isinstance(value, type) and name not in APART:
                yield f"{module.__name__}.{name}", value


FUNCTIONS = dict(functions())


def methods(of):
    return [name for name in dir(of) if not name.startswith("_") and name not in APART]


def dispose(result):
    for part in result if isinstance(result, (tuple, list)) else [result]:
        if isinstance(part, (tuple, list)):
            dispose(part)
        elif isinstance(part, ll.Socket):
            part.close()


def provoke(name, call):
    """Calls with every odd argument, in every place, and lets misuse pass, but nothing else."""
    resolves = "getaddrinfo" in name and "unix" not in name
    for odd in ODD:
        if resolves and isinstance(odd, str) and len(odd) == 1:
            continue
        for args in (
            (odd,),
            (odd, odd),
            (1, odd),
            ("lo", odd),
            (b"x", odd),
            (1, 1, odd),
            (odd,) * 4,
        ):
            try:
                dispose(call(*args))
            except MISUSE:
                pass
            except Spite:
                pass
            except BaseException as raised:
                pytest.fail(f"{name}{args!r:.100} raised {type(raised).__mro__}")


@pytest.mark.parametrize(("name", "call"), list(FUNCTIONS.items()), ids=list(FUNCTIONS))
def test_functions_take_odd_arguments(name, call, monkeypatch):
    if "getaddrinfo" in name and "unix" not in name:
        # Nobody is asked for such names.
        real = call

        def call(*args):
            return real(*args[:4], *([0] * (4 - len(args[:4]))), ll.AI_NUMERICHOST)

        if name.startswith("llsocket.addrinfo"):
            call = lambda *args: real(*args[:5], *([0] * (5 - len(args[:5]))), ll.AI_NUMERICHOST)  # noqa: E731
    provoke(name, call)


@pytest.mark.parametrize("name", methods(ll.Socket))
def test_methods_take_odd_arguments(name, stack):
    unix, _ = opened(stack, ll.SOCK_DGRAM, True)
    udp = stack.enter_context(ok(ll.socket.new(ok(ll.addrinfo.inet6("::1", 0, 2)), True)))
    closed, _ = opened(stack)
    closed.close()
    for sock in (unix, udp, closed):
        provoke(name, getattr(sock, name))


@pytest.mark.parametrize("name", methods(ll.AddrInfo))
def test_addrinfo_takes_odd_arguments(name):
    ai = ok(ll.addrinfo.inet("127.0.0.1", 1))
    provoke(name, lambda *args: getattr(ai, name)(*args, ll.NI_NUMERICHOST, ll.NI_NUMERICSERV))


@pytest.mark.parametrize(
    "name", ["sendfile", "sendfd", "shutdown", "close", "recvable", "sendable"]
)
def test_a_closed_socket_takes_odd_arguments(name, stack):
    one, _ = opened(stack, ll.SOCK_DGRAM, True)
    one.close()
    provoke(name, getattr(one, name))


@pytest.mark.parametrize("name", ["wrap", "close", "shutdown"])
def test_descriptors_that_are_none(name):
    for odd in ODD:
        if isinstance(odd, int) and 0 <= odd < 2**20:
            continue
        try:
            getattr(ll.socket, name)(odd)
        except (*MISUSE, Spite):
            pass
        except BaseException as raised:
            pytest.fail(f"{name}({odd!r:.100}) raised {type(raised).__mro__}")


def test_odd_keywords(stack):
    one, _ = opened(stack)
    for name in methods(ll.Socket):
        with pytest.raises(TypeError):
            getattr(one, name)(**{"no such \udc80 name": 1})
