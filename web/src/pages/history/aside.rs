//! Records that are missing, or kept aside because they failed the check.

use gongsai_wording::history as words;
use yew::prelude::*;

use crate::platform::clock;
use crate::session::{Session, use_language, use_selected};
use crate::wording::history::History as Text;
use crate::wording::{Words, moment};

/// Both lists; nothing where all is in order.
#[component]
pub(super) fn Aside() -> Html {
    let language = use_language();
    let aside: Vec<(String, AttrValue, i64, &'static str)> = use_selected(move |session: &Session| {
        session.with_journal(|journal| {
            let line = |(stored, why): &(std::sync::Arc<gongsai::meet::StoredRecord>, gongsai::meet::Aside)| {
                let what = words::command(language, journal.meet(), &stored.record.command).into();
                (
                    format!("{} {}", stored.record.id, stored.hash),
                    what,
                    stored.record.at.0,
                    words::aside(language, *why),
                )
            };
            journal.aside().iter().map(line).collect()
        })
    });
    let missing = use_selected(|session: &Session| session.with_journal(gongsai::meet::Journal::missing));
    html! {
        <>
            <section class="history-aside" hidden={aside.is_empty()} aria-labelledby="history-aside" data-test="history-aside">
                <h2 id="history-aside">{ Text::Aside.say(language) }<span class="count">{ aside.len() }</span></h2>
                <p class="muted">{ Text::AsideLead.say(language) }</p>
                <ul class="history-lines">{ for aside.into_iter().map(|(id, what, at, why)| html! {
                    <li key={id} class="history-line refused">
                        <time class="muted">{ moment(language, clock::local(at)) }</time>
                        <span class="history-what">{ what }</span>
                        <p class="history-fate">{ why }</p>
                    </li>
                }) }</ul>
            </section>
            <section hidden={missing.is_empty()} aria-labelledby="history-missing" data-test="history-missing">
                <h2 id="history-missing">{ Text::Missing.say(language) }</h2>
                <ul class="plain">{ for missing.into_iter().map(|(device, first, last)| html! {
                    <li key={format!("{device} {first}")}>{ Text::Device.say(language) }{ format!(" {device}: {first}–{last}") }</li>
                }) }</ul>
            </section>
        </>
    }
}
