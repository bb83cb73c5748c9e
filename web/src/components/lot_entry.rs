//! The order of a lot among entrants that nothing separates.

use std::rc::Rc;

use gongsai::id::EntryId;
use gongsai::meet::LotBy;
use gongsai::publication::Name;
use gongsai_wording::Lang;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::groups::Groups;

/// What the entry of a lot shows.
#[derive(Clone, PartialEq, Properties)]
pub struct LotEntryProps {
    /// The entrants that are equal.
    pub tied: Rc<[Name]>,
    /// The language.
    pub language: Lang,
    /// What is wrong with the lot that was asked for.
    #[prop_or_default]
    pub refusal: Option<AttrValue>,
    /// Records the order: all of the entrants, first to last, with how it came about.
    pub on_lot: Callback<(Vec<EntryId>, LotBy)>,
    /// Asks the program to draw the lot among these.
    pub on_draw: Callback<Vec<EntryId>>,
}

/// The order of a lot: the names are pressed in the order in which they were drawn.
#[component]
pub fn LotEntry(props: &LotEntryProps) -> Html {
    let LotEntryProps { tied, language, refusal, on_lot, on_draw } = props;
    let language = *language;
    let order = use_state_eq(Vec::<EntryId>::new);
    let played = use_node_ref();
    let ready = order.len() == tied.len();
    let press = |entry: EntryId| {
        let order = order.clone();
        Callback::from(move |_: MouseEvent| {
            let mut next = Vec::clone(&order);
            match next.iter().position(|pressed| *pressed == entry) {
                Some(at) => next.truncate(at),
                None => next.push(entry),
            }
            order.set(next);
        })
    };
    let on_submit = {
        let (order, on_lot, played) = (order.clone(), on_lot.clone(), played.clone());
        Callback::from(move |_: MouseEvent| {
            let result = played.cast::<HtmlInputElement>().map(|field| field.value().trim().to_owned());
            let by = result.filter(|result| !result.is_empty()).map_or(LotBy::Hand, LotBy::Match);
            on_lot.emit((Vec::clone(&order), by));
        })
    };
    let on_draw = {
        let all: Vec<EntryId> = tied.iter().map(|name| name.entry).collect();
        on_draw.reform(move |_: MouseEvent| all.clone())
    };
    html! {
        <section class="lot" data-test="lot">
            <h4>{ Groups::LotTitle.say(language) }</h4>
            <p>{ Groups::LotHelp.say(language) }</p>
            <ul class="lot-names">{ for tied.iter().map(|name| {
                let place = order.iter().position(|entry| *entry == name.entry).map(|at| (at + 1).to_string());
                html! {
                    <li key={name.entry.to_string()}>
                        <button
                            type="button"
                            data-test="lot-name"
                            aria-pressed={place.is_some().to_string()}
                            onclick={press(name.entry)}
                        >
                            <span class="lot-place">{ place.unwrap_or_else(|| "·".to_owned()) }</span>
                            <span>{ name.name.to_string() }</span>
                        </button>
                    </li>
                }
            }) }</ul>
            <p class="refusal" role="alert">{ refusal.clone() }</p>
            <label class="field"><span>{ Groups::LotMatch.say(language) }</span>
                <input ref={played} type="text" maxlength="80" autocomplete="off" data-test="lot-match" /></label>
            <button type="button" class="primary" data-test="lot-submit" disabled={!ready} onclick={on_submit}>
                { Groups::LotSubmit.say(language) }
            </button>
            <button type="button" data-test="lot-draw" onclick={on_draw}>{ Groups::LotDraw.say(language) }</button>
        </section>
    }
}
