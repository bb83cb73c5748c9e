//! R02: athletes registered with the nation or a province.
//!
//! | code | when | out |
//! |---|---|---|
//! | `R02_CURRENT` | registered within the window | barred |
//! | `R02_PAST` | registered, but not within the window | as `past_outcome` says; `via_R04`: R04 judges |
//! | `R02_YOUTH_ONLY` | registered, but every time it ended before the age that the regulations name | as `youth_outcome` says |
//!
//! Silent where R01 fires (reading 1). Whatever is not certain (the person, the level, the day of the end, what is only
//! declared) is for review. Registrations of cities and leagues are no matter of this rule; the sport does not matter.
//! Registers state years alone: a registration that ended in the year in which one came of that age may have been of
//! youth, and is for review. One of youth is no past to R04 either.

use std::cmp::Ordering;

use super::Context;
use super::declared::Declared;
use super::r01_active;
use super::reading::{Identity, Reading, Registration, over_for};
use crate::finding::{Code, Fact, Finding, Severity};
use crate::person::{Birth, Tri};
use crate::regulations::{Level, PastOutcome, RegisteredRule, Window, YouthOutcome};

/// Whoever is, or was, registered.
pub(super) fn registered(cx: &Context<'_>, reading: &Reading<'_>) -> Vec<Finding> {
    let Some(rule) = &cx.rules.r02 else { return Vec::new() };
    if r01_active::is_active(cx, reading) {
        return Vec::new();
    }
    let (mut found, mut of_youth) = (Vec::new(), Vec::new());
    let (mut on_record, mut grown) = (false, false);
    for registration in &reading.registrations {
        let level = registration.at_least(Level::Province);
        if level == Tri::No || r01_active::fires(cx, reading, registration).is_some() {
            continue;
        }
        let certain = level == Tri::Yes && registration.identity == Identity::Same;
        on_record |= certain;
        let youth = youth(rule.params, reading, registration);
        if youth != Tri::No {
            let out = rule.params.youth.map(|rule| rule.outcome).filter(|_| certain && youth == Tri::Yes);
            of_youth.extend(severity_of_youth(out).map(|out| {
                let facts = facts(Code::R02Past, registration);
                reading.finding(&rule.clause, Code::R02YouthOnly, out, facts)
            }));
            continue;
        }
        grown = true;
        let Some((code, out)) = weigh(cx, rule.params, in_window(rule.params, cx.year(), registration)) else {
            continue;
        };
        let out = if certain { out } else { Severity::Review };
        found.push(reading.finding(&rule.clause, code, out, facts(code, registration)));
    }
    if !grown {
        found.extend(of_youth);
    }
    if !on_record && found.is_empty() {
        found.extend(declared(cx, rule.params, reading).map(|code| {
            let facts = vec![Fact::Text(String::new()), reading.declaration(), Fact::Text(String::new())];
            reading.finding(&rule.clause, code, Severity::Review, facts)
        }));
    }
    found
}

/// Whether a registration that is over ended before the age from which registrations count.
pub(super) fn youth(params: RegisteredRule, reading: &Reading<'_>, registration: &Registration<'_>) -> Tri {
    let born = match reading.birth {
        Birth::Unknown => return Tri::No,
        Birth::Year(year) | Birth::Month(year, _) => year,
        Birth::Day(day) => day.year(),
    };
    let (Some(rule), Some(last), Tri::No) = (params.youth, registration.athlete.to, registration.athlete.active) else {
        return Tri::No;
    };
    match last.saturating_sub(born).cmp(&rule.before_age) {
        Ordering::Less => Tri::Yes,
        Ordering::Equal => Tri::Unknown,
        Ordering::Greater => Tri::No,
    }
}

/// What a registration of youth raises; one that is not certain is for review.
fn severity_of_youth(outcome: Option<YouthOutcome>) -> Option<Severity> {
    match outcome {
        Some(YouthOutcome::Ignore) => None,
        Some(YouthOutcome::Review) | None => Some(Severity::Review),
        Some(YouthOutcome::Limited) => Some(Severity::Limited),
        Some(YouthOutcome::Ineligible) => Some(Severity::Ineligible),
    }
}

/// Whether a registration lies within the window.
pub(super) fn in_window(params: RegisteredRule, this_year: u16, registration: &Registration<'_>) -> Tri {
    match (params.window, registration.athlete.active) {
        (Window::Ever, _) | (_, Tri::Yes) => Tri::Yes,
        (Window::Current, active) => active,
        (Window::Years(years), _) => !over_for(registration.athlete.to, years, this_year),
    }
}

fn weigh(cx: &Context<'_>, params: RegisteredRule, in_window: Tri) -> Option<(Code, Severity)> {
    let past = match (in_window, params.past) {
        (Tri::Yes, _) => return Some((Code::R02Current, Severity::Ineligible)),
        (Tri::Unknown, _) => return Some((Code::R02Current, Severity::Review)),
        (Tri::No, PastOutcome::ViaR04) if cx.rules.r04.is_some() => return None,
        (Tri::No, PastOutcome::ViaR04 | PastOutcome::Review) => Severity::Review,
        (Tri::No, PastOutcome::Ineligible) => Severity::Ineligible,
        (Tri::No, PastOutcome::Limited) => Severity::Limited,
    };
    Some((Code::R02Past, past))
}

