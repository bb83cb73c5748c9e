//! E02: the entries of a unit in an event.
//!
//! | code | when | out |
//! |---|---|---|
//! | `E02_TOO_MANY_ENTRIES` | more singles, pairs or teams than the regulations allow | the list must change |
//!
//! A pair is two rows, a team all rows of the event.

use super::Context;
use super::team::Team;
use crate::finding::{Code, Fact, Finding};
use crate::regulations::Kind;

/// What is wrong with the entries of an event.
pub(super) fn entries(cx: &Context<'_>, team: &Team<'_>) -> Option<Finding> {
    let (rule, event) = (cx.rules.e02.as_ref()?, team.event?);
    let most = *rule.params.get(&event.id)?;
    let entries = match event.kind {
        Kind::Team => 1,
        Kind::Singles => team.size(),
        Kind::Doubles | Kind::MixedDoubles => team.size().div_ceil(2),
    };
    let facts = vec![Fact::Text(event.name.clone()), Fact::Count(entries), Fact::Count(most.into())];
    (entries > u32::from(most)).then(|| team.finding(&rule.clause, Code::E02TooManyEntries, facts))
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::{rows, teams};

    #[track_caller]
    fn check(event: &str, people: usize, expected: &[&str]) {
        let line = format!("1 {} {event} 100101199001010013", &event[..2]);
        let rule = "E02 = { TT_MS = 2, BD_XD = 1, TT_team = 1 }";
        let found = teams(rule, &rows(&vec![line.as_str(); people]));
        assert_eq!(found.iter().skip(1).map(String::as_str).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn singles_pairs_and_teams_are_entries() {
        check("TT_MS", 2, &[]);
        check("TT_MS", 3, &["1 TT TT_MS E02_TOO_MANY_ENTRIES"]);
        check("BD_XD", 2, &[]);
        check("BD_XD", 3, &["1 BD BD_XD E02_TOO_MANY_ENTRIES"]);
        check("TT_team", 9, &["1 TT TT_team "]);
    }
}
