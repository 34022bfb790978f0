"""The shapes of results: every row of the table, in every shape."""

import errno
import pickle

import llsocket as ll
import pytest
from support import AGAIN, CLOSED, bound, fails_a, fails_v, fill, inet, is_error, ok, pair, tcp


def test_e_is_none_or_an_error():
    with bound() as sock:
        assert sock.shutdown() is not None
        assert is_error(sock.shutdown(), errno.ENOTCONN)
        with ok(ll.socket.new(ok(sock.getsockname()))) as other:
            assert is_error(other.bind(), errno.EADDRINUSE)
    assert sock.close() is None


def test_v_is_a_value_and_an_error():
    with bound() as sock:
        assert sock.reuseaddr(True) == (True, None)
        assert fails_v(sock.tcpnodelay(), errno.EOPNOTSUPP)


def test_a_done():
    one, two = pair()
    with one, two:
        assert one.send(b"abc") == (3, None, False)
        assert two.recv() == (b"abc", None, False)


def test_a_would_block():
    one, two = pair(nonblock=True)
    with one, two:
        assert two.recv() == AGAIN
        assert fill(one) > 0
        assert one.send(b"x") == (0, None, True)


def test_a_part():
    one, two = pair(nonblock=True)
    with one, two:
        count, err, again = one.send(b"x" * 10_000_000)
        assert 0 < count < 10_000_000
        assert (err, again) == (None, True)


def test_a_timed_out():
    one, two = pair()
    with one, two:
        ok(two.rcvtimeo(0.02))
        assert two.recv() == AGAIN
        ok(one.sndtimeo(0.02))
        fill(one)
        assert one.send(b"x") == (0, None, True)


def test_a_closed_by_the_peer():
    one, two = pair()
    with one:
        two.close()
        assert one.recv() == CLOSED
        assert one.send(b"x") == CLOSED


def test_a_failed():
    with bound() as sock:
        assert fails_a(sock.send(b"x"), errno.EDESTADDRREQ)


def test_f_has_four():
    with bound() as sock, ok(ll.socket.new(ok(sock.getsockname()))) as other:
        assert sock.recvfrom(10, ll.MSG_DONTWAIT) == (None, None, None, True)
        ok(other.sendto(b"hi", ok(sock.getsockname())))
        msg, ai, err, again = sock.recvfrom()
        assert (msg, err, again) == (b"hi", None, False)
        assert isinstance(ai, ll.AddrInfo)
    msg, ai, err, again = sock.recvfrom()
    assert (msg, ai, again) == (None, None, False)
    assert is_error(err, errno.EBADF)


def test_f_of_a_stream_names_nobody():
    one, two = tcp()
    with one, two:
        ok(one.send(b"x"))
        assert two.recvfrom() == (b"x", None, None, False)
        one.close()
        assert two.recvfrom() == (None, None, None, False)


def test_again_is_always_a_bool():
    one, two = pair(nonblock=True)
    with one, two:
        results = [one.send(b"x"), two.recv(), two.recv(), two.recvfrom(), two.recvable(0)]
        one.close()
        results += [two.recv(), two.send(b"x"), two.recvfd(), one.recv(), one.accept()]
        assert {type(result[-1]) for result in results} == {bool}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ECONNREFUSED, ConnectionRefusedError),
        (errno.EACCES, PermissionError),
        (errno.ENOENT, FileNotFoundError),
        (errno.EADDRINUSE, OSError),
    ],
)
def test_the_number_chooses_the_class(tmp_path, number, expected):
    sock = None
    if number == errno.ECONNREFUSED:
        with bound(ll.SOCK_STREAM) as unused:
            sock = ok(ll.socket.new(ok(unused.getsockname())))
        err = sock.connect()
    elif number == errno.EACCES:
        sock = bound()
        broadcast = ok(ll.addrinfo.inet("255.255.255.255", 9, ll.SOCK_DGRAM))
        _, err, _ = sock.sendto(b"x", broadcast)
    elif number == errno.ENOENT:
        sock = ok(ll.socket.new(ok(ll.addrinfo.unix(tmp_path / "none"))))
        err = sock.connect()
    else:
        with bound() as first:
            sock = ok(ll.socket.new(ok(first.getsockname())))
            err = sock.bind()
    assert type(err) is expected
    assert is_error(err, number)
    sock.close()


def test_an_error_can_be_raised_and_pickled():
    with bound(ll.SOCK_STREAM) as unused:
        info = ok(unused.getsockname())
    with ok(ll.socket.new(info)) as sock:
        err = sock.connect()
        assert pickle.loads(pickle.dumps(err)).errno == errno.ECONNREFUSED
        with pytest.raises(ConnectionRefusedError, match="Connection refused"):
            raise err


