//! llsocket for Lua: one translation of the core for each of its files, over the raw calls in `ffi`.
//!
//! `require "llsocket"` gives the constants and the modules; each module can be required by itself
//! and is then the same table. A Rust program that embeds Lua calls [`preload`].

#![deny(unsafe_code)]
#![expect(clippy::unnecessary_wraps, reason = "every function has the one form that `ffi` takes")]

mod address;
mod connection;
mod device;
#[expect(unsafe_code, reason = "the raw calls into Lua's C interface")]
mod ffi;
mod inet;
#[expect(unsafe_code, reason = "the C functions that Lua looks up by name")]
pub mod luaopen;
mod methods;
mod modules;
mod netdb;
mod options;
mod poll;
mod resolve;
mod results;
mod send_recv;
mod socket;
mod unix;
mod wait;
mod whole;

pub use luaopen::preload;
