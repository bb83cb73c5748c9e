//! What two live bugs of Yew 0.23 would break, and what each page must therefore keep (`yew#4092`, `yew#3262`).

use gongsai_tests::browser::{Browser, Key, css, starting, steps};

/// Presses all that opens or closes a part of the page, twice each, and reports a page that stopped.
#[track_caller]
fn toggle_everything(browser: &Browser, page: &str) {
    let toggles = css("#page [aria-expanded]:not([hidden]), #page details > summary");
    browser.wait_rest();
    let count = browser.count(&toggles).min(6);
    for round in 0..2 {
        for at in 0..count {
            browser.script(
                "const all = [...document.querySelectorAll(arguments[0])].filter((one) => one.offsetParent); \
                 all[arguments[1]]?.click()",
                &[toggles.selector().into(), at.into()],
            );
            browser.wait_rest();
            assert!(browser.count("page") == 1, "{page}: toggle {at} of round {round} broke the page");
        }
    }
}

/// B1: a region that comes and goes between others must not crash the app.
#[test]
fn regions_that_come_and_go_never_stop_the_app() {
    let (_server, browser) = steps::start("regions_that_come_and_go");
    for _ in 0..3 {
        browser.click("home-new");
        browser.wait_rest();
    }
    let mut meet = steps::simulated(8);
    let event = steps::event(steps::TEAMS);
    meet.play_out(&event).expect("the event can be played");
    steps::open_meet(&browser, &meet);
    for step in steps::PAGES {
        steps::go(&browser, step);
        toggle_everything(&browser, step);
        for switch in ["lang-toggle", "theme-toggle", "lang-toggle"] {
            browser.click(switch);
            browser.wait_rest();
        }
        assert_eq!(browser.count("page"), 1, "{step}");
    }
    // Back and forth without waiting for anything in between.
    for step in ["draw", "bracket", "entries", "results", "groups", "review", "standings"] {
        browser.click(css(&format!("[data-test=\"rail-{step}\"] a")));
    }
    browser.wait_there(css("[data-test=\"page\"][data-step=\"standings\"]"));
    browser.wait_there("podium");
}

/// B2: while someone types, the list below may grow and shrink; the field stays the same element and keeps the focus.
#[test]
fn a_field_stays_while_the_list_below_it_changes() {
    let (_server, browser) = steps::start("a_field_stays");
    let mut meet = steps::simulated(40);
    let event = steps::event(steps::TEAMS);
    meet.play_out(&event).expect("the event can be played");
    steps::open_meet(&browser, &meet);
    steps::choose_event(&browser, steps::TEAMS);
    steps::go(&browser, "bracket");
    browser.click("bracket-find");
    browser.remember("bracket-find");
    // One letter more, fewer names; one letter less, more names.
    for (key, value) in [("第", "第"), ("1", "第1"), ("7", "第17"), ("代", "第17代")] {
        browser.press(key);
        browser.wait("the names to be looked for", || (browser.value("bracket-find") == value).then_some(()));
        browser.wait_rest();
        assert!(browser.is_remembered("bracket-find"), "the field is another one after {value}");
    }
    browser.wait_there("name-found");
    for _ in 0..4 {
        browser.press(Key::Backspace);
        browser.wait_rest();
        assert!(browser.is_remembered("bracket-find"), "the field is another one after Backspace");
    }
    assert_eq!(browser.value("bracket-find"), "");
}

/// A word that is composed by an input method arrives whole, and Enter while composing is no command.
#[test]
fn a_name_is_composed_by_an_input_method() {
    let (_server, browser) = steps::start("a_name_is_composed");
    let mut meet = steps::simulated(40);
    meet.play_out(&steps::event(steps::TEAMS)).expect("the event can be played");
    let address = steps::open_meet(&browser, &meet);
    steps::choose_event(&browser, steps::TEAMS);
    steps::go(&browser, "bracket");
    browser.click("bracket-find");
    browser.remember("bracket-find");
    browser.compose("di", "第");
    browser.wait("the composed word", || (browser.value("bracket-find") == "第").then_some(()));
    browser.compose("dai'biao'dui", "代表队");
    browser.wait("both words", || (browser.value("bracket-find") == "第代表队").then_some(()));
    assert!(browser.is_remembered("bracket-find"), "composing takes the field away");
    assert_eq!(steps::meet_address(&browser), address);
}

/// The same where a result is typed: what is read of it and why it is refused comes and goes around the field.
#[test]
fn a_result_is_typed_in_one_field() {
    let (_server, browser) = steps::start("a_result_is_typed");
    let mut meet = steps::simulated(8);
    steps::draw(&mut meet, steps::TEAMS);
    steps::open_meet(&browser, &meet);
    steps::choose_event(&browser, steps::TEAMS);
    steps::go(&browser, "results");
    browser.click("result-input");
    browser.remember("result-input");
    for key in "11-5 11-6 11-10".chars() {
        browser.press(key.to_string());
        assert!(browser.is_remembered("result-input"), "the field is another one after {key}");
    }
    browser.press(Key::Enter);
    browser.wait_there("result-refusal");
    assert!(browser.is_remembered("result-input"), "a refusal takes nothing away");
    assert_eq!(browser.value("result-input"), "11-5 11-6 11-10");
    browser.press(Key::Backspace);
    browser.wait_gone("result-refusal");
    assert!(browser.is_remembered("result-input"));
    assert_eq!(browser.count(starting("result-refusal")), 0);
}
