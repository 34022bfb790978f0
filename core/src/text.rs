//! A short text that needs no allocation, for descriptions and addresses.

use std::borrow::Cow;
use std::ffi::CStr;
use std::fmt::{self, Write as _};

/// Up to `N` bytes, held inline; what does not fit is cut off.
///
/// Mostly text. A unix path may hold any bytes, hence no promise of UTF-8.
#[derive(Clone, Copy)]
pub struct Text<const N: usize = 256> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Text<N> {
    /// An empty text.
    pub const fn new() -> Self {
        Self { bytes: [0; N], len: 0 }
    }

    /// Appends `bytes`, as far as they fit.
    pub fn push(&mut self, bytes: &[u8]) {
        let n = bytes.len().min(N - self.len);
        self.bytes[self.len..self.len + n].copy_from_slice(&bytes[..n]);
        self.len += n;
    }

    /// Appends `bytes` for a person to read: what would command a terminal is escaped.
    pub fn push_printable(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            if byte.is_ascii_control() {
                byte.escape_ascii().for_each(|byte| self.push(&[byte]));
            } else {
                self.push(&[byte]);
            }
        }
    }

    /// What is there.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// What is there, as a string; bytes that are not UTF-8 are replaced.
    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(self.as_bytes())
    }

    /// What is there as C wants it, up to the first NUL; without one, the last byte gives way to it.
    pub fn as_c_str(&mut self) -> &CStr {
        let end = self.len.min(N - 1);
        self.bytes[end] = 0;
        CStr::from_bytes_until_nul(&self.bytes).unwrap_or_default()
    }
}

impl<const N: usize> Default for Text<N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const N: usize> fmt::Write for Text<N> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push(text.as_bytes());
        Ok(())
    }
}

impl<const N: usize> From<&[u8]> for Text<N> {
    fn from(bytes: &[u8]) -> Self {
        let mut text = Self::new();
        text.push(bytes);
        text
    }
}

/// As a string; bytes that are not UTF-8 are replaced.
impl<const N: usize> fmt::Display for Text<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for chunk in self.as_bytes().utf8_chunks() {
            f.write_str(chunk.valid())?;
            if !chunk.invalid().is_empty() {
                f.write_char(char::REPLACEMENT_CHARACTER)?;
            }
        }
        Ok(())
    }
}

impl<const N: usize> fmt::Debug for Text<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string_lossy(), f)
    }
}

/// `text` as C wants it; `None` where it holds a NUL.
pub(crate) fn c_string<'a>(text: &[u8], room: &'a mut [u8]) -> Option<&'a CStr> {
    let end = room.get_mut(..=text.len())?;
    end[..text.len()].copy_from_slice(text);
    end[text.len()] = 0;
    CStr::from_bytes_with_nul(end).ok()
}
