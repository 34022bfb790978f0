"""Runs the core's tests under Miri, as far as it can execute them.

Miri ends a program at the first operation that it does not know, such as most socket options. The
test that needs it is skipped and the program started anew for the rest; a test whose system calls
answer otherwise than the kernel's is skipped as well. What fails is undefined behaviour, and memory
that is not freed.
"""

import os
import pathlib
import re
import subprocess
import sys

COMMAND = ("cargo", "+nightly", "miri", "test", "-p", "llsocket-core", "--locked")
#: Seconds after which a program of tests is started anew without the test that it has come to.
LIMIT = 120


def run(program, finished):
    """Runs a program of tests without those that are finished, and returns what it printed."""
    chosen = ("--lib",) if program == "lib" else ("--test", program)
    skipped = [word for test in finished for word in ("--skip", test)]
    command = (*COMMAND, *chosen, "--target-dir", "build/target/miri", "--", "--test-threads=1")
    process = subprocess.run(
        ("timeout", str(LIMIT), *command, "--exact", *skipped),
        env={**os.environ, "MIRIFLAGS": "-Zmiri-disable-isolation"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return process.stdout


def reason_of(output):
    """Why a run did not pass: a fault, or what Miri cannot do."""
    fault = re.search(r"error: (?:Undefined Behavior|memory leaked).*", output, re.DOTALL)
    unsupported = re.search(r"error: unsupported operation: (.*)", output)
    if fault:
        return "not ok", "\n" + fault[0]
    return "skip", unsupported[1] if unsupported else f"takes more than {LIMIT} seconds"


def verdicts(program):
    """Yields the verdict on each test of a program, its name, and why it is no `ok`."""
    finished = set()
    while True:
        output = run(program, finished)
        tests = re.findall(r"^test (\S+) \.\.\. (ok$|FAILED$|ignored|)", output, re.MULTILINE)
        for test, result in tests:
            finished.add(test)
            if result == "ok":
                yield "ok", test, ""
            elif result:
                yield "skip", test, "ignored, or answered otherwise than by the kernel"
            else:
                verdict, reason = reason_of(output)
                yield verdict, test, reason
        if re.search(r"^test result: ", output, re.MULTILINE):
            # Leaks are reported at the end of the program.
            verdict, reason = reason_of(output)
            if verdict == "not ok":
                yield verdict, "at the end", reason
            return
        if not tests:
            yield "not ok", "not run", "\n" + output
            return


def main():
    counts = {"ok": 0, "not ok": 0, "skip": 0}
    for program in ("lib", *sorted(path.stem for path in pathlib.Path("core/tests").glob("*.rs"))):
        for verdict, test, reason in verdicts(program):
            counts[verdict] += 1
            print(f"{verdict} - {program} {test}" + (f": {reason}" if reason else ""), flush=True)
    print("{ok} passed, {not ok} failed, {skip} skipped".format(**counts))
    return bool(counts["not ok"])


if __name__ == "__main__":
    sys.exit(main())
