//! The facts of one candidate as the rules read them.

use std::cmp::Ordering;

use super::declared::{Declared, declared};
use super::register::{Athlete, Register};
use super::{Candidate, finding};
use crate::clause::Clause;
use crate::date::Date;
use crate::finding::{Code, Fact, Finding, Severity, Subject};
use crate::person::{Birth, DocumentDefect, DocumentNumber, History, Tri};
use crate::regulations::{Level, Sport};
use crate::sex::Sex;

/// No one is older than this; an earlier birth date in a document number is a typing error.
const OLDEST: u16 = 120;

/// What the document number is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Document {
    /// Well formed, and its date possible on the reference date.
    Sound,
    /// Damaged.
    Defective(DocumentDefect),
    /// None was given.
    Absent,
}

/// How certain it is that a row of the register is the candidate's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Identity {
    /// Name, sex and full birth date are equal.
    Same,
    /// Whatever is known of them is equal, but not all is known; or the document numbers end differently, or the name is
    /// written with other forms of its characters.
    Possible,
}

/// A row of the register that is, or may be, the candidate's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Registration<'a> {
    pub(super) athlete: &'a Athlete,
    pub(super) identity: Identity,
}

/// The facts of one candidate: the document number's where that is sound, else the form's (reading 8 of the catalogue).
#[derive(Clone, Debug)]
pub(super) struct Reading<'a> {
    pub(super) candidate: &'a Candidate<'a>,
    pub(super) document: Document,
    pub(super) birth: Birth,
    pub(super) sex: Option<Sex>,
    pub(super) registrations: Vec<Registration<'a>>,
    /// Rows of bans.
    pub(super) bans: Vec<Registration<'a>>,
    /// Rows with a place on a ranking list.
    pub(super) rankings: Vec<Registration<'a>>,
    pub(super) declared: Declared,
}

impl<'a> Reading<'a> {
    pub(super) fn new(register: &'a Register, reference: Date, candidate: &'a Candidate<'a>) -> Reading<'a> {
        let facts = candidate.facts;
        let number = facts.document.as_ref();
        let document = match number {
            Some(number) => document(number, reference),
            // A number that was dropped had been looked at.
            None if facts.key.is_some() => Document::Sound,
            None => Document::Absent,
        };
        let sound = number.filter(|_| document == Document::Sound);
        let mut reading = Reading {
            candidate,
            document,
            birth: sound.and_then(DocumentNumber::birth).map_or(facts.birth, Birth::Day),
            sex: sound.and_then(DocumentNumber::sex).or(facts.sex),
            registrations: Vec::new(),
            bans: Vec::new(),
            rankings: Vec::new(),
            declared: match &facts.history {
                History::Blank | History::Never => Declared::Nothing,
                History::Declared(text) => declared(text, reference.year()),
            },
        };
        let named = register.named(candidate.name).filter_map(|athlete| {
            let identity = reading.identity(athlete)?;
            Some(Registration { athlete, identity })
        });
        let alike = register.alike(candidate.name).filter_map(|athlete| {
            reading.identity(athlete)?;
            Some(Registration { athlete, identity: Identity::Possible })
        });
        for row in named.chain(alike).collect::<Vec<_>>() {
            let athlete = row.athlete;
            if athlete.banned {
                reading.bans.push(row);
                continue;
            }
            if athlete.rank.is_some() {
                reading.rankings.push(row);
            }
            if athlete.rank.is_none() || athlete.level.is_some() {
                reading.registrations.push(row);
            }
        }
        reading
    }

    /// Whether a row with the candidate's name is the candidate's; nothing where it is another person's.
    fn identity(&self, athlete: &Athlete) -> Option<Identity> {
        if !self.birth.agrees_with(athlete.birth) {
            return None;
        }
        let same_birth = matches!(self.birth, Birth::Day(_)) && self.birth == athlete.birth;
        match (self.sex, athlete.sex) {
            (Some(own), Some(other)) if own != other => None,
            (Some(_), Some(_)) if same_birth && !self.tail_differs(athlete) => Some(Identity::Same),
            _ => Some(Identity::Possible),
        }
    }

    fn tail_differs(&self, athlete: &Athlete) -> bool {
        let number = self.candidate.facts.document.as_ref().filter(|_| self.document == Document::Sound);
        number.is_some_and(|number| !number.as_str().ends_with(&athlete.tail))
    }

    /// Whether a birth date or sex is unknown only because the number that holds it is damaged: P01 has said so, and
    /// nothing else repeats it (reading 4 of the catalogue).
    pub(super) fn number_unreadable(&self) -> bool {
        matches!(self.document, Document::Defective(DocumentDefect::Checksum | DocumentDefect::Date))
    }

    /// Whether a registration is in the sport that the candidate enters.
    pub(super) fn same_sport(&self, registration: &Registration<'_>) -> Tri {
        let sport = registration.athlete.sport.as_str();
        match sport {
            "" => Tri::Unknown,
            _ if Sport::named_in(sport).any(|named| named == self.candidate.sport) => Tri::Yes,
            _ => Tri::No,
        }
    }

    /// What the candidate declared, as written.
    pub(super) fn declaration(&self) -> Fact {
        match &self.candidate.facts.history {
            History::Declared(text) => Fact::Text(text.clone()),
            History::Blank | History::Never => Fact::Text(String::new()),
        }
    }

    /// A finding about the candidate.
    pub(super) fn finding(&self, clause: &Clause, code: Code, severity: Severity, facts: Vec<Fact>) -> Finding {
        finding(clause, code, severity, Subject::Person(self.candidate.person), facts)
    }
}

impl Registration<'_> {
    /// Whether the level is that high. A league is no level: it concerns rule R03 alone (reading 2), as a college team
    /// concerns R09.
    pub(super) fn at_least(&self, floor: Level) -> Tri {
        match self.athlete.level {
            None => Tri::Unknown,
            Some(Level::League | Level::College) => Tri::No,
            Some(level) if level >= floor => Tri::Yes,
            Some(_) => Tri::No,
        }
    }

