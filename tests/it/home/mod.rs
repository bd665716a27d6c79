//! What somebody has here.

mod officer;
mod waiting;

use concord::case::Answer;
use sqlx::PgPool;

use crate::portal::Portal;
use crate::registrations::{answered, submitted};

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn somebody_new_is_told_what_to_do_next(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let page = ani.get("/home").await.is(200);
    assert!(page.has(".app-empty"));
    assert_eq!(page.link("Register an organization"), "/registrations/new");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_organization_is_for_its_own_team(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    answered(&portal, &portal.coordinator().await, &case, Answer::Accept).await;
    portal.letters().await;
    let number = ani.get(&case).await.first("main a.govuk-link .app-code");
    let address = format!("/home/organizations/{number}");
    ani.get(&address).await.is(200);
    let stranger = portal.visitor().get(&address).await.is(303);
    assert!(stranger.location().starts_with("/sign-in"));
    portal.member("Vahan").await.get(&address).await.is(404);
    portal.coordinator().await.get(&address).await.is(404);
    for wrong in ["CR-0000001-0", "x", "%00"] {
        ani.get(format!("/home/organizations/{wrong}"))
            .await
            .is(404);
    }
}
