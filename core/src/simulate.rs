//! Random meets for demonstrations, load and census tests: the same seed gives the same meet on every machine.

mod format;

pub use format::{EVENT, regulations};

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use sha2::{Digest, Sha256};

use crate::bracket::DrawStage;
use crate::document::journal::ask;
use crate::entry::{Entry, Unit};
use crate::id::{DeviceId, EntryId, EventId, PersonId, UnitId};
use crate::meet::{Command, Journal, LotBy, Meet, Refused, Timestamp, Writer};
use crate::person::Person;
use crate::regulations::{Event, GameRule, Kind, ScoreRule, Sport, TotalRule};
use crate::score::{Game, MatchRule, Outcome, Rubber, Score, Stop, Total};
use crate::sex::Sex;
use crate::side::{BySide, Side};

/// What a simulated device writes.
#[derive(Debug)]
pub struct Simulation {
    journal: Journal,
    lines: Vec<String>,
    rng: ChaCha8Rng,
    seed: String,
    writer: Writer,
    time: i64,
}

impl Simulation {
    /// A simulation that goes on from a journal. The seed is any text.
    #[must_use]
    pub fn new(journal: Journal, seed: &str) -> Self {
        let rng = ChaCha8Rng::from_seed(Sha256::digest(seed.as_bytes()).into());
        let time = journal.records().last().map_or(0, |stored| stored.record.at.0);
        // A device of its own: ids from the seed, so that two simulations of one seed are the same bytes.
        let digest: [u8; 32] = Sha256::digest(format!("device {seed}").as_bytes()).into();
        let device = digest.iter().take(8).fold(0, |id, byte| (id << 8) | u64::from(*byte));
        Simulation {
            journal,
            lines: Vec::new(),
            rng,
            seed: seed.to_owned(),
            writer: Writer::staff(DeviceId(device)),
            time,
        }
    }

    /// The same, writing as somebody: with a device and a key of its own.
    #[must_use]
    pub fn writing_as(mut self, writer: Writer) -> Self {
        self.writer = writer;
        self
    }

    /// The journal so far.
    #[must_use]
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// The stored lines of the records that were added.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Asks for something.
    ///
    /// # Errors
    /// [`Refused`] as the meet refuses it.
    pub fn ask(&mut self, command: Command) -> Result<(), Refused> {
        self.time += 60_000;
        let asked = ask(&mut self.journal, &self.writer, Timestamp(self.time), command)?;
        self.lines.push(asked.line);
        Ok(())
    }

    /// Invites so many units and enters each in every event of the regulations.
    ///
    /// # Errors
    /// [`Refused`] when the meet has no regulations.
    pub fn enter_units(&mut self, count: u16) -> Result<(), Refused> {
        let regulations = self.journal.meet().regulations().cloned().ok_or(Refused::NoRegulations)?;
        let first = self.journal.meet().units().len() as u64 + 1;
        let units: Vec<Unit> =
            (first..first + u64::from(count)).map(|n| Unit::new(UnitId(n), format!("第{n}代表队"))).collect();
        self.ask(Command::AddUnits(units.clone()))?;
        for unit in &units {
            for sport in &regulations.sports {
                let events: Vec<&Event> = regulations.events.iter().filter(|event| event.sport == *sport).collect();
                let (people, entries) = form(unit, *sport, &events);
                self.ask(Command::TakeIn {
                    unit: unit.id,
                    sport: *sport,
                    people,
                    entries,
                    unchanged: Vec::new(),
                    officials: Vec::new(),
                })?;
            }
        }
        Ok(())
    }

    /// Plays an event to its end: draws, results, second draw, lots.
    ///
    /// # Errors
    /// [`Refused`] when the event cannot be drawn.
    pub fn play_out(&mut self, event: &EventId) -> Result<(), Refused> {
        self.play(event, usize::MAX)
    }

