//! Results as they are typed.

use std::fmt;

use super::word::{BadWord, Placed, Word, words};
use super::{Decision, Game, MatchRule, Outcome, Rubber, Score, Stop, Total, short};
use crate::regulations::{Decider, ScoreRule};
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
    /// A match of points has one pair of totals.
    OnePair {
        /// The pairs typed.
        pairs: usize,
    },
    /// The numbers can be points of both sides, or of the loser of each game, and both can be right.
    Ambiguous {
        /// The place of the first.
        at: usize,
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
            ParseError::Ambiguous { at } => write!(f, "the numbers from {at} can be read in two ways"),
        }
    }
}

impl std::error::Error for ParseError {}

/// Reads a result as it is typed. Whether it can be right is for [`check`](super::check) to say.
///
/// ```text
/// RESULT  = GAMES | STOP | GAMES STOP | both          a match of games
/// RESULT  = TOTAL | STOP | TOTAL STOP | both          a match of points
/// RESULT  = RUBBER / RUBBER / … [| STOP] | STOP | both    a tie; `;` for `/`; one rubber alone ends with `/`
/// RUBBER  = GAMES | STOP | GAMES STOP | _             `_` or nothing: not played
/// GAMES   = 11-7 9-11 …                               numbers in pairs; - : , 、 比 or space between them; `;` outside ties
/// GAMES   = 7 -9 …                                    the loser's points of each game, with - where B won it (-0 too)
/// TOTAL   = 80-75 [(20-18 15-20 …)] [DECIDED]         the parts alone in their brackets: the totals are their sums
/// DECIDED = pen 4-3 | gold SIDE                       pen 点球: a shoot-out; gold 金球 加赛: who won it
/// STOP    = WHY SIDE | SIDE WHY                       the side that lost by it
/// WHY     = wo 弃 弃权 | ret 退 退赛 | dsq 取消 取消资格 | ff 拒赛 | def 缺员
/// SIDE    = a 甲 | b 乙                                both = 双弃 双弃权
/// ```
///
/// Full-width forms are read like plain ones, capitals like small letters. `7 -9` is a list of the second kind where the rule
/// lets it be right, else one game; of a match that was stopped it can be both, and is refused: `7-9` is one game.
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
/// let rule = MatchRule { score: ScoreRule::Games(GameRule::to(11, 5)), tie: None };
/// assert_eq!(format(&parse(&rule, "１１：７，9:11 乙退赛")?), "11-7 9-11 ret b");
/// assert_eq!(format(&parse(&rule, "7 -9 0 10")?), "11-7 9-11 11-0 12-10");
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
        words if rule.tie.is_some() => tie(&rule.score, words),
        words => single(&rule.score, words),
    }
}

/// The side that lost by stopping, and how.
type Stopped = Option<(Side, Stop)>;

/// Games and a stop, as they are typed between slashes.
struct Piece {
    games: Vec<Game>,
    stop: Stopped,
}

/// The result of a match that is no tie.
fn single(rule: &ScoreRule, words: &[Placed]) -> Result<Outcome, ParseError> {
    let (score, stop) = match rule {
        ScoreRule::Games(_) => {
            let Piece { games, stop } = piece(rule, words)?;
            ((!games.is_empty()).then_some(Score::Games(games)), stop)
        }
        ScoreRule::Total(_) => {
            let (total, stop) = total(words)?;
            (total.map(Score::Total), stop)
        }
    };
    match (stop, score) {
        (Some((side, why)), score) => Ok(Outcome::Stopped { side, why, score }),
        (None, Some(score)) => Ok(Outcome::Played(score)),
        (None, None) => Err(ParseError::Empty),
    }
}

/// The totals with what stands beside them, and a stop.
fn total(words: &[Placed]) -> Result<(Option<Total>, Stopped), ParseError> {
    let belongs =
        |(_, word): &Placed| matches!(word, Word::Number(_) | Word::Mark | Word::Minus | Word::Comma | Word::Semicolon);
    let (numbers, rest) = words.split_at(words.iter().position(|word| !belongs(word)).unwrap_or(words.len()));
    let totals = pairs(numbers)?;
    let (parts, rest) = match rest {
        [(at, Word::Open), rest @ ..] => {
            let end = rest.iter().position(|(_, word)| *word == Word::Close);
            let end = end.filter(|end| *end > 0).ok_or(ParseError::Misplaced { at: *at })?;
            (pairs(&rest[..end])?, &rest[end + 1..])
        }
        rest => (Vec::new(), rest),
    };
    let (decision, rest) = decision(rest)?;
    let first = words.first().map_or(0, |(at, _)| *at);
    let points = match (totals.as_slice(), parts.is_empty()) {
        ([points], _) => Some(*points),
        ([], false) => Some(sum(&parts).ok_or(ParseError::TooGreat { at: first })?),
        ([], true) if decision.is_some() => return Err(ParseError::Misplaced { at: first }),
        ([], true) => None,
        (pairs, _) => return Err(ParseError::OnePair { pairs: pairs.len() }),
    };
    Ok((points.map(|points| Total { points, parts, decision }), stop(rest)?))
}

