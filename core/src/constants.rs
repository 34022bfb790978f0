//! The table of constants of the system's headers.

/// Hands every constant to the macro `$emit`, in one invocation.
///
/// The table is a list of blocks. A block is headed by the `cfg` of the systems that it is for, and
/// holds rows; a system takes part in every block that admits it, and no two of those have a name in
/// common. A row is a name, whose value is that of the libc crate, or, where that crate lacks the name
/// or shows another number than the headers do, `NAME = value` under a comment that says which
/// header has it. A value is an `i64` that equals what the name stands for in C: what is unsigned
/// there is never negative here.
///
/// One pattern takes it all:
///
/// ```
/// macro_rules! names {
///     ($(#[$systems:meta] { $($name:ident $(= $value:literal)?)+ })+) => {
///         &[$($(#[$systems] stringify!($name),)+)+]
///     };
/// }
/// let names: &[&str] = llsocket_core::for_each_constant!(names);
/// assert!(names.contains(&"AF_INET6"));
/// ```
#[macro_export]
macro_rules! for_each_constant {
    ($emit:ident) => {
        $emit! {
            // Every system.
            #[cfg(unix)] {
                // Address families.
                AF_APPLETALK
                AF_DECnet
                AF_INET
                AF_INET6
                AF_IPX
                AF_ISDN
                AF_LOCAL
                AF_ROUTE
                AF_SNA
                AF_UNIX
                AF_UNSPEC

                // Socket types, and the flags that go with them.
                SOCK_DGRAM
                SOCK_RAW
                SOCK_RDM
                SOCK_SEQPACKET
                SOCK_STREAM

                // Protocols.
                IPPROTO_AH
                IPPROTO_DSTOPTS
                IPPROTO_EGP
                IPPROTO_ENCAP
                IPPROTO_ESP
                IPPROTO_FRAGMENT
                IPPROTO_GRE
                IPPROTO_HOPOPTS
                IPPROTO_ICMP
                IPPROTO_ICMPV6
                IPPROTO_IDP
                IPPROTO_IGMP
                IPPROTO_IP
                IPPROTO_IPIP
                IPPROTO_IPV6
                IPPROTO_MAX
                IPPROTO_NONE
                IPPROTO_PIM
                IPPROTO_PUP
                IPPROTO_RAW
                IPPROTO_ROUTING
                IPPROTO_RSVP
                IPPROTO_TCP
                IPPROTO_TP
                IPPROTO_UDP

                // Ends of a shutdown.
                SHUT_RD
                SHUT_RDWR
                SHUT_WR

                // The longest backlog.
                SOMAXCONN

                // Message flags.
                MSG_CTRUNC
                MSG_DONTROUTE
                MSG_DONTWAIT
                MSG_EOR
                MSG_NOSIGNAL
                MSG_OOB
                MSG_PEEK
                MSG_TRUNC
                MSG_WAITALL

                // Types of control messages.
                SCM_RIGHTS
                SCM_TIMESTAMP

                // Option levels.
                SOL_SOCKET

                // Options at the level of the socket.
                SO_ACCEPTCONN
                SO_BROADCAST
                SO_DEBUG
                SO_DONTROUTE
                SO_ERROR
                SO_KEEPALIVE
                SO_LINGER
                SO_OOBINLINE
                SO_RCVBUF
                SO_RCVLOWAT
                SO_RCVTIMEO
                SO_REUSEADDR
                SO_REUSEPORT
                SO_SNDBUF
                SO_SNDLOWAT
                SO_SNDTIMEO
                SO_TIMESTAMP
                SO_TYPE

                // IPv4 addresses.
                INADDR_ANY
                INADDR_BROADCAST
                INADDR_LOOPBACK
                INADDR_NONE

                // Values of IP_TOS.
                IPTOS_ECN_CE
                IPTOS_ECN_ECT0
                IPTOS_ECN_ECT1
                IPTOS_ECN_MASK

                // IPv4.
                IP_ADD_MEMBERSHIP
                IP_DROP_MEMBERSHIP
                IP_HDRINCL
                IP_MULTICAST_IF
                IP_MULTICAST_LOOP
                IP_MULTICAST_TTL
                IP_TOS
                IP_TTL

                // IPv6.
                IPV6_DONTFRAG
                IPV6_MULTICAST_HOPS
                IPV6_MULTICAST_IF
                IPV6_MULTICAST_LOOP
                IPV6_PKTINFO
                IPV6_RECVPKTINFO
                IPV6_RECVTCLASS
                IPV6_TCLASS
                IPV6_UNICAST_HOPS
                IPV6_V6ONLY

                // TCP.
                TCP_MAXSEG
                TCP_NODELAY

                // Interface flags.
                IFF_ALLMULTI
                IFF_BROADCAST
                IFF_DEBUG
                IFF_LOOPBACK
                IFF_MULTICAST
                IFF_NOARP
                IFF_POINTOPOINT
                IFF_PROMISC
                IFF_RUNNING
                IFF_UP

                // Flags of getaddrinfo.
                AI_ADDRCONFIG
                AI_CANONNAME
                AI_NUMERICHOST
                AI_NUMERICSERV
                AI_PASSIVE

                // Errors of getaddrinfo.
                EAI_AGAIN
                EAI_BADFLAGS
                EAI_FAIL
                EAI_FAMILY
                EAI_MEMORY
                EAI_NONAME
                EAI_OVERFLOW
                EAI_SERVICE
                EAI_SOCKTYPE
                EAI_SYSTEM

                // Flags of getnameinfo.
                NI_DGRAM
                NI_MAXHOST
                NI_NAMEREQD
                NI_NOFQDN
                NI_NUMERICHOST
                NI_NUMERICSERV

                // poll.
                POLLERR
                POLLHUP
                POLLIN
                POLLNVAL
                POLLOUT
                POLLPRI
                POLLRDBAND
                POLLRDNORM
                POLLWRBAND
                POLLWRNORM

                // Errors.
                E2BIG
                EACCES
                EADDRINUSE
                EADDRNOTAVAIL
                EAFNOSUPPORT
                EAGAIN
                EALREADY
                EBADF
                EBADMSG
                EBUSY
                ECANCELED
                ECHILD
                ECONNABORTED
                ECONNREFUSED
                ECONNRESET
                EDEADLK
                EDESTADDRREQ
                EDOM
                EDQUOT
                EEXIST
                EFAULT
                EFBIG
                EHOSTDOWN
                EHOSTUNREACH
                EIDRM
                EILSEQ
                EINPROGRESS
                EINTR
                EINVAL
                EIO
                EISCONN
                EISDIR
                ELOOP
                EMFILE
                EMLINK
                EMSGSIZE
                ENAMETOOLONG
                ENETDOWN
                ENETRESET
                ENETUNREACH
                ENFILE
                ENOBUFS
                ENODEV
                ENOENT
                ENOEXEC
                ENOLCK
                ENOMEM
                ENOMSG
                ENOPROTOOPT
                ENOSPC
                ENOSYS
                ENOTBLK
                ENOTCONN
                ENOTDIR
                ENOTEMPTY
                ENOTRECOVERABLE
                ENOTSOCK
                ENOTTY
                ENXIO
                EOPNOTSUPP
                EOVERFLOW
                EOWNERDEAD
                EPERM
                EPFNOSUPPORT
                EPIPE
                EPROTO
                EPROTONOSUPPORT
                EPROTOTYPE
                ERANGE
                EREMOTE
                EROFS
                ESHUTDOWN
                ESOCKTNOSUPPORT
                ESPIPE
                ESRCH
                ESTALE
                ETIMEDOUT
                ETOOMANYREFS
                ETXTBSY
                EUSERS
                EXDEV
                // Second names of errors above.
                ENOTSUP
                EWOULDBLOCK
            }

            // Linux.
            #[cfg(target_os = "linux")] {
                // Address families.
                AF_ALG
                AF_ASH
                AF_ATMPVC
                AF_ATMSVC
                AF_AX25
                AF_BLUETOOTH
                AF_BRIDGE
                AF_CAIF
                AF_CAN
                AF_ECONET
                AF_IB
                AF_IEEE802154
                AF_IRDA
                AF_IUCV
                AF_KEY
                AF_LLC
                AF_MPLS
                AF_NETBEUI
                AF_NETLINK
                AF_NETROM
                AF_NFC
                AF_PACKET
                AF_PHONET
                AF_PPPOX
                AF_RDS
                AF_ROSE
                AF_RXRPC
                AF_SECURITY
                AF_TIPC
                AF_VSOCK
                AF_WANPIPE
                AF_X25
                AF_XDP
                // sys/socket.h:
                AF_FILE = 1
                AF_KCM = 41
                AF_MCTP = 45
                AF_QIPCRTR = 42
                AF_SMC = 43

                // Socket types, and the flags that go with them.
                SOCK_CLOEXEC
                SOCK_DCCP
                SOCK_NONBLOCK
                // linux/socket.h:
                SOCK_BUF_LOCK_MASK = 3
                SOCK_RCVBUF_LOCK = 2
                SOCK_SNDBUF_LOCK = 1
                SOCK_TXREHASH_DEFAULT = 255
                SOCK_TXREHASH_DISABLED = 0
                SOCK_TXREHASH_ENABLED = 1
                // linux/sock_diag.h:
                SOCK_DESTROY = 21
                SOCK_DIAG_BY_FAMILY = 20
                // linux/sockios.h:
                SOCK_IOC_TYPE = 0x89
                // sys/socket.h; libc deprecates it:
                SOCK_PACKET = 10

                // Protocols.
                IPPROTO_BEETPH
                IPPROTO_COMP
                IPPROTO_DCCP
                IPPROTO_ETHERNET
                IPPROTO_MH
                IPPROTO_MPLS
                IPPROTO_MPTCP
                IPPROTO_MTP
                IPPROTO_SCTP
                IPPROTO_UDPLITE
                // linux/in.h:
                IPPROTO_L2TP = 115
                // linux/in.h of Linux 6.11:
                IPPROTO_SMC = 256

                // Message flags.
                MSG_CMSG_CLOEXEC
                MSG_CONFIRM
                MSG_ERRQUEUE
                MSG_FASTOPEN
                MSG_FIN
                MSG_MORE
                MSG_NOTIFICATION
                MSG_RST
                MSG_SYN
                MSG_WAITFORONE
                MSG_ZEROCOPY
                // sys/socket.h:
                MSG_BATCH = 0x4_0000
                MSG_PROXY = 0x10
                MSG_TRYHARD = 0x4
                // linux/socket.h of the kernel itself:

                // Types of control messages.
                SCM_CREDENTIALS
                SCM_DEVMEM_DMABUF
                SCM_DEVMEM_LINEAR
                SCM_J1939_DEST_ADDR
                SCM_J1939_DEST_NAME
                SCM_J1939_ERRQUEUE
                SCM_J1939_PRIO
                SCM_TIMESTAMPING
                SCM_TIMESTAMPING_OPT_STATS
                SCM_TIMESTAMPING_PKTINFO
                SCM_TIMESTAMPNS
                SCM_TXTIME
                SCM_WIFI_STATUS
                // netiucv/iucv.h:
                SCM_IUCV_TRGCLS = 1
                // linux/errqueue.h:
                SCM_TSTAMP_ACK = 2
                SCM_TSTAMP_SCHED = 1
                SCM_TSTAMP_SND = 0
                // linux/can/raw.h:
                SCM_CAN_RAW_ERRQUEUE = 1
                // linux/errqueue.h of Linux 6.15:
                SCM_TSTAMP_COMPLETION = 3
                // sys/socket.h of glibc 2.39:
                SCM_PIDFD = 4
                SCM_SECURITY = 3

                // Option levels.
                SOL_AAL
                SOL_ALG
                SOL_ATM
                SOL_BLUETOOTH
                SOL_CAN_BASE
                SOL_CAN_J1939
                SOL_CAN_RAW
                SOL_DCCP
                SOL_DECNET
                SOL_ICMPV6
                SOL_IP
                SOL_IPV6
                SOL_IRDA
                SOL_LLC
                SOL_NETBEUI
                SOL_NETLINK
                SOL_PACKET
                SOL_RAW
                SOL_TCP
                SOL_TIPC
                SOL_TLS
                SOL_UDP
                SOL_X25
                SOL_XDP
                // sys/socket.h:
                SOL_CAIF = 278
                SOL_IUCV = 277
                SOL_KCM = 281
                SOL_MCTP = 285
                SOL_MPTCP = 284
                SOL_NFC = 280
                SOL_PNPIPE = 275
                SOL_PPPOL2TP = 273
                SOL_RDS = 276
                SOL_RXRPC = 272
                SOL_SMC = 286
                // netatalk/at.h:
                SOL_ATALK = 258
                // netax25/ax25.h:
                SOL_AX25 = 257
                // netipx/ipx.h:
                SOL_IPX = 256
                // netrom/netrom.h:
                SOL_NETROM = 259
                // netrose/rose.h:
                SOL_ROSE = 260
                // linux/vm_sockets.h:
                SOL_VSOCK = 287
                // linux/can/isotp.h:
                SOL_CAN_ISOTP = 106

                // Extended errors: origins and codes.
                SO_EE_ORIGIN_ICMP
                SO_EE_ORIGIN_ICMP6
                SO_EE_ORIGIN_LOCAL
                SO_EE_ORIGIN_NONE
                SO_EE_ORIGIN_TIMESTAMPING
                SO_EE_ORIGIN_TXSTATUS
                // linux/errqueue.h:
                SO_EE_CODE_TXTIME_INVALID_PARAM = 1
                SO_EE_CODE_TXTIME_MISSED = 2
                SO_EE_CODE_ZEROCOPY_COPIED = 1
                SO_EE_ORIGIN_TXTIME = 6
                SO_EE_ORIGIN_ZEROCOPY = 5
                SO_EE_RFC4884_FLAG_INVALID = 1

                // vsock.
                VMADDR_CID_ANY
                VMADDR_CID_HOST
                VMADDR_CID_HYPERVISOR
                VMADDR_CID_LOCAL
                VMADDR_PORT_ANY
                // linux/vm_sockets.h:
                SO_VM_SOCKETS_BUFFER_MAX_SIZE = 2
                SO_VM_SOCKETS_BUFFER_MIN_SIZE = 1
                SO_VM_SOCKETS_BUFFER_SIZE = 0
                SO_VM_SOCKETS_CONNECT_TIMEOUT = 6
                SO_VM_SOCKETS_CONNECT_TIMEOUT_NEW = 8
                SO_VM_SOCKETS_CONNECT_TIMEOUT_OLD = 6
                SO_VM_SOCKETS_NONBLOCK_TXRX = 7
                SO_VM_SOCKETS_PEER_HOST_VM_ID = 3
                SO_VM_SOCKETS_TRUSTED = 5
                VMADDR_FLAG_TO_HOST = 1

                // Options at the level of the socket.
                SO_ATTACH_BPF
                SO_ATTACH_FILTER
                SO_ATTACH_REUSEPORT_CBPF
                SO_ATTACH_REUSEPORT_EBPF
                SO_BINDTODEVICE
                SO_BINDTOIFINDEX
                SO_BPF_EXTENSIONS
                SO_BSDCOMPAT
                SO_BUF_LOCK
                SO_BUSY_POLL
                SO_BUSY_POLL_BUDGET
                SO_CNX_ADVICE
                SO_COOKIE
                SO_DETACH_BPF
                SO_DETACH_FILTER
                SO_DETACH_REUSEPORT_BPF
                SO_DEVMEM_DMABUF
                SO_DEVMEM_DONTNEED
                SO_DEVMEM_LINEAR
                SO_DOMAIN
                SO_GET_FILTER
                SO_INCOMING_CPU
                SO_INCOMING_NAPI_ID
                SO_J1939_ERRQUEUE
                SO_J1939_FILTER
                SO_J1939_PROMISC
                SO_J1939_SEND_PRIO
                SO_LOCK_FILTER
                SO_MARK
                SO_MAX_PACING_RATE
                SO_MEMINFO
                SO_NETNS_COOKIE
                SO_NO_CHECK
                SO_NOFCS
                SO_ORIGINAL_DST
                SO_PASSCRED
                SO_PASSPIDFD
                SO_PASSSEC
                SO_PEEK_OFF
                SO_PEERCRED
                SO_PEERGROUPS
                SO_PEERNAME
                SO_PEERPIDFD
                SO_PEERSEC
                SO_PREFER_BUSY_POLL
                SO_PRIORITY
                SO_PROTOCOL
                SO_RCVBUFFORCE
                SO_RCVMARK
                SO_RESERVE_MEM
                SO_RXQ_OVFL
                SO_SECURITY_AUTHENTICATION
                SO_SECURITY_ENCRYPTION_NETWORK
                SO_SECURITY_ENCRYPTION_TRANSPORT
                SO_SELECT_ERR_QUEUE
                SO_SNDBUFFORCE
                SO_TIMESTAMPING
                SO_TIMESTAMPNS
                SO_TXREHASH
                SO_TXTIME
                SO_WIFI_STATUS
                SO_ZEROCOPY
                // netiucv/iucv.h:
                SO_IPRMDATA_MSG = 0x80
                SO_MSGLIMIT = 0x1000
                SO_MSGSIZE = 0x800
                // linux/rds.h:
                SO_RDS_MSG_RXPATH_LATENCY = 10
                SO_RDS_TRANSPORT = 8
                // linux/atm.h:
                SO_ATMPVC = 0x4204_000c
                SO_ATMQOS = 0x4202_0054
                SO_ATMSAP = 0x4203_0028
                SO_MULTIPOINT = 0x4205_0004
                SO_SETCLP = 0x4200_0004

                // Flags of SO_TIMESTAMPING.
                SOF_TIMESTAMPING_BIND_PHC
                SOF_TIMESTAMPING_OPT_CMSG
                SOF_TIMESTAMPING_OPT_ID
                SOF_TIMESTAMPING_OPT_ID_TCP
                SOF_TIMESTAMPING_OPT_PKTINFO
                SOF_TIMESTAMPING_OPT_RX_FILTER
                SOF_TIMESTAMPING_OPT_STATS
                SOF_TIMESTAMPING_OPT_TSONLY
                SOF_TIMESTAMPING_OPT_TX_SWHW
                SOF_TIMESTAMPING_RAW_HARDWARE
                SOF_TIMESTAMPING_RX_HARDWARE
                SOF_TIMESTAMPING_RX_SOFTWARE
                SOF_TIMESTAMPING_SOFTWARE
                SOF_TIMESTAMPING_SYS_HARDWARE
                SOF_TIMESTAMPING_TX_ACK
                SOF_TIMESTAMPING_TX_HARDWARE
                SOF_TIMESTAMPING_TX_SCHED
                SOF_TIMESTAMPING_TX_SOFTWARE
                // linux/net_tstamp.h:
                SOF_TIMESTAMPING_TX_RECORD_MASK = 0x303
                // linux/net_tstamp.h of Linux 6.15:
                SOF_TIMESTAMPING_TX_COMPLETION = 0x4_0000

                // Flags of SO_TXTIME.
                SOF_TXTIME_DEADLINE_MODE
                SOF_TXTIME_REPORT_ERRORS

                // IPv4 addresses: netinet/in.h.
                INADDR_ALLHOSTS_GROUP = 0xe000_0001
                INADDR_ALLRTRS_GROUP = 0xe000_0002
                INADDR_ALLSNOOPERS_GROUP = 0xe000_006a
                INADDR_DUMMY = 0xc000_0008
                INADDR_MAX_LOCAL_GROUP = 0xe000_00ff
                INADDR_UNSPEC_GROUP = 0xe000_0000

                // Values of IP_TOS.
                IPTOS_ECN_NOT_ECT
                IPTOS_LOWDELAY
                IPTOS_MINCOST
                IPTOS_PREC_CRITIC_ECP
                IPTOS_PREC_FLASH
                IPTOS_PREC_FLASHOVERRIDE
                IPTOS_PREC_IMMEDIATE
                IPTOS_PREC_INTERNETCONTROL
                IPTOS_PREC_MASK
                IPTOS_PREC_NETCONTROL
                IPTOS_PREC_PRIORITY
                IPTOS_PREC_ROUTINE
                IPTOS_RELIABILITY
                IPTOS_THROUGHPUT
                IPTOS_TOS_MASK
                // netinet/ip.h:
                IPTOS_CLASS_CS0 = 0x0
                IPTOS_CLASS_CS1 = 0x20
                IPTOS_CLASS_CS2 = 0x40
                IPTOS_CLASS_CS3 = 0x60
                IPTOS_CLASS_CS4 = 0x80
                IPTOS_CLASS_CS5 = 0xa0
                IPTOS_CLASS_CS6 = 0xc0
                IPTOS_CLASS_CS7 = 0xe0
                IPTOS_CLASS_DEFAULT = 0x0
                IPTOS_CLASS_MASK = 0xe0
                IPTOS_DSCP_AF11 = 0x28
                IPTOS_DSCP_AF12 = 0x30
                IPTOS_DSCP_AF13 = 0x38
                IPTOS_DSCP_AF21 = 0x48
                IPTOS_DSCP_AF22 = 0x50
                IPTOS_DSCP_AF23 = 0x58
                IPTOS_DSCP_AF31 = 0x68
                IPTOS_DSCP_AF32 = 0x70
                IPTOS_DSCP_AF33 = 0x78
                IPTOS_DSCP_AF41 = 0x88
                IPTOS_DSCP_AF42 = 0x90
                IPTOS_DSCP_AF43 = 0x98
                IPTOS_DSCP_EF = 0xb8
                IPTOS_DSCP_MASK = 0xfc
                IPTOS_LOWCOST = 0x2

                // IPv4.
                IP_ADD_SOURCE_MEMBERSHIP
                IP_BIND_ADDRESS_NO_PORT
                IP_BLOCK_SOURCE
                IP_CHECKSUM
                IP_DEFAULT_MULTICAST_LOOP
                IP_DEFAULT_MULTICAST_TTL
                IP_DROP_SOURCE_MEMBERSHIP
                IP_FREEBIND
                IP_IPSEC_POLICY
                IP_MINTTL
                IP_MSFILTER
                IP_MTU
                IP_MTU_DISCOVER
                IP_MULTICAST_ALL
                IP_NODEFRAG
                IP_OPTIONS
                IP_ORIGDSTADDR
                IP_PASSSEC
                IP_PKTINFO
                IP_PKTOPTIONS
                IP_PMTUDISC_DO
                IP_PMTUDISC_DONT
                IP_PMTUDISC_INTERFACE
                IP_PMTUDISC_OMIT
                IP_PMTUDISC_PROBE
                IP_PMTUDISC_WANT
                IP_RECVERR
                IP_RECVFRAGSIZE
                IP_RECVOPTS
                IP_RECVORIGDSTADDR
                IP_RECVTOS
                IP_RECVTTL
                IP_RETOPTS
                IP_ROUTER_ALERT
                IP_TRANSPARENT
                IP_UNBLOCK_SOURCE
                IP_UNICAST_IF
                IP_XFRM_POLICY
                // netinet/in.h:
                IP_MAX_MEMBERSHIPS = 20
                IP_PMTUDISC = 10
                IP_RECVERR_RFC4884 = 26
                IP_RECVRETOPTS = 7
                // netinet/ip.h:
                IP_DF = 0x4000
                IP_MAXPACKET = 65535
                IP_MF = 0x2000
                IP_MSS = 576
                IP_OFFMASK = 0x1fff
                IP_RF = 0x8000
                // linux/in.h:
                IP_LOCAL_PORT_RANGE = 51
                IP_PROTOCOL = 52

                // Multicast of both families.
                MCAST_BLOCK_SOURCE
                MCAST_EXCLUDE
                MCAST_INCLUDE
                MCAST_JOIN_GROUP
                MCAST_JOIN_SOURCE_GROUP
                MCAST_LEAVE_GROUP
                MCAST_LEAVE_SOURCE_GROUP
                MCAST_MSFILTER
                MCAST_UNBLOCK_SOURCE

                // IPv6.
                IPV6_2292DSTOPTS
                IPV6_2292HOPLIMIT
                IPV6_2292HOPOPTS
                IPV6_2292PKTINFO
                IPV6_2292PKTOPTIONS
                IPV6_2292RTHDR
                IPV6_ADD_MEMBERSHIP
                IPV6_ADDR_PREFERENCES
                IPV6_ADDRFORM
                IPV6_AUTHHDR
                IPV6_AUTOFLOWLABEL
                IPV6_CHECKSUM
                IPV6_DROP_MEMBERSHIP
                IPV6_DSTOPTS
                IPV6_FLOWINFO
                IPV6_FLOWINFO_FLOWLABEL
                IPV6_FLOWINFO_PRIORITY
                IPV6_FLOWINFO_SEND
                IPV6_FLOWLABEL_MGR
                IPV6_FREEBIND
                IPV6_HDRINCL
                IPV6_HOPLIMIT
                IPV6_HOPOPTS
                IPV6_IPSEC_POLICY
                IPV6_JOIN_ANYCAST
                IPV6_LEAVE_ANYCAST
                IPV6_MINHOPCOUNT
                IPV6_MTU
                IPV6_MTU_DISCOVER
                IPV6_MULTICAST_ALL
                IPV6_NEXTHOP
                IPV6_ORIGDSTADDR
                IPV6_PATHMTU
                IPV6_PMTUDISC_DO
                IPV6_PMTUDISC_DONT
                IPV6_PMTUDISC_INTERFACE
                IPV6_PMTUDISC_OMIT
                IPV6_PMTUDISC_PROBE
                IPV6_PMTUDISC_WANT
                IPV6_PREFER_SRC_CGA
                IPV6_PREFER_SRC_COA
                IPV6_PREFER_SRC_HOME
                IPV6_PREFER_SRC_NONCGA
                IPV6_PREFER_SRC_PUBLIC
                IPV6_PREFER_SRC_PUBTMP_DEFAULT
                IPV6_PREFER_SRC_TMP
                IPV6_RECVDSTOPTS
                IPV6_RECVERR
                IPV6_RECVFRAGSIZE
                IPV6_RECVHOPLIMIT
                IPV6_RECVHOPOPTS
                IPV6_RECVORIGDSTADDR
                IPV6_RECVPATHMTU
                IPV6_RECVRTHDR
                IPV6_ROUTER_ALERT
                IPV6_ROUTER_ALERT_ISOLATE
                IPV6_RTHDR
                IPV6_RTHDR_LOOSE
                IPV6_RTHDR_STRICT
                IPV6_RTHDRDSTOPTS
                IPV6_TRANSPARENT
                IPV6_UNICAST_IF
                IPV6_XFRM_POLICY
                // netinet/in.h:
                IPV6_JOIN_GROUP = 20
                IPV6_LEAVE_GROUP = 21
                IPV6_RECVERR_RFC4884 = 31
                IPV6_RTHDR_TYPE_0 = 0
                IPV6_RXDSTOPTS = 59
                IPV6_RXHOPOPTS = 54
                // linux/in6.h:
                IPV6_FL_A_GET = 0x0
                IPV6_FL_A_PUT = 0x1
                IPV6_FL_A_RENEW = 0x2
                IPV6_FL_F_CREATE = 0x1
                IPV6_FL_F_EXCL = 0x2
                IPV6_FL_F_REFLECT = 0x4
                IPV6_FL_F_REMOTE = 0x8
                IPV6_FL_S_ANY = 0xff
                IPV6_FL_S_EXCL = 0x1
                IPV6_FL_S_NONE = 0x0
                IPV6_FL_S_PROCESS = 0x2
                IPV6_FL_S_USER = 0x3
                IPV6_PRIORITY_10 = 0xa00
                IPV6_PRIORITY_11 = 0xb00
                IPV6_PRIORITY_12 = 0xc00
                IPV6_PRIORITY_13 = 0xd00
                IPV6_PRIORITY_14 = 0xe00
                IPV6_PRIORITY_15 = 0xf00
                IPV6_PRIORITY_8 = 0x800
                IPV6_PRIORITY_9 = 0x900
                IPV6_PRIORITY_BULK = 0x400
                IPV6_PRIORITY_CONTROL = 0x700
                IPV6_PRIORITY_FILLER = 0x100
                IPV6_PRIORITY_INTERACTIVE = 0x600
                IPV6_PRIORITY_RESERVED1 = 0x300
                IPV6_PRIORITY_RESERVED2 = 0x500
                IPV6_PRIORITY_UNATTENDED = 0x200
                IPV6_PRIORITY_UNCHARACTERIZED = 0x0
                IPV6_TLV_CALIPSO = 0x7
                IPV6_TLV_HAO = 0xc9
                IPV6_TLV_IOAM = 0x31
                IPV6_TLV_JUMBO = 0xc2
                IPV6_TLV_PAD1 = 0x0
                IPV6_TLV_PADN = 0x1
                IPV6_TLV_ROUTERALERT = 0x5
                // linux/ipv6.h:
                IPV6_MIN_MTU = 1280
                IPV6_OPT_ROUTERALERT_MLD = 0
                IPV6_SRCRT_STRICT = 1
                IPV6_SRCRT_TYPE_0 = 0
                IPV6_SRCRT_TYPE_2 = 2
                IPV6_SRCRT_TYPE_3 = 3
                IPV6_SRCRT_TYPE_4 = 4

                // TCP.
                TCP_CC_INFO
                TCP_CM_INQ
                TCP_CONGESTION
                TCP_COOKIE_TRANSACTIONS
                TCP_CORK
                TCP_DEFER_ACCEPT
                TCP_FASTOPEN
                TCP_FASTOPEN_CONNECT
                TCP_FASTOPEN_KEY
                TCP_FASTOPEN_NO_COOKIE
                TCP_INFO
                TCP_INQ
                TCP_KEEPCNT
                TCP_KEEPIDLE
                TCP_KEEPINTVL
                TCP_LINGER2
                TCP_MD5SIG
                TCP_MD5SIG_EXT
                TCP_MD5SIG_MAXKEYLEN
                TCP_NOTSENT_LOWAT
                TCP_QUEUE_SEQ
                TCP_QUICKACK
                TCP_REPAIR
                TCP_REPAIR_OPTIONS
                TCP_REPAIR_QUEUE
                TCP_REPAIR_WINDOW
                TCP_SAVE_SYN
                TCP_SAVED_SYN
                TCP_SYNCNT
                TCP_THIN_DUPACK
                TCP_THIN_LINEAR_TIMEOUTS
                TCP_TIMESTAMP
                TCP_ULP
                TCP_USER_TIMEOUT
                TCP_WINDOW_CLAMP
                TCP_ZEROCOPY_RECEIVE
                // netinet/tcp.h:
                TCP_CA_CWR = 2
                TCP_CA_Disorder = 1
                TCP_CA_Loss = 4
                TCP_CA_Open = 0
                TCP_CA_Recovery = 3
                TCP_CLOSE = 7
                TCP_CLOSE_WAIT = 8
                TCP_CLOSING = 11
                TCP_COOKIE_IN_ALWAYS = 1
                TCP_COOKIE_MAX = 16
                TCP_COOKIE_MIN = 8
                TCP_COOKIE_OUT_NEVER = 2
                TCP_COOKIE_PAIR_SIZE = 32
                TCP_ESTABLISHED = 1
                TCP_FIN_WAIT1 = 4
                TCP_FIN_WAIT2 = 5
                TCP_LAST_ACK = 9
                TCP_LISTEN = 10
                TCP_MAX_WINSHIFT = 14
                TCP_MAXWIN = 65535
                TCP_MD5SIG_FLAG_PREFIX = 1
                TCP_MSS = 512
                TCP_MSS_DEFAULT = 536
                TCP_MSS_DESIRED = 1220
                TCP_NO_QUEUE = 0
                TCP_QUEUES_NR = 3
                TCP_RECV_QUEUE = 1
                TCP_REPAIR_OFF = 0
                TCP_REPAIR_OFF_NO_WP = -1
                TCP_REPAIR_ON = 1
                TCP_S_DATA_IN = 4
                TCP_S_DATA_OUT = 8
                TCP_SEND_QUEUE = 2
                TCP_SYN_RECV = 3
                TCP_SYN_SENT = 2
                TCP_TIME_WAIT = 6
                TCP_TX_DELAY = 37
                // linux/tcp.h:
                TCP_MD5SIG_FLAG_IFINDEX = 2
                TCP_NLA_BUSY = 1
                TCP_NLA_BYTES_NOTSENT = 24
                TCP_NLA_BYTES_RETRANS = 19
                TCP_NLA_BYTES_SENT = 18
                TCP_NLA_CA_STATE = 14
                TCP_NLA_DATA_SEGS_OUT = 4
                TCP_NLA_DELIVERED = 16
                TCP_NLA_DELIVERED_CE = 17
                TCP_NLA_DELIVERY_RATE = 7
                TCP_NLA_DELIVERY_RATE_APP_LMT = 12
                TCP_NLA_DSACK_DUPS = 20
                TCP_NLA_EDT = 25
                TCP_NLA_MIN_RTT = 10
                TCP_NLA_PACING_RATE = 6
                TCP_NLA_PAD = 0
                TCP_NLA_RECUR_RETRANS = 11
                TCP_NLA_REORD_SEEN = 21
                TCP_NLA_REORDERING = 9
                TCP_NLA_RWND_LIMITED = 2
                TCP_NLA_SND_CWND = 8
                TCP_NLA_SND_SSTHRESH = 15
                TCP_NLA_SNDBUF_LIMITED = 3
                TCP_NLA_SNDQ_SIZE = 13
                TCP_NLA_SRTT = 22
                TCP_NLA_TIMEOUT_REHASH = 23
                TCP_NLA_TOTAL_RETRANS = 5
                TCP_NLA_TTL = 26
                TCP_RECEIVE_ZEROCOPY_FLAG_TLB_CLEAN_HINT = 1
                // linux/udp.h:
                TCP_ENCAP_ESPINTCP = 7
                // linux/tcp.h of Linux 6.16:
                TCP_AO_ADD_KEY = 38
                TCP_AO_DEL_KEY = 39
                TCP_AO_INFO = 40
                TCP_AO_GET_KEYS = 41
                TCP_AO_REPAIR = 42
                TCP_DELACK_MAX_US = 46
                TCP_IS_MPTCP = 43
                TCP_RTO_MAX_MS = 44
                TCP_RTO_MIN_US = 45

                // MPTCP.
                // linux/mptcp.h:
                MPTCP_SUBFLOW_FLAG_MCAP_REM = 0x1
                MPTCP_SUBFLOW_FLAG_MCAP_LOC = 0x2
                MPTCP_TCPINFO = 2
                MPTCP_SUBFLOW_ADDRS = 3
                MPTCP_SUBFLOW_FLAG_JOIN_REM = 0x4
                MPTCP_SUBFLOW_FLAG_JOIN_LOC = 0x8
                MPTCP_SUBFLOW_FLAG_BKUP_REM = 0x10
                MPTCP_SUBFLOW_FLAG_BKUP_LOC = 0x20
                MPTCP_SUBFLOW_FLAG_FULLY_ESTABLISHED = 0x40
                MPTCP_SUBFLOW_FLAG_CONNECTED = 0x80
                MPTCP_SUBFLOW_FLAG_MAPVALID = 0x100
                MPTCP_INFO = 1
                MPTCP_INFO_FLAG_FALLBACK = 0x1
                MPTCP_INFO_FLAG_REMOTE_KEY_RECEIVED = 0x2
                MPTCP_RST_EBADPERF = 5
                MPTCP_RST_EMIDDLEBOX = 6
                MPTCP_RST_EMPTCP = 1
                MPTCP_RST_EPROHIBIT = 3
                MPTCP_RST_ERESOURCE = 2
                MPTCP_RST_EUNSPEC = 0
                MPTCP_RST_EWQ2BIG = 4
                // linux/mptcp.h of Linux 6.5:
                MPTCP_FULL_INFO = 4

                // UDP.
                UDP_CORK
                UDP_ENCAP
                UDP_GRO
                UDP_NO_CHECK6_RX
                UDP_NO_CHECK6_TX
                UDP_SEGMENT
                // netinet/udp.h:
                UDP_ENCAP_ESPINUDP = 2
                UDP_ENCAP_ESPINUDP_NON_IKE = 1
                UDP_ENCAP_GTP0 = 4
                UDP_ENCAP_GTP1U = 5
                UDP_ENCAP_L2TPINUDP = 3
                // linux/udp.h:
                UDP_ENCAP_RXRPC = 6
                // The kernel's net/udplite.h:
                UDPLITE_RECV_CSCOV = 11
                UDPLITE_SEND_CSCOV = 10

                // TLS in the kernel.
                // linux/tls.h:
                TLS_1_2_VERSION = 771
                TLS_1_2_VERSION_MAJOR = 3
                TLS_1_2_VERSION_MINOR = 3
                TLS_1_3_VERSION = 772
                TLS_1_3_VERSION_MAJOR = 3
                TLS_1_3_VERSION_MINOR = 4
                TLS_CIPHER_AES_CCM_128 = 53
                TLS_CIPHER_AES_CCM_128_IV_SIZE = 8
                TLS_CIPHER_AES_CCM_128_KEY_SIZE = 16
                TLS_CIPHER_AES_CCM_128_REC_SEQ_SIZE = 8
                TLS_CIPHER_AES_CCM_128_SALT_SIZE = 4
                TLS_CIPHER_AES_CCM_128_TAG_SIZE = 16
                TLS_CIPHER_AES_GCM_128 = 51
                TLS_CIPHER_AES_GCM_128_IV_SIZE = 8
                TLS_CIPHER_AES_GCM_128_KEY_SIZE = 16
                TLS_CIPHER_AES_GCM_128_REC_SEQ_SIZE = 8
                TLS_CIPHER_AES_GCM_128_SALT_SIZE = 4
                TLS_CIPHER_AES_GCM_128_TAG_SIZE = 16
                TLS_CIPHER_AES_GCM_256 = 52
                TLS_CIPHER_AES_GCM_256_IV_SIZE = 8
                TLS_CIPHER_AES_GCM_256_KEY_SIZE = 32
                TLS_CIPHER_AES_GCM_256_REC_SEQ_SIZE = 8
                TLS_CIPHER_AES_GCM_256_SALT_SIZE = 4
                TLS_CIPHER_AES_GCM_256_TAG_SIZE = 16
                TLS_CIPHER_ARIA_GCM_128 = 57
                TLS_CIPHER_ARIA_GCM_128_IV_SIZE = 8
                TLS_CIPHER_ARIA_GCM_128_KEY_SIZE = 16
                TLS_CIPHER_ARIA_GCM_128_REC_SEQ_SIZE = 8
                TLS_CIPHER_ARIA_GCM_128_SALT_SIZE = 4
                TLS_CIPHER_ARIA_GCM_128_TAG_SIZE = 16
                TLS_CIPHER_ARIA_GCM_256 = 58
                TLS_CIPHER_ARIA_GCM_256_IV_SIZE = 8
                TLS_CIPHER_ARIA_GCM_256_KEY_SIZE = 32
                TLS_CIPHER_ARIA_GCM_256_REC_SEQ_SIZE = 8
                TLS_CIPHER_ARIA_GCM_256_SALT_SIZE = 4
                TLS_CIPHER_ARIA_GCM_256_TAG_SIZE = 16
                TLS_CIPHER_CHACHA20_POLY1305 = 54
                TLS_CIPHER_CHACHA20_POLY1305_IV_SIZE = 12
                TLS_CIPHER_CHACHA20_POLY1305_KEY_SIZE = 32
                TLS_CIPHER_CHACHA20_POLY1305_REC_SEQ_SIZE = 8
                TLS_CIPHER_CHACHA20_POLY1305_SALT_SIZE = 0
                TLS_CIPHER_CHACHA20_POLY1305_TAG_SIZE = 16
                TLS_CIPHER_SM4_CCM = 56
                TLS_CIPHER_SM4_CCM_IV_SIZE = 8
                TLS_CIPHER_SM4_CCM_KEY_SIZE = 16
                TLS_CIPHER_SM4_CCM_REC_SEQ_SIZE = 8
                TLS_CIPHER_SM4_CCM_SALT_SIZE = 4
                TLS_CIPHER_SM4_CCM_TAG_SIZE = 16
                TLS_CIPHER_SM4_GCM = 55
                TLS_CIPHER_SM4_GCM_IV_SIZE = 8
                TLS_CIPHER_SM4_GCM_KEY_SIZE = 16
                TLS_CIPHER_SM4_GCM_REC_SEQ_SIZE = 8
                TLS_CIPHER_SM4_GCM_SALT_SIZE = 4
                TLS_CIPHER_SM4_GCM_TAG_SIZE = 16
                TLS_GET_RECORD_TYPE = 2
                TLS_RX = 2
                TLS_RX_EXPECT_NO_PAD = 4
                TLS_SET_RECORD_TYPE = 1
                TLS_TX = 1
                TLS_TX_ZEROCOPY_RO = 3

                // Netlink.
                NETLINK_ADD_MEMBERSHIP
                NETLINK_AUDIT
                NETLINK_BROADCAST_ERROR
                NETLINK_CAP_ACK
                NETLINK_CONNECTOR
                NETLINK_CRYPTO
                NETLINK_DNRTMSG
                NETLINK_DROP_MEMBERSHIP
                NETLINK_ECRYPTFS
                NETLINK_EXT_ACK
                NETLINK_FIB_LOOKUP
                NETLINK_FIREWALL
                NETLINK_GENERIC
                NETLINK_GET_STRICT_CHK
                NETLINK_INET_DIAG
                NETLINK_IP6_FW
                NETLINK_ISCSI
                NETLINK_KOBJECT_UEVENT
                NETLINK_LIST_MEMBERSHIPS
                NETLINK_LISTEN_ALL_NSID
                NETLINK_NETFILTER
                NETLINK_NFLOG
                NETLINK_NO_ENOBUFS
                NETLINK_PKTINFO
                NETLINK_RDMA
                NETLINK_ROUTE
                NETLINK_RX_RING
                NETLINK_SCSITRANSPORT
                NETLINK_SELINUX
                NETLINK_SOCK_DIAG
                NETLINK_TX_RING
                NETLINK_UNUSED
                NETLINK_USERSOCK
                NETLINK_XFRM
                // linux/netlink.h:
                NETLINK_CONNECTED = 1
                NETLINK_SMC = 22
                NETLINK_UNCONNECTED = 0

                // Groups of NETLINK_ROUTE, as bits.
                RTMGRP_DECnet_IFADDR
                RTMGRP_DECnet_ROUTE
                RTMGRP_IPV4_IFADDR
                RTMGRP_IPV4_MROUTE
                RTMGRP_IPV4_ROUTE
                RTMGRP_IPV4_RULE
                RTMGRP_IPV6_IFADDR
                RTMGRP_IPV6_IFINFO
                RTMGRP_IPV6_MROUTE
                RTMGRP_IPV6_PREFIX
                RTMGRP_IPV6_ROUTE
                RTMGRP_LINK
                RTMGRP_NEIGH
                RTMGRP_NOTIFY
                RTMGRP_TC

                // Groups of NETLINK_ROUTE, as numbers.
                RTNLGRP_BRVLAN
                RTNLGRP_DCB
                RTNLGRP_DECnet_IFADDR
                RTNLGRP_DECnet_ROUTE
                RTNLGRP_DECnet_RULE
                RTNLGRP_IPV4_IFADDR
                RTNLGRP_IPV4_MROUTE
                RTNLGRP_IPV4_MROUTE_R
                RTNLGRP_IPV4_NETCONF
                RTNLGRP_IPV4_ROUTE
                RTNLGRP_IPV4_RULE
                RTNLGRP_IPV6_IFADDR
                RTNLGRP_IPV6_IFINFO
                RTNLGRP_IPV6_MROUTE
                RTNLGRP_IPV6_MROUTE_R
                RTNLGRP_IPV6_NETCONF
                RTNLGRP_IPV6_PREFIX
                RTNLGRP_IPV6_ROUTE
                RTNLGRP_IPV6_RULE
                RTNLGRP_LINK
                RTNLGRP_MCTP_IFADDR
                RTNLGRP_MDB
                RTNLGRP_MPLS_NETCONF
                RTNLGRP_MPLS_ROUTE
                RTNLGRP_ND_USEROPT
                RTNLGRP_NEIGH
                RTNLGRP_NEXTHOP
                RTNLGRP_NONE
                RTNLGRP_NOP2
                RTNLGRP_NOP4
                RTNLGRP_NOTIFY
                RTNLGRP_NSID
                RTNLGRP_PHONET_IFADDR
                RTNLGRP_PHONET_ROUTE
                RTNLGRP_STATS
                RTNLGRP_TC
                RTNLGRP_TUNNEL

                // Packet sockets.
                PACKET_ADD_MEMBERSHIP
                PACKET_AUXDATA
                PACKET_BROADCAST
                PACKET_COPY_THRESH
                PACKET_DROP_MEMBERSHIP
                PACKET_FANOUT
                PACKET_FANOUT_CBPF
                PACKET_FANOUT_CPU
                PACKET_FANOUT_DATA
                PACKET_FANOUT_EBPF
                PACKET_FANOUT_FLAG_DEFRAG
                PACKET_FANOUT_FLAG_IGNORE_OUTGOING
                PACKET_FANOUT_FLAG_ROLLOVER
                PACKET_FANOUT_FLAG_UNIQUEID
                PACKET_FANOUT_HASH
                PACKET_FANOUT_LB
                PACKET_FANOUT_QM
                PACKET_FANOUT_RND
                PACKET_FANOUT_ROLLOVER
                PACKET_HDRLEN
                PACKET_HOST
                PACKET_IGNORE_OUTGOING
                PACKET_KERNEL
                PACKET_LOOPBACK
                PACKET_LOSS
                PACKET_MR_ALLMULTI
                PACKET_MR_MULTICAST
                PACKET_MR_PROMISC
                PACKET_MR_UNICAST
                PACKET_MULTICAST
                PACKET_ORIGDEV
                PACKET_OTHERHOST
                PACKET_OUTGOING
                PACKET_QDISC_BYPASS
                PACKET_RECV_OUTPUT
                PACKET_RESERVE
                PACKET_ROLLOVER_STATS
                PACKET_RX_RING
                PACKET_STATISTICS
                PACKET_TIMESTAMP
                PACKET_TX_HAS_OFF
                PACKET_TX_RING
                PACKET_TX_TIMESTAMP
                PACKET_USER
                PACKET_VERSION
                PACKET_VNET_HDR
                PACKET_VNET_HDR_SZ
                // netpacket/packet.h:
                PACKET_FASTROUTE = 6
                // linux/if_packet.h:
                TPACKET_V1 = 0
                TPACKET_V2 = 1
                TPACKET_V3 = 2

                // Ethernet protocols.
                ETH_P_1588
                ETH_P_8021AD
                ETH_P_8021AH
                ETH_P_8021Q
                ETH_P_80221
                ETH_P_802_2
                ETH_P_802_3
                ETH_P_802_3_MIN
                ETH_P_802_EX1
                ETH_P_AARP
                ETH_P_AF_IUCV
                ETH_P_ALL
                ETH_P_AOE
                ETH_P_ARCNET
                ETH_P_ARP
                ETH_P_ATALK
                ETH_P_ATMFATE
                ETH_P_ATMMPOA
                ETH_P_AX25
                ETH_P_BATMAN
                ETH_P_BPQ
                ETH_P_CAIF
                ETH_P_CANFD
                ETH_P_CONTROL
                ETH_P_CUST
                ETH_P_DDCMP
                ETH_P_DEC
                ETH_P_DIAG
                ETH_P_DNA_DL
                ETH_P_DNA_RC
                ETH_P_DNA_RT
                ETH_P_DSA
                ETH_P_ECONET
                ETH_P_EDSA
                ETH_P_FCOE
                ETH_P_FIP
                ETH_P_HDLC
                ETH_P_IEEE802154
                ETH_P_IEEEPUP
                ETH_P_IEEEPUPAT
                ETH_P_IP
                ETH_P_IPV6
                ETH_P_IPX
                ETH_P_IRDA
                ETH_P_LAT
                ETH_P_LINK_CTL
                ETH_P_LLDP
                ETH_P_LOCALTALK
                ETH_P_LOOP
                ETH_P_LOOPBACK
                ETH_P_MACSEC
                ETH_P_MOBITEX
                ETH_P_MPLS_MC
                ETH_P_MPLS_UC
                ETH_P_MVRP
                ETH_P_PAE
                ETH_P_PAUSE
                ETH_P_PHONET
                ETH_P_PPP_DISC
                ETH_P_PPP_MP
                ETH_P_PPP_SES
                ETH_P_PPPTALK
                ETH_P_PRP
                ETH_P_PUP
                ETH_P_PUPAT
                ETH_P_QINQ1
                ETH_P_QINQ2
                ETH_P_QINQ3
                ETH_P_RARP
                ETH_P_SCA
                ETH_P_SLOW
                ETH_P_SNAP
                ETH_P_TDLS
                ETH_P_TEB
                ETH_P_TIPC
                ETH_P_TR_802_2
                ETH_P_TRAILER
                ETH_P_WAN_PPP
                ETH_P_WCCP
                ETH_P_X25
                // linux/if_ether.h:
                ETH_P_CAN = 0x000c
                ETH_P_CANXL = 0x000e
                ETH_P_CFM = 0x8902
                ETH_P_DSA_8021Q = 0xdadb
                ETH_P_DSA_A5PSW = 0xe001
                ETH_P_ERSPAN = 0x88be
                ETH_P_ERSPAN2 = 0x22eb
                ETH_P_ETHERCAT = 0x88a4
                ETH_P_HSR = 0x892f
                ETH_P_IBOE = 0x8915
                ETH_P_IFE = 0xed3e
                ETH_P_MAP = 0x00f9
                ETH_P_MCTP = 0x00fa
                ETH_P_MRP = 0x88e3
                ETH_P_NCSI = 0x88f8
                ETH_P_NSH = 0x894f
                ETH_P_PREAUTH = 0x88c7
                ETH_P_PROFINET = 0x8892
                ETH_P_REALTEK = 0x8899
                ETH_P_TSN = 0x22f0
                ETH_P_XDSA = 0x00f8

                // Interface flags.
                IFF_ATTACH_QUEUE
                IFF_AUTOMEDIA
                IFF_DETACH_QUEUE
                IFF_DORMANT
                IFF_DYNAMIC
                IFF_ECHO
                IFF_LOWER_UP
                IFF_MASTER
                IFF_MULTI_QUEUE
                IFF_NAPI
                IFF_NAPI_FRAGS
                IFF_NO_CARRIER
                IFF_NO_PI
                IFF_NOFILTER
                IFF_NOTRAILERS
                IFF_ONE_QUEUE
                IFF_PERSIST
                IFF_PORTSEL
                IFF_SLAVE
                IFF_TAP
                IFF_TUN
                IFF_TUN_EXCL
                IFF_VNET_HDR
                // linux/if.h:
                IFF_VOLATILE = 0x7_0c5a

                // Flags of getaddrinfo.
                AI_ALL
                AI_V4MAPPED

                // Errors of getaddrinfo.
                EAI_NODATA
                // netdb.h:
                EAI_ADDRFAMILY = -9
                EAI_ALLDONE = -103
                EAI_CANCELED = -101
                EAI_INPROGRESS = -100
                EAI_INTR = -104
                EAI_NOTCANCELED = -102

                // Flags of getnameinfo: netdb.h.
                NI_MAXSERV = 32

                // poll.
                POLLRDHUP
                // poll.h:
                POLLMSG = 0x400
                POLLREMOVE = 0x1000

                // epoll.
                EPOLL_CLOEXEC
                EPOLL_CTL_ADD
                EPOLL_CTL_DEL
                EPOLL_CTL_MOD
                EPOLLERR
                EPOLLEXCLUSIVE
                EPOLLHUP
                EPOLLIN
                EPOLLMSG
                EPOLLONESHOT
                EPOLLOUT
                EPOLLPRI
                EPOLLRDBAND
                EPOLLRDHUP
                EPOLLRDNORM
                EPOLLWAKEUP
                EPOLLWRBAND
                EPOLLWRNORM
                // linux/eventpoll.h:
                EPOLL_URING_WAKE = 0x800_0000
                EPOLLNVAL = 0x20
                // sys/epoll.h; libc gives it a sign:
                EPOLLET = 0x8000_0000

                // Errors.
                EADV
                EBADE
                EBADFD
                EBADR
                EBADRQC
                EBADSLT
                EBFONT
                ECHRNG
                ECOMM
                EDOTDOT
                EHWPOISON
                EISNAM
                EKEYEXPIRED
                EKEYREJECTED
                EKEYREVOKED
                EL2HLT
                EL2NSYNC
                EL3HLT
                EL3RST
                ELIBACC
                ELIBBAD
                ELIBEXEC
                ELIBMAX
                ELIBSCN
                ELNRNG
                EMEDIUMTYPE
                EMULTIHOP
                ENAVAIL
                ENOANO
                ENOCSI
                ENODATA
                ENOKEY
                ENOLINK
                ENOMEDIUM
                ENONET
                ENOPKG
                ENOSR
                ENOSTR
                ENOTNAM
                ENOTUNIQ
                EREMCHG
                EREMOTEIO
                ERESTART
                ERFKILL
                ESRMNT
                ESTRPIPE
                ETIME
                EUCLEAN
                EUNATCH
                EXFULL
                // Second names of errors above.
                EDEADLOCK
            }

            // Linux with glibc: internationalised host names.
            #[cfg(all(target_os = "linux", target_env = "gnu"))] {
                // Flags of getaddrinfo: netdb.h.
                AI_CANONIDN = 0x80
                AI_IDN = 0x40
                AI_IDN_ALLOW_UNASSIGNED = 0x100
                AI_IDN_USE_STD3_ASCII_RULES = 0x200

                // Errors of getaddrinfo: netdb.h.
                EAI_IDN_ENCODE = -105

                // Flags of getnameinfo: netdb.h.
                NI_IDN = 0x20
                NI_IDN_ALLOW_UNASSIGNED = 0x40
                NI_IDN_USE_STD3_ASCII_RULES = 0x80
            }

            // Linux, but for the architectures that number the options of SOL_SOCKET in their own way.
            #[cfg(all(
                target_os = "linux",
                not(any(
                    target_arch = "mips", target_arch = "mips32r6", target_arch = "mips64",
                    target_arch = "mips64r6", target_arch = "powerpc", target_arch = "powerpc64",
                    target_arch = "sparc", target_arch = "sparc64"
                ))
            ))] {
                // Types of control messages: asm-generic/socket.h of Linux 6.18.
                SCM_INQ = 84
                SCM_TS_OPT_ID = 81

                // Options at the level of the socket.
                // asm-generic/socket.h:
                SO_RCVTIMEO_NEW = 66
                SO_RCVTIMEO_OLD = 20
                SO_SNDTIMEO_NEW = 67
                SO_SNDTIMEO_OLD = 21
                SO_TIMESTAMP_NEW = 63
                SO_TIMESTAMP_OLD = 29
                SO_TIMESTAMPING_NEW = 65
                SO_TIMESTAMPING_OLD = 37
                SO_TIMESTAMPNS_NEW = 64
                SO_TIMESTAMPNS_OLD = 35
                // asm-generic/socket.h of Linux 6.18:
                SO_INQ = 84
                SO_PASSRIGHTS = 83
                SO_RCVPRIORITY = 82
            }

            // macOS and the BSDs.
            #[cfg(any(
                target_os = "macos", target_os = "freebsd",
                target_os = "netbsd", target_os = "openbsd"
            ))] {
                // Address families.
                AF_CCITT
                AF_CHAOS
                AF_CNT
                AF_COIP
                AF_DATAKIT
                AF_DLI
                AF_E164
                AF_HYLINK
                AF_IMPLINK
                AF_ISO
                AF_LAT
                AF_LINK
                AF_NATM
                AF_OSI
                AF_PUP

                // Protocols.
                IPPROTO_EON
                IPPROTO_ETHERIP
                IPPROTO_GGP
                IPPROTO_IPCOMP
                // netinet/in.h:
                IPPROTO_IPV4 = 4

                // Options at the level of the socket.
                SO_USELOOPBACK

                // Values of IP_TOS.
                IPTOS_ECN_NOTECT

                // IPv4.
                IP_RECVDSTADDR
                IP_RECVIF

                // IPv6.
                IPV6_JOIN_GROUP
                IPV6_LEAVE_GROUP

                // Interface flags.
                IFF_LINK0
                IFF_LINK1
                IFF_LINK2
                IFF_OACTIVE
                IFF_SIMPLEX

                // Errors.
                EAUTH
                EBADRPC
                EFTYPE
                ENEEDAUTH
                ENOATTR
                EPROCLIM
                EPROCUNAVAIL
                EPROGMISMATCH
                EPROGUNAVAIL
                ERPCMISMATCH
            }

            // The BSDs.
            #[cfg(any(target_os = "freebsd", target_os = "netbsd", target_os = "openbsd"))] {
                // Address families.
                AF_BLUETOOTH

                // Socket types, and the flags that go with them.
                SOCK_CLOEXEC
                SOCK_NONBLOCK

                // Protocols.
                IPPROTO_CARP
                IPPROTO_MOBILE
                IPPROTO_PFSYNC

                // Message flags.
                MSG_CMSG_CLOEXEC
                MSG_WAITFORONE

                // IPv4.
                IP_SENDSRCADDR

                // TCP.
                TCP_INFO
                TCP_MD5SIG
            }

            // macOS and FreeBSD.
            #[cfg(any(target_os = "macos", target_os = "freebsd"))] {
                // Address families.
                AF_ECMA
                AF_IEEE80211
                AF_NETBIOS
                AF_SIP

                // Socket types, and the flags that go with them.
                SOCK_MAXADDRLEN

                // Protocols.
                IPPROTO_3PC
                IPPROTO_ADFS
                IPPROTO_AHIP
                IPPROTO_APES
                IPPROTO_ARGUS
                IPPROTO_AX25
                IPPROTO_BHA
                IPPROTO_BLT
                IPPROTO_BRSATMON
                IPPROTO_CFTP
                IPPROTO_CHAOS
                IPPROTO_CMTP
                IPPROTO_CPHB
                IPPROTO_CPNX
                IPPROTO_DDP
                IPPROTO_DGP
                IPPROTO_DIVERT
                IPPROTO_DONE
                IPPROTO_EMCON
                IPPROTO_GMTP
                IPPROTO_HELLO
                IPPROTO_HMP
                IPPROTO_IDPR
                IPPROTO_IDRP
                IPPROTO_IGP
                IPPROTO_IGRP
                IPPROTO_IL
                IPPROTO_INLSP
                IPPROTO_INP
                IPPROTO_IPCV
                IPPROTO_IPEIP
                IPPROTO_IPPC
                IPPROTO_IRTP
                IPPROTO_KRYPTOLAN
                IPPROTO_LARP
                IPPROTO_LEAF1
                IPPROTO_LEAF2
                IPPROTO_MEAS
                IPPROTO_MHRP
                IPPROTO_MICP
                IPPROTO_MTP
                IPPROTO_MUX
                IPPROTO_ND
                IPPROTO_NHRP
                IPPROTO_NSP
                IPPROTO_NVPII
                IPPROTO_OSPFIGP
                IPPROTO_PGM
                IPPROTO_PIGP
                IPPROTO_PRM
                IPPROTO_PVP
                IPPROTO_RCCMON
                IPPROTO_RDP
                IPPROTO_RVD
                IPPROTO_SATEXPAK
                IPPROTO_SATMON
                IPPROTO_SCCSP
                IPPROTO_SCTP
                IPPROTO_SDRP
                IPPROTO_SRPC
                IPPROTO_ST
                IPPROTO_SVMTP
                IPPROTO_SWIPE
                IPPROTO_TCF
                IPPROTO_TPXX
                IPPROTO_TRUNK1
                IPPROTO_TRUNK2
                IPPROTO_TTP
                IPPROTO_VINES
                IPPROTO_VISA
                IPPROTO_VMTP
                IPPROTO_WBEXPAK
                IPPROTO_WBMON
                IPPROTO_WSN
                IPPROTO_XNET
                IPPROTO_XTP

                // Message flags.
                MSG_EOF

                // Types of control messages.
                SCM_CREDS

                // Option levels.
                SOL_LOCAL

                // Options of unix sockets.
                LOCAL_PEERCRED

                // Options at the level of the socket.
                SO_LABEL
                SO_NOSIGPIPE
                SO_PEERLABEL

                // IPv4.
                IP_ADD_SOURCE_MEMBERSHIP
                IP_BLOCK_SOURCE
                IP_DONTFRAG
                IP_DROP_SOURCE_MEMBERSHIP
                IP_RECVTOS
                IP_RECVTTL
                IP_UNBLOCK_SOURCE

                // Multicast of both families.
                MCAST_BLOCK_SOURCE
                MCAST_JOIN_GROUP
                MCAST_JOIN_SOURCE_GROUP
                MCAST_LEAVE_GROUP
                MCAST_LEAVE_SOURCE_GROUP
                MCAST_UNBLOCK_SOURCE

                // IPv6.
                IPV6_CHECKSUM
                IPV6_HOPLIMIT
                IPV6_RECVHOPLIMIT

                // TCP.
                TCP_FASTOPEN
                TCP_KEEPCNT
                TCP_KEEPINTVL
                TCP_NOOPT
                TCP_NOPUSH

                // Interface flags.
                IFF_ALTPHYS

                // Flags of getaddrinfo.
                AI_ALL
                AI_V4MAPPED
                // netdb.h:
                AI_DEFAULT = 0x600
                AI_V4MAPPED_CFG = 0x200

                // Flags of getnameinfo.
                NI_NUMERICSCOPE

                // Errors.
                EMULTIHOP
                ENOLINK
                ENOTCAPABLE
            }

            // macOS.
            #[cfg(target_os = "macos")] {
                // Address families.
                AF_NDRV
                AF_NS
                AF_PPP
                AF_SYS_CONTROL
                AF_SYSTEM
                AF_UTUN
                AF_VSOCK
                // sys/socket.h:
                AF_RESERVED_36 = 36

                // Protocols.
                IPPROTO_SEP

                // Message flags.
                MSG_FLUSH
                MSG_HAVEMORE
                MSG_HOLD
                MSG_NEEDSA
                MSG_RCVMORE
                MSG_SEND
                // sys/socket.h:
                MSG_WAITSTREAM = 0x200

                // Options of unix sockets.
                LOCAL_PEEREPID
                LOCAL_PEEREUUID
                LOCAL_PEERPID
                LOCAL_PEERTOKEN
                LOCAL_PEERUUID

                // vsock.
                VMADDR_CID_ANY
                VMADDR_CID_HOST
                VMADDR_CID_HYPERVISOR
                VMADDR_CID_RESERVED
                VMADDR_PORT_ANY

                // Options at the level of the socket.
                SO_DONTTRUNC
                SO_LINGER_SEC
                SO_NKE
                SO_NOADDRERR
                SO_NOTIFYCONFLICT
                SO_NP_EXTENSIONS
                SO_NREAD
                SO_NWRITE
                SO_RANDOMPORT
                SO_REUSESHAREUID
                SO_TIMESTAMP_MONOTONIC
                SO_WANTMORE
                SO_WANTOOBFLAG

                // IPv4.
                IP_BOUND_IF
                IP_PKTINFO

                // IPv6.
                IPV6_BOUND_IF

                // TCP.
                TCP_CONNECTION_INFO
                TCP_KEEPALIVE
                TCP_MAX_SACK

                // Interface flags.
                IFF_NOTRAILERS

                // Flags of getaddrinfo.
                AI_MASK
                AI_UNUSABLE

                // Errors of getaddrinfo.
                EAI_NODATA

                // Flags of getnameinfo.
                NI_MAXSERV
                // netdb.h:
                NI_WITHSCOPEID = 0x20

                // Errors.
                EBADARCH
                EBADEXEC
                EBADMACHO
                EDEVERR
                ENODATA
                ENOPOLICY
                ENOSR
                ENOSTR
                EPWROFF
                EQFULL
                ESHLIBVERS
                ETIME
            }

            // FreeBSD.
            #[cfg(target_os = "freebsd")] {
                // Address families.
                AF_ARP
                AF_ATM
                AF_INET6_SDP
                AF_INET_SDP
                AF_NETGRAPH
                AF_SCLUSTER
                AF_SLOW

                // Protocols.
                IPPROTO_DCCP
                IPPROTO_HIP
                IPPROTO_MH
                IPPROTO_MPLS
                IPPROTO_OLD_DIVERT
                IPPROTO_SEND
                IPPROTO_SHIM6
                IPPROTO_SKIP
                IPPROTO_TLSP
                IPPROTO_UDPLITE

                // Message flags.
                MSG_COMPAT
                MSG_NBIO
                MSG_NOTIFICATION

                // Types of control messages.
                SCM_BINTIME
                SCM_CREDS2
                SCM_MONOTONIC
                SCM_REALTIME
                SCM_TIME_INFO

                // Options of unix sockets.
                LOCAL_CONNWAIT
                LOCAL_CREDS
                LOCAL_CREDS_PERSISTENT
                LOCAL_VENDOR

                // Options at the level of the socket.
                SO_ACCEPTFILTER
                SO_BINTIME
                SO_DOMAIN
                SO_LISTENINCQLEN
                SO_LISTENQLEN
                SO_LISTENQLIMIT
                SO_NO_DDP
                SO_NO_OFFLOAD
                SO_PROTOCOL
                SO_PROTOTYPE
                SO_RERROR
                SO_REUSEPORT_LB
                SO_SETFIB
                SO_SPLICE
                SO_TS_BINTIME
                SO_TS_CLOCK
                SO_TS_CLOCK_MAX
                SO_TS_DEFAULT
                SO_TS_MONOTONIC
                SO_TS_REALTIME
                SO_TS_REALTIME_MICRO
                SO_USER_COOKIE
                SO_VENDOR

                // IPv4.
                IP_BINDANY
                IP_BINDMULTI
                IP_MINTTL
                IP_ORIGDSTADDR
                IP_RECVORIGDSTADDR
                IP_RSS_LISTEN_BUCKET

                // IPv6.
                IPV6_BINDANY
                IPV6_ORIGDSTADDR
                IPV6_RECVORIGDSTADDR

                // TCP.
                TCP_CCALGOOPT
                TCP_CONGESTION
                TCP_DELACK
                TCP_FASTOPEN_PSK_LEN
                TCP_FIN_IS_RST
                TCP_FUNCTION_ALIAS
                TCP_FUNCTION_BLK
                TCP_FUNCTION_NAME_LEN_MAX
                TCP_IDLE_REDUCE
                TCP_KEEPIDLE
                TCP_KEEPINIT
                TCP_LOG_LIMIT
                TCP_LRD
                TCP_MAXUNACKTIME
                TCP_PERF_INFO
                TCP_PROC_ACCOUNTING
                TCP_REMOTE_UDP_ENCAPS_PORT
                TCP_REUSPORT_LB_NUMA
                TCP_SHARED_CWND_ALLOWED
                TCP_USE_CMP_ACKS

                // Netlink.
                NETLINK_GENERIC

                // Interface flags.
                IFF_CANTCONFIG
                IFF_DYING
                IFF_MONITOR
                IFF_PPROMISC
                IFF_RENAMING
                IFF_STATICARP

                // poll.
                POLLINIGNEOF
                POLLRDHUP
                POLLSTANDARD

                // Errors.
                ECAPMODE
                EDOOFUS
                EINTEGRITY
            }

            // NetBSD.
            #[cfg(target_os = "netbsd")] {
                // Address families.
                AF_ARP
                AF_IEEE80211
                AF_MPLS
                AF_NS
                AF_OROUTE

                // Socket types, and the flags that go with them.
                SOCK_CONN_DGRAM
                SOCK_DCCP
                SOCK_FLAGS_MASK
                SOCK_NOSIGPIPE

                // Protocols.
                IPPROTO_DCCP
                IPPROTO_DONE
                IPPROTO_IPV6_ICMP
                IPPROTO_L2TP
                IPPROTO_SCTP
                IPPROTO_VRRP

                // Message flags.
                MSG_BCAST
                MSG_MCAST
                MSG_NBIO
                MSG_NOTIFICATION

                // Types of control messages.
                SCM_CREDS

                // Options of unix sockets.
                LOCAL_CONNWAIT
                LOCAL_CREDS
                LOCAL_OCREDS
                LOCAL_PEEREID

                // Options at the level of the socket.
                SO_ACCEPTFILTER
                SO_NOHEADER
                SO_NOSIGPIPE
                SO_OVERFLOWED

                // IPv4.
                IP_PKTINFO
                IP_RECVPKTINFO

                // TCP.
                TCP_CONGCTL
                TCP_KEEPCNT
                TCP_KEEPIDLE
                TCP_KEEPINIT
                TCP_KEEPINTVL

                // Flags of getaddrinfo.
                AI_SRV

                // Errors of getaddrinfo.
                EAI_NODATA

                // Flags of getnameinfo.
                NI_MAXSERV
                NI_NUMERICSCOPE
                NI_WITHSCOPEID

                // Errors.
                EMULTIHOP
                ENODATA
                ENOLINK
                ENOSR
                ENOSTR
                ETIME
            }

            // OpenBSD.
            #[cfg(target_os = "openbsd")] {
                // Address families.
                AF_ECMA
                AF_ENCAP
                AF_KEY
                AF_MPLS
                AF_NS
                AF_SIP

                // Socket types, and the flags that go with them.
                SOCK_DNS

                // Protocols.
                IPPROTO_DIVERT
                IPPROTO_MPLS

                // Message flags.
                MSG_BCAST
                MSG_MCAST

                // Options at the level of the socket.
                SO_BINDANY
                SO_DOMAIN
                SO_NETPROC
                SO_PEERCRED
                SO_PROTOCOL
                SO_RTABLE
                SO_SPLICE

                // TCP.
                TCP_NOPUSH

                // Interface flags.
                IFF_STATICARP

                // Flags of getaddrinfo.
                AI_EXT
                AI_FQDN

                // Errors of getaddrinfo.
                EAI_NODATA

                // poll.
                POLLNORM

                // Errors.
                EIPSEC
                EMEDIUMTYPE
                ENOMEDIUM
            }
        }
    };
}

