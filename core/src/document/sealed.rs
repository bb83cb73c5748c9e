//! The vault as a file that travels between staff: sealed by a password, so that who finds it learns nothing.
//!
//! Two lines of text. The first is a header in JSON: version, meet, what the key costs, salt and nonce. The second, in
//! Base64, holds the rows as [`vault::write`](super::vault::write) writes them, encrypted, and after them
//! [`CHECK`] bytes of a hash over all before.
//!
//! | what | how |
//! |---|---|
//! | key from the password | Argon2id (RFC 9106) with the [`Cost`] of the header; a header that asks for more than [`MOST`] is refused |
//! | rows and their integrity | XChaCha20-Poly1305; the header line is its associated data, so a changed header opens nothing |
//! | damage told from a wrong password | SHA-256 over header and encrypted rows, cut short: it is no secret and guards against accidents alone |

use std::fmt;

use argon2::{Algorithm, Argon2, Params};
use base64ct::{Base64, Encoding};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::vault;
use crate::hex;
use crate::id::{MeetId, PersonId};

/// The version of the file that is written.
const VERSION: u32 = 1;

/// How many bytes at the end tell an accident.
const CHECK: usize = 8;

/// The fewest characters of a password, NIST SP 800-63B-4, 3.1.1.2: whoever holds the file may try as many as they
/// like.
pub const SHORTEST_PASSWORD: usize = 8;

/// What a key costs to whoever makes it, and to whoever guesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cost {
    /// Memory in KiB.
    memory: u32,
    passes: u32,
    lanes: u32,
}

/// What a new file asks for: the OWASP Password Storage Cheat Sheet's setting of Argon2id for 19 MiB, which a phone has.
const USUAL: Cost = Cost { memory: 19 * 1024, passes: 2, lanes: 1 };

/// The most that a file may ask for: 256 MiB and 8 passes.
const MOST: Cost = Cost { memory: 256 * 1024, passes: 8, lanes: 4 };

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    gongsai_vault: u32,
    meet: String,
    cost: Cost,
    salt: String,
    nonce: String,
}

/// What the header of any version shows.
#[derive(Deserialize)]
struct AnyHeader {
    gongsai_vault: u32,
}

/// Why a vault was not sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSealed {
    /// The password has fewer characters than [`SHORTEST_PASSWORD`].
    Password,
    /// The device has not the memory that the key takes.
    Memory,
}

/// Why a text was not opened. Says nothing of what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOpened {
    /// It is no sealed vault.
    Header,
    /// It is of a later version of the program.
    Version(u32),
    /// It asks for more memory or time than any vault of this program: it was not sealed by it.
    Cost,
    /// It was changed or cut off on its way.
    Damaged,
    /// The password is another one, or somebody changed the file who did not know it.
    Password,
    /// The device has not the memory that the key takes.
    Memory,
    /// It belongs to another meet.
    OtherMeet(MeetId),
}

impl fmt::Display for NotSealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotSealed::Password => write!(f, "a password of fewer than {SHORTEST_PASSWORD} characters"),
            NotSealed::Memory => f.write_str("too little memory for the key"),
        }
    }
}

impl fmt::Display for NotOpened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotOpened::Header => f.write_str("no sealed vault"),
            NotOpened::Version(version) => write!(f, "a sealed vault of version {version}"),
            NotOpened::Cost => f.write_str("a sealed vault that asks for too much memory or time"),
            NotOpened::Damaged => f.write_str("a damaged vault"),
            NotOpened::Password => f.write_str("the wrong password"),
            NotOpened::Memory => f.write_str("too little memory for the key"),
            NotOpened::OtherMeet(meet) => write!(f, "the vault of meet {meet}"),
        }
    }
}

impl std::error::Error for NotSealed {}
impl std::error::Error for NotOpened {}

/// What a sealed vault held.
#[derive(Clone, PartialEq, Eq)]
pub struct Opened {
    /// The meet that it belongs to.
    pub meet: MeetId,
    /// Each person with the JSON object, for [`vault::decode`].
    pub rows: Vec<(PersonId, String)>,
}

/// Says nothing of the people.
impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Opened({}, {} rows)", self.meet, self.rows.len())
    }
}

impl Opened {
    /// The rows, if they are those of this meet.
    ///
    /// # Errors
    /// [`NotOpened::OtherMeet`] with the meet to which they belong.
    pub fn of(self, meet: MeetId) -> Result<Vec<(PersonId, String)>, NotOpened> {
        if self.meet == meet { Ok(self.rows) } else { Err(NotOpened::OtherMeet(self.meet)) }
    }
}

