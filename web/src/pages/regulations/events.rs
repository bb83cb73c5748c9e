//! The events of the meet.

use gongsai::regulations::Event;
use gongsai_wording::Lang;
use yew::prelude::*;

use super::RegulationsProps;
use crate::route::{Route, Step};
use crate::session::{use_language, use_meet};
use crate::wording::regulations::{Regs as Text, draw, score};
use crate::wording::{Words, event_kind, format_rule};

/// The table.
#[component]
pub(super) fn EventsTable(props: &RegulationsProps) -> Html {
    let language = use_language();
    let meet = use_meet(gongsai::meet::Meet::id);
    let counts: Vec<usize> = use_meet(|meet| {
        let events = meet.regulations().map_or(&[][..], |regulations| &regulations.events);
        events.iter().map(|event| meet.entries_of(&event.id).count()).collect()
    });
    let heads = [Text::Event, Text::Kind, Text::Format, Text::Score, Text::Draw, Text::Ranking];
    let rows = props.regulations.events.iter().zip(counts);
    html! {
        <section aria-labelledby="events-title">
            <h2 id="events-title">{ Text::Events.say(language) }</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="events-title">
                <table data-test="events">
                    <thead><tr>
                        { for heads.iter().map(|head| html! { <th key={format!("{head:?}")} scope="col">{ head.say(language) }</th> }) }
                        <th key="entries" scope="col" class="numeric">{ Text::Entries.say(language) }</th>
                    </tr></thead>
                    <tbody>{ for rows.map(|(event, count)| row(language, Route::of(meet, Step::Draw, &event.id), event, count)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(language: Lang, to: Route, event: &Event, count: usize) -> Html {
    html! {
        <tr key={event.id.to_string()}>
            <th scope="row" class="nowrap"><a href={to.address()}>{ event.name.clone() }</a></th>
            <td class="nowrap">{ event_kind(language, event.kind, event.sex) }</td>
            <td class="prose-cell">{ format_rule(language, &event.format) }</td>
            <td class="nowrap">{ score(language, &event.score) }</td>
            <td class="nowrap">{ draw(language, &event.draw) }</td>
            <td class="nowrap">{ event.ranking.as_ref().map_or("—", |ranking| &*ranking.clause).to_owned() }</td>
            <td class="numeric">{ count }</td>
        </tr>
    }
}
