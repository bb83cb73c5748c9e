//! Forms that were read and not yet taken in. They outlive a change of page; only 收下 makes records of them.

use std::collections::BTreeMap;
use std::rc::Rc;

use gongsai::date::Date;
use gongsai::document::tables_from_json;
use gongsai::entry::{Form, Unit, read_form};
use gongsai::finding::{Code, Fact, Finding, Place, Severity, Subject};
use gongsai::id::{PersonId, UnitId};
use gongsai::meet::{Command, Meet, Refused};
use gongsai::order;
use gongsai::person::Facts;
use gongsai::regulations::Sport;
use gongsai::table::Table;

use super::{Session, Shared};

/// Everything on the way in.
#[derive(Clone, Default)]
pub struct Import {
    /// The files, in the order in which they came.
    pub files: Vec<ImportedFile>,
    next: u32,
}

/// One file.
#[derive(Clone, PartialEq)]
pub struct ImportedFile {
    /// Its number in this session.
    pub number: u32,
    /// Its name.
    pub name: Rc<str>,
    /// How far it is.
    pub state: ReadState,
}

/// How far a file is.
#[derive(Clone, PartialEq)]
pub enum ReadState {
    /// Waits or is being read.
    Reading,
    /// Cannot be read, or the reader stopped at it.
    Unreadable(Shared<Finding>),
    /// Read; waits to be taken in.
    Read(Shared<ReadFile>),
    /// Taken in: this many people.
    TakenIn(usize),
    /// Refused when it was to be taken in.
    Refused(Shared<ReadFile>, Shared<Refused>),
}

/// What was read of a file.
#[derive(Clone, Debug, Default)]
pub struct ReadFile {
    /// The sheets that are forms.
    pub sheets: Vec<ReadSheet>,
    /// Findings about sheets that are no forms.
    pub findings: Vec<Finding>,
    /// Cells that hold something.
    pub cells: usize,
}

/// A form with its sheet and everything found in it.
#[derive(Clone, Debug)]
pub struct ReadSheet {
    /// The sheet.
    pub table: Table,
    /// The form.
    pub form: Form,
    /// What was found.
    pub findings: Vec<Finding>,
}

impl ReadFile {
    /// All findings that a person must see.
    pub fn weighty(&self) -> impl Iterator<Item = &Finding> {
        let all = self.findings.iter().chain(self.sheets.iter().flat_map(|sheet| &sheet.findings));
        all.filter(|finding| finding.severity > Severity::Note)
    }

    /// The rows that are people.
    #[must_use]
    pub fn people(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.form.rows.len()).sum()
    }
}

impl Import {
    /// Puts a file at the end; its number.
    pub fn add(&mut self, name: &str) -> u32 {
        self.next += 1;
        self.files.push(ImportedFile { number: self.next, name: name.into(), state: ReadState::Reading });
        self.next
    }

    /// The number that the next file gets.
    #[must_use]
    pub fn coming(&self) -> u32 {
        self.next + 1
    }

    /// Says how far a file is.
    pub fn set(&mut self, number: u32, state: ReadState) {
        if let Some(file) = self.files.iter_mut().find(|file| file.number == number) {
            file.state = state;
        }
        self.note_repeats();
    }

    /// Takes a file off the list.
    pub fn remove(&mut self, number: u32) {
        self.files.retain(|file| file.number != number);
        self.note_repeats();
    }

    /// Says of each form whether one before it on the list is of the same unit and sport.
    fn note_repeats(&mut self) {
        let mut seen: Vec<(UnitId, Sport)> = Vec::new();
        for file in &mut self.files {
            let ReadState::Read(read) = &file.state else { continue };
            let keys = read.sheets.iter().map(|sheet| sheet.form.unit.map(|unit| (unit, sheet.form.sport)));
            let again = keys.map(|key| {
                let again = key.is_some_and(|key| seen.contains(&key));
                seen.extend(key);
                again
            });
            let again: Vec<bool> = again.collect();
            let noted = |sheet: &ReadSheet| sheet.findings.iter().any(|found| found.code == Code::ImportRepeated);
            if read.sheets.iter().map(noted).eq(again.iter().copied()) {
                continue;
            }
            let mut read = ReadFile::clone(read);
            for (sheet, again) in read.sheets.iter_mut().zip(again) {
                sheet.findings.retain(|finding| finding.code != Code::ImportRepeated);
                sheet.findings.extend(again.then(|| sheet.form.repeated()));
            }
            file.state = ReadState::Read(Shared::new(read));
        }
    }

    /// Gives a form whose delegation is in no list to a unit.
    pub fn assign(&mut self, number: u32, sheet: usize, unit: UnitId) {
        let Some(file) = self.files.iter_mut().find(|file| file.number == number) else { return };
        let (ReadState::Read(read) | ReadState::Refused(read, _)) = &file.state else { return };
        let mut read = ReadFile::clone(read);
        if let Some(sheet) = read.sheets.get_mut(sheet) {
            sheet.form.unit = Some(unit);
            sheet.findings.retain(|finding| finding.code != Code::ImportUnit);
        }
        file.state = ReadState::Read(Shared::new(read));
        self.note_repeats();
    }

