//! What all best separations have in common.
//!
//! Costs are convex, so the best placings are just those that keep within bounds: for each unit and section a least
//! and a most, one apart at the most (complementary slackness with the prices of [`super::exchange`]). Whatever keeps
//! within all bounds is a best separation, and every best separation does.

use super::separation::Board;

/// The least and the most of a class that may be placed in a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) least: i32,
    pub(super) most: i32,
}

/// The bounds of all best placings.
#[derive(Clone, Debug)]
pub(super) struct Bounds {
    /// By class, level and section: how many may be placed there, beside those who stand there. Class 0 is not bound.
    pub(super) shares: Vec<Vec<Vec<Share>>>,
    /// By leaf: whether one who need not be kept from anybody may be placed there.
    pub(super) open: Vec<bool>,
}

impl Bounds {
    /// The bounds of a spread that is as even as can be thought: the even share, rounded down or up.
    pub(super) fn even(board: &Board<'_>) -> Bounds {
        Bounds::each(board, |counts, count, placed| {
            let (total, sections) = (counts.iter().sum::<i32>(), i32::try_from(counts.len()).unwrap_or(i32::MAX));
            let (least, rest) = (total / sections, i32::from(total % sections > 0));
            let standing = count - placed;
            Share { least: (least - standing).max(0), most: least + rest - standing }
        })
    }

    /// The bounds that only what lies on the board keeps.
    pub(super) fn as_it_lies(board: &Board<'_>) -> Bounds {
        Bounds::each(board, |_, _, placed| Share { least: placed, most: placed })
    }

    /// Bounds from the counts of a level, the count of the section and how many of it are placed.
    fn each(board: &Board<'_>, share: impl Fn(&[i32], i32, i32) -> Share) -> Bounds {
        let of_level = |counts: &Vec<i32>, placed: &Vec<i32>| {
            counts.iter().zip(placed).map(|(count, placed)| share(counts, *count, *placed)).collect()
        };
        let of_class = |(counts, placed): (&Vec<Vec<i32>>, &Vec<Vec<i32>>)| {
            counts.iter().zip(placed).map(|(counts, placed)| of_level(counts, placed)).collect()
        };
        let shares = board.counts.iter().zip(&board.movable).map(of_class).collect();
        Bounds { shares, open: vec![true; board.inside.len()] }
    }
}
