//! The committee gives an award on the page of what the meet comes to; the regulations say there what it is given by.

use std::fs;

use gongsai::id::AwardId;
use gongsai::meet::Named;
use gongsai_tests::browser::{css, steps};
use gongsai_tests::games;

const SCORING: &str = r#"
[points]
scale = [9, 7, 6, 5, 4, 3, 2, 1]
shared = "mean"
one_less_up_to = 8
ties = "places"
clause = "第十条"
factor = { team = 2 }

[placing]
absent = "none"
clause = "第九条"

[[award]]
id = "best"
name = "团体总分奖"
to = "unit"
count = 2
by = "points"
clause = "第十一条"

[[award]]
id = "fair"
name = "体育道德风尚奖"
to = "unit"
count = 1
by = "committee"
clause = "第十二条"
"#;

#[test]
fn the_committee_gives_an_award_and_takes_it_back() {
    let (server, browser) = steps::start("the_committee_gives_an_award");
    let regulations = fs::read_to_string(games::path("regulation.toml")).expect("the regulations are there");
    let meet = steps::simulated_by(&format!("{regulations}\n{SCORING}"), 6, 0x6014_0000_0000_0001);
    let address = steps::open_meet(&browser, &meet);

    browser.open(&server, &format!("{address}/regulations"));
    browser.wait_text("scoring", "前 8 名得 18-14-12-10-8-6-4-2 分；已乘 2；参赛 8 个及以下减一名计分");
    let scoring = browser.text("scoring");
    for said in
        ["第九条", "弃权的不计名次，后面的递补", "第 1 名多者列前", "授予单位，1 个，由组委会评定", "按单位总分产生"]
    {
        assert!(scoring.contains(said), "{said}: {scoring}");
    }

    browser.open(&server, &format!("{address}/overall"));
    browser.wait_count("award", 2);
    let award = |id: &str| css(&format!("[data-test=\"award\"][data-award=\"{id}\"]"));
    browser.wait_text(award("fair"), "还没有评出");
    assert_eq!(browser.count(award("best").inside("award-give")), 0, "the points say who has this one");
    browser.click(award("fair").inside(css("[data-test=\"award-give\"] summary")));
    let units: Vec<_> = meet.journal().meet().units().values().cloned().collect();
    browser.select(award("fair").inside("award-to"), &units[2].id.to_string());
    browser.fill(award("fair").inside("award-reason"), "赛风好");
    browser.click(award("fair").inside("award-do"));
    let given = browser.wait_text(award("fair").inside("award-given"), &units[2].name);
    assert!(given.contains("赛风好"), "{given}");
    browser.wait_gone(award("fair").inside("award-give"));
    steps::wait_saved(&browser);
    let given = steps::exported(&browser).meet().awarded().clone();
    let fair = AwardId::new("fair").expect("plain");
    assert_eq!(given.into_iter().collect::<Vec<_>>(), [((fair, Named::Unit(units[2].id)), "赛风好".to_owned())]);

    // It outlives a reload, and the history takes it back.
    browser.open(&server, &format!("{address}/overall"));
    browser.reload();
    browser.wait_text(award("fair").inside("award-given"), &units[2].name);
    steps::go(&browser, "history");
    browser.click("history-undo");
    browser.click("confirm-yes");
    browser.wait_there(css("[data-test=\"history-line\"][data-fate=\"undone\"]"));
    browser.open(&server, &format!("{address}/overall"));
    browser.wait_text(award("fair"), "还没有评出");
}
