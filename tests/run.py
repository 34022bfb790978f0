#!/usr/bin/env python3
"""Runs the tests, the sanitizers and the fuzzers as stages; `./dev` starts it.

    tests/run.py test [WORD...]                 everything, or the stages whose name has each word
    tests/run.py test quick                     one Lua, one Python and the core
    tests/run.py sanitize [WORD...]             AddressSanitizer, LeakSanitizer and Miri
    tests/run.py fuzz [SECONDS] [WORD...]       random callers and injected faults
    tests/run.py cross [WORD...]                compiles the core for other systems

What a stage needs is run before it, so that nothing is tested that was not built from these
sources. The log of each is in build/log. The last line is `N passed, N failed[, N skipped]`.
"""

import glob
import math
import os
import shutil
import signal
import subprocess
import sys
import time

from environments import (
    BUILD,
    LUAS,
    PYTHONS,
    ROOT,
    environment_python,
    find,
    shown_python,
    version_of,
    wheel_name,
)
from scheduler import (
    Stage,
    cargo_counts,
    closing_counts,
    describe,
    pytest_counts,
    run_stages,
    select,
    summary,
    tap_counts,
)

#: More stages at a time would disturb the tests that measure time.
SLOTS = 2
#: The Lua that stands for all where one is enough.
LUA = "lua5.4"
#: Seconds of each random caller in `./dev test`, and of all together in `./dev fuzz`.
SECONDS_IN_TEST = 20
SECONDS_IN_FUZZ = 600

#: Systems for which the core is compiled. rustup has no standard library for the last two, which
#: are here so that the table says so.
CROSS_TARGETS = (
    *("aarch64-unknown-linux-gnu", "x86_64-unknown-linux-musl", "aarch64-unknown-linux-musl"),
    *("x86_64-apple-darwin", "aarch64-apple-darwin", "x86_64-unknown-freebsd"),
    *("x86_64-unknown-netbsd", "x86_64-unknown-openbsd", "x86_64-unknown-dragonfly"),
)


def environments(*words):
    return (sys.executable, "tests/environments.py", *words)


def is_program(path):
    return os.access(ROOT / path, os.X_OK)


def rock(lua):
    return f"{lua} rock"


def install(python):
    return f"{python} install"


def build_stages(luas, pythons):
    """The wheels, their installation, and the rocks. What takes longest waits for the wheels."""
    yield Stage("python tools", environments("tools"))
    # The first Python that takes a wheel builds it.
    builders = {wheel_name(python): python for python in reversed(pythons)}
    for name, python in reversed(builders.items()):
        command = environments("wheel", python)
        yield Stage(f"python wheels {name}", command, needs=("python tools",))
    for python in pythons:
        wheel = f"python wheels {wheel_name(python)}"
        yield Stage(install(python), environments("install-wheel", python), needs=(wheel,))
    for lua in luas:
        # luarocks takes every rock's library from the one build/llsocket.so.
        command = environments("install", lua)
        yield Stage(rock(lua), command, exclusive="build/llsocket.so")


def lint_stages(abi3):
    """The form of the sources, and of the wheel of the stable ABI where one was built."""
    yield Stage("rust lints", ("./dev", "lint", "rust"), exclusive="target")
    yield Stage("lua lints", ("./dev", "lint", "lua"))
    yield Stage("python lints", ("./dev", "lint", "python"), needs=("python tools", *abi3))
    if abi3:
        yield Stage("python abi3audit", ("./dev", "lint", "abi3"), needs=abi3)


def unit_stages(luas, pythons, shown):
    """The suites of this runner, of the core, of each Lua and of each Python."""
    pytest = ("-m", "pytest", "-p", "no:cacheprovider", "-q")
    command = (str(environment_python("tools")), *pytest, "tests/run_test.py", "tests/sanitize")
    yield Stage("runner tests", command, pytest_counts, ("python tools",), quick=True)
    # The lints use the same target directory, which cargo locks.
    command = ("cargo", "test", "--workspace", "--locked", "--no-fail-fast")
    yield Stage("rust tests", command, cargo_counts, exclusive="target", quick=True)
    for python in pythons:
        command = environments("run", python, *pytest)
        needs = (install(python),)
        yield Stage(f"{python} pytest", command, pytest_counts, needs, quick=python == shown)
    for lua in luas:
        command = environments("exec", lua, lua, shutil.which("busted") or "busted", "--output=TAP")
        yield Stage(f"{lua} busted", command, tap_counts, (rock(lua),), quick=lua == LUA)


def combined_stages(luas, shown):
    """Lua and Python together, Lua's hosts in C, and the packages."""
    for lua in luas:
        peer = str(environment_python(version_of(shown)))
        command = environments("exec", lua, "examples/interop/run", lua, peer)
        yield Stage(f"{lua} interop", command, closing_counts, (rock(lua), install(shown)))
    for lua in luas:
        flavour = lua.replace(".", "")
        flavours = f"{flavour} {flavour}-c++" if lua == LUA else flavour
        variables = (f"LLSOCKET_FLAVOURS={flavours}", f"LLSOCKET_OUT={BUILD / 'hosts' / flavour}")
        command = ("env", *variables, "tests/lua/host/run")
        yield Stage(f"{lua} hosts", command, closing_counts, (rock(lua),), shown="^skip")
    yield Stage("packaging", ("tests/packaging/run",), closing_counts, tuple(map(rock, luas)))


