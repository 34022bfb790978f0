"""Names to addresses and back."""

import os
import shutil
import socket
import subprocess
import sys

import llsocket as ll
import pytest
from support import listener, ok, run


def fails_gai(result, number):
    value, err = result
    assert value is None
    assert type(err) is socket.gaierror
    assert err.errno == number
    assert err.strerror
    return True


def test_numbers():
    infos = ok(ll.inet.getaddrinfo("127.0.0.1", "80", ll.SOCK_STREAM))
    assert type(infos) is list
    (ai,) = infos
    assert (ai.addr(), ai.port(), ai.socktype(), ai.protocol()) == ("127.0.0.1", 80, 1, 6)


def test_every_type_without_one():
    infos = ok(ll.inet.getaddrinfo("127.0.0.1", "80"))
    assert {ai.socktype() for ai in infos} >= {ll.SOCK_STREAM, ll.SOCK_DGRAM}


def test_nobody_is_this_host():
    (ai,) = ok(ll.inet.getaddrinfo(None, "80", ll.SOCK_STREAM, 0, ll.AI_PASSIVE))[:1]
    assert ai.addr() in ("0.0.0.0", "::")
    local = ok(ll.inet.getaddrinfo(None, "80", ll.SOCK_STREAM))
    assert {ai.addr() for ai in local} <= {"127.0.0.1", "::1"}


def test_inet6_alone():
    infos = ok(ll.inet.getaddrinfo6("::1", "80", ll.SOCK_STREAM))
    assert [ai.family() for ai in infos] == [ll.AF_INET6]
    assert fails_gai(
        ll.inet.getaddrinfo6("127.0.0.1", "80", 0, 0, ll.AI_NUMERICHOST), ll.EAI_ADDRFAMILY
    )


def test_of_a_family():
    infos = ok(ll.addrinfo.getaddrinfo("127.0.0.1", "80", ll.AF_INET, ll.SOCK_DGRAM))
    assert [(ai.addr(), ai.socktype()) for ai in infos] == [("127.0.0.1", 2)]


def test_canonical_name_goes_with_the_first():
    infos = ok(ll.inet.getaddrinfo("127.0.0.1", "80", 0, 0, ll.AI_CANONNAME))
    assert infos[0].canonname() == "127.0.0.1"
    assert {ai.canonname() for ai in infos[1:]} == {None}


def test_flags_are_many_or_one():
    flags = (ll.AI_NUMERICHOST, ll.AI_NUMERICSERV)
    one = ll.inet.getaddrinfo("127.0.0.1", "80", None, None, *flags)
    assert ok(one) == ok(ll.inet.getaddrinfo("127.0.0.1", "80", 0, 0, flags[0] | flags[1]))


@pytest.mark.parametrize("name", ["localhost", "no such host.invalid"])
def test_numbers_alone(name):
    assert fails_gai(ll.inet.getaddrinfo(name, "80", 0, 0, ll.AI_NUMERICHOST), ll.EAI_NONAME)


@pytest.mark.parametrize("host", ["with\0nul", "x" * 5000, "\udcff", ""])
def test_names_that_cannot_be(host):
    value, err = ll.inet.getaddrinfo(host, "80")
    assert value is None
    assert type(err) is socket.gaierror


def test_names_unknown():
    value, err = ll.inet.getaddrinfo("name.invalid", "80")
    assert value is None
    assert type(err) is socket.gaierror
    assert err.errno in (ll.EAI_NONAME, ll.EAI_AGAIN)


def test_failures_are_told_as_the_resolver_does():
    assert fails_gai(ll.inet.getaddrinfo(), ll.EAI_NONAME)
    assert fails_gai(ll.inet.getaddrinfo("127.0.0.1", "no service"), ll.EAI_SERVICE)
    assert fails_gai(ll.inet.getaddrinfo("127.0.0.1", "80", 77), ll.EAI_SOCKTYPE)
    assert fails_gai(ll.inet.getaddrinfo("127.0.0.1", "80", 0, 0, 0x10000000), ll.EAI_BADFLAGS)
    assert fails_gai(ll.addrinfo.getaddrinfo("127.0.0.1", "80", 12345), ll.EAI_FAMILY)


def test_what_is_found_connects():
    with listener() as server:
        port = ok(server.getsockname()).port()
        infos = ok(ll.inet.getaddrinfo("127.0.0.1", str(port), ll.SOCK_STREAM))
        with ok(ll.socket.new(infos)) as client:
            assert client.connect(infos) is None
            with ok(server.accept()) as peer:
                assert ok(peer.getpeername()) == ok(client.getsockname())


def test_localhost():
    infos = ok(ll.inet.getaddrinfo("localhost", "80", ll.SOCK_STREAM))
    assert {ai.addr() for ai in infos} <= {"127.0.0.1", "::1"}


#: A resolver that takes its time: getaddrinfo and getnameinfo that sleep, loaded before libc's.
SLOW = """
#define _GNU_SOURCE
#include <netdb.h>
#include <time.h>
static void nap(void) { struct timespec t = {20, 0}; while (nanosleep(&t, &t)) {} }
int getaddrinfo(const char *h, const char *s, const struct addrinfo *a, struct addrinfo **r)
{ nap(); return EAI_AGAIN; }
int getnameinfo(const struct sockaddr *a, socklen_t l, char *h, socklen_t hl, char *s,
                socklen_t sl, int f)
{ nap(); return EAI_AGAIN; }
"""


@pytest.fixture(scope="module")
def slow(tmp_path_factory):
    compiler = shutil.which("cc")
    if not compiler or not sys.platform.startswith("linux"):
        pytest.skip("there is no C compiler for a slow resolver")
    path = tmp_path_factory.mktemp("slow")
    (path / "slow.c").write_text(SLOW)
    command = [compiler, "-shared", "-fPIC", "-o", path / "slow.so", path / "slow.c"]
    subprocess.run(command, check=True)
    return str(path / "slow.so")


@pytest.mark.parametrize(
    "call",
    [
        "llsocket.inet.getaddrinfo('name.invalid', '80')",
        "llsocket.inet.getaddrinfo6('name.invalid', '80')",
        "llsocket.addrinfo.getaddrinfo('name.invalid', '80')",
        "ai.nameinfo()",
    ],
)
def test_a_slow_resolver_is_interrupted(call, slow, monkeypatch):
    # Behind what is preloaded already, which may be AddressSanitizer.
    monkeypatch.setenv("LD_PRELOAD", f"{os.environ.get('LD_PRELOAD', '')}:{slow}")
    told = run(f"""
        import os, signal, threading, time
        import llsocket
        ai, _ = llsocket.addrinfo.inet("203.0.113.1", 80)
        handled, ticks = [], []
        signal.signal(signal.SIGALRM, lambda *_: handled.append(1))
        signal.setitimer(signal.ITIMER_REAL, 0.1, 0.1)
        def tick():
            while len(ticks) < 1000:
                ticks.append(1)
                time.sleep(0.01)
        threading.Thread(target=tick, daemon=True).start()
        threading.Timer(1, os.kill, (os.getpid(), signal.SIGINT)).start()
        begin = time.monotonic()
        try:
            print({call})
        except KeyboardInterrupt:
            # The handlers have run meanwhile, and so have other threads.
            assert time.monotonic() - begin < 5
            assert len(handled) >= 3 and len(ticks) >= 20, (handled, ticks)
            print("interrupted")
        # At its end, which may take a while, the interpreter takes the handler away.
        signal.setitimer(signal.ITIMER_REAL, 0)
    """)
    assert told.stdout == "interrupted\n"
