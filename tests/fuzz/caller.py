"""Calls everything that llsocket has, at random and in several threads, and judges every answer.

tests/fuzz/run starts it: caller.py SEED SECONDS FOLDER. Files are made in the folder; the last
calls stand in its file "trace".
"""

import array
import ast
import contextlib
import faulthandler
import gc
import itertools
import mmap
import os
import random
import signal
import sys
import tempfile
import threading
import time
import traceback
import types
import warnings

import llsocket
from signatures import SIGNATURES, names, wrong_result

SEED, SECONDS = int(sys.argv[1]), float(sys.argv[2])

#: Threads beside the main one, and seconds that they have to end in.
THREADS, GRACE = 3, 25

#: When to stop, on the monotonic clock.
STOP = time.monotonic() + SECONDS

#: The longest wait of a call, in seconds.
LONGEST = 0.01

#: The most objects of a kind that are kept; what is dropped is the collector's.
KEPT = 24

#: Callbacks that call back go no deeper than this.
DEEPEST = 3

#: The most wake-up descriptors that llsocket keeps.
POOLED = 8

#: Exit status where descriptors are left open.
LEAKED = 9


class CallbackError(Exception):
    """What a callback of the caller raises."""


class HandlerError(Exception):
    """What the signal handler raises."""


RAISED = (CallbackError, HandlerError)
MISUSE = (TypeError, ValueError, OverflowError, BufferError)

# ------------------------------------------------------------------------------------- failures

failures = {}


def fail(key, problem, shown=""):
    """Notes what is wrong, each kind of fault once; the run goes on."""
    failures.setdefault((key, problem.partition(":")[0]), f"{key}{shown}: {problem}")


# --------------------------------------------------------------------------------------- values


class State(threading.local):
    """What each thread has of its own."""

    random = random.Random(SEED)
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
    call_anything()
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


# --------------------------------- bounds: no waiting for ever, nothing that is not this program's

# SO_LINGER, SO_RCVTIMEO and SO_SNDTIMEO in both their forms; SO_PEERPIDFD gives a descriptor that
# nobody would close.
REFUSED_OPTIONS = {13, 20, 21, 66, 67, 77}
# What the kernel has without loading a module, and 64, which no kernel has.
SAFE_FAMILIES = {0, 1, 2, 10, 16, 17, 64}


def is_number(value):
    return isinstance(value, (int, float))


def bound_option(args):
    level, name = (*args, None, None)[:2]
    if is_number(level) and level == llsocket.SOL_SOCKET:
        args[1:2] = [name if is_number(name) and name not in REFUSED_OPTIONS else llsocket.SO_TYPE]


def bound_timeout(args):
    if args and is_number(args[0]) and (0 <= args[0] < 1e-6 or args[0] > LONGEST):
        args[0] = LONGEST


def bound_wait(args):
    if not args or args[0] is None:
        args[:1] = [LONGEST]
    if is_number(args[0]) and args[0] > LONGEST:
        args[0] = LONGEST


def bound_linger(args):
    if args and is_number(args[0]) and args[0] > 0:
        args[0] = 0


def bound_raw(args):
    if args and type(args[0]) in (bytes, bytearray) and len(args[0]) >= 2:
        if int.from_bytes(args[0][:2], sys.byteorder) not in SAFE_FAMILIES:
            args[0] = (1).to_bytes(2, sys.byteorder) + args[0][2:]
    elif args:
        args[0] = b"\1\0path"


def bound_vsock(args):
    if args:
        args[0] = 1  # the local one: others are the host's


BOUNDS = {
    "Socket.getsockopt": bound_option,
    "Socket.linger": bound_linger,
    "Socket.rcvtimeo": bound_timeout,
    "Socket.recvable": bound_wait,
    "Socket.sendable": bound_wait,
    "Socket.setsockopt": bound_option,
    "Socket.sndtimeo": bound_timeout,
    "_addrinfo_raw": bound_raw,
    "_addrinfo_vsock": bound_vsock,
}


def bound(key, signature, args):
    """Makes the arguments harmless."""
    if key in BOUNDS:
        # A lying integer could be any number by the time that it is read.
        args[:] = [value + 0 if isinstance(value, LyingInt) else value for value in args]
        args[:] = [None if isinstance(value, Liar) else value for value in args]
        BOUNDS[key](args)
    for index, each in enumerate(signature.arguments[: len(args)] if signature else []):
        value = args[index]
        if each.name == "protocol" and value is not None:
            args[index] = choose(CONSTANTS["protocol"])
        elif each.name == "family" and value is not None:
            args[index] = value if is_number(value) and value in SAFE_FAMILIES else 64
        elif each.name == "sec" and is_number(value) and value > LONGEST:
            args[index] = LONGEST
        elif each.name in ("fd", "file", "to") and isinstance(value, (int, str)):
            args[index] = choose([choose(descriptors) or -1, -1, 10**6])


