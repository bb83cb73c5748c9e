//! What an entry without a place waits for.

use std::collections::BTreeMap;

use crate::bracket::{Bracket, DrawStage, Occupant};
use crate::format::By;
use crate::id::{EntryId, MatchId, Part};
use crate::meet::EventState;

/// Why a place is not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Open {
    /// The event is not drawn.
    NotDrawn,
    /// The results of this match differ, and the staff have to decide.
    Disputed(MatchId),
    /// This match is not played, or waits for who will stand in it.
    Match(MatchId),
    /// The group, from 1, is in play.
    Group(u16),
    /// A lot in the group, from 1, where no rule breaks a tie.
    Lot(u16),
    /// The draw of the next stage, by lot or by table.
    SecondDraw(By),
    /// How many come before is not known.
    Before,
}

/// What the entries of an event wait for.
pub(super) struct Waiting {
    disputed: BTreeMap<EntryId, MatchId>,
    matches: BTreeMap<EntryId, (bool, MatchId)>,
    groups: BTreeMap<EntryId, Open>,
    second_draw: Option<By>,
}

impl Waiting {
    /// O(m log n) for m matches and n entries.
    pub(super) fn of(state: &EventState) -> Waiting {
        let bracket = state.bracket();
        let (mut disputed, mut matches, mut groups) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for id in state.disputes() {
            let entries = bracket.entries(id).ok();
            disputed.extend(entries.into_iter().flat_map(|entries| [(entries.a, id), (entries.b, id)]));
        }
        for found in bracket.matches().filter(|found| !found.over && !matches!(found.id.part, Part::Group(_))) {
            for entry in found.occupants.iter().filter_map(|(_, occupant)| occupant.entry()) {
                // One that can be played now before one that waits; else the first of the plan.
                let now = (!found.is_open(), found.id);
                let known = matches.entry(entry).or_insert(now);
                if known.0 && !now.0 {
                    *known = now;
                }
            }
        }
        for group in (1..=bracket.groups()).filter(|group| bracket.group_ranking(*group).is_none()) {
            let open = if is_played(bracket, group) { Open::Lot(group) } else { Open::Group(group) };
            // Of the groups in a row, the first that is open.
            for entry in bracket.group_entries(group) {
                groups.entry(entry).or_insert(open);
            }
        }
        let second_draw = bracket.plan().second_draw.as_ref().map(|draw| draw.by);
        let second_draw = second_draw.filter(|_| !bracket.is_drawn(DrawStage::Second));
        Waiting { disputed, matches, groups, second_draw }
    }

    /// What an entry waits for that has no place; none where it waits for nothing.
    pub(super) fn what(&self, entry: EntryId) -> Option<Open> {
        let disputed = self.disputed.get(&entry).map(|id| Open::Disputed(*id));
        let playing = || self.matches.get(&entry).map(|(_, id)| Open::Match(*id));
        disputed.or_else(playing).or_else(|| self.groups.get(&entry).copied())
    }

    /// The draw that is still to come.
    pub(super) fn second_draw(&self) -> Option<Open> {
        self.second_draw.map(Open::SecondDraw)
    }

    /// The first match in dispute.
    pub(super) fn dispute(&self) -> Option<Open> {
        self.disputed.values().min().map(|id| Open::Disputed(*id))
    }
}

/// Whether all members of a group are known and all its matches are over.
fn is_played(bracket: &Bracket, group: u16) -> bool {
    let members = usize::from(group).checked_sub(1).and_then(|index| bracket.plan().groups.get(index));
    let known = members.is_some_and(|members| members.iter().all(|slot| bracket.occupant(*slot) != Occupant::Waiting));
    known && bracket.group_matches(group).iter().all(|found| found.played.is_some())
}
