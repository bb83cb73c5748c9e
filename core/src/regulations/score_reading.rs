//! Score rules as regulations write them: see [`super::score`] for the fields.

use super::score::{AwardedScore, Decider, GameRule, LastGame, PartRule, ScoreRule, TotalRule};
use super::value::{Defect, DefectKind, Fields, Value};

/// The greatest number of games or parts: what is beyond is a slip.
const MOST: u16 = 99;

/// What a table begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Games,
    Total(TotalRule),
}

const POINTS: TotalRule = TotalRule { parts: None, draw: false, decision: None, forfeit: None, default: None };

impl ScoreRule {
    /// The rule that a value names or writes out.
    ///
    /// ```
    /// use gongsai::regulations::{GameRule, ScoreRule, Value};
    /// let base = ("base", Value::Text("volleyball".to_owned()));
    /// let short = ScoreRule::of_value(&Value::map([base, ("best_of", Value::Int(3))])).unwrap();
    /// let ScoreRule::Games(rule) = short else { panic!("games") };
    /// assert_eq!((rule.game(2).target, rule.game(3).target), (25, 15));
    /// assert_eq!(ScoreRule::of_value(&Value::Int(3)).unwrap_err().len(), 1);
    /// ```
    ///
    /// # Errors
    /// Every defect, with its path.
    pub fn of_value(value: &Value) -> Result<ScoreRule, Vec<Defect>> {
        let whole = Value::map([("score", value.clone())]);
        let mut fields = Fields::of(&whole, String::new());
        let rule = read(&mut fields);
        match (rule, fields.finish()) {
            (Some(rule), defects) if defects.is_empty() => Ok(rule),
            (_, defects) => Err(defects),
        }
    }
}

/// Reads `score`; nothing where it is absent or wrong (a defect says what).
pub(super) fn read(fields: &mut Fields<'_>) -> Option<ScoreRule> {
    let value = fields.take("score");
    match fields.required("score", value)? {
        Value::Text(name) => {
            let rule = ScoreRule::named(name);
            if rule.is_none() {
                fields.defect("score", DefectKind::NotOneOf(names()));
            }
            rule
        }
        Value::Bool(_) | Value::Int(_) | Value::List(_) => {
            fields.defect("score", DefectKind::Expected("a score rule, or its name"));
            None
        }
        value @ Value::Map(_) => {
            let mut own = Fields::of(value, fields.path_of("score"));
            let rule = read_own(&mut own);
            fields.absorb(own);
            rule
        }
    }
}

fn names() -> Vec<&'static str> {
    ScoreRule::BUILT_IN.iter().map(|(name, _)| *name).collect()
}

fn read_own(own: &mut Fields<'_>) -> Option<ScoreRule> {
    let base = own.one_of("base", ScoreRule::BUILT_IN);
    let basketball = match ScoreRule::FIBA {
        ScoreRule::Total(rule) => Sort::Total(rule),
        ScoreRule::Games(_) => Sort::Games,
    };
    let kinds = [("basketball", basketball), ("games", Sort::Games), ("points", Sort::Total(POINTS))];
    let kind = own.one_of("kind", &kinds);
    match (base, kind) {
        (Some(ScoreRule::Games(base)), None | Some(Sort::Games)) => read_games(own, Some(base)),
        (Some(ScoreRule::Total(base)), None | Some(Sort::Total(_))) => read_total(own, base),
        (Some(_), Some(_)) => {
            own.defect("kind", DefectKind::Expected("the kind of the base, or none"));
            own.take_rest();
            None
        }
        (None, None | Some(Sort::Games)) => read_games(own, None),
        (None, Some(Sort::Total(base))) => read_total(own, base),
    }
}

fn read_games(own: &mut Fields<'_>, base: Option<GameRule>) -> Option<ScoreRule> {
    let target = own.number("target").or(base.map(|base| base.target));
    let target = own.required("target", target);
    let best_of = own.number("best_of").or(base.map(|base| base.best_of));
    let best_of = own.required("best_of", best_of);
    let lead = own.number("lead").or(base.map(|base| base.lead)).unwrap_or(2);
    let cap = own.number("cap").or(base.and_then(|base| base.cap));
    let own_last = (own.number("last"), own.number("last_cap"));
    let last = match (own_last, base.and_then(|base| base.last)) {
        ((None, None), last) => last,
        ((Some(target), cap), _) => Some(LastGame { target, cap }),
        ((None, Some(cap)), Some(last)) => Some(LastGame { cap: Some(cap), ..last }),
        ((None, Some(_)), None) => {
            own.defect("last", DefectKind::Missing);
            None
        }
    };
    let play_all = own.bool("play_all").or(base.map(|base| base.play_all)).unwrap_or(false);
    let award = match (own.bool("award"), base.and_then(|base| base.award)) {
        (None, award) => award,
        (Some(true), award) => Some(award.unwrap_or("")),
        (Some(false), _) => None,
    };
    if target == Some(0) {
        own.defect("target", DefectKind::Expected("at least 1"));
    }
    if best_of.is_some_and(|best_of| best_of % 2 == 0 || best_of > MOST) {
        own.defect("best_of", DefectKind::Expected("an odd number up to 99"));
    }
    if lead == 0 || target.zip(cap).is_some_and(|(target, cap)| cap < target) {
        own.defect("cap", DefectKind::Expected("a cap not below the target, and a lead of at least 1"));
    }
    if last.is_some_and(|last| last.target == 0 || last.cap.is_some_and(|cap| cap < last.target)) {
        own.defect("last", DefectKind::Expected("at least 1, and a cap not below it"));
    }
    let (target, best_of) = target.zip(best_of)?;
    Some(ScoreRule::Games(GameRule { target, lead, cap, best_of, last, play_all, award }))
}

fn read_total(own: &mut Fields<'_>, base: TotalRule) -> Option<ScoreRule> {
    let regular = own.number("parts");
    let (overtime, overtimes) = (own.number("overtime"), own.number("overtimes"));
    let usual = base.parts.unwrap_or(PartRule { regular: 0, overtime: 1, overtimes: None });
    let parts = PartRule {
        regular: regular.unwrap_or(usual.regular),
        overtime: overtime.unwrap_or(usual.overtime),
        overtimes: overtimes.or(usual.overtimes),
    };
    if parts.regular > MOST {
        own.defect("parts", DefectKind::Expected("a number up to 99"));
    }
    if parts.overtime == 0 || parts.overtime > MOST {
        own.defect("overtime", DefectKind::Expected("a number from 1 to 99"));
    }
    if parts.regular == 0 && (overtime.is_some() || overtimes.is_some()) {
        own.defect("parts", DefectKind::Missing);
    }
    let draw = own.bool("draw").unwrap_or(base.draw);
    let deciders =
        [("shootout", Some(Decider::Shootout)), ("golden-point", Some(Decider::GoldenPoint)), ("none", None)];
    let decision = own.one_of("decision", &deciders).unwrap_or(base.decision);
    let mut award = |name: &str, usual: Option<AwardedScore>| match own.number(name) {
        None => usual,
        Some(points) => {
            Some(usual.filter(|usual| usual.points == points).unwrap_or(AwardedScore { points, clause: "" }))
        }
    };
    let forfeit = award("forfeit", base.forfeit);
    let default = award("default", base.default);
    let parts = Some(parts).filter(|parts| parts.regular > 0);
    Some(ScoreRule::Total(TotalRule { parts, draw, decision, forfeit, default }))
}