# -------------------------------------------------------------------------------------- calling

#: Functions whose number is a descriptor that is then the caller's.
GIVES_DESCRIPTOR = {"Socket.acceptfd", "Socket.peerpidfd", "Socket.recvfd", "Socket.unwrap"}

#: Functions that take a descriptor away from the caller.
TAKES_DESCRIPTOR = {"_socket_close", "_socket_wrap"}

#: In these the signal handler does not raise: nobody would know whose the descriptor is.
NEVER_INTERRUPTED = GIVES_DESCRIPTOR | TAKES_DESCRIPTOR

#: The result of a call that raised.
NO_RESULT = object()


def shown(value):
    if type(value) in (bytes, bytearray, str):
        return f"{type(value).__name__}[{len(value)}]" if len(value) > 40 else repr(value)
    if value is None or type(value) in (bool, float):
        return repr(value)
    if type(value) is int:
        return repr(value) if abs(value) < 2**70 else "int"
    return type(value).__name__


def note(key, args):
    """Writes the call down before it is made, so that it can be read after a crash."""
    number = next(calls)
    if number % 20000 == 0:
        os.lseek(TRACE, 0, os.SEEK_SET)
    text = ", ".join(map(shown, args)).replace("\n", " ")
    line = f"{number} {threading.get_ident() % 1000} {state.depth} {key}({text})\n"
    os.write(TRACE, line.encode(errors="replace"))


def take(key, result):
    """Takes what a call gave into the stock that further calls are made with."""
    if type(result) is llsocket.Socket:
        # Every socket has a bound for its waits before others see it.
        result.rcvtimeo(LONGEST)
        result.sndtimeo(LONGEST)
    if type(result) in objects:
        keep(objects[type(result)], result)
    elif isinstance(result, (list, tuple)):
        for item in result:
            take(key, item)
    elif isinstance(result, dict):
        for item in result.values():
            take(key, item)
    elif type(result) is int and key in GIVES_DESCRIPTOR and result >= 0:
        # All of them, else they could not be closed in the end.
        descriptors.append(result)
    elif isinstance(result, types.CoroutineType):
        result.close()


def call(key, function, args):
    """Makes one call, judges it, and takes what it gave."""
    note(key, args)
    result, wrong = NO_RESULT, None
    state.depth += 1
    try:
        state.armed = key not in NEVER_INTERRUPTED and state.depth == 1
        result = function(*args)
        state.armed = False
        wrong = wrong_result(key, result)
        take(key, result)
    except RAISED:
        pass
    except MISUSE as error:
        if any(word in str(error) for word in ("Option<", "&str", "i32", "usize", "PyO3")):
            wrong = f"names a type of Rust: {error}"
    except MemoryError:
        pass
    finally:
        state.armed = False
        state.depth -= 1
    if wrong:
        fail(key, wrong, f"({', '.join(map(shown, args))})")
    return result


def own_descriptor(key, args):
    """Lets a function that takes a descriptor have one that no other thread has."""
    if not args:
        return None
    try:
        owned = descriptors.pop(state.random.randrange(len(descriptors)))
    except (IndexError, ValueError):
        owned = None
    args[0] = -1 if owned is None else owned
    return owned


def call_any_of(owner, key, name):
    known = SIGNATURES.get(key)
    signature = choose(known) if known else None
    args = arguments(signature)
    bound(key, signature, args)
    if key in TAKES_DESCRIPTOR:
        owned = own_descriptor(key, args)
        result = call(key, getattr(owner, name), args)
        is_refused = result is NO_RESULT or (key == "_socket_wrap" and result[0] is None)
        if owned is not None and is_refused:
            descriptors.append(owned)
        return
    call(key, getattr(owner, name), args)


MODULES = {
    name: module
    for name, module in vars(llsocket).items()
    if isinstance(module, types.ModuleType) and not name.startswith("_")
}
FUNCTIONS = [
    (module, f"_{name}_{each}", each)
    for name, module in MODULES.items()
    for each in sorted(vars(module))
    if callable(getattr(module, each)) and not each.startswith("_")
]
FUNCTIONS += [
    (llsocket, name, name)
    for name, function in sorted(vars(llsocket).items())
    if isinstance(function, types.BuiltinFunctionType)
]
FREQUENT = ["accept", "bind", "connect", "dup", "listen", "recv", "recv", "recvfd", "recvfrom"]
FREQUENT += ["send", "send", "sendfd", "sendfile", "sendto"]


def call_function():
    call_any_of(*choose(FUNCTIONS))


