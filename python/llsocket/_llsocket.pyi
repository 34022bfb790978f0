# Rendered by the crate llsocket-reference: ./dev docs.
import sys
from collections.abc import Sequence
from typing import Any, Final, Literal, TypedDict, TypeVar, final, overload

from _typeshed import FileDescriptorLike, ReadableBuffer, StrOrBytesPath
from typing_extensions import NotRequired, Self

__version__: Final[str]

IN6ADDR_ANY: Final[str]

IN6ADDR_LOOPBACK: Final[str]

def pton(family: int, text: str) -> tuple[bytes | None, OSError | None]:
    """Converts a numeric address to bytes, in network byte order.

    inet_pton(3); `family` is AF_INET or AF_INET6. EINVAL for any other text,
    EAFNOSUPPORT for any other family.

    Args:
        family: int.
        text: str.

    Returns:
        (addr, err): bytes, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def ntop(family: int, bytes: ReadableBuffer) -> tuple[str | None, OSError | None]:
    """Converts the bytes of an address, in network byte order, to text.

    inet_ntop(3); `family` is AF_INET or AF_INET6. EINVAL for bytes of another
    length, EAFNOSUPPORT for any other family.

    Args:
        family: int.
        bytes: bytes-like object.

    Returns:
        (text, err): str, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def htons(number: int) -> int:
    """Converts a 16-bit number between host and network byte order.

    htons(3), ntohs(3).

    Args:
        number: int.

    Returns:
        number: int.
    """

def htonl(number: int) -> int:
    """Converts a 32-bit number between host and network byte order.

    htonl(3), ntohl(3).

    Args:
        number: int.

    Returns:
        number: int.
    """

def ntohs(number: int) -> int:
    """Converts a 16-bit number between host and network byte order.

    htons(3), ntohs(3).

    Args:
        number: int.

    Returns:
        number: int.
    """

def ntohl(number: int) -> int:
    """Converts a 32-bit number between host and network byte order.

    htonl(3), ntohl(3).

    Args:
        number: int.

    Returns:
        number: int.
    """

def strerror(errno: int) -> str:
    """Returns the description of an errno, in the C locale.

    strerror(3).

    Args:
        errno: int.

    Returns:
        text: str.
    """

def gaistrerror(code: int) -> str:
    """Returns the description of an `EAI_*` number, in the C locale.

    gai_strerror(3).

    Args:
        code: int.

    Returns:
        text: str.
    """

def errname(number: int) -> str | None:
    """Returns the name of an errno, such as `ECONNREFUSED`, or of a resolver's
    error, such as `EAI_NONAME`.

    errno(3), gai_strerror(3). Of a number with two names it is the usual one:
    `EAGAIN`, `EOPNOTSUPP`, `EDEADLK`. Where the system has an errno and a
    resolver's error of the same number, it is the errno.

    Args:
        number: int.

    Returns:
        name: str | None.
    """

def getservbyname(name: str, protocol: str | None = None) -> tuple[int | None, OSError | None]:
    """Finds the port of a service.

    services(5), by getaddrinfo(3), which any thread may call; `protocol` is
    `tcp` (the default) or `udp`. EAI_SERVICE for an unknown name.

    Args:
        name: str.
        protocol: str; optional.

    Returns:
        (port, err): int, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def getservbyport(port: int, protocol: str | None = None) -> tuple[str | None, OSError | None]:
    """Finds the service of a port.

    services(5), by getnameinfo(3), which any thread may call; `protocol` is
    `tcp` (the default) or `udp`. EAI_SERVICE for a port without a name.

    Args:
        port: int.
        protocol: str; optional.

    Returns:
        (name, err): str, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def getprotobyname(name: str) -> tuple[int | None, OSError | None]:
    """Finds the number of a protocol of IP, by its name in protocols(5): `tcp`,
    `udp`, `icmp` ...

    The names are those of the `IPPROTO_*` constants; the file itself is not
    read. ENOENT for any other.

    Args:
        name: str.

    Returns:
        (number, err): int, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def gethostname() -> tuple[str | None, OSError | None]:
    """Returns the name of this host.

    gethostname(2).

    Returns:
        (name, err): str, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

_T = TypeVar("_T")
_U = TypeVar("_U")

@overload
def must(results: OSError | None, /) -> None:
    """Returns the value of the results of a call, of any shape, or raises the
    error in them.

    A closed peer is an error, too: `closed by peer`, in Python a
    ConnectionResetError. If the call has to be made again, the results are
    returned: in Lua all of them, in Python the number of bytes that were sent,
    or None. In Lua the results are the arguments, `must(sock:recv())`, and the
    error is the text, behind the name of the system call that failed. In Python
    the tuple is the argument, `must(sock.recv())`, the OSError in it is raised,
    and the result is the value: of recvfrom, and of accept with `peer`, a tuple
    of the value and the addrinfo.

    Args:
        *results: value of any type; any number of them.

    Returns:
        value: object.
    """

@overload
def must(results: tuple[_T | None, OSError | None], /) -> _T:
    """Returns the value of the results of a call, of any shape, or raises the
    error in them.

    A closed peer is an error, too: `closed by peer`, in Python a
    ConnectionResetError. If the call has to be made again, the results are
    returned: in Lua all of them, in Python the number of bytes that were sent,
    or None. In Lua the results are the arguments, `must(sock:recv())`, and the
    error is the text, behind the name of the system call that failed. In Python
    the tuple is the argument, `must(sock.recv())`, the OSError in it is raised,
    and the result is the value: of recvfrom, and of accept with `peer`, a tuple
    of the value and the addrinfo.

    Args:
        *results: value of any type; any number of them.

    Returns:
        value: object.
    """

@overload
def must(results: tuple[_T | None, OSError | None, bool], /) -> _T | Any:
    """Returns the value of the results of a call, of any shape, or raises the
    error in them.

    A closed peer is an error, too: `closed by peer`, in Python a
    ConnectionResetError. If the call has to be made again, the results are
    returned: in Lua all of them, in Python the number of bytes that were sent,
    or None. In Lua the results are the arguments, `must(sock:recv())`, and the
    error is the text, behind the name of the system call that failed. In Python
    the tuple is the argument, `must(sock.recv())`, the OSError in it is raised,
    and the result is the value: of recvfrom, and of accept with `peer`, a tuple
    of the value and the addrinfo.

    Args:
        *results: value of any type; any number of them.

    Returns:
        value: object.
    """

@overload
def must(
    results: tuple[_T | None, OSError | None, bool, _U | None], /
) -> tuple[_T | Any, _U | Any]:
    """Returns the value of the results of a call, of any shape, or raises the
    error in them.

    A closed peer is an error, too: `closed by peer`, in Python a
    ConnectionResetError. If the call has to be made again, the results are
    returned: in Lua all of them, in Python the number of bytes that were sent,
    or None. In Lua the results are the arguments, `must(sock:recv())`, and the
    error is the text, behind the name of the system call that failed. In Python
    the tuple is the argument, `must(sock.recv())`, the OSError in it is raised,
    and the result is the value: of recvfrom, and of accept with `peer`, a tuple
    of the value and the addrinfo.

    Args:
        *results: value of any type; any number of them.

    Returns:
        value: object.
    """

@overload
def must(
    results: tuple[_T | None, _U | None, OSError | None, bool], /
) -> tuple[_T | Any, _U | Any]:
    """Returns the value of the results of a call, of any shape, or raises the
    error in them.

    A closed peer is an error, too: `closed by peer`, in Python a
    ConnectionResetError. If the call has to be made again, the results are
    returned: in Lua all of them, in Python the number of bytes that were sent,
    or None. In Lua the results are the arguments, `must(sock:recv())`, and the
    error is the text, behind the name of the system call that failed. In Python
    the tuple is the argument, `must(sock.recv())`, the OSError in it is raised,
    and the result is the value: of recvfrom, and of accept with `peer`, a tuple
    of the value and the addrinfo.

    Args:
        *results: value of any type; any number of them.

    Returns:
        value: object.
    """

def _inet_getaddrinfo(
    host: str | None = None,
    port: str | int | None = None,
    socktype: int | None = 0,
    protocol: int | None = 0,
    *more: int | None,
    flags: int | None = 0,
) -> tuple[list[AddrInfo] | None, OSError | None]:
    """Finds the addresses of a host and a service.

    getaddrinfo(3), RFC 3493. Without `host` the address is the wildcard address
    with AI_PASSIVE, else the loopback address. `port` is a decimal number up to
    65535 or a name of services(5), without blanks or a sign; EAI_SERVICE
    otherwise. Errors are `EAI_*` numbers; in place of EAI_SYSTEM the errno is
    returned. The call may wait for name servers.

    IPv4 and IPv6 addresses, in the resolver's order. `flags` are `AI_*`.

    Args:
        host: str; optional.
        port: port, or a service's name; optional.
        socktype: int; 0 by default.
        protocol: int; 0 by default.
        *more: int; any number of them, by position.
        flags: int; the flags together, by name.

    Returns:
        (list, err): list[AddrInfo], None; or None, an OSError if the call
            failed. The error is returned, not raised.
    """

def _inet_getaddrinfo6(
    host: str | None = None,
    port: str | int | None = None,
    socktype: int | None = 0,
    protocol: int | None = 0,
    *more: int | None,
    flags: int | None = 0,
) -> tuple[list[AddrInfo] | None, OSError | None]:
    """Finds the addresses of a host and a service.

    getaddrinfo(3), RFC 3493. Without `host` the address is the wildcard address
    with AI_PASSIVE, else the loopback address. `port` is a decimal number up to
    65535 or a name of services(5), without blanks or a sign; EAI_SERVICE
    otherwise. Errors are `EAI_*` numbers; in place of EAI_SYSTEM the errno is
    returned. The call may wait for name servers.

    IPv6 addresses only. `flags` are `AI_*`.

    Args:
        host: str; optional.
        port: port, or a service's name; optional.
        socktype: int; 0 by default.
        protocol: int; 0 by default.
        *more: int; any number of them, by position.
        flags: int; the flags together, by name.

    Returns:
        (list, err): list[AddrInfo], None; or None, an OSError if the call
            failed. The error is returned, not raised.
    """

def _inet_connect(
    host: str | None,
    port: str | int,
    sec: float | None = None,
    localai: AddrInfo | Sequence[AddrInfo] | None = None,
) -> tuple[Socket | None, OSError | None, bool]:
    """Connects to a TCP service by the name of its host.

    getaddrinfo(3) and connect(2). Each of the host's addresses is tried in the
    order of RFC 6724, with IPv6 and IPv4 taking turns; the next attempt begins
    250 ms after the one before, or at once when that has failed, and the first
    to succeed ends the others (happy eyeballs, RFC 8305). `port` is a number or
    the name of a service. `sec` limits the time in all, the look-up included;
    EDOM for a negative, infinite or undefined number. Without it the times of
    the resolver and the kernel hold. Returns `again` when the time has expired.
    `localai` is the address that the socket is bound to, and selects the
    family. Errors are the resolver's `EAI_*`, or that of the attempt that
    failed last; EAFNOSUPPORT if the host has no address of the family of
    `localai`. The socket is blocking. In Lua a signal ends the call as an
    expired time does.

    Args:
        host: str, or None for none.
        port: port, or a service's name.
        sec: float, seconds; optional.
        localai: AddrInfo, or a sequence of them; optional.

    Returns:
        (sock, err, again): Socket, None, False; if the call would block, None,
            None, True. If the call failed, None, an OSError, False. The error
            is returned, not raised.
    """

