//! Whose turn it is: whom a case waits on, since when and until when. Kept with every act, by one function.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::row::StageCode;
use super::stage::Stage;
use super::{Case, wait};
use crate::Result;
use crate::calendar::{self, Clock};
use crate::db::Tx;
use crate::ids::CaseId;
use crate::values::codes;

codes! {
    /// Whom a case waits on.
    pub enum TurnOf {
        /// Those who applied.
        Applicant = "applicant",
        /// The post of the host country.
        Post = "post",
        /// Whoever of the board takes it.
        Board = "board",
        /// A chair: it was refused once.
        Chair = "chair",
        /// Whoever holds it.
        Holder = "holder",
    }
}

/// Whom a case waits on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Whom.
    pub of: TurnOf,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Until when; a draft may wait for ever.
    pub until: Option<NaiveDate>,
}

/// What the row of a case says of its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Waiting {
    /// By when the board means to answer.
    pub answer_by: Option<NaiveDate>,
    /// Whom it waits on; nobody, once it is over.
    pub turn: Option<Turn>,
}

/// What whose turn it is depends on besides the stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// Whether it was refused once.
    pub was_refused: bool,
    /// Whether a condition was answered that the board has not judged since.
    pub is_answered: bool,
}

impl TurnOf {
    /// Whom a case waits on that stands here.
    pub(super) const fn at(stage: Stage, known: Known) -> Option<Self> {
        Some(match stage {
            Stage::Draft | Stage::ChangesRequested { .. } => Self::Applicant,
            Stage::AtPost { .. } => Self::Post,
            Stage::InReview { held: Some(_) } => Self::Holder,
            Stage::Appealed { .. } => Self::Chair,
            Stage::Submitted { .. } | Stage::InReview { held: None } => {
                Self::unheld(known.was_refused)
            }
            Stage::AcceptedWithConditions { .. } => match known.is_answered {
                true => Self::Board,
                false => Self::Applicant,
            },
            Stage::Accepted { .. }
            | Stage::Refused { .. }
            | Stage::Withdrawn { .. }
            | Stage::Expired { .. } => return None,
        })
    }

    /// Whom a case waits on that the board has and nobody holds: as `case_turn_unheld` has it in the database.
    pub(super) const fn unheld(was_refused: bool) -> Self {
        match was_refused {
            true => Self::Chair,
            false => Self::Board,
        }
    }

    /// Whether it is somebody of the board.
    pub const fn is_board(self) -> bool {
        matches!(self, Self::Board | Self::Chair | Self::Holder)
    }
}

impl Turn {
    /// Whether the day has passed until which it waits: as `case_overdue` has it in the database.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        is_past(self.until, today)
    }
}

/// The one question whether a day has passed until which a case waits.
pub(super) fn is_past(until: Option<NaiveDate>, today: NaiveDate) -> bool {
    until.is_some_and(|until| until < today)
}

/// Whose turn it is after a case came to stand somewhere at a time. Who waits for the same as before waits on.
fn passed(
    (from, before): (Stage, Option<Turn>),
    to: Stage,
    known: Known,
    answer_by: Option<NaiveDate>,
    now: DateTime<Utc>,
) -> Option<Turn> {
    let of = TurnOf::at(to, known)?;
    let same = before.filter(|turn| {
        let holder = |stage: Stage| stage.holding().map(|held| held.by);
        turn.of == of && holder(from) == holder(to)
    });
    Some(Turn {
        of,
        since: same.map_or(now, |turn| turn.since),
        until: match of.is_board() {
            true => answer_by,
            false => to.due(),
        },
    })
}

/// Whose turn it is after a step, for the row that the step writes. Hold the case before.
pub(super) async fn after(tx: &mut Tx, case: &Case, to: Stage, asks: bool) -> Result<Waiting> {
    let known = Known {
        was_refused: case.was_refused(),
        is_answered: match to {
            Stage::AcceptedWithConditions { .. } => is_answered(tx, case.id).await?,
            _ => false,
        },
    };
    // What was answered to a condition asks the board as well, the first time.
    let of = TurnOf::at(to, known);
    let asks_anew = known.is_answered && case.turn.map(|turn| turn.of) != of;
    let answer_by = match asks || asks_anew {
        true => {
            let today = tx.today();
            Some(calendar::calendar(tx).await?.until(Clock::Answer, today))
        }
        false => case.answer_by,
    };
    Ok(Waiting {
        answer_by,
        turn: passed((case.stage, case.turn), to, known, answer_by, tx.now()),
    })
}

async fn is_answered(conn: &mut PgConnection, case: CaseId) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select case_condition_answered($1) as "answered!""#,
        case as _
    )
    .fetch_one(conn)
    .await?)
}

/// Keeps whose turn it is where something else than a step changed it: an answer to a condition.
pub(super) async fn keep(tx: &mut Tx, case: &Case) -> Result<()> {
    let Waiting { answer_by, turn } = after(tx, case, case.stage, false).await?;
    sqlx::query!(
        "update cases set answer_by = $2, waits_on = $3, waits_since = $4, waits_until = $5 where id = $1",
        case.id as _,
        answer_by,
        turn.map(|turn| turn.of) as _,
        turn.map(|turn| turn.since),
        turn.and_then(|turn| turn.until),
    )
    .execute(&mut **tx)
    .await?;
    wait::follow(tx, &[case.id]).await
}

