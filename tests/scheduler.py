"""Runs the stages of a test run, some at a time, and reads out of their logs what came of them."""

import collections
import contextlib
import dataclasses
import os
import pathlib
import re
import signal
import subprocess
import time
from typing import Callable

#: How often the running stages are looked at, in seconds.
POLL_INTERVAL = 0.05
#: How long killed processes may take to end.
KILL_SECONDS = 10
#: How many stages the list of the slowest has.
SLOWEST = 6
#: How many stages of tests are run a second time. If more than these fail, it is no accident.
MOST_REPEATED = 3


@dataclasses.dataclass(frozen=True)
class Counts:
    """How many tests passed, failed and were skipped."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other):
        return Counts(
            self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped
        )

    def __str__(self):
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


# ------------------------------------------------------------------ reading a runner's output
#
# Each takes the text of a log and whether the runner exited with 0.


def pass_fail(_log, succeeded):
    """A command that is one check: it passes or fails as a whole."""
    return Counts(passed=1) if succeeded else Counts(failed=1)


def cargo_counts(log, _succeeded):
    """cargo test: one line of results for each test program."""
    pattern = r"^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored;"
    found = [Counts(*map(int, counts)) for counts in re.findall(pattern, log, re.MULTILINE)]
    return sum(found, Counts())


def tap_counts(log, _succeeded):
    """TAP, as busted prints it. A run that was cut short has not printed its plan."""
    skipped = len(re.findall(r"^ok \d+ - # SKIP", log, re.MULTILINE))
    passed = len(re.findall(r"^ok \d+ ", log, re.MULTILINE)) - skipped
    failed = len(re.findall(r"^not ok \d+ ", log, re.MULTILINE))
    planned = re.search(r"^1\.\.\d+$", log, re.MULTILINE) is not None
    return Counts(passed, failed + (not planned), skipped)


def pytest_counts(log, _succeeded):
    """pytest's last line, such as `1 failed, 820 passed, 3 skipped in 80.52s`. A run that was cut
    short has none."""
    last = log.rstrip().rpartition("\n")[2]
    found = collections.Counter()
    if re.search(r" in [\d.]+s\b", last):
        for number, word in re.findall(r"(\d+) (passed|failed|skipped|errors?|xfailed)\b", last):
            found[word] += int(number)
    failed = found["failed"] + found["error"] + found["errors"]
    return Counts(found["passed"] + found["xfailed"], failed, found["skipped"])


def closing_counts(log, _succeeded):
    """This repository's own runners: their last `N passed, N failed[, N skipped]`."""
    pattern = r"^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$"
    found = re.findall(pattern, log, re.MULTILINE)
    return Counts(*(int(number or 0) for number in found[-1])) if found else Counts()


# ------------------------------------------------------------------------------------- stages


@dataclasses.dataclass(frozen=True)
class Stage:
    """One part of a test run: a command, and how its output is read."""

    name: str
    command: tuple = ()
    read_counts: Callable = pass_fail
    #: The names of the stages that must have passed before.
    needs: tuple = ()
    #: What only one stage at a time may use.
    exclusive: str = ""
    #: Seconds after which it has failed.
    timeout: float = 900
    #: Why this machine cannot run it, which makes it a skipped one.
    skip: str = ""
    #: Whether `quick` selects it.
    quick: bool = False
    #: Lines of the log that are printed even when all is well, such as seeds.
    shown: str = ""


@dataclasses.dataclass(frozen=True)
class Result:
    stage: Stage
    counts: Counts
    seconds: float = 0
    log: str = ""
    #: Why the command did not run to its end, if it did not.
    reason: str = ""
    #: What came of the first run, where this is the second.
    first: "Result | None" = None


def select(stages, words):
    """The stages whose names contain every word, or those of `quick`, and what they need."""
    words = " ".join(words).split()
    if words == ["quick"]:
        chosen = {stage.name for stage in stages if stage.quick}
    else:
        chosen = {stage.name for stage in stages if all(word in stage.name for word in words)}
    by_name = {stage.name: stage for stage in stages}
    remaining = list(chosen)
    while remaining:
        needed = set(by_name[remaining.pop()].needs) - chosen
        chosen |= needed
        remaining += needed
    return [stage for stage in stages if stage.name in chosen]


def session_processes(leader):
    """The living processes of a session, which need not be in its first process group."""
    members = []
    for directory in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            stat = (directory / "stat").read_text()
        except OSError:  # it has just ended
            continue
        # pid (comm) state ppid pgrp session: comm may contain spaces and parentheses.
        state, _ppid, _pgrp, session = stat.rpartition(")")[2].split()[:4]
        if int(session) == leader and state not in "ZX":
            members.append(int(directory.name))
    return members


def kill_session(leader):
    """Kills a session's processes, waits for their end, and returns their command lines."""
    commands = {}
    deadline = time.monotonic() + KILL_SECONDS
    while time.monotonic() < deadline:
        members = session_processes(leader)
        if not members:
            break
        for pid in members:
            with contextlib.suppress(OSError):  # it has just ended
                words = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
                commands.setdefault(pid, b" ".join(words).decode(errors="replace").strip())
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.01)
    return list(filter(None, commands.values()))


