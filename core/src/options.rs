//! The table: each socket option, defined once.

use crate::option::Place;
use crate::{Result, Seconds, Size, Socket, Spec, option};

/// Hands every socket option to the macro `$emit`, one row each.
///
/// A row is a method's signature and, after the `=`, where the kernel keeps the value:
///
/// ```text
/// /// documentation
/// name(argument: type) -> type = level / option;
/// name(argument: type) -> type = level / option | level6 / option6;
/// ```
///
/// A row without an argument can only be read. The second form asks the socket's family: an IPv4
/// socket has the first place, an IPv6 socket the second. Types are `bool`, `i32`,
/// [`Size`](crate::Size) and [`Seconds`](crate::Seconds). The rows stand in the order of levels,
/// then of C names.
#[macro_export]
macro_rules! for_each_option {
    ($emit:ident) => {
        $emit! {
            /// Tells whether the socket listens.
            ///
            /// `SO_ACCEPTCONN`, socket(7).
            acceptconn() -> bool = SOL_SOCKET / SO_ACCEPTCONN;

            /// Allows datagrams to a broadcast address.
            ///
            /// `SO_BROADCAST`, socket(7). Datagram sockets only; without it such a send is EACCES.
            broadcast(enable: bool) -> bool = SOL_SOCKET / SO_BROADCAST;

            /// Switches debugging in the protocol's code.
            ///
            /// `SO_DEBUG`, socket(7). Needs CAP_NET_ADMIN: EACCES without.
            debug(enable: bool) -> bool = SOL_SOCKET / SO_DEBUG;

            /// Sends to directly connected hosts only, past all gateways.
            ///
            /// `SO_DONTROUTE`, socket(7).
            dontroute(enable: bool) -> bool = SOL_SOCKET / SO_DONTROUTE;

            /// Gives the pending error's number, 0 for none, and clears it.
            ///
            /// `SO_ERROR`, socket(7). After a non-blocking connect has become sendable, this says
            /// how it ended.
            error() -> i32 = SOL_SOCKET / SO_ERROR;

            /// Probes an idle connection, to find a peer that is gone.
            ///
            /// `SO_KEEPALIVE`, socket(7); how often, say tcpkeepidle, tcpkeepintvl and tcpkeepcnt.
            keepalive(enable: bool) -> bool = SOL_SOCKET / SO_KEEPALIVE;

            /// Leaves out-of-band data in the stream, for recv without MSG_OOB.
            ///
            /// `SO_OOBINLINE`, socket(7).
            oobinline(enable: bool) -> bool = SOL_SOCKET / SO_OOBINLINE;

            /// The most bytes that may wait to be received.
            ///
            /// `SO_RCVBUF`, socket(7). Linux books twice the number that is set, at least 2304, at
            /// most twice net.core.rmem_max, and answers with what it booked. EINVAL below 0.
            rcvbuf(size: Size) -> Size = SOL_SOCKET / SO_RCVBUF;

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

            /// The most bytes that may wait to be sent.
            ///
            /// `SO_SNDBUF`, socket(7). Linux books twice the number that is set, at least 4608, at
            /// most twice net.core.wmem_max, and answers with what it booked. EINVAL below 0.
            sndbuf(size: Size) -> Size = SOL_SOCKET / SO_SNDBUF;

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

            /// Brings multicast datagrams that this host sends back to its own members.
            ///
            /// `IP_MULTICAST_LOOP`, ip(7), on the sending socket; `IPV6_MULTICAST_LOOP`, ipv6(7).
            mcastloop(enable: bool) -> bool =
                IPPROTO_IP / IP_MULTICAST_LOOP | IPPROTO_IPV6 / IPV6_MULTICAST_LOOP;

            /// How many hops a multicast datagram may travel: 0 stays on the host, 1 on the link.
            ///
            /// `IP_MULTICAST_TTL`, ip(7); `IPV6_MULTICAST_HOPS`, ipv6(7). 0 to 255, or -1 for the
            /// default of 1; EINVAL otherwise.
            mcastttl(ttl: i32) -> i32 =
                IPPROTO_IP / IP_MULTICAST_TTL | IPPROTO_IPV6 / IPV6_MULTICAST_HOPS;

            /// Holds small segments back until uncorked, full, or 200 ms old.
            ///
            /// `TCP_CORK`, tcp(7); `TCP_NOPUSH` on the BSDs.
            tcpcork(enable: bool) -> bool = IPPROTO_TCP / TCP_CORK;

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

            /// Sends small segments at once, without waiting for more to say.
            ///
            /// `TCP_NODELAY`, tcp(7): switches Nagle's algorithm (RFC 896) off.
            tcpnodelay(enable: bool) -> bool = IPPROTO_TCP / TCP_NODELAY;
        }
    };
}

macro_rules! define {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident($($arg:ident: $new:ty)?) -> $ty:ty =
            $level:ident / $optname:ident $(| $level6:ident / $optname6:ident)?;
    )+) => {
        /// The options. Each sets the value and gives it back, or asks the kernel for it.
        impl Socket {
            $(
                $(#[doc = $doc])+
                pub fn $name(&self $(, $arg: Option<$new>)?) -> Result<$ty> {
                    let place = const { Place::of(stringify!($level), stringify!($optname)) };
                    $(
                        let place6 = const { Place::of(stringify!($level6), stringify!($optname6)) };
                        let place = self.by_family(place, place6);
                    )?
                    option::exchange(self, place, None::<$ty>$(.or($arg))?)
                }
            )+
        }

        /// Every option, in the table's order.
        pub static OPTIONS: &[Spec] = &[$(Spec {
            name: stringify!($name),
            args: &[$(stringify!($arg))?],
            kind: <$ty as option::Value>::KIND,
            source: &[
                concat!(stringify!($level), "/", stringify!($optname)),
                $(concat!(stringify!($level6), "/", stringify!($optname6)),)?
            ],
            doc: concat!($($doc, "\n"),+),
        }),+];
    };
}

for_each_option!(define);
