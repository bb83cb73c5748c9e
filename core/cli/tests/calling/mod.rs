//! Calls of the command, as other programs make them.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value as Json;

/// What came of a call.
pub(crate) struct Called {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) fn games(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/games").join(name)
}

#[track_caller]
pub(crate) fn call(args: &[&str], input: &str) -> Called {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongsai"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command runs");
    // A command that refuses its arguments may be gone before it reads.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("the command ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Called { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

#[track_caller]
pub(crate) fn json(args: &[&str], input: &str) -> Json {
    let called = call(args, input);
    assert_eq!(called.code, Some(0), "{args:?}: {}", called.err);
    serde_json::from_str(&called.out).expect("one JSON answer")
}

/// A folder of the test's own, removed with it.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("gongsai-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Folder(folder)
    }

    pub(crate) fn file(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
