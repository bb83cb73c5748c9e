//! Ranking rules of a group, as data: what a match is worth, and what separates entrants of equal worth. Regulations name a
//! built-in set ([`super::ranking_sets`]) or write one of their own ([`super::ranking_reading`]).

use std::borrow::Cow;

use super::ranking_sets::{self, Set};

/// What a match is worth to its two sides, in match points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointRule {
    /// To the winner.
    pub win: u16,
    /// To each side of a match without a winner; none where a match cannot be drawn.
    pub draw: Option<u16>,
    /// To the loser of a match that was played to its end.
    pub loss: u16,
    /// To the loser who started and gave up, or was left with too few players (FIBA: default).
    pub unfinished: u16,
    /// To the loser who did not appear (walkover, forfeit).
    pub unplayed: u16,
    /// To the winner and the loser of a match that went to its last game (volleyball 3:2); none where that is no matter.
    pub close: Option<[u16; 2]>,
}

/// What the winner of a match that never began is credited with; the loser gets nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notional {
    /// Rubbers of a team tie.
    pub rubbers: u32,
    /// Games.
    pub games: u32,
    /// Points.
    pub points: u32,
}

/// Which matches a criterion counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All matches of the group.
    All,
    /// The matches between those who are still equal.
    Tied,
}

/// What a criterion counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Match points by the point rule.
    MatchPoints,
    /// Matches.
    Wins,
    /// Rubbers (individual matches) of team ties.
    Rubbers,
    /// Games.
    Games,
    /// Points of games; goals in basketball.
    Points,
}

/// How two counts, won and lost, make one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Won alone.
    Sum,
    /// Won less lost.
    Difference,
    /// Won to lost, compared as a fraction; nothing lost is above everything, 0:0 is 0.
    Ratio,
    /// What all opponents have won, summed over the matches (FIDE C.07, 8.1).
    Buchholz(Cut),
    /// What the opponents have won whom the entrant has beaten, and half of that of those with whom it drew (9.1).
    SonnebornBerger,
    /// The sum of what was won after each round (7.5).
    Progressive,
    /// What was won among the equal, where each has met each of them; else nothing for all (6).
    Encounter,
}

/// Which opponents a Buchholz leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cut {
    /// None.
    None,
    /// The one who has won least (14.1).
    Lowest,
    /// That one, and the one who has won most (14.3).
    Both,
}

impl Measure {
    /// Whether a value follows from the entrant's own matches, counted one by one, whoever else has won what and when.
    #[must_use]
    pub fn is_plain(self) -> bool {
        match self {
            Measure::Sum | Measure::Difference | Measure::Ratio => true,
            Measure::Buchholz(_) | Measure::SonnebornBerger | Measure::Progressive | Measure::Encounter => false,
        }
    }

    /// The scope of a criterion that has no other.
    pub(super) const fn only_scope(self) -> Scope {
        match self {
            Measure::Encounter => Scope::Tied,
            Measure::Sum
            | Measure::Difference
            | Measure::Ratio
            | Measure::Buchholz(_)
            | Measure::SonnebornBerger
            | Measure::Progressive => Scope::All,
        }
    }

    /// Whether it can be compared across groups: it looks at no other entrant of the group.
    #[must_use]
    pub fn is_own(self) -> bool {
        self.is_plain() || self == Measure::Progressive
    }
}

/// One criterion: what is counted, in which matches, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Criterion {
    /// The name in explanations and vectors (`h2h_diff`, `game_ratio`).
    pub id: &'static str,
    /// What is counted.
    pub unit: Unit,
    /// In which matches.
    pub scope: Scope,
    /// How.
    pub measure: Measure,
}

/// How to go on when a criterion has separated some and left others equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Restart {
    /// Each smaller set starts again from the first criterion, with its own matches (FIBA D.1.4, ITTF 3.7.5.3).
    FromBeginning,
    /// The criteria go on; whenever exactly two are equal, the match between them decides (BWF GCR 16.2).
    TwoByMatch,
    /// The criteria go on with each smaller set (FIFA, FIVB).
    GoOn,
    /// The criteria among the equal are gone through to the last with the matches of all who were equal at their first;
    /// who is equal still starts again with the matches of those alone, then the others go on (UEFA).
    AfterTied,
}

