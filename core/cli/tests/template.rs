//! The command `template`.

mod calling;

use calling::{Folder, call, games, json};

#[test]
fn each_unit_gets_its_form() {
    let folder = Folder::new("template");
    let (regulation, units) = (games("regulation.toml"), games("units.csv"));
    let (regulation, units) = (regulation.to_string_lossy(), units.to_string_lossy());
    let into = folder.file("forms");
    let made = json(&["template", "--regulation", &regulation, "--units", &units, "--into", &into], "");
    let files = made["files"].as_array().expect("a list");
    assert_eq!(files.len(), 50);
    for file in files {
        let (unit, name) = (file["unit"].as_str().expect("a name"), file["file"].as_str().expect("a name"));
        let bytes = std::fs::read(format!("{into}/{name}")).expect("written");
        let tables = gongsai_sheets::read(&bytes, name).expect("a workbook");
        assert_eq!(tables.len(), 3, "one sheet a sport");
        assert!(tables.iter().all(|table| table.rows[1][1].text() == unit), "{unit}");
    }
    let blank = json(&["template", "--regulation", &regulation, "--into", &into], "");
    assert_eq!(blank["files"][0]["unit"], serde_json::Value::Null);
    assert!(std::fs::metadata(format!("{into}/报名表.xlsx")).is_ok());
    let refused = call(&["template", "--regulation", &units, "--into", &into], "");
    assert_eq!(refused.code, Some(1), "a list of units is no regulations");
    assert!(refused.err.starts_with("{\"error\""), "{}", refused.err);
}
