//! The table: each socket option, defined once.

use crate::{
    Interface, Name, OptionAccess, OptionSpec, Result, Seconds, Size, Socket, TrafficClass,
    Unsigned64, option, option_value,
};

/// Hands every socket option to the macro `$emit`, one row each.
///
/// A row is a method's signature and, after the `=`, where the kernel keeps the value:
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
/// A row without an argument can only be read, one that ends with `, write` can only be set, and any
/// other can be read and set. With two places the socket's family decides: an IPv4
/// socket has the first, an IPv6 socket the second. Behind `&`, setting it on an IPv6 socket that takes
/// IPv4, too (one that is not v6only), sets both, or the second alone where IPv4 has no such value;
/// asking asks the second. With `if datagram` it is
/// EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.
///
/// Types are `bool`, `i32`, `u32`, [`Size`](crate::Size), [`TrafficClass`](crate::TrafficClass),
/// [`Unsigned64`](crate::Unsigned64), [`Seconds`](crate::Seconds), [`Name`](crate::Name) and
/// [`Interface`](crate::Interface). The rows stand in the order of levels, then of C names.
#[macro_export]
macro_rules! for_each_option {
    ($emit:ident) => {
        $emit! {
            /// Tells whether the socket listens.
            ///
            /// `SO_ACCEPTCONN`, socket(7).
            acceptconn() -> bool = SOL_SOCKET / SO_ACCEPTCONN;

            /// Filters what arrives with a loaded eBPF program, given by its descriptor.
            ///
            /// `SO_ATTACH_BPF`, socket(7). detachfilter removes it. Since Linux 3.19.
            attachbpf(fd: i32) -> i32 = SOL_SOCKET / SO_ATTACH_BPF, write;

            /// Chooses the socket of a reuseport group by a loaded eBPF program, given by its
            /// descriptor.
            ///
            /// `SO_ATTACH_REUSEPORT_EBPF`, socket(7). Since Linux 4.5.
            reuseportebpf(fd: i32) -> i32 = SOL_SOCKET / SO_ATTACH_REUSEPORT_EBPF, write;

            /// Sends and receives through one interface only, given by its name, its index or an
            /// address of it; `""` is any.
            ///
            /// `SO_BINDTODEVICE`, socket(7). Asked, answers the name. ENODEV for an unknown interface,
            /// ENAMETOOLONG for a name of more than 15 bytes, EPERM for changing it without
            /// CAP_NET_RAW.
            bindtodevice(ifname: Interface) -> Interface = SOL_SOCKET / SO_BINDTODEVICE;

            /// Sends and receives through one interface only, given by its index; 0 is any.
            ///
            /// `SO_BINDTOIFINDEX`. Any index is taken, be there such an interface or not; EINVAL below
            /// 0. Since Linux 5.0.
            bindtoifindex(index: i32) -> i32 = SOL_SOCKET / SO_BINDTOIFINDEX;

            /// Allows datagrams to a broadcast address.
            ///
            /// `SO_BROADCAST`, socket(7). Datagram sockets only; without it such a send is EACCES.
            broadcast(enable: bool) -> bool = SOL_SOCKET / SO_BROADCAST;

            /// Microseconds for which a receive polls the network card before it sleeps.
            ///
            /// `SO_BUSY_POLL`, socket(7). Many kernels want CAP_NET_ADMIN for raising it: EPERM
            /// without. Since Linux 3.11.
            busypoll(usec: i32) -> i32 = SOL_SOCKET / SO_BUSY_POLL;

            /// The number that the kernel knows the socket by, as in sock_diag(7).
            ///
            /// `SO_COOKIE`. Stays the same for the socket's life. Since Linux 4.12.
            cookie() -> Unsigned64 = SOL_SOCKET / SO_COOKIE;

            /// Switches debugging in the protocol's code.
            ///
            /// `SO_DEBUG`, socket(7). Needs CAP_NET_ADMIN: EACCES without.
            debug(enable: bool) -> bool = SOL_SOCKET / SO_DEBUG;

            /// The address family, asked of the kernel.
            ///
            /// `SO_DOMAIN`, socket(7).
            domain() -> i32 = SOL_SOCKET / SO_DOMAIN;

            /// Sends to directly connected hosts only, past all gateways.
            ///
            /// `SO_DONTROUTE`, socket(7).
            dontroute(enable: bool) -> bool = SOL_SOCKET / SO_DONTROUTE;

            /// Gives the pending error's number, 0 for none, and clears it.
            ///
            /// `SO_ERROR`, socket(7). After a non-blocking connect has become sendable, this says
            /// how it ended.
            error() -> i32 = SOL_SOCKET / SO_ERROR;

            /// The processor that handles what arrives for this socket; of a reuseport group, the
            /// one that prefers it. -1 is none.
            ///
            /// `SO_INCOMING_CPU`, socket(7). Since Linux 3.19, to be set since 4.4.
            incomingcpu(cpu: i32) -> i32 = SOL_SOCKET / SO_INCOMING_CPU;

            /// The number of the network card's queue that last received for this socket; 0 where
            /// none is known.
            ///
            /// `SO_INCOMING_NAPI_ID`, socket(7). Since Linux 4.12.
            incomingnapiid() -> u32 = SOL_SOCKET / SO_INCOMING_NAPI_ID;

            /// Probes an idle connection, to find a peer that is gone.
            ///
            /// `SO_KEEPALIVE`, socket(7); how often, say tcpkeepidle, tcpkeepintvl and tcpkeepcnt.
            keepalive(enable: bool) -> bool = SOL_SOCKET / SO_KEEPALIVE;

            /// The mark of all that this socket sends, for routing and packet filters.
            ///
            /// `SO_MARK`, socket(7). EPERM without CAP_NET_ADMIN, or, since Linux 5.17,
            /// CAP_NET_RAW.
            mark(mark: u32) -> u32 = SOL_SOCKET / SO_MARK;

            /// The most bytes per second that TCP sends; -1 is no limit.
            ///
            /// `SO_MAX_PACING_RATE`. Since Linux 3.13; EINVAL below -1.
            maxpacingrate(rate: Unsigned64) -> Unsigned64 = SOL_SOCKET / SO_MAX_PACING_RATE;

            /// Leaves out-of-band data in the stream, for recv without MSG_OOB.
            ///
            /// `SO_OOBINLINE`, socket(7).
            oobinline(enable: bool) -> bool = SOL_SOCKET / SO_OOBINLINE;

            /// Takes the sender's process, user and group along with each message, as control data.
            ///
            /// `SO_PASSCRED`, unix(7); on netlink sockets, too.
            passcred(enable: bool) -> bool = SOL_SOCKET / SO_PASSCRED;

            /// Takes a descriptor of the sender's process along with each message, as control data.
            ///
            /// `SO_PASSPIDFD`. Unix sockets; since Linux 6.5.
            passpidfd(enable: bool) -> bool = SOL_SOCKET / SO_PASSPIDFD;

            /// Where in the queue MSG_PEEK looks next, in bytes; -1 switches that off.
            ///
            /// `SO_PEEK_OFF`, socket(7). A peek moves it on, a receive moves it back. Since Linux
            /// 3.4.
            peekoff(offset: i32) -> i32 = SOL_SOCKET / SO_PEEK_OFF;

            /// The priority of what this socket sends in the queues of the interfaces.
            ///
            /// `SO_PRIORITY`, socket(7). EPERM outside of 0 to 6 without CAP_NET_ADMIN or
            /// CAP_NET_RAW.
            priority(priority: i32) -> i32 = SOL_SOCKET / SO_PRIORITY;

            /// The most bytes that may wait to be received.
            ///
            /// `SO_RCVBUF`, socket(7). Linux books twice the number that is set, at least 2304, at
            /// most twice net.core.rmem_max, and answers with what it booked. EINVAL below 0.
            rcvbuf(size: Size) -> Size = SOL_SOCKET / SO_RCVBUF;

            /// Sets rcvbuf beyond the system's limit.
            ///
            /// `SO_RCVBUFFORCE`, socket(7). EPERM without CAP_NET_ADMIN.
            rcvbufforce(size: Size) -> Size = SOL_SOCKET / SO_RCVBUFFORCE, write;

            /// The fewest bytes for which a receive returns, and the socket counts as receivable.
            ///
            /// `SO_RCVLOWAT`, socket(7), in bytes. EINVAL below 0.
            rcvlowat(size: Size) -> Size = SOL_SOCKET / SO_RCVLOWAT;

            /// The longest wait of a blocking receive or accept, in seconds; 0 waits for ever.
            ///
            /// `SO_RCVTIMEO`, socket(7). Fractions count, to the microsecond, rounded up to the
            /// kernel's tick. When it runs out, the call says again. EDOM for a negative, infinite
            /// or undefined number.
            rcvtimeo(sec: Seconds) -> Seconds = SOL_SOCKET / SO_RCVTIMEO;

            /// Lets bind take an address that is still in TIME_WAIT.
            ///
            /// `SO_REUSEADDR`, socket(7). For multicast, lets several sockets bind the same port.
            reuseaddr(enable: bool) -> bool = SOL_SOCKET / SO_REUSEADDR;

            /// Lets several sockets bind the same port, which share what arrives.
            ///
            /// `SO_REUSEPORT`, socket(7); each socket sets it before bind. Since Linux 3.9.
            reuseport(enable: bool) -> bool = SOL_SOCKET / SO_REUSEPORT;

            /// Counts the datagrams that found no room, in a control message.
            ///
            /// `SO_RXQ_OVFL`, socket(7). Since Linux 2.6.33.
            rxqovfl(enable: bool) -> bool = SOL_SOCKET / SO_RXQ_OVFL;

            /// The most bytes that may wait to be sent.
            ///
            /// `SO_SNDBUF`, socket(7). Linux books twice the number that is set, at least 4608, at
            /// most twice net.core.wmem_max, and answers with what it booked. EINVAL below 0.
            sndbuf(size: Size) -> Size = SOL_SOCKET / SO_SNDBUF;

            /// Sets sndbuf beyond the system's limit.
            ///
            /// `SO_SNDBUFFORCE`, socket(7). EPERM without CAP_NET_ADMIN.
            sndbufforce(size: Size) -> Size = SOL_SOCKET / SO_SNDBUFFORCE, write;

            /// The fewest free bytes for which the socket counts as sendable.
            ///
            /// `SO_SNDLOWAT`, socket(7), in bytes. Linux answers 1, and cannot set it: ENOPROTOOPT.
            sndlowat(size: Size) -> Size = SOL_SOCKET / SO_SNDLOWAT;

            /// The longest wait of a blocking send or connect, in seconds; 0 waits for ever.
            ///
            /// `SO_SNDTIMEO`, socket(7). Fractions and errors as in rcvtimeo.
            sndtimeo(sec: Seconds) -> Seconds = SOL_SOCKET / SO_SNDTIMEO;

            /// Stamps what arrives with the time, in a control message.
            ///
            /// `SO_TIMESTAMP`, socket(7).
            timestamp(enable: bool) -> bool = SOL_SOCKET / SO_TIMESTAMP;

            /// Stamps what arrives or leaves with times of several kinds, as `SOF_TIMESTAMPING_*`
            /// flags ask.
            ///
            /// `SO_TIMESTAMPING`, and the kernel's documentation of timestamping. Since Linux
            /// 2.6.30.
            timestamping(flags: i32) -> i32 = SOL_SOCKET / SO_TIMESTAMPING;

            /// Stamps what arrives with the time, to the nanosecond, in a control message.
            ///
            /// `SO_TIMESTAMPNS`, socket(7).
            timestampns(enable: bool) -> bool = SOL_SOCKET / SO_TIMESTAMPNS;

            /// Allows sends with MSG_ZEROCOPY, which hand over memory instead of copying it.
            ///
            /// `SO_ZEROCOPY`. Since Linux 4.14.
            zerocopy(enable: bool) -> bool = SOL_SOCKET / SO_ZEROCOPY;

            /// Lets connect, not bind, choose the port, so that one port serves many connections.
            ///
            /// `IP_BIND_ADDRESS_NO_PORT`, ip(7). Since Linux 4.2.
            bindaddressnoport(enable: bool) -> bool =
                IPPROTO_IP / IP_BIND_ADDRESS_NO_PORT | IPPROTO_IP / IP_BIND_ADDRESS_NO_PORT;

            /// Allows to bind an address that this host does not have, or not yet.
            ///
            /// `IP_FREEBIND`, ip(7); `IPV6_FREEBIND`. IPv6 since Linux 4.15.
            freebind(enable: bool) -> bool =
                IPPROTO_IP / IP_FREEBIND & IPPROTO_IPV6 / IPV6_FREEBIND;

            /// Says that what is sent brings its own IP header.
            ///
            /// `IP_HDRINCL`, ip(7); `IPV6_HDRINCL`. Raw sockets; ENOPROTOOPT on others.
            hdrincl(enable: bool) -> bool =
                IPPROTO_IP / IP_HDRINCL | IPPROTO_IPV6 / IPV6_HDRINCL;

            /// The largest packet that the connection's path carries, in bytes.
            ///
            /// `IP_MTU`, ip(7); `IPV6_MTU`, ipv6(7). ENOTCONN without a connection. On IPv6 it can
            /// be set, to limit what is sent.
            mtu(size: i32) -> i32 = IPPROTO_IP / IP_MTU | IPPROTO_IPV6 / IPV6_MTU;

            /// How the largest packet of a path is found, and whether packets may be cut:
            /// `IP_PMTUDISC_*`.
            ///
            /// `IP_MTU_DISCOVER`, ip(7); `IPV6_MTU_DISCOVER`, ipv6(7).
            mtudiscover(mode: i32) -> i32 =
                IPPROTO_IP / IP_MTU_DISCOVER & IPPROTO_IPV6 / IPV6_MTU_DISCOVER;

            /// Receives from all groups that anyone on this host has joined, not from this socket's
            /// alone.
            ///
            /// `IP_MULTICAST_ALL`, ip(7), since Linux 2.6.31; `IPV6_MULTICAST_ALL`, since 4.20. On
            /// by default.
            mcastall(enable: bool) -> bool =
                IPPROTO_IP / IP_MULTICAST_ALL & IPPROTO_IPV6 / IPV6_MULTICAST_ALL if datagram;

            /// Brings multicast datagrams that this host sends back to its own members.
            ///
            /// `IP_MULTICAST_LOOP`, ip(7), on the sending socket; `IPV6_MULTICAST_LOOP`, ipv6(7).
            mcastloop(enable: bool) -> bool =
                IPPROTO_IP / IP_MULTICAST_LOOP & IPPROTO_IPV6 / IPV6_MULTICAST_LOOP if datagram;

            /// How many hops a multicast datagram may travel: 0 stays on the host, 1 on the link.
            ///
            /// `IP_MULTICAST_TTL`, ip(7); `IPV6_MULTICAST_HOPS`, ipv6(7). 0 to 255, or -1 for the
            /// default of 1; EINVAL otherwise.
            mcastttl(ttl: i32) -> i32 =
                IPPROTO_IP / IP_MULTICAST_TTL & IPPROTO_IPV6 / IPV6_MULTICAST_HOPS if datagram;

            /// Tells where a datagram arrived and for which address, in a control message.
            ///
            /// `IP_PKTINFO`, ip(7); `IPV6_RECVPKTINFO`, ipv6(7).
            pktinfo(enable: bool) -> bool =
                IPPROTO_IP / IP_PKTINFO & IPPROTO_IPV6 / IPV6_RECVPKTINFO;

            /// Keeps errors that come back from the network in a queue, for MSG_ERRQUEUE.
            ///
            /// `IP_RECVERR`, ip(7); `IPV6_RECVERR`, ipv6(7).
            recverr(enable: bool) -> bool =
                IPPROTO_IP / IP_RECVERR & IPPROTO_IPV6 / IPV6_RECVERR;

            /// Tells the address that a datagram was sent to before the firewall turned it to this
            /// socket, in a control message.
            ///
            /// `IP_RECVORIGDSTADDR`, ip(7), since Linux 2.6.29; `IPV6_RECVORIGDSTADDR`, since 3.1.
            recvorigdstaddr(enable: bool) -> bool =
                IPPROTO_IP / IP_RECVORIGDSTADDR & IPPROTO_IPV6 / IPV6_RECVORIGDSTADDR;

            /// Tells the type of service of what arrives, in a control message.
            ///
            /// `IP_RECVTOS`, ip(7); `IPV6_RECVTCLASS`, ipv6(7).
            recvtos(enable: bool) -> bool =
                IPPROTO_IP / IP_RECVTOS & IPPROTO_IPV6 / IPV6_RECVTCLASS;

            /// Tells the hops that are left to what arrives, in a control message.
            ///
            /// `IP_RECVTTL`, ip(7); `IPV6_RECVHOPLIMIT`, ipv6(7).
            recvttl(enable: bool) -> bool =
                IPPROTO_IP / IP_RECVTTL & IPPROTO_IPV6 / IPV6_RECVHOPLIMIT;

            /// The type of service of what is sent: six bits of DSCP (RFC 2474), two of ECN (RFC
            /// 3168).
            ///
            /// `IP_TOS`, ip(7); `IPV6_TCLASS`, ipv6(7). 0 to 255; on a TCP socket of IPv4 the ECN
            /// bits stay the kernel's.
            tos(tos: TrafficClass) -> TrafficClass = IPPROTO_IP / IP_TOS & IPPROTO_IPV6 / IPV6_TCLASS;

            /// Allows to bind any address, and to receive for it, as a transparent proxy does.
            ///
            /// `IP_TRANSPARENT`, ip(7); `IPV6_TRANSPARENT`. EPERM without CAP_NET_ADMIN or
            /// CAP_NET_RAW.
            transparent(enable: bool) -> bool =
                IPPROTO_IP / IP_TRANSPARENT & IPPROTO_IPV6 / IPV6_TRANSPARENT;

            /// How many hops what is sent may travel.
            ///
            /// `IP_TTL`, ip(7), 1 to 255; `IPV6_UNICAST_HOPS`, ipv6(7), 0 to 255, of which 0 is set
            /// for IPv6 alone. -1 is the system's default.
            ttl(ttl: i32) -> i32 = IPPROTO_IP / IP_TTL & IPPROTO_IPV6 / IPV6_UNICAST_HOPS;

            /// Never cuts a datagram: one that is too long for the path is EMSGSIZE.
            ///
            /// `IPV6_DONTFRAG`, RFC 3542. IPv6 alone; for IPv4 see mtudiscover.
            dontfrag(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_DONTFRAG;

            /// Tells the hops that are left to what arrives, in a control message.
            ///
            /// `IPV6_RECVHOPLIMIT`, ipv6(7). IPv6 alone; recvttl is for both.
            recvhoplimit(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_RECVHOPLIMIT;

            /// Tells where a datagram arrived and for which address, in a control message.
            ///
            /// `IPV6_RECVPKTINFO`, ipv6(7). IPv6 alone; pktinfo is for both.
            recvpktinfo(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_RECVPKTINFO;

            /// Tells the traffic class of what arrives, in a control message.
            ///
            /// `IPV6_RECVTCLASS`, ipv6(7). IPv6 alone; recvtos is for both.
            recvtclass(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_RECVTCLASS;

            /// The traffic class of what is sent.
            ///
            /// `IPV6_TCLASS`, RFC 3542. IPv6 alone; tos is for both. 0 to 255, -1 is the system's
            /// default.
            tclass(tclass: TrafficClass) -> TrafficClass = IPPROTO_IPV6 / IPV6_TCLASS;

            /// How many hops what is sent may travel.
            ///
            /// `IPV6_UNICAST_HOPS`, ipv6(7). IPv6 alone; ttl is for both. 0 to 255, -1 is the
            /// system's default.
            unicasthops(hops: i32) -> i32 = IPPROTO_IPV6 / IPV6_UNICAST_HOPS;

            /// Keeps IPv4 away from an IPv6 socket, so that another one can bind the same port for
            /// it.
            ///
            /// `IPV6_V6ONLY`, ipv6(7). EINVAL once the socket is bound.
            v6only(enable: bool) -> bool = IPPROTO_IPV6 / IPV6_V6ONLY;

            /// Chooses TCP's congestion control by name, such as cubic or reno.
            ///
            /// `TCP_CONGESTION`, tcp(7). ENOENT for one that is not there, EPERM for one that is
            /// not for all.
            tcpcongestion(name: Name) -> Name = IPPROTO_TCP / TCP_CONGESTION;

            /// Holds small segments back until uncorked, full, or 200 ms old.
            ///
            /// `TCP_CORK`, tcp(7); `TCP_NOPUSH` on the BSDs.
            tcpcork(enable: bool) -> bool = IPPROTO_TCP / TCP_CORK;

            /// Has accept wait for a connection's first data, for so many seconds; 0 does not.
            ///
            /// `TCP_DEFER_ACCEPT`, tcp(7). The kernel rounds up to its times of retransmission, and
            /// answers those.
            tcpdeferaccept(sec: i32) -> i32 = IPPROTO_TCP / TCP_DEFER_ACCEPT;

            /// How many connections may wait that brought data in their first segment (RFC 7413).
            ///
            /// `TCP_FASTOPEN`, tcp(7). Listening sockets. Since Linux 3.7.
            tcpfastopen(backlog: i32) -> i32 = IPPROTO_TCP / TCP_FASTOPEN;

            /// Lets the first send after connect go along in the first segment (RFC 7413).
            ///
            /// `TCP_FASTOPEN_CONNECT`, tcp(7). Since Linux 4.11.
            tcpfastopenconnect(enable: bool) -> bool = IPPROTO_TCP / TCP_FASTOPEN_CONNECT;

            /// Tells with each receive how many bytes are left in the queue, in a control message.
            ///
            /// `TCP_INQ`, tcp(7). Since Linux 4.18.
            tcpinq(enable: bool) -> bool = IPPROTO_TCP / TCP_INQ;

            /// Seconds of silence before the first keep-alive probe; the same as tcpkeepidle.
            ///
            /// `TCP_KEEPIDLE`, tcp(7); `TCP_KEEPALIVE` on macOS. 1 to 32767, EINVAL otherwise.
            tcpkeepalive(sec: i32) -> i32 = IPPROTO_TCP / TCP_KEEPIDLE;

            /// How many keep-alive probes may go unanswered before the connection is dropped.
            ///
            /// `TCP_KEEPCNT`, tcp(7). 1 to 127, EINVAL otherwise.
            tcpkeepcnt(cnt: i32) -> i32 = IPPROTO_TCP / TCP_KEEPCNT;

            /// Seconds of silence before the first keep-alive probe.
            ///
            /// `TCP_KEEPIDLE`, tcp(7); `TCP_KEEPALIVE` on macOS. 1 to 32767, EINVAL otherwise.
            tcpkeepidle(sec: i32) -> i32 = IPPROTO_TCP / TCP_KEEPIDLE;

            /// Seconds between two keep-alive probes.
            ///
            /// `TCP_KEEPINTVL`, tcp(7). 1 to 32767, EINVAL otherwise.
            tcpkeepintvl(sec: i32) -> i32 = IPPROTO_TCP / TCP_KEEPINTVL;

            /// How long a connection that this side has closed may stay in FIN_WAIT2, in seconds.
            ///
            /// `TCP_LINGER2`, tcp(7). -1 does not wait at all.
            tcplinger2(sec: i32) -> i32 = IPPROTO_TCP / TCP_LINGER2;

            /// The most bytes of data in one segment.
            ///
            /// `TCP_MAXSEG`, tcp(7). To be set before the connection is made, 88 to 32767; EINVAL
            /// otherwise.
            tcpmaxseg(size: i32) -> i32 = IPPROTO_TCP / TCP_MAXSEG;

            /// Sends small segments at once, without waiting for more to say.
            ///
            /// `TCP_NODELAY`, tcp(7): switches Nagle's algorithm (RFC 896) off.
            tcpnodelay(enable: bool) -> bool = IPPROTO_TCP / TCP_NODELAY;

            /// How many unsent bytes may wait for the socket to still count as sendable.
            ///
            /// `TCP_NOTSENT_LOWAT`, in bytes; 0 is the system's default. Since Linux 3.12.
            tcpnotsentlowat(size: u32) -> u32 = IPPROTO_TCP / TCP_NOTSENT_LOWAT;

            /// Acknowledges at once; the kernel switches back by itself.
            ///
            /// `TCP_QUICKACK`, tcp(7).
            tcpquickack(enable: bool) -> bool = IPPROTO_TCP / TCP_QUICKACK;

            /// How often connect repeats its first segment.
            ///
            /// `TCP_SYNCNT`, tcp(7). 1 to 127, EINVAL otherwise.
            tcpsyncnt(cnt: i32) -> i32 = IPPROTO_TCP / TCP_SYNCNT;

            /// Sets a protocol on top of TCP, such as tls; `""` where there is none.
            ///
            /// `TCP_ULP`. ENOENT for one that is not there, ENOTCONN before the connection is made.
            /// Since Linux 4.13.
            tcpulp(name: Name) -> Name = IPPROTO_TCP / TCP_ULP;

            /// How long sent data may stay unacknowledged before the connection is dropped, in
            /// milliseconds.
            ///
            /// `TCP_USER_TIMEOUT`, tcp(7), RFC 5482. 0 is the system's default. Since Linux 2.6.37.
            tcpusertimeout(msec: i32) -> i32 = IPPROTO_TCP / TCP_USER_TIMEOUT;

            /// The most bytes of the window that TCP offers.
            ///
            /// `TCP_WINDOW_CLAMP`, tcp(7). The kernel raises it to half of the least receive
            /// buffer.
            tcpwindowclamp(size: i32) -> i32 = IPPROTO_TCP / TCP_WINDOW_CLAMP;

            /// Holds datagrams back, to send them as one when uncorked.
            ///
            /// `UDP_CORK`, udp(7).
            udpcork(enable: bool) -> bool = IPPROTO_UDP / UDP_CORK;

            /// Receives several datagrams of one sender as one, whose size a control message tells.
            ///
            /// `UDP_GRO`, udp(7). Since Linux 5.0.
            udpgro(enable: bool) -> bool = IPPROTO_UDP / UDP_GRO;

            /// Cuts what is sent into datagrams of so many bytes; 0 does not.
            ///
            /// `UDP_SEGMENT`, udp(7). Since Linux 4.18.
            udpsegment(size: i32) -> i32 = IPPROTO_UDP / UDP_SEGMENT;

            /// Joins a netlink group, given by its number.
            ///
            /// `NETLINK_ADD_MEMBERSHIP`, netlink(7).
            netlinkjoin(group: i32) -> i32 = SOL_NETLINK / NETLINK_ADD_MEMBERSHIP, write;

            /// Tells when a message to a group found no room.
            ///
            /// `NETLINK_BROADCAST_ERROR`, netlink(7).
            netlinkbroadcasterror(enable: bool) -> bool = SOL_NETLINK / NETLINK_BROADCAST_ERROR;

            /// Leaves the request out of acknowledgements.
            ///
            /// `NETLINK_CAP_ACK`, netlink(7). Since Linux 4.3.
            netlinkcapack(enable: bool) -> bool = SOL_NETLINK / NETLINK_CAP_ACK;

            /// Leaves a netlink group, given by its number.
            ///
            /// `NETLINK_DROP_MEMBERSHIP`, netlink(7).
            netlinkleave(group: i32) -> i32 = SOL_NETLINK / NETLINK_DROP_MEMBERSHIP, write;

            /// Explains in an acknowledgement what was wrong.
            ///
            /// `NETLINK_EXT_ACK`, netlink(7). Since Linux 4.12.
            netlinkextack(enable: bool) -> bool = SOL_NETLINK / NETLINK_EXT_ACK;

            /// Checks the headers of dump requests strictly, and filters by them.
            ///
            /// `NETLINK_GET_STRICT_CHK`. Since Linux 4.20.
            netlinkstrictchk(enable: bool) -> bool = SOL_NETLINK / NETLINK_GET_STRICT_CHK;

            /// Hears all network namespaces that have a number here.
            ///
            /// `NETLINK_LISTEN_ALL_NSID`, netlink(7). EPERM without CAP_NET_BROADCAST. Since Linux
            /// 4.2.
            netlinklistenallnsid(enable: bool) -> bool = SOL_NETLINK / NETLINK_LISTEN_ALL_NSID;

            /// Drops messages silently that find no room, instead of answering ENOBUFS.
            ///
            /// `NETLINK_NO_ENOBUFS`, netlink(7).
            netlinknoenobufs(enable: bool) -> bool = SOL_NETLINK / NETLINK_NO_ENOBUFS;

            /// Tells the group of a message, in a control message.
            ///
            /// `NETLINK_PKTINFO`, netlink(7).
            netlinkpktinfo(enable: bool) -> bool = SOL_NETLINK / NETLINK_PKTINFO;
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
        /// The options. Each sets the value and gives it back, or asks the kernel for it.
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
