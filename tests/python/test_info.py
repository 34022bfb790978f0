"""What the kernel tells of a peer: its process, by credentials and by a descriptor that polls."""

import select
import subprocess
import sys

import llsocket
import pytest
from llsocket import addrinfo, socket

PEER = """
import sys
from llsocket import addrinfo, socket
sock, err = socket.new(addrinfo.unix(sys.argv[1])[0])
assert not err and not sock.connect()
sock.recv()
sock.close()
"""


@pytest.fixture
def peer(tmp_path):
    """A connection, and the process at its other end, which ends when it is sent something."""
    info, err = addrinfo.unix(str(tmp_path / "peer"))
    assert not err
    listener, err = socket.new(info)
    assert not err
    with listener:
        assert not listener.bind()
        assert not listener.listen()
        process = subprocess.Popen([sys.executable, "-c", PEER, info.addr()])
        listener.rcvtimeo(30)
        connection, err, _again = listener.accept()
        assert not err
        with connection:
            yield connection, process
            process.kill()
            process.wait()


def test_a_peer_is_known_by_its_process(peer):
    connection, process = peer
    credentials, err = connection.peercred()
    assert not err
    assert credentials["pid"] == process.pid


def test_a_pidfd_is_readable_once_the_peer_has_ended(peer):
    connection, process = peer
    pidfd, err = connection.peerpidfd()
    if err and err.errno == llsocket.ENOPROTOOPT:
        pytest.skip("this kernel has no SO_PEERPIDFD")
    assert not err
    try:
        poll = select.poll()
        poll.register(pidfd, select.POLLIN)
        assert poll.poll(0) == []
        assert connection.send(b"go") == (2, None, False)
        assert poll.poll(30_000) == [(pidfd, select.POLLIN)]
        assert process.wait(30) == 0
    finally:
        assert not socket.close(pidfd)
