//! Draws in preparation: who goes in, and what comes out. Nothing is kept until the draw is recorded.

use std::collections::BTreeMap;

use super::{Announced, ByHand, Drawn, Meet, Refused};
use crate::bracket::{Bracket, DrawStage};
use crate::draw::{
    self, Breach, Commitment, Difference, Entrant, Locked, Procedure, Qualifier, Seed, Shortfall, Step, Task,
};
use crate::entry::Entry;
use crate::format::{self, By, Plan};
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

/// What is said and set at a draw. A seed alone, as text, makes one in which nothing else is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ceremony {
    /// The seed, in words or digits.
    pub seed: String,
    /// The words called from the floor.
    pub words: Vec<String>,
    /// Who sees it, by name.
    pub witnesses: Vec<String>,
    /// The places that the staff set.
    pub by_hand: Vec<ByHand>,
}

impl From<&str> for Ceremony {
    fn from(seed: &str) -> Self {
        Ceremony { seed: seed.to_owned(), ..Ceremony::default() }
    }
}

impl Meet {
    /// The entries of an event that can be drawn, in the order of their units and ids: all teams, and of singles and
    /// pairs those with nobody who is barred. Those who withdrew are not among them.
    ///
    /// An open review bars nobody from the draw; it bars the publication of the final list (eligibility §2).
    pub fn drawable(&self, event: &Event) -> impl Iterator<Item = &Entry> {
        let (id, sport, team) = (event.id.clone(), event.sport, event.kind == Kind::Team);
        let barred = move |entry: &Entry| entry.people.iter().any(|person| self.is_barred((*person, sport)));
        let gone = |entry: &Entry| self.withdrawn.contains(&entry.id);
        self.entries.values().filter(move |entry| entry.event == id && !gone(entry) && (team || !barred(entry)))
    }

    /// Makes a draw without recording it; the same ceremony gives the same draw. Where the draw is announced, the places
    /// set by hand are those of the announcement. A second draw by table has no lot: it records no seed.
    ///
    /// # Errors
    /// [`Refused`] when the event does not exist, is drawn already, cannot be drawn, or not as it was announced; for the
    /// second draw also when groups are still open.
    pub fn prepare_draw(
        &self,
        event: &EventId,
        stage: DrawStage,
        ceremony: impl Into<Ceremony>,
    ) -> Result<PreparedDraw, Refused> {
        let mut ceremony = ceremony.into();
        let entrants = self.to_be_drawn(event, stage)?;
        let announced = self.announced(event, stage);
        if let Some(announced) = announced {
            ceremony.by_hand.clone_from(&announced.by_hand);
        }
        let prepared = self.drawn_anew(event, stage, &entrants, ceremony, Procedure::default())?;
        announced.map_or(Ok(()), |announced| announced.check(&prepared.drawn)).map_err(Refused::NotAsAnnounced)?;
        Ok(prepared)
    }

    /// What is to be published before a draw: the commitment to its secret seed, and the places set by hand.
    ///
    /// # Errors
    /// As [`Meet::prepare_draw`], and for a place that cannot be set or has no reason.
    pub fn prepare_announcement(
        &self,
        event: &EventId,
        stage: DrawStage,
        commitment: Commitment,
        by_hand: Vec<ByHand>,
        reason: &str,
    ) -> Result<Announced, Refused> {
        self.breaches(event, stage, &by_hand)?;
        let (event, entrants) = (event.clone(), self.to_be_drawn(event, stage)?);
        Ok(Announced { event, stage, entrants, by_hand, commitment, reason: reason.trim().to_owned() })
    }

    /// The rules that each place set by hand breaks, before the draw.
    ///
    /// # Errors
    /// As [`Meet::prepare_draw`], and for a place that cannot be set or has no reason.
    pub fn breaches(&self, event: &EventId, stage: DrawStage, by_hand: &[ByHand]) -> Result<Vec<Vec<Breach>>, Refused> {
        let entrants = self.to_be_drawn(event, stage)?;
        let task = self.draw_task(event, stage, &entrants)?;
        let locked = self.locked(event, &entrants, by_hand)?;
        draw::check_locked(&task, &locked).map_err(Refused::Draw)?;
        Ok(draw::breaches(&task, &locked))
    }

