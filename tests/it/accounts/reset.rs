//! A new password for somebody who forgot theirs.

use chrono::TimeDelta;
use concord::notice::LetterKind;
use sqlx::PgPool;

use super::{OTHER, db_history, opens};
use crate::portal::{PASSWORD, Page, Portal};

async fn ask(portal: &Portal, email: &str) -> Page {
    let page = portal.visitor().get("/password-reset").await.is(200);
    page.submit(&[("email", email)]).await.is(303)
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_link_by_mail_gives_a_new_password_and_ends_all_sessions(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let page = ask(&portal, ani.email()).await;
    page.follow().await.is(200);
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::ResetPassword);
    let page = portal.visitor().get(letter.link()).await.is(200);
    let page = page.submit(&[("password", "short")]).await.is(422);
    assert_eq!(page.wrong_fields(), ["password"]);
    let page = page.submit(&[("password", "anianiani ani")]).await.is(422);
    let page = page.submit(&[("password", OTHER)]).await.is(303);
    assert_eq!(page.location(), "/sign-in");
    assert_eq!(portal.letter().await.kind, LetterKind::PasswordChanged);
    ani.get("/account").await.is(303);
    assert!(!opens(&portal, ani.email(), PASSWORD).await);
    assert!(opens(&portal, ani.email(), OTHER).await);
    portal.visitor().get(letter.link()).await.is(404);
    portal
        .visitor()
        .post(letter.link(), &[("password", PASSWORD)])
        .await
        .is(404);
    assert_eq!(
        db_history(&portal, &ani).await,
        ["account_password_reset", "account_signed_in"]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_unknown_address_gets_the_same_answer_and_no_letter(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let known = ask(&portal, ani.email()).await;
    let unknown = ask(&portal, "nobody@example.org").await;
    assert_eq!(known.location(), unknown.location());
    assert_eq!(known.headers.len(), unknown.headers.len());
    assert_eq!(portal.letter().await.to, ani.email());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_link_works_for_an_hour(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    ask(&portal, ani.email()).await;
    let letter = portal.letter().await;
    portal.wait(TimeDelta::minutes(59));
    portal.visitor().get(letter.link()).await.is(200);
    portal.wait(TimeDelta::minutes(1));
    portal.visitor().get(letter.link()).await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_who_use_one_link_at_once_do_not_both_win(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    ask(&portal, ani.email()).await;
    let letter = portal.letter().await;
    let (one, two) = (portal.visitor(), portal.visitor());
    let first = [("password", OTHER)];
    let second = [("password", "eleven storks above the lake")];
    let (one, two) = tokio::join!(
        one.post(letter.link(), &first),
        two.post(letter.link(), &second)
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 404]);
    portal.ignore_letters();
}
