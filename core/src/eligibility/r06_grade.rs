//! R06: holders of an official grade in the sport entered.
//!
//! | code | when | out |
//! |---|---|---|
//! | `R06_GRADE` | of the least grade that counts or a higher one, awarded lately enough | as `outcome` says |
//! | `R06_GRADE` | the grade, its sport or its year is not clear | a person must look |
//!
//! Grades of amateurs (`业余一级`) are another ladder and raise nothing (§1 of the catalogue); so do grades in other sports.

use super::Context;
use super::declared::years;
use super::reading::{Reading, over_for};
use crate::finding::{Code, Fact, Finding, Severity};
use crate::person::Tri;
use crate::regulations::{Grade, GradeRule, PastOutcome, Sport};

/// The grades as they are written, so that a word inside another comes after it.
const GRADES: [(&str, Grade); 6] = [
    ("国际健将", Grade::International),
    ("国际级", Grade::International),
    ("健将", Grade::Master),
    ("一级", Grade::First),
    ("二级", Grade::Second),
    ("三级", Grade::Third),
];
/// What forms say of somebody without a grade.
const NONE: [&str; 4] = ["无", "没有", "-", "/"];

/// Whoever holds a grade that counts.
pub(super) fn grade(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.r06.as_ref()?;
    let text = reading.candidate.facts.grade.as_deref().map(str::trim).filter(|text| !text.is_empty())?;
    if NONE.contains(&text) || text.contains("业余") {
        return None;
    }
    let severity = match counts(cx, rule.params, text, reading.candidate.sport) {
        Tri::No => return None,
        Tri::Unknown => Severity::Review,
        Tri::Yes => match rule.params.outcome {
            PastOutcome::Ineligible => Severity::Ineligible,
            PastOutcome::Limited => Severity::Limited,
            PastOutcome::Review | PastOutcome::ViaR04 => Severity::Review,
        },
    };
    Some(reading.finding(&rule.clause, Code::R06Grade, severity, vec![Fact::Text(text.to_owned())]))
}

fn counts(cx: &Context<'_>, rule: GradeRule, text: &str, sport: Sport) -> Tri {
    let Some((word, grade)) = GRADES.iter().find(|(word, _)| text.contains(word)) else { return Tri::Unknown };
    if *grade < rule.least {
        return Tri::No;
    }
    let stated = text.split(word).next().unwrap_or_default().trim();
    let of_sport = match stated {
        "" => Tri::Unknown,
        stated if stated.contains(sport.chinese()) => Tri::Yes,
        stated if Sport::ALL.iter().any(|other| stated.contains(other.chinese())) => return Tri::No,
        // Another sport than those of the meet, or another way to write it.
        _ => Tri::Unknown,
    };
    let late = match rule.within_years {
        None => Tri::Yes,
        Some(within) => match over_for(years(text).last().copied(), within, cx.year()) {
            Tri::Yes => return Tri::No,
            Tri::No => Tri::Yes,
            Tri::Unknown => Tri::Unknown,
        },
    };
    if [of_sport, late].contains(&Tri::Unknown) { Tri::Unknown } else { Tri::Yes }
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;

    /// The reference year is 2026; the candidate enters table tennis.
    #[track_caller]
    fn check(outcome: &str, grade: &str, expected: &str) {
        let rule = format!("R06 = {{ min_grade = \"一级\", within_years = 10, outcome = \"{outcome}\" }}");
        let mut case = case(&rule);
        case.facts.grade = Some(grade.to_owned());
        case.check(expected);
    }

    #[test]
    fn an_official_grade_of_the_sport_counts_for_its_years() {
        check("review", "乒乓球一级（2021）", "NeedsReview R06_GRADE");
        check("ineligible", "乒乓球一级（2021）", "Ineligible R06_GRADE");
        check("ineligible", "乒乓球国际级运动健将（2020）", "Ineligible R06_GRADE");
        check("ineligible", "乒乓球一级（2009）", "Eligible");
        check("ineligible", "乒乓球二级（2021）", "Eligible");
        check("ineligible", "羽毛球一级（2021）", "Eligible");
    }

    #[test]
    fn amateurs_and_nothing_raise_nothing() {
        for grade in ["乒乓球业余一级（2021）", "业余二级", "无", "", " "] {
            check("ineligible", grade, "Eligible");
        }
    }

    #[test]
    fn what_is_not_clear_is_for_people() {
        for grade in ["一级", "一级（2021）", "乒乓球一级", "乒乓球一级（2016）", "游泳一级（2021）", "优秀运动员"]
        {
            check("ineligible", grade, "NeedsReview R06_GRADE");
        }
    }
}
