//! A file as proof of what was given: who opens it, that it stays with what takes the place of its record, and what is not taken.

use concord::values::{RegistryNumber, Role, TeamRole};
use sqlx::PgPool;

use super::{first, home, number_of, waiting, with};
use crate::documents::{acts, pdf, send};
use crate::initiatives::files::stored;
use crate::portal::{Browser, Page, Portal};
use crate::teams::{join, of_home};

/// Records something that a file shows, with other fields besides the usual ones.
pub async fn recorded_with(
    who: &Browser,
    number: RegistryNumber,
    others: &[(&str, &str)],
    bytes: &[u8],
) -> Page {
    let form = who.get(format!("{}/new", home(number))).await.is(200);
    send(who, &form, &with(others), "Quittance.pdf", bytes).await
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_team_and_the_coordinators_open_it_and_nobody_else(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let number = number_of(&portal, &ani, "Hay Tun").await;
    let reader = join(&portal, &ani, "Vahan", TeamRole::Reader).await;
    let bytes = pdf("Receipt of a printer");
    recorded_with(&ani, number, &[("proof", "")], &bytes)
        .await
        .is(303);
    let page = ani.get(home(number)).await.is(200);
    assert!(page.text().contains("Documented"), "{}", page.text());
    let own = page.attribute("main a[href$='/proof']", "href");
    for who in [&ani, &reader] {
        let file = who.get(&own).await.is(200);
        assert_eq!(file.bytes, bytes);
        assert!(file.header("content-disposition").contains("Quittance.pdf"));
        assert!(file.header("content-security-policy").contains("sandbox"));
        assert_eq!(file.header("cache-control"), "no-store");
    }
    assert_eq!(acts(&portal, "contribution_file_viewed").await, 0);
    portal.visitor().get(&own).await.is(303);
    let (board, officer) = (
        portal.coordinator().await,
        portal.post_officer(&["DE", "FR"]).await,
    );
    let stranger = portal.member("Stranger").await;
    for who in [&board, &officer, &stranger] {
        who.get(&own).await.is(404);
    }
    let at_desk = waiting(&board).await;
    let proof = format!("{at_desk}/proof");
    let page = board.get(&at_desk).await.is(200);
    assert!(page.has(&format!("a[href='{proof}']")), "{}", page.text());
    assert_eq!(board.get(&proof).await.is(200).bytes, bytes);
    portal.chair().await.get(&proof).await.is(200);
    // Each look is on record, also the second.
    board.get(&proof).await.is(200);
    assert_eq!(acts(&portal, "contribution_file_viewed").await, 3);
    for who in [portal.auditor().await, portal.admin().await] {
        let page = who.get(&at_desk).await.is(200);
        assert!(!page.has(&format!("a[href='{proof}']")));
        assert!(
            page.text().contains("Only the coordinators"),
            "{}",
            page.text()
        );
        who.get(&proof).await.is(403);
    }
    for who in [&officer, &stranger, &ani] {
        who.get(&proof).await.is(404);
    }
    // Their own they open as the team does.
    let torn = portal.person("Tigran", Role::Coordinator).await;
    let of = of_home(&portal, &home(number)).await;
    let mut tx = portal.tx().await;
    let by = ani.actor().await;
    concord::organization::team::join(&mut tx, &by, of, torn.account(), TeamRole::Reader)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    torn.get(&proof).await.is(200);
    assert_eq!(acts(&portal, "contribution_file_viewed").await, 3);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn it_stays_with_what_takes_the_place_of_its_record_until_it_is_taken_out(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let number = number_of(&portal, &ani, "Hay Tun").await;
    let (one, other) = (pdf("One"), pdf("Other"));
    let form = ani.get(format!("{}/new", home(number))).await.is(200);
    let fields = with(&[("proof", "")]);
    let (a, b) = tokio::join!(
        send(&ani, &form, &fields, "one.pdf", &one),
        send(&ani, &form, &fields, "one.pdf", &one)
    );
    assert_eq!(a.is(303).location(), b.is(303).location());
    assert_eq!(stored(&portal), 1);
    let board = portal.coordinator().await;
    let before = waiting(&board).await;

    // Another sum, the same file.
    let path = first(&ani, number).await;
    let form = ani.get(&path).await.is(200);
    assert!(form.text().contains("one.pdf"), "{}", form.text());
    form.submit_to(&path, &[("amount", "7")]).await.is(303);
    // Of two who correct one record the second is told.
    form.submit_to(&path, &[("amount", "8"), ("idempotency_key", "")])
        .await
        .is(409);
    let path = first(&ani, number).await;
    let proof = format!("{path}/proof");
    assert_eq!(ani.get(&proof).await.is(200).bytes, one);
    // Another file takes its place; the old record keeps its own.
    let form = ani.get(&path).await.is(200);
    send(&ani, &form, &[], "other.pdf", &other).await.is(303);
    let path = first(&ani, number).await;
    let proof = format!("{path}/proof");
    assert_eq!(ani.get(&proof).await.is(200).bytes, other);
    assert_eq!(
        board.get(format!("{before}/proof")).await.is(200).bytes,
        one
    );
    // Without a file and without words nothing shows it any more.
    let form = ani.get(&path).await.is(200);
    form.submit_to(&path, &[("drop_file", "yes")]).await.is(303);
    let path = first(&ani, number).await;
    ani.get(format!("{path}/proof")).await.is(404);
    let page = ani.get(home(number)).await.is(200);
    assert!(page.text().contains("Stated"), "{}", page.text());
    assert_eq!(stored(&portal), 2);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_not_taken_is_told_at_its_field_and_nothing_is_recorded(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let number = number_of(&portal, &ani, "Hay Tun").await;
    let reader = join(&portal, &ani, "Vahan", TeamRole::Reader).await;
    let form = ani.get(format!("{}/new", home(number))).await.is(200);
    let whole = pdf("Whole");
    let mut large = whole.clone();
    large.resize(20 * 1024 * 1024 + 1, b' ');
    for (bytes, sentence) in [
        (b"#!/bin/sh\n".to_vec(), "not what its name says"),
        (whole[..whole.len() / 2].to_vec(), "damaged"),
        (large, "larger than 20 MB"),
    ] {
        let page = recorded_with(&ani, number, &[], &bytes).await.is(422);
        let told = page.mistakes();
        assert!(told.len() == 1 && told[0].0 == "file", "{told:?}");
        assert!(told[0].1.contains(sentence), "{told:?}");
        assert_eq!(page.value("amount"), "12 500,50");
    }
    let twice = recorded_with(&ani, number, &[("amount", "")], &whole).await;
    assert_eq!(twice.is(422).wrong_fields(), ["amount", "file"]);
    let not_theirs = send(&reader, &form, &with(&[]), "a.pdf", &whole).await;
    not_theirs.is(403);
    let stranger = portal.member("Stranger").await;
    let not_theirs = send(&stranger, &form, &with(&[]), "a.pdf", &whole).await;
    not_theirs.is(404);
    assert_eq!(stored(&portal), 0);
    assert_eq!(acts(&portal, "contribution_recorded").await, 0);
}
