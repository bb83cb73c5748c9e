//! `gongsai bans`: whom the sanctions of a meet keep out of the next one, as its regulations want it.

use gongsai::document::{bans_to_toml, journal};
use gongsai::meet::barred;
use gongsai_wording::{Lang, admission};

use crate::args::Bans;
use crate::io::{self, Failure};

/// Prints the rule P16 as TOML, a person a line, above each the unit and for how many meets.
pub(crate) fn run(args: &Bans) -> Result<(), Failure> {
    let loaded = journal::read(&io::text(&args.journal)?)?;
    if let Some(problem) = loaded.problems.first() {
        return Err(Failure::new(format!("{}: {problem:?}", args.journal.display())));
    }
    let lang = if args.english { Lang::En } else { Lang::Zh };
    let bans = barred(&loaded.journal);
    io::say(bans_to_toml(&bans, |ban| admission::barred(lang, ban)).trim_end())
}
