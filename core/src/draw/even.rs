//! One of the best separations, each as likely as any other.

use super::bounds::Bounds;
use super::natural::Natural;
use super::seed::Lot;
use super::separation::Board;
use super::ways::Ways;

/// The most sections times classes for which the ways are counted.
const MOST_SHARES: usize = 60_000;

/// Exchanges that are tried for each entrant where the ways are too many to count.
const TRIES: usize = 64;

/// Lays what is on the board anew: every placing within the bounds is equally likely.
///
/// Where counting the ways would take too long, entrants are exchanged two by two by lot within the bounds. Each
/// exchange is as likely as its opposite, so no placing is preferred; it is not proved that all can be reached.
pub(super) fn settle(board: &mut Board<'_>, bounds: &Bounds, lot: &mut Lot) {
    match counted(board, bounds, lot) {
        Some(filled) => fill(board, &filled, lot),
        None => walk(board, bounds, lot),
    }
}

/// How many of each class come to each leaf, by leaf and class.
fn counted(board: &Board<'_>, bounds: &Bounds, lot: &mut Lot) -> Option<Vec<Vec<usize>>> {
    if 2 * board.sections.leaves() * board.classes > MOST_SHARES {
        return None;
    }
    let room: Vec<usize> = board.inside.iter().map(Vec::len).collect();
    let mut left = vec![0; board.classes];
    board.inside.iter().flatten().for_each(|entrant| left[board.class_of[*entrant]] += 1);
    if let Some(nobody) = left.first_mut() {
        *nobody = 0;
    }
    let mut ways = Ways::new(board.sections, bounds, &room);
    if ways.count(0, 0, &left)?.is_zero() {
        return None;
    }
    let mut filled = vec![Vec::new(); room.len()];
    let mut open = vec![(0, left)];
    while let Some((section, mut left)) = open.pop() {
        let inside = ways.sections[section].inside.clone();
        if inside.is_empty() {
            filled[ways.sections[section].leaf] = left;
            continue;
        }
        for (from, child) in inside.into_iter().enumerate() {
            let alike = ways.alike(section, from, &left);
            let cases = ways.cases(section, from, &left)?;
            let mut total = Natural::default();
            cases.iter().for_each(|case| total.add(&case.ways));
            let drawn = lot.below_natural(&total);
            let mut sum = Natural::default();
            let case = cases.into_iter().find(|case| {
                sum.add(&case.ways);
                drawn < sum
            })?;
            let mut chosen = Vec::new();
            for (mut classes, most) in alike.into_iter().zip(case.most) {
                lot.shuffle(&mut classes);
                chosen.extend(classes.into_iter().take(most));
            }
            let given = ways.given(child, left.len(), |class| chosen.contains(&class));
            left.iter_mut().zip(&given).for_each(|(left, given)| *left -= given);
            open.push((child, given));
        }
    }
    Some(filled)
}

/// Clears the board and puts by lot so many of each class into each leaf, the others where there is room.
fn fill(board: &mut Board<'_>, filled: &[Vec<usize>], lot: &mut Lot) {
    let room: Vec<usize> = board.inside.iter().map(Vec::len).collect();
    let mut pots = vec![Vec::new(); board.classes];
    for leaf in 0..room.len() {
        while let Some(entrant) = board.inside[leaf].first().copied() {
            let class = board.class_of[entrant];
            pots[class].extend(board.take(class, leaf, lot));
        }
    }
    pots.iter_mut().for_each(|pot| lot.shuffle(pot));
    for (leaf, (counts, room)) in filled.iter().zip(room).enumerate() {
        let mut counts = counts.clone();
        let others = room.saturating_sub(counts.iter().sum());
        counts.iter_mut().take(1).for_each(|count| *count = others);
        for (class, count) in counts.into_iter().enumerate() {
            for _ in 0..count {
                if let Some(entrant) = pots[class].pop() {
                    board.put(entrant, leaf);
                }
            }
        }
    }
}

/// Exchanges two by two, by lot, within the bounds.
fn walk(board: &mut Board<'_>, bounds: &Bounds, lot: &mut Lot) {
    let places: Vec<usize> =
        board.inside.iter().enumerate().flat_map(|(leaf, inside)| inside.iter().map(move |_| leaf)).collect();
    for _ in 0..TRIES * places.len() {
        let (one, other) = (places[lot.index(places.len())], places[lot.index(places.len())]);
        let (at, to) = (lot.index(board.inside[one].len()), lot.index(board.inside[other].len()));
        let (mine, theirs) = (board.inside[one][at], board.inside[other][to]);
        let (a, b) = (board.class_of[mine], board.class_of[theirs]);
        let within = |class: usize, from: usize, to: usize| {
            let mut levels = board.sections.levels.iter().enumerate().filter(|(_, level)| level[from] != level[to]);
            levels.all(|(level, section)| {
                let (placed, shares) = (&board.movable[class][level], &bounds.shares[class][level]);
                placed[section[from]] > shares[section[from]].least && placed[section[to]] < shares[section[to]].most
            })
        };
        let may = |class: usize, from: usize, to: usize| match class {
            0 => bounds.open[to],
            class => within(class, from, to),
        };
        if one != other && a != b && may(a, one, other) && may(b, other, one) {
            board.exchange((one, at), (other, to));
        }
    }
}
