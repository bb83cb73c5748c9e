//! The declaration of a professional past, which the rules about professionals read.
//!
//! | code | when | out |
//! |---|---|---|
//! | `R_DECLARATION_MISSING` | the column is blank; `无` declares that there is none | a person must look |

use super::Context;
use super::reading::Reading;
use crate::finding::{Code, Finding, Severity};
use crate::person::History;

/// Whoever declares nothing where a rule asks.
pub(super) fn declaration(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    if reading.candidate.facts.history != History::Blank {
        return None;
    }
    let clause = cx.rules.clause_of_declaration()?;
    Some(reading.finding(clause, Code::RDeclarationMissing, Severity::Review, Vec::new()))
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;
    use crate::person::History;

    #[test]
    fn a_blank_is_no_answer_where_a_rule_asks() {
        let blank = |rules: &str| {
            let mut case = case(rules);
            case.facts.history = History::Blank;
            case
        };
        blank("R01 = {}").check("NeedsReview R_DECLARATION_MISSING");
        blank("R04 = { retired_years = 5 }").check("NeedsReview R_DECLARATION_MISSING");
        blank("P03 = { min = 18 }").check("Eligible");
        case("R01 = {}").check("Eligible");
    }
}
