---@meta llsocket.socket
-- Rendered by the crate llsocket-reference: ./dev docs.

---Opens sockets, and adopts descriptors.
local socket = {}

---Opens a socket of the kind that an addrinfo says; it is close-on-exec from birth.
---
---socket(2). The addrinfo is also where bind and connect go when they are not told; its type 0
---stands for SOCK_STREAM. With `nonblock`, calls that would wait say again.
---@param ai llsocket.addrinfo|llsocket.addrinfo[]
---@param nonblock? boolean by default false
---@return llsocket.socket? sock
---@return string? err
---@return integer? errno
function socket.new(ai, nonblock) end

---Opens two unix sockets that are connected with each other.
---
---socketpair(2); `socktype` is `SOCK_STREAM`, `SOCK_DGRAM` or `SOCK_SEQPACKET`.
---@param socktype integer
---@param nonblock? boolean by default false
---@param protocol? integer by default 0
---@return llsocket.socket[]? socks
---@return string? err
---@return integer? errno
function socket.pair(socktype, nonblock, protocol) end

---Adopts a descriptor, after asking the kernel what it is.
---
---It becomes close-on-exec; `nonblock` switches O_NONBLOCK, or leaves it. ENOTSOCK for what is not
---a socket, EBADF for what is not a descriptor: those stay the caller's.
---@param fd integer
---@param nonblock? boolean
---@return llsocket.socket? sock
---@return string? err
---@return integer? errno
function socket.wrap(fd, nonblock) end

---Takes the sockets that a service manager handed over, with their names.
---
---sd_listen_fds_with_names(3): LISTEN_PID must name this process; LISTEN_FDS says how many,
---LISTEN_FDNAMES what they are called. The three variables leave the environment, so that no other
---program takes them for its own, and every call but the first gives an empty list; so does the
---first one where there are none. All descriptors become close-on-exec; those that are not sockets
---are otherwise left alone. To be called before threads are started that read or change the
---environment.
---@return llsocket.handed[]? list
---@return string? err
---@return integer? errno
function socket.listenfds() end

---Shuts down a part of the connection of `fd`: `SHUT_RD`, `SHUT_WR`, or by default `SHUT_RDWR`.
---
---shutdown(2). ENOTCONN where there is no connection, ENOTSOCK for what is not a socket.
---@param fd integer
---@param flag? integer
---@return string? err
---@return integer? errno
function socket.shutdown(fd, flag) end

---Closes `fd`; with a `SHUT_*` flag, shuts the connection down first.
---
---close(2). The descriptor is gone afterwards, whatever the answer; that nothing was connected is
---no error. EBADF for what is not a descriptor.
---@param fd integer
---@param flag? integer
---@return string? err
---@return integer? errno
function socket.close(fd, flag) end

---A socket that a service manager handed over.
---@class llsocket.handed
---@field socket llsocket.socket The socket.
---@field name string Its name, `unknown` where it was given none.

---A socket: a descriptor, what kind of socket it is, and the address that it was made for.
---
---A closed one answers every call that needs the descriptor with EBADF. It closes itself when it
---is collected.
---@class llsocket.socket
local Socket = {}

---Opens a second descriptor of the same socket; it is close-on-exec from birth.
---
---fcntl(2), `F_DUPFD_CLOEXEC`. Both share the connection and its options. An addrinfo, if given,
---is where bind and connect of the second one go when they are not told.
---@param ai? llsocket.addrinfo|llsocket.addrinfo[]
---@return llsocket.socket? sock
---@return string? err
---@return integer? errno
function Socket:dup(ai) end

---Gives the descriptor up: it stays open and is the caller's; this socket is then closed.
---
---EBADF where it is closed already. While other threads are inside a call of the socket (Python),
---the caller gets a duplicate, since the number itself is theirs until they have returned.
---@return integer? fd
---@return string? err
---@return integer? errno
function Socket:unwrap() end

---Shuts down a part of the connection: `SHUT_RD`, `SHUT_WR`, or by default `SHUT_RDWR`.
---
---shutdown(2). ENOTCONN where there is no connection.
---@param flag? integer
---@return string? err
---@return integer? errno
function Socket:shutdown(flag) end

---Closes the socket; with a `SHUT_*` flag, shuts the connection down first.
---
---close(2). The descriptor is gone afterwards, whatever the answer. That nothing was connected is
---no error, nor is a second close. The connection stays with duplicates and forked children,
---unless a flag shuts it down for all who have it. In Python, calls of other threads that wait for
---the socket return EBADF at once; connect, sendfile, and an accept that another process got ahead
---of, return when the kernel does.
---@param flag? integer
---@return string? err
---@return integer? errno
function Socket:close(flag) end

---The descriptor, or -1 when closed.
---@return integer fd
function Socket:fd() end

---The address family, `AF_*`.
---@return integer family
function Socket:family() end

---The socket's type, `SOCK_*`.
---@return integer socktype
function Socket:socktype() end

---The protocol, `IPPROTO_*`; 0 for the type's usual one.
---@return integer protocol
function Socket:protocol() end

---Closes the descriptor when a program is executed in this process (`FD_CLOEXEC`).
---
---ioctl(2), `FIOCLEX`; fcntl(2), `F_GETFD`.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:cloexec(enable) end

---Makes calls that would wait say again instead (`O_NONBLOCK`).
---
---ioctl(2), `FIONBIO`; fcntl(2), `F_GETFL`. The flag belongs to all descriptors of the socket.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:nonblock(enable) end

---Tells whether what is received next stands right behind the urgent mark.
---
---sockatmark(3), by ioctl(2), `SIOCATMARK`.
---@return boolean? mark
---@return string? err
---@return integer? errno
function Socket:atmark() end

---Has `fn(...)` called when the socket is collected, or the Lua state is closed.
---
---The functions are called in the order in which they were added, before the socket closes itself;
---their errors go nowhere. Closing the socket by hand calls none of them.
---@param fn function
---@param ... any args, any number of them
---@return boolean? done
---@return string? err
---@return integer? errno
function Socket:addgcfn(fn, ...) end

