//! Who stands on court together, by what the meet knows of them: classes (L01), ages (L02, L06), earlier appearances (L05).

use std::collections::{BTreeMap, BTreeSet};

use super::{EventState, Meet};
use crate::admission::Review;
use crate::eligibility::{self, Decision};
use crate::id::{EntryId, EventId, MatchId, Part, PersonId};
use crate::lineup::{self, LineupFault};
use crate::order;
use crate::person::Facts;
use crate::regulations::{Class, Sport};
use crate::side::Side;

impl Meet {
    /// What is wrong with the classes and sexes of those who stand on court together in a sport (L01).
    #[must_use]
    pub fn check_court(&self, sport: Sport, on_court: &[PersonId]) -> Vec<LineupFault> {
        let rules = self.regulations.as_ref().and_then(|regulations| regulations.rules.l01.as_ref());
        let Some(rule) = rules.and_then(|rule| rule.params.get(&sport)) else { return Vec::new() };
        let classes = |person: PersonId| {
            let review = self.reviews().get(&(person, sport));
            let stands = |review: &Review, code| !review.decisions.contains(&Decision::Waive(code));
            let of = |review: &Review| {
                let codes = review.codes.iter().filter(|(code, _)| stands(review, *code));
                order::set(codes.filter_map(|(code, severity)| Class::of(*code, *severity)))
            };
            review.map(of).unwrap_or_default()
        };
        lineup::check_court(rule, &self.people, classes, on_court)
    }

    /// What is wrong with the ages of those who stand on court together (L02, L06), as far as the vault of this device
    /// knows them. It never keeps a line-up from being opened: what other devices cannot check decides nothing.
    #[must_use]
    pub fn check_ages(
        &self,
        event: &EventId,
        on_court: &[PersonId],
        vault: &BTreeMap<PersonId, Facts>,
    ) -> Vec<LineupFault> {
        let Some(regulations) = &self.regulations else { return Vec::new() };
        let rules = &regulations.rules;
        let mix = rules.l02.as_ref().and_then(|rule| rule.params.get(event));
        let total = rules.l06.as_ref().and_then(|rule| rule.params.get(event).copied());
        let ages = |person: &PersonId| eligibility::ages_of(regulations, vault.get(person)?);
        lineup::check_ages(mix, total, &on_court.iter().map(ages).collect::<Vec<_>>())
    }

    /// Whoever appeared too rarely in the group of the entry to play a match behind the groups (L05): in its line-ups, or
    /// on its match lists.
    pub(super) fn check_appearances(
        &self,
        event: &EventId,
        id: MatchId,
        entry: EntryId,
        people: &[PersonId],
    ) -> Vec<LineupFault> {
        let rule = self.regulations.as_ref().and_then(|regulations| regulations.rules.l05.as_ref());
        let Some(least) = rule.and_then(|rule| rule.params.get(event).copied()) else { return Vec::new() };
        let Some(state) = self.event(event) else { return Vec::new() };
        let in_group = |id: MatchId| matches!(id.part, Part::Group(_));
        if in_group(id) || state.bracket.groups() == 0 {
            return Vec::new();
        }
        let appeared: Vec<BTreeSet<PersonId>> = state.appearances(entry, in_group).collect();
        let count = |person: PersonId| {
            u16::try_from(appeared.iter().filter(|people| people.contains(&person)).count()).unwrap_or(u16::MAX)
        };
        let told = people.iter().map(|person| (*person, count(*person)));
        let few = told.filter(|(_, count)| *count < least);
        few.map(|(person, count)| LineupFault::TooFewAppearances { person, count, least }).collect()
    }
}

impl EventState {
    /// Who stood for an entry in each match that is asked for, by its line-up or its match list.
    fn appearances(
        &self,
        entry: EntryId,
        asked: impl Fn(MatchId) -> bool + Copy,
    ) -> impl Iterator<Item = BTreeSet<PersonId>> {
        let line_ups = self.line_ups.iter().filter(move |((id, _), _)| asked(*id));
        let opened = line_ups.flat_map(move |((_, entries), handed)| {
            let sides = Side::BOTH.into_iter().filter(move |side| entries[*side] == entry);
            sides.filter_map(|side| handed[side].opened.as_ref()).map(lineup::Lineup::people)
        });
        let lists = self.match_lists.iter().filter(move |((id, of), _)| *of == entry && asked(*id));
        opened.chain(lists.map(|(_, people)| people.clone()))
    }
}
