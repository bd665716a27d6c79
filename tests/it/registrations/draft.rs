//! Drafts: saved as they are, resumed later, never thrown away.

use sqlx::PgPool;

use super::{FULL, case_of, start};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_draft_is_kept_as_it_was_typed_however_incomplete(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let form = start(&ani).await;
    let form = form
        .submit(&[
            ("names-0-text", "  Հայ   Տուն "),
            ("founded", "about 1980?"),
            ("website", "not an address"),
            ("go", "save"),
        ])
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(form.text().contains("The draft is saved"));
    assert_eq!(form.value("names-0-text"), "  Հայ   Տուն ");
    assert_eq!(form.value("founded"), "about 1980?");
    assert!(form.mistakes().is_empty(), "nobody asked for a check");

    let home = ani.get("/home").await.is(200);
    assert!(home.text().contains("Հայ Տուն"));
    let resumed = ani
        .get(home.link("Continue the form: Հայ Տուն"))
        .await
        .is(200);
    assert_eq!(resumed.value("website"), "not an address");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn pressing_start_twice_starts_one_draft(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let page = ani.get("/registrations/new").await.is(200);
    let key = page.form_key();
    let fields = [("idempotency_key", key.as_str())];
    let (first, second) = tokio::join!(
        ani.post("/registrations", &fields),
        ani.post("/registrations", &fields)
    );
    let (first, second) = (first.is(303), second.is(303));
    assert_eq!(first.location(), second.location());
    let drafts: i64 = sqlx::query_scalar("select count(*) from cases")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(drafts, 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn rows_are_added_and_removed_without_a_script_and_nothing_typed_is_lost(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let form = start(&ani).await;
    let added = form
        .submit(&[
            ("names-0-text", "One"),
            ("city", "Köln"),
            ("go", "add-names"),
        ])
        .await
        .is(303);
    assert!(added.location().ends_with("#names-1-text"));
    let form = added.follow().await.is(200);
    assert_eq!(form.value("city"), "Köln");
    let form = form
        .submit(&[("names-1-text", "Two"), ("go", "add-names")])
        .await
        .follow()
        .await;
    let form = form
        .submit(&[("names-2-text", "Three"), ("go", "remove-names-1")])
        .await
        .is(303)
        .follow()
        .await;
    assert_eq!(form.value("names-0-text"), "One");
    assert_eq!(form.value("names-1-text"), "Three");
    assert!(!form.has("#names-2-text"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_saves_second_is_shown_that_a_colleague_was_first_and_keeps_their_words(
    pool: PgPool,
) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let form = start(&ani).await;
    form.submit(&[("city", "Köln"), ("go", "save")])
        .await
        .is(303);
    let late = form
        .submit(&[("city", "Bonn"), ("go", "save")])
        .await
        .is(409);
    assert!(late.text().contains("A colleague saved this form"));
    assert_eq!(late.value("city"), "Bonn");
    // Saved again, knowing of it, it takes the place of the other's.
    let saved = late.submit(&[("go", "save")]).await.is(303).follow().await;
    assert_eq!(saved.value("city"), "Bonn");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_draft_can_be_given_up_and_stays_readable(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let form = start(&ani).await;
    let case = case_of(form.asked.split(' ').nth(1).unwrap());
    form.submit(FULL).await.is(303);
    let ask = ani.get(format!("{case}/withdrawal")).await.is(200);
    let page = ask.submit(&[]).await.is(303).follow().await.is(200);
    assert!(page.text().contains("withdrew"));
    assert_eq!(
        ani.get(format!("{case}/form")).await.is(303).location(),
        case
    );
    form.submit(FULL).await.is(409);
}
