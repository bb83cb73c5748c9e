//! The draw of a knockout (rules C.1 to C.3).

use std::ops::Range;

use super::DrawError;
use super::entrant::{self, Entrant};
use super::procedure::Procedure;
use super::seed::{Lot, Seed};
use super::separation::{Sections, separate};
use super::shortfall::{self, Shortfall};
use super::step::{How, Pot, Spot, Step};
use crate::format::{byes, seeds};
use crate::regulations::{DrawRule, DrawTable};

/// A drawn knockout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnockoutDraw {
    /// By position, top to bottom: the entrant, by index; none where a bye is.
    pub positions: Vec<Option<usize>>,
    /// What could not be kept apart; empty where units need not be.
    pub shortfall: Vec<Shortfall>,
    /// The draw step by step.
    pub steps: Vec<Step>,
}

/// Draws a knockout: seeds to the seed positions, byes to the best seeds, the rest by lot, units apart.
///
/// Tier by tier the seeds are drawn to the places of the book (under `standard` each has its own; equal numbers are
/// drawn). If only some places of a tier have a bye, the better seeds of the tier have them. Entrants of a unit are
/// kept out of the same first-round match, then of the same half, the same quarter and so on, as evenly as can be:
/// seeds as far as their tier permits, all others as far as the seeds permit. What is then not even is the best
/// there is, and is told as a shortfall.
///
/// # What is equally likely
/// The pots are drawn one after another: tier by tier, last all others. In each pot, given who stands already, every
/// placing that is valid and best has the same chance. This holds exactly where the placings can be counted section by
/// section within a fixed number of cases, as in small draws; where not, entrants are exchanged by lot among the best
/// placings, two by two: no exchange is preferred, but the chances are not proved equal.
///
/// ```
/// use gongsai::draw::{knockout, Entrant, Seed};
/// use gongsai::regulations::{DrawRule, DrawTable};
/// let entrants = [(7, Some(1)), (7, None), (8, None), (8, None), (9, None)].map(|(unit, seed)| Entrant { unit: Some(unit), seed });
/// let rule = DrawRule { table: DrawTable::Ittf, units_apart: true };
/// let drawn = knockout(&entrants, rule, Seed::of_text("opened at noon"))?;
/// assert_eq!(drawn.positions[..2], [Some(0), None]);
/// assert!(drawn.shortfall.is_empty());
/// assert!(knockout(&entrants[..1], rule, Seed::of_text("")).is_err());
/// # Ok::<(), gongsai::draw::DrawError>(())
/// ```
///
/// # Errors
/// [`DrawError`] for fewer than 2 or more than [`super::MOST`] entrants, and for seed numbers with a gap.
///
/// # Complexity
/// O(n u log n) for n entrants of u units; where seeds stand in the way more, as told at `separate`.
pub fn knockout(entrants: &[Entrant], rule: DrawRule, seed: Seed) -> Result<KnockoutDraw, DrawError> {
    around(entrants, rule, &[], Lot::new(seed), Procedure::default())
}

/// Draws a knockout around the positions that are set by hand: entrants and their positions, none of them a bye. A
/// seed whose tier has no place left is drawn with the next tier.
pub(super) fn around(
    entrants: &[Entrant],
    rule: DrawRule,
    locked: &[(usize, u32)],
    lot: Lot,
    procedure: Procedure,
) -> Result<KnockoutDraw, DrawError> {
    entrant::check(entrants)?;
    let mut drawing = Drawing::new(entrants, rule, lot, procedure);
    let seeded = entrant::seeded(entrants, &mut drawing.lot);
    let number = |rank: usize| seeded.get(rank).and_then(|index| entrants[*index].seed);
    let order = seeds::order(rule.table, drawing.size());
    let byes = order[entrants.len()..].to_vec();
    drawing.lock(locked);
    let set: Vec<usize> = locked.iter().map(|(entrant, _)| *entrant).collect();
    let (mut from, mut waiting): (usize, Vec<usize>) = (0, Vec::new());
    while from < order.len() && (from < seeded.len() || !waiting.is_empty()) {
        let tier = from..tier_end(rule.table, (from, seeded.len(), order.len()), number);
        let members = &seeded[from.min(seeded.len())..tier.end.min(seeded.len())];
        waiting.extend(members.iter().filter(|index| !set.contains(index)));
        let places: Vec<u32> = order[tier.clone()]
            .iter()
            .copied()
            .filter(|place| !byes.contains(place) && drawing.is_free(*place))
            .collect();
        let next = waiting.split_off(places.len().min(waiting.len()));
        let (above, below): (Vec<u32>, Vec<u32>) =
            places.iter().partition(|place| byes.contains(&seeds::partner(**place)));
        let cut = above.len().min(waiting.len());
        // Byes go by seeding order; the lot decides between equals.
        let seed = |rank: usize| waiting.get(rank).and_then(|index| entrants[*index].seed);
        let apart = cut == waiting.len() || (cut > 0 && seed(cut - 1) != seed(cut));
        from = tier.end;
        let pot = pot_of(&tier);
        if cut > 0 && apart {
            drawing.draw(pot, &waiting[..cut], &above);
            drawing.draw(pot, &waiting[cut..], &below);
        } else {
            drawing.draw(pot, &waiting, &places);
        }
        waiting = next;
    }
    let unseeded = |index: &usize| entrants[*index].seed.is_none() && !set.contains(index);
    let mut unseeded: Vec<usize> = (0..entrants.len()).filter(unseeded).collect();
    drawing.lot.shuffle(&mut unseeded);
    let places: Vec<u32> = order[..entrants.len()].iter().copied().filter(|place| drawing.is_free(*place)).collect();
    drawing.draw(Pot::Unseeded, &unseeded, &places);
    Ok(drawing.finish(entrants, rule))
}

