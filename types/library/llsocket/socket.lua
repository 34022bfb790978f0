---@meta llsocket.socket
-- Rendered by the crate llsocket-reference: ./dev docs.

---Opens sockets, and makes sockets from descriptors.
local socket = {}

---Opens a socket of the kind that an addrinfo describes; it is close-on-exec.
---
---socket(2). The addrinfo is also the default address of bind and connect; its type 0 stands for
---SOCK_STREAM. With `nonblock`, calls that would block return `again`.
---@param ai llsocket.addrinfo|llsocket.addrinfo[]
---@param nonblock? boolean by default false
---@return llsocket.socket? sock
---@return string? err
---@return integer? errno
function socket.new(ai, nonblock) end

---Opens a socket of a family, a type and a protocol; it is close-on-exec.
---
---socket(2); `family` is `AF_*`, `socktype` is `SOCK_*`, `protocol` is `IPPROTO_*` or 0 for the
---usual one. It has no default address: bind and connect need one. With `nonblock`, calls that
---would block return `again`. EAFNOSUPPORT, EPROTONOSUPPORT and the like for a combination that
---the system lacks.
---@param family integer
---@param socktype integer
---@param protocol? integer by default 0
---@param nonblock? boolean by default false
---@return llsocket.socket? sock
---@return string? err
---@return integer? errno
function socket.open(family, socktype, protocol, nonblock) end

---Opens two unix sockets that are connected to each other.
---
---socketpair(2); `socktype` is `SOCK_STREAM`, `SOCK_DGRAM` or `SOCK_SEQPACKET`.
---@param socktype integer
---@param nonblock? boolean by default false
---@param protocol? integer by default 0
---@return llsocket.socket[]? socks
---@return string? err
---@return integer? errno
function socket.pair(socktype, nonblock, protocol) end

---Makes a socket from a descriptor, and queries its kind.
---
---The descriptor becomes close-on-exec; `nonblock` sets O_NONBLOCK, by default it does not change.
---ENOTSOCK for a descriptor that is not a socket, EBADF for a number that is not a descriptor; the
---caller then still owns it.
---@param fd integer
---@param nonblock? boolean
---@return llsocket.socket? sock
---@return string? err
---@return integer? errno
function socket.wrap(fd, nonblock) end

---Returns the sockets that a service manager passed to this process, with their names.
---
---sd_listen_fds_with_names(3): LISTEN_PID must be this process's id; LISTEN_FDS is the number of
---descriptors, LISTEN_FDNAMES their names. The three variables are removed from the environment,
---so that child processes do not use them; further calls return an empty list. All descriptors
---become close-on-exec; those that are not sockets are not changed otherwise. Call this before
---threads are started that read or change the environment.
---@return llsocket.handed[]? list
---@return string? err
---@return integer? errno
function socket.listenfds() end

---Shuts down a part of the connection of `fd`: `SHUT_RD`, `SHUT_WR`, or by default `SHUT_RDWR`.
---
---shutdown(2). ENOTCONN if there is no connection, ENOTSOCK for a descriptor that is not a socket.
---@param fd integer
---@param flag? integer
---@return string? err
---@return integer? errno
function socket.shutdown(fd, flag) end

---Closes `fd`; with a `SHUT_*` flag, shuts the connection down first.
---
---close(2). The descriptor is closed even if an error is returned; it is not an error if there is
---no connection. EBADF for a number that is not a descriptor.
---@param fd integer
---@param flag? integer
---@return string? err
---@return integer? errno
function socket.close(fd, flag) end

---A socket that a service manager passed to the process.
---@class llsocket.handed
---@field socket llsocket.socket The socket.
---@field name string Its name; `unknown` if it has none.

---A socket: a descriptor, what kind of socket it is, and the address that it was made for.
---
---On a closed socket every call that needs the descriptor fails with EBADF. A socket is closed
---when it is collected.
---@class llsocket.socket
local Socket = {}

---Duplicates the descriptor of the socket; it is close-on-exec.
---
---fcntl(2), `F_DUPFD_CLOEXEC`. Both share the connection and its options. An addrinfo, if given,
---is the default address of bind and connect of the second one.
---@param ai? llsocket.addrinfo|llsocket.addrinfo[]
---@return llsocket.socket? sock
---@return string? err
---@return integer? errno
function Socket:dup(ai) end

---Releases the descriptor without closing it: the caller owns it, and this socket is closed.
---
---EBADF if it is closed already. While other threads are inside a call of the socket (Python), the
---caller gets a duplicate, because the number itself stays in use until they have returned.
---@return integer? fd
---@return string? err
---@return integer? errno
function Socket:unwrap() end

---Shuts down a part of the connection: `SHUT_RD`, `SHUT_WR`, or by default `SHUT_RDWR`.
---
---shutdown(2). ENOTCONN if there is no connection.
---@param flag? integer
---@return string? err
---@return integer? errno
function Socket:shutdown(flag) end

---Closes the socket; with a `SHUT_*` flag, shuts the connection down first.
---
---close(2). The descriptor is closed even if an error is returned. Closing a socket that is not
---connected, or is closed already, is not an error. The connection stays open for duplicates and
---for child processes, unless a flag shuts it down for all of them. In Python, calls of other
---threads that wait for the socket return EBADF at once; connect, sendfile, and an accept whose
---connection another process took, return when the kernel does.
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

---Makes calls that would block return `again` (`O_NONBLOCK`).
---
---ioctl(2), `FIONBIO`; fcntl(2), `F_GETFL`. The flag belongs to all descriptors of the socket.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:nonblock(enable) end

---Returns whether the next byte to be received follows the urgent mark.
---
---sockatmark(3), by ioctl(2), `SIOCATMARK`.
---@return boolean? mark
---@return string? err
---@return integer? errno
function Socket:atmark() end

---Adds a function: `fn(...)` is called when the socket is collected, or the Lua state is closed.
---
---The functions are called in the order in which they were added, before the socket is closed;
---their errors are ignored. Explicit calls of close call none of them.
---@param fn function
---@param ... any args, any number of them
---@return boolean? done
---@return string? err
---@return integer? errno
function Socket:addgcfn(fn, ...) end

---Removes a function that addgcfn has added, or all of them, and returns whether there was any.
---@param fn? function
---@return boolean? removed
---@return string? err
---@return integer? errno
function Socket:delgcfn(fn) end

---Binds the socket to the address of an addrinfo, or to the one that it was made for.
---
---bind(2). EADDRINUSE, EADDRNOTAVAIL, EACCES and the like; EDESTADDRREQ if there is no address.
---@param ai? llsocket.addrinfo|llsocket.addrinfo[]
---@return string? err
---@return integer? errno
function Socket:bind(ai) end

---Returns the socket's own address.
---
---getsockname(2). For a socket that is not bound it is the wildcard address, or an unnamed one.
---@return llsocket.addrinfo? ai
---@return string? err
---@return integer? errno
function Socket:getsockname() end

---Returns the peer's address.
---
---getpeername(2). ENOTCONN if there is no peer.
---@return llsocket.addrinfo? ai
---@return string? err
---@return integer? errno
function Socket:getpeername() end

---Connects to the address of an addrinfo, or to the one that the socket was made for.
---
---connect(2). On a non-blocking socket, success means that the connection is in progress: it is
---established when the socket becomes sendable and its pending error is 0. On a blocking socket,
---ETIMEDOUT means also that sndtimeo has expired; the connection then stays in progress. In Lua a
---signal ends the call with EINTR, and the connection stays in progress; in Python the call
---continues. On a unix stream socket, EAGAIN means that the listener's backlog is full and that no
---connection is in progress; since the socket counts as sendable all the same, connect has to be
---called again after a while. ECONNREFUSED, ETIMEDOUT, ENETUNREACH and the like; EDESTADDRREQ if
---there is no address.
---@param ai? llsocket.addrinfo|llsocket.addrinfo[]
---@return string? err
---@return integer? errno
function Socket:connect(ai) end

---Connects as connect does, and returns whether the connection is established; to be called again
---when the socket is sendable.
---
---connect(2). Returns `again` while the connection is in progress, and on a blocking socket when
---sndtimeo has expired. After the connection is established the result stays `true`. After a
---failure the next call begins a new attempt. On a unix stream socket, EAGAIN means that the
---listener's backlog is full: the call has to be made again after a while, for the socket counts
---as sendable. ECONNREFUSED, ETIMEDOUT, ENETUNREACH and the like; EDESTADDRREQ if there is no
---address.
---@param ai? llsocket.addrinfo|llsocket.addrinfo[]
---@return boolean? connected
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:tryconnect(ai) end

