//! Withdrawals before the draw and while an event is played (rules A.1, B.2 and D.5).

use gongsai::bracket::{ChangeError, DrawStage};
use gongsai::document::journal::{ask, preview};
use gongsai::id::{DeviceId, EntryId, EventId, MatchId, Part};
use gongsai::meet::{Change, Command, Journal, Refused, Timestamp, Writer};
use gongsai::score::{Ending, Stop};
use gongsai::side::Side;
use gongsai::simulate::Simulation;
use gongsai_tests::games;

fn event(name: &str) -> EventId {
    EventId::new(name).expect("an id")
}

/// A meet of so many units in which an event is drawn, and played up to so many matches.
fn meet(units: u16, name: &str, played: usize) -> Journal {
    let mut simulation = Simulation::new(Journal::new(gongsai::id::MeetId(7)), "withdrawals");
    simulation.ask(Command::SetRegulations(games::regulations().draft().clone())).expect("sound");
    simulation.enter_units(units).expect("entered");
    simulation.play(&event(name), played).expect("played");
    simulation.journal().clone()
}

fn withdraw(journal: &mut Journal, name: &str, entry: EntryId) -> Result<Vec<MatchId>, Refused> {
    let command = Command::Withdraw { event: event(name), entry, reason: "受伤".to_owned() };
    let asked = ask(journal, &Writer::staff(DeviceId(1)), Timestamp(0), command)?;
    Ok(asked.effects.event.map(|(_, touched)| touched.matches).unwrap_or_default())
}

/// How often an entry won and lost by walkover, and its matches without a result.
fn walkovers(journal: &Journal, name: &str, entry: EntryId) -> (usize, usize) {
    let state = journal.meet().event(&event(name)).expect("drawn");
    let (mut lost, mut open) = (0, 0);
    for found in state.bracket().matches() {
        let Some(side) = Side::BOTH.into_iter().find(|side| found.occupants[*side].entry() == Some(entry)) else {
            continue;
        };
        open += usize::from(found.is_open());
        let tally = found.played.map(|played| played.tally);
        lost += usize::from(tally.is_some_and(|t| t.ending == Ending::Unplayed && t.winner == Some(side.other())));
    }
    (lost, open)
}

#[test]
fn who_withdrew_before_the_draw_is_not_drawn() {
    let mut journal = meet(9, "TT_team", 0);
    let name = event("BD_team");
    let rules = journal.meet().regulations().expect("set").event(&name).expect("an event").clone();
    let entry = journal.meet().drawable(&rules).next().expect("an entry").id;
    let before = journal.meet().drawable(&rules).count();
    assert_eq!(withdraw(&mut journal, "BD_team", entry), Ok(Vec::new()));
    assert_eq!(journal.meet().drawable(&rules).count(), before - 1);
    let drawn = journal.meet().prepare_draw(&name, DrawStage::First, "s").expect("drawn").drawn;
    assert!(!drawn.entrants.contains(&entry));
    assert_eq!(withdraw(&mut journal, "BD_team", entry), Err(Refused::Withdrawn(entry)));
    assert_eq!(withdraw(&mut journal, "TT_team", entry), Err(Refused::NoEntry(entry)));
}

/// ITTF 3.7.5: what was played stays and what is not counts 0; BWF GCR 16.3: all results of the group are deleted.
#[test]
fn in_a_group_what_is_left_is_lost_and_the_book_says_what_stays() {
    for (name, deleted) in [("TT_team", false), ("BD_team", true)] {
        let mut journal = meet(16, name, 9);
        let state = journal.meet().event(&event(name)).expect("drawn");
        let half = |entry: &EntryId| {
            let of_entry =
                |found: &gongsai::bracket::GroupMatch<'_>| found.entries.a == *entry || found.entries.b == *entry;
            let matches: Vec<_> = state.bracket().group_matches(1).into_iter().filter(of_entry).collect();
            matches.iter().any(|found| found.played.is_some()) && matches.iter().any(|found| found.played.is_none())
        };
        let entry = state.bracket().group_entries(1).into_iter().find(half).expect("somebody has played some");
        let touched = withdraw(&mut journal, name, entry).expect("withdrawn");
        assert!(!touched.is_empty());
        let (lost, open) = walkovers(&journal, name, entry);
        assert!(lost > 0 && open == 0, "{name}: {lost} {open}");
        let standings = journal.meet().event(&event(name)).and_then(|state| state.standings(1)).expect("a group");
        assert_eq!(!standings.removed.is_empty(), deleted, "{name}");
    }
}

