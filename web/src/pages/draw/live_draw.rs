//! One draw of an event, before and after.

use std::rc::Rc;

use gongsai::bracket::DrawStage;
use gongsai::format::By;
use gongsai::id::EventId;
use gongsai::publication::{self, DrawSheet};
use gongsai_wording::Lang;
use yew::prelude::*;

use super::drawn::Drawn;
use super::undrawn::Undrawn;
use crate::session::{use_language, use_meet};
use crate::wording::Words as _;
use crate::wording::draw::{self as texts, DrawText};

/// Which draw.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LiveDrawProps {
    /// The event.
    pub event: EventId,
    /// Which of its draws.
    pub stage: DrawStage,
    /// Whether it has a title, because there are two.
    pub titled: bool,
}

/// One draw of an event.
#[component]
pub(super) fn LiveDraw(props: &LiveDrawProps) -> Html {
    let language = use_language();
    let LiveDrawProps { event, stage, titled } = props.clone();
    let just_drawn = use_state_eq(|| false);
    let of = event.clone();
    let sheet = use_meet(move |meet| Rc::new(publication::draw_sheet(meet, &of, stage)));
    let of = event.clone();
    let drawn = use_meet(move |meet| publication::drawn_sheet(meet, &of, stage).map(Rc::new));
    let on_drawn = {
        let just_drawn = just_drawn.setter();
        Callback::from(move |()| just_drawn.set(true))
    };
    let title = match (stage, sheet.by) {
        (DrawStage::First, _) => DrawText::First,
        (DrawStage::Second, By::Lot) => DrawText::Second,
        (DrawStage::Second, By::Table) => DrawText::SecondByTable,
    };
    let shown = match drawn {
        Some(drawn) => html! { <Drawn key="drawn" {event} {stage} {drawn} fresh={*just_drawn} /> },
        None if !sheet.open_groups.is_empty() => waiting(language, &sheet),
        None if sheet.entries < 2 => html! { <p key="few" class="muted">{ DrawText::TooFew.say(language) }</p> },
        None => html! { <Undrawn key="undrawn" {event} {stage} {sheet} {on_drawn} /> },
    };
    html! {
        <section class="draw" data-test="draw" data-stage={if stage == DrawStage::First { "first" } else { "second" }}>
            <h2 hidden={!titled}>{ title.say(language) }</h2>
            <div class="draw-body">{ shown }</div>
        </section>
    }
}

fn waiting(language: Lang, sheet: &DrawSheet) -> Html {
    let waits = match sheet.by {
        By::Lot => DrawText::GroupsOpen,
        By::Table => DrawText::ByTableWaits,
    };
    html! {
        <div key="waiting" class="muted" data-test="draw-waiting">
            <p>{ waits.say(language) }</p>
            <p>{ texts::open_groups(language, &sheet.open_groups) }</p>
        </div>
    }
}