    /// The files that can be taken in now.
    pub fn ready(&self) -> impl Iterator<Item = (&ImportedFile, &Shared<ReadFile>)> {
        self.files.iter().filter_map(|file| match &file.state {
            ReadState::Read(read) if read.sheets.iter().any(|sheet| sheet.form.unit.is_some()) => Some((file, read)),
            ReadState::Reading
            | ReadState::Unreadable(_)
            | ReadState::Read(_)
            | ReadState::TakenIn(_)
            | ReadState::Refused(..) => None,
        })
    }

    /// Files still being read.
    #[must_use]
    pub fn reading(&self) -> usize {
        self.files.iter().filter(|file| matches!(file.state, ReadState::Reading)).count()
    }
}

/// The tables in an answer of the reader of workbooks, or why there are none.
///
/// # Errors
/// The finding about the file as a whole.
pub fn tables_of(answer: &str) -> Result<Vec<Table>, Finding> {
    tables_from_json(answer).map_err(|_| told(answer).unwrap_or_else(stopped))
}

/// The state of a file from the answer of the reader of workbooks.
#[must_use]
pub fn read_answer(answer: &str, meet: &Meet, vault: &BTreeMap<PersonId, Facts>, today: Date) -> ReadState {
    let Some(regulations) = meet.regulations() else { return ReadState::Unreadable(Shared::new(stopped())) };
    let units: Vec<Unit> = meet.units().values().cloned().collect();
    let tables = match tables_of(answer) {
        Ok(tables) => tables,
        Err(finding) => return ReadState::Unreadable(Shared::new(finding)),
    };
    let mut read = ReadFile::default();
    for table in tables {
        read.cells += table.rows.iter().flatten().filter(|cell| !cell.is_blank()).count();
        let mut checked = read_form(&table, regulations, &units, today);
        match checked.output {
            Some(form) => {
                checked.findings.extend(meet.late(&form, vault, today));
                read.sheets.push(ReadSheet { table, form, findings: checked.findings });
            }
            None => read.findings.extend(checked.findings),
        }
    }
    ReadState::Read(Shared::new(read))
}

/// The finding about a file at which the reader stopped.
#[must_use]
pub fn stopped() -> Finding {
    file_finding(Code::ImportFormat, Vec::new())
}

/// The reader's own word on why a file gives no table: `{"error":{"code":…,"facts":[…]}}`.
fn told(answer: &str) -> Option<Finding> {
    let answer: serde_json::Value = serde_json::from_str(answer).ok()?;
    let error = answer.get("error")?;
    let code = error.get("code")?.as_str()?.parse().ok()?;
    let facts = error.get("facts").and_then(serde_json::Value::as_array).into_iter().flatten();
    let facts = facts.filter_map(|fact| match fact.as_str() {
        Some(text) => Some(Fact::Text(text.to_owned())),
        None => Some(Fact::Count(u32::try_from(fact.as_u64()?).unwrap_or(u32::MAX))),
    });
    Some(file_finding(code, facts.collect()))
}

fn file_finding(code: Code, facts: Vec<Fact>) -> Finding {
    let subject = Subject::Place(Place { sheet: String::new(), row: 0, column: None });
    Finding { code, severity: Severity::Refused, subject, clause: None, facts }
}

impl Session {
    /// Takes in every form that was read and has its unit: one command a unit and sport, all stored together. What
    /// is refused stays on the list with its reason. Gives the number of people taken in.
    pub fn take_in(self: &Rc<Self>) -> usize {
        let import = self.import();
        let sheets = import.ready().flat_map(|(_, read)| &read.sheets);
        let by_unit = order::groups(sheets.filter_map(|sheet| Some((sheet.form.unit?, sheet.form.clone()))));
        let mut refused: Vec<((UnitId, Sport), Shared<Refused>)> = Vec::new();
        let mut commands: Vec<(Command, BTreeMap<PersonId, Facts>)> = Vec::new();
        let mut keys = Vec::new();
        for (unit, forms) in &by_unit {
            let intake =
                self.with_vault(|vault| self.with_meet(|meet| meet.intake(*unit, forms, vault, || self.fresh())));
            match intake {
                Err(why) => {
                    let why = Shared::new(why);
                    refused.extend(forms.iter().map(|form| ((*unit, form.sport), why.clone())));
                }
                Ok(intake) => {
                    let facts = order::map(intake.output.facts);
                    for command in intake.output.commands {
                        let Command::TakeIn { sport, people, .. } = &command else { continue };
                        keys.push((*unit, *sport));
                        let of_sport =
                            people.iter().filter_map(|person| Some((person.id, facts.get(&person.id)?.clone())));
                        let of_sport = order::map(of_sport);
                        commands.push((command, of_sport));
                    }
                }
            }
        }
        for (key, outcome) in keys.into_iter().zip(self.submit_all(commands)) {
            if let Err(why) = outcome {
                refused.push((key, Shared::new(why)));
            }
        }
        let mut people = 0;
        self.change_import(|import| {
            for file in &mut import.files {
                let ReadState::Read(read) = &file.state else { continue };
                let keys = || read.sheets.iter().filter_map(|sheet| Some((sheet.form.unit?, sheet.form.sport)));
                if keys().count() < read.sheets.len().max(1) {
                    continue;
                }
                file.state = match keys().find_map(|key| refused.iter().find(|(refused, _)| *refused == key)) {
                    Some((_, why)) => ReadState::Refused(read.clone(), why.clone()),
                    None => {
                        people += read.people();
                        ReadState::TakenIn(read.people())
                    }
                };
            }
        });
        people
    }
}
