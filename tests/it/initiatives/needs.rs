//! What an initiative needs: who offers such a thing, and the board's word that it is there.

use concord::initiative::WantSide;
use concord::notice::LetterKind;
use concord::values::{InitiativeRole, Need};
use sqlx::PgPool;

use super::{db_carried, db_published};
use crate::portal::{Browser, Portal};
use crate::teams::{of_home, owned};
use crate::workbench::initiative;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn beside_a_need_stands_who_offers_such_a_thing_and_the_word_that_it_is_met(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let home = owned(&portal, &ani, "Nor Dprots").await;
    let (organization, _) = of_home(&portal, &home).await;
    let id = initiative(&portal, "School", "DE", (WantSide::Need, Need::Venue)).await;
    let hall = initiative(
        &portal,
        "Hall of Lyon",
        "FR",
        (WantSide::Offer, Need::Venue),
    )
    .await;
    initiative(&portal, "Lawyers", "DE", (WantSide::Offer, Need::Legal)).await;
    let mut tx = portal.tx().await;
    db_carried(&mut tx, id, organization, InitiativeRole::Lead).await;
    drop(tx.commit().await.unwrap());
    db_published(&portal, id).await;
    portal.letters().await;

    let bench = board.get("/desk/workbench/needs").await.is(200);
    let needs = bench.attribute("main .app-results a[href$='/needs']", "href");
    let page = board.get(&needs).await.is(200);
    let offered = page.select("main .app-card li > a.govuk-link:first-child");
    assert_eq!(offered, ["Hall of Lyon"], "{}", page.text());
    assert!(page.text().contains("same field of work"));
    assert!(
        page.body
            .contains(&format!("/desk/initiatives/{id}/links?with={hall}"))
    );

    let met = page.attribute("main form[action*='/needs/']", "action");
    let long = "x".repeat(1_001);
    let wrong = page
        .submit_to(&met, &[("met", "yes"), ("words-0", &long)])
        .await
        .is(422);
    assert_eq!(wrong.wrong_fields(), ["words-0"]);
    page.submit_to(&met, &[("met", "perhaps")]).await.is(422);
    let words = [
        ("met", "yes"),
        ("words-0", "The town lends its <b>hall</b>."),
    ];
    let (one, two) = tokio::join!(page.submit_to(&met, &words), page.submit_to(&met, &words));
    let mut both = [one.status.as_u16(), two.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
    let late = if one.status.as_u16() == 409 { one } else { two };
    assert_eq!(late.value("words-0"), "The town lends its <b>hall</b>.");
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::InitiativeNeedMet);
    assert_eq!(letter.to, ani.email());
    assert!(
        letter.text.contains("The town lends its <b>hall</b>."),
        "{}",
        letter.text
    );
    let bench = board.get("/desk/workbench/needs").await.is(200);
    assert!(!bench.text().contains("School"));
    let public = portal
        .visitor()
        .get(format!("/initiatives/{id}"))
        .await
        .is(200);
    assert_eq!(public.select("main .govuk-summary-list .app-tag"), ["Met"]);
    assert!(!public.body.contains("\"seeks\""));

    let page = board.get(&needs).await.is(200);
    page.submit_to(&met, &[("met", "no")]).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::InitiativeNeedOpen);
    let bench = board.get("/desk/workbench/needs").await.is(200);
    assert!(bench.text().contains("School"));
    board
        .post(format!("{needs}/7"), &[("met", "yes"), ("seen", "x")])
        .await
        .is(404);

    let auditor = portal.auditor().await;
    let page = auditor.get(&needs).await.is(200);
    assert!(page.select("main form").is_empty());
    auditor.post(&met, &words).await.is(403);
    for who in [&ani, &portal.post_officer(&["DE"]).await] {
        who.get(&needs).await.is(404);
        who.post(&met, &words).await.is(404);
    }
}

/// A need that is met and open again, for the table of acts.
pub async fn settled(portal: &Portal, board: &Browser) {
    let id = initiative(
        portal,
        "Choir of the West",
        "DE",
        (WantSide::Need, Need::Venue),
    )
    .await;
    let needs = format!("/desk/initiatives/{id}/needs");
    for met in ["yes", "no"] {
        let page = board.get(&needs).await.is(200);
        let words = [("met", met), ("words-0", "The town says so.")];
        page.submit_to(&format!("{needs}/0"), &words).await.is(303);
    }
}
