//! A misspelt name put right: nothing else of the person changes, the draw least of all.

use gongsai::id::PersonId;
use gongsai::meet::{Command, Named};
use yew::prelude::*;

use crate::pages;
use crate::platform::elements;
use crate::session::{use_language, use_session};
use crate::wording::Words;
use crate::wording::review::Review as Text;

#[derive(PartialEq, Properties)]
pub(super) struct RenameProps {
    /// Whose.
    pub(super) person: PersonId,
    /// The name so far.
    pub(super) name: AttrValue,
}

/// The field for the right name, folded away until it is asked for.
#[component]
pub(super) fn Rename(props: &RenameProps) -> Html {
    let session = use_session();
    let language = use_language();
    let trouble = use_state_eq(AttrValue::default);
    let field = use_node_ref();
    let person = props.person;
    let onsubmit = {
        let (field, trouble) = (field.clone(), trouble.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = elements::value(&field);
            let command = Command::Rename { what: Named::Person(person), name: name.trim().to_owned() };
            let outcome = session.submit(command);
            trouble.set(pages::trouble(&session, outcome));
        })
    };
    html! {
        <details class="rename no-print">
            <summary data-test="rename">{ Text::Rename.say(language) }</summary>
            <form class="give" {onsubmit}>
                <label class="field"><span>{ Text::RightName.say(language) }</span>
                    <input ref={field} type="text" autocomplete="off" value={props.name.clone()} data-test="rename-name" /></label>
                <button type="submit" data-test="rename-save">{ Text::Rename.say(language) }</button>
            </form>
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
        </details>
    }
}
