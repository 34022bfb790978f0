//! The BSD socket layer behind llsocket: everything that the kernel's socket interface can do,
//! with results in place of exceptions, and no word of Lua or Python.
//!
//! Two tables say what there is: [`for_each_option!`] and [`for_each_constant!`]. The rest stands
//! in the order in which a socket is used: it is made ([`Socket`]), named ([`Addr`],
//! [`AddrInfo`]), linked to its peer, talked through, and waited for.

mod activation;
mod address;
pub mod constants;
mod control;
pub mod device;
mod error;
mod filter;
mod info;
mod link;
mod lookup;
mod membership;
mod memory;
pub mod name;
mod option;
mod options;
mod outcome;
mod poll;
mod reserve;
mod resolve;
mod shared;
mod socket;
mod sys;
mod text;
mod transfer;

pub use activation::{Handed, listenfds};
pub use address::{Addr, AddrInfo, Unix};
pub use device::Interface;
pub use error::{Error, Reason, Result};
pub use filter::{Instruction, Program};
pub use info::{Fields, RawValue};
pub use link::Backlog;
pub use lookup::Lookup;
pub use membership::Numeric;
pub use option::{Kind, Name, Seconds, Size, Spec, Unsigned64};
pub use options::OPTIONS;
pub use outcome::Outcome;
pub use reserve::ReserveAllocator;
pub use resolve::{HOST_MAX, NameInfo, Resolved, getaddrinfo};
pub use shared::{Shared, User};
pub use socket::{Socket, close, shutdown};
pub use sys::{OS, UNIXPATH_MAX};
pub use text::Text;
pub use transfer::{DEFAULT_BUFSIZE, TRUSTED_BUFSIZE, bufsize};
