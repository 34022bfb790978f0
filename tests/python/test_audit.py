"""Audit events, as Python's own socket raises them (PEP 578)."""

import errno
import os
import subprocess
import sys
import textwrap

import llsocket as ll
from support import bound, inet, ok

PRELUDE = """
import sys
import llsocket as ll

heard, refused = [], set()


def hook(event, args):
    if event.startswith("socket."):
        heard.append((event, args))
        if event in refused:
            raise PermissionError(event)


sys.addaudithook(hook)


def take():
    events, heard[:] = heard[:], []
    return events
"""


def run(code):
    """A hook stays for ever, so that each test has an interpreter of its own."""
    code = PRELUDE + textwrap.dedent(code)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_sockets_and_addresses():
    run("""
        ai = ll.addrinfo.inet("127.0.0.1", 0, ll.SOCK_DGRAM)[0]
        assert take() == []
        sock = ll.must(ll.socket.new(ai))
        assert take() == [("socket.__new__", (sock, ll.AF_INET, ll.SOCK_DGRAM, 0))]
        ll.must(sock.bind())
        assert take() == [("socket.bind", (sock, ("127.0.0.1", 0)))]
        here = ll.must(sock.getsockname())
        ll.must(sock.connect(here))
        assert take() == [("socket.connect", (sock, ("127.0.0.1", here.port())))]
        ll.must(sock.tryconnect(here))
        assert take() == [("socket.connect", (sock, ("127.0.0.1", here.port())))]
        ll.must(sock.sendto(b"x", here))
        assert take() == [("socket.sendto", (sock, ("127.0.0.1", here.port())))]
        ll.must(sock.send(b"x"))
        ll.must(sock.recv())
        ll.must(sock.recvfrom())
        assert take() == []
        six = ll.addrinfo.inet6("::1", 5)[0]
        sock.connect(six)
        assert take() == [("socket.connect", (sock, ("::1", 5, 0, 0)))]
        for path, told in ("/x/y", "/x/y"), ("\\0name", b"\\0name"), ("", ""):
            sock.connect(ll.addrinfo.unix(path)[0])
            assert take() == [("socket.connect", (sock, told))]
        other = ll.must(sock.dup())
        assert [event for event, _ in take()] == ["socket.__new__"]
        one, two = ll.must(ll.socket.pair(ll.SOCK_STREAM))
        assert [args[0] for _, args in take()] == [one, two]
        ll.must(one.sendfd(0))
        assert take() == [("socket.sendmsg", (one, None))]
        for each in (sock, other, one, two):
            each.close()
    """)


def test_names():
    run("""
        ll.inet.getaddrinfo("127.0.0.1", "80", ll.SOCK_STREAM)
        assert take() == [("socket.getaddrinfo", ("127.0.0.1", "80", 0, ll.SOCK_STREAM, 0))]
        ll.inet.getaddrinfo6(None, 80)
        assert take() == [("socket.getaddrinfo", (None, "80", ll.AF_INET6, 0, 0))]
        ai = ll.addrinfo.getaddrinfo("127.0.0.1", None, ll.AF_INET)[0][0]
        assert take() == [("socket.getaddrinfo", ("127.0.0.1", None, ll.AF_INET, 0, 0))]
        ai.nameinfo(flags=ll.NI_NUMERICHOST | ll.NI_NUMERICSERV)
        assert take() == [("socket.getnameinfo", (("127.0.0.1", 0),))]
        ll.gethostname()
        ll.getservbyname("http", "tcp")
        ll.getservbyport(80)
        assert take() == [
            ("socket.gethostname", ()),
            ("socket.getservbyname", ("http", "tcp")),
            ("socket.getservbyport", (80, None)),
        ]
    """)


def test_clients_and_servers(tmp_path):
    run(f"""
        path = {str(tmp_path / "socket")!r}
        server = ll.must(ll.inet.listen("127.0.0.1", 0))
        events = take()
        assert events[:2] == [
            ("socket.getaddrinfo", ("127.0.0.1", "0", 0, ll.SOCK_STREAM, ll.IPPROTO_TCP)),
            ("socket.bind", (None, ("127.0.0.1", "0"))),
        ]
        assert events[2][0] == "socket.__new__"
        port = ll.must(server.getsockname()).port()
        client = ll.must(ll.inet.connect("localhost", port, 5))
        events = take()
        assert events[0][0] == "socket.getaddrinfo"
        assert ("socket.connect", (None, ("127.0.0.1", port))) in events
        assert events[-1] == ("socket.__new__", (client, ll.AF_INET, ll.SOCK_STREAM, 6))
        peer = ll.must(server.accept())
        assert [event for event, _ in take()] == ["socket.__new__"]
        there = ll.must(ll.unix.listen(path))
        assert take()[0] == ("socket.bind", (None, path))
        here = ll.must(ll.unix.connect(path))
        assert take()[0] == ("socket.connect", (None, path))
        for each in (server, client, peer, there, here):
            each.close()
    """)


