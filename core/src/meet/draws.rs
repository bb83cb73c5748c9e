//! The commands of a draw: its announcement, and the draw itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::play::changed;
use super::{Announced, Drawn, Effects, EventState, Meet, Refused};
use crate::bracket::{Bracket, DrawStage};
use crate::format::{self, By};
use crate::id::{EntryId, EventId};
use crate::regulations::Event;
use crate::score::MatchRule;

impl Meet {
    /// What was published before a draw; none where nothing was. It stands until the draw is made, and beside it
    /// afterwards.
    #[must_use]
    pub fn announced(&self, event: &EventId, stage: DrawStage) -> Option<&Announced> {
        match (self.event(event), stage) {
            (Some(state), stage) => state.announced.get(&stage),
            (None, DrawStage::First) => self.announced.get(event),
            (None, DrawStage::Second) => None,
        }
    }

    /// Publishes what will be drawn. Another announcement before it needs a reason to be replaced.
    pub(super) fn announce(&mut self, announced: &Announced) -> Result<Effects, Refused> {
        let Announced { event, stage, entrants, by_hand, reason, .. } = announced;
        let rules = self.event_rules(event)?.clone();
        self.check_entries(&rules, entrants.iter().chain(by_hand.iter().map(|place| &place.entry)))?;
        if self.event(event).is_some_and(|state| state.bracket.is_drawn(*stage)) {
            return Err(Refused::Drawn(event.clone()));
        }
        if self.announced(event, *stage).is_some() && reason.trim().is_empty() {
            return Err(Refused::Announced(event.clone()));
        }
        let second = self.event(event).and_then(|state| state.bracket.plan().second_draw.as_ref());
        if *stage == DrawStage::Second && second.is_some_and(|draw| draw.by == By::Table) {
            return Err(Refused::NoLot(event.clone()));
        }
        match stage {
            DrawStage::First => {
                Arc::make_mut(&mut self.announced).insert(event.clone(), announced.clone());
            }
            DrawStage::Second => {
                self.event_state(event)?.announced.insert(*stage, announced.clone());
            }
        }
        Ok(Effects::default())
    }

    pub(super) fn keep_draw(&mut self, drawn: &Drawn) -> Result<Effects, Refused> {
        let event = self.event_rules(&drawn.event)?.clone();
        self.check_entries(&event, drawn.placings.iter().map(|(_, entry)| entry))?;
        if drawn.stage == DrawStage::First && self.events.contains_key(&event.id) {
            return Err(Refused::Drawn(event.id));
        }
        let announced = self.announced(&event.id, drawn.stage);
        announced.map_or(Ok(()), |announced| announced.check(drawn)).map_err(Refused::NotAsAnnounced)?;
        let touched = match drawn.stage {
            DrawStage::First => {
                let entrants = u32::try_from(drawn.placings.len()).unwrap_or(u32::MAX);
                let plan = format::plan(&event.format, event.draw.table, entrants).map_err(Refused::Plan)?;
                let rule = MatchRule { score: event.score, tie: event.tie.clone() };
                let mut state = EventState {
                    draws: BTreeMap::new(),
                    announced: announced.map(|announced| (drawn.stage, announced.clone())).into_iter().collect(),
                    bracket: Bracket::build(plan, rule).map_err(Refused::Build)?,
                    ranking: event.ranking,
                    lots: BTreeMap::new(),
                    claims: BTreeMap::new(),
                    slots: BTreeMap::new(),
                    line_ups: BTreeMap::new(),
                    match_lists: BTreeMap::new(),
                    withdrawn: BTreeSet::clone(&self.withdrawn),
                };
                let touched = state.seat(drawn)?;
                self.events.insert(event.id.clone(), Arc::new(state));
                if self.announced.contains_key(&event.id) {
                    Arc::make_mut(&mut self.announced).remove(&event.id);
                }
                touched
            }
            DrawStage::Second => self.event_state(&event.id)?.seat(drawn)?,
        };
        Ok(changed(&event.id, touched))
    }

    fn check_entries<'a>(&self, event: &Event, mut entries: impl Iterator<Item = &'a EntryId>) -> Result<(), Refused> {
        let other = entries.find(|id| self.entries.get(id).is_none_or(|entry| entry.event != event.id));
        other.map_or(Ok(()), |entry| Err(Refused::NoEntry(*entry)))
    }
}
