//! T04: people of a class in a team.
//!
//! | code | when | out |
//! |---|---|---|
//! | `T04_EX_PRO` | more former professionals than the regulations allow | the team must change its list |
//!
//! Those count who may play in that class alone (reading 3), on the unit's list of a sport where it enters a team.

use super::Context;
use super::team::Team;
use crate::eligibility::Class;
use crate::finding::{Code, Fact, Finding};
use crate::regulations::RosterOf;

/// What is wrong with the classes on a list.
pub(super) fn classes(cx: &Context<'_>, team: &Team<'_>) -> Option<Finding> {
    let rule = cx.rules.t04.as_ref()?;
    let most = rule.params.ex_pro.filter(|_| team.is(&RosterOf::Sport(team.sport)))?;
    let count = team.rows.iter().filter(|row| row.classes.contains(&Class::ExPro)).count();
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let facts = vec![Fact::Count(count), Fact::Count(most.into())];
    (count > u32::from(most)).then(|| team.finding(&rule.clause, Code::T04ExPro, facts))
}