---Dissolves the association of a datagram socket with its peer, so that it receives from all
---senders again.
---
---connect(2) with AF_UNSPEC. A port that the kernel selected is released; a port set by bind is
---kept. On a TCP socket Linux resets the connection; EINVAL on a unix stream socket.
---@return string? err
---@return integer? errno
function Socket:disconnect() end

---Listens for connections; up to `backlog` of them wait to be accepted.
---
---listen(2). `backlog` is at least 1, by default the system's maximum, SOMAXCONN. EOPNOTSUPP for a
---type of socket without connections.
---@param backlog? integer
---@return string? err
---@return integer? errno
function Socket:listen(backlog) end

---Accepts a connection; the new socket is non-blocking if this one is.
---
---accept4(2). Returns `again` if the connection was aborted before it was accepted. With EMFILE
---the connection stays in the queue. On Linux the new socket inherits options of this one, among
---them rcvtimeo, sndtimeo, linger, keepalive and the sizes of the buffers: the time limit of a
---listener's accept is also that of its connections.
---
---With `peer`, the peer's address is one more result, at the end.
---@param peer? boolean by default false
---@return llsocket.socket? sock
---@return string? err
---@return boolean? again
---@return integer? errno
---@overload fun(self: llsocket.socket, peer: true): llsocket.socket?, string?, boolean?, (llsocket.addrinfo|integer)?
function Socket:accept(peer) end

---Accepts a connection, and returns its descriptor, which is close-on-exec and has to be closed by
---the caller.
---
---accept4(2), as accept.
---@return integer? fd
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:acceptfd() end

---Sends `msg`, and returns the number of bytes that were accepted.
---
---send(2); `flags` are `MSG_*`, to which MSG_NOSIGNAL is always added. An empty message is a valid
---datagram; on a stream it is EINVAL. EMSGSIZE for a datagram that is too long. If the peer has
---closed, EPIPE is returned as the outcome closed; after the socket's own SHUT_WR it is an error;
---if there never was a peer, it becomes ENOTCONN. MSG_ZEROCOPY is EOPNOTSUPP.
---@param msg string
---@param ... integer flags, any number of them
---@return integer? len
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:send(msg, ...) end

---Sends `msg` to the address of an addrinfo, and returns the number of bytes that were accepted.
---
---sendto(2); `flags` are `MSG_*`, to which MSG_NOSIGNAL is always added. An empty message is a
---valid datagram; on a stream it is EINVAL. On a connected stream the call fails with EISCONN, or
---sends to the peer. With MSG_FASTOPEN it returns `again` and 0 bytes while the connection is in
---progress. MSG_ZEROCOPY is EOPNOTSUPP.
---@param msg string
---@param ai llsocket.addrinfo|llsocket.addrinfo[]
---@param ... integer flags, any number of them
---@return integer? len
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:sendto(msg, ai, ...) end

---Sends up to `bytes` bytes of `file` from `offset` on, without copying them into the process.
---
---sendfile(2). Returns the number of bytes that were accepted, 0 at the end of the file. The
---file's own position does not change. EINVAL for a negative number.
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
---sendmsg(2), `SCM_RIGHTS` of unix(7); `flags` are `MSG_*`. The receiver gets a duplicate; this
---descriptor stays open. EBADF for a number that is not a descriptor.
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

---Receives up to `bufsize` bytes of a stream, or one message.
---
---recv(2); `flags` are `MSG_*`. The size is by default 4096 on a stream and 65,536 on any other
---socket. A longer message is truncated, and the rest of it is discarded. A size below 1 is
---EINVAL; memory is used only for the bytes that arrive, however large the size is. With
---MSG_WAITALL the call waits for `bufsize` bytes. MSG_TRUNC never returns bytes that were not
---received: on a TCP stream, where it discards them, it returns none. MSG_ZEROCOPY is EOPNOTSUPP.
---
---inq returns the size of the next datagram before it is received.
---@param bufsize? integer
---@param ... integer flags, any number of them
---@return string? msg
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:recv(bufsize, ...) end

---Receives as recv does, and returns the sender's address, too.
---
---recvfrom(2); `flags` are `MSG_*`. On a connected stream there is no sender's address.
---
---A datagram that is longer than `bufsize` is truncated, as by recv. Successive datagrams of one
---sender come with the same addrinfo object.
---@param bufsize? integer
---@param ... integer flags, any number of them
---@return string? msg
---@return llsocket.addrinfo? ai
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:recvfrom(bufsize, ...) end

---Sends the whole of `msg`, on blocking and non-blocking sockets, and returns its length.
---
---send(2) and ppoll(2), for stream sockets; EOPNOTSUPP on others. `sec` limits the time in all,
---EDOM for a negative, infinite or undefined number. Without `sec`, each wait of a blocking socket
---lasts as long as sndtimeo says, and a non-blocking one waits for ever. When the time has expired
---the result is the number of bytes that were sent, and `again`. If the call fails after bytes
---were sent, the result is their number, and the error. Nothing is kept for a later call. In Lua a
---signal ends the call as an expired time does.
---@param msg string
---@param sec? number
---@return integer? len
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:sendall(msg, sec) end

---Receives exactly `size` bytes of a stream, on blocking and non-blocking sockets.
---
---recv(2) and ppoll(2), for stream sockets; EOPNOTSUPP on others. A negative size is EINVAL, and 0
---bytes are received without a call. Memory is used only for the bytes that arrive. `sec` limits
---the time in all, EDOM for a negative, infinite or undefined number. Without `sec`, each wait of
---a blocking socket lasts as long as rcvtimeo says, and a non-blocking one waits for ever. When
---the time has expired the result is what came, if anything, and `again`. If the peer closes
---before the last byte, the result is shorter than `size`; before the first byte it is the end. If
---the call fails after bytes came, the result is these bytes, and the error. The bytes are the
---caller's: nothing is kept for a later call. In Lua a signal ends the call as an expired time
---does; in Python, if a signal handler raises an exception, what had come is lost.
---@param size integer
---@param sec? number
---@return string? msg
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:recvexactly(size, sec) end

---Receives a descriptor, which is close-on-exec and has to be closed by the caller.
---
---recvmsg(2), `SCM_RIGHTS` of unix(7); `flags` are `MSG_*`. It receives what sendfd sends, one
---byte of data with one descriptor; the rest of a longer datagram is discarded. ENOMSG for a
---message without a descriptor; EMSGSIZE for one with several, which are all closed; EMFILE if
---this process can open no more.
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

---Returns the number of bytes in the receive queue; for a datagram socket, the size of the next
---datagram.
---
---ioctl(2), `SIOCINQ` of tcp(7), udp(7) and unix(7). EINVAL on a socket that listens.
---@return integer? bytes
---@return string? err
---@return integer? errno
function Socket:inq() end

---Returns the number of bytes in the send queue that are unsent or not acknowledged.
---
---ioctl(2), `SIOCOUTQ` of tcp(7) and unix(7). EINVAL on a socket that listens.
---@return integer? bytes
---@return string? err
---@return integer? errno
function Socket:outq() end

---Waits until there is something to receive or accept, or the peer has closed.
---
---ppoll(2), for `sec` seconds, by default without a limit; 0 does not wait. Returns `again` when
---the time has expired or, in Lua, a signal has arrived. EDOM for a negative, infinite or
---undefined number. A socket whose error queue (recverr) is not empty is ready.
---@param sec? number
---@return boolean? ready
---@return string? err
---@return boolean? again
---@return integer? errno
function Socket:recvable(sec) end

---Waits until there is room to send, or a connection is established or has failed.
---
---ppoll(2), for `sec` seconds, by default without a limit; 0 does not wait. Returns `again` when
---the time has expired or, in Lua, a signal has arrived. EDOM for a negative, infinite or
---undefined number. A unix datagram socket without a peer is always ready, even if the receiver's
---queue is full.
---
---If a receiver's queue is full, sendto of a unix datagram socket returns `again` although the
---socket is sendable.
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

---The clock by which the times of sent packets are meant, and how: with them a packet waits for
---its time in the queue of the interface.
---
---`SO_TXTIME`. The control key `txtime` of sent messages needs it. `clockid` is a clock of
---clock_gettime(2): 0 is CLOCK_REALTIME, 1 CLOCK_MONOTONIC, 11 CLOCK_TAI. `flags` are
---`SOF_TXTIME_*`, by default none. EINVAL for other flags, EPERM for clocks but 1 without
---CAP_NET_ADMIN. Since Linux 4.19.
---@param clockid? integer
---@param flags? integer
---@return llsocket.txtime? txtime
---@return string? err
---@return integer? errno
function Socket:txtime(clockid, flags) end

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

