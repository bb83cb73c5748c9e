//! A field for a day that keeps what was chosen when the page around it is shown again.

use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct DayFieldProps {
    /// What the day is for.
    pub label: AttrValue,
    /// The field, for whoever reads it.
    pub field: NodeRef,
    /// The day that stands there at first, as `2026-09-01`.
    pub first: AttrValue,
    /// The name in tests.
    pub test: AttrValue,
    /// Another day was chosen.
    #[prop_or_default]
    pub on_choose: Callback<()>,
}

/// The field.
#[component]
pub fn DayField(props: &DayFieldProps) -> Html {
    let typed = use_state_eq(|| None::<AttrValue>);
    let oninput = {
        let (typed, on_choose) = (typed.setter(), props.on_choose.clone());
        Callback::from(move |event: InputEvent| {
            typed.set(Some(event.target_unchecked_into::<HtmlInputElement>().value().into()));
            on_choose.emit(());
        })
    };
    let value = typed.as_ref().unwrap_or(&props.first).clone();
    html! {
        <label class="field"><span>{ props.label.clone() }</span>
            <input ref={&props.field} type="date" required=true {value} {oninput} data-test={props.test.clone()} /></label>
    }
}
