//! The app in a real browser.

use gongsai_tests::browser::{Browser, Server, css, dist};

#[test]
fn the_app_opens() {
    let server = Server::start(&dist());
    let browser = Browser::start("the_app_opens");
    browser.open(&server, "/");
    browser.wait_page("工赛");
    browser.click(css("button"));
    browser.wait_text(css("button"), "1");
}
