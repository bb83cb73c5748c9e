//! The rankings of the groups of an event, by the ranking rules and the lots that were recorded.

use std::collections::BTreeMap;

use crate::bracket::{Bracket, GroupRanking, Occupant};
use crate::format::Slot;
use crate::id::EntryId;
use crate::order;
use crate::regulations::RankingRules;
use crate::standings::{self, Compared, GroupResults, Meeting, Options, Standings};

/// What ranks a group, besides its results.
#[derive(Clone, Copy)]
pub(super) struct Ranking<'a> {
    /// None for an event without groups.
    pub(super) rules: Option<&'a RankingRules>,
    /// The lots of each group.
    pub(super) lots: &'a BTreeMap<u16, Vec<Vec<EntryId>>>,
}

impl Ranking<'_> {
    /// The entries of a group and their ranking as far as it is played; entrants are indices into the entries. A group that
    /// compares those of one rank ranks them by what they did in their own.
    pub(super) fn standings(&self, bracket: &Bracket, group: u16) -> Option<(Vec<EntryId>, Standings)> {
        let rules = self.rules?;
        let members = bracket.plan().groups.get(usize::from(group).checked_sub(1)?)?;
        let origins = || members.iter().filter_map(origin);
        let compares = origins().count() == members.len() && bracket.plan().compares(group);
        if !compares {
            let (entries, results) = self.results(bracket, group)?;
            let standings = standings::rank(rules, &Options::default(), &results);
            return Some((entries, standings));
        }
        let mut own = Vec::new();
        for (group, rank) in origins() {
            let Some(entry) = bracket.occupant(Slot::Rank { group, rank }).entry() else { continue };
            let (entries, results) = self.results(bracket, group)?;
            let standings = standings::rank(rules, &Options::default(), &results);
            let entrant = entries.iter().position(|other| *other == entry)?;
            own.push((entry, results, standings, entrant));
        }
        let compared: Vec<Compared<'_>> =
            own.iter().map(|(_, group, standings, entrant)| Compared { group, standings, entrant: *entrant }).collect();
        let entries: Vec<EntryId> = own.iter().map(|(entry, ..)| *entry).collect();
        let standings = standings::across(rules, &Options::default(), &compared, self.lots_of(group, &entries));
        Some((entries, standings))
    }

    /// The entries of a group and what is known of it.
    fn results(&self, bracket: &Bracket, group: u16) -> Option<(Vec<EntryId>, GroupResults)> {
        let entries = bracket.group_entries(group);
        let index = order::map(entries.iter().enumerate().map(|(index, entry)| (*entry, index)));
        let mut finished = true;
        let mut matches = Vec::new();
        for found in bracket.group_matches(group) {
            let Some(tally) = found.played.map(|played| played.tally) else {
                finished = false;
                continue;
            };
            let (a, b) = (*index.get(&found.entries.a)?, *index.get(&found.entries.b)?);
            matches.push(Meeting { a, b, round: found.id.round, tally });
        }
        let results = GroupResults { entrants: entries.len(), matches, lots: self.lots_of(group, &entries), finished };
        Some((entries, results))
    }

    /// The lots of a group, as indices into its entries.
    fn lots_of(&self, group: u16, entries: &[EntryId]) -> Vec<Vec<usize>> {
        let index = |entry: &EntryId| entries.iter().position(|other| other == entry);
        let lots = self.lots.get(&group).into_iter().flatten();
        lots.map(|order| order.iter().filter_map(index).collect()).collect()
    }

    /// The ranking that decides a group: none while a member is not known, a match is open or a tie is not broken.
    pub(super) fn decided(&self, bracket: &Bracket, group: u16) -> GroupRanking {
        let members = usize::from(group).checked_sub(1).and_then(|index| bracket.plan().groups.get(index))?;
        if members.iter().any(|slot| bracket.occupant(*slot) == Occupant::Waiting) {
            return None;
        }
        let over = |id| bracket.match_view(id).is_some_and(|found| found.over);
        if !bracket.group_matches(group).iter().all(|found| over(found.id)) {
            return None;
        }
        let (entries, standings) = self.standings(bracket, group)?;
        if !standings.unresolved.is_empty() {
            return None;
        }
        Some(standings.order.iter().filter_map(|index| entries.get(*index).copied()).collect())
    }
}

/// The group and the rank that a slot names.
fn origin(slot: &Slot) -> Option<(u16, u16)> {
    if let Slot::Rank { group, rank } = slot { Some((*group, *rank)) } else { None }
}
