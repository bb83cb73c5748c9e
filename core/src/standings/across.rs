//! Those of one rank out of several groups, compared: the best thirds, say (rules A.1.5).

use super::rank::ranked;
use super::{GroupResults, Meeting, Options, Standings};
use crate::order;
use crate::regulations::{Across, Criterion, RankingRules, Scope};
use crate::side::BySide;

/// One who is compared with others of the same rank.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The results of the own group.
    pub group: &'a GroupResults,
    /// The ranking of it.
    pub standings: &'a Standings,
    /// Who, of that group.
    pub entrant: usize,
}

/// Ranks entrants of different groups by what each did in its own; entrants are indices into `compared`.
///
/// They are compared by match points and then by the criteria of the rule set over all matches: between them there is
/// none. Criteria that look at what opponents have won are left out. Where the groups differ in size, by [`Across::AlikeMany`] only the matches against the first of each count, so many
/// as the smallest group has ranked: those against the last of a greater one are left out (rules A.1.5). Matches against those who are deleted
/// count for nobody. Give decided groups: among equals at the end of one, who is left out would be a matter of chance.
/// What nothing separates is `unresolved` until one of `lots` names it.
///
/// # Complexity
/// As for [`rank`](super::rank()) of the compared with their opponents.
///
/// ```
/// use gongsai::regulations::RankingRules;
/// use gongsai::score::{Ending, Tally};
/// use gongsai::side::{BySide, Side};
/// use gongsai::standings::{Compared, GroupResults, Meeting, Options, across, rank};
/// let rules = RankingRules::named("ittf_3.7.5").unwrap();
/// let won = |a, b, lost| Meeting {
///     a,
///     b,
///     round: 0,
///     tally: Tally {
///         winner: Some(Side::A),
///         ending: Ending::Played,
///         games: BySide { a: 3, b: lost },
///         ..Tally::NOTHING
///     },
/// };
/// let group = |lost| GroupResults {
///     entrants: 3,
///     matches: vec![won(0, 1, 0), won(0, 2, lost), won(1, 2, 0)],
///     finished: true,
///     ..GroupResults::default()
/// };
/// let groups = [group(1), group(2)];
/// let tables = groups.each_ref().map(|group| rank(&rules, &Options::default(), group));
/// let third = |index: usize| Compared { group: &groups[index], standings: &tables[index], entrant: 2 };
/// let best = across(&rules, &Options::default(), &[third(0), third(1)], Vec::new());
/// assert_eq!(best.order, [1, 0]);
/// assert_eq!(best.why[0].by.id(), "game_ratio");
/// ```
#[must_use]
pub fn across(rules: &RankingRules, options: &Options, compared: &[Compared<'_>], lots: Vec<Vec<usize>>) -> Standings {
    let fewest = compared.iter().map(|one| one.standings.order.len()).min().unwrap_or(0);
    let mut matches = Vec::new();
    let mut others = compared.len();
    for (index, one) in compared.iter().enumerate() {
        let ranked = match rules.across {
            Across::All => one.standings.order.len(),
            Across::AlikeMany => fewest,
        };
        let counted = order::set(one.standings.order.iter().take(ranked).copied());
        for meeting in &one.group.matches {
            let opponent = match one.entrant {
                own if own == meeting.a => meeting.b,
                own if own == meeting.b => meeting.a,
                _ => continue,
            };
            if !counted.contains(&opponent) {
                continue;
            }
            // Each opponent is another one who is met once.
            let sides = BySide { a: meeting.a == one.entrant, b: meeting.b == one.entrant };
            let number = |own: bool| if own { index } else { others };
            matches.push(Meeting { a: number(sides.a), b: number(sides.b), ..*meeting });
            others += 1;
        }
    }
    let everywhere = |criterion: &Criterion| {
        let id = criterion.id.strip_prefix("h2h_").unwrap_or(criterion.id);
        Criterion { id, scope: Scope::All, ..*criterion }
    };
    let criteria = rules.criteria.iter().filter(|criterion| criterion.measure.is_own()).map(everywhere).collect();
    let results = GroupResults { entrants: others, matches, lots, finished: true };
    ranked(rules, criteria, options, &results, compared.len())
}
