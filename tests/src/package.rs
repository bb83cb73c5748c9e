//! Packages of files (ZIP), taken apart and put together, all checksums right.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The files in a package: name and content.
///
/// # Panics
/// When the bytes are no package.
#[must_use]
pub fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let files = 0..package.len();
    let file = |index| {
        let mut file = package.by_index(index).expect("a file in the package");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("its content");
        (file.name().expect("its name").into_owned(), content)
    };
    files.map(file).collect()
}

/// A package of these files, not compressed.
///
/// # Panics
/// When two files have one name.
#[must_use]
pub fn packed<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in files {
        package.start_file(name, options).expect("a file in the package");
        package.write_all(content).expect("written");
    }
    package.finish().expect("a package").into_inner()
}

/// A package of files that each repeat a block so many times, compressed.
///
/// # Panics
/// When two files have one name.
#[must_use]
pub fn deflated<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8], usize)>) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, block, times) in files {
        package
            .start_file(name, options.large_file(block.len().saturating_mul(times) > 4_000_000_000))
            .expect("a file");
        for _ in 0..times {
            package.write_all(block).expect("written");
        }
    }
    package.finish().expect("a package").into_inner()
}
