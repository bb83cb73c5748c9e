//! Draws against an oracle that tries everything: none but the best valid draws come up, and each as often as it should.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::BTreeMap;

use gongsai::draw::{self, Drawn, Entrant, Locked, Procedure, Qualifier, Seed, Target, Task};
use gongsai::format::byes;
use gongsai::regulations::{DrawRule, DrawTable, GroupSizes};
use gongsai_tests::dice::Dice;
use gongsai_tests::drawable::{self, Seats};

const TABLES: [DrawTable; 4] = [DrawTable::Ittf, DrawTable::Bwf, DrawTable::Cn, DrawTable::Standard];

/// Where the chi-square distribution of so many degrees of freedom leaves one in 10,000 above (Wilson and Hilferty).
fn threshold(degrees: f64) -> f64 {
    if degrees < 1.5 {
        return 15.137;
    }
    let z = 3.719_016_5;
    let spread = 2.0 / (9.0 * degrees);
    degrees * (1.0 - spread + z * spread.sqrt()).powi(3)
}

#[test]
fn the_threshold_is_that_of_the_table() {
    for (degrees, tabled) in [(1.0, 15.137), (2.0, 18.421), (5.0, 25.745), (10.0, 35.564), (30.0, 66.619)] {
        assert!((threshold(degrees) - tabled).abs() < 0.05 * tabled, "{degrees}: {}", threshold(degrees));
    }
}

/// Draws often, and compares what comes up with how likely it is.
#[track_caller]
fn check(what: &str, expected: &BTreeMap<Seats, f64>, key: impl Fn(&Seats) -> Seats, draw: impl Fn(u64) -> Seats) {
    let (sum, degrees) = deviation(what, expected, key, draw);
    assert!(degrees < 0.5 || sum < threshold(degrees), "{what}: {sum} of {} at {degrees}", threshold(degrees));
}

/// The sum of the chi-square test and its degrees of freedom.
#[track_caller]
fn deviation(
    what: &str,
    expected: &BTreeMap<Seats, f64>,
    key: impl Fn(&Seats) -> Seats,
    draw: impl Fn(u64) -> Seats,
) -> (f64, f64) {
    let mut chances: BTreeMap<Seats, f64> = BTreeMap::new();
    expected.iter().for_each(|(seats, chance)| *chances.entry(key(seats)).or_insert(0.0) += chance);
    let least = chances.values().copied().fold(1.0, f64::min);
    let times: u32 = (1..=60_000).find(|times| f64::from(*times) * least >= 40.0).unwrap_or(60_000).max(400);
    let mut seen: BTreeMap<Seats, u32> = BTreeMap::new();
    for time in 0..times {
        let drawn = draw(time.into());
        assert!(expected.contains_key(&drawn), "{what}: {drawn:?} is not among the {} best", expected.len());
        *seen.entry(key(&drawn)).or_insert(0) += 1;
    }
    assert_eq!(seen.len(), chances.len(), "{what}: some never come up in {times} draws");
    let mut sum = 0.0;
    for (seats, chance) in &chances {
        let (count, mean) = (f64::from(seen[seats]), chance * f64::from(times));
        sum += (count - mean).powi(2) / mean;
    }
    (sum, f64::from(u32::try_from(chances.len() - 1).unwrap()))
}

/// The draws themselves where they are few, else only where the units are.
fn key_of(units: Vec<Option<u32>>, expected: &BTreeMap<Seats, f64>) -> impl Fn(&Seats) -> Seats {
    let few = expected.len() <= 1000;
    move |seats| {
        let unit = |entrant: &usize| units[*entrant].map_or(usize::MAX, |unit| unit as usize);
        if few { seats.clone() } else { seats.iter().map(|seat| seat.as_ref().map(unit)).collect() }
    }
}

fn seats_of(task: &Task, locked: &[Locked], seed: u64) -> Seats {
    seats_by(Procedure::Even, task, locked, seed)
}

fn seats_by(procedure: Procedure, task: &Task, locked: &[Locked], seed: u64) -> Seats {
    let seed = Seed::of_text(&format!("fair {seed}"));
    match draw::draw_around(task, locked, seed, procedure).unwrap() {
        Drawn::Knockout(drawn) => drawn.positions,
        Drawn::Groups(drawn) => {
            let cells = drawable::cells(task_entrants(task), u16::try_from(drawn.groups.len()).unwrap());
            let mut next = vec![0; drawn.groups.len()];
            let seat = |group: u16| {
                let group = usize::from(group - 1);
                next[group] += 1;
                Some(drawn.groups[group][next[group] - 1])
            };
            cells.into_iter().map(seat).collect()
        }
    }
}

