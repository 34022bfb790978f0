//! Values of results: what a visitor is told of them, and that what they own is closed or handed over.

mod common;

use std::os::fd::{AsRawFd, OwnedFd, RawFd};

use llsocket_core::device::{HardwareAddrs, InterfaceAddr, NameIndex};
use llsocket_core::value::{ListVisitor, RecordVisitor, Visitor};
use llsocket_core::{
    ActivatedSocket, Addr, AddrInfo, AddrInfoList, Fields, Interface, NameInfo, SockFilter, Socket,
    Value,
};

use common::{alone, descriptors};

/// Writes values down, as many parts of them as `left` says, and takes their sockets.
#[derive(Clone, Copy)]
struct Writer<'a> {
    left: &'a std::cell::Cell<usize>,
    taken: &'a std::cell::RefCell<Vec<Socket>>,
}

/// The host's lack of memory.
#[derive(Debug, PartialEq, Eq)]
struct NoMemory;

impl Writer<'_> {
    fn part(self, text: String) -> Result<String, NoMemory> {
        let left = self.left.get().checked_sub(1).ok_or(NoMemory)?;
        self.left.set(left);
        Ok(text)
    }
}

impl Visitor for Writer<'_> {
    type Made = String;
    type Error = NoMemory;
    type List = Items<Self>;
    type Record = Items<Self>;

    fn absent(self) -> Result<String, NoMemory> {
        self.part("absent".to_string())
    }
    fn boolean(self, value: bool) -> Result<String, NoMemory> {
        self.part(value.to_string())
    }
    fn integer(self, value: i64) -> Result<String, NoMemory> {
        self.part(value.to_string())
    }
    fn float(self, value: f64) -> Result<String, NoMemory> {
        self.part(format!("{value:?}"))
    }
    fn bytes(self, bytes: &[u8]) -> Result<String, NoMemory> {
        self.part(format!("{bytes:?}"))
    }
    fn text(self, text: &[u8]) -> Result<String, NoMemory> {
        self.part(String::from_utf8_lossy(text).into_owned())
    }
    fn address(
        self,
        info: AddrInfo,
        canonname: Option<&mut Box<[u8]>>,
    ) -> Result<String, NoMemory> {
        let name = canonname.map_or(&b""[..], |name| name);
        self.part(format!("{}/{}", info.addr.text(), String::from_utf8_lossy(name)))
    }
    fn socket(self, socket: &mut Socket) -> Result<String, NoMemory> {
        let made = self.part("socket".to_string())?;
        self.taken.borrow_mut().push(std::mem::replace(socket, Socket::closed()));
        Ok(made)
    }
    fn descriptor(self, fd: RawFd) -> Result<String, NoMemory> {
        self.part(format!("fd {}", fd >= 0))
    }
    fn list(self, len: usize) -> Result<Items<Self>, NoMemory> {
        self.part(String::new()).map(|_| Items { visitor: self, room: len, parts: Vec::new() })
    }
    fn record(self, len: usize) -> Result<Items<Self>, NoMemory> {
        self.list(len)
    }
}

struct Items<V> {
    visitor: V,
    room: usize,
    parts: Vec<String>,
}

impl ListVisitor for Items<Writer<'_>> {
    type Made = String;
    type Error = NoMemory;

    fn item(&mut self, item: &mut impl Value) -> Result<(), NoMemory> {
        self.parts.push(item.visit(self.visitor)?);
        Ok(())
    }
    fn end(self) -> Result<String, NoMemory> {
        assert_eq!(self.parts.len(), self.room, "{:?}", self.parts);
        Ok(format!("[{}]", self.parts.join(", ")))
    }
}

impl RecordVisitor for Items<Writer<'_>> {
    type Made = String;
    type Error = NoMemory;

    fn set(&mut self, name: &[u8], value: &mut impl Value) -> Result<(), NoMemory> {
        let value = value.visit(self.visitor)?;
        self.parts.push(format!("{}: {value}", String::from_utf8_lossy(name)));
        Ok(())
    }
    fn end(self) -> Result<String, NoMemory> {
        assert!(self.parts.len() <= self.room, "{:?}", self.parts);
        Ok(format!("{{{}}}", self.parts.join(", ")))
    }
}

/// `value` written down, if it has no more than `parts` parts, and released then as a host does.
fn written_within(parts: usize, mut value: impl Value) -> Result<String, NoMemory> {
    let left = std::cell::Cell::new(parts);
    let taken = std::cell::RefCell::new(Vec::new());
    let text = value.visit(Writer { left: &left, taken: &taken })?;
    value.release();
    Ok(text)
}

