//! The private facts of a person, as a form and its papers give them.

use std::collections::BTreeMap;
use std::ops::Not;

use super::{DocumentKey, DocumentNumber, KeySecret};
use crate::date::{Date, Month};
use crate::sex::Sex;

/// Yes, no, or not stated. Not stated is never no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tri {
    /// Stated and so.
    Yes,
    /// Stated and not so.
    No,
    /// Not stated.
    #[default]
    Unknown,
}

/// Yes for no and no for yes. The opposite of what is not stated is not stated either.
impl Not for Tri {
    type Output = Tri;

    fn not(self) -> Tri {
        match self {
            Tri::Yes => Tri::No,
            Tri::No => Tri::Yes,
            Tri::Unknown => Tri::Unknown,
        }
    }
}

/// A birth date as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Birth {
    /// Nothing is known.
    #[default]
    Unknown,
    /// The year alone.
    Year(u16),
    /// The year and the month.
    Month(u16, u8),
    /// The day.
    Day(Date),
}

/// The declaration of a professional past.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum History {
    /// The column was left blank: nothing is declared.
    #[default]
    Blank,
    /// Declared that there is none (`无`).
    Never,
    /// What was declared, as written (`2008-2016省队`).
    Declared(String),
}

/// The private facts of a person. They live in the vault, never in the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The document number, as far as one was given.
    pub document: Option<DocumentNumber>,
    /// The birth date that the form states beside the document number.
    pub birth: Birth,
    /// The sex that the form states.
    pub sex: Option<Sex>,
    /// The employer that the form states.
    pub employer: Option<String>,
    /// The kind of employment, as written (`合同制`).
    pub employment: Option<String>,
    /// The day of joining the unit.
    pub since: Option<Date>,
    /// Months insured of the last twelve.
    pub insured_months: Option<u16>,
    /// The months insured, each with who paid; empty where the unit itself did. Empty where no list is given.
    pub insurance: BTreeMap<Month, String>,
    /// Member of the union.
    pub member: Tri,
    /// Full-time student.
    pub student: Tri,
    /// The declaration of a professional past.
    pub history: History,
    /// The athlete's grade, as written (`乒乓球一级（2021）`).
    pub grade: Option<String>,
    /// The day of the health certificate.
    pub health: Option<Date>,
    /// Covered by an accident insurance.
    pub cover: Tri,
    /// The consent is signed.
    pub consent: Tri,
    /// The papers that were handed in, by name.
    pub papers: Vec<String>,
    /// The nationality, as written.
    pub nationality: Option<String>,
    /// The kind of document, as written (`护照`).
    pub document_kind: Option<String>,
    /// Where the person is registered as living, as written (`太原市小店区`).
    pub household: Option<String>,
    /// Since when.
    pub household_since: Option<Date>,
    /// The rank of the post, as written (`副处级`).
    pub rank: Option<String>,
    /// Occupations in sport, as written (`体育教师`).
    pub occupation: Vec<String>,
    /// A place on a ranking list, as written (`全国第15`).
    pub ranking: Option<String>,
    /// The squad or college team that the person is in, as written.
    pub squad: Option<String>,
    /// Came through the lower tier (选拔赛).
    pub lower_tier: Tri,
    /// The telephone number.
    pub phone: Option<String>,
    /// What the form holds besides, as written: heading and text (`服装尺码`, `L`). No rule reads it; nothing is lost.
    pub other: Vec<(String, String)>,
    /// The document number as a keyed hash, once the meet has a secret for it: it finds duplicates when the number is dropped.
    pub key: Option<DocumentKey>,
}

impl Birth {
    /// The full years lived on a day, when the birth date is known well enough to tell.
    #[must_use]
    pub fn full_years_on(self, day: Date) -> Option<u16> {
        match self {
            Birth::Day(birth) => birth.full_years_to(day),
            Birth::Unknown | Birth::Year(_) | Birth::Month(..) => None,
        }
    }

    /// Whether two birth dates may be of one person: whatever both know is equal.
    #[must_use]
    pub fn agrees_with(self, other: Birth) -> bool {
        let known = |birth: Birth| match birth {
            Birth::Unknown => (None, None, None),
            Birth::Year(year) => (Some(year), None, None),
            Birth::Month(year, month) => (Some(year), Some(month), None),
            Birth::Day(day) => (Some(day.year()), Some(day.month()), Some(day.day())),
        };
        fn same<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
            a.is_none() || b.is_none() || a == b
        }
        let (a, b) = (known(self), known(other));
        same(a.0, b.0) && same(a.1, b.1) && same(a.2, b.2)
    }
}

impl Facts {
    /// The facts with the document number as a keyed hash beside it.
    ///
    /// ```
    /// use gongsai::person::{DocumentNumber, Facts, KeySecret};
    /// let facts = Facts { document: Some(DocumentNumber::new("100101199001010013")), ..Facts::default() };
    /// let dropped = facts.keyed(&KeySecret([7; 32])).without_number();
    /// assert_eq!((dropped.document.as_ref(), dropped.birth_date()), (None, facts.birth_date()));
    /// assert!(dropped.key.is_some());
    /// ```
    #[must_use]
    pub fn keyed(&self, secret: &KeySecret) -> Facts {
        let key = self.document.as_ref().map(|number| DocumentKey::of(number, secret)).or(self.key);
        Facts { key, ..self.clone() }
    }

    /// The facts without the document number; what it said of birth date and sex is kept. Without a keyed hash the number
    /// stays: nothing would find it a second time.
    #[must_use]
    pub fn without_number(&self) -> Facts {
        if self.key.is_none() {
            return self.clone();
        }
        let sex = self.document.as_ref().and_then(DocumentNumber::sex).or(self.sex);
        Facts { document: None, birth: self.birth_date(), sex, ..self.clone() }
    }

    /// Whether two forms say the same of a person; the keyed hash stands on neither.
    #[must_use]
    pub fn says_what(&self, other: &Facts) -> bool {
        *self == Facts { key: self.key, ..other.clone() }
    }

    /// The birth date to judge by: the document number's where that is sound, else the form's.
    #[must_use]
    pub fn birth_date(&self) -> Birth {
        match self.document.as_ref().and_then(DocumentNumber::birth) {
            Some(day) => Birth::Day(day),
            None => self.birth,
        }
    }
}
