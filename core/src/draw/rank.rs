//! Everybody of one rank, drawn to the places of a crossing: the best ways, each as likely as any other.
//!
//! Those of a rank come from different groups, so what one costs at a place follows from those who sit already; only
//! in a match of which both places are open do two of the rank meet. So the cost is a sum over matches, and the best
//! sum for each set of people still to be placed is found from the last match to the first.

use super::natural::Natural;
use super::seed::Lot;
use crate::format::crossing::{Came, Seats};
use crate::format::seeds::partner;
use crate::order;

/// The most people of one rank for whom all ways are weighed.
pub(super) const MOST: usize = 16;

/// Pairs of a group in one match, one half, one quarter, then pairs of a unit in one match.
type Cost = [i64; 4];

/// The least cost of the matches from one on, and in how many ways it is had.
#[derive(Clone, Copy, Debug)]
struct Least {
    cost: Cost,
    ways: u64,
}

/// The places of one match that are open.
#[derive(Clone, Copy, Debug)]
enum Open {
    One(u32),
    Both(u32, u32),
}

/// Draws these people to as many places; none when there are more than [`MOST`] or not as many places.
///
/// # Complexity
/// O(2ⁿ n²) for n people.
pub(super) fn draw(seats: &Seats, people: &[Came], places: &[u32], lot: &mut Lot) -> Option<Vec<u32>> {
    if people.len() > MOST || people.len() != places.len() {
        return None;
    }
    let mut places = places.to_vec();
    order::sort(&mut places);
    let matches: Vec<Open> = places
        .chunk_by(|one, other| partner(*one) == *other)
        .filter_map(|open| match open {
            [one] => Some(Open::One(*one)),
            [one, other, ..] => Some(Open::Both(*one, *other)),
            [] => None,
        })
        .collect();
    let mut costs = vec![vec![[0; 4]; seats.seats.len() + 1]; people.len()];
    for (came, costs) in people.iter().zip(&mut costs) {
        for place in &places {
            costs[*place as usize] = cost(seats, came, *place);
        }
    }
    let table = Table { people, matches: &matches, costs };
    let known = table.weigh();
    let mut taken = vec![0; people.len()];
    let mut left = (1usize << people.len()) - 1;
    for open in &matches {
        let here = known.get(left).copied().flatten()?;
        let mut best: Vec<(Seated, u64)> = Vec::new();
        table.choices(*open, left, |seated, cost| {
            let after = known.get(seated.after(left)).copied().flatten();
            if let Some(after) = after.filter(|after| sum(cost, after.cost) == here.cost) {
                best.push((seated, after.ways));
            }
        });
        let drawn = lot.below_natural(&Natural::new(here.ways.into()));
        let mut below = 0u64;
        let (chosen, _) = best.into_iter().find(|(_, ways)| {
            below += ways;
            drawn < Natural::new(below.into())
        })?;
        left = chosen.after(left);
        match (chosen, open) {
            (Seated::One(person), Open::One(place) | Open::Both(place, _)) => taken[person] = *place,
            (Seated::Both(one, other), Open::Both(first, second)) => {
                (taken[one], taken[other]) = (*first, *second);
            }
            (Seated::Both(_, _), Open::One(_)) => return None,
        }
    }
    Some(taken)
}

/// Who comes to the open places of one match.
#[derive(Clone, Copy, Debug)]
enum Seated {
    One(usize),
    Both(usize, usize),
}

impl Seated {
    /// Who is left of these.
    fn after(self, left: usize) -> usize {
        match self {
            Seated::One(person) => left & !(1 << person),
            Seated::Both(one, other) => left & !(1 << one) & !(1 << other),
        }
    }
}

struct Table<'a> {
    people: &'a [Came],
    matches: &'a [Open],
    /// What each costs, by person and position.
    costs: Vec<Vec<Cost>>,
}

impl Table<'_> {
    /// The least cost for each set of people left, as bits, at the match where so many are left.
    fn weigh(&self) -> Vec<Option<Least>> {
        let mut known = vec![None; 1 << self.people.len()];
        if let Some(none) = known.first_mut() {
            *none = Some(Least { cost: [0; 4], ways: 1 });
        }
        let mut at = vec![None; self.people.len() + 1];
        let mut open = self.people.len();
        for found in self.matches {
            at[open] = Some(*found);
            open = open.saturating_sub(match found {
                Open::One(_) => 1,
                Open::Both(_, _) => 2,
            });
        }
        for left in 1..known.len() {
            let Some(open) = at[left.count_ones() as usize] else { continue };
            let mut least: Option<Least> = None;
            self.choices(open, left, |seated, cost| {
                let Some(after) = known[seated.after(left)] else { return };
                let cost = sum(cost, after.cost);
                least = match least {
                    Some(least) if least.cost < cost => Some(least),
                    Some(Least { cost: same, ways }) if same == cost => Some(Least { cost, ways: ways + after.ways }),
                    _ => Some(Least { cost, ways: after.ways }),
                };
            });
            known[left] = least;
        }
        known
    }

    /// Calls `visit` with everyone of those left who may come to the open places of a match, and what it costs.
    fn choices(&self, open: Open, left: usize, mut visit: impl FnMut(Seated, Cost)) {
        let free = |person: &usize| left & (1 << person) != 0;
        let people = || (0..self.people.len()).filter(free);
        match open {
            Open::One(place) => people().for_each(|person| visit(Seated::One(person), self.cost(person, place))),
            Open::Both(first, second) => {
                for one in people() {
                    for other in people().filter(|other| *other != one) {
                        let mut cost = sum(self.cost(one, first), self.cost(other, second));
                        let unit = self.people[one].unit;
                        cost[3] += i64::from(unit.is_some() && unit == self.people[other].unit);
                        visit(Seated::Both(one, other), cost);
                    }
                }
            }
        }
    }

    /// What one costs at a place.
    fn cost(&self, person: usize, place: u32) -> Cost {
        self.costs[person].get(place as usize).copied().unwrap_or_default()
    }
}

/// What one costs at a place, by those who sit already.
fn cost(seats: &Seats, came: &Came, place: u32) -> Cost {
    let size = seats.seats.len();
    let group = |width: usize| seats.near(place, width, |other| other.group == came.group);
    let unit = seats.near(place, 2, |other| came.unit.is_some() && other.unit == came.unit);
    [group(2), group(size / 2), group(size / 4), unit]
}

fn sum(one: Cost, other: Cost) -> Cost {
    std::array::from_fn(|clause| one[clause] + other[clause])
}
