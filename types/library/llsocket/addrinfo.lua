---@meta llsocket.addrinfo
-- Rendered by the crate llsocket-reference: ./dev docs.

---Makes addresses of every family: from names, numbers and paths.
local addrinfo = {}

---Finds the addresses of a host and a service.
---
---getaddrinfo(3), RFC 3493. Without `host` the address is the wildcard address with AI_PASSIVE,
---else the loopback address. `port` is a decimal number up to 65535 or a name of services(5),
---without blanks or a sign; EAI_SERVICE otherwise. Errors are `EAI_*` numbers; in place of
---EAI_SYSTEM the errno is returned. The call may wait for name servers.
---
---Addresses of the family `AF_*`, by default of any. `flags` are `AI_*`.
---@param host? string
---@param port? string|integer
---@param family? integer by default 0
---@param socktype? integer by default 0
---@param protocol? integer by default 0
---@param ... integer flags, any number of them
---@return llsocket.addrinfo[]? list
---@return string? err
---@return integer? errno
function addrinfo.getaddrinfo(host, port, family, socktype, protocol, ...) end

---Makes the address of an IPv4 endpoint from a numeric address and a port.
---
---ip(7); `socktype` is `SOCK_*`, `protocol` is `IPPROTO_*`, 0 any. EINVAL for any other text;
---inet.getaddrinfo asks the resolver for the addresses of a name.
---@param addr string
---@param port integer|string
---@param socktype? integer by default 0
---@param protocol? integer by default 0
---@return llsocket.addrinfo? ai
---@return string? err
---@return integer? errno
function addrinfo.inet(addr, port, socktype, protocol) end

---Makes the address of an IPv6 endpoint from a numeric address and a port.
---
---ipv6(7); the address may name its interface, `fe80::1%eth0`. `socktype` is `SOCK_*`, `protocol`
---is `IPPROTO_*`, 0 any. EINVAL for any other text; inet.getaddrinfo asks the resolver for the
---addresses of a name. ENODEV for an unknown interface.
---@param addr string
---@param port integer|string
---@param socktype? integer by default 0
---@param protocol? integer by default 0
---@return llsocket.addrinfo? ai
---@return string? err
---@return integer? errno
function addrinfo.inet6(addr, port, socktype, protocol) end

---Makes the unix address of `path`: empty is unnamed, a leading NUL makes an abstract name.
---
---unix(7); `socktype` is `SOCK_*`. ENAMETOOLONG above env.unixpath_max bytes; EINVAL for a path
---with a NUL inside.
---@param path string
---@param socktype? integer by default 0
---@param protocol? integer by default 0
---@return llsocket.addrinfo? ai
---@return string? err
---@return integer? errno
function addrinfo.unix(path, socktype, protocol) end

---Makes the netlink address of the port `pid` and the group mask `groups`, both 0 for the
---kernel's.
---
---netlink(7). A type of 0 stands for SOCK_RAW. EAFNOSUPPORT on systems without netlink.
---@param pid integer
---@param groups integer
---@param socktype? integer by default 0
---@param protocol? integer by default 0
---@return llsocket.addrinfo? ai
---@return string? err
---@return integer? errno
function addrinfo.netlink(pid, groups, socktype, protocol) end

---Makes the address of `port` of the virtual machine or host `cid` (`VMADDR_CID_*`).
---
---vsock(7). EAFNOSUPPORT on systems without vsock.
---@param cid integer
---@param port integer
---@param socktype? integer by default 0
---@param protocol? integer by default 0
---@return llsocket.addrinfo? ai
---@return string? err
---@return integer? errno
function addrinfo.vsock(cid, port, socktype, protocol) end

---Makes the packet address of an interface, `""` for all, and an `ETH_P_*` protocol.
---
---packet(7). A type of 0 stands for SOCK_RAW; the protocol is that of the address, in network byte
---order as packet sockets have it. `addr` is the hardware address to which a socket of type
---SOCK_DGRAM sends, as `00:00:5e:00:53:01`. EINVAL for any other text, ENODEV for an unknown
---interface, EAFNOSUPPORT on systems without packet sockets.
---@param interface string|integer
---@param ethertype integer
---@param socktype? integer by default 0
---@param addr? string
---@return llsocket.addrinfo? ai
---@return string? err
---@return integer? errno
function addrinfo.packet(interface, ethertype, socktype, addr) end

