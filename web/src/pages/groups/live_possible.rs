//! What is still possible in a group; nothing is reckoned before it is opened.

use std::rc::Rc;

use gongsai::bracket::Bracket;
use gongsai::publication;
use gongsai::score::Tally;
use yew::prelude::*;

use super::live_group::LiveGroupProps;
use crate::components::possible_list;
use crate::platform::elements;
use crate::session::{use_language, use_meet, use_session};
use crate::wording::Words as _;
use crate::wording::groups::Groups;

/// The line that opens it, above a group that is not finished.
#[component]
pub(super) fn LivePossible(props: &LiveGroupProps) -> Html {
    let language = use_language();
    let is_open = use_state_eq(|| false);
    let on_toggle = {
        let is_open = is_open.clone();
        Callback::from(move |event: Event| is_open.set(elements::is_open(&event)))
    };
    html! {
        <details class="possible" data-test="possible" ontoggle={on_toggle}>
            <summary>{ Groups::Possible.say(language) }</summary>
            if *is_open {
                <Reckoned event={props.event.clone()} group={props.group} />
            }
        </details>
    }
}

/// What was reckoned: anew only when the results of the group change.
#[component]
fn Reckoned(props: &LiveGroupProps) -> Html {
    let language = use_language();
    let session = use_session();
    let LiveGroupProps { event, group } = props.clone();
    let shown = {
        let event = event.clone();
        use_meet(move |meet| {
            let matches = meet.event(&event).map(|state| tallies(state.bracket(), group));
            (matches, publication::group_sheet(meet, &event, group).map(Rc::new))
        })
    };
    let sheet = use_memo((event, group, shown), move |(event, group, _)| {
        session.with_meet(|meet| publication::possible_sheet(meet, event, *group))
    });
    html! {
        if let Some(sheet) = &*sheet {
            { possible_list(language, sheet) }
        }
    }
}

/// What the matches of a group count so far.
fn tallies(bracket: &Bracket, group: u16) -> Rc<[Option<Tally>]> {
    bracket.group_matches(group).iter().map(|found| found.played.map(|played| played.tally)).collect()
}
