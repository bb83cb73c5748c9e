//! A crossing by table in which those of a unit are kept apart in the first round, with as few exchanges as possible
//! (rules C.6).
//!
//! Group winners stand where the table puts them. All others stay in their half and trade places only within their rank;
//! so whoever the table keeps in different halves stays there. Nobody comes into a quarter with one of the own group
//! whom the table keeps in another quarter, nor into a match with one of the own group. So each half is a question of its
//! own, and in a half the cost is a sum over matches: the best sum for each set of people still to be placed is found
//! from the last match to the first.

use crate::format::crossing::Came;

/// The most people of one section for whom all ways are weighed.
pub(super) const MOST: usize = 16;

/// Matches between two of a unit, then those who left their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    matches: u16,
    moved: u16,
}

impl Cost {
    fn and(self, other: Cost) -> Cost {
        Cost { matches: self.matches + other.matches, moved: self.moved + other.moved }
    }
}

/// The table, with those exchanged who must be. `table` is by position, a power of two of them.
///
/// Of all ways within the rules of this module the one has the fewest first-round matches within a unit, then the fewest
/// who leave their place. Of equals it is the one that, position by position from the top, leaves whom the table has
/// there, or else brings who stands nearest to the top in the table.
///
/// In a half with more than [`MOST`] who are no winners, each stays in the quarter, with still more in the eighth, and so
/// on: then the above holds among the ways that do so. Of two of each group this begins with more than 32 groups, of
/// three with more than 16, of four with more than 10.
///
/// # Complexity
/// O(s + 2ⁿ n²) for s positions, n at most [`MOST`].
pub(super) fn keep_apart(table: &[Option<Came>]) -> Vec<Option<Came>> {
    let mut seats = table.to_vec();
    let half = (table.len() / 2).max(2);
    let mut open: Vec<(usize, usize)> = (0..table.len()).step_by(half).map(|from| (from, from + half)).collect();
    while let Some((from, to)) = open.pop() {
        let section = Section::new(table, from, to.min(table.len()), half);
        if section.movers.len() > MOST && to - from > 2 {
            let middle = usize::midpoint(from, to);
            open.extend([(from, middle), (middle, to)]);
            continue;
        }
        for (mover, place) in section.exchanged() {
            if let Some(seat) = seats.get_mut(place) {
                *seat = section.table.get(mover).copied().flatten();
            }
        }
    }
    seats
}

/// A match with places for those who may move.
#[derive(Clone, Copy, Debug)]
enum Open {
    /// One place, beside this one or nobody.
    One(usize, Option<Came>),
    Both(usize, usize),
}

/// A part of the table within which people are exchanged.
struct Section<'a> {
    table: &'a [Option<Came>],
    /// The places of those who may move, top to bottom. The first has the lowest bit.
    movers: Vec<usize>,
    matches: Vec<Open>,
    /// Where its second quarter begins: at its end if it is no half.
    second: usize,
    /// For each mover, as bits, who of the own group must not come into the same quarter.
    rivals: Vec<usize>,
    /// For each mover whether somebody of the own group who stays holds it in its quarter.
    held: Vec<bool>,
}

