//! The table of constants, held against the C headers of this machine.
//!
//! Every header is asked by the C compiler in a program of its own, for the kernel's headers and
//! those of the C library do not go together in one. What a header names is read off the
//! preprocessor's output, where macros and enumerators both stand; what of it is no integer, the
//! compiler refuses.
#![cfg(all(target_os = "linux", target_env = "gnu"))]

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::OnceLock;

use llsocket_core::constants::{CONSTANTS, errno_name};
use llsocket_core::for_each_constant;

/// The headers of sockets: first those of the C library, then the kernel's.
const HEADERS: &[&str] = &[
    "sys/socket.h", // Every other is read after it.
    "errno.h",
    "net/ethernet.h",
    "net/if.h",
    "netatalk/at.h",
    "netax25/ax25.h",
    "netdb.h",
    "netinet/in.h",
    "netinet/ip.h",
    "netinet/tcp.h",
    "netinet/udp.h",
    "netipx/ipx.h",
    "netiucv/iucv.h",
    "netpacket/packet.h",
    "netrom/netrom.h",
    "netrose/rose.h",
    "poll.h",
    "sys/epoll.h",
    "asm/socket.h",
    "linux/atm.h",
    "linux/can.h",
    "linux/can/isotp.h",
    "linux/can/j1939.h",
    "linux/can/raw.h",
    "linux/errno.h",
    "linux/errqueue.h",
    "linux/eventpoll.h",
    "linux/if.h",
    "linux/if_ether.h",
    "linux/if_packet.h",
    "linux/if_tun.h",
    "linux/in.h",
    "linux/in6.h",
    "linux/ip.h",
    "linux/ipv6.h",
    "linux/mptcp.h",
    "linux/net_tstamp.h",
    "linux/netfilter_ipv4.h",
    "linux/netlink.h",
    "linux/poll.h",
    "linux/rds.h",
    "linux/rtnetlink.h",
    "linux/sctp.h",
    "linux/sock_diag.h",
    "linux/socket.h",
    "linux/sockios.h",
    "linux/tcp.h",
    "linux/tipc.h",
    "linux/tls.h",
    "linux/udp.h",
    "linux/vm_sockets.h",
];

/// The families that the table holds whole. Names of errors are a family too, that of `errno.h`.
const FAMILIES: &[&str] = &[
    "AF_",
    "AI_",
    "EAI_",
    "EPOLL",
    "ETH_P_",
    "IFF_",
    "INADDR_",
    "IPPROTO_",
    "IPTOS_",
    "IPV6_",
    "IP_",
    "MCAST_",
    "MPTCP_",
    "MSG_",
    "NETLINK_",
    "NI_",
    "PACKET_",
    "POLL",
    "RTMGRP_",
    "RTNLGRP_",
    "SCM_",
    "SHUT_",
    "SOCK_",
    "SOF_TIMESTAMPING_",
    "SOF_TXTIME_",
    "SOL_",
    "SOMAXCONN",
    "SO_",
    "TCP_",
    "TLS_",
    "TPACKET_V",
    "UDP_",
    "VMADDR_",
];

/// What the headers name and the table leaves out; a final `*` stands for any ending.
const LEFT_OUT: &[(&str, &str)] = &[
    ("AF_MAX", "grows with the C library"),
    ("RTNLGRP_MAX", "grows with the kernel"),
    ("SOF_TIMESTAMPING_LAST", "grows with the kernel"),
    ("SOF_TIMESTAMPING_MASK", "grows with the kernel"),
    ("MPTCP_ATTR_*", "messages of generic netlink, not of a socket"),
    ("MPTCP_EVENT_*", "messages of generic netlink, not of a socket"),
    ("MPTCP_PM_*", "messages of generic netlink, not of a socket"),
    ("MPTCP_SUBFLOW_ATTR_*", "messages of sock_diag, not of a socket"),
    ("SOF_TXTIME_FLAGS_LAST", "grows with the kernel"),
    ("SOF_TXTIME_FLAGS_MASK", "grows with the kernel"),
    ("TCP_DATA_OFFSET", "a mask for the header's bytes, which depends on their order"),
    ("TCP_FLAG_*", "a mask for the header's bytes, which depends on their order"),
    ("TCP_RESERVED_BITS", "a mask for the header's bytes, which depends on their order"),
    ("TLS_CONF_*", "messages of sock_diag, not of a socket"),
    ("TLS_INFO_*", "messages of sock_diag, not of a socket"),
];

