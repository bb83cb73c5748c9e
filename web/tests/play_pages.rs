//! The pages of an event as text, on a simulated meet.
#![cfg(feature = "ssr")]

use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;

use gongsai::bracket::DrawStage;
use gongsai::document::regulations_from_toml;
use gongsai::id::{DeviceId, EventId, MeetId};
use gongsai::meet::{Command, Journal};
use gongsai::simulate::Simulation;
use gongsai_web::pages::{BracketPage, DrawPage, GroupsPage, OverallPage, ResultsPage, StandingsPage};
use gongsai_web::route::Step;
use gongsai_web::session::{Opened, Session, Theme, World};
use gongsai_wording::Lang;
use yew::prelude::*;

const REGULATIONS: &str = include_str!("../../tests/data/games/regulation.toml");

#[derive(Clone, PartialEq, Properties)]
struct StageProps {
    step: Step,
    event: EventId,
    language: Lang,
    lines: Vec<String>,
}

/// One page with all that it stands on.
#[component]
fn Stage(props: &StageProps) -> Html {
    let StageProps { step, event, language, lines } = props.clone();
    let session = use_memo((), move |()| {
        let session = Session::new(World::still(), DeviceId(9), language, Theme::Device);
        session.open(Opened::from_rows(MeetId(1), &lines, &[], Vec::new()));
        session
    });
    let session = Rc::clone(&session);
    let page = match step {
        Step::Draw => html! { <DrawPage {event} /> },
        Step::Groups => html! { <GroupsPage {event} /> },
        Step::Bracket => html! { <BracketPage {event} /> },
        Step::Results => html! { <ResultsPage {event} /> },
        Step::Overall => html! { <OverallPage /> },
        _ => html! { <StandingsPage {event} /> },
    };
    html! {
        <ContextProvider<Rc<Session>> context={(*session).clone()}>
            { page }
        </ContextProvider<Rc<Session>>>
    }
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

fn page(simulation: &Simulation, step: Step, event: &EventId, language: Lang) -> String {
    let lines = simulation.lines().to_vec();
    let props = StageProps { step, event: event.clone(), language, lines };
    wait(yew::ServerRenderer::<Stage>::with_props(move || props).hydratable(false).render())
}

fn event(name: &str) -> EventId {
    EventId::new(name).expect("a short name")
}

fn entered(units: u16) -> Simulation {
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), "pages");
    let draft = regulations_from_toml(REGULATIONS).expect("regulations of the sample");
    simulation.ask(Command::SetRegulations(draft)).expect("they have no defect");
    simulation.enter_units(units).expect("they fit");
    simulation
}

fn drawn(units: u16, event: &EventId) -> Simulation {
    let mut simulation = entered(units);
    let prepared = simulation.journal().meet().prepare_draw(event, DrawStage::First, "7").expect("it can be drawn");
    simulation.ask(Command::Draw(prepared.drawn)).expect("it is kept");
    simulation
}

fn count(html: &str, what: &str) -> usize {
    html.matches(what).count()
}

#[test]
fn every_page_says_something_before_the_draw() {
    let (simulation, event) = (entered(5), event("TT_team"));
    for step in [Step::Draw, Step::Groups, Step::Bracket, Step::Results, Step::Standings] {
        for language in [Lang::Zh, Lang::En] {
            let html = page(&simulation, step, &event, language);
            assert!(html.contains("乒乓球混合团体"), "{step:?}: {html}");
            assert!(html.contains("message-text") || html.contains("draw-run"), "{step:?}: {html}");
        }
    }
}

#[test]
fn a_drawn_knockout_shows_its_matches_once_each() {
    let event = event("BD_MS");
    let simulation = drawn(11, &event);
    let bracket = page(&simulation, Step::Bracket, &event, Lang::Zh);
    assert_eq!(count(&bracket, "data-test=\"match-card\""), 11);
    assert!(bracket.contains("1/8 决赛") && bracket.contains("半决赛") && bracket.contains("季军赛"));
    assert_eq!(count(&bracket, "data-match=\"W4.1\""), 1);
    assert_eq!(count(&bracket, "tabindex=\"0\""), 3, "the tab key comes to one card");
    let results = page(&simulation, Step::Results, &event, Lang::En);
    // Three first-round matches, and the one match of the second round between two with a bye.
    assert_eq!(count(&results, "data-test=\"result-input\""), 4);
    let draw = page(&simulation, Step::Draw, &event, Lang::Zh);
    assert_eq!(count(&draw, "data-test=\"draw-position\""), 16);
    assert!(draw.contains("data-test=\"draw-receipt\""));
}