fn written(value: impl Value) -> String {
    written_within(usize::MAX, value).expect("there is memory enough")
}

fn addr(text: &str) -> Addr {
    Addr::parse(text.as_bytes(), 0).expect("an address")
}

fn info(text: &str) -> AddrInfo {
    AddrInfo { addr: addr(text), socktype: 0, protocol: 0 }
}

fn socket() -> Socket {
    let info = AddrInfo { addr: addr("127.0.0.1"), socktype: libc::SOCK_DGRAM, protocol: 0 };
    Socket::new(&info, false).expect("a socket")
}

#[test]
fn parts_have_their_names_and_order() {
    assert_eq!(written([1u16, 2]), "[1, 2]");
    assert_eq!(written(Vec::<u32>::new()), "[]");
    assert_eq!(written(None::<i64>), "absent");
    assert_eq!(written(SockFilter { code: 6, jt: 1, jf: 2, k: 3 }), "[6, 1, 2, 3]");
    assert_eq!(written(Interface::Name(b"lo"[..].into())), "lo");
    assert_eq!(written(Interface::Index(7)), "7");
    assert_eq!(written(Fields(vec![("rtt", 5), ("state", -1)])), "{rtt: 5, state: -1}");
    let names = NameInfo { host: b"localhost"[..].into(), serv: b"http"[..].into() };
    assert_eq!(written(names), "{host: localhost, serv: http}");
    let index = NameIndex { index: 1, name: b"lo"[..].into() };
    assert_eq!(written(vec![index]), "[{index: 1, name: lo}]");
    let hardware = HardwareAddrs(vec![(b"eth0"[..].into(), addr("::1"))]);
    assert_eq!(written(hardware), "{eth0: ::1}");
}

#[test]
fn absent_fields_are_left_out() {
    let mut entry = InterfaceAddr {
        name: b"lo"[..].into(),
        index: 1,
        flags: 73,
        mtu: None,
        label: None,
        addr: None,
        netmask: None,
        broadaddr: None,
        dstaddr: None,
    };
    assert_eq!(written(entry), "{name: lo, index: 1, flags: 73}");
    entry.mtu = Some(1500);
    entry.addr = Some(addr("127.0.0.1"));
    entry.netmask = Some(addr("255.0.0.0"));
    let expected = format!(
        "{{name: lo, index: 1, flags: 73, mtu: 1500, family: {}, addr: 127.0.0.1/, netmask: 255.0.0.0/}}",
        libc::AF_INET
    );
    assert_eq!(written(entry), expected);
}

#[test]
fn the_first_address_of_a_list_has_the_canonical_name() {
    let canonname = Some(b"host.example"[..].into());
    let found = AddrInfoList { list: vec![info("127.0.0.1"), info("::1")], canonname };
    assert_eq!(written(found), "[127.0.0.1/host.example, ::1/]");
    let none = AddrInfoList { list: Vec::new(), canonname: None };
    assert_eq!(written(none), "[]");
}

#[test]
fn what_a_host_cannot_take_is_closed() {
    alone("what_a_host_cannot_take_is_closed", || {
        let before = descriptors();
        let activated = |name: &[u8]| ActivatedSocket { socket: socket(), name: name.into() };
        let list = || vec![activated(b"one"), activated(b"two")];
        assert_eq!(written(list()), "[{socket: socket, name: one}, {socket: socket, name: two}]");
        for parts in 0..7 {
            assert_eq!(written_within(parts, list()), Err(NoMemory), "{parts}");
            assert_eq!(descriptors(), before, "{parts}");
        }
        let pair = || vec![Some(owned()), None, Some(owned())];
        for parts in 0..4 {
            assert_eq!(written_within(parts, pair()), Err(NoMemory), "{parts}");
            assert_eq!(descriptors(), before, "{parts}");
        }
    });
}

#[test]
fn released_descriptors_stay_open() {
    alone("released_descriptors_stay_open", || {
        let before = descriptors();
        let pair = vec![Some(owned()), Some(owned())];
        let numbers: Vec<_> = pair.iter().flatten().map(AsRawFd::as_raw_fd).collect();
        assert_eq!(written(pair), "[fd true, fd true]");
        assert_eq!(descriptors(), before + 2);
        for fd in numbers {
            llsocket_core::close(fd, None).expect("it is open");
        }
        let fd = owned();
        let number = fd.as_raw_fd();
        assert_eq!(written(fd), "fd true");
        llsocket_core::close(number, None).expect("it is open");
        assert_eq!(descriptors(), before);
    });
}

fn owned() -> OwnedFd {
    socket().unwrap().expect("it is open")
}
