//! What the board says often: kept by admins, put in without scripts, changed by whoever writes.

use sqlx::PgPool;

use crate::cases::{held, submitted};
use crate::documents::acts;
use crate::portal::{Page, Portal};

/// What stands in a field of a page.
fn typed(page: &Page, field: &str) -> String {
    page.value(field)
}

const NEW: [(&str, &str); 8] = [
    ("used_for", "message"),
    ("position", "1"),
    ("name_en", "Greeting"),
    ("name_ru", "Приветствие"),
    ("name_ar", "تحية"),
    (
        "text_en",
        "Dear {organization}, about {number} in {country}: {due}. {coordinator}",
    ),
    (
        "text_ru",
        "Здравствуйте, {organization}! О деле {number} ({country}).",
    ),
    ("text_ar", "تحية إلى {organization} بشأن {number}"),
];

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn admins_keep_them_and_an_unknown_placeholder_is_a_mistake_at_its_field(pool: PgPool) {
    let portal = Portal::new(pool);
    for (who, status) in [
        (portal.visitor(), 303),
        (portal.member("Ani").await, 404),
        (portal.coordinator().await, 404),
        (portal.auditor().await, 200),
        (portal.admin().await, 200),
    ] {
        who.get("/admin/phrases").await.is(status);
    }
    let (admin, auditor) = (portal.admin().await, portal.auditor().await);
    auditor.get("/admin/phrases/new").await.is(403);
    auditor.post("/admin/phrases", &NEW).await.is(403);
    let form = admin.get("/admin/phrases/new").await.is(200);
    let mut wrong = NEW.to_vec();
    wrong[5] = ("text_en", "By {date}.");
    wrong[7] = ("text_ar", "{");
    let refused = form.submit(&wrong).await.is(422);
    assert_eq!(refused.wrong_fields(), ["text_en", "text_ar"]);
    assert!(
        refused.text().contains("Nobody knows {date}"),
        "{}",
        refused.text()
    );
    assert_eq!(typed(&refused, "text_en"), "By {date}.");
    let list = form.submit(&NEW).await.is(303).follow().await.is(200);
    form.submit(&NEW).await.is(303);
    assert_eq!(list.text().matches("Greeting").count(), 1);
    let form = admin.get(list.link("Greeting")).await.is(200);
    form.submit(&[("name_en", "Hello")]).await.is(303);
    // The form is old by now: what was typed stays in it, and can be sent again by whoever has read it again.
    let late = form.submit(&[("name_en", "Too late")]).await.is(409);
    assert!(late.text().contains("Somebody else changed it meanwhile"));
    assert_eq!(late.value("name_en"), "Too late");
    assert_eq!(acts(&portal, "phrase_written").await, 2);
    late.submit(&[]).await.is(303);
    assert_eq!(acts(&portal, "phrase_written").await, 3);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_phrase_is_put_in_in_the_organizations_language_behind_what_was_typed(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let admin = portal.admin().await;
    let form = admin.get("/admin/phrases/new").await.is(200);
    let list = form.submit(&NEW).await.is(303).follow().await;
    let id = list.link("Greeting").replace("/admin/phrases/", "");
    let case = held(&portal, &ani, &board, "Haus {due}").await;
    sqlx::query("update accounts set lang = 'ru' where id = $1")
        .bind(ani.account())
        .execute(&pool)
        .await
        .unwrap();
    let action = format!("/desk/cases/{case}/messages");
    let page = board.get(format!("/desk/cases/{case}")).await.is(200);
    assert!(
        page.text()
            .contains("in the language of the organization: Russian")
    );
    let put = [
        ("body", "Barev!"),
        ("reach", "applicant"),
        ("phrase_body", &*id),
        ("put", "body"),
    ];
    let page = page.submit_to(&action, &put).await.is(200);
    let text = typed(&page, "body");
    assert!(text.starts_with("Barev!"), "{text}");
    assert!(
        text.contains("Здравствуйте, Haus {due}! О деле CT-"),
        "{text}"
    );
    assert!(text.contains("(Германия)"), "{text}");
    assert!(page.has("input[name=reach][value=applicant][checked]"));
    assert!(!page.has(".app-message"), "nothing was written yet");
    // Changed, and sent.
    let sent = format!("{text} Привет!");
    page.submit_to(&action, &[("body", &sent)]).await.is(303);
    let page = ani.get(format!("/cases/{case}")).await.is(200);
    assert!(page.text().contains("Привет!"));
    // Nothing chosen: a word, and nothing is lost.
    let page = board.get(format!("/desk/cases/{case}")).await.is(200);
    let page = page
        .submit_to(
            &action,
            &[("body", "Kept."), ("put", "body"), ("phrase_body", "x")],
        )
        .await
        .is(422);
    assert_eq!(page.wrong_fields(), ["phrase_body"]);
    assert_eq!(typed(&page, "body"), "Kept.");
    // What is retired is offered no more, and cannot be put in by whoever still has the page.
    let form = admin.get(format!("/admin/phrases/{id}")).await.is(200);
    form.submit(&[("retired", "yes")]).await.is(303);
    let put = [("phrase_body", &*id), ("put", "body")];
    page.submit_to(&action, &put).await.is(422);
    let page = board.get(format!("/desk/cases/{case}")).await.is(200);
    assert!(!page.has(&format!("option[value='{id}']")));
    let list = admin.get("/admin/phrases").await.is(200);
    assert!(list.text().contains("No longer offered"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn each_answer_and_the_opinion_have_their_own_and_days_are_those_of_the_form(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let case = held(&portal, &ani, &board, "Haus").await;
    let form = board
        .get(format!("/desk/cases/{case}/decision"))
        .await
        .is(200);
    for (field, words) in [
        (
            "changes",
            "One paper is missing: … Please add it by 20 December 2026.",
        ),
        ("reason", "We could not confirm that Haus exists"),
        ("conditions", "Please send by …: …"),
    ] {
        let choice = format!("phrase_{field}");
        let options = form.attributes(&format!("#{choice} option"), "value");
        let day = [
            ("answer", "changes_requested"),
            ("changes_due-day", "20"),
            ("changes_due-month", "12"),
            ("changes_due-year", "2026"),
            (&*choice, &*options[1]),
            ("put", field),
        ];
        let page = form.submit(&day).await.is(200);
        let text = typed(&page, field)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(text.contains(words), "{field}: {text}");
        assert!(page.has("input[value=changes_requested][checked]"));
    }
    let post = portal.post_officer(&["FR"]).await;
    let case = submitted(&portal, &ani, "Maison", "FR").await;
    let form = post.get(format!("/desk/cases/{case}/opinion")).await;
    let options = form.attributes("#phrase_words option", "value");
    let put = [("phrase_words", &*options[1]), ("put", "words")];
    let page = form.submit(&put).await.is(200);
    assert!(typed(&page, "words").contains("The post knows Maison: it works in France"));
    assert!(page.text().contains("It is put in in your language."));
    page.submit(&[("view", "supports")]).await.is(303);
}
