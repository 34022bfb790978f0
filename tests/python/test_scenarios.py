"""Plays the scenarios of tests/scenarios, which Lua plays, too: what both do cannot drift apart.

tests/scenarios/README.md says how they are written; run.lua beside it is the same for Lua.
"""

import re

import pytest
from scenario_player import Skipped, play, play_in_network
from scenario_reader import FILES, ROOT, blocks, scenarios


def parameters(files):
    found = (scenario for file in files for scenario in scenarios(file))
    return [pytest.param(each, id=f"{each.file}: {each.name}") for each in found]


# --------------------------------------------------------------------------------------- tests


@pytest.mark.parametrize("scenario", parameters(FILES))
def test_scenario(scenario, tmp_path):
    try:
        (play_in_network if scenario.network else play)(scenario, tmp_path)
    except Skipped as lacks:
        pytest.skip(str(lacks))


@pytest.mark.parametrize("scenario", parameters(["wrong/wrong.txt"]))
def test_wrong_expectation_goes_red(scenario, tmp_path):
    with pytest.raises(AssertionError, match=rf"^{scenario.file}:{scenario.steps[-1][0]}: .*got "):
        play(scenario, tmp_path)


def names():
    """The names that every language has: owner, name, kind."""
    text = (ROOT / "tests/parity/names.txt").read_text()
    return re.findall(r"^(\w+) (\w+) ([a-z]+) both", text, re.MULTILINE)


def test_every_name_has_its_row():
    covered = {}
    for file in FILES:
        for block in blocks(file):
            if block.covers:
                rows = {row[0] for row in block.rows}
                covered.setdefault(block.covers, set()).update(rows)
    assert covered
    for what, rows in covered.items():
        wanted = {name for owner, name, kind in names() if what.startswith(f"{owner} {kind} ")}
        assert wanted, what
        assert wanted <= rows, what


def test_every_function_is_played():
    steps = (text for file in FILES for scenario in scenarios(file) for _, text in scenario.steps)
    played = {name for step in steps for name in re.findall(r"[a-z]\w*\.(\w+)", step)}
    wanted = {name for _, name, kind in names() if kind in ("function", "method")}
    wanted.remove("must")  # What it raises is an outcome in a scenario; test_results.py calls it.
    assert wanted <= played
