//! P16: those who are banned, by the regulations or by rows of the register (状态 禁赛).
//!
//! | code | when | out |
//! |---|---|---|
//! | `P16_BANNED` | the same person, and the ban holds at the first match | barred |
//! | `P16_POSSIBLE` | the name is the same and nothing else differs; or the ban ends in that year | a person must look |
//!
//! A row of the register is the person's as for rule R01. A name in the regulations is, where the document number ends as
//! they say; without that it may be a namesake's.

use super::Context;
use super::reading::{Document, Identity, Reading, over_for};
use super::register::plain_name;
use crate::finding::{Code, Fact, Finding, Severity};
use crate::person::Tri;
use crate::regulations::Ban;

/// Whoever is banned, or may be.
pub(super) fn ban(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.p16.as_ref()?;
    let by_register = reading.bans.iter().filter_map(|row| {
        let until = row.athlete.to.map_or(Fact::Text(String::new()), |year| Fact::Count(year.into()));
        // Without a last year the ban is for life.
        let over = row.athlete.to.map_or(Tri::No, |year| over_for(Some(year), 0, cx.regulations.first_match.year()));
        match (over, row.identity) {
            (Tri::Yes, _) => None,
            (Tri::No, Identity::Same) => Some((Severity::Ineligible, until)),
            (Tri::No | Tri::Unknown, _) => Some((Severity::Review, until)),
        }
    });
    let by_name = rule.params.iter().filter_map(|ban| {
        let until = ban.until.map_or(Fact::Text(String::new()), Fact::Date);
        let over = ban.until.is_some_and(|day| day < cx.regulations.first_match);
        Some((severity(ban, reading).filter(|_| !over)?, until))
    });
    let (severity, until) = by_register.chain(by_name).max_by_key(|(severity, _)| *severity)?;
    let code = if severity == Severity::Ineligible { Code::P16Banned } else { Code::P16Possible };
    Some(reading.finding(&rule.clause, code, severity, vec![until]))
}

/// Whether a banned name is the candidate's.
fn severity(ban: &Ban, reading: &Reading<'_>) -> Option<Severity> {
    if plain_name(&ban.name) != plain_name(reading.candidate.name) {
        return None;
    }
    let number = reading.candidate.facts.document.as_ref().filter(|_| reading.document == Document::Sound);
    match number {
        Some(number) if !ban.tail.is_empty() => number.as_str().ends_with(&ban.tail).then_some(Severity::Ineligible),
        Some(_) | None => Some(Severity::Review),
    }
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;

    /// The candidate is 甲, whose number ends in 0013; the first match is on 2027-10-19.
    #[track_caller]
    fn check(banned: &str, expected: &str) {
        case(&format!("P16 = {{ banned = [{banned}] }}")).check(expected);
    }

    #[test]
    fn a_name_with_its_number_bars() {
        check("{ name = \"甲\", tail = \"0013\" }", "Ineligible P16_BANNED");
        check("{ name = \"甲\", tail = \"0014\" }", "Eligible");
        check("{ name = \"甲\", tail = \"0013\", until = \"2027-10-19\" }", "Ineligible P16_BANNED");
        check("{ name = \"甲\", tail = \"0013\", until = \"2027-10-18\" }", "Eligible");
        check("\"甲\"", "NeedsReview P16_POSSIBLE");
        check("\"乙\"", "Eligible");
    }

    #[test]
    fn the_register_s_bans_count_and_are_nothing_else() {
        let rules = "P16 = {}\nR01 = {}\nR02 = {}\nR04 = { retired_years = 3 }";
        let row = |birth: &str, to: &str| format!("甲,男,{birth},乒乓球,省体育局,,2025,{to},禁赛");
        case(rules).register(&[&row("1990-01-01", "2028")]).check("Ineligible P16_BANNED");
        case(rules).register(&[&row("1990-01-01", "")]).check("Ineligible P16_BANNED");
        case(rules).register(&[&row("1990-01-01", "2027")]).check("NeedsReview P16_POSSIBLE");
        case(rules).register(&[&row("1990", "2028")]).check("NeedsReview P16_POSSIBLE");
        case(rules).register(&[&row("1990-01-01", "2026")]).check("Eligible");
        case("R01 = {}").register(&[&row("1990-01-01", "2028")]).check("Eligible");
    }
}
