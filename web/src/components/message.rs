//! A page that has nothing else to show: what is so, what to do, and the way on.

use yew::prelude::*;

/// The message: what is so.
pub fn message(text: AttrValue) -> Html {
    message_with(text, None, html! { <span hidden=true></span> })
}

/// The message with what to do, and the button or link that leads on.
pub fn message_with(text: AttrValue, hint: Option<AttrValue>, way: Html) -> Html {
    html! {
        <div class="message" data-test="message">
            <p class="message-text">{ text }</p>
            <p class="message-hint" hidden={hint.is_none()}>{ hint.unwrap_or_default() }</p>
            <div class="message-ways">{ way }</div>
        </div>
    }
}