def call_method():
    thing = any_object()
    if thing is None:
        return
    methods = [name for name, value in vars(type(thing)).items() if callable(value)]
    name = choose(methods)
    if chance(0.3) and hasattr(thing, often := choose(FREQUENT)):
        name = often
    if name in ("__new__", "close", "__exit__") and chance(0.7):
        return
    # Linux knows no time limit for accept on a socket of MPTCP.
    if name in ("accept", "acceptfd") and thing.protocol() == llsocket.IPPROTO_MPTCP:
        return
    call_any_of(thing, f"{type(thing).__name__}.{name}", name)


def use_operators():
    """What the language does with objects."""
    one, other = any_object(), any_object()
    if one is None:
        return
    note("operators", (one, other))
    if not repr(one) or (one == other) == (one != other):
        fail("==", "neither equal nor different")
    for operation in (lambda: one < other, lambda: setattr(one, "field", 1), type(one)):
        try:
            operation()
            fail(type(one).__name__, "takes what no object of ours takes")
        except (TypeError, AttributeError):
            pass


def collect():
    note("collect", ())
    gc.collect(choose([0, 1, 2]))


def drop():
    """Lets go of an object, perhaps as a part of a cycle."""
    with contextlib.suppress(IndexError):
        things = objects[choose(objects)]
        thing = things.pop(state.random.randrange(len(things) or 1))
        cycle = [thing]
        cycle.append(cycle)


def change_hands():
    """Puts another file under the number of a socket that knows nothing of it."""
    sock = choose(objects[llsocket.Socket])
    other = choose(descriptors) or FILE.fileno()
    fd = sock.fd() if sock else -1
    note("another file as descriptor of", (sock, fd))
    # Only where nobody can close the socket meanwhile is the number its own still.
    if fd > 2 and threading.active_count() == 1:
        os.dup2(other, fd, inheritable=False)


def fork():
    """Goes on for some calls in a child, which ends by itself."""
    if threading.current_thread() is not threading.main_thread():
        return
    note("fork", ())
    signal.setitimer(signal.ITIMER_REAL, 0)
    # A child must not inherit the watchdog: it would wait for its thread.
    faulthandler.cancel_dump_traceback_later()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            faulthandler.dump_traceback_later(GRACE / 2, exit=True)
            state.random.seed(next(calls))
            failures.clear()
            for _ in range(30):
                call_anything()
            gc.collect()
            for failure in failures.values():
                os.write(2, f"in a child: {failure}\n".encode())
            status = 1 if failures else 0
        except BaseException:
            os.write(2, f"in a child: {traceback.format_exc()}".encode())
        finally:
            os._exit(status)
    watch()
    _, status = os.waitpid(child, 0)
    if status:
        fail("fork", f"a child ended with status {status}")
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)


# ---------------------------------------------------------------- sockets of every family and type


def make(name, *args):
    """Calls a function of a module, and gives its value, the first where it is a list."""
    module, _, function = name.partition(".")
    result = call(f"_{module}_{function}", getattr(MODULES[module], function), list(args))
    value = result[0] if type(result) is tuple else None
    return value[0] if isinstance(value, list) and value else value


def method(thing, name, *args):
    if thing is None:
        return None
    result = call(f"{type(thing).__name__}.{name}", getattr(thing, name), list(args))
    return result[0] if type(result) is tuple else result


def connection(ai):
    server = ai and make("socket.new", ai, chance(0.5))
    method(server, "bind")
    method(server, "listen")
    place = method(server, "getsockname")
    client = place and make("socket.new", place, chance(0.5))
    method(client, "connect")
    method(server, "accept", chance(0.3))


def bound_socket(ai):
    method(ai and make("socket.new", ai, chance(0.5)), "bind")


def exchange():
    """Something goes from one end to the other."""
    socktype = choose([1, 2, 5])
    result = call("_socket_pair", llsocket.socket.pair, [socktype, chance(0.5)])
    ends = result[0] if type(result) is tuple else None
    one, other = ends or (None, None)
    method(one, "send", any_bytes())
    method(other, choose(["recv", "recvfrom", "read"]), choose(SIZES))
    method(one, "sendfile", FILE, choose(SIZES), choose([0, 1, 99999]))
    method(other, "recv", choose(SIZES))
    method(other, "sendfd", choose([FILE, any_object()]))
    method(one, "recvfd")


