//! Why entrants stand where they stand.

use gongsai::regulations::{Criterion, Cut, Measure, Scope, Unit};
use gongsai::standings::{Reason, Row, Value, Why};

use crate::Lang;

/// Says what separated entrants. `names` are those of the group, in its order.
///
/// ```
/// use gongsai::standings::{Reason, Value, Why};
/// use gongsai_wording::{Lang, standings::why};
/// let values = vec![Value::Count(1), Value::Count(0)];
/// let step = Why { entrants: vec![1, 0], by: Reason::Match, values, clause: "BWF GCR 16.2".into() };
/// assert_eq!(why(Lang::Zh, &step, &["甲", "乙"]), "乙、甲相等，两者之间的比赛乙胜，列前（BWF GCR 16.2）。");
/// ```
#[must_use]
pub fn why(lang: Lang, why: &Why, names: &[impl AsRef<str>]) -> String {
    let name = |entrant: usize| names.get(entrant).map_or("?", AsRef::as_ref);
    let (comma, and) = match lang {
        Lang::Zh => ("，", "、"),
        Lang::En => (", ", ", "),
    };
    let all: Vec<&str> = why.entrants.iter().map(|entrant| name(*entrant)).collect();
    let values: Vec<String> =
        all.iter().zip(&why.values).map(|(name, value)| format!("{name} {}", number(why.by, value))).collect();
    let (all, values, clause) = (all.join(and), values.join(comma), &why.clause);
    let first = why.entrants.first().map_or("?", |entrant| name(*entrant));
    match (lang, why.by) {
        (Lang::Zh, Reason::Criterion(by)) => format!("{all}相等，按{}排列：{values}（{clause}）。", chinese(&by)),
        (Lang::En, Reason::Criterion(by)) => {
            format!("{all} are equal; {} decides: {values} ({clause}).", english(&by))
        }
        (Lang::Zh, Reason::Match) => format!("{all}相等，两者之间的比赛{first}胜，列前（{clause}）。"),
        (Lang::En, Reason::Match) => format!("{all} are equal; {first} won the match between them ({clause})."),
        (Lang::Zh, Reason::Lot) => format!("{all}各项都相等，由抽签排定（{clause}）。"),
        (Lang::En, Reason::Lot) => format!("{all} are equal in everything; the lot placed them so ({clause})."),
        (Lang::Zh, Reason::LotNeeded) => format!("{all}各项都相等，须抽签（{clause}）。"),
        (Lang::En, Reason::LotNeeded) => format!("{all} are equal in everything; a lot must decide ({clause})."),
    }
}

/// Says what alone placed an entrant whom nobody equals: the count that comes before any criterion.
///
/// ```
/// use gongsai::regulations::Unit;
/// use gongsai::standings::Row;
/// use gongsai_wording::{Lang, standings::alone};
/// let row = Row { match_points: 6, ..Row::default() };
/// assert_eq!(alone(Lang::Zh, Unit::MatchPoints, &row), "积分 6，无人相同。");
/// ```
#[must_use]
pub fn alone(lang: Lang, first: Unit, row: &Row) -> String {
    match (lang, first) {
        (Lang::Zh, Unit::Wins) => format!("胜 {} 场，无人相同。", row.won),
        (Lang::En, Unit::Wins) => format!("Matches won: {}; nobody else has as many.", row.won),
        (Lang::Zh, _) => format!("积分 {}，无人相同。", row.match_points),
        (Lang::En, _) => format!("Match points: {}; nobody else has as many.", row.match_points),
    }
}

/// The name of a criterion.
#[must_use]
pub fn criterion(lang: Lang, criterion: &Criterion) -> String {
    match lang {
        Lang::Zh => chinese(criterion),
        Lang::En => english(criterion),
    }
}

fn chinese(criterion: &Criterion) -> String {
    if let Some(name) = swiss(Lang::Zh, criterion.measure) {
        return match criterion.unit {
            Unit::MatchPoints => name.to_owned(),
            Unit::Wins => format!("{name}（按胜次）"),
            Unit::Rubbers => format!("{name}（按胜场数）"),
            Unit::Games => format!("{name}（按胜局数）"),
            Unit::Points => format!("{name}（按得分）"),
        };
    }
    let scope = match criterion.scope {
        Scope::All => "全部比赛的",
        Scope::Tied => "相互间比赛的",
    };
    let what = match (criterion.measure, criterion.unit) {
        (Measure::Sum, Unit::MatchPoints) => "积分",
        (Measure::Sum, Unit::Wins) => "胜次",
        (Measure::Difference, Unit::Wins) => "胜负次数差",
        (Measure::Ratio, Unit::Wins) => "胜负次数比率",
        (Measure::Sum, Unit::Rubbers) => "胜场数",
        (Measure::Sum, Unit::Games) => "胜局数",
        (Measure::Sum, Unit::Points) => "得分",
        (Measure::Difference, Unit::MatchPoints) => "积分差",
        (Measure::Difference, Unit::Rubbers) => "净胜场",
        (Measure::Difference, Unit::Games) => "净胜局",
        (Measure::Difference, Unit::Points) => "净胜分",
        (Measure::Ratio, Unit::MatchPoints) => "积分比率",
        (Measure::Ratio, Unit::Rubbers) => "场数胜负比率",
        (Measure::Ratio, Unit::Games) => "局数胜负比率",
        (Measure::Ratio, Unit::Points) => "分数胜负比率",
        (Measure::Buchholz(_) | Measure::SonnebornBerger | Measure::Progressive | Measure::Encounter, _) => "",
    };
    format!("{scope}{what}")
}

