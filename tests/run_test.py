"""Tests of the runner: reading what test programs print, selecting stages, and running them."""

import os
import pathlib
import signal
import subprocess
import sys
import textwrap
import time

import pytest
import run
from environments import LUAS, ROOT, UnavailableError, find, found, lua_environment, wheel_name
from scheduler import (
    Counts,
    Result,
    Stage,
    cargo_counts,
    closing_counts,
    describe,
    pass_fail,
    pytest_counts,
    run_stages,
    select,
    summary,
    tap_counts,
)


def python(code):
    return (sys.executable, "-c", code)


def is_running(pid):
    """Whether a process exists that is no zombie."""
    try:
        stat = pathlib.Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


class TestCounts:
    """What is read out of each runner's output."""

    def check(self, read_counts, log, *expected):
        assert read_counts(log, True) == Counts(*expected)

    def test_pass_fail(self):
        assert pass_fail("", True) == Counts(1, 0, 0)
        assert pass_fail("", False) == Counts(0, 1, 0)

    def test_cargo_adds_up_its_programs(self):
        line = "test result: {}. {} passed; {} failed; {} ignored; 0 measured; 0 filtered out\n"
        log = line.format("ok", 14, 0, 1) + "noise\n" + line.format("FAILED", 6, 2, 0)
        self.check(cargo_counts, log, 20, 2, 1)
        self.check(cargo_counts, "error: could not compile `llsocket-core`\n", 0, 0, 0)

    def test_tap(self):
        log = "ok 1 - a\nok 2 - # SKIP b\nnot ok 3 - c\n# why\nok 4 - d\n1..4\n"
        self.check(tap_counts, log, 2, 1, 1)

    def test_tap_without_its_plan_was_cut_short(self):
        self.check(tap_counts, "ok 1 - a\nok 2 - b\n", 2, 1, 0)

    def test_tap_takes_no_plan_from_a_test_output(self):
        self.check(tap_counts, "ok 1 - prints 1..4\n", 1, 1, 0)

    def test_pytest(self):
        self.check(
            pytest_counts, "FFs\n1 failed, 820 passed, 3 skipped in 80.52s (0:01:20)\n", 820, 1, 3
        )
        self.check(pytest_counts, "2 passed, 1 xfailed, 2 errors in 1.00s\n", 3, 2, 0)
        self.check(pytest_counts, "1 failed, 1 error in 0.50s\n", 0, 2, 0)
        self.check(pytest_counts, "===== 12 passed in 0.10s =====\n", 12, 0, 0)

    def test_pytest_that_was_cut_short(self):
        self.check(pytest_counts, "....F..\nTimeout (0:02:00)!\n5 failed attempts\n", 0, 0, 0)

    def test_closing_line_is_the_last_one(self):
        log = "1 passed, 0 failed\nmore\n7 passed, 1 failed, 2 skipped\nkilled\n"
        self.check(closing_counts, log, 7, 1, 2)
        self.check(closing_counts, "it says: 7 passed, 1 failed\n", 0, 0, 0)


class TestSelection:
    @pytest.fixture(autouse=True)
    def _stages(self):
        self.stages = [
            Stage("tools"),
            Stage("wheel", needs=("tools",)),
            Stage("lua5.1 rock"),
            Stage("lua5.4 rock"),
            Stage("lua5.4 busted", needs=("lua5.4 rock",), quick=True),
            Stage("interop", needs=("wheel", "lua5.4 rock")),
        ]

    def names(self, *words):
        return [stage.name for stage in select(self.stages, list(words))]

    def test_no_word_selects_all(self):
        assert self.names() == [stage.name for stage in self.stages]

    def test_a_word_is_a_part_of_the_name(self):
        assert self.names("rock") == ["lua5.1 rock", "lua5.4 rock"]

    def test_each_word_must_be_in_the_name(self):
        assert self.names("lua5.1", "rock") == ["lua5.1 rock"]

    def test_a_word_with_a_space_is_words(self):
        assert self.names("rock 5.1") == ["lua5.1 rock"]

    def test_what_is_needed_comes_along_first(self):
        assert self.names("interop") == ["tools", "wheel", "lua5.4 rock", "interop"]

    def test_quick(self):
        assert self.names("quick") == ["lua5.4 rock", "lua5.4 busted"]

    def test_unknown(self):
        assert self.names("perl") == []