    /// Sport, registering body and level, as findings state them.
    pub(super) fn facts(&self) -> Vec<Fact> {
        let level = self.athlete.level.map_or("", Level::name);
        [&self.athlete.sport, &self.athlete.body, level].map(|text| Fact::Text(text.to_owned())).into()
    }
}

/// Whether a time that ended somewhen in a year is over for so many full years on a day of `this_year`.
pub(super) fn over_for(ended: Option<u16>, years: u16, this_year: u16) -> Tri {
    match ended.map(|ended| ended.saturating_add(years).cmp(&this_year)) {
        Some(Ordering::Less) => Tri::Yes,
        Some(Ordering::Greater) => Tri::No,
        // It depends on the day, which registers do not give.
        Some(Ordering::Equal) | None => Tri::Unknown,
    }
}

fn document(number: &DocumentNumber, reference: Date) -> Document {
    match (number.check(), number.birth()) {
        (Err(defect), _) => Document::Defective(defect),
        (Ok(()), Some(birth)) if birth <= reference && !too_old(birth, reference) => Document::Sound,
        (Ok(()), _) => Document::Defective(DocumentDefect::Date),
    }
}

fn too_old(birth: Date, reference: Date) -> bool {
    birth.full_years_to(reference).is_some_and(|age| age > OLDEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{PersonId, UnitId};
    use crate::person::Facts;
    use crate::regulations::Sport;

    #[track_caller]
    fn check(row: Athlete, document: &str, expected: Option<Identity>) {
        let facts = Facts { document: Some(DocumentNumber::new(document)), ..Facts::default() };
        let (person, unit, sport) = (PersonId(1), UnitId(1), Sport::TableTennis);
        let candidate = Candidate { person, unit, sport, events: &[], name: "甲", facts: &facts };
        let register = Register::new(vec![Athlete { name: "甲".to_owned(), ..row }]);
        let reading = Reading::new(&register, Date::new(2026, 9, 1).unwrap(), &candidate);
        assert_eq!(reading.registrations.first().map(|row| row.identity), expected);
    }

    fn row(sex: Option<Sex>, birth: Birth, tail: &str) -> Athlete {
        Athlete { sex, birth, tail: tail.to_owned(), ..Athlete::default() }
    }

    const MAN: &str = "100101199001010013";
    const MALE: Option<Sex> = Some(Sex::Male);

    #[test]
    fn equal_name_sex_and_birth_date_are_one_person() {
        let birth = Birth::Day(Date::new(1990, 1, 1).unwrap());
        check(row(MALE, birth, ""), MAN, Some(Identity::Same));
        check(row(MALE, birth, "0013"), MAN, Some(Identity::Same));
    }

    /// Reading 9: a namesake whose full birth date differs is another person.
    #[test]
    fn a_namesake_with_another_birth_date_or_sex_is_another_person() {
        check(row(MALE, Birth::Day(Date::new(1990, 1, 2).unwrap()), ""), MAN, None);
        check(row(MALE, Birth::Year(1991), ""), MAN, None);
        check(row(Some(Sex::Female), Birth::Day(Date::new(1990, 1, 1).unwrap()), ""), MAN, None);
    }

    /// Catalogue 7.3: names that differ by the forms of their characters alone are possible, whatever else is equal.
    #[test]
    fn a_name_in_other_characters_is_possible_at_most() {
        let birth = Birth::Day(Date::new(1990, 1, 1).unwrap());
        let check = |written: &str, birth, expected| {
            let facts = Facts { document: Some(DocumentNumber::new(MAN)), ..Facts::default() };
            let (person, unit, sport) = (PersonId(1), UnitId(1), Sport::TableTennis);
            let candidate = Candidate { person, unit, sport, events: &[], name: "王𬱖", facts: &facts };
            let register = Register::new(vec![Athlete { name: written.to_owned(), ..row(MALE, birth, "0013") }]);
            let reading = Reading::new(&register, Date::new(2026, 9, 1).unwrap(), &candidate);
            assert_eq!(reading.registrations.first().map(|row| row.identity), expected, "{written}");
        };
        check("王𬱖", birth, Some(Identity::Same));
        check("王　𬱖", birth, Some(Identity::Same));
        check("王頔", birth, Some(Identity::Possible));
        check("王頔", Birth::Year(1990), Some(Identity::Possible));
        check("王頔", Birth::Year(1991), None);
        check("王迪", birth, None);
    }

    #[test]
    fn what_is_not_known_leaves_it_possible() {
        check(row(MALE, Birth::Year(1990), ""), MAN, Some(Identity::Possible));
        check(row(MALE, Birth::Unknown, ""), MAN, Some(Identity::Possible));
        check(row(None, Birth::Day(Date::new(1990, 1, 1).unwrap()), ""), MAN, Some(Identity::Possible));
        check(row(MALE, Birth::Day(Date::new(1990, 1, 1).unwrap()), "9999"), MAN, Some(Identity::Possible));
        check(row(MALE, Birth::Day(Date::new(1990, 1, 1).unwrap()), ""), "1001011990010100", Some(Identity::Possible));
    }
}
