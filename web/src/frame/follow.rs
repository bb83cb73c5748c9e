//! Tells that another window writes, and the way to write here; and that a great meet is still being read.

use yew::prelude::*;

use crate::platform::windows;
use crate::session::{Session, use_language, use_selected};
use crate::wording::Words;
use crate::wording::frame::Frame as Text;

/// The bar above the page; hidden where this window can write.
#[component]
pub(super) fn Follow() -> Html {
    let language = use_language();
    let following = use_selected(Session::is_following);
    let opening = use_selected(Session::is_opening);
    let onclick = Callback::from(|_: MouseEvent| windows::take_over());
    if opening {
        return html! {
            <div key="opening" class="follow no-print" role="status" data-test="opening"><p>{ Text::Reading.say(language) }</p></div>
        };
    }
    html! {
        <div key="following" class="follow no-print" role="status" hidden={!following} data-test="following" data-following={following.to_string()}>
            <p>{ Text::Following.say(language) }</p>
            <button type="button" {onclick} data-test="take-over">{ Text::TakeOver.say(language) }</button>
        </div>
    }
}
