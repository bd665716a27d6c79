//! Every route × every kind of person → status: a change of who may see or do what is a change of this table.

use std::fmt::Write as _;

use sqlx::PgPool;

use crate::portal::{Page, Portal};
use crate::world::{PEOPLE, Route, fill, open_case, person, routes};

/// What an answer comes to.
fn outcome(page: &Page) -> String {
    match page.location.as_deref() {
        Some(to) if to.starts_with("/sign-in?back=") => "sign in".to_owned(),
        _ => page.status.as_str().to_owned(),
    }
}

/// A route for everybody; whoever sends a form finds a fresh case and sends nothing in it.
async fn line(portal: &Portal, route: &Route) -> String {
    let mut line = format!("{:<48}", format!("{:<4} {}", route.method, route.path));
    for who in PEOPLE {
        let browser = person(portal, who).await;
        let page = if route.method == "GET" {
            browser.get(route.address(portal).await).await
        } else {
            if route.path.contains("/cases/") {
                open_case(portal).await;
            }
            browser.post(route.address(portal).await, &[]).await
        };
        write!(line, " {:<11}", outcome(&page)).unwrap();
    }
    line.trim_end().to_owned()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_is_answered_what(pool: PgPool) {
    let portal = Portal::new(pool);
    fill(&portal).await;
    crate::desk::criteria::publish(&portal).await;
    let id = open_case(&portal).await;
    crate::cases::take(&portal, &portal.coordinator().await, id).await;
    let mut table = format!("{:<48}", "");
    for who in PEOPLE {
        write!(table, " {who:<11}").unwrap();
    }
    let mut table = table.trim_end().to_owned();
    // What only reads comes first: what writes changes what there is to read.
    let (reads, writes): (Vec<_>, Vec<_>) = routes()
        .into_iter()
        .filter(|route| route.path != "/metrics")
        .partition(|route| route.method == "GET");
    for route in reads.iter().chain(&writes) {
        write!(table, "\n{}", line(&portal, route).await).unwrap();
    }
    insta::assert_snapshot!(table);
}
