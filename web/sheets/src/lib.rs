//! Reads files off the main thread, in a module of its own that a Web Worker loads with the first of them.

mod vault;

use gongsai::document::{draft_from_json, draft_to_json, refusal_to_json, regulations_from_toml, tables_to_json};
use gongsai::entry::template as form;
use gongsai_sheets::{packed, to_xlsx};
use wasm_bindgen::prelude::wasm_bindgen;

/// The sheets of a file as JSON (`gongsai::document::tables_from_json` reads it), or `{"error":{"code","facts"}}`.
///
/// A workbook that is damaged beyond what the reader expects ends the worker; the page starts another.
#[wasm_bindgen]
pub fn read(bytes: &[u8], name: &str) -> String {
    match gongsai_sheets::read(bytes, name) {
        Ok(tables) => tables_to_json(&tables),
        Err(unreadable) => {
            let finding = unreadable.finding(name);
            refusal_to_json(finding.code, &finding.facts)
        }
    }
}

/// The regulations of a TOML file as JSON (`gongsai::document::draft_from_json` reads it), or why there are none.
#[wasm_bindgen]
pub fn regulations(bytes: &[u8]) -> String {
    draft_to_json(&regulations_from_toml(&String::from_utf8_lossy(bytes)))
}

/// Private facts sealed under a password: `{"text": the sealed file}`, or `{"error": a sentence}`.
#[wasm_bindgen]
pub fn seal(bytes: &[u8], request: &str) -> String {
    vault::seal(&String::from_utf8_lossy(bytes), request)
}

/// Sealed facts opened: `{"text": the facts}`, or `{"error": a sentence}`.
#[wasm_bindgen]
pub fn open(bytes: &[u8], request: &str) -> String {
    vault::open(&String::from_utf8_lossy(bytes), request)
}

/// The form of a delegation by regulations (as [`regulations`] gives them), a workbook; of several, each name on a line, a
/// package of workbooks. Nothing where there is none.
#[wasm_bindgen]
pub fn template(bytes: &[u8], names: &str) -> Option<Vec<u8>> {
    let draft = draft_from_json(std::str::from_utf8(bytes).ok()?)?.ok()?;
    let regulations = draft.verify().ok()?;
    let names: Vec<&str> = names.lines().collect();
    match names.as_slice() {
        [] => to_xlsx(&form(&regulations, "")),
        [name] => to_xlsx(&form(&regulations, name)),
        names => {
            let file = |(number, name): (usize, &&str)| {
                let plain: String = name.chars().map(|c| if "\\/:*?\"<>|".contains(c) { '-' } else { c }).collect();
                Some((format!("{number:02}-{plain}.xlsx"), to_xlsx(&form(&regulations, name))?))
            };
            packed(&(1..).zip(names).map(file).collect::<Option<Vec<_>>>()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{read, regulations, template};

    #[test]
    fn tables_and_refusals_come_out_as_json() {
        let json = read("代表队,类别\n太原市总工会,city\n".as_bytes(), "units.csv");
        assert_eq!(json, r#"{"tables":[{"name":"units","rows":[["代表队","类别"],["太原市总工会","city"]]}]}"#);
        assert_eq!(regulations(b"sports = ['TT']"), r#"{"draft":{"sports":["TT"]}}"#);
        assert_eq!(read(b"%PDF-1.7", "form.xlsx"), r#"{"error":{"code":"IMPORT_FORMAT","facts":["pdf"]}}"#);
    }

    #[test]
    fn forms_are_given_for_one_unit_or_for_all() {
        let draft = regulations(include_bytes!("../../../tests/data/games/regulation.toml"));
        let one = template(draft.as_bytes(), "太钢工会").expect("a workbook");
        assert!(read(&one, "太钢工会.xlsx").contains("太钢工会"));
        let all = template(draft.as_bytes(), "太钢工会\n山西焦煤工会").expect("a package");
        assert_eq!(read(&all, "报名表.zip"), r#"{"error":{"code":"IMPORT_FORMAT","facts":["package"]}}"#);
        assert_eq!(template(b"{}", ""), None);
    }
}