def _inet_listen(
    host: str | None, port: str | int, backlog: int | None = None, reuseport: bool | None = False
) -> tuple[Socket | None, OSError | None]:
    """Opens a TCP socket that listens at an address of a host, with SO_REUSEADDR.

    getaddrinfo(3), bind(2), listen(2). `port` is a number or the name of a
    service; 0 selects a free port. Without `host`, or with `*`, the socket
    listens at all addresses: of IPv6 and IPv4 where the system has IPv6, of
    IPv4 elsewhere. IPv4 peers of such a socket have addresses of the form
    `::ffff:192.0.2.1`, of which ipv4mapped returns the IPv4 address. If the
    host has several addresses, the first that can be bound is used. `backlog`
    is at least 1, by default SOMAXCONN. With `reuseport` several sockets share
    the port (SO_REUSEPORT). Errors are the resolver's `EAI_*`, or EADDRINUSE,
    EADDRNOTAVAIL, EACCES and the like. The socket is blocking.

    Args:
        host: str, or None for none.
        port: port, or a service's name.
        backlog: int; optional.
        reuseport: bool; False by default.

    Returns:
        (sock, err): Socket, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def _unix_getaddrinfo(
    path: StrOrBytesPath,
    socktype: int | None = 0,
    protocol: int | None = 0,
    *more: int | None,
    flags: int | None = 0,
) -> tuple[list[AddrInfo] | None, OSError | None]:
    """Makes the unix address of `path`: empty is unnamed, a leading NUL makes an
    abstract name.

    unix(7); `socktype` is `SOCK_*`. ENAMETOOLONG above env.unixpath_max bytes;
    EINVAL for a path with a NUL inside.

    Returns a list of one addrinfo, as inet.getaddrinfo does. The flags are
    ignored.

    Args:
        path: str, bytes or path-like object.
        socktype: int; 0 by default.
        protocol: int; 0 by default.
        *more: int; any number of them, by position.
        flags: int; the flags together, by name.

    Returns:
        (list, err): list[AddrInfo], None; or None, an OSError if the call
            failed. The error is returned, not raised.
    """

def _unix_connect(
    path: StrOrBytesPath, socktype: int | None = None, sec: float | None = None
) -> tuple[Socket | None, OSError | None]:
    """Opens a unix socket that is connected to the socket at `path`.

    socket(2), connect(2), unix(7). `path` may be an abstract name (`"\\0name"`,
    Linux). `socktype` is `SOCK_*`, by default SOCK_STREAM. If the listener's
    backlog is full, the call waits: for `sec` seconds, ETIMEDOUT when they have
    expired, by default without a limit; EDOM for a negative, infinite or
    undefined number. ENOENT if there is no such file, ECONNREFUSED if nobody
    listens, EPROTOTYPE for a socket of another type. The socket is blocking. In
    Lua a signal ends the wait with EINTR.

    Args:
        path: str, bytes or path-like object.
        socktype: int; optional.
        sec: float, seconds; optional.

    Returns:
        (sock, err): Socket, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def _unix_listen(
    path: StrOrBytesPath,
    socktype: int | None = None,
    backlog: int | None = None,
    mode: int | None = None,
) -> tuple[Socket | None, OSError | None]:
    """Opens a unix socket that listens at `path`; a file that a socket has left
    there is replaced.

    socket(2), bind(2), listen(2), unix(7). `path` may be an abstract name
    (`"\\0name"`, Linux). `socktype` is `SOCK_*`, by default SOCK_STREAM; a
    SOCK_DGRAM socket is bound, and receives. `backlog` is at least 1, by
    default SOMAXCONN. `mode` is the permissions of the file, 0 to 0o777 (in Lua
    `tonumber("660", 8)`), whatever umask(2) is; the file never has more.
    Abstract names have none: EINVAL. A file is replaced only if it is a socket
    to which nobody listens; of several callers that replace it at the same
    time, one succeeds. EADDRINUSE for anything else. Closing the socket leaves
    the file. The socket is blocking.

    Args:
        path: str, bytes or path-like object.
        socktype: int; optional.
        backlog: int; optional.
        mode: int; optional.

    Returns:
        (sock, err): Socket, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def _addrinfo_getaddrinfo(
    host: str | None = None,
    port: str | int | None = None,
    family: int | None = 0,
    socktype: int | None = 0,
    protocol: int | None = 0,
    *more: int | None,
    flags: int | None = 0,
) -> tuple[list[AddrInfo] | None, OSError | None]:
    """Finds the addresses of a host and a service.

    getaddrinfo(3), RFC 3493. Without `host` the address is the wildcard address
    with AI_PASSIVE, else the loopback address. `port` is a decimal number up to
    65535 or a name of services(5), without blanks or a sign; EAI_SERVICE
    otherwise. Errors are `EAI_*` numbers; in place of EAI_SYSTEM the errno is
    returned. The call may wait for name servers.

    Addresses of the family `AF_*`, by default of any. `flags` are `AI_*`.

    Args:
        host: str; optional.
        port: port, or a service's name; optional.
        family: int; 0 by default.
        socktype: int; 0 by default.
        protocol: int; 0 by default.
        *more: int; any number of them, by position.
        flags: int; the flags together, by name.

    Returns:
        (list, err): list[AddrInfo], None; or None, an OSError if the call
            failed. The error is returned, not raised.
    """

def _addrinfo_inet(
    addr: str, port: int | str, socktype: int | None = 0, protocol: int | None = 0
) -> tuple[AddrInfo | None, OSError | None]:
    """Makes the address of an IPv4 endpoint from a numeric address and a port.

    ip(7); `socktype` is `SOCK_*`, `protocol` is `IPPROTO_*`, 0 any. EINVAL for
    any other text; inet.getaddrinfo asks the resolver for the addresses of a
    name.

    Args:
        addr: str.
        port: int, or its digits in a str.
        socktype: int; 0 by default.
        protocol: int; 0 by default.

    Returns:
        (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def _addrinfo_inet6(
    addr: str, port: int | str, socktype: int | None = 0, protocol: int | None = 0
) -> tuple[AddrInfo | None, OSError | None]:
    """Makes the address of an IPv6 endpoint from a numeric address and a port.

    ipv6(7); the address may name its interface, `fe80::1%eth0`. `socktype` is
    `SOCK_*`, `protocol` is `IPPROTO_*`, 0 any. EINVAL for any other text;
    inet.getaddrinfo asks the resolver for the addresses of a name. ENODEV for
    an unknown interface.

    Args:
        addr: str.
        port: int, or its digits in a str.
        socktype: int; 0 by default.
        protocol: int; 0 by default.

    Returns:
        (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def _addrinfo_unix(
    path: StrOrBytesPath, socktype: int | None = 0, protocol: int | None = 0
) -> tuple[AddrInfo | None, OSError | None]:
    """Makes the unix address of `path`: empty is unnamed, a leading NUL makes an
    abstract name.

    unix(7); `socktype` is `SOCK_*`. ENAMETOOLONG above env.unixpath_max bytes;
    EINVAL for a path with a NUL inside.

    Args:
        path: str, bytes or path-like object.
        socktype: int; 0 by default.
        protocol: int; 0 by default.

    Returns:
        (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def _addrinfo_netlink(
    pid: int, groups: int, socktype: int | None = 0, protocol: int | None = 0
) -> tuple[AddrInfo | None, OSError | None]:
    """Makes the netlink address of the port `pid` and the group mask `groups`,
    both 0 for the kernel's.

    netlink(7). A type of 0 stands for SOCK_RAW. EAFNOSUPPORT on systems without
    netlink.

    Args:
        pid: int.
        groups: int.
        socktype: int; 0 by default.
        protocol: int; 0 by default.

    Returns:
        (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def _addrinfo_vsock(
    cid: int, port: int, socktype: int | None = 0, protocol: int | None = 0
) -> tuple[AddrInfo | None, OSError | None]:
    """Makes the address of `port` of the virtual machine or host `cid`
    (`VMADDR_CID_*`).

    vsock(7). EAFNOSUPPORT on systems without vsock.

    Args:
        cid: int.
        port: int.
        socktype: int; 0 by default.
        protocol: int; 0 by default.

    Returns:
        (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def _addrinfo_packet(
    interface: str | int, ethertype: int, socktype: int | None = 0, addr: str | None = None
) -> tuple[AddrInfo | None, OSError | None]:
    """Makes the packet address of an interface, `""` for all, and an `ETH_P_*`
    protocol.

    packet(7). A type of 0 stands for SOCK_RAW; the protocol is that of the
    address, in network byte order as packet sockets have it. `addr` is the
    hardware address to which a socket of type SOCK_DGRAM sends, as
    `00:00:5e:00:53:01`. EINVAL for any other text, ENODEV for an unknown
    interface, EAFNOSUPPORT on systems without packet sockets.

    Args:
        interface: interface's name, index or address.
        ethertype: int.
        socktype: int; 0 by default.
        addr: str; optional.

    Returns:
        (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def _addrinfo_raw(
    bytes: ReadableBuffer, socktype: int | None = 0, protocol: int | None = 0
) -> tuple[AddrInfo | None, OSError | None]:
    """Makes an address of any family from the bytes of its `sockaddr`.

    The first two bytes contain the family, as on this system. EINVAL for too
    many bytes.

    Args:
        bytes: bytes-like object.
        socktype: int; 0 by default.
        protocol: int; 0 by default.

    Returns:
        (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

@final
class AddrInfo:
    """An address, and the kind of socket that it is for.

    Two of them are equal if their address, port, zone, path and interface are
    equal. The kind of socket and the flow information of IPv6 are not compared.
    A list of them can be given in place of one, and stands for its first
    element.
    """

    def family(self) -> int:
        """The address family, `AF_*`; AF_UNSPEC for an address too short to say one.

        Returns:
            family: int.
        """

    def socktype(self) -> int:
        """The type of socket that it is for, `SOCK_*`; 0 for any.

        Returns:
            socktype: int.
        """

    def protocol(self) -> int:
        """The protocol of the socket that it is for, `IPPROTO_*`; 0 for any.

        Returns:
            protocol: int.
        """

    def canonname(self) -> str | None:
        """The host's canonical name, where AI_CANONNAME asked for it; the first
        address of a list has it.

        Returns:
            name: str | None.
        """

    def addr(self) -> str:
        """The address as text: numeric for IP, the path (or `\\0name`) for unix, the
        hardware address for a packet socket or a link, the groups for netlink, the
        machine for vsock; empty for other families.

        The zone of an IPv6 address follows a `%`, as the interface's name, or as
        its index if the interface no longer exists. The same address can be made
        from text and port.

        Returns:
            addr: str.
        """

    def port(self) -> int | None:
        """The port, where the family has one: of IP and vsock the port, of netlink the
        port's pid.

        Returns:
            port: int | None.
        """

    def scopeid(self) -> int | None:
        """The scope of an IPv6 address: the index of an interface, or 0.

        Returns:
            scopeid: int | None.
        """

    def flowinfo(self) -> int | None:
        """The traffic class and flow label of an IPv6 address.

        Returns:
            flowinfo: int | None.
        """

    def ifindex(self) -> int | None:
        """The index of the interface in the address of a packet socket, or of a link;
        0 for all.

        Returns:
            index: int | None.
        """

    def ethertype(self) -> int | None:
        """The `ETH_P_*` protocol in the address of a packet socket.

        packet(7), `sll_protocol`, in the byte order of the host.

        Returns:
            ethertype: int | None.
        """

    def pkttype(self) -> int | None:
        """The direction of a packet in the address that was received with it:
        `PACKET_HOST`, `PACKET_OUTGOING` and so on.

        packet(7), `sll_pkttype`.

        Returns:
            pkttype: int | None.
        """

    def ipv4mapped(self) -> AddrInfo | None:
        """The IPv4 address in an IPv6 address of the form `::ffff:a.b.c.d`, with its
        port and kind of socket; none in any other address.

        RFC 4291, section 2.5.5.2. An IPv6 socket that is not v6only has IPv4 peers
        with such addresses.

        Returns:
            ai: AddrInfo | None.
        """

    def raw(self) -> bytes:
        """The bytes of the `sockaddr`, as long as it is.

        Returns:
            bytes: bytes.
        """

    def nameinfo(
        self, *more: int | None, flags: int | None = 0
    ) -> tuple[_Nameinfo | None, OSError | None]:
        """Finds the names of the address.

        getnameinfo(3); `flags` are `NI_*`. The host of a unix address is
        `localhost`, its service is its path. Errors are `EAI_*`: EAI_NONAME if
        NI_NAMEREQD finds no name, EAI_FAMILY for a family without names.

        Args:
            *more: int; any number of them, by position.
            flags: int; the flags together, by name.

        Returns:
            (ni, err): dict (host, serv), None; or None, an OSError if the call
                failed. The error is returned, not raised.
        """

    def getnameinfo(
        self, *more: int | None, flags: int | None = 0
    ) -> tuple[_Nameinfo | None, OSError | None]:
        """Finds the names of the address.

        getnameinfo(3); `flags` are `NI_*`. The host of a unix address is
        `localhost`, its service is its path. Errors are `EAI_*`: EAI_NONAME if
        NI_NAMEREQD finds no name, EAI_FAMILY for a family without names.

        The same function as nameinfo.

        Args:
            *more: int; any number of them, by position.
            flags: int; the flags together, by name.

        Returns:
            (ni, err): dict (host, serv), None; or None, an OSError if the call
                failed. The error is returned, not raised.
        """

    def __repr__(self) -> str:
        """How an interpreter shows it: family, type, protocol, and the address."""

    def __eq__(self, other: object, /) -> bool:
        """Tells whether both are addrinfo and their addresses are equal."""

    def __ne__(self, other: object, /) -> bool:
        """Returns whether one is not an addrinfo or their addresses are different."""

    def __hash__(self) -> int:
        """Returns the same number for equal addresses, so that they can be keys."""

class _Nameinfo(TypedDict):
    host: str
    serv: str

def _socket_new(
    ai: AddrInfo | Sequence[AddrInfo], nonblock: bool | None = False
) -> tuple[Socket | None, OSError | None]:
    """Opens a socket of the kind that an addrinfo describes; it is close-on-exec.

    socket(2). The addrinfo is also the default address of bind and connect; its
    type 0 stands for SOCK_STREAM. With `nonblock`, calls that would block
    return `again`.

    Args:
        ai: AddrInfo, or a sequence of them.
        nonblock: bool; False by default.

    Returns:
        (sock, err): Socket, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def _socket_open(
    family: int, socktype: int, protocol: int | None = 0, nonblock: bool | None = False
) -> tuple[Socket | None, OSError | None]:
    """Opens a socket of a family, a type and a protocol; it is close-on-exec.

    socket(2); `family` is `AF_*`, `socktype` is `SOCK_*`, `protocol` is
    `IPPROTO_*` or 0 for the usual one. It has no default address: bind and
    connect need one. With `nonblock`, calls that would block return `again`.
    EAFNOSUPPORT, EPROTONOSUPPORT and the like for a combination that the system
    lacks.

    Args:
        family: int.
        socktype: int.
        protocol: int; 0 by default.
        nonblock: bool; False by default.

    Returns:
        (sock, err): Socket, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def _socket_pair(
    socktype: int, nonblock: bool | None = False, protocol: int | None = 0
) -> tuple[list[Socket] | None, OSError | None]:
    """Opens two unix sockets that are connected to each other.

    socketpair(2); `socktype` is `SOCK_STREAM`, `SOCK_DGRAM` or
    `SOCK_SEQPACKET`.

    Args:
        socktype: int.
        nonblock: bool; False by default.
        protocol: int; 0 by default.

    Returns:
        (socks, err): list[Socket], None; or None, an OSError if the call
            failed. The error is returned, not raised.
    """

def _socket_wrap(fd: int, nonblock: bool | None = None) -> tuple[Socket | None, OSError | None]:
    """Makes a socket from a descriptor, and queries its kind.

    The descriptor becomes close-on-exec; `nonblock` sets O_NONBLOCK, by default
    it does not change. ENOTSOCK for a descriptor that is not a socket, EBADF
    for a number that is not a descriptor; the caller then still owns it.

    Args:
        fd: int.
        nonblock: bool; optional.

    Returns:
        (sock, err): Socket, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def _socket_listenfds() -> tuple[list[_Handed] | None, OSError | None]:
    """Returns the sockets that a service manager passed to this process, with
    their names.

    sd_listen_fds_with_names(3): LISTEN_PID must be this process's id;
    LISTEN_FDS is the number of descriptors, LISTEN_FDNAMES their names. The
    three variables are removed from the environment, so that child processes do
    not use them; further calls return an empty list. All descriptors become
    close-on-exec; those that are not sockets are not changed otherwise. Call
    this before threads are started that read or change the environment.

    Returns:
        (list, err): list of dict (socket, name), None; or None, an OSError if
            the call failed. The error is returned, not raised.
    """

def _socket_shutdown(fd: int, flag: int | None = None) -> OSError | None:
    """Shuts down a part of the connection of `fd`: `SHUT_RD`, `SHUT_WR`, or by
    default `SHUT_RDWR`.

    shutdown(2). ENOTCONN if there is no connection, ENOTSOCK for a descriptor
    that is not a socket.

    Args:
        fd: int.
        flag: int; optional.

    Returns:
        err: None, or an OSError if the call failed. The error is returned, not
            raised.
    """

def _socket_close(fd: int, flag: int | None = None) -> OSError | None:
    """Closes `fd`; with a `SHUT_*` flag, shuts the connection down first.

    close(2). The descriptor is closed even if an error is returned; it is not
    an error if there is no connection. EBADF for a number that is not a
    descriptor.

    Args:
        fd: int.
        flag: int; optional.

    Returns:
        err: None, or an OSError if the call failed. The error is returned, not
            raised.
    """

class _Handed(TypedDict):
    socket: Socket
    name: str

@final
class Socket:
    """A socket: a descriptor, what kind of socket it is, and the address that it
    was made for.

    On a closed socket every call that needs the descriptor fails with EBADF. A
    socket is closed when it is collected.
    """

    def dup(
        self, ai: AddrInfo | Sequence[AddrInfo] | None = None
    ) -> tuple[Socket | None, OSError | None]:
        """Duplicates the descriptor of the socket; it is close-on-exec.

        fcntl(2), `F_DUPFD_CLOEXEC`. Both share the connection and its options. An
        addrinfo, if given, is the default address of bind and connect of the second
        one.

        Args:
            ai: AddrInfo, or a sequence of them; optional.

        Returns:
            (sock, err): Socket, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def unwrap(self) -> tuple[int | None, OSError | None]:
        """Releases the descriptor without closing it: the caller owns it, and this
        socket is closed.

        EBADF if it is closed already. While other threads are inside a call of the
        socket (Python), the caller gets a duplicate, because the number itself
        stays in use until they have returned.

        Returns:
            (fd, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def shutdown(self, flag: int | None = None) -> OSError | None:
        """Shuts down a part of the connection: `SHUT_RD`, `SHUT_WR`, or by default
        `SHUT_RDWR`.

        shutdown(2). ENOTCONN if there is no connection.

        Args:
            flag: int; optional.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def close(self, flag: int | None = None) -> OSError | None:
        """Closes the socket; with a `SHUT_*` flag, shuts the connection down first.

        close(2). The descriptor is closed even if an error is returned. Closing a
        socket that is not connected, or is closed already, is not an error. The
        connection stays open for duplicates and for child processes, unless a flag
        shuts it down for all of them. In Python, calls of other threads that wait
        for the socket return EBADF at once; connect, sendfile, and an accept whose
        connection another process took, return when the kernel does.

        Args:
            flag: int; optional.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def fd(self) -> int:
        """The descriptor, or -1 when closed.

        Returns:
            fd: int.
        """

    def family(self) -> int:
        """The address family, `AF_*`.

        Returns:
            family: int.
        """

    def socktype(self) -> int:
        """The socket's type, `SOCK_*`.

        Returns:
            socktype: int.
        """

    def protocol(self) -> int:
        """The protocol, `IPPROTO_*`; 0 for the type's usual one.

        Returns:
            protocol: int.
        """

    def cloexec(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Closes the descriptor when a program is executed in this process
        (`FD_CLOEXEC`).

        ioctl(2), `FIOCLEX`; fcntl(2), `F_GETFD`.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def nonblock(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Makes calls that would block return `again` (`O_NONBLOCK`).

        ioctl(2), `FIONBIO`; fcntl(2), `F_GETFL`. The flag belongs to all
        descriptors of the socket.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def atmark(self) -> tuple[bool | None, OSError | None]:
        """Returns whether the next byte to be received follows the urgent mark.

        sockatmark(3), by ioctl(2), `SIOCATMARK`.

        Returns:
            (mark, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def bind(self, ai: AddrInfo | Sequence[AddrInfo] | None = None) -> OSError | None:
        """Binds the socket to the address of an addrinfo, or to the one that it was
        made for.

        bind(2). EADDRINUSE, EADDRNOTAVAIL, EACCES and the like; EDESTADDRREQ if
        there is no address.

        Args:
            ai: AddrInfo, or a sequence of them; optional.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def getsockname(self) -> tuple[AddrInfo | None, OSError | None]:
        """Returns the socket's own address.

        getsockname(2). For a socket that is not bound it is the wildcard address,
        or an unnamed one.

        Returns:
            (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def getpeername(self) -> tuple[AddrInfo | None, OSError | None]:
        """Returns the peer's address.

        getpeername(2). ENOTCONN if there is no peer.

        Returns:
            (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def connect(self, ai: AddrInfo | Sequence[AddrInfo] | None = None) -> OSError | None:
        """Connects to the address of an addrinfo, or to the one that the socket was
        made for.

        connect(2). On a non-blocking socket, success means that the connection is
        in progress: it is established when the socket becomes sendable and its
        pending error is 0. On a blocking socket, ETIMEDOUT means also that sndtimeo
        has expired; the connection then stays in progress. In Lua a signal ends the
        call with EINTR, and the connection stays in progress; in Python the call
        continues. On a unix stream socket, EAGAIN means that the listener's backlog
        is full and that no connection is in progress; since the socket counts as
        sendable all the same, connect has to be called again after a while.
        ECONNREFUSED, ETIMEDOUT, ENETUNREACH and the like; EDESTADDRREQ if there is
        no address.

        Args:
            ai: AddrInfo, or a sequence of them; optional.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def tryconnect(
        self, ai: AddrInfo | Sequence[AddrInfo] | None = None
    ) -> tuple[bool | None, OSError | None, bool]:
        """Connects as connect does, and returns whether the connection is established;
        to be called again when the socket is sendable.

        connect(2). Returns `again` while the connection is in progress, and on a
        blocking socket when sndtimeo has expired. After the connection is
        established the result stays `true`. After a failure the next call begins a
        new attempt. On a unix stream socket, EAGAIN means that the listener's
        backlog is full: the call has to be made again after a while, for the socket
        counts as sendable. ECONNREFUSED, ETIMEDOUT, ENETUNREACH and the like;
        EDESTADDRREQ if there is no address.

        Args:
            ai: AddrInfo, or a sequence of them; optional.

        Returns:
            (connected, err, again): bool, None, False; if the call would block,
                None, None, True. If the call failed, None, an OSError, False. The
                error is returned, not raised.
        """

    def disconnect(self) -> OSError | None:
        """Dissolves the association of a datagram socket with its peer, so that it
        receives from all senders again.

        connect(2) with AF_UNSPEC. A port that the kernel selected is released; a
        port set by bind is kept. On a TCP socket Linux resets the connection;
        EINVAL on a unix stream socket.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def listen(self, backlog: int | None = None) -> OSError | None:
        """Listens for connections; up to `backlog` of them wait to be accepted.

        listen(2). `backlog` is at least 1, by default the system's maximum,
        SOMAXCONN. EOPNOTSUPP for a type of socket without connections.

        Args:
            backlog: int; optional.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    @overload
    def accept(
        self, peer: Literal[True]
    ) -> tuple[Socket | None, OSError | None, bool, AddrInfo | None]:
        """Accepts a connection; the new socket is non-blocking if this one is.

        accept4(2). Returns `again` if the connection was aborted before it was
        accepted. With EMFILE the connection stays in the queue. On Linux the new
        socket inherits options of this one, among them rcvtimeo, sndtimeo, linger,
        keepalive and the sizes of the buffers: the time limit of a listener's
        accept is also that of its connections.

        With `peer`, the peer's address is one more result, at the end.

        Args:
            peer: bool; False by default.

        Returns:
            (sock, err, again): Socket, None, False; if the call would block, None,
                None, True. If the call failed, None, an OSError, False. The error
                is returned, not raised. With peer the results are (sock, err,
                again, ai).
        """

    @overload
    def accept(
        self, peer: Literal[False] | None = False
    ) -> tuple[Socket | None, OSError | None, bool]:
        """Accepts a connection; the new socket is non-blocking if this one is.

        accept4(2). Returns `again` if the connection was aborted before it was
        accepted. With EMFILE the connection stays in the queue. On Linux the new
        socket inherits options of this one, among them rcvtimeo, sndtimeo, linger,
        keepalive and the sizes of the buffers: the time limit of a listener's
        accept is also that of its connections.

        With `peer`, the peer's address is one more result, at the end.

        Args:
            peer: bool; False by default.

        Returns:
            (sock, err, again): Socket, None, False; if the call would block, None,
                None, True. If the call failed, None, an OSError, False. The error
                is returned, not raised. With peer the results are (sock, err,
                again, ai).
        """

    def acceptfd(self) -> tuple[int | None, OSError | None, bool]:
        """Accepts a connection, and returns its descriptor, which is close-on-exec and
        has to be closed by the caller.

        accept4(2), as accept.

        Returns:
            (fd, err, again): int, None, False; if the call would block, None, None,
                True. If the call failed, None, an OSError, False. The error is
                returned, not raised.
        """

    def send(
        self, msg: ReadableBuffer, *more: int | None, flags: int | None = 0
    ) -> tuple[int | None, OSError | None, bool]:
        """Sends `msg`, and returns the number of bytes that were accepted.

        send(2); `flags` are `MSG_*`, to which MSG_NOSIGNAL is always added. An
        empty message is a valid datagram; on a stream it is EINVAL. EMSGSIZE for a
        datagram that is too long. If the peer has closed, EPIPE is returned as the
        outcome closed; after the socket's own SHUT_WR it is an error; if there
        never was a peer, it becomes ENOTCONN. MSG_ZEROCOPY is EOPNOTSUPP.

        Args:
            msg: bytes-like object.
            *more: int; any number of them, by position.
            flags: int; the flags together, by name.

        Returns:
            (len, err, again): int, None, False; if a part was done, its int, None,
                True. If the peer has closed, None, None, False. If the call failed,
                None, an OSError, False. The error is returned, not raised.
        """

    def sendto(
        self,
        msg: ReadableBuffer,
        ai: AddrInfo | Sequence[AddrInfo],
        *more: int | None,
        flags: int | None = 0,
    ) -> tuple[int | None, OSError | None, bool]:
        """Sends `msg` to the address of an addrinfo, and returns the number of bytes
        that were accepted.

        sendto(2); `flags` are `MSG_*`, to which MSG_NOSIGNAL is always added. An
        empty message is a valid datagram; on a stream it is EINVAL. On a connected
        stream the call fails with EISCONN, or sends to the peer. With MSG_FASTOPEN
        it returns `again` and 0 bytes while the connection is in progress.
        MSG_ZEROCOPY is EOPNOTSUPP.

        Args:
            msg: bytes-like object.
            ai: AddrInfo, or a sequence of them.
            *more: int; any number of them, by position.
            flags: int; the flags together, by name.

        Returns:
            (len, err, again): int, None, False; if a part was done, its int, None,
                True. If the peer has closed, None, None, False. If the call failed,
                None, an OSError, False. The error is returned, not raised.
        """

    def sendfile(
        self, file: FileDescriptorLike, bytes: int, offset: int | None = 0
    ) -> tuple[int | None, OSError | None, bool]:
        """Sends up to `bytes` bytes of `file` from `offset` on, without copying them
        into the process.

        sendfile(2). Returns the number of bytes that were accepted, 0 at the end of
        the file. The file's own position does not change. EINVAL for a negative
        number.

        Args:
            file: descriptor, or an object with fileno().
            bytes: int.
            offset: int; 0 by default.

        Returns:
            (len, err, again): int, None, False; if a part was done, its int, None,
                True. If the peer has closed, None, None, False. If the call failed,
                None, an OSError, False. The error is returned, not raised.
        """

    def sendfd(
        self,
        fd: FileDescriptorLike,
        ai: AddrInfo | Sequence[AddrInfo] | None = None,
        *more: int | None,
        flags: int | None = 0,
    ) -> tuple[int | None, OSError | None, bool]:
        """Sends the descriptor `fd` to the peer, or to the address of an addrinfo,
        with one byte of data.

        sendmsg(2), `SCM_RIGHTS` of unix(7); `flags` are `MSG_*`. The receiver gets
        a duplicate; this descriptor stays open. EBADF for a number that is not a
        descriptor.

        Args:
            fd: descriptor, or an object with fileno().
            ai: AddrInfo, or a sequence of them; optional.
            *more: int; any number of them, by position.
            flags: int; the flags together, by name.

        Returns:
            (len, err, again): int, None, False; if a part was done, its int, None,
                True. If the peer has closed, None, None, False. If the call failed,
                None, an OSError, False. The error is returned, not raised.
        """

    def write(self, msg: ReadableBuffer) -> tuple[int | None, OSError | None, bool]:
        """Sends `msg` as send does without flags.

        Args:
            msg: bytes-like object.

        Returns:
            (len, err, again): int, None, False; if a part was done, its int, None,
                True. If the peer has closed, None, None, False. If the call failed,
                None, an OSError, False. The error is returned, not raised.
        """

    def recv(
        self, bufsize: int | None = None, *more: int | None, flags: int | None = 0
    ) -> tuple[bytes | None, OSError | None, bool]:
        """Receives up to `bufsize` bytes of a stream, or one message.

        recv(2); `flags` are `MSG_*`. The size is by default 4096 on a stream and
        65,536 on any other socket. A longer message is truncated, and the rest of
        it is discarded. A size below 1 is EINVAL; memory is used only for the bytes
        that arrive, however large the size is. With MSG_WAITALL the call waits for
        `bufsize` bytes. MSG_TRUNC never returns bytes that were not received: on a
        TCP stream, where it discards them, it returns none. MSG_ZEROCOPY is
        EOPNOTSUPP.

        inq returns the size of the next datagram before it is received.

        Args:
            bufsize: int; optional.
            *more: int; any number of them, by position.
            flags: int; the flags together, by name.

        Returns:
            (msg, err, again): bytes, None, False; if the call would block, None,
                None, True. If the peer has closed, None, None, False. If the call
                failed, None, an OSError, False. The error is returned, not raised.
        """

    def recvfrom(
        self, bufsize: int | None = None, *more: int | None, flags: int | None = 0
    ) -> tuple[bytes | None, AddrInfo | None, OSError | None, bool]:
        """Receives as recv does, and returns the sender's address, too.

        recvfrom(2); `flags` are `MSG_*`. On a connected stream there is no sender's
        address.

        A datagram that is longer than `bufsize` is truncated, as by recv.
        Successive datagrams of one sender come with the same addrinfo object.

        Args:
            bufsize: int; optional.
            *more: int; any number of them, by position.
            flags: int; the flags together, by name.

        Returns:
            (msg, ai, err, again): bytes, AddrInfo | None, None, False; if the call
                would block, None, None, None, True. If the peer has closed, None,
                None, None, False. If the call failed, None, None, an OSError,
                False. The error is returned, not raised.
        """

    def sendall(
        self, msg: ReadableBuffer, sec: float | None = None
    ) -> tuple[int | None, OSError | None, bool]:
        """Sends the whole of `msg`, on blocking and non-blocking sockets, and returns
        its length.

        send(2) and ppoll(2), for stream sockets; EOPNOTSUPP on others. `sec` limits
        the time in all, EDOM for a negative, infinite or undefined number. Without
        `sec`, each wait of a blocking socket lasts as long as sndtimeo says, and a
        non-blocking one waits for ever. When the time has expired the result is the
        number of bytes that were sent, and `again`. If the call fails after bytes
        were sent, the result is their number, and the error. Nothing is kept for a
        later call. In Lua a signal ends the call as an expired time does.

        Args:
            msg: bytes-like object.
            sec: float, seconds; optional.

        Returns:
            (len, err, again): int, None, False; if a part was done, its int, None,
                True. If the peer has closed, None, None, False. If the call failed,
                None or a part, an OSError, False. The error is returned, not
                raised.
        """

    def recvexactly(
        self, size: int, sec: float | None = None
    ) -> tuple[bytes | None, OSError | None, bool]:
        """Receives exactly `size` bytes of a stream, on blocking and non-blocking
        sockets.

        recv(2) and ppoll(2), for stream sockets; EOPNOTSUPP on others. A negative
        size is EINVAL, and 0 bytes are received without a call. Memory is used only
        for the bytes that arrive. `sec` limits the time in all, EDOM for a
        negative, infinite or undefined number. Without `sec`, each wait of a
        blocking socket lasts as long as rcvtimeo says, and a non-blocking one waits
        for ever. When the time has expired the result is what came, if anything,
        and `again`. If the peer closes before the last byte, the result is shorter
        than `size`; before the first byte it is the end. If the call fails after
        bytes came, the result is these bytes, and the error. The bytes are the
        caller's: nothing is kept for a later call. In Lua a signal ends the call as
        an expired time does; in Python, if a signal handler raises an exception,
        what had come is lost.

        Args:
            size: int.
            sec: float, seconds; optional.

        Returns:
            (msg, err, again): bytes, None, False; if a part was done, its bytes,
                None, True. If the peer has closed, None, None, False. If the call
                failed, None or a part, an OSError, False. The error is returned,
                not raised.
        """

    def recvfd(
        self, *more: int | None, flags: int | None = 0
    ) -> tuple[int | None, OSError | None, bool]:
        """Receives a descriptor, which is close-on-exec and has to be closed by the
        caller.

        recvmsg(2), `SCM_RIGHTS` of unix(7); `flags` are `MSG_*`. It receives what
        sendfd sends, one byte of data with one descriptor; the rest of a longer
        datagram is discarded. ENOMSG for a message without a descriptor; EMSGSIZE
        for one with several, which are all closed; EMFILE if this process can open
        no more.

        Args:
            *more: int; any number of them, by position.
            flags: int; the flags together, by name.

        Returns:
            (fd, err, again): int, None, False; if the call would block, None, None,
                True. If the peer has closed, None, None, False. If the call failed,
                None, an OSError, False. The error is returned, not raised.
        """

    def read(self, bufsize: int | None = None) -> tuple[bytes | None, OSError | None, bool]:
        """Receives as recv does without flags.

        Args:
            bufsize: int; optional.

        Returns:
            (msg, err, again): bytes, None, False; if the call would block, None,
                None, True. If the peer has closed, None, None, False. If the call
                failed, None, an OSError, False. The error is returned, not raised.
        """

    def inq(self) -> tuple[int | None, OSError | None]:
        """Returns the number of bytes in the receive queue; for a datagram socket, the
        size of the next datagram.

        ioctl(2), `SIOCINQ` of tcp(7), udp(7) and unix(7). EINVAL on a socket that
        listens.

        Returns:
            (bytes, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def outq(self) -> tuple[int | None, OSError | None]:
        """Returns the number of bytes in the send queue that are unsent or not
        acknowledged.

        ioctl(2), `SIOCOUTQ` of tcp(7) and unix(7). EINVAL on a socket that listens.

        Returns:
            (bytes, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def recvable(self, sec: float | None = None) -> tuple[bool | None, OSError | None, bool]:
        """Waits until there is something to receive or accept, or the peer has closed.

        ppoll(2), for `sec` seconds, by default without a limit; 0 does not wait.
        Returns `again` when the time has expired or, in Lua, a signal has arrived.
        EDOM for a negative, infinite or undefined number. A socket whose error
        queue (recverr) is not empty is ready.

        Args:
            sec: float, seconds; optional.

        Returns:
            (ready, err, again): bool, None, False; if the call would block, None,
                None, True. If the call failed, None, an OSError, False. The error
                is returned, not raised.
        """

    def sendable(self, sec: float | None = None) -> tuple[bool | None, OSError | None, bool]:
        """Waits until there is room to send, or a connection is established or has
        failed.

        ppoll(2), for `sec` seconds, by default without a limit; 0 does not wait.
        Returns `again` when the time has expired or, in Lua, a signal has arrived.
        EDOM for a negative, infinite or undefined number. A unix datagram socket
        without a peer is always ready, even if the receiver's queue is full.

        If a receiver's queue is full, sendto of a unix datagram socket returns
        `again` although the socket is sendable.

        Args:
            sec: float, seconds; optional.

        Returns:
            (ready, err, again): bool, None, False; if the call would block, None,
                None, True. If the call failed, None, an OSError, False. The error
                is returned, not raised.
        """

    def linger(self, sec: int = ...) -> tuple[int | None, OSError | None]:
        """Says how long close waits for unsent data: seconds, or -1 to not wait.

        `SO_LINGER`, socket(7). 0 throws unsent data away and resets the connection.
        Asked, answers the seconds, or -1 when off. EINVAL below -1.

        Args:
            sec: int; optional.

        Returns:
            (sec, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def txtime(
        self, clockid: int = ..., flags: int | None = None
    ) -> tuple[_Txtime | None, OSError | None]:
        """The clock by which the times of sent packets are meant, and how: with them a
        packet waits for its time in the queue of the interface.

        `SO_TXTIME`. The control key `txtime` of sent messages needs it. `clockid`
        is a clock of clock_gettime(2): 0 is CLOCK_REALTIME, 1 CLOCK_MONOTONIC, 11
        CLOCK_TAI. `flags` are `SOF_TXTIME_*`, by default none. EINVAL for other
        flags, EPERM for clocks but 1 without CAP_NET_ADMIN. Since Linux 4.19.

        Args:
            clockid: int; optional.
            flags: int; optional.

        Returns:
            (txtime, err): dict (clockid, flags), None; or None, an OSError if the
                call failed. The error is returned, not raised.
        """

    def unicastif(self, interface: str | int = ...) -> tuple[str | int | None, OSError | None]:
        """Chooses the interface that what is sent leaves by, given by its name, its
        index or an address of it, past the routes.

        `IP_UNICAST_IF`, ip(7), since Linux 3.4; `IPV6_UNICAST_IF`; both on an IPv6
        socket that is not v6only. `""`, `0.0.0.0` and `::` leave the choice to the
        routing table again. Asked, answers the name, or the index where there is no
        such interface any more, and `""` where none was chosen. ENODEV or
        EADDRNOTAVAIL for an unknown interface.

        Args:
            interface: interface's name, index or address; optional.

        Returns:
            (interface, err): str | int, None; or None, an OSError if the call
                failed. The error is returned, not raised.
        """

    def localportrange(self, range: Sequence[int] = ...) -> tuple[list[int] | None, OSError | None]:
        """The ports among which bind and connect choose, as a list of the lowest and
        the highest.

        `IP_LOCAL_PORT_RANGE`, ip(7). A 0 stands for the system's own bound. EINVAL
        where the lowest is above the highest. Since Linux 6.3.

        Args:
            range: sequence of the lowest and the highest; optional.

        Returns:
            (range, err): list[int], None; or None, an OSError if the call failed.
                The error is returned, not raised.
        """

    def options(self, options: ReadableBuffer = ...) -> tuple[bytes | None, OSError | None]:
        """The IP options of sent packets, as bytes; `""` is none.

        `IP_OPTIONS`, ip(7), RFC 791. At most 40 bytes, to which Linux appends so
        that they are a multiple of four; EINVAL for more, and for what is
        malformed. A connection that was accepted returns those of the peer's first
        segment, turned round. IPv4.

        Args:
            options: bytes-like object; optional.

        Returns:
            (options, err): bytes, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def hopopts(self, header: ReadableBuffer = ...) -> tuple[bytes | None, OSError | None]:
        """The hop-by-hop options of sent packets: the bytes of an extension header,
        whose first is of no consequence; `""` is none.

        `IPV6_HOPOPTS`, RFC 3542, section 8; RFC 8200, section 4.3. EINVAL for a
        length that is not the header's own, EPERM without CAP_NET_RAW. IPv6.

        Args:
            header: bytes-like object; optional.

        Returns:
            (header, err): bytes, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def dstopts(self, header: ReadableBuffer = ...) -> tuple[bytes | None, OSError | None]:
        """The destination options of sent packets, for the last destination; as
        hopopts otherwise.

        `IPV6_DSTOPTS`, RFC 3542, section 9; RFC 8200, section 4.6. IPv6.

        Args:
            header: bytes-like object; optional.

        Returns:
            (header, err): bytes, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def rthdr(self, header: ReadableBuffer = ...) -> tuple[bytes | None, OSError | None]:
        """The routing header of sent packets: the bytes of an extension header, whose
        first is of no consequence; `""` is none.

        `IPV6_RTHDR`, RFC 3542, section 7; RFC 8200, section 4.4. Linux takes those
        of type 2 (RFC 6275) and of segment routing (RFC 8754), as far as it has
        them; EINVAL for others. IPv6.

        Args:
            header: bytes-like object; optional.

        Returns:
            (header, err): bytes, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def rthdrdstopts(self, header: ReadableBuffer = ...) -> tuple[bytes | None, OSError | None]:
        """The destination options of sent packets for every destination of their
        routing header; as hopopts otherwise.

        `IPV6_RTHDRDSTOPTS`, RFC 3542, section 9.1. They are sent together with a
        routing header only. IPv6.

        Args:
            header: bytes-like object; optional.

        Returns:
            (header, err): bytes, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def flowlabel(self, flags: int | None = None) -> tuple[_Flowlabel | None, OSError | None]:
        """Returns the flow label with which the socket sends.

        `IPV6_FLOWLABEL_MGR`, linux/in6.h. `flags` is `IPV6_FL_F_REMOTE` for the
        label with which the peer sends, of a connection that repeats it. ENOENT
        where there is none of flowlabelget. IPv6; since Linux 3.14.

        Args:
            flags: int; optional.

        Returns:
            (label, err): dict (label, addr, share, expires, linger), None; or None,
                an OSError if the call failed. The error is returned, not raised.
        """

    def flowlabelget(
        self,
        addr: str | AddrInfo | Sequence[AddrInfo],
        label: int | None = None,
        share: int | None = None,
        flags: int | None = None,
    ) -> tuple[int | None, OSError | None]:
        """Gets a flow label for sending to an address, and returns it; 0 stands for
        any that is free.

        `IPV6_FLOWLABEL_MGR`, linux/in6.h. `share` is who may use it, by default
        this socket alone (`IPV6_FL_S_EXCL`); `flags` are by default
        `IPV6_FL_F_CREATE`. The label is used by connect and sendto with an address
        that has it as its flow information, on a socket with flowinfosend. With
        `IPV6_FL_F_REFLECT` alone, a TCP socket sends with the label of its peer.
        EINVAL for a label of more than 20 bits and for an address of IPv4, EPERM
        where another has the label, ENOENT where it is to be there and is not.
        IPv6.

        Args:
            addr: address in numbers, or an AddrInfo.
            label: int; optional.
            share: int; optional.
            flags: int; optional.

        Returns:
            (label, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def flowlabelput(self, label: int) -> OSError | None:
        """Gives up a flow label of this socket.

        `IPV6_FLOWLABEL_MGR`, linux/in6.h. ESRCH where the socket does not have it.
        IPv6.

        Args:
            label: int.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def flowlabelrenew(
        self, label: int, linger: int | None = None, expires: int | None = None
    ) -> OSError | None:
        """Says for how long a flow label of this socket is kept: `linger` seconds
        after its last use, and `expires` seconds from now on.

        `IPV6_FLOWLABEL_MGR`, linux/in6.h. Times only grow by it; the kernel's least
        is 6 seconds. EPERM above 150 seconds without CAP_NET_ADMIN, ESRCH where the
        socket does not have the label. IPv6.

        Args:
            label: int.
            linger: int; optional.
            expires: int; optional.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def tcpfastopenkey(self, key: ReadableBuffer = ...) -> tuple[bytes | None, OSError | None]:
        """The key by which TCP makes its cookies for data in the first segment (RFC
        7413): 16 bytes, or 32 for a new and an old one.

        `TCP_FASTOPEN_KEY`. A socket without one of its own has the system's; empty
        where that has none yet. EINVAL for other lengths. Since Linux 4.15; two
        since 5.3.

        Args:
            key: bytes-like object; optional.

        Returns:
            (key, err): bytes, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpmd5sig(
        self,
        addr: str | AddrInfo | Sequence[AddrInfo],
        key: ReadableBuffer,
        prefixlen: int | None = None,
        interface: str | int | None = None,
    ) -> OSError | None:
        """Signs the segments to a peer, and accepts from it only such with the
        signature of the key (RFC 2385); an empty key ends that.

        `TCP_MD5SIG`, tcp(7). To be set before connect, and on a listening socket
        for those who will connect. With `prefixlen` the key is for all addresses
        that begin with so many bits of `addr`, with `interface` for those of a VRF
        (`TCP_MD5SIG_EXT`, since Linux 4.13 and 5.6). EINVAL for a key of more than
        80 bytes, and for an address of another family; ENOENT for taking away one
        that is not there.

        Args:
            addr: address in numbers, or an AddrInfo.
            key: bytes-like object.
            prefixlen: int; optional.
            interface: interface's name, index or address; optional.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def packetfanout(
        self, id: int = ..., mode: int | None = None, flags: int | None = None
    ) -> tuple[_Fanout | None, OSError | None]:
        """Shares what is received with the packet sockets of a group, so that each
        packet goes to one of them.

        `PACKET_FANOUT`, packet(7). With an `id` joins the group of that number:
        `mode` says how the socket is chosen, by default `PACKET_FANOUT_HASH`;
        `flags` are `PACKET_FANOUT_FLAG_*`. Without, returns the group; all 0 stands
        for none, too. With `PACKET_FANOUT_FLAG_UNIQUEID` the kernel chooses the
        number, for an `id` of 0. EINVAL for a socket that does not receive yet, and
        for another mode than that of the group; EALREADY for a second group.

        Args:
            id: int; optional.
            mode: int; optional.
            flags: int; optional.

        Returns:
            (fanout, err): dict (id, mode, flags), None; or None, an OSError if the
                call failed. The error is returned, not raised.
        """

    def mcastif(self, interface: str | int = ...) -> tuple[str | int | None, OSError | None]:
        """Selects the interface for sending multicast datagrams, given by its name,
        its index or one of its addresses.

        `IP_MULTICAST_IF`, ip(7); `IPV6_MULTICAST_IF`, ipv6(7); both on an IPv6
        socket that is not v6only. `""`, `0.0.0.0` and `::` restore the kernel's
        choice. Without an argument, returns the name, or the index where there is
        no such interface any more, and `""` where none was chosen. An IPv4 socket
        keeps only the index, which the kernel does not return: without an argument,
        returns what was set through this object, else the interface with the
        address that the kernel returns. ENODEV for an unknown interface, EOPNOTSUPP
        on sockets of SOCK_STREAM and SOCK_SEQPACKET.

        Args:
            interface: interface's name, index or address; optional.

        Returns:
            (interface, err): str | int, None; or None, an OSError if the call
                failed. The error is returned, not raised.
        """

    def mcastjoin(
        self, group: str | AddrInfo | Sequence[AddrInfo], interface: str | int | None = None
    ) -> OSError | None:
        """Joins a multicast group for all sources.

        `MCAST_JOIN_GROUP`, RFC 3678; the same as `IP_ADD_MEMBERSHIP`, ip(7), and
        `IPV6_JOIN_GROUP`, ipv6(7). The interface is given by its name, its index or
        one of its addresses. By default it is the zone of the group
        (`ff02::1%eth0`), else the routing table selects it. An IPv6 socket that is
        not v6only joins IPv4 groups, too. EINVAL for an address that is not a
        group, and for an interface that is not the group's zone; EADDRINUSE if the
        group is joined already, ENODEV for an unknown interface, ENOBUFS for the
        21st group of an IPv4 socket, EOPNOTSUPP on sockets of SOCK_STREAM and
        SOCK_SEQPACKET.

        Args:
            group: address in numbers, or an AddrInfo.
            interface: interface's name, index or address; optional.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def mcastleave(
        self, group: str | AddrInfo | Sequence[AddrInfo], interface: str | int | None = None
    ) -> OSError | None:
        """Leaves a multicast group.

        `MCAST_LEAVE_GROUP`, RFC 3678; the same as `IP_DROP_MEMBERSHIP`, ip(7), and
        `IPV6_LEAVE_GROUP`, ipv6(7). EADDRNOTAVAIL where it is not joined.

        Args:
            group: address in numbers, or an AddrInfo.
            interface: interface's name, index or address; optional.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def mcastjoinsrc(
        self,
        group: str | AddrInfo | Sequence[AddrInfo],
        source: str | AddrInfo | Sequence[AddrInfo],
        interface: str | int | None = None,
    ) -> OSError | None:
        """Joins a multicast group for one source; more sources can be added.

        `MCAST_JOIN_SOURCE_GROUP`, RFC 3678; for IPv4 the same as
        `IP_ADD_SOURCE_MEMBERSHIP`, ip(7). The interface is given as for mcastjoin,
        and can be the zone of the source, too.

        Args:
            group: address in numbers, or an AddrInfo.
            source: address in numbers, or an AddrInfo.
            interface: interface's name, index or address; optional.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def mcastleavesrc(
        self,
        group: str | AddrInfo | Sequence[AddrInfo],
        source: str | AddrInfo | Sequence[AddrInfo],
        interface: str | int | None = None,
    ) -> OSError | None:
        """Leaves a multicast group for one source.

        `MCAST_LEAVE_SOURCE_GROUP`, RFC 3678; for IPv4 the same as
        `IP_DROP_SOURCE_MEMBERSHIP`, ip(7). EADDRNOTAVAIL where the source is not
        joined, EINVAL where the group is not. When the last source is left, so is
        the group.

        Args:
            group: address in numbers, or an AddrInfo.
            source: address in numbers, or an AddrInfo.
            interface: interface's name, index or address; optional.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def mcastblocksrc(
        self,
        group: str | AddrInfo | Sequence[AddrInfo],
        source: str | AddrInfo | Sequence[AddrInfo],
        interface: str | int | None = None,
    ) -> OSError | None:
        """Blocks a source of a joined multicast group.

        `MCAST_BLOCK_SOURCE`, RFC 3678; for IPv4 the same as `IP_BLOCK_SOURCE`,
        ip(7).

        Args:
            group: address in numbers, or an AddrInfo.
            source: address in numbers, or an AddrInfo.
            interface: interface's name, index or address; optional.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def mcastunblocksrc(
        self,
        group: str | AddrInfo | Sequence[AddrInfo],
        source: str | AddrInfo | Sequence[AddrInfo],
        interface: str | int | None = None,
    ) -> OSError | None:
        """Unblocks a source of a multicast group.

        `MCAST_UNBLOCK_SOURCE`, RFC 3678; for IPv4 the same as `IP_UNBLOCK_SOURCE`,
        ip(7). EADDRNOTAVAIL where it was not blocked.

        Args:
            group: address in numbers, or an AddrInfo.
            source: address in numbers, or an AddrInfo.
            interface: interface's name, index or address; optional.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def msfilter(
        self,
        group: str | AddrInfo | Sequence[AddrInfo],
        interface: str | int | None = None,
        mode: int | None = None,
        sources: Sequence[str | AddrInfo | Sequence[AddrInfo]] | None = None,
    ) -> tuple[_Msfilter | None, OSError | None]:
        """The sources from which a multicast group that is joined is received.

        `MCAST_MSFILTER`, RFC 3678. With a `mode`, sets the filter: with
        `MCAST_INCLUDE` the `sources` alone are received, with `MCAST_EXCLUDE` all
        others; without, returns it. The interface is given as for mcastjoin, and is
        that of the membership. Including no source leaves the group. EINVAL where
        the group is not joined, for another mode, and for a source of another
        family; EADDRNOTAVAIL for returning the filter of a group that is not
        joined; ENOBUFS for more sources than the system allows
        (net.ipv4.igmp_max_msf, net.ipv6.mld_max_msf).

        Args:
            group: address in numbers, or an AddrInfo.
            interface: interface's name, index or address; optional.
            mode: int; optional.
            sources: sequence of addresses in numbers, or of AddrInfos; optional.

        Returns:
            (filter, err): dict (mode, sources), None; or None, an OSError if the
                call failed. The error is returned, not raised.
        """

    def tcpinfo(self) -> tuple[dict[str, int] | None, OSError | None]:
        """Returns the state of a TCP connection, by the names of `struct tcp_info`.

        `TCP_INFO`, tcp(7). Times are in microseconds, but for last_data_sent,
        last_data_recv and last_ack_recv, in milliseconds; windows are in segments,
        sizes in bytes, rates in bytes per second. There are as many fields as the
        running kernel has.

        Returns:
            (info, err): dict[str, int], None; or None, an OSError if the call
                failed. The error is returned, not raised.
        """

    def tcpccinfo(self) -> tuple[dict[str, int] | None, OSError | None]:
        """Returns what the connection's congestion control tells of itself, by the
        names of the kernel's structures.

        `TCP_CC_INFO`, `struct tcpvegas_info`, `struct tcp_dctcp_info` and `struct
        tcp_bbr_info` of linux/inet_diag.h. Empty for one that tells nothing, as
        cubic and reno. Asks for the name of the congestion control first, in a call
        of its own. Since Linux 4.1.

        Returns:
            (info, err): dict[str, int], None; or None, an OSError if the call
                failed. The error is returned, not raised.
        """

    def tcpsavedsyn(self) -> tuple[bytes | None, OSError | None]:
        """Returns the first segment of an accepted connection, and forgets it.

        `TCP_SAVED_SYN`. From the IP header on, or the link's, as tcpsavesyn of the
        listening socket said; empty where none was kept. Since Linux 4.3.

        Returns:
            (header, err): bytes, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def mptcpinfo(self) -> tuple[dict[str, int] | None, OSError | None]:
        """Returns the state of a Multipath TCP connection, by the names of `struct
        mptcp_info`.

        `MPTCP_INFO`, RFC 8684. EOPNOTSUPP where the connection fell back to TCP.
        Since Linux 5.16.

        Returns:
            (info, err): dict[str, int], None; or None, an OSError if the call
                failed. The error is returned, not raised.
        """

    def mptcptcpinfo(self) -> tuple[list[dict[str, int]] | None, OSError | None]:
        """Returns the state of each subflow of a Multipath TCP connection, as tcpinfo
        does.

        `MPTCP_TCPINFO`. EOPNOTSUPP where the connection fell back to TCP. Since
        Linux 5.16.

        Returns:
            (list, err): list[dict[str, int]], None; or None, an OSError if the call
                failed. The error is returned, not raised.
        """

    def mptcpsubflowaddrs(self) -> tuple[list[_Subflowaddrs] | None, OSError | None]:
        """Returns the addresses of each subflow of a Multipath TCP connection.

        `MPTCP_SUBFLOW_ADDRS`. EOPNOTSUPP where the connection fell back to TCP.
        Since Linux 5.16.

        Returns:
            (list, err): list of dict (sockname, peername), None; or None, an
                OSError if the call failed. The error is returned, not raised.
        """

    def mptcpfullinfo(self) -> tuple[_Mptcpfullinfo | None, OSError | None]:
        """Returns the state of a Multipath TCP connection, and the addresses and the
        state of each subflow.

        `MPTCP_FULL_INFO`. EOPNOTSUPP where the connection fell back to TCP. Since
        Linux 6.5.

        Returns:
            (info, err): dict (mptcpinfo, subflows), None; or None, an OSError if
                the call failed. The error is returned, not raised.
        """

    def meminfo(self) -> tuple[dict[str, int] | None, OSError | None]:
        """Returns how much memory the socket's queues use and may use, in bytes, and
        how many packets were dropped.

        `SO_MEMINFO`, linux/sock_diag.h. Since Linux 4.12.

        Returns:
            (info, err): dict[str, int], None; or None, an OSError if the call
                failed. The error is returned, not raised.
        """

    def peercred(self) -> tuple[dict[str, int] | None, OSError | None]:
        """Returns the process, user and group of the peer, as they were when it
        connected.

        `SO_PEERCRED`, unix(7). Unix sockets; without a peer, pid is 0, and uid and
        gid are 4294967295.

        Returns:
            (cred, err): dict[str, int], None; or None, an OSError if the call
                failed. The error is returned, not raised.
        """

    def peergroups(self) -> tuple[list[int] | None, OSError | None]:
        """Lists the groups of the peer's user, as they were when it connected.

        `SO_PEERGROUPS`, unix(7). ENODATA without a peer. Since Linux 4.13.

        Returns:
            (groups, err): list[int], None; or None, an OSError if the call failed.
                The error is returned, not raised.
        """

    def peersec(self) -> tuple[str | None, OSError | None]:
        """Returns the security context of the peer, such as a label of SELinux.

        `SO_PEERSEC`, unix(7). Unix sockets that are connected; also of TCP, where
        labels are carried over the network. ENOPROTOOPT where no security module
        has labels.

        Returns:
            (context, err): str, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def peerpidfd(self) -> tuple[int | None, OSError | None]:
        """Opens a descriptor of the peer's process, which the caller has to close.

        `SO_PEERPIDFD`. It is close-on-exec, and readable once the process has
        ended. Unix sockets; ENODATA where there is no peer. Since Linux 6.5.

        Returns:
            (fd, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def originaldst(self) -> tuple[AddrInfo | None, OSError | None]:
        """Returns the address to which a connection was made before the firewall
        redirected it to this host.

        `SO_ORIGINAL_DST`, linux/netfilter_ipv4.h; `IP6T_SO_ORIGINAL_DST`.
        Connections that the packet filter tracks: ENOENT for others, ENOPROTOOPT
        without its module. On an IPv6 socket that is not v6only asks for the
        socket's own address first, in a call of its own.

        Returns:
            (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def pathmtu(self) -> tuple[_Mtuinfo | None, OSError | None]:
        """Returns the MTU of the connection's path.

        `IPV6_PATHMTU`, RFC 3542, section 11.4. IPv6; ENOTCONN without a connection.
        mtu is for both.

        Returns:
            (info, err): dict (mtu, addr), None; or None, an OSError if the call
                failed. The error is returned, not raised.
        """

    def packetstatistics(self) -> tuple[dict[str, int] | None, OSError | None]:
        """Returns how many packets the socket received, and how many were dropped
        because its queue was full, and begins to count anew.

        `PACKET_STATISTICS`, packet(7). packets has those that were dropped, too.
        freeze_q_cnt, with packetversion 2, is how often the ring was full. Packet
        sockets.

        Returns:
            (info, err): dict[str, int], None; or None, an OSError if the call
                failed. The error is returned, not raised.
        """

    def attachfilter(
        self, program: Sequence[Sequence[int]] | None = None
    ) -> tuple[list[list[int]] | None, OSError | None]:
        """Receives only packets that a classic BPF program accepts: a list of `{code,
        jt, jf, k}`.

        `SO_ATTACH_FILTER`, socket(7). The program returns the number of bytes to
        keep; 0 drops the packet. Without an argument, returns the program that is
        attached, an empty list if there is none. EINVAL for a program that is
        invalid, empty, or longer than 4096 instructions.

        Args:
            program: sequence of (code, jt, jf, k); optional.

        Returns:
            (program, err): list[list[int]], None; or None, an OSError if the call
                failed. The error is returned, not raised.
        """

    def detachfilter(self) -> tuple[bool | None, OSError | None]:
        """Removes the filter, whether classic BPF or eBPF, and returns true.

        `SO_DETACH_FILTER`, socket(7). ENOENT if there is none.

        Returns:
            (done, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def reuseportcbpf(
        self, program: Sequence[Sequence[int]]
    ) -> tuple[list[list[int]] | None, OSError | None]:
        """Chooses the socket of a reuseport group by a classic BPF program: a list of
        `{code, jt, jf, k}`.

        `SO_ATTACH_REUSEPORT_CBPF`, socket(7). The program returns the socket's
        index in the group. Since Linux 4.5.

        It can only be set.

        Args:
            program: sequence of (code, jt, jf, k).

        Returns:
            (program, err): list[list[int]], None; or None, an OSError if the call
                failed. The error is returned, not raised.
        """

    def getsockopt(
        self, level: int, name: int, size: int | None = None
    ) -> tuple[int | bytes | None, OSError | None]:
        """Asks for any option by its numbers: as an integer, or, given a `size`, as up
        to so many bytes.

        getsockopt(2). EINVAL for a size below 0 or above 1048576. The program of
        `SO_GET_FILTER`, whose length getsockopt(2) counts in instructions, is
        counted in bytes here, too: EINVAL where it is longer than the size, or than
        an integer. A structure in which the kernel looks for a request comes to it
        as zeros.

        Args:
            level: int.
            name: int.
            size: int; optional.

        Returns:
            (value, err): int | bytes, None; or None, an OSError if the call failed.
                The error is returned, not raised.
        """

    def setsockopt(self, level: int, name: int, value: int | ReadableBuffer) -> OSError | None:
        """Sets any option by its numbers: to an integer, or to the bytes of a C
        structure.

        setsockopt(2). EINVAL for more bytes than an `int` can count.

        Args:
            level: int.
            name: int.
            value: int, or a bytes-like object.

        Returns:
            err: None, or an OSError if the call failed. The error is returned, not
                raised.
        """

    def acceptconn(self) -> tuple[bool | None, OSError | None]:
        """Returns whether the socket listens.

        `SO_ACCEPTCONN`, socket(7).

        Returns:
            (enabled, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def attachbpf(self, fd: int) -> tuple[int | None, OSError | None]:
        """Filters received packets with a loaded eBPF program, given by its
        descriptor.

        `SO_ATTACH_BPF`, socket(7). detachfilter removes it. Since Linux 3.19.

        It can only be set.

        Args:
            fd: int.

        Returns:
            (fd, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def reuseportebpf(self, fd: int) -> tuple[int | None, OSError | None]:
        """Chooses the socket of a reuseport group by a loaded eBPF program, given by
        its descriptor.

        `SO_ATTACH_REUSEPORT_EBPF`, socket(7). Since Linux 4.5.

        It can only be set.

        Args:
            fd: int.

        Returns:
            (fd, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def bindtodevice(self, ifname: str | int = ...) -> tuple[str | int | None, OSError | None]:
        """Sends and receives through one interface only, given by its name, its index
        or one of its addresses; `""` stands for all.

        `SO_BINDTODEVICE`, socket(7). Without an argument, returns the name. ENODEV
        for an unknown interface, ENAMETOOLONG for a name of more than 15 bytes,
        EPERM for changing it without CAP_NET_RAW.

        Args:
            ifname: interface's name, index or address; optional.

        Returns:
            (ifname, err): str | int, None; or None, an OSError if the call failed.
                The error is returned, not raised.
        """

    def bindtoifindex(self, index: int = ...) -> tuple[int | None, OSError | None]:
        """Sends and receives through one interface only, given by its index; 0 stands
        for all.

        `SO_BINDTOIFINDEX`. Any index is taken, be there such an interface or not;
        EINVAL below 0. Since Linux 5.0.

        Args:
            index: int; optional.

        Returns:
            (index, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def broadcast(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Allows datagrams to a broadcast address.

        `SO_BROADCAST`, socket(7). Datagram sockets only; without it such a send is
        EACCES.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def buflock(self, flags: int = ...) -> tuple[int | None, OSError | None]:
        """Which buffer sizes the kernel does not change by itself: `SOCK_SNDBUF_LOCK`,
        `SOCK_RCVBUF_LOCK`, or both.

        `SO_BUF_LOCK`. Setting sndbuf or rcvbuf sets the flag of that buffer;
        clearing it gives the size back to the kernel. EINVAL for other bits. Since
        Linux 5.14.

        Args:
            flags: int; optional.

        Returns:
            (flags, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def busypoll(self, usec: int = ...) -> tuple[int | None, OSError | None]:
        """Microseconds for which a receive polls the network card before it sleeps.

        `SO_BUSY_POLL`, socket(7). Raising it needs CAP_NET_ADMIN on many kernels:
        EPERM without. Since Linux 3.11.

        Args:
            usec: int; optional.

        Returns:
            (usec, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def busypollbudget(self, budget: int) -> tuple[int | None, OSError | None]:
        """The maximum number of packets that one busy poll processes.

        `SO_BUSY_POLL_BUDGET`. EPERM above 64 without CAP_NET_ADMIN, EINVAL outside
        of 0 to 65535. Since Linux 5.11.

        It can only be set.

        Args:
            budget: int.

        Returns:
            (budget, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def cookie(self) -> tuple[int | None, OSError | None]:
        """The kernel's identifier of the socket, as in sock_diag(7).

        `SO_COOKIE`. It does not change while the socket exists. Since Linux 4.12.

        Returns:
            (number, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def debug(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Switches debugging in the protocol's code.

        `SO_DEBUG`, socket(7). Needs CAP_NET_ADMIN: EACCES without.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def domain(self) -> tuple[int | None, OSError | None]:
        """The address family, as the kernel returns it.

        `SO_DOMAIN`, socket(7).

        Returns:
            (number, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def dontroute(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Sends to directly connected hosts only, not through gateways.

        `SO_DONTROUTE`, socket(7).

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def error(self) -> tuple[int | None, OSError | None]:
        """Returns the errno of the pending error, 0 for none, and clears it.

        `SO_ERROR`, socket(7). When a socket becomes sendable after a non-blocking
        connect, this is the connect's result.

        Returns:
            (number, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def incomingcpu(self, cpu: int = ...) -> tuple[int | None, OSError | None]:
        """The CPU that processes packets for this socket; in a reuseport group, the
        CPU whose packets this socket prefers. -1 is none.

        `SO_INCOMING_CPU`, socket(7). Since Linux 3.19; can be set since 4.4.

        Args:
            cpu: int; optional.

        Returns:
            (cpu, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def incomingnapiid(self) -> tuple[int | None, OSError | None]:
        """The identifier of the network card's queue that last received for this
        socket; 0 if none is known.

        `SO_INCOMING_NAPI_ID`, socket(7). Since Linux 4.12.

        Returns:
            (number, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def unixinq(self, enable: bool) -> tuple[bool | None, OSError | None]:
        """Reports the number of bytes left in the queue with each receive, in a
        control message.

        `SO_INQ`. Feeds the control key `inq`. Unix sockets of SOCK_STREAM; since
        Linux 6.17. inq asks for the number itself, tcpinq is the like for TCP.

        It can only be set.

        Args:
            enable: bool.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def keepalive(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Sends probes on an idle connection, to find out whether the peer still
        exists.

        `SO_KEEPALIVE`, socket(7); tcpkeepidle, tcpkeepintvl and tcpkeepcnt set how
        often.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def lockfilter(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Locks the socket's filter: it can neither be changed nor removed any more.

        `SO_LOCK_FILTER`, socket(7). EPERM for unlocking it. Since Linux 3.9.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def mark(self, mark: int = ...) -> tuple[int | None, OSError | None]:
        """The mark on all packets of this socket, for routing and packet filters.

        `SO_MARK`, socket(7). EPERM without CAP_NET_ADMIN, or, since Linux 5.17,
        CAP_NET_RAW.

        Args:
            mark: int; optional.

        Returns:
            (mark, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def maxpacingrate(self, rate: int = ...) -> tuple[int | None, OSError | None]:
        """The maximum rate at which TCP sends, in bytes per second; -1 is no limit.

        `SO_MAX_PACING_RATE`. Since Linux 3.13; EINVAL below -1.

        Args:
            rate: int; optional.

        Returns:
            (rate, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def netnscookie(self) -> tuple[int | None, OSError | None]:
        """The kernel's identifier of the socket's network namespace.

        `SO_NETNS_COOKIE`. It does not change while the namespace exists. Since
        Linux 5.14.

        Returns:
            (number, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def oobinline(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Leaves out-of-band data in the stream, so that recv returns it without
        MSG_OOB.

        `SO_OOBINLINE`, socket(7).

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def passcred(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Adds the sender's process, user and group to each received message, as a
        control message.

        `SO_PASSCRED`, unix(7); on netlink sockets, too. Feeds the control key
        `credentials`.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def passpidfd(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Adds a descriptor of the sender's process to each received message, as a
        control message.

        `SO_PASSPIDFD`. Feeds the control key `pidfd`. Unix sockets; since Linux
        6.5.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def passrights(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Accepts descriptors that are sent to this socket; on by default.

        `SO_PASSRIGHTS`. Feeds the control key `rights`. When it is off, a message
        that carries descriptors is refused with EPERM to its sender. Unix sockets;
        since Linux 6.16.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def passsec(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Adds the sender's security context, such as a label of SELinux, to each
        received message, as a control message.

        `SO_PASSSEC`, unix(7). Feeds the control key `security`. Unix and netlink
        sockets; ippasssec is the like for datagrams of IPv4.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def peekoff(self, offset: int = ...) -> tuple[int | None, OSError | None]:
        """The offset in the queue at which MSG_PEEK reads next, in bytes; -1 disables
        it.

        `SO_PEEK_OFF`, socket(7). A peek increases it, a receive decreases it. Since
        Linux 3.4.

        Args:
            offset: int; optional.

        Returns:
            (offset, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def preferbusypoll(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Prefers busy polling to interrupts of the network card, while the socket is
        polled often.

        `SO_PREFER_BUSY_POLL`. EPERM without CAP_NET_ADMIN. Since Linux 5.11.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def priority(self, priority: int = ...) -> tuple[int | None, OSError | None]:
        """The priority of this socket's packets in the queues of the interfaces.

        `SO_PRIORITY`, socket(7). EPERM outside of 0 to 6 without CAP_NET_ADMIN or
        CAP_NET_RAW.

        Args:
            priority: int; optional.

        Returns:
            (priority, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def rcvbuf(self, size: int = ...) -> tuple[int | None, OSError | None]:
        """The maximum size of the receive buffer, in bytes.

        `SO_RCVBUF`, socket(7). Linux doubles the number that is set, to at least
        2304 and at most twice net.core.rmem_max, and returns the doubled number.
        EINVAL below 0.

        Args:
            size: int; optional.

        Returns:
            (size, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def rcvbufforce(self, size: int) -> tuple[int | None, OSError | None]:
        """Sets rcvbuf beyond the system's limit.

        `SO_RCVBUFFORCE`, socket(7). EPERM without CAP_NET_ADMIN.

        It can only be set.

        Args:
            size: int.

        Returns:
            (size, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def rcvlowat(self, size: int = ...) -> tuple[int | None, OSError | None]:
        """The minimum number of bytes for which a receive returns, and the socket is
        receivable.

        `SO_RCVLOWAT`, socket(7), in bytes. EINVAL below 0.

        Args:
            size: int; optional.

        Returns:
            (size, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def rcvmark(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the mark of a received packet, in a control message.

        `SO_RCVMARK`. Feeds the control key `mark`. EPERM without CAP_NET_ADMIN or
        CAP_NET_RAW. Since Linux 5.19.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def rcvpriority(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the priority of a received packet, in a control message.

        `SO_RCVPRIORITY`. Feeds the control key `priority`. Since Linux 6.14.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def rcvtimeo(self, sec: float = ...) -> tuple[float | None, OSError | None]:
        """The time limit of a blocking receive or accept, in seconds; 0 is no limit.

        `SO_RCVTIMEO`, socket(7). Fractions count to the microsecond, and are
        rounded up to the kernel's tick. When it expires, the call returns `again`.
        EDOM for a negative, infinite or undefined number.

        Args:
            sec: float, seconds; optional.

        Returns:
            (sec, err): float, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def reservemem(self, size: int = ...) -> tuple[int | None, OSError | None]:
        """Bytes of the memory control group that are reserved for the socket; 0 is
        none.

        `SO_RESERVE_MEM`. Linux rounds up to whole pages. EOPNOTSUPP outside of a
        memory control group, EINVAL below 0. Since Linux 5.16.

        Args:
            size: int; optional.

        Returns:
            (size, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def reuseaddr(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Allows bind to use an address that is still in TIME_WAIT.

        `SO_REUSEADDR`, socket(7). For multicast, allows several sockets to bind the
        same port.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def reuseport(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Allows several sockets to bind the same port; connections or datagrams are
        distributed among them.

        `SO_REUSEPORT`, socket(7); each socket sets it before bind. Since Linux 3.9.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def rxqovfl(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the number of datagrams that were dropped because the buffer was
        full, in a control message.

        `SO_RXQ_OVFL`, socket(7). Feeds the control key `rxqovfl`. Since Linux
        2.6.33.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def sndbuf(self, size: int = ...) -> tuple[int | None, OSError | None]:
        """The maximum size of the send buffer, in bytes.

        `SO_SNDBUF`, socket(7). Linux doubles the number that is set, to at least
        4608 and at most twice net.core.wmem_max, and returns the doubled number.
        EINVAL below 0.

        Args:
            size: int; optional.

        Returns:
            (size, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def sndbufforce(self, size: int) -> tuple[int | None, OSError | None]:
        """Sets sndbuf beyond the system's limit.

        `SO_SNDBUFFORCE`, socket(7). EPERM without CAP_NET_ADMIN.

        It can only be set.

        Args:
            size: int.

        Returns:
            (size, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def sndlowat(self, size: int = ...) -> tuple[int | None, OSError | None]:
        """The minimum number of free bytes for which the socket is sendable.

        `SO_SNDLOWAT`, socket(7), in bytes. On Linux it is 1, and cannot be set:
        ENOPROTOOPT.

        Args:
            size: int; optional.

        Returns:
            (size, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def sndtimeo(self, sec: float = ...) -> tuple[float | None, OSError | None]:
        """The time limit of a blocking send or connect, in seconds; 0 is no limit.

        `SO_SNDTIMEO`, socket(7). Fractions and errors are those of rcvtimeo.

        Args:
            sec: float, seconds; optional.

        Returns:
            (sec, err): float, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def timestamp(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the time at which a message arrived, in a control message.

        `SO_TIMESTAMP`, socket(7). Feeds the control key `timestamp`.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def timestamping(self, flags: int = ...) -> tuple[int | None, OSError | None]:
        """Reports times of several kinds for received and sent messages, as selected
        by `SOF_TIMESTAMPING_*` flags.

        `SO_TIMESTAMPING`, and the kernel's documentation of timestamping. Feeds the
        control key `timestamping`. Since Linux 2.6.30.

        Args:
            flags: int; optional.

        Returns:
            (flags, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def timestampns(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the time at which a message arrived, in nanoseconds, in a control
        message.

        `SO_TIMESTAMPNS`, socket(7). Feeds the control key `timestampns`.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def txrehash(self, mode: int = ...) -> tuple[int | None, OSError | None]:
        """Whether TCP changes the hash of its packets, and so their path, after lost
        ones: 0, 1, or -1 for the system's default.

        `SO_TXREHASH`, `SOCK_TXREHASH_*`. EINVAL for other numbers. Since Linux
        5.18.

        Args:
            mode: int; optional.

        Returns:
            (mode, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def zerocopy(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Allows sends with MSG_ZEROCOPY, a flag that this library refuses with
        EOPNOTSUPP.

        `SO_ZEROCOPY`. Since Linux 4.14.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def bindaddressnoport(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Makes connect, not bind, choose the port, so that several connections can
        share a port.

        `IP_BIND_ADDRESS_NO_PORT`, ip(7). Since Linux 4.2.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def checksum(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the checksum of a datagram's bytes, as the network card has computed
        it, in a control message.

        `IP_CHECKSUM`. Feeds the control key `checksum`. UDP; a datagram without
        such a checksum has no control message. Since Linux 4.0. For the checksum of
        raw IPv6 sockets see checksumoffset.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def freebind(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Allows binding to an address that this host does not have (yet).

        `IP_FREEBIND`, ip(7); `IPV6_FREEBIND`. IPv6 since Linux 4.15.

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def hdrincl(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Makes the sender supply the IP header.

        `IP_HDRINCL`, ip(7); `IPV6_HDRINCL`. Raw sockets; ENOPROTOOPT on others.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def minttl(self, ttl: int = ...) -> tuple[int | None, OSError | None]:
        """The least hop limit of a packet that TCP accepts, against packets from afar
        (RFC 5082); 0 accepts all.

        `IP_MINTTL`, ip(7), since Linux 2.6.34; `IPV6_MINHOPCOUNT`, since 2.6.35. 0
        to 255, EINVAL otherwise.

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        Args:
            ttl: int; optional.

        Returns:
            (ttl, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def mtu(self, size: int = ...) -> tuple[int | None, OSError | None]:
        """The MTU of the connection's path, in bytes.

        `IP_MTU`, ip(7); `IPV6_MTU`, ipv6(7). ENOTCONN without a connection. On IPv6
        it can be set, to limit the size of packets.

        Args:
            size: int; optional.

        Returns:
            (size, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def mtudiscover(self, mode: int = ...) -> tuple[int | None, OSError | None]:
        """Path MTU discovery, and whether packets may be fragmented: `IP_PMTUDISC_*`.

        `IP_MTU_DISCOVER`, ip(7); `IPV6_MTU_DISCOVER`, ipv6(7).

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        Args:
            mode: int; optional.

        Returns:
            (mode, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def mcastall(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Receives from all groups that any socket of this host has joined, not only
        from this socket's.

        `IP_MULTICAST_ALL`, ip(7), since Linux 2.6.31; `IPV6_MULTICAST_ALL`, since
        4.20. On by default.

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def mcastloop(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Delivers multicast datagrams that are sent from this host to its own members
        of the group.

        `IP_MULTICAST_LOOP`, ip(7), on the sending socket; `IPV6_MULTICAST_LOOP`,
        ipv6(7).

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def mcastttl(self, ttl: int = ...) -> tuple[int | None, OSError | None]:
        """The hop limit of multicast datagrams: with 0 they stay on the host, with 1
        on the link.

        `IP_MULTICAST_TTL`, ip(7); `IPV6_MULTICAST_HOPS`, ipv6(7). 0 to 255, or -1
        for the default of 1; EINVAL otherwise.

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.

        Args:
            ttl: int; optional.

        Returns:
            (ttl, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def nodefrag(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Does not put fragments together before they pass the packet filter on their
        way out.

        `IP_NODEFRAG`, ip(7). Raw sockets; ENOPROTOOPT for setting it on others.
        Since Linux 2.6.36.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def ippasssec(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the security context of a received datagram, in a control message.

        `IP_PASSSEC`, ip(7). Feeds the control key `security`. IPv4; passsec is the
        like for unix sockets.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def pktinfo(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports a datagram's interface and destination address, in a control
        message.

        `IP_PKTINFO`, ip(7); `IPV6_RECVPKTINFO`, ipv6(7). Feeds the control key
        `pktinfo`.

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def recverr(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Keeps errors from the network in a queue, which is read with MSG_ERRQUEUE.

        `IP_RECVERR`, ip(7); `IPV6_RECVERR`, ipv6(7). Feeds the control key `error`.

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def recvfragsize(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the size of the largest fragment of a datagram that arrived in
        fragments, in a control message.

        `IP_RECVFRAGSIZE`, `IPV6_RECVFRAGSIZE`. Feeds the control key `fragsize`.
        Since Linux 4.10.

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def recvopts(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the IP options of a received packet, in a control message.

        `IP_RECVOPTS`, ip(7). Feeds the control key `options`. IPv4; for IPv6 see
        recvhopopts, recvdstopts and recvrthdr.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def recvorigdstaddr(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the original destination address of a datagram that the firewall
        redirected, in a control message.

        `IP_RECVORIGDSTADDR`, ip(7), since Linux 2.6.29; `IPV6_RECVORIGDSTADDR`,
        since 3.1. Feeds the control key `origdstaddr`.

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def recvtos(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the type of service of a received packet, in a control message.

        `IP_RECVTOS`, ip(7); `IPV6_RECVTCLASS`, ipv6(7). Feeds the control key
        `tos`.

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def recvttl(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the hop limit of a received packet, in a control message.

        `IP_RECVTTL`, ip(7); `IPV6_RECVHOPLIMIT`, ipv6(7). Feeds the control key
        `ttl`.

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def retopts(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the IP options with which a received packet is to be answered, in a
        control message: recorded routes are filled in, and turned round.

        `IP_RETOPTS`, ip(7). The control message is of type `IP_RETOPTS`. IPv4.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def routeralert(self, value: int = ...) -> tuple[int | None, OSError | None]:
        """Receives the packets with the router alert option (RFC 2113, RFC 2711) that
        this host is to forward.

        `IP_ROUTER_ALERT`, ip(7): raw sockets of another protocol than IPPROTO_RAW,
        1 is on, 0 off. `IPV6_ROUTER_ALERT`, ipv6(7): raw sockets of IPPROTO_RAW,
        the value is that of the option, -1 is off. The kernel returns 1 for any
        that is set. EINVAL or ENOPROTOOPT on other sockets.

        Args:
            value: int; optional.

        Returns:
            (value, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tos(self, tos: int = ...) -> tuple[int | None, OSError | None]:
        """The type of service of sent packets: six bits of DSCP (RFC 2474), two of ECN
        (RFC 3168).

        `IP_TOS`, ip(7); `IPV6_TCLASS`, ipv6(7). 0 to 255; on a TCP socket of IPv4
        the kernel sets the ECN bits.

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        Args:
            tos: int; optional.

        Returns:
            (tos, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def transparent(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Allows binding to any address and receiving for it, for transparent proxies.

        `IP_TRANSPARENT`, ip(7); `IPV6_TRANSPARENT`. EPERM without CAP_NET_ADMIN or
        CAP_NET_RAW.

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def ttl(self, ttl: int = ...) -> tuple[int | None, OSError | None]:
        """The hop limit of sent packets.

        `IP_TTL`, ip(7), 1 to 255; `IPV6_UNICAST_HOPS`, ipv6(7), 0 to 255. 0 is set
        for IPv6 only. -1 is the system's default.

        On an IPv6 socket that is not v6only it is set for IPv4, too.

        Args:
            ttl: int; optional.

        Returns:
            (ttl, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def addrpreferences(self, flags: int = ...) -> tuple[int | None, OSError | None]:
        """Which of this host's addresses are preferred as the source (RFC 5014):
        `IPV6_PREFER_SRC_*`.

        `IPV6_ADDR_PREFERENCES`. EINVAL for flags that exclude each other. Since
        Linux 2.6.26.

        Args:
            flags: int; optional.

        Returns:
            (flags, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def autoflowlabel(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Sends packets with a flow label that the kernel computes from the addresses
        and the ports.

        `IPV6_AUTOFLOWLABEL`. Since Linux 3.17.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def checksumoffset(self, offset: int = ...) -> tuple[int | None, OSError | None]:
        """The offset of the checksum in sent and received packets, which the kernel
        then computes and checks; -1 leaves it alone.

        `IPV6_CHECKSUM`, RFC 3542, section 3.1. Raw sockets; ENOPROTOOPT on others.
        EINVAL for an odd number, and with IPPROTO_ICMPV6, whose checksum is always
        computed.

        Args:
            offset: int; optional.

        Returns:
            (offset, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def dontfrag(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Does not fragment datagrams: sending one that is too long for the path fails
        with EMSGSIZE.

        `IPV6_DONTFRAG`, RFC 3542. IPv6 only; for IPv4 see mtudiscover.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def flowinfo(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the traffic class and the flow label of a received packet, in a
        control message.

        `IPV6_FLOWINFO`, ipv6(7). Feeds the control key `flowinfo`.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def flowinfosend(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Sends with the flow label and the traffic class of the peer's address.

        `IPV6_FLOWINFO_SEND`. A label other than 0 must be one of this socket's,
        from flowlabelget, else connect or sendto is EINVAL.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def minhopcount(self, hops: int = ...) -> tuple[int | None, OSError | None]:
        """The least hop limit of a packet that TCP accepts (RFC 5082); 0 accepts all.

        `IPV6_MINHOPCOUNT`. IPv6 only; minttl is for both. 0 to 255, EINVAL
        otherwise. Since Linux 2.6.35.

        Args:
            hops: int; optional.

        Returns:
            (hops, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def recvdstopts(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the destination options of a received packet, in a control message.

        `IPV6_RECVDSTOPTS`, RFC 3542. Feeds the control key `dstopts`, once for each
        such header.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def recvhoplimit(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the hop limit of a received packet, in a control message.

        `IPV6_RECVHOPLIMIT`, ipv6(7). Feeds the control key `ttl`. IPv6 only;
        recvttl is for both.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def recvhopopts(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the hop-by-hop options of a received packet, in a control message.

        `IPV6_RECVHOPOPTS`, RFC 3542. Feeds the control key `hopopts`.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def recvpathmtu(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the path's MTU when a datagram is too long for it, in a control
        message without data.

        `IPV6_RECVPATHMTU`, RFC 3542, section 11.3. Feeds the control key `pathmtu`.
        pathmtu asks for the MTU itself.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def recvpktinfo(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports a datagram's interface and destination address, in a control
        message.

        `IPV6_RECVPKTINFO`, ipv6(7). Feeds the control key `pktinfo`. IPv6 only;
        pktinfo is for both.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def recvrthdr(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the routing header of a received packet, in a control message.

        `IPV6_RECVRTHDR`, RFC 3542. Feeds the control key `rthdr`.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def recvtclass(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the traffic class of a received packet, in a control message.

        `IPV6_RECVTCLASS`, ipv6(7). Feeds the control key `tos`. IPv6 only; recvtos
        is for both.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tclass(self, tclass: int = ...) -> tuple[int | None, OSError | None]:
        """The traffic class of sent packets.

        `IPV6_TCLASS`, RFC 3542. IPv6 only; tos is for both. 0 to 255, -1 is the
        system's default.

        Args:
            tclass: int; optional.

        Returns:
            (tclass, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def unicasthops(self, hops: int = ...) -> tuple[int | None, OSError | None]:
        """The hop limit of sent packets.

        `IPV6_UNICAST_HOPS`, ipv6(7). IPv6 only; ttl is for both. 0 to 255, -1 is
        the system's default.

        Args:
            hops: int; optional.

        Returns:
            (hops, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def v6only(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Restricts an IPv6 socket to IPv6, so that another socket can bind the same
        port for IPv4.

        `IPV6_V6ONLY`, ipv6(7). EINVAL when the socket is bound.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpcongestion(self, name: str = ...) -> tuple[str | None, OSError | None]:
        """Chooses TCP's congestion control by name, such as cubic or reno.

        `TCP_CONGESTION`, tcp(7). ENOENT if it is not available, EPERM if its use is
        restricted.

        Args:
            name: str; optional.

        Returns:
            (name, err): str, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpcork(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Delays small segments until the option is switched off, the segment is full,
        or 200 ms have passed.

        `TCP_CORK`, tcp(7); `TCP_NOPUSH` on the BSDs.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpdeferaccept(self, sec: int = ...) -> tuple[int | None, OSError | None]:
        """Seconds for which accept waits for a connection's first data; 0 does not
        wait.

        `TCP_DEFER_ACCEPT`, tcp(7). The kernel rounds up to its retransmission
        times, and returns the rounded value.

        Args:
            sec: int; optional.

        Returns:
            (sec, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def tcpfastopen(self, backlog: int = ...) -> tuple[int | None, OSError | None]:
        """The maximum number of pending connections with data in their first segment
        (RFC 7413).

        `TCP_FASTOPEN`, tcp(7). Listening sockets. Since Linux 3.7.

        Args:
            backlog: int; optional.

        Returns:
            (backlog, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpfastopenconnect(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Sends the data of the first send after connect in the first segment (RFC
        7413).

        `TCP_FASTOPEN_CONNECT`, tcp(7). Since Linux 4.11.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpfastopennocookie(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Accepts and sends data in the first segment without a cookie (RFC 7413).

        `TCP_FASTOPEN_NO_COOKIE`. EINVAL once there is a connection. Since Linux
        4.15.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpinq(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the number of bytes left in the queue with each receive, in a
        control message.

        `TCP_INQ`, tcp(7). Feeds the control key `tcpinq`. Since Linux 4.18.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpismptcp(self) -> tuple[bool | None, OSError | None]:
        """Whether the socket is one of Multipath TCP that has not fallen back to TCP.

        `TCP_IS_MPTCP`. Since Linux 6.10.

        Returns:
            (enabled, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpkeepalive(self, sec: int = ...) -> tuple[int | None, OSError | None]:
        """Seconds that a connection is idle before the first keep-alive probe; the
        same as tcpkeepidle.

        `TCP_KEEPIDLE`, tcp(7); `TCP_KEEPALIVE` on macOS. 1 to 32767, EINVAL
        otherwise.

        Args:
            sec: int; optional.

        Returns:
            (sec, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def tcpkeepcnt(self, cnt: int = ...) -> tuple[int | None, OSError | None]:
        """The number of unanswered keep-alive probes after which the connection is
        dropped.

        `TCP_KEEPCNT`, tcp(7). 1 to 127, EINVAL otherwise.

        Args:
            cnt: int; optional.

        Returns:
            (cnt, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def tcpkeepidle(self, sec: int = ...) -> tuple[int | None, OSError | None]:
        """Seconds that a connection is idle before the first keep-alive probe.

        `TCP_KEEPIDLE`, tcp(7); `TCP_KEEPALIVE` on macOS. 1 to 32767, EINVAL
        otherwise.

        Args:
            sec: int; optional.

        Returns:
            (sec, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def tcpkeepintvl(self, sec: int = ...) -> tuple[int | None, OSError | None]:
        """Seconds between keep-alive probes.

        `TCP_KEEPINTVL`, tcp(7). 1 to 32767, EINVAL otherwise.

        Args:
            sec: int; optional.

        Returns:
            (sec, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def tcplinger2(self, sec: int = ...) -> tuple[int | None, OSError | None]:
        """The time limit of the state FIN_WAIT2, in seconds.

        `TCP_LINGER2`, tcp(7). -1 does not wait at all.

        Args:
            sec: int; optional.

        Returns:
            (sec, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def tcpmaxseg(self, size: int = ...) -> tuple[int | None, OSError | None]:
        """The maximum segment size, in bytes.

        `TCP_MAXSEG`, tcp(7). It can be set before the connection is made, from 88
        to 32767; EINVAL otherwise.

        Args:
            size: int; optional.

        Returns:
            (size, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpnodelay(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Sends small segments at once, without waiting for more data.

        `TCP_NODELAY`, tcp(7). It disables Nagle's algorithm (RFC 896).

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpnotsentlowat(self, size: int = ...) -> tuple[int | None, OSError | None]:
        """The number of unsent bytes below which the socket is sendable.

        `TCP_NOTSENT_LOWAT`, in bytes; 0 is the system's default. Since Linux 3.12.

        Args:
            size: int; optional.

        Returns:
            (size, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpquickack(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Sends acknowledgements at once; the kernel resets the option by itself.

        `TCP_QUICKACK`, tcp(7).

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpsavesyn(self, mode: int = ...) -> tuple[int | None, OSError | None]:
        """Keeps the first segment of each connection that a listening socket accepts:
        1 from the IP header on, 2 from the link's header on, 0 not at all.

        `TCP_SAVE_SYN`. tcpsavedsyn reads it. EINVAL for other numbers. Since Linux
        4.3; 2 since 5.10.

        Args:
            mode: int; optional.

        Returns:
            (mode, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpsyncnt(self, cnt: int = ...) -> tuple[int | None, OSError | None]:
        """The number of times that connect retransmits its first segment.

        `TCP_SYNCNT`, tcp(7). 1 to 127, EINVAL otherwise.

        Args:
            cnt: int; optional.

        Returns:
            (cnt, err): int, None; or None, an OSError if the call failed. The error
                is returned, not raised.
        """

    def tcpthindupack(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Retransmits at the first duplicate acknowledgement where few packets are in
        flight.

        `TCP_THIN_DUPACK`. It has no effect since Linux 4.11, and is read as false.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpthinlineartimeouts(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Retransmits without longer and longer time-outs, up to six times, where few
        packets are in flight.

        `TCP_THIN_LINEAR_TIMEOUTS`. Since Linux 2.6.34.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcptimestamp(self, time: int = ...) -> tuple[int | None, OSError | None]:
        """The time of the connection's timestamps (RFC 7323), in the units that it
        sends them in.

        `TCP_TIMESTAMP`. It can be set in repair mode: EPERM otherwise. Since Linux
        3.9.

        Args:
            time: int; optional.

        Returns:
            (time, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcptxdelay(self, usec: int = ...) -> tuple[int | None, OSError | None]:
        """The time by which each packet is delayed, in microseconds.

        `TCP_TX_DELAY`. 0 to 268435455, EINVAL otherwise. Since Linux 5.3.

        Args:
            usec: int; optional.

        Returns:
            (usec, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpulp(self, name: str = ...) -> tuple[str | None, OSError | None]:
        """The upper layer protocol of a TCP socket, such as tls; `""` if there is
        none.

        `TCP_ULP`. ENOENT if it is not available, ENOTCONN before the connection is
        made. Since Linux 4.13.

        Args:
            name: str; optional.

        Returns:
            (name, err): str, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpusertimeout(self, msec: int = ...) -> tuple[int | None, OSError | None]:
        """The time for which sent data may stay unacknowledged before the connection
        is dropped, in milliseconds.

        `TCP_USER_TIMEOUT`, tcp(7), RFC 5482. 0 is the system's default. Since Linux
        2.6.37.

        Args:
            msec: int; optional.

        Returns:
            (msec, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def tcpwindowclamp(self, size: int = ...) -> tuple[int | None, OSError | None]:
        """The maximum size of the advertised window, in bytes.

        `TCP_WINDOW_CLAMP`, tcp(7). The kernel raises it to half of the minimum
        receive buffer.

        Args:
            size: int; optional.

        Returns:
            (size, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def udpcork(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Collects the data of several sends, which are sent as one datagram when the
        option is switched off.

        `UDP_CORK`, udp(7).

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def udpencap(self, protocol: int = ...) -> tuple[int | None, OSError | None]:
        """The protocol whose packets arrive in datagrams, and are handed to the
        kernel: `UDP_ENCAP_*`, 0 for none.

        `UDP_ENCAP`, udp(7). ENOPROTOOPT for one that is unknown or that the kernel
        alone sets.

        Args:
            protocol: int; optional.

        Returns:
            (protocol, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def udpgro(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Receives several datagrams of one sender in one call; a control message
        reports their size.

        `UDP_GRO`, udp(7). Feeds the control key `gro`. Since Linux 5.0.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def udpnocheck6rx(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Accepts datagrams of IPv6 without a checksum (RFC 6935).

        `UDP_NO_CHECK6_RX`. Since Linux 3.16.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def udpnocheck6tx(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Sends datagrams of IPv6 without a checksum (RFC 6935).

        `UDP_NO_CHECK6_TX`. Since Linux 3.16.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def udpsegment(self, size: int = ...) -> tuple[int | None, OSError | None]:
        """The size of the datagrams into which a sent message is split; 0 does not
        split.

        `UDP_SEGMENT`, udp(7). Since Linux 4.18.

        Args:
            size: int; optional.

        Returns:
            (size, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def udpliterecvcscov(self, size: int = ...) -> tuple[int | None, OSError | None]:
        """The least number of bytes of a received datagram of UDP-Lite that its
        checksum must cover; 0 is the whole.

        `UDPLITE_RECV_CSCOV`, udplite(7), RFC 3828; from the UDP-Lite header on, so
        1 to 7 stand for 8. EINVAL below 0.

        Args:
            size: int; optional.

        Returns:
            (size, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def udplitesendcscov(self, size: int = ...) -> tuple[int | None, OSError | None]:
        """The number of bytes of a sent datagram of UDP-Lite that its checksum covers;
        0 is the whole.

        `UDPLITE_SEND_CSCOV`, udplite(7), RFC 3828; from the UDP-Lite header on, so
        1 to 7 stand for 8. EINVAL below 0.

        Args:
            size: int; optional.

        Returns:
            (size, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def netlinkjoin(self, group: int) -> tuple[int | None, OSError | None]:
        """Joins a netlink group, given by its number.

        `NETLINK_ADD_MEMBERSHIP`, netlink(7).

        It can only be set.

        Args:
            group: int.

        Returns:
            (group, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def netlinkbroadcasterror(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports errors of messages to a group that could not be delivered.

        `NETLINK_BROADCAST_ERROR`, netlink(7).

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def netlinkcapack(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Omits the request from acknowledgements.

        `NETLINK_CAP_ACK`, netlink(7). Since Linux 4.3.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def netlinkleave(self, group: int) -> tuple[int | None, OSError | None]:
        """Leaves a netlink group, given by its number.

        `NETLINK_DROP_MEMBERSHIP`, netlink(7).

        It can only be set.

        Args:
            group: int.

        Returns:
            (group, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def netlinkextack(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Adds a description of the error to acknowledgements.

        `NETLINK_EXT_ACK`, netlink(7). Since Linux 4.12.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def netlinkstrictchk(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Checks the headers of dump requests strictly, and filters by them.

        `NETLINK_GET_STRICT_CHK`. Since Linux 4.20.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def netlinklistenallnsid(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Receives from all network namespaces that have an identifier in this one.

        `NETLINK_LISTEN_ALL_NSID`, netlink(7). EPERM without CAP_NET_BROADCAST.
        Since Linux 4.2.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def netlinknoenobufs(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Drops messages silently when the buffer is full, without the error ENOBUFS.

        `NETLINK_NO_ENOBUFS`, netlink(7).

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def netlinkpktinfo(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports the group of a message, in a control message.

        `NETLINK_PKTINFO`, netlink(7). Feeds the control key `group`.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def packetauxdata(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Reports a packet's length, status and VLAN tag, in a control message.

        `PACKET_AUXDATA`, packet(7). Feeds the control key `auxdata`. Since Linux
        2.6.21.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def packetignoreoutgoing(self, enable: bool = ...) -> tuple[bool | None, OSError | None]:
        """Does not receive the packets that this host sends.

        `PACKET_IGNORE_OUTGOING`, packet(7). Since Linux 4.20.

        Args:
            enable: bool; optional.

        Returns:
            (enable, err): bool, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def packetversion(self, version: int = ...) -> tuple[int | None, OSError | None]:
        """The layout of a packet's header in a ring: 0, 1 or 2, for `TPACKET_V1` to
        `TPACKET_V3`.

        `PACKET_VERSION`, packet(7). packetstatistics has one field more for 2.
        EBUSY once there is a ring. Since Linux 2.6.27.

        Args:
            version: int; optional.

        Returns:
            (version, err): int, None; or None, an OSError if the call failed. The
                error is returned, not raised.
        """

    def fileno(self) -> int:
        """The descriptor, or -1 when closed.

        select, selectors and asyncio use this name.

        Returns:
            fd: int.
        """

    def __enter__(self) -> Self:
        """Begins a `with` block, at whose end the socket is closed."""

    def __exit__(self, *exc: object) -> None:
        """Closes the socket."""

    def __repr__(self) -> str:
        """How an interpreter shows it: family, type, descriptor, and the address that
        it is bound to.
        """

class _Txtime(TypedDict):
    clockid: int
    flags: int

class _Flowlabel(TypedDict):
    label: int
    addr: NotRequired[AddrInfo]
    share: int
    expires: int
    linger: int

class _Fanout(TypedDict):
    id: int
    mode: int
    flags: int

class _Msfilter(TypedDict):
    mode: int
    sources: list[AddrInfo]

class _Mtuinfo(TypedDict):
    mtu: int
    addr: NotRequired[AddrInfo]

class _Subflowaddrs(TypedDict):
    sockname: AddrInfo
    peername: AddrInfo

class _Subflow(TypedDict):
    id: int
    sockname: AddrInfo
    peername: AddrInfo
    tcpinfo: dict[str, int]

class _Mptcpfullinfo(TypedDict):
    mptcpinfo: dict[str, int]
    subflows: list[_Subflow]

def _device_getifaddrs() -> tuple[list[_Ifaddr] | None, OSError | None]:
    """Lists the addresses of all interfaces.

    getifaddrs(3); on Linux by rtnetlink(7), which distinguishes a broadcast
    address from a peer's.

    Returns:
        (list, err): list of dict (name, index, flags, mtu, label, family, addr,
            netmask, broadaddr, dstaddr), None; or None, an OSError if the call
            failed. The error is returned, not raised.
    """

def _device_macaddrs() -> tuple[dict[str, str] | None, OSError | None]:
    """Lists the hardware addresses of all interfaces that have one, by name.

    getifaddrs(3); as `00:00:5e:00:53:01`. Loopback interfaces have none.

    Returns:
        (addrs, err): dict[str, str], None; or None, an OSError if the call
            failed. The error is returned, not raised.
    """

def _device_nametoindex(name: str) -> tuple[int | None, OSError | None]:
    """The index of the interface called `name`; ENODEV where there is none.

    if_nametoindex(3).

    Args:
        name: str.

    Returns:
        (index, err): int, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def _device_indextoname(index: int) -> tuple[str | None, OSError | None]:
    """The name of the interface with `index`; ENODEV where there is none.

    if_indextoname(3).

    Args:
        index: int.

    Returns:
        (name, err): str, None; or None, an OSError if the call failed. The
            error is returned, not raised.
    """

def _device_nameindex() -> tuple[list[_Interface] | None, OSError | None]:
    """Lists all interfaces: their indices and names.

    if_nameindex(3).

    Returns:
        (list, err): list of dict (index, name), None; or None, an OSError if
            the call failed. The error is returned, not raised.
    """

class _Ifaddr(TypedDict):
    name: str
    index: int
    flags: int
    mtu: NotRequired[int]
    label: NotRequired[str]
    family: NotRequired[int]
    addr: NotRequired[AddrInfo]
    netmask: NotRequired[AddrInfo]
    broadaddr: NotRequired[AddrInfo]
    dstaddr: NotRequired[AddrInfo]

class _Interface(TypedDict):
    index: int
    name: str

def _poll_monotonic() -> float:
    """Returns the seconds of the monotonic clock, which no change of the system's
    time affects.

    clock_gettime(2), CLOCK_MONOTONIC. Only differences between two of them have
    a meaning. It is the clock of Python's time.monotonic on Linux.

    Returns:
        sec: float.
    """

def _poll_sleep(sec: float) -> tuple[bool | None, OSError | None, bool]:
    """Waits for `sec` seconds.

    ppoll(2); fractions count, and 0 does not wait. EDOM for a negative,
    infinite or undefined number. In Lua a signal ends the wait with `again`; in
    Python the wait continues when the handlers have run.

    Args:
        sec: float, seconds.

    Returns:
        (done, err, again): bool, None, False; if the call would block, None,
            None, True. If the call failed, None, an OSError, False. The error
            is returned, not raised.
    """

_env_os: Final[str]

_env_unixpath_max: Final[int]

_env_somaxconn: Final[int]

AF_APPLETALK: Final[int]
AF_DECnet: Final[int]
AF_INET: Final[int]
AF_INET6: Final[int]
AF_IPX: Final[int]
AF_ISDN: Final[int]
AF_LOCAL: Final[int]
AF_ROUTE: Final[int]
AF_SNA: Final[int]
AF_UNIX: Final[int]
AF_UNSPEC: Final[int]
SOCK_DGRAM: Final[int]
SOCK_RAW: Final[int]
SOCK_RDM: Final[int]
SOCK_SEQPACKET: Final[int]
SOCK_STREAM: Final[int]
IPPROTO_AH: Final[int]
IPPROTO_DSTOPTS: Final[int]
IPPROTO_EGP: Final[int]
IPPROTO_ENCAP: Final[int]
IPPROTO_ESP: Final[int]
IPPROTO_FRAGMENT: Final[int]
IPPROTO_GRE: Final[int]
IPPROTO_HOPOPTS: Final[int]
IPPROTO_ICMP: Final[int]
IPPROTO_ICMPV6: Final[int]
IPPROTO_IDP: Final[int]
IPPROTO_IGMP: Final[int]
IPPROTO_IP: Final[int]
IPPROTO_IPIP: Final[int]
IPPROTO_IPV6: Final[int]
IPPROTO_MAX: Final[int]
IPPROTO_NONE: Final[int]
IPPROTO_PIM: Final[int]
IPPROTO_PUP: Final[int]
IPPROTO_RAW: Final[int]
IPPROTO_ROUTING: Final[int]
IPPROTO_RSVP: Final[int]
IPPROTO_TCP: Final[int]
IPPROTO_TP: Final[int]
IPPROTO_UDP: Final[int]
SHUT_RD: Final[int]
SHUT_RDWR: Final[int]
SHUT_WR: Final[int]
SOMAXCONN: Final[int]
MSG_CTRUNC: Final[int]
MSG_DONTROUTE: Final[int]
MSG_DONTWAIT: Final[int]
MSG_EOR: Final[int]
MSG_NOSIGNAL: Final[int]
MSG_OOB: Final[int]
MSG_PEEK: Final[int]
MSG_TRUNC: Final[int]
MSG_WAITALL: Final[int]
SCM_RIGHTS: Final[int]
SCM_TIMESTAMP: Final[int]
SOL_SOCKET: Final[int]
SO_ACCEPTCONN: Final[int]
SO_BROADCAST: Final[int]
SO_DEBUG: Final[int]
SO_DONTROUTE: Final[int]
SO_ERROR: Final[int]
SO_KEEPALIVE: Final[int]
SO_LINGER: Final[int]
SO_OOBINLINE: Final[int]
SO_RCVBUF: Final[int]
SO_RCVLOWAT: Final[int]
SO_RCVTIMEO: Final[int]
SO_REUSEADDR: Final[int]
SO_REUSEPORT: Final[int]
SO_SNDBUF: Final[int]
SO_SNDLOWAT: Final[int]
SO_SNDTIMEO: Final[int]
SO_TIMESTAMP: Final[int]
SO_TYPE: Final[int]
IP_ADD_MEMBERSHIP: Final[int]
IP_DROP_MEMBERSHIP: Final[int]
IP_HDRINCL: Final[int]
IP_MULTICAST_IF: Final[int]
IP_MULTICAST_LOOP: Final[int]
IP_MULTICAST_TTL: Final[int]
IP_TOS: Final[int]
IP_TTL: Final[int]
IPTOS_ECN_CE: Final[int]
IPTOS_ECN_ECT0: Final[int]
IPTOS_ECN_ECT1: Final[int]
IPTOS_ECN_MASK: Final[int]
IPV6_DONTFRAG: Final[int]
IPV6_JOIN_GROUP: Final[int]
IPV6_LEAVE_GROUP: Final[int]
IPV6_MULTICAST_HOPS: Final[int]
IPV6_MULTICAST_IF: Final[int]
IPV6_MULTICAST_LOOP: Final[int]
IPV6_PKTINFO: Final[int]
IPV6_RECVPKTINFO: Final[int]
IPV6_RECVTCLASS: Final[int]
IPV6_TCLASS: Final[int]
IPV6_UNICAST_HOPS: Final[int]
IPV6_V6ONLY: Final[int]
INADDR_ANY: Final[int]
INADDR_BROADCAST: Final[int]
INADDR_LOOPBACK: Final[int]
INADDR_NONE: Final[int]
TCP_MAXSEG: Final[int]
TCP_NODELAY: Final[int]
IFF_ALLMULTI: Final[int]
IFF_BROADCAST: Final[int]
IFF_DEBUG: Final[int]
IFF_LOOPBACK: Final[int]
IFF_MULTICAST: Final[int]
IFF_NOARP: Final[int]
IFF_POINTOPOINT: Final[int]
IFF_PROMISC: Final[int]
IFF_RUNNING: Final[int]
IFF_UP: Final[int]
AI_ADDRCONFIG: Final[int]
AI_CANONNAME: Final[int]
AI_NUMERICHOST: Final[int]
AI_NUMERICSERV: Final[int]
AI_PASSIVE: Final[int]
NI_DGRAM: Final[int]
NI_MAXHOST: Final[int]
NI_NAMEREQD: Final[int]
NI_NOFQDN: Final[int]
NI_NUMERICHOST: Final[int]
NI_NUMERICSERV: Final[int]
E2BIG: Final[int]
EACCES: Final[int]
EADDRINUSE: Final[int]
EADDRNOTAVAIL: Final[int]
EAFNOSUPPORT: Final[int]
EAGAIN: Final[int]
EALREADY: Final[int]
EBADF: Final[int]
EBADMSG: Final[int]
EBUSY: Final[int]
ECANCELED: Final[int]
ECHILD: Final[int]
ECONNABORTED: Final[int]
ECONNREFUSED: Final[int]
ECONNRESET: Final[int]
EDEADLK: Final[int]
EDESTADDRREQ: Final[int]
EDOM: Final[int]
EDQUOT: Final[int]
EEXIST: Final[int]
EFAULT: Final[int]
EFBIG: Final[int]
EHOSTDOWN: Final[int]
EHOSTUNREACH: Final[int]
EIDRM: Final[int]
EILSEQ: Final[int]
EINPROGRESS: Final[int]
EINTR: Final[int]
EINVAL: Final[int]
EIO: Final[int]
EISCONN: Final[int]
EISDIR: Final[int]
ELOOP: Final[int]
EMFILE: Final[int]
EMLINK: Final[int]
EMSGSIZE: Final[int]
ENAMETOOLONG: Final[int]
ENETDOWN: Final[int]
ENETRESET: Final[int]
ENETUNREACH: Final[int]
ENFILE: Final[int]
ENOBUFS: Final[int]
ENODEV: Final[int]
ENOENT: Final[int]
ENOEXEC: Final[int]
ENOLCK: Final[int]
ENOMEM: Final[int]
ENOMSG: Final[int]
ENOPROTOOPT: Final[int]
ENOSPC: Final[int]
ENOSYS: Final[int]
ENOTBLK: Final[int]
ENOTCONN: Final[int]
ENOTDIR: Final[int]
ENOTEMPTY: Final[int]
ENOTRECOVERABLE: Final[int]
ENOTSOCK: Final[int]
ENOTSUP: Final[int]
ENOTTY: Final[int]
ENXIO: Final[int]
EOPNOTSUPP: Final[int]
EOVERFLOW: Final[int]
EOWNERDEAD: Final[int]
EPERM: Final[int]
EPFNOSUPPORT: Final[int]
EPIPE: Final[int]
EPROTO: Final[int]
EPROTONOSUPPORT: Final[int]
EPROTOTYPE: Final[int]
ERANGE: Final[int]
EREMOTE: Final[int]
EROFS: Final[int]
ESHUTDOWN: Final[int]
ESOCKTNOSUPPORT: Final[int]
ESPIPE: Final[int]
ESRCH: Final[int]
ESTALE: Final[int]
ETIMEDOUT: Final[int]
ETOOMANYREFS: Final[int]
ETXTBSY: Final[int]
EUSERS: Final[int]
EWOULDBLOCK: Final[int]
EXDEV: Final[int]
EAI_AGAIN: Final[int]
EAI_BADFLAGS: Final[int]
EAI_FAIL: Final[int]
EAI_FAMILY: Final[int]
EAI_MEMORY: Final[int]
EAI_NONAME: Final[int]
EAI_OVERFLOW: Final[int]
EAI_SERVICE: Final[int]
EAI_SOCKTYPE: Final[int]
EAI_SYSTEM: Final[int]
POLLERR: Final[int]
POLLHUP: Final[int]
POLLIN: Final[int]
POLLNVAL: Final[int]
POLLOUT: Final[int]
POLLPRI: Final[int]
POLLRDBAND: Final[int]
POLLRDNORM: Final[int]
POLLWRBAND: Final[int]
POLLWRNORM: Final[int]

if sys.platform.startswith("openbsd"):
    AF_ENCAP: Final[int]
    SOCK_DNS: Final[int]
    SO_BINDANY: Final[int]
    SO_NETPROC: Final[int]
    SO_RTABLE: Final[int]
    AI_EXT: Final[int]
    AI_FQDN: Final[int]
    EIPSEC: Final[int]
    POLLNORM: Final[int]

if sys.platform.startswith("netbsd") or sys.platform.startswith("openbsd"):
    MSG_BCAST: Final[int]
    MSG_MCAST: Final[int]

if sys.platform.startswith("netbsd"):
    AF_OROUTE: Final[int]
    SOCK_CONN_DGRAM: Final[int]
    SOCK_FLAGS_MASK: Final[int]
    SOCK_NOSIGPIPE: Final[int]
    IPPROTO_IPV6_ICMP: Final[int]
    IPPROTO_VRRP: Final[int]
    SO_NOHEADER: Final[int]
    SO_OVERFLOWED: Final[int]
    LOCAL_OCREDS: Final[int]
    LOCAL_PEEREID: Final[int]
    IP_RECVPKTINFO: Final[int]
    TCP_CONGCTL: Final[int]
    AI_SRV: Final[int]

if (
    sys.platform == "darwin"
    or sys.platform.startswith("netbsd")
    or sys.platform.startswith("openbsd")
):
    AF_NS: Final[int]

if sys.platform == "darwin" or sys.platform.startswith("netbsd"):
    NI_WITHSCOPEID: Final[int]

if (
    sys.platform == "darwin"
    or sys.platform.startswith("freebsd")
    or sys.platform.startswith("openbsd")
):
    AF_ECMA: Final[int]
    AF_SIP: Final[int]
    IPPROTO_DIVERT: Final[int]
    TCP_NOPUSH: Final[int]

if (
    sys.platform == "darwin"
    or sys.platform.startswith("freebsd")
    or sys.platform.startswith("netbsd")
    or sys.platform.startswith("openbsd")
):
    AF_CCITT: Final[int]
    AF_CHAOS: Final[int]
    AF_CNT: Final[int]
    AF_COIP: Final[int]
    AF_DATAKIT: Final[int]
    AF_DLI: Final[int]
    AF_E164: Final[int]
    AF_HYLINK: Final[int]
    AF_IMPLINK: Final[int]
    AF_ISO: Final[int]
    AF_LAT: Final[int]
    AF_LINK: Final[int]
    AF_NATM: Final[int]
    AF_OSI: Final[int]
    AF_PUP: Final[int]
    IPPROTO_EON: Final[int]
    IPPROTO_ETHERIP: Final[int]
    IPPROTO_GGP: Final[int]
    IPPROTO_IPCOMP: Final[int]
    IPPROTO_IPV4: Final[int]
    SO_USELOOPBACK: Final[int]
    IP_RECVDSTADDR: Final[int]
    IP_RECVIF: Final[int]
    IPTOS_ECN_NOTECT: Final[int]
    IFF_LINK0: Final[int]
    IFF_LINK1: Final[int]
    IFF_LINK2: Final[int]
    IFF_OACTIVE: Final[int]
    IFF_SIMPLEX: Final[int]
    EAUTH: Final[int]
    EBADRPC: Final[int]
    EFTYPE: Final[int]
    ENEEDAUTH: Final[int]
    ENOATTR: Final[int]
    EPROCLIM: Final[int]
    EPROCUNAVAIL: Final[int]
    EPROGMISMATCH: Final[int]
    EPROGUNAVAIL: Final[int]
    ERPCMISMATCH: Final[int]

if (
    sys.platform == "darwin"
    or sys.platform.startswith("freebsd")
    or sys.platform.startswith("netbsd")
):
    AF_IEEE80211: Final[int]
    IPPROTO_DONE: Final[int]
    SCM_CREDS: Final[int]
    SO_NOSIGPIPE: Final[int]
    NI_NUMERICSCOPE: Final[int]

if sys.platform == "darwin" or sys.platform.startswith("freebsd"):
    AF_NETBIOS: Final[int]
    SOCK_MAXADDRLEN: Final[int]
    IPPROTO_3PC: Final[int]
    IPPROTO_ADFS: Final[int]
    IPPROTO_AHIP: Final[int]
    IPPROTO_APES: Final[int]
    IPPROTO_ARGUS: Final[int]
    IPPROTO_AX25: Final[int]
    IPPROTO_BHA: Final[int]
    IPPROTO_BLT: Final[int]
    IPPROTO_BRSATMON: Final[int]
    IPPROTO_CFTP: Final[int]
    IPPROTO_CHAOS: Final[int]
    IPPROTO_CMTP: Final[int]
    IPPROTO_CPHB: Final[int]
    IPPROTO_CPNX: Final[int]
    IPPROTO_DDP: Final[int]
    IPPROTO_DGP: Final[int]
    IPPROTO_EMCON: Final[int]
    IPPROTO_GMTP: Final[int]
    IPPROTO_HELLO: Final[int]
    IPPROTO_HMP: Final[int]
    IPPROTO_IDPR: Final[int]
    IPPROTO_IDRP: Final[int]
    IPPROTO_IGP: Final[int]
    IPPROTO_IGRP: Final[int]
    IPPROTO_IL: Final[int]
    IPPROTO_INLSP: Final[int]
    IPPROTO_INP: Final[int]
    IPPROTO_IPCV: Final[int]
    IPPROTO_IPEIP: Final[int]
    IPPROTO_IPPC: Final[int]
    IPPROTO_IRTP: Final[int]
    IPPROTO_KRYPTOLAN: Final[int]
    IPPROTO_LARP: Final[int]
    IPPROTO_LEAF1: Final[int]
    IPPROTO_LEAF2: Final[int]
    IPPROTO_MEAS: Final[int]
    IPPROTO_MHRP: Final[int]
    IPPROTO_MICP: Final[int]
    IPPROTO_MUX: Final[int]
    IPPROTO_ND: Final[int]
    IPPROTO_NHRP: Final[int]
    IPPROTO_NSP: Final[int]
    IPPROTO_NVPII: Final[int]
    IPPROTO_OSPFIGP: Final[int]
    IPPROTO_PGM: Final[int]
    IPPROTO_PIGP: Final[int]
    IPPROTO_PRM: Final[int]
    IPPROTO_PVP: Final[int]
    IPPROTO_RCCMON: Final[int]
    IPPROTO_RDP: Final[int]
    IPPROTO_RVD: Final[int]
    IPPROTO_SATEXPAK: Final[int]
    IPPROTO_SATMON: Final[int]
    IPPROTO_SCCSP: Final[int]
    IPPROTO_SDRP: Final[int]
    IPPROTO_SRPC: Final[int]
    IPPROTO_ST: Final[int]
    IPPROTO_SVMTP: Final[int]
    IPPROTO_SWIPE: Final[int]
    IPPROTO_TCF: Final[int]
    IPPROTO_TPXX: Final[int]
    IPPROTO_TRUNK1: Final[int]
    IPPROTO_TRUNK2: Final[int]
    IPPROTO_TTP: Final[int]
    IPPROTO_VINES: Final[int]
    IPPROTO_VISA: Final[int]
    IPPROTO_VMTP: Final[int]
    IPPROTO_WBEXPAK: Final[int]
    IPPROTO_WBMON: Final[int]
    IPPROTO_WSN: Final[int]
    IPPROTO_XNET: Final[int]
    IPPROTO_XTP: Final[int]
    MSG_EOF: Final[int]
    SOL_LOCAL: Final[int]
    SO_LABEL: Final[int]
    SO_PEERLABEL: Final[int]
    LOCAL_PEERCRED: Final[int]
    IP_DONTFRAG: Final[int]
    TCP_NOOPT: Final[int]
    IFF_ALTPHYS: Final[int]
    AI_DEFAULT: Final[int]
    AI_V4MAPPED_CFG: Final[int]
    ENOTCAPABLE: Final[int]

if sys.platform == "darwin":
    AF_NDRV: Final[int]
    AF_PPP: Final[int]
    AF_RESERVED_36: Final[int]
    AF_SYSTEM: Final[int]
    AF_SYS_CONTROL: Final[int]
    AF_UTUN: Final[int]
    IPPROTO_SEP: Final[int]
    MSG_FLUSH: Final[int]
    MSG_HAVEMORE: Final[int]
    MSG_HOLD: Final[int]
    MSG_NEEDSA: Final[int]
    MSG_RCVMORE: Final[int]
    MSG_SEND: Final[int]
    MSG_WAITSTREAM: Final[int]
    SO_DONTTRUNC: Final[int]
    SO_LINGER_SEC: Final[int]
    SO_NKE: Final[int]
    SO_NOADDRERR: Final[int]
    SO_NOTIFYCONFLICT: Final[int]
    SO_NP_EXTENSIONS: Final[int]
    SO_NREAD: Final[int]
    SO_NWRITE: Final[int]
    SO_RANDOMPORT: Final[int]
    SO_REUSESHAREUID: Final[int]
    SO_TIMESTAMP_MONOTONIC: Final[int]
    SO_WANTMORE: Final[int]
    SO_WANTOOBFLAG: Final[int]
    LOCAL_PEEREPID: Final[int]
    LOCAL_PEEREUUID: Final[int]
    LOCAL_PEERPID: Final[int]
    LOCAL_PEERTOKEN: Final[int]
    LOCAL_PEERUUID: Final[int]
    IP_BOUND_IF: Final[int]
    IPV6_BOUND_IF: Final[int]
    TCP_CONNECTION_INFO: Final[int]
    TCP_KEEPALIVE: Final[int]
    TCP_MAX_SACK: Final[int]
    VMADDR_CID_RESERVED: Final[int]
    AI_MASK: Final[int]
    AI_UNUSABLE: Final[int]
    EBADARCH: Final[int]
    EBADEXEC: Final[int]
    EBADMACHO: Final[int]
    EDEVERR: Final[int]
    ENOPOLICY: Final[int]
    EPWROFF: Final[int]
    EQFULL: Final[int]
    ESHLIBVERS: Final[int]

if sys.platform == "linux" or sys.platform.startswith("openbsd"):
    AF_KEY: Final[int]
    SO_PEERCRED: Final[int]
    EMEDIUMTYPE: Final[int]
    ENOMEDIUM: Final[int]

if (
    sys.platform == "linux"
    or sys.platform.startswith("netbsd")
    or sys.platform.startswith("openbsd")
):
    AF_MPLS: Final[int]

if sys.platform == "linux" or sys.platform.startswith("netbsd"):
    SOCK_DCCP: Final[int]
    IPPROTO_L2TP: Final[int]

if (
    sys.platform == "linux"
    or sys.platform == "darwin"
    or sys.platform.startswith("netbsd")
    or sys.platform.startswith("openbsd")
):
    EAI_NODATA: Final[int]

if sys.platform == "linux" or sys.platform == "darwin" or sys.platform.startswith("netbsd"):
    IP_PKTINFO: Final[int]
    NI_MAXSERV: Final[int]
    ENODATA: Final[int]
    ENOSR: Final[int]
    ENOSTR: Final[int]
    ETIME: Final[int]

if (
    sys.platform == "linux"
    or sys.platform == "darwin"
    or sys.platform.startswith("freebsd")
    or sys.platform.startswith("netbsd")
):
    IPPROTO_SCTP: Final[int]
    TCP_KEEPCNT: Final[int]
    TCP_KEEPINTVL: Final[int]
    EMULTIHOP: Final[int]
    ENOLINK: Final[int]

if sys.platform == "linux" or sys.platform == "darwin" or sys.platform.startswith("freebsd"):
    IPPROTO_MTP: Final[int]
    IP_ADD_SOURCE_MEMBERSHIP: Final[int]
    IP_BLOCK_SOURCE: Final[int]
    IP_DROP_SOURCE_MEMBERSHIP: Final[int]
    IP_RECVTOS: Final[int]
    IP_RECVTTL: Final[int]
    IP_UNBLOCK_SOURCE: Final[int]
    IPV6_CHECKSUM: Final[int]
    IPV6_HOPLIMIT: Final[int]
    IPV6_RECVHOPLIMIT: Final[int]
    MCAST_BLOCK_SOURCE: Final[int]
    MCAST_JOIN_GROUP: Final[int]
    MCAST_JOIN_SOURCE_GROUP: Final[int]
    MCAST_LEAVE_GROUP: Final[int]
    MCAST_LEAVE_SOURCE_GROUP: Final[int]
    MCAST_UNBLOCK_SOURCE: Final[int]
    TCP_FASTOPEN: Final[int]
    AI_ALL: Final[int]
    AI_V4MAPPED: Final[int]

if sys.platform == "linux" or sys.platform == "darwin":
    AF_VSOCK: Final[int]
    VMADDR_CID_ANY: Final[int]
    VMADDR_CID_HOST: Final[int]
    VMADDR_CID_HYPERVISOR: Final[int]
    VMADDR_PORT_ANY: Final[int]
    IFF_NOTRAILERS: Final[int]

if (
    sys.platform == "linux"
    or sys.platform.startswith("freebsd")
    or sys.platform.startswith("openbsd")
):
    IPPROTO_MPLS: Final[int]
    SO_DOMAIN: Final[int]
    SO_PROTOCOL: Final[int]

if (
    sys.platform == "linux"
    or sys.platform.startswith("freebsd")
    or sys.platform.startswith("netbsd")
    or sys.platform.startswith("openbsd")
):
    AF_BLUETOOTH: Final[int]
    SOCK_CLOEXEC: Final[int]
    SOCK_NONBLOCK: Final[int]
    MSG_CMSG_CLOEXEC: Final[int]
    MSG_WAITFORONE: Final[int]
    TCP_INFO: Final[int]
    TCP_MD5SIG: Final[int]

if (
    sys.platform == "linux"
    or sys.platform.startswith("freebsd")
    or sys.platform.startswith("netbsd")
):
    IPPROTO_DCCP: Final[int]
    MSG_NOTIFICATION: Final[int]
    TCP_KEEPIDLE: Final[int]

if sys.platform == "linux" or sys.platform.startswith("freebsd"):
    IPPROTO_MH: Final[int]
    IPPROTO_UDPLITE: Final[int]
    IP_MINTTL: Final[int]
    IP_ORIGDSTADDR: Final[int]
    IP_RECVORIGDSTADDR: Final[int]
    IPV6_ORIGDSTADDR: Final[int]
    IPV6_RECVORIGDSTADDR: Final[int]
    TCP_CONGESTION: Final[int]
    NETLINK_GENERIC: Final[int]
    POLLRDHUP: Final[int]

if sys.platform == "linux":
    AF_ALG: Final[int]
    AF_ASH: Final[int]
    AF_ATMPVC: Final[int]
    AF_ATMSVC: Final[int]
    AF_AX25: Final[int]
    AF_BRIDGE: Final[int]
    AF_CAIF: Final[int]
    AF_CAN: Final[int]
    AF_ECONET: Final[int]
    AF_FILE: Final[int]
    AF_IB: Final[int]
    AF_IEEE802154: Final[int]
    AF_IRDA: Final[int]
    AF_IUCV: Final[int]
    AF_KCM: Final[int]
    AF_LLC: Final[int]
    AF_MCTP: Final[int]
    AF_NETBEUI: Final[int]
    AF_NETLINK: Final[int]
    AF_NETROM: Final[int]
    AF_NFC: Final[int]
    AF_PACKET: Final[int]
    AF_PHONET: Final[int]
    AF_PPPOX: Final[int]
    AF_QIPCRTR: Final[int]
    AF_RDS: Final[int]
    AF_ROSE: Final[int]
    AF_RXRPC: Final[int]
    AF_SECURITY: Final[int]
    AF_SMC: Final[int]
    AF_TIPC: Final[int]
    AF_WANPIPE: Final[int]
    AF_X25: Final[int]
    AF_XDP: Final[int]
    SOCK_BUF_LOCK_MASK: Final[int]
    SOCK_DESTROY: Final[int]
    SOCK_DIAG_BY_FAMILY: Final[int]
    SOCK_IOC_TYPE: Final[int]
    SOCK_PACKET: Final[int]
    SOCK_RCVBUF_LOCK: Final[int]
    SOCK_SNDBUF_LOCK: Final[int]
    SOCK_TXREHASH_DEFAULT: Final[int]
    SOCK_TXREHASH_DISABLED: Final[int]
    SOCK_TXREHASH_ENABLED: Final[int]
    IPPROTO_BEETPH: Final[int]
    IPPROTO_COMP: Final[int]
    IPPROTO_ETHERNET: Final[int]
    IPPROTO_MPTCP: Final[int]
    IPPROTO_SMC: Final[int]
    MSG_BATCH: Final[int]
    MSG_CONFIRM: Final[int]
    MSG_ERRQUEUE: Final[int]
    MSG_FASTOPEN: Final[int]
    MSG_FIN: Final[int]
    MSG_MORE: Final[int]
    MSG_PROXY: Final[int]
    MSG_RST: Final[int]
    MSG_SYN: Final[int]
    MSG_TRYHARD: Final[int]
    MSG_ZEROCOPY: Final[int]
    SCM_CAN_RAW_ERRQUEUE: Final[int]
    SCM_CREDENTIALS: Final[int]
    SCM_DEVMEM_DMABUF: Final[int]
    SCM_DEVMEM_LINEAR: Final[int]
    SCM_INQ: Final[int]
    SCM_IUCV_TRGCLS: Final[int]
    SCM_J1939_DEST_ADDR: Final[int]
    SCM_J1939_DEST_NAME: Final[int]
    SCM_J1939_ERRQUEUE: Final[int]
    SCM_J1939_PRIO: Final[int]
    SCM_PIDFD: Final[int]
    SCM_SECURITY: Final[int]
    SCM_TIMESTAMPING: Final[int]
    SCM_TIMESTAMPING_OPT_STATS: Final[int]
    SCM_TIMESTAMPING_PKTINFO: Final[int]
    SCM_TIMESTAMPNS: Final[int]
    SCM_TSTAMP_ACK: Final[int]
    SCM_TSTAMP_COMPLETION: Final[int]
    SCM_TSTAMP_SCHED: Final[int]
    SCM_TSTAMP_SND: Final[int]
    SCM_TS_OPT_ID: Final[int]
    SCM_TXTIME: Final[int]
    SCM_WIFI_STATUS: Final[int]
    SOL_AAL: Final[int]
    SOL_ALG: Final[int]
    SOL_ATALK: Final[int]
    SOL_ATM: Final[int]
    SOL_AX25: Final[int]
    SOL_BLUETOOTH: Final[int]
    SOL_CAIF: Final[int]
    SOL_CAN_BASE: Final[int]
    SOL_CAN_ISOTP: Final[int]
    SOL_CAN_J1939: Final[int]
    SOL_CAN_RAW: Final[int]
    SOL_DCCP: Final[int]
    SOL_DECNET: Final[int]
    SOL_ICMPV6: Final[int]
    SOL_IP: Final[int]
    SOL_IPV6: Final[int]
    SOL_IPX: Final[int]
    SOL_IRDA: Final[int]
    SOL_IUCV: Final[int]
    SOL_KCM: Final[int]
    SOL_LLC: Final[int]
    SOL_MCTP: Final[int]
    SOL_MPTCP: Final[int]
    SOL_NETBEUI: Final[int]
    SOL_NETLINK: Final[int]
    SOL_NETROM: Final[int]
    SOL_NFC: Final[int]
    SOL_PACKET: Final[int]
    SOL_PNPIPE: Final[int]
    SOL_PPPOL2TP: Final[int]
    SOL_RAW: Final[int]
    SOL_RDS: Final[int]
    SOL_ROSE: Final[int]
    SOL_RXRPC: Final[int]
    SOL_SMC: Final[int]
    SOL_TCP: Final[int]
    SOL_TIPC: Final[int]
    SOL_TLS: Final[int]
    SOL_UDP: Final[int]
    SOL_VSOCK: Final[int]
    SOL_X25: Final[int]
    SOL_XDP: Final[int]
    SO_ATMPVC: Final[int]
    SO_ATMQOS: Final[int]
    SO_ATMSAP: Final[int]
    SO_ATTACH_BPF: Final[int]
    SO_ATTACH_FILTER: Final[int]
    SO_ATTACH_REUSEPORT_CBPF: Final[int]
    SO_ATTACH_REUSEPORT_EBPF: Final[int]
    SO_BINDTODEVICE: Final[int]
    SO_BINDTOIFINDEX: Final[int]
    SO_BPF_EXTENSIONS: Final[int]
    SO_BSDCOMPAT: Final[int]
    SO_BUF_LOCK: Final[int]
    SO_BUSY_POLL: Final[int]
    SO_BUSY_POLL_BUDGET: Final[int]
    SO_CNX_ADVICE: Final[int]
    SO_COOKIE: Final[int]
    SO_DETACH_BPF: Final[int]
    SO_DETACH_FILTER: Final[int]
    SO_DETACH_REUSEPORT_BPF: Final[int]
    SO_DEVMEM_DMABUF: Final[int]
    SO_DEVMEM_DONTNEED: Final[int]
    SO_DEVMEM_LINEAR: Final[int]
    SO_EE_CODE_TXTIME_INVALID_PARAM: Final[int]
    SO_EE_CODE_TXTIME_MISSED: Final[int]
    SO_EE_CODE_ZEROCOPY_COPIED: Final[int]
    SO_EE_ORIGIN_ICMP: Final[int]
    SO_EE_ORIGIN_ICMP6: Final[int]
    SO_EE_ORIGIN_LOCAL: Final[int]
    SO_EE_ORIGIN_NONE: Final[int]
    SO_EE_ORIGIN_TIMESTAMPING: Final[int]
    SO_EE_ORIGIN_TXSTATUS: Final[int]
    SO_EE_ORIGIN_TXTIME: Final[int]
    SO_EE_ORIGIN_ZEROCOPY: Final[int]
    SO_EE_RFC4884_FLAG_INVALID: Final[int]
    SO_GET_FILTER: Final[int]
    SO_INCOMING_CPU: Final[int]
    SO_INCOMING_NAPI_ID: Final[int]
    SO_INQ: Final[int]
    SO_IPRMDATA_MSG: Final[int]
    SO_J1939_ERRQUEUE: Final[int]
    SO_J1939_FILTER: Final[int]
    SO_J1939_PROMISC: Final[int]
    SO_J1939_SEND_PRIO: Final[int]
    SO_LOCK_FILTER: Final[int]
    SO_MARK: Final[int]
    SO_MAX_PACING_RATE: Final[int]
    SO_MEMINFO: Final[int]
    SO_MSGLIMIT: Final[int]
    SO_MSGSIZE: Final[int]
    SO_MULTIPOINT: Final[int]
    SO_NETNS_COOKIE: Final[int]
    SO_NOFCS: Final[int]
    SO_NO_CHECK: Final[int]
    SO_ORIGINAL_DST: Final[int]
    SO_PASSCRED: Final[int]
    SO_PASSPIDFD: Final[int]
    SO_PASSRIGHTS: Final[int]
    SO_PASSSEC: Final[int]
    SO_PEEK_OFF: Final[int]
    SO_PEERGROUPS: Final[int]
    SO_PEERNAME: Final[int]
    SO_PEERPIDFD: Final[int]
    SO_PEERSEC: Final[int]
    SO_PREFER_BUSY_POLL: Final[int]
    SO_PRIORITY: Final[int]
    SO_RCVBUFFORCE: Final[int]
    SO_RCVMARK: Final[int]
    SO_RCVPRIORITY: Final[int]
    SO_RCVTIMEO_NEW: Final[int]
    SO_RCVTIMEO_OLD: Final[int]
    SO_RDS_MSG_RXPATH_LATENCY: Final[int]
    SO_RDS_TRANSPORT: Final[int]
    SO_RESERVE_MEM: Final[int]
    SO_RXQ_OVFL: Final[int]
    SO_SECURITY_AUTHENTICATION: Final[int]
    SO_SECURITY_ENCRYPTION_NETWORK: Final[int]
    SO_SECURITY_ENCRYPTION_TRANSPORT: Final[int]
    SO_SELECT_ERR_QUEUE: Final[int]
    SO_SETCLP: Final[int]
    SO_SNDBUFFORCE: Final[int]
    SO_SNDTIMEO_NEW: Final[int]
    SO_SNDTIMEO_OLD: Final[int]
    SO_TIMESTAMPING: Final[int]
    SO_TIMESTAMPING_NEW: Final[int]
    SO_TIMESTAMPING_OLD: Final[int]
    SO_TIMESTAMPNS: Final[int]
    SO_TIMESTAMPNS_NEW: Final[int]
    SO_TIMESTAMPNS_OLD: Final[int]
    SO_TIMESTAMP_NEW: Final[int]
    SO_TIMESTAMP_OLD: Final[int]
    SO_TXREHASH: Final[int]
    SO_TXTIME: Final[int]
    SO_VM_SOCKETS_BUFFER_MAX_SIZE: Final[int]
    SO_VM_SOCKETS_BUFFER_MIN_SIZE: Final[int]
    SO_VM_SOCKETS_BUFFER_SIZE: Final[int]
    SO_VM_SOCKETS_CONNECT_TIMEOUT: Final[int]
    SO_VM_SOCKETS_CONNECT_TIMEOUT_NEW: Final[int]
    SO_VM_SOCKETS_CONNECT_TIMEOUT_OLD: Final[int]
    SO_VM_SOCKETS_NONBLOCK_TXRX: Final[int]
    SO_VM_SOCKETS_PEER_HOST_VM_ID: Final[int]
    SO_VM_SOCKETS_TRUSTED: Final[int]
    SO_WIFI_STATUS: Final[int]
    SO_ZEROCOPY: Final[int]
    SOF_TIMESTAMPING_BIND_PHC: Final[int]
    SOF_TIMESTAMPING_OPT_CMSG: Final[int]
    SOF_TIMESTAMPING_OPT_ID: Final[int]
    SOF_TIMESTAMPING_OPT_ID_TCP: Final[int]
    SOF_TIMESTAMPING_OPT_PKTINFO: Final[int]
    SOF_TIMESTAMPING_OPT_RX_FILTER: Final[int]
    SOF_TIMESTAMPING_OPT_STATS: Final[int]
    SOF_TIMESTAMPING_OPT_TSONLY: Final[int]
    SOF_TIMESTAMPING_OPT_TX_SWHW: Final[int]
    SOF_TIMESTAMPING_RAW_HARDWARE: Final[int]
    SOF_TIMESTAMPING_RX_HARDWARE: Final[int]
    SOF_TIMESTAMPING_RX_SOFTWARE: Final[int]
    SOF_TIMESTAMPING_SOFTWARE: Final[int]
    SOF_TIMESTAMPING_SYS_HARDWARE: Final[int]
    SOF_TIMESTAMPING_TX_ACK: Final[int]
    SOF_TIMESTAMPING_TX_COMPLETION: Final[int]
    SOF_TIMESTAMPING_TX_HARDWARE: Final[int]
    SOF_TIMESTAMPING_TX_RECORD_MASK: Final[int]
    SOF_TIMESTAMPING_TX_SCHED: Final[int]
    SOF_TIMESTAMPING_TX_SOFTWARE: Final[int]
    SOF_TXTIME_DEADLINE_MODE: Final[int]
    SOF_TXTIME_REPORT_ERRORS: Final[int]
    IP_BIND_ADDRESS_NO_PORT: Final[int]
    IP_CHECKSUM: Final[int]
    IP_DEFAULT_MULTICAST_LOOP: Final[int]
    IP_DEFAULT_MULTICAST_TTL: Final[int]
    IP_DF: Final[int]
    IP_FREEBIND: Final[int]
    IP_IPSEC_POLICY: Final[int]
    IP_LOCAL_PORT_RANGE: Final[int]
    IP_MAXPACKET: Final[int]
    IP_MAX_MEMBERSHIPS: Final[int]
    IP_MF: Final[int]
    IP_MSFILTER: Final[int]
    IP_MSS: Final[int]
    IP_MTU: Final[int]
    IP_MTU_DISCOVER: Final[int]
    IP_MULTICAST_ALL: Final[int]
    IP_NODEFRAG: Final[int]
    IP_OFFMASK: Final[int]
    IP_OPTIONS: Final[int]
    IP_PASSSEC: Final[int]
    IP_PKTOPTIONS: Final[int]
    IP_PMTUDISC: Final[int]
    IP_PMTUDISC_DO: Final[int]
    IP_PMTUDISC_DONT: Final[int]
    IP_PMTUDISC_INTERFACE: Final[int]
    IP_PMTUDISC_OMIT: Final[int]
    IP_PMTUDISC_PROBE: Final[int]
    IP_PMTUDISC_WANT: Final[int]
    IP_PROTOCOL: Final[int]
    IP_RECVERR: Final[int]
    IP_RECVERR_RFC4884: Final[int]
    IP_RECVFRAGSIZE: Final[int]
    IP_RECVOPTS: Final[int]
    IP_RECVRETOPTS: Final[int]
    IP_RETOPTS: Final[int]
    IP_RF: Final[int]
    IP_ROUTER_ALERT: Final[int]
    IP_TRANSPARENT: Final[int]
    IP_UNICAST_IF: Final[int]
    IP_XFRM_POLICY: Final[int]
    IPTOS_CLASS_CS0: Final[int]
    IPTOS_CLASS_CS1: Final[int]
    IPTOS_CLASS_CS2: Final[int]
    IPTOS_CLASS_CS3: Final[int]
    IPTOS_CLASS_CS4: Final[int]
    IPTOS_CLASS_CS5: Final[int]
    IPTOS_CLASS_CS6: Final[int]
    IPTOS_CLASS_CS7: Final[int]
    IPTOS_CLASS_DEFAULT: Final[int]
    IPTOS_CLASS_MASK: Final[int]
    IPTOS_DSCP_AF11: Final[int]
    IPTOS_DSCP_AF12: Final[int]
    IPTOS_DSCP_AF13: Final[int]
    IPTOS_DSCP_AF21: Final[int]
    IPTOS_DSCP_AF22: Final[int]
    IPTOS_DSCP_AF23: Final[int]
    IPTOS_DSCP_AF31: Final[int]
    IPTOS_DSCP_AF32: Final[int]
    IPTOS_DSCP_AF33: Final[int]
    IPTOS_DSCP_AF41: Final[int]
    IPTOS_DSCP_AF42: Final[int]
    IPTOS_DSCP_AF43: Final[int]
    IPTOS_DSCP_EF: Final[int]
    IPTOS_DSCP_MASK: Final[int]
    IPTOS_ECN_NOT_ECT: Final[int]
    IPTOS_LOWCOST: Final[int]
    IPTOS_LOWDELAY: Final[int]
    IPTOS_MINCOST: Final[int]
    IPTOS_PREC_CRITIC_ECP: Final[int]
    IPTOS_PREC_FLASH: Final[int]
    IPTOS_PREC_FLASHOVERRIDE: Final[int]
    IPTOS_PREC_IMMEDIATE: Final[int]
    IPTOS_PREC_INTERNETCONTROL: Final[int]
    IPTOS_PREC_MASK: Final[int]
    IPTOS_PREC_NETCONTROL: Final[int]
    IPTOS_PREC_PRIORITY: Final[int]
    IPTOS_PREC_ROUTINE: Final[int]
    IPTOS_RELIABILITY: Final[int]
    IPTOS_THROUGHPUT: Final[int]
    IPTOS_TOS_MASK: Final[int]
    IPV6_2292DSTOPTS: Final[int]
    IPV6_2292HOPLIMIT: Final[int]
    IPV6_2292HOPOPTS: Final[int]
    IPV6_2292PKTINFO: Final[int]
    IPV6_2292PKTOPTIONS: Final[int]
    IPV6_2292RTHDR: Final[int]
    IPV6_ADDRFORM: Final[int]
    IPV6_ADDR_PREFERENCES: Final[int]
    IPV6_ADD_MEMBERSHIP: Final[int]
    IPV6_AUTHHDR: Final[int]
    IPV6_AUTOFLOWLABEL: Final[int]
    IPV6_DROP_MEMBERSHIP: Final[int]
    IPV6_DSTOPTS: Final[int]
    IPV6_FLOWINFO: Final[int]
    IPV6_FLOWINFO_FLOWLABEL: Final[int]
    IPV6_FLOWINFO_PRIORITY: Final[int]
    IPV6_FLOWINFO_SEND: Final[int]
    IPV6_FLOWLABEL_MGR: Final[int]
    IPV6_FL_A_GET: Final[int]
    IPV6_FL_A_PUT: Final[int]
    IPV6_FL_A_RENEW: Final[int]
    IPV6_FL_F_CREATE: Final[int]
    IPV6_FL_F_EXCL: Final[int]
    IPV6_FL_F_REFLECT: Final[int]
    IPV6_FL_F_REMOTE: Final[int]
    IPV6_FL_S_ANY: Final[int]
    IPV6_FL_S_EXCL: Final[int]
    IPV6_FL_S_NONE: Final[int]
    IPV6_FL_S_PROCESS: Final[int]
    IPV6_FL_S_USER: Final[int]
    IPV6_FREEBIND: Final[int]
    IPV6_HDRINCL: Final[int]
    IPV6_HOPOPTS: Final[int]
    IPV6_IPSEC_POLICY: Final[int]
    IPV6_JOIN_ANYCAST: Final[int]
    IPV6_LEAVE_ANYCAST: Final[int]
    IPV6_MINHOPCOUNT: Final[int]
    IPV6_MIN_MTU: Final[int]
    IPV6_MTU: Final[int]
    IPV6_MTU_DISCOVER: Final[int]
    IPV6_MULTICAST_ALL: Final[int]
    IPV6_NEXTHOP: Final[int]
    IPV6_OPT_ROUTERALERT_MLD: Final[int]
    IPV6_PATHMTU: Final[int]
    IPV6_PMTUDISC_DO: Final[int]
    IPV6_PMTUDISC_DONT: Final[int]
    IPV6_PMTUDISC_INTERFACE: Final[int]
    IPV6_PMTUDISC_OMIT: Final[int]
    IPV6_PMTUDISC_PROBE: Final[int]
    IPV6_PMTUDISC_WANT: Final[int]
    IPV6_PREFER_SRC_CGA: Final[int]
    IPV6_PREFER_SRC_COA: Final[int]
    IPV6_PREFER_SRC_HOME: Final[int]
    IPV6_PREFER_SRC_NONCGA: Final[int]
    IPV6_PREFER_SRC_PUBLIC: Final[int]
    IPV6_PREFER_SRC_PUBTMP_DEFAULT: Final[int]
    IPV6_PREFER_SRC_TMP: Final[int]
    IPV6_PRIORITY_10: Final[int]
    IPV6_PRIORITY_11: Final[int]
    IPV6_PRIORITY_12: Final[int]
    IPV6_PRIORITY_13: Final[int]
    IPV6_PRIORITY_14: Final[int]
    IPV6_PRIORITY_15: Final[int]
    IPV6_PRIORITY_8: Final[int]
    IPV6_PRIORITY_9: Final[int]
    IPV6_PRIORITY_BULK: Final[int]
    IPV6_PRIORITY_CONTROL: Final[int]
    IPV6_PRIORITY_FILLER: Final[int]
    IPV6_PRIORITY_INTERACTIVE: Final[int]
    IPV6_PRIORITY_RESERVED1: Final[int]
    IPV6_PRIORITY_RESERVED2: Final[int]
    IPV6_PRIORITY_UNATTENDED: Final[int]
    IPV6_PRIORITY_UNCHARACTERIZED: Final[int]
    IPV6_RECVDSTOPTS: Final[int]
    IPV6_RECVERR: Final[int]
    IPV6_RECVERR_RFC4884: Final[int]
    IPV6_RECVFRAGSIZE: Final[int]
    IPV6_RECVHOPOPTS: Final[int]
    IPV6_RECVPATHMTU: Final[int]
    IPV6_RECVRTHDR: Final[int]
    IPV6_ROUTER_ALERT: Final[int]
    IPV6_ROUTER_ALERT_ISOLATE: Final[int]
    IPV6_RTHDR: Final[int]
    IPV6_RTHDRDSTOPTS: Final[int]
    IPV6_RTHDR_LOOSE: Final[int]
    IPV6_RTHDR_STRICT: Final[int]
    IPV6_RTHDR_TYPE_0: Final[int]
    IPV6_RXDSTOPTS: Final[int]
    IPV6_RXHOPOPTS: Final[int]
    IPV6_SRCRT_STRICT: Final[int]
    IPV6_SRCRT_TYPE_0: Final[int]
    IPV6_SRCRT_TYPE_2: Final[int]
    IPV6_SRCRT_TYPE_3: Final[int]
    IPV6_SRCRT_TYPE_4: Final[int]
    IPV6_TLV_CALIPSO: Final[int]
    IPV6_TLV_HAO: Final[int]
    IPV6_TLV_IOAM: Final[int]
    IPV6_TLV_JUMBO: Final[int]
    IPV6_TLV_PAD1: Final[int]
    IPV6_TLV_PADN: Final[int]
    IPV6_TLV_ROUTERALERT: Final[int]
    IPV6_TRANSPARENT: Final[int]
    IPV6_UNICAST_IF: Final[int]
    IPV6_XFRM_POLICY: Final[int]
    MCAST_EXCLUDE: Final[int]
    MCAST_INCLUDE: Final[int]
    MCAST_MSFILTER: Final[int]
    INADDR_ALLHOSTS_GROUP: Final[int]
    INADDR_ALLRTRS_GROUP: Final[int]
    INADDR_ALLSNOOPERS_GROUP: Final[int]
    INADDR_DUMMY: Final[int]
    INADDR_MAX_LOCAL_GROUP: Final[int]
    INADDR_UNSPEC_GROUP: Final[int]
    TCP_AO_ADD_KEY: Final[int]
    TCP_AO_DEL_KEY: Final[int]
    TCP_AO_GET_KEYS: Final[int]
    TCP_AO_INFO: Final[int]
    TCP_AO_REPAIR: Final[int]
    TCP_CA_CWR: Final[int]
    TCP_CA_Disorder: Final[int]
    TCP_CA_Loss: Final[int]
    TCP_CA_Open: Final[int]
    TCP_CA_Recovery: Final[int]
    TCP_CC_INFO: Final[int]
    TCP_CLOSE: Final[int]
    TCP_CLOSE_WAIT: Final[int]
    TCP_CLOSING: Final[int]
    TCP_CM_INQ: Final[int]
    TCP_COOKIE_IN_ALWAYS: Final[int]
    TCP_COOKIE_MAX: Final[int]
    TCP_COOKIE_MIN: Final[int]
    TCP_COOKIE_OUT_NEVER: Final[int]
    TCP_COOKIE_PAIR_SIZE: Final[int]
    TCP_COOKIE_TRANSACTIONS: Final[int]
    TCP_CORK: Final[int]
    TCP_DEFER_ACCEPT: Final[int]
    TCP_DELACK_MAX_US: Final[int]
    TCP_ENCAP_ESPINTCP: Final[int]
    TCP_ESTABLISHED: Final[int]
    TCP_FASTOPEN_CONNECT: Final[int]
    TCP_FASTOPEN_KEY: Final[int]
    TCP_FASTOPEN_NO_COOKIE: Final[int]
    TCP_FIN_WAIT1: Final[int]
    TCP_FIN_WAIT2: Final[int]
    TCP_INQ: Final[int]
    TCP_IS_MPTCP: Final[int]
    TCP_LAST_ACK: Final[int]
    TCP_LINGER2: Final[int]
    TCP_LISTEN: Final[int]
    TCP_MAXWIN: Final[int]
    TCP_MAX_WINSHIFT: Final[int]
    TCP_MD5SIG_EXT: Final[int]
    TCP_MD5SIG_FLAG_IFINDEX: Final[int]
    TCP_MD5SIG_FLAG_PREFIX: Final[int]
    TCP_MD5SIG_MAXKEYLEN: Final[int]
    TCP_MSS: Final[int]
    TCP_MSS_DEFAULT: Final[int]
    TCP_MSS_DESIRED: Final[int]
    TCP_NLA_BUSY: Final[int]
    TCP_NLA_BYTES_NOTSENT: Final[int]
    TCP_NLA_BYTES_RETRANS: Final[int]
    TCP_NLA_BYTES_SENT: Final[int]
    TCP_NLA_CA_STATE: Final[int]
    TCP_NLA_DATA_SEGS_OUT: Final[int]
    TCP_NLA_DELIVERED: Final[int]
    TCP_NLA_DELIVERED_CE: Final[int]
    TCP_NLA_DELIVERY_RATE: Final[int]
    TCP_NLA_DELIVERY_RATE_APP_LMT: Final[int]
    TCP_NLA_DSACK_DUPS: Final[int]
    TCP_NLA_EDT: Final[int]
    TCP_NLA_MIN_RTT: Final[int]
    TCP_NLA_PACING_RATE: Final[int]
    TCP_NLA_PAD: Final[int]
    TCP_NLA_RECUR_RETRANS: Final[int]
    TCP_NLA_REORDERING: Final[int]
    TCP_NLA_REORD_SEEN: Final[int]
    TCP_NLA_RWND_LIMITED: Final[int]
    TCP_NLA_SNDBUF_LIMITED: Final[int]
    TCP_NLA_SNDQ_SIZE: Final[int]
    TCP_NLA_SND_CWND: Final[int]
    TCP_NLA_SND_SSTHRESH: Final[int]
    TCP_NLA_SRTT: Final[int]
    TCP_NLA_TIMEOUT_REHASH: Final[int]
    TCP_NLA_TOTAL_RETRANS: Final[int]
    TCP_NLA_TTL: Final[int]
    TCP_NOTSENT_LOWAT: Final[int]
    TCP_NO_QUEUE: Final[int]
    TCP_QUEUES_NR: Final[int]
    TCP_QUEUE_SEQ: Final[int]
    TCP_QUICKACK: Final[int]
    TCP_RECEIVE_ZEROCOPY_FLAG_TLB_CLEAN_HINT: Final[int]
    TCP_RECV_QUEUE: Final[int]
    TCP_REPAIR: Final[int]
    TCP_REPAIR_OFF: Final[int]
    TCP_REPAIR_OFF_NO_WP: Final[int]
    TCP_REPAIR_ON: Final[int]
    TCP_REPAIR_OPTIONS: Final[int]
    TCP_REPAIR_QUEUE: Final[int]
    TCP_REPAIR_WINDOW: Final[int]
    TCP_RTO_MAX_MS: Final[int]
    TCP_RTO_MIN_US: Final[int]
    TCP_SAVED_SYN: Final[int]
    TCP_SAVE_SYN: Final[int]
    TCP_SEND_QUEUE: Final[int]
    TCP_SYNCNT: Final[int]
    TCP_SYN_RECV: Final[int]
    TCP_SYN_SENT: Final[int]
    TCP_S_DATA_IN: Final[int]
    TCP_S_DATA_OUT: Final[int]
    TCP_THIN_DUPACK: Final[int]
    TCP_THIN_LINEAR_TIMEOUTS: Final[int]
    TCP_TIMESTAMP: Final[int]
    TCP_TIME_WAIT: Final[int]
    TCP_TX_DELAY: Final[int]
    TCP_ULP: Final[int]
    TCP_USER_TIMEOUT: Final[int]
    TCP_WINDOW_CLAMP: Final[int]
    TCP_ZEROCOPY_RECEIVE: Final[int]
    MPTCP_FULL_INFO: Final[int]
    MPTCP_INFO: Final[int]
    MPTCP_INFO_FLAG_FALLBACK: Final[int]
    MPTCP_INFO_FLAG_REMOTE_KEY_RECEIVED: Final[int]
    MPTCP_RST_EBADPERF: Final[int]
    MPTCP_RST_EMIDDLEBOX: Final[int]
    MPTCP_RST_EMPTCP: Final[int]
    MPTCP_RST_EPROHIBIT: Final[int]
    MPTCP_RST_ERESOURCE: Final[int]
    MPTCP_RST_EUNSPEC: Final[int]
    MPTCP_RST_EWQ2BIG: Final[int]
    MPTCP_SUBFLOW_ADDRS: Final[int]
    MPTCP_SUBFLOW_FLAG_BKUP_LOC: Final[int]
    MPTCP_SUBFLOW_FLAG_BKUP_REM: Final[int]
    MPTCP_SUBFLOW_FLAG_CONNECTED: Final[int]
    MPTCP_SUBFLOW_FLAG_FULLY_ESTABLISHED: Final[int]
    MPTCP_SUBFLOW_FLAG_JOIN_LOC: Final[int]
    MPTCP_SUBFLOW_FLAG_JOIN_REM: Final[int]
    MPTCP_SUBFLOW_FLAG_MAPVALID: Final[int]
    MPTCP_SUBFLOW_FLAG_MCAP_LOC: Final[int]
    MPTCP_SUBFLOW_FLAG_MCAP_REM: Final[int]
    MPTCP_TCPINFO: Final[int]
    UDP_CORK: Final[int]
    UDP_ENCAP: Final[int]
    UDP_ENCAP_ESPINUDP: Final[int]
    UDP_ENCAP_ESPINUDP_NON_IKE: Final[int]
    UDP_ENCAP_GTP0: Final[int]
    UDP_ENCAP_GTP1U: Final[int]
    UDP_ENCAP_L2TPINUDP: Final[int]
    UDP_ENCAP_RXRPC: Final[int]
    UDP_GRO: Final[int]
    UDP_NO_CHECK6_RX: Final[int]
    UDP_NO_CHECK6_TX: Final[int]
    UDP_SEGMENT: Final[int]
    UDPLITE_RECV_CSCOV: Final[int]
    UDPLITE_SEND_CSCOV: Final[int]
    TLS_1_2_VERSION: Final[int]
    TLS_1_2_VERSION_MAJOR: Final[int]
    TLS_1_2_VERSION_MINOR: Final[int]
    TLS_1_3_VERSION: Final[int]
    TLS_1_3_VERSION_MAJOR: Final[int]
    TLS_1_3_VERSION_MINOR: Final[int]
    TLS_CIPHER_AES_CCM_128: Final[int]
    TLS_CIPHER_AES_CCM_128_IV_SIZE: Final[int]
    TLS_CIPHER_AES_CCM_128_KEY_SIZE: Final[int]
    TLS_CIPHER_AES_CCM_128_REC_SEQ_SIZE: Final[int]
    TLS_CIPHER_AES_CCM_128_SALT_SIZE: Final[int]
    TLS_CIPHER_AES_CCM_128_TAG_SIZE: Final[int]
    TLS_CIPHER_AES_GCM_128: Final[int]
    TLS_CIPHER_AES_GCM_128_IV_SIZE: Final[int]
    TLS_CIPHER_AES_GCM_128_KEY_SIZE: Final[int]
    TLS_CIPHER_AES_GCM_128_REC_SEQ_SIZE: Final[int]
    TLS_CIPHER_AES_GCM_128_SALT_SIZE: Final[int]
    TLS_CIPHER_AES_GCM_128_TAG_SIZE: Final[int]
    TLS_CIPHER_AES_GCM_256: Final[int]
    TLS_CIPHER_AES_GCM_256_IV_SIZE: Final[int]
    TLS_CIPHER_AES_GCM_256_KEY_SIZE: Final[int]
    TLS_CIPHER_AES_GCM_256_REC_SEQ_SIZE: Final[int]
    TLS_CIPHER_AES_GCM_256_SALT_SIZE: Final[int]
    TLS_CIPHER_AES_GCM_256_TAG_SIZE: Final[int]
    TLS_CIPHER_ARIA_GCM_128: Final[int]
    TLS_CIPHER_ARIA_GCM_128_IV_SIZE: Final[int]
    TLS_CIPHER_ARIA_GCM_128_KEY_SIZE: Final[int]
    TLS_CIPHER_ARIA_GCM_128_REC_SEQ_SIZE: Final[int]
    TLS_CIPHER_ARIA_GCM_128_SALT_SIZE: Final[int]
    TLS_CIPHER_ARIA_GCM_128_TAG_SIZE: Final[int]
    TLS_CIPHER_ARIA_GCM_256: Final[int]
    TLS_CIPHER_ARIA_GCM_256_IV_SIZE: Final[int]
    TLS_CIPHER_ARIA_GCM_256_KEY_SIZE: Final[int]
    TLS_CIPHER_ARIA_GCM_256_REC_SEQ_SIZE: Final[int]
    TLS_CIPHER_ARIA_GCM_256_SALT_SIZE: Final[int]
    TLS_CIPHER_ARIA_GCM_256_TAG_SIZE: Final[int]
    TLS_CIPHER_CHACHA20_POLY1305: Final[int]
    TLS_CIPHER_CHACHA20_POLY1305_IV_SIZE: Final[int]
    TLS_CIPHER_CHACHA20_POLY1305_KEY_SIZE: Final[int]
    TLS_CIPHER_CHACHA20_POLY1305_REC_SEQ_SIZE: Final[int]
    TLS_CIPHER_CHACHA20_POLY1305_SALT_SIZE: Final[int]
    TLS_CIPHER_CHACHA20_POLY1305_TAG_SIZE: Final[int]
    TLS_CIPHER_SM4_CCM: Final[int]
    TLS_CIPHER_SM4_CCM_IV_SIZE: Final[int]
    TLS_CIPHER_SM4_CCM_KEY_SIZE: Final[int]
    TLS_CIPHER_SM4_CCM_REC_SEQ_SIZE: Final[int]
    TLS_CIPHER_SM4_CCM_SALT_SIZE: Final[int]
    TLS_CIPHER_SM4_CCM_TAG_SIZE: Final[int]
    TLS_CIPHER_SM4_GCM: Final[int]
    TLS_CIPHER_SM4_GCM_IV_SIZE: Final[int]
    TLS_CIPHER_SM4_GCM_KEY_SIZE: Final[int]
    TLS_CIPHER_SM4_GCM_REC_SEQ_SIZE: Final[int]
    TLS_CIPHER_SM4_GCM_SALT_SIZE: Final[int]
    TLS_CIPHER_SM4_GCM_TAG_SIZE: Final[int]
    TLS_GET_RECORD_TYPE: Final[int]
    TLS_RX: Final[int]
    TLS_RX_EXPECT_NO_PAD: Final[int]
    TLS_SET_RECORD_TYPE: Final[int]
    TLS_TX: Final[int]
    TLS_TX_ZEROCOPY_RO: Final[int]
    NETLINK_ADD_MEMBERSHIP: Final[int]
    NETLINK_AUDIT: Final[int]
    NETLINK_BROADCAST_ERROR: Final[int]
    NETLINK_CAP_ACK: Final[int]
    NETLINK_CONNECTED: Final[int]
    NETLINK_CONNECTOR: Final[int]
    NETLINK_CRYPTO: Final[int]
    NETLINK_DNRTMSG: Final[int]
    NETLINK_DROP_MEMBERSHIP: Final[int]
    NETLINK_ECRYPTFS: Final[int]
    NETLINK_EXT_ACK: Final[int]
    NETLINK_FIB_LOOKUP: Final[int]
    NETLINK_FIREWALL: Final[int]
    NETLINK_GET_STRICT_CHK: Final[int]
    NETLINK_INET_DIAG: Final[int]
    NETLINK_IP6_FW: Final[int]
    NETLINK_ISCSI: Final[int]
    NETLINK_KOBJECT_UEVENT: Final[int]
    NETLINK_LISTEN_ALL_NSID: Final[int]
    NETLINK_LIST_MEMBERSHIPS: Final[int]
    NETLINK_NETFILTER: Final[int]
    NETLINK_NFLOG: Final[int]
    NETLINK_NO_ENOBUFS: Final[int]
    NETLINK_PKTINFO: Final[int]
    NETLINK_RDMA: Final[int]
    NETLINK_ROUTE: Final[int]
    NETLINK_RX_RING: Final[int]
    NETLINK_SCSITRANSPORT: Final[int]
    NETLINK_SELINUX: Final[int]
    NETLINK_SMC: Final[int]
    NETLINK_SOCK_DIAG: Final[int]
    NETLINK_TX_RING: Final[int]
    NETLINK_UNCONNECTED: Final[int]
    NETLINK_UNUSED: Final[int]
    NETLINK_USERSOCK: Final[int]
    NETLINK_XFRM: Final[int]
    RTMGRP_DECnet_IFADDR: Final[int]
    RTMGRP_DECnet_ROUTE: Final[int]
    RTMGRP_IPV4_IFADDR: Final[int]
    RTMGRP_IPV4_MROUTE: Final[int]
    RTMGRP_IPV4_ROUTE: Final[int]
    RTMGRP_IPV4_RULE: Final[int]
    RTMGRP_IPV6_IFADDR: Final[int]
    RTMGRP_IPV6_IFINFO: Final[int]
    RTMGRP_IPV6_MROUTE: Final[int]
    RTMGRP_IPV6_PREFIX: Final[int]
    RTMGRP_IPV6_ROUTE: Final[int]
    RTMGRP_LINK: Final[int]
    RTMGRP_NEIGH: Final[int]
    RTMGRP_NOTIFY: Final[int]
    RTMGRP_TC: Final[int]
    RTNLGRP_BRVLAN: Final[int]
    RTNLGRP_DCB: Final[int]
    RTNLGRP_DECnet_IFADDR: Final[int]
    RTNLGRP_DECnet_ROUTE: Final[int]
    RTNLGRP_DECnet_RULE: Final[int]
    RTNLGRP_IPV4_IFADDR: Final[int]
    RTNLGRP_IPV4_MROUTE: Final[int]
    RTNLGRP_IPV4_MROUTE_R: Final[int]
    RTNLGRP_IPV4_NETCONF: Final[int]
    RTNLGRP_IPV4_ROUTE: Final[int]
    RTNLGRP_IPV4_RULE: Final[int]
    RTNLGRP_IPV6_IFADDR: Final[int]
    RTNLGRP_IPV6_IFINFO: Final[int]
    RTNLGRP_IPV6_MROUTE: Final[int]
    RTNLGRP_IPV6_MROUTE_R: Final[int]
    RTNLGRP_IPV6_NETCONF: Final[int]
    RTNLGRP_IPV6_PREFIX: Final[int]
    RTNLGRP_IPV6_ROUTE: Final[int]
    RTNLGRP_IPV6_RULE: Final[int]
    RTNLGRP_LINK: Final[int]
    RTNLGRP_MCTP_IFADDR: Final[int]
    RTNLGRP_MDB: Final[int]
    RTNLGRP_MPLS_NETCONF: Final[int]
    RTNLGRP_MPLS_ROUTE: Final[int]
    RTNLGRP_ND_USEROPT: Final[int]
    RTNLGRP_NEIGH: Final[int]
    RTNLGRP_NEXTHOP: Final[int]
    RTNLGRP_NONE: Final[int]
    RTNLGRP_NOP2: Final[int]
    RTNLGRP_NOP4: Final[int]
    RTNLGRP_NOTIFY: Final[int]
    RTNLGRP_NSID: Final[int]
    RTNLGRP_PHONET_IFADDR: Final[int]
    RTNLGRP_PHONET_ROUTE: Final[int]
    RTNLGRP_STATS: Final[int]
    RTNLGRP_TC: Final[int]
    RTNLGRP_TUNNEL: Final[int]
    VMADDR_CID_LOCAL: Final[int]
    VMADDR_FLAG_TO_HOST: Final[int]
    PACKET_ADD_MEMBERSHIP: Final[int]
    PACKET_AUXDATA: Final[int]
    PACKET_BROADCAST: Final[int]
    PACKET_COPY_THRESH: Final[int]
    PACKET_DROP_MEMBERSHIP: Final[int]
    PACKET_FANOUT: Final[int]
    PACKET_FANOUT_CBPF: Final[int]
    PACKET_FANOUT_CPU: Final[int]
    PACKET_FANOUT_DATA: Final[int]
    PACKET_FANOUT_EBPF: Final[int]
    PACKET_FANOUT_FLAG_DEFRAG: Final[int]
    PACKET_FANOUT_FLAG_IGNORE_OUTGOING: Final[int]
    PACKET_FANOUT_FLAG_ROLLOVER: Final[int]
    PACKET_FANOUT_FLAG_UNIQUEID: Final[int]
    PACKET_FANOUT_HASH: Final[int]
    PACKET_FANOUT_LB: Final[int]
    PACKET_FANOUT_QM: Final[int]
    PACKET_FANOUT_RND: Final[int]
    PACKET_FANOUT_ROLLOVER: Final[int]
    PACKET_FASTROUTE: Final[int]
    PACKET_HDRLEN: Final[int]
    PACKET_HOST: Final[int]
    PACKET_IGNORE_OUTGOING: Final[int]
    PACKET_KERNEL: Final[int]
    PACKET_LOOPBACK: Final[int]
    PACKET_LOSS: Final[int]
    PACKET_MR_ALLMULTI: Final[int]
    PACKET_MR_MULTICAST: Final[int]
    PACKET_MR_PROMISC: Final[int]
    PACKET_MR_UNICAST: Final[int]
    PACKET_MULTICAST: Final[int]
    PACKET_ORIGDEV: Final[int]
    PACKET_OTHERHOST: Final[int]
    PACKET_OUTGOING: Final[int]
    PACKET_QDISC_BYPASS: Final[int]
    PACKET_RECV_OUTPUT: Final[int]
    PACKET_RESERVE: Final[int]
    PACKET_ROLLOVER_STATS: Final[int]
    PACKET_RX_RING: Final[int]
    PACKET_STATISTICS: Final[int]
    PACKET_TIMESTAMP: Final[int]
    PACKET_TX_HAS_OFF: Final[int]
    PACKET_TX_RING: Final[int]
    PACKET_TX_TIMESTAMP: Final[int]
    PACKET_USER: Final[int]
    PACKET_VERSION: Final[int]
    PACKET_VNET_HDR: Final[int]
    PACKET_VNET_HDR_SZ: Final[int]
    TPACKET_V1: Final[int]
    TPACKET_V2: Final[int]
    TPACKET_V3: Final[int]
    IFF_ATTACH_QUEUE: Final[int]
    IFF_AUTOMEDIA: Final[int]
    IFF_DETACH_QUEUE: Final[int]
    IFF_DORMANT: Final[int]
    IFF_DYNAMIC: Final[int]
    IFF_ECHO: Final[int]
    IFF_LOWER_UP: Final[int]
    IFF_MASTER: Final[int]
    IFF_MULTI_QUEUE: Final[int]
    IFF_NAPI: Final[int]
    IFF_NAPI_FRAGS: Final[int]
    IFF_NOFILTER: Final[int]
    IFF_NO_CARRIER: Final[int]
    IFF_NO_PI: Final[int]
    IFF_ONE_QUEUE: Final[int]
    IFF_PERSIST: Final[int]
    IFF_PORTSEL: Final[int]
    IFF_SLAVE: Final[int]
    IFF_TAP: Final[int]
    IFF_TUN: Final[int]
    IFF_TUN_EXCL: Final[int]
    IFF_VNET_HDR: Final[int]
    IFF_VOLATILE: Final[int]
    AI_CANONIDN: Final[int]
    AI_IDN: Final[int]
    AI_IDN_ALLOW_UNASSIGNED: Final[int]
    AI_IDN_USE_STD3_ASCII_RULES: Final[int]
    NI_IDN: Final[int]
    NI_IDN_ALLOW_UNASSIGNED: Final[int]
    NI_IDN_USE_STD3_ASCII_RULES: Final[int]
    EADV: Final[int]
    EBADE: Final[int]
    EBADFD: Final[int]
    EBADR: Final[int]
    EBADRQC: Final[int]
    EBADSLT: Final[int]
    EBFONT: Final[int]
    ECHRNG: Final[int]
    ECOMM: Final[int]
    EDEADLOCK: Final[int]
    EDOTDOT: Final[int]
    EHWPOISON: Final[int]
    EISNAM: Final[int]
    EKEYEXPIRED: Final[int]
    EKEYREJECTED: Final[int]
    EKEYREVOKED: Final[int]
    EL2HLT: Final[int]
    EL2NSYNC: Final[int]
    EL3HLT: Final[int]
    EL3RST: Final[int]
    ELIBACC: Final[int]
    ELIBBAD: Final[int]
    ELIBEXEC: Final[int]
    ELIBMAX: Final[int]
    ELIBSCN: Final[int]
    ELNRNG: Final[int]
    ENAVAIL: Final[int]
    ENOANO: Final[int]
    ENOCSI: Final[int]
    ENOKEY: Final[int]
    ENONET: Final[int]
    ENOPKG: Final[int]
    ENOTNAM: Final[int]
    ENOTUNIQ: Final[int]
    EREMCHG: Final[int]
    EREMOTEIO: Final[int]
    ERESTART: Final[int]
    ERFKILL: Final[int]
    ESRMNT: Final[int]
    ESTRPIPE: Final[int]
    ETH_P_1588: Final[int]
    ETH_P_8021AD: Final[int]
    ETH_P_8021AH: Final[int]
    ETH_P_8021Q: Final[int]
    ETH_P_80221: Final[int]
    ETH_P_802_2: Final[int]
    ETH_P_802_3: Final[int]
    ETH_P_802_3_MIN: Final[int]
    ETH_P_802_EX1: Final[int]
    ETH_P_AARP: Final[int]
    ETH_P_AF_IUCV: Final[int]
    ETH_P_ALL: Final[int]
    ETH_P_AOE: Final[int]
    ETH_P_ARCNET: Final[int]
    ETH_P_ARP: Final[int]
    ETH_P_ATALK: Final[int]
    ETH_P_ATMFATE: Final[int]
    ETH_P_ATMMPOA: Final[int]
    ETH_P_AX25: Final[int]
    ETH_P_BATMAN: Final[int]
    ETH_P_BPQ: Final[int]
    ETH_P_CAIF: Final[int]
    ETH_P_CAN: Final[int]
    ETH_P_CANFD: Final[int]
    ETH_P_CANXL: Final[int]
    ETH_P_CFM: Final[int]
    ETH_P_CONTROL: Final[int]
    ETH_P_CUST: Final[int]
    ETH_P_DDCMP: Final[int]
    ETH_P_DEC: Final[int]
    ETH_P_DIAG: Final[int]
    ETH_P_DNA_DL: Final[int]
    ETH_P_DNA_RC: Final[int]
    ETH_P_DNA_RT: Final[int]
    ETH_P_DSA: Final[int]
    ETH_P_DSA_8021Q: Final[int]
    ETH_P_DSA_A5PSW: Final[int]
    ETH_P_ECONET: Final[int]
    ETH_P_EDSA: Final[int]
    ETH_P_ERSPAN: Final[int]
    ETH_P_ERSPAN2: Final[int]
    ETH_P_ETHERCAT: Final[int]
    ETH_P_FCOE: Final[int]
    ETH_P_FIP: Final[int]
    ETH_P_HDLC: Final[int]
    ETH_P_HSR: Final[int]
    ETH_P_IBOE: Final[int]
    ETH_P_IEEE802154: Final[int]
    ETH_P_IEEEPUP: Final[int]
    ETH_P_IEEEPUPAT: Final[int]
    ETH_P_IFE: Final[int]
    ETH_P_IP: Final[int]
    ETH_P_IPV6: Final[int]
    ETH_P_IPX: Final[int]
    ETH_P_IRDA: Final[int]
    ETH_P_LAT: Final[int]
    ETH_P_LINK_CTL: Final[int]
    ETH_P_LLDP: Final[int]
    ETH_P_LOCALTALK: Final[int]
    ETH_P_LOOP: Final[int]
    ETH_P_LOOPBACK: Final[int]
    ETH_P_MACSEC: Final[int]
    ETH_P_MAP: Final[int]
    ETH_P_MCTP: Final[int]
    ETH_P_MOBITEX: Final[int]
    ETH_P_MPLS_MC: Final[int]
    ETH_P_MPLS_UC: Final[int]
    ETH_P_MRP: Final[int]
    ETH_P_MVRP: Final[int]
    ETH_P_NCSI: Final[int]
    ETH_P_NSH: Final[int]
    ETH_P_PAE: Final[int]
    ETH_P_PAUSE: Final[int]
    ETH_P_PHONET: Final[int]
    ETH_P_PPPTALK: Final[int]
    ETH_P_PPP_DISC: Final[int]
    ETH_P_PPP_MP: Final[int]
    ETH_P_PPP_SES: Final[int]
    ETH_P_PREAUTH: Final[int]
    ETH_P_PROFINET: Final[int]
    ETH_P_PRP: Final[int]
    ETH_P_PUP: Final[int]
    ETH_P_PUPAT: Final[int]
    ETH_P_QINQ1: Final[int]
    ETH_P_QINQ2: Final[int]
    ETH_P_QINQ3: Final[int]
    ETH_P_RARP: Final[int]
    ETH_P_REALTEK: Final[int]
    ETH_P_SCA: Final[int]
    ETH_P_SLOW: Final[int]
    ETH_P_SNAP: Final[int]
    ETH_P_TDLS: Final[int]
    ETH_P_TEB: Final[int]
    ETH_P_TIPC: Final[int]
    ETH_P_TRAILER: Final[int]
    ETH_P_TR_802_2: Final[int]
    ETH_P_TSN: Final[int]
    ETH_P_WAN_PPP: Final[int]
    ETH_P_WCCP: Final[int]
    ETH_P_X25: Final[int]
    ETH_P_XDSA: Final[int]
    EUCLEAN: Final[int]
    EUNATCH: Final[int]
    EXFULL: Final[int]
    EAI_ADDRFAMILY: Final[int]
    EAI_ALLDONE: Final[int]
    EAI_CANCELED: Final[int]
    EAI_IDN_ENCODE: Final[int]
    EAI_INPROGRESS: Final[int]
    EAI_INTR: Final[int]
    EAI_NOTCANCELED: Final[int]
    POLLMSG: Final[int]
    POLLREMOVE: Final[int]
    EPOLLERR: Final[int]
    EPOLLET: Final[int]
    EPOLLEXCLUSIVE: Final[int]
    EPOLLHUP: Final[int]
    EPOLLIN: Final[int]
    EPOLLMSG: Final[int]
    EPOLLNVAL: Final[int]
    EPOLLONESHOT: Final[int]
    EPOLLOUT: Final[int]
    EPOLLPRI: Final[int]
    EPOLLRDBAND: Final[int]
    EPOLLRDHUP: Final[int]
    EPOLLRDNORM: Final[int]
    EPOLLWAKEUP: Final[int]
    EPOLLWRBAND: Final[int]
    EPOLLWRNORM: Final[int]
    EPOLL_CLOEXEC: Final[int]
    EPOLL_CTL_ADD: Final[int]
    EPOLL_CTL_DEL: Final[int]
    EPOLL_CTL_MOD: Final[int]
    EPOLL_URING_WAKE: Final[int]

if sys.platform.startswith("freebsd") or sys.platform.startswith("openbsd"):
    SO_SPLICE: Final[int]
    IFF_STATICARP: Final[int]

if (
    sys.platform.startswith("freebsd")
    or sys.platform.startswith("netbsd")
    or sys.platform.startswith("openbsd")
):
    IPPROTO_CARP: Final[int]
    IPPROTO_MOBILE: Final[int]
    IPPROTO_PFSYNC: Final[int]
    IP_SENDSRCADDR: Final[int]

if sys.platform.startswith("freebsd") or sys.platform.startswith("netbsd"):
    AF_ARP: Final[int]
    MSG_NBIO: Final[int]
    SO_ACCEPTFILTER: Final[int]
    LOCAL_CONNWAIT: Final[int]
    LOCAL_CREDS: Final[int]
    TCP_KEEPINIT: Final[int]

if sys.platform.startswith("freebsd"):
    AF_ATM: Final[int]
    AF_INET6_SDP: Final[int]
    AF_INET_SDP: Final[int]
    AF_NETGRAPH: Final[int]
    AF_SCLUSTER: Final[int]
    AF_SLOW: Final[int]
    IPPROTO_HIP: Final[int]
    IPPROTO_OLD_DIVERT: Final[int]
    IPPROTO_SEND: Final[int]
    IPPROTO_SHIM6: Final[int]
    IPPROTO_SKIP: Final[int]
    IPPROTO_TLSP: Final[int]
    MSG_COMPAT: Final[int]
    SCM_BINTIME: Final[int]
    SCM_CREDS2: Final[int]
    SCM_MONOTONIC: Final[int]
    SCM_REALTIME: Final[int]
    SCM_TIME_INFO: Final[int]
    SO_BINTIME: Final[int]
    SO_LISTENINCQLEN: Final[int]
    SO_LISTENQLEN: Final[int]
    SO_LISTENQLIMIT: Final[int]
    SO_NO_DDP: Final[int]
    SO_NO_OFFLOAD: Final[int]
    SO_PROTOTYPE: Final[int]
    SO_RERROR: Final[int]
    SO_REUSEPORT_LB: Final[int]
    SO_SETFIB: Final[int]
    SO_TS_BINTIME: Final[int]
    SO_TS_CLOCK: Final[int]
    SO_TS_CLOCK_MAX: Final[int]
    SO_TS_DEFAULT: Final[int]
    SO_TS_MONOTONIC: Final[int]
    SO_TS_REALTIME: Final[int]
    SO_TS_REALTIME_MICRO: Final[int]
    SO_USER_COOKIE: Final[int]
    SO_VENDOR: Final[int]
    LOCAL_CREDS_PERSISTENT: Final[int]
    LOCAL_VENDOR: Final[int]
    IP_BINDANY: Final[int]
    IP_BINDMULTI: Final[int]
    IP_RSS_LISTEN_BUCKET: Final[int]
    IPV6_BINDANY: Final[int]
    TCP_CCALGOOPT: Final[int]
    TCP_DELACK: Final[int]
    TCP_FASTOPEN_PSK_LEN: Final[int]
    TCP_FIN_IS_RST: Final[int]
    TCP_FUNCTION_ALIAS: Final[int]
    TCP_FUNCTION_BLK: Final[int]
    TCP_FUNCTION_NAME_LEN_MAX: Final[int]
    TCP_IDLE_REDUCE: Final[int]
    TCP_LOG_LIMIT: Final[int]
    TCP_LRD: Final[int]
    TCP_MAXUNACKTIME: Final[int]
    TCP_PERF_INFO: Final[int]
    TCP_PROC_ACCOUNTING: Final[int]
    TCP_REMOTE_UDP_ENCAPS_PORT: Final[int]
    TCP_REUSPORT_LB_NUMA: Final[int]
    TCP_SHARED_CWND_ALLOWED: Final[int]
    TCP_USE_CMP_ACKS: Final[int]
    IFF_CANTCONFIG: Final[int]
    IFF_DYING: Final[int]
    IFF_MONITOR: Final[int]
    IFF_PPROMISC: Final[int]
    IFF_RENAMING: Final[int]
    ECAPMODE: Final[int]
    EDOOFUS: Final[int]
    EINTEGRITY: Final[int]
    POLLINIGNEOF: Final[int]
    POLLSTANDARD: Final[int]
