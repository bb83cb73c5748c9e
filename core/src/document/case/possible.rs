//! What is still possible in the group of a case.

use serde::Serialize;

use super::group::{Group, Sort, option};
use super::node::Node;
use super::{CaseError, CaseReason};
use crate::regulations::{ScoreRule, TieSystem};
use crate::score::MatchRule;
use crate::side::{BySide, Side};
use crate::standings::{self, GroupResults, Margin, Options, Unfinished};

/// What is possible, and what the open matches decide.
type Answer<'a> = (Vec<PlacesOut<'a>>, Vec<DecidesOut<'a>>);

/// The places that an entrant can still reach.
#[derive(Serialize)]
pub(super) struct PlacesOut<'a> {
    entrant: &'a str,
    places: Vec<usize>,
    exact: bool,
    always: Option<[usize; 2]>,
}

/// What a match decides for an entrant.
#[derive(Serialize)]
pub(super) struct DecidesOut<'a> {
    r#match: [&'a str; 2],
    entrant: &'a str,
    outcomes: Vec<OutcomeOut>,
}

#[derive(Serialize)]
struct OutcomeOut {
    r#if: String,
    places: Vec<usize>,
    exact: bool,
}

/// The places that are still possible, where the case asks for them (`"possible": true`).
pub(super) fn answer<'a>(
    root: &Node<'_>,
    group: &'a Group,
    options: &Options,
    results: &GroupResults,
) -> Result<Option<Answer<'a>>, CaseError> {
    let asked = option(root, "possible").map(|asked| asked.flag()).transpose()?;
    if asked != Some(true) {
        return Ok(None);
    }
    let open = open(root, group, results)?;
    let rule = rule(root, group)?;
    let rest = Unfinished { rules: &group.rules, options, group: results, open: &open, rule: &rule };
    let name = |entrant: usize| group.names.get(entrant).map_or("", String::as_str);
    let places = |found: standings::Places| PlacesOut {
        entrant: name(found.entrant),
        exact: found.is_exact(),
        places: found.allowed.into_iter().collect(),
        always: found.always.map(|(best, worst)| [best, worst]),
    };
    let decides = |found: standings::Decides| DecidesOut {
        r#match: [name(found.between.a), name(found.between.b)],
        entrant: name(found.entrant),
        outcomes: found.outcomes.into_iter().map(outcome).collect(),
    };
    let places = standings::possible(&rest).into_iter().map(places).collect();
    Ok(Some((places, standings::decides(&rest).into_iter().map(decides).collect())))
}

fn outcome(found: standings::Decided) -> OutcomeOut {
    let winner = if found.class.winner == Side::A { "a" } else { "b" };
    let r#if = match (found.class.score, found.class.margin) {
        (Some(score), _) => format!("{}-{}", score.a, score.b),
        (None, Some(Margin { least, most: None })) => format!("{winner} by {least}+"),
        (None, Some(Margin { least, most: Some(most) })) => format!("{winner} by {least}-{most}"),
        (None, None) => winner.to_owned(),
    };
    OutcomeOut { r#if, exact: found.shown == found.allowed, places: found.allowed.into_iter().collect() }
}

/// The open matches: those that the case lists, else all pairs without a result.
fn open(root: &Node<'_>, group: &Group, results: &GroupResults) -> Result<Vec<BySide<usize>>, CaseError> {
    let Some(list) = option(root, "open") else {
        let entrants = group.names.len();
        let met = |a, b| results.matches.iter().any(|met| (met.a, met.b) == (a, b) || (met.a, met.b) == (b, a));
        let pairs = (0..entrants).flat_map(|a| (a + 1..entrants).map(move |b| BySide { a, b }));
        return Ok(pairs.filter(|pair| !met(pair.a, pair.b)).collect());
    };
    let pair = |node: &Node<'_>| match node.all()?.as_slice() {
        [a, b] => {
            let pair = BySide { a: group.entrant(a)?, b: group.entrant(b)? };
            if pair.a == pair.b { Err(node.error(CaseReason::OneEntrant)) } else { Ok(pair) }
        }
        _ => Err(node.expected("a pair of entrants")),
    };
    list.all()?.iter().map(pair).collect()
}

/// How the open matches are scored.
fn rule(root: &Node<'_>, group: &Group) -> Result<MatchRule, CaseError> {
    let games = ScoreRule::Games(group.game);
    Ok(match group.sort {
        Sort::Games => MatchRule { score: games, tie: None },
        Sort::Totals => MatchRule { score: ScoreRule::FIBA, tie: None },
        Sort::Ties => {
            let name = option(root, "system").map_or_else(|| root.need("system"), Ok)?;
            let text = name.text()?;
            let system = TieSystem::named(text).ok_or_else(|| name.error(CaseReason::UnknownName(text.to_owned())))?;
            let all = option(root, "play_all").map(|all| all.flag()).transpose()?;
            let all = all.unwrap_or(system.play_all);
            MatchRule { score: games, tie: Some(system.playing_all(all)) }
        }
    })
}
