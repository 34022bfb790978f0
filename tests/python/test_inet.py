"""TCP by name: addresses that answer, refuse and swallow, in a network of the test's own."""

import contextlib
import os
import shutil
import subprocess
import sys
import textwrap
import threading
import time

import llsocket as ll
import pytest
from support import ok

#: 127.0.0.3 and ::1 answer, 127.0.0.2 and 127.0.0.5 refuse; 127.0.0.4, whose backlog is full,
#: swallows.
HOSTS = """
127.0.0.3 answers both swallows-first refuses-first all
127.0.0.2 refuses refuses-first all
127.0.0.5 refuses all
127.0.0.4 swallows swallows-first all refuses-or-swallows
127.0.0.2 refuses-or-swallows
::1 both six
"""

PRELUDE = """
import os, time
import llsocket as ll
from llsocket import inet, must


def addr(sock):
    return must(sock.getpeername()).addr()


def timed(*args):
    began = time.monotonic()
    sock, err, again = inet.connect(*args)
    return sock, err, again, time.monotonic() - began


server = must(inet.listen("127.0.0.3", 0))
port = must(server.getsockname()).port()
six = must(inet.listen("::1", port))
full = must(inet.listen("127.0.0.4", port, 1))
kept = []
while True:
    sock = must(ll.socket.new(must(full.getsockname()), True))
    must(sock.connect())
    kept.append(sock)
    if not must(sock.sendable(0.2)):
        break


def descriptors():
    found = {}
    for fd in os.listdir("/proc/self/fd"):
        try:
            found[fd] = os.readlink(f"/proc/self/fd/{fd}")
        except FileNotFoundError:
            pass  # that of the list itself
    return found


before = descriptors()
"""

CASES = {
    "one that answers": """
        sock, err, again, took = timed("answers", port)
        assert addr(sock) == "127.0.0.3" and took < 0.2
    """,
    "one that answers beside some that refuse": """
        sock, err, again, took = timed("refuses-first", port)
        assert addr(sock) == "127.0.0.3" and took < 0.2
    """,
    "one that answers beside one that swallows": """
        sock, err, again, took = timed("swallows-first", port, 5)
        assert addr(sock) == "127.0.0.3" and took < 1
    """,
    "all kinds": """
        sock, err, again, took = timed("all", port, 5)
        assert addr(sock) == "127.0.0.3" and took < 1
    """,
    "none that answers": """
        sock, err, again, took = timed("refuses", port, 5)
        assert sock is None and not again and isinstance(err, ConnectionRefusedError)
        assert err.filename in (f"127.0.0.2:{port}", f"127.0.0.5:{port}") and took < 0.2
    """,
    "one that swallows": """
        sock, err, again, took = timed("swallows", port, 0.4)
        assert (sock, err, again) == (None, None, True) and 0.4 <= took < 1
    """,
    "some that refuse and one that swallows": """
        sock, err, again, took = timed("refuses-or-swallows", port, 0.4)
        assert (sock, err, again) == (None, None, True) and 0.4 <= took < 1
    """,
    "both families": """
        sock, err, again, took = timed("both", port)
        assert addr(sock) == "::1" and took < 0.2
        local = must(ll.addrinfo.inet("127.0.0.9", 0))
        other, err, again, took = timed("both", port, 5, local)
        assert addr(other) == "127.0.0.3" and must(other.getsockname()).addr() == "127.0.0.9"
        other.close()
        sock.close()
        six.close()
        before = descriptors()
        sock, err, again, took = timed("both", port)
        assert addr(sock) == "127.0.0.3" and took < 0.2
    """,
    "nobody but the socket itself": """
        # The kernel may give a socket the very port that it connects to, and its own answer.
        with open("/proc/sys/net/ipv4/ip_local_port_range", "w") as ports:
            ports.write("40000 40001")
        with must(ll.socket.new(must(ll.addrinfo.inet("127.0.0.1", 40000)))) as itself:
            assert itself.connect() is None and addr(itself) == "127.0.0.1"
            assert must(itself.getpeername()) == must(itself.getsockname())
        sock, err, again, took = timed("127.0.0.1", 40000)
        assert isinstance(err, ConnectionRefusedError)
    """,
    "a family that the local address is not of": """
        local = must(ll.addrinfo.inet6("::1", 0))
        sock, err, again, took = timed("answers", port, 5, local)
        assert err.errno == ll.EAFNOSUPPORT
    """,
}

