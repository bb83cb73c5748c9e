//! Pictures of every page with the sample meet, for people to look at:
//! `cargo run -p gongsai-tests --features browser --example screenshots -- OUT_DIR`.

use std::path::PathBuf;
use std::process::ExitCode;

use gongsai_tests::browser::{Browser, DESK, PHONE, Scheme, Server, TABLET, css, dist, steps, tell};

/// Sizes, colours and languages, with the words that they add to a file's name.
const SIZES: [(&str, gongsai_tests::browser::Viewport); 3] = [("360", PHONE), ("768", TABLET), ("1366", DESK)];
const SCHEMES: [(&str, Scheme); 2] = [("light", Scheme::Light), ("dark", Scheme::Dark)];
const LANGUAGES: [&str; 2] = ["zh", "en"];

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        tell("say where to: cargo run -p gongsai-tests --features browser --example screenshots -- OUT_DIR");
        return ExitCode::from(2);
    };
    if let Err(error) = std::fs::create_dir_all(&folder) {
        tell(&format!("{} cannot be made: {error}", folder.display()));
        return ExitCode::FAILURE;
    }
    let server = Server::start(&dist());
    let browser = Browser::start("screenshots");
    browser.set_viewport(DESK);
    browser.open(&server, "/");
    browser.click("home-sample");
    browser.wait_there("meet-title");
    steps::wait_saved(&browser);
    let meet = steps::meet_address(&browser);
    let mut written = 0;
    for language in LANGUAGES {
        set_language(&browser, language);
        for (scheme_name, scheme) in SCHEMES {
            browser.set_scheme(scheme);
            for (size, viewport) in SIZES {
                browser.set_viewport(viewport);
                for (page, address) in addresses(&meet) {
                    browser.open(&server, &address);
                    browser.wait_there(css("#page"));
                    browser.picture(&folder.join(format!("{page}-{size}-{scheme_name}-{language}.png")));
                    written += 1;
                }
            }
        }
    }
    tell(&format!("{written} pictures in {}", folder.display()));
    ExitCode::SUCCESS
}

/// Each page of the sample with its address.
fn addresses(meet: &str) -> Vec<(&'static str, String)> {
    let of_meet = |page: &'static str| match page {
        "regulations" | "entries" | "review" | "history" | "devices" => (page, format!("{meet}/{page}")),
        _ => (page, format!("{meet}/{page}/{}", steps::TEAMS)),
    };
    let home = std::iter::once(("home", "/".to_owned()));
    home.chain(steps::PAGES.into_iter().map(of_meet)).collect()
}

/// The interface in this language, by its own switch.
fn set_language(browser: &Browser, language: &str) {
    let now = browser.script("return document.documentElement.lang", &[]);
    if !now.as_str().is_some_and(|now| now.starts_with(language)) {
        browser.click("lang-toggle");
        browser.wait_there(css(&format!("html[lang^=\"{language}\"]")));
    }
}
