//! Ranking rules of a group, as data: what a match is worth, and what separates entrants of equal worth.

/// What a match is worth to its two sides, in match points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointRule {
    /// To the winner.
    pub win: u16,
    /// To the loser of a match that was played to its end.
    pub loss: u16,
    /// To the loser who started and gave up, or was left with too few players (FIBA: default).
    pub unfinished: u16,
    /// To the loser who did not appear (walkover, forfeit).
    pub unplayed: u16,
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
}

/// What happens to the results of an entrant who gives up inside the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawal {
    /// They stand; matches not played are lost (ITTF 3.7.5).
    Keep,
    /// They are deleted with the entrant, and one given-up match is enough (BWF GCR 16.3).
    Delete,
}

/// The ranking rules of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankingRules {
    /// The name in regulations and vectors (`ittf_3.7.5`).
    pub id: &'static str,
    /// What a match is worth.
    pub points: PointRule,
    /// What separates entrants with equal match points, in order.
    pub criteria: &'static [Criterion],
    /// How to go on after a criterion.
    pub restart: Restart,
    /// What becomes of one who gives up.
    pub withdrawal: Withdrawal,
    /// The article of the sport's rules (`ITTF 3.7.5`).
    pub clause: &'static str,
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
        BUILT_IN.iter().find(|rules| rules.id == name).copied()
    }
}

const fn criterion(id: &'static str, unit: Unit, scope: Scope, measure: Measure) -> Criterion {
    Criterion { id, unit, scope, measure }
}

/// ITTF 3.7.5.1: 2 for a win, 1 for a loss, 0 for a loss in an unplayed or unfinished match.
const ITTF_POINTS: PointRule = PointRule { win: 2, loss: 1, unfinished: 0, unplayed: 0 };
/// BWF GCR 16.2.1: matches won.
const BWF_POINTS: PointRule = PointRule { win: 1, loss: 0, unfinished: 0, unplayed: 0 };
/// FIBA D.1.1 with Art. 20 and 21: 2 for a win, 1 for a loss, also by default, 0 for a forfeit.
const FIBA_POINTS: PointRule = PointRule { win: 2, loss: 1, unfinished: 1, unplayed: 0 };

/// The sources are named in the documentation of each constant above and in the clause of each set.
const BUILT_IN: &[RankingRules] = &[
    RankingRules {
        id: "ittf_3.7.5",
        points: ITTF_POINTS,
        criteria: &[
            criterion("match_points", Unit::MatchPoints, Scope::Tied, Measure::Sum),
            criterion("game_ratio", Unit::Games, Scope::Tied, Measure::Ratio),
            criterion("point_ratio", Unit::Points, Scope::Tied, Measure::Ratio),
        ],
        restart: Restart::FromBeginning,
        withdrawal: Withdrawal::Keep,
        clause: "ITTF 3.7.5",
    },
    RankingRules {
        id: "ittf_3.7.5_team",
        points: ITTF_POINTS,
        criteria: &[
            criterion("match_points", Unit::MatchPoints, Scope::Tied, Measure::Sum),
            criterion("individual_match_ratio", Unit::Rubbers, Scope::Tied, Measure::Ratio),
            criterion("game_ratio", Unit::Games, Scope::Tied, Measure::Ratio),
            criterion("point_ratio", Unit::Points, Scope::Tied, Measure::Ratio),
        ],
        restart: Restart::FromBeginning,
        withdrawal: Withdrawal::Keep,
        clause: "ITTF 3.7.5",
    },
    RankingRules {
        id: "bwf_gcr_16.2",
        points: BWF_POINTS,
        criteria: &[
            criterion("game_diff", Unit::Games, Scope::All, Measure::Difference),
            criterion("point_diff", Unit::Points, Scope::All, Measure::Difference),
        ],
        restart: Restart::TwoByMatch,
        withdrawal: Withdrawal::Delete,
        clause: "BWF GCR 16.2",
    },
    RankingRules {
        id: "bwf_team",
        points: BWF_POINTS,
        criteria: &[
            criterion("match_diff", Unit::Rubbers, Scope::All, Measure::Difference),
            criterion("game_diff", Unit::Games, Scope::All, Measure::Difference),
            criterion("point_diff", Unit::Points, Scope::All, Measure::Difference),
        ],
        restart: Restart::TwoByMatch,
        withdrawal: Withdrawal::Delete,
        clause: "BWF GCR 16.2",
    },
    RankingRules {
        id: "fiba_2014+",
        points: FIBA_POINTS,
        criteria: &[
            criterion("h2h_points", Unit::MatchPoints, Scope::Tied, Measure::Sum),
            criterion("h2h_diff", Unit::Points, Scope::Tied, Measure::Difference),
            criterion("h2h_for", Unit::Points, Scope::Tied, Measure::Sum),
            criterion("all_diff", Unit::Points, Scope::All, Measure::Difference),
            criterion("all_for", Unit::Points, Scope::All, Measure::Sum),
        ],
        restart: Restart::FromBeginning,
        withdrawal: Withdrawal::Keep,
        clause: "FIBA D.1",
    },
    // The edition before October 2014, for tables of its time and for amateur regulations that keep it.
    RankingRules {
        id: "fiba_goal_average",
        points: FIBA_POINTS,
        criteria: &[
            criterion("h2h_points", Unit::MatchPoints, Scope::Tied, Measure::Sum),
            criterion("h2h_average", Unit::Points, Scope::Tied, Measure::Ratio),
            criterion("all_average", Unit::Points, Scope::All, Measure::Ratio),
            criterion("h2h_for", Unit::Points, Scope::Tied, Measure::Sum),
        ],
        restart: Restart::FromBeginning,
        withdrawal: Withdrawal::Keep,
        clause: "FIBA D.1 (2012)",
    },
];
