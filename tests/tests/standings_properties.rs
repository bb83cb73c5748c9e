//! What holds for the table of any group, under every rule set.

use std::collections::BTreeSet;

use gongsai::regulations::{RankingRules, Unit, Withdrawal};
use gongsai::standings::{GroupResults, Meeting, Options, Reason, Standings, rank};
use gongsai_tests::dice::Dice;
use gongsai_tests::group;

/// Runs a check on random groups, with and without deletion.
#[track_caller]
fn check(seed: u64, holds: impl Fn(&RankingRules, &Options, &GroupResults, &mut Dice)) {
    let mut dice = Dice::new(seed);
    for rules in RankingRules::built_in() {
        for _ in 0..2_000 {
            let group = group::random(&mut dice);
            let withdrawal = dice.once_in(2).then_some(Withdrawal::Keep);
            holds(&rules, &Options { withdrawal, ..Options::default() }, &group, &mut dice);
        }
    }
}

/// The ranks by entrant, and the steps, whatever the order in which equals are listed.
fn essence(table: &Standings, name: &dyn Fn(usize) -> usize) -> impl PartialEq + std::fmt::Debug + use<> {
    let ranks: BTreeSet<(usize, usize)> =
        table.order.iter().map(|entrant| name(*entrant)).zip(table.ranks.iter().copied()).collect();
    let removed: BTreeSet<usize> = table.removed.iter().map(|entrant| name(*entrant)).collect();
    let why: BTreeSet<(&str, BTreeSet<usize>)> =
        table.why.iter().map(|why| (why.by.id(), why.entrants.iter().map(|e| name(*e)).collect())).collect();
    (ranks, removed, why)
}

#[test]
fn nobody_gains_by_a_place_in_the_list() {
    check(11, |rules, options, group, dice| {
        let new = dice.order(group.entrants);
        let mut other = group.clone();
        for meeting in &mut other.matches {
            *meeting = Meeting { a: new[meeting.a], b: new[meeting.b], ..*meeting };
        }
        let old = |entrant: usize| new.iter().position(|n| *n == entrant).unwrap();
        assert_eq!(essence(&rank(rules, options, group), &|e| e), essence(&rank(rules, options, &other), &old));
    });
}

#[test]
fn sides_and_the_order_of_matches_do_not_matter() {
    check(12, |rules, options, group, dice| {
        let mut other = group.clone();
        other.matches.rotate_left(dice.below(3).min(u32::try_from(group.matches.len()).unwrap_or(0)) as usize);
        for meeting in &mut other.matches {
            let tally = meeting.tally;
            let swapped = gongsai::score::Tally {
                winner: tally.winner.map(|side| side.other()),
                rubbers: tally.rubbers.swapped(),
                games: tally.games.swapped(),
                points: tally.points.swapped(),
                ..tally
            };
            *meeting = Meeting { a: meeting.b, b: meeting.a, round: meeting.round, tally: swapped };
        }
        assert_eq!(rank(rules, options, group), rank(rules, options, &other));
    });
}

#[test]
fn everybody_stands_once_and_totals_balance() {
    check(13, |rules, options, group, _| {
        let table = rank(rules, options, group);
        let mut everybody: Vec<usize> = table.order.iter().chain(&table.removed).copied().collect();
        everybody.sort_unstable();
        assert_eq!(everybody, (0..group.entrants).collect::<Vec<_>>());
        assert_eq!(table.order.len(), table.ranks.len());
        assert!(table.rows.iter().map(|row| row.entrant).eq(table.order.iter().copied()));
        let total = |of: fn(&gongsai::standings::Row) -> i64| table.rows.iter().map(of).sum::<i64>();
        assert_eq!(total(|row| row.rubbers.won - row.rubbers.lost), 0);
        assert_eq!(total(|row| row.games.won - row.games.lost), 0);
        assert_eq!(total(|row| row.points.won - row.points.lost), 0);
        assert!(table.rows.iter().all(|row| row.played == row.won + row.lost));
        let first = |row: &gongsai::standings::Row| match rules.first {
            Unit::Wins => i64::from(row.won),
            Unit::MatchPoints | Unit::Rubbers | Unit::Games | Unit::Points => row.match_points,
        };
        assert!(table.rows.is_sorted_by(|one, other| first(one) >= first(other)));
        for (place, rank) in table.ranks.iter().enumerate() {
            let shared = table.unresolved.iter().find(|set| set.contains(&table.order[place]));
            let best = shared.map_or(place, |set| table.order.iter().position(|e| *e == set[0]).unwrap());
            assert_eq!(*rank, best + 1);
        }
    });
}

#[test]
fn lots_resolve_a_finished_group_and_change_nothing_else() {
    check(14, |rules, options, group, dice| {
        let before = rank(rules, options, group);
        let lot = dice.order(group.entrants);
        let drawn = GroupResults { lots: vec![lot.clone()], ..group.clone() };
        let after = rank(rules, options, &drawn);
        if !group.finished {
            assert_eq!(before, after);
            return;
        }
        assert!(after.unresolved.is_empty());
        assert!(after.why.iter().all(|why| why.by != Reason::LotNeeded));
        for set in &before.unresolved {
            let places = after.order.iter().filter(|entrant| set.contains(entrant));
            assert!(places.eq(lot.iter().filter(|entrant| set.contains(entrant))));
        }
        let tied = |entrant: &usize| before.unresolved.iter().any(|set| set.contains(entrant));
        for (one, other) in before.order.iter().zip(&after.order) {
            assert!(one == other || (tied(one) && tied(other)));
        }
    });
}

/// Each step names the values that separate: never rising, never all equal.
#[test]
fn every_step_is_explained_by_its_values() {
    check(15, |rules, options, group, _| {
        for why in rank(rules, options, group).why {
            if why.by == Reason::LotNeeded {
                assert!(why.values.is_empty());
                continue;
            }
            assert_eq!(why.values.len(), why.entrants.len());
            assert!(why.values.is_sorted_by(|one, other| one.compare(other).is_ge()));
            assert!(why.values.first().zip(why.values.last()).is_some_and(|(one, last)| one.compare(last).is_gt()));
        }
    });
}
