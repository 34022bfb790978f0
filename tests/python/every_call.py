"""Every public call, each with sockets that are ready for it, to be made while something is wrong.

For what must hold whatever is called: the process goes on, and no descriptor is lost.
"""

import contextlib
import copy
import gc
import os
import pathlib
import tempfile

import llsocket as ll

NAMES = pathlib.Path(__file__).parents[1] / "parity" / "names.txt"

PASS = (6, 0, 0, 0xFFFF)


class Fixture:
    """Sockets of all kinds, each ready for what is called on it.

    All is made beforehand: CPython itself is not proof against a lack of memory in the midst of a
    function of Python.
    """

    def __init__(self, stack):
        def keep(result):
            value, err, *_ = result
            assert err is None, err
            for sock in value if isinstance(value, list) else [value]:
                stack.callback(sock.close)
            return value

        inet = ll.addrinfo.inet("127.0.0.1", 0, ll.SOCK_STREAM)[0]
        self.inet = inet
        self.stream, self.peer = keep(ll.socket.pair(ll.SOCK_STREAM, True))
        self.dgram, self.other = keep(ll.socket.pair(ll.SOCK_DGRAM, True))
        self.udp = keep(ll.socket.new(ll.addrinfo.inet("127.0.0.1", 0, ll.SOCK_DGRAM)[0], True))
        assert self.udp.bind() is None
        self.here = self.udp.getsockname()[0]
        self.listener = keep(ll.socket.new(inet, True))
        assert self.listener.bind() is None
        assert self.listener.listen() is None
        self.port = self.listener.getsockname()[0].port()
        self.tcp = keep(ll.socket.new(self.listener.getsockname()[0]))
        assert self.tcp.connect() is None
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        self.path, self.stale = f"{folder}/path", f"{folder}/stale"
        keep(ll.unix.listen(self.path))
        keep(ll.unix.listen(self.stale)).close()
        self.udp.attachfilter([PASS] * 5)
        self.udp.sendto(b"u" * 500, self.here)
        self.dgram.send(b"d" * 500)
        for _ in range(3):
            self.stream.send(b"s" * 4096)
        self.file = os.open(__file__, os.O_RDONLY)
        stack.callback(os.close, self.file)
        self.fresh = keep(ll.socket.new(self.inet, True))
        # A socket to which a descriptor was sent.
        self.gifted, giver = keep(ll.socket.pair(ll.SOCK_STREAM, True))
        assert giver.sendfd(self.file) == (1, None, False)


