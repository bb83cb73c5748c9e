//! A match of one number a side: basketball, football, tug of war by ends.

use super::{Ending, Game, ScoreError, Stop, Tally};
use crate::regulations::{AwardedScore, Decider, PartRule, TotalRule};
use crate::side::{BySide, Side};

/// The totals of a match, with what may be written beside them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Total {
    /// The totals.
    pub points: Game,
    /// The parts that they are the sums of: quarters, then overtimes; empty where only the totals are known.
    pub parts: Vec<Game>,
    /// What decided a level match.
    pub decision: Option<Decision>,
}

/// What decided a level match. It counts no points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// A shoot-out, by its score.
    Shootout(Game),
    /// One more point or end, which this side won.
    GoldenPoint(Side),
}

impl From<Game> for Total {
    fn from(points: Game) -> Total {
        Total { points, parts: Vec::new(), decision: None }
    }
}

impl Decision {
    /// Who won by it; nobody a shoot-out that is itself level.
    #[must_use]
    pub fn winner(&self) -> Option<Side> {
        match self {
            Decision::Shootout(points) => points.greater(),
            Decision::GoldenPoint(side) => Some(*side),
        }
    }

    /// What kind it is.
    #[must_use]
    pub fn kind(&self) -> Decider {
        match self {
            Decision::Shootout(_) => Decider::Shootout,
            Decision::GoldenPoint(_) => Decider::GoldenPoint,
        }
    }
}

/// What a match played to its end counts; a draw has no winner.
pub(super) fn played(rule: &TotalRule, total: &Total) -> Result<Tally, ScoreError> {
    check_parts(rule, total, true)?;
    let points = total.points;
    let leader = points.greater();
    let winner = match (leader, total.decision) {
        (Some(_), Some(_)) => return Err(ScoreError::DecisionNeedless { points }),
        (Some(side), None) => Some(side),
        (None, Some(decision)) => Some(decided(rule, decision)?),
        (None, None) if rule.draw => None,
        (None, None) => {
            return Err(match rule.decision {
                Some(by) => ScoreError::Undecided { points, by },
                None => ScoreError::Draw { points },
            });
        }
    };
    Ok(tally(winner, Ending::Played, points.map(u32::from)))
}

/// What a match counts that `side` lost by stopping, with the totals when it stopped.
pub(super) fn stopped(rule: &TotalRule, side: Side, why: Stop, total: Option<&Total>) -> Result<Tally, ScoreError> {
    let winner = side.other();
    if let Some(total) = total {
        check_parts(rule, total, false)?;
        if total.decision.is_some() {
            return Err(ScoreError::StoppedAfterEnd);
        }
    }
    let standing = total.map_or(BySide::default(), |total| total.points);
    match (why, rule.default) {
        (Stop::Walkover, _) if total.is_some() => Err(ScoreError::WalkoverWithScore),
        (Stop::Walkover | Stop::Forfeit | Stop::Disqualified, _) => {
            Ok(tally(Some(winner), Ending::Unplayed, rule.forfeit.map_or(BySide::default(), |award| to(winner, award))))
        }
        (Stop::Default, Some(award)) => {
            let stands = standing.greater() == Some(winner);
            let points = if stands { standing.map(u32::from) } else { to(winner, award) };
            Ok(tally(Some(winner), Ending::Unfinished, points))
        }
        (Stop::Retired, None) => Ok(tally(Some(winner), Ending::Unfinished, standing.map(u32::from))),
        (Stop::Retired, Some(_)) | (Stop::Default, None) => Err(ScoreError::NoSuchStop { why }),
    }
}

/// Who won by a decision of the kind that the rule has.
fn decided(rule: &TotalRule, decision: Decision) -> Result<Side, ScoreError> {
    match (rule.decision == Some(decision.kind()), decision, decision.winner()) {
        (false, _, _) => Err(ScoreError::NoSuchDecision { by: decision.kind() }),
        (true, _, Some(side)) => Ok(side),
        (true, Decision::Shootout(points), None) => Err(ScoreError::ShootoutLevel { points }),
        (true, Decision::GoldenPoint(side), None) => Ok(side),
    }
}

/// Whether the parts can be those of these totals: none at all; else the regular ones and whole overtimes, each of which
/// began level. Of a stopped match the later ones may be missing.
fn check_parts(rule: &TotalRule, total: &Total, whole: bool) -> Result<(), ScoreError> {
    if total.parts.is_empty() {
        return Ok(());
    }
    let Some(parts) = rule.parts else { return Err(ScoreError::NoParts) };
    let PartRule { regular, overtime, overtimes } = parts;
    let (given, regular, overtime) = (total.parts.len(), usize::from(regular), usize::from(overtime).max(1));
    let beyond = given.saturating_sub(regular);
    if whole && (given < regular || beyond % overtime != 0) {
        let needed = regular + beyond.div_ceil(overtime) * overtime;
        return Err(ScoreError::PartsMissing { given, needed });
    }
    let played = beyond.div_ceil(overtime);
    if let Some(most) = overtimes.filter(|most| played > usize::from(*most)) {
        return Err(ScoreError::TooManyOvertimes { given: played, most });
    }
    let mut sum = BySide { a: 0_u32, b: 0 };
    for (index, part) in total.parts.iter().enumerate() {
        let over = index.checked_sub(regular);
        if over.is_some_and(|over| over % overtime == 0) && sum.a != sum.b {
            let number = over.map_or(0, |over| over / overtime + 1);
            return Err(ScoreError::OvertimeNotLevel { overtime: number, points: sum });
        }
        for side in Side::BOTH {
            sum[side] = sum[side].saturating_add(part[side].into());
        }
    }
    if sum == total.points.map(u32::from) {
        Ok(())
    } else {
        Err(ScoreError::PartsSum { parts: sum, points: total.points })
    }
}

fn to(winner: Side, award: AwardedScore) -> BySide<u32> {
    let mut totals = BySide::default();
    totals[winner] = award.points.into();
    totals
}

fn tally(winner: Option<Side>, ending: Ending, points: BySide<u32>) -> Tally {
    Tally { winner, ending, rubbers: BySide::default(), games: BySide::default(), points }
}
