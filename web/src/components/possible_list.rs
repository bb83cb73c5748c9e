//! What is still possible in a group, behind a line that opens it.

use gongsai::publication::{Hinge, PossibleRow, PossibleSheet};
use gongsai_wording::{Lang, possible};
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::groups::Groups;

/// One line an entrant: what is certain, the places, and what the open matches decide.
pub fn possible_list(language: Lang, sheet: &PossibleSheet) -> Html {
    html! {
        <>
            <p class="muted">{ possible::condition(language) }</p>
            <dl class="possible-list">{ for sheet.rows.iter().map(|row| view_row(language, row)) }</dl>
        </>
    }
}

fn view_row(language: Lang, row: &PossibleRow) -> Html {
    let fate = possible::fate(language, row);
    html! {
        <div key={row.name.entry.to_string()} data-test="possible-row" data-exact={row.is_exact.to_string()}>
            <dt>{ row.name.name.to_string() }</dt>
            <dd>
                <strong class="possible-fate" hidden={fate.is_none()}>{ fate }</strong>
                <span>{ possible::places(language, row) }</span>
                <ul hidden={row.own.is_empty() && row.others.is_empty()}>
                    { for row.own.iter().chain(&row.others).map(|hinge| view_hinge(language, hinge)) }
                </ul>
            </dd>
        </div>
    }
}

fn view_hinge(language: Lang, hinge: &Hinge) -> Html {
    let [a, b] = [&hinge.between.a, &hinge.between.b].map(|name| name.name.to_string());
    html! {
        <li key={hinge.id.to_string()} data-test="hinge">
            <span class="muted">{ format!("{a} {} {b}", Groups::Against.say(language)) }</span>
            { " " }
            { possible::hinge(language, hinge) }
        </li>
    }
}
