//! The BSD socket layer behind llsocket: everything that the kernel's socket interface can do, with
//! results in place of exceptions, and without any knowledge of Lua or Python.
//!
//! Two tables list the options and the constants: [`for_each_option!`] and [`for_each_constant!`].
//! The rest is in the order in which a socket is used: it is opened ([`Socket`]), given an address
//! ([`Addr`], [`AddrInfo`]), connected, and used to send, receive and wait.

mod activation;
mod address;
mod addrinfo;
mod bpf;
mod connection;
pub mod constants;
mod control;
pub mod device;
mod error;
mod flowlabel;
mod ifname;
mod inet;
mod info;
mod lookup;
mod memory;
mod methods;
mod mptcp;
mod msfilter;
mod multicast;
pub mod netdb;
mod option;
mod option_value;
mod options;
mod outcome;
pub mod poll;
mod queue;
mod raw_option;
mod reserve;
mod resolve;
mod scratch;
mod send_recv;
mod sendfile;
mod shared;
mod socket;
mod spelling;
mod structured_options;
mod sys;
mod text;
mod unix;
pub mod value;
mod wait;
mod wakeup;
mod whole;

pub use activation::{ActivatedSocket, LISTEN_VARIABLES, listenfds};
pub use address::{Addr, Unix};
pub use addrinfo::AddrInfo;
pub use bpf::{BpfProgram, SockFilter};
pub use connection::{Backlog, Connect};
pub use device::Interface;
pub use error::{Error, Reason, Result};
pub use flowlabel::FlowLabel;
pub use inet::{InetConnect, Resolved, inet_connect, inet_listen};
pub use info::{Fields, MtuInfo, SecurityContext};
pub use lookup::{Lookup, Waited};
pub use mptcp::{MptcpFullInfo, Subflow, SubflowAddrs};
pub use msfilter::{MsFilter, Sources};
pub use multicast::IpArg;
pub use option::{OptionAccess, OptionSpec};
pub use option_value::{Name, OptionKind, Seconds, Size, TrafficClass, Unsigned64};
pub use options::OPTIONS;
pub use outcome::{Outcome, was_interrupted};
pub use raw_option::RawValue;
pub use reserve::ReserveAllocator;
pub use resolve::{AddrInfoList, HOST_MAX, NameInfo, Service, getaddrinfo};
pub use scratch::Scratch;
pub use send_recv::{LARGEST_IP, is_nowait, nowait};
pub use sendfile::SendFile;
pub use shared::{InUse, Shared, TakeFd};
pub use socket::{Socket, close, shutdown};
pub use spelling::{Missing, missing_constant};
pub use structured_options::{Fanout, OptionBytes, TxTime};
pub use sys::{OS, PerThread, UNIXPATH_MAX, c, fd, random_word};
pub use text::Text;
pub use unix::{UnixConnect, unix_connect, unix_listen};
pub use value::Value;
pub use wait::{Attempt, Blocking, Progress, Readiness};
pub use wakeup::reserve_wakeup;
pub use whole::{RecvExactly, SendAll};
