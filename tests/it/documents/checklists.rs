//! The checklists as admins keep them: what applies where, and versions that stay.

use sqlx::PgPool;

use super::{STATUTES, add, pdf};
use crate::cases::{draft, particulars, submit};
use crate::portal::Portal;

const NEW: [(&str, &str); 6] = [
    ("title_en", "Proof of address"),
    ("title_ru", "Подтверждение адреса"),
    ("title_ar", "إثبات العنوان"),
    ("position", "5"),
    ("needed", "yes"),
    ("hosts", "FR, nl"),
];

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_admin_asks_for_something_in_some_countries(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (admin, ani) = (portal.admin().await, portal.member("Ani").await);
    let form = admin.get("/admin/checklists/new").await.is(200);
    let refused = form
        .submit(&[("hosts", "FR, Atlantis"), ("hint_en", "Only one")])
        .await
        .is(422);
    assert_eq!(
        refused.wrong_fields(),
        [
            "title_en", "title_ru", "title_ar", "hint_ru", "hint_ar", "hosts"
        ]
    );
    let list = form.submit(&NEW).await.is(303).follow().await.is(200);
    assert!(
        list.text().contains("Proof of address") && list.text().contains("France, Netherlands")
    );
    let case = draft(&portal, &ani).await;
    let asked = |page: &crate::portal::Page| page.select(".app-shelf__title").len();
    // Nobody said yet where the organization is.
    assert_eq!(
        asked(&ani.get(format!("/cases/{case}/documents")).await.is(200)),
        8
    );
    submit(&portal, &ani, case, &particulars("Elsewhere", "DE")).await;
    assert_eq!(
        asked(&ani.get(format!("/cases/{case}/documents")).await.is(200)),
        8
    );
    let case = draft(&portal, &ani).await;
    submit(&portal, &ani, case, &particulars("There", "FR")).await;
    let page = ani
        .clone()
        .reading("ar")
        .get(format!("/cases/{case}/documents"))
        .await
        .is(200);
    assert_eq!(asked(&page), 9);
    assert_eq!(page.first(".app-shelf__title"), "إثبات العنوان");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_change_is_one_more_version_and_what_was_sent_keeps_its_own(pool: PgPool) {
    let portal = Portal::new(pool);
    let (admin, ani) = (portal.admin().await, portal.member("Ani").await);
    let case = draft(&portal, &ani).await;
    add(&ani, case, STATUTES, "a.pdf", &pdf("A")).await.is(303);
    let form = admin
        .get(format!("/admin/checklists/{STATUTES}"))
        .await
        .is(200);
    form.submit(&[("title_en", "Statutes alone")]).await.is(303);
    // Somebody who still has the old form open is told.
    form.submit(&[("title_en", "Deed alone")]).await.is(409);
    let form = admin
        .get(format!("/admin/checklists/{STATUTES}"))
        .await
        .is(200);
    let versions = form.select("#versions + ul li");
    assert!(versions[0].contains("Version 2") && versions[0].contains("Statutes alone"));
    assert!(
        versions[1].contains("Version 1") && versions[1].contains("Founding deed and statutes")
    );
    let list = ani.get(format!("/cases/{case}/documents")).await.is(200);
    assert!(list.text().contains("Statutes alone") && list.text().contains("a.pdf"));
    // Asked for no more: what is there stays, by the name of its time.
    form.submit(&[("withdrawn", "yes")]).await.is(303);
    let list = ani.get(format!("/cases/{case}/documents")).await.is(200);
    assert!(
        list.text()
            .contains("Founding deed and statutes no longer asked for"),
        "{}",
        list.text()
    );
    assert!(list.text().contains("a.pdf"));
    ani.get(format!("/cases/{case}/documents/{STATUTES}"))
        .await
        .is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn only_admins_keep_them(pool: PgPool) {
    let portal = Portal::new(pool);
    for (who, status) in [
        (portal.visitor(), 303),
        (portal.member("Ani").await, 404),
        (portal.coordinator().await, 403),
        (portal.auditor().await, 403),
        (portal.admin().await, 200),
    ] {
        who.get("/admin/checklists").await.is(status);
    }
}
