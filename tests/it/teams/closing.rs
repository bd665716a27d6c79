//! Closing an account gives its places in teams back, and no organization loses its last owner by it.

use concord::values::TeamRole;
use sqlx::PgPool;

use super::{home_of, join, owned, role};
use crate::portal::{PASSWORD, Portal};

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_only_owner_is_told_of_which_and_what_to_do(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let vahan = join(&portal, &ani, "Vahan", TeamRole::Editor).await;
    let page = ani.get("/account/closure").await.is(200);
    let page = page.submit(&[("password", PASSWORD)]).await.is(422);
    assert!(page.text().contains("Haus"), "{}", page.text());
    assert_eq!(page.link("Haus"), home);
    ani.get("/account").await.is(200);
    assert!(portal.letters().await.is_empty());
    // Whoever is not the only owner goes.
    let page = vahan.get("/account/closure").await.is(200);
    page.submit(&[("password", PASSWORD)]).await.is(303);
    assert_eq!(portal.letters().await.len(), 1);
    assert_eq!(role(&portal, &home, &vahan).await, None);
    let page = ani.get(&home).await.is(200);
    assert!(!page.text().contains("Vahan"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_owners_who_close_their_accounts_at_once_one_stays(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    for round in 0..3 {
        let names = [format!("One {round}"), format!("Other {round}")];
        let one = portal.member(&names[0]).await;
        owned(&portal, &one, "Haus").await;
        let home = home_of(&portal, &one).await;
        let other = join(&portal, &one, &names[1], TeamRole::Owner).await;
        let form = [("password", PASSWORD)];
        let (first, second) = tokio::join!(
            one.post("/account/closure", &form),
            other.post("/account/closure", &form)
        );
        let mut statuses = [first.status.as_u16(), second.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422], "round {round}");
        let left = [
            role(&portal, &home, &one).await,
            role(&portal, &home, &other).await,
        ];
        assert_eq!(left.iter().flatten().count(), 1);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn closing_and_leaving_at_once_leave_an_owner_too(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let vahan = join(&portal, &ani, "Vahan", TeamRole::Owner).await;
    let form = [("password", PASSWORD)];
    let leaving = format!("{home}/leaving");
    let (first, second) = tokio::join!(
        ani.post("/account/closure", &form),
        vahan.post(&leaving, &[])
    );
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422]);
}