---Forgets a function that addgcfn has added, or all of them, and tells whether there was any.
---@param fn? function
---@return boolean? removed
---@return string? err
---@return integer? errno
function Socket:delgcfn(fn) end

---Gives the socket its own address: that of an addrinfo, or the one that it was made for.
---
---bind(2). EADDRINUSE, EADDRNOTAVAIL, EACCES and the like; EDESTADDRREQ without any address.
---@param ai? llsocket.addrinfo|llsocket.addrinfo[]
---@return string? err
---@return integer? errno
function Socket:bind(ai) end

---Asks the kernel for the socket's own address.
---
---getsockname(2). A socket that was never bound has the wildcard's, or an unnamed one.
---@return llsocket.addrinfo? ai
---@return string? err
---@return integer? errno
function Socket:getsockname() end

---Asks the kernel for the peer's address.
---
---getpeername(2). ENOTCONN where there is no peer.
---@return llsocket.addrinfo? ai
---@return string? err
---@return integer? errno
function Socket:getpeername() end

---Connects with the peer at an addrinfo, or at the address that the socket was made for.
---
---connect(2). On a non-blocking socket, success means that the connection is on its way: it is
---made when the socket becomes sendable and its pending error is 0. On a blocking socket
---EINPROGRESS says that sndtimeo ran out. A signal ends it with EINTR in Lua, and the connection
---goes on being made; in Python the call goes on. EAGAIN on a unix stream socket says that the
---listener's backlog is full, and nothing is on its way: the socket counts as sendable, so that
---waiting for that does not help, and connect has to be called again later. ECONNREFUSED,
---ETIMEDOUT, ENETUNREACH and the like; EDESTADDRREQ without any address.
---@param ai? llsocket.addrinfo|llsocket.addrinfo[]
---@return string? err
---@return integer? errno
function Socket:connect(ai) end

---Dissolves the association of a datagram socket with its peer, so that it receives from everybody
---again.
---
---connect(2) with AF_UNSPEC. A port that the kernel has chosen is given back; one that was bound
---stays. On a TCP socket Linux resets the connection; EINVAL on a unix stream socket.
---@return string? err
---@return integer? errno
function Socket:disconnect() end

---Listens for connections, of which `backlog` may wait to be accepted.
---
---listen(2). At least 1, by default the system's most, SOMAXCONN. EOPNOTSUPP for a socket of a
---type that knows no connections.
---@param backlog? integer
---@return string? err
---@return integer? errno
function Socket:listen(backlog) end

---Accepts a connection; the new socket waits if, and only if, this one does.
---
---accept4(2). A connection that is gone already says again. EMFILE leaves it waiting. On Linux the
---new socket has the options of this one, with rcvtimeo, sndtimeo, linger, keepalive and the sizes
---of the buffers among them: a listener whose accept has a time limit gives it to its connections.
---
---With `peer`, the peer's address is one more result, at the end.
---@param peer? boolean by default false
---@return llsocket.socket? sock
---@return string? err
---@return boolean? again
---@return integer? errno
---@overload fun(self: llsocket.socket, peer: true): llsocket.socket?, string?, boolean?, (llsocket.addrinfo|integer)?
function Socket:accept(peer) end

---Accepts a connection as a bare descriptor, close-on-exec, which is the caller's to close.
---
---accept4(2), as accept.
---@return integer? fd
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:acceptfd() end

---Sends `msg`, and gives the number of bytes that the kernel took.
---
---send(2); `flags` are `MSG_*`, with MSG_NOSIGNAL always among them. An empty message is a
---datagram like others; on a stream it is EINVAL. EMSGSIZE for a datagram that is too long. EPIPE
---is the peer's end where a peer has closed, an error after the socket's own SHUT_WR, and ENOTCONN
---where there never was a peer. MSG_ZEROCOPY is EOPNOTSUPP.
---@param msg string
---@param ... integer flags, any number of them
---@return integer? len
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:send(msg, ...) end

---Sends `msg` to the address of an addrinfo, and gives the number of bytes that the kernel took.
---
---sendto(2); `flags` are `MSG_*`, with MSG_NOSIGNAL always among them. An empty message is a
---datagram like others; on a stream it is EINVAL. A connected stream answers EISCONN, or sends to
---its peer all the same. With MSG_FASTOPEN, a connection that is on its way says again with 0
---bytes. MSG_ZEROCOPY is EOPNOTSUPP.
---@param msg string
---@param ai llsocket.addrinfo|llsocket.addrinfo[]
---@param ... integer flags, any number of them
---@return integer? len
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:sendto(msg, ai, ...) end

---Sends up to `bytes` bytes of `file` from `offset` on, without a copy in user space.
---
---sendfile(2). Gives the number of bytes that the kernel took, 0 at the end of the file. The
---file's own position is left alone. EINVAL for a negative number.
---@param file integer|file*|llsocket.socket
---@param bytes integer
---@param offset? integer by default 0
---@return integer? len
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:sendfile(file, bytes, offset) end

---Sends the descriptor `fd` to the peer, or to the address of an addrinfo, with one byte of data.
---
---sendmsg(2), `SCM_RIGHTS` of unix(7); `flags` are `MSG_*`. The receiver gets a copy; this one
---stays open. EBADF for what is not a descriptor.
---@param fd integer|file*|llsocket.socket
---@param ai? llsocket.addrinfo|llsocket.addrinfo[]
---@param ... integer flags, any number of them
---@return integer? len
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:sendfd(fd, ai, ...) end

---Sends `msg` as send does without flags.
---@param msg string
---@return integer? len
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:write(msg) end

