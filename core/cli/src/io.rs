//! Files and streams.

use std::fmt;
use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::path::Path;

/// Why a command was refused, as one JSON object on standard error.
#[derive(Debug)]
pub(crate) struct Failure {
    text: String,
}

impl<E: fmt::Display> From<E> for Failure {
    fn from(error: E) -> Self {
        Failure { text: error.to_string() }
    }
}

impl Failure {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Failure { text: text.into() }
    }

    /// `{"error": …}` on one line.
    pub(crate) fn json(&self) -> String {
        serde_json::json!({ "error": self.text }).to_string()
    }
}

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().read_to_end(&mut bytes)?;
    } else {
        bytes = std::fs::read(path).map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
    }
    Ok(bytes)
}

/// The text of a file, or of standard input for `-`.
pub(crate) fn text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(bytes(path)?).map_err(|_| Failure::new(format!("{}: not UTF-8 text", path.display())))
}

/// Writes a file beside its place first, so that a full disk never leaves half a file where a whole one was.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    replace_bytes(path, text.as_bytes())
}

/// The same with bytes.
pub(crate) fn replace_bytes(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    replace_by(OpenOptions::new(), path, bytes)
}

/// Writes a file that its owner alone may read, where the system knows owners.
pub(crate) fn replace_private(path: &Path, text: &str) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    replace_by(options, path, text.as_bytes())
}

fn replace_by(mut options: OpenOptions, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let failed = |error: std::io::Error| Failure::new(format!("{}: {error}", path.display()));
    let mut file = options.write(true).create(true).truncate(true).open(&beside).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    std::fs::rename(&beside, path).map_err(failed)
}

/// One line on standard output. A closed pipe is no failure: the reader has seen enough.
pub(crate) fn say(line: &str) -> Result<(), Failure> {
    match writeln!(std::io::stdout().lock(), "{line}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The failure on standard error; there is nobody to tell if that fails too.
pub(crate) fn complain(failure: &Failure) {
    let _ = writeln!(std::io::stderr().lock(), "{}", failure.json());
}

/// What could not be done beside what was, on one line of standard error.
pub(crate) fn complain_of(what: &serde_json::Value) {
    let _ = writeln!(std::io::stderr().lock(), "{what}");
}
