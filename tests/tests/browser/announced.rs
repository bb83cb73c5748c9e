//! A draw that is announced, drawn in public, and checked by outsiders on a page of their own.

use std::fs;

use gongsai::bracket::DrawStage;
use gongsai::draw::{Commitment, Target};
use gongsai_tests::browser::{css, steps};

const SINGLES: &str = "TT_MS";

#[test]
fn a_draw_is_announced_made_around_a_place_and_checked_without_the_meet() {
    let (server, browser) = steps::start("a_draw_is_announced");
    let address = steps::open_meet(&browser, &steps::simulated(8));
    let draw = format!("{address}/draw/{SINGLES}");
    browser.open(&server, &draw);

    // A place set by hand: one that cannot be says why, one that can shows its reason.
    browser.click("hand");
    browser.fill("hand-to", "99");
    browser.fill("hand-reason", "上夜班");
    browser.click("hand-set");
    browser.wait_text("hand-refusal", "没有这个位置");
    browser.fill("hand-to", "5");
    browser.click("hand-set");
    browser.wait_text("hand-place", "上夜班");

    browser.click("announce");
    browser.click("announce-do");
    let commitment = browser.wait_text("commitment", "gongsai-draw-1:");
    steps::wait_saved(&browser);
    browser.click("secret-show");
    browser.wait_there("secret");
    let secret = browser.text("secret");
    assert_eq!(Commitment::to(&secret).to_string(), commitment);

    // The secret stays on this device, and the draw binds after a reload too.
    browser.reload();
    browser.wait_text("commitment", &commitment);
    browser.wait_text("hand-place", "上夜班");
    browser.fill("draw-words", "红旗，七");
    browser.fill("draw-witnesses", "张三 李四");
    browser.click("draw-run");
    browser.wait_text("draw-seed-used", &secret);
    browser.wait_text("draw-words-used", "红旗、七");
    browser.wait_text("draw-witnesses-used", "张三、李四");
    browser.wait_text("hand-place", "上夜班");
    browser.click("draw-check");
    browser.wait_text("draw-checked", "✓");
    steps::wait_saved(&browser);
    browser.click("draw-save");
    let receipt = browser.downloaded(".json");
    let text = fs::read_to_string(&receipt).expect("the receipt can be read");

    let meet = steps::exported(&browser);
    let event = steps::event(SINGLES);
    let drawn = meet.meet().event(&event).and_then(|state| state.drawn(DrawStage::First)).expect("drawn");
    assert_eq!((drawn.seed.as_str(), drawn.words.len(), drawn.by_hand[0].to), (&*secret, 2, Target::Position(5)));

    // An outsider has the receipt alone.
    browser.open(&server, "/");
    browser.click("home-check-draw");
    browser.choose("check-file", &[receipt]);
    browser.wait_text("check-good", "属实");
    browser.wait_text("draw-commitment-used", &commitment);
    browser.choose("check-file", &[browser.file("forged.json", text.replace("张三", "王五").as_bytes())]);
    browser.wait_text("check-bad", "digest");
    browser.fill("check-text", "{\"procedure\": 2}");
    browser.click("check-go");
    browser.wait_text("check-bad", "读不懂 input");
    assert_eq!(browser.count(css("[data-test=\"draw-receipt\"]")), 0);
}

#[test]
fn a_draw_announced_elsewhere_needs_its_secret() {
    let (server, browser) = steps::start("a_draw_announced_elsewhere");
    let mut meet = steps::simulated(8);
    let event = steps::event(SINGLES);
    let told = meet.journal().meet().prepare_announcement(
        &event,
        DrawStage::First,
        Commitment::to("一二三四"),
        Vec::new(),
        "",
    );
    meet.ask(gongsai::meet::Command::AnnounceDraw(told.expect("it can be announced"))).expect("taken");
    let address = steps::open_meet(&browser, &meet);
    browser.open(&server, &format!("{address}/draw/{SINGLES}"));
    browser.wait_there("announced");
    browser.fill("draw-seed", "别的");
    browser.click("draw-run");
    browser.wait_text("draw-refusal", "承诺码");
    browser.fill("draw-seed", "一二三四");
    browser.click("draw-run");
    browser.wait_text("draw-seed-used", "一二三四");
    browser.wait_gone("draw-run");
}
