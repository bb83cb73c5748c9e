//! The final places of events through all their stages.

use gongsai::bracket::DrawStage;
use gongsai::clause::Clause;
use gongsai::document::journal::ask;
use gongsai::id::{DeviceId, EntryId};
use gongsai::meet::{Command, Meet, Timestamp, Writer};
use gongsai::overall::{How, NoPlace, Open, Place, placing};
use gongsai::score::{Outcome, Stop};
use gongsai::side::{BySide, Side};
use gongsai::simulate::Simulation;
use gongsai_tests::overall::{entered, entry, event, open, places, play, play_by_number, regulations, won};

const KNOCKOUT: (&str, &str) = ("singles", "format = { kind = \"knockout\" }");
const THIRD: (&str, &str) = ("singles", "format = { kind = \"knockout\", third_place = true }");
const GROUPS: (&str, &str) = (
    "singles",
    "format = { kind = \"groups-knockout\", group_size = 4, through = 2, crossing = \"drawn\" }\nranking = \"ittf_3.7.5\"",
);
const BADMINTON_GROUPS: (&str, &str) = (
    "singles",
    "format = { kind = \"groups-knockout\", group_size = 4, through = 2, crossing = \"drawn\" }\nranking = \"bwf_gcr_16.2\"",
);

/// A meet of one event and so many units with one entry each, drawn.
fn drawn(rest: &str, of: (&str, &str), units: usize) -> Simulation {
    let mut simulation = entered(regulations(rest, &[of]), &vec![&[1][..]; units], "places");
    let prepared = simulation.journal().meet().prepare_draw(&event(1), DrawStage::First, "s").expect("drawn");
    simulation.ask(Command::Draw(prepared.drawn)).expect("kept");
    simulation
}

fn numbers(simulation: &Simulation) -> Vec<u32> {
    let placing = placing(simulation.journal().meet(), &event(1)).expect("an event");
    placing.entries.iter().filter_map(|found| found.place.number()).collect()
}

fn of(simulation: &Simulation, entry: EntryId) -> Place {
    let placing = placing(simulation.journal().meet(), &event(1)).expect("an event");
    placing.entries.into_iter().find(|found| found.entry == entry).expect("entered").place
}

fn waits(simulation: &Simulation) -> Option<Open> {
    placing(simulation.journal().meet(), &event(1)).expect("an event").open
}

#[test]
fn losers_of_a_round_share_a_place_where_it_is_not_played_out() {
    let mut simulation = drawn("", KNOCKOUT, 8);
    play_by_number(&mut simulation, &event(1));
    assert_eq!(numbers(&simulation), [1, 2, 3, 3, 5, 5, 5, 5]);
    assert!(
        matches!(of(&simulation, entry(1, 1, 1)), Place::Is { place: 1, shared: 1, how: How::Won(id) } if id.to_string() == "W3.1")
    );
    let mut simulation = drawn("", THIRD, 6);
    play_by_number(&mut simulation, &event(1));
    assert_eq!(numbers(&simulation), [1, 2, 3, 4, 5, 5]);
}

#[test]
fn who_goes_out_in_groups_shares_a_place_with_those_of_the_same_rank() {
    let mut simulation = drawn("", GROUPS, 15);
    play_by_number(&mut simulation, &event(1));
    // Three groups of four and one of three: eight go on, four are third, three are fourth.
    assert_eq!(numbers(&simulation), [1, 2, 3, 3, 5, 5, 5, 5, 9, 9, 9, 9, 13, 13, 13]);
    let placing = placing(simulation.journal().meet(), &event(1)).expect("an event");
    assert!(
        placing.entries[8..]
            .iter()
            .all(|found| matches!(found.place, Place::Is { how: How::Ranked { rank: 3 | 4, .. }, .. }))
    );
    assert_eq!((placing.drawn, placing.open), (15, None));
}

#[test]
fn what_is_open_says_what_it_waits_for() {
    let simulation = entered(regulations("", &[GROUPS]), &[&[1][..]; 9], "places");
    assert_eq!(waits(&simulation), Some(Open::NotDrawn));
    let mut simulation = drawn("", GROUPS, 9);
    assert!(matches!(waits(&simulation), Some(Open::Group(_))));
    let name = event(1);
    while !open(simulation.journal().meet(), &name).is_empty() {
        simulation.play(&name, 1).expect("goes on");
    }
    // All matches of the groups are played: a lot, if one is needed, and then the second draw.
    while matches!(waits(&simulation), Some(Open::Lot(_))) {
        simulation.play(&name, 1).expect("goes on");
    }
    assert!(matches!(waits(&simulation), Some(Open::SecondDraw(_))));
    // Who was third in a group is out, and has a place before the knockout begins.
    assert_eq!(numbers(&simulation), [7, 7, 7]);
    simulation.play(&name, 1).expect("drawn");
    assert!(matches!(waits(&simulation), Some(Open::Match(_))));
}

