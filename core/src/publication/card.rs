//! One match as it is shown.

use super::names::{Name, name};
use super::path::is_needless;
use super::title::{Title, title};
use crate::bracket::Occupant;
use crate::format;
use crate::id::{EntryId, EventId, MatchId};
use crate::meet::{Meet, Slot};
use crate::regulations::{Event, ScoreRule};
use crate::score::{self, Outcome, Score, Stop, Tally};
use crate::side::{BySide, Side};

/// Where a side that waits will come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// The draw, at this position; the positions of a second draw count from 1 again.
    Draw(u32),
    /// The winner of a match.
    Winner(MatchId),
    /// The loser of a match.
    Loser(MatchId),
    /// A rank of a group, both from 1.
    Rank {
        /// The group.
        group: u16,
        /// The rank.
        rank: u16,
    },
}

/// Who stands on a line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// An entry.
    Entry(Name),
    /// Not known yet; where it will come from.
    Waiting(Source),
    /// Nobody, for good.
    Bye,
}

/// One of the two lines of a match.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// Who.
    pub who: Who,
    /// The seed number, where there is one.
    pub seed: Option<u16>,
    /// What is counted first: rubbers of a tie, games of a racket match, points of basketball. None for a match that
    /// is not played or never began.
    pub score: Option<u32>,
    /// What it made in each game, where the match has games.
    pub games: Vec<u16>,
    /// Whether it won.
    pub won: bool,
    /// Whether it lost by stopping, and how.
    pub stop: Option<Stop>,
}

/// How far a match is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CardState {
    /// A side is not known yet.
    Waiting,
    /// A side is not known yet, and the match is played only if another one ends in one way.
    IfNeeded,
    /// Both sides are there: it can be played.
    Open,
    /// It has a result.
    Played,
    /// Its results differ, and staff have not decided yet.
    Disputed,
    /// A side is empty for good: there is no match.
    Bye,
    /// Both sides are there, and the match before made this one needless.
    Needless,
}

/// One match as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Card {
    /// The id.
    pub id: MatchId,
    /// What its round is called.
    pub title: Title,
    /// The two lines.
    pub lines: BySide<Line>,
    /// How far it is.
    pub state: CardState,
    /// The result as it would be typed (`11-7 9-11 11-5`).
    pub typed: Option<String>,
    /// The match that the winner goes on to.
    pub next: Option<MatchId>,
    /// Where and when it is played, once that is known.
    pub slot: Option<Slot>,
}

impl Card {
    /// The side that won.
    #[must_use]
    pub fn winner(&self) -> Option<Side> {
        Side::BOTH.into_iter().find(|side| self.lines[*side].won)
    }

    /// Whether an entry stands in the match.
    #[must_use]
    pub fn holds(&self, entry: EntryId) -> bool {
        self.lines.iter().any(|(_, line)| matches!(&line.who, Who::Entry(name) if name.entry == entry))
    }
}

/// One match as it is shown; none when the event is not drawn or has no such match.
///
/// # Complexity
/// O(log m) in the m matches of the plan.
#[must_use]
pub fn card(meet: &Meet, event: &EventId, id: MatchId) -> Option<Card> {
    let state = meet.event(event)?;
    let rules = meet.regulations()?.event(event)?;
    let bracket = state.bracket();
    let view = bracket.match_view(id)?;
    let second = bracket.plan().second_draw.as_ref().map_or(u32::MAX, |draw| draw.first);
    let planned = bracket.planned(id)?;
    let slots = planned.slots;
    let counted = view.played.filter(|played| has_score(&played.outcome));
    let shown = counted.map(|played| first_count(rules, &played.tally));
    let line = |side: Side| {
        let entry = view.occupants[side].entry();
        Line {
            who: who(meet, view.occupants[side], from_one(slots[side], second)),
            seed: entry.and_then(|entry| meet.entries().get(&entry)).and_then(|entry| entry.seed),
            score: shown.map(|count| count[side]),
            games: view.played.map_or_else(Vec::new, |played| games(&played.outcome, side)),
            won: view.played.is_some_and(|played| played.tally.winner == Some(side)),
            stop: view.played.and_then(|played| stopped(&played.outcome, side)),
        }
    };
    let disputed = !state.dispute(id).is_empty();
    let card_state = match (view.played.is_some(), view.is_open(), view.over) {
        _ if disputed => CardState::Disputed,
        (true, _, _) => CardState::Played,
        (false, true, _) => CardState::Open,
        (false, false, true) if is_needless(&view) => CardState::Needless,
        (false, false, true) => CardState::Bye,
        (false, false, false) if planned.only_if.is_some() => CardState::IfNeeded,
        (false, false, false) => CardState::Waiting,
    };
    Some(Card {
        id,
        title: title(bracket, id),
        lines: BySide { a: line(Side::A), b: line(Side::B) },
        state: card_state,
        typed: view.played.map(|played| score::format(&played.outcome)),
        next: bracket.next_of_winner(id),
        slot: state.slot(id).copied(),
    })
}

/// What is counted first in an event: rubbers, games or points.
pub(super) fn first_count(rules: &Event, tally: &Tally) -> BySide<u32> {
    match (&rules.tie, rules.score) {
        (Some(_), _) => tally.rubbers,
        (None, ScoreRule::Games(_)) => tally.games,
        (None, ScoreRule::Total(_)) => tally.points,
    }
}

/// Whether anything was played: a walkover has no score to show.
pub(super) fn has_score(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Played(_) | Outcome::Stopped { score: Some(_), .. })
}

/// How a side lost by stopping, if it did.
pub(super) fn stopped(outcome: &Outcome, side: Side) -> Option<Stop> {
    match outcome {
        Outcome::Stopped { side: lost, why, .. } if *lost == side => Some(*why),
        Outcome::BothAbsent => Some(Stop::Walkover),
        Outcome::Stopped { .. } | Outcome::Played(_) => None,
    }
}

/// The positions of the second draw counted from 1.
fn from_one(slot: format::Slot, second: u32) -> format::Slot {
    match slot {
        format::Slot::Position(position) if position >= second => format::Slot::Position(position - second + 1),
        other => other,
    }
}

fn who(meet: &Meet, occupant: Occupant, slot: format::Slot) -> Who {
    use format::Slot;
    match (occupant, slot) {
        (Occupant::Entry(entry), _) => Who::Entry(name(meet, entry)),
        (Occupant::Nobody, _) | (Occupant::Waiting, Slot::Bye) => Who::Bye,
        (Occupant::Waiting, Slot::Position(position)) => Who::Waiting(Source::Draw(position)),
        (Occupant::Waiting, Slot::Winner(id)) => Who::Waiting(Source::Winner(id)),
        (Occupant::Waiting, Slot::Loser(id) | Slot::FirstLoser(id) | Slot::LaterLoser(id)) => {
            Who::Waiting(Source::Loser(id))
        }
        (Occupant::Waiting, Slot::Rank { group, rank }) => Who::Waiting(Source::Rank { group, rank }),
    }
}

fn games(outcome: &Outcome, side: Side) -> Vec<u16> {
    match outcome {
        Outcome::Played(Score::Games(games)) | Outcome::Stopped { score: Some(Score::Games(games)), .. } => {
            games.iter().map(|game| game[side]).collect()
        }
        Outcome::Played(_) | Outcome::Stopped { .. } | Outcome::BothAbsent => Vec::new(),
    }
}
