"""Sockets of every family and type, and what goes through them, for the random caller."""

import os
import types

import llsocket
from random_values import (
    FILE,
    SIZES,
    Caller,
    any_bytes,
    any_object,
    calls,
    chance,
    choose,
    descriptors,
)

MODULES = {
    name: module
    for name, module in vars(llsocket).items()
    if isinstance(module, types.ModuleType) and not name.startswith("_")
}
FUNCTIONS = [
    (module, f"_{name}_{each}", each)
    for name, module in MODULES.items()
    for each in sorted(vars(module))
    if callable(getattr(module, each)) and not each.startswith("_")
]
FUNCTIONS += [
    (llsocket, name, name)
    for name, function in sorted(vars(llsocket).items())
    if isinstance(function, types.BuiltinFunctionType)
]
FREQUENT = ["accept", "bind", "connect", "dup", "listen", "recv", "recv", "recvfd", "recvfrom"]
FREQUENT += ["send", "send", "sendfd", "sendfile", "sendto"]


def make(name, *args):
    """Calls a function of a module, and gives its value, the first where it is a list."""
    module, _, function = name.partition(".")
    result = Caller.call(f"_{module}_{function}", getattr(MODULES[module], function), list(args))
    value = result[0] if type(result) is tuple else None
    return value[0] if isinstance(value, list) and value else value


def method(thing, name, *args):
    if thing is None:
        return None
    result = Caller.call(f"{type(thing).__name__}.{name}", getattr(thing, name), list(args))
    return result[0] if type(result) is tuple else result


def connection(ai):
    server = ai and make("socket.new", ai, chance(0.5))
    method(server, "bind")
    method(server, "listen")
    place = method(server, "getsockname")
    client = place and make("socket.new", place, chance(0.5))
    method(client, "connect")
    method(server, "accept", chance(0.3))


def bound_socket(ai):
    method(ai and make("socket.new", ai, chance(0.5)), "bind")


def exchange():
    """Something goes from one end to the other."""
    socktype = choose([1, 2, 5])
    result = Caller.call("_socket_pair", llsocket.socket.pair, [socktype, chance(0.5)])
    ends = result[0] if type(result) is tuple else None
    one, other = ends or (None, None)
    method(one, "send", any_bytes())
    method(other, choose(["recv", "recvfrom", "read"]), choose(SIZES))
    method(one, "sendfile", FILE, choose(SIZES), choose([0, 1, 99999]))
    method(other, "recv", choose(SIZES))
    method(other, "sendfd", choose([FILE, any_object()]))
    method(one, "recvfd")


FIXTURES = [
    exchange,
    exchange,
    exchange,
    lambda: connection(make("addrinfo.inet", "127.0.0.1", 0, 1)),
    lambda: connection(make("addrinfo.inet", "127.0.0.1", 0, 1, 262)),
    lambda: connection(make("addrinfo.inet6", "::1", 0, 1)),
    lambda: connection(make("addrinfo.unix", f"socket{next(calls)}", choose([1, 5]))),
    lambda: connection(make("addrinfo.unix", f"\0name{next(calls)}", choose([1, 5]))),
    lambda: bound_socket(make("addrinfo.inet", "127.0.0.1", 0, 2)),
    lambda: bound_socket(make("addrinfo.inet6", "::", 0, 2)),
    lambda: bound_socket(make("addrinfo.inet", "0.0.0.0", 0, 3, 1)),
    lambda: bound_socket(make("addrinfo.unix", "", 2)),
    lambda: bound_socket(make("addrinfo.netlink", 0, choose([0, 1]))),
    lambda: bound_socket(make("addrinfo.vsock", 1, 2000 + next(calls) % 1000, choose([1, 2, 5]))),
    lambda: bound_socket(make("addrinfo.packet", "lo", 3, choose([2, 3]))),
    lambda: descriptors.extend(os.pipe()),
]