/// What happens to the results of an entrant who gives up inside the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawal {
    /// They stand; matches not played are lost (ITTF 3.7.5).
    Keep,
    /// They are deleted with the entrant, and one given-up match is enough (BWF GCR 16.3).
    Delete,
    /// They are deleted when fewer than half of the entrant's matches were played, else the rest is lost.
    Half,
    /// They are deleted once the entrant did not appear so many times.
    Absences(u16),
}

/// Which matches count where those of one rank of several groups are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Across {
    /// All that each played in its group.
    All,
    /// In greater groups those against the first of each, as many as the smallest group has ranked.
    AlikeMany,
}

/// The ranking rules of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankingRules {
    /// The name in regulations and vectors (`ittf_3.7.5`); empty for a set of one's own.
    pub id: Cow<'static, str>,
    /// What entrants are ranked by before any criterion: match points, or matches won.
    pub first: Unit,
    /// What a match is worth.
    pub points: PointRule,
    /// What separates entrants who are equal in that, in order.
    pub criteria: Cow<'static, [Criterion]>,
    /// How to go on after a criterion.
    pub restart: Restart,
    /// What becomes of one who gives up.
    pub withdrawal: Withdrawal,
    /// The score of a match that never began; none where it counts no games and no points.
    pub walkover: Option<Notional>,
    /// How those of one rank of several groups are compared.
    pub across: Across,
    /// The article of the sport's rules (`ITTF 3.7.5`).
    pub clause: Cow<'static, str>,
}

impl RankingRules {
    /// The built-in rules of a name.
    ///
    /// ```
    /// use gongsai::regulations::RankingRules;
    /// assert!(RankingRules::named("fiba_2014+").is_some());
    /// assert!(RankingRules::named("fiba").is_none());
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<RankingRules> {
        RankingRules::built_in().find(|rules| rules.id == name)
    }

    /// All built-in rules.
    pub fn built_in() -> impl Iterator<Item = RankingRules> {
        ranking_sets::BUILT_IN.iter().map(Set::rules)
    }
}

impl Criterion {
    /// The criterion of these three, by its plain name: `h2h_games_ratio`, `all_points_diff`.
    ///
    /// ```
    /// use gongsai::regulations::{Criterion, Measure, Scope, Unit};
    /// assert_eq!(Criterion::of(Unit::Games, Scope::Tied, Measure::Ratio).id, "h2h_games_ratio");
    /// ```
    #[must_use]
    pub fn of(unit: Unit, scope: Scope, measure: Measure) -> Criterion {
        macro_rules! named {
            ($($unit:ident $name:literal),*) => {
                match (unit, scope, measure) {$(
                    (Unit::$unit, Scope::Tied, Measure::Sum) => concat!("h2h_", $name),
                    (Unit::$unit, Scope::Tied, Measure::Difference) => concat!("h2h_", $name, "_diff"),
                    (Unit::$unit, Scope::Tied, Measure::Ratio) => concat!("h2h_", $name, "_ratio"),
                    (Unit::$unit, Scope::All, Measure::Sum) => concat!("all_", $name),
                    (Unit::$unit, Scope::All, Measure::Difference) => concat!("all_", $name, "_diff"),
                    (Unit::$unit, Scope::All, Measure::Ratio) => concat!("all_", $name, "_ratio"),
                    (Unit::$unit, _, Measure::Buchholz(Cut::None)) => concat!("buchholz_", $name),
                    (Unit::$unit, _, Measure::Buchholz(Cut::Lowest)) => concat!("buchholz_cut_1_", $name),
                    (Unit::$unit, _, Measure::Buchholz(Cut::Both)) => concat!("buchholz_median_", $name),
                    (Unit::$unit, _, Measure::SonnebornBerger) => concat!("sonneborn_berger_", $name),
                    (Unit::$unit, _, Measure::Progressive) => concat!("progressive_", $name),
                    (Unit::$unit, _, Measure::Encounter) => concat!("direct_encounter_", $name),
                )*}
            };
        }
        let id = named!(MatchPoints "match_points", Wins "wins", Rubbers "rubbers", Games "games", Points "points");
        Criterion { id, unit, scope, measure }
    }
}
