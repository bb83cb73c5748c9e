//! Commands that turn one JSON case into one JSON answer.

use gongsai::document::plan;

use crate::args;
use crate::io::{self, Failure};

/// Answers the case, or with `--jsonl` each line's.
pub(crate) fn run(args: &args::Case, answer: impl Fn(&str) -> Result<String, Failure>) -> Result<(), Failure> {
    let input = io::text(&args.file)?;
    if !args.jsonl {
        return io::say(&answer(&input)?);
    }
    for line in input.lines().filter(|line| !line.trim().is_empty()) {
        let answered = answer(line).unwrap_or_else(|failure| failure.json());
        io::say(&answered)?;
    }
    Ok(())
}

/// Lists the matches of a format.
pub(crate) fn plan(args: &args::Plan) -> Result<(), Failure> {
    let options = args.options.read();
    if let Some(graph) = &args.graph {
        return io::say(&plan::plan_of_text(&io::text(graph)?)?);
    }
    let (format, entrants) = (args.format.as_deref().unwrap_or_default(), args.entrants.unwrap_or_default());
    if args.text {
        return io::say(plan::plan_text(format, entrants, &options)?.trim_end());
    }
    io::say(&plan::plan(format, entrants, &options)?)
}
