//! Names of rounds, groups and places.

use gongsai::id::{Direction, MatchId, Part};
use gongsai::publication::Title;

use crate::Lang;

/// The name of a group, from 1: `A 组`, `Group A`; numbers after Z.
#[must_use]
pub fn group(language: Lang, group: u16) -> String {
    let letter = group.checked_sub(1).and_then(|index| u8::try_from(index).ok()).filter(|index| *index < 26);
    let letter = letter.map(|index| char::from(b'A' + index));
    match (language, letter) {
        (Lang::Zh, Some(letter)) => format!("{letter} 组"),
        (Lang::Zh, None) => format!("第 {group} 组"),
        (Lang::En, Some(letter)) => format!("Group {letter}"),
        (Lang::En, None) => format!("Group {group}"),
    }
}

/// The name of a round: `1/8 决赛`, `Round of 16`.
#[must_use]
pub fn title(language: Lang, title: Title) -> String {
    match (language, title) {
        (Lang::Zh, Title::Final) => "决赛".to_owned(),
        (Lang::En, Title::Final) => "Final".to_owned(),
        (Lang::Zh, Title::Of(4)) => "半决赛".to_owned(),
        (Lang::En, Title::Of(4)) => "Semi-finals".to_owned(),
        (Lang::En, Title::Of(8)) => "Quarter-finals".to_owned(),
        (Lang::Zh, Title::Of(entrants)) => format!("1/{} 决赛", entrants / 2),
        (Lang::En, Title::Of(entrants)) => format!("Round of {entrants}"),
        (Lang::Zh, Title::Round(round)) => format!("第 {round} 轮"),
        (Lang::En, Title::Round(round)) => format!("Round {round}"),
        (Lang::Zh, Title::WinnerSide(round)) => format!("胜者组第 {round} 轮"),
        (Lang::En, Title::WinnerSide(round)) => format!("Winners’ round {round}"),
        (Lang::Zh, Title::Places(3, 4)) => "季军赛".to_owned(),
        (Lang::En, Title::Places(3, 4)) => "Third place".to_owned(),
        (Lang::Zh, Title::Places(best, worst)) => format!("{best}–{worst} 名"),
        (Lang::En, Title::Places(best, worst)) => format!("Places {best}–{worst}"),
        (Lang::Zh, Title::Preliminary(_)) => "抢号赛".to_owned(),
        (Lang::En, Title::Preliminary(_)) => "Preliminary matches".to_owned(),
        (Lang::Zh, Title::LoserSide(round)) => format!("负者组第 {round} 轮"),
        (Lang::En, Title::LoserSide(round)) => format!("Losers’ round {round}"),
        (Lang::Zh, Title::Deciding(1)) => "总决赛".to_owned(),
        (Lang::En, Title::Deciding(1)) => "Grand final".to_owned(),
        (Lang::Zh, Title::Deciding(_)) => "总决赛加赛".to_owned(),
        (Lang::En, Title::Deciding(_)) => "Second grand final".to_owned(),
        (Lang::Zh, Title::Consolation(round)) => format!("安慰赛第 {round} 轮"),
        (Lang::En, Title::Consolation(round)) => format!("Consolation, round {round}"),
        (Lang::Zh, Title::SecondConsolation(round)) => format!("第二安慰赛第 {round} 轮"),
        (Lang::En, Title::SecondConsolation(round)) => format!("Second consolation, round {round}"),
        (_, Title::Compass { direction, left }) => {
            let round = self::title(language, if left == 2 { Title::Final } else { Title::Of(left) });
            let gap = if language == Lang::Zh && !round.starts_with(|c: char| c.is_ascii_digit()) { "" } else { " " };
            format!("{}{gap}{round}", compass(language, direction))
        }
        (Lang::Zh, Title::Group { group: number, round }) => {
            format!("{} 第 {round} 轮", group(language, number))
        }
        (Lang::En, Title::Group { group: number, round }) => {
            format!("{}, round {round}", group(language, number))
        }
    }
}

/// A direction of a compass draw, before the name of a round: `西区`, `West:`.
fn compass(language: Lang, direction: Direction) -> &'static str {
    let (zh, en) = match direction {
        Direction::East => ("东区", "East:"),
        Direction::West => ("西区", "West:"),
        Direction::North => ("北区", "North:"),
        Direction::South => ("南区", "South:"),
        Direction::Northeast => ("东北区", "Northeast:"),
        Direction::Northwest => ("西北区", "Northwest:"),
        Direction::Southwest => ("西南区", "Southwest:"),
        Direction::Southeast => ("东南区", "Southeast:"),
    };
    language.pick(zh, en)
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
        Part::Preliminary => format!("Q{round}-{number}"),
        Part::Loser => format!("L{round}-{number}"),
        Part::Final => format!("F{round}-{number}"),
        Part::Consolation => format!("C{round}-{number}"),
        Part::SecondConsolation => format!("C2.{round}-{number}"),
        Part::Compass(direction) => format!("{}{round}-{number}", direction.code()),
    }
}

/// A place: `冠军`, `第 5 名`, `1st`.
#[must_use]
pub fn place(language: Lang, place: u32) -> String {
    match (language, place) {
        (Lang::Zh, 1) => "冠军".to_owned(),
        (Lang::Zh, 2) => "亚军".to_owned(),
        (Lang::Zh, 3) => "季军".to_owned(),
        (Lang::Zh, place) => format!("第 {place} 名"),
        (Lang::En, place) => format!("{place}{}", ordinal(place)),
    }
}

fn ordinal(number: u32) -> &'static str {
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
        check(title(Lang::Zh, Title::Of(16)), "1/8 决赛");
        check(title(Lang::En, Title::Of(16)), "Round of 16");
        check(title(Lang::Zh, Title::Of(4)), "半决赛");
        check(title(Lang::Zh, Title::Places(3, 4)), "季军赛");
        check(title(Lang::Zh, Title::Group { group: 2, round: 3 }), "B 组 第 3 轮");
        check(title(Lang::Zh, Title::Deciding(2)), "总决赛加赛");
        check(title(Lang::Zh, Title::WinnerSide(2)), "胜者组第 2 轮");
        check(title(Lang::En, Title::LoserSide(3)), "Losers’ round 3");
        let compass = |direction, left| Title::Compass { direction, left };
        check(title(Lang::Zh, compass(Direction::West, 2)), "西区决赛");
        check(title(Lang::Zh, compass(Direction::Northeast, 16)), "东北区 1/8 决赛");
        check(title(Lang::En, compass(Direction::South, 4)), "South: Semi-finals");
        check(title(Lang::Zh, Title::SecondConsolation(2)), "第二安慰赛第 2 轮");
        let number = |id: &str| id.parse().map(match_number).unwrap_or_default();
        check(number("DW1.2"), "W1-2");
        check(number("DSE1.1"), "SE1-1");
        check(number("C2.1.3"), "C2.1-3");
        check(group(Lang::En, 27), "Group 27");
        check(place(Lang::En, 12), "12th");
        check(place(Lang::En, 22), "22nd");
    }
}
