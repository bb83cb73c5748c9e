//! Takes an entry out of its event: what it has not played is lost. Undone in the history.

use std::rc::Rc;

use gongsai::id::{EntryId, EventId};
use gongsai::meet::{Command, Meet};
use gongsai_wording::Lang;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::pages::refused;
use crate::session::{use_language, use_meet, use_session};
use crate::wording::Words as _;
use crate::wording::results::WithdrawText as Text;

#[derive(PartialEq, Properties)]
pub(super) struct WithdrawProps {
    /// The event.
    pub event: EventId,
}

/// The form, folded until it is asked for.
#[component]
pub(super) fn Withdraw(props: &WithdrawProps) -> Html {
    let session = use_session();
    let language = use_language();
    let (entry, reason) = (use_node_ref(), use_node_ref());
    let trouble = use_state_eq(AttrValue::default);
    let event = props.event.clone();
    let (entries, gone) = use_meet(move |meet| {
        let (gone, here): (Vec<_>, Vec<_>) =
            entrants(meet, &event).into_iter().partition(|(id, _)| meet.withdrawn().contains(id));
        (Rc::<[(EntryId, AttrValue)]>::from(here), gone.into_iter().map(|(_, name)| name).collect::<Rc<[AttrValue]>>())
    });
    let onsubmit = {
        let (entry, reason, trouble, event) = (entry.clone(), reason.clone(), trouble.setter(), props.event.clone());
        Callback::from(move |submitted: SubmitEvent| {
            submitted.prevent_default();
            let chosen = entry.cast::<HtmlSelectElement>().and_then(|select| select.value().parse().ok());
            let Some(entry) = chosen else { return };
            let field = reason.cast::<HtmlInputElement>();
            let reason = field.as_ref().map(HtmlInputElement::value).unwrap_or_default().trim().to_owned();
            let outcome = session.submit(Command::Withdraw { event: event.clone(), entry, reason });
            if let (Ok(_), Some(field)) = (&outcome, field) {
                field.set_value("");
            }
            let why = outcome.err().map(|why| refused(&session, session.language(), &event, &why));
            trouble.set(why.unwrap_or_default());
        })
    };
    html! {
        <details class="courts no-print" data-test="withdraw">
            <summary>{ Text::Title.say(language) }</summary>
            <p class="muted">{ Text::Lead.say(language) }</p>
            <form class="give" {onsubmit}>
                <label class="field"><span>{ Text::Entry.say(language) }</span>
                    <select ref={entry} data-test="withdraw-entry">{ for entries.iter().enumerate().map(|(at, (id, name))| html! {
                        <option key={id.to_string()} value={id.to_string()} selected={at == 0}>{ name.clone() }</option>
                    }) }</select></label>
                <label class="field"><span>{ Text::Reason.say(language) }</span>
                    <input ref={reason} type="text" required=true maxlength="80" data-test="withdraw-reason" /></label>
                <button type="submit" disabled={entries.is_empty()} data-test="withdraw-do">{ Text::Do.say(language) }</button>
            </form>
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
            <p hidden={gone.is_empty()} data-test="withdrawn">{ listed(language, &gone) }</p>
        </details>
    }
}

/// The entries of an event with their names, in the order of their units.
pub(super) fn entrants(meet: &Meet, event: &EventId) -> Vec<(EntryId, AttrValue)> {
    let unit = |entry: &gongsai::entry::Entry| meet.units().get(&entry.unit).map(|unit| unit.name.as_str());
    let name = |entry: &gongsai::entry::Entry| match unit(entry) {
        Some(unit) if unit != entry.name => format!("{}（{unit}）", entry.name),
        Some(_) | None => entry.name.clone(),
    };
    meet.entries_of(event).map(|entry| (entry.id, AttrValue::from(name(entry)))).collect()
}

fn listed(language: Lang, gone: &[AttrValue]) -> String {
    let names = gone.iter().map(AttrValue::as_str).collect::<Vec<_>>().join(language.pick("、", ", "));
    format!("{}{names}", Text::Gone.say(language))
}
