"""Checks the types of the Python examples, and of those in the README, a file of its own each.

python3 tests/snippets.py MYPY
"""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).parents[1]
FOLDER = ROOT / "build" / "snippets"


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    snippets = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert snippets
    for number, snippet in enumerate(snippets, 1):
        (FOLDER / f"readme_{number}.py").write_text(snippet)
    command = [sys.argv[1], "--strict", ROOT / "examples", FOLDER]
    sys.exit(subprocess.run(command, check=False).returncode)


main()
