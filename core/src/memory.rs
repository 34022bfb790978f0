//! Allocations that can fail: a lack of memory is an error of the call, and does not end the
//! process.
//!
//! What the standard library allocates by itself aborts the process where there is no memory. Behind a
//! call, lists and bytes are made by these functions instead.

use std::alloc::{self, Layout};

use crate::{Error, Result};

/// An empty list that has memory for `capacity` elements.
pub(crate) fn list<T>(call: &'static str, capacity: usize) -> Result<Vec<T>> {
    let mut list = Vec::new();
    list.try_reserve_exact(capacity).map_err(|_| Error::memory(call))?;
    Ok(list)
}

/// Appends `item` to `list`.
pub(crate) fn push<T>(call: &'static str, list: &mut Vec<T>, item: T) -> Result<()> {
    list.try_reserve(1).map_err(|_| Error::memory(call))?;
    list.push(item);
    Ok(())
}

/// A list of all `items`.
pub(crate) fn collect<T>(
    call: &'static str,
    items: impl IntoIterator<Item = Result<T>>,
) -> Result<Vec<T>> {
    let mut list = Vec::new();
    for item in items {
        push(call, &mut list, item?)?;
    }
    Ok(list)
}

/// A box of `value`.
pub(crate) fn boxed<T>(call: &'static str, value: T) -> Result<Box<T>> {
    const { assert!(size_of::<T>() > 0, "what has no size needs no box") };
    let layout = Layout::new::<T>();
    // SAFETY: of a size above zero.
    let place = unsafe { alloc::alloc(layout) }.cast::<T>();
    if place.is_null() {
        return Err(Error::memory(call));
    }
    // SAFETY: fresh memory of the type's layout, by the allocator that boxes have.
    unsafe {
        place.write(value);
        Ok(Box::from_raw(place))
    }
}

/// So many bytes, all of them zero.
pub(crate) fn zeros(call: &'static str, count: usize) -> Result<Vec<u8>> {
    let mut bytes = list(call, count)?;
    bytes.resize(count, 0);
    Ok(bytes)
}

/// A copy of `bytes`.
pub(crate) fn copied(call: &'static str, bytes: &[u8]) -> Result<Box<[u8]>> {
    let mut copy = list(call, bytes.len())?;
    copy.extend_from_slice(bytes);
    // The capacity is exact, so that there is nothing to shrink.
    Ok(copy.into_boxed_slice())
}

/// Room for `size` bytes or, where this process cannot have so much, for as many as it can, `least` at the
/// least; with its size. Zeroed on request. What is not written to uses no memory.
pub(crate) fn room(mut size: usize, least: usize, is_zeroed: bool) -> Option<(Vec<u8>, usize)> {
    loop {
        match reserve(size, is_zeroed) {
            Some(room) => return Some((room, size)),
            None if size <= least => return None,
            None => size = (size / 2).max(least),
        }
    }
}

fn reserve(size: usize, is_zeroed: bool) -> Option<Vec<u8>> {
    if !is_zeroed || size == 0 {
        let mut room = Vec::new();
        room.try_reserve_exact(size).ok()?;
        return Some(room);
    }
    let layout = Layout::array::<u8>(size).ok()?;
    // SAFETY: the layout is not empty; what was allocated with it is a `Vec` of that capacity.
    unsafe {
        let room = alloc::alloc_zeroed(layout);
        (!room.is_null()).then(|| Vec::from_raw_parts(room, 0, size))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::c;

    #[test]
    fn sizes_beyond_all_memory_are_refused() {
        let refused = Err(Error::memory("test"));
        assert_eq!(list::<u64>("test", usize::MAX), refused);
        assert_eq!(list::<u64>("test", isize::MAX.unsigned_abs()), refused);
        assert_eq!(zeros("test", isize::MAX.unsigned_abs()), Err(Error::memory("test")));
    }

    #[test]
    fn what_fits_is_whole() {
        assert_eq!(boxed("test", [1u64; 3]).as_deref(), Ok(&[1; 3]));
        assert_eq!(zeros("test", 3), Ok(vec![0; 3]));
        assert_eq!(copied("test", b"text").as_deref(), Ok(&b"text"[..]));
        assert_eq!(copied("test", b"").as_deref(), Ok(&b""[..]));
        assert_eq!(collect("test", [Ok(1), Ok(2)]), Ok(vec![1, 2]));
        let error = Error::new("test", c::ENODEV);
        assert_eq!(collect("test", [Ok(1), Err(error)]), Err(error));
    }
}
