//! The screens' own texts, in Chinese and English. Sentences about what core found or refused are in `gongsai-wording`.
//!
//! Fixed texts are enums of [`Words`], one a page; texts with values are functions beside them.

pub mod admission;
mod bits;
pub mod bracket;
pub mod draw;
pub mod entries;
pub mod facts;
pub mod format;
pub mod frame;
pub mod groups;
pub mod history;
pub mod home;
pub mod lineups;
pub mod overall;
pub mod play;
pub mod podium;
pub mod regulations;
pub mod results;
pub mod review;
pub mod rules;
pub mod scoring;

pub use bits::{date, event_kind, format_rule, moment, sex, sport, step};

use gongsai_wording::Lang;
use yew::AttrValue;

/// A fixed text in both languages.
pub trait Words: Copy {
    /// The text in Chinese.
    fn zh(self) -> &'static str;

    /// The text in English.
    fn en(self) -> &'static str;

    /// The text in a language; costs nothing to clone.
    fn say(self, language: Lang) -> AttrValue {
        AttrValue::Static(language.pick(self.zh(), self.en()))
    }
}

/// An enum of fixed texts: each in Chinese, then in English.
#[macro_export]
macro_rules! texts {
    ($(#[$doc:meta])* $name:ident { $($text:ident = $zh:literal, $en:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($text),*
        }

        impl $crate::wording::Words for $name {
            fn zh(self) -> &'static str {
                match self {
                    $($name::$text => $zh),*
                }
            }

            fn en(self) -> &'static str {
                match self {
                    $($name::$text => $en),*
                }
            }
        }
    };
}
