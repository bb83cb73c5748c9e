//! What was found of a person, each with its article.

use gongsai::clause::Clause;
use gongsai::finding::{Code, Finding, Severity};
use gongsai::id::PersonId;
use gongsai::regulations::{Rules, Sport};
use gongsai_wording::Lang;
use gongsai_wording::finding::{code_title, finding};
use yew::prelude::*;

use crate::session::{use_language, use_meet, use_selected};
use crate::wording::Words;
use crate::wording::review::Review as Text;

#[derive(PartialEq, Properties)]
pub(super) struct FindingsProps {
    /// The person.
    pub(super) person: PersonId,
    /// The sport.
    pub(super) sport: Sport,
}

/// The list: with the facts behind each finding where this session reviewed, else what the journal keeps.
#[component]
pub(super) fn Findings(props: &FindingsProps) -> Html {
    let language = use_language();
    let (person, sport) = (props.person, props.sport);
    let full: Option<Vec<Finding>> =
        use_selected(move |session| session.desk().findings(person, sport).map(<[Finding]>::to_vec));
    let kept: Vec<(Code, Severity, Clause)> = use_meet(move |meet| {
        let codes = meet.reviews().get(&(person, sport)).map_or(&[][..], |review| &review.codes);
        let rules = meet.regulations().map(|regulations| &regulations.rules);
        let clause = |code: Code| rules.map_or_else(|| Clause::new(""), |rules| clause_of(rules, code));
        codes.iter().map(|(code, severity)| (*code, *severity, clause(*code))).collect()
    });
    let empty = full.as_ref().map_or(kept.is_empty(), Vec::is_empty);
    let items: Vec<Html> = match &full {
        Some(full) => {
            full.iter().map(|found| item(language, found.code, found.severity, &finding(language, found))).collect()
        }
        None => kept
            .iter()
            .map(|(code, severity, clause)| {
                let article = if clause.as_str().is_empty() { String::new() } else { format!("（{clause}）") };
                item(language, *code, *severity, &article)
            })
            .collect(),
    };
    html! {
        <section class="findings" aria-label={Text::Findings.say(language)}>
            <p class="muted" hidden={!empty}>{ Text::NoFindings.say(language) }</p>
            <ul data-test="review-findings">{ for items }</ul>
        </section>
    }
}

fn item(language: Lang, code: Code, severity: Severity, sentence: &str) -> Html {
    let tone = match severity {
        Severity::Note => "plain",
        Severity::Limited => "good",
        Severity::Review | Severity::TeamInvalid => "warn",
        Severity::Ineligible | Severity::Refused => "bad",
    };
    html! {
        <li key={code.as_str()} class={classes!("finding", tone)} data-code={code.as_str()}>
            <strong>{ code_title(language, code) }</strong>
            <span>{ sentence.to_owned() }</span>
            <code class="finding-code" aria-hidden="true">{ code.as_str() }</code>
        </li>
    }
}

/// The article of the rule that a code belongs to.
pub(super) fn clause_of(rules: &Rules, code: Code) -> Clause {
    Clause::new(rules.clause(code.rule()))
}
