//! What a draw brought.

use std::sync::Arc;

use super::names::{Name, name};
use crate::bracket::DrawStage;
use crate::format::{Plan, Slot};
use crate::id::{EventId, Part, UnitId};
use crate::meet::Meet;
use crate::order;

/// Entries of one unit that the draw could not keep apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Together {
    /// The unit.
    pub unit: Arc<str>,
    /// The group that holds them; none where they meet in the first round of a knockout.
    pub group: Option<u16>,
    /// How many they are there.
    pub entries: usize,
}

/// A draw that was made.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DrawnSheet {
    /// Which draw.
    pub stage: DrawStage,
    /// The seed as it was announced.
    pub seed: Arc<str>,
    /// The version of the procedure.
    pub procedure: u16,
    /// The entries in the order in which they went in.
    pub entrants: Vec<Name>,
    /// Who was drawn into each group; empty for a knockout.
    pub groups: Vec<Vec<Name>>,
    /// The positions of a knockout, from 1, with who came to them, top to bottom; nobody at a bye. Empty for groups.
    pub positions: Vec<(u32, Option<Name>)>,
    /// Entries of one unit that stand together.
    pub together: Vec<Together>,
}

/// A draw that was made; none before it.
#[must_use]
pub fn drawn_sheet(meet: &Meet, event: &EventId, stage: DrawStage) -> Option<DrawnSheet> {
    let state = meet.event(event)?;
    let drawn = state.drawn(stage)?;
    let plan = state.bracket().plan();
    let placed = |position: u32| drawn.placings.iter().find(|(placed, _)| *placed == position);
    let at = |position: u32| placed(position).map(|(_, entry)| name(meet, *entry));
    let groups: Vec<Vec<Name>> = match stage {
        DrawStage::First => {
            // Groups that others feed come after those that are drawn.
            let drawn = plan.drawn_groups().into_iter().filter(|group| !group.is_empty());
            drawn.map(|group| group.into_iter().filter_map(at).collect()).collect()
        }
        DrawStage::Second => Vec::new(),
    };
    let (first, last) = match (stage, &plan.second_draw) {
        (DrawStage::Second, Some(draw)) => (draw.first, draw.first + draw.size - 1),
        (DrawStage::First | DrawStage::Second, _) => (1, plan.positions),
    };
    let positions = if groups.is_empty() {
        (first..=last).map(|position| (position - first + 1, at(position))).collect()
    } else {
        Vec::new()
    };
    let together = if groups.is_empty() { in_first_round(meet, plan, at) } else { in_groups(meet, &groups) };
    Some(DrawnSheet {
        stage,
        seed: drawn.seed.as_str().into(),
        procedure: drawn.procedure,
        entrants: drawn.entrants.iter().map(|entry| name(meet, *entry)).collect(),
        groups,
        positions,
        together,
    })
}

fn unit(meet: &Meet, name: &Name) -> Option<UnitId> {
    meet.entries().get(&name.entry).map(|entry| entry.unit)
}

fn counted(meet: &Meet, names: impl Iterator<Item = Name>, group: Option<u16>) -> Vec<Together> {
    let units = order::groups(names.filter_map(|name| Some((unit(meet, &name)?, name))));
    let several = units.into_iter().filter(|(_, names)| names.len() > 1);
    let named = several.filter_map(|(unit, names)| {
        Some(Together { unit: meet.units().get(&unit)?.name.as_str().into(), group, entries: names.len() })
    });
    named.collect()
}

fn in_groups(meet: &Meet, groups: &[Vec<Name>]) -> Vec<Together> {
    let together = |(number, group): (u16, &Vec<Name>)| counted(meet, group.iter().cloned(), Some(number));
    (1..).zip(groups).flat_map(together).collect()
}

/// Those of one unit in a match between two positions. Those of groups are told by group.
fn in_first_round(meet: &Meet, plan: &Plan, at: impl Fn(u32) -> Option<Name>) -> Vec<Together> {
    let pairs = plan.matches.iter().filter_map(|planned| match (planned.slots.a, planned.slots.b) {
        (Slot::Position(a), Slot::Position(b)) if !matches!(planned.id.part, Part::Group(_)) => Some([a, b]),
        _ => None,
    });
    pairs.flat_map(|pair| counted(meet, pair.into_iter().filter_map(&at), None)).collect()
}
