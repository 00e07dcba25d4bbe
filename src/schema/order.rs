//! Sorting, once for all types: each type that is sorted by itself would bring 3 KB of code along.

use std::cmp::Ordering;

/// The positions from 0 up to `count` in the order that `compare` gives them; equal ones keep theirs.
pub(crate) fn ordered(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|left, right| compare(*left, *right));
    positions
}
