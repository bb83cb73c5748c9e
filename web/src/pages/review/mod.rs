//! The review desk: the queue, the person, the evidence.

mod decide;
mod erase;
mod evidence;
mod filters;
mod findings;
mod person;
mod queue;
mod queue_list;
mod register;
mod rename;
mod reopen;
mod reviewer;
mod teams;

use gongsai::id::PersonId;
use gongsai::regulations::Sport;
use yew::prelude::*;

use crate::components::message_with;
use crate::pages::review_nav::ReviewNav;
use crate::platform::page;
use crate::route::{Route, Step};
use crate::session::{Shared, use_language, use_meet};
use crate::wording::Words;
use crate::wording::review::{Review as Text, open_count, unread as unread_text};
use filters::filters;
use person::PersonPane;
use queue::{Filter, QueueRow, Shown, rows, unread};
use queue_list::queue_list;
use register::RegisterBar;
use reviewer::Reviewer;
use teams::Teams;

/// The desk.
#[component]
pub fn ReviewPage() -> Html {
    let language = use_language();
    let meet = use_meet(gongsai::meet::Meet::id);
    let has_people = use_meet(|meet| !meet.taken_in().is_empty());
    let all = use_meet(rows);
    let unread = use_meet(unread);
    let filter = use_state_eq(Filter::default);
    let chosen = use_state_eq(|| None::<(PersonId, Sport)>);
    // Where the choice stood in the list, so that the next one takes its place when it leaves.
    let place = use_mut_ref(|| 0_usize);
    let on_filter = {
        let filter = filter.setter();
        use_callback((), move |new: Filter, ()| filter.set(new))
    };
    let on_choose = {
        let chosen = chosen.setter();
        use_callback((), move |key: (PersonId, Sport), ()| {
            chosen.set(Some(key));
            // Where the person stands below the queue, choosing leads there.
            if page::is_narrow() {
                page::focus("person-name");
            }
        })
    };
    let listed: Shared<Vec<QueueRow>> = (*use_memo((all.clone(), (*filter).clone()), |(all, filter)| {
        let shown = all.iter().filter(|row| filter.shown.holds(row) && filter.fits(row));
        Shared::new(shown.cloned().collect::<Vec<_>>())
    }))
    .clone();
    let found = chosen.and_then(|key| listed.iter().position(|row| (row.person, row.sport) == key));
    if let Some(index) = found {
        *place.borrow_mut() = index;
    }
    let index = found.unwrap_or_else(|| (*place.borrow()).min(listed.len().saturating_sub(1)));
    let current = listed.get(index).cloned();
    {
        let on_choose = on_choose.clone();
        use_effect_with((listed.clone(), index), move |(rows, index)| {
            let (rows, index) = (rows.clone(), *index);
            let listener = page::on_key(move |event| {
                let to = match event.key().as_str() {
                    "j" => Some(index + 1),
                    "k" => index.checked_sub(1),
                    _ => None,
                };
                if let Some(row) = to.and_then(|to| rows.get(to)) {
                    on_choose.emit((row.person, row.sport));
                }
            });
            move || drop(listener)
        });
    }
    if !has_people {
        let way = html! {
            <a href={Route::whole(meet, Step::Entries).address()} class="button primary">{ Text::ToEntries.say(language) }</a>
        };
        return message_with(Text::NoPeople.say(language), Some(Text::NoPeopleHint.say(language)), way);
    }
    let count = |shown: Shown| all.iter().filter(|row| shown.holds(row)).count();
    let (open, barred) = (count(Shown::Open) + count(Shown::Proposed), count(Shown::Barred));
    html! {
        <section class="review" data-test="review">
            <div class="page-head">
                <div>
                    <h1>{ Text::Title.say(language) }</h1>
                    <p data-test="review-count" role="status">
                        { if all.is_empty() { unread_text(language, unread) } else { open_count(language, open, barred, all.len()) } }
                        <strong hidden={unread == 0 || all.is_empty()}>{ " " }{ unread_text(language, unread) }</strong>
                    </p>
                </div>
            </div>
            <ReviewNav step={Step::Review} />
            <RegisterBar reviewed={!all.is_empty()} />
            <Reviewer rows={listed.clone()} />
            <div class="desk" hidden={all.is_empty()}>
                <div class="desk-queue">
                    { filters(language, &filter, &all, &on_filter) }
                    { queue_list(language, &listed, index, open == 0, &on_choose) }
                </div>
                <PersonPane row={current} {index} rows={listed} />
            </div>
            <Teams />
            <p class="muted desk-keys"><small>{ Text::Keys.say(language) }</small></p>
        </section>
    }
}