macro_rules! value {
    ($name:ident) => {
        crate::c::$name as i64
    };
    ($name:ident $value:literal) => {
        $value
    };
}

macro_rules! define {
    ($(#[$systems:meta] { $($name:ident $(= $value:literal)?)+ })+) => {
        /// Every constant that this platform has, by name, in the table's order.
        pub static CONSTANTS: &[(&str, i64)] = &[
            $($(#[$systems] (stringify!($name), value!($name $($value)?)),)+)+
        ];
    };
}

for_each_constant!(define);

macro_rules! define_names {
    ($(#[$systems:meta] { $($name:ident $(= $value:literal)?)+ })+) => {
        /// Every name of the table, also those that other platforms have.
        pub(crate) const NAMES_OF_ALL_SYSTEMS: &[&str] = &[$($(stringify!($name)),+),+];
    };
}

for_each_constant!(define_names);

/// Returns the name of an errno, such as `ECONNREFUSED`, or of a resolver's error, such as `EAI_NONAME`.
///
/// errno(3), gai_strerror(3). Of a number with two names it is the usual one: `EAGAIN`, `EOPNOTSUPP`,
/// `EDEADLK`. Where the system has an errno and a resolver's error of the same number, it is the errno.
pub fn errno_name(number: i32) -> Option<&'static str> {
    let is_errno: fn(&str) -> bool =
        |name| name.starts_with('E') && !name.contains('_') && !name.starts_with("EPOLL");
    let find = |is_kind: fn(&str) -> bool| {
        let mut constants = CONSTANTS.iter();
        constants.find(|&&(name, value)| value == i64::from(number) && is_kind(name))
    };
    find(is_errno).or_else(|| find(|name| name.starts_with("EAI_"))).map(|&(name, _)| name)
}
