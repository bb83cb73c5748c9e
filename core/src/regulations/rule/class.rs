//! Classes of people that quotas count.

use crate::finding::{Code, Severity};

/// A class of people that quotas count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Former professionals.
    ExPro,
    /// Foreigners.
    Foreign,
    /// The retired.
    Retired,
    /// Leaders: of the rank that rule P17 names.
    Leader,
}

impl Class {
    /// All classes.
    pub const ALL: [Class; 4] = [Class::ExPro, Class::Foreign, Class::Retired, Class::Leader];

    /// The name that regulations and records use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Class::ExPro => "ex_pro",
            Class::Foreign => "foreign",
            Class::Retired => "retired",
            Class::Leader => "leader",
        }
    }

    /// The class that a finding of this weight puts a person in.
    ///
    /// ```
    /// use gongsai::finding::{Code, Severity};
    /// use gongsai::regulations::Class;
    /// assert_eq!(Class::of(Code::R04Met, Severity::Limited), Some(Class::ExPro));
    /// assert_eq!(Class::of(Code::R02Past, Severity::Review), None);
    /// ```
    #[must_use]
    pub fn of(code: Code, severity: Severity) -> Option<Class> {
        match (code, severity) {
            (Code::P17Leader, _) => Some(Class::Leader),
            (Code::P12Foreign, Severity::Limited) => Some(Class::Foreign),
            (Code::P08Retired, Severity::Limited) => Some(Class::Retired),
            (code, Severity::Limited) => matches!(code.rule(), "R02" | "R04" | "R05").then_some(Class::ExPro),
            (
                _,
                Severity::Note | Severity::Review | Severity::TeamInvalid | Severity::Ineligible | Severity::Refused,
            ) => None,
        }
    }
}
