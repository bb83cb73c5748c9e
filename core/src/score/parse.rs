//! Results as they are typed.

use std::fmt;

use super::word::{BadWord, Placed, Word, words};
use super::{Game, MatchRule, Outcome, Rubber, Score, Stop};
use crate::regulations::ScoreRule;
use crate::side::{BySide, Side};

/// Why a typed text is no result. Places count characters from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseError {
    /// Nothing is typed.
    Empty,
    /// No word begins with this character.
    Unknown {
        /// The place.
        at: usize,
        /// The character.
        found: char,
    },
    /// The number is greater than any score.
    TooGreat {
        /// The place.
        at: usize,
    },
    /// A number has no partner.
    Unpaired {
        /// The place of the number.
        at: usize,
    },
    /// The word or mark cannot stand here.
    Misplaced {
        /// The place.
        at: usize,
    },
    /// A stop does not say which side lost by it, or a side not why.
    SideMissing {
        /// The place of the word that stands alone.
        at: usize,
    },
    /// A basketball game has one pair of numbers.
    OnePair {
        /// The pairs typed.
        pairs: usize,
    },
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ParseError::Empty => f.write_str("no result"),
            ParseError::Unknown { at, found } => write!(f, "unknown word at {at}: {found}"),
            ParseError::TooGreat { at } => write!(f, "the number at {at} is too great"),
            ParseError::Unpaired { at } => write!(f, "the number at {at} has no partner"),
            ParseError::Misplaced { at } => write!(f, "nothing like this belongs at {at}"),
            ParseError::SideMissing { at } => write!(f, "the side or the reason is missing at {at}"),
            ParseError::OnePair { pairs } => write!(f, "{pairs} pairs of numbers where one is wanted"),
        }
    }
}

impl std::error::Error for ParseError {}

/// Reads a result as it is typed. Whether it can be right is for [`check`](super::check) to say.
///
/// ```text
/// RESULT  = GAMES | STOP | GAMES STOP | both          a match; for basketball one pair
/// RESULT  = RUBBER / RUBBER / … [| STOP] | STOP | both    a tie; `;` for `/`; one rubber alone ends with `/`
/// RUBBER  = GAMES | STOP | GAMES STOP | _             `_` or nothing: not played
/// GAMES   = 11-7 9-11 …                               numbers in pairs; - : , 、 比 or space between them
/// STOP    = WHY SIDE | SIDE WHY                       the side that lost by it
/// WHY     = wo 弃 弃权 | ret 退 退赛 | dsq 取消 取消资格 | ff 拒赛 | def 缺员
/// SIDE    = a 甲 | b 乙                                both = 双弃 双弃权
/// ```
///
/// Full-width forms are read like plain ones, capitals like small letters.
///
/// # Errors
/// [`ParseError`] with the place.
///
/// # Complexity
/// Linear in the text.
///
/// ```
/// use gongsai::regulations::{GameRule, ScoreRule};
/// use gongsai::score::{MatchRule, format, parse};
/// let games = GameRule { target: 11, lead: 2, cap: None, best_of: 5 };
/// let rule = MatchRule { score: ScoreRule::Games(games), tie: None };
/// assert_eq!(format(&parse(&rule, "１１：７，9:11 乙退赛")?), "11-7 9-11 ret b");
/// assert!(parse(&rule, "11-7 9").is_err());
/// # Ok::<(), gongsai::score::ParseError>(())
/// ```
pub fn parse(rule: &MatchRule, text: &str) -> Result<Outcome, ParseError> {
    let words = words(text).map_err(|bad| match bad {
        BadWord::Unknown(at, found) => ParseError::Unknown { at, found },
        BadWord::TooGreat(at) => ParseError::TooGreat { at },
    })?;
    match words.as_slice() {
        [] => Err(ParseError::Empty),
        [(_, Word::Both)] => Ok(Outcome::BothAbsent),
        words if rule.tie.is_some() => tie(words),
        words => single(rule.score, &piece(words)?),
    }
}

/// Games and a stop, as they are typed between slashes.
struct Piece {
    games: Vec<Game>,
    stop: Option<(Side, Stop)>,
}

/// The result of a match that is no tie.
fn single(rule: ScoreRule, piece: &Piece) -> Result<Outcome, ParseError> {
    let score = match (rule, piece.games.as_slice()) {
        (_, []) => None,
        (ScoreRule::Games(_), games) => Some(Score::Games(games.to_vec())),
        (ScoreRule::Total, [points]) => Some(Score::Total(*points)),
        (ScoreRule::Total, pairs) => return Err(ParseError::OnePair { pairs: pairs.len() }),
    };
    match (piece.stop, score) {
        (Some((side, why)), score) => Ok(Outcome::Stopped { side, why, score }),
        (None, Some(score)) => Ok(Outcome::Played(score)),
        (None, None) => Err(ParseError::Empty),
    }
}

/// The result of a tie.
fn tie(words: &[Placed]) -> Result<Outcome, ParseError> {
    let bar = words.iter().position(|(_, word)| *word == Word::Bar);
    let Some(bar) = bar else {
        let one = words.iter().all(|(_, word)| matches!(word, Word::Stop(_) | Word::Side(_)));
        return match piece(words) {
            Ok(Piece { stop: Some((side, why)), .. }) if one => Ok(Outcome::Stopped { side, why, score: None }),
            _ => Ok(Outcome::Played(Score::Tie(rubbers(words)?))),
        };
    };
    let (before, after) = (&words[..bar], &words[bar + 1..]);
    let after = piece(after)?;
    let at = words.get(bar).map_or(0, |(at, _)| *at);
    let (side, why) = after.stop.filter(|_| after.games.is_empty()).ok_or(ParseError::Misplaced { at })?;
    let score = if before.is_empty() { None } else { Some(Score::Tie(rubbers(before)?)) };
    Ok(Outcome::Stopped { side, why, score })
}

