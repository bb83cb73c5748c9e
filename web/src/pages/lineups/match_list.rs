//! Whom a team names for a match, and who of them may stand on court together.

use std::collections::BTreeSet;
use std::rc::Rc;

use gongsai::id::{EntryId, EventId, MatchId, PersonId};
use gongsai::lineup::LineupFault;
use gongsai::meet::{Command, Meet};
use yew::prelude::*;

use super::{hand_in, told};
use crate::pages::refused;
use crate::session::{use_language, use_meet, use_session};
use crate::wording::Words as _;
use crate::wording::lineups::LineupText;

/// Whose list.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MatchListProps {
    /// The event.
    pub event: EventId,
    /// The match.
    pub id: MatchId,
    /// The team.
    pub entry: EntryId,
    /// What it is called.
    pub name: AttrValue,
    /// Whether the match has no result yet.
    pub open: bool,
}

type People = BTreeSet<PersonId>;

/// The list of one team.
#[component]
pub(super) fn MatchList(props: &MatchListProps) -> Html {
    let MatchListProps { event, id, entry, name, open } = props.clone();
    let session = use_session();
    let language = use_language();
    let roster: Rc<[(PersonId, AttrValue)]> = use_meet(move |meet| hand_in::roster(meet, entry).into());
    let of = event.clone();
    let standing: Option<People> = use_meet(move |meet| meet.event(&of)?.match_list(id, entry).cloned());
    let of = event.clone();
    let usual = use_meet(move |meet| usual(meet, &of, entry));
    let chosen = use_state_eq(|| standing.clone().unwrap_or(usual));
    let on_court = use_state_eq(People::new);
    let trouble = use_state_eq(AttrValue::default);
    let called = |person: PersonId| {
        roster.iter().find(|(id, _)| *id == person).map(|(_, name)| name.to_string()).unwrap_or_default()
    };
    let said = |faults: &[LineupFault]| -> Html {
        faults
            .iter()
            .enumerate()
            .map(|(at, fault)| {
                html! { <li key={at}>{ session.with_meet(|meet| told(language, meet, fault, called)) }</li> }
            })
            .collect()
    };
    let faults = session.with_meet(|meet| meet.check_match_list(&event, id, entry, &chosen)).unwrap_or_default();
    let together: Vec<PersonId> = on_court.iter().copied().collect();
    let court = session.with_vault(|vault| {
        session.with_meet(|meet| {
            let sport = meet.regulations().and_then(|regulations| regulations.event(&event)).map(|event| event.sport);
            let of_sport = sport.map(|sport| meet.check_court(sport, &together)).unwrap_or_default();
            [of_sport, meet.check_ages(&event, &together, vault)].concat()
        })
    });
    let onsubmit = {
        let (session, event, trouble, chosen) = (session.clone(), event.clone(), trouble.setter(), chosen.clone());
        Callback::from(move |submitted: SubmitEvent| {
            submitted.prevent_default();
            let people = People::clone(&chosen);
            let outcome = session.submit(Command::MatchList { event: event.clone(), id, entry, people });
            trouble.set(outcome.err().map(|why| refused(&session, language, &event, &why)).unwrap_or_default());
        })
    };
    let is_in = standing.as_ref() == Some(&*chosen);
    let button = if standing.is_some() { LineupText::Replace } else { LineupText::Save };
    let listed: Vec<&(PersonId, AttrValue)> =
        roster.iter().filter(|(id, _)| standing.as_ref().is_some_and(|people| people.contains(id))).collect();
    html! {
        <div class="lineup-side" data-test="match-list" data-entry={entry.to_string()}>
            <h3>{ name }</h3>
            <form class="hand-in" {onsubmit}>
                <fieldset class="choices no-print" disabled={!open}>
                    <legend>{ LineupText::Lists.say(language) }<span class="count">{ chosen.len() }</span></legend>
                    { for roster.iter().map(|person| choice(&chosen, person, "list-person")) }
                </fieldset>
                <ol class="only-print">{ for listed.iter().map(|(id, name)| html! { <li key={id.to_string()}>{ name.clone() }</li> }) }</ol>
                <ul class="warn no-print" hidden={faults.is_empty()} data-test="list-faults">{ said(&faults) }</ul>
                <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
                <p class="good no-print" role="status" hidden={!is_in} data-test="list-in">{ LineupText::Listed.say(language) }</p>
                <button type="submit" class="primary no-print" hidden={is_in || !open} disabled={faults.iter().any(LineupFault::bars)} data-test="list-save">
                    { button.say(language) }
                </button>
            </form>
            <fieldset class="choices no-print" hidden={listed.is_empty()}>
                <legend>{ LineupText::OnCourt.say(language) }<span class="count">{ on_court.len() }</span></legend>
                { for listed.iter().map(|person| choice(&on_court, person, "court-person")) }
                <ul class="warn" role="status" hidden={on_court.is_empty() || court.is_empty()} data-test="court-faults">{ said(&court) }</ul>
                <p class="good" role="status" hidden={on_court.is_empty() || !court.is_empty()} data-test="court-good">{ LineupText::Allowed.say(language) }</p>
            </fieldset>
        </div>
    }
}

/// One person to be chosen.
fn choice(chosen: &UseStateHandle<People>, (id, name): &(PersonId, AttrValue), test: &'static str) -> Html {
    let id = *id;
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |_: Event| {
            let mut next = People::clone(&chosen);
            if !next.remove(&id) {
                next.insert(id);
            }
            chosen.set(next);
        })
    };
    html! {
        <label key={id.to_string()} class="choice">
            <input type="checkbox" value={id.to_string()} checked={chosen.contains(&id)} {onchange} data-test={test} />{ " " }{ name.clone() }
        </label>
    }
}

/// Whom a team names where it changes nothing: the people of its last list, else everybody who may play.
fn usual(meet: &Meet, event: &EventId, entry: EntryId) -> People {
    let Some(state) = meet.event(event) else { return People::new() };
    let earlier = state.bracket().matches().filter_map(|found| state.match_list(found.id, entry)).last();
    let team = meet.entries().get(&entry).map(|entry| entry.people.as_slice()).unwrap_or_default();
    let sport = meet.regulations().and_then(|regulations| regulations.event(event)).map(|event| event.sport);
    let may = |person: &PersonId| sport.is_some_and(|sport| !meet.is_barred((*person, sport)));
    match earlier {
        Some(people) => people.iter().copied().filter(may).collect(),
        None => team.iter().copied().filter(may).collect(),
    }
}