/// What the table has beyond the headers of Linux 6.1 and glibc 2.36.
const NEWER: &[&str] = &[
    "IPPROTO_SMC",
    "MPTCP_FULL_INFO",
    "PACKET_FANOUT_FLAG_IGNORE_OUTGOING",
    "PACKET_VNET_HDR_SZ",
    "SCM_DEVMEM_DMABUF",
    "SCM_DEVMEM_LINEAR",
    "SCM_INQ",
    "SCM_PIDFD",
    "SCM_SECURITY",
    "SCM_TSTAMP_COMPLETION",
    "SCM_TS_OPT_ID",
    "SOF_TIMESTAMPING_OPT_ID_TCP",
    "SOF_TIMESTAMPING_OPT_RX_FILTER",
    "SOF_TIMESTAMPING_TX_COMPLETION",
    "SO_DEVMEM_DMABUF",
    "SO_DEVMEM_DONTNEED",
    "SO_DEVMEM_LINEAR",
    "SO_INQ",
    "SO_PASSPIDFD",
    "SO_PASSRIGHTS",
    "SO_PEERPIDFD",
    "SO_RCVPRIORITY",
    "TCP_AO_ADD_KEY",
    "TCP_AO_DEL_KEY",
    "TCP_AO_GET_KEYS",
    "TCP_AO_INFO",
    "TCP_AO_REPAIR",
    "TCP_DELACK_MAX_US",
    "TCP_IS_MPTCP",
    "TCP_RTO_MAX_MS",
    "TCP_RTO_MIN_US",
    "UDPLITE_RECV_CSCOV",
    "UDPLITE_SEND_CSCOV",
];

/// The constants that llsocket has had from the beginning, on whatever system has them.
const FIRST: &str = "
    AF_APPLETALK AF_CCITT AF_CHAOS AF_CNT AF_COIP AF_DATAKIT AF_DECnet AF_DLI AF_E164
    AF_ECMA AF_HYLINK AF_IEEE80211 AF_IMPLINK AF_INET6 AF_INET AF_IPX AF_ISDN AF_ISO AF_LAT
    AF_LINK AF_LOCAL AF_NATM AF_NDRV AF_NETBIOS AF_NS AF_OSI AF_PPP AF_PUP AF_RESERVED_36
    AF_ROUTE AF_SIP AF_SNA AF_SYSTEM AF_UNIX AF_UNSPEC AF_UTUN
    AI_ADDRCONFIG AI_ALL AI_CANONNAME AI_DEFAULT AI_NUMERICHOST AI_NUMERICSERV AI_PASSIVE
    AI_V4MAPPED AI_V4MAPPED_CFG
    IPPROTO_3PC IPPROTO_ADFS IPPROTO_AHIP IPPROTO_AH IPPROTO_APES IPPROTO_ARGUS IPPROTO_AX25
    IPPROTO_BHA IPPROTO_BLT IPPROTO_BRSATMON IPPROTO_CFTP IPPROTO_CHAOS IPPROTO_CMTP
    IPPROTO_CPHB IPPROTO_CPNX IPPROTO_DDP IPPROTO_DGP IPPROTO_DIVERT IPPROTO_DONE
    IPPROTO_DSTOPTS IPPROTO_EGP IPPROTO_EMCON IPPROTO_ENCAP IPPROTO_EON IPPROTO_ESP
    IPPROTO_ETHERIP IPPROTO_FRAGMENT IPPROTO_GGP IPPROTO_GMTP IPPROTO_GRE IPPROTO_HELLO
    IPPROTO_HMP IPPROTO_HOPOPTS IPPROTO_ICMPV6 IPPROTO_ICMP IPPROTO_IDPR IPPROTO_IDP
    IPPROTO_IDRP IPPROTO_IGMP IPPROTO_IGP IPPROTO_IGRP IPPROTO_IL IPPROTO_INLSP IPPROTO_INP
    IPPROTO_IPCOMP IPPROTO_IPCV IPPROTO_IPEIP IPPROTO_IPPC IPPROTO_IPV4 IPPROTO_IPV6
    IPPROTO_IP IPPROTO_IRTP IPPROTO_KRYPTOLAN IPPROTO_LARP IPPROTO_LEAF1 IPPROTO_LEAF2
    IPPROTO_MAX IPPROTO_MEAS IPPROTO_MHRP IPPROTO_MICP IPPROTO_MTP IPPROTO_MUX IPPROTO_ND
    IPPROTO_NHRP IPPROTO_NONE IPPROTO_NSP IPPROTO_NVPII IPPROTO_OSPFIGP IPPROTO_PGM
    IPPROTO_PIGP IPPROTO_PIM IPPROTO_PRM IPPROTO_PUP IPPROTO_PVP IPPROTO_RAW IPPROTO_RCCMON
    IPPROTO_RDP IPPROTO_ROUTING IPPROTO_RSVP IPPROTO_RVD IPPROTO_SATEXPAK IPPROTO_SATMON
    IPPROTO_SCCSP IPPROTO_SCTP IPPROTO_SDRP IPPROTO_SEP IPPROTO_SRPC IPPROTO_ST
    IPPROTO_SVMTP IPPROTO_SWIPE IPPROTO_TCF IPPROTO_TCP IPPROTO_TPXX IPPROTO_TP
    IPPROTO_TRUNK1 IPPROTO_TRUNK2 IPPROTO_TTP IPPROTO_UDP IPPROTO_VINES IPPROTO_VISA
    IPPROTO_VMTP IPPROTO_WBEXPAK IPPROTO_WBMON IPPROTO_WSN IPPROTO_XNET IPPROTO_XTP
    MSG_BATCH MSG_CMSG_CLOEXEC MSG_CONFIRM MSG_CTRUNC MSG_DONTROUTE MSG_DONTWAIT MSG_EOF
    MSG_EOR MSG_ERRQUEUE MSG_FASTOPEN MSG_FLUSH MSG_HAVEMORE MSG_HOLD MSG_MORE MSG_NEEDSA
    MSG_NOSIGNAL MSG_OOB MSG_PEEK MSG_RCVMORE MSG_SEND MSG_TRUNC MSG_TRYHARD
    MSG_WAITALL MSG_WAITFORONE MSG_WAITSTREAM
    NI_DGRAM NI_NAMEREQD NI_NOFQDN NI_NUMERICHOST NI_NUMERICSERV NI_WITHSCOPEID
    SOCK_DGRAM SOCK_RAW SOCK_RDM SOCK_SEQPACKET SOCK_STREAM
    SHUT_RD SHUT_WR SHUT_RDWR
