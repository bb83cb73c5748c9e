//! The private facts on this device: sealed for their way to other staff, opened, erased.

use std::rc::Rc;

use gloo::file::File;
use gongsai::document::vault;
use gongsai_wording::Lang;
use serde_json::{Value, json};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::{Confirm, FileDrop};
use crate::platform::sheets::{self, VaultKind};
use crate::platform::{clock, elements, files, secrets};
use crate::session::{Session, use_language, use_selected, use_session};
use crate::wording::Words;
use crate::wording::history::{Private as Text, facts_due, people_with_facts};

/// The section.
#[component]
pub(super) fn PrivateFacts() -> Html {
    let session = use_session();
    let language = use_language();
    let said = use_state_eq(AttrValue::default);
    let asked = use_state_eq(|| false);
    let password = use_node_ref();
    let count = use_selected(|session: &Session| session.with_vault(std::collections::BTreeMap::len));
    let due = use_selected(|session: &Session| session.with_journal(gongsai::meet::Journal::facts_due));
    let is_due = due.is_some_and(|day| day <= clock::today());
    let typed = {
        let password = password.clone();
        move || elements::value(&password)
    };
    let on_seal = {
        let (session, said, typed) = (session.clone(), said.setter(), typed.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            said.set(Text::Working.say(language));
            let (session, said, password) = (session.clone(), said.clone(), typed());
            spawn_local(async move { said.set(seal(&session, &password).await.unwrap_or_else(|why| why)) });
        })
    };
    let on_files = {
        let (session, said) = (session.clone(), said.setter());
        Callback::from(move |files: Vec<File>| {
            let Some(file) = files.into_iter().next() else { return };
            said.set(Text::Working.say(language));
            let (session, said, password) = (session.clone(), said.clone(), typed());
            spawn_local(async move { said.set(open(&session, &password, &file).await.unwrap_or_else(|why| why)) });
        })
    };
    let ask = |to: bool| {
        let asked = asked.setter();
        move || asked.set(to)
    };
    let (on_ask, on_cancel) = (ask(true), ask(false));
    let on_confirm = {
        let asked = asked.setter();
        Callback::from(move |()| {
            let everyone = session.with_vault(|vault| vault.keys().copied().collect());
            session.erase_facts(everyone);
            asked.set(false);
        })
    };
    html! {
        <section class="private" aria-labelledby="private" data-test="private">
            <h2 id="private">{ Text::Title.say(language) }</h2>
            <p class="muted">{ Text::Lead.say(language) }</p>
            <p class={classes!("note", if is_due { "bad" } else { "plain" })} hidden={due.is_none() || count == 0} data-test="private-due">
                { due.map(|day| facts_due(language, day, is_due)) }
            </p>
            <p data-test="private-count">{ people_with_facts(language, count) }</p>
            <form class="give" onsubmit={on_seal}>
                <label class="field"><span>{ Text::Password.say(language) }</span>
                    <input ref={password} type="password" autocomplete="new-password" data-test="private-password" /></label>
                <button type="submit" disabled={count == 0} data-test="private-seal">{ Text::Seal.say(language) }</button>
                <button type="button" class="danger" disabled={count == 0} onclick={move |_: MouseEvent| on_ask()}
                    data-test="private-erase">{ Text::EraseAll.say(language) }</button>
            </form>
            <FileDrop label={Text::Open.say(language)} hint={Text::OpenHint.say(language)} accept=".vault" multiple=false
                test="private-open" {on_files} />
            <p class="note" role="status" hidden={said.is_empty()} data-test="private-said">{ (*said).clone() }</p>
            <Confirm open={*asked} title={Text::EraseAll.say(language)} text={Text::EraseAllText.say(language)}
                confirm={Text::EraseAll.say(language)} cancel={Text::Keep.say(language)} {on_confirm}
                on_cancel={Callback::from(move |()| on_cancel())} />
        </section>
    }
}

/// Seals the facts on this device and gives them to the person as a file.
async fn seal(session: &Rc<Session>, password: &str) -> Result<AttrValue, AttrValue> {
    let bytes = |count: usize| -> Vec<u8> { (0..count).map(|_| session.fresh().to_be_bytes()[7]).collect() };
    let request = json!({ "salt": bytes(16), "nonce": bytes(24) });
    let secret = session.meet_id().and_then(secrets::of_numbers);
    let mut facts = secret.as_ref().map(vault::secret_line).unwrap_or_default();
    facts.push_str(&session.with_vault(|people| vault::write(people)));
    let sealed = ask(session, VaultKind::Seal, &facts, password, request).await?;
    let title = session.with_meet(|meet| meet.regulations().map(|regulations| regulations.title.clone()));
    files::download(&files::plain_name(&title.unwrap_or_default(), "vault"), "application/octet-stream", &sealed);
    Ok(AttrValue::default())
}

/// Opens a sealed file and keeps what it holds of the people of this meet.
async fn open(session: &Rc<Session>, password: &str, file: &File) -> Result<AttrValue, AttrValue> {
    let language = session.language();
    let sealed = files::text(file).await.ok_or_else(|| Text::Stopped.say(language))?;
    let text = ask(session, VaultKind::Open, &sealed, password, json!({})).await?;
    if let (Some(meet), Some(secret)) = (session.meet_id(), vault::secret(&text)) {
        // Where this device has one of its own, its own hashes are under that one.
        let kept = secrets::of_numbers(meet).is_some() || secrets::keep_of_numbers(meet, &secret);
        if !kept {
            return Err(Text::Stopped.say(language));
        }
    }
    let known = |person| session.with_meet(|meet| meet.people().contains_key(&person));
    let rows = vault::rows(&text).filter(|(person, _)| known(*person));
    session.take_facts(rows.filter_map(|(person, row)| Some((person, vault::decode(row).ok()?))).collect());
    Ok(AttrValue::default())
}

/// The text that comes of it, or a sentence why there is none.
async fn ask(
    session: &Session,
    kind: VaultKind,
    text: &str,
    password: &str,
    mut request: Value,
) -> Result<String, AttrValue> {
    let language = session.language();
    request["meet"] = session.meet_id().map(|meet| meet.to_string()).into();
    request["password"] = password.into();
    request["english"] = (language == Lang::En).into();
    let answer = sheets::vault(kind, text, &request.to_string()).await;
    let answer: Value = answer.and_then(|answer| serde_json::from_str(&answer).ok()).unwrap_or_default();
    match (answer["text"].as_str(), answer["error"].as_str()) {
        (Some(text), _) => Ok(text.to_owned()),
        (None, Some(why)) => Err(why.to_owned().into()),
        (None, None) => Err(Text::Stopped.say(language)),
    }
}
