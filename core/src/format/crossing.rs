//! From groups to a knockout: who of which rank goes to which position (rules C.6).
//!
//! The places of the knockout are taken in the order of the book: all winners, then all seconds, and so on; what is
//! left empty are the last places of that order, beside the best. Inside a rank each goes to the place where the
//! fewest of its own group are near: not in the same match, then not in the same half, then not in the same quarter.
//! For seconds this means the half without their winner, for thirds and fourths the quarters of neither of the two.

use super::assignment::cheapest;
use super::seeds::partner;
use crate::order;

/// The most groups of one crossing.
pub(crate) const MOST_GROUPS: u16 = 512;

/// One who comes out of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Came {
    /// The group, from 1.
    pub(crate) group: u16,
    /// The rank in it, from 1.
    pub(crate) rank: u16,
    /// The unit, where units are kept apart.
    pub(crate) unit: Option<u32>,
}

/// Whether partner groups (1 and 2, 3 and 4 …) are brought together when nothing else decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaning {
    /// As in the usual tables: A1-B2, B1-A2.
    PartnerGroups,
    /// Nothing else decides; the order of people and places does, which the caller has drawn.
    None,
}

/// The positions of a knockout with those who came to them so far.
#[derive(Clone, Debug)]
pub(crate) struct Seats {
    /// By position, from 1: index 0 is position 1.
    pub(crate) seats: Vec<Option<Came>>,
}

/// How near two positions are, the nearest first.
const PAIR: usize = 2;

impl Seats {
    /// Nobody in `size` positions.
    pub(crate) fn new(size: u32) -> Self {
        Seats { seats: vec![None; size as usize] }
    }

    /// Puts one to a position.
    pub(crate) fn put(&mut self, position: u32, came: Came) {
        if let Some(seat) = self.seats.get_mut((position as usize).wrapping_sub(1)) {
            *seat = Some(came);
        }
    }

    /// Puts everybody of one rank to as many places, the cheapest way. The result is by index of `people`.
    ///
    /// # Complexity
    /// O(g³ + g² s) for g people and s positions.
    pub(crate) fn put_rank(&mut self, people: &[Came], places: &[u32], leaning: Leaning) -> Vec<u32> {
        let cost = |came: &Came| places.iter().map(|place| self.cost(came, *place, leaning)).collect();
        let costs: Vec<Vec<i64>> = people.iter().map(cost).collect();
        let taken: Vec<u32> = cheapest(&costs).into_iter().filter_map(|column| places.get(column).copied()).collect();
        for (came, place) in people.iter().zip(&taken) {
            self.put(*place, *came);
        }
        taken
    }

    /// How many who share something with `came` sit in the same section of `width` positions.
    pub(crate) fn near(&self, position: u32, width: usize, same: impl Fn(&Came) -> bool) -> i64 {
        let width = width.clamp(1, self.seats.len().max(1));
        let from = (position as usize).saturating_sub(1) / width * width;
        let section = self.seats.iter().skip(from).take(width);
        section.flatten().map(|other| i64::from(same(other))).sum()
    }

    /// Exchanges people of one rank, two by two, as long as that keeps more of a unit apart in the first round and
    /// brings nobody nearer to their own group. `taken` are the places of `people`.
    ///
    /// # Complexity
    /// O(c g s) a pass for c people who meet their own unit, g of the rank, s positions.
    pub(crate) fn exchange(&mut self, people: &[Came], taken: &mut [u32]) {
        let meets = |seats: &Seats, one: usize, taken: &[u32]| {
            let unit = people[one].unit;
            unit.is_some() && seats.near(taken[one], PAIR, |other| other.unit == unit) > 1
        };
        let mut helped = true;
        while helped {
            helped = false;
            for one in 0..taken.len() {
                for other in 0..taken.len() {
                    if !meets(self, one, taken) {
                        break;
                    }
                    let before = self.crowding();
                    self.swap(taken[one], taken[other]);
                    if self.crowding() < before {
                        taken.swap(one, other);
                        helped = true;
                    } else {
                        self.swap(taken[one], taken[other]);
                    }
                }
            }
        }
    }

    fn swap(&mut self, one: u32, other: u32) {
        let (one, other) = ((one as usize).wrapping_sub(1), (other as usize).wrapping_sub(1));
        if one.max(other) < self.seats.len() {
            self.seats.swap(one, other);
        }
    }

    /// How many pairs of a unit meet in the first round.
    pub(crate) fn units_meeting(&self) -> i64 {
        let units: Vec<_> = self.seats.iter().map(|came| came.and_then(|came| came.unit)).collect();
        pairs(&units, PAIR)
    }

    /// How many pairs of a group are in one match, one half, one quarter, then how many of a unit in one match.
    pub(crate) fn crowding(&self) -> [i64; 4] {
        let groups: Vec<_> = self.seats.iter().map(|came| came.map(|came| u32::from(came.group))).collect();
        let size = self.seats.len();
        [pairs(&groups, PAIR), pairs(&groups, size / 2), pairs(&groups, size / 4), self.units_meeting()]
    }

    /// What it costs to put one to a free place, each clause in twelve bits of its own: at most 512 people at
    /// at most 7 each stay below the next clause.
    fn cost(&self, came: &Came, place: u32, leaning: Leaning) -> i64 {
        let size = self.seats.len();
        let group = |width| self.near(place, width, |other| other.group == came.group);
        let unit = |width| self.near(place, width, |other| came.unit.is_some() && other.unit == came.unit);
        let opponent = self.seats.get((partner(place) as usize).wrapping_sub(1)).copied().flatten();
        let last = match leaning {
            Leaning::PartnerGroups => {
                let theirs = partner(came.group.into());
                i64::from(opponent.is_none_or(|opponent| u32::from(opponent.group) != theirs))
            }
            Leaning::None => unit(size / 4),
        };
        let clauses = [group(PAIR), group(size / 2), group(size / 4), unit(PAIR), last];
        clauses.into_iter().fold(0, |cost, clause| (cost << 12) + clause.min(7))
    }
}

/// How many pairs of equals are in one section of `width`.
fn pairs(values: &[Option<u32>], width: usize) -> i64 {
    let mut pairs = 0;
    for section in values.chunks(width.max(1)) {
        let mut section: Vec<u32> = section.iter().flatten().copied().collect();
        order::sort(&mut section);
        for equal in section.chunk_by(|a, b| a == b) {
            let n = i64::try_from(equal.len()).unwrap_or(0);
            pairs += n * (n - 1) / 2;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(winners: &[(u16, u32)], rank: u16, places: &[u32], expected: &[u32]) {
        let mut seats = Seats::new(8);
        for (group, position) in winners {
            seats.put(*position, Came { group: *group, rank: 1, unit: None });
        }
        let groups = u16::try_from(places.len()).unwrap();
        let people: Vec<Came> = (1..=groups).map(|group| Came { group, rank, unit: None }).collect();
        assert_eq!(seats.put_rank(&people, places, Leaning::PartnerGroups), expected);
    }

    /// Vector `cross_4x2`: A1-B2, C1-D2 | D1-C2, B1-A2.
    #[test]
    fn seconds_cross_into_the_other_half() {
        check(&[(1, 1), (2, 8), (3, 4), (4, 5)], 2, &[2, 3, 6, 7], &[7, 2, 6, 3]);
    }

    #[test]
    fn groups_are_kept_apart_even_when_crowded() {
        check(&[(1, 1)], 2, &[2], &[2]);
    }
}
