//! `gongsai template`: forms to be filled in.

use gongsai::document::regulations_from_toml;
use gongsai::entry::{read_units, template};
use gongsai::id::UnitId;
use gongsai::meet::Refused;
use gongsai_sheets::to_xlsx;
use serde_json::json;

use crate::args;
use crate::io::{self, Failure};
use crate::review::first_table;

/// Writes a form for each unit, or a blank one, and names the files.
pub(crate) fn run(args: &args::Template) -> Result<(), Failure> {
    let draft = regulations_from_toml(&io::text(&args.regulation)?)?;
    let regulations = draft.verify().map_err(Refused::Defects)?;
    let mut names = vec![String::new()];
    if let Some(path) = &args.units {
        let mut next = 0;
        let units = read_units(&first_table(path)?, || {
            next += 1;
            UnitId(next)
        });
        names = units.output.into_iter().map(|unit| unit.name).collect();
    }
    std::fs::create_dir_all(&args.into).map_err(|error| Failure::new(format!("{}: {error}", args.into.display())))?;
    let mut files = Vec::new();
    for (number, name) in (1..).zip(&names) {
        let bytes =
            to_xlsx(&template(&regulations, name)).ok_or_else(|| Failure::new("the regulations have no sport"))?;
        let plain: String = name.chars().map(|c| if "\\/:*?\"<>|".contains(c) { '-' } else { c }).collect();
        let file = if name.is_empty() { "报名表.xlsx".to_owned() } else { format!("{number:02}-{plain}.xlsx") };
        io::replace_bytes(&args.into.join(&file), &bytes)?;
        files.push(json!({ "unit": Some(name).filter(|name| !name.is_empty()), "file": file }));
    }
    io::say(&json!({ "files": files }).to_string())
}
