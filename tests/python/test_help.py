"""Help: everything public says what it does, what it takes, and what comes back."""

import inspect
import pydoc

import llsocket as ll
import pytest

MODULES = [ll.addrinfo, ll.device, ll.inet, ll.poll, ll.socket, ll.unix]


def everything():
    for module in MODULES:
        for name in module.__all__:
            yield pytest.param(getattr(module, name), id=f"{module.__name__}.{name}")
    for cls in (ll.Socket, ll.AddrInfo):
        for name, method in vars(cls).items():
            if not name.startswith("_"):
                yield pytest.param(method, id=f"{cls.__name__}.{name}")
    for name, thing in vars(ll).items():
        if inspect.isbuiltin(thing) and not name.startswith("_"):
            yield pytest.param(thing, id=name)


EVERYTHING = list(everything())
CLOSED = ll.socket.new(ll.addrinfo.inet("127.0.0.1", 0)[0])[0]
CLOSED.close()


@pytest.mark.parametrize("thing", EVERYTHING)
def test_everything_is_documented(thing):
    text = inspect.getdoc(thing)
    assert text
    summary = text.split("\n\n")[0].replace("\n", " ")
    assert summary.endswith((".", ";"))
    assert "Returns:" in text
    assert max(map(len, text.splitlines())) < 80
    for word in ("Option<", "usize", "i32", "&str", "[`", "Self::"):
        assert word not in text


@pytest.mark.parametrize("thing", EVERYTHING)
def test_everything_has_a_signature(thing):
    signature = inspect.signature(thing)
    text = inspect.getdoc(thing)
    for name, parameter in signature.parameters.items():
        if name == "self":
            continue
        star = "*" if parameter.kind is parameter.VAR_POSITIONAL else ""
        assert f"\n    {star}{name}: " in text
        if parameter.default is ...:
            # What an option is set to: None does not stand for its absence.
            with pytest.raises(TypeError):
                thing(CLOSED, None)


@pytest.mark.parametrize("module", MODULES)
def test_help_of_a_module_shows_its_functions(module):
    text = pydoc.render_doc(module, renderer=pydoc.plaintext)
    for name in module.__all__:
        assert f"    {name}(" in text
        assert getattr(module, name).__name__ == name
        assert getattr(module, name).__module__ == module.__name__


def test_help_of_the_package():
    text = pydoc.render_doc(ll, renderer=pydoc.plaintext)
    assert "with results in place of exceptions" in text
    for name in ("class Socket", "class AddrInfo", "pton(family, text)", "AF_INET = 2"):
        assert name in text


def test_help_of_a_socket():
    text = pydoc.render_doc(ll.Socket, renderer=pydoc.plaintext)
    for line in (
        "recv(self, /, bufsize=None, *more, flags=0)",
        "accept(self, /, peer=False)",
        "sendfile(self, /, file, bytes, offset=0)",
        "tcpnodelay(self, /, enable=Ellipsis)",
    ):
        assert line in text
