"""Misuse is raised, and says which argument was wrong, in Python's words."""

import collections.abc
import enum
import socket
import time

import llsocket as ll
import pytest
from support import inet, ok, pair

MODULES = {
    "inet": ll.inet,
    "unix": ll.unix,
    "addrinfo": ll.addrinfo,
    "socket": ll.socket,
    "device": ll.device,
    "poll": ll.poll,
}


@pytest.fixture
def sock():
    one, two = pair(nonblock=True)
    with one, two:
        yield one


TYPE_ERRORS = {
    "a str is no message": (lambda s: s.send("x"), "msg", "a bytes-like object, not str"),
    "nor is a number": (lambda s: s.write(1), "msg", "a bytes-like object, not int"),
    "None is no message": (lambda s: s.sendto(None, inet()), "msg", "not None"),
    "a bool is no size": (lambda s: s.recv(True), "bufsize", "int, not bool"),
    "nor is a float": (lambda s: s.recv(1.0), "bufsize", "int, not float"),
    "a str is no size": (lambda s: s.recv("1"), "bufsize", "int, not str"),
    "a bool is no flag": (lambda s: s.recv(1, False), "flags", "int, not bool"),
    "an int is no bool": (lambda s: s.reuseaddr(1), "enable", "bool, not int"),
    "a str is no bool": (lambda s: s.nonblock("no"), "enable", "bool, not str"),
    "a float is no int": (lambda s: s.priority(1.0), "priority", "int, not float"),
    "a bool is no int": (lambda s: s.rcvbuf(True), "size", "int, not bool"),
    "a bool is no time": (lambda s: s.rcvtimeo(True), "sec", "int or float, not bool"),
    "a str is no time": (lambda s: s.recvable("1"), "sec", "int or float, not str"),
    "a tuple is no addrinfo": (lambda s: s.connect(("127.0.0.1", 80)), "ai", "AddrInfo"),
    "a str is no addrinfo": (lambda s: s.bind("127.0.0.1"), "ai", "AddrInfo"),
    "nor is an empty list": (lambda s: s.bind([]), "ai", "AddrInfo"),
    "nor is a socket": (lambda s: s.dup(s), "ai", "not Socket"),
    "None is no addrinfo here": (lambda s: s.sendto(b"", None), "ai", "not None"),
    "a float is no descriptor": (lambda s: s.sendfd(1.0), "fd", "int or an object with fileno()"),
    "nor is a bool": (lambda s: s.sendfile(True, 1), "file", "int or an object with fileno()"),
    "a float is no number of bytes": (lambda s: s.sendfile(0, 1.5), "bytes", "int, not float"),
    "a list is no interface": (lambda s: s.mcastif([]), "interface", "str or int, not list"),
    "bytes are no group": (lambda s: s.mcastjoin(b"224.0.0.1"), "group", "str"),
    "a list of three is no range": (lambda s: s.localportrange([1, 2, 3]), "range", "two ports"),
    "a list of two is no instruction": (lambda s: s.attachfilter([[1, 2]]), "program", "code"),
    "a str is no raw value": (lambda s: s.setsockopt(1, 1, "x"), "value", "int or a bytes-like"),
    "bytes are no host": (lambda s: ll.inet.getaddrinfo(b"localhost"), "host", "str, not bytes"),
    "bytes are no service": (lambda s: ll.inet.getaddrinfo("h", b"80"), "port", "str or int"),
    "None is no value of an option": (lambda s: s.reuseaddr(None), "enable", "bool, not None"),
    "nor of another": (lambda s: s.linger(None), "sec", "int, not None"),
    "a bool is no port": (lambda s: ll.addrinfo.inet("h", True), "port", "int or str, not bool"),
    "a number is no path": (lambda s: ll.addrinfo.unix(1), "path", "str, bytes or os.PathLike"),
    "None is no path": (lambda s: ll.unix.getaddrinfo(None), "path", "not None"),
    "a str is no family": (lambda s: ll.pton("inet", "1.1.1.1"), "family", "int, not str"),
}

