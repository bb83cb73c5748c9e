//! The ZIP package around XLSX and ODS: looked through before anything in it is parsed.

use std::io::{BufReader, Cursor, Read, copy, sink};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::budget::{MOST_CELLS, MOST_UNPACKED};
use crate::kind::Kind;
use crate::unreadable::{Other, Unreadable};

/// More files than any workbook has.
const MOST_FILES: usize = 10_000;

/// The bytes in which a list of strings must come to its first.
const HEAD: u64 = 100_000;

/// The kind of workbook in a package, once the package is known to be whole and not too large.
///
/// The sizes that its directory declares are added up first, so that a bomb is refused before it is unpacked. Then
/// each file is unpacked into nothing: one that is longer than declared, or fails its checksum, is damage.
pub(crate) fn inspect(bytes: &[u8]) -> Result<Kind, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    if archive.len() > MOST_FILES {
        return Err(Unreadable::TooLarge { bytes: usize::MAX, most: MOST_UNPACKED });
    }
    let mut declared: u64 = 0;
    let mut names = Vec::new();
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(|_| Unreadable::Damaged)?;
        if file.encrypted() {
            return Err(Unreadable::Encrypted);
        }
        declared = declared.saturating_add(file.size());
        names.push(file.name().map_err(|_| Unreadable::Damaged)?.to_ascii_lowercase());
    }
    if declared > MOST_UNPACKED as u64 {
        let bytes = usize::try_from(declared).unwrap_or(usize::MAX);
        return Err(Unreadable::TooLarge { bytes, most: MOST_UNPACKED });
    }
    let kind = kind_of(&names).ok_or_else(|| other(&names))?;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|_| Unreadable::Damaged)?;
        let size = file.size();
        let unpacked = copy(&mut file.take(size.saturating_add(1)), &mut sink()).map_err(|_| Unreadable::Damaged)?;
        if unpacked != size {
            return Err(Unreadable::Damaged);
        }
    }
    if matches!(kind, Kind::Xlsx) {
        check_shared_strings(&mut archive, &names)?;
    }
    if matches!(kind, Kind::Ods) && manifest(&mut archive).contains("encryption-data") {
        return Err(Unreadable::Encrypted);
    }
    Ok(kind)
}

/// The bytes of the largest file in a package that was inspected.
pub(crate) fn largest(bytes: &[u8]) -> Result<usize, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    let mut largest = 0;
    for index in 0..archive.len() {
        largest = largest.max(archive.by_index_raw(index).map_err(|_| Unreadable::Damaged)?.size());
    }
    Ok(usize::try_from(largest).unwrap_or(usize::MAX))
}

/// Refuses a list of strings that claims more of them than a form has cells: calamine makes room for all at once.
fn check_shared_strings(archive: &mut ZipArchive<Cursor<&[u8]>>, names: &[String]) -> Result<(), Unreadable> {
    let lists = names.iter().enumerate().filter(|(_, name)| name.ends_with("sharedstrings.xml"));
    for index in lists.map(|(index, _)| index) {
        let file = archive.by_index(index).map_err(|_| Unreadable::Damaged)?;
        let mut reader = Reader::from_reader(BufReader::new(file.take(HEAD)));
        reader.config_mut().expand_empty_elements = true;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(|_| Unreadable::Damaged)? {
                Event::Start(element) if element.local_name().as_ref() == "sst" => break check_claim(&element)?,
                Event::Eof => return Err(Unreadable::Damaged),
                _ => {}
            }
        }
    }
    Ok(())
}

fn check_claim(list: &BytesStart<'_>) -> Result<(), Unreadable> {
    for attribute in list.attributes() {
        let attribute = attribute.map_err(|_| Unreadable::Damaged)?;
        if attribute.key.local_name().as_ref() != "uniqueCount" {
            continue;
        }
        let digits: String = attribute.value.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.trim_start_matches('0');
        if digits.len() > 9 || digits.parse::<usize>().is_ok_and(|count| count > MOST_CELLS) {
            return Err(Unreadable::TOO_MANY_CELLS);
        }
    }
    Ok(())
}

fn kind_of(names: &[String]) -> Option<Kind> {
    let has = |name: &str| names.iter().any(|known| known.replace('\\', "/").trim_start_matches('/') == name);
    if has("[content_types].xml") {
        let sheets = names.iter().any(|name| name.replace('\\', "/").contains("worksheets/") && name.ends_with(".xml"));
        return (sheets && !has("xl/workbook.bin")).then_some(Kind::Xlsx);
    }
    (has("content.xml") && has("mimetype")).then_some(Kind::Ods)
}

/// What a package is that is no workbook.
fn other(names: &[String]) -> Unreadable {
    let within = |folder: &str| names.iter().any(|name| name.replace('\\', "/").starts_with(folder));
    match () {
        () if within("xl/") => Unreadable::NotAWorkbook,
        () if within("word/") => Unreadable::Other(Other::Document),
        () if within("ppt/") => Unreadable::Other(Other::Slides),
        () => Unreadable::Other(Other::Package),
    }
}

fn manifest(archive: &mut ZipArchive<Cursor<&[u8]>>) -> String {
    let mut text = String::new();
    if let Ok(mut file) = archive.by_name("META-INF/manifest.xml") {
        // A manifest that is no text has no encryption data either.
        let _ = file.read_to_string(&mut text);
    }
    text
}
