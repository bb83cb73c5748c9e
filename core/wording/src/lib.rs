//! Every code, reason and refusal of gongsai as a sentence, in Chinese and English.

pub mod draw;

/// A language of the sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}
