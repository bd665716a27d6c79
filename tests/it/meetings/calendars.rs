//! Calendars that ask for meetings at a secret address, of teams and of leaders.

use chrono::TimeDelta;
use concord::db::MIGRATOR;
use concord::leader::{self, ConsentPurpose, Withdrawn};
use sqlx::PgPool;

use super::{called, club};
use crate::coordination::consents::{agree, leader};
use crate::coordination::joining::{add, group};
use crate::portal::{Page, Portal};
use crate::teams::join;

/// The path of the address that a page shows this once.
pub fn address(page: &Page) -> String {
    let address = page.first(".govuk-inset-text .app-code");
    format!("/calendars/{}", address.rsplit('/').next().unwrap())
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_calendar_asks_at_a_secret_address_until_it_is_revoked(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    called(&board, &club.group, &[]).await.is(303);
    portal.letters().await;
    let at = format!("/home/organizations/{}/meetings", club.number);
    let make = format!("/home/organizations/{}/calendar", club.number);
    let page = ani.get(&at).await.is(200);
    let page = page.submit_to(&make, &[]).await.is(200);
    let path = address(&page);
    assert!(!ani.get(&at).await.body.contains(&path), "it is shown once");
    let visitor = portal.visitor();
    let calendar = visitor.get(&path).await.is(200);
    assert!(calendar.header("content-type").starts_with("text/calendar"));
    let text = calendar.body.replace("\r\n ", "");
    for line in [
        "METHOD:PUBLISH",
        "DTSTART:20261208T103000Z",
        "SUMMARY:Meeting: Council of Choirs",
        "LOCATION:Great hall\\, <second> floor",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    let wrong = format!("/calendars/{}", "a".repeat(43));
    visitor.get(&wrong).await.is(404);
    // A new address is the end of the old one.
    let page = ani.post(&make, &[]).await.is(200);
    let newer = address(&page);
    visitor.get(&path).await.is(404);
    visitor.get(&newer).await.is(200);
    ani.post(format!("{make}/revocation"), &[]).await.is(303);
    visitor.get(&newer).await.is(404);
    // Whoever is in no team has none.
    portal
        .member("Stranger")
        .await
        .post(&make, &[])
        .await
        .is(404);
    let levon = join(&portal, &ani, "Levon", concord::values::TeamRole::Reader).await;
    let page = levon.post(&make, &[]).await.is(200);
    let his = address(&page);
    visitor.get(&his).await.is(200);
    let team = format!("/home/organizations/{}/team", club.number);
    levon.post(format!("{team}/leaving"), &[]).await.is(303);
    portal.letters().await;
    visitor.get(&his).await.is(404);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_leader_has_a_calendar_of_where_they_sit_while_they_agree_to_be_invited(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (id, number, owner) = leader(&portal).await;
    let board = portal.coordinator().await;
    let council = group(&board, "Council of Choirs", "notice").await;
    add(&board, &council, number, &[("seat", "president")])
        .await
        .is(303);
    let other = group(&board, "Others", "notice").await;
    called(&board, &council, &[]).await.is(303);
    called(&board, &other, &[]).await.is(303);
    let vault = portal.tx().await.vault();
    let link = format!("/consents/{}", leader::consent_token(&vault, id, 0));
    let visitor = portal.visitor();
    let make = format!("{link}/calendar");
    let page = visitor.get(&link).await.is(200);
    let page = page.submit_to(&make, &[]).await.is(200);
    let path = address(&page);
    assert!(!visitor.get(&link).await.body.contains(&path));
    // They have not agreed to be invited: there is nothing in it.
    let meetings = async |path: &str| {
        let calendar = visitor.get(path).await.is(200);
        calendar.body.matches("BEGIN:VEVENT").count()
    };
    assert_eq!(meetings(&path).await, 0);
    agree(&board, number, id, &[("invitations", "name")]).await;
    assert_eq!(
        meetings(&path).await,
        1,
        "where they do not sit they are not"
    );
    let text = visitor.get(&path).await.body.replace("\r\n ", "");
    assert!(
        text.contains("SUMMARY:Заседание группы: Council of Choirs"),
        "{text}"
    );
    // What is withdrawn is gone in the next request.
    let can = leader::policy::keep_consents(&board.actor().await, false).unwrap();
    let mut tx = portal.tx().await;
    let what = Withdrawn::Purpose(ConsentPurpose::Invitations);
    leader::withdraw_consent(&mut tx, &can.withdrawing(), id, what)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    assert_eq!(meetings(&path).await, 0);
    agree(&board, number, id, &[("invitations", "name")]).await;
    assert_eq!(meetings(&path).await, 1);
    // An office that is over by then is no seat any more.
    sqlx::query("update leader_offices set until = $2, ended_at = now() where leader_id = $1")
        .bind(id.uuid())
        .bind((portal.now() + TimeDelta::days(1)).date_naive())
        .execute(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(meetings(&path).await, 0);
    // A new address ends the old one, and nobody else has one for them.
    let newer = address(&visitor.post(&make, &[]).await.is(200));
    visitor.get(&path).await.is(404);
    visitor.get(&newer).await.is(200);
    owner
        .post(format!("/consents/{id}/calendar"), &[])
        .await
        .is(404);
    visitor
        .post(format!("{make}/revocation"), &[])
        .await
        .is(303);
    visitor.get(&newer).await.is(404);
}
