//! R01: active professionals are barred.
//!
//! | code | when | out |
//! |---|---|---|
//! | `R01_ACTIVE` | the register holds the same person as active, in a sport and at a level that count | barred |
//! | `R01_POSSIBLE` | it may be the same person, may be active, or the sport or level is not stated | a person must look |
//! | `R01_POSSIBLE` | the person declares a time in a squad that goes on | a person must look |

use super::Context;
use super::declared::Declared;
use super::reading::{Identity, Reading, Registration};
use crate::finding::{Code, Fact, Finding, Severity};
use crate::person::Tri;

/// Whoever is, or may be, an active professional.
pub(super) fn active(cx: &Context<'_>, reading: &Reading<'_>) -> Vec<Finding> {
    let Some(rule) = &cx.rules.r01 else { return Vec::new() };
    let mut found = Vec::new();
    for registration in &reading.registrations {
        let Some(code) = fires(cx, reading, registration) else { continue };
        let out = if code == Code::R01Active { Severity::Ineligible } else { Severity::Review };
        found.push(reading.finding(&rule.clause, code, out, registration.facts()));
    }
    let alone = cx.rules.r02.is_none() && cx.rules.r04.is_none();
    let declared = match reading.declared {
        Declared::Ongoing => true,
        // Where rules of former professionals are on, they ask.
        Declared::Unclear => alone,
        Declared::Nothing | Declared::Past(..) | Declared::League => false,
    };
    if declared && found.is_empty() {
        let facts = vec![Fact::Text(String::new()), reading.declaration(), Fact::Text(String::new())];
        found.push(reading.finding(&rule.clause, Code::R01Possible, Severity::Review, facts));
    }
    found
}

/// What the rule says of one row of the register, if anything.
pub(super) fn fires(cx: &Context<'_>, reading: &Reading<'_>, registration: &Registration<'_>) -> Option<Code> {
    let params = cx.rules.r01.as_ref()?.params;
    let sport = if params.same_sport { reading.same_sport(registration) } else { Tri::Yes };
    let tests = [registration.athlete.active, registration.at_least(params.min_level), sport];
    match registration.identity {
        _ if tests.contains(&Tri::No) => None,
        Identity::Same if !tests.contains(&Tri::Unknown) => Some(Code::R01Active),
        Identity::Same | Identity::Possible => Some(Code::R01Possible),
    }
}

/// Whether the candidate is certainly an active professional: then nothing is said of former ones.
pub(super) fn is_active(cx: &Context<'_>, reading: &Reading<'_>) -> bool {
    reading.registrations.iter().any(|row| fires(cx, reading, row) == Some(Code::R01Active))
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;

    const RULES: &str = "R01 = { sport_scope = \"any\", min_level = \"province\" }
        R02 = { window = \"current\", past_outcome = \"via_R04\" }
        R04 = { service_in_unit_months = 24, then = \"ex_pro\" }";

    /// The candidate is 甲, 男, born 1990-01-01, in table tennis; rows are `name,sex,birth,sport,body,level,from,to,state`.
    #[track_caller]
    fn check(rules: &str, row: &str, expected: &str) {
        case(rules).register(&[row]).check(expected);
    }

    /// Cases 13 and 14 of the catalogue; R02 is silent where R01 fires (reading 1).
    #[test]
    fn an_active_professional_of_any_sport_is_barred() {
        check(RULES, "甲,男,1990-01-01,乒乓球,省队,province,2020,2026,现役", "Ineligible R01_ACTIVE");
        check(RULES, "甲,男,1990-01-01,羽毛球,省队,nation,2020,2026,现役", "Ineligible R01_ACTIVE");
    }

    /// Case 14 of the catalogue, second half: the scope is the same sport.
    #[test]
    fn another_sport_does_not_count_where_the_regulations_say_so() {
        let rules = "R01 = { sport_scope = \"same\" }";
        check(rules, "甲,男,1990-01-01,羽毛球,省队,province,2020,2026,现役", "Eligible");
        check(rules, "甲,男,1990-01-01,乒乓球,省队,province,2020,2026,现役", "Ineligible R01_ACTIVE");
        check(rules, "甲,男,1990-01-01,,省队,province,2020,2026,现役", "NeedsReview R01_POSSIBLE");
    }

    #[test]
    fn the_least_level_is_honoured() {
        check(RULES, "甲,男,1990-01-01,乒乓球,市队,city,2020,2026,现役", "Eligible");
        let city = "R01 = { min_level = \"city\" }";
        check(city, "甲,男,1990-01-01,乒乓球,市队,city,2020,2026,现役", "Ineligible R01_ACTIVE");
        check(RULES, "甲,男,1990-01-01,乒乓球,?,,2020,2026,现役", "NeedsReview R01_POSSIBLE");
    }

    /// Reading 1: the row that may be the candidate's raises nothing else.
    #[test]
    fn a_possible_professional_is_for_review() {
        check(RULES, "甲,男,1990,乒乓球,省队,province,2020,2026,现役", "NeedsReview R01_POSSIBLE");
        check(RULES, "甲,男,,乒乓球,省队,province,2020,2026,现役", "NeedsReview R01_POSSIBLE");
        check(RULES, "甲,男,1990-01,乒乓球,省队,province,2020,2026,", "NeedsReview R01_POSSIBLE");
    }

    /// Reading 9.
    #[test]
    fn a_namesake_is_another_person() {
        check(RULES, "甲,男,1990-01-02,乒乓球,省队,province,2020,2026,现役", "Eligible");
        check(RULES, "甲,女,1990-01-01,乒乓球,省队,province,2020,2026,现役", "Eligible");
        check(RULES, "甲,男,1991,乒乓球,省队,province,2020,2026,现役", "Eligible");
    }

    /// Readings 2 and 7.
    #[test]
    fn leagues_and_years_do_not_make_an_active_professional() {
        check(RULES, "甲,男,1990-01-01,篮球,CBA,league,2020,2026,现役", "Eligible");
        case(RULES)
            .since("2020-01-01")
            .register(&["甲,男,1990-01-01,乒乓球,省队,province,2020,2030,退役"])
            .check("Limited R04_MET");
    }

    #[test]
    fn a_declared_time_that_goes_on_is_for_review() {
        case(RULES).declares("2019至今省队").check("NeedsReview R01_POSSIBLE");
        case(RULES)
            .declares("2019至今省队")
            .register(&["甲,男,1990-01-01,乒乓球,省队,province,2019,2026,现役"])
            .check("Ineligible R01_ACTIVE");
        case("R01 = {}").declares("有").check("NeedsReview R01_POSSIBLE");
    }
}