    /// Plays every event of the regulations to its end. An event that cannot be drawn, or not be gone on with, is left as
    /// it is and told with the reason; the others are played.
    pub fn play_all(&mut self) -> Vec<(EventId, Refused)> {
        let regulations = self.journal.meet().regulations().cloned();
        let events = regulations.iter().flat_map(|regulations| &regulations.events);
        let played = events.map(|event| (event.id.clone(), self.play_out(&event.id)));
        played.filter_map(|(event, played)| Some((event, played.err()?))).collect()
    }

    /// Goes on with an event for at most so many steps: results, lots and the second draw. Draws it first if need be.
    ///
    /// # Errors
    /// [`Refused`] when the event cannot be drawn.
    pub fn play(&mut self, event: &EventId, mut steps: usize) -> Result<(), Refused> {
        if self.journal.meet().event(event).is_none() {
            let drawn = self.journal.meet().prepare_draw(event, DrawStage::First, self.seed.as_str())?.drawn;
            self.ask(Command::Draw(drawn))?;
        }
        while steps > 0 {
            let commands = self.next_commands(event)?;
            if commands.is_empty() {
                return Ok(());
            }
            for command in commands.into_iter().take(steps) {
                self.ask(command)?;
                steps -= 1;
            }
        }
        Ok(())
    }

    /// Everything that can be done now: the results of all open matches, else a lot or the second draw.
    fn next_commands(&mut self, event: &EventId) -> Result<Vec<Command>, Refused> {
        let meet = self.journal.meet();
        let Some(state) = meet.event(event) else { return Ok(Vec::new()) };
        let rule = state.bracket().rule().clone();
        let open = state.bracket().matches().filter(|found| found.is_open() && state.dispute(found.id).is_empty());
        let open: Vec<_> = open.map(|found| found.id).collect();
        if !open.is_empty() {
            let rng = &mut self.rng;
            let mut outcome = || random_outcome(&rule, rng);
            let result = |id| Command::Result { event: event.clone(), id, entries: None, outcome: outcome() };
            return Ok(open.into_iter().map(result).collect());
        }
        let lots = lots(meet, event);
        let bracket = state.bracket();
        let second = bracket.plan().second_draw.is_some() && !bracket.is_drawn(DrawStage::Second);
        let decided = (1..=bracket.groups()).all(|group| bracket.group_ranking(group).is_some());
        if decided && second {
            return Ok(vec![Command::Draw(meet.prepare_draw(event, DrawStage::Second, self.seed.as_str())?.drawn)]);
        }
        Ok(lots)
    }
}

/// A lot for each tie of a finished group that no rule breaks, in the order in which they stand.
fn lots(meet: &Meet, event: &EventId) -> Vec<Command> {
    let Some(state) = meet.event(event) else { return Vec::new() };
    let mut lots = Vec::new();
    for group in 1..=state.bracket().groups() {
        // A match that is disputed may leave a tie that its result breaks.
        let over = state.bracket().group_matches(group).iter().all(|found| found.played.is_some());
        if !over || state.bracket().group_ranking(group).is_some() {
            continue;
        }
        let entries = state.bracket().group_entries(group);
        let unresolved = state.standings(group).map(|standings| standings.unresolved).unwrap_or_default();
        for tied in unresolved {
            let order = tied.iter().filter_map(|index| entries.get(*index).copied()).collect();
            lots.push(Command::Lot { event: event.clone(), group, order, by: LotBy::Hand });
        }
    }
    lots
}

/// The form of a unit in a sport: enough people for every event.
fn form(unit: &Unit, sport: Sport, events: &[&Event]) -> (Vec<Person>, Vec<Entry>) {
    let base = unit.id.0 * 1000 + 100 * Sport::ALL.iter().position(|other| *other == sport).unwrap_or(0) as u64;
    let person = |n: u64, sex: Sex| {
        let letter = if sex == Sex::Male { "甲" } else { "乙" };
        Person { id: PersonId(base + n), name: format!("{}{letter}{n}", unit.name), sex: Some(sex), unit: unit.id }
    };
    let people: Vec<Person> = (0..10).map(|n| person(n, if n % 2 == 0 { Sex::Male } else { Sex::Female })).collect();
    let mut entries = Vec::new();
    for (index, event) in events.iter().enumerate() {
        let fitting: Vec<&Person> =
            people.iter().filter(|person| event.sex.is_none() || event.sex == person.sex).collect();
        let (name, members): (String, &[&Person]) = match event.kind {
            Kind::Team => (unit.name.clone(), &fitting),
            Kind::Singles => (fitting[0].name.clone(), &fitting[..1]),
            Kind::Doubles | Kind::MixedDoubles => (format!("{}/{}", fitting[0].name, fitting[1].name), &fitting[..2]),
        };
        entries.push(Entry {
            id: EntryId(base + index as u64),
            event: event.id.clone(),
            unit: unit.id,
            name,
            people: members.iter().map(|person| person.id).collect(),
            seed: None,
        });
    }
    (people, entries)
}

