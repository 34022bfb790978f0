"""What the random caller writes down: each call before it is made, and what went wrong."""

import contextlib
import os
import sys
import threading

from random_values import calls, state

os.chdir(sys.argv[3])
TRACE = os.open("trace", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
failures = {}


def fail(key, problem, shown=""):
    """Notes what is wrong, each kind of fault once; the run goes on."""
    failures.setdefault((key, problem.partition(":")[0]), f"{key}{shown}: {problem}")


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


def open_descriptors():
    found = {}
    for name in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):
            found[int(name)] = os.readlink(f"/proc/self/fd/{name}")
    return found
