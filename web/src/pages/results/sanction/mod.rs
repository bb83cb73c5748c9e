//! A sanction: the matches that are lost, what becomes of the rankings, and the committee's approval.

mod bans;

use std::collections::BTreeSet;
use std::rc::Rc;

use gongsai::id::{EntryId, EventId, MatchId, PersonId};
use gongsai::meet::{Command, Meet, Sanction as Asked};
use gongsai_wording::change::match_name;
use gongsai_wording::history;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::withdraw::entrants;
use crate::pages::refused;
use crate::platform::elements;
use crate::session::{use_language, use_meet, use_session};
use crate::wording::Words as _;
use crate::wording::admission::Admission as Text;
use bans::Bans;

#[derive(PartialEq, Properties)]
pub(super) struct SanctionProps {
    /// The event.
    pub event: EventId,
}

/// What is chosen so far.
#[derive(Clone, Default, PartialEq)]
struct Chosen {
    entry: Option<EntryId>,
    person: Option<PersonId>,
    matches: BTreeSet<MatchId>,
    out: bool,
}

/// The form, folded until it is asked for.
#[component]
pub(super) fn Sanction(props: &SanctionProps) -> Html {
    let session = use_session();
    let language = use_language();
    let chosen = use_state_eq(Chosen::default);
    let seen = use_state_eq(|| None::<Vec<AttrValue>>);
    let trouble = use_state_eq(AttrValue::default);
    let (reason, banned) = (use_node_ref(), use_node_ref());
    let of_event = props.event.clone();
    let entries: Rc<Vec<(EntryId, AttrValue)>> = use_meet(move |meet| Rc::new(entrants(meet, &of_event)));
    let entry = chosen.entry.or_else(|| entries.first().map(|(id, _)| *id));
    let people: Rc<Vec<(PersonId, AttrValue)>> = use_meet(move |meet| Rc::new(people_of(meet, entry)));
    let (of_event, person) = (props.event.clone(), chosen.person);
    let matches: Rc<Vec<MatchId>> = use_meet(move |meet| Rc::new(matches_of(meet, &of_event, entry, person)));
    let change = |change: fn(&mut Chosen, &Event)| {
        let (chosen, seen) = (chosen.clone(), seen.setter());
        Callback::from(move |event: Event| {
            let mut next = Chosen::clone(&chosen);
            change(&mut next, &event);
            chosen.set(next);
            seen.set(None);
        })
    };
    let on_entry = change(|chosen, event| *chosen = Chosen { entry: value(event).parse().ok(), ..Chosen::default() });
    let on_person =
        change(|chosen, event| (chosen.person, chosen.matches) = (value(event).parse().ok(), BTreeSet::new()));
    let on_match = change(|chosen, event| {
        let Ok(id) = value(event).parse() else { return };
        if !chosen.matches.remove(&id) {
            chosen.matches.insert(id);
        }
    });
    let on_out = change(|chosen, _| chosen.out = !chosen.out);
    let asked = {
        let (chosen, reason, banned, event) = (chosen.clone(), reason.clone(), banned.clone(), props.event.clone());
        move || {
            let text = |field: &NodeRef| elements::value(field);
            Some(Command::Sanction(Asked {
                event: event.clone(),
                entry: entry?,
                person: chosen.person,
                matches: chosen.matches.iter().copied().collect(),
                out: chosen.out,
                reason: text(&reason).trim().to_owned(),
                banned: text(&banned).parse().unwrap_or(0),
                cascade: true,
            }))
        }
    };
    let on_preview = {
        let (session, asked, seen) = (session.clone(), asked.clone(), seen.setter());
        let (trouble, event) = (trouble.setter(), props.event.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(command) = asked() else { return };
            let language = session.language();
            match session.preview(command) {
                Ok(preview) => {
                    trouble.set(AttrValue::default());
                    let changes = preview.changes.iter().map(|change| history::change(language, change).into());
                    seen.set(Some(changes.collect()));
                }
                Err(why) => {
                    seen.set(None);
                    trouble.set(refused(&session, language, &event, &why));
                }
            }
        })
    };
    let onsubmit = {
        let (session, seen, chosen) = (session.clone(), seen.clone(), chosen.setter());
        let (trouble, event) = (trouble.setter(), props.event.clone());
        Callback::from(move |submitted: SubmitEvent| {
            submitted.prevent_default();
            let Some(command) = asked().filter(|_| seen.is_some()) else { return };
            let outcome = session.submit(command);
            let why = outcome.err().map(|why| refused(&session, session.language(), &event, &why));
            if why.is_none() {
                chosen.set(Chosen::default());
                seen.set(None);
            }
            trouble.set(why.unwrap_or_default());
        })
    };
    let shown = (*seen).clone().unwrap_or_default();
    html! {
        <details class="courts no-print" data-test="sanction">
            <summary>{ Text::Sanction.say(language) }</summary>
            <p class="muted">{ Text::SanctionLead.say(language) }</p>
            <form {onsubmit}>
                <div class="give">
                    <label class="field"><span>{ Text::Entry.say(language) }</span>
                        <select onchange={on_entry} data-test="sanction-entry">{ for entries.iter().map(|(id, name)| html! {
                            <option key={id.to_string()} value={id.to_string()} selected={entry == Some(*id)}>{ name.clone() }</option>
                        }) }</select></label>
                    <label class="field"><span>{ Text::Account.say(language) }</span>
                        <select onchange={on_person} data-test="sanction-person">
                            <option key="" value="" selected={person.is_none()}>{ Text::WholeTeam.say(language) }</option>
                            { for people.iter().map(|(id, name)| html! {
                                <option key={id.to_string()} value={id.to_string()} selected={person == Some(*id)}>{ name.clone() }</option>
                            }) }
                        </select></label>
                    <label class="field"><span>{ Text::Ban.say(language) }</span><input ref={banned} type="number" min="0" max="20" value="0" /></label>
                    <label class="field wide"><span>{ Text::Reason.say(language) }</span>
                        <input ref={reason} type="text" required=true maxlength="200" data-test="sanction-reason" /></label>
                </div>
                <fieldset class="choices">
                    <legend>{ Text::Matches.say(language) }</legend>
                    <p class="muted" hidden={!matches.is_empty()}>{ Text::NoMatches.say(language) }</p>
                    { for matches.iter().map(|id| html! {
                        <label key={id.to_string()} class="choice"><input type="checkbox" value={id.to_string()} checked={chosen.matches.contains(id)}
                            onchange={on_match.clone()} data-test="sanction-match" />{ " " }{ match_name(language, *id) }</label>
                    }) }
                    <label class="choice"><input type="checkbox" checked={chosen.out} onchange={on_out} data-test="sanction-out" />{ " " }{ Text::Out.say(language) }</label>
                </fieldset>
                <ul class="sanction-changes" hidden={seen.is_none()} data-test="sanction-changes">
                    { for shown.iter().enumerate().map(|(index, text)| html! { <li key={index}>{ text.clone() }</li> }) }
                    <li key="none" hidden={!shown.is_empty()}>{ Text::NoChange.say(language) }</li>
                </ul>
                <div class="buttons">
                    <button type="button" onclick={on_preview} data-test="sanction-preview">{ Text::Preview.say(language) }</button>
                    <button type="submit" class="danger" disabled={seen.is_none()} data-test="sanction-do">{ Text::Approve.say(language) }</button>
                </div>
            </form>
            <p class="note bad" role="alert" hidden={trouble.is_empty()} data-test="sanction-trouble">{ (*trouble).clone() }</p>
            <Bans />
        </details>
    }
}

/// What a field holds on which an event happened.
fn value(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_ref::<HtmlSelectElement>() {
        Some(select) => select.value(),
        None => target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default(),
    }
}

fn people_of(meet: &Meet, entry: Option<EntryId>) -> Vec<(PersonId, AttrValue)> {
    let people = entry.and_then(|entry| meet.entries().get(&entry)).map_or(&[][..], |entry| &entry.people);
    people.iter().filter_map(|id| Some((*id, meet.people().get(id)?.name.clone().into()))).collect()
}

/// The matches that an entry has begun, of a person those in which they stood.
fn matches_of(meet: &Meet, event: &EventId, entry: Option<EntryId>, person: Option<PersonId>) -> Vec<MatchId> {
    let Some(entry) = entry.and_then(|entry| meet.entries().get(&entry)).filter(|entry| entry.event == *event) else {
        return Vec::new();
    };
    match person {
        Some(person) => meet.played_by(entry, person).collect(),
        None => entry
            .people
            .iter()
            .flat_map(|person| meet.played_by(entry, *person))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect(),
    }
}
