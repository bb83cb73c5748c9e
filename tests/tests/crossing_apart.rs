//! Crossings by table in which entries of a unit are kept apart in the first round, against a search through everything.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::BTreeMap;

use gongsai::bracket::DrawStage;
use gongsai::document::draw::{draw as draw_json, verify_draw};
use gongsai::document::{journal, regulations_from_toml};
use gongsai::draw::{
    self, DrawError, Drawn, How, KnockoutDraw, LockError, Locked, Qualifier, Seed, Shortfall, Target, Task,
};
use gongsai::format::{self, By, Plan, Slot};
use gongsai::id::{EntryId, EventId, MeetId};
use gongsai::meet::{Command, Journal};
use gongsai::publication::drawn_sheet;
use gongsai::regulations::{Crossing, DrawTable, Fed, Finals, FormatRule, GroupSizes, GroupsRule};
use gongsai::side::BySide;
use gongsai::simulate::Simulation;
use gongsai_tests::dice::Dice;
use serde_json::{Value, json};

/// Who stands where, by index of the qualifiers.
type Seats = Vec<Option<usize>>;

/// Matches within a unit, who moved, and for each position who of equals is taken first.
type Key = (usize, usize, Vec<usize>);

fn qualifiers(groups: u16, ranks: u16, mut unit: impl FnMut() -> Option<u32>) -> Vec<Qualifier> {
    let from = (1..=groups).flat_map(|group| (1..=ranks).map(move |rank| (group, rank)));
    from.map(|(group, rank)| Qualifier { group, rank, unit: unit() }).collect()
}

fn random(groups: u16, ranks: u16, units: u32, dice: &mut Dice) -> Vec<Qualifier> {
    qualifiers(groups, ranks, || if dice.once_in(6) { None } else { Some(dice.below(units)) })
}

fn by_table(from: &[Qualifier], units_apart: bool) -> KnockoutDraw {
    draw::crossing_by_table(from, units_apart).unwrap()
}

fn unit_matches(from: &[Qualifier], seats: &[Option<usize>]) -> usize {
    let unit = |seat: Option<usize>| seat.and_then(|index| from[index].unit);
    seats.chunks(2).filter(|pair| unit(pair[0]).is_some() && unit(pair[0]) == unit(pair[1])).count()
}

fn moved(table: &[Option<usize>], seats: &[Option<usize>]) -> usize {
    table.iter().zip(seats).filter(|(before, after)| before != after).count()
}

