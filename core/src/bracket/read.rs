//! What can be read off a bracket.

use std::sync::Arc;

use petgraph::Direction;
use petgraph::visit::EdgeRef;

use super::error::ChangeError;
use super::node::{MatchNode, Occupant, Played, Seats};
use super::structure::{Feed, What};
use super::{Bracket, DrawStage, GroupRanking};
use crate::format::{Plan, PlannedMatch, Slot};
use crate::id::{EntryId, MatchId, Part};
use crate::score::{Ending, MatchRule};
use crate::side::{BySide, Side};

/// One match as it stands.
#[derive(Clone, Copy, Debug)]
pub struct MatchView<'a> {
    /// The id.
    pub id: MatchId,
    /// Who stands in it.
    pub occupants: BySide<Occupant>,
    /// Its result.
    pub played: Option<&'a Played>,
    /// Whether nothing more can come of it.
    pub over: bool,
}

impl MatchView<'_> {
    /// Whether the match can be played now: both entrants are there and there is no result.
    #[must_use]
    pub fn is_open(&self) -> bool {
        let both = self.occupants.a.entry().is_some() && self.occupants.b.entry().is_some();
        both && !self.over
    }
}

/// One match of a group between two entries, with its result so far.
#[derive(Clone, Copy, Debug)]
pub struct GroupMatch<'a> {
    /// The id.
    pub id: MatchId,
    /// The entries.
    pub entries: BySide<EntryId>,
    /// Its result.
    pub played: Option<&'a Played>,
}