---The IP options of sent packets, as bytes; `""` is none.
---
---`IP_OPTIONS`, ip(7), RFC 791. At most 40 bytes, to which Linux appends so that they are a
---multiple of four; EINVAL for more, and for what is malformed. A connection that was accepted
---returns those of the peer's first segment, turned round. IPv4.
---@param options? string
---@return string? options
---@return string? err
---@return integer? errno
function Socket:options(options) end

---The hop-by-hop options of sent packets: the bytes of an extension header, whose first is of no
---consequence; `""` is none.
---
---`IPV6_HOPOPTS`, RFC 3542, section 8; RFC 8200, section 4.3. EINVAL for a length that is not the
---header's own, EPERM without CAP_NET_RAW. IPv6.
---@param header? string
---@return string? header
---@return string? err
---@return integer? errno
function Socket:hopopts(header) end

---The destination options of sent packets, for the last destination; as hopopts otherwise.
---
---`IPV6_DSTOPTS`, RFC 3542, section 9; RFC 8200, section 4.6. IPv6.
---@param header? string
---@return string? header
---@return string? err
---@return integer? errno
function Socket:dstopts(header) end

---The routing header of sent packets: the bytes of an extension header, whose first is of no
---consequence; `""` is none.
---
---`IPV6_RTHDR`, RFC 3542, section 7; RFC 8200, section 4.4. Linux takes those of type 2 (RFC 6275)
---and of segment routing (RFC 8754), as far as it has them; EINVAL for others. IPv6.
---@param header? string
---@return string? header
---@return string? err
---@return integer? errno
function Socket:rthdr(header) end

---The destination options of sent packets for every destination of their routing header; as
---hopopts otherwise.
---
---`IPV6_RTHDRDSTOPTS`, RFC 3542, section 9.1. They are sent together with a routing header only.
---IPv6.
---@param header? string
---@return string? header
---@return string? err
---@return integer? errno
function Socket:rthdrdstopts(header) end

---Returns the flow label with which the socket sends.
---
---`IPV6_FLOWLABEL_MGR`, linux/in6.h. `flags` is `IPV6_FL_F_REMOTE` for the label with which the
---peer sends, of a connection that repeats it. ENOENT where there is none of flowlabelget. IPv6;
---since Linux 3.14.
---@param flags? integer
---@return llsocket.flowlabel? label
---@return string? err
---@return integer? errno
function Socket:flowlabel(flags) end

---Gets a flow label for sending to an address, and returns it; 0 stands for any that is free.
---
---`IPV6_FLOWLABEL_MGR`, linux/in6.h. `share` is who may use it, by default this socket alone
---(`IPV6_FL_S_EXCL`); `flags` are by default `IPV6_FL_F_CREATE`. The label is used by connect and
---sendto with an address that has it as its flow information, on a socket with flowinfosend. With
---`IPV6_FL_F_REFLECT` alone, a TCP socket sends with the label of its peer. EINVAL for a label of
---more than 20 bits and for an address of IPv4, EPERM where another has the label, ENOENT where it
---is to be there and is not. IPv6.
---@param addr string|llsocket.addrinfo|llsocket.addrinfo[]
---@param label? integer
---@param share? integer
---@param flags? integer
---@return integer? label
---@return string? err
---@return integer? errno
function Socket:flowlabelget(addr, label, share, flags) end

---Gives up a flow label of this socket.
---
---`IPV6_FLOWLABEL_MGR`, linux/in6.h. ESRCH where the socket does not have it. IPv6.
---@param label integer
---@return string? err
---@return integer? errno
function Socket:flowlabelput(label) end

---Says for how long a flow label of this socket is kept: `linger` seconds after its last use, and
---`expires` seconds from now on.
---
---`IPV6_FLOWLABEL_MGR`, linux/in6.h. Times only grow by it; the kernel's least is 6 seconds. EPERM
---above 150 seconds without CAP_NET_ADMIN, ESRCH where the socket does not have the label. IPv6.
---@param label integer
---@param linger? integer
---@param expires? integer
---@return string? err
---@return integer? errno
function Socket:flowlabelrenew(label, linger, expires) end

---The key by which TCP makes its cookies for data in the first segment (RFC 7413): 16 bytes, or 32
---for a new and an old one.
---
---`TCP_FASTOPEN_KEY`. A socket without one of its own has the system's; empty where that has none
---yet. EINVAL for other lengths. Since Linux 4.15; two since 5.3.
---@param key? string
---@return string? key
---@return string? err
---@return integer? errno
function Socket:tcpfastopenkey(key) end

---Signs the segments to a peer, and accepts from it only such with the signature of the key (RFC
---2385); an empty key ends that.
---
---`TCP_MD5SIG`, tcp(7). To be set before connect, and on a listening socket for those who will
---connect. With `prefixlen` the key is for all addresses that begin with so many bits of `addr`,
---with `interface` for those of a VRF (`TCP_MD5SIG_EXT`, since Linux 4.13 and 5.6). EINVAL for a
---key of more than 80 bytes, and for an address of another family; ENOENT for taking away one that
---is not there.
---@param addr string|llsocket.addrinfo|llsocket.addrinfo[]
---@param key string
---@param prefixlen? integer
---@param interface? string|integer
---@return string? err
---@return integer? errno
function Socket:tcpmd5sig(addr, key, prefixlen, interface) end

---Shares what is received with the packet sockets of a group, so that each packet goes to one of
---them.
---
---`PACKET_FANOUT`, packet(7). With an `id` joins the group of that number: `mode` says how the
---socket is chosen, by default `PACKET_FANOUT_HASH`; `flags` are `PACKET_FANOUT_FLAG_*`. Without,
---returns the group; all 0 stands for none, too. With `PACKET_FANOUT_FLAG_UNIQUEID` the kernel
---chooses the number, for an `id` of 0. EINVAL for a socket that does not receive yet, and for
---another mode than that of the group; EALREADY for a second group.
---@param id? integer
---@param mode? integer
---@param flags? integer
---@return llsocket.fanout? fanout
---@return string? err
---@return integer? errno
function Socket:packetfanout(id, mode, flags) end

---Selects the interface for sending multicast datagrams, given by its name, its index or one of
---its addresses.
---
---`IP_MULTICAST_IF`, ip(7); `IPV6_MULTICAST_IF`, ipv6(7); both on an IPv6 socket that is not
---v6only. `""`, `0.0.0.0` and `::` restore the kernel's choice. Without an argument, returns the
---name, or the index where there is no such interface any more, and `""` where none was chosen. An
---IPv4 socket keeps only the index, which the kernel does not return: without an argument, returns
---what was set through this object, else the interface with the address that the kernel returns.
---ENODEV for an unknown interface, EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.
---@param interface? string|integer
---@return (string|integer)? interface
---@return string? err
---@return integer? errno
function Socket:mcastif(interface) end

---Joins a multicast group for all sources.
---
---`MCAST_JOIN_GROUP`, RFC 3678; the same as `IP_ADD_MEMBERSHIP`, ip(7), and `IPV6_JOIN_GROUP`,
---ipv6(7). The interface is given by its name, its index or one of its addresses. By default it is
---the zone of the group (`ff02::1%eth0`), else the routing table selects it. An IPv6 socket that
---is not v6only joins IPv4 groups, too. EINVAL for an address that is not a group, and for an
---interface that is not the group's zone; EADDRINUSE if the group is joined already, ENODEV for an
---unknown interface, ENOBUFS for the 21st group of an IPv4 socket, EOPNOTSUPP on sockets of
---SOCK_STREAM and SOCK_SEQPACKET.
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

---Joins a multicast group for one source; more sources can be added.
---
---`MCAST_JOIN_SOURCE_GROUP`, RFC 3678; for IPv4 the same as `IP_ADD_SOURCE_MEMBERSHIP`, ip(7). The
---interface is given as for mcastjoin, and can be the zone of the source, too.
---@param group string|llsocket.addrinfo|llsocket.addrinfo[]
---@param source string|llsocket.addrinfo|llsocket.addrinfo[]
---@param interface? string|integer
---@return string? err
---@return integer? errno
function Socket:mcastjoinsrc(group, source, interface) end

---Leaves a multicast group for one source.
---
---`MCAST_LEAVE_SOURCE_GROUP`, RFC 3678; for IPv4 the same as `IP_DROP_SOURCE_MEMBERSHIP`, ip(7).
---EADDRNOTAVAIL where the source is not joined, EINVAL where the group is not. When the last
---source is left, so is the group.
---@param group string|llsocket.addrinfo|llsocket.addrinfo[]
---@param source string|llsocket.addrinfo|llsocket.addrinfo[]
---@param interface? string|integer
---@return string? err
---@return integer? errno
function Socket:mcastleavesrc(group, source, interface) end

