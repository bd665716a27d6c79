//! The outbox as admins see it.

use concord::config::WebConfig;
use sqlx::PgPool;

use super::sign_up;
use crate::portal::{PASSWORD, Portal, URL};

fn sample() -> WebConfig {
    WebConfig {
        demo: true,
        ..WebConfig::at(URL)
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn in_the_sample_registry_a_letter_can_be_read_and_its_link_followed(pool: PgPool) {
    let portal = Portal::at(pool, sample());
    let admin = portal.admin().await;
    let page = admin.get("/admin/mail").await.is(200);
    assert!(page.text().contains("No letters"));
    sign_up(&portal.visitor(), PASSWORD).await.is(303);
    let page = admin.get("/admin/mail").await.is(200);
    let page = admin.get(page.link("Confirm an address")).await.is(200);
    assert!(page.text().contains("nino@kamurj.example"));
    let link = page.attribute(".app-letter a", "href");
    assert_eq!(link, format!("{URL}{}", portal.letter().await.link()));
    portal
        .visitor()
        .get(link.strip_prefix(URL).unwrap())
        .await
        .is(200);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn in_a_real_registry_one_sees_what_became_of_letters_and_reads_none(pool: PgPool) {
    let portal = Portal::new(pool);
    sign_up(&portal.visitor(), PASSWORD).await.is(303);
    portal.letter().await;
    let admin = portal.admin().await;
    let page = admin.get("/admin/mail").await.is(200);
    assert!(page.text().contains("Confirm an address") && page.text().contains("Waiting"));
    assert!(!page.body.contains("nino") && !page.has("main tbody a"));
    let id: uuid::Uuid = sqlx::query_scalar("select id from letters")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    admin.get(format!("/admin/mail/{id}")).await.is(404);
    assert!(
        admin
            .get("/admin/mail?state=sent")
            .await
            .is(200)
            .text()
            .contains("No letters")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_letter_that_failed_can_be_sent_again_once(pool: PgPool) {
    let portal = Portal::new(pool);
    sign_up(&portal.visitor(), PASSWORD).await.is(303);
    portal.letter().await;
    sqlx::query("update letters set state = 'failed', attempts = 9, last_error = 'smtp 550'")
        .execute(portal.db_pool())
        .await
        .unwrap();
    let auditor = portal.auditor().await.get("/admin/mail").await.is(200);
    assert!(!auditor.has("main tbody form"));
    let admin = portal.admin().await;
    let page = admin.get("/admin/mail?state=failed").await.is(200);
    assert!(page.text().contains("9 tries: smtp 550"));
    let action = page.attribute("main tbody form", "action");
    portal.auditor().await.post(&action, &[]).await.is(403);
    let page = page.submit_to(&action, &[]).await.is(303);
    assert!(page.follow().await.is(200).text().contains("Waiting"));
    admin.post(&action, &[]).await.is(409);
}
