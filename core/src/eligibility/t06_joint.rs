//! T06: a team of several units.
//!
//! | code | when | out |
//! |---|---|---|
//! | `T06_TOO_MANY_UNITS` | of more units than may join | the list must change |
//! | `T06_TOO_LARGE` | one of them is large enough for a team of its own | the list must change |
//! | `T06_UNKNOWN` | the staff of one is not stated | a person must look |
//!
//! The list of units says who joins (联队单位).

use super::Context;
use super::team::Team;
use crate::finding::{Code, Fact, Finding};

/// What is wrong with the units that make a team together.
pub(super) fn joint(cx: &Context<'_>, team: &Team<'_>) -> Vec<Finding> {
    let Some(rule) = cx.rules.t06.as_ref().filter(|_| team.event.is_none()) else { return Vec::new() };
    let parts = cx.units.get(&team.unit).map(|unit| unit.parts.as_slice()).unwrap_or_default();
    if parts.len() < 2 {
        return Vec::new();
    }
    let mut found = Vec::new();
    let count = u32::try_from(parts.len()).unwrap_or(u32::MAX);
    if let Some(most) = rule.params.max_units.filter(|most| count > u32::from(*most)) {
        let facts = vec![Fact::Count(count), Fact::Count(most.into())];
        found.push(team.finding(&rule.clause, Code::T06TooManyUnits, facts));
    }
    let Some(below) = rule.params.below_staff else { return found };
    found.extend(parts.iter().filter_map(|(name, staff)| match staff {
        None => Some(team.doubt(&rule.clause, Code::T06Unknown, vec![Fact::Text(name.clone())])),
        Some(staff) if *staff >= u32::from(below) => {
            let facts = vec![Fact::Text(name.clone()), Fact::Count(*staff), Fact::Count(below.into())];
            Some(team.finding(&rule.clause, Code::T06TooLarge, facts))
        }
        Some(_) => None,
    }));
    found
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::{rows, teams_of};
    use crate::entry::Unit;
    use crate::id::UnitId;

    #[track_caller]
    fn check(parts: &[(&str, Option<u32>)], expected: &str) {
        let parts = parts.iter().map(|(name, staff)| ((*name).to_owned(), *staff)).collect();
        let unit = Unit { parts, ..Unit::new(UnitId(1), "联队") };
        let found =
            teams_of("T06 = { below_staff = 20, max_units = 2 }", &[unit], &rows(&["1 BB BB_men 100101199001010013"]));
        assert_eq!(found[0], format!("1 BB - {expected}"));
    }

    #[test]
    fn small_units_may_join_up_to_a_number() {
        check(&[], "");
        check(&[("甲", Some(19)), ("乙", Some(5))], "");
        check(&[("甲", Some(20)), ("乙", Some(5))], "T06_TOO_LARGE");
        check(&[("甲", None), ("乙", Some(5))], "T06_UNKNOWN");
        check(&[("甲", Some(1)), ("乙", Some(1)), ("丙", Some(1))], "T06_TOO_MANY_UNITS");
    }
}