/// Whoever meets a withdrawn entry later goes on without playing, and the walkover is taken back with the record.
#[test]
fn a_later_opponent_goes_on_and_undoing_brings_the_entry_back() {
    let mut journal = meet(16, "TT_team", usize::MAX);
    let name = event("TT_team");
    // The semi-finals are taken away again: both winners are known, the final is open.
    let state = journal.meet().event(&name).expect("drawn");
    let last = state.bracket().matches().filter(|found| found.id.part == Part::Winner).last().expect("a final").id;
    let records: Vec<_> = journal.records().to_vec();
    let of_final =
        records.iter().rfind(|stored| matches!(&stored.record.command, Command::Result { id, .. } if *id == last));
    let of_final = of_final.expect("the final was played").record.id;
    let writer = Writer::staff(DeviceId(1));
    ask(&mut journal, &writer, Timestamp(0), Command::Undo(of_final)).expect("undone");
    let state = journal.meet().event(&name).expect("drawn");
    let finalist = state.bracket().entries(last).expect("both are known").a;
    let command = Command::Withdraw { event: name.clone(), entry: finalist, reason: "受伤".to_owned() };
    let shown = preview(&journal, &writer, Timestamp(0), command).expect("it can be asked for");
    assert!(shown.changes.iter().any(|change| matches!(change, Change::Result { id, .. } if *id == last)));
    let touched = withdraw(&mut journal, "TT_team", finalist).expect("withdrawn");
    assert!(touched.contains(&last));
    let state = journal.meet().event(&name).expect("drawn");
    let outcome = state.bracket().match_view(last).and_then(|found| found.played).map(|played| played.outcome.clone());
    assert!(matches!(outcome, Some(gongsai::score::Outcome::Stopped { side: Side::A, why: Stop::Walkover, .. })));
    // A result that was played after all is a correction of the walkover.
    let refused = state.bracket().check_open(last, false);
    assert_eq!(refused, Err(ChangeError::Decided(last)));
    let record = journal.records().last().expect("a record").record.id;
    ask(&mut journal, &writer, Timestamp(0), Command::Undo(record)).expect("undone");
    let state = journal.meet().event(&name).expect("drawn");
    assert!(state.bracket().match_view(last).is_some_and(|found| found.is_open()));
    assert!(journal.meet().withdrawn().is_empty());
}

/// BWF GCR 16.3 deletes who gave up: of a group of which one is left, one comes into the second draw. The places of those
/// who do not come are drawn like the others and stay empty.
#[test]
fn the_second_draw_leaves_the_places_of_deleted_entries_empty() {
    for left in [1, 0] {
        let name = event("BD_team");
        let mut journal = meet(16, "BD_team", 0);
        let groups = |journal: &Journal| -> Vec<Vec<EntryId>> {
            let bracket = journal.meet().event(&name).expect("drawn").bracket();
            (1..=bracket.groups()).map(|group| bracket.group_entries(group)).collect()
        };
        // Of the last two one gives up, or neither appears.
        let group = groups(&journal)[0].clone();
        for entry in group.iter().skip(2 - left) {
            withdraw(&mut journal, "BD_team", *entry).expect("withdrawn");
        }
        let mut simulation = Simulation::new(journal, "second draw");
        let bracket = simulation.journal().meet().event(&name).expect("drawn").bracket();
        let open = bracket.group_matches(1).into_iter().find(|found| found.played.is_none()).map(|found| found.id);
        if let Some(id) = open {
            let outcome = gongsai::score::Outcome::BothAbsent;
            let result = Command::Result { event: name.clone(), id, entries: None, outcome };
            simulation.ask(result).expect("entered");
        }
        simulation.play_out(&name).expect("it is played to its end");
        let state = simulation.journal().meet().event(&name).expect("drawn");
        let bracket = state.bracket();
        assert_eq!(bracket.qualified().len(), 6 + left);
        assert_eq!(state.drawn(DrawStage::Second).map(|drawn| drawn.placings.len()), Some(6 + left));
        assert!(bracket.matches().all(|found| found.over) && bracket.places()[0].0 == 1);
        assert_eq!(simulation.journal().meet().verify_draw(&name, DrawStage::Second), Ok(()));
    }
}

