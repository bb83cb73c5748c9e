//! T01: the players of a team.
//!
//! | code | when | out |
//! |---|---|---|
//! | `T01_TOO_MANY` · `T01_TOO_FEW` | more or fewer player rows than the regulations allow | the team must change its list |
//!
//! Every player row counts, whatever the verdict on the person (reading 3). A size of a sport is that of the unit's
//! sheet, where a team is entered at all; a size of an event is that of those who enter it.

use std::collections::BTreeMap;

use super::{Candidate, Context, TeamReview, finding};
use crate::finding::{Code, Fact, Finding, Severity, Subject};
use crate::id::{EventId, UnitId};
use crate::regulations::{Kind, RosterOf, RosterSize, Sport};

/// The rows of one unit in one sport.
#[derive(Default)]
struct Sheet<'a> {
    players: u32,
    /// Whether some row enters a team, or does not say what it enters.
    team: bool,
    by_event: BTreeMap<&'a EventId, u32>,
}

/// One review for each unit and sport, then one for each of its team events, in the order of the candidates.
pub(super) fn teams(cx: &Context<'_>, candidates: &[Candidate<'_>]) -> Vec<TeamReview> {
    let mut sheets: Vec<((UnitId, Sport), Sheet<'_>)> = Vec::new();
    for candidate in candidates {
        let key = (candidate.unit, candidate.sport);
        let at = sheets.iter().rposition(|(other, _)| *other == key).unwrap_or_else(|| {
            sheets.push((key, Sheet::default()));
            sheets.len() - 1
        });
        sheets[at].1.add(cx, candidate);
    }
    sheets.iter().flat_map(|((unit, sport), sheet)| reviews(cx, *unit, *sport, sheet)).collect()
}

impl<'a> Sheet<'a> {
    fn add(&mut self, cx: &Context<'_>, candidate: &Candidate<'a>) {
        self.players = self.players.saturating_add(1);
        let team = |id: &EventId| cx.regulations.event(id).is_some_and(|event| event.kind == Kind::Team);
        self.team |= candidate.events.is_empty() || candidate.events.iter().any(team);
        let events = candidate.events.iter().enumerate();
        for (_, event) in events.filter(|(at, event)| !candidate.events[..*at].contains(event)) {
            let players = self.by_event.entry(event).or_default();
            *players = players.saturating_add(1);
        }
    }
}

fn reviews(cx: &Context<'_>, unit: UnitId, sport: Sport, sheet: &Sheet<'_>) -> Vec<TeamReview> {
    let of_sport = |size: &&RosterSize| size.of == RosterOf::Sport(sport);
    let players = sheet.team.then_some(sheet.players);
    let mut reviews = vec![TeamReview { unit, sport, event: None, findings: weigh(cx, unit, players, of_sport) }];
    for event in cx.regulations.events.iter().filter(|event| event.sport == sport) {
        let of_event = |size: &&RosterSize| size.of == RosterOf::Event(event.id.clone());
        let Some(players) = sheet.by_event.get(&event.id).copied() else { continue };
        let findings = weigh(cx, unit, Some(players), of_event);
        if event.kind == Kind::Team || !findings.is_empty() {
            reviews.push(TeamReview { unit, sport, event: Some(event.id.clone()), findings });
        }
    }
    reviews
}

fn weigh(cx: &Context<'_>, unit: UnitId, players: Option<u32>, applies: impl Fn(&&RosterSize) -> bool) -> Vec<Finding> {
    let (Some(rule), Some(players)) = (&cx.rules.t01, players) else { return Vec::new() };
    let sizes = rule.params.iter().filter(applies);
    let wrong = sizes.filter_map(|size| match players {
        _ if players > u32::from(size.max) => Some((Code::T01TooMany, size.max)),
        _ if players < u32::from(size.min) => Some((Code::T01TooFew, size.min)),
        _ => None,
    });
    wrong
        .map(|(code, limit)| {
            let facts = vec![Fact::Count(players), Fact::Count(limit.into())];
            finding(&rule.clause, code, Severity::TeamInvalid, Subject::Team(unit), facts)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::{rows, teams};

    /// Units, each with a sport, events and a number of rows; expected, one line a team review.
    #[track_caller]
    fn check(units: &[(&str, usize)], expected: &[&str]) {
        let lines: Vec<String> = units
            .iter()
            .flat_map(|(sheet, n)| std::iter::repeat_n(format!("{sheet} 100101199001010013"), *n))
            .collect();
        let rules = "T01 = { BB = [8, 12], TT_team = [4, 10] }";
        assert_eq!(teams(rules, &rows(&lines.iter().map(String::as_str).collect::<Vec<_>>())), expected);
    }

    #[test]
    fn the_limits_themselves_are_allowed() {
        check(&[("1 BB BB_men", 8)], &["1 BB - ", "1 BB BB_men "]);
        check(&[("1 BB BB_men", 12)], &["1 BB - ", "1 BB BB_men "]);
        check(&[("1 BB BB_men", 7)], &["1 BB - T01_TOO_FEW", "1 BB BB_men "]);
        check(&[("1 BB BB_men", 13)], &["1 BB - T01_TOO_MANY", "1 BB BB_men "]);
        check(&[("1 TT TT_team", 3)], &["1 TT - ", "1 TT TT_team T01_TOO_FEW"]);
    }

    #[test]
    fn units_and_sports_are_counted_apart_in_order() {
        let expected = ["2 BB - ", "2 BB BB_men ", "1 BB - T01_TOO_FEW", "1 BB BB_men ", "2 TT - "];
        check(&[("2 BB BB_men", 8), ("1 BB BB_men", 4), ("2 TT TT_MS", 1)], &expected);
    }

    #[test]
    fn rows_that_do_not_say_what_they_enter_count_in_the_sport() {
        check(&[("1 BB -", 4)], &["1 BB - T01_TOO_FEW"]);
        check(&[("1 BB -", 8)], &["1 BB - "]);
    }

    #[test]
    fn a_unit_without_a_team_has_no_roster() {
        check(&[("1 TT TT_MS", 2)], &["1 TT - "]);
    }
}
