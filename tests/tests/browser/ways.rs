//! Ways through the app: another language, the sample, the keyboard alone, no network, one file.

use gongsai_tests::browser::{Browser, DESK, Key, PHONE, TABLET, css, dist, steps};

fn language(browser: &Browser) -> String {
    browser.script("return document.documentElement.lang", &[]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_language_is_switched_where_one_is_and_kept() {
    let (_server, browser) = steps::start("the_language_is_switched");
    assert_eq!(language(&browser), "zh-Hans", "Chinese comes first");
    let mut meet = steps::simulated(8);
    steps::draw(&mut meet, steps::TEAMS);
    steps::open_meet(&browser, &meet);
    steps::choose_event(&browser, steps::TEAMS);
    steps::go(&browser, "groups");
    browser.wait_text("rail-draw", "抽签");
    browser.click("lang-toggle");
    browser.wait_text("rail-draw", "Draw");
    assert_eq!(language(&browser), "en");
    assert_eq!(browser.attributes("page", "data-step"), ["groups"], "one stays where one is");
    browser.wait_focus("lang-toggle");
    // Names are data and stay as they are; all else of the screen speaks English.
    let script = "const page = document.body.cloneNode(true); \
                  page.querySelectorAll('.line-name, .line-who, .line-unit, .meet-title, .entrant, option, h1, script, \
                    style, [lang^=zh], #failed, noscript, th, td').forEach((one) => one.remove()); \
                  return (page.textContent.match(/[\\u4e00-\\u9fff]+/g) ?? []).join(' ')";
    let left = browser.script(script, &[]);
    assert_eq!(left.as_str(), Some("工"), "Chinese left on the English page");
    browser.reload();
    browser.wait_text("rail-draw", "Draw");
    assert_eq!(language(&browser), "en");
}

#[test]
fn the_sample_meet_opens_and_every_step_of_it_shows_something() {
    let (server, browser) = steps::start("the_sample_meet");
    steps::open_sample(&browser);
    steps::wait_saved(&browser);
    for step in steps::PAGES {
        steps::go(&browser, step);
        browser.wait_rest();
        assert!(browser.text("page").chars().count() > 20, "{step} shows nothing");
    }
    browser.open(&server, "/");
    browser.wait_count("home-meet", 1);
    let severe: Vec<String> = browser.console().into_iter().filter(|line| line.starts_with("SEVERE")).collect();
    assert!(severe.is_empty(), "{severe:#?}");
}

/// Presses Tab until the focus is on what is looked for.
#[track_caller]
fn tab_to(browser: &Browser, selector: &str) {
    for _ in 0..80 {
        let there = browser.script("return Boolean(document.activeElement?.matches(arguments[0]))", &[selector.into()]);
        if there.as_bool() == Some(true) {
            return;
        }
        browser.press(Key::Tab);
    }
    browser.fail(&format!("the Tab key never comes to {selector}; it is on {}", browser.focus()));
}

#[test]
fn the_keyboard_alone_is_enough() {
    let (server, browser) = steps::start("the_keyboard_alone");
    tab_to(&browser, "[data-test=\"home-sample\"]");
    browser.press(Key::Enter);
    browser.wait_there("meet-title");
    // The way past the header is the first stop of a page.
    browser.script("document.activeElement?.blur()", &[]);
    browser.press(Key::Tab);
    browser.wait_focus(css(".skip"));
    browser.press(Key::Enter);
    browser.wait_focus("page");
    let meet = steps::meet_address(&browser);
    browser.open(&server, &format!("{meet}/results/{}", steps::TEAMS));
    browser.wait_there(css("[data-test=\"page\"][data-step=\"results\"]"));
    browser.open(&server, &format!("{meet}/bracket/{}", steps::TEAMS));
    browser.wait_there(css("[data-test=\"page\"][data-step=\"bracket\"]"));
    browser.wait_rest();
    if browser.count("bracket") == 1 {
        // One stop for the whole tree; the arrows go on inside it.
        tab_to(&browser, "[data-test=\"match-card\"] button");
        browser.press("/");
        browser.wait_focus("bracket-find");
    }
}

#[test]
fn nothing_is_wider_than_the_window() {
    let (_server, browser) = steps::start("nothing_is_wider");
    steps::open_sample(&browser);
    let mut wide = Vec::new();
    for viewport in [PHONE, TABLET, DESK] {
        browser.set_viewport(viewport);
        for step in steps::PAGES {
            steps::go(&browser, step);
            browser.wait_rest();
            wide.extend(steps::sticks_out(&browser).map(|what| format!("{step} at {} px: {what}", viewport.width)));
        }
    }
    assert!(wide.is_empty(), "the page scrolls sideways: {wide:#?}");
}

#[test]
fn the_app_goes_on_when_the_server_is_gone() {
    let (mut server, browser) = steps::start("the_server_is_gone");
    browser.wait("the app to be ready for offline use", || {
        (browser.script("return gongsai.offline", &[]) == "ready").then_some(())
    });
    let mut meet = steps::simulated(8);
    steps::draw(&mut meet, steps::TEAMS);
    steps::open_meet(&browser, &meet);
    steps::choose_event(&browser, steps::TEAMS);
    steps::go(&browser, "results");
    steps::wait_saved(&browser);
    server.stop();
    browser.reload();
    browser.wait_there("result-input");
    let open = browser.count("result-line");
    browser.click("result-input");
    browser.press("11-5 11-6 11-7 / 11-3 11-4 11-8");
    browser.press(Key::Enter);
    browser.wait_count("played-line", 1);
    steps::wait_saved(&browser);
    browser.reload();
    browser.wait_count("played-line", 1);
    browser.wait_count("result-line", open - 1);
}

#[test]
fn the_app_in_one_file_opens_from_a_disk() {
    let browser = Browser::start("the_app_in_one_file");
    browser.open_file(&dist().join("gongsai.html"));
    browser.wait_there("home");
    steps::open_sample(&browser);
    let title = browser.text("meet-title");
    steps::wait_saved(&browser);
    browser.reload();
    browser.wait_text("meet-title", &title);
}

#[test]
fn another_page_begins_at_its_top() {
    let (_server, browser) = steps::start("another_page_begins");
    steps::open_sample(&browser);
    steps::go(&browser, "entries");
    browser.wait_rest();
    browser.script("window.scrollTo(0, document.documentElement.scrollHeight)", &[]);
    steps::choose_event(&browser, steps::TEAMS);
    browser.wait_there("event-progress");
    browser.wait_rest();
    assert_eq!(browser.script("return window.scrollY", &[]).as_f64(), Some(0.0), "the next page is scrolled already");
}

/// What has the focus is never under the bar, going back through the stops of a long page (WCAG 2.4.11).
#[test]
fn the_bar_never_covers_what_has_the_focus() {
    let (_server, browser) = steps::start("the_bar_never_covers");
    steps::open_sample(&browser);
    steps::choose_event(&browser, steps::TEAMS);
    steps::go(&browser, "results");
    browser.wait_rest();
    browser.script("window.scrollTo(0, document.documentElement.scrollHeight)", &[]);
    browser.script("[...document.querySelectorAll('main button, main input')].at(-1)?.focus()", &[]);
    let last = browser.script("return window.scrollY", &[]).as_f64();
    for _ in 0..30 {
        browser.press_with(Key::Shift, '\u{E004}');
        let covered = browser.script(
            "const one = document.activeElement; const box = one.getBoundingClientRect(); \
             const top = document.elementFromPoint(box.x + box.width / 2, box.y + 2); \
             return document.body === one || one.contains(top) || top?.contains(one) ? '' : one.outerHTML.slice(0, 200)",
            &[],
        );
        assert_eq!(covered.as_str(), Some(""), "this has the focus and is covered");
    }
    assert!(browser.script("return window.scrollY", &[]).as_f64() < last, "the page went up with the focus");
}