def test_what_a_hook_refuses_is_not_done():
    run("""
        import os

        def refuses(event, call):
            refused.add(event)
            try:
                call()
            except PermissionError as error:
                assert str(error) == event
            else:
                raise AssertionError(event)
            finally:
                refused.clear()

        ai = ll.addrinfo.inet("127.0.0.1", 0, ll.SOCK_DGRAM)[0]
        sock, target = ll.must(ll.socket.new(ai)), ll.must(ll.socket.new(ai))
        ll.must(target.bind())
        there = ll.must(target.getsockname())
        refuses("socket.bind", sock.bind)
        assert ll.must(sock.getsockname()).port() == 0
        refuses("socket.connect", lambda: sock.connect(there))
        assert sock.getpeername()[1] is not None
        refuses("socket.sendto", lambda: sock.sendto(b"x", there))
        assert target.recvable(0) == (None, None, True)
        for event in "getaddrinfo", "__new__":
            refuses(f"socket.{event}", lambda: ll.inet.listen("127.0.0.1", 0))
        refuses("socket.getnameinfo", there.nameinfo)
        refuses("socket.gethostname", ll.gethostname)
        take()  # What was heard of holds its socket.
        before = len(os.listdir("/proc/self/fd"))
        refuses("socket.__new__", lambda: ll.socket.new(ai))
        take()
        assert len(os.listdir("/proc/self/fd")) == before
        sock.close()
        target.close()
    """)


def test_an_error_tells_the_address(tmp_path):
    with bound(ll.SOCK_STREAM) as sock:
        here = ok(sock.getsockname())
        with ok(ll.socket.new(here)) as other:
            for err in (other.bind(), other.connect(), other.connect(here)):
                assert isinstance(err, OSError)
                assert err.filename == f"127.0.0.1:{here.port()}"
                assert str(err) == f"[Errno {err.errno}] {os.strerror(err.errno)}: {err.filename!r}"
            _, err, _ = other.tryconnect()
            assert err.filename == f"127.0.0.1:{here.port()}"
        _, err, _ = ll.inet.connect("127.0.0.1", here.port())
        assert isinstance(err, ConnectionRefusedError)
        assert err.filename == f"127.0.0.1:{here.port()}"
    with ok(ll.socket.open(ll.AF_INET6, ll.SOCK_DGRAM)) as six:
        _, err, _ = six.sendto(b"x", ok(ll.addrinfo.inet6("::1", 0)))
        assert err is None or err.filename == "[::1]:0"
    with bound(ll.SOCK_DGRAM) as udp:
        _, err, _ = udp.sendto(b"x" * 70000, inet(9))
        assert err.errno == errno.EMSGSIZE
        assert err.filename == "127.0.0.1:9"
        assert udp.getpeername()[1].filename is None
    path = str(tmp_path / "nothing")
    _, err = ll.unix.connect(path)
    assert isinstance(err, FileNotFoundError)
    assert err.filename == path
    _, err = ll.unix.listen(f"{path}/x")
    assert err.filename == f"{path}/x"


def test_flags_by_name_and_by_position():
    one, two = ok(ll.socket.pair(ll.SOCK_STREAM))
    with one, two:
        ok(one.send(b"abc", flags=ll.MSG_NOSIGNAL))
        assert ok(two.recv(2, flags=ll.MSG_PEEK)) == b"ab"
        assert ok(two.recv(2, ll.MSG_PEEK, flags=ll.MSG_DONTWAIT)) == b"ab"
        assert ok(two.recv(2, ll.MSG_PEEK, None, flags=None)) == b"ab"
        assert ok(two.recv(3)) == b"abc"
        assert two.recv(flags=ll.MSG_DONTWAIT) == (None, None, True)
        assert two.recvfrom(100, flags=ll.MSG_DONTWAIT) == (None, None, None, True)
    found = ok(ll.inet.getaddrinfo(None, 80, flags=ll.AI_PASSIVE))
    assert {ai.addr() for ai in found} <= {"0.0.0.0", "::"}
    assert ok(inet(80).nameinfo(flags=ll.NI_NUMERICHOST))["host"] == "127.0.0.1"
