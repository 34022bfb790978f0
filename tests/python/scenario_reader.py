"""Reads the scenarios of tests/scenarios, and the values in them."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

import llsocket

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "scenarios"

# ------------------------------------------------------------------------------------- reading


class Row(NamedTuple):
    """What is called: the shape of its results, and the names of its arguments."""

    shape: str
    args: list


def read_names():
    """The functions, methods and options of tests/parity/names.txt."""
    text = (ROOT / "tests/parity/names.txt").read_text()
    # owner name kind languages systems shape arguments
    rows = re.findall(r"^(\w+) (\w+) [a-z]+ \w+ \S+ (\w+) (\S+)$", text, re.MULTILINE)
    return {
        f"{owner}.{name}": Row(shape, re.findall(r"\w+", args)) for owner, name, shape, args in rows
    }


API = read_names()


@dataclass
class Block:
    """A scenario or a fixture; `steps` are pairs of a line's number and its text."""

    name: str
    file: str
    steps: list = field(default_factory=list)
    columns: Any = None
    rows: list = field(default_factory=list)
    covers: str = ""
    limit: int = 0
    network: bool = False

    def add(self, text, number):
        word, _, rest = text.partition(" ")
        if self.columns:
            self.rows.append(split(text))
        elif word == "rows":
            self.columns = split(rest)
        elif word == "covers":
            self.covers = rest
        elif word == "limit":
            self.limit = int(rest)
        elif text == "network":
            self.network = True
        else:
            self.steps.append((number, text))

    def with_row(self, cells):
        row = dict(zip(self.columns, cells))

        def fill(text):
            return re.sub(r"\{(\w+)\}", lambda found: row.get(found[1], found[0]), text)

        steps = [(number, fill(text)) for number, text in self.steps]
        return replace(self, name=fill(self.name), steps=steps)


def split(line):
    return [cell.strip() for cell in line.split("|")]


def blocks(file):
    found = []
    for number, line in enumerate((FOLDER / file).read_text().splitlines(), 1):
        text = line.strip()
        if re.match(r"[a-z]", line):
            found.append(Block(text.partition(" ")[2], file))
        elif text and text[0] != "#":
            found[-1].add(text, number)
    return found


FIXTURES = {fixture.name: fixture.steps for fixture in blocks("fixtures.txt")}
FILES = sorted(path.name for path in FOLDER.glob("*.txt") if path.name != "fixtures.txt")


def scenarios(file):
    for block in blocks(file):
        if block.columns:
            yield from map(block.with_row, block.rows)
        else:
            yield block


# -------------------------------------------------------------------------------------- values

QUOTED = r"""(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')(?:\*\d+)?"""
TOKEN = re.compile(rf"{QUOTED}|[\[\],]|[^\s\[\],]+")
ESCAPES = {b"0": b"\0", b"n": b"\n"}
WORDS = {
    "true": True,
    "false": False,
    "none": None,
    "nan": float("nan"),
    "inf": float("inf"),
    "-inf": float("-inf"),
    "thing": object(),
}
KINDS = {
    "any": lambda value: value is not None,
    "integer": lambda value: type(value) is int,
    "number": lambda value: type(value) in (int, float),
    "boolean": lambda value: type(value) is bool,
    "bytes": lambda value: type(value) is bytes,
    "text": lambda value: type(value) is str,
    "list": lambda value: type(value) is list,
    "record": lambda value: type(value) is dict,
    "socket": lambda value: type(value) is llsocket.Socket,
    "addrinfo": lambda value: type(value) is llsocket.AddrInfo,
}


class Kind(str):
    """A word that stands for any value of a kind, in what is expected."""

    __slots__ = ()

    def fits(self, value):
        if self in KINDS:
            return KINDS[self](value)
        return type(value) in (int, float) and value > int(self[1:])


def unescape(found):
    code = found[1]
    return bytes([int(code[1:], 16)]) if len(code) == 3 else ESCAPES.get(code, code)


def string_of(token):
    quote, body, times = re.fullmatch(r"(.)(.*)\1(?:\*(\d+))?", token).groups()
    value = re.sub(rb"\\(x[0-9a-f]{2}|.)", unescape, body.encode()) * int(times or 1)
    return value if quote == '"' else value.decode()


def number_of(token):
    if power := re.fullmatch(r"(-?)(\d+)\^(\d+)", token):
        return int(power[1] + "1") * int(power[2]) ** int(power[3])
    return float(token) if "." in token else int(token)


def value_of(tokens, world):
    """The value that begins with the first token, which it takes off."""
    token = tokens.pop(0)
    if token == "[":
        return list(values_of(tokens, world))
    if token[0] in "\"'":
        return string_of(token)
    if re.match(r"-?\d", token):
        return number_of(token)
    if token[0].isupper():
        return sum(getattr(llsocket, name) for name in token.split("+"))
    return WORDS[token] if token in WORDS else world.values[token]


def values_of(tokens, world, expected=False):
    """The values, up to the end of a list, or of all."""
    while tokens:
        if tokens[0] == "]":
            tokens.pop(0)
            return
        if tokens[0] == ",":
            tokens.pop(0)
        elif expected and (tokens[0] in KINDS or tokens[0][0] == ">"):
            yield Kind(tokens.pop(0))
        else:
            yield value_of(tokens, world)


def equal(one, other):
    """Whether both are of one type, and equal."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(equal, one, other))
    if type(one) is not type(other) or one != other:
        return False
    return not isinstance(one, llsocket.AddrInfo) or hash(one) == hash(other)


def fits(expected, value):
    return expected.fits(value) if isinstance(expected, Kind) else equal(expected, value)
