//! What a person does.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use serde_json::json;
use thirtyfour::prelude::*;

use super::{Browser, Server, Spot, css};

impl Browser {
    /// Opens an address of the app, such as `/meet/…/entries`, and waits until the app is there.
    #[track_caller]
    pub fn open(&self, server: &Server, route: &str) {
        self.goto(&format!("{}#{route}", server.url()));
    }

    /// Opens a file of this machine, as a double-click does.
    #[track_caller]
    pub fn open_file(&self, file: &Path) {
        self.goto(&format!("file://{}", file.display()));
    }

    #[track_caller]
    fn goto(&self, address: &str) {
        if let Err(error) = self.runtime.block_on(self.driver().goto(address)) {
            self.fail(&format!("{address} does not open: {error}"));
        }
        self.started();
    }

    /// Loads the page anew and waits until the app is there.
    #[track_caller]
    pub fn reload(&self) {
        if let Err(error) = self.runtime.block_on(self.driver().refresh()) {
            self.fail(&format!("the page does not load anew: {error}"));
        }
        self.started();
    }

    #[track_caller]
    fn started(&self) {
        let script = "const app = document.getElementById('app'); \
                      return Boolean(app && app.children.length && !app.querySelector('.splash'))";
        self.wait("the app to start", || self.try_script(script, &[]).ok()?.as_bool()?.then_some(()));
    }

    /// Clicks what is there, in sight and not covered; the first, if there are several.
    #[track_caller]
    pub fn click(&self, spot: impl Into<Spot>) {
        let spot = spot.into();
        self.with(&spot, "be clicked", async |element| element.click().await);
    }

    /// Empties a field and types a text into it, key by key.
    #[track_caller]
    pub fn fill(&self, spot: impl Into<Spot>, text: &str) {
        let spot = spot.into();
        self.with(&spot, "be filled", async |element| {
            element.click().await?;
            let all = Key::Control + "a";
            element.send_keys(all).await?;
            element.send_keys(Key::Delete + text).await
        });
    }

    /// Types into a field, after what stands there.
    #[track_caller]
    pub fn type_into(&self, spot: impl Into<Spot>, text: &str) {
        let spot = spot.into();
        self.with(&spot, "be typed into", async |element| element.send_keys(text).await);
    }

    /// Presses keys wherever the focus is: a text, or [`super::Key`]s.
    #[track_caller]
    pub fn press(&self, keys: impl Into<thirtyfour::TypingData>) {
        let keys: thirtyfour::TypingData = keys.into();
        let pressed = self.driver().action_chain().send_keys(keys);
        if let Err(error) = self.runtime.block_on(pressed.perform()) {
            self.fail(&format!("the keys cannot be pressed: {error}"));
        }
    }

    /// The same without a word when it fails, because the browser may be gone: whether it was done.
    pub fn press_now(&self, keys: impl Into<thirtyfour::TypingData>) -> bool {
        let keys: thirtyfour::TypingData = keys.into();
        self.runtime.block_on(self.driver().action_chain().send_keys(keys).perform()).is_ok()
    }

    /// The value of a script; none when the browser is gone.
    pub fn script_now(&self, script: &str) -> Option<serde_json::Value> {
        self.try_script(script, &[]).ok()
    }

    /// Presses a key while others are held, such as Ctrl and Z.
    #[track_caller]
    pub fn press_with(&self, held: Key, key: char) {
        let pressed = self.driver().action_chain().key_down(held.clone()).key_down(key).key_up(key).key_up(held);
        if let Err(error) = self.runtime.block_on(pressed.perform()) {
            self.fail(&format!("the keys cannot be pressed: {error}"));
        }
    }

    /// Composes a word where the focus is, as an input method does: first its letters, then the word.
    pub fn compose(&self, letters: &str, word: &str) {
        let end = letters.len();
        let composing = json!({ "text": letters, "selectionStart": end, "selectionEnd": end });
        self.devtools("Input.imeSetComposition", composing);
        self.devtools("Input.insertText", json!({ "text": word }));
    }

    /// Opens another tab and goes over to it; the tabs count from 0.
    #[track_caller]
    pub fn open_tab(&self) {
        let opened = self.runtime.block_on(async {
            let tab = self.driver().new_tab().await?;
            self.driver().switch_to_window(tab).await
        });
        if let Err(error) = opened {
            self.fail(&format!("no other tab opens: {error}"));
        }
    }

    /// Goes back to a tab.
    #[track_caller]
    pub fn go_to_tab(&self, number: usize) {
        let gone = self.runtime.block_on(async {
            let tabs = self.driver().windows().await?;
            match tabs.into_iter().nth(number) {
                Some(tab) => self.driver().switch_to_window(tab).await.map(|()| true),
                None => Ok(false),
            }
        });
        if !gone.is_ok_and(|gone| gone) {
            self.fail(&format!("there is no tab {number}"));
        }
    }

    /// Chooses files in a file input, all at once, as the file dialog does.
    #[track_caller]
    pub fn choose(&self, spot: impl Into<Spot>, files: &[PathBuf]) {
        let spot = spot.into();
        let missing: Vec<_> = files.iter().filter(|file| !file.is_file()).collect();
        assert!(missing.is_empty(), "no such files: {missing:?}");
        let list: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        let list = list.join("\n");
        self.with(&spot, "take files", async |element| element.send_keys(list.as_str()).await);
    }

    /// Chooses an option of a list by its value.
    #[track_caller]
    pub fn select(&self, spot: impl Into<Spot>, value: &str) {
        let option = spot.into().inside(css(&format!("option[value=\"{value}\"]")));
        self.with(&option, "be chosen", async |element| element.click().await);
    }

    /// Does something with the first element that is there, again until it can be done.
    #[track_caller]
    fn with(&self, spot: &Spot, what: &str, act: impl AsyncFn(WebElement) -> WebDriverResult<()>) {
        let last = RefCell::new(String::from("it is not there"));
        let look = || {
            let done = self.runtime.block_on(async {
                let element = self.driver().find(By::Css(spot.selector())).await?;
                act(element).await
            });
            // Below its first line the driver tells its own stack.
            if done.is_err() {
                // A person scrolls what lies under a bar into the open and tries again.
                let script = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })";
                let _ = self.try_script(script, &[spot.selector().into()]);
            }
            done.map_err(|error| last.replace(error.to_string().lines().next().unwrap_or_default().to_owned())).ok()
        };
        self.wait_for(|| format!("{spot} to {what}; the last try said: {}", last.borrow()), look);
    }
}
