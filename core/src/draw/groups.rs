//! The draw of groups (rules C.4).

use std::ops::Range;

use super::DrawError;
use super::entrant::{self, Entrant};
use super::knockout::pot_of;
use super::procedure::Procedure;
use super::seed::{Lot, Seed};
use super::separation::{Sections, separate};
use super::shortfall::{self, Shortfall};
use super::step::{How, Pot, Spot, Step};
use crate::format::{crossing::MOST_GROUPS, groups::groups_of, snake};
use crate::regulations::{DrawRule, DrawTable, GroupSizes};

/// Drawn groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupDraw {
    /// The entrants of each group, by index, in the order of their numbers in the group.
    pub groups: Vec<Vec<usize>>,
    /// What could not be kept apart; empty where units need not be.
    pub shortfall: Vec<Shortfall>,
    /// The draw step by step.
    pub steps: Vec<Step>,
}

/// Draws groups: seeds along the snake, the rest row by row by lot, units apart.
///
/// The first row of seeds stands in order. Further rows of seeds are drawn inside the row; under `standard` they stand
/// along the exact snake, so that a draw in which everybody is seeded leaves nothing to the lot. Of a unit with `u`
/// entrants each of `g` groups gets `u / g`, rounded down or up, whenever the seeds permit; otherwise as few as
/// possible meet in one group, and the shortfall is told.
///
/// # What is equally likely
/// As in [`super::knockout`]: row by row of seeds, last all others; in each, given who stands already, every best
/// placing. Seeds of the first row with numbers of their own leave nothing to the lot.
///
/// ```
/// use gongsai::draw::{groups, Entrant, Seed};
/// use gongsai::regulations::{DrawRule, DrawTable};
/// let ranked: Vec<Entrant> = (1..=6).map(|seed| Entrant { unit: None, seed: Some(seed) }).collect();
/// let rule = DrawRule { table: DrawTable::Standard, units_apart: true };
/// let drawn = groups(&ranked, 2, rule, Seed::of_text("any"))?;
/// assert_eq!(drawn.groups, [[0, 3, 4], [1, 2, 5]]);
/// assert!(groups(&ranked, 0, rule, Seed::of_text("any")).is_err());
/// # Ok::<(), gongsai::draw::DrawError>(())
/// ```
///
/// # Errors
/// [`DrawError`] for numbers of entrants or groups that cannot be drawn, and for seed numbers with a gap.
///
/// # Complexity
/// O(n u log g) for n entrants of u units in g groups; where seeds stand in the way more, as told at `separate`.
pub fn groups(entrants: &[Entrant], groups: u16, rule: DrawRule, seed: Seed) -> Result<GroupDraw, DrawError> {
    around(entrants, &GroupSizes::Number(groups), rule, &[], Lot::new(seed), Procedure::default())
}

/// Draws groups around entrants who are set into their groups by hand. A seed whose row has no place left is drawn with
/// the next row.
pub(super) fn around(
    entrants: &[Entrant],
    groups: &GroupSizes,
    rule: DrawRule,
    locked: &[(usize, u16)],
    mut lot: Lot,
    procedure: Procedure,
) -> Result<GroupDraw, DrawError> {
    entrant::check(entrants)?;
    let sizes = sizes(groups, entrants.len())?;
    let rows = snake::rows_of(&sizes);
    let ends: Vec<usize> =
        rows.iter().scan(0, |end, row| Some(std::mem::replace(end, *end + row.len()) + row.len())).collect();
    let cells = (1..).zip(rows);
    let cells: Vec<Cell> = cells.flat_map(|(row, of)| of.into_iter().map(move |group| Cell { group, row })).collect();
    let units = entrants.iter().map(|entrant| entrant.unit.filter(|_| rule.units_apart)).collect();
    let seeded = entrant::seeded(entrants, &mut lot);
    let rows = rows_of_seeds(entrants, &seeded, &ends, rule.table);
    let sections = Sections::of_groups(sizes.len());
    let taken = vec![None; entrants.len()];
    let mut drawing = Drawing { cells, taken, units, sections, lot, procedure, steps: Vec::new() };
    drawing.lock(locked, &seeded, &rows);
    let set: Vec<usize> = locked.iter().map(|(entrant, _)| *entrant).collect();
    let mut waiting: Vec<usize> = Vec::new();
    let mut pot = Pot::Unseeded;
    for row in rows {
        let members = &seeded[row.start..row.end.min(seeded.len())];
        waiting.extend(members.iter().filter(|index| !set.contains(index)));
        let next = waiting.split_off(drawing.free(row.clone()).len().min(waiting.len()));
        pot = pot_of(&row);
        drawing.draw(pot, &waiting, row);
        waiting = next;
    }
    drawing.draw(pot, &waiting, 0..entrants.len());
    let unseeded = |index: &usize| entrants[*index].seed.is_none() && !set.contains(index);
    let unseeded: Vec<usize> = (0..entrants.len()).filter(unseeded).collect();
    drawing.draw(Pot::Unseeded, &unseeded, 0..entrants.len());
    Ok(drawing.finish(entrants, sizes.len(), rule))
}

