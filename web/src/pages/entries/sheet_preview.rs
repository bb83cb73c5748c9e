//! One sheet of a form: its people, with what was found marked where it stands.

use gongsai::finding::{Code, Fact};
use gongsai::order;
use gongsai_wording::Lang;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::sheet_rows::{SheetRow, rows};
use crate::session::{ReadFile, ReadSheet, Shared, use_language, use_meet, use_session};
use crate::wording::entries::{Entries as Text, clean};
use crate::wording::{Words, sex, sport};

#[derive(PartialEq, Properties)]
pub(super) struct SheetPreviewProps {
    /// The number of the file.
    pub(super) number: u32,
    /// The file.
    pub(super) file: Shared<ReadFile>,
    /// The sheet in it.
    pub(super) sheet: usize,
    /// Whether its people are shown.
    pub(super) open: bool,
}

/// The preview.
#[component]
pub(super) fn SheetPreview(props: &SheetPreviewProps) -> Html {
    let session = use_session();
    let language = use_language();
    let all = use_state_eq(|| false);
    let units: Vec<(u64, AttrValue)> = use_meet(|meet| {
        let mut units: Vec<_> =
            meet.units().values().map(|unit| (unit.id.0, AttrValue::from(unit.name.clone()))).collect();
        order::sort_by(&mut units, |a, b| a.1.cmp(&b.1));
        units
    });
    let Some(sheet) = props.file.sheets.get(props.sheet) else { return html! { <div class="sheet"></div> } };
    let shown = if props.open { rows(language, sheet) } else { Vec::new() };
    let (found, rest): (Vec<&SheetRow>, Vec<&SheetRow>) = shown.iter().partition(|row| !row.notes.is_empty());
    let listed: Vec<&SheetRow> = if *all { shown.iter().collect() } else { found };
    let onchange = {
        let (number, index) = (props.number, props.sheet);
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let chosen = select.and_then(|select| select.value().parse().ok());
            if let Some(unit) = chosen {
                session.change_import(|import| import.assign(number, index, unit));
            }
        })
    };
    let on_toggle = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    let close = close_names(sheet);
    let option = |(id, name): &(u64, AttrValue)| {
        let id = gongsai::id::UnitId(*id).to_string();
        html! { <option key={id.clone()} value={id}>{ name.clone() }</option> }
    };
    let (near, far): (Vec<_>, Vec<_>) = units.iter().partition(|(_, name)| close.contains(&name.as_str()));
    html! {
        <div class="sheet" data-test="entries-sheet">
            <h3 hidden={!props.open}>{ sport(language, sheet.form.sport) }<span class="muted">{ format!(" · {}", sheet.form.sheet) }</span></h3>
            <label class="field sheet-unit" hidden={sheet.form.unit.is_some()}>
                <span>{ Text::ChooseUnit.say(language) }{ " " }<strong>{ sheet.form.delegation.clone() }</strong></span>
                <select {onchange} data-test="entries-unit">
                    <option key="" value="" selected=true>{ Text::Choose.say(language) }</option>
                    { for near.into_iter().chain(far).map(option) }
                </select>
            </label>
            <div class="table-scroll" hidden={listed.is_empty()} tabindex="0" role="region" aria-label={sport(language, sheet.form.sport)}>
                { table(language, &listed) }
            </div>
            <p class="sheet-foot" hidden={!props.open || shown.is_empty()}>
                <span class="muted" hidden={*all || rest.is_empty()}>{ clean(language, rest.len()) }{ " " }</span>
                <button type="button" class="small quiet" onclick={on_toggle} hidden={rest.is_empty()} data-test="entries-show-all">
                    { if *all { Text::ShowFound } else { Text::ShowAll }.say(language) }
                </button>
            </p>
        </div>
    }
}

/// The names that the finding about the delegation offers.
fn close_names(sheet: &ReadSheet) -> Vec<&str> {
    let unit = sheet.findings.iter().find(|finding| finding.code == Code::ImportUnit);
    let names = unit.iter().flat_map(|finding| finding.facts.iter().skip(1));
    names.filter_map(|fact| if let Fact::Text(name) = fact { Some(name.as_str()) } else { None }).collect()
}

fn table(language: Lang, rows: &[&SheetRow]) -> Html {
    let heads = [Text::Row, Text::Name, Text::Sex, Text::Events, Text::Note];
    html! {
        <table class="sheet-table">
            <thead><tr>{ for heads.iter().map(|head| html! { <th key={format!("{head:?}")} scope="col">{ head.say(language) }</th> }) }</tr></thead>
            <tbody>{ for rows.iter().map(|row| line(language, row)) }</tbody>
        </table>
    }
}

fn line(language: Lang, row: &SheetRow) -> Html {
    let wrong = |marked: bool| classes!(marked.then_some("wrong-cell"));
    let note = |(index, note): (usize, &super::sheet_rows::Note)| {
        html! {
            <li key={index}>
                <span class="cell-ref" hidden={note.place.is_empty()}>{ note.place.clone() }</span>
                <span class="cell-typed" hidden={note.typed.is_empty()}>{ note.typed.clone() }</span>
                <span>{ note.sentence.clone() }</span>
            </li>
        }
    };
    html! {
        <tr key={row.row} class={classes!(row.refused.then_some("refused-row"))} data-test="entries-person">
            <td class="numeric muted">{ row.row }</td>
            <th scope="row" class={wrong(row.wrong_name)}>{ row.name.clone() }<small class="badge bad" hidden={!row.refused}>{ Text::RowOut.say(language) }</small></th>
            <td class={wrong(row.wrong_sex)}>{ sex(language, row.sex) }</td>
            <td class={wrong(row.wrong_events)}>{ row.events.clone() }</td>
            <td><ul class="cell-notes">{ for row.notes.iter().enumerate().map(note) }</ul></td>
        </tr>
    }
}
