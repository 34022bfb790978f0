"""Documentation: help for every name, in Python's words, and arguments that have names."""

import inspect
import io
import pydoc
import re

import llsocket as ll
import pytest
from support import inet, ok
from waiting import opened

MODULES = [ll, ll.inet, ll.unix, ll.addrinfo, ll.socket, ll.device, ll.env]

#: Names of types and of machinery that a Python programmer has never heard of.
RUST = re.compile(
    r"\b(i32|u32|i64|u64|usize|isize|u16|PyAny|Bound|Option<|Result<|Vec<|&str|impl)\b"
)


def public(of):
    names = getattr(of, "__all__", None) or dir(of)
    return [name for name in names if not name.startswith("_")]


CALLABLE = {
    f"{module.__name__}.{name}": getattr(module, name)
    for module in MODULES
    for name in public(module)
    if callable(getattr(module, name)) and not isinstance(getattr(module, name), type)
}
METHODS = {
    f"{cls.__name__}.{name}": getattr(cls, name)
    for cls in (ll.Socket, ll.AddrInfo)
    for name in public(cls)
}
EVERY = {**CALLABLE, **METHODS}


def described(of):
    out = io.StringIO()
    pydoc.Helper(output=out).help(of)
    return out.getvalue()


def test_help_is_there_and_in_pythons_words():
    for name, of in EVERY.items():
        assert len((of.__doc__ or "").split()) >= 3, name
        assert not RUST.search(described(of)), name


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_modules_have_help(module):
    assert module.__doc__
    assert inspect.getdoc(module).splitlines()[0].endswith(".")
    assert not RUST.search(described(module))


@pytest.mark.parametrize("cls", [ll.Socket, ll.AddrInfo])
def test_classes_have_help(cls):
    text = described(cls)
    assert cls.__doc__
    for name in public(cls):
        assert f" {name}(" in text
    assert not RUST.search(text)


def test_signatures_can_be_seen():
    for name, of in EVERY.items():
        for parameter in inspect.signature(of).parameters.values():
            assert parameter.kind is not inspect.Parameter.VAR_KEYWORD, name
            assert parameter.name.islower(), name


def test_arguments_by_name(stack):
    one, two = opened(stack, ll.SOCK_SEQPACKET)
    assert one.send(msg=b"x") == (1, None, False)
    assert two.recv(bufsize=10) == (b"x", None, False)
    assert one.write(msg=b"x") == (1, None, False)
    assert two.read(bufsize=10) == (b"x", None, False)
    assert two.recvable(sec=0) == (None, None, True)
    assert one.rcvtimeo(sec=1.5) == (1.5, None)
    assert one.nonblock(enable=True) == (True, None)
    assert ok(ll.addrinfo.inet(addr="127.0.0.1", port=1, socktype=1, protocol=0)) == inet(1)
    assert ok(ll.inet.getaddrinfo(host="127.0.0.1", port="1", socktype=1))[0].port() == 1
    for sock in ok(ll.socket.pair(socktype=ll.SOCK_STREAM, nonblock=True, protocol=0)):
        assert sock.shutdown(flag=ll.SHUT_RD) is None
        assert sock.close(flag=None) is None


def test_no_argument_by_a_name_that_is_none(stack):
    one, _ = opened(stack)
    with pytest.raises(TypeError, match="flag"):
        one.send(b"x", flag=1)
    with pytest.raises(TypeError, match="msg"):
        one.send()
    with pytest.raises(TypeError):
        one.fileno(1)
