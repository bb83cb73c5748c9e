//! P17: the rank that some events (领导组) ask for.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P17_RANK` | of a lower rank, in such an event | barred |
//! | `P17_UNKNOWN` | the rank is not stated or not clear, in such an event | a person must look |
//! | `P17_LEADER` | of the rank or a higher one, whatever the events | a note; class `leader` |

use super::Context;
use super::reading::Reading;
use crate::finding::{Code, Fact, Finding, Severity};

/// Whether the rank is what an event asks for.
pub(super) fn rank(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.p17.as_ref()?;
    let params = &rule.params;
    let asked = params.events.iter().any(|event| reading.candidate.events.contains(event));
    let least = || Fact::Text(params.ranks.get(params.least).cloned().unwrap_or_default());
    let written = reading.candidate.facts.rank.as_deref().unwrap_or_default();
    let (code, out, facts) = match params.ranks.iter().rposition(|rank| written.contains(rank.as_str())) {
        Some(place) if place >= params.least => (Code::P17Leader, Severity::Note, vec![Fact::Text(written.to_owned())]),
        Some(_) if asked => (Code::P17Rank, Severity::Ineligible, vec![Fact::Text(written.to_owned()), least()]),
        None if asked => (Code::P17Unknown, Severity::Review, vec![least()]),
        Some(_) | None => return None,
    };
    Some(reading.finding(&rule.clause, code, out, facts))
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;

    #[track_caller]
    fn check(params: &str, rank: &str, event: &str, expected: &str) {
        let mut case = case(&format!("P17 = {{ {params} }}")).enters(event);
        case.facts.rank = (!rank.is_empty()).then(|| rank.to_owned());
        case.check(expected);
    }

    #[test]
    fn an_event_asks_for_a_rank() {
        let rule = "events = [\"TT_MS\"], min_rank = \"正科\"";
        check(rule, "正科级", "TT_MS", "Eligible P17_LEADER");
        check(rule, "副处级", "TT_MS", "Eligible P17_LEADER");
        check(rule, "副科级", "TT_MS", "Ineligible P17_RANK");
        check(rule, "", "TT_MS", "NeedsReview P17_UNKNOWN");
        check(rule, "科级", "TT_MS", "NeedsReview P17_UNKNOWN");
        check(rule, "副科级", "TT_team", "Eligible");
        check(rule, "正处", "TT_team", "Eligible P17_LEADER");
    }

    #[test]
    fn the_regulations_may_name_their_ranks() {
        let rule =
            "events = [\"TT_MS\"], min_rank = \"部门经理\", ranks = [\"职员\", \"主管\", \"部门经理\", \"总监\"]";
        check(rule, "技术总监", "TT_MS", "Eligible P17_LEADER");
        check(rule, "主管", "TT_MS", "Ineligible P17_RANK");
    }
}
