//! The table of socket options.

use crate::{
    Interface, Name, OptionAccess, OptionSpec, Result, Seconds, Size, Socket, TrafficClass,
    Unsigned64, option, option_value,
};

/// Hands every socket option to the macro `$emit`, one row each.
///
/// A row is a method's signature and, after the `=`, the option's level and name:
///
/// ```text
/// /// documentation
/// name(argument: type) -> type = level / option;
/// name(argument: type) -> type = level / option | level6 / option6;
/// name(argument: type) -> type = level / option & level6 / option6;
/// name(argument: type) -> type = level / option & level6 / option6 if datagram;
/// name(argument: type) -> type = level / option, write;
/// ```
///
/// A row without an argument can only be read, one that ends with `, write` can only be set, and
/// any other can be read and set. With two places, the first is for IPv4 sockets, the second for
/// IPv6 sockets. With `&`, setting the option on an IPv6 socket that is not v6only sets both
/// places, or only the second if IPv4 has no such value; reading it reads the second. With `if
/// datagram` it is EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.
///
/// Types are `bool`, `i32`, `u32`, [`Size`](crate::Size), [`TrafficClass`](crate::TrafficClass),
/// [`Unsigned64`](crate::Unsigned64), [`Seconds`](crate::Seconds), [`Name`](crate::Name) and
/// [`Interface`](crate::Interface). The rows stand in the order of levels, then of C names.
#[macro_export]
macro_rules! for_each_option {
    ($emit:ident) => {
        $emit! {
            /// Returns whether the socket listens.
            ///
            /// `SO_ACCEPTCONN`, socket(7).
            acceptconn() -> bool = SOL_SOCKET / SO_ACCEPTCONN;

            /// Filters received packets with a loaded eBPF program, given by its descriptor.
            ///
            /// `SO_ATTACH_BPF`, socket(7). detachfilter removes it. Since Linux 3.19.
            attachbpf(fd: i32) -> i32 = SOL_SOCKET / SO_ATTACH_BPF, write;

            /// Chooses the socket of a reuseport group by a loaded eBPF program, given by its
            /// descriptor.
            ///
            /// `SO_ATTACH_REUSEPORT_EBPF`, socket(7). Since Linux 4.5.
            reuseportebpf(fd: i32) -> i32 = SOL_SOCKET / SO_ATTACH_REUSEPORT_EBPF, write;

            /// Sends and receives through one interface only, given by its name, its index or one
            /// of its addresses; `""` stands for all.
            ///
            /// `SO_BINDTODEVICE`, socket(7). Without an argument, returns the name. ENODEV for an
            /// unknown interface, ENAMETOOLONG for a name of more than 15 bytes, EPERM for changing
            /// it without CAP_NET_RAW.
            bindtodevice(ifname: Interface) -> Interface = SOL_SOCKET / SO_BINDTODEVICE;

            /// Sends and receives through one interface only, given by its index; 0 stands for all.
            ///
            /// `SO_BINDTOIFINDEX`. Any index is taken, be there such an interface or not; EINVAL below
            /// 0. Since Linux 5.0.
            bindtoifindex(index: i32) -> i32 = SOL_SOCKET / SO_BINDTOIFINDEX;

            /// Allows datagrams to a broadcast address.
            ///
            /// `SO_BROADCAST`, socket(7). Datagram sockets only; without it such a send is EACCES.
            broadcast(enable: bool) -> bool = SOL_SOCKET / SO_BROADCAST;

            /// Which buffer sizes the kernel does not change by itself: `SOCK_SNDBUF_LOCK`,
            /// `SOCK_RCVBUF_LOCK`, or both.
            ///
            /// `SO_BUF_LOCK`. Setting sndbuf or rcvbuf sets the flag of that buffer; clearing it
            /// gives the size back to the kernel. EINVAL for other bits. Since Linux 5.14.
            buflock(flags: i32) -> i32 = SOL_SOCKET / SO_BUF_LOCK;

            /// Microseconds for which a receive polls the network card before it sleeps.
            ///
            /// `SO_BUSY_POLL`, socket(7). Raising it needs CAP_NET_ADMIN on many kernels: EPERM
            /// without. Since Linux 3.11.
            busypoll(usec: i32) -> i32 = SOL_SOCKET / SO_BUSY_POLL;

            /// The maximum number of packets that one busy poll processes.
            ///
            /// `SO_BUSY_POLL_BUDGET`. EPERM above 64 without CAP_NET_ADMIN, EINVAL outside of 0 to
            /// 65535. Since Linux 5.11.
            busypollbudget(budget: i32) -> i32 = SOL_SOCKET / SO_BUSY_POLL_BUDGET, write;

            /// The kernel's identifier of the socket, as in sock_diag(7).
            ///
            /// `SO_COOKIE`. It does not change while the socket exists. Since Linux 4.12.
            cookie() -> Unsigned64 = SOL_SOCKET / SO_COOKIE;

            /// Switches debugging in the protocol's code.
            ///
            /// `SO_DEBUG`, socket(7). Needs CAP_NET_ADMIN: EACCES without.
            debug(enable: bool) -> bool = SOL_SOCKET / SO_DEBUG;

            /// The address family, as the kernel returns it.
            ///
            /// `SO_DOMAIN`, socket(7).
            domain() -> i32 = SOL_SOCKET / SO_DOMAIN;

            /// Sends to directly connected hosts only, not through gateways.
            ///
            /// `SO_DONTROUTE`, socket(7).
            dontroute(enable: bool) -> bool = SOL_SOCKET / SO_DONTROUTE;

            /// Returns the errno of the pending error, 0 for none, and clears it.
            ///
            /// `SO_ERROR`, socket(7). When a socket becomes sendable after a non-blocking connect,
            /// this is the connect's result.
            error() -> i32 = SOL_SOCKET / SO_ERROR;

            /// The CPU that processes packets for this socket; in a reuseport group, the CPU whose
            /// packets this socket prefers. -1 is none.
            ///
            /// `SO_INCOMING_CPU`, socket(7). Since Linux 3.19; can be set since 4.4.
            incomingcpu(cpu: i32) -> i32 = SOL_SOCKET / SO_INCOMING_CPU;

            /// The identifier of the network card's queue that last received for this socket; 0 if
            /// none is known.
            ///
            /// `SO_INCOMING_NAPI_ID`, socket(7). Since Linux 4.12.
            incomingnapiid() -> u32 = SOL_SOCKET / SO_INCOMING_NAPI_ID;

            /// Reports the number of bytes left in the queue with each receive, in a control
            /// message.
            ///
            /// `SO_INQ`. Feeds the control key `inq`. Unix sockets of SOCK_STREAM; since Linux
            /// 6.17. inq asks for the number itself, tcpinq is the like for TCP.
            unixinq(enable: bool) -> bool = SOL_SOCKET / SO_INQ, write;

            /// Sends probes on an idle connection, to find out whether the peer still exists.
            ///
            /// `SO_KEEPALIVE`, socket(7); tcpkeepidle, tcpkeepintvl and tcpkeepcnt set how often.
            keepalive(enable: bool) -> bool = SOL_SOCKET / SO_KEEPALIVE;

            /// Locks the socket's filter: it can neither be changed nor removed any more.
            ///
            /// `SO_LOCK_FILTER`, socket(7). EPERM for unlocking it. Since Linux 3.9.
            lockfilter(enable: bool) -> bool = SOL_SOCKET / SO_LOCK_FILTER;

            /// The mark on all packets of this socket, for routing and packet filters.
            ///
            /// `SO_MARK`, socket(7). EPERM without CAP_NET_ADMIN, or, since Linux 5.17,
            /// CAP_NET_RAW.
            mark(mark: u32) -> u32 = SOL_SOCKET / SO_MARK;

            /// The maximum rate at which TCP sends, in bytes per second; -1 is no limit.
            ///
            /// `SO_MAX_PACING_RATE`. Since Linux 3.13; EINVAL below -1.
            maxpacingrate(rate: Unsigned64) -> Unsigned64 = SOL_SOCKET / SO_MAX_PACING_RATE;

            /// The kernel's identifier of the socket's network namespace.
            ///
            /// `SO_NETNS_COOKIE`. It does not change while the namespace exists. Since Linux 5.14.
            netnscookie() -> Unsigned64 = SOL_SOCKET / SO_NETNS_COOKIE;

            /// Leaves out-of-band data in the stream, so that recv returns it without MSG_OOB.
            ///
            /// `SO_OOBINLINE`, socket(7).
            oobinline(enable: bool) -> bool = SOL_SOCKET / SO_OOBINLINE;

            /// Adds the sender's process, user and group to each received message, as a control
            /// message.
            ///
            /// `SO_PASSCRED`, unix(7); on netlink sockets, too. Feeds the control key
            /// `credentials`.
            passcred(enable: bool) -> bool = SOL_SOCKET / SO_PASSCRED;

            /// Adds a descriptor of the sender's process to each received message, as a control
            /// message.
            ///
            /// `SO_PASSPIDFD`. Feeds the control key `pidfd`. Unix sockets; since Linux 6.5.
            passpidfd(enable: bool) -> bool = SOL_SOCKET / SO_PASSPIDFD;

            /// Accepts descriptors that are sent to this socket; on by default.
            ///
            /// `SO_PASSRIGHTS`. Feeds the control key `rights`. When it is off, a message that
            /// carries descriptors is refused with EPERM to its sender. Unix sockets; since Linux
            /// 6.16.
            passrights(enable: bool) -> bool = SOL_SOCKET / SO_PASSRIGHTS;

            /// Adds the sender's security context, such as a label of SELinux, to each received
            /// message, as a control message.
            ///
            /// `SO_PASSSEC`, unix(7). Feeds the control key `security`. Unix and netlink sockets;
            /// ippasssec is the like for datagrams of IPv4.
            passsec(enable: bool) -> bool = SOL_SOCKET / SO_PASSSEC;

            /// The offset in the queue at which MSG_PEEK reads next, in bytes; -1 disables it.
            ///
            /// `SO_PEEK_OFF`, socket(7). A peek increases it, a receive decreases it. Since Linux
            /// 3.4.
            peekoff(offset: i32) -> i32 = SOL_SOCKET / SO_PEEK_OFF;

            /// Prefers busy polling to interrupts of the network card, while the socket is polled
            /// often.
            ///
            /// `SO_PREFER_BUSY_POLL`. EPERM without CAP_NET_ADMIN. Since Linux 5.11.
            preferbusypoll(enable: bool) -> bool = SOL_SOCKET / SO_PREFER_BUSY_POLL;

            /// The priority of this socket's packets in the queues of the interfaces.
            ///
            /// `SO_PRIORITY`, socket(7). EPERM outside of 0 to 6 without CAP_NET_ADMIN or
            /// CAP_NET_RAW.
            priority(priority: i32) -> i32 = SOL_SOCKET / SO_PRIORITY;

            /// The maximum size of the receive buffer, in bytes.
            ///
            /// `SO_RCVBUF`, socket(7). Linux doubles the number that is set, to at least 2304 and
            /// at most twice net.core.rmem_max, and returns the doubled number. EINVAL below 0.
            rcvbuf(size: Size) -> Size = SOL_SOCKET / SO_RCVBUF;

            /// Sets rcvbuf beyond the system's limit.
            ///
            /// `SO_RCVBUFFORCE`, socket(7). EPERM without CAP_NET_ADMIN.
            rcvbufforce(size: Size) -> Size = SOL_SOCKET / SO_RCVBUFFORCE, write;

            /// The minimum number of bytes for which a receive returns, and the socket is
            /// receivable.
            ///
            /// `SO_RCVLOWAT`, socket(7), in bytes. EINVAL below 0.
            rcvlowat(size: Size) -> Size = SOL_SOCKET / SO_RCVLOWAT;

            /// Reports the mark of a received packet, in a control message.
            ///
            /// `SO_RCVMARK`. Feeds the control key `mark`. EPERM without CAP_NET_ADMIN or
            /// CAP_NET_RAW. Since Linux 5.19.
            rcvmark(enable: bool) -> bool = SOL_SOCKET / SO_RCVMARK;

            /// Reports the priority of a received packet, in a control message.
            ///
            /// `SO_RCVPRIORITY`. Feeds the control key `priority`. Since Linux 6.14.
            rcvpriority(enable: bool) -> bool = SOL_SOCKET / SO_RCVPRIORITY;

            /// The time limit of a blocking receive or accept, in seconds; 0 is no limit.
            ///
            /// `SO_RCVTIMEO`, socket(7). Fractions count to the microsecond, and are rounded up to
            /// the kernel's tick. When it expires, the call returns `again`. EDOM for a negative,
            /// infinite or undefined number.
            rcvtimeo(sec: Seconds) -> Seconds = SOL_SOCKET / SO_RCVTIMEO;

            /// Bytes of the memory control group that are reserved for the socket; 0 is none.
            ///
            /// `SO_RESERVE_MEM`. Linux rounds up to whole pages. EOPNOTSUPP outside of a memory
            /// control group, EINVAL below 0. Since Linux 5.16.
            reservemem(size: Size) -> Size = SOL_SOCKET / SO_RESERVE_MEM;

            /// Allows bind to use an address that is still in TIME_WAIT.
            ///
            /// `SO_REUSEADDR`, socket(7). For multicast, allows several sockets to bind the same
            /// port.
            reuseaddr(enable: bool) -> bool = SOL_SOCKET / SO_REUSEADDR;

            /// Allows several sockets to bind the same port; connections or datagrams are
            /// distributed among them.
            ///
            /// `SO_REUSEPORT`, socket(7); each socket sets it before bind. Since Linux 3.9.
            reuseport(enable: bool) -> bool = SOL_SOCKET / SO_REUSEPORT;

            /// Reports the number of datagrams that were dropped because the buffer was full, in a
            /// control message.
            ///
            /// `SO_RXQ_OVFL`, socket(7). Feeds the control key `rxqovfl`. Since Linux 2.6.33.
            rxqovfl(enable: bool) -> bool = SOL_SOCKET / SO_RXQ_OVFL;

            /// The maximum size of the send buffer, in bytes.
            ///
            /// `SO_SNDBUF`, socket(7). Linux doubles the number that is set, to at least 4608 and
            /// at most twice net.core.wmem_max, and returns the doubled number. EINVAL below 0.
            sndbuf(size: Size) -> Size = SOL_SOCKET / SO_SNDBUF;

            /// Sets sndbuf beyond the system's limit.
            ///
            /// `SO_SNDBUFFORCE`, socket(7). EPERM without CAP_NET_ADMIN.
            sndbufforce(size: Size) -> Size = SOL_SOCKET / SO_SNDBUFFORCE, write;

            /// The minimum number of free bytes for which the socket is sendable.
            ///
            /// `SO_SNDLOWAT`, socket(7), in bytes. On Linux it is 1, and cannot be set:
            /// ENOPROTOOPT.
            sndlowat(size: Size) -> Size = SOL_SOCKET / SO_SNDLOWAT;

            /// The time limit of a blocking send or connect, in seconds; 0 is no limit.
            ///
            /// `SO_SNDTIMEO`, socket(7). Fractions and errors are those of rcvtimeo.
            sndtimeo(sec: Seconds) -> Seconds = SOL_SOCKET / SO_SNDTIMEO;

            /// Reports the time at which a message arrived, in a control message.
            ///
            /// `SO_TIMESTAMP`, socket(7). Feeds the control key `timestamp`.
            timestamp(enable: bool) -> bool = SOL_SOCKET / SO_TIMESTAMP;

            /// Reports times of several kinds for received and sent messages, as selected by
            /// `SOF_TIMESTAMPING_*` flags.
            ///
            /// `SO_TIMESTAMPING`, and the kernel's documentation of timestamping. Feeds the control
            /// key `timestamping`. Since Linux 2.6.30.
            timestamping(flags: i32) -> i32 = SOL_SOCKET / SO_TIMESTAMPING;

            /// Reports the time at which a message arrived, in nanoseconds, in a control message.
            ///
            /// `SO_TIMESTAMPNS`, socket(7). Feeds the control key `timestampns`.
            timestampns(enable: bool) -> bool = SOL_SOCKET / SO_TIMESTAMPNS;

            /// Whether TCP changes the hash of its packets, and so their path, after lost ones: 0,
            /// 1, or -1 for the system's default.
            ///
            /// `SO_TXREHASH`, `SOCK_TXREHASH_*`. EINVAL for other numbers. Since Linux 5.18.
            txrehash(mode: i32) -> i32 = SOL_SOCKET / SO_TXREHASH;

            /// Allows sends with MSG_ZEROCOPY, a flag that this library refuses with EOPNOTSUPP.
            ///
            /// `SO_ZEROCOPY`. Since Linux 4.14.
            zerocopy(enable: bool) -> bool = SOL_SOCKET / SO_ZEROCOPY;

            /// Makes connect, not bind, choose the port, so that several connections can share a
            /// port.
            ///
            /// `IP_BIND_ADDRESS_NO_PORT`, ip(7). Since Linux 4.2.
            bindaddressnoport(enable: bool) -> bool =
                IPPROTO_IP / IP_BIND_ADDRESS_NO_PORT | IPPROTO_IP / IP_BIND_ADDRESS_NO_PORT;

            /// Reports the checksum of a datagram's bytes, as the network card has computed it, in
            /// a control message.
            ///
            /// `IP_CHECKSUM`. Feeds the control key `checksum`. UDP; a datagram without such a
            /// checksum has no control message. Since Linux 4.0. For the checksum of raw IPv6
            /// sockets see checksumoffset.
            checksum(enable: bool) -> bool = IPPROTO_IP / IP_CHECKSUM | IPPROTO_IP / IP_CHECKSUM;

            /// Allows binding to an address that this host does not have (yet).
            ///
            /// `IP_FREEBIND`, ip(7); `IPV6_FREEBIND`. IPv6 since Linux 4.15.
            freebind(enable: bool) -> bool =
                IPPROTO_IP / IP_FREEBIND & IPPROTO_IPV6 / IPV6_FREEBIND;

            /// Makes the sender supply the IP header.
            ///
            /// `IP_HDRINCL`, ip(7); `IPV6_HDRINCL`. Raw sockets; ENOPROTOOPT on others.
            hdrincl(enable: bool) -> bool =
                IPPROTO_IP / IP_HDRINCL | IPPROTO_IPV6 / IPV6_HDRINCL;

            /// The least hop limit of a packet that TCP accepts, against packets from afar (RFC
            /// 5082); 0 accepts all.
            ///
            /// `IP_MINTTL`, ip(7), since Linux 2.6.34; `IPV6_MINHOPCOUNT`, since 2.6.35. 0 to 255,
            /// EINVAL otherwise.
            minttl(ttl: i32) -> i32 = IPPROTO_IP / IP_MINTTL & IPPROTO_IPV6 / IPV6_MINHOPCOUNT;

            /// The MTU of the connection's path, in bytes.
            ///
            /// `IP_MTU`, ip(7); `IPV6_MTU`, ipv6(7). ENOTCONN without a connection. On IPv6 it can
            /// be set, to limit the size of packets.
            mtu(size: i32) -> i32 = IPPROTO_IP / IP_MTU | IPPROTO_IPV6 / IPV6_MTU;

            /// Path MTU discovery, and whether packets may be fragmented: `IP_PMTUDISC_*`.
            ///
            /// `IP_MTU_DISCOVER`, ip(7); `IPV6_MTU_DISCOVER`, ipv6(7).
            mtudiscover(mode: i32) -> i32 =
                IPPROTO_IP / IP_MTU_DISCOVER & IPPROTO_IPV6 / IPV6_MTU_DISCOVER;

            /// Receives from all groups that any socket of this host has joined, not only from this
            /// socket's.
            ///
            /// `IP_MULTICAST_ALL`, ip(7), since Linux 2.6.31; `IPV6_MULTICAST_ALL`, since 4.20. On
            /// by default.
            mcastall(enable: bool) -> bool =
                IPPROTO_IP / IP_MULTICAST_ALL & IPPROTO_IPV6 / IPV6_MULTICAST_ALL if datagram;

            /// Delivers multicast datagrams that are sent from this host to its own members of the
            /// group.
            ///
            /// `IP_MULTICAST_LOOP`, ip(7), on the sending socket; `IPV6_MULTICAST_LOOP`, ipv6(7).
            mcastloop(enable: bool) -> bool =
                IPPROTO_IP / IP_MULTICAST_LOOP & IPPROTO_IPV6 / IPV6_MULTICAST_LOOP if datagram;

            /// The hop limit of multicast datagrams: with 0 they stay on the host, with 1 on the
            /// link.
            ///
            /// `IP_MULTICAST_TTL`, ip(7); `IPV6_MULTICAST_HOPS`, ipv6(7). 0 to 255, or -1 for the
            /// default of 1; EINVAL otherwise.
            mcastttl(ttl: i32) -> i32 =
                IPPROTO_IP / IP_MULTICAST_TTL & IPPROTO_IPV6 / IPV6_MULTICAST_HOPS if datagram;

            /// Does not put fragments together before they pass the packet filter on their way out.
            ///
            /// `IP_NODEFRAG`, ip(7). Raw sockets; ENOPROTOOPT for setting it on others. Since Linux
            /// 2.6.36.
            nodefrag(enable: bool) -> bool = IPPROTO_IP / IP_NODEFRAG | IPPROTO_IP / IP_NODEFRAG;

            /// Reports the security context of a received datagram, in a control message.
            ///
            /// `IP_PASSSEC`, ip(7). Feeds the control key `security`. IPv4; passsec is the like for
            /// unix sockets.
            ippasssec(enable: bool) -> bool = IPPROTO_IP / IP_PASSSEC | IPPROTO_IP / IP_PASSSEC;

            /// Reports a datagram's interface and destination address, in a control message.
            ///
            /// `IP_PKTINFO`, ip(7); `IPV6_RECVPKTINFO`, ipv6(7). Feeds the control key `pktinfo`.
            pktinfo(enable: bool) -> bool =
                IPPROTO_IP / IP_PKTINFO & IPPROTO_IPV6 / IPV6_RECVPKTINFO;

            /// Keeps errors from the network in a queue, which is read with MSG_ERRQUEUE.
            ///
            /// `IP_RECVERR`, ip(7); `IPV6_RECVERR`, ipv6(7). Feeds the control key `error`.
            recverr(enable: bool) -> bool =
                IPPROTO_IP / IP_RECVERR & IPPROTO_IPV6 / IPV6_RECVERR;

            /// Reports the size of the largest fragment of a datagram that arrived in fragments, in
            /// a control message.
            ///
            /// `IP_RECVFRAGSIZE`, `IPV6_RECVFRAGSIZE`. Feeds the control key `fragsize`. Since
            /// Linux 4.10.
            recvfragsize(enable: bool) -> bool =
                IPPROTO_IP / IP_RECVFRAGSIZE & IPPROTO_IPV6 / IPV6_RECVFRAGSIZE if datagram;

            /// Reports the IP options of a received packet, in a control message.
            ///
            /// `IP_RECVOPTS`, ip(7). Feeds the control key `options`. IPv4; for IPv6 see
            /// recvhopopts, recvdstopts and recvrthdr.
            recvopts(enable: bool) -> bool = IPPROTO_IP / IP_RECVOPTS | IPPROTO_IP / IP_RECVOPTS;

            /// Reports the original destination address of a datagram that the firewall redirected,
            /// in a control message.
            ///
            /// `IP_RECVORIGDSTADDR`, ip(7), since Linux 2.6.29; `IPV6_RECVORIGDSTADDR`, since 3.1.
            /// Feeds the control key `origdstaddr`.
            recvorigdstaddr(enable: bool) -> bool =
                IPPROTO_IP / IP_RECVORIGDSTADDR & IPPROTO_IPV6 / IPV6_RECVORIGDSTADDR;

            /// Reports the type of service of a received packet, in a control message.
            ///
            /// `IP_RECVTOS`, ip(7); `IPV6_RECVTCLASS`, ipv6(7). Feeds the control key `tos`.
            recvtos(enable: bool) -> bool =
                IPPROTO_IP / IP_RECVTOS & IPPROTO_IPV6 / IPV6_RECVTCLASS;

            /// Reports the hop limit of a received packet, in a control message.
            ///
            /// `IP_RECVTTL`, ip(7); `IPV6_RECVHOPLIMIT`, ipv6(7). Feeds the control key `ttl`.
            recvttl(enable: bool) -> bool =
                IPPROTO_IP / IP_RECVTTL & IPPROTO_IPV6 / IPV6_RECVHOPLIMIT;

            /// Reports the IP options with which a received packet is to be answered, in a control
            /// message: recorded routes are filled in, and turned round.
            ///
            /// `IP_RETOPTS`, ip(7). The control message is of type `IP_RETOPTS`. IPv4.
            retopts(enable: bool) -> bool = IPPROTO_IP / IP_RETOPTS | IPPROTO_IP / IP_RETOPTS;

            /// Receives the packets with the router alert option (RFC 2113, RFC 2711) that this
            /// host is to forward.
            ///
            /// `IP_ROUTER_ALERT`, ip(7): raw sockets of another protocol than IPPROTO_RAW, 1 is on,
            /// 0 off. `IPV6_ROUTER_ALERT`, ipv6(7): raw sockets of IPPROTO_RAW, the value is that
            /// of the option, -1 is off. The kernel returns 1 for any that is set. EINVAL or
            /// ENOPROTOOPT on other sockets.
            routeralert(value: i32) -> i32 =
                IPPROTO_IP / IP_ROUTER_ALERT | IPPROTO_IPV6 / IPV6_ROUTER_ALERT;

            /// The type of service of sent packets: six bits of DSCP (RFC 2474), two of ECN (RFC
            /// 3168).
            ///
            /// `IP_TOS`, ip(7); `IPV6_TCLASS`, ipv6(7). 0 to 255; on a TCP socket of IPv4 the
            /// kernel sets the ECN bits.
            tos(tos: TrafficClass) -> TrafficClass = IPPROTO_IP / IP_TOS & IPPROTO_IPV6 / IPV6_TCLASS;

            /// Allows binding to any address and receiving for it, for transparent proxies.
            ///
            /// `IP_TRANSPARENT`, ip(7); `IPV6_TRANSPARENT`. EPERM without CAP_NET_ADMIN or
            /// CAP_NET_RAW.
            transparent(enable: bool) -> bool =
                IPPROTO_IP / IP_TRANSPARENT & IPPROTO_IPV6 / IPV6_TRANSPARENT;

            /// The hop limit of sent packets.
            ///
            /// `IP_TTL`, ip(7), 1 to 255; `IPV6_UNICAST_HOPS`, ipv6(7), 0 to 255. 0 is set for IPv6
            /// only. -1 is the system's default.
            ttl(ttl: i32) -> i32 = IPPROTO_IP / IP_TTL & IPPROTO_IPV6 / IPV6_UNICAST_HOPS;

            /// Which of this host's addresses are preferred as the source (RFC 5014):
            /// `IPV6_PREFER_SRC_*`.
            ///
            /// `IPV6_ADDR_PREFERENCES`. EINVAL for flags that exclude each other. Since Linux
            /// 2.6.26.
            addrpreferences(flags: i32) -> i32 = IPPROTO_IPV6 / IPV6_ADDR_PREFERENCES;

            /// Sends packets with a flow label that the kernel computes from the addresses and the
            /// ports.
            ///
            /// `IPV6_AUTOFLOWLABEL`. Since Linux 3.17.
            autoflowlabel(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_AUTOFLOWLABEL;

            /// The offset of the checksum in sent and received packets, which the kernel then
            /// computes and checks; -1 leaves it alone.
            ///
            /// `IPV6_CHECKSUM`, RFC 3542, section 3.1. Raw sockets; ENOPROTOOPT on others. EINVAL
            /// for an odd number, and with IPPROTO_ICMPV6, whose checksum is always computed.
            checksumoffset(offset: i32) -> i32 = IPPROTO_IPV6 / IPV6_CHECKSUM;

            /// Does not fragment datagrams: sending one that is too long for the path fails with
            /// EMSGSIZE.
            ///
            /// `IPV6_DONTFRAG`, RFC 3542. IPv6 only; for IPv4 see mtudiscover.
            dontfrag(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_DONTFRAG;

            /// Reports the traffic class and the flow label of a received packet, in a control
            /// message.
            ///
            /// `IPV6_FLOWINFO`, ipv6(7). Feeds the control key `flowinfo`.
            flowinfo(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_FLOWINFO;

            /// Sends with the flow label and the traffic class of the peer's address.
            ///
            /// `IPV6_FLOWINFO_SEND`. A label other than 0 must be one of this socket's, from
            /// flowlabelget, else connect or sendto is EINVAL.
            flowinfosend(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_FLOWINFO_SEND;

            /// The least hop limit of a packet that TCP accepts (RFC 5082); 0 accepts all.
            ///
            /// `IPV6_MINHOPCOUNT`. IPv6 only; minttl is for both. 0 to 255, EINVAL otherwise. Since
            /// Linux 2.6.35.
            minhopcount(hops: i32) -> i32 = IPPROTO_IPV6 / IPV6_MINHOPCOUNT;

            /// Reports the destination options of a received packet, in a control message.
            ///
            /// `IPV6_RECVDSTOPTS`, RFC 3542. Feeds the control key `dstopts`, once for each such
            /// header.
            recvdstopts(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_RECVDSTOPTS;

            /// Reports the hop limit of a received packet, in a control message.
            ///
            /// `IPV6_RECVHOPLIMIT`, ipv6(7). Feeds the control key `ttl`. IPv6 only; recvttl is for
            /// both.
            recvhoplimit(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_RECVHOPLIMIT;

            /// Reports the hop-by-hop options of a received packet, in a control message.
            ///
            /// `IPV6_RECVHOPOPTS`, RFC 3542. Feeds the control key `hopopts`.
            recvhopopts(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_RECVHOPOPTS;

            /// Reports the path's MTU when a datagram is too long for it, in a control message
            /// without data.
            ///
            /// `IPV6_RECVPATHMTU`, RFC 3542, section 11.3. Feeds the control key `pathmtu`. pathmtu
            /// asks for the MTU itself.
            recvpathmtu(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_RECVPATHMTU;

            /// Reports a datagram's interface and destination address, in a control message.
            ///
            /// `IPV6_RECVPKTINFO`, ipv6(7). Feeds the control key `pktinfo`. IPv6 only; pktinfo is
            /// for both.
            recvpktinfo(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_RECVPKTINFO;

            /// Reports the routing header of a received packet, in a control message.
            ///
            /// `IPV6_RECVRTHDR`, RFC 3542. Feeds the control key `rthdr`.
            recvrthdr(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_RECVRTHDR;

            /// Reports the traffic class of a received packet, in a control message.
            ///
            /// `IPV6_RECVTCLASS`, ipv6(7). Feeds the control key `tos`. IPv6 only; recvtos is for
            /// both.
            recvtclass(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_RECVTCLASS;

            /// The traffic class of sent packets.
            ///
            /// `IPV6_TCLASS`, RFC 3542. IPv6 only; tos is for both. 0 to 255, -1 is the system's
            /// default.
            tclass(tclass: TrafficClass) -> TrafficClass = IPPROTO_IPV6 / IPV6_TCLASS;

            /// The hop limit of sent packets.
            ///
            /// `IPV6_UNICAST_HOPS`, ipv6(7). IPv6 only; ttl is for both. 0 to 255, -1 is the
            /// system's default.
            unicasthops(hops: i32) -> i32 = IPPROTO_IPV6 / IPV6_UNICAST_HOPS;

            /// Restricts an IPv6 socket to IPv6, so that another socket can bind the same port for
            /// IPv4.
            ///
            /// `IPV6_V6ONLY`, ipv6(7). EINVAL when the socket is bound.
            v6only(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_V6ONLY;

            /// Chooses TCP's congestion control by name, such as cubic or reno.
            ///
            /// `TCP_CONGESTION`, tcp(7). ENOENT if it is not available, EPERM if its use is
            /// restricted.
            tcpcongestion(name: Name) -> Name = IPPROTO_TCP / TCP_CONGESTION;

            /// Delays small segments until the option is switched off, the segment is full, or 200
            /// ms have passed.
            ///
            /// `TCP_CORK`, tcp(7); `TCP_NOPUSH` on the BSDs.
            tcpcork(enable: bool) -> bool = IPPROTO_TCP / TCP_CORK;

            /// Seconds for which accept waits for a connection's first data; 0 does not wait.
            ///
            /// `TCP_DEFER_ACCEPT`, tcp(7). The kernel rounds up to its retransmission times, and
            /// returns the rounded value.
            tcpdeferaccept(sec: i32) -> i32 = IPPROTO_TCP / TCP_DEFER_ACCEPT;

            /// The maximum number of pending connections with data in their first segment (RFC
            /// 7413).
            ///
            /// `TCP_FASTOPEN`, tcp(7). Listening sockets. Since Linux 3.7.
            tcpfastopen(backlog: i32) -> i32 = IPPROTO_TCP / TCP_FASTOPEN;

            /// Sends the data of the first send after connect in the first segment (RFC 7413).
            ///
            /// `TCP_FASTOPEN_CONNECT`, tcp(7). Since Linux 4.11.
            tcpfastopenconnect(enable: bool) -> bool = IPPROTO_TCP / TCP_FASTOPEN_CONNECT;

            /// Accepts and sends data in the first segment without a cookie (RFC 7413).
            ///
            /// `TCP_FASTOPEN_NO_COOKIE`. EINVAL once there is a connection. Since Linux 4.15.
            tcpfastopennocookie(enable: bool) -> bool = IPPROTO_TCP / TCP_FASTOPEN_NO_COOKIE;

            /// Reports the number of bytes left in the queue with each receive, in a control
            /// message.
            ///
            /// `TCP_INQ`, tcp(7). Feeds the control key `tcpinq`. Since Linux 4.18.
            tcpinq(enable: bool) -> bool = IPPROTO_TCP / TCP_INQ;

            /// Whether the socket is one of Multipath TCP that has not fallen back to TCP.
            ///
            /// `TCP_IS_MPTCP`. Since Linux 6.10.
            tcpismptcp() -> bool = IPPROTO_TCP / TCP_IS_MPTCP;

            /// Seconds that a connection is idle before the first keep-alive probe; the same as
            /// tcpkeepidle.
            ///
            /// `TCP_KEEPIDLE`, tcp(7); `TCP_KEEPALIVE` on macOS. 1 to 32767, EINVAL otherwise.
            tcpkeepalive(sec: i32) -> i32 = IPPROTO_TCP / TCP_KEEPIDLE;

            /// The number of unanswered keep-alive probes after which the connection is dropped.
            ///
            /// `TCP_KEEPCNT`, tcp(7). 1 to 127, EINVAL otherwise.
            tcpkeepcnt(cnt: i32) -> i32 = IPPROTO_TCP / TCP_KEEPCNT;

            /// Seconds that a connection is idle before the first keep-alive probe.
            ///
            /// `TCP_KEEPIDLE`, tcp(7); `TCP_KEEPALIVE` on macOS. 1 to 32767, EINVAL otherwise.
            tcpkeepidle(sec: i32) -> i32 = IPPROTO_TCP / TCP_KEEPIDLE;

            /// Seconds between keep-alive probes.
            ///
            /// `TCP_KEEPINTVL`, tcp(7). 1 to 32767, EINVAL otherwise.
            tcpkeepintvl(sec: i32) -> i32 = IPPROTO_TCP / TCP_KEEPINTVL;

            /// The time limit of the state FIN_WAIT2, in seconds.
            ///
            /// `TCP_LINGER2`, tcp(7). -1 does not wait at all.
            tcplinger2(sec: i32) -> i32 = IPPROTO_TCP / TCP_LINGER2;

            /// The maximum segment size, in bytes.
            ///
            /// `TCP_MAXSEG`, tcp(7). It can be set before the connection is made, from 88 to 32767;
            /// EINVAL otherwise.
            tcpmaxseg(size: i32) -> i32 = IPPROTO_TCP / TCP_MAXSEG;

            /// Sends small segments at once, without waiting for more data.
            ///
            /// `TCP_NODELAY`, tcp(7). It disables Nagle's algorithm (RFC 896).
            tcpnodelay(enable: bool) -> bool = IPPROTO_TCP / TCP_NODELAY;

            /// The number of unsent bytes below which the socket is sendable.
            ///
            /// `TCP_NOTSENT_LOWAT`, in bytes; 0 is the system's default. Since Linux 3.12.
            tcpnotsentlowat(size: u32) -> u32 = IPPROTO_TCP / TCP_NOTSENT_LOWAT;

            /// Sends acknowledgements at once; the kernel resets the option by itself.
            ///
            /// `TCP_QUICKACK`, tcp(7).
            tcpquickack(enable: bool) -> bool = IPPROTO_TCP / TCP_QUICKACK;

            /// Keeps the first segment of each connection that a listening socket accepts: 1 from
            /// the IP header on, 2 from the link's header on, 0 not at all.
            ///
            /// `TCP_SAVE_SYN`. tcpsavedsyn reads it. EINVAL for other numbers. Since Linux 4.3; 2
            /// since 5.10.
            tcpsavesyn(mode: i32) -> i32 = IPPROTO_TCP / TCP_SAVE_SYN;

            /// The number of times that connect retransmits its first segment.
            ///
            /// `TCP_SYNCNT`, tcp(7). 1 to 127, EINVAL otherwise.
            tcpsyncnt(cnt: i32) -> i32 = IPPROTO_TCP / TCP_SYNCNT;

            /// Retransmits at the first duplicate acknowledgement where few packets are in flight.
            ///
            /// `TCP_THIN_DUPACK`. It has no effect since Linux 4.11, and is read as false.
            tcpthindupack(enable: bool) -> bool = IPPROTO_TCP / TCP_THIN_DUPACK;

            /// Retransmits without longer and longer time-outs, up to six times, where few packets
            /// are in flight.
            ///
            /// `TCP_THIN_LINEAR_TIMEOUTS`. Since Linux 2.6.34.
            tcpthinlineartimeouts(enable: bool) -> bool = IPPROTO_TCP / TCP_THIN_LINEAR_TIMEOUTS;

            /// The time of the connection's timestamps (RFC 7323), in the units that it sends them
            /// in.
            ///
            /// `TCP_TIMESTAMP`. It can be set in repair mode: EPERM otherwise. Since Linux 3.9.
            tcptimestamp(time: u32) -> u32 = IPPROTO_TCP / TCP_TIMESTAMP;

            /// The time by which each packet is delayed, in microseconds.
            ///
            /// `TCP_TX_DELAY`. 0 to 268435455, EINVAL otherwise. Since Linux 5.3.
            tcptxdelay(usec: i32) -> i32 = IPPROTO_TCP / TCP_TX_DELAY;

            /// The upper layer protocol of a TCP socket, such as tls; `""` if there is none.
            ///
            /// `TCP_ULP`. ENOENT if it is not available, ENOTCONN before the connection is made.
            /// Since Linux 4.13.
            tcpulp(name: Name) -> Name = IPPROTO_TCP / TCP_ULP;

            /// The time for which sent data may stay unacknowledged before the connection is
            /// dropped, in milliseconds.
            ///
            /// `TCP_USER_TIMEOUT`, tcp(7), RFC 5482. 0 is the system's default. Since Linux 2.6.37.
            tcpusertimeout(msec: i32) -> i32 = IPPROTO_TCP / TCP_USER_TIMEOUT;

            /// The maximum size of the advertised window, in bytes.
            ///
            /// `TCP_WINDOW_CLAMP`, tcp(7). The kernel raises it to half of the minimum receive
            /// buffer.
            tcpwindowclamp(size: i32) -> i32 = IPPROTO_TCP / TCP_WINDOW_CLAMP;

            /// Collects the data of several sends, which are sent as one datagram when the option
            /// is switched off.
            ///
            /// `UDP_CORK`, udp(7).
            udpcork(enable: bool) -> bool = IPPROTO_UDP / UDP_CORK;

            /// The protocol whose packets arrive in datagrams, and are handed to the kernel:
            /// `UDP_ENCAP_*`, 0 for none.
            ///
            /// `UDP_ENCAP`, udp(7). ENOPROTOOPT for one that is unknown or that the kernel alone
            /// sets.
            udpencap(protocol: i32) -> i32 = IPPROTO_UDP / UDP_ENCAP;

            /// Receives several datagrams of one sender in one call; a control message reports
            /// their size.
            ///
            /// `UDP_GRO`, udp(7). Feeds the control key `gro`. Since Linux 5.0.
            udpgro(enable: bool) -> bool = IPPROTO_UDP / UDP_GRO;

            /// Accepts datagrams of IPv6 without a checksum (RFC 6935).
            ///
            /// `UDP_NO_CHECK6_RX`. Since Linux 3.16.
            udpnocheck6rx(enable: bool) -> bool = IPPROTO_UDP / UDP_NO_CHECK6_RX;

            /// Sends datagrams of IPv6 without a checksum (RFC 6935).
            ///
            /// `UDP_NO_CHECK6_TX`. Since Linux 3.16.
            udpnocheck6tx(enable: bool) -> bool = IPPROTO_UDP / UDP_NO_CHECK6_TX;

            /// The size of the datagrams into which a sent message is split; 0 does not split.
            ///
            /// `UDP_SEGMENT`, udp(7). Since Linux 4.18.
            udpsegment(size: i32) -> i32 = IPPROTO_UDP / UDP_SEGMENT;

            /// The least number of bytes of a received datagram of UDP-Lite that its checksum must
            /// cover; 0 is the whole.
            ///
            /// `UDPLITE_RECV_CSCOV`, udplite(7), RFC 3828; from the UDP-Lite header on, so 1 to 7
            /// stand for 8. EINVAL below 0.
            udpliterecvcscov(size: Size) -> Size = IPPROTO_UDPLITE / UDPLITE_RECV_CSCOV;

            /// The number of bytes of a sent datagram of UDP-Lite that its checksum covers; 0 is
            /// the whole.
            ///
            /// `UDPLITE_SEND_CSCOV`, udplite(7), RFC 3828; from the UDP-Lite header on, so 1 to 7
            /// stand for 8. EINVAL below 0.
            udplitesendcscov(size: Size) -> Size = IPPROTO_UDPLITE / UDPLITE_SEND_CSCOV;

            /// Joins a netlink group, given by its number.
            ///
            /// `NETLINK_ADD_MEMBERSHIP`, netlink(7).
            netlinkjoin(group: i32) -> i32 = SOL_NETLINK / NETLINK_ADD_MEMBERSHIP, write;

            /// Reports errors of messages to a group that could not be delivered.
            ///
            /// `NETLINK_BROADCAST_ERROR`, netlink(7).
            netlinkbroadcasterror(enable: bool) -> bool = SOL_NETLINK / NETLINK_BROADCAST_ERROR;

            /// Omits the request from acknowledgements.
            ///
            /// `NETLINK_CAP_ACK`, netlink(7). Since Linux 4.3.
            netlinkcapack(enable: bool) -> bool = SOL_NETLINK / NETLINK_CAP_ACK;

            /// Leaves a netlink group, given by its number.
            ///
            /// `NETLINK_DROP_MEMBERSHIP`, netlink(7).
            netlinkleave(group: i32) -> i32 = SOL_NETLINK / NETLINK_DROP_MEMBERSHIP, write;

            /// Adds a description of the error to acknowledgements.
            ///
            /// `NETLINK_EXT_ACK`, netlink(7). Since Linux 4.12.
            netlinkextack(enable: bool) -> bool = SOL_NETLINK / NETLINK_EXT_ACK;

            /// Checks the headers of dump requests strictly, and filters by them.
            ///
            /// `NETLINK_GET_STRICT_CHK`. Since Linux 4.20.
            netlinkstrictchk(enable: bool) -> bool = SOL_NETLINK / NETLINK_GET_STRICT_CHK;

            /// Receives from all network namespaces that have an identifier in this one.
            ///
            /// `NETLINK_LISTEN_ALL_NSID`, netlink(7). EPERM without CAP_NET_BROADCAST. Since Linux
            /// 4.2.
            netlinklistenallnsid(enable: bool) -> bool = SOL_NETLINK / NETLINK_LISTEN_ALL_NSID;

            /// Drops messages silently when the buffer is full, without the error ENOBUFS.
            ///
            /// `NETLINK_NO_ENOBUFS`, netlink(7).
            netlinknoenobufs(enable: bool) -> bool = SOL_NETLINK / NETLINK_NO_ENOBUFS;

            /// Reports the group of a message, in a control message.
            ///
            /// `NETLINK_PKTINFO`, netlink(7). Feeds the control key `group`.
            netlinkpktinfo(enable: bool) -> bool = SOL_NETLINK / NETLINK_PKTINFO;

            /// Reports a packet's length, status and VLAN tag, in a control message.
            ///
            /// `PACKET_AUXDATA`, packet(7). Feeds the control key `auxdata`. Since Linux 2.6.21.
            packetauxdata(enable: bool) -> bool = SOL_PACKET / PACKET_AUXDATA;

            /// Does not receive the packets that this host sends.
            ///
            /// `PACKET_IGNORE_OUTGOING`, packet(7). Since Linux 4.20.
            packetignoreoutgoing(enable: bool) -> bool = SOL_PACKET / PACKET_IGNORE_OUTGOING;

            /// The layout of a packet's header in a ring: 0, 1 or 2, for `TPACKET_V1` to
            /// `TPACKET_V3`.
            ///
            /// `PACKET_VERSION`, packet(7). packetstatistics has one field more for 2. EBUSY once
            /// there is a ring. Since Linux 2.6.27.
            packetversion(version: i32) -> i32 = SOL_PACKET / PACKET_VERSION;
        }
    };
}

macro_rules! define {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident($($arg:ident: $new:ty)?) -> $ty:ty = $level:ident / $optname:ident
            $(| $level6:ident / $optname6:ident)? $(& $both6:ident / $bothname6:ident)?
            $(if $datagram:ident)? $(, $access:ident)?;
    )+) => {
        /// The options. Each sets the value and returns it, or returns the kernel's value.
        impl Socket {
            $(
                $(#[doc = $doc])+
                pub fn $name(&self $(, $arg: Option<$new>)?) -> Result<$ty> {
                    option::exchange_at(self, places::$name, None::<$ty>$(.or($arg))?)
                }
            )+
        }

        /// Where the kernel keeps each of them.
        #[expect(non_upper_case_globals, reason = "they are named after the methods")]
        mod places {
            use crate::option::{OptionId, Places};

            $(
                pub(super) const $name: Places = Places::all(place!($level / $optname))
                    $(.or(place!($level6 / $optname6)))?
                    $(.and(place!($both6 / $bothname6)))?
                    $(.$datagram())?;
            )+
        }

        /// Every option, in the table's order.
        pub static OPTIONS: &[OptionSpec] = &[$(OptionSpec {
            name: stringify!($name),
            args: &[$(stringify!($arg))?],
            kind: <$ty as option_value::Value>::KIND,
            access: access!($(($arg))? $($access)?),
            source: &[
                concat!(stringify!($level), "/", stringify!($optname)),
                $(concat!(stringify!($level6), "/", stringify!($optname6)),)?
                $(concat!(stringify!($both6), "/", stringify!($bothname6)),)?
            ],
            is_dual: places::$name.is_dual,
            is_datagram: places::$name.is_datagram,
            doc: concat!($($doc, "\n"),+),
        }),+];
    };
}

/// Whether a row can be read and set, from its argument and its word.
macro_rules! access {
    () => {
        OptionAccess::Read
    };
    (($arg:ident)) => {
        OptionAccess::ReadWrite
    };
    (($arg:ident) write) => {
        OptionAccess::Write
    };
}

macro_rules! place {
    ($level:ident / $optname:ident) => {
        OptionId::of(stringify!($level), stringify!($optname))
    };
}

for_each_option!(define);