/// The day by which an answer of the board is expected; nothing, where it owes none. A post that has the case for longer than the
/// board means to take is waited for.
pub fn answer_expected(
    stage: StageCode,
    answer_by: Option<NaiveDate>,
    due: Option<NaiveDate>,
) -> Option<NaiveDate> {
    match stage {
        StageCode::Submitted | StageCode::InReview | StageCode::Appealed => answer_by,
        StageCode::AtPost => answer_by.max(due),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Days, TimeDelta};
    use proptest::prelude::*;

    use super::super::row::Facts;
    use super::super::stage::{Holding, Step};
    use super::*;
    use crate::ids::AccountId;

    /// What the CHECK constraints of `cases` say of a turn.
    fn the_database_takes(facts: &Facts, turn: Option<Turn>) -> bool {
        use StageCode as S;
        let at = facts.stage;
        let Some(turn) = turn else {
            return matches!(at, S::Accepted | S::Refused | S::Withdrawn | S::Expired);
        };
        let here = match turn.of {
            TurnOf::Applicant => {
                matches!(
                    at,
                    S::Draft | S::ChangesRequested | S::AcceptedWithConditions
                )
            }
            TurnOf::Post => at == S::AtPost,
            TurnOf::Board => matches!(at, S::Submitted | S::InReview | S::AcceptedWithConditions),
            TurnOf::Chair => matches!(at, S::Submitted | S::InReview | S::Appealed),
            TurnOf::Holder => true,
        };
        here && (turn.of == TurnOf::Holder) == facts.holder_id.is_some()
            && (at == S::Draft) == turn.until.is_none()
    }

    fn steps(at: DateTime<Utc>) -> Vec<Step> {
        let day = at.date_naive() + Days::new(14);
        let by = |nth| AccountId::from(uuid::Uuid::from_u128(nth));
        vec![
            Step::Submit { at, post: None },
            Step::Submit {
                at,
                post: Some(day),
            },
            Step::GiveOpinion,
            Step::PassPost {
                today: at.date_naive(),
            },
            Step::Take(Holding {
                by: by(1),
                since: at,
            }),
            Step::Take(Holding {
                by: by(2),
                since: at,
            }),
            Step::Release,
            Step::RequestChanges { due: day },
            Step::Accept { at },
            Step::AcceptWithConditions { at, due: day },
            Step::KeepConditions { due: day },
            Step::MeetConditions,
            Step::Refuse {
                at,
                appeal_until: day,
            },
            Step::Outrun {
                at,
                appeal_until: day,
            },
            Step::Appeal { at },
            Step::Withdraw { at },
            Step::Expire { at, until: day },
            Step::Revive { at, due: day },
        ]
    }

    proptest! {
        #[test]
        fn no_act_leaves_the_turn_wrong(
            road in prop::collection::vec((0..18_usize, 0..20_i64, any::<bool>()), 0..60),
        ) {
            let mut now: DateTime<Utc> = "2026-11-24T10:00:00Z".parse().unwrap();
            let mut stage = Stage::Draft;
            let mut turn = passed((stage, None), stage, Known::default(), None, now);
            let (mut was_refused, mut answer_by) = (false, None);
            for (nth, days, is_answered) in road {
                now += TimeDelta::days(days);
                let step = steps(now)[nth];
                let Ok(to) = stage.after(step) else { continue };
                // Whoever submits or appeals asks; so does an answer to a condition.
                let known = Known { was_refused, is_answered };
                if matches!(step, Step::Submit { .. } | Step::Appeal { .. })
                    || (is_answered && matches!(to, Stage::AcceptedWithConditions { .. }))
                {
                    answer_by = Some(now.date_naive() + Days::new(30));
                }
                was_refused |= matches!(step, Step::Refuse { .. } | Step::Outrun { .. });
                let known = Known { was_refused, ..known };
                let next = passed((stage, turn), to, known, answer_by, now);
                let facts = Facts::of(to, now);
                prop_assert!(the_database_takes(&facts, next), "{step:?}: {next:?}");
                if let (Some(before), Some(after)) = (turn, next) {
                    // Since when is the day of the change, and no other.
                    let holder = |stage: Stage| stage.holding().map(|held| held.by);
                    let same = before.of == after.of && holder(stage) == holder(to);
                    prop_assert_eq!(after.since, if same { before.since } else { now });
                }
                (stage, turn) = (to, next);
            }
        }
    }

    #[test]
    fn an_answer_is_owed_only_while_the_board_or_its_post_has_the_case() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (by, short) = (Some(day("2026-12-24")), Some(day("2026-12-01")));
        let post = Some(day("2026-12-08"));
        for stage in StageCode::ALL {
            let owed = matches!(
                stage,
                StageCode::Submitted
                    | StageCode::InReview
                    | StageCode::Appealed
                    | StageCode::AtPost
            );
            let expected = answer_expected(*stage, by, None);
            assert_eq!(expected, by.filter(|_| owed), "{stage}");
        }
        assert_eq!(answer_expected(StageCode::AtPost, by, post), by);
        let waited = answer_expected(StageCode::AtPost, short, post);
        assert_eq!(waited, post, "nobody answers before the post");
        assert_eq!(answer_expected(StageCode::Draft, None, None), None);
    }
}
