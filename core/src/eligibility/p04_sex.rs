//! P04: the sex fits the events entered.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P04_MISMATCH` | the form's sex is not that of the document number | a person must look |
//! | `P04_EVENT` | the sex does not fit an event | barred |
//! | `P04_EVENT` | the sex is not known, and the event is for one sex | a person must look |
//!
//! A doubtful sex is that person's matter alone: it raises nothing about an event, a partner or a team (reading 5).

use super::Context;
use super::reading::{Document, Reading};
use crate::finding::{Code, Fact, Finding, Severity};
use crate::person::DocumentNumber;
use crate::sex::Sex;

/// Whoever is entered where their sex may not play.
pub(super) fn sex(cx: &Context<'_>, reading: &Reading<'_>) -> Vec<Finding> {
    let Some(rule) = &cx.rules.p04 else { return Vec::new() };
    if mismatch(reading) {
        return vec![reading.finding(&rule.clause, Code::P04Mismatch, Severity::Review, Vec::new())];
    }
    let weigh = |needed: Sex| match reading.sex {
        Some(own) if own == needed => None,
        // The parameter: women may enter men's events.
        Some(Sex::Female) if rule.params => None,
        Some(_) => Some(Severity::Ineligible),
        None if reading.number_unreadable() => None,
        None => Some(Severity::Review),
    };
    let events = reading.candidate.events.iter().filter_map(|id| cx.regulations.event(id));
    let found = events.filter_map(|event| Some((event, weigh(event.sex?)?)));
    let named = |name: &str| vec![Fact::Text(name.to_owned())];
    found.map(|(event, out)| reading.finding(&rule.clause, Code::P04Event, out, named(&event.name))).collect()
}

fn mismatch(reading: &Reading<'_>) -> bool {
    let facts = reading.candidate.facts;
    let number = facts.document.as_ref().filter(|_| reading.document == Document::Sound);
    let of_number = number.and_then(DocumentNumber::sex);
    of_number.zip(facts.sex).is_some_and(|(of_number, of_form)| of_number != of_form)
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::{Case, case};
    use crate::sex::Sex;

    const MAN: &str = "100101199001010013";
    const WOMAN: &str = "100101199001010021";

    fn entered(rule: &str, document: &str, form: Option<Sex>, event: &str) -> Case {
        let mut case = case(rule).document(document).enters(event);
        case.facts.sex = form;
        case
    }

    /// Case 25 of the catalogue.
    #[test]
    fn a_mismatch_is_for_review_and_says_nothing_of_the_event() {
        entered("P04 = {}", WOMAN, Some(Sex::Male), "TT_MS").check("NeedsReview P04_MISMATCH");
        entered("P04 = {}", MAN, Some(Sex::Female), "TT_MS").check("NeedsReview P04_MISMATCH");
    }

    #[test]
    fn the_sex_must_fit_the_event() {
        entered("P04 = {}", WOMAN, None, "TT_MS").check("Ineligible P04_EVENT");
        entered("P04 = {}", MAN, Some(Sex::Male), "TT_WS").check("Ineligible P04_EVENT");
        entered("P04 = {}", MAN, Some(Sex::Male), "TT_MS").check("Eligible");
        entered("P04 = {}", MAN, Some(Sex::Male), "TT_team").check("Eligible");
        entered("P04 = {}", MAN, Some(Sex::Male), "no-such-event").check("Eligible");
    }

    #[test]
    fn women_may_enter_men_s_events_where_the_regulations_say_so() {
        let rule = "P04 = { women_in_men = true }";
        entered(rule, WOMAN, Some(Sex::Female), "TT_MS").check("Eligible");
        entered(rule, MAN, Some(Sex::Male), "TT_WS").check("Ineligible P04_EVENT");
    }

    #[test]
    fn an_unknown_sex_is_never_a_wrong_one() {
        entered("P04 = {}", "E1234567", None, "TT_MS").check("NeedsReview P01_FORMAT P04_EVENT");
        entered("P04 = {}", "100101199001010010", None, "TT_MS").check("NeedsReview P01_CHECKSUM");
        entered("P04 = {}", "100101199001010010", Some(Sex::Female), "TT_MS")
            .check("Ineligible P01_CHECKSUM P04_EVENT");
    }
}
