//! What people change about their own account.

use concord::notice::LetterKind;
use concord::values::Lang;
use sqlx::PgPool;

use super::{OTHER, db_history, opens};
use crate::portal::{PASSWORD, Portal};

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn one_changes_name_and_language(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let page = ani.get("/account/details").await.is(200);
    assert_eq!(page.value("name"), "Ani");
    let page = page.submit(&[("name", "Անի\u{202E}")]).await.is(422);
    assert_eq!(page.wrong_fields(), ["name"]);
    let page = page
        .submit(&[("name", "Անի Պետրոսյան"), ("lang", "ru")])
        .await
        .is(303);
    let page = page.follow().await.is(200);
    assert!(page.text().contains("Անի Պետրոսյան") && page.text().contains("Данные сохранены"));
    assert_eq!(page.attribute("html", "lang"), "ru");
    ani.get("/account/details").await.submit(&[]).await.is(303);
    assert_eq!(
        db_history(&portal, &ani).await,
        ["account_updated"],
        "no change, no row"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_new_password_ends_other_sessions_and_rotates_this_one(pool: PgPool) {
    let portal = Portal::new(pool);
    let here = portal.member("Ani").await;
    let there = portal.member("Ani").await;
    let before = here.cookie("concord-session");
    let page = here.get("/account/password").await.is(200);
    let page = page
        .submit(&[("old", OTHER), ("password", OTHER)])
        .await
        .is(422);
    assert_eq!(page.wrong_fields(), ["old"]);
    let page = page
        .submit(&[("old", PASSWORD), ("password", "1234567890")])
        .await
        .is(422);
    assert_eq!(page.wrong_fields(), ["password"]);
    page.submit(&[("old", PASSWORD), ("password", OTHER)])
        .await
        .is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::PasswordChanged);
    assert_ne!(here.cookie("concord-session"), before);
    let page = here.get("/account").await.is(200);
    assert_eq!(page.select("tbody tr").len(), 1);
    assert!(
        page.text().contains("Firefox, Linux"),
        "it is the same browser still"
    );
    there.get("/account").await.is(303);
    assert!(!opens(&portal, here.email(), PASSWORD).await);
    assert!(opens(&portal, here.email(), OTHER).await);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_session_that_was_left_open_is_no_way_to_guess(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    for _ in 0..6 {
        let form = [("old", OTHER), ("password", OTHER)];
        ani.post("/account/password", &form).await.is(422);
    }
    let form = [("old", PASSWORD), ("password", OTHER)];
    ani.post("/account/password", &form).await.is(429);
    ani.post("/account/closure", &[("password", PASSWORD)])
        .await
        .is(429);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_account_moves_when_the_new_address_is_confirmed(pool: PgPool) {
    let portal = Portal::new(pool);
    let here = portal.member("Ani").await;
    let there = portal.member("Ani").await;
    let page = here.get("/account/email").await.is(200);
    let form = [("email", "ani@new.example"), ("password", OTHER)];
    let page = page.submit(&form).await.is(422);
    assert_eq!(page.wrong_fields(), ["password"]);
    assert_eq!(page.value("email"), "ani@new.example");
    page.submit(&[("password", PASSWORD)]).await.is(303);
    let letter = portal.letter().await;
    assert_eq!(
        (letter.to.as_str(), letter.kind),
        ("ani@new.example", LetterKind::EmailChanging)
    );
    assert!(
        opens(&portal, here.email(), PASSWORD).await,
        "it has not moved yet"
    );
    here.get(letter.link())
        .await
        .is(200)
        .submit(&[])
        .await
        .is(303);
    let told = portal.letter().await;
    assert_eq!(
        (told.to.as_str(), told.kind),
        (here.email(), LetterKind::EmailChanged)
    );
    assert!(
        here.get("/account")
            .await
            .is(200)
            .text()
            .contains("ani@new.example")
    );
    there.get("/account").await.is(303);
    assert!(!opens(&portal, here.email(), PASSWORD).await);
    assert!(opens(&portal, "ani@new.example", PASSWORD).await);
    here.get(letter.link()).await.is(404);
    let acts = db_history(&portal, &here).await;
    assert_eq!(
        acts.iter()
            .filter(|act| *act == "account_email_changed")
            .count(),
        1
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_moves_to_an_address_that_has_an_account(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, levon) = (portal.member("Ani").await, portal.member("Levon").await);
    let form = [("email", levon.email()), ("password", PASSWORD)];
    let taken = ani.post("/account/email", &form).await.is(303);
    let letter = portal.letter().await;
    assert_eq!(
        (letter.to.as_str(), letter.kind),
        (levon.email(), LetterKind::AlreadyRegistered)
    );
    let form = [("email", "free@new.example"), ("password", PASSWORD)];
    let free = ani.post("/account/email", &form).await.is(303);
    assert_eq!(
        taken.location(),
        free.location(),
        "nobody learns who has an account"
    );
    let asked = portal.letter().await;
    // Meanwhile somebody else moves there.
    levon.post("/account/email", &form).await.is(303);
    let faster = portal.letter().await;
    levon.post(faster.link(), &[]).await.is(303);
    ani.post(asked.link(), &[]).await.is(404);
    assert!(opens(&portal, ani.email(), PASSWORD).await);
    portal.ignore_letters();
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_closed_account_is_shut_and_its_address_free(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let page = ani.get("/account/closure").await.is(200);
    let page = page.submit(&[("password", OTHER)]).await.is(422);
    page.submit(&[("password", PASSWORD)]).await.is(303);
    let letter = portal.letter().await;
    assert_eq!(
        (letter.to.as_str(), letter.kind),
        (ani.email(), LetterKind::AccountClosed)
    );
    assert!(!opens(&portal, ani.email(), PASSWORD).await);
    let page = portal.visitor().get("/password-reset").await;
    page.submit(&[("email", ani.email())]).await.is(303);
    assert!(
        portal.letters().await.is_empty(),
        "a closed account gets no letters"
    );
    let form = [("name", "Ani"), ("email", ani.email()), ("password", OTHER)];
    portal.visitor().post("/sign-up", &form).await.is(303);
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::ConfirmAddress);
    portal.visitor().post(letter.link(), &[]).await.is(303);
    assert!(opens(&portal, ani.email(), OTHER).await);
    let rows: i64 = sqlx::query_scalar("select count(*) from accounts")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(rows, 2, "the closed account is still there");
    assert_eq!(db_history(&portal, &ani).await, ["account_closed"]);
    assert_eq!(letter.lang, Lang::En);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_visitor_has_no_account_to_change(pool: PgPool) {
    let portal = Portal::new(pool);
    let visitor = portal.visitor();
    for path in [
        "/account",
        "/account/details",
        "/account/email",
        "/account/password",
        "/account/closure",
    ] {
        let page = visitor.get(path).await.is(303);
        assert!(page.location().starts_with("/sign-in"), "{path}");
    }
    for path in [
        "/account/details",
        "/account/email",
        "/account/password",
        "/account/closure",
    ] {
        visitor.post(path, &[("password", PASSWORD)]).await.is(401);
    }
}
