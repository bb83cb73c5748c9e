//! The JSON Schema of a meet file's lines says what the core reads and writes.

use gongsai::document::{command_from_json, journal, schema};
use gongsai::regulations::DrawTable;
use gongsai::simulate::Simulation;
use gongsai_tests::event::formats;
use gongsai_tests::schema::Schema;
use gongsai_tests::story::Story;
use serde_json::{Value as Json, json};

/// The schema as it is kept for other programs.
fn kept() -> Schema {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../core/journal.schema.json"));
    Schema(serde_json::from_str(&text.expect("the schema is there")).expect("JSON"))
}

#[test]
fn the_schema_is_up_to_date() {
    let made: Json = serde_json::from_str(&schema::journal()).expect("JSON");
    assert_eq!(kept().0, made, "write it anew: cargo run -p gongsai-tests --example schema");
}

#[track_caller]
fn check_file(schema: &Schema, text: &str, what: &str) {
    for (number, line) in (1..).zip(text.lines()) {
        let line: Json = serde_json::from_str(line).expect("JSON");
        let definition = if number == 1 { "header" } else { "record" };
        assert_eq!(schema.check(definition, &line), Ok(()), "{what}, line {number}: {line}");
        assert_eq!(schema.check("", &line), Ok(()), "{what}, line {number}");
    }
}

#[test]
fn files_of_meets_fit_it() {
    let (root, schema) = (concat!(env!("CARGO_MANIFEST_DIR"), "/"), kept());
    let files = std::fs::read_dir(format!("{root}data/journals")).expect("released files");
    let files =
        files.flatten().map(|file| file.path()).filter(|path| path.extension().is_some_and(|end| end == "gongsai"));
    for path in files.chain([format!("{root}../web/sample/sample.gongsai").into()]) {
        let text = std::fs::read_to_string(&path).expect("a text");
        check_file(&schema, &text, &path.display().to_string());
    }
    for seed in 0..20 {
        for desk in Story::tell(seed).desks {
            check_file(&schema, &journal::write(&desk), &format!("seed {seed}"));
        }
    }
}

/// The matches of every part of every format.
#[test]
fn meets_of_every_format_fit_it() {
    let schema = kept();
    for format in formats() {
        for entrants in [4, 16, 19] {
            let Ok(mut simulation) = Simulation::of_format(&format, DrawTable::Ittf, entrants, "schema") else {
                continue;
            };
            simulation.play_all();
            check_file(&schema, &journal::write(simulation.journal()), &format!("{format:?} of {entrants}"));
        }
    }
}

const ID: &str = "00000000000000ab";

/// Commands that no file above holds, and some that are none.
#[test]
fn commands_fit_it_if_they_are_read() {
    let schema = kept();
    let key = "ab".repeat(32);
    let good = [
        json!({"do":"decide","person":ID,"sport":"TT","decision":"waive","code":"IMPORT_ID_PRECISION","reason":"查实"}),
        json!({"do":"decide","person":ID,"sport":"BB","decision":"confirm","code":null,"reason":""}),
        json!({"do":"lot","event":"TT_MS","group":2,"order":[ID]}),
        json!({"do":"organise","key":key}),
        json!({"do":"grant","device":ID,"key":key,"name":"甲","right":"staff"}),
        json!({"do":"grant","device":ID,"key":key,"name":"甲","right":{"referee":{"court":3,"day":"2026-10-17"}}}),
        json!({"do":"grant","device":ID,"key":key,"name":"甲","right":{"captain":{"entry":ID}}}),
        json!({"do":"commit-lineup","event":"TT_team","id":"W1.1","entry":ID,"commitment":format!("gongsai-line-up-1:{key}")}),
        json!({"do":"open-lineup","event":"TT_team","id":"W1.1","entry":ID,"secret":"密","lineup":[{"place":"MS","people":[ID]}]}),
        json!({"do":"open-lineup","event":"TT_team","id":"W1.1","entry":ID,"secret":"","lineup":[]}),
        json!({"do":"match-list","event":"BB_men","id":"G1.1.1","entry":ID,"people":[ID]}),
        json!({"do":"revoke","device":ID,"until":0}),
        json!({"do":"award","award":"fair_play","to":{"unit":ID},"reason":"评选"}),
        json!({"do":"award","award":"best","to":{"person":ID},"reason":""}),
        json!({"do":"undo","record":format!("{ID}-7")}),
        json!({"do":"result","event":"TT_MS","id":"P3.1.1","outcome":{"both_absent":true}}),
        json!({"do":"result","event":"BB","id":"W1.1","outcome":{"total":[80,75],"parts":[[40,38],[40,37]]}}),
        json!({"do":"result","event":"FB","id":"W1.1","outcome":{"total":[1,1],"shootout":[4,3]}}),
        json!({"do":"result","event":"FB","id":"W1.1","outcome":{"total":[1,1],"golden_point":"b"}}),
    ];
    for command in &good {
        assert_eq!(schema.check("command", command), Ok(()), "{command}");
        let read = command_from_json(&command.to_string());
        assert!(read.is_ok(), "{command}: {read:?}");
    }
    let bad = [
        json!({"do":"sing"}),
        json!({"do":"award","award":"公平","to":{"unit":ID},"reason":""}),
        json!({"do":"award","award":"best","to":{"referee":ID},"reason":""}),
        json!({"do":"grant","device":ID,"key":key,"name":"甲","right":{"captain":{"entry":"甲队"}}}),
        json!({"do":"commit-lineup","event":"TT_team","id":"W1.1","entry":ID,"commitment":format!("gongsai-draw-1:{key}")}),
        json!({"do":"commit-lineup","event":"TT_team","id":"X1.1","entry":ID,"commitment":format!("gongsai-line-up-1:{key}")}),
        json!({"do":"open-lineup","event":"TT_team","id":"W1.1","entry":ID,"lineup":[]}),
        json!({"do":"open-lineup","event":"TT_team","id":"W1.1","entry":ID,"secret":"","lineup":[{"place":"MS","people":["甲"]}]}),
        json!({"do":"lot","event":"TT_MS","group":70_000,"order":[ID]}),
        json!({"do":"lot","event":"乒乓球","group":1,"order":[ID]}),
        json!({"do":"lot","event":"TT_MS","group":1,"order":["ab"]}),
        json!({"do":"lot","event":"TT_MS","order":[ID]}),
        json!({"do":"match-list","event":"BB_men","id":ID,"entry":ID,"people":[ID]}),
        json!({"do":"undo","record":ID}),
        json!({"do":"undo","record":format!("{ID}-7"),"why":"录错"}),
        json!({"do":"organise","key":"ab"}),
        json!({"do":"grant","device":ID,"key":key,"name":"甲","right":"owner"}),
        json!({"do":"result","event":"TT_MS","id":"X1.1","outcome":{"both_absent":true}}),
        json!({"do":"result","event":"TT_MS","id":"W1.1","outcome":{"stop":"tired","loser":"a"}}),
        json!({"do":"result","event":"TT_MS","id":"W1.1","outcome":{"games":[[11,9,1]]}}),
        json!({"do":"result","event":"FB","id":"W1.1","outcome":{"total":[1,1],"golden_point":"c"}}),
        json!({"do":"result","event":"FB","id":"W1.1","outcome":{"total":[1,1],"parts":[[1]]}}),
        json!({"do":"decide","person":ID,"sport":"TT","decision":"shrug","code":null,"reason":""}),
    ];
    for command in &bad {
        assert!(schema.check("command", command).is_err(), "{command}");
        assert!(command_from_json(&command.to_string()).is_err(), "{command}");
    }
}
