//! P02: one person plays for one unit.
//!
//! | scope | one document number may stand |
//! |---|---|
//! | `edition` | on the sheets of one unit, once in each sport |
//! | `sport` | once in each sport |
//! | `event` | once in each event |
//!
//! `P02_DUPLICATE` goes to every row concerned, for review: a machine cannot tell whose number is mistyped.

use super::{Candidate, Context, finding};
use crate::finding::{Code, Finding, Severity, Subject};
use crate::order;
use crate::person::DocumentNumber;
use crate::regulations::DuplicateScope;

/// The fewest digits of a number that is compared: a text with fewer is a remark (`无`, `办理中`), not a number.
const FEWEST_DIGITS: usize = 5;

/// For each candidate, in order, what is found of duplicates among all.
///
/// # Complexity
/// O(n log n) for n rows with their events.
pub(super) fn duplicates<'a>(cx: &Context<'_>, candidates: &[Candidate<'a>]) -> Vec<Vec<Finding>> {
    let rows = || candidates.iter().enumerate();
    let number = |candidate: &Candidate<'a>| candidate.facts.document.as_ref().and_then(number);
    let numbers = rows().filter_map(|(index, candidate)| Some((number(candidate)?, index)));
    // A number that was dropped is told by its keyed hash, from others and from numbers that are still there.
    let has_dropped = candidates.iter().any(|candidate| candidate.facts.document.is_none());
    let keys = rows().filter(|_| has_dropped).filter_map(|(index, candidate)| Some((candidate.facts.key?, index)));
    let mut same: Vec<Vec<usize>> = order::groups(numbers).into_iter().map(|(_, rows)| rows).collect();
    for (_, rows) in order::groups(keys) {
        if rows.iter().any(|row| candidates[*row].facts.document.is_none()) {
            same.retain(|other| !other.iter().all(|row| rows.contains(row)));
            same.push(rows);
        }
    }
    let mut found = vec![Vec::new(); candidates.len()];
    for rows in same.into_iter().filter(|rows| rows.len() > 1) {
        for index in repeated(cx.rules.p02.params, candidates, &rows) {
            let subject = Subject::Person(candidates[index].person);
            let clause = &cx.rules.p02.clause;
            found[index].push(finding(clause, Code::P02Duplicate, Severity::Review, subject, Vec::new()));
        }
    }
    found
}

/// The number as it is compared; none for what is no number at all.
fn number(number: &DocumentNumber) -> Option<&str> {
    let text = number.as_str();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (digits >= FEWEST_DIGITS).then_some(text)
}

/// Of rows with one document number, those that stand where it may stand only once.
fn repeated(scope: DuplicateScope, candidates: &[Candidate<'_>], rows: &[usize]) -> Vec<usize> {
    match scope {
        DuplicateScope::Edition => {
            let mut units = rows.iter().map(|row| candidates[*row].unit);
            let first = units.next();
            if units.any(|unit| Some(unit) != first) {
                return rows.to_vec();
            }
            shared(rows.iter().map(|row| (candidates[*row].sport, *row)))
        }
        DuplicateScope::Sport => shared(rows.iter().map(|row| (candidates[*row].sport, *row))),
        DuplicateScope::Event => {
            shared(rows.iter().flat_map(|row| candidates[*row].events.iter().map(move |event| (event, *row))))
        }
    }
}

/// The rows that share a place with another row.
fn shared<P: Ord>(places: impl Iterator<Item = (P, usize)>) -> Vec<usize> {
    let mut by_place = order::groups(places);
    by_place.iter_mut().for_each(|(_, rows)| rows.dedup());
    let mut shared: Vec<usize> =
        by_place.into_iter().filter(|(_, rows)| rows.len() > 1).flat_map(|(_, rows)| rows).collect();
    order::sort(&mut shared);
    shared.dedup();
    shared
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::{regulations, rows, verdicts};
    use crate::eligibility::{Candidate, Register, review};
    use crate::finding::Code;
    use crate::id::{PersonId, UnitId};
    use crate::person::{DocumentNumber, Facts, KeySecret};
    use crate::regulations::Sport;

    /// Rows `unit sport events number`; expected, the numbers of the rows found.
    #[track_caller]
    fn check(scope: &str, lines: &[&str], expected: &[usize]) {
        let rule = format!("P01 = {{}}\nP02 = {{ scope = \"{scope}\" }}");
        let found: Vec<usize> = verdicts(&rule, &rows(lines))
            .iter()
            .enumerate()
            .filter(|(_, line)| line.contains("P02_DUPLICATE"))
            .map(|(index, _)| index + 1)
            .collect();
        assert_eq!(found, expected);
    }

    const MAN: &str = "100101199001010013";

    /// Case 23 of the catalogue.
    #[test]
    fn two_delegations_are_both_found() {
        let lines = [format!("1 TT TT_team {MAN}"), "1 TT TT_team 100101199001010021".into(), format!("2 BD - {MAN}")];
        check("edition", &lines.each_ref().map(String::as_str), &[1, 3]);
        check("sport", &lines.each_ref().map(String::as_str), &[]);
    }

    #[test]
    fn one_unit_may_send_one_person_in_two_sports() {
        let lines = [format!("1 TT TT_team {MAN}"), format!("1 BD BD_XD {MAN}"), format!("1 BD - {MAN}")];
        check("edition", &[&lines[0], &lines[1]], &[]);
        check("edition", &lines.each_ref().map(String::as_str), &[2, 3]);
        check("sport", &lines.each_ref().map(String::as_str), &[2, 3]);
    }

    #[test]
    fn an_event_is_entered_once() {
        let lines = [format!("1 TT TT_team,TT_MS {MAN}"), format!("2 TT TT_MS,TT_MS {MAN}"), format!("3 TT - {MAN}")];
        check("event", &lines.each_ref().map(String::as_str), &[1, 2]);
    }

    /// A dropped number still finds the same number, dropped or not.
    #[test]
    fn a_number_that_was_dropped_is_found_by_its_key() {
        let facts = Facts { document: Some(DocumentNumber::new(MAN)), ..Facts::default() }.keyed(&KeySecret([1; 32]));
        let dropped = facts.without_number();
        let twice = |a: &Facts, b: &Facts| {
            let candidate = |unit, facts| Candidate {
                person: PersonId(unit),
                unit: UnitId(unit),
                sport: Sport::TableTennis,
                events: &[],
                name: "张三",
                facts,
            };
            review(&regulations("P02 = {}", "2026-09-01"), &Register::default(), &[candidate(1, a), candidate(2, b)])
                .people
        };
        for (a, b) in [(&facts, &facts), (&facts, &dropped), (&dropped, &facts), (&dropped, &dropped)] {
            for person in twice(a, b) {
                assert_eq!(person.findings.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::P02Duplicate]);
            }
        }
    }

    #[test]
    fn numbers_are_compared_in_one_form() {
        check("edition", &["1 TT - 10010220000229024x", "2 TT - １００１０２２０００022９０２４X"], &[1, 2]);
        check("edition", &["1 TT - 100101900101001", "2 TT - 100101199001010013"], &[1, 2]);
        check("edition", &["1 TT - E1234567", "2 TT - e1234567"], &[1, 2]);
        check("edition", &["1 TT - 无", "2 TT - 无"], &[]);
    }
}
