//! Exchanges around circles of places, until none helps: the proof that a separation is the best there is.
//!
//! The network: entrants of a unit flow from the unit down through halves, quarters … into a leaf. One more in a
//! section with `x` of the unit makes `x` new pairs; one less takes away `x - 1`. A leaf is full, so whoever comes in
//! sends somebody out, who goes up in the tree of the own unit and down again. A circle whose pairs sum up to less than
//! nothing is an improvement; when there is none, the flow is a cheapest one (Klein 1967, convex costs).

use super::bounds::{Bounds, Share};
use super::seed::Lot;
use super::separation::Board;

/// Pairs of one unit, the weightiest clause first: in the same first-round match, half, quarter …
type Cost = [i32; 13];

/// A node of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    /// Where an entrant of a class comes from and goes to.
    Class(usize),
    /// A section (level, number) in the tree of a class.
    Section(usize, usize, usize),
    /// A leaf, whoever is in it.
    Leaf(usize),
}

/// The numbering of the nodes and the tree of sections.
struct Network<'a, 'b> {
    board: &'b Board<'a>,
    /// The sections of the next finer level inside each section; level 0 has the coarsest sections inside the whole.
    inner: Vec<Vec<Vec<usize>>>,
    outer: Vec<Vec<usize>>,
    /// The nodes of a class before those of each level.
    before: Vec<usize>,
    of_class: usize,
}

/// What a search for a circle of negative cost ends with.
enum Search {
    /// Such a circle, in the order of its steps.
    Circle(Vec<Node>),
    /// There is none: the cheapest way to each node, by number. These prices prove it.
    Prices(Vec<Cost>),
}

/// Exchanges entrants until the separation is the best possible, and tells what all best separations keep within.
pub(super) fn improve(board: &mut Board<'_>, lot: &mut Lot) -> Bounds {
    while !board.is_even() {
        let network = Network::new(board);
        let circle = match network.search() {
            Search::Circle(circle) => circle,
            Search::Prices(prices) => return network.bounds(&prices),
        };
        let mut moves = Vec::new();
        for (index, node) in circle.iter().enumerate() {
            let Node::Leaf(from) = *node else { continue };
            let after: Vec<Node> = circle.iter().cycle().skip(index + 1).take(circle.len()).copied().collect();
            let to = after.iter().find_map(|node| if let Node::Leaf(leaf) = node { Some(*leaf) } else { None });
            let class = after.first().map(|node| match node {
                Node::Class(class) | Node::Section(class, _, _) => *class,
                Node::Leaf(_) => 0,
            });
            moves.extend(to.zip(class).map(|(to, class)| (from, to, class)));
        }
        if moves.is_empty() {
            return Bounds::as_it_lies(board);
        }
        let taken: Vec<_> = moves.iter().map(|(from, to, class)| (board.take(*class, *from, lot), *to)).collect();
        for (entrant, to) in taken {
            entrant.into_iter().for_each(|entrant| board.put(entrant, to));
        }
    }
    Bounds::even(board)
}

impl<'a, 'b> Network<'a, 'b> {
    fn new(board: &'b Board<'a>) -> Self {
        let levels = &board.sections.levels;
        let (mut inner, mut outer, mut before, mut of_class) = (Vec::new(), Vec::new(), Vec::new(), 1);
        let whole = vec![0; board.sections.leaves()];
        for (coarse, fine) in std::iter::once(&whole).chain(levels).zip(levels) {
            let width = |level: &Vec<usize>| level.iter().max().map_or(0, |last| last + 1);
            let (mut inside, mut outside) = (vec![Vec::new(); width(coarse)], vec![0; width(fine)]);
            for (coarse, fine) in coarse.iter().zip(fine) {
                if !inside[*coarse].contains(fine) {
                    inside[*coarse].push(*fine);
                }
                outside[*fine] = *coarse;
            }
            before.push(of_class);
            of_class += outside.len();
            inner.push(inside);
            outer.push(outside);
        }
        Network { board, inner, outer, before, of_class }
    }

    fn number(&self, node: Node) -> usize {
        match node {
            Node::Class(0) => 0,
            Node::Class(class) => 1 + (class - 1) * self.of_class,
            Node::Section(class, level, section) => 1 + (class - 1) * self.of_class + self.before[level] + section,
            Node::Leaf(leaf) => 1 + (self.board.classes - 1) * self.of_class + leaf,
        }
    }

    fn node(&self, number: usize) -> Node {
        let Some(number) = number.checked_sub(1) else { return Node::Class(0) };
        let (class, rest) = (number / self.of_class + 1, number % self.of_class);
        if class >= self.board.classes {
            return Node::Leaf(number - (self.board.classes - 1) * self.of_class);
        }
        match self.before.iter().rposition(|before| *before <= rest) {
            Some(level) => Node::Section(class, level, rest - self.before[level]),
            None => Node::Class(class),
        }
    }

    /// The cost of `pairs` more pairs in sections of a level: those of the leaves weigh most, then the coarsest.
    fn cost(&self, level: usize, pairs: i32) -> Cost {
        let mut cost = [0; 13];
        let clause = if level + 1 == self.inner.len() { 0 } else { level + 1 };
        if let Some(clause) = cost.get_mut(clause) {
            *clause = pairs;
        }
        cost
    }

