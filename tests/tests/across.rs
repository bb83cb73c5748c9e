//! Entrants of one rank out of several groups, compared: against an oracle that adds up each criterion by hand.

use std::cmp::Ordering;

use gongsai::bracket::DrawStage;
use gongsai::document::{journal, regulations_from_toml};
use gongsai::id::{EntryId, EventId, MeetId};
use gongsai::meet::{Command, Journal, LotBy, Meet, Refused};
use gongsai::publication::group_sheet;
use gongsai::regulations::RankingRules;
use gongsai::score::{Ending, Tally};
use gongsai::side::{BySide, Side};
use gongsai::simulate::Simulation;
use gongsai::standings::{Compared, GroupResults, Meeting, Options, Standings, across, rank};
use proptest::prelude::*;

/// A match to three games of few points, so that many are equal.
fn meeting(a: usize, b: usize, seed: u8) -> Meeting {
    let side = if seed.is_multiple_of(2) { Side::A } else { Side::B };
    let lost = u32::from(seed / 2 % 3);
    let mut tally = Tally { winner: Some(side), ending: Ending::Played, ..Tally::NOTHING };
    (tally.games[side], tally.games[side.other()]) = (3, lost);
    (tally.points[side], tally.points[side.other()]) = (33 + u32::from(seed / 6 % 2), 20);
    Meeting { a, b, round: 0, tally }
}

fn group(size: usize) -> impl Strategy<Value = GroupResults> {
    let pairs: Vec<(usize, usize)> = (0..size).flat_map(|b| (0..b).map(move |a| (a, b))).collect();
    prop::collection::vec(any::<u8>(), pairs.len()).prop_map(move |seeds| {
        let matches = pairs.iter().zip(seeds).map(|((a, b), seed)| meeting(*a, *b, seed)).collect();
        GroupResults { entrants: size, matches, finished: true, ..GroupResults::default() }
    })
}

/// Match points, games and points, each won and lost, against these opponents.
fn sums(group: &GroupResults, entrant: usize, against: &[usize]) -> [(u32, u32); 3] {
    let mut sums = [(0, 0); 3];
    for Meeting { a, b, tally, .. } in &group.matches {
        let (side, other) = if *a == entrant { (Side::A, *b) } else { (Side::B, *a) };
        if (*a != entrant && *b != entrant) || !against.contains(&other) {
            continue;
        }
        let points = |side: Side| if tally.winner == Some(side) { 2 } else { 1 };
        let counted = [BySide { a: points(Side::A), b: points(Side::B) }, tally.games, tally.points];
        for (sum, count) in sums.iter_mut().zip(counted) {
            *sum = (sum.0 + count[side], sum.1 + count[side.other()]);
        }
    }
    sums
}

/// Whether `one` is before `other` by the text of the rule set: the first difference decides.
fn better(rules: &str, one: [(u32, u32); 3], other: [(u32, u32); 3]) -> Ordering {
    let won = |index: usize| one[index].0.cmp(&other[index].0);
    let less = |of: (u32, u32)| i64::from(of.0) - i64::from(of.1);
    let difference = |index: usize| less(one[index]).cmp(&less(other[index]));
    // Fractions, with nothing lost above all.
    let ratio = |index: usize| (one[index].0 * other[index].1).cmp(&(other[index].0 * one[index].1));
    match rules {
        "ittf_3.7.5" => won(0).then(ratio(1)).then(ratio(2)),
        "bwf_gcr_16.2" => won(0).then(difference(1)).then(difference(2)),
        _ => won(0).then(difference(2)).then(won(2)),
    }
}

fn compare(rules: &str, groups: &[GroupResults], place: usize) -> Result<(), TestCaseError> {
    let named = RankingRules::named(rules).expect("a rule set");
    let tables: Vec<Standings> = groups.iter().map(|group| rank(&named, &Options::default(), group)).collect();
    let members: Vec<Compared<'_>> = groups
        .iter()
        .zip(&tables)
        .filter_map(|(group, standings)| Some(Compared { group, standings, entrant: *standings.order.get(place)? }))
        .collect();
    let fewest = members.iter().map(|one| one.group.entrants).min().unwrap_or(0);
    let sums: Vec<_> = members.iter().map(|one| sums(one.group, one.entrant, &one.standings.order[..fewest])).collect();
    let found = across(&named, &Options::default(), &members, Vec::new());
    for pair in found.order.windows(2) {
        let expected = better(rules, sums[pair[0]], sums[pair[1]]);
        prop_assert_ne!(expected, Ordering::Less, "{} {:?}", rules, &found);
        let together = found.unresolved.iter().any(|set| set.contains(&pair[0]) && set.contains(&pair[1]));
        prop_assert_eq!(expected == Ordering::Equal, together, "{} {:?}", rules, &found);
    }
    prop_assert_eq!(found.order.len(), members.len());
    Ok(())
}

proptest! {
    #[test]
    fn they_stand_as_their_own_matches_add_up(
        groups in prop::collection::vec((2..6_usize).prop_flat_map(group), 1..6),
        place in 0..4_usize,
    ) {
        for rules in ["ittf_3.7.5", "bwf_gcr_16.2", "fiba_2014+"] {
            compare(rules, &groups, place)?;
        }
    }
}

const REGULATIONS: &str = include_str!("../data/formats/regulation.toml");

fn drawn(units: u16, event: &EventId) -> Simulation {
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), "across");
    let draft = regulations_from_toml(REGULATIONS).expect("regulations of every format");
    simulation.ask(Command::SetRegulations(draft)).expect("they have no defect");
    simulation.enter_units(units).expect("they fit");
    let prepared = simulation.journal().meet().prepare_draw(event, DrawStage::First, "7").expect("it can be drawn");
    simulation.ask(Command::Draw(prepared.drawn)).expect("it is drawn");
    simulation
}

