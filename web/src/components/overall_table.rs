//! The table of units over all events; each row opens where its points come from.

use std::rc::Rc;

use gongsai::id::UnitId;
use gongsai::overall::Counting;
use gongsai::publication::{OverallSheet, OverallUnit};
use gongsai_wording::{Lang, overall as sentences, publication};
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::overall::{self as words, OverallText as Text};

/// What the table shows.
#[derive(Clone, PartialEq, Properties)]
pub struct OverallTableProps {
    /// What the meet comes to.
    pub sheet: Rc<OverallSheet>,
    /// The language.
    pub language: Lang,
}

/// The table.
#[component]
pub fn OverallTable(props: &OverallTableProps) -> Html {
    let OverallTableProps { sheet, language } = props;
    let language = *language;
    let opened = use_state_eq(|| None::<UnitId>);
    let on_open = {
        let opened = opened.clone();
        Callback::from(move |unit: UnitId| opened.set(Some(unit).filter(|unit| *opened != Some(*unit))))
    };
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="overall-units">
            <table class="overall" data-test="overall">
                <thead><tr key="head">
                    <th scope="col" class="numeric">{ Text::Rank.say(language) }</th>
                    <th scope="col">{ Text::Unit.say(language) }</th>
                    <th scope="col" class="numeric">{ Text::Points.say(language) }</th>
                    { for words::medals(language).into_iter().map(|medal| html! { <th scope="col" class="numeric">{ medal }</th> }) }
                    { for sheet.events.iter().map(|event| html! {
                        <th scope="col" class="overall-event" key={event.row.event.to_string()}>
                            { event.name.to_string() }
                            <small hidden={!matches!(event.row.counting, Counting::Unfinished(_))}>{ Text::Open.say(language) }</small>
                        </th>
                    }) }
                </tr></thead>
                { for sheet.units.iter().map(|unit| view(language, sheet, unit, *opened == Some(unit.row.unit), &on_open)) }
            </table>
        </div>
    }
}

fn view(language: Lang, sheet: &OverallSheet, unit: &OverallUnit, open: bool, on_open: &Callback<UnitId>) -> Html {
    let id = unit.row.unit;
    let why = format!("overall-{id}");
    let rank = unit.row.rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
    let points = unit.row.points.filter(|_| sheet.has_points).map_or_else(|| "–".to_owned(), sentences::points);
    html! {
        <tbody key={id.to_string()}>
            <tr data-test="overall-row" data-unit={id.to_string()}>
                <td class="numeric rank">{ rank }</td>
                <th scope="row" class="entrant">
                    <button type="button" class="reason-button" data-test="overall-why" aria-expanded={open.to_string()}
                        aria-controls={why.clone()} onclick={on_open.reform(move |_: MouseEvent| id)}>
                        <span class="line-who">{ unit.name.to_string() }</span>
                    </button>
                </th>
                <td class="numeric"><strong>{ points }</strong></td>
                { for unit.row.medals.iter().map(|count| html! {
                    <td class="numeric medal">{ if *count == 0 { String::new() } else { count.to_string() } }</td>
                }) }
                { for sheet.events.iter().map(|event| {
                    let own = unit.row.scores.iter().filter(|found| found.event == event.row.event);
                    let places: Vec<String> = own.map(|found| words::place(found.score.place, found.score.shared)).collect();
                    html! { <td class="overall-place">{ places.join(" ") }</td> }
                }) }
            </tr>
            <tr id={why} class="why" hidden={!open}>
                <td colspan={(6 + sheet.events.len()).to_string()}>{ if open { reasons(language, sheet, unit) } else { html! {} } }</td>
            </tr>
        </tbody>
    }
}

/// Where the points come from, and what separates the unit from those with as many.
fn reasons(language: Lang, sheet: &OverallSheet, unit: &OverallUnit) -> Html {
    let scores = unit.row.scores.iter().zip(&unit.entries);
    html! {
        <div class="overall-reasons" data-test="overall-reasons">
            <p hidden={!unit.row.scores.is_empty()}>{ Text::Nothing.say(language) }</p>
            <p class="note warn" hidden={unit.row.points.is_some()}>{ Text::TooFine.say(language) }</p>
            <ul>{ for scores.map(|(found, name)| {
                let event = sheet.events.iter().find(|event| event.row.event == found.event);
                let event = event.map(|event| event.name.to_string()).unwrap_or_default();
                let score = &found.score;
                html! {
                    <li key={score.entry.to_string()}>
                        <span class="overall-of">{ event }</span>
                        <span class="line-who">{ name.to_string() }</span>
                        <span>{ publication::place(language, score.place) }</span>
                        <span class="muted">{ sentences::worth(language, score.place, score.worth) }</span>
                        <strong class="numeric">{ sentences::points(score.points) }</strong>
                    </li>
                }
            }) }</ul>
            { for unit.separations.iter().map(|(step, names)| html! {
                <p>{ sentences::separation(language, step, names, &sheet.clause) }</p>
            }) }
        </div>
    }
}
