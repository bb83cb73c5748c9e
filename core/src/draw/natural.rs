//! Whole numbers of any size: the draws that are possible are more than a machine word can count.

use std::cmp::Ordering;

/// A whole number from 0, in digits of 32 bits, the lowest first; the last digit is not 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Natural(Vec<u32>);

impl Natural {
    pub(super) fn new(mut number: u128) -> Natural {
        let mut digits = Vec::new();
        while number > 0 {
            digits.push(low(number));
            number >>= 32;
        }
        Natural(digits)
    }

    /// The number of these digits, whatever zeros stand at their end.
    pub(super) fn of_digits(mut digits: Vec<u32>) -> Natural {
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Natural(digits)
    }

    pub(super) fn digits(&self) -> &[u32] {
        &self.0
    }

    pub(super) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn add(&mut self, other: &Natural) {
        let length = self.0.len().max(other.0.len()) + 1;
        self.0.resize(length, 0);
        let mut carry = 0u64;
        for (index, digit) in self.0.iter_mut().enumerate() {
            carry += u64::from(*digit) + u64::from(other.0.get(index).copied().unwrap_or(0));
            *digit = low(carry.into());
            carry >>= 32;
        }
        *self = Natural::of_digits(std::mem::take(&mut self.0));
    }

    /// O(d e) for numbers of d and e digits.
    pub(super) fn times(&self, other: &Natural) -> Natural {
        let mut digits = vec![0u32; self.0.len() + other.0.len()];
        for (from, one) in self.0.iter().enumerate() {
            let mut carry = 0u64;
            for (index, digit) in digits.iter_mut().enumerate().skip(from) {
                let other = other.0.get(index - from).copied().unwrap_or(0);
                carry += u64::from(*one) * u64::from(other) + u64::from(*digit);
                *digit = low(carry.into());
                carry >>= 32;
            }
        }
        Natural::of_digits(digits)
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

/// The lowest 32 bits.
fn low(number: u128) -> u32 {
    u32::try_from(number & u128::from(u32::MAX)).unwrap_or(0)
}

/// How many ways there are to choose `few` of `many`; none above 128 bits.
pub(super) fn choices(many: usize, few: usize) -> Option<u128> {
    let few = few.min(many.checked_sub(few)?);
    let mut choices = 1u128;
    for taken in 0..few {
        let (left, next) = (u128::try_from(many - taken).ok()?, u128::try_from(taken + 1).ok()?);
        choices = choices.checked_mul(left)? / next;
    }
    Some(choices)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn great_numbers_are_reckoned_as_small_ones_are() {
        let samples = [0, 1, 2, 0xffff_ffff, 0x1_0000_0000, 0xffff_ffff_ffff_ffff, 0x1234_5678_9abc_def0];
        for one in samples {
            for other in samples {
                let (a, b) = (Natural::new(one), Natural::new(other));
                let mut sum = a.clone();
                sum.add(&b);
                assert_eq!(sum, Natural::new(one + other));
                assert_eq!(a.cmp(&b), one.cmp(&other));
                assert_eq!(a.times(&b), Natural::new(one * other));
            }
        }
    }

    #[test]
    fn choices_are_those_of_the_triangle() {
        assert_eq!((0..=4).map(|few| choices(4, few)).collect::<Vec<_>>(), [1, 4, 6, 4, 1].map(Some));
        assert_eq!((choices(3, 4), choices(1000, 500)), (None, None));
        assert_eq!(choices(16, 8), Some(12870));
    }
}
