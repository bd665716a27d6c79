//! Sign-ins that last, and that end.

use chrono::TimeDelta;
use concord::actor::Actor;
use sqlx::PgPool;

use super::sign_in;
use crate::portal::{Browser, PASSWORD, Portal};

async fn is_signed_in(browser: &Browser) -> bool {
    matches!(browser.actor().await, Actor::Person(_))
}

/// A browser that signed in by the form: such sessions end as the role says.
async fn signed_in(portal: &Portal, known: &Browser) -> Browser {
    let browser = portal.visitor();
    sign_in(&browser, known.email(), PASSWORD).await.is(303);
    browser
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_session_that_nobody_uses_ends_and_the_board_s_sooner(pool: PgPool) {
    let portal = Portal::new(pool);
    let member = signed_in(&portal, &portal.member("Ani").await).await;
    let chair = signed_in(&portal, &portal.chair().await).await;
    portal.wait(TimeDelta::minutes(119));
    assert!(is_signed_in(&member).await && is_signed_in(&chair).await);
    portal.wait(TimeDelta::minutes(120));
    assert!(is_signed_in(&member).await);
    assert!(!is_signed_in(&chair).await);
    portal.wait(TimeDelta::hours(12));
    assert!(!is_signed_in(&member).await);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn no_session_lasts_for_ever_however_much_it_is_used(pool: PgPool) {
    let portal = Portal::new(pool);
    let member = signed_in(&portal, &portal.member("Ani").await).await;
    let chair = signed_in(&portal, &portal.chair().await).await;
    for hour in 1..=24 * 14 {
        portal.wait(TimeDelta::hours(1));
        assert_eq!(is_signed_in(&chair).await, hour < 24, "{hour}");
        assert_eq!(is_signed_in(&member).await, hour < 24 * 14, "{hour}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn use_is_noted_every_five_minutes_at_most(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = signed_in(&portal, &portal.member("Ani").await).await;
    let began = portal.now();
    let seen = async || {
        sqlx::query_scalar::<_, chrono::DateTime<chrono::Utc>>(
            "select max(seen_at) from sessions where agent = ''",
        )
        .fetch_one(portal.db_pool())
        .await
        .unwrap()
    };
    portal.wait(TimeDelta::minutes(4));
    ani.get("/account").await.is(200);
    assert_eq!(seen().await, began);
    portal.wait(TimeDelta::minutes(1));
    ani.get("/account").await.is(200);
    assert_eq!(seen().await, portal.now());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn one_sees_one_s_sessions_and_ends_them(pool: PgPool) {
    let portal = Portal::new(pool);
    let here = portal.member("Ani").await;
    let there = portal.member("Ani").await;
    let page = here.get("/account").await.is(200);
    let rows = page.select("tbody tr th");
    assert_eq!(rows.len(), 2);
    assert_eq!(
        rows.iter().filter(|row| row.contains("this one")).count(),
        1
    );
    let actions = page.attributes("tbody form", "action");
    let other = rows
        .iter()
        .position(|row| !row.contains("this one"))
        .unwrap();
    let page = page.submit_to(&actions[other], &[]).await.is(303);
    assert!(
        page.follow()
            .await
            .is(200)
            .text()
            .contains("The session has ended")
    );
    assert!(is_signed_in(&here).await);
    assert!(!is_signed_in(&there).await);
    here.post(&actions[other], &[]).await.is(404);
    let page = here.get("/account").await;
    let own = page.attribute("tbody form", "action");
    let page = page.submit_to(&own, &[]).await.is(303);
    assert_eq!(page.location(), "/sign-in");
    assert!(!is_signed_in(&here).await);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_ends_somebody_else_s_session(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let action = ani.get("/account").await.attribute("tbody form", "action");
    portal
        .member("Levon")
        .await
        .post(&action, &[])
        .await
        .is(404);
    portal.admin().await.post(&action, &[]).await.is(404);
    assert!(is_signed_in(&ani).await);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_made_up_token_is_nobody(pool: PgPool) {
    let portal = Portal::new(pool);
    let browser = portal.visitor();
    for token in ["", "x", &"a".repeat(43), &"a".repeat(5000), "%00", "a b"] {
        browser.set_cookie("concord-session", token);
        assert!(!is_signed_in(&browser).await);
        browser.get("/account").await.is(303);
    }
}
