//! The score sheets of team ties: before the line-ups, with them, and with the result.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::document::journal::ask;
use gongsai::id::{DeviceId, EventId, MatchId, MeetId};
use gongsai::meet::{Command, Journal, Timestamp, Writer};
use gongsai::publication::{RubberState, TieSheet, tie_sheet};
use gongsai::score::parse;
use gongsai::side::{BySide, Side};
use gongsai::simulate::Simulation;
use gongsai_tests::games;
use gongsai_tests::lineups::{commit, lineup, open};
use gongsai_wording::{Lang, publication::rubber_state};

fn states(sheet: &TieSheet) -> Vec<RubberState> {
    sheet.rows.iter().map(|row| row.state).collect()
}

fn say(journal: &mut Journal, command: Command) {
    ask(journal, &Writer::staff(DeviceId(3)), Timestamp(1), command).unwrap();
}

/// What the sheet shows when the tie ends like this.
fn ended(journal: &Journal, event: &EventId, id: MatchId, text: &str) -> TieSheet {
    let mut journal = journal.clone();
    let outcome = parse(journal.meet().event(event).unwrap().bracket().rule(), text).unwrap();
    say(&mut journal, Command::Result { event: event.clone(), id, entries: None, outcome });
    tie_sheet(journal.meet(), event, id).unwrap()
}

#[test]
fn a_sheet_shows_the_players_when_both_line_ups_are_open() {
    let mut simulation = Simulation::new(Journal::new(MeetId(7)), "sheets");
    simulation.ask(Command::SetRegulations(games::regulations().draft().clone())).unwrap();
    simulation.enter_units(8).unwrap();
    let [event, singles] = ["TT_team", "TT_MS"].map(|name| EventId::new(name).unwrap());
    simulation.play(&event, 0).unwrap();
    simulation.play(&singles, 0).unwrap();
    let mut journal = simulation.journal().clone();
    let bracket = journal.meet().event(&event).unwrap().bracket();
    let id = bracket.matches().find(|found| found.is_open()).unwrap().id;
    let entries = bracket.entries(id).unwrap();
    let waiting = bracket.matches().find(|found| bracket.entries(found.id).is_err()).unwrap().id;
    assert_eq!(tie_sheet(journal.meet(), &event, waiting), None, "nobody stands there yet");
    let of_singles = journal.meet().event(&singles).unwrap().bracket().matches().find(|found| found.is_open()).unwrap();
    assert_eq!(tie_sheet(journal.meet(), &singles, of_singles.id), None, "it is no tie");

    let closed = tie_sheet(journal.meet(), &event, id).unwrap();
    assert_eq!(states(&closed), [RubberState::Waiting; 3]);
    assert_eq!(closed.teams.a.entry, entries.a);
    let line_ups = BySide { a: lineup(journal.meet(), entries.a, 0), b: lineup(journal.meet(), entries.b, 1) };
    for side in Side::BOTH {
        say(&mut journal, commit(&event, id, entries[side], &line_ups[side]));
    }
    say(&mut journal, open(&event, id, entries.b, line_ups.b.clone()));
    assert_eq!(tie_sheet(journal.meet(), &event, id).unwrap(), closed, "one alone shows nothing");
    say(&mut journal, open(&event, id, entries.a, line_ups.a.clone()));
    let opened = tie_sheet(journal.meet(), &event, id).unwrap();
    assert_eq!(states(&opened), [RubberState::Ready, RubberState::Waiting, RubberState::Waiting]);
    let name =
        |side: Side, place: &str, at: usize| journal.meet().people()[&line_ups[side].places[place][at]].name.clone();
    assert_eq!(&*opened.rows[0].players.a[0], name(Side::A, "MS", 0));
    assert_eq!(&*opened.rows[2].players.b[1], name(Side::B, "XD", 1));

    let won = ended(&journal, &event, id, "11-1 11-1 11-1 / 11-5 5-11 11-5 11-5");
    assert_eq!(states(&won), [RubberState::Won(Side::A), RubberState::Won(Side::A), RubberState::Dead]);
    assert_eq!((won.score, won.rows[2].players == opened.rows[2].players), (BySide { a: 2, b: 0 }, true));
    let stopped = ended(&journal, &event, id, "1-11 11-13 ret a / 11-1 11-1 11-1 | ret b");
    assert_eq!(states(&stopped), [RubberState::Won(Side::B), RubberState::Won(Side::A), RubberState::Dead]);
    assert_eq!(states(&ended(&journal, &event, id, "wo b")), [RubberState::Dead; 3]);
    assert_eq!(rubber_state(Lang::Zh, RubberState::Ready), "可以开始");
    assert_eq!(rubber_state(Lang::En, RubberState::Dead), "not played");
}
