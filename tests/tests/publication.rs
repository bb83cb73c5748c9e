//! What is shown of a meet, on simulated meets.

use std::collections::BTreeSet;

use gongsai::bracket::DrawStage;
use gongsai::document::regulations_from_toml;
use gongsai::id::{EventId, MeetId};
use gongsai::meet::{Command, Journal};
use gongsai::publication::{
    CardState, CrossCell, Meeting, Source, Step, Title, Who, card, draw_sheet, drawn_sheet, group_sheet, open_matches,
    path, played_matches, podium, possible_sheet, progress, trees,
};
use gongsai::side::Side;
use gongsai::simulate::Simulation;
use gongsai::standings::Fate;

const REGULATIONS: &str = include_str!("../data/games/regulation.toml");

/// A meet of so many units, with nothing drawn.
fn entered(units: u16) -> Simulation {
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), "publication");
    let draft = regulations_from_toml(REGULATIONS).expect("regulations of the sample");
    simulation.ask(Command::SetRegulations(draft)).expect("they have no defect");
    simulation.enter_units(units).expect("they fit");
    simulation
}

fn event(name: &str) -> EventId {
    EventId::new(name).expect("a short name")
}

fn draw(simulation: &mut Simulation, event: &EventId, stage: DrawStage) {
    let prepared = simulation.journal().meet().prepare_draw(event, stage, "7").expect("it can be drawn");
    simulation.ask(Command::Draw(prepared.drawn)).expect("it is kept");
}

fn typed(simulation: &mut Simulation, event: &EventId, id: &str, text: &str) {
    let rule = simulation.journal().meet().event(event).expect("drawn").bracket().rule().clone();
    let outcome = gongsai::score::parse(&rule, text).expect("a result");
    let id = id.parse().expect("a match");
    simulation.ask(Command::Result { event: event.clone(), id, entries: None, outcome }).expect("it is taken");
}

#[test]
fn a_tree_has_a_row_a_first_match_and_names_rounds_from_the_final() {
    let (mut simulation, singles) = (entered(11), event("BD_MS"));
    draw(&mut simulation, &singles, DrawStage::First);
    let meet = simulation.journal().meet();
    let trees = trees(meet.event(&singles).expect("drawn").bracket());
    let titles: Vec<Title> = trees[0].columns.iter().map(|column| column.title).collect();
    assert_eq!(titles, [Title::Of(16), Title::Of(8), Title::Of(4), Title::Final]);
    assert_eq!((trees[0].rows, trees[0].columns[3].cells[0].span), (8, 8));
    assert_eq!(trees[0].columns[0].cells.len(), 3, "eleven entrants play three matches first");
    assert_eq!(trees[1].columns[0].title, Title::Places(3, 4));
    for column in &trees[0].columns {
        let rows: BTreeSet<u32> = column.cells.iter().map(|cell| cell.row).collect();
        assert_eq!(rows.len(), column.cells.len(), "no two matches stand in one row");
    }
}

#[test]
fn a_card_says_who_waits_for_whom_and_who_won() {
    let (mut simulation, singles) = (entered(4), event("BD_MS"));
    draw(&mut simulation, &singles, DrawStage::First);
    let shown = |simulation: &Simulation, id: &str| {
        card(simulation.journal().meet(), &singles, id.parse().expect("a match")).expect("a match of the plan")
    };
    let last = shown(&simulation, "W2.1");
    assert_eq!(last.state, CardState::Waiting);
    assert_eq!(last.lines.a.who, Who::Waiting(Source::Winner("W1.1".parse().expect("a match"))));
    assert_eq!(shown(&simulation, "W1.1").state, CardState::Open);

    typed(&mut simulation, &singles, "W1.1", "21-7 9-21 21-5");
    let first = shown(&simulation, "W1.1");
    assert_eq!((first.state, first.winner()), (CardState::Played, Some(Side::A)));
    assert_eq!((first.lines.a.score, first.lines.b.score), (Some(2), Some(1)));
    assert_eq!(first.lines.b.games, [7, 21, 5]);
    assert_eq!(first.typed.as_deref(), Some("21-7 9-21 21-5"));
    assert_eq!(shown(&simulation, "W2.1").lines.a.who, first.lines.a.who);
    assert!(first.lines.a.who != first.lines.b.who);

    let meet = simulation.journal().meet();
    let Who::Entry(winner) = &first.lines.a.who else { panic!("an entry plays") };
    let way = path(meet.event(&singles).expect("drawn").bracket(), winner.entry);
    assert_eq!(way.stands, ["W1.1".parse().expect("a match"), "W2.1".parse().expect("a match")]);
    assert!(way.ahead.is_empty());
    assert!(!winner.name.is_empty() && winner.unit.is_some(), "a person is shown with the unit");
}