/// The end of the range of seeding order (from 0) that begins here and is drawn together.
fn tier_end(
    table: DrawTable,
    (from, seeded, size): (usize, usize, usize),
    number: impl Fn(usize) -> Option<u16>,
) -> usize {
    match table {
        DrawTable::Standard if from < seeded => {
            (from..seeded).find(|rank| number(*rank) != number(from)).unwrap_or(seeded)
        }
        DrawTable::Standard => from + 1,
        DrawTable::Ittf | DrawTable::Bwf | DrawTable::Cn => (2 * from).clamp(1, size),
    }
}

/// The pot of a range of seeding order.
pub(super) fn pot_of(tier: &Range<usize>) -> Pot {
    let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    Pot::Seeds { from: count(tier.start + 1), to: count(tier.end) }
}

/// A knockout while it is drawn.
pub(super) struct Drawing {
    pub(super) lot: Lot,
    pub(super) procedure: Procedure,
    sections: Sections,
    units: Vec<Option<u32>>,
    positions: Vec<Option<usize>>,
    steps: Vec<Step>,
}

impl Drawing {
    pub(super) fn new(entrants: &[Entrant], rule: DrawRule, lot: Lot, procedure: Procedure) -> Drawing {
        let size = byes::size(u32::try_from(entrants.len()).unwrap_or(u32::MAX)) as usize;
        let units = entrants.iter().map(|entrant| entrant.unit.filter(|_| rule.units_apart)).collect();
        let sections = Sections::of_knockout(size);
        Drawing { lot, procedure, sections, units, positions: vec![None; size], steps: Vec::new() }
    }

    pub(super) fn size(&self) -> u32 {
        u32::try_from(self.positions.len()).unwrap_or(u32::MAX)
    }

    pub(super) fn is_free(&self, position: u32) -> bool {
        self.positions.get((position as usize).wrapping_sub(1)).is_some_and(Option::is_none)
    }

    pub(super) fn put(&mut self, entrant: usize, position: u32, pot: Pot, how: How) {
        if let Some(place) = self.positions.get_mut((position as usize).wrapping_sub(1)) {
            *place = Some(entrant);
            self.steps.push(Step { entrant, pot, spot: Spot::Position(position), how });
        }
    }

    /// Sets entrants to their positions by hand.
    pub(super) fn lock(&mut self, locked: &[(usize, u32)]) {
        locked.iter().for_each(|(entrant, position)| self.put(*entrant, *position, Pot::Locked, How::Hand));
    }

    /// Draws members of one pot to at least as many places, units apart.
    pub(super) fn draw(&mut self, pot: Pot, members: &[usize], places: &[u32]) {
        if members.is_empty() {
            return;
        }
        let leaf = |position: usize| position / 2;
        let standing = self.positions.iter().enumerate();
        let fixed: Vec<(usize, u32)> = standing
            .filter_map(|(index, entrant)| Some((leaf(index), (*entrant).and_then(|entrant| self.units[entrant])?)))
            .collect();
        let leaves: Vec<usize> = places.iter().map(|place| leaf(*place as usize - 1)).collect();
        // Places that the pot leaves open go to nobody in particular.
        let nobody = std::iter::repeat_n(None, places.len().saturating_sub(members.len()));
        let units: Vec<Option<u32>> = members.iter().map(|member| self.units[*member]).chain(nobody).collect();
        let taken = separate(&self.sections, &fixed, &leaves, &units, self.procedure, &mut self.lot);
        let how = if places.len() == 1 { How::Forced } else { How::Lot };
        for (index, member) in members.iter().enumerate() {
            if let Some(place) = taken.iter().position(|taken| *taken == index) {
                self.put(*member, places[place], pot, how);
            }
        }
    }

    pub(super) fn seats(&self) -> &[Option<usize>] {
        &self.positions
    }

    /// The draw with what falls short between units.
    pub(super) fn finish(self, entrants: &[Entrant], rule: DrawRule) -> KnockoutDraw {
        let Drawing { positions, steps, .. } = self;
        let shortfall = if rule.units_apart { shortfall::of_knockout(entrants, &positions) } else { Vec::new() };
        KnockoutDraw { positions, shortfall, steps }
    }
}
