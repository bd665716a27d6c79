//! Claiming an organization that nobody looks after.

use concord::case::{self, Answer};
use concord::ids::CaseId;
use concord::notice::LetterKind;
use concord::organization;
use concord::values::TeamRole;
use sqlx::PgPool;

use crate::cases::{decide, particulars, prose, take};
use crate::portal::{Browser, Portal};
use crate::teams::{owned, role};

/// An organization that came from a roster, as it were: nobody is in its team.
async fn listed(portal: &Portal, name: &str) -> String {
    let mut tx = portal.tx().await;
    let by = concord::actor::Actor::System;
    let (_, number) = organization::register(&mut tx, &by, &particulars(name, "FR"), None)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    format!("/organizations/{number}/claim")
}

/// Claims in the browser; the id of the case.
async fn claim(portal: &Portal, who: &Browser, address: &str) -> CaseId {
    let page = who.get(address).await.is(200);
    let evidence = [("evidence", "I am its treasurer since 2019.")];
    let page = page.submit(&evidence).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::CaseSubmitted);
    page.location().split('/').nth(2).unwrap().parse().unwrap()
}

fn team_of(address: &str) -> String {
    format!("/home{}", address.replace("/claim", "/team"))
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_claimant_who_convinces_the_board_is_the_owner(pool: PgPool) {
    let portal = Portal::new(pool);
    let address = listed(&portal, "Haus").await;
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let join_page = ani.get(address.replace("/claim", "/join")).await.is(200);
    assert_eq!(join_page.link("Claim it"), address);
    let page = ani.get(&address).await.is(200);
    let page = page.submit(&[("evidence", "")]).await.is(422);
    assert_eq!(page.wrong_fields(), ["evidence"]);
    let id = claim(&portal, &ani, &address).await;
    // A second one leads to the first.
    assert_eq!(
        ani.get(&address).await.is(303).location(),
        format!("/cases/{id}")
    );
    let page = ani.get(format!("/cases/{id}")).await.is(200);
    assert!(page.text().contains("I am its treasurer"));
    assert!(
        !page.text().contains("+49 221"),
        "contacts for the board alone are not the claimant's"
    );

    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(page.text().contains("I am its treasurer"));
    assert!(page.text().contains("Claim"));
    take(&portal, &board, id).await;
    let page = board
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(200);
    page.submit(&[("answer", "accepted")]).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::Accepted);
    assert_eq!(
        role(&portal, &team_of(&address), &ani).await,
        Some(TeamRole::Owner)
    );
    ani.get(team_of(&address)).await.is(200);
    let page = portal.member("Vahan").await.get(&address).await.is(200);
    assert!(
        page.text()
            .contains("Somebody looks after this organization already")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_claims_show_each_other_and_the_second_can_only_join(pool: PgPool) {
    let portal = Portal::new(pool);
    let address = listed(&portal, "Haus").await;
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let board = portal.coordinator().await;
    let first = claim(&portal, &ani, &address).await;
    let second = claim(&portal, &vahan, &address).await;
    for (one, other) in [(first, second), (second, first)] {
        let page = board.get(format!("/desk/cases/{one}")).await.is(200);
        assert!(page.has(&format!("a[href='/desk/cases/{other}']")));
    }
    // Claimants know nothing of each other.
    ani.get(format!("/cases/{second}")).await.is(404);
    let page = ani.get(format!("/cases/{first}")).await.is(200);
    assert!(!page.has(&format!("a[href*='{second}']")));
    take(&portal, &board, first).await;
    decide(&portal, &board, first, Answer::Accept).await;
    portal.letters().await;
    // Nothing happened to the second, and the new owner does not see it.
    ani.get(format!("/cases/{second}")).await.is(404);
    assert!(!ani.get("/home").await.text().contains("Claim Submitted"));
    take(&portal, &board, second).await;
    let decision = format!("/desk/cases/{second}/decision");
    let page = board.get(&decision).await.is(200);
    page.submit(&[("answer", "accepted")]).await.is(409);
    assert_eq!(role(&portal, &team_of(&address), &vahan).await, None);

    let page = board.get(format!("/desk/cases/{second}")).await.is(200);
    assert!(page.text().contains("has an owner by now"));
    let joining = format!("/desk/cases/{second}/joining");
    page.submit_to(&joining, &[("joins_as", "owner")])
        .await
        .is(404);
    page.submit_to(&joining, &[("joins_as", "editor")])
        .await
        .is(303);
    assert!(
        vahan
            .get(format!("/cases/{second}"))
            .await
            .text()
            .contains("Editor")
    );
    let page = board.get(&decision).await.is(200);
    page.submit(&[("answer", "accepted")]).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::Accepted);
    assert_eq!(
        role(&portal, &team_of(&address), &vahan).await,
        Some(TeamRole::Editor)
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_claims_that_are_accepted_at_once_make_one_owner(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let address = listed(&portal, "Haus").await;
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let board = portal.coordinator().await;
    let page = ani.get(&address).await.is(200);
    let evidence = [("evidence", "I am.")];
    let (one, other) = tokio::join!(page.submit(&evidence), page.submit(&evidence));
    assert_eq!(
        one.location(),
        other.location(),
        "a double click is one claim"
    );
    let page = vahan.get(&address).await.is(200);
    let second = page.submit(&evidence).await.is(303);
    let mut decisions = Vec::new();
    for receipt in [one.location(), second.location()] {
        let id: CaseId = receipt.split('/').nth(2).unwrap().parse().unwrap();
        take(&portal, &board, id).await;
        decisions.push(
            board
                .get(format!("/desk/cases/{id}/decision"))
                .await
                .is(200),
        );
    }
    let accept = [("answer", "accepted")];
    let (one, other) = tokio::join!(decisions[0].submit(&accept), decisions[1].submit(&accept));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let owners = [
        role(&portal, &team_of(&address), &ani).await,
        role(&portal, &team_of(&address), &vahan).await,
    ];
    assert_eq!(owners.iter().flatten().count(), 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_claim_that_comes_back_is_answered_with_better_evidence(pool: PgPool) {
    let portal = Portal::new(pool);
    let address = listed(&portal, "Haus").await;
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = claim(&portal, &ani, &address).await;
    take(&portal, &board, id).await;
    let due = portal.now().date_naive() + chrono::Days::new(20);
    let words = Some(prose("Who can confirm it?"));
    let ask = Answer::RequestChanges {
        words,
        notes: Vec::new(),
        due,
    };
    decide(&portal, &board, id, ask).await;
    assert_eq!(portal.letter().await.kind, LetterKind::ChangesRequested);
    let page = ani
        .get(format!("/cases/{id}/form"))
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(page.text().contains("Who can confirm it?"));
    assert_eq!(page.value("evidence"), "I am its treasurer since 2019.");
    page.submit(&[("evidence", "The court register does.")])
        .await
        .is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::CaseSubmitted);
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(page.text().contains("The court register does."));
    portal
        .member("Vahan")
        .await
        .get(format!("/cases/{id}/evidence"))
        .await
        .is(404);
    board.get(format!("/cases/{id}/evidence")).await.is(403);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_has_an_owner_is_not_claimed_and_nobody_of_the_team_judges(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let address = home.replace("/home/", "/").replace("/team", "/claim");
    let vahan = portal.member("Vahan").await;
    let page = vahan.get(&address).await.is(200);
    assert!(!page.has("textarea"));
    vahan.post(&address, &[("evidence", "I am.")]).await.is(409);
    portal.auditor().await.get(&address).await.is(403);
    portal
        .visitor()
        .post(&address, &[("evidence", "x")])
        .await
        .is(401);

    // A coordinator with a seat in the team of what is claimed has no part in the decision.
    let address = listed(&portal, "Brücke").await;
    let id = claim(&portal, &vahan, &address).await;
    let board = portal.coordinator().await;
    let mut tx = portal.tx().await;
    let of = crate::teams::of_home(&portal, &team_of(&address)).await;
    let by = concord::actor::Actor::System;
    organization::team::join(&mut tx, &by, of, board.account(), TeamRole::Reader)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    board.get(format!("/desk/cases/{id}")).await.is(404);
    board
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(403);
    let mut read = portal.db().read().await.unwrap();
    let found = case::find(&mut read, &board.actor().await, id)
        .await
        .unwrap();
    assert!(found.concerns(board.account()));
}
