//! `gongsai review`: from entry forms to verdicts.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use gongsai::date::Date;
use gongsai::document::{PRESETS, journal, regulations_from_toml, rules_of, vault};
use gongsai::eligibility::{Register, Review, Verdict};
use gongsai::entry::{Form, read_form, read_units, repeated_forms};
use gongsai::finding::{Finding, Severity, Subject};
use gongsai::id::{DeviceId, MeetId, PersonId, UnitId};
use gongsai::meet::{Command, Journal, Meet, Timestamp, Writer, keep_review};
use gongsai::person::Facts;
use gongsai::regulations::{Class, Sport};
use gongsai::table::Table;
use gongsai_wording::{Lang, regulations::left_to_people};
use serde_json::{Value as Json, json};

use crate::args;
use crate::io::{self, Failure};

/// What was not taken in, as the output names it.
#[derive(Default)]
struct Imports {
    rows: Vec<Json>,
}

pub(crate) fn run(args: &args::Review) -> Result<(), Failure> {
    let today = today(args.today.as_deref())?;
    let draft = regulations_from_toml(&io::text(&args.regulation)?)?;
    let mut imports = Imports::default();
    let mut next = 0;
    let units = read_units(&first_table(&args.units)?, || {
        next += 1;
        UnitId(next)
    });
    imports.add(&args.units, None, &units.findings);
    let register = Register::read(&first_table(&args.register)?);
    imports.add(&args.register, None, &register.findings);

    // The journal of a meet is made here as in the app: the same commands, the same fold.
    let mut meet = Desk { journal: Journal::new(MeetId(1)), at: Timestamp(today.unix_day() * 86_400_000) };
    meet.ask(Command::SetRegulations(draft))?;
    if let Some(preset) = args.preset.as_deref() {
        let text = PRESETS.iter().find(|(known, _)| *known == preset).map_or("", |(_, text)| text);
        let rules = rules_of(&regulations_from_toml(text)?);
        let (rules, review) = rules.ok_or_else(|| Failure::new(format!("{preset}: no rules")))?;
        meet.ask(Command::SetRules { rules, review })?;
    }
    let unread = meet.journal.meet().regulations().into_iter().flat_map(|regulations| &regulations.rules.unchecked);
    for left in unread.filter(|left| !left.why.is_empty()) {
        // The rule is left to people, and the review is made: whoever wrote the regulations should know all the same.
        let say = |lang| left_to_people(lang, left);
        io::complain_of(&json!({ "warning": { "zh": say(Lang::Zh), "en": say(Lang::En) } }));
    }
    meet.ask(Command::AddUnits(units.output))?;
    let facts = take_in(args, today, &mut meet, &mut imports)?;
    let review = meet.journal.meet().review(&register.output, &facts)?;
    meet.ask(keep_review(&review))?;
    if let Some(path) = &args.journal {
        io::replace(path, &journal::write(&meet.journal))?;
    }
    if let Some(path) = &args.facts {
        io::replace_private(path, &vault::write(&facts))?;
    }
    io::say(&answer(meet.journal.meet(), &review, imports).to_string())
}

/// Takes in every form; gives back the facts of the people.
fn take_in(
    args: &args::Review,
    today: Date,
    desk: &mut Desk,
    imports: &mut Imports,
) -> Result<BTreeMap<PersonId, Facts>, Failure> {
    let meet = desk.journal.meet().clone();
    let regulations = meet.regulations().ok_or_else(|| Failure::new("no regulations"))?.clone();
    let units: Vec<_> = meet.units().values().cloned().collect();
    let mut by_unit: BTreeMap<UnitId, Vec<Form>> = BTreeMap::new();
    for path in &args.forms {
        let tables = match gongsai_sheets::read(&io::bytes(path)?, &name(path)) {
            Ok(tables) => tables,
            Err(unreadable) => {
                imports.add(path, None, &[unreadable.finding(&name(path))]);
                continue;
            }
        };
        for table in &tables {
            let mut form = read_form(table, &regulations, &units, today);
            let late = form.output.as_ref().and_then(|form| meet.late(form, &BTreeMap::new(), today));
            form.findings.extend(late);
            imports.add(path, form.output.as_ref(), &form.findings);
            if let Some((unit, form)) = form.output.and_then(|form| Some((form.unit?, form))) {
                by_unit.entry(unit).or_default().push(form);
            }
        }
    }
    let mut vault = BTreeMap::new();
    let mut next = 0;
    for (unit, forms) in &by_unit {
        imports.add(Path::new(""), None, &repeated_forms(forms));
        let next_id = || {
            next += 1;
            next
        };
        let intake = meet.intake(*unit, forms, &vault, next_id)?;
        imports.add(Path::new(""), None, &intake.findings);
        vault.extend(intake.output.facts);
        for command in intake.output.commands {
            desk.ask(command)?;
        }
    }
    Ok(vault)
}

