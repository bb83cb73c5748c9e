//! The crossing by table: from groups to a knockout without a lot, those of a unit kept apart (rules C.6).

use super::crossing::{between_groups, check};
use super::step::{How, Pot, Spot, Step};
use super::{DrawError, Entrant, KnockoutDraw, Qualifier, Shortfall, apart, shortfall};
use crate::format::crossing::Came;
use crate::format::{Slot, byes, crossing_table};
use crate::order;
use crate::regulations::DrawTable;

/// Places those who come out of groups by the table of the fixed crossing. With `units_apart` some are exchanged where two
/// of a unit would meet in the first round. There is no lot: the same people always get the same places.
///
/// Group winners stay where the table puts them. All others trade places only within their rank and their half, nobody into
/// a quarter with one of the own group whom the table keeps in another one, nobody into a match with one of the own
/// group. Of all such ways the one is taken with the fewest matches within a unit; of these one with the fewest who are
/// moved; of these the one that, position by position from the top, leaves whom the table has there, or else brings who
/// stands nearest to the top in the table.
///
/// ```
/// use gongsai::draw::{Qualifier, crossing_by_table};
/// let units = [[1, 2], [3, 4], [5, 6], [4, 8]];
/// let mut qualifiers = Vec::new();
/// for (group, units) in (1..).zip(units) {
///     qualifiers.extend((1..).zip(units).map(|(rank, unit)| Qualifier { group, rank, unit: Some(unit) }));
/// }
/// // The table: A1-B2 C1-D2 D1-C2 B1-A2. If B2 and D1 are of a unit nothing happens; if B2 and A1 are, B2 and D2 trade.
/// let drawn = crossing_by_table(&qualifiers, true)?;
/// assert_eq!(drawn.positions, [0, 3, 4, 7, 6, 5, 2, 1].map(Some));
/// qualifiers[0].unit = Some(4);
/// assert_eq!(crossing_by_table(&qualifiers, true)?.positions, [0, 7, 4, 3, 6, 5, 2, 1].map(Some));
/// assert!(crossing_by_table(&qualifiers[1..], true).is_err());
/// # Ok::<(), gongsai::draw::DrawError>(())
/// ```
///
/// # What is proved
/// With up to 32 groups of which two go on (16 of three, 10 of four) no other way has fewer such matches, nor as few of them
/// with fewer moved. Where more than 16 who are no winners stand in a half, they trade places only within its quarters,
/// eighths and so on, and the same holds among these ways.
///
/// # Errors
/// [`DrawError`] unless ranks 1 to the same number came out of groups 1 to 512 or fewer, each once, and at least two.
pub fn crossing_by_table(qualifiers: &[Qualifier], units_apart: bool) -> Result<KnockoutDraw, DrawError> {
    let (groups, ranks) = check(qualifiers)?;
    let index = order::map((0..).zip(qualifiers).map(|(index, from)| ((from.group, from.rank), index)));
    let number = u32::try_from(qualifiers.len()).unwrap_or(u32::MAX);
    let empty = order::set(byes::positions(DrawTable::Cn, number));
    let places: Vec<usize> =
        (1..=byes::size(number)).filter(|place| !empty.contains(place)).map(|p| p as usize - 1).collect();
    let mut table = vec![None; byes::size(number) as usize];
    let slots = crossing_table::fixed(groups, ranks).into_iter().filter(|slot| *slot != Slot::Bye);
    for (place, slot) in places.into_iter().zip(slots) {
        let Slot::Rank { group, rank } = slot else { continue };
        let index: usize = *index.get(&(group, rank)).ok_or(DrawError::Missing { group, rank })?;
        let unit = qualifiers[index].unit.filter(|_| units_apart);
        table[place] = Some(Came { group, rank, unit });
    }
    let seats = if units_apart { apart::keep_apart(&table) } else { table.clone() };
    let seated = |came: &Option<Came>| came.and_then(|came| index.get(&(came.group, came.rank)).copied());
    let positions: Vec<Option<usize>> = seats.iter().map(seated).collect();
    let entrants: Vec<Entrant> = qualifiers.iter().map(|from| Entrant { unit: from.unit, seed: None }).collect();
    let mut shortfall = between_groups(qualifiers, groups, &positions);
    if units_apart {
        let found = shortfall::of_knockout(&entrants, &positions).into_iter();
        shortfall.extend(found.filter(|found| matches!(found, Shortfall::FirstRound { .. })));
    }
    let mut steps = Vec::new();
    for (place, (came, before)) in (1..).zip(seats.iter().zip(&table)) {
        let Some(Came { group, rank, .. }) = *came else { continue };
        let Some(entrant) = index.get(&(group, rank)).copied() else { continue };
        let pot = if rank == 1 { Pot::Winners { from: 1, to: groups } } else { Pot::Rank(rank) };
        let how = if came == before { How::Forced } else { How::Exchanged };
        // Winners by their groups, all others from the top.
        let order = (rank, if rank == 1 { u32::from(group) } else { place });
        steps.push((order, Step { entrant, pot, spot: Spot::Position(place), how }));
    }
    order::sort_by_key(&mut steps, |(order, _)| *order);
    Ok(KnockoutDraw { positions, shortfall, steps: steps.into_iter().map(|(_, step)| step).collect() })
}
