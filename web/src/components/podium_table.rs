//! The places of an event.

use gongsai::publication::{Podium, PodiumRow};
use gongsai_wording::{Lang, overall, publication};
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::podium::PodiumText;

/// The places of an event, those still open too.
pub fn podium_table(language: Lang, podium: &Podium) -> Html {
    let state = if podium.complete { "final" } else { "provisional" };
    html! {
        <div class="podium" data-test="podium" data-state={state}>
            <p class="podium-state">
                <span class={if podium.complete { "badge good" } else { "badge warn" }}>
                    { if podium.complete { PodiumText::Final.say(language) } else { PodiumText::Provisional.say(language) } }
                </span>
            </p>
            <ol class="podium-rows">{ for podium.rows.iter().enumerate().map(|(at, row)| view(language, at, row)) }</ol>
            <section class="podium-without" hidden={podium.without.is_empty()}>
                <h2>{ PodiumText::Without.say(language) }</h2>
                <ul>{ for podium.without.iter().map(|(name, why)| html! {
                    <li key={name.entry.to_string()} data-test="podium-without">
                        <span class="line-who">{ name.name.to_string() }</span>
                        <span class="line-unit">{ name.unit.as_deref().unwrap_or_default().to_owned() }</span>
                        <span class="muted">{ overall::no_place(language, why) }</span>
                    </li>
                }) }</ul>
            </section>
        </div>
    }
}

fn view(language: Lang, at: usize, row: &PodiumRow) -> Html {
    let key = row.name.as_ref().map_or_else(|| format!("open {at}"), |name| name.entry.to_string());
    let name = row.name.as_ref().map_or_else(|| PodiumText::Open.say(language), |name| name.name.to_string().into());
    let unit = row.name.as_ref().and_then(|name| name.unit.as_deref()).unwrap_or_default().to_owned();
    html! {
        <li key={key} class="podium-row" data-test="podium-row" data-place={row.place.to_string()} data-open={row.name.is_none().then_some("")}>
            <span class="podium-place">
                { publication::place(language, row.place) }
                <span class="podium-shared" hidden={!row.shared}>{ PodiumText::Shared.say(language) }</span>
            </span>
            <span class="podium-name">
                <span class="line-who">{ name }</span>
                <span class="line-unit">{ unit }</span>
            </span>
        </li>
    }
}
