//! The second draw: from groups to a knockout (rules C.6).

use super::entrant::Entrant;
use super::knockout::{Drawing, KnockoutDraw};
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
/// # Errors
/// [`DrawError`] unless ranks 1 to the same number came out of groups 1 to 512 or fewer, each once, and at least two.
///
/// # Complexity
/// O(r g³) for r ranks of g groups.
pub fn crossing(qualifiers: &[Qualifier], rule: DrawRule, seed: Seed) -> Result<KnockoutDraw, DrawError> {
    let (groups, ranks) = check(qualifiers)?;
    let entrants: Vec<Entrant> = qualifiers.iter().map(|from| Entrant { unit: from.unit, seed: None }).collect();
    let mut drawing = Drawing::new(&entrants, rule, Lot::new(seed));
    let order = seeds::order(rule.table, drawing.size());
    let mut winners = of_rank(qualifiers, 1);
    order::sort_by_key(&mut winners, |index| qualifiers[*index].group);
    let mut from = 0;
    while from < winners.len() {
        let to = if rule.table == DrawTable::Standard { from + 1 } else { (2 * from).max(1) };
        let members = &winners[from..to.min(winners.len())];
        let group = |index: Option<&usize>| index.map_or(0, |index| qualifiers[*index].group);
        let pot = Pot::Winners { from: group(members.first()), to: group(members.last()) };
        drawing.draw(pot, members, &order[from..to.min(qualifiers.len())]);
        from = to;
    }
    for rank in 2..=ranks {
        let open = order.iter().take(usize::from(rank) * usize::from(groups));
        let places: Vec<u32> = open.copied().filter(|place| drawing.is_free(*place)).collect();
        let how = if places.len() == 1 { How::Forced } else { How::Lot };
        for (index, place) in draw_rank(&mut drawing, qualifiers, rule, rank, places) {
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
fn check(qualifiers: &[Qualifier]) -> Result<(u16, u16), DrawError> {
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
    match wanted.find(|wanted| came.binary_search(wanted).is_err()) {
        Some((group, rank)) => Err(DrawError::Missing { group, rank }),
        None => Ok((groups, ranks)),
    }
}

fn of_rank(qualifiers: &[Qualifier], rank: u16) -> Vec<usize> {
    (0..qualifiers.len()).filter(|index| qualifiers[*index].rank == rank).collect()
}

/// Draws everybody of a rank: the cheapest way that the lot comes upon first, and again while units meet.
fn draw_rank(
    drawing: &mut Drawing,
    qualifiers: &[Qualifier],
    rule: DrawRule,
    rank: u16,
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
    let mut members = of_rank(qualifiers, rank);
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
fn between_groups(qualifiers: &[Qualifier], groups: u16, positions: &[Option<usize>]) -> Vec<Shortfall> {
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
