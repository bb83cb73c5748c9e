//! The pages of the review side by side: the desk, the units, the notice, the day itself.

use gongsai::meet::Meet;
use yew::prelude::*;

use crate::route::{Route, Step};
use crate::session::{use_language, use_meet};
use crate::wording::Words as _;
use crate::wording::admission::Admission as Text;

#[derive(PartialEq, Properties)]
pub(super) struct ReviewNavProps {
    /// The page that is shown.
    pub step: Step,
}

/// The links.
#[component]
pub(super) fn ReviewNav(props: &ReviewNavProps) -> Html {
    let language = use_language();
    let meet = use_meet(Meet::id);
    let pages = [
        (Step::Review, Text::Desk),
        (Step::Units, Text::Units),
        (Step::Notice, Text::Notices),
        (Step::CheckIn, Text::CheckIn),
    ];
    html! {
        <nav class="tabs review-nav no-print" aria-label={Text::Nav.say(language)}>{ for pages.map(|(step, text)| {
            let current = step == props.step;
            html! {
                <a key={step.name()} href={Route::whole(meet, step).address()} class={classes!("button", "tab", current.then_some("current"))}
                    aria-current={current.then_some("page")} data-test={format!("nav-{}", step.name())}>{ text.say(language) }</a>
            }
        }) }</nav>
    }
}
