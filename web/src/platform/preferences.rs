//! What this device remembers besides meets.

use gloo::storage::{LocalStorage, Storage};
use gongsai::id::DeviceId;
use gongsai_wording::Lang;

use crate::session::Theme;

const LANGUAGE: &str = "gongsai.language";
const THEME: &str = "gongsai.theme";
const PERSON: &str = "gongsai.person";
const DEVICE: &str = "gongsai.device";

/// The preferences of this device.
pub struct Preferences {
    /// The language of the screens; Chinese first.
    pub language: Lang,
    /// The theme.
    pub theme: Theme,
    /// The name of the person at this device; empty where nobody gave one.
    pub person: String,
    /// The device's own id, once it has one.
    pub device: Option<DeviceId>,
}

/// What is kept; where nothing can be, the defaults.
#[must_use]
pub fn load() -> Preferences {
    let text = |key: &str| LocalStorage::get::<String>(key).unwrap_or_default();
    let language = if text(LANGUAGE) == "en" { Lang::En } else { Lang::Zh };
    let theme = match text(THEME).as_str() {
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        _ => Theme::Device,
    };
    Preferences { language, theme, person: text(PERSON), device: text(DEVICE).parse().ok() }
}

/// Keeps the language and the theme. A device that cannot keep them asks anew next time; nothing else is lost.
pub fn keep(language: Lang, theme: Theme) {
    let language = match language {
        Lang::Zh => "zh",
        Lang::En => "en",
    };
    let theme = match theme {
        Theme::Device => "device",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let _ = LocalStorage::set(LANGUAGE, language);
    let _ = LocalStorage::set(THEME, theme);
}

/// Keeps the name of the person at this device.
pub fn keep_person(name: &str) {
    let _ = LocalStorage::set(PERSON, name);
}

/// Keeps the device's id.
pub(super) fn keep_device(device: DeviceId) {
    let _ = LocalStorage::set(DEVICE, device.to_string());
}
