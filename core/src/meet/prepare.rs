//! Draws in preparation: who goes in, and what comes out. Nothing is kept until the draw is recorded.

use std::collections::BTreeMap;

use super::{Drawn, Meet, Refused};
use crate::bracket::{Bracket, DrawStage};
use crate::draw::{self, Difference, Entrant, Procedure, Qualifier, Seed, Shortfall, Step, Task};
use crate::eligibility::Verdict;
use crate::entry::Entry;
use crate::format::{self, Plan};
use crate::id::{EntryId, EventId, UnitId};
use crate::regulations::{Event, GroupSizes, Kind, Positions};

/// A draw that was made and is not recorded yet, with what a ceremony shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedDraw {
    /// What is to be recorded.
    pub drawn: Drawn,
    /// The draw step by step; entrants are indices into [`Drawn::entrants`].
    pub steps: Vec<Step>,
    /// What could not be kept apart.
    pub shortfall: Vec<Shortfall>,
}

impl Meet {
    /// The entries of an event that can be drawn, in the order of their units and ids: all teams, and of singles and
    /// pairs those with nobody who is barred. Those who withdrew are not among them.
    ///
    /// An open review bars nobody from the draw; it bars the publication of the final list (eligibility §2).
    pub fn drawable(&self, event: &Event) -> impl Iterator<Item = &Entry> {
        let (id, sport, team) = (event.id.clone(), event.sport, event.kind == Kind::Team);
        let barred = move |entry: &Entry| {
            let reviews = entry.people.iter().filter_map(|person| self.reviews.get(&(*person, sport)));
            reviews.into_iter().any(|review| review.effective() == Verdict::Ineligible)
        };
        let gone = |entry: &Entry| self.withdrawn.contains(&entry.id);
        self.entries.values().filter(move |entry| entry.event == id && !gone(entry) && (team || !barred(entry)))
    }

    /// Makes a draw without recording it; the same seed gives the same draw.
    ///
    /// # Errors
    /// [`Refused`] when the event does not exist, is drawn already, or cannot be drawn; for the second draw also when
    /// groups are still open.
    pub fn prepare_draw(&self, event: &EventId, stage: DrawStage, seed: &str) -> Result<PreparedDraw, Refused> {
        let rules = self.event_rules(event)?;
        if self.event(event).is_some_and(|state| state.bracket().is_drawn(stage)) {
            return Err(Refused::Drawn(event.clone()));
        }
        let entrants: Vec<EntryId> = match stage {
            DrawStage::First => self.drawable(rules).map(|entry| entry.id).collect(),
            DrawStage::Second => self.qualified(event)?.into_iter().map(|(_, _, entry)| entry).collect(),
        };
        self.drawn_anew(rules, stage, &entrants, seed, Procedure::default())
    }

    /// Checks a recorded draw by making it again from the same entries and the same seed.
    ///
    /// # Errors
    /// [`Refused::DrawDiffers`] names the first position at which somebody else would stand.
    pub fn verify_draw(&self, event: &EventId, stage: DrawStage) -> Result<(), Refused> {
        let state = self.event(event).ok_or_else(|| Refused::NotDrawn(event.clone()))?;
        let drawn = state.drawn(stage).ok_or_else(|| Refused::NotDrawn(event.clone()))?;
        let unknown = Difference::Procedure { found: drawn.procedure };
        let procedure = Procedure::of(drawn.procedure).ok_or(Refused::DrawDiffers(unknown))?;
        let again = self.drawn_anew(self.event_rules(event)?, stage, &drawn.entrants, &drawn.seed, procedure)?.drawn;
        let index = |placings: &[(u32, EntryId)], position: u32| {
            let entry = placings.iter().find(|(at, _)| *at == position).map(|(_, entry)| *entry);
            entry.and_then(|entry| drawn.entrants.iter().position(|other| *other == entry))
        };
        let mut differing = again.placings.iter().chain(&drawn.placings).filter_map(|(position, _)| {
            let (claimed, found) = (index(&drawn.placings, *position), index(&again.placings, *position));
            (claimed != found).then_some(Difference::Position { position: *position, claimed, drawn: found })
        });
        differing.next().map_or(Ok(()), |difference| Err(Refused::DrawDiffers(difference)))
    }

