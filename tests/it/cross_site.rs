//! A form is taken from our own pages alone, whatever cookies come with it.

use axum::body::Body;
use http::Request;
use sqlx::PgPool;

use crate::portal::{Browser, Page, Portal, URL};

async fn send(browser: &Browser, headers: &[(&str, &str)]) -> Page {
    let mut request = Request::post("/language")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("host", "127.0.0.1:8080");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::from("lang=ru&back=/")).unwrap();
    browser.ask(request).await
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn our_own_pages_may_send_forms(pool: PgPool) {
    let portal = Portal::new(pool);
    let visitor = portal.visitor();
    send(&visitor, &[("sec-fetch-site", "same-origin")])
        .await
        .is(303);
    send(&visitor, &[("sec-fetch-site", "none")]).await.is(303);
    send(&visitor, &[("origin", URL)]).await.is(303);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_program_without_a_browser_is_nobodys_victim(pool: PgPool) {
    let portal = Portal::new(pool);
    send(&portal.visitor(), &[]).await.is(303);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_form_of_another_site_is_refused_with_a_page_of_ours(pool: PgPool) {
    let portal = Portal::new(pool);
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "cross-site"), ("origin", URL)],
        &[("origin", "https://evil.example")],
        &[("origin", "http://127.0.0.1:9999")],
        &[("origin", "null")],
    ] {
        let visitor = portal.visitor().reading("ru");
        let page = send(&visitor, headers).await.is(403);
        assert!(
            page.has("main h1") && page.has("main a[href='/']"),
            "{headers:?}"
        );
        assert!(page.cookie_was_not_set(), "{headers:?}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_link_from_another_site_may_be_followed(pool: PgPool) {
    let portal = Portal::new(pool);
    let request = Request::get("/health/live")
        .header("sec-fetch-site", "cross-site")
        .body(Body::empty())
        .unwrap();
    portal.visitor().ask(request).await.is(200);
}

impl Page {
    fn cookie_was_not_set(&self) -> bool {
        self.header("set-cookie").is_empty()
    }
}
