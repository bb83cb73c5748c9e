//! The group of a case: rules, names, options.

use std::collections::BTreeMap;

use super::node::Node;
use super::score::{best_of, game_rule, own_rule};
use super::{CaseError, CaseReason};
use crate::document::regulations::value_from_json;
use crate::regulations::{GameRule, Notional, RankingRules, Scope, Unit, Withdrawal};
use crate::standings::Options;

const WITHDRAWALS: &[&str] = &["keep", "delete", "half", "two-absences"];
const POLICIES: [Withdrawal; 4] = [Withdrawal::Keep, Withdrawal::Delete, Withdrawal::Half, Withdrawal::Absences(2)];

/// What the matches of a group are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Matches of games.
    Games,
    /// Team ties of rubbers.
    Ties,
    /// One total for each side.
    Totals,
}

/// What a case says of its group, besides the matches.
#[derive(Debug)]
pub(super) struct Group {
    /// The ranking rules.
    pub(super) rules: RankingRules,
    /// What the matches are.
    pub(super) sort: Sort,
    /// How a game is won: the case's own rule, else the sport's usual one.
    pub(super) game: GameRule,
    /// Whether the case states the rule of a game, so that every score is held to it.
    pub(super) strict: bool,
    /// The greatest number of games, where the case gives it.
    pub(super) best_of: Option<u16>,
    /// The names of the entrants.
    pub(super) names: Vec<String>,
    /// The number of each name.
    numbers: BTreeMap<String, usize>,
}

impl Group {
    /// Reads the group of a case.
    pub(super) fn read(root: &Node<'_>) -> Result<Group, CaseError> {
        let rule_set = root.need("rule_set")?;
        let rules = rules(&rule_set)?;
        let counts = |unit| rules.criteria.iter().any(|criterion| criterion.unit == unit);
        let sort = match (counts(Unit::Rubbers), counts(Unit::Games)) {
            (true, _) => Sort::Ties,
            (false, true) => Sort::Games,
            (false, false) => Sort::Totals,
        };
        let usual = if rules.clause.starts_with("BWF") { "badminton_21" } else { "tt_11" };
        let usual = game_rule(usual).unwrap_or(GameRule::to(11, 5));
        let best_of = best_of(root)?;
        let own = root.get("game").map(|own| own_rule(root, &own, usual.best_of)).transpose()?;
        let game = own.unwrap_or(GameRule { best_of: best_of.unwrap_or(usual.best_of), ..usual });
        let mut group =
            Group { rules, sort, game, strict: own.is_some(), best_of, names: Vec::new(), numbers: BTreeMap::new() };
        for entrant in root.need("entrants")?.all()? {
            let name = entrant.name()?;
            if group.numbers.insert(name.clone(), group.names.len()).is_some() {
                return Err(entrant.error(CaseReason::Twice(name)));
            }
            group.names.push(name);
        }
        Ok(group)
    }

    /// The entrant of a name.
    pub(super) fn entrant(&self, name: &Node<'_>) -> Result<usize, CaseError> {
        let text = name.name()?;
        self.numbers.get(&text).copied().ok_or_else(|| name.error(CaseReason::NoSuchEntrant(text)))
    }

    /// The names of entrants.
    pub(super) fn names_of(&self, entrants: &[usize]) -> Vec<&str> {
        entrants.iter().filter_map(|entrant| self.names.get(*entrant)).map(String::as_str).collect()
    }

    /// The options of a case, beside the group or in `options`.
    pub(super) fn options(&self, root: &Node<'_>) -> Result<Options, CaseError> {
        let withdrawal = option(root, "withdrawal").map(|word| word.one_of(WITHDRAWALS, &POLICIES)).transpose()?;
        let scope =
            option(root, "scope").map(|word| word.one_of(&["all", "tied"], &[Scope::All, Scope::Tied])).transpose()?;
        let walkover = match option(root, "walkover_score") {
            Some(score) => self.walkover(&score)?,
            None => None,
        };
        Ok(Options { withdrawal, walkover, scope })
    }

    /// The score of a walkover: `true` for the usual one, a pair (`[3, 0]`), or games (`[[11, 0], …]`), winner first.
    fn walkover(&self, score: &Node<'_>) -> Result<Option<Notional>, CaseError> {
        let needed = u32::from(self.game.best_of / 2) + 1;
        let target = u32::from(self.game.target);
        let nothing = Notional { rubbers: 0, games: 0, points: 0 };
        let won = |count: u32| match self.sort {
            Sort::Games => Notional { games: count, points: count.saturating_mul(target), ..nothing },
            Sort::Ties => Notional { rubbers: count, ..nothing },
            Sort::Totals => Notional { points: count, ..nothing },
        };
        if let Ok(wanted) = score.flag() {
            return match (wanted, self.sort) {
                (false, _) => Ok(None),
                (true, Sort::Games) => Ok(Some(won(needed))),
                (true, Sort::Totals) => Ok(Some(won(20))),
                (true, Sort::Ties) => Err(score.expected("a pair of rubbers, winner first")),
            };
        }
        if let Ok(pair) = score.pair() {
            return Ok(Some(won(pair.a.into())));
        }
        let games = score.pairs()?;
        let count = u32::try_from(games.len()).unwrap_or(u32::MAX);
        let points = games.iter().map(|game| u32::from(game.a)).fold(0, u32::saturating_add);
        Ok(Some(Notional { games: count, points, ..nothing }))
    }
}

/// The ranking rules: a built-in set by its name, or one's own as regulations write it.
fn rules(node: &Node<'_>) -> Result<RankingRules, CaseError> {
    if let Ok(name) = node.text() {
        return RankingRules::named(name).ok_or_else(|| node.error(CaseReason::UnknownName(name.to_owned())));
    }
    let value = value_from_json(node.json()).map_err(|_| node.expected("the name of a rule set, or its rules"))?;
    RankingRules::of_value(&value).map_err(|defects| match defects.into_iter().next() {
        Some(defect) => {
            CaseError { path: defect.path.replacen("ranking", "rule_set", 1), reason: CaseReason::Defect(defect.kind) }
        }
        None => node.expected("the name of a rule set, or its rules"),
    })
}

/// An option, beside the group or in `options`.
pub(super) fn option<'a>(root: &Node<'a>, name: &str) -> Option<Node<'a>> {
    root.get(name).or_else(|| root.get("options")?.get(name))
}
