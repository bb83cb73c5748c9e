//! What a match that is not played yet can count: first who wins, then the rubbers of a tie, then the games.

use super::Class;
use super::contest::{Contest, Points};
use super::span::{Made, UNITS, WINS, place};
use crate::order;
use crate::regulations::{GameRule, PointRule, ScoreRule, TieSystem, Unit};
use crate::score::MatchRule;
use crate::side::{BySide, Side};
use crate::standings::WonLost;

/// Some outcomes of a match, cut finer from node to node.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// What is known; none of the first node.
    pub(super) class: Option<Class>,
    /// What side A makes, by unit.
    made: [Made; UNITS],
    /// The same outcomes, cut finer; none where only the points are open.
    pub(super) children: Vec<usize>,
    /// At the end: how many contests of points each side wins.
    pub(super) contests: BySide<i64>,
}

/// All outcomes of a match that is played to its end.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    pub(super) contest: Contest,
}

impl Tree {
    pub(super) fn of(points: &PointRule, rule: &MatchRule) -> Tree {
        let mut tree = Tree { nodes: Vec::new(), contest: Contest::of(&rule.score) };
        tree.push(None);
        let is_playable = !tree.contest.corners.is_empty() && is_plain(&rule.score);
        for winner in Side::BOTH.into_iter().filter(|_| is_playable) {
            let class = Class { winner, score: None, margin: None };
            let node = tree.push(Some(class));
            match (&rule.score, &rule.tie) {
                (ScoreRule::Total(_), None) => tree.end(node, points, BySide::default(), BySide::default()),
                (ScoreRule::Games(game), None) => {
                    for score in scores(game, winner) {
                        let child = tree.push(Some(Class { score: Some(score), ..class }));
                        tree.end(child, points, BySide::default(), score);
                        tree.nodes[node].children.push(child);
                    }
                }
                (ScoreRule::Games(game), Some(system)) => {
                    for rubbers in courses(system, winner) {
                        let class = Class { score: Some(rubbers), ..class };
                        let child = tree.push(Some(class));
                        for games in games_of(game, rubbers) {
                            let end = tree.push(Some(class));
                            tree.end(end, points, rubbers, games);
                            tree.nodes[child].children.push(end);
                        }
                        tree.gather(child);
                        tree.nodes[node].children.push(child);
                    }
                }
                // No result is right for such a rule.
                (ScoreRule::Total(_), Some(_)) => continue,
            }
            tree.gather(node);
            tree.nodes[0].children.push(node);
        }
        tree.gather(0);
        tree
    }

    fn push(&mut self, class: Option<Class>) -> usize {
        let node = Node { class, made: Default::default(), children: Vec::new(), contests: BySide::default() };
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    /// Fills in a node that is cut no finer.
    fn end(&mut self, node: usize, rule: &PointRule, rubbers: BySide<u32>, games: BySide<u32>) {
        let Some(Node { class: Some(class), .. }) = self.nodes.get(node) else { return };
        let won = |yes: bool| BySide { a: i64::from(yes), b: i64::from(!yes) };
        let wins = won(class.winner == Side::A);
        let worth = |won: i64| if won > 0 { rule.win } else { rule.loss }.into();
        let contests = if games == BySide::default() { wins } else { games.map(i64::from) };
        let one = self.contest.made().unwrap_or_default();
        let pair = |count: BySide<i64>| Made::exact(WonLost { won: count.a, lost: count.b });
        let mut made = [Made::default(); UNITS];
        made[place(Unit::MatchPoints)] = pair(wins.map(worth));
        made[place(Unit::Rubbers)] = pair(rubbers.map(i64::from));
        made[place(Unit::Games)] = pair(games.map(i64::from));
        made[place(Unit::Points)] = one.times(contests.a).add(one.seen_by(Side::B).times(contests.b));
        made[WINS] = pair(wins);
        if let Some(node) = self.nodes.get_mut(node) {
            *node = Node { made, contests, ..node.clone() };
        }
    }

    /// The bounds of a node from those of its children.
    fn gather(&mut self, node: usize) {
        let children = self.node(node).map_or(&[][..], |node| &node.children);
        let rows = children.iter().filter_map(|child| self.node(*child)).map(|child| child.made);
        let hull = rows.reduce(|one, other| std::array::from_fn(|unit| one[unit].hull(other[unit])));
        if let (Some(hull), Some(node)) = (hull, self.nodes.get_mut(node)) {
            node.made = hull;
        }
    }

    pub(super) fn node(&self, node: usize) -> Option<&Node> {
        self.nodes.get(node)
    }

    pub(super) fn children(&self, node: usize) -> &[usize] {
        self.node(node).map_or(&[], |node| &node.children)
    }

    /// What side A makes at a node.
    pub(super) fn made(&self, node: usize, unit: usize) -> Made {
        self.node(node).and_then(|node| node.made.get(unit)).copied().unwrap_or_default()
    }

    /// The nodes that say what is known of a match by its score in games (rubbers), or by its winner where that is all.
    pub(super) fn classes(&self) -> Vec<usize> {
        let cut = |winner: &usize| match self.children(*winner) {
            [] => vec![*winner],
            children => children.to_vec(),
        };
        self.children(0).iter().flat_map(cut).collect()
    }

    /// The ends under a node.
    pub(super) fn ends(&self, node: usize) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut waiting = vec![node];
        while let Some(node) = waiting.pop() {
            match self.children(node) {
                [] => ends.push(node),
                children => waiting.extend(children.iter().rev()),
            }
        }
        ends
    }