---Receives what has come, up to the buffer's size: some bytes of a stream, or one message.
---
---recv(2); `flags` are `MSG_*`. The size is by default 4096 on a stream and 65,536 on any other
---socket. A message that is longer than the size is cut, and its rest is discarded. A size below 1
---is EINVAL; however large it is, memory is used only for what arrives. With MSG_WAITALL it goes
---on until all of the size is there. MSG_TRUNC never gives bytes that were not received: on a TCP
---stream, where it throws them away, it gives none. MSG_ZEROCOPY is EOPNOTSUPP.
---
---inq tells the size of the next datagram beforehand.
---@param bufsize? integer
---@param ... integer flags, any number of them
---@return string? msg
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:recv(bufsize, ...) end

---Receives as recv does, and tells who has sent it.
---
---recvfrom(2); `flags` are `MSG_*`. A connected stream names no sender.
---
---A datagram that is longer than `bufsize` is cut, as by recv.
---@param bufsize? integer
---@param ... integer flags, any number of them
---@return string? msg
---@return llsocket.addrinfo? ai
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:recvfrom(bufsize, ...) end

---Receives a descriptor, close-on-exec, which is the caller's to close.
---
---recvmsg(2), `SCM_RIGHTS` of unix(7); `flags` are `MSG_*`. It is for the messages of sendfd, one
---byte of data with one descriptor: it takes one byte, and what else a datagram holds is lost;
---recvmsg is for all other messages. ENOMSG for a message without a descriptor, EMSGSIZE for one
---with several, which are then all closed; EMFILE where this process has no room for one.
---@param ... integer flags, any number of them
---@return integer? fd
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:recvfd(...) end

---Receives as recv does without flags.
---@param bufsize? integer
---@return string? msg
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:read(bufsize) end

---Tells how many bytes wait to be received: of a datagram socket, those of the next datagram.
---
---ioctl(2), `SIOCINQ` of tcp(7), udp(7) and unix(7). EINVAL on a socket that listens.
---@return integer? bytes
---@return string? err
---@return integer? errno
function Socket:inq() end

---Tells how many bytes wait to be sent, or to be acknowledged.
---
---ioctl(2), `SIOCOUTQ` of tcp(7) and unix(7). EINVAL on a socket that listens.
---@return integer? bytes
---@return string? err
---@return integer? errno
function Socket:outq() end

---Waits until there is something to receive or accept, or the peer has closed.
---
---ppoll(2), for `sec` seconds, by default for ever; 0 asks at once. Says again when the time ran
---out or, in Lua, a signal came in. EDOM for a negative, infinite or undefined number. A socket
---with an unread error queue (recverr) counts as ready.
---@param sec? number
---@return boolean? ready
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:recvable(sec) end

---Waits until there is room to send, or a connection is made or has failed.
---
---ppoll(2), for `sec` seconds, by default for ever; 0 asks at once. Says again when the time ran
---out or, in Lua, a signal came in. EDOM for a negative, infinite or undefined number. A unix
---datagram socket without a peer always counts as ready, whatever the receiver's queue holds.
---
---A unix datagram socket that is not connected is always sendable, whether its receivers have room
---or not: sendto then says again.
---@param sec? number
---@return boolean? ready
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:sendable(sec) end

---Says how long close waits for unsent data: seconds, or -1 to not wait.
---
---`SO_LINGER`, socket(7). 0 throws unsent data away and resets the connection. Asked, answers the
---seconds, or -1 when off. EINVAL below -1.
---@param sec? integer
---@return integer? sec
---@return string? err
---@return integer? errno
function Socket:linger(sec) end

---Chooses the interface that what is sent leaves by, given by its name, its index or an address of
---it, past the routes.
---
---`IP_UNICAST_IF`, ip(7), since Linux 3.4; `IPV6_UNICAST_IF`; both on an IPv6 socket that is not
---v6only. `""`, `0.0.0.0` and `::` leave the choice to the routing table again. Asked, answers the
---name, or the index where there is no such interface any more, and `""` where none was chosen.
---ENODEV or EADDRNOTAVAIL for an unknown interface.
---@param interface? string|integer
---@return (string|integer)? interface
---@return string? err
---@return integer? errno
function Socket:unicastif(interface) end

---The ports among which bind and connect choose, as a list of the lowest and the highest.
---
---`IP_LOCAL_PORT_RANGE`, ip(7). A 0 stands for the system's own bound. EINVAL where the lowest is
---above the highest. Since Linux 6.3.
---@param range? integer[]
---@return integer[]? range
---@return string? err
---@return integer? errno
function Socket:localportrange(range) end

---Chooses the interface that multicast datagrams leave by, given by its name, its index or an
---address of it.
---
---`IP_MULTICAST_IF`, ip(7); `IPV6_MULTICAST_IF`, ipv6(7); both on an IPv6 socket that is not
---v6only. `""`, `0.0.0.0` and `::` leave the choice to the kernel again. Asked, answers the name,
---or the index where there is no such interface any more, and `""` where none was chosen. An IPv4
---socket keeps the index alone, which the kernel does not tell: asked, answers what was set
---through this object, else the interface whose address the kernel tells. ENODEV for an unknown
---interface, EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.
---@param interface? string|integer
---@return (string|integer)? interface
---@return string? err
---@return integer? errno
function Socket:mcastif(interface) end

---Joins a multicast group, to hear whoever sends to it.
---
---`MCAST_JOIN_GROUP`, RFC 3678; the same as `IP_ADD_MEMBERSHIP`, ip(7), and `IPV6_JOIN_GROUP`,
---ipv6(7). The interface is given by its name, its index or an address of it. Without one it is
---the zone of the group (`ff02::1%eth0`), else the routing table chooses. An IPv6 socket that is
---not v6only joins IPv4 groups, too. EINVAL for what is not a group, and for an interface that is
---not the group's zone; EADDRINUSE where it is joined already, ENODEV for an unknown interface,
---ENOBUFS for the 21st group of an IPv4 socket, EOPNOTSUPP on sockets of SOCK_STREAM and
---SOCK_SEQPACKET.
---@param group string|llsocket.addrinfo|llsocket.addrinfo[]
---@param interface? string|integer
---@return string? err
---@return integer? errno
function Socket:mcastjoin(group, interface) end

