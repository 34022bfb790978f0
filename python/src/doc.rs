//! The texts of Python's `help`. Rendered by the crate llsocket-reference: ./dev docs.

macro_rules! doc {
    (AddrInfo) => {
        "An address, and the kind of socket that it is for.

Two of them are equal if their address, port, zone, path and interface are
equal. The kind of socket and the flow information of IPv6 are not compared.
A list of them can be given in place of one, and stands for its first
element."
    };
    (Socket) => {
        "A socket: a descriptor, what kind of socket it is, and the address that it
was made for.

On a closed socket every call that needs the descriptor fails with EBADF. A
socket is closed when it is collected."
    };
    (llsocket::pton) => {
        "pton(family, text)
--

Converts a numeric address to bytes, in network byte order.

inet_pton(3); `family` is AF_INET or AF_INET6. EINVAL for any other text,
EAFNOSUPPORT for any other family.

Args:
    family: int.
    text: str.

Returns:
    (addr, err): bytes, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (llsocket::ntop) => {
        "ntop(family, bytes)
--

Converts the bytes of an address, in network byte order, to text.

inet_ntop(3); `family` is AF_INET or AF_INET6. EINVAL for bytes of another
length, EAFNOSUPPORT for any other family.

Args:
    family: int.
    bytes: bytes-like object.

Returns:
    (text, err): str, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (llsocket::htons) => {
        "htons(number)
--

Converts a 16-bit number between host and network byte order.

htons(3), ntohs(3).

Args:
    number: int.

Returns:
    number: int."
    };
    (llsocket::htonl) => {
        "htonl(number)
--

Converts a 32-bit number between host and network byte order.

htonl(3), ntohl(3).

Args:
    number: int.

Returns:
    number: int."
    };
    (llsocket::ntohs) => {
        "ntohs(number)
--

Converts a 16-bit number between host and network byte order.

htons(3), ntohs(3).

Args:
    number: int.

Returns:
    number: int."
    };
    (llsocket::ntohl) => {
        "ntohl(number)
--

Converts a 32-bit number between host and network byte order.

htonl(3), ntohl(3).

Args:
    number: int.

Returns:
    number: int."
    };
    (llsocket::strerror) => {
        "strerror(errno)
--

Returns the description of an errno, in the C locale.

strerror(3).

Args:
    errno: int.

Returns:
    text: str."
    };
    (llsocket::gaistrerror) => {
        "gaistrerror(code)
--

Returns the description of an `EAI_*` number, in the C locale.

gai_strerror(3).

Args:
    code: int.

Returns:
    text: str."
    };
    (llsocket::errname) => {
        "errname(number)
--

Returns the name of an errno, such as `ECONNREFUSED`, or of a resolver's
error, such as `EAI_NONAME`.

errno(3), gai_strerror(3). Of a number with two names it is the usual one:
`EAGAIN`, `EOPNOTSUPP`, `EDEADLK`. Where the system has an errno and a
resolver's error of the same number, it is the errno.

Args:
    number: int.

Returns:
    name: str | None."
    };
    (llsocket::getservbyname) => {
        "getservbyname(name, protocol=None)
--

Finds the port of a service.

services(5), by getaddrinfo(3), which any thread may call; `protocol` is
`tcp` (the default) or `udp`. EAI_SERVICE for an unknown name.

Args:
    name: str.
    protocol: str; optional.

Returns:
    (port, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (llsocket::getservbyport) => {
        "getservbyport(port, protocol=None)
--

Finds the service of a port.

services(5), by getnameinfo(3), which any thread may call; `protocol` is
`tcp` (the default) or `udp`. EAI_SERVICE for a port without a name.

Args:
    port: int.
    protocol: str; optional.

Returns:
    (name, err): str, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (llsocket::getprotobyname) => {
        "getprotobyname(name)
--

Finds the number of a protocol of IP, by its name in protocols(5): `tcp`,
`udp`, `icmp` ...

The names are those of the `IPPROTO_*` constants; the file itself is not
read. ENOENT for any other.

Args:
    name: str.

Returns:
    (number, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (llsocket::gethostname) => {
        "gethostname()
--

Returns the name of this host.

gethostname(2).

Returns:
    (name, err): str, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (llsocket::must) => {
        "must(*results)
--

Returns the value of the results of a call, of any shape, or raises the
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
    value: object."
    };
    (inet::getaddrinfo) => {
        "getaddrinfo(host=None, port=None, socktype=0, protocol=0, *more, flags=0)
--

Finds the addresses of a host and a service.

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
        failed. The error is returned, not raised."
    };
    (inet::getaddrinfo6) => {
        "getaddrinfo6(host=None, port=None, socktype=0, protocol=0, *more, flags=0)
--

Finds the addresses of a host and a service.

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
        failed. The error is returned, not raised."
    };
    (inet::connect) => {
        "connect(host, port, sec=None, localai=None)
--

Connects to a TCP service by the name of its host.

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
        is returned, not raised."
    };
    (inet::listen) => {
        "listen(host, port, backlog=None, reuseport=False)
--

Opens a TCP socket that listens at an address of a host, with SO_REUSEADDR.

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
        error is returned, not raised."
    };
    (unix::getaddrinfo) => {
        "getaddrinfo(path, socktype=0, protocol=0, *more, flags=0)
--

Makes the unix address of `path`: empty is unnamed, a leading NUL makes an
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
        failed. The error is returned, not raised."
    };
    (unix::connect) => {
        "connect(path, socktype=None, sec=None)
--

Opens a unix socket that is connected to the socket at `path`.

socket(2), connect(2), unix(7). `path` may be an abstract name (`\"\\0name\"`,
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
        error is returned, not raised."
    };
    (unix::listen) => {
        "listen(path, socktype=None, backlog=None, mode=None)
--

Opens a unix socket that listens at `path`; a file that a socket has left
there is replaced.

socket(2), bind(2), listen(2), unix(7). `path` may be an abstract name
(`\"\\0name\"`, Linux). `socktype` is `SOCK_*`, by default SOCK_STREAM; a
SOCK_DGRAM socket is bound, and receives. `backlog` is at least 1, by
default SOMAXCONN. `mode` is the permissions of the file, 0 to 0o777 (in Lua
`tonumber(\"660\", 8)`), whatever umask(2) is; the file never has more.
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
        error is returned, not raised."
    };
    (addrinfo::getaddrinfo) => {
        "getaddrinfo(host=None, port=None, family=0, socktype=0, protocol=0, *more, flags=0)
--

Finds the addresses of a host and a service.

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
        failed. The error is returned, not raised."
    };
    (addrinfo::inet) => {
        "inet(addr, port, socktype=0, protocol=0)
--

Makes the address of an IPv4 endpoint from a numeric address and a port.

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
        error is returned, not raised."
    };
    (addrinfo::inet6) => {
        "inet6(addr, port, socktype=0, protocol=0)
--

Makes the address of an IPv6 endpoint from a numeric address and a port.

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
        error is returned, not raised."
    };
    (addrinfo::unix) => {
        "unix(path, socktype=0, protocol=0)
--

Makes the unix address of `path`: empty is unnamed, a leading NUL makes an
abstract name.

unix(7); `socktype` is `SOCK_*`. ENAMETOOLONG above env.unixpath_max bytes;
EINVAL for a path with a NUL inside.

Args:
    path: str, bytes or path-like object.
    socktype: int; 0 by default.
    protocol: int; 0 by default.

Returns:
    (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (addrinfo::netlink) => {
        "netlink(pid, groups, socktype=0, protocol=0)
--

Makes the netlink address of the port `pid` and the group mask `groups`,
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
        error is returned, not raised."
    };
    (addrinfo::vsock) => {
        "vsock(cid, port, socktype=0, protocol=0)
--

Makes the address of `port` of the virtual machine or host `cid`
(`VMADDR_CID_*`).

vsock(7). EAFNOSUPPORT on systems without vsock.

Args:
    cid: int.
    port: int.
    socktype: int; 0 by default.
    protocol: int; 0 by default.

Returns:
    (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (addrinfo::packet) => {
        "packet(interface, ethertype, socktype=0, addr=None)
--

Makes the packet address of an interface, `\"\"` for all, and an `ETH_P_*`
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
        error is returned, not raised."
    };
    (addrinfo::raw) => {
        "raw(bytes, socktype=0, protocol=0)
--

Makes an address of any family from the bytes of its `sockaddr`.

The first two bytes contain the family, as on this system. EINVAL for too
many bytes.

Args:
    bytes: bytes-like object.
    socktype: int; 0 by default.
    protocol: int; 0 by default.

Returns:
    (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (AddrInfo::family) => {
        "family($self)
--

The address family, `AF_*`; AF_UNSPEC for an address too short to say one.

Returns:
    family: int."
    };
    (AddrInfo::socktype) => {
        "socktype($self)
--

The type of socket that it is for, `SOCK_*`; 0 for any.

Returns:
    socktype: int."
    };
    (AddrInfo::protocol) => {
        "protocol($self)
--

The protocol of the socket that it is for, `IPPROTO_*`; 0 for any.

Returns:
    protocol: int."
    };
    (AddrInfo::canonname) => {
        "canonname($self)
--

The host's canonical name, where AI_CANONNAME asked for it; the first
address of a list has it.

Returns:
    name: str | None."
    };
    (AddrInfo::addr) => {
        "addr($self)
--

The address as text: numeric for IP, the path (or `\\0name`) for unix, the
hardware address for a packet socket or a link, the groups for netlink, the
machine for vsock; empty for other families.

The zone of an IPv6 address follows a `%`, as the interface's name, or as
its index if the interface no longer exists. The same address can be made
from text and port.

Returns:
    addr: str."
    };
    (AddrInfo::port) => {
        "port($self)
--

The port, where the family has one: of IP and vsock the port, of netlink the
port's pid.

Returns:
    port: int | None."
    };
    (AddrInfo::scopeid) => {
        "scopeid($self)
--

The scope of an IPv6 address: the index of an interface, or 0.

Returns:
    scopeid: int | None."
    };
    (AddrInfo::flowinfo) => {
        "flowinfo($self)
--

The traffic class and flow label of an IPv6 address.

Returns:
    flowinfo: int | None."
    };
    (AddrInfo::ifindex) => {
        "ifindex($self)
--

The index of the interface in the address of a packet socket, or of a link;
0 for all.

Returns:
    index: int | None."
    };
    (AddrInfo::ethertype) => {
        "ethertype($self)
--

The `ETH_P_*` protocol in the address of a packet socket.

packet(7), `sll_protocol`, in the byte order of the host.

Returns:
    ethertype: int | None."
    };
    (AddrInfo::pkttype) => {
        "pkttype($self)
--

The direction of a packet in the address that was received with it:
`PACKET_HOST`, `PACKET_OUTGOING` and so on.

packet(7), `sll_pkttype`.

Returns:
    pkttype: int | None."
    };
    (AddrInfo::ipv4mapped) => {
        "ipv4mapped($self)
--

The IPv4 address in an IPv6 address of the form `::ffff:a.b.c.d`, with its
port and kind of socket; none in any other address.

RFC 4291, section 2.5.5.2. An IPv6 socket that is not v6only has IPv4 peers
with such addresses.

Returns:
    ai: AddrInfo | None."
    };
    (AddrInfo::raw) => {
        "raw($self)
--

The bytes of the `sockaddr`, as long as it is.

Returns:
    bytes: bytes."
    };
    (AddrInfo::nameinfo) => {
        "nameinfo($self, *more, flags=0)
--

Finds the names of the address.

getnameinfo(3); `flags` are `NI_*`. The host of a unix address is
`localhost`, its service is its path. Errors are `EAI_*`: EAI_NONAME if
NI_NAMEREQD finds no name, EAI_FAMILY for a family without names.

Args:
    *more: int; any number of them, by position.
    flags: int; the flags together, by name.

Returns:
    (ni, err): dict (host, serv), None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (AddrInfo::getnameinfo) => {
        "getnameinfo($self, *more, flags=0)
--

Finds the names of the address.

getnameinfo(3); `flags` are `NI_*`. The host of a unix address is
`localhost`, its service is its path. Errors are `EAI_*`: EAI_NONAME if
NI_NAMEREQD finds no name, EAI_FAMILY for a family without names.

The same function as nameinfo.

Args:
    *more: int; any number of them, by position.
    flags: int; the flags together, by name.

Returns:
    (ni, err): dict (host, serv), None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (AddrInfo::__repr__) => {
        "How an interpreter shows it: family, type, protocol, and the address."
    };
    (AddrInfo::__eq__) => {
        "Tells whether both are addrinfo and their addresses are equal."
    };
    (AddrInfo::__ne__) => {
        "Returns whether one is not an addrinfo or their addresses are different."
    };
    (AddrInfo::__hash__) => {
        "Returns the same number for equal addresses, so that they can be keys."
    };
    (socket::new) => {
        "new(ai, nonblock=False)
--

Opens a socket of the kind that an addrinfo describes; it is close-on-exec.

socket(2). The addrinfo is also the default address of bind and connect; its
type 0 stands for SOCK_STREAM. With `nonblock`, calls that would block
return `again`.

Args:
    ai: AddrInfo, or a sequence of them.
    nonblock: bool; False by default.

Returns:
    (sock, err): Socket, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (socket::open) => {
        "open(family, socktype, protocol=0, nonblock=False)
--

Opens a socket of a family, a type and a protocol; it is close-on-exec.

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
        error is returned, not raised."
    };
    (socket::pair) => {
        "pair(socktype, nonblock=False, protocol=0)
--

Opens two unix sockets that are connected to each other.

socketpair(2); `socktype` is `SOCK_STREAM`, `SOCK_DGRAM` or
`SOCK_SEQPACKET`.

Args:
    socktype: int.
    nonblock: bool; False by default.
    protocol: int; 0 by default.

Returns:
    (socks, err): list[Socket], None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (socket::wrap) => {
        "wrap(fd, nonblock=None)
--

Makes a socket from a descriptor, and queries its kind.

The descriptor becomes close-on-exec; `nonblock` sets O_NONBLOCK, by default
it does not change. ENOTSOCK for a descriptor that is not a socket, EBADF
for a number that is not a descriptor; the caller then still owns it.

Args:
    fd: int.
    nonblock: bool; optional.

Returns:
    (sock, err): Socket, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (socket::listenfds) => {
        "listenfds()
--

Returns the sockets that a service manager passed to this process, with
their names.

sd_listen_fds_with_names(3): LISTEN_PID must be this process's id;
LISTEN_FDS is the number of descriptors, LISTEN_FDNAMES their names. The
three variables are removed from the environment, so that child processes do
not use them; further calls return an empty list. All descriptors become
close-on-exec; those that are not sockets are not changed otherwise. Call
this before threads are started that read or change the environment.

Returns:
    (list, err): list of dict (socket, name), None; or None, an OSError if
        the call failed. The error is returned, not raised."
    };
    (socket::shutdown) => {
        "shutdown(fd, flag=None)
--

Shuts down a part of the connection of `fd`: `SHUT_RD`, `SHUT_WR`, or by
default `SHUT_RDWR`.

shutdown(2). ENOTCONN if there is no connection, ENOTSOCK for a descriptor
that is not a socket.

Args:
    fd: int.
    flag: int; optional.

Returns:
    err: None, or an OSError if the call failed. The error is returned, not
        raised."
    };
    (socket::close) => {
        "close(fd, flag=None)
--

Closes `fd`; with a `SHUT_*` flag, shuts the connection down first.

close(2). The descriptor is closed even if an error is returned; it is not
an error if there is no connection. EBADF for a number that is not a
descriptor.

Args:
    fd: int.
    flag: int; optional.

Returns:
    err: None, or an OSError if the call failed. The error is returned, not
        raised."
    };
    (Socket::dup) => {
        "dup($self, ai=None)
--

Duplicates the descriptor of the socket; it is close-on-exec.

fcntl(2), `F_DUPFD_CLOEXEC`. Both share the connection and its options. An
addrinfo, if given, is the default address of bind and connect of the second
one.

Args:
    ai: AddrInfo, or a sequence of them; optional.

Returns:
    (sock, err): Socket, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::unwrap) => {
        "unwrap($self)
--

Releases the descriptor without closing it: the caller owns it, and this
socket is closed.

EBADF if it is closed already. While other threads are inside a call of the
socket (Python), the caller gets a duplicate, because the number itself
stays in use until they have returned.

Returns:
    (fd, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::shutdown) => {
        "shutdown($self, flag=None)
--

Shuts down a part of the connection: `SHUT_RD`, `SHUT_WR`, or by default
`SHUT_RDWR`.

shutdown(2). ENOTCONN if there is no connection.

Args:
    flag: int; optional.

Returns:
    err: None, or an OSError if the call failed. The error is returned, not
        raised."
    };
    (Socket::close) => {
        "close($self, flag=None)
--

Closes the socket; with a `SHUT_*` flag, shuts the connection down first.

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
        raised."
    };
    (Socket::fd) => {
        "fd($self)
--

The descriptor, or -1 when closed.

Returns:
    fd: int."
    };
    (Socket::family) => {
        "family($self)
--

The address family, `AF_*`.

Returns:
    family: int."
    };
    (Socket::socktype) => {
        "socktype($self)
--

The socket's type, `SOCK_*`.

Returns:
    socktype: int."
    };
    (Socket::protocol) => {
        "protocol($self)
--

The protocol, `IPPROTO_*`; 0 for the type's usual one.

Returns:
    protocol: int."
    };
    (Socket::cloexec) => {
        "cloexec($self, enable=...)
--

Closes the descriptor when a program is executed in this process
(`FD_CLOEXEC`).

ioctl(2), `FIOCLEX`; fcntl(2), `F_GETFD`.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::nonblock) => {
        "nonblock($self, enable=...)
--

Makes calls that would block return `again` (`O_NONBLOCK`).

ioctl(2), `FIONBIO`; fcntl(2), `F_GETFL`. The flag belongs to all
descriptors of the socket.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::atmark) => {
        "atmark($self)
--

Returns whether the next byte to be received follows the urgent mark.

sockatmark(3), by ioctl(2), `SIOCATMARK`.

Returns:
    (mark, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::bind) => {
        "bind($self, ai=None)
--

Binds the socket to the address of an addrinfo, or to the one that it was
made for.

bind(2). EADDRINUSE, EADDRNOTAVAIL, EACCES and the like; EDESTADDRREQ if
there is no address.

Args:
    ai: AddrInfo, or a sequence of them; optional.

Returns:
    err: None, or an OSError if the call failed. The error is returned, not
        raised."
    };
    (Socket::getsockname) => {
        "getsockname($self)
--

Returns the socket's own address.

getsockname(2). For a socket that is not bound it is the wildcard address,
or an unnamed one.

Returns:
    (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::getpeername) => {
        "getpeername($self)
--

Returns the peer's address.

getpeername(2). ENOTCONN if there is no peer.

Returns:
    (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::connect) => {
        "connect($self, ai=None)
--

Connects to the address of an addrinfo, or to the one that the socket was
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
        raised."
    };
    (Socket::tryconnect) => {
        "tryconnect($self, ai=None)
--

Connects as connect does, and returns whether the connection is established;
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
        error is returned, not raised."
    };
    (Socket::disconnect) => {
        "disconnect($self)
--

Dissolves the association of a datagram socket with its peer, so that it
receives from all senders again.

connect(2) with AF_UNSPEC. A port that the kernel selected is released; a
port set by bind is kept. On a TCP socket Linux resets the connection;
EINVAL on a unix stream socket.

Returns:
    err: None, or an OSError if the call failed. The error is returned, not
        raised."
    };
    (Socket::listen) => {
        "listen($self, backlog=None)
--

Listens for connections; up to `backlog` of them wait to be accepted.

listen(2). `backlog` is at least 1, by default the system's maximum,
SOMAXCONN. EOPNOTSUPP for a type of socket without connections.

Args:
    backlog: int; optional.

Returns:
    err: None, or an OSError if the call failed. The error is returned, not
        raised."
    };
    (Socket::accept) => {
        "accept($self, peer=False)
--

Accepts a connection; the new socket is non-blocking if this one is.

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
        again, ai)."
    };
    (Socket::acceptfd) => {
        "acceptfd($self)
--

Accepts a connection, and returns its descriptor, which is close-on-exec and
has to be closed by the caller.

accept4(2), as accept.

Returns:
    (fd, err, again): int, None, False; if the call would block, None, None,
        True. If the call failed, None, an OSError, False. The error is
        returned, not raised."
    };
    (Socket::send) => {
        "send($self, msg, *more, flags=0)
--

Sends `msg`, and returns the number of bytes that were accepted.

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
        None, an OSError, False. The error is returned, not raised."
    };
    (Socket::sendto) => {
        "sendto($self, msg, ai, *more, flags=0)
--

Sends `msg` to the address of an addrinfo, and returns the number of bytes
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
        None, an OSError, False. The error is returned, not raised."
    };
    (Socket::sendfile) => {
        "sendfile($self, file, bytes, offset=0)
--

Sends up to `bytes` bytes of `file` from `offset` on, without copying them
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
        None, an OSError, False. The error is returned, not raised."
    };
    (Socket::sendfd) => {
        "sendfd($self, fd, ai=None, *more, flags=0)
--

Sends the descriptor `fd` to the peer, or to the address of an addrinfo,
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
        None, an OSError, False. The error is returned, not raised."
    };
    (Socket::write) => {
        "write($self, msg)
--

Sends `msg` as send does without flags.

Args:
    msg: bytes-like object.

Returns:
    (len, err, again): int, None, False; if a part was done, its int, None,
        True. If the peer has closed, None, None, False. If the call failed,
        None, an OSError, False. The error is returned, not raised."
    };
    (Socket::recv) => {
        "recv($self, bufsize=None, *more, flags=0)
--

Receives up to `bufsize` bytes of a stream, or one message.

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
        failed, None, an OSError, False. The error is returned, not raised."
    };
    (Socket::recvfrom) => {
        "recvfrom($self, bufsize=None, *more, flags=0)
--

Receives as recv does, and returns the sender's address, too.

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
        False. The error is returned, not raised."
    };
    (Socket::sendall) => {
        "sendall($self, msg, sec=None)
--

Sends the whole of `msg`, on blocking and non-blocking sockets, and returns
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
        raised."
    };
    (Socket::recvexactly) => {
        "recvexactly($self, size, sec=None)
--

Receives exactly `size` bytes of a stream, on blocking and non-blocking
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
        not raised."
    };
    (Socket::recvfd) => {
        "recvfd($self, *more, flags=0)
--

Receives a descriptor, which is close-on-exec and has to be closed by the
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
        None, an OSError, False. The error is returned, not raised."
    };
    (Socket::read) => {
        "read($self, bufsize=None)
--

Receives as recv does without flags.

Args:
    bufsize: int; optional.

Returns:
    (msg, err, again): bytes, None, False; if the call would block, None,
        None, True. If the peer has closed, None, None, False. If the call
        failed, None, an OSError, False. The error is returned, not raised."
    };
    (Socket::inq) => {
        "inq($self)
--

Returns the number of bytes in the receive queue; for a datagram socket, the
size of the next datagram.

ioctl(2), `SIOCINQ` of tcp(7), udp(7) and unix(7). EINVAL on a socket that
listens.

Returns:
    (bytes, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::outq) => {
        "outq($self)
--

Returns the number of bytes in the send queue that are unsent or not
acknowledged.

ioctl(2), `SIOCOUTQ` of tcp(7) and unix(7). EINVAL on a socket that listens.

Returns:
    (bytes, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::recvable) => {
        "recvable($self, sec=None)
--

Waits until there is something to receive or accept, or the peer has closed.

ppoll(2), for `sec` seconds, by default without a limit; 0 does not wait.
Returns `again` when the time has expired or, in Lua, a signal has arrived.
EDOM for a negative, infinite or undefined number. A socket whose error
queue (recverr) is not empty is ready.

Args:
    sec: float, seconds; optional.

Returns:
    (ready, err, again): bool, None, False; if the call would block, None,
        None, True. If the call failed, None, an OSError, False. The error
        is returned, not raised."
    };
    (Socket::sendable) => {
        "sendable($self, sec=None)
--

Waits until there is room to send, or a connection is established or has
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
        is returned, not raised."
    };
    (Socket::linger) => {
        "linger($self, sec=...)
--

Says how long close waits for unsent data: seconds, or -1 to not wait.

`SO_LINGER`, socket(7). 0 throws unsent data away and resets the connection.
Asked, answers the seconds, or -1 when off. EINVAL below -1.

Args:
    sec: int; optional.

Returns:
    (sec, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::txtime) => {
        "txtime($self, clockid=..., flags=None)
--

The clock by which the times of sent packets are meant, and how: with them a
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
        call failed. The error is returned, not raised."
    };
    (Socket::unicastif) => {
        "unicastif($self, interface=...)
--

Chooses the interface that what is sent leaves by, given by its name, its
index or an address of it, past the routes.

`IP_UNICAST_IF`, ip(7), since Linux 3.4; `IPV6_UNICAST_IF`; both on an IPv6
socket that is not v6only. `\"\"`, `0.0.0.0` and `::` leave the choice to the
routing table again. Asked, answers the name, or the index where there is no
such interface any more, and `\"\"` where none was chosen. ENODEV or
EADDRNOTAVAIL for an unknown interface.

Args:
    interface: interface's name, index or address; optional.

Returns:
    (interface, err): str | int, None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (Socket::localportrange) => {
        "localportrange($self, range=...)
--

The ports among which bind and connect choose, as a list of the lowest and
the highest.

`IP_LOCAL_PORT_RANGE`, ip(7). A 0 stands for the system's own bound. EINVAL
where the lowest is above the highest. Since Linux 6.3.

Args:
    range: sequence of the lowest and the highest; optional.

Returns:
    (range, err): list[int], None; or None, an OSError if the call failed.
        The error is returned, not raised."
    };
    (Socket::options) => {
        "options($self, options=...)
--

The IP options of sent packets, as bytes; `\"\"` is none.

`IP_OPTIONS`, ip(7), RFC 791. At most 40 bytes, to which Linux appends so
that they are a multiple of four; EINVAL for more, and for what is
malformed. A connection that was accepted returns those of the peer's first
segment, turned round. IPv4.

Args:
    options: bytes-like object; optional.

Returns:
    (options, err): bytes, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::hopopts) => {
        "hopopts($self, header=...)
--

The hop-by-hop options of sent packets: the bytes of an extension header,
whose first is of no consequence; `\"\"` is none.

`IPV6_HOPOPTS`, RFC 3542, section 8; RFC 8200, section 4.3. EINVAL for a
length that is not the header's own, EPERM without CAP_NET_RAW. IPv6.

Args:
    header: bytes-like object; optional.

Returns:
    (header, err): bytes, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::dstopts) => {
        "dstopts($self, header=...)
--

The destination options of sent packets, for the last destination; as
hopopts otherwise.

`IPV6_DSTOPTS`, RFC 3542, section 9; RFC 8200, section 4.6. IPv6.

Args:
    header: bytes-like object; optional.

Returns:
    (header, err): bytes, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::rthdr) => {
        "rthdr($self, header=...)
--

The routing header of sent packets: the bytes of an extension header, whose
first is of no consequence; `\"\"` is none.

`IPV6_RTHDR`, RFC 3542, section 7; RFC 8200, section 4.4. Linux takes those
of type 2 (RFC 6275) and of segment routing (RFC 8754), as far as it has
them; EINVAL for others. IPv6.

Args:
    header: bytes-like object; optional.

Returns:
    (header, err): bytes, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::rthdrdstopts) => {
        "rthdrdstopts($self, header=...)
--

The destination options of sent packets for every destination of their
routing header; as hopopts otherwise.

`IPV6_RTHDRDSTOPTS`, RFC 3542, section 9.1. They are sent together with a
routing header only. IPv6.

Args:
    header: bytes-like object; optional.

Returns:
    (header, err): bytes, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::flowlabel) => {
        "flowlabel($self, flags=None)
--

Returns the flow label with which the socket sends.

`IPV6_FLOWLABEL_MGR`, linux/in6.h. `flags` is `IPV6_FL_F_REMOTE` for the
label with which the peer sends, of a connection that repeats it. ENOENT
where there is none of flowlabelget. IPv6; since Linux 3.14.

Args:
    flags: int; optional.

Returns:
    (label, err): dict (label, addr, share, expires, linger), None; or None,
        an OSError if the call failed. The error is returned, not raised."
    };
    (Socket::flowlabelget) => {
        "flowlabelget($self, addr, label=None, share=None, flags=None)
--

Gets a flow label for sending to an address, and returns it; 0 stands for
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
        error is returned, not raised."
    };
    (Socket::flowlabelput) => {
        "flowlabelput($self, label)
--

Gives up a flow label of this socket.

`IPV6_FLOWLABEL_MGR`, linux/in6.h. ESRCH where the socket does not have it.
IPv6.

Args:
    label: int.

Returns:
    err: None, or an OSError if the call failed. The error is returned, not
        raised."
    };
    (Socket::flowlabelrenew) => {
        "flowlabelrenew($self, label, linger=None, expires=None)
--

Says for how long a flow label of this socket is kept: `linger` seconds
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
        raised."
    };
    (Socket::tcpfastopenkey) => {
        "tcpfastopenkey($self, key=...)
--

The key by which TCP makes its cookies for data in the first segment (RFC
7413): 16 bytes, or 32 for a new and an old one.

`TCP_FASTOPEN_KEY`. A socket without one of its own has the system's; empty
where that has none yet. EINVAL for other lengths. Since Linux 4.15; two
since 5.3.

Args:
    key: bytes-like object; optional.

Returns:
    (key, err): bytes, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpmd5sig) => {
        "tcpmd5sig($self, addr, key, prefixlen=None, interface=None)
--

Signs the segments to a peer, and accepts from it only such with the
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
        raised."
    };
    (Socket::packetfanout) => {
        "packetfanout($self, id=..., mode=None, flags=None)
--

Shares what is received with the packet sockets of a group, so that each
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
        call failed. The error is returned, not raised."
    };
    (Socket::mcastif) => {
        "mcastif($self, interface=...)
--

Selects the interface for sending multicast datagrams, given by its name,
its index or one of its addresses.

`IP_MULTICAST_IF`, ip(7); `IPV6_MULTICAST_IF`, ipv6(7); both on an IPv6
socket that is not v6only. `\"\"`, `0.0.0.0` and `::` restore the kernel's
choice. Without an argument, returns the name, or the index where there is
no such interface any more, and `\"\"` where none was chosen. An IPv4 socket
keeps only the index, which the kernel does not return: without an argument,
returns what was set through this object, else the interface with the
address that the kernel returns. ENODEV for an unknown interface, EOPNOTSUPP
on sockets of SOCK_STREAM and SOCK_SEQPACKET.

Args:
    interface: interface's name, index or address; optional.

Returns:
    (interface, err): str | int, None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (Socket::mcastjoin) => {
        "mcastjoin($self, group, interface=None)
--

Joins a multicast group for all sources.

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
        raised."
    };
    (Socket::mcastleave) => {
        "mcastleave($self, group, interface=None)
--

Leaves a multicast group.

`MCAST_LEAVE_GROUP`, RFC 3678; the same as `IP_DROP_MEMBERSHIP`, ip(7), and
`IPV6_LEAVE_GROUP`, ipv6(7). EADDRNOTAVAIL where it is not joined.

Args:
    group: address in numbers, or an AddrInfo.
    interface: interface's name, index or address; optional.

Returns:
    err: None, or an OSError if the call failed. The error is returned, not
        raised."
    };
    (Socket::mcastjoinsrc) => {
        "mcastjoinsrc($self, group, source, interface=None)
--

Joins a multicast group for one source; more sources can be added.

`MCAST_JOIN_SOURCE_GROUP`, RFC 3678; for IPv4 the same as
`IP_ADD_SOURCE_MEMBERSHIP`, ip(7). The interface is given as for mcastjoin,
and can be the zone of the source, too.

Args:
    group: address in numbers, or an AddrInfo.
    source: address in numbers, or an AddrInfo.
    interface: interface's name, index or address; optional.

Returns:
    err: None, or an OSError if the call failed. The error is returned, not
        raised."
    };
    (Socket::mcastleavesrc) => {
        "mcastleavesrc($self, group, source, interface=None)
--

Leaves a multicast group for one source.

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
        raised."
    };
    (Socket::mcastblocksrc) => {
        "mcastblocksrc($self, group, source, interface=None)
--

Blocks a source of a joined multicast group.

`MCAST_BLOCK_SOURCE`, RFC 3678; for IPv4 the same as `IP_BLOCK_SOURCE`,
ip(7).

Args:
    group: address in numbers, or an AddrInfo.
    source: address in numbers, or an AddrInfo.
    interface: interface's name, index or address; optional.

Returns:
    err: None, or an OSError if the call failed. The error is returned, not
        raised."
    };
    (Socket::mcastunblocksrc) => {
        "mcastunblocksrc($self, group, source, interface=None)
--

Unblocks a source of a multicast group.

`MCAST_UNBLOCK_SOURCE`, RFC 3678; for IPv4 the same as `IP_UNBLOCK_SOURCE`,
ip(7). EADDRNOTAVAIL where it was not blocked.

Args:
    group: address in numbers, or an AddrInfo.
    source: address in numbers, or an AddrInfo.
    interface: interface's name, index or address; optional.

Returns:
    err: None, or an OSError if the call failed. The error is returned, not
        raised."
    };
    (Socket::msfilter) => {
        "msfilter($self, group, interface=None, mode=None, sources=None)
--

The sources from which a multicast group that is joined is received.

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
        call failed. The error is returned, not raised."
    };
    (Socket::tcpinfo) => {
        "tcpinfo($self)
--

Returns the state of a TCP connection, by the names of `struct tcp_info`.

`TCP_INFO`, tcp(7). Times are in microseconds, but for last_data_sent,
last_data_recv and last_ack_recv, in milliseconds; windows are in segments,
sizes in bytes, rates in bytes per second. There are as many fields as the
running kernel has.

Returns:
    (info, err): dict[str, int], None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (Socket::tcpccinfo) => {
        "tcpccinfo($self)
--

Returns what the connection's congestion control tells of itself, by the
names of the kernel's structures.

`TCP_CC_INFO`, `struct tcpvegas_info`, `struct tcp_dctcp_info` and `struct
tcp_bbr_info` of linux/inet_diag.h. Empty for one that tells nothing, as
cubic and reno. Asks for the name of the congestion control first, in a call
of its own. Since Linux 4.1.

Returns:
    (info, err): dict[str, int], None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (Socket::tcpsavedsyn) => {
        "tcpsavedsyn($self)
--

Returns the first segment of an accepted connection, and forgets it.

`TCP_SAVED_SYN`. From the IP header on, or the link's, as tcpsavesyn of the
listening socket said; empty where none was kept. Since Linux 4.3.

Returns:
    (header, err): bytes, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::mptcpinfo) => {
        "mptcpinfo($self)
--

Returns the state of a Multipath TCP connection, by the names of `struct
mptcp_info`.

`MPTCP_INFO`, RFC 8684. EOPNOTSUPP where the connection fell back to TCP.
Since Linux 5.16.

Returns:
    (info, err): dict[str, int], None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (Socket::mptcptcpinfo) => {
        "mptcptcpinfo($self)
--

Returns the state of each subflow of a Multipath TCP connection, as tcpinfo
does.

`MPTCP_TCPINFO`. EOPNOTSUPP where the connection fell back to TCP. Since
Linux 5.16.

Returns:
    (list, err): list[dict[str, int]], None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (Socket::mptcpsubflowaddrs) => {
        "mptcpsubflowaddrs($self)
--

Returns the addresses of each subflow of a Multipath TCP connection.

`MPTCP_SUBFLOW_ADDRS`. EOPNOTSUPP where the connection fell back to TCP.
Since Linux 5.16.

Returns:
    (list, err): list of dict (sockname, peername), None; or None, an
        OSError if the call failed. The error is returned, not raised."
    };
    (Socket::mptcpfullinfo) => {
        "mptcpfullinfo($self)
--

Returns the state of a Multipath TCP connection, and the addresses and the
state of each subflow.

`MPTCP_FULL_INFO`. EOPNOTSUPP where the connection fell back to TCP. Since
Linux 6.5.

Returns:
    (info, err): dict (mptcpinfo, subflows), None; or None, an OSError if
        the call failed. The error is returned, not raised."
    };
    (Socket::meminfo) => {
        "meminfo($self)
--

Returns how much memory the socket's queues use and may use, in bytes, and
how many packets were dropped.

`SO_MEMINFO`, linux/sock_diag.h. Since Linux 4.12.

Returns:
    (info, err): dict[str, int], None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (Socket::peercred) => {
        "peercred($self)
--

Returns the process, user and group of the peer, as they were when it
connected.

`SO_PEERCRED`, unix(7). Unix sockets; without a peer, pid is 0, and uid and
gid are 4294967295.

Returns:
    (cred, err): dict[str, int], None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (Socket::peergroups) => {
        "peergroups($self)
--

Lists the groups of the peer's user, as they were when it connected.

`SO_PEERGROUPS`, unix(7). ENODATA without a peer. Since Linux 4.13.

Returns:
    (groups, err): list[int], None; or None, an OSError if the call failed.
        The error is returned, not raised."
    };
    (Socket::peersec) => {
        "peersec($self)
--

Returns the security context of the peer, such as a label of SELinux.

`SO_PEERSEC`, unix(7). Unix sockets that are connected; also of TCP, where
labels are carried over the network. ENOPROTOOPT where no security module
has labels.

Returns:
    (context, err): str, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::peerpidfd) => {
        "peerpidfd($self)
--

Opens a descriptor of the peer's process, which the caller has to close.

`SO_PEERPIDFD`. It is close-on-exec, and readable once the process has
ended. Unix sockets; ENODATA where there is no peer. Since Linux 6.5.

Returns:
    (fd, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::originaldst) => {
        "originaldst($self)
--

Returns the address to which a connection was made before the firewall
redirected it to this host.

`SO_ORIGINAL_DST`, linux/netfilter_ipv4.h; `IP6T_SO_ORIGINAL_DST`.
Connections that the packet filter tracks: ENOENT for others, ENOPROTOOPT
without its module. On an IPv6 socket that is not v6only asks for the
socket's own address first, in a call of its own.

Returns:
    (ai, err): AddrInfo, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::pathmtu) => {
        "pathmtu($self)
--

Returns the MTU of the connection's path.

`IPV6_PATHMTU`, RFC 3542, section 11.4. IPv6; ENOTCONN without a connection.
mtu is for both.

Returns:
    (info, err): dict (mtu, addr), None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (Socket::packetstatistics) => {
        "packetstatistics($self)
--

Returns how many packets the socket received, and how many were dropped
because its queue was full, and begins to count anew.

`PACKET_STATISTICS`, packet(7). packets has those that were dropped, too.
freeze_q_cnt, with packetversion 2, is how often the ring was full. Packet
sockets.

Returns:
    (info, err): dict[str, int], None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (Socket::attachfilter) => {
        "attachfilter($self, program=None)
--

Receives only packets that a classic BPF program accepts: a list of `{code,
jt, jf, k}`.

`SO_ATTACH_FILTER`, socket(7). The program returns the number of bytes to
keep; 0 drops the packet. Without an argument, returns the program that is
attached, an empty list if there is none. EINVAL for a program that is
invalid, empty, or longer than 4096 instructions.

Args:
    program: sequence of (code, jt, jf, k); optional.

Returns:
    (program, err): list[list[int]], None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (Socket::detachfilter) => {
        "detachfilter($self)
--

Removes the filter, whether classic BPF or eBPF, and returns true.

`SO_DETACH_FILTER`, socket(7). ENOENT if there is none.

Returns:
    (done, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::reuseportcbpf) => {
        "reuseportcbpf($self, program)
--

Chooses the socket of a reuseport group by a classic BPF program: a list of
`{code, jt, jf, k}`.

`SO_ATTACH_REUSEPORT_CBPF`, socket(7). The program returns the socket's
index in the group. Since Linux 4.5.

It can only be set.

Args:
    program: sequence of (code, jt, jf, k).

Returns:
    (program, err): list[list[int]], None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (Socket::getsockopt) => {
        "getsockopt($self, level, name, size=None)
--

Asks for any option by its numbers: as an integer, or, given a `size`, as up
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
        The error is returned, not raised."
    };
    (Socket::setsockopt) => {
        "setsockopt($self, level, name, value)
--

Sets any option by its numbers: to an integer, or to the bytes of a C
structure.

setsockopt(2). EINVAL for more bytes than an `int` can count.

Args:
    level: int.
    name: int.
    value: int, or a bytes-like object.

Returns:
    err: None, or an OSError if the call failed. The error is returned, not
        raised."
    };
    (Socket::acceptconn) => {
        "acceptconn($self)
--

Returns whether the socket listens.

`SO_ACCEPTCONN`, socket(7).

Returns:
    (enabled, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::attachbpf) => {
        "attachbpf($self, fd)
--

Filters received packets with a loaded eBPF program, given by its
descriptor.

`SO_ATTACH_BPF`, socket(7). detachfilter removes it. Since Linux 3.19.

It can only be set.

Args:
    fd: int.

Returns:
    (fd, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::reuseportebpf) => {
        "reuseportebpf($self, fd)
--

Chooses the socket of a reuseport group by a loaded eBPF program, given by
its descriptor.

`SO_ATTACH_REUSEPORT_EBPF`, socket(7). Since Linux 4.5.

It can only be set.

Args:
    fd: int.

Returns:
    (fd, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::bindtodevice) => {
        "bindtodevice($self, ifname=...)
--

Sends and receives through one interface only, given by its name, its index
or one of its addresses; `\"\"` stands for all.

`SO_BINDTODEVICE`, socket(7). Without an argument, returns the name. ENODEV
for an unknown interface, ENAMETOOLONG for a name of more than 15 bytes,
EPERM for changing it without CAP_NET_RAW.

Args:
    ifname: interface's name, index or address; optional.

Returns:
    (ifname, err): str | int, None; or None, an OSError if the call failed.
        The error is returned, not raised."
    };
    (Socket::bindtoifindex) => {
        "bindtoifindex($self, index=...)
--

Sends and receives through one interface only, given by its index; 0 stands
for all.

`SO_BINDTOIFINDEX`. Any index is taken, be there such an interface or not;
EINVAL below 0. Since Linux 5.0.

Args:
    index: int; optional.

Returns:
    (index, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::broadcast) => {
        "broadcast($self, enable=...)
--

Allows datagrams to a broadcast address.

`SO_BROADCAST`, socket(7). Datagram sockets only; without it such a send is
EACCES.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::buflock) => {
        "buflock($self, flags=...)
--

Which buffer sizes the kernel does not change by itself: `SOCK_SNDBUF_LOCK`,
`SOCK_RCVBUF_LOCK`, or both.

`SO_BUF_LOCK`. Setting sndbuf or rcvbuf sets the flag of that buffer;
clearing it gives the size back to the kernel. EINVAL for other bits. Since
Linux 5.14.

Args:
    flags: int; optional.

Returns:
    (flags, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::busypoll) => {
        "busypoll($self, usec=...)
--

Microseconds for which a receive polls the network card before it sleeps.

`SO_BUSY_POLL`, socket(7). Raising it needs CAP_NET_ADMIN on many kernels:
EPERM without. Since Linux 3.11.

Args:
    usec: int; optional.

Returns:
    (usec, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::busypollbudget) => {
        "busypollbudget($self, budget)
--

The maximum number of packets that one busy poll processes.

`SO_BUSY_POLL_BUDGET`. EPERM above 64 without CAP_NET_ADMIN, EINVAL outside
of 0 to 65535. Since Linux 5.11.

It can only be set.

Args:
    budget: int.

Returns:
    (budget, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::cookie) => {
        "cookie($self)
--

The kernel's identifier of the socket, as in sock_diag(7).

`SO_COOKIE`. It does not change while the socket exists. Since Linux 4.12.

Returns:
    (number, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::debug) => {
        "debug($self, enable=...)
--

Switches debugging in the protocol's code.

`SO_DEBUG`, socket(7). Needs CAP_NET_ADMIN: EACCES without.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::domain) => {
        "domain($self)
--

The address family, as the kernel returns it.

`SO_DOMAIN`, socket(7).

Returns:
    (number, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::dontroute) => {
        "dontroute($self, enable=...)
--

Sends to directly connected hosts only, not through gateways.

`SO_DONTROUTE`, socket(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::error) => {
        "error($self)
--

Returns the errno of the pending error, 0 for none, and clears it.

`SO_ERROR`, socket(7). When a socket becomes sendable after a non-blocking
connect, this is the connect's result.

Returns:
    (number, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::incomingcpu) => {
        "incomingcpu($self, cpu=...)
--

The CPU that processes packets for this socket; in a reuseport group, the
CPU whose packets this socket prefers. -1 is none.

`SO_INCOMING_CPU`, socket(7). Since Linux 3.19; can be set since 4.4.

Args:
    cpu: int; optional.

Returns:
    (cpu, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::incomingnapiid) => {
        "incomingnapiid($self)
--

The identifier of the network card's queue that last received for this
socket; 0 if none is known.

`SO_INCOMING_NAPI_ID`, socket(7). Since Linux 4.12.

Returns:
    (number, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::unixinq) => {
        "unixinq($self, enable)
--

Reports the number of bytes left in the queue with each receive, in a
control message.

`SO_INQ`. Feeds the control key `inq`. Unix sockets of SOCK_STREAM; since
Linux 6.17. inq asks for the number itself, tcpinq is the like for TCP.

It can only be set.

Args:
    enable: bool.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::keepalive) => {
        "keepalive($self, enable=...)
--

Sends probes on an idle connection, to find out whether the peer still
exists.

`SO_KEEPALIVE`, socket(7); tcpkeepidle, tcpkeepintvl and tcpkeepcnt set how
often.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::lockfilter) => {
        "lockfilter($self, enable=...)
--

Locks the socket's filter: it can neither be changed nor removed any more.

`SO_LOCK_FILTER`, socket(7). EPERM for unlocking it. Since Linux 3.9.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::mark) => {
        "mark($self, mark=...)
--

The mark on all packets of this socket, for routing and packet filters.

`SO_MARK`, socket(7). EPERM without CAP_NET_ADMIN, or, since Linux 5.17,
CAP_NET_RAW.

Args:
    mark: int; optional.

Returns:
    (mark, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::maxpacingrate) => {
        "maxpacingrate($self, rate=...)
--

The maximum rate at which TCP sends, in bytes per second; -1 is no limit.

`SO_MAX_PACING_RATE`. Since Linux 3.13; EINVAL below -1.

Args:
    rate: int; optional.

Returns:
    (rate, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::netnscookie) => {
        "netnscookie($self)
--

The kernel's identifier of the socket's network namespace.

`SO_NETNS_COOKIE`. It does not change while the namespace exists. Since
Linux 5.14.

Returns:
    (number, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::oobinline) => {
        "oobinline($self, enable=...)
--

Leaves out-of-band data in the stream, so that recv returns it without
MSG_OOB.

`SO_OOBINLINE`, socket(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::passcred) => {
        "passcred($self, enable=...)
--

Adds the sender's process, user and group to each received message, as a
control message.

`SO_PASSCRED`, unix(7); on netlink sockets, too. Feeds the control key
`credentials`.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::passpidfd) => {
        "passpidfd($self, enable=...)
--

Adds a descriptor of the sender's process to each received message, as a
control message.

`SO_PASSPIDFD`. Feeds the control key `pidfd`. Unix sockets; since Linux
6.5.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::passrights) => {
        "passrights($self, enable=...)
--

Accepts descriptors that are sent to this socket; on by default.

`SO_PASSRIGHTS`. Feeds the control key `rights`. When it is off, a message
that carries descriptors is refused with EPERM to its sender. Unix sockets;
since Linux 6.16.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::passsec) => {
        "passsec($self, enable=...)
--

Adds the sender's security context, such as a label of SELinux, to each
received message, as a control message.

`SO_PASSSEC`, unix(7). Feeds the control key `security`. Unix and netlink
sockets; ippasssec is the like for datagrams of IPv4.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::peekoff) => {
        "peekoff($self, offset=...)
--

The offset in the queue at which MSG_PEEK reads next, in bytes; -1 disables
it.

`SO_PEEK_OFF`, socket(7). A peek increases it, a receive decreases it. Since
Linux 3.4.

Args:
    offset: int; optional.

Returns:
    (offset, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::preferbusypoll) => {
        "preferbusypoll($self, enable=...)
--

Prefers busy polling to interrupts of the network card, while the socket is
polled often.

`SO_PREFER_BUSY_POLL`. EPERM without CAP_NET_ADMIN. Since Linux 5.11.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::priority) => {
        "priority($self, priority=...)
--

The priority of this socket's packets in the queues of the interfaces.

`SO_PRIORITY`, socket(7). EPERM outside of 0 to 6 without CAP_NET_ADMIN or
CAP_NET_RAW.

Args:
    priority: int; optional.

Returns:
    (priority, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::rcvbuf) => {
        "rcvbuf($self, size=...)
--

The maximum size of the receive buffer, in bytes.

`SO_RCVBUF`, socket(7). Linux doubles the number that is set, to at least
2304 and at most twice net.core.rmem_max, and returns the doubled number.
EINVAL below 0.

Args:
    size: int; optional.

Returns:
    (size, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::rcvbufforce) => {
        "rcvbufforce($self, size)
--

Sets rcvbuf beyond the system's limit.

`SO_RCVBUFFORCE`, socket(7). EPERM without CAP_NET_ADMIN.

It can only be set.

Args:
    size: int.

Returns:
    (size, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::rcvlowat) => {
        "rcvlowat($self, size=...)
--

The minimum number of bytes for which a receive returns, and the socket is
receivable.

`SO_RCVLOWAT`, socket(7), in bytes. EINVAL below 0.

Args:
    size: int; optional.

Returns:
    (size, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::rcvmark) => {
        "rcvmark($self, enable=...)
--

Reports the mark of a received packet, in a control message.

`SO_RCVMARK`. Feeds the control key `mark`. EPERM without CAP_NET_ADMIN or
CAP_NET_RAW. Since Linux 5.19.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::rcvpriority) => {
        "rcvpriority($self, enable=...)
--

Reports the priority of a received packet, in a control message.

`SO_RCVPRIORITY`. Feeds the control key `priority`. Since Linux 6.14.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::rcvtimeo) => {
        "rcvtimeo($self, sec=...)
--

The time limit of a blocking receive or accept, in seconds; 0 is no limit.

`SO_RCVTIMEO`, socket(7). Fractions count to the microsecond, and are
rounded up to the kernel's tick. When it expires, the call returns `again`.
EDOM for a negative, infinite or undefined number.

Args:
    sec: float, seconds; optional.

Returns:
    (sec, err): float, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::reservemem) => {
        "reservemem($self, size=...)
--

Bytes of the memory control group that are reserved for the socket; 0 is
none.

`SO_RESERVE_MEM`. Linux rounds up to whole pages. EOPNOTSUPP outside of a
memory control group, EINVAL below 0. Since Linux 5.16.

Args:
    size: int; optional.

Returns:
    (size, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::reuseaddr) => {
        "reuseaddr($self, enable=...)
--

Allows bind to use an address that is still in TIME_WAIT.

`SO_REUSEADDR`, socket(7). For multicast, allows several sockets to bind the
same port.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::reuseport) => {
        "reuseport($self, enable=...)
--

Allows several sockets to bind the same port; connections or datagrams are
distributed among them.

`SO_REUSEPORT`, socket(7); each socket sets it before bind. Since Linux 3.9.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::rxqovfl) => {
        "rxqovfl($self, enable=...)
--

Reports the number of datagrams that were dropped because the buffer was
full, in a control message.

`SO_RXQ_OVFL`, socket(7). Feeds the control key `rxqovfl`. Since Linux
2.6.33.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::sndbuf) => {
        "sndbuf($self, size=...)
--

The maximum size of the send buffer, in bytes.

`SO_SNDBUF`, socket(7). Linux doubles the number that is set, to at least
4608 and at most twice net.core.wmem_max, and returns the doubled number.
EINVAL below 0.

Args:
    size: int; optional.

Returns:
    (size, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::sndbufforce) => {
        "sndbufforce($self, size)
--

Sets sndbuf beyond the system's limit.

`SO_SNDBUFFORCE`, socket(7). EPERM without CAP_NET_ADMIN.

It can only be set.

Args:
    size: int.

Returns:
    (size, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::sndlowat) => {
        "sndlowat($self, size=...)
--

The minimum number of free bytes for which the socket is sendable.

`SO_SNDLOWAT`, socket(7), in bytes. On Linux it is 1, and cannot be set:
ENOPROTOOPT.

Args:
    size: int; optional.

Returns:
    (size, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::sndtimeo) => {
        "sndtimeo($self, sec=...)
--

The time limit of a blocking send or connect, in seconds; 0 is no limit.

`SO_SNDTIMEO`, socket(7). Fractions and errors are those of rcvtimeo.

Args:
    sec: float, seconds; optional.

Returns:
    (sec, err): float, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::timestamp) => {
        "timestamp($self, enable=...)
--

Reports the time at which a message arrived, in a control message.

`SO_TIMESTAMP`, socket(7). Feeds the control key `timestamp`.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::timestamping) => {
        "timestamping($self, flags=...)
--

Reports times of several kinds for received and sent messages, as selected
by `SOF_TIMESTAMPING_*` flags.

`SO_TIMESTAMPING`, and the kernel's documentation of timestamping. Feeds the
control key `timestamping`. Since Linux 2.6.30.

Args:
    flags: int; optional.

Returns:
    (flags, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::timestampns) => {
        "timestampns($self, enable=...)
--

Reports the time at which a message arrived, in nanoseconds, in a control
message.

`SO_TIMESTAMPNS`, socket(7). Feeds the control key `timestampns`.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::txrehash) => {
        "txrehash($self, mode=...)
--

Whether TCP changes the hash of its packets, and so their path, after lost
ones: 0, 1, or -1 for the system's default.

`SO_TXREHASH`, `SOCK_TXREHASH_*`. EINVAL for other numbers. Since Linux
5.18.

Args:
    mode: int; optional.

Returns:
    (mode, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::zerocopy) => {
        "zerocopy($self, enable=...)
--

Allows sends with MSG_ZEROCOPY, a flag that this library refuses with
EOPNOTSUPP.

`SO_ZEROCOPY`. Since Linux 4.14.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::bindaddressnoport) => {
        "bindaddressnoport($self, enable=...)
--

Makes connect, not bind, choose the port, so that several connections can
share a port.

`IP_BIND_ADDRESS_NO_PORT`, ip(7). Since Linux 4.2.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::checksum) => {
        "checksum($self, enable=...)
--

Reports the checksum of a datagram's bytes, as the network card has computed
it, in a control message.

`IP_CHECKSUM`. Feeds the control key `checksum`. UDP; a datagram without
such a checksum has no control message. Since Linux 4.0. For the checksum of
raw IPv6 sockets see checksumoffset.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::freebind) => {
        "freebind($self, enable=...)
--

Allows binding to an address that this host does not have (yet).

`IP_FREEBIND`, ip(7); `IPV6_FREEBIND`. IPv6 since Linux 4.15.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::hdrincl) => {
        "hdrincl($self, enable=...)
--

Makes the sender supply the IP header.

`IP_HDRINCL`, ip(7); `IPV6_HDRINCL`. Raw sockets; ENOPROTOOPT on others.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::minttl) => {
        "minttl($self, ttl=...)
--

The least hop limit of a packet that TCP accepts, against packets from afar
(RFC 5082); 0 accepts all.

`IP_MINTTL`, ip(7), since Linux 2.6.34; `IPV6_MINHOPCOUNT`, since 2.6.35. 0
to 255, EINVAL otherwise.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    ttl: int; optional.

Returns:
    (ttl, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::mtu) => {
        "mtu($self, size=...)
--

The MTU of the connection's path, in bytes.

`IP_MTU`, ip(7); `IPV6_MTU`, ipv6(7). ENOTCONN without a connection. On IPv6
it can be set, to limit the size of packets.

Args:
    size: int; optional.

Returns:
    (size, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::mtudiscover) => {
        "mtudiscover($self, mode=...)
--

Path MTU discovery, and whether packets may be fragmented: `IP_PMTUDISC_*`.

`IP_MTU_DISCOVER`, ip(7); `IPV6_MTU_DISCOVER`, ipv6(7).

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    mode: int; optional.

Returns:
    (mode, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::mcastall) => {
        "mcastall($self, enable=...)
--

Receives from all groups that any socket of this host has joined, not only
from this socket's.

`IP_MULTICAST_ALL`, ip(7), since Linux 2.6.31; `IPV6_MULTICAST_ALL`, since
4.20. On by default.

On an IPv6 socket that is not v6only it is set for IPv4, too.

EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::mcastloop) => {
        "mcastloop($self, enable=...)
--

Delivers multicast datagrams that are sent from this host to its own members
of the group.

`IP_MULTICAST_LOOP`, ip(7), on the sending socket; `IPV6_MULTICAST_LOOP`,
ipv6(7).

On an IPv6 socket that is not v6only it is set for IPv4, too.

EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::mcastttl) => {
        "mcastttl($self, ttl=...)
--

The hop limit of multicast datagrams: with 0 they stay on the host, with 1
on the link.

`IP_MULTICAST_TTL`, ip(7); `IPV6_MULTICAST_HOPS`, ipv6(7). 0 to 255, or -1
for the default of 1; EINVAL otherwise.

On an IPv6 socket that is not v6only it is set for IPv4, too.

EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.

Args:
    ttl: int; optional.

Returns:
    (ttl, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::nodefrag) => {
        "nodefrag($self, enable=...)
--

Does not put fragments together before they pass the packet filter on their
way out.

`IP_NODEFRAG`, ip(7). Raw sockets; ENOPROTOOPT for setting it on others.
Since Linux 2.6.36.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::ippasssec) => {
        "ippasssec($self, enable=...)
--

Reports the security context of a received datagram, in a control message.

`IP_PASSSEC`, ip(7). Feeds the control key `security`. IPv4; passsec is the
like for unix sockets.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::pktinfo) => {
        "pktinfo($self, enable=...)
--

Reports a datagram's interface and destination address, in a control
message.

`IP_PKTINFO`, ip(7); `IPV6_RECVPKTINFO`, ipv6(7). Feeds the control key
`pktinfo`.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::recverr) => {
        "recverr($self, enable=...)
--

Keeps errors from the network in a queue, which is read with MSG_ERRQUEUE.

`IP_RECVERR`, ip(7); `IPV6_RECVERR`, ipv6(7). Feeds the control key `error`.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::recvfragsize) => {
        "recvfragsize($self, enable=...)
--

Reports the size of the largest fragment of a datagram that arrived in
fragments, in a control message.

`IP_RECVFRAGSIZE`, `IPV6_RECVFRAGSIZE`. Feeds the control key `fragsize`.
Since Linux 4.10.

On an IPv6 socket that is not v6only it is set for IPv4, too.

EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::recvopts) => {
        "recvopts($self, enable=...)
--

Reports the IP options of a received packet, in a control message.

`IP_RECVOPTS`, ip(7). Feeds the control key `options`. IPv4; for IPv6 see
recvhopopts, recvdstopts and recvrthdr.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::recvorigdstaddr) => {
        "recvorigdstaddr($self, enable=...)
--

Reports the original destination address of a datagram that the firewall
redirected, in a control message.

`IP_RECVORIGDSTADDR`, ip(7), since Linux 2.6.29; `IPV6_RECVORIGDSTADDR`,
since 3.1. Feeds the control key `origdstaddr`.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::recvtos) => {
        "recvtos($self, enable=...)
--

Reports the type of service of a received packet, in a control message.

`IP_RECVTOS`, ip(7); `IPV6_RECVTCLASS`, ipv6(7). Feeds the control key
`tos`.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::recvttl) => {
        "recvttl($self, enable=...)
--

Reports the hop limit of a received packet, in a control message.

`IP_RECVTTL`, ip(7); `IPV6_RECVHOPLIMIT`, ipv6(7). Feeds the control key
`ttl`.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::retopts) => {
        "retopts($self, enable=...)
--

Reports the IP options with which a received packet is to be answered, in a
control message: recorded routes are filled in, and turned round.

`IP_RETOPTS`, ip(7). The control message is of type `IP_RETOPTS`. IPv4.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::routeralert) => {
        "routeralert($self, value=...)
--

Receives the packets with the router alert option (RFC 2113, RFC 2711) that
this host is to forward.

`IP_ROUTER_ALERT`, ip(7): raw sockets of another protocol than IPPROTO_RAW,
1 is on, 0 off. `IPV6_ROUTER_ALERT`, ipv6(7): raw sockets of IPPROTO_RAW,
the value is that of the option, -1 is off. The kernel returns 1 for any
that is set. EINVAL or ENOPROTOOPT on other sockets.

Args:
    value: int; optional.

Returns:
    (value, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tos) => {
        "tos($self, tos=...)
--

The type of service of sent packets: six bits of DSCP (RFC 2474), two of ECN
(RFC 3168).

`IP_TOS`, ip(7); `IPV6_TCLASS`, ipv6(7). 0 to 255; on a TCP socket of IPv4
the kernel sets the ECN bits.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    tos: int; optional.

Returns:
    (tos, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::transparent) => {
        "transparent($self, enable=...)
--

Allows binding to any address and receiving for it, for transparent proxies.

`IP_TRANSPARENT`, ip(7); `IPV6_TRANSPARENT`. EPERM without CAP_NET_ADMIN or
CAP_NET_RAW.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::ttl) => {
        "ttl($self, ttl=...)
--

The hop limit of sent packets.

`IP_TTL`, ip(7), 1 to 255; `IPV6_UNICAST_HOPS`, ipv6(7), 0 to 255. 0 is set
for IPv6 only. -1 is the system's default.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    ttl: int; optional.

Returns:
    (ttl, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::addrpreferences) => {
        "addrpreferences($self, flags=...)
--

Which of this host's addresses are preferred as the source (RFC 5014):
`IPV6_PREFER_SRC_*`.

`IPV6_ADDR_PREFERENCES`. EINVAL for flags that exclude each other. Since
Linux 2.6.26.

Args:
    flags: int; optional.

Returns:
    (flags, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::autoflowlabel) => {
        "autoflowlabel($self, enable=...)
--

Sends packets with a flow label that the kernel computes from the addresses
and the ports.

`IPV6_AUTOFLOWLABEL`. Since Linux 3.17.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::checksumoffset) => {
        "checksumoffset($self, offset=...)
--

The offset of the checksum in sent and received packets, which the kernel
then computes and checks; -1 leaves it alone.

`IPV6_CHECKSUM`, RFC 3542, section 3.1. Raw sockets; ENOPROTOOPT on others.
EINVAL for an odd number, and with IPPROTO_ICMPV6, whose checksum is always
computed.

Args:
    offset: int; optional.

Returns:
    (offset, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::dontfrag) => {
        "dontfrag($self, enable=...)
--

Does not fragment datagrams: sending one that is too long for the path fails
with EMSGSIZE.

`IPV6_DONTFRAG`, RFC 3542. IPv6 only; for IPv4 see mtudiscover.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::flowinfo) => {
        "flowinfo($self, enable=...)
--

Reports the traffic class and the flow label of a received packet, in a
control message.

`IPV6_FLOWINFO`, ipv6(7). Feeds the control key `flowinfo`.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::flowinfosend) => {
        "flowinfosend($self, enable=...)
--

Sends with the flow label and the traffic class of the peer's address.

`IPV6_FLOWINFO_SEND`. A label other than 0 must be one of this socket's,
from flowlabelget, else connect or sendto is EINVAL.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::minhopcount) => {
        "minhopcount($self, hops=...)
--

The least hop limit of a packet that TCP accepts (RFC 5082); 0 accepts all.

`IPV6_MINHOPCOUNT`. IPv6 only; minttl is for both. 0 to 255, EINVAL
otherwise. Since Linux 2.6.35.

Args:
    hops: int; optional.

Returns:
    (hops, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::recvdstopts) => {
        "recvdstopts($self, enable=...)
--

Reports the destination options of a received packet, in a control message.

`IPV6_RECVDSTOPTS`, RFC 3542. Feeds the control key `dstopts`, once for each
such header.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::recvhoplimit) => {
        "recvhoplimit($self, enable=...)
--

Reports the hop limit of a received packet, in a control message.

`IPV6_RECVHOPLIMIT`, ipv6(7). Feeds the control key `ttl`. IPv6 only;
recvttl is for both.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::recvhopopts) => {
        "recvhopopts($self, enable=...)
--

Reports the hop-by-hop options of a received packet, in a control message.

`IPV6_RECVHOPOPTS`, RFC 3542. Feeds the control key `hopopts`.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::recvpathmtu) => {
        "recvpathmtu($self, enable=...)
--

Reports the path's MTU when a datagram is too long for it, in a control
message without data.

`IPV6_RECVPATHMTU`, RFC 3542, section 11.3. Feeds the control key `pathmtu`.
pathmtu asks for the MTU itself.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::recvpktinfo) => {
        "recvpktinfo($self, enable=...)
--

Reports a datagram's interface and destination address, in a control
message.

`IPV6_RECVPKTINFO`, ipv6(7). Feeds the control key `pktinfo`. IPv6 only;
pktinfo is for both.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::recvrthdr) => {
        "recvrthdr($self, enable=...)
--

Reports the routing header of a received packet, in a control message.

`IPV6_RECVRTHDR`, RFC 3542. Feeds the control key `rthdr`.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::recvtclass) => {
        "recvtclass($self, enable=...)
--

Reports the traffic class of a received packet, in a control message.

`IPV6_RECVTCLASS`, ipv6(7). Feeds the control key `tos`. IPv6 only; recvtos
is for both.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tclass) => {
        "tclass($self, tclass=...)
--

The traffic class of sent packets.

`IPV6_TCLASS`, RFC 3542. IPv6 only; tos is for both. 0 to 255, -1 is the
system's default.

Args:
    tclass: int; optional.

Returns:
    (tclass, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::unicasthops) => {
        "unicasthops($self, hops=...)
--

The hop limit of sent packets.

`IPV6_UNICAST_HOPS`, ipv6(7). IPv6 only; ttl is for both. 0 to 255, -1 is
the system's default.

Args:
    hops: int; optional.

Returns:
    (hops, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::v6only) => {
        "v6only($self, enable=...)
--

Restricts an IPv6 socket to IPv6, so that another socket can bind the same
port for IPv4.

`IPV6_V6ONLY`, ipv6(7). EINVAL when the socket is bound.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpcongestion) => {
        "tcpcongestion($self, name=...)
--

Chooses TCP's congestion control by name, such as cubic or reno.

`TCP_CONGESTION`, tcp(7). ENOENT if it is not available, EPERM if its use is
restricted.

Args:
    name: str; optional.

Returns:
    (name, err): str, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpcork) => {
        "tcpcork($self, enable=...)
--

Delays small segments until the option is switched off, the segment is full,
or 200 ms have passed.

`TCP_CORK`, tcp(7); `TCP_NOPUSH` on the BSDs.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpdeferaccept) => {
        "tcpdeferaccept($self, sec=...)
--

Seconds for which accept waits for a connection's first data; 0 does not
wait.

`TCP_DEFER_ACCEPT`, tcp(7). The kernel rounds up to its retransmission
times, and returns the rounded value.

Args:
    sec: int; optional.

Returns:
    (sec, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::tcpfastopen) => {
        "tcpfastopen($self, backlog=...)
--

The maximum number of pending connections with data in their first segment
(RFC 7413).

`TCP_FASTOPEN`, tcp(7). Listening sockets. Since Linux 3.7.

Args:
    backlog: int; optional.

Returns:
    (backlog, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpfastopenconnect) => {
        "tcpfastopenconnect($self, enable=...)
--

Sends the data of the first send after connect in the first segment (RFC
7413).

`TCP_FASTOPEN_CONNECT`, tcp(7). Since Linux 4.11.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpfastopennocookie) => {
        "tcpfastopennocookie($self, enable=...)
--

Accepts and sends data in the first segment without a cookie (RFC 7413).

`TCP_FASTOPEN_NO_COOKIE`. EINVAL once there is a connection. Since Linux
4.15.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpinq) => {
        "tcpinq($self, enable=...)
--

Reports the number of bytes left in the queue with each receive, in a
control message.

`TCP_INQ`, tcp(7). Feeds the control key `tcpinq`. Since Linux 4.18.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpismptcp) => {
        "tcpismptcp($self)
--

Whether the socket is one of Multipath TCP that has not fallen back to TCP.

`TCP_IS_MPTCP`. Since Linux 6.10.

Returns:
    (enabled, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpkeepalive) => {
        "tcpkeepalive($self, sec=...)
--

Seconds that a connection is idle before the first keep-alive probe; the
same as tcpkeepidle.

`TCP_KEEPIDLE`, tcp(7); `TCP_KEEPALIVE` on macOS. 1 to 32767, EINVAL
otherwise.

Args:
    sec: int; optional.

Returns:
    (sec, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::tcpkeepcnt) => {
        "tcpkeepcnt($self, cnt=...)
--

The number of unanswered keep-alive probes after which the connection is
dropped.

`TCP_KEEPCNT`, tcp(7). 1 to 127, EINVAL otherwise.

Args:
    cnt: int; optional.

Returns:
    (cnt, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::tcpkeepidle) => {
        "tcpkeepidle($self, sec=...)
--

Seconds that a connection is idle before the first keep-alive probe.

`TCP_KEEPIDLE`, tcp(7); `TCP_KEEPALIVE` on macOS. 1 to 32767, EINVAL
otherwise.

Args:
    sec: int; optional.

Returns:
    (sec, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::tcpkeepintvl) => {
        "tcpkeepintvl($self, sec=...)
--

Seconds between keep-alive probes.

`TCP_KEEPINTVL`, tcp(7). 1 to 32767, EINVAL otherwise.

Args:
    sec: int; optional.

Returns:
    (sec, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::tcplinger2) => {
        "tcplinger2($self, sec=...)
--

The time limit of the state FIN_WAIT2, in seconds.

`TCP_LINGER2`, tcp(7). -1 does not wait at all.

Args:
    sec: int; optional.

Returns:
    (sec, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::tcpmaxseg) => {
        "tcpmaxseg($self, size=...)
--

The maximum segment size, in bytes.

`TCP_MAXSEG`, tcp(7). It can be set before the connection is made, from 88
to 32767; EINVAL otherwise.

Args:
    size: int; optional.

Returns:
    (size, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpnodelay) => {
        "tcpnodelay($self, enable=...)
--

Sends small segments at once, without waiting for more data.

`TCP_NODELAY`, tcp(7). It disables Nagle's algorithm (RFC 896).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpnotsentlowat) => {
        "tcpnotsentlowat($self, size=...)
--

The number of unsent bytes below which the socket is sendable.

`TCP_NOTSENT_LOWAT`, in bytes; 0 is the system's default. Since Linux 3.12.

Args:
    size: int; optional.

Returns:
    (size, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpquickack) => {
        "tcpquickack($self, enable=...)
--

Sends acknowledgements at once; the kernel resets the option by itself.

`TCP_QUICKACK`, tcp(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpsavesyn) => {
        "tcpsavesyn($self, mode=...)
--

Keeps the first segment of each connection that a listening socket accepts:
1 from the IP header on, 2 from the link's header on, 0 not at all.

`TCP_SAVE_SYN`. tcpsavedsyn reads it. EINVAL for other numbers. Since Linux
4.3; 2 since 5.10.

Args:
    mode: int; optional.

Returns:
    (mode, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpsyncnt) => {
        "tcpsyncnt($self, cnt=...)
--

The number of times that connect retransmits its first segment.

`TCP_SYNCNT`, tcp(7). 1 to 127, EINVAL otherwise.

Args:
    cnt: int; optional.

Returns:
    (cnt, err): int, None; or None, an OSError if the call failed. The error
        is returned, not raised."
    };
    (Socket::tcpthindupack) => {
        "tcpthindupack($self, enable=...)
--

Retransmits at the first duplicate acknowledgement where few packets are in
flight.

`TCP_THIN_DUPACK`. It has no effect since Linux 4.11, and is read as false.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpthinlineartimeouts) => {
        "tcpthinlineartimeouts($self, enable=...)
--

Retransmits without longer and longer time-outs, up to six times, where few
packets are in flight.

`TCP_THIN_LINEAR_TIMEOUTS`. Since Linux 2.6.34.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcptimestamp) => {
        "tcptimestamp($self, time=...)
--

The time of the connection's timestamps (RFC 7323), in the units that it
sends them in.

`TCP_TIMESTAMP`. It can be set in repair mode: EPERM otherwise. Since Linux
3.9.

Args:
    time: int; optional.

Returns:
    (time, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcptxdelay) => {
        "tcptxdelay($self, usec=...)
--

The time by which each packet is delayed, in microseconds.

`TCP_TX_DELAY`. 0 to 268435455, EINVAL otherwise. Since Linux 5.3.

Args:
    usec: int; optional.

Returns:
    (usec, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpulp) => {
        "tcpulp($self, name=...)
--

The upper layer protocol of a TCP socket, such as tls; `\"\"` if there is
none.

`TCP_ULP`. ENOENT if it is not available, ENOTCONN before the connection is
made. Since Linux 4.13.

Args:
    name: str; optional.

Returns:
    (name, err): str, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpusertimeout) => {
        "tcpusertimeout($self, msec=...)
--

The time for which sent data may stay unacknowledged before the connection
is dropped, in milliseconds.

`TCP_USER_TIMEOUT`, tcp(7), RFC 5482. 0 is the system's default. Since Linux
2.6.37.

Args:
    msec: int; optional.

Returns:
    (msec, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::tcpwindowclamp) => {
        "tcpwindowclamp($self, size=...)
--

The maximum size of the advertised window, in bytes.

`TCP_WINDOW_CLAMP`, tcp(7). The kernel raises it to half of the minimum
receive buffer.

Args:
    size: int; optional.

Returns:
    (size, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::udpcork) => {
        "udpcork($self, enable=...)
--

Collects the data of several sends, which are sent as one datagram when the
option is switched off.

`UDP_CORK`, udp(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::udpencap) => {
        "udpencap($self, protocol=...)
--

The protocol whose packets arrive in datagrams, and are handed to the
kernel: `UDP_ENCAP_*`, 0 for none.

`UDP_ENCAP`, udp(7). ENOPROTOOPT for one that is unknown or that the kernel
alone sets.

Args:
    protocol: int; optional.

Returns:
    (protocol, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::udpgro) => {
        "udpgro($self, enable=...)
--

Receives several datagrams of one sender in one call; a control message
reports their size.

`UDP_GRO`, udp(7). Feeds the control key `gro`. Since Linux 5.0.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::udpnocheck6rx) => {
        "udpnocheck6rx($self, enable=...)
--

Accepts datagrams of IPv6 without a checksum (RFC 6935).

`UDP_NO_CHECK6_RX`. Since Linux 3.16.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::udpnocheck6tx) => {
        "udpnocheck6tx($self, enable=...)
--

Sends datagrams of IPv6 without a checksum (RFC 6935).

`UDP_NO_CHECK6_TX`. Since Linux 3.16.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::udpsegment) => {
        "udpsegment($self, size=...)
--

The size of the datagrams into which a sent message is split; 0 does not
split.

`UDP_SEGMENT`, udp(7). Since Linux 4.18.

Args:
    size: int; optional.

Returns:
    (size, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::udpliterecvcscov) => {
        "udpliterecvcscov($self, size=...)
--

The least number of bytes of a received datagram of UDP-Lite that its
checksum must cover; 0 is the whole.

`UDPLITE_RECV_CSCOV`, udplite(7), RFC 3828; from the UDP-Lite header on, so
1 to 7 stand for 8. EINVAL below 0.

Args:
    size: int; optional.

Returns:
    (size, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::udplitesendcscov) => {
        "udplitesendcscov($self, size=...)
--

The number of bytes of a sent datagram of UDP-Lite that its checksum covers;
0 is the whole.

`UDPLITE_SEND_CSCOV`, udplite(7), RFC 3828; from the UDP-Lite header on, so
1 to 7 stand for 8. EINVAL below 0.

Args:
    size: int; optional.

Returns:
    (size, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::netlinkjoin) => {
        "netlinkjoin($self, group)
--

Joins a netlink group, given by its number.

`NETLINK_ADD_MEMBERSHIP`, netlink(7).

It can only be set.

Args:
    group: int.

Returns:
    (group, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::netlinkbroadcasterror) => {
        "netlinkbroadcasterror($self, enable=...)
--

Reports errors of messages to a group that could not be delivered.

`NETLINK_BROADCAST_ERROR`, netlink(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::netlinkcapack) => {
        "netlinkcapack($self, enable=...)
--

Omits the request from acknowledgements.

`NETLINK_CAP_ACK`, netlink(7). Since Linux 4.3.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::netlinkleave) => {
        "netlinkleave($self, group)
--

Leaves a netlink group, given by its number.

`NETLINK_DROP_MEMBERSHIP`, netlink(7).

It can only be set.

Args:
    group: int.

Returns:
    (group, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::netlinkextack) => {
        "netlinkextack($self, enable=...)
--

Adds a description of the error to acknowledgements.

`NETLINK_EXT_ACK`, netlink(7). Since Linux 4.12.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::netlinkstrictchk) => {
        "netlinkstrictchk($self, enable=...)
--

Checks the headers of dump requests strictly, and filters by them.

`NETLINK_GET_STRICT_CHK`. Since Linux 4.20.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::netlinklistenallnsid) => {
        "netlinklistenallnsid($self, enable=...)
--

Receives from all network namespaces that have an identifier in this one.

`NETLINK_LISTEN_ALL_NSID`, netlink(7). EPERM without CAP_NET_BROADCAST.
Since Linux 4.2.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::netlinknoenobufs) => {
        "netlinknoenobufs($self, enable=...)
--

Drops messages silently when the buffer is full, without the error ENOBUFS.

`NETLINK_NO_ENOBUFS`, netlink(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::netlinkpktinfo) => {
        "netlinkpktinfo($self, enable=...)
--

Reports the group of a message, in a control message.

`NETLINK_PKTINFO`, netlink(7). Feeds the control key `group`.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::packetauxdata) => {
        "packetauxdata($self, enable=...)
--

Reports a packet's length, status and VLAN tag, in a control message.

`PACKET_AUXDATA`, packet(7). Feeds the control key `auxdata`. Since Linux
2.6.21.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::packetignoreoutgoing) => {
        "packetignoreoutgoing($self, enable=...)
--

Does not receive the packets that this host sends.

`PACKET_IGNORE_OUTGOING`, packet(7). Since Linux 4.20.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::packetversion) => {
        "packetversion($self, version=...)
--

The layout of a packet's header in a ring: 0, 1 or 2, for `TPACKET_V1` to
`TPACKET_V3`.

`PACKET_VERSION`, packet(7). packetstatistics has one field more for 2.
EBUSY once there is a ring. Since Linux 2.6.27.

Args:
    version: int; optional.

Returns:
    (version, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (Socket::fileno) => {
        "fileno($self)
--

The descriptor, or -1 when closed.

select, selectors and asyncio use this name.

Returns:
    fd: int."
    };
    (Socket::__enter__) => {
        "Begins a `with` block, at whose end the socket is closed."
    };
    (Socket::__exit__) => {
        "Closes the socket."
    };
    (Socket::__repr__) => {
        "How an interpreter shows it: family, type, descriptor, and the address that
it is bound to."
    };
    (device::getifaddrs) => {
        "getifaddrs()
--

Lists the addresses of all interfaces.

getifaddrs(3); on Linux by rtnetlink(7), which distinguishes a broadcast
address from a peer's.

Returns:
    (list, err): list of dict (name, index, flags, mtu, label, family, addr,
        netmask, broadaddr, dstaddr), None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (device::macaddrs) => {
        "macaddrs()
--

Lists the hardware addresses of all interfaces that have one, by name.

getifaddrs(3); as `00:00:5e:00:53:01`. Loopback interfaces have none.

Returns:
    (addrs, err): dict[str, str], None; or None, an OSError if the call
        failed. The error is returned, not raised."
    };
    (device::nametoindex) => {
        "nametoindex(name)
--

The index of the interface called `name`; ENODEV where there is none.

if_nametoindex(3).

Args:
    name: str.

Returns:
    (index, err): int, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (device::indextoname) => {
        "indextoname(index)
--

The name of the interface with `index`; ENODEV where there is none.

if_indextoname(3).

Args:
    index: int.

Returns:
    (name, err): str, None; or None, an OSError if the call failed. The
        error is returned, not raised."
    };
    (device::nameindex) => {
        "nameindex()
--

Lists all interfaces: their indices and names.

if_nameindex(3).

Returns:
    (list, err): list of dict (index, name), None; or None, an OSError if
        the call failed. The error is returned, not raised."
    };
    (poll::monotonic) => {
        "monotonic()
--

Returns the seconds of the monotonic clock, which no change of the system's
time affects.

clock_gettime(2), CLOCK_MONOTONIC. Only differences between two of them have
a meaning. It is the clock of Python's time.monotonic on Linux.

Returns:
    sec: float."
    };
    (poll::sleep) => {
        "sleep(sec)
--

Waits for `sec` seconds.

ppoll(2); fractions count, and 0 does not wait. EDOM for a negative,
infinite or undefined number. In Lua a signal ends the wait with `again`; in
Python the wait continues when the handlers have run.

Args:
    sec: float, seconds.

Returns:
    (done, err, again): bool, None, False; if the call would block, None,
        None, True. If the call failed, None, an OSError, False. The error
        is returned, not raised."
    };
}