/// The sizes of the groups that so many entrants are drawn into.
pub(super) fn sizes(groups: &GroupSizes, entrants: usize) -> Result<Vec<u32>, DrawError> {
    let number = u32::try_from(entrants).unwrap_or(u32::MAX);
    let most = u16::try_from(entrants).unwrap_or(u16::MAX).min(MOST_GROUPS);
    let groups = match groups {
        GroupSizes::Number(groups) => *groups,
        GroupSizes::AtMost(size) => groups_of(number, *size),
        GroupSizes::Each(sizes) => {
            let sum = sizes.iter().copied().map(u32::from).sum();
            let fit = sum == number && !sizes.contains(&0) && sizes.len() <= usize::from(most);
            let sizes = sizes.iter().copied().map(u32::from).collect();
            return if fit { Ok(sizes) } else { Err(DrawError::GroupSizes { sum, entrants }) };
        }
    };
    if groups == 0 || groups > most {
        return Err(DrawError::Groups { groups, most });
    }
    Ok(snake::sizes(number, groups))
}

/// The ranges of seeding order that are drawn together: equals in the first row and under `standard`, else rows.
fn rows_of_seeds(entrants: &[Entrant], seeded: &[usize], ends: &[usize], table: DrawTable) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let groups = ends.first().copied().unwrap_or(0);
    let mut from = 0;
    while from < seeded.len() {
        let number = |rank: &usize| entrants[seeded[*rank]].seed;
        let next = (from..seeded.len()).find(|rank| number(rank) != number(&from)).unwrap_or(seeded.len());
        let row = ends.iter().copied().find(|end| *end > from).unwrap_or(entrants.len());
        let to = match table {
            DrawTable::Standard => next,
            DrawTable::Ittf | DrawTable::Bwf | DrawTable::Cn if from < groups => next.min(groups),
            DrawTable::Ittf | DrawTable::Bwf | DrawTable::Cn => row.min(entrants.len()),
        };
        rows.push(from..to);
        from = to;
    }
    rows
}

/// One place of the snake.
#[derive(Clone, Copy, Debug)]
struct Cell {
    group: u16,
    row: u16,
}

/// Groups while they are drawn.
struct Drawing {
    /// In snake order.
    cells: Vec<Cell>,
    taken: Vec<Option<usize>>,
    units: Vec<Option<u32>>,
    sections: Sections,
    lot: Lot,
    procedure: Procedure,
    steps: Vec<Step>,
}

impl Drawing {
    fn free(&self, cells: Range<usize>) -> Vec<usize> {
        cells.filter(|cell| self.taken[*cell].is_none()).collect()
    }

    fn put(&mut self, entrant: usize, cell: usize, pot: Pot, how: How) {
        self.taken[cell] = Some(entrant);
        let Cell { group, row } = self.cells[cell];
        self.steps.push(Step { entrant, pot, spot: Spot::Group { group, row }, how });
    }

    /// Sets entrants into their groups by hand: a seed to the place of its row, all others as far down as there is
    /// room.
    fn lock(&mut self, locked: &[(usize, u16)], seeded: &[usize], rows: &[Range<usize>]) {
        let rank = |entrant: usize| seeded.iter().position(|other| *other == entrant);
        let row = |entrant: usize| rank(entrant).and_then(|rank| rows.iter().find(|row| row.contains(&rank)));
        let (first, last): (Vec<_>, Vec<_>) = locked.iter().copied().partition(|(entrant, _)| rank(*entrant).is_some());
        for (entrant, group) in first.into_iter().chain(last) {
            let inside = |cells: Range<usize>| -> Vec<usize> {
                self.free(cells).into_iter().filter(|cell| self.cells[*cell].group == group).collect()
            };
            let own = row(entrant).and_then(|row| inside(row.start..row.end.min(self.cells.len())).first().copied());
            if let Some(cell) = own.or_else(|| inside(0..self.cells.len()).last().copied()) {
                self.put(entrant, cell, Pot::Locked, How::Hand);
            }
        }
    }

    /// Draws members of one pot to the free ones of these cells, of which there are at least as many.
    fn draw(&mut self, pot: Pot, members: &[usize], cells: Range<usize>) {
        if members.is_empty() {
            return;
        }
        let free = self.free(cells);
        let leaf = |cell: usize| usize::from(self.cells[cell].group - 1);
        let standing = self.taken.iter().enumerate();
        let fixed: Vec<(usize, u32)> = standing
            .filter_map(|(cell, entrant)| Some((leaf(cell), (*entrant).and_then(|entrant| self.units[entrant])?)))
            .collect();
        let leaves: Vec<usize> = free.iter().map(|cell| leaf(*cell)).collect();
        let nobody = std::iter::repeat_n(None, free.len().saturating_sub(members.len()));
        let units: Vec<Option<u32>> = members.iter().map(|member| self.units[*member]).chain(nobody).collect();
        let drawn = separate(&self.sections, &fixed, &leaves, &units, self.procedure, &mut self.lot);
        let how = if free.len() == 1 { How::Forced } else { How::Lot };
        for (cell, index) in free.into_iter().zip(drawn) {
            let Some(entrant) = members.get(index).copied() else { continue };
            self.put(entrant, cell, pot, how);
        }
    }

    fn finish(self, entrants: &[Entrant], groups: usize, rule: DrawRule) -> GroupDraw {
        let mut drawn = vec![Vec::new(); groups];
        for (cell, entrant) in self.cells.iter().zip(self.taken) {
            drawn[usize::from(cell.group - 1)].extend(entrant);
        }
        let shortfall = if rule.units_apart { shortfall::of_groups(entrants, &drawn) } else { Vec::new() };
        GroupDraw { groups: drawn, shortfall, steps: self.steps }
    }
}
