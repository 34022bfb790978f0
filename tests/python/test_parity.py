"""The public names, compared with those of the package, in both directions."""

import importlib
import re
import types
from pathlib import Path

import llsocket
import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = ("inet", "unix", "addrinfo", "socket", "device", "poll", "env")
CLASSES = ("Socket", "AddrInfo")

#: What Python itself gives to a class that is compared, hashed, not made by hand, or not pickled,
#: and to a package.
CLASS = {"__doc__", "__module__", "__new__", "__reduce__"}
BUILTIN = {
    "Socket": CLASS,
    "AddrInfo": CLASS | {"__lt__", "__le__", "__gt__", "__ge__"},
    "llsocket": {"_llsocket"},
}

#: The fields of an interface that are absent where it has no such thing.
OPTIONAL = {"mtu", "label", "family", "addr", "netmask", "broadaddr", "dstaddr"}


def listed():
    """names.txt, as owner -> name -> kind: those that Python has on this system."""
    names = {}
    pattern = r"^(\w+) (\w+) ([a-z]+) (\w+) (\S+)"
    text = (ROOT / "tests/parity/names.txt").read_text()
    for owner, name, kind, languages, systems in re.findall(pattern, text, re.MULTILINE):
        here = systems == "all" or llsocket.env.os in systems.split(",")
        if languages != "lua" and here:
            names.setdefault(owner, {})[name] = kind
    return names


NAMES = listed()


def compared(owner, found):
    """What is on one side only."""
    builtin = BUILTIN.get(owner, set())
    wanted = set(NAMES[owner])
    missing = {f"missing: {owner}.{name}" for name in wanted - found}
    return missing | {f"not in the list: {owner}.{name}" for name in found - wanted - builtin}


def is_public(name):
    return not re.fullmatch(r"__\w+__", name) or name == "__version__"


def test_the_root():
    assert compared("llsocket", set(filter(is_public, vars(llsocket)))) == set()


@pytest.mark.parametrize("name", MODULES)
def test_a_module(name):
    module = getattr(llsocket, name)
    assert module is importlib.import_module(f"llsocket.{name}")
    assert NAMES["llsocket"][name] == "module"
    assert compared(name, set(filter(is_public, vars(module)))) == set()


def test_there_is_no_other_module():
    assert {name for name, kind in NAMES["llsocket"].items() if kind == "module"} == set(MODULES)


@pytest.mark.parametrize("name", CLASSES)
def test_a_class(name):
    assert NAMES["llsocket"][name] == "class"
    assert compared(name, set(vars(getattr(llsocket, name)))) == set()


def test_the_records():
    ai, _ = llsocket.addrinfo.inet("127.0.0.1", 80)
    ni, _ = ai.nameinfo(llsocket.NI_NUMERICHOST)
    assert compared("nameinfo", set(ni)) == set()
    addresses, _ = llsocket.device.getifaddrs()
    interfaces, _ = llsocket.device.nameindex()
    for each in addresses:
        assert compared("ifaddr", set(each) | OPTIONAL) == set()
    assert all(compared("interface", set(each)) == set() for each in interfaces)


def test_the_kinds():
    kinds = {
        "constant": (int, str),
        "function": types.BuiltinFunctionType,
        "module": types.ModuleType,
        "class": type,
        "value": (int, str),
    }
    for owner in ("llsocket", *MODULES):
        module = llsocket if owner == "llsocket" else getattr(llsocket, owner)
        for name, kind in NAMES[owner].items():
            value = getattr(module, name)
            assert isinstance(value, kinds[kind]), (owner, name)
            # The well-known addresses of IPv6 are text.
            assert kind != "constant" or type(value) is int or name.startswith("IN6ADDR_"), name


def test_methods_can_be_called():
    for owner in CLASSES:
        for name in NAMES[owner]:
            assert callable(getattr(getattr(llsocket, owner), name)), (owner, name)


def test_the_comparison_goes_red():
    found = set(NAMES["inet"])
    assert compared("inet", found) == set()
    assert compared("inet", found - {"getaddrinfo"}) == {"missing: inet.getaddrinfo"}
    assert compared("inet", found | {"new"}) == {"not in the list: inet.new"}
