"""Importing: the modules, what they bring along, and how long that takes."""

import importlib

import llsocket as ll
import pytest
from support import run

MODULES = ["addrinfo", "device", "env", "inet", "poll", "socket", "unix"]


@pytest.mark.parametrize("name", MODULES)
def test_modules_are_the_same_objects(name):
    assert importlib.import_module(f"llsocket.{name}") is getattr(ll, name)


def test_each_module_can_be_imported_alone():
    for name in MODULES:
        run(f"import llsocket.{name}; assert llsocket.{name} is __import__('llsocket').{name}")


def test_version():
    assert ll.__version__.count(".") == 2
    done = run("import importlib.metadata as m; print(m.version('llsocket'))")
    assert done.stdout.strip() == ll.__version__


def test_import_brings_nothing_else():
    done = run(
        "import sys; before = set(sys.modules); import llsocket; print(set(sys.modules) - before)"
    )
    names = eval(done.stdout)
    assert {name.split(".")[0] for name in names} == {"llsocket"}


def test_import_is_as_quick_as_that_of_socket():
    def cost(module):
        done = run(f"import {module}", "-X", "importtime")
        return int(done.stderr.splitlines()[-1].split("|")[1])

    ours, theirs = (min(cost(module) for _ in range(5)) for module in ("llsocket", "socket"))
    assert ours <= theirs


def test_star():
    names = {}
    exec("from llsocket import *", names)
    assert {"Socket", "AddrInfo", "AF_INET", "pton", *MODULES} <= set(names)
    assert not any("getaddrinfo" in name for name in names)


def test_reload():
    assert importlib.reload(ll) is ll
    assert ll.socket.new.__module__ == "llsocket.socket"


def test_isolated_and_optimized():
    for option in ("-I", "-OO", "-Xdev"):
        done = run(
            """
            import llsocket as ll
            (one, two), err = ll.socket.pair(ll.SOCK_STREAM)
            one.close(), two.close()
            print(bool(ll.Socket.send.__doc__))
            """,
            option,
        )
        assert done.stdout == "True\n"
        assert done.stderr == ""
