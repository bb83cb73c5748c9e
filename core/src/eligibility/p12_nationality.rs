//! P12: nationality and kind of document.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P12_NATIONALITY` | of a nationality that may not enter | barred |
//! | `P12_FOREIGN` | a foreigner who may, where lists may have only so many | class `foreign` |
//! | `P12_UNKNOWN` | the nationality is not known, and matters | a person must look |
//! | `P12_DOCUMENT` | a kind of document that is not taken | a person must look |
//!
//! Whoever has a sound resident number is Chinese; a number that begins with 9 is a foreigner's residence card
//! (外国人永久居留身份证, since 2023). What the form states stands before both.

use super::Context;
use super::reading::{Document, Reading};
use crate::finding::{Code, Fact, Finding, Severity};
use crate::person::Tri;
use crate::regulations::Class;
use crate::text::plain;

/// How forms write the nationality of a Chinese; what begins so (中国香港) is Chinese too.
const CHINESE: &[&str] = &["中国", "中华人民共和国"];
/// The same in other words, and nothing behind them.
const CHINESE_TOO: &[&str] = &["中", "汉", "汉族", "china", "chinese", "chn", "cn", "p.r.china", "prc", "大陆", "内地"];

/// What is known of a nationality.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Nationality {
    chinese: Tri,
    /// As written; empty where the number alone tells.
    written: String,
}

/// Whoever is of another nationality, or comes with another document, than the regulations take.
pub(super) fn nationality(cx: &Context<'_>, reading: &Reading<'_>) -> Vec<Finding> {
    let Some(rule) = &cx.rules.p12 else { return Vec::new() };
    let params = &rule.params;
    let mut found = Vec::new();
    let of = known(reading);
    let is_allowed = |name: &String| {
        let is_chinese = chinese(name);
        (is_chinese && of.chinese == Tri::Yes) || (!is_chinese && plain(&of.written) == plain(name))
    };
    let only_chinese = params.allow.as_ref().is_some_and(|names| names.iter().all(|name| chinese(name)));
    let allowed = match &params.allow {
        None => Tri::Yes,
        Some(names) if names.iter().any(is_allowed) => Tri::Yes,
        // A residence card says that one is a foreigner, and not of which nation.
        Some(_) if of.chinese == Tri::Unknown || (of.written.is_empty() && !only_chinese) => Tri::Unknown,
        Some(_) => Tri::No,
    };
    let counted = params.max_foreign.is_some()
        || cx.rules.t04.as_ref().is_some_and(|rule| rule.params.contains_key(&Class::Foreign));
    let told = match (allowed, of.chinese) {
        (Tri::No, _) => Some((Code::P12Nationality, Severity::Ineligible)),
        (Tri::Yes, Tri::No) if counted => Some((Code::P12Foreign, Severity::Limited)),
        (Tri::Unknown, _) => Some((Code::P12Unknown, Severity::Review)),
        (Tri::Yes, Tri::Unknown) if counted => Some((Code::P12Unknown, Severity::Review)),
        (Tri::Yes, _) => None,
    };
    let repeated = |code| code == Code::P12Unknown && reading.number_unreadable();
    if let Some((code, out)) = told.filter(|(code, _)| !repeated(*code)) {
        let facts = if code == Code::P12Unknown { Vec::new() } else { vec![Fact::Text(of.written)] };
        found.push(reading.finding(&rule.clause, code, out, facts));
    }
    let kind = reading.candidate.facts.document_kind.as_deref().unwrap_or_default();
    let taken = |known: &String| plain(kind).contains(&plain(known));
    if !params.documents.is_empty() && !kind.is_empty() && !params.documents.iter().any(taken) {
        let facts = vec![Fact::Text(kind.to_owned())];
        found.push(reading.finding(&rule.clause, Code::P12Document, Severity::Review, facts));
    }
    found
}

fn known(reading: &Reading<'_>) -> Nationality {
    let facts = reading.candidate.facts;
    if let Some(written) = &facts.nationality {
        let chinese = if chinese(written) { Tri::Yes } else { Tri::No };
        return Nationality { chinese, written: written.clone() };
    }
    let number = facts.document.as_ref().filter(|_| reading.document == Document::Sound);
    let chinese = match number.map(|number| number.as_str().starts_with('9')) {
        Some(true) => Tri::No,
        Some(false) => Tri::Yes,
        None => Tri::Unknown,
    };
    Nationality { chinese, written: String::new() }
}

fn chinese(written: &str) -> bool {
    let written = plain(written);
    CHINESE.iter().any(|name| written.starts_with(name)) || CHINESE_TOO.contains(&written.as_str())
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;

    #[track_caller]
    fn check(rule: &str, nationality: &str, number: &str, expected: &str) {
        let mut case = case(&format!("P12 = {{ {rule} }}")).document(number);
        case.facts.nationality = (!nationality.is_empty()).then(|| nationality.to_owned());
        case.check(expected);
    }

    const OWN: &str = "100101199001010013";
    /// A made-up number of the form of a foreigner's residence card.
    const CARD: &str = "911001199001010017";

    #[test]
    fn the_number_tells_where_the_form_does_not() {
        check("", "", OWN, "Eligible");
        check("", "中国香港", OWN, "Eligible");
        check("", "韩国", OWN, "Ineligible P12_NATIONALITY");
        check("", "", "E1234567", "NeedsReview P01_FORMAT P12_UNKNOWN");
        check("", "", "100101199001010010", "NeedsReview P01_CHECKSUM");
        check("allow = \"any\"", "", "E1234567", "NeedsReview P01_FORMAT");
    }

    #[test]
    fn a_residence_card_is_a_foreigner_s() {
        let card = case("").document(CARD);
        let sound = "0123456789X".chars().map(|check| format!("{}{check}", &CARD[..17]));
        let sound =
            sound.filter(|number| crate::person::DocumentNumber::new(number).check().is_ok()).collect::<String>();
        drop(card);
        check("", "", &sound, "Ineligible P12_NATIONALITY");
        check("allow = [\"中国\", \"韩国\"]", "", &sound, "NeedsReview P12_UNKNOWN");
        check("allow = [\"中国\", \"韩国\"]", "韩国", &sound, "Eligible");
        check("allow = \"any\", max_foreign_roster = 1", "", &sound, "Limited P12_FOREIGN");
    }

    #[test]
    fn other_documents_are_for_people() {
        let mut case = case("P12 = { documents = [\"身份证\"] }");
        case.facts.document_kind = Some("居民身份证".to_owned());
        case.check("Eligible");
        case.facts.document_kind = Some("护照".to_owned());
        case.check("NeedsReview P12_DOCUMENT");
    }
}
