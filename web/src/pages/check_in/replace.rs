//! A person in the place of another, and the notices of such changes.

use std::collections::BTreeMap;
use std::rc::Rc;

use gongsai::entry::Entry;
use gongsai::id::{EntryId, PersonId};
use gongsai::meet::{Cause, Command, Meet, Substitution};
use gongsai::person::{DocumentNumber, Facts, Person};
use gongsai_wording::admission::cause as cause_text;
use gongsai_wording::history;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::pages;
use crate::platform::{clock, elements, secrets};
use crate::session::{Session, use_language, use_meet, use_selected, use_session};
use crate::wording::admission::Admission as Text;
use crate::wording::{Words as _, moment};

const CAUSES: [Cause; 3] = [Cause::Medical, Cause::ForceMajeure, Cause::Wish];

/// Who could be replaced in what.
type Place = (EntryId, PersonId, AttrValue);

/// The form, folded until it is asked for.
#[component]
pub(super) fn Replace() -> Html {
    let session = use_session();
    let language = use_language();
    let said = use_state_eq(|| (AttrValue::default(), false));
    let places: Rc<Vec<Place>> = use_meet(|meet| Rc::new(places(meet)));
    let (place, cause) = (use_node_ref(), use_node_ref());
    let (name, number, reason) = (use_node_ref(), use_node_ref(), use_node_ref());
    let onsubmit = {
        let (place, cause, places, said) = (place.clone(), cause.clone(), places.clone(), said.setter());
        let (name, number, reason) = (name.clone(), number.clone(), reason.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = |select: &NodeRef| {
                select.cast::<HtmlSelectElement>().and_then(|select| usize::try_from(select.selected_index()).ok())
            };
            let text = |field: &NodeRef| elements::value(field).trim().to_owned();
            // Before the people comes the line that asks for a choice.
            let index = chosen(&place).and_then(|index| index.checked_sub(1));
            let Some((entry, out, _)) = index.and_then(|index| places.get(index)).cloned() else { return };
            let cause = chosen(&cause).and_then(|index| CAUSES.get(index)).copied().unwrap_or(Cause::Medical);
            let Some(leaving) = session.with_meet(|meet| meet.people().get(&out).cloned()) else { return };
            let typed = text(&number);
            let document = (!typed.is_empty()).then(|| DocumentNumber::new(&typed));
            let sex = document.as_ref().and_then(DocumentNumber::sex).or(leaving.sex);
            let person = Person { id: PersonId(session.fresh()), name: text(&name), sex, unit: leaving.unit };
            let facts = Facts { document, sex, ..Facts::default() };
            let secret = session.meet_id().and_then(secrets::of_numbers);
            let facts = secret.map_or(facts.clone(), |secret| facts.keyed(&secret));
            let facts = BTreeMap::from([(person.id, facts)]);
            let on = Some(clock::today());
            let command = Command::Substitute(Substitution { entry, out, person, cause, reason: text(&reason), on });
            let outcome = session.submit_all(vec![(command, facts)]).pop();
            let why = outcome.map(|outcome| pages::trouble(&session, outcome)).unwrap_or_default();
            let done = why.is_empty();
            if done {
                for field in [&name, &number, &reason] {
                    field.cast::<HtmlInputElement>().into_iter().for_each(|field| field.set_value(""));
                }
            }
            said.set((if done { Text::Replaced.say(language) } else { why }, done));
        })
    };
    let (text, done) = (*said).clone();
    html! {
        <details class="courts no-print" data-test="replace">
            <summary>{ Text::Replace.say(language) }</summary>
            <p class="muted">{ Text::ReplaceLead.say(language) }</p>
            <form class="give" {onsubmit}>
                <label class="field wide"><span>{ Text::Leaves.say(language) }</span>
                    <select ref={place} required=true data-test="replace-out">
                        <option key="" value="" selected=true>{ Text::Choose.say(language) }</option>
                        { for places.iter().map(|(entry, person, label)| html! {
                            <option key={format!("{entry}{person}")} value={format!("{entry}{person}")}>{ label.clone() }</option>
                        }) }
                    </select></label>
                <label class="field"><span>{ Text::ComesIn.say(language) }</span>
                    <input ref={name} type="text" required=true maxlength="40" autocomplete="off" data-test="replace-name" /></label>
                <label class="field"><span>{ Text::Number.say(language) }</span>
                    <input ref={number} type="text" maxlength="30" autocomplete="off" data-test="replace-number" /></label>
                <label class="field"><span>{ Text::Cause.say(language) }</span>
                    <select ref={cause} data-test="replace-cause">{ for CAUSES.map(|cause| html! {
                        <option key={format!("{cause:?}")} value={format!("{cause:?}")} selected={cause == Cause::Medical}>{ cause_text(language, cause) }</option>
                    }) }</select></label>
                <label class="field wide"><span>{ Text::Reason.say(language) }</span>
                    <input ref={reason} type="text" required=true maxlength="200" autocomplete="off" data-test="replace-reason" /></label>
                <button type="submit" data-test="replace-do">{ Text::DoReplace.say(language) }</button>
            </form>
            <p class={classes!("note", if done { "good" } else { "bad" })} role="alert" hidden={text.is_empty()} data-test="replace-said">{ text.clone() }</p>
        </details>
    }
}

/// Everyone of every entry, with the entry's event and unit.
fn places(meet: &Meet) -> Vec<Place> {
    let regulations = meet.regulations();
    let label = |entry: &Entry, person: PersonId| {
        let event = regulations?.event(&entry.event)?;
        let (unit, person) = (meet.units().get(&entry.unit)?, meet.people().get(&person)?);
        Some(AttrValue::from(format!("{} · {} · {}", unit.name, event.name, person.name)))
    };
    let all = meet.entries().values().flat_map(|entry| entry.people.iter().map(move |person| (entry, *person)));
    let mut places: Vec<Place> =
        all.filter_map(|(entry, person)| Some((entry.id, person, label(entry, person)?))).collect();
    gongsai::order::sort_by(&mut places, |a, b| a.2.cmp(&b.2));
    places
}

/// The changes so far, as they are posted.
#[component]
pub(super) fn Changes() -> Html {
    let language = use_language();
    let changes: Vec<(AttrValue, i64)> = use_selected(move |session: &Session| {
        session.with_journal(|journal| {
            let counting = journal.records().iter().filter(|stored| journal.counts(stored.record.id));
            let changes = counting.filter(|stored| matches!(stored.record.command, Command::Substitute(_)));
            let worded = changes.map(|stored| {
                (history::command(language, journal.meet(), &stored.record.command).into(), stored.record.at.0)
            });
            worded.collect()
        })
    });
    html! {
        <section hidden={changes.is_empty()} aria-labelledby="changes-title">
            <h2 id="changes-title">{ Text::Changes.say(language) }</h2>
            <ol class="changes" data-test="changes">{ for changes.iter().enumerate().map(|(index, (text, at))| html! {
                <li key={index}>{ text.clone() }{ " " }<small class="muted">{ moment(language, clock::local(*at)) }</small></li>
            }) }</ol>
        </section>
    }
}
