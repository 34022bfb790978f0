"""Runs the Python blocks of README.md. What one prints must be what its `# -->` comments say."""

import asyncio
import contextlib
import io
import pathlib
import re

import llsocket
import pytest

README = pathlib.Path(__file__).resolve().parents[2] / "README.md"


def blocks(text):
    """The Python blocks of a Markdown text, each by the line it begins at."""
    return {
        text.count("\n", 0, found.start(1)) + 1: found[1]
        for found in re.finditer(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    }


BLOCKS = blocks(README.read_text(encoding="utf-8"))


def test_it_has_examples():
    assert BLOCKS


@pytest.mark.parametrize("line", BLOCKS)
def test_example_in_line(line):
    promised = re.findall(r"# --> (.*)$", BLOCKS[line], re.MULTILINE)
    # As many empty lines as stand above it, so that an error names the line in README.md.
    code = compile("\n" * (line - 1) + BLOCKS[line], str(README), "exec")
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(code, {"__name__": "__main__"})
    assert printed.getvalue().splitlines() == promised


def test_a_cancelled_wait_leaves_no_reader():
    (block,) = (block for block in BLOCKS.values() if "async def readable" in block)
    names = {}
    exec(block.partition("\nasync def main")[0], names)

    async def cancelled():
        (a, b), _ = llsocket.socket.pair(llsocket.SOCK_STREAM, True)
        with a, b:
            wait = asyncio.ensure_future(names["readable"](a))
            await asyncio.sleep(0)
            wait.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await wait
            return asyncio.get_running_loop().remove_reader(a)

    assert asyncio.run(cancelled()) is False
