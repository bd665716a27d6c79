//! What may follow what, as a table that a person reads; and that no road leads to a row that contradicts itself.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::super::row::{Facts, StageCode};
use super::*;

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_521_600, 0).unwrap()
}

fn today() -> NaiveDate {
    noon().date_naive()
}

fn holding() -> Holding {
    Holding {
        by: AccountId::from(Uuid::from_u128(1)),
        since: noon(),
    }
}

/// One stage of each kind, as it stands today.
fn stages() -> Vec<Stage> {
    let (at, due) = (noon(), today() + Days::new(14));
    vec![
        Stage::Draft,
        Stage::Submitted { at },
        Stage::AtPost { due },
        Stage::InReview { held: None },
        Stage::InReview {
            held: Some(holding()),
        },
        Stage::ChangesRequested { due },
        Stage::Accepted { at },
        Stage::AcceptedWithConditions { at, due },
        Stage::Refused {
            at,
            appeal_until: due,
        },
        Stage::Appealed { at },
        Stage::Withdrawn { at },
        Stage::Expired { at, until: due },
    ]
}

/// Every step, taken today.
fn steps() -> Vec<(&'static str, Step)> {
    let (at, due) = (noon(), today() + Days::new(14));
    vec![
        ("submit", Step::Submit { at, post: None }),
        (
            "submit where a post is",
            Step::Submit {
                at,
                post: Some(due),
            },
        ),
        ("give an opinion", Step::GiveOpinion),
        ("pass the post in time", Step::PassPost { today: today() }),
        (
            "pass the post when its time is over",
            Step::PassPost {
                today: due + Days::new(1),
            },
        ),
        ("take", Step::Take(holding())),
        ("release", Step::Release),
        ("request changes", Step::RequestChanges { due }),
        ("accept", Step::Accept { at }),
        (
            "accept with conditions",
            Step::AcceptWithConditions { at, due },
        ),
        ("keep the conditions", Step::KeepConditions { due }),
        ("meet the conditions", Step::MeetConditions),
        (
            "refuse",
            Step::Refuse {
                at,
                appeal_until: due,
            },
        ),
        (
            "be outrun by another claim",
            Step::Outrun {
                at,
                appeal_until: due,
            },
        ),
        ("appeal in time", Step::Appeal { at }),
        (
            "appeal too late",
            Step::Appeal {
                at: at + TimeDelta::days(15),
            },
        ),
        ("withdraw", Step::Withdraw { at }),
        ("be silent in time", Step::Expire { at, until: due }),
        (
            "be silent when the time is over",
            Step::Expire {
                at: at + TimeDelta::days(15),
                until: due,
            },
        ),
        ("revive in time", Step::Revive { at, due }),
        (
            "revive too late",
            Step::Revive {
                at: at + TimeDelta::days(15),
                due,
            },
        ),
    ]
}

fn word(stage: Stage) -> String {
    let held = if stage.holding().is_some() {
        ", held"
    } else {
        ""
    };
    format!("{}{held}", stage.code())
}

#[test]
fn what_may_follow_what() {
    let mut table = String::new();
    for stage in stages() {
        table += &format!("{}\n", word(stage));
        for (name, step) in steps() {
            if let Ok(to) = stage.after(step) {
                table += &format!("    {name} -> {}\n", word(to));
            }
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn every_stage_comes_back_from_its_row() {
    for stage in stages() {
        let facts = Facts::of(stage, noon());
        assert_eq!(facts.stage().unwrap(), stage);
    }
}

#[test]
fn a_row_with_the_facts_of_another_stage_is_refused() {
    for stage in stages() {
        let good = Facts::of(stage, noon());
        for code in StageCode::ALL.iter().filter(|code| **code != good.stage) {
            let bad = Facts {
                stage: *code,
                ..good
            };
            // Stages without facts of their own differ by their word alone.
            let bare = |facts: Facts| Facts {
                stage: StageCode::Draft,
                ..facts
            };
            let same_facts = stages()
                .into_iter()
                .any(|it| it.code() == *code && bare(Facts::of(it, noon())) == bare(good));
            assert_eq!(bad.stage().is_ok(), same_facts, "{} as {code}", good.stage);
        }
        let half = Facts {
            holder_id: Some(holding().by),
            held_since: None,
            ..good
        };
        assert!(half.stage().is_err());
    }
}

/// What the CHECK constraints of `cases` say of a row.
fn the_database_takes(facts: &Facts) -> bool {
    use StageCode as S;
    let due = matches!(
        facts.stage,
        S::ChangesRequested | S::AcceptedWithConditions | S::AtPost | S::Expired
    );
    let decided = matches!(
        facts.stage,
        S::Accepted | S::AcceptedWithConditions | S::Refused
    );
    due == facts.due_on.is_some()
        && (facts.stage == S::Refused) == facts.appeal_until.is_some()
        && decided == facts.decided_at.is_some()
        && facts.holder_id.is_none() == facts.held_since.is_none()
        && (facts.holder_id.is_none() || facts.stage == S::InReview)
}

proptest! {
    #[test]
    fn no_road_leads_to_a_row_that_contradicts_itself(road in prop::collection::vec(0..20_usize, 0..40)) {
        let steps = steps();
        let mut stage = Stage::Draft;
        for at in road {
            let before = stage;
            match stage.after(steps[at].1) {
                Ok(to) => stage = to,
                Err(OutOfOrder) => continue,
            }
            let since = match stage {
                Stage::Expired { at, .. } => at,
                _ => noon(),
            };
            let facts = Facts::of(stage, since);
            prop_assert!(the_database_takes(&facts), "{before:?} to {stage:?}");
            prop_assert_eq!(facts.stage().unwrap(), stage);
        }
    }

    #[test]
    fn what_is_over_for_good_stays_over(at in 0..20_usize) {
        let (_, step) = steps()[at];
        for stage in [
            Stage::Accepted { at: noon() },
            Stage::Withdrawn { at: noon() },
        ] {
            prop_assert_eq!(stage.after(step), Err(OutOfOrder));
        }
    }
}
