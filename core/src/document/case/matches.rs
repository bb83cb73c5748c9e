//! The matches of a group case.

use super::group::{Group, Sort};
use super::node::Node;
use super::{CaseError, CaseReason};
use crate::regulations::ScoreRule;
use crate::score::{Ending, Game, MatchRule, Outcome, Score, Stop, Tally, check, check_game};
use crate::side::{BySide, Side};
use crate::standings::Meeting;

/// How a match of a case came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Came {
    Played,
    Unplayed,
    BothAbsent,
    Stopped(Stop),
}

const OUTCOMES: &[&str] =
    &["played", "unplayed", "both_absent", "walkover", "retired", "disqualified", "forfeit", "default"];
const CAME: &[Came] = &[
    Came::Played,
    Came::Unplayed,
    Came::BothAbsent,
    Came::Stopped(Stop::Walkover),
    Came::Stopped(Stop::Retired),
    Came::Stopped(Stop::Disqualified),
    Came::Stopped(Stop::Forfeit),
    Came::Stopped(Stop::Default),
];

/// Reads one match; nothing when it is not played.
pub(super) fn read(group: &Group, node: &Node<'_>) -> Result<Option<Meeting>, CaseError> {
    let (a, b) = (group.entrant(&node.need("a")?)?, group.entrant(&node.need("b")?)?);
    if a == b {
        return Err(node.error(CaseReason::OneEntrant));
    }
    let names = BySide { a, b };
    let tally = match group.sort {
        Sort::Games => games(group, names, node)?,
        Sort::Ties => tie(group, names, node)?,
        Sort::Totals => total(group, names, node)?,
    };
    let round = node.get("round").map_or(Ok(0), |round| round.number())?;
    Ok(tally.map(|tally| Meeting { a, b, round, tally }))
}

/// A match or rubber of games; nothing when it is not played.
fn games(group: &Group, names: BySide<usize>, node: &Node<'_>) -> Result<Option<Tally>, CaseError> {
    let given = node.get("games").map(|games| games.pairs()).transpose()?.filter(|games| !games.is_empty());
    let score = node.get("game_score").map(|score| score.pair()).transpose()?;
    let came = came(node, given.is_some() || score.is_some())?;
    if let Some(tally) = absent(came) {
        return Ok(tally);
    }
    let list = given.as_deref().unwrap_or_default();
    let counted = count(group, came, node, list)?;
    let (games, points) = match score {
        Some(score) if given.is_some() && score.map(u32::from) != counted.0 => {
            return Err(node.error(CaseReason::Contradiction));
        }
        Some(score) => (score.map(u32::from), counted.1),
        None => counted,
    };
    let began = given.is_some() || score.is_some();
    let (winner, ending) = decide(group, names, node, came, games.greater(), began)?;
    if let (Came::Played, true, Some(best_of)) = (came, began, group.best_of)
        && games[winner] != u32::from(best_of / 2) + 1
    {
        return Err(node.error(CaseReason::WrongLength { best_of }));
    }
    if group.strict && given.is_some() {
        strict(group, node, came, winner, list)?;
    }
    Ok(Some(Tally { winner: Some(winner), ending, rubbers: BySide::default(), games, points }))
}

/// Games won and points made. The last game of a stopped match counts when the rule says that it is finished.
fn count(group: &Group, came: Came, node: &Node<'_>, list: &[Game]) -> Result<(BySide<u32>, BySide<u32>), CaseError> {
    let (mut games, mut points) = (BySide { a: 0_u32, b: 0 }, BySide { a: 0_u32, b: 0 });
    for (index, game) in list.iter().enumerate() {
        for side in Side::BOTH {
            points[side] = points[side].saturating_add(game[side].into());
        }
        let last = index + 1 == list.len()
            && matches!(came, Came::Stopped(Stop::Retired | Stop::Disqualified | Stop::Default));
        let winner = if last { check_game(&group.game, *game).ok() } else { game.greater() };
        match winner {
            Some(side) => games[side] = games[side].saturating_add(1),
            None if last => {}
            None => return Err(node.error(CaseReason::NoWinner)),
        }
    }
    Ok((games, points))
}

/// Holds a score to the rule that the case states.
fn strict(group: &Group, node: &Node<'_>, came: Came, winner: Side, list: &[Game]) -> Result<(), CaseError> {
    let rule = MatchRule { score: ScoreRule::Games(group.game), tie: None };
    let score = Score::Games(list.to_vec());
    let outcome = match came {
        Came::Stopped(Stop::Retired | Stop::Disqualified | Stop::Default) => {
            Outcome::Stopped { side: winner.other(), why: Stop::Retired, score: Some(score) }
        }
        // A walkover's games are those that the regulations give it: a whole match.
        Came::Stopped(Stop::Walkover | Stop::Forfeit) | Came::Played | Came::Unplayed | Came::BothAbsent => {
            Outcome::Played(score)
        }
    };
    check(&rule, &outcome).map(|_| ()).map_err(|error| node.error(CaseReason::Score(error)))
}

