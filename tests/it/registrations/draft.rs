//! Drafts: saved as they are, section by section, resumed later, never thrown away.

use sqlx::PgPool;

use super::{ASKED, FULL, asked, case_at, open, start, type_in};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_draft_is_kept_as_it_was_typed_however_incomplete(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    let page = open(&ani, &case, "names").await;
    let list = page
        .submit(&[("names-0-text", "  Հայ   Տուն "), ("go", "save")])
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(list.text().contains("The draft is saved"));
    type_in(
        &ani,
        &case,
        &[
            ("founded", "about 1980?"),
            ("website", "not an address"),
            ("places-0-city", "Bonn"),
        ],
    )
    .await;
    let names = open(&ani, &case, "names").await;
    assert_eq!(names.value("names-0-text"), "  Հայ   Տուն ");
    let kind = open(&ani, &case, "kind").await;
    assert_eq!(kind.value("founded"), "about 1980?");
    assert!(kind.mistakes().is_empty(), "nobody asked for a check");

    let home = ani.get("/home").await.is(200);
    assert!(home.text().contains("Հայ Տուն"));
    let list = ani
        .get(home.link("Continue the form: Հայ Տուն"))
        .await
        .is(200);
    let states = list.select(".govuk-task-list__item");
    for (name, state) in [
        ("Names", "Complete"),
        ("What you are", "Cannot be read yet"),
        ("Where you are", "In progress"),
        ("Whom you serve", "Not started"),
        ("Members and budget", "Optional"),
    ] {
        let said = format!("{name} {state}");
        assert!(states.contains(&said), "{said}: {states:?}");
    }
    // Straight to what is missing.
    assert!(list.link("What you are").ends_with("/form/kind#founded"));
    assert!(list.text().contains("1 of 8 sections"), "{}", list.text());
    let contacts = ani.get(list.link("How you can be reached")).await.is(200);
    assert_eq!(contacts.value("website"), "not an address");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn pressing_start_twice_starts_one_draft(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let page = asked(&ani, ASKED).await.is(200);
    let key = page.form_key();
    let mut fields = ASKED.to_vec();
    fields.push(("idempotency_key", key.as_str()));
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
    let case = case_at(&start(&ani).await);
    type_in(&ani, &case, &[("city", "Köln")]).await;
    let added = open(&ani, &case, "names")
        .await
        .submit(&[("names-0-text", "One"), ("go", "add-names")])
        .await
        .is(303);
    assert!(added.location().ends_with("#names-1-text"));
    let form = added.follow().await.is(200);
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
    assert_eq!(open(&ani, &case, "place").await.value("city"), "Köln");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_draft_can_be_given_up_and_stays_readable(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    type_in(&ani, &case, FULL).await;
    let form = open(&ani, &case, "place").await;
    let ask = ani.get(format!("{case}/withdrawal")).await.is(200);
    let page = ask.submit(&[]).await.is(303).follow().await.is(200);
    assert!(page.text().contains("withdrew"));
    for page in ["/form", "/form/place", "/answers"] {
        let there = ani.get(format!("{case}{page}")).await.is(303);
        assert_eq!(there.location(), case);
    }
    form.submit(&[("city", "Bonn"), ("go", "save")])
        .await
        .is(409);
}