impl<'a> Section<'a> {
    fn new(table: &'a [Option<Came>], from: usize, to: usize, half: usize) -> Section<'a> {
        let movers: Vec<usize> =
            (from..to).filter(|place| at(table, *place).is_some_and(|came| came.rank > 1)).collect();
        let second = if to - from == half { usize::midpoint(from, to) } else { to };
        let apart = |one: usize, other: usize| (one < second) != (other < second);
        let group = |place: usize| at(table, place).map(|came| came.group);
        let mates = |place: usize| (from..to).filter(move |mate| group(*mate) == group(place) && apart(*mate, place));
        let bit = |mate: usize| {
            movers
                .binary_search(&mate)
                .map_or(0, |mover| 1usize.checked_shl(u32::try_from(mover).unwrap_or(u32::MAX)).unwrap_or(0))
        };
        let rivals = movers.iter().map(|mover| mates(*mover).map(bit).sum()).collect();
        let held = movers.iter().map(|mover| mates(*mover).any(|mate| !movers.contains(&mate))).collect();
        let moves = |place: usize| movers.binary_search(&place).is_ok();
        let matches = (from..to).step_by(2).filter_map(|first| match (moves(first), moves(first + 1)) {
            (true, true) => Some(Open::Both(first, first + 1)),
            (true, false) => Some(Open::One(first, at(table, first + 1))),
            (false, true) => Some(Open::One(first + 1, at(table, first))),
            (false, false) => None,
        });
        let matches = matches.collect();
        Section { table, movers, matches, second, rivals, held }
    }

    /// Those who may move, by their place in the table, with the place to which they come.
    fn exchanged(&self) -> Vec<(usize, usize)> {
        let stays: Vec<(usize, usize)> = self.movers.iter().map(|place| (*place, *place)).collect();
        if self.movers.len() > MOST || self.matches.iter().all(|open| !self.unit_meets(*open)) {
            return stays;
        }
        let known = self.weigh();
        let mut left = known.len() - 1;
        let mut exchanged = Vec::new();
        for open in &self.matches {
            let here = known.get(left).copied().flatten();
            let mut chosen = None;
            self.choices(*open, left, |seated, cost, after| {
                let sum = known.get(after).copied().flatten().map(|rest| rest.and(cost));
                if chosen.is_none() && sum.is_some() && sum == here {
                    chosen = Some((seated, after));
                }
            });
            let Some(((one, other), after)) = chosen else { return stays };
            exchanged.extend([Some(one), other].into_iter().flatten());
            left = after;
        }
        exchanged
    }

    /// Whether the table lets two of a unit meet here.
    fn unit_meets(&self, open: Open) -> bool {
        let came = |place| at(self.table, place);
        let pair = match open {
            Open::One(place, beside) => came(place).zip(beside),
            Open::Both(first, other) => came(first).zip(came(other)),
        };
        pair.is_some_and(|(one, other)| one.unit.is_some() && one.unit == other.unit)
    }

    /// The least cost for each set of people left, as bits, at the match where so many are left.
    fn weigh(&self) -> Vec<Option<Cost>> {
        let number = self.movers.len();
        let mut at = vec![None; number + 1];
        let mut open = number;
        for found in &self.matches {
            at[open] = Some(*found);
            open = open.saturating_sub(match found {
                Open::One(_, _) => 1,
                Open::Both(_, _) => 2,
            });
        }
        let below = self.movers.iter().filter(|place| **place >= self.second).count();
        let mut known = vec![None; 1 << number];
        known[0] = Some(Cost { matches: 0, moved: 0 });
        for left in 1..known.len() {
            let count = left.count_ones() as usize;
            let Some(open) = at[count] else { continue };
            // All who are left come into the second quarter.
            if count == below && (0..number).any(|mover| left & (1 << mover) != 0 && left & self.rivals[mover] != 0) {
                continue;
            }
            let mut least: Option<Cost> = None;
            self.choices(open, left, |_, cost, after| {
                let Some(rest) = known[after] else { return };
                let sum = rest.and(cost);
                least = Some(least.map_or(sum, |least| least.min(sum)));
            });
            known[left] = least;
        }
        known
    }

    /// Calls `visit` with those of the people left who may come to the places of a match, in the order in which equals
    /// are taken: who comes to which place, what it costs, who is left then.
    fn choices(&self, open: Open, left: usize, mut visit: impl FnMut(Seated, Cost, usize)) {
        match open {
            Open::One(place, beside) => self.come(place, left, |mover, after| {
                if let Some(cost) = self.cost((mover, place), beside, true) {
                    visit(((mover, place), None), cost, after);
                }
            }),
            Open::Both(first, second) => self.come(first, left, |one, after| {
                self.come(second, after, |other, after| {
                    let own = Cost { matches: 0, moved: u16::from(other != second) };
                    if let Some(cost) = self.cost((one, first), at(self.table, other), other == second) {
                        visit(((one, first), Some((other, second))), cost.and(own), after);
                    }
                });
            }),
        }
    }

    /// Calls `visit` with the place of each who may come to a place, and who is left then.
    fn come(&self, place: usize, left: usize, mut visit: impl FnMut(usize, usize)) {
        let rank = |place: usize| at(self.table, place).map(|came| came.rank);
        let own = self.movers.binary_search(&place).ok();
        let others = (0..self.movers.len()).filter(|mover| Some(*mover) != own);
        for mover in own.into_iter().chain(others).filter(|mover| left & (1 << mover) != 0) {
            let from = self.movers[mover];
            let across = (from < self.second) != (place < self.second);
            // Those who are no longer left came into the first quarter, as long as that is filled.
            let crowded = place < self.second && self.rivals[mover] & !left != 0;
            if rank(from) == rank(place) && !(across && self.held[mover]) && !crowded {
                visit(from, left & !(1 << mover));
            }
        }
    }

    /// What it costs that one who stood at a place comes to another, beside this one who stays, or moved too; none if two
    /// of a group would be brought together.
    fn cost(&self, (from, to): (usize, usize), beside: Option<Came>, stays: bool) -> Option<Cost> {
        let came = at(self.table, from)?;
        let moved = u16::from(from != to);
        let together = beside.is_some_and(|beside| beside.group == came.group);
        let matches = beside.is_some_and(|beside| came.unit.is_some() && beside.unit == came.unit);
        (!together || (moved == 0 && stays)).then_some(Cost { matches: matches.into(), moved })
    }
}

/// Who comes to the places of a match: from which place of the table, and to which.
type Seated = ((usize, usize), Option<(usize, usize)>);

fn at(table: &[Option<Came>], place: usize) -> Option<Came> {
    table.get(place).copied().flatten()
}
