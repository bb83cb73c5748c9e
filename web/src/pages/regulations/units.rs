//! The units that are invited: who has sent forms, and who has not.

use std::rc::Rc;

use gongsai::entry::{Unit, read_units};
use gongsai::id::UnitId;
use gongsai::meet::{Command, Meet};
use gongsai::order;
use gongsai::regulations::Sport;
use gongsai_wording::finding::finding;
use gongsai_wording::{Lang, refused};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::FileDrop;
use crate::platform::sheets;
use crate::session::{Session, stopped, tables_of, use_language, use_meet, use_session};
use crate::wording::regulations::{Regs as Text, unit_count, units_added};
use crate::wording::{Words, sport};

/// One unit and its forms by sport: the number of people on each.
#[derive(Clone, PartialEq)]
struct UnitRow {
    id: UnitId,
    name: AttrValue,
    sent: Vec<(Sport, usize)>,
}

/// The section.
#[component]
pub(super) fn Units() -> Html {
    let session = use_session();
    let language = use_language();
    let rows = use_meet(rows);
    let sports: Vec<Sport> =
        use_meet(|meet| meet.regulations().map(|regulations| regulations.sports.clone()).unwrap_or_default());
    let told = use_state_eq(String::new);
    let on_files = {
        let (session, told) = (session, told.setter());
        Callback::from(move |chosen: Vec<gloo::file::File>| {
            let (session, told) = (session.clone(), told.clone());
            spawn_local(async move {
                if let Some(file) = chosen.first() {
                    let answer = sheets::read_file(file).await;
                    told.set(add_units(&session, answer.as_deref()));
                }
            });
        })
    };
    let (missing, sent): (Vec<&UnitRow>, Vec<&UnitRow>) = rows.iter().partition(|row| row.sent.is_empty());
    html! {
        <section aria-labelledby="units-title" data-test="units">
            <h2 id="units-title">{ Text::Units.say(language) }</h2>
            <p class="lead" hidden={rows.is_empty()} data-test="unit-count">{ unit_count(language, sent.len(), rows.len()) }</p>
            <div class="note warn" hidden={sent.is_empty() || missing.is_empty()} data-test="units-missing">
                <h3>{ Text::NotSent.say(language) }</h3>
                <ul class="unit-chips">{ for missing.iter().map(|row| html! { <li key={row.id.to_string()}>{ row.name.clone() }</li> }) }</ul>
            </div>
            <details class="units-all" hidden={rows.is_empty()} open={sent.is_empty() && rows.len() < 20}>
                <summary>{ Text::Units.say(language) }{ " · " }{ rows.len() }</summary>
                <div class="table-scroll" tabindex="0" role="region" aria-labelledby="units-title">{ table(language, &sports, &rows) }</div>
            </details>
            <div class="two-columns">
                <div hidden={!rows.is_empty()}>
                    <p class="message-text">{ Text::NoUnits.say(language) }</p>
                    <p class="lead">{ Text::NoUnitsHint.say(language) }</p>
                </div>
                <FileDrop label={Text::LoadUnits.say(language)} hint={Text::LoadUnitsHint.say(language)} accept=".csv,.xlsx,.xls,.ods"
                    multiple=false test="units-file" {on_files} />
            </div>
            <p class="note" role="status" hidden={told.is_empty()} data-test="units-told">{ (*told).clone() }</p>
        </section>
    }
}

fn rows(meet: &Meet) -> Vec<UnitRow> {
    let mut rows: Vec<UnitRow> = meet
        .units()
        .values()
        .map(|unit| {
            let sent = meet.taken_in().iter().filter(|((of, _), _)| *of == unit.id);
            let sent = sent.map(|((_, sport), people)| (*sport, people.len())).collect();
            UnitRow { id: unit.id, name: unit.name.clone().into(), sent }
        })
        .collect();
    order::sort_by(&mut rows, |a, b| a.name.cmp(&b.name));
    rows
}

fn table(language: Lang, sports: &[Sport], rows: &[UnitRow]) -> Html {
    let head = |of: &Sport| html! { <th key={of.code()} scope="col" class="numeric">{ sport(language, *of) }</th> };
    let row = |row: &UnitRow| {
        let cell = |of: &Sport| {
            let people = row.sent.iter().find(|(sent, _)| sent == of).map(|(_, people)| people.to_string());
            html! { <td key={of.code()} class="numeric">{ people.unwrap_or_else(|| "—".to_owned()) }</td> }
        };
        html! {
            <tr key={row.id.to_string()} class={classes!(row.sent.is_empty().then_some("missing"))}>
                <th key="name" scope="row">{ row.name.clone() }</th>
                { for sports.iter().map(cell) }
            </tr>
        }
    };
    html! {
        <table>
            <thead><tr><th key="name" scope="col">{ Text::Unit.say(language) }</th>{ for sports.iter().map(head) }</tr></thead>
            <tbody>{ for rows.iter().map(row) }</tbody>
        </table>
    }
}

/// Adds the units of a list that are not there yet; says what came of it.
fn add_units(session: &Rc<Session>, answer: Option<&str>) -> String {
    let language = session.language();
    let tables = match answer.map_or_else(|| Err(stopped()), tables_of) {
        Ok(tables) => tables,
        Err(why) => return finding(language, &why),
    };
    let Some(table) = tables.first() else { return finding(language, &stopped()) };
    let read = read_units(table, || UnitId(session.fresh()));
    if read.output.is_empty() {
        let first = read.findings.first().cloned().unwrap_or_else(stopped);
        return finding(language, &first);
    }
    let known = |unit: &Unit| session.with_meet(|meet| meet.units().values().any(|other| other.name == unit.name));
    let (old, new): (Vec<Unit>, Vec<Unit>) = read.output.into_iter().partition(known);
    let added = new.len();
    if added > 0
        && let Err(why) = session.submit(Command::AddUnits(new))
    {
        return refused::sentence(language, None, &why);
    }
    units_added(language, added, old.len())
}