OVERFLOWS = {
    "a flag beyond an int": (lambda s: s.recv(1, 2**31), "flags"),
    "a size beyond all": (lambda s: s.recv(2**63), "bufsize"),
    "a negative port": (lambda s: ll.addrinfo.inet("127.0.0.1", -1), "port"),
    "a port too far": (lambda s: ll.addrinfo.inet("127.0.0.1", 65536), "port"),
    "a huge option": (lambda s: s.rcvbuf(2**31), "size"),
    "a huge descriptor": (lambda s: ll.socket.close(2**40), "fd"),
    "a huge backlog": (lambda s: s.listen(2**31), "backlog"),
    "a negative interface": (lambda s: s.mcastif(-1), "interface"),
    "a huge type": (lambda s: ll.socket.pair(2**31), "socktype"),
    "a huge time": (lambda s: s.recvable(10**400), "sec"),
    "a short that is none": (lambda s: ll.htons(65536), "number"),
    "a long that is none": (lambda s: ll.htonl(-1), "number"),
}

VALUE_ERRORS = {
    "a backlog of none": (lambda s: s.listen(0), "backlog"),
    "a negative backlog": (lambda s: s.listen(-5), "backlog"),
    "a port of letters": (lambda s: ll.addrinfo.inet("127.0.0.1", "http"), "port"),
    "a port of too many digits": (lambda s: ll.addrinfo.inet("127.0.0.1", "65536"), "port"),
    "scattered memory": (lambda s: s.send(memoryview(b"abcd")[::2]), "msg"),
    "memory backwards": (lambda s: s.send(memoryview(b"abcd")[::-1]), "msg"),
}


@pytest.mark.parametrize("case", TYPE_ERRORS)
def test_wrong_types(sock, case):
    call, name, words = TYPE_ERRORS[case]
    with pytest.raises(TypeError) as caught:
        call(sock)
    assert str(caught.value).startswith(f"argument '{name}' must be ")
    assert words in str(caught.value)


@pytest.mark.parametrize("case", OVERFLOWS)
def test_out_of_range(sock, case):
    call, name = OVERFLOWS[case]
    with pytest.raises(OverflowError, match=f"argument '{name}' must be from .* to .*, not "):
        call(sock)


@pytest.mark.parametrize("case", VALUE_ERRORS)
def test_wrong_values(sock, case):
    call, name = VALUE_ERRORS[case]
    with pytest.raises(ValueError, match=f"argument '{name}' must be "):
        call(sock)


def test_absent_and_superfluous_arguments(sock):
    for call in (sock.send, sock.sendto, sock.setsockopt, ll.socket.new, ll.unix.getaddrinfo):
        with pytest.raises(TypeError, match="missing"):
            call()
    with pytest.raises(TypeError, match="argument"):
        sock.reuseaddr(True, True)
    with pytest.raises(TypeError, match="unexpected keyword"):
        sock.recv(size=1)


def test_keywords(sock):
    assert sock.recv(bufsize=1)[2] is True
    assert sock.send(msg=b"x") == (1, None, False)
    assert sock.nonblock(enable=True) == (True, None)
    assert ok(ll.inet.getaddrinfo(host="127.0.0.1", port="1", socktype=ll.SOCK_STREAM))
    assert ok(ll.addrinfo.inet(addr="127.0.0.1", port=1, protocol=6, socktype=1)).protocol() == 6


def test_none_stands_for_absent(sock):
    assert sock.recv(None)[2] is True
    assert sock.connect(None) is not None
    assert sock.recvable(0) == (None, None, True)
    one, two = ok(ll.socket.pair(ll.SOCK_STREAM, None, None))
    with one, two:
        assert one.nonblock() == (False, None)
        assert one.shutdown(None) is None


def test_subclasses_of_int_are_ints(sock):
    class Size(enum.IntEnum):
        SMALL = 3

    assert sock.recv(Size.SMALL, socket.MSG_DONTWAIT)[2] is True
    one, two = ok(ll.socket.pair(socket.SOCK_STREAM))
    with one, two:
        assert one.family() == socket.AF_UNIX


#: One argument read item by item, for each method that does so.
READ = {
    "sendto": lambda s, seq: s.sendto(b"", seq),
    "bind": lambda s, seq: s.bind(seq),
    "dup": lambda s, seq: s.dup(seq),
    "mcastjoin": lambda s, seq: s.mcastjoin(seq),
    "mcastjoinsrc": lambda s, seq: s.mcastjoinsrc("224.0.0.1", seq),
    "localportrange": lambda s, seq: s.localportrange(seq),
    "attachfilter": lambda s, seq: s.attachfilter(seq),
    "an instruction": lambda s, seq: s.attachfilter([seq]),
}