def fault_stages(shown, *options, timeout=Stage.timeout):
    """Faults in one Lua and one Python: memory that is refused, system calls that fail."""
    python = environment_python(version_of(shown))
    commands = {
        "malloc": ("env", f"LLSOCKET_PYTHON={python}", "tests/faults/malloc/run", *options),
        "strace": ("tests/faults/strace/run", *options, LUA, shown),
    }
    needs = (rock(LUA), install(shown))
    for name, command in commands.items():
        if is_program(f"tests/faults/{name}/run"):
            yield Stage(
                f"{name} faults", command, closing_counts, needs, timeout=timeout, shown="^skip"
            )


def random_caller_stages(interpreters, seconds):
    """The random callers, each of which has so many seconds."""
    for interpreter in interpreters if is_program("tests/fuzz/run") else ():
        yield Stage(
            f"{interpreter} fuzz",
            ("tests/fuzz/run", "--seconds", str(seconds), interpreter),
            closing_counts,
            (rock(interpreter) if interpreter in LUAS else install(interpreter),),
            timeout=seconds + 120,
            shown="seed|^skip",
        )


# --------------------------------------------------------------------------------------- suites


def interpreters_here():
    """The Luas, the Pythons and the shown Python of this machine."""
    return [lua for lua in LUAS if find(lua)], [python for python in PYTHONS if find(python)]


def absent_stages(luas, pythons):
    for interpreter in (*LUAS, *PYTHONS):
        if interpreter not in luas + pythons:
            yield Stage(interpreter, skip="not on this machine")


def test_stages():
    luas, pythons = interpreters_here()
    shown = shown_python()
    abi3 = tuple({f"python wheels {name}" for name in map(wheel_name, pythons) if name == "abi3"})
    yield Stage("rust format", ("./dev", "lint", "format"), quick=True)
    yield from build_stages(luas, pythons)
    yield from unit_stages(luas, pythons, shown)
    yield from combined_stages(luas, shown)
    yield from lint_stages(abi3)
    yield from fault_stages(shown)
    yield from random_caller_stages((LUA, shown), SECONDS_IN_TEST)
    yield from absent_stages(luas, pythons)


def fuzz_stages(seconds):
    """Every random caller for its part of the seconds, and every injected fault."""
    luas, pythons = interpreters_here()
    interpreters = luas + pythons
    yield from build_stages(luas, pythons)
    yield from random_caller_stages(interpreters, max(1, seconds * SLOTS // len(interpreters)))
    yield from fault_stages(shown_python(), "--full", timeout=math.inf)


def sanitizer_stages():
    """AddressSanitizer and LeakSanitizer, then Miri; what this machine lacks is skipped by name."""
    shown = shown_python()
    asan = missing_runtime()
    for name, read_counts in (("core", cargo_counts), (LUA, tap_counts), (shown, pytest_counts)):
        command = ("tests/sanitize/run", name)
        yield Stage(f"{name} address", command, read_counts, skip=asan, timeout=3600)
    command = ("cargo", "+nightly", "miri", "--version")
    skip = "" if succeeds(command) else "there is no nightly toolchain with the component miri"
    yield Stage(
        "core miri", ("tests/sanitize/run", "miri"), closing_counts, skip=skip, timeout=3600
    )


def cross_stages():
    for target in CROSS_TARGETS:
        added = succeeds(("rustup", "target", "add", target))
        skip = "" if added else "rustup has no standard library for it"
        command = ("cargo", "check", "-p", "llsocket-core", "--locked", "--target", target)
        yield Stage(target, command, exclusive="target", skip=skip)


def missing_runtime():
    """Why AddressSanitizer cannot be had, or an empty string."""
    sysroot = subprocess.run(
        ("rustc", "--print", "sysroot"), capture_output=True, text=True, check=True
    ).stdout.strip()
    if not glob.glob(f"{sysroot}/lib/rustlib/*/lib/librustc-*_rt.asan.a"):
        return "this Rust comes without AddressSanitizer"
    return "" if succeeds(("tests/sanitize/run", "libasan")) else "gcc comes without libasan"


def succeeds(command):
    """Whether a command can be run and exits with 0."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def run_suite(stages, words):
    """Runs the stages that the words select, prints what came of them, and returns the status."""
    start = time.monotonic()
    chosen = select(list(stages), words)
    if not chosen:
        sys.exit(f"dev: no stage has '{' '.join(words)}' in its name")
    # Stages are in sessions of their own, which the signals that end this program do not reach.
    # SIGINT may be ignored, as a shell does for what it runs in the background; no test expects it.
    signals = []
    for signo in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signo, lambda signo, _frame: signals.append(signo))
    results = run_stages(
        chosen,
        BUILD / "log",
        SLOTS,
        lambda event: print(describe(event), flush=True),
        lambda: bool(signals),
    )
    if results is None:
        print(f"ended by {signal.Signals(signals[0]).name}", flush=True)
        return 128 + signals[0]
    print(summary(results, time.monotonic() - start))
    return int(any(result.counts.failed for result in results))


def main(arguments):
    suite, words = (arguments or [""])[0], arguments[1:]
    os.chdir(ROOT)
    if suite == "fuzz":
        seconds = int(words.pop(0)) if words and words[0].isdigit() else SECONDS_IN_FUZZ
        return run_suite(fuzz_stages(seconds), words)
    suites = {"test": test_stages, "sanitize": sanitizer_stages, "cross": cross_stages}
    if suite not in suites:
        sys.exit(__doc__)
    return run_suite(suites[suite](), words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
