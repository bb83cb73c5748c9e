//! The built-in ranking rules, each under the name that vectors use, with its source.

use std::borrow::Cow;

use super::ranking::{
    Across, Criterion, Cut, Measure, Notional, PointRule, RankingRules, Restart, Scope, Unit, Withdrawal,
};

/// A built-in set.
pub(super) struct Set {
    id: &'static str,
    first: Unit,
    points: PointRule,
    criteria: &'static [Criterion],
    restart: Restart,
    withdrawal: Withdrawal,
    walkover: Option<Notional>,
    clause: &'static str,
}

impl Set {
    /// As rules that can be changed.
    pub(super) fn rules(&self) -> RankingRules {
        RankingRules {
            id: Cow::Borrowed(self.id),
            first: self.first,
            points: self.points,
            criteria: Cow::Borrowed(self.criteria),
            restart: self.restart,
            withdrawal: self.withdrawal,
            walkover: self.walkover,
            // World Cup 2019: matches against the last of a greater group are left out.
            across: Across::AlikeMany,
            clause: Cow::Borrowed(self.clause),
        }
    }
}

const fn criterion(id: &'static str, unit: Unit, scope: Scope, measure: Measure) -> Criterion {
    Criterion { id, unit, scope, measure }
}

const fn points(win: u16, loss: u16, unfinished: u16, unplayed: u16) -> PointRule {
    PointRule { win, draw: None, loss, unfinished, unplayed, close: None }
}

/// ITTF 3.7.5.1: 2 for a win, 1 for a loss, 0 for a loss in an unplayed or unfinished match.
const ITTF_POINTS: PointRule = points(2, 1, 0, 0);
/// BWF GCR 16.2.1: matches won.
const BWF_POINTS: PointRule = points(1, 0, 0, 0);
/// FIBA D.1.1 with Art. 20 and 21: 2 for a win, 1 for a loss, also by default, 0 for a forfeit.
const FIBA_POINTS: PointRule = points(2, 1, 1, 0);
/// Football: 3 for a win, 1 for a draw.
const FOOTBALL_POINTS: PointRule = PointRule { draw: Some(1), ..points(3, 0, 0, 0) };
/// Swiss system: FIDE's 1, ½ and 0, doubled.
const SWISS_POINTS: PointRule = PointRule { draw: Some(1), ..points(2, 0, 0, 0) };
/// Volleyball: 3:0 and 3:1 give 3 and 0, 3:2 gives 2 and 1.
const FIVB_POINTS: PointRule = PointRule { close: Some([2, 1]), ..points(3, 0, 0, 0) };

const ITTF: &[Criterion] = &[
    criterion("match_points", Unit::MatchPoints, Scope::Tied, Measure::Sum),
    criterion("game_ratio", Unit::Games, Scope::Tied, Measure::Ratio),
    criterion("point_ratio", Unit::Points, Scope::Tied, Measure::Ratio),
];
const ITTF_TEAM: &[Criterion] = &[
    criterion("match_points", Unit::MatchPoints, Scope::Tied, Measure::Sum),
    criterion("individual_match_ratio", Unit::Rubbers, Scope::Tied, Measure::Ratio),
    criterion("game_ratio", Unit::Games, Scope::Tied, Measure::Ratio),
    criterion("point_ratio", Unit::Points, Scope::Tied, Measure::Ratio),
];
const BWF: &[Criterion] = &[
    criterion("game_diff", Unit::Games, Scope::All, Measure::Difference),
    criterion("point_diff", Unit::Points, Scope::All, Measure::Difference),
];
const BWF_TEAM: &[Criterion] = &[
    criterion("match_diff", Unit::Rubbers, Scope::All, Measure::Difference),
    criterion("game_diff", Unit::Games, Scope::All, Measure::Difference),
    criterion("point_diff", Unit::Points, Scope::All, Measure::Difference),
];
const BWF_TIED: &[Criterion] = &[
    criterion("h2h_game_diff", Unit::Games, Scope::Tied, Measure::Difference),
    criterion("h2h_point_diff", Unit::Points, Scope::Tied, Measure::Difference),
];
const FIBA: &[Criterion] = &[
    criterion("h2h_points", Unit::MatchPoints, Scope::Tied, Measure::Sum),
    criterion("h2h_diff", Unit::Points, Scope::Tied, Measure::Difference),
    criterion("h2h_for", Unit::Points, Scope::Tied, Measure::Sum),
    criterion("all_diff", Unit::Points, Scope::All, Measure::Difference),
    criterion("all_for", Unit::Points, Scope::All, Measure::Sum),
];
const GOAL_AVERAGE: &[Criterion] = &[
    criterion("h2h_points", Unit::MatchPoints, Scope::Tied, Measure::Sum),
    criterion("h2h_average", Unit::Points, Scope::Tied, Measure::Ratio),
    criterion("all_average", Unit::Points, Scope::All, Measure::Ratio),
    criterion("h2h_for", Unit::Points, Scope::Tied, Measure::Sum),
];
const FIFA: &[Criterion] = &[
    criterion("all_diff", Unit::Points, Scope::All, Measure::Difference),
    criterion("all_for", Unit::Points, Scope::All, Measure::Sum),
    criterion("h2h_points", Unit::MatchPoints, Scope::Tied, Measure::Sum),
    criterion("h2h_diff", Unit::Points, Scope::Tied, Measure::Difference),
    criterion("h2h_for", Unit::Points, Scope::Tied, Measure::Sum),
];
const FIVB: &[Criterion] = &[
    criterion("all_match_points", Unit::MatchPoints, Scope::All, Measure::Sum),
    criterion("all_game_ratio", Unit::Games, Scope::All, Measure::Ratio),
    criterion("all_point_ratio", Unit::Points, Scope::All, Measure::Ratio),
    criterion("h2h_wins", Unit::Wins, Scope::Tied, Measure::Sum),
];