#[test]
fn groups_show_tables_and_the_knockout_waits_for_them() {
    let event = event("TT_team");
    let simulation = drawn(8, &event);
    let groups = page(&simulation, Step::Groups, &event, Lang::Zh);
    assert_eq!(count(&groups, "data-test=\"group-card\""), 2);
    assert_eq!(count(&groups, "data-test=\"standing-row\""), 8);
    assert_eq!(count(&groups, "data-test=\"possible\""), 2);
    assert!(
        groups.contains("还有什么可能") && !groups.contains("possible-row"),
        "nothing is reckoned before it is opened"
    );
    let draw = page(&simulation, Step::Draw, &event, Lang::Zh);
    assert!(draw.contains("data-test=\"draw-waiting\""));
}

#[test]
fn a_finished_event_has_a_podium_and_no_open_line() {
    let event = event("TT_team");
    let mut simulation = entered(8);
    simulation.play_out(&event).expect("it can be played");
    let podium = page(&simulation, Step::Standings, &event, Lang::Zh);
    assert!(podium.contains("data-state=\"final\"") && podium.contains("冠军"));
    let results = page(&simulation, Step::Results, &event, Lang::Zh);
    assert_eq!(count(&results, "data-test=\"result-input\""), 0);
    assert_eq!(count(&results, "data-test=\"played-line\""), 15);
    let groups = page(&simulation, Step::Groups, &event, Lang::En);
    assert_eq!(count(&groups, "data-test=\"possible\""), 0);
    assert!(groups.contains("data-through=\"yes\"") && groups.contains("data-through=\"no\""));
}

#[test]
fn a_knockout_by_table_asks_for_no_seed() {
    let event = event("TT_team");
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), "pages");
    let by_table = REGULATIONS.replacen("crossing = \"drawn\"", "crossing = \"fixed-apart\"", 1);
    let draft = regulations_from_toml(&by_table).expect("regulations of the sample");
    simulation.ask(Command::SetRegulations(draft)).expect("they have no defect");
    simulation.enter_units(8).expect("they fit");
    let prepared = simulation.journal().meet().prepare_draw(&event, DrawStage::First, "7").expect("it can be drawn");
    simulation.ask(Command::Draw(prepared.drawn)).expect("it is kept");
    let before = page(&simulation, Step::Draw, &event, Lang::Zh);
    assert!(before.contains("在这里按表编排淘汰赛") && !before.contains("抽淘汰赛"));
    simulation.play(&event, 12).expect("the groups are played");
    let due = page(&simulation, Step::Draw, &event, Lang::Zh);
    assert_eq!((count(&due, "data-test=\"draw-by-table\""), count(&due, "data-test=\"draw-seed\"")), (1, 0));
    assert!(due.contains("按表编排</button>"));
    simulation.play_out(&event).expect("it can be played");
    let after = page(&simulation, Step::Draw, &event, Lang::Zh);
    assert!(after.contains("按固定对阵表，不抽签") && after.contains("编排凭证"));
}

const POINTS: &str = r#"
[points]
scale = [9, 7, 6, 5, 4, 3, 2, 1]
shared = "mean"
factor = { team = 2 }
clause = "第十三条"

[[award]]
id = "total"
name = "团体总分奖"
to = "unit"
count = 3
by = "points"

[[award]]
id = "fair"
name = "体育道德风尚奖"
to = "person"
percent = 10
round = "up"
by = "committee"
"#;

#[test]
fn the_overall_page_counts_finished_events_and_says_what_it_does_not() {
    let one = event("TT_team");
    let plain = page(&entered(5), Step::Overall, &one, Lang::Zh);
    assert!(plain.contains("规程没有规定单位计分办法") && plain.contains("data-state=\"provisional\""));
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), "pages");
    let draft = regulations_from_toml(&format!("{REGULATIONS}{POINTS}")).expect("regulations of the sample");
    simulation.ask(Command::SetRegulations(draft)).expect("they have no defect");
    simulation.enter_units(9).expect("they fit");
    simulation.play_out(&one).expect("it can be played");
    let html = page(&simulation, Step::Overall, &one, Lang::Zh);
    assert_eq!(count(&html, "data-test=\"overall-row\""), 9);
    assert!(html.contains("<strong>18</strong>"), "the winner of a team event has twice nine points: {html}");
    assert_eq!(count(&html, "未结束，未计入：还没有抽签"), 7);
    assert!(html.contains("待全部项目结束") && html.contains("第十三条"));
    assert_eq!(count(&html, "data-test=\"award-give\""), 1, "points say who has the other");
    assert_eq!(count(&html, "<option"), 0, "nobody is listed before the form is opened");
    let english = page(&simulation, Step::Overall, &one, Lang::En);
    assert!(english.contains("not finished, not counted: not drawn yet") && english.contains("Points of units"));
}
