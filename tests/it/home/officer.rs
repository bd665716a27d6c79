//! What waits at the desk, on the page of whoever works there.

use chrono::TimeDelta;
use concord::case::Answer;
use concord::values::Role;
use sqlx::PgPool;

use crate::portal::{Browser, Portal};
use crate::registrations::{answered, id_of, prose, submitted};

async fn at_desk(browser: &Browser) -> Vec<String> {
    let page = browser.get("/home").await.is(200);
    page.select("#desk + .app-todo > li")
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_coordinator_is_told_of_what_they_hold_what_is_late_and_what_nobody_took(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let board = portal.coordinator().await;
    let page = board.get("/home").await.is(200);
    assert!(page.text().contains("Nothing waits for you at the desk."));
    assert!(!page.has("#waiting"), "they have nothing of their own");
    let mut last = String::new();
    for _ in 0..5 {
        last = submitted(&portal, &ani).await;
    }
    board.post("/desk/next", &[]).await.is(303);
    assert_eq!(
        at_desk(&board).await,
        [
            "You have held Haus der Armenier since 24 November 2026. Go on with it: Haus der Armenier",
            "4 cases wait for somebody to take them. Take the next one",
        ]
    );
    for _ in 0..4 {
        board.post("/desk/next", &[]).await.is(303);
    }
    let held = at_desk(&board).await;
    assert_eq!(held.len(), 4, "{held:?}");
    assert!(held[3].starts_with("You hold 2 more cases."), "{held:?}");
    portal.wait(TimeDelta::days(43));
    let late = at_desk(&portal.coordinator().await).await;
    assert!(
        late[0].starts_with("5 cases have waited for an answer longer than the board promises."),
        "{late:?}"
    );
    // What nobody worked on for so long is in nobody's hands.
    assert!(late[1].starts_with("5 cases wait for somebody"), "{late:?}");
    // Whoever reads alone is asked nothing.
    for reader in [portal.admin().await, portal.auditor().await] {
        let page = reader.get("/home").await.is(200);
        assert!(page.text().contains("You can read everything there."));
        assert_eq!(page.link("Go to the desk"), "/desk");
    }
    assert!(last.starts_with("/cases/"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_post_is_told_whose_opinion_is_wanted_by_when(pool: PgPool) {
    let portal = Portal::new(pool);
    let berlin = portal.post_officer(&["DE"]).await;
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    let waiting = at_desk(&berlin).await;
    assert_eq!(
        waiting,
        [
            "Your opinion on Haus der Armenier is wanted by 14 December 2026. Give it: Haus der Armenier"
        ]
    );
    let page = berlin.get("/home").await.is(200);
    assert_eq!(
        page.link("Give it: Haus der Armenier"),
        format!("/desk/cases/{}/opinion", id_of(&case))
    );
    let page = portal
        .post_officer(&["FR"])
        .await
        .get("/home")
        .await
        .is(200);
    assert!(!page.text().contains("Haus der Armenier"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_appeal_waits_for_a_chair_who_did_not_refuse(pool: PgPool) {
    let portal = Portal::new(pool);
    let chair = portal.chair().await;
    let other = portal.person("Other chair", Role::Chair).await;
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    let words = prose("No members.");
    answered(&portal, &chair, &case, Answer::Refuse { words }).await;
    let appeal = ani.get(format!("{case}/appeal")).await.is(200);
    appeal.submit(&[("why", "It has.")]).await.is(303);
    portal.letters().await;
    assert!(at_desk(&chair).await.is_empty());
    assert!(at_desk(&portal.coordinator().await).await.is_empty());
    let waiting = at_desk(&other).await;
    assert!(waiting[0].starts_with("An appeal about Haus der Armenier has waited"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_at_the_desk_is_told_to_judge_their_own(pool: PgPool) {
    let portal = Portal::new(pool);
    let board = portal.coordinator().await;
    submitted(&portal, &board).await;
    assert!(at_desk(&board).await.is_empty());
    let page = board.get("/home").await.is(200);
    assert!(page.text().contains("is with the board"), "{}", page.text());
}
