//! P03: the age on the reference date.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P03_UNDER` · `P03_OVER` | certainly too young, too old | barred |
//! | `P03_UNKNOWN` | the birth date is not known well enough to tell | a person must look |
//!
//! Of a birth date that is known in part, the earliest and the latest day count: whoever was born in 1980 is 18, day or
//! no day. The birthday of 29 February is 1 March in a common year.

use super::Context;
use super::reading::Reading;
use crate::date::Date;
use crate::finding::{Code, Fact, Finding, Severity};
use crate::lineup::Ages;
use crate::person::{Birth, Facts};
use crate::regulations::{AgeLimits, AgeMethod, Boundary, Regulations, Rules};

/// Whoever is too young or too old.
pub(super) fn age(cx: &Context<'_>, reading: &Reading<'_>) -> Vec<Finding> {
    let Some(rule) = &cx.rules.p03 else { return Vec::new() };
    let AgeLimits { min, max, .. } = rule.params;
    let barred = |code, age: u16, limit: u16| {
        let facts = vec![Fact::Count(age.into()), Fact::Count(limit.into())];
        vec![reading.finding(&rule.clause, code, Severity::Ineligible, facts)]
    };
    let unknown = || match reading.number_unreadable() {
        true => Vec::new(),
        false => vec![reading.finding(&rule.clause, Code::P03Unknown, Severity::Review, Vec::new())],
    };
    let Some(Ages { least, greatest }) = ages(cx, reading.birth) else {
        return if min.is_none() && max.is_none() { Vec::new() } else { unknown() };
    };
    match (min, max) {
        (Some(min), _) if greatest < min => barred(Code::P03Under, greatest, min),
        (_, Some(max)) if least > max => barred(Code::P03Over, least, max),
        (Some(min), _) if least < min => unknown(),
        (_, Some(max)) if greatest > max => unknown(),
        _ => Vec::new(),
    }
}

/// The ages that are possible on the reference date, counted as P03 counts them (in full years where P03 is off).
pub(super) fn ages(cx: &Context<'_>, birth: Birth) -> Option<Ages> {
    on(cx.rules, cx.reference_date, birth)
}

/// The ages that a person with these facts may have on the reference date; none where the birth date is not known.
#[must_use]
pub fn ages_of(regulations: &Regulations, facts: &Facts) -> Option<Ages> {
    on(&regulations.rules, regulations.reference_date, facts.birth_date())
}

fn on(rules: &Rules, reference_date: Date, birth: Birth) -> Option<Ages> {
    let limits = rules.p03.as_ref().map(|rule| rule.params);
    let method = limits.map_or(AgeMethod::FullYears, |limits| limits.method);
    let boundary = limits.map_or(Boundary::OnBirthday, |limits| limits.boundary);
    let (first, last) = days(birth)?;
    let age = |born: Date| match method {
        AgeMethod::FullYears => full_years(born, reference_date, boundary),
        AgeMethod::BirthYear => reference_date.year().checked_sub(born.year()),
    };
    Some(Ages { greatest: age(first)?, least: age(last).unwrap_or(0) })
}

fn full_years(born: Date, reference: Date, boundary: Boundary) -> Option<u16> {
    let age = born.full_years_to(reference)?;
    let is_birthday = age > 0 && born.anniversary(age) == Some(reference);
    Some(match boundary {
        Boundary::DayAfter if is_birthday => age - 1,
        Boundary::DayAfter | Boundary::OnBirthday => age,
    })
}

/// The first and the last day that the birth date may be.
fn days(birth: Birth) -> Option<(Date, Date)> {
    match birth {
        Birth::Unknown => None,
        Birth::Year(year) => Some((Date::new(year, 1, 1)?, Date::new(year, 12, 31)?)),
        Birth::Month(year, month) => {
            let last = (28..=31).rev().find_map(|day| Date::new(year, month, day))?;
            Some((Date::new(year, month, 1)?, last))
        }
        Birth::Day(day) => Some((day, day)),
    }
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;
    use crate::person::Birth;

    /// The reference date is 2026-09-01.
    #[track_caller]
    fn check(rule: &str, born: &str, expected: &str) {
        case(rule).born(born).check(expected);
    }

    /// Cases 10 and 11 of the catalogue, with our reference date.
    #[test]
    fn eighteen_on_the_reference_date_itself() {
        check("P03 = { min = 18 }", "2008-09-01", "Eligible");
        check("P03 = { min = 18 }", "2008-09-02", "Ineligible P03_UNDER");
        check("P03 = { min = 18, boundary = \"day_after\" }", "2008-09-01", "Ineligible P03_UNDER");
        check("P03 = { min = 18, boundary = \"day_after\" }", "2008-08-31", "Eligible");
    }

    /// Case 12 of the catalogue: 29 February counts from 1 March.
    #[test]
    fn leap_day_birthday() {
        let rule = "P03 = { min = 18 }";
        case(rule).on("2026-02-28").born("2008-02-29").check("Ineligible P03_UNDER");
        case(rule).on("2026-03-01").born("2008-02-29").check("Eligible");
        let day_after = "P03 = { min = 18, boundary = \"day_after\" }";
        case(day_after).on("2026-03-01").born("2008-02-29").check("Ineligible P03_UNDER");
        case(day_after).on("2026-03-02").born("2008-02-29").check("Eligible");
    }

    #[test]
    fn the_greatest_age_is_allowed_to_the_last_day() {
        check("P03 = { max = 55 }", "1970-09-02", "Eligible");
        check("P03 = { max = 55 }", "1970-09-01", "Ineligible P03_OVER");
    }

    #[test]
    fn by_birth_year_the_day_does_not_matter() {
        check("P03 = { min = 16, method = \"birth_year\" }", "2010-12-31", "Eligible");
        check("P03 = { min = 26, method = \"birth_year\" }", "2000-12-31", "Eligible");
        check("P03 = { min = 27, method = \"birth_year\" }", "2000-01-01", "Ineligible P03_UNDER");
    }

    #[test]
    fn a_part_of_a_birth_date_is_used_as_far_as_it_goes() {
        let stated = |birth| case("P03 = { min = 18 }").document("E1234567").stated(birth);
        stated(Birth::Year(1980)).check("NeedsReview P01_FORMAT");
        stated(Birth::Year(2008)).check("NeedsReview P01_FORMAT P03_UNKNOWN");
        stated(Birth::Year(2009)).check("Ineligible P01_FORMAT P03_UNDER");
        stated(Birth::Month(2008, 8)).check("NeedsReview P01_FORMAT");
        stated(Birth::Month(2008, 9)).check("NeedsReview P01_FORMAT P03_UNKNOWN");
        stated(Birth::Month(2008, 13)).check("NeedsReview P01_FORMAT P03_UNKNOWN");
        stated(Birth::Unknown).check("NeedsReview P01_FORMAT P03_UNKNOWN");
    }
}
