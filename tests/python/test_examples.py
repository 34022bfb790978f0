"""Runs every program in examples/ as a user would, with less to do."""

import pathlib
import subprocess
import sys

import pytest

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"

ARGUMENTS = {
    "line_server": ["5", "20"],
    "sendfile": ["3"],
    "unix_datagram": ["100"],
}


@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.py")))
def test_example(name, tmp_path):
    command = [sys.executable, "-W", "error", EXAMPLES / f"{name}.py", *ARGUMENTS.get(name, [])]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    # A warning about a socket that was left open cannot fail a program; it stands in stderr.
    assert (done.returncode, done.stderr) == (0, ""), done.stderr


def test_every_lua_example_has_its_sister():
    lua = {path.with_suffix("").relative_to(EXAMPLES) for path in EXAMPLES.rglob("*.lua")}
    python = {path.with_suffix("").relative_to(EXAMPLES) for path in EXAMPLES.rglob("*.py")}
    assert lua == python
