//! Findings in English.

use gongsai::finding::Code;

use super::{Facts, Said};

/// What a finding says in English.
pub(super) fn say(code: Code, facts: Facts<'_>) -> Said {
    let fact = |index| facts.at(index);
    match code {
        Code::P01Checksum => {
            Said::new("The check digit of the document number is wrong", "Compare it with the document.")
        }
        Code::P01Date => {
            Said::new("The date in the document number does not exist or lies ahead", "Compare it with the document.")
        }
        Code::P01Format => {
            Said::new("The document number is not of the kind declared", "Check the kind and the number.")
        }
        Code::P02Duplicate => {
            Said::new("This document number is entered in two places", "Ask the units whom the person plays for.")
        }
        Code::P03Under => Said::new(format!("Aged {}, younger than {}", fact(0), fact(1)), "Enter somebody else."),
        Code::P03Over => Said::new(format!("Aged {}, older than {}", fact(0), fact(1)), "Enter somebody else."),
        Code::P03Unknown => Said::new("The birth date is not known", "Ask for it."),
        Code::P04Mismatch => {
            Said::new("The sex on the form is not that of the document number", "Compare both with the document.")
        }
        Code::P04Event => {
            let wrong = format!("The sex does not fit the event “{}”, or is not known", fact(0));
            Said::new(wrong, "Check the sex or change the event.")
        }
        Code::P05NotEmployed => Said::new(
            format!("Employment must have begun by {}; joined on {}", fact(0), fact(1)),
            "Enter somebody else.",
        ),
        Code::P05Unknown => {
            Said::new("No employer or day of joining is stated", "Ask for it with a proof of employment.")
        }
        Code::P06Short => Said::new(
            format!("{} months in the unit are needed; joined on {}", fact(0), fact(1)),
            "Enter somebody else.",
        ),
        Code::P06Unknown => {
            Said::new("The day of joining is not stated, so service cannot be counted", "Ask for the day of joining.")
        }
        Code::P07Short => Said::new(
            format!("Insured for {} of the last 12 months; {} are needed", fact(0), fact(1)),
            "Enter somebody else.",
        ),
        Code::P07Gap => Said::new(
            format!("Months insured enough, but with a gap: {} in a row, {} are needed", fact(0), fact(1)),
            "Ask for the reason of the gap.",
        ),
        Code::P07Payer => {
            let who = if fact(2).is_empty() { String::new() } else { format!("; “{}” paid others", fact(2)) };
            let wrong = format!("The unit paid for {} months of insurance, {} are needed{who}", fact(0), fact(1));
            Said::new(wrong, "Find out who pays.")
        }
        Code::P07Unknown => Said::new("The months insured are not stated", "Ask for the proof of insurance."),
        Code::P08Denied => {
            Said::new(format!("Employed as “{}”, which the regulations do not allow", fact(0)), "Enter somebody else.")
        }
        Code::P08EvidenceMissing => {
            Said::new(format!("Employed as “{}”: “{}” is missing", fact(0), fact(1)), "Ask for the paper.")
        }
        Code::P08Retired => {
            Said::new(format!("Employed as “{}”, who may play and counts in the quota of the retired", fact(0)), "")
        }
        Code::P08UnknownKind => Said::new(
            format!("The regulations do not name employment as “{}”", fact(0)),
            "Find out how the person is employed.",
        ),
        Code::P09NotMember => Said::new("Not a member of the union", "Check the membership."),
        Code::P09Unknown => Said::new("Membership of the union is not stated", "Ask for it."),
        Code::P10Student => Said::new("A full-time student", "Enter somebody else."),
        Code::P10Unknown => Said::new("Whether a full-time student is not stated", "Ask for it."),
        Code::P11NoTie => {
            Said::new("Neither home, number nor insurance ties the person to the region", "Enter somebody else.")
        }
        Code::P11Unknown => {
            Said::new("Whether the person is tied to the region is not known", "Ask where the person is registered.")
        }
        Code::P12Nationality => {
            Said::new(format!("Of a nationality that may not enter{}", behind(&fact(0))), "Enter somebody else.")
        }
        Code::P12Document => {
            Said::new(format!("The regulations do not take “{}” as a document", fact(0)), "Check the document.")
        }
        Code::P12Foreign => {
            Said::new(format!("A foreigner, who may play and counts in the quota{}", behind(&fact(0))), "")
        }
        Code::P12Unknown => Said::new("The nationality is not stated", "Ask for it."),
        Code::P13Missing => Said::new("No health certificate", "Ask for the certificate."),
        Code::P13Expired => Said::new(
            format!("The health certificate of {} is more than {} days old at the first match", fact(0), fact(1)),
            "Ask for a new one.",
        ),
        Code::P14Missing => Said::new("No accident insurance", "Ask for the insurance."),
        Code::P15Missing => Said::new("The consent is not signed", "Ask for the signature."),
        Code::P16Banned => Said::new(format!("Banned{}", until(&fact(0))), "Enter somebody else."),
        Code::P16Possible => {
            Said::new(format!("Perhaps banned{}", until(&fact(0))), "Find out who it is and how long the ban lasts.")
        }
        Code::P17Rank => Said::new(
            format!("Of the rank “{}”; the event asks for {} or above", fact(0), fact(1)),
            "Change the event.",
        ),
        Code::P17Unknown => {
            Said::new(format!("The rank is not clear; the event asks for {} or above", fact(0)), "Ask for the rank.")
        }
        Code::P17Leader => Said::new(format!("Of the rank “{}”, which counts as a leader", fact(0)), ""),
        Code::RDeclarationMissing => {
            Said::new("No professional past is declared; whoever has none should state 无", "Ask for the declaration.")
        }
        Code::R01Active => {
            Said::new(format!("An active athlete in the register{}", register(facts)), "Enter somebody else.")
        }
        Code::R01Possible => Said::new(format!("Perhaps an active athlete{}", register(facts)), "Find out who it is."),
        Code::R02Current => {
            Said::new(format!("Registered in the time that counts{}", register(facts)), "Decide by the regulations.")
        }
        Code::R02Past => {
            let until = if fact(2).is_empty() { String::new() } else { format!(", until {}", fact(2)) };
            let whose = Facts(facts.0.get(..2).unwrap_or(facts.0));
            Said::new(format!("Once a registered athlete{}{until}", register(whose)), "Decide by the regulations.")
        }
        Code::R02YouthOnly => {
            let until = if fact(2).is_empty() { String::new() } else { format!(", until {}", fact(2)) };
            let whose = Facts(facts.0.get(..2).unwrap_or(facts.0));
            Said::new(format!("Registered in youth alone{}{until}", register(whose)), "Decide by the regulations.")
        }
        Code::R03League => Said::new(
            format!("Played in a league that the regulations name: {}", fact(0)),
            "Decide by the regulations.",
        ),
        Code::R04Met => Said::new("A former professional, long enough ago, who counts in the quota", ""),
        Code::R04ServiceShort => {
            let wrong =
                format!("A former professional needs {} months in the unit, and joined on {}", fact(0), fact(1));
            Said::new(wrong, "Enter somebody else.")
        }
        Code::R04Cooling => {
            let wrong =
                format!("A former professional needs {} years, and was last registered in {}", fact(0), fact(1));
            Said::new(wrong, "Enter somebody else.")
        }
        Code::R04Unknown => {
            let wrong = format!("Perhaps a former professional{}", register(facts));
            Said::new(wrong, "Find out when that ended and when the person joined the unit.")
        }
        Code::R05AgeExempt => Said::new(format!("A former professional, exempt at {} (from {})", fact(0), fact(1)), ""),
        Code::R06Grade => Said::new(format!("Holds the grade “{}”", fact(0)), "Decide by the regulations."),
        Code::R07Specialist => {
            Said::new(format!("Sport is the person’s work: {}", fact(0)), "Decide by the regulations.")
        }
        Code::R07TooManyEvents => Said::new(
            format!("Sport is the work of {}, who enters {} events; at most {} are allowed", fact(0), fact(1), fact(2)),
            "Leave some out.",
        ),
        Code::R08Ranked => Said::new(
            format!("Among the first {} of a ranking list, or perhaps: {}", fact(1), fact(0)),
            "Decide by the regulations.",
        ),
        Code::R09Squad => {
            Said::new(format!("In a squad or college team, or perhaps: {}", fact(0)), "Decide by the regulations.")
        }
        Code::T01TooMany => Said::new(format!("{} players, at most {}", fact(0), fact(1)), "Take some off."),
        Code::T01TooFew => Said::new(format!("{} players, at least {}", fact(0), fact(1)), "Enter more."),
        Code::T02TooMany => {
            let who = if fact(0) == "领队" { "leaders" } else { "coaches" };
            Said::new(format!("{} {who}, at most {}", fact(1), fact(2)), "Take some off.")
        }
        Code::T02MayNotPlay => {
            Said::new(format!("{} is a leader or coach and may not play", fact(0)), "Enter somebody else.")
        }
        Code::T03Sex => Said::new(
            format!("{} {}, at least {} are needed", fact(1), if fact(0) == "F" { "women" } else { "men" }, fact(2)),
            "Change the list.",
        ),
        Code::T04ExPro => {
            Said::new(format!("{} former professionals, at most {} may play", fact(0), fact(1)), "Leave some out.")
        }
        Code::T04Foreign => {
            Said::new(format!("{} foreigners, at most {} may play", fact(0), fact(1)), "Leave some out.")
        }
        Code::T04Retired => {
            Said::new(format!("{} of the retired, at most {} may play", fact(0), fact(1)), "Leave some out.")
        }
        Code::T05TooManyTeams => Said::new(
            format!("{} teams, at most {} of a unit with a staff of {}", fact(0), fact(1), fact(2)),
            "Withdraw some teams.",
        ),
        Code::T05Unknown => {
            Said::new(format!("{} teams of a unit whose staff is not stated", fact(0)), "Ask for the staff.")
        }
        Code::T06TooManyUnits => {
            Said::new(format!("A team of {} units, at most {} may join", fact(0), fact(1)), "Leave some out.")
        }
        Code::T06TooLarge => Said::new(
            format!("“{}” in a joint team has a staff of {}; fewer than {} may join", fact(0), fact(1), fact(2)),
            "It sends a team of its own.",
        ),
        Code::T06Unknown => {
            Said::new(format!("“{}” in a joint team does not state its staff", fact(0)), "Ask for the staff.")
        }
        Code::E01TooManyEvents => Said::new(
            format!("{} enters {} events, at most {} are allowed", fact(0), fact(1), fact(2)),
            "Leave some out.",
        ),
        Code::E02TooManyEntries => Said::new(
            format!("“{}” has {} entries of the unit, at most {} are allowed", fact(0), fact(1), fact(2)),
            "Withdraw some entries.",
        ),
        Code::E03Partner => {
            Said::new(format!("{} and {} have different employers, or perhaps", fact(0), fact(1)), "Change the pair.")
        }
        Code::E05Group => {
            Said::new(format!("Units of the category “{}” may not enter “{}”", fact(1), fact(0)), "Change the event.")
        }
        Code::E05Unknown => {
            let wrong = format!("The category of the unit is not stated, and “{}” asks for it", fact(0));
            Said::new(wrong, "Ask for the category.")
        }
        Code::E06NotOnList => Said::new("Did not come through the lower tier", "Check the list of the lower tier."),
        Code::E06Unknown => {
            let wrong = "Whether the person came through the lower tier is not known";
            Said::new(wrong, "Check the list of the lower tier.")
        }
        Code::E06Replacement => Said::new("Did not come through the lower tier, as some may", ""),
        Code::E06TooManyReplaced => {
            let wrong = format!("{} did not come through the lower tier, at most {} may", fact(0), fact(1));
            Said::new(wrong, "Leave some out.")
        }
        Code::E07Late => Said::new(
            format!("The form was imported after {}, the last day of entries", fact(0)),
            "Find out when it came in.",
        ),
        Code::ImportIdPrecision => Said::new(
            "The document number was typed as a number and lost its last digits",
            "Format the column as text and type it again.",
        ),
        Code::ImportHeader => Said::new(
            "There is no heading row, or nothing at all",
            "It needs “姓名” and another column: use the template.",
        ),
        Code::ImportCell => cell(facts),
        Code::ImportEncrypted => Said::new("The file is protected by a password", "Save it without one."),
        Code::ImportSize => {
            Said::new("The file is too large for an entry form", "Save it without pictures and spare rows or sheets.")
        }
        Code::ImportFormat => super::format::english(&fact(0)),
        Code::ImportUnit => unit(facts),
        Code::ImportSport => {
            let wrong = format!("“{}” is no sport of this meet, or not that of the sheet’s name", fact(0));
            Said::new(wrong, "Correct the title or the name of the sheet.")
        }
        Code::ImportEvent if fact(0).is_empty() => Said::new("No event is entered", "Fill it in."),
        Code::ImportEvent => Said::new(format!("There is no event “{}”", fact(0)), "Use the names of the regulations."),
        Code::ImportPartner if fact(0).is_empty() => Said::new("No partner is named", "Fill it in."),
        Code::ImportPartner => {
            let wrong = format!("The partner “{}” is not on the sheet, or does not name this person", fact(0));
            Said::new(wrong, "Check both rows.")
        }
        Code::ImportRepeated => {
            Said::new(format!("There is a form of “{}” for this sport already", fact(0)), "Keep one of them.")
        }
        Code::ImportTwice => {
            Said::new(format!("{} stands in row {} too; both rows count as one", fact(0), fact(1)), "Check them.")
        }
        Code::ImportConflict => {
            let wrong = format!("“{}” of {} differs in two places; the first one counts", fact(1), fact(0));
            Said::new(wrong, "Check them.")
        }
        Code::ImportVersion => Said::new(
            format!("Made for another version of the entry form (it says {}, ours is {})", fact(0), fact(1)),
            "It was read all the same: check its columns.",
        ),
        Code::ImportSkipped => Said::new(format!("This row enters nobody and was passed over: “{}”", fact(0)), ""),
    }
}

