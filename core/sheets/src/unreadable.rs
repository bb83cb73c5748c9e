//! Why a file gives no table.

use std::fmt;

use gongsai::finding::{Code, Fact, Finding, Place, Severity, Subject};

use crate::budget::{MOST_CELLS, MOST_TEXT};

/// What a file is instead of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Other {
    /// A PDF document.
    Pdf,
    /// A document of Word or of WPS Writer.
    Document,
    /// Slides.
    Slides,
    /// A picture or a scan.
    Picture,
    /// A page of the web, whatever its name says.
    Page,
    /// A package of files.
    Package,
    /// A workbook of WPS in a form of its own (.et).
    Et,
}

impl Other {
    /// The short name, as findings have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Other::Pdf => "pdf",
            Other::Document => "document",
            Other::Slides => "slides",
            Other::Picture => "picture",
            Other::Page => "page",
            Other::Package => "package",
            Other::Et => "et",
        }
    }
}

/// Why a file gives no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unreadable {
    /// Neither a workbook nor text in columns.
    NotAWorkbook,
    /// Something else that is known.
    Other(Other),
    /// A workbook that is cut short or broken.
    Damaged,
    /// A workbook that is protected by a password.
    Encrypted,
    /// More bytes than an entry form can have: packed, unpacked or in its cells.
    TooLarge {
        /// The bytes of the file, those that it unpacks to, or at least those of its texts.
        bytes: usize,
        /// The most that are read.
        most: usize,
    },
    /// More cells than an entry form can have.
    TooManyCells {
        /// The most that are read.
        most: usize,
    },
    /// No sheet that can be seen holds anything.
    Empty,
}

impl Unreadable {
    pub(crate) const TOO_MANY_CELLS: Unreadable = Unreadable::TooManyCells { most: MOST_CELLS };
    pub(crate) const TOO_MUCH_TEXT: Unreadable = Unreadable::TooLarge { bytes: MOST_TEXT + 1, most: MOST_TEXT };

    /// The finding about the file of this name as a whole, for the list of an import.
    ///
    /// ```
    /// use gongsai::finding::Code;
    /// use gongsai_sheets::Unreadable;
    /// assert_eq!(Unreadable::Encrypted.finding("12-省煤矿工会.xlsx").code, Code::ImportEncrypted);
    /// ```
    #[must_use]
    pub fn finding(self, file: &str) -> Finding {
        let count = |number: usize| Fact::Count(u32::try_from(number).unwrap_or(u32::MAX));
        let (code, facts) = match self {
            Unreadable::NotAWorkbook | Unreadable::Damaged => (Code::ImportFormat, Vec::new()),
            Unreadable::Other(other) => (Code::ImportFormat, vec![Fact::Text(other.name().to_owned())]),
            Unreadable::Empty => (Code::ImportHeader, Vec::new()),
            Unreadable::Encrypted => (Code::ImportEncrypted, Vec::new()),
            Unreadable::TooLarge { bytes, most } => (Code::ImportSize, vec![count(bytes), count(most)]),
            Unreadable::TooManyCells { most } => (Code::ImportSize, vec![count(most), count(most)]),
        };
        let subject = Subject::Place(Place { sheet: file.to_owned(), row: 0, column: None });
        Finding { code, severity: Severity::Refused, subject, clause: None, facts }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::NotAWorkbook => f.write_str("not a workbook"),
            Unreadable::Other(other) => write!(f, "not a workbook: {}", other.name()),
            Unreadable::Damaged => f.write_str("a damaged workbook"),
            Unreadable::Encrypted => f.write_str("protected by a password"),
            Unreadable::TooLarge { bytes, most } => write!(f, "{bytes} bytes, more than {most}"),
            Unreadable::TooManyCells { most } => write!(f, "more than {most} cells"),
            Unreadable::Empty => f.write_str("an empty file"),
        }
    }
}

impl std::error::Error for Unreadable {}
