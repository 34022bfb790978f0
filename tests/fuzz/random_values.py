"""Values of every type for the random caller, likely ones and others."""

import array
import ast
import contextlib
import itertools
import mmap
import os
import random
import sys
import tempfile
import threading

import llsocket
from signatures import names

#: The most objects of a kind that are kept; what is dropped is the collector's.
KEPT = 24


class CallbackError(Exception):
    """What a callback of the caller raises."""


class Caller:
    """What the random caller does next, also from within a callback."""

    call_anything = None
    call = None


FILE = tempfile.TemporaryFile()  # noqa: SIM115
FILE.write(b"file " * 20000)
FILE.flush()
CLOSED_FILE = tempfile.TemporaryFile()  # noqa: SIM115
CLOSED_FILE.close()


class State(threading.local):
    """What each thread has of its own."""

    random = random.Random(int(sys.argv[1]))
    depth = 0
    armed = False  # whether the signal handler may raise


state = State()
calls = itertools.count()

objects = {cls: [] for cls in vars(llsocket).values() if isinstance(cls, type)}

#: Descriptors that are the caller's to close; who takes one out owns it.
descriptors = []


def chance(probability):
    return state.random.random() < probability


def choose(items):
    # A copy, since other threads change the lists.
    items = list(items)
    return state.random.choice(items) if items else None


def keep(items, value):
    if len(items) < KEPT:
        items.append(value)
    else:
        with contextlib.suppress(IndexError):
            items[state.random.randrange(KEPT)] = value


def constants(*prefixes):
    return [
        value
        for name, value in sorted(vars(llsocket).items())
        if type(value) is int and name.startswith(prefixes)
    ]


SIZES = [0, 1, 2, 4, 8, 100, 4095, 4096, 4097, 65535, 65536, 65537, 1000000, 2**31 - 1, 2**40]
CONSTANTS = {
    "backlog": [1, 2, 128],
    "bufsize": SIZES,
    "bytes": SIZES,
    "family": constants("AF_INET", "AF_UNIX", "AF_NETLINK", "AF_PACKET", "AF_UNSPEC"),
    "flag": constants("SHUT_"),
    "flags": constants("MSG_", "AI_", "NI_"),
    "level": constants("SOL_", "IPPROTO_"),
    "name": constants("SO_", "IP_", "IPV6_", "TCP_", "UDP_"),
    # No others: the kernel would load modules for them.
    "protocol": [0, 0, 0, 1, 6, 17, 58, 136, 255, 262, 263, 65536, -1],
    "size": SIZES,
    "socktype": [1, 1, 1, 2, 2, 2, 3, 5, 0, 4, 2049, 524289],
}
ALL_CONSTANTS = constants("A", "I", "M", "P", "S", "T")
INTEGERS = [0, 1, -1, 2, 3, 7, 100, 255, 256, 1023, 32767, 65535, 65536]
INTEGERS += [sign * 2**power for sign in (1, -1) for power in (31, 32, 53, 63, 64, 200)]
INTEGERS += [2**31 - 1, 2**32 - 1, 2**63 - 1, 10**5000]
FLOATS = [0.0, 0.5, -0.5, 1.5, 1e-300, 1e308, float("nan"), float("inf"), -float("inf")]
TEXTS = ["127.0.0.1", "::1", "::", "0.0.0.0", "fe80::1%lo", "224.0.0.1", "ff02::1", "239.1.2.3"]
TEXTS += ["localhost", "lo", "nosuch", "0", "1", "80", "http", "65536", "-1", "tcp", "udp", "cubic"]
TEXTS += ["", " 80", "\0abstract", "\0", "line\n", "\udc80", "ü" * 54, "x" * 108, "x" * 109]
LENGTHS = [0, 1, 2, 3, 4, 8, 12, 15, 16, 28, 107, 108, 109, 1500, 4095, 4096, 4097, 65507, 65536]
LENGTHS += [65537, 300000]


def callback(*_, **__):
    """Calls back, and then may raise."""
    Caller.call_anything()
    if chance(0.2):
        raise CallbackError
    return choose([None, True, -1, 10**6, 2**40, "x", b"x"])


class Liar:
    """Has every method by which arguments are read, and each calls back."""

    __float__ = __fspath__ = __getitem__ = __index__ = __int__ = __iter__ = __len__ = callback
    __buffer__ = __call__ = __bool__ = __eq__ = __hash__ = __repr__ = __next__ = callback

    def fileno(self):
        """Gives the number of a socket, which may be closed by then."""
        sock = choose(objects[llsocket.Socket])
        if sock and chance(0.3):
            sock.close()
        callback()
        return sock.fd() if sock else -1


