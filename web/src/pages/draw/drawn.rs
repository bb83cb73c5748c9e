//! A draw that was made: where it put everybody, its receipt, and where to go on.

use std::rc::Rc;

use gongsai::bracket::DrawStage;
use gongsai::document::draw::receipt;
use gongsai::id::EventId;
use gongsai::publication::{self, DrawnSheet};
use yew::prelude::*;

use super::draw_check::DrawCheck;
use crate::components::{draw_receipt, draw_result};
use crate::pages::refused;
use crate::platform::files;
use crate::route::{Route, Step};
use crate::session::{use_language, use_session};
use crate::wording::Words as _;
use crate::wording::draw::DrawText;
use crate::wording::play::Play;

/// What was drawn.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct DrawnProps {
    /// The event.
    pub event: EventId,
    /// Which of its draws.
    pub stage: DrawStage,
    /// Where it put everybody.
    pub drawn: Rc<DrawnSheet>,
    /// Whether it was made just now.
    pub fresh: bool,
}

/// The result and the receipt. The receipt is made again once for each draw, not with each change of the meet.
#[component]
pub(super) fn Drawn(props: &DrawnProps) -> Html {
    let session = use_session();
    let language = use_language();
    let DrawnProps { event, stage, drawn, fresh } = props.clone();
    let again = {
        let (session, event) = (session.clone(), event.clone());
        use_memo(drawn.clone(), move |_| session.with_meet(|meet| publication::receipt_sheet(meet, &event, stage)))
    };
    let trouble = use_state_eq(|| None::<AttrValue>);
    let on_save = {
        let (session, event, trouble) = (session.clone(), event.clone(), trouble.setter());
        Callback::from(move |_: MouseEvent| {
            let made = session.with_meet(|meet| receipt(meet, &event, stage));
            trouble.set(made.as_ref().err().map(|why| refused(&session, language, &event, why)));
            if let Ok(text) = made {
                files::download(&files::plain_name(&format!("{event}-receipt"), "json"), "application/json", &text);
            }
        })
    };
    let shown = match &*again {
        Some(Ok(sheet)) => draw_receipt(language, sheet),
        Some(Err(why)) => {
            html! { <p class="refusal" role="alert" data-test="draw-receipt">{ refused(&session, language, &event, why) }</p> }
        }
        None => html! { <p hidden=true></p> },
    };
    let to_groups = stage == DrawStage::First && !drawn.groups.is_empty();
    let way = |step: Step, text: Play| {
        let address = session.meet_id().map(|meet| Route::of(meet, step, &event).address());
        html! { <a href={address}>{ text.say(language) }</a> }
    };
    html! {
        <div class="draw-body">
            { draw_result(language, &drawn, fresh) }
            <div>{ shown }</div>
            <div class="buttons no-print">
                <DrawCheck event={event.clone()} {stage} by={drawn.by} />
                <button type="button" onclick={on_save} data-test="draw-save">{ DrawText::SaveReceipt.say(language) }</button>
                <a class="button quiet" href={Route::CheckDraw.address()}>{ DrawText::CheckTitle.say(language) }</a>
            </div>
            <p class="refusal" role="alert">{ (*trouble).clone().unwrap_or_default() }</p>
            <nav class="ways no-print" hidden={session.meet_id().is_none()}>
                { if to_groups { way(Step::Groups, Play::ToGroups) } else { way(Step::Bracket, Play::ToBracket) } }
                { way(Step::Results, Play::ToResults) }
            </nav>
        </div>
    }
}
