"""Plays scenarios. It does without pytest, which takes long to import in a process for each."""

import contextlib
import itertools
import os
import re
import resource
import socket
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import llsocket
from scenario_reader import API, FIXTURES, TOKEN, equal, fits, scenarios, values_of

# What stands behind the text where a name takes the place of an address.
NAME = "not a numeric address; inet.getaddrinfo asks the resolver"
MODULES = ("inet", "unix", "addrinfo", "socket", "device", "poll", "env")

# ------------------------------------------------------------------------------------- results


class Outcome(NamedTuple):
    """A state, and with it values, or an error's number, or an argument's name."""

    state: str
    values: tuple = ()
    number: int = 0
    argument: str = ""


def failed(err):
    resolver = isinstance(err, socket.gaierror)
    told = llsocket.gaistrerror(err.errno) if resolver else llsocket.strerror(err.errno)
    assert err.strerror in (told, f"{told} ({NAME})")
    assert resolver or type(err) is type(OSError(err.errno, told))
    return Outcome("error", number=err.errno)


def outcome(shape, result):
    """What came back, strictly in its shape."""
    if shape == "plain":
        return Outcome("done", (result,))
    if shape == "E":
        return Outcome("done") if result is None else failed(result)
    assert type(result) is tuple
    if shape == "V":
        value, err = result
        assert (value is None) == isinstance(err, OSError)
        return Outcome("done", (value,)) if err is None else failed(err)
    return waited(2 if shape == "F" else 1, result)


def waited(count, result):
    """The same for the shapes that say again, behind so many values; an address may follow."""
    values, (err, again), rest = result[:count], result[count : count + 2], result[count + 2 :]
    assert type(again) is bool
    if err is not None or again or values[0] is None:
        assert not any(rest)
    if err is not None:
        assert not again
        error = failed(err)
        return error if values[0] is None else error._replace(state="broken")
    assert again or values[0] is not None or not any(values)
    if again:
        return Outcome("again") if values[0] is None else Outcome("part", values)
    return Outcome("closed") if values[0] is None else Outcome("done", values + rest)


def misuse(row, error):
    text = str(error)
    named = re.search(r"argument:? '(\w+)'|'(\w+)'", text)
    assert named, text
    argument = named[1] or named[2]
    assert argument in row.args, text
    return Outcome("misuse", argument=argument)


# --------------------------------------------------------------------------------------- steps


class Skipped(Exception):  # noqa: N818
    """The scenario needs what is not here."""


class World:
    """What a scenario has called names, and what has to be closed when it ends."""

    def __init__(self, folder):
        self.folder, self.values, self.stack = folder, {}, contextlib.ExitStack()

    def keep(self, value):
        if isinstance(value, llsocket.Socket):
            self.stack.callback(value.close)
        elif isinstance(value, (list, tuple)):
            for item in value:
                self.keep(item)

    # The words that ask something of the runner itself.

    def path(self, name):
        return f"{self.folder}/{name}"

    def file(self, content):
        file = self.stack.enter_context(open(self.path("file"), "w+b"))  # noqa: SIM115
        file.write(content)
        file.flush()
        return file

    def pid(self):
        return os.getpid()

    def fill(self, sock):
        while sock.send(b"x" * 65536)[0]:
            pass

    def ip(self, arguments):
        subprocess.run(["ip", *arguments.split()], check=True)
        return True

    def interface(self, records, address):
        found = (each for each in records if "addr" in each and each["addr"].addr() == address)
        return next(found)

    def exhaust_fds(self):
        place = llsocket.addrinfo.unix("")[0]
        while made := llsocket.socket.new(place)[0]:
            self.keep(made)

    def shown(self, value):
        text = re.fullmatch(r"<llsocket\.(?:Socket|AddrInfo) (.*)>", repr(value))[1]
        return re.sub(r"fd \d+", "fd N", text)

    def same(self, one, other):
        return equal(one, other)

    def count(self, value):
        return len(value)

    def item(self, value, key):
        return value.get(key) if isinstance(value, dict) else value[key - 1]

    def keys(self, record):
        return sorted(record)

    # A step.

    def call(self, head, args):
        owner, _, name = head.rpartition(".")
        if not owner:
            return Outcome("done", (getattr(self, head)(*args),))
        if owner in (*MODULES, "llsocket"):
            target = llsocket if owner == "llsocket" else getattr(llsocket, owner)
            key = head
        else:
            target = self.values[owner]
            key = f"{type(target).__name__}.{name}"
        called = getattr(target, name)
        if not callable(called):
            return Outcome("done", (called,))
        row = API[key]
        try:
            result = called(*args)
        except (TypeError, ValueError, OverflowError) as error:
            return misuse(row, error)
        return outcome(row.shape, result)

    def agrees(self, result, expected):
        state, *rest = expected or ["done"]
        if state in ("error", "broken"):
            numbers = [getattr(llsocket, name) for name in rest]
            return result.state == state and result.number in numbers
        if state == "misuse":
            return result.state == "misuse" and rest in ([], [result.argument])
        if state == "done":
            return result.state == "done"
        if state in ("part", "again", "closed"):
            expected = rest
        else:
            state = "done"
        wanted = list(values_of(expected, self, expected=True))
        pairs = itertools.zip_longest(wanted, result.values)
        return result.state == state and all(fits(one, other) for one, other in pairs)

    def has(self, text):
        if text in ("root", "user"):
            return (os.geteuid() == 0) == (text == "root")
        try:
            self.take(text)
        except AssertionError:
            return False
        return True

    def take(self, text):
        tokens = TOKEN.findall(text)
        if tokens[0] == "use":
            for _, step in FIXTURES[tokens[1]]:
                self.take(step)
            return
        if tokens[0] == "needs":
            if not self.has(text[6:]):
                raise Skipped(text)
            return
        arrow = tokens.index("->") if "->" in tokens else len(tokens)
        equals = tokens.index("=") if "=" in tokens[:arrow] else -1
        result = self.call(tokens[equals + 1], list(values_of(tokens[equals + 2 : arrow], self)))
        self.keep(result.values)
        assert self.agrees(result, tokens[arrow + 1 :]), f"got {result}"
        names = [token for token in tokens[: max(equals, 0)] if token != ","]
        values = result.values
        if len(names) > len(values) and values and isinstance(values[0], list):
            values = values[0]
        self.values.update(zip(names, values))


@contextlib.contextmanager
def at_most(limit):
    """Lets this process have so many descriptors."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit or before[0], before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


def play(scenario, folder):
    world = World(folder)
    with at_most(scenario.limit), world.stack:
        for number, text in scenario.steps:
            try:
                world.take(text)
            except AssertionError as error:
                raise AssertionError(f"{scenario.file}:{number}: {text}: {error}") from error


def play_named(file, name, folder):
    """Plays the scenario of this name, as a process of its own does."""
    (scenario,) = (each for each in scenarios(file) if each.name == name)
    with contextlib.suppress(Skipped):
        play(scenario, folder)


def play_in_network(scenario, folder):
    """Plays the scenario in a network namespace of its own."""
    if subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False).returncode:
        raise Skipped("network namespaces")
    code = "import sys, scenario_player; scenario_player.play_named(*sys.argv[1:])"
    done = subprocess.run(
        ["unshare", "--net", sys.executable, "-c", code, scenario.file, scenario.name, str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parent,
    )
    assert done.returncode == 0, done.stdout + done.stderr
