//! What stands around every page of a meet: header, rail, and the gate that opens the meet first.

mod event_switch;
mod follow;
mod gate;
mod header;
mod rail;
mod saved;
mod top_bar;

pub use gate::MeetGate;
pub use saved::export;
pub use top_bar::TopBar;

use gongsai::id::EventId;
use gongsai_wording::Lang;
use yew::prelude::*;

use crate::components::message;
use crate::pages;
use crate::platform;
use crate::route::Step;
use crate::session::{use_language, use_meet};
use crate::wording::Words;
use crate::wording::frame::Frame as Text;
use follow::Follow;
use header::header;
use rail::Rail;

#[derive(PartialEq, Properties)]
pub struct FrameProps {
    /// The page.
    pub step: Step,
    /// The event of the page, where it is of one.
    pub event: Option<EventId>,
}

/// The page of a step with everything around it.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let language = use_language();
    let title = use_meet(|meet| meet.regulations().map(|regulations| AttrValue::from(regulations.title.clone())));
    let events: Vec<EventId> = use_meet(|meet| {
        let events = meet.regulations().map_or(&[][..], |regulations| &regulations.events);
        events.iter().map(|event| event.id.clone()).collect()
    });
    // The rail leads to the event that was looked at last; at first to the first of the regulations.
    let last = use_mut_ref(|| None::<EventId>);
    if let Some(event) = props.event.as_ref().filter(|event| events.contains(event)) {
        *last.borrow_mut() = Some(event.clone());
    }
    let current = last.borrow().clone().or_else(|| events.first().cloned());
    {
        let step = crate::wording::step(language, props.step);
        let title = title.clone();
        let title = title.unwrap_or_else(|| Text::Window.say(language));
        use_effect_with((title, step), move |(title, step)| {
            platform::page::set_title(&format!("{step} · {title}"));
        });
    }
    // Another page begins at its top, as a reader expects of a page turned.
    use_effect_with((props.step, props.event.clone()), |_| platform::page::scroll_to_top());
    let known = !props.step.is_of_event() || props.event.as_ref().is_some_and(|event| events.contains(event));
    html! {
        <div class="frame">
            <a class="skip" href="#page" onclick={skip}>{ Text::SkipToPage.say(language) }</a>
            { header(language, title, props) }
            <Rail step={props.step} event={current} />
            <main id="page" class="page" tabindex="-1" data-test="page" data-step={props.step.name()}>
                <Follow />
                { if known { page(props.step, props.event.as_ref()) } else { no_event(language) } }
            </main>
        </div>
    }
}

/// Addresses after `#` are the router's, so the link moves the focus itself.
fn skip(event: MouseEvent) {
    event.prevent_default();
    platform::page::focus("page");
}

fn no_event(language: Lang) -> Html {
    message(Text::NoEvent.say(language))
}

fn page(step: Step, event: Option<&EventId>) -> Html {
    match (step, event.cloned()) {
        (Step::Regulations, _) => html! { <pages::RegulationsPage /> },
        (Step::Entries, _) => html! { <pages::EntriesPage /> },
        (Step::Review, _) => html! { <pages::ReviewPage /> },
        (Step::Overall, _) => html! { <pages::OverallPage /> },
        (Step::Units, _) => html! { <pages::UnitsPage /> },
        (Step::Notice, _) => html! { <pages::NoticePage /> },
        (Step::CheckIn, _) => html! { <pages::CheckInPage /> },
        (Step::History, _) => html! { <pages::HistoryPage /> },
        (Step::Devices, _) => html! { <pages::DevicesPage /> },
        (Step::Draw, Some(event)) => html! { <pages::DrawPage key={event.to_string()} event={event.clone()} /> },
        (Step::Groups, Some(event)) => html! { <pages::GroupsPage key={event.to_string()} event={event.clone()} /> },
        (Step::Bracket, Some(event)) => html! { <pages::BracketPage key={event.to_string()} event={event.clone()} /> },
        (Step::Results, Some(event)) => html! { <pages::ResultsPage key={event.to_string()} event={event.clone()} /> },
        (Step::Lineups, Some(event)) => html! { <pages::LineupsPage key={event.to_string()} event={event.clone()} /> },
        (Step::Standings, Some(event)) => {
            html! { <pages::StandingsPage key={event.to_string()} event={event.clone()} /> }
        }
        (Step::Draw | Step::Groups | Step::Bracket | Step::Results | Step::Lineups | Step::Standings, None) => {
            html! { <pages::RegulationsPage /> }
        }
    }
}
