//! Meets whose places are known beforehand: in each match one of the two is better.

use gongsai::bracket::DrawStage;
use gongsai::document::regulations_from_toml;
use gongsai::entry::{Entry, Unit};
use gongsai::id::{EntryId, EventId, MatchId, MeetId, PersonId, UnitId};
use gongsai::meet::{Command, Journal, Meet};
use gongsai::overall::placing;
use gongsai::person::Person;
use gongsai::regulations::{RegulationsDraft, Sport};
use gongsai::score::{Outcome, Score};
use gongsai::side::{BySide, Side};
use gongsai::simulate::Simulation;

/// Regulations of table tennis: `rest` follows the head, each event is its `kind` and its format, with what follows it. The events are
/// called `E1`, `E2` …
///
/// # Panics
/// When this is no TOML.
#[must_use]
pub fn regulations(rest: &str, events: &[(&str, &str)]) -> RegulationsDraft {
    let mut text = format!(
        "format = 1\nid = \"m\"\ntitle = \"运动会\"\nreference_date = 2026-09-01\nfirst_match = 2026-10-19\nsports = [\"TT\"]\n{rest}\n"
    );
    for (number, (kind, event)) in (1..).zip(events) {
        text += &format!(
            "[[event]]\nid = \"E{number}\"\nname = \"项目{number}\"\nsport = \"TT\"\nform = \"{number}\"\nkind = \"{kind}\"\n\
             score = {{ target = 11, lead = 2, best_of = 5 }}\n{event}\n"
        );
    }
    regulations_from_toml(&text).expect("TOML")
}

/// A unit's entry: of unit 2 the third one in event 1 is `entry(2, 1, 3)`; all from 1.
#[must_use]
pub fn entry(unit: u64, event: u64, number: u64) -> EntryId {
    EntryId(unit * 10_000 + event * 100 + number)
}

/// The event of a number.
///
/// # Panics
/// Never: the name is plain.
#[must_use]
pub fn event(number: usize) -> EventId {
    EventId::new(&format!("E{number}")).expect("a plain name")
}

/// A meet by these regulations: by unit, how many entries it has in each event.
///
/// # Panics
/// When the regulations have defects.
#[must_use]
pub fn entered(draft: RegulationsDraft, units: &[&[u64]], seed: &str) -> Simulation {
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), seed);
    simulation.ask(Command::SetRegulations(draft)).expect("sound");
    let listed = (1..).zip(units).map(|(id, _)| Unit::new(UnitId(id), format!("单位{id}")));
    simulation.ask(Command::AddUnits(listed.collect())).expect("invited");
    for (unit, events) in (1..).zip(units) {
        let (mut people, mut entries) = (Vec::new(), Vec::new());
        for (number, count) in (1..).zip(*events) {
            for one in 1..=*count {
                let id = entry(unit, number, one);
                let name = format!("甲{unit}之{number}之{one}");
                people.push(Person { id: PersonId(id.0), name: name.clone(), sex: None, unit: UnitId(unit) });
                let event = event(usize::try_from(number).expect("few"));
                entries.push(Entry { id, event, unit: UnitId(unit), name, people: vec![PersonId(id.0)], seed: None });
            }
        }
        simulation
            .ask(Command::TakeIn {
                unit: UnitId(unit),
                sport: Sport::TableTennis,
                people,
                entries,
                unchanged: vec![],
                officials: vec![],
            })
            .expect("taken");
    }
    simulation
}

/// Three games to nothing for a side.
#[must_use]
pub fn won(side: Side) -> Outcome {
    let game = if side == Side::A { BySide { a: 11, b: 0 } } else { BySide { a: 0, b: 11 } };
    Outcome::Played(Score::Games(vec![game; 3]))
}

/// The matches that can be played now.
#[must_use]
pub fn open(meet: &Meet, event: &EventId) -> Vec<MatchId> {
    let matches = meet.event(event).into_iter().flat_map(|state| state.bracket().matches());
    matches.filter(|found| found.is_open()).map(|found| found.id).collect()
}

/// Plays an event to its end; `outcome` says how a match between two ends.
///
/// # Panics
/// When the event cannot be played.
pub fn play(simulation: &mut Simulation, event: &EventId, outcome: impl Fn(MatchId, BySide<EntryId>) -> Outcome) {
    if simulation.journal().meet().event(event).is_none() {
        let drawn = simulation.journal().meet().prepare_draw(event, DrawStage::First, "s").expect("drawn").drawn;
        simulation.ask(Command::Draw(drawn)).expect("kept");
    }
    loop {
        let now = open(simulation.journal().meet(), event);
        for id in &now {
            let meet = simulation.journal().meet();
            let Some(entries) = meet.event(event).and_then(|state| state.bracket().entries(*id).ok()) else { continue };
            let outcome = outcome(*id, entries);
            simulation.ask(Command::Result { event: event.clone(), id: *id, entries: None, outcome }).expect("taken");
        }
        if now.is_empty() {
            // A lot or the second draw, if there is one to be made.
            let before = simulation.lines().len();
            simulation.play(event, 1).expect("goes on");
            if simulation.lines().len() == before {
                return;
            }
        }
    }
}

/// Plays an event to its end; the smaller number wins.
///
/// # Panics
/// When the event cannot be played.
pub fn play_by_number(simulation: &mut Simulation, event: &EventId) {
    play(simulation, event, |_, entries| won(if entries.a < entries.b { Side::A } else { Side::B }));
}

/// The places of an event by entry, the best first: `1 10101, 2 20101, 3= …`; what has none in its own word.
///
/// # Panics
/// When the regulations do not hold the event.
#[must_use]
pub fn places(meet: &Meet, event: &EventId) -> String {
    use gongsai::overall::Place;
    let placing = placing(meet, event).expect("an event");
    let said = placing.entries.iter().map(|found| {
        let place = match &found.place {
            Place::Is { place, shared: 1, .. } => place.to_string(),
            Place::Is { place, .. } => format!("{place}="),
            Place::Open(open) => format!("{open:?}"),
            Place::None(why) => format!("{why:?}"),
        };
        format!("{place} {}", found.entry.0)
    });
    said.collect::<Vec<_>>().join(", ")
}
