//! Whom the sanctions of this meet bar from the next ones, as its regulations will want it.

use gongsai::document::bans_to_toml;
use gongsai::meet::barred;
use gongsai_wording::admission;
use yew::prelude::*;

use crate::platform::files;
use crate::session::{Session, use_language, use_selected};
use crate::wording::Words as _;
use crate::wording::admission::Admission as Text;

/// The rule, to be copied or saved; nothing where nobody is barred.
#[component]
pub(super) fn Bans() -> Html {
    let language = use_language();
    let text: AttrValue = use_selected(move |session: &Session| {
        let bans = session.with_journal(barred);
        if bans.is_empty() {
            return AttrValue::default();
        }
        bans_to_toml(&bans, |ban| admission::barred(language, ban)).into()
    });
    let onclick = {
        let text = text.clone();
        Callback::from(move |_: MouseEvent| files::download("P16.toml", "application/toml", &text))
    };
    html! {
        <section class="bans" hidden={text.is_empty()} data-test="bans">
            <h3>{ Text::Bans.say(language) }</h3>
            <p class="muted">{ Text::BansLead.say(language) }</p>
            <textarea readonly=true rows="6" spellcheck="false" aria-label={Text::Bans.say(language)} value={text} data-test="bans-text" />
            <div class="buttons"><button type="button" {onclick} data-test="bans-save">{ Text::BansSave.say(language) }</button></div>
        </section>
    }
}