    /// The rules that each place set by hand before a recorded draw broke.
    ///
    /// # Errors
    /// [`Refused`] for a draw that cannot be made again.
    pub fn breaches_of(&self, drawn: &Drawn) -> Result<Vec<Vec<Breach>>, Refused> {
        let task = self.draw_task(&drawn.event, drawn.stage, &drawn.entrants)?;
        Ok(draw::breaches(&task, &self.locked(&drawn.event, &drawn.entrants, &drawn.by_hand)?))
    }

    /// Checks a recorded draw by making it again from the same entries, the same seed and words, and around the same
    /// places.
    ///
    /// # Errors
    /// [`Refused::DrawDiffers`] names the first position at which somebody else would stand.
    pub fn verify_draw(&self, event: &EventId, stage: DrawStage) -> Result<(), Refused> {
        let state = self.event(event).ok_or_else(|| Refused::NotDrawn(event.clone()))?;
        let drawn = state.drawn(stage).ok_or_else(|| Refused::NotDrawn(event.clone()))?;
        self.announced(event, stage).map_or(Ok(()), |told| told.check(drawn)).map_err(Refused::NotAsAnnounced)?;
        let again = self.drawn_again(drawn)?.drawn;
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

    /// A recorded draw, made again by the procedure that made it.
    ///
    /// # Errors
    /// [`Refused`] for one that cannot be made again.
    pub fn drawn_again(&self, drawn: &Drawn) -> Result<PreparedDraw, Refused> {
        let unknown = Difference::Procedure { found: drawn.procedure };
        let procedure = Procedure::of(drawn.procedure).ok_or(Refused::DrawDiffers(unknown))?;
        let ceremony = Ceremony {
            seed: drawn.seed.clone(),
            words: drawn.words.clone(),
            witnesses: drawn.witnesses.clone(),
            by_hand: drawn.by_hand.clone(),
        };
        self.drawn_anew(&drawn.event, drawn.stage, &drawn.entrants, ceremony, procedure)
    }

    /// What the entries of a draw make for a task: their units and seeds, and the rule of the event.
    ///
    /// # Errors
    /// [`Refused`] when the event does not exist, or its format does not fit so many entries; for the second draw also
    /// when groups are still open.
    pub fn draw_task(&self, event: &EventId, stage: DrawStage, entrants: &[EntryId]) -> Result<Task, Refused> {
        let rules = self.event_rules(event)?;
        let units = self.unit_numbers(entrants);
        let unit = |entry: &EntryId| self.entries.get(entry).and_then(|entry| units.get(&entry.unit)).copied();
        let rule = rules.draw;
        match stage {
            DrawStage::First => {
                let entrant =
                    |id: &EntryId| Entrant { unit: unit(id), seed: self.entries.get(id).and_then(|entry| entry.seed) };
                let plan = first_plan(rules, entrants)?;
                let entrants = entrants.iter().map(entrant).collect();
                Ok(match rules.format.positions() {
                    Positions::Knockout => Task::Knockout { entrants, rule },
                    Positions::Groups => {
                        let drawn = plan.drawn_groups().into_iter().filter(|positions| !positions.is_empty());
                        let sizes = drawn.map(|positions| u16::try_from(positions.len()).unwrap_or(u16::MAX));
                        Task::Groups { entrants, groups: GroupSizes::Each(sizes.collect()), rule }
                    }
                    Positions::Ranks => Task::Groups { entrants, groups: GroupSizes::Number(1), rule },
                })
            }
            DrawStage::Second => {
                let from = self.qualified(event)?;
                let place = |id: &EntryId| from.iter().find(|(_, _, entry)| entry == id);
                let qualifier = |id: &EntryId| {
                    place(id).map(|(group, rank, _)| Qualifier { group: *group, rank: *rank, unit: unit(id) })
                };
                let mut qualifiers: Vec<Qualifier> = entrants.iter().filter_map(qualifier).collect();
                let state = self.event(event).ok_or_else(|| Refused::NotDrawn(event.clone()))?;
                let plan = state.bracket().plan();
                qualifiers.extend(left_empty(plan, &qualifiers));
                Ok(match plan.second_draw.as_ref().map(|draw| draw.by) {
                    Some(By::Table) => Task::Table { qualifiers, units_apart: true },
                    Some(By::Lot) | None => Task::Crossing { qualifiers, rule },
                })
            }
        }
    }

    /// Who goes into a draw that is still to be made, in the order in which they go in.
    fn to_be_drawn(&self, event: &EventId, stage: DrawStage) -> Result<Vec<EntryId>, Refused> {
        let rules = self.event_rules(event)?;
        if self.event(event).is_some_and(|state| state.bracket().is_drawn(stage)) {
            return Err(Refused::Drawn(event.clone()));
        }
        Ok(match stage {
            DrawStage::First => self.drawable(rules).map(|entry| entry.id).collect(),
            DrawStage::Second => self.qualified(event)?.into_iter().map(|(_, _, entry)| entry).collect(),
        })
    }

    /// The places set by hand, by index into those who are drawn; each needs a reason, and positions that are ranks are not
    /// set.
    fn locked(&self, event: &EventId, entrants: &[EntryId], by_hand: &[ByHand]) -> Result<Vec<Locked>, Refused> {
        let rules = self.event_rules(event)?;
        let lock = |place: &ByHand| {
            let ranks = self.event(event).is_none() && rules.format.positions() == Positions::Ranks;
            if ranks || place.reason.trim().is_empty() {
                return Err(Refused::ByHand(place.entry));
            }
            let entrant = entrants.iter().position(|entry| *entry == place.entry);
            Ok(Locked { entrant: entrant.ok_or(Refused::NoEntry(place.entry))?, to: place.to })
        };
        by_hand.iter().map(lock).collect()
    }

    fn drawn_anew(
        &self,
        event: &EventId,
        stage: DrawStage,
        entrants: &[EntryId],
        ceremony: Ceremony,
        procedure: Procedure,
    ) -> Result<PreparedDraw, Refused> {
        let rules = self.event_rules(event)?;
        let task = self.draw_task(event, stage, entrants)?;
        let locked = self.locked(event, entrants, &ceremony.by_hand)?;
        let seed = Seed::mixed(&ceremony.seed, &ceremony.words);
        let made = draw::draw_around(&task, &locked, seed, procedure).map_err(Refused::Draw)?;
        let at = |position: u32, index: &usize| Some((position, *entrants.get(*index)?));
        let (placings, steps, shortfall) = match made {
            draw::Drawn::Groups(made) => {
                let plan = first_plan(rules, entrants)?;
                let positions = match rules.format.positions() {
                    Positions::Ranks => vec![(1..=plan.positions).collect()],
                    Positions::Groups | Positions::Knockout => plan.drawn_groups(),
                };
                let groups = positions.iter().zip(&made.groups);
                let placed = groups.flat_map(|(positions, members)| positions.iter().zip(members));
                let placings = placed.filter_map(|(position, index)| at(*position, index)).collect();
                (placings, made.steps, made.shortfall)
            }
            draw::Drawn::Knockout(made) => {
                let second = self.event(event).and_then(|state| state.bracket().plan().second_draw.as_ref());
                let first = second.filter(|_| stage == DrawStage::Second).map_or(1, |draw| draw.first);
                let placed = (first..).zip(&made.positions);
                let placings = placed.filter_map(|(position, index)| at(position, index.as_ref()?)).collect();
                (placings, made.steps, made.shortfall)
            }
        };
        let Ceremony { mut seed, mut words, witnesses, by_hand } = ceremony;
        if matches!(task, Task::Table { .. }) {
            (seed, words) = (String::new(), Vec::new());
        }
        let (event, entrants, procedure) = (event.clone(), entrants.to_vec(), procedure.version());
        let drawn = Drawn { event, stage, entrants, seed, words, witnesses, by_hand, procedure, placings };
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
    #[must_use]
    pub fn unit_numbers(&self, entrants: &[EntryId]) -> BTreeMap<UnitId, u32> {
        let mut numbers = BTreeMap::new();
        for entry in entrants.iter().filter_map(|id| self.entries.get(id)) {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            numbers.entry(entry.unit).or_insert(next);
        }
        numbers
    }
}

/// The plan of an event's first stage.
fn first_plan(rules: &Event, entrants: &[EntryId]) -> Result<Plan, Refused> {
    let count = u32::try_from(entrants.len()).unwrap_or(u32::MAX);
    format::plan(&rules.format, rules.draw.table, count).map_err(Refused::Plan)
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
