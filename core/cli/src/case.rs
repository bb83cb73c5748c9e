//! Commands that turn one JSON case into one JSON answer.

use gongsai::document::case::{Ranked, ranked};
use gongsai::document::plan;
use gongsai_wording::{Lang, standings as words};
use serde_json::{Value, json};

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

/// Why each entrant of a group stands where it stands, in both languages.
pub(crate) fn why(case: &str) -> Result<String, Failure> {
    let Ranked { names, first, standings } = ranked(case)?;
    let place = |(at, entrant): (usize, &usize)| {
        let say = |lang: Lang| {
            let steps = standings.why.iter().filter(|why| why.entrants.contains(entrant));
            let said: Vec<String> = steps.map(|step| words::why(lang, step, &names)).collect();
            let row = standings.rows.get(at).filter(|_| said.is_empty());
            row.map_or(said, |row| vec![words::alone(lang, first, row)])
        };
        json!({
            "rank": standings.ranks.get(at),
            "entrant": names.get(*entrant),
            "zh": say(Lang::Zh),
            "en": say(Lang::En),
        })
    };
    let places: Vec<Value> = standings.order.iter().enumerate().map(place).collect();
    Ok(json!({ "why": places }).to_string())
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
