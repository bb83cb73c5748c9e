//! T03: women and men in a team.
//!
//! | code | when | out |
//! |---|---|---|
//! | `T03_SEX` | fewer women or men than the regulations ask | the team must change its list |
//!
//! Somebody whose sex is not known may be either: the team is wrong only where it would be with all of them too.

use super::Context;
use super::team::Team;
use crate::finding::{Code, Fact, Finding};
use crate::sex::Sex;

/// What is wrong with the sexes of a list.
pub(super) fn sexes(cx: &Context<'_>, team: &Team<'_>) -> Vec<Finding> {
    let Some(rule) = &cx.rules.t03 else { return Vec::new() };
    let may_be = |sex: Sex| {
        let rows = team.rows.iter().filter(|row| row.sex.is_none_or(|known| known == sex));
        u32::try_from(rows.count()).unwrap_or(u32::MAX)
    };
    let quotas = rule.params.iter().filter(|quota| team.is(&quota.of));
    let asked = quotas.flat_map(|quota| [(Sex::Female, quota.women), (Sex::Male, quota.men)]);
    let missing = asked.filter(|(sex, least)| may_be(*sex) < u32::from(*least));
    missing
        .map(|(sex, least)| {
            let whom = if sex == Sex::Female { "F" } else { "M" };
            let facts = vec![Fact::Text(whom.to_owned()), Fact::Count(may_be(sex)), Fact::Count(least.into())];
            team.finding(&rule.clause, Code::T03Sex, facts)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::{rows, teams};

    const MAN: &str = "100101199001010013";
    const WOMAN: &str = "100101199001010021";

    #[track_caller]
    fn check(people: &[&str], expected: &str) {
        let lines: Vec<String> = people.iter().map(|number| format!("1 TT TT_team {number}")).collect();
        let rows = rows(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        let found = teams("T03 = { TT_team = { women = 1, men = 2 } }", &rows);
        assert_eq!(found, ["1 TT - ", &format!("1 TT TT_team {expected}")]);
    }

    #[test]
    fn a_team_needs_its_women_and_men() {
        check(&[MAN, MAN, WOMAN], "");
        check(&[MAN, MAN, MAN], "T03_SEX");
        check(&[WOMAN, WOMAN, MAN], "T03_SEX");
        check(&[WOMAN], "T03_SEX");
    }

    #[test]
    fn an_unknown_sex_is_no_wrong_one() {
        check(&[MAN, MAN, "E1234567"], "");
        check(&[MAN, "E1234567"], "");
        check(&["E1234567", "E1234568"], "");
        check(&["E1234567"], "T03_SEX");
    }
}
