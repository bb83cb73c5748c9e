//! Texts of the page `review`.
