//! Tables of cells as compact JSON, on their way from the reader of workbooks to the app.

use std::fmt;

use serde_json::{Map, Value, json};

use crate::date::Date;
use crate::finding::{Code, Fact};
use crate::table::{Cell, Table};

/// A text that is no JSON of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotTables;

impl fmt::Display for NotTables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not tables of cells")
    }
}

impl std::error::Error for NotTables {}

/// The tables as `{"tables":[{"name":…,"rows":[[cell,…],…]}]}`.
///
/// A cell is `null` (empty), `"text"`, `{"n":"12"}` (number), `{"x":1}` (damaged number), `{"d":"2026-09-01"}` (day),
/// `{"b":true}` or `{"e":1}` (error value).
///
/// ```
/// use gongsai::document::{tables_from_json, tables_to_json};
/// use gongsai::table::{Cell, Table};
/// let rows = vec![vec![Cell::Empty, Cell::Number("12".to_owned())]];
/// let tables = [Table { name: "乒乓球".to_owned(), rows, ..Table::default() }];
/// let json = tables_to_json(&tables);
/// assert_eq!(json, r#"{"tables":[{"name":"乒乓球","rows":[[null,{"n":"12"}]]}]}"#);
/// assert_eq!(tables_from_json(&json)?, tables);
/// # Ok::<(), gongsai::document::NotTables>(())
/// ```
#[must_use]
pub fn tables_to_json(tables: &[Table]) -> String {
    let row = |row: &Vec<Cell>| row.iter().map(cell_to_json).collect::<Value>();
    let table = |table: &Table| {
        let mut json = json!({ "name": table.name, "rows": table.rows.iter().map(row).collect::<Value>() });
        if let Some(version) = &table.version {
            json["version"] = json!(version);
        }
        json
    };
    json!({ "tables": tables.iter().map(table).collect::<Value>() }).to_string()
}

/// The tables in a JSON made by [`tables_to_json`].
///
/// # Errors
/// [`NotTables`] when it is anything else.
pub fn tables_from_json(text: &str) -> Result<Vec<Table>, NotTables> {
    let json: Value = serde_json::from_str(text).map_err(|_| NotTables)?;
    let tables = json.get("tables").and_then(Value::as_array).ok_or(NotTables)?;
    tables.iter().map(|table| table_from_json(table).ok_or(NotTables)).collect()
}

/// What is said of a file that gives no table: `{"error":{"code":"IMPORT_SIZE","facts":[25000000,20000000]}}`. Only
/// counts and the names of kinds of file go with the code.
///
/// ```
/// use gongsai::document::refusal_to_json;
/// use gongsai::finding::{Code, Fact};
/// let json = refusal_to_json(Code::ImportSize, &[Fact::Count(3), Fact::Count(2)]);
/// assert_eq!(json, r#"{"error":{"code":"IMPORT_SIZE","facts":[3,2]}}"#);
/// ```
#[must_use]
pub fn refusal_to_json(code: Code, facts: &[Fact]) -> String {
    let told = |fact: &Fact| match fact {
        Fact::Count(count) => Some(json!(count)),
        Fact::Text(text) => Some(json!(text)),
        Fact::Date(_) => None,
    };
    let facts: Vec<Value> = facts.iter().filter_map(told).collect();
    json!({ "error": { "code": code.as_str(), "facts": facts } }).to_string()
}

fn table_from_json(json: &Value) -> Option<Table> {
    let name = json.get("name")?.as_str()?.to_owned();
    let row = |row: &Value| row.as_array()?.iter().map(cell_from_json).collect::<Option<Vec<Cell>>>();
    let rows = json.get("rows")?.as_array()?.iter().map(row).collect::<Option<Vec<_>>>()?;
    let version = match json.get("version") {
        None => None,
        Some(version) => Some(version.as_str()?.to_owned()),
    };
    Some(Table { name, rows, version })
}

fn cell_to_json(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => Value::String(text.clone()),
        Cell::Number(text) => json!({ "n": text }),
        Cell::Damaged => json!({ "x": 1 }),
        Cell::Date(day) => json!({ "d": day.to_string() }),
        Cell::Bool(yes) => json!({ "b": yes }),
        Cell::Error => json!({ "e": 1 }),
    }
}

fn cell_from_json(json: &Value) -> Option<Cell> {
    match json {
        Value::Null => Some(Cell::Empty),
        Value::String(text) => Some(Cell::Text(text.clone())),
        Value::Object(object) => tagged_cell(object),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) => None,
    }
}

fn tagged_cell(object: &Map<String, Value>) -> Option<Cell> {
    let (tag, value) = object.iter().next().filter(|_| object.len() == 1)?;
    match tag.as_str() {
        "n" => Some(Cell::Number(value.as_str()?.to_owned())),
        "x" => Some(Cell::Damaged),
        "d" => Date::from_iso(value.as_str()?).map(Cell::Date),
        "b" => value.as_bool().map(Cell::Bool),
        "e" => Some(Cell::Error),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_cell_makes_the_round_trip() {
        let text = |text: &str| Cell::Text(text.to_owned());
        let cells = vec![
            Cell::Empty,
            text(""),
            text("𬱖 \"x\"\n"),
            Cell::Number("0.5".to_owned()),
            Cell::Damaged,
            Cell::Date(Date::new(2026, 9, 1).unwrap()),
            Cell::Bool(false),
            Cell::Error,
        ];
        let tables = [
            Table { name: "篮球".to_owned(), rows: vec![cells, Vec::new()], version: Some("2".to_owned()) },
            Table { name: String::new(), rows: Vec::new(), ..Table::default() },
        ];
        assert_eq!(tables_from_json(&tables_to_json(&tables)).unwrap(), tables);
    }

    #[test]
    fn other_json_is_refused() {
        for text in [
            "",
            "[]",
            "{}",
            r#"{"error":{"code":"IMPORT_SIZE"}}"#,
            r#"{"tables":[{"name":"a","rows":[[1]]}]}"#,
            r#"{"tables":[{"name":"a","rows":[[{"d":"2026-02-30"}]]}]}"#,
            r#"{"tables":[{"name":"a","rows":[[{"n":"1","b":true}]]}]}"#,
        ] {
            assert_eq!(tables_from_json(text), Err(NotTables), "{text}");
        }
    }
}