class TestScheduler:
    @pytest.fixture(autouse=True)
    def _directory(self, tmp_path):
        self.directory = tmp_path
        self.events = []

    def run_stages(self, *stages, slots=2):
        return run_stages(stages, self.directory / "log", slots, self.events.append)

    def order(self):
        """Which stages began and ended, in order: +name, -name."""
        return [
            f"+{event.name}" if isinstance(event, Stage) else f"-{event.stage.name}"
            for event in self.events
        ]

    def sleeping(self, name, seconds=0.3, **fields):
        return Stage(name, ("sleep", str(seconds)), **fields)

    def test_log_and_counts(self):
        code = "import sys; print('3 passed, 0 failed'); print('to stderr', file=sys.stderr)"
        (result,) = self.run_stages(Stage("a b", python(code), closing_counts))
        assert result.counts == Counts(3)
        assert "to stderr" in (self.directory / "log" / "a-b.log").read_text()

    def test_a_runner_that_fails_without_a_failed_test(self):
        code = "import sys; print('3 passed, 0 failed'); sys.exit(3)"
        (result,) = self.run_stages(Stage("a", python(code), closing_counts))
        assert (result.counts, result.reason) == (Counts(3, 1), "ended with status 3")

    def test_a_runner_that_ran_nothing_has_failed(self):
        (result,) = self.run_stages(Stage("a", ("true",), closing_counts))
        assert (result.counts, result.reason) == (Counts(0, 1), "ran no test")

    def test_a_runner_that_a_signal_ends(self):
        code = "import os; os.kill(os.getpid(), 11)"
        (result,) = self.run_stages(Stage("a", python(code)))
        assert (result.counts, result.reason) == (Counts(0, 1), "ended with status -11")

    def test_a_command_that_does_not_exist(self):
        first, second = self.run_stages(Stage("a", ("/nowhere",)), Stage("b", ("true",)))
        assert (first.counts, second.counts) == (Counts(0, 1), Counts(1))
        assert "No such file" in first.reason

    def test_nothing_is_read_from_the_terminal(self):
        (result,) = self.run_stages(Stage("a", ("cat",), timeout=10))
        assert result.counts == Counts(1)

    def test_no_more_at_a_time_than_slots(self):
        self.run_stages(*(self.sleeping(name) for name in "abc"), slots=2)
        assert self.order()[:2] == ["+a", "+b"]
        assert self.order()[2].startswith("-")

    def test_one_after_the_other_with_one_slot(self):
        self.run_stages(*(self.sleeping(name, 0) for name in "ab"), slots=1)
        assert self.order() == ["+a", "-a", "+b", "-b"]

    def test_results_keep_the_order_of_the_stages(self):
        results = self.run_stages(self.sleeping("a", 0.5), self.sleeping("b", 0))
        assert self.order() == ["+a", "+b", "-b", "-a"]
        assert [result.stage.name for result in results] == ["a", "b"]

    def test_a_stage_waits_for_what_it_needs_and_others_pass_it(self):
        self.run_stages(
            self.sleeping("built"),
            Stage("test", ("true",), needs=("built",)),
            Stage("other", ("true",)),
        )
        order = self.order()
        assert order.index("-built") < order.index("+test")
        assert order.index("+other") < order.index("-built")

    def test_a_stage_whose_need_failed_is_not_run_and_has_failed(self):
        results = self.run_stages(
            Stage("built", ("false",)),
            Stage("test", ("true",), needs=("built",)),
            Stage("more", ("true",), needs=("test",)),
        )
        assert [result.counts.failed for result in results] == [1, 1, 1]
        assert results[1].reason == "not run: it needs 'built'"
        assert "+test" not in self.order()

    def test_a_need_that_was_not_selected_is_no_reason_to_wait(self):
        (result,) = self.run_stages(Stage("test", ("true",), needs=("elsewhere",)))
        assert result.counts == Counts(1)

    def test_exclusive_stages_do_not_overlap(self):
        fields = {"exclusive": "target"}
        self.run_stages(
            self.sleeping("a", **fields), self.sleeping("b", **fields), self.sleeping("c")
        )
        order = self.order()
        assert order.index("-a") < order.index("+b")
        assert order.index("+c") < order.index("-a")

    def counting(self, name, *outputs):
        """A stage of tests that prints one of the outputs after the other, once at each run."""
        runs = self.directory / name
        code = f"""
            import pathlib, sys
            runs = pathlib.Path({str(runs)!r})
            done = len(runs.read_text()) if runs.exists() else 0
            runs.write_text("x" * (done + 1))
            output = {outputs!r}[min(done, {len(outputs) - 1})]
            print(output)
            sys.exit(", 0 failed" not in output)
        """
        return Stage(name, python(textwrap.dedent(code)), closing_counts)

    def test_tests_that_fail_beside_others_are_run_again_alone(self):
        stage = self.counting("a", "7 passed, 1 failed", "8 passed, 0 failed")
        results = self.run_stages(stage, self.sleeping("b"))
        assert [result.counts for result in results] == [Counts(8), Counts(1)]
        assert self.order()[-2:] == ["+a again, alone", "-a again, alone"]
        assert "\na: 1 failed beside other stages, none alone" in summary(results, 1)
        assert summary(results, 1).endswith("\n9 passed, 0 failed")

    def test_tests_that_fail_alone_too_have_failed(self):
        (result,) = self.run_stages(self.counting("a", "7 passed, 1 failed"))
        assert (result.counts, result.first.counts) == (Counts(7, 1), Counts(7, 1))
        assert "beside" not in summary([result], 1)

    def test_many_failures_and_what_is_no_test_are_not_run_again(self):
        stages = [self.counting(name, "7 passed, 1 failed") for name in "abcd"]
        results = self.run_stages(*stages, Stage("build", ("false",)))
        assert not any(result.first for result in results)
        (result,) = self.run_stages(Stage("build", ("false",)))
        assert not result.first

    def test_a_skipped_stage_is_counted_and_not_run(self):
        (result,) = self.run_stages(Stage("python3.15", skip="not on this machine"))
        assert result.counts == Counts(skipped=1)
        assert describe(result) == "    python3.15 skipped: not on this machine"

    def test_a_stage_that_hangs_is_killed_with_all_its_processes(self):
        pids = self.directory / "pids"
        # The second has a process group of its own, as timeout(1) gives to what it runs.
        code = (
            "import subprocess, time\n"
            "for command in (['sleep', '60'], ['timeout', '50', 'sleep', '60']):\n"
            "    process = subprocess.Popen(command)\n"
            f"    print(process.pid, file=open({str(pids)!r}, 'a'))\n"
            "time.sleep(60)"
        )
        start = time.monotonic()
        (result,) = self.run_stages(Stage("a", python(code), timeout=1.5))
        assert time.monotonic() - start < 30
        assert result.counts == Counts(0, 1)
        assert "killed after 1.5 seconds" in result.reason
        assert "timeout 50 sleep 60" in result.reason
        started = [int(pid) for pid in pids.read_text().split()]
        assert len(started) == 2
        assert not any(map(is_running, started))

    def test_processes_that_a_stage_leaves_are_killed(self):
        pid = self.directory / "pid"
        (result,) = self.run_stages(Stage("a", ("sh", "-c", f"sleep 60 & echo $! > {pid}")))
        assert result.counts == Counts(1)
        assert not is_running(int(pid.read_text()))

    def test_a_signal_that_ends_the_runner_ends_its_stages(self):
        pid = self.directory / "pid"
        code = (
            "import pathlib, signal, sys\n"
            f"sys.path.insert(0, {str(ROOT / 'tests')!r})\n"
            "import run, scheduler\n"
            f"run.BUILD = pathlib.Path({str(self.directory)!r})\n"
            f"stage = scheduler.Stage('a', ('sh', '-c', 'echo $$ > {pid}; exec sleep 60'))\n"
            "run.test_stages = lambda: [stage]\n"
            "sys.exit(run.main(['test']))"
        )
        process = subprocess.Popen(python(code), stdout=subprocess.PIPE, text=True)
        deadline = time.monotonic() + 20
        while not (pid.exists() and pid.read_text()) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=20)
        assert process.returncode == 128 + signal.SIGTERM
        assert output.splitlines()[-1] == "ended by SIGTERM"
        assert not is_running(int(pid.read_text()))


