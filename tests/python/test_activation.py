"""Socket activation: descriptors that a service manager opened before the process began."""

import os
import socket as stdlib
import subprocess
import sys
import textwrap

from support import bound

PRELUDE = """
import os, subprocess, sys
import llsocket as ll

def names():
    return [entry["name"] for entry in ll.socket.listenfds()[0]]
"""


def activated(code, fds, names="", pid="$$"):
    """Runs code in a process that has the descriptors as its own from the third on."""
    sources = [os.dup(fd) for fd in fds]
    moves = " ".join(f"{3 + place}<&{fd}" for place, fd in enumerate(sources))
    closes = " ".join(f"{fd}<&-" for fd in sources if fd >= 3 + len(fds))
    shell = (
        f"export LISTEN_PID={pid} LISTEN_FDS={len(fds)} LISTEN_FDNAMES={names}; "
        f'exec {moves} {closes}; exec "$@"'
    )
    command = ["bash", "-c", shell, "bash", sys.executable, "-c", PRELUDE + textwrap.dedent(code)]
    try:
        done = subprocess.run(
            command, pass_fds=sources, capture_output=True, text=True, timeout=60, check=False
        )
    finally:
        for fd in sources:
            os.close(fd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def test_sockets_are_taken_once_with_their_names():
    with bound() as one, bound() as two:
        code = "print(names(), names())"
        assert activated(code, [one.fd(), two.fd()], "web:dns") == "['web', 'dns'] []"


def test_the_variables_leave_the_environment():
    with bound() as one:
        code = """
            assert os.environ["LISTEN_FDS"] == "1"
            assert names() == ["web"]
            assert not [name for name in os.environ if name.startswith("LISTEN_")]
            assert "LISTEN_" not in subprocess.run(["env"], capture_output=True, text=True).stdout
            # What the program has opened itself is not taken by what it becomes.
            os.dup2(os.open("/dev/null", os.O_RDONLY), 3)
            ours, theirs = ll.socket.pair(ll.SOCK_STREAM)[0]
            os.dup2(ours.fd(), 3, inheritable=True)
            again = "import llsocket as ll; print(ll.socket.listenfds())"
            os.execv(sys.executable, [sys.executable, "-c", again])
        """
        assert activated(code, [one.fd()], "web") == "([], None)"


def test_variables_for_another_process_leave_the_environment():
    with bound() as one:
        code = 'print(names(), [name for name in os.environ if name.startswith("LISTEN_")])'
        assert activated(code, [one.fd()], pid="1") == "[] []"


def test_what_is_no_socket_becomes_close_on_exec():
    with bound() as one:
        file = os.open(os.devnull, os.O_RDONLY)
        try:
            code = """
                assert os.get_inheritable(4)
                assert names() == ["web"]
                print(os.get_inheritable(4), os.fstat(4).st_rdev == os.stat(os.devnull).st_rdev)
            """
            assert activated(code, [one.fd(), file], "web:file") == "False True"
        finally:
            os.close(file)


def test_a_socket_of_the_standard_library_is_taken():
    with stdlib.create_server(("127.0.0.1", 0)) as server:
        code = """
            (entry,) = ll.socket.listenfds()[0]
            print(entry["name"], entry["socket"].acceptconn()[0])
            entry["socket"].close()
        """
        assert activated(code, [server.fileno()]) == "unknown True"