---Blocks a source of a joined multicast group.
---
---`MCAST_BLOCK_SOURCE`, RFC 3678; for IPv4 the same as `IP_BLOCK_SOURCE`, ip(7).
---@param group string|llsocket.addrinfo|llsocket.addrinfo[]
---@param source string|llsocket.addrinfo|llsocket.addrinfo[]
---@param interface? string|integer
---@return string? err
---@return integer? errno
function Socket:mcastblocksrc(group, source, interface) end

---Unblocks a source of a multicast group.
---
---`MCAST_UNBLOCK_SOURCE`, RFC 3678; for IPv4 the same as `IP_UNBLOCK_SOURCE`, ip(7). EADDRNOTAVAIL
---where it was not blocked.
---@param group string|llsocket.addrinfo|llsocket.addrinfo[]
---@param source string|llsocket.addrinfo|llsocket.addrinfo[]
---@param interface? string|integer
---@return string? err
---@return integer? errno
function Socket:mcastunblocksrc(group, source, interface) end

---The sources from which a multicast group that is joined is received.
---
---`MCAST_MSFILTER`, RFC 3678. With a `mode`, sets the filter: with `MCAST_INCLUDE` the `sources`
---alone are received, with `MCAST_EXCLUDE` all others; without, returns it. The interface is given
---as for mcastjoin, and is that of the membership. Including no source leaves the group. EINVAL
---where the group is not joined, for another mode, and for a source of another family;
---EADDRNOTAVAIL for returning the filter of a group that is not joined; ENOBUFS for more sources
---than the system allows (net.ipv4.igmp_max_msf, net.ipv6.mld_max_msf).
---@param group string|llsocket.addrinfo|llsocket.addrinfo[]
---@param interface? string|integer
---@param mode? integer
---@param sources? (string|llsocket.addrinfo|llsocket.addrinfo[])[]
---@return llsocket.msfilter? filter
---@return string? err
---@return integer? errno
function Socket:msfilter(group, interface, mode, sources) end

---Returns the state of a TCP connection, by the names of `struct tcp_info`.
---
---`TCP_INFO`, tcp(7). Times are in microseconds, but for last_data_sent, last_data_recv and
---last_ack_recv, in milliseconds; windows are in segments, sizes in bytes, rates in bytes per
---second. There are as many fields as the running kernel has.
---@return table<string, integer>? info
---@return string? err
---@return integer? errno
function Socket:tcpinfo() end

---Returns what the connection's congestion control tells of itself, by the names of the kernel's
---structures.
---
---`TCP_CC_INFO`, `struct tcpvegas_info`, `struct tcp_dctcp_info` and `struct tcp_bbr_info` of
---linux/inet_diag.h. Empty for one that tells nothing, as cubic and reno. Asks for the name of the
---congestion control first, in a call of its own. Since Linux 4.1.
---@return table<string, integer>? info
---@return string? err
---@return integer? errno
function Socket:tcpccinfo() end

---Returns the first segment of an accepted connection, and forgets it.
---
---`TCP_SAVED_SYN`. From the IP header on, or the link's, as tcpsavesyn of the listening socket
---said; empty where none was kept. Since Linux 4.3.
---@return string? header
---@return string? err
---@return integer? errno
function Socket:tcpsavedsyn() end

---Returns the state of a Multipath TCP connection, by the names of `struct mptcp_info`.
---
---`MPTCP_INFO`, RFC 8684. EOPNOTSUPP where the connection fell back to TCP. Since Linux 5.16.
---@return table<string, integer>? info
---@return string? err
---@return integer? errno
function Socket:mptcpinfo() end

---Returns the state of each subflow of a Multipath TCP connection, as tcpinfo does.
---
---`MPTCP_TCPINFO`. EOPNOTSUPP where the connection fell back to TCP. Since Linux 5.16.
---@return table<string, integer>[]? list
---@return string? err
---@return integer? errno
function Socket:mptcptcpinfo() end

---Returns the addresses of each subflow of a Multipath TCP connection.
---
---`MPTCP_SUBFLOW_ADDRS`. EOPNOTSUPP where the connection fell back to TCP. Since Linux 5.16.
---@return llsocket.subflowaddrs[]? list
---@return string? err
---@return integer? errno
function Socket:mptcpsubflowaddrs() end

---Returns the state of a Multipath TCP connection, and the addresses and the state of each
---subflow.
---
---`MPTCP_FULL_INFO`. EOPNOTSUPP where the connection fell back to TCP. Since Linux 6.5.
---@return llsocket.mptcpfullinfo? info
---@return string? err
---@return integer? errno
function Socket:mptcpfullinfo() end

---Returns how much memory the socket's queues use and may use, in bytes, and how many packets were
---dropped.
---
---`SO_MEMINFO`, linux/sock_diag.h. Since Linux 4.12.
---@return table<string, integer>? info
---@return string? err
---@return integer? errno
function Socket:meminfo() end

---Returns the process, user and group of the peer, as they were when it connected.
---
---`SO_PEERCRED`, unix(7). Unix sockets; without a peer, pid is 0, and uid and gid are 4294967295.
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

---Returns the security context of the peer, such as a label of SELinux.
---
---`SO_PEERSEC`, unix(7). Unix sockets that are connected; also of TCP, where labels are carried
---over the network. ENOPROTOOPT where no security module has labels.
---@return string? context
---@return string? err
---@return integer? errno
function Socket:peersec() end

---Opens a descriptor of the peer's process, which the caller has to close.
---
---`SO_PEERPIDFD`. It is close-on-exec, and readable once the process has ended. Unix sockets;
---ENODATA where there is no peer. Since Linux 6.5.
---@return integer? fd
---@return string? err
---@return integer? errno
function Socket:peerpidfd() end

---Returns the address to which a connection was made before the firewall redirected it to this
---host.
---
---`SO_ORIGINAL_DST`, linux/netfilter_ipv4.h; `IP6T_SO_ORIGINAL_DST`. Connections that the packet
---filter tracks: ENOENT for others, ENOPROTOOPT without its module. On an IPv6 socket that is not
---v6only asks for the socket's own address first, in a call of its own.
---@return llsocket.addrinfo? ai
---@return string? err
---@return integer? errno
function Socket:originaldst() end

---Returns the MTU of the connection's path.
---
---`IPV6_PATHMTU`, RFC 3542, section 11.4. IPv6; ENOTCONN without a connection. mtu is for both.
---@return llsocket.mtuinfo? info
---@return string? err
---@return integer? errno
function Socket:pathmtu() end

---Returns how many packets the socket received, and how many were dropped because its queue was
---full, and begins to count anew.
---
---`PACKET_STATISTICS`, packet(7). packets has those that were dropped, too. freeze_q_cnt, with
---packetversion 2, is how often the ring was full. Packet sockets.
---@return table<string, integer>? info
---@return string? err
---@return integer? errno
function Socket:packetstatistics() end

---Receives only packets that a classic BPF program accepts: a list of `{code, jt, jf, k}`.
---
---`SO_ATTACH_FILTER`, socket(7). The program returns the number of bytes to keep; 0 drops the
---packet. Without an argument, returns the program that is attached, an empty list if there is
---none. EINVAL for a program that is invalid, empty, or longer than 4096 instructions.
---@param program? integer[][]
---@return integer[][]? program
---@return string? err
---@return integer? errno
function Socket:attachfilter(program) end

---Removes the filter, whether classic BPF or eBPF, and returns true.
---
---`SO_DETACH_FILTER`, socket(7). ENOENT if there is none.
---@return boolean? done
---@return string? err
---@return integer? errno
function Socket:detachfilter() end

---Chooses the socket of a reuseport group by a classic BPF program: a list of `{code, jt, jf, k}`.
---
---`SO_ATTACH_REUSEPORT_CBPF`, socket(7). The program returns the socket's index in the group.
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

---Returns whether the socket listens.
---
---`SO_ACCEPTCONN`, socket(7).
---@return boolean? enabled
---@return string? err
---@return integer? errno
function Socket:acceptconn() end

---Filters received packets with a loaded eBPF program, given by its descriptor.
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

---Sends and receives through one interface only, given by its name, its index or one of its
---addresses; `""` stands for all.
---
---`SO_BINDTODEVICE`, socket(7). Without an argument, returns the name. ENODEV for an unknown
---interface, ENAMETOOLONG for a name of more than 15 bytes, EPERM for changing it without
---CAP_NET_RAW.
---@param ifname? string|integer
---@return (string|integer)? ifname
---@return string? err
---@return integer? errno
function Socket:bindtodevice(ifname) end

