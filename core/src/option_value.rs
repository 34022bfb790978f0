//! The types of options' values, and their forms in C.

use std::time::Duration;

use crate::c::{c_int, socklen_t, timeval};
use crate::{Text, c};

/// Room for a name and its NUL: IFNAMSIZ, TCP_CA_NAME_MAX, TCP_ULP_NAME_MAX.
const NAME_ROOM: usize = 16;

/// What an option carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionKind {
    /// On or off.
    Bool,
    /// A whole number.
    Int,
    /// A number of bytes, never negative.
    Size,
    /// A span of time, in seconds and fractions.
    Seconds,
    /// A short name.
    Name,
    /// An interface: its name, its index, or an address of it.
    Interface,
}

/// A number of bytes. The kernel takes a negative one for the largest there is; we refuse it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(pub i32);

/// A span of time in seconds; zero waits for ever.
///
/// More than zero but less than a microsecond becomes a microsecond, for else a short wait would
/// become an endless one. Negative, NaN and infinite ones are refused with EDOM.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seconds(pub f64);

/// A short name, such as an interface's or an algorithm's: up to 15 bytes, ENAMETOOLONG above.
pub type Name = Text<32>;

/// A number of 64 bits. One beyond a signed number's reach, as "no limit" is, is -1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsigned64(pub i64);

/// A traffic class, or type of service: 0 to 255; -1 is the default of 0 (RFC 3542, section 6.5).
///
/// IPv4 would cut other numbers to eight bits; they are refused with EINVAL, as IPv6 does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrafficClass(pub i32);

/// A type that an option can carry, and its form in C.
pub(crate) trait Value: Copy {
    /// The form that the kernel reads and writes: plain numbers, in which all zeros are valid.
    type Raw: Copy;
    const KIND: OptionKind;
    /// The value in the `len` bytes that the kernel wrote.
    fn from_raw(raw: Self::Raw, len: socklen_t) -> Self;
    /// The form for the kernel, or the errno of a value that it would misunderstand.
    fn into_raw(self) -> std::result::Result<Self::Raw, c_int>;
}

impl Value for i32 {
    type Raw = c_int;
    const KIND: OptionKind = OptionKind::Int;
    fn from_raw(raw: c_int, len: socklen_t) -> Self {
        // Some options answer with a single byte, whichever end of an int that is.
        if len == 1 { i32::from(raw.to_ne_bytes()[0]) } else { raw }
    }
    fn into_raw(self) -> std::result::Result<c_int, c_int> {
        Ok(self)
    }
}

impl Value for bool {
    type Raw = c_int;
    const KIND: OptionKind = OptionKind::Bool;
    fn from_raw(raw: c_int, _: socklen_t) -> Self {
        raw != 0
    }
    fn into_raw(self) -> std::result::Result<c_int, c_int> {
        Ok(self.into())
    }
}

impl Value for Size {
    type Raw = c_int;
    const KIND: OptionKind = OptionKind::Size;
    fn from_raw(raw: c_int, _: socklen_t) -> Self {
        Self(raw)
    }
    fn into_raw(self) -> std::result::Result<c_int, c_int> {
        if self.0 < 0 { Err(c::EINVAL) } else { Ok(self.0) }
    }
}

impl Value for TrafficClass {
    type Raw = c_int;
    const KIND: OptionKind = OptionKind::Int;
    fn from_raw(raw: c_int, len: socklen_t) -> Self {
        Self(i32::from_raw(raw, len))
    }
    fn into_raw(self) -> std::result::Result<c_int, c_int> {
        if (-1..=255).contains(&self.0) { Ok(self.0.max(0)) } else { Err(c::EINVAL) }
    }
}

impl Value for u32 {
    type Raw = u32;
    const KIND: OptionKind = OptionKind::Int;
    fn from_raw(raw: u32, _: socklen_t) -> Self {
        raw
    }
    fn into_raw(self) -> std::result::Result<u32, c_int> {
        Ok(self)
    }
}

impl Value for Unsigned64 {
    type Raw = u64;
    const KIND: OptionKind = OptionKind::Int;
    fn from_raw(raw: u64, len: socklen_t) -> Self {
        // An old kernel answers with 32 bits, of which all set means no limit, too.
        let narrow = u64::from(u32::from_ne_bytes([0, 1, 2, 3].map(|at| raw.to_ne_bytes()[at])));
        let raw = if len == 4 { narrow } else { raw };
        Self(i64::try_from(raw).unwrap_or(-1))
    }
    fn into_raw(self) -> std::result::Result<u64, c_int> {
        if self.0 < -1 { Err(c::EINVAL) } else { Ok(self.0 as u64) }
    }
}

impl Value for Name {
    type Raw = [u8; NAME_ROOM];
    const KIND: OptionKind = OptionKind::Name;
    fn from_raw(raw: Self::Raw, len: socklen_t) -> Self {
        let told = &raw[..NAME_ROOM.min(len as usize)];
        told.split(|&byte| byte == 0).next().unwrap_or_default().into()
    }
    fn into_raw(self) -> std::result::Result<Self::Raw, c_int> {
        let name = self.as_bytes();
        if name.contains(&0) {
            return Err(c::EINVAL);
        }
        let mut raw = [0; NAME_ROOM];
        // The kernel would cut off what is too long, and take the rest for the name.
        if name.len() >= NAME_ROOM {
            return Err(c::ENAMETOOLONG);
        }
        raw[..name.len()].copy_from_slice(name);
        Ok(raw)
    }
}

impl Value for Seconds {
    type Raw = timeval;
    const KIND: OptionKind = OptionKind::Seconds;
    fn from_raw(raw: timeval, _: socklen_t) -> Self {
        let micros: i32 = raw.tv_usec as _;
        Self(raw.tv_sec as f64 + f64::from(micros) / 1e6)
    }
    fn into_raw(self) -> std::result::Result<timeval, c_int> {
        let micros = self.to_duration().ok_or(c::EDOM)?.as_micros();
        let micros = if self.0 > 0.0 { micros.max(1) } else { micros };
        let tv_sec = (micros / 1_000_000).try_into().map_err(|_| c::EDOM)?;
        Ok(timeval { tv_sec, tv_usec: (micros % 1_000_000) as _ })
    }
}

impl Seconds {
    /// The span, unless it is negative, NaN or infinite; one beyond all clocks is the longest.
    pub(crate) fn to_duration(self) -> Option<Duration> {
        let span = self.0.is_finite() && self.0 >= 0.0;
        span.then(|| Duration::try_from_secs_f64(self.0).unwrap_or(Duration::MAX))
    }
}
