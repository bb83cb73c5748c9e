//! Which people of a unit's forms are known from forms before.
//!
//! | someone on a form is who is known | when |
//! |---|---|
//! | by number | name and document number are equal |
//! | by birth date | name and full birth date are equal, and one of the two has no number |
//! | with a corrected number, by birth date | on the list that the form replaces: name and full birth date are equal |
//! | with a corrected number, by name | on that list: the name is equal, the number before was not sound, and no birth date speaks against it |
//!
//! Each row of the table asks those whom the rows before it leave, and the last two only where it can be one person alone on
//! either side. So nobody has two ids, no two people share one, and whoever keeps the number keeps the id.

use super::enrolled::Member;
use super::name;
use super::person::is_same_person;
use crate::id::PersonId;
use crate::person::Birth;

/// For each of the people on the forms the id of who is known.
///
/// # Complexity
/// O(n · m) for n people and m known ones.
pub(super) fn recognised(members: &[Member], known: &[Member]) -> Vec<Option<PersonId>> {
    let mut pairs = Pairs { members, known, found: vec![None; members.len()] };
    pairs.first(|member, known| {
        let number = member.facts.document.as_ref();
        number.is_some() && number == known.facts.document.as_ref() && is_same(member, known)
    });
    pairs.first(is_same);
    pairs.only(|member, known| {
        is_corrected(member, known)
            && matches!((member.facts.birth_date(), known.facts.birth_date()), (Birth::Day(a), Birth::Day(b)) if a == b)
    });
    pairs.only(|member, known| {
        let sound = known.facts.document.as_ref().is_none_or(|number| number.check().is_ok());
        !sound && is_corrected(member, known) && member.facts.birth_date().agrees_with(known.facts.birth_date())
    });
    pairs.found.iter().map(|at| at.and_then(|at| known.get(at)).map(|known| known.person.id)).collect()
}

/// People on forms beside those who are known, and who is who so far.
struct Pairs<'a> {
    members: &'a [Member],
    known: &'a [Member],
    found: Vec<Option<usize>>,
}

impl Pairs<'_> {
    /// Those who are left, by their place, and whom each of them may be of those who are left.
    fn open(&self, may_be: impl Fn(&Member, &Member) -> bool) -> Vec<(usize, Vec<usize>)> {
        let left = |at: &usize| !self.found.contains(&Some(*at));
        let open = self.members.iter().enumerate().filter(|(index, _)| self.found.get(*index) == Some(&None));
        let candidates = open.map(|(index, member)| {
            let known = self.known.iter().enumerate().filter(|(_, known)| may_be(member, known));
            (index, known.map(|(at, _)| at).filter(left).collect())
        });
        candidates.collect()
    }

    /// Gives each the first whom nobody before is.
    fn first(&mut self, is: impl Fn(&Member, &Member) -> bool) {
        for (index, candidates) in self.open(is) {
            let free = candidates.into_iter().find(|at| !self.found.contains(&Some(*at)));
            if let Some(found) = self.found.get_mut(index) {
                *found = free;
            }
        }
    }

    /// Gives each the one whom it may be, where nobody else of that name may be anybody of that name.
    fn only(&mut self, may_be: impl Fn(&Member, &Member) -> bool) {
        let open = self.open(may_be);
        let rivals = |at: usize| open.iter().filter(|(_, candidates)| candidates.contains(&at)).count();
        let alone: Vec<(usize, usize)> = open
            .iter()
            .filter_map(|(index, candidates)| match candidates.as_slice() {
                [at] if rivals(*at) == 1 => Some((*index, *at)),
                _ => None,
            })
            .collect();
        for (index, at) in alone {
            if let Some(found) = self.found.get_mut(index) {
                *found = Some(at);
            }
        }
    }
}

fn is_same(member: &Member, known: &Member) -> bool {
    is_same_person((&member.person.name, &member.facts), (&known.person.name, &known.facts))
}

/// Whether the form replaces one on which somebody of this name stands with another number.
fn is_corrected(member: &Member, known: &Member) -> bool {
    let of_list = |enrolled: &Member| {
        known.enrolments.iter().any(|one| enrolled.enrolments.iter().any(|other| one.sport == other.sport))
    };
    let numbers = (&member.facts.document, &known.facts.document);
    of_list(member)
        && name::read(&member.person.name) == name::read(&known.person.name)
        && matches!(numbers, (Some(now), Some(before)) if now != before)
}
