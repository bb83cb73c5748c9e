//! The case of `gongsai check-score`.

use serde::Serialize;

use super::node::{Node, read, write};
use super::{CaseError, CaseReason};
use crate::regulations::{GameRule, ScoreRule};
use crate::score::{MatchRule, Outcome, Score, check, check_game};

#[derive(Serialize)]
struct Answer {
    valid: bool,
    why: String,
}

/// What a case asks about.
#[derive(Clone, Copy)]
enum Asked {
    Game,
    Match,
    Total,
}

/// Tells whether a game, a match or a basketball result can be right, and why not.
///
/// `kind` is `game`, `match` or `basketball`; `rule_set` is `tt_11`, `badminton_21`, `badminton_15_2027` or `fiba`, or
/// `game` holds a rule of its own (`target`, `lead`, `cap`); then `score`, or `games` with `best_of`.
///
/// # Errors
/// [`CaseError`] with the path of what is wrong with the case. A score that cannot be right is no error.
///
/// # Complexity
/// Linear in the case.
///
/// ```
/// use gongsai::document::case::check_score;
/// let answer = check_score(r#"{"kind":"game","rule_set":"tt_11","score":[13,11]}"#)?;
/// assert_eq!(answer, r#"{"valid":true,"why":""}"#);
/// let answer = check_score(r#"{"kind":"game","rule_set":"tt_11","score":[12,9]}"#)?;
/// assert_eq!(answer, r#"{"valid":false,"why":"game 1 was over before 12:9"}"#);
/// # Ok::<(), gongsai::document::case::CaseError>(())
/// ```
pub fn check_score(case: &str) -> Result<String, CaseError> {
    let value = read(case)?;
    let root = Node::root(&value);
    let why = match asked(&root)? {
        Asked::Game => points(&root.need("score")?, |score| {
            let rule = rule(&root)?;
            Ok(check_game(&rule, score.pair()?).err().map(|error| error.to_string()))
        })?,
        Asked::Match => {
            let rule = MatchRule { score: ScoreRule::Games(rule(&root)?), tie: None };
            let games = root.need("games")?;
            let mut why = None;
            for game in games.all()? {
                why = why.or(points(&game, |_| Ok(None))?);
            }
            match why {
                Some(why) => Some(why),
                None => found(&rule, Score::Games(games.pairs()?)),
            }
        }
        Asked::Total => points(&root.need("score")?, |score| {
            let rule = MatchRule { score: ScoreRule::FIBA, tie: None };
            Ok(found(&rule, Score::Total(score.pair()?.into())))
        })?,
    };
    write(&Answer { valid: why.is_none(), why: why.unwrap_or_default() })
}

fn found(rule: &MatchRule, score: Score) -> Option<String> {
    check(rule, &Outcome::Played(score)).err().map(|error| error.to_string())
}

/// The answer about a pair of numbers; a number that counts nothing is a wrong score, not a wrong case.
fn points<'a>(
    pair: &Node<'a>,
    check: impl FnOnce(&Node<'a>) -> Result<Option<String>, CaseError>,
) -> Result<Option<String>, CaseError> {
    let odd = pair.all()?.iter().any(Node::is_odd_number);
    if odd { Ok(Some("points are whole numbers from 0 to 65535".to_owned())) } else { check(pair) }
}

fn asked(root: &Node<'_>) -> Result<Asked, CaseError> {
    match root.get("kind") {
        Some(kind) => kind.one_of(&["game", "match", "basketball"], &[Asked::Game, Asked::Match, Asked::Total]),
        None if root.get("games").is_some() => Ok(Asked::Match),
        None if root.get("rule_set").is_some_and(|name| name.text() == Ok("fiba")) => Ok(Asked::Total),
        None => Ok(Asked::Game),
    }
}

/// The rule of a game: the case's own, else that of the named rule set.
fn rule(root: &Node<'_>) -> Result<GameRule, CaseError> {
    let named = |name: &Node<'_>| {
        let text = name.text()?;
        game_rule(text).ok_or_else(|| name.error(CaseReason::UnknownName(text.to_owned())))
    };
    match (root.get("game"), root.get("rule_set")) {
        (Some(own), _) => own_rule(root, &own, 3),
        (None, Some(name)) => {
            Ok(GameRule { best_of: best_of(root)?.unwrap_or(named(&name)?.best_of), ..named(&name)? })
        }
        (None, None) => root.need("rule_set").and_then(|name| named(&name)),
    }
}

/// The named rule of a game, with the usual number of games (`rules.md` B.1, B.2).
pub(super) fn game_rule(name: &str) -> Option<GameRule> {
    match name {
        "tt_11" => Some(GameRule::to(11, 5)),
        "badminton_21" => Some(GameRule::to(21, 3).capped(30)),
        "badminton_15_2027" => Some(GameRule::to(15, 3).capped(21)),
        _ => None,
    }
}

/// The rule that a case states itself.
pub(super) fn own_rule(root: &Node<'_>, own: &Node<'_>, usual: u16) -> Result<GameRule, CaseError> {
    let target = own.need("target")?.number()?;
    let lead = own.get("lead").map_or(Ok(2), |lead| lead.number())?;
    let cap = own.get("cap").map(|cap| cap.number()).transpose()?;
    if target == 0 || lead == 0 || cap.is_some_and(|cap| cap < target) {
        return Err(own.expected("a target and a lead of at least 1, and no cap below the target"));
    }
    Ok(GameRule { lead, cap, ..GameRule::to(target, best_of(root)?.unwrap_or(usual)) })
}

/// The greatest number of games, where the case gives it.
pub(super) fn best_of(root: &Node<'_>) -> Result<Option<u16>, CaseError> {
    let Some(best_of) = root.get("best_of") else { return Ok(None) };
    let number = best_of.number()?;
    if number % 2 == 0 { Err(best_of.expected("an odd number")) } else { Ok(Some(number)) }
}
