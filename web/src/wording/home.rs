//! Texts of the page `home`.
