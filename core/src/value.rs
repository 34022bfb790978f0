//! The values of results: what a call gives is walked by a visitor, of which each language has one.
//!
//! A type implements [`Value`] once, here in the core, and thereby becomes a value in every language. The names of a
//! record's fields stand nowhere else.

mod types;

use crate::fd::{AsRawFd, IntoRawFd, OwnedFd, RawFd};
use crate::{AddrInfo, Socket};

/// What a call gives.
pub trait Value: Sized {
    /// Whether it is the value of a call that gives none, but only tells whether it failed.
    const IS_UNIT: bool = false;

    /// Whether it is one number or boolean, for which a host needs no memory.
    const IS_SCALAR: bool = false;

    /// Tells `visitor` what this is.
    ///
    /// What it owns stays where it is, except for what the visitor takes. A visitor may leave by longjmp(3), as
    /// Lua's errors do; so an implementation has no variable of its own whose type has a destructor.
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error>;

    /// Whether it is absent: a record leaves out such a field.
    fn is_absent(&self) -> bool {
        false
    }

    /// Gives up the descriptors that were visited, for the host has the whole result now. Otherwise they are closed
    /// with this value.
    fn release(self) {
        drop(self);
    }
}

/// Makes values of a language.
pub trait Visitor: Copy {
    /// What it makes.
    type Made;
    /// Why it could not.
    type Error;
    /// A list that is being made.
    type List: ListVisitor<Made = Self::Made, Error = Self::Error>;
    /// A record that is being made.
    type Record: RecordVisitor<Made = Self::Made, Error = Self::Error>;

    /// No value.
    fn absent(self) -> Result<Self::Made, Self::Error>;
    /// A boolean.
    fn boolean(self, value: bool) -> Result<Self::Made, Self::Error>;
    /// An integer.
    fn integer(self, value: i64) -> Result<Self::Made, Self::Error>;
    /// A floating-point number.
    fn float(self, value: f64) -> Result<Self::Made, Self::Error>;
    /// Bytes.
    fn bytes(self, bytes: &[u8]) -> Result<Self::Made, Self::Error>;
    /// Text, in the encoding of paths: not always UTF-8.
    fn text(self, text: &[u8]) -> Result<Self::Made, Self::Error>;
    /// An address, with the canonical name of its host, which the visitor may take.
    fn address(
        self,
        info: AddrInfo,
        canonname: Option<&mut Box<[u8]>>,
    ) -> Result<Self::Made, Self::Error>;
    /// A socket. The visitor takes it, and leaves a closed one, as soon as the host has an object that owns it.
    fn socket(self, socket: &mut Socket) -> Result<Self::Made, Self::Error>;
    /// A descriptor, which the value owns until it is [released](Value::release).
    fn descriptor(self, fd: RawFd) -> Result<Self::Made, Self::Error>;
    /// Begins a list of `len` items.
    fn list(self, len: usize) -> Result<Self::List, Self::Error>;
    /// Begins a record of at most `len` fields.
    fn record(self, len: usize) -> Result<Self::Record, Self::Error>;
}

/// Makes a list, item by item.
pub trait ListVisitor: Sized {
    /// What the visitor makes.
    type Made;
    /// Why it could not.
    type Error;

    /// Appends an item.
    fn item(&mut self, item: &mut impl Value) -> Result<(), Self::Error>;
    /// Ends the list.
    fn end(self) -> Result<Self::Made, Self::Error>;
}

/// Makes a record, field by field: a table in Lua, a dict in Python.
pub trait RecordVisitor: Sized {
    /// What the visitor makes.
    type Made;
    /// Why it could not.
    type Error;

    /// Sets a field. It is not an absent one.
    fn set(&mut self, name: &[u8], value: &mut impl Value) -> Result<(), Self::Error>;
    /// Ends the record.
    fn end(self) -> Result<Self::Made, Self::Error>;

    /// Sets a field, unless its value is absent.
    fn field(&mut self, name: &str, value: &mut impl Value) -> Result<(), Self::Error> {
        if value.is_absent() { Ok(()) } else { self.set(name.as_bytes(), value) }
    }
}

/// Structures whose fields are the fields of a record, by the same names.
macro_rules! records {
    ($($type:ty { $($field:ident),+ $(,)? })+) => {
        $(
            impl $crate::value::Value for $type {
                fn visit<V: $crate::value::Visitor>(
                    &mut self,
                    visitor: V,
                ) -> Result<V::Made, V::Error> {
                    use $crate::value::RecordVisitor as _;
                    let mut record = visitor.record([$(stringify!($field)),+].len())?;
                    $(record.field(stringify!($field), &mut self.$field)?;)+
                    record.end()
                }

                fn release(self) {
                    let Self { $($field),+ } = self;
                    $($crate::value::Value::release($field);)+
                }
            }
        )+
    };
}
use records;

/// Types without parts.
macro_rules! scalars {
    ($($type:ty: |$visitor:ident, $value:ident| $visit:expr;)+) => {
        $(
            impl Value for $type {
                const IS_SCALAR: bool = true;

                #[inline]
                fn visit<V: Visitor>(&mut self, $visitor: V) -> Result<V::Made, V::Error> {
                    let &mut $value = self;
                    $visit
                }
            }
        )+
    };
}
use scalars;

scalars! {
    bool: |visitor, value| visitor.boolean(value);
    u16: |visitor, value| visitor.integer(value.into());
    i32: |visitor, value| visitor.integer(value.into());
    u32: |visitor, value| visitor.integer(value.into());
    i64: |visitor, value| visitor.integer(value);
    usize: |visitor, value| visitor.integer(value as i64);
    f64: |visitor, value| visitor.float(value);
}

/// No value.
impl Value for () {
    const IS_UNIT: bool = true;
    const IS_SCALAR: bool = true;

    #[inline]
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        visitor.absent()
    }
}

/// Bytes that the value owns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

impl Value for Bytes {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        visitor.bytes(&self.0)
    }
}

/// A descriptor, the caller's to close once it has the number.
impl Value for OwnedFd {
    const IS_SCALAR: bool = true;

    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        visitor.descriptor(self.as_raw_fd())
    }

    fn release(self) {
        let _ = self.into_raw_fd();
    }
}

impl Value for Socket {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        visitor.socket(self)
    }
}

impl Value for &'static str {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        visitor.text(self.as_bytes())
    }
}

impl Value for &[u8] {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        visitor.bytes(self)
    }
}

impl<T: Value> Value for Option<T> {
    const IS_SCALAR: bool = T::IS_SCALAR;

    #[inline]
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        match self {
            Some(value) => value.visit(visitor),
            None => visitor.absent(),
        }
    }

    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(Value::is_absent)
    }

    fn release(self) {
        self.into_iter().for_each(Value::release);
    }
}

impl<T: Value> Value for Vec<T> {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        visit_list(visitor, self)
    }

    fn release(self) {
        self.into_iter().for_each(Value::release);
    }
}

impl<T: Value, const N: usize> Value for [T; N] {
    fn visit<V: Visitor>(&mut self, visitor: V) -> Result<V::Made, V::Error> {
        visit_list(visitor, self)
    }

    fn release(self) {
        self.into_iter().for_each(Value::release);
    }
}

fn visit_list<V: Visitor>(visitor: V, items: &mut [impl Value]) -> Result<V::Made, V::Error> {
    let mut list = visitor.list(items.len())?;
    for item in items {
        list.item(item)?;
    }
    list.end()
}
