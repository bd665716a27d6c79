//! Input that no honest browser sends: refused in one place, with a message at the field, and never a fault of ours.

use sqlx::PgPool;

use crate::portal::{Browser, Page, Portal};
use crate::world::{fill, person, routes};

/// What is typed where a name belongs, as a form sends it.
const HOSTILE: [(&str, &str); 6] = [
    ("broken UTF-8", "Ani%ff%fe"),
    ("a cut-off letter", "Ani%d0"),
    ("NUL", "Ani%00Petrosyan"),
    ("a control character", "Ani%07Petrosyan"),
    ("a bidi override", "Ani%e2%80%aePetrosyan"),
    ("a line break", "Ani%0d%0aPetrosyan"),
];

/// Sends a form in which one field holds this.
async fn send(browser: &Browser, form: &Page, selector: &str, field: &str, value: &str) -> Page {
    let (action, mut body) = {
        let form = form.forms(selector).remove(0);
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        for known in form.fields.iter().filter(|known| known.name != field) {
            body.append_pair(&known.name, &known.value);
        }
        (form.action, body.finish())
    };
    body.push_str(&format!("&{field}={value}"));
    browser.post_bytes(action, body).await
}

/// The forms that stand for all: whose, where, which field.
const FORMS: [(&str, &str, &str); 5] = [
    ("visitor", "/sign-up", "name"),
    ("visitor", "/sign-in", "email"),
    ("applicant", "/account/details", "name"),
    ("applicant", "/account/email", "email"),
    ("visitor", "/password-reset", "email"),
];

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn broken_text_is_refused_at_its_field(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    for (who, path, field) in FORMS {
        for (what, value) in HOSTILE {
            let browser = person(&portal, who).await;
            let form = browser.get(path).await.is(200);
            let page = send(&browser, &form, "main form[method=post]", field, value).await;
            assert!(!page.body.contains('\0'), "{path}: {what}");
            assert_eq!(page.status, 422, "{path}: {what}: {}", page.text());
            assert!(
                page.wrong_fields().contains(&field.to_owned()),
                "{path}: {what}: {:?}",
                page.mistakes()
            );
        }
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_draft_with_broken_text_is_kept_and_not_submitted(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = person(&portal, "applicant").await;
    let new = ani
        .get("/registrations/new?name=Ani&host_country=DE&kind=school&for_profit=no")
        .await
        .is(200);
    let list = new.submit_to("/registrations", &[]).await.is(303);
    let address = format!("{}/names", list.location());
    for (what, value) in HOSTILE {
        let form = ani.get(&address).await.is(200);
        let saved = send(
            &ani,
            &form,
            "main form[method=post]",
            "names-0-text",
            &format!("{value}&go=save"),
        )
        .await;
        assert!(
            saved.status == 303 || saved.status == 422,
            "{what}: {}",
            saved.status
        );
        let form = ani.get(&address).await.is(200);
        let checked = send(
            &ani,
            &form,
            "main form[method=post]",
            "names-0-text",
            &format!("{value}&go=continue"),
        )
        .await;
        let checked = match checked.status.as_u16() {
            303 => checked.follow().await,
            _ => checked,
        };
        assert_eq!(checked.status, 422, "{what}: {}", checked.text());
        let wrong = checked.wrong_fields();
        assert!(
            wrong.contains(&"names-0-text".to_owned()),
            "{what}: {wrong:?}"
        );
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn no_form_of_any_page_breaks_by_what_is_typed_into_it(pool: PgPool) {
    let portal = Portal::new(pool);
    fill(&portal).await;
    let mut sent = 0;
    for who in ["visitor", "applicant", "post DE", "coordinator", "admin"] {
        for route in routes().iter().filter(|route| route.method == "GET") {
            let browser = person(&portal, who).await;
            let page = browser.get(route.address(&portal).await).await;
            if page.status != 200 || !page.is_html() {
                continue;
            }
            for form in page.forms("main form[method=post]") {
                for value in ["%00%ff%e2%80%ae", "%F0%9F%92%A9%CC%81", ""] {
                    let body: Vec<_> = form
                        .fields
                        .iter()
                        .map(|field| format!("{}={value}", field.name))
                        .collect();
                    let browser = person(&portal, who).await;
                    // The harness fails at a 500.
                    browser.post_bytes(&form.action, body.join("&")).await;
                    sent += 1;
                }
            }
        }
    }
    assert!(sent > 60, "{sent} forms only");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn no_address_breaks_by_its_query(pool: PgPool) {
    let portal = Portal::new(pool);
    fill(&portal).await;
    let names = [
        "q", "after", "before", "page", "host", "homeland", "area", "kind", "stage", "standing",
        "sort", "from", "to", "back", "language", "format", "role", "state",
    ];
    for who in ["visitor", "coordinator", "admin"] {
        for route in routes().iter().filter(|route| route.method == "GET") {
            for value in [
                "%00",
                "%ff",
                "%e2%80%ae",
                "-1",
                "99999999999999999999",
                "'%22;--",
                "%25_%5c",
            ] {
                let query: Vec<_> = names.iter().map(|name| format!("{name}={value}")).collect();
                let address = route.address(&portal).await;
                let browser = person(&portal, who).await;
                let page = browser.get(format!("{address}?{}", query.join("&"))).await;
                assert!(
                    page.status.as_u16() < 500,
                    "{}: {}",
                    page.asked,
                    page.status
                );
            }
        }
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_too_much_is_refused_with_a_page_of_ours(pool: PgPool) {
    let portal = Portal::new(pool);
    let visitor = portal.visitor().reading("ar");
    let large = format!("name={}", "a".repeat(3 * 1024 * 1024));
    let many = "name=a&".repeat(6_000);
    for path in ["/sign-up", "/sign-in", "/language"] {
        for body in [&large, &many] {
            let page = visitor.post_bytes(path, body.clone()).await.is(413);
            assert!(page.has("main h1") && page.has("main a[href='/']"));
            assert_eq!(page.attribute("html", "dir"), "rtl");
        }
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_no_form_is_refused_with_a_page_of_ours(pool: PgPool) {
    let portal = Portal::new(pool);
    let visitor = portal.visitor();
    for kind in [
        "application/json",
        "text/plain",
        "multipart/form-data; boundary=x",
    ] {
        let request = http::Request::post("/sign-up")
            .header("content-type", kind)
            .header("sec-fetch-site", "same-origin")
            .body(axum::body::Body::from("{\"name\":1}"))
            .unwrap();
        let page = visitor.ask(request).await.is(415);
        assert!(page.has("main h1") && page.has("main a[href='/']"));
    }
}
