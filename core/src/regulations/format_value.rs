//! A format as regulations write it: what is read back gives the same format.

use super::format::{CROSSINGS, ORDERS};
use super::{Directions, Fed, Finals, FormatRule, GroupSizes, GroupsRule, Legs, Value};

impl FormatRule {
    /// The format as it stands in regulations under `format`.
    ///
    /// ```
    /// use gongsai::regulations::{Fed, FormatRule, Value};
    /// let Value::Map(fields) = FormatRule::Consolation { fed: Fed::Rounds(2) }.value() else { panic!() };
    /// assert_eq!(fields["kind"], Value::Text("consolation".to_owned()));
    /// assert_eq!(fields["rounds"], Value::Int(2));
    /// ```
    #[must_use]
    pub fn value(&self) -> Value {
        let (kind, fields) = match self {
            FormatRule::Groups(rule) => ("groups", groups(rule)),
            FormatRule::Knockout { places } => ("knockout", vec![("places", Value::Int((*places).into()))]),
            FormatRule::Preliminaries { places } => ("preliminaries", vec![("places", Value::Int((*places).into()))]),
            FormatRule::DoubleElimination { finals } => {
                ("double-elimination", vec![("reset", Value::Bool(*finals == Finals::Reset))])
            }
            FormatRule::Consolation { fed: Fed::FirstMatch } => ("consolation", Vec::new()),
            FormatRule::Consolation { fed: Fed::Rounds(rounds) } => {
                ("consolation", vec![("rounds", Value::Int((*rounds).into()))])
            }
            FormatRule::Curtis => ("curtis", Vec::new()),
            FormatRule::Compass { directions: Directions::Eight } => ("compass", Vec::new()),
            FormatRule::Compass { directions: Directions::Four } => ("olympic", Vec::new()),
            FormatRule::PagePlayoff => ("page-playoff", Vec::new()),
            FormatRule::Stepladder => ("stepladder", Vec::new()),
            FormatRule::RoundRobin { order, legs } => {
                let legs = if *legs == Legs::Two { 2 } else { 1 };
                ("round-robin", vec![("order", name(ORDERS, *order)), ("legs", Value::Int(legs))])
            }
        };
        Value::map([("kind", Value::Text(kind.to_owned()))].into_iter().chain(fields))
    }
}

fn groups(rule: &GroupsRule) -> Vec<(&'static str, Value)> {
    let GroupsRule { sizes, through, best, crossing, next } = rule;
    let sizes = match sizes {
        GroupSizes::AtMost(size) => ("group_size", Value::Int((*size).into())),
        GroupSizes::Number(groups) => ("groups", Value::Int((*groups).into())),
        GroupSizes::Each(sizes) => {
            ("group_sizes", Value::List(sizes.iter().map(|size| Value::Int((*size).into())).collect()))
        }
    };
    let numbers = [("through", Value::Int((*through).into())), ("best", Value::Int((*best).into()))];
    let rest = [("crossing", name(CROSSINGS, *crossing)), ("then", next.value())];
    [sizes].into_iter().chain(numbers).chain(rest).collect()
}

/// The name of a value in a table of names.
fn name<T: Copy + PartialEq>(names: &[(&str, T)], value: T) -> Value {
    let found = names.iter().find(|(_, named)| *named == value);
    Value::Text(found.map_or("", |(name, _)| name).to_owned())
}
