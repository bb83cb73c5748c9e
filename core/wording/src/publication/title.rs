//! Names of rounds, groups and places.

use gongsai::id::{MatchId, Part};
use gongsai::publication::Title;

use crate::Language;

/// The name of a group, from 1: `A 组`, `Group A`; numbers after Z.
#[must_use]
pub fn group(language: Language, group: u16) -> String {
    let letter = group.checked_sub(1).and_then(|index| u8::try_from(index).ok()).filter(|index| *index < 26);
    let letter = letter.map(|index| char::from(b'A' + index));
    match (language, letter) {
        (Language::Chinese, Some(letter)) => format!("{letter} 组"),
        (Language::Chinese, None) => format!("第 {group} 组"),
        (Language::English, Some(letter)) => format!("Group {letter}"),
        (Language::English, None) => format!("Group {group}"),
    }
}

/// The name of a round: `1/8 决赛`, `Round of 16`.
#[must_use]
pub fn title(language: Language, title: Title) -> String {
    match (language, title) {
        (Language::Chinese, Title::Final) => "决赛".to_owned(),
        (Language::English, Title::Final) => "Final".to_owned(),
        (Language::Chinese, Title::Of(4)) => "半决赛".to_owned(),
        (Language::English, Title::Of(4)) => "Semi-finals".to_owned(),
        (Language::English, Title::Of(8)) => "Quarter-finals".to_owned(),
        (Language::Chinese, Title::Of(entrants)) => format!("1/{} 决赛", entrants / 2),
        (Language::English, Title::Of(entrants)) => format!("Round of {entrants}"),
        (Language::Chinese, Title::Places(3, 4)) => "季军赛".to_owned(),
        (Language::English, Title::Places(3, 4)) => "Third place".to_owned(),
        (Language::Chinese, Title::Places(best, worst)) => format!("{best}–{worst} 名"),
        (Language::English, Title::Places(best, worst)) => format!("Places {best}–{worst}"),
        (Language::Chinese, Title::Group { group: number, round }) => {
            format!("{} 第 {round} 轮", group(language, number))
        }
        (Language::English, Title::Group { group: number, round }) => {
            format!("{}, round {round}", group(language, number))
        }
    }
}

/// The number of a match as it is called: `A2-1` for the first match of round 2 in group A, `1-3`, `P3-1`.
#[must_use]
pub fn match_number(id: MatchId) -> String {
    let MatchId { part, round, number } = id;
    match part {
        Part::Group(group) if (1..=26).contains(&group) => {
            let letter = u8::try_from(group - 1).map_or('?', |index| char::from(b'A' + index));
            format!("{letter}{round}-{number}")
        }
        Part::Group(group) => format!("G{group}.{round}-{number}"),
        Part::Winner => format!("{round}-{number}"),
        Part::Placement(place) => format!("P{place}.{round}-{number}"),
    }
}

/// A place: `冠军`, `第 5 名`, `1st`.
#[must_use]
pub fn place(language: Language, place: u16) -> String {
    match (language, place) {
        (Language::Chinese, 1) => "冠军".to_owned(),
        (Language::Chinese, 2) => "亚军".to_owned(),
        (Language::Chinese, 3) => "季军".to_owned(),
        (Language::Chinese, place) => format!("第 {place} 名"),
        (Language::English, place) => format!("{place}{}", ordinal(place)),
    }
}

fn ordinal(number: u16) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: String, expected: &str) {
        assert_eq!(found, expected);
    }

    #[test]
    fn rounds_have_the_names_of_programmes() {
        check(title(Language::Chinese, Title::Of(16)), "1/8 决赛");
        check(title(Language::English, Title::Of(16)), "Round of 16");
        check(title(Language::Chinese, Title::Of(4)), "半决赛");
        check(title(Language::Chinese, Title::Places(3, 4)), "季军赛");
        check(title(Language::Chinese, Title::Group { group: 2, round: 3 }), "B 组 第 3 轮");
        check(group(Language::English, 27), "Group 27");
        check(place(Language::English, 12), "12th");
        check(place(Language::English, 22), "22nd");
    }
}
