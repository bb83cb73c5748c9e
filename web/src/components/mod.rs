//! Things to show and to press. They know their properties alone.

mod confirm;
mod file_drop;
mod message;

pub use confirm::Confirm;
pub use file_drop::FileDrop;
pub use message::Message;
