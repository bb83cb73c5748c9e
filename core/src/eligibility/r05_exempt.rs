//! R05: from some age on a former professional is exempt from R04.
//!
//! | code | when | out |
//! |---|---|---|
//! | `R05_AGE_EXEMPT` | old enough; cancels what R04 found | a note; class `ex_pro` where the exempt count in the quota |
//! | `R04_UNKNOWN` | the age is not known well enough to tell | a person must look |
//!
//! The age counts as in P03. Nothing but R04 is cancelled.

use super::Context;
use super::p03_age::ages;
use super::r04_former;
use super::reading::Reading;
use crate::finding::{Code, Fact, Finding, Severity};

/// What is left of the findings of R04.
pub(super) fn exempt(cx: &Context<'_>, reading: &Reading<'_>, former: Vec<Finding>) -> Vec<Finding> {
    let (Some(rule), Some(r04)) = (&cx.rules.r05, &cx.rules.r04) else { return former };
    if former.is_empty() {
        return former;
    }
    let ages = ages(cx, reading.birth);
    if let Some(ages) = ages.filter(|ages| ages.least >= rule.params.age) {
        let out = if rule.params.counts_in_quota { Severity::Limited } else { Severity::Note };
        let facts = vec![Fact::Count(ages.least.into()), Fact::Count(rule.params.age.into())];
        return vec![reading.finding(&rule.clause, Code::R05AgeExempt, out, facts)];
    }
    if ages.is_some_and(|ages| ages.greatest < rule.params.age) {
        return former;
    }
    vec![r04_former::unknown(r04, reading, reading.declaration())]
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;
    use crate::person::Birth;

    const RULES: &str = "R04 = { service_in_unit_months = 24 }\nR05 = { age = 45, exempts = [\"R04\"] }";

    fn row(born: &str) -> String {
        format!("甲,男,{born},乒乓球,省队,province,1995,2005,退役")
    }

    #[track_caller]
    fn check(rules: &str, born: &str, expected: &str) {
        case(rules).born(born).since("2025-01-10").register(&[&row(born)]).check(expected);
    }

    /// Case 17 of the catalogue.
    #[test]
    fn the_old_enough_are_exempt_to_the_day() {
        check(RULES, "1979-05-01", "Eligible R05_AGE_EXEMPT");
        check(RULES, "1981-09-01", "Eligible R05_AGE_EXEMPT");
        check(RULES, "1981-09-02", "Ineligible R04_SERVICE_SHORT");
    }

    /// Case 30 of the catalogue: age by birth year, the exempt count in the quota.
    #[test]
    fn the_exempt_may_count_in_the_quota() {
        let rules = "P03 = { min = 16, method = \"birth_year\" }
            R01 = { sport_scope = \"same\" }
            R04 = { retired_years = 3, then = \"ex_pro\" }
            R05 = { age = 35, exempts = [\"R04\"], counts_in_quota = true }";
        let ended = |born: &str| format!("甲,男,{born},乒乓球,省队,province,2010,2025,退役");
        let case = |born: &str| case(rules).on("2027-06-01").born(born).register(&[&ended(born)]);
        case("1993-05-01").check("Ineligible R04_COOLING");
        case("1992-12-31").check("Limited R05_AGE_EXEMPT");
    }

    #[test]
    fn others_are_not_told_of_it() {
        case(RULES).born("1970-01-01").check("Eligible");
        case("R05 = { age = 45 }").born("1970-01-01").register(&[&row("1970-01-01")]).check("Eligible");
    }

    /// The exemption cancels R04 alone; case 22 of the catalogue needs R03, which is not checked yet.
    #[test]
    fn an_active_professional_is_not_exempt() {
        let active = row("1970-01-01").replace("退役", "现役");
        let rules = format!("R01 = {{}}\n{RULES}");
        case(&rules).born("1970-01-01").register(&[&active]).check("Ineligible R01_ACTIVE");
    }

    #[test]
    fn an_unknown_age_may_be_exempt() {
        let declares = case(RULES).document("E1234567").declares("1995-2005省队").since("2025-01-10");
        declares.clone().check("NeedsReview P01_FORMAT R04_UNKNOWN");
        declares.clone().stated(Birth::Year(1970)).check("NeedsReview P01_FORMAT R05_AGE_EXEMPT");
        declares.stated(Birth::Year(1990)).check("Ineligible P01_FORMAT R04_SERVICE_SHORT");
    }
}
