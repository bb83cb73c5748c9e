//! T04: people of a class in a team.
//!
//! | code | when | out |
//! |---|---|---|
//! | `T04_EX_PRO` · `T04_FOREIGN` · `T04_RETIRED` | more of a class than the regulations allow | the team must change its list |
//!
//! Those count who may play in that class alone (reading 3), on the unit's list of a sport where it enters a team. P12 may
//! limit foreigners too (`max_foreign_roster`).

use super::Context;
use super::team::Team;
use crate::clause::Clause;
use crate::eligibility::Class;
use crate::finding::{Code, Fact, Finding};
use crate::regulations::RosterOf;

/// What is wrong with the classes on a list.
pub(super) fn classes(cx: &Context<'_>, team: &Team<'_>) -> Vec<Finding> {
    if !team.is(&RosterOf::Sport(team.sport)) {
        return Vec::new();
    }
    let by_t04 =
        cx.rules.t04.iter().flat_map(|rule| rule.params.iter().map(|(class, most)| (*class, *most, &rule.clause)));
    let by_p12 = cx.rules.p12.iter().filter_map(|rule| Some((Class::Foreign, rule.params.max_foreign?, &rule.clause)));
    by_t04.chain(by_p12).filter_map(|(class, most, clause)| over(team, class, most, clause)).collect()
}

fn over(team: &Team<'_>, class: Class, most: u16, clause: &Clause) -> Option<Finding> {
    let code = match class {
        Class::ExPro => Code::T04ExPro,
        Class::Foreign => Code::T04Foreign,
        Class::Retired => Code::T04Retired,
        Class::Leader => return None,
    };
    let count = team.rows.iter().filter(|row| row.classes.contains(&class)).count();
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    (count > u32::from(most)).then(|| team.finding(clause, code, vec![Fact::Count(count), Fact::Count(most.into())]))
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::{rows_with, teams};

    #[test]
    fn each_class_has_its_quota() {
        let line = "1 BB BB_men 100101199001010013";
        let foreign = rows_with(&[line, line], |facts| facts.nationality = Some("韩国".to_owned()));
        let rule = "P12 = { allow = \"any\", max_foreign_roster = 1 }";
        assert_eq!(teams(rule, &foreign)[0], "1 BB - T04_FOREIGN");
        let rule = "P12 = { allow = \"any\" }\nT04 = { foreign = { roster = 2 } }";
        assert_eq!(teams(rule, &foreign)[0], "1 BB - ");
        let retired = rows_with(&[line, line], |facts| facts.employment = Some("退休".to_owned()));
        let rule = "P08 = { limited = { \"退休\" = \"retired\" } }\nT04 = { retired = { roster = 1 } }";
        assert_eq!(teams(rule, &retired)[0], "1 BB - T04_RETIRED");
    }
}
