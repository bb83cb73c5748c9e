//! The second draw: from groups to a knockout (rules C.6).

use super::entrant::Entrant;
use super::knockout::{Drawing, KnockoutDraw};
use super::procedure::Procedure;
use super::rank;
use super::seed::{Lot, Seed};
use super::shortfall::Shortfall;
use super::step::{How, Pot};
use super::{DrawError, MOST};
use crate::format::crossing::{Came, Leaning, MOST_GROUPS, Seats};
use crate::format::seeds;
use crate::order;
use crate::regulations::{DrawRule, DrawTable};

/// One who comes out of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Qualifier {
    /// The group, from 1.
    pub group: u16,
    /// The rank in it, from 1.
    pub rank: u16,
    /// The unit, by any number.
    pub unit: Option<u32>,
}

/// How often a rank is drawn again when entrants of a unit would meet in the first round.
const TRIES: usize = 8;

/// Draws the knockout of those who come out of groups.
///
/// The winners go to the seed positions: of group 1 to the first, of group 2 to the last, of groups 3 and 4 by lot to
/// the next tier, and so on; byes stand beside the first winners. Each second is drawn into the half without its
/// winner, thirds and fourths into quarters of neither, nobody against one of the same group in the first round as
/// far as can be avoided, and then nobody against one of the same unit.
///
/// ```
/// use gongsai::draw::{crossing, Qualifier, Seed};
/// use gongsai::regulations::{DrawRule, DrawTable};
/// let through = |group| [1, 2].map(|rank| Qualifier { group, rank, unit: None });
/// let qualifiers: Vec<Qualifier> = (1..=4).flat_map(through).collect();
/// let rule = DrawRule { table: DrawTable::Ittf, units_apart: true };
/// let drawn = crossing(&qualifiers, rule, Seed::of_text("any"))?;
/// assert_eq!((drawn.positions[0], drawn.positions[7]), (Some(0), Some(2)));
/// assert!(crossing(&qualifiers[1..], rule, Seed::of_text("any")).is_err());
/// # Ok::<(), gongsai::draw::DrawError>(())
/// ```
///
/// # What is equally likely
/// The winners are drawn tier by tier as seeds are in [`super::knockout`], then rank by rank, with up to 16 groups:
/// given who stands already, every best way has the same chance. Best is: nobody against one of the own group in the
/// first round, then the fewest of a group in one half, then in one quarter, then the fewest of a unit in one match of
/// the first round. Of more than 16 groups the ranks are put the cheapest way that the lot comes upon first.
///
/// # Errors
/// [`DrawError`] unless ranks 1 to the same number came out of groups 1 to 512 or fewer, each once, and at least two; of the
/// last rank some groups may have nobody (the best thirds).
///
/// # Complexity
/// O(r g³) for r ranks of g groups, and O(r 2ᵍ g²) for up to 16.
pub fn crossing(qualifiers: &[Qualifier], rule: DrawRule, seed: Seed) -> Result<KnockoutDraw, DrawError> {
    around(qualifiers, rule, &[], Lot::new(seed), Procedure::default())
}

/// Draws around those who are set by hand, each to a position that is no bye.
pub(super) fn around(
    qualifiers: &[Qualifier],
    rule: DrawRule,
    locked: &[(usize, u32)],
    lot: Lot,
    procedure: Procedure,
) -> Result<KnockoutDraw, DrawError> {
    let (groups, ranks) = check(qualifiers)?;
    let entrants: Vec<Entrant> = qualifiers.iter().map(|from| Entrant { unit: from.unit, seed: None }).collect();
    let mut drawing = Drawing::new(&entrants, rule, lot, procedure);
    drawing.lock(locked);
    let set: Vec<usize> = locked.iter().map(|(entrant, _)| *entrant).collect();
    let order = seeds::order(rule.table, drawing.size());
    let mut winners = of_rank(qualifiers, 1);
    order::sort_by_key(&mut winners, |index| qualifiers[*index].group);
    let (mut from, mut waiting): (usize, Vec<usize>) = (0, Vec::new());
    while from < qualifiers.len() && (from < winners.len() || !waiting.is_empty()) {
        let to = if rule.table == DrawTable::Standard { from + 1 } else { (2 * from).max(1) };
        let members = &winners[from.min(winners.len())..to.min(winners.len())];
        waiting.extend(members.iter().filter(|index| !set.contains(index)));
        let group = |index: Option<&usize>| index.map_or(0, |index| qualifiers[*index].group);
        let pot = Pot::Winners { from: group(waiting.first()), to: group(waiting.last()) };
        let places = order[from..to.min(qualifiers.len())].iter().copied();
        let places: Vec<u32> = places.filter(|place| drawing.is_free(*place)).collect();
        let next = waiting.split_off(places.len().min(waiting.len()));
        drawing.draw(pot, &waiting, &places);
        (from, waiting) = (to, next);
    }
    for rank in 2..=ranks {
        let mut members = of_rank(qualifiers, rank);
        members.retain(|index| !set.contains(index));
        let open = order.iter().take(qualifiers.len()).copied().filter(|place| drawing.is_free(*place));
        let places: Vec<u32> = open.take(members.len()).collect();
        let how = if places.len() == 1 { How::Forced } else { How::Lot };
        for (index, place) in draw_rank(&mut drawing, qualifiers, rule, members, places) {
            drawing.put(index, place, Pot::Rank(rank), how);
        }
    }
    let mut drawn = drawing.finish(&entrants, rule);
    drawn.shortfall.retain(|shortfall| matches!(shortfall, Shortfall::FirstRound { .. }));
    if groups > 1 {
        drawn.shortfall.splice(0..0, between_groups(qualifiers, groups, &drawn.positions));
    }
    Ok(drawn)
}

