//! How people are admitted 资格审查程序, as regulations write it under `review`.
//!
//! | field | what | left out |
//! |---|---|---|
//! | `eyes` | how many different reviewers must say the same before their word counts, 1 to 5 | 1 |
//! | `everyone` | people of whom nothing was found are looked at too | `false` |
//! | `endorsed` | a unit's list in a sport is checked by its delegation before anybody on it passes | `false` |
//! | `correction_days` | the days a unit has to correct what is sent back | 3 |
//! | `notice` | the public notice 公示, below; without it who passed may be checked in | none |
//! | `keep_numbers` | document numbers are kept after people are final, by a decision of the committee | `false` |
//! | `keep_days` | the days after which private facts are to be erased, counted from the last notice of results | 30 |
//! | `clause` | the article | none |
//!
//! `notice` has `days` (5), `deposit` (0, in yuan, returned where the challenge is upheld), `respond_days` (7) and `who`
//! (`units`, or `anyone`, who may challenge).

use super::rule::{Keys, Need, ParamKind, RuleParams, may};
use super::value::{DefectKind, Fields};
use crate::clause::Clause;

/// How people are admitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Procedure {
    /// How many different reviewers must say the same before their word counts; at least 1.
    pub eyes: u8,
    /// Whether people of whom nothing was found are looked at too.
    pub everyone: bool,
    /// Whether a delegation checks its lists before anybody on them passes.
    pub endorsed: bool,
    /// The days a unit has to correct what is sent back.
    pub correction_days: u16,
    /// The public notice; none where there is none.
    pub notice: Option<NoticeRule>,
    /// Whether document numbers are kept after people are final.
    pub keep_numbers: bool,
    /// The days after the last notice of results on which private facts are to be erased.
    pub keep_days: u16,
    /// The article; empty where the regulations name none.
    pub clause: Clause,
}

/// The public notice and the challenges to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeRule {
    /// For how many days at least a notice is posted, the first and the last included.
    pub days: u16,
    /// The least deposit of a challenge, in yuan; returned where it is upheld.
    pub deposit: u16,
    /// The days in which the unit challenged answers.
    pub respond_days: u16,
    /// Whether only units of the meet may challenge.
    pub units_only: bool,
}

impl Default for Procedure {
    /// One reviewer's word counts, and nothing is posted.
    fn default() -> Self {
        Procedure {
            eyes: 1,
            everyone: false,
            endorsed: false,
            correction_days: 3,
            notice: None,
            keep_numbers: false,
            keep_days: 30,
            clause: Clause::new(""),
        }
    }
}

/// The most reviewers whose agreement can be asked for.
const MOST_EYES: u8 = 5;

/// What `review` asks for, but for its `notice`; what is left out is as [`Procedure::default`] has it.
pub const REVIEW: RuleParams = RuleParams {
    id: "review",
    keys: (Keys::None, Need::May),
    params: &[
        may("eyes", ParamKind::UpTo(MOST_EYES as u16)),
        may("everyone", ParamKind::Flag(false)),
        may("endorsed", ParamKind::Flag(false)),
        may("correction_days", ParamKind::Number(Some(3))),
        may("keep_numbers", ParamKind::Flag(false)),
        may("keep_days", ParamKind::Number(Some(30))),
    ],
};

/// What `notice` in `review` asks for.
pub const NOTICE: RuleParams = RuleParams {
    id: "notice",
    keys: (Keys::None, Need::May),
    params: &[
        may("days", ParamKind::Number(Some(5))),
        may("deposit", ParamKind::Number(Some(0))),
        may("respond_days", ParamKind::Number(Some(7))),
        may("who", ParamKind::OneOf(&["units", "anyone"], "units")),
    ],
};

/// Reads `review`; what is left out is as [`Procedure::default`] has it.
pub(super) fn read(fields: &mut Fields<'_>) -> Procedure {
    let mut procedure = Procedure::default();
    let Some(mut own) = fields.inner("review") else { return procedure };
    if let Some(eyes) = own.number("eyes") {
        match u8::try_from(eyes).ok().filter(|eyes| (1..=MOST_EYES).contains(eyes)) {
            Some(eyes) => procedure.eyes = eyes,
            None => own.defect("eyes", DefectKind::Expected("a whole number from 1 to 5")),
        }
    }
    let switches = [
        ("everyone", &mut procedure.everyone),
        ("endorsed", &mut procedure.endorsed),
        ("keep_numbers", &mut procedure.keep_numbers),
    ];
    for (name, to) in switches {
        *to = own.bool(name).unwrap_or(*to);
    }
    procedure.correction_days = own.number("correction_days").unwrap_or(procedure.correction_days);
    procedure.keep_days = own.number("keep_days").unwrap_or(procedure.keep_days);
    if let Some(mut notice) = own.inner("notice") {
        procedure.notice = Some(NoticeRule {
            days: notice.number("days").unwrap_or(5),
            deposit: notice.number("deposit").unwrap_or(0),
            respond_days: notice.number("respond_days").unwrap_or(7),
            units_only: notice.one_of("who", &[("units", true), ("anyone", false)]).unwrap_or(true),
        });
        own.absorb(notice);
    }
    procedure.clause = Clause::new(own.text("clause").unwrap_or_default());
    fields.absorb(own);
    procedure
}