/// What a declaration alone raises, where the register holds nothing of the person.
fn declared(cx: &Context<'_>, params: RegisteredRule, reading: &Reading<'_>) -> Option<Code> {
    match reading.declared {
        Declared::Nothing | Declared::League => None,
        Declared::Ongoing => cx.rules.r01.is_none().then_some(Code::R02Current),
        Declared::Unclear => cx.rules.r04.is_none().then_some(Code::R02Past),
        Declared::Past(level, _) if level < Level::Province => None,
        Declared::Past(_, last) => {
            let in_window = match params.window {
                Window::Ever => Tri::Yes,
                Window::Current => Tri::No,
                Window::Years(years) => !over_for(Some(last), years, cx.year()),
            };
            weigh(cx, params, in_window).map(|(code, _)| code)
        }
    }
}

fn facts(code: Code, registration: &Registration<'_>) -> Vec<Fact> {
    let mut facts = registration.facts();
    if code == Code::R02Past {
        let last = registration.athlete.to;
        facts[2] = last.map_or(Fact::Text(String::new()), |year| Fact::Count(year.into()));
    }
    facts
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;

    const ACTIVE: &str = "甲,男,1990-01-01,乒乓球,省队,province,2010,2026,现役";
    const PAST: &str = "甲,男,1990-01-01,乒乓球,省队,province,2010,2020,退役";

    #[track_caller]
    fn check(params: &str, row: &str, expected: &str) {
        case(&format!("R02 = {{ {params} }}")).register(&[row]).check(expected);
    }

    #[test]
    fn a_current_registration_bars() {
        check("window = \"current\"", ACTIVE, "Ineligible R02_CURRENT");
        check("window = \"ever\"", PAST, "Ineligible R02_CURRENT");
        check("window = \"current\"", "甲,男,1990,乒乓球,省队,province,2010,2026,现役", "NeedsReview R02_CURRENT");
        check("window = \"current\"", "甲,男,1990-01-01,乒乓球,省队,province,2010,2026,", "NeedsReview R02_CURRENT");
    }

    #[test]
    fn a_past_registration_counts_as_the_regulations_say() {
        check("past_outcome = \"review\"", PAST, "NeedsReview R02_PAST");
        check("past_outcome = \"ineligible\"", PAST, "Ineligible R02_PAST");
        check("past_outcome = \"limited\"", PAST, "Limited R02_PAST");
        check("past_outcome = \"via_R04\"", PAST, "NeedsReview R02_PAST");
        let possible = "甲,男,1990,乒乓球,省队,province,2010,2020,退役";
        check("past_outcome = \"ineligible\"", possible, "NeedsReview R02_PAST");
    }

    /// The reference date is 2026-09-01; registers state years alone.
    #[test]
    fn years_count_to_the_year_that_leaves_it_open() {
        check("years = 5, past_outcome = \"limited\"", PAST, "Limited R02_PAST");
        check("years = 6, past_outcome = \"limited\"", PAST, "NeedsReview R02_CURRENT");
        check("years = 7, past_outcome = \"limited\"", PAST, "Ineligible R02_CURRENT");
        check("years = 65535, past_outcome = \"limited\"", PAST, "Ineligible R02_CURRENT");
    }

    #[test]
    fn cities_and_leagues_are_no_matter_of_this_rule() {
        check("window = \"ever\"", "甲,男,1990-01-01,乒乓球,市队,city,2010,2020,退役", "Eligible");
        check("window = \"ever\"", "甲,男,1990-01-01,篮球,CBA,league,2010,2020,退役", "Eligible");
    }

    #[test]
    fn a_declaration_that_the_register_does_not_bear_out_is_for_review() {
        case("R02 = {}").declares("2010-2020省队").check("NeedsReview R02_PAST");
        case("R02 = { window = \"ever\" }").declares("2010-2020省队").check("NeedsReview R02_CURRENT");
        case("R02 = {}").declares("2019至今省队").check("NeedsReview R02_CURRENT");
        case("R02 = {}").declares("有").check("NeedsReview R02_PAST");
        case("R02 = {}").declares("2010-2020市队").check("Eligible");
        case("R02 = {}").declares("2014-2016 CBA").check("Eligible");
        let limited = case("R02 = { past_outcome = \"limited\" }").register(&[PAST]);
        limited.declares("2010-2020省队").check("Limited R02_PAST");
    }
    /// Born in 1990, a man came of 16 in 2006.
    #[test]
    fn what_ended_in_youth_is_told_apart() {
        let youth = "past_outcome = \"ineligible\", ignore_youth_before_age = 16";
        let until = |year: u16| format!("甲,男,1990-01-01,乒乓球,省队,province,2002,{year},退役");
        check(youth, &until(2005), "NeedsReview R02_YOUTH_ONLY");
        check(&format!("{youth}, youth_outcome = \"ignore\""), &until(2005), "Eligible");
        check(&format!("{youth}, youth_outcome = \"ineligible\""), &until(2005), "Ineligible R02_YOUTH_ONLY");
        check(&format!("{youth}, youth_outcome = \"ignore\""), &until(2006), "NeedsReview R02_YOUTH_ONLY");
        check(youth, &until(2007), "Ineligible R02_PAST");
        check(youth, ACTIVE, "Ineligible R02_CURRENT");
        let both = [until(2005), PAST.to_owned()];
        let both: Vec<&str> = both.iter().map(String::as_str).collect();
        case(&format!("R02 = {{ {youth} }}")).register(&both).check("Ineligible R02_PAST");
        let via_r04 = "R02 = { past_outcome = \"via_R04\", ignore_youth_before_age = 16 }\nR04 = { retired_years = 3 }";
        case(via_r04).register(&[&until(2005)]).check("NeedsReview R02_YOUTH_ONLY");
        case(via_r04).register(&both).check("Limited R04_MET");
    }
}
