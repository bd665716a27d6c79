//! Signing before submitting: who is asked for, by letter, once, for what the form says and nothing else.

mod asking;
mod rules;
mod signing;

use concord::notice::LetterKind;

use crate::portal::{Browser, Letter, Page, Portal};
use crate::registrations::{case_at, start, type_in};

/// Asks in Germany for so many people, and for these offices among them.
pub async fn rule(portal: &Portal, people: &str, offices: &[&str]) -> Page {
    let admin = portal.admin().await;
    let page = admin.get("/admin/prescreen/new").await.is(200);
    let mut fields = vec![
        ("host_country", "DE"),
        ("is_open", "yes"),
        ("signers", people),
    ];
    fields.extend(offices.iter().map(|office| ("signing_offices", *office)));
    page.submit(&fields).await
}

/// A draft that nothing is wrong with but signatures; its address.
pub async fn draft(browser: &Browser) -> String {
    let case = case_at(&start(browser).await);
    type_in(browser, &case, crate::registrations::FULL).await;
    crate::documents::supply(browser, &case).await;
    case
}

/// Names somebody in a draft.
pub async fn name(who: &Browser, case: &str, office: &str, email: &str) -> Page {
    let page = who.get(format!("{case}/signatures")).await.is(200);
    let fields = [
        ("name", "Vahan Petrosyan"),
        ("office", office),
        ("email", email),
        ("lang", "ru"),
    ];
    page.submit_to(&format!("{case}/signatures"), &fields).await
}

/// Names somebody in a draft that is ready; the link that they got.
pub async fn asked(
    portal: &Portal,
    who: &Browser,
    case: &str,
    office: &str,
    email: &str,
) -> String {
    name(who, case, office, email).await.is(303);
    letter(portal).await.link().to_owned()
}

/// The one letter that asks to sign; those that tell what was answered are passed over.
pub async fn letter(portal: &Portal) -> Letter {
    let mut letters = portal.letters().await;
    letters.retain(|it| it.kind == LetterKind::SignatureWanted);
    assert_eq!(letters.len(), 1, "{letters:?}");
    letters.remove(0)
}

/// Signs by a link.
pub async fn sign(portal: &Portal, link: &str) -> Page {
    let page = portal.visitor().get(link).await.is(200);
    page.submit_to(link, &[("agrees", "yes"), ("signed", "Vahan Petrosyan")])
        .await
}

/// Sends a draft as it is now, also where the page offers no button for it.
pub async fn submit(portal: &Portal, who: &Browser, case: &str) -> Page {
    let revision: i32 = sqlx::query_scalar("select revision from cases where id = $1")
        .bind(crate::registrations::id_of(case))
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    let revision = revision.to_string();
    let fields = [("revision", revision.as_str())];
    who.post(format!("{case}/submission"), &fields).await
}
