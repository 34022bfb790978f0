//! An allocator with a reserve, for libraries of a binding that end the process when an allocation
//! fails.
//!
//! PyO3 makes the exceptions of its own, as that of a missing argument, by allocations that may not fail.
//! They are small, few at a time, and soon freed: where malloc(3) has nothing, the reserve has that much.
//! What is large fails as before, and is asked for only where that is an answer.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::UnsafeCell;
use std::ptr;
use std::sync::atomic::{AtomicU64, Ordering};

/// The bytes of one block of the reserve.
const SIZE: usize = 1024;

/// The alignment of one block, which is malloc's.
const ALIGN: usize = 16;

/// How many blocks there are: one for each bit of [`USED`].
const COUNT: usize = u64::BITS as usize;

/// The system's allocator, with a reserve of small blocks.
#[derive(Debug)]
pub struct ReserveAllocator;

#[repr(C, align(16))]
struct Blocks(UnsafeCell<[[u8; SIZE]; COUNT]>);

// SAFETY: a block is used by the one alone who has set its bit.
unsafe impl Sync for Blocks {}

static BLOCKS: Blocks = Blocks(UnsafeCell::new([[0; SIZE]; COUNT]));

/// The blocks in use, one bit each.
static USED: AtomicU64 = AtomicU64::new(0);

/// A block that nobody uses, for a layout that fits; else null.
#[cold]
fn take(layout: Layout) -> *mut u8 {
    if layout.size() > SIZE || layout.align() > ALIGN {
        return ptr::null_mut();
    }
    let mut used = USED.load(Ordering::Relaxed);
    loop {
        let index = used.trailing_ones();
        if index == u64::BITS {
            return ptr::null_mut();
        }
        match USED.compare_exchange(used, used | 1 << index, Ordering::Acquire, Ordering::Relaxed) {
            Ok(_) => {
                return BLOCKS.0.get().cast::<[u8; SIZE]>().wrapping_add(index as usize).cast();
            }
            Err(now) => used = now,
        }
    }
}

/// The number of the block at `place`, if it is one of the reserve.
fn index(place: *mut u8) -> Option<usize> {
    let offset = place.addr().wrapping_sub(BLOCKS.0.get().addr());
    (offset < SIZE * COUNT).then_some(offset / SIZE)
}

// SAFETY: the system's allocator, or a block of the reserve that is large and aligned enough, and nobody
// else's until it is given back.
unsafe impl GlobalAlloc for ReserveAllocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise.
        let place = unsafe { System.alloc(layout) };
        if place.is_null() { take(layout) } else { place }
    }

    #[inline]
    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        match index(place) {
            // SAFETY: the caller's promise, and not of the reserve.
            None => unsafe { System.dealloc(place, layout) },
            Some(index) => {
                USED.fetch_and(!(1 << index), Ordering::Release);
            }
        }
    }

    #[inline]
    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if index(place).is_none() {
            // SAFETY: the caller's promise, and not of the reserve.
            let moved = unsafe { System.realloc(place, layout, size) };
            if !moved.is_null() {
                return moved;
            }
        }
        // SAFETY: the caller's promise: a size that the alignment does not make overflow. What is copied is
        // in both, and the old block is given back where it came from.
        unsafe {
            let moved = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !moved.is_null() {
                moved.copy_from_nonoverlapping(place, layout.size().min(size));
                self.dealloc(place, layout);
            }
            moved
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_taken_once_and_given_back() {
        let small = Layout::from_size_align(100, 8).expect("a layout");
        let blocks: Vec<_> = (0..COUNT).map(|_| take(small)).collect();
        assert!(blocks.iter().all(|block| !block.is_null() && block.addr() % ALIGN == 0));
        let mut distinct = blocks.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), COUNT);
        assert!(take(small).is_null(), "there are no more");
        for layout in [(SIZE + 1, 8), (8, ALIGN * 2)] {
            let layout = Layout::from_size_align(layout.0, layout.1).expect("a layout");
            assert!(take(layout).is_null());
        }
        // SAFETY: all are from the reserve, written before they are read, and given back once.
        unsafe {
            blocks[0].write_bytes(7, 100);
            let moved = ReserveAllocator.realloc(blocks[0], small, 5000);
            assert!(index(moved).is_none() && (0..100).all(|at| moved.add(at).read() == 7));
            System.dealloc(moved, Layout::from_size_align(5000, 8).expect("a layout"));
            for &block in &blocks[1..] {
                ReserveAllocator.dealloc(block, small);
            }
        }
        assert_eq!(USED.load(Ordering::Relaxed), 0);
    }
}
