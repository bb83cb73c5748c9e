//! R07: people whose work is sport.
//!
//! | code | when | out |
//! |---|---|---|
//! | `R07_SPECIALIST` | of an occupation that the regulations name, where they bar it | barred |
//! | `R07_SPECIALIST` | the same, where it is barred in its own sport and names none | a person must look |
//! | `R07_TOO_MANY_EVENTS` | of such an occupation, in more events of all sports than `max_events` | the list must change |
//!
//! As with grades, whoever states no occupation in sport has none.

use super::reading::Reading;
use super::team::{Row, Team};
use super::{Context, finding};
use crate::finding::{Code, Fact, Finding, Severity, Subject};
use crate::person::{Facts, Tri};
use crate::regulations::{SpecialistRule, Sport};

/// Whoever may not enter for an occupation.
pub(super) fn specialist(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.r07.as_ref().filter(|rule| rule.params.max_events.is_none())?;
    let (counts, occupation) = occupation(&rule.params, reading.candidate.facts, reading.candidate.sport)?;
    let out = if counts == Tri::Yes { Severity::Ineligible } else { Severity::Review };
    Some(reading.finding(&rule.clause, Code::R07Specialist, out, vec![Fact::Text(occupation)]))
}

/// Whoever of a list enters more than the occupation allows.
pub(super) fn events(cx: &Context<'_>, team: &Team<'_>) -> Vec<Finding> {
    let Some(rule) = cx.rules.r07.as_ref().filter(|_| team.event.is_none()) else { return Vec::new() };
    let Some(most) = rule.params.max_events else { return Vec::new() };
    let over = |row: &&&Row<'_>| {
        occupation(&rule.params, row.candidate.facts, row.candidate.sport).is_some_and(|(counts, _)| counts == Tri::Yes)
            && entered(cx, row) > u32::from(most)
    };
    let told = team.rows.iter().filter(over).map(|row| {
        let person = row.candidate;
        let facts = vec![Fact::Text(person.name.to_owned()), Fact::Count(entered(cx, row)), Fact::Count(most.into())];
        finding(&rule.clause, Code::R07TooManyEvents, Severity::TeamInvalid, Subject::Person(person.person), facts)
    });
    told.collect()
}

/// The events that a person enters in all sports.
fn entered(cx: &Context<'_>, row: &Row<'_>) -> u32 {
    let events = cx.events_of.get(&row.candidate.person).map_or(0, std::collections::BTreeSet::len);
    u32::try_from(events).unwrap_or(u32::MAX)
}

/// The occupation that counts, or perhaps does.
fn occupation(rule: &SpecialistRule, facts: &Facts, sport: Sport) -> Option<(Tri, String)> {
    let counts = |text: &String| {
        if !rule.tags.iter().any(|tag| text.contains(tag.as_str())) {
            return Tri::No;
        }
        let of_sport = Sport::named_in(text).any(|named| named == sport);
        match Sport::named_in(text).count() {
            _ if !rule.same_sport || of_sport => Tri::Yes,
            0 => Tri::Unknown,
            _ => Tri::No,
        }
    };
    let weighed = facts.occupation.iter().map(|text| (counts(text), text)).filter(|(counts, _)| *counts != Tri::No);
    let (counts, text) = weighed.max_by_key(|(counts, _)| *counts == Tri::Yes)?;
    Some((counts, text.clone()))
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::{case, rows_with, teams};

    #[track_caller]
    fn check(params: &str, occupation: &str, expected: &str) {
        let mut case = case(&format!("R07 = {{ tags = [\"体育教师\", \"教练\"], {params} }}"));
        case.facts.occupation = vec!["职员".to_owned(), occupation.to_owned()];
        case.check(expected);
    }

    #[test]
    fn an_occupation_that_is_named_bars() {
        check("", "中学体育教师", "Ineligible R07_SPECIALIST");
        check("", "语文教师", "Eligible");
        check("same_sport = true", "乒乓球教练", "Ineligible R07_SPECIALIST");
        check("same_sport = true", "羽毛球教练", "Eligible");
        check("same_sport = true", "教练", "NeedsReview R07_SPECIALIST");
        check("max_events = 1", "教练", "Eligible");
    }

    #[test]
    fn the_events_of_all_sports_count() {
        let rule = "R07 = { tags = [\"教练\"], max_events = 1 }";
        let coach = |lines: &[&str]| rows_with(lines, |facts| facts.occupation = vec!["教练".to_owned()]);
        let two = coach(&["1 TT TT_team,TT_MS 100101199001010013"]);
        assert_eq!(teams(rule, &two)[0], "1 TT - R07_TOO_MANY_EVENTS");
        assert_eq!(teams(rule, &coach(&["1 TT TT_MS 100101199001010013"]))[0], "1 TT - ");
    }
}