impl Bracket {
    /// The plan that the bracket was built from.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.structure.plan
    }

    /// How its matches are scored.
    #[must_use]
    pub fn rule(&self) -> &MatchRule {
        &self.rule
    }

    /// The same, for whoever changes the bracket meanwhile.
    pub(crate) fn shared_rule(&self) -> Arc<MatchRule> {
        Arc::clone(&self.rule)
    }

    /// One match of the plan; none when the event has no match of that id.
    #[must_use]
    pub fn planned(&self, id: MatchId) -> Option<&PlannedMatch> {
        self.structure.find(id).and_then(|place| self.structure.plan.matches.get(place))
    }

    /// One match; none when the event has no match of that id.
    #[must_use]
    pub fn match_view(&self, id: MatchId) -> Option<MatchView<'_>> {
        self.match_node(id).ok().map(|(_, node)| view(id, node))
    }

    /// The two entries that meet in a match.
    ///
    /// # Errors
    /// [`ChangeError::NoMatch`], [`ChangeError::Waiting`] or [`ChangeError::NotPlayed`].
    pub fn entries(&self, id: MatchId) -> Result<BySide<EntryId>, ChangeError> {
        self.match_node(id)?.1.entries(id)
    }

    /// All matches in the order of the plan.
    pub fn matches(&self) -> impl Iterator<Item = MatchView<'_>> {
        self.structure.plan.matches.iter().zip(&self.matches).map(|(planned, node)| view(planned.id, node))
    }

    /// Where the winner of a match goes on; none after a final and in groups.
    #[must_use]
    pub fn next_of_winner(&self, id: MatchId) -> Option<MatchId> {
        let node = self.structure.nodes.get(self.structure.find(id)?)?;
        let mut edges = self.structure.graph.edges_directed(*node, Direction::Outgoing);
        edges.find_map(|edge| match (self.structure.graph.node_weight(edge.target())?, edge.weight()) {
            (What::Match(place), Feed::Side(side)) => {
                let planned = self.structure.plan.matches.get(*place as usize)?;
                (planned.slots[*side] == Slot::Winner(id)).then_some(planned.id)
            }
            (What::Match(_) | What::Group(_) | What::Draw(_), _) => None,
        })
    }

    /// The number of groups.
    #[must_use]
    pub fn groups(&self) -> u16 {
        u16::try_from(self.groups.len()).unwrap_or(u16::MAX)
    }

    /// The entries in a group (from 1), in the order of their numbers in it.
    #[must_use]
    pub fn group_entries(&self, group: u16) -> Vec<EntryId> {
        let members = usize::from(group).checked_sub(1).and_then(|index| self.structure.plan.groups.get(index));
        members.into_iter().flatten().filter_map(|slot| self.occupant(*slot).entry()).collect()
    }

    /// The matches of a group (from 1) whose entries are known, round by round.
    #[must_use]
    pub fn group_matches(&self, group: u16) -> Vec<GroupMatch<'_>> {
        let places = self.structure.index.of_part(Part::Group(group));
        let of_place = |place: usize| {
            let (node, planned) = self.matches.get(place).zip(self.structure.plan.matches.get(place))?;
            let entries = BySide { a: node.occupants.a.entry()?, b: node.occupants.b.entry()? };
            Some(GroupMatch { id: planned.id, entries, played: node.played.as_deref() })
        };
        places.filter_map(of_place).collect()
    }

    /// The ranking of a group (from 1), once it is decided.
    #[must_use]
    pub fn group_ranking(&self, group: u16) -> GroupRanking {
        self.groups.get(usize::from(group).checked_sub(1)?)?.clone()
    }

    /// Whether a draw of the event was made. A draw that the format does not have was not.
    #[must_use]
    pub fn is_drawn(&self, stage: DrawStage) -> bool {
        self.seats(stage).is_some()
    }

    /// Those who come out of the groups so far: group, rank (both from 1) and entry. The best of the next rank come last, in
    /// the order in which they were compared, each with its own group.
    #[must_use]
    pub fn qualified(&self) -> Vec<(u16, u16, EntryId)> {
        let mut qualified = Vec::new();
        for (group, ranking) in (1..).zip(&self.groups) {
            let first = ranking.iter().flatten().take(self.structure.through(group));
            if self.structure.compared == Some(group) {
                qualified.extend(first.filter_map(|entry| self.place_in_group(group, *entry)));
            } else {
                qualified.extend((1..).zip(first).map(|(rank, entry)| (group, rank, *entry)));
            }
        }
        qualified
    }

    /// The group and the rank from which an entry came into a group that compares.
    fn place_in_group(&self, compared: u16, entry: EntryId) -> Option<(u16, u16, EntryId)> {
        let members = self.structure.plan.groups.get(usize::from(compared).checked_sub(1)?)?;
        members.iter().find_map(|slot| match slot {
            Slot::Rank { group, rank } if self.occupant(*slot).entry() == Some(entry) => Some((*group, *rank, entry)),
            _ => None,
        })
    }

    /// Whether the format leaves open how many come to a place, so that the places below close up as matches are played.
    #[must_use]
    pub fn places_close_up(&self) -> bool {
        self.structure.places_close_up
    }

    /// The entries that have a place so far: place (shared ones repeat) and entry, the best first.
    ///
    /// Where the format leaves open how many come to a place (a consolation for those who lost their first match),
    /// a place is 1 more than the number of those who are or may still be before it.
    ///
    /// # Complexity
    /// O(n) for n places.
    #[must_use]
    pub fn places(&self) -> Vec<(u32, EntryId)> {
        let mut placed = Vec::new();
        let (mut before, mut same, mut number) = (0, 0, 0);
        for (place, slot) in &self.structure.plan.places {
            let occupant = self.occupant(*slot);
            if *place != number {
                (before, same, number) = (before + same, 0, *place);
            }
            same += u32::from(occupant != Occupant::Nobody);
            let place = if self.structure.places_close_up { before + 1 } else { *place };
            placed.extend(occupant.entry().map(|entry| (place, entry)));
        }
        placed
    }

    /// Who comes out of a slot of the plan.
    #[must_use]
    pub fn occupant(&self, slot: Slot) -> Occupant {
        let of = |id: MatchId| self.structure.find(id).and_then(|place| self.matches.get(place));
        match slot {
            Slot::Bye => Occupant::Nobody,
            Slot::Winner(id) => of(id).map_or(Occupant::Nobody, MatchNode::winner),
            Slot::Loser(id) => of(id).map_or(Occupant::Nobody, MatchNode::loser),
            Slot::FirstLoser(id) => self.loser_if(id, false),
            Slot::LaterLoser(id) => self.loser_if(id, true),
            Slot::Rank { group, rank } => {
                let ranking = usize::from(group).checked_sub(1).and_then(|index| self.groups.get(index));
                let entry =
                    |ranking: &Vec<EntryId>| usize::from(rank).checked_sub(1).and_then(|i| ranking.get(i)).copied();
                match ranking {
                    Some(Some(ranking)) => entry(ranking).map_or(Occupant::Nobody, Occupant::Entry),
                    Some(None) => Occupant::Waiting,
                    None => Occupant::Nobody,
                }
            }
            Slot::Position(position) => {
                let seats = self.seats(self.structure.stage_of(position));
                seats.map_or(Occupant::Waiting, |seats| seats.at(position))
            }
        }
    }

    /// The loser of a match who had, or had not, played one before.
    fn loser_if(&self, id: MatchId, later: bool) -> Occupant {
        let Ok((place, node)) = self.match_node(id) else { return Occupant::Nobody };
        let (occupant, slots) = (node.loser(), self.structure.plan.matches.get(place).map(|planned| planned.slots));
        let side = node.through().map(Side::other);
        match (occupant, side, slots) {
            (Occupant::Entry(_), Some(side), Some(slots)) if self.has_played(slots[side]) != later => Occupant::Nobody,
            (occupant, _, _) => occupant,
        }
    }

    /// Whether who comes out of a slot has played a match on the way there.
    fn has_played(&self, mut slot: Slot) -> bool {
        while let Slot::Winner(id) = slot {
            let Ok((place, node)) = self.match_node(id) else { return false };
            if node.played.as_ref().is_some_and(|played| played.tally.ending != Ending::Unplayed) {
                return true;
            }
            let slots = self.structure.plan.matches.get(place).map(|planned| planned.slots);
            let Some((side, slots)) = node.through().zip(slots) else { return false };
            slot = slots[side];
        }
        false
    }

    /// The side that goes on without playing, where the match before made this one needless.
    pub(super) fn needless(&self, planned: &PlannedMatch) -> Option<Side> {
        let only_if = planned.only_if?;
        let (_, before) = self.match_node(only_if.id).ok()?;
        before.through().filter(|side| *side != only_if.winner)?;
        Side::BOTH.into_iter().find(|side| planned.slots[*side] == Slot::Winner(only_if.id))
    }

    /// The ranking of a group of one, which plays nothing.
    pub(super) fn only_member(&self, group: u16) -> GroupRanking {
        let members = usize::from(group).checked_sub(1).and_then(|index| self.structure.plan.groups.get(index))?;
        let [slot] = members[..] else { return None };
        Some(vec![self.occupant(slot).entry()?])
    }

    pub(super) fn seats(&self, stage: DrawStage) -> Option<&Seats> {
        match stage {
            DrawStage::First => self.first_draw.as_ref(),
            DrawStage::Second => self.second_draw.as_ref(),
        }
    }

    pub(super) fn match_node(&self, id: MatchId) -> Result<(usize, &MatchNode), ChangeError> {
        let place = self.structure.find(id).ok_or(ChangeError::NoMatch(id))?;
        self.matches.get(place).map(|node| (place, node)).ok_or(ChangeError::NoMatch(id))
    }
}

fn view(id: MatchId, node: &MatchNode) -> MatchView<'_> {
    MatchView { id, occupants: node.occupants, played: node.played.as_deref(), over: node.is_over() }
}