/// Books: in a knockout the opponent goes on, and the loser has the place of those who lose in that round.
#[test]
fn who_withdraws_keeps_the_place_unless_the_regulations_take_it() {
    let played = |rest: &str| {
        let mut simulation = drawn(rest, KNOCKOUT, 8);
        let gone = entry(1, 1, 1);
        let first = open(simulation.journal().meet(), &event(1));
        let better = |entries: BySide<EntryId>| if entries.a < entries.b { Side::A } else { Side::B };
        for id in first {
            let entries =
                simulation.journal().meet().event(&event(1)).expect("drawn").bracket().entries(id).expect("two");
            let outcome = won(better(entries));
            simulation.ask(Command::Result { event: event(1), id, entries: None, outcome }).expect("taken");
        }
        simulation.ask(Command::Withdraw { event: event(1), entry: gone, reason: "受伤".to_owned() }).expect("taken");
        play_by_number(&mut simulation, &event(1));
        (numbers(&simulation), of(&simulation, gone))
    };
    let (places, gone) = played("");
    assert_eq!(places, [1, 2, 3, 3, 5, 5, 5, 5]);
    assert!(matches!(gone, Place::Is { place: 3, shared: 2, how: How::Lost(_) }));
    let clause = "clause = \"第十二条\"";
    let (places, gone) = played(&format!("[placing]\nwithdrawn = \"none\"\n{clause}"));
    assert_eq!(places, [1, 2, 3, 4, 4, 4, 4], "those below move up");
    assert_eq!(gone, Place::None(NoPlace::Withdrawn(Clause::new("第十二条"))));
    let (places, _) = played(&format!("[placing]\nwithdrawn = \"none\"\nvacant = \"leave\"\n{clause}"));
    assert_eq!(places, [1, 2, 3, 5, 5, 5, 5], "the place stays vacant");
}

#[test]
fn who_is_disqualified_or_absent_has_the_place_that_the_regulations_leave() {
    let played = |rest: &str, why: Stop| {
        let mut simulation = drawn(rest, KNOCKOUT, 4);
        // Number 1 is stopped in the final.
        play(&mut simulation, &event(1), |id, entries| {
            let side = if entries.a < entries.b { Side::A } else { Side::B };
            if id.round == 2 { Outcome::Stopped { side, why, score: None } } else { won(side) }
        });
        (numbers(&simulation), of(&simulation, entry(1, 1, 1)))
    };
    let (places, lost) = played("", Stop::Disqualified);
    assert_eq!(places, [1, 2, 3, 3]);
    assert!(matches!(lost, Place::Is { place: 2, .. }));
    let (places, lost) = played("[placing]\ndisqualified = \"none\"", Stop::Disqualified);
    assert_eq!(places, [1, 2, 2]);
    assert!(matches!(lost, Place::None(NoPlace::Disqualified(_, _))));
    let (_, kept) = played("[placing]\ndisqualified = \"none\"", Stop::Walkover);
    assert!(matches!(kept, Place::Is { place: 2, .. }), "another reason");
    let (places, lost) = played("[placing]\nabsent = \"none\"", Stop::Walkover);
    assert_eq!(places, [1, 2, 2]);
    assert!(matches!(lost, Place::None(NoPlace::Absent(_, _))));
}

#[test]
fn a_place_that_nobody_won_stays_vacant() {
    let mut simulation = drawn("", KNOCKOUT, 8);
    play(&mut simulation, &event(1), |id, entries| match id.round {
        3 => Outcome::BothAbsent,
        _ => won(if entries.a < entries.b { Side::A } else { Side::B }),
    });
    assert_eq!(numbers(&simulation), [3, 3, 5, 5, 5, 5], "the losers of the semi-finals did not win the final");
    assert!(matches!(of(&simulation, entry(1, 1, 1)), Place::None(NoPlace::NobodyWon(_))));
    assert_eq!(waits(&simulation), None);
}

/// BWF GCR 16.3: who does not complete the group is removed with all results. ITTF 3.7.5: what is not played is lost.
#[test]
fn who_gives_up_in_a_group_is_placed_by_the_ranking_rules() {
    for (of_event, deleted) in [(BADMINTON_GROUPS, true), (GROUPS, false)] {
        let mut simulation = drawn("", of_event, 8);
        let gone = entry(8, 1, 1);
        simulation.ask(Command::Withdraw { event: event(1), entry: gone, reason: String::new() }).expect("taken");
        play_by_number(&mut simulation, &event(1));
        let place = of(&simulation, gone);
        if deleted {
            assert!(
                matches!(place, Place::None(NoPlace::Deleted(_, ref clause)) if clause.as_str() == "BWF GCR 16.2"),
                "{place:?}"
            );
            assert_eq!(numbers(&simulation), [1, 2, 3, 3, 5, 5, 7]);
        } else {
            assert!(matches!(place, Place::Is { place: 7, shared: 2, .. }), "{place:?}");
            assert_eq!(numbers(&simulation), [1, 2, 3, 3, 5, 5, 7, 7]);
        }
    }
}

#[test]
fn who_was_not_drawn_has_no_place() {
    let mut simulation = entered(regulations("", &[KNOCKOUT]), &[&[1][..]; 5], "places");
    let withdraw = Command::Withdraw { event: event(1), entry: entry(5, 1, 1), reason: String::new() };
    simulation.ask(withdraw).expect("taken");
    play_by_number(&mut simulation, &event(1));
    assert!(places(simulation.journal().meet(), &event(1)).ends_with("NotDrawn 50101"));
    assert_eq!(numbers(&simulation), [1, 2, 3, 3]);
}

#[test]
fn a_dispute_keeps_an_event_open() {
    let simulation = drawn("", KNOCKOUT, 2);
    let written = |device: u64, side: Side| {
        let mut copy = simulation.journal().clone();
        let id = "W1.1".parse().expect("a match");
        let command = Command::Result { event: event(1), id, entries: None, outcome: won(side) };
        ask(&mut copy, &Writer::staff(DeviceId(device)), Timestamp(0), command).expect("taken");
        copy
    };
    let (mut one, other) = (written(8, Side::A), written(9, Side::B));
    let open = |meet: &Meet| placing(meet, &event(1)).expect("an event").open;
    assert_eq!(open(one.meet()), None);
    one.absorb(other.stored().cloned());
    assert_eq!(open(one.meet()), Some(Open::Disputed("W1.1".parse().expect("a match"))));
}
