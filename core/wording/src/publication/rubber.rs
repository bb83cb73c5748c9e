//! The rubbers of a tie.

use gongsai::publication::RubberState;
use gongsai::regulations::RubberSlot;

use crate::Lang;

/// A rubber by who plays it: `男单`, `A–X`, `第二单打`; its number, from 1, stands before it.
#[must_use]
pub fn rubber(language: Lang, slot: &RubberSlot, number: usize) -> String {
    let name = if slot.a == slot.b { tie_place(language, &slot.a) } else { format!("{}–{}", slot.a, slot.b) };
    format!("{number}. {name}")
}

/// A place of a line-up by its name in the system.
#[must_use]
pub fn tie_place(language: Lang, name: &str) -> String {
    let (zh, en) = match name {
        "MS" => ("男单", "Men’s singles"),
        "WS" => ("女单", "Women’s singles"),
        "MD" => ("男双", "Men’s doubles"),
        "WD" => ("女双", "Women’s doubles"),
        "XD" => ("混双", "Mixed doubles"),
        "doubles" => ("双打", "Doubles"),
        "S1" => ("第一单打", "First singles"),
        "S2" => ("第二单打", "Second singles"),
        "S3" => ("第三单打", "Third singles"),
        "D1" => ("第一双打", "First doubles"),
        "D2" => ("第二双打", "Second doubles"),
        other => (other, other),
    };
    language.pick(zh, en).to_owned()
}

/// Where a rubber stands.
#[must_use]
pub fn rubber_state(language: Lang, state: RubberState) -> &'static str {
    match state {
        RubberState::Won(_) => language.pick("已赛", "played"),
        RubberState::Dead => language.pick("不再进行", "not played"),
        RubberState::Ready => language.pick("可以开始", "may start"),
        RubberState::Waiting => language.pick("等待", "waits"),
    }
}
