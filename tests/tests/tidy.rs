//! The house rules that a machine can hold: module order, file length, banned calls, where sentences may stand.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules of core by row, lowest first. A module may use only rows below its own.
const ROWS: &[&[&str]] = &[
    &["clause", "date", "id", "order", "sex", "side", "text"],
    &["finding", "hex", "table"],
    &["key"],
    &["regulations"],
    &["format", "person", "score"],
    &["entry", "lineup"],
    &["eligibility"],
    &["admission", "draw"],
    &["bracket"],
    &["standings"],
    &["meet"],
    &["overall"],
    &["publication"],
    &["document"],
    &["simulate"],
];

/// The longest file, tests included.
const MOST_LINES: usize = 400;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests stands in the workspace").to_owned()
}

/// The Rust files under a folder of the workspace, with their text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the workspace").flatten() {
            let path = entry.path();
            if path.is_dir() {
                if !["target", "dist", "node_modules"].iter().any(|name| path.ends_with(name)) {
                    open.push(path);
                }
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).expect("a source is UTF-8");
                files.push((path, text));
            }
        }
    }
    files.sort();
    files
}

/// The text without comments and without what follows `#[cfg(test)]`.
fn code(text: &str) -> String {
    let body = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = body.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn row_of(module: &str) -> Option<usize> {
    ROWS.iter().position(|row| row.contains(&module))
}

/// The module of core that a file belongs to.
fn module_of(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root().join("core/src")).ok()?;
    let first = inside.iter().next()?.to_str()?;
    Some(first.trim_end_matches(".rs").to_owned())
}

