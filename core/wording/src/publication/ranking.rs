//! Why entrants are ranked as they are.

use gongsai::regulations::{Criterion, Measure, Scope, Unit};
use gongsai::standings::Reason;

use crate::Language;

/// A criterion: `相互间局数胜负比`, `games won to lost among the tied`.
#[must_use]
pub fn criterion(language: Language, criterion: &Criterion) -> String {
    match language {
        Language::Chinese => {
            let scope = match criterion.scope {
                Scope::All => "全组",
                Scope::Tied => "相互间",
            };
            let measured = match (criterion.unit, criterion.measure) {
                (Unit::MatchPoints, Measure::Sum) => "积分",
                (Unit::MatchPoints, Measure::Difference) => "积分差",
                (Unit::MatchPoints, Measure::Ratio) => "积分得失比",
                (Unit::Rubbers, Measure::Sum) => "胜盘数",
                (Unit::Rubbers, Measure::Difference) => "净胜盘数",
                (Unit::Rubbers, Measure::Ratio) => "盘数胜负比",
                (Unit::Games, Measure::Sum) => "胜局数",
                (Unit::Games, Measure::Difference) => "净胜局数",
                (Unit::Games, Measure::Ratio) => "局数胜负比",
                (Unit::Points, Measure::Sum) => "得分",
                (Unit::Points, Measure::Difference) => "净胜分",
                (Unit::Points, Measure::Ratio) => "得失分比",
            };
            format!("{scope}{measured}")
        }
        Language::English => {
            let scope = match criterion.scope {
                Scope::All => "over all matches of the group",
                Scope::Tied => "among the tied",
            };
            let unit = match criterion.unit {
                Unit::MatchPoints => "match points",
                Unit::Rubbers => "rubbers",
                Unit::Games => "games",
                Unit::Points => "points",
            };
            match criterion.measure {
                Measure::Sum => format!("{unit} {scope}"),
                Measure::Difference => format!("difference of {unit} {scope}"),
                Measure::Ratio => format!("{unit} won to lost {scope}"),
            }
        }
    }
}

/// What separated entrants with equal match points.
#[must_use]
pub fn ranking_reason(language: Language, reason: &Reason) -> String {
    match (language, reason) {
        (_, Reason::Criterion(by)) => criterion(language, by),
        (Language::Chinese, Reason::Match) => "两者之间的胜负".to_owned(),
        (Language::English, Reason::Match) => "the match between the two".to_owned(),
        (Language::Chinese, Reason::Lot) => "抽签".to_owned(),
        (Language::English, Reason::Lot) => "the lot that was drawn".to_owned(),
        (Language::Chinese, Reason::LotNeeded) => "各项仍相等，须抽签".to_owned(),
        (Language::English, Reason::LotNeeded) => "equal in everything: a lot must be drawn".to_owned(),
    }
}
