"""Objects as Python expects them: context managers, collection, equality, text forms."""

import copy
import errno
import gc
import os
import pickle
import re
import sys
import warnings
import weakref

import llsocket as ll
import pytest
from support import inet, ok, pair, run
from waiting import opened


def test_with_closes():
    one, two = pair()
    with one as entered:
        assert entered is one
        assert one.fileno() >= 0
    assert one.fileno() == -1
    with two, pytest.raises(ZeroDivisionError), two:
        raise ZeroDivisionError
    assert two.fileno() == -1


def test_with_takes_a_socket_that_is_closed_within():
    one, two = pair()
    with one, two:
        assert one.close() is None
        assert two.close() is None
        assert one.close() is None


def test_with_on_a_closed_socket_is_quiet():
    one, two = pair()
    two.close()
    one.close()
    with one:
        assert one.send(b"x")[1].errno == errno.EBADF


def test_fileno(stack):
    one, _ = opened(stack)
    fd = one.fileno()
    assert fd == one.fd()
    assert os.fstat(fd)
    one.close()
    assert one.fileno() == -1


def test_repr_says_what_it_is(stack):
    one, _ = opened(stack)
    assert repr(one) == f"<llsocket.Socket unix stream fd {one.fd()}>"
    assert str(one) == repr(one)
    one.close()
    assert repr(one) == "<llsocket.Socket unix stream closed>"
    assert repr(inet(80)) == "<llsocket.AddrInfo inet stream 127.0.0.1:80>"


@pytest.mark.parametrize(
    ("ai", "shown"),
    [
        (lambda: ll.addrinfo.inet6("::1", 80, 2, ll.IPPROTO_UDP), "inet6 dgram udp [::1]:80"),
        (lambda: ll.addrinfo.unix("/a/path", ll.SOCK_STREAM), "unix stream /a/path"),
        (lambda: ll.addrinfo.unix("\0name", ll.SOCK_STREAM), "unix stream @name"),
    ],
)
def test_repr_of_addresses(ai, shown):
    assert repr(ok(ai())) == f"<llsocket.AddrInfo {shown}>"


def test_repr_is_printable():
    ai = ok(ll.addrinfo.unix(b"\0\x1b[2J\n\xff\t\0", ll.SOCK_STREAM))
    assert repr(ai).isprintable()
    assert repr(ai).startswith("<llsocket.AddrInfo unix stream @")


def test_addresses_are_values():
    assert inet(80) == inet(80)
    assert (inet(80) != inet(80)) is False
    assert inet(80) != inet(81)
    assert inet(80) != "127.0.0.1"
    assert inet(80) != None  # noqa: E711
    assert (inet(80) == 80) is False
    assert hash(inet(80)) == hash(inet(80))
    assert len({inet(80), inet(80), inet(81)}) == 2
    assert {inet(80): "kept"}[inet(80)] == "kept"
    with pytest.raises(TypeError):
        assert inet(80) < inet(81)


def test_addresses_from_everywhere_are_equal(stack):
    server = stack.enter_context(ok(ll.socket.new(inet(0))))
    assert server.bind() is None
    told = ok(server.getsockname())
    built = inet(told.port())
    (found,) = ok(ll.inet.getaddrinfo("127.0.0.1", str(told.port()), ll.SOCK_STREAM))
    assert told.addr() == built.addr() == found.addr()
    assert built.raw() == found.raw() == told.raw()


def test_sockets_are_equal_only_to_themselves(stack):
    one, two = opened(stack)
    assert one == one  # noqa: PLR0124
    assert one != two
    assert len({one, two, one}) == 2
    assert hash(one) != hash(two)


def test_an_unclosed_socket_is_warned_of():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        one, two = pair()
        shown, fds = [repr(one), repr(two)], [one.fd(), two.fd()]
        del one, two
        gc.collect()
    assert [warning.category for warning in caught] == [ResourceWarning] * 2
    assert sorted(str(warning.message) for warning in caught) == sorted(
        f"unclosed {text}" for text in shown
    )
    for fd in fds:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(fd)


def test_a_socket_that_was_closed_or_given_up_is_not_warned_of():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        one, two = pair()
        one.close()
        fd = ok(two.unwrap())
        del one, two
        gc.collect()
        os.close(fd)


