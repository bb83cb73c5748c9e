//! What others put into the page does not run: the policy of the page, held by the browser itself.

use gongsai_tests::browser::{Browser, dist, steps};

/// Puts a script, a handler and a frame of code into the page, and asks whether any of them ran.
#[track_caller]
fn check(browser: &Browser) {
    browser.wait_there("home");
    browser.script(
        "window.ran = [];
         const script = document.createElement('script');
         script.textContent = 'window.ran.push(\"script\")';
         document.body.append(script);
         const image = document.createElement('img');
         image.setAttribute('onerror', 'window.ran.push(\"handler\")');
         image.src = 'data:image/png,none';
         document.body.append(image);
         const link = document.createElement('a');
         link.href = 'javascript:void(window.ran.push(\"address\"))';
         document.body.append(link);
         link.click();
         // Later, for a driver's own script may do what the page may not.
         setTimeout(() => {
           try { new Function('window.ran.push(\"function\")')(); } catch (refused) { window.refused = String(refused); }
           window.waited = true;
         }, 300);",
        &[],
    );
    browser.wait("the handlers had their time", || {
        browser.script("return window.waited === true", &[]).as_bool().filter(|waited| *waited)
    });
    assert_eq!(browser.script("return window.ran.join()", &[]).as_str(), Some(""));
    assert!(browser.script("return window.refused", &[]).as_str().is_some_and(|why| why.contains("EvalError")));
}

#[test]
fn a_script_from_elsewhere_does_not_run() {
    let (_server, browser) = steps::start("a_script_from_elsewhere");
    check(&browser);
}

#[test]
fn nor_does_it_in_the_one_file() {
    let browser = Browser::start("nor_does_it_in_the_one_file");
    browser.open_file(&dist().join("gongsai.html"));
    check(&browser);
}
