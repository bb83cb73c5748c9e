//! Writes the sample meet of the app anew: `cargo run -p gongsai-tests --example sample`.

use std::fs;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/sample");
    let (journal, facts) = gongsai_tests::path::sample();
    fs::write(folder.join("sample.gongsai"), journal)?;
    fs::write(folder.join("sample-register.csv"), gongsai_tests::path::register_text())?;
    fs::write(folder.join("sample-facts.txt"), facts)
}
