//! Sections: each a page of its own, saved each for itself, by several people at once.

use concord::history::Act;
use sqlx::PgPool;

use super::{SECTIONS, case_at, open, start, type_in};
use crate::portal::Portal;

/// What the smallest organization types after the questions: what is needed, and nothing more.
const LEAST: [(&str, &str); 8] = [
    ("city", "Köln"),
    ("homeland", "AM"),
    ("areas", "culture"),
    ("about-0-language", "de"),
    ("about-0-text", "Schule und Chor."),
    ("contacts-0-value", "office@example.org"),
    ("people-0-name", "Ani Sarkissian"),
    ("people-0-title", "Vorsitzende"),
];

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_smallest_organization_is_led_from_the_front_door_to_the_receipt(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = ani.get("/").await.is(200);
    let mut pages = vec!["home", "questions", "answer", "list"];
    let mut fields = super::ASKED.len();
    ani.get(home.link("Register your organization"))
        .await
        .is(200);
    let list = start(&ani).await;
    let case = case_at(&list);
    let mut page = ani.get(list.link("Continue: Where you are")).await.is(200);
    // Continuing from one page to the next, with what each needs.
    while page.asked.contains("/form/") {
        let section = page.asked.rsplit('/').next().unwrap().to_owned();
        let mut own: Vec<(&str, &str)> = LEAST
            .iter()
            .copied()
            .filter(|(name, _)| super::section_of(name) == section)
            .collect();
        fields += own.len();
        pages.push("section");
        own.push(("go", "continue"));
        page = page.submit(&own).await.is(303).follow().await.is(200);
    }
    assert!(page.asked.ends_with("/answers"), "{}", page.asked);
    let before = pages.len();
    assert_eq!(
        before, 9,
        "what nobody must say or has said before is not on the way"
    );
    crate::documents::supply(&ani, &case).await;
    let answers = ani.get(format!("{case}/answers")).await.is(200);
    answers.submit(&[]).await.is(303).follow().await.is(200);
    pages.extend(["answers", "receipt"]);
    assert_eq!((pages.len(), fields), (11, 12), "pages and fields");
    portal.letters().await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_wrong_in_a_section_is_told_there_and_saved_all_the_same(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    let page = open(&ani, &case, "kind").await;
    let back = page
        .submit(&[("kind", ""), ("founded", "1.1.3000"), ("go", "continue")])
        .await
        .is(422);
    assert_eq!(back.wrong_fields(), ["kind", "founded"]);
    assert_eq!(back.value("founded"), "1.1.3000");
    assert!(back.first("title").starts_with("Problem:"));
    assert_eq!(open(&ani, &case, "kind").await.value("founded"), "1.1.3000");
    // The page that came back can be saved again: it carries what was saved.
    back.submit(&[("kind", "school"), ("founded", "3.5.1987"), ("go", "save")])
        .await
        .is(303);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_people_in_one_section_are_told_and_choose_whose_words_stay(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    let mine = open(&ani, &case, "place").await;
    let theirs = open(&ani, &case, "place").await;
    theirs
        .submit(&[
            ("city", "Köln"),
            ("host_country", "DE"),
            ("places-0-address", "Hauptstraße 1"),
            ("go", "save"),
        ])
        .await
        .is(303);
    let both = mine
        .submit(&[("city", "Bonn"), ("host_country", "AT"), ("go", "save")])
        .await
        .is(409);
    for word in ["Köln", "Bonn", "Germany", "Austria", "Hauptstraße 1", "Ani"] {
        assert!(both.text().contains(word), "{word}: {}", both.text());
    }
    assert_eq!(open(&ani, &case, "place").await.value("city"), "Köln");
    // My city, their country and address.
    both.submit(&[
        ("keep-city", "mine"),
        ("keep-host_country", "theirs"),
        ("keep-places", "theirs"),
        ("go", "save"),
    ])
    .await
    .is(303);
    let now = open(&ani, &case, "place").await;
    assert_eq!(now.value("city"), "Bonn");
    assert_eq!(now.value("host_country"), "DE");
    assert_eq!(now.value("places-0-address"), "Hauptstraße 1");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn different_sections_are_saved_side_by_side(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    let names = open(&ani, &case, "names").await;
    let place = open(&ani, &case, "place").await;
    let work = open(&ani, &case, "work").await;
    let (one, two, three) = tokio::join!(
        names.submit(&[("names-0-text", "Haus"), ("go", "save")]),
        place.submit(&[("city", "Köln"), ("go", "save")]),
        work.submit(&[("areas", "youth"), ("go", "save")]),
    );
    one.is(303);
    two.is(303);
    three.is(303);
    assert_eq!(
        open(&ani, &case, "names").await.value("names-0-text"),
        "Haus"
    );
    assert_eq!(open(&ani, &case, "place").await.value("city"), "Köln");
    let boxes = open(&ani, &case, "work").await;
    assert!(boxes.has("input[value=youth][checked]"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_script_saves_while_somebody_types_and_is_told_of_another_s_words(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    let page = open(&ani, &case, "place").await;
    assert!(page.has("form[data-module=app-autosave] [data-autosave-status]"));
    let saved = page
        .submit(&[("city", "Kö"), ("go", "autosave")])
        .await
        .is(200);
    assert_eq!(saved.body, "{\"revision\":1}");
    let saved = page
        .submit(&[("city", "Köln"), ("revision", "1"), ("go", "autosave")])
        .await
        .is(200);
    assert_eq!(saved.body, "{\"revision\":2}");
    // Another tab still shows the first state.
    page.submit(&[("city", "Bonn"), ("revision", "1"), ("go", "autosave")])
        .await
        .is(409);
    assert_eq!(open(&ani, &case, "place").await.value("city"), "Köln");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_colleague_goes_on_where_somebody_stopped(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    type_in(&ani, &case, &[("city", "Köln")]).await;
    // On another device: a session of its own.
    let again = portal.member("Ani").await;
    assert_eq!(open(&again, &case, "place").await.value("city"), "Köln");
    // Saving is no act of its own.
    let acts: i64 =
        sqlx::query_scalar("select count(*) from history where case_id is not null and act <> $1")
            .bind(Act::CaseStarted.code())
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
    assert_eq!(acts, 0);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_section_that_there_is_not_is_not_there(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    for section in ["passwords", "Names", "%00", "names/0"] {
        ani.get(format!("{case}/form/{section}")).await.is(404);
        ani.post(format!("{case}/form/{section}"), &[])
            .await
            .is(404);
    }
    for language in ["en", "ru", "ar"] {
        let ani = portal.member("Ani").await.reading(language);
        for section in SECTIONS {
            open(&ani, &case, section).await;
        }
    }
}
