//! Forms that were read and not yet taken in.

/// Everything on the way in.
#[derive(Clone, Default)]
pub struct Import {
    /// The files, in the order in which they came.
    pub files: Vec<ImportedFile>,
}

/// One file.
#[derive(Clone)]
pub struct ImportedFile {
    /// Its name.
    pub name: String,
    /// How far its reading is.
    pub state: ReadState,
}

/// How far the reading of a file is.
#[derive(Clone)]
pub enum ReadState {
    /// Waits or is being read.
    Reading,
}
