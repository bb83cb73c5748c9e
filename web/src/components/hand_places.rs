//! Places that the staff set before a draw.

use std::rc::Rc;

use gongsai::draw::{Breach, Target};
use gongsai::id::EntryId;
use gongsai::meet::ByHand;
use gongsai::publication::Name;
use gongsai_wording::{Lang, locked, publication as words};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::platform::elements;
use crate::wording::Words as _;
use crate::wording::draw::{self as texts, DrawText};

/// One place as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownPlace {
    /// Whose: the entry, where it can be taken back.
    pub entry: Option<EntryId>,
    /// The name.
    pub name: AttrValue,
    /// Where.
    pub to: Target,
    /// Why.
    pub reason: AttrValue,
    /// The rules that it breaks.
    pub breaks: Vec<Breach>,
}

/// The places, each with its reason and the rules that it breaks.
pub fn hand_places(language: Lang, places: &[ShownPlace], on_remove: Option<&Callback<EntryId>>) -> Html {
    let row = |(at, place): (usize, &ShownPlace)| {
        let remove = place.entry.zip(on_remove).map(|(entry, on_remove)| on_remove.reform(move |_: MouseEvent| entry));
        html! {
            <li key={at} data-test="hand-place">
                <span class="hand-who">{ place.name.clone() }</span>
                <span>{ target(language, place.to) }</span>
                <span class="hand-why">{ place.reason.clone() }</span>
                <button type="button" class="small quiet no-print" hidden={remove.is_none()} onclick={remove} data-test="hand-remove">
                    { DrawText::Remove.say(language) }
                </button>
                <ul class="warn" hidden={place.breaks.is_empty()} data-test="hand-breaks">{ for place.breaks.iter().enumerate().map(|(at, breach)| html! {
                    <li key={at}>{ "⚠ " }{ locked::breach(language, breach) }</li>
                }) }</ul>
            </li>
        }
    };
    html! { <ul class="hand-places" hidden={places.is_empty()}>{ for places.iter().enumerate().map(row) }</ul> }
}

fn target(language: Lang, to: Target) -> String {
    match to {
        Target::Position(position) => texts::position(language, position),
        Target::Group(group) => words::group(language, group),
    }
}

/// What the entry of a place shows.
#[derive(Clone, PartialEq, Properties)]
pub struct HandEntryProps {
    /// Those who are drawn.
    pub entrants: Rc<[Name]>,
    /// Whether they are drawn into groups.
    pub groups: bool,
    /// The language.
    pub language: Lang,
    /// Why the place cannot be set.
    #[prop_or_default]
    pub refusal: Option<AttrValue>,
    /// A place is to be set.
    pub on_place: Callback<ByHand>,
}

/// The fields for one more place.
#[component]
pub fn HandEntry(props: &HandEntryProps) -> Html {
    let HandEntryProps { entrants, groups, language, refusal, on_place } = props;
    let language = *language;
    let (who, place, reason) = (use_node_ref(), use_node_ref(), use_node_ref());
    let onsubmit = {
        let (who, place, reason) = (who.clone(), place.clone(), reason.clone());
        let (groups, on_place) = (*groups, on_place.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = |node: &NodeRef| elements::value(node);
            let chosen = who.cast::<HtmlSelectElement>().and_then(|select| select.value().parse().ok());
            let to = if groups {
                text(&place).trim().parse().ok().map(Target::Group)
            } else {
                text(&place).trim().parse().ok().map(Target::Position)
            };
            let Some((entry, to)) = chosen.zip(to) else { return };
            on_place.emit(ByHand { entry, to, reason: text(&reason).trim().to_owned() });
        })
    };
    let where_to = if *groups { DrawText::GroupNumber } else { DrawText::Position };
    html! {
        <form class="hand-entry no-print" {onsubmit}>
            <label class="field"><span>{ DrawText::Entrant.say(language) }</span>
                <select ref={who} data-test="hand-entry">{ for entrants.iter().enumerate().map(|(at, name)| html! {
                    <option key={name.entry.to_string()} value={name.entry.to_string()} selected={at == 0}>{ shown(name) }</option>
                }) }</select></label>
            <label class="field"><span>{ where_to.say(language) }</span>
                <input ref={place} type="number" min="1" inputmode="numeric" required=true data-test="hand-to" /></label>
            <label class="field hand-reason"><span>{ DrawText::Reason.say(language) }</span>
                <input ref={reason} type="text" autocomplete="off" required=true data-test="hand-reason" /></label>
            <button type="submit" data-test="hand-set">{ DrawText::SetPlace.say(language) }</button>
            <p class="refusal" role="alert" data-test="hand-refusal">{ refusal.clone().unwrap_or_default() }</p>
        </form>
    }
}

fn shown(name: &Name) -> String {
    name.unit.as_ref().map_or_else(|| name.name.to_string(), |unit| format!("{} · {unit}", name.name))
}
