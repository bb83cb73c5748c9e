//! Games as they are typed: in pairs, or each by the loser's points with the winner as the sign (`7 -9 5`).

use super::parse::{ParseError, pairs};
use super::word::{Placed, Word};
use super::{Game, Stop, game, games};
use crate::regulations::{GameRule, ScoreRule};
use crate::side::Side;

/// The games of these words. A list that can be read in both ways is read in the one that can be right; unfinished lists are
/// read as pairs, with a sign among them as short ones.
pub(super) fn read(rule: &ScoreRule, words: &[Placed], stop: Option<(Side, Stop)>) -> Result<Vec<Game>, ParseError> {
    let plain = pairs(words);
    let ScoreRule::Games(rule) = rule else { return plain };
    let Some(short) = short(rule, words, stop.is_some()) else { return plain };
    let Ok(plain) = plain else { return Ok(short) };
    let is_right = |list: &[Game]| match stop {
        None => games::played(rule, list).is_ok(),
        Some((side, why)) => games::stopped(rule, side, why, list).is_ok(),
    };
    let signed = words.iter().any(|(_, word)| *word == Word::Minus);
    let whole = |list: &[Game]| {
        list.iter()
            .enumerate()
            .all(|(index, points)| matches!(game::state(&rule.game(index + 1), *points), game::State::Won(_)))
    };
    match (is_right(&plain), is_right(&short)) {
        _ if plain == short || (!signed && whole(&plain)) => Ok(plain),
        (true, true) => Err(ParseError::Ambiguous { at: words.first().map_or(0, |(at, _)| *at) }),
        (true, false) => Ok(plain),
        (false, true) => Ok(short),
        (false, false) => Ok(if signed { short } else { plain }),
    }
}

/// The same list with each game by its loser's points; none where it is not such a list. The last game of a stopped match
/// may be a pair: it is not finished.
fn short(rule: &GameRule, words: &[Placed], stopped: bool) -> Option<Vec<Game>> {
    let mut games = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        let number = games.len() + 1;
        let (found, after) = match rest {
            [(_, Word::Number(a)), (_, Word::Mark), (_, Word::Number(b))] if stopped => {
                (Game { a: *a, b: *b }, [].as_slice())
            }
            [(_, Word::Minus), (_, Word::Number(lost)), after @ ..] => {
                (game::won(&rule.game(number), Side::B, *lost)?, after)
            }
            [(_, Word::Number(lost)), after @ ..] => (game::won(&rule.game(number), Side::A, *lost)?, after),
            _ => return None,
        };
        games.push(found);
        rest = match after {
            [(_, Word::Comma | Word::Semicolon), next @ ..] if !next.is_empty() => next,
            after => after,
        };
    }
    Some(games)
}
