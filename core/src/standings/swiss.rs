//! Criteria of a Swiss system: the tie-break regulations of FIDE (C.07, edition of August 2024).
//!
//! | article | criterion | function |
//! |---|---|---|
//! | 6 | direct encounter | [`encounter`] |
//! | 7.5 | progressive | [`progressive`] |
//! | 8.1, 14.1, 14.3 | Buchholz, cut 1, median | [`buchholz`] |
//! | 9.1 | Sonneborn-Berger | [`sonneborn_berger`] |
//!
//! A score is what an entrant has won of a unit over all its matches that count. See the ranking rules of regulations for
//! what is done with matches that were not played.

use super::ledger::Ledger;
use crate::order;
use crate::regulations::{Cut, Unit};

/// The scores of the opponents, added up over the matches.
pub(super) fn buchholz(ledger: &Ledger, entrant: usize, unit: Unit, cut: Cut) -> i64 {
    let mut scores: Vec<i64> = ledger.against(entrant, None).map(|line| score(ledger, line.opponent, unit)).collect();
    order::sort(&mut scores);
    let kept = match (cut, scores.as_slice()) {
        (Cut::None, scores) => scores,
        (Cut::Lowest, [_, kept @ ..]) | (Cut::Both, [_, kept @ .., _]) => kept,
        (Cut::Lowest | Cut::Both, _) => &[],
    };
    kept.iter().sum()
}

/// The scores of those who were beaten, and half of those drawn with: in halves.
pub(super) fn sonneborn_berger(ledger: &Ledger, entrant: usize, unit: Unit) -> i64 {
    let halves = ledger.against(entrant, None).map(|line| {
        let times = if line.won { 2 } else { i64::from(line.drawn) };
        times * score(ledger, line.opponent, unit)
    });
    halves.sum()
}

/// The running scores after each round, added up: what was won in a round counts in it and in all that follow.
pub(super) fn progressive(ledger: &Ledger, entrant: usize, unit: Unit) -> i64 {
    let rounds = i64::from(ledger.rounds());
    ledger.against(entrant, None).map(|line| line.count(unit).won * (rounds - i64::from(line.round) + 1)).sum()
}

/// What was won among `equal` (ascending), where each of them has met each other one; else nothing.
pub(super) fn encounter(ledger: &Ledger, entrant: usize, unit: Unit, equal: &[usize]) -> i64 {
    let met = |one: usize| {
        let opponents = order::set(ledger.against(one, Some(equal)).map(|line| line.opponent));
        opponents.len() + 1 == equal.len()
    };
    if equal.iter().all(|one| met(*one)) { ledger.count(entrant, unit, Some(equal)).won } else { 0 }
}

fn score(ledger: &Ledger, entrant: usize, unit: Unit) -> i64 {
    ledger.count(entrant, unit, None).won
}
