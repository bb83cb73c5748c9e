//! The census of withdrawals: random stories of a meet of one event in every format, in which entries withdraw before the
//! draw and at any time after it, results come in, are corrected and ruled on, and records are undone. After each step
//! everything that must always hold is looked at, and at the end the journal is read anew and undone record by record.
//!
//! `GONGSAI_LONG=1` tells 10,000 stories a format, any other run 12; `GONGSAI_ONLY=Stepladder` leaves out the formats that
//! are not written with this word. Entrants from 1 to 40 (everybody against everybody: to 7). Formats with groups are told
//! with rules that keep the results of a withdrawn entry and with rules that delete them.

use std::collections::BTreeSet;

use gongsai::bracket::{Bracket, MatchView};
use gongsai::document::{journal, show};
use gongsai::entry::{Entry, Unit};
use gongsai::id::{EntryId, EventId, MatchId, MeetId, PersonId, UnitId};
use gongsai::meet::{Command, EventState, Fate, Journal, difference};
use gongsai::person::Person;
use gongsai::regulations::{DrawTable, FormatRule, RankingRules, RegulationsDraft, Sport, Value, Withdrawal};
use gongsai::score::{Ending, Outcome, Stop};
use gongsai::sex::Sex;
use gongsai::side::Side;
use gongsai::simulate::{EVENT, Simulation, random_outcome, regulations};
use gongsai_tests::always::{always, holds};
use gongsai_tests::event::{RULE, formats};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

/// One thing that somebody does; numbers choose among what is possible then.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// The next thing to do: the first open match, else a lot or the second draw.
    Next,
    Play(u16, u8),
    Stop(u16, Side, Stop),
    Correct {
        which: u16,
        result: u8,
        cascade: bool,
    },
    Rule {
        which: u16,
        result: u8,
        cascade: bool,
    },
    Withdraw(u16),
    Undo(u16),
}

/// Entries that withdraw before the draw, and what happens after it.
#[derive(Clone, Debug)]
struct Story {
    early: Vec<u16>,
    steps: Vec<Step>,
    undo_all: bool,
}

fn stories(most: usize) -> impl Strategy<Value = Story> {
    let side = prop::sample::select(vec![Side::A, Side::B]);
    let stop = prop::sample::select(vec![Stop::Walkover, Stop::Retired, Stop::Disqualified]);
    let changed = (any::<u16>(), any::<u8>(), any::<bool>());
    let step = prop_oneof![
        8 => Just(Step::Next),
        8 => (any::<u16>(), any::<u8>()).prop_map(|(which, result)| Step::Play(which, result)),
        2 => (any::<u16>(), side, stop).prop_map(|(which, side, why)| Step::Stop(which, side, why)),
        3 => changed.prop_map(|(which, result, cascade)| Step::Correct { which, result, cascade }),
        1 => changed.prop_map(|(which, result, cascade)| Step::Rule { which, result, cascade }),
        3 => any::<u16>().prop_map(Step::Withdraw),
        2 => any::<u16>().prop_map(Step::Undo),
    ];
    let early = prop::collection::vec(any::<u16>(), 0..4);
    let parts = (early, prop::collection::vec(step, 0..most), prop::bool::weighted(0.25));
    parts.prop_map(|(early, steps, undo_all)| Story { early, steps, undo_all })
}

fn result(seed: u8) -> Outcome {
    if seed == 0 { Outcome::BothAbsent } else { random_outcome(&RULE, &mut ChaCha8Rng::seed_from_u64(u64::from(seed))) }
}

fn chosen<T: Clone>(all: &[T], which: u16) -> Option<T> {
    all.get(usize::from(which).checked_rem(all.len())?).cloned()
}

/// The regulations of one event, without a search for draws that keep units apart: all entries are of one.
fn draft(format: &FormatRule, ranking: &RankingRules) -> RegulationsDraft {
    let mut draft = regulations(format, DrawTable::Ittf, &ranking.id);
    let Value::Map(fields) = &mut draft.0 else { panic!("named values") };
    let Some(Value::List(events)) = fields.get_mut("event") else { panic!("a list of events") };
    let Some(Value::Map(event)) = events.first_mut() else { panic!("an event") };
    let Some(Value::Map(draw)) = event.get_mut("draw") else { panic!("a draw") };
    draw.insert("units_apart".to_owned(), Value::Bool(false));
    draft
}