class Raising(collections.abc.Sequence):
    """Raises where it is asked for its length, or for an item."""

    def __init__(self, raised, asked):
        self.raised, self.asked = raised, asked

    def __len__(self):
        if self.asked == "length":
            raise self.raised
        return 4 if self.asked == "four" else 2

    def __getitem__(self, index):
        raise self.raised


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("raised", [KeyboardInterrupt, MemoryError, RuntimeError, SystemExit])
def test_exceptions_are_not_lost_while_arguments_are_read(sock, name, raised):
    with pytest.raises(raised):
        READ[name](sock, Raising(raised, "four" if name == "an instruction" else "two"))
    if name in ("localportrange", "an instruction"):
        with pytest.raises(raised):
            READ[name](sock, Raising(raised, "length"))


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("raised", [TypeError, IndexError])
def test_what_says_that_it_is_no_sequence_is_misuse(sock, name, raised):
    if name == "attachfilter" and raised is IndexError:
        return  # That is how an iteration ends.
    with pytest.raises(TypeError, match=r"argument '[a-z]+' must be"):
        READ[name](sock, Raising(raised("mine"), "four" if name == "an instruction" else "two"))


def test_an_exception_from_a_class_check_is_not_lost(sock):
    class Odd:
        @property
        def __class__(self):
            raise KeyboardInterrupt

    for call in READ.values():
        with pytest.raises(KeyboardInterrupt):
            call(sock, Odd())


def test_an_exception_from_fileno_is_not_lost(sock):
    class File:
        def fileno(self):
            raise KeyboardInterrupt

    for call in (lambda: sock.sendfd(File()), lambda: sock.sendfile(File(), 1)):
        with pytest.raises(KeyboardInterrupt):
            call()


@pytest.mark.parametrize(
    "number",
    [10**5000, -(10**5000), 1 << 10**7, 2**64],
    ids=["5000 digits", "negative", "3 million digits", "65 bits"],
)
def test_an_integer_of_many_digits_is_an_overflow(sock, number):
    begin = time.perf_counter()
    calls = [
        (lambda: sock.recv(number), "bufsize"),
        (lambda: sock.priority(number), "priority"),
        (lambda: sock.rcvtimeo(number), "sec"),
        (lambda: sock.sendfile(0, number), "bytes"),
        (lambda: sock.sendfd(number), "fd"),
        (lambda: ll.htons(number), "number"),
    ]
    for call, name in calls:
        with pytest.raises(OverflowError, match=f"'{name}' .* not an integer beyond 64 bits"):
            call()
    with pytest.raises(TypeError, match="two ports"):
        sock.localportrange([1, number])
    assert time.perf_counter() - begin < 1


def test_a_long_argument_is_cut_in_the_message():
    with pytest.raises(ValueError, match="must be a port") as caught:
        ll.addrinfo.inet("127.0.0.1", "\u20ac" * 10**6)
    assert len(str(caught.value)) < 300
    assert str(caught.value).endswith("...")


def test_no_word_of_rust(sock):
    for call, *_ in (*TYPE_ERRORS.values(), *OVERFLOWS.values(), *VALUE_ERRORS.values()):
        with pytest.raises((TypeError, ValueError, OverflowError)) as caught:
            call(sock)
        words = str(caught.value)
        assert not any(rust in words for rust in ("i32", "u16", "Py", "Option", "usize", "&str"))
        assert not getattr(caught.value, "__notes__", None)


def test_classes_have_no_constructor_and_no_heirs():
    for cls in (ll.Socket, ll.AddrInfo):
        with pytest.raises(TypeError):
            cls()
        with pytest.raises(TypeError):
            type("Heir", (cls,), {})
        assert cls.__module__ == "llsocket"


#: What builds with debug assertions have for this test, as ./dev sanitize makes them.
PANICS = ["_panic_attached", "_panic_detached"]


@pytest.mark.skipif(
    not hasattr(ll._llsocket, PANICS[0]), reason="needs a build with debug assertions"
)
@pytest.mark.parametrize("name", PANICS)
def test_no_panic_gets_out(name, capfd):
    with pytest.raises(SystemError, match="llsocket: internal error"):
        getattr(ll._llsocket, name)()
    assert "panicked" in capfd.readouterr().err
