//! One match in words.

use gongsai::publication::{Card, CardState, Line, Source, Who};
use gongsai::score::Stop;
use gongsai::side::Side;

use super::title::{group, match_number, title};
use crate::Lang;

/// Where a side that waits comes from: `1-3 胜者`, `2nd of group A`.
#[must_use]
pub fn source(language: Lang, source: Source) -> String {
    match (language, source) {
        (Lang::Zh, Source::Draw(position)) => format!("签位 {position}"),
        (Lang::En, Source::Draw(position)) => format!("Draw position {position}"),
        (Lang::Zh, Source::Winner(id)) => format!("{} 胜者", match_number(id)),
        (Lang::En, Source::Winner(id)) => format!("Winner of {}", match_number(id)),
        (Lang::Zh, Source::Loser(id)) => format!("{} 负者", match_number(id)),
        (Lang::En, Source::Loser(id)) => format!("Loser of {}", match_number(id)),
        (Lang::Zh, Source::Rank { group: number, rank }) => {
            format!("{}第 {rank} 名", group(language, number))
        }
        (Lang::En, Source::Rank { group: number, rank }) => {
            format!("No. {rank} of {}", group(language, number))
        }
    }
}

/// What stands on a line: a name, where it will come from, or a bye.
#[must_use]
pub fn line_name(language: Lang, line: &Line) -> String {
    match (&line.who, language) {
        (Who::Entry(name), _) => name.name.to_string(),
        (Who::Waiting(from), _) => source(language, *from),
        (Who::Bye, Lang::Zh) => "轮空".to_owned(),
        (Who::Bye, Lang::En) => "bye".to_owned(),
    }
}

/// The mark of one who lost by stopping: `弃`, `W`.
#[must_use]
pub fn stop_mark(language: Lang, stop: Stop) -> &'static str {
    match (language, stop) {
        (Lang::Zh, Stop::Walkover) => "弃",
        (Lang::En, Stop::Walkover) => "W",
        (Lang::Zh, Stop::Retired) => "退",
        (Lang::En, Stop::Retired) => "R",
        (Lang::Zh, Stop::Disqualified) => "取消",
        (Lang::En, Stop::Disqualified) => "DSQ",
        (Lang::Zh, Stop::Forfeit) => "拒赛",
        (Lang::En, Stop::Forfeit) => "FF",
        (Lang::Zh, Stop::Default) => "缺员",
        (Lang::En, Stop::Default) => "DEF",
    }
}

/// How far a match is.
#[must_use]
pub fn card_state(language: Lang, state: CardState) -> &'static str {
    match (language, state) {
        (Lang::Zh, CardState::Waiting) => "待定",
        (Lang::En, CardState::Waiting) => "not set",
        (Lang::Zh, CardState::IfNeeded) => "必要时才打",
        (Lang::En, CardState::IfNeeded) => "if needed",
        (Lang::Zh, CardState::Needless) => "不必打",
        (Lang::En, CardState::Needless) => "not needed",
        (Lang::Zh, CardState::Open) => "待赛",
        (Lang::En, CardState::Open) => "to play",
        (Lang::Zh, CardState::Played) => "已赛",
        (Lang::En, CardState::Played) => "played",
        (Lang::Zh, CardState::Disputed) => "⚑ 有争议",
        (Lang::En, CardState::Disputed) => "⚑ disputed",
        (Lang::Zh, CardState::Bye) => "轮空",
        (Lang::En, CardState::Bye) => "bye",
    }
}

/// A match in one sentence, for those who hear the page:
/// `第 1-3 场，1/8 决赛，张伟 对 李娜，2 比 1，张伟胜，胜者进入 2-2`.
#[must_use]
pub fn card_name(language: Lang, card: &Card) -> String {
    let names = card.lines.as_ref().map(|line| line_name(language, line));
    let number = match_number(card.id);
    let round = title(language, card.title);
    let mut parts = match language {
        Lang::Zh => vec![format!("第 {number} 场"), round, format!("{} 对 {}", names.a, names.b)],
        Lang::En => vec![format!("Match {number}"), round, format!("{} against {}", names.a, names.b)],
    };
    if let (Some(a), Some(b)) = (card.lines.a.score, card.lines.b.score) {
        parts.push(match language {
            Lang::Zh => format!("{a} 比 {b}"),
            Lang::En => format!("{a} to {b}"),
        });
    }
    for side in Side::BOTH {
        if let Some(stop) = card.lines[side].stop {
            parts.push(format!("{} {}", names[side], stop_mark(language, stop)));
        }
    }
    match (card.winner(), language) {
        (Some(side), Lang::Zh) => parts.push(format!("{}胜", names[side])),
        (Some(side), Lang::En) => parts.push(format!("{} won", names[side])),
        (None, _) => parts.push(card_state(language, card.state).to_owned()),
    }
    if let Some(next) = card.next {
        parts.push(match language {
            Lang::Zh => format!("胜者进入 {}", match_number(next)),
            Lang::En => format!("winner goes to {}", match_number(next)),
        });
    }
    parts.join(match language {
        Lang::Zh => "，",
        Lang::En => ", ",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongsai::id::EntryId;
    use gongsai::publication::{Name, Title};
    use gongsai::side::BySide;

    fn line(name: &str, score: u32, won: bool) -> Line {
        let name = Name { entry: EntryId(1), name: name.into(), unit: None };
        Line { who: Who::Entry(name), seed: None, score: Some(score), games: Vec::new(), won, stop: None }
    }

    #[test]
    fn a_card_is_read_out_as_one_sentence() {
        let card = Card {
            id: "W1.3".parse().expect("a match"),
            title: Title::Of(16),
            lines: BySide { a: line("张伟", 2, true), b: line("李娜", 1, false) },
            state: CardState::Played,
            typed: None,
            next: Some("W2.2".parse().expect("a match")),
            slot: None,
        };
        let zh = "第 1-3 场，1/8 决赛，张伟 对 李娜，2 比 1，张伟胜，胜者进入 2-2";
        assert_eq!(card_name(Lang::Zh, &card), zh);
        let en = "Match 1-3, Round of 16, 张伟 against 李娜, 2 to 1, 张伟 won, winner goes to 2-2";
        assert_eq!(card_name(Lang::En, &card), en);
    }
}
