//! All draws that the book allows, found by trying everything: the slow oracle of the draws.
//!
//! The pots are drawn one after another; of each, every placing is tried, and those that keep units apart best are
//! equally likely. Nothing here looks at how the draws of core do it.

use std::collections::BTreeMap;

use gongsai::draw::{Entrant, Qualifier};
use gongsai::format::{byes, seeds, snake};
use gongsai::regulations::{DrawRule, DrawTable};

/// Who sits where: by position, or by place of the snake.
pub type Seats = Vec<Option<usize>>;

/// Who is drawn together, and to which places.
type Pot = (Vec<usize>, Vec<usize>);

/// All knockouts around the positions (from 0) that are set by hand, each with how likely it is.
#[must_use]
pub fn knockouts(entrants: &[Entrant], rule: DrawRule, locked: &[(usize, usize)]) -> BTreeMap<Seats, f64> {
    let number = u32::try_from(entrants.len()).unwrap_or(0);
    let order: Vec<usize> = seeds::order(rule.table, byes::size(number)).into_iter().map(index).collect();
    let empty: Vec<usize> = byes::positions(rule.table, number).into_iter().map(index).collect();
    let places: Vec<usize> = order.iter().copied().filter(|place| !empty.contains(place)).collect();
    let tiers = tiers(rule.table, order.len()).into_iter().map(|tier| order[tier].to_vec()).collect::<Vec<_>>();
    let mut seeded: Vec<usize> = (0..entrants.len()).filter(|entrant| entrants[*entrant].seed.is_some()).collect();
    seeded.sort_by_key(|entrant| entrants[*entrant].seed);
    let mut pots: Vec<Pot> = Vec::new();
    let (mut waiting, mut rank): (Vec<usize>, usize) = (Vec::new(), 0);
    for tier in tiers {
        let last = (rank + tier.len()).min(seeded.len());
        waiting.extend(seeded[rank.min(last)..last].iter().filter(|entrant| !set(locked, **entrant)));
        rank += tier.len();
        let open: Vec<usize> =
            tier.into_iter().filter(|place| places.contains(place) && !taken(locked, *place)).collect();
        let now: Vec<usize> = waiting.drain(..open.len().min(waiting.len())).collect();
        let (above, below): (Vec<usize>, Vec<usize>) = open.iter().partition(|place| empty.contains(&(**place ^ 1)));
        let cut = above.len().min(now.len());
        pots.extend([(now[..cut].to_vec(), above), (now[cut..].to_vec(), below)]);
    }
    let rest = |entrant: &usize| entrants[*entrant].seed.is_none() && !set(locked, *entrant);
    pots.push(((0..entrants.len()).filter(rest).collect(), places));
    let unit = |entrant: usize| entrants[entrant].unit.filter(|_| rule.units_apart);
    all(order.len(), locked, pots, |seats| nearness(seats, unit))
}

/// All groups, by place of the snake, around the places that are set by hand.
#[must_use]
pub fn groups(entrants: &[Entrant], number: u16, rule: DrawRule, locked: &[(usize, usize)]) -> BTreeMap<Seats, f64> {
    let cells = cells(entrants.len(), number);
    let mut seeded: Vec<usize> = (0..entrants.len()).filter(|entrant| entrants[*entrant].seed.is_some()).collect();
    seeded.sort_by_key(|entrant| entrants[*entrant].seed);
    let width = usize::from(number);
    let mut pots: Vec<Pot> = Vec::new();
    let mut waiting: Vec<usize> = Vec::new();
    let mut rank = 0;
    while rank < seeded.len() {
        let single = rank < width || rule.table == DrawTable::Standard;
        let to = if single { rank + 1 } else { ((rank / width + 1) * width).min(cells.len()) };
        waiting.extend(seeded[rank..to.min(seeded.len())].iter().filter(|entrant| !set(locked, **entrant)));
        let open: Vec<usize> = (rank..to).filter(|cell| !taken(locked, *cell)).collect();
        let now = waiting.drain(..open.len().min(waiting.len())).collect();
        pots.push((now, open));
        rank = to;
    }
    let every: Vec<usize> = (0..cells.len()).collect();
    pots.push((waiting, every.clone()));
    let rest = |entrant: &usize| entrants[*entrant].seed.is_none() && !set(locked, *entrant);
    pots.push(((0..entrants.len()).filter(rest).collect(), every));
    let unit = |entrant: usize| entrants[entrant].unit.filter(|_| rule.units_apart);
    all(cells.len(), locked, pots, |seats| {
        let same = |one: usize, other: usize| cells[one] == cells[other];
        vec![pairs(seats, same, unit)]
    })
}

/// The group (from 1) of each place of the snake.
#[must_use]
pub fn cells(entrants: usize, groups: u16) -> Vec<u16> {
    snake::rows(u32::try_from(entrants).unwrap_or(0), groups).into_iter().flatten().collect()
}

