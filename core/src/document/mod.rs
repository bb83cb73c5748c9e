//! Stored and exchanged forms, and the way in from them. The only module that uses serde.

pub mod case;
