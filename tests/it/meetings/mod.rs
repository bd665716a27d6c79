//! Meetings of groups, through the front door: called, followed by invitations, held, written down, and asked for by calendars.

mod calendars;
pub mod holding;
mod inviting;
mod keeping;

pub use calendars::address;
use concord::ids::LeaderId;
use concord::values::RegistryNumber;
use sqlx::PgPool;

use crate::coordination::joining::{add, group};
use crate::portal::{Browser, Page, Portal};
use crate::teams::{of_home, owned};

/// Somebody's organization in a group of the board.
pub struct Club {
    pub number: RegistryNumber,
    pub group: String,
}

/// A group with the organization of somebody in it, the letters of that looked at.
pub async fn club(
    portal: &Portal,
    board: &Browser,
    owner: &Browser,
    more: &[(&str, &str)],
) -> Club {
    let home = owned(portal, owner, "Nor Dprots").await;
    let (_, number) = of_home(portal, &home).await;
    let group = group(board, "Council of Choirs", "notice").await;
    add(board, &group, number, more).await.is(303);
    portal.letters().await;
    Club { number, group }
}

/// Calls a meeting on 8 December 2026 at half past two in Yerevan; its page at the desk.
pub async fn called(board: &Browser, group: &str, changes: &[(&str, &str)]) -> Page {
    let page = board.get(format!("{group}/meetings/new")).await.is(200);
    let mut fields = vec![
        ("date-day", "8"),
        ("date-month", "12"),
        ("date-year", "2026"),
        ("time", "14:30"),
        ("zone", "Asia/Yerevan"),
        ("minutes", "90"),
        ("place", "Great hall, <second> floor"),
        ("agenda", "Report\n\n  A hymn book  \nA letter to the board"),
    ];
    fields.retain(|(name, _)| !changes.iter().any(|(it, _)| it == name));
    fields.extend(changes);
    page.submit(&fields).await
}

/// What the worker does.
pub async fn follow(portal: &Portal) {
    let mut past = None;
    loop {
        let mut tx = portal.tx().await;
        past = concord::meeting::follow_all(&mut tx, past).await.unwrap();
        drop(tx.commit().await.unwrap());
        if past.is_none() {
            return;
        }
    }
}

/// The newest leader.
pub async fn newest_leader(pool: &PgPool) -> LeaderId {
    sqlx::query_scalar("select id from leaders order by id desc limit 1")
        .fetch_one(pool)
        .await
        .unwrap()
}