---Leaves a multicast group.
---
---`MCAST_LEAVE_GROUP`, RFC 3678; the same as `IP_DROP_MEMBERSHIP`, ip(7), and `IPV6_LEAVE_GROUP`,
---ipv6(7). EADDRNOTAVAIL where it is not joined.
---@param group string|llsocket.addrinfo|llsocket.addrinfo[]
---@param interface? string|integer
---@return string? err
---@return integer? errno
function Socket:mcastleave(group, interface) end

---Joins a multicast group, to hear one source alone; more sources may be added.
---
---`MCAST_JOIN_SOURCE_GROUP`, RFC 3678; for IPv4 the same as `IP_ADD_SOURCE_MEMBERSHIP`, ip(7). The
---interface as in mcastjoin; the zone of the source counts as that of the group does.
---@param group string|llsocket.addrinfo|llsocket.addrinfo[]
---@param source string|llsocket.addrinfo|llsocket.addrinfo[]
---@param interface? string|integer
---@return string? err
---@return integer? errno
function Socket:mcastjoinsrc(group, source, interface) end

---Stops hearing one source of a multicast group.
---
---`MCAST_LEAVE_SOURCE_GROUP`, RFC 3678; for IPv4 the same as `IP_DROP_SOURCE_MEMBERSHIP`, ip(7).
---EADDRNOTAVAIL where the source is not joined, EINVAL where the group is not. With the last
---source the group is left.
---@param group string|llsocket.addrinfo|llsocket.addrinfo[]
---@param source string|llsocket.addrinfo|llsocket.addrinfo[]
---@param interface? string|integer
---@return string? err
---@return integer? errno
function Socket:mcastleavesrc(group, source, interface) end

---Shuts one source of a joined multicast group out.
---
---`MCAST_BLOCK_SOURCE`, RFC 3678; for IPv4 the same as `IP_BLOCK_SOURCE`, ip(7).
---@param group string|llsocket.addrinfo|llsocket.addrinfo[]
---@param source string|llsocket.addrinfo|llsocket.addrinfo[]
---@param interface? string|integer
---@return string? err
---@return integer? errno
function Socket:mcastblocksrc(group, source, interface) end

---Lets a source of a multicast group be heard that was shut out.
---
---`MCAST_UNBLOCK_SOURCE`, RFC 3678; for IPv4 the same as `IP_UNBLOCK_SOURCE`, ip(7). EADDRNOTAVAIL
---where it was not blocked.
---@param group string|llsocket.addrinfo|llsocket.addrinfo[]
---@param source string|llsocket.addrinfo|llsocket.addrinfo[]
---@param interface? string|integer
---@return string? err
---@return integer? errno
function Socket:mcastunblocksrc(group, source, interface) end

---Tells the state of a TCP connection, by the names of `struct tcp_info`.
---
---`TCP_INFO`, tcp(7). Times are in microseconds, but for last_data_sent, last_data_recv and
---last_ack_recv, in milliseconds; windows are in segments, sizes in bytes, rates in bytes per
---second. There are as many fields as the running kernel has.
---@return table<string, integer>? info
---@return string? err
---@return integer? errno
function Socket:tcpinfo() end

---Tells the state of a Multipath TCP connection, by the names of `struct mptcp_info`.
---
---`MPTCP_INFO`, RFC 8684. EOPNOTSUPP where the connection fell back to TCP. Since Linux 5.16.
---@return table<string, integer>? info
---@return string? err
---@return integer? errno
function Socket:mptcpinfo() end

---Tells how much memory the socket's queues hold, and may hold, in bytes; and what was dropped.
---
---`SO_MEMINFO`, linux/sock_diag.h. Since Linux 4.12.
---@return table<string, integer>? info
---@return string? err
---@return integer? errno
function Socket:meminfo() end

---Tells the process, the user and the group of the peer, as they were when it connected.
---
---`SO_PEERCRED`, unix(7). Unix sockets; without a peer pid is 0, uid and gid are 4294967295.
---@return table<string, integer>? cred
---@return string? err
---@return integer? errno
function Socket:peercred() end

---Lists the groups of the peer's user, as they were when it connected.
---
---`SO_PEERGROUPS`, unix(7). ENODATA without a peer. Since Linux 4.13.
---@return integer[]? groups
---@return string? err
---@return integer? errno
function Socket:peergroups() end

---Opens a descriptor of the peer's process, which is the caller's to close.
---
---`SO_PEERPIDFD`. It is close-on-exec, and readable once the process has ended. Unix sockets;
---ENODATA where there is no peer. Since Linux 6.5.
---@return integer? fd
---@return string? err
---@return integer? errno
function Socket:peerpidfd() end

---Receives only what a classic BPF program lets through: a list of `{code, jt, jf, k}`.
---
---`SO_ATTACH_FILTER`, socket(7). The program's answer is the number of bytes to keep, 0 drops the
---packet. Asked, answers the program that is attached, an empty list where there is none. EINVAL
---for a program that the kernel finds wrong, is empty, or has more than 4096 instructions.
---@param program? integer[][]
---@return integer[][]? program
---@return string? err
---@return integer? errno
function Socket:attachfilter(program) end

---Takes the filter off, be it classic or not; true when it is off.
---
---`SO_DETACH_FILTER`, socket(7). ENOENT where there is none.
---@return boolean? done
---@return string? err
---@return integer? errno
function Socket:detachfilter() end

---Chooses the socket of a reuseport group by a classic BPF program: a list of `{code, jt, jf, k}`.
---
---`SO_ATTACH_REUSEPORT_CBPF`, socket(7). The program's answer is the socket's index in the group.
---Since Linux 4.5.
---
---It can only be set.
---@param program integer[][]
---@return integer[][]? program
---@return string? err
---@return integer? errno
function Socket:reuseportcbpf(program) end

