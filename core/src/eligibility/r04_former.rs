//! R04: when a former professional may play.
//!
//! | code | when | out |
//! |---|---|---|
//! | `R04_MET` | long enough in the unit, or long enough since: one of the two that the regulations name suffices | class `ex_pro` |
//! | `R04_SERVICE_SHORT` | not yet, by service in the unit | barred |
//! | `R04_COOLING` | not yet, by years since | barred |
//! | `R04_UNKNOWN` | perhaps the same person, or the day of joining or the last year is not known | a person must look |
//!
//! A professional past is what the register holds as 退役, or, where it holds nothing of the person, what the person
//! declares with years and squad. A province or the nation always counts, a city where R01 counts it; the sport counts
//! where R01 asks for it, unless R02 leads here (`via_R04`). Silent on a register row that R01 or R02 has taken.

use super::Context;
use super::declared::Declared;
use super::reading::{Identity, Reading, Registration, over_for};
use super::{r01_active, r02_registered};
use crate::finding::{Code, Fact, Finding, Severity};
use crate::person::Tri;
use crate::regulations::{Class, FormerRule, Level, PastOutcome, Rule};

/// Whoever was, or may have been, a professional.
pub(super) fn former(cx: &Context<'_>, reading: &Reading<'_>) -> Vec<Finding> {
    let Some(rule) = &cx.rules.r04 else { return Vec::new() };
    match past(cx, reading) {
        Past::None => Vec::new(),
        Past::Certain { last } => judge(cx, rule, reading, last),
        Past::Possible(what) => vec![unknown(rule, reading, what)],
    }
}

/// That R04 cannot be judged on what is known.
pub(super) fn unknown(rule: &Rule<FormerRule>, reading: &Reading<'_>, what: Fact) -> Finding {
    reading.finding(&rule.clause, Code::R04Unknown, Severity::Review, vec![what])
}

/// The professional past of a candidate.
enum Past {
    None,
    /// With its last year, where that is known.
    Certain {
        last: Option<u16>,
    },
    /// With what speaks for it.
    Possible(Fact),
}

fn past(cx: &Context<'_>, reading: &Reading<'_>) -> Past {
    if r01_active::is_active(cx, reading) {
        return Past::None;
    }
    let mut past = Past::None;
    for registration in &reading.registrations {
        past = match (counts(cx, reading, registration), past) {
            (Tri::Yes, Past::Certain { last }) => {
                Past::Certain { last: last.zip(registration.athlete.to).map(|(one, other)| one.max(other)) }
            }
            (Tri::Yes, Past::None | Past::Possible(_)) => Past::Certain { last: registration.athlete.to },
            (Tri::Unknown, Past::None) => Past::Possible(Fact::Text(registration.athlete.body.clone())),
            (Tri::Unknown | Tri::No, past) => past,
        };
    }
    if matches!(past, Past::Certain { .. }) || reading.registrations.iter().any(|row| certainly_taken(cx, reading, row))
    {
        return past;
    }
    let alone = cx.rules.r01.is_none() && cx.rules.r02.is_none();
    match reading.declared {
        // A declaration names no sport.
        Declared::Past(level, _) if level >= floor(cx) && asks_for_sport(cx) => Past::Possible(reading.declaration()),
        Declared::Past(level, last) if level >= floor(cx) => Past::Certain { last: Some(last) },
        Declared::Unclear => Past::Possible(reading.declaration()),
        Declared::Ongoing if alone => Past::Possible(reading.declaration()),
        Declared::Past(..) | Declared::Ongoing | Declared::Nothing | Declared::League => past,
    }
}

/// Whether a registration makes the candidate a former professional.
fn counts(cx: &Context<'_>, reading: &Reading<'_>, registration: &Registration<'_>) -> Tri {
    let taken = taken(cx, reading, registration);
    let over = !registration.athlete.active;
    let sport = if asks_for_sport(cx) { reading.same_sport(registration) } else { Tri::Yes };
    let tests = [over, registration.at_least(floor(cx)), sport];
    match registration.identity {
        _ if taken || tests.contains(&Tri::No) => Tri::No,
        Identity::Same if !tests.contains(&Tri::Unknown) => Tri::Yes,
        Identity::Same | Identity::Possible => Tri::Unknown,
    }
}

