//! What a draw brought.

use gongsai::publication::{DrawnSheet, Name};
use gongsai_wording::{Lang, publication as words};
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::draw::DrawText;

/// The groups or positions of a draw. A fresh one, made just now, appears step by step where motion is wanted.
pub fn draw_result(language: Lang, sheet: &DrawnSheet, fresh: bool) -> Html {
    html! {
        <div class="draw-result" data-test="draw-result" data-fresh={fresh.then_some("")}>
            <div class="draw-groups" hidden={sheet.groups.is_empty()}>
                { for (1u16..).zip(&sheet.groups).map(|(number, group)| view_group(language, number, group)) }
            </div>
            <ol class="draw-positions" hidden={sheet.positions.is_empty()}>
                { for sheet.positions.iter().map(|(position, name)| view_position(language, *position, name.as_ref())) }
            </ol>
        </div>
    }
}

fn view_group(language: Lang, number: u16, group: &[Name]) -> Html {
    html! {
        <section key={number} class="draw-group" data-test="draw-group" style={format!("--step: {number}")}>
            <h3>{ words::group(language, number) }</h3>
            <ol>{ for group.iter().map(|name| html! { <li key={name.entry.to_string()}>{ view_name(name) }</li> }) }</ol>
        </section>
    }
}

fn view_position(language: Lang, position: u32, name: Option<&Name>) -> Html {
    let name = match name {
        Some(name) => view_name(name),
        None => html! { <span class="line-unit">{ DrawText::Bye.say(language) }</span> },
    };
    html! {
        <li key={position} data-test="draw-position" style={format!("--step: {position}")}>
            <span class="numeric">{ position }</span>
            { name }
        </li>
    }
}

fn view_name(name: &Name) -> Html {
    html! {
        <span class="line-name">
            <span class="line-who">{ name.name.to_string() }</span>
            <span class="line-unit">{ name.unit.as_deref().unwrap_or_default().to_owned() }</span>
        </span>
    }
}