/// A tie in a group whose match is disputed needs no lot yet: the result may break it.
#[test]
fn a_disputed_group_match_ends_a_simulation() {
    let name = event("TT_team");
    let mut journal = meet(8, "TT_team", 0);
    let mut other = journal.clone();
    let id: MatchId = "G1.1.1".parse().expect("an id");
    for (journal, side) in [(&mut journal, Side::A), (&mut other, Side::B)] {
        let outcome = gongsai::score::Outcome::Stopped { side, why: Stop::Walkover, score: None };
        let result = Command::Result { event: name.clone(), id, entries: None, outcome };
        let device = DeviceId(if side == Side::A { 1 } else { 2 });
        ask(journal, &Writer::staff(device), Timestamp(0), result).expect("entered");
    }
    journal.absorb(other.stored().cloned());
    let mut simulation = Simulation::new(journal, "dispute");
    let before = simulation.journal().records().len();
    simulation.play(&name, 500).expect("played");
    assert!(simulation.journal().records().len() - before < 100, "there is an end to it");
    let state = simulation.journal().meet().event(&name).expect("drawn");
    assert_eq!(state.disputes().collect::<Vec<_>>(), [id]);
}

/// Two entrants change sides in the first final and its winner with them: the same two stand in the second final as
/// before, which was needless and is needed now. Who withdrew does not play it.
#[test]
fn a_final_that_becomes_needed_between_the_same_two_is_a_walkover_for_who_stays() {
    let format = gongsai::regulations::FormatRule::DoubleElimination { finals: gongsai::regulations::Finals::Reset };
    let mut simulation = Simulation::new(Journal::new(gongsai::id::MeetId(7)), "second final");
    let draft = gongsai::simulate::regulations(&format, gongsai::regulations::DrawTable::Ittf, "ittf_3.7.5");
    simulation.ask(Command::SetRegulations(draft)).expect("sound");
    simulation.enter_units(2).expect("entered");
    let name = event(gongsai::simulate::EVENT);
    simulation.play(&name, 0).expect("drawn");
    let mut journal = simulation.journal().clone();
    let id = |text: &str| text.parse::<MatchId>().expect("an id");
    let bracket = |journal: &Journal| journal.meet().event(&name).expect("drawn").bracket().clone();
    let gone = bracket(&journal).entries(id("W1.1")).expect("both").b;
    withdraw(&mut journal, gongsai::simulate::EVENT, gone).expect("withdrawn");
    assert!(bracket(&journal).match_view(id("F2.1")).is_some_and(|found| found.over && found.played.is_none()));
    // The first match had been played, and the one who withdrew had won it.
    let game = gongsai::score::Game { a: 5, b: 11 };
    let outcome = gongsai::score::Outcome::Played(gongsai::score::Score::Games(vec![game; 3]));
    let (event, entries) = (name.clone(), None);
    let correct = Command::Correct { event, id: id("W1.1"), entries, outcome, cascade: true };
    ask(&mut journal, &Writer::staff(DeviceId(1)), Timestamp(0), correct).expect("corrected");
    let after = bracket(&journal);
    let last = after.match_view(id("F2.1")).expect("a second final");
    assert_eq!(last.occupants.a.entry(), Some(gone));
    assert_eq!(last.played.and_then(|played| played.tally.winner), Some(Side::B), "{last:?}");
}
