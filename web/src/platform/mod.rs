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
pub mod secrets;
pub mod sheets;
pub mod snapshots;
pub mod storage;
pub mod windows;

use std::rc::Rc;

use gongsai::id::DeviceId;

use crate::session::{Batch, OnSaved, Session, World};

/// The session of this device.
#[must_use]
pub fn session() -> Rc<Session> {
    let world = World { now: clock::now, fresh: entropy::fresh, save: Rc::new(save) };
    let preferences = preferences::load();
    let device = preferences.device.unwrap_or_else(|| {
        let device = DeviceId(entropy::fresh());
        preferences::keep_device(device);
        device
    });
    let session = Session::new(world, device, preferences.language, preferences.theme);
    session.set_person_name(&preferences.person);
    session
}

/// Stores a batch, and tells the other windows.
fn save(batch: Batch, saved: OnSaved) {
    let (meet, records) = (batch.meet, batch.records.clone());
    let told: OnSaved = Box::new(move |outcome| {
        if outcome.is_ok() {
            windows::tell(meet, records.iter().map(|(_, line)| line.as_str()));
        }
        saved(outcome);
    });
    storage::save(batch, told);
}
