//! A field that finds a name.

use std::rc::Rc;

use gongsai::id::EntryId;
use gongsai::publication::Name;
use gongsai_wording::Lang;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::bracket::BracketText;

/// The most names that are shown.
const SHOWN: usize = 8;

/// What the field searches.
#[derive(Clone, PartialEq, Properties)]
pub struct NameFinderProps {
    /// The names.
    pub names: Rc<[Name]>,
    /// The language.
    pub language: Lang,
    /// A name was chosen.
    pub on_find: Callback<EntryId>,
}

/// A field that finds a name; Enter chooses the first one found.
#[component]
pub fn NameFinder(props: &NameFinderProps) -> Html {
    let NameFinderProps { names, language, on_find } = props;
    let text = use_state_eq(String::new);
    let found: Vec<&Name> = found(names, &text).collect();
    let oninput = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| text.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let choose = {
        let (text, on_find) = (text.clone(), on_find.clone());
        Callback::from(move |entry: EntryId| {
            text.set(String::new());
            on_find.emit(entry);
        })
    };
    let onkeydown = {
        let (text, choose, first) = (text.clone(), choose.clone(), found.first().map(|name| name.entry));
        Callback::from(move |event: KeyboardEvent| match (event.key().as_str(), first) {
            _ if event.is_composing() => {}
            ("Enter", Some(first)) => choose.emit(first),
            ("Escape", _) => text.set(String::new()),
            _ => {}
        })
    };
    let nothing = !text.trim().is_empty() && found.is_empty();
    html! {
        <div class="name-finder">
            <input
                type="search"
                data-test="bracket-find"
                autocomplete="off"
                placeholder={BracketText::Find.say(*language)}
                aria-label={BracketText::Find.say(*language)}
                value={(*text).clone()}
                {oninput}
                {onkeydown}
            />
            <div class="names-found" hidden={text.trim().is_empty()}>
                <p class="muted" hidden={!nothing}>{ BracketText::NothingFound.say(*language) }</p>
                <ul aria-label={BracketText::Found.say(*language)}>{ for found.into_iter().map(|name| {
                    let entry = name.entry;
                    html! {
                        <li key={entry.to_string()}>
                            <button type="button" data-test="name-found" onclick={choose.reform(move |_: MouseEvent| entry)}>
                                <span class="line-who">{ name.name.to_string() }</span>
                                <span class="line-unit">{ name.unit.as_deref().unwrap_or_default().to_owned() }</span>
                            </button>
                        </li>
                    }
                }) }</ul>
            </div>
        </div>
    }
}

/// The names, or names of units, that hold the text.
fn found<'a>(names: &'a [Name], text: &str) -> impl Iterator<Item = &'a Name> {
    let wanted = text.trim().to_lowercase();
    let holds = move |name: &&Name| {
        let unit = name.unit.as_deref().unwrap_or_default().to_lowercase();
        !wanted.is_empty() && (name.name.to_lowercase().contains(&wanted) || unit.contains(&wanted))
    };
    names.iter().filter(holds).take(SHOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_any_part_of_it_or_of_its_unit() {
        let name =
            |n: u64, name: &str, unit: &str| Name { entry: EntryId(n), name: name.into(), unit: Some(unit.into()) };
        let names = [name(1, "张伟", "太原市"), name(2, "Li Na", "大同市")];
        let found = |text: &str| found(&names, text).map(|name| name.entry.0).collect::<Vec<u64>>();
        assert_eq!(found("伟"), [1]);
        assert_eq!(found("li"), [2]);
        assert_eq!(found("市"), [1, 2]);
        assert!(found(" ").is_empty());
    }
}