def test_a_warning_leaves_the_exception_alone_that_is_under_way():
    def leave(key):
        # Collected on the way out, while the exception passes through.
        socks = pair()
        assert socks
        return {}[key]

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            leave("absent")
        except KeyError as err:
            assert err.args == ("absent",)  # noqa: PT017
            assert err.__context__ is None  # noqa: PT017
            assert not caught
            err.__traceback__ = None
        else:
            pytest.fail("the exception is gone")
        gc.collect()
    assert [warning.category for warning in caught] == [ResourceWarning] * 2


def test_collected_by_the_very_call_that_raises():
    class Holder:
        def __init__(self):
            self.socks = pair()

        def __index__(self):
            # The lookup fails, and as this returns, the only reference goes.
            del self.socks
            raise ZeroDivisionError

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with pytest.raises(ZeroDivisionError):
            range(Holder())
        gc.collect()
    assert [warning.category for warning in caught] == [ResourceWarning] * 2


def test_collected_with_the_frame_that_raises():
    # A generator that is closed has its frame cleared while GeneratorExit is set.
    def generate():
        socks = pair()
        yield len(socks)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        generator = generate()
        assert next(generator) == 2
        with pytest.raises(KeyError, match="thrown"):
            generator.throw(KeyError("thrown"))
        del generator
        gc.collect()
    assert [warning.category for warning in caught] == [ResourceWarning] * 2


def test_a_warning_that_is_an_error_goes_where_destructors_send_theirs(unraisable):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        one, two = pair()
        two.close()
        del one
        gc.collect()
    assert [told.exc_type for told in unraisable] == [ResourceWarning]
    unraisable.clear()


def test_a_warning_at_the_end_of_a_thread_or_a_process():
    told = run(
        """
        import threading, llsocket
        def leave():
            llsocket.socket.pair(llsocket.SOCK_STREAM)
        thread = threading.Thread(target=leave)
        thread.start()
        thread.join()
        kept = llsocket.socket.pair(llsocket.SOCK_STREAM)
        """,
        "-X",
        "dev",
    )
    assert told.stderr.count("ResourceWarning: unclosed <llsocket.Socket unix stream fd") >= 2
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_nothing_is_pickled(protocol, stack):
    one, _ = opened(stack)
    for thing in (one, inet(80)):
        with pytest.raises(TypeError, match=type(thing).__name__):
            pickle.dumps(thing, protocol)


@pytest.mark.parametrize("how", [copy.copy, copy.deepcopy])
def test_nothing_is_copied(how, stack):
    one, _ = opened(stack)
    for thing in (one, inet(80)):
        with pytest.raises(TypeError, match=type(thing).__name__):
            how(thing)


def test_weak_references(stack):
    one, _ = opened(stack)
    ai = inet(80)
    refs = [weakref.ref(one), weakref.ref(ai)]
    assert [ref() for ref in refs] == [one, ai]
    del ai
    gc.collect()
    assert refs[1]() is None
    gone = []
    weakref.finalize(one, gone.append, True)
    keys = weakref.WeakKeyDictionary({one: "kept"})
    assert keys[one] == "kept"


def test_types(stack):
    one, _ = opened(stack)
    assert isinstance(one, ll.Socket)
    assert isinstance(inet(80), ll.AddrInfo)
    for cls in (ll.Socket, ll.AddrInfo):
        assert cls.__module__ == "llsocket"
        assert repr(cls) == f"<class 'llsocket.{cls.__name__}'>"
        with pytest.raises(TypeError):
            cls()
        with pytest.raises(TypeError):
            type("Sub", (cls,), {})
    with pytest.raises(AttributeError):
        one.unknown = 1
    with pytest.raises(AttributeError):
        one.recv = None


def test_errors_are_values(stack):
    one, _ = opened(stack)
    one.close()
    _, err, _ = one.send(b"x")
    assert bool(err) is True
    assert err.__traceback__ is None
    with pytest.raises(OSError, match="Bad file descriptor"):
        raise err
    refused = ok(ll.socket.new(inet(1)))
    with refused:
        assert isinstance(refused.connect(), ConnectionRefusedError)


def test_import_brings_little_along():
    told = run("""
        import sys
        before = set(sys.modules)
        import llsocket
        print(*sorted(name for name in set(sys.modules) - before if "llsocket" not in name))
    """)
    assert told.stdout.split() == []


def test_version_and_types_are_shipped():
    assert re.fullmatch(r"\d+\.\d+\.\d+.*", ll.__version__)
    folder = os.path.dirname(ll.__file__)
    assert {"py.typed", "_llsocket.pyi"} <= set(os.listdir(folder))
    assert sys.modules["llsocket.socket"] is ll.socket
