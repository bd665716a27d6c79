//! Coordinators: giving an organization into somebody's hands.

use concord::db::MIGRATOR;
use sqlx::PgPool;

use super::consents::joins;
use super::registered;
use crate::portal::Portal;

#[sqlx::test(migrator = "MIGRATOR")]
async fn an_organization_is_given_into_somebodys_hands_handed_over_and_let_go(pool: PgPool) {
    let portal = Portal::new(pool);
    let (_, number) = registered(&portal, "Nor Keank", "FR").await;
    let (coordinator, chair) = (portal.coordinator().await, portal.chair().await);
    let of = format!("/desk/organizations/{number}");
    let form = coordinator.get(format!("{of}/coordinator")).await.is(200);
    let first = coordinator.account().to_string();
    let page = form.submit(&[("coordinator", &first)]).await.is(303);
    assert!(page.follow().await.text().contains("Coordinator assigned"));

    let form = chair.get(format!("{of}/coordinator")).await.is(200);
    assert_eq!(form.value("coordinator"), first);
    let second = chair.account().to_string();
    form.submit(&[("coordinator", &second)]).await.is(303);
    // The same form again: what it saw is not so any more.
    form.submit(&[("coordinator", &first)]).await.is(409);

    let page = coordinator.get(&of).await.is(200);
    let release = format!("{of}/coordinator/release");
    let page = page.submit_to(&release, &[]).await.is(303).follow().await;
    assert!(
        page.text()
            .contains("Nobody looks after this organization yet")
    );
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn nobody_outside_the_board_can_be_assigned(pool: PgPool) {
    let portal = Portal::new(pool);
    let (_, number) = registered(&portal, "Nor Keank", "FR").await;
    let coordinator = portal.coordinator().await;
    let member = portal.member("Ani").await.account().to_string();
    let action = format!("/desk/organizations/{number}/coordinator");
    for to in [member.as_str(), "", "nobody"] {
        let page = coordinator
            .post(&action, &[("coordinator", to)])
            .await
            .is(422);
        assert_eq!(page.wrong_fields(), ["coordinator"], "{to}");
    }
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn nobody_looks_after_an_organization_of_their_own_or_puts_it_into_a_group(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (_, number) = registered(&portal, "Nor Keank", "FR").await;
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    joins(&pool, &board, number).await;
    let action = format!("/desk/organizations/{number}/coordinator");
    let own = board.account().to_string();
    // Neither by their own hand nor by a colleague's.
    for who in [&board, &chair] {
        let page = who.post(&action, &[("coordinator", &own)]).await.is(422);
        assert_eq!(page.wrong_fields(), ["coordinator"]);
        assert!(page.text().contains("their own"), "{}", page.text());
    }
    let colleague = chair.account().to_string();
    chair
        .post(&action, &[("coordinator", &colleague)])
        .await
        .is(303);

    let page = board.get("/desk/groups/new").await.is(200);
    let fields = [
        ("kind", "council"),
        ("name-0-text", "Council"),
        ("name-0-language", "en"),
    ];
    let group = page.submit(&fields).await.is(303).location().to_owned();
    let members = format!("{group}/members");
    let number = number.to_string();
    let fields = [("number", number.as_str()), ("role", "chair")];
    let page = board.post(&members, &fields).await.is(422);
    assert_eq!(page.wrong_fields(), ["number"]);
    let there = format!("/desk/organizations/{number}/memberships");
    let id = group.rsplit('/').next().unwrap();
    let fields = [("group", id), ("role", "chair")];
    let page = board.post(&there, &fields).await.is(422);
    assert_eq!(page.wrong_fields(), ["group"]);
    chair.post(&there, &fields).await.is(303);
}
