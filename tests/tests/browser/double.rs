//! A double elimination from its regulations to its places: the loser side, a walkover, a correction, the second final.

use std::collections::BTreeSet;
use std::path::PathBuf;

use gongsai::publication;
use gongsai_tests::browser::{Browser, Key, Spot, css, steps};

/// A double elimination whose second final is played only if the loser side's first wins the first.
const EVENT: &str = "DE_reset";
/// Who plays: six units with a player each, so that two have a bye.
const PLAYERS: [(&str, &str); 6] = [
    ("太原市总工会", "王建国"),
    ("大同市总工会", "李秀英"),
    ("阳泉市总工会", "张伟"),
    ("长治市总工会", "刘洋"),
    ("晋城市总工会", "陈静"),
    ("朔州市总工会", "杨帆"),
];
const FIRST: &str = "11-5 11-6 11-7";
const SECOND: &str = "5-11 6-11 7-11";

fn regulations() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/formats/regulation.toml")
}

/// Begins a meet by the regulations, with its units and their forms.
#[track_caller]
fn enter_players(browser: &Browser) {
    browser.click("home-new");
    browser.choose("new-regulations", &[regulations()]);
    browser.wait_text("meet-title", "各种赛制");
    let units: String = PLAYERS.iter().map(|(unit, _)| format!("{unit},市\n")).collect();
    browser.choose("units-file", &[browser.file("units.csv", format!("代表队,类别\n{units}").as_bytes())]);
    browser.wait_text("unit-count", "6");
    steps::go(browser, "entries");
    let form = |(number, (unit, name)): (usize, &(&str, &str))| {
        let text = format!("乒乓球报名表\n代表队：{unit}\n序号,姓名,性别,参赛项目\n1,{name},男,双败（可加赛）\n");
        browser.file(&format!("{number}-{unit}.csv"), text.as_bytes())
    };
    let forms: Vec<PathBuf> = PLAYERS.iter().enumerate().map(form).collect();
    browser.choose("file-input", &forms);
    browser.wait_count(css("[data-test=\"entries-file-row\"][data-state=\"ready\"]"), forms.len());
    browser.click("entries-commit");
    browser.wait_count(css("[data-test=\"entries-file-row\"][data-state=\"taken-in\"]"), forms.len());
    steps::wait_saved(browser);
    steps::go(browser, "review");
    browser.click("review-run");
    browser.wait_there("review-show-all");
    steps::wait_saved(browser);
}

/// The card of a match on the page of the bracket.
fn card(id: &str) -> Spot {
    css(&format!("[data-test=\"match-card\"][data-match=\"{id}\"]"))
}

/// The line that the result of a match is typed in.
fn line(id: &str) -> Spot {
    css(&format!("[data-test=\"result-line\"][data-match=\"{id}\"] [data-test=\"result-input\"]"))
}

/// A match that has its result.
fn played(id: &str) -> Spot {
    css(&format!("[data-test=\"played-line\"][data-match=\"{id}\"]"))
}

/// Waits until a match of the bracket is in this state.
#[track_caller]
fn wait_state(browser: &Browser, id: &str, state: &str) {
    browser.wait_there(css(&format!("[data-test=\"match-card\"][data-match=\"{id}\"][data-state=\"{state}\"]")));
}

/// Who stands in a match of the bracket.
#[track_caller]
fn stand(browser: &Browser, id: &str) -> Vec<String> {
    browser.texts(card(id).inside(css(".line-who")))
}

/// Types a result where its match waits.
#[track_caller]
fn enter(browser: &Browser, id: &str, result: &str) {
    let before = browser.count("played-line");
    browser.click(line(id));
    browser.press(result);
    browser.press(Key::Enter);
    browser.wait_count("played-line", before + 1);
}

/// The matches that wait for a result, in the order in which they are shown.
fn open(browser: &Browser) -> Vec<String> {
    browser.attributes("result-line", "data-match")
}

/// Types another result in the place of that which stands.
#[track_caller]
fn correct(browser: &Browser, id: &str, result: &str) {
    browser.click(played(id).inside("result-correct"));
    browser.fill(played(id).inside("result-input"), result);
    browser.press(Key::Enter);
}

/// The places that the page shows, each with its name, best first; they are those of the core.
#[track_caller]
fn places(browser: &Browser) -> Vec<String> {
    steps::go(browser, "standings");
    browser.wait_there(css("[data-test=\"podium\"][data-state=\"final\"]"));
    let shown = browser.texts(css("[data-test=\"podium-row\"] .line-who"));
    steps::wait_saved(browser);
    let journal = steps::exported(browser);
    let podium = publication::podium(journal.meet(), &steps::event(EVENT));
    assert!(podium.complete);
    let rows = podium.rows.iter().filter_map(|row| Some(row.name.as_ref()?.name.to_string()));
    assert_eq!(shown, rows.collect::<Vec<_>>());
    let everyone: BTreeSet<&str> = PLAYERS.iter().map(|(_, name)| *name).collect();
    assert_eq!(shown.iter().map(String::as_str).collect::<BTreeSet<_>>(), everyone, "everyone has a place");
    shown
}

