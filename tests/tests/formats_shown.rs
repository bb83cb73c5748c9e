//! Every format that regulations can name, as it is shown: its trees, their titles, and the way to the podium.

use std::collections::BTreeSet;

use gongsai::bracket::DrawStage;
use gongsai::document::regulations_from_toml;
use gongsai::format;
use gongsai::id::{EventId, MatchId, MeetId, Part};
use gongsai::meet::{Command, Journal};
use gongsai::publication::{
    CardState, CrossCell, Joint, Meeting, Step, Title, card, drawn_sheet, group_sheet, open_matches, path, podium,
    progress, trees,
};
use gongsai::regulations::Event;
use gongsai::simulate::Simulation;
use gongsai_wording::{Lang, publication::title};

const REGULATIONS: &str = include_str!("../data/formats/regulation.toml");

fn entered(units: u16) -> Simulation {
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), "formats");
    let draft = regulations_from_toml(REGULATIONS).expect("regulations of every format");
    simulation.ask(Command::SetRegulations(draft)).expect("they have no defect");
    simulation.enter_units(units).expect("they fit");
    simulation
}

fn event(name: &str) -> EventId {
    EventId::new(name).expect("a short name")
}

/// The events of the regulations that so many entrants can be drawn for: a Page playoff takes four, and some crossings
/// take certain numbers of groups alone.
fn events(simulation: &Simulation, units: u16) -> Vec<EventId> {
    let events = &simulation.journal().meet().regulations().expect("set").events;
    let playable = |event: &&Event| format::plan(&event.format, event.draw.table, units.into()).is_ok();
    let playable: Vec<EventId> = events.iter().filter(playable).map(|event| event.id.clone()).collect();
    assert!(playable.len() > 10, "{playable:?}");
    playable
}

fn draw(simulation: &mut Simulation, event: &EventId) {
    let prepared = simulation.journal().meet().prepare_draw(event, DrawStage::First, "7").expect("it can be drawn");
    simulation.ask(Command::Draw(prepared.drawn)).unwrap_or_else(|why| panic!("{event}: {why:?}"));
}

fn id(text: &str) -> MatchId {
    text.parse().expect("a match")
}

/// The match is won by its first or its second side.
fn win(simulation: &mut Simulation, event: &EventId, id: MatchId, text: &str) {
    let rule = simulation.journal().meet().event(event).expect("drawn").bracket().rule().clone();
    let outcome = gongsai::score::parse(&rule, text).expect("a result");
    simulation.ask(Command::Result { event: event.clone(), id, entries: None, outcome }).expect("it is taken");
}

const FIRST: &str = "11-5 11-5 11-5";
const SECOND: &str = "5-11 5-11 5-11";

#[test]
fn every_match_outside_the_groups_stands_in_one_tree_and_no_two_overlap() {
    for units in [2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 16, 17, 21, 32] {
        let mut simulation = entered(units);
        for event in events(&simulation, units) {
            draw(&mut simulation, &event);
            let meet = simulation.journal().meet();
            let bracket = meet.event(&event).expect("drawn").bracket();
            let trees = trees(bracket);
            let cells = || trees.iter().flat_map(|tree| &tree.columns).flat_map(|column| &column.cells);
            let mut shown: Vec<MatchId> = cells().map(|cell| cell.id).collect();
            let planned = bracket.plan().matches.iter().map(|planned| planned.id);
            let mut planned: Vec<MatchId> = planned.filter(|id| !matches!(id.part, Part::Group(_))).collect();
            shown.sort();
            planned.sort();
            assert_eq!(shown, planned, "{event} of {units}");
            for tree in &trees {
                let of = format!("{event} of {units}, {:?}", tree.part);
                for language in [Lang::Zh, Lang::En] {
                    let titles: BTreeSet<String> = tree.columns.iter().map(|c| title(language, c.title)).collect();
                    assert_eq!(titles.len(), tree.columns.len(), "{of}: {titles:?}");
                }
                for column in &tree.columns {
                    let mut free = 1;
                    for cell in &column.cells {
                        assert!(cell.row >= free && cell.span > 0, "{of}: {}", cell.id);
                        free = cell.row + cell.span;
                        assert_eq!(gongsai::publication::title(bracket, cell.id), column.title, "{of}: {}", cell.id);
                    }
                    assert!(free <= tree.rows + 1, "{of}");
                }
            }
        }
    }
}

