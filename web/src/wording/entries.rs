//! Texts of the page `entries`.
