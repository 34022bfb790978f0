//! The table of methods that are no more than a call of the core.

/// Hands every method of a socket that only asks or sets something to the macro `$emit`, one row
/// each.
///
/// A row is the method's signature. The core's method of that name has these parameters and returns
/// a [`Result`](crate::Result) of the type behind the arrow:
///
/// ```text
/// name(argument: type, ... [, argument: type, ...]) -> type;
/// name({argument: type}) -> type;
/// ```
///
/// Arguments in brackets are optional: `Option<type>` for the core's method. One in braces is what is set;
/// without it the method asks, and `nil` or `None` does not stand for its absence. A type is one of the
/// core's, or one that each binding has by its name: `Group` is the address of a multicast group, of a
/// source or of a peer, `Octets` are bytes, and `OptionValue` is the value of an option without a method.
///
/// A method that may wait, that gives a socket to the language, or whose errors tell an address in Python, is
/// written in each binding.
#[macro_export]
macro_rules! for_each_method {
    ($emit:ident) => {
        $emit! {
            shutdown([flag: i32]) -> ();
            cloexec({enable: bool}) -> bool;
            nonblock({enable: bool}) -> bool;

            getsockname() -> AddrInfo;
            getpeername() -> AddrInfo;
            disconnect() -> ();
            listen([backlog: Backlog]) -> ();

            atmark() -> bool;
            inq() -> i32;
            outq() -> i32;

            linger({sec: i32}) -> i32;
            txtime({clockid: i32} [, flags: u32]) -> TxTime;
            unicastif({interface: Interface}) -> Interface;
            localportrange({range: [u16; 2]}) -> [u16; 2];
            options({options: Octets}) -> OptionBytes;
            hopopts({header: Octets}) -> OptionBytes;
            dstopts({header: Octets}) -> OptionBytes;
            rthdr({header: Octets}) -> OptionBytes;
            rthdrdstopts({header: Octets}) -> OptionBytes;
            flowlabel([flags: u16]) -> FlowLabel;
            flowlabelget(addr: Group [, label: u32, share: u16, flags: u16]) -> u32;
            flowlabelput(label: u32) -> ();
            flowlabelrenew(label: u32 [, linger: u16, expires: u16]) -> ();
            tcpfastopenkey({key: Octets}) -> OptionBytes;
            tcpmd5sig(addr: Group, key: Octets [, prefixlen: i32, interface: Interface]) -> ();
            packetfanout({id: u16} [, mode: u16, flags: u16]) -> Fanout;
            mcastif({interface: Interface}) -> Interface;
            mcastjoin(group: Group [, interface: Interface]) -> ();
            mcastleave(group: Group [, interface: Interface]) -> ();
            mcastjoinsrc(group: Group, source: Group [, interface: Interface]) -> ();
            mcastleavesrc(group: Group, source: Group [, interface: Interface]) -> ();
            mcastblocksrc(group: Group, source: Group [, interface: Interface]) -> ();
            mcastunblocksrc(group: Group, source: Group [, interface: Interface]) -> ();
            msfilter(
                group: Group [, interface: Interface, mode: i32, sources: Sources]
            ) -> MsFilter;

            tcpinfo() -> Fields;
            tcpccinfo() -> Fields;
            tcpsavedsyn() -> OptionBytes;
            mptcpinfo() -> Fields;
            mptcptcpinfo() -> Vec<Fields>;
            mptcpsubflowaddrs() -> Vec<SubflowAddrs>;
            mptcpfullinfo() -> MptcpFullInfo;
            meminfo() -> Fields;
            peercred() -> Fields;
            peergroups() -> Vec<u32>;
            peersec() -> SecurityContext;
            peerpidfd() -> OwnedFd;
            originaldst() -> AddrInfo;
            pathmtu() -> MtuInfo;
            packetstatistics() -> Fields;
            getsockopt(level: i32, name: i32 [, size: i64]) -> RawValue<'static>;
            setsockopt(level: i32, name: i32, value: OptionValue) -> ();

            attachfilter([program: BpfProgram]) -> Vec<SockFilter>;
            detachfilter() -> bool;
            reuseportcbpf(program: BpfProgram) -> Vec<SockFilter>;
        }
    };
}
