//! Which rules a place set by hand breaks.

use super::{Entrant, Locked, Target, Task, groups};
use crate::format::{byes, seeds, snake};
use crate::regulations::{DrawRule, DrawTable, GroupSizes};

/// A rule that a place set by hand breaks. That is allowed, and told on the receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breach {
    /// A seed, or a group winner, stands outside the places of its tier (rules C.1.3, C.2.2, C.4, C.6).
    SeedAway,
    /// The place is kept for another tier of seeds, or for group winners.
    SeedPlace,
    /// Has a bye though a better seed has none, or has none though its seed calls for one (rules C.1.2, C.2.3).
    Bye,
    /// More of its unit are set by hand into one of so many sections than its even share (rules C.1.4, C.2.4). As many
    /// sections as first-round matches: they meet in the first round.
    Unit {
        /// The number of sections, the coarsest for which it is so.
        sections: u16,
    },
    /// More of its unit are set by hand into one group than its even share (rules C.4).
    UnitInGroup,
    /// Is set by hand into the half, or the match, of another of the first two of its own group (rules C.6).
    OwnGroup,
}

/// The rules that each place set by hand breaks, in the order of `locked`. Only what is set by hand counts, so that the
/// answer is known before the draw; what the whole draw falls short of is told by its shortfalls.
///
/// ```
/// use gongsai::draw::{Breach, Entrant, Locked, Target, Task, breaches};
/// use gongsai::regulations::{DrawRule, DrawTable};
/// let mut entrants = vec![Entrant::default(); 8];
/// entrants[0].seed = Some(1);
/// let task = Task::Knockout { entrants, rule: DrawRule { table: DrawTable::Ittf, units_apart: true } };
/// let to = |entrant, position| Locked { entrant, to: Target::Position(position) };
/// assert_eq!(breaches(&task, &[to(0, 1), to(1, 5)]), [vec![], vec![]]);
/// assert_eq!(breaches(&task, &[to(0, 2), to(1, 1)]), [vec![Breach::SeedAway], vec![Breach::SeedPlace]]);
/// ```
#[must_use]
pub fn breaches(task: &Task, locked: &[Locked]) -> Vec<Vec<Breach>> {
    let each = |lock: &Locked| {
        let mut breaches = Vec::new();
        match (task, lock.to) {
            (Task::Knockout { entrants, rule }, Target::Position(position)) => {
                let ranks = Ranks::of_seeds(entrants);
                breaches.extend(ranks.tier(*rule, lock.entrant, position));
                breaches.extend(ranks.bye(*rule, lock.entrant, position));
                breaches.extend(crowded(task, locked, lock));
            }
            (Task::Groups { groups, rule, .. }, Target::Group(group)) => {
                breaches.extend(group_seed(task, *rule, groups, (lock.entrant, group)));
                breaches.extend(crowded(task, locked, lock));
            }
            (Task::Crossing { qualifiers, rule }, Target::Position(position)) => {
                let seed = |rank: u16, group| (rank == 1).then_some(group);
                let winners = qualifiers.iter().map(|from| Entrant { unit: None, seed: seed(from.rank, from.group) });
                let ranks = Ranks::of_seeds(&winners.collect::<Vec<_>>());
                breaches.extend(ranks.tier(*rule, lock.entrant, position));
                let number = u32::try_from(qualifiers.len()).unwrap_or(u32::MAX);
                let half = byes::size(number) / 2;
                let near =
                    |other: &Locked| match (other.to, qualifiers.get(other.entrant), qualifiers.get(lock.entrant)) {
                        (Target::Position(at), Some(theirs), Some(mine)) if other.entrant != lock.entrant => {
                            let halves = theirs.rank <= 2 && mine.rank <= 2 && half > 1;
                            let same_half = halves && (at > half) == (position > half);
                            theirs.group == mine.group && (same_half || seeds::partner(at) == position)
                        }
                        _ => false,
                    };
                breaches.extend(locked.iter().any(near).then_some(Breach::OwnGroup));
                breaches.extend(crowded(task, locked, lock));
            }
            (Task::Knockout { .. } | Task::Crossing { .. }, Target::Group(_))
            | (Task::Groups { .. }, Target::Position(_))
            | (Task::Table { .. }, _) => {}
        }
        breaches
    };
    locked.iter().map(each).collect()
}

/// For each entrant how many have a better seed and how many one at least as good; none for those without.
struct Ranks {
    seeds: Vec<Option<u16>>,
}

impl Ranks {
    fn of_seeds(entrants: &[Entrant]) -> Ranks {
        Ranks { seeds: entrants.iter().map(|entrant| entrant.seed).collect() }
    }

    fn seeded(&self) -> usize {
        self.seeds.iter().flatten().count()
    }