FIXTURES = [
    exchange,
    exchange,
    exchange,
    lambda: connection(make("addrinfo.inet", "127.0.0.1", 0, 1)),
    lambda: connection(make("addrinfo.inet", "127.0.0.1", 0, 1, 262)),
    lambda: connection(make("addrinfo.inet6", "::1", 0, 1)),
    lambda: connection(make("addrinfo.unix", f"socket{next(calls)}", choose([1, 5]))),
    lambda: connection(make("addrinfo.unix", f"\0name{next(calls)}", choose([1, 5]))),
    lambda: bound_socket(make("addrinfo.inet", "127.0.0.1", 0, 2)),
    lambda: bound_socket(make("addrinfo.inet6", "::", 0, 2)),
    lambda: bound_socket(make("addrinfo.inet", "0.0.0.0", 0, 3, 1)),
    lambda: bound_socket(make("addrinfo.unix", "", 2)),
    lambda: bound_socket(make("addrinfo.netlink", 0, choose([0, 1]))),
    lambda: bound_socket(make("addrinfo.vsock", 1, 2000 + next(calls) % 1000, choose([1, 2, 5]))),
    lambda: bound_socket(make("addrinfo.packet", "lo", 3, choose([2, 3]))),
    lambda: descriptors.extend(os.pipe()),
]


def make_fixture():
    choose(FIXTURES)()


ACTIONS = [
    (0.60, call_method),
    (0.80, call_function),
    (0.87, make_fixture),
    (0.91, use_operators),
    (0.94, drop),
    (0.97, collect),
    (0.98, change_hands),
    (1.00, lambda: chance(0.05) and fork()),
]


def call_anything():
    if state.depth >= DEEPEST:
        return
    number = state.random.random()
    action = next(action for limit, action in ACTIONS if number <= limit)
    try:
        action()
    except OSError as error:
        # Of this program's own calls: there are few descriptors.
        if error.errno not in (llsocket.EMFILE, llsocket.EBADF):
            raise


# --------------------------------------------------------------------------------------- the run

in_handler = False


def handle(*_):
    """Does nothing, or calls back, or raises where a call is being made."""
    global in_handler  # noqa: PLW0603
    if in_handler:
        return
    in_handler = True
    try:
        if chance(0.05):
            armed, state.armed = state.armed, False
            call_anything()
            state.armed = armed
    finally:
        in_handler = False
    if state.armed and chance(0.1):
        raise HandlerError


def unraisable(hook):
    if not isinstance(hook.exc_value, RAISED):
        fail("a destructor", f"{hook.exc_value!r}")


def work(number, stop):
    state.random = random.Random(SEED * 1000 + number)
    while time.monotonic() < stop:
        try:
            call_anything()
        except RAISED:
            pass
        except BaseException as error:
            fail("the caller", f"{type(error).__name__}: {error}")
            raise


def open_descriptors():
    found = {}
    for name in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):
            found[int(name)] = os.readlink(f"/proc/self/fd/{name}")
    return found


def watch():
    """Ends the process, and says where it was, when it has not ended in time."""
    faulthandler.dump_traceback_later(STOP + GRACE - time.monotonic(), exit=True)


def run():
    watch()
    signal.signal(signal.SIGALRM, handle)
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    # A quarter of the time alone, where descriptors may change hands; then in threads.
    work(0, STOP - SECONDS * 0.75)
    threads = [
        threading.Thread(target=work, args=(number, STOP)) for number in range(1, THREADS + 1)
    ]
    for thread in threads:
        thread.start()
    work(0, STOP)
    for thread in threads:
        thread.join()
    signal.setitimer(signal.ITIMER_REAL, 0)


def main():
    run()
    for things in objects.values():
        things.clear()
    for fd in set(descriptors):
        with contextlib.suppress(OSError):
            os.close(fd)
    gc.collect()
    gc.collect()
    left = {fd: what for fd, what in open_descriptors().items() if BEFORE.get(fd) != what}
    # Wake-up descriptors are kept for the next waits, as many as threads have waited at once.
    kept = [fd for fd, what in left.items() if what == "anon_inode:[eventfd]"][:POOLED]
    left = {fd: what for fd, what in left.items() if fd not in kept}
    for fd, what in left.items():
        if not what.startswith("/proc/"):
            print(f"descriptor left open: {fd} ({what})")
            fail("descriptors", f"left open: {fd} ({what})")
    print("\n".join(failures.values()))
    print(f"{next(calls)} calls", flush=True)
    faulthandler.cancel_dump_traceback_later()
    if any(key == "descriptors" for key, _ in failures):
        os._exit(LEAKED)
    os._exit(1 if failures else 0)


os.chdir(sys.argv[3])
TRACE = os.open("trace", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
FILE = tempfile.TemporaryFile()  # noqa: SIM115
FILE.write(b"file " * 20000)
FILE.flush()
CLOSED_FILE = tempfile.TemporaryFile()  # noqa: SIM115
CLOSED_FILE.close()
BEFORE = open_descriptors()
warnings.simplefilter("ignore")
sys.unraisablehook = unraisable
sys.setswitchinterval(1e-5)
main()
