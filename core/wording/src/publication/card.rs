//! One match in words.

use gongsai::publication::{Card, CardState, Line, Source, Who};
use gongsai::score::Stop;
use gongsai::side::Side;

use super::title::{group, match_number, title};
use crate::Language;

/// Where a side that waits comes from: `1-3 胜者`, `2nd of group A`.
#[must_use]
pub fn source(language: Language, source: Source) -> String {
    match (language, source) {
        (Language::Chinese, Source::Draw(position)) => format!("签位 {position}"),
        (Language::English, Source::Draw(position)) => format!("Draw position {position}"),
        (Language::Chinese, Source::Winner(id)) => format!("{} 胜者", match_number(id)),
        (Language::English, Source::Winner(id)) => format!("Winner of {}", match_number(id)),
        (Language::Chinese, Source::Loser(id)) => format!("{} 负者", match_number(id)),
        (Language::English, Source::Loser(id)) => format!("Loser of {}", match_number(id)),
        (Language::Chinese, Source::Rank { group: number, rank }) => {
            format!("{}第 {rank} 名", group(language, number))
        }
        (Language::English, Source::Rank { group: number, rank }) => {
            format!("No. {rank} of {}", group(language, number))
        }
    }
}

/// What stands on a line: a name, where it will come from, or a bye.
#[must_use]
pub fn line_name(language: Language, line: &Line) -> String {
    match (&line.who, language) {
        (Who::Entry(name), _) => name.name.to_string(),
        (Who::Waiting(from), _) => source(language, *from),
        (Who::Bye, Language::Chinese) => "轮空".to_owned(),
        (Who::Bye, Language::English) => "bye".to_owned(),
    }
}

/// The mark of one who lost by stopping: `弃`, `W`.
#[must_use]
pub fn stop_mark(language: Language, stop: Stop) -> &'static str {
    match (language, stop) {
        (Language::Chinese, Stop::Walkover) => "弃",
        (Language::English, Stop::Walkover) => "W",
        (Language::Chinese, Stop::Retired) => "退",
        (Language::English, Stop::Retired) => "R",
        (Language::Chinese, Stop::Disqualified) => "取消",
        (Language::English, Stop::Disqualified) => "DSQ",
        (Language::Chinese, Stop::Forfeit) => "拒赛",
        (Language::English, Stop::Forfeit) => "FF",
        (Language::Chinese, Stop::Default) => "缺员",
        (Language::English, Stop::Default) => "DEF",
    }
}

/// How far a match is.
#[must_use]
pub fn card_state(language: Language, state: CardState) -> &'static str {
    match (language, state) {
        (Language::Chinese, CardState::Waiting) => "待定",
        (Language::English, CardState::Waiting) => "not set",
        (Language::Chinese, CardState::Open) => "待赛",
        (Language::English, CardState::Open) => "to play",
        (Language::Chinese, CardState::Played) => "已赛",
        (Language::English, CardState::Played) => "played",
        (Language::Chinese, CardState::Bye) => "轮空",
        (Language::English, CardState::Bye) => "bye",
    }
}

/// A match in one sentence, for those who hear the page:
/// `第 1-3 场，1/8 决赛，张伟 对 李娜，2 比 1，张伟胜，胜者进入 2-2`.
#[must_use]
pub fn card_name(language: Language, card: &Card) -> String {
    let names = card.lines.as_ref().map(|line| line_name(language, line));
    let number = match_number(card.id);
    let round = title(language, card.title);
    let mut parts = match language {
        Language::Chinese => vec![format!("第 {number} 场"), round, format!("{} 对 {}", names.a, names.b)],
        Language::English => vec![format!("Match {number}"), round, format!("{} against {}", names.a, names.b)],
    };
    if let (Some(a), Some(b)) = (card.lines.a.score, card.lines.b.score) {
        parts.push(match language {
            Language::Chinese => format!("{a} 比 {b}"),
            Language::English => format!("{a} to {b}"),
        });
    }
    for side in Side::BOTH {
        if let Some(stop) = card.lines[side].stop {
            parts.push(format!("{} {}", names[side], stop_mark(language, stop)));
        }
    }
    match (card.winner(), language) {
        (Some(side), Language::Chinese) => parts.push(format!("{}胜", names[side])),
        (Some(side), Language::English) => parts.push(format!("{} won", names[side])),
        (None, _) => parts.push(card_state(language, card.state).to_owned()),
    }
    if let Some(next) = card.next {
        parts.push(match language {
            Language::Chinese => format!("胜者进入 {}", match_number(next)),
            Language::English => format!("winner goes to {}", match_number(next)),
        });
    }
    parts.join(match language {
        Language::Chinese => "，",
        Language::English => ", ",
    })
}
