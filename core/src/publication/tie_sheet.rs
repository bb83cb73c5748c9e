//! The score sheet of a team tie: who meets whom, rubber by rubber.

use std::sync::Arc;

use super::names::{Name, name};
use crate::id::{EventId, MatchId};
use crate::lineup::{Lineup, rubbers, startable};
use crate::meet::Meet;
use crate::regulations::{RubberSlot, ScoreRule};
use crate::score::{MatchRule, Outcome, Rubber, Score, check};
use crate::side::{BySide, Side};

/// Where a rubber stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RubberState {
    /// Somebody won it.
    Won(Side),
    /// It is not played: the tie is over without it.
    Dead,
    /// It may start.
    Ready,
    /// It waits for the line-ups or for rubbers before it.
    Waiting,
}

/// One rubber of a score sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TieRow {
    /// Which, as the system has it.
    pub slot: RubberSlot,
    /// Who plays it, by name; nobody before both line-ups are open.
    pub players: BySide<Vec<Arc<str>>>,
    /// What was played; none before the tie has its result.
    pub rubber: Option<Rubber>,
    /// Where it stands.
    pub state: RubberState,
}

/// The score sheet of a team tie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TieSheet {
    /// The match.
    pub id: MatchId,
    /// The teams.
    pub teams: BySide<Name>,
    /// Rubbers won by each side.
    pub score: BySide<u16>,
    /// The rubbers in the order of the system.
    pub rows: Vec<TieRow>,
}

/// The score sheet of a tie; none for a match that is no tie, or whose teams are not known.
///
/// # Complexity
/// Linear in the rubbers and their games.
#[must_use]
pub fn tie_sheet(meet: &Meet, event: &EventId, id: MatchId) -> Option<TieSheet> {
    let bracket = meet.event(event)?.bracket();
    let (entries, system) = (bracket.entries(id).ok()?, bracket.rule().tie.as_ref()?);
    let handed = meet.event(event)?.line_ups(id);
    let met = match (&handed.a.opened, &handed.b.opened) {
        (Some(a), Some(b)) => rubbers(system, BySide::<&Lineup> { a, b }),
        _ => Vec::new(),
    };
    let played = bracket.match_view(id)?.played;
    let results: Vec<Option<(Rubber, Side)>> =
        (0..system.rubbers.len()).map(|at| won(bracket.rule().score, &played?.outcome, at)).collect();
    let ready = if played.is_some() { Vec::new() } else { startable(system, &[], &[], &met) };
    let called = |id| meet.people().get(id).map(|person| Arc::from(person.name.as_str()));
    let mut score = BySide { a: 0_u16, b: 0 };
    let rows = system.rubbers.iter().zip(results).enumerate().map(|(at, (slot, result))| {
        let players =
            |side: Side| met.get(at).into_iter().flat_map(|rubber| &rubber[side]).filter_map(called).collect();
        let state = match &result {
            Some((_, winner)) => RubberState::Won(*winner),
            None if played.is_some() => RubberState::Dead,
            None if ready.contains(&at) => RubberState::Ready,
            None => RubberState::Waiting,
        };
        if let RubberState::Won(winner) = state {
            score[winner] = score[winner].saturating_add(1);
        }
        let players = BySide { a: players(Side::A), b: players(Side::B) };
        TieRow { slot: slot.clone(), players, rubber: result.map(|(rubber, _)| rubber), state }
    });
    let rows = rows.collect();
    Some(TieSheet { id, teams: entries.map(|entry| name(meet, entry)), score, rows })
}

/// What was played of a rubber, and who won it.
fn won(rule: ScoreRule, outcome: &Outcome, at: usize) -> Option<(Rubber, Side)> {
    let (Outcome::Played(Score::Tie(rubbers)) | Outcome::Stopped { score: Some(Score::Tie(rubbers)), .. }) = outcome
    else {
        return None;
    };
    let rubber = rubbers.get(at)?;
    let alone = match rubber {
        Rubber::Unplayed => return None,
        Rubber::Played(games) => Outcome::Played(Score::Games(games.clone())),
        Rubber::Stopped { side, why, games } => {
            let score = (!games.is_empty()).then(|| Score::Games(games.clone()));
            Outcome::Stopped { side: *side, why: *why, score }
        }
    };
    let tally = check(&MatchRule { score: rule, tie: None }, &alone).ok()?;
    Some((rubber.clone(), tally.winner?))
}
