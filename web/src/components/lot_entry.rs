//! The order of a lot among entrants that nothing separates.

use std::rc::Rc;

use gongsai::id::EntryId;
use gongsai::publication::Name;
use gongsai_wording::Lang;
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
    /// Asks for the lot: all of the entrants, first to last.
    pub on_lot: Callback<Vec<EntryId>>,
}

/// The order of a lot: the names are pressed in the order in which they were drawn.
#[component]
pub fn LotEntry(props: &LotEntryProps) -> Html {
    let LotEntryProps { tied, language, refusal, on_lot } = props;
    let language = *language;
    let order = use_state_eq(Vec::<EntryId>::new);
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
        let (order, on_lot) = (order.clone(), on_lot.clone());
        Callback::from(move |_: MouseEvent| on_lot.emit(Vec::clone(&order)))
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
            <button type="button" class="primary" data-test="lot-submit" disabled={!ready} onclick={on_submit}>
                { Groups::LotSubmit.say(language) }
            </button>
        </section>
    }
}
