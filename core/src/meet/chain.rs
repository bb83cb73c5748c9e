//! Which stored records stand: those that their device wrote, each once.
//!
//! Each record names the hash of the one before it on the same device. So one good signature vouches for everything
//! before it, and a record that was changed afterwards is told by the next one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Grant, RecordHash, StoredRecord};
use crate::id::RecordId;
use crate::key::PublicKey;

/// Why a stored record is set aside: it is kept and shown, and never folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aside {
    /// The meet is held under a key, and the device has no right in it.
    NoRight,
    /// The right was taken back before the device wrote this.
    Revoked,
    /// It bears no signature.
    Unsigned,
    /// The signature is not that of the device's key over this record.
    Forged,
    /// The device's next record names another one in its place: it was changed.
    Altered,
    /// The device wrote different records under one number, and nothing tells which is right.
    Forked,
}

/// What must be shown of a record to be taken for its device's own.
#[derive(Clone, Copy, Debug)]
pub(super) enum Proof<'a> {
    /// Nothing: the meet is held under no key.
    Nothing,
    /// A signature by the organiser's key.
    Key(PublicKey),
    /// A signature by the key of the right, up to the record where it was taken back.
    Grant(&'a Grant),
    /// There is no right.
    NoRight,
}

/// The copies of one device's records, by number.
pub(super) type Copies = BTreeMap<RecordId, Vec<Arc<StoredRecord>>>;

/// The records of one device that stand, last first, and those set aside.
#[derive(Debug, Default)]
pub(super) struct Chain {
    pub(super) standing: Vec<Arc<StoredRecord>>,
    pub(super) aside: Vec<(Arc<StoredRecord>, Aside)>,
}

/// Reads the chain of a device from its last record back.
///
/// # Complexity
/// Linear in the copies; one signature is checked for each unbroken stretch of the chain.
pub(super) fn chain<'a>(
    copies: impl DoubleEndedIterator<Item = (&'a RecordId, &'a Vec<Arc<StoredRecord>>)>,
    proof: Proof<'_>,
) -> Chain {
    let mut chain = Chain::default();
    // What the records of the next number name in front of them, and whether one of these stands.
    let mut next: Option<(u32, Vec<RecordHash>, bool)> = None;
    for (id, copies) in copies.rev() {
        let (named, vouched) = match next.take() {
            Some((n, named, vouched)) if n == id.n.saturating_add(1) => (named, vouched),
            Some(_) | None => (Vec::new(), false),
        };
        let mut genuine = Vec::new();
        for copy in copies {
            let proven = if vouched && named.contains(&copy.hash) { Ok(()) } else { proof.check(copy) };
            match proven {
                Ok(()) => genuine.push(copy),
                Err(why) => chain.aside.push((copy.clone(), why)),
            }
        }
        let (fitting, altered): (Vec<_>, Vec<_>) =
            genuine.into_iter().partition(|copy| named.is_empty() || named.contains(&copy.hash));
        chain.aside.extend(altered.into_iter().map(|copy| (copy.clone(), Aside::Altered)));
        let before = |copy: &&Arc<StoredRecord>| copy.record.previous;
        match fitting.as_slice() {
            [] => {}
            [one] => {
                next = Some((id.n, before(one).into_iter().collect(), true));
                chain.standing.push(Arc::clone(one));
            }
            many => {
                next = Some((id.n, many.iter().filter_map(before).collect(), false));
                chain.aside.extend(many.iter().map(|copy| (Arc::clone(copy), Aside::Forked)));
            }
        }
    }
    chain
}

impl Proof<'_> {
    fn check(self, copy: &StoredRecord) -> Result<(), Aside> {
        let key = match self {
            Proof::Nothing => return Ok(()),
            Proof::NoRight => return Err(Aside::NoRight),
            Proof::Grant(grant) if grant.until.is_some_and(|until| copy.record.id.n > until) => {
                return Err(Aside::Revoked);
            }
            Proof::Grant(grant) => grant.key,
            Proof::Key(key) => key,
        };
        let signature = copy.signature.as_ref().ok_or(Aside::Unsigned)?;
        if key.verify(&copy.signed(), signature) { Ok(()) } else { Err(Aside::Forged) }
    }
}