---Makes an address of any family from the bytes of its `sockaddr`.
---
---The first two bytes contain the family, as on this system. EINVAL for too many bytes.
---@param bytes string
---@param socktype? integer by default 0
---@param protocol? integer by default 0
---@return llsocket.addrinfo? ai
---@return string? err
---@return integer? errno
function addrinfo.raw(bytes, socktype, protocol) end

---An address, and the kind of socket that it is for.
---
---Two of them are equal if their address, port, zone, path and interface are equal. The kind of
---socket and the flow information of IPv6 are not compared. A list of them can be given in place
---of one, and stands for its first element.
---@class llsocket.addrinfo
local AddrInfo = {}

---The address family, `AF_*`; AF_UNSPEC for an address too short to say one.
---@return integer family
function AddrInfo:family() end

---The type of socket that it is for, `SOCK_*`; 0 for any.
---@return integer socktype
function AddrInfo:socktype() end

---The protocol of the socket that it is for, `IPPROTO_*`; 0 for any.
---@return integer protocol
function AddrInfo:protocol() end

---The host's canonical name, where AI_CANONNAME asked for it; the first address of a list has it.
---@return string? name
function AddrInfo:canonname() end

---The address as text: numeric for IP, the path (or `\0name`) for unix, the hardware address for a
---packet socket or a link, the groups for netlink, the machine for vsock; empty for other
---families.
---
---The zone of an IPv6 address follows a `%`, as the interface's name, or as its index if the
---interface no longer exists. The same address can be made from text and port.
---@return string addr
function AddrInfo:addr() end

---The port, where the family has one: of IP and vsock the port, of netlink the port's pid.
---@return integer? port
function AddrInfo:port() end

---The scope of an IPv6 address: the index of an interface, or 0.
---@return integer? scopeid
function AddrInfo:scopeid() end

---The traffic class and flow label of an IPv6 address.
---@return integer? flowinfo
function AddrInfo:flowinfo() end

---The index of the interface in the address of a packet socket, or of a link; 0 for all.
---@return integer? index
function AddrInfo:ifindex() end

---The `ETH_P_*` protocol in the address of a packet socket.
---
---packet(7), `sll_protocol`, in the byte order of the host.
---@return integer? ethertype
function AddrInfo:ethertype() end

---The direction of a packet in the address that was received with it: `PACKET_HOST`,
---`PACKET_OUTGOING` and so on.
---
---packet(7), `sll_pkttype`.
---@return integer? pkttype
function AddrInfo:pkttype() end

---The IPv4 address in an IPv6 address of the form `::ffff:a.b.c.d`, with its port and kind of
---socket; none in any other address.
---
---RFC 4291, section 2.5.5.2. An IPv6 socket that is not v6only has IPv4 peers with such addresses.
---@return llsocket.addrinfo? ai
function AddrInfo:ipv4mapped() end

---The bytes of the `sockaddr`, as long as it is.
---@return string bytes
function AddrInfo:raw() end

---Finds the names of the address.
---
---getnameinfo(3); `flags` are `NI_*`. The host of a unix address is `localhost`, its service is
---its path. Errors are `EAI_*`: EAI_NONAME if NI_NAMEREQD finds no name, EAI_FAMILY for a family
---without names.
---@param ... integer flags, any number of them
---@return llsocket.nameinfo? ni
---@return string? err
---@return integer? errno
function AddrInfo:nameinfo(...) end

---Finds the names of the address.
---
---getnameinfo(3); `flags` are `NI_*`. The host of a unix address is `localhost`, its service is
---its path. Errors are `EAI_*`: EAI_NONAME if NI_NAMEREQD finds no name, EAI_FAMILY for a family
---without names.
---
---The same function as nameinfo.
---@param ... integer flags, any number of them
---@return llsocket.nameinfo? ni
---@return string? err
---@return integer? errno
function AddrInfo:getnameinfo(...) end

---The names of an address.
---@class llsocket.nameinfo
---@field host string The host's name, or its address in numbers.
---@field serv string The service's name, or its port in decimal.

return addrinfo
