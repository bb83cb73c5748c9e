//! The rules of eligibility, with their articles; those that only people can check are named as such.

use gongsai::regulations::{Regulations, Unchecked};
use gongsai_wording::{Lang, regulations::left_to_people};
use yew::prelude::*;

use crate::wording::Words;
use crate::wording::regulations::Regs as Text;
use crate::wording::rules::{checked_rules, rule_name};

/// The table.
pub(super) fn rules_table(language: Lang, regulations: &Regulations) -> Html {
    let rules = &regulations.rules;
    let checked = checked_rules(language, regulations);
    let unchecked = rules.unchecked.iter();
    html! {
        <section aria-labelledby="rules-title">
            <h2 id="rules-title">{ Text::Rules.say(language) }</h2>
            <p class="lead" hidden={rules.unchecked.is_empty()}>{ Text::UncheckedHint.say(language) }</p>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="rules-title">
                <table data-test="rules">
                    <thead><tr>
                        <th scope="col">{ Text::Clause.say(language) }</th>
                        <th scope="col">{ Text::Rule.say(language) }</th>
                        <th scope="col">{ Text::Content.say(language) }</th>
                    </tr></thead>
                    <tbody>
                        { for checked.iter().map(|(id, content, clause)| row(language, id, clause, true, html! { <span>{ content.clone() }</span> })) }
                        { for unchecked.map(|left| row(language, &left.id, left.clause.as_str(), false, unchecked_content(language, left))) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// That people must check it, and why where its parameters are not understood.
fn unchecked_content(language: Lang, left: &Unchecked) -> Html {
    let why = if left.why.is_empty() { String::new() } else { left_to_people(language, left) };
    html! { <><span class="badge warn">{ Text::Unchecked.say(language) }</span>{ " " }<span data-test="rule-unread">{ why }</span></> }
}

/// A rule that is checked in part stands in both lists.
fn row(language: Lang, id: &str, clause: &str, is_checked: bool, content: Html) -> Html {
    html! {
        <tr key={format!("{id}{is_checked}")} data-rule={id.to_owned()}>
            <td class="nowrap">{ if clause.is_empty() { "—" } else { clause }.to_owned() }</td>
            <th scope="row" class="nowrap">{ rule_name(language, id) }<small class="rule-id">{ id.to_owned() }</small></th>
            <td class="prose-cell">{ content }</td>
        </tr>
    }
}
