//! Splitting through the pages, and taking it back.

use concord::organization;
use concord::values::{RegistryNumber, Standing};
use sqlx::PgPool;

use super::{at, found, registered, split_off, undone};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn one_becomes_two_and_one_again(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let haus = registered(&portal, Some(&ani), "Haus und Chor").await;
    let before = found(&portal, haus).await;
    let board = portal.coordinator().await;
    let page = board.get(at(haus, "splits")).await.is(200);
    let wrong = page.submit(&[("name", "Haus und Chor")]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["name", "reason"]);
    let seat = ani.account().to_string();
    let fields = [
        ("name", "Chor"),
        ("reason", "Two clubs."),
        ("seats", &*seat),
    ];
    let page = wrong.submit(&fields).await.is(200);
    assert!(page.text().contains("Nothing is done yet.") && page.text().contains("Chor"));
    assert_eq!(found(&portal, haus).await.revision, before.revision);
    let page = page
        .submit(&[("confirmed", "yes")])
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(page.text().contains("One record became two"));
    let new = page
        .select("main .govuk-summary-list bdi.app-code")
        .remove(1);
    let chor = RegistryNumber::parse(&new).unwrap();
    let public = portal
        .visitor()
        .get(format!("/organizations/{chor}"))
        .await
        .is(200);
    assert!(public.text().contains("Chor"));
    ani.get(format!("/home/organizations/{chor}")).await.is(200);
    undone(&page).await;
    let old = portal
        .visitor()
        .get(format!("/organizations/{chor}"))
        .await
        .is(308);
    assert!(
        old.location()
            .starts_with(&format!("/organizations/{haus}"))
    );
    assert_eq!(found(&portal, haus).await.standing, Standing::Good);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_may_not_and_what_stands_in_the_way(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let haus = registered(&portal, Some(&ani), "Haus").await;
    for (who, status) in [
        (portal.visitor(), 303),
        (ani, 404),
        (portal.post_officer(&["DE"]).await, 403),
        (portal.auditor().await, 403),
    ] {
        who.get(at(haus, "splits")).await.is(status);
    }
    let board = portal.coordinator().await;
    let page = board.get(at(haus, "splits")).await.is(200);
    let page = page
        .submit(&[("name", "Chor"), ("reason", "Two.")])
        .await
        .is(200);
    // Somebody else was faster.
    split_off(&portal.chair().await, haus, "Chor").await;
    let seen = found(&portal, haus).await;
    let mut tx = portal.tx().await;
    let mut said = crate::cases::particulars("Haus", "DE");
    said.community = Some(crate::cases::line("Armenians of Köln"));
    organization::update(&mut tx, &concord::actor::Actor::System, &seen, &said)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    let late = page.submit(&[("confirmed", "yes")]).await.is(409);
    assert!(late.text().contains("was changed while you were here"));
    assert_eq!(late.value("name"), "Chor");
}
