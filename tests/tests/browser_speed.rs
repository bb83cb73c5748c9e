//! How long the app takes in a real browser. Printed, not asserted: a busy machine is no failure.

use std::time::Duration;

use gongsai::document::journal;
use gongsai::key::SecretKey;
use gongsai_tests::browser::{Browser, Key, css, steps, tell};
use gongsai_tests::chronicle::{begun, go_on};
use gongsai_tests::games;

/// Milliseconds that a script gives back.
fn milliseconds(browser: &Browser, script: &str) -> f64 {
    browser.script(script, &[]).as_f64().unwrap_or_default()
}

#[test]
fn the_time_to_read_forms_and_to_show_a_result_is_told() {
    let (server, browser) = steps::start("speed");
    let started = "const [page] = performance.getEntriesByType('navigation'); \
                   const paint = performance.getEntriesByName('first-contentful-paint')[0]; \
                   return paint ? paint.startTime - page.startTime : 0";
    tell(&format!("first paint: {:.0} ms", milliseconds(&browser, started)));
    browser.click("home-new");
    browser.choose("new-regulations", &[games::path("regulation.toml")]);
    browser.wait_there("meet-title");
    browser.choose("units-file", &[games::path("units.csv")]);
    browser.wait_text("unit-count", "50");
    steps::go(&browser, "entries");
    reading(&browser);
    browser.open(&server, "/");
    let mut meet = steps::simulated(40);
    steps::draw(&mut meet, steps::TEAMS);
    steps::open_meet(&browser, &meet);
    steps::choose_event(&browser, steps::TEAMS);
    steps::go(&browser, "results");
    browser.wait_there("result-line");
    painting(&browser);
    browser.open(&server, "/");
    opening(&browser);
}

/// From the call for the page to a meet of 20,000 records that is shown, and to one that is read whole.
fn opening(browser: &Browser) {
    let (mut journal, writer) = begun(Some(SecretKey::from_seed([7; 32])));
    go_on(&mut journal, &writer, 20_000, 1);
    browser.be_patient(Duration::from_secs(120));
    steps::open_meet_file(browser, &browser.file("great.gongsai", journal::write(&journal).as_bytes()));
    steps::wait_saved(browser);
    let watch = "new MutationObserver(() => { \
        const shown = document.querySelector('.meet-title'); \
        if (shown && !window.shownAt) window.shownAt = performance.now(); \
        if (shown && !document.querySelector('[data-test=opening]') && !window.readAt) window.readAt = performance.now(); \
      }).observe(document, { childList: true, subtree: true });";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": watch }));
    for with in ["without a snapshot", "with a snapshot"] {
        browser.reload();
        let at = |name: &str| browser.wait(name, || browser.script(&format!("return window.{name}"), &[]).as_f64());
        tell(&format!(
            "opening 20,000 records {with}: shown after {:.0} ms, read after {:.0} ms",
            at("shownAt"),
            at("readAt")
        ));
        // A snapshot is made when nothing is written for a while.
        std::thread::sleep(Duration::from_secs(6));
    }
}

/// From the choice of all the forms to the last of them on the list, and from the word to take them in to the disk.
fn reading(browser: &Browser) {
    browser.be_patient(Duration::from_secs(120));
    let forms = steps::forms();
    // The clock of the page: it starts at the choice and is read when the list is complete.
    browser.script(
        "const input = document.querySelector('[data-test=file-input]'); \
         input.addEventListener('change', () => performance.mark('chosen'), { capture: true, once: true }); \
         const whole = () => { \
           const rows = document.querySelectorAll('[data-test=entries-file-row]'); \
           const read = [...rows].filter((row) => row.dataset.state !== 'reading'); \
           if (rows.length === arguments[0] && read.length === rows.length) { performance.mark('read'); } \
           else requestAnimationFrame(whole); \
         }; \
         whole()",
        &[forms.len().into()],
    );
    browser.choose("file-input", &forms);
    let read = "const [at] = performance.getEntriesByName('read'); \
                return at ? at.startTime - performance.getEntriesByName('chosen')[0].startTime : null";
    let read = browser.wait("all forms to be read", || browser.script(read, &[]).as_f64());
    tell(&format!("reading {} workbooks: {read:.0} ms", forms.len()));
    browser.script(
        "document.querySelector('[data-test=entries-commit]') \
           .addEventListener('click', () => performance.mark('asked'), { capture: true, once: true }); \
         const kept = () => { \
           if (document.querySelector('[data-test=entries-file-row][data-state=taken-in]') \
               && document.querySelector('[data-test=saved-state]').dataset.state === 'saved') performance.mark('kept'); \
           else requestAnimationFrame(kept); \
         }; \
         kept()",
        &[],
    );
    browser.click("entries-commit");
    let kept = "const [at] = performance.getEntriesByName('kept'); \
                return at ? at.startTime - performance.getEntriesByName('asked')[0].startTime : null";
    let kept = browser.wait("all forms to be kept", || browser.script(kept, &[]).as_f64());
    tell(&format!("taking them in, until it is on the disk: {kept:.0} ms"));
}

/// From the Enter key to the frame that shows the result, with every match of the event on the page.
fn painting(browser: &Browser) {
    browser.script(
        "window.testTimes = []; \
         document.addEventListener('keydown', (event) => { \
           if (event.key !== 'Enter') return; \
           const start = event.timeStamp; \
           const before = document.querySelectorAll('[data-test=played-line]').length; \
           const look = () => { \
             if (document.querySelectorAll('[data-test=played-line]').length === before) return requestAnimationFrame(look); \
             const painted = new MessageChannel(); \
             painted.port1.onmessage = () => window.testTimes.push(performance.now() - start); \
             requestAnimationFrame(() => painted.port2.postMessage(0)); \
           }; \
           requestAnimationFrame(look); \
         }, true)",
        &[],
    );
    let lines = browser.count("result-line");
    browser.click("result-input");
    for n in 1..=12 {
        browser.press("11-5 11-6 11-7 / 11-3 11-4 11-8");
        browser.press(Key::Enter);
        browser.wait_count("result-line", lines - n);
    }
    let times = browser.wait("the times of twelve results", || {
        let times = browser.script("return window.testTimes", &[]);
        let times: Vec<f64> = times.as_array()?.iter().filter_map(serde_json::Value::as_f64).collect();
        (times.len() == 12).then_some(times)
    });
    let mut sorted = times;
    sorted.sort_by(f64::total_cmp);
    tell(&format!(
        "from Enter to the painted result, {lines} matches on the page: median {:.0} ms, slowest {:.0} ms",
        sorted[sorted.len() / 2],
        sorted[sorted.len() - 1]
    ));
    browser.wait_there(css("[data-test=\"saved-state\"][data-state=\"saved\"]"));
}
