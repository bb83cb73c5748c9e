//! The score sheet of a team tie.

use gongsai::publication::{RubberState, TieRow, TieSheet};
use gongsai::score::{self, Outcome, Rubber, Score};
use gongsai::side::Side;
use gongsai_wording::{Lang, publication as words};
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::lineups::LineupText;

/// The rubbers with who plays them, what was played, and which may start.
pub fn tie_table(language: Lang, sheet: &TieSheet) -> Html {
    let teams = sheet.teams.as_ref().map(|name| name.name.to_string());
    html! {
        <table class="tie-table" data-test="tie-table">
            <caption>{ format!("{}  {} : {}  {}", teams.a, sheet.score.a, sheet.score.b, teams.b) }</caption>
            <thead><tr>
                <th scope="col"></th>
                <th scope="col">{ teams.a.clone() }</th>
                <th scope="col">{ teams.b.clone() }</th>
                <th scope="col">{ LineupText::Score.say(language) }</th>
                <th scope="col">{ LineupText::Winner.say(language) }</th>
            </tr></thead>
            <tbody>{ for sheet.rows.iter().enumerate().map(|(at, row)| line(language, at, row, sheet)) }</tbody>
        </table>
    }
}

fn line(language: Lang, at: usize, row: &TieRow, sheet: &TieSheet) -> Html {
    let players = |side: Side| row.players[side].join(language.pick("、", ", "));
    let winner = match row.state {
        RubberState::Won(side) => sheet.teams[side].name.to_string(),
        RubberState::Dead | RubberState::Ready | RubberState::Waiting => {
            words::rubber_state(language, row.state).to_owned()
        }
    };
    let state = match row.state {
        RubberState::Won(_) => "won",
        RubberState::Dead => "dead",
        RubberState::Ready => "ready",
        RubberState::Waiting => "waiting",
    };
    html! {
        <tr key={at} data-test="tie-row" data-state={state}>
            <th scope="row" class="nowrap">{ words::rubber(language, &row.slot, at + 1) }</th>
            <td>{ players(Side::A) }</td>
            <td>{ players(Side::B) }</td>
            <td class="tie-score">{ row.rubber.as_ref().map(|rubber| words::typed(language, &played(rubber))) }</td>
            <td class="tie-state">{ winner }</td>
        </tr>
    }
}

fn played(rubber: &Rubber) -> String {
    score::format(&Outcome::Played(Score::Tie(vec![rubber.clone()])))
}
