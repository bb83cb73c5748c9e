//! What is to be drawn.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::names::{Name, name};
use crate::bracket::{Bracket, DrawStage};
use crate::format::By;
use crate::id::{EventId, UnitId};
use crate::meet::Meet;
use crate::order;

/// The entries of one unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DrawUnit {
    /// The unit.
    pub id: UnitId,
    /// Its name.
    pub name: Arc<str>,
    /// Its entries that go into the draw.
    pub entries: Vec<Name>,
    /// Its entries that do not, because of a review.
    pub out: Vec<Name>,
}

/// What is to be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DrawSheet {
    /// Which draw.
    pub stage: DrawStage,
    /// What places the entries: only a second draw can be by table.
    pub by: By,
    /// The units with entries, in the order of the meet.
    pub units: Vec<DrawUnit>,
    /// How many entries go into the draw.
    pub entries: usize,
    /// The entries with a seed number, best first.
    pub seeds: Vec<(u16, Name)>,
    /// For the second draw: group and rank of those who come out of the groups so far.
    pub qualified: Vec<(u16, u16, Name)>,
    /// For the second draw: the groups that are not decided.
    pub open_groups: Vec<u16>,
}

/// What a draw of an event has to draw; of the second draw, those who have come out of the groups.
#[must_use]
pub fn draw_sheet(meet: &Meet, event: &EventId, stage: DrawStage) -> DrawSheet {
    let bracket = meet.event(event).map(crate::meet::EventState::bracket);
    let (qualified, open_groups) = match (stage, bracket) {
        (DrawStage::Second, Some(bracket)) => {
            let open = (1..=bracket.groups()).filter(|group| bracket.group_ranking(*group).is_none());
            (bracket.qualified(), open.collect())
        }
        (DrawStage::First | DrawStage::Second, _) => (Vec::new(), Vec::new()),
    };
    let rules = meet.regulations().and_then(|regulations| regulations.event(event));
    let drawable = order::set(rules.into_iter().flat_map(|rules| meet.drawable(rules)).map(|entry| entry.id));
    let wanted = order::set(qualified.iter().map(|(_, _, entry)| *entry));
    let mut units: BTreeMap<UnitId, DrawUnit> = BTreeMap::new();
    let mut seeds = Vec::new();
    for entry in meet.entries_of(event) {
        if stage == DrawStage::Second && !wanted.contains(&entry.id) {
            continue;
        }
        let Some(unit) = meet.units().get(&entry.unit) else { continue };
        let sheet = units.entry(entry.unit).or_insert_with(|| DrawUnit {
            id: entry.unit,
            name: unit.name.as_str().into(),
            entries: Vec::new(),
            out: Vec::new(),
        });
        if stage == DrawStage::Second || drawable.contains(&entry.id) {
            sheet.entries.push(name(meet, entry.id));
            seeds.extend(entry.seed.map(|seed| (seed, name(meet, entry.id))));
        } else {
            sheet.out.push(name(meet, entry.id));
        }
    }
    order::sort_by_key(&mut seeds, |(seed, name)| (*seed, name.entry));
    let units: Vec<DrawUnit> = units.into_values().collect();
    let qualified = qualified.into_iter().map(|(group, rank, entry)| (group, rank, name(meet, entry)));
    DrawSheet {
        stage,
        by: bracket.map_or(By::Lot, |bracket| by(bracket, stage)),
        entries: units.iter().map(|unit| unit.entries.len()).sum(),
        units,
        seeds,
        qualified: qualified.collect(),
        open_groups,
    }
}

/// What places the entries of a draw.
pub(super) fn by(bracket: &Bracket, stage: DrawStage) -> By {
    let second = bracket.plan().second_draw.as_ref().filter(|_| stage == DrawStage::Second);
    second.map_or(By::Lot, |draw| draw.by)
}
