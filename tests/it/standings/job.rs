//! The job: twice at once, stopped in the middle, and late.

use std::time::Duration;

use chrono::TimeDelta;
use concord::organization::standing::{self, Kept};
use concord::values::Standing;
use sqlx::PgPool;

use super::{TERM, after_days, keep, registered, stands};
use crate::portal::Portal;

/// How many organizations there are: more than one transaction takes.
const MANY: usize = 70;

async fn many(portal: &Portal) {
    let ani = portal.member("Ani").await;
    for n in 0..MANY {
        registered(portal, Some(&ani), &format!("Haus {n}")).await;
    }
}

/// How many letters of a kind there are, and for how many organizations something was written down.
async fn written(portal: &Portal, kind: &str, rows: &str) -> (i64, i64, i64) {
    let letters = sqlx::query_scalar("select count(*) from letters where kind = $1")
        .bind(kind)
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    let (all, each) = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "select count(*), count(distinct organization_id) from {rows}"
    )))
    .fetch_one(portal.db_pool())
    .await
    .unwrap();
    (letters, all, each)
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_jobs_at_once_do_everything_once(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    many(&portal).await;
    let each = i64::try_from(MANY).unwrap();
    let twice = async || {
        let (one, other) = tokio::join!(standing::keep(portal.db()), standing::keep(portal.db()));
        one.unwrap();
        other.unwrap();
        assert_eq!(keep(&portal).await, Kept::default());
    };
    portal.wait(TimeDelta::days(TERM - 60));
    twice().await;
    assert_eq!(
        written(&portal, "renewal_near", "standing_reminders").await,
        (each, each, each)
    );
    portal.wait(TimeDelta::days(60));
    twice().await;
    assert_eq!(
        written(&portal, "renewal_due", "organization_standings").await,
        (each, each, each)
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_job_that_is_killed_anywhere_loses_nothing_and_repeats_nothing(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    many(&portal).await;
    let each = i64::try_from(MANY).unwrap();
    let mut killed = 0;
    for (days, kind, rows) in [
        (TERM - 60, "renewal_near", "standing_reminders"),
        (60, "renewal_due", "organization_standings"),
    ] {
        portal.wait(TimeDelta::days(days));
        for millis in [0, 3, 9, 20, 45, 80] {
            let db = portal.db().clone();
            let job = tokio::spawn(async move { standing::keep(&db).await.map(drop) });
            tokio::time::sleep(Duration::from_millis(millis)).await;
            job.abort();
            killed += usize::from(job.await.is_err());
            // Half of anything is nothing: as many letters as rows, whenever one looks.
            let (letters, all, distinct) = written(&portal, kind, rows).await;
            assert_eq!((letters, all), (distinct, distinct));
        }
        keep(&portal).await;
        assert_eq!(written(&portal, kind, rows).await, (each, each, each));
    }
    assert!(killed > 0, "every job was faster than its killer");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn after_a_long_silence_of_the_job_nobody_falls_two_rungs_at_once(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let number = registered(&portal, Some(&ani), "Haus").await;
    let kept = after_days(&portal, TERM + 400).await;
    assert_eq!((kept.reminded, kept.advanced), (0, 1));
    assert_eq!(stands(&portal, number).await, Standing::Due);
    assert_eq!(portal.letters().await.len(), 1);
    assert_eq!(after_days(&portal, 89).await, Kept::default());
    assert_eq!(after_days(&portal, 1).await.advanced, 1);
    assert_eq!(portal.letters().await.len(), 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_late_reminder_is_the_nearest_one_alone(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    registered(&portal, Some(&ani), "Haus").await;
    registered(&portal, None, "Without an owner").await;
    assert_eq!(after_days(&portal, TERM - 5).await.reminded, 1);
    assert_eq!(portal.letters().await.len(), 1);
    assert_eq!(after_days(&portal, 1).await, Kept::default());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_came_in_without_a_date_is_on_no_ladder(pool: PgPool) {
    let portal = Portal::new(pool);
    let roster = "number,name,host_country\nCR-0000017-9,Imported,DE\n";
    crate::directory::arrange(&portal, roster).await;
    assert_eq!(after_days(&portal, 5_000).await, Kept::default());
    let page = portal
        .chair()
        .await
        .get("/desk/organizations/CR-0000017-9/standing")
        .await
        .is(200);
    assert!(page.text().contains("No end is known"));
    portal
        .chair()
        .await
        .get("/desk/organizations/CR-0000017-9/standing/delay")
        .await
        .is(200);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_sample_registry_is_one_that_the_job_finds_in_order(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    concord::sample::load(portal.db(), &portal.documents())
        .await
        .unwrap();
    let standings = async || -> Vec<(String, i64)> {
        sqlx::query_as("select standing, count(*) from organizations group by 1 order by 1")
            .fetch_all(portal.db_pool())
            .await
            .unwrap()
    };
    let before = standings().await;
    let kept = keep(&portal).await;
    assert_eq!((kept.advanced, kept.lifted), (0, 0));
    assert_eq!(standings().await, before);
    let without: i64 = sqlx::query_scalar(
        "select count(*) from organizations where registered_until is null or standing_since is null",
    )
    .fetch_one(portal.db_pool())
    .await
    .unwrap();
    assert_eq!(without, 0);
}