---Sends and receives through one interface only, given by its index; 0 stands for all.
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

---Which buffer sizes the kernel does not change by itself: `SOCK_SNDBUF_LOCK`, `SOCK_RCVBUF_LOCK`,
---or both.
---
---`SO_BUF_LOCK`. Setting sndbuf or rcvbuf sets the flag of that buffer; clearing it gives the size
---back to the kernel. EINVAL for other bits. Since Linux 5.14.
---@param flags? integer
---@return integer? flags
---@return string? err
---@return integer? errno
function Socket:buflock(flags) end

---Microseconds for which a receive polls the network card before it sleeps.
---
---`SO_BUSY_POLL`, socket(7). Raising it needs CAP_NET_ADMIN on many kernels: EPERM without. Since
---Linux 3.11.
---@param usec? integer
---@return integer? usec
---@return string? err
---@return integer? errno
function Socket:busypoll(usec) end

---The maximum number of packets that one busy poll processes.
---
---`SO_BUSY_POLL_BUDGET`. EPERM above 64 without CAP_NET_ADMIN, EINVAL outside of 0 to 65535. Since
---Linux 5.11.
---
---It can only be set.
---@param budget integer
---@return integer? budget
---@return string? err
---@return integer? errno
function Socket:busypollbudget(budget) end

---The kernel's identifier of the socket, as in sock_diag(7).
---
---`SO_COOKIE`. It does not change while the socket exists. Since Linux 4.12.
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

---The address family, as the kernel returns it.
---
---`SO_DOMAIN`, socket(7).
---@return integer? number
---@return string? err
---@return integer? errno
function Socket:domain() end