/// A line from one column ends at a match of the next, at the height at which it began.
#[test]
fn lines_join_matches_of_neighbouring_columns() {
    for units in [4, 7, 8, 16, 23] {
        let mut simulation = entered(units);
        for event in events(&simulation, units) {
            draw(&mut simulation, &event);
            let meet = simulation.journal().meet();
            for tree in trees(meet.event(&event).expect("drawn").bracket()) {
                for pair in tree.columns.windows(2) {
                    let [before, after] = pair else { continue };
                    let middle = |row: u32, span: u32| 2 * row + span;
                    let begun = before.cells.iter().filter(|cell| cell.feeds);
                    let begun: BTreeSet<u32> = begun.map(|cell| middle(cell.row, cell.span)).collect();
                    let ended = after.cells.iter().flat_map(|cell| match cell.joint {
                        Joint::Straight => vec![middle(cell.row, cell.span)],
                        Joint::Fork(fed) => {
                            let half = cell.span / 2;
                            let of = |fed: bool, row| fed.then(|| middle(row, half));
                            [of(fed.a, cell.row), of(fed.b, cell.row + half)].into_iter().flatten().collect()
                        }
                    });
                    let ended: BTreeSet<u32> = ended.collect();
                    assert_eq!(begun, ended, "{event} of {units}, {:?} {}", after.part, after.round);
                }
                assert!(tree.columns.last().is_some_and(|last| last.cells.iter().all(|cell| !cell.feeds)));
            }
        }
    }
}

#[test]
fn trees_stand_in_the_order_of_play() {
    let mut simulation = entered(11);
    let shown = |simulation: &mut Simulation, name: &str| {
        draw(simulation, &event(name));
        let meet = simulation.journal().meet();
        let trees = trees(meet.event(&event(name)).expect("drawn").bracket());
        let titles = trees
            .iter()
            .map(|tree| tree.columns.iter().map(|column| title(Lang::Zh, column.title)).collect::<Vec<_>>().join(" "));
        titles.collect::<Vec<_>>()
    };
    let found = shown(&mut simulation, "DE_reset");
    assert_eq!(found[0], "胜者组第 1 轮 胜者组第 2 轮 胜者组第 3 轮 胜者组第 4 轮");
    // Three play a first round, and their losers come beside byes: the loser side begins with its second.
    assert_eq!(found[1], "负者组第 2 轮 负者组第 3 轮 负者组第 4 轮 负者组第 5 轮 负者组第 6 轮");
    assert_eq!(found[2], "总决赛 总决赛加赛");
    assert_eq!(shown(&mut simulation, "Q"), ["抢号赛 1/4 决赛 半决赛 决赛", "季军赛"]);
    let found = shown(&mut simulation, "C_first");
    assert!(found[0].starts_with("1/8 决赛") && found[1].starts_with("安慰赛第 2 轮"), "{found:?}");
    let found = shown(&mut entered(8), "Ladder");
    assert_eq!(found, ["第 1 轮 第 2 轮 第 3 轮 第 4 轮 第 5 轮 第 6 轮 决赛"]);
}