/// The rows of a vault, sealed. Salt and nonce are random and never used twice.
///
/// ```
/// use gongsai::document::vault::{self, NotOpened, NotSealed};
/// use gongsai::id::{MeetId, PersonId};
/// let rows = [(PersonId(7), r#"{"insured_months":12}"#)];
/// let sealed = vault::seal(MeetId(1), "正确 battery", [1; 16], [2; 24], rows)?;
/// assert!(!sealed.contains("insured"));
/// let opened = vault::open(&sealed, "正确 battery").expect("the password is right");
/// assert_eq!(opened.of(MeetId(1)).expect("the meet too"), [(PersonId(7), r#"{"insured_months":12}"#.to_owned())]);
/// assert_eq!(vault::open(&sealed, "错误 battery"), Err(NotOpened::Password));
/// assert_eq!(vault::seal(MeetId(1), "short", [1; 16], [2; 24], rows), Err(NotSealed::Password));
/// # Ok::<(), NotSealed>(())
/// ```
///
/// # Errors
/// [`NotSealed`].
pub fn seal<'a>(
    meet: MeetId,
    password: &str,
    salt: [u8; 16],
    nonce: [u8; 24],
    rows: impl IntoIterator<Item = (PersonId, &'a str)>,
) -> Result<String, NotSealed> {
    if password.chars().count() < SHORTEST_PASSWORD {
        return Err(NotSealed::Password);
    }
    // A line break stands between the tokens of a JSON object, if at all: a space says the same.
    let row = |(person, facts): (PersonId, &str)| format!("{person} {}\n", facts.replace(['\n', '\r'], " "));
    let rows: String = rows.into_iter().map(row).collect();
    seal_at(USUAL, meet, password, (salt, nonce), &rows).ok_or(NotSealed::Memory)
}

fn seal_at(cost: Cost, meet: MeetId, password: &str, fresh: ([u8; 16], [u8; 24]), rows: &str) -> Option<String> {
    let (salt, nonce) = fresh;
    let header = Header {
        gongsai_vault: VERSION,
        meet: meet.to_string(),
        cost,
        salt: hex::text(&salt),
        nonce: hex::text(&nonce),
    };
    let header = serde_json::to_string(&header).expect("plain structs of texts and numbers always serialise");
    let payload = Payload { msg: rows.as_bytes(), aad: header.as_bytes() };
    let cipher = cipher(cost, password, &salt)?;
    let mut bytes = cipher.encrypt(&XNonce::from(nonce), payload).expect("a vault is far below the cipher's 256 GiB");
    bytes.extend(check(&header, &bytes));
    Some(format!("{header}\n{}\n", Base64::encode_string(&bytes)))
}

/// What a sealed vault holds.
///
/// # Errors
/// [`NotOpened`]; nothing of the file is given out unless all of it is as it was sealed.
pub fn open(text: &str, password: &str) -> Result<Opened, NotOpened> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut lines = text.lines();
    let (header_line, body) = (lines.next().ok_or(NotOpened::Header)?, lines.next());
    let any: AnyHeader = serde_json::from_str(header_line).map_err(|_| NotOpened::Header)?;
    if any.gongsai_vault > VERSION {
        return Err(NotOpened::Version(any.gongsai_vault));
    }
    let header: Header = serde_json::from_str(header_line).map_err(|_| NotOpened::Damaged)?;
    let (meet, salt, nonce) = (header.meet.parse().ok(), hex::read::<16>(&header.salt), hex::read::<24>(&header.nonce));
    let (Some(meet), Some(salt), Some(nonce)) = (meet, salt, nonce) else { return Err(NotOpened::Damaged) };
    if !header.cost.is_bearable() {
        return Err(NotOpened::Cost);
    }
    let bytes = body.and_then(|body| Base64::decode_vec(body).ok()).filter(|_| lines.next().is_none());
    let bytes = bytes.ok_or(NotOpened::Damaged)?;
    let (sealed, told) = bytes.split_at(bytes.len().saturating_sub(CHECK));
    if told != check(header_line, sealed) {
        return Err(NotOpened::Damaged);
    }
    let cipher = cipher(header.cost, password, &salt).ok_or(NotOpened::Memory)?;
    let payload = Payload { msg: sealed, aad: header_line.as_bytes() };
    let opened = cipher.decrypt(&XNonce::from(nonce), payload).map_err(|_| NotOpened::Password)?;
    let rows = std::str::from_utf8(&opened).map_err(|_| NotOpened::Damaged)?;
    Ok(Opened { meet, rows: vault::rows(rows).map(|(person, facts)| (person, facts.to_owned())).collect() })
}

impl Cost {
    fn is_bearable(self) -> bool {
        self.memory <= MOST.memory
            && self.passes <= MOST.passes
            && self.lanes <= MOST.lanes
            && Params::new(self.memory, self.passes, self.lanes, None).is_ok()
    }
}