/// What decided a level match, and the words after it.
fn decision(words: &[Placed]) -> Result<(Option<Decision>, &[Placed]), ParseError> {
    match words {
        [(at, Word::Decided(Decider::Shootout)), rest @ ..] => {
            let numbers = rest.iter().take_while(|(_, word)| !matches!(word, Word::Stop(_) | Word::Side(_))).count();
            match pairs(&rest[..numbers])?.as_slice() {
                [points] => Ok((Some(Decision::Shootout(*points)), &rest[numbers..])),
                _ => Err(ParseError::Misplaced { at: *at }),
            }
        }
        [(_, Word::Decided(Decider::GoldenPoint)), (_, Word::Side(side)), rest @ ..] => {
            Ok((Some(Decision::GoldenPoint(*side)), rest))
        }
        [(at, Word::Decided(Decider::GoldenPoint)), ..] => Err(ParseError::SideMissing { at: *at }),
        words => Ok((None, words)),
    }
}

/// The sums of the parts; none where they are greater than any score.
fn sum(parts: &[Game]) -> Option<Game> {
    let of = |side: Side| parts.iter().try_fold(0_u16, |sum, part| sum.checked_add(part[side]));
    Some(BySide { a: of(Side::A)?, b: of(Side::B)? })
}

/// The result of a tie.
fn tie(rule: &ScoreRule, words: &[Placed]) -> Result<Outcome, ParseError> {
    let bar = words.iter().position(|(_, word)| *word == Word::Bar);
    let Some(bar) = bar else {
        let one = words.iter().all(|(_, word)| matches!(word, Word::Stop(_) | Word::Side(_)));
        return match piece(rule, words) {
            Ok(Piece { stop: Some((side, why)), .. }) if one => Ok(Outcome::Stopped { side, why, score: None }),
            _ => Ok(Outcome::Played(Score::Tie(rubbers(rule, words)?))),
        };
    };
    let (before, after) = (&words[..bar], &words[bar + 1..]);
    let after = piece(rule, after)?;
    let at = words.get(bar).map_or(0, |(at, _)| *at);
    let (side, why) = after.stop.filter(|_| after.games.is_empty()).ok_or(ParseError::Misplaced { at })?;
    let score = if before.is_empty() { None } else { Some(Score::Tie(rubbers(rule, before)?)) };
    Ok(Outcome::Stopped { side, why, score })
}

fn rubbers(rule: &ScoreRule, words: &[Placed]) -> Result<Vec<Rubber>, ParseError> {
    let mut pieces: Vec<&[Placed]> = words.split(|(_, word)| matches!(word, Word::Slash | Word::Semicolon)).collect();
    // The slash that ends the last rubber begins no other.
    if pieces.len() > 1 && pieces.last().is_some_and(|last| last.is_empty()) {
        pieces.pop();
    }
    pieces.into_iter().map(|words| rubber(rule, words)).collect()
}

fn rubber(rule: &ScoreRule, words: &[Placed]) -> Result<Rubber, ParseError> {
    if let [] | [(_, Word::Blank)] = words {
        return Ok(Rubber::Unplayed);
    }
    let Piece { games, stop } = piece(rule, words)?;
    Ok(match stop {
        Some((side, why)) => Rubber::Stopped { side, why, games },
        None => Rubber::Played(games),
    })
}

/// Games, then at most one stop with its side.
fn piece(rule: &ScoreRule, words: &[Placed]) -> Result<Piece, ParseError> {
    let ends = words.iter().position(|(_, word)| matches!(word, Word::Stop(_) | Word::Side(_)));
    let (numbers, rest) = words.split_at(ends.unwrap_or(words.len()));
    let stop = stop(rest)?;
    Ok(Piece { games: short::read(rule, numbers, stop)?, stop })
}

fn stop(words: &[Placed]) -> Result<Stopped, ParseError> {
    match words {
        [] => Ok(None),
        [(_, Word::Stop(why)), (_, Word::Side(side))] | [(_, Word::Side(side)), (_, Word::Stop(why))] => {
            Ok(Some((*side, *why)))
        }
        [(at, Word::Stop(_) | Word::Side(_))] => Err(ParseError::SideMissing { at: *at }),
        [(at, _)] => Err(ParseError::Misplaced { at: *at }),
        [(_, Word::Stop(_) | Word::Side(_)), (at, _)] | [_, _, (at, _), ..] | [(at, _), _] => {
            Err(ParseError::Misplaced { at: *at })
        }
    }
}

