//! Ranking rules as regulations write them: the name of a built-in set, or a table of one's own.
//!
//! | field | what | left out |
//! |---|---|---|
//! | `base` | a built-in set that the rest changes | match points 2, 1, 0, 0 |
//! | `first` | `match-points` or `wins` | as the base |
//! | `points` | `win`, `draw`, `loss`, `unfinished`, `unplayed`, `close_win` with `close_loss` | as the base |
//! | `criteria` | a list of `{ count, among, as }`: `match-points`, `wins`, `rubbers`, `games`, `points`; `all`, `tied`; `sum`, `difference`, `ratio`, or one of those below, which have no `among` | as the base |
//! | `restart` | `from-beginning`, `two-by-match`, `go-on`, `after-tied` | as the base |
//! | `withdrawal` | `keep`, `delete`, `half`, or a number of absences | as the base |
//! | `walkover` | `rubbers`, `games`, `points` that the winner of a match that never began is credited with | as the base |
//! | `across` | `alike-many` or `all` | as the base |
//! | `clause` | the article of the regulations, shown with every reason | as the base |
//!
//! Criteria of a Swiss system 积分编排制, by the tie-break regulations of FIDE (C.07, 2024); `count` is what they add up:
//!
//! | `as` | what | FIDE |
//! |---|---|---|
//! | `direct-encounter` | among the equal, where each of them has met each other one; else it separates nobody | 6; that one whom nobody could overtake comes first before all have met is not looked for |
//! | `progressive` | the sum of the running scores after each round; a match whose round is not known counts as one of the first | 7.5 |
//! | `buchholz` 对手分 | the scores of all opponents, one who is met twice twice | 8.1 |
//! | `buchholz-cut-1` | without the lowest | 14.1 |
//! | `buchholz-median` | without the lowest and the highest | 14.3 |
//! | `sonneborn-berger` | the scores of those beaten, and half of those drawn with | 9.1 |
//!
//! Matches that were not played: one that somebody did not appear for counts as it is recorded, against the opponent who
//! should have come, with that opponent's score as it stands. A round without an opponent is no match and adds nothing. The
//! substitutes of FIDE (15, 16: a dummy opponent, adjusted scores of opponents) are not used.

use std::borrow::Cow;

use super::ranking::{Across, Criterion, Cut, Measure, Notional, RankingRules, Restart, Scope, Unit, Withdrawal};
use super::value::{Defect, DefectKind, Fields, Value, whole_number};

const UNITS: &[(&str, Unit)] = &[
    ("match-points", Unit::MatchPoints),
    ("wins", Unit::Wins),
    ("rubbers", Unit::Rubbers),
    ("games", Unit::Games),
    ("points", Unit::Points),
];
const FIRSTS: &[(&str, Unit)] = &[("match-points", Unit::MatchPoints), ("wins", Unit::Wins)];
const SCOPES: &[(&str, Scope)] = &[("all", Scope::All), ("tied", Scope::Tied)];
const MEASURES: &[(&str, Measure)] = &[
    ("sum", Measure::Sum),
    ("difference", Measure::Difference),
    ("ratio", Measure::Ratio),
    ("direct-encounter", Measure::Encounter),
    ("progressive", Measure::Progressive),
    ("buchholz", Measure::Buchholz(Cut::None)),
    ("buchholz-cut-1", Measure::Buchholz(Cut::Lowest)),
    ("buchholz-median", Measure::Buchholz(Cut::Both)),
    ("sonneborn-berger", Measure::SonnebornBerger),
];
const RESTARTS: &[(&str, Restart)] = &[
    ("from-beginning", Restart::FromBeginning),
    ("two-by-match", Restart::TwoByMatch),
    ("go-on", Restart::GoOn),
    ("after-tied", Restart::AfterTied),
];
const WITHDRAWALS: &[(&str, Withdrawal)] =
    &[("keep", Withdrawal::Keep), ("delete", Withdrawal::Delete), ("half", Withdrawal::Half)];
const ACROSS: &[(&str, Across)] = &[("alike-many", Across::AlikeMany), ("all", Across::All)];
/// More criteria than any book has: what is beyond is a slip.
const MOST: usize = 20;

impl RankingRules {
    /// The rules that a value names or writes out.
    ///
    /// ```
    /// use gongsai::regulations::{RankingRules, Value, Withdrawal};
    /// let named = RankingRules::of_value(&Value::Text("ittf_3.7.5".to_owned())).unwrap();
    /// let base = ("base", Value::Text("ittf_3.7.5".to_owned()));
    /// let own = Value::map([base, ("withdrawal", Value::Text("delete".to_owned()))]);
    /// let own = RankingRules::of_value(&own).unwrap();
    /// assert_eq!((own.criteria, own.withdrawal), (named.criteria, Withdrawal::Delete));
    /// assert_eq!(RankingRules::of_value(&Value::Int(3)).unwrap_err().len(), 1);
    /// ```
    ///
    /// # Errors
    /// Every defect, with its path.
    pub fn of_value(value: &Value) -> Result<RankingRules, Vec<Defect>> {
        let whole = Value::map([("ranking", value.clone())]);
        let mut fields = Fields::of(&whole, String::new());
        let rules = read(&mut fields);
        match (rules, fields.finish()) {
            (Some(rules), defects) if defects.is_empty() => Ok(rules),
            (_, defects) => Err(defects),
        }
    }
}

