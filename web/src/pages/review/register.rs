//! The register of athletes on the desk, and the button that reviews everyone.

use std::rc::Rc;

use gongsai::eligibility::Register;
use gongsai::id::MeetId;
use gongsai_wording::finding::finding;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::FileDrop;
use crate::pages;
use crate::platform::{samples, secrets, sheets};
use crate::session::{
    LoadedRegister, Session, Shared, stopped, tables_of, use_language, use_meet, use_selected, use_session,
};
use crate::wording::Words;
use crate::wording::review::{Review as Text, register_loaded};

/// The register that comes with the sample meet.
const SAMPLE_REGISTER: &str = "sample-register.csv";

/// The sample meet.
const SAMPLE_MEET: MeetId = MeetId(0x6077_05a1_2026);

#[derive(PartialEq, Properties)]
pub(super) struct RegisterBarProps {
    /// Whether a review was made.
    pub(super) reviewed: bool,
}

/// The bar.
#[component]
pub(super) fn RegisterBar(props: &RegisterBarProps) -> Html {
    let session = use_session();
    let language = use_language();
    let desk = use_selected(Session::desk);
    let refusal = use_state_eq(AttrValue::default);
    let on_files = {
        let (session, refusal) = (session.clone(), refusal.setter());
        Callback::from(move |chosen: Vec<gloo::file::File>| {
            let (session, refusal) = (session.clone(), refusal.clone());
            spawn_local(async move {
                if let Some(file) = chosen.first() {
                    refusal.set(load(&session, file).await.err().unwrap_or_default().into());
                }
            });
        })
    };
    let on_sample = {
        let (session, refusal) = (session.clone(), refusal.setter());
        Callback::from(move |_: MouseEvent| {
            let (session, refusal) = (session.clone(), refusal.clone());
            spawn_local(async move {
                let Some(file) = samples::file(SAMPLE_REGISTER).await else { return };
                refusal.set(load(&session, &file).await.err().unwrap_or_default().into());
            });
        })
    };
    let is_sample = use_meet(|meet| meet.id() == SAMPLE_MEET);
    let on_run = {
        let refusal = refusal.setter();
        Callback::from(move |_: MouseEvent| {
            let secret = session.meet_id().and_then(secrets::of_numbers);
            let outcome = session.run_review(secret.as_ref());
            refusal.set(pages::trouble(&session, outcome));
        })
    };
    let loaded = desk.register.as_ref();
    // A review without the register would take back what one with it found.
    let needs_register = use_meet(|meet| {
        let codes = meet.reviews().values().flat_map(|review| &review.codes);
        codes.into_iter().any(|(code, _)| matches!(code.rule(), "R01" | "R02"))
    }) && loaded.is_none();
    let told = match loaded {
        _ if desk.reading => Text::ReadingRegister.say(language),
        Some(loaded) => register_loaded(language, &loaded.name, loaded.rows, loaded.findings.len()).into(),
        None if needs_register => Text::RegisterFirst.say(language),
        None => Text::NoRegister.say(language),
    };
    let run = if props.reviewed { Text::RunAgain } else { Text::Run };
    let primary = !props.reviewed || (loaded.is_some() && desk.review.is_none());
    html! {
        <div class={classes!("register-bar", loaded.is_some().then_some("loaded"))}>
            <FileDrop label={Text::Register.say(language)} hint={Text::RegisterHint.say(language)} accept=".csv,.xlsx,.xls,.ods"
                multiple=false test="register-file" {on_files} />
            <div class="register-state">
                <p role="status" data-test="register-state">{ told }</p>
                <button type="button" hidden={!is_sample || loaded.is_some()} onclick={on_sample} data-test="register-sample">
                    { Text::SampleRegister.say(language) }
                </button>
                <button type="button" class={classes!(primary.then_some("primary"))} onclick={on_run} disabled={desk.reading || needs_register} data-test="review-run">
                    { run.say(language) }
                </button>
                <p class="note bad" role="alert" hidden={refusal.is_empty()}>{ (*refusal).clone() }</p>
            </div>
        </div>
    }
}

/// Puts a register on the desk, or says why it cannot be read.
async fn load(session: &Rc<Session>, file: &gloo::file::File) -> Result<(), String> {
    session.change_desk(|desk| desk.reading = true);
    let answer = sheets::read_file(file).await;
    session.change_desk(|desk| desk.reading = false);
    let language = session.language();
    let tables = answer.map_or_else(|| Err(stopped()), |answer| tables_of(&answer));
    let tables = tables.map_err(|why| finding(language, &why))?;
    let read = Register::read(tables.first().ok_or_else(|| finding(language, &stopped()))?);
    let rows = read.output.athletes().len();
    if rows == 0 {
        return Err(finding(language, read.findings.first().unwrap_or(&stopped())));
    }
    let loaded = LoadedRegister { name: file.name(), register: read.output, rows, findings: read.findings };
    session.change_desk(|desk| {
        desk.register = Some(Shared::new(loaded));
        desk.review = None;
    });
    Ok(())
}
