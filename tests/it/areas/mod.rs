//! The list of areas: who keeps it, that it never grows a third level, and that no record loses what it says.

use concord::area::{self, Refusal, Terms, Tree, policy};
use concord::values::{Area, Areas, InEveryLanguage};
use sqlx::PgPool;

use crate::directory::{ROSTER, arrange};
use crate::portal::{Browser, Page, Portal};

mod keeping;
mod reaching;
mod tree;

/// What organizations say, by their numbers.
async fn said(pool: &PgPool) -> Vec<(String, Vec<String>)> {
    sqlx::query_as("select number, areas from organizations order by number")
        .fetch_all(pool)
        .await
        .unwrap()
}

fn area_of(code: &str) -> Area {
    Area::recorded(code).unwrap()
}

/// Adds an area by the page.
async fn add(admin: &Browser, name: &str, parent: &str) -> Page {
    let page = admin.get("/admin/areas/new").await.is(200);
    let (ru, ar) = (format!("{name} по-русски"), format!("{name} بالعربية"));
    let sent = [
        ("name_en", name),
        ("name_ru", ru.as_str()),
        ("name_ar", ar.as_str()),
        ("parent", parent),
    ];
    page.submit_to("/admin/areas", &sent).await
}

/// Merges one area into another by its page.
async fn merge(admin: &Browser, from: &str, into: &str) -> Page {
    let page = admin
        .get(format!("/admin/areas/{from}/merger?into={into}"))
        .await
        .is(200);
    page.submit_form("form[method=post][action$='/merger']", &[])
        .await
}
