//! Documents: what is asked for, what is taken, who sees it, and what becomes of it.

mod bad_files;
mod checklists;
pub mod files;
mod reminders;
mod reviewing;
mod seeing;
mod transport;
mod uploading;

use concord::ids::CaseId;

use crate::portal::{Browser, File, Page, Portal};

pub use files::pdf;

/// The items of the default checklist, by the end of their ids.
pub const STATUTES: &str = "01930000-0000-7000-8000-000000000001";
pub const IDENTITY: &str = "01930000-0000-7000-8000-000000000003";
pub const TAX: &str = "01930000-0000-7000-8000-000000000007";

/// Sends a file by the form of an item.
pub async fn send(
    browser: &Browser,
    form: &Page,
    fields: &[(&str, &str)],
    name: &str,
    bytes: &[u8],
) -> Page {
    let mut all = form.fields("main form[enctype]");
    all.retain(|(known, _)| !fields.iter().any(|(given, _)| known == given));
    let mut all: Vec<(&str, &str)> = all.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    all.extend_from_slice(fields);
    let file = File {
        field: "file",
        name,
        kind: "application/octet-stream",
        bytes,
    };
    let action = form.attribute("main form[enctype]", "action");
    browser.post_file(action, &all, file).await
}

/// Adds a file for an item of a case.
pub async fn add(browser: &Browser, case: CaseId, item: &str, name: &str, bytes: &[u8]) -> Page {
    let form = browser.get(format!("/cases/{case}/documents/{item}")).await;
    send(browser, &form.is(200), &[], name, bytes).await
}

/// Adds whatever is needed and missing.
pub async fn supply(browser: &Browser, case: &str) {
    let list = browser.get(format!("{case}/documents")).await.is(200);
    for (at, href) in list
        .attributes(
            ".app-shelf__slot:has(.app-tag--amber) .app-shelf__add a",
            "href",
        )
        .iter()
        .enumerate()
    {
        let form = browser.get(href).await.is(200);
        let bytes = pdf(&format!("Paper {at}"));
        send(browser, &form, &[], "paper.pdf", &bytes).await.is(303);
    }
}

/// The newest document.
pub async fn newest(portal: &Portal) -> String {
    sqlx::query_scalar("select id::text from documents order by id desc limit 1")
        .fetch_one(portal.db_pool())
        .await
        .unwrap()
}

/// How often history has this act.
pub async fn acts(portal: &Portal, act: &str) -> i64 {
    sqlx::query_scalar("select count(*) from history where act = $1")
        .bind(act)
        .fetch_one(portal.db_pool())
        .await
        .unwrap()
}
