//! The events of the meet, and the choice of another format for one that is not drawn.

use gongsai::id::EventId;
use gongsai::regulations::Event;
use gongsai_wording::Lang;
use yew::prelude::*;

use super::RegulationsProps;
use super::format_entry::FormatEntry;
use crate::route::{Route, Step};
use crate::session::{use_language, use_meet};
use crate::wording::format::FormatText;
use crate::wording::regulations::{Regs as Text, draw, score};
use crate::wording::{Words, event_kind, format_rule};

/// What the meet knows of an event.
#[derive(Clone, Copy, PartialEq)]
struct Standing {
    entries: usize,
    is_drawn: bool,
}

/// The table.
#[component]
pub(super) fn EventsTable(props: &RegulationsProps) -> Html {
    let language = use_language();
    let meet = use_meet(gongsai::meet::Meet::id);
    let standings: Vec<Standing> = use_meet(|meet| {
        let events = meet.regulations().map_or(&[][..], |regulations| &regulations.events);
        let of = |event: &Event| Standing {
            entries: meet.entries_of(&event.id).count(),
            is_drawn: meet.event(&event.id).is_some(),
        };
        events.iter().map(of).collect()
    });
    let editing = use_state_eq(|| None::<EventId>);
    let on_close = {
        let editing = editing.setter();
        Callback::from(move |()| editing.set(None))
    };
    let on_change = {
        let editing = editing.setter();
        Callback::from(move |event: EventId| editing.set(Some(event)))
    };
    let heads = [Text::Event, Text::Kind, Text::Format, Text::Score, Text::Draw, Text::Ranking];
    let rows = props.regulations.events.iter().zip(standings);
    let entry = editing.as_ref().map(|event| {
        html! {
            <FormatEntry key={event.to_string()} event={event.clone()} regulations={props.clone()} on_close={on_close.clone()} />
        }
    });
    html! {
        <section aria-labelledby="events-title">
            <h2 id="events-title">{ Text::Events.say(language) }</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="events-title">
                <table data-test="events">
                    <thead><tr>
                        { for heads.iter().map(|head| html! { <th key={format!("{head:?}")} scope="col">{ head.say(language) }</th> }) }
                        <th key="entries" scope="col" class="numeric">{ Text::Entries.say(language) }</th>
                    </tr></thead>
                    <tbody>{ for rows.map(|(event, standing)| {
                        row(language, Route::of(meet, Step::Draw, &event.id), event, standing, &on_change)
                    }) }</tbody>
                </table>
            </div>
            <div>{ for entry }</div>
        </section>
    }
}

fn row(language: Lang, to: Route, event: &Event, standing: Standing, on_change: &Callback<EventId>) -> Html {
    let id = event.id.clone();
    let onclick = on_change.reform(move |_: MouseEvent| id.clone());
    html! {
        <tr key={event.id.to_string()} data-event={event.id.to_string()}>
            <th scope="row" class="nowrap"><a href={to.address()}>{ event.name.clone() }</a></th>
            <td class="nowrap">{ event_kind(language, event.kind, event.sex) }</td>
            <td class="prose-cell"><span>{ format_rule(language, &event.format) }</span>
                <button type="button" class="small quiet no-print" hidden={standing.is_drawn} {onclick}
                    data-test="format-change">{ FormatText::Change.say(language) }</button></td>
            <td class="nowrap">{ score(language, &event.score) }</td>
            <td class="nowrap">{ draw(language, &event.draw) }</td>
            <td class="nowrap">{ event.ranking.as_ref().map_or("—", |ranking| &*ranking.clause).to_owned() }</td>
            <td class="numeric">{ standing.entries }</td>
        </tr>
    }
}
