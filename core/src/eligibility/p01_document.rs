//! P01: the document number is well formed.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P01_CHECKSUM` | the check digit is wrong | a person must look |
//! | `P01_DATE` | its date is impossible, after the reference date, or more than 120 years before it | a person must look |
//! | `P01_FORMAT` | it is no 18- or 15-digit number, or there is none | a person must look |

use super::Context;
use super::reading::{Document, Reading};
use crate::finding::{Code, Finding, Severity};
use crate::person::DocumentDefect;

/// A damaged or missing document number. A typing error must never bar a worker: always for review.
pub(super) fn document(cx: &Context<'_>, reading: &Reading<'_>) -> Vec<Finding> {
    let code = match reading.document {
        Document::Sound => return Vec::new(),
        Document::Defective(DocumentDefect::Checksum) => Code::P01Checksum,
        Document::Defective(DocumentDefect::Date) => Code::P01Date,
        Document::Defective(DocumentDefect::Format) | Document::Absent => Code::P01Format,
    };
    vec![reading.finding(&cx.rules.p01.clause, code, Severity::Review, Vec::new())]
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;
    use crate::person::Birth;

    #[track_caller]
    fn check(document: &str, expected: &str) {
        case("").document(document).check(expected);
    }

    /// The table of reference numbers, §6.1 of the catalogue.
    #[test]
    fn published_specimens() {
        check("11010519491231002X", "Eligible");
        check("100101199001010013", "Eligible");
        check("10010220000229024X", "Eligible");
        check("810000198808080136", "Eligible");
        check("932682198501010017", "Eligible");
        check("100101900101001", "Eligible");
        check("100101199001010010", "NeedsReview P01_CHECKSUM");
        check("11010120230229217X", "NeedsReview P01_DATE");
        check("身份证号码字", "NeedsReview P01_FORMAT");
        check("", "NeedsReview P01_FORMAT");
    }

    #[test]
    fn a_date_after_the_reference_date_is_impossible() {
        case("").born("2026-09-01").check("Eligible");
        case("").born("2026-09-02").check("NeedsReview P01_DATE");
        case("").born("1905-09-02").check("Eligible");
        case("").born("1905-09-01").check("NeedsReview P01_DATE");
    }

    #[test]
    fn a_missing_number_is_for_review() {
        let mut case = case("");
        case.facts.document = None;
        case.check("NeedsReview P01_FORMAT");
    }

    /// Reading 4: nothing repeats that the number cannot be read.
    #[test]
    fn a_damaged_number_is_told_once() {
        let rules = "P03 = { min = 18 }\nP04 = {}";
        case(rules).document("100101199001010010").check("NeedsReview P01_CHECKSUM");
        case(rules).document("11010120230229217X").check("NeedsReview P01_DATE");
        case(rules).document("E1234567").check("NeedsReview P01_FORMAT P03_UNKNOWN");
        case(rules).document("E1234567").stated(Birth::Year(1990)).check("NeedsReview P01_FORMAT");
    }
}