def test_results_of_nothing_are_not_shared_with_harm():
    one, two = pair(nonblock=True)
    with one, two:
        value, err, again = two.recv()
        assert (value, err, again) == AGAIN
        assert two.recv() == AGAIN


def test_connect_of_a_nonblocking_socket_is_on_its_way():
    with bound(ll.SOCK_STREAM) as server:
        assert server.listen() is None
        with ok(ll.socket.new(ok(server.getsockname()), True)) as sock:
            assert sock.connect() is None
            assert ok(sock.sendable(5)) is True
            assert sock.error() == (0, None)


def test_closed_sockets_say_so_everywhere():
    sock = bound()
    info = ok(sock.getsockname())
    sock.close()
    assert sock.close() is None
    assert sock.fd() == sock.fileno() == -1
    assert (sock.family(), sock.socktype(), sock.protocol()) == (ll.AF_INET, ll.SOCK_DGRAM, 0)
    assert all(
        is_error(err, errno.EBADF)
        for err in (sock.bind(), sock.bind(info), sock.connect(), sock.listen(), sock.shutdown())
    )
    for result in (
        sock.dup(),
        sock.unwrap(),
        sock.getsockname(),
        sock.getpeername(),
        sock.nonblock(),
        sock.cloexec(True),
        sock.reuseaddr(),
        sock.linger(),
        sock.mcastif(),
        sock.error(),
        sock.atmark(),
        sock.inq(),
    ):
        assert fails_v(result, errno.EBADF)
    for result in (
        sock.accept(),
        sock.acceptfd(),
        sock.send(b"x"),
        sock.sendto(b"x", info),
        sock.recv(),
        sock.recv(10**15),
        sock.recv(10**15, ll.MSG_WAITALL),
        sock.read(),
        sock.write(b"x"),
        sock.sendfd(0),
        sock.recvfd(),
        sock.sendfile(0, 1),
        sock.recvable(),
        sock.sendable(0),
    ):
        assert fails_a(result, errno.EBADF)
    assert sock.accept(True)[0] is None
    assert is_error(sock.accept(True)[1], errno.EBADF)


def test_default_address():
    one, two = pair()
    with one, two:
        assert is_error(one.connect(), errno.EDESTADDRREQ)
        assert is_error(one.bind(), errno.EDESTADDRREQ)
    with ok(ll.socket.new(inet())) as sock:
        assert sock.bind() is None


def test_must_gives_the_value():
    must = ll.must
    with must(ll.socket.new(inet())) as sock:
        assert must(sock.bind()) is None
        assert must(sock.nonblock()) is False
    one, two = must(ll.socket.pair(ll.SOCK_DGRAM, True))
    with one, two:
        assert must(one.send(b"abc")) == 3
        assert must(two.recv()) == b"abc"
        must(one.send(b"def"))
        assert must(two.recvfrom()) == (b"def", None)
        assert must(*one.send(b"abc")) == 3
        assert must(two.recv()) == b"abc"


def test_must_gives_none_for_again():
    one, two = pair(nonblock=True)
    with one, two:
        assert ll.must(one.recv()) is None
        assert ll.must(one.recvfrom()) == (None, None)
        fill(one)
        assert ll.must(one.send(b"x")) == 0


def test_must_accepts_with_the_peer():
    with bound(ll.SOCK_STREAM, nonblock=True) as server:
        ll.must(server.listen())
        assert ll.must(server.accept(True)) == (None, None)
        with ll.must(ll.socket.new(ok(server.getsockname()))) as client:
            ll.must(client.connect())
            sock, peer = ll.must(server.accept(True))
            with sock:
                assert peer == ok(client.getsockname())


def test_must_raises_the_error_itself():
    with ok(ll.socket.open(ll.AF_INET, ll.SOCK_STREAM)) as sock:
        for result in (sock.bind(), sock.getpeername(), sock.recv(), sock.recvfrom()):
            error = next(part for part in _parts(result) if isinstance(part, OSError))
            with pytest.raises(type(error)) as caught:
                ll.must(result)
            assert caught.value is error
    with pytest.raises(OSError, match="stood beside"):
        ll.must((b"abc", OSError(errno.ECONNRESET, "stood beside"), False))


def _parts(result):
    return result if isinstance(result, tuple) else (result,)


def test_must_raises_the_peers_end():
    one, two = pair()
    with one:
        two.close()
        for result in (one.recv(), one.recvfrom(), one.send(b"x")):
            with pytest.raises(ConnectionResetError, match="closed by peer") as caught:
                ll.must(result)
            assert caught.value.errno == errno.ECONNRESET


@pytest.mark.parametrize(
    "wrong",
    [(), (1,), ("text",), ((),), ((1, 2),), ((1, None, None),), ((1, None, True, True, True),)],
)
def test_must_takes_nothing_but_results(wrong):
    with pytest.raises(TypeError, match="must\\(\\) takes the result of a call"):
        ll.must(*wrong)
