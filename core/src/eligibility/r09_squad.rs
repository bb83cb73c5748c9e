//! R09: squads and college teams.
//!
//! | code | when | out |
//! |---|---|---|
//! | `R09_SQUAD` | the register has the person active in a college team or a squad that the regulations name, or the form states it | barred |
//! | `R09_SQUAD` | perhaps the same person, perhaps no longer, or another squad | a person must look |

use super::Context;
use super::reading::{Identity, Reading};
use crate::finding::{Code, Fact, Finding, Severity};
use crate::person::Tri;
use crate::regulations::Level;

/// Words by which a form says that it is over, or never was.
const DOUBTS: &[char] = &['曾', '前', '原', '退', '未', '非', '无', '不', '已'];

/// Whoever is in a squad.
pub(super) fn squad(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.r09.as_ref()?;
    let is_named = |text: &str| rule.params.iter().any(|squad| text.contains(squad.as_str()));
    let by_register = reading.registrations.iter().filter_map(|row| {
        let athlete = row.athlete;
        let counts = is_named(&athlete.body) || athlete.level == Some(Level::College);
        let out = match (athlete.active, row.identity) {
            (Tri::No, _) => return None,
            (Tri::Yes, Identity::Same) => Severity::Ineligible,
            (Tri::Yes | Tri::Unknown, _) => Severity::Review,
        };
        counts.then(|| (out, athlete.body.clone()))
    });
    let stated = reading.candidate.facts.squad.as_ref().map(|text| {
        let clear = is_named(text) && !text.contains(DOUBTS);
        (if clear { Severity::Ineligible } else { Severity::Review }, text.clone())
    });
    let (out, squad) = by_register.chain(stated).max_by_key(|(severity, _)| *severity)?;
    Some(reading.finding(&rule.clause, Code::R09Squad, out, vec![Fact::Text(squad)]))
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;

    const RULE: &str = "R09 = { squads = [\"集训队\", \"大学\"] }";

    #[test]
    fn the_form_is_taken_at_its_word_where_that_is_clear() {
        for (stated, expected) in [
            ("山西省集训队", "Ineligible R09_SQUAD"),
            ("曾在省集训队", "NeedsReview R09_SQUAD"),
            ("市业余体校", "NeedsReview R09_SQUAD"),
        ] {
            let mut case = case(RULE);
            case.facts.squad = Some(stated.to_owned());
            case.check(expected);
        }
        case(RULE).check("Eligible");
    }

    #[test]
    fn the_register_names_squads_and_college_teams() {
        let row =
            |body: &str, level: &str, state: &str| format!("甲,男,1990-01-01,乒乓球,{body},{level},2024,,{state}");
        case(RULE).register(&[&row("省集训队", "province", "现役")]).check("Ineligible R09_SQUAD");
        case(RULE).register(&[&row("山西某学院", "college", "现役")]).check("Ineligible R09_SQUAD");
        case(RULE).register(&[&row("省集训队", "province", "")]).check("NeedsReview R09_SQUAD");
        case(RULE).register(&[&row("省集训队", "province", "退役")]).check("Eligible");
        case(RULE).register(&[&row("山西省体育局", "province", "现役")]).check("Eligible");
        case("R01 = {}\nR02 = {}").register(&[&row("山西某学院", "college", "现役")]).check("Eligible");
    }
}
