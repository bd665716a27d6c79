//! What votes come to. Pure: the rules stand in `docs/decisions/sessions.md`.

use crate::case::Outcome;
use crate::values::codes;

codes! {
    /// What a member votes for.
    pub enum Vote {
        Accepted = "accepted",
        AcceptedWithConditions = "accepted_with_conditions",
        Refused = "refused",
        Deferred = "deferred",
    }

    /// What became of a case on an agenda.
    pub enum ItemResult {
        Accepted = "accepted",
        AcceptedWithConditions = "accepted_with_conditions",
        Refused = "refused",
        Deferred = "deferred",
        Inquorate = "inquorate",
        Tied = "tied",
        NoMajority = "no_majority",
        NotReached = "not_reached",
    }
}

impl Vote {
    /// What it comes to, if it wins.
    pub const fn result(self) -> ItemResult {
        match self {
            Self::Accepted => ItemResult::Accepted,
            Self::AcceptedWithConditions => ItemResult::AcceptedWithConditions,
            Self::Refused => ItemResult::Refused,
            Self::Deferred => ItemResult::Deferred,
        }
    }
}

impl ItemResult {
    /// The answer of the board, where there is one; the case waits on otherwise.
    pub const fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Accepted => Some(Outcome::Accepted),
            Self::AcceptedWithConditions => Some(Outcome::AcceptedWithConditions),
            Self::Refused => Some(Outcome::Refused),
            _ => None,
        }
    }
}

/// The votes on a case, and who was there for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The votes for each answer, in the order of [`Vote::ALL`].
    pub votes: [usize; 4],
    /// How many members are present and not recused.
    pub present: usize,
    /// How many have to be.
    pub quorum: usize,
}

impl Tally {
    /// Counts votes.
    pub fn of(votes: impl IntoIterator<Item = Vote>, present: usize, quorum: usize) -> Self {
        let mut tally = Self {
            present,
            quorum,
            ..Self::default()
        };
        for vote in votes {
            tally.votes[vote as usize] += 1;
        }
        tally
    }

    /// Whether enough are there.
    pub const fn is_quorate(&self) -> bool {
        self.present >= self.quorum
    }

    /// How many voted.
    pub fn cast(&self) -> usize {
        self.votes.iter().sum()
    }

    /// The two answers that have exactly half of the votes each: only then has the chair a casting vote.
    pub fn tied(&self) -> Option<[Vote; 2]> {
        let half: Vec<Vote> = Vote::ALL
            .iter()
            .copied()
            .filter(|vote| self.votes[*vote as usize] * 2 == self.cast())
            .collect();
        match (self.is_quorate() && self.cast() > 0, half.as_slice()) {
            (true, [one, other]) => Some([*one, *other]),
            _ => None,
        }
    }

    /// What the votes come to, with the casting vote if it breaks a tie.
    pub fn result(&self, casting: Option<Vote>) -> ItemResult {
        if !self.is_quorate() {
            return ItemResult::Inquorate;
        }
        if let Some(tied) = self.tied() {
            return match casting {
                Some(vote) if tied.contains(&vote) => vote.result(),
                _ => ItemResult::Tied,
            };
        }
        let winner = Vote::ALL
            .iter()
            .find(|vote| self.votes[**vote as usize] * 2 > self.cast());
        winner.map_or(ItemResult::NoMajority, |vote| vote.result())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(votes: [usize; 4], present: usize) -> Tally {
        Tally {
            votes,
            present,
            quorum: 3,
        }
    }

    #[test]
    fn more_than_half_of_the_votes_cast_decide_whoever_says_nothing() {
        assert_eq!(tally([2, 0, 1, 0], 9).result(None), ItemResult::Accepted);
        assert_eq!(tally([0, 0, 1, 0], 3).result(None), ItemResult::Refused);
        assert_eq!(
            tally([1, 3, 1, 0], 5).result(None),
            ItemResult::AcceptedWithConditions
        );
        assert_eq!(tally([1, 0, 0, 2], 5).result(None), ItemResult::Deferred);
        for votes in [[2, 2, 1, 0], [2, 1, 1, 0], [1, 1, 1, 1], [0; 4]] {
            assert_eq!(
                tally(votes, 5).result(Some(Vote::Refused)),
                ItemResult::NoMajority
            );
        }
    }

    #[test]
    fn the_chair_breaks_a_tie_of_two_halves_and_nothing_else() {
        let tied = tally([2, 0, 2, 0], 5);
        assert_eq!(tied.tied(), Some([Vote::Accepted, Vote::Refused]));
        assert_eq!(tied.result(None), ItemResult::Tied);
        assert_eq!(tied.result(Some(Vote::Refused)), ItemResult::Refused);
        // Not for what nobody voted for.
        assert_eq!(tied.result(Some(Vote::Deferred)), ItemResult::Tied);
        assert_eq!(
            tally([3, 0, 2, 0], 5).result(Some(Vote::Refused)),
            ItemResult::Accepted
        );
        assert_eq!(tally([0; 4], 5).tied(), None);
    }

    #[test]
    fn without_a_quorum_nothing_is_decided_and_no_tie_is_broken() {
        let few = tally([2, 0, 0, 0], 2);
        assert_eq!(few.result(None), ItemResult::Inquorate);
        let tied = tally([1, 0, 1, 0], 2);
        assert_eq!(tied.tied(), None);
        assert_eq!(tied.result(Some(Vote::Accepted)), ItemResult::Inquorate);
    }

    #[test]
    fn votes_are_counted_by_what_they_are_for() {
        let votes = [Vote::Deferred, Vote::Accepted, Vote::Deferred];
        assert_eq!(Tally::of(votes, 4, 3).votes, [1, 0, 0, 2]);
    }
}
