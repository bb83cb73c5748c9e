//! The cheapest assignment of as many people to as many places (the Hungarian method).

/// For each row its column, so that the sum of the costs is the least possible. `costs` is square; of equal
/// assignments the one is taken that the order of rows and columns leads to, always the same.
///
/// # Complexity
/// O(n³) for n rows.
pub(crate) fn cheapest(costs: &[Vec<i64>]) -> Vec<usize> {
    let n = costs.len();
    // Row and column 0 are the method's own; potentials keep every reduced cost at or above 0.
    let (mut row_potential, mut column_potential) = (vec![0i64; n + 1], vec![0i64; n + 1]);
    let mut row_of = vec![0usize; n + 1];
    for row in 1..=n {
        row_of[0] = row;
        let mut column = 0;
        let mut least = vec![i64::MAX; n + 1];
        let mut before = vec![0usize; n + 1];
        let mut done = vec![false; n + 1];
        while row_of[column] != 0 {
            done[column] = true;
            let (from, mut step, mut next) = (row_of[column], i64::MAX, 0);
            for to in 1..=n {
                if done[to] {
                    continue;
                }
                let reduced = costs[from - 1][to - 1] - row_potential[from] - column_potential[to];
                if reduced < least[to] {
                    (least[to], before[to]) = (reduced, column);
                }
                if least[to] < step {
                    (step, next) = (least[to], to);
                }
            }
            for to in 0..=n {
                if done[to] {
                    row_potential[row_of[to]] += step;
                    column_potential[to] -= step;
                } else {
                    least[to] -= step;
                }
            }
            column = next;
        }
        while column != 0 {
            let previous = before[column];
            row_of[column] = row_of[previous];
            column = previous;
        }
    }
    let mut columns = vec![0; n];
    for column in 1..=n {
        columns[row_of[column] - 1] = column - 1;
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(costs: &[&[i64]], expected: i64) {
        let costs: Vec<Vec<i64>> = costs.iter().map(|row| row.to_vec()).collect();
        let columns = cheapest(&costs);
        let mut sorted = columns.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..costs.len()).collect::<Vec<_>>());
        assert_eq!(columns.iter().zip(&costs).map(|(column, row)| row[*column]).sum::<i64>(), expected);
    }

    #[test]
    fn the_sum_is_least() {
        check(&[], 0);
        check(&[&[7]], 7);
        check(&[&[1, 2], &[1, 9]], 3);
        check(&[&[4, 1, 3], &[2, 0, 5], &[3, 2, 2]], 5);
    }
}
