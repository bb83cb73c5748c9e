//! On the day: who is there with the papers, and who stands in for whom.

mod replace;

use std::rc::Rc;

use gongsai::admission::{Candidacy, State, Step as Admit};
use gongsai::meet::Command;
use gongsai::order;
use gongsai_wording::admission::state;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::pages;
use crate::pages::review_nav::ReviewNav;
use crate::platform::clock;
use crate::route::Step;
use crate::session::{use_language, use_meet, use_session};
use crate::wording::admission::{Admission as Text, checked_line};
use crate::wording::{Words as _, sport};
use replace::{Changes, Replace};

/// One person in one sport.
#[derive(Clone, PartialEq)]
struct Row {
    who: Candidacy,
    name: AttrValue,
    unit: AttrValue,
    state: State,
}

/// The most rows that are shown at once: a search narrows them.
const SHOWN: usize = 60;

/// The page.
#[component]
pub fn CheckInPage() -> Html {
    let session = use_session();
    let language = use_language();
    let rows: Rc<Vec<Row>> = use_meet(|meet| {
        let named = meet.admission_states().filter_map(|(unit, who, state)| {
            let (person, unit) = (meet.people().get(&who.0)?, meet.units().get(&unit)?);
            Some(Row { who, name: person.name.clone().into(), unit: unit.name.clone().into(), state })
        });
        let mut rows: Vec<Row> = named.collect();
        order::sort_by(&mut rows, |a, b| (&a.unit, a.who.1, &a.name).cmp(&(&b.unit, b.who.1, &b.name)));
        Rc::new(rows)
    });
    let needs_final = use_meet(|meet| meet.procedure().notice.is_some());
    let sought = use_state_eq(String::new);
    let only_absent = use_state_eq(|| false);
    let trouble = use_state_eq(AttrValue::default);
    let oninput = {
        let sought = sought.setter();
        Callback::from(move |event: InputEvent| sought.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let onchange = {
        let only = only_absent.setter();
        Callback::from(move |event: Event| only.set(event.target_unchecked_into::<HtmlInputElement>().checked()))
    };
    let on_check = {
        let trouble = trouble.setter();
        Callback::from(move |who: Candidacy| {
            let outcome = session.submit(Command::Admit(Admit::CheckIn { who, on: clock::today() }));
            trouble.set(pages::trouble(&session, outcome));
        })
    };
    let can = |state: State| match state {
        State::Final => true,
        State::Passed | State::Published { .. } => !needs_final,
        _ => false,
    };
    let is_there = |row: &Row| matches!(row.state, State::CheckedIn { .. });
    let wanted = sought.trim();
    let fits = |row: &&Row| {
        (wanted.is_empty() || row.name.contains(wanted) || row.unit.contains(wanted))
            && !(*only_absent && is_there(row))
    };
    let found: Vec<&Row> = rows.iter().filter(fits).collect();
    let there = rows.iter().filter(|row| is_there(row)).count();
    let line = |row: &&Row| {
        let who = row.who;
        let onclick = on_check.reform(move |_: MouseEvent| who);
        html! {
            <tr key={format!("{}{}", who.0, who.1.code())} data-test="check-in-row">
                <th scope="row">{ row.name.clone() }</th>
                <td data-label={Text::Unit.say(language)}>{ row.unit.clone() }</td>
                <td data-label={Text::Sport.say(language)}>{ sport(language, who.1) }</td>
                <td data-label={Text::State.say(language)} data-test="check-in-state">{ state(language, row.state) }</td>
                <td><button type="button" hidden={!can(row.state)} {onclick} data-test="check-in">{ Text::DoCheckIn.say(language) }</button></td>
            </tr>
        }
    };
    html! {
        <section class="check-in" data-test="check-in-page">
            <div class="page-head"><div>
                <h1>{ Text::CheckIn.say(language) }</h1>
                <p role="status" data-test="check-in-count">{ checked_line(language, there, rows.len()) }</p>
            </div></div>
            <ReviewNav step={Step::CheckIn} />
            <div class="give no-print">
                <label class="field wide"><span>{ Text::Search.say(language) }</span>
                    <input type="search" autocomplete="off" value={(*sought).clone()} {oninput} data-test="check-in-find" /></label>
                <label class="choice"><input type="checkbox" checked={*only_absent} {onchange} />{ " " }{ Text::ReadyOnly.say(language) }</label>
            </div>
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
            <div class="table-scroll cards" tabindex="0" role="region" aria-label={Text::CheckIn.say(language)}>
                <table>
                    <thead><tr>
                        <th scope="col">{ Text::Name.say(language) }</th>
                        <th scope="col">{ Text::Unit.say(language) }</th>
                        <th scope="col">{ Text::Sport.say(language) }</th>
                        <th scope="col">{ Text::State.say(language) }</th>
                        <th scope="col"><span class="hidden">{ Text::DoCheckIn.say(language) }</span></th>
                    </tr></thead>
                    <tbody>{ for found.iter().take(SHOWN).map(line) }</tbody>
                </table>
            </div>
            <p class="muted" hidden={!found.is_empty()}>{ Text::NothingFound.say(language) }</p>
            <p class="muted" hidden={found.len() <= SHOWN}>{ format!("{SHOWN} / {}", found.len()) }</p>
            <Replace />
            <Changes />
        </section>
    }
}