---Sends to directly connected hosts only, not through gateways.
---
---`SO_DONTROUTE`, socket(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:dontroute(enable) end

---Returns the errno of the pending error, 0 for none, and clears it.
---
---`SO_ERROR`, socket(7). When a socket becomes sendable after a non-blocking connect, this is the
---connect's result.
---@return integer? number
---@return string? err
---@return integer? errno
function Socket:error() end

---The CPU that processes packets for this socket; in a reuseport group, the CPU whose packets this
---socket prefers. -1 is none.
---
---`SO_INCOMING_CPU`, socket(7). Since Linux 3.19; can be set since 4.4.
---@param cpu? integer
---@return integer? cpu
---@return string? err
---@return integer? errno
function Socket:incomingcpu(cpu) end

---The identifier of the network card's queue that last received for this socket; 0 if none is
---known.
---
---`SO_INCOMING_NAPI_ID`, socket(7). Since Linux 4.12.
---@return integer? number
---@return string? err
---@return integer? errno
function Socket:incomingnapiid() end

---Reports the number of bytes left in the queue with each receive, in a control message.
---
---`SO_INQ`. Feeds the control key `inq`. Unix sockets of SOCK_STREAM; since Linux 6.17. inq asks
---for the number itself, tcpinq is the like for TCP.
---
---It can only be set.
---@param enable boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:unixinq(enable) end

---Sends probes on an idle connection, to find out whether the peer still exists.
---
---`SO_KEEPALIVE`, socket(7); tcpkeepidle, tcpkeepintvl and tcpkeepcnt set how often.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:keepalive(enable) end

---Locks the socket's filter: it can neither be changed nor removed any more.
---
---`SO_LOCK_FILTER`, socket(7). EPERM for unlocking it. Since Linux 3.9.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:lockfilter(enable) end

---The mark on all packets of this socket, for routing and packet filters.
---
---`SO_MARK`, socket(7). EPERM without CAP_NET_ADMIN, or, since Linux 5.17, CAP_NET_RAW.
---@param mark? integer
---@return integer? mark
---@return string? err
---@return integer? errno
function Socket:mark(mark) end

---The maximum rate at which TCP sends, in bytes per second; -1 is no limit.
---
---`SO_MAX_PACING_RATE`. Since Linux 3.13; EINVAL below -1.
---@param rate? integer
---@return integer? rate
---@return string? err
---@return integer? errno
function Socket:maxpacingrate(rate) end

---The kernel's identifier of the socket's network namespace.
---
---`SO_NETNS_COOKIE`. It does not change while the namespace exists. Since Linux 5.14.
---@return integer? number
---@return string? err
---@return integer? errno
function Socket:netnscookie() end

---Leaves out-of-band data in the stream, so that recv returns it without MSG_OOB.
---
---`SO_OOBINLINE`, socket(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:oobinline(enable) end

---Adds the sender's process, user and group to each received message, as a control message.
---
---`SO_PASSCRED`, unix(7); on netlink sockets, too. Feeds the control key `credentials`.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:passcred(enable) end

---Adds a descriptor of the sender's process to each received message, as a control message.
---
---`SO_PASSPIDFD`. Feeds the control key `pidfd`. Unix sockets; since Linux 6.5.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:passpidfd(enable) end

---Accepts descriptors that are sent to this socket; on by default.
---
---`SO_PASSRIGHTS`. Feeds the control key `rights`. When it is off, a message that carries
---descriptors is refused with EPERM to its sender. Unix sockets; since Linux 6.16.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:passrights(enable) end

---Adds the sender's security context, such as a label of SELinux, to each received message, as a
---control message.
---
---`SO_PASSSEC`, unix(7). Feeds the control key `security`. Unix and netlink sockets; ippasssec is
---the like for datagrams of IPv4.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:passsec(enable) end

---The offset in the queue at which MSG_PEEK reads next, in bytes; -1 disables it.
---
---`SO_PEEK_OFF`, socket(7). A peek increases it, a receive decreases it. Since Linux 3.4.
---@param offset? integer
---@return integer? offset
---@return string? err
---@return integer? errno
function Socket:peekoff(offset) end

---Prefers busy polling to interrupts of the network card, while the socket is polled often.
---
---`SO_PREFER_BUSY_POLL`. EPERM without CAP_NET_ADMIN. Since Linux 5.11.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:preferbusypoll(enable) end

---The priority of this socket's packets in the queues of the interfaces.
---
---`SO_PRIORITY`, socket(7). EPERM outside of 0 to 6 without CAP_NET_ADMIN or CAP_NET_RAW.
---@param priority? integer
---@return integer? priority
---@return string? err
---@return integer? errno
function Socket:priority(priority) end

---The maximum size of the receive buffer, in bytes.
---
---`SO_RCVBUF`, socket(7). Linux doubles the number that is set, to at least 2304 and at most twice
---net.core.rmem_max, and returns the doubled number. EINVAL below 0.
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

---The minimum number of bytes for which a receive returns, and the socket is receivable.
---
---`SO_RCVLOWAT`, socket(7), in bytes. EINVAL below 0.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:rcvlowat(size) end

---Reports the mark of a received packet, in a control message.
---
---`SO_RCVMARK`. Feeds the control key `mark`. EPERM without CAP_NET_ADMIN or CAP_NET_RAW. Since
---Linux 5.19.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:rcvmark(enable) end

---Reports the priority of a received packet, in a control message.
---
---`SO_RCVPRIORITY`. Feeds the control key `priority`. Since Linux 6.14.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:rcvpriority(enable) end

---The time limit of a blocking receive or accept, in seconds; 0 is no limit.
---
---`SO_RCVTIMEO`, socket(7). Fractions count to the microsecond, and are rounded up to the kernel's
---tick. When it expires, the call returns `again`. EDOM for a negative, infinite or undefined
---number.
---@param sec? number
---@return number? sec
---@return string? err
---@return integer? errno
function Socket:rcvtimeo(sec) end

---Bytes of the memory control group that are reserved for the socket; 0 is none.
---
---`SO_RESERVE_MEM`. Linux rounds up to whole pages. EOPNOTSUPP outside of a memory control group,
---EINVAL below 0. Since Linux 5.16.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:reservemem(size) end

---Allows bind to use an address that is still in TIME_WAIT.
---
---`SO_REUSEADDR`, socket(7). For multicast, allows several sockets to bind the same port.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:reuseaddr(enable) end

---Allows several sockets to bind the same port; connections or datagrams are distributed among
---them.
---
---`SO_REUSEPORT`, socket(7); each socket sets it before bind. Since Linux 3.9.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:reuseport(enable) end

---Reports the number of datagrams that were dropped because the buffer was full, in a control
---message.
---
---`SO_RXQ_OVFL`, socket(7). Feeds the control key `rxqovfl`. Since Linux 2.6.33.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:rxqovfl(enable) end

---The maximum size of the send buffer, in bytes.
---
---`SO_SNDBUF`, socket(7). Linux doubles the number that is set, to at least 4608 and at most twice
---net.core.wmem_max, and returns the doubled number. EINVAL below 0.
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

---The minimum number of free bytes for which the socket is sendable.
---
---`SO_SNDLOWAT`, socket(7), in bytes. On Linux it is 1, and cannot be set: ENOPROTOOPT.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:sndlowat(size) end

---The time limit of a blocking send or connect, in seconds; 0 is no limit.
---
---`SO_SNDTIMEO`, socket(7). Fractions and errors are those of rcvtimeo.
---@param sec? number
---@return number? sec
---@return string? err
---@return integer? errno
function Socket:sndtimeo(sec) end

---Reports the time at which a message arrived, in a control message.
---
---`SO_TIMESTAMP`, socket(7). Feeds the control key `timestamp`.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:timestamp(enable) end

---Reports times of several kinds for received and sent messages, as selected by
---`SOF_TIMESTAMPING_*` flags.
---
---`SO_TIMESTAMPING`, and the kernel's documentation of timestamping. Feeds the control key
---`timestamping`. Since Linux 2.6.30.
---@param flags? integer
---@return integer? flags
---@return string? err
---@return integer? errno
function Socket:timestamping(flags) end

---Reports the time at which a message arrived, in nanoseconds, in a control message.
---
---`SO_TIMESTAMPNS`, socket(7). Feeds the control key `timestampns`.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:timestampns(enable) end

---Whether TCP changes the hash of its packets, and so their path, after lost ones: 0, 1, or -1 for
---the system's default.
---
---`SO_TXREHASH`, `SOCK_TXREHASH_*`. EINVAL for other numbers. Since Linux 5.18.
---@param mode? integer
---@return integer? mode
---@return string? err
---@return integer? errno
function Socket:txrehash(mode) end

---Allows sends with MSG_ZEROCOPY, a flag that this library refuses with EOPNOTSUPP.
---
---`SO_ZEROCOPY`. Since Linux 4.14.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:zerocopy(enable) end

---Makes connect, not bind, choose the port, so that several connections can share a port.
---
---`IP_BIND_ADDRESS_NO_PORT`, ip(7). Since Linux 4.2.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:bindaddressnoport(enable) end

---Reports the checksum of a datagram's bytes, as the network card has computed it, in a control
---message.
---
---`IP_CHECKSUM`. Feeds the control key `checksum`. UDP; a datagram without such a checksum has no
---control message. Since Linux 4.0. For the checksum of raw IPv6 sockets see checksumoffset.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:checksum(enable) end

---Allows binding to an address that this host does not have (yet).
---
---`IP_FREEBIND`, ip(7); `IPV6_FREEBIND`. IPv6 since Linux 4.15.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:freebind(enable) end

---Makes the sender supply the IP header.
---
---`IP_HDRINCL`, ip(7); `IPV6_HDRINCL`. Raw sockets; ENOPROTOOPT on others.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:hdrincl(enable) end

---The least hop limit of a packet that TCP accepts, against packets from afar (RFC 5082); 0
---accepts all.
---
---`IP_MINTTL`, ip(7), since Linux 2.6.34; `IPV6_MINHOPCOUNT`, since 2.6.35. 0 to 255, EINVAL
---otherwise.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param ttl? integer
---@return integer? ttl
---@return string? err
---@return integer? errno
function Socket:minttl(ttl) end

---The MTU of the connection's path, in bytes.
---
---`IP_MTU`, ip(7); `IPV6_MTU`, ipv6(7). ENOTCONN without a connection. On IPv6 it can be set, to
---limit the size of packets.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:mtu(size) end

---Path MTU discovery, and whether packets may be fragmented: `IP_PMTUDISC_*`.
---
---`IP_MTU_DISCOVER`, ip(7); `IPV6_MTU_DISCOVER`, ipv6(7).
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param mode? integer
---@return integer? mode
---@return string? err
---@return integer? errno
function Socket:mtudiscover(mode) end

---Receives from all groups that any socket of this host has joined, not only from this socket's.
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

---Delivers multicast datagrams that are sent from this host to its own members of the group.
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

---The hop limit of multicast datagrams: with 0 they stay on the host, with 1 on the link.
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

---Does not put fragments together before they pass the packet filter on their way out.
---
---`IP_NODEFRAG`, ip(7). Raw sockets; ENOPROTOOPT for setting it on others. Since Linux 2.6.36.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:nodefrag(enable) end

---Reports the security context of a received datagram, in a control message.
---
---`IP_PASSSEC`, ip(7). Feeds the control key `security`. IPv4; passsec is the like for unix
---sockets.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:ippasssec(enable) end

---Reports a datagram's interface and destination address, in a control message.
---
---`IP_PKTINFO`, ip(7); `IPV6_RECVPKTINFO`, ipv6(7). Feeds the control key `pktinfo`.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:pktinfo(enable) end

---Keeps errors from the network in a queue, which is read with MSG_ERRQUEUE.
---
---`IP_RECVERR`, ip(7); `IPV6_RECVERR`, ipv6(7). Feeds the control key `error`.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recverr(enable) end

---Reports the size of the largest fragment of a datagram that arrived in fragments, in a control
---message.
---
---`IP_RECVFRAGSIZE`, `IPV6_RECVFRAGSIZE`. Feeds the control key `fragsize`. Since Linux 4.10.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---
---EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvfragsize(enable) end

---Reports the IP options of a received packet, in a control message.
---
---`IP_RECVOPTS`, ip(7). Feeds the control key `options`. IPv4; for IPv6 see recvhopopts,
---recvdstopts and recvrthdr.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvopts(enable) end

---Reports the original destination address of a datagram that the firewall redirected, in a
---control message.
---
---`IP_RECVORIGDSTADDR`, ip(7), since Linux 2.6.29; `IPV6_RECVORIGDSTADDR`, since 3.1. Feeds the
---control key `origdstaddr`.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvorigdstaddr(enable) end

---Reports the type of service of a received packet, in a control message.
---
---`IP_RECVTOS`, ip(7); `IPV6_RECVTCLASS`, ipv6(7). Feeds the control key `tos`.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvtos(enable) end

---Reports the hop limit of a received packet, in a control message.
---
---`IP_RECVTTL`, ip(7); `IPV6_RECVHOPLIMIT`, ipv6(7). Feeds the control key `ttl`.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvttl(enable) end

---Reports the IP options with which a received packet is to be answered, in a control message:
---recorded routes are filled in, and turned round.
---
---`IP_RETOPTS`, ip(7). The control message is of type `IP_RETOPTS`. IPv4.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:retopts(enable) end

---Receives the packets with the router alert option (RFC 2113, RFC 2711) that this host is to
---forward.
---
---`IP_ROUTER_ALERT`, ip(7): raw sockets of another protocol than IPPROTO_RAW, 1 is on, 0 off.
---`IPV6_ROUTER_ALERT`, ipv6(7): raw sockets of IPPROTO_RAW, the value is that of the option, -1 is
---off. The kernel returns 1 for any that is set. EINVAL or ENOPROTOOPT on other sockets.
---@param value? integer
---@return integer? value
---@return string? err
---@return integer? errno
function Socket:routeralert(value) end

---The type of service of sent packets: six bits of DSCP (RFC 2474), two of ECN (RFC 3168).
---
---`IP_TOS`, ip(7); `IPV6_TCLASS`, ipv6(7). 0 to 255; on a TCP socket of IPv4 the kernel sets the
---ECN bits.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param tos? integer
---@return integer? tos
---@return string? err
---@return integer? errno
function Socket:tos(tos) end

---Allows binding to any address and receiving for it, for transparent proxies.
---
---`IP_TRANSPARENT`, ip(7); `IPV6_TRANSPARENT`. EPERM without CAP_NET_ADMIN or CAP_NET_RAW.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:transparent(enable) end

---The hop limit of sent packets.
---
---`IP_TTL`, ip(7), 1 to 255; `IPV6_UNICAST_HOPS`, ipv6(7), 0 to 255. 0 is set for IPv6 only. -1 is
---the system's default.
---
---On an IPv6 socket that is not v6only it is set for IPv4, too.
---@param ttl? integer
---@return integer? ttl
---@return string? err
---@return integer? errno
function Socket:ttl(ttl) end

---Which of this host's addresses are preferred as the source (RFC 5014): `IPV6_PREFER_SRC_*`.
---
---`IPV6_ADDR_PREFERENCES`. EINVAL for flags that exclude each other. Since Linux 2.6.26.
---@param flags? integer
---@return integer? flags
---@return string? err
---@return integer? errno
function Socket:addrpreferences(flags) end

---Sends packets with a flow label that the kernel computes from the addresses and the ports.
---
---`IPV6_AUTOFLOWLABEL`. Since Linux 3.17.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:autoflowlabel(enable) end

---The offset of the checksum in sent and received packets, which the kernel then computes and
---checks; -1 leaves it alone.
---
---`IPV6_CHECKSUM`, RFC 3542, section 3.1. Raw sockets; ENOPROTOOPT on others. EINVAL for an odd
---number, and with IPPROTO_ICMPV6, whose checksum is always computed.
---@param offset? integer
---@return integer? offset
---@return string? err
---@return integer? errno
function Socket:checksumoffset(offset) end

---Does not fragment datagrams: sending one that is too long for the path fails with EMSGSIZE.
---
---`IPV6_DONTFRAG`, RFC 3542. IPv6 only; for IPv4 see mtudiscover.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:dontfrag(enable) end

---Reports the traffic class and the flow label of a received packet, in a control message.
---
---`IPV6_FLOWINFO`, ipv6(7). Feeds the control key `flowinfo`.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:flowinfo(enable) end

---Sends with the flow label and the traffic class of the peer's address.
---
---`IPV6_FLOWINFO_SEND`. A label other than 0 must be one of this socket's, from flowlabelget, else
---connect or sendto is EINVAL.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:flowinfosend(enable) end

---The least hop limit of a packet that TCP accepts (RFC 5082); 0 accepts all.
---
---`IPV6_MINHOPCOUNT`. IPv6 only; minttl is for both. 0 to 255, EINVAL otherwise. Since Linux
---2.6.35.
---@param hops? integer
---@return integer? hops
---@return string? err
---@return integer? errno
function Socket:minhopcount(hops) end

---Reports the destination options of a received packet, in a control message.
---
---`IPV6_RECVDSTOPTS`, RFC 3542. Feeds the control key `dstopts`, once for each such header.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvdstopts(enable) end

---Reports the hop limit of a received packet, in a control message.
---
---`IPV6_RECVHOPLIMIT`, ipv6(7). Feeds the control key `ttl`. IPv6 only; recvttl is for both.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvhoplimit(enable) end

---Reports the hop-by-hop options of a received packet, in a control message.
---
---`IPV6_RECVHOPOPTS`, RFC 3542. Feeds the control key `hopopts`.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvhopopts(enable) end

---Reports the path's MTU when a datagram is too long for it, in a control message without data.
---
---`IPV6_RECVPATHMTU`, RFC 3542, section 11.3. Feeds the control key `pathmtu`. pathmtu asks for
---the MTU itself.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvpathmtu(enable) end

---Reports a datagram's interface and destination address, in a control message.
---
---`IPV6_RECVPKTINFO`, ipv6(7). Feeds the control key `pktinfo`. IPv6 only; pktinfo is for both.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvpktinfo(enable) end

---Reports the routing header of a received packet, in a control message.
---
---`IPV6_RECVRTHDR`, RFC 3542. Feeds the control key `rthdr`.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvrthdr(enable) end

---Reports the traffic class of a received packet, in a control message.
---
---`IPV6_RECVTCLASS`, ipv6(7). Feeds the control key `tos`. IPv6 only; recvtos is for both.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:recvtclass(enable) end

---The traffic class of sent packets.
---
---`IPV6_TCLASS`, RFC 3542. IPv6 only; tos is for both. 0 to 255, -1 is the system's default.
---@param tclass? integer
---@return integer? tclass
---@return string? err
---@return integer? errno
function Socket:tclass(tclass) end

---The hop limit of sent packets.
---
---`IPV6_UNICAST_HOPS`, ipv6(7). IPv6 only; ttl is for both. 0 to 255, -1 is the system's default.
---@param hops? integer
---@return integer? hops
---@return string? err
---@return integer? errno
function Socket:unicasthops(hops) end

---Restricts an IPv6 socket to IPv6, so that another socket can bind the same port for IPv4.
---
---`IPV6_V6ONLY`, ipv6(7). EINVAL when the socket is bound.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:v6only(enable) end

---Chooses TCP's congestion control by name, such as cubic or reno.
---
---`TCP_CONGESTION`, tcp(7). ENOENT if it is not available, EPERM if its use is restricted.
---@param name? string
---@return string? name
---@return string? err
---@return integer? errno
function Socket:tcpcongestion(name) end

---Delays small segments until the option is switched off, the segment is full, or 200 ms have
---passed.
---
---`TCP_CORK`, tcp(7); `TCP_NOPUSH` on the BSDs.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:tcpcork(enable) end

---Seconds for which accept waits for a connection's first data; 0 does not wait.
---
---`TCP_DEFER_ACCEPT`, tcp(7). The kernel rounds up to its retransmission times, and returns the
---rounded value.
---@param sec? integer
---@return integer? sec
---@return string? err
---@return integer? errno
function Socket:tcpdeferaccept(sec) end

---The maximum number of pending connections with data in their first segment (RFC 7413).
---
---`TCP_FASTOPEN`, tcp(7). Listening sockets. Since Linux 3.7.
---@param backlog? integer
---@return integer? backlog
---@return string? err
---@return integer? errno
function Socket:tcpfastopen(backlog) end

---Sends the data of the first send after connect in the first segment (RFC 7413).
---
---`TCP_FASTOPEN_CONNECT`, tcp(7). Since Linux 4.11.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:tcpfastopenconnect(enable) end

---Accepts and sends data in the first segment without a cookie (RFC 7413).
---
---`TCP_FASTOPEN_NO_COOKIE`. EINVAL once there is a connection. Since Linux 4.15.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:tcpfastopennocookie(enable) end

---Reports the number of bytes left in the queue with each receive, in a control message.
---
---`TCP_INQ`, tcp(7). Feeds the control key `tcpinq`. Since Linux 4.18.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:tcpinq(enable) end

---Whether the socket is one of Multipath TCP that has not fallen back to TCP.
---
---`TCP_IS_MPTCP`. Since Linux 6.10.
---@return boolean? enabled
---@return string? err
---@return integer? errno
function Socket:tcpismptcp() end

---Seconds that a connection is idle before the first keep-alive probe; the same as tcpkeepidle.
---
---`TCP_KEEPIDLE`, tcp(7); `TCP_KEEPALIVE` on macOS. 1 to 32767, EINVAL otherwise.
---@param sec? integer
---@return integer? sec
---@return string? err
---@return integer? errno
function Socket:tcpkeepalive(sec) end

---The number of unanswered keep-alive probes after which the connection is dropped.
---
---`TCP_KEEPCNT`, tcp(7). 1 to 127, EINVAL otherwise.
---@param cnt? integer
---@return integer? cnt
---@return string? err
---@return integer? errno
function Socket:tcpkeepcnt(cnt) end

---Seconds that a connection is idle before the first keep-alive probe.
---
---`TCP_KEEPIDLE`, tcp(7); `TCP_KEEPALIVE` on macOS. 1 to 32767, EINVAL otherwise.
---@param sec? integer
---@return integer? sec
---@return string? err
---@return integer? errno
function Socket:tcpkeepidle(sec) end

---Seconds between keep-alive probes.
---
---`TCP_KEEPINTVL`, tcp(7). 1 to 32767, EINVAL otherwise.
---@param sec? integer
---@return integer? sec
---@return string? err
---@return integer? errno
function Socket:tcpkeepintvl(sec) end

---The time limit of the state FIN_WAIT2, in seconds.
---
---`TCP_LINGER2`, tcp(7). -1 does not wait at all.
---@param sec? integer
---@return integer? sec
---@return string? err
---@return integer? errno
function Socket:tcplinger2(sec) end

---The maximum segment size, in bytes.
---
---`TCP_MAXSEG`, tcp(7). It can be set before the connection is made, from 88 to 32767; EINVAL
---otherwise.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:tcpmaxseg(size) end

---Sends small segments at once, without waiting for more data.
---
---`TCP_NODELAY`, tcp(7). It disables Nagle's algorithm (RFC 896).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:tcpnodelay(enable) end

---The number of unsent bytes below which the socket is sendable.
---
---`TCP_NOTSENT_LOWAT`, in bytes; 0 is the system's default. Since Linux 3.12.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:tcpnotsentlowat(size) end

---Sends acknowledgements at once; the kernel resets the option by itself.
---
---`TCP_QUICKACK`, tcp(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:tcpquickack(enable) end

---Keeps the first segment of each connection that a listening socket accepts: 1 from the IP header
---on, 2 from the link's header on, 0 not at all.
---
---`TCP_SAVE_SYN`. tcpsavedsyn reads it. EINVAL for other numbers. Since Linux 4.3; 2 since 5.10.
---@param mode? integer
---@return integer? mode
---@return string? err
---@return integer? errno
function Socket:tcpsavesyn(mode) end

---The number of times that connect retransmits its first segment.
---
---`TCP_SYNCNT`, tcp(7). 1 to 127, EINVAL otherwise.
---@param cnt? integer
---@return integer? cnt
---@return string? err
---@return integer? errno
function Socket:tcpsyncnt(cnt) end

---Retransmits at the first duplicate acknowledgement where few packets are in flight.
---
---`TCP_THIN_DUPACK`. It has no effect since Linux 4.11, and is read as false.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:tcpthindupack(enable) end

---Retransmits without longer and longer time-outs, up to six times, where few packets are in
---flight.
---
---`TCP_THIN_LINEAR_TIMEOUTS`. Since Linux 2.6.34.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:tcpthinlineartimeouts(enable) end

---The time of the connection's timestamps (RFC 7323), in the units that it sends them in.
---
---`TCP_TIMESTAMP`. It can be set in repair mode: EPERM otherwise. Since Linux 3.9.
---@param time? integer
---@return integer? time
---@return string? err
---@return integer? errno
function Socket:tcptimestamp(time) end

---The time by which each packet is delayed, in microseconds.
---
---`TCP_TX_DELAY`. 0 to 268435455, EINVAL otherwise. Since Linux 5.3.
---@param usec? integer
---@return integer? usec
---@return string? err
---@return integer? errno
function Socket:tcptxdelay(usec) end

---The upper layer protocol of a TCP socket, such as tls; `""` if there is none.
---
---`TCP_ULP`. ENOENT if it is not available, ENOTCONN before the connection is made. Since Linux
---4.13.
---@param name? string
---@return string? name
---@return string? err
---@return integer? errno
function Socket:tcpulp(name) end

---The time for which sent data may stay unacknowledged before the connection is dropped, in
---milliseconds.
---
---`TCP_USER_TIMEOUT`, tcp(7), RFC 5482. 0 is the system's default. Since Linux 2.6.37.
---@param msec? integer
---@return integer? msec
---@return string? err
---@return integer? errno
function Socket:tcpusertimeout(msec) end

---The maximum size of the advertised window, in bytes.
---
---`TCP_WINDOW_CLAMP`, tcp(7). The kernel raises it to half of the minimum receive buffer.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:tcpwindowclamp(size) end

---Collects the data of several sends, which are sent as one datagram when the option is switched
---off.
---
---`UDP_CORK`, udp(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:udpcork(enable) end

---The protocol whose packets arrive in datagrams, and are handed to the kernel: `UDP_ENCAP_*`, 0
---for none.
---
---`UDP_ENCAP`, udp(7). ENOPROTOOPT for one that is unknown or that the kernel alone sets.
---@param protocol? integer
---@return integer? protocol
---@return string? err
---@return integer? errno
function Socket:udpencap(protocol) end

---Receives several datagrams of one sender in one call; a control message reports their size.
---
---`UDP_GRO`, udp(7). Feeds the control key `gro`. Since Linux 5.0.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:udpgro(enable) end

---Accepts datagrams of IPv6 without a checksum (RFC 6935).
---
---`UDP_NO_CHECK6_RX`. Since Linux 3.16.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:udpnocheck6rx(enable) end

---Sends datagrams of IPv6 without a checksum (RFC 6935).
---
---`UDP_NO_CHECK6_TX`. Since Linux 3.16.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:udpnocheck6tx(enable) end

---The size of the datagrams into which a sent message is split; 0 does not split.
---
---`UDP_SEGMENT`, udp(7). Since Linux 4.18.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:udpsegment(size) end

---The least number of bytes of a received datagram of UDP-Lite that its checksum must cover; 0 is
---the whole.
---
---`UDPLITE_RECV_CSCOV`, udplite(7), RFC 3828; from the UDP-Lite header on, so 1 to 7 stand for 8.
---EINVAL below 0.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:udpliterecvcscov(size) end

---The number of bytes of a sent datagram of UDP-Lite that its checksum covers; 0 is the whole.
---
---`UDPLITE_SEND_CSCOV`, udplite(7), RFC 3828; from the UDP-Lite header on, so 1 to 7 stand for 8.
---EINVAL below 0.
---@param size? integer
---@return integer? size
---@return string? err
---@return integer? errno
function Socket:udplitesendcscov(size) end

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

---Reports errors of messages to a group that could not be delivered.
---
---`NETLINK_BROADCAST_ERROR`, netlink(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:netlinkbroadcasterror(enable) end

---Omits the request from acknowledgements.
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

---Adds a description of the error to acknowledgements.
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

---Receives from all network namespaces that have an identifier in this one.
---
---`NETLINK_LISTEN_ALL_NSID`, netlink(7). EPERM without CAP_NET_BROADCAST. Since Linux 4.2.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:netlinklistenallnsid(enable) end

---Drops messages silently when the buffer is full, without the error ENOBUFS.
---
---`NETLINK_NO_ENOBUFS`, netlink(7).
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:netlinknoenobufs(enable) end

---Reports the group of a message, in a control message.
---
---`NETLINK_PKTINFO`, netlink(7). Feeds the control key `group`.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:netlinkpktinfo(enable) end

---Reports a packet's length, status and VLAN tag, in a control message.
---
---`PACKET_AUXDATA`, packet(7). Feeds the control key `auxdata`. Since Linux 2.6.21.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:packetauxdata(enable) end

---Does not receive the packets that this host sends.
---
---`PACKET_IGNORE_OUTGOING`, packet(7). Since Linux 4.20.
---@param enable? boolean
---@return boolean? enable
---@return string? err
---@return integer? errno
function Socket:packetignoreoutgoing(enable) end

---The layout of a packet's header in a ring: 0, 1 or 2, for `TPACKET_V1` to `TPACKET_V3`.
---
---`PACKET_VERSION`, packet(7). packetstatistics has one field more for 2. EBUSY once there is a
---ring. Since Linux 2.6.27.
---@param version? integer
---@return integer? version
---@return string? err
---@return integer? errno
function Socket:packetversion(version) end

---The descriptor, or -1 when closed.
---
---LuaSocket's select and copas use this name.
---@return integer fd
function Socket:getfd() end

---The descriptor, or -1 when closed.
---
---cqueues uses this name.
---@return integer fd
function Socket:pollfd() end

---For LuaSocket's select: whether received data is buffered outside of the kernel; always false.
---@return boolean dirty
function Socket:dirty() end

---For cqueues: the events to wait for; always `r`, for reading.
---@return string events
function Socket:events() end

---For cqueues: the time to wait; always without a limit.
---@return number? sec
function Socket:timeout() end

---By which clock the times of sent packets are meant.
---@class llsocket.txtime
---@field clockid integer The clock, `CLOCK_*`.
---@field flags integer `SOF_TXTIME_*`.

---A flow label of IPv6.
---@class llsocket.flowlabel
---@field label integer The label, of 20 bits.
---@field addr llsocket.addrinfo? The address that it is for; absent where the kernel does not tell it.
---@field share integer Who may use it, `IPV6_FL_S_*`.
---@field expires integer The seconds until it is given up.
---@field linger integer The seconds for which it is kept after its last use.

---A group of packet sockets.
---@class llsocket.fanout
---@field id integer The group's number.
---@field mode integer How the socket of a packet is chosen, `PACKET_FANOUT_*`.
---@field flags integer `PACKET_FANOUT_FLAG_*`.

---The sources of a multicast group.
---@class llsocket.msfilter
---@field mode integer Whether the sources are received or blocked: `MCAST_INCLUDE`, `MCAST_EXCLUDE`.
---@field sources llsocket.addrinfo[] The sources.

---The MTU of a path.
---@class llsocket.mtuinfo
---@field mtu integer The MTU, in bytes.
---@field addr llsocket.addrinfo? The address that the path leads to, where the kernel tells it; Linux does not.

---The ends of a subflow of Multipath TCP.
---@class llsocket.subflowaddrs
---@field sockname llsocket.addrinfo The address on this host.
---@field peername llsocket.addrinfo The peer's address.

---A subflow of Multipath TCP.
---@class llsocket.subflow
---@field id integer Its number (`struct mptcp_subflow_info`).
---@field sockname llsocket.addrinfo The address on this host.
---@field peername llsocket.addrinfo The peer's address.
---@field tcpinfo table<string, integer> Its state as a connection of TCP.

---A connection of Multipath TCP.
---@class llsocket.mptcpfullinfo
---@field mptcpinfo table<string, integer> The state of the connection.
---@field subflows llsocket.subflow[] Its subflows.

return socket
