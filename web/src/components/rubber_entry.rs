//! A result of a tie, one input a rubber, with who plays it once the line-ups are open.

use std::rc::Rc;

use gongsai::regulations::TieSystem;
use gongsai::side::BySide;
use gongsai_wording::{Lang, publication};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the entry of rubbers shows.
#[derive(Clone, PartialEq, Properties)]
pub struct RubberEntryProps {
    /// The system of the tie.
    pub system: TieSystem,
    /// Who plays each rubber, as words; nobody before the line-ups are open.
    #[prop_or_default]
    pub players: Rc<[BySide<String>]>,
    /// The whole result as it is typed.
    pub text: AttrValue,
    /// The language.
    pub language: Lang,
    /// The whole result with one rubber changed.
    pub on_input: Callback<String>,
    /// Enter was pressed in the last rubber, or the result is whole.
    pub on_enter: Callback<KeyboardEvent>,
}

/// A result of a tie, one input a rubber.
#[component]
pub fn RubberEntry(props: &RubberEntryProps) -> Html {
    let RubberEntryProps { system, players, text, language, on_input, on_enter } = props;
    let pieces = pieces(text, system.rubbers.len());
    html! {
        <ol class="rubbers" data-test="rubbers">{ for system.rubbers.iter().enumerate().map(|(at, slot)| {
            let oninput = {
                let pieces = pieces.clone();
                on_input.reform(move |event: InputEvent| {
                    let typed = event.target_unchecked_into::<HtmlInputElement>().value().replace(['/', ';', '；', '／'], " ");
                    with(&pieces, at, typed)
                })
            };
            let label = publication::rubber(*language, slot, at + 1);
            let players = players.get(at).filter(|players| !players.a.is_empty() || !players.b.is_empty());
            html! {
                <li key={at}>
                    <label>
                        <span>{ label }</span>
                        <span class="rubber-players" data-test="rubber-players" hidden={players.is_none()}>
                            { players.map(|players| format!("{} – {}", players.a, players.b)) }
                        </span>
                        <input
                            type="text"
                            inputmode="text"
                            autocomplete="off"
                            spellcheck="false"
                            enterkeyhint="next"
                            data-test="rubber-input"
                            value={pieces[at].clone()}
                            {oninput}
                            onkeydown={on_enter.clone()}
                        />
                    </label>
                </li>
            }
        }) }</ol>
    }
}

/// The rubbers of a text, exactly as they are typed; what is too much stays with the last.
fn pieces(text: &str, rubbers: usize) -> Vec<String> {
    let mut pieces: Vec<String> = text.splitn(rubbers.max(1), '/').map(str::to_owned).collect();
    pieces.resize(rubbers.max(1), String::new());
    pieces
}

/// The text with one rubber changed.
fn with(pieces: &[String], at: usize, typed: String) -> String {
    let mut pieces = pieces.to_vec();
    if let Some(piece) = pieces.get_mut(at) {
        *piece = typed;
    }
    if pieces.iter().all(|piece| piece.trim().is_empty()) { String::new() } else { pieces.join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_in_one_rubber_changes_no_other() {
        let typed = pieces("11-7 11-5 / 9-11 ", 3);
        assert_eq!(typed, ["11-7 11-5 ", " 9-11 ", ""]);
        assert_eq!(with(&typed, 2, "11-1 ".to_owned()), "11-7 11-5 / 9-11 /11-1 ");
        assert_eq!(with(&pieces("", 3), 1, "11-1".to_owned()), "/11-1/");
        assert_eq!(with(&pieces("1", 3), 0, String::new()), "");
    }
}
