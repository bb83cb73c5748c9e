//! Every code, reason and refusal of gongsai as a sentence, in Chinese and English.

pub mod admission;
pub mod change;
pub mod draw;
pub mod entry;
pub mod finding;
pub mod history;
pub mod lineup;
pub mod locked;
pub mod overall;
pub mod possible;
pub mod publication;
pub mod receipt;
pub mod refused;
pub mod regulations;
pub mod score;
pub mod standings;
pub mod vault;

/// A sentence without values, in both languages.
fn both(zh: &str, en: &str) -> (String, String) {
    (zh.to_owned(), en.to_owned())
}

/// A language of the sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// What stands for this language.
    #[must_use]
    pub fn pick<T>(self, chinese: T, english: T) -> T {
        match self {
            Lang::Zh => chinese,
            Lang::En => english,
        }
    }
}
