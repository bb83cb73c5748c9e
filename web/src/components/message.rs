//! A page that has nothing else to show: what is so, what to do, and the way on.

use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct MessageProps {
    /// What is so.
    pub text: AttrValue,
    /// What to do.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// The words of the way home, where it is shown.
    #[prop_or_default]
    pub home: Option<AttrValue>,
    /// Buttons or links that lead on.
    #[prop_or_default]
    pub children: Children,
}

/// The message.
#[component]
pub fn Message(props: &MessageProps) -> Html {
    html! {
        <div class="message" data-test="message">
            <p class="message-text">{ props.text.clone() }</p>
            <p class="message-hint" hidden={props.hint.is_none()}>{ props.hint.clone().unwrap_or_default() }</p>
            <p hidden={props.home.is_none()}><a href="#/">{ props.home.clone().unwrap_or_default() }</a></p>
            <div class="message-ways">{ props.children.clone() }</div>
        </div>
    }
}