#[test]
fn a_double_elimination_from_its_regulations_to_its_places() {
    let (_server, browser) = steps::start("a_double_elimination");
    enter_players(&browser);
    steps::choose_event(&browser, EVENT);
    steps::go(&browser, "draw");
    browser.wait_text("draw-summary", "6");
    browser.fill("draw-seed", "双败 2026");
    browser.click("draw-run");
    browser.wait_gone("draw-run");
    steps::wait_saved(&browser);

    // The winner side, the loser side and the finals; the second final waits for whether it is needed.
    steps::go(&browser, "bracket");
    browser.wait_text(css(".round-head"), "胜者组第 1 轮");
    browser.wait_text(css(".round-head"), "负者组第 2 轮");
    browser.wait_text(css(".round-head"), "总决赛加赛");
    assert_eq!(browser.count(css(".bracket")), 3);
    wait_state(&browser, "F2.1", "if-needed");
    let first = browser.attributes(css("[data-match^=\"W1.\"][data-state=\"open\"]"), "data-match");
    let [walked, other] = first.as_slice() else { panic!("two matches of the first round can be played: {first:?}") };
    let names = stand(&browser, walked);
    let losers = |browser: &Browser| browser.texts(css("[data-match^=\"L\"] [data-entry] .line-who"));
    assert_eq!(losers(&browser), [""; 0], "nobody has lost");

    // Who does not appear goes over to the loser side.
    steps::go(&browser, "results");
    enter(&browser, walked, "乙弃权");
    steps::go(&browser, "bracket");
    wait_state(&browser, walked, "played");
    browser.wait(&format!("{names:?}, of whom the second did not appear"), || {
        (losers(&browser) == names[1..]).then_some(())
    });
    // It was the other one: they change sides.
    steps::go(&browser, "results");
    correct(&browser, walked, "甲弃权");
    browser.wait_gone(played(walked).inside("result-input"));
    steps::go(&browser, "bracket");
    browser.wait(&format!("{names:?}, of whom the first did not appear"), || {
        (losers(&browser) == names[..1]).then_some(())
    });

    // Everything up to the finals.
    steps::go(&browser, "results");
    enter(&browser, other, FIRST);
    while let Some(next) = open(&browser).first().filter(|id| !id.starts_with('F')) {
        enter(&browser, next, if next.starts_with('L') { SECOND } else { FIRST });
    }
    assert_eq!(open(&browser), ["F1.1"]);
    steps::go(&browser, "bracket");
    let finalists = stand(&browser, "F1.1");
    wait_state(&browser, "F2.1", "if-needed");

    // The loser side's first wins the first final: now both have lost once, and meet again.
    steps::go(&browser, "results");
    enter(&browser, "F1.1", SECOND);
    assert_eq!(open(&browser), ["F2.1"]);
    steps::go(&browser, "bracket");
    wait_state(&browser, "F2.1", "open");
    assert_eq!(stand(&browser, "F2.1").into_iter().collect::<BTreeSet<_>>(), finalists.iter().cloned().collect());
    let order = stand(&browser, "F2.1");
    steps::go(&browser, "results");
    enter(&browser, "F2.1", SECOND);
    assert_eq!(places(&browser)[..2], [order[1].clone(), order[0].clone()]);

    // The first final was entered the wrong way round: what came of it is told before it is set aside.
    steps::choose_event(&browser, EVENT);
    steps::go(&browser, "results");
    correct(&browser, "F1.1", FIRST);
    browser.wait_text("result-refusal", "F2-1");
    assert_eq!(browser.count(played("F2.1")), 1, "nothing is changed yet");
    browser.click("result-cascade");
    browser.wait_gone(played("F2.1"));
    assert_eq!(open(&browser), [""; 0], "no second final is needed");
    steps::go(&browser, "bracket");
    wait_state(&browser, "F2.1", "needless");
    assert_eq!(places(&browser)[..2], finalists);
    // And so it stays.
    browser.reload();
    steps::choose_event(&browser, EVENT);
    steps::go(&browser, "standings");
    browser.wait_there(css("[data-test=\"podium\"][data-state=\"final\"]"));
    assert_eq!(browser.texts(css("[data-test=\"podium-row\"] .line-who"))[..2], finalists);
}