/// All second draws.
#[must_use]
pub fn crossings(qualifiers: &[Qualifier], rule: DrawRule) -> BTreeMap<Seats, f64> {
    let number = u32::try_from(qualifiers.len()).unwrap_or(0);
    let order: Vec<usize> = seeds::order(rule.table, byes::size(number)).into_iter().map(index).collect();
    let of_rank = |rank: u16| {
        let mut members: Vec<usize> = (0..qualifiers.len()).filter(|from| qualifiers[*from].rank == rank).collect();
        members.sort_by_key(|from| qualifiers[*from].group);
        members
    };
    let winners = of_rank(1);
    let unit = |entrant: usize| qualifiers[entrant].unit.filter(|_| rule.units_apart);
    let group = |entrant: usize| Some(u32::from(qualifiers[entrant].group));
    let mut pots: Vec<Pot> = Vec::new();
    for tier in tiers(rule.table, order.len()) {
        let members = winners[tier.start.min(winners.len())..tier.end.min(winners.len())].to_vec();
        pots.push((members, order[tier.start.min(qualifiers.len())..tier.end.min(qualifiers.len())].to_vec()));
    }
    let drawn = all(order.len(), &[], pots, |seats| nearness(seats, unit));
    let ranks = qualifiers.iter().map(|from| from.rank).max().unwrap_or(1);
    let pots = |rank: u16| (of_rank(rank), order[..usize::from(rank) * winners.len()].to_vec());
    let size = order.len();
    let within = |width: usize| move |one: usize, other: usize| one / width.max(1) == other / width.max(1);
    extend(drawn, (2..=ranks).map(pots).collect(), |seats| {
        let near = [2, size / 2, size / 4].map(|width| pairs(seats, within(width), group));
        [near.to_vec(), vec![pairs(seats, within(2), unit)]].concat()
    })
}

fn index(position: u32) -> usize {
    position as usize - 1
}

fn set(locked: &[(usize, usize)], entrant: usize) -> bool {
    locked.iter().any(|(other, _)| *other == entrant)
}

fn taken(locked: &[(usize, usize)], place: usize) -> bool {
    locked.iter().any(|(_, other)| *other == place)
}

/// 1, 2, 3-4, 5-8 …; under `standard` each alone.
fn tiers(table: DrawTable, size: usize) -> Vec<std::ops::Range<usize>> {
    if table == DrawTable::Standard {
        return (0..size).map(|rank| rank..rank + 1).collect();
    }
    let mut tiers = Vec::from([std::ops::Range { start: 0, end: 1 }]);
    while let Some(last) = tiers.last().map(|tier| tier.end).filter(|last| *last < size) {
        tiers.push(last..2 * last);
    }
    tiers
}

/// How many pairs of equals sit near each other.
fn pairs(seats: &[Option<usize>], near: impl Fn(usize, usize) -> bool, what: impl Fn(usize) -> Option<u32>) -> usize {
    let of = |seat: usize| seats[seat].and_then(&what);
    let with =
        |one: usize| (0..one).filter(|other| near(one, *other) && of(one).is_some() && of(one) == of(*other)).count();
    (0..seats.len()).map(with).sum()
}

/// Pairs of a unit in one match, one half, one quarter …
fn nearness(seats: &[Option<usize>], unit: impl Fn(usize) -> Option<u32>) -> Vec<usize> {
    let mut widths = vec![2];
    let mut width = seats.len() / 2;
    while width > 2 {
        widths.push(width);
        width /= 2;
    }
    widths.into_iter().map(|width| pairs(seats, |one, other| one / width == other / width, &unit)).collect()
}

fn all(
    size: usize,
    locked: &[(usize, usize)],
    pots: Vec<Pot>,
    cost: impl Fn(&[Option<usize>]) -> Vec<usize>,
) -> BTreeMap<Seats, f64> {
    let mut seats = vec![None; size];
    locked.iter().for_each(|(entrant, place)| seats[*place] = Some(*entrant));
    extend(BTreeMap::from([(seats, 1.0)]), pots, cost)
}

/// Draws pots to what stands, one after another, each in every best way.
fn extend(
    mut drawn: BTreeMap<Seats, f64>,
    pots: Vec<Pot>,
    cost: impl Fn(&[Option<usize>]) -> Vec<usize>,
) -> BTreeMap<Seats, f64> {
    for (members, places) in pots {
        let mut next = BTreeMap::new();
        for (mut seats, chance) in drawn {
            let mut best: (Option<Vec<usize>>, Vec<Seats>) = (None, Vec::new());
            place(&mut seats, &members, &places, &mut |seats| {
                let found = cost(seats);
                if best.0.as_ref().is_none_or(|least| found < *least) {
                    best = (Some(found), vec![seats.to_vec()]);
                } else if best.0.as_ref() == Some(&found) {
                    best.1.push(seats.to_vec());
                }
            });
            let ways = f64::from(u32::try_from(best.1.len()).unwrap_or(u32::MAX));
            best.1.into_iter().for_each(|seats| *next.entry(seats).or_insert(0.0) += chance / ways);
        }
        drawn = next;
    }
    drawn
}

fn place(seats: &mut Seats, members: &[usize], places: &[usize], visit: &mut impl FnMut(&[Option<usize>])) {
    let Some((first, rest)) = members.split_first() else { return visit(seats) };
    for at in places {
        if seats[*at].is_none() {
            seats[*at] = Some(*first);
            place(seats, rest, places, visit);
            seats[*at] = None;
        }
    }
}
