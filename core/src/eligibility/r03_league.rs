//! R03: players of named leagues.
//!
//! | code | when | out |
//! |---|---|---|
//! | `R03_LEAGUE` | in the register with a league that the regulations name, or declared | barred |
//! | `R03_LEAGUE` | perhaps the same person, or a declaration that is not clear | a person must look |
//!
//! Rows of the level `league` concern this rule alone (reading 2). Where the regulations name a sport, the rule is for those
//! who enter it.

use super::Context;
use super::declared::{Declared, years};
use super::reading::{Identity, Reading, Registration, over_for};
use crate::finding::{Code, Fact, Finding, Severity};
use crate::person::{History, Tri};
use crate::regulations::{LeagueRule, Level, Window};

/// Whoever played in a league that counts.
pub(super) fn league(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.r03.as_ref()?;
    if rule.params.sport.is_some_and(|sport| sport != reading.candidate.sport) {
        return None;
    }
    let found =
        |severity, what: String| reading.finding(&rule.clause, Code::R03League, severity, vec![Fact::Text(what)]);
    let by_register = reading.registrations.iter().filter_map(|registration| {
        let severity = of_register(cx, &rule.params, registration)?;
        Some(found(severity, registration.athlete.body.clone()))
    });
    let declared = of_declaration(cx, &rule.params, reading).map(|(severity, what)| found(severity, what));
    by_register.chain(declared).max_by_key(|finding| finding.severity)
}

fn of_register(cx: &Context<'_>, params: &LeagueRule, registration: &Registration<'_>) -> Option<Severity> {
    let athlete = registration.athlete;
    let body = athlete.body.to_ascii_uppercase();
    if athlete.level != Some(Level::League) || !params.leagues.iter().any(|league| has_word(&body, league)) {
        return None;
    }
    let current = if athlete.active == Tri::Yes { Some(cx.year()) } else { athlete.to };
    match (in_window(cx, params.window, current), registration.identity) {
        (Tri::No, _) => None,
        (Tri::Yes, Identity::Same) => Some(Severity::Ineligible),
        (Tri::Yes | Tri::Unknown, _) => Some(Severity::Review),
    }
}

/// Whoever declares a league is taken at their word, where the declaration says nothing else.
fn of_declaration(cx: &Context<'_>, params: &LeagueRule, reading: &Reading<'_>) -> Option<(Severity, String)> {
    let History::Declared(text) = &reading.candidate.facts.history else { return None };
    let upper = text.to_ascii_uppercase();
    if !params.leagues.iter().any(|league| has_word(&upper, league)) {
        return None;
    }
    let clear = reading.declared == Declared::League;
    match in_window(cx, params.window, years(text).last().copied()) {
        Tri::No if clear => None,
        Tri::Yes if clear => Some((Severity::Ineligible, text.clone())),
        Tri::Yes | Tri::No | Tri::Unknown => Some((Severity::Review, text.clone())),
    }
}

/// Whether a text names a league: `NBL` is not in `WNBL`.
fn has_word(text: &str, league: &str) -> bool {
    let league = league.to_ascii_uppercase();
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.match_indices(&league).any(|(at, found)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + found.len()..].chars().next());
        let edges = league.is_ascii() && !league.is_empty();
        !edges || !(letter(before) || letter(after))
    })
}

fn in_window(cx: &Context<'_>, window: Window, last: Option<u16>) -> Tri {
    let years = match window {
        Window::Ever => return Tri::Yes,
        Window::Current => 0,
        Window::Years(years) => years,
    };
    !over_for(last, years, cx.year())
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;

    const RULE: &str = r#"R03 = { sport = "TT", leagues = ["CBA", "NBL"], window = "ever" }"#;

    #[test]
    fn a_declared_league_bars() {
        case(RULE).declares("2014-2016 CBA").check("Ineligible R03_LEAGUE");
        case(RULE).declares("2014-2016 nbl").check("Ineligible R03_LEAGUE");
        case(RULE).declares("2008-2012省队，2014-2016 CBA").check("NeedsReview R03_LEAGUE");
        case(RULE).declares("2014-2016 WNBL").check("Eligible");
        case(&RULE.replace("TT", "BB")).declares("2014-2016 CBA").check("Eligible");
        case(RULE).check("Eligible");
    }

    #[test]
    fn the_register_bars_whoever_it_certainly_means() {
        let row = |birth: &str, body: &str| format!("甲,男,{birth},篮球,{body},league,2014,2016,退役");
        case(RULE).register(&[&row("1990-01-01", "CBA")]).check("Ineligible R03_LEAGUE");
        case(RULE).register(&[&row("1990", "CBA")]).check("NeedsReview R03_LEAGUE");
        case(RULE).register(&[&row("1990-01-01", "WNBL")]).check("Eligible");
        case(RULE).register(&[&row("1990-01-02", "CBA")]).check("Eligible");
    }

    #[test]
    fn a_window_ends() {
        let rule = RULE.replace("window = \"ever\"", "years = 10");
        case(&rule).declares("2010-2014 CBA").check("Eligible");
        case(&rule).declares("2010-2018 CBA").check("Ineligible R03_LEAGUE");
        case(&rule).declares("2010-2016 CBA").check("NeedsReview R03_LEAGUE");
        case(&rule).declares("CBA").check("NeedsReview R03_LEAGUE");
    }
}
