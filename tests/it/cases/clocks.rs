//! What passes with time: a post that says nothing, and the days in which one can appeal.

use chrono::TimeDelta;
use concord::case::{self, Answer, Stage, policy};
use concord::history::Act;
use concord::values::Role;
use sqlx::PgPool;

use super::{decide, held, prose, seen, submitted};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_case_goes_on_when_the_time_of_its_post_is_over_and_not_before(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let _post = portal.post_officer(&["DE"]).await;
    let elsewhere = submitted(&portal, &ani, "Maison", "FR").await;
    let id = submitted(&portal, &ani, "Haus", "DE").await;
    let case = seen(&portal, &ani, elsewhere).await.unwrap();
    assert!(
        matches!(case.stage, Stage::Submitted { .. }),
        "no post there"
    );

    let pass = async || {
        let mut tx = portal.tx().await;
        let passed = case::pass_overdue_posts(&mut tx).await.unwrap();
        drop(tx.commit().await.unwrap());
        passed
    };
    // Fourteen business days: two weekends and two days of a third week.
    portal.wait(TimeDelta::days(20));
    assert_eq!(pass().await, 0, "the last day is theirs");
    let ani = portal.member("Ani").await;
    let case = seen(&portal, &ani, id).await.unwrap();
    assert!(matches!(case.stage, Stage::AtPost { .. }));
    portal.wait(TimeDelta::days(1));
    assert_eq!(pass().await, 1);
    let ani = portal.member("Ani").await;
    assert_eq!(pass().await, 0);
    let case = seen(&portal, &ani, id).await.unwrap();
    assert_eq!(case.stage, Stage::InReview { held: None });

    let mut read = portal.db().read().await.unwrap();
    let history = concord::history::of_case(&mut read, portal.db().vault(), id)
        .await
        .unwrap();
    assert_eq!(history[0].act, Act::CasePostPassed);
    assert_eq!(history[0].role, "system");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn one_can_appeal_until_the_last_day_and_once(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let refusal = || Answer::Refuse {
        words: prose("No."),
    };
    // A sign-in does not last as long as this takes: everybody signs in again for each act.
    let refuse = async |name: &str| {
        let (ani, chair) = (portal.member("Ani").await, portal.chair().await);
        let id = held(&portal, &ani, &chair, name).await;
        decide(&portal, &chair, id, refusal()).await;
        id
    };
    let appeal = async |id| {
        let mut tx = portal.tx().await;
        let actor = portal.member("Ani").await.actor().await;
        let case = case::find(&mut tx, &actor, id).await.unwrap();
        let granted = policy::appeal(&actor, &case)?;
        case::appeal(&mut tx, granted, &prose("Yes.")).await?;
        drop(tx.commit().await.unwrap());
        concord::Result::Ok(())
    };
    let late = refuse("Late").await;
    portal.wait(TimeDelta::days(1));
    let in_time = refuse("In time").await;
    portal.wait(TimeDelta::days(42));
    assert!(matches!(appeal(late).await, Err(concord::Error::Overtaken)));
    appeal(in_time).await.unwrap();

    let second = portal.person("Second chair", Role::Chair).await;
    super::take(&portal, &second, in_time).await;
    decide(&portal, &second, in_time, refusal()).await;
    assert!(matches!(
        appeal(in_time).await,
        Err(concord::Error::Denied(_))
    ));
}
