//! Every code and refusal of `gongsai` as a sentence, in Chinese and English, exhaustive by `match`.

mod language;

pub use language::Language;
