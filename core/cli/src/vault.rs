//! `gongsai vault`: the private facts beside a journal. No failure tells what is in a file.

use std::path::Path;

use gongsai::document::{journal, vault};
use gongsai::id::{MeetId, PersonId};
use gongsai_wording::{Lang, vault as wording};
use serde_json::json;

use crate::args::{Vault, VaultCommand};
use crate::io::{self, Failure};

pub(crate) fn run(args: &Vault) -> Result<(), Failure> {
    match &args.command {
        VaultCommand::Seal { meet, password_file, facts, out } => seal(meet, password_file, facts, out),
        VaultCommand::Open { meet, password_file, sealed, out } => open(meet.as_deref(), password_file, sealed, out),
        VaultCommand::Erase { facts, person } => erase(facts, person),
    }
}

fn seal(meet: &Path, password: &Path, facts: &Path, out: &Path) -> Result<(), Failure> {
    let (meet, text) = (meet_of(meet)?, io::text(facts)?);
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty()) {
        let row = vault::rows(line).next();
        if row.is_none_or(|(_, facts)| vault::decode(facts).is_err()) {
            return Err(Failure::new(format!("{}: line {number} holds no facts of a person", facts.display())));
        }
    }
    let (mut salt, mut nonce) = ([0; 16], [0; 24]);
    getrandom::fill(&mut salt)?;
    getrandom::fill(&mut nonce)?;
    let sealed = vault::seal(meet, &secret(password)?, salt, nonce, vault::rows(&text));
    let sealed = sealed.map_err(|why| Failure::new(wording::not_sealed(Lang::En, why)))?;
    io::replace(out, &sealed)?;
    io::say(&json!({ "meet": meet.to_string(), "people": vault::rows(&text).count() }).to_string())
}

fn open(meet: Option<&Path>, password: &Path, sealed: &Path, out: &Path) -> Result<(), Failure> {
    let meet = meet.map(meet_of).transpose()?;
    let why = |why| Failure::new(format!("{}: {}", sealed.display(), wording::not_opened(Lang::En, why)));
    let opened = vault::open(&io::text(sealed)?, &secret(password)?).map_err(why)?;
    let meet = meet.unwrap_or(opened.meet);
    let rows = opened.of(meet).map_err(why)?;
    let text: String = rows.iter().map(|(person, facts)| format!("{person} {facts}\n")).collect();
    io::replace_private(out, &text)?;
    io::say(&json!({ "meet": meet.to_string(), "people": rows.len() }).to_string())
}

fn erase(facts: &Path, person: &str) -> Result<(), Failure> {
    let person: PersonId = person.parse()?;
    let text = io::text(facts)?;
    let left = vault::erase(&text, person);
    if left == text {
        return Err(Failure::new(format!("{}: no facts of person {person}", facts.display())));
    }
    io::replace_private(facts, &left)?;
    io::say(&json!({ "people": vault::rows(&left).count() }).to_string())
}

/// The meet whose journal a file holds.
fn meet_of(path: &Path) -> Result<MeetId, Failure> {
    Ok(journal::read(&io::text(path)?)?.journal.meet().id())
}

/// The first line of a file: what follows it an editor may have added.
fn secret(path: &Path) -> Result<String, Failure> {
    Ok(io::text(path)?.lines().next().unwrap_or_default().to_owned())
}