    /// How many are seeded better, and how many at least as well.
    fn before(&self, entrant: usize) -> Option<(usize, usize)> {
        let own = (*self.seeds.get(entrant)?)?;
        let count = |better: &dyn Fn(u16) -> bool| self.seeds.iter().flatten().filter(|seed| better(**seed)).count();
        Some((count(&|seed| seed < own), count(&|seed| seed <= own)))
    }

    fn number(&self) -> u32 {
        u32::try_from(self.seeds.len()).unwrap_or(u32::MAX)
    }

    fn tier(&self, rule: DrawRule, entrant: usize, position: u32) -> Option<Breach> {
        let order = seeds::order(rule.table, byes::size(self.number()));
        let place = order.iter().position(|other| *other == position)?;
        let tier = |rank: usize| match rule.table {
            DrawTable::Standard => rank,
            DrawTable::Ittf | DrawTable::Bwf | DrawTable::Cn => (rank + 1).next_power_of_two(),
        };
        match self.before(entrant) {
            Some((better, least)) => {
                let own = (better..least.max(better + 1)).any(|rank| tier(rank) == tier(place));
                (!own).then_some(if place < self.seeded() { Breach::SeedPlace } else { Breach::SeedAway })
            }
            None => (place < self.seeded()).then_some(Breach::SeedPlace),
        }
    }

    fn bye(&self, rule: DrawRule, entrant: usize, position: u32) -> Option<Breach> {
        let byes = byes::positions(rule.table, self.number());
        let has = byes.contains(&seeds::partner(position));
        let (better, least) = self.before(entrant).unwrap_or((self.seeded(), usize::MAX));
        let breaks = if has { better >= byes.len() } else { least <= byes.len() };
        breaks.then_some(Breach::Bye)
    }
}

/// A seed outside the groups of its row. Rows but the first are drawn, except under `standard`.
fn group_seed(task: &Task, rule: DrawRule, sizes: &GroupSizes, (entrant, group): (usize, u16)) -> Option<Breach> {
    let Task::Groups { entrants, .. } = task else { return None };
    let (better, least) = Ranks::of_seeds(entrants).before(entrant)?;
    let sizes = groups::sizes(sizes, entrants.len()).ok()?;
    let (row, snake) = (sizes.len(), snake::rows_of(&sizes).concat());
    let own = (better..least)
        .any(|rank| (rank >= row && rule.table != DrawTable::Standard) || snake.get(rank) == Some(&group));
    (!own).then_some(Breach::SeedAway)
}

/// The coarsest sections of which one holds more of the unit, set by hand, than the even share.
fn crowded(task: &Task, locked: &[Locked], lock: &Locked) -> Option<Breach> {
    let (units, rule): (Vec<Option<u32>>, DrawRule) = match task {
        Task::Knockout { entrants, rule } | Task::Groups { entrants, rule, .. } => {
            (entrants.iter().map(|entrant| entrant.unit).collect(), *rule)
        }
        Task::Table { .. } => return None,
        Task::Crossing { qualifiers, rule } => (qualifiers.iter().map(|from| from.unit).collect(), *rule),
    };
    let unit = (*units.get(lock.entrant)?).filter(|_| rule.units_apart)?;
    let of_unit = |entrant: usize| units.get(entrant) == Some(&Some(unit));
    let total = (0..units.len()).filter(|entrant| of_unit(*entrant)).count();
    let mates = locked.iter().filter(|other| of_unit(other.entrant));
    let (sections, first): (Vec<u16>, bool) = match task {
        Task::Groups { groups: sizes, .. } => {
            let number = groups::sizes(sizes, units.len()).map_or(0, |sizes| sizes.len());
            (vec![u16::try_from(number).unwrap_or(u16::MAX)], false)
        }
        Task::Knockout { .. } | Task::Crossing { .. } | Task::Table { .. } => {
            let size = byes::size(u32::try_from(units.len()).unwrap_or(u32::MAX));
            let depth = size.checked_ilog2().unwrap_or(0);
            ((1..depth).map(|level| 1 << level).collect(), matches!(task, Task::Crossing { .. }))
        }
    };
    let size = byes::size(u32::try_from(units.len()).unwrap_or(u32::MAX));
    let section = |target: Target, sections: u16| match target {
        Target::Group(group) => u32::from(group),
        Target::Position(position) => position.saturating_sub(1) / (size / u32::from(sections)).max(1),
    };
    let finest = sections.last().copied();
    let mut sections = sections.into_iter().filter(|sections| !first || Some(*sections) == finest);
    let crowded = sections.find(|sections| {
        let here = section(lock.to, *sections);
        let together = mates.clone().filter(|other| section(other.to, *sections) == here).count();
        together > total.div_ceil(usize::from(*sections).max(1))
    });
    crowded.map(|sections| match task {
        Task::Groups { .. } => Breach::UnitInGroup,
        Task::Knockout { .. } | Task::Crossing { .. } | Task::Table { .. } => Breach::Unit { sections },
    })
}