fn task_entrants(task: &Task) -> usize {
    match task {
        Task::Knockout { entrants, .. } | Task::Groups { entrants, .. } => entrants.len(),
        Task::Crossing { qualifiers, .. } | Task::Table { qualifiers, .. } => qualifiers.len(),
    }
}

fn entrants(units: &str, seeds: usize) -> Vec<Entrant> {
    let unit = |letter: char| letter.is_ascii_uppercase().then(|| u32::from(letter));
    let seed = |index: usize| (index < seeds).then(|| u16::try_from(index + 1).unwrap());
    units.chars().enumerate().map(|(index, letter)| Entrant { unit: unit(letter), seed: seed(index) }).collect()
}

#[track_caller]
fn check_knockout(units: &str, seeds: usize, table: DrawTable, locked: &[(usize, usize)]) {
    let rule = DrawRule { table, units_apart: true };
    let entrants = entrants(units, seeds);
    let expected = drawable::knockouts(&entrants, rule, locked);
    let key = key_of(entrants.iter().map(|entrant| entrant.unit).collect(), &expected);
    let target = |place: usize| Target::Position(u32::try_from(place + 1).unwrap());
    let by_hand: Vec<Locked> =
        locked.iter().map(|(entrant, place)| Locked { entrant: *entrant, to: target(*place) }).collect();
    let task = Task::Knockout { entrants, rule };
    let what = format!("{units} {seeds} {table:?} {locked:?}");
    check(&what, &expected, key, |seed| seats_of(&task, &by_hand, seed));
}

#[test]
fn every_best_knockout_comes_up_as_often_as_any_other() {
    check_knockout("AABB", 0, DrawTable::Ittf, &[]);
    check_knockout("AAABC.", 0, DrawTable::Cn, &[]);
    check_knockout("AABBC", 1, DrawTable::Bwf, &[]);
    check_knockout("AAABBB..", 0, DrawTable::Ittf, &[]);
    check_knockout("AAAABBCC", 2, DrawTable::Ittf, &[]);
    check_knockout("ABABAB.", 4, DrawTable::Cn, &[]);
    check_knockout("AAAAABB", 3, DrawTable::Standard, &[]);
}

/// The first procedure drew some of the best knockouts more often than others: the test tells.
#[test]
fn what_is_not_fair_is_found_out() {
    let rule = DrawRule { table: DrawTable::Ittf, units_apart: true };
    let task = Task::Knockout { entrants: entrants("AAABBB..", 0), rule };
    let expected = drawable::knockouts(&entrants("AAABBB..", 0), rule, &[]);
    let key = key_of(entrants("AAABBB..", 0).iter().map(|entrant| entrant.unit).collect(), &expected);
    let draw = |seed| seats_by(Procedure::First, &task, &[], seed);
    let (sum, degrees) = deviation("the first procedure", &expected, key, draw);
    assert!(sum > threshold(degrees), "{sum} at {degrees}");
}

#[test]
fn every_best_knockout_around_set_places_comes_up_as_often_as_any_other() {
    check_knockout("AABB", 1, DrawTable::Ittf, &[(2, 0)]);
    check_knockout("AAABBB..", 2, DrawTable::Ittf, &[(2, 2), (3, 3)]);
    check_knockout("AABBCC.", 2, DrawTable::Bwf, &[(0, 4), (5, 0)]);
}

#[test]
fn random_small_knockouts_are_fair() {
    let mut dice = Dice::new(11);
    for _ in 0..40 {
        let n = 2 + dice.below(5) as usize;
        let units: String = (0..n).map(|_| ['A', 'B', 'C', '.'][dice.below(4) as usize]).collect();
        let table = TABLES[dice.below(4) as usize];
        let number = u32::try_from(n).unwrap();
        let empty = byes::positions(table, number);
        let open: Vec<usize> =
            (1..=byes::size(number)).filter(|at| !empty.contains(at)).map(|at| at as usize - 1).collect();
        let sets = dice.below(3) as usize;
        let (who, place) = (dice.order(n), dice.order(open.len()));
        let locked: Vec<(usize, usize)> =
            who.into_iter().zip(place).take(sets).map(|(who, at)| (who, open[at])).collect();
        check_knockout(&units, dice.below(5) as usize, table, &locked);
    }
}

