//! People who sign in.

mod admin;
mod change;
mod languages;
mod letters;
mod mail;
mod reset;
mod session;
mod sign_in;
mod sign_up;

use crate::portal::{Browser, Page, Portal};

/// Signs in through the form.
async fn sign_in(browser: &Browser, email: &str, password: &str) -> Page {
    let page = browser.get("/sign-in").await.is(200);
    page.submit(&[("email", email), ("password", password)])
        .await
}

/// Signs up through the form, as Nino at her own address.
async fn sign_up(browser: &Browser, password: &str) -> Page {
    let page = browser.get("/sign-up").await.is(200);
    let fields = [
        ("name", "Nino Kapanadze"),
        ("email", "nino@kamurj.example"),
        ("password", password),
    ];
    page.submit(&fields).await
}

/// Whether the password opens the account.
async fn opens(portal: &Portal, email: &str, password: &str) -> bool {
    let page = sign_in(&portal.visitor(), email, password).await;
    assert!(matches!(page.status.as_u16(), 303 | 422), "{}", page.status);
    page.status == 303
}

/// What history holds of an account, in order.
async fn db_history(portal: &Portal, browser: &Browser) -> Vec<String> {
    sqlx::query_scalar("select act from history where subject_id = $1 order by id")
        .bind(browser.account())
        .fetch_all(portal.db_pool())
        .await
        .unwrap()
}

/// A password that is not everybody's.
const OTHER: &str = "nine herons under the bridge";
