//! One act on many organizations: planned from a list, done by the job, and kept.

mod acting;
mod kinds;
mod limits;

use concord::bulk;
use concord::ids::OrganizationId;

use crate::portal::{Browser, Page, Portal};

/// The page where an act is planned for a list.
pub async fn form(by: &Browser, act: &str, list: &str) -> Page {
    let list: String = url::form_urlencoded::byte_serialize(list.as_bytes()).collect();
    by.get(format!("/desk/bulk/new?act={act}&list={list}"))
        .await
}

/// Plans an act; the address of its page.
pub async fn planned(by: &Browser, act: &str, list: &str, fields: &[(&str, &str)]) -> String {
    let page = form(by, act, list).await.is(200);
    page.submit(fields).await.is(303).location().to_owned()
}

/// Begins what was planned.
pub async fn start(by: &Browser, path: &str) -> Page {
    by.post(format!("{path}/start"), &[]).await
}

/// Lets the job do what was begun.
pub async fn work(portal: &Portal) -> usize {
    bulk::keep(portal.db()).await.unwrap()
}

/// What becomes of each, by name.
pub fn fates(page: &Page) -> Vec<(String, String)> {
    let names = page.select("main table tbody th a");
    let fates = page.select("main table tbody td .app-tag");
    let mut pairs: Vec<_> = names
        .into_iter()
        .zip(fates)
        .map(|(name, fate)| (name.trim().to_owned(), fate.trim().to_owned()))
        .collect();
    pairs.sort();
    pairs
}

pub fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter()
        .map(|(name, fate)| ((*name).to_owned(), (*fate).to_owned()))
        .collect()
}

/// Registers organizations behind everybody's back, in Germany.
pub async fn db_organizations(portal: &Portal, many: i32) {
    let ids: Vec<OrganizationId> = (0..many).map(|_| OrganizationId::fresh()).collect();
    let numbers: Vec<String> = (0..many)
        .map(|at| {
            let at = u64::try_from(at).unwrap() + 500_000;
            concord::values::RegistryNumber::from_sequence(at).to_string()
        })
        .collect();
    sqlx::query(
        "insert into organizations (id, number, name, name_language, kind, host_country, standing, registered_on, search, created_at, updated_at)
         select n.id, n.number, 'Verein ' || n.at, 'de', 'association', 'DE', 'good', '2026-01-01', 'verein ' || n.at, now(), now()
         from unnest($1::uuid[], $2::text[]) with ordinality as n (id, number, at)",
    )
    .bind(&ids)
    .bind(&numbers)
    .execute(portal.db_pool())
    .await
    .unwrap();
}

/// A group, as a coordinator creates it; its id.
pub async fn group(by: &Browser, name: &str) -> String {
    let page = by.get("/desk/groups/new").await.is(200);
    let fields = [
        ("kind", "council"),
        ("name-0-text", name),
        ("name-0-language", "en"),
        ("purpose", "Curricula and examinations."),
    ];
    let page = page.submit(&fields).await.is(303);
    page.location().rsplit('/').next().unwrap().to_owned()
}