/// Numbers in pairs.
pub(super) fn pairs(words: &[Placed]) -> Result<Vec<Game>, ParseError> {
    let mut numbers = Vec::new();
    let mut after_number = false;
    for (index, (at, word)) in words.iter().enumerate() {
        match word {
            Word::Number(number) => numbers.push((*at, *number)),
            Word::Mark | Word::Minus | Word::Comma | Word::Semicolon
                if after_number && matches!(words.get(index + 1), Some((_, Word::Number(_)))) => {}
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

    const GAMES: ScoreRule = ScoreRule::Games(GameRule::to(11, 5));

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
            "11:7；9:11；11:5",
            "7 -9 5",
            "７，－９，５",
            "7、-9、5",
        ] {
            check(GAMES, None, text, plain);
        }
        check(GAMES, None, "乙弃权", "wo b");
        check(GAMES, None, "3-2 RET A", "3-2 ret a");
        check(GAMES, None, "双弃权", "both");
        check(ScoreRule::FIBA, None, "80:75", "80-75");
        check(ScoreRule::FIBA, None, "缺员甲", "def a");
    }

    #[test]
    fn a_bad_text_is_refused_with_its_place() {
        check(GAMES, None, "", "no result");
        check(GAMES, None, "11-7 9", "the number at 6 has no partner");
        check(GAMES, None, "- 1 3", "nothing like this belongs at 1");
        check(GAMES, None, "11--7", "nothing like this belongs at 3");
        check(GAMES, None, "11-7 x", "unknown word at 6: x");
        check(GAMES, None, "99999-7", "the number at 1 is too great");
        check(GAMES, None, "11-7 ret", "the side or the reason is missing at 6");
        check(GAMES, None, "11-7 ret a b", "nothing like this belongs at 12");
        check(GAMES, None, "11-7 / 3-4", "nothing like this belongs at 6");
        check(ScoreRule::FIBA, None, "80-75 3-4", "2 pairs of numbers where one is wanted");
    }

    #[test]
    fn a_game_is_told_by_its_loser() {
        check(GAMES, None, "0 -0 10 -12", "11-0 0-11 12-10 12-14");
        check(GAMES, None, "7 9 5 ", "11-7 11-9 11-5");
        check(GAMES, None, "-3", "3-11");
        // One game, while nobody can have won the match by the other reading.
        check(GAMES, None, "11 7 9 11", "11-7 9-11");
        check(GAMES, None, "11 -7 9-11", "11-7 9-11");
        check(GAMES, None, "11 - 7", "11-7");
        // Two games of a match to three, and one game.
        let three = ScoreRule::Games(GameRule::to(11, 3));
        check(three, None, "7 9", "11-7 11-9");
        check(three, None, "13 11", "13-11");
        check(ScoreRule::Games(GameRule::to(21, 3).capped(30)), None, "28 -29 20", "30-28 29-30 22-20");
        check(ScoreRule::Games(GameRule::to(21, 3).capped(30)), None, "30", "the number at 1 has no partner");
        check(
            ScoreRule::Games(GameRule::to(25, 5).last(15)),
            None,
            "20 -20 20 -20 13",
            "25-20 20-25 25-20 20-25 15-13",
        );
        // Of a match that was stopped both can be.
        check(GAMES, None, "7 -9 5-3 ret b", "11-7 9-11 5-3 ret b");
        check(GAMES, None, "7 -9 ret b", "the numbers from 1 can be read in two ways");
        check(GAMES, None, "7-9 ret b", "7-9 ret b");
        check(GAMES, None, "11 7 ret b", "11-7 ret b");
        check(GAMES, TieSystem::named("workers_3"), "7 -9 5 8 / wo a", "11-7 9-11 11-5 11-8 / wo a");
    }

    #[test]
    fn totals_have_parts_and_decisions() {
        let football = ScoreRule::named("football").unwrap();
        let quarters = "80-75 (20-18 15-20 25-20 20-17)";
        check(ScoreRule::FIBA, None, quarters, quarters);
        check(ScoreRule::FIBA, None, "８０：７５（20比18，15比20；25:20、20:17）", quarters);
        check(ScoreRule::FIBA, None, "(20-18 15-20 25-20 20-17)", quarters);
        check(ScoreRule::FIBA, None, "40-42 (20-22 20-20) def a", "40-42 (20-22 20-20) def a");
        check(football, None, "1:1 点球 4:3", "1-1 pen 4-3");
        check(football, None, "2-2 (1-1 0-0 1-0 0-1) PEN 4-3", "2-2 (1-1 0-0 1-0 0-1) pen 4-3");
        check(football, None, "1-1 金球甲", "1-1 gold a");
        check(football, None, "1-1 gold a ret b", "1-1 gold a ret b");
        check(football, None, "1-1 pen 4-3 ret b", "1-1 pen 4-3 ret b");
        check(football, None, "1-1 4-3", "2 pairs of numbers where one is wanted");
        check(football, None, "1-1 pen 4", "the number at 9 has no partner");
        check(football, None, "1-1 pen", "nothing like this belongs at 5");
        check(football, None, "1-1 gold", "the side or the reason is missing at 5");
        check(football, None, "pen 4-3", "nothing like this belongs at 1");
        check(football, None, "1-1 (1-0", "nothing like this belongs at 5");
        check(football, None, "1-1 ()", "nothing like this belongs at 5");
        check(football, None, "1-1 a", "the side or the reason is missing at 5");
        check(football, None, "(65535-1 1-1)", "the number at 1 is too great");
        check(GAMES, None, "11-7 (11-7)", "nothing like this belongs at 6");
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