/// The groups are played: who stands further up in a group wins, with so many points against in each game as `lost` says
/// of the match.
fn play_groups(simulation: &mut Simulation, event: &EventId, lost: impl Fn(usize) -> usize) {
    let state = simulation.journal().meet().event(event).expect("drawn");
    let rule = state.bracket().rule().clone();
    let groups = (1..=3).map(|group| (state.bracket().group_entries(group), state.bracket().group_matches(group)));
    let mut open = Vec::new();
    for (entries, matches) in groups {
        let at = |entry| entries.iter().position(|other| *other == entry);
        open.extend(matches.iter().map(|found| (found.id, at(found.entries.a) < at(found.entries.b))));
    }
    for (index, (id, first)) in open.into_iter().enumerate() {
        let game = if first { format!("11-{} ", lost(index)) } else { format!("{}-11 ", lost(index)) };
        let outcome = gongsai::score::parse(&rule, &game.repeat(3)).expect("a result");
        let result = Command::Result { event: event.clone(), id, entries: None, outcome };
        simulation.ask(result).expect("it is taken");
    }
}

/// Groups of 4, 3 and 2, of which the first go on and the best second: the seconds are compared by their match against the
/// first alone.
#[test]
fn the_best_second_of_unequal_groups_goes_on() {
    let event = EventId::new("G_sizes").expect("a short name");
    let mut simulation = drawn(9, &event);
    play_groups(&mut simulation, &event, |_| 5);
    let meet = simulation.journal().meet();
    let bracket = meet.event(&event).expect("drawn").bracket();
    assert_eq!(bracket.plan().drawn_groups().iter().map(Vec::len).collect::<Vec<_>>(), [4, 3, 2, 0]);
    assert_eq!(bracket.group_entries(4).len(), 3);
    let tables: Vec<_> = (1..=4).filter_map(|group| meet.event(&event)?.standings(group)).collect();
    assert!(tables[3].rows.iter().all(|row| row.played == 1), "{:?}", tables[3]);
    let refused = meet.prepare_draw(&event, DrawStage::Second, "7");
    let sheet = group_sheet(meet, &event, 4).expect("it is shown");
    assert_eq!((sheet.compares, sheet.rows.len(), sheet.ranking.len(), sheet.lots.len()), (Some(2), 0, 3, 1));
    assert_eq!(tables[3].unresolved, [[0, 1, 2]], "each lost 5-11 5-11 5-11");
    assert!(matches!(refused, Err(Refused::Change(_))), "nobody knows who goes on before the lot: {refused:?}");
    let entries = bracket.group_entries(4);
    let order = Meet::lot_order(&entries, "掷币");
    let lot = |order: &[EntryId], by| Command::Lot { event: event.clone(), group: 4, order: order.to_vec(), by };
    let turned: Vec<EntryId> = order.iter().rev().copied().collect();
    let other = simulation.ask(lot(&turned, LotBy::Seed("掷币".to_owned())));
    assert_eq!(other, Err(Refused::LotDiffers), "a seed gives one order alone");
    assert_eq!(simulation.ask(lot(&order, LotBy::Match(" ".to_owned()))), Err(Refused::NoMatchResult));
    simulation.ask(lot(&order, LotBy::Seed("掷币".to_owned()))).expect("a lot decides");
    let stored = journal::read(&journal::write(simulation.journal())).expect("a journal").journal;
    assert_eq!(stored.records().last(), simulation.journal().records().last(), "it is stored with its seed");
    let qualified = simulation.journal().meet().event(&event).expect("drawn").bracket().qualified();
    assert_eq!(qualified.last().map(|(_, rank, entry)| (*rank, *entry)), Some((2, order[0])));
    assert!(simulation.journal().meet().prepare_draw(&event, DrawStage::Second, "7").is_ok());
}

/// A corrected result that changes who is the best second takes the second draw away, though no group ranks otherwise.
#[test]
fn a_correction_that_changes_the_best_sets_the_draw_aside() {
    let event = EventId::new("G_sizes").expect("a short name");
    let mut simulation = drawn(9, &event);
    // Each match another score, so that no two seconds are equal.
    play_groups(&mut simulation, &event, |index| index % 10);
    let second = |simulation: &Simulation| {
        let meet = simulation.journal().meet();
        let prepared = meet.prepare_draw(&event, DrawStage::Second, "7");
        prepared.map(|prepared| prepared.drawn)
    };
    let drawn = second(&simulation).expect("all is decided");
    let best = *drawn.entrants.last().expect("four go on");
    simulation.ask(Command::Draw(drawn)).expect("it is drawn");
    let bracket = |simulation: &Simulation| simulation.journal().meet().event(&event).expect("drawn").bracket().clone();
    let before = bracket(&simulation);
    assert!(before.is_drawn(DrawStage::Second));
    // The match in which the best second lost to the first of its group is now lost without a point.
    let lost = before.matches().find(|found| {
        let played = found.played.and_then(|played| played.tally.winner);
        played.is_some_and(|winner| found.occupants[winner.other()].entry() == Some(best))
    });
    let lost = lost.expect("it lost one");
    let winner = lost.played.and_then(|played| played.tally.winner).expect("won");
    let text = if winner == Side::A { "11-0 11-0 11-0" } else { "0-11 0-11 0-11" };
    let outcome = gongsai::score::parse(before.rule(), text).expect("a result");
    let correct = Command::Correct { event: event.clone(), id: lost.id, entries: None, outcome, cascade: true };
    simulation.ask(correct).expect("it is taken");
    let after = bracket(&simulation);
    assert!(after.qualified().iter().all(|(_, _, entry)| *entry != best), "another second is now the best");
    assert!(!after.is_drawn(DrawStage::Second));
}
