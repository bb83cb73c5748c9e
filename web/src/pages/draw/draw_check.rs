//! Checks a recorded draw by making it again.

use gongsai::bracket::DrawStage;
use gongsai::format::By;
use gongsai::id::EventId;
use yew::prelude::*;

use crate::pages::refused;
use crate::session::{use_language, use_session};
use crate::wording::Words as _;
use crate::wording::draw::DrawText;

/// Which draw.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct DrawCheckProps {
    /// The event.
    pub event: EventId,
    /// Which of its draws.
    pub stage: DrawStage,
    /// What placed the entries.
    pub by: By,
}

/// A button that makes the draw again, and what comes of it.
#[component]
pub(super) fn DrawCheck(props: &DrawCheckProps) -> Html {
    let session = use_session();
    let language = use_language();
    let DrawCheckProps { event, stage, by } = props.clone();
    let (check, same) = match by {
        By::Lot => (DrawText::Check, DrawText::Same),
        By::Table => (DrawText::CheckByTable, DrawText::SameByTable),
    };
    let found = use_state_eq(|| None::<Result<(), AttrValue>>);
    let onclick = {
        let found = found.clone();
        Callback::from(move |_: MouseEvent| {
            let checked = session.with_meet(|meet| meet.verify_draw(&event, stage));
            found.set(Some(checked.map_err(|why| refused(&session, language, &event, &why))));
        })
    };
    let (ok, sentence) = match &*found {
        None => (None, AttrValue::Static("")),
        Some(Ok(())) => (Some("yes"), same.say(language)),
        Some(Err(why)) => (Some("no"), why.clone()),
    };
    html! {
        <div class="receipt-check no-print">
            <button type="button" data-test="draw-check" {onclick}>{ check.say(language) }</button>
            <p role="status" data-test="draw-checked" data-ok={ok}>{ sentence }</p>
        </div>
    }
}
