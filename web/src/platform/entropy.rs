//! Numbers that nobody can guess.

/// A fresh number, for an id or a seed; never 0.
///
/// # Panics
/// In a browser without `crypto`, which every browser has that runs this app.
#[must_use]
pub fn fresh() -> u64 {
    let mut bytes = [0; 8];
    let crypto = gloo::utils::window().crypto().expect("every browser that runs wasm has it");
    crypto.get_random_values_with_u8_array(&mut bytes).expect("8 bytes are below its limit");
    u64::from_be_bytes(bytes).max(1)
}
