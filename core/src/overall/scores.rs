//! What the places of one event are worth to the units.

use std::collections::BTreeMap;

use super::place::{Place, Placing};
use super::ratio::Ratio;
use crate::id::{EntryId, UnitId};
use crate::order;
use crate::regulations::{PointsRule, SharedPoints};

/// Why an entry gives as many points as it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Worth {
    /// What its place is worth, multiplied.
    Full {
        /// What the place is worth.
        worth: u16,
        /// By how much it is multiplied.
        factor: u16,
    },
    /// The mean of the places that are shared, multiplied.
    Mean {
        /// The first of them.
        from: u32,
        /// The last of them.
        to: u32,
        /// What they are worth together; those that do not count are worth nothing.
        sum: u32,
        /// By how much it is multiplied.
        factor: u16,
    },
    /// Nothing: so many places count, and this is none of them.
    Beyond(u16),
    /// Nothing: so many entries of a unit count, and others of it were better.
    NotAmongBest(u16),
    /// Nothing: the event gives no points.
    NoPoints,
}

impl Worth {
    /// Whether the place counts.
    #[must_use]
    pub fn counts(self) -> bool {
        matches!(self, Worth::Full { .. } | Worth::Mean { .. })
    }

    fn points(self) -> Ratio {
        match self {
            Worth::Full { worth, factor } => Ratio::of(u64::from(worth) * u64::from(factor), 1),
            Worth::Mean { from, to, sum, factor } => {
                Ratio::of(u64::from(sum) * u64::from(factor), u64::from(to.saturating_sub(from)) + 1)
            }
            Worth::Beyond(_) | Worth::NotAmongBest(_) | Worth::NoPoints => Ratio::ZERO,
        }
    }
}

/// What one entry gives its unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Score {
    /// The entry.
    pub entry: EntryId,
    /// Its unit.
    pub unit: UnitId,
    /// Its place, from 1.
    pub place: u32,
    /// How many share it.
    pub shared: u32,
    /// The points.
    pub points: Ratio,
    /// Why so many.
    pub worth: Worth,
}

/// What the places of an event are worth.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct EventScores {
    /// How many places count.
    pub counted: u16,
    /// What each entry with a place gives, the best first.
    pub scores: Vec<Score>,
}

/// What the entries of an event with a place give their units; without a rule, nothing.
///
/// With the mean of shared places the points are, all together, what the places taken are worth.
///
/// # Complexity
/// O(n log n) for n entries.
#[must_use]
pub fn scores(rule: Option<&PointsRule>, placing: &Placing) -> EventScores {
    let counted = rule.map_or(0, |rule| rule.counted(placing.drawn));
    let mut scores: Vec<Score> = Vec::new();
    let mut of_unit: BTreeMap<UnitId, u16> = BTreeMap::new();
    // What shares a place is worth the same, so it does not matter which of a unit's is taken first.
    for found in &placing.entries {
        let Place::Is { place, shared, .. } = found.place else { continue };
        let worth = rule.map_or(Worth::NoPoints, |rule| {
            let worth = worth(rule, counted, place, shared);
            let before = of_unit.entry(found.unit).or_insert(0);
            match rule.entries_of_unit {
                Some(most) if worth.counts() && *before >= most => Worth::NotAmongBest(most),
                _ => {
                    *before = before.saturating_add(u16::from(worth.counts()));
                    worth
                }
            }
        });
        let (entry, unit) = (found.entry, found.unit);
        scores.push(Score { entry, unit, place, shared, points: worth.points(), worth });
    }
    order::sort_by_key(&mut scores, |score| (score.place, score.entry));
    EventScores { counted, scores }
}

fn worth(rule: &PointsRule, counted: u16, place: u32, shared: u32) -> Worth {
    let factor = rule.factor;
    let of = |place: u32| {
        let index = usize::try_from(place).ok().and_then(|place| place.checked_sub(1));
        let worth = index.and_then(|index| rule.scale.get(index)).copied().unwrap_or(0);
        if place <= u32::from(counted) { worth } else { 0 }
    };
    if place > u32::from(counted) {
        return Worth::Beyond(counted);
    }
    if rule.shared == SharedPoints::Full || shared <= 1 {
        return Worth::Full { worth: of(place), factor };
    }
    let to = place.saturating_add(shared - 1);
    let sum = (place..=to.min(counted.into())).map(|place| u32::from(of(place))).sum();
    Worth::Mean { from: place, to, sum, factor }
}