fn rubbers(words: &[Placed]) -> Result<Vec<Rubber>, ParseError> {
    let mut pieces: Vec<&[Placed]> = words.split(|(_, word)| *word == Word::Slash).collect();
    // The slash that ends the last rubber begins no other.
    if pieces.len() > 1 && pieces.last().is_some_and(|last| last.is_empty()) {
        pieces.pop();
    }
    pieces.into_iter().map(rubber).collect()
}

fn rubber(words: &[Placed]) -> Result<Rubber, ParseError> {
    if let [] | [(_, Word::Blank)] = words {
        return Ok(Rubber::Unplayed);
    }
    let Piece { games, stop } = piece(words)?;
    Ok(match stop {
        Some((side, why)) => Rubber::Stopped { side, why, games },
        None => Rubber::Played(games),
    })
}

/// Numbers in pairs, then at most one stop with its side.
fn piece(words: &[Placed]) -> Result<Piece, ParseError> {
    let ends = words.iter().position(|(_, word)| matches!(word, Word::Stop(_) | Word::Side(_)));
    let (numbers, rest) = words.split_at(ends.unwrap_or(words.len()));
    let stop = match rest {
        [] => None,
        [(_, Word::Stop(why)), (_, Word::Side(side))] | [(_, Word::Side(side)), (_, Word::Stop(why))] => {
            Some((*side, *why))
        }
        [(at, _)] => return Err(ParseError::SideMissing { at: *at }),
        [_, (at, _)] | [_, _, (at, _), ..] => return Err(ParseError::Misplaced { at: *at }),
    };
    Ok(Piece { games: pairs(numbers)?, stop })
}

fn pairs(words: &[Placed]) -> Result<Vec<Game>, ParseError> {
    let mut numbers = Vec::new();
    let mut after_number = false;
    for (index, (at, word)) in words.iter().enumerate() {
        match word {
            Word::Number(number) => numbers.push((*at, *number)),
            Word::Mark if after_number && matches!(words.get(index + 1), Some((_, Word::Number(_)))) => {}
            _ => return Err(ParseError::Misplaced { at: *at }),
        }
        after_number = matches!(word, Word::Number(_));
    }
    let paired = |pair: &[(usize, u16)]| match pair {
        [(_, a), (_, b)] => Ok(BySide { a: *a, b: *b }),
        pair => Err(ParseError::Unpaired { at: pair.first().map_or(0, |(at, _)| *at) }),
    };
    numbers.chunks(2).map(paired).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regulations::{GameRule, TieSystem};
    use crate::score::format;

    const GAMES: ScoreRule = ScoreRule::Games(GameRule { target: 11, lead: 2, cap: None, best_of: 5 });

    #[track_caller]
    fn check(score: ScoreRule, tie: Option<TieSystem>, text: &str, expected: &str) {
        let rule = MatchRule { score, tie };
        let found = parse(&rule, text).map_or_else(|error| error.to_string(), |outcome| format(&outcome));
        assert_eq!(found, expected, "{text}");
        if let Ok(outcome) = parse(&rule, text) {
            assert_eq!(parse(&rule, &found), Ok(outcome), "again: {found}");
        }
    }

    #[test]
    fn games_are_read_in_any_hand() {
        let plain = "11-7 9-11 11-5";
        for text in [
            "11-7 9-11 11-5",
            " 11:7, 9:11,11:5 ",
            "１１：７　９：１１　１１：５",
            "11比7、9比11、11比5",
            "11 7 9 11 11–5",
        ] {
            check(GAMES, None, text, plain);
        }
        check(GAMES, None, "乙弃权", "wo b");
        check(GAMES, None, "3-2 RET A", "3-2 ret a");
        check(GAMES, None, "双弃权", "both");
        check(ScoreRule::Total, None, "80:75", "80-75");
        check(ScoreRule::Total, None, "缺员甲", "def a");
    }

    #[test]
    fn a_bad_text_is_refused_with_its_place() {
        check(GAMES, None, "", "no result");
        check(GAMES, None, "11-7 9", "the number at 6 has no partner");
        check(GAMES, None, "-1 3", "nothing like this belongs at 1");
        check(GAMES, None, "11--7", "nothing like this belongs at 3");
        check(GAMES, None, "11-7 x", "unknown word at 6: x");
        check(GAMES, None, "99999-7", "the number at 1 is too great");
        check(GAMES, None, "11-7 ret", "the side or the reason is missing at 6");
        check(GAMES, None, "11-7 ret a b", "nothing like this belongs at 12");
        check(GAMES, None, "11-7 / 3-4", "nothing like this belongs at 6");
        check(ScoreRule::Total, None, "80-75 3-4", "2 pairs of numbers where one is wanted");
    }

    #[test]
    fn rubbers_are_parted_by_slashes() {
        let tie = || TieSystem::named("workers_3");
        check(GAMES, tie(), "11-7 11-5 11-3 / 弃权 甲；11-4 11-4 11-4", "11-7 11-5 11-3 / wo a / 11-4 11-4 11-4");
        check(GAMES, tie(), "wo a", "wo a");
        check(GAMES, tie(), "wo a /", "wo a /");
        check(GAMES, tie(), "wo a | ret b", "wo a | ret b");
        check(GAMES, tie(), "/ 11-7", "_ / 11-7");
        check(GAMES, tie(), "| wo b", "wo b");
        check(GAMES, tie(), "11-7 | 3-4", "nothing like this belongs at 6");
        check(GAMES, tie(), "11-7 both", "nothing like this belongs at 6");
    }
}
