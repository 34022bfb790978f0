"""Runs each of the core's tests under Miri, in a process of its own.

Miri ends a program at the first operation that it does not know, such as most socket options. Such a
test is skipped, and so is one whose system calls answer otherwise than a kernel's. What fails is
undefined behaviour, and memory that is not freed.
"""

import os
import re
import subprocess
import sys

COMMAND = ("cargo", "+nightly", "miri", "test", "-p", "llsocket-core", "--tests", "--locked")
#: Seconds after which a test is too much for an interpreter of Rust.
LIMIT = 120


def run(*arguments, timeout=None):
    flags = f"-Zmiri-disable-isolation {os.environ.get('MIRIFLAGS', '')}"
    return subprocess.run(
        (*COMMAND, "--target-dir", "build/target/miri", *arguments),
        env={**os.environ, "MIRIFLAGS": flags},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=timeout,
        check=False,
    )


def tests():
    """The programs and names of all tests."""
    listing = run("--", "--list")
    if listing.returncode:
        sys.exit(listing.stdout)
    program = ""
    for line in listing.stdout.splitlines():
        started = re.match(r" +Running (?:unittests (?P<lib>\S+)|tests/(?P<test>\w+)\.rs)", line)
        if started:
            program = started["test"] or "--lib"
        elif line.endswith(": test"):
            yield program, line[: -len(": test")]


def judge(program, test):
    """ok, skip or not ok, and why."""
    chosen = ("--lib",) if program == "--lib" else ("--test", program)
    try:
        output = run(*chosen, "--", "--exact", test, timeout=LIMIT).stdout
    except subprocess.TimeoutExpired:
        return "skip", f"takes more than {LIMIT} seconds"
    if re.search(r"\berror: (Undefined Behavior|memory leaked)", output):
        return "not ok", "\n" + output
    if re.search(r"^test result: ok\. 1 passed", output, re.MULTILINE):
        return "ok", ""
    reason = re.search(
        r"\berror: unsupported operation: (.*)|panicked at (.*):$", output, re.MULTILINE
    )
    return "skip", (reason[1] or f"fails at {reason[2]}") if reason else output


def main():
    counts = {"ok": 0, "not ok": 0, "skip": 0}
    for program, test in list(tests()):
        verdict, why = judge(program, test)
        counts[verdict] += 1
        print(f"{verdict} - {program} {test}" + (f": {why}" if why else ""), flush=True)
    print("{ok} passed, {not ok} failed, {skip} skipped".format(**counts))
    return bool(counts["not ok"])


if __name__ == "__main__":
    sys.exit(main())
