//! One event of a meet from its draw on.

use std::collections::BTreeMap;

use super::{Drawn, Effects, Meet, Refused};
use crate::bracket::{Bracket, DrawStage, GroupRanking, NewResult};
use crate::format;
use crate::id::{EntryId, EventId, MatchId, Part};
use crate::regulations::{Event, RankingRules};
use crate::score::{self, MatchRule, Outcome, Tally};
use crate::standings::{self, GroupResults, Meeting, Options, Standings};

/// An event that was drawn.
#[derive(Clone, Debug)]
pub struct EventState {
    draws: BTreeMap<DrawStage, Drawn>,
    bracket: Bracket,
    ranking: Option<RankingRules>,
    lots: BTreeMap<u16, Vec<Vec<EntryId>>>,
}

impl EventState {
    /// A draw of the event, as it was recorded.
    #[must_use]
    pub fn drawn(&self, stage: DrawStage) -> Option<&Drawn> {
        self.draws.get(&stage)
    }

    /// Its matches and groups.
    #[must_use]
    pub fn bracket(&self) -> &Bracket {
        &self.bracket
    }

    /// The ranking of a group (from 1) with its reasons, as far as it is played; entrants are indices into
    /// [`Bracket::group_entries`]. None for events without groups.
    #[must_use]
    pub fn standings(&self, group: u16) -> Option<Standings> {
        self.ranked(group, None).map(|(_, standings)| standings)
    }

    /// The ranking of a group with one result in place of what stands.
    fn ranked(&self, group: u16, with: Option<(MatchId, Tally)>) -> Option<(Vec<EntryId>, Standings)> {
        let entries = self.bracket.group_entries(group);
        let index: BTreeMap<EntryId, usize> =
            entries.iter().enumerate().map(|(index, entry)| (*entry, index)).collect();
        let mut finished = true;
        let mut meetings = Vec::new();
        for found in self.bracket.group_matches(group) {
            let new = with.filter(|(id, _)| *id == found.id).map(|(_, tally)| tally);
            let Some(tally) = new.or(found.played.map(|played| played.tally)) else {
                finished = false;
                continue;
            };
            let (a, b) = (*index.get(&found.entries.a)?, *index.get(&found.entries.b)?);
            meetings.push(Meeting { a, b, tally });
        }
        let lots = self.lots.get(&group).into_iter().flatten();
        let lots = lots.map(|order| order.iter().filter_map(|entry| index.get(entry).copied()).collect()).collect();
        let results = GroupResults { entrants: entries.len(), matches: meetings, lots, finished };
        let standings = standings::rank(self.ranking.as_ref()?, &Options::default(), &results);
        Some((entries, standings))
    }

    /// The ranking that decides a group: none while matches are open or a tie is not broken.
    fn decided(&self, group: u16, with: Option<(MatchId, Tally)>) -> GroupRanking {
        let over = |id: MatchId| self.bracket.match_view(id).is_some_and(|found| found.over);
        let played = |id: MatchId| with.is_some_and(|(new, _)| new == id) || over(id);
        if !self.bracket.group_matches(group).iter().all(|found| played(found.id)) {
            return None;
        }
        let (entries, standings) = self.ranked(group, with)?;
        if !standings.unresolved.is_empty() {
            return None;
        }
        Some(standings.order.iter().filter_map(|index| entries.get(*index).copied()).collect())
    }
}

impl Meet {
    /// The event of the regulations.
    pub(super) fn event_rules(&self, id: &EventId) -> Result<&Event, Refused> {
        let regulations = self.regulations.as_ref().ok_or(Refused::NoRegulations)?;
        regulations.event(id).ok_or_else(|| Refused::NoEvent(id.clone()))
    }

    pub(super) fn keep_draw(&mut self, drawn: &Drawn) -> Result<Effects, Refused> {
        let event = self.event_rules(&drawn.event)?.clone();
        for (_, entry) in &drawn.placings {
            if self.entries.get(entry).is_none_or(|entry| entry.event != event.id) {
                return Err(Refused::NoEntry(*entry));
            }
        }
        let touched = match drawn.stage {
            DrawStage::First => {
                if self.events.contains_key(&event.id) {
                    return Err(Refused::Drawn(event.id));
                }
                let entrants = u16::try_from(drawn.placings.len()).unwrap_or(u16::MAX);
                let plan = format::plan(&event.format, event.draw.table, entrants).map_err(Refused::Plan)?;
                let rule = MatchRule { score: event.score, tie: event.tie };
                let mut bracket = Bracket::build(plan, rule).map_err(Refused::Build)?;
                let touched = bracket.seat(DrawStage::First, &drawn.placings)?;
                let draws = BTreeMap::from([(DrawStage::First, drawn.clone())]);
                let state = EventState { draws, bracket, ranking: event.ranking, lots: BTreeMap::new() };
                self.events.insert(event.id.clone(), state);
                touched
            }
            DrawStage::Second => {
                let state = self.event_state(&event.id)?;
                let touched = state.bracket.seat(DrawStage::Second, &drawn.placings)?;
                state.draws.insert(DrawStage::Second, drawn.clone());
                touched
            }
        };
        Ok(Effects { event: Some((event.id, touched)) })
    }

    /// Enters a result; with `replaces` it corrects one, and says whether later results may be set aside.
    pub(super) fn play(
        &mut self,
        event: &EventId,
        id: MatchId,
        outcome: &Outcome,
        replaces: Option<bool>,
    ) -> Result<Effects, Refused> {
        self.event_rules(event)?;
        let state = self.event_state(event)?;
        let ranking = match id.part {
            Part::Group(group) => {
                let tally = score::check(state.bracket.rule(), outcome).map_err(|e| Refused::Change(e.into()))?;
                state.decided(group, Some((id, tally)))
            }
            Part::Winner | Part::Placement(_) => None,
        };
        let touched = state.bracket.record(NewResult {
            id,
            outcome: outcome.clone(),
            replaces: replaces.is_some(),
            cascade: replaces.unwrap_or(false),
            ranking,
        })?;
        if touched.draw_set_aside {
            state.draws.remove(&DrawStage::Second);
        }
        Ok(Effects { event: Some((event.clone(), touched)) })
    }

    pub(super) fn keep_lot(&mut self, event: &EventId, group: u16, order: &[EntryId]) -> Result<Effects, Refused> {
        let state = self.event_state(event)?;
        let (entries, standings) = state.ranked(group, None).ok_or(Refused::NoGroup(group))?;
        let named = |set: &Vec<usize>| {
            let mut set: Vec<EntryId> = set.iter().filter_map(|index| entries.get(*index).copied()).collect();
            let mut order = order.to_vec();
            set.sort_unstable();
            order.sort_unstable();
            set == order
        };
        if !standings.unresolved.iter().any(named) {
            return Err(Refused::LotNotNeeded);
        }
        state.lots.entry(group).or_default().push(order.to_vec());
        let ranking = state.decided(group, None);
        match state.bracket.settle(group, ranking, false) {
            Ok(touched) => Ok(Effects { event: Some((event.clone(), touched)) }),
            Err(refused) => {
                state.lots.entry(group).and_modify(|lots| drop(lots.pop()));
                Err(refused.into())
            }
        }
    }

    fn event_state(&mut self, event: &EventId) -> Result<&mut EventState, Refused> {
        self.events.get_mut(event).ok_or_else(|| Refused::NotDrawn(event.clone()))
    }
}
