//! Whose it is: to others a case is not there, and strangers are asked to sign in.

use concord::values::Role;
use sqlx::PgPool;

use super::{ASKED, asked, case_at, start, submitted};
use crate::portal::Portal;

const PAGES: [&str; 7] = [
    "",
    "/form",
    "/form/names",
    "/answers",
    "/receipt",
    "/withdrawal",
    "/appeal",
];
const ACTS: [&str; 5] = [
    "/form/names",
    "/submission",
    "/messages",
    "/withdrawal",
    "/appeal",
];

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn another_person_s_draft_is_not_there(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let form = start(&ani).await;
    let case = case_at(&form);
    let others = [
        portal.member("Vahan").await,
        portal.coordinator().await,
        portal.post_officer(&["DE"]).await,
        portal.auditor().await,
    ];
    for other in others {
        for page in PAGES {
            other.get(format!("{case}{page}")).await.is(404);
        }
        for act in ACTS {
            other.post(format!("{case}{act}"), &[]).await.is(404);
        }
    }
    for address in [
        "/cases/0197b4a0-0000-7000-8000-000000000000",
        "/cases/1",
        "/cases/%00",
    ] {
        ani.get(address).await.is(404);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_board_sees_a_submitted_case_and_writes_nothing_for_the_applicant(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    let board = portal.coordinator().await;
    assert_eq!(
        board.get(&case).await.is(303).location(),
        format!("/desk{case}")
    );
    for page in ["/form", "/form/names", "/answers", "/withdrawal"] {
        board.get(format!("{case}{page}")).await.is(403);
    }
    for act in ACTS {
        board
            .post(format!("{case}{act}"), &[("body", "x")])
            .await
            .is(403);
    }
    let vahan = portal.member("Vahan").await;
    vahan.get(&case).await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_stranger_is_asked_to_sign_in(pool: PgPool) {
    let portal = Portal::new(pool);
    let stranger = portal.visitor();
    let page = asked(&stranger, ASKED).await.is(200);
    let sign_in = page.attribute("main a[role=button]", "href");
    assert!(
        sign_in.starts_with("/sign-in?back=%2Fregistrations%2Fnew%3Fname%3DHaus"),
        "{sign_in}"
    );
    stranger.post("/registrations", &[]).await.is(401);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    for page in PAGES {
        let page = stranger.get(format!("{case}{page}")).await.is(303);
        assert!(page.location().starts_with("/sign-in?back="));
    }
    for act in ACTS {
        stranger.post(format!("{case}{act}"), &[]).await.is(401);
    }
    stranger.get("/home").await.is(303);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_auditor_starts_nothing(pool: PgPool) {
    let portal = Portal::new(pool);
    let auditor = portal.person("Auditor", Role::Auditor).await;
    auditor.post("/registrations", &[]).await.is(403);
}
