//! Where seeds stand in a knockout.
//!
//! | clause | rule | function | state |
//! |---|---|---|---|
//! | ITTF 3.6.2 | 1 top, 2 bottom, 3-4, 5-8 … by lot to the inner ends of halves, quarters … | [`tiers`] | done |
//! | BWF GCR 12.9 | the same sections; top line in the upper half, bottom line in the lower | [`tiers`] | done |
//! | 种子位置号码表 | the Chinese table, as sets the tiers of ITTF | [`order()`] | done |
//! | standard | 1 against the last, 2 against the last but one: the Chinese table, read to its end | [`order()`] | done |

use crate::order;
use crate::regulations::DrawTable;

/// All positions of a knockout in the order of the book: seed `k` stands at index `k - 1`, or at another position of
/// the same tier. The position at index `size - k` is the one beside seed `k`, so the last ones are the byes.
///
/// The Chinese table grows by halves: from `1, size`, each odd position gives the one half a section further down, each
/// even one the one further up. The table of BWF stands here in the order in which it gives byes: upper and lower
/// half in turn, and of an odd number the greater part in the lower half.
///
/// Nothing but position 1 for a size that is no power of two.
///
/// ```
/// use gongsai::format::seeds::order;
/// use gongsai::regulations::DrawTable;
/// assert_eq!(order(DrawTable::Cn, 8), [1, 8, 5, 4, 3, 6, 7, 2]);
/// assert_eq!(order(DrawTable::Bwf, 8), [1, 8, 6, 3, 4, 5, 7, 2]);
/// ```
#[must_use]
pub fn order(table: DrawTable, size: u32) -> Vec<u32> {
    if size < 2 || !size.is_power_of_two() {
        return vec![1];
    }
    match table {
        DrawTable::Ittf | DrawTable::Cn | DrawTable::Standard => by_halves(size),
        DrawTable::Bwf => by_lines(size),
    }
}

/// The tiers of seed positions: 1, 2, 3-4, 5-8 …, together all positions. Inside a tier the places are drawn by lot,
/// except under `standard`, where every place is a tier of its own.
///
/// ```
/// use gongsai::format::seeds::tiers;
/// use gongsai::regulations::DrawTable;
/// assert_eq!(tiers(DrawTable::Ittf, 8)[..3], [vec![1], vec![8], vec![5, 4]]);
/// ```
#[must_use]
pub fn tiers(table: DrawTable, size: u32) -> Vec<Vec<u32>> {
    let order = order(table, size);
    if table == DrawTable::Standard {
        return order.into_iter().map(|position| vec![position]).collect();
    }
    let mut tiers = Vec::new();
    let mut from = 0;
    while from < order.len() {
        let to = if from == 0 { 1 } else { (2 * from).min(order.len()) };
        tiers.push(order[from..to].to_vec());
        from = to;
    }
    tiers
}

/// How many seeds the book allows. A draw takes more, in further tiers of the same pattern: this is for advice.
///
/// ITTF 3.6.2 goes down to sixteenths; BWF GCR 12: 2 below 16 entries, 4 below 32, 8 below 64, else 16; the Chinese
/// table holds a quarter of the positions.
#[must_use]
pub fn most(table: DrawTable, entrants: u32) -> u32 {
    let size = entrants.checked_next_power_of_two().unwrap_or(1 << 31);
    match table {
        DrawTable::Ittf => (size / 2).clamp(1, 32),
        DrawTable::Bwf => match entrants {
            0..16 => 2,
            16..32 => 4,
            32..64 => 8,
            64.. => 16,
        },
        DrawTable::Cn => (size / 4).max(1),
        DrawTable::Standard => entrants,
    }
}

/// The position that shares a first-round match with this one.
#[must_use]
pub fn partner(position: u32) -> u32 {
    (position.wrapping_sub(1) ^ 1).wrapping_add(1)
}

/// The Chinese table.
fn by_halves(size: u32) -> Vec<u32> {
    let mut order = vec![1, size];
    let mut step = size / 2;
    while step >= 2 {
        let next: Vec<u32> = order.iter().map(|p| if p % 2 == 1 { p + step } else { p - step }).collect();
        order.extend(next);
        step /= 2;
    }
    order
}

/// The table of BWF: seeds on the outer lines of their sections, then the positions beside them.
fn by_lines(size: u32) -> Vec<u32> {
    let mut order = vec![1, size];
    let mut step = size / 4;
    while step >= 2 {
        let mut next: Vec<u32> = order.iter().rev().map(|p| if *p <= size / 2 { p + step } else { p - step }).collect();
        next.chunks_mut(2).for_each(|mirrored| order::sort_by(mirrored, |a, b| b.cmp(a)));
        order.extend(next);
        step /= 2;
    }
    if size > 2 {
        let beside: Vec<u32> = order.iter().rev().map(|p| partner(*p)).collect();
        order.extend(beside);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(table: DrawTable, size: u32, expected: &[&[u32]]) {
        let mut tiers = tiers(table, size);
        tiers.iter_mut().for_each(|tier| tier.sort_unstable());
        assert_eq!(tiers[..expected.len()], *expected);
    }

    /// ITTF 3.6.2.3.
    #[test]
    fn seeds_of_ittf_stand_at_the_inner_ends() {
        check(DrawTable::Ittf, 32, &[&[1], &[32], &[16, 17], &[8, 9, 24, 25]]);
    }

    /// BWF GCR 12.9.
    #[test]
    fn seeds_of_bwf_stand_on_the_outer_lines() {
        check(DrawTable::Bwf, 32, &[&[1], &[32], &[9, 24], &[5, 13, 20, 28]]);
    }

    #[test]
    fn every_order_holds_every_position_once_and_mirrors_itself() {
        for table in [DrawTable::Ittf, DrawTable::Bwf, DrawTable::Cn, DrawTable::Standard] {
            for size in (1..=12).map(|power| 1u32 << power) {
                let order = order(table, size);
                for (index, position) in order.iter().enumerate() {
                    assert_eq!(partner(*position), order[order.len() - 1 - index], "{table:?} {size}");
                }
                let mut sorted = order;
                sorted.sort_unstable();
                assert_eq!(sorted, (1..=size).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn odd_sizes_have_one_position() {
        assert_eq!(order(DrawTable::Bwf, 6), [1]);
        assert_eq!(order(DrawTable::Ittf, 0), [1]);
    }
}
