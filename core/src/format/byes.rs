//! Which positions of a knockout stay empty.
//!
//! ITTF 3.6.1.2, BWF GCR 12.9, 轮空位置号码表 and the standard order agree in the principle: byes go to the seeds
//! in their order, and are spread evenly. So they are the partners of the seed positions of the same book.

use super::seeds;
use crate::regulations::DrawTable;

/// The number of positions of a knockout: the next power of two.
///
/// ```
/// assert_eq!(gongsai::format::byes::size(5), 8);
/// ```
#[must_use]
pub fn size(entrants: u32) -> u32 {
    entrants.checked_next_power_of_two().unwrap_or(1 << 31)
}

/// The empty positions for this many entrants, the bye of seed 1 first. Never two in one pair.
///
/// ```
/// use gongsai::format::byes::positions;
/// use gongsai::regulations::DrawTable;
/// assert_eq!(positions(DrawTable::Cn, 11), [2, 15, 10, 7, 6]);
/// assert_eq!(positions(DrawTable::Bwf, 13), [2, 15, 11]);
/// assert!(positions(DrawTable::Ittf, 16).is_empty());
/// ```
#[must_use]
pub fn positions(table: DrawTable, entrants: u32) -> Vec<u32> {
    let size = size(entrants);
    let byes = size.saturating_sub(entrants) as usize;
    seeds::order(table, size).into_iter().rev().take(byes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In every section of every level the two halves hold the same number of byes, or one more.
    #[test]
    fn byes_are_spread_evenly() {
        for table in [DrawTable::Ittf, DrawTable::Bwf, DrawTable::Cn, DrawTable::Standard] {
            for entrants in 2..=300 {
                let byes = positions(table, entrants);
                let mut width = size(entrants) as usize;
                while width >= 2 {
                    let mut counts = vec![0i32; 2 * size(entrants) as usize / width];
                    byes.iter().for_each(|bye| counts[2 * (bye - 1) as usize / width] += 1);
                    let even = counts.chunks(2).all(|halves| (halves[0] - halves[1]).abs() <= 1);
                    assert!(even, "{table:?} {entrants} in sections of {width}: {byes:?}");
                    width /= 2;
                }
            }
        }
    }

    /// BWF GCR 12.9: an odd number leaves one more in the lower half, except a single one, which is seed 1's.
    #[test]
    fn odd_byes_of_badminton_lie_below() {
        for byes in (3..16u32).step_by(2) {
            let below = positions(DrawTable::Bwf, 32 - byes).iter().filter(|position| **position > 16).count();
            assert_eq!(below, (byes / 2 + 1) as usize, "{byes} byes");
        }
    }
}
