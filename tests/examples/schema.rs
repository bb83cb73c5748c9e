//! Writes the JSON Schema of a meet file's lines anew: `cargo run -p gongsai-tests --example schema`.

use std::fs;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/journal.schema.json");
    fs::write(place, gongsai::document::schema::journal())
}