/// The cipher under the password's key. None where memory is short; the cost is bearable.
fn cipher(cost: Cost, password: &str, salt: &[u8; 16]) -> Option<XChaCha20Poly1305> {
    let params = Params::new(cost.memory, cost.passes, cost.lanes, Some(32)).ok()?;
    let mut key = Zeroizing::new([0; 32]);
    let argon = Argon2::new(Algorithm::Argon2id, argon2::Version::V0x13, params);
    argon.hash_password_into(password.as_bytes(), salt, key.as_mut_slice()).ok()?;
    Some(XChaCha20Poly1305::new(<&Key>::from(&*key)))
}

fn check(header: &str, sealed: &[u8]) -> [u8; CHECK] {
    let whole: [u8; 32] = Sha256::new().chain_update(header).chain_update("\n").chain_update(sealed).finalize().into();
    std::array::from_fn(|index| whole[index])
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Cost = Cost { memory: 8, passes: 1, lanes: 1 };
    const ROWS: &str = "0000000000000007 {\"document\":\"11010519491231002X\",\"phone\":\"13800000000\"}\n";

    fn sealed() -> String {
        seal_at(CHEAP, MeetId(1), "password", ([1; 16], [2; 24]), ROWS).expect("there is memory")
    }

    /// The text with another header, and the check made to fit: what somebody does who changes a file on purpose.
    fn forged(change: impl Fn(&str) -> String) -> String {
        let text = sealed();
        let (header, body) = text.trim_end().split_once('\n').expect("two lines");
        let (header, bytes) = (change(header), Base64::decode_vec(body).expect("Base64"));
        let sealed = &bytes[..bytes.len() - CHECK];
        format!("{header}\n{}\n", Base64::encode_string(&[sealed, &check(&header, sealed)].concat()))
    }

    #[track_caller]
    fn refused(text: &str, expected: NotOpened) {
        assert_eq!(open(text, "password"), Err(expected), "{}", text.lines().next().unwrap_or_default());
    }

    #[test]
    fn every_changed_or_missing_byte_is_refused() {
        let text = sealed();
        assert!(open(&text, "password").is_ok());
        for at in 0..text.len() {
            for mask in [0x01, 0x04, 0x07, 0x20] {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= mask;
                let changed = String::from_utf8(bytes).expect("still ASCII");
                assert!(open(&changed, "password").is_err(), "byte {at} as {:?}", &changed[at..=at]);
            }
            // Without the last line break alone it is whole.
            assert_eq!(open(&text[..at], "password").is_ok(), at == text.len() - 1, "cut off at {at}");
        }
        assert!(open(&text.replace('\n', "\r\n"), "password").is_ok(), "a mail program changes line ends");
        refused(&(text + "x\n"), NotOpened::Damaged);
    }

    #[test]
    fn a_header_changed_on_purpose_opens_nothing() {
        assert!(open(&forged(str::to_owned), "password").is_ok(), "the forger's tool works");
        refused(&forged(|header| header.replace("00001\"", "00002\"")), NotOpened::Password);
        refused(&forged(|header| header.replace("0202", "0203")), NotOpened::Password);
        refused(&forged(|header| header.replace("\"passes\":1", "\"passes\":2")), NotOpened::Password);
        refused(&forged(|header| header.replace(',', ", ")), NotOpened::Password);
    }

    #[test]
    fn a_hostile_header_costs_nothing() {
        for (member, value) in [("memory", "8"), ("passes", "1"), ("lanes", "1")]
            .map(|(name, value)| (name, format!("\"{name}\":{value}")))
        {
            for hostile in ["4294967295", "262145", "9", "0"] {
                if (member, hostile) == ("memory", "9") {
                    continue;
                }
                let text = forged(|header| header.replace(&value, &format!("\"{member}\":{hostile}")));
                refused(&text, NotOpened::Cost);
            }
            for damaged in ["-1", "1.5", "18446744073709551616", "\"1\"", "null"] {
                let text = forged(|header| header.replace(&value, &format!("\"{member}\":{damaged}")));
                refused(&text, NotOpened::Damaged);
            }
        }
    }

    #[test]
    fn what_is_no_vault_is_told_from_one_of_a_later_version() {
        for text in ["", "\n", "{}", "0000000000000007 {}\n", "{\"gongsai\":1,\"meet\":\"0000000000000001\"}\n"] {
            refused(text, NotOpened::Header);
        }
        refused("{\"gongsai_vault\":2,\"cipher\":\"new\"}\n…\n", NotOpened::Version(2));
        assert_eq!(open(&sealed(), "passwort"), Err(NotOpened::Password));
        let opened = open(&sealed(), "password").expect("sealed so");
        assert_eq!(opened.clone().of(MeetId(2)), Err(NotOpened::OtherMeet(MeetId(1))));
        assert_eq!(format!("{opened:?}"), "Opened(0000000000000001, 1 rows)");
    }
}