---Asks for any option by its numbers: as an integer, or, given a `size`, as up to so many bytes.
---
---getsockopt(2). EINVAL for a size below 0 or above 1048576. The program of `SO_GET_FILTER`, whose
---length getsockopt(2) counts in instructions, is counted in bytes here, too: EINVAL where it is
---longer than the size, or than an integer. A structure in which the kernel looks for a request
---comes to it as zeros.
---@param level integer
---@param name integer
---@param size? integer
---@return (integer|string)? value
---@return string? err
---@return integer? errno
function Socket:getsockopt(level, name, size) end

---Sets any option by its numbers: to an integer, or to the bytes of a C structure.
---
---setsockopt(2). EINVAL for more bytes than an `int` can count.
---@param level integer
---@param name integer
---@param value integer|string
---@return string? err
---@return integer? errno
function Socket:setsockopt(level, name, value) end

---Tells whether the socket listens.
---
---`SO_ACCEPTCONN`, socket(7).
---@return boolean? enabled
---@return string? err
---@return integer? errno
function Socket:acceptconn() end

---Filters what arrives with a loaded eBPF program, given by its descriptor.
---
---`SO_ATTACH_BPF`, socket(7). detachfilter removes it. Since Linux 3.19.
---
---It can only be set.
---@param fd integer
---@return integer? fd
---@return string? err
---@return integer? errno
function Socket:attachbpf(fd) end

---Chooses the socket of a reuseport group by a loaded eBPF program, given by its descriptor.
---
---`SO_ATTACH_REUSEPORT_EBPF`, socket(7). Since Linux 4.5.
---
---It can only be set.
---@param fd integer
---@return integer? fd
---@return string? err
---@return integer? errno
function Socket:reuseportebpf(fd) end

---Sends and receives through one interface only, given by its name, its index or an address of it;
---`""` is any.
---
---`SO_BINDTODEVICE`, socket(7). Asked, answers the name. ENODEV for an unknown interface,
---ENAMETOOLONG for a name of more than 15 bytes, EPERM for changing it without CAP_NET_RAW.
---@param ifname? string|integer
---@return (string|integer)? ifname
---@return string? err
---@return integer? errno
function Socket:bindtodevice(ifname) end

---Sends and receives through one interface only, given by its index; 0 is any.
---
---`SO_BINDTOIFINDEX`. Any index is taken, be there such an interface or not; EINVAL below 0. Since
---Linux 5.0.
---@param index? integer
---@return integer? index
---@return string? err
---@return integer? errno
function Socket:bindtoifindex(index) end

---Allows datagrams to a broadcast address.
---
---`SO_BROADCAST`, socket(7). Datagram sockets only; without it such a send is EACCES.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:broadcast(enable) end

---Microseconds for which a receive polls the network card before it sleeps.
---
---`SO_BUSY_POLL`, socket(7). Many kernels want CAP_NET_ADMIN for raising it: EPERM without. Since
---Linux 3.11.
---@param usec? integer
---@return integer? usec
---@return string? err
---@return integer? errno
function Socket:busypoll(usec) end

---The number that the kernel knows the socket by, as in sock_diag(7).
---
---`SO_COOKIE`. Stays the same for the socket's life. Since Linux 4.12.
---@return integer? number
---@return string? err
---@return integer? errno
function Socket:cookie() end

---Switches debugging in the protocol's code.
---
---`SO_DEBUG`, socket(7). Needs CAP_NET_ADMIN: EACCES without.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:debug(enable) end

---The address family, asked of the kernel.
---
---`SO_DOMAIN`, socket(7).
---@return integer? number
---@return string? err
---@return integer? errno
function Socket:domain() end

