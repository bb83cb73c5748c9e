//! Tells that another window writes, and the way to write here.

use yew::prelude::*;

use crate::platform::windows;
use crate::session::{Session, use_language, use_selected};
use crate::wording::Words;
use crate::wording::frame::Frame as Text;

/// The bar above the page; hidden where this window writes.
#[component]
pub(super) fn Follow() -> Html {
    let language = use_language();
    let following = use_selected(Session::is_following);
    let onclick = Callback::from(|_: MouseEvent| windows::take_over());
    html! {
        <div class="follow no-print" role="status" hidden={!following} data-test="following" data-following={following.to_string()}>
            <p>{ Text::Following.say(language) }</p>
            <button type="button" {onclick} data-test="take-over">{ Text::TakeOver.say(language) }</button>
        </div>
    }
}
