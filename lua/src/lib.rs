//! llsocket for Lua: one translation of the core for each of its files, over one frame.
//!
//! `require "llsocket"` gives the constants and the modules; each module can be required by itself
//! and is then the same table. A Rust program that embeds Lua calls [`preload`].

#![deny(unsafe_code)]
#![expect(
    clippy::unnecessary_wraps,
    reason = "every function has the one form that the frame takes"
)]

mod address;
mod device;
mod filter;
#[expect(unsafe_code, reason = "the border to Lua's C interface: all of it is here")]
mod frame;
mod info;
mod link;
mod membership;
mod modules;
mod name;
mod options;
mod poll;
mod resolve;
mod results;
mod socket;
mod transfer;

pub use frame::{entries, preload};
