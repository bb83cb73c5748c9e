//! The page of the entries: forms are read, looked at, and taken in.

mod commit_bar;
mod file_list;
mod file_row;
mod paste;
mod people;
mod reading;
mod sheet_preview;
mod sheet_rows;
mod template;

use yew::prelude::*;

use crate::components::{FileDrop, message_with};
use crate::pages::small_events::SmallEvents;
use crate::platform::files;
use crate::route::{Route, Step};
use crate::session::{Session, units_sent, use_language, use_meet, use_selected, use_session};
use crate::wording::Words;
use crate::wording::entries::{Entries as Text, progress, summary};
use crate::wording::regulations::Regs;
use commit_bar::CommitBar;
use file_list::FileList;
use paste::Paste;
use people::People;
use template::TemplateForm;

/// The page.
#[component]
pub fn EntriesPage() -> Html {
    let session = use_session();
    let language = use_language();
    let meet = use_meet(gongsai::meet::Meet::id);
    let has_regulations = use_meet(|meet| meet.regulations().is_some());
    let (sent, units, people) = use_meet(|meet| (units_sent(meet), meet.units().len(), meet.people().len()));
    let (reading, all) = use_selected(|session| {
        let import = session.import();
        (import.reading(), import.files.len())
    });
    let on_files = {
        let session = session.clone();
        Callback::from(move |chosen: Vec<gloo::file::File>| reading::start(&session, chosen))
    };
    let ondrop = on_files.reform(|event: DragEvent| {
        event.prevent_default();
        files::dropped(&event)
    });
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let empty = use_selected(|session: &Session| session.import().files.is_empty());
    if !has_regulations {
        let hint = Regs::NoneYetHint.say(language);
        let way = html! { <a href={Route::whole(meet, Step::Regulations).address()} class="button primary">{ Regs::Load.say(language) }</a> };
        return message_with(Regs::NoneYet.say(language), Some(hint), way);
    }
    html! {
        <section class="entries" {ondrop} {ondragover} data-test="entries">
            <div class="page-head">
                <div>
                    <h1>{ Text::Title.say(language) }</h1>
                    <p data-test="entries-summary">{ summary(language, sent, units, people) }</p>
                </div>
                <div class="buttons" hidden={sent == 0}>
                    <a href={Route::whole(meet, Step::Review).address()} class="button">{ Text::Next.say(language) }</a>
                </div>
            </div>
            <p class="note warn" hidden={units > 0}>
                { Text::NoUnits.say(language) }{ " " }
                <a href={Route::whole(meet, Step::Regulations).address()}>{ Text::NoUnitsWay.say(language) }</a>
            </p>
            <FileDrop label={Text::Drop.say(language)} hint={Text::DropHint.say(language)} accept=".xlsx,.xls,.ods,.et,.csv" on_files={on_files.clone()} />
            <Paste {on_files} />
            <TemplateForm />
            <div class="entries-progress" role="status" hidden={reading == 0}>
                <progress max={all.to_string()} value={(all - reading).to_string()} aria-label={Text::Reading.say(language)}></progress>
                <p>{ progress(language, all - reading, all) }</p>
            </div>
            <div hidden={empty}><FileList /></div>
            <CommitBar />
            <SmallEvents />
            <People />
        </section>
    }
}
