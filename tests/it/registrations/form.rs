//! The form: all mistakes at once, each at its field, and nothing hostile gets further.

use sqlx::PgPool;

use super::{FULL, case_at, checked_with, full_but, open, start, type_in, wanted};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_empty_form_is_told_everything_at_once(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    let page = ani.get(format!("{case}/answers")).await.is(200);
    assert_eq!(
        wanted(&page),
        [
            // What was answered before the form is not asked again.
            "city",
            "homeland",
            "areas",
            "about-0-text",
            "contacts-0-value",
            "people-0-name"
        ]
    );
    assert!(page.first("title").starts_with("Problem:"));
    assert!(!page.has("form[action$='/submission']"));
    // Each leads straight to its field, where it can be put right.
    for mistake in page.attributes(".govuk-error-summary__list a", "href") {
        let (address, field) = mistake.split_once('#').unwrap();
        assert!(ani.get(address).await.is(200).has(&format!("#{field}")));
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_was_typed_stands_in_the_form_that_comes_back(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let sent = full_but(&[
        ("founded", "3000"),
        ("contacts-0-value", "nobody"),
        ("people-0-email", "x@"),
    ]);
    let page = checked_with(&ani, &sent).await;
    assert_eq!(
        wanted(&page),
        ["founded", "contacts-0-value", "people-0-email"]
    );
    // What could be read is shown beside it.
    assert!(page.text().contains("Հայ Տուն") && page.text().contains("Germany"));
    let case = case_at(&page);
    assert_eq!(open(&ani, &case, "kind").await.value("founded"), "3000");
    let work = open(&ani, &case, "work").await;
    let boxes = work.attributes("input[name=areas][checked]", "value");
    assert_eq!(boxes, ["culture", "language"]);
    let mended = [
        ("founded", "1987"),
        ("contacts-0-value", "office@example.org"),
        ("people-0-email", ""),
    ];
    type_in(&ani, &case, &mended).await;
    let page = ani.get(format!("{case}/answers")).await.is(200);
    assert!(page.has("form[action$='/submission']"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn everything_that_can_be_said_is_shown_to_be_checked(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let mut sent = FULL.to_vec();
    sent.extend_from_slice(&[
        ("names-2-text", "Armenischer Klub"),
        ("names-2-role", "former"),
        ("names-2-since", "1970"),
        ("names-2-until", "1987"),
        ("host_registered_on", "3.5.1988"),
        ("places-0-role", "registered"),
        ("places-0-address", "Hauptstraße 1, 50667"),
        ("places-0-shown", "city"),
        ("links-0-url", "social.example/haus"),
        ("members", "240"),
        ("members_on", "2025"),
        ("members_evidence", "List of members"),
        ("funding-0-year", "2024"),
        ("funding-0-band", "5k-25k"),
        ("umbrella", "Zentralrat"),
        ("chapters-0-name", "Haus Bonn"),
        ("identifiers-1-scheme", "other"),
        ("identifiers-1-issuer", "Stadt Köln"),
        ("identifiers-1-value", "17"),
    ]);
    let page = checked_with(&ani, &sent).await;
    assert_eq!(page.mistakes(), []);
    for said in [
        "1970–1987",
        "3 May 1988",
        "Hauptstraße 1, 50667",
        "shown: The city only",
        "social.example",
        "240",
        "List of members",
        "5,000 to 25,000 euros",
        "Zentralrat",
        "Haus Bonn",
        "Stadt Köln",
        "Vereinsregister",
    ] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn markup_in_a_name_is_shown_as_text_everywhere(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let evil = "\"><script>alert(1)</script><b>x</b>";
    let sent = full_but(&[
        ("names-0-text", evil),
        ("about-0-text", evil),
        ("city", evil),
        ("people-0-title", evil),
        ("umbrella", evil),
        ("places-0-address", evil),
        ("places-0-shown", "exact"),
    ]);
    // Every page that comes by is looked at by the harness: an inline script fails it.
    let answers = checked_with(&ani, &sent).await;
    assert!(answers.text().contains(evil));
    let receipt = answers.submit(&[]).await.is(303).follow().await.is(200);
    ani.get(receipt.link("Follow the case")).await.is(200);
    let home = ani.get("/home").await.is(200);
    assert!(home.text().contains(evil));
    portal.letters().await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn bytes_that_are_no_text_are_refused_at_their_field(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    type_in(&ani, &case, FULL).await;
    for city in [
        "%FF%FE",
        "%E2%80%AEgro.live",
        "%1B%5B31m",
        "a%00b",
        "%C3%28",
        "%EF%BF%BF",
    ] {
        let form = open(&ani, &case, "place").await;
        let revision = form.value("revision");
        let body = format!("city={city}&host_country=DE&revision={revision}&go=continue");
        let page = ani
            .post_bytes(&format!("{case}/form/place"), body)
            .await
            .is(422);
        assert_eq!(page.wrong_fields(), ["city"], "{city}");
        let answers = ani.get(format!("{case}/answers")).await.is(200);
        assert_eq!(wanted(&answers), ["city"]);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_thousand_names_are_too_many_and_the_page_stays_small(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    let address = format!("{case}/form/names");
    let form = ani.get(&address).await.is(200);
    let mut body = format!("go=continue&revision={}", form.value("revision"));
    for row in 0..1000 {
        body.push_str(&format!("&names-{row}-text=Name&names-{row}-role=other"));
    }
    let page = ani.post_bytes(&address, body).await.is(422);
    assert_eq!(page.wrong_fields(), ["names-0-text"]);
    assert!(page.body.len() < 1_000_000, "{} bytes", page.body.len());
    let flood = "a=1&".repeat(6000);
    ani.post_bytes(&address, flood).await.is(413);
    let kept = ani.get(&address).await.is(200);
    assert_eq!(
        kept.value("names-0-text"),
        "Haus der Armenier",
        "nothing of it was saved"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_form_speaks_three_languages(pool: PgPool) {
    let portal = Portal::new(pool);
    for (language, title) in [
        ("en", "Check your answers"),
        ("ru", "Проверьте ответы"),
        ("ar", "راجع إجاباتك"),
    ] {
        let ani = portal.member("Ani").await.reading(language);
        let answers = checked_with(&ani, FULL).await;
        assert_eq!(answers.first("h1"), title);
        let case = case_at(&answers);
        ani.get(format!("{case}/withdrawal")).await.is(200);
    }
}