/// A meet of one event before its draw.
fn entered(format: &FormatRule, ranking: &RankingRules, entrants: u32) -> Journal {
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), "withdrawals");
    let unit = UnitId(1);
    let person = |n: u64| Person { id: PersonId(n), name: format!("选手{n}"), sex: Some(Sex::Male), unit };
    let entry = |n: u64| Entry {
        id: EntryId(n),
        event: event(),
        unit,
        name: format!("选手{n}"),
        people: vec![PersonId(n)],
        seed: None,
    };
    let numbers = || 1..=u64::from(entrants);
    let (people, entries) = (numbers().map(person).collect(), numbers().map(entry).collect());
    let commands = [
        Command::SetRegulations(draft(format, ranking)),
        Command::AddUnits(vec![Unit::new(unit, "总工会")]),
        Command::TakeIn { unit, sport: Sport::TableTennis, people, entries, unchanged: vec![], officials: vec![] },
    ];
    for command in commands {
        simulation.ask(command).expect("a meet of one event");
    }
    simulation.journal().clone()
}

fn event() -> EventId {
    EventId::new(EVENT).expect("a short name")
}

fn state(journal: &Journal) -> Option<&EventState> {
    journal.meet().event(&event())
}

fn found<'a>(bracket: &'a Bracket, fits: impl Fn(&MatchView<'a>) -> bool) -> Vec<MatchId> {
    bracket.matches().filter(fits).map(|found| found.id).collect()
}

/// What a step asks for; nothing where there is nothing to do it to.
fn command(journal: &Journal, base: usize, step: Step) -> Option<Command> {
    let (event, entries) = (event(), None);
    let open = |which| {
        let state = state(journal)?;
        let open = found(state.bracket(), |found| found.is_open() && state.dispute(found.id).is_empty());
        chosen(&open, which)
    };
    Some(match step {
        Step::Next => return None,
        Step::Play(which, seed) => Command::Result { id: open(which)?, event, entries, outcome: result(seed) },
        Step::Stop(which, side, why) => {
            let outcome = Outcome::Stopped { side, why, score: None };
            Command::Result { id: open(which)?, event, entries, outcome }
        }
        Step::Correct { which, result: seed, cascade } => {
            let played = found(state(journal)?.bracket(), |found| found.played.is_some());
            Command::Correct { id: chosen(&played, which)?, event, entries, outcome: result(seed), cascade }
        }
        Step::Rule { which, result: seed, cascade } => {
            let disputed: Vec<MatchId> = state(journal)?.disputes().collect();
            let (id, outcome, reason) = (chosen(&disputed, which)?, result(seed), "裁定".to_owned());
            Command::Rule { event, id, entries, outcome, reason, cascade }
        }
        Step::Withdraw(which) => {
            let all: Vec<EntryId> = journal.meet().entries().keys().copied().collect();
            Command::Withdraw { event, entry: chosen(&all, which)?, reason: "受伤".to_owned() }
        }
        Step::Undo(which) => Command::Undo(chosen(journal.records().get(base..)?, which)?.record.id),
    })
}

/// What holds of the entries that withdrew, and of the groups that they are in.
fn of_the_withdrawn(journal: &Journal, ranking: &RankingRules) -> Result<(), String> {
    let Some(state) = state(journal) else { return Ok(()) };
    let (bracket, gone) = (state.bracket(), journal.meet().withdrawn());
    for found in bracket.matches() {
        let id = found.id;
        let entries = found.occupants.map(|occupant| occupant.entry());
        let away = entries.map(|entry| entry.is_some_and(|entry| gone.contains(&entry)));
        let disputed = !state.dispute(id).is_empty();
        holds(!found.is_open() || disputed || !(away.a || away.b), || format!("a withdrawn entry is to play {id}"))?;
        let Some(played) = found.played else { continue };
        let said = |side: Side| entries[side];
        let entered = state.claims(id).iter().any(|claim| {
            claim.played == *played && Side::BOTH.iter().all(|side| Some(claim.entries[*side]) == said(*side))
        });
        let loser = |side| played.outcome == Outcome::Stopped { side, why: Stop::Walkover, score: None };
        let by_absence = match (away.a, away.b) {
            // One of them had won before the other withdrew too.
            (true, true) => played.outcome == Outcome::BothAbsent || loser(Side::A) || loser(Side::B),
            (true, false) => loser(Side::A),
            (false, true) => loser(Side::B),
            (false, false) => false,
        };
        holds(entered || by_absence, || format!("nobody entered {:?} for {id}", played.outcome))?;
    }
    (1..=bracket.groups()).try_for_each(|group| of_a_group(state, group, ranking))
}

