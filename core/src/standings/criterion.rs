//! The value of an entrant by one criterion.

use super::ledger::Ledger;
use super::{Options, Value, swiss};
use crate::regulations::{Criterion, Measure, RankingRules, Scope};

/// The value of an entrant by a criterion, among `equal` (ascending) or over all matches.
pub(super) fn value(ledger: &Ledger, criterion: &Criterion, entrant: usize, equal: &[usize]) -> Value {
    let opponents = match criterion.scope {
        Scope::All => None,
        Scope::Tied => Some(equal),
    };
    let count = || ledger.count(entrant, criterion.unit, opponents);
    match criterion.measure {
        Measure::Sum => Value::Count(count().won),
        Measure::Difference => Value::Count(count().won - count().lost),
        Measure::Ratio => Value::Ratio(count()),
        Measure::Buchholz(cut) => Value::Count(swiss::buchholz(ledger, entrant, criterion.unit, cut)),
        Measure::SonnebornBerger => Value::Halves(swiss::sonneborn_berger(ledger, entrant, criterion.unit)),
        Measure::Progressive => Value::Count(swiss::progressive(ledger, entrant, criterion.unit)),
        Measure::Encounter => Value::Count(swiss::encounter(ledger, entrant, criterion.unit, equal)),
    }
}

/// The criteria of a rule set, with the scope of the options where the set has one scope throughout.
pub(super) fn criteria(rules: &RankingRules, options: &Options) -> Vec<Criterion> {
    let own = rules.criteria.first().map(|criterion| criterion.scope);
    let single = rules.criteria.iter().all(|criterion| Some(criterion.scope) == own);
    let scope = options.scope.filter(|_| single);
    let scoped = |criterion: &Criterion| match scope {
        Some(scope) if criterion.measure.is_plain() => Criterion { scope, ..*criterion },
        Some(_) | None => *criterion,
    };
    rules.criteria.iter().map(scoped).collect()
}