#[track_caller]
fn check_groups(units: &str, seeds: usize, groups: u16, table: DrawTable, locked: &[(usize, u16)]) {
    let rule = DrawRule { table, units_apart: true };
    let entrants = entrants(units, seeds);
    let cells = drawable::cells(entrants.len(), groups);
    // Whoever has no seed is set as far down as there is room; seeds are not set in these cases.
    let mut set: Vec<(usize, usize)> = Vec::new();
    for (entrant, group) in locked {
        let cell = (0..cells.len()).rev().find(|cell| cells[*cell] == *group && set.iter().all(|(_, at)| at != cell));
        set.push((*entrant, cell.unwrap()));
    }
    let expected = drawable::groups(&entrants, groups, rule, &set);
    let key = key_of(entrants.iter().map(|entrant| entrant.unit).collect(), &expected);
    let by_hand: Vec<Locked> =
        locked.iter().map(|(entrant, group)| Locked { entrant: *entrant, to: Target::Group(*group) }).collect();
    let task = Task::Groups { entrants, groups: GroupSizes::Number(groups), rule };
    let what = format!("{units} {seeds} {groups} {table:?} {locked:?}");
    check(&what, &expected, key, |seed| seats_of(&task, &by_hand, seed));
}

#[test]
fn every_best_grouping_comes_up_as_often_as_any_other() {
    check_groups("AABBC", 0, 2, DrawTable::Ittf, &[]);
    check_groups("AAABBC", 2, 2, DrawTable::Cn, &[]);
    check_groups("AAABBBCC", 0, 3, DrawTable::Bwf, &[]);
    check_groups("ABABAB.", 4, 3, DrawTable::Standard, &[]);
    check_groups("AABBCC.", 4, 2, DrawTable::Ittf, &[(4, 1), (5, 1)]);
}

#[test]
fn random_small_groups_are_fair() {
    let mut dice = Dice::new(12);
    for _ in 0..40 {
        let n = 2 + dice.below(5) as usize;
        let units: String = (0..n).map(|_| ['A', 'B', 'C', '.'][dice.below(4) as usize]).collect();
        let groups = 1 + dice.below(3.min(u32::try_from(n).unwrap()));
        let seeds = dice.below(5) as usize;
        let set = seeds < n && dice.once_in(2);
        let locked = (n - 1, u16::try_from(1 + dice.below(groups)).unwrap());
        let groups = u16::try_from(groups).unwrap();
        let locked = if set { vec![locked] } else { Vec::new() };
        check_groups(&units, seeds, groups, TABLES[dice.below(4) as usize], &locked);
    }
}

#[track_caller]
fn check_crossing(groups: &[&str], table: DrawTable) {
    let rule = DrawRule { table, units_apart: true };
    let mut qualifiers = Vec::new();
    for (group, units) in (1..).zip(groups) {
        for (rank, letter) in (1..).zip(units.chars()) {
            let unit = letter.is_ascii_uppercase().then(|| u32::from(letter));
            qualifiers.push(Qualifier { group, rank, unit });
        }
    }
    let expected = drawable::crossings(&qualifiers, rule);
    let key = key_of((0..qualifiers.len()).map(|index| u32::try_from(index).ok()).collect(), &expected);
    let task = Task::Crossing { qualifiers, rule };
    check(&format!("{groups:?} {table:?}"), &expected, key, |seed| seats_of(&task, &[], seed));
}

#[test]
fn every_best_second_draw_comes_up_as_often_as_any_other() {
    check_crossing(&["AB", "BA"], DrawTable::Ittf);
    check_crossing(&["AB", "CD", "BA", "DC"], DrawTable::Ittf);
    check_crossing(&["AB", "CB", "DB"], DrawTable::Bwf);
    check_crossing(&["A.", "AA", ".A", "BA", "CB"], DrawTable::Cn);
    check_crossing(&["ABC", "CAB"], DrawTable::Ittf);
    check_crossing(&["ABAB", "BAAB"], DrawTable::Cn);
    check_crossing(&["ABA", "BAA", "A.B"], DrawTable::Standard);
}
