//! Why a typed text is no result.

use gongsai::score::ParseError;

use crate::Lang;

/// Says why a typed text is no result.
///
/// ```
/// use gongsai::score::ParseError;
/// use gongsai_wording::{Lang, score::unreadable};
/// assert_eq!(unreadable(Lang::Zh, &ParseError::Unpaired { at: 6 }), "第 6 个字符处的数没有配对。");
/// ```
#[must_use]
pub fn unreadable(lang: Lang, error: &ParseError) -> String {
    match (lang, error) {
        (Lang::Zh, ParseError::Empty) => "没有输入结果。".to_owned(),
        (Lang::En, ParseError::Empty) => "No result is entered.".to_owned(),
        (Lang::Zh, ParseError::Unknown { at, found }) => format!("第 {at} 个字符“{found}”不认识。"),
        (Lang::En, ParseError::Unknown { at, found }) => format!("Character {at}, “{found}”, means nothing here."),
        (Lang::Zh, ParseError::TooGreat { at }) => format!("第 {at} 个字符处的数太大。"),
        (Lang::En, ParseError::TooGreat { at }) => format!("The number at character {at} is too great."),
        (Lang::Zh, ParseError::Unpaired { at }) => format!("第 {at} 个字符处的数没有配对。"),
        (Lang::En, ParseError::Unpaired { at }) => format!("The number at character {at} has no partner."),
        (Lang::Zh, ParseError::Misplaced { at }) => format!("第 {at} 个字符处的内容不该在这里。"),
        (Lang::En, ParseError::Misplaced { at }) => format!("What stands at character {at} does not belong there."),
        (Lang::Zh, ParseError::SideMissing { at }) => {
            format!("第 {at} 个字符处须同时写明原因和判负的一方（如“弃 b”）。")
        }
        (Lang::En, ParseError::SideMissing { at }) => {
            format!("At character {at} give both the reason and the side that lost by it (such as “wo b”).")
        }
        (Lang::Zh, ParseError::OnePair { pairs }) => {
            format!("只录一组总分，这里有 {pairs} 组；各节比分写在括号里（如 80-75 (20-18 15-20 25-20 20-17)）。")
        }
        (Lang::En, ParseError::OnePair { pairs }) => format!(
            "One pair of totals is entered, here are {pairs} pairs; parts stand in brackets (such as 80-75 (20-18 15-20 \
             25-20 20-17))."
        ),
        (Lang::Zh, ParseError::Ambiguous { at }) => {
            format!("第 {at} 个字符起的数有两种读法：一局两边的分，或各局负方的分。请逐局写全（如 11-7 9-11）。")
        }
        (Lang::En, ParseError::Ambiguous { at }) => format!(
            "The numbers from character {at} on can be both sides of a game or the loser's points of several; write each \
             game out (such as 11-7 9-11)."
        ),
    }
}