class LyingInt(int):
    """An integer with an opinion of its own."""

    __index__ = __int__ = callback


class LyingList(list):
    """A list with an opinion of its own."""

    __len__ = __getitem__ = __iter__ = callback


class LyingBytes(bytes):
    """Bytes with an opinion of their own."""

    __len__ = __getitem__ = __buffer__ = callback


def released(data):
    view = memoryview(data)
    view.release()
    return view


BUFFERS = [
    bytes,
    bytes,
    bytes,
    bytearray,
    memoryview,
    LyingBytes,
    released,
    lambda data: memoryview(bytearray(data))[:: choose([-1, 2])],
    lambda data: array.array("H", range(len(data) % 100)),
    lambda _: mmap.mmap(-1, 4096),
]


def any_bytes():
    length = choose(LENGTHS)
    data = state.random.randbytes(length) if length <= 16 else os.urandom(1) * length
    return choose(BUFFERS)(data)


def any_object():
    return choose(objects[choose(objects)])


def any_list():
    items = [any_value(2) for _ in range(state.random.randrange(5))]
    return choose([list, tuple, LyingList, iter, set_of])(items)


def set_of(items):
    return dict.fromkeys(range(len(items)), "x")


ANY = [
    lambda: None,
    lambda: chance(0.5),
    lambda: choose(INTEGERS),
    lambda: choose(FLOATS),
    lambda: choose(ALL_CONSTANTS),
    lambda: choose(TEXTS),
    any_bytes,
    any_object,
    any_object,
    lambda: [any_object(), any_object()],
    lambda: callback,
    lambda: LyingInt(choose(INTEGERS[:13])),
    lambda: choose([FILE, CLOSED_FILE]),
    lambda: choose([object(), int, 1j, llsocket, threading.Lock(), range(3), b"x".join]),
    Liar,
    any_list,
]


def any_value(depth=0):
    maker = choose(ANY)
    return choose(INTEGERS) if depth and maker is any_list else maker()


def any_descriptor():
    """A number that nothing of this program's own has, or an object that has one."""
    return choose([choose(descriptors) or -1, FILE, any_object(), Liar(), -1, 10**6])


def any_integer(name):
    likely = CONSTANTS.get(name)
    if likely and chance(0.85):
        return choose(likely) | (choose(likely) if name == "flags" and chance(0.3) else 0)
    return choose(INTEGERS if chance(0.7) else ALL_CONSTANTS)


MAKERS = {
    "bool": lambda _: chance(0.5),
    "bytes": lambda _: any_bytes(),
    "FileDescriptorLike": lambda _: any_descriptor(),
    "float": lambda _: state.random.random() / 50 if chance(0.7) else choose(FLOATS),
    "int": any_integer,
    "ReadableBuffer": lambda _: any_bytes(),
    "str": lambda _: choose(TEXTS),
    "StrOrBytesPath": lambda _: choose([*TEXTS, *map(os.fsencode, TEXTS)]),
}


def of_type(node, name):
    """A value of an annotation's type, most often a likely one for an argument of this name."""
    node = choose(names(node))
    if isinstance(node, ast.Constant):
        value = node.value
    elif isinstance(node, ast.Subscript) and node.value.id in ("list", "Sequence"):
        value = [of_type(node.slice, name) for _ in range(1 + state.random.randrange(4))]
    elif isinstance(node, ast.Subscript):
        value = of_type(node.slice, name) if node.value.id == "Literal" else any_value()
    elif node.id in MAKERS:
        value = MAKERS[node.id](name)
    else:
        known = getattr(llsocket, node.id, None)
        value = choose(objects.get(known, [])) if known else any_value()
    return value


def arguments(signature):
    if signature is None:
        return [any_value() for _ in range(state.random.randrange(4))]
    args = []
    for each in signature.arguments:
        if each.optional and chance(0.25):
            break
        if chance(0.06):
            args.append(any_value())
        elif each.optional and chance(0.2):
            args.append(None)
        else:
            args.append(of_type(each.annotation, each.name))
    if signature.vararg is not None and chance(0.5):
        for _ in range(state.random.randrange(4)):
            args.append(of_type(signature.vararg, "flags") if chance(0.9) else any_value())
    if chance(0.03):
        args.append(any_value())
    return args