#: How a function or a method is called; of what is not here, without arguments.
CALLS = {
    "llsocket.pton": lambda f: ll.pton(ll.AF_INET6, "::1"),
    "llsocket.ntop": lambda f: ll.ntop(ll.AF_INET, bytearray(4)),
    "llsocket.htons": lambda f: ll.htons(1),
    "llsocket.htonl": lambda f: ll.htonl(1),
    "llsocket.ntohs": lambda f: ll.ntohs(1),
    "llsocket.ntohl": lambda f: ll.ntohl(1),
    "llsocket.strerror": lambda f: ll.strerror(1),
    "llsocket.errname": lambda f: ll.errname(1),
    "llsocket.gaistrerror": lambda f: ll.gaistrerror(ll.EAI_NONAME),
    "llsocket.getservbyname": lambda f: ll.getservbyname("http", "tcp"),
    "llsocket.getservbyport": lambda f: ll.getservbyport(80, "tcp"),
    "llsocket.getprotobyname": lambda f: ll.getprotobyname("tcp"),
    "llsocket.must": lambda f: ll.must(f.tcp.send(b"text")),
    "inet.connect": lambda f: ll.inet.connect("localhost", f.port, 2),
    "inet.listen": lambda f: ll.inet.listen(None, 0),
    "unix.connect": lambda f: ll.unix.connect(f.path, ll.SOCK_STREAM, 1),
    "unix.listen": lambda f: ll.unix.listen(f.stale, ll.SOCK_STREAM, 5, 0o600),
    "poll.sleep": lambda f: ll.poll.sleep(0.0001),
    "inet.getaddrinfo": lambda f: ll.inet.getaddrinfo("localhost", "80", 0, 0, ll.AI_CANONNAME),
    "inet.getaddrinfo6": lambda f: ll.inet.getaddrinfo6("::1", "80"),
    "unix.getaddrinfo": lambda f: ll.unix.getaddrinfo("/a/path"),
    "addrinfo.getaddrinfo": lambda f: ll.addrinfo.getaddrinfo("127.0.0.1", "80", ll.AF_INET),
    "addrinfo.inet": lambda f: ll.addrinfo.inet("127.0.0.1", "80"),
    "addrinfo.inet6": lambda f: ll.addrinfo.inet6("fe80::1%lo", 80),
    "addrinfo.unix": lambda f: ll.addrinfo.unix(b"/a/path"),
    "addrinfo.netlink": lambda f: ll.addrinfo.netlink(0, 0),
    "addrinfo.vsock": lambda f: ll.addrinfo.vsock(1, 2),
    "addrinfo.packet": lambda f: ll.addrinfo.packet("lo", 3),
    "addrinfo.raw": lambda f: ll.addrinfo.raw(bytearray(f.inet.raw())),
    "socket.new": lambda f: ll.socket.new([f.inet]),
    "socket.open": lambda f: ll.socket.open(ll.AF_INET, ll.SOCK_DGRAM),
    "socket.pair": lambda f: ll.socket.pair(ll.SOCK_STREAM),
    "socket.wrap": lambda f: ll.socket.wrap(f.tcp.dup()[0].unwrap()[0]),
    "socket.shutdown": lambda f: ll.socket.shutdown(f.tcp.fd()),
    "socket.close": lambda f: ll.socket.close(os.dup(f.file)),
    "device.nametoindex": lambda f: ll.device.nametoindex("lo"),
    "device.indextoname": lambda f: ll.device.indextoname(1),
    "AddrInfo.nameinfo": lambda f: f.inet.nameinfo(),
    "AddrInfo.getnameinfo": lambda f: f.inet.getnameinfo(ll.NI_NUMERICHOST),
    "Socket.dup": lambda f: f.tcp.dup(f.inet),
    "Socket.unwrap": lambda f: f.tcp.unwrap(),
    "Socket.bind": lambda f: f.fresh.bind(f.inet),
    "Socket.listen": lambda f: f.listener.listen(),
    "Socket.accept": lambda f: f.listener.accept(True),
    "Socket.acceptfd": lambda f: f.listener.acceptfd(),
    "Socket.connect": lambda f: f.fresh.connect(f.here),
    "Socket.tryconnect": lambda f: f.fresh.tryconnect(f.here),
    "Socket.getpeername": lambda f: f.tcp.getpeername(),
    "Socket.send": lambda f: f.tcp.send(bytearray(b"text")),
    "Socket.sendto": lambda f: f.udp.sendto(memoryview(b"text"), f.here),
    "Socket.sendfile": lambda f: f.tcp.sendfile(f.file, 100),
    "Socket.sendfd": lambda f: f.stream.sendfd(f.file),
    "Socket.write": lambda f: f.tcp.write(b"text"),
    "Socket.recv": lambda f: [f.peer.recv(100), f.peer.recv(5000), f.peer.recv(10**6)],
    "Socket.recvfrom": lambda f: [f.udp.recvfrom(10**6), f.other.recvfrom()],
    "Socket.read": lambda f: f.peer.read(10**6),
    "Socket.sendall": lambda f: f.tcp.sendall(bytearray(b"text"), 1),
    "Socket.recvexactly": lambda f: [f.peer.recvexactly(100), f.peer.recvexactly(10**6, 0.001)],
    "Socket.recvfd": lambda f: f.gifted.recvfd(),
    "Socket.recvable": lambda f: f.peer.recvable(0),
    "Socket.sendable": lambda f: f.peer.sendable(0),
    "Socket.getsockopt": lambda f: [
        f.tcp.getsockopt(ll.IPPROTO_TCP, ll.TCP_INFO, size) for size in (None, 100, 1 << 20)
    ],
    "Socket.setsockopt": lambda f: f.udp.setsockopt(ll.SOL_SOCKET, ll.SO_KEEPALIVE, bytearray(4)),
    "Socket.attachfilter": lambda f: [f.udp.attachfilter([PASS] * 5), f.udp.attachfilter()],
    "Socket.reuseportcbpf": lambda f: f.udp.reuseportcbpf([PASS] * 5),
    "Socket.tcpinfo": lambda f: f.tcp.tcpinfo(),
    "Socket.tcpccinfo": lambda f: f.tcp.tcpccinfo(),
    "Socket.tcpsavedsyn": lambda f: f.tcp.tcpsavedsyn(),
    "Socket.tcpfastopenkey": lambda f: [f.tcp.tcpfastopenkey(b"k" * 16), f.tcp.tcpfastopenkey()],
    "Socket.tcpmd5sig": lambda f: f.tcp.tcpmd5sig("127.0.0.1", bytearray(b"key"), 32),
    "Socket.txtime": lambda f: [f.udp.txtime(1), f.udp.txtime()],
    "Socket.options": lambda f: [f.udp.options(b"\1\1\1\0"), f.udp.options()],
    "Socket.flowlabelget": lambda f: f.udp.flowlabelget("::1"),
    "Socket.flowlabelput": lambda f: f.udp.flowlabelput(1),
    "Socket.flowlabelrenew": lambda f: f.udp.flowlabelrenew(1),
    "Socket.msfilter": lambda f: [
        f.udp.msfilter("224.0.0.98", "lo", ll.MCAST_EXCLUDE, ["127.0.0.1", f.inet]),
        f.udp.msfilter("224.0.0.98", "lo"),
    ],
    "Socket.localportrange": lambda f: f.udp.localportrange([0, 0]),
    "Socket.mcastjoin": lambda f: f.udp.mcastjoin("224.0.0.99", "lo"),
    "Socket.mcastleave": lambda f: f.udp.mcastleave("224.0.0.99", "lo"),
    "Socket.mcastjoinsrc": lambda f: f.udp.mcastjoinsrc("232.0.0.1", "127.0.0.1", "lo"),
    "Socket.mcastleavesrc": lambda f: f.udp.mcastleavesrc("232.0.0.1", "127.0.0.1", "lo"),
    "Socket.mcastblocksrc": lambda f: f.udp.mcastblocksrc("232.0.0.1", "127.0.0.1", "lo"),
    "Socket.mcastunblocksrc": lambda f: f.udp.mcastunblocksrc("232.0.0.1", "127.0.0.1", "lo"),
    "Socket.mcastif": lambda f: [f.udp.mcastif("lo"), f.udp.mcastif()],
    "Socket.unicastif": lambda f: [f.udp.unicastif("lo"), f.udp.unicastif()],
    "a socket's text": lambda f: [repr(f.tcp), repr(f.udp), repr(f.stream)],
    "an address's text": lambda f: [repr(f.inet), hash(f.inet), f.inet == f.here],
    "an error's text": lambda f: [f.fresh.getpeername(), ll.socket.wrap(-1)],
    "a resolver's error": lambda f: ll.inet.getaddrinfo("junk", None, 0, 0, ll.AI_NUMERICHOST),
    "an error that is raised": lambda f: ll.must(f.fresh.getpeername()),
    "a wrong argument": lambda f: f.tcp.send("text"),
    "a wrong number": lambda f: f.tcp.recv(2**70),
    "a wrong value": lambda f: ll.addrinfo.inet("127.0.0.1", "port"),
    "a missing argument": lambda f: f.tcp.send(),
    "too many arguments": lambda f: f.tcp.reuseaddr(True, True),
    "an unknown keyword": lambda f: f.tcp.recv(size=1),
    "a comparison with something else": lambda f: [f.inet == 1, f.inet != "text"],
    "an order that there is not": lambda f: f.inet < f.here,
    "a wrong list": lambda f: f.udp.attachfilter([PASS, (1, 2)]),
    "a copy": lambda f: copy.copy(f.inet),
}

