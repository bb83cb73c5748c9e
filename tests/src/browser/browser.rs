//! One browser: how it starts, how it waits, and what it leaves behind when a test fails.

use std::cell::Cell;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel};
use tokio::runtime::Runtime;

use super::process::{ChromeDriver, Folder, program, running};

/// How long a verb waits for what should come at once; a machine with other work to do is no failure.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// How often it looks.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// As root, offline, without a window (the flags of `web.md` §7), Chinese first as the app's users have it.
const FLAGS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--lang=zh-CN",
    "--window-size=1366,768",
];

/// What a browser stores, from one start to the next.
#[derive(Debug)]
pub struct Profile(Folder);

/// A browser with a profile of its own.
#[derive(Debug)]
pub struct Browser {
    scenario: String,
    // Dropped in this order: first the session, then its program, then its folders.
    pub(super) driver: Option<WebDriver>,
    pub(super) runtime: Runtime,
    _program: ChromeDriver,
    pub(super) downloads: Folder,
    files: Folder,
    profile: Option<Folder>,
    patience: Cell<Duration>,
    has_evidence: Cell<bool>,
}

impl Browser {
    /// Starts one. The scenario's name names what is left behind when it fails.
    ///
    /// # Panics
    /// When Chromium or chromedriver is missing or does not start.
    #[must_use]
    pub fn start(scenario: &str) -> Browser {
        Browser::start_with(scenario, Profile(Folder::new("profile")))
    }

    /// Starts one that goes on with what another had stored.
    ///
    /// # Panics
    /// When Chromium or chromedriver is missing or does not start.
    #[must_use]
    pub fn start_with(scenario: &str, Profile(profile): Profile) -> Browser {
        let program = ChromeDriver::start();
        let (downloads, files) = (Folder::new("downloads"), Folder::new("files"));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
        let capabilities = capabilities(&profile, &downloads).expect("the capabilities are plain data");
        let driver = runtime.block_on(WebDriver::new(&program.url, capabilities));
        let driver = driver.unwrap_or_else(|error| panic!("Chromium does not start: {error}"));
        Browser {
            scenario: scenario.to_owned(),
            driver: Some(driver),
            runtime,
            _program: program,
            downloads,
            files,
            profile: Some(profile),
            patience: Cell::new(PATIENCE),
            has_evidence: Cell::new(false),
        }
    }

    /// The processes of the browser itself, by number: not those of its pages, which end with it.
    #[must_use]
    pub fn processes(&self) -> Vec<u32> {
        let profile = self.profile.as_ref().map(|folder| folder.path().display().to_string()).unwrap_or_default();
        running(&format!("--user-data-dir={profile}"))
    }

    /// What is left of a browser that was ended by force: its stored data.
    ///
    /// # Panics
    /// When it was taken before.
    #[must_use]
    pub fn leave_profile(mut self) -> Profile {
        self.has_evidence.set(true);
        // There is nobody left to say goodbye to.
        if let Some(driver) = self.driver.take() {
            std::mem::forget(driver);
        }
        Profile(self.profile.take().expect("a browser has one profile"))
    }

    /// Waits longer or shorter from now on.
    pub fn be_patient(&self, patience: Duration) {
        self.patience.set(patience);
    }