const SWISS: &[Criterion] = &[
    criterion("direct_encounter", Unit::MatchPoints, Scope::Tied, Measure::Encounter),
    criterion("buchholz_cut_1", Unit::MatchPoints, Scope::All, Measure::Buchholz(Cut::Lowest)),
    criterion("buchholz", Unit::MatchPoints, Scope::All, Measure::Buchholz(Cut::None)),
    criterion("sonneborn_berger", Unit::MatchPoints, Scope::All, Measure::SonnebornBerger),
    criterion("progressive", Unit::MatchPoints, Scope::All, Measure::Progressive),
    criterion("wins", Unit::Wins, Scope::All, Measure::Sum),
];

/// A game of basketball that is forfeited: 20:0 (FIBA Art. 20).
const TWENTY: Notional = Notional { rubbers: 0, games: 0, points: 20 };

const fn set(id: &'static str, points: PointRule, criteria: &'static [Criterion], clause: &'static str) -> Set {
    Set {
        id,
        first: Unit::MatchPoints,
        points,
        criteria,
        restart: Restart::FromBeginning,
        withdrawal: Withdrawal::Keep,
        walkover: None,
        clause,
    }
}

const fn bwf(id: &'static str, criteria: &'static [Criterion]) -> Set {
    let set = set(id, BWF_POINTS, criteria, "BWF GCR 16.2");
    Set { restart: Restart::TwoByMatch, withdrawal: Withdrawal::Delete, ..set }
}

/// The domestic sets follow the federations; who gives up is deleted, in basketball who is absent twice (rules A.4: domain
/// knowledge, no primary text was seen). Football follows the regulations of the World Cup 2022 and the European
/// Championship 2024, volleyball those of the FIVB since 2011 (from memory of the field, unverified).
pub(super) const BUILT_IN: &[Set] = &[
    set("ittf_3.7.5", ITTF_POINTS, ITTF, "ITTF 3.7.5"),
    set("ittf_3.7.5_team", ITTF_POINTS, ITTF_TEAM, "ITTF 3.7.5"),
    bwf("bwf_gcr_16.2", BWF),
    bwf("bwf_team", BWF_TEAM),
    set("fiba_2014+", FIBA_POINTS, FIBA, "FIBA D.1"),
    // The edition before October 2014, for tables of its time and for amateur regulations that keep it.
    set("fiba_goal_average", FIBA_POINTS, GOAL_AVERAGE, "FIBA D.1 (2012)"),
    Set { withdrawal: Withdrawal::Delete, ..set("cn_table_tennis", ITTF_POINTS, ITTF, "ITTF 3.7.5") },
    Set { withdrawal: Withdrawal::Delete, ..set("cn_table_tennis_team", ITTF_POINTS, ITTF_TEAM, "ITTF 3.7.5") },
    bwf("cn_badminton_tied", BWF_TIED),
    Set {
        withdrawal: Withdrawal::Absences(2),
        walkover: Some(TWENTY),
        ..set("cn_basketball", FIBA_POINTS, FIBA, "FIBA D.1")
    },
    Set {
        withdrawal: Withdrawal::Absences(2),
        walkover: Some(TWENTY),
        ..set("cn_basketball_average", FIBA_POINTS, GOAL_AVERAGE, "FIBA D.1 (2012)")
    },
    Set { restart: Restart::GoOn, ..set("football_fifa_2022", FOOTBALL_POINTS, FIFA, "FIFA World Cup 2022, Art. 12") },
    Set { restart: Restart::AfterTied, ..set("football_uefa_2024", FOOTBALL_POINTS, FIBA, "UEFA EURO 2024, Art. 20") },
    // The order is one of the many that FIDE leaves to the regulations of an event.
    Set { restart: Restart::GoOn, ..set("swiss", SWISS_POINTS, SWISS, "FIDE C.07") },
    Set {
        first: Unit::Wins,
        restart: Restart::GoOn,
        walkover: Some(Notional { rubbers: 0, games: 3, points: 75 }),
        ..set("volleyball_fivb", FIVB_POINTS, FIVB, "FIVB Sports Regulations")
    },
];
