//! Whose place counts, what places are worth, and the awards, with their articles.

use gongsai::regulations::Regulations;
use gongsai_wording::Lang;
use yew::prelude::*;

use crate::wording::Words;
use crate::wording::regulations::Regs as Text;
use crate::wording::scoring::{ScoringText, lines};

/// The table.
pub(super) fn scoring_table(language: Lang, regulations: &Regulations) -> Html {
    let lines = lines(language, regulations);
    html! {
        <section aria-labelledby="scoring-title">
            <h2 id="scoring-title">{ ScoringText::Title.say(language) }</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="scoring-title">
                <table data-test="scoring">
                    <thead><tr>
                        <th scope="col">{ Text::Clause.say(language) }</th>
                        <th scope="col">{ Text::Rule.say(language) }</th>
                        <th scope="col">{ ScoringText::Of.say(language) }</th>
                        <th scope="col">{ Text::Content.say(language) }</th>
                    </tr></thead>
                    <tbody>{ for lines.into_iter().enumerate().map(|(at, line)| html! {
                        <tr key={at} data-test="scoring-line">
                            <td class="nowrap">{ if line.clause.is_empty() { "—".to_owned() } else { line.clause } }</td>
                            <th scope="row" class="nowrap">{ line.text.say(language) }</th>
                            <td class="prose-cell">{ line.of }</td>
                            <td class="prose-cell">{ line.content }</td>
                        </tr>
                    }) }</tbody>
                </table>
            </div>
        </section>
    }
}
