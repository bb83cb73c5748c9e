//! The draws of an event.

mod announcement;
mod draw_check;
mod drawn;
mod live_draw;
mod undrawn;

use gongsai::bracket::DrawStage;
use yew::prelude::*;

use super::EventProps;
use super::event_head::EventHead;
use super::small_events::SmallEvents;
use crate::route::Step;
use crate::session::use_meet;
use live_draw::LiveDraw;

/// The draws of an event: the first, and that of the knockout once the groups are drawn.
#[component]
pub fn DrawPage(props: &EventProps) -> Html {
    let event = props.event.clone();
    let second =
        use_meet(move |meet| meet.event(&event).is_some_and(|state| state.bracket().plan().second_draw.is_some()));
    let stages = if second { vec![DrawStage::Second, DrawStage::First] } else { vec![DrawStage::First] };
    html! {
        <section class="event-page" data-event={props.event.to_string()}>
            <EventHead event={props.event.clone()} step={Step::Draw} />
            <SmallEvents event={props.event.clone()} />
            <div class="event-body">{ for stages.into_iter().map(|stage| {
                let key = match stage {
                    DrawStage::First => "first",
                    DrawStage::Second => "second",
                };
                html! { <LiveDraw {key} event={props.event.clone()} {stage} titled={second} /> }
            }) }</div>
        </section>
    }
}
