//! The pages before the draw as text, over the forms of a whole provincial meet.
#![cfg(feature = "ssr")]

use std::collections::BTreeMap;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;

use gongsai::date::Date;
use gongsai::document::{regulations_from_toml, rules_of, tables_to_json};
use gongsai::eligibility::{Decision, Register, Verdict};
use gongsai::entry::{Column, Form, Unit, read_units};
use gongsai::id::{DeviceId, MeetId, UnitId};
use gongsai::meet::{Command, Field, Meet, Reimport};
use gongsai_web::pages::{EntriesPage, HomePage, RegulationsPage, ReviewPage};
use gongsai_web::session::{
    LoadedRegister, Opened, ReadState, SaveState, Session, Shared, Theme, World, journal_text, read_answer,
    records_of_file,
};
use gongsai_wording::Lang;
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq)]
enum Page {
    Home,
    Regulations,
    Entries,
    Review,
}

/// How far the meet is when the page is shown.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Empty,
    Held,
    Read,
    TakenIn,
    Reviewed,
    /// Taken in, by rules that hold an event with more units alone.
    Small,
}

#[derive(Clone, PartialEq, Properties)]
struct StageProps {
    page: Page,
    state: State,
    language: Lang,
}

#[component]
fn Stage(props: &StageProps) -> Html {
    let StageProps { page, state, language } = props.clone();
    let session = use_memo((), move |()| session(state, language));
    let page = match page {
        Page::Home => html! { <HomePage /> },
        Page::Regulations => html! { <RegulationsPage /> },
        Page::Entries => html! { <EntriesPage /> },
        Page::Review => html! { <ReviewPage /> },
    };
    html! {
        <ContextProvider<Rc<Session>> context={(*session).clone()}>
            { page }
        </ContextProvider<Rc<Session>>>
    }
}

fn games() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/games")
}

fn today() -> Date {
    Date::new(2026, 9, 20).expect("a day")
}

fn answer(path: &Path) -> String {
    let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
    tables_to_json(&gongsai_sheets::read(&fs::read(path).expect("readable"), name).expect("a workbook"))
}

fn units() -> Vec<Unit> {
    let path = games().join("units.csv");
    let tables = gongsai_sheets::read(&fs::read(path).expect("readable"), "units.csv").expect("a list");
    let mut next = 0;
    let mut id = || {
        next += 1;
        UnitId(next)
    };
    read_units(&tables[0], &mut id).output
}

fn session(state: State, language: Lang) -> Rc<Session> {
    let session = Session::new(World::still(), DeviceId(9), language, Theme::Device);
    if state == State::Empty {
        return session;
    }
    session.open(Opened::new(MeetId(7)));
    let text = fs::read_to_string(games().join("regulation.toml")).expect("readable");
    session.submit(Command::SetRegulations(regulations_from_toml(&text).expect("values"))).expect("sound");
    session.submit(Command::AddUnits(units())).expect("accepted");
    if state == State::Held {
        return session;
    }
    read_forms(&session);
    if state == State::Read {
        return session;
    }
    assert!(session.take_in() > 700, "hundreds of people are on the forms");
    if state == State::Reviewed {
        review(&session);
    }
    if state == State::Small {
        let text = "[rules]\nE04 = { clause = \"第八条\", units = 40, entries = 3 }";
        let (rules, review) = rules_of(&regulations_from_toml(text).expect("values")).expect("rules");
        session.submit(Command::SetRules { rules, review }).expect("sound");
    }
    session
}

fn read_forms(session: &Rc<Session>) {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(games().join("forms")).expect("forms").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        let state = session.with_meet(|meet| read_answer(&answer(&path), meet, &BTreeMap::new(), today()));
        session.change_import(|import| {
            let number = import.add(&name);
            import.set(number, state);
        });
    }
}

fn review(session: &Rc<Session>) {
    let path = games().join("register.csv");
    let tables = gongsai_sheets::read(&fs::read(path).expect("readable"), "register.csv").expect("a register");
    let read = Register::read(&tables[0]);
    let rows = read.output.athletes().len();
    let loaded =
        LoadedRegister { name: "register.csv".to_owned(), register: read.output, rows, findings: read.findings };
    session.change_desk(|desk| desk.register = Some(Shared::new(loaded)));
    session.run_review(None).expect("accepted");
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let (mut future, mut context) = (pin!(future), Context::from_waker(&waker));
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            Poll::Pending => std::thread::park(),
        }
    }
}

fn page(page: Page, state: State, language: Lang) -> String {
    let props = StageProps { page, state, language };
    wait(yew::ServerRenderer::<Stage>::with_props(move || props).hydratable(false).render())
}

#[track_caller]
fn shows(html: &str, texts: &[&str]) {
    for text in texts {
        assert!(html.contains(text), "{text} is not in\n{html}");
    }
}

#[test]
fn the_empty_home_says_what_to_do_first() {
    shows(&page(Page::Home, State::Empty, Lang::Zh), &["打开示例运动会", "新建运动会", "home-open"]);
    shows(&page(Page::Home, State::Empty, Lang::En), &["Open the sample meet", "New meet"]);
}

#[test]
fn regulations_name_rules_with_articles_and_units_without_a_form() {
    let html = page(Page::Regulations, State::TakenIn, Lang::Zh);
    shows(
        &html,
        &[
            "山西省职工乒乓球、羽毛球、篮球比赛",
            "第五条(三)",
            "年满 18 周岁",
            "由人工审查",
            "没有报名表",
            "名次、计分与评奖",
        ],
    );
    let missing = session(State::TakenIn, Lang::Zh).with_meet(not_sent);
    assert!(!missing.is_empty());
    let names: Vec<&str> = missing.iter().map(String::as_str).collect();
    shows(&html, &names);
    shows(
        &page(Page::Regulations, State::Held, Lang::En),
        &["Rules of eligibility", "Places, points and awards", "Best of 5, 11 points"],
    );
    shows(&page(Page::Regulations, State::Empty, Lang::Zh), &["这个运动会还没有规程"]);
}

