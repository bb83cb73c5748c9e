//! Texts of the page `regulations`.
