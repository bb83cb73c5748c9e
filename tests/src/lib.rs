//! What the tests of gongsai share.

#[cfg(feature = "browser")]
pub mod browser;
