//! The OLE compound file around XLS workbooks and around encrypted XLSX ones (MS-CFB).

use crate::bytes::{u16_at, u32_at};
use crate::kind::Kind;
use crate::unreadable::{Other, Unreadable};
use crate::xls_records;

/// The first bytes of every compound file.
pub(crate) const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const LARGEST_SECTOR: u32 = 0xFFFF_FFFA;
const SMALL_STREAM: usize = 4096;

/// The kind of workbook in a compound file, once its chains of sectors are known to be sound: calamine follows
/// them without end, or out of the file.
pub(crate) fn inspect(bytes: &[u8]) -> Result<Kind, Unreadable> {
    let file = Compound::open(bytes).ok_or(Unreadable::Damaged)?;
    if file.stream("EncryptedPackage").is_some() || file.stream("EncryptionInfo").is_some() {
        return Err(Unreadable::Encrypted);
    }
    let other = [("WordDocument", Other::Document), ("PowerPoint Document", Other::Slides)];
    let other = || other.into_iter().find(|(name, _)| file.stream(name).is_some()).map(|(_, other)| other);
    let none = || other().map_or(Unreadable::NotAWorkbook, Unreadable::Other);
    let book = file.stream("Workbook").or_else(|| file.stream("Book")).ok_or_else(none)?;
    let records = file.content(book).ok_or(Unreadable::Damaged)?;
    xls_records::inspect(&records)?;
    Ok(Kind::Xls)
}

struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    small_fat: Vec<u32>,
    small: Vec<u8>,
    streams: Vec<Stream>,
}

struct Stream {
    name: String,
    start: u32,
    length: usize,
}

impl<'a> Compound<'a> {
    fn open(bytes: &'a [u8]) -> Option<Compound<'a>> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut file =
            Compound { bytes, sector, fat: Vec::new(), small_fat: Vec::new(), small: Vec::new(), streams: Vec::new() };
        file.fat = file.read_fat()?;
        let directory = file.chain(u32_at(bytes, 48)?, usize::MAX)?;
        file.streams = directory.as_chunks::<128>().0.iter().filter_map(Stream::read).collect();
        if u32_at(bytes, 64)? > 0 {
            let small_fat = file.chain(u32_at(bytes, 60)?, usize::MAX)?;
            file.small_fat = small_fat.as_chunks::<4>().0.iter().map(|id| u32::from_le_bytes(*id)).collect();
            let root = file.streams.first()?;
            file.small = file.chain(root.start, root.length)?;
        }
        Some(file)
    }

    /// The table of chains, from the sectors that the header and its continuations list.
    fn read_fat(&self) -> Option<Vec<u32>> {
        let mut ids: Vec<u32> = (0..109).map_while(|index| u32_at(self.bytes, 76 + 4 * index)).collect();
        let mut next = u32_at(self.bytes, 68)?;
        let mut steps = 0;
        while next < LARGEST_SECTOR {
            let sector = self.sector_bytes(next)?;
            let mut listed: Vec<u32> = sector.as_chunks::<4>().0.iter().map(|id| u32::from_le_bytes(*id)).collect();
            next = listed.pop()?;
            ids.extend(listed);
            steps += 1;
            if steps > self.bytes.len() / self.sector + 1 {
                return None;
            }
        }
        let mut fat = Vec::new();
        for id in ids.into_iter().filter(|id| *id < LARGEST_SECTOR) {
            let sector = self.sector_bytes(id)?;
            fat.extend(sector.as_chunks::<4>().0.iter().map(|id| u32::from_le_bytes(*id)));
            if fat.len() > self.bytes.len() {
                return None;
            }
        }
        Some(fat)
    }

    /// A sector; the last one of a file may be cut short.
    fn sector_bytes(&self, id: u32) -> Option<&'a [u8]> {
        let start = (id as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    /// The bytes of a chain of sectors up to a length; nothing when it leaves the file or never ends.
    fn chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        follow(start, length, &self.fat, self.bytes.len(), |id| self.sector_bytes(id))
    }

    fn stream(&self, name: &str) -> Option<&Stream> {
        self.streams.iter().find(|stream| stream.name.eq_ignore_ascii_case(name))
    }

    fn content(&self, stream: &Stream) -> Option<Vec<u8>> {
        if stream.length >= SMALL_STREAM {
            return self.chain(stream.start, stream.length);
        }
        let small = |id: u32| {
            let start = (id as usize).checked_mul(64)?;
            self.small.get(start..start.checked_add(64)?.min(self.small.len()))
        };
        follow(stream.start, stream.length, &self.small_fat, self.small.len(), small)
    }
}

fn follow<'s>(
    start: u32,
    length: usize,
    fat: &[u32],
    most: usize,
    sector: impl Fn(u32) -> Option<&'s [u8]>,
) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    let mut id = start;
    while id != END_OF_CHAIN && content.len() < length {
        content.extend_from_slice(sector(id)?);
        id = *fat.get(id as usize)?;
        if content.len() > most {
            return None;
        }
    }
    content.truncate(length);
    Some(content)
}

impl Stream {
    fn read(entry: &[u8; 128]) -> Option<Stream> {
        let units = entry[..64].as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
        let name: String = char::decode_utf16(units.take_while(|unit| *unit != 0)).filter_map(Result::ok).collect();
        let length = usize::try_from(u32_at(entry, 120)?).ok()?;
        Some(Stream { name, start: u32_at(entry, 116)?, length })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A compound file of a header, a table of chains and a directory with one stream.
    fn minimal(name: &str) -> Vec<u8> {
        let mut file = vec![0; 512 * 3];
        file[..8].copy_from_slice(SIGNATURE);
        file[26] = 3;
        file[30] = 9;
        file[32] = 6;
        file[44] = 1;
        file[48] = 1;
        file[60..64].copy_from_slice(&END_OF_CHAIN.to_le_bytes());
        file[68..72].copy_from_slice(&END_OF_CHAIN.to_le_bytes());
        file[76..512].fill(0xFF);
        file[76..80].copy_from_slice(&0u32.to_le_bytes());
        file[512..1024].fill(0xFF);
        file[516..520].copy_from_slice(&END_OF_CHAIN.to_le_bytes());
        for (index, unit) in name.encode_utf16().enumerate() {
            file[1024 + 2 * index..1026 + 2 * index].copy_from_slice(&unit.to_le_bytes());
        }
        file
    }

    #[test]
    fn a_password_is_told_from_another_document() {
        assert_eq!(inspect(&minimal("EncryptedPackage")), Err(Unreadable::Encrypted));
        assert_eq!(inspect(&minimal("WordDocument")), Err(Unreadable::Other(Other::Document)));
        assert_eq!(inspect(&minimal("PowerPoint Document")), Err(Unreadable::Other(Other::Slides)));
        assert_eq!(inspect(&minimal("Contents")), Err(Unreadable::NotAWorkbook));
    }

    #[test]
    fn a_chain_without_end_is_damage() {
        let mut file = minimal("EncryptedPackage");
        file[516..520].copy_from_slice(&1u32.to_le_bytes());
        assert_eq!(inspect(&file), Err(Unreadable::Damaged));
    }
}
