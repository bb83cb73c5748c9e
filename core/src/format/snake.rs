//! The snake 蛇形编排: ranked entries in rows, left to right and right to left in turn (rules C.4).

/// The groups (from 1) of each row when the groups have these sizes, in the order in which the row is filled: those that
/// have so many members.
///
/// ```
/// use gongsai::format::snake::{rows, rows_of, sizes};
/// assert_eq!(rows_of(&[3, 1, 2]), [vec![1, 2, 3], vec![3, 1], vec![1]]);
/// assert_eq!(rows_of(&sizes(27, 8)), rows(27, 8));
/// ```
#[must_use]
pub fn rows_of(sizes: &[u32]) -> Vec<Vec<u16>> {
    let numbered = || (1..).zip(sizes);
    let row = |row: u32| {
        let mut groups: Vec<u16> = numbered().filter(|(_, size)| **size > row).map(|(group, _)| group).collect();
        if row % 2 == 1 {
            groups.reverse();
        }
        groups
    };
    (0..sizes.iter().copied().max().unwrap_or(0)).map(row).collect()
}

/// The groups (from 1) of each row, in the order in which the row is filled. The last row may be short.
///
/// ```
/// use gongsai::format::snake::rows;
/// assert_eq!(rows(8, 3), [vec![1, 2, 3], vec![3, 2, 1], vec![1, 2]]);
/// ```
#[must_use]
pub fn rows(entrants: u32, groups: u16) -> Vec<Vec<u16>> {
    let mut rows = Vec::new();
    let mut left = entrants;
    while left > 0 && groups > 0 {
        let width = left.min(groups.into()) as usize;
        let forward = rows.len() % 2 == 0;
        let row: Vec<u16> =
            if forward { (1..=groups).take(width).collect() } else { (1..=groups).rev().take(width).collect() };
        rows.push(row);
        left -= left.min(groups.into());
    }
    rows
}

/// The number of entries of each group; no two differ by more than one.
///
/// ```
/// assert_eq!(gongsai::format::snake::sizes(27, 8), [3, 3, 3, 3, 3, 4, 4, 4]);
/// ```
#[must_use]
pub fn sizes(entrants: u32, groups: u16) -> Vec<u32> {
    let mut sizes = vec![0; usize::from(groups)];
    for group in rows(entrants, groups).into_iter().flatten() {
        sizes[usize::from(group - 1)] += 1;
    }
    sizes
}