    /// Calls `visit` for each step from a node.
    fn steps(&self, node: Node, mut visit: impl FnMut(Node, Cost)) {
        let last = self.inner.len() - 1;
        let down = |class: usize, level: usize, outer: usize, visit: &mut dyn FnMut(Node, Cost)| {
            for section in &self.inner[level][outer] {
                let pairs = self.board.counts[class][level][*section];
                visit(Node::Section(class, level, *section), self.cost(level, pairs));
            }
        };
        match node {
            Node::Class(0) => {
                let open = (0..self.board.inside.len()).filter(|leaf| !self.board.inside[*leaf].is_empty());
                open.for_each(|leaf| visit(Node::Leaf(leaf), [0; 13]));
            }
            Node::Class(class) => down(class, 0, 0, &mut visit),
            Node::Section(class, level, section) => {
                if level == last {
                    visit(Node::Leaf(section), [0; 13]);
                } else {
                    down(class, level + 1, section, &mut visit);
                }
                if self.board.movable[class][level][section] > 0 {
                    let pairs = 1 - self.board.counts[class][level][section];
                    let up = match level.checked_sub(1) {
                        Some(outer) => Node::Section(class, outer, self.outer[level][section]),
                        None => Node::Class(class),
                    };
                    visit(up, self.cost(level, pairs));
                }
            }
            Node::Leaf(leaf) => {
                for entrant in &self.board.inside[leaf] {
                    match self.board.class_of[*entrant] {
                        0 => visit(Node::Class(0), [0; 13]),
                        class => visit(Node::Section(class, last, leaf), [0; 13]),
                    }
                }
            }
        }
    }

    /// Looks for a circle of negative cost (Bellman and Ford).
    fn search(&self) -> Search {
        let nodes = 1 + (self.board.classes - 1) * self.of_class + self.board.inside.len();
        let mut costs: Vec<Cost> = vec![[0; 13]; nodes];
        let mut from: Vec<usize> = vec![usize::MAX; nodes];
        let mut active: Vec<usize> = (0..nodes).collect();
        let mut queued = vec![false; nodes];
        while !active.is_empty() {
            let mut next = Vec::new();
            for number in active {
                queued[number] = false;
                let cost = costs[number];
                self.steps(self.node(number), |to, step| {
                    let to = self.number(to);
                    let reached = std::array::from_fn(|clause| cost[clause] + step[clause]);
                    if reached < costs[to] {
                        (costs[to], from[to]) = (reached, number);
                        if !queued[to] {
                            queued[to] = true;
                            next.push(to);
                        }
                    }
                });
            }
            if let Some(circle) = closed(&from) {
                return Search::Circle(circle.into_iter().map(|number| self.node(number)).collect());
            }
            active = next;
        }
        Search::Prices(costs)
    }

    /// What the prices leave open: one more in a section must cost at least what the way there is cheaper, and one
    /// less must spare at most that.
    fn bounds(&self, prices: &[Cost]) -> Bounds {
        let mut bounds = Bounds::as_it_lies(self.board);
        let price = |node: Node| prices[self.number(node)];
        let last = self.inner.len() - 1;
        for class in 1..self.board.classes {
            for (level, shares) in bounds.shares[class].iter_mut().enumerate() {
                for (section, share) in shares.iter_mut().enumerate() {
                    let outer = match level.checked_sub(1) {
                        Some(outer) => Node::Section(class, outer, self.outer[level][section]),
                        None => Node::Class(class),
                    };
                    let (from, to) = (price(outer), price(Node::Section(class, level, section)));
                    let gap: Cost = std::array::from_fn(|clause| to[clause] - from[clause]);
                    let standing = self.board.counts[class][level][section] - share.least;
                    let allowed = |placed: i32| {
                        let count = standing + placed;
                        let enough = placed == 0 || self.cost(level, count - 1) <= gap;
                        placed >= 0 && enough && gap <= self.cost(level, count)
                    };
                    let now = share.least;
                    let leaf = level == last && price(Node::Leaf(section)) < to;
                    *share = match leaf {
                        true => Share { least: 0, most: 0 },
                        false => {
                            Share { least: now - i32::from(allowed(now - 1)), most: now + i32::from(allowed(now + 1)) }
                        }
                    };
                }
            }
        }
        for (leaf, open) in bounds.open.iter_mut().enumerate() {
            *open = price(Node::Leaf(leaf)) == price(Node::Class(0));
        }
        bounds
    }
}

/// A circle in the steps that led to each node, in the order of the steps.
fn closed(from: &[usize]) -> Option<Vec<usize>> {
    let mut seen = vec![usize::MAX; from.len()];
    for start in 0..from.len() {
        let mut node = start;
        while node != usize::MAX && seen[node] == usize::MAX {
            seen[node] = start;
            node = from[node];
        }
        if node != usize::MAX && seen[node] == start {
            let mut circle = vec![node];
            let mut at = from[node];
            while at != node {
                circle.push(at);
                at = from[at];
            }
            circle.reverse();
            return Some(circle);
        }
    }
    None
}
