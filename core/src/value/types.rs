//! The types of this crate as values.

use super::{ListVisitor, RecordVisitor, Value, Visitor, records, scalars};
use crate::device::{HardwareAddrs, InterfaceAddr, NameIndex};
use crate::netdb::AddrBytes;
use crate::{
    ActivatedSocket, Addr, AddrInfo, AddrInfoList, Fanout, Fields, FlowLabel, Interface,
    MptcpFullInfo, MsFilter, MtuInfo, NameInfo, OptionBytes, RawValue, Seconds, SecurityContext,
    Size, SockFilter, Subflow, SubflowAddrs, Text, TrafficClass, TxTime, Unsigned64,
};

records! {
    NameInfo { host, serv }
    NameIndex { index, name }
    ActivatedSocket { socket, name }
    TxTime { clockid, flags }
    Fanout { id, mode, flags }
    FlowLabel { label, addr, share, expires, linger }
    MsFilter { mode, sources }
    MtuInfo { mtu, addr }
    SubflowAddrs { sockname, peername }
    Subflow { id, sockname, peername, tcpinfo }
    MptcpFullInfo { mptcpinfo, subflows }
}

scalars! {
    Unsigned64: |visitor, value| visitor.integer(value.0);
    Size: |visitor, value| visitor.integer(value.0.into());
    TrafficClass: |visitor, value| visitor.integer(value.0.into());
    Seconds: |visitor, value| visitor.float(value.0);
}

impl<const N: usize> Value for Text<N> {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        visitor.text(self.as_bytes())
    }
}

/// The bytes of an address.
impl Value for AddrBytes {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        visitor.bytes(self.to_text().as_bytes())
    }
}

impl Value for AddrInfo {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        visitor.address(*self, None)
    }
}

/// An address without a type of socket.
impl Value for Addr {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        visitor.address(AddrInfo { addr: *self, socktype: 0, protocol: 0 }, None)
    }
}

/// A list of addresses. The canonical name goes with the first.
impl Value for AddrInfoList {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        /// An address and its canonical name, which the list owns.
        struct WithCanonname<'a>(AddrInfo, Option<&'a mut Box<[u8]>>);

        impl Value for WithCanonname<'_> {
            fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
                visitor.address(self.0, self.1.as_deref_mut())
            }
        }

        let mut list = visitor.list(self.list.len())?;
        let mut canonname = self.canonname.as_mut();
        for &info in &self.list {
            list.item(&mut WithCanonname(info, canonname.take()))?;
        }
        list.end()
    }
}

/// An interface's name, or the index that it was given by.
impl Value for Interface {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        match self {
            Self::Name(name) => name.visit(visitor),
            Self::Index(index) => index.visit(visitor),
        }
    }
}

impl Value for InterfaceAddr {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        let mut record = visitor.record(10)?;
        record.field("name", &mut self.name)?;
        record.field("index", &mut self.index)?;
        record.field("flags", &mut self.flags)?;
        record.field("mtu", &mut self.mtu)?;
        record.field("label", &mut self.label)?;
        record.field("family", &mut self.addr.map(|addr| addr.family()))?;
        record.field("addr", &mut self.addr)?;
        record.field("netmask", &mut self.netmask)?;
        record.field("broadaddr", &mut self.broadaddr)?;
        record.field("dstaddr", &mut self.dstaddr)?;
        record.end()
    }
}

/// Hardware addresses as text, by the names of their interfaces.
impl Value for HardwareAddrs {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        let mut record = visitor.record(self.0.len())?;
        for (name, addr) in &self.0 {
            record.set(name.as_bytes(), &mut addr.text())?;
        }
        record.end()
    }
}

/// Numbers by their names.
impl Value for Fields {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        let mut record = visitor.record(self.0.len())?;
        for (name, number) in &mut self.0 {
            record.field(name, number)?;
        }
        record.end()
    }
}

/// An instruction as a list of its four numbers.
impl Value for SockFilter {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        let &mut Self { code, jt, jf, k } = self;
        [code.into(), jt.into(), jf.into(), k].visit(visitor)
    }
}

/// An option's value: an integer, or the bytes of a structure.
impl Value for RawValue<'_> {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        match self {
            Self::Int(value) => value.visit(visitor),
            Self::Bytes(bytes) => visitor.bytes(bytes),
        }
    }
}

/// The bytes of an option's value.
impl Value for OptionBytes {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        visitor.bytes(&self.0)
    }
}

/// A security context as text.
impl Value for SecurityContext {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        visitor.text(&self.0)
    }
}
