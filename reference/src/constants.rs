//! The constants, by family, each with the systems that have it.

use std::collections::BTreeMap;

use llsocket_core::for_each_constant;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Lit, Meta, MetaList, Token};

/// A constant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Constant {
    /// Its name, as in C.
    pub(crate) name: &'static str,
    /// The systems that have it; none for all of them.
    pub(crate) systems: Vec<&'static str>,
}

/// Constants of one kind.
#[derive(Clone, Debug)]
pub(crate) struct Family {
    /// What their names begin with: `AF_`.
    pub(crate) prefix: &'static str,
    /// What they are.
    pub(crate) title: &'static str,
    /// The constants, by name.
    pub(crate) constants: Vec<Constant>,
}

macro_rules! table {
    ($(#[$systems:meta] { $($name:ident $(= $value:literal)?)+ })+) => {
        &[$((stringify!($systems), &[$(stringify!($name)),+])),+]
    };
}

/// The core's table: for each condition the names.
const TABLE: &[(&str, &[&str])] = for_each_constant!(table);

/// The systems that the table is for, as Rust spells them.
const SYSTEMS: &[&str] = &["linux", "macos", "freebsd", "netbsd", "openbsd"];

/// What the names of a family begin with, and what they are. The last that fits is right.
const FAMILIES: &[(&str, &str)] = &[
    ("AF_", "Address families"),
    ("PF_", "Protocol families"),
    ("SOCK_", "Socket types, and the flags that go with them"),
    ("IPPROTO_", "Protocols"),
    ("SHUT_", "Ends of a shutdown"),
    ("SOMAXCONN", "The longest backlog"),
    ("MSG_", "Message flags"),
    ("SCM_", "Types of control messages"),
    ("SOL_", "Option levels"),
    ("SO_", "Options of every socket"),
    ("SOF_", "Flags of the option timestamping"),
    ("SOF_TXTIME_", "Flags of the option txtime"),
    ("LOCAL_", "Options of unix sockets"),
    ("IP_", "Options of IPv4"),
    ("IPTOS_", "Values of the options tos and tclass"),
    ("IPV6_", "Options of IPv6"),
    ("MCAST_", "Multicast options of both families"),
    ("INADDR_", "IPv4 addresses, as numbers in the host's byte order"),
    ("IN6ADDR_", "IPv6 addresses"),
    ("TCP_", "Options and states of TCP"),
    ("MPTCP_", "Multipath TCP"),
    ("UDP_", "Options of UDP"),
    ("UDPLITE_", "Options of UDP-Lite"),
    ("TLS_", "Options, versions and ciphers of TLS in the kernel"),
    ("NETLINK_", "Families and options of netlink"),
    ("RTMGRP_", "Group masks of netlink's routing family"),
    ("RTNLGRP_", "Groups of netlink's routing family"),
    ("VMADDR_", "Addresses of vsock"),
    ("PACKET_", "Types and options of packet sockets"),
    ("TPACKET_", "Values of the option packetversion"),
    ("ETH_", "Ethernet"),
    ("IFF_", "Flags of an interface"),
    ("AI_", "Flags of getaddrinfo"),
    ("NI_", "Flags of nameinfo"),
    ("E", "Errors of the system"),
    ("EAI_", "Errors of the resolver"),
    ("POLL", "Events of poll"),
    ("EPOLL", "Events and flags of epoll"),
];

/// The constants of all systems, by family.
pub(crate) fn families() -> Vec<Family> {
    let mut families: Vec<Family> = FAMILIES
        .iter()
        .map(|&(prefix, title)| Family { prefix, title, constants: Vec::new() })
        .collect();
    for (name, systems) in constants() {
        let family = families.iter_mut().rev().find(|family| name.starts_with(family.prefix));
        let family = family.unwrap_or_else(|| panic!("constants.rs: {name} belongs to no family"));
        family.constants.push(Constant { name, systems });
    }
    families.retain(|family| !family.constants.is_empty());
    families
}

/// Each name once, with all systems that have it.
fn constants() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut constants: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (condition, names) in TABLE {
        let condition: Meta = syn::parse_str(condition)
            .unwrap_or_else(|error| panic!("constants.rs: {condition}: {error}"));
        let systems: Vec<_> =
            SYSTEMS.iter().copied().filter(|system| admits(&condition, system)).collect();
        for &name in *names {
            constants.entry(name).or_default().extend(&systems);
        }
    }
    for systems in constants.values_mut() {
        if SYSTEMS.iter().all(|system| systems.contains(system)) {
            systems.clear();
        }
    }
    constants
}

/// Whether a `cfg` admits a system, on any of its architectures and with any of its C libraries.
fn admits(condition: &Meta, system: &str) -> bool {
    let inner = |list: &MetaList| {
        list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            .unwrap_or_else(|error| panic!("constants.rs: a cfg: {error}"))
    };
    match condition {
        Meta::Path(path) if path.is_ident("unix") => true,
        Meta::NameValue(pair) if pair.path.is_ident("target_os") => {
            matches!(&pair.value, Expr::Lit(ExprLit { lit: Lit::Str(name), .. }) if name.value() == system)
        }
        Meta::NameValue(_) => true,
        Meta::List(list) if list.path.is_ident("any") => {
            inner(list).iter().any(|inner| admits(inner, system))
        }
        // What is left out is an architecture, which never leaves out a system.
        Meta::List(list) if list.path.is_ident("not") => true,
        Meta::List(list) => inner(list).iter().all(|inner| admits(inner, system)),
        Meta::Path(_) => panic!("constants.rs: a cfg of an unknown kind"),
    }
}