/// The numbers of groups and ranks.
pub(super) fn check(qualifiers: &[Qualifier]) -> Result<(u16, u16), DrawError> {
    let number = qualifiers.len();
    if number < 2 {
        return Err(DrawError::TooFew { entrants: number });
    }
    if number > usize::from(MOST) {
        return Err(DrawError::TooMany { entrants: number, most: MOST });
    }
    let groups = qualifiers.iter().map(|from| from.group).max().unwrap_or(0);
    let ranks = qualifiers.iter().map(|from| from.rank).max().unwrap_or(0);
    if let Some(Qualifier { group, rank, .. }) = qualifiers.iter().find(|from| from.group == 0 || from.rank == 0) {
        return Err(DrawError::Origin { group: *group, rank: *rank });
    }
    if groups > MOST_GROUPS {
        return Err(DrawError::Groups { groups, most: MOST_GROUPS });
    }
    let mut came: Vec<(u16, u16)> = qualifiers.iter().map(|from| (from.group, from.rank)).collect();
    order::sort(&mut came);
    if let Some([(group, rank), ..]) = came.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(DrawError::Twice { group: *group, rank: *rank });
    }
    let mut wanted = (1..=groups).flat_map(|group| (1..=ranks).map(move |rank| (group, rank)));
    // Of the last rank it may be the best of some groups alone.
    let needed = |rank: u16| rank == 1 || rank < ranks;
    match wanted.find(|wanted| needed(wanted.1) && came.binary_search(wanted).is_err()) {
        Some((group, rank)) => Err(DrawError::Missing { group, rank }),
        None => Ok((groups, ranks)),
    }
}

fn of_rank(qualifiers: &[Qualifier], rank: u16) -> Vec<usize> {
    (0..qualifiers.len()).filter(|index| qualifiers[*index].rank == rank).collect()
}

/// Draws everybody of a rank: one of the cheapest ways; of many people the one that the lot comes upon first, and
/// again while units meet.
fn draw_rank(
    drawing: &mut Drawing,
    qualifiers: &[Qualifier],
    rule: DrawRule,
    mut members: Vec<usize>,
    mut places: Vec<u32>,
) -> Vec<(usize, u32)> {
    let came = |index: usize| {
        let Qualifier { group, rank, unit } = qualifiers[index];
        Came { group, rank, unit: unit.filter(|_| rule.units_apart) }
    };
    let mut before = Seats::new(drawing.size());
    for (position, entrant) in (1..).zip(drawing.seats()) {
        entrant.iter().for_each(|index| before.put(position, came(*index)));
    }
    if drawing.procedure >= Procedure::Even {
        let people: Vec<Came> = members.iter().map(|index| came(*index)).collect();
        if let Some(taken) = rank::draw(&before, &people, &places, &mut drawing.lot) {
            return members.into_iter().zip(taken).collect();
        }
    }
    let mut best = (None, Vec::new());
    for _ in 0..TRIES {
        drawing.lot.shuffle(&mut members);
        drawing.lot.shuffle(&mut places);
        let people: Vec<Came> = members.iter().map(|index| came(*index)).collect();
        let mut seats = before.clone();
        let mut taken = seats.put_rank(&people, &places, Leaning::None);
        seats.exchange(&people, &mut taken);
        let crowding = seats.crowding();
        if best.0.is_none_or(|least| crowding < least) {
            best = (Some(crowding), members.iter().copied().zip(taken).collect());
        }
        if seats.units_meeting() == 0 {
            break;
        }
    }
    best.1
}

/// The groups of which two meet at once, or whose first two are in one half.
pub(super) fn between_groups(qualifiers: &[Qualifier], groups: u16, positions: &[Option<usize>]) -> Vec<Shortfall> {
    let mut shortfalls = Vec::new();
    let from = |seat: &Option<usize>| seat.map(|index| qualifiers[index]);
    let half = (positions.len() / 2).max(1);
    for group in 1..=groups {
        let inside = |seat: &&Option<usize>| from(seat).is_some_and(|from| from.group == group);
        if positions.chunks(2).any(|pair| pair.iter().filter(inside).count() > 1) {
            shortfalls.push(Shortfall::SameGroup { group });
        }
        let first_two = |seat: &&Option<usize>| inside(seat) && from(seat).is_some_and(|from| from.rank <= 2);
        if positions.len() > 2 && positions.chunks(half).any(|part| part.iter().filter(first_two).count() > 1) {
            shortfalls.push(Shortfall::SameHalf { group });
        }
    }
    shortfalls
}