/// A result that the rule allows; about one in fifty is a walkover.
#[must_use]
pub fn random_outcome(rule: &MatchRule, rng: &mut ChaCha8Rng) -> Outcome {
    if rng.random_range(0..50_u32) == 0 {
        return Outcome::Stopped { side: random_side(rng), why: Stop::absence(&rule.score), score: None };
    }
    let score = match (&rule.tie, &rule.score) {
        (Some(system), ScoreRule::Games(games)) => {
            let mut wins = BySide { a: 0, b: 0 };
            let mut rubbers = Vec::new();
            for _ in system.rubbers.iter() {
                let over = wins.a.max(wins.b) >= system.wins_needed && !system.play_all;
                if over {
                    rubbers.push(Rubber::Unplayed);
                    continue;
                }
                let winner = random_side(rng);
                wins[winner] += 1;
                rubbers.push(Rubber::Played(random_games(games, winner, rng)));
            }
            Score::Tie(rubbers)
        }
        (None, ScoreRule::Games(games)) => Score::Games(random_games(games, random_side(rng), rng)),
        (_, ScoreRule::Total(rule)) => Score::Total(random_total(rule, rng)),
    };
    Outcome::Played(score)
}

fn random_side(rng: &mut ChaCha8Rng) -> Side {
    if rng.random_range(0..2_u32) == 0 { Side::A } else { Side::B }
}

/// A match with a winner: many points as in basketball, or few goals where a match may be level.
fn random_total(rule: &TotalRule, rng: &mut ChaCha8Rng) -> Total {
    let (least, most, ahead) = if rule.draw || rule.decision.is_some() { (0, 5, 4) } else { (30, 90, 30) };
    let loser = rng.random_range(least..most) as u16;
    let winner = loser + rng.random_range(1..ahead) as u16;
    let points = BySide { a: winner, b: loser };
    Total::from(if random_side(rng) == Side::A { points } else { points.swapped() })
}

fn random_games(rule: &GameRule, winner: Side, rng: &mut ChaCha8Rng) -> Vec<Game> {
    let needed = rule.needed();
    let lost = rng.random_range(0..u32::from(needed)) as u16;
    let mut games: Vec<Game> = (0..lost).map(|_| random_game(rule, winner.other(), rng)).collect();
    for _ in 0..needed - 1 {
        let at = rng.random_range(0..=games.len() as u32) as usize;
        games.insert(at, random_game(rule, winner, rng));
    }
    games.push(random_game(&rule.game(games.len() + 1), winner, rng));
    while rule.play_all && games.len() < usize::from(rule.best_of) {
        games.push(random_game(&rule.game(games.len() + 1), winner.other(), rng));
    }
    games
}

/// One game in five goes beyond the target.
fn random_game(rule: &GameRule, winner: Side, rng: &mut ChaCha8Rng) -> Game {
    let beyond = rule.target.saturating_add(rng.random_range(1..4_u32) as u16);
    let extended = rng.random_range(0..5_u32) == 0 && rule.lead > 1 && rule.cap.is_none_or(|cap| beyond < cap);
    let (won, lost) = if extended {
        (beyond, beyond.saturating_sub(rule.lead))
    } else {
        (rule.target, rng.random_range(0..=u32::from(rule.target.saturating_sub(rule.lead))) as u16)
    };
    match winner {
        Side::A => BySide { a: won, b: lost },
        Side::B => BySide { a: lost, b: won },
    }
}