fn not_sent(meet: &Meet) -> Vec<String> {
    let sent = |unit: UnitId| meet.taken_in().keys().any(|(of, _)| *of == unit);
    meet.units().values().filter(|unit| !sent(unit.id)).map(|unit| unit.name.clone()).collect()
}

#[test]
fn entries_show_each_file_and_nothing_private() {
    let html = page(Page::Entries, State::Read, Lang::Zh);
    shows(
        &html,
        &["01-太原市总工会.xlsx", "可收下", "entries-commit", "报名表模板", "所有单位，每单位一份", "粘贴表格"],
    );
    let session = session(State::Read, Lang::Zh);
    let import = session.import();
    let numbers = import.files.iter().filter_map(|file| match &file.state {
        ReadState::Read(read) => Some(read.clone()),
        _ => None,
    });
    for read in numbers {
        for row in read.sheets.iter().flat_map(|sheet| &sheet.form.rows) {
            let number = row.facts.document.as_ref().map(|number| number.as_str().to_owned());
            assert!(number.is_none_or(|number| !html.contains(&number)), "a document number is shown");
        }
    }
    shows(&page(Page::Entries, State::TakenIn, Lang::En), &["units entered", "People taken in"]);
}

#[test]
fn events_that_are_too_small_are_told_with_the_article() {
    let small: Vec<_> = session(State::Small, Lang::Zh).with_meet(Meet::too_small);
    let one = small.first().expect("an event of fewer than 40 units");
    let told = format!(
        "只有 {} 个单位、{} 个报名；规程：40 个单位以上开赛，3 个报名以上开赛（第八条）。",
        one.units, one.entries
    );
    shows(&page(Page::Entries, State::Small, Lang::Zh), &[&told]);
    shows(&page(Page::Entries, State::Small, Lang::En), &["held with 40 units, held with 3 entries (第八条)."]);
    // Without the rule, and before anything is taken in, nothing is said.
    assert!(!page(Page::Entries, State::TakenIn, Lang::Zh).contains("个单位以上开赛"));
    assert!(!page(Page::Entries, State::Held, Lang::Zh).contains("个单位以上开赛"));
}

#[test]
fn a_form_that_comes_again_says_what_it_replaces_and_changes_nobody() {
    let session = session(State::TakenIn, Lang::Zh);
    let before: BTreeMap<_, _> = session.with_meet(|meet| meet.people().clone());
    session.change_import(|import| import.files.clear());
    read_forms(&session);
    let import = session.import();
    let (_, read) = import.ready().next().expect("a form");
    let again = |form: &Form| session.with_vault(|vault| session.with_meet(|meet| meet.reimport(form, vault)));
    for sheet in import.ready().flat_map(|(_, read)| &read.sheets) {
        let told = again(&sheet.form).expect("it was taken in before");
        let kept = sheet.form.rows.len();
        assert_eq!(told, Reimport { kept, ..Reimport::default() }, "{}", sheet.form.delegation);
    }
    // A corrected form: one name is gone, one value is another.
    let mut form = read.sheets[0].form.clone();
    let gone = form.rows.remove(0).name;
    form.rows[0].facts.employer = Some("另一单位".to_owned());
    let told = again(&form).expect("it was taken in before");
    assert_eq!((told.added.len(), told.removed.as_slice()), (0, &[gone][..]));
    let employer = |(name, fields): &(String, Vec<Field>)| {
        *name == form.rows[0].name && fields.contains(&Field::Column(Column::Employer))
    };
    assert!(told.changed.iter().any(employer), "{told:?}");
    session.take_in();
    assert_eq!(session.with_meet(|meet| meet.people().clone()), before, "everyone keeps their id");
}

#[test]
fn the_desk_quotes_articles_and_keeps_decisions() {
    shows(&page(Page::Review, State::Reviewed, Lang::Zh), &["资格审查", "待审查", "review-confirm", "第五条", "人数"]);
    shows(&page(Page::Review, State::Reviewed, Lang::En), &["Review of eligibility", "To decide"]);
    shows(&page(Page::Review, State::Held, Lang::Zh), &["还没有收下报名表"]);
    let session = session(State::Reviewed, Lang::Zh);
    let doubtful = session.with_meet(|meet| {
        meet.reviews().iter().find(|(_, review)| review.effective() == Verdict::NeedsReview).map(|(key, _)| *key)
    });
    let (person, sport) = doubtful.expect("somebody is to be looked at");
    session.decide(person, sport, Decision::Confirm, "看过原件", None).expect("accepted");
    let after = session.with_meet(|meet| meet.reviews()[&(person, sport)].effective());
    assert!(after < Verdict::NeedsReview);
}

#[test]
fn what_was_done_is_stored_and_comes_back_from_a_file() {
    let session = session(State::Reviewed, Lang::Zh);
    assert_eq!(session.save_state(), SaveState::Saved);
    let (meet, records, problems) = records_of_file(&session.with_journal(journal_text)).expect("a journal");
    assert!(problems.is_empty());
    let other = Session::new(World::still(), DeviceId(9), Lang::Zh, Theme::Device);
    other.open(Opened::from_rows(meet, &[], &[], records));
    assert!(other.problems().is_empty());
    let people = |session: &Session| session.with_meet(|meet| meet.people().clone());
    assert_eq!(people(&other), people(&session));
    assert_eq!(other.with_vault(BTreeMap::len), 0, "nothing private is in the file");
}