    /// Looks until there is something, and gives it back.
    ///
    /// # Panics
    /// When nothing comes in time, or the app stops meanwhile; with the page's log and a picture.
    #[track_caller]
    pub fn wait<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        self.wait_for(|| what.to_owned(), look)
    }

    /// The same, where what is waited for is better told at the end.
    #[track_caller]
    pub(super) fn wait_for<T>(&self, what: impl Fn() -> String, mut look: impl FnMut() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            if let Some(detail) = self.stopped() {
                self.fail(&format!("the app stopped while waiting for {}:\n{detail}", what()));
            }
            if start.elapsed() > self.patience.get() {
                self.fail(&format!("waited {} s in vain for {}", start.elapsed().as_secs(), what()));
            }
            std::thread::sleep(LOOK_EVERY);
        }
    }

    /// A file on this machine for as long as the browser lives.
    ///
    /// # Panics
    /// When the disk is full.
    #[must_use]
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.files.path().join(name);
        fs::write(&path, bytes).expect("there is room for a small file");
        path
    }

    /// Runs a script in the page: `arguments` are its arguments, `return` its value.
    ///
    /// # Panics
    /// When the script throws.
    #[track_caller]
    pub fn script(&self, script: &str, arguments: &[Value]) -> Value {
        self.try_script(script, arguments).unwrap_or_else(|error| self.fail(&format!("a script failed: {error}")))
    }

    pub(super) fn try_script(&self, script: &str, arguments: &[Value]) -> WebDriverResult<Value> {
        let value = self.runtime.block_on(self.driver().execute(script, arguments.to_vec()))?;
        Ok(value.json().clone())
    }

    /// A command of the protocol behind the browser's developer tools.
    ///
    /// # Panics
    /// When the browser refuses it.
    pub fn devtools(&self, method: &str, parameters: Value) -> Value {
        let answer = self.runtime.block_on(self.driver().cdp().send_raw(method, parameters));
        answer.unwrap_or_else(|error| self.fail(&format!("{method}: {error}")))
    }

    /// What the page wrote to its console since the last call, errors of the network included.
    #[must_use]
    pub fn console(&self) -> Vec<String> {
        let log = self.runtime.block_on(self.driver().browser_log()).unwrap_or_default();
        log.into_iter().map(|entry| format!("{} {}", entry.level, entry.message)).collect()
    }

    /// Ends the test with all that helps to see why.
    ///
    /// # Panics
    /// Always.
    #[track_caller]
    pub fn fail(&self, why: &str) -> ! {
        let evidence = self.evidence();
        panic!("{}: {why}\n{evidence}", self.scenario)
    }

    pub(super) fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("a browser has its session until it is dropped")
    }

    /// The failure page's text, when the app has stopped.
    fn stopped(&self) -> Option<String> {
        let script =
            "const page = document.getElementById('failed'); return page && !page.hidden ? page.innerText : null";
        self.try_script(script, &[]).ok()?.as_str().map(str::to_owned)
    }

    /// Saves a picture and tells where it is, with the page's address, names and log.
    fn evidence(&self) -> String {
        self.has_evidence.set(true);
        let text = |script| self.try_script(script, &[]).ok().and_then(|value| value.as_str().map(str::to_owned));
        let mut evidence = String::new();
        let address = text("return location.href").unwrap_or_default();
        let names = text(
            "return [...new Set([...document.querySelectorAll('[data-test]')].map(e => e.dataset.test))].join(' ')",
        );
        let _ = writeln!(evidence, "  page: {address}\n  data-test: {}", names.unwrap_or_default());
        for line in self.console() {
            let _ = writeln!(evidence, "  console: {line}");
        }
        let folder = target().join("browser-failures");
        let picture = folder.join(format!("{}.png", self.scenario));
        let saved =
            fs::create_dir_all(&folder).is_ok() && self.runtime.block_on(self.driver().screenshot(&picture)).is_ok();
        if saved {
            let page = text("return document.documentElement.outerHTML").unwrap_or_default();
            let _ = fs::write(picture.with_extension("html"), page);
            let _ = writeln!(evidence, "  picture: {}", picture.display());
        }
        evidence
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if std::thread::panicking() && !self.has_evidence.get() {
            super::tell(&format!("{} failed:\n{}", self.scenario, self.evidence()));
        }
        if let Some(driver) = self.driver.take() {
            let _ = self.runtime.block_on(driver.quit());
        }
    }
}

fn capabilities(profile: &Folder, downloads: &Folder) -> WebDriverResult<ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    wanted.set_binary(&program("chromium").to_string_lossy())?;
    for flag in FLAGS {
        wanted.add_arg(flag)?;
    }
    wanted.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
    let preferences = json!({
        "download.default_directory": downloads.path(),
        "download.prompt_for_download": false,
        "intl.accept_languages": "zh-CN,zh,en",
    });
    wanted.add_experimental_option("prefs", preferences)?;
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(wanted)
}

/// Cargo's folder for what it builds: the one that this program lies in.
fn target() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    let found = program.ancestors().find(|folder| folder.join("CACHEDIR.TAG").is_file());
    found.map_or_else(|| PathBuf::from("target"), PathBuf::from)
}
