//! A question before something that cannot be taken back.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ConfirmProps {
    /// Whether the question is asked now.
    pub open: bool,
    /// The question.
    pub title: AttrValue,
    /// What follows from it.
    pub text: AttrValue,
    /// The verb that does it.
    pub confirm: AttrValue,
    /// The verb that leaves all as it is.
    pub cancel: AttrValue,
    /// It is to be done.
    pub on_confirm: Callback<()>,
    /// All is left as it is.
    pub on_cancel: Callback<()>,
}

/// The question, as a dialog that takes the focus. Always in the page, so that it opens and closes cleanly.
#[component]
pub fn Confirm(props: &ConfirmProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.open, move |open| {
            let dialog = dialog.get().and_then(|node| node.dyn_into::<HtmlDialogElement>().ok());
            match dialog {
                Some(dialog) if *open && !dialog.open() => drop(dialog.show_modal()),
                Some(dialog) if !*open && dialog.open() => dialog.close(),
                _ => {}
            }
        });
    }
    let on_confirm = props.on_confirm.reform(|_: MouseEvent| ());
    let on_cancel = props.on_cancel.reform(|_: MouseEvent| ());
    // Escape closes a dialog by itself.
    let onclose = props.on_cancel.reform(|_: Event| ());
    html! {
        <dialog ref={dialog} class="confirm" {onclose} aria-labelledby="confirm-title" data-test="confirm">
            <h2 id="confirm-title">{ props.title.clone() }</h2>
            <p>{ props.text.clone() }</p>
            <div class="buttons">
                <button type="button" onclick={on_cancel} data-test="confirm-no">{ props.cancel.clone() }</button>
                <button type="button" class="danger" onclick={on_confirm} data-test="confirm-yes">{ props.confirm.clone() }</button>
            </div>
        </dialog>
    }
}
