//! One award: who has it, and the committee's word on who gets it. Undone in the history.

use std::rc::Rc;

use gongsai::meet::{Command, Named};
use gongsai::publication::{OverallSheet, award_candidates};
use gongsai::regulations::AwardBy;
use gongsai_wording::overall as sentences;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::pages;
use crate::platform::elements;
use crate::session::{use_language, use_session};
use crate::wording::Words as _;
use crate::wording::overall::OverallText as Text;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct AwardLineProps {
    /// What the meet comes to.
    pub sheet: Rc<OverallSheet>,
    /// Which award, from 0.
    pub index: usize,
}

/// The award.
#[component]
pub(super) fn AwardLine(props: &AwardLineProps) -> Html {
    let language = use_language();
    let Some(line) = props.sheet.awards.get(props.index) else { return html! { <div hidden=true></div> } };
    let (award, row) = (&line.award, &line.row);
    let given = line.given.iter().zip(&row.given);
    let by_committee = award.by == AwardBy::Committee && row.given.len() < row.number;
    html! {
        <article class="overall-award keep" data-test="award" data-award={award.id.to_string()}>
            <h3>{ award.name.clone() }{ " " }<small class="muted">{ award.clause.to_string() }</small></h3>
            <p class="muted">{ sentences::award_to(language, award.to) }{ " · " }{ sentences::award_number(language, award.number, row) }</p>
            <ol data-test="award-given">{ for given.map(|(name, (_, reason))| html! {
                <li key={name.to_string()}><span class="line-who">{ name.to_string() }</span>{ " " }<small class="muted">{ reason.clone() }</small></li>
            }) }</ol>
            <p class="muted" hidden={!line.given.is_empty() || row.waits || row.edge.is_some()}>{ Text::NotGiven.say(language) }</p>
            <p class="badge warn" hidden={!row.waits && row.edge.is_none()}>{ sentences::award_open(language, row, &line.edge) }</p>
            if by_committee {
                <Give ..props.clone() />
            }
        </article>
    }
}

/// The form, folded until it is asked for: there may be many who can have the award.
#[component]
fn Give(props: &AwardLineProps) -> Html {
    let session = use_session();
    let language = use_language();
    let is_open = use_state_eq(|| false);
    let trouble = use_state_eq(AttrValue::default);
    let (to, reason) = (use_node_ref(), use_node_ref());
    let on_toggle = {
        let is_open = is_open.clone();
        Callback::from(move |event: Event| is_open.set(elements::is_open(&event)))
    };
    let award = props.sheet.awards.get(props.index).map(|line| line.award.clone());
    let candidates = use_memo((*is_open, props.sheet.clone()), |(is_open, _)| {
        let award = award.as_ref().filter(|_| *is_open);
        award.map_or_else(Vec::new, |award| session.with_meet(|meet| award_candidates(meet, award)))
    });
    let onsubmit = {
        let (to, reason, trouble, candidates) = (to.clone(), reason.clone(), trouble.setter(), candidates.clone());
        let id = award.map(|award| award.id);
        Callback::from(move |submitted: SubmitEvent| {
            submitted.prevent_default();
            let chosen =
                to.cast::<HtmlSelectElement>().and_then(|select| usize::try_from(select.selected_index()).ok());
            let Some((award, (to, _))) = id.clone().zip(chosen.and_then(|index| candidates.get(index))) else { return };
            let reason = reason.cast::<HtmlInputElement>().map(|field| field.value().trim().to_owned());
            let asked = session.submit(Command::Award { award, to: *to, reason: reason.unwrap_or_default() });
            trouble.set(pages::trouble(&session, asked));
        })
    };
    let key = |to: &Named| match to {
        Named::Unit(id) => id.to_string(),
        Named::Person(id) => id.to_string(),
        Named::Entry(id) => id.to_string(),
    };
    html! {
        <details class="courts no-print" data-test="award-give" ontoggle={on_toggle}>
            <summary>{ Text::Give.say(language) }</summary>
            <form class="give" {onsubmit}>
                <label class="field"><span>{ Text::To.say(language) }</span>
                    <select ref={to} data-test="award-to">{ for candidates.iter().enumerate().map(|(at, (to, name))| html! {
                        <option key={key(to)} value={key(to)} selected={at == 0}>{ name.to_string() }</option>
                    }) }</select></label>
                <label class="field"><span>{ Text::Reason.say(language) }</span>
                    <input ref={reason} type="text" maxlength="80" data-test="award-reason" /></label>
                <button type="submit" disabled={candidates.is_empty()} data-test="award-do">{ Text::Give.say(language) }</button>
            </form>
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
        </details>
    }
}
