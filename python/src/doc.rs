//! The texts of Python's `help`. Rendered by the crate llsocket-reference: ./dev docs.

macro_rules! doc {
    (AddrInfo) => {
        "An address, and the kind of socket that it is for.

Two of them are equal when they lead to the same place: their address, port,
zone, path or interface are equal. What kind of socket they are for does not
count, nor does the flow information of IPv6. Wherever one is taken, so is a
list of them, which stands for its first one."
    };
    (Socket) => {
        "A socket: a descriptor, what kind of socket it is, and the address that it
was made for.

A closed one answers every call that needs the descriptor with EBADF. It
closes itself when it is collected."
    };
    (llsocket::pton) => {
        "pton(family, text)
--

Turns an address in numbers into its bytes, in network order.

inet_pton(3); `family` is AF_INET or AF_INET6. EINVAL for any other text,
EAFNOSUPPORT for any other family.

Args:
    family: int.
    text: str.

Returns:
    (addr, err): bytes, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (llsocket::ntop) => {
        "ntop(family, bytes)
--

Turns an address's bytes, in network order, into text.

inet_ntop(3); `family` is AF_INET or AF_INET6. EINVAL for bytes of another
length, EAFNOSUPPORT for any other family.

Args:
    family: int.
    bytes: bytes-like object.

Returns:
    (text, err): str, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (llsocket::htons) => {
        "htons(number)
--

Turns a number of 16 bits from the host's byte order into the network's, or
back.

htons(3), ntohs(3).

Args:
    number: int.

Returns:
    number: int."
    };
    (llsocket::htonl) => {
        "htonl(number)
--

Turns a number of 32 bits from the host's byte order into the network's, or
back.

htonl(3), ntohl(3).

Args:
    number: int.

Returns:
    number: int."
    };
    (llsocket::ntohs) => {
        "ntohs(number)
--

Turns a number of 16 bits from the host's byte order into the network's, or
back.

htons(3), ntohs(3).

Args:
    number: int.

Returns:
    number: int."
    };
    (llsocket::ntohl) => {
        "ntohl(number)
--

Turns a number of 32 bits from the host's byte order into the network's, or
back.

htonl(3), ntohl(3).

Args:
    number: int.

Returns:
    number: int."
    };
    (llsocket::strerror) => {
        "strerror(errno)
--

Tells what an errno means, in the C locale.

strerror(3).

Args:
    errno: int.

Returns:
    text: str."
    };
    (llsocket::gaistrerror) => {
        "gaistrerror(code)
--

Tells what an `EAI_*` number means, in the C locale.

gai_strerror(3).

Args:
    code: int.

Returns:
    text: str."
    };
    (llsocket::getservbyname) => {
        "getservbyname(name, protocol=None)
--

Finds the port of a service.

services(5), by getaddrinfo(3), which any thread may call; `protocol` is
`tcp` (the default) or `udp`. EAI_SERVICE for a name that is not there.

Args:
    name: str.
    protocol: str; optional.

Returns:
    (port, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
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
    (name, err): str, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (llsocket::getprotobyname) => {
        "getprotobyname(name)
--

Finds the number of a protocol of IP, by its name in protocols(5): `tcp`,
`udp`, `icmp` ...

Known are the names of the `IPPROTO_*` constants, whether this host has the
file or not. ENOENT for any other.

Args:
    name: str.

Returns:
    (number, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (llsocket::gethostname) => {
        "gethostname()
--

Tells the name of this host.

gethostname(2).

Returns:
    (name, err): str, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (inet::getaddrinfo) => {
        "getaddrinfo(host=None, port=None, socktype=0, protocol=0, *flags)
--

Finds the addresses of a host and a service.

getaddrinfo(3), RFC 3493. Without `host` it is this host: the wildcard
address with AI_PASSIVE, else the loopback. `port` is a decimal number up to
65535 or a name of services(5); anything else, with blanks or a sign, is
EAI_SERVICE. Errors are `EAI_*`, but for EAI_SYSTEM, in whose place stands
the errno behind it. Waits for name servers where it must ask them.

IPv4 and IPv6 addresses, as they come. `flags` are `AI_*`.

Args:
    host: str; optional.
    port: str; optional.
    socktype: int; 0 by default.
    protocol: int; 0 by default.
    *flags: int; any number of them.

Returns:
    (list, err): list[AddrInfo], None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (inet::getaddrinfo6) => {
        "getaddrinfo6(host=None, port=None, socktype=0, protocol=0, *flags)
--

Finds the addresses of a host and a service.

getaddrinfo(3), RFC 3493. Without `host` it is this host: the wildcard
address with AI_PASSIVE, else the loopback. `port` is a decimal number up to
65535 or a name of services(5); anything else, with blanks or a sign, is
EAI_SERVICE. Errors are `EAI_*`, but for EAI_SYSTEM, in whose place stands
the errno behind it. Waits for name servers where it must ask them.

IPv6 addresses alone. `flags` are `AI_*`.

Args:
    host: str; optional.
    port: str; optional.
    socktype: int; 0 by default.
    protocol: int; 0 by default.
    *flags: int; any number of them.

Returns:
    (list, err): list[AddrInfo], None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (unix::getaddrinfo) => {
        "getaddrinfo(path, socktype=0, protocol=0, *flags)
--

Makes the unix address of `path`: empty is unnamed, a leading NUL makes an
abstract name.

unix(7); `socktype` is `SOCK_*`. ENAMETOOLONG above env.unixpath_max bytes;
EINVAL for a path with a NUL inside.

A list of one, in the manner of inet.getaddrinfo. The flags mean nothing to
a path.

Args:
    path: str, bytes or path-like object.
    socktype: int; 0 by default.
    protocol: int; 0 by default.
    *flags: int; any number of them.

Returns:
    (list, err): list[AddrInfo], None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (addrinfo::getaddrinfo) => {
        "getaddrinfo(host=None, port=None, family=0, socktype=0, protocol=0, *flags)
--

Finds the addresses of a host and a service.

getaddrinfo(3), RFC 3493. Without `host` it is this host: the wildcard
address with AI_PASSIVE, else the loopback. `port` is a decimal number up to
65535 or a name of services(5); anything else, with blanks or a sign, is
EAI_SERVICE. Errors are `EAI_*`, but for EAI_SYSTEM, in whose place stands
the errno behind it. Waits for name servers where it must ask them.

Of the family `AF_*`, by default of any. `flags` are `AI_*`.

Args:
    host: str; optional.
    port: str; optional.
    family: int; 0 by default.
    socktype: int; 0 by default.
    protocol: int; 0 by default.
    *flags: int; any number of them.

Returns:
    (list, err): list[AddrInfo], None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (addrinfo::inet) => {
        "inet(addr, port, socktype=0, protocol=0)
--

Makes the address of an IPv4 endpoint of an address in numbers and a port.

ip(7); `socktype` is `SOCK_*`, `protocol` is `IPPROTO_*`, 0 any. EINVAL for
any other text.

Args:
    addr: str.
    port: int, or its digits in a str.
    socktype: int; 0 by default.
    protocol: int; 0 by default.

Returns:
    (ai, err): AddrInfo, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (addrinfo::inet6) => {
        "inet6(addr, port, socktype=0, protocol=0)
--

Makes the address of an IPv6 endpoint of an address in numbers and a port.

ipv6(7); the address may name its interface, `fe80::1%eth0`. `socktype` is
`SOCK_*`, `protocol` is `IPPROTO_*`, 0 any. EINVAL for any other text,
ENODEV for an unknown interface.

Args:
    addr: str.
    port: int, or its digits in a str.
    socktype: int; 0 by default.
    protocol: int; 0 by default.

Returns:
    (ai, err): AddrInfo, None. A failure is None, an OSError. It is
        returned, not raised."
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
    (ai, err): AddrInfo, None. A failure is None, an OSError. It is
        returned, not raised."
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
    (ai, err): AddrInfo, None. A failure is None, an OSError. It is
        returned, not raised."
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
    (ai, err): AddrInfo, None. A failure is None, an OSError. It is
        returned, not raised."
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
    (ai, err): AddrInfo, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (addrinfo::raw) => {
        "raw(bytes, socktype=0, protocol=0)
--

Makes an address of any family of the bytes of its `sockaddr`.

The family stands in the first two bytes, as the system has it. EINVAL where
they are too many.

Args:
    bytes: bytes-like object.
    socktype: int; 0 by default.
    protocol: int; 0 by default.

Returns:
    (ai, err): AddrInfo, None. A failure is None, an OSError. It is
        returned, not raised."
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

The address as text: numbers for IP, the path (or `\\0name`) for unix, the
hardware address for a packet socket or a link, the groups for netlink, the
machine for vsock; empty for other families.

An IPv6 address with a zone has it behind a `%`, as the interface's name, or
as its index where there is no such interface any more. Text and port make
the same address again.

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

How a packet socket's packet went, `PACKET_HOST`, `PACKET_OUTGOING` and so
on, in the address that came with it.

packet(7), `sll_pkttype`.

Returns:
    pkttype: int | None."
    };
    (AddrInfo::ipv4mapped) => {
        "ipv4mapped($self)
--

The IPv4 address in an IPv6 address of the form `::ffff:a.b.c.d`, with its
port and kind of socket; none in any other address.

RFC 4291, section 2.5.5.2. It is how an IPv6 socket that is not v6only tells
an IPv4 peer.

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
        "nameinfo($self, *flags)
--

Finds the names of the address.

getnameinfo(3); `flags` are `NI_*`. A unix address is on `localhost`, its
service is its path. Errors are `EAI_*`: EAI_NONAME where NI_NAMEREQD finds
no name, EAI_FAMILY for a family that knows no names.

Args:
    *flags: int; any number of them.

Returns:
    (ni, err): dict (host, serv), None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (AddrInfo::getnameinfo) => {
        "getnameinfo($self, *flags)
--

Finds the names of the address.

getnameinfo(3); `flags` are `NI_*`. A unix address is on `localhost`, its
service is its path. Errors are `EAI_*`: EAI_NONAME where NI_NAMEREQD finds
no name, EAI_FAMILY for a family that knows no names.

The same function as nameinfo.

Args:
    *flags: int; any number of them.

Returns:
    (ni, err): dict (host, serv), None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (AddrInfo::__repr__) => {
        "How an interpreter shows it: family, type, protocol, and the address."
    };
    (AddrInfo::__eq__) => {
        "Tells whether both are addrinfo and their addresses are equal."
    };
    (AddrInfo::__ne__) => {
        "Tells whether one is no addrinfo or their addresses are different."
    };
    (AddrInfo::__hash__) => {
        "Gives the same number for equal addresses, so that they can be keys."
    };
    (socket::new) => {
        "new(ai, nonblock=False)
--

Opens a socket of the kind that an addrinfo says; it is close-on-exec from
birth.

socket(2). The addrinfo is also where bind and connect go when they are not
told; its type 0 stands for SOCK_STREAM. With `nonblock`, calls that would
wait say again.

Args:
    ai: AddrInfo, or a sequence of them.
    nonblock: bool; False by default.

Returns:
    (sock, err): Socket, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (socket::pair) => {
        "pair(socktype, nonblock=False, protocol=0)
--

Opens two unix sockets that are connected with each other.

socketpair(2); `socktype` is `SOCK_STREAM`, `SOCK_DGRAM` or
`SOCK_SEQPACKET`.

Args:
    socktype: int.
    nonblock: bool; False by default.
    protocol: int; 0 by default.

Returns:
    (socks, err): list[Socket], None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (socket::wrap) => {
        "wrap(fd, nonblock=None)
--

Adopts a descriptor, after asking the kernel what it is.

It becomes close-on-exec; `nonblock` switches O_NONBLOCK, or leaves it.
ENOTSOCK for what is not a socket, EBADF for what is not a descriptor: those
stay the caller's.

Args:
    fd: int.
    nonblock: bool; optional.

Returns:
    (sock, err): Socket, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (socket::listenfds) => {
        "listenfds()
--

Takes the sockets that a service manager handed over, with their names.

sd_listen_fds_with_names(3): LISTEN_PID must name this process; LISTEN_FDS
says how many, LISTEN_FDNAMES what they are called. The three variables
leave the environment, so that no other program takes them for its own, and
every call but the first gives an empty list; so does the first one where
there are none. All descriptors become close-on-exec; those that are not
sockets are otherwise left alone. To be called before threads are started
that read or change the environment.

Returns:
    (list, err): list of dict (socket, name), None. A failure is None, an
        OSError. It is returned, not raised."
    };
    (socket::shutdown) => {
        "shutdown(fd, flag=None)
--

Shuts down a part of the connection of `fd`: `SHUT_RD`, `SHUT_WR`, or by
default `SHUT_RDWR`.

shutdown(2). ENOTCONN where there is no connection, ENOTSOCK for what is not
a socket.

Args:
    fd: int.
    flag: int; optional.

Returns:
    err: None; for a failure, an OSError. It is returned, not raised."
    };
    (socket::close) => {
        "close(fd, flag=None)
--

Closes `fd`; with a `SHUT_*` flag, shuts the connection down first.

close(2). The descriptor is gone afterwards, whatever the answer; that
nothing was connected is no error. EBADF for what is not a descriptor.

Args:
    fd: int.
    flag: int; optional.

Returns:
    err: None; for a failure, an OSError. It is returned, not raised."
    };
    (Socket::dup) => {
        "dup($self, ai=None)
--

Opens a second descriptor of the same socket; it is close-on-exec from
birth.

fcntl(2), `F_DUPFD_CLOEXEC`. Both share the connection and its options. An
addrinfo, if given, is where bind and connect of the second one go when they
are not told.

Args:
    ai: AddrInfo, or a sequence of them; optional.

Returns:
    (sock, err): Socket, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::unwrap) => {
        "unwrap($self)
--

Gives the descriptor up: it stays open and is the caller's; this socket is
then closed.

EBADF where it is closed already. While other threads are inside a call of
the socket (Python), the caller gets a duplicate, since the number itself is
theirs until they have returned.

Returns:
    (fd, err): int, None. A failure is None, an OSError. It is returned, not
        raised."
    };
    (Socket::shutdown) => {
        "shutdown($self, flag=None)
--

Shuts down a part of the connection: `SHUT_RD`, `SHUT_WR`, or by default
`SHUT_RDWR`.

shutdown(2). ENOTCONN where there is no connection.

Args:
    flag: int; optional.

Returns:
    err: None; for a failure, an OSError. It is returned, not raised."
    };
    (Socket::close) => {
        "close($self, flag=None)
--

Closes the socket; with a `SHUT_*` flag, shuts the connection down first.

close(2). The descriptor is gone afterwards, whatever the answer. That
nothing was connected is no error, nor is a second close. The connection
stays with duplicates and forked children, unless a flag shuts it down for
all who have it. In Python, calls of other threads that wait for the socket
return EBADF at once; connect, sendfile, and an accept that another process
got ahead of, return when the kernel does.

Args:
    flag: int; optional.

Returns:
    err: None; for a failure, an OSError. It is returned, not raised."
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
        "cloexec($self, enable=None)
--

Closes the descriptor when a program is executed in this process
(`FD_CLOEXEC`).

ioctl(2), `FIOCLEX`; fcntl(2), `F_GETFD`.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::nonblock) => {
        "nonblock($self, enable=None)
--

Makes calls that would wait say again instead (`O_NONBLOCK`).

ioctl(2), `FIONBIO`; fcntl(2), `F_GETFL`. The flag belongs to all
descriptors of the socket.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::atmark) => {
        "atmark($self)
--

Tells whether what is received next stands right behind the urgent mark.

sockatmark(3), by ioctl(2), `SIOCATMARK`.

Returns:
    (mark, err): bool, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::bind) => {
        "bind($self, ai=None)
--

Gives the socket its own address: that of an addrinfo, or the one that it
was made for.

bind(2). EADDRINUSE, EADDRNOTAVAIL, EACCES and the like; EDESTADDRREQ
without any address.

Args:
    ai: AddrInfo, or a sequence of them; optional.

Returns:
    err: None; for a failure, an OSError. It is returned, not raised."
    };
    (Socket::getsockname) => {
        "getsockname($self)
--

Asks the kernel for the socket's own address.

getsockname(2). A socket that was never bound has the wildcard's, or an
unnamed one.

Returns:
    (ai, err): AddrInfo, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::getpeername) => {
        "getpeername($self)
--

Asks the kernel for the peer's address.

getpeername(2). ENOTCONN where there is no peer.

Returns:
    (ai, err): AddrInfo, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::connect) => {
        "connect($self, ai=None)
--

Connects with the peer at an addrinfo, or at the address that the socket was
made for.

connect(2). On a non-blocking socket, success means that the connection is
on its way: it is made when the socket becomes sendable and its pending
error is 0. On a blocking socket EINPROGRESS says that sndtimeo ran out. A
signal ends it with EINTR in Lua, and the connection goes on being made; in
Python the call goes on. EAGAIN on a unix stream socket says that the
listener's backlog is full, and nothing is on its way: the socket counts as
sendable, so that waiting for that does not help, and connect has to be
called again later. ECONNREFUSED, ETIMEDOUT, ENETUNREACH and the like;
EDESTADDRREQ without any address.

Args:
    ai: AddrInfo, or a sequence of them; optional.

Returns:
    err: None; for a failure, an OSError. It is returned, not raised."
    };
    (Socket::disconnect) => {
        "disconnect($self)
--

Dissolves the association of a datagram socket with its peer, so that it
receives from everybody again.

connect(2) with AF_UNSPEC. A port that the kernel has chosen is given back;
one that was bound stays. On a TCP socket Linux resets the connection;
EINVAL on a unix stream socket.

Returns:
    err: None; for a failure, an OSError. It is returned, not raised."
    };
    (Socket::listen) => {
        "listen($self, backlog=None)
--

Listens for connections, of which `backlog` may wait to be accepted.

listen(2). At least 1, by default the system's most, SOMAXCONN. EOPNOTSUPP
for a socket of a type that knows no connections.

Args:
    backlog: int; optional.

Returns:
    err: None; for a failure, an OSError. It is returned, not raised."
    };
    (Socket::accept) => {
        "accept($self, peer=False)
--

Accepts a connection; the new socket waits if, and only if, this one does.

accept4(2). A connection that is gone already says again. EMFILE leaves it
waiting. On Linux the new socket has the options of this one, with rcvtimeo,
sndtimeo, linger, keepalive and the sizes of the buffers among them: a
listener whose accept has a time limit gives it to its connections.

With `peer`, the peer's address is one more result, at the end.

Args:
    peer: bool; False by default.

Returns:
    (sock, err, again): Socket, None, False. Nothing yet is None, None,
        True. A failure is None, an OSError, False. It is returned, not
        raised. With peer the results are (sock, err, again, ai)."
    };
    (Socket::acceptfd) => {
        "acceptfd($self)
--

Accepts a connection as a bare descriptor, close-on-exec, which is the
caller's to close.

accept4(2), as accept.

Returns:
    (fd, err, again): int, None, False. Nothing yet is None, None, True. A
        failure is None, an OSError, False. It is returned, not raised."
    };
    (Socket::send) => {
        "send($self, msg, *flags)
--

Sends `msg`, and gives the number of bytes that the kernel took.

send(2); `flags` are `MSG_*`, with MSG_NOSIGNAL always among them. An empty
message is a datagram like others; on a stream it is EINVAL. EMSGSIZE for a
datagram that is too long. EPIPE is the peer's end where a peer has closed,
an error after the socket's own SHUT_WR, and ENOTCONN where there never was
a peer. MSG_ZEROCOPY is EOPNOTSUPP.

Args:
    msg: bytes-like object.
    *flags: int; any number of them.

Returns:
    (len, err, again): int, None, False. Less than all is the int that went,
        None, True. The peer's end is None, None, False. A failure is None,
        an OSError, False. It is returned, not raised."
    };
    (Socket::sendto) => {
        "sendto($self, msg, ai, *flags)
--

Sends `msg` to the address of an addrinfo, and gives the number of bytes
that the kernel took.

sendto(2); `flags` are `MSG_*`, with MSG_NOSIGNAL always among them. An
empty message is a datagram like others; on a stream it is EINVAL. A
connected stream answers EISCONN, or sends to its peer all the same. With
MSG_FASTOPEN, a connection that is on its way says again with 0 bytes.
MSG_ZEROCOPY is EOPNOTSUPP.

Args:
    msg: bytes-like object.
    ai: AddrInfo, or a sequence of them.
    *flags: int; any number of them.

Returns:
    (len, err, again): int, None, False. Less than all is the int that went,
        None, True. The peer's end is None, None, False. A failure is None,
        an OSError, False. It is returned, not raised."
    };
    (Socket::sendfile) => {
        "sendfile($self, file, bytes, offset=0)
--

Sends up to `bytes` bytes of `file` from `offset` on, without a copy in user
space.

sendfile(2). Gives the number of bytes that the kernel took, 0 at the end of
the file. The file's own position is left alone. EINVAL for a negative
number.

Args:
    file: descriptor, or an object with fileno().
    bytes: int.
    offset: int; 0 by default.

Returns:
    (len, err, again): int, None, False. Less than all is the int that went,
        None, True. The peer's end is None, None, False. A failure is None,
        an OSError, False. It is returned, not raised."
    };
    (Socket::sendfd) => {
        "sendfd($self, fd, ai=None, *flags)
--

Sends the descriptor `fd` to the peer, or to the address of an addrinfo,
with one byte of data.

sendmsg(2), `SCM_RIGHTS` of unix(7); `flags` are `MSG_*`. The receiver gets
a copy; this one stays open. EBADF for what is not a descriptor.

Args:
    fd: descriptor, or an object with fileno().
    ai: AddrInfo, or a sequence of them; optional.
    *flags: int; any number of them.

Returns:
    (len, err, again): int, None, False. Less than all is the int that went,
        None, True. The peer's end is None, None, False. A failure is None,
        an OSError, False. It is returned, not raised."
    };
    (Socket::write) => {
        "write($self, msg)
--

Sends `msg` as send does without flags.

Args:
    msg: bytes-like object.

Returns:
    (len, err, again): int, None, False. Less than all is the int that went,
        None, True. The peer's end is None, None, False. A failure is None,
        an OSError, False. It is returned, not raised."
    };
    (Socket::recv) => {
        "recv($self, bufsize=None, *flags)
--

Receives what has come, up to the buffer's size: some bytes of a stream, or
one message.

recv(2); `flags` are `MSG_*`. The size is by default 4096 on a stream and
65,536 on any other socket. A message that is longer than the size is cut,
and its rest is discarded. A size below 1 is EINVAL; however large it is,
memory is used only for what arrives. With MSG_WAITALL it goes on until all
of the size is there. MSG_TRUNC never gives bytes that were not received: on
a TCP stream, where it throws them away, it gives none. MSG_ZEROCOPY is
EOPNOTSUPP.

inq tells the size of the next datagram beforehand.

Args:
    bufsize: int; optional.
    *flags: int; any number of them.

Returns:
    (msg, err, again): bytes, None, False. Nothing yet is None, None, True.
        The peer's end is None, None, False. A failure is None, an OSError,
        False. It is returned, not raised."
    };
    (Socket::recvfrom) => {
        "recvfrom($self, bufsize=None, *flags)
--

Receives as recv does, and tells who has sent it.

recvfrom(2); `flags` are `MSG_*`. A connected stream names no sender.

A datagram that is longer than `bufsize` is cut, as by recv.

Args:
    bufsize: int; optional.
    *flags: int; any number of them.

Returns:
    (msg, ai, err, again): bytes, AddrInfo | None, None, False. Nothing yet
        is None, None, None, True. The peer's end is None, None, None,
        False. A failure is None, None, an OSError, False. It is returned,
        not raised."
    };
    (Socket::recvfd) => {
        "recvfd($self, *flags)
--

Receives a descriptor, close-on-exec, which is the caller's to close.

recvmsg(2), `SCM_RIGHTS` of unix(7); `flags` are `MSG_*`. It is for the
messages of sendfd, one byte of data with one descriptor: it takes one byte,
and what else a datagram holds is lost; recvmsg is for all other messages.
ENOMSG for a message without a descriptor, EMSGSIZE for one with several,
which are then all closed; EMFILE where this process has no room for one.

Args:
    *flags: int; any number of them.

Returns:
    (fd, err, again): int, None, False. Nothing yet is None, None, True. The
        peer's end is None, None, False. A failure is None, an OSError,
        False. It is returned, not raised."
    };
    (Socket::read) => {
        "read($self, bufsize=None)
--

Receives as recv does without flags.

Args:
    bufsize: int; optional.

Returns:
    (msg, err, again): bytes, None, False. Nothing yet is None, None, True.
        The peer's end is None, None, False. A failure is None, an OSError,
        False. It is returned, not raised."
    };
    (Socket::inq) => {
        "inq($self)
--

Tells how many bytes wait to be received: of a datagram socket, those of the
next datagram.

ioctl(2), `SIOCINQ` of tcp(7), udp(7) and unix(7). EINVAL on a socket that
listens.

Returns:
    (bytes, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::outq) => {
        "outq($self)
--

Tells how many bytes wait to be sent, or to be acknowledged.

ioctl(2), `SIOCOUTQ` of tcp(7) and unix(7). EINVAL on a socket that listens.

Returns:
    (bytes, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::recvable) => {
        "recvable($self, sec=None)
--

Waits until there is something to receive or accept, or the peer has closed.

ppoll(2), for `sec` seconds, by default for ever; 0 asks at once. Says again
when the time ran out or, in Lua, a signal came in. EDOM for a negative,
infinite or undefined number. A socket with an unread error queue (recverr)
counts as ready.

Args:
    sec: float, seconds; optional.

Returns:
    (ready, err, again): bool, None, False. Nothing yet is None, None, True.
        A failure is None, an OSError, False. It is returned, not raised."
    };
    (Socket::sendable) => {
        "sendable($self, sec=None)
--

Waits until there is room to send, or a connection is made or has failed.

ppoll(2), for `sec` seconds, by default for ever; 0 asks at once. Says again
when the time ran out or, in Lua, a signal came in. EDOM for a negative,
infinite or undefined number. A unix datagram socket without a peer always
counts as ready, whatever the receiver's queue holds.

A unix datagram socket that is not connected is always sendable, whether its
receivers have room or not: sendto then says again.

Args:
    sec: float, seconds; optional.

Returns:
    (ready, err, again): bool, None, False. Nothing yet is None, None, True.
        A failure is None, an OSError, False. It is returned, not raised."
    };
    (Socket::linger) => {
        "linger($self, sec=None)
--

Says how long close waits for unsent data: seconds, or -1 to not wait.

`SO_LINGER`, socket(7). 0 throws unsent data away and resets the connection.
Asked, answers the seconds, or -1 when off. EINVAL below -1.

Args:
    sec: int; optional.

Returns:
    (sec, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::unicastif) => {
        "unicastif($self, interface=None)
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
    (interface, err): str | int, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::localportrange) => {
        "localportrange($self, range=None)
--

The ports among which bind and connect choose, as a list of the lowest and
the highest.

`IP_LOCAL_PORT_RANGE`, ip(7). A 0 stands for the system's own bound. EINVAL
where the lowest is above the highest. Since Linux 6.3.

Args:
    range: sequence of the lowest and the highest; optional.

Returns:
    (range, err): list[int], None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::mcastif) => {
        "mcastif($self, interface=None)
--

Chooses the interface that multicast datagrams leave by, given by its name,
its index or an address of it.

`IP_MULTICAST_IF`, ip(7); `IPV6_MULTICAST_IF`, ipv6(7); both on an IPv6
socket that is not v6only. `\"\"`, `0.0.0.0` and `::` leave the choice to the
kernel again. Asked, answers the name, or the index where there is no such
interface any more, and `\"\"` where none was chosen. An IPv4 socket keeps the
index alone, which the kernel does not tell: asked, answers what was set
through this object, else the interface whose address the kernel tells.
ENODEV for an unknown interface, EOPNOTSUPP on sockets of SOCK_STREAM and
SOCK_SEQPACKET.

Args:
    interface: interface's name, index or address; optional.

Returns:
    (interface, err): str | int, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::mcastjoin) => {
        "mcastjoin($self, group, interface=None)
--

Joins a multicast group, to hear whoever sends to it.

`MCAST_JOIN_GROUP`, RFC 3678; the same as `IP_ADD_MEMBERSHIP`, ip(7), and
`IPV6_JOIN_GROUP`, ipv6(7). The interface is given by its name, its index or
an address of it. Without one it is the zone of the group (`ff02::1%eth0`),
else the routing table chooses. An IPv6 socket that is not v6only joins IPv4
groups, too. EINVAL for what is not a group, and for an interface that is
not the group's zone; EADDRINUSE where it is joined already, ENODEV for an
unknown interface, ENOBUFS for the 21st group of an IPv4 socket, EOPNOTSUPP
on sockets of SOCK_STREAM and SOCK_SEQPACKET.

Args:
    group: address in numbers, or an AddrInfo.
    interface: interface's name, index or address; optional.

Returns:
    err: None; for a failure, an OSError. It is returned, not raised."
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
    err: None; for a failure, an OSError. It is returned, not raised."
    };
    (Socket::mcastjoinsrc) => {
        "mcastjoinsrc($self, group, source, interface=None)
--

Joins a multicast group, to hear one source alone; more sources may be
added.

`MCAST_JOIN_SOURCE_GROUP`, RFC 3678; for IPv4 the same as
`IP_ADD_SOURCE_MEMBERSHIP`, ip(7). The interface as in mcastjoin; the zone
of the source counts as that of the group does.

Args:
    group: address in numbers, or an AddrInfo.
    source: address in numbers, or an AddrInfo.
    interface: interface's name, index or address; optional.

Returns:
    err: None; for a failure, an OSError. It is returned, not raised."
    };
    (Socket::mcastleavesrc) => {
        "mcastleavesrc($self, group, source, interface=None)
--

Stops hearing one source of a multicast group.

`MCAST_LEAVE_SOURCE_GROUP`, RFC 3678; for IPv4 the same as
`IP_DROP_SOURCE_MEMBERSHIP`, ip(7). EADDRNOTAVAIL where the source is not
joined, EINVAL where the group is not. With the last source the group is
left.

Args:
    group: address in numbers, or an AddrInfo.
    source: address in numbers, or an AddrInfo.
    interface: interface's name, index or address; optional.

Returns:
    err: None; for a failure, an OSError. It is returned, not raised."
    };
    (Socket::mcastblocksrc) => {
        "mcastblocksrc($self, group, source, interface=None)
--

Shuts one source of a joined multicast group out.

`MCAST_BLOCK_SOURCE`, RFC 3678; for IPv4 the same as `IP_BLOCK_SOURCE`,
ip(7).

Args:
    group: address in numbers, or an AddrInfo.
    source: address in numbers, or an AddrInfo.
    interface: interface's name, index or address; optional.

Returns:
    err: None; for a failure, an OSError. It is returned, not raised."
    };
    (Socket::mcastunblocksrc) => {
        "mcastunblocksrc($self, group, source, interface=None)
--

Lets a source of a multicast group be heard that was shut out.

`MCAST_UNBLOCK_SOURCE`, RFC 3678; for IPv4 the same as `IP_UNBLOCK_SOURCE`,
ip(7). EADDRNOTAVAIL where it was not blocked.

Args:
    group: address in numbers, or an AddrInfo.
    source: address in numbers, or an AddrInfo.
    interface: interface's name, index or address; optional.

Returns:
    err: None; for a failure, an OSError. It is returned, not raised."
    };
    (Socket::tcpinfo) => {
        "tcpinfo($self)
--

Tells the state of a TCP connection, by the names of `struct tcp_info`.

`TCP_INFO`, tcp(7). Times are in microseconds, but for last_data_sent,
last_data_recv and last_ack_recv, in milliseconds; windows are in segments,
sizes in bytes, rates in bytes per second. There are as many fields as the
running kernel has.

Returns:
    (info, err): dict[str, int], None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::mptcpinfo) => {
        "mptcpinfo($self)
--

Tells the state of a Multipath TCP connection, by the names of `struct
mptcp_info`.

`MPTCP_INFO`, RFC 8684. EOPNOTSUPP where the connection fell back to TCP.
Since Linux 5.16.

Returns:
    (info, err): dict[str, int], None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::meminfo) => {
        "meminfo($self)
--

Tells how much memory the socket's queues hold, and may hold, in bytes; and
what was dropped.

`SO_MEMINFO`, linux/sock_diag.h. Since Linux 4.12.

Returns:
    (info, err): dict[str, int], None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::peercred) => {
        "peercred($self)
--

Tells the process, the user and the group of the peer, as they were when it
connected.

`SO_PEERCRED`, unix(7). Unix sockets; without a peer pid is 0, uid and gid
are 4294967295.

Returns:
    (cred, err): dict[str, int], None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::peergroups) => {
        "peergroups($self)
--

Lists the groups of the peer's user, as they were when it connected.

`SO_PEERGROUPS`, unix(7). ENODATA without a peer. Since Linux 4.13.

Returns:
    (groups, err): list[int], None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::peerpidfd) => {
        "peerpidfd($self)
--

Opens a descriptor of the peer's process, which is the caller's to close.

`SO_PEERPIDFD`. It is close-on-exec, and readable once the process has
ended. Unix sockets; ENODATA where there is no peer. Since Linux 6.5.

Returns:
    (fd, err): int, None. A failure is None, an OSError. It is returned, not
        raised."
    };
    (Socket::attachfilter) => {
        "attachfilter($self, program=None)
--

Receives only what a classic BPF program lets through: a list of `{code, jt,
jf, k}`.

`SO_ATTACH_FILTER`, socket(7). The program's answer is the number of bytes
to keep, 0 drops the packet. Asked, answers the program that is attached, an
empty list where there is none. EINVAL for a program that the kernel finds
wrong, is empty, or has more than 4096 instructions.

Args:
    program: sequence of (code, jt, jf, k); optional.

Returns:
    (program, err): list[list[int]], None. A failure is None, an OSError. It
        is returned, not raised."
    };
    (Socket::detachfilter) => {
        "detachfilter($self)
--

Takes the filter off, be it classic or not; true when it is off.

`SO_DETACH_FILTER`, socket(7). ENOENT where there is none.

Returns:
    (done, err): bool, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::reuseportcbpf) => {
        "reuseportcbpf($self, program)
--

Chooses the socket of a reuseport group by a classic BPF program: a list of
`{code, jt, jf, k}`.

`SO_ATTACH_REUSEPORT_CBPF`, socket(7). The program's answer is the socket's
index in the group. Since Linux 4.5.

It can only be set.

Args:
    program: sequence of (code, jt, jf, k).

Returns:
    (program, err): list[list[int]], None. A failure is None, an OSError. It
        is returned, not raised."
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
    (value, err): int | bytes, None. A failure is None, an OSError. It is
        returned, not raised."
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
    err: None; for a failure, an OSError. It is returned, not raised."
    };
    (Socket::acceptconn) => {
        "acceptconn($self)
--

Tells whether the socket listens.

`SO_ACCEPTCONN`, socket(7).

Returns:
    (enabled, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::attachbpf) => {
        "attachbpf($self, fd)
--

Filters what arrives with a loaded eBPF program, given by its descriptor.

`SO_ATTACH_BPF`, socket(7). detachfilter removes it. Since Linux 3.19.

It can only be set.

Args:
    fd: int.

Returns:
    (fd, err): int, None. A failure is None, an OSError. It is returned, not
        raised."
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
    (fd, err): int, None. A failure is None, an OSError. It is returned, not
        raised."
    };
    (Socket::bindtodevice) => {
        "bindtodevice($self, ifname=None)
--

Sends and receives through one interface only, given by its name, its index
or an address of it; `\"\"` is any.

`SO_BINDTODEVICE`, socket(7). Asked, answers the name. ENODEV for an unknown
interface, ENAMETOOLONG for a name of more than 15 bytes, EPERM for changing
it without CAP_NET_RAW.

Args:
    ifname: interface's name, index or address; optional.

Returns:
    (ifname, err): str | int, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::bindtoifindex) => {
        "bindtoifindex($self, index=None)
--

Sends and receives through one interface only, given by its index; 0 is any.

`SO_BINDTOIFINDEX`. Any index is taken, be there such an interface or not;
EINVAL below 0. Since Linux 5.0.

Args:
    index: int; optional.

Returns:
    (index, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::broadcast) => {
        "broadcast($self, enable=None)
--

Allows datagrams to a broadcast address.

`SO_BROADCAST`, socket(7). Datagram sockets only; without it such a send is
EACCES.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::busypoll) => {
        "busypoll($self, usec=None)
--

Microseconds for which a receive polls the network card before it sleeps.

`SO_BUSY_POLL`, socket(7). Many kernels want CAP_NET_ADMIN for raising it:
EPERM without. Since Linux 3.11.

Args:
    usec: int; optional.

Returns:
    (usec, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::cookie) => {
        "cookie($self)
--

The number that the kernel knows the socket by, as in sock_diag(7).

`SO_COOKIE`. Stays the same for the socket's life. Since Linux 4.12.

Returns:
    (number, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::debug) => {
        "debug($self, enable=None)
--

Switches debugging in the protocol's code.

`SO_DEBUG`, socket(7). Needs CAP_NET_ADMIN: EACCES without.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::domain) => {
        "domain($self)
--

The address family, asked of the kernel.

`SO_DOMAIN`, socket(7).

Returns:
    (number, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::dontroute) => {
        "dontroute($self, enable=None)
--

Sends to directly connected hosts only, past all gateways.

`SO_DONTROUTE`, socket(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::error) => {
        "error($self)
--

Gives the pending error's number, 0 for none, and clears it.

`SO_ERROR`, socket(7). After a non-blocking connect has become sendable,
this says how it ended.

Returns:
    (number, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::incomingcpu) => {
        "incomingcpu($self, cpu=None)
--

The processor that handles what arrives for this socket; of a reuseport
group, the one that prefers it. -1 is none.

`SO_INCOMING_CPU`, socket(7). Since Linux 3.19, to be set since 4.4.

Args:
    cpu: int; optional.

Returns:
    (cpu, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::incomingnapiid) => {
        "incomingnapiid($self)
--

The number of the network card's queue that last received for this socket; 0
where none is known.

`SO_INCOMING_NAPI_ID`, socket(7). Since Linux 4.12.

Returns:
    (number, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::keepalive) => {
        "keepalive($self, enable=None)
--

Probes an idle connection, to find a peer that is gone.

`SO_KEEPALIVE`, socket(7); how often, say tcpkeepidle, tcpkeepintvl and
tcpkeepcnt.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::mark) => {
        "mark($self, mark=None)
--

The mark of all that this socket sends, for routing and packet filters.

`SO_MARK`, socket(7). EPERM without CAP_NET_ADMIN, or, since Linux 5.17,
CAP_NET_RAW.

Args:
    mark: int; optional.

Returns:
    (mark, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::maxpacingrate) => {
        "maxpacingrate($self, rate=None)
--

The most bytes per second that TCP sends; -1 is no limit.

`SO_MAX_PACING_RATE`. Since Linux 3.13; EINVAL below -1.

Args:
    rate: int; optional.

Returns:
    (rate, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::oobinline) => {
        "oobinline($self, enable=None)
--

Leaves out-of-band data in the stream, for recv without MSG_OOB.

`SO_OOBINLINE`, socket(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::passcred) => {
        "passcred($self, enable=None)
--

Takes the sender's process, user and group along with each message, as
control data.

`SO_PASSCRED`, unix(7); on netlink sockets, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::passpidfd) => {
        "passpidfd($self, enable=None)
--

Takes a descriptor of the sender's process along with each message, as
control data.

`SO_PASSPIDFD`. Unix sockets; since Linux 6.5.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::peekoff) => {
        "peekoff($self, offset=None)
--

Where in the queue MSG_PEEK looks next, in bytes; -1 switches that off.

`SO_PEEK_OFF`, socket(7). A peek moves it on, a receive moves it back. Since
Linux 3.4.

Args:
    offset: int; optional.

Returns:
    (offset, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::priority) => {
        "priority($self, priority=None)
--

The priority of what this socket sends in the queues of the interfaces.

`SO_PRIORITY`, socket(7). EPERM outside of 0 to 6 without CAP_NET_ADMIN or
CAP_NET_RAW.

Args:
    priority: int; optional.

Returns:
    (priority, err): int, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::rcvbuf) => {
        "rcvbuf($self, size=None)
--

The most bytes that may wait to be received.

`SO_RCVBUF`, socket(7). Linux books twice the number that is set, at least
2304, at most twice net.core.rmem_max, and answers with what it booked.
EINVAL below 0.

Args:
    size: int; optional.

Returns:
    (size, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
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
    (size, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::rcvlowat) => {
        "rcvlowat($self, size=None)
--

The fewest bytes for which a receive returns, and the socket counts as
receivable.

`SO_RCVLOWAT`, socket(7), in bytes. EINVAL below 0.

Args:
    size: int; optional.

Returns:
    (size, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::rcvtimeo) => {
        "rcvtimeo($self, sec=None)
--

The longest wait of a blocking receive or accept, in seconds; 0 waits for
ever.

`SO_RCVTIMEO`, socket(7). Fractions count, to the microsecond, rounded up to
the kernel's tick. When it runs out, the call says again. EDOM for a
negative, infinite or undefined number.

Args:
    sec: float, seconds; optional.

Returns:
    (sec, err): float, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::reuseaddr) => {
        "reuseaddr($self, enable=None)
--

Lets bind take an address that is still in TIME_WAIT.

`SO_REUSEADDR`, socket(7). For multicast, lets several sockets bind the same
port.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::reuseport) => {
        "reuseport($self, enable=None)
--

Lets several sockets bind the same port, which share what arrives.

`SO_REUSEPORT`, socket(7); each socket sets it before bind. Since Linux 3.9.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::rxqovfl) => {
        "rxqovfl($self, enable=None)
--

Counts the datagrams that found no room, in a control message.

`SO_RXQ_OVFL`, socket(7). Since Linux 2.6.33.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::sndbuf) => {
        "sndbuf($self, size=None)
--

The most bytes that may wait to be sent.

`SO_SNDBUF`, socket(7). Linux books twice the number that is set, at least
4608, at most twice net.core.wmem_max, and answers with what it booked.
EINVAL below 0.

Args:
    size: int; optional.

Returns:
    (size, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
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
    (size, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::sndlowat) => {
        "sndlowat($self, size=None)
--

The fewest free bytes for which the socket counts as sendable.

`SO_SNDLOWAT`, socket(7), in bytes. Linux answers 1, and cannot set it:
ENOPROTOOPT.

Args:
    size: int; optional.

Returns:
    (size, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::sndtimeo) => {
        "sndtimeo($self, sec=None)
--

The longest wait of a blocking send or connect, in seconds; 0 waits for
ever.

`SO_SNDTIMEO`, socket(7). Fractions and errors as in rcvtimeo.

Args:
    sec: float, seconds; optional.

Returns:
    (sec, err): float, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::timestamp) => {
        "timestamp($self, enable=None)
--

Stamps what arrives with the time, in a control message.

`SO_TIMESTAMP`, socket(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::timestamping) => {
        "timestamping($self, flags=None)
--

Stamps what arrives or leaves with times of several kinds, as
`SOF_TIMESTAMPING_*` flags ask.

`SO_TIMESTAMPING`, and the kernel's documentation of timestamping. Since
Linux 2.6.30.

Args:
    flags: int; optional.

Returns:
    (flags, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::timestampns) => {
        "timestampns($self, enable=None)
--

Stamps what arrives with the time, to the nanosecond, in a control message.

`SO_TIMESTAMPNS`, socket(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::zerocopy) => {
        "zerocopy($self, enable=None)
--

Allows sends with MSG_ZEROCOPY, which hand over memory instead of copying
it.

`SO_ZEROCOPY`. Since Linux 4.14.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::bindaddressnoport) => {
        "bindaddressnoport($self, enable=None)
--

Lets connect, not bind, choose the port, so that one port serves many
connections.

`IP_BIND_ADDRESS_NO_PORT`, ip(7). Since Linux 4.2.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::freebind) => {
        "freebind($self, enable=None)
--

Allows to bind an address that this host does not have, or not yet.

`IP_FREEBIND`, ip(7); `IPV6_FREEBIND`. IPv6 since Linux 4.15.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::hdrincl) => {
        "hdrincl($self, enable=None)
--

Says that what is sent brings its own IP header.

`IP_HDRINCL`, ip(7); `IPV6_HDRINCL`. Raw sockets; ENOPROTOOPT on others.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::mtu) => {
        "mtu($self, size=None)
--

The largest packet that the connection's path carries, in bytes.

`IP_MTU`, ip(7); `IPV6_MTU`, ipv6(7). ENOTCONN without a connection. On IPv6
it can be set, to limit what is sent.

Args:
    size: int; optional.

Returns:
    (size, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::mtudiscover) => {
        "mtudiscover($self, mode=None)
--

How the largest packet of a path is found, and whether packets may be cut:
`IP_PMTUDISC_*`.

`IP_MTU_DISCOVER`, ip(7); `IPV6_MTU_DISCOVER`, ipv6(7).

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    mode: int; optional.

Returns:
    (mode, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::mcastall) => {
        "mcastall($self, enable=None)
--

Receives from all groups that anyone on this host has joined, not from this
socket's alone.

`IP_MULTICAST_ALL`, ip(7), since Linux 2.6.31; `IPV6_MULTICAST_ALL`, since
4.20. On by default.

On an IPv6 socket that is not v6only it is set for IPv4, too.

EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::mcastloop) => {
        "mcastloop($self, enable=None)
--

Brings multicast datagrams that this host sends back to its own members.

`IP_MULTICAST_LOOP`, ip(7), on the sending socket; `IPV6_MULTICAST_LOOP`,
ipv6(7).

On an IPv6 socket that is not v6only it is set for IPv4, too.

EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::mcastttl) => {
        "mcastttl($self, ttl=None)
--

How many hops a multicast datagram may travel: 0 stays on the host, 1 on the
link.

`IP_MULTICAST_TTL`, ip(7); `IPV6_MULTICAST_HOPS`, ipv6(7). 0 to 255, or -1
for the default of 1; EINVAL otherwise.

On an IPv6 socket that is not v6only it is set for IPv4, too.

EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.

Args:
    ttl: int; optional.

Returns:
    (ttl, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::pktinfo) => {
        "pktinfo($self, enable=None)
--

Tells where a datagram arrived and for which address, in a control message.

`IP_PKTINFO`, ip(7); `IPV6_RECVPKTINFO`, ipv6(7).

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::recverr) => {
        "recverr($self, enable=None)
--

Keeps errors that come back from the network in a queue, for MSG_ERRQUEUE.

`IP_RECVERR`, ip(7); `IPV6_RECVERR`, ipv6(7).

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::recvorigdstaddr) => {
        "recvorigdstaddr($self, enable=None)
--

Tells the address that a datagram was sent to before the firewall turned it
to this socket, in a control message.

`IP_RECVORIGDSTADDR`, ip(7), since Linux 2.6.29; `IPV6_RECVORIGDSTADDR`,
since 3.1.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::recvtos) => {
        "recvtos($self, enable=None)
--

Tells the type of service of what arrives, in a control message.

`IP_RECVTOS`, ip(7); `IPV6_RECVTCLASS`, ipv6(7).

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::recvttl) => {
        "recvttl($self, enable=None)
--

Tells the hops that are left to what arrives, in a control message.

`IP_RECVTTL`, ip(7); `IPV6_RECVHOPLIMIT`, ipv6(7).

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::tos) => {
        "tos($self, tos=None)
--

The type of service of what is sent: six bits of DSCP (RFC 2474), two of ECN
(RFC 3168).

`IP_TOS`, ip(7); `IPV6_TCLASS`, ipv6(7). 0 to 255; on a TCP socket of IPv4
the ECN bits stay the kernel's.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    tos: int; optional.

Returns:
    (tos, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::transparent) => {
        "transparent($self, enable=None)
--

Allows to bind any address, and to receive for it, as a transparent proxy
does.

`IP_TRANSPARENT`, ip(7); `IPV6_TRANSPARENT`. EPERM without CAP_NET_ADMIN or
CAP_NET_RAW.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::ttl) => {
        "ttl($self, ttl=None)
--

How many hops what is sent may travel.

`IP_TTL`, ip(7), 1 to 255; `IPV6_UNICAST_HOPS`, ipv6(7), 0 to 255, of which
0 is set for IPv6 alone. -1 is the system's default.

On an IPv6 socket that is not v6only it is set for IPv4, too.

Args:
    ttl: int; optional.

Returns:
    (ttl, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::dontfrag) => {
        "dontfrag($self, enable=None)
--

Never cuts a datagram: one that is too long for the path is EMSGSIZE.

`IPV6_DONTFRAG`, RFC 3542. IPv6 alone; for IPv4 see mtudiscover.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::recvhoplimit) => {
        "recvhoplimit($self, enable=None)
--

Tells the hops that are left to what arrives, in a control message.

`IPV6_RECVHOPLIMIT`, ipv6(7). IPv6 alone; recvttl is for both.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::recvpktinfo) => {
        "recvpktinfo($self, enable=None)
--

Tells where a datagram arrived and for which address, in a control message.

`IPV6_RECVPKTINFO`, ipv6(7). IPv6 alone; pktinfo is for both.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::recvtclass) => {
        "recvtclass($self, enable=None)
--

Tells the traffic class of what arrives, in a control message.

`IPV6_RECVTCLASS`, ipv6(7). IPv6 alone; recvtos is for both.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::tclass) => {
        "tclass($self, tclass=None)
--

The traffic class of what is sent.

`IPV6_TCLASS`, RFC 3542. IPv6 alone; tos is for both. 0 to 255, -1 is the
system's default.

Args:
    tclass: int; optional.

Returns:
    (tclass, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::unicasthops) => {
        "unicasthops($self, hops=None)
--

How many hops what is sent may travel.

`IPV6_UNICAST_HOPS`, ipv6(7). IPv6 alone; ttl is for both. 0 to 255, -1 is
the system's default.

Args:
    hops: int; optional.

Returns:
    (hops, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::v6only) => {
        "v6only($self, enable=None)
--

Keeps IPv4 away from an IPv6 socket, so that another one can bind the same
port for it.

`IPV6_V6ONLY`, ipv6(7). EINVAL once the socket is bound.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::tcpcongestion) => {
        "tcpcongestion($self, name=None)
--

Chooses TCP's congestion control by name, such as cubic or reno.

`TCP_CONGESTION`, tcp(7). ENOENT for one that is not there, EPERM for one
that is not for all.

Args:
    name: str; optional.

Returns:
    (name, err): str, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::tcpcork) => {
        "tcpcork($self, enable=None)
--

Holds small segments back until uncorked, full, or 200 ms old.

`TCP_CORK`, tcp(7); `TCP_NOPUSH` on the BSDs.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::tcpdeferaccept) => {
        "tcpdeferaccept($self, sec=None)
--

Has accept wait for a connection's first data, for so many seconds; 0 does
not.

`TCP_DEFER_ACCEPT`, tcp(7). The kernel rounds up to its times of
retransmission, and answers those.

Args:
    sec: int; optional.

Returns:
    (sec, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::tcpfastopen) => {
        "tcpfastopen($self, backlog=None)
--

How many connections may wait that brought data in their first segment (RFC
7413).

`TCP_FASTOPEN`, tcp(7). Listening sockets. Since Linux 3.7.

Args:
    backlog: int; optional.

Returns:
    (backlog, err): int, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::tcpfastopenconnect) => {
        "tcpfastopenconnect($self, enable=None)
--

Lets the first send after connect go along in the first segment (RFC 7413).

`TCP_FASTOPEN_CONNECT`, tcp(7). Since Linux 4.11.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::tcpinq) => {
        "tcpinq($self, enable=None)
--

Tells with each receive how many bytes are left in the queue, in a control
message.

`TCP_INQ`, tcp(7). Since Linux 4.18.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::tcpkeepalive) => {
        "tcpkeepalive($self, sec=None)
--

Seconds of silence before the first keep-alive probe; the same as
tcpkeepidle.

`TCP_KEEPIDLE`, tcp(7); `TCP_KEEPALIVE` on macOS. 1 to 32767, EINVAL
otherwise.

Args:
    sec: int; optional.

Returns:
    (sec, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::tcpkeepcnt) => {
        "tcpkeepcnt($self, cnt=None)
--

How many keep-alive probes may go unanswered before the connection is
dropped.

`TCP_KEEPCNT`, tcp(7). 1 to 127, EINVAL otherwise.

Args:
    cnt: int; optional.

Returns:
    (cnt, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::tcpkeepidle) => {
        "tcpkeepidle($self, sec=None)
--

Seconds of silence before the first keep-alive probe.

`TCP_KEEPIDLE`, tcp(7); `TCP_KEEPALIVE` on macOS. 1 to 32767, EINVAL
otherwise.

Args:
    sec: int; optional.

Returns:
    (sec, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::tcpkeepintvl) => {
        "tcpkeepintvl($self, sec=None)
--

Seconds between two keep-alive probes.

`TCP_KEEPINTVL`, tcp(7). 1 to 32767, EINVAL otherwise.

Args:
    sec: int; optional.

Returns:
    (sec, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::tcplinger2) => {
        "tcplinger2($self, sec=None)
--

How long a connection that this side has closed may stay in FIN_WAIT2, in
seconds.

`TCP_LINGER2`, tcp(7). -1 does not wait at all.

Args:
    sec: int; optional.

Returns:
    (sec, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::tcpmaxseg) => {
        "tcpmaxseg($self, size=None)
--

The most bytes of data in one segment.

`TCP_MAXSEG`, tcp(7). To be set before the connection is made, 88 to 32767;
EINVAL otherwise.

Args:
    size: int; optional.

Returns:
    (size, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::tcpnodelay) => {
        "tcpnodelay($self, enable=None)
--

Sends small segments at once, without waiting for more to say.

`TCP_NODELAY`, tcp(7): switches Nagle's algorithm (RFC 896) off.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::tcpnotsentlowat) => {
        "tcpnotsentlowat($self, size=None)
--

How many unsent bytes may wait for the socket to still count as sendable.

`TCP_NOTSENT_LOWAT`, in bytes; 0 is the system's default. Since Linux 3.12.

Args:
    size: int; optional.

Returns:
    (size, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::tcpquickack) => {
        "tcpquickack($self, enable=None)
--

Acknowledges at once; the kernel switches back by itself.

`TCP_QUICKACK`, tcp(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::tcpsyncnt) => {
        "tcpsyncnt($self, cnt=None)
--

How often connect repeats its first segment.

`TCP_SYNCNT`, tcp(7). 1 to 127, EINVAL otherwise.

Args:
    cnt: int; optional.

Returns:
    (cnt, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::tcpulp) => {
        "tcpulp($self, name=None)
--

Sets a protocol on top of TCP, such as tls; `\"\"` where there is none.

`TCP_ULP`. ENOENT for one that is not there, ENOTCONN before the connection
is made. Since Linux 4.13.

Args:
    name: str; optional.

Returns:
    (name, err): str, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::tcpusertimeout) => {
        "tcpusertimeout($self, msec=None)
--

How long sent data may stay unacknowledged before the connection is dropped,
in milliseconds.

`TCP_USER_TIMEOUT`, tcp(7), RFC 5482. 0 is the system's default. Since Linux
2.6.37.

Args:
    msec: int; optional.

Returns:
    (msec, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::tcpwindowclamp) => {
        "tcpwindowclamp($self, size=None)
--

The most bytes of the window that TCP offers.

`TCP_WINDOW_CLAMP`, tcp(7). The kernel raises it to half of the least
receive buffer.

Args:
    size: int; optional.

Returns:
    (size, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::udpcork) => {
        "udpcork($self, enable=None)
--

Holds datagrams back, to send them as one when uncorked.

`UDP_CORK`, udp(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::udpgro) => {
        "udpgro($self, enable=None)
--

Receives several datagrams of one sender as one, whose size a control
message tells.

`UDP_GRO`, udp(7). Since Linux 5.0.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::udpsegment) => {
        "udpsegment($self, size=None)
--

Cuts what is sent into datagrams of so many bytes; 0 does not.

`UDP_SEGMENT`, udp(7). Since Linux 4.18.

Args:
    size: int; optional.

Returns:
    (size, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
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
    (group, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::netlinkbroadcasterror) => {
        "netlinkbroadcasterror($self, enable=None)
--

Tells when a message to a group found no room.

`NETLINK_BROADCAST_ERROR`, netlink(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::netlinkcapack) => {
        "netlinkcapack($self, enable=None)
--

Leaves the request out of acknowledgements.

`NETLINK_CAP_ACK`, netlink(7). Since Linux 4.3.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
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
    (group, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (Socket::netlinkextack) => {
        "netlinkextack($self, enable=None)
--

Explains in an acknowledgement what was wrong.

`NETLINK_EXT_ACK`, netlink(7). Since Linux 4.12.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::netlinkstrictchk) => {
        "netlinkstrictchk($self, enable=None)
--

Checks the headers of dump requests strictly, and filters by them.

`NETLINK_GET_STRICT_CHK`. Since Linux 4.20.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::netlinklistenallnsid) => {
        "netlinklistenallnsid($self, enable=None)
--

Hears all network namespaces that have a number here.

`NETLINK_LISTEN_ALL_NSID`, netlink(7). EPERM without CAP_NET_BROADCAST.
Since Linux 4.2.

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::netlinknoenobufs) => {
        "netlinknoenobufs($self, enable=None)
--

Drops messages silently that find no room, instead of answering ENOBUFS.

`NETLINK_NO_ENOBUFS`, netlink(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::netlinkpktinfo) => {
        "netlinkpktinfo($self, enable=None)
--

Tells the group of a message, in a control message.

`NETLINK_PKTINFO`, netlink(7).

Args:
    enable: bool; optional.

Returns:
    (enable, err): bool, None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (Socket::fileno) => {
        "fileno($self)
--

The descriptor, or -1 when closed.

select, selectors and asyncio ask for it under this name.

Returns:
    fd: int."
    };
    (Socket::__enter__) => {
        "Enters a `with` block, which closes the socket at its end."
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

getifaddrs(3); on Linux by rtnetlink(7), which tells a broadcast address
from a peer's.

Returns:
    (list, err): list of dict (name, index, flags, mtu, label, family, addr,
        netmask, broadaddr, dstaddr), None. A failure is None, an OSError.
        It is returned, not raised."
    };
    (device::macaddrs) => {
        "macaddrs()
--

Lists the hardware addresses of all interfaces that have one, by name.

getifaddrs(3); as `00:00:5e:00:53:01`. Loopback interfaces have none.

Returns:
    (addrs, err): dict[str, str], None. A failure is None, an OSError. It is
        returned, not raised."
    };
    (device::nametoindex) => {
        "nametoindex(name)
--

The index of the interface called `name`; ENODEV where there is none.

if_nametoindex(3).

Args:
    name: str.

Returns:
    (index, err): int, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (device::indextoname) => {
        "indextoname(index)
--

The name of the interface with `index`; ENODEV where there is none.

if_indextoname(3).

Args:
    index: int.

Returns:
    (name, err): str, None. A failure is None, an OSError. It is returned,
        not raised."
    };
    (device::nameindex) => {
        "nameindex()
--

Lists all interfaces: their indices and names.

if_nameindex(3).

Returns:
    (list, err): list of dict (index, name), None. A failure is None, an
        OSError. It is returned, not raised."
    };
}
