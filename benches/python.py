"""The same work through llsocket and the standard library's socket, in turns, in one interpreter.

python python.py                          prints the table
python python.py MODULE WORKLOAD COUNT    does one workload alone, for a profiler to watch
"""

import shutil
import socket
import statistics
import subprocess
import sys
import time

import llsocket

SMALL = b"m" * 64
MIB = b"m" * (1 << 20)
ROUNDS = 9


def loop(count):
    for _ in range(count):
        pass


def stdlib_pair():
    one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)

    def run(count):
        for _ in range(count):
            one.send(SMALL)
            if len(other.recv(4096)) != 64:
                raise SystemExit("lost")

    return run


def llsocket_pair():
    (one, other), err = llsocket.socket.pair(llsocket.SOCK_DGRAM)
    if err:
        raise err

    def run(count):
        for _ in range(count):
            one.send(SMALL)
            data, _err, _again = other.recv(4096)
            if len(data) != 64:
                raise SystemExit("lost")

    return run


def stdlib_empty():
    one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    other.setblocking(False)

    def run(count, _kept=one):
        for _ in range(count):
            try:  # noqa: SIM105 - a context manager would be measured too
                other.recv(4096)
            except BlockingIOError:
                pass

    return run


def llsocket_empty():
    (one, other), err = llsocket.socket.pair(llsocket.SOCK_DGRAM, True)
    if err:
        raise err

    def run(count, _kept=one):
        for _ in range(count):
            data, _err, again = other.recv(4096)
            if data is not None or not again:
                raise SystemExit("not empty")

    return run


def stdlib_transfer():
    one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    one.setblocking(False)

    def run(count):
        whole = memoryview(MIB)
        for _ in range(count):
            sent = received = 0
            while received < len(MIB):
                try:  # noqa: SIM105 - a context manager would be measured too
                    sent += one.send(whole[sent:])
                except BlockingIOError:
                    pass
                while received < sent:
                    data = other.recv(65536)
                    received += len(data)

    return run


def llsocket_transfer():
    (one, other), err = llsocket.socket.pair(llsocket.SOCK_STREAM)
    if err:
        raise err
    one.nonblock(True)

    def run(count):
        whole = memoryview(MIB)
        for _ in range(count):
            sent = received = 0
            while received < len(MIB):
                if sent < len(MIB):
                    n, _err, _again = one.send(whole[sent:])
                    sent += n
                while received < sent:
                    data, _err, _again = other.recv(65536)
                    received += len(data)

    return run


WORKLOADS = {
    ("socket", "loop"): lambda: loop,
    ("llsocket", "loop"): lambda: loop,
    ("socket", "pair"): stdlib_pair,
    ("llsocket", "pair"): llsocket_pair,
    ("socket", "empty"): stdlib_empty,
    ("llsocket", "empty"): llsocket_empty,
    ("socket", "transfer"): stdlib_transfer,
    ("llsocket", "transfer"): llsocket_transfer,
}


def best_slice(run, count, slices=10):
    """CPU nanoseconds of one operation in the best slice."""
    best = float("inf")
    for _ in range(slices):
        start = time.process_time_ns()
        run(count // slices)
        best = min(best, (time.process_time_ns() - start) / (count // slices))
    return best


def measure(workload, count):
    """Best times of socket and llsocket, and the median of the rounds' ratios."""
    theirs, ours = WORKLOADS["socket", workload](), WORKLOADS["llsocket", workload]()
    rounds = [(best_slice(theirs, count), best_slice(ours, count)) for _ in range(ROUNDS)]
    return (
        min(their for their, _ in rounds),
        min(our for _, our in rounds),
        statistics.median(our / their for their, our in rounds),
    )


def output(command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more)


def import_time(module):
    """Nanoseconds of an import in an interpreter of its own."""
    clock = "time.perf_counter_ns()"
    code = f"import time; start = {clock}; import {module}; print({clock} - start)"
    return int(output([sys.executable, "-I", "-c", code]).stdout)


def measure_imports():
    rounds = [(import_time("socket"), import_time("llsocket")) for _ in range(2 * ROUNDS)]
    return (
        min(their for their, _ in rounds),
        min(our for _, our in rounds),
        statistics.median(our / their for their, our in rounds),
    )


def instructions(module, workload, few=1000, many=6000):
    """Instructions of one operation, without the loop around it: two counts compared."""

    def total(name, count):
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        command += [sys.executable, "-I", __file__, module, name, str(count)]
        lines = output(command, env={"PYTHONHASHSEED": "0"}).stderr.splitlines()
        return next(int(line.split()[-1]) for line in lines if "Collected" in line)

    def each(name):
        return (total(name, many) - total(name, few)) / (many - few)

    return each(workload) - each("loop")


def table():
    version = sys.version.split()[0]
    print(f"Python {version}: llsocket and the standard library, {ROUNDS} rounds taken in turns")
    print(f"  {'':32}{'socket':>12}{'llsocket':>12}{'ratio':>8}   target")
    rows = [
        ("send+recv of 64 bytes, us", 1000, 0.92, measure("pair", 50000)),
        ("recv that finds nothing, us", 1000, 0.4, measure("empty", 100000)),
        ("1 MiB through a unix pair, us", 1000, 1.0, measure("transfer", 100)),
        ("import, ms", 1e6, 1.0, measure_imports()),
    ]
    for name, unit, target, (theirs, ours, ratio) in rows:
        verdict = "met" if ratio <= target else "missed"
        figures = f"{theirs / unit:12.3f}{ours / unit:12.3f}{ratio:8.2f}"
        print(f"  {name:32}{figures}   <= {target}  {verdict}")
    if shutil.which("valgrind"):
        for name, workload in (("send+recv", "pair"), ("empty recv", "empty")):
            theirs, ours = (instructions(module, workload) for module in ("socket", "llsocket"))
            print(f"  {name + ', instructions':32}{theirs:12.0f}{ours:12.0f}{ours / theirs:8.2f}")
    else:
        print("  skip instructions: no valgrind")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        WORKLOADS[sys.argv[1], sys.argv[2]]()(int(sys.argv[3]))
    else:
        table()