#: The objects that methods are called on where nothing else is said.
OWNERS = {
    "Socket": lambda f: f.udp,
    "AddrInfo": lambda f: f.inet,
    **{name: lambda f, name=name: getattr(ll, name) for name in dir(ll)},
    "llsocket": lambda f: ll,
}


def calls():
    """Every public function, method and option, and what else is tried."""
    named = dict(CALLS)
    for line in NAMES.read_text().splitlines():
        owner, name, kind, *languages = (*line.split(), "", "", "")
        if kind not in ("function", "method", "option") or "lua" in languages[:1]:
            continue
        if owner in OWNERS and f"{owner}.{name}" not in named:
            named[f"{owner}.{name}"] = lambda f, owner=owner, name=name: getattr(
                OWNERS[owner](f), name
            )()
    return named


def errors(result):
    """All error numbers in a result."""
    for part in result if isinstance(result, (tuple, list)) else ():
        if isinstance(part, OSError):
            yield part.errno
        else:
            yield from errors(part)


def drop(result, gives=False):
    """Closes what a result gives away."""
    for part in result if isinstance(result, (tuple, list)) else [result]:
        if isinstance(part, (tuple, list)):
            drop(part, gives)
        elif isinstance(part, ll.Socket):
            part.close()
        elif gives and type(part) is int:
            os.close(part)


GIVES = {"Socket.unwrap", "Socket.acceptfd", "Socket.recvfd", "Socket.peerpidfd"}


def attempt(name, call, begin, end):
    """Makes one call between `begin` and `end`; gives what it raised, and its errors."""
    before = len(os.listdir("/proc/self/fd"))
    raised = None
    with contextlib.ExitStack() as stack:
        fixture = Fixture(stack)
        result = None
        begin()
        try:
            result = call(fixture)
            end()
        except BaseException as error:
            end()
            raised = type(error)
        told = set(errors(result))
        drop(result, name in GIVES)
        del result, fixture
    gc.collect()
    left = len(os.listdir("/proc/self/fd")) - before
    assert left <= 0, f"{left} descriptors left"
    return raised, told
