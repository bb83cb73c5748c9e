//! A compound file (OLE) around one stream, as XLS workbooks have it.

/// The bytes of a sector.
const SECTOR: usize = 512;
const FREE: u32 = 0xFFFF_FFFF;
const END: u32 = 0xFFFF_FFFE;
const TABLE: u32 = 0xFFFF_FFFD;

/// A file that holds this stream under this name. Streams below 4096 bytes are filled up with zeros.
///
/// # Panics
/// When the stream is too long for the table that the header lists (7 MB), or the name for its field.
#[must_use]
pub fn file(name: &str, stream: &[u8]) -> Vec<u8> {
    let length = stream.len().max(4096);
    let sectors = length.div_ceil(SECTOR);
    // One sector of the table lists 128 sectors; the first sector after the tables is the directory.
    let tables = (1..).find(|tables| tables * 128 > tables + sectors).expect("enough tables");
    assert!(tables <= 109, "the header lists no more");
    let number = |number: usize| u32::try_from(number).expect("few sectors");
    let directory = number(tables);
    let mut table = vec![TABLE; tables];
    table.push(END);
    table.extend((1..sectors).map(|sector| directory + 1 + number(sector)));
    table.push(END);
    table.resize(tables * 128, FREE);

    let mut header = vec![0; SECTOR];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    header[24..34].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    header[44..48].copy_from_slice(&number(tables).to_le_bytes());
    header[48..52].copy_from_slice(&directory.to_le_bytes());
    header[56..60].copy_from_slice(&4096_u32.to_le_bytes());
    header[60..64].copy_from_slice(&END.to_le_bytes());
    header[68..72].copy_from_slice(&END.to_le_bytes());
    header[76..].fill(0xFF);
    for (index, at) in (0..tables).zip((76..).step_by(4)) {
        header[at..at + 4].copy_from_slice(&number(index).to_le_bytes());
    }
    let mut file = header;
    file.extend(table.iter().flat_map(|next| next.to_le_bytes()));
    let mut entries = entry("Root Entry", 5, END, 0);
    entries.extend(entry(name, 2, directory + 1, number(length)));
    entries.resize(SECTOR, 0);
    file.extend(entries);
    file.extend(stream);
    file.resize(SECTOR * (2 + tables + sectors), 0);
    file
}

fn entry(name: &str, kind: u8, start: u32, length: u32) -> Vec<u8> {
    let mut entry = vec![0; 128];
    let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry[..units.len()].copy_from_slice(&units);
    entry[64] = u8::try_from(units.len() + 2).expect("a short name");
    entry[66] = kind;
    entry[67] = 1;
    entry[68..80].fill(0xFF);
    if kind == 5 {
        entry[76..80].copy_from_slice(&1_u32.to_le_bytes());
    }
    entry[116..120].copy_from_slice(&start.to_le_bytes());
    entry[120..124].copy_from_slice(&length.to_le_bytes());
    entry
}