/// A value behind a colon; nothing where there is none.
fn behind(value: &str) -> String {
    if value.is_empty() { String::new() } else { format!(": {value}") }
}

/// The last day of a ban.
fn until(day: &str) -> String {
    if day.is_empty() { String::new() } else { format!(" until {day}") }
}

/// Sport, body and level of a registration, or what was declared, behind a colon.
fn register(facts: Facts<'_>) -> String {
    let parts = facts.from(0);
    if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) }
}

fn cell(facts: Facts<'_>) -> Said {
    let advice = "Correct it and import the file again.";
    match facts.0.len() {
        0 => Said::new("A cell cannot be read", advice),
        1 => Said::new(format!("What stands under “{}” cannot be read", facts.at(0)), advice),
        _ if facts.at(1).is_empty() => {
            Said::new(format!("The cell under “{}” is empty or an error value", facts.at(0)), advice)
        }
        _ => {
            let wrong = format!("“{}” under “{}” cannot be read, or lies ahead", facts.at(1), facts.at(0));
            Said::new(wrong, advice)
        }
    }
}

fn unit(facts: Facts<'_>) -> Said {
    let (name, close) = (facts.at(0), facts.from(1));
    if name.is_empty() {
        return Said::new("The form names no unit", "Choose the unit.");
    }
    let close = if close.is_empty() { String::new() } else { format!("; close to it: {}", close.join(", ")) };
    Said::new(format!("“{name}” is not in the list of units, or stands there twice{close}"), "Choose the unit.")
}