fn english(criterion: &Criterion) -> String {
    let unit = match criterion.unit {
        Unit::MatchPoints => "match points",
        Unit::Wins => "matches",
        Unit::Rubbers => "individual matches",
        Unit::Games => "games",
        Unit::Points => "points",
    };
    let what = match criterion.measure {
        Measure::Sum => format!("the number of {unit}"),
        Measure::Difference => format!("the difference of {unit}"),
        Measure::Ratio => format!("the ratio of {unit}"),
        Measure::Buchholz(_) | Measure::SonnebornBerger | Measure::Progressive | Measure::Encounter => {
            let name = swiss(Lang::En, criterion.measure).unwrap_or_default();
            return if criterion.unit == Unit::MatchPoints { name.to_owned() } else { format!("{name} by {unit}") };
        }
    };
    match criterion.scope {
        Scope::All => format!("{what} in all matches"),
        Scope::Tied => format!("{what} in the matches between them"),
    }
}

/// The name of a criterion of a Swiss system.
fn swiss(lang: Lang, measure: Measure) -> Option<&'static str> {
    let (zh, en) = match measure {
        Measure::Sum | Measure::Difference | Measure::Ratio => return None,
        Measure::Buchholz(Cut::None) => ("对手分", "the sum of the opponents' scores (Buchholz)"),
        Measure::Buchholz(Cut::Lowest) => {
            ("对手分（去最低）", "the sum of the opponents' scores without the lowest (Buchholz cut 1)")
        }
        Measure::Buchholz(Cut::Both) => (
            "对手分（去最高最低）",
            "the sum of the opponents' scores without the lowest and the highest (median Buchholz)",
        ),
        Measure::SonnebornBerger => ("索伯分", "the scores of the beaten opponents (Sonneborn-Berger)"),
        Measure::Progressive => ("累进分", "the sum of the scores after each round"),
        Measure::Encounter => ("相互间的成绩", "the matches between them"),
    };
    Some(lang.pick(zh, en))
}

/// The value as it is shown: a difference with its sign.
fn number(by: Reason, value: &Value) -> String {
    match (by, value) {
        (Reason::Criterion(Criterion { measure: Measure::Difference, .. }), Value::Count(count)) => {
            format!("{count:+}")
        }
        (_, value) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::why;
    use crate::Lang;
    use gongsai::regulations::RankingRules;
    use gongsai::standings::{Reason, Value, Why, WonLost};

    #[track_caller]
    fn check(rules: &str, criterion: &str, values: &[Value], zh: &str, en: &str) {
        let rules = RankingRules::named(rules).unwrap();
        let by = rules.criteria.iter().find(|known| known.id == criterion).unwrap();
        let entrants = (0..values.len()).collect();
        let step = Why { entrants, by: Reason::Criterion(*by), values: values.to_vec(), clause: rules.clause };
        assert_eq!(why(Lang::Zh, &step, &["太原", "大同", "阳泉"]), zh);
        assert_eq!(why(Lang::En, &step, &["Taiyuan", "Datong", "Yangquan"]), en);
    }

    #[test]
    fn a_ratio_is_shown_as_it_is() {
        let ratio = |won, lost| Value::Ratio(WonLost { won, lost });
        check(
            "ittf_3.7.5",
            "game_ratio",
            &[ratio(7, 4), ratio(4, 5), ratio(5, 7)],
            "太原、大同、阳泉相等，按相互间比赛的局数胜负比率排列：太原 7:4，大同 4:5，阳泉 5:7（ITTF 3.7.5）。",
            "Taiyuan, Datong, Yangquan are equal; the ratio of games in the matches between them decides: Taiyuan 7:4, \
             Datong 4:5, Yangquan 5:7 (ITTF 3.7.5).",
        );
    }

    #[test]
    fn a_difference_has_its_sign() {
        check(
            "fiba_2014+",
            "all_diff",
            &[Value::Count(30), Value::Count(-8)],
            "太原、大同相等，按全部比赛的净胜分排列：太原 +30，大同 -8（FIBA D.1）。",
            "Taiyuan, Datong are equal; the difference of points in all matches decides: Taiyuan +30, Datong -8 (FIBA D.1).",
        );
    }
}