NAMESPACES = ["unshare", "--net", "--mount"]
has_namespaces = (
    shutil.which("unshare") and not subprocess.run([*NAMESPACES, "true"], check=False).returncode
)


@pytest.mark.skipif(not has_namespaces, reason="no network and mount namespaces")
@pytest.mark.parametrize("case", CASES)
def test_connect_by_name(case, tmp_path):
    hosts = tmp_path / "hosts"
    hosts.write_text(HOSTS)
    code = PRELUDE + textwrap.dedent(CASES[case])
    code += "\nif sock:\n    assert not must(sock.nonblock())\n    sock.close()\n"
    code += "after = descriptors()\nassert after == before, (before, after)\n"
    shell = f"ip link set lo up && mount --bind '{hosts}' /etc/hosts && exec \"$@\""
    done = subprocess.run(
        [*NAMESPACES, "sh", "-c", shell, "sh", sys.executable, "-W", "ignore", "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


# ------------------------------------------------------------------------------- unix.listen


def test_a_live_server_keeps_its_place(tmp_path):
    path = tmp_path / "socket"
    with ok(ll.unix.listen(path)) as server:
        assert ll.unix.listen(path)[1].errno == ll.EADDRINUSE
        # It was not disturbed.
        assert server.recvable(0) == (None, None, True)
        with ok(ll.unix.connect(path)):
            pass


def test_only_stale_sockets_are_removed(tmp_path):
    plain, folder, stale = tmp_path / "plain", tmp_path / "folder", tmp_path / "stale"
    plain.write_text("content")
    folder.mkdir()
    ok(ll.unix.listen(stale)).close()
    link, dangling = tmp_path / "link", tmp_path / "dangling"
    link.symlink_to(stale)
    dangling.symlink_to(tmp_path / "nothing")
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    for path in plain, folder, link, dangling, fifo:
        assert ll.unix.listen(path)[1].errno == ll.EADDRINUSE
    assert plain.read_text() == "content"
    assert folder.is_dir()
    assert link.is_symlink()
    assert dangling.is_symlink()
    assert fifo.exists()
    ok(ll.unix.listen(stale)).close()
    assert ll.unix.listen(tmp_path / "no" / "folder")[1].errno == ll.ENOENT


def test_of_many_that_start_at_once_one_listens(tmp_path):
    path = tmp_path / "socket"
    for _ in range(20):
        ok(ll.unix.listen(path)).close()  # leaves a stale file
        gate, results = threading.Barrier(8), []

        def start(gate=gate, results=results):
            gate.wait()
            results.append(ll.unix.listen(path))

        threads = [threading.Thread(target=start) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        servers = [server for server, _ in results if server]
        assert len(servers) == 1, results
        assert {err.errno for _, err in results if err} == {ll.EADDRINUSE}
        with ok(ll.unix.connect(path, sec=5)) as client, ok(servers[0].accept()) as peer:
            ok(client.send(b"x"))
            assert ok(peer.recv()) == b"x"
        servers[0].close()


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o777])
@pytest.mark.parametrize("mode", [0o600, 0o660, 0o666, 0o777, 0o000])
def test_a_mode_is_never_wider(tmp_path, mask, mode):
    path = tmp_path / "socket"
    seen, done = set(), threading.Event()

    def watch():
        while not done.is_set():
            with contextlib.suppress(FileNotFoundError):
                seen.add(os.lstat(path).st_mode & 0o7777)

    watcher = threading.Thread(target=watch)
    before = os.umask(mask)
    try:
        watcher.start()
        for _ in range(50):
            with ok(ll.unix.listen(path, mode=mode)):
                assert os.lstat(path).st_mode & 0o7777 == mode
            path.unlink()
    finally:
        os.umask(before)
        done.set()
        watcher.join()
    assert all(each & ~mode == 0 for each in seen), seen


def test_a_full_backlog_is_waited_for(tmp_path):
    path = tmp_path / "socket"
    with ok(ll.unix.listen(path, backlog=1)) as server:
        waiting = [ok(ll.unix.connect(path)) for _ in range(2)]
        began = time.monotonic()
        _, err = ll.unix.connect(path, sec=0.1)
        assert isinstance(err, TimeoutError)
        assert 0.09 <= time.monotonic() - began < 2
        room = threading.Timer(0.1, lambda: waiting.append(ok(server.accept())))
        room.start()
        waiting.append(ok(ll.unix.connect(path, sec=5)))
        room.join()
        for sock in waiting:
            sock.close()
