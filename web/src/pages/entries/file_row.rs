//! One file: what was read of it, what was found, and a look inside.

use gongsai::finding::Code;
use gongsai::meet::Reimport;
use gongsai_wording::finding::finding;
use gongsai_wording::refused::sentence;
use gongsai_wording::{Lang, entry};
use yew::prelude::*;

use super::sheet_preview::SheetPreview;
use crate::session::{ImportedFile, ReadFile, ReadState, use_language, use_meet, use_session};
use crate::wording::entries::{Entries as Text, found, people};
use crate::wording::{Words, sport};

#[derive(PartialEq, Properties)]
pub(super) struct FileRowProps {
    /// The file.
    pub(super) file: ImportedFile,
}

/// The row.
#[component]
pub(super) fn FileRow(props: &FileRowProps) -> Html {
    let session = use_session();
    let language = use_language();
    let open = use_state_eq(|| false);
    let read = match &props.file.state {
        ReadState::Read(read) | ReadState::Refused(read, _) => Some(read.clone()),
        ReadState::Reading | ReadState::Unreadable(_) | ReadState::TakenIn(_) => None,
    };
    let changes: Vec<Option<Reimport>> = {
        let (read, session) = (read.clone(), session.clone());
        use_meet(move |meet| {
            let sheets = read.iter().flat_map(|read| &read.sheets);
            session.with_vault(|vault| sheets.map(|sheet| meet.reimport(&sheet.form, vault)).collect())
        })
    };
    let number = props.file.number;
    let on_remove = Callback::from(move |_: MouseEvent| session.change_import(|import| import.remove(number)));
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let (state, badge, word) = state_of(&props.file.state);
    let weighty = read.as_ref().map_or(0, |read| read.weighty().count());
    let toggle = if *open { Text::Hide } else { Text::Show };
    html! {
        <li class={classes!("file-row", state)} data-test="entries-file-row" data-state={state} data-name={props.file.name.to_string()}>
            <div class="file-row-line">
                <div class="file-row-name">
                    <strong>{ props.file.name.to_string() }</strong>
                    <span class="muted">{ contents(language, &props.file.state) }</span>
                </div>
                <div class="file-row-marks">
                    <span class="badge warn" hidden={weighty == 0}>{ found(language, weighty) }{ " " }{ Text::Found.say(language) }</span>
                    <span class={classes!("badge", badge)}>{ word.say(language) }</span>
                </div>
                <div class="buttons">
                    <button type="button" class="small quiet" onclick={on_toggle} hidden={read.is_none()} aria-expanded={open.to_string()} data-test="entries-show">
                        { toggle.say(language) }
                    </button>
                    <button type="button" class="small quiet" onclick={on_remove} data-test="entries-remove">{ Text::Remove.say(language) }</button>
                </div>
            </div>
            <p class="file-row-why" hidden={trouble(language, &props.file.state).is_none()} data-test="entries-trouble">
                { trouble(language, &props.file.state).unwrap_or_default() }
            </p>
            <ul class="file-row-notes">
                { for changes.iter().enumerate().filter_map(|(index, change)| Some(html! {
                    <li key={index} data-test="entries-replaces">{ entry::reimport(language, change.as_ref()?) }</li>
                })) }
            </ul>
            <div class="file-row-sheets">
                { for read.iter().flat_map(|read| (0..read.sheets.len()).map(move |sheet| (read, sheet))).filter(|(read, sheet)| *open || read.sheets[*sheet].form.unit.is_none()).map(|(read, sheet)| html! {
                    <SheetPreview key={sheet} {number} file={read.clone()} {sheet} open={*open} />
                }) }
            </div>
        </li>
    }
}

fn state_of(state: &ReadState) -> (&'static str, &'static str, Text) {
    match state {
        ReadState::Reading => ("reading", "plain", Text::Reading),
        ReadState::Unreadable(_) => ("unreadable", "bad", Text::Unreadable),
        ReadState::Read(read) if read.sheets.is_empty() => ("empty", "bad", Text::NoForm),
        ReadState::Read(read) if read.sheets.iter().any(|sheet| sheet.form.unit.is_none()) => {
            ("no-unit", "warn", Text::NoUnit)
        }
        ReadState::Read(_) => ("ready", "plain", Text::Ready),
        ReadState::TakenIn(_) => ("taken-in", "good", Text::TakenIn),
        ReadState::Refused(..) => ("refused", "bad", Text::Refused),
    }
}

/// What the file holds, in one line.
fn contents(language: Lang, state: &ReadState) -> String {
    match state {
        ReadState::Read(read) | ReadState::Refused(read, _) => of_read(language, read),
        ReadState::TakenIn(count) => people(language, *count),
        ReadState::Reading | ReadState::Unreadable(_) => String::new(),
    }
}

fn of_read(language: Lang, read: &ReadFile) -> String {
    let mut parts: Vec<String> = Vec::new();
    for sheet in &read.sheets {
        if !parts.contains(&sheet.form.delegation) {
            parts.push(sheet.form.delegation.clone());
        }
    }
    for sheet in &read.sheets {
        parts.push(format!("{} {}", sport(language, sheet.form.sport), people(language, sheet.form.rows.len())));
    }
    parts.push(format!("{} {}", read.cells, Text::Cells.say(language).to_lowercase()));
    parts.join(" · ")
}

/// Why the file is not taken in.
fn trouble(language: Lang, state: &ReadState) -> Option<String> {
    match state {
        ReadState::Unreadable(why) => Some(finding(language, why)),
        ReadState::Refused(_, why) => Some(sentence(language, None, why)),
        ReadState::Read(read) => {
            let sheets = read.sheets.iter().flat_map(|sheet| &sheet.findings);
            let of_file = [Code::ImportVersion, Code::ImportRepeated];
            let told = sheets.filter(|found| of_file.contains(&found.code));
            let all: Vec<String> = read.findings.iter().chain(told).map(|one| finding(language, one)).collect();
            Some(all.join(" ")).filter(|all| !all.is_empty())
        }
        ReadState::Reading | ReadState::TakenIn(_) => None,
    }
}
