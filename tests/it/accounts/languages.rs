//! Every page of accounts in every language.

use concord::config::WebConfig;
use sqlx::PgPool;

use super::sign_up;
use crate::portal::{PASSWORD, Portal, URL};

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn every_page_can_be_read_in_every_language(pool: PgPool) {
    let sample = WebConfig {
        demo: true,
        ..WebConfig::at(URL)
    };
    let portal = Portal::at(pool, sample);
    sign_up(&portal.visitor(), PASSWORD).await.is(303);
    let link = portal.letter().await.link().to_owned();
    let officer = portal.post_officer(&["DE", "AT"]).await;
    let shown = format!("/admin/accounts/{}", officer.account());
    for lang in ["en", "ru", "ar"] {
        let visitor = portal.visitor().reading(lang);
        for path in [
            "/sign-up",
            "/sign-up/sent",
            "/sign-in",
            "/password-reset",
            "/password-reset/sent",
            &link,
        ] {
            let page = visitor.get(path).await.is(200);
            assert_eq!(page.attribute("html", "lang"), lang, "{path}");
        }
        visitor.get("/confirmation/x").await.is(404);
        visitor.get("/sign-up").await.submit(&[]).await.is(422);
        let admin = portal.admin().await.reading(lang);
        for path in [
            "/account",
            "/account/details",
            "/account/email",
            "/account/password",
            "/account/closure",
            "/admin/accounts",
            "/admin/accounts?email=nobody%40example.org",
            &shown,
            "/admin/mail",
            "/admin/mail?state=failed",
        ] {
            let page = admin.get(path).await.is(200);
            assert_eq!(page.attribute("html", "lang"), lang, "{path}");
        }
        let mail = admin.get("/admin/mail").await;
        let letter = mail.attribute("main tbody th a", "href");
        admin.get(letter).await.is(200);
    }
}
