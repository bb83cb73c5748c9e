//! Who this device is in a meet: its id there, and the key that it signs with.

use gongsai::id::{DeviceId, MeetId};
use gongsai::key::SecretKey;

/// The device's own id and key in one meet. Whoever has it writes in its name.
#[derive(Clone, PartialEq)]
pub struct Identity {
    /// The device.
    pub device: DeviceId,
    /// Its key.
    pub key: SecretKey,
}

/// Says nothing of the key.
impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Identity").field("device", &self.device).finish_non_exhaustive()
    }
}

impl Identity {
    /// A new device with a new key, out of numbers that nobody can guess.
    #[must_use]
    pub fn fresh(number: impl Fn() -> u64) -> Identity {
        let mut seed = [0; 32];
        for part in seed.chunks_exact_mut(8) {
            part.copy_from_slice(&number().to_be_bytes());
        }
        Identity { device: DeviceId(number()), key: SecretKey::from_seed(seed) }
    }

    /// The stored form.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("{} {}", self.device, self.key.seed_text())
    }

    /// An identity of its stored form.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Identity> {
        let (device, seed) = text.split_once(' ')?;
        Some(Identity { device: device.parse().ok()?, key: seed.parse().ok()? })
    }

    /// The code by which a right is handed over: to be typed, pasted or scanned once, on the device that is to have it.
    #[must_use]
    pub fn code(&self, meet: MeetId) -> String {
        format!("gongsai-right:{meet}:{}", self.to_text().replace(' ', ":"))
    }

    /// The identity of a code, and its meet.
    #[must_use]
    pub fn from_code(code: &str) -> Option<(MeetId, Identity)> {
        let (_, code) = code.trim().split_once("gongsai-right:")?;
        let (meet, rest) = code.split_once(':')?;
        Some((meet.parse().ok()?, Identity::from_text(&rest.replace(':', " "))?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_hands_over_what_it_holds_and_nothing_less() {
        let identity = Identity::fresh(|| 7);
        let code = identity.code(MeetId(5));
        assert_eq!(Identity::from_code(&code), Some((MeetId(5), identity.clone())));
        assert_eq!(Identity::from_code(&format!("https://example.org/#/join/{code}\n")), Some((MeetId(5), identity)));
        for cut in 0..code.len() {
            assert_eq!(Identity::from_code(&code[..cut]), None);
        }
    }
}
