//! Initiatives: adding, joining, publishing, finding.

use concord::db::MIGRATOR;
use concord::values::InitiativeRole;
use sqlx::PgPool;

use super::registered;
use crate::initiatives::db_carried;
use crate::portal::Portal;

#[sqlx::test(migrator = "MIGRATOR")]
async fn an_initiative_is_added_organizations_are_asked_and_it_is_published_and_found(
    pool: PgPool,
) {
    let portal = Portal::new(pool);
    let (lead_id, lead) = registered(&portal, "Nor Keank", "FR").await;
    let (_, partner) = registered(&portal, "Hay Tun", "DE").await;
    let coordinator = portal.coordinator().await;
    let form = coordinator.get("/desk/initiatives/new").await.is(200);
    let lead = lead.to_string();
    let fields = [
        ("text-0-title", "Школа каштана"),
        ("text-0-language", "ru"),
        ("text-0-summary", "Сажаем деревья."),
        ("lead", lead.as_str()),
        ("stage", "under-way"),
        ("areas", "environment"),
        ("host-0-country", "FR"),
        ("starts_on-day", "1"),
        ("starts_on-month", "3"),
        ("starts_on-year", "2026"),
    ];
    let page = form.submit(&fields).await.is(303);
    let at_desk = page.location().to_owned();
    let public = at_desk.replacen("/desk", "", 1);
    portal.visitor().get(&public).await.is(404);

    let id = at_desk.rsplit('/').next().unwrap();
    let of = format!("/desk/organizations/{partner}");
    let form = coordinator.get(format!("{of}/initiatives")).await.is(200);
    let fields = [("initiative", id), ("role", "partner")];
    let page = form.submit(&fields).await.is(303);
    assert_eq!(page.location(), at_desk);
    let page = page.follow().await.is(200);
    assert!(page.text().contains("Hay Tun") && page.text().contains("Not answered yet"));
    let again = form.submit(&fields).await.is(422);
    assert_eq!(again.wrong_fields(), ["initiative"]);

    let page = coordinator.get(&at_desk).await.is(200);
    assert!(page.text().contains("Hay Tun"));
    // Nobody carries an initiative without having said so, and what nobody carries is not published.
    let publication = format!("{at_desk}/publication");
    assert!(!page.has(&format!("form[action='{publication}']")));
    let refused = coordinator.post(&publication, &[]).await.is(422);
    assert_eq!(refused.wrong_fields(), ["number"]);
    assert!(refused.text().contains("No organization leads this"));
    portal.visitor().get(&public).await.is(404);
    let mut tx = portal.tx().await;
    let of = concord::organization::mention_by_number(&mut tx, partner).await;
    let (of, id) = (of.unwrap().unwrap().id, id.parse().unwrap());
    db_carried(&mut tx, id, of, InitiativeRole::Partner).await;
    drop(tx.commit().await.unwrap());
    // A partner is no lead.
    coordinator.post(&publication, &[]).await.is(422);
    let mut tx = portal.tx().await;
    db_carried(&mut tx, id, lead_id, InitiativeRole::Lead).await;
    drop(tx.commit().await.unwrap());
    let page = coordinator.get(&at_desk).await.is(200);
    page.submit_to(&publication, &[]).await.is(303);
    coordinator.post(&publication, &[]).await.is(409);
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("Сажаем деревья."), "{}", page.text());
    assert!(page.text().contains("Hay Tun") && page.text().contains("Nor Keank"));
    assert!(page.has("script[type='application/ld+json']"));

    let found = coordinator.get("/desk/initiatives?q=shkola").await.is(200);
    assert!(found.text().contains("Школа каштана"), "{}", found.text());
    let none = coordinator
        .get("/desk/initiatives?q=zzz&stage=done")
        .await
        .is(200);
    assert!(!none.text().contains("Школа каштана"));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_form_with_mistakes_comes_back_with_all_of_them(pool: PgPool) {
    let portal = Portal::new(pool);
    let coordinator = portal.coordinator().await;
    let fields = [
        ("text-0-title", ""),
        ("text-1-summary", "A summary without a title"),
        ("lead", "CR-0000017-4"),
        ("starts_on-day", "31"),
        ("starts_on-month", "2"),
        ("starts_on-year", "2026"),
    ];
    let page = coordinator.post("/desk/initiatives", &fields).await.is(422);
    let wrong = page.wrong_fields();
    for field in ["text-0-title", "text-1-title", "lead", "stage", "starts_on"] {
        assert!(wrong.iter().any(|it| it == field), "{field} in {wrong:?}");
    }
}