    /// A few points of games that an end can have, side A's first; none in basketball.
    pub(super) fn few(&self, end: usize) -> Vec<Points> {
        let count = |count: i64| usize::try_from(count).unwrap_or(0);
        self.node(end).map_or(Vec::new(), |node| self.contest.few(count(node.contests.a), count(node.contests.b)))
    }

    /// Points of games that an end can have, side A's first, and whether they are all; of all no more than `most`. There are
    /// none in basketball, where only the group says which points matter.
    pub(super) fn points(&self, end: usize, most: usize) -> (Vec<Points>, bool) {
        let Some(node) = self.node(end) else { return (Vec::new(), false) };
        let count = |count: i64| usize::try_from(count).unwrap_or(0);
        let (a, b) = (count(node.contests.a), count(node.contests.b));
        match self.contest.all(a, b, most) {
            Some(all) => (all, true),
            None => (self.contest.matches(a, b), false),
        }
    }
}

/// Whether matches end with a winner as soon as one has enough games, all of one kind.
fn is_plain(rule: &ScoreRule) -> bool {
    match rule {
        ScoreRule::Games(rule) => rule.last.is_none() && !rule.play_all,
        ScoreRule::Total(rule) => !rule.draw && rule.decision.is_none(),
    }
}

/// The games that a winner can win by.
fn scores(rule: &GameRule, winner: Side) -> Vec<BySide<u32>> {
    let needed = u32::from(rule.best_of / 2) + 1;
    (0..needed).map(|lost| by(winner, needed, lost)).collect()
}

/// The rubbers that a winner can win a tie by.
fn courses(system: &TieSystem, winner: Side) -> Vec<BySide<u32>> {
    let all = u32::try_from(system.rubbers.len()).unwrap_or(u32::MAX);
    let needed = u32::from(system.wins_needed);
    let courses = (0..=all).flat_map(|won| (0..won).map(move |lost| (won, lost)));
    let right = |(won, lost): &(u32, u32)| match system.play_all {
        true => won + lost == all,
        false => *won == needed.max(1) && won + lost <= all,
    };
    courses.filter(right).map(|(won, lost)| by(winner, won, lost)).collect()
}

fn by(winner: Side, won: u32, lost: u32) -> BySide<u32> {
    let mut score = BySide { a: lost, b: lost };
    score[winner] = won;
    score
}

/// All sums of games over so many rubbers.
fn games_of(rule: &GameRule, rubbers: BySide<u32>) -> Vec<BySide<u32>> {
    let needed = u32::from(rule.best_of / 2) + 1;
    // Each rubber costs its winner between none and all but one of the games that win it.
    let costs = |rubbers: u32| 0..=rubbers * (needed - 1);
    let sums = costs(rubbers.b).flat_map(|a| costs(rubbers.a).map(move |b| (a, b)));
    let sums = sums.map(|(a, b)| BySide { a: a + rubbers.a * needed, b: b + rubbers.b * needed });
    order::set(sums).into_iter().collect()
}