---Sends to directly connected hosts only, past all gateways.
---
---`SO_DONTROUTE`, socket(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:dontroute(enable) end

---Gives the pending error's number, 0 for none, and clears it.
---
---`SO_ERROR`, socket(7). After a non-blocking connect has become sendable, this says how it ended.
---@return integer? number
---@return string? err
---@return integer? errno
function Socket:error() end

---The processor that handles what arrives for this socket; of a reuseport group, the one that
---prefers it. -1 is none.
---
---`SO_INCOMING_CPU`, socket(7). Since Linux 3.19, to be set since 4.4.
---@param cpu? integer
---@return integer? cpu
---@return string? err
---@return integer? errno
function Socket:incomingcpu(cpu) end

---The number of the network card's queue that last received for this socket; 0 where none is
---known.
---
---`SO_INCOMING_NAPI_ID`, socket(7). Since Linux 4.12.
---@return integer? number
---@return string? err
---@return integer? errno
function Socket:incomingnapiid() end

---Probes an idle connection, to find a peer that is gone.
---
---`SO_KEEPALIVE`, socket(7); how often, say tcpkeepidle, tcpkeepintvl and tcpkeepcnt.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:keepalive(enable) end

---The mark of all that this socket sends, for routing and packet filters.
---
---`SO_MARK`, socket(7). EPERM without CAP_NET_ADMIN, or, since Linux 5.17, CAP_NET_RAW.
---@param mark? integer
---@return integer? mark
---@return string? err
---@return integer? errno
function Socket:mark(mark) end

---The most bytes per second that TCP sends; -1 is no limit.
---
---`SO_MAX_PACING_RATE`. Since Linux 3.13; EINVAL below -1.
---@param rate? integer
---@return integer? rate
---@return string? err
---@return integer? errno
function Socket:maxpacingrate(rate) end

---Leaves out-of-band data in the stream, for recv without MSG_OOB.
---
---`SO_OOBINLINE`, socket(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:oobinline(enable) end

---Takes the sender's process, user and group along with each message, as control data.
---
---`SO_PASSCRED`, unix(7); on netlink sockets, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:passcred(enable) end

---Takes a descriptor of the sender's process along with each message, as control data.
---
---`SO_PASSPIDFD`. Unix sockets; since Linux 6.5.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:passpidfd(enable) end

---Where in the queue MSG_PEEK looks next, in bytes; -1 switches that off.
---
---`SO_PEEK_OFF`, socket(7). A peek moves it on, a receive moves it back. Since Linux 3.4.
---@param offset? integer
---@return integer? offset
---@return string? err
---@return integer? errno
function Socket:peekoff(offset) end

---The priority of what this socket sends in the queues of the interfaces.
---
---`SO_PRIORITY`, socket(7). EPERM outside of 0 to 6 without CAP_NET_ADMIN or CAP_NET_RAW.
---@param priority? integer
---@return integer? priority
---@return string? err
---@return integer? errno
function Socket:priority(priority) end

---The most bytes that may wait to be received.
---
---`SO_RCVBUF`, socket(7). Linux books twice the number that is set, at least 2304, at most twice
---net.core.rmem_max, and answers with what it booked. EINVAL below 0.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:rcvbuf(size) end

---Sets rcvbuf beyond the system's limit.
---
---`SO_RCVBUFFORCE`, socket(7). EPERM without CAP_NET_ADMIN.
---
---It can only be set.
---@param size integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:rcvbufforce(size) end

---The fewest bytes for which a receive returns, and the socket counts as receivable.
---
---`SO_RCVLOWAT`, socket(7), in bytes. EINVAL below 0.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:rcvlowat(size) end

---The longest wait of a blocking receive or accept, in seconds; 0 waits for ever.
---
---`SO_RCVTIMEO`, socket(7). Fractions count, to the microsecond, rounded up to the kernel's tick.
---When it runs out, the call says again. EDOM for a negative, infinite or undefined number.
---@param sec? number
---@return number? sec
---@return string? err
---@return integer? errno
function Socket:rcvtimeo(sec) end

---Lets bind take an address that is still in TIME_WAIT.
---
---`SO_REUSEADDR`, socket(7). For multicast, lets several sockets bind the same port.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:reuseaddr(enable) end

---Lets several sockets bind the same port, which share what arrives.
---
---`SO_REUSEPORT`, socket(7); each socket sets it before bind. Since Linux 3.9.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:reuseport(enable) end

---Counts the datagrams that found no room, in a control message.
---
---`SO_RXQ_OVFL`, socket(7). Since Linux 2.6.33.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:rxqovfl(enable) end

---The most bytes that may wait to be sent.
---
---`SO_SNDBUF`, socket(7). Linux books twice the number that is set, at least 4608, at most twice
---net.core.wmem_max, and answers with what it booked. EINVAL below 0.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:sndbuf(size) end

---Sets sndbuf beyond the system's limit.
---
---`SO_SNDBUFFORCE`, socket(7). EPERM without CAP_NET_ADMIN.
---
---It can only be set.
---@param size integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:sndbufforce(size) end

---The fewest free bytes for which the socket counts as sendable.
---
---`SO_SNDLOWAT`, socket(7), in bytes. Linux answers 1, and cannot set it: ENOPROTOOPT.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:sndlowat(size) end

---The longest wait of a blocking send or connect, in seconds; 0 waits for ever.
---
---`SO_SNDTIMEO`, socket(7). Fractions and errors as in rcvtimeo.
---@param sec? number
---@return number? sec
---@return string? err
---@return integer? errno
function Socket:sndtimeo(sec) end

---Stamps what arrives with the time, in a control message.
---
---`SO_TIMESTAMP`, socket(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:timestamp(enable) end

---Stamps what arrives or leaves with times of several kinds, as `SOF_TIMESTAMPING_*` flags ask.
---
---`SO_TIMESTAMPING`, and the kernel's documentation of timestamping. Since Linux 2.6.30.
---@param flags? integer
---@return integer? flags
---@return string? err
---@return integer? errno
function Socket:timestamping(flags) end

---Stamps what arrives with the time, to the nanosecond, in a control message.
---
---`SO_TIMESTAMPNS`, socket(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:timestampns(enable) end

---Allows sends with MSG_ZEROCOPY, which hand over memory instead of copying it.
---
---`SO_ZEROCOPY`. Since Linux 4.14.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:zerocopy(enable) end

---Lets connect, not bind, choose the port, so that one port serves many connections.
---
---`IP_BIND_ADDRESS_NO_PORT`, ip(7). Since Linux 4.2.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:bindaddressnoport(enable) end

---Allows to bind an address that this host does not have, or not yet.
---
---`IP_FREEBIND`, ip(7); `IPV6_FREEBIND`. IPv6 since Linux 4.15.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:freebind(enable) end

---Says that what is sent brings its own IP header.
---
---`IP_HDRINCL`, ip(7); `IPV6_HDRINCL`. Raw sockets; ENOPROTOOPT on others.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:hdrincl(enable) end

---The largest packet that the connection's path carries, in bytes.
---
---`IP_MTU`, ip(7); `IPV6_MTU`, ipv6(7). ENOTCONN without a connection. On IPv6 it can be set, to
---limit what is sent.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:mtu(size) end

---How the largest packet of a path is found, and whether packets may be cut: `IP_PMTUDISC_*`.
---
---`IP_MTU_DISCOVER`, ip(7); `IPV6_MTU_DISCOVER`, ipv6(7).
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param mode? integer
---@return integer? mode
---@return string? err
---@return integer? errno
function Socket:mtudiscover(mode) end

---Receives from all groups that anyone on this host has joined, not from this socket's alone.
---
---`IP_MULTICAST_ALL`, ip(7), since Linux 2.6.31; `IPV6_MULTICAST_ALL`, since 4.20. On by default.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---
---EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:mcastall(enable) end

---Brings multicast datagrams that this host sends back to its own members.
---
---`IP_MULTICAST_LOOP`, ip(7), on the sending socket; `IPV6_MULTICAST_LOOP`, ipv6(7).
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---
---EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:mcastloop(enable) end

---How many hops a multicast datagram may travel: 0 stays on the host, 1 on the link.
---
---`IP_MULTICAST_TTL`, ip(7); `IPV6_MULTICAST_HOPS`, ipv6(7). 0 to 255, or -1 for the default of 1;
---EINVAL otherwise.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---
---EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.
---@param ttl? integer
---@return integer? ttl
---@return string? err
---@return integer? errno
function Socket:mcastttl(ttl) end

---Tells where a datagram arrived and for which address, in a control message.
---
---`IP_PKTINFO`, ip(7); `IPV6_RECVPKTINFO`, ipv6(7).
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:pktinfo(enable) end

---Keeps errors that come back from the network in a queue, for MSG_ERRQUEUE.
---
---`IP_RECVERR`, ip(7); `IPV6_RECVERR`, ipv6(7).
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recverr(enable) end

---Tells the address that a datagram was sent to before the firewall turned it to this socket, in a
---control message.
---
---`IP_RECVORIGDSTADDR`, ip(7), since Linux 2.6.29; `IPV6_RECVORIGDSTADDR`, since 3.1.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvorigdstaddr(enable) end

---Tells the type of service of what arrives, in a control message.
---
---`IP_RECVTOS`, ip(7); `IPV6_RECVTCLASS`, ipv6(7).
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvtos(enable) end

---Tells the hops that are left to what arrives, in a control message.
---
---`IP_RECVTTL`, ip(7); `IPV6_RECVHOPLIMIT`, ipv6(7).
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvttl(enable) end

---The type of service of what is sent: six bits of DSCP (RFC 2474), two of ECN (RFC 3168).
---
---`IP_TOS`, ip(7); `IPV6_TCLASS`, ipv6(7). 0 to 255; on a TCP socket of IPv4 the ECN bits stay the
---kernel's.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param tos? integer
---@return integer? tos
---@return string? err
---@return integer? errno
function Socket:tos(tos) end

---Allows to bind any address, and to receive for it, as a transparent proxy does.
---
---`IP_TRANSPARENT`, ip(7); `IPV6_TRANSPARENT`. EPERM without CAP_NET_ADMIN or CAP_NET_RAW.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:transparent(enable) end

---How many hops what is sent may travel.
---
---`IP_TTL`, ip(7), 1 to 255; `IPV6_UNICAST_HOPS`, ipv6(7), 0 to 255, of which 0 is set for IPv6
---alone. -1 is the system's default.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param ttl? integer
---@return integer? ttl
---@return string? err
---@return integer? errno
function Socket:ttl(ttl) end

---Never cuts a datagram: one that is too long for the path is EMSGSIZE.
---
---`IPV6_DONTFRAG`, RFC 3542. IPv6 alone; for IPv4 see mtudiscover.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:dontfrag(enable) end

---Tells the hops that are left to what arrives, in a control message.
---
---`IPV6_RECVHOPLIMIT`, ipv6(7). IPv6 alone; recvttl is for both.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvhoplimit(enable) end

---Tells where a datagram arrived and for which address, in a control message.
---
---`IPV6_RECVPKTINFO`, ipv6(7). IPv6 alone; pktinfo is for both.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvpktinfo(enable) end

---Tells the traffic class of what arrives, in a control message.
---
---`IPV6_RECVTCLASS`, ipv6(7). IPv6 alone; recvtos is for both.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvtclass(enable) end

---The traffic class of what is sent.
---
---`IPV6_TCLASS`, RFC 3542. IPv6 alone; tos is for both. 0 to 255, -1 is the system's default.
---@param tclass? integer
---@return integer? tclass
---@return string? err
---@return integer? errno
function Socket:tclass(tclass) end

---How many hops what is sent may travel.
---
---`IPV6_UNICAST_HOPS`, ipv6(7). IPv6 alone; ttl is for both. 0 to 255, -1 is the system's default.
---@param hops? integer
---@return integer? hops
---@return string? err
---@return integer? errno
function Socket:unicasthops(hops) end

---Keeps IPv4 away from an IPv6 socket, so that another one can bind the same port for it.
---
---`IPV6_V6ONLY`, ipv6(7). EINVAL once the socket is bound.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:v6only(enable) end

---Chooses TCP's congestion control by name, such as cubic or reno.
---
---`TCP_CONGESTION`, tcp(7). ENOENT for one that is not there, EPERM for one that is not for all.
---@param name? string
---@return string? name
---@return string? err
---@return integer? errno
function Socket:tcpcongestion(name) end

---Holds small segments back until uncorked, full, or 200 ms old.
---
---`TCP_CORK`, tcp(7); `TCP_NOPUSH` on the BSDs.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:tcpcork(enable) end

---Has accept wait for a connection's first data, for so many seconds; 0 does not.
---
---`TCP_DEFER_ACCEPT`, tcp(7). The kernel rounds up to its times of retransmission, and answers
---those.
---@param sec? integer
---@return integer? sec
---@return string? err
---@return integer? errno
function Socket:tcpdeferaccept(sec) end

---How many connections may wait that brought data in their first segment (RFC 7413).
---
---`TCP_FASTOPEN`, tcp(7). Listening sockets. Since Linux 3.7.
---@param backlog? integer
---@return integer? backlog
---@return string? err
---@return integer? errno
function Socket:tcpfastopen(backlog) end

---Lets the first send after connect go along in the first segment (RFC 7413).
---
---`TCP_FASTOPEN_CONNECT`, tcp(7). Since Linux 4.11.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:tcpfastopenconnect(enable) end

---Tells with each receive how many bytes are left in the queue, in a control message.
---
---`TCP_INQ`, tcp(7). Since Linux 4.18.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:tcpinq(enable) end

---Seconds of silence before the first keep-alive probe; the same as tcpkeepidle.
---
---`TCP_KEEPIDLE`, tcp(7); `TCP_KEEPALIVE` on macOS. 1 to 32767, EINVAL otherwise.
---@param sec? integer
---@return integer? sec
---@return string? err
---@return integer? errno
function Socket:tcpkeepalive(sec) end

---How many keep-alive probes may go unanswered before the connection is dropped.
---
---`TCP_KEEPCNT`, tcp(7). 1 to 127, EINVAL otherwise.
---@param cnt? integer
---@return integer? cnt
---@return string? err
---@return integer? errno
function Socket:tcpkeepcnt(cnt) end

---Seconds of silence before the first keep-alive probe.
---
---`TCP_KEEPIDLE`, tcp(7); `TCP_KEEPALIVE` on macOS. 1 to 32767, EINVAL otherwise.
---@param sec? integer
---@return integer? sec
---@return string? err
---@return integer? errno
function Socket:tcpkeepidle(sec) end

---Seconds between two keep-alive probes.
---
---`TCP_KEEPINTVL`, tcp(7). 1 to 32767, EINVAL otherwise.
---@param sec? integer
---@return integer? sec
---@return string? err
---@return integer? errno
function Socket:tcpkeepintvl(sec) end

---How long a connection that this side has closed may stay in FIN_WAIT2, in seconds.
---
---`TCP_LINGER2`, tcp(7). -1 does not wait at all.
---@param sec? integer
---@return integer? sec
---@return string? err
---@return integer? errno
function Socket:tcplinger2(sec) end

---The most bytes of data in one segment.
---
---`TCP_MAXSEG`, tcp(7). To be set before the connection is made, 88 to 32767; EINVAL otherwise.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:tcpmaxseg(size) end

---Sends small segments at once, without waiting for more to say.
---
---`TCP_NODELAY`, tcp(7): switches Nagle's algorithm (RFC 896) off.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:tcpnodelay(enable) end

---How many unsent bytes may wait for the socket to still count as sendable.
---
---`TCP_NOTSENT_LOWAT`, in bytes; 0 is the system's default. Since Linux 3.12.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:tcpnotsentlowat(size) end

---Acknowledges at once; the kernel switches back by itself.
---
---`TCP_QUICKACK`, tcp(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:tcpquickack(enable) end

---How often connect repeats its first segment.
---
---`TCP_SYNCNT`, tcp(7). 1 to 127, EINVAL otherwise.
---@param cnt? integer
---@return integer? cnt
---@return string? err
---@return integer? errno
function Socket:tcpsyncnt(cnt) end

---Sets a protocol on top of TCP, such as tls; `""` where there is none.
---
---`TCP_ULP`. ENOENT for one that is not there, ENOTCONN before the connection is made. Since Linux
---4.13.
---@param name? string
---@return string? name
---@return string? err
---@return integer? errno
function Socket:tcpulp(name) end

---How long sent data may stay unacknowledged before the connection is dropped, in milliseconds.
---
---`TCP_USER_TIMEOUT`, tcp(7), RFC 5482. 0 is the system's default. Since Linux 2.6.37.
---@param msec? integer
---@return integer? msec
---@return string? err
---@return integer? errno
function Socket:tcpusertimeout(msec) end

---The most bytes of the window that TCP offers.
---
---`TCP_WINDOW_CLAMP`, tcp(7). The kernel raises it to half of the least receive buffer.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:tcpwindowclamp(size) end

---Holds datagrams back, to send them as one when uncorked.
---
---`UDP_CORK`, udp(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:udpcork(enable) end

---Receives several datagrams of one sender as one, whose size a control message tells.
---
---`UDP_GRO`, udp(7). Since Linux 5.0.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:udpgro(enable) end

---Cuts what is sent into datagrams of so many bytes; 0 does not.
---
---`UDP_SEGMENT`, udp(7). Since Linux 4.18.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:udpsegment(size) end

---Joins a netlink group, given by its number.
---
---`NETLINK_ADD_MEMBERSHIP`, netlink(7).
---
---It can only be set.
---@param group integer
---@return integer? group
---@return string? err
---@return integer? errno
function Socket:netlinkjoin(group) end

---Tells when a message to a group found no room.
---
---`NETLINK_BROADCAST_ERROR`, netlink(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:netlinkbroadcasterror(enable) end

---Leaves the request out of acknowledgements.
---
---`NETLINK_CAP_ACK`, netlink(7). Since Linux 4.3.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:netlinkcapack(enable) end

---Leaves a netlink group, given by its number.
---
---`NETLINK_DROP_MEMBERSHIP`, netlink(7).
---
---It can only be set.
---@param group integer
---@return integer? group
---@return string? err
---@return integer? errno
function Socket:netlinkleave(group) end

---Explains in an acknowledgement what was wrong.
---
---`NETLINK_EXT_ACK`, netlink(7). Since Linux 4.12.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:netlinkextack(enable) end

---Checks the headers of dump requests strictly, and filters by them.
---
---`NETLINK_GET_STRICT_CHK`. Since Linux 4.20.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:netlinkstrictchk(enable) end

---Hears all network namespaces that have a number here.
---
---`NETLINK_LISTEN_ALL_NSID`, netlink(7). EPERM without CAP_NET_BROADCAST. Since Linux 4.2.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:netlinklistenallnsid(enable) end

---Drops messages silently that find no room, instead of answering ENOBUFS.
---
---`NETLINK_NO_ENOBUFS`, netlink(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:netlinknoenobufs(enable) end

---Tells the group of a message, in a control message.
---
---`NETLINK_PKTINFO`, netlink(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:netlinkpktinfo(enable) end

---The descriptor, or -1 when closed.
---
---LuaSocket's select and copas ask for it under this name.
---@return integer fd
function Socket:getfd() end

---The descriptor, or -1 when closed.
---
---cqueues asks for it under this name.
---@return integer fd
function Socket:pollfd() end

---Tells LuaSocket's select that nothing received waits outside the kernel: always false.
---@return boolean dirty
function Socket:dirty() end

---Tells cqueues what to wait for: always `r`, that there is something to receive.
---@return string events
function Socket:events() end

---Tells cqueues how long to wait: always without limit.
---@return number? sec
function Socket:timeout() end

return socket
