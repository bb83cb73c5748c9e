//! The codes of findings: the one list that rules, wording, records and tests share.

use std::fmt;
use std::str::FromStr;

use crate::id::BadId;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal),* $(,)?) => {
        /// What was found, as a code: the id of the rule and a reason (`P03_UNDER`).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $name),*
        }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &[Code] = &[$(Code::$name),*];

            /// The code as it is stored and shown.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Code::$name => $text),*
                }
            }
        }
    };
}

codes! {
    /// The check digit of a document number is wrong.
    P01Checksum = "P01_CHECKSUM",
    /// A document number holds an impossible or future date.
    P01Date = "P01_DATE",
    /// A document number is not of the declared kind.
    P01Format = "P01_FORMAT",
    /// One document number in two delegations, or twice in a scope where it may stand once.
    P02Duplicate = "P02_DUPLICATE",
    /// Younger than the regulations ask on the reference date. Facts: age, least age.
    P03Under = "P03_UNDER",
    /// Older than the regulations allow on the reference date. Facts: age, greatest age.
    P03Over = "P03_OVER",
    /// The birth date is not known.
    P03Unknown = "P03_UNKNOWN",
    /// The sex on the form is not that of the document number.
    P04Mismatch = "P04_MISMATCH",
    /// The sex does not fit an event entered, or is not known and may not fit. Facts: the event.
    P04Event = "P04_EVENT",
    /// Joined after the day on which one must be employed. Facts: that day, day of joining.
    P05NotEmployed = "P05_NOT_EMPLOYED",
    /// No employer is stated, or no day of joining.
    P05Unknown = "P05_UNKNOWN",
    /// Too few months in the unit. Facts: months needed, day of joining.
    P06Short = "P06_SHORT",
    /// The day of joining is not known.
    P06Unknown = "P06_UNKNOWN",
    /// Too few months insured. Facts: months, months needed.
    P07Short = "P07_SHORT",
    /// Months enough, but not in a row up to the last. Facts: months in a row, months needed.
    P07Gap = "P07_GAP",
    /// Months that another than the unit paid. Facts: months paid by the unit, months needed, who else paid.
    P07Payer = "P07_PAYER",
    /// The months insured are not stated.
    P07Unknown = "P07_UNKNOWN",
    /// A kind of employment that may not enter. Facts: the kind.
    P08Denied = "P08_DENIED",
    /// A kind of employment that may enter with a paper, which is missing. Facts: the kind, the paper.
    P08EvidenceMissing = "P08_EVIDENCE_MISSING",
    /// Retired, who may enter and counts in a quota. Facts: the kind of employment.
    P08Retired = "P08_RETIRED",
    /// A kind of employment that the regulations do not name. Facts: the kind, empty where none is stated.
    P08UnknownKind = "P08_UNKNOWN_KIND",
    /// Stated not to be a member of the union.
    P09NotMember = "P09_NOT_MEMBER",
    /// Membership is not stated.
    P09Unknown = "P09_UNKNOWN",
    /// A full-time student.
    P10Student = "P10_STUDENT",
    /// Whether a student is not stated.
    P10Unknown = "P10_UNKNOWN",
    /// No tie to the region.
    P11NoTie = "P11_NO_TIE",
    /// Whether there is a tie to the region is not stated.
    P11Unknown = "P11_UNKNOWN",
    /// A nationality that may not enter. Facts: the nationality, empty where the number alone tells.
    P12Nationality = "P12_NATIONALITY",
    /// A kind of document that is not taken. Facts: the kind.
    P12Document = "P12_DOCUMENT",
    /// A foreigner, who counts in a quota. Facts: the nationality, empty where the number alone tells.
    P12Foreign = "P12_FOREIGN",
    /// The nationality is not known.
    P12Unknown = "P12_UNKNOWN",
    /// No health certificate.
    P13Missing = "P13_MISSING",
    /// A health certificate that is too old at the first match. Facts: its day, most days allowed.
    P13Expired = "P13_EXPIRED",
    /// No accident insurance.
    P14Missing = "P14_MISSING",
    /// The consent is not signed.
    P15Missing = "P15_MISSING",
    /// Banned. Facts: until when, empty where that is not known or for life.
    P16Banned = "P16_BANNED",
    /// Perhaps banned: the name is, or the ban perhaps still holds. Facts: until when, empty as above.
    P16Possible = "P16_POSSIBLE",
    /// Of a lower rank than an event asks for. Facts: the rank as written, the least.
    P17Rank = "P17_RANK",
    /// The rank that an event asks for is not stated, or not clear. Facts: the least.
    P17Unknown = "P17_UNKNOWN",
    /// A leader, of the rank that the regulations name. Facts: the rank as written.
    P17Leader = "P17_LEADER",
    /// The professional past is not declared.
    RDeclarationMissing = "R_DECLARATION_MISSING",
    /// In the register, active. Facts: sport, registering body, level.
    R01Active = "R01_ACTIVE",
    /// Perhaps the same person as an active athlete of the register. Facts: sport, registering body, level.
    R01Possible = "R01_POSSIBLE",
    /// Registered within the window of the regulations. Facts: sport, registering body, level.
    R02Current = "R02_CURRENT",
    /// Once registered, and the regulations count that. Facts: sport, registering body, last year.
    R02Past = "R02_PAST",
    /// Registered in youth alone. Facts: sport, registering body, last year.
    R02YouthOnly = "R02_YOUTH_ONLY",
    /// Played in a league that bars, or perhaps. Facts: the league or what was declared.
    R03League = "R03_LEAGUE",
    /// Former professional, long enough ago or long enough in the unit: counts in a quota. Facts: the class.
    R04Met = "R04_MET",
    /// Former professional, too short in the unit. Facts: months needed, day of joining.
    R04ServiceShort = "R04_SERVICE_SHORT",
    /// Former professional, too short a time since. Facts: years needed, last year as a professional.
    R04Cooling = "R04_COOLING",
    /// Former professional, perhaps: the register, the declaration or the day of joining does not tell enough.
    /// Facts: the registering body or what was declared.
    R04Unknown = "R04_UNKNOWN",
    /// Former professional, old enough to be exempt. Facts: age, least age.
    R05AgeExempt = "R05_AGE_EXEMPT",
    /// Holds an official grade that counts, or perhaps. Facts: the grade as written.
    R06Grade = "R06_GRADE",
    /// Sport is the person's work, or perhaps. Facts: the occupation as written.
    R07Specialist = "R07_SPECIALIST",
    /// More events than one whose work is sport may enter. Facts: name, events, most allowed.
    R07TooManyEvents = "R07_TOO_MANY_EVENTS",
    /// On a ranking list, or perhaps. Facts: the place, or what was stated; the last place that bars.
    R08Ranked = "R08_RANKED",
    /// In a squad or college team, or perhaps. Facts: the squad.
    R09Squad = "R09_SQUAD",
    /// More players than a team may have. Facts: players, most allowed.
    T01TooMany = "T01_TOO_MANY",
    /// Fewer players than a team needs. Facts: players, least needed.
    T01TooFew = "T01_TOO_FEW",
    /// More leaders or coaches than a form may name. Facts: 领队 or 教练, how many, most allowed.
    T02TooMany = "T02_TOO_MANY",
    /// An official who plays, where none may. Facts: the name.
    T02MayNotPlay = "T02_MAY_NOT_PLAY",
    /// Fewer women or men than a team needs. Facts: F or M, how many, least needed.
    T03Sex = "T03_SEX",
    /// More former professionals than a team may have. Facts: how many, most allowed.
    T04ExPro = "T04_EX_PRO",
    /// More foreigners than a team may have. Facts: how many, most allowed.
    T04Foreign = "T04_FOREIGN",
    /// More retired people than a team may have. Facts: how many, most allowed.
    T04Retired = "T04_RETIRED",
    /// More teams of a unit than its staff allows. Facts: teams, most allowed, staff.
    T05TooManyTeams = "T05_TOO_MANY_TEAMS",
    /// Several teams of a unit whose staff is not stated. Facts: teams.
    T05Unknown = "T05_UNKNOWN",
    /// A team of more units than may join. Facts: units, most allowed.
    T06TooManyUnits = "T06_TOO_MANY_UNITS",
    /// A team of several units, one of which is large enough for its own. Facts: the unit, its staff, the limit.
    T06TooLarge = "T06_TOO_LARGE",
    /// A team of several units, one of which does not state its staff. Facts: the unit.
    T06Unknown = "T06_UNKNOWN",
    /// More events than one person may enter. Facts: name, events, most allowed.
    E01TooManyEvents = "E01_TOO_MANY_EVENTS",
    /// More entries than a unit may have in an event. Facts: event, entries, most allowed.
    E02TooManyEntries = "E02_TOO_MANY_ENTRIES",
    /// Partners of different employers, or perhaps. Facts: their names.
    E03Partner = "E03_PARTNER",
    /// A unit of a category that may not enter the event. Facts: event, category.
    E05Group = "E05_GROUP",
    /// A unit whose category is not stated in an event that asks for it. Facts: event.
    E05Unknown = "E05_UNKNOWN",
    /// Did not come through the lower tier.
    E06NotOnList = "E06_NOT_ON_LIST",
    /// Whether the person came through the lower tier is not stated.
    E06Unknown = "E06_UNKNOWN",
    /// Did not come through the lower tier, as some may.
    E06Replacement = "E06_REPLACEMENT",
    /// More people who did not come through the lower tier than a list may hold. Facts: how many, most allowed.
    E06TooManyReplaced = "E06_TOO_MANY_REPLACED",
    /// A form that was imported after the last day. Facts: that day.
    E07Late = "E07_LATE",
    /// A document number was typed as a number: its last digits are lost.
    ImportIdPrecision = "IMPORT_ID_PRECISION",
    /// A sheet without a row of known column names.
    ImportHeader = "IMPORT_HEADER",
    /// A cell that cannot be read as what its column holds, or a day after the import. Facts: the column's name, and
    /// what stands in the cell unless that is a document or telephone number.
    ImportCell = "IMPORT_CELL",
    /// A file that is protected by a password.
    ImportEncrypted = "IMPORT_ENCRYPTED",
    /// A file or sheet that is too large to be an entry form. Facts: bytes or cells, most allowed.
    ImportSize = "IMPORT_SIZE",
    /// A file that is no workbook, or a damaged one.
    ImportFormat = "IMPORT_FORMAT",
    /// A unit that is not in the list of units, or stands there twice. Facts: the name, then the names that are close.
    ImportUnit = "IMPORT_UNIT",
    /// A sheet of a sport that the regulations do not hold, or of none. Facts: the title.
    ImportSport = "IMPORT_SPORT",
    /// An event name that the regulations do not hold for this sport. Facts: the name, empty where none is given.
    ImportEvent = "IMPORT_EVENT",
    /// A partner who is not on the sheet, or does not name this person. Facts: the partner, empty where none is named.
    ImportPartner = "IMPORT_PARTNER",
    /// A form that was taken in before for this unit and sport. Facts: unit.
    ImportRepeated = "IMPORT_REPEATED",
    /// A person who stands on the sheet a second time: the events of the row go to the first. Facts: name, first row.
    ImportTwice = "IMPORT_TWICE",
    /// A person who stands on two sheets with different facts: the first sheet's are kept. Facts: name, what differs.
    ImportConflict = "IMPORT_CONFLICT",
    /// A form that was made for another version of ours. Facts: the version that it says, ours.
    ImportVersion = "IMPORT_VERSION",
    /// A row that is no entry (example, total, signature) and was passed over. Facts: its first text.
    ImportSkipped = "IMPORT_SKIPPED",
}

impl Code {
    /// The id of the rule that the code belongs to (`P03`).
    #[must_use]
    pub fn rule(self) -> &'static str {
        let text = self.as_str();
        text.split_once('_').map_or(text, |(rule, _)| rule)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Code {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        Code::ALL.iter().copied().find(|code| code.as_str() == text).ok_or(BadId)
    }
}