/// A team tie; nothing when it is not played.
fn tie(group: &Group, names: BySide<usize>, node: &Node<'_>) -> Result<Option<Tally>, CaseError> {
    let score = node.get("score").map(|score| score.pair()).transpose()?;
    let rubbers = node.get("rubbers").map(|rubbers| rubbers.items()).transpose()?.filter(|list| !list.is_empty());
    let came = came(node, score.is_some() || rubbers.is_some())?;
    if let Some(tally) = absent(came) {
        return Ok(tally);
    }
    let mut sum = Tally::NOTHING;
    for rubber in rubbers.iter().flatten().flatten() {
        let Some(tally) = games(group, names, rubber)? else { continue };
        sum.add_rubber(&tally);
    }
    match score {
        Some(score) if rubbers.is_some() && score.map(u32::from) != sum.rubbers => {
            return Err(node.error(CaseReason::Contradiction));
        }
        Some(score) => sum.rubbers = score.map(u32::from),
        None => {}
    }
    let began = sum.rubbers != BySide::default();
    let (winner, ending) = decide(group, names, node, came, sum.rubbers.greater(), began)?;
    Ok(Some(Tally { winner: Some(winner), ending, ..sum }))
}

/// A basketball game; nothing when it is not played.
fn total(group: &Group, names: BySide<usize>, node: &Node<'_>) -> Result<Option<Tally>, CaseError> {
    let points = node.get("score").map(|score| score.pair()).transpose()?;
    let came = came(node, points.is_some())?;
    if let Some(tally) = absent(came) {
        return Ok(tally);
    }
    let leader = points.and_then(|points| points.greater());
    if let (Came::Played, Some(points), None, true) = (came, points, leader, group.rules.points.draw.is_some()) {
        return Ok(Some(Tally { ending: Ending::Played, points: points.map(u32::from), ..Tally::NOTHING }));
    }
    let (winner, _) = decide(group, names, node, came, leader, points.is_some())?;
    // Rules with draws are those of football, whose sides retire.
    let (score, short) = match (group.rules.points.draw, ScoreRule::named("football")) {
        (Some(_), Some(football)) => (football, Stop::Retired),
        (Some(_) | None, _) => (ScoreRule::FIBA, Stop::Default),
    };
    let outcome = match (came, points) {
        (Came::Stopped(Stop::Default | Stop::Retired), points) => Outcome::Stopped {
            side: winner.other(),
            why: short,
            score: points.map(|points| Score::Total(points.into())),
        },
        (Came::Stopped(_), _) => Outcome::Stopped { side: winner.other(), why: Stop::Forfeit, score: None },
        (_, Some(points)) => Outcome::Played(Score::Total(points.into())),
        (_, None) => return Err(node.error(CaseReason::NoWinner)),
    };
    let rule = MatchRule { score, tie: None };
    check(&rule, &outcome).map(Some).map_err(|error| node.error(CaseReason::Score(error)))
}

/// How a match came out; by default played when it has a score.
fn came(node: &Node<'_>, scored: bool) -> Result<Came, CaseError> {
    match node.get("outcome") {
        Some(outcome) => outcome.one_of(OUTCOMES, CAME),
        None if scored || node.get("winner").is_some() => Ok(Came::Played),
        None => Ok(Came::Unplayed),
    }
}

/// What a match without a winner counts: nothing at all when it is not played.
fn absent(came: Came) -> Option<Option<Tally>> {
    match came {
        Came::Unplayed => Some(None),
        Came::BothAbsent => Some(Some(Tally::NOTHING)),
        Came::Played | Came::Stopped(_) => None,
    }
}

/// The winner, as the case names him or as the score does, and how far the match went.
fn decide(
    group: &Group,
    names: BySide<usize>,
    node: &Node<'_>,
    came: Came,
    leader: Option<Side>,
    began: bool,
) -> Result<(Side, Ending), CaseError> {
    let named = node.get("winner").map(|winner| side(group, names, &winner)).transpose()?;
    let (winner, ending) = match came {
        Came::Played if named.is_some_and(|side| leader.is_some_and(|leader| leader != side)) => {
            return Err(node.error(CaseReason::Contradiction));
        }
        Came::Played | Came::Unplayed | Came::BothAbsent if began => (leader, Ending::Played),
        Came::Played | Came::Unplayed | Came::BothAbsent => (named, Ending::Played),
        // Who did not come, or could not go on, is behind; who retired may lead.
        Came::Stopped(Stop::Walkover | Stop::Forfeit) => (named.or(leader), Ending::Unplayed),
        Came::Stopped(Stop::Default) if began => (named.or(leader), Ending::Unfinished),
        Came::Stopped(Stop::Disqualified | Stop::Default) if !began => (named, Ending::Unplayed),
        Came::Stopped(Stop::Retired | Stop::Disqualified | Stop::Default) => (named, Ending::Unfinished),
    };
    let missing = match came {
        Came::Played | Came::Unplayed | Came::BothAbsent => node.error(CaseReason::NoWinner),
        Came::Stopped(_) => node.need("winner").err().unwrap_or_else(|| node.error(CaseReason::NoWinner)),
    };
    winner.map(|winner| (winner, ending)).ok_or(missing)
}

/// The side of an entrant's name; `a` or `b` where no entrant of the match has that name.
fn side(group: &Group, names: BySide<usize>, winner: &Node<'_>) -> Result<Side, CaseError> {
    let entrant = group.entrant(winner).ok();
    let of_match = Side::BOTH.into_iter().find(|side| entrant == Some(names[*side]));
    match of_match {
        Some(side) => Ok(side),
        None if entrant.is_some() => Err(winner.error(CaseReason::Contradiction)),
        None => winner
            .one_of(&["a", "b"], &Side::BOTH)
            .map_err(|_| winner.error(CaseReason::NoSuchEntrant(winner.name().unwrap_or_default()))),
    }
}
