//! Random stories of a meet on several devices, for the properties of journals.

use std::sync::OnceLock;

use gongsai::bracket::DrawStage;
use gongsai::document::journal::ask;
use gongsai::draw::Commitment;
use gongsai::id::{DeviceId, EventId, MatchId, MeetId};
use gongsai::meet::{Command, Journal, Named, Slot, StoredRecord, Timestamp, Writer};
use gongsai::score::Outcome;
use gongsai::side::Side;
use gongsai::simulate::{Simulation, random_outcome};
use rand::rngs::ChaCha8Rng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{RngExt, SeedableRng};

use crate::{games, lineups};

/// The events that are drawn.
pub const EVENTS: [&str; 3] = ["TT_team", "TT_MS", "BB_men"];

/// A small meet with three events drawn, eight teams in groups of table tennis and of basketball and singles in a knockout: before the first match, and
/// when the groups are played.
///
/// # Panics
/// When the core refuses a step.
pub fn begun() -> &'static [Journal; 2] {
    static BEGUN: OnceLock<[Journal; 2]> = OnceLock::new();
    BEGUN.get_or_init(|| {
        let mut simulation = Simulation::new(Journal::new(MeetId(7)), "stories");
        simulation.ask(Command::SetRegulations(games::regulations().draft().clone())).expect("sound");
        simulation.enter_units(8).expect("entered");
        for event in EVENTS {
            simulation.play(&EventId::new(event).expect("an id"), 0).expect("drawn");
        }
        let drawn = simulation.journal().clone();
        simulation.play(&EventId::new(EVENTS[0]).expect("an id"), 12).expect("played");
        [drawn, simulation.journal().clone()]
    })
}

/// Some people with a device each, telling one random story.
pub struct Story {
    /// What the story goes on with.
    pub rng: ChaCha8Rng,
    /// The devices.
    pub desks: Vec<Journal>,
    /// The time of the last record.
    pub time: i64,
}

impl Story {
    /// The story of a seed.
    ///
    /// # Panics
    /// When the meet cannot be begun.
    #[must_use]
    pub fn tell(seed: u64) -> Story {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let begun = &begun()[rng.random_range(0..2_u32) as usize];
        let mut story = Story { rng, desks: vec![begun.clone(); 3], time: 0 };
        for _ in 0..story.rng.random_range(5..80_u32) {
            let desk = story.rng.random_range(0..3_u32) as usize;
            if story.rng.random_range(0..8_u32) == 0 {
                let other = story.rng.random_range(0..3_u32) as usize;
                story.merge(desk, other);
            } else if let Some(command) = story.command(desk) {
                story.time += 1;
                let writer = Writer::staff(DeviceId(desk as u64 + 1));
                // What is refused changes nothing: the properties below see to that.
                let _ = ask(&mut story.desks[desk], &writer, Timestamp(story.time), command);
            }
        }
        story
    }

    /// Some records of another device arrive, in any order.
    fn merge(&mut self, desk: usize, other: usize) {
        let mut records: Vec<StoredRecord> = self.desks[other].stored().cloned().collect();
        records.shuffle(&mut self.rng);
        let some = if self.rng.random_range(0..3_u32) == 0 { records.len() / 2 } else { records.len() };
        records.truncate(some);
        self.desks[desk].absorb(records);
    }

