//! The browser: storage, clock, entropy, files, the reader of workbooks. No other folder calls it.

pub mod address;
pub mod clock;
pub mod elements;
pub mod entropy;
pub mod files;
pub mod page;
pub mod preferences;
mod request;
pub mod samples;
pub mod sheets;
pub mod storage;

use std::rc::Rc;

use gongsai::id::DeviceId;

use crate::session::{Session, World};

/// The session of this device.
#[must_use]
pub fn session() -> Rc<Session> {
    let world = World { now: clock::now, fresh: entropy::fresh, save: Rc::new(storage::save) };
    let preferences = preferences::load();
    let device = preferences.device.unwrap_or_else(|| {
        let device = DeviceId(entropy::fresh());
        preferences::keep_device(device);
        device
    });
    Session::new(world, device, preferences.language, preferences.theme)
}
