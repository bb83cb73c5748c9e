//! Pictures of every page with the sample meet, and of the play of several formats, whole and as printed, for people to look
//! at: `cargo run -p gongsai-tests --features browser --example screenshots -- OUT_DIR [formats]`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use gongsai::simulate::Simulation;
use gongsai_tests::browser::{Browser, DESK, PHONE, Scheme, Server, TABLET, Viewport, css, dist, steps, tell};

/// Sizes, colours and languages, with the words that they add to a file's name.
const SIZES: [(&str, Viewport); 3] = [("360", PHONE), ("768", TABLET), ("1366", DESK)];
const SCHEMES: [(&str, Scheme); 2] = [("light", Scheme::Light), ("dark", Scheme::Dark)];
const LANGUAGES: [&str; 2] = ["zh", "en"];

/// Forms that are folded until they are asked for: their page and their name.
const FORMS: [(&str, &str); 4] =
    [("entries", "paste"), ("entries", "template"), ("check-in", "replace"), ("results", "sanction")];

/// Events of the regulations of every format: how many take part, the event, how far it is played, and its pages.
const FORMATS: [(u16, &str, usize, &[&str]); 12] = [
    (13, "Compass", 16, &["bracket", "standings"]),
    (11, "Olympic", 1000, &["bracket", "standings"]),
    (16, "Curtis", 20, &["bracket"]),
    (13, "DE_reset", 0, &["bracket"]),
    (13, "DE_reset", 17, &["bracket", "results", "standings"]),
    (8, "DE_reset", 1000, &["bracket", "standings"]),
    (13, "G_best", 20, &["groups", "draw"]),
    (13, "G_best", 30, &["groups", "bracket", "draw"]),
    (13, "C_first", 14, &["bracket", "standings"]),
    (8, "C_fed", 1000, &["bracket", "standings"]),
    (6, "Ladder", 3, &["bracket", "standings"]),
    (4, "Page", 2, &["bracket"]),
];

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
    let written = if std::env::args().nth(2).as_deref() == Some("formats") {
        formats(&server, &browser, &folder)
    } else {
        sample(&server, &browser, &folder)
    };
    tell(&format!("{written} pictures in {}", folder.display()));
    ExitCode::SUCCESS
}

/// Every page of the sample.
fn sample(server: &Server, browser: &Browser, folder: &Path) -> usize {
    browser.click("home-sample");
    browser.wait_there("meet-title");
    steps::wait_saved(browser);
    let meet = steps::meet_address(browser);
    let mut written = 0;
    for language in LANGUAGES {
        set_language(browser, language);
        for (scheme_name, scheme) in SCHEMES {
            browser.set_scheme(scheme);
            for (size, viewport) in SIZES {
                browser.set_viewport(viewport);
                for (page, address) in addresses(&meet) {
                    browser.open(server, &address);
                    browser.wait_there(css("#page"));
                    browser.picture(&folder.join(format!("{page}-{size}-{scheme_name}-{language}.png")));
                    written += 1;
                    if page == "regulations" {
                        steps::open_rules(browser);
                        browser.set_viewport(Viewport { height: whole(browser, viewport), ..viewport });
                        browser.picture(&folder.join(format!("{page}-rules-{size}-{scheme_name}-{language}.png")));
                        browser.set_viewport(viewport);
                        written += 1;
                    }
                }
                for (page, form) in FORMS {
                    let (_, address) = of_meet(&meet, page);
                    browser.open(server, &address);
                    browser.wait_there(css(&format!("[data-test={form}]")));
                    let script = format!(
                        "const form = document.querySelector('[data-test={form}]'); form.open = true; \
                         window.scrollTo(0, form.getBoundingClientRect().top + window.scrollY - 80)"
                    );
                    browser.script(&script, &[]);
                    browser.wait_rest();
                    browser.picture(&folder.join(format!("{page}-{form}-{size}-{scheme_name}-{language}.png")));
                    written += 1;
                }
            }
        }
    }
    written
}

/// The pages of several formats, from their tops to their ends, and on paper.
fn formats(server: &Server, browser: &Browser, folder: &Path) -> usize {
    let mut written = 0;
    for (at, (units, event, so_far, pages)) in FORMATS.into_iter().enumerate() {
        let mut simulation: Simulation = steps::every_format(units, at);
        steps::draw(&mut simulation, event);
        simulation.play(&steps::event(event), so_far).expect("a drawn event can be played");
        browser.set_viewport(DESK);
        browser.open(server, "/");
        let meet = steps::open_meet(browser, &simulation);
        steps::wait_saved(browser);
        for page in pages {
            browser.open(server, &format!("{meet}/{page}/{event}"));
            browser.wait_there(css("#page"));
            for language in LANGUAGES {
                set_language(browser, language);
                browser.set_viewport(DESK);
                browser.set_scheme(Scheme::Light);
                let name = format!("{event}-{units}-{so_far}-{page}");
                browser.print(&folder.join(format!("{name}-print-{language}.pdf")));
                for (scheme_name, scheme) in SCHEMES {
                    browser.set_scheme(scheme);
                    for (size, viewport) in SIZES {
                        browser.set_viewport(viewport);
                        browser.wait_rest();
                        browser.set_viewport(Viewport { height: whole(browser, viewport), ..viewport });
                        let file = |end: &str| folder.join(format!("{name}-{size}-{scheme_name}-{language}{end}.png"));
                        browser.picture(&file(""));
                        // What is wider than the window is seen from its other end too.
                        let script = "const wide = document.querySelector('.bracket-scroll'); wide?.scrollTo(wide.scrollWidth, 0); \
                                      return (wide?.scrollLeft ?? 0) > 0";
                        if browser.script(script, &[]).as_bool() == Some(true) {
                            browser.picture(&file("-end"));
                        }
                        written += 1;
                    }
                }
            }
        }
    }
    written
}

/// How high a window shows the whole page, and the whole of what scrolls inside it.
fn whole(browser: &Browser, viewport: Viewport) -> u32 {
    let script = "const inner = document.querySelector('.bracket-scroll'); \
                  return document.documentElement.scrollHeight + (inner ? inner.scrollHeight - inner.clientHeight : 0)";
    let height = browser.script(script, &[]).as_u64().and_then(|height| u32::try_from(height).ok());
    height.unwrap_or_default().max(viewport.height)
}

/// Each page of the sample with its address.
fn addresses(meet: &str) -> Vec<(&'static str, String)> {
    let home = std::iter::once(("home", "/".to_owned()));
    home.chain(steps::PAGES.into_iter().map(|page| of_meet(meet, page))).collect()
}

fn of_meet(meet: &str, page: &'static str) -> (&'static str, String) {
    match page {
        "draw" | "groups" | "bracket" | "results" | "standings" => (page, format!("{meet}/{page}/{}", steps::TEAMS)),
        _ => (page, format!("{meet}/{page}")),
    }
}

/// The interface in this language, by its own switch.
fn set_language(browser: &Browser, language: &str) {
    let now = browser.script("return document.documentElement.lang", &[]);
    if !now.as_str().is_some_and(|now| now.starts_with(language)) {
        browser.click("lang-toggle");
        browser.wait_there(css(&format!("html[lang^=\"{language}\"]")));
    }
}
