//! Cells with a short answer: yes or no, man or woman, a count.

use crate::person::{History, Tri};
use crate::sex::Sex;
use crate::table::Cell;
use crate::text::plain;

const YES: &[&str] =
    &["是", "有", "已", "已签", "已买", "已购", "已投保", "√", "✓", "✔", "☑", "▲", "●", "y", "yes", "1", "true"];
const NO: &[&str] = &["否", "无", "没有", "未", "未签", "未买", "未购", "×", "✗", "✘", "x", "n", "no", "0", "false"];
/// What people write into a cell that has nothing to say.
const NOTHING: &[&str] = &["/", "\\", "-", "--", "—", "——", "–", "无填", "空"];

/// Whether a cell says yes or no; unknown when it is blank, nothing when it says something else.
pub(super) fn tri(cell: &Cell) -> Option<Tri> {
    let text = plain(&cell.text());
    match cell {
        Cell::Damaged | Cell::Error | Cell::Date(_) => None,
        _ if is_nothing(&text) => Some(Tri::Unknown),
        _ if YES.contains(&text.as_str()) => Some(Tri::Yes),
        _ if NO.contains(&text.as_str()) => Some(Tri::No),
        Cell::Empty | Cell::Text(_) | Cell::Number(_) | Cell::Bool(_) => None,
    }
}

/// The sex of a cell that is not blank. `1` and `0` count only where the heading says what they mean.
pub(super) fn sex(text: &str, heading: &str) -> Option<Sex> {
    let (text, heading) = (plain(text), plain(heading));
    match text.as_str() {
        "男" | "男性" | "男子" | "m" | "male" => Some(Sex::Male),
        "女" | "女性" | "女子" | "f" | "female" => Some(Sex::Female),
        "0" | "1" => {
            let means = |word: &str| {
                let pairs = [
                    format!("{text}{word}"),
                    format!("{text}={word}"),
                    format!("{word}{text}"),
                    format!("{word}={text}"),
                ];
                pairs.iter().any(|pair| heading.contains(pair.as_str()))
            };
            match (means("男"), means("女")) {
                (true, false) => Some(Sex::Male),
                (false, true) => Some(Sex::Female),
                // `1男0女` names each beside its own digit and the other: the order tells.
                (true, true) => by_order(&text, &heading),
                (false, false) => None,
            }
        }
        _ => None,
    }
}

/// The sex that follows the digit in a heading such as `1男0女`, or precedes it in `男1女0`.
fn by_order(digit: &str, heading: &str) -> Option<Sex> {
    let letters: Vec<char> = heading.chars().filter(|c| matches!(c, '男' | '女' | '0' | '1')).collect();
    let at = letters.iter().position(|c| digit.starts_with(*c))?;
    let digits_lead = letters.first().is_some_and(char::is_ascii_digit);
    let beside = if digits_lead { letters.get(at + 1) } else { at.checked_sub(1).and_then(|at| letters.get(at)) };
    match beside {
        Some('男') => Some(Sex::Male),
        Some('女') => Some(Sex::Female),
        _ => None,
    }
}

/// A small count (`12`, `12个月`).
pub(super) fn count(text: &str) -> Option<u16> {
    let text = plain(text);
    let digits = text.trim_end_matches(['个', '月']);
    digits.parse().ok().filter(|count| *count <= 1200)
}

/// What a declaration of a professional past says. A dash declares nothing.
pub(super) fn history(text: &str) -> History {
    match plain(text).as_str() {
        plain if is_nothing(plain) => History::Blank,
        "无" | "没有" | "否" | "none" | "no" => History::Never,
        _ => History::Declared(text.to_owned()),
    }
}

/// The text, unless it is one of the signs for nothing.
pub(super) fn some_text(text: &str) -> Option<String> {
    let plain = plain(text);
    (!is_nothing(&plain)).then(|| text.to_owned())
}

/// The parts of a list (`团体、男单`).
pub(super) fn list(text: &str) -> Vec<String> {
    let separator = |c: char| {
        c.is_whitespace()
            || matches!(c, '、' | ',' | '，' | ';' | '；' | '/' | '／' | '和' | '及' | '+' | '＋' | '|' | '｜')
    };
    text.split(separator).filter_map(some_text).collect()
}

fn is_nothing(plain: &str) -> bool {
    plain.is_empty() || NOTHING.contains(&plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_tri(typed: &str, expected: Option<Tri>) {
        assert_eq!(tri(&Cell::Text(typed.to_owned())), expected, "{typed:?}");
    }

    #[test]
    fn unknown_is_never_no() {
        check_tri("是", Some(Tri::Yes));
        check_tri("√", Some(Tri::Yes));
        check_tri("１", Some(Tri::Yes));
        check_tri("否", Some(Tri::No));
        check_tri("×", Some(Tri::No));
        check_tri("", Some(Tri::Unknown));
        check_tri("—", Some(Tri::Unknown));
        check_tri("办理中", None);
        assert_eq!(tri(&Cell::Bool(true)), Some(Tri::Yes));
        assert_eq!(tri(&Cell::Error), None);
    }

    #[track_caller]
    fn check_sex(typed: &str, heading: &str, expected: Option<Sex>) {
        assert_eq!(sex(typed, heading), expected, "{typed} under {heading}");
    }

    #[test]
    fn digits_are_a_sex_only_where_the_heading_says_so() {
        check_sex("男", "性别", Some(Sex::Male));
        check_sex("Ｆ", "性别", Some(Sex::Female));
        check_sex("1", "性别", None);
        check_sex("1", "性别（1男0女）", Some(Sex::Male));
        check_sex("0", "性别（1男0女）", Some(Sex::Female));
        check_sex("0", "性别（男=1，女=0）", Some(Sex::Female));
        check_sex("1", "性别(0=男 1=女)", Some(Sex::Female));
        check_sex("不详", "性别", None);
    }

    #[test]
    fn a_dash_declares_nothing() {
        assert_eq!(history("无"), History::Never);
        assert_eq!(history("/"), History::Blank);
        assert_eq!(history("2008-2016省队"), History::Declared("2008-2016省队".to_owned()));
        assert_eq!(count("12个月"), Some(12));
        assert_eq!(count("满"), None);
        assert_eq!(list("团体、男单 和 混双／/"), ["团体", "男单", "混双"]);
    }
}
