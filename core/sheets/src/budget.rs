//! How much of a file is read at most.

use crate::unreadable::Unreadable;

/// The most bytes of a file: forms with photographs stay below 5 MB.
pub const MOST_BYTES: usize = 20_000_000;

/// The most bytes that a workbook may unpack to.
pub const MOST_UNPACKED: usize = 200_000_000;

/// The most cells of a file, blank rows between them counted too: a register of 200 000 athletes fits.
pub const MOST_CELLS: usize = 3_000_000;

/// The most bytes of text in the cells of a file: one text may stand in many of them.
pub const MOST_TEXT: usize = 100_000_000;

/// The most sheets of a workbook.
pub(crate) const MOST_SHEETS: usize = 1_000;

/// What may still be read of one file.
#[derive(Debug)]
pub(crate) struct Budget {
    cells_left: usize,
    text_left: usize,
}

impl Budget {
    /// The budget of a file of so many bytes, refused at once when that is too many.
    pub(crate) fn for_file(bytes: usize) -> Result<Budget, Unreadable> {
        if bytes > MOST_BYTES {
            return Err(Unreadable::TooLarge { bytes, most: MOST_BYTES });
        }
        Ok(Budget { cells_left: MOST_CELLS, text_left: MOST_TEXT })
    }

    /// Takes so many cells out of the budget.
    pub(crate) fn spend(&mut self, cells: usize) -> Result<(), Unreadable> {
        self.cells_left = self.cells_left.checked_sub(cells).ok_or(Unreadable::TOO_MANY_CELLS)?;
        Ok(())
    }

    /// Takes so many bytes of text out of the budget.
    pub(crate) fn spend_text(&mut self, bytes: usize) -> Result<(), Unreadable> {
        self.text_left = self.text_left.checked_sub(bytes).ok_or(Unreadable::TOO_MUCH_TEXT)?;
        Ok(())
    }
}
