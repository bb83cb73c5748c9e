//! What is to be drawn, by unit.

use gongsai::publication::{DrawSheet, DrawUnit, Name};
use gongsai_wording::{Lang, publication as words};
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::draw::DrawText;

/// The units with their entries, those who are out, and the seeds.
pub fn draw_units(language: Lang, sheet: &DrawSheet) -> Html {
    let several = sheet.units.iter().filter(|unit| unit.entries.len() > 1).count();
    let out: Vec<&Name> = sheet.units.iter().flat_map(|unit| &unit.out).collect();
    html! {
        <div class="draw-units">
            <dl class="draw-facts">
                <div><dt>{ DrawText::Seeds.say(language) }</dt><dd>{ seeds(language, sheet) }</dd></div>
                <div><dt>{ DrawText::Several.say(language) }</dt><dd>{ several }</dd></div>
                <div class="warn" hidden={out.is_empty()} data-test="draw-out">
                    <dt>{ DrawText::Out.say(language) }</dt>
                    <dd>{ out.iter().map(|name| name.name.to_string()).collect::<Vec<_>>().join(language.pick("、", ", ")) }</dd>
                </div>
            </dl>
            <div class="table-scroll">
                <table class="units" hidden={!sheet.qualified.is_empty()}>
                    <caption class="hidden">{ DrawText::Units.say(language) }</caption>
                    <thead>
                        <tr key="head">
                            <th scope="col">{ DrawText::Unit.say(language) }</th>
                            <th scope="col">{ DrawText::Entries.say(language) }</th>
                        </tr>
                    </thead>
                    <tbody>{ for sheet.units.iter().filter(|unit| !unit.entries.is_empty()).map(view_unit) }</tbody>
                </table>
                <table class="units" hidden={sheet.qualified.is_empty()}>
                    <caption class="hidden">{ DrawText::Qualified.say(language) }</caption>
                    <tbody>{ for sheet.qualified.iter().map(|(group, rank, name)| html! {
                        <tr key={name.entry.to_string()}>
                            <td class="numeric">{ words::group(language, *group) }{ " · " }{ rank }</td>
                            <th scope="row">{ name.name.to_string() }</th>
                        </tr>
                    }) }</tbody>
                </table>
            </div>
        </div>
    }
}

fn view_unit(unit: &DrawUnit) -> Html {
    let several = (unit.entries.len() > 1).then_some("several");
    html! {
        <tr key={unit.id.to_string()} class={several}>
            <th scope="row">{ unit.name.to_string() }</th>
            <td>
                <span class="count">{ unit.entries.len() }</span>
                <span class="draw-names">{ names(unit) }</span>
            </td>
        </tr>
    }
}

/// The names of a unit's entries; a team that is called like its unit needs none.
fn names(unit: &DrawUnit) -> String {
    let other = unit.entries.iter().filter(|name| name.unit.is_some());
    other.map(|name| name.name.to_string()).collect::<Vec<_>>().join("  ")
}

fn seeds(language: Lang, sheet: &DrawSheet) -> String {
    if sheet.seeds.is_empty() {
        return DrawText::NoSeeds.say(language).to_string();
    }
    let seeds = sheet.seeds.iter().map(|(seed, name)| format!("{seed} {}", name.name));
    seeds.collect::<Vec<_>>().join(language.pick("、", ", "))
}
