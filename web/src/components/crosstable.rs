//! Who met whom in a group.

use gongsai::publication::{CrossCell, CrossRow, Ended, GroupSheet, Meeting};
use gongsai_wording::{Lang, publication};
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::groups::{self as words, Groups};

/// Who met whom in a group: a row and a column for each entrant.
pub fn crosstable(language: Lang, sheet: &GroupSheet) -> Html {
    html! {
        <div class="table-scroll">
        <table class="crosstable" data-test="crosstable">
            <caption class="hidden">{ words::crosstable(language, sheet.group) }</caption>
            <thead>
                <tr key="head">
                    <th scope="col" class="numeric">{ "#" }</th>
                    <th scope="col">{ Groups::Entrant.say(language) }</th>
                    { for sheet.rows.iter().map(|row| html! {
                        <th key={row.number} scope="col" class="cross" title={row.name.name.to_string()}>{ row.number }</th>
                    }) }
                </tr>
            </thead>
            <tbody>{ for sheet.rows.iter().map(|row| view_row(language, row)) }</tbody>
        </table>
        </div>
    }
}

fn view_row(language: Lang, row: &CrossRow) -> Html {
    html! {
        <tr key={row.name.entry.to_string()}>
            <td class="numeric">{ row.number }</td>
            <th scope="row" class="entrant">
                <span class="line-who">{ row.name.name.to_string() }</span>
                <span class="line-unit">{ row.name.unit.as_deref().unwrap_or_default().to_owned() }</span>
            </th>
            { for row.cells.iter().zip(1..).map(|(cell, column)| view_cell(language, cell, column)) }
        </tr>
    }
}

fn view_cell(language: Lang, cell: &CrossCell, column: u16) -> Html {
    match cell {
        CrossCell::Own => html! { <td key={column} class="cross own" aria-hidden="true"></td> },
        CrossCell::Met(meetings) => {
            let line = match meetings[..] {
                [Meeting::Played { ended, .. }] => Some(line(ended)),
                _ => None,
            };
            html! {
                <td key={column} class="cross" data-line={line}>
                    { for meetings.iter().map(|meeting| view_meeting(language, meeting)) }
                </td>
            }
        }
    }
}

fn view_meeting(language: Lang, meeting: &Meeting) -> Html {
    match meeting {
        Meeting::Open(id) => html! {
            <span key={id.to_string()} class="cross-leg open" data-match={id.to_string()}>{ "–" }</span>
        },
        Meeting::Played { id, score, ended, stop } => html! {
            <span key={id.to_string()} class="cross-leg" data-match={id.to_string()} data-line={line(*ended)}>
                <span class="cross-score">{ score.map_or_else(|| unplayed(*ended), |score| score.to_string()) }</span>
                <span class="cross-mark">{ stop.map(|stop| publication::stop_mark(language, stop)) }</span>
            </span>
        },
    }
}

/// The mark that styles go by.
fn line(ended: Ended) -> &'static str {
    match ended {
        Ended::Won => "won",
        Ended::Drawn => "drawn",
        Ended::Lost => "lost",
    }
}

/// What stands for the score of a match that never began.
fn unplayed(ended: Ended) -> String {
    match ended {
        Ended::Won => "✓",
        Ended::Drawn => "=",
        Ended::Lost => "–",
    }
    .to_owned()
}