class TestReport:
    def test_a_failure_shows_the_whole_log(self):
        result = Result(Stage("a"), Counts(2, 1), 1.0, "one\ntwo\n", "ended with status 1")
        expected = "    | one\n    | two\n    a failed: 2 passed, 1 failed; ended with status 1"
        assert describe(result) == expected

    def test_a_success_shows_the_lines_that_it_is_asked_to(self):
        result = Result(Stage("a", shown="seed|^skip"), Counts(2), 1.0, "the seed 7\nx\nskip - b\n")
        expected = "    a: 2 passed, 0 failed\n    | the seed 7\n    | skip - b"
        assert describe(result) == expected

    def test_the_last_line_is_the_sum(self):
        results = [
            Result(Stage("a"), Counts(2, 1), 12.4, "log"),
            Result(Stage("b"), Counts(skipped=1), reason="absent"),
        ]
        lines = summary(results, 13.0).splitlines()
        assert lines[-1] == "2 passed, 1 failed, 1 skipped"
        assert "slowest: a 12s" in lines[-3]
        assert summary(results[:0], 0).splitlines()[-1] == "0 passed, 0 failed"


class TestSuites:
    """The stages that there really are."""

    def test_every_need_is_a_stage_of_the_suite_and_names_are_unique(self):
        for stages in (list(run.test_stages()), list(run.fuzz_stages(100))):
            names = [stage.name for stage in stages]
            assert len(names) == len(set(names))
            for stage in stages:
                assert set(stage.needs) <= set(names), stage.name

    def test_every_command_is_a_program(self):
        for stage in run.test_stages():
            program = stage.command[0] if stage.command else "true"
            path = ROOT / program if "/" in program else None
            assert stage.skip or path is None or os.access(path, os.X_OK), program

    def test_quick_has_one_lua_one_python_and_the_core(self):
        names = {stage.name for stage in select(list(run.test_stages()), ["quick"])}
        assert "rust tests" in names
        assert len([name for name in names if name.endswith(" busted")]) == 1
        assert len([name for name in names if name.endswith(" pytest")]) == 1

    def test_wheels(self):
        wheels = [wheel_name(f"python3.{minor}") for minor in (9, 10, 11, 12, 15)]
        assert wheels == ["3.9", "3.10", "abi3", "abi3", "abi3"]

    def test_an_unknown_interpreter(self):
        with pytest.raises(UnavailableError):
            found("perl5")

    def test_a_lua_finds_its_own_rock_alone(self, monkeypatch):
        monkeypatch.setenv("LUA_PATH_5_4", "/elsewhere/?.lua")
        variables = lua_environment("lua5.4")
        assert "LUA_PATH_5_4" not in variables
        assert variables["LUA_CPATH"].startswith(f"{ROOT}/build/rock/lua54/lib/lua/5.4/")
        assert "/rock/luajit/share/lua/5.1/" in lua_environment("luajit")["LUA_PATH"]

    def test_some_lua_is_here(self):
        assert any(map(find, LUAS))