/// Reads `ranking`; nothing where it is absent or wrong (a defect says what).
pub(super) fn read(fields: &mut Fields<'_>) -> Option<RankingRules> {
    match fields.take("ranking")? {
        Value::Text(name) => {
            let rules = RankingRules::named(name);
            if rules.is_none() {
                fields.defect("ranking", DefectKind::Expected("a ranking rule set"));
            }
            rules
        }
        value @ (Value::Map(_) | Value::Bool(_) | Value::Int(_) | Value::List(_)) => {
            let mut own = Fields::of(value, fields.path_of("ranking"));
            let rules = read_own(&mut own);
            fields.absorb(own);
            rules
        }
    }
}

fn read_own(own: &mut Fields<'_>) -> Option<RankingRules> {
    let base = match own.text("base") {
        None => RankingRules::built_in().next(),
        Some(name) => {
            let rules = RankingRules::named(name);
            if rules.is_none() {
                own.defect("base", DefectKind::Expected("a ranking rule set"));
            }
            rules
        }
    };
    let mut rules = RankingRules { id: Cow::Borrowed(""), ..base? };
    if let Some(first) = own.one_of("first", FIRSTS) {
        rules.first = first;
    }
    read_points(own, &mut rules);
    if let Some(list) = own.take("criteria") {
        rules.criteria = Cow::Owned(read_criteria(own, list));
    }
    if let Some(restart) = own.one_of("restart", RESTARTS) {
        rules.restart = restart;
    }
    if let Some(withdrawal) = read_withdrawal(own) {
        rules.withdrawal = withdrawal;
    }
    if let Some(mut walkover) = own.inner("walkover") {
        let mut count = |name: &str| u32::from(walkover.number(name).unwrap_or(0));
        let (rubbers, games, points) = (count("rubbers"), count("games"), count("points"));
        rules.walkover = Some(Notional { rubbers, games, points });
        own.absorb(walkover);
    }
    if let Some(across) = own.one_of("across", ACROSS) {
        rules.across = across;
    }
    if let Some(clause) = own.text("clause") {
        rules.clause = Cow::Owned(clause.to_owned());
    }
    Some(rules)
}

fn read_points(own: &mut Fields<'_>, rules: &mut RankingRules) {
    let Some(mut points) = own.inner("points") else { return };
    let to = &mut rules.points;
    for (name, to) in [
        ("win", &mut to.win),
        ("loss", &mut to.loss),
        ("unfinished", &mut to.unfinished),
        ("unplayed", &mut to.unplayed),
    ] {
        *to = points.number(name).unwrap_or(*to);
    }
    if let Some(draw) = points.number("draw") {
        to.draw = Some(draw);
    }
    match (points.number("close_win"), points.number("close_loss")) {
        (Some(win), Some(loss)) => to.close = Some([win, loss]),
        (None, None) => {}
        (Some(_), None) => drop(points.required("close_loss", None::<u16>)),
        (None, Some(_)) => drop(points.required("close_win", None::<u16>)),
    }
    own.absorb(points);
}

fn read_criteria(own: &mut Fields<'_>, list: &Value) -> Vec<Criterion> {
    let list = match list {
        Value::List(list) if list.len() <= MOST => list.as_slice(),
        Value::List(_) | Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::Map(_) => {
            own.defect("criteria", DefectKind::Expected("a list of at most 20 criteria"));
            &[]
        }
    };
    let mut criteria = Vec::new();
    for (index, value) in list.iter().enumerate() {
        let mut fields = Fields::of(value, format!("{}[{index}]", own.path_of("criteria")));
        let unit = fields.one_of("count", UNITS);
        let unit = fields.required("count", unit);
        let scope = fields.one_of("among", SCOPES);
        let measure = fields.one_of("as", MEASURES);
        let measure = fields.required("as", measure);
        let scope = match (scope, measure) {
            (scope, None) => scope.unwrap_or(Scope::All),
            (scope, Some(measure)) if measure.is_plain() => scope.unwrap_or(Scope::All),
            (None, Some(measure)) => measure.only_scope(),
            (Some(_), Some(measure)) => {
                fields.defect("among", DefectKind::Unknown);
                measure.only_scope()
            }
        };
        criteria.extend(unit.zip(measure).map(|(unit, measure)| Criterion::of(unit, scope, measure)));
        own.absorb(fields);
    }
    criteria
}

fn read_withdrawal(own: &mut Fields<'_>) -> Option<Withdrawal> {
    let expected = DefectKind::Expected("keep, delete, half, or a number of absences from 1");
    let found = match own.take("withdrawal")? {
        Value::Text(name) => WITHDRAWALS.iter().find(|(known, _)| known == name).map(|(_, meaning)| *meaning),
        value => whole_number(value).filter(|times| *times > 0).map(Withdrawal::Absences),
    };
    if found.is_none() {
        own.defect("withdrawal", expected);
    }
    found
}
