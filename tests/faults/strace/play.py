"""Plays scenarios, each in a child process; play.lua says how, and is the same for Lua."""

import gc
import os
import shutil
import signal
import sys
import tempfile
import warnings

ROOT = sys.argv[1]
sys.path.insert(0, os.path.join(ROOT, "tests", "python"))

import scenario_player as scenarios  # noqa: E402
import scenario_reader as reader  # noqa: E402

#: Seconds that a scenario may take.
LIMIT = 10


def write(*parts):
    os.write(2, ("\t".join(map(str, parts)).replace("\n", " ") + "\n").encode(errors="replace"))


class Observed(scenarios.World):
    """A world that writes down each call and its outcome."""

    def call(self, head, args):
        owner, _, name = head.rpartition(".")
        if owner in self.values:
            owner = type(self.values[owner]).__name__
        if not owner:
            return super().call(head, args)
        write("begin", f"{owner}.{name}")
        result = super().call(head, args)
        write("end", f"{owner}.{name}", result.state, result.number or "")
        return result


def count_descriptors():
    gc.collect()
    return len(os.listdir("/proc/self/fd"))


def play(place, scenario):
    write("scenario", place, scenario.name)
    folder = tempfile.mkdtemp()
    before = count_descriptors()
    try:
        scenarios.play(scenario, folder)
        write("passed")
    except scenarios.Skipped as lacks:
        write("skipped", lacks)
    except Exception as error:
        write("failed", f"{type(error).__name__}: {error}")
    write("descriptors", count_descriptors() - before)
    shutil.rmtree(folder)


def play_in_child(place, scenario):
    child = os.fork()
    if child == 0:
        signal.alarm(LIMIT)
        play(place, scenario)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status:
        write("status", place, status)


def wanted_scenarios():
    wanted = None
    if len(sys.argv) > 2:
        with open(sys.argv[2], encoding="utf-8") as file:
            wanted = set(file.read().splitlines())
    wanted_files = {place.split()[0] for place in wanted} if wanted else reader.FILES
    for file in sorted(wanted_files):
        for number, scenario in enumerate(reader.scenarios(file), 1):
            place = f"{file} {number}"
            if (wanted is None or place in wanted) and not scenario.limit:
                yield place, scenario


def main():
    scenarios.World = Observed
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    wanted = list(wanted_scenarios())
    # What was made so far stays: each child collects, and would go through all of it anew.
    gc.collect()
    gc.freeze()
    os.kill(os.getpid(), signal.SIGSTOP)
    for place, scenario in wanted:
        play_in_child(place, scenario)


main()