/// Results of who gave up are kept (ITTF 3.7.5) or deleted with the entry (BWF GCR 16.3).
fn of_a_group(state: &EventState, group: u16, ranking: &RankingRules) -> Result<(), String> {
    let bracket = state.bracket();
    let matches = bracket.group_matches(group);
    let entries = bracket.group_entries(group);
    let standings = state.standings(group).ok_or("a group has standings")?;
    if bracket.plan().compares(group) {
        return Ok(());
    }
    let gave_up: BTreeSet<EntryId> = matches
        .iter()
        .filter_map(|found| Some((found, found.played?.tally)))
        .filter(|(_, tally)| tally.ending != Ending::Played)
        .flat_map(|(found, tally)| {
            Side::BOTH.into_iter().filter(move |side| tally.winner != Some(*side)).map(|side| found.entries[side])
        })
        .collect();
    let removed: BTreeSet<EntryId> = standings.removed.iter().map(|index| entries[*index]).collect();
    let expected = if ranking.withdrawal == Withdrawal::Delete { gave_up } else { BTreeSet::new() };
    holds(removed == expected, || format!("group {group}: {removed:?} are removed, not {expected:?}"))?;
    for row in &standings.rows {
        let own = entries[row.entrant];
        let opponent = |found: &gongsai::bracket::GroupMatch<'_>| match (found.entries.a, found.entries.b) {
            (a, b) if a == own => Some(b),
            (a, b) if b == own => Some(a),
            _ => None,
        };
        let counted = matches.iter().filter(|found| found.played.is_some()).filter_map(opponent);
        let counted = counted.filter(|entry| !removed.contains(entry)).count();
        holds(row.played as usize == counted, || format!("group {group}: {} of {counted} count of {own}", row.played))?;
    }
    Ok(())
}

/// Does one step, and looks at what must hold of it.
fn take(simulation: &mut Simulation, base: usize, step: Step) -> Result<(), String> {
    if matches!(step, Step::Next) {
        // Too few are left to draw, or nobody is.
        let _ = simulation.play(&event(), 1);
        return Ok(());
    }
    let before = simulation.journal();
    let Some(command) = command(before, base, step) else { return Ok(()) };
    let results = |journal: &Journal| -> Vec<(MatchId, Outcome)> {
        let matches = state(journal).into_iter().flat_map(|state| state.bracket().matches());
        matches.filter_map(|found| Some((found.id, found.played?.outcome.clone()))).collect()
    };
    let (meet, stood, counted) = (before.meet().clone(), results(before), before.records().len());
    let done = simulation.ask(command);
    let now = simulation.journal();
    match (step, done) {
        (_, Err(_)) => {
            holds(now.records().len() == counted, || "a refused record is kept".to_owned())?;
            holds(show::meet(now.meet(), None) == show::meet(&meet, None), || "a refusal changes something".to_owned())
        }
        (Step::Withdraw(_), Ok(())) => {
            let all = results(now);
            holds(stood.iter().all(|result| all.contains(result)), || "a withdrawal takes results away".to_owned())
        }
        (_, Ok(())) => Ok(()),
    }
}

/// Everything is played to its end, disputes are ruled on one by one: a ruling may end others.
fn finish(simulation: &mut Simulation) -> Result<(), String> {
    for turn in 0..=u8::MAX {
        // Nobody may be left to draw.
        let played = simulation.play_out(&event());
        let Some(state) = state(simulation.journal()) else { return Ok(()) };
        let Some(id) = state.disputes().next() else {
            played.map_err(|refused| format!("not played out: {refused}"))?;
            return at_the_end(state);
        };
        let (outcome, reason) = (result(turn), "裁定".to_owned());
        let rule = Command::Rule { event: event(), id, entries: None, outcome, reason, cascade: true };
        simulation.ask(rule).map_err(|refused| format!("not ruled on: {refused}"))?;
    }
    Err("disputes do not end".to_owned())
}

