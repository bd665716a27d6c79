//! What may follow what. Pure.

use crate::values::Standing;

/// Whether a standing may follow another. A renewal stops the ladder at any rung; a merger is another act, and final.
pub const fn may_follow(from: Standing, to: Standing) -> bool {
    use Standing::{Due, Good, Lapsed, Merged, Notice, Revived, StruckOff, Suspended};
    match (from, to) {
        (Merged, _) | (_, Merged) => false,
        (Good | Revived, Due | Suspended | StruckOff) => true,
        (Revived, Good) => true,
        (Due, Good | Lapsed | Suspended | StruckOff) => true,
        (Lapsed, Good | Notice | Suspended | StruckOff) => true,
        (Notice, Good | Suspended | StruckOff) => true,
        (Suspended, Good | Due | Lapsed | Notice | StruckOff) => true,
        (StruckOff, Revived) => true,
        _ => false,
    }
}

/// Whether a standing ends on a day.
pub const fn has_end(standing: Standing) -> bool {
    matches!(standing, Standing::Notice | Standing::Suspended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_follows_a_merger_and_nothing_becomes_one_here() {
        for standing in Standing::ALL {
            assert!(!may_follow(Standing::Merged, *standing), "{standing}");
            assert!(!may_follow(*standing, Standing::Merged), "{standing}");
            assert!(!may_follow(*standing, *standing), "{standing}");
        }
    }

    #[test]
    fn a_renewal_stops_the_ladder_at_any_rung() {
        for rung in [Standing::Due, Standing::Lapsed, Standing::Notice] {
            assert!(may_follow(rung, Standing::Good), "{rung}");
        }
        assert!(!may_follow(Standing::StruckOff, Standing::Good));
        assert!(may_follow(Standing::StruckOff, Standing::Revived));
    }

    #[test]
    fn the_ladder_is_gone_down_rung_by_rung() {
        assert!(may_follow(Standing::Good, Standing::Due));
        assert!(!may_follow(Standing::Good, Standing::Lapsed));
        assert!(!may_follow(Standing::Due, Standing::Notice));
    }
}
