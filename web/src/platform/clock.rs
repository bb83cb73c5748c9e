//! The time of this device.

use gongsai::date::Date;
use gongsai::meet::Timestamp;

/// Now.
#[must_use]
pub fn now() -> Timestamp {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds of this age are far below 2^53")]
    Timestamp(js_sys::Date::now() as i64)
}

/// A moment as the reader's clock has it: month, day, hour, minute.
#[must_use]
pub fn local(at: i64) -> (u32, u32, u32, u32) {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of this age are far below 2^53")]
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at as f64));
    (date.get_month() + 1, date.get_date(), date.get_hours(), date.get_minutes())
}

/// The day so many days from today.
#[must_use]
pub fn in_days(days: u16) -> Date {
    let today = today();
    Date::from_unix_day(today.unix_day() + i64::from(days)).unwrap_or(today)
}

/// Today, by the reader's clock; a day that stands still where pages are rendered without a browser.
#[must_use]
pub fn today() -> Date {
    let still = Date::new(2026, 1, 1).expect("a day of the calendar");
    if cfg!(not(target_arch = "wasm32")) {
        return still;
    }
    let now = js_sys::Date::new_0();
    let (month, day) = (u8::try_from(now.get_month() + 1), u8::try_from(now.get_date()));
    let year = u16::try_from(now.get_full_year());
    let day = year.ok().zip(month.ok()).zip(day.ok()).and_then(|((year, month), day)| Date::new(year, month, day));
    day.unwrap_or(still)
}
