//! What a person sees: what is hidden is not there.

use std::fs;
use std::path::{Path, PathBuf};

use base64ct::{Base64, Encoding as _};
use serde_json::{Value, json};

use super::{Browser, Spot};

/// The size of the window's inside in CSS pixels, and whether it is a phone's or a tablet's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
    /// Touched, not clicked.
    pub touch: bool,
}

/// A small phone.
pub const PHONE: Viewport = Viewport { width: 360, height: 740, touch: true };
/// A tablet, upright.
pub const TABLET: Viewport = Viewport { width: 768, height: 1024, touch: true };
/// A small laptop.
pub const DESK: Viewport = Viewport { width: 1366, height: 768, touch: false };

/// The colours that the device asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Browser {
    /// The text in sight of the first that is there.
    #[track_caller]
    pub fn text(&self, spot: impl Into<Spot>) -> String {
        let spot = spot.into();
        self.wait(&format!("{spot}"), || self.texts(&spot).into_iter().next())
    }

    /// The texts in sight of all that are there now.
    #[must_use]
    pub fn texts(&self, spot: impl Into<Spot>) -> Vec<String> {
        self.all(spot, "element.innerText.trim()")
    }

    /// The texts of all that are there now, those too that are scrolled out of sight and not laid out for that.
    #[must_use]
    pub fn contents(&self, spot: impl Into<Spot>) -> Vec<String> {
        self.all(spot, "element.textContent.trim()")
    }

    /// The values of an attribute of all that are there now; an absent one is an empty text.
    #[must_use]
    pub fn attributes(&self, spot: impl Into<Spot>, name: &str) -> Vec<String> {
        self.all(spot, &format!("element.getAttribute('{name}') ?? ''"))
    }

    /// How many are there now.
    #[must_use]
    pub fn count(&self, spot: impl Into<Spot>) -> usize {
        self.all(spot, "''").len()
    }

    fn all(&self, spot: impl Into<Spot>, what: &str) -> Vec<String> {
        let script = format!(
            "return [...document.querySelectorAll(arguments[0])] \
               .filter((element) => element.getClientRects().length) \
               .map((element) => {what})"
        );
        let found = self.script(&script, &[json!(spot.into().selector())]);
        let texts = found.as_array().cloned().unwrap_or_default();
        texts.iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Waits until it is there.
    #[track_caller]
    pub fn wait_there(&self, spot: impl Into<Spot>) {
        let spot = spot.into();
        self.wait(&format!("{spot}"), || (self.count(&spot) > 0).then_some(()));
    }

    /// Waits until it is gone.
    #[track_caller]
    pub fn wait_gone(&self, spot: impl Into<Spot>) {
        let spot = spot.into();
        self.wait(&format!("{spot} to go"), || (self.count(&spot) == 0).then_some(()));
    }

    /// Waits until so many are there.
    #[track_caller]
    pub fn wait_count(&self, spot: impl Into<Spot>, count: usize) {
        let spot = spot.into();
        let there = || format!("{count} of {spot}; there are {}", self.count(&spot));
        self.wait_for(there, || (self.count(&spot) == count).then_some(()));
    }

    /// Waits until one of those at the spot says this, and gives its whole text.
    #[track_caller]
    pub fn wait_text(&self, spot: impl Into<Spot>, part: &str) -> String {
        let spot = spot.into();
        let short = |text: &String| text.chars().take(200).collect::<String>();
        let now = || self.texts(&spot).iter().map(short).collect::<Vec<_>>();
        let said = || format!("{spot} to say \"{part}\"; it says {:?}", now());
        self.wait_for(said, || self.texts(&spot).into_iter().find(|text| text.contains(part)))
    }

    /// Waits until the page says this anywhere in sight.
    #[track_caller]
    pub fn wait_page(&self, part: &str) {
        self.wait_text(super::css("body"), part);
    }

    /// What stands in a field.
    #[track_caller]
    pub fn value(&self, spot: impl Into<Spot>) -> String {
        let spot = spot.into();
        self.wait(&format!("{spot}"), || self.all(&spot, "element.value ?? ''").into_iter().next())
    }

    /// Waits until the focus is on it.
    #[track_caller]
    pub fn wait_focus(&self, spot: impl Into<Spot>) {
        let spot = spot.into();
        let script = "return Boolean(document.activeElement?.matches(arguments[0]))";
        let has_focus = || self.script(script, &[json!(spot.selector())]).as_bool() == Some(true);
        self.wait_for(|| format!("{spot} to have the focus; {} has it", self.focus()), || has_focus().then_some(()));
    }

    /// What has the focus: the start of its markup.
    #[must_use]
    pub fn focus(&self) -> String {
        let focus = self.script("return document.activeElement?.cloneNode(false).outerHTML ?? ''", &[]);
        focus.as_str().unwrap_or_default().to_owned()
    }

    /// Remembers the very element, to ask later whether it is still the same one.
    #[track_caller]
    pub fn remember(&self, spot: impl Into<Spot>) {
        let spot = spot.into();
        self.wait_there(&spot);
        self.script("window.testRemembered = document.querySelector(arguments[0])", &[json!(spot.selector())]);
    }

    /// Whether the remembered element is still the one at the spot, and has the focus.
    #[must_use]
    pub fn is_remembered(&self, spot: impl Into<Spot>) -> bool {
        let script = "const now = document.querySelector(arguments[0]); \
                      return now === window.testRemembered && now === document.activeElement";
        self.script(script, &[json!(spot.into().selector())]) == Value::Bool(true)
    }

    /// Waits until the page has come to rest: nothing in it has changed for a tenth of a second.
    #[track_caller]
    pub fn wait_rest(&self) {
        let script = "if (!window.testRest) { \
                        window.testRest = { at: performance.now() }; \
                        new MutationObserver(() => { window.testRest.at = performance.now(); }) \
                          .observe(document, { subtree: true, childList: true, attributes: true, characterData: true }); \
                      } \
                      return performance.now() - window.testRest.at > 100";
        self.wait("the page to come to rest", || (self.script(script, &[]) == Value::Bool(true)).then_some(()));
    }

    /// Waits for a download whose name ends so, whole on the disk.
    #[track_caller]
    pub fn downloaded(&self, end: &str) -> PathBuf {
        self.wait(&format!("a downloaded file *{end}"), || {
            let files = fs::read_dir(self.downloads.path()).ok()?;
            let mut files = files.flatten().map(|file| file.path());
            files.find(|file| file.to_string_lossy().ends_with(end))
        })
    }

    /// The window's inside gets this size.
    pub fn set_viewport(&self, viewport: Viewport) {
        let Viewport { width, height, touch } = viewport;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics);
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": touch }));
    }

    /// The device asks for these colours, and for no motion.
    pub fn set_scheme(&self, scheme: Scheme) {
        let scheme = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// Saves what is in the window as a PNG file, with the pointer out of the way.
    #[track_caller]
    pub fn picture(&self, file: &Path) {
        self.devtools("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": 0, "y": 0 }));
        self.wait_rest();
        if let Err(error) = self.runtime.block_on(self.driver().screenshot(file)) {
            self.fail(&format!("{} cannot be saved: {error}", file.display()));
        }
    }

    /// Prints the page into a PDF file, as the browser's own dialog does where the paper is A4.
    #[track_caller]
    pub fn print(&self, file: &Path) {
        self.wait_rest();
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
        let printed = self.devtools("Page.printToPDF", paper);
        let bytes = printed["data"].as_str().and_then(|text| Base64::decode_vec(text).ok()).unwrap_or_default();
        if let Err(error) = fs::write(file, bytes) {
            self.fail(&format!("{} cannot be saved: {error}", file.display()));
        }
    }
}
