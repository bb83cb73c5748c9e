//! E01: the events of one person in a sport.
//!
//! | code | when | out |
//! |---|---|---|
//! | `E01_TOO_MANY_EVENTS` | more team events, other events, or both together than the regulations allow | the list must change |

use super::team::{Row, Team};
use super::{Context, finding};
use crate::finding::{Code, Fact, Finding, Severity, Subject};
use crate::id::EventId;
use crate::order;
use crate::regulations::{EventLimits, Kind};

/// Whoever of a list enters too much.
pub(super) fn events(cx: &Context<'_>, team: &Team<'_>) -> Vec<Finding> {
    let Some(rule) = cx.rules.e01.as_ref().filter(|_| team.event.is_none()) else { return Vec::new() };
    let Some(limits) = rule.params.get(&team.sport) else { return Vec::new() };
    let too_many = team.rows.iter().filter_map(|row| Some((row, over(cx, limits, row)?)));
    too_many
        .map(|(row, (count, limit))| {
            let person = row.candidate;
            let facts = vec![Fact::Text(person.name.to_owned()), Fact::Count(count), Fact::Count(limit.into())];
            let subject = Subject::Person(person.person);
            finding(&rule.clause, Code::E01TooManyEvents, Severity::TeamInvalid, subject, facts)
        })
        .collect()
}

/// How many events of a kind a row enters, and the limit that this is over.
fn over(cx: &Context<'_>, limits: &EventLimits, row: &Row<'_>) -> Option<(u32, u16)> {
    let entered = order::set(row.candidate.events.iter());
    let count = |is: &dyn Fn(Kind) -> bool| {
        let of_kind = |id: &&&EventId| cx.regulations.event(id).is_some_and(|event| is(event.kind));
        u32::try_from(entered.iter().filter(of_kind).count()).unwrap_or(u32::MAX)
    };
    let counts = [
        (count(&|kind| kind == Kind::Team), limits.team),
        (count(&|kind| kind != Kind::Team), limits.individual),
        (count(&|_| true), limits.all),
    ];
    counts.into_iter().find_map(|(count, limit)| Some((count, limit.filter(|limit| count > u32::from(*limit))?)))
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::{rows, teams};

    #[track_caller]
    fn check(rule: &str, events: &str, expected: &str) {
        let line = format!("1 TT {events} 100101199001010013");
        assert_eq!(teams(rule, &rows(&[line.as_str()]))[0], format!("1 TT - {expected}"));
    }

    #[test]
    fn teams_and_others_are_counted_apart_and_together() {
        let rule = "E01 = { TT = { team = 1, individual = 1 } }";
        check(rule, "TT_team,TT_MS", "");
        check(rule, "TT_MS,TT_WS", "E01_TOO_MANY_EVENTS");
        check(rule, "TT_MS,TT_MS", "");
        check("E01 = { TT = { all = 1 } }", "TT_team,TT_MS", "E01_TOO_MANY_EVENTS");
        check("E01 = { BD = { all = 1 } }", "TT_team,TT_MS", "");
        check(rule, "no-such-event", "");
    }
}