#[test]
fn the_second_final_is_open_only_when_it_is_needed() {
    for (result, state, open) in [(FIRST, CardState::Needless, false), (SECOND, CardState::Open, true)] {
        let (mut simulation, event) = (entered(4), event("DE_reset"));
        draw(&mut simulation, &event);
        let (first, second) = (id("F1.1"), id("F2.1"));
        let total = |simulation: &Simulation| progress(simulation.journal().meet(), &event).total;
        assert_eq!(total(&simulation), 6, "the second final is not counted before it is needed");
        while let Some(next) =
            open_matches(simulation.journal().meet(), &event).first().copied().filter(|id| *id != first)
        {
            win(&mut simulation, &event, next, FIRST);
        }
        let of = |simulation: &Simulation| card(simulation.journal().meet(), &event, second).expect("planned").state;
        assert_eq!(of(&simulation), CardState::IfNeeded);
        win(&mut simulation, &event, first, result);
        let meet = simulation.journal().meet();
        assert_eq!(of(&simulation), state);
        assert_eq!(open_matches(meet, &event), if open { vec![second] } else { vec![] });
        assert_eq!(podium(meet, &event).complete, !open);
        assert_eq!(total(&simulation), if open { 7 } else { 6 });
        let bracket = meet.event(&event).expect("drawn").bracket();
        let entries = bracket.entries(first).expect("played");
        let way = path(bracket, entries.a);
        assert_eq!(way.stands.contains(&second), open);
        assert!(way.ahead.is_empty());
    }
}

#[test]
fn every_format_is_played_to_its_podium() {
    for units in [3, 4, 9, 16] {
        let mut simulation = entered(units);
        for event in events(&simulation, units) {
            simulation.play_out(&event).unwrap_or_else(|why| panic!("{event} of {units}: {why:?}"));
            let meet = simulation.journal().meet();
            let (state, end) = (progress(meet, &event), podium(meet, &event));
            assert_eq!((state.step, state.played), (Step::Nothing, state.total), "{event} of {units}");
            assert!(end.complete, "{event} of {units}");
            let bracket = meet.event(&event).expect("drawn").bracket();
            let places: BTreeSet<_> = bracket.places().into_iter().collect();
            let shown = end.rows.iter().filter_map(|row| Some((row.place, row.name.as_ref()?.entry)));
            assert_eq!(shown.collect::<BTreeSet<_>>(), places, "{event} of {units}");
            assert!(end.rows.is_sorted_by_key(|row| row.place));
            let entries: BTreeSet<_> = end.rows.iter().filter_map(|row| Some(row.name.as_ref()?.entry)).collect();
            assert_eq!(entries.len(), end.rows.len(), "{event} of {units}: nobody has two places");
        }
    }
}

#[test]
fn a_double_round_robin_shows_both_meetings() {
    let (mut simulation, event) = (entered(4), event("RR_two"));
    draw(&mut simulation, &event);
    win(&mut simulation, &event, id("G1.1.1"), FIRST);
    let sheet = group_sheet(simulation.journal().meet(), &event, 1).expect("a group");
    assert_eq!((sheet.played, sheet.total), (1, 12));
    let mut played = 0;
    for cell in sheet.rows.iter().flat_map(|row| &row.cells) {
        let CrossCell::Met(met) = cell else { continue };
        assert_eq!(met.len(), 2);
        played += met.iter().filter(|meeting| matches!(meeting, Meeting::Played { .. })).count();
    }
    assert_eq!(played, 2, "each of the two sees the match");
}

#[test]
fn a_round_that_does_not_halve_is_not_named_after_who_is_left() {
    let (mut simulation, event) = (entered(4), event("Page"));
    draw(&mut simulation, &event);
    let meet = simulation.journal().meet();
    let trees = trees(meet.event(&event).expect("drawn").bracket());
    let titles: Vec<Title> = trees[0].columns.iter().map(|column| column.title).collect();
    assert_eq!(titles, [Title::Round(1), Title::Round(2), Title::Final]);
}

/// Groups that are fed by others are none of the draw's: neither the best of a rank nor a second stage.
#[test]
fn a_draw_shows_the_groups_that_it_filled() {
    for (name, groups) in [("G_best", 4), ("G_groups", 4), ("G_ladder", 2), ("RR", 1), ("DE_one", 0)] {
        let mut simulation = entered(13);
        draw(&mut simulation, &event(name));
        let sheet = drawn_sheet(simulation.journal().meet(), &event(name), DrawStage::First).expect("drawn");
        assert_eq!(sheet.groups.len(), groups, "{name}");
        assert!(sheet.groups.iter().all(|group| group.len() > 1), "{name}: {:?}", sheet.groups);
    }
}