/// Whether two of a group are nearer to each other than the table has them: in one half, one quarter, or one match.
fn crowded(from: &[Qualifier], table: &[Option<usize>], seats: &[Option<usize>]) -> bool {
    let place = |seats: &[Option<usize>]| -> BTreeMap<usize, usize> {
        seats.iter().enumerate().filter_map(|(place, seat)| Some(((*seat)?, place))).collect()
    };
    let (before, after) = (place(table), place(seats));
    let pairs = (0..from.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
    let mut own = pairs.filter(|(one, other)| from[*one].group == from[*other].group);
    own.any(|(one, other)| {
        let near = |width: usize| {
            let together = |places: &BTreeMap<usize, usize>| places[&one] / width == places[&other] / width;
            together(&after) && !together(&before)
        };
        let stay = before[&one] == after[&one] && before[&other] == after[&other];
        let meet = after[&one] / 2 == after[&other] / 2 && !stay;
        near((table.len() / 2).max(1)) || near((table.len() / 4).max(1)) || meet
    })
}

/// The best of all permutations within ranks: fewest matches within a unit, fewest moved, then by position.
fn searched(from: &[Qualifier], table: &[Option<usize>]) -> Seats {
    let ranks = from.iter().map(|from| from.rank).max().unwrap();
    let places = |rank| -> Vec<usize> {
        (0..table.len()).filter(|place| table[*place].is_some_and(|index| from[index].rank == rank)).collect()
    };
    let mut best: Option<(Key, Seats)> = None;
    let home = |index: Option<usize>| table.iter().position(|seat| *seat == index).unwrap();
    permute(&mut table.to_vec(), &(2..=ranks).map(places).collect::<Vec<_>>(), 0, &mut |seats| {
        let cost = (unit_matches(from, seats), moved(table, seats));
        if best.as_ref().is_some_and(|((matches, moved, _), _)| (*matches, *moved) < cost)
            || crowded(from, table, seats)
        {
            return;
        }
        let key = |(place, seat): (usize, &Option<usize>)| if *seat == table[place] { 0 } else { 1 + home(*seat) };
        let found = (cost.0, cost.1, seats.iter().enumerate().map(key).collect());
        if best.as_ref().is_none_or(|(least, _)| found < *least) {
            best = Some((found, seats.to_vec()));
        }
    });
    best.unwrap().1
}

/// Visits every way to permute each list of places.
fn permute(seats: &mut Seats, places: &[Vec<usize>], from: usize, visit: &mut impl FnMut(&[Option<usize>])) {
    let Some((first, rest)) = places.split_first() else { return visit(seats) };
    if from == first.len() {
        return permute(seats, rest, 0, visit);
    }
    for other in from..first.len() {
        seats.swap(first[from], first[other]);
        permute(seats, places, from + 1, visit);
        seats.swap(first[from], first[other]);
    }
}

#[track_caller]
fn check(groups: u16, ranks: u16, rounds: usize, dice: &mut Dice) {
    for _ in 0..rounds {
        let units = 2 + dice.below(5);
        let from = random(groups, ranks, units, dice);
        let table = by_table(&from, false).positions;
        let drawn = by_table(&from, true);
        assert_eq!(drawn.positions, searched(&from, &table), "{from:?} from {table:?}");
        let exchanged = drawn.steps.iter().filter(|step| step.how == How::Exchanged).count();
        assert_eq!((exchanged, drawn.steps.len()), (moved(&table, &drawn.positions), from.len()));
        let told: u16 = drawn
            .shortfall
            .iter()
            .map(|found| if let Shortfall::FirstRound { matches, .. } = found { *matches } else { 0 })
            .sum();
        assert_eq!(usize::from(told), unit_matches(&from, &drawn.positions));
    }
}

#[test]
fn no_permutation_is_better_for_the_first_two_of_each_group() {
    let mut dice = Dice::new(11);
    for groups in 2..=6 {
        check(groups, 2, 120, &mut dice);
    }
    check(7, 2, 12, &mut dice);
}

#[test]
fn no_permutation_is_better_for_more_of_each_group() {
    let mut dice = Dice::new(12);
    for (groups, ranks) in [(1, 2), (1, 5), (2, 3), (2, 4), (2, 5), (2, 6), (3, 3), (3, 4), (4, 3)] {
        check(groups, ranks, 40, &mut dice);
    }
    check(4, 4, 12, &mut dice);
    check(5, 3, 8, &mut dice);
}

/// With as many groups as a power of two each second meets a winner: then the fewest matches follow from a matching.
#[test]
fn no_pairing_of_winners_and_seconds_is_better_up_to_thirty_two_groups() {
    let mut dice = Dice::new(13);
    let mut avoided = 0;
    for groups in [4, 8, 16, 32] {
        for _ in 0..25 {
            let units = 2 + dice.below(u32::from(groups) + 2);
            let from = random(groups, 2, units, &mut dice);
            let (table, seats) = (by_table(&from, false).positions, by_table(&from, true).positions);
            assert!(!crowded(&from, &table, &seats));
            let least: usize = table.chunks(table.len() / 2).map(|half| matched(&from, half)).sum();
            assert_eq!(unit_matches(&from, &seats), least, "{from:?}");
            avoided += unit_matches(&from, &table) - least;
        }
    }
    assert!(avoided > 50, "{avoided}");
}

/// The fewest matches within a unit in a half where seconds meet winners: those that no matching avoids.
fn matched(from: &[Qualifier], half: &[Option<usize>]) -> usize {
    let of_rank = |rank| half.iter().flatten().copied().filter(move |index| from[*index].rank == rank);
    let (winners, seconds): (Vec<usize>, Vec<usize>) = (of_rank(1).collect(), of_rank(2).collect());
    let mut second_of: Vec<Option<usize>> = vec![None; winners.len()];
    seconds.iter().filter(|second| !free(from, &winners, &mut second_of, **second, &mut Vec::new())).count()
}

/// Finds a winner of another unit for a second, moving others on.
fn free(
    from: &[Qualifier],
    winners: &[usize],
    second_of: &mut [Option<usize>],
    second: usize,
    seen: &mut Vec<usize>,
) -> bool {
    for (place, winner) in winners.iter().enumerate() {
        let meet = from[second].unit.is_some() && from[second].unit == from[*winner].unit;
        if meet || seen.contains(&place) {
            continue;
        }
        seen.push(place);
        let before = second_of[place];
        if before.is_none_or(|before| free(from, winners, second_of, before, seen)) {
            second_of[place] = Some(second);
            return true;
        }
    }
    false
}

/// Up to these numbers no half holds more who are no winners than the sixteen that are weighed in every way.
#[test]
fn halves_are_small_enough_for_the_numbers_that_are_told() {
    for (most, ranks) in [(32, 2), (16, 3), (10, 4)] {
        for groups in 2..=most {
            let from = qualifiers(groups, ranks, || None);
            let table = by_table(&from, false).positions;
            let movers = |half: &[Option<usize>]| half.iter().flatten().filter(|index| from[**index].rank > 1).count();
            assert!(table.chunks(table.len() / 2).all(|half| movers(half) <= 16), "{groups} groups, {ranks} go on");
        }
    }
}

/// The table is A1-B2 C1-D2 D1-C2 B1-A2: when A1 and B2 are of a unit, B2 and D2 trade.
#[test]
fn seconds_of_a_half_trade_places() {
    let mut units = [1, 2, 3, 4, 5, 6, 4, 8].into_iter();
    let mut from = qualifiers(4, 2, || units.next());
    assert_eq!(by_table(&from, true).positions, [0, 3, 4, 7, 6, 5, 2, 1].map(Some));
    from[0].unit = Some(4);
    assert_eq!(by_table(&from, true).positions, [0, 7, 4, 3, 6, 5, 2, 1].map(Some));
}

/// Beyond what is proved the rules hold all the same, and the table is never made worse.
#[test]
fn any_number_of_groups_keeps_the_rules() {
    let mut dice = Dice::new(14);
    for (groups, ranks) in [(33, 2), (48, 2), (64, 2), (100, 2), (512, 2), (17, 3), (24, 4), (12, 6), (9, 9)] {
        let from = random(groups, ranks, u32::from(groups), &mut dice);
        let (table, drawn) = (by_table(&from, false).positions, by_table(&from, true));
        let seats = drawn.positions;
        assert!(!crowded(&from, &table, &seats), "{groups} groups");
        assert!(unit_matches(&from, &seats) <= unit_matches(&from, &table));
        for (before, after) in table.iter().zip(&seats) {
            let rank = |seat: &Option<usize>| seat.map(|index| from[index].rank);
            assert_eq!(rank(before), rank(after));
            assert!(rank(before) != Some(1) || before == after, "winners stay");
        }
        let mut both = [table, seats];
        both.iter_mut().for_each(|seats| seats.sort_unstable());
        assert_eq!(both[0], both[1], "everybody has one place");
    }
}

/// The plan of a format with a crossing; none where the format cannot be played so.
fn plan(crossing: Crossing, groups: u16, through: u16, next: FormatRule) -> Option<Plan> {
    let sizes = GroupSizes::Number(groups);
    let rule = FormatRule::Groups(GroupsRule { sizes, through, best: 0, crossing, next: Box::new(next) });
    format::plan(&rule, DrawTable::Ittf, u32::from(groups * (through + 1))).ok()
}

/// Who comes to the positions by table gives the very matches and places of the fixed crossing.
#[test]
fn without_units_the_matches_are_those_of_the_fixed_crossing() {
    for next in [
        FormatRule::Knockout { places: 4 },
        FormatRule::DoubleElimination { finals: Finals::Reset },
        FormatRule::Consolation { fed: Fed::FirstMatch },
    ] {
        for (groups, through) in (2..=20).flat_map(|groups| (2..=4).map(move |through| (groups, through))) {
            let plans =
                [Crossing::Fixed, Crossing::FixedApart].map(|crossing| plan(crossing, groups, through, next.clone()));
            let [Some(fixed), Some(apart)] = plans else { panic!("{next:?} of {groups} groups") };
            let second = apart.second_draw.clone().unwrap();
            assert_eq!((second.by, fixed.second_draw), (By::Table, None));
            let from = qualifiers(groups, through, || None);
            let seats = by_table(&from, true).positions;
            assert_eq!(seats.len(), second.size as usize);
            let said = |slot: Slot| match slot {
                Slot::Position(position) if position >= second.first => {
                    let Qualifier { group, rank, .. } = from[seats[(position - second.first) as usize].unwrap()];
                    Slot::Rank { group, rank }
                }
                _ => slot,
            };
            let matches = apart.matches.iter().map(|planned| {
                let slots = BySide { a: said(planned.slots.a), b: said(planned.slots.b) };
                format::PlannedMatch { slots, ..*planned }
            });
            assert_eq!(matches.collect::<Vec<_>>(), fixed.matches, "{next:?} of {groups} groups, {through} go on");
            let places = apart.places.iter().map(|(place, slot)| (*place, said(*slot)));
            assert_eq!(places.collect::<Vec<_>>(), fixed.places);
        }
    }
}

#[test]
fn a_receipt_by_table_holds_whatever_its_seed() {
    let mut dice = Dice::new(15);
    let from = random(8, 2, 4, &mut dice);
    let task = Task::Table { qualifiers: from.clone(), units_apart: true };
    let mut receipt = draw::receipt(task.clone(), Vec::new(), Seed::of_text("")).unwrap();
    assert_eq!(draw::verify(&receipt), Ok(()));
    receipt.seed = Seed::of_text("another");
    assert_eq!(draw::verify(&receipt), Ok(()), "there is no lot");
    let locked = vec![Locked { entrant: 0, to: Target::Position(1) }];
    let why = DrawError::Lock { lock: 0, why: LockError::ByTable };
    assert_eq!(draw::receipt(task, locked, Seed::of_text("")), Err(why));
    let Drawn::Knockout(drawn) = &mut receipt.drawn else { panic!("a knockout") };
    drawn.positions.swap(2, 5);
    assert!(draw::verify(&receipt).is_err());
    let refused = |from: &[Qualifier]| draw::crossing_by_table(from, true).unwrap_err();
    assert_eq!(refused(&from[..15]), DrawError::Missing { group: 8, rank: 2 });
    assert_eq!(refused(&from[..1]), DrawError::TooFew { entrants: 1 });
    assert_eq!(refused(&[&from[..], &from[..1]].concat()), DrawError::Twice { group: 1, rank: 1 });
}

/// Eight groups, of which A1 and B2 are of one unit and so meet in the table.
fn case() -> Value {
    let unit =
        |group: u16, rank: u16| if (group, rank) == (2, 2) { json!("unit 1") } else { json!(format!("unit {group}")) };
    let entrant = |(group, rank): (u16, u16)| {
        let unit = if rank == 1 || (group, rank) == (2, 2) { unit(group, rank) } else { json!("others") };
        json!({ "id": format!("{group}-{rank}"), "unit": unit, "group": group, "rank": rank })
    };
    let entrants: Vec<Value> = (1..=8).flat_map(|group| [(group, 1), (group, 2)]).map(entrant).collect();
    json!({ "format": "crossing", "by": "table", "entrants": entrants })
}

#[test]
fn a_case_by_table_needs_no_seed_and_its_receipt_can_be_checked() {
    let answer = draw_json(&case().to_string()).unwrap();
    assert!(verify_draw(&answer).is_ok());
    let whole: Value = serde_json::from_str(&answer).unwrap();
    let receipt = &whole["receipt"];
    assert!(verify_draw(&receipt.to_string()).is_ok());
    assert_eq!((&receipt["input"]["by"], &receipt["input"]["seed"]), (&json!("table"), &Value::Null));
    assert_eq!(whole["positions"][0], "1-1");
    assert_ne!(whole["positions"][1], "2-2", "two of a unit do not meet");
    let exchanged = whole["steps"].as_array().unwrap().iter().filter(|step| step["how"] == "exchanged");
    assert_eq!(exchanged.count(), 2);
    let mut with_seed = case();
    with_seed["seed"] = json!("5eed");
    assert_eq!(draw_json(&with_seed.to_string()).unwrap(), answer, "a seed changes nothing and is not told");
    for (path, value) in [("/positions/2", json!("2-2")), ("/input/by", json!("lot")), ("/input/seed", json!("1"))] {
        let mut changed = receipt.clone();
        match changed.pointer_mut(path) {
            Some(place) => *place = value,
            None => changed["input"]["seed"] = value,
        }
        assert!(verify_draw(&changed.to_string()).is_err(), "{path}");
    }
    let mut by_hand = case();
    by_hand["locked"] = json!([{ "entrant": "1-1", "position": 1, "reason": "wish" }]);
    let refused = draw_json(&by_hand.to_string()).unwrap_err();
    assert_eq!(refused.path, "locked[0]");
}

const REGULATIONS: &str = include_str!("../data/formats/regulation.toml");

#[test]
fn a_meet_places_its_knockout_by_table_without_a_seed() {
    let event = EventId::new("G_apart").unwrap();
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), "apart");
    simulation.ask(Command::SetRegulations(regulations_from_toml(REGULATIONS).unwrap())).unwrap();
    simulation.enter_units(16).unwrap();
    simulation.play_out(&event).unwrap();
    let meet = simulation.journal().meet();
    let drawn = meet.event(&event).unwrap().drawn(DrawStage::Second).unwrap();
    assert_eq!(drawn.seed, "");
    assert_eq!(meet.verify_draw(&event, DrawStage::Second), Ok(()));
    let state = meet.event(&event).unwrap();
    let entries = &meet.entries();
    let qualified = state.bracket().qualified();
    let unit = |entry: &EntryId| u32::try_from(entries[entry].unit.0).ok();
    let from: Vec<Qualifier> = qualified
        .iter()
        .map(|(group, rank, entry)| Qualifier { group: *group, rank: *rank, unit: unit(entry) })
        .collect();
    let seats = by_table(&from, true).positions;
    let first = state.bracket().plan().second_draw.as_ref().unwrap().first;
    let expected: Vec<(u32, EntryId)> =
        (first..).zip(&seats).filter_map(|(position, seat)| Some((position, qualified[(*seat)?].2))).collect();
    assert_eq!(drawn.placings, expected);
    let sheet = drawn_sheet(meet, &event, DrawStage::Second).unwrap();
    assert_eq!((sheet.by, drawn.seed.as_str()), (By::Table, ""));
    let text = journal::write(simulation.journal());
    assert_eq!(
        journal::read(&text).unwrap().journal.meet().event(&event).unwrap().drawn(DrawStage::Second),
        Some(drawn)
    );
}

#[test]
fn regulations_refuse_a_table_that_could_exchange_nobody() {
    let draft = |from: &str, to: &str| regulations_from_toml(&REGULATIONS.replacen(from, to, 1)).unwrap().verify();
    let apart = r#"through = 2, crossing = "fixed-apart""#;
    assert!(REGULATIONS.contains(apart));
    assert!(draft(apart, apart).is_ok());
    for wrong in [r#"through = 1, crossing = "fixed-apart""#, r#"through = 2, best = 1, crossing = "fixed-apart""#] {
        assert!(draft(apart, wrong).is_err(), "{wrong}");
    }
}