fn at_the_end(state: &EventState) -> Result<(), String> {
    let bracket = state.bracket();
    holds(bracket.matches().all(|found| found.over), || "a match is left over".to_owned())?;
    let undecided = (1..=bracket.groups()).find(|group| bracket.group_ranking(*group).is_none());
    holds(undecided.is_none(), || format!("group {undecided:?} is not decided"))
}

/// Read anew, the journal says the same; undone record by record, it says what it said before the first.
fn back(simulation: &mut Simulation, base: &Journal, undo_all: bool) -> Result<(), String> {
    let now = simulation.journal();
    let read = journal::read(&journal::write(now)).map_err(|fault| fault.to_string())?;
    holds(read.problems.is_empty(), || format!("{:?}", read.problems))?;
    holds(show::meet(read.journal.meet(), None) == show::meet(now.meet(), None), || "read anew it differs".to_owned())?;
    holds(read.journal.meet().withdrawn() == now.meet().withdrawn(), || "others have withdrawn".to_owned())?;
    if !undo_all {
        return Ok(());
    }
    let records = now.records().iter().skip(base.records().len()).map(|stored| stored.record.id);
    for id in records.collect::<Vec<_>>().into_iter().rev() {
        if !matches!(simulation.journal().fate(id), Fate::Undone(_)) {
            simulation.ask(Command::Undo(id)).map_err(|refused| format!("not undone: {refused}"))?;
        }
    }
    let undone = simulation.journal().meet();
    let changes = difference(base.meet(), undone);
    holds(changes.is_empty(), || format!("not undone: {changes:?}"))?;
    holds(undone.withdrawn().is_empty() && undone.event(&event()).is_none(), || "something is left".to_owned())
}

fn tell(format: &FormatRule, ranking: &RankingRules, entrants: u32, story: &Story) -> Result<(), String> {
    let base = entered(format, ranking, entrants);
    let mut simulation = Simulation::new(base.clone(), "story");
    let records = base.records().len();
    for which in &story.early {
        take(&mut simulation, records, Step::Withdraw(*which))?;
    }
    if simulation.play(&event(), 0).is_ok() {
        let (drawn, gone) = (state(simulation.journal()), simulation.journal().meet().withdrawn());
        let entrants =
            drawn.and_then(|state| state.drawn(gongsai::bracket::DrawStage::First)).map(|drawn| &drawn.entrants);
        let none = entrants.is_some_and(|entrants| entrants.iter().all(|entry| !gone.contains(entry)));
        holds(none, || "an entry that withdrew is drawn".to_owned())?;
    }
    for step in &story.steps {
        take(&mut simulation, records, *step)?;
        if let Some(state) = state(simulation.journal()) {
            always(state.bracket())?;
        }
        of_the_withdrawn(simulation.journal(), ranking)?;
    }
    finish(&mut simulation)?;
    of_the_withdrawn(simulation.journal(), ranking)?;
    back(&mut simulation, &base, story.undo_all)
}

#[test]
fn every_story_with_withdrawals_holds() {
    let long = std::env::var_os("GONGSAI_LONG").is_some();
    let rules = ["ittf_3.7.5", "bwf_gcr_16.2"].map(|name| RankingRules::named(name).expect("built in"));
    let only = std::env::var("GONGSAI_ONLY").unwrap_or_default();
    let told = formats().into_iter().enumerate().filter(|(_, format)| format!("{format:?}").contains(&only));
    let told: Vec<(usize, FormatRule)> = told.collect();
    assert!(!told.is_empty(), "no format is written with {only}");
    for (number, format) in told {
        let most = if matches!(format, FormatRule::RoundRobin { .. }) { 7 } else { 40_u32 };
        let books = if format.has_groups() { &rules[..] } else { &rules[..1] };
        for ranking in books {
            let seed = [u8::try_from(number).expect("few formats") + 100; 32];
            let cases = if long { 10_000 } else { 12 };
            let config = Config { cases, failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() };
            let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
            let told = runner.run(&(1..=most, stories(60)), |(entrants, story)| {
                tell(&format, ranking, entrants, &story).map_err(TestCaseError::fail)
            });
            if let Err(failure) = told {
                panic!("{format:?} by {}: {failure}", ranking.id);
            }
            if long {
                eprintln!("{cases} stories of {format:?} by {}", ranking.id);
            }
        }
    }
}
