//! Sessions of the board: calling them, agendas, recusals, votes, closing and minutes, through the front door.

mod closing;
mod moving;
mod voting;
mod who;

use concord::case::Way;
use concord::ids::CaseId;
use concord::values::Role;
use sqlx::Row as _;

use crate::cases::held;
use crate::deciding::rule_for_all;
use crate::portal::{Browser, Page, Portal};

/// The chair and three coordinators.
pub struct Board {
    pub chair: Browser,
    pub one: Browser,
    pub two: Browser,
    pub three: Browser,
}

/// The board of these tests.
pub async fn board(portal: &Portal) -> Board {
    Board {
        chair: portal.chair().await,
        one: portal.person("Judge One", Role::Coordinator).await,
        two: portal.person("Judge Two", Role::Coordinator).await,
        three: portal.person("Judge Three", Role::Coordinator).await,
    }
}

impl Board {
    pub fn all(&self) -> [&Browser; 4] {
        [&self.chair, &self.one, &self.two, &self.three]
    }
}

/// Sends the form by which a session is called.
pub async fn call(by: &Browser, board: &Board, changes: &[(&str, &str)]) -> Page {
    let form = by.get("/desk/sessions/new").await.is(200);
    let (chair, members) = (
        board.chair.account().to_string(),
        board.all().map(|it| it.account().to_string()),
    );
    let key = form.form_key();
    let mut fields = vec![
        ("idempotency_key", key.as_str()),
        ("date-day", "8"),
        ("date-month", "12"),
        ("date-year", "2026"),
        ("time", "14:30"),
        ("zone", "Asia/Yerevan"),
        ("minutes", "90"),
        ("place", "Great hall, <second> floor"),
        ("quorum", "3"),
        ("chair", chair.as_str()),
    ];
    fields.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    fields.extend_from_slice(changes);
    fields.extend(members.iter().map(|it| ("members", it.as_str())));
    by.post("/desk/sessions", &fields).await
}

/// A session with everybody there; its address.
pub async fn called(portal: &Portal, board: &Board) -> String {
    rule_for_all(portal, Way::Session).await;
    let path = call(&board.chair, board, &[])
        .await
        .is(303)
        .location()
        .to_owned();
    attend(board, &path, &board.all()).await;
    path
}

/// Notes who is there.
pub async fn attend(board: &Board, path: &str, present: &[&Browser]) {
    let accounts: Vec<String> = present.iter().map(|it| it.account().to_string()).collect();
    let fields: Vec<_> = accounts.iter().map(|it| ("present", it.as_str())).collect();
    board
        .chair
        .post(format!("{path}/attendance"), &fields)
        .await
        .is(303);
}

/// Puts a case of this name on the agenda; it, and the address of its place there.
pub async fn item(
    portal: &Portal,
    board: &Board,
    path: &str,
    applicant: &Browser,
    name: &str,
) -> (CaseId, String) {
    let case = held(portal, applicant, &board.one, name).await;
    let item = put_on(portal, board, path, case).await;
    (case, item)
}

/// Puts a case on the agenda.
pub async fn put_on(portal: &Portal, board: &Board, path: &str, case: CaseId) -> String {
    let page = board.chair.get(path).await.is(200);
    page.submit_to(&format!("{path}/agenda"), &[("case", &case.to_string())])
        .await
        .is(303);
    let row = sqlx::query(
        "select id::text from sitting_items where case_id = $1 and off_at is null and settled_at is null",
    )
    .bind(case)
    .fetch_one(portal.db_pool())
    .await
    .unwrap();
    format!("{path}/agenda/{}", row.get::<String, _>(0))
}

/// Votes.
pub async fn vote(by: &Browser, item: &str, vote: &str) {
    let page = by.get(item).await.is(200);
    let fields = [("vote", vote), ("why", "Because it is so.")];
    page.submit_to(&format!("{item}/vote"), &fields)
        .await
        .is(303);
}

/// Closes the vote.
pub async fn count(by: &Browser, item: &str, fields: &[(&str, &str)]) -> Page {
    let page = by.get(item).await.is(200);
    page.submit_to(&format!("{item}/result"), fields).await
}

/// Closes the session.
pub async fn close(by: &Browser, path: &str) -> Page {
    by.post(format!("{path}/closing"), &[]).await
}

/// What became of a case on the agenda.
pub async fn result(portal: &Portal, case: CaseId) -> Option<String> {
    sqlx::query_scalar(
        "select result from sitting_items where case_id = $1 order by id desc limit 1",
    )
    .bind(case)
    .fetch_one(portal.db_pool())
    .await
    .unwrap()
}
