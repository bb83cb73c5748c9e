//! Reads files off the main thread, in a module of its own that a Web Worker loads with the first of them.

mod vault;

use gongsai::document::{draft_to_json, refusal_to_json, regulations_from_toml, tables_to_json};
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

#[cfg(test)]
mod tests {
    use super::{read, regulations};

    #[test]
    fn tables_and_refusals_come_out_as_json() {
        let json = read("代表队,类别\n太原市总工会,city\n".as_bytes(), "units.csv");
        assert_eq!(json, r#"{"tables":[{"name":"units","rows":[["代表队","类别"],["太原市总工会","city"]]}]}"#);
        assert_eq!(regulations(b"sports = ['TT']"), r#"{"draft":{"sports":["TT"]}}"#);
        assert_eq!(read(b"%PDF-1.7", "form.xlsx"), r#"{"error":{"code":"IMPORT_FORMAT","facts":[]}}"#);
    }
}