";

macro_rules! blocks {
    ($(#[$systems:meta] { $($name:ident $(= $value:literal)?)+ })+) => {
        &[$((stringify!($systems), &[$(stringify!($name)),+])),+]
    };
}

/// The whole table, with the rows of other systems: the head of each block, and its names.
const BLOCKS: &[(&str, &[&str])] = for_each_constant!(blocks);

#[test]
fn values_are_those_of_the_headers() {
    let wrong: Vec<_> = CONSTANTS
        .iter()
        .filter_map(|&(name, value)| {
            let (header, expected) = headers().get(name)?;
            (value != *expected).then(|| format!("{name} is {value}, in {header} {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn names_are_those_of_the_headers() {
    let table = table();
    let unknown: Vec<_> =
        table.iter().filter(|&&name| !headers().contains_key(name)).copied().collect();
    eprintln!("not in the headers here, so not compared: {}", unknown.join(" "));
    let unexpected: Vec<_> = unknown.iter().filter(|name| !NEWER.contains(name)).collect();
    assert!(unexpected.is_empty(), "misspelt, or to be added to NEWER: {unexpected:?}");
    let stale: Vec<_> = NEWER.iter().filter(|&&name| !table.contains(name)).collect();
    assert!(stale.is_empty(), "in NEWER and not in the table: {stale:?}");
}

#[test]
fn families_are_whole() {
    let table = table();
    let left_out = |name: &str| {
        LEFT_OUT.iter().any(|(pattern, _)| match pattern.strip_suffix('*') {
            Some(beginning) => name.starts_with(beginning),
            None => name == *pattern,
        })
    };
    let lacking: Vec<_> = headers()
        .iter()
        .filter(|(name, _)| !table.contains(name.as_str()) && !left_out(name))
        .map(|(name, (header, value))| format!("{name} = {value} ({header})"))
        .collect();
    if headers_are_newer() {
        eprintln!("newer headers than the table was made from; it lacks: {lacking:#?}");
    } else {
        assert!(lacking.is_empty(), "to be added to the table or to LEFT_OUT: {lacking:#?}");
    }
}

#[test]
fn first_constants_are_all_there() {
    let table = table();
    let anywhere: BTreeSet<_> = BLOCKS.iter().flat_map(|(_, names)| *names).copied().collect();
    for name in FIRST.split_whitespace() {
        assert!(anywhere.contains(name), "{name} is in no block");
        assert!(
            table.contains(name) || !headers().contains_key(name),
            "the headers here have {name}"
        );
    }
}

#[test]
fn no_name_comes_twice() {
    assert_eq!(table().len(), CONSTANTS.len());
    for system in ["linux", "macos", "freebsd", "netbsd", "openbsd"] {
        let mut seen = BTreeSet::new();
        for (systems, names) in BLOCKS {
            if *systems == "cfg(unix)" || systems.contains(&format!("{system:?}")) {
                let twice: Vec<_> = names.iter().filter(|&&name| !seen.insert(name)).collect();
                assert!(twice.is_empty(), "twice on {system}: {twice:?}");
            }
        }
        assert!(seen.len() > 200, "{system} has blocks of its own");
    }
}

#[test]
fn errors_have_names() {
    assert_eq!(errno_name(libc::EAGAIN), Some("EAGAIN"));
    assert_eq!(errno_name(libc::EOPNOTSUPP), Some("EOPNOTSUPP"));
    assert_eq!(errno_name(libc::EDEADLK), Some("EDEADLK"));
    assert_eq!(errno_name(0), None);
    assert_eq!(errno_name(libc::EAI_NONAME), Some("EAI_NONAME"));
    assert_eq!(errno_name(-1000), None);
}

fn table() -> BTreeSet<&'static str> {
    CONSTANTS.iter().map(|&(name, _)| name).collect()
}

/// Every integer of the families in the headers: its name, the first header that has it, its value.
fn headers() -> &'static BTreeMap<String, (&'static str, i64)> {
    static HEADERS_READ: OnceLock<BTreeMap<String, (&'static str, i64)>> = OnceLock::new();
    HEADERS_READ.get_or_init(|| {
        let mut all = BTreeMap::new();
        for header in HEADERS {
            for (name, value) in values(header, names(header)) {
                let (first, known) = *all.entry(name.clone()).or_insert((*header, value));
                assert_eq!(known, value, "{first} and {header} differ about {name}");
            }
        }
        assert!(all.len() > 1000, "the headers were read: {}", all.len());
        all
    })
}

fn headers_are_newer() -> bool {
    let linux = values("linux/version.h", ["LINUX_VERSION_CODE".to_owned()].into());
    let glibc = values("features.h", ["__GLIBC_MINOR__".to_owned()].into());
    linux["LINUX_VERSION_CODE"] >> 8 > 0x0601 || glibc["__GLIBC_MINOR__"] > 36
}

/// What the header, with all that it includes, names of the families.
fn names(header: &str) -> BTreeSet<String> {
    let source = file("names.c", &beginning(header));
    let output = cc(&["-E", "-dD", &source]);
    assert!(output.status.success(), "{header}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout)
        .split(|character: char| !character.is_ascii_alphanumeric() && character != '_')
        .filter(|word| {
            FAMILIES.iter().any(|family| word.starts_with(family))
                || header.ends_with("errno.h") && is_errno(word)
        })
        .map(str::to_owned)
        .collect()
}

fn is_errno(word: &str) -> bool {
    word.len() > 2
        && word.starts_with('E')
        && word
            .chars()
            .all(|character| character.is_ascii_uppercase() || character.is_ascii_digit())
}

/// The values of those names that are integers, by a program that prints them.
fn values(header: &str, mut names: BTreeSet<String>) -> BTreeMap<String, i64> {
    let program = format!("{}/values", env!("CARGO_TARGET_TMPDIR"));
    loop {
        let beginning = beginning(header);
        let mut text = beginning.clone();
        for name in &names {
            // A pointer has no bits to be joined with others, nor has a type a value.
            writeln!(text, "{{ \"{name}\", ({name}) | 0LL }},").expect("a string takes it all");
        }
        text.push_str("{ 0, 0 } };\nint main(void) { for (int i = 0; table[i].name; i++) ");
        text.push_str("printf(\"%s %lld\\n\", table[i].name, table[i].value); return 0; }\n");
        let source = file("values.c", &text);
        let output = cc(&["-w", "-fmax-errors=0", "-o", &program, &source]);
        if output.status.success() {
            break;
        }
        let errors = String::from_utf8_lossy(&output.stderr);
        let refused: BTreeSet<usize> = errors
            .lines()
            .filter_map(|line| {
                line.strip_prefix(&source)?.strip_prefix(':')?.split(':').next()?.parse().ok()
            })
            .collect();
        let before = names.len();
        let mut line = beginning.lines().count();
        names.retain(|_| {
            line += 1;
            !refused.contains(&line)
        });
        assert!(names.len() < before, "{header}: {errors}");
    }
    let output = Command::new(program).output().expect("the program runs");
    String::from_utf8(output.stdout)
        .expect("names are ASCII")
        .lines()
        .map(|line| {
            let (name, value) = line.split_once(' ').expect("a name and a value");
            (name.to_owned(), value.parse().expect("an integer"))
        })
        .collect()
}

fn beginning(header: &str) -> String {
    // Some of the kernel's headers rely on the two others to have been included.
    format!(
        "#define _GNU_SOURCE\n#include <stdint.h>\n#include <sys/socket.h>\n#include <{header}>\n\
         int printf(const char *, ...);\n\
         static const struct {{ const char *name; long long value; }} table[] = {{\n"
    )
}

fn cc(arguments: &[&str]) -> Output {
    let compiler = env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    Command::new(&compiler)
        .args(arguments)
        .env("LC_ALL", "C")
        .output()
        .unwrap_or_else(|error| panic!("{compiler}: {error}"))
}

fn file(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("the target's directory is writable");
    path.to_str().expect("the path is UTF-8").to_owned()
}
