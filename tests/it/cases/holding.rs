//! Taking the next case, alone and in a crowd.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use concord::case::{self, Answer, Desk, Stage, policy};
use concord::db::{Clock, Db};
use concord::history::Act;
use concord::values::Role;
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;
use tokio::sync::Barrier;

use super::{decide, held, next, prose, seen, submit, submitted};
use crate::portal::{Browser, Portal};

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn twenty_who_press_next_at_once_get_twenty_cases_and_none_waits(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    for at in 0..20 {
        submitted(&portal, &ani, &format!("Haus {at}"), "DE").await;
    }
    // Twenty connections, each with a transaction that stays open until all twenty have a case: one that waited for another
    // would never get there.
    let wide = PgPoolOptions::new()
        .max_connections(20)
        .connect_with((*pool.connect_options()).clone())
        .await
        .unwrap();
    let db = Db::new(
        wide,
        Clock::fixed(portal.now()),
        portal.db().vault().clone(),
    );
    let all_have_one = Arc::new(Barrier::new(20));
    let mut tasks = Vec::new();
    for at in 0..20 {
        let browser = portal
            .person(&format!("Coordinator {at}"), Role::Coordinator)
            .await;
        let (actor, db, all) = (browser.actor().await, db.clone(), all_have_one.clone());
        tasks.push(tokio::spawn(async move {
            let mut tx = db.begin().await.unwrap();
            let desk = Desk::of(&mut tx, &actor).await.unwrap();
            let granted = policy::take_next(&actor).unwrap();
            let next = case::take_next(&mut tx, granted, &desk, &[]).await.unwrap();
            tokio::time::timeout(Duration::from_secs(20), all.wait())
                .await
                .expect("none waits");
            drop(tx.commit().await.unwrap());
            next.expect("a case")
        }));
    }
    let mut taken = HashSet::new();
    for task in tasks {
        assert!(taken.insert(task.await.unwrap()), "each is somebody's");
    }
    assert_eq!(taken.len(), 20);
    let held: i64 = sqlx::query_scalar("select count(distinct holder_id) from cases")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(held, 20);
    db.close().await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_oldest_is_next_and_one_that_was_sent_back_keeps_its_place(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let first = held(&portal, &ani, &board, "First").await;
    portal.wait(chrono::TimeDelta::hours(1));
    let second = submitted(&portal, &ani, "Second", "DE").await;
    let ask = Answer::RequestChanges {
        words: Some(prose("Again, please.")),
        notes: Vec::new(),
        due: portal.now().date_naive() + chrono::Days::new(9),
    };
    decide(&portal, &board, first, ask).await;
    portal.wait(chrono::TimeDelta::hours(1));
    submit(&portal, &ani, first, &super::particulars("First", "DE")).await;

    for expected in [Some(first), Some(second), None] {
        assert_eq!(next(&portal, &board).await, expected);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_is_given_their_own_case_or_an_appeal_against_themselves(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    let own = submitted(&portal, &board, "My own", "DE").await;

    let ani = portal.member("Ani").await;
    let appealed = held(&portal, &ani, &chair, "Refused").await;
    let refusal = Answer::Refuse {
        words: prose("Not this."),
    };
    decide(&portal, &chair, appealed, refusal).await;
    let mut tx = portal.tx().await;
    let case = case::find(&mut tx, &ani.actor().await, appealed)
        .await
        .unwrap();
    let granted = policy::appeal(&ani.actor().await, &case).unwrap();
    case::appeal(&mut tx, granted, &prose("But it is so."))
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());

    // An appeal is for another chair, and comes before everything else.
    let second = portal.person("Second chair", Role::Chair).await;
    assert_eq!(next(&portal, &second).await, Some(appealed));
    let mut tx = portal.tx().await;
    let case = case::find(&mut tx, &second.actor().await, appealed)
        .await
        .unwrap();
    let granted = policy::release(&second.actor().await, &case).unwrap();
    case::release(&mut tx, granted).await.unwrap();
    drop(tx.commit().await.unwrap());

    let case = seen(&portal, &second, appealed).await.unwrap();
    assert_eq!(case.stage, Stage::InReview { held: None });
    for (person, may) in [(&board, false), (&chair, false), (&second, true)] {
        let actor = person.actor().await;
        assert_eq!(policy::decide(&actor, &case).is_ok(), may, "{actor:?}");
    }
    assert_eq!(next(&portal, &board).await, None);
    assert_eq!(next(&portal, &chair).await, Some(own));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_late_is_next_and_then_the_oldest(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let asked_again = submitted(&portal, &ani, "Asked again lately", "DE").await;
    portal.wait(TimeDelta::days(1));
    let ani = portal.member("Ani").await;
    let late = submitted(&portal, &ani, "Late", "DE").await;
    portal.wait(TimeDelta::days(31));
    // The older one was answered meanwhile and asked again, so that nobody is late with it.
    sqlx::query("update cases set asked_at = $2 where id = $1")
        .bind(asked_again)
        .bind(portal.now())
        .execute(&pool)
        .await
        .unwrap();
    let board = portal.coordinator().await;
    assert_eq!(next(&portal, &board).await, Some(late));
    assert_eq!(next(&portal, &board).await, Some(asked_again));
}

/// Who history says did what to a case, the newest last.
async fn acts(pool: &PgPool, case: concord::ids::CaseId) -> Vec<String> {
    sqlx::query_scalar("select act || ' ' || role from history where case_id = $1 order by id")
        .bind(case)
        .fetch_all(pool)
        .await
        .unwrap()
}

async fn look(browser: &Browser, case: concord::ids::CaseId) {
    browser.get(format!("/desk/cases/{case}")).await.is(200);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_idle_hold_ends_by_itself_and_a_look_keeps_it(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let (first, second) = (
        portal.person("First", Role::Coordinator).await,
        portal.person("Second", Role::Coordinator).await,
    );
    let id = held(&portal, &ani, &first, "Haus").await;
    let unheld = "/desk/cases?held=nobody";
    portal.wait(TimeDelta::minutes(29));
    assert_eq!(
        first
            .get("/desk/cases?held=me")
            .await
            .select("tbody th a")
            .len(),
        1
    );
    look(&second, id).await;
    look(&first, id).await;
    // Half an hour from the look of the holder; a colleague's look keeps nothing.
    portal.wait(TimeDelta::minutes(29));
    assert!(second.get(unheld).await.select("tbody th a").is_empty());
    look(&second, id).await;
    portal.wait(TimeDelta::minutes(1));

    // No clock has run, and everybody sees the same: list, page, policy, next.
    assert_eq!(second.get(unheld).await.select("tbody th a"), ["Haus"]);
    assert!(
        first
            .get("/desk/cases?held=me")
            .await
            .select("tbody th a")
            .is_empty()
    );
    let case = seen(&portal, &second, id).await.unwrap();
    assert_eq!(case.stage, Stage::InReview { held: None });
    let page = first.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(page.has("form[action$='/hold']") && !page.has("form[action$='/release']"));
    assert_eq!(next(&portal, &second).await, Some(id));
    let all = acts(&pool, id).await;
    assert!(
        all.ends_with(&[
            "case_hold_lapsed system".to_owned(),
            "case_held coordinator".to_owned()
        ]),
        "{all:?}"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_clock_writes_down_that_a_hold_ended_once(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = portal.coordinator().await;
    let id = held(&portal, &ani, &board, "Haus").await;
    for (wait, ended) in [(29, 0), (1, 1), (10, 0)] {
        portal.wait(TimeDelta::minutes(wait));
        let mut tx = portal.tx().await;
        assert_eq!(case::end_idle_holds(&mut tx).await.unwrap(), ended);
        drop(tx.commit().await.unwrap());
    }
    let all = acts(&pool, id).await;
    let lapsed = all.iter().filter(|act| act.starts_with("case_hold_lapsed"));
    assert_eq!(lapsed.count(), 1, "{all:?}");
    // The applicant hears nothing of who held it.
    let case = seen(&portal, &ani, id).await.unwrap();
    let mut read = portal.db().read().await.unwrap();
    let granted = policy::read(&ani.actor().await, &case).unwrap();
    let told = case::timeline(&mut read, portal.db().vault(), &granted)
        .await
        .unwrap();
    let inner = [Act::CaseHeld, Act::CaseHoldLapsed, Act::CaseTakenOver];
    assert!(!told.iter().any(|entry| inner.contains(&entry.act)));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_signs_out_lets_go(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let (board, other) = (
        portal.coordinator().await,
        portal.person("Other", Role::Coordinator).await,
    );
    let id = held(&portal, &ani, &board, "Haus").await;
    let kept = held(&portal, &ani, &other, "Kept").await;
    board.post("/sign-out", &[]).await.is(303);
    let case = seen(&portal, &other, id).await.unwrap();
    assert_eq!(case.stage, Stage::InReview { held: None });
    let case = seen(&portal, &other, kept).await.unwrap();
    assert!(case.stage.holding().is_some());
    let all = acts(&pool, id).await;
    assert_eq!(all.last().unwrap(), "case_released coordinator");
}
