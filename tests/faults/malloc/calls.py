"""Makes every public call with memory refused at each of its requests in turn.

The process must not end, no descriptor may be lost, and the answer is the usual one, or says that
there is no memory. Each call is tried in a child of its own. `shim.c` must be preloaded.
"""

import ctypes
import errno
import gc
import os
import pathlib
import socket
import sys
import warnings

import llsocket as ll

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "python"))
import every_call

shim = ctypes.CDLL(None)
shim.fault_arm.argtypes = [ctypes.c_long, ctypes.c_long]
shim.fault_disarm.restype = ctypes.c_long

#: Refused once, and from then on for good.
REFUSALS = (1, 1 << 40)

#: The requests of one call that are refused in turn, unless all of them are asked for.
MOST = 40

#: What the C library makes of a lack of memory: its resolver, which cannot read files, any error.
MEMORY = {errno.ENOMEM, errno.ENOBUFS, errno.EAGAIN}
MEMORY |= {getattr(ll, name) for name in dir(ll) if name.startswith("EAI_")}

#: The class of resolver errors is there beforehand: to load it takes memory of the C library.
assert issubclass(socket.gaierror, OSError)


def attempt(name, call, nth, many):
    """One call with memory refused; gives what it raised, its errors, and who was refused."""
    answer = every_call.attempt(name, call, lambda: shim.fault_arm(nth, many), shim.fault_disarm)
    return *answer, shim.fault_refused()


def tried(name, call, most):
    """Refuses memory to each request of a call in turn; gives the number of requests refused."""
    # The first time of all, the C library loads what it keeps.
    attempt(name, call, 0, 0)
    usual, told, _ = attempt(name, call, 0, 0)
    points = 0
    for many in REFUSALS:
        for nth in range(1, most + 1):
            where = f"request {nth}, refused {many} times"
            try:
                raised, errors, refused = attempt(name, call, nth, many)
            except AssertionError as error:
                raise AssertionError(f"{where}: {error}") from None
            if not refused:
                break
            points += 1
            assert raised in (usual, MemoryError), f"{where}: {raised}"
            # What the C library says is its own; what we lack is a MemoryError, or not missed.
            allowed = told | MEMORY if refused & 2 else told
            assert errors <= allowed, f"{where}: errors {errors - allowed}"
    return points


def child(name, call, most):
    """The same in a process of its own; gives whether it went well."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        try:
            points = tried(name, call, most)
            print(f"ok - Python {name}: {points} points", flush=True)
            os._exit(0)
        except BaseException as error:
            print(f"not ok - Python {name}: {type(error).__name__}: {error}", flush=True)
            os._exit(1)
    _, status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(status):
        print(f"not ok - Python {name}: killed by signal {os.WTERMSIG(status)}")
    return status == 0


def main():
    warnings.simplefilter("ignore")
    gc.freeze()  # Each call collects, and need not go through all that is there.
    sys.unraisablehook = lambda *_: None
    most = 1 << 20 if "--full" in sys.argv else MOST
    wanted = [arg for arg in sys.argv[1:] if not arg.startswith("-")]
    well = True
    for name, call in every_call.calls().items():
        if not wanted or any(word in name for word in wanted):
            well &= child(name, call, most)
    return not well


sys.exit(main())
