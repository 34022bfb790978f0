"""Calls everything that llsocket has, at random and in several threads, and judges every answer.

tests/fuzz/run starts it: caller.py SEED SECONDS FOLDER. Files are made in the folder; the last
calls stand in its file "trace".
"""

import contextlib
import faulthandler
import gc
import os
import random
import signal
import sys
import threading
import time
import traceback
import types
import warnings

import llsocket
from bounds import LONGEST, bound
from fixtures import FIXTURES, FREQUENT, FUNCTIONS
from random_values import (
    FILE,
    CallbackError,
    Caller,
    any_object,
    arguments,
    calls,
    chance,
    choose,
    descriptors,
    keep,
    objects,
    state,
)
from record import fail, failures, note, open_descriptors, shown
from signatures import SIGNATURES, wrong_result

SEED, SECONDS = int(sys.argv[1]), float(sys.argv[2])

#: Threads beside the main one, and seconds that they have to end in.
THREADS, GRACE = 3, 25

#: When to stop, on the monotonic clock.
STOP = time.monotonic() + SECONDS

#: Callbacks that call back go no deeper than this.
DEEPEST = 3

#: The most wake-up descriptors that llsocket keeps.
POOLED = 8

#: Exit status where descriptors are left open.
LEAKED = 9


class HandlerError(Exception):
    """What the signal handler raises."""


RAISED = (CallbackError, HandlerError)
MISUSE = (TypeError, ValueError, OverflowError, BufferError)

# -------------------------------------------------------------------------------------- calling

#: Functions whose number is a descriptor that is then the caller's.
GIVES_DESCRIPTOR = {"Socket.acceptfd", "Socket.peerpidfd", "Socket.recvfd", "Socket.unwrap"}

#: Functions that take a descriptor away from the caller.
TAKES_DESCRIPTOR = {"_socket_close", "_socket_wrap"}

#: In these the signal handler does not raise: nobody would know whose the descriptor is.
NEVER_INTERRUPTED = GIVES_DESCRIPTOR | TAKES_DESCRIPTOR

#: The result of a call that raised.
NO_RESULT = object()


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


Caller.call_anything, Caller.call = call_anything, call

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


BEFORE = open_descriptors()
warnings.simplefilter("ignore")
sys.unraisablehook = unraisable
sys.setswitchinterval(1e-5)
main()
