//! The page of the regulations: what the meet is held by, and who is invited.

mod events;
mod format_entry;
mod load;
mod problems;
mod rules;
mod rules_entry;
mod scoring;
mod units;

use gongsai::regulations::Regulations;
use std::sync::Arc;
use yew::prelude::*;

use crate::frame::export;
use crate::route::{Route, Step};
use crate::session::{use_language, use_meet, use_session};
use crate::wording::regulations::Regs as Text;
use crate::wording::{Words, date};
use events::EventsTable;
use load::LoadRegulations;
use problems::Problems;
use rules::rules_table;
use rules_entry::RulesEntry;
use scoring::scoring_table;
use units::Units;

/// Regulations as a property: the same ones compare at once.
#[derive(Clone, Properties)]
pub(super) struct RegulationsProps {
    /// The regulations.
    pub(super) regulations: Arc<Regulations>,
}

impl PartialEq for RegulationsProps {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.regulations, &other.regulations)
    }
}

/// The page.
#[component]
pub fn RegulationsPage() -> Html {
    let session = use_session();
    let language = use_language();
    let meet = use_meet(gongsai::meet::Meet::id);
    let regulations = use_meet(|meet| meet.regulations().cloned());
    let open_to_change = use_meet(|meet| meet.taken_in().is_empty());
    let Some(regulations) = regulations else {
        return html! { <section class="regulations"><Problems /><LoadRegulations first=true /></section> };
    };
    let on_export = Callback::from(move |_: MouseEvent| export(&session));
    html! {
        <section class="regulations" data-test="regulations">
            <div class="page-head">
                <div>
                    <h1>{ regulations.title.clone() }</h1>
                    <dl class="facts-line">
                        <div><dt>{ Text::FirstMatch.say(language) }</dt><dd>{ date(language, regulations.first_match) }</dd></div>
                        <div><dt>{ Text::Reference.say(language) }</dt><dd>{ date(language, regulations.reference_date) }</dd></div>
                    </dl>
                </div>
                <div class="buttons">
                    <button type="button" onclick={on_export} data-test="export">{ Text::Export.say(language) }</button>
                    <a href={Route::whole(meet, Step::Entries).address()} class="button primary">{ Text::Next.say(language) }</a>
                </div>
            </div>
            <Problems />
            <EventsTable regulations={regulations.clone()} />
            <Units />
            { rules_table(language, &regulations) }
            { scoring_table(language, &regulations) }
            <RulesEntry regulations={regulations.clone()} />
            <div hidden={!open_to_change}><LoadRegulations first=false /></div>
        </section>
    }
}