#[test]
fn modules_of_core_use_only_rows_below() {
    let mut faults = Vec::new();
    for (path, text) in sources("core/src") {
        let module = module_of(&path).expect("a file of core");
        if module == "lib" {
            continue;
        }
        let row = row_of(&module).unwrap_or_else(|| panic!("{module} has no row"));
        for used in code(&text).split("crate::").skip(1) {
            let used: String = used.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            let below = row_of(&used).is_some_and(|other| other < row);
            if used != module && !below {
                faults.push(format!("{}: {module} uses {used}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_file_is_short() {
    let long: Vec<String> = ["core", "web", "tests"]
        .iter()
        .flat_map(|folder| sources(folder))
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(path, lines)| format!("{lines} {}", path.display()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[track_caller]
fn check_absent(folder: &str, except: &[&str], words: &[&str], why: &str) {
    let mut faults = Vec::new();
    for (path, text) in sources(folder) {
        if except.iter().any(|part| path.to_string_lossy().contains(part)) {
            continue;
        }
        let text = code(&text);
        let found = words.iter().filter(|word| text.contains(**word));
        faults.extend(found.map(|word| format!("{}: {word}", path.display())));
    }
    assert!(faults.is_empty(), "{why}: {faults:#?}");
}

#[test]
fn core_is_pure() {
    let words = [
        "std::fs",
        "std::env",
        "std::net",
        "std::io",
        "std::thread",
        "std::process",
        "SystemTime",
        "Instant::now",
        "rand::rng(",
        "rand::random",
        "HashMap",
        "HashSet",
        "println!",
        "eprintln!",
        " f32",
        " f64",
    ];
    check_absent("core/src", &[], &words, "core knows no file, clock, entropy or float, and no order by hash");
}

#[test]
fn petgraph_stays_inside_the_bracket() {
    check_absent("core/src", &["core/src/bracket"], &["petgraph"], "petgraph never leaves the bracket");
}

#[test]
fn only_documents_speak_serde() {
    // Fixtures read regulations from TOML; they are compiled for tests alone.
    let except = ["core/src/document", "fixture.rs"];
    check_absent("core/src", &except, &["serde", "toml::"], "stored forms are a border");
}

#[test]
fn nothing_is_left_unfinished() {
    let words = ["todo!(", "unimplemented!(", "dbg!(", "#[ignore", "should_panic"];
    for folder in ["core", "web"] {
        check_absent(folder, &[], &words, "no unfinished marks");
    }
}

#[test]
fn browser_calls_stay_in_the_platform() {
    let words = ["web_sys::window", "js_sys::Reflect", "indexed_db", "gloo::storage", "gloo::utils::window"];
    check_absent("web/src", &["web/src/platform"], &words, "platform alone touches the browser");
}

/// A list to choose from shows its last option where none is said to be selected, and choosing that one then changes nothing.
#[test]
fn every_list_to_choose_from_says_what_is_selected() {
    let all = sources("web/src");
    let count = |text: &str, word: &str| code(text).matches(word).count();
    assert!(all.iter().map(|(_, text)| count(text, "<select")).sum::<usize>() > 20, "the lists are found");
    for (path, text) in all {
        assert!(count(&text, "selected=") >= count(&text, "<select"), "{}", path.display());
    }
}

#[test]
fn nothing_typed_becomes_markup() {
    let words = [
        "inner_html",
        "innerHTML",
        "outer_html",
        "outerHTML",
        "insert_adjacent",
        "insertAdjacent",
        "from_html_unchecked",
        "VRaw",
        "document.write",
        "srcdoc",
        "js_sys::eval",
        "js_sys::Function::new",
        "inline_js",
        "javascript:",
    ];
    for folder in ["web/src", "web/sheets/src"] {
        check_absent(folder, &[], &words, "what people typed is text and nothing else");
    }
    check_absent_in_scripts(&[
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
    ]);
}

/// The failure page shows what went wrong; nothing else of the app speaks to the console or the world.
#[test]
fn nothing_personal_is_logged_or_put_into_an_address() {
    let words = ["console", "log::", "log!(", "info!(", "warn!(", "debug!(", "trace!(", "tracing", "send_beacon"];
    for folder in ["web/src", "web/sheets/src", "core/src", "core/sheets/src", "core/wording/src"] {
        check_absent(folder, &[], &words, "logs are read by others");
    }
    check_absent_in_scripts(&["console.", "sendBeacon"]);
    // An address holds the ids of a meet and an event: it is kept in histories and shown to whoever looks.
    let routes = code(&fs::read_to_string(root().join("web/src/route.rs")).expect("the routes"));
    let addresses = routes.split("\"#/").skip(1).filter_map(|rest| rest.split('"').next());
    let holes: Vec<&str> = addresses.flat_map(|address| address.split('{').skip(1)).collect();
    let known = ["meet}", "event}", "}"];
    let odd: Vec<_> = holes.iter().filter(|hole| !known.contains(&hole.trim_end_matches('/'))).collect();
    assert!(holes.len() > 3 && odd.is_empty(), "{odd:?} of {holes:?}");
    check_absent("web/src", &["web/src/platform/address.rs"], &["set_hash"], "addresses are made of routes");
    check_absent("web/src", &[], &["?name=", "query_params", "push_state", "set_search"], "addresses hold ids alone");
}

/// The scripts of the page, which are no Rust.
#[track_caller]
fn check_absent_in_scripts(words: &[&str]) {
    let mut paths = vec![root().join("index.html"), root().join("web/sheets/worker.js")];
    let folder = fs::read_dir(root().join("web/xtask/page")).expect("the scripts");
    paths.extend(
        folder.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "js")),
    );
    assert!(paths.len() > 5);
    for path in paths {
        let text = fs::read_to_string(&path).expect("a script is UTF-8");
        let found: Vec<_> = words.iter().filter(|word| text.contains(**word)).collect();
        assert!(found.is_empty(), "{}: {found:?}", path.display());
    }
}

#[test]
fn sentences_stand_in_wording_alone() {
    let mut faults = Vec::new();
    for (path, text) in sources("web/src") {
        if path.to_string_lossy().contains("web/src/wording") {
            continue;
        }
        let text = code(&text);
        let found = text.lines().find(|line| line.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)));
        faults.extend(found.map(|line| format!("{}: {line}", path.display())));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
