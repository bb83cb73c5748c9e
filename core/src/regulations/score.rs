//! How a match is scored.

/// How one game of a racket match is won, and how many games win the match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GameRule {
    /// Points that win a game (11, 15, 21).
    pub target: u16,
    /// Points that the winner must be ahead (2).
    pub lead: u16,
    /// Points that win whatever the lead (30); none where play goes on until the lead is there.
    pub cap: Option<u16>,
    /// The greatest number of games, odd: more than half of them win the match.
    pub best_of: u16,
}

/// How a match is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreRule {
    /// Games of points (table tennis, badminton).
    Games(GameRule),
    /// One total for each side, no draw (basketball, FIBA).
    Total,
}
