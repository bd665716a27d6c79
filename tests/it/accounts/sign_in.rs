//! Signing in and out.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use concord::config::WebConfig;
use sqlx::PgPool;

use super::{OTHER, db_history, opens, sign_in};
use crate::portal::{PASSWORD, Portal, URL};

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn everybody_comes_to_their_own_first_page(pool: PgPool) {
    let portal = Portal::new(pool);
    for (browser, first) in [
        (portal.member("Ani").await, "/home"),
        (portal.coordinator().await, "/desk"),
        (portal.post_officer(&["DE"]).await, "/desk"),
        (portal.admin().await, "/desk"),
    ] {
        let page = sign_in(&portal.visitor(), browser.email(), PASSWORD).await;
        assert_eq!(page.is(303).location(), first);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn one_goes_back_to_where_one_wanted_to_be_and_nowhere_else(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let fresh = portal.visitor();
    let page = fresh.get("/account/password").await.is(303);
    assert_eq!(page.location(), "/sign-in?back=%2Faccount%2Fpassword");
    let form = [("email", ani.email()), ("password", PASSWORD)];
    let page = page.follow().await.submit(&form).await.is(303);
    assert_eq!(page.location(), "/account/password");
    for elsewhere in [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/sign-in",
    ] {
        let form = [
            ("email", ani.email()),
            ("password", PASSWORD),
            ("back", elsewhere),
        ];
        let page = portal.visitor().post("/sign-in", &form).await.is(303);
        assert_eq!(page.location(), "/home", "{elsewhere}");
    }
    assert_eq!(
        ani.get("/sign-in?back=/account").await.is(303).location(),
        "/account"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_wrong_password_and_no_account_look_the_same(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let mut bodies = BTreeMap::new();
    for email in [ani.email(), "nobody@example.org"] {
        let page = sign_in(&portal.visitor(), email, OTHER).await.is(422);
        assert_eq!(page.wrong_fields(), ["email"]);
        assert_eq!(page.value("email"), email);
        assert_eq!(page.value("password"), "");
        bodies.insert(page.body.replace(email, "…"), ());
    }
    assert_eq!(bodies.len(), 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn guessing_slows_down_for_accounts_that_exist_and_those_that_do_not(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    for email in [ani.email(), "nobody@example.org"] {
        let guess = async |password| sign_in(&portal.visitor(), email, password).await;
        for _ in 0..6 {
            guess(OTHER).await.is(422);
        }
        let page = guess(OTHER).await.is(429);
        assert_eq!(page.header("retry-after"), "3", "{email}");
        if email == ani.email() {
            guess(PASSWORD).await.is(429);
        }
        portal.wait(TimeDelta::seconds(3));
        guess(OTHER).await.is(422);
        guess(OTHER).await.is(429);
    }
    portal.wait(TimeDelta::seconds(4));
    assert!(
        opens(&portal, ani.email(), PASSWORD).await,
        "she is not locked out"
    );
    assert!(
        !opens(&portal, ani.email(), OTHER).await,
        "and her count begins anew"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_office_that_signs_in_all_day_is_not_slowed_down_and_a_guesser_is(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    for _ in 0..35 {
        assert!(opens(&portal, ani.email(), PASSWORD).await);
    }
    for n in 0..31 {
        let email = format!("person{n}@example.org");
        sign_in(&portal.visitor(), &email, OTHER).await.is(422);
    }
    sign_in(&portal.visitor(), "person99@example.org", OTHER)
        .await
        .is(429);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn guesses_that_are_made_at_once_are_counted_before_they_are_looked_at(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let email = ani.email();
    let guesses = (0..12).map(|_| {
        let form = [("email", email), ("password", OTHER)];
        let browser = portal.visitor();
        async move { browser.post("/sign-in", &form).await.status.as_u16() }
    });
    let statuses = futures_util::future::join_all(guesses).await;
    let looked_at = statuses.iter().filter(|status| **status == 422).count();
    assert_eq!(looked_at, 6, "{statuses:?}");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_token_is_new_at_each_sign_in_and_the_one_before_ends(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let browser = portal.visitor();
    sign_in(&browser, ani.email(), PASSWORD).await.is(303);
    let first = browser.cookie("concord-session").unwrap();
    let form = [("email", ani.email()), ("password", PASSWORD)];
    browser.post("/sign-in", &form).await.is(303);
    let second = browser.cookie("concord-session").unwrap();
    assert_ne!(first, second);
    browser.get("/account").await.is(200);
    browser.set_cookie("concord-session", &first);
    browser.get("/account").await.is(303);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn behind_tls_the_cookie_is_bound_to_this_host(pool: PgPool) {
    let portal = Portal::at(pool, WebConfig::at("https://concord.example"));
    let known = portal.member("Ani").await;
    let browser = portal.visitor();
    let page = sign_in(&browser, known.email(), PASSWORD).await.is(303);
    let cookie = page.header("set-cookie").to_owned();
    assert!(cookie.starts_with("__Host-concord="), "{cookie}");
    for part in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"] {
        assert!(cookie.split("; ").any(|it| it == part), "{part}: {cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    browser.get("/account").await.is(200);
    assert!(URL.starts_with("http://"), "the other tests are without");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_signs_out_is_out(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let token = ani.cookie("concord-session").unwrap();
    let page = ani
        .get("/account")
        .await
        .submit_to("/sign-out", &[])
        .await
        .is(303);
    assert_eq!(page.location(), "/sign-in");
    assert_eq!(ani.cookie("concord-session"), None);
    ani.set_cookie("concord-session", &token);
    ani.get("/account").await.is(303);
    assert_eq!(db_history(&portal, &ani).await, ["account_signed_out"]);
    portal.visitor().post("/sign-out", &[]).await.is(303);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_sign_in_is_on_record_and_a_failure_is_not_somebody_s(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    assert!(!opens(&portal, ani.email(), OTHER).await);
    assert!(opens(&portal, ani.email(), PASSWORD).await);
    assert_eq!(db_history(&portal, &ani).await, ["account_signed_in"]);
}