/// Whether R01 or R02 speaks of a registration as one that goes on.
fn taken(cx: &Context<'_>, reading: &Reading<'_>, registration: &Registration<'_>) -> bool {
    let by_r02 = cx.rules.r02.as_ref().is_some_and(|r02| {
        registration.at_least(Level::Province) != Tri::No
            && (r02_registered::in_window(r02.params, cx.year(), registration) != Tri::No
                || r02_registered::youth(r02.params, reading, registration) != Tri::No)
    });
    by_r02 || r01_active::fires(cx, reading, registration).is_some()
}

/// Whether the same holds of one that is the candidate's: then the register tells more than a declaration.
fn certainly_taken(cx: &Context<'_>, reading: &Reading<'_>, registration: &Registration<'_>) -> bool {
    registration.identity == Identity::Same && taken(cx, reading, registration)
}

/// The least level of a professional: a province, or lower where R01 says so.
fn floor(cx: &Context<'_>) -> Level {
    cx.rules.r01.as_ref().map_or(Level::Province, |r01| r01.params.min_level.min(Level::Province))
}

fn asks_for_sport(cx: &Context<'_>) -> bool {
    let via_r02 = cx.rules.r02.as_ref().is_some_and(|r02| r02.params.past == PastOutcome::ViaR04);
    !via_r02 && cx.rules.r01.as_ref().is_some_and(|r01| r01.params.same_sport)
}

