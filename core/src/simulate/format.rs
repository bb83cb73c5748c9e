//! A meet of one event in a format, for demonstrations and tests of formats.

use crate::regulations::{DrawTable, FormatRule, RankingRules, RegulationsDraft, Value};

/// The short name of the event in regulations of one format.
pub const EVENT: &str = "event";

/// Regulations of one event in a format: singles of table tennis, best of five games. `ranking` ranks its groups, if it
/// has any.
///
/// ```
/// use gongsai::regulations::{DrawTable, FormatRule, RankingRules};
/// use gongsai::simulate::regulations;
/// let ranking = RankingRules::named("ittf_3.7.5").unwrap();
/// let draft = regulations(&FormatRule::Stepladder, DrawTable::Ittf, &ranking);
/// assert_eq!(draft.verify().unwrap().events[0].format, FormatRule::Stepladder);
/// ```
#[must_use]
pub fn regulations(format: &FormatRule, table: DrawTable, ranking: &RankingRules) -> RegulationsDraft {
    let text = |text: &str| Value::Text(text.to_owned());
    let table = match table {
        DrawTable::Ittf => "ittf",
        DrawTable::Bwf => "bwf",
        DrawTable::Cn => "cn",
        DrawTable::Standard => "standard",
    };
    let score = Value::map([("target", Value::Int(11)), ("lead", Value::Int(2)), ("best_of", Value::Int(5))]);
    let mut event = vec![
        ("id", text(EVENT)),
        ("name", text("单打")),
        ("sport", text("TT")),
        ("form", text("单打")),
        ("kind", text("singles")),
        ("format", format.value()),
        ("draw", Value::map([("rule", text(table))])),
        ("score", score),
    ];
    if format.has_groups() {
        event.push(("ranking", text(ranking.id)));
    }
    RegulationsDraft(Value::map([
        ("format", Value::Int(1)),
        ("id", text("simulation")),
        ("title", text("模拟运动会")),
        ("reference_date", text("2026-09-01")),
        ("first_match", text("2026-10-19")),
        ("sports", Value::List(vec![text("TT")])),
        ("event", Value::List(vec![Value::map(event)])),
    ]))
}
