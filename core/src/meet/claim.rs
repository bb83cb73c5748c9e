//! What was entered for a match: every result that anyone recorded, and which of them counts.
//!
//! A result says between whom it was played. It counts while just these two stand in the match and no later one
//! replaces it; when entrants change it waits, and counts again when they are back. Two results of which neither
//! replaces the other, and that differ, are a dispute: neither counts until staff decide.

use crate::bracket::Played;
use crate::id::{EntryId, RecordId};
use crate::side::BySide;

/// A result as somebody entered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The record that holds it.
    pub record: RecordId,
    /// The records that it replaces.
    pub answers: Vec<RecordId>,
    /// Between whom the match was played.
    pub entries: BySide<EntryId>,
    /// The result.
    pub played: Played,
}

/// What the claims say of a match between two entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Standing<'a> {
    /// Nothing.
    Open,
    /// All that is not replaced says the same.
    Agreed(&'a Played),
    /// These differ, and none replaces another.
    Disputed(Vec<&'a Claim>),
}

/// The claims for a match between these two that nothing replaces, in the order in which they were folded.
pub(super) fn heads(claims: &[Claim], entries: BySide<EntryId>) -> impl Iterator<Item = &Claim> {
    let fits = move |claim: &&Claim| claim.entries == entries;
    let replaced = move |claim: &Claim| claims.iter().filter(fits).any(|other| other.answers.contains(&claim.record));
    claims.iter().filter(fits).filter(move |claim| !replaced(claim))
}

/// What the claims say of a match between these two.
pub(super) fn standing(claims: &[Claim], entries: BySide<EntryId>) -> Standing<'_> {
    let heads: Vec<&Claim> = heads(claims, entries).collect();
    match heads.split_first() {
        None => Standing::Open,
        Some((first, rest)) if rest.iter().all(|other| other.played.outcome == first.played.outcome) => {
            Standing::Agreed(&first.played)
        }
        Some(_) => Standing::Disputed(heads),
    }
}