    /// Something to ask for at a device, sensible or not.
    pub fn command(&mut self, desk: usize) -> Option<Command> {
        let (journal, rng) = (&self.desks[desk], &mut self.rng);
        let event = EventId::new(EVENTS.choose(rng)?).ok()?;
        let Some(state) = journal.meet().event(&event) else {
            // The draw was undone: it is made again.
            return journal
                .meet()
                .prepare_draw(&event, DrawStage::First, "重抽")
                .ok()
                .map(|made| Command::Draw(made.drawn));
        };
        let rule = state.bracket().rule().clone();
        let outcome = |rng: &mut ChaCha8Rng| match rng.random_range(0..15_u32) {
            0 => Outcome::BothAbsent,
            _ => random_outcome(&rule, rng),
        };
        let cascade = rng.random_range(0..2_u32) == 0;
        let of = |wanted: &dyn Fn(MatchId) -> bool, rng: &mut ChaCha8Rng| -> Option<MatchId> {
            let ids: Vec<MatchId> =
                state.bracket().matches().map(|found| found.id).filter(|id| wanted(*id)).take(12).collect();
            ids.choose(rng).copied()
        };
        let open = |id| state.bracket().match_view(id).is_some_and(|found| found.is_open());
        let played = |id| state.bracket().match_view(id).is_some_and(|found| found.played.is_some());
        let disputed = |id| !state.dispute(id).is_empty();
        Some(match rng.random_range(0..24_u32) {
            0..=9 => Command::Result { id: of(&open, rng)?, event, entries: None, outcome: outcome(rng) },
            10..=12 => Command::Correct { id: of(&played, rng)?, event, entries: None, outcome: outcome(rng), cascade },
            13..=15 => {
                let (reason, id) = ("录错".to_owned(), of(&disputed, rng)?);
                Command::Rule { id, event, entries: None, outcome: outcome(rng), reason, cascade }
            }
            16 => {
                let late = journal.records().len().saturating_sub(rng.random_range(1..40_u32) as usize);
                Command::Undo(journal.records().get(late..)?.choose(rng)?.record.id)
            }
            17 if rng.random_range(0..3_u32) == 0 => {
                let drawn = state.drawn(DrawStage::First)?;
                Command::Withdraw { entry: *drawn.entrants.choose(rng)?, event, reason: "受伤".to_owned() }
            }
            17 => {
                let person = *journal.meet().people().keys().next()?;
                Command::Rename { what: Named::Person(person), name: format!("姓名{}", self.time) }
            }
            18 => {
                let slot = Slot { day: games::today(), court: rng.random_range(1..5_u32) as u16, start: 540 };
                Command::Schedule { slots: vec![(of(&open, rng)?, slot)], event }
            }
            20..=23 if event.as_str() == EVENTS[2] => {
                let id = of(&open, rng)?;
                let entry = state.bracket().entries(id).ok()?[*Side::BOTH.choose(rng)?];
                let team = &journal.meet().entries().get(&entry)?.people;
                let people = team.iter().copied().filter(|_| rng.random_range(0..4_u32) > 0).collect();
                Command::MatchList { id, entry, people, event }
            }
            20..=23 => {
                let event = EventId::new(EVENTS[0]).ok()?;
                let state = journal.meet().event(&event)?;
                let id = state.bracket().matches().find(|found| found.is_open())?.id;
                let (entries, handed) = (state.bracket().entries(id).ok()?, state.line_ups(id));
                let missing = Side::BOTH.into_iter().find(|side| handed[*side].state().is_none());
                let entry = entries[missing.unwrap_or(*Side::BOTH.choose(rng)?)];
                // Now and then another line-up than the one handed in.
                let lineup = lineups::lineup(journal.meet(), entry, usize::from(rng.random_range(0..6_u32) == 0));
                match missing {
                    Some(_) => lineups::commit(&event, id, entry, &lineup),
                    None => lineups::open(&event, id, entry, lineup),
                }
            }
            _ => {
                let stage = *[DrawStage::First, DrawStage::Second].choose(rng)?;
                if rng.random_range(0..3_u32) == 0 {
                    let commitment = Commitment::to("决赛");
                    let told = journal.meet().prepare_announcement(&event, stage, commitment, Vec::new(), "改期");
                    return told.ok().map(Command::AnnounceDraw);
                }
                let seed = *["决赛", "别的"].choose(rng)?;
                Command::Draw(journal.meet().prepare_draw(&event, stage, seed).ok()?.drawn)
            }
        })
    }

    /// Everything that anyone wrote.
    #[must_use]
    pub fn all(&self) -> Vec<StoredRecord> {
        self.desks.iter().flat_map(|desk| desk.stored().cloned()).collect()
    }
}