    fn drawn_anew(
        &self,
        event: &Event,
        stage: DrawStage,
        entrants: &[EntryId],
        seed: &str,
        procedure: Procedure,
    ) -> Result<PreparedDraw, Refused> {
        let units = self.unit_numbers(entrants);
        let unit = |entry: &EntryId| self.entries.get(entry).and_then(|entry| units.get(&entry.unit)).copied();
        let rule = event.draw;
        let entrant =
            |id: &EntryId| Entrant { unit: unit(id), seed: self.entries.get(id).and_then(|entry| entry.seed) };
        let (task, plan) = match stage {
            DrawStage::First => {
                let count = u32::try_from(entrants.len()).unwrap_or(u32::MAX);
                let plan = format::plan(&event.format, rule.table, count).map_err(Refused::Plan)?;
                let entrants = entrants.iter().map(entrant).collect();
                let task = match event.format.positions() {
                    Positions::Knockout => Task::Knockout { entrants, rule },
                    Positions::Groups => {
                        let drawn = plan.drawn_groups().into_iter().filter(|positions| !positions.is_empty());
                        let sizes = drawn.map(|positions| u16::try_from(positions.len()).unwrap_or(u16::MAX));
                        Task::Groups { entrants, groups: GroupSizes::Each(sizes.collect()), rule }
                    }
                    Positions::Ranks => Task::Groups { entrants, groups: GroupSizes::Number(1), rule },
                };
                (task, plan)
            }
            DrawStage::Second => {
                let from = self.qualified(&event.id)?;
                let place = |id: &EntryId| from.iter().find(|(_, _, entry)| entry == id);
                let qualifier = |id: &EntryId| {
                    place(id).map(|(group, rank, _)| Qualifier { group: *group, rank: *rank, unit: unit(id) })
                };
                let mut qualifiers: Vec<Qualifier> = entrants.iter().filter_map(qualifier).collect();
                let state = self.event(&event.id).ok_or_else(|| Refused::NotDrawn(event.id.clone()))?;
                let plan = state.bracket().plan().clone();
                let empty = left_empty(&plan, &qualifiers);
                qualifiers.extend(empty);
                (Task::Crossing { qualifiers, rule }, plan)
            }
        };
        let made = draw::draw_around(&task, &[], Seed::of_text(seed), procedure).map_err(Refused::Draw)?;
        let at = |position: u32, index: &usize| Some((position, *entrants.get(*index)?));
        let (placings, steps, shortfall) = match made {
            draw::Drawn::Groups(made) => {
                let positions = match event.format.positions() {
                    Positions::Ranks => vec![(1..=plan.positions).collect()],
                    Positions::Groups | Positions::Knockout => plan.drawn_groups(),
                };
                let groups = positions.iter().zip(&made.groups);
                let placed = groups.flat_map(|(positions, members)| positions.iter().zip(members));
                let placings = placed.filter_map(|(position, index)| at(*position, index)).collect();
                (placings, made.steps, made.shortfall)
            }
            draw::Drawn::Knockout(made) => {
                let second = plan.second_draw.as_ref().filter(|_| stage == DrawStage::Second);
                let first = second.map_or(1, |draw| draw.first);
                let placed = (first..).zip(&made.positions);
                let placings = placed.filter_map(|(position, index)| at(position, index.as_ref()?)).collect();
                (placings, made.steps, made.shortfall)
            }
        };
        let drawn = Drawn {
            event: event.id.clone(),
            stage,
            entrants: entrants.to_vec(),
            seed: seed.to_owned(),
            procedure: procedure.version(),
            placings,
        };
        Ok(PreparedDraw { drawn, steps, shortfall })
    }

    /// Those who come out of the groups, when all groups are decided.
    fn qualified(&self, event: &EventId) -> Result<Vec<(u16, u16, EntryId)>, Refused> {
        let bracket: &Bracket = self.event(event).ok_or_else(|| Refused::NotDrawn(event.clone()))?.bracket();
        let open: Vec<u16> = (1..=bracket.groups()).filter(|group| bracket.group_ranking(*group).is_none()).collect();
        if !open.is_empty() {
            return Err(crate::bracket::ChangeError::GroupsOpen(open).into());
        }
        Ok(bracket.qualified())
    }

    /// Numbers for the units of the entries, in the order in which they come.
    fn unit_numbers(&self, entrants: &[EntryId]) -> BTreeMap<UnitId, u32> {
        let mut numbers = BTreeMap::new();
        for entry in entrants.iter().filter_map(|id| self.entries.get(id)) {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            numbers.entry(entry.unit).or_insert(next);
        }
        numbers
    }
}

/// The places in the second draw that nobody comes to, because entries were deleted from their groups (BWF GCR 16.3).
/// They are drawn like the others, after those who came, and stay empty: the knockout has the size of its plan.
fn left_empty(plan: &Plan, came: &[Qualifier]) -> Vec<Qualifier> {
    let Some(draw) = &plan.second_draw else { return Vec::new() };
    let groups: Vec<u16> =
        (1..).zip(plan.drawn_groups()).filter(|(_, members)| !members.is_empty()).map(|(group, _)| group).collect();
    let of_rank = |rank: u16| groups.iter().map(move |group| Qualifier { group: *group, rank, unit: None });
    let nobody = |place: &Qualifier| !came.iter().any(|one| (one.group, one.rank) == (place.group, place.rank));
    let mut empty: Vec<Qualifier> = (1..=draw.through).flat_map(of_rank).filter(nobody).collect();
    let best = came.iter().filter(|one| one.rank > draw.through).count();
    let missing = usize::from(draw.best).saturating_sub(best);
    empty.extend(of_rank(draw.through.saturating_add(1)).filter(nobody).take(missing));
    empty
}
