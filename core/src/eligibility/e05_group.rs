//! E05: the categories of units that may enter an event.
//!
//! | code | when | out |
//! |---|---|---|
//! | `E05_GROUP` | the unit is of another category | the list must change |
//! | `E05_UNKNOWN` | the list of units states no category of it | a person must look |

use super::Context;
use super::team::Team;
use crate::finding::{Code, Fact, Finding};
use crate::text::plain;

/// Whether the unit may enter the event.
pub(super) fn group(cx: &Context<'_>, team: &Team<'_>) -> Option<Finding> {
    let (rule, event) = (cx.rules.e05.as_ref()?, team.event?);
    let categories = rule.params.get(&event.id)?;
    let name = || Fact::Text(event.name.clone());
    let category = cx.units.get(&team.unit).and_then(|unit| unit.category.as_ref());
    let Some(category) = category else {
        return Some(team.doubt(&rule.clause, Code::E05Unknown, vec![name()]));
    };
    let may = categories.iter().any(|known| plain(known) == plain(category));
    (!may).then(|| team.finding(&rule.clause, Code::E05Group, vec![name(), Fact::Text(category.clone())]))
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::{rows, teams_of};
    use crate::entry::Unit;
    use crate::id::UnitId;

    #[track_caller]
    fn check(category: Option<&str>, event: &str, expected: &[&str]) {
        let unit = Unit { category: category.map(str::to_owned), ..Unit::new(UnitId(1), "甲") };
        let found =
            teams_of("E05 = { TT_MS = [\"企业\"] }", &[unit], &rows(&[&format!("1 TT {event} 100101199001010013")]));
        assert_eq!(found[1..], expected.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>());
    }

    #[test]
    fn a_unit_enters_the_events_of_its_category() {
        check(Some("企业"), "TT_MS", &[]);
        check(Some("机关"), "TT_MS", &["1 TT TT_MS E05_GROUP"]);
        check(Some("机关"), "TT_team", &["1 TT TT_team "]);
        check(None, "TT_MS", &["1 TT TT_MS E05_UNKNOWN"]);
    }
}