#[test]
fn a_group_shows_its_meetings_and_why_it_is_ranked_so() {
    let (mut simulation, teams) = (entered(6), event("BB_men"));
    draw(&mut simulation, &teams, DrawStage::First);
    // Three teams beat each other by ten, twenty and thirty points.
    for (id, text) in [("G1.1.1", "70-60"), ("G1.2.1", "80-60"), ("G1.3.1", "90-60")] {
        typed(&mut simulation, &teams, id, text);
    }
    let meet = simulation.journal().meet();
    let sheet = group_sheet(meet, &teams, 1).expect("a group");
    assert_eq!((sheet.played, sheet.total, sheet.decided), (3, 3, true));
    for row in &sheet.rows {
        assert!(row.cells[usize::from(row.number) - 1] == CrossCell::Own);
        assert!(
            row.cells
                .iter()
                .filter(|cell| matches!(cell, CrossCell::Met(met) if matches!(met[..], [Meeting::Played { .. }])))
                .count()
                == 2
        );
    }
    assert_eq!(sheet.ranking.iter().filter(|row| row.through == Some(true)).count(), 2);
    if sheet.ranking.iter().all(|row| row.won == 1) {
        assert_eq!(sheet.reasons[0].by.id(), "h2h_diff");
        assert!(sheet.reasons[0].entrants.iter().all(|(_, value)| value.is_some()));
    }
    let open = group_sheet(meet, &teams, 2).expect("a group");
    assert_eq!((open.played, open.decided, open.lots.len()), (0, false, 0));
}

/// Two of three beat the third: both are through, and what is left decides who is first.
#[test]
fn an_open_group_says_what_is_still_possible() {
    let (mut simulation, teams) = (entered(6), event("BB_men"));
    assert_eq!(possible_sheet(simulation.journal().meet(), &teams, 1), None, "nothing is drawn");
    draw(&mut simulation, &teams, DrawStage::First);
    let third = {
        let bracket = simulation.journal().meet().event(&teams).expect("drawn").bracket();
        let matches = bracket.group_matches(1);
        let (one, two) = (&matches[0].entries, &matches[1].entries);
        *[one.a, one.b].iter().find(|entry| [two.a, two.b].contains(entry)).expect("they share one")
    };
    for id in ["G1.1.1", "G1.2.1"] {
        let bracket = simulation.journal().meet().event(&teams).expect("drawn").bracket();
        let found = bracket.group_matches(1).into_iter().find(|found| found.id.to_string() == id).expect("a match");
        let text = if found.entries.a == third { "50-60" } else { "60-50" };
        typed(&mut simulation, &teams, id, text);
    }
    let sheet = possible_sheet(simulation.journal().meet(), &teams, 1).expect("a match is open");
    assert_eq!(sheet.rows.len(), 3);
    for row in &sheet.rows {
        assert!(row.is_exact);
        if row.name.entry == third {
            // Were neither of the others to appear, all three would have as many match points.
            assert_eq!((row.places.as_slice(), row.fate), (&[3][..], Some(Fate::Out { always: false })));
            assert!(row.own.is_empty() && row.others.is_empty());
        } else {
            assert_eq!((row.places.as_slice(), row.fate), (&[1, 2][..], Some(Fate::Through { always: true })));
            assert_eq!((row.own.len(), row.others.len()), (1, 0));
            let said = gongsai_wording::possible::hinge(gongsai_wording::Lang::Zh, &row.own[0]);
            assert_eq!(said, "胜：第 1 名；负：第 2 名");
        }
    }
    typed(&mut simulation, &teams, "G1.3.1", "90-60");
    assert_eq!(possible_sheet(simulation.journal().meet(), &teams, 1), None, "nothing is open");
}

#[test]
fn an_event_goes_from_its_draw_to_its_podium() {
    let (mut simulation, teams) = (entered(7), event("TT_team"));
    let meet = simulation.journal().meet();
    assert_eq!(progress(meet, &teams).step, Step::Draw);
    assert_eq!(draw_sheet(meet, &teams, DrawStage::First).entries, 7);
    draw(&mut simulation, &teams, DrawStage::First);
    let meet = simulation.journal().meet();
    let drawn = drawn_sheet(meet, &teams, DrawStage::First).expect("drawn");
    assert_eq!(drawn.groups.iter().map(Vec::len).sum::<usize>(), 7);
    assert_eq!(draw_sheet(meet, &teams, DrawStage::Second).open_groups, [1, 2]);
    let open = open_matches(meet, &teams);
    assert_eq!(open.len(), progress(meet, &teams).open);
    let rounds: Vec<u16> = open.iter().map(|id| id.round).collect();
    assert!(rounds.is_sorted(), "all groups play a round before the next");
    assert!(!podium(meet, &teams).complete);

    simulation.play_out(&teams).expect("it can be played");
    let meet = simulation.journal().meet();
    let (state, end) = (progress(meet, &teams), podium(meet, &teams));
    assert_eq!((state.step, state.played), (Step::Nothing, state.total));
    assert_eq!(played_matches(meet, &teams).len(), state.total);
    assert!(end.complete);
    assert_eq!(end.rows[0].place, 1);
    let names: BTreeSet<_> = end.rows.iter().filter_map(|row| row.name.as_ref()).map(|name| name.entry).collect();
    assert_eq!(names.len(), end.rows.len(), "nobody has two places");
    let drawn = drawn_sheet(meet, &teams, DrawStage::Second).expect("drawn");
    assert_eq!(drawn.positions.iter().filter(|(_, name)| name.is_some()).count(), 4);
}
