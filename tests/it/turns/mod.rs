//! Whose turn it is: the calendar that clocks follow, whom a case waits on, and what becomes of silence.

mod away;
mod calendar;
mod silence;
mod whose;

use chrono::TimeDelta;
use concord::case::{self, Answer};
use concord::ids::CaseId;
use concord::values::Role;
use sqlx::PgPool;

use crate::cases::{decide, prose, submitted, take};
use crate::portal::{Browser, Page, Portal};

/// Gives a clock another number of business days, behind the back of every open case.
pub async fn db_clock(portal: &Portal, clock: &str, days: i32) {
    sqlx::query("update calendar_clocks set days = $2 where clock = $1")
        .bind(clock)
        .bind(days)
        .execute(portal.db_pool())
        .await
        .unwrap();
}

/// Changes the calendar as an admin does: the form, what would move, and the answer.
pub async fn saved(admin: &Browser, fields: &[(&str, &str)]) -> Page {
    let page = admin.get("/admin/calendar").await.is(200);
    let preview = page
        .submit_to("/admin/calendar/preview", fields)
        .await
        .is(200);
    preview.submit_to("/admin/calendar", &[]).await.is(303)
}

/// Says that somebody is away from today on, for so many days more.
pub async fn away(who: &Browser, portal: &Portal, days: i64, note: &str) {
    let page = who.get("/account/absence").await.is(200);
    let (first, last) = (portal.now(), portal.now() + TimeDelta::days(days));
    let fields: Vec<(String, String)> = [("first", first), ("last", last)]
        .iter()
        .flat_map(|(name, day)| {
            [("day", "%d"), ("month", "%m"), ("year", "%Y")]
                .map(|(part, form)| (format!("{name}-{part}"), day.format(form).to_string()))
        })
        .chain([("note".to_owned(), note.to_owned())])
        .collect();
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    page.submit(&fields).await.is(303);
}

/// A case that the board sent back, with so many days to answer.
pub async fn asked(portal: &Portal, name: &str, host: &str, days: i64) -> CaseId {
    let ani = portal.member(name).await;
    let board = portal.person("Reader", Role::Coordinator).await;
    let id = submitted(portal, &ani, name, host).await;
    take(portal, &board, id).await;
    let due = portal.now().date_naive() + TimeDelta::days(days);
    let answer = Answer::RequestChanges {
        words: Some(prose("Which city?")),
        notes: Vec::new(),
        due,
    };
    decide(portal, &board, id, answer).await;
    id
}

/// Lets the job remind; how many.
pub async fn remind(portal: &Portal) -> usize {
    let mut tx = portal.tx().await;
    let told = case::remind_silent(&mut tx).await.unwrap();
    drop(tx.commit().await.unwrap());
    told
}

/// Lets the job look at those whose time has passed; how many.
pub async fn expire(portal: &Portal) -> usize {
    let mut tx = portal.tx().await;
    let looked_at = case::expire_silent(&mut tx).await.unwrap();
    drop(tx.commit().await.unwrap());
    looked_at
}

/// A case that was withdrawn by silence; its applicant bears the same name.
pub async fn silent(portal: &Portal, name: &str, host: &str) -> CaseId {
    let id = asked(portal, name, host, 2).await;
    portal.wait(TimeDelta::days(2));
    assert_ne!(remind(portal).await, 0);
    portal.wait(TimeDelta::days(1));
    assert_ne!(expire(portal).await, 0);
    id
}

/// Whom each case waits on, told anew from everything that is known of it: nothing may differ.
pub async fn turns_are_right(pool: &PgPool) {
    let wrong: Vec<String> = sqlx::query_scalar(
        "select c.stage || ' waits on ' || coalesce(c.waits_on, 'nobody') || ' until ' || coalesce(c.waits_until::text, '-')
         from cases c cross join lateral (select case
            when c.stage in ('accepted', 'refused', 'withdrawn', 'expired') then null
            when c.holder_id is not null then 'holder'
            when c.stage in ('draft', 'changes_requested') then 'applicant'
            when c.stage = 'accepted_with_conditions' then case when case_condition_answered(c.id) then 'board' else 'applicant' end
            when c.stage = 'at_post' then 'post'
            when c.stage = 'appealed' or exists (select from case_decisions d where d.case_id = c.id and d.outcome = 'refused')
                then 'chair'
            else 'board' end as who) t
         where c.waits_on is distinct from t.who
            or c.waits_until is distinct from case
                when t.who is null then null when t.who in ('applicant', 'post') then c.due_on else c.answer_by end",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
