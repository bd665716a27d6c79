//! What the board changes of an initiative itself: it takes it off the public pages, and says what it is while no team can.

use concord::db::MIGRATOR;
use concord::initiative::WantSide;
use concord::notice::LetterKind;
use concord::values::{InitiativeRole, Need};
use sqlx::PgPool;

use super::{db_carried, db_published};
use crate::coordination::consents::joins;
use crate::portal::{Browser, Portal};
use crate::teams::{of_home, owned};
use crate::workbench::initiative;

#[sqlx::test(migrator = "MIGRATOR")]
async fn the_board_takes_it_off_the_public_pages_and_those_who_carry_it_hear_why(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let home = owned(&portal, &ani, "Nor Dprots").await;
    let (organization, _) = of_home(&portal, &home).await;
    let id = initiative(&portal, "School", "DE", (WantSide::Need, Need::Money)).await;
    let mut tx = portal.tx().await;
    db_carried(&mut tx, id, organization, InitiativeRole::Lead).await;
    drop(tx.commit().await.unwrap());
    db_published(&portal, id).await;
    portal.letters().await;
    let (desk, public) = (
        format!("/desk/initiatives/{id}"),
        format!("/initiatives/{id}"),
    );
    portal.visitor().get(&public).await.is(200);
    // Its team says what it is, not the board.
    let page = board.get(&desk).await.is(200);
    assert!(!page.body.contains(&format!("{desk}/facts")));
    let facts = board.get(format!("{desk}/facts")).await.is(200);
    facts.submit(&[("text-0-title", "Other")]).await.is(403);

    let take_off = format!("{desk}/unpublication");
    let page = board.get(&desk).await.is(200);
    let wrong = page.submit_to(&take_off, &[]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["unpublish_words"]);
    let words = [("unpublish_words", "It names a <b>child</b>.")];
    let (one, two) = tokio::join!(
        page.submit_to(&take_off, &words),
        page.submit_to(&take_off, &words)
    );
    let mut both = [one.status.as_u16(), two.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
    portal.visitor().get(&public).await.is(404);
    let list = portal.visitor().get("/initiatives").await.is(200);
    assert!(!list.body.contains(&id.to_string()));
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::InitiativeUnpublished);
    assert_eq!(letter.to, ani.email());
    assert!(letter.text.contains("It names a <b>child</b>."));
    let page = board.get(&desk).await.is(200);
    assert!(
        page.text()
            .contains("Initiative taken off the public pages")
    );
    for who in [&ani, &portal.auditor().await] {
        let status = who.post(&take_off, &words).await.status.as_u16();
        assert!(status == 404 || status == 403, "{status}");
    }
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn what_nobody_leads_the_board_corrects_and_two_at_once_lose_nothing(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let board = portal.coordinator().await;
    let id = initiative(&portal, "School", "DE", (WantSide::Need, Need::Money)).await;
    db_published(&portal, id).await;
    let desk = format!("/desk/initiatives/{id}");
    let page = board.get(&desk).await.is(200);
    let form = page.link("Change what it says");
    let (first, second) = (
        board.get(&form).await.is(200),
        board.get(&form).await.is(200),
    );
    let wrong = first.submit(&[("text-0-title", "")]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["text-0-title"]);
    first
        .submit(&[("text-0-title", "School of the North"), ("stage", "done")])
        .await
        .is(303);
    let page = portal.visitor().get(format!("/initiatives/{id}")).await;
    assert!(page.is(200).text().contains("School of the North"));
    // Whoever still had the old one is told, keeps what they typed, and sends it again.
    let again = second
        .submit(&[("text-0-title", "School of the South")])
        .await
        .is(409);
    assert!(again.body.contains("School of the South"));
    again.submit(&[]).await.is(303);
    let page = board.get(&desk).await.is(200);
    assert!(page.text().contains("School of the South"));
    for who in [portal.auditor().await, portal.member("Ani").await] {
        let status = who.get(&form).await.status.as_u16();
        assert!(status == 404 || status == 403, "{status}");
    }
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn nobody_of_the_board_publishes_what_an_organization_of_their_own_carries(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let home = owned(&portal, &ani, "Nor Dprots").await;
    let (organization, number) = of_home(&portal, &home).await;
    let id = initiative(&portal, "School", "DE", (WantSide::Need, Need::Money)).await;
    let mut tx = portal.tx().await;
    db_carried(&mut tx, id, organization, InitiativeRole::Lead).await;
    drop(tx.commit().await.unwrap());
    joins(&pool, &board, number).await;
    let (desk, public) = (
        format!("/desk/initiatives/{id}"),
        format!("/initiatives/{id}"),
    );
    let publish = format!("{desk}/publication");
    let page = board.get(&desk).await.is(200);
    assert!(!page.body.contains(&publish), "no button");
    board.post(&publish, &[]).await.is(403);
    portal.visitor().get(&public).await.is(404);
    let colleague = portal.chair().await;
    colleague.post(&publish, &[]).await.is(303);
    portal.visitor().get(&public).await.is(200);
    let words = [("unpublish_words", "Mine alone.")];
    board
        .post(format!("{desk}/unpublication"), &words)
        .await
        .is(403);
    board
        .post(format!("{desk}/needs/0"), &[("met", "yes")])
        .await
        .is(403);
    board.get(format!("{desk}/facts")).await.is(403);
    portal.visitor().get(&public).await.is(200);
}

/// An initiative that is taken off the public pages, for the table of acts.
pub async fn taken_down(portal: &Portal, board: &Browser) {
    let id = initiative(portal, "Taken down", "DE", (WantSide::Need, Need::Money)).await;
    db_published(portal, id).await;
    let words = [("unpublish_words", "It is not what it says.")];
    let path = format!("/desk/initiatives/{id}/unpublication");
    board.post(&path, &words).await.is(303);
}
