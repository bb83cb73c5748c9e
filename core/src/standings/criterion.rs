//! The value of an entrant by one criterion.

use super::ledger::Ledger;
use super::{Options, Value, WonLost};
use crate::regulations::{Criterion, Measure, RankingRules, Scope};

/// The value of an entrant by a criterion, among `equal` (ascending) or over all matches.
pub(super) fn value(ledger: &Ledger, criterion: &Criterion, entrant: usize, equal: &[usize]) -> Value {
    let opponents = match criterion.scope {
        Scope::All => None,
        Scope::Tied => Some(equal),
    };
    let WonLost { won, lost } = ledger.count(entrant, criterion.unit, opponents);
    match criterion.measure {
        Measure::Sum => Value::Count(won),
        Measure::Difference => Value::Count(won - lost),
        Measure::Ratio => Value::Ratio(WonLost { won, lost }),
    }
}

/// The criteria of a rule set, with the scope of the options where the set has one scope throughout.
pub(super) fn criteria(rules: &RankingRules, options: &Options) -> Vec<Criterion> {
    let own = rules.criteria.first().map(|criterion| criterion.scope);
    let single = rules.criteria.iter().all(|criterion| Some(criterion.scope) == own);
    let scope = options.scope.filter(|_| single);
    rules.criteria.iter().map(|criterion| Criterion { scope: scope.unwrap_or(criterion.scope), ..*criterion }).collect()
}
