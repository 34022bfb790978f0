"""Options with a structure: what Python hands over for bytes and lists, and gets for records."""

import collections.abc
import errno

import llsocket as ll
import pytest
from support import bound, fails_v, ok

KEY = b"0123456789abcdef"


@pytest.fixture
def stream(stack):
    sock = ok(ll.socket.open(ll.AF_INET, ll.SOCK_STREAM))
    stack.callback(sock.close)
    return sock


@pytest.fixture
def member(stack):
    """A socket that has joined a group."""
    sock = bound()
    stack.callback(sock.close)
    assert sock.mcastjoin("239.77.1.2", "lo") is None
    return sock


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_come_from_any_object_that_has_them(stream, kind):
    given = ok(stream.tcpfastopenkey(kind(KEY)))
    assert type(given) is bytes
    assert given == KEY
    assert ok(stream.tcpfastopenkey()) == KEY
    assert stream.tcpmd5sig("127.0.0.1", key=kind(b"secret")) is None
    assert stream.tcpmd5sig("127.0.0.1", kind(b"")) is None


def test_bytes_lie_one_behind_the_other(stream):
    with pytest.raises(ValueError, match="'key' must be contiguous"):
        stream.tcpfastopenkey(memoryview(KEY * 2)[::2])
    with pytest.raises(TypeError, match="'key' must be a bytes-like object, not str"):
        stream.tcpmd5sig("127.0.0.1", "secret")


def test_a_buffer_is_free_after_the_call(stream):
    key = bytearray(KEY)
    ok(stream.tcpfastopenkey(key))
    key.append(0)
    assert fails_v(stream.tcpfastopenkey(key), errno.EINVAL)
    key.append(0)


def test_sources_are_any_sequence_of_addresses(member):
    source = ok(ll.addrinfo.inet("10.0.0.1", 0, ll.SOCK_DGRAM))
    for sources in (["10.0.0.1"], ("10.0.0.1",), [source], [[source]], (source,)):
        given = ok(member.msfilter("239.77.1.2", "lo", ll.MCAST_INCLUDE, sources))
        assert given == {"mode": ll.MCAST_INCLUDE, "sources": [source]}
        assert ok(member.msfilter("239.77.1.2", "lo")) == given


@pytest.mark.parametrize("sources", ["10.0.0.1", b"10.0.0.1", [1], [None], ["10.0.0.1", b""], {}])
def test_sources_are_nothing_else(member, sources):
    with pytest.raises(TypeError, match="argument 'sources' must be a sequence of addresses"):
        member.msfilter("239.77.1.2", "lo", ll.MCAST_INCLUDE, sources)


class Sources(collections.abc.Sequence):
    def __init__(self, item):
        self.item, self.read = item, 0

    def __len__(self):
        return 1 << 60

    def __getitem__(self, index):
        self.read += 1
        if isinstance(self.item, Exception):
            raise self.item
        return self.item


def test_sources_that_claim_to_be_endless_are_read_no_further_than_to_the_limit(member):
    sources = Sources("10.0.0.1")
    result = member.msfilter("239.77.1.2", "lo", ll.MCAST_INCLUDE, sources)
    assert fails_v(result, errno.ENOBUFS)
    assert sources.read <= 4097
    junk = Sources("junk")
    assert fails_v(member.msfilter("239.77.1.2", "lo", ll.MCAST_INCLUDE, junk), errno.EINVAL)
    assert junk.read == 1


def test_an_error_of_the_sources_is_passed_on(member):
    with pytest.raises(ZeroDivisionError):
        member.msfilter("239.77.1.2", "lo", ll.MCAST_INCLUDE, Sources(ZeroDivisionError()))


def test_records_are_dicts(stream):
    txtime, err = stream.txtime()
    if err:
        pytest.skip(f"txtime: {err}")
    assert txtime == {"clockid": 0, "flags": 0}
    assert stream.txtime(flags=ll.SOF_TXTIME_REPORT_ERRORS, clockid=1) == (
        {"clockid": 1, "flags": ll.SOF_TXTIME_REPORT_ERRORS},
        None,
    )
