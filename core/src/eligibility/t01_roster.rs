//! T01: the players of a team.
//!
//! | code | when | out |
//! |---|---|---|
//! | `T01_TOO_MANY` · `T01_TOO_FEW` | more or fewer player rows than the regulations allow | the team must change its list |
//!
//! Every player row counts, whatever the verdict on the person (reading 3); officials alone are none. A size of a sport is
//! that of the unit's sheet, where a team is entered at all; a size of an event is that of those who enter it.

use super::Context;
use super::team::Team;
use crate::finding::{Code, Fact, Finding};
use crate::regulations::RosterSize;

/// What is wrong with the size of a list.
pub(super) fn roster(cx: &Context<'_>, team: &Team<'_>) -> Vec<Finding> {
    let Some(rule) = &cx.rules.t01 else { return Vec::new() };
    let players = team.size();
    let wrong = |size: &RosterSize| match players {
        _ if players > u32::from(size.max) => Some((Code::T01TooMany, size.max)),
        _ if players < u32::from(size.min) => Some((Code::T01TooFew, size.min)),
        _ => None,
    };
    let sizes = rule.params.iter().filter(|size| team.is(&size.of));
    let facts = |limit: u16| vec![Fact::Count(players), Fact::Count(limit.into())];
    sizes.filter_map(wrong).map(|(code, limit)| team.finding(&rule.clause, code, facts(limit))).collect()
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
