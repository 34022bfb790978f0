//! The options: every row of the table, on sockets that it fits, on others, and on closed ones.

mod common;

use std::fmt::Debug;

use libc::{SOCK_DGRAM, SOCK_STREAM};
use llsocket_core::{
    AddrInfo, Kind, Name, OPTIONS, Result, Seconds, Size, Socket, Unsigned64, for_each_option,
};

use common::{ip, refused};

/// What can be done with a row, whatever type it carries.
struct Row {
    name: &'static str,
    /// The levels that it is kept on: one, or two where the family decides.
    levels: &'static [&'static str],
    /// Reads the value, as text.
    read: fn(&Socket) -> Result<String>,
    /// How to set it, where that is possible.
    write: Option<Write>,
}

struct Write {
    /// Sets what was just read, and gives the answer and what is read then.
    back: fn(&Socket) -> Result<(String, String)>,
    /// Sets some value.
    any: fn(&Socket) -> Result<String>,
}

fn text(value: impl Debug) -> String {
    format!("{value:?}")
}

macro_rules! write {
    ($name:ident) => {
        None
    };
    ($name:ident $new:ty) => {
        Some(Write {
            back: |sock| {
                let value = sock.$name(None)?;
                let given = sock.$name(Some(value))?;
                assert_eq!(text(given), text(value), "the value that was set is given back");
                Ok((text(value), text(sock.$name(None)?)))
            },
            any: |sock| sock.$name(Some(<$new as Some_>::some())).map(text),
        })
    };
}

/// Some value of a type that options carry.
trait Some_ {
    fn some() -> Self;
}

macro_rules! some {
    ($($ty:ty = $value:expr;)+) => {
        $(impl Some_ for $ty {
            fn some() -> Self {
                $value
            }
        })+
    };
}

some! {
    bool = true;
    i32 = 1;
    u32 = 1;
    Size = Size(4096);
    Seconds = Seconds(1.0);
    Unsigned64 = Unsigned64(1 << 20);
    Name = Name::from(&b"lo"[..]);
}

macro_rules! rows {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident($($arg:ident: $new:ty)?) -> $ty:ty =
            $level:ident / $optname:ident $(| $level6:ident / $optname6:ident)?;
    )+) => {
        &[$(Row {
            name: stringify!($name),
            levels: &[stringify!($level) $(, stringify!($level6))?],
            read: |sock| sock.$name($(None::<$new>)?).map(text),
            write: write!($name $($new)?),
        }),+]
    };
}

const ROWS: &[Row] = for_each_option!(rows);

#[test]
fn matrix() {
    let [tcp, _a] = common::tcp();
    let [udp, _b] = common::udp();
    let [us, _c] = common::unix(SOCK_STREAM);
    let [ud, _d] = common::unix(SOCK_DGRAM);
    let new = |text, ty| Socket::new(&ip(text, 0, ty), false).unwrap();
    let nl = Socket::new(&AddrInfo::netlink(0, 0, 0, 0).unwrap(), false).unwrap();
    let raw = Socket::new(&AddrInfo { protocol: 1, ..ip("127.0.0.1", 0, 3) }, false).unwrap();
    let socks = [("tcp", tcp), ("tcpnew", new("127.0.0.1", 1)), ("tcp6", new("::1", 1)), ("udp", udp), ("udpnew", new("127.0.0.1", 2)), ("udp6", new("::1", 2)), ("us", us), ("ud", ud), ("nl", nl), ("raw", raw)];
    for row in ROWS {
        for (n, s) in &socks {
            let r = (row.read)(s);
            let r = match r { Ok(t) => t, Err(e) => llsocket_core::constants::errno_name(e.number()).unwrap().to_owned() };
            let w = row.write.as_ref().map(|w| match (w.back)(s) { Ok((a,b)) => if a == b { "same".to_owned() } else { b }, Err(e) => llsocket_core::constants::errno_name(e.number()).unwrap().to_owned() });
            print!("{}[{}]={r}/{} ", row.name, n, w.unwrap_or("-".into()));
        }
        println!();
    }
}
