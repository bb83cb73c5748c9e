//! The case of `gongsai check-score`.

use serde::Serialize;

use super::node::{Node, read, write};
use super::{CaseError, CaseReason};
use crate::document::regulations::value_from_json;
use crate::regulations::{GameRule, ScoreRule};
use crate::score::{MatchRule, Outcome, Score, check, check_game, check_winner, format, parse};
use crate::side::{BySide, Side};

#[derive(Serialize, Default)]
struct Answer {
    valid: bool,
    why: String,
    /// The result as it was read, in its own language.
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<String>,
    #[serde(flatten)]
    counts: Option<Counts>,
}

/// What a typed result counts.
#[derive(Serialize)]
struct Counts {
    winner: Option<&'static str>,
    games: [u32; 2],
    points: [u32; 2],
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
/// `kind` is `game`, `match` or `basketball`; `rule_set` is the name of a built-in rule (`tt_11`, `badminton_21`, `fiba`), or
/// `game` holds a rule of its own (`target`, `lead`, `cap`); then `score`, or `games` with `best_of`.
///
/// Or `rule` is a score rule as regulations write it (`"volleyball"`, `{"base": "football", "draw": false}`) and `result` a text
/// as it is typed; with `knockout` somebody must win. The answer then says how it was read and what it counts.
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
/// let answer = check_score(r#"{"rule":"football","result":"1:1 点球 4:3","knockout":true}"#)?;
/// let expected = r#"{"valid":true,"why":"","read":"1-1 pen 4-3","winner":"a","games":[0,0],"points":[1,1]}"#;
/// assert_eq!(answer, expected);
/// # Ok::<(), gongsai::document::case::CaseError>(())
/// ```
pub fn check_score(case: &str) -> Result<String, CaseError> {
    let value = read(case)?;
    let root = Node::root(&value);
    if let Some(rule) = root.get("rule") {
        return write(&typed(&root, &rule)?);
    }
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
    write(&Answer { valid: why.is_none(), why: why.unwrap_or_default(), ..Answer::default() })
}

/// The answer about a typed result.
fn typed(root: &Node<'_>, rule: &Node<'_>) -> Result<Answer, CaseError> {
    let value = value_from_json(rule.json()).map_err(|_| rule.expected("the name of a score rule, or a table"))?;
    let score = ScoreRule::of_value(&value).map_err(|defects| match defects.into_iter().next() {
        Some(defect) => {
            CaseError { path: defect.path.replacen("score", "rule", 1), reason: CaseReason::Defect(defect.kind) }
        }
        None => rule.expected("the name of a score rule, or a table"),
    })?;
    let rule = MatchRule { score, tie: None };
    let knockout = root.get("knockout").map_or(Ok(false), |knockout| knockout.flag())?;
    let outcome = match parse(&rule, root.need("result")?.text()?) {
        Ok(outcome) => outcome,
        Err(error) => return Ok(Answer { why: error.to_string(), ..Answer::default() }),
    };
    let decided = if knockout { check_winner(&rule, &outcome) } else { Ok(()) };
    let read = Some(format(&outcome));
    Ok(match decided.and_then(|()| check(&rule, &outcome)) {
        Err(error) => Answer { why: error.to_string(), read, ..Answer::default() },
        Ok(tally) => {
            let winner = tally.winner.map(|side| if side == Side::A { "a" } else { "b" });
            let pair = |count: BySide<u32>| [count.a, count.b];
            let counts = Counts { winner, games: pair(tally.games), points: pair(tally.points) };
            Answer { valid: true, read, counts: Some(counts), ..Answer::default() }
        }
    })
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

/// The named rule of games, with the usual number of them (`rules.md` B.1, B.2).
pub(super) fn game_rule(name: &str) -> Option<GameRule> {
    match ScoreRule::named(name)? {
        ScoreRule::Games(rule) => Some(rule),
        ScoreRule::Total(_) => None,
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
