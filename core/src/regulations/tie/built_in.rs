//! The built-in systems of `rules.md` B.4: ITTF 3.7.6, BWF Sudirman and Thomas/Uber, and the usual workers' ties.
//!
//! The limits keep the people at the places of an ITTF system apart: whoever stood at two of them would play more singles
//! than any place does. Thomas/Uber lets one person play one singles and one doubles. Workers' ties have no limit of their
//! own: the regulations of an event set it.

use std::borrow::Cow;

use super::{RubberKind, RubberLimits, RubberOrder, RubberSlot, TieSystem};
use crate::sex::Sex;

const fn slot(kind: RubberKind, sex: Option<Sex>, a: &'static str, b: &'static str) -> RubberSlot {
    RubberSlot { a: Cow::Borrowed(a), b: Cow::Borrowed(b), kind, sex }
}

const fn singles(a: &'static str, b: &'static str) -> RubberSlot {
    slot(RubberKind::Singles, None, a, b)
}

const fn doubles(a: &'static str, b: &'static str) -> RubberSlot {
    slot(RubberKind::Doubles, None, a, b)
}

const MS: RubberSlot = slot(RubberKind::Singles, Some(Sex::Male), "MS", "MS");
const WS: RubberSlot = slot(RubberKind::Singles, Some(Sex::Female), "WS", "WS");
const MD: RubberSlot = slot(RubberKind::Doubles, Some(Sex::Male), "MD", "MD");
const WD: RubberSlot = slot(RubberKind::Doubles, Some(Sex::Female), "WD", "WD");
const XD: RubberSlot = slot(RubberKind::Mixed, None, "XD", "XD");

const fn system(
    id: &'static str,
    rubbers: &'static [RubberSlot],
    order: RubberOrder,
    limits: RubberLimits,
) -> TieSystem {
    let wins_needed = rubbers.len() as u16 / 2 + 1;
    TieSystem { id: Cow::Borrowed(id), rubbers: Cow::Borrowed(rubbers), wins_needed, play_all: false, order, limits }
}

const fn limits(singles: u16, doubles: Option<u16>) -> RubberLimits {
    RubberLimits { singles: Some(singles), doubles, all: None }
}

const NO_LIMITS: RubberLimits = RubberLimits { singles: None, doubles: None, all: None };
const WORKERS_3: &[RubberSlot] = &[MS, WS, XD];
const MIXED_5: &[RubberSlot] = &[MS, WS, MD, WD, XD];
const SWAYTHLING: &[RubberSlot] =
    &[singles("A", "X"), singles("B", "Y"), singles("C", "Z"), singles("A", "Y"), singles("B", "X")];
const NINE: &[RubberSlot] = &[
    singles("A", "X"),
    singles("B", "Y"),
    singles("C", "Z"),
    singles("B", "X"),
    singles("A", "Z"),
    singles("C", "Y"),
    singles("B", "Z"),
    singles("C", "X"),
    singles("A", "Y"),
];
const CORBILLON: &[RubberSlot] =
    &[singles("A", "X"), singles("B", "Y"), doubles("doubles", "doubles"), singles("A", "Y"), singles("B", "X")];
const OLYMPIC: &[RubberSlot] =
    &[doubles("B&C", "Y&Z"), singles("A", "X"), singles("C", "Z"), singles("A", "Y"), singles("B", "X")];
const SEVEN: &[RubberSlot] = &[
    singles("A", "Y"),
    singles("B", "X"),
    singles("C", "Z"),
    doubles("doubles", "doubles"),
    singles("A", "X"),
    singles("C", "Y"),
    singles("B", "Z"),
];
const THOMAS: &[RubberSlot] =
    &[singles("S1", "S1"), doubles("D1", "D1"), singles("S2", "S2"), doubles("D2", "D2"), singles("S3", "S3")];

pub(super) static SYSTEMS: [TieSystem; 11] = [
    system("ittf_swaythling_5s", SWAYTHLING, RubberOrder::Fixed, limits(2, None)),
    system("ittf_9_singles", NINE, RubberOrder::Fixed, limits(3, None)),
    system("ittf_corbillon", CORBILLON, RubberOrder::Fixed, limits(2, Some(1))),
    system("ittf_olympic_2017plus", OLYMPIC, RubberOrder::Fixed, limits(2, Some(1))),
    system("ittf_7", SEVEN, RubberOrder::Fixed, limits(2, Some(1))),
    system("bwf_sudirman", MIXED_5, RubberOrder::Free, NO_LIMITS),
    system("bwf_thomas_uber", THOMAS, RubberOrder::Fixed, limits(1, Some(1))),
    system("cn_3_bo", WORKERS_3, RubberOrder::Fixed, NO_LIMITS),
    system("cn_5_bo", MIXED_5, RubberOrder::Fixed, NO_LIMITS),
    system("workers_3", WORKERS_3, RubberOrder::Fixed, NO_LIMITS),
    system("workers_5", MIXED_5, RubberOrder::Fixed, NO_LIMITS),
];
