//! One side chooses who stands at each place, and hands that in hidden.

use std::collections::BTreeMap;
use std::rc::Rc;

use gongsai::id::{EntryId, EventId, MatchId, PersonId};
use gongsai::lineup::{Lineup, LineupCommitment, LineupFault, LineupOf};
use gongsai::meet::{Command, Meet};
use gongsai::side::Side;
use gongsai_wording::publication;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::told;
use crate::pages::refused;
use crate::platform::secrets;
use crate::session::{use_language, use_meet, use_session};
use crate::wording::Words as _;
use crate::wording::lineups::LineupText;

/// Whose line-up.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct HandInProps {
    /// The event.
    pub event: EventId,
    /// The match.
    pub id: MatchId,
    /// The team.
    pub entry: EntryId,
    /// Where it stands.
    pub side: Side,
}

/// Who stands at each place, as far as it is chosen.
type Chosen = BTreeMap<String, Vec<Option<PersonId>>>;

/// The form.
#[component]
pub(super) fn HandIn(props: &HandInProps) -> Html {
    let HandInProps { event, id, entry, side } = props.clone();
    let session = use_session();
    let language = use_language();
    let chosen = use_state_eq(Chosen::new);
    let trouble = use_state_eq(AttrValue::default);
    let of = event.clone();
    let places: Rc<[(String, usize)]> = use_meet(move |meet| places(meet, &of, side).into());
    let roster: Rc<[(PersonId, AttrValue)]> = use_meet(move |meet| roster(meet, entry).into());
    let line_up = line_up(&chosen);
    let mut faults = session.with_meet(|meet| meet.check_lineup(&event, id, entry, &line_up)).unwrap_or_default();
    if !faults.iter().any(LineupFault::bars) {
        let on_court: Vec<PersonId> = line_up.people().into_iter().collect();
        faults.extend(session.with_vault(|vault| session.with_meet(|meet| meet.check_ages(&event, &on_court, vault))));
    }
    let complete = !faults.iter().any(LineupFault::bars);
    let name = |person: PersonId| {
        roster.iter().find(|(id, _)| *id == person).map(|(_, name)| name.to_string()).unwrap_or_default()
    };
    // What is not chosen yet is seen without being said.
    let said = faults.iter().filter(|fault| !matches!(fault, LineupFault::Empty { .. } | LineupFault::People { .. }));
    let onsubmit = {
        let (session, event, trouble, line_up) = (session.clone(), event.clone(), trouble.setter(), line_up.clone());
        Callback::from(move |submitted: SubmitEvent| {
            submitted.prevent_default();
            let secret = format!("{:016x}{:016x}", session.fresh(), session.fresh());
            let commitment = LineupCommitment::to(LineupOf { event: &event, id, entry }, &line_up, &secret);
            if !secrets::keep_lineup(&commitment, &line_up, &secret) {
                return trouble.set(LineupText::NotKept.say(language));
            }
            let outcome = session.submit(Command::CommitLineup { event: event.clone(), id, entry, commitment });
            if outcome.is_err() {
                secrets::forget(&commitment);
            }
            trouble.set(outcome.err().map(|why| refused(&session, language, &event, &why)).unwrap_or_default());
        })
    };
    html! {
        <form class="hand-in" {onsubmit}>
            { for places.iter().map(|(place, people)| html! {
                <div key={place.clone()} class="field"><span>{ publication::tie_place(language, place) }</span>
                    { for (0..*people).map(|at| choice(&chosen, place, (at, *people), &roster, &LineupText::Nobody.say(language))) }
                </div>
            }) }
            <ul class="warn" hidden={said.clone().next().is_none()} data-test="lineup-faults">{ for said.enumerate().map(|(at, fault)| html! {
                <li key={at}>{ session.with_meet(|meet| told(language, meet, fault, name)) }</li>
            }) }</ul>
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
            <button type="submit" class="primary" disabled={!complete} data-test="lineup-hand-in">{ LineupText::HandIn.say(language) }</button>
        </form>
    }
}

/// The list of those who may stand at a place.
fn choice(
    chosen: &UseStateHandle<Chosen>,
    place: &str,
    (at, people): (usize, usize),
    roster: &Rc<[(PersonId, AttrValue)]>,
    nobody: &AttrValue,
) -> Html {
    let now = chosen.get(place).and_then(|people| people.get(at).copied().flatten());
    let onchange = {
        let (chosen, place) = (chosen.clone(), place.to_owned());
        Callback::from(move |event: Event| {
            let picked = event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok();
            let mut next = Chosen::clone(&chosen);
            let stands = next.entry(place.clone()).or_insert_with(|| vec![None; people]);
            stands.iter_mut().skip(at).take(1).for_each(|person| *person = picked);
            chosen.set(next);
        })
    };
    html! {
        <select key={at} {onchange} data-test="lineup-place" data-place={place.to_owned()}>
            <option key="nobody" value="" selected={now.is_none()}>{ nobody.clone() }</option>
            { for roster.iter().map(|(id, name)| html! {
                <option key={id.to_string()} value={id.to_string()} selected={now == Some(*id)}>{ name.clone() }</option>
            }) }
        </select>
    }
}

fn line_up(chosen: &Chosen) -> Lineup {
    let places = chosen.iter().map(|(place, people)| (place.clone(), people.iter().flatten().copied().collect()));
    Lineup { places: places.filter(|(_, people): &(String, Vec<PersonId>)| !people.is_empty()).collect() }
}

fn places(meet: &Meet, event: &EventId, side: Side) -> Vec<(String, usize)> {
    let rules = meet.regulations().and_then(|regulations| regulations.event(event));
    let system = rules.and_then(|rules| rules.tie.as_ref());
    let places = system.map(|system| system.places(side)).unwrap_or_default();
    places.into_iter().map(|place| (place.name.to_owned(), place.people)).collect()
}

pub(super) fn roster(meet: &Meet, entry: EntryId) -> Vec<(PersonId, AttrValue)> {
    let people = meet.entries().get(&entry).map(|entry| entry.people.as_slice()).unwrap_or_default();
    let named = people.iter().filter_map(|id| meet.people().get(id));
    named.map(|person| (person.id, AttrValue::from(person.name.clone()))).collect()
}
