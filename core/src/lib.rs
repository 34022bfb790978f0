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
mod fork;
mod ifname;
mod info;
mod lookup;
mod memory;
mod multicast;
pub mod netdb;
mod option;
mod options;
mod outcome;
mod per_thread;
mod reserve;
mod resolve;
mod scratch;
mod send_recv;
mod sendfile;
mod shared;
mod socket;
mod sys;
mod text;
mod wait;
mod wakeup;

pub use activation::{ActivatedSocket, LISTEN_VARIABLES, listenfds};
pub use address::{Addr, Unix};
pub use addrinfo::AddrInfo;
pub use bpf::{BpfProgram, SockFilter};
pub use connection::{Backlog, Connect};
pub use device::Interface;
pub use error::{Error, Reason, Result};
pub use info::{Fields, RawValue};
pub use lookup::Lookup;
pub use multicast::IpArg;
pub use option::{
    Name, OptionAccess, OptionKind, OptionSpec, Seconds, Size, TrafficClass, Unsigned64,
};
pub use options::OPTIONS;
pub use outcome::{Outcome, was_interrupted};
pub use per_thread::PerThread;
pub use reserve::ReserveAllocator;
pub use resolve::{AddrInfoList, HOST_MAX, NameInfo, getaddrinfo};
pub use scratch::Scratch;
pub use send_recv::LARGEST_IP;
pub use sendfile::SendFile;
pub use shared::{InUse, Shared};
pub use socket::{Socket, close, shutdown};
pub use sys::{OS, UNIXPATH_MAX, random_word};
pub use text::Text;
pub use wait::{Attempt, Blocking, Progress, Readiness};
pub use wakeup::reserve_wakeup;
