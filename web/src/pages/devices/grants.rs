//! The rights that were given, and the way to take one back.

use gongsai::id::DeviceId;
use gongsai::meet::{Command, Grant, Journal};
use gongsai_wording::history as words;
use yew::prelude::*;

use crate::pages;
use crate::session::{Session, use_language, use_selected, use_session};
use crate::wording::Words;
use crate::wording::history::Devices as Text;

#[derive(PartialEq, Properties)]
pub(super) struct GrantsProps {
    /// Whether this device may take rights back.
    pub may_revoke: bool,
}

/// The list of rights.
#[component]
pub(super) fn Grants(props: &GrantsProps) -> Html {
    let session = use_session();
    let language = use_language();
    let trouble = use_state_eq(AttrValue::default);
    let grants: Vec<(DeviceId, Grant)> = use_selected(|session: &Session| {
        session.with_journal(|journal| {
            journal.rights().grants().iter().map(|(device, grant)| (*device, grant.clone())).collect()
        })
    });
    let on_revoke = {
        let trouble = trouble.setter();
        Callback::from(move |device: DeviceId| {
            // What arrived so far counts; what comes later from that device does not.
            let until = session.with_journal(|journal| last(journal, device));
            let outcome = session.submit(Command::Revoke { device, until });
            trouble.set(pages::trouble(&session, outcome));
        })
    };
    html! {
        <section aria-labelledby="grants">
            <h2 id="grants">{ Text::Rights.say(language) }<span class="count">{ grants.len() }</span></h2>
            <p class="muted" hidden={!grants.is_empty()}>{ Text::None.say(language) }</p>
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
            <ul class="history-lines" data-test="grants">{ for grants.iter().map(|(device, grant)| {
                let device = *device;
                let onclick = on_revoke.reform(move |_: MouseEvent| device);
                html! {
                    <li key={device.to_string()} class="history-line" data-test="grant" data-device={device.to_string()}>
                        <strong>{ grant.name.clone() }</strong>
                        <span class="history-what">{ words::right_word(language, grant.right) }</span>
                        <span class="muted">{ grant.until.map(|_| Text::Revoked.say(language)) }</span>
                        <button type="button" class="quiet" {onclick} hidden={!props.may_revoke || grant.until.is_some()}
                            data-test="grant-revoke">{ Text::Revoke.say(language) }</button>
                    </li>
                }
            }) }</ul>
        </section>
    }
}

fn last(journal: &Journal, device: DeviceId) -> u32 {
    let own = journal.records().iter().filter(|stored| stored.record.id.device == device);
    own.map(|stored| stored.record.id.n).max().unwrap_or(0)
}