fn judge(cx: &Context<'_>, rule: &Rule<FormerRule>, reading: &Reading<'_>, last: Option<u16>) -> Vec<Finding> {
    let FormerRule { service_months, retired_years } = rule.params;
    let since = reading.candidate.facts.since;
    let service = service_months.map(|months| match since {
        None => Tri::Unknown,
        Some(day) if day.plus_months(months).is_some_and(|full| full <= cx.reference_date) => Tri::Yes,
        Some(_) => Tri::No,
    });
    let years = retired_years.map(|years| over_for(last, years, cx.year()));
    let both = [service, years];
    if both.contains(&Some(Tri::Yes)) {
        let class = Fact::Text(Class::ExPro.name().to_owned());
        return vec![reading.finding(&rule.clause, Code::R04Met, Severity::Limited, vec![class])];
    }
    if both.contains(&Some(Tri::Unknown)) {
        let body = reading.registrations.iter().find(|row| counts(cx, reading, row) == Tri::Yes);
        let what = body.map_or_else(|| reading.declaration(), |row| Fact::Text(row.athlete.body.clone()));
        return vec![unknown(rule, reading, what)];
    }
    let count = |number: u16| Fact::Count(number.into());
    let service = service_months.zip(since).map(|(months, since)| {
        let facts = vec![count(months), Fact::Date(since)];
        reading.finding(&rule.clause, Code::R04ServiceShort, Severity::Ineligible, facts)
    });
    let cooling = retired_years.zip(last).map(|(years, last)| {
        let facts = vec![count(years), count(last)];
        reading.finding(&rule.clause, Code::R04Cooling, Severity::Ineligible, facts)
    });
    service.into_iter().chain(cooling).collect()
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;

    const RULES: &str = "R01 = {}
        R02 = { window = \"current\", past_outcome = \"via_R04\" }
        R04 = { service_in_unit_months = 24, then = \"ex_pro\" }";
    const PAST: &str = "甲,男,1990-01-01,羽毛球,省队,province,2010,2020,退役";

    #[track_caller]
    fn check(since: &str, row: &str, expected: &str) {
        case(RULES).since(since).register(&[row]).check(expected);
    }

    /// Cases 15 and 16 of the catalogue, and the boundary: `since + 24 months <= 2026-09-01`.
    #[test]
    fn service_counts_to_the_day() {
        check("2019-01-10", PAST, "Limited R04_MET");
        check("2024-09-01", PAST, "Limited R04_MET");
        check("2024-09-02", PAST, "Ineligible R04_SERVICE_SHORT");
        check("2025-01-10", PAST, "Ineligible R04_SERVICE_SHORT");
        check("2027-01-10", PAST, "Ineligible R04_SERVICE_SHORT");
    }

    #[test]
    fn a_month_without_the_day_ends_on_its_last() {
        case(RULES).on("2026-02-28").since("2024-02-29").register(&[PAST]).check("Limited R04_MET");
        case(RULES).on("2026-02-27").since("2024-02-29").register(&[PAST]).check("Ineligible R04_SERVICE_SHORT");
    }

    #[test]
    fn what_is_not_known_is_for_review() {
        case(RULES).register(&[PAST]).check("NeedsReview R04_UNKNOWN");
        check("2019-01-10", "甲,男,1990,羽毛球,省队,province,2010,2020,退役", "NeedsReview R04_UNKNOWN");
        check("2019-01-10", "甲,男,1990-01-01,羽毛球,省队,,2010,2020,退役", "NeedsReview R04_UNKNOWN");
    }

    #[test]
    fn cities_leagues_and_namesakes_are_no_past() {
        check("2025-01-10", "甲,男,1990-01-01,羽毛球,市队,city,2010,2020,退役", "Eligible");
        check("2025-01-10", "甲,男,1990-01-01,篮球,CBA,league,2010,2020,退役", "Eligible");
        check("2025-01-10", "甲,男,1990-01-03,羽毛球,省队,province,2010,2020,退役", "Eligible");
    }

    #[test]
    fn years_since_count_from_the_last_of_all_registrations() {
        let rule = "R04 = { retired_years = 5 }";
        let ended = |last: &str| format!("甲,男,1990-01-01,乒乓球,省队,province,2001,{last},退役");
        case(rule).register(&[&ended("2020")]).check("Limited R04_MET");
        case(rule).register(&[&ended("2021")]).check("NeedsReview R04_UNKNOWN");
        case(rule).register(&[&ended("2022")]).check("Ineligible R04_COOLING");
        case(rule).register(&[&ended("2022"), &ended("2010")]).check("Ineligible R04_COOLING");
        case(rule).register(&[&ended(""), &ended("2010")]).check("NeedsReview R04_UNKNOWN");
    }

    #[test]
    fn of_service_and_years_one_suffices() {
        let both = |since: &str| case("R04 = { retired_years = 9, service_in_unit_months = 24 }").since(since);
        both("2020-01-01").register(&[PAST]).check("Limited R04_MET");
        both("2025-01-01").register(&[PAST]).check("Ineligible R04_COOLING R04_SERVICE_SHORT");
    }

    #[test]
    fn a_declared_past_is_a_past() {
        let declares = |text: &str| case(RULES).since("2025-01-10").declares(text);
        declares("2008-2016省队").check("Ineligible R04_SERVICE_SHORT");
        declares("2008-2016市队").check("Eligible");
        declares("2014-2016 CBA").check("Eligible");
        declares("体校").check("NeedsReview R04_UNKNOWN");
        declares("2008-2016省队").since("2019-01-10").check("Limited R04_MET");
        declares("2008-2016省队").register(&[PAST]).check("Ineligible R04_SERVICE_SHORT");
        let ever = case("R02 = { window = \"ever\" }\nR04 = { retired_years = 9 }").declares("2010-2020省队");
        ever.register(&[PAST]).check("Ineligible R02_CURRENT");
    }

    #[test]
    fn the_sport_counts_where_the_regulations_ask_for_it() {
        let same = "R01 = { sport_scope = \"same\" }\nR04 = { retired_years = 9 }";
        case(same).register(&[PAST]).check("Eligible");
        case(same).register(&[&PAST.replace("羽毛球", "乒乓球")]).check("Ineligible R04_COOLING");
        case(same).declares("2010-2020省队").check("NeedsReview R04_UNKNOWN");
    }
}