/// The journal that the command writes: one device, at the day of the import.
struct Desk {
    journal: Journal,
    at: Timestamp,
}

impl Desk {
    fn ask(&mut self, command: Command) -> Result<(), Failure> {
        journal::ask(&mut self.journal, &Writer::staff(DeviceId(0)), self.at, command)?;
        Ok(())
    }
}

impl Imports {
    /// Findings that a person must see; what was passed over in good order (examples, totals) is left out.
    fn add(&mut self, path: &Path, form: Option<&Form>, findings: &[Finding]) {
        for finding in findings.iter().filter(|finding| finding.severity > Severity::Note) {
            let Subject::Place(place) = &finding.subject else { continue };
            let refused = form.and_then(|form| form.refused.iter().find(|row| row.row == place.row));
            let row = form.and_then(|form| form.rows.iter().find(|row| row.row == place.row));
            self.rows.push(json!({
                "delegation": form.map(|form| form.delegation.clone()),
                "sport": form.map(|form| form.sport.chinese()),
                "name": refused.map(|row| row.name.clone()).or_else(|| row.map(|row| row.name.clone())),
                "file": name(path),
                "sheet": place.sheet,
                "row": place.row,
                "code": finding.code.as_str(),
            }));
        }
    }
}

fn answer(meet: &Meet, review: &Review, imports: Imports) -> Json {
    let delegation = |unit: UnitId| meet.units().get(&unit).map(|unit| unit.name.clone());
    let people = review.people.iter().filter_map(|found| {
        let person = meet.people().get(&found.person)?;
        let (weighing, notes): (Vec<&Finding>, Vec<&Finding>) =
            found.findings.iter().partition(|finding| finding.severity > Severity::Note);
        let mut answer = json!({
            "delegation": delegation(person.unit),
            "sport": found.sport.chinese(),
            "name": person.name,
            "verdict": verdict(found.verdict),
            "codes": codes(&weighing),
        });
        if !notes.is_empty() {
            answer["notes"] = json!(codes(&notes));
        }
        Some(answer)
    });
    let mut teams: BTreeMap<(UnitId, Sport), Vec<&Finding>> = BTreeMap::new();
    for team in &review.teams {
        teams.entry((team.unit, team.sport)).or_default().extend(&team.findings);
    }
    let teams = teams.iter().map(|((unit, sport), findings)| {
        json!({
            "delegation": delegation(*unit),
            "sport": sport.chinese(),
            "verdict": team_verdict(findings),
            "codes": codes(findings),
        })
    });
    let small = meet.too_small();
    let too_small = small
        .iter()
        .map(|event| json!({ "event": event.event.as_str(), "entries": event.entries, "units": event.units }));
    let unchecked = meet
        .regulations()
        .map(|regulations| regulations.rules.unchecked.iter().map(|left| left.id.clone()).collect::<Vec<String>>());
    json!({
        "people": people.collect::<Vec<Json>>(),
        "teams": teams.collect::<Vec<Json>>(),
        "import": imports.rows,
        "unchecked_rules": unchecked,
        "too_small": too_small.collect::<Vec<Json>>(),
    })
}

/// The codes as a set; one that counts in a quota names its class.
fn codes(findings: &[&Finding]) -> Vec<String> {
    let mut codes: Vec<String> = findings
        .iter()
        .map(|finding| match finding.severity {
            Severity::Limited => {
                let class = Class::of(finding.code, finding.severity).map_or("ex_pro", Class::name);
                format!("{}:{class}", finding.code)
            }
            _ => finding.code.to_string(),
        })
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// A team whose list must change, one that a person must look at, or one in order.
fn team_verdict(findings: &[&Finding]) -> &'static str {
    match findings.iter().map(|finding| finding.severity).max() {
        None => "Valid",
        Some(severity) if severity < Severity::TeamInvalid => "NeedsReview",
        Some(_) => "TeamInvalid",
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => "Eligible",
        Verdict::Limited => "Limited",
        Verdict::NeedsReview => "NeedsReview",
        Verdict::Ineligible => "Ineligible",
    }
}

pub(crate) fn first_table(path: &Path) -> Result<Table, Failure> {
    let tables = gongsai_sheets::read(&io::bytes(path)?, &name(path))
        .map_err(|unreadable| Failure::new(format!("{}: {unreadable}", path.display())))?;
    tables.into_iter().next().ok_or_else(|| Failure::new(format!("{}: no sheet", path.display())))
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The day of the import: as given, else by the clock.
fn today(given: Option<&str>) -> Result<Date, Failure> {
    if let Some(text) = given {
        return Date::from_iso(text).ok_or_else(|| Failure::new(format!("{text}: not a day as 2026-09-01")));
    }
    let since = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() / 86_400;
    let day = i64::try_from(since).ok().and_then(Date::from_unix_day);
    day.ok_or_else(|| Failure::new("the clock is wrong"))
}
