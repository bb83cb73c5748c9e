//! T05 and T07: the teams of a unit in an event, by its staff; the host may send more.
//!
//! | code | when | out |
//! |---|---|---|
//! | `T05_TOO_MANY_TEAMS` | more teams than a unit of that staff may send | each of them is told |
//! | `T05_UNKNOWN` | more than the smallest unit may send, and the staff is not stated | a person must look |
//!
//! A unit has one team in an event; several teams of one are units of their own that name it (所属单位). The host's extra
//! teams (T07) come on top.

use super::Context;
use super::team::Team;
use crate::entry::Unit;
use crate::finding::{Code, Fact, Finding};
use crate::regulations::{Kind, TeamsRule};

/// What is wrong with the number of teams that a unit sends.
pub(super) fn teams(cx: &Context<'_>, team: &Team<'_>) -> Option<Finding> {
    let rule = cx.rules.t05.as_ref()?;
    let event = team.event.filter(|event| event.kind == Kind::Team)?;
    let unit = cx.units.get(&team.unit)?;
    let house = house(unit);
    let sent = cx.teams.get(&event.id)?.iter().filter_map(|id| cx.units.get(id));
    let sent: Vec<&Unit> = sent.filter(|other| self::house(other) == house).collect();
    let named = || cx.units.values().find(|other| other.name == house);
    let known = || sent.iter().filter_map(|unit| unit.staff).max();
    let staff = named().and_then(|unit| unit.staff).or_else(known);
    let is_host = sent.iter().any(|unit| unit.is_host()) || named().is_some_and(Unit::is_host);
    let extra = cx.rules.t07.as_ref().filter(|_| is_host).map_or(0, |rule| rule.params);
    let count = u32::try_from(sent.len()).unwrap_or(u32::MAX);
    let most = |staff: u32| u32::from(allowed(&rule.params, staff)) + u32::from(extra);
    match staff {
        Some(staff) if count > most(staff) => {
            let facts = vec![Fact::Count(count), Fact::Count(most(staff)), Fact::Count(staff)];
            Some(team.finding(&rule.clause, Code::T05TooManyTeams, facts))
        }
        None if count > most(0) => Some(team.doubt(&rule.clause, Code::T05Unknown, vec![Fact::Count(count)])),
        Some(_) | None => None,
    }
}

/// The name of the unit whose team it is.
fn house(unit: &Unit) -> &str {
    unit.parent.as_deref().unwrap_or(&unit.name)
}

fn allowed(rule: &TeamsRule, staff: u32) -> u16 {
    rule.up_to.iter().find(|(most, _)| staff <= u32::from(*most)).map_or(rule.above, |(_, teams)| *teams)
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::{rows, teams_of};
    use crate::entry::Unit;
    use crate::id::UnitId;

    /// Two teams of one unit with so many staff.
    #[track_caller]
    fn check(rules: &str, staff: Option<u32>, category: &str, expected: &str) {
        let team = |id| Unit {
            parent: Some("甲厂".to_owned()),
            category: Some(category.to_owned()),
            ..Unit::new(UnitId(id), format!("甲厂{id}队"))
        };
        let units = [Unit { staff, ..Unit::new(UnitId(9), "甲厂") }, team(1), team(2)];
        let lines = ["1 BB BB_men 100101199001010013", "2 BB BB_men 100101199001010013"];
        let found = teams_of(rules, &units, &rows(&lines));
        assert_eq!(
            found.iter().filter(|line| line.contains("BB_men")).collect::<Vec<_>>(),
            [&format!("1 BB BB_men {expected}"), &format!("2 BB BB_men {expected}")]
        );
    }

    #[test]
    fn teams_are_counted_by_the_staff() {
        let rule = "T05 = { up_to = [[100, 1], [200, 2]], above = 3 }";
        check(rule, Some(100), "", "T05_TOO_MANY_TEAMS");
        check(rule, Some(101), "", "");
        check(rule, Some(900), "", "");
        check(rule, None, "", "T05_UNKNOWN");
        check(&format!("{rule}\nT07 = {{ host_extra_teams = 1 }}"), Some(100), "host", "");
        check(&format!("{rule}\nT07 = {{ host_extra_teams = 1 }}"), Some(100), "city", "T05_TOO_MANY_TEAMS");
        check("T05 = { up_to = [] }", Some(100), "", "");
    }
}