class Execution:
    """A stage while it runs, in a session of its own, with its output in a log file."""

    def __init__(self, stage, log_path):
        self.stage = stage
        self.log_path = log_path
        self.start = time.monotonic()
        with open(log_path, "wb") as log:
            self.process = subprocess.Popen(
                stage.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def poll(self):
        """The result, or None while it runs."""
        seconds = time.monotonic() - self.start
        reason = ""
        if self.process.poll() is None:
            if seconds < self.stage.timeout:
                return None
            commands = self.kill()
            reason = f"killed after {self.stage.timeout:g} seconds, while these ran:"
            reason = "\n  ".join([reason, *commands])
        else:
            self.kill()
        log = self.log_path.read_text(errors="replace")
        succeeded = self.process.returncode == 0
        counts = self.stage.read_counts(log, succeeded)
        if not reason and not succeeded:
            reason = f"ended with status {self.process.returncode}"
        elif not reason and counts == Counts():
            reason = "ran no test"
        if reason and not counts.failed:
            counts += Counts(failed=1)
        return Result(self.stage, counts, seconds, log, reason)

    def kill(self):
        """Kills what there still is of it."""
        commands = kill_session(self.process.pid)
        if self.process.poll() is None and not pathlib.Path("/proc/self").exists():
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        return commands


def run_stages(stages, log_directory, slots, report, is_cancelled=lambda: False):
    """Runs stages, at most `slots` at a time, in their order as far as their needs allow.

    Stages of tests that failed are run once more, alone. `report` is called with each stage that
    begins and each result. Returns the results in the order of the stages, or None when
    `is_cancelled` became true: an exception from a signal's handler might come between the start of
    a process and the note that it runs.
    """
    log_directory.mkdir(parents=True, exist_ok=True)
    results = {}

    def run(stages, slots):
        return run_waiting(
            stages, results, slots=slots, logs=log_directory, report=report, cancelled=is_cancelled
        )

    if not run(stages, slots):
        return None
    failed = [stage for stage in stages if failed_beside_others(results[stage.name])]
    for stage in failed if len(failed) <= MOST_REPEATED else ():
        again = dataclasses.replace(stage, name=f"{stage.name} again, alone")
        if not run([again], 1):
            return None
        first, second = results[stage.name], results[again.name]
        results[stage.name] = dataclasses.replace(second, stage=stage, first=first)
    return [results[stage.name] for stage in stages]


def failed_beside_others(result):
    """Whether tests failed, which may be for the time that other stages have taken from them."""
    ran_tests = result.counts.passed and result.stage.read_counts != pass_fail
    return bool(result.counts.failed and ran_tests)


def run_waiting(stages, results, *, slots, logs, report, cancelled):
    """Runs stages and adds to `results` what came of each. Tells whether it was not cancelled."""
    waiting, running = list(stages), []
    try:
        while waiting or running:
            if cancelled():
                return False
            for stage in list(waiting):
                result = result_without_running(stage, results)
                if result:
                    waiting.remove(stage)
                    results[stage.name] = result
                    report(result)
                elif len(running) < slots and may_start(stage, stages, running, results):
                    waiting.remove(stage)
                    report(stage)
                    log_path = logs / (re.sub(r"[ ,]+", "-", stage.name) + ".log")
                    try:
                        running.append(Execution(stage, log_path))
                    except OSError as error:  # there is no such program
                        results[stage.name] = Result(stage, Counts(failed=1), reason=str(error))
                        report(results[stage.name])
            time.sleep(POLL_INTERVAL)
            for execution in list(running):
                result = execution.poll()
                if result:
                    running.remove(execution)
                    results[execution.stage.name] = result
                    report(result)
    finally:
        for execution in running:
            execution.kill()
    return True


def result_without_running(stage, results):
    """The result of a stage that is skipped, or that needs one that failed; else None."""
    if stage.skip:
        return Result(stage, Counts(skipped=1), reason=stage.skip)
    for name in stage.needs:
        if name in results and not results[name].counts.passed:
            return Result(stage, Counts(failed=1), reason=f"not run: it needs '{name}'")
    return None


def may_start(stage, stages, running, results):
    """Whether what a stage needs is done and nobody uses what it has for itself."""
    in_use = {execution.stage.exclusive for execution in running} - {""}
    selected = {other.name for other in stages}
    done = all(name in results for name in stage.needs if name in selected)
    return done and stage.exclusive not in in_use


# ------------------------------------------------------------------------------------ reports


def describe(event):
    """The lines about a stage that begins, or about a result."""
    if isinstance(event, Stage):
        return f"... {event.name}"
    name, counts = event.stage.name, event.counts
    if counts.failed:
        log = "".join(f"    | {line}\n" for line in event.log.splitlines())
        return f"{log}    {name} failed: {counts}" + (f"; {event.reason}" if event.reason else "")
    if event.reason:
        return f"    {name} skipped: {event.reason}"
    shown = event.stage.shown and re.findall(
        f"^.*(?:{event.stage.shown}).*$", event.log, re.MULTILINE
    )
    return "\n".join([f"    {name}: {counts}", *(f"    | {line}" for line in shown or ())])


def summary(results, elapsed):
    """The closing table, the slowest stages, and as the last line the sum, for machines as well."""
    width = max([len("stage"), *(len(result.stage.name) for result in results)])
    row = f"{{:<{width}}} {{:>7}} {{:>7}} {{:>8}} {{:>7}}".format
    lines = ["", row("stage", "passed", "failed", "skipped", "time")]
    for result in results:
        counts = result.counts
        lines.append(
            row(
                result.stage.name,
                counts.passed,
                counts.failed,
                counts.skipped,
                f"{result.seconds:.0f}s" if result.log or result.seconds else "-",
            )
        )
    slowest = sorted(results, key=lambda result: -result.seconds)[:SLOWEST]
    names = ", ".join(f"{result.stage.name} {result.seconds:.0f}s" for result in slowest)
    total = sum((result.counts for result in results), Counts())
    lines += ["", f"{elapsed:.0f}s in all; slowest: {names}"]
    for result in results:
        if result.first and not result.counts.failed:
            failed = f"{result.stage.name}: {result.first.counts.failed} failed beside other stages"
            lines.append(f"{failed}, none alone; the log above tells which")
    return "\n".join([*lines, "", str(total)])
