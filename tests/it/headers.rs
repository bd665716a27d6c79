//! What every answer tells the browser it may do.

use concord::config::WebConfig;
use sqlx::PgPool;

use crate::portal::{Page, Portal};

/// The directives of the content security policy.
fn policy(page: &Page) -> Vec<(String, String)> {
    page.header("content-security-policy")
        .split(';')
        .filter_map(|line| line.trim().split_once(' '))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nothing_from_elsewhere_and_nothing_inline_may_run(pool: PgPool) {
    let portal = Portal::new(pool);
    for path in ["/no-such-page", "/health/live", "/assets/missing"] {
        let page = portal.visitor().get(path).await;
        let policy = policy(&page);
        let of = |name: &str| {
            policy
                .iter()
                .find(|(known, _)| known == name)
                .map_or("", |(_, value)| value.as_str())
        };
        assert_eq!(of("default-src"), "'none'", "{path}");
        for source in [
            "script-src",
            "style-src",
            "img-src",
            "font-src",
            "form-action",
        ] {
            assert_eq!(of(source), "'self'", "{path}: {source}");
        }
        for nobody in ["frame-ancestors", "base-uri"] {
            assert_eq!(of(nobody), "'none'", "{path}: {nobody}");
        }
        assert!(
            !page.header("content-security-policy").contains("unsafe"),
            "{path}"
        );
        assert_eq!(page.header("x-frame-options"), "DENY");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("referrer-policy"), "same-origin");
        assert_eq!(page.header("cross-origin-opener-policy"), "same-origin");
        assert!(page.header("permissions-policy").contains("camera=()"));
        assert!(!page.header("x-request-id").is_empty());
        assert_eq!(page.header("server"), "", "who serves is nobody's business");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn pages_are_not_kept_by_browsers(pool: PgPool) {
    let portal = Portal::new(pool);
    let page = portal.visitor().get("/no-such-page").await;
    assert_eq!(page.header("cache-control"), "no-store");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn only_behind_tls_are_browsers_told_to_insist_on_it(pool: PgPool) {
    let plain = Portal::new(pool.clone());
    let page = plain.visitor().get("/health/live").await;
    assert_eq!(page.header("strict-transport-security"), "");

    let secure = Portal::at(pool, WebConfig::at("https://concord.example"));
    let page = secure.visitor().get("/health/live").await;
    assert_eq!(
        page.header("strict-transport-security"),
        "max-age=63072000; includeSubDomains"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn behind_tls_cookies_never_travel_without_it(pool: PgPool) {
    let fields = [("lang", "ru"), ("back", "/")];
    let plain = Portal::new(pool.clone());
    let page = plain.visitor().post("/language", &fields).await.is(303);
    let cookie = page.header("set-cookie");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    assert!(!cookie.contains("Secure"), "{cookie}");

    let secure = Portal::at(pool, WebConfig::at("https://concord.example"));
    let page = secure.visitor().post("/language", &fields).await.is(303);
    assert!(page.header("set-cookie").ends_with("; Secure"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_never_changes_is_kept_for_a_year(pool: PgPool) {
    let portal = Portal::new(pool);
    let page = portal.visitor().get("/no-such-page").await.is(404);
    let sheet = page.attribute("link[rel=stylesheet]", "href");
    assert_ne!(sheet, "/assets/missing", "build the look first: bin/assets");
    let sheet = portal.visitor().get(&sheet).await.is(200);
    assert_eq!(sheet.header("content-type"), "text/css; charset=utf-8");
    assert!(sheet.header("cache-control").contains("immutable"));
    assert!(sheet.header("cache-control").contains("max-age=31536000"));
    let asked = http::Request::get(sheet.asked.trim_start_matches("GET "))
        .header("if-none-match", sheet.header("etag"))
        .body(axum::body::Body::empty())
        .unwrap();
    portal.visitor().ask(asked).await.is(304);
}
