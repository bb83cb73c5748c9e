//! What each fuzz target does with its input: one function a target, for `tests/fuzz` and for the test `corpora`.
//!
//! A function panics where a rule of the program is broken; input that is refused in good order passes.
//!
//! | target | input | holds |
//! |---|---|---|
//! | `journal` | the file of a meet | what is whole reads back equal; a good prefix is kept; a refusal changes nothing |
//! | `command` | commands, one a line | a refused command changes nothing; the journal of the rest reads back equal |
//! | `pages` | packed records | what was unpacked packs again, onto pages too; a page is its text |
//! | `sealed` | a sealed vault | it opens with its password alone |
//! | `vault` | private facts | what was read writes and reads back equal |
//! | `regulations` | TOML | the draft survives JSON; verified regulations are those of their draft |
//! | `workbook` | the bytes of any file | cells within the limit, on into the app and back |
//! | `part` | one file inside a workbook | the same, past the checksums |
//! | `register` | CSV, and what a register holds | everyone on it is found by name; CSV written anew reads back |
//! | `form` | rows of a form, drawn | no row is lost; every finding has a place on the sheet; the unit can be taken in |
//! | `tables` | tables as JSON | what was read writes and reads back equal |
//! | `score` | a rule, then a result as it is typed | what was read writes and reads back equal |
//! | `case` | JSON for `standings`, `check-score`, `tie` | everybody is ranked once; an answer is JSON |
//! | `draw` | JSON for `draw` | its receipt holds |
//! | `receipt` | JSON for `verify-draw` | a receipt that holds is that of its input |
//! | `plan` | words for `plan` | every match stands after those that feed it; the plan makes a bracket |

mod carried;
mod cases;
mod journal;
mod regulations;
mod sheets;

/// A target: its name, and what it does with an input.
pub type Target = (&'static str, fn(&[u8]));

/// The targets by name.
pub const TARGETS: &[Target] = &[
    ("case", cases::case),
    ("command", journal::command),
    ("draw", cases::draw),
    ("form", sheets::form),
    ("journal", journal::journal),
    ("pages", carried::pages),
    ("part", sheets::part),
    ("plan", cases::plan),
    ("receipt", cases::receipt),
    ("register", sheets::register),
    ("regulations", regulations::regulations),
    ("score", cases::score),
    ("sealed", carried::sealed),
    ("tables", sheets::tables),
    ("vault", journal::vault),
    ("workbook", sheets::workbook),
];

/// Does with the input what the target does.
///
/// # Panics
/// Where the program breaks one of its rules, and for a name that is no target.
pub fn run(target: &str, input: &[u8]) {
    let (_, function) = TARGETS.iter().find(|(name, _)| *name == target).expect("a target");
    function(input);
}

/// Holds that a text for a log or a stranger holds no number as long as a document number.
#[track_caller]
fn check_nothing_private(text: &str) {
    let mut run = 0;
    for c in text.chars() {
        run = if c.is_ascii_digit() { run + 1 } else { 0 };
        assert!(run < 15, "a long number in a refusal: {text}");
    }
}

/// Lets the readers of workbooks panic, which `gongsai_sheets` catches, and stops the process at any panic of ours.
/// Without this the fuzzer takes the first for a crash.
pub fn mind_own_panics_only() {
    let shown = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let path = panic.location().map_or("", |location| location.file());
        if !["/registry/", "/rustc/"].iter().any(|others| path.contains(others)) {
            shown(panic);
            std::process::abort();
        }
    }));
}
