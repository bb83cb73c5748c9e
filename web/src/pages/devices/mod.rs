//! Who may write: the right of this device, those given to others, and the way to give one.

mod give;
mod grants;
mod private;

use gongsai_wording::history as words;
use yew::prelude::*;

use crate::session::{Session, use_language, use_selected};
use crate::wording::Words;
use crate::wording::history::Devices as Text;
use give::Give;
use grants::Grants;
use private::PrivateFacts;

/// The devices of the meet.
#[component]
pub fn DevicesPage() -> Html {
    let language = use_language();
    let (held, right) = use_selected(|session: &Session| {
        let device = session.device();
        session.with_journal(|journal| (journal.rights().organiser().is_some(), journal.rights().of(device)))
    });
    let organiser = held && right == Some(gongsai::meet::Right::Organiser);
    let lead = if held { Text::Held } else { Text::Open };
    let own = match right {
        Some(right) if held => words::right_word(language, right).into(),
        Some(_) => Text::Open.say(language),
        None => Text::Nobody.say(language),
    };
    html! {
        <section class="devices">
            <header class="page-head"><div>
                <h1>{ Text::Title.say(language) }</h1>
                <p>{ lead.say(language) }</p>
            </div></header>
            <p hidden={!held}><strong>{ Text::You.say(language) }</strong>{ "  " }<span data-test="own-right">{ own }</span></p>
            <div hidden={!held}><Grants may_revoke={organiser} /></div>
            <div hidden={!organiser}><Give /></div>
            <PrivateFacts />
        </section>
    }
}
